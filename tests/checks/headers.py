#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that each header compiles alone, as C and as C++, without a warning.

Usage: headers.py SOURCE_ROOT
"""
import shutil
import subprocess
import sys

from api import Headers, finish

LANGUAGES = [("gcc", "c", "c11"), ("clang", "c", "c11"), ("gcc", "c", "c17")] + [
    (compiler, "c++", f"c++{year}") for compiler in ("g++", "clang++") for year in (11, 14, 17, 20)]
WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wundef", "-Wconversion", "-Werror"]

headers = Headers(sys.argv[1])
errors, tried = [], []
for compiler, language, standard in LANGUAGES:
    if not shutil.which(compiler):
        continue
    tried.append(f"{compiler} {standard}")
    padded = ["-Wpadded", "-Wc++-compat"] if language == "c" else []
    result = subprocess.run(
        [compiler, "-x", language, f"-std={standard}", "-fsyntax-only", *WARNINGS, *padded,
         f"-I{headers.root}/include", *map(str, headers.paths)], capture_output=True, text=True)
    if result.returncode:
        errors.append(f"{compiler} -std={standard}:\n{result.stderr}")
finish(errors, f"{len(headers.paths)} headers, each alone: {', '.join(tried)}")
