#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints monitor.inc: a trace of trades with the drawdown in R and the e-detector for means up to 0,
computed elsewhere in Python from their definitions.

Usage: monitor.py FOLDER, which holds methods/s6_monitor_vectors.json
"""
import json
import sys
from pathlib import Path

data = json.loads(Path(sys.argv[1], "methods/s6_monitor_vectors.json").read_text(encoding="utf-8"))
assert data["grid"] == [0.05, 0.1, 0.2, 0.35, 0.55, 0.8] and data["win_cap"] == 3.0
print("/* Printed by monitor.py: multiple, drawdown, e-detector. */")
for row in data["trace"]:
    print(f"{{{row['R']!r}, {row['dd_R']!r}, {row['edet_sr_mu0']!r}}},")
