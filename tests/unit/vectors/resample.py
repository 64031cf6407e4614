#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints resample.inc: bars of higher timeframes out of random ones, by pandas.

Bars of five minutes around two jumps of New York's clock, with gaps, nights and weekends; resampled
by DataFrame.resample() on grids of UTC, and by sessions, where each session's bars are resampled
from its start. Needs pandas. Run it as: python3 resample.py > resample.inc
"""
import random
from datetime import time

import pandas as pd

NY = "America/New_York"
RULES = {"open": "first", "high": "max", "low": "min", "close": "last", "volume": "sum"}
random.seed(67)

starts = []
for first in ("2024-03-07 14:00", "2024-11-01 13:00"):
    at = pd.Timestamp(first, tz="UTC")
    for _ in range(260):
        starts.append(at)
        gap = random.choice([5] * 8 + [10, 15, 40, 5 * random.randrange(1, 120)])
        at += pd.Timedelta(minutes=gap)
rows, price = [], 10000
for _ in starts:
    open_, close = price, price + random.randrange(-40, 41)
    high, low = max(open_, close) + random.randrange(20), min(open_, close) - random.randrange(20)
    rows.append([x / 64 for x in (open_, high, low, close)] + [random.randrange(1000)])
    price = close + random.choice([0, 0, random.randrange(-20, 21)])
bars = pd.DataFrame(rows, columns=list(RULES), index=pd.DatetimeIndex(starts))


def row(at, bar) -> str:
    numbers = ", ".join(repr(float(x)) for x in bar)
    return f"{{INT64_C({int(at.timestamp()) * 10**9}), {numbers}}}"


def sessions(opens: time, closes: time, days: list):
    """The bars of each session with its start."""
    shown = bars.index.tz_convert(NY)
    nights = int(closes <= opens)
    for date in sorted({d + pd.Timedelta(days=k) for d in shown.normalize().tz_localize(None)
                        for k in (-1, 0)}):
        if date.day_of_week in days:
            start = pd.Timestamp.combine(date, opens).tz_localize(NY).tz_convert("UTC")
            end = pd.Timestamp.combine(date + pd.Timedelta(days=nights), closes).tz_localize(
                NY).tz_convert("UTC")
            yield start, bars[(bars.index >= start) & (bars.index < end)]


def resampled(frame, rule: str, **options):
    return frame.resample(rule, **options).agg(RULES).dropna(subset=["open"])


print("static const sigma_bar lower[] = {")
for at, bar in bars.iterrows():
    print(f"    {row(at, bar)},")
print("};\n")
GRIDS = [(15, 0), (60, 0), (60, 30), (240, 0), (1440, 0), (1440, 60), (10080, 5760)]
print("static const struct { int32_t minutes, offset; sigma_bar bar; } grids[] = {")
for minutes, offset in GRIDS:
    frame = resampled(bars, f"{minutes}min", origin="epoch", offset=f"{offset}min")
    for at, bar in frame.iterrows():
        print(f"    {{{minutes}, {offset}, {row(at, bar)}}},")
print("};\n")
print("static const struct { int32_t hours, minutes; sigma_bar bar; } by_session[] = {")
HOURS = {"STOCKS": (time(9, 30), time(16), [0, 1, 2, 3, 4]),
         "FOREX": (time(17), time(17), [6, 0, 1, 2, 3])}
for name, hours in HOURS.items():
    for minutes in (60, 240, 1440):
        for start, inside in sessions(*hours):
            if len(inside):
                for at, bar in resampled(inside, f"{minutes}min", origin=start).iterrows():
                    print(f"    {{SIGMA_HOURS_{name}, {minutes}, {row(at, bar)}}},")
print("};")
