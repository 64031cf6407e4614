#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma-replay: the results are what the bars and the decisions make of them, to the cent."""
import json
import random

from again import COSTS, SECONDS, Again
from fills import read_decisions, when
from programs import DATA, FILES, REPLAY, Case, main, run, table, variants

def wild_bars(seed: int, count: int) -> str:
    """A walk of loud and quiet trends with gaps, where every kind of exit occurs."""
    chance, price, trend, loud, lines = random.Random(seed), 2000.0, 0.0, True, []
    for day in range(count):
        if day % 30 == 0:
            loud = chance.random() < 0.6
            trend = chance.uniform(-0.02, 0.02) if loud else chance.uniform(-0.001, 0.001)
        noise = 0.008 if loud else 0.0004
        gap = chance.gauss(0, 0.02) if loud and chance.random() < 0.3 else 0.0
        start = min(max(price * (1 + gap), 50), 1e5)
        price = min(max(start * (1 + trend + chance.gauss(0, noise)), 50), 1e5)
        high = max(start, price) * (1 + abs(chance.gauss(0, noise / 2)))
        low = min(start, price) * (1 - abs(chance.gauss(0, noise / 2)))
        lines.append(f"{1990 + day // 336}-{day // 28 % 12 + 1:02d}-{day % 28 + 1:02d},"
                     f"{start:.2f},{high + 0.01:.2f},{low - 0.01:.2f},{price:.2f},1\n")
    return "timestamp,open,high,low,close,volume\n" + "".join(lines)


def seasons() -> str:
    """Rises that last, years in which they turn as soon as they are seen, and rises again."""
    price, lines = 1000.0, []
    for day in range(6000):
        rises = day % 120 < 90
        change = 0.006 if rises else -0.012
        if 1500 <= day < 3500:
            change = 0.01 if day % 40 < 20 else -0.0101
        start, price = price, price * (1 + change)
        high, low = max(start, price) * 1.001, min(start, price) * 0.999
        lines.append(f"{1990 + day // 336}-{day // 28 % 12 + 1:02d}-{day % 28 + 1:02d},"
                     f"{start:.2f},{high + 0.01:.2f},{low - 0.01:.2f},{price:.2f},1\n")
    return "timestamp,open,high,low,close,volume\n" + "".join(lines)


def expected(edge, mode):
    """Of a trade: the mean in R, or what PUBLISHED makes of win rate and payoff."""
    return edge["win_rate"] * (edge["payoff"] + 1) - 1 if "published" in mode else edge["mean"]


class Fills(Again):
    def test_sizes_by_what_its_own_trades_prove(self):
        """By default; and what is refused is followed on paper, until it may come back."""
        path, words = DATA / "btcusd_1m_2016_01_01_03.csv", ["--symbol", "BTCUSDT"]
        for mode in (), ("--mode", "sceptical"), ("--mode", "published"):
            with self.subTest(mode=mode):
                summary = self.check(path, *words, *mode)
                lines = read_decisions(self.out / "decisions.jsonl")
                self.assertEqual(lines[0]["header"]["policy"]["sizing"]["mode"],
                                 mode[1] if mode else "sceptical")
                self.assertGreater(summary["trades"], 30)
                edges = [d["decided"] for d in lines[1:]
                         if d["decided"]["proposal"]["intent"] == "open"]
                for d in edges:
                    edge = d["context"]["edge"]
                    no_edge = edge.get("trades", 0) >= 30 and expected(edge, mode) <= 0
                    self.assertEqual("edge" in d["decision"].get("refused", []), no_edge)

    def test_comes_back(self):
        """Trades that lose, then win: money, none, then money again."""
        path = self.write(seasons())
        summary = self.check(path, "--guards", "none")
        verdicts = [d["decided"]["decision"].get("verdict", "deny")
                    for d in read_decisions(self.out / "decisions.jsonl")[1:]]
        first, last = verdicts.index("deny"), len(verdicts) - verdicts[::-1].index("deny")
        self.assertGreater(first, 100)
        self.assertGreater(last - first, 100)
        self.assertGreater(len(verdicts) - last, 100)
        self.assertGreater(summary["paper_trades"], 100)

    def test_every_style_of_exits(self):
        for style in "none", "plain", "risk", "percent", "half":
            for name, symbol in (("ndx_1d_1985_2012.csv", "NDX"),
                                 ("btcusd_1m_2016_01_01_03.csv", "BTCUSDT")):
                with self.subTest(style=style, name=name):
                    self.check(DATA / name, "--symbol", symbol, "--mode", "fraction", *COSTS,
                               "--guards", "none" if symbol == "BTCUSDT" else "all",
                               style=style)

    def test_no_part_is_below_the_smallest_lot(self):
        for least, lots in ("5", 5), ("7", 7):
            with self.subTest(least):
                self.check(DATA / "spx_1d_2000_2020.csv", "--mode", "fraction", "--balance",
                           "20000", "--lot-min", least, "--lot-step", "1", "--guards", "none",
                           style="half")
                rows = table(self.out / "trades.csv")
                self.assertIn("partial", [row["reason"] for row in rows])
                self.assertEqual(min(float(row["lots"]) for row in rows), lots)

    def test_a_mode_that_needs_more_is_refused(self):
        for mode in ("money", "caller", "unknown", "half"):
            done = run(REPLAY, str(DATA / "spx_1d_2000_2020.csv"), "--mode", mode)
            self.assertEqual(done.status, 2)
            self.assertIn(f"got '{mode}'", done.err)

    def test_real_data(self):
        for name, (symbol, bars) in FILES.items():
            for costs in [], [*COSTS, "--mode", "fraction", "--guards", "none"]:
                with self.subTest(name, costs=costs):
                    summary = self.check(DATA / name, "--symbol", symbol, *costs)
                    self.assertEqual((summary["file"], summary["symbol"], summary["bars"],
                                      summary["bars_skipped"]), (name, symbol, bars, 0))
                    self.assertGreater(summary["trades"], 40)

    def test_wild_data(self):
        reasons, cancelled, at_once = set(), 0, 0
        for seed in range(12):
            path = self.write(wild_bars(seed, 2000))
            summary = self.check(path, *COSTS, "--risk", "2%", "--mode", "fraction", "--guards", "none",
                                 style="plain" if seed % 2 else "none")
            cancelled += summary["cancelled"]
            trades = table(self.out / "trades.csv")
            reasons |= {(trade["side"], trade["reason"]) for trade in trades}
            at_once += sum(trade["entry_time"] == trade["exit_time"] for trade in trades)
        self.assertEqual(len(reasons), 14, reasons)
        self.assertGreater(cancelled, 0)
        self.assertGreater(at_once, 0)

    def test_ruin(self):
        """An account that is too small is refused by name, and still counted."""
        summary = self.check(DATA / "spx_1d_2000_2020.csv", "--balance", "0.5", "--guards", "none")
        self.assertEqual((summary["trades"], summary["approved"]), (0, 0))
        self.assertEqual(summary["refusals"], {"minimum_lot": summary["denied"]})
        self.assertGreater(summary["paper_trades"], 100)


class Summary(Case):
    def test_terminal(self):
        ended = self.replay(DATA / "spx_1d_2000_2020.csv")
        lines = ended.out.splitlines()
        self.assertLess(len(lines), 25)
        self.assertEqual(lines[0], "SPX, 5,105 bars of 1d, 2000-01-03T00:00:00Z to "
                         "2020-04-17T00:00:00Z")
        self.assertIn("no advice, no warranty; try everything on a demo account first", lines[-2])
        self.assertEqual(lines[-1], "Results: report.html, decisions.jsonl, trades.csv and "
                         f"summary.json in {self.out}")
        self.assertIn("no advice", self.summary()["disclaimer"])
        version = run(REPLAY, "--version").out.split()[1]
        self.assertEqual(self.summary()["version"], version)

    def test_quiet(self):
        ended = self.replay(DATA / "spx_1d_2000_2020.csv", "--quiet")
        self.assertEqual((ended.status, ended.out, ended.err), (0, "", ""))
        self.results()

    def test_names_are_valid_json(self):
        content = (DATA / "aapl_1d_2013_2018.csv").read_bytes()
        for name in ('quote".csv', "back\\slash.csv", "tab\t.csv", "ümläut €𝄞.csv"):
            self.replayed(self.write(content, name))
            self.assertEqual(self.summary()["file"], name)
        broken = bytes(self.folder) + b"/\xff\xc0\xaf\xed\xa0\x80.csv"
        with open(broken, "wb") as file:
            file.write(content)
        self.replayed(self.folder / broken.rsplit(b"/", 1)[1].decode(errors="surrogateescape"))
        self.assertEqual(self.summary()["file"], "\ufffd" * 6 + ".csv")


class Sameness(Case):
    def test_variants_of_a_file(self):
        """How the file is written makes no difference to any result."""
        plain = (DATA / "spx_1d_2000_2020.csv").read_text(encoding="utf-8")
        texts = variants(plain, [5, 3, 0, 4, 1, 2]) | {
            "dates": plain.replace("T00:00:00Z", ""),
            "offsets": plain.replace("T00:00:00Z", " 02:00:00+02:00")}
        self.replayed(self.write(plain, "plain/bars.csv"))
        for name, text in texts.items():
            out = self.folder / f"{name}.out"
            self.replayed(self.write(text, f"{name}/bars.csv"), out=out)
            self.assertEqual(self.results(out), self.results(), name)

    def test_no_look_ahead(self):
        """What comes later changes nothing of what was decided before."""
        for name, symbol in (("spx_1d_2000_2020.csv", "SPX"), ("btcusd_1m_2016_01_01_03.csv",
                                                                 "BTCUSDT")):
            lines = (DATA / name).read_text(encoding="utf-8").splitlines(True)
            self.replayed(DATA / name, "--symbol", symbol)
            whole = self.results()
            for count in (300, 1001, 2222, 3500, len(lines) - 2):
                out = self.folder / str(count)
                self.replayed(self.write("".join(lines[:count + 1])), "--symbol", symbol, out=out)
                part = self.results(out)
                for result in "decisions.jsonl", "trades.csv":
                    self.assertTrue(whole[result].startswith(part[result]), (name, count, result))
                last = when(json.loads(part["summary.json"])["last_time"])
                rest = whole["decisions.jsonl"][len(part["decisions.jsonl"]):].split(b"\n")
                decided = next((line for line in rest if line.startswith(b'{"decided"')), b"")
                if decided:
                    time = json.loads(decided)["decided"]["proposal"]["time"]
                    self.assertGreater(when(time), last + SECONDS[self.summary()["interval"]])

    def test_again(self):
        for _ in range(2):
            self.replayed(DATA / "ndx_1d_1985_2012.csv", "--symbol", "NDX")
            first = self.results()
        self.assertEqual(self.results(), first)


if __name__ == "__main__":
    main()
