#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints schedule.inc: clocks, trading days and sessions, worked with Python's zoneinfo.

jumps: every change of a place's offset from 1990 to 2037, found by halving, as the place, the
second since 1970 and the offset from then on; before the first jump of a place stands its offset at
the start of 1990. days: instants near jumps and at random, with the trading day around them, its
number and the session, from lists of all resets and all sessions. In both, a local time that the
clock leaves out is the instant of the jump, and of one that comes twice the first.
Run it as: python3 schedule.py > schedule.inc
"""
import bisect
import random
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

PLACES = {"UTC": "UTC", "LONDON": "Europe/London", "CENTRAL_EUROPE": "Europe/Prague",
          "NEW_YORK": "America/New_York", "CHICAGO": "America/Chicago",
          "SYDNEY": "Australia/Sydney", "TOKYO": "Asia/Tokyo"}
HOURS = {  # preset: place, reset, weekdays from Monday 0, start and end of the session in hours
    "ALWAYS": ("UTC", 0, None), "FOREX": ("America/New_York", 17, ([6, 0, 1, 2, 3], 17, 41)),
    "STOCKS": ("America/New_York", 0, ([0, 1, 2, 3, 4], 9.5, 16)),
    "FUTURES": ("America/Chicago", 17, ([6, 0, 1, 2, 3], 17, 40)),
    "EUROPE_DAY": ("Europe/Prague", 0, None), "NEW_YORK_DAY": ("America/New_York", 17, None)}
FIRST = int(datetime(1990, 1, 1, tzinfo=timezone.utc).timestamp())
LAST = int(datetime(2038, 1, 1, tzinfo=timezone.utc).timestamp())
EPOCH = datetime(1970, 1, 1)
random.seed(61)


def offset(zone: ZoneInfo, second: int) -> int:
    return int(datetime.fromtimestamp(second, zone).utcoffset().total_seconds())


def jumps(zone: ZoneInfo) -> list:
    found = []
    for low in range(FIRST, LAST, 86400):
        high = low + 86400
        if offset(zone, low) == offset(zone, high):
            continue
        before = offset(zone, low)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if offset(zone, middle) == before else (low, middle)
        found.append((high, offset(zone, high)))
    return found


def instant(zone: ZoneInfo, local: datetime) -> int:
    """PEP 495: of a time that is left out, fold 0 is read with the offset before the jump."""
    second = int(local.replace(tzinfo=zone).timestamp())
    shown = datetime.fromtimestamp(second, zone).replace(tzinfo=None)
    if shown == local:
        return second
    return max(s for s, _ in jumps_of[zone.key] if s <= second)


def dated(day: int, hours: float) -> datetime:
    return EPOCH + timedelta(days=day, hours=hours)


jumps_of = {}
print("static const struct { int32_t place; int64_t second; int32_t offset; } jumps[] = {")
for place, key in PLACES.items():
    zone = ZoneInfo(key)
    jumps_of[key] = jumps(zone)
    for second, after in [(FIRST, offset(zone, FIRST)), *jumps_of[key]]:
        print(f"    {{SIGMA_ZONE_{place}, {second}, {after}}},")
print("};\n")

print("static const struct { int32_t hours; int64_t second, day_start, next_reset, session_start, "
      "session_end; int32_t day; } days[] = {")
for name, (key, reset, session) in HOURS.items():
    zone = ZoneInfo(key)
    numbers = range(FIRST // 86400 - 5, LAST // 86400 + 5)
    resets = [instant(zone, dated(d, reset)) for d in numbers]
    sessions = [(instant(zone, dated(d, session[1])), instant(zone, dated(d, session[2])))
                for d in numbers if (d + 3) % 7 in session[0]] if session else []
    seconds = [random.randrange(FIRST, LAST) for _ in range(60)]
    for second, _ in random.sample(jumps_of[key], min(20, len(jumps_of[key]))):
        seconds += [second + s for s in (-1, 0, 3599, 3600, -86400, 86400, 50000, -50000)]
    for s, e in random.sample(sessions, min(20, len(sessions))):
        seconds += [s - 1, s, e - 1, e]
    for r in random.sample(resets, 20):
        seconds += [r - 1, r]
    for second in sorted(seconds):
        i = bisect.bisect_right(resets, second) - 1
        inside = [x for x in sessions if x[0] <= second < x[1]] if session else [
            (resets[i], resets[i + 1])]
        start, end = inside[0] if inside else (0, 0)
        day = numbers[i] + (reset >= 12)
        print(f"    {{SIGMA_HOURS_{name}, {second}, {resets[i]}, {resets[i + 1]}, {start}, {end}, "
              f"{day}}},")
print("};")
