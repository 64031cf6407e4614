#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints journal_exact.inc: statistics of made-up trades, in exact fractions of the very doubles that
the test computes, with square roots to 40 digits.

Trade k of n, counted from 1, has a profit of ((7919 k mod 20011) - 9000) / 100, a risk of
50 + 12.5 (31 k mod 7), a probability of (13 k mod 101) / 100 and an expectation of a tenth of its
risk. Levels move the profits far from 0 or spread them over decades. A row is: n, level, whether in
R, and the statistics in the order of the test's enumerators.

Run it as: python3 journal_exact.py > journal_exact.inc
"""
import math
from decimal import Decimal, getcontext
from fractions import Fraction as F

getcontext().prec = 60


def root(x: F) -> F:
    return F(Decimal(x.numerator) / Decimal(x.denominator)).limit_denominator(10**60) if x == 0 \
        else F((Decimal(x.numerator) / Decimal(x.denominator)).sqrt())


def profit(k: int, level: int) -> float:
    x = ((7919 * k) % 20011 - 9000) / 100
    return x if level == 0 else x + 1e9 if level == 1 else x * 10.0 ** (k % 9)


def ratio(a: F, b: F) -> F:
    return a / b if b > 0 else F(0)


def row(n: int, level: int, in_r: bool, tail: F) -> None:
    risks = [50 + 12.5 * ((31 * k) % 7) for k in range(1, n + 1)]
    money = [profit(k, level) for k in range(1, n + 1)]
    x = [F(p / r) if in_r else F(p) for p, r in zip(money, risks)]
    wins, losses = [v for v in x if v > 0], [-v for v in x if v < 0]
    mean = sum(x) / n
    deviation = root(sum((v - mean) ** 2 for v in x) / (n - 1)) if n > 1 else F(0)
    downside = root(sum(min(v, F(0)) ** 2 for v in x) / n)
    average_win = sum(wins) / len(wins) if wins else F(0)
    average_loss = sum(losses) / len(losses) if losses else F(0)
    ordered, m = sorted(x), n * tail
    k, whole = math.ceil(m), math.floor(m)
    cvar = -(sum(ordered[:whole]) + (m - whole) * (ordered[whole] if m > whole else 0)) / m
    lower, upper = ordered[k - 1], ordered[n - k]
    total, peak, fall = F(0), F(0), F(0)
    for v in x:
        total += v
        peak = max(peak, total)
        fall = max(fall, peak - total)
    values = [mean, average_win, average_loss, ratio(average_win, average_loss),
              ratio(sum(wins), sum(losses)), total, deviation, downside, ratio(mean, deviation),
              ratio(mean, downside), fall, peak - total, lower, upper,
              ratio(upper, -lower) if upper > 0 else F(0), cvar, F(len(wins), n)]
    print("{%d, %d, %d, %s, {%s}}," % (n, level, in_r, repr(float(tail)),
                                       ", ".join(repr(float(v)) for v in values)))


for size in (1, 2, 3, 7, 29, 30, 99, 100, 250, 499, 500):
    for depth in (0, 1, 2):
        for multiple in (False, True):
            if not (multiple and depth):
                row(size, depth, multiple, F(1, 20))
for share in (F(1, 10), F(1, 4), F(1, 2), F(1, 1000), F(3, 100)):
    row(140, 0, True, share)
