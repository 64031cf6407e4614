#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints exits.inc from the collected cases of other projects: trailing stops, ratchets, distances
of stops, triple barriers.

Usage: exits.py FOLDER, where FOLDER holds nautilus_trailing_stop.json and its kin
"""
import json
import sys
from pathlib import Path

folder = Path(sys.argv[1])


def cases(name: str, *functions: str) -> list:
    data = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return [case for case in data["cases"] if case["function"] in functions]


def number(x) -> str:
    return repr(float(x))


def block(name: str, kind: str, rows: list) -> None:
    print(f"static const {kind} {name}[] = {{")
    print("\n".join(rows))
    print("};\n")


def prices(inputs: dict) -> list:
    """The prices that a case shows, in the order in which it looks at them."""
    quoted = inputs.get("ask" if inputs["side"] == "BUY" else "bid")
    looked = {"last_price": ["last"], "last_or_bid_ask": ["quoted", "last"]}
    names = looked.get(inputs.get("trigger_type"), ["quoted"] if quoted else ["last"])
    return [quoted if name == "quoted" else inputs[name] for name in names]


def trail(case: dict) -> str:
    inputs, wanted = case["inputs"], case["expected"]
    unit = "SIGMA_GAIN_PRICE" if inputs["offset_type"] == "basis_points" else "SIGMA_GAIN_RISK"
    scale = {"price": 1, "basis_points": 1e-4, "ticks": inputs["price_increment"]}
    distance = inputs["offset"] * scale[inputs["offset_type"]]
    side = "SIGMA_SIDE_SHORT" if inputs["side"] == "BUY" else "SIGMA_SIDE_LONG"
    level = wanted.get("new_trigger", wanted.get("trigger"))
    seen = prices(inputs)
    return (f'    {{"{case["id"]}", {number(distance)}, {number(inputs["price_increment"])},\n'
            f'     {number(inputs.get("trigger", 0))}, {{{number(seen[0])}, '
            f'{number(seen[-1])}}}, {number(level or 0)}, {unit}, {side}}},')


def ratchet(case: dict) -> list:
    """Steps that a stop which was hit could not see are left out, as are those that set a stop
    anew."""
    inputs, rows, stop = case["inputs"], [], case["expected"]["initial_stop"]
    long = inputs["side"] == "long"
    for step, after in zip(inputs["steps"], case["expected"]["stop_after"]):
        hit = step["price"] <= stop if long else step["price"] >= stop
        if not step.get("initial") and not hit:
            rows.append(f'    {{{number(step["price"])}, {number(step["pct"])}, '
                        f'{number(after)}, {"true" if long else "false"}}},')
            stop = after
    return rows


def from_open(case: dict) -> tuple:
    """Stop and price of an entry at 100; none where the price would be zero."""
    inputs = case["inputs"]
    sign = 1 if inputs["side"] == "long" else -1
    return (100 * (1 + sign * inputs["open_relative_stop"] / inputs["leverage"]),
            100 * (1 + sign * inputs["current_profit"] / inputs["leverage"]))


def room(case: dict) -> list:
    inputs = case["inputs"]
    stop, price = (from_open(case) if case["function"] == "stoploss_from_open"
                   else (inputs["stop_price"], inputs["price"]))
    if stop <= 0 or price <= 0:
        return []
    most = "1e300" if case["function"] == "stoploss_from_open" else "1.0"
    side = "SIGMA_SIDE_LONG" if inputs["side"] == "long" else "SIGMA_SIDE_SHORT"
    return [f'    {{"{case["id"]}", {number(stop)}, {number(price)}, '
            f'{number(inputs["leverage"])}, {most},\n     {number(case["expected"]["value"])}, '
            f'{number(case["tolerance"])}, {side}}},']


def barrier(case: dict) -> str:
    inputs, wanted = case["inputs"], case["expected"]
    reason = {"TAKE_PROFIT": "TARGET", "STOP_LOSS": "STOP", "TIME_LIMIT": "TIME"}[wanted["close"]]
    entry = inputs["entry"]
    return (f'    {{{number(entry)}, {number(entry * (1 - inputs["stop_loss"]))}, '
            f'{number(entry * (1 + inputs["take_profit"]))}, {number(inputs["price"])},\n     '
            f'{number(inputs["time_limit_s"])}, {number(inputs["elapsed_s"])}, '
            f'{number(wanted["trade_pnl_pct"])}, SIGMA_EXIT_{reason}}},')


print("/* SPDX-License-Identifier: MIT */\n/* Printed by exits.py. */\n/* clang-format off */")
block("trails", "trail_case", [trail(c) for c in cases("nautilus_trailing_stop",
                                                       "trailing_stop_update",
                                                       "trailing_stop_initial")])
block("ratchets", "ratchet_case", [row for c in cases("freqtrade_stoploss_helpers",
                                                      "trailing_ratchet") for row in ratchet(c)])
block("rooms", "room_case", [row for c in cases("freqtrade_stoploss_helpers",
                                                "stoploss_from_open", "stoploss_from_absolute")
                             for row in room(c)])
block("barriers", "barrier_case", [barrier(c) for c in cases("hummingbot_budget_and_barriers",
                                                             "triple_barrier")])
