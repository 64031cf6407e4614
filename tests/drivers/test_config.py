#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""--config and --print-config: what a file sets, what flags set over it, and that what is printed
reads back, here and in another reader of YAML."""
import unittest

from fills import when
from programs import DATA, REPLAY, ROOT, SIZE, Case, main, run, run_into_full, table
from retold import read

try:
    import yaml
except ImportError:
    yaml = None

EXAMPLE = ROOT / "examples/config.yaml"
TRADE = ["--entry", "1.10", "--stop", "1.0970"]
DESK = """preset: forex
account: {balance: 10000}
symbols: {EURUSD: {}}
"""


class Desk(Case):
    def desk(self, text: str) -> list:
        return ["--config", self.write(text, "desk.yaml")]

    def decided(self, *words) -> str:
        ended = run(SIZE, *words)
        self.assertEqual((ended.status, ended.err), (0, ""))
        return ended.out

    def printed(self, *words) -> str:
        return self.decided(*words, "--print-config")


class Sizes(Desk):
    def test_a_file_in_place_of_flags(self):
        flags = self.decided("--symbol", "EURUSD", "--account", "10000", "--risk", "1%", *TRADE)
        plain = self.desk("account: {balance: 10000}\nsymbols: [EURUSD]\n")
        self.assertEqual(self.decided(*plain, *TRADE), flags)
        self.assertIn("0.33", flags)

    def test_flags_win(self):
        desk = self.desk(DESK + "policy: {preset: conservative, sizing: {mode: money}}\n")
        text = self.printed(*desk, "--mode", "fraction", "--risk", "0.2%", "--account", "5000",
                            "--peak", "6000", "--spread", "7", "--advise")
        for line in ("    mode: fraction", "    risk_fraction: 0.002", "  balance: 5000",
                     "  equity: 5000", "  peak: 6000", "    spread: 7", "  conduct: advise",
                     "  confidence_min: 0.5"):
            self.assertIn(f"\n{line}\n", text)
        self.assertIn("\n    risk_max: 0.005\n", self.printed(*desk, "--profile", "conservative"))

    def test_the_account_of_the_file(self):
        desk = self.desk("account: {balance: 10000, equity: 9000, peak: 12000, margin: 10}\n"
                         "symbols: [EURUSD]\n")
        for line in ("equity: 9000", "peak: 12000", "margin: 10"):
            self.assertIn(f"\n  {line}\n", self.printed(*desk))
        text = self.printed(*desk, "--balance", "11000", "--peak", "15000", "--margin-used", "20")
        for line in ("balance: 11000", "equity: 9000", "peak: 15000", "margin: 20"):
            self.assertIn(f"\n  {line}\n", text)

    def test_symbols_of_the_file(self):
        two = "\nOWN: {tick_size: 0.5, tick_value: 2, lot_min: 1, lot_max: 9, lot_step: 1, "\
              "leverage: 1, asset: stock}"
        desk = self.desk("account: {balance: 100000}\nsymbols:\n  ES: {spread: 1}"
                         + two.replace("\n", "\n  ") + "\n")
        self.assertIn("OWN long at 100", self.decided(*desk, "--symbol", "own", "--entry", "100",
                                                      "--stop", "99"))
        self.assertIn("NQ long at 100", self.decided(*desk, "--symbol", "nq", "--entry", "100",
                                                     "--stop", "99"))
        self.assert_refused(run(SIZE, *desk, "--entry", "100", "--stop", "99"), 2, "tick-size")
        self.assertIn("\n  CL:\n", self.printed(*desk, "--symbol", "CL"))

    def test_parts_of_a_whole_desk(self):
        """One trade knows no breaker; the file of a bot that has one is good for it all the same."""
        self.decided(*self.desk(DESK + "policy: {parts: [symbol, account, breaker, gate]}\n"), *TRADE)

    def test_what_is_printed_reads_back(self):
        for words in ([], ["--config", EXAMPLE], self.desk(DESK), ["--symbol", "ES", "--account",
                                                                   "1e5", "--mode", "sceptical"]):
            text = self.printed(*words)
            self.assertEqual(self.printed("--config", self.write(text, "again.yaml")), text)

    def test_mistakes(self):
        for text, words in (("polcy: {}", "desk.yaml:1:1: polcy: no such key, did you mean policy?"),
                            ("", "desk.yaml:1:1: expected a mapping of sections, found nothing"),
                            ("a: [", "desk.yaml:2:1: not YAML: "),
                            ("x" * 140000, "desk.yaml: expected at most 131072 bytes")):
            self.assert_refused(run(SIZE, *self.desk(text), *TRADE, cwd=self.folder), 2, words)
        self.assert_refused(run(SIZE, "--config", self.folder / "none"), 2, "--config: cannot read",
                            "No such file")
        self.assert_refused(run(SIZE, "--config", self.folder), 2, "--config: cannot read",
                            "Is a directory")
        self.assert_refused(run(SIZE, *self.desk(DESK)), 2, "--entry: needed")
        self.assert_refused(run(SIZE, "--print-config", "--tick-size", "1"), 2, "lot-min")
        self.assert_refused(run(SIZE, "--print-config", "--symbol", "ABC"), 2, "got 'ABC'")
        self.assertEqual(run_into_full(SIZE, "--print-config").status, 1)

    def test_the_example(self):
        text = self.decided("--config", EXAMPLE, "--symbol", "EURUSD", *TRADE)
        self.assertIn("EURUSD long at 1.1", text)


class Replays(Desk):
    """A file says for sigma-replay what flags say, and flags go over it."""
    bars = DATA / "spx_1d_2000_2020.csv"

    def replayed_by(self, name: str, *words) -> dict:
        out = self.folder / name
        self.replayed("--quiet", *words, self.bars, out=out)
        return {file: (out / file).read_bytes() for file in ("decisions.jsonl", "trades.csv")}

    def settings(self, *words) -> str:
        ended = run(REPLAY, *words, "--print-config")
        self.assertEqual((ended.status, ended.err), (0, ""))
        return ended.out

    def test_what_is_printed_replays_the_same(self):
        flags = ["--balance", "50000", "--mode", "fraction", "--risk", "0.5%", "--exits", "risk"]
        text = self.settings(*flags)
        again = ["--config", self.write(text, "again.yaml")]
        self.assertEqual(self.settings(*again), text)
        self.assertEqual(self.replayed_by("file", *again), self.replayed_by("flags", *flags))

    def test_defaults_are_those_without_a_file(self):
        plain = ["--config", self.write(self.settings(), "plain.yaml")]
        self.assertEqual(self.replayed_by("file", *plain), self.replayed_by("none"))

    def test_flags_win(self):
        desk = self.desk("account: {balance: 5000}\npolicy: {sizing: {mode: fraction}}\n"
                         "exits: half\nsymbols: {OWN: {tick_size: 0.01, tick_value: 0.01, lot_min: 1,"
                         " lot_max: 1e5, lot_step: 1, leverage: 5, asset: index, spread: 40}}\n")
        text = self.settings(*desk, "--balance", "7000", "--exits", "plain", "--mode", "published",
                             "--risk", "0.75%", "--spread", "30", self.bars)
        for line in ("  balance: 7000", "    mode: published", "    risk_fraction: 0.0075",
                     "  partial_fraction: [0, 0]", "  OWN:", "    spread: 30", "    leverage: 5"):
            self.assertIn(f"\n{line}\n", text)
        self.assertIn("\n  partial_fraction: [0.5, 0]\n", self.settings(*desk))

    def test_the_symbol_and_the_account_of_the_file(self):
        desk = self.desk("account: {balance: 5000}\npolicy: {sizing: {mode: fraction}, parts: [symbol, "
                         "account, breaker]}\nsymbols: {SPX: {spread: 77}, NDX: {}}\n")
        lines = self.replayed_by("own", *desk, "--symbol", "SPX")["decisions.jsonl"].decode()
        self.assertIn('"spread":77', lines)
        self.assertIn('"equity":5000', lines)
        self.assertEqual(run(REPLAY, "--verify", self.folder / "own/decisions.jsonl").status, 0)

    def test_signals_of_the_file(self):
        quiet = self.desk("policy: {sizing: {mode: fraction}}\ntechnical: {score_min: 10}\n")
        few = self.replayed_by("few", *quiet, "--signal", "score")["trades.csv"]
        usual = self.desk("policy: {sizing: {mode: fraction}}\n")
        many = self.replayed_by("many", *usual, "--signal", "score")["trades.csv"]
        self.assertLess(few.count(b"\n"), many.count(b"\n"))
        strict = self.desk("policy: {sizing: {mode: fraction}}\nsignal: {adx_min: 90}\n")
        self.assertEqual(self.replayed_by("none", *strict)["trades.csv"].count(b"\n"), 1)

    def test_mistakes(self):
        self.assert_refused(self.replay(*self.desk("polcy: {}"), self.bars), 2, "polcy: no such key")
        self.assert_refused(self.replay(*self.desk("policy: {sizing: money}"), self.bars), 2,
                            "--mode: expected sceptical", "got 'money'")
        self.assert_nothing_written()


BOTH = [f"SPX={DATA / 'spx_1d_2000_2020.csv'}", f"NDX={DATA / 'ndx_1d_1985_2012.csv'}"]
BTC = DATA / "btcusd_1m_2016_01_01_03.csv"
ALWAYS = "days: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]"


class Markets(Desk):
    """What a file says of hours, sectors and how symbols move together decides in a replay."""

    def decisions(self, text: str, *words) -> list:
        """Of the proposals to open, by a desk of a fixed fraction."""
        self.replayed("--quiet", *self.desk("policy: {sizing: {mode: fraction}}\n" + text), *words)
        self.assertEqual(run(REPLAY, "--verify", self.out / "decisions.jsonl").status, 0)
        return [d for d in read(self.out / "decisions.jsonl")["decided"]
                if d["proposal"]["intent"] == "open"]

    def test_hours(self):
        """Outside its hours a market is not entered; the same signal is asked for again inside."""
        btc = "symbols: [BTCUSDT]\n"
        free = self.decisions(btc, BTC)
        hours = f"schedule: {{windows: [{{{ALWAYS}, start: 9:00, end: 17:00, effect: session}}]}}\n"
        bound = self.decisions(btc + hours, BTC)
        kept = [d for d in bound if "schedule" in d["decision"].get("layers", [])]
        self.assertGreater(len(kept), 50)
        for d in bound:
            inside = "09:00" <= d["proposal"]["time"][11:16] < "17:00"
            self.assertEqual("schedule" not in d["decision"].get("layers", []), inside)
        self.assertTrue(all("09:00" <= t["entry_time"][11:16] <= "17:00"
                            for t in table(self.out / "trades.csv")))
        granted = {d["proposal"]["time"] for d in free if "verdict" in d["decision"]}
        self.assertGreater(len([d for d in kept if d["proposal"]["time"] in granted]), 0)

    def test_the_day_of_the_schedule(self):
        """The daily loss counts from the reset of the file, not from midnight."""
        for reset, hours in ("00:00", 0), ("12:30", 12.5):
            days: dict = {}
            text = f"symbols: [BTCUSDT]\nschedule: {{reset: \"{reset}\"}}\n"
            for d in self.decisions(text, BTC):
                gate, account = d["context"]["gate"], d["context"]["account"]
                first = (account["equity"] - gate["budget"]) / 0.95
                day = (when(d["proposal"]["time"]) - hours * 3600) // 86400
                days.setdefault(day, set()).add(round(first, 4))
            self.assertTrue(all(len(firsts) == 1 for firsts in days.values()), days)
            self.assertGreater(len({first for firsts in days.values() for first in firsts}), 2)

    def test_correlations_and_groups(self):
        """Two indices that move against each other leave more room than two that move together."""
        unknown = "symbols: [SPX, NDX]\ncorrelation: {minimum: 1000000}\n"
        logs, sizes = {}, {}
        for name, text in (("with", "correlations: [[SPX, NDX, 0.95]]\n"),
                           ("group", "groups: {us: {symbols: [SPX, NDX], correlation: 0.95}}\n"),
                           ("against", "correlations: [[SPX, NDX, -0.95]]\n"), ("unsaid", "")):
            decided = self.decisions(unknown + text, *BOTH)
            logs[name] = (self.out / "decisions.jsonl").read_bytes()
            sizes[name] = {d["proposal"]["time"]: d["decision"].get("lots", 0) for d in decided}
            beside = [d for d in decided if d["context"]["portfolio"].get("positions")]
            rho = {abs(round(d["context"]["heat"].get("rho", 0), 12)) for d in beside}
            self.assertEqual(rho, {0.5} if name == "unsaid" else {0.95})
        self.assertEqual(logs["group"], logs["with"])
        changed = [t for t in sizes["with"] if sizes["with"][t] != sizes["against"].get(t)]
        self.assertGreater(len(changed), 10)
        self.assertNotEqual(logs["with"], logs["unsaid"])

    def test_sectors(self):
        """What is open in a sector leaves no room for more of it."""
        for sectors, refused in (("us", "us"), True), (("us", "eu"), False):
            text = f"symbols: {{SPX: {{sector: {sectors[0]}}}, NDX: {{sector: {sectors[1]}}}}}\n" \
                "portfolio: {sector: 1%}\n"
            decided = self.decisions(text, *BOTH)
            met = [d for d in decided if "sector" in d["decision"].get("limits", [])
                   and d["context"]["portfolio"].get("positions")]
            self.assertEqual(len(met) > 0, refused)
            self.assertEqual({d["proposal"]["sector"] for d in decided},
                             {1} if refused else {1, 2})


@unittest.skipUnless(yaml, "needs PyYAML")
class AnotherReader(Desk):
    """PyYAML, which follows YAML 1.1, finds in what is printed what this reader finds."""

    def test_types_and_values(self):
        text = self.printed("--config", EXAMPLE)
        found = yaml.safe_load(text)
        self.assertEqual(list(found["symbols"]), ["EURUSD", "GBPUSD", "USDJPY", "GER40"])
        self.assertEqual(found["symbols"]["EURUSD"]["tick_size"], 0.00001)
        self.assertEqual(found["policy"]["sizing"]["risk_fraction"], 0.01)
        self.assertEqual(found["schedule"]["reset"], "17:00")
        self.assertEqual(found["schedule"]["holidays"], ["2026-12-25", "2027-01-01"])
        self.assertEqual(found["groups"]["dollar"], {"symbols": ["EURUSD", "GBPUSD"],
                                                     "correlation": 0.75})
        self.assertIs(found["technical"]["counter"], False)
        self.check_numbers(text, found)

    def check_numbers(self, text: str, found) -> None:
        """Whatever is written without letters is a number to both."""
        written = [line.split(": ", 1)[1] for line in text.splitlines() if ": " in line]
        plain = [word for word in written if word[0] in "-0123456789" and word[-1].isdigit()]
        self.assertGreater(len(plain), 200)
        for word in plain:
            self.assertIsInstance(yaml.safe_load(word), (int, float), word)
            self.assertEqual(float(yaml.safe_load(word)), float(word))

    def test_words_that_are_something_else(self):
        names = ["NO", "on", "Null", "y", "1E5", "0x10", "12:30", "1_000", "2026-12-25", "=", ".5",
                 "-", "<b", "true"]
        facts = "{tick_size: 1, tick_value: 1, lot_min: 1, lot_max: 1, lot_step: 1, leverage: 1, " \
                "asset: stock}"
        names.remove("<b")
        desk = self.desk("symbols: {" + ", ".join(f'"{name}": {facts}' for name in names) + "}")
        self.assertEqual(list(yaml.safe_load(self.printed(*desk))["symbols"]), names)

    def test_what_it_takes_for_something_else(self):
        """What PyYAML reads as another number or type than a trader means is refused here."""
        for word, taken in (("010", 8), ("0x10", 16), ("1_000", 1000), ("190:20:30", 685230),
                            (".inf", float("inf")), ("yes", True), ("0b11", 3), ("5e1", "5e1")):
            self.assertEqual(yaml.safe_load(word), taken)
            ended = run(SIZE, *self.desk(f"gate: {{leverage_max: {word}}}"), "--print-config")
            self.assertEqual(ended.status, 0 if word == "5e1" else 2, word)


if __name__ == "__main__":
    main()
