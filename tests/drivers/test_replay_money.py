#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma-replay: no money appears or is lost, in any series, also with a trade left open.

Beside the bars of this repository those of ../shared/data are replayed, where they are."""
import random
import unittest
from pathlib import Path

from again import COSTS, Again
from programs import DATA, FILES, ROOT, main, table

SHARED = ROOT.parent / "shared/data"
OTHERS = {"btcusd_4h_2016_2025.csv": "BTCUSDT", "es_z3_1m_2013_10.csv": "ES",
          "gc_z3_1m_2013_10.csv": "GC", "spy_1d_1998_2021.csv": "SPX",
          "usdjpy_5m_2013_02.csv": "SPX", "uso_1d_2006_2021.csv": "SPX"}
MODES = [["--mode", "fraction", "--guards", "none", *COSTS], []]


class Money(Again):
    def conserved(self, summary: dict) -> None:
        """To the cent, and the end of the last line of trades.csv."""
        trades = table(self.out / "trades.csv")
        made = sum(float(trade["profit"]) for trade in trades)
        self.assertAlmostEqual(summary["final_equity"],
                               summary["start_balance"] + made + summary["open_profit"],
                               delta=0.005)
        last = float(trades[-1]["balance"]) if trades else summary["start_balance"]
        self.assertAlmostEqual(summary["final_balance"], last, delta=0.005)

    def cut(self, path: Path, end: str) -> Path:
        """The bars up to a time."""
        lines = path.read_text(encoding="utf-8").splitlines(True)
        return self.write("".join(line for line in lines if line < end or line[0] == "t"))

    def left_open(self, path: Path, symbol: str, words: list) -> None:
        """Cut in the midst of trades, long and short: what is open counts as it stands."""
        self.replayed(path, "--symbol", symbol, "--exits", "plain", *words)
        held = [t for t in table(self.out / "trades.csv") if t["entry_time"] < t["exit_time"]]
        chance = random.Random(len(held))
        for side in "long", "short":
            trades = [t for t in held if t["side"] == side]
            if not trades:
                continue
            end = chance.choice(trades)["exit_time"][:19]
            summary = self.check(self.cut(path, end), "--symbol", symbol, *words)
            self.assertNotEqual(summary["open_profit"], 0)
            self.conserved(summary)

    def every(self, path: Path, symbol: str) -> None:
        for words in MODES:
            with self.subTest(file=path.name, words=words):
                self.conserved(self.check(path, "--symbol", symbol, *words, style="risk"))
        self.left_open(path, symbol, MODES[0])


class OfEverySeries(Money):
    def test_of_this_repository(self):
        for name, (symbol, _) in FILES.items():
            self.every(DATA / name, symbol)

    @unittest.skipUnless(SHARED.is_dir(), "needs ../shared/data")
    def test_of_others(self):
        for name, symbol in OTHERS.items():
            if (SHARED / name).exists():
                self.every(SHARED / name, symbol)


if __name__ == "__main__":
    main()
