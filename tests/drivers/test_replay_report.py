#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma-replay: report.html says what the other results say, of any run, whatever it is called."""
import json
import re
from datetime import datetime
from pathlib import Path

from again import COSTS
from fills import read_bars, read_decisions
from programs import DATA, FILES, HEADER, Case, bar_lines, main, table
from report_page import read_page, swings
from test_replay_results import wild_bars

MOST = 8192  # points of a series
ALL_DECISIONS = 8192  # of the first trades
SPX = DATA / "spx_1d_2000_2020.csv"


COMMISSION = float(COSTS[COSTS.index("--commission") + 1])


def milliseconds(text: str) -> float:
    return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp() * 1000


class Report(Case):
    def page(self) -> dict:
        return read_page(self.out / "report.html")

    def trades(self, page: dict) -> None:
        """Every number of trades.csv, to the last digit."""
        rows = table(self.out / "trades.csv")
        self.assertEqual(len(page["trade"]), len(rows))
        for mine, theirs in zip(page["trade"], rows):
            for name in ("side", "reason"):
                self.assertEqual(mine[name], theirs[name])
            self.assertEqual(page["symbols"][mine["symbol"]]["name"], theirs["symbol"])
            for name in ("number", "lots", "entry", "exit", "stop", "target", "profit", "costs",
                         "risk", "balance"):
                self.assertEqual(mine[name], float(theirs[name]), name)
            self.assertEqual(mine["entered"], milliseconds(theirs["entry_time"]))
            self.assertEqual(mine["left"], milliseconds(theirs["exit_time"]))

    def decisions(self, page: dict) -> None:
        """Each trade has the decision that it came of, with every step of its size."""
        lines = {line["decided"]["proposal"]["id"]: line["decided"]
                 for line in read_decisions(self.out / "decisions.jsonl")[1:]}
        for trade in page["trade"] + page["open"]:
            if "decision" not in trade:
                self.assertGreater(trade["number"], ALL_DECISIONS)
                continue
            made, line = trade["decision"], lines[trade["decision"]["id"]]
            decision, sizing = line["decision"], line["decision"]["sizing"]
            self.assertEqual(line["proposal"]["side"], trade["side"])
            self.assertEqual(made["time"], milliseconds(line["proposal"]["time"]))
            self.assertLessEqual(made["time"], trade["entered"])
            self.assertEqual((made["verdict"], made["binding"], made["granted"], made["risked"]),
                             (decision["verdict"], sizing.get("binding", "risk"),
                              decision["lots"], sizing["risk"]))
            self.assertLessEqual(trade["lots"], made["granted"])
            self.assertEqual(trade["risk"], made["risked"])
            self.assertEqual([made["loss_per_lot"], made["margin"], made["notional"]],
                             [sizing[name] for name in ("loss_per_lot", "margin", "notional")])
            steps = list(zip(page["words"]["factor"], sizing["factor"], sizing["risk_after"]))
            self.assertEqual(made["factors"], [list(step) for place, step in enumerate(steps)
                                               if place == 0 or step[1] != 1])
            caps = dict(zip(page["words"]["cap"], zip(sizing["cap"], sizing["lots_after"])))
            self.assertEqual(made["caps"], [[name, *caps[name]] for name in sizing["asked"]])
            self.assertEqual(made["warnings"], decision.get("warnings", []))

    def positions(self, page: dict, summary: dict) -> None:
        """What is open at the end makes what the account's equity has above its balance."""
        rows, closed = page["open"], {(t["symbol"], t["number"]) for t in page["trade"]}
        self.assertEqual(sum(row["profit"] for row in rows), summary["open_profit"])
        self.assertAlmostEqual(summary["final_balance"] + sum(row["profit"] for row in rows),
                               summary["final_equity"], delta=0.005)
        whole = {(row["symbol"], row["number"]) for row in rows}
        self.assertEqual(len(closed - whole), summary["trades"])
        for row in rows:
            prices = page["symbols"][row["symbol"]]["prices"]
            self.assertEqual(row["left"], prices["time"][-1])
            self.assertEqual(float(f"{row['exit']:.7g}"), prices["close"][-1])
            way = 1 if row["side"] == "long" else -1
            self.assertGreater(way * (row["exit"] - row["stop"]), 0)
            self.assertGreaterEqual(way * (row["stop"] - row["first_stop"]), 0)
            self.assertGreater(way * (row["target"] - row["exit"]), 0)
            self.assertLess(row["entered"], row["left"] + 1)

    def account(self, page: dict, summary: dict) -> None:
        account = page["account"]
        self.assertEqual(account["equity"][-1], float(f"{summary['final_equity']:.9g}"))
        self.assertEqual(len({len(account[name]) for name in ("time", "equity", "drawdown")}), 1)
        self.assertLessEqual(len(account["time"]), MOST)
        if account["width"] == 1:
            peak = 0.0
            for equity, drawdown in zip(account["equity"], account["drawdown"]):
                peak = max(peak, equity)
                self.assertAlmostEqual(drawdown, 1 - equity / peak, delta=1e-4)

    def prices(self, prices: dict, path: Path) -> None:
        """Each bucket is what its bars are together."""
        bars = read_bars(path)
        width = prices["width"]
        self.assertEqual(width & (width - 1), 0)
        self.assertTrue(width == 1 or len(bars) > MOST * width / 2)
        groups = [bars[at:at + width] for at in range(0, len(bars), width)]
        self.assertLessEqual(len(groups), MOST)
        self.assertEqual(prices["time"], [1000 * group[-1]["timestamp"] for group in groups])
        self.assertEqual(len(prices["regime"]), len(groups))
        for name, of in (("open", lambda group: group[0]["open"]),
                         ("high", lambda group: max(bar["high"] for bar in group)),
                         ("low", lambda group: min(bar["low"] for bar in group)),
                         ("close", lambda group: group[-1]["close"])):
            expected = [of(group) for group in groups]
            self.assertEqual(prices[name], [float(f"{value:.7g}") for value in expected], name)

    def check(self, path: Path, *words: str) -> dict:
        summary = self.replayed(path, *words)
        page = self.whole(summary)
        self.prices(page["symbols"][0]["prices"], path)
        return page

    def whole(self, summary: dict) -> dict:
        page = self.page()
        self.assertEqual(page["summary"], summary)
        self.trades(page)
        self.decisions(page)
        self.positions(page, summary)
        self.account(page, summary)
        return page

    def test_several_symbols(self):
        """Each with its prices and trades; all with one account."""
        summary = self.replayed("--guards", "none", *(
            f"{symbol}={DATA / name}" for name, (symbol, _) in FILES.items()))
        page = self.whole(summary)
        self.assertEqual([one["name"] for one in page["symbols"]],
                         [symbol for symbol, _ in FILES.values()])
        for name, one in zip(FILES, page["symbols"]):
            self.prices(one["prices"], DATA / name)
        self.assertEqual({trade["symbol"] for trade in page["trade"]}, set(range(len(FILES))))

    def test_parts(self):
        """What is closed in parts has a row for each, and one number."""
        page = self.check(SPX, "--exits", "half")
        numbers = [trade["number"] for trade in page["trade"]]
        self.assertGreater(len(numbers), len(set(numbers)))
        self.assertEqual(len(set(numbers)), page["summary"]["trades"])

    def test_open_positions(self):
        """Of each symbol that has one when its bars end; parts of one may be closed."""
        lines, found, parts = SPX.read_text(encoding="utf-8").splitlines(True), 0, 0
        for count in range(300, 700, 40):
            path = self.write("".join(lines[:count]))
            page = self.check(path, "--exits", "half", "--guards", "none", "--interval", "1d", *COSTS)
            found += len(page["open"])
            numbers = {trade["number"] for trade in page["trade"]}
            parts += sum(row["number"] in numbers for row in page["open"])
            profit = sum(self.worth(row) for row in page["open"])
            self.assertAlmostEqual(profit, page["summary"]["open_profit"], delta=0.005)
        self.assertGreater(found, 2)
        self.assertGreater(parts, 0)

    def worth(self, row: dict) -> float:
        """A point of SPX is worth 1; the commission of the entry is owed."""
        way = 1 if row["side"] == "long" else -1
        return row["lots"] * (way * (row["exit"] - row["entry"]) - COMMISSION)

    def test_many_trades(self):
        """Of more trades than fit, all results and some decisions, evenly."""
        path = self.write(HEADER + "".join(swings(60000)))
        page = self.check(path, "--mode", "fraction", "--exits", "none", "--guards", "none",
                          "--symbol", "BTCUSDT", "--interval", "1m")
        kept = {trade["number"] for trade in page["trade"] if "decision" in trade}
        self.assertGreater(page["summary"]["trades"], ALL_DECISIONS + 100)
        self.assertEqual(kept, {trade["number"] for trade in page["trade"]
                                if trade["number"] <= ALL_DECISIONS or trade["number"] % 8 == 0})

    def test_real_data(self):
        for name, (symbol, _) in FILES.items():
            with self.subTest(name):
                page = self.check(DATA / name, "--symbol", symbol, "--mode", "fraction", "--guards", "none", *COSTS)
                self.assertEqual([one["name"] for one in page["symbols"]], [symbol])
                self.assertGreater(len(page["trade"]), 40)

    def test_regimes(self):
        page = self.check(SPX, "--signal", "sigma")
        self.assertEqual(set(page["symbols"][0]["prices"]["regime"]), set("01235"))

    def test_more_bars_than_points(self):
        for count, width in (8191, 1), (8192, 1), (8193, 2), (16385, 4), (33000, 8):
            with self.subTest(count):
                page = self.check(self.write(wild_bars(3, count)))
                self.assertEqual(page["symbols"][0]["prices"]["width"], width)
                self.assertEqual(page["account"]["width"], width)

    def test_extremes_are_kept(self):
        """One bar more than there is room for halves the points, not what they reached."""
        one, two = (self.check(self.write(wild_bars(3, count)))["account"]
                    for count in (MOST, MOST + 1))
        pairs = {name: list(zip(one[name][::2], one[name][1::2])) for name in one if name != "width"}
        for name, other, of in (("time", "time", max), ("equity", "most", max),
                                ("equity", "least", min), ("drawdown", "drawdown", max)):
            self.assertEqual(two[other][:-1], [of(pair) for pair in pairs[name]], other)
        self.assertEqual(two["equity"][:-1], [last for _, last in pairs["equity"]])

    def test_hardly_anything(self):
        for count in 1, 2:
            path = self.write(HEADER + "".join(bar_lines(count)))
            page = self.check(path, "--interval", "1d")
            self.assertEqual((page["trade"], page["open"]), ([], []))
            self.assertEqual([(event["guard"], event["state"]) for event in page["event"]],
                             [("monitor", "none"), ("breaker", "closed")])
            self.assertEqual(page["account"]["equity"], [100000] * count)

    def test_all_refused(self):
        page = self.check(SPX, "--balance", "0.5", "--guards", "none")
        self.assertEqual(page["trade"], [])
        self.assertLess(set(page["summary"]["refusals"]), set(page["words"]["reason"]))

    def test_names_stay_in_their_place(self):
        """A name that would end the data ends nothing."""
        content = SPX.read_bytes()
        self.replayed(self.write(content, "plain.csv"))
        plain = (self.out / "report.html").read_text(encoding="utf-8")
        for name in "a<script>b.csv", "<!--<script>.csv", "]]>&amp;\u2028'\".csv":
            self.replayed(self.write(content, name))
            self.assertEqual(self.page()["summary"]["file"], name)
            text = (self.out / "report.html").read_text(encoding="utf-8")
            self.assertEqual(text.count("<"), plain.count("<"))

    def test_needs_nothing_else(self):
        self.replayed(SPX)
        text = (self.out / "report.html").read_text(encoding="utf-8")
        self.assertNotRegex(text, r"""(?i)\bsrc\s*=\s*["']|<link|@import|\burl\(|\bfetch\(|"""
                                  r"XMLHttpRequest|WebSocket|\bimport\(")
        self.assertIn("no financial advice", text)
        self.assertEqual(len(re.findall("<html", text)), 1)
        self.assertNotIn("/*", re.sub(r"<(script|style).*?</\1>", "", text, flags=re.S))

    def test_words(self):
        """Every code of a row has its sentence."""
        self.replayed(SPX, "--mode", "sceptical", "--symbol", "SPX")
        page = self.page()
        for trade in page["trade"]:
            for kind, vocabulary in (("factors", "factor"), ("caps", "cap")):
                for step in trade["decision"][kind]:
                    self.assertTrue(page["words"][vocabulary][step[0]])
        self.assertEqual(json.dumps(page["words"]).count('""'), 0)


if __name__ == "__main__":
    main()
