#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints forecast.inc: first passage and up-probabilities in 60 digits, by mpmath.

Chances within a time limit are the series of waves for every time, with as many terms as 60 digits
need (the library follows another series for short times). Each line of touches: drift, deviation,
target, stop, bars; target, stop, expected bars, target_by, stop_by, neither_by. Each line of ups:
drift, error, deviation, bars; chance. Each line of steeps, of prices that nearly keep to their drift,
where only one barrier counts: drift, deviation, target, stop, bars; target_by. Needs mpmath. Run it as: python3 forecast.py > forecast.inc
"""
import random

from mpmath import erfc, exp, expm1, mp, mpf, ncdf, pi, sin, sqrt

mp.dps = 60
random.seed(73)


def without_limit(mu, s, a, b):
    theta = 2 * mu / s**2
    if mu == 0:
        return b / (a + b), a / (a + b), a * b / s**2
    up = expm1(-theta * b) / expm1(-theta * (a + b))
    down = expm1(theta * a) / expm1(theta * (a + b))
    return up, down, (up * a - down * b) / mu


def late(mu, s, a, b, t):
    """What is missing at the barrier a."""
    length, v = a + b, s**2
    total, k = mpf(0), 1
    while True:
        rate = (v * (k * pi / length)**2 + mu**2 / v) / 2
        size = exp(mu * a / v - rate * t)
        total += (pi * k * v / length**2) / rate * size * sin(k * pi * a / length)
        if k > 8 and size < mpf(10)**-80:
            return total
        k += 1


def number(x) -> str:
    return repr(float(x))


cases = [(0, 1, 1.5, 1, 1), (0, 1, 1.5, 1, 0.2), (0.3, 1, 2, 1, 2), (-0.2, 1, 2, 1, 5),
         (0.1, 0.5, 1, 1, 4), (0.5, 1, 3, 1.5, 10), (0, 1, 2, 2, 0.3)]
for drift in (0, 1e-30, 1e-18, 1e-12, 1e-6, 1e-4, 1e-3, 1e-2, -1e-12, -1e-5, -2e-3, -0.05):
    for _ in range(8):
        s = 10**random.uniform(-3, -1)
        a, b = (s * 10**random.uniform(-0.5, 1.7) for _ in range(2))
        cases.append((drift * s, s, a, b, (a + b)**2 / s**2 * 10**random.uniform(-3, 1)))
for spread in (0.0999, 0.1, 0.1001):  # where the series change
    cases.append((0.001, 0.01, 0.03, 0.05, spread * 0.08**2 / 0.01**2))

print("static const double touches[][11] = {")
for case in cases:
    mu, s, a, b, t = map(mpf, case)
    up, down, bars = without_limit(mu, s, a, b)
    up_late, down_late = late(mu, s, a, b, t), late(-mu, s, b, a, t)
    row = [*case, up, down, bars, up - up_late, down - down_late, up_late + down_late]
    print("    {" + ", ".join(map(number, row)) + "},")
print("};\n\nstatic const double ups[][5] = {")
for _ in range(40):
    s, e = 10**random.uniform(-4, 0), random.choice([0, 10**random.uniform(-6, -1)])
    mu, h = random.uniform(-3, 3) * s * random.random()**3, 10**random.uniform(-1, 4)
    chance = ncdf(mpf(mu) * h / sqrt(mpf(s)**2 * h + mpf(e)**2 * mpf(h)**2))
    print("    {" + ", ".join(map(number, (mu, e, s, h, chance))) + "},")
for s, e, mu, h in ((0, 1e-200, 5e-201, 3), (3e-170, 0, 2e-170, 1), (1e-310, 2e-310, 1e-310, 2),
                    (1e-320, 0, -1e-320, 0.25), (2e-141, 3e-155, 1e-141, 1e-6)):
    chance = ncdf(mpf(mu) * h / sqrt(mpf(s)**2 * h + mpf(e)**2 * mpf(h)**2))
    print("    {" + ", ".join(map(number, (mu, e, s, h, chance))) + "},")
print("};\n\nstatic const double steeps[][6] = {")
for power in range(2, 10):
    for _ in range(3):
        mu, a = 10**random.uniform(1, 3), 10**random.uniform(0.5, 2.5)
        s = mu * 10**-power / random.uniform(1, 9)
        t = a / mu + random.uniform(-2, 2) * s * (a / mu)**0.5 / mu
        m, v = mpf(mu), mpf(s)
        z = (m * t - mpf(a)) / (v * sqrt(mpf(t)))
        far, lift = (m * t + mpf(a)) / (v * sqrt(mpf(t))), 2 * m * mpf(a) / v**2
        mills = sqrt(pi / 2) * erfc(far / sqrt(mpf(2))) * exp(far**2 / 2) if far < 1e3 else (
            1 - 1 / far**2 + 3 / far**4 - 15 / far**6) / far
        chance = ncdf(z) + exp(lift - far**2 / 2) * mills / sqrt(2 * pi)
        print("    {" + ", ".join(map(number, (mu, s, a, 2 * a, t, chance))) + "},")
print("};")
