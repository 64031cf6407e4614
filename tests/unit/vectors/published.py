#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints published.inc: lots and prices on a grid, as other projects publish them.

freqtrade, tests/exchange/test_exchange_utils.py (commit c9ae5e1e): inputs and expected numbers of
amount_to_precision, price_to_precision and amount_to_contract_precision. A precision of d decimal
places is a step of 10^-d. Cases in significant digits do not fit: a broker's grid has one step at
every price. Contracts: the amount over the contract's size is floored to whole contracts, which is
a step of the contract's size, or of a tenth of it where the precision is one decimal place.
vectorbt, portfolio/nb.py:145 (value // step): 0.3 in steps of 0.1.

Run it as: python3 published.py FOLDER > published.inc, where FOLDER holds the collected cases in
freqtrade_precision_rounding.json and issue_thread_cases.json.
"""
import json
import pathlib
import sys
from decimal import Decimal as D

DIRECTIONS = {"truncate": "DOWN", "round_down": "DOWN", "round_up": "UP", "round": "NEAREST"}


def step_of(inputs: dict) -> D:
    precision = D(str(inputs["precision"]))
    step = precision if inputs["precision_mode"] == "tick_size" else D(10)**-int(precision)
    return step * D(str(inputs.get("contract_size", 1)))


def show(name: str, value: object, step: object, rounding: str, expected: object) -> None:
    numbers = ", ".join(repr(float(x)) for x in (value, step, expected))
    print(f'{{"{name}", SIGMA_ROUND_{rounding}, {numbers}}},')


folder = pathlib.Path(sys.argv[1])
for case in json.loads((folder / "freqtrade_precision_rounding.json").read_text())["cases"]:
    inputs = case["inputs"]
    if inputs["precision_mode"] != "significant_digits":
        value = inputs.get("amount", inputs.get("price"))
        rounding = DIRECTIONS[inputs.get("rounding", "truncate")]
        show(f"freqtrade {case['id']}", value, step_of(inputs), rounding, case["expected"]["value"])
for case in json.loads((folder / "issue_thread_cases.json").read_text())["cases"]:
    if case["function"] == "floor_to_step":
        step = case["inputs"]["step"]
        show(f"vectorbt {case['id']}", case["inputs"]["value"], step, "DOWN",
             D(str(step)) * case["expected"]["steps"])
