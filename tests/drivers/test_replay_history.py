#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma-replay: what a symbol's own trades prove sizes and halts it, and no other symbol."""
import math
import random
import statistics
from datetime import date, timedelta

from fills import read_decisions
from programs import DATA, HEADER, Case, main
from retold import read

PLAIN = ["--mode", "fraction", "--exits", "none"]
SPX, BTC = DATA / "spx_1d_2000_2020.csv", DATA / "btcusd_1m_2016_01_01_03.csv"


def years() -> str:
    """Rises that last; in the middle they turn when they are seen; then they last again."""
    chance, price, lines = random.Random(1), 1000.0, []
    for day in range(7000):
        turns = 1500 <= day < 3500
        rises = day % 30 < 15 if turns else day % 120 < 90
        change = (0.008 if rises else -0.008) if turns else 0.006 if rises else -0.012
        start, price = price, min(max(price * (1 + change + chance.gauss(0, 0.004)), 5), 1e7)
        high, low = max(start, price) * 1.001, min(start, price) * 0.999
        lines.append(f"{date(1980, 1, 1) + timedelta(days=day)},{start:.2f},{high + 0.01:.2f},"
                     f"{low - 0.01:.2f},{price:.2f},1\n")
    return HEADER + "".join(lines)


def drawdown_limit(mean: float, deviation: float, trades: int) -> float:
    """By (5) of sigma/monitor.h, solved by halving: reached once in 22,000 trades."""
    k = max(mean * trades / (trades + 45) / deviation, 0.05)
    low, high = 0.0, 1000.0
    for _ in range(200):
        b = (low + high) / 2
        run = (math.exp(min(2 * k * b, 600)) - 2 * k * b - 1) / (2 * k * k)
        low, high = (b, high) if run < 22000 else (low, b)
    return max(deviation * (low - 1.166), 1.0)


class History(Case):
    def lines(self) -> dict:
        return read(self.out / "decisions.jsonl")

    def opened(self, symbol: int = 0) -> list:
        decided = [d["decided"] for d in read_decisions(self.out / "decisions.jsonl")[1:]]
        return [d for d in decided if d["proposal"]["intent"] == "open"
                and symbol in (0, d["proposal"]["symbol"])]

    def halts(self) -> list:
        return [v for v in self.lines()["violation"] if v["source"] == "monitor" and "id" not in v]

    def trades_before(self, place: int) -> list:
        return [t["multiple"] for t in self.lines()["trade"] if t["place"] < place]


class OfASymbol(History):
    def test_one_that_loses_stops_no_other(self):
        self.replayed(*PLAIN, f"SPX={SPX}", f"BTCUSDT={BTC},spread=90")
        halt = self.halts()
        self.assertEqual({v["symbol"] for v in halt}, {8})
        refused = [d for d in self.opened(8) if "monitor" in d["decision"].get("refused", [])]
        self.assertGreater(len(refused), 5)
        later = [d for d in self.opened(10) if d["proposal"]["time"] > halt[0]["time"]]
        self.assertGreater(len(later), 20)
        for d in later:
            self.assertEqual(d["context"]["monitor"], {"scale": 1, "entries": 1, "mark": "monitor"})
            self.assertEqual(d["context"]["breaker"]["entries"], 1)
        self.assertFalse(any(t["transition"]["issue"] == "degradation"
                             for t in self.lines()["transition"]))

    def test_the_breaker_hears_when_none_is_left(self):
        self.replayed(*PLAIN, f"BTCUSDT={BTC},spread=90")
        told = [t for t in self.lines()["transition"] if t["transition"]["issue"] == "degradation"]
        halted = [t for t in told if t["transition"]["to"] == "halt"]
        self.assertEqual(halted[0]["transition"]["time"], self.halts()[0]["time"])
        self.assertEqual(halted[0]["place"], self.halts()[0]["place"] + 1)

    def test_sizes_by_its_own_trades(self):
        """Beside another symbol it knows what it would know alone, trade by trade."""
        self.replayed("--guards", "none", f"SPX={SPX}", f"BTCUSDT={BTC}")
        edges = [d["context"].get("edge") for d in self.opened(8)]
        self.replayed("--guards", "none", f"BTCUSDT={BTC}")
        alone = [d["context"].get("edge") for d in self.opened(8)]
        same = [a.get("trades", 0) for a, b in zip(edges, alone) if a == b]
        self.assertGreater(max(same), 30)
        self.assertEqual(edges[0].get("trades", 0), 0)


class Baseline(History):
    def setUp(self) -> None:
        super().setUp()
        self.bars = self.write(years())

    def test_from_its_first_trades(self):
        """Halted below the 15 R of no baseline, by what the first 50 trades let expect."""
        self.replayed(*PLAIN, self.bars)
        limits = self.limits("")
        first = self.trades_before(1 << 60)[:50]
        expected = drawdown_limit(statistics.fmean(first), statistics.stdev(first), 50)
        self.assertAlmostEqual(limits[0], expected, 6)
        self.assertLess(expected, 13)

    def limits(self, extra: str) -> list:
        """Drawdowns at which it halts: of a run in which no other test can."""
        desk = self.write("policy: {sizing: {mode: fraction}}\nexits: {preset: plain, trail: [0, 0, 0,"
                          " 0, 0, 0], time_limit: [0, 0, 0, 0, 0, 0], trend_gain: 0, range_gain: 0}\n"
                          "monitor: {shift_run: 1e12, evidence_run: 1e12" + extra + "}\n", "desk.yaml")
        self.replayed("--config", desk, "--exits", "none", self.bars)
        halts = self.halts()
        for v in halts:
            self.assertEqual(v["symptoms"], ["drawdown"])
            self.assertGreaterEqual(v["value"], v["limit"])
        return [v["limit"] for v in halts]

    def test_from_the_config(self):
        known = ", baseline_trades: 100, mean: 1.2, deviation: 1.5"
        self.assertAlmostEqual(self.limits(known)[0], drawdown_limit(1.2, 1.5, 100), 6)
        self.assertEqual(self.limits(known + ", floor: 4")[0], 4)

    def test_halted_then_back_on_probation(self):
        """No entry while it is halted; paper trades bring it back, at half size for 50 trades."""
        self.replayed(*PLAIN, self.bars)
        halt = self.halts()[0]
        self.assertEqual(halt["symptoms"], ["shift"])
        self.assertGreaterEqual(halt["value"], halt["limit"])
        after = [d for d in self.lines()["decided"] if d["place"] > halt["place"]]
        scales = [d["context"]["monitor"].get("scale", 0) for d in after]
        back = next(i for i, scale in enumerate(scales) if scale > 0)
        self.assertTrue(all("monitor" in d["decision"]["refused"] for d in after[:back]))
        self.assertEqual(scales[back], 0.5)
        full = next(i for i in range(back, len(scales)) if scales[i] == 1)
        self.assertTrue(all(scale == 0.5 for scale in scales[back:full]))
        trades = [t for t in self.lines()["trade"]
                  if after[back]["place"] < t["place"] < after[full]["place"]]
        self.assertEqual(len(trades), 50)
        on_paper = [t for t in self.lines()["trade"] if halt["place"] < t["place"]
                    < after[back]["place"] and "paper" in t["trade"]["given"]]
        self.assertGreater(len(on_paper), 10)

    def test_chance_makes_no_baseline(self):
        """A mean that is none of 50, 100 and 200 trades above its error leaves the 15 R."""
        self.replayed(*PLAIN, f"BTCUSDT={BTC},spread=90")
        for v in self.halts():
            before = self.trades_before(v["place"])
            looks = [before[:n] for n in (50, 100, 200) if len(before) >= n]
            shown = any(statistics.fmean(x) > statistics.stdev(x) / len(x) ** 0.5 for x in looks)
            if "drawdown" in v["symptoms"]:
                self.assertEqual(v["limit"] == 15, not shown)
        self.assertGreater(len(self.halts()), 0)


if __name__ == "__main__":
    main()
