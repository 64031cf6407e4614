#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints kelly_peak.inc: chances of a fall below the peak, (16) of sigma/kelly.h, from the Laplace
transform of the time that it takes (Taylor 1975), inverted by Talbot's contour with mpmath; two
contours have to agree to 20 digits.

Run it as: python3 kelly_peak.py > kelly_peak.inc
"""
import random

from mpmath import cosh, exp, invertlaplace, log, mp, mpf, sinh, sqrt

mp.dps = 50


def chance(mean: float, deviation: float, drawdown: float, trades: float) -> mpf:
    depth = -log(1 - mpf(drawdown))
    pull = mpf(mean) * depth / mpf(deviation) ** 2
    spread = mpf(deviation) ** 2 * mpf(trades) / depth ** 2

    def transform(q):
        g = sqrt(pull * pull + 2 * q)
        return exp(-pull) * g / (g * cosh(g) - pull * sinh(g)) / q

    coarse, fine = (invertlaplace(transform, spread, method="talbot", degree=n) for n in (70, 90))
    assert abs(fine - coarse) < mpf(10) ** -20 * max(fine, mpf(10) ** -10), (pull, spread)
    return fine


random.seed(16)
rows = []
while len(rows) < 120:
    deviation = round(10 ** random.uniform(-2.5, -0.7), 5)
    drawdown = round(random.uniform(0.02, 0.6), 3)
    spread = 10 ** random.uniform(-1.5, 1.5)
    depth = -float(log(1 - mpf(drawdown)))
    trades = round(spread * (depth / deviation) ** 2)
    mean = round(random.uniform(-8, 18) * deviation ** 2 / depth, 6)
    if trades >= 1 and -1 <= mean <= 1:
        value = float(chance(mean, deviation, drawdown, trades))
        if value > 1e-12:
            rows.append((mean, deviation, drawdown, float(trades), value))
# where the slowest pole turns from a circular to a hyperbolic one: mean x depth = deviation^2
depth = -log(1 - mpf(0.2))
for nudge in (0.0, 1e-12, -1e-9, 1e-6, -1e-3, 0.08, 0.3):
    mean = float(mpf(0.02) ** 2 / depth * (1 + nudge))
    rows.append((mean, 0.02, 0.2, 300.0, float(chance(mean, 0.02, 0.2, 300.0))))
print("/* Written by kelly_peak.py: mean, deviation, drawdown, trades, chance. */")
for row in rows:
    print("{" + ", ".join(repr(x) for x in row) + "},")
