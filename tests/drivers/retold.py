# SPDX-License-Identifier: MIT
"""The summary of a replay from the lines of its log alone."""
import json
from collections import Counter
from pathlib import Path

SAFETY = {"positions", "equity", "floor", "margin_level", "limits", "gate", "rules", "breaker",
          "monitor"}


KINDS = ("decided", "exit", "trade", "violation", "failure", "transition")


def read(path: Path) -> dict:
    """The lines behind the header, by their kind, each with its place."""
    kinds: dict = {kind: [] for kind in KINDS}
    for place, text in enumerate(path.read_text(encoding="utf-8").splitlines()[1:]):
        kind, line = next(iter(json.loads(text).items()))
        kinds[kind].append(line | {"place": place})
    return kinds


def retell(path: Path) -> dict:
    """What summary.json says, of what the lines decide."""
    lines = read(path)
    trades = [line["trade"] for line in lines["trade"]]
    told = decisions(lines["decided"]) | events(lines) | \
        money([t for t in trades if "paper" not in t.get("given", [])])
    told["paper_trades"] = sum("paper" in t.get("given", []) for t in trades)
    return told


def counts(words) -> dict:
    return dict(Counter(words))


def events(lines: dict) -> dict:
    """Rules that an order met have its number; what failed around the orders has no symbol."""
    met = [v for v in lines["violation"] if "id" in v]
    return {"violations": len(met),
            "rules_broken": counts(v["source"] for v in lines["violation"] if "id" not in v),
            "breaker_levels": counts(t["transition"]["to"] for t in lines["transition"]),
            "failures": counts(f["event"] for f in lines["failure"] if "symbol" not in f),
            "cancelled": sum("symbol" in f for f in lines["failure"]),
            "closed_by": counts(e["result"]["reason"] for e in lines["exit"])}


def decisions(decided: list) -> dict:
    verdicts = [d["decision"].get("verdict", "deny") for d in decided]
    refused = [set(d["decision"].get("refused", [])) for d in decided]
    exits = sum(d["proposal"]["intent"] == "reduce" for d in decided)
    signals = len(decided) - exits
    return {"proposals": len(decided), "exits": exits, "signals": signals,
            "approved": verdicts.count("approve"), "reduced": verdicts.count("reduce"),
            "denied": verdicts.count("deny"),
            "filter_rate": verdicts.count("deny") / signals if signals else 0.0,
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
