# SPDX-License-Identifier: MIT
"""Reads the data out of a report.html, and makes bars that fill one."""
import itertools
import json
import random
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
    last: dict = {}
    for kind, *row in data.pop("rows"):
        rows[kind].append(dict(zip(data["columns"][kind], row, strict=True)))
        if kind == "decision":
            made = last["decision"] = rows[kind][-1]
            made |= {name: steps(made[name]) for name in ("factors", "caps")}
        last = rows[kind][-1]
    for series in [data["account"], *(symbol["prices"] for symbol in data["symbols"])]:
        series["time"] = list(itertools.accumulate(series["time"]))
    return data | rows


def swings(count: int) -> list:
    """Minutes of a price that rises and falls by turns, so that trades follow each other at once."""
    lines, price, chance = [], 1000.0, random.Random(1)
    for place in range(count):
        start, step = price, chance.uniform(0, 0.002) * (1 if place // 40 % 2 else -1)
        price = min(max(start * (1 + step), 100), 10000)
        day, minute = divmod(place, 1440)
        lines.append(f"2000-{day // 28 + 1:02d}-{day % 28 + 1:02d}T{minute // 60:02d}:"
                     f"{minute % 60:02d},{start:.2f},{max(start, price):.2f},"
                     f"{min(start, price):.2f},{price:.2f},1\n")
    return lines
