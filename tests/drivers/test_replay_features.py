#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma-replay --features: every indicator at every bar, whole or not at all."""
import csv
import os
import unittest
from datetime import datetime, timedelta

import textbook
from programs import DATA, FILES, HEADER, REPLAY, RESULTS, Case, bar_lines, main, run

SPX = DATA / "spx_1d_2000_2020.csv"
COLUMNS = ["close", "ema_1", "ema_2", "ema_3", "ema_4", "atr", "adx", "plus_di", "minus_di", "rsi",
           "macd_line", "macd_signal", "macd_histogram", "stochastic_raw", "stochastic_k",
           "stochastic_d", "sma", "bollinger_middle", "bollinger_upper", "bollinger_lower",
           "bollinger_width", "percent_b", "cci", "mfi", "obv", "vwap", "vwap_session",
           "volatility", "volatility_ewma", "zscore", "slope", "slope_relative", "up"]
# An indicator of several values is ready with the last of them.
TOGETHER = {"plus_di": "adx", "minus_di": "adx", "macd_line": "macd_signal",
            "stochastic_raw": "stochastic_d", "stochastic_k": "stochastic_d"}
# Textbook columns are rounded too: a difference of averages to the digits of the price, a distance
# in deviations to those that are left of it where a window hardly moves.
OF_THE_PRICE = {"macd_line", "macd_signal", "macd_histogram"}
OF_A_DEVIATION = {"percent_b", "zscore"}


def rows_of(path) -> list:
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def scale_of(name: str, value: float, close: float) -> float:
    if name in OF_THE_PRICE:
        return 0.01 * close
    return max(abs(value), 100.0 if name in OF_A_DEVIATION else 1.0)


class Features(Case):
    def setUp(self) -> None:
        super().setUp()
        self.path = self.folder / "features.csv"

    def written(self, *words) -> list:
        self.replayed("--features", self.path, *words)
        self.results()
        return rows_of(self.path)

    def compare(self, name: str, actual: list, expected: list, ready: list, close: list) -> None:
        for i, (cell, want) in enumerate(zip(actual, expected)):
            if ready[i] is None:
                self.assertEqual(cell, "", f"{name}, bar {i}")
                continue
            self.assertNotEqual(cell, "", f"{name}, bar {i}")
            self.assertAlmostEqual(float(cell), want, msg=f"{name}, bar {i}",
                                   delta=1e-12 * scale_of(name, want, close[i]))

    def test_every_indicator_of_every_file(self):
        """Against the textbooks, over all bars, with their warm-up."""
        for file, (symbol, bars) in FILES.items():
            with self.subTest(file):
                given = rows_of(DATA / file)[1:]
                days = "_1d_" in file
                expected = textbook.every(given, 252 if days else 525960)
                table = self.written("--symbol", symbol, *(["--bars-a-year", 252] if days else []),
                                     DATA / file)
                self.assertEqual(table[0], ["timestamp", "time", *COLUMNS, "regime"])
                self.assertEqual(len(table) - 1, bars)
                columns = dict(zip(table[0], zip(*table[1:])))
                for name in COLUMNS:
                    self.compare(name, columns[name], expected[name],
                                 expected[TOGETHER.get(name, name)], expected["close"])

    def test_times(self):
        """The bar's own time as in the file, and that at which it closed."""
        for row, bar in zip(self.written(SPX)[1:], rows_of(SPX)[1:]):
            opened = datetime.fromisoformat(bar[0].replace("Z", "+00:00"))
            closed = opened + timedelta(days=1)
            self.assertEqual(row[:2], [f"{t:%Y-%m-%dT%H:%M:%SZ}" for t in (opened, closed)])

    def test_numbers_read_back(self):
        """No cell is shorter than its bits need, none longer than 17 digits."""
        for row in self.written(SPX)[1:]:
            for cell in filter(None, row[2:-1]):
                self.assertEqual(float(repr(float(cell))), float(cell))
                digits = cell.split("e")[0].replace(".", "").replace("-", "").strip("0")
                self.assertLessEqual(len(digits), 17)
                self.assertEqual(digits, repr(float(cell)).split("e")[0].replace(".", "")
                                 .replace("-", "").strip("0"))

    def test_the_summary_tells_where(self):
        said = self.replay("--features", self.path, SPX).out
        self.assertTrue(said.endswith(f"\nIndicators at every bar: {self.path}\n"), said[-200:])
        self.assertNotIn("Indicators", self.replay(SPX).out)

    def test_the_year_is_a_parameter(self):
        def last(*words):
            return dict(zip(["timestamp", "time"] + COLUMNS, self.written(*words, SPX)[-1]))
        trading, always = last("--bars-a-year", "252"), last()
        for name in COLUMNS:
            ratio = (252 / 365.25) ** 0.5 if name.startswith("volatility") else 1.0
            self.assertAlmostEqual(float(trading[name]) / float(always[name]), ratio, delta=1e-14)

    def test_bars_that_are_skipped_have_no_line(self):
        bars = bar_lines(9)
        path = self.write(HEADER + "".join(bars[:4]) + "2020-01-05,10,8,9,10,100\n" +
                          "".join(bars[5:]))
        table = rows_of(self.path) if self.replay(
            "--quiet", "--skip-bad-bars", "--features", self.path, path).status == 0 else []
        self.assertEqual([row[0][8:10] for row in table[1:]], "01 02 03 04 06 07 08 09".split())

    def test_flat_market_has_no_hole(self):
        """What stands still has its neutral values, and never a NaN."""
        lines = [f"{2000 + day // 336}-{day // 28 % 12 + 1:02d}-{day % 28 + 1:02d},7,7,7,7,0\n"
                 for day in range(300)]
        last = dict(zip(["timestamp", "time"] + COLUMNS,
                        self.written(self.write(HEADER + "".join(lines)))[-1]))
        neutral = {"rsi": 50, "stochastic_raw": 50, "stochastic_k": 50, "stochastic_d": 50,
                   "mfi": 50, "percent_b": 0.5, "up": 0.5}
        price = ["close", "ema_1", "ema_2", "ema_3", "ema_4", "sma", "bollinger_middle",
                 "bollinger_upper", "bollinger_lower", "vwap", "vwap_session"]
        for name in COLUMNS:
            self.assertEqual(float(last[name]), 7 if name in price else neutral.get(name, 0), name)


class Refusals(Case):
    def refuse(self, path, *parts: str, status: int = 1) -> None:
        self.assert_refused(self.replay("--features", path, SPX), status, *parts)
        self.assert_nothing_written()

    def test_paths_that_are_none(self):
        (self.folder / "link").symlink_to(self.folder / "elsewhere")
        (self.folder / "a").mkdir()
        self.refuse(self.folder / "none/x.csv", "none/x.csv: cannot create: No such file")
        self.refuse(self.folder / "a", "a: cannot replace: Is a directory")
        self.refuse(self.folder / "link", "--features: ", "link' is a link, a device or a pipe")
        self.refuse(self.folder / ("x" * 300), "cannot create: File name too long")
        self.refuse("x/" * 3000 + "x", "' is too long")
        self.refuse("", "--features: expected a name, got ''", status=2)
        self.assertEqual(sorted(os.listdir(self.folder)), ["a", "link", "out"])

    @unittest.skipUnless(os.path.exists("/dev/full"), "there is no /dev/full")
    def test_devices_are_not_replaced(self):
        for device in "/dev/full", "/dev/null":
            self.refuse(device, f"--features: '{device}' is a link, a device or a pipe, not a file")
            self.assertFalse(os.path.isfile(device))

    @unittest.skipUnless(os.path.isdir("/proc/self"), "there is no /proc")
    def test_folder_without_files(self):
        self.refuse("/proc/self/x.csv", "/proc/self/x.csv: cannot create: ")

    @unittest.skipIf(hasattr(os, "geteuid") and os.geteuid() == 0, "root may write everywhere")
    def test_forbidden_folder(self):
        (self.folder / "mine").mkdir(mode=0o555)
        self.refuse(self.folder / "mine/x.csv", "x.csv: cannot create: Permission")

    def test_other_files_of_the_run(self):
        """Neither the bars nor a result is replaced by features, however they are called."""
        bars = self.write(SPX.read_bytes())
        ended = self.replay("--features", self.folder / "out/../bars.csv", bars)
        self.assert_refused(ended, 1, "bars.csv' is the file of the bars")
        self.assertEqual(bars.read_bytes(), SPX.read_bytes())
        for name in RESULTS:
            self.refuse(self.out / name, f"{name}' is one of the results")
        for flag, text in (("--opinions", "timestamp,score\n2020-01-01,50\n"),
                           ("--incidents", "time,kind,value\n"),
                           ("--config", "account:\n  balance: 5\n")):
            path = self.write(text, "input")
            ended = self.replay("--features", self.folder / "out/../input", flag, path, SPX)
            if "libyaml" not in ended.err:
                self.assert_refused(ended, 1, f"input' is the file of {flag}")
            self.assertEqual(path.read_text(encoding="utf-8"), text)
        self.replayed("--features", self.folder / "trades.csv", SPX)
        self.assertEqual(rows_of(self.folder / "trades.csv")[0][2:-1], COLUMNS)

    def test_nothing_to_verify(self):
        ended = run(REPLAY, "--features", "x.csv", "--verify", "x.jsonl")
        self.assert_refused(ended, 2, "--features: expected no --verify beside it")

    def test_year_out_of_range(self):
        for text in "-1", "nan", "1e19", "many":
            ended = self.replay("--bars-a-year", text, SPX)
            self.assert_refused(ended, 2, "--bars-a-year: expected a number from 0 to 1e+18")

    def test_limit_of_the_file_size(self):
        """A disk that fills up: the old features stay, and so do the old results."""
        import resource
        path = self.folder / "f.csv"
        self.replayed("--features", path, DATA / "aapl_1d_2013_2018.csv", "--symbol", "AAPL")
        before, results = path.read_bytes(), self.results()
        for limit in 0, 100, 4096, 1 << 20, 3 << 20:
            with self.subTest(limit=limit):
                ended = self.replay("--features", path, SPX, preexec_fn=lambda: (
                    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))))
                self.assert_refused(ended, 1, ": cannot write: File too large")
                self.assertEqual((path.read_bytes(), self.results()), (before, results))
                self.assertEqual(sorted(os.listdir(self.folder)), ["f.csv", "out"])

    def test_bad_bars_leave_the_old_features(self):
        path = self.write("mine", "f.csv")
        ended = self.replay("--features", path, self.write(HEADER + bar_lines(3)[0] + "bad\n"))
        self.assert_refused(ended, 1, "bars.csv:3: ")
        self.assertEqual(path.read_text(encoding="utf-8"), "mine")


if __name__ == "__main__":
    main()
