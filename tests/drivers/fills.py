# SPDX-License-Identifier: MIT
"""The fill rules a second time, written from their description: bars and decisions to trades.

What was granted at a close is filled at the next open, made worse by half the spread and half the
slippage, unless the open lies beyond the stop or the fill beyond the target. A bar that reaches the
stop fills it, at the stop made worse by half the slippage or at the open if that is worse still;
else one that reaches the target fills that. Commission is paid on each side.
"""
import csv
import json
from datetime import datetime, timezone
from pathlib import Path


def read_bars(path: Path) -> list:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [{name: float(value) if name != "timestamp" else when(value)
                 for name, value in row.items()} for row in csv.DictReader(file)]


def when(text: str) -> int:
    """Seconds since 1970."""
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return int((moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)).timestamp())


def read_decisions(path: Path) -> list:
    """Header and decisions, as they were written."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


class Paper:
    def __init__(self, decisions: list, balance: float):
        self.granted = {when(d["decided"]["proposal"]["time"]): d["decided"] for d in decisions
                        if d["decided"]["decision"].get("verdict")}
        self.symbol = decisions[0]["decided"]["context"]["symbol"] if decisions else {}
        self.balance, self.position, self.cancelled, self.trades = balance, None, 0, []

    def fact(self, name: str) -> float:
        return self.symbol.get(name, 0.0)

    def money(self, sign: int, lots: float, start: float, end: float) -> float:
        return sign * lots * (end - start) / self.fact("tick_size") * self.fact("tick_value")

    def enter(self, decided: dict, bar: dict) -> None:
        decision, proposal = decided["decision"], decided["proposal"]
        sign = 1 if proposal["side"] == "long" else -1
        stop, target = decision["stops"]["stop"], decision["stops"]["target"]
        half = (self.fact("spread") + self.fact("slippage")) / 2 * self.fact("tick_size")
        entry = bar["open"] + sign * half
        if sign * (bar["open"] - stop) <= 0 or sign * (target - entry) <= 0:
            self.cancelled += 1
            return
        self.position = {"side": proposal["side"], "sign": sign, "lots": decision["lots"],
                         "stop": stop, "target": target, "entry": entry,
                         "entry_time": bar["timestamp"], "risk": decision["sizing"]["risk"],
                         "costs": decision["lots"] * self.fact("commission")
                         + self.money(sign, decision["lots"], bar["open"], entry)}

    def leave(self, bar: dict, price: float, market: float, reason: str) -> None:
        trade, self.position = self.position, None
        sign, lots = trade.pop("sign"), trade["lots"]
        commission = lots * self.fact("commission")
        profit = self.money(sign, lots, trade["entry"], price) - 2 * commission
        self.balance += profit
        trade["costs"] += commission + self.money(sign, lots, price, market)
        trade.update(exit_time=bar["timestamp"], exit=price, profit=profit, reason=reason,
                     r_multiple=profit / trade["risk"], balance=self.balance,
                     number=len(self.trades) + 1)
        self.trades.append(trade)

    def leave_at_open(self, bar: dict) -> None:
        half = (self.fact("spread") + self.fact("slippage")) / 2 * self.fact("tick_size")
        self.leave(bar, bar["open"] - self.position["sign"] * half, bar["open"], "signal")

    def reach(self, bar: dict) -> None:
        sign, stop, target = (self.position[name] for name in ("sign", "stop", "target"))
        worst, best = (bar["low"], bar["high"]) if sign > 0 else (bar["high"], bar["low"])
        if sign * (worst - stop) <= 0:
            slipped = stop - sign * self.fact("slippage") / 2 * self.fact("tick_size")
            gap = sign * (bar["open"] - stop) <= 0
            price = sign * min(sign * bar["open"], sign * slipped)
            self.leave(bar, price, bar["open"] if gap else stop, "gap" if gap else "stop")
        elif sign * (best - target) >= 0:
            self.leave(bar, target, target, "target")

    def replay(self, bars: list, interval: int) -> None:
        decided = None
        for bar in bars:
            if decided and decided["proposal"]["intent"] == "open":
                self.enter(decided, bar)
            elif decided:
                self.leave_at_open(bar)
            if self.position:
                self.reach(bar)
            decided = self.granted.get(bar["timestamp"] + interval)

    def open_profit(self, price: float) -> float:
        held = self.position
        return 0.0 if not held else (self.money(held["sign"], held["lots"], held["entry"], price)
                                     - held["lots"] * self.fact("commission"))
