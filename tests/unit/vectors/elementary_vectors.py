#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints elementary.inc: arguments of the elementary functions and correctly rounded results.

Both are the bits of doubles. Needs mpmath.
Run it as: python3 elementary_vectors.py > elementary.inc
"""
import random
import struct

from mpmath import erfc, exp, expm1, log, log1p, mp, mpf, pi, sqrt, tanh

mp.prec = 300
COUNT = 350  # random arguments of each function
LARGEST = 0x7fefffffffffffff
rng = random.Random(20240229)


def double(bits: int) -> float:
    return struct.unpack("<d", struct.pack("<Q", bits))[0]


def bits_of(x: float) -> int:
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def rounded(x) -> int:
    """Bits of the double nearest to x, which is never in the middle of two."""
    sign, x = (1 << 63 if x < 0 else 0), abs(x)
    if x == 0:
        return sign
    quantum = max(int(mp.floor(log(x, 2))) - 52, -1074)
    digits = int(mp.nint(x / mpf(2)**quantum))
    return sign | min(digits + (quantum + 1074 << 52), LARGEST + 1)


def cdf(x):
    return erfc(-x / sqrt(2)) / 2


def log_cdf_over_density(x):
    return cdf(x) * sqrt(2 * pi) * exp(x**2 / 2)


def quantile(p):
    """By the rule of Newton for log cdf, from a first guess for the lower tail."""
    if p > 0.5:
        return -quantile(1 - p)
    if p == 0.5:
        return mpf(0)
    x = -sqrt(-2 * log(p)) * (1 - exp(log(p) / 2) / 2) if p < 0.2 else (p - 0.5) * sqrt(2 * pi)
    for _ in range(200):
        step = (log(p) - log(cdf(x))) * log_cdf_over_density(x)
        x += step
        if abs(step) <= abs(x) * mpf(2)**-200:
            return x
    raise ValueError(p)


def evenly(low: float, high: float) -> float:
    return low + (high - low) * rng.random()


def decades(low: float, high: float) -> float:
    return double(rng.randint(bits_of(low), bits_of(high)))


def either(x: float) -> float:
    return x if rng.random() < 0.5 else -x


FUNCTIONS = {
    "EXP": (exp, [lambda: evenly(-745.1, 709.7), lambda: evenly(-1, 1), lambda: evenly(-745, -708),
                  lambda: either(decades(2**-60, 700.0))],
            [0.0, 1.0, -1.0, 709.782712893384, -708.3964185322641, -745.1332191019411]),
    "EXPM1": (expm1, [lambda: evenly(-45, 709.7), lambda: evenly(-1, 1), lambda: evenly(-2, 2),
                      lambda: either(decades(2**-60, 45.0))],
              [1.0, -1.0, 0.25, -0.25, 5e-324, 709.782712893384, -37.5]),
    "LOG": (log, [lambda: decades(5e-324, 1.7e308), lambda: evenly(0.5, 2), lambda: evenly(0, 100),
                  lambda: evenly(0.99, 1.01)],
            [5e-324, double(LARGEST), 2.0, 0.5, 1 + 2**-52, 1 - 2**-53, 10.0]),
    "LOG1P": (log1p, [lambda: evenly(-1, 2), lambda: decades(2**-60, 1e300),
                      lambda: -decades(2**-60, 1.0 - 2**-53), lambda: evenly(-0.01, 0.01)],
              [1.0, -1 + 2**-53, 2**-8, -2**-8, 5e-324, double(LARGEST)]),
    "TANH": (tanh, [lambda: evenly(-20, 20), lambda: evenly(-1, 1), lambda: evenly(-0.3, 0.3),
                    lambda: either(decades(2**-40, 22.0))],
             [1.0, -1.0, 0.125, 2**-28, 22.0]),
    "CDF": (cdf, [lambda: evenly(-38.4, 8.3), lambda: evenly(-1, 1), lambda: evenly(-6, 6),
                  lambda: either(decades(2**-40, 8.0))],
            [0.0, 1.0, -1.0, 0.5, -0.5, -37.0, -38.0, -38.4, 8.25]),
    "QUANTILE": (quantile, [lambda: decades(5e-324, 0.5), lambda: evenly(0, 1),
                            lambda: decades(2**-60, 1.0), lambda: 1 - decades(2**-53, 0.1)],
                 [5e-324, 1e-300, 2**-1022, 0.25, 0.75, 0.5, 1 - 2**-53, 0.025, 0.975]),
}

for name, (function, spans, edges) in FUNCTIONS.items():
    points = edges + [spans[i % len(spans)]() for i in range(COUNT)]
    for x in points:
        print(f"{{{name}, 0x{bits_of(x):016x}, 0x{rounded(function(mpf(x))):016x}}},")
