#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma-replay: bad files of bars and bad flags are refused with their place; nothing is written."""
import os
import resource
import unittest

from programs import DATA, HEADER, LONGEST, REPLAY, Case, bar_lines, main, run, run_into_full

GOOD = bar_lines(9)
TIME = "2020-01-05"
NUMBER = "expected a finite decimal number, found "

# The fifth bar, on line 6: its reason in summary.json, the line, and what the message says.
BAD_LINES = [
    ("fields", f"{TIME},10,12,9,10\n", "expected 6 fields, found 5"),
    ("fields", f"{TIME},10,12,9,10,100,7\n", "expected 6 fields, found 7"),
    ("fields", "\n", "expected 6 fields, found 1 (the line is empty)"),
    ("number", f"{TIME},ten,12,9,10,100\n", f"column 2 'open': {NUMBER}'ten'"),
    ("number", f"{TIME},10,12,9,,100\n", f"column 5 'close': {NUMBER}''"),
    ("number", f"{TIME}, 10,12,9,10,100\n", f"column 2 'open': {NUMBER}' 10'"),
    ("number", f"{TIME},10,12,9,10,1e999\n", f"column 6 'volume': {NUMBER}'1e999'"),
    ("number", f"{TIME},10,12,9,10,{'1' * 65}\n", f"column 6 'volume': {NUMBER}'{'1' * 24}...'"),
    ("number", f"{TIME},1\x1b[2J,12,9,10,100\n", f"column 2 'open': {NUMBER}'1\\x1b[2J'"),
    ("nan", f"{TIME},10,nan,9,10,100\n", f"column 3 'high': {NUMBER}'nan'"),
    ("nan", f"{TIME},10,-NaN,9,10,100\n", f"column 3 'high': {NUMBER}'-NaN'"),
    ("infinity", f"{TIME},10,12,-inf,10,100\n", f"column 4 'low': {NUMBER}'-inf'"),
    ("infinity", f"{TIME},10,Infinity,9,10,100\n", f"column 3 'high': {NUMBER}'Infinity'"),
    ("hexadecimal", f"{TIME},0x1p3,12,9,10,100\n", f"column 2 'open': {NUMBER}'0x1p3'"),
    ("price", f"{TIME},10,12,-9,10,100\n",
     "column 4 'low': expected a price above 0, from 1e-15 to 1e+15, found '-9'"),
    ("price", f"{TIME},0,12,9,10,100\n", "column 2 'open': expected a price above 0, "),
    ("price", f"{TIME},10,1e16,9,10,100\n", "column 3 'high': expected a price above 0, "),
    ("high_below_low", f"{TIME},10,8,9,10,100\n",
     "column 3 'high': expected at least the low of 9, found '8'"),
    ("outside_range", f"{TIME},12.5,12,9,10,100\n",
     "column 2 'open': expected a price from the low of 9 to the high of 12, found '12.5'"),
    ("outside_range", f"{TIME},10,12,9,8.5,100\n", "column 5 'close': expected a price from the "),
    ("volume", f"{TIME},10,12,9,10,-1\n",
     "column 6 'volume': expected a volume from 0 to 1e+18, found '-1'"),
    ("timestamp", "2020-13-05,10,12,9,10,100\n",
     "column 1 'timestamp': expected a time such as 2020-03-16T20:00:00Z, "
     "from 1680 to 2259, found '2020-13-05'"),
    ("timestamp", "1578182400,10,12,9,10,100\n", "column 1 'timestamp': expected a time such as "),
    ("timestamp", "2261-01-05,10,12,9,10,100\n", "column 1 'timestamp': expected a time such as "),
    ("time_repeated", GOOD[3], "column 1 'timestamp': expected a time after 2020-01-04T00:00:00Z "
     "of line 5, found 2020-01-04T00:00:00Z"),
    ("time_backwards", GOOD[1], "expected a time after 2020-01-04T00:00:00Z of line 5, "
     "found 2020-01-02T00:00:00Z"),
    ("quotes", f'{TIME},10,12,9,"10,100\n', "field 5: expected a closing quotation mark"),
    ("quotes", f'{TIME},10,12,9,"10"1,100\n', "field 5: expected a closing quotation mark"),
    ("nul_byte", f"{TIME},10,12\0,9,10,100\n", "found a NUL byte at byte 17"),
    ("long_line", f"{TIME},{'1' * (LONGEST - 6)}\n", "the line is longer than 16384 bytes"),
]

BAD_HEADERS = [
    ("timestamp,open,high,low,close\n", "bars.csv:1: expected a column 'volume' in the header, "
     "found 'timestamp,open,high,low,...'"),
    ("2020-01-01,10,12,9,10,100\n", "bars.csv:1: expected a column 'timestamp' in the header"),
    ("\n", "bars.csv:1: expected a column 'timestamp' in the header, found ''"),
    ("timestamp,open,high,low,close,volume,Open\n",
     "bars.csv:1: column 7 'open': expected this column once, found it as column 2 too"),
    ('timestamp,open,"high,low,close,volume\n', "bars.csv:1: field 3: expected a closing quotation"),
    ("timestamp\0,open,high,low,close,volume\n", "bars.csv:1: expected text, found a NUL byte"),
    ("timestamp," * 2000 + "\n", "bars.csv:1: the line is longer than 16384 bytes"),
]


class BadLines(Case):
    def test_first_bad_line_stops(self):
        for _, line, part in BAD_LINES:
            with self.subTest(line[:40]):
                path = self.write(HEADER + "".join(GOOD[:4]) + line + "".join(GOOD[5:]))
                self.assert_refused(self.replay(path), 1, f"{path}:6: ", part)
                self.assert_nothing_written()

    def test_skipped_and_counted(self):
        for reason, line, part in BAD_LINES:
            with self.subTest(line[:40]):
                path = self.write(HEADER + "".join(GOOD[:4]) + line + "".join(GOOD[5:]))
                ended = self.replay(path, "--skip-bad-bars")
                self.assertEqual(ended.status, 0)
                self.assertIn(f"{path}:6: ", ended.err)
                self.assertIn(part, ended.err)
                summary = self.summary()
                self.assertEqual((summary["bars"], summary["bars_skipped"],
                                  summary["skipped_by_reason"]), (8, 1, {reason: 1}))

    def test_only_the_first_few_are_shown(self):
        path = self.write(HEADER + "".join(GOOD[:2]) + "bad\n" * 40 + "".join(GOOD[2:]))
        ended = self.replay(path, "--skip-bad-bars")
        self.assertEqual(ended.err.count("expected 6 fields"), 5)
        self.assertIn("40 bad lines skipped in all", ended.err)
        self.assertEqual(self.summary()["skipped_by_reason"], {"fields": 40})

    def test_skipping_is_leaving_out(self):
        lines = (DATA / "spx_1d_2000_2020.csv").read_text(encoding="utf-8").splitlines(True)
        clean, dirty = self.write("".join(lines), "a/b.csv"), lines[:]
        for place in range(5000, 0, -100):
            dirty.insert(place, "2000-01-01,1,2,nan,1,1\n")
        self.replayed(clean, out=self.folder / "clean")
        self.replay(self.write("".join(dirty), "b/b.csv"), "--skip-bad-bars")
        self.assertEqual(self.summary()["skipped_by_reason"], {"nan": 50})
        for name in ("decisions.jsonl", "trades.csv"):
            self.assertEqual(self.results()[name], self.results(self.folder / "clean")[name])

    def test_cut_short(self):
        for flags, status in ((), 1), (("--skip-bad-bars",), 0):
            path = self.write(HEADER + "".join(GOOD).rstrip("\n"))
            ended = self.replay(path, *flags)
            self.assertEqual(ended.status, status)
            self.assertIn(f"{path}:10: the last line does not end with a newline: the file may be "
                          "cut short", ended.err)
        self.assertEqual(self.summary()["skipped_by_reason"], {"cut_short": 1})

    def test_a_line_of_many_megabytes(self):
        """It is neither kept nor a reason to stop when it may be skipped."""
        path = self.write(HEADER + GOOD[0] + GOOD[1])
        with open(path, "ab") as file:
            for _ in range(64):
                file.write(b"1" * (1 << 20))
            file.write(b"\n" + GOOD[2].encode())
        self.assert_refused(self.replay(path), 1, f"{path}:4: the line is longer than 16384 bytes")
        self.assertEqual(self.replay(path, "--skip-bad-bars").status, 0)
        self.assertEqual(self.summary()["bars"], 3)
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, 60000)

    def test_longest_line(self):
        """It is taken, with an extra column that fills it."""
        line = GOOD[0].rstrip("\n") + ","
        path = self.write(HEADER.replace("\n", ",note\n") + line + "x" * (LONGEST - len(line)) + "\n")
        self.assertEqual(self.replayed(path, "--interval", "1d")["bars"], 1)


class BadFiles(Case):
    def refuse(self, content, *parts: str) -> None:
        path = self.write(content)
        for flags in (), ("--skip-bad-bars",):
            self.assert_refused(self.replay(path, *flags), 1, *parts)
            self.assert_nothing_written()

    def test_headers(self):
        for header, part in BAD_HEADERS:
            with self.subTest(header[:60]):
                self.refuse(header + "".join(GOOD), part)

    def test_encodings(self):
        for codec in "utf-16", "utf-16-be":
            text = "\ufeff" * (codec == "utf-16-be") + HEADER + GOOD[0]
            self.refuse(text.encode(codec), "bars.csv:1: the file is in UTF-16; save it as UTF-8")
        self.refuse(HEADER.encode("utf-16-le"), "bars.csv:1: expected text, found a NUL byte")

    def test_nothing_there(self):
        self.refuse("", "bars.csv: the file is empty")
        self.refuse(HEADER, "bars.csv: a header, but no bars behind it")
        self.refuse(HEADER.rstrip("\n"), "bars.csv:1: the last line does not end with a newline")
        path = self.write(HEADER + "bad\n")
        ended = self.replay(path, "--skip-bad-bars")
        self.assertEqual(ended.status, 1)
        self.assertIn("a header, but no usable bars behind it", ended.err)
        self.assert_nothing_written()

    def test_unreadable(self):
        missing = self.folder / "missing.csv"
        self.assert_refused(self.replay(missing), 1, f"{missing}: cannot read: No such file")
        self.assert_refused(self.replay(self.folder), 1, f"{self.folder}: cannot read: Is a dir")
        if os.path.exists("/proc/self/mem"):
            self.assert_refused(self.replay("/proc/self/mem"), 1, "/proc/self/mem: cannot read: ")
        self.assert_nothing_written()

    @unittest.skipIf(hasattr(os, "geteuid") and os.geteuid() == 0, "root may read everything")
    def test_forbidden(self):
        path = self.write(HEADER + GOOD[0])
        path.chmod(0)
        self.assert_refused(self.replay(path), 1, f"{path}: cannot read: Permission denied")


class BadFlags(Case):
    def test_flags(self):
        path = self.write(HEADER + "".join(GOOD))
        share = "--risk: expected a share such as 1% or 0.01, at most 20%, got "
        length = "--interval: expected a length such as 1d, 4h or 1m, at most 366d, got "
        for words, part in (
                (["--risk", "x"], f"{share}'x'"), (["--risk", "1"], f"{share}'1'"),
                (["--risk"], f"{share}nothing"),
                (["--balance", "0"], "--balance: expected a number from 1e-06 to 1e+15, got '0'"),
                (["--balance", "1k"], "--balance: expected a number from "),
                (["--interval", "1"], f"{length}'1'"), (["--interval", "0d"], f"{length}'0d'"),
                (["--interval", "d"], f"{length}'d'"), (["--interval", "1y"], f"{length}'1y'"),
                (["--interval", "367d"], f"{length}'367d'"),
                (["--interval", "-1d"], f"{length}'-1d'"),
                (["--interval", "9" * 30 + "d"], length),
                (["--symbol", "?"], "--symbol: expected one of EURUSD, "),
                (["--spread", "-1"], "--spread: expected a number from 0 to 1e+09, got '-1'"),
                (["--bogus"], "unknown flag '--bogus'"), (["-q"], "unknown flag '-q'"),
                (["--quiet", "--quiet"], "--quiet: given more than once"),
                (["--quiet=yes"], "--quiet: expected nothing behind it, got '--quiet=yes'"),
                (["second.csv"], "expected each symbol once, got SPX twice: NAME=FILE tells which it"),
                (["--verify", "log"], "--verify: expected no file of bars beside it")):
            with self.subTest(words=words):
                self.assert_refused(self.replay(path, *words), 2, "sigma-replay: ", part)
                self.assert_nothing_written()

    def test_no_file(self):
        self.assert_refused(run(REPLAY), 2, "expected a CSV file, got none; --help tells more")
        for word in "", "SPX=", "SPX=,spread=2", ",spread=2":
            self.assert_refused(run(REPLAY, word), 2, "expected a file of bars, such as FILE.csv or "
                                f"NAME=FILE.csv, got '{word}'")
        self.assert_refused(run(REPLAY, "--out", ""), 2, "--out: expected a name, got ''")

    def test_help_and_version(self):
        for word, part in (("--help", "--skip-bad-bars"), ("--version", "sigma-replay ")):
            ended = run(REPLAY, word)
            self.assertEqual((ended.status, ended.err), (0, ""))
            self.assertIn(part, ended.out)
            self.assert_refused(run_into_full(REPLAY, word), 1, "cannot write to the standard out")

    def test_intervals(self):
        one = self.write(HEADER + GOOD[0], "one.csv")
        self.assert_refused(self.replay(one), 1, "there is but one bar; --interval tells how long")
        far = self.write(HEADER + GOOD[0] + GOOD[0].replace("2020", "2022"), "far.csv")
        self.assert_refused(self.replay(far), 1, "the bars are more than 366 days apart; --int")
        path = self.write(HEADER + "".join(GOOD))
        self.assert_refused(self.replay(path, "--interval", "2d"), 1,
                            "--interval: expected at most 1d, the smallest spacing of the bars, "
                            "got 2d")
        self.assert_nothing_written()
        self.assertEqual(self.replayed(one, "--interval", "1w")["interval"], "1w")
        self.assertEqual(self.replayed(path, "--interval", "90m")["interval"], "90m")
        self.assertEqual(self.replayed(path)["interval"], "1d")


if __name__ == "__main__":
    main()
