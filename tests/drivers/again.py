# SPDX-License-Identifier: MIT
"""Compares results with the trades made a second time: every row, count and window."""
import statistics
from pathlib import Path

from fills import Account, Paper, read_bars, read_decisions, read_weather, when
from programs import DATA, REPLAY, Case, run, table
from retold import SAFETY, read, retell

NUMBERS = ["lots", "entry", "exit", "stop", "target", "profit", "costs", "risk",
           "r_multiple", "balance"]
COSTS = ["--spread", "60", "--slippage", "30", "--commission", "1.5"]
SECONDS = {"1d": 86400, "4h": 14400, "5m": 300, "1m": 60}
IDS = {"SPX": 10, "NDX": 11, "AAPL": 12, "BTCUSDT": 8}


MARKETS: dict = {}


class Again(Case):
    def facts(self, decisions: list, number: int) -> dict:
        """Those of a symbol as the decisions about it state them."""
        return next((d["decided"]["context"]["symbol"] for d in decisions
                     if d["decided"]["proposal"]["symbol"] == number), {})

    def market(self, name: str, path: Path) -> tuple:
        """Bars and weather, which no account changes: real data is read once."""
        if path not in MARKETS or path.parent != DATA:
            features = self.folder / f"{name}.features.csv"
            run(REPLAY, "--out", self.folder / "alone", "--quiet", "--features", features,
                "--symbol", name, path)
            MARKETS[path] = read_bars(path), read_weather(features)
        return MARKETS[path]

    def again(self, files: dict, summary: dict, style: str) -> Account:
        """The trades made a second time must be those of trades.csv."""
        decisions, papers = read_decisions(self.out / "decisions.jsonl")[1:], {}
        for name, (path, interval) in files.items():
            number = IDS.get(name) or decisions[0]["decided"]["proposal"]["symbol"]
            papers[number] = Paper(*self.market(name, path), SECONDS[interval],
                                   self.facts(decisions, number), style)
        account = Account(papers, decisions, summary["start_balance"])
        account.replay()
        trades = table(self.out / "trades.csv")
        self.assertEqual(len(account.rows), len(trades))
        for mine, theirs in zip(account.rows, trades):
            self.assertEqual(
                [str(mine["number"]), mine["side"],
                 mine["reason"] if theirs["reason"] != "emergency" else "emergency", mine["entry_time"],
                 mine["exit_time"]],
                [theirs["number"], theirs["side"], theirs["reason"], when(theirs["entry_time"]),
                 when(theirs["exit_time"])])
            for name in NUMBERS:
                self.assertAlmostEqual(mine[name], float(theirs[name]), msg=name,
                                       delta=1e-9 * max(1.0, abs(mine[name])))
        self.assertEqual(account.cancelled, summary["cancelled"])
        self.assertEqual(account.waiting(), summary["unfilled"])
        self.assertAlmostEqual(account.open_profit(), summary["open_profit"], delta=1e-6)
        self.assertAlmostEqual(account.drawdown, summary["maximum_equity_drawdown"], 9)
        self.edges(account)
        return account

    def edges(self, account: Account) -> None:
        """Each decision knew what was closed before it in its symbol, on paper too."""
        for stated, known in account.edges:
            if stated:
                self.assertEqual(stated.get("trades", 0), len(known))
                self.assertAlmostEqual(stated.get("mean", 0), sum(known) / max(len(known), 1), 9)

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
        expected = {t["number"]: float(t["expected_profit"] or 0) for t in trades}
        self.assertAlmostEqual(sum(expected.values()), summary["expected_profit"], delta=0.005)

    def years(self, summary: dict) -> None:
        """What the equity gained a year, from the first bar to the end of the last."""
        files = summary.get("symbols", [summary])
        first = min(when(s["first_time"]) for s in files)
        last = max(when(s["last_time"]) + SECONDS[s["interval"]] for s in files)
        years, gained = (last - first) / 31556952, summary["final_equity"] / summary["start_balance"]
        self.assertAlmostEqual(summary["years"], years, 9)
        self.assertAlmostEqual(summary["return_a_year"],
                               (gained ** (1 / years) if years > 1 else gained) - 1, 9)

    def shares(self, summary: dict) -> None:
        """What each symbol made, from the lines of its trades; parts of one are one."""
        made: dict = {}
        for line in read(self.out / "decisions.jsonl")["trade"]:
            trade = line["trade"]
            whole = made.setdefault(trade["symbol"], {}).setdefault(
                (trade["opened"], "paper" in trade["given"]), [0.0, 0.0])
            whole[0] += trade.get("profit", 0.0)
            whole[1] += line.get("multiple", 0.0)
        for symbol in summary.get("symbols", []):
            trades = made.get(IDS[symbol["symbol"]], {})
            money = [profit for (_, paper), (profit, _) in trades.items() if not paper]
            self.assertEqual((symbol["trades"], symbol["wins"], symbol["paper_trades"]),
                             (len(money), sum(p > 0 for p in money), len(trades) - len(money)))
            self.assertAlmostEqual(symbol["profit"], sum(money), delta=0.005)
            multiples = [multiple for _, multiple in trades.values()]
            self.assertAlmostEqual(symbol["expectancy"], statistics.fmean(multiples or [0]), 9)

    def journal(self, summary: dict, account: Account) -> None:
        """What the journal says of its windows, from the trades made a second time."""
        self.assertEqual(bool(account.trades), "all" in summary["journal"])
        for name, read in summary["journal"].items():
            if name not in ("all", "last_500", "last_100", "last_30"):
                continue
            window = account.trades if name == "all" else account.trades[-int(name[5:]):]
            self.assertEqual((read["trades"], read.get("paper", 0)),
                             (len(window), sum(paper for paper, _, _ in window)))
            self.series(read["cash"], [profit for paper, profit, _ in window if not paper])
            self.series(read["multiple"], [multiple for _, _, multiple in window])

    def series(self, read: dict, x: list) -> None:
        x = x or [0.0]
        wins, losses = [v for v in x if v > 0], [-v for v in x if v < 0]
        expected = {"expectancy": statistics.fmean(x), "win_rate": len(wins) / len(x),
                    "average_win": statistics.fmean(wins or [0]),
                    "average_loss": statistics.fmean(losses or [0]),
                    "deviation": statistics.stdev(x) if len(x) > 1 else 0,
                    "best": max(x), "worst": min(x), "total": sum(x)}
        for field, value in expected.items():
            self.assertAlmostEqual(read.get(field, 0), value, msg=field,
                                   delta=1e-9 * max(1.0, sum(map(abs, x))))

    def counts(self, summary: dict, account: Account) -> None:
        """From the lines of the log and the trades made a second time."""
        decisions = [line["decided"] for line in read_decisions(self.out / "decisions.jsonl")[1:]]
        verdicts = [d["decision"].get("verdict", "deny") for d in decisions]
        opened = [d for d in decisions if d["proposal"]["intent"] == "open"]
        self.assertEqual(summary["proposals"], len(decisions))
        self.assertEqual(summary["exits"], len(decisions) - len(opened))
        self.assertEqual([summary["approved"], summary["reduced"], summary["denied"]],
                         [verdicts.count(word) for word in ("approve", "reduce", "deny")])
        profits = [profit for paper, profit, _ in account.trades if not paper]
        self.assertEqual((len(profits), sum(p > 0 for p in profits), sum(p < 0 for p in profits)),
                         (summary["trades"], summary["wins"], summary["losses"]))
        self.assertEqual(summary["paper_trades"], len(account.trades) - len(profits))
        held = [p for p in account.papers.values() if p.position and not p.position["paper"]]
        waiting = [p for p in account.papers.values() if p.order and not p.order["paper"]]
        self.assertEqual(sum("verdict" in d["decision"] for d in opened),
                         summary["trades"] + summary["cancelled"] + len(held) + len(waiting))
        refused = [reason for d in decisions for reason in d["decision"].get("refused", [])]
        self.assertEqual(summary["refusals"], {r: refused.count(r) for r in refused})
        self.assertEqual([d["proposal"]["id"] for d in decisions],
                         list(range(1, len(decisions) + 1)))

    def retold(self, summary: dict, account: Account) -> None:
        """The lines of the log alone say what the summary says."""
        told = retell(self.out / "decisions.jsonl")
        self.events()
        if any(row["number"] for row in account.rows if not row["whole"]):
            for name in ("trades", "wins", "losses", "expected_profit"):
                told.pop(name)  # the last may have been left in part
        if not account.rows:
            told["final_balance"] = summary["start_balance"]
        for name, value in told.items():
            if isinstance(value, float):
                self.assertAlmostEqual(summary[name], value, delta=0.005, msg=name)
            else:
                self.assertEqual(summary[name], value, name)

    def events(self) -> None:
        """Each line of an event stands beside the one that it belongs to, and says the same."""
        lines = read(self.out / "decisions.jsonl")
        text = (self.out / "decisions.jsonl").read_text(encoding="utf-8")
        self.assertLess(max(map(len, text.splitlines())), 4096)
        behind = {line["place"]: line for line in lines["trade"]}
        for line in lines["exit"]:
            trade = behind.pop(line["place"] + 1)["trade"]
            self.assertEqual((trade["id"], trade["symbol"], trade["closed"], trade["reason"]),
                             (line["id"], line["symbol"], line["time"], line["result"]["reason"]))
            self.assertEqual(line["result"]["action"] == "close", line["result"]["fraction"] == 1)
        self.assertTrue(all("paper" in line["trade"]["given"] for line in behind.values()))
        asked = {d["place"] + 1: d for d in lines["decided"]
                 if SAFETY & set(d["decision"].get("refused", []))}
        met = {v["place"]: v for v in lines["violation"] if "id" in v}
        self.assertEqual(list(met), list(asked))
        for place, v in met.items():
            proposal, decision = asked[place]["proposal"], asked[place]["decision"]
            self.assertEqual((v["id"], v["symbol"], v["time"], v.get("verdict", "deny")),
                             (proposal["id"], proposal["symbol"], proposal["time"],
                              decision.get("verdict", "deny")))
            self.assertEqual(set(v["reasons"]), SAFETY & set(decision["refused"]))
            for rules in "layers", "limits", "rules":
                self.assertEqual(v.get(rules), decision.get(rules), rules)

    def check(self, path: Path, *words: str, style: str = "plain") -> dict:
        """One file of bars."""
        symbol = words[words.index("--symbol") + 1] if "--symbol" in words else "SPX"
        summary = self.replayed(path, "--exits", style, *words)
        return self.compare({symbol: (path, summary["interval"])}, summary, style)

    def compare(self, files: dict, summary: dict, style: str) -> dict:
        account = self.again(files, summary, style)
        self.money(summary)
        self.years(summary)
        if not any(row["number"] for row in account.rows if not row["whole"]):
            self.shares(summary)
        self.journal(summary, account)
        self.counts(summary, account)
        self.retold(summary, account)
        lines = f"{summary['proposals']:,} decisions verified\n"
        self.assertEqual(run(REPLAY, "--verify", self.out / "decisions.jsonl").out, lines)
        return summary
