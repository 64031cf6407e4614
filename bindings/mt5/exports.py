#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the module definition that makes a DLL export every public function, and nothing else.

Usage: exports.py REPOSITORY FILE DEPFILE

  DEPFILE  receives the headers that FILE depends on, for ninja
"""
import sys
from pathlib import Path

ROOT = Path(sys.argv[1])
sys.path.insert(0, str(ROOT / "tests/checks"))
from api import Headers  # noqa: E402  (its place is known only now)

names = sorted(Headers(ROOT).declared)
Path(sys.argv[2]).write_text("\n".join(["EXPORTS", *names, ""]), encoding="utf-8")
headers = " ".join(str(path) for path in sorted((ROOT / "include/sigma").glob("*.h")))
Path(sys.argv[3]).write_text(f"{sys.argv[2]}: {headers}\n", encoding="utf-8")
