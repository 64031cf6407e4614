#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma-replay --signal and --opinions: three signals, of the past alone, and what external scores
and votes leave of their entries."""
import json

from programs import DATA, LONGEST, Case, main, table, variants

SPX = DATA / "spx_1d_2000_2020.csv"
SIGNALS = ["trend", "sigma", "score"]
ASKED = 0.6  # confidence of a technical score of 6, from which votes are asked for


class Signals(Case):
    def setUp(self) -> None:
        super().setUp()
        self.lines = SPX.read_text(encoding="utf-8").splitlines(keepends=True)[:2001]
        self.bars = self.write("".join(self.lines))

    def decided(self, *words, out: str = "out") -> list:
        """Proposals and decisions of a replay."""
        folder = self.folder / out
        self.replayed("--quiet", "--guards", "none", *words, self.bars, out=folder)
        lines = (folder / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
        return [json.loads(line)["decided"] for line in lines if line.startswith('{"decided"')]

    def entries(self, *words, out: str = "out") -> list:
        """The same of entries: proposal, decision."""
        return [(d["proposal"], d["decision"]) for d in self.decided(*words, out=out)
                if d["proposal"]["intent"] == "open"]

    def opinions(self, columns: str, cells: str) -> list:
        """Flags for a file that says the same of every bar."""
        rows = [f"{line.split(',')[0]},{cells}\n" for line in self.lines[1:]]
        path = self.write(f"timestamp,{columns}\n" + "".join(rows), "opinions.csv")
        return ["--opinions", path]


class Kinds(Signals):
    def test_trend_is_the_default(self) -> None:
        self.assertEqual(self.decided("--signal", "trend", out="a"), self.decided(out="b"))

    def test_each_signal_trades_both_sides_its_own_way(self) -> None:
        seen = {}
        for signal in SIGNALS:
            entries = self.entries("--signal", signal, out=signal)
            self.assertEqual({p["side"] for p, _ in entries}, {"long", "short"}, signal)
            self.assertGreater(len(table(self.folder / signal / "trades.csv")), 5)
            seen[signal] = [p["time"] for p, _ in entries]
            stated = [p.get("confidence", 0) for p, _ in entries]
            self.assertTrue(all(0 < c <= 1 for c in stated), signal)
        self.assertEqual(len({str(times) for times in seen.values()}), 3)

    def test_each_signal_trades_on_every_series(self) -> None:
        flags = {"aapl_1d_2013_2018.csv": ["--asset", "stock", "--leverage", "2"],
                 "btcusd_1m_2016_01_01_03.csv": ["--symbol", "BTCUSDT"]}
        for signal in SIGNALS:
            for name, words in flags.items():
                out = self.folder / f"{signal}_{name}"
                self.replayed("--quiet", "--mode", "fraction", "--exits", "none", "--guards",
                              "none", "--signal", signal,
                              *words, DATA / name, out=out)
                self.assertGreater(len(table(out / "trades.csv")), 20, (signal, name))

    def test_scores_reach_the_least_of_the_asset(self) -> None:
        entries = self.entries("--signal", "score")
        self.assertTrue(all(0.25 <= p["confidence"] <= 1 for p, _ in entries))

    def test_the_future_changes_nothing(self) -> None:
        """Cut in the middle, decisions are the first ones of the whole, byte for byte."""
        for signal in SIGNALS:
            whole = self.decided("--signal", signal, out="whole")
            self.bars = self.write("".join(self.lines[:1200]), "half.csv")
            half = self.decided("--signal", signal, out="half")
            self.bars = self.folder / "bars.csv"
            self.assertGreater(len(whole), len(half))
            self.assertEqual(whole[:len(half)], half)

    def test_logs_can_be_recomputed(self) -> None:
        for signal in SIGNALS:
            self.decided("--signal", signal, *self.opinions("score,vote_a", "30,reduce"),
                         out=signal)
            ended = self.replay("--quiet", "--verify", self.folder / signal / "decisions.jsonl")
            self.assertEqual((ended.status, ended.err), (0, ""))

    def test_unknown_signals_are_refused(self) -> None:
        self.assert_refused(self.replay("--signal", "rsi", self.bars), 2, "--signal",
                            "trend, sigma or score", "'rsi'")


class External(Signals):
    def scales(self, columns: str, cells: str) -> list:
        entries = self.entries(*self.opinions(columns, cells))
        self.assertTrue(entries)
        return [(p, p.get("scale", 0.0) if "scale" in p.get("given", []) else None,
                 d.get("verdict", "deny")) for p, d in entries]

    def test_market_scores_scale_the_risk(self) -> None:
        for score, scale in [("0", 0.5), ("25", 0.5), ("30", 0.6), ("50", None), ("100", None)]:
            self.assertEqual({s for _, s, _ in self.scales("score", score)}, {scale})

    def test_doubt_denies(self) -> None:
        self.assertEqual({v for _, _, v in self.scales("confidence", "0.39")}, {"deny"})
        self.assertNotIn("deny", {v for _, _, v in self.scales("confidence", "0.4")})

    def test_fundamentals_deny_one_side(self) -> None:
        for score, side in [("-3", "long"), ("6", "short")]:
            for proposal, _, verdict in self.scales("fundamental", score):
                self.assertEqual(verdict == "deny", proposal["side"] == side)

    def test_empty_fields_are_not_given(self) -> None:
        plain = self.entries(out="plain")
        self.assertEqual(self.entries(*self.opinions("score,confidence,fundamental", ",,")), plain)

    def test_other_bars_opinions_do_not_count(self) -> None:
        plain = self.entries(out="plain")
        path = self.write("timestamp,score\n1999-01-01,0\n2000-01-01,0\n2050-01-01,0\n", "o.csv")
        self.assertEqual(self.entries("--opinions", path), plain)

    def test_the_bars_may_hold_them(self) -> None:
        apart = self.entries(*self.opinions("score", "30"), out="apart")
        lines = [self.lines[0].rstrip("\n") + ",score\n"]
        lines += [line.rstrip("\n") + ",30\n" for line in self.lines[1:]]
        self.bars = self.write("".join(lines), "together.csv")
        self.assertEqual(self.entries("--opinions", self.bars, out="together"), apart)


class Votes(Signals):
    def entries_with(self, *votes: str) -> list:
        columns = ",".join(f"vote_{number}" for number in range(len(votes)))
        entries = self.entries("--signal", "score", *self.opinions(columns, ",".join(votes)))
        self.assertTrue(any(p["confidence"] >= ASKED for p, _ in entries))
        self.assertTrue(any(p["confidence"] < ASKED for p, _ in entries))
        return entries

    def check(self, votes: list, asked) -> None:
        """Of entries whose score is high enough the scale is that; the others keep all."""
        for proposal, decision in self.entries_with(*votes):
            scale = proposal.get("scale", 0.0) if "scale" in proposal.get("given", []) else None
            high = proposal["confidence"] >= ASKED
            self.assertEqual(scale, asked if high else None, votes)
            if high and asked == 0.0:
                self.assertEqual(decision.get("verdict", "deny"), "deny")

    def test_votes_full_part_and_rejected(self) -> None:
        self.check(["approve:0.9"], None)
        self.check(["approve", "approve:0.81", "APPROVE:1".lower()], None)
        self.check(["approve:0.8"], 0.5)
        self.check(["approve", ""], 0.5)
        self.check(["approve", "absent"], 0.5)
        self.check(["reduce", "approve"], 0.5)
        self.check(["approve", "approve", "reject"], 0.0)
        self.check(["", "absent"], None)

    def test_variants_of_a_file(self) -> None:
        """How the file is written makes no difference; that of the bars may be the same."""
        rows = [line.rstrip("\n").split(",") + [str(10 + place % 80), "approve:0.5" if place % 3
                                                else "reduce"]
                for place, line in enumerate(self.lines)]
        rows[0][-2:] = ["score", "vote_a"]
        plain = "".join(",".join(row) + "\n" for row in rows)
        found = None
        for name, text in ({"plain": plain} | variants(plain, [7, 5, 3, 0, 4, 1, 2, 6])).items():
            self.bars = self.write(text, f"{name}.csv")
            entries = self.entries("--signal", "score", "--opinions", self.bars, out=name)
            found = found or entries
            self.assertEqual(entries, found, name)
        self.assertTrue(any("scale" in proposal["given"] for proposal, _ in found))

    def test_votes_count_with_the_score_alone(self) -> None:
        plain = self.entries("--signal", "sigma", out="plain")
        voted = self.entries("--signal", "sigma", *self.opinions("vote", "reject"), out="voted")
        self.assertEqual(voted, plain)


class Faults(Signals):
    def refused(self, text: str, *parts: str) -> None:
        path = self.write(text, "bad.csv")
        self.assert_refused(self.replay("--opinions", path, self.bars), 1, *parts)
        self.assert_nothing_written()

    def test_bad_headers(self) -> None:
        self.refused("score\n1\n", "bad.csv:1:", "expected a column 'timestamp'")
        self.refused("timestamp,close\n2020-01-01,1\n", "bad.csv:1:", "'vote...'")
        self.refused("timestamp,score,score\n", "bad.csv:1:", "column 3 'score'", "once")
        self.refused("timestamp," + ",".join(["vote"] * 9) + "\n", "bad.csv:1:", "at most 8")
        self.refused("timestamp," + "x," * 64 + "score\n", "bad.csv:1:", "at most 64")
        self.refused("", "bad.csv: the file is empty")
        self.refused("timestamp,\033[2Jscore\n", "bad.csv:1:", "found 'timestamp,\\x1b[2Jscore'")
        self.refused("timestamp\0,score\n", "bad.csv:1: expected text, found a NUL byte at byte 10")
        self.refused('timestamp,"score\n', "bad.csv:1: field 2: expected a closing quotation mark")
        path = self.write("timestamp,score\n".encode("utf-16"), "bad.csv")
        self.assert_refused(self.replay("--opinions", path, self.bars), 1,
                            "bad.csv:1: the file is in UTF-16; save it as UTF-8")
        self.refused("timestamp,score\n", "expected a header and lines")

    def test_bad_lines(self) -> None:
        head, good = "timestamp,score,confidence,fundamental,vote_a\n", "2020-01-01,1,0,0,reject\n"
        for line, column in [
                ("x,1,0,0,reject", "column 1 'timestamp': expected a time"),
                ("2020-01-01,1,0,0,reject", "column 1 'timestamp': expected a time after"),
                ("2020-01-02,101,0,0,reject", "column 2 'score': expected a number from 0 to 100"),
                ("2020-01-02,nan,0,0,reject", "column 2 'score'"),
                ("2020-01-02,1,1.01,0,reject", "column 3 'confidence'"),
                ("2020-01-02,1,1,-7,reject", "column 4 'fundamental'"),
                ("2020-01-02,1,1,0,yes", "column 5 'vote_a': expected approve, reject"),
                ("2020-01-02,1,1,0,unknown", "column 5 'vote_a'"),
                ("2020-01-02,1,1,0,approve:2", "column 5 'vote_a'"),
                ("2020-01-02,1,1,0,approve:", "column 5 'vote_a'"),
                ("2020-01-02,1,1,0", "expected 5 fields, found 4"),
                ("2020-01-02,1,1,0,reject,1", "expected 5 fields, found 6"),
                ("", "column 1 'timestamp'")]:
            self.refused(head + good + line + "\n", "bad.csv:3:", column)
        self.refused(head + good.rstrip("\n"), "bad.csv:2:", "newline")
        self.refused(head + good + "1" * (LONGEST + 1) + "\n", "bad.csv:3:", f"than {LONGEST} bytes")
        self.refused(head + good + '2020-01-02,"1,0,0,reject\n', "bad.csv:3: field 2: expected a clos")
        self.refused(head + good + "2020-01-02,1\0,0,0,reject\n", "bad.csv:3:", "NUL byte at byte 13")
        self.refused("timestamp,vote\033[2J\n2020-01-01,x\n", "bad.csv:2: column 2 'vote\\x1b[2J': ")

    def test_files_that_are_not_there(self) -> None:
        ended = self.replay("--opinions", self.folder / "none.csv", self.bars)
        self.assert_refused(ended, 1, "none.csv")


if __name__ == "__main__":
    main()
