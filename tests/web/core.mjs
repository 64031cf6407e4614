// SPDX-License-Identifier: MIT
// The WebAssembly core, as bindings/wasm/build.py makes it: node core.mjs FOLDER FUNCTION...
//
// Nothing is imported, the public functions are what is exported, every struct can be read and
// written by its table, and errors are thrown.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { load, SigmaError } from '../../bindings/wasm/sigma.mjs';

const [folder, ...functions] = process.argv.slice(2);
const bytes = await readFile(`${folder}/sigma.wasm`);
const codes = JSON.parse(await readFile(`${folder}/constants.json`, 'utf8'));
const module = await WebAssembly.compile(bytes);
assert.deepEqual(WebAssembly.Module.imports(module), []);
assert.deepEqual(WebAssembly.Module.exports(module).map(found => found.name).sort(),
                 ['memory', ...functions].sort());

const sigma = await load(bytes, codes);
assert.equal(sigma.exports.sigma_version_abi(), codes.SIGMA_ABI_VERSION);
assert.equal(sigma.call('sigma_version_selftest'), codes.SIGMA_OK);

// ---- every field of every struct: what is written is read, and nothing else changes

function samples(field) {
  const wide = [codes.SIGMA_TYPE_BITS, codes.SIGMA_TYPE_I64, codes.SIGMA_TYPE_TIME];
  const one = i => wide.includes(field.type) ? BigInt(i) + 7n
    : field.type === codes.SIGMA_TYPE_F64 ? i + 0.1 : i + 3;
  return field.count > 1 ? Array.from({ length: field.count }, (_, i) => one(i)) : one(0);
}

let fields = 0;
for (const [name, kind] of sigma.kinds) {
  sigma.release();
  const [struct, size] = [sigma.struct(name), sigma.size(kind)];
  const scalars = sigma.layout(kind).filter(field =>
    ![codes.SIGMA_TYPE_STRUCT, codes.SIGMA_TYPE_TEXT].includes(field.type));
  scalars.forEach(field => { struct[field.name] = samples(field); });
  scalars.forEach(field => assert.deepEqual(struct[field.name], samples(field), field.name));
  scalars.forEach(field => { struct[field.name] = field.count > 1
    ? samples(field).map(value => value - value) : samples(field) - samples(field); });
  const left = new Uint8Array(sigma.exports.memory.buffer, struct.at, size);
  assert.ok(left.every(byte => byte === 0), name);
  fields += scalars.length;
}

// ---- calls: a known answer, a struct within a struct, an error

sigma.release();
const policy = sigma.struct('sigma_policy'), sizing = sigma.struct('sigma_sizing_params');
sigma.call('sigma_policy_defaults', policy);
sigma.call('sigma_sizing_preset', codes.SIGMA_MODE_FRACTION, sizing);
policy.sizing = sizing;
assert.equal(policy.sizing.risk_fraction, 0.01);
assert.equal(sigma.text('sigma_word_write', codes.SIGMA_VOCABULARY_MODE, sizing.mode), 'fraction');
assert.equal(sigma.number('0.1'), 0.1);
assert.throws(() => sigma.call('sigma_sizing_preset', 0, sizing),
              error => error instanceof SigmaError && error.status === codes.SIGMA_E_RANGE);
assert.throws(() => { sigma.struct('sigma_field').name = 'x'; }, TypeError);

console.log(`${bytes.length} bytes export ${functions.length} functions and import nothing; ` +
            `${fields} fields of ${sigma.kinds.size} structs`);
