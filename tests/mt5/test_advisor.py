#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""SigmaRisk and SigmaRegime against the DLL, under Wine: translated to C++, in a simulated terminal
that replays real bars to them tick by tick. What SigmaRisk logs is verified on Linux, and compared
with the log of a program in C (driver.c) that knows only the bars and what the terminal said.

Usage: test_advisor.py SIGMA_REPLAY BUILD

  SIGMA_REPLAY  of Linux, which verifies what is logged on Windows
  BUILD         folder of the build for Windows
"""
import json
import re
import shutil
import sys
import unittest
from pathlib import Path

from wine import HERE, ROOT, Terminal, run

REPLAY, BUILD = (Path(word).resolve() for word in sys.argv[1:3])
BARS = ROOT / "examples/data/spx_1d_2000_2020.csv"
LOG = "sigma-EURUSD-1440-20260"
# Brokers with prices of 2, 3 or 5 digits, lots in steps of 0.01 or 0.1, distances that stops have
# to keep, an account in a third currency, faults, rules of firms, styles of exits.
USUAL = {"digits": 2, "step": 0.01, "level": 10, "spread": 2, "firm": 0, "style": 1}
MARKETS = {
    "three digits": ({"digits": 3, "level": 3000}, ["value=0.001", "freeze=5000"]),
    "five digits": ({"digits": 5, "level": 100, "spread": 20, "style": 4}, ["value=0.00001"]),
    "third currency": ({"step": 0.1, "style": 2}, ["value=0.01", "rate", "netting"]),
    "a firm": ({"firm": 3}, ["value=0.01", "balance=50000"]),
    "faults": ({}, ["value=0.01", "fault=1:10004", "fault=3:10006", "fault=4:10006",
                    "fault=5:10031", "fault=9:10019"]),
    "ten years": ({"style": 2}, ["value=0.01", "to=2800"]),
}


class Advisor(Terminal):
    BUILD = BUILD

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        cls.program = cls.build("advisor", "SigmaRisk")
        cls.driver = cls.compile_c("driver")

    @classmethod
    def compile_c(cls, name: str) -> Path:
        """Of this folder, with the library of Linux."""
        program = cls.folder / name
        done = run("gcc", "-std=c11", "-O1", "-Wall", "-Wextra", "-Werror", "-ffp-contract=off",
                   f"-I{ROOT}/include", HERE / f"{name}.c", REPLAY.parents[1] / "lib/libsigma.a",
                   "-lm", "-o", program)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return program

    @classmethod
    def build(cls, name: str, program: str) -> Path:
        source = ROOT / f"examples/mt5/{program}.mq5"
        main = (HERE / f"{name}.cpp").read_text(encoding="utf-8")
        return cls.compile(name, cls.translate(name, cls.text, source), main)

    def trade(self, name: str, *words, again: bool = False):
        """What it printed, and its log."""
        folder = self.folder / name
        if not again:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
        words = (*words, *(["to=1500"] if "to=" not in " ".join(words) else []))
        done = self.wine(self.program, f"bars=Z:{BARS}", *words, folder=folder)
        log = folder / f"{LOG}.jsonl"
        return done, log.read_bytes() if log.exists() else b""

    def verified(self, log: Path) -> int:
        done = run(REPLAY, "--verify", log)
        self.assertEqual(done.returncode, 0, done.stderr)
        return int(re.match(r"([\d,]+) decisions? verified", done.stdout)[1].replace(",", ""))

    def compare(self, name: str, market: dict, words: list) -> str:
        facts = USUAL | market
        done, log = self.trade(name, *(f"{key}={value}" for key, value in facts.items()), *words,
                               "tape=tape")
        self.assertEqual(done.returncode, 0, done.stdout)
        tape = self.folder / name / "tape"
        mine = run(self.driver, BARS, tape, *facts.values())
        self.assertEqual(mine.returncode, 0, mine.stderr)
        self.assertEqual(mine.stdout.encode(), log, "another program decides otherwise")
        self.assertEqual(self.verified(self.folder / name / f"{LOG}.jsonl"),
                         log.count(b'{"decided":'))
        self.check_log(log)
        return done.stdout

    def check_log(self, log: bytes) -> None:
        lines = [json.loads(line) for line in log.splitlines()]
        proposals = [line["decided"]["proposal"] for line in lines if "decided" in line]
        opened = [each["id"] for each in proposals if each["intent"] == "open"]
        self.assertEqual(len(opened), len(set(opened)), "two decisions to open for one bar")
        self.assertGreater(len(opened), 20)

    def test_same_decisions_as_another_program(self) -> None:
        for name, (market, words) in MARKETS.items():
            with self.subTest(name):
                out = self.compare(name.replace(" ", "-"), market, words)
                orders, deals, merged = map(int, re.findall(r"(?:orders|deals|merged) (\d+)", out))
                self.assertGreater(deals, 20)
                self.assertEqual(merged, 0)
                print(f"{name}: {orders} orders, {deals} deals, as the program in C decides")
                if name == "a firm":
                    self.assertIn("the firm's rules do not allow it: ", out)
                if name == "faults":
                    self.assertIn("circuit breaker alert. Orders failed in a row.", out)
                if name == "three digits":
                    self.assertIn("order refused: 10029", out)  # frozen
                    self.assertNotIn("circuit breaker", out)

    def test_draws_what_another_program_does(self) -> None:
        drawn = self.wine(self.build("indicator", "SigmaRegime"), f"Z:{BARS}", 2)
        lines = drawn.stdout.splitlines()
        expected = run(self.compile_c("levels"), BARS).stdout.splitlines()
        self.assertEqual(drawn.returncode, 0, "what was drawn changed")
        self.assertEqual(lines, expected[:-1])  # the last bar still forms
        self.assertEqual({line.split()[0] for line in lines}, set("01235"))
        self.assertGreater(sum(" 1.797" not in line for line in lines), 4000)

    def test_a_restart_changes_nothing(self) -> None:
        words = ["digits=2", "value=0.01", "style=2", "firm=1", "to=700"]
        usual, whole = self.trade("whole", *words)
        self.assertGreater(whole.count(b"\n"), 10)
        for word in ("stop=301", "stop=420", "stop=421", "within=421", "within=650"):
            with self.subTest(word):
                done, log = self.trade("parted", *words, word)
                self.assertEqual((done.stdout, log), (usual.stdout, whole))

    def test_a_damaged_state_begins_anew(self) -> None:
        _, before = self.trade("damaged", "digits=2", "value=0.01", "to=600")
        state = self.folder / "damaged" / f"{LOG}.state"
        content = bytearray(state.read_bytes())
        content[1000] ^= 1
        state.write_bytes(content)
        _, after = self.trade("damaged", "digits=2", "value=0.01", "from=600", "to=900", again=True)
        logs = sorted((self.folder / "damaged").glob("*.jsonl"))
        self.assertEqual(len(logs), 2)
        self.assertEqual(sorted(log.read_bytes() for log in logs), sorted([before, after]))
        self.assertTrue(all(self.verified(log) > 0 for log in logs))

    def test_tells_which_box_to_tick(self) -> None:
        for word, box in (("deny", "menu Tools, Options, Expert Advisors"),
                          ("deny-program", "its properties (F7)")):
            done, log = self.trade("denied", "digits=2", word)
            self.assertIn(box, done.stdout)
            self.assertEqual((done.returncode, log), (3, b""))
        done, log = self.trade("locked", "digits=2", "value=0.01", "locked")
        self.assertIn('press the button "Algo Trading"', done.stdout)
        self.assertIn("deals 0,", done.stdout)
        self.assertNotIn("circuit breaker", done.stdout)
        self.check_log(log)

    def test_leaves_the_position_of_another_alone(self) -> None:
        done, _ = self.trade("foreign", "digits=2", "value=0.01", "netting", "foreign")
        self.assertIn("orders 0, deals 0, merged 0", done.stdout)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
