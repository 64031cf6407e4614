#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that every test that docs/promises.md names exists, and that every row names one.

Usage: promises.py SOURCE_ROOT
"""
import re
import sys
from pathlib import Path

from api import finish

root = Path(sys.argv[1])
errors, named = [], 0
text = (root / "docs/promises.md").read_text(encoding="utf-8")
for row in re.findall(r"^\| (?!statement|---)(.*) \| (.*) \|$", text, re.M):
    tests = re.findall(r"`(\w+): (\w+)`", row[1])
    if not tests:
        errors.append(f"nothing holds: {row[0]}")
    for file, function in tests:
        path = root / "tests" / ("fuzz" if file.startswith("fuzz") else "unit") / f"{file}.c"
        named += 1
        if not path.exists() or f" {function}(" not in path.read_text(encoding="utf-8"):
            errors.append(f"{file} has no {function}")
if named < 20:
    errors.append(f"only {named} tests were found in docs/promises.md")
finish(errors, f"{named} tests hold what docs/promises.md says")
