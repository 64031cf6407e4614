#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes sigma.mqh, the include for MetaTrader 5, from sigma.mqh.in beside this file and the public
headers: every constant, enumeration, struct and function. Nothing of the contract stands twice, and
what is written is not kept in the repository.

MQL5 packs structs to one byte; the library's have no padding, so both agree. Pointers become
references; those to several values become arrays, text is UTF-8 in arrays of uchar.

Usage: build.py FILE
"""
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path += [str(ROOT / "tests/checks"), str(ROOT / "bindings/python/generate")]
from api import Headers  # noqa: E402  (its place is known only now)
from enumerations import common_prefix, enumerations  # noqa: E402

TYPES = {"double": "double", "int32_t": "int", "int64_t": "long", "uint32_t": "uint",
         "uint64_t": "ulong", "uint8_t": "uchar", "char": "uchar", "void": "uchar",
         "sigma_status": "int"}
STRUCT_ARRAYS = {"trades", "bars", "finished"}  # of batch functions


def in_order(structs: dict) -> list:
    """Each struct behind those that it holds."""
    done: dict = {}

    def add(struct) -> None:
        for field in struct.fields:
            if field.type in structs and field.type not in done:
                add(structs[field.type])
        done.setdefault(struct.name, struct)

    for struct in structs.values():
        add(struct)
    return list(done.values())


def write_struct(struct) -> str:
    lines = [f"struct {struct.name}", "  {"]
    for field in struct.fields:
        count = f"[{field.count}]" if field.count > 1 or field.type == "char" else ""
        lines.append(f"   {TYPES.get(field.type, field.type)} {field.name}{count};")
    return "\n".join([*lines, "  };"])


def is_array(function, index: int) -> bool:
    kind, name = function.parameters[index]
    following = [n for _, n in function.parameters[index + 1:index + 2]]
    batch = "batch" in function.name.split("_")
    if "sigma_" in kind:
        return (batch and name in STRUCT_ARRAYS) or name == "votes"
    return ("const" in kind or "void" in kind or following == ["capacity"]
            or (batch and name != "length") or holds_many(function, name))


def holds_many(function, name: str) -> bool:
    """An output of one number is 0 on error; one of several is left as it was."""
    note = re.search(rf"@param\[out\]\s+{name}\s+(.*?)(?=@param|@return)", function.comment)
    return bool(note) and ("Receives" in note[1] or "untouched" in note[1])


def write_parameter(function, index: int) -> str:
    kind, name = function.parameters[index]
    base = kind.replace("const", "").replace("*", "").strip()
    mql = TYPES.get(base, base)
    if "*" not in kind:
        return f"{mql} {name}"
    constant = "const " if "const" in kind else ""
    return f"{constant}{mql} &{name}{'[]' if is_array(function, index) else ''}"


def write_function(function) -> str:
    parameters = [write_parameter(function, i) for i in range(len(function.parameters))]
    return f"{TYPES[function.returns]} {function.name}({', '.join(parameters)});"


def write_enumeration(comment: str, members: list) -> str:
    prefix = common_prefix([name for name, *_ in members])
    lines = [f"   {name} = {value}{',' if i + 1 < len(members) else ' '} // {note}"
             for i, (name, value, note) in enumerate(members)]
    title = f"ENUM_{prefix.strip('_')}" if prefix != "SIGMA_" else "ENUM_SIGMA_STATUS"
    return "\n".join([f"// {comment}", f"enum {title}", "  {", *lines, "  };"])


def write_sizes(headers: Headers) -> str:
    kinds = headers.codes("KIND")
    return "\n".join(
        f"   SigmaCompare(SIGMA_KIND_{name.removeprefix('sigma_').upper()}, sizeof({name}), wrong);"
        for name in headers.structs
        if f"SIGMA_KIND_{name.removeprefix('sigma_').upper()}" in kinds)


def main() -> None:
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    headers = Headers(str(ROOT))
    found = [each for text in headers.texts.values() for each in enumerations(text)]
    listed = {name for _, members in found for name, *_ in members}
    version = re.search(r"version: '([\d.]+)'", (ROOT / "meson.build").read_text())[1]
    parts = {
        "VERSION": version,
        "CONSTANTS": "\n".join(f"#define {name} {code}" for name, code
                               in sorted(headers.constants.items()) if name not in listed),
        "ENUMERATIONS": "\n\n".join(write_enumeration(*each) for each in found),
        "STRUCTS": "\n\n".join(write_struct(struct) for struct in in_order(headers.structs)),
        "FUNCTIONS": "\n".join(write_function(each) for each in headers.functions.values()),
        "SIZES": write_sizes(headers),
    }
    text = (HERE / "sigma.mqh.in").read_text(encoding="utf-8")
    for name, part in parts.items():
        text = text.replace(f"@{name}@", part)
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
