#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma-replay: incidents, a firm's rules, the monitor, the gate and limits forbid what they should."""
import json

from again import Again
from fills import read_decisions, when
from programs import DATA, LONGEST, REPLAY, main, run, table, variants

SPX = DATA / "spx_1d_2000_2020.csv"
LEVELS = ["closed", "alert", "throttle", "halt", "shutdown"]
PLAIN = ["--mode", "fraction", "--exits", "none"]


class Guards(Again):
    def decided(self) -> list:
        return [line["decided"] for line in read_decisions(self.out / "decisions.jsonl")[1:]]

    def opened(self) -> list:
        return [d for d in self.decided() if d["proposal"]["intent"] == "open"]

    def refused(self, decided: dict) -> list:
        return decided["decision"].get("refused", [])

    def transitions(self) -> list:
        lines = (self.out / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
        return [json.loads(line)["transition"] for line in lines
                if line.startswith('{"transition"')]

    def verified(self) -> None:
        ended = run(REPLAY, "--quiet", "--verify", self.out / "decisions.jsonl")
        self.assertEqual((ended.status, ended.err), (0, ""))


class Breaker(Guards):
    def incidents(self, day: str, kind: str, count: int, value: str = "") -> list:
        """Flags for so many incidents, a second apart."""
        lines = [f"{day}T12:00:{second:02d}Z,{kind},{value}\n" for second in range(count)]
        return ["--incidents", self.write("time,kind,value\n" + "".join(lines), "incidents.csv")]

    def steps(self) -> list:
        return [(t["transition"]["from"], t["transition"]["to"]) for t in self.transitions()]

    def held_day(self) -> str:
        """A day in the midst of a long trade."""
        self.replayed(*PLAIN, SPX)
        trade = max(table(self.out / "trades.csv"),
                    key=lambda t: when(t["exit_time"]) - when(t["entry_time"]))
        days = sorted(line[:10] for line in SPX.read_text(encoding="utf-8").splitlines()[1:])
        inside = [d for d in days if trade["entry_time"][:10] < d < trade["exit_time"][:10]]
        self.assertGreater(len(inside), 8)
        return inside[4]

    def test_rejected_orders_halt_and_recover(self):
        """Five failures in a row halt; then one step at a time, each proven by an order."""
        for failures, level in (2, "alert"), (3, "throttle"), (5, "halt"):
            self.replayed(*PLAIN, *self.incidents("2005-06-01", "reject", failures), SPX)
            self.verified()
            steps = [(LEVELS.index(a), LEVELS.index(b)) for a, b in self.steps()]
            rises = [b for a, b in steps if b > a]
            self.assertEqual(max(rises), LEVELS.index(level))
            self.assertTrue(all(a - b == 1 for a, b in steps if b < a), steps)
            self.assertEqual(steps[-1][1], 0)

    def test_shutdown_closes_and_stays(self):
        day = self.held_day()
        before = self.decided()
        summary = self.check(SPX, "--mode", "fraction", *self.incidents(day, "reject", 10),
                             style="none")
        self.assertEqual(self.steps()[-1][1], "shutdown")
        forced = [t for t in table(self.out / "trades.csv") if t["reason"] == "emergency"]
        self.assertEqual(len(forced), 1)
        self.assertLess(when(forced[0]["exit_time"]) - when(day), 5 * 86400)
        after = [d for d in self.opened() if d["proposal"]["time"] > f"{day}T13"]
        self.assertGreater(len(after), 10)
        self.assertTrue(all("breaker" in self.refused(d) for d in after))
        same = [d for d in before if d["proposal"]["time"] < day]
        self.assertEqual(self.decided()[:len(same)], same)
        self.assertGreater(summary["violations"], 10)

    def test_latency_and_slippage(self):
        for kind, value, level in (("latency", "600", "alert"), ("latency", "1500", "throttle"),
                                   ("latency", "4000", "halt"), ("slippage", "0.0015", "alert"),
                                   ("slippage", "0.004", "throttle"),
                                   ("slippage", "0.006", "halt"), ("memory", "", "shutdown")):
            with self.subTest(kind=kind, value=value):
                self.replayed(*PLAIN, *self.incidents("2005-06-01", kind, 10, value), SPX)
                highest = max(LEVELS.index(to) for _, to in self.steps())
                self.assertEqual(LEVELS[highest], level)

    def test_incidents_to_come_change_nothing(self):
        self.replayed(*PLAIN, SPX)
        log = self.results()["decisions.jsonl"]
        self.replayed(*PLAIN, *self.incidents("2030-01-01", "reject", 10), SPX)
        self.assertEqual(self.results()["decisions.jsonl"], log)

    def acts(self, *lines: str) -> list:
        text = "time,kind,value\n" + "".join(line + "\n" for line in lines)
        return ["--incidents", self.write(text, "incidents.csv")]

    def granted_after(self, time: str) -> list:
        return [d for d in self.opened() if d["proposal"]["time"] > time
                and "verdict" in d["decision"]]

    def test_an_operator_resets_the_breaker(self):
        """Out of SHUTDOWN leads nothing else; recover leads out of every other level at once."""
        down = [f"2005-06-01T12:00:{second:02d}Z,reject," for second in range(10)]
        halt = down[:5]
        for before, act, issue, opens in ((down, "reset", "reset", True),
                                          (down, "recover", None, False),
                                          (halt, "recover", "forced", True),
                                          (halt, "reset", None, True), ([], "reset", None, True),
                                          ([], "recover", None, True)):
            with self.subTest(act=act, before=len(before)):
                self.replayed(*PLAIN, *self.acts(*before, f"2005-06-01T13:00:00Z,{act},"), SPX)
                self.verified()
                asked = [t for t in self.transitions() if "event" not in t]
                self.assertEqual([(t["transition"]["issue"], t["transition"]["to"])
                                  for t in asked], [(issue, "closed")] if issue else [])
                self.assertEqual(bool(self.granted_after("2005-06-02")), opens)

    def test_an_operator_rearms_a_monitor(self):
        words = ["--mode", "fraction", "--symbol", "BTCUSDT", "--spread", "90",
                 DATA / "btcusd_1m_2016_01_01_03.csv"]
        self.replayed(*words)
        refused = [d for d in self.opened() if "monitor" in self.refused(d)]
        first, middle = refused[0]["proposal"]["time"], refused[len(refused) // 2]["proposal"]["time"]
        self.assertTrue(all("monitor" in self.refused(d) for d in self.opened()
                            if d["proposal"]["time"] >= first))
        self.replayed(*words, *self.acts("2016-01-01T00:30:00Z,rearm,", f"{middle},rearm,"))
        after = [d for d in self.opened() if d["proposal"]["time"] >= middle]
        self.assertEqual(after[0]["context"]["monitor"],
                         {"scale": 1, "entries": 1, "mark": "monitor"})
        self.assertEqual([d for d in self.opened() if first <= d["proposal"]["time"] < middle
                          and "monitor" not in self.refused(d)], [])

    def test_variants_of_a_file(self):
        """How the file is written makes no difference."""
        plain = "time,kind,value\n2005-06-01T12:00:00Z,latency,90000\n2005-06-02,Reject,\n" \
                "2005-06-02,reject,1\n2005-06-09,recover,\n"
        log = None
        for name, text in ({"plain": plain} | variants(plain, [2, 0, 1])).items():
            self.replayed(*PLAIN, "--incidents", self.write(text, "incidents.csv"), SPX)
            log = log or self.results()["decisions.jsonl"]
            self.assertEqual(self.results()["decisions.jsonl"], log, name)
        self.assertIn(b"latency", log)

    def test_bad_incidents(self):
        for text, part in (
                ("", ": the file is empty"),
                ("time,kind\n", ":1: expected a column 'value' in the header, found 'time,kind'"),
                ("time,kind,value,kind\n", ":1: column 4 'kind': expected this column once"),
                ("{}x,reject,\n", ":2: column 1 'time': expected a time such as"),
                ("{}2020-01-01,quake,\n", ":2: column 2 'kind': expected latency, reject, slippage"),
                ("{}2020-01-01,unknown,\n", ":2: column 2 'kind': expected latency, reject"),
                ("{}2020-01-01,rej\033ect,\n", "of the breaker, found 'rej\\x1bect'"),
                ("{}2020-01-01,latency,\n", ":2: column 3 'value': expected a value of 0 or more"),
                ("{}2020-01-01,latency,-1\n", ":2: column 3 'value': expected a value of 0 or more"),
                ("{}2020-01-01,latency,1e999\n", ":2: column 3 'value': expected a value"),
                ("{}2020-01-01,latency,nan\n", ":2: column 3 'value': expected a value"),
                ("{}2020-01-01,reset,5\n", ":2: column 3 'value': expected a value"),
                ("{}2020-01-01,resets,\n", ":2: column 2 'kind': expected latency, reject"),
                ("{}2020-01-01,reject\n", ":2: expected 3 fields, found 2"),
                ("{}2020-01-01,reject,,\n", ":2: expected 3 fields, found 4"),
                ("{}\n", ":2: expected 3 fields, found 1 (the line is empty)"),
                ("{}\r\n", ":2: expected 3 fields, found 1 (the line is empty)"),
                ('{}2020-01-01,"reject,\n', ":2: field 2: expected a closing quotation mark"),
                ("{}2020-01-01,rej\0ect,\n", ":2: expected text, found a NUL byte at byte 15"),
                ("{}2020-01-02,reject,\n2020-01-01,reject,\n", ":3: column 1 'time': expected a time"),
                ("{}2020-01-02,reject,", ":2: the last line does not end"),
                (f"{{}}2020-01-02,reject,{'1' * LONGEST}\n", f":2: the line is longer than {LONGEST}")):
            with self.subTest(text=text):
                text = text.format("time,kind,value\n")
                ended = self.replay("--incidents", self.write(text, "incidents.csv"), SPX)
                self.assert_refused(ended, 1, part)
                self.assert_nothing_written()
        self.assert_refused(self.replay("--incidents", "x", "--guards", "none", SPX), 2,
                            "--incidents: expected no --guards none beside it")
        self.assert_refused(self.replay("--guards", "some", SPX), 2, "--guards: expected all or")


class Firm(Guards):
    def test_rules_bind(self):
        """FTMO: 5 % of 100,000 a day and 10 % in all; no trade may reach either at its worst."""
        words = ["--mode", "fraction", "--guards", "none", "--risk", "8%"]
        summary = self.check(SPX, *words, "--prop", "ftmo")
        self.assertEqual(summary["start_balance"], 100000)
        self.assertTrue(any(d["context"]["prop"]["mark"] == "prop" for d in self.opened()))
        for d in self.opened():
            if "verdict" in d["decision"]:
                equity = d["context"]["account"]["equity"]
                self.assertLess(d["decision"]["sizing"]["risk"], 5000 + 1e-6)
                self.assertGreater(equity - d["decision"]["sizing"]["risk"], 90000 - 1e-6)
        self.assertIn("rules", {r for d in self.opened() for r in self.refused(d)})
        self.assertLessEqual({"room_day", "room_total"}, {d["decision"]["sizing"].get("binding", "risk")
                                                         for d in self.opened()})

    def test_a_pass_is_told(self):
        """Who has passed may not trade on, and the summary says since when."""
        words = ["--mode", "fraction", "--prop", "ftmo", "--guards", "none", SPX]
        shown = self.replay(*words).out
        summary = self.summary()
        self.assertEqual(summary["firm"], "passed")
        since = summary["firm_since"]
        self.assertRegex(shown, f"(?m)^firm +passed   since {since}$")
        self.assertTrue(all("phase" in d["decision"].get("rules", []) for d in self.opened()
                            if d["proposal"]["time"] > since))
        self.assertFalse(any("phase" in d["decision"].get("rules", []) for d in self.opened()
                             if d["proposal"]["time"] < since))
        self.replayed("--mode", "fraction", SPX)
        self.assertNotIn("firm", self.summary())

    def test_names(self):
        self.replayed("--prop", "topstep", SPX)
        self.assertEqual(self.summary()["start_balance"], 50000)
        self.replayed("--prop", "apex_150k", "--balance", "150000", SPX)
        self.assertEqual(self.summary()["start_balance"], 150000)
        self.assert_refused(self.replay("--prop", "nobody", SPX), 2,
                            "--prop: expected a firm such as ftmo_two_step or apex_50k")
        self.assert_refused(self.replay("--prop", "ftmo", "--balance", "5000", SPX), 2,
                            "--balance: expected the 100000 of --prop ftmo, or none")


class Others(Guards):
    def test_every_part_is_in_the_context(self):
        self.replayed(f"SPX={SPX}", f"NDX={DATA / 'ndx_1d_1985_2012.csv'}")
        self.verified()
        for d in self.opened():
            for part in "regime", "heat", "gate", "breaker", "monitor":
                self.assertEqual(d["context"][part].get("mark"), part)

    def test_correlated_symbols_share_their_risk(self):
        """Two indices at once count as nearly one, whose correlation was learnt from their days."""
        self.replayed(f"SPX={SPX}", f"NDX={DATA / 'ndx_1d_1985_2012.csv'}", "--mode", "fraction")
        beside = [d for d in self.opened() if d["context"]["portfolio"].get("positions", 0)
                  and d["proposal"]["time"] > "2003"]
        self.assertGreater(len(beside), 5)
        rho = [abs(d["context"]["heat"].get("rho", 0)) for d in beside]
        self.assertGreater(sorted(rho)[len(rho) // 2], 0.5)

    def test_regimes_refuse(self):
        self.replayed(SPX)
        refused = [d for d in self.opened() if "regime" in self.refused(d)]
        self.assertGreater(len(refused), 10)
        for d in refused:
            self.assertEqual(d["context"]["regime"].get("verdict", "deny"), "deny")
        self.replayed("--guards", "none", SPX)
        self.assertFalse(any("regime" in self.refused(d) for d in self.opened()))

    def test_a_broken_strategy_is_halted(self):
        """Bars on which every signal loses: the monitor halts it, and it goes on on paper."""
        summary = self.replayed("--mode", "fraction", "--symbol", "BTCUSDT", "--spread", "90",
                                DATA / "btcusd_1m_2016_01_01_03.csv")
        halted = [d for d in self.opened() if "monitor" in self.refused(d)]
        self.assertGreater(len(halted), 5)
        self.assertGreater(summary["paper_trades"], 5)


if __name__ == "__main__":
    main()
