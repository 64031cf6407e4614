#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints liquidation.inc: liquidation prices on isolated margin, as freqtrade publishes them.

freqtrade, tests/exchange/test_exchange.py (commit c9ae5e1e), the cases of futures. The exchanges
differ in what they ask for maintenance, which is what rate and fixed part of sigma_liquidation are
for: Binance a rate less a deduction, Gate and OKX a rate and the taker's fee of 0.06 %, Bybit the
rate on the notional at the entry, whatever the price.

Run it as: python3 liquidation.py FOLDER > liquidation.inc, where FOLDER holds the collected cases in
freqtrade_liquidation_price.json.
"""
import json
import pathlib
import sys

TAKER = 0.0006

folder = pathlib.Path(sys.argv[1])
for case in json.loads((folder / "freqtrade_liquidation_price.json").read_text())["cases"]:
    x = case["inputs"]
    if x["mode"] == "futures":
        notional = x["amount"] * x["open"]
        rate, fixed = {"binance": (x["mmr"], -x["maintenance_amount"]),
                       "bybit": (0.0, x["mmr"] * notional)}.get(
                           x["exchange"], (x["mmr"] + TAKER, 0.0))
        numbers = (x["amount"], x["open"], notional / x["leverage"], rate, fixed,
                   case["expected"]["value"])
        print("{SIGMA_SIDE_%s, %s}," % (x["side"].upper(), ", ".join(repr(float(n)) for n in numbers)))
