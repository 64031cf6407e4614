#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Nanoseconds a bar of libsigma's batch functions beside TA-Lib and Tulip, in one run, and how far
each strays from exact values.

All three are called as C functions on the same columns with outputs that are there already, so that
nobody pays for Python or for memory. TA-Lib's wheel holds the C library, tulipy's extension Tulip's
functions. bench/peers makes the environment and calls this. The columns are short enough for a
processor's caches; of longer ones (--bars 1000000) the time is that of the memory, which libsigma
reads once more than the others do, to refuse bad numbers before it writes anything.

The errors are the largest of three series that real feeds hold (bench/exact.py), at bars near their
end, against values computed with 60 digits: in parts of the value, or of the window's deviation
where a value is a difference of prices, or of 100 where it is an index. A value that is wrong in
its sixth digit is called wrong, and a second mean leaves such rows out. A row without an error is
one of another formula, or of a plain sum.
Usage: peers.py LIBSIGMA [--bars N] [--runs N]
"""
import argparse
import ctypes
import importlib.metadata
import math
import pathlib
import sys
import time

import exact

DOUBLES = ctypes.POINTER(ctypes.c_double)
OTHER = "other"  # Tulip's MACD has other gains, its ADX counts equal movements
WRONG = 1e-6  # part of the value's unit from which a value is called wrong


def library_of(package: str, part: str) -> pathlib.Path:
    files = importlib.metadata.files(package) or []
    found = [f for f in files if part in f.name and ".so" in f.name]
    if not found:
        sys.exit(f"peers.py: {package} holds no library named {part}")
    return pathlib.Path(found[0].locate())


class Call:
    """A call of a C function, and the bar that its first value belongs to."""

    def __init__(self, run, begin) -> None:
        self.run, self.begin = run, begin


class Peers:
    def __init__(self, sigma: str, columns: dict) -> None:
        self.columns, self.bars = columns, len(columns["c"])
        self.outs = [(ctypes.c_double * self.bars)() for _ in range(3)]
        for out in self.outs:
            ctypes.memset(out, 1, ctypes.sizeof(out))  # the pages are there
        self.sigma = ctypes.CDLL(sigma)
        self.talib = ctypes.CDLL(str(library_of("TA-Lib", "libta")))
        self.tulip = ctypes.CDLL(str(library_of("newtulipy", "lib.")))
        self.talib.TA_Initialize()

    def of_sigma(self, name: str, head: list, inputs: str, outputs: int) -> Call:
        """A call of sigma_..._batch(parameters, inputs, count, outputs)."""
        function = getattr(self.sigma, f"sigma_{name}_batch")
        arguments = [ctypes.c_double(x) if isinstance(x, float) else x for x in head]
        arguments += [self.columns[c] for c in inputs] + [self.bars] + self.outs[:outputs]
        return Call(lambda: function(*arguments), lambda: 0)

    def of_talib(self, name: str, inputs: str, options: list, outputs: int) -> Call:
        function = getattr(self.talib, f"TA_{name}")
        begin, length = ctypes.c_int(), ctypes.c_int()
        arguments = [0, self.bars - 1] + [self.columns[c] for c in inputs]
        arguments += [ctypes.c_double(x) if isinstance(x, float) else x for x in options]
        arguments += [ctypes.byref(begin), ctypes.byref(length)] + self.outs[:outputs]
        return Call(lambda: function(*arguments), lambda: begin.value)

    def of_tulip(self, name: str, inputs: str, options: list, outputs: int) -> Call:
        function = getattr(self.tulip, f"ti_{name}")
        ins = (DOUBLES * len(inputs))(*[ctypes.cast(self.columns[c], DOUBLES) for c in inputs])
        outs = (DOUBLES * outputs)(*[ctypes.cast(o, DOUBLES) for o in self.outs[:outputs]])
        numbers = (ctypes.c_double * max(len(options), 1))(*options)
        return Call(lambda: function(self.bars, ins, numbers, outs),
                    lambda: getattr(self.tulip, f"ti_{name}_start")(numbers))

    def value(self, call: Call, output: int, bar: int) -> float:
        """What a call gives for a bar."""
        call.run()
        return self.outs[output][bar - call.begin()]


def rows(p: Peers) -> list:
    """(name, ours, TA-Lib's, Tulip's, exact value, its place among the outputs of each); several
    calls where a peer needs several, of which the last gives the value, None for none."""
    s, ta, ti = p.of_sigma, p.of_talib, p.of_tulip
    return [
        ("SMA 20", [s("sma", [20], "c", 1)], [ta("SMA", "c", [20], 1)], [ti("sma", "c", [20], 1)],
         exact.sma, (0, 0, 0)),
        ("EMA 20", [s("ema", [20], "c", 1)], [ta("EMA", "c", [20], 1)], [ti("ema", "c", [20], 1)],
         exact.ema, (0, 0, 0)),
        ("Wilder's average 14", [s("wilder", [14], "c", 1)], None, [ti("wilders", "c", [14], 1)],
         exact.wilder, (0, 0, 0)),
        ("MACD 12 26 9", [s("macd", [12, 26, 9], "c", 3)], [ta("MACD", "c", [12, 26, 9], 3)],
         [ti("macd", "c", [12, 26, 9], 3)], exact.macd_signal, (1, 1, OTHER)),
        ("Bollinger 20 2", [s("bollinger", [20, 2.0], "c", 3)],
         [ta("BBANDS", "c", [20, 2.0, 2.0, 0], 3)], [ti("bbands", "c", [20, 2], 3)],
         exact.upper_band, (1, 0, 2)),
        ("deviation 20, ours with width and %b", [s("bollinger_shape", [20, 2.0], "c", 3)],
         [ta("STDDEV", "c", [20, 1.0], 1)], [ti("stddev", "c", [20], 1)], exact.deviation,
         (0, 0, 0)),
        ("Z-score 20 (peers: SMA, deviation)", [s("zscore", [20], "c", 1)],
         [ta("SMA", "c", [20], 1), ta("STDDEV", "c", [20, 1.0], 1)],
         [ti("sma", "c", [20], 1), ti("stddev", "c", [20], 1)], exact.zscore, (0, "z", "z")),
        ("slope 20, ours with the relative", [s("slope", [20], "c", 2)],
         [ta("LINEARREG_SLOPE", "c", [20], 1)], [ti("linregslope", "c", [20], 1)], exact.slope,
         (0, 0, 0)),
        ("CCI 20", [s("cci", [20], "hlc", 1)], [ta("CCI", "hlc", [20], 1)],
         [ti("cci", "hlc", [20], 1)], exact.cci, (0, 0, 0)),
        ("stochastic 14 3 3, ours with the raw", [s("stochastic", [14, 3, 3], "hlc", 3)],
         [ta("STOCH", "hlc", [14, 3, 0, 3, 0], 2)], [ti("stoch", "hlc", [14, 3, 3], 2)],
         exact.stochastic_d, (2, 1, 1)),
        ("ATR 14", [s("atr", [14], "hlc", 1)], [ta("ATR", "hlc", [14], 1)],
         [ti("atr", "hlc", [14], 1)], exact.atr, (0, 0, 0)),
        ("ADX 14 with both DI", [s("adx", [14], "hlc", 3)],
         [ta("PLUS_DI", "hlc", [14], 1), ta("MINUS_DI", "hlc", [14], 1), ta("ADX", "hlc", [14], 1)],
         [ti("di", "hlc", [14], 2), ti("adx", "hlc", [14], 1)], exact.adx, (0, 0, OTHER)),
        ("RSI 14", [s("rsi", [14], "c", 1)], [ta("RSI", "c", [14], 1)], [ti("rsi", "c", [14], 1)],
         exact.rsi, (0, 0, 0)),
        ("MFI 14", [s("mfi", [14], "hlcv", 1)], [ta("MFI", "hlcv", [14], 1)],
         [ti("mfi", "hlcv", [14], 1)], exact.mfi, (0, 0, 0)),
        ("OBV", [s("obv", [], "cv", 1)], [ta("OBV", "cv", [], 1)], [ti("obv", "cv", [], 1)],
         None, (0, 0, 0)),
    ]


def error_of(p: Peers, calls: list, formula, place, bars: list) -> float:
    """The largest error of one library in one indicator on the columns of p."""
    worst = 0.0
    for bar in bars:
        value, unit = formula(p.columns, bar)
        if place == "z":  # (close - mean) / deviation, of two calls
            mean, deviation = (p.value(call, 0, bar) for call in calls)
            got = (p.columns["c"][bar] - mean) / deviation if deviation else math.nan
        else:
            got = p.value(calls[-1], place, bar)
        wrong = float(abs(exact.number(got) - value) / unit) if math.isfinite(got) else math.inf
        worst = max(worst, wrong)
    return worst


def errors(library: str) -> dict:
    """The largest errors over all series: name -> ours, TA-Lib's, Tulip's; None for none."""
    found: dict = {}
    for series in exact.SERIES:
        p = Peers(library, series())
        bars = exact.bars_of(p.bars)
        for name, *columns, formula, places in rows(p):
            for k, calls in enumerate(columns):
                if formula and calls and places[k] != OTHER:
                    worst = error_of(p, calls, formula, places[k], bars)
                    all_of = found.setdefault(name, [None] * 3)
                    all_of[k] = max(all_of[k] or 0.0, worst)
    return found


def seconds(calls: list) -> float:
    start = time.perf_counter()
    for call in calls:
        call.run()
    return time.perf_counter() - start


def mean(ratios: list) -> str:
    return f"{math.exp(sum(map(math.log, ratios)) / len(ratios)):.2f} of {len(ratios)}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("library")
    parser.add_argument("--bars", type=int, default=100000)
    parser.add_argument("--runs", type=int, default=60)
    options = parser.parse_args()
    wrong = errors(options.library)
    p = Peers(options.library, exact.walk(options.bars))
    ratios: dict = {"TA-Lib": [], "Tulip": []}
    sound: dict = {"TA-Lib": [], "Tulip": []}
    print(f"fastest of {options.runs} runs over {options.bars} bars, ns a bar; largest errors\n")
    print("| | libsigma | error | TA-Lib | ratio | error | Tulip | ratio | error |\n"
          "|---|---|---|---|---|---|---|---|---|")
    for name, *columns, _, _ in rows(p):
        best = [math.inf] * 3
        for _ in range(options.runs):  # in turn, so that all three meet the same machine
            for k, calls in enumerate(columns):
                if calls:
                    best[k] = min(best[k], seconds(calls))
        strays = wrong.get(name, [None] * 3)
        shown = ["" if error is None else f"{error:.0e}" for error in strays]
        cells = [f"{best[0] * 1e9 / options.bars:.2f}", shown[0]]
        for k, peer in enumerate(ratios, 1):
            if not columns[k]:
                cells += ["", "", ""]
                continue
            ratio = best[k] / best[0]
            ratios[peer].append(ratio)
            if not strays[k] or strays[k] <= WRONG:
                sound[peer].append(ratio)
            cells += [f"{best[k] * 1e9 / options.bars:.2f}", f"{ratio:.2f}", shown[k]]
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)
    for peer, all_of in ratios.items():
        print(f"\n{peer}: geometric mean {mean(all_of)} ratios, {mean(sound[peer])} whose values "
              f"are right within {WRONG:.0e}", end="")
    print()


if __name__ == "__main__":
    main()
