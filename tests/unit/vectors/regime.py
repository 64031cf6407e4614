#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints regime.inc: the filter of sigma/regime.h over random bars, written once more in Python.

Given s5_regime.json of the collected method vectors, it first checks its own step (3) against the
posteriors there. Run it as: python3 regime.py [s5_regime.json] > regime.inc
"""
import json
import random
import sys
from math import exp, log, sqrt

STATES = [(0.241, 1.214, 0.178, 0.542, 0.812, 0.995, -0.205, 0.239),
          (-0.241, 1.214, 0.178, 0.542, -0.812, 0.995, -0.205, 0.239),
          (0.0, 0.803, -0.233, 0.538, 0.0, 0.786, -0.554, 0.269),
          (0.0, 2.899, 1.038, 0.545, 0.0, 1.010, 0.560, 0.279)]
DWELL = [120, 120, 150, 60]
REGIMES = ["TREND_UP", "TREND_DOWN", "RANGE", "VOLATILE"]


def normal(x, mean, deviation):
    return -log(deviation) - (x - mean)**2 / (2 * deviation**2)


def student(x, mean, deviation):
    scale = deviation * sqrt(3 / 5)
    return -log(scale) - 3 * log(1 + ((x - mean) / scale)**2 / 5)


def step(chances, observed, states):
    """observed: x1 and x2 or None, x3 or None, x4 or None."""
    prior = [sum(p * (1 - 1 / DWELL[i] if i == k else 1 / DWELL[i] / 3)
                 for i, p in enumerate(chances)) for k in range(4)]
    logs = []
    for mr, sr, ml, sl, mz, sz, mv, sv in states:
        total = 0
        if observed[0] is not None:
            total += 0.4 * (student(observed[0], mr, sr) + normal(observed[1], ml, sl))
        if observed[2] is not None:
            total += 0.1 * normal(observed[2], mz, sz)
        if observed[3] is not None:
            total += 0.1 * normal(observed[3], mv, sv)
        logs.append(total)
    weights = [p * exp(x - max(logs)) for p, x in zip(prior, logs)]
    return [w / sum(weights) for w in weights]


if len(sys.argv) > 1:
    with open(sys.argv[1], encoding="utf-8") as file:
        known = json.load(file)
    keys = ["mr", "sr", "ml", "sl", "mz", "sz", "mv", "sv"]
    states = [[known["default_params"][str(k)][key] for key in keys] for k in range(4)]
    chances = [0.25] * 4
    for observed, posterior in zip(known["hmm_vector"]["obs"], known["hmm_vector"]["posterior"]):
        chances = step(chances, observed, states)
        assert max(abs(a - b) for a, b in zip(chances, posterior)) < 1e-9, (chances, posterior)

random.seed(83)
slow = calm = fast = 0.0
close, returns, chances, label = None, [], [0.25] * 4, "UNKNOWN"
print("static const struct { sigma_bar bar; double chances[4], volatility; int32_t regime; } "
      "steps[] = {")
price = 6400
for i in range(420):
    phase = i // 60 % 7
    spread = [20, 60, 10, 250, 20, 15, 300][phase]
    drift = [12, -25, 0, 0, 10, -3, 40][phase]
    open_ = price + random.randrange(-5, 6)
    price = max(open_ + drift + int(random.gauss(0, spread)), 500)
    high = max(open_, price) + int(abs(random.gauss(0, spread)))
    low = max(min(open_, price) - int(abs(random.gauss(0, spread))), 400)
    if i % 37 == 36:
        price = high = low = open_
    o, h, l, c = (x / 64 for x in (open_, high, low, price))
    rs = log(h / o) * log(h / c) + log(l / o) * log(l / c)
    if i >= 20 and min(slow, calm) > 0:
        rs = min(rs, 1000 * min(slow, calm))
    gain = lambda keep: max(1 / (i + 1), 1 - keep)
    slow += gain(0.9995) * (rs - slow)
    calm += gain(0.99) * (rs - calm)
    fast += gain(0.9) * (rs - fast)
    returns = (returns + [log(c / close) if close else 0.0])[-20:]
    close = c
    usual = min(slow, calm)
    total, squares = sum(returns), sum(r * r for r in returns)
    observed = [None] * 4
    if h > l and usual > 0:
        observed[:2] = [returns[-1] / sqrt(usual), log((h - l) / c / sqrt(usual))]
    if squares > 0:
        observed[2] = total / sqrt(squares)
    if usual > 0:
        observed[3] = log(sqrt(fast / usual))
    chances = step(chances, observed, STATES)
    if i + 1 >= 100 and max(chances) > 0.6:
        label = REGIMES[chances.index(max(chances))]
    print(f"    {{{{INT64_C({i * 3600 * 10**9}), {o}, {h}, {l}, {c}, 1}}, "
          f"{{{', '.join(f'{p:.12g}' for p in chances)}}}, {sqrt(fast / usual):.12g}, "
          f"SIGMA_REGIME_{label}}},")
print("};")
