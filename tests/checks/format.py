#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that clang-format would change nothing in any C file.

Versions of clang-format differ, so only the one that .clang-format names is asked; exit 77 skips.
Usage: format.py SOURCE_ROOT
"""
import re
import shutil
import subprocess
import sys
from pathlib import Path

from api import finish

root = Path(sys.argv[1])
wanted = re.search(r"clang-format (\d+)", (root / ".clang-format").read_text(encoding="utf-8"))[1]


def version_of(command: str) -> str:
    printed = subprocess.run([command, "--version"], capture_output=True, text=True).stdout
    return (re.search(r"version (\d+)", printed) or ["", ""])[1]


candidates = [c for c in (f"clang-format-{wanted}", "clang-format") if shutil.which(c)]
found = [c for c in candidates if version_of(c) == wanted]
if not found:
    have = ", ".join(f"{c} is {version_of(c)}" for c in candidates) or "there is none"
    print(f"skipped: needs clang-format {wanted}; {have}")
    sys.exit(77)

files = [p for p in sorted(root.rglob("*.[ch]"))
         if p.relative_to(root).parts[0] in ("include", "lib", "tests", "examples", "bench")]
result = subprocess.run([found[0], "--dry-run", "-Werror", *map(str, files)], capture_output=True,
                        text=True)
unformatted = sorted(set(re.findall(r"^(\S.*?):\d+:\d+: error", result.stderr, re.M)))
finish([f"{Path(name).relative_to(root)} is not formatted: clang-format -i mends it"
        for name in unformatted] or ([result.stderr] if result.returncode else []),
       f"{len(files)} files are as clang-format {wanted} has them")
