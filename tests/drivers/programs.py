# SPDX-License-Identifier: MIT
"""Runs the two programs, and makes files of bars for them.

Each test file is run as: test_X.py SIGMA_SIZE SIGMA_REPLAY SOURCE_ROOT [unittest's own arguments]
"""
import csv
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SIZE, REPLAY, ROOT = (Path(word).resolve() for word in sys.argv[1:4])
DATA = ROOT / "examples/data"
FILES = {"spx_1d_2000_2020.csv": ("SPX", 5105), "ndx_1d_1985_2012.csv": ("NDX", 6724),
         "aapl_1d_2013_2018.csv": ("AAPL", 1260), "btcusd_1m_2016_01_01_03.csv": ("BTCUSDT", 3927)}
RESULTS = ["decisions.jsonl", "report.html", "summary.json", "trades.csv"]
LONGEST = 16384  # bytes of a line that is read
HEADER = "timestamp,open,high,low,close,volume\n"


def main() -> None:
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]])


class Ended:
    """How a program ended, and what it said."""

    def __init__(self, done: subprocess.CompletedProcess):
        self.status, self.out, self.err = done.returncode, done.stdout or "", done.stderr or ""


def run(program: Path, *words, **options) -> Ended:
    """Runs a program with text in and out; options are those of subprocess.run()."""
    given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8",
             "errors": "replace", "timeout": 120, **options}
    return Ended(subprocess.run([str(program), *map(str, words)], **given))


def run_into_full(program: Path, *words) -> Ended:
    """Runs a program whose stdout is a device without space."""
    if not os.path.exists("/dev/full"):
        raise unittest.SkipTest("there is no /dev/full")
    with open("/dev/full", "w", encoding="utf-8") as full:
        return run(program, *words, stdout=full)


def bar_lines(count: int) -> list:
    """Lines of plain daily bars from 2020-01-01 on."""
    return [f"2020-01-{day:02d},10,12,9,{10 + day % 2},100\n" for day in range(1, count + 1)]


def variants(plain: str, order: list) -> dict:
    """The same table, written otherwise: how it is makes no difference. The columns come in this
    order, with another one behind them."""
    rows = [line.split(",") for line in plain.splitlines()]
    names = plain.splitlines()[0]
    return {"crlf": plain.replace("\n", "\r\n"), "mark": "\ufeff" + plain,
            "quoted": "".join(",".join(f'"{field}"' for field in row) + "\n" for row in rows),
            "both": "\ufeff" + "".join(",".join(f'"{f}"' for f in row) + "\r\n" for row in rows),
            "upper": plain.replace(names, names.upper()),
            "columns": "".join(",".join([row[i] for i in order] + ['"a, ""b"""']) + "\n"
                               for row in rows)}


def table(path: Path) -> list:
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Case(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.out = self.folder / "out"

    def write(self, content, name: str = "bars.csv") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def replay(self, *words, out: Path = None, **options) -> Ended:
        return run(REPLAY, "--out", out or self.out, *words, **options)

    def replayed(self, *words, out: Path = None) -> dict:
        """The summary of a replay that must succeed."""
        ended = self.replay(*words, out=out)
        self.assertEqual((ended.status, ended.err), (0, ""))
        return self.summary(out)

    def summary(self, out: Path = None) -> dict:
        return json.loads(((out or self.out) / "summary.json").read_text(encoding="utf-8"))

    def results(self, out: Path = None) -> dict:
        """The bytes of the result files."""
        folder = out or self.out
        self.assertEqual(sorted(os.listdir(folder)), RESULTS)
        return {name: (folder / name).read_bytes() for name in RESULTS}

    def assert_nothing_written(self) -> None:
        self.assertEqual(os.listdir(self.out) if self.out.exists() else [], [])

    def assert_refused(self, ended: Ended, status: int, *parts: str) -> None:
        """One message on stderr with these parts, nothing on stdout."""
        self.assertEqual((ended.status, ended.out), (status, ""), ended.err)
        self.assertEqual(ended.err.count("\n"), 1, ended.err)
        for part in parts:
            self.assertIn(part, ended.err)
