#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How long sigma-replay takes for a million bars, its results included: it reads them, trades with
all guards and by the rules of a firm, logs each proposal, and writes the report.

The bars are those of files, joined and repeated: one a minute, each file's prices scaled so that it
begins where the one before it ended, and every other time upside down, as of a market that is quoted
the other way round, so that prices come back to where they were. The fastest of several runs counts; several programs take
turns, so that what else the machine does meets all of them.
Usage: replay.py [--runs N] [--bars N] [--file FILE.csv]... PROGRAM... [-- FLAG...]
"""
import argparse
import csv
import datetime
import itertools
import os
import subprocess
import sys
import tempfile
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "examples/data/btcusd_1m_2016_01_01_03.csv"
START, MINUTE = datetime.datetime(2010, 1, 1), datetime.timedelta(minutes=1)
FLAGS = {"guards": [], "guards, a firm": ["--prop", "ftmo_two_step"],
         "guards, confirmed score": ["--signal", "sigma", "--exits", "half"]}


def stretches(files):
    """The bars of each file as prices over its first open, and volumes."""
    for file in files:
        with open(file, newline="", encoding="utf-8") as lines:
            rows = list(csv.DictReader(lines))
        first = float(rows[0]["open"])
        yield [([float(row[name]) / first for name in ("open", "high", "low", "close")],
                row["volume"]) for row in rows]


def upside_down(part):
    return [([1 / first, 1 / low, 1 / high, 1 / last], volume)
            for (first, high, low, last), volume in part]


def endless(parts):
    price = 2000.0
    while True:
        for part in parts:
            for prices, volume in part:
                yield ",".join(f"{price * one:.2f}" for one in prices), volume
            price *= part[-1][0][3]
        parts = [upside_down(part) for part in parts]


def write_bars(path, files, count):
    bars = itertools.islice(endless(list(stretches(files))), count)
    with open(path, "w", encoding="utf-8") as out:
        out.write("timestamp,open,high,low,close,volume\n")
        for i, (prices, volume) in enumerate(bars):
            out.write(f"{(START + i * MINUTE).isoformat()}Z,{prices},{volume}\n")


def run(program, bars, folder, flags):
    """Seconds by the clock, of the program, and of the system for it."""
    before, start = os.times(), datetime.datetime.now()
    subprocess.run([program, bars, "--out", folder, "--quiet", *flags], check=True)
    clock, after = (datetime.datetime.now() - start).total_seconds(), os.times()
    return (clock, after.children_user - before.children_user,
            after.children_system - before.children_system)


def measure(programs, bars, folder, flags, runs):
    times = {program: [] for program in programs}
    for _ in range(runs):
        for program in programs:
            times[program].append(run(program, bars, folder, flags))
    return {program: [min(column) for column in zip(*rows)] for program, rows in times.items()}


def main():
    arguments, flags = sys.argv[1:], None
    if "--" in arguments:
        at = arguments.index("--")
        arguments, flags = arguments[:at], arguments[at + 1:]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--bars", type=int, default=1000000)
    parser.add_argument("--file", action="append")
    parser.add_argument("program", nargs="+")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        bars = os.path.join(folder, "bars.csv")
        write_bars(bars, options.file or [DATA], options.bars)
        print(f"{options.bars} bars, fastest of {options.runs} runs [s]: clock, user, system")
        for name, chosen in ({" ".join(flags): flags} if flags is not None else FLAGS).items():
            for program, best in measure(options.program, bars, folder, chosen,
                                         options.runs).items():
                print(f"{name:26} {' '.join(f'{one:6.2f}' for one in best)}  {program}", flush=True)


if __name__ == "__main__":
    main()
