// SPDX-License-Identifier: MIT
// libsigma in WebAssembly: its functions, and its structs by the library's own field tables.
//
//     const sigma = await load(bytes, constants);     // sigma.wasm and constants.json of build.py
//     const params = sigma.struct('sigma_sizing_params');
//     sigma.call('sigma_sizing_preset', sigma.codes.SIGMA_MODE_FRACTION, params);
//     params.risk_fraction = 0.01;
//
// A struct's fields are properties: numbers, BigInt for 64 bits, text, structs in it, arrays as
// arrays. What is allocated stays until release().

const PAGE = 65536;
const TEXT_SPACE = 256;

// sigma_field itself, by which all other structs are read; load() compares it with the library's.
const FIELD = { name: 0, unit: 32, minimum: 48, maximum: 56, offset: 64, type: 68, count: 72,
                detail: 76, size: 80 };

export class SigmaError extends Error {
  constructor(name, status) {
    super(`${name} gave ${status}`);
    this.status = status;
  }
}

export class Sigma {
  constructor(exports, codes) {
    this.exports = exports;
    this.codes = codes;
    this.start = this.next = exports.memory.grow(1) * PAGE;
    this.kinds = this.readKinds();
    this.layouts = new Map();
    const own = this.layout(codes.SIGMA_KIND_FIELD);
    if (own.some(field => FIELD[field.name] !== field.offset)) {
      throw new Error('this sigma.mjs and this sigma.wasm are of different versions');
    }
  }

  get view() {
    return new DataView(this.exports.memory.buffer);
  }

  // ---- memory

  allocate(size) {
    const at = this.next;
    this.next = Math.ceil((at + size) / 8) * 8;
    const lacking = this.next - this.exports.memory.buffer.byteLength;
    if (lacking > 0) {
      this.exports.memory.grow(Math.ceil(lacking / PAGE));
    }
    new Uint8Array(this.exports.memory.buffer, at, size).fill(0);
    return at;
  }

  // Gives up every struct and text so far.
  release() {
    this.next = this.start;
  }

  // ---- calls

  // Structs go by their address; what else is a number or, for 64 bits, a BigInt.
  call(name, ...values) {
    const status = this.exports[name](...values.map(value => value?.at ?? value));
    if (status < 0) {
      throw new SigmaError(name, status);
    }
    return status;
  }

  // A text that a function writes into (..., buffer, capacity, length).
  text(name, ...values) {
    const [at, length] = [this.allocate(TEXT_SPACE), this.allocate(4)];
    this.call(name, ...values, at, TEXT_SPACE, length);
    return this.textAt(at, this.view.getInt32(length, true));
  }

  textAt(at, most) {
    const bytes = new Uint8Array(this.exports.memory.buffer, at, most);
    const end = bytes.indexOf(0);
    return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
  }

  // Address and length of a text, as two arguments.
  bytes(text) {
    const encoded = new TextEncoder().encode(text);
    const at = this.allocate(encoded.length + 1);
    new Uint8Array(this.exports.memory.buffer).set(encoded, at);
    return [at, encoded.length];
  }

  // The number that a text stands for.
  number(text) {
    const [at, length] = this.bytes(text);
    const value = this.allocate(8);
    this.call('sigma_number_read', at, length, value);
    return this.view.getFloat64(value, true);
  }

  // ---- structs

  struct(name) {
    const kind = this.kinds.get(name);
    return this.structAt(kind, this.allocate(this.size(kind)));
  }

  readKinds() {
    const kinds = new Map();
    for (let kind = 1; kind < this.codes.SIGMA_KIND_COUNT; kind++) {
      kinds.set(this.text('sigma_layout_name', kind), kind);
    }
    this.release();
    return kinds;
  }

  size(kind) {
    const at = this.allocate(8);
    this.call('sigma_layout_size', kind, at, at + 4);
    return this.view.getInt32(at, true);
  }

  layout(kind) {
    if (!this.layouts.has(kind)) {
      this.layouts.set(kind, this.readLayout(kind));
    }
    return this.layouts.get(kind);
  }

  readLayout(kind) {
    const [at, fields] = [this.allocate(FIELD.size), []];
    this.call('sigma_layout_size', kind, at, at + 4);
    const count = this.view.getInt32(at + 4, true);
    for (let index = 0; index < count; index++) {
      this.call('sigma_layout_field', kind, index, at);
      fields.push(this.fieldAt(at));
    }
    return fields;
  }

  fieldAt(at) {
    const integer = name => this.view.getInt32(at + FIELD[name], true);
    return { name: this.textAt(at, FIELD.unit), unit: this.textAt(at + FIELD.unit, 16),
             minimum: this.view.getFloat64(at + FIELD.minimum, true),
             maximum: this.view.getFloat64(at + FIELD.maximum, true), offset: integer('offset'),
             type: integer('type'), count: integer('count'), detail: integer('detail') };
  }

  structAt(kind, at) {
    const struct = { at, kind };
    for (const field of this.layout(kind)) {
      Object.defineProperty(struct, field.name, { enumerable: true,
        get: () => this.read(field, at + field.offset),
        set: value => this.write(field, at + field.offset, value) });
    }
    return struct;
  }

  read(field, at) {
    const codes = this.codes;
    if (field.type === codes.SIGMA_TYPE_TEXT) {
      return this.textAt(at, field.count);
    }
    if (field.count > 1) {
      const size = this.sizeOf(field);
      return Array.from({ length: field.count },
                        (_, i) => this.read({ ...field, count: 1 }, at + i * size));
    }
    switch (field.type) {
      case codes.SIGMA_TYPE_F64: return this.view.getFloat64(at, true);
      case codes.SIGMA_TYPE_U32: return this.view.getUint32(at, true);
      case codes.SIGMA_TYPE_BITS: return this.view.getBigUint64(at, true);
      case codes.SIGMA_TYPE_I64:
      case codes.SIGMA_TYPE_TIME: return this.view.getBigInt64(at, true);
      case codes.SIGMA_TYPE_STRUCT: return this.structAt(field.detail, at);
      default: return this.view.getInt32(at, true);
    }
  }

  write(field, at, value) {
    const codes = this.codes;
    if (field.type === codes.SIGMA_TYPE_TEXT) {
      throw new TypeError(`${field.name} is only written by the library`);
    }
    if (field.count > 1) {
      const size = this.sizeOf(field);
      value.forEach((each, i) => this.write({ ...field, count: 1 }, at + i * size, each));
      return;
    }
    switch (field.type) {
      case codes.SIGMA_TYPE_F64: this.view.setFloat64(at, value, true); break;
      case codes.SIGMA_TYPE_U32: this.view.setUint32(at, value, true); break;
      case codes.SIGMA_TYPE_BITS: this.view.setBigUint64(at, value, true); break;
      case codes.SIGMA_TYPE_I64:
      case codes.SIGMA_TYPE_TIME: this.view.setBigInt64(at, value, true); break;
      case codes.SIGMA_TYPE_STRUCT: this.copy(at, value.at, this.size(field.detail)); break;
      default: this.view.setInt32(at, value, true);
    }
  }

  sizeOf(field) {
    const codes = this.codes;
    if (field.type === codes.SIGMA_TYPE_STRUCT) {
      return this.size(field.detail);
    }
    return [codes.SIGMA_TYPE_I32, codes.SIGMA_TYPE_U32, codes.SIGMA_TYPE_WORD].includes(field.type)
      ? 4 : 8;
  }

  copy(to, from, size) {
    new Uint8Array(this.exports.memory.buffer).copyWithin(to, from, from + size);
  }
}

export async function load(bytes, codes) {
  const { instance } = await WebAssembly.instantiate(bytes, {});
  return new Sigma(instance.exports, codes);
}
