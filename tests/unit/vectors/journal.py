#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints journal.inc: profits of published trades, and the statistics published about them.

A case is a run of profits, the equity before them and the tail; a row is one statistic that fits the
conventions of sigma/journal.h. README.md names those that do not.

* Jesse: jesse_btcusdt_2023_2025.csv, 2089 trades of a backtest on BTC-USDT (jesse-ai/jesse at
  e0ba14eb, a contributor's file, MIT), and what its report says of them.
* backtesting.py: test_compute_stats at 9c2b8e1c (AGPL-3.0; numbers only), 66 trades: their profits,
  their returns, and the daily changes of equity without the days that had none.
* LEAN: TradeStatisticsTests.cs at 24863901 (Apache-2.0), five cases.
* freqtrade: tests/data/test_metrics.py and test_btanalysis.py at c9ae5e1e (GPL-3.0; numbers only).
* riskkit: tests/test_metrics.py at 99d1d167 (MIT), historical VaR and CVaR.
* Bug reports, numbers only: quantstats#438 and #541, and others that issue_thread_cases.json names.

Run it as: python3 journal.py RISK TRADES > journal.inc, where RISK and TRADES are folders that hold
the collected cases.
"""
import csv
import json
import pathlib
import sys

risk, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
numbers: list = []
rows: list = []


def cases(name: str) -> list:
    return json.loads((risk / f"{name}.json").read_text(encoding="utf-8"))["cases"]


def show(name: str, profits: list, expected: dict, tolerance: float, equity: float = 1e4,
         tail: float = 0.05) -> None:
    start = len(numbers)
    numbers.extend(profits)
    rows.extend(f'{{"{name}", {start}, {len(profits)}, {equity!r}, {tail!r}, {field}, {value!r}, '
                f"{tolerance!r}}}," for field, value in expected.items())


def steps(levels: list) -> list:
    return [b - a for a, b in zip(levels, levels[1:])]


def jesse() -> None:
    with open(folder / "jesse_btcusdt_2023_2025.csv", encoding="utf-8") as file:
        profits = [float(row["pnl"]) for row in csv.DictReader(file)]
    data = json.loads((folder / "jesse_btcusdt_2023_2025.expected.json").read_text())
    report = data["reported_by_source"]
    show("jesse", profits, {
        "TRADES": report["total"], "WINS": report["total_winning_trades"],
        "LOSSES": report["total_losing_trades"], "WIN_RATE": report["win_rate"],
        "PAYOFF": report["ratio_avg_win_loss"], "TOTAL": report["net_profit"],
        "AVERAGE_WIN": report["average_win"], "AVERAGE_LOSS": report["average_loss"],
        "EXPECTANCY": report["net_profit"] / report["total"],
        "GROSS_PROFIT": report["gross_profit"], "GROSS_LOSS": -report["gross_loss"],
        "MOST_WINS": report["winning_streak"], "MOST_LOSSES": report["losing_streak"],
        "STREAK": report["current_streak"], "BEST": report["largest_winning_trade"],
        "WORST": report["largest_losing_trade"], "EQUITY": report["finishing_balance"]}, 1e-12)
    again = data["recomputed_from_csv"]
    show("jesse, recomputed", profits, {
        "PROFIT_FACTOR": again["profit_factor"], "SQN": again["sqn"],
        "DRAWDOWN": again["max_drawdown_abs_closed_trades"],
        "EQUITY_DRAWDOWN": again["max_drawdown_pct_closed_trades"]}, 1e-12)


def backtesting() -> None:
    data = json.loads((risk / "backtesting_py_statistics.json").read_text(encoding="utf-8"))
    shared = data["shared_inputs"]
    value = {case["id"]: case["expected"].get("value") for case in data["cases"]}
    show("backtesting.py, profits", shared["pnl"], {
        "WIN_RATE": value["win_rate_pct"] / 100, "BINARY_KELLY": value["kelly"],
        "SQN": value["sqn"], "GROWTH": value["return_pct"] / 100}, 1e-8)
    show("backtesting.py, returns", shared["return_fraction"], {
        "PROFIT_FACTOR": value["profit_factor"], "EXPECTANCY": value["expectancy_pct"] / 100,
        "BEST": value["best_trade_pct"] / 100, "WORST": value["worst_trade_pct"] / 100}, 1e-8)
    show("backtesting.py, days", [x for x in steps(shared["equity_daily"]) if x != 0.0], {
        "PEAK": value["equity_peak"], "EQUITY_DRAWDOWN": -value["max_drawdown_pct"] / 100}, 1e-8,
        shared["equity_daily"][0])


def lean() -> None:
    for case in cases("lean_trade_statistics")[1:]:
        said = case["expected"]
        fields = {
            "TRADES": "TotalNumberOfTrades", "WINS": "NumberOfWinningTrades",
            "LOSSES": "NumberOfLosingTrades", "TOTAL": "TotalProfitLoss",
            "GROSS_PROFIT": "TotalProfit", "EXPECTANCY": "AverageProfitLoss",
            "AVERAGE_WIN": "AverageProfit", "MOST_WINS": "MaxConsecutiveWinningTrades",
            "MOST_LOSSES": "MaxConsecutiveLosingTrades", "PAYOFF": "ProfitLossRatio",
            "WIN_RATE": "WinRate", "DEVIATION": "ProfitLossStandardDeviation",
            "SHARPE": "SharpeRatio"}
        turned = {"GROSS_LOSS": "TotalLoss", "AVERAGE_LOSS": "AverageLoss",
                  "DRAWDOWN": "MaximumClosedTradeDrawdown"}
        if said["NumberOfWinningTrades"]:
            fields["BEST"] = "LargestProfit"
        if said["NumberOfLosingTrades"]:
            fields |= {"WORST": "LargestLoss", "PROFIT_FACTOR": "ProfitFactor"}
        expected = {f: said[name] for f, name in fields.items()}
        expected |= {f: 0.0 - said[name] for f, name in turned.items()}
        show(f"LEAN {case['id']}", [t["pnl"] for t in case["inputs"]["trades"]], expected, 1e-12)


def freqtrade() -> None:
    found = {case["id"]: case for case in cases("freqtrade_metrics")}

    def one(name: str, fields: dict, tolerance: float, equity: float = 1e4) -> None:
        case = found[name]
        show(f"freqtrade {name}", case["inputs"]["pnl"],
             {f: case["expected"][key] for f, key in fields.items()}, tolerance, equity)

    one("mdd_trades", {"DRAWDOWN": "drawdown_abs", "EQUITY_DRAWDOWN": "relative"}, 1e-8, 0.2)
    one("mdd_all_wins", {"DRAWDOWN": "drawdown_abs"}, 1e-12)
    one("mdd_all_losses_new", {"DRAWDOWN": "drawdown_abs"}, 1e-12)
    one("mdd_abs", {"DRAWDOWN": "drawdown_abs"}, 1e-12, 1000.0)
    one("mdd_rel", {"EQUITY_DRAWDOWN": "relative"}, 1e-12, 1000.0)
    one("expectancy", {"EXPECTANCY": "expectancy", "PER_LOSS": "expectancy_ratio"}, 1e-8)
    for name in ("sqn_mixed", "sqn_all_wins", "sqn_all_losses"):
        one(name, {"SQN": "value"}, 5e-5)
    one("backtest_result_179_trades",
        {"EXPECTANCY": "expectancy", "PER_LOSS": "expectancy_ratio", "SQN": "sqn"}, 5e-5, 0.01)
    balance = found["mdd_balance"]
    show("freqtrade mdd_balance", steps(balance["inputs"]["balance"]),
         {"DRAWDOWN": balance["expected"]["drawdown_abs"],
          "EQUITY_DRAWDOWN": balance["expected"]["relative"]}, 1e-12,
         balance["inputs"]["balance"][0])


def riskkit() -> None:
    for case in cases("riskkit_sizing_drawdown_stops"):
        if case["function"] == "historical_var_cvar":
            inputs, said = case["inputs"], case["expected"]
            show(f"riskkit {case['id']}", inputs["returns"],
                 {"LOWER": -said["var"], "CVAR": said["cvar"]}, 1e-12,
                 tail=round(1 - inputs["confidence"], 2))


def threads() -> None:
    for case in cases("issue_thread_cases"):
        inputs, said = case["inputs"], case["expected"].get("value")
        if case["function"] == "max_drawdown_prices":
            show(case["id"], steps(inputs["prices"]), {"EQUITY_DRAWDOWN": -said}, 1e-9,
                 float(inputs["prices"][0]))
        elif case["function"] == "max_drawdown_equity":
            levels = [float(inputs["initial"]), *inputs["equity"]]
            show(case["id"], steps(levels), {"EQUITY_DRAWDOWN": -said}, 1e-9, levels[0])
        elif case["function"] == "max_drawdown_returns":
            levels = [100.0]
            for change in inputs["returns"]:
                levels.append(levels[-1] * (1 + change))
            show(case["id"], steps(levels), {"EQUITY_DRAWDOWN": -said}, 1e-9, 100.0)
        elif case["function"] == "sortino_annualised":
            show(case["id"], inputs["returns"], {"SORTINO": said / inputs["periods"] ** 0.5}, 1e-9)
        elif case["function"] == "sortino_equal_losses":  # what the thread asks for instead of 0
            show(case["id"], inputs["losses"], {"DOWNSIDE": -inputs["losses"][0]}, 1e-12)


for part in (jesse, backtesting, lean, freqtrade, riskkit, threads):
    part()
print("#ifdef PROFITS")
for first in range(0, len(numbers), 4):
    print(" ".join(f"{x!r}," for x in numbers[first:first + 4]))
print("#else")
print("\n".join(rows))
print("#endif")
