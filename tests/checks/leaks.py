#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that no file of the project names a folder or a server of somebody's machine.

Usage: leaks.py SOURCE_ROOT
"""
import re
import subprocess
import sys
from pathlib import Path

from api import finish

# Written in pieces, so that this file does not find itself.
WORDS = ["/" + "work/", "/" + "home/", "/" + "root/", "/" + "Users/", "C:" + r"\\Users",
         "registry." + "npmjs", "pypi" + r"\.org", "files." + "pythonhosted",
         "deb." + "debian", "archive." + "ubuntu", "proxy." + "golang", "crates" + r"\.io",
         "local" + "host:", r"\b10\.\d+\.\d+\.\d+\b", r"\b192\.168\.\d+\.\d+\b"]
LEAK = re.compile("|".join(WORDS))
GENERATED = re.compile(r"^(build[^/]*|out|\.git)(/|$)|(^|/)__pycache__/")


def tracked(root: Path) -> list:
    """What git tracks or would track; without git, everything that is not generated."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others",
               "--exclude-standard"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
        names = [name for name in listed.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        names = [path.relative_to(root).as_posix() for path in root.rglob("*")]
    return [root / name for name in sorted(set(names)) if not GENERATED.search(name)]


source = Path(sys.argv[1])
files = [path for path in tracked(source) if path.is_file()]
errors = []
for file in files:
    text = file.read_bytes().decode("utf-8", errors="replace")
    for match in LEAK.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        errors.append(f"{file.relative_to(source)}:{line}: {match[0]}")
finish(errors, f"{len(files)} files name no machine")
