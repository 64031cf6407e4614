#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares the list of keys in docs/config.md with the library: every key that a config prints, with
its default, and its meaning, unit and range out of the headers.

Usage: config_keys.py SOURCE_ROOT SHARED_LIBRARY CONFIG_LIBRARY [--renew]

  --renew  writes the list
"""
import ctypes
import re
import sys
from pathlib import Path

from api import Headers, finish

root, library, config_library = sys.argv[1:4]
headers = Headers(root, apart=True)
sigma = ctypes.CDLL(library, mode=ctypes.RTLD_GLOBAL)
reader = ctypes.CDLL(config_library)
GUIDE = Path(root, "docs/config.md")
MARK = "<!-- keys -->\n"
SPACE = headers.constants["SIGMA_CONFIG_SPACE"]
FULL = b"""account: {balance: 1}
symbols: {ES: {sector: us}, NQ: {}}
groups: {stocks: {symbols: [ES, NQ], correlation: 0.9}}
correlations: [[ES, NQ, 0.9]]
prop: ftmo_two_step
schedule: {preset: forex, holidays: [2026-12-25]}
"""
STRUCTS = {"account": "sigma_config_account", "symbols": "sigma_config_symbol",
           "groups": "sigma_config_group"}
FORMS = {"symbols": "Two of the symbols or more.", "days": "Weekdays on which it starts.", "holidays": "Trading days without trade."}


class Row(ctypes.Structure):
    _fields_ = [("name", ctypes.c_char * 32), ("unit", ctypes.c_char * 16),
                ("minimum", ctypes.c_double), ("maximum", ctypes.c_double),
                ("offset", ctypes.c_int32), ("type", ctypes.c_int32),
                ("count", ctypes.c_int32), ("detail", ctypes.c_int32)]


def printed(yaml: bytes) -> str:
    """What a config prints that was read from a text."""
    config, error = ctypes.create_string_buffer(1 << 20), ctypes.create_string_buffer(1 << 12)
    text, length = ctypes.create_string_buffer(SPACE), ctypes.c_int32()
    status = reader.sigma_config_read(yaml, ctypes.c_int64(len(yaml)), b"", config, error)
    status = status or reader.sigma_config_write(config, text, SPACE, ctypes.byref(length))
    assert status == 0, error.raw
    return text.value.decode()


def leaves(text: str) -> dict:
    """{path: value} of all keys with one; of lists of mappings the first element alone."""
    found, path = {}, []
    for line in text.splitlines():
        spaces, bullet, key, value = re.fullmatch(r"( *)(- )?([^:\[]*):? ?(.*)", line).groups()
        depth = (len(spaces) + len(bullet or "")) // 2
        if not key:
            continue
        path = path[:depth] + [""] * (depth - len(path)) + [key]
        if value:
            found.setdefault(".".join(word for word in path if word), value)
    return found


def words_of(struct: str, field: str) -> list:
    """The words that a field takes; none if it takes numbers."""
    kind = headers.constants.get("SIGMA_KIND_" + struct[len("sigma_"):].upper(), 0)
    row, buffer, length = Row(), ctypes.create_string_buffer(128), ctypes.c_int32()
    for index in range(1000):
        if sigma.sigma_layout_field(kind, index, ctypes.byref(row)) != 0:
            return []
        if row.name.decode() == field:
            break
    if row.type not in (headers.constants["SIGMA_TYPE_WORD"], headers.constants["SIGMA_TYPE_BITS"]):
        return []
    codes = range(int(row.minimum), int(row.maximum) + 1)
    words = [buffer.value.decode() for code in codes
             if sigma.sigma_word_write(row.detail, code, buffer, 128, ctypes.byref(length)) == 0]
    return [word for word in words if word != "unknown"]


def field_of(path: str):
    """The struct and the field of a header that a key sets."""
    names = path.split(".")
    struct = STRUCTS.get(names[0]) or {f.name: f.type for f in
                                       headers.structs["sigma_config"].fields}[names[0]]
    names = names[2:] if names[0] in ("symbols", "groups") else names[1:]
    for name in names[:-1]:
        struct = next(f.type for f in headers.structs[struct].fields if f.name == name)
    if struct == "sigma_config_symbol" and names[-1] != "sector":
        struct = "sigma_symbol"
    name = "sector_name" if names[-1] == "sector" and struct == "sigma_config_symbol" else names[-1]
    return struct, next(f for f in headers.structs[struct].fields if f.name == name)


def meaning(struct: str, field) -> str:
    words = words_of(struct, field.name)
    text = FORMS.get(field.name, field.comment)
    text = re.sub(r"[,;] default [^\[\]]*$", ".", text).replace("SIGMA_FACTOR_... ", "")
    if words:
        text = re.sub(r" ?(of )?SIGMA_\w+?_\.\.\.(, not UNKNOWN)?", "", text).strip(" ,.:;")
        text = f"{text}: " if text else ""
        text += ", ".join(f"`{word}`" for word in words) + "."
    return text.replace("|", "\\|")


def title(path: str) -> str:
    names = path.split(".")
    return ".".join(["symbols.NAME" if names[0] == "symbols" else "groups.NAME", *names[2:]]
                    if names[0] in ("symbols", "groups") else names)


def listed() -> str:
    """The list of keys, a table for each section."""
    defaults, lines, section = leaves(printed(b"policy: {}")), [], ""
    for path in leaves(printed(FULL)):
        if path.startswith("symbols.NQ"):
            continue
        if path.split(".")[0] != section:
            section = path.split(".")[0]
            lines += ["", f"### {section}", "", "| key | default | meaning |", "|---|---|---|"]
        struct, field = field_of(path)
        default = defaults.get(path)
        shown = f"`{default}`" if default else ""
        lines.append(f"| `{title(path)}` | {shown} | {meaning(struct, field)} |")
    return "\n".join(lines) + "\n"


guide = GUIDE.read_text(encoding="utf-8")
head, old = guide.split(MARK)
new = listed()
if "--renew" in sys.argv:
    GUIDE.write_text(head + MARK + new, encoding="utf-8")
    old = new
here, there = set(old.splitlines()), set(new.splitlines())
finish([f"docs/config.md has: {line}" for line in sorted(here - there)]
       + [f"the library has: {line}" for line in sorted(there - here)]
       + (["docs/config.md has another order of keys"] if old != new and here == there else []),
       f"{new.count(chr(10) + '| `')} keys stand in docs/config.md as the library has them")
