# SPDX-License-Identifier: MIT
"""Series of bars for bench/peers.py, and the exact values of the indicators at a bar.

The values follow the formulas of the headers in decimal numbers of 60 digits. Averages that depend
on all bars begin PAST bars before the one that is asked for, after which nothing of them is left in
any digit that counts. Each function returns the value and the unit that its error is measured in.
"""
import ctypes
import random
from decimal import Decimal, getcontext

getcontext().prec = 60

PAST = 2500   # bars
BARS = 60000  # of a series
SAMPLES = 12

number = Decimal


def columns_of(bars: list) -> dict:
    """Arrays of C out of (open, high, low, close, volume)."""
    return {name: (ctypes.c_double * len(bars))(*[bar[k] for bar in bars])
            for k, name in enumerate("ohlcv")}


def walk(count: int) -> dict:
    """A random walk from 100, to take the time with."""
    chance = random.Random(1).random
    price, bars = 100.0, []
    for _ in range(count):
        start = price
        price *= 1.0 + 0.002 * (chance() - 0.5)
        bars.append((start, max(start, price) * (1.0 + 0.0005 * chance()),
                     min(start, price) * (1.0 - 0.0005 * chance()), price, 1000.0 * chance()))
    return columns_of(bars)


def around(level: float, step: float, absurd: float = 0.0) -> dict:
    """Prices on a grid near a level, with at most one absurd tick early on."""
    chance = random.Random(2).random
    ticks, bars = 0, []
    for i in range(BARS):
        start = ticks
        ticks += int(5 * chance()) - 2 - (ticks > 40) + (ticks < -40)
        high, low = max(start, ticks) + int(3 * chance()), min(start, ticks) - int(3 * chance())
        volume = float(int(1000 * chance()))
        prices = [level + step * x for x in (start, high, low, ticks)]
        bars.append((*([absurd] * 4 if absurd and i == 500 else prices), volume))
    return columns_of(bars)


SERIES = [
    lambda: around(1e9 + 1.0, 0.25),            # a large price, quarter points
    lambda: around(60000.0, 0.01),              # a coin in cents
    lambda: around(0.00002345, 1e-8, 1e12),     # a coin of small ticks, and one absurd tick
]


def bars_of(count: int) -> list:
    """Bars near the end."""
    return [count - 1 - 997 * i for i in range(SAMPLES)]


# ---- what the indicators are made of


def window(columns: dict, name: str, bar: int, length: int) -> list:
    return [Decimal(x) for x in columns[name][bar - length + 1:bar + 1]]


def mean(x: list) -> Decimal:
    return sum(x) / len(x)


def smoothed(x: list, gain: Decimal) -> list:
    values = [x[0]]
    for one in x[1:]:
        values.append(values[-1] + gain * (one - values[-1]))
    return values


def ema_gain(period: int) -> Decimal:
    return Decimal(2) / (period + 1)


def spread(columns: dict, bar: int) -> Decimal:
    """Standard deviation of the last 20 closes."""
    x = window(columns, "c", bar, 20)
    centre = mean(x)
    return (sum((one - centre) ** 2 for one in x) / 20).sqrt()


def typical(columns: dict, bar: int, length: int) -> list:
    return [h + l + c for h, l, c in zip(*(window(columns, name, bar, length) for name in "hlc"))]


# ---- the indicators


def sma(columns: dict, bar: int) -> tuple:
    value = mean(window(columns, "c", bar, 20))
    return value, value


def ema(columns: dict, bar: int) -> tuple:
    value = smoothed(window(columns, "c", bar, PAST), ema_gain(20))[-1]
    return value, value


def wilder(columns: dict, bar: int) -> tuple:
    value = smoothed(window(columns, "c", bar, PAST), Decimal(1) / 14)[-1]
    return value, value


def macd_signal(columns: dict, bar: int) -> tuple:
    closes = window(columns, "c", bar, PAST)
    fast, slow = smoothed(closes, ema_gain(12)), smoothed(closes, ema_gain(26))
    line = [a - b for a, b in zip(fast, slow)]
    return smoothed(line, ema_gain(9))[-1], spread(columns, bar)


def upper_band(columns: dict, bar: int) -> tuple:
    deviation_ = spread(columns, bar)
    return sma(columns, bar)[0] + 2 * deviation_, deviation_


def deviation(columns: dict, bar: int) -> tuple:
    value = spread(columns, bar)
    return value, value


def zscore(columns: dict, bar: int) -> tuple:
    away = Decimal(columns["c"][bar]) - sma(columns, bar)[0]
    return away / spread(columns, bar), Decimal(1)


def slope(columns: dict, bar: int) -> tuple:
    x = window(columns, "c", bar, 20)
    centre = Decimal(19) / 2
    value = sum((i - centre) * one for i, one in enumerate(x))
    return value / sum((i - centre) ** 2 for i in range(20)), spread(columns, bar) / 20


def cci(columns: dict, bar: int) -> tuple:
    x = typical(columns, bar, 20)
    centre = mean(x)
    away = mean([abs(one - centre) for one in x])
    return (x[-1] - centre) / (Decimal("0.015") * away), Decimal(100)


def raw_stochastic(columns: dict, bar: int) -> Decimal:
    least, greatest = min(window(columns, "l", bar, 14)), max(window(columns, "h", bar, 14))
    return 100 * (Decimal(columns["c"][bar]) - least) / (greatest - least)


def stochastic_d(columns: dict, bar: int) -> tuple:
    slow = [mean([raw_stochastic(columns, bar - i - k) for k in range(3)]) for i in range(3)]
    return mean(slow), Decimal(100)


def movements(columns: dict, bar: int) -> tuple:
    """True ranges, movements upward and movements downward."""
    high, low, close = (window(columns, name, bar, PAST) for name in "hlc")
    ranges, plus, minus = [], [], []
    for i in range(1, PAST):
        up, down = high[i] - high[i - 1], low[i - 1] - low[i]
        ranges.append(max(high[i], close[i - 1]) - min(low[i], close[i - 1]))
        plus.append(up if up > down and up > 0 else Decimal(0))
        minus.append(down if down > up and down > 0 else Decimal(0))
    return ranges, plus, minus


def atr(columns: dict, bar: int) -> tuple:
    value = smoothed(movements(columns, bar)[0], Decimal(1) / 14)[-1]
    return value, value


def adx(columns: dict, bar: int) -> tuple:
    ranges, plus, minus = (smoothed(x, Decimal(1) / 14) for x in movements(columns, bar))
    index = []
    for r, p, m in zip(ranges[20:], plus[20:], minus[20:]):
        index.append(100 * abs(p - m) / (p + m) if p + m else Decimal(0))
    return smoothed(index, Decimal(1) / 14)[-1], Decimal(100)


def rsi(columns: dict, bar: int) -> tuple:
    closes = window(columns, "c", bar, PAST)
    changes = [b - a for a, b in zip(closes, closes[1:])]
    gains = smoothed([max(x, Decimal(0)) for x in changes], Decimal(1) / 14)[-1]
    losses = smoothed([max(-x, Decimal(0)) for x in changes], Decimal(1) / 14)[-1]
    return 100 * gains / (gains + losses), Decimal(100)


def mfi(columns: dict, bar: int) -> tuple:
    """Prices that differ by less than rounding can explain are equal: they are on a grid."""
    x, volume = typical(columns, bar, 15), window(columns, "v", bar, 15)
    rising = falling = Decimal(0)
    for i in range(1, 15):
        change = x[i] - x[i - 1]
        if abs(change) > x[i] * Decimal(2) ** -50:
            rising += x[i] * volume[i] if change > 0 else 0
            falling += x[i] * volume[i] if change < 0 else 0
    return 100 * rising / (rising + falling), Decimal(100)
