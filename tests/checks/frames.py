#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that no function of the library takes more than 1 KiB of stack, however it is optimised.

Usage: frames.py SOURCE_ROOT [COMPILER OPTION...]
"""
import itertools
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from api import finish
from flags import pure, sources

MOST = 1024
LEVELS = ["-O0", "-O1", "-O2", "-O3", "-Os"]

root = Path(sys.argv[1]).resolve()
compiler = sys.argv[2:] or ["gcc"]


def frames(level: str, path: str) -> list:
    """[(bytes, function, level, kind)] of a file."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*compiler, *pure(root, compiler[0]), level, f"-I{root}/include",
                        f"-I{root}/lib", "-fstack-usage", "-c", path, "-o", "one.o"],
                       cwd=folder, check=True)
        lines = Path(folder, "one.su").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return [(int(size), place.split(":")[-1], level, kind) for place, size, kind in rows]


with ThreadPoolExecutor(os.cpu_count()) as pool:
    work = list(itertools.product(LEVELS, sources(root)))
    found = [frame for file in pool.map(lambda job: frames(*job), work) for frame in file]
errors = [f"{name} takes {size} bytes of stack ({kind}) at {level}"
          for size, name, level, kind in found if size > MOST or kind == "dynamic"]
size, name, level, _ = max(found)
finish(errors, f"the largest frame has {size} bytes: {name} at {level}")
