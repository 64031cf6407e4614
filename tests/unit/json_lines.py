#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reads a log with Python's own json, zlib, float and datetime, and compares every value.

Usage: json_lines.py PROGRAM, which prints lines and the values that they were made of.
"""
import datetime
import json
import os
import struct
import subprocess
import sys
import zlib

EPOCH = datetime.datetime(1970, 1, 1)
KINDS = ("header", "decided", "trade", "exit", "transition", "violation", "failure")


def unique(pairs: list) -> dict:
    members = dict(pairs)
    assert len(members) == len(pairs), f"a member stands twice: {pairs}"
    return members


def member(record: object, path: str) -> object:
    for name in path.replace("[", ".[").split("."):
        if record is None:
            return None
        if name.startswith("["):
            record = record[int(name[1:-1])]
        else:
            record = record.get(name)
    return record


def nanoseconds(text: str) -> int:
    whole, _, fraction = text.rstrip("Z").partition(".")
    assert text.endswith("Z") and len(fraction) in (0, 9), text
    seconds = (datetime.datetime.strptime(whole, "%Y-%m-%dT%H:%M:%S") - EPOCH)
    return int(seconds.total_seconds()) * 10**9 + int(fraction or 0)


def bits(value: object) -> str:
    return struct.pack(">d", float(value)).hex()


def expected(kind: str, value: object) -> str:
    """The value that JSON holds, as the program prints it; None is zero."""
    if kind == "f64":
        return bits(value or 0)
    if kind == "int":
        return str(value or 0)
    if kind == "hex":
        return value or "00000000"
    if kind == "time":
        return str(nanoseconds(value) if value else 0)
    if kind == "word":
        return value or ""
    return ",".join(value or [])


def check_form(line: str) -> dict:
    assert line.isascii() and " " not in line and len(line) < 4096, line
    document = json.loads(line, object_pairs_hook=unique, parse_float=str, parse_int=str)
    kind = next(iter(document))
    assert list(document) == [kind, "crc"] and kind in KINDS, line
    body = line[:line.rindex(",")].encode()
    assert f"{zlib.crc32(body):08x}" == document["crc"], line
    if kind == "header":
        policy = line[line.index('"policy":') + 9:line.rindex('},"crc"')].encode()
        assert f"{zlib.crc32(policy):08x}" == document["header"]["digest"], line
    return document[kind]


def names(record: dict, prefix: str = "") -> list:
    """Paths of all single values, in the order in which they stand."""
    found = []
    for name, value in record.items():
        path = prefix + name
        if isinstance(value, dict):
            found += names(value, path + ".")
        elif isinstance(value, list) and prefix + name not in BIT_SETS:
            found += [f"{path}[{i}]" for i in range(len(value))]
        else:
            found.append(path)
    return found


BIT_SETS = set()


def check_log(output: str) -> int:
    lines, record, paths, compared = 0, {}, [], 0
    for text in output.splitlines() + ["> "]:
        if text.startswith("> "):
            standing = names(record)
            there = set(standing)
            assert [p for p in paths if p in there] == standing, f"out of order: {standing}"
            paths = []
            if text != "> ":
                record = check_form(text[2:])
                lines += 1
            continue
        path, kind, value = (text.split(" ") + [""])[:3]
        if kind == "bits":
            BIT_SETS.add(path)
        paths.append(path)
        have = member(record, path)
        want = expected(kind, have)
        if kind == "word" and have is None:
            assert value in ("unknown", "none", "deny", "risk"), text  # the code 0
        else:
            assert want == value, f"{path}: JSON has {want}, the struct {value}"
        compared += 1
    assert compared > 10000, compared
    return lines


def run(program: str, locale: str) -> subprocess.CompletedProcess:
    environment = dict(os.environ, LC_ALL=locale)
    return subprocess.run([program], env=environment, capture_output=True, text=True, check=False)


plain = run(sys.argv[1], "C")
assert plain.returncode == 0, plain.stderr
print(f"{check_log(plain.stdout)} lines agree")
for name in ("de_DE.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8"):
    other = run(sys.argv[1], name)
    if other.returncode == 77:
        print(f"{name} is not installed")
        continue
    assert other.stdout == plain.stdout, f"lines differ under {name}"
    print(f"the same bytes under {name}")
