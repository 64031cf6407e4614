#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints equity.inc: what every order of a few trades does, in exact fractions.

For each case all sequences of n draws from the sample are followed, each as likely: the chances of
ruin and of a loss, the mean end, and the shares of sequences whose drawdown is at most 8, 13, ... %
and whose time under water is at most 10, 20, ... % of n. Run it as: python3 equity.py > equity.inc
"""
from fractions import Fraction
from itertools import product

CASES = [("0.02", "0.9", 10, ["1.5", "-1"]), ("0.05", "0.75", 8, ["2", "-1", "-1", "0.5"]),
         ("0.1", "0.5", 10, ["1", "-1"]), ("0.25", "0", 9, ["1", "-1", "3"]),
         ("0.03", "0.95", 7, ["0.4", "-1.2", "2.1", "0", "-0.5"])]
EDGES = [Fraction(5 * k + 3, 100) for k in range(1, 11)]
TIMES = [Fraction(k, 10) for k in range(1, 11)]

print("static const struct { double risk, ruin; int32_t trades, count; double multiple[5], ruined, "
      "lost, end, within[10], under[10]; } cases[] = {")
for risk, ruin, n, sample in CASES:
    f, level = Fraction(risk), Fraction(ruin)
    paths = ruined = lost = 0
    ends = Fraction(0)
    within, under = [0] * 10, [0] * 10
    for multiples in product(map(Fraction, sample), repeat=n):
        equity = peak = Fraction(1)
        drawdown, since, longest = Fraction(0), 0, 0
        for r in multiples:
            equity = max(equity * (1 + f * r), Fraction(0))
            since = 0 if equity > peak else since + 1
            longest, peak = max(longest, since), max(peak, equity)
            drawdown = max(drawdown, 1 - equity / peak)
            if equity <= level:
                ruined += 1
                break
        paths += 1
        lost += equity < 1
        ends += equity
        within = [a + (drawdown <= e) for a, e in zip(within, EDGES)]
        under = [a + (Fraction(longest, n) <= e) for a, e in zip(under, TIMES)]
    numbers = [sample + ["0"] * (5 - len(sample)), within, under]
    multiple, within, under = (", ".join(repr(float(Fraction(x) / d)) for x in xs)
                               for xs, d in zip(numbers, (1, paths, paths)))
    print(f"    {{{risk}, {ruin}, {n}, {len(sample)}, {{{multiple}}}, {ruined / paths!r}, "
          f"{lost / paths!r}, {float(ends / paths)!r},\n     {{{within}}},\n     {{{under}}}}},")
print("};")
