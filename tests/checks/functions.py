#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that every public function is documented, tested and fuzzed, and returns only the statuses
that its comment names.

The statuses come from tests/checks/golden.txt, where the golden program notes each that it saw.
Usage: functions.py SOURCE_ROOT [--table]
"""
import re
import sys
from pathlib import Path

from api import Function, Headers, finish

UNSEEN = {("sigma_version_selftest", "SIGMA_E_STATE")}  # needs a processor in another mode

root = Path(sys.argv[1])
headers = Headers(sys.argv[1])
errors: list = []


def callers(folder: str, pattern: str) -> dict:
    """{function: [file, ...]} for the files that call it."""
    found: dict = {name: [] for name in headers.declared}
    for path in sorted((root / folder).glob(pattern)):
        for name in set(re.findall(r"\b(sigma_\w+)\(", path.read_text(encoding="utf-8"))):
            if name in found:
                found[name].append(path.stem)
    return found


def golden_statuses() -> dict:
    """{function: statuses seen}; nothing where there is no file yet."""
    path = root / "tests/checks/golden.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return {words[0]: {f"SIGMA_{word}" for word in words[2:]}
            for words in (line.split() for line in lines) if words[0] != "#"}


def check_comment(function: Function) -> None:
    sections = re.findall(r"@(param|returns?)\b(?:\[([a-z,]+)\])?(.*?)(?=@(?:param|returns?)\b|$)",
                          function.comment)
    documented = [body.split()[0] for tag, _, body in sections if tag == "param"]
    if documented != [name for _, name in function.parameters]:
        errors.append(f"{function.name} documents the parameters {documented}")
    directions = {body.split()[0]: way for tag, way, body in sections if tag == "param"}
    for kind, name in function.parameters:
        written = "*" in kind and "const" not in kind
        if written != ("out" in directions.get(name, "")):
            errors.append(f"{function.name}: the direction of {name} is not that of its type")
    returned = " ".join(body for tag, _, body in sections if tag != "param")
    if function.returns != "void" and not returned:
        errors.append(f"{function.name} does not say what it returns")
    if function.returns == "sigma_status" and "SIGMA_OK" not in returned:
        errors.append(f"{function.name} does not name SIGMA_OK")
    if "deprecated" in function.comment.lower():
        errors.append(f"{function.name} is deprecated")
    check_statuses(function, set(re.findall(r"SIGMA_(?:OK|WARMUP|E_[A-Z]+)\b", returned)))


def check_statuses(function: Function, named: set) -> None:
    for status in sorted(named - set(headers.constants)):
        errors.append(f"{function.name} names {status}, which does not exist")
    if not seen or function.returns != "sigma_status":
        return
    returned = seen.get(function.name)
    if returned is None:
        errors.append(f"{function.name} is missing in golden.txt")
        return
    for status in sorted(returned - named):
        errors.append(f"{function.name} returned {status}, which its comment does not name")
    for status in sorted(named - returned):
        if (function.name, status) not in UNSEEN:
            errors.append(f"{function.name} never returned {status}, which its comment names")


seen = golden_statuses()
tested, fuzzed = callers("tests/unit", "*.c"), callers("tests/fuzz", "fuzz_*.c")
undocumented = headers.declared - set(headers.functions)
errors.extend(f"{name} has no comment" for name in sorted(undocumented))
for item in headers.functions.values():
    check_comment(item)
errors.extend(f"{name} is called by no fuzz target" for name in sorted(fuzzed) if not fuzzed[name])
untested = sorted(name for name in tested if not tested[name])
if (root / "tests/unit").is_dir():
    errors.extend(f"{name} is called by no unit test" for name in untested)

if "--table" in sys.argv:
    for name in sorted(fuzzed):
        print(f"{name:28} {' '.join(sorted(fuzzed[name]))}")
targets = {target for names in fuzzed.values() for target in names}
finish(errors, f"{len(headers.functions)} functions documented, "
       f"{len(tested) - len(untested)} called by unit tests, all fuzzed by {len(targets)} targets"
       + (", returning what they say" if seen else ""))
