#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma-replay: the results are what the bars and the decisions make of them, to the cent."""
import json
import random
import statistics
from pathlib import Path

from fills import Paper, read_bars, read_decisions, when
from programs import DATA, FILES, REPLAY, Case, main, run, table

NUMBERS = ["lots", "entry", "exit", "stop", "target", "profit", "costs", "risk",
           "r_multiple", "balance"]
COSTS = ["--spread", "60", "--slippage", "30", "--commission", "1.5"]
SECONDS = {"1d": 86400, "1m": 60}


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


class Fills(Case):
    def again(self, path: Path, summary: dict) -> Paper:
        """The trades made a second time must be those of trades.csv."""
        bars = read_bars(path)
        paper = Paper(read_decisions(self.out / "decisions.jsonl")[1:], summary["start_balance"])
        paper.replay(bars, SECONDS[summary["interval"]])
        trades = table(self.out / "trades.csv")
        self.assertEqual(len(paper.trades), len(trades))
        for mine, theirs in zip(paper.trades, trades):
            self.assertEqual(
                [str(mine["number"]), mine["side"], mine["reason"], mine["entry_time"],
                 mine["exit_time"]],
                [theirs["number"], theirs["side"], theirs["reason"], when(theirs["entry_time"]),
                 when(theirs["exit_time"])])
            for name in NUMBERS:
                self.assertAlmostEqual(mine[name], float(theirs[name]), msg=name,
                                       delta=1e-9 * max(1.0, abs(mine[name])))
        self.assertEqual(paper.cancelled, summary["cancelled"])
        self.assertAlmostEqual(paper.open_profit(bars[-1]["close"]), summary["open_profit"],
                               delta=1e-6)
        return paper

    def money(self, summary: dict) -> None:
        """From trades.csv alone: each balance, and the equity at the end."""
        trades, balance = table(self.out / "trades.csv"), summary["start_balance"]
        peak, drawdown = balance, 0.0
        for trade in trades:
            balance += float(trade["profit"])
            self.assertAlmostEqual(balance, float(trade["balance"]), delta=0.005)
            peak = max(peak, balance)
            drawdown = max(drawdown, 1 - balance / peak)
        profits = [float(trade["profit"]) for trade in trades]
        self.assertAlmostEqual(balance, summary["final_balance"], delta=0.005)
        self.assertAlmostEqual(balance + summary["open_profit"], summary["final_equity"],
                               delta=0.005)
        self.assertAlmostEqual(sum(profits), summary["profit"], delta=0.005)
        self.assertAlmostEqual(sum(float(trade["costs"]) for trade in trades), summary["costs"],
                               delta=0.005)
        self.assertAlmostEqual(drawdown, summary["maximum_drawdown"], delta=1e-9)
        self.assertEqual((len(trades), sum(p > 0 for p in profits), sum(p < 0 for p in profits)),
                         (summary["trades"], summary["wins"], summary["losses"]))

    def journal(self, summary: dict) -> None:
        """From trades.csv alone: what the journal says of its windows."""
        trades = table(self.out / "trades.csv")
        self.assertEqual(bool(trades), "all" in summary["journal"])
        for name, read in summary["journal"].items():
            if name not in ("all", "last_500", "last_100", "last_30"):
                continue
            window = trades if name == "all" else trades[-int(name[5:]):]
            self.assertEqual(read["trades"], len(window))
            for series, column in (("cash", "profit"), ("multiple", "r_multiple")):
                x = [float(trade[column]) for trade in window]
                wins, losses = [v for v in x if v > 0], [-v for v in x if v < 0]
                expected = {"expectancy": statistics.fmean(x), "win_rate": len(wins) / len(x),
                            "average_win": statistics.fmean(wins or [0]),
                            "average_loss": statistics.fmean(losses or [0]),
                            "deviation": statistics.stdev(x) if len(x) > 1 else 0,
                            "best": max(x), "worst": min(x), "total": sum(x)}
                for field, value in expected.items():
                    self.assertAlmostEqual(read[series].get(field, 0), value, msg=field,
                                           delta=1e-9 * max(1.0, sum(map(abs, x))))
            if name == "all":
                self.assertAlmostEqual(read.get("drawdown", 0), summary["maximum_drawdown"], 12)
                self.assertEqual(read["equity"], float(trades[-1]["balance"]))

    def counts(self, summary: dict, paper: Paper) -> None:
        decisions = [line["decided"] for line in read_decisions(self.out / "decisions.jsonl")[1:]]
        verdicts = [d["decision"].get("verdict", "deny") for d in decisions]
        opened = [d for d in decisions if d["proposal"]["intent"] == "open"]
        self.assertEqual(summary["proposals"], len(decisions))
        self.assertEqual(summary["exits"], len(decisions) - len(opened))
        self.assertEqual([summary["approved"], summary["reduced"], summary["denied"]],
                         [verdicts.count(word) for word in ("approve", "reduce", "deny")])
        granted = sum("verdict" in d["decision"] for d in opened)
        waiting = 0 if paper.position else summary["unfilled"]
        self.assertEqual(granted, summary["trades"] + summary["cancelled"] + bool(paper.position)
                         + waiting)
        refused = [reason for d in decisions for reason in d["decision"].get("refused", [])]
        self.assertEqual(summary["refusals"], {r: refused.count(r) for r in refused})
        self.assertEqual([d["proposal"]["id"] for d in decisions],
                         list(range(1, len(decisions) + 1)))

    def check(self, path: Path, *words: str) -> dict:
        summary = self.replayed(path, *words)
        paper = self.again(path, summary)
        self.money(summary)
        self.journal(summary)
        self.counts(summary, paper)
        lines = f"{summary['proposals']:,} decisions verified\n"
        self.assertEqual(run(REPLAY, "--verify", self.out / "decisions.jsonl").out, lines)
        return summary

    def test_sizes_by_what_its_own_trades_prove(self):
        for mode in ("sceptical", "published"):
            with self.subTest(mode=mode):
                self.check(DATA / "ndx_1d_1985_2012.csv", "--mode", mode)
                trades = table(self.out / "trades.csv")
                lines = read_decisions(self.out / "decisions.jsonl")
                self.assertEqual(lines[0]["header"]["policy"]["sizing"]["mode"], mode)
                seen = 0
                for line in lines[1:]:
                    edge = line["decided"]["context"]["edge"]
                    seen, before = edge.get("trades", 0), seen
                    self.assertIn(seen - before, (0, 1))
                    r = [float(t["r_multiple"]) for t in trades[:seen]]
                    self.assertAlmostEqual(edge.get("mean", 0), sum(r) / max(seen, 1), 12)
                self.assertGreaterEqual(seen, len(trades) - 1)

    def test_a_mode_that_needs_more_is_refused(self):
        for mode in ("money", "caller", "unknown", "half"):
            done = run(REPLAY, str(DATA / "spx_1d_2000_2020.csv"), "--mode", mode)
            self.assertEqual(done.status, 2)
            self.assertIn(f"got '{mode}'", done.err)

    def test_real_data(self):
        for name, (symbol, bars) in FILES.items():
            for costs in [], COSTS:
                with self.subTest(name, costs=costs):
                    summary = self.check(DATA / name, "--symbol", symbol, *costs)
                    self.assertEqual((summary["file"], summary["symbol"], summary["bars"],
                                      summary["bars_skipped"]), (name, symbol, bars, 0))
                    self.assertGreater(summary["trades"], 40)

    def test_wild_data(self):
        reasons, cancelled, at_once = set(), 0, 0
        for seed in range(12):
            path = self.write(wild_bars(seed, 2000))
            cancelled += self.check(path, *COSTS, "--risk", "2%")["cancelled"]
            trades = table(self.out / "trades.csv")
            reasons |= {(trade["side"], trade["reason"]) for trade in trades}
            at_once += sum(trade["entry_time"] == trade["exit_time"] for trade in trades)
        self.assertEqual(len(reasons), 8, reasons)
        self.assertGreater(cancelled, 0)
        self.assertGreater(at_once, 0)

    def test_ruin(self):
        """An account that is too small is refused by name, and still counted."""
        summary = self.check(DATA / "spx_1d_2000_2020.csv", "--balance", "10")
        self.assertEqual((summary["trades"], summary["approved"]), (0, 0))
        self.assertEqual(summary["refusals"], {"minimum_lot": summary["denied"]})


class Summary(Case):
    def test_terminal(self):
        ended = self.replay(DATA / "spx_1d_2000_2020.csv")
        lines = ended.out.splitlines()
        self.assertLess(len(lines), 20)
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
        rows = [line.split(",") for line in plain.splitlines()]
        order = [5, 3, 0, 4, 1, 2]
        variants = {
            "crlf": plain.replace("\n", "\r\n"),
            "mark": "\ufeff" + plain,
            "quoted": "".join(",".join(f'"{field}"' for field in row) + "\n" for row in rows),
            "both": "\ufeff" + "".join(",".join(f'"{f}"' for f in row) + "\r\n" for row in rows),
            "upper": plain.replace("timestamp,open", "TIMESTAMP,Open"),
            "columns": "".join(",".join([row[i] for i in order] + ['"a, ""b"""']) + "\n"
                               for row in rows),
            "dates": plain.replace("T00:00:00Z", ""),
            "offsets": plain.replace("T00:00:00Z", " 02:00:00+02:00"),
        }
        self.replayed(self.write(plain, "plain/bars.csv"))
        for name, text in variants.items():
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
                decided = whole["decisions.jsonl"][len(part["decisions.jsonl"]):].split(b"\n")[0]
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
