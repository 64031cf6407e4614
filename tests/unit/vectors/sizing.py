#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints sizing.inc: trades and their lots, worked in exact fractions from the formulas of
sigma/sizing.h.

All inputs are short decimals, so the fraction is the truth and the double its nearest neighbour. In
one trade of three the budget buys a whole number of steps exactly, which rounding must not spoil; in
the others the lots lie a millionth of a step or more away from a whole number.

Run it as: python3 sizing.py > sizing.inc
"""
import random
from fractions import Fraction as F

STEPS = ["0.01", "0.001", "0.1", "0.05", "0.25", "0.3", "1", "5", "100", "1e-8", "1/3"]
MARKETS = [  # tick, tick value, price
    ("0.00001", "1", "1.1"), ("0.001", "0.67", "150"), ("0.25", "12.5", "4500"),
    ("0.01", "10", "80"), ("0.1", "10", "2000"), ("0.01", "0.01", "187.5"), ("0.1", "0.1", "60000")]
RISK, CALLER, SYMBOL, NOTIONAL, HEAT, MARGIN, BROKER = 0, 1, 2, 3, 5, 14, 17
FOREX, STOCK = 1, 6


def pick(*choices: str) -> F:
    return F(random.choice(choices))


def trade(step: F) -> None:
    tick, tick_value, price = (F(x) for x in random.choice(MARKETS))
    entry = price + random.randrange(-500, 500) * tick
    ticks = random.randrange(20, 600)
    stop = entry - ticks * tick * random.choice((1, -1))
    spread, slippage = pick("0", "0", "8", "1.5"), pick("0", "0", "2")
    commission, leverage = pick("0", "0", "3.5", "0.7"), pick("1", "30", "100", "500")
    fraction, scale = pick("0.01", "0.005", "0.02", "0.001"), pick("1", "1", "0.5", "0.25")
    asset = random.choice((FOREX, FOREX, STOCK))
    cost = (spread + slippage) * tick_value + 2 * commission
    loss = ticks * tick_value + cost
    count = random.randrange(1, 5000)
    exact = random.random() < 1 / 3
    equity = count * step * loss / (fraction * scale)
    if not exact or equity.limit_denominator(10**6) != equity:
        equity = F(round(equity * 100) or 1, 100)
    lots_of = step * random.randrange(1, 9000)
    caller = lots_of if random.random() < 0.3 else F(0)
    symbol_cap = step * random.randrange(1, 9000) if random.random() < 0.3 else F(0)
    broker = step * random.choice((10**7, 10**7, 3000))
    smallest = step * random.choice((1, 1, 10))
    wide = random.random() < 0.5
    heat_max, margin_max = (F(1), F(1)) if wide else (pick("0.06", "0.02"), pick("0.5", "0.1"))
    notional_max, leverage_max = (F(100), F(10000)) if wide else (pick("0.1", "1"), pick("20", "2"))
    heat = F(0) if wide else F(round(equity / 100 * random.randrange(3)), 1)
    margin = F(0) if wide else F(round(equity / 100 * random.randrange(40)), 1)

    worth = entry / tick * tick_value
    multiple = notional_max if asset == STOCK else leverage_max
    caps = {RISK: equity * fraction * scale / loss, CALLER: caller, SYMBOL: symbol_cap,
            NOTIONAL: multiple * equity / worth, HEAT: max(heat_max * equity - heat, 0) / loss,
            MARGIN: max(equity - margin, 0) * margin_max / (worth / leverage + commission),
            BROKER: broker}
    lots, binding = caps[RISK], RISK
    for cap in (CALLER, SYMBOL, NOTIONAL, HEAT, MARGIN, BROKER):
        if (caps[cap] > 0 or cap not in (CALLER, SYMBOL)) and caps[cap] < lots:
            if abs(lots - caps[cap]) < lots / 10**9:
                return  # which one binds is a matter of rounding
            lots, binding = caps[cap], cap
    steps = lots / step
    if steps.denominator != 1 and min(steps % 1, 1 - steps % 1) < F(1, 10**6):
        return
    floored = steps // 1 * step
    floored = floored if floored >= smallest else F(0)
    numbers = [tick, tick_value, smallest, broker, step, symbol_cap, commission, spread, slippage,
               leverage, equity, margin, heat, entry, stop, caller, scale, fraction, heat_max,
               notional_max, leverage_max, margin_max, floored, floored * loss]
    print("{%d, %d, {%s}}," % (asset, binding, ", ".join(f"{float(x)!r}" for x in numbers)))


random.seed(7)
for text in STEPS:
    for _ in range(40):
        trade(F(text))
