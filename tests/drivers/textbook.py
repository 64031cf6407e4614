# SPDX-License-Identifier: MIT
"""The indicators a second time, as textbooks state them: whole columns, each window summed anew.

Columns are lists with None where there is no value yet. Periods are those of charts: the defaults
of the library's market.
"""
import math
from fractions import Fraction
from statistics import NormalDist


def column(count: int, first: int, value) -> list:
    """value(i) from index `first` on."""
    return [None if i < first else value(i) for i in range(count)]


def mean(values) -> float:
    values = list(values)
    return math.fsum(values) / len(values)


def smoothed(x: list, n: int, gain: float) -> list:
    """An exponential average that begins with the mean of the first n numbers."""
    first = next((i for i, value in enumerate(x) if value is not None), len(x))
    out = [None] * len(x)
    if len(x) < first + n:
        return out
    out[first + n - 1] = mean(x[first:first + n])
    for i in range(first + n, len(x)):
        out[i] = (1 - gain) * out[i - 1] + gain * x[i]
    return out


def ema(x: list, n: int) -> list:
    return smoothed(x, n, 2 / (n + 1))


def wilder(x: list, n: int) -> list:
    return smoothed(x, n, 1 / n)


def moving(x: list, n: int) -> list:
    first = next((i for i, value in enumerate(x) if value is not None), len(x))
    return column(len(x), first + n - 1, lambda i: mean(x[i + 1 - n:i + 1]))


def subtract(a: list, b: list) -> list:
    return [None if x is None or y is None else x - y for x, y in zip(a, b)]


def true_range(high: list, low: list, close: list) -> list:
    return [high[0] - low[0]] + [
        max(high[i] - low[i], abs(high[i] - close[i - 1]), abs(low[i] - close[i - 1]))
        for i in range(1, len(close))]


def directional(high: list, low: list, close: list, n: int) -> dict:
    """ADX, +DI and -DI; the sums start with the n bars after the first."""
    up = [None] + [high[i] - high[i - 1] for i in range(1, len(high))]
    down = [None] + [low[i - 1] - low[i] for i in range(1, len(low))]
    plus = [None] + [u if u > d and u > 0 else 0.0 for u, d in zip(up[1:], down[1:])]
    minus = [None] + [d if d > u and d > 0 else 0.0 for u, d in zip(up[1:], down[1:])]
    reach = wilder([None] + true_range(high, low, close)[1:], n)

    def share(moves: list) -> list:
        return [None if t is None else 100 * m / t if t > 0 else 0.0
                for m, t in zip(wilder(moves, n), reach)]
    of_plus, of_minus = share(plus), share(minus)
    index = [None if p is None else 100 * abs(p - m) / (p + m) if p + m > 0 else 0.0
             for p, m in zip(of_plus, of_minus)]
    return {"adx": wilder(index, n), "plus_di": of_plus, "minus_di": of_minus}


def rsi(close: list, n: int) -> list:
    change = [None] + [close[i] - close[i - 1] for i in range(1, len(close))]
    gain = wilder([None] + [max(x, 0.0) for x in change[1:]], n)
    loss = wilder([None] + [max(-x, 0.0) for x in change[1:]], n)
    return [None if g is None else 100 * g / (g + l) if g + l > 0 else 50.0
            for g, l in zip(gain, loss)]


def macd(close: list) -> dict:
    line = subtract(ema(close, 12), ema(close, 26))
    signal = ema(line, 9)
    return {"macd_line": line, "macd_signal": signal, "macd_histogram": subtract(line, signal)}


def stochastic(high: list, low: list, close: list, n: int) -> dict:
    def raw(i: int) -> float:
        least, greatest = min(low[i + 1 - n:i + 1]), max(high[i + 1 - n:i + 1])
        return 100 * (close[i] - least) / (greatest - least) if greatest > least else 50.0
    fast = column(len(close), n - 1, raw)
    slow = moving(fast, 3)
    return {"stochastic_raw": fast, "stochastic_k": slow, "stochastic_d": moving(slow, 3)}


def bands(close: list, n: int) -> dict:
    """Bollinger bands, with what follows from their mean and deviation."""
    names = ["bollinger_middle", "bollinger_upper", "bollinger_lower", "bollinger_width",
             "percent_b", "zscore"]
    out = {name: [None] * len(close) for name in names}
    for i in range(n - 1, len(close)):
        window = close[i + 1 - n:i + 1]
        m = mean(window)
        s = math.sqrt(mean((x - m) ** 2 for x in window)) if max(window) > min(window) else 0.0
        place, z = ((close[i] - m + 2 * s) / (4 * s), (close[i] - m) / s) if s > 0 else (0.5, 0.0)
        for name, value in zip(names, [m, m + 2 * s, m - 2 * s, 4 * s / m, place, z]):
            out[name][i] = value
    return out


def cci(typical: list, n: int) -> list:
    """Of exact fractions, as a window can move by little more than its prices are rounded."""
    def value(i: int) -> float:
        window = typical[i + 1 - n:i + 1]
        m = sum(window) / n
        away = sum(abs(x - m) for x in window) / n
        return float((typical[i] - m) / away) / 0.015 if away else 0.0
    return column(len(typical), n - 1, value)


def mfi(high: list, low: list, close: list, volume: list, n: int) -> list:
    """Of exact fractions: on floating point a tie of typical prices can look like a move."""
    price = [h + l + c for h, l, c in zip(high, low, close)]
    flow = [p * v for p, v in zip(price, volume)]

    def value(i: int) -> float:
        window = range(i + 1 - n, i + 1)
        rose = sum(flow[k] for k in window if price[k] > price[k - 1])
        fell = sum(flow[k] for k in window if price[k] < price[k - 1])
        return float(100 * rose / (rose + fell)) if rose + fell else 50.0
    return column(len(close), n, value)


def obv(close: list, volume: list) -> list:
    total = [0.0]
    for i in range(1, len(close)):
        sign = (close[i] > close[i - 1]) - (close[i] < close[i - 1])
        total.append(total[-1] + sign * volume[i])
    return total


def vwap(typical: list, volume: list, session: list) -> list:
    """Of fractions, so that nothing is lost on the way; begins anew with each session."""
    out, money, traded = [], Fraction(0), Fraction(0)
    for i, price in enumerate(typical):
        if i > 0 and session[i] != session[i - 1]:
            money, traded = Fraction(0), Fraction(0)
        money, traded = money + price * volume[i], traded + volume[i]
        out.append(float(money / traded if traded else price))
    return out


def volatility(close: list, n: int, year: float) -> dict:
    """Of n returns, with the chance to be higher after five bars; and of all, with decay 0.94."""
    change = [None] + [math.log1p((close[i] - close[i - 1]) / close[i - 1])
                       for i in range(1, len(close))]
    spread, chance = [None] * len(close), [None] * len(close)
    for i in range(n, len(close)):
        window = change[i + 1 - n:i + 1]
        m = mean(window)
        variance = math.fsum((x - m) ** 2 for x in window) / (n - 1)
        spread[i] = math.sqrt(variance * year)
        wide = math.sqrt(variance * 5 + variance / n * 25)
        chance[i] = NormalDist().cdf(5 * m / wide) if wide > 0 else 0.5
    weighted, v = [None] * len(close), 0.0
    for i in range(1, len(close)):
        v += max(1 / i, 0.06) * (change[i] ** 2 - v)
        weighted[i] = math.sqrt(v * year) if i >= 17 else None
    return {"volatility": spread, "volatility_ewma": weighted, "up": chance}


def slope(close: list, n: int) -> dict:
    centre, squares = (n - 1) / 2, sum((i - (n - 1) / 2) ** 2 for i in range(n))

    def value(i: int) -> float:
        window = close[i + 1 - n:i + 1]
        m = mean(window)
        return math.fsum((k - centre) * (x - m) for k, x in enumerate(window)) / squares
    rise = column(len(close), n - 1, value)
    return {"slope": rise,
            "slope_relative": [None if x is None else x / c for x, c in zip(rise, close)]}


def every(bars: list, year: float) -> dict:
    """All columns of bars, each of them six texts: timestamp, open, high, low, close, volume."""
    high, low, close, volume = ([float(bar[k]) for bar in bars] for k in range(2, 6))
    exact = [[Fraction(bar[k]) for bar in bars] for k in range(2, 6)]
    typical = [(h + l + c) / 3 for h, l, c in zip(*exact[:3])]
    return {
        "close": close,
        "ema_1": ema(close, 9), "ema_2": ema(close, 20),
        "ema_3": ema(close, 50), "ema_4": ema(close, 200),
        "atr": wilder(true_range(high, low, close), 14),
        **directional(high, low, close, 14),
        "rsi": rsi(close, 14),
        **macd(close),
        **stochastic(high, low, close, 14),
        "sma": moving(close, 20),
        **bands(close, 20),
        "cci": cci([sum(map(Fraction, bar)) for bar in zip(high, low, close)], 20),
        "mfi": mfi(*exact, 14),
        "obv": obv(close, volume),
        "vwap": vwap(typical, exact[3], [0] * len(bars)),
        "vwap_session": vwap(typical, exact[3], [bar[0][:10] for bar in bars]),
        **volatility(close, 20, year),
        **slope(close, 20),
    }
