#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints correlation.inc: returns with their exponentially weighted correlation, and matrices with
what has to be mixed in before they have a Cholesky factor, computed elsewhere in Python.

Usage: correlation.py FOLDER > correlation.inc, where FOLDER holds methods/s7_correlation.json
"""
import json
import sys
from pathlib import Path

data = json.loads(Path(sys.argv[1], "methods/s7_correlation.json").read_text(encoding="utf-8"))


def rows(name, matrix):
    print(f"static const double {name}[{len(matrix)}][{len(matrix[0])}] = {{")
    for row in matrix:
        print("    {" + ", ".join(repr(float(x)) for x in row) + "},")
    print("};")


print("/* Printed by correlation.py. */")
ewma = data["ewma_corr"]
assert ewma["lam"] == 0.97 and ewma["zero_mean"] and ewma["init"] == "first outer product"
rows("returns", data["ledoit_wolf_constcorr"]["X"])
rows("decayed", ewma["corr"])
repair = data["psd_repair"]
# The share of unity that lifts the smallest eigenvalue x to 0 is -x / (1 - x); what was collected
# stops at a coarser test of definiteness.
least = repair["eig_A4"][0]
exact = -least / (1 - least), 1 - 0.5**0.5
for share, was in zip(exact, (repair["A4_shrink"][0], repair["higham3"]["shrink_to_identity_delta"])):
    assert abs(share - was) < 1e-6
rows("higham", repair["higham3"]["A"])
rows("four", repair["A4"])
print(f"static const double four_share = {exact[0]!r}, higham_share = {exact[1]!r};")
