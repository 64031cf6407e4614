#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Translates the part of MQL5 that sigma.mqh and its programs are written in to C++, for mql5.h.

No compiler of MQL5 exists outside MetaTrader. This one takes less than MetaEditor does: it refuses
whatever it does not know in an import, and the C++ compiler refuses the rest. Structs are packed to
one byte, as in MQL5; imports are looked up by name in the DLL when they are first called.

Usage: translate.py PROGRAM.mq5 FOLDER_OF_INCLUDES > PROGRAM.cpp
"""
import re
import sys
from pathlib import Path

SIMPLE = {"int", "uint", "long", "ulong", "double", "bool", "uchar", "ushort", "short", "char"}
ARRAY_PARAMETER = re.compile(r"\b(const\s+)?(\w+)\s*&\s*(\w+)\s*\[\]")
LOCAL_ARRAY = re.compile(r"^(\s*)(\w+)\s+(\w+)\[(\w*)\];", re.M)
IMPORT = re.compile(r"(\w+)\s+(\w+)\s*\((.*)\);")
PARAMETER = re.compile(r"(const\s+)?(\w+)\s*(&?)\s*(\w+)\s*(\[\])?")
FUNCTION = re.compile(r"^(\w+ \w+\(.*\))\n  \{", re.M)
STRUCT = re.compile(r"^struct (\w+)\n  \{\n(.*?)^  \};", re.M | re.S)


def fail(where: str, what: str) -> None:
    sys.exit(f"{where}: {what}")


def import_one(dll: str, line: str, structs: set) -> str:
    """A function of a DLL, as one that looks it up."""
    found = IMPORT.fullmatch(line)
    if not found:
        fail(line, "is not a declaration that can be imported")
    returns, name, parameters = found.groups()
    declared, kinds, passed = [], [], []
    for text in filter(None, (part.strip() for part in parameters.split(","))):
        parameter = PARAMETER.fullmatch(text)
        if not parameter or parameter[2] not in SIMPLE | structs:
            fail(line, f"{text} cannot be a parameter of a DLL's function")
        constant, kind, reference, called, array = parameter.groups()
        constant = constant or ""
        if kind in structs and not reference:
            fail(line, f"{text}: a struct goes by reference")
        if array and not reference:
            fail(line, f"{text}: an array goes by reference")
        kind = f"mql_{kind}" if kind == "long" else kind
        if array:
            declared.append(f"{constant}mql_array<{kind}> &{called}")
            passed.append(f"{called}.data()")
        else:
            declared.append(f"{constant}{kind} {reference}{called}")
            passed.append(f"&{called}" if reference else called)
        kinds.append(f"{constant}{kind} *" if reference else kind)
    return (f"inline {returns} {name}({', '.join(declared)}) {{ static const auto found = "
            f"({returns} (*)({', '.join(kinds)}))mql_import(\"{dll}\", \"{name}\"); "
            f"return found({', '.join(passed)}); }}")


def imports(text: str, structs: set) -> str:
    def block(match: re.Match) -> str:
        lines = [line.split("//")[0].strip() for line in match[2].splitlines()]
        return "\n".join(import_one(match[1], line, structs) for line in lines if line)

    return re.sub(r'^#import "([^"]+)"\n(.*?)^#import$', block, text, flags=re.M | re.S)


def struct(match: re.Match) -> str:
    """A packed struct, and where its members lie, for the test to compare with the DLL's tables."""
    members = re.findall(r"^\s+\w+ (\w+)(?:\[\d+\])?;", match[2], re.M)
    table = "".join(f'    {{"{match[1]}", "{member}", offsetof({match[1]}, {member}), '
                    f"sizeof({match[1]}), {len(members)}}},\n" for member in members)
    return (f"#pragma pack(push, 1)\n{match[0]}\n#pragma pack(pop)\n"
            f"static const mql_member {match[1]}_members[] = {{\n{table}}};\n"
            f"static const mql_registered {match[1]}_known({match[1]}_members, {len(members)});")


def array(match: re.Match) -> str:
    space, kind, name, count = match.groups()
    if kind in ("return", "delete"):
        return match[0]
    return f"{space}mql_array<{kind}> {name}{f'({count})' if count else ''};"


def declared(text: str) -> str:
    """With declarations of its functions, which MQL5 lets call those that stand further down."""
    first = FUNCTION.search(text)
    if not first:
        return text
    every = "".join(f"{found[1]};\n" for found in FUNCTION.finditer(text))
    return f"{text[:first.start()]}{every}{text[first.start():]}"


def translate(path: Path, includes: Path, seen: set) -> str:
    """The text of a program; <X> stands in the folder of includes, "X" beside the program."""
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"^(#property|input group).*\n", "", text, flags=re.M)

    def included(match: re.Match) -> str:
        name = match[1][1:-1]
        if name in seen:
            return ""
        seen.add(name)
        return translate((includes if match[1][0] == "<" else path.parent) / name, includes, seen)

    structs = set(re.findall(r"^struct (\w+)", text, re.M))
    text = imports(text, structs)
    held: list = []

    def hold(match: re.Match) -> str:
        held.append(struct(match))
        return f"@{len(held) - 1}@"

    text = STRUCT.sub(hold, text)
    text = ARRAY_PARAMETER.sub(lambda m: f"{m[1] or ''}mql_array<{m[2]}> &{m[3]}", text)
    text = LOCAL_ARRAY.sub(array, text)
    text = re.sub(r"^(\s*)s?input\s+", r"\1static ", text, flags=re.M)  # tests set them
    if path.suffix == ".mq5":
        text = declared(text)
    text = re.sub(r"@(\d+)@", lambda m: held[int(m[1])], text)
    text = re.sub(r'(?<![\w.>"])long\b', "mql_long", text)
    return re.sub(r'^#include (<[^>]+\.mqh>|"[^"]+\.mqh")\n', included, text, flags=re.M)


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    text = translate(Path(sys.argv[1]), Path(sys.argv[2]), set())
    print('#include "terminal.h"')
    print(text)


if __name__ == "__main__":
    main()
