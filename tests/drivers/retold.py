# SPDX-License-Identifier: MIT
"""The summary of a replay from the lines of its log alone."""
import json
from pathlib import Path

SAFETY = {"positions", "equity", "floor", "margin_level", "limits", "gate", "rules", "breaker",
          "monitor"}


def retell(path: Path) -> dict:
    """What summary.json says, of what the lines decide."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    decided = [line["decided"] for line in lines if "decided" in line]
    trades = [line["trade"]["trade"] for line in lines if "trade" in line]
    told = decisions(decided) | money([t for t in trades if "paper" not in t.get("given", [])])
    told["paper_trades"] = sum("paper" in t.get("given", []) for t in trades)
    return told


def decisions(decided: list) -> dict:
    verdicts = [d["decision"].get("verdict", "deny") for d in decided]
    refused = [set(d["decision"].get("refused", [])) for d in decided]
    exits = sum(d["proposal"]["intent"] == "reduce" for d in decided)
    signals = len(decided) - exits
    return {"proposals": len(decided), "exits": exits, "signals": signals,
            "approved": verdicts.count("approve"), "reduced": verdicts.count("reduce"),
            "denied": verdicts.count("deny"),
            "filter_rate": verdicts.count("deny") / signals if signals else 0.0,
            "violations": sum(bool(SAFETY & reasons) for reasons in refused),
            "refusals": {reason: sum(reason in reasons for reasons in refused)
                         for reason in set().union(*refused)}}


def money(closings: list) -> dict:
    """Each line states the balance that it was added to: none is missing between two."""
    whole: dict = {}
    balance = peak = closings[0]["balance"] if closings else 0.0
    drawdown = 0.0
    for c in closings:
        if abs(c["balance"] - balance) > 0.005:
            raise ValueError(f"a balance of {c['balance']} follows one of {balance}")
        balance += c.get("profit", 0.0)
        peak = max(peak, balance)
        drawdown = max(drawdown, 1 - balance / peak)
        whole[c["id"]] = whole.get(c["id"], 0.0) + c.get("profit", 0.0)
    return {"trades": len(whole), "wins": sum(p > 0 for p in whole.values()),
            "losses": sum(p < 0 for p in whole.values()), "final_balance": balance,
            "profit": sum(whole.values()), "maximum_drawdown": drawdown,
            "costs": sum(c.get("costs", 0.0) for c in closings),
            "expected_profit": sum(c.get("expected", 0.0) for c in closings)}
