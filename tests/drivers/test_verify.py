#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma-replay --verify: every damage to a log is found, on the line where it is."""
import random
import re
import zlib

from forged import replaced, sealed
from programs import DATA, LONGEST, REPLAY, Case, Ended, main, run

MOST = 200  # characters that are changed, one at a time
CLASSES = ["0123456789", "abcdefghijklmnopqrstuvwxyz", '{}[]":,.-+_']


class Verify(Case):
    @classmethod
    def setUpClass(cls) -> None:
        cls.log: list = []

    def setUp(self) -> None:
        super().setUp()
        if not self.log:
            self.replayed("--symbol", "NDX", DATA / "ndx_1d_1985_2012.csv")
            self.log += (self.out / "decisions.jsonl").read_text(encoding="utf-8").splitlines()

    def verify(self, lines) -> Ended:
        text = lines if isinstance(lines, bytes) else "".join(line + "\n" for line in lines)
        return run(REPLAY, "--verify", self.write(text, "log.jsonl"))

    def decisions(self) -> int:
        return sum(line.startswith('{"decided"') for line in self.log)

    def with_line(self, number: int, line: str) -> list:
        """The log with another line in place of this one; the header's number is 1."""
        return self.log[:number - 1] + [line] + self.log[number:]

    def refuse(self, lines, number: int, *parts: str) -> None:
        where = f"log.jsonl:{number}: " if number else "log.jsonl: "
        self.assert_refused(self.verify(lines), 1, where, *parts)


class WholeLogs(Verify):
    def test_verified(self):
        ended = self.verify(self.log)
        self.assertEqual((ended.status, ended.out, ended.err),
                         (0, f"{self.decisions()} decisions verified\n", ""))

    def test_header_alone(self):
        self.assertEqual(self.verify(self.log[:1]).out, "0 decisions verified\n")

    def test_long_lines(self):
        """Whatever the desk knows of a trade: no line is longer than what is read back."""
        facts = ("tick-size=0.0123456789,tick-value=0.0123456789,contract-size=1.000000001,"
                 "quote-rate=0.999999999,lot-min=0.00123456789,lot-step=0.00123456789,"
                 "lot-cap=7654.321,commission=0.123456789,fee-rate=0.0000123456789,"
                 "spread=1.23456789,slippage=0.987654321,stop-level=1.23456789,leverage=19.87654321")
        times = [line.split(",")[0] for line in (DATA / "ndx_1d_1985_2012.csv").read_text(
            encoding="utf-8").splitlines()[1:]]
        opinions = self.write("timestamp,score,confidence,vote\n" + "".join(
            f"{time},37.123456789,0.7123456789,approve:0.51234\n" for time in times))
        self.replayed("--prop", "ftmo", "--signal", "score", "--mode", "drawdown", "--opinions",
                      opinions, f"NDX={DATA / 'ndx_1d_1985_2012.csv'},{facts}",
                      f"SPX={DATA / 'spx_1d_2000_2020.csv'},{facts}")
        log = self.out / "decisions.jsonl"
        self.assertGreater(max(map(len, log.read_bytes().splitlines())), 4096)
        self.assertEqual(run(REPLAY, "--verify", log).status, 0)

    def test_quiet(self):
        path = self.write("".join(line + "\n" for line in self.log), "log.jsonl")
        ended = run(REPLAY, "--quiet", "--verify", path)
        self.assertEqual((ended.status, ended.out, ended.err), (0, "", ""))

    def test_another_library_of_the_same_decisions(self):
        header = re.sub(r'"library":\d+', '"library":99999', self.log[0])
        self.assertEqual(self.verify(self.with_line(1, sealed(header))).status, 0)


class Damage(Verify):
    def test_single_characters(self):
        """Any character that becomes another of its kind is found on its line."""
        chance, changed = random.Random(20200316), {}
        while sum(changed.values()) < MOST:
            number = chance.randint(1, len(self.log))
            line = self.log[number - 1]
            place = chance.randrange(len(line))
            kind = next(k for k in CLASSES if line[place].lower() in k)
            other = chance.choice([c for c in kind if c != line[place]])
            with self.subTest(number=number, place=place, other=other):
                self.refuse(self.with_line(number, line[:place] + other + line[place + 1:]), number)
            changed[kind] = changed.get(kind, 0) + 1
        self.assertEqual(len(changed), len(CLASSES), changed)

    def test_missing_and_moved_lines(self):
        sentence = "A line before this one is missing"
        for number in 2, 100, len(self.log) - 1:
            self.refuse(self.log[:number - 1] + self.log[number:], number, sentence)
            self.refuse(self.log[:number] + self.log[number - 1:], number + 1, sentence)
            swapped = self.log[:]
            swapped[number - 1:number + 1] = reversed(swapped[number - 1:number + 1])
            self.refuse(swapped, number, sentence)

    def test_headers_of_others(self):
        self.refuse(self.log[1:], 1, "expected the header line of a decision log")
        self.refuse(self.log[:1] + self.log, 2, "does not have the shape")
        self.refuse([], 0, "the file is empty")
        self.refuse([""], 1, "expected the header line")
        header = replaced(self.log[0], '"version":2', '"version":1')
        self.refuse(self.with_line(1, header), 1,
                    "expected decisions of version 2, found version 1, written by library 0.1.0")

    def test_another_policy(self):
        policy = re.search(r'"policy":({.*}),?"?', self.log[0])[1]
        policy = policy[:policy.rindex('},"crc"')]
        other = policy.replace('"risk_fraction":0.01', '"risk_fraction":0.02')
        digest = f"{zlib.crc32(other.encode()):08x}"
        header = re.sub(r'"digest":"\w+"', f'"digest":"{digest}"', self.log[0].replace(policy, other))
        self.refuse(self.with_line(1, sealed(header)), 2, "written under another policy")

    def test_text_files(self):
        raw = "".join(line + "\n" for line in self.log).encode()
        self.refuse(raw[:-1], len(self.log), "the last line does not end with a newline")
        self.refuse(raw[:-200], len(self.log), "the file may be cut short")
        self.refuse(raw.replace(b"\n", b"\r\n"), 1, "expected the header line")
        self.refuse(b"\xef\xbb\xbf" + raw, 1, "expected the header line")
        self.refuse(raw + b"\n", len(self.log) + 1, "does not have the shape")
        self.refuse(raw + b"\0\n", len(self.log) + 1, "does not have the shape")
        self.refuse(raw + b"1" * (LONGEST + 1) + b"\n", len(self.log) + 1, f"than {LONGEST} bytes")
        self.refuse(b"1" * 300000, 1, f"longer than {LONGEST} bytes")

    def test_unreadable(self):
        for path, reason in ((self.folder / "none", "No such file"), (self.folder, "Is a dir")):
            self.assert_refused(run(REPLAY, "--verify", path), 1, f"{path}: cannot read: {reason}")


class Forgery(Verify):
    """A CRC that fits does not make a changed decision the one that follows from its inputs."""

    def value(self, name: str, line: str) -> str:
        return re.search(rf'"{name}":("[^"]*"|\[[^]]*\]|[^,}}]+)', line)[1]

    def forge(self, part: str, name: str, new: str, *parts: str) -> None:
        number = next(n for n in range(150, 300) if '"verdict":"reduce"' in self.log[n - 1])
        line = self.log[number - 1]
        start = line.index(f'"{part}":{{')
        old = self.value(name, line[start:])
        forged = line[:start] + line[start:].replace(f'"{name}":{old}', f'"{name}":{new}', 1)
        self.refuse(self.with_line(number, sealed(forged)), number, *parts)

    def test_decisions(self):
        for part, name, new, field in (
                ("decision", "lots", "1000", "decision.lots"),
                ("decision", "verdict", '"approve"', "decision.verdict"),
                ("decision", "passed", '["stop"]', "decision.stops.passed"),
                ("stops", "stop", "1", "decision.stops.stop"),
                ("stops", "target", "9999", "decision.stops.target"),
                ("sizing", "risk", "0.5", "decision.sizing.risk"),
                ("sizing", "margin", "0.5", "decision.sizing.margin"),
                ("sizing", "risk_after", f"[{','.join(15 * '1')}]", "decision.sizing.risk_after"),
                ("sizing", "loss_per_lot", "1", "decision.sizing.loss_per_lot")):
            with self.subTest(part=part, name=name):
                self.forge(part, name, new, "What was recomputed differs. Field ",
                           f" Field {field}", " Byte ")

    def test_inputs(self):
        """Another context or proposal leads to another decision."""
        for part, name, new in (("account", "equity", "50000"), ("market", "atr", "1"),
                                ("symbol", "leverage", "1"), ("proposal", "entry", "1"),
                                ("proposal", "side", '"unknown"')):
            with self.subTest(part=part, name=name):
                self.forge(part, name, new, "log.jsonl:")

    def test_what_no_decision_accepts(self):
        self.forge("symbol", "lot_max", "0.001", "holds a value that no decision accepts")


if __name__ == "__main__":
    main()
