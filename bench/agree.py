#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Values of libsigma's indicators beside those of other libraries, over the same bars.

The values are those that `sigma-replay --features` writes; the others come from the Python packages
TA-Lib, tulipy (Tulip), talipp, ta and pandas-ta-classic. Printed are the largest differences over
all bars that both have, and over those after the 3000th, where seeds have faded; both relative to
the value or to 1, whichever is larger, and to the price for differences of averages. Where a library
means something else, the table says what; a difference above 1e-9 that this does not explain ends
the program with status 1. bench/agree makes the environment and calls this.

Usage: agree.py FEATURES.csv BARS.csv
"""
import csv
import math
import sys
import warnings

import numpy as np
import pandas as pd

warnings.filterwarnings("ignore")
LATE, SAME = 3000, 1e-9
NAN = math.nan


def read(path: str) -> dict:
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: np.array([float(row[name]) if row[name] else NAN for row in rows])
            for name in rows[0] if name not in ("timestamp", "time")} | {
                "timestamp": [row["timestamp"] for row in rows]}


def aligned(values, count: int) -> np.ndarray:
    """A column that lacks its first values, or has None for them."""
    values = np.array([NAN if v is None else float(v) for v in values])
    return np.concatenate([np.full(count - len(values), NAN), values])


def ta_lib(b: dict) -> dict:
    import talib
    o, h, l, c, v = (b[k] for k in ("open", "high", "low", "close", "volume"))
    upper, middle, lower = talib.BBANDS(c, 20, 2, 2)
    line, signal, histogram = talib.MACD(c, 12, 26, 9)
    k, d = talib.STOCH(h, l, c, 14, 3, 0, 3, 0)
    return {"sma": talib.SMA(c, 20), "ema_1": talib.EMA(c, 9), "ema_4": talib.EMA(c, 200),
            "rsi": talib.RSI(c, 14), "macd_line": line, "macd_signal": signal,
            "macd_histogram": histogram, "stochastic_k": k, "stochastic_d": d,
            "stochastic_raw": talib.WILLR(h, l, c, 14) + 100, "bollinger_middle": middle,
            "bollinger_upper": upper, "bollinger_lower": lower, "atr": talib.ATR(h, l, c, 14),
            "adx": talib.ADX(h, l, c, 14), "plus_di": talib.PLUS_DI(h, l, c, 14),
            "minus_di": talib.MINUS_DI(h, l, c, 14), "cci": talib.CCI(h, l, c, 20),
            "mfi": talib.MFI(h, l, c, v, 14), "obv": talib.OBV(c, v) - v[0],
            "slope": talib.LINEARREG_SLOPE(c, 20),
            "zscore": (c - talib.SMA(c, 20)) / talib.STDDEV(c, 20)}


def tulip(b: dict) -> dict:
    import tulipy
    h, l, c, v = (np.ascontiguousarray(b[k]) for k in ("high", "low", "close", "volume"))
    lower, middle, upper = tulipy.bbands(c, 20, 2)
    line, signal, histogram = tulipy.macd(c, 12, 26, 9)
    k, d = tulipy.stoch(h, l, c, 14, 3, 3)
    plus, minus = tulipy.di(h, l, c, 14)
    out = {"sma": tulipy.sma(c, 20), "ema_1": tulipy.ema(c, 9), "ema_4": tulipy.ema(c, 200),
           "rsi": tulipy.rsi(c, 14), "macd_line": line, "macd_signal": signal,
           "macd_histogram": histogram, "stochastic_k": k, "stochastic_d": d,
           "stochastic_raw": tulipy.willr(h, l, c, 14) + 100, "bollinger_middle": middle,
           "bollinger_upper": upper, "bollinger_lower": lower, "atr": tulipy.atr(h, l, c, 14),
           "adx": tulipy.adx(h, l, c, 14), "plus_di": plus, "minus_di": minus,
           "cci": tulipy.cci(h, l, c, 20), "mfi": tulipy.mfi(h, l, c, v, 14),
           "obv": tulipy.obv(c, v), "slope": tulipy.linregslope(c, 20)}
    return {name: aligned(values, len(c)) for name, values in out.items()}


def incremental(b: dict) -> dict:
    from talipp import indicators as of
    from talipp.ohlcv import OHLCV
    c, count = list(b["close"]), len(b["close"])
    bars = [OHLCV(*x) for x in zip(*(b[k] for k in ("open", "high", "low", "close", "volume")))]

    def part(values, name: str) -> list:
        return [None if v is None else getattr(v, name) for v in values]
    bands, macd, adx = of.BB(20, 2, c), of.MACD(12, 26, 9, c), of.ADX(14, 14, bars)
    stochastic = of.Stoch(14, 3, bars)
    out = {"sma": of.SMA(20, c), "ema_1": of.EMA(9, c), "ema_4": of.EMA(200, c),
           "rsi": of.RSI(14, c), "macd_line": part(macd, "macd"),
           "macd_signal": part(macd, "signal"), "macd_histogram": part(macd, "histogram"),
           "stochastic_raw": part(stochastic, "k"), "stochastic_k": part(stochastic, "d"),
           "bollinger_middle": part(bands, "cb"), "bollinger_upper": part(bands, "ub"),
           "bollinger_lower": part(bands, "lb"), "atr": of.ATR(14, bars),
           "adx": part(adx, "adx"), "plus_di": part(adx, "plus_di"),
           "minus_di": part(adx, "minus_di"), "cci": of.CCI(20, bars),
           "obv": [v - bars[0].volume for v in of.OBV(bars)], "vwap": of.VWAP(bars)}
    return {name: aligned(values, count) for name, values in out.items()}


def of_ta(b: dict) -> dict:
    import ta
    h, l, c, v = (pd.Series(b[k]) for k in ("high", "low", "close", "volume"))
    macd, adx = ta.trend.MACD(c, 26, 12, 9), ta.trend.ADXIndicator(h, l, c, 14)
    bands, slow = ta.volatility.BollingerBands(c, 20, 2), ta.momentum.StochasticOscillator(
        h, l, c, 14, 3)
    out = {"sma": ta.trend.sma_indicator(c, 20), "ema_1": ta.trend.ema_indicator(c, 9),
           "ema_4": ta.trend.ema_indicator(c, 200), "rsi": ta.momentum.rsi(c, 14),
           "macd_line": macd.macd(), "macd_signal": macd.macd_signal(),
           "macd_histogram": macd.macd_diff(), "stochastic_raw": slow.stoch(),
           "stochastic_k": slow.stoch_signal(), "bollinger_middle": bands.bollinger_mavg(),
           "bollinger_upper": bands.bollinger_hband(), "bollinger_lower": bands.bollinger_lband(),
           "percent_b": bands.bollinger_pband(), "bollinger_width": bands.bollinger_wband() / 100,
           "atr": ta.volatility.average_true_range(h, l, c, 14), "adx": adx.adx(),
           "plus_di": adx.adx_pos(), "minus_di": adx.adx_neg(), "cci": ta.trend.cci(h, l, c, 20),
           "mfi": ta.volume.money_flow_index(h, l, c, v, 14),
           "obv": ta.volume.on_balance_volume(c, v) - v[0]}
    return {name: aligned(values, len(c)) for name, values in out.items()}


def of_pandas_ta(b: dict) -> dict:
    import pandas_ta_classic as p
    h, l, c, v = (pd.Series(b[k]) for k in ("high", "low", "close", "volume"))
    pick = {"talib": False}
    bands, macd = p.bbands(c, 20, 2, ddof=0, **pick), p.macd(c, 12, 26, 9, **pick)
    slow, adx = p.stoch(h, l, c, 14, 3, 3, **pick), p.adx(h, l, c, 14, **pick)
    out = {"sma": p.sma(c, 20, **pick), "ema_1": p.ema(c, 9, **pick),
           "ema_4": p.ema(c, 200, **pick), "rsi": p.rsi(c, 14, **pick),
           "macd_line": macd.iloc[:, 0], "macd_histogram": macd.iloc[:, 1],
           "macd_signal": macd.iloc[:, 2], "stochastic_k": slow.iloc[:, 0],
           "stochastic_d": slow.iloc[:, 1], "bollinger_lower": bands.iloc[:, 0],
           "bollinger_middle": bands.iloc[:, 1], "bollinger_upper": bands.iloc[:, 2],
           "bollinger_width": bands.iloc[:, 3] / 100, "percent_b": bands.iloc[:, 4],
           "atr": p.atr(h, l, c, 14, **pick), "adx": adx.iloc[:, 0], "plus_di": adx.iloc[:, 1],
           "minus_di": adx.iloc[:, 2], "cci": p.cci(h, l, c, 20, **pick),
           "mfi": p.mfi(h, l, c, v, 14, **pick), "obv": p.obv(c, v, **pick) - v[0],
           "slope": p.linreg(c, 20, slope=True, **pick),
           "zscore": p.zscore(c, 20, **pick)}
    return {name: aligned(values, len(c)) for name, values in out.items()}


LIBRARIES = {"TA-Lib": ta_lib, "Tulip": tulip, "talipp": incremental, "ta": of_ta,
             "pandas-ta-classic": of_pandas_ta}
DIRECTIONAL = ["adx", "plus_di", "minus_di"]
MACD = ["macd_line", "macd_signal", "macd_histogram"]
# Another seed fades: only late bars are held to agree. Another formula is held to nothing.
SEEDS = {
    "TA-Lib": {**dict.fromkeys(MACD, "the fast average begins with bar 15"),
               "atr": "true ranges begin with bar 2",
               **dict.fromkeys(DIRECTIONAL, "sums begin with n - 1 bars")},
    "Tulip": dict.fromkeys(["ema_1", "ema_4"], "begins with the first price"),
    "talipp": dict.fromkeys(["plus_di", "minus_di"], "true ranges begin with bar 1"),
    "ta": {**dict.fromkeys(["ema_1", "ema_4", *MACD], "averages begin with the first price"),
           "rsi": "averages begin with the first change"},
    "pandas-ta-classic": {"atr": "true ranges begin with bar 2",
                          **dict.fromkeys(DIRECTIONAL, "sums begin with n - 1 bars")},
}
TIES = "rounding decides whether typical prices are equal"
FORMULAS = {
    "Tulip": {**dict.fromkeys(MACD, "gains of 0.15 and 0.075 in place of 2/13 and 2/27"),
              **dict.fromkeys(DIRECTIONAL, "sums begin with n - 1 bars, equal moves count on both sides"),
              "mfi": TIES},
    "ta": {"obv": "an equal close counts as one that rose", "mfi": TIES},
    "pandas-ta-classic": {"zscore": "the deviation is a sample's", "mfi": TIES},
}
# What these libraries lose to rounding where prices hardly move; exact fractions side with libsigma.
DIGITS = {"Tulip": ["cci"], "talipp": ["cci"], "ta": ["percent_b"]}


def scale_of(name: str, ours: np.ndarray, close: np.ndarray) -> np.ndarray:
    if name.startswith("macd"):
        return close
    return np.maximum(np.abs(ours), 1.0)


def largest(x: np.ndarray) -> float:
    return float(np.nanmax(x)) if np.any(~np.isnan(x)) else NAN


def compare(library: str, name: str, ours: np.ndarray, theirs: np.ndarray,
            close: np.ndarray) -> bool:
    """One line of the table; whether what differs is explained."""
    away = np.abs(ours - theirs) / scale_of(name, ours, close)
    every, late = largest(away), largest(away[LATE:])
    seed, formula = SEEDS.get(library, {}).get(name), FORMULAS.get(library, {}).get(name)
    held = 0.0 if formula else late if seed else every
    loss = 1e-6 if name in DIGITS.get(library, []) else SAME
    agrees = held <= loss or math.isnan(held)
    remark = formula or seed or ""
    print(f"{library:18} {name:17} {int(np.sum(~np.isnan(away))):5} {every:9.1e} {late:9.1e}  "
          f"{remark if agrees else 'DIFFERS'}")
    return agrees


def main() -> int:
    ours, bars = read(sys.argv[1]), read(sys.argv[2])
    print(f"{'library':18} {'indicator':17} {'bars':>5} {'all':>9} {'late':>9}  why")
    good = [compare(library, name, ours[name], theirs, bars["close"])
            for library, compute in LIBRARIES.items() for name, theirs in compute(bars).items()]
    print(f"{sum(good)} of {len(good)} agree, or differ as their conventions do")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
