#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Nanoseconds a bar of libsigma's batch functions beside TA-Lib and Tulip, in one run.

All three are called as C functions on the same columns with outputs that are there already, so that
nobody pays for Python or for memory. TA-Lib's wheel holds the C library, tulipy's extension Tulip's
functions. bench/peers makes the environment and calls this.
Usage: peers.py LIBSIGMA [--bars N] [--runs N]
"""
import argparse
import ctypes
import importlib.metadata
import math
import pathlib
import random
import sys
import time

DOUBLES = ctypes.POINTER(ctypes.c_double)


def library_of(package: str, part: str) -> pathlib.Path:
    files = importlib.metadata.files(package) or []
    found = [f for f in files if part in f.name and ".so" in f.name]
    if not found:
        sys.exit(f"peers.py: {package} holds no library named {part}")
    return pathlib.Path(found[0].locate())


def walk(bars: int) -> dict:
    """Open, high, low, close and volume of a random walk, as arrays of C."""
    chance = random.Random(1).random
    columns = {name: (ctypes.c_double * bars)() for name in "ohlcv"}
    price = 100.0
    for i in range(bars):
        start = price
        price *= 1.0 + 0.002 * (chance() - 0.5)
        columns["o"][i], columns["c"][i] = start, price
        columns["h"][i] = max(start, price) * (1.0 + 0.0005 * chance())
        columns["l"][i] = min(start, price) * (1.0 - 0.0005 * chance())
        columns["v"][i] = 1000.0 * chance()
    return columns


class Peers:
    def __init__(self, sigma: str, bars: int) -> None:
        self.bars, self.columns = bars, walk(bars)
        self.outs = [(ctypes.c_double * bars)() for _ in range(3)]
        for out in self.outs:
            ctypes.memset(out, 1, ctypes.sizeof(out))  # the pages are there
        self.sigma = ctypes.CDLL(sigma)
        self.talib = ctypes.CDLL(str(library_of("TA-Lib", "libta")))
        self.tulip = ctypes.CDLL(str(library_of("newtulipy", "lib.")))
        self.talib.TA_Initialize()

    def of_sigma(self, name: str, head: list, inputs: str, outputs: int):
        """A call of sigma_..._batch(parameters, inputs, count, outputs)."""
        function = getattr(self.sigma, f"sigma_{name}_batch", None)
        if function is None:
            return None
        arguments = [ctypes.c_double(x) if isinstance(x, float) else x for x in head]
        arguments += [self.columns[c] for c in inputs] + [self.bars] + self.outs[:outputs]
        return lambda: function(*arguments)

    def of_talib(self, name: str, inputs: str, options: list, outputs: int):
        function = getattr(self.talib, f"TA_{name}")
        begin, length = ctypes.c_int(), ctypes.c_int()
        arguments = [0, self.bars - 1] + [self.columns[c] for c in inputs]
        arguments += [ctypes.c_double(x) if isinstance(x, float) else x for x in options]
        arguments += [ctypes.byref(begin), ctypes.byref(length)] + self.outs[:outputs]
        return lambda: function(*arguments)

    def of_tulip(self, name: str, inputs: str, options: list, outputs: int):
        function = getattr(self.tulip, f"ti_{name}")
        ins = (DOUBLES * len(inputs))(*[ctypes.cast(self.columns[c], DOUBLES) for c in inputs])
        outs = (DOUBLES * outputs)(*[ctypes.cast(o, DOUBLES) for o in self.outs[:outputs]])
        numbers = (ctypes.c_double * max(len(options), 1))(*options)
        return lambda: function(self.bars, ins, numbers, outs)


def rows(p: Peers) -> list:
    """(name, ours, TA-Lib's, Tulip's); several calls where a peer needs several, None for none."""
    s, ta, ti = p.of_sigma, p.of_talib, p.of_tulip
    return [
        ("SMA 20", [s("sma", [20], "c", 1)], [ta("SMA", "c", [20], 1)], [ti("sma", "c", [20], 1)]),
        ("EMA 20", [s("ema", [20], "c", 1)], [ta("EMA", "c", [20], 1)], [ti("ema", "c", [20], 1)]),
        ("Wilder's average 14", [s("wilder", [14], "c", 1)], None, [ti("wilders", "c", [14], 1)]),
        ("MACD 12 26 9", [s("macd", [12, 26, 9], "c", 3)], [ta("MACD", "c", [12, 26, 9], 3)],
         [ti("macd", "c", [12, 26, 9], 3)]),
        ("Bollinger 20 2", [s("bollinger", [20, 2.0], "c", 3)],
         [ta("BBANDS", "c", [20, 2.0, 2.0, 0], 3)], [ti("bbands", "c", [20, 2], 3)]),
        ("Z-score 20 (peers: SMA, deviation)", [s("zscore", [20], "c", 1)],
         [ta("SMA", "c", [20], 1), ta("STDDEV", "c", [20, 1.0], 1)],
         [ti("sma", "c", [20], 1), ti("stddev", "c", [20], 1)]),
        ("slope 20, ours with the relative", [s("slope", [20], "c", 2)],
         [ta("LINEARREG_SLOPE", "c", [20], 1)], [ti("linregslope", "c", [20], 1)]),
        ("CCI 20", [s("cci", [20], "hlc", 1)], [ta("CCI", "hlc", [20], 1)],
         [ti("cci", "hlc", [20], 1)]),
        ("ATR 14", [s("atr", [14], "hlc", 1)], [ta("ATR", "hlc", [14], 1)],
         [ti("atr", "hlc", [14], 1)]),
        ("ADX 14 with both DI", [s("adx", [14], "hlc", 3)],
         [ta("ADX", "hlc", [14], 1), ta("PLUS_DI", "hlc", [14], 1), ta("MINUS_DI", "hlc", [14], 1)],
         [ti("adx", "hlc", [14], 1), ti("di", "hlc", [14], 2)]),
        ("RSI 14", [s("rsi", [14], "c", 1)], [ta("RSI", "c", [14], 1)], [ti("rsi", "c", [14], 1)]),
        ("OBV", [s("obv", [], "cv", 1)], [ta("OBV", "cv", [], 1)], [ti("obv", "cv", [], 1)]),
    ]


def seconds(calls: list) -> float:
    start = time.perf_counter()
    for call in calls:
        call()
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("library")
    parser.add_argument("--bars", type=int, default=1000000)
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    p = Peers(options.library, options.bars)
    ratios: dict = {"TA-Lib": [], "Tulip": []}
    print(f"fastest of {options.runs} runs over {options.bars} bars, ns a bar\n")
    print("| | libsigma | TA-Lib | ratio | Tulip | ratio |\n|---|---|---|---|---|---|")
    for name, *columns in rows(p):
        if columns[0][0] is None:
            continue
        best = [math.inf] * 3
        for _ in range(options.runs):  # in turn, so that all three meet the same machine
            for k, calls in enumerate(columns):
                if calls:
                    best[k] = min(best[k], seconds(calls))
        cells = [f"{best[0] * 1e9 / options.bars:.2f}"]
        for k, peer in enumerate(ratios, 1):
            if columns[k]:
                ratios[peer].append(best[k] / best[0])
                cells += [f"{best[k] * 1e9 / options.bars:.2f}", f"{ratios[peer][-1]:.2f}"]
            else:
                cells += ["", ""]
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)
    for peer, all_of in ratios.items():
        mean = math.exp(sum(map(math.log, all_of)) / len(all_of))
        print(f"\n{peer}: geometric mean of {len(all_of)} ratios {mean:.2f}", end="")
    print()


if __name__ == "__main__":
    main()
