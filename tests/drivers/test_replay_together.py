#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma-replay with several symbols: one time line, one account, the best signal first."""
from again import Again
from fills import read_decisions
from programs import DATA, ROOT, main, table


class Together(Again):
    """Symbols that share an account."""
    FILES = {"SPX": ("spx_1d_2000_2020.csv", "1d"), "NDX": ("ndx_1d_1985_2012.csv", "1d"),
             "AAPL": ("aapl_1d_2013_2018.csv", "1d"),
             "BTCUSDT": ("btcusd_1m_2016_01_01_03.csv", "1m")}

    def together(self, *words, facts: str = "", style: str = "plain") -> dict:
        names = [f"{name}={DATA / file}{facts}" for name, (file, _) in self.FILES.items()]
        summary = self.replayed(*names, "--exits", style, *words)
        files = {name: (DATA / file, interval) for name, (file, interval) in self.FILES.items()}
        return self.compare(files, summary, style)

    def test_money_of_all(self):
        free = ("--guards", "none")
        for words, style in ((free, "plain"), ((*free, "--mode", "fraction", "--risk", "2%"), "risk"),
                             ((*free, "--signal", "score"), "half"), ((), "plain")):
            with self.subTest(words=words):
                summary = self.together(*words, style=style)
                self.assertEqual([(s["symbol"], s["bars"]) for s in summary["symbols"]],
                                 [("SPX", 5105), ("NDX", 6724), ("AAPL", 1260),
                                  ("BTCUSDT", 3927)])
                sides = {(t["symbol"], t["side"]) for t in table(self.out / "trades.csv")}
                self.assertGreaterEqual(len(sides), 7 if words else 3)

    def test_facts_of_each(self):
        self.together(facts=",spread=90,commission=2")
        for d in read_decisions(self.out / "decisions.jsonl")[1:]:
            symbol = d["decided"]["context"]["symbol"]
            self.assertEqual((symbol["spread"], symbol["commission"]), (90, 2))

    def test_best_confidence_first(self):
        """What is proposed at one time comes in the order of confidence, exits before entries."""
        self.together("--signal", "score", "--mode", "fraction", "--guards", "none")
        seen, several = {}, 0
        for d in read_decisions(self.out / "decisions.jsonl")[1:]:
            p = d["decided"]["proposal"]
            key = (p["intent"] == "reduce", p["confidence"] if p["intent"] == "open" else 1.0)
            before = seen.get(p["time"])
            several += before is not None
            self.assertTrue(before is None or before >= key, p)
            seen[p["time"]] = key
        self.assertGreater(several, 20)

    def test_what_is_ordered_counts(self):
        """Positions and orders of others are in the context of each decision."""
        self.together("--signal", "score", "--mode", "fraction", "--guards", "none")
        most = [d["decided"] for d in read_decisions(self.out / "decisions.jsonl")[1:]]
        granted = {}
        for d in most:
            if d["proposal"]["intent"] == "open" and "verdict" in d["decision"]:
                granted.setdefault(d["proposal"]["time"], []).append(d)
        pairs = [g for g in granted.values() if len(g) > 1]
        self.assertGreater(len(pairs), 3)
        for first, second, *_ in pairs:
            before, after = (d["context"]["portfolio"] for d in (first, second))
            self.assertEqual(after["positions"], before.get("positions", 0) + 1)
            self.assertAlmostEqual(after["risk"], before.get("risk", 0)
                                   + first["decision"]["sizing"]["risk"], 6)

    def test_alone_is_as_among_one(self):
        """One NAME=FILE is what --symbol NAME FILE was."""
        path = DATA / "ndx_1d_1985_2012.csv"
        self.replayed("--symbol", "NDX", path)
        first = self.results()
        self.replayed(f"ndx={path}")
        self.assertEqual(self.results(), first)

    def test_no_look_ahead(self):
        """What comes later, of any symbol, changes nothing of what was decided before."""
        words = {}
        for name, (file, _) in self.FILES.items():
            words[name] = DATA / file
        whole = [f"{name}={path}" for name, path in words.items()]
        self.replayed(*whole)
        log = (self.out / "decisions.jsonl").read_bytes()
        for end in "1999-03-05", "2008-10-10", "2014-07-01", "2016-01-02T13":
            cut = []
            for name, path in words.items():
                lines = path.read_text(encoding="utf-8").splitlines(True)
                kept = lines[:1] + [line for line in lines[1:] if line < end]
                if len(kept) > 2:
                    cut.append(f"{name}={self.write(''.join(kept), f'{end}/{name}.csv')}")
            self.replayed(*cut, "--quiet", out=self.folder / end)
            part = (self.folder / end / "decisions.jsonl").read_bytes()
            self.assertGreater(part.count(b"\n"), 100)
            self.assertTrue(log.startswith(part), end)

    def test_bad_words(self):
        path = DATA / "spx_1d_2000_2020.csv"
        for word, part in ((f"SPX={path}", "expected each symbol once, got SPX twice"),
                           (f"XYZ={path}", "--symbol: expected one of EURUSD, "),
                           (f"NDX={path},colour=red", "behind a file: expected a flag of a symbol"),
                           (f"NDX={path},spread", "behind a file: expected a flag of a symbol"),
                           (f"NDX={path},spread=-1", "--spread: expected a number from 0"),
                           (f"NDX={path},interval=1", "--interval: expected a length")):
            self.assert_refused(self.replay(path, word), 2, part)
        self.assert_refused(self.replay(path, f"NDX={path}", "--features", "f.csv"), 2,
                            "--features: expected one file of bars")
        self.assert_refused(self.replay(*[path] * 17), 2, "expected at most 16 files, got 17")

    def test_files_may_be_called_anything(self):
        content = (DATA / "aapl_1d_2013_2018.csv").read_bytes()
        for name in "a=b.csv", "a,spread=2.csv":
            self.replayed(self.write(content, name))
            self.assertEqual(self.summary()["file"], name)


class TheGuides(Again):
    """What the guides tell of replays is what replays give."""
    def test_the_run_it_tells_of(self):
        """Figures and command of docs/replay.md."""
        text = (ROOT / "docs/replay.md").read_text(encoding="utf-8")
        command = text[text.index("    cd examples/data"):].split("\n\n")[0].replace("\\\n", "")
        words = command.splitlines()[1].split()[1:]
        summary = self.replayed(*(word.replace("=", f"={DATA}/", 1) if ".csv" in word else word
                                  for word in words))
        self.assertTrue(all(s["bars"] > 0 for s in summary["symbols"]))
        told = " ".join(text[text.index("The plain trend signal"):].split())
        start, made = summary["start_balance"], {s["symbol"]: s for s in summary["symbols"]}
        coin = made["BTCUSDT"]
        self.assertGreater(summary["years"], 34)
        for part in (f"{summary['trades']} trades, {summary['wins'] / summary['trades']:.0%} won",
                     f"a loss of {-summary['profit'] / start:.1%} after "
                     f"{summary['costs'] / start:.1%} of costs",
                     f"a drawdown of {summary['maximum_drawdown']:.1%}",
                     f"{made['SPX']['expectancy']:.2f} R a trade on the S&P 500",
                     f"{made['NDX']['expectancy']:.2f} R on the Nasdaq 100",
                     f"after {coin['trades']} trades and {-coin['expectancy']:.2f} R lost in each"):
            self.assertIn(part.replace("%", " %"), told)
        self.assertLess(made["AAPL"]["expectancy"], 0)
        self.assertIn(coin["monitor"], ("severe", "critical"))


    def test_what_signals_make(self):
        """The tables of docs/signals.md over the S&P 500, without and with the whole desk."""
        text = (ROOT / "docs/signals.md").read_text(encoding="utf-8")
        rows = [[cell.strip() for cell in line.strip("|").split("|")]
                for line in text[text.index("## Replayed"):].splitlines()
                if line.startswith(("| trend |", "| sigma |", "| score |"))]
        free = ["--mode", "fraction", "--exits", "none", "--guards", "none"]
        for row in rows[:6]:
            whole = len(row) == 6
            summary = self.replayed("--signal", row[0], "--bars-a-year", "252",
                                    *([] if whole else free), DATA / "spx_1d_2000_2020.csv")
            made = summary["journal"]["all"]["multiple"]
            papers = [str(summary["paper_trades"])] if whole else []
            self.assertEqual(row, [row[0], str(summary["trades"]), *papers,
                                   f"{made['win_rate']:.0%}".replace("%", " %"),
                                   f"{made['expectancy']:.3f}",
                                   f"{summary['maximum_drawdown']:.1%}".replace("%", " %")])


if __name__ == "__main__":
    main()
