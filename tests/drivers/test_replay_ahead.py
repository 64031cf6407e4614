#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma-replay never looks ahead: bars that are cut off change no byte of what was decided before."""
import random

from programs import DATA, REPLAY, Case, main, run

SPX, BTC = DATA / "spx_1d_2000_2020.csv", DATA / "btcusd_1m_2016_01_01_03.csv"
FILES = {"SPX": SPX, "NDX": DATA / "ndx_1d_1985_2012.csv", "AAPL": DATA / "aapl_1d_2013_2018.csv",
         "BTCUSDT": BTC}
FEWEST = 3  # bars that tell their length
CUTS = 12


class Ahead(Case):
    def cut_lines(self, path, name: str, count: int):
        """The first bars of a file."""
        lines = path.read_text(encoding="utf-8").splitlines(True)[:count + 1]
        return self.write("".join(lines), name)

    def files(self, out: str, *words) -> dict:
        """Decisions and trades, which are written in the order of time."""
        folder = self.folder / out
        ended = run(REPLAY, "--quiet", "--out", folder, *words)
        self.assertEqual((ended.status, ended.err), (0, ""))
        return {name: (folder / name).read_bytes() for name in ("decisions.jsonl", "trades.csv")}

    def same_start(self, part: dict, whole: dict, where) -> None:
        for name, content in part.items():
            self.assertTrue(whole[name].startswith(content), (where, name))


class EveryBar(Ahead):
    """A file of some hundred bars is cut behind each of them."""

    def every_cut(self, path, bars: int, *words) -> int:
        whole = self.files("whole", *words, self.cut_lines(path, "whole.csv", bars))
        lines, grew = whole["decisions.jsonl"].count(b"\n"), set()
        for count in range(FEWEST, bars):
            part = self.files("part", *words, self.cut_lines(path, "part.csv", count))
            self.same_start(part, whole, count)
            grew.add(part["decisions.jsonl"].count(b"\n"))
        self.assertGreater(len(grew), 10)
        self.assertEqual(max(grew | {lines}), lines)
        return lines

    def test_trend_with_every_guard(self):
        self.every_cut(BTC, 300, "--symbol", "BTCUSDT", "--mode", "fraction", "--exits", "risk")

    def test_scores_with_opinions(self):
        """Opinions of bars to come are there from the start, and not heard before their time."""
        chance, rows = random.Random(5), ["timestamp,vote_a,vote_b,score\n"]
        for line in SPX.read_text(encoding="utf-8").splitlines()[1:401]:
            votes = [chance.choice(["approve:0.9", "approve", "reduce", "absent"]) for _ in "ab"]
            rows.append(f"{line.split(',')[0]},{votes[0]},{votes[1]},{chance.randint(40, 90)}\n")
        opinions = self.write("".join(rows), "opinions.csv")
        self.every_cut(SPX, 260, "--signal", "score", "--mode", "sceptical", "--opinions", opinions)

    def test_incidents_and_a_firm(self):
        """So are incidents: one that comes after the last bar stands in no log."""
        incidents = self.write("time,kind,value\n" + "".join(
            f"2016-01-01T{hour:02d}:30:{second:02d}Z,{kind},{value}\n" for hour in range(1, 6)
            for second, (kind, value) in enumerate([("reject", ""), ("latency", "1500"),
                                                     ("slippage", "0.002")])), "incidents.csv")
        self.every_cut(BTC, 300, "--symbol", "BTCUSDT", "--signal", "sigma", "--mode", "fraction",
                       "--prop", "ftmo", "--incidents", incidents)


class Together(Ahead):
    def test_random_cuts(self):
        """Daily bars of three markets and minutes of a fourth, at any instant of 35 years."""
        words = ["--incidents", self.write("time,kind,value\n2004-02-03T10:00:00Z,reject,\n"
                                           "2011-08-08T10:00:00Z,latency,900\n", "incidents.csv")]
        whole = self.files("whole", *words, *(f"{name}={path}" for name, path in FILES.items()))
        chance = random.Random(20261121)
        instants = [line.split(",")[0] for path in FILES.values()
                    for line in path.read_text(encoding="utf-8").splitlines()[100:]]
        for end in chance.sample(instants, CUTS):
            cut = []
            for name, path in FILES.items():
                lines = path.read_text(encoding="utf-8").splitlines(True)
                kept = lines[:1] + [line for line in lines[1:] if line.split(",")[0] < end]
                if len(kept) > FEWEST:
                    cut.append(f"{name}={self.write(''.join(kept), f'{name}.csv')}")
            self.same_start(self.files("part", *words, *cut), whole, end)


if __name__ == "__main__":
    main()
