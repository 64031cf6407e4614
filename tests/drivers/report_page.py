# SPDX-License-Identifier: MIT
"""Reads the data out of a report.html."""
import itertools
import json
import re
from pathlib import Path

DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.S)


def steps(rows: list) -> list:
    """A step that does not say what it leaves leaves what the one before did."""
    full: list = []
    for name, says, *leaves in rows:
        full.append([name, says, *(leaves or full[-1][2:])])
    return full


def read_page(path: Path) -> dict:
    """The data, its rows as dicts by kind, its times in milliseconds since 1970."""
    data = json.loads(DATA.search(path.read_text(encoding="utf-8"))[1])
    rows: dict = {kind: [] for kind in data["columns"]}
    for kind, *row in data.pop("rows"):
        rows[kind].append(dict(zip(data["columns"][kind], row, strict=True)))
        if kind == "decision":
            made = rows["trade"][-1]["decision"] = rows[kind][-1]
            made |= {name: steps(made[name]) for name in ("factors", "caps")}
    for series in [data["account"], *(symbol["prices"] for symbol in data["symbols"])]:
        series["time"] = list(itertools.accumulate(series["time"]))
    return data | rows
