#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints grid.inc: numbers brought to a grid, worked in exact fractions.

Steps are decimals, or a third. Numbers stand on a multiple, on the middle of two, or clearly between
(a millionth of a step or more): closer than 4 ulp to a multiple counts as on it. Each line holds the
number, the step, and the nearest doubles to the multiple below, above and nearest (the upper of two
equally near). Run it as: python3 grid.py > grid.inc
"""
import random
from fractions import Fraction
from math import ceil, floor

STEPS = ["0.01", "0.001", "0.1", "0.05", "0.25", "0.3", "1", "5", "100", "1e-8", "1/3", "0.00001",
         "0.005", "0.03125", "2.5", "7", "0.007", "1e-12", "0.02", "12.5", "250", "0.0005"]

random.seed(29)
for text in STEPS:
    step = Fraction(text)
    counts = [0, 1, 2, 3, 7, 28, 29, 57, 58, 100, 113, 115, 999, 12345]
    counts += [random.randrange(10**random.randint(1, 9)) for _ in range(12)]
    for count in counts:
        share = random.choice(["0", "0", "0", "1/2", "1/1000000", "999999/1000000"])
        if share == "0" or count < 10**5:
            x = (count + Fraction(share)) * step
        else:
            x = (count + Fraction(random.randrange(1, 1000), 1000)) * step
        ratio = x / step
        values = [x, step, floor(ratio) * step, ceil(ratio) * step,
                  floor(ratio + Fraction(1, 2)) * step]
        print("{" + ", ".join(repr(float(v)) for v in values) + "},")
