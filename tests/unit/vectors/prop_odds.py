#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints prop_odds.inc: chances to pass, from exact lattices, the closed form and simulation.

Usage: prop_odds.py FOLDER, where FOLDER holds s2_prop_pass.json and s2_pass_series_check.json
"""
import json
import sys
from pathlib import Path


def read(name: str) -> dict:
    return json.loads((Path(sys.argv[1]) / name).read_text(encoding="utf-8"))


def block(name: str, kind: str, rows: list, *columns: str) -> None:
    print(f"static const {kind} {name}[] = {{")
    for row in rows:
        print("    {" + ", ".join(repr(float(row[column])) for column in columns) + "},")
    print("};\n")


odds = read("s2_prop_pass.json")
print("/* SPDX-License-Identifier: MIT */\n/* Printed by prop_odds.py. */\n/* clang-format off */")
block("clocks", "clock_case", read("s2_pass_series_check.json")["rows"], "p", "b", "risk", "N",
      "series", "dp")
block("ends", "end_case", odds["two_barrier_exact_vs_formula"], "p", "b", "r", "brownian", "exact")
block("trails", "trail_case", odds["trailing"], "mu_per_trade", "sd_per_trade", "p_formula", "p_mc")
block("trail_clocks", "trail_clock_case", odds["trailing_discrete"], "p", "b", "risk", "N",
      "apex_pass", "topstep_pass")
