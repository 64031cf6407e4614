#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma-size: known answers, denials and bad flags."""
import contextlib
import json
import subprocess

from programs import REPLAY, SIZE, Case, main, run, run_into_full

EURUSD = ["--symbol", "EURUSD", "--entry", "1.10"]
LONG = [*EURUSD, "--account", "10000", "--stop", "1.0970"]


class Size(Case):
    def figures(self, *words: str, status: int = 0) -> dict:
        """The first figure behind each name that a decision prints."""
        ended = run(SIZE, *words)
        self.assertEqual((ended.status, ended.err), (status, ""), ended.out)
        lines = [line.replace(">", " ").split() for line in ended.out.splitlines()[1:]]
        found: dict = {"bound": [line.split()[1] for line in ended.out.splitlines()
                                 if line.startswith("> ") and "is what" not in line]}
        for words_of_line in (line for line in lines if len(line) > 1):
            found.setdefault(words_of_line[0], words_of_line[1].replace(",", ""))
        return found

    def assert_figures(self, expected: dict, *words: str, status: int = 0) -> None:
        found = self.figures(*words, status=status)
        self.assertEqual({name: found.get(name) for name in expected}, expected)


class KnownAnswers(Size):
    def test_eurusd(self):
        """100 at risk, 300 ticks of 1: a third of a lot, floored to 0.33."""
        self.assert_figures({"verdict": "approve", "lots": "0.33", "risk": "99.00",
                             "margin": "1210.00", "notional": "36300.00", "stop": "1.097",
                             "target": "1.1075", "bound": ["risk"]}, *LONG, "--risk", "1%")

    def test_risk_as_a_share(self):
        self.assert_figures({"lots": "0.33"}, *LONG, "--risk", "0.01")
        self.assert_figures({"lots": "0.66"}, *LONG, "--risk=2%")

    def test_an_account_of_coins(self):
        """1 % of 0.015 at 1/62500 - 1/64000 a contract: 400, each worth 1/64000."""
        self.assert_figures({"lots": "400", "risk": "0.00015", "notional": "0.00625",
                             "margin": "0.000625"},
                            "--asset", "inverse", "--account", "0.015", "--entry", "64000",
                            "--stop", "62500", "--tick-size", "0.5", "--contract-size", "1",
                            "--quote-rate", "1", "--lot-step", "1", "--lot-min", "1", "--lot-max",
                            "1000000", "--leverage", "10")

    def test_short_told_from_the_stop(self):
        """30 pips above the entry; the target 2.5 times that below."""
        self.assert_figures({"lots": "0.33", "stop": "1.103", "target": "1.0925"}, *EURUSD,
                            "--account", "10000", "--stop", "1.1030")

    def test_es(self):
        """1,000 at risk; 10 points are 40 ticks of 12.50, 500 a contract: 2 contracts, of which
        each is worth 5,000 x 50 and takes a twentieth of that."""
        es = ["--symbol", "ES", "--account", "100000", "--entry", "5000", "--stop", "4990"]
        self.assert_figures({"lots": "2", "risk": "1000.00", "notional": "500000.00",
                             "margin": "25000.00"}, *es)
        # 500 + (1 + 1) x 12.50 + 2 x 2.50 = 530 a contract
        self.assert_figures({"lots": "1", "risk": "530.00"}, *es, "--spread", "1", "--slippage",
                            "1", "--commission", "2.5")

    def test_btcusdt(self):
        """100 at risk, 1,200 a coin: 0.0833, in steps of 0.001."""
        self.assert_figures({"lots": "0.083", "risk": "99.60", "notional": "4980.00",
                             "margin": "498.00"}, "--symbol", "btcusdt", "--account", "5000",
                            "--risk", "2%", "--entry", "60000", "--stop", "58800")

    def test_other_contracts(self):
        """1,000 at risk: NQ 20 points of 20; CL 0.50 of 1,000; GC 5 of 100; gold 5 of 100."""
        for symbol, entry, stop, lots in (("NQ", 18000, 17980, "2"), ("CL", 80, 79.5, "2"),
                                          ("GC", 2000, 1995, "2"), ("XAUUSD", 2000, 1995, "2")):
            with self.subTest(symbol):
                self.assert_figures({"lots": lots}, "--symbol", symbol, "--account", "100000",
                                    "--entry", str(entry), "--stop", str(stop))

    def test_stop_from_the_atr(self):
        """1.5 x 0.0040 is 600 ticks: 0.1666 lots."""
        self.assert_figures({"lots": "0.16", "stop": "1.094", "target": "1.115"}, *EURUSD,
                            "--account", "10000", "--atr", "0.0040", "--side", "long")
        self.assert_figures({"lots": "0.12", "stop": "1.108", "target": "1.08"}, *EURUSD,
                            "--account", "10000", "--atr", "0.0040", "--side", "short",
                            "--atr-multiple", "2")

    def test_own_symbol(self):
        """1,000 at risk, 50 ticks of 2: 10 lots."""
        self.assert_figures({"lots": "10"}, "--tick-size", "0.5", "--tick-value", "2",
                            "--lot-step", "1", "--lot-min", "1", "--lot-max", "50", "--leverage",
                            "10", "--asset", "future", "--account", "100000", "--entry", "1000",
                            "--stop", "975")

    def test_inverse(self):
        """0.01 of a coin at risk; contracts of 100 dollars lose 100 / 59,000 - 100 / 60,000 =
        2.8249e-5 each: 354."""
        self.assert_figures({"lots": "354", "margin": "0.059"}, "--tick-size", "0.1", "--asset",
                            "inverse", "--contract-size", "100", "--quote-rate", "1", "--lot-step",
                            "1", "--lot-min", "1", "--lot-max", "1e6", "--leverage", "10",
                            "--account", "1", "--entry", "60000", "--stop", "59000")

    def test_fees(self):
        """100 at risk; 1,200 a coin and 0.05 % of 120,000: 1,260."""
        self.assert_figures({"lots": "0.079"}, "--symbol", "btcusdt", "--account", "5000", "--risk",
                            "2%", "--entry", "60000", "--stop", "58800", "--fee-rate", "0.05%")

    def test_caps(self):
        stock = ["--symbol", "AAPL", "--account", "10000", "--entry", "200", "--stop", "190"]
        # A tenth of 10,000 buys 5 shares of 200, the risk would buy 10.
        self.assert_figures({"verdict": "reduce", "lots": "5", "bound": ["notional"]}, *stock)
        # Half of the 6,700 that are free buys 0.9136 lots of 3,666.67; at a margin level of 3.03
        # no factor is against it. At 1.52 only 30 % of the risk is taken.
        self.assert_figures({"lots": "0.91", "bound": ["margin"]}, *LONG, "--margin-used", "3300",
                            "--risk", "3%", "--risk-max", "3%")
        self.assert_figures({"lots": "0.2", "bound": ["risk"]}, *LONG, "--margin-used", "6600",
                            "--risk", "2%")
        self.assert_figures({"verdict": "approve", "lots": "0.1", "bound": ["caller"]}, *LONG,
                            "--lots", "0.1")
        self.assert_figures({"verdict": "reduce", "lots": "0.33"}, *LONG, "--lots", "5")
        self.assert_figures({"lots": "0.05", "bound": ["symbol"]}, *LONG, "--lot-cap", "0.05")
        self.assert_figures({"lots": "0.2", "bound": ["broker"]}, *LONG, "--lot-max", "0.2")

    def test_warnings(self):
        self.assertIn("without market data", run(SIZE, *LONG).out)
        with_atr = run(SIZE, *LONG, "--atr", "0.004").out
        self.assertNotIn("warnings", with_atr)
        self.assertIn("contradict each other", run(SIZE, *LONG, "--tick-value", "10").out)


class Profiles(Size):
    def test_profiles(self):
        """The edge's size above a floor: 0.25 x 10 % x (1 - 0.9) of 10,000 is 25; 0.5 x 10 % x
        (1 - 0.85) is 75; (1 - 0.8) makes 100. Flags go over the profile."""
        proven = [*LONG, "--kelly", "10%", "--trades", "150", "--mean", "0.2", "--profile"]
        for profile, lots in (("conservative", "0.08"), ("moderate", "0.25"), ("aggressive", "0.33")):
            with self.subTest(profile):
                self.assert_figures({"lots": lots, "verdict": "approve"}, *proven, profile)
        self.assert_figures({"lots": "0.16"}, *proven, "conservative", "--kelly-share", "50%")
        self.assert_figures({"lots": "0.33"}, *proven, "conservative", "--mode", "fraction",
                            "--risk-max", "1%")
        self.assert_figures({"verdict": "deny", "lots": "0"}, *proven[:-2], "-5.2", "--profile",
                            "moderate", status=3)

    def test_bad_profile(self):
        ended = run(SIZE, *LONG, "--profile", "unknown")
        self.assertEqual((ended.status, ended.out), (2, ""))
        self.assertIn("--profile: expected conservative", ended.err)

    def test_advice(self):
        """What is asked for passes; beside it stands what would have been."""
        self.assert_figures({"verdict": "approve", "lots": "5", "advice": "reduce",
                             "advised": "0.33"}, *LONG, "--lots", "5", "--advise")
        lost = ["--mode", "sceptical", "--trades", "52", "--mean", "-5.2"]
        self.assert_figures({"verdict": "approve", "lots": "5", "advice": "deny", "advised": "0"},
                            *LONG, "--lots", "5", "--advise", *lost)
        self.assertIn("The history shows no edge.",
                      run(SIZE, *LONG, "--lots", "5", "--advise", *lost).out)


class Modes(Size):
    PROVEN = [*LONG, "--kelly", "10%", "--trades", "150", "--mean", "0.2"]

    def test_modes(self):
        for mode, lots in (("sceptical", "0.33"),  # 0.5 x 0.1 x (1 - 0.8) of 10,000
                           ("confident", "0.66"),  # 5 %, at most 2 %
                           ("drawdown", "0.66"), ("fraction", "0.33"), ("money", "0.33")):
            with self.subTest(mode):
                self.assert_figures({"lots": lots}, *self.PROVEN, "--mode", mode)
        self.assert_figures({"lots": "0.16"}, *LONG, "--mode", "sceptical")  # explores: 0.5 %
        # A sixth of 10,000 is 0.0151 lots of 110,000.
        self.assert_figures({"lots": "0.01"}, *LONG, "--mode", "volatility", "--volatility", "96%")
        self.assert_figures({"lots": "0.13"}, *LONG, "--mode", "scaling", "--fraction", "0.4%")
        self.assert_figures({"lots": "0.2"}, *LONG, "--mode", "caller", "--lots", "0.2")
        self.assert_figures({"lots": "0.46"}, *LONG, "--mode", "published", "--trades", "34",
                            "--mean", "0.2", "--win-rate", "50%", "--payoff", "2", "--risk-max",
                            "1.4%")

    def test_a_history_takes_the_default_mode(self):
        """Half of 10 % x (1 - 0.8) is 1 %: 0.33 lots; 12 % would make 0.4."""
        history = ["--trades", "150", "--mean", "0.2"]
        self.assert_figures({"lots": "0.4", "cushion": "0.2"}, *LONG, *history, "--kelly", "12%")
        self.assert_figures({"lots": "0.66"}, *LONG, *history, "--kelly", "12%", "--risk", "2%")
        self.assert_figures({"lots": "0.33"}, *LONG, *history, "--kelly", "12%", "--mode",
                            "fraction")

    def test_what_a_mode_needs(self):
        for mode, flag in (("volatility", "volatility"), ("automatic", "fraction"),
                           ("scaling", "fraction"), ("caller", "lots")):
            with self.subTest(mode):
                ended = run(SIZE, *LONG, "--mode", mode)
                self.assertEqual((ended.status, ended.out), (2, ""))
                self.assertIn(f"--{flag}: needed by the mode {mode}", ended.err)
        for words, said in ((["--mode", "sceptical", "--risk", "2%"], "--risk: only of"),
                            (["--trades", "52"], "--mean: needed")):
            ended = run(SIZE, *LONG, *words)
            self.assertEqual((ended.status, ended.out), (2, ""))
            self.assertIn(said, ended.err)

    def test_what_is_expected(self):
        """Of 99 at risk for 247.50, won in four of ten: 0.4 x 247.5 - 0.6 x 99 = 39.60."""
        self.assert_figures({"expected": "39.60", "target": "1.1075"}, *LONG, "--probability",
                            "40%")
        self.assertIn("0.40 of what is at risk", run(SIZE, *LONG, "--probability", "40%").out)
        self.assertIn("a win rate of 28.57 % on", run(SIZE, *LONG).out)

    def test_the_reason_comes_before_what_follows_from_it(self):
        out = run(SIZE, *LONG, "--trades", "52", "--mean", "-5.2").out
        self.assertLess(out.index("The history shows no edge."), out.index("broker's smallest lot."))

    def test_refused_without_an_edge(self):
        self.assert_figures({"verdict": "deny", "edge": "The"}, *LONG, "--mode", "sceptical",
                            "--trades", "52", "--mean", "-5.2", "--kelly", "10%", status=3)

    def test_floor(self):
        """8,400 after a peak of 10,000: 400 above the floor, of which a fifth, 80."""
        self.assert_figures({"lots": "0.26"}, *EURUSD, "--stop", "1.0970", "--account", "8400",
                            "--peak", "10000")

    def test_json(self):
        ended = run(SIZE, *LONG, "--json")
        self.assertEqual((ended.status, ended.err, ended.out.count("\n")), (0, "", 1))
        answer = json.loads(ended.out)
        self.assertEqual((answer["lots"], answer["risk"], answer["binding"]), (0.33, 99, "risk"))
        self.assertEqual((answer["verdict"], answer["refused"]), ("approve", []))
        self.assertEqual(answer["factors"][0], {"name": "base", "times": 0.01, "leaves": 100})
        self.assertEqual(answer["caps"][-1], {"name": "step", "at_most": 0.33, "leaves": 0.33})
        denied = run(SIZE, *LONG, "--json", "--target", "1.09")
        self.assertEqual(denied.status, 3)
        self.assertIn("target", json.loads(denied.out)["refused"])


class Stream(Size):
    def stream(self, *lines: str) -> tuple:
        ended = run(SIZE, "--stream", input="".join(f"{line}\n" for line in lines))
        self.assertEqual(ended.err, "")
        return ended.status, [json.loads(line) for line in ended.out.splitlines()]

    def test_a_line_for_a_line(self):
        trade = {"symbol": "EURUSD", "account": 10000, "entry": 1.1, "stop": 1.097}
        lines = [json.dumps(trade | more) for more in (
            {}, {"risk": "2%"}, {"stop": 1.103}, {"lots": 0.1}, {"mode": "money"})]
        status, answers = self.stream(*lines)
        self.assertEqual(status, 0)
        self.assertEqual([answer["lots"] for answer in answers], [0.33, 0.66, 0.33, 0.1, 0.33])
        for line, answer in zip(lines, answers):
            words = [f"--{name}={value}" for name, value in json.loads(line).items()]
            self.assertEqual(json.loads(run(SIZE, "--json", *words).out), answer)

    def test_bad_lines(self):
        good = '{"symbol":"ES","account":100000,"entry":5000,"stop":4990}'
        bad = ["", "x", "{}", "[]", '{"symbol"}', '{"symbol":}', '{"symbol":"ES",}', good + "x",
               good[:-1], '{"symbol":"ES"}', '{"bogus":1}', '{"stream":"1"}', '{"a\\n":1}',
               good[:-1] + ',"stop":1}', good[:-1] + ',"stop":true}', '{"account":"' + 5000 * "9" + '"}',
               "{" + ",".join(200 * ['"entry":1']) + "}", '{"symbol":"a\\u0000"}']
        status, answers = self.stream(*[line for each in bad for line in (each, good)])
        self.assertEqual(status, 2)
        self.assertEqual([list(answer) for answer in answers[::2]], len(bad) * [["error"]])
        self.assertEqual([answer["lots"] for answer in answers[1::2]], len(bad) * [2])

    def test_switches(self):
        """A flag without a value is true; those that are no trade are for a command line alone."""
        trade = {"symbol": "EURUSD", "account": 10000, "entry": 1.1, "stop": 1.097, "lots": 3}
        status, answers = self.stream(*(json.dumps(trade | more) for more in (
            {}, {"advise": True}, {"json": True})))
        self.assertEqual((status, [answer["lots"] for answer in answers]), (0, [0.33, 3, 0.33]))
        for name in "help", "hel", "version", "stream", "print-config":
            for value in True, 1, "x":
                status, answers = self.stream(json.dumps(trade | {name: value}))
                self.assertEqual((status, [list(answer) for answer in answers]), (2, [["error"]]))
        self.assertEqual([self.stream(json.dumps(trade | {"advise": value}))[0]
                          for value in (False, None, 1)], [2, 2, 2])

    def test_answers_are_json_whatever_was_asked(self):
        """Bytes that are no text, and a message that ends within a character."""
        lines = ['{"sy\udcefmbol":1}', '{"symbol":"a\udcff"}', '{"x' + 300 * "\u00f6" + '":1}']
        ended = run(SIZE, "--stream", input="".join(f"{line}\n" for line in lines),
                    errors="surrogateescape")
        answers = [json.loads(line.encode("utf-8")) for line in ended.out.splitlines()]
        self.assertEqual([list(answer) for answer in answers], 3 * [["error"]])
        self.assertIn("sy\ufffdmbol", answers[0]["error"])

    def test_alone(self):
        self.assert_refused(run(SIZE, "--stream", "--json"), 2, "--stream: expected no other flag")
        self.assertEqual(self.stream(), (0, []))


class Denials(Size):
    def deny(self, sentence: str, *words: str) -> None:
        ended = run(SIZE, *words)
        self.assertEqual((ended.status, ended.err), (3, ""))
        self.assertIn("Do not take the trade.", ended.out)
        self.assertIn(sentence, ended.out)
        self.assertRegex(ended.out, r"(?m)^lots +0( +it would have been [\d.]+)?$")

    def test_denied(self):
        for sentence, *words in (
                ("below the broker's smallest lot", *EURUSD, "--account", "100", "--stop", "1.09"),
                ("There is no stop on the losing side", *LONG, "--side", "short"),
                ("does not lie on the winning side", *LONG, "--target", "1.09"),
                ("The reward is too small", *LONG, "--target", "1.101"),
                ("The reward is too small", *LONG, "--reward-risk", "1"),
                ("closer to the entry than the broker allows", *LONG, "--stop-level", "301"),
                ("below the broker's smallest lot", *LONG, "--lots", "0")):
            with self.subTest(sentence):
                self.deny(sentence, *words)


class BadFlags(Size):
    def refuse(self, *parts_and_words) -> None:
        parts, words = parts_and_words
        with self.subTest(words=words):
            self.assert_refused(run(SIZE, *words), 2, "sigma-size: ", *parts)

    def test_values(self):
        share = "--risk: expected a share such as 1% or 0.01, at most 20%, got "
        for value in ("x", "1", "100%", "21%", "0.21", "0", "0%", "-1%", "%", "nan", "inf", "0x1",
                      "1%%", " 1%", "1 %", "1e-9"):
            self.refuse([f"{share}'{value}'"], [*LONG, "--risk", value])
        self.refuse([f"{share}''"], [*LONG, "--risk", ""])
        self.refuse([f"{share}nothing"], [*LONG, "--risk"])
        self.refuse(["--entry: expected a number from 1e-15 to 1e+15, got '-1'"],
                    ["--symbol", "ES", "--account", "1", "--stop", "1", "--entry", "-1"])
        for value in ("x", "0", "1e16", "1,5", "9" * 65):
            self.refuse(["--stop: expected a number from 1e-15 to 1e+15, got '" + value[:24]],
                        [*EURUSD, "--account", "10000", "--stop", value])
        self.refuse(["--side: expected long or short, got 'up'"], [*LONG, "--side", "up"])
        self.refuse(["--side: expected long or short, got 'unknown'"], [*LONG, "--side", "unknown"])
        self.refuse(["--asset: expected forex, metal, future, index, crypto, stock or inverse, got 'x'"],
                    [*LONG, "--asset", "x"])
        self.refuse(["--symbol: expected one of EURUSD, ", ", AAPL, got 'ABC'"],
                    ["--symbol", "ABC", *LONG[2:]])
        self.refuse(["--symbol: ", r"got 'A\x1b[31m'"], ["--symbol", "A\x1b[31m", *LONG[2:]])
        self.refuse(["--leverage: expected a number from 1 to 10000, got '0.5'"],
                    [*LONG, "--leverage", "0.5"])

    def test_words(self):
        self.refuse(["unknown flag '--bogus'; --help lists all"], [*LONG, "--bogus"])
        self.refuse(["unknown flag '-x'"], [*LONG, "-x"])
        self.refuse(["expected flags only, got 'extra'"], [*LONG, "extra"])
        self.refuse(["--risk: given more than once"], [*LONG, "--risk", "1%", "--risk", "2%"])
        self.refuse(["--help: expected nothing behind it, got '--help=1'"], ["--help=1"])

    def test_what_is_needed(self):
        self.refuse(["--account: needed"], [*EURUSD, "--stop", "1.09"])
        self.refuse(["--entry: needed"], ["--symbol", "ES", "--account", "1", "--stop", "1"])
        self.refuse(["--stop: needed, unless --atr"], [*EURUSD, "--account", "1"])
        self.refuse(["--side: needed"], [*EURUSD, "--account", "1", "--atr", "0.01"])
        self.refuse(["--side: needed"], [*EURUSD, "--account", "1", "--stop", "1.10"])
        self.refuse(["--tick-size: needed to know the symbol, unless --symbol"], LONG[2:])
        own = [*LONG[2:], "--tick-size", "1", "--lot-min", "1", "--lot-max", "1", "--lot-step", "1",
               "--leverage", "1", "--asset"]
        self.refuse(["--tick-value: needed to know"], [*own, "forex"])
        self.refuse(["--contract-size: needed to know"], [*own, "inverse"])
        self.refuse(["--quote-rate: needed to know"], [*own, "inverse", "--contract-size", "100"])
        self.refuse(["--asset: needed to know the symbol"],
                    [*LONG[2:], "--tick-size", "1", "--tick-value", "1", "--lot-min", "1",
                     "--lot-max", "1", "--lot-step", "1", "--leverage", "1"])
        self.refuse(["--lot-min: expected at most the largest order of 0.1 lots, got '1'"],
                    [*LONG, "--lot-min", "1", "--lot-max", "0.1"])
        self.refuse(["--reward-risk: expected no --target"],
                    [*LONG, "--target", "1.2", "--reward-risk", "2"])
        self.refuse(["--atr-multiple: expected --atr"], [*LONG, "--atr-multiple", "2"])


class Output(Size):
    def test_help_and_version(self):
        for word, part in (("--help", "--risk SHARE"), ("--version", "sigma-size ")):
            ended = run(SIZE, word)
            self.assertEqual((ended.status, ended.err), (0, ""))
            self.assertIn(part, ended.out)

    def test_help_fits_a_terminal(self):
        """What is said of a flag stands in one column, however long it is."""
        for program in SIZE, REPLAY:
            lines = run(program, "--help").out.splitlines()
            self.assertLessEqual(max(map(len, lines)), 90)
            flags = [line for line in lines if line.startswith("  --")]
            self.assertGreater(len(flags), 20)
            self.assertEqual({line[24:26].strip() for line in flags if len(line.split("  ")[1]) < 23},
                             {""})
            self.assertTrue(all(line.startswith(" " * 26) for before, line in zip(lines, lines[1:])
                                if before.startswith("  --") and line.strip()
                                and not line.startswith("  --")))

    def test_full_device(self):
        for words in (["--help"], ["--version"], LONG):
            ended = run_into_full(SIZE, *words)
            self.assert_refused(ended, 1, "cannot write to the standard output: No space left")

    def test_nobody_reads(self):
        """A stream ends when what it says is not read any more."""
        line = json.dumps({"symbol": "EURUSD", "account": 10000, "entry": 1.1, "stop": 1.09}) + "\n"
        running = subprocess.Popen([str(SIZE), "--stream"], stdin=subprocess.PIPE, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        running.stdout.close()
        with self.assertRaises(BrokenPipeError):
            for _ in range(100000):
                running.stdin.write(line)
            running.stdin.flush()
        with contextlib.suppress(BrokenPipeError):
            running.stdin.close()
        self.assertIn("cannot write to the standard output: ", running.stderr.read())
        running.stderr.close()
        self.assertEqual(running.wait(60), 1)

    def test_locale_changes_nothing(self):
        here = run(SIZE, *LONG)
        there = run(SIZE, *LONG, env={"LC_ALL": "de_DE.UTF-8"})
        self.assertEqual(here.out, there.out)


if __name__ == "__main__":
    main()
