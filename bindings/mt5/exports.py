#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the module definition that makes a DLL export every public function, and nothing else.

Usage: exports.py REPOSITORY FILE
"""
import sys
from pathlib import Path

ROOT = Path(sys.argv[1])
sys.path.insert(0, str(ROOT / "tests/checks"))
from api import Headers  # noqa: E402  (its place is known only now)

names = sorted(Headers(ROOT).declared)
Path(sys.argv[2]).write_text("\n".join(["EXPORTS", *names, ""]), encoding="utf-8")
