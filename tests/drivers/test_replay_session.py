#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma-replay --ab, --log, and what the summary says of a session, from the log alone."""
import json
import math
import random
import statistics

from fills import read_decisions
from programs import DATA, Case, main, table
from retold import SAFETY

SPX = DATA / "spx_1d_2000_2020.csv"
SCORE = ["--signal", "score", "--mode", "fraction", "--guards", "none"]


def share(votes: list) -> float:
    """What the votes leave of a size: the table of docs/signals.md."""
    present = [vote for vote in votes if vote not in ("", "absent")]
    if not present:
        return 1.0
    if "reject" in present:
        return 0.0
    sure = all(vote.startswith("approve") and float(vote.partition(":")[2] or 1) > 0.8
               for vote in votes)
    return 1.0 if sure else 0.5


def below(t: float, freedom: int) -> float:
    """Student's distribution, by Simpson's rule over its density."""
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) \
        / math.sqrt(freedom * math.pi)
    steps, total = 2000, 0.0
    for i in range(steps + 1):
        x = t * i / steps
        weight = 1 if i in (0, steps) else 4 if i % 2 else 2
        total += weight * scale * (1 + x * x / freedom) ** (-(freedom + 1) / 2)
    return 0.5 + total * t / steps / 3


class Session(Case):
    def voted(self, seed: int, answers: list) -> tuple:
        """A file of two votes a bar, and what it says."""
        chance, votes = random.Random(seed), {}
        for line in SPX.read_text(encoding="utf-8").splitlines()[1:]:
            votes[line.split(",")[0]] = [chance.choice(answers), chance.choice(answers)]
        text = "".join(f"{time},{a},{b}\n" for time, (a, b) in votes.items())
        return self.write("timestamp,vote_a,vote_b\n" + text, "opinions.csv"), votes

    def decided(self) -> list:
        return [line["decided"] for line in read_decisions(self.out / "decisions.jsonl")[1:]]


class Worth(Session):
    def pairs(self, votes: dict) -> list:
        """R of each trade, and the share of it that the votes on its signal leave."""
        times = list(votes)
        before = dict(zip(times[1:], times))
        made, rows = {}, table(self.out / "trades.csv")
        for row in rows:
            made.setdefault(row["number"], [row["entry_time"], 0.0])
            made[row["number"]][1] += float(row["r_multiple"])
        stated = {d["proposal"]["time"]: d["proposal"].get("confidence", 0)
                  for d in self.decided() if d["proposal"]["intent"] == "open"}
        pairs = []
        for entry, multiple in made.values():
            bar = before[entry]
            day = bar[:10]
            closed = next(t for t in stated if t >= bar[:10] and self.follows(day, t))
            asked = stated[closed] >= 0.6
            pairs.append((multiple, share(votes[bar]) if asked else 1.0))
        return pairs

    @staticmethod
    def follows(day: str, time: str) -> bool:
        """A bar of a day closes at the next midnight."""
        from datetime import date, timedelta
        return date.fromisoformat(time[:10]) == date.fromisoformat(day) + timedelta(days=1)

    def test_paired(self):
        answers = ["approve:0.9", "approve", "approve:0.5", "reduce", "reject", "", "absent"]
        for seed in 1, 2:
            path, votes = self.voted(seed, answers)
            summary = self.replayed(*SCORE, "--opinions", path, "--ab", SPX)
            self.assertEqual(summary["paper_trades"], 0)
            pairs = self.pairs(votes)
            d = [s * r - r for r, s in pairs]
            n, mean, error = len(d), statistics.fmean(d), statistics.stdev(d) / len(d) ** 0.5
            self.assertEqual((summary["ab_signals"], summary["ab_scaled"]),
                             (n, sum(s < 1 for _, s in pairs)))
            self.assertGreater(summary["ab_scaled"], 20)
            for name, value in (("technical", statistics.fmean(r for r, _ in pairs)),
                                ("with_votes", statistics.fmean(s * r for r, s in pairs)),
                                ("difference", mean)):
                self.assertAlmostEqual(summary[f"ab_{name}"], value, 12)
            half = (summary["ab_high"] - summary["ab_low"]) / 2
            self.assertAlmostEqual(summary["ab_low"] + half, mean, 12)
            self.assertAlmostEqual(below(half / error, n - 1), 0.975, 6)
            z = abs(sum(d)) / math.sqrt(sum(x * x for x in d))
            self.assertAlmostEqual(summary["ab_p"], math.erfc(z / math.sqrt(2)), delta=0.03)

    def test_short_samples(self):
        """The interval is Student's, not the normal one, where few signals were closed."""
        path, _ = self.voted(3, ["approve:0.5"])
        lines = SPX.read_text(encoding="utf-8").splitlines(True)
        bars = self.write("".join(lines[:401]))
        summary = self.replayed(*SCORE, "--opinions", path, "--ab", bars)
        rows = table(self.out / "trades.csv")
        self.assertEqual(len(rows), summary["ab_signals"])
        stated = [d["proposal"]["confidence"] for d in self.decided()
                  if d["proposal"]["intent"] == "open" and "verdict" in d["decision"]]
        self.assertEqual(summary["cancelled"], 0)
        self.assertIn(len(stated) - len(rows), (0, 1))  # one may be open at the end
        d = [(-0.5 if c >= 0.6 else 0.0) * float(row["r_multiple"])
             for c, row in zip(stated, rows)]
        half = (summary["ab_high"] - summary["ab_low"]) / 2
        freedom = len(d) - 1
        self.assertLess(freedom, 60)
        self.assertAlmostEqual(below(half / (statistics.stdev(d) / len(d) ** 0.5), freedom),
                               0.975, 4)

    def test_trades_as_if_nobody_were_asked(self):
        path, _ = self.voted(4, ["reject"])
        self.replayed(*SCORE, SPX)
        alone = (self.out / "decisions.jsonl").read_bytes()
        summary = self.replayed(*SCORE, "--opinions", path, "--ab", SPX)
        self.assertEqual((self.out / "decisions.jsonl").read_bytes(), alone)
        self.assertLess(abs(summary["ab_with_votes"]), abs(summary["ab_technical"]) * 2)

    def test_votes_that_change_nothing(self):
        path, _ = self.voted(5, ["approve"])
        summary = self.replayed(*SCORE, "--opinions", path, "--ab", SPX)
        self.assertEqual([summary[f"ab_{name}"] for name in ("difference", "low", "high", "p")],
                         [0, 0, 0, 1])

    def test_needs_opinions(self):
        self.assert_refused(self.replay("--ab", SPX), 2, "--ab: expected --opinions beside it")

    def test_terminal(self):
        path, _ = self.voted(6, ["approve", "reject"])
        shown = self.replay(*SCORE, "--opinions", path, "--ab", SPX).out
        self.assertRegex(shown, r"votes' worth +-?0\.\d{4} R   a signal, 95 % from -?0\.\d{4} to "
                                r"-?0\.\d{4} by the paired t test, p [01]\.\d{4}\n")


class Counts(Session):
    def test_rates(self):
        path, votes = self.voted(7, ["approve", "approve", "approve", "approve:0.5", "reject"])
        summary = self.replayed("--signal", "score", "--opinions", path, SPX)
        opened = [d for d in self.decided() if d["proposal"]["intent"] == "open"]
        denied = [d for d in opened if "verdict" not in d["decision"]]
        self.assertEqual(summary["signals"], len(opened))
        self.assertAlmostEqual(summary["filter_rate"], len(denied) / len(opened), 12)
        self.assertEqual(summary["violations"], sum(
            bool(SAFETY & set(d["decision"].get("refused", []))) for d in opened))
        asked = [d["proposal"].get("scale", 0.0) if "scale" in d["proposal"].get("given", [])
                 else 1.0 for d in opened if d["proposal"]["confidence"] >= 0.6]
        self.assertAlmostEqual(summary["consensus_rate"], asked.count(1.0) / len(asked), 12)
        self.assertGreater(summary["consensus_rate"], 0.3)

    def test_log_lines(self):
        """Five lines a decision to enter, whose numbers are those of the audit."""
        shown = self.replay("--log", SPX).out.splitlines()
        opened = [d for d in self.decided() if d["proposal"]["intent"] == "open"]
        self.assertGreater(len(opened), 100)
        for place, d in enumerate(opened):
            head, money, kelly, regime, size = shown[5 * place:5 * place + 5]
            edge, sizing = d["context"]["edge"], d["decision"]["sizing"]
            self.assertEqual(head, f"{d['proposal']['time']} SPX {d['proposal']['side']}: "
                             f"{d['decision'].get('verdict', 'deny')}")
            self.assertRegex(money, r"^Expectancy: \$-?\d+\.\d\d per trade \(n=\d+\)$")
            self.assertEqual(kelly, f"Kelly inputs: WR={edge.get('win_rate', 0):.3f} "
                             f"PR={edge.get('payoff', 0):.3f} Kelly={edge.get('kelly', 0):.4f} "
                             f"n={edge.get('trades', 0)}")
            self.assertRegex(regime, r"^Regime: [A-Z_]+ \(conf=[01]\.\d\d, risk_mult=\d\.\d\d\)$")
            self.assertEqual(size, f"Position size: {json.dumps(d['decision'].get('lots', 0))} | "
                             f"Method: sceptical | Regime mult: {sizing['factor'][2]:.2f} | "
                             f"Vol penalty: {sizing['factor'][3]:.2f}")


if __name__ == "__main__":
    main()
