#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints portfolio.inc: published and collected numbers of portfolios.

    blend      Riskfolio-Lib at 632a9e48 (BSD-3-Clause, numbers only): the covariance of ten shares,
               weights and what each contributes to the volatility
    worked     a portfolio with its heat, stress, contributions and largest additions, computed
               elsewhere in Python
    limit      market-maker-rs at 36899f3e (MIT, numbers only): limits of position and notional
    fold       NautilusTrader at a95c8042 (LGPL-3.0, numbers only): legs and their net quantity

Usage: portfolio.py FOLDER > portfolio.inc, where FOLDER holds risk/ and methods/
"""
import json
import sys
from pathlib import Path

folder = Path(sys.argv[1])


def load(name):
    return json.loads((folder / name).read_text(encoding="utf-8"))


def line(values):
    return "{" + ", ".join(repr(float(x)) for x in values) + "}"


def rows(name, matrix):
    print(f"static const double {name}[{len(matrix)}][{len(matrix[0])}] = {{")
    for row in matrix:
        print(f"    {line(row)},")
    print("};")


print("/* Printed by portfolio.py. */")
risk = load("risk/riskfolio_portfolio_risk.json")
cases = {case["id"]: case for case in risk["cases"]}
rows("covariance", risk["shared_inputs"]["covariance"])
print("static const struct blend {\n    double weight[10], contribution[10], volatility;\n"
      "} blends[] = {")
for name in ("equal_weight", "min_variance", "risk_parity"):
    case = cases["risk_contribution_" + name]
    print(f"    {{{line(case['inputs']['weights'])}, {line(case['expected']['contributions'])}, "
          f"{cases['measures_' + name]['expected']['volatility']!r}}},")
print("};")

worked = load("methods/s7_correlation.json")
heat, more = worked["heat"][0], worked["max_add"]
assert heat["h"] == more["h"] and heat["C"] == more["C"]
print(f"static const double worked_risk[] = {line(heat['h'])};")
rows("worked_rho", heat["C"])
print(f"static const double worked_heat = {heat['heat']!r}, worked_bets = {heat['N_eff']!r};")
print(f"static const double worked_part[] = {line(heat['component_risk'])};")
print("static const double worked_stress[][2] = {")
for row in heat["stress"]:
    print(f"    {line([row['rho'], row['abs']])},")
print("};")
print(f"static const double worked_row[] = {line(more['crow'])};")
print(f"static const double worked_most = {more['H']!r}, worked_long = {more['x_long']!r}, "
      f"worked_short = {more['x_short']!r};")

print("static const struct limit {\n    double most, notional, position, order, price;\n"
      "    int allowed;\n} limits[] = {")
for case in load("risk/market_maker_rs_limits_breaker_portfolio.json")["cases"]:
    if case["function"] == "position_notional_limit":
        x = case["inputs"]
        numbers = (x["max_position"], x["max_notional"], x["position"], x["order"], x["price"])
        print(f"    {{{', '.join(repr(float(n)) for n in numbers)}, "
              f"{int(case['expected']['allowed'])}}}, /* {case['id']} */")
print("};")

print("static const struct fold {\n    double leg[4], net;\n} folds[] = {")
for case in load("risk/nautilus_margin_pnl_netting.json")["cases"]:
    if case["function"] == "fold_net_position":
        legs = [leg[0] for leg in case["inputs"]["legs_qty_price_ts"]]
        legs += [0] * (4 - len(legs))
        print(f"    {{{line(legs)}, {float(case['expected']['net_qty'])!r}}}, /* {case['id']} */")
print("};")
