#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints portfolio_random.inc: 200 random portfolios, worked with NumPy from the definitions.

The portfolios are drawn here and in tests/unit/test_portfolio_random.c alike, by xorshift64*. The
covariance is a weighted product of matrices, not a recursion; the heat a form over positions, not
over symbols.

Needs NumPy. Usage: portfolio_random.py > portfolio_random.inc
"""
import numpy as np

MASK = 2**64 - 1


class Draw:
    """As test_random() and test_whole() of tests/unit/test.h."""

    def __init__(self, seed):
        self.seed = seed

    def bits(self):
        self.seed ^= self.seed >> 12
        self.seed = (self.seed ^ (self.seed << 25)) & MASK
        self.seed ^= self.seed >> 27
        return (self.seed * 2685821657736338717) & MASK

    def unit(self):
        return (self.bits() >> 11) * 2.0**-53

    def whole(self, low, high):
        return low + self.bits() % (high - low + 1)


draw = Draw(2024)
print("/* Printed by portfolio_random.py: before, heat, sum, SIGMA's, stress, contribution, bets,")
print(" * rho, smallest eigenvalue. */")
for _ in range(200):
    symbols, updates = draw.whole(1, 64), draw.whole(2, 80)
    common = draw.unit()
    returns = np.zeros((updates, symbols))
    for t in range(updates):
        market = draw.unit() - 0.5
        for i in range(symbols):
            own = draw.unit() - 0.5
            if t == 0 or draw.whole(0, 9) > 0:
                returns[t, i] = 0.01 * (common * market + (1.0 - common) * own)
    positions = draw.whole(0, 64)
    drawn = [(draw.whole(1, symbols + 2), 1.0 if draw.whole(0, 1) else -1.0, 100.0 * draw.unit())
             for _ in range(positions + 1)]  # the last is the candidate
    weight = 0.03 * 0.97 ** np.arange(updates - 1, -1, -1.0)
    weight[0] = 0.97 ** (updates - 1)
    covariance = returns.T @ (weight[:, None] * returns)
    deviation = np.sqrt(np.diag(covariance))
    rho = covariance / np.outer(deviation, deviation)
    pairs = np.triu_indices(symbols, 1)
    if symbols > 1:
        rho = 0.7 * rho + 0.3 * rho[pairs].mean()
        np.fill_diagonal(rho, 1.0)
    everything = np.full((symbols + 2, symbols + 2), 0.5)
    everything[:symbols, :symbols] = rho
    np.fill_diagonal(everything, 1.0)
    place = np.array([d[0] - 1 for d in drawn])
    sign = np.array([d[1] for d in drawn])
    size = np.array([d[2] for d in drawn])
    h, full = sign * size, everything[np.ix_(place, place)]
    heat = np.sqrt(max(h @ full @ h, 0.0))
    before = np.sqrt(max(h[:-1] @ full[:-1, :-1] @ h[:-1], 0.0))
    signed = full * np.outer(sign, sign)
    mean = signed[np.triu_indices(positions + 1, 1)].mean() if positions else 0.0
    stressed = np.full(full.shape, 0.5)
    np.fill_diagonal(stressed, 1.0)
    numbers = (before, heat, size.sum(), size.sum() * (1.0 + mean),
               np.sqrt(size @ stressed @ size), h[-1] * (full @ h)[-1] / heat,
               (size.sum() / heat) ** 2, signed[-1, :-1].mean() if positions else 0.0,
               np.linalg.eigvalsh(rho)[0])
    print("{" + ", ".join(repr(float(x)) for x in numbers) + "},")
