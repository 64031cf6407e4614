#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares every field table with the header and with the compiler's debug information, and every
vocabulary with its enumerators.

The tables are read from the shared library through its public functions; names, units and ranges
from the comments of the headers; places and types from DWARF, as pahole prints it.
Usage: fields.py SOURCE_ROOT SHARED_LIBRARY COMPILER...
"""
import ctypes
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from api import Field, Headers, finish

root, library, *compiler = sys.argv[1:]
headers = Headers(root)
constants = headers.constants
sigma = ctypes.CDLL(library)
errors: list = []

KINDS = headers.codes("KIND")
VOCABULARIES = {code: name[len("SIGMA_VOCABULARY_"):]
                for name, code in headers.codes("VOCABULARY").items() if code}
TYPES = {code: name[len("SIGMA_TYPE_"):] for name, code in headers.codes("TYPE").items()}
C_TYPES = {"F64": "double", "I32": "int32_t", "I64": "int64_t", "U32": "uint32_t",
           "TIME": "int64_t", "WORD": "int32_t", "BITS": "uint64_t", "TEXT": "char"}
LARGEST = {"I32": 2**31 - 1, "I64": 2**63 - 1}
NUMBER = r"-?\d[\d.]*(?:e[+-]?\d+)?"
RANGE = re.compile(r"(\S+) <= x <= (\S+?)[,.]?(?: |$)|x >= (\S+?)[,.]?(?: |$)")
ANY = {"SIGMA_KIND_FIELD"}  # its limits are those of any field


class Row(ctypes.Structure):
    _fields_ = [("name", ctypes.c_char * 32), ("unit", ctypes.c_char * 16),
                ("minimum", ctypes.c_double), ("maximum", ctypes.c_double),
                ("offset", ctypes.c_int32), ("type", ctypes.c_int32),
                ("count", ctypes.c_int32), ("detail", ctypes.c_int32)]


class Place(NamedTuple):
    name: str
    type: str
    count: int
    offset: int


def wrong(where: str, what: str, got, want) -> None:
    if got != want:
        errors.append(f"{where}: {what} is {got!r} in the table, {want!r} in the header")


def text(function, *codes: int) -> str:
    """What a function writes about codes; empty on error."""
    buffer, length = ctypes.create_string_buffer(256), ctypes.c_int32()
    status = function(*codes, buffer, 256, ctypes.byref(length))
    return buffer.raw[:length.value].decode() if status == 0 else ""


def table(kind: int) -> tuple:
    """Size of a struct, and its rows."""
    size, count, row = ctypes.c_int32(), ctypes.c_int32(), Row()
    if sigma.sigma_layout_size(kind, ctypes.byref(size), ctypes.byref(count)) != 0:
        return 0, []
    rows = []
    for index in range(count.value):
        if sigma.sigma_layout_field(kind, index, ctypes.byref(row)) == 0:
            rows.append(Row.from_buffer_copy(row))
    return size.value, rows


def debug_information() -> dict:
    """{struct: [Place]} of all public structs, from DWARF."""
    names = sorted(headers.structs)
    code = '#include "sigma/sigma.h"\n' + "".join(f"{n} use_{n};\n" for n in names)
    with tempfile.TemporaryDirectory() as folder:
        source, compiled = Path(folder, "all.c"), Path(folder, "all.o")
        source.write_text(code, encoding="utf-8")
        subprocess.run([*compiler, "-std=c11", "-g", "-c", f"-I{root}/include", str(source), "-o",
                        str(compiled)], check=True)
        printed = subprocess.run(["pahole", str(compiled)], check=True, capture_output=True,
                                 text=True).stdout
    member = re.compile(r"^\t(?:struct )?(\w+)\s+(\w+)(?:\[(\d+)\])?;\s*/\*\s*(\d+)\s+\d+ \*/",
                        re.M)
    return {name: [Place(f, t, int(n or 1), int(o)) for t, f, n, o in member.findall(body)]
            for name, body in re.findall(r"^struct (\w+) \{\n(.*?)^\}", printed, re.M | re.S)}


def bound(written: str):
    """A numeric limit of a comment; None for the name of a field, of a code, or for none."""
    return float(written) if re.fullmatch(NUMBER, written or "") else None


def compare_range(where: str, row: Row, kind: str, field: Field) -> None:
    if field.name == "reserved":
        wrong(where, "range", (row.minimum, row.maximum), (0.0, 0.0))
        return
    match = RANGE.search(field.comment)
    if kind == "F64" and not match and where.split(".")[0] not in ANY:
        errors.append(f"{where} is a double without a range in its comment")
    if not match:
        return
    low, high = bound(match[1] or match[3]), bound(match[2])
    if low is not None:
        wrong(where, "minimum", row.minimum, low)
    if high is not None:
        wrong(where, "maximum", row.maximum, high)
    if match[3] and kind in LARGEST and row.maximum < LARGEST[kind]:
        errors.append(f"{where} has a maximum of {row.maximum}, of which the header knows nothing")


def compare_codes(where: str, row: Row, kind: str, field: Field) -> None:
    """A WORD or BITS names the vocabulary of its comment, and ends at its last code."""
    named = [n for n in re.findall(r"SIGMA_([A-Z]+)_", field.comment) if n in VOCABULARIES.values()]
    if kind not in ("WORD", "BITS"):
        if named and not field.comment.startswith("By SIGMA_"):  # which says what an index means
            errors.append(f"{where} holds codes of {named[0]}, but is no WORD and no BITS")
        return
    name = VOCABULARIES.get(row.detail, "no vocabulary")
    if name not in named:
        errors.append(f"{where} has the vocabulary {name}, which its comment does not name")
    single = re.fullmatch(r"(SIGMA_[A-Z_]+[A-Z])\.", field.comment)
    last = constants.get(f"SIGMA_{name}_COUNT", 0) - 1
    wrong(where, "greatest code", row.maximum, constants[single[1]] if single else last)
    if single:
        wrong(where, "least code", row.minimum, constants[single[1]])
    elif kind == "WORD":
        without_zero = "not UNKNOWN" in field.comment or " or SIGMA_" in field.comment
        wrong(where, "least code", row.minimum, 1.0 if without_zero else 0.0)


def compare_field(owner: str, row: Row, field: Field, place: Place) -> None:
    where = f"{owner}.{field.name}"
    kind = TYPES.get(row.type, "no type")
    wrong(where, "name", row.name.decode(), field.name)
    unit = re.search(r"\[([^\]]*)\]", field.comment)
    wrong(where, "unit", row.unit.decode(), unit[1] if unit else "")
    if field.type == "double" and not unit and owner not in ANY:
        errors.append(f"{where} is a double without a unit")
    if (field.name, field.type, field.count) != place[:3]:
        errors.append(f"{where}: the header reads {field[:3]}, the compiler {place[:3]}")
    wrong(where, "offset", row.offset, place.offset)
    wrong(where, "count", row.count, place.count)
    if kind == "STRUCT":
        named = next((k for k, code in KINDS.items() if code == row.detail), "")
        wrong(where, "kind", "sigma_" + named[len("SIGMA_KIND_"):].lower(), field.type)
        return
    wrong(where, "type", C_TYPES.get(kind, kind), place.type)
    compare_range(where, row, kind, field)
    compare_codes(where, row, kind, field)


def compare_structs() -> int:
    places = debug_information()
    known = {f"sigma_{kind[len('SIGMA_KIND_'):].lower()}": (kind, code)
             for kind, code in KINDS.items() if code}
    for name in sorted(set(known) ^ set(headers.structs)):
        errors.append(f"{name} has no kind" if name in headers.structs else f"{name} is no struct")
    total = 0
    for name in sorted(set(known) & set(headers.structs)):
        kind, code = known[name]
        struct, (size, rows) = headers.structs[name], table(code)
        wrong(name, "name", text(sigma.sigma_layout_name, code), name)
        wrong(name, "size", size, struct.size)
        counts = len(rows), len(struct.fields), len(places.get(name, []))
        if len(set(counts)) != 1:
            errors.append(f"{name}: {counts[0]} fields in the table, {counts[1]} in the header, "
                          f"{counts[2]} by the compiler")
            continue
        for row, field, place in zip(rows, struct.fields, places[name]):
            compare_field(kind if kind in ANY else name, row, field, place)
        total += len(rows)
    return total


def compare_words() -> int:
    total = 0
    for vocabulary, name in VOCABULARIES.items():
        codes = headers.codes(name)
        if name == "STATUS":
            codes = {n: c for n, c in constants.items()
                     if re.fullmatch(r"SIGMA_(OK|WARMUP|E_\w+)", n)}
        elif sorted(codes.values()) != list(range(constants[f"SIGMA_{name}_COUNT"])):
            errors.append(f"SIGMA_{name}_COUNT is not the number of its codes")
        total += len(codes)
        for enumerator, code in codes.items():
            word = re.sub(r"SIGMA_(E_)?" if name == "STATUS" else f"SIGMA_{name}_", "", enumerator)
            wrong(enumerator, "word", text(sigma.sigma_word_write, vocabulary, code), word.lower())
            if not text(sigma.sigma_word_explain, vocabulary, code).endswith("."):
                errors.append(f"{enumerator} has no sentence")
        for code in (min(codes.values()) - 1, max(codes.values()) + 1):
            if text(sigma.sigma_word_write, vocabulary, code):
                errors.append(f"vocabulary {name} has a word for {code}, which has no enumerator")
    for name in ("KIND", "TYPE", "VOCABULARY"):
        if sorted(headers.codes(name).values()) != list(range(constants[f"SIGMA_{name}_COUNT"])):
            errors.append(f"SIGMA_{name}_COUNT is not the number of its codes")
    return total


field_total = compare_structs()
word_total = compare_words()
finish(errors, f"{len(headers.structs)} structs of {field_total} fields agree in table, header and "
       f"debug information; {word_total} words in {len(VOCABULARIES)} vocabularies")
