#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that no function of the library takes more than 1 KiB of stack, however it is optimised.

Usage: frames.py SOURCE_ROOT [COMPILER OPTION...]
"""
import subprocess
import sys
import tempfile
from pathlib import Path

from api import finish
from flags import pure, sources

MOST = 1024
LEVELS = ["-O0", "-O1", "-O2", "-O3", "-Os"]

root = Path(sys.argv[1]).resolve()
compiler = sys.argv[2:] or ["gcc"]
largest, errors = (0, "", ""), []
for level in LEVELS:
    with tempfile.TemporaryDirectory() as folder:
        for path in sources(root):
            subprocess.run([*compiler, *pure(root, compiler[0]), level, f"-I{root}/include",
                            f"-I{root}/lib", "-fstack-usage", "-c", path, "-o", "one.o"],
                           cwd=folder, check=True)
            for line in Path(folder, "one.su").read_text(encoding="utf-8").splitlines():
                place, size, kind = line.split("\t")
                name = place.split(":")[-1]
                largest = max(largest, (int(size), name, level))
                if int(size) > MOST or kind == "dynamic":
                    errors.append(f"{name} takes {size} bytes of stack ({kind}) at {level}")
size, name, level = largest
finish(errors, f"the largest frame has {size} bytes: {name} at {level}")
