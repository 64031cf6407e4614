#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""docs/one_decision.md says what a replay decides: each row of its tables names a number of the line.

Usage: test_guide.py SIGMA_SIZE SIGMA_REPLAY SOURCE_ROOT
"""
import json
import re
import tempfile
import unittest
from pathlib import Path

from programs import DATA, REPLAY, ROOT, main, run

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


if __name__ == "__main__":
    main()
