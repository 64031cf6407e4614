# SPDX-License-Identifier: MIT
"""The rules of leaving a position a second time, written from the description in sigma/exits.h."""
import math

NONE = {"trail": {}, "limit": {}, "start": 0.0, "even": 0.0, "time": 0.0, "trend": 0.0,
        "range": 0.0, "parts": []}
PLAIN = {"trail": {"": 1.5, "trend_up": 2.0, "trend_down": 2.0, "range": 1.5, "chop": 1.0,
                   "volatile": 2.5},
         "limit": {"": 36, "trend_up": 48, "trend_down": 48, "range": 24, "chop": 12,
                   "volatile": 6},
         "start": 1.5, "even": 0.0, "time": 1.0, "trend": 2.0, "range": 1.0, "parts": []}
STYLES = {"none": NONE, "plain": PLAIN,
          "risk": PLAIN | {"even": 1.0, "parts": [(2.0, 0.25), (4.0, 0.5)]},
          "half": PLAIN | {"parts": [(0.5, 0.5)]},
          "percent": PLAIN | {"trail": {name: value / 100 for name, value in
                                        PLAIN["trail"].items()},
                              "start": 0.015, "even": 0.01, "time": 0.03, "trend": 0.05,
                              "range": 0.02, "parts": [(0.02, 0.25), (0.04, 0.5)]}}
TRENDS = ("trend_up", "trend_down")


class Leaving:
    """One position under watch. After close(), what is to be closed stands in found: the share of
    what is open, the price where the market stood, the reason, and how it fills."""

    def __init__(self, style: str, sign: int, entry: float, order: dict, tick: float):
        self.style, self.rules, self.sign, self.entry, self.tick = style, STYLES[style], sign, \
            entry, tick
        self.stop = self.first = order["stop"]
        self.target, self.atr = order["target"], order["atr"]
        self.regime = order["regime"] if style != "none" else ""
        self.best, self.bars, self.left, self.taken, self.origin = entry, 0, 1.0, 0, "stop"

    def distance(self, gain: float, part: bool = False) -> float:
        if self.style == "percent":
            return gain * self.entry
        if part and self.style == "half":
            return gain * abs(self.target - self.entry)
        return gain * abs(self.entry - self.first)

    def ahead(self, price: float, distance: float) -> float:
        over = self.sign * (price - self.entry) - distance
        return 0.0 if abs(over) < 1e-14 * max(price, self.entry) else over

    def level(self, price: float) -> float:
        ticks = self.sign * price / self.tick
        return round(self.sign * math.floor(ticks + 1e-9 * abs(ticks) * 1e-3) * self.tick, 10)

    def beyond(self, price: float, gain: float) -> float:
        return self.ahead(price, self.distance(gain))

    def fill(self, bar: dict):
        """What the bar reaches: reason, price, share of the first size."""
        worst, best = (bar["low"], bar["high"]) if self.sign > 0 else (bar["high"], bar["low"])
        if self.target and self.sign * (bar["open"] - self.target) >= 0:
            return "target", [(self.left, bar["open"])]
        if self.sign * (worst - self.stop) <= 0:
            gap = self.sign * (bar["open"] - self.stop) <= 0
            return ("gap" if gap else self.origin), [(self.left,
                                                      bar["open"] if gap else self.stop)]
        fills = []
        while self.taken < len(self.rules["parts"]):
            gain, share = self.rules["parts"][self.taken]
            distance = self.distance(gain, True)
            if self.ahead(best, distance) < 0:
                break
            level, self.taken = self.level(self.entry + self.sign * distance), self.taken + 1
            at = bar["open"] if self.sign * (bar["open"] - level) > 0 else level
            fills.append((share, at))
            self.left -= share
        if self.target and self.sign * (best - self.target) >= 0:
            return "target", fills + [(self.left, self.target)]
        return ("partial" if fills else ""), fills

    def move(self, bar: dict, atr: float, regime: str) -> str:
        """Moves the stop, or names why the position is left at the close."""
        self.best = max(self.best, bar["high"]) if self.sign > 0 else min(self.best, bar["low"])
        self.atr = atr if atr else self.atr
        levels = []
        if self.rules["even"] and self.beyond(self.best, self.rules["even"]) >= 0:
            levels.append((self.level(self.entry), "breakeven"))
        multiple = self.rules["trail"].get(regime, 0.0)
        if multiple and self.beyond(self.best, self.rules["start"]) >= 0:
            unit = self.best if self.style == "percent" else self.atr or self.distance(1.0)
            levels.append((self.level(self.best - self.sign * multiple * unit), "trail"))
        for level, origin in levels:
            if self.sign * (level - self.stop) > 0:
                if self.sign * (bar["close"] - level) <= 0:
                    return origin
                self.stop, self.origin = level, origin
        return ""

    def judge(self, close: float, regime: str) -> str:
        limit = self.rules["limit"].get(regime, 0)
        if limit and self.bars >= limit and self.beyond(close, self.rules["time"]) <= 0:
            return "time"
        if self.regime in TRENDS and regime in ("chop", "volatile") and \
                self.beyond(close, self.rules["trend"]) <= 0:
            return "regime"
        if self.regime == "range" and regime in TRENDS and \
                self.beyond(close, self.rules["range"]) < 0:
            return "regime"
        return ""

    def close(self, bar: dict, atr: float, regime: str):
        """A finished bar: None, or reason, whether all of it, share of what was open, price, and
        the stop that was reached."""
        before, stop = self.left, self.stop
        self.bars += 1
        reason, fills = self.fill(bar)
        whole, at_close = reason not in ("", "partial"), False
        if not whole:
            late = self.move(bar, atr, regime) or self.judge(bar["close"], regime)
            if late:
                reason, whole, at_close = late, True, True
                fills = fills + [(self.left, bar["close"])]
        if not fills:
            return None
        shares = sum(share for share, _ in fills)
        price = sum(share * price for share, price in fills) / shares
        return reason, whole, shares / before, price, stop, at_close
