#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the guides show is what the programs do and what the sources hold.

Each row of the tables of docs/one_decision.md names a number of the line of a replay; README.md shows
a bot and what sigma-size prints.

Usage: test_guide.py SIGMA_SIZE SIGMA_REPLAY SOURCE_ROOT
"""
import json
import re
import tempfile
import unittest
from pathlib import Path

from programs import DATA, REPLAY, ROOT, SIZE, main, run

ROW = re.compile(r"^\|.*\| ([\d.]+)(?: R)? \| `([\w.]+)` \|$", re.M)
PROPOSAL = 107


def member(record, path: str) -> float:
    for name in path.split("."):
        record = record[int(name)] if name.isdigit() else record[name]
    return record


class Guide(unittest.TestCase):
    def test_each_number_is_that_of_the_line(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            run(REPLAY, "--quiet", DATA / "spx_1d_2000_2020.csv", "--out", folder)
            lines = map(json.loads, Path(folder, "decisions.jsonl").read_text().splitlines())
            decided = [line["decided"] for line in lines if "decided" in line]
        line = next(d for d in decided if d["proposal"]["id"] == PROPOSAL)
        rows = ROW.findall((ROOT / "docs/one_decision.md").read_text())
        self.assertGreater(len(rows), 25)
        for shown, path in rows:
            decimals = len(shown.partition(".")[2])
            self.assertEqual(f"{member(line, path):.{decimals}f}", shown, path)


class Readme(unittest.TestCase):
    TEXT = (ROOT / "README.md").read_text(encoding="utf-8")

    def test_bot(self) -> None:
        """What is shown of it are lines of it that follow each other."""
        bot = (ROOT / "examples/bot.c").read_text(encoding="utf-8")
        self.assertLess(bot.count("\n"), 100)
        self.assertEqual(re.findall(r"#include (.*)", bot), ["<sigma/sigma.h>", "<stdio.h>"])
        self.assertIn(f"{bot.count(chr(10))} lines", self.TEXT)
        lines, shown = [line.strip() for line in bot.splitlines()], []
        for block in re.findall(r"^```c\n(.*?)^```", self.TEXT, re.M | re.S):
            rows = [line.strip() for line in block.splitlines()]
            self.assertIn(rows, [lines[at:at + len(rows)] for at in range(len(lines))], block)
            shown += rows
        self.assertGreater(len(shown), 30)
        for call in "sigma_decide(", "sigma_desk_context(", "sigma_market_update(", "sigma_desk_account(":
            self.assertIn(call, " ".join(shown))

    def test_size(self) -> None:
        """The first lines of what each command prints."""
        shown = re.findall(r"^    \$ sigma-size (.*)\n((?:    (?!\$).*\n)*)", self.TEXT, re.M)
        self.assertEqual(len(shown), 2)
        for words, rows in shown:
            ended = run(SIZE, *words.split(), cwd=ROOT)
            self.assertIn(ended.status, (0, 2 if "--config" in words else 0), ended.err)
            for row in rows.splitlines():
                self.assertIn(row[4:] + "\n", ended.out)
        self.assertIn("lots", shown[0][1])

    def test_funded_account(self) -> None:
        words = re.search(r"^    \$ sigma-replay (.*)", self.TEXT, re.M)[1]
        with tempfile.TemporaryDirectory() as folder:
            ended = run(REPLAY, "--quiet", "--out", folder, *words.split(), cwd=ROOT)
            self.assertEqual((ended.status, ended.err), (0, ""))


if __name__ == "__main__":
    main()
