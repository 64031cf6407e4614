#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints oscillators.inc: RSI, stochastic, MFI, OBV, VWAP and volatility as other projects publish
them. README.md tells which vectors are used, and how.

Run it as: python3 oscillators.py FOLDER > oscillators.inc, where FOLDER holds the collected
vectors.
"""
import csv
import json
import pathlib
import sys

FOLDER = pathlib.Path(sys.argv[1])
NAMES = """d3fc_rsi14 d3fc_stoch5_3 talib_mfi14 talib_mfi49 talib_mfi50 talib_mfi51 talib_mfi100
    talib_rsi14 talib_stoch5_3_3 talib_stoch5_3_4 techan_vwap_daily ttr_mfi14 ttr_obv ttr_rsi14
    ttr_stoch14_3_3 ttr_vol_garman_klass10 ttr_vol_parkinson10 ttr_vol_rogers_satchell10
    tulip_mfi_14_atoz tulip_mfi_5_untest tulip_obv__atoz tulip_obv__untest tulip_rsi_5_atoz
    tulip_rsi_5_untest tulip_stoch_5_3_3_atoz tulip_stoch_5_3_3_untest tulip_vwma_4_extra
    tulip_vwma_5_untest""".split()
KINDS = {"rsi": "RSI", "mfi": "MFI", "obv": "OBV", "vwap": "VWAP", "fastK": "RAW", "fastD": "K",
         "slowD": "D", "k": "K", "d": "D", "vwma": "VWMA", "garman": "GARMAN_KLASS", "parkinson": "PARKINSON",
         "rogers": "ROGERS_SATCHELL"}
# Columns of whole runs over real bars, with their periods and the size of our unit in theirs.
RUNS = {"rsi14": ("RSI", [14], 1.0), "mfi14": ("MFI", [14], 1.0), "obv": ("OBV", [1], 1.0),
        "stoch_k": ("K", [14, 3, 3], 1.0), "stoch_d": ("D", [14, 3, 3], 1.0),
        "stoch_fastk": ("RAW", [14, 3, 3], 100.0), "stoch_fastd": ("K", [14, 3, 3], 100.0),
        "stoch_slowd": ("D", [14, 3, 3], 100.0), "willr14": ("WILLIAMS", [14], 1.0),
        "vwap20_close": ("VWMA", [20], 1.0), "vwap20_hlc3": ("ROLLING_VWAP", [20], 1.0),
        "vol_close": ("CLOSE_TO_CLOSE", [19], 1.0), "vol_parkinson": ("PARKINSON", [20], 1.0),
        "vol_gk": ("GARMAN_KLASS", [20], 1.0), "vol_rs": ("ROGERS_SATCHELL", [20], 1.0),
        "vol_yz": ("YANG_ZHANG", [20], 1.0)}
RUN_BARS = 400  # of the long tables
COLUMNS = ("open", "high", "low", "close", "volume")
SHOWN, CASES = set(), []


def numbers(row: dict, columns: list) -> list:
    """Open, high, low, close and volume; a lone column stands for all four prices."""
    lone = [c for c in columns if c != "volume"]
    names = {c: c for c in COLUMNS if c in row} if len(lone) > 1 or "close" in row else {}
    close = row.get("close") or row.get(lone[0])
    values = [row.get(names.get(c, ""), "") or (close if c != "volume" else "0") for c in COLUMNS]
    if columns == ["open"]:
        values[:4] = [row["open"]] * 4
    return [float(v) for v in values] if all(values) else []


def show_bars(name: str, bars: list) -> None:
    if name not in SHOWN:
        SHOWN.add(name)
        print(f"static const double {name}[][6] = {{")
        for bar in bars:
            print("    {" + ", ".join(repr(x) for x in bar) + "},")
        print("};")


def periods(params: dict) -> list:
    if "options" in params:
        return [int(x) for x in params["options"]]
    if "k" in params:
        return [params["k"], 1, params["d"]]
    order = ("fastK", "slowK", "slowD"), ("nFastK", "nFastD", "nSlowD"), ("period",), ("n",)
    return next(([params[k] for k in keys] for keys in order if keys[0] in params), [1])


def kind_of(output: str, name: str) -> str:
    estimators = ("garman", "parkinson", "rogers")
    return KINDS[output if output != "vol" else next(k for k in estimators if k in name)]


def show(title: str, kind: str, n: list, units: tuple, tolerance: dict, bars: str,
         points: list) -> None:
    """units: bars a year, what the source starts with, and the size of our unit in its own."""
    n, place = (n + [1, 1, 1])[:3], f"points_{len(CASES)}"
    print(f"static const point {place}[] = {{")
    for i, value in points:
        print(f"    {{{i}, {float(value)!r}}},")
    print("};")
    CASES.append(
        f'{{"{title}", {kind}, {{{n[0]}, {n[1]}, {n[2]}}},\n'
        f"     {units[0]!r}, {units[1]!r}, {units[2]!r},\n"
        f"     {tolerance['abs']!r}, {tolerance['rel']!r},\n"
        f"     {bars}, COUNT_OF({bars}), {place}, COUNT_OF({place})}},")


def add(name: str) -> None:
    vector = json.loads((FOLDER / f"{name}.json").read_text())
    columns, file = vector["input"]["columns"], vector["input"]["file"]
    with open(FOLDER / file, newline="") as opened:
        table = list(csv.DictReader(opened))
    rows = [numbers(row, columns) for row in table]
    skip = next(i for i, row in enumerate(rows) if row)
    days = [int((row.get("date") or "2000-01-01")[8:10]) for row in table]
    label = f"bars_{pathlib.Path(file).stem}" + ("_open" if columns == ["open"] else "")
    show_bars(label, [row + [float(day)] for row, day in zip(rows[skip:], days[skip:])])
    for output, points in (vector.get("points") or vector["outputs"]).items():
        if "outputs" in vector:
            points = [(i, v) for i, v in enumerate(points) if v is not None]
        start = points[0][1] if output == "obv" else 0.0
        scale = 100.0 if output in ("fastK", "fastD", "slowD") else 1.0
        show(f"{name} {output}", kind_of(output, name), periods(vector["params"]),
             (float(vector["params"].get("N", 1)), start, scale), vector["tolerance"], label,
             [(i - skip, v) for i, v in points])


def add_run(data: str, tool: str) -> None:
    with open(FOLDER / f"runs/{data}_input.csv", newline="") as file:
        bars = [[float(row[c]) for c in COLUMNS] for row in csv.DictReader(file)][:RUN_BARS]
    with open(FOLDER / f"runs/{data}_{tool}.csv", newline="") as file:
        table = list(csv.DictReader(file))[:RUN_BARS]
    show_bars(f"bars_{data}", [bar + [1.0] for bar in bars])
    for column, (kind, n, scale) in RUNS.items():
        points = [(i, float(row[column])) for i, row in enumerate(table) if row.get(column)]
        if points:
            show(f"{data} {tool} {column}", kind, n,
                 (252.0, points[0][1] if kind == "OBV" else 0.0, scale),
                 {"abs": 1e-8, "rel": 1e-9}, f"bars_{data}",
                 [p for k, p in enumerate(points) if k < 3 or k % 20 == 0 or p is points[-1]])


for vector_name in NAMES:
    add(vector_name)
for data_name in ("aapl1d", "spx1d"):
    for tool_name in ("talib", "ttr"):
        add_run(data_name, tool_name)
print("static const vector vectors[] = {")
for case in CASES:
    print(f"    {case}")
print("};")
