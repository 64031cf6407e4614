#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""libsigma's batch functions beside spreadsheets and chart programs, as two other projects keep
their numbers: StockCharts' worksheets in github.com/bukosabino/ta (test/data/cs-*.csv) and the
exports in github.com/QuantConnect/Lean (Tests/TestData/spy_*). Neither is part of this repository.

Printed are the number of values, the largest difference, and what the digits of the source allow.
A difference above that ends the program with status 1.
Usage: sheets.py LIBSIGMA TA_CHECKOUT LEAN_CHECKOUT
"""
import csv
import ctypes
import math
import sys
from pathlib import Path

PRICES = ["High", "Low", "Close"]
MIDDLE, SHAPE = "sigma_bollinger_batch", "sigma_bollinger_shape_batch"
# File, function, its parameters and columns; then each column of the source with the number of our
# output, what turns ours into theirs, and what rounding in the source allows.
SHEETS = [
    ("cs-adx.csv", "sigma_adx_batch", [14], PRICES, 3,
     {"ADX": (0, 1, 0, 1e-7), "+DI14": (1, 1, 0, 1e-7), "-DI14": (2, 1, 0, 1e-7)}),
    ("cs-cci.csv", "sigma_cci_batch", [20], PRICES, 1, {"CCI": (0, 1, 0, 1e-4)}),
    ("cs-mfi.csv", "sigma_mfi_batch", [14], [*PRICES, "Volume"], 1, {"MFI": (0, 1, 0, 1e-5)}),
    ("cs-obv.csv", "sigma_obv_batch", [], ["Close", "Volume"], 1, {"OBV": (0, 1, 0, 0)}),
    ("cs-bbands.csv", MIDDLE, [20, 2.0], ["Close"], 3,
     {"MiddleBand": (0, 1, 0, 1e-6), "HighBand": (1, 1, 0, 1e-6), "LowBand": (2, 1, 0, 1e-6)}),
    ("cs-bbands.csv", SHAPE, [20, 2.0], ["Close"], 3,
     {"20-day Standard Deviation": (0, 1, 0, 1e-6), "WidthBand": (1, 100, 0, 1e-6),
      "PercentageBand": (2, 1, 0, 1e-6)}),
    ("cs-soo.csv", "sigma_stochastic_batch", [14, 3, 3], PRICES, 3,
     {"SO": (0, 1, 0, 1e-6), "SO_SIG": (1, 1, 0, 1e-6)}),
    ("cs-percentr.csv", "sigma_stochastic_batch", [14, 3, 3], PRICES, 3,
     {"Williams_%R": (0, 1, -100, 1e-6)}),
    ("spy_with_indicators.txt", "sigma_sma_batch", [14], ["Close"], 1, {"SMA14": (0, 1, 0, 1e-2)}),
    ("spy_with_indicators.txt", "sigma_ema_batch", [14], ["Close"], 1, {"EMA14": (0, 1, 0, 1e-2)}),
    ("spy_with_indicators.txt", "sigma_macd_batch", [12, 26, 9], ["Close"], 3,
     {"MACD 12 26": (0, 1, 0, 1e-3)}),
    ("spy_with_indicators.txt", "sigma_rsi_batch", [14], ["Close"], 1,
     {"RSI 14 Wilder": (0, 1, 0, 1e-5)}),
    ("spy_with_adx.txt", "sigma_adx_batch", [14], PRICES, 3,
     {"ADX 14": (0, 1, 0, 1e-4), "+DI14": (1, 1, 0, 1e-4), "-DI14": (2, 1, 0, 1e-4)}),
    ("spy_atr_wilder.txt", "sigma_atr_batch", [14], PRICES, 1,
     {"Average True Range 14": (0, 1, 0, 1e-5)}),
    ("spy_tr.txt", "sigma_atr_batch", [1], PRICES, 1, {"TR": (0, 1, 0, 1e-12)}),
    ("spy_mfi.txt", "sigma_mfi_batch", [20], [*PRICES, "Volume"], 1,
     {"Money Flow Index 20": (0, 1, 0, 1e-5)}),
    ("spy_with_williamsR14.txt", "sigma_stochastic_batch", [14, 3, 3], PRICES, 3,
     {"Williams %R 14": (0, 1, -100, 1e-3)}),
    ("spy_with_cci.txt", "sigma_cci_batch", [14], PRICES, 1,
     {"Commodity Channel Index (CCI) 14": (0, 1, 0, 1e-2)}),
    ("spy_with_stoch12k3.txt", "sigma_stochastic_batch", [12, 3, 5], PRICES, 3,
     {"Stochastics 12 %K 3": (1, 1, 0, 1e-3), "%D 5": (2, 1, 0, 1e-3)}),
    ("spy_with_macd.txt", "sigma_macd_batch", [12, 26, 9], ["Close"], 3,
     {"MACD": (0, 1, 0, 1e-5), "Signal": (1, 1, 0, 1e-5), "Histogram": (2, 1, 0, 1e-5)}),
    ("spy_with_rsv.csv", "sigma_volatility_batch", [4, 9, 1.0], ["Open", *PRICES], 1,
     {"RSV9": (0, 1, 0, 1e-15)}),
]


def number(text) -> float:
    try:
        return float(text)
    except (TypeError, ValueError):
        return math.nan


def read(path: Path) -> list:
    """Rows of bars; a worksheet may leave the first volume or closes open, and has notes below."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        table = [{(k or "").strip(): v for k, v in row.items()} for row in csv.DictReader(file)]
    table = [row for row in table if any(row.get(k) for k in ("High", "Close"))]
    for row in table:
        row["Volume"] = row.get("Volume") or "0"
        row["Close"] = row["Close"] or row["High"]
    return table


def compute(library, name: str, params: list, columns: list, outputs: int) -> list:
    count = len(columns[0])
    out = [(ctypes.c_double * count)() for _ in range(outputs)]
    given = [ctypes.c_double(p) if isinstance(p, float) else ctypes.c_int32(p) for p in params]
    into = [(ctypes.c_double * count)(*column) for column in columns]
    if getattr(library, name)(*given, *into, ctypes.c_int32(count), *out) != 0:
        sys.exit(f"sheets.py: {name} refuses the bars")
    return out


def main() -> int:
    library, good = ctypes.CDLL(sys.argv[1]), True
    folders = Path(sys.argv[2]) / "test/data", Path(sys.argv[3]) / "Tests/TestData"
    for file, name, params, inputs, outputs, columns in SHEETS:
        table = read(folders[not file.startswith("cs-")] / file)
        ours = compute(library, name, params, [[number(row[k]) for row in table] for k in inputs],
                       outputs)
        for column, (place, scale, shift, most) in columns.items():
            pairs = [(ours[place][i] * scale + shift, number(row[column]))
                     for i, row in enumerate(table)]
            away = [abs(a - b) for a, b in pairs if not math.isnan(b)]
            worst = max((math.inf if math.isnan(x) else x for x in away), default=math.inf)
            good = good and worst <= most
            print(f"{file:24} {column:33} {len(away):4} values, off by {worst:8.1e} of {most:g}"
                  f"{'' if worst <= most else '  DIFFERS'}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
