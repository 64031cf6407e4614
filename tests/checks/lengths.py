#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that files and functions of the library stay short enough to be read at once.

Usage: lengths.py SOURCE_ROOT
"""
import re
import sys
from pathlib import Path

from api import finish

FILE_MOST, FUNCTION_MOST, USUAL_MOST = 300, 60, 40
# One line a case: tables in the shape of a switch.
TABLES = {"sigma_table_of", "sigma_table_of_indicators", "sigma_table_of_trades",
          "sigma_table_of_guards", "sigma_table_of_chances"}
FUNCTION = re.compile(r"^(?=\w)(?!typedef|struct|enum)([^;{}#=]*?)\n\{\n.*?^\}", re.M | re.S)

root = Path(sys.argv[1])
files = sorted((root / "lib").rglob("*.[ch]"))
lengths, errors = [], []
for path in files:
    text, shown = path.read_text(encoding="utf-8"), path.relative_to(root)
    count = text.count("\n")
    if count > FILE_MOST:
        errors.append(f"{shown} has {count} lines, more than {FILE_MOST}")
    for match in FUNCTION.finditer(text):
        name = re.search(r"(\w+)\(", match[1])[1]
        length = match[0].count("\n") + 1
        lengths.append(length)
        if length > FUNCTION_MOST and name not in TABLES:
            errors.append(f"{shown}: {name} has {length} lines, more than {FUNCTION_MOST}")

usual = sum(length <= USUAL_MOST for length in lengths)
if usual < 0.9 * len(lengths):
    errors.append(f"only {usual} of {len(lengths)} functions have {USUAL_MOST} lines or fewer")
middle = sorted(lengths)[len(lengths) // 2]
finish(errors, f"{len(files)} files, {len(lengths)} functions of {middle} lines in the middle, "
       f"{usual} within {USUAL_MOST}")
