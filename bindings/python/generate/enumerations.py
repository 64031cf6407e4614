# SPDX-License-Identifier: MIT
"""Enumerators of a header as classes."""
import re

from names import class_name, plain

ENUMERATION = re.compile(r"/\*\*((?:(?!\*/).)*?)\*/\s*enum \{(.*?)\};", re.S)
MEMBER = re.compile(r"(SIGMA_\w+) = (-?\w+),?\s*/\*\*<(.*?)\*/", re.S)


def enumerations(text: str) -> list:
    """[(class, comment, [(member, value, comment)])] of a header."""
    found = []
    for comment, body in ENUMERATION.findall(text):
        members = [(name, value, " ".join(note.split())) for name, value, note
                   in MEMBER.findall(body) if value.lstrip("-").isdigit()]
        if len(members) > 1:
            first = " ".join(re.sub(r"^\s*\*", "", comment, flags=re.M).split())
            found.append((first, members))
    return found


def common_prefix(names: list) -> str:
    prefix = names[0]
    while not all(name.startswith(prefix) for name in names):
        prefix = prefix[:-1]
    return prefix[:prefix.rfind("_") + 1]


def enumeration_title(members: list, structs: set) -> tuple:
    """(prefix in C, class)"""
    prefix = common_prefix([name for name, *_ in members])
    title = class_name(prefix.removeprefix("SIGMA_").lower().strip("_")) or "Status"
    return prefix, title + ("Code" if title in structs else "")


def write_enumeration(comment: str, members: list, structs: set) -> tuple:
    prefix, title = enumeration_title(members, structs)
    lines = [f"class {title}(IntEnum):", f'    """{plain(comment)}"""', ""]
    for name, value, note in members:
        short = name.removeprefix(prefix)
        if short != "COUNT":
            short = f"_{short}" if short[0].isdigit() else short
            lines.append(f"    {short} = {value}  # {plain(note)}")
    return title, "\n".join(lines) + "\n"
