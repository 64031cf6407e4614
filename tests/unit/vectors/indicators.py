#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints indicators.inc: averages, bands, slopes, CCI, ATR and ADX as others publish them.

Conventions differ in the seed alone. README.md tells which vectors are used, and how:

    PLAIN     the seed is that of libsigma
    BAR_1     true ranges count from the second bar: it is fed first, widened by the close before it
    REPEAT    the average begins with the first value, which is fed n times
    TYPICAL   in place of the close stands the typical price

An ADX has no such way; of those whose sums begin otherwise, the points are taken at which both
conventions, worked here in plain Python, have come closer than a tenth of the tolerance.

Run it as: python3 indicators.py FOLDER > indicators.inc, where FOLDER holds the collected vectors.
"""
import csv
import json
import pathlib
import sys

FOLDER = pathlib.Path(sys.argv[1])
FEEDS = {
    "talib_ema10": "PLAIN", "talib_ema2": "PLAIN", "techan_ema10": "PLAIN", "ttr_ema10": "PLAIN",
    "d3fc_ema9": "PLAIN", "tulip_ema_5_atoz": "REPEAT", "tulip_ema_5_untest": "REPEAT",
    "techan_wilder10": "PLAIN", "ttr_ema_wilder10": "PLAIN", "tulip_wilders_5_atoz": "PLAIN",
    "tulip_wilders_5_untest": "PLAIN", "bollinger_bbands20_2": "PLAIN", "d3fc_bbands10_2": "PLAIN",
    "d3fc_macd12_29_9": "PLAIN", "d3fc_sma10": "PLAIN", "talib_bbands20_2": "PLAIN",
    "talib_cci11": "PLAIN", "talib_cci5": "PLAIN", "talib_sma2": "PLAIN", "talib_sma30": "PLAIN",
    "talib_stddev5_1p0": "PLAIN", "talib_stddev5_1p5": "PLAIN", "techan_macd12_26_9": "PLAIN", "techan_sma10": "PLAIN",
    "ttr_bbands20_2": "TYPICAL", "ttr_cci20": "PLAIN", "ttr_sma10": "PLAIN",
    "ttr_stdev10": "PLAIN", "tulip_bbands_5_2_atoz": "PLAIN", "tulip_bbands_5_2_untest": "PLAIN",
    "tulip_cci_5_atoz": "PLAIN", "tulip_cci_5_untest": "PLAIN", "tulip_linreg_5_extra": "PLAIN",
    "tulip_linreg_5_untest": "PLAIN", "tulip_linregslope_5_extra": "PLAIN",
    "tulip_linregslope_5_untest": "PLAIN", "tulip_sma_5_atoz": "PLAIN",
    "tulip_sma_5_untest": "PLAIN", "tulip_stddev_3_extra": "PLAIN", "tulip_stddev_5_atoz": "PLAIN",
    "tulip_stddev_5_untest": "PLAIN", "tulip_var_3_extra": "PLAIN", "tulip_var_5_untest": "PLAIN",
    "talib_atr14": "BAR_1", "techan_atr14": "BAR_1",
    "ttr_atr14": "BAR_1", "tulip_atr_4_atoz": "PLAIN", "tulip_atr_5_untest": "PLAIN",
    "tulip_natr_4_extra": "PLAIN", "tulip_natr_5_untest": "PLAIN", "tulip_tr__atoz": "PLAIN",
    "tulip_tr__untest": "PLAIN", "talib_adx14": "PLAIN", "ttr_adx14": "PLAIN"}
KINDS = {"ema": "EMA", "ema20": "EMA", "atr": "ATR", "atr14": "ATR", "natr": "NATR",
         "natr14": "NATR", "tr": "TR", "rma": "WILDER", "wilderma": "WILDER", "wilder14": "WILDER",
         "pdi": "PLUS_DI", "plus_di": "PLUS_DI", "mdi": "MINUS_DI", "minus_di": "MINUS_DI",
         "dx": "DX", "adx": "ADX", "plus_dm": "PLUS_DM", "minus_dm": "MINUS_DM",
         "sma": "SMA", "sma20": "SMA", "middle": "MIDDLE", "bb_mid": "MIDDLE", "upper": "UPPER",
         "bb_up": "UPPER", "lower": "LOWER", "bb_dn": "LOWER", "pctB": "PERCENT_B",
         "bb_pctb": "PERCENT_B", "sd": "DEVIATION", "sd20_pop": "DEVIATION",
         "sd20_sample": "SAMPLE_DEVIATION", "var": "VARIANCE", "var20_pop": "VARIANCE",
         "cci": "CCI", "cci20": "CCI", "slope": "SLOPE", "slope20": "SLOPE", "linreg": "LINE",
         "linreg20": "LINE", "tsf20": "NEXT", "macd": "MACD", "signal": "SIGNAL", "macd_signal": "SIGNAL",
         "histogram": "HISTOGRAM", "macd_hist": "HISTOGRAM"}
BANDS = ("MIDDLE", "UPPER", "LOWER", "PERCENT_B")
RUN_BARS = 600  # of the long tables
LOOSER = {"ttr_adx14": {"abs": 1e-5, "rel": 0.0}}  # 250 bars are too few for its seed to fade more


def movement(bars: list, n: int, early: bool) -> dict:
    """DI, DX and ADX by bar; early: the first sums hold n - 1 bars and are smoothed once more."""
    out = {"PLUS_DI": {}, "MINUS_DI": {}, "DX": {}, "ADX": {}, "PLUS_DM": {}, "MINUS_DM": {}}
    sums, adx, dxs = [0.0, 0.0, 0.0], 0.0, []
    for i in range(1, len(bars)):
        (h, l, _), (h0, l0, c0) = bars[i], bars[i - 1]
        up, down = h - h0, l0 - l
        x = (max(h, c0) - min(l, c0), up if up > max(down, 0) else 0.0,
             down if down > max(up, 0) else 0.0)
        keep = 1 - 1 / n if i >= n + (not early) else 1.0
        sums = [s * keep + v for s, v in zip(sums, x)]
        if i < n:
            continue
        plus, minus = 100 * sums[1] / sums[0], 100 * sums[2] / sums[0]
        dx = 100 * abs(plus - minus) / (plus + minus)
        dxs.append(dx)
        adx = sum(dxs) / n if len(dxs) <= n else adx + (dx - adx) / n
        values = (plus, minus, dx, adx if len(dxs) >= n else None, sums[1], sums[2])
        for name, value in zip(out, values):
            out[name][i] = value
    return out


def settled(bars: list, n: int, kind: str, tolerance: dict, points: list) -> list:
    ours, theirs = (movement(bars, n, early)[kind] for early in (False, True))
    return [(i, v) for i, v in points
            if ours.get(i) is not None and theirs.get(i) is not None
            and abs(ours[i] - theirs[i]) < (tolerance["abs"] + tolerance["rel"] * abs(v)) / 10]


def thinned(points: list, step: int) -> list:
    return [p for k, p in enumerate(points) if k < 3 or k % step == 0 or k >= len(points) - 2]


def rows(name: str, columns: list) -> list:
    """High, low and close of each bar, or one value three times."""
    with open(FOLDER / name, newline="") as file:
        table = list(csv.DictReader(file))
    if columns != ["open"] and "high" in table[0]:
        columns = ["high", "low", "close"]
    bars = [[float(row[c]) if row[c] else None for c in columns] for row in table]
    return [bar if len(bar) == 3 else bar * 3 for bar in bars]


SHOWN = set()


def show_bars(name: str, bars: list, source: str) -> None:
    if name in SHOWN:
        return
    SHOWN.add(name)
    print(f"/* {source} */\nstatic const double {name}[][3] = {{")
    for bar in bars:
        print("    {" + ", ".join(repr(x) for x in bar) + "},")
    print("};")


CASES = []


def add(name: str, kind: str, n: int, feed: str, bars: str, tolerance: dict, points: list) -> None:
    if not points:
        return
    label = f"points_{len(CASES)}"
    print(f"static const point {label}[] = {{")
    for i, value in points:
        print(f"    {{{i}, {float(value)!r}}},")
    print("};")
    CASES.append(f'{{"{name}", {kind}, {n}, {feed}, {tolerance["abs"]!r}, {tolerance["rel"]!r},\n'
                 f"     {bars}, COUNT_OF({bars}), {label}, COUNT_OF({label})}},")


def add_json(name: str, feed: str) -> None:
    vector = json.loads((FOLDER / f"{name}.json").read_text())
    params = vector["params"]
    period = int(params.get("period") or params.get("slow") or (params["options"] or [1])[0])
    file = vector["input"]["file"]
    bars = rows(file, vector["input"]["columns"])
    skip = next(i for i, bar in enumerate(bars) if None not in bar)
    bars, label = bars[skip:], "bars_" + pathlib.Path(file).stem
    source, licence = (vector[key].split(" (")[0] for key in ("source", "licence"))
    source = source.replace("/usr/lib/R/site-library/", "").split("{")[0].replace("/*.csv", "")
    show_bars(label, bars, f"{source}, {licence}")
    tolerance = LOOSER.get(name, vector["tolerance"])
    for output, points in (vector.get("points") or vector["outputs"]).items():
        kind = KINDS.get(output)
        if kind is None:
            continue
        if name == "talib_stddev5_1p5":
            kind = "DEVIATION_1P5"
        if name in ("d3fc_bbands10_2", "ttr_stdev10"):  # of a sample, not of the population
            kind = kind if kind == "MIDDLE" else f"SAMPLE_{kind}"
        if "outputs" in vector:
            points = [(i, v) for i, v in enumerate(points) if v is not None]
        points = [(i - skip, v) for i, v in points]
        if name.endswith("adx14"):
            points = settled(bars, period, kind, tolerance, points)
        n, how = (1, "PLAIN") if kind == "TR" else (period, feed)
        add(f"{name} {output}", kind, n, how, label, tolerance, thinned(points, 12))


def add_run(data: str, tool: str, source: str) -> None:
    prices = rows(f"runs/{data}_input.csv", [])[:RUN_BARS]
    show_bars(f"bars_{data}", prices, source)
    with open(FOLDER / f"runs/{data}_{tool}.csv", newline="") as file:
        table = list(csv.DictReader(file))[:RUN_BARS]
    tolerance = {"abs": 1e-8, "rel": 1e-9}
    for column, kind in KINDS.items():
        if column not in table[0]:
            continue
        points = [(i, float(row[column])) for i, row in enumerate(table) if row[column]]
        n = 1 if kind == "TR" else 20 if "20" in column or kind in BANDS else 14
        if kind in ("MACD", "SIGNAL", "HISTOGRAM"):
            n = 26
            if tool == "talib":  # its fast average starts with the slow one; the seed fades
                points = [p for p in points if p[0] >= 250]
        feed = {"ATR": "BAR_1", "NATR": "BAR_1"}.get(kind, "PLAIN")
        if kind in ("PLUS_DI", "MINUS_DI", "DX", "ADX"):
            points = settled(prices, n, kind, tolerance, points)
        add(f"{data} {tool} {column}", kind, n, feed, f"bars_{data}", tolerance,
            thinned(points, 40))


for vector_name, feed_name in FEEDS.items():
    add_json(vector_name, feed_name)
for tool_name in ("talib", "ttr"):
    add_run("aapl1d", tool_name, "AAPL daily from May 2013, npm @observablehq/sample-datasets, ISC")
    add_run("spx1d", tool_name, "S&P 500 daily from July 2015, npm vega-datasets, BSD-3-Clause")
print("static const vector vectors[] = {")
for case in CASES:
    print(f"    {case}")
print("};")
