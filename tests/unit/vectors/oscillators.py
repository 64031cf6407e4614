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
    tulip_rsi_5_untest tulip_stoch_5_3_3_atoz tulip_stoch_5_3_3_untest""".split()
KINDS = {"rsi": "RSI", "mfi": "MFI", "obv": "OBV", "vwap": "VWAP", "fastK": "RAW", "fastD": "K",
         "slowD": "D", "k": "K", "d": "D", "garman": "GARMAN_KLASS", "parkinson": "PARKINSON",
         "rogers": "ROGERS_SATCHELL"}
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
    n = (periods(vector["params"]) + [1, 1, 1])[:3]
    tolerance = vector["tolerance"]
    for output, points in (vector.get("points") or vector["outputs"]).items():
        if "outputs" in vector:
            points = [(i, v) for i, v in enumerate(points) if v is not None]
        start = points[0][1] if output == "obv" else 0.0
        scale = 100.0 if output in ("fastK", "fastD", "slowD") else 1.0
        place = f"points_{len(CASES)}"
        print(f"static const point {place}[] = {{")
        for i, value in points:
            print(f"    {{{i - skip}, {float(value)!r}}},")
        print("};")
        CASES.append(
            f'{{"{name} {output}", {kind_of(output, name)}, {{{n[0]}, {n[1]}, {n[2]}}},\n'
            f"     {float(vector['params'].get('N', 1))!r}, {start!r}, {scale!r},\n"
            f"     {tolerance['abs']!r}, {tolerance['rel']!r},\n"
            f"     {label}, COUNT_OF({label}), {place}, COUNT_OF({place})}},")


for vector_name in NAMES:
    add(vector_name)
print("static const vector vectors[] = {")
for case in CASES:
    print(f"    {case}")
print("};")
