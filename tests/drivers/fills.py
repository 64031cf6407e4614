# SPDX-License-Identifier: MIT
"""The account a second time, written from its description: bars and decisions to trades.

What was granted at a close is filled at the next open, made worse by half the spread and half the
slippage, unless the open lies beyond the stop or the fill beyond the target. Finished bars are
judged by the rules of leaving.py. A stop fills at its level made worse by half the slippage, or at
the open if that is worse still; a target and a part at their levels; what the rules leave at the
close there, made worse as an order is. Commission and fee are paid on each side. A signal whose
refusal is not its own fault is followed on paper with the smallest lot: it has an R, and no money.
"""
import csv
import json
import math
from datetime import datetime, timezone
from pathlib import Path

from leaving import Leaving

OWN_FAULT = {"parts", "same_symbol", "fresh", "entry", "stop", "stop_level", "target", "reward",
             "confidence", "regime", "votes"}
PASSING = {"cooldown", "order_rate", "price", "schedule"}


def read_bars(path: Path) -> list:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [{name: float(value) if name != "timestamp" else when(value)
                 for name, value in row.items()} for row in csv.DictReader(file)]


def read_weather(path: Path) -> list:
    """Range and regime at each bar, which know nothing of trades."""
    with open(path, encoding="utf-8", newline="") as file:
        return [(float(row["atr"] or 0), row["regime"]) for row in csv.DictReader(file)]


def when(text: str) -> int:
    """Seconds since 1970."""
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return int((moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)).timestamp())


def read_decisions(path: Path) -> list:
    """Header and decisions, as they were written."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if "header" in line or "decided" in line]


class Paper:
    """One symbol with at most one position."""

    def __init__(self, bars: list, weather: list, interval: int, facts: dict, style: str):
        self.bars, self.weather, self.interval = bars, weather, interval
        self.symbol, self.style, self.price = facts, style, 0.0
        self.position, self.order, self.leaving = None, None, False
        self.proven: list = []  # R of all that was closed

    def fact(self, name: str) -> float:
        return self.symbol.get(name, 0.0)

    def money(self, sign: int, lots: float, start: float, end: float) -> float:
        return sign * lots * (end - start) / self.fact("tick_size") * self.fact("tick_value")

    def fees(self, lots: float, price: float) -> float:
        worth = lots * price / self.fact("tick_size") * self.fact("tick_value")
        return lots * self.fact("commission") + worth * self.fact("fee_rate")

    def half(self) -> float:
        return (self.fact("spread") + self.fact("slippage")) / 2 * self.fact("tick_size")

    def closing(self, time: int, lots: float, price: float, market: float, reason: str) -> dict:
        held = self.position
        both = self.fees(lots, held["entry"]) + self.fees(lots, price)
        slipped = self.money(held["sign"], lots, held["market"], held["entry"]) + \
            self.money(held["sign"], lots, price, market)
        row = {"paper": held["paper"], "number": held.get("number", 0), "side": held["side"],
               "entry_time": held["entry_time"], "exit_time": time, "lots": lots,
               "entry": held["entry"], "exit": price, "stop": held["stop"],
               "target": held["target"], "risk": held["risk"], "reason": reason,
               "costs": both + slipped,
               "profit": self.money(held["sign"], lots, held["entry"], price) - both}
        held["profit"] += row["profit"]
        held["lots"] = round(held["lots"] - lots, 9)
        row["whole"], row["total"] = held["lots"] <= 0, held["profit"]
        if row["whole"]:
            self.position = None
        return row

    def leave_at_open(self, bar: dict) -> list:
        leaves, self.leaving = self.leaving and self.position, False
        if not leaves:
            return []
        price = bar["open"] - self.position["sign"] * self.half()
        return [self.closing(bar["timestamp"], self.position["lots"], price, bar["open"],
                             "signal")]

    def enter(self, bar: dict):
        """The position that an order became; False for one that was cancelled."""
        order, self.order = self.order, None
        sign = 1 if order["side"] == "long" else -1
        entry = bar["open"] + sign * self.half()
        if sign * (bar["open"] - order["stop"]) <= 0 or \
                (order["target"] and sign * (order["target"] - entry) <= 0):
            return False
        self.position = order | {"sign": sign, "entry": entry, "market": bar["open"],
                                 "entry_time": bar["timestamp"], "profit": 0.0}
        self.watch = Leaving(self.style, sign, entry, order, self.fact("tick_size"))
        return self.position

    def close(self, number: int) -> list:
        bar, held = self.bars[number], self.position
        found = self.watch.close(bar, *self.weather[number]) if held else None
        if not found:
            return []
        reason, whole, share, market, stop, at_close = found
        sign, price, lots = held["sign"], market, held["lots"]
        if at_close:
            price = market - sign * self.half()
        elif reason not in ("target", "partial"):
            slipped = stop - sign * self.fact("slippage") / 2 * self.fact("tick_size")
            price = sign * min(sign * market, sign * slipped)
        if not whole:
            step = self.fact("lot_step")
            lots = round(math.floor(share * lots / step + 1e-9) * step, 9)
            least = self.fact("lot_min") - 1e-12
            lots = lots if lots >= least and held["lots"] - lots >= least else 0.0
        return [self.closing(bar["timestamp"], lots, price, market, reason)] if lots else []

    def take(self, decided: dict, atr: float, regime: str) -> None:
        decision, proposal = decided["decision"], decided["proposal"]
        granted = "verdict" in decision
        if decision.get("refused") == ["gate"] and PASSING >= set(decision["layers"]):
            self.leaving = self.position is not None
            return  # only too early: the same signal is asked for at the next bar
        if proposal["intent"] == "reduce":
            self.leaving = granted
            return
        self.leaving = self.position is not None
        fault = OWN_FAULT & set(decision.get("refused", []))
        vetoed = "scale" in proposal.get("given", []) and not proposal.get("scale")
        loss = decision["sizing"].get("loss_per_lot", 0.0)
        if granted or not (fault or vetoed or not loss):
            lots = decision["lots"] if granted else self.fact("lot_min")
            self.order = {"side": proposal["side"], "lots": lots, "paper": not granted,
                          "stop": decision["stops"]["stop"], "atr": atr, "regime": regime,
                          "target": decision["stops"].get("target", 0.0),
                          "risk": decision["sizing"]["risk"] if granted else lots * loss}

    def open_profit(self) -> float:
        held = self.position
        if not held or held["paper"]:
            return 0.0
        return self.money(held["sign"], held["lots"], held["entry"], self.price) \
            - self.fees(held["lots"], held["entry"])


class Account:
    """All symbols: the rows of trades.csv, and the R of all that was closed, on paper too."""

    def __init__(self, papers: dict, decisions: list, balance: float):
        self.papers, self.balance = papers, balance
        self.lines: dict = {}
        for line in decisions:
            proposal = line["decided"]["proposal"]
            self.lines.setdefault(when(proposal["time"]), []).append(line["decided"])
        self.rows, self.trades, self.cancelled, self.entered = [], [], 0, 0
        self.peak, self.drawdown = balance, 0.0  # of the equity at closes
        self.edges: list = []  # of each decision, what was stated and what was known

    def settle(self, paper: Paper, rows: list) -> None:
        for row in rows:
            if not row["paper"]:
                self.balance += row["profit"]
                self.rows.append(row | {"balance": self.balance,
                                        "r_multiple": row["profit"] / row["risk"]})
            if row["whole"]:
                self.trades.append((row["paper"], row["total"], row["total"] / row["risk"]))
                paper.proven.append(row["total"] / row["risk"])

    def open(self, paper: Paper, bar: dict) -> None:
        paper.price = bar["open"]
        self.settle(paper, paper.leave_at_open(bar))
        if paper.order:
            with_money = not paper.order["paper"]
            position = paper.enter(bar)
            self.cancelled += with_money and not position
            if with_money and position:
                self.entered += 1
                position["number"] = self.entered

    def replay(self) -> None:
        instants: dict = {}
        for name, paper in self.papers.items():
            for number, bar in enumerate(paper.bars):
                instants.setdefault((bar["timestamp"] + paper.interval, 0), []).append(
                    (name, number))
                instants.setdefault((bar["timestamp"], 1), []).append((name, number))
        for (time, opens), events in sorted(instants.items()):
            for name, number in events:
                paper = self.papers[name]
                if opens:
                    self.open(paper, paper.bars[number])
                else:
                    paper.price = paper.bars[number]["close"]
                    self.settle(paper, paper.close(number))
            if not opens:
                self.mark()
            for decided in self.lines.get(time, []) if not opens else []:
                self.take(decided, dict(events))

    def mark(self) -> None:
        equity = self.balance + self.open_profit()
        self.peak = max(self.peak, equity)
        self.drawdown = max(self.drawdown, 1 - equity / self.peak)

    def take(self, decided: dict, numbers: dict) -> None:
        name = decided["proposal"]["symbol"]
        self.papers[name].take(decided, *self.papers[name].weather[numbers[name]])
        self.edges.append((decided["context"].get("edge", {}), self.papers[name].proven[-500:]))

    def waiting(self) -> int:
        """Orders that no bar filled."""
        return sum(bool((p.order and not p.order["paper"]) or
                        (p.leaving and p.position and not p.position["paper"]))
                   for p in self.papers.values())

    def open_profit(self) -> float:
        return sum(paper.open_profit() for paper in self.papers.values())
