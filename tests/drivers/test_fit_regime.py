#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""examples/python/fit_regime.py: it filters as the library does, every step makes the bars likelier,
and what it fits is near what the bars were made with, and accepted by the library.

Usage: test_fit_regime.py SHARED_LIBRARY SOURCE_ROOT [unittest's own arguments]
"""
import ctypes
import math
import random
import subprocess
import sys
import unittest
from pathlib import Path

LIBRARY, ROOT = sys.argv[1], Path(sys.argv[2]).resolve()
PROGRAM = ROOT / "examples/python/fit_regime.py"
SPX = ROOT / "examples/data/spx_1d_2000_2020.csv"
sys.path.insert(0, str(PROGRAM.parent))
import fit_regime  # noqa: E402  (the folder is known only now)


class State(ctypes.Structure):
    _fields_ = [(name, ctypes.c_double) for name in fit_regime.FIELDS]


class Settings(ctypes.Structure):
    _fields_ = [("states", State * 4), *((name, ctypes.c_double) for name in fit_regime.SHARED[:-1]),
                ("warmup", ctypes.c_int32), ("reserved", ctypes.c_int32)]


class LibraryBar(ctypes.Structure):
    _fields_ = [("time", ctypes.c_int64),
                *((name, ctypes.c_double) for name in ("open", "high", "low", "close", "volume"))]


sigma = ctypes.CDLL(LIBRARY)


def settings(params: fit_regime.Params) -> Settings:
    result = Settings(**{name: getattr(params, name) for name in fit_regime.SHARED})
    for k, state in enumerate(params.states):
        result.states[k] = State(*state)
    return result


def library_chances(params: fit_regime.Params, bars: list) -> list:
    """Probabilities of the states after each bar, as the library filters them."""
    regime, result = ctypes.create_string_buffer(704), (ctypes.c_double * 10)()
    given = settings(params)
    assert sigma.sigma_regime_init(regime, ctypes.byref(given)) == 0
    rows = []
    for number, bar in enumerate(bars):
        one = LibraryBar(number, *bar, 0.0)
        assert sigma.sigma_regime_update(regime, ctypes.byref(one), result) >= 0
        rows.append(list(result[:4]))
    return rows


def simulated(seed: int, count: int) -> list:
    """Bars that change between rises, falls, ranges and storms; eight steps each."""
    chance, price, state, left, bars = random.Random(seed), 0.0, 2, 100.0, []
    anchor = 0.0
    for _ in range(count):
        if left <= 0:
            state = (state + chance.randrange(1, 4)) % 4
            left, anchor = chance.expovariate(1 / 80), price
        left -= 1
        size = (0.006, 0.006, 0.004, 0.015)[state] / math.sqrt(8)
        drift, path = (0.0015, -0.0015, 0.0, 0.0)[state] / 8, [price]
        for _ in range(8):
            pull = 0.01 * (anchor - path[-1]) if state == 2 else 0.0
            path.append(path[-1] + drift + pull + size * chance.gauss(0, 1))
        price = path[-1]
        bars.append(fit_regime.Bar(*(100 * math.exp(x) for x in
                                     (path[0], max(path), min(path), path[-1]))))
    return bars


class Fit(unittest.TestCase):
    def test_it_filters_as_the_library_does(self) -> None:
        bars = simulated(1, 600) + [fit_regime.Bar(50.0, 50.0, 50.0, 50.0)] * 3
        for params in (fit_regime.Params(), fit_regime.Params(calm=0.99)):
            mine = fit_regime.forward(params, fit_regime.observe(params, bars))[0]
            for row, theirs in zip(mine, library_chances(params, bars)):
                for a, b in zip(row, theirs):
                    self.assertAlmostEqual(a, b, delta=1e-9)

    def test_the_defaults_are_the_librarys(self) -> None:
        for years in (0, 1):
            theirs = Settings()
            self.assertEqual(sigma.sigma_regime_defaults(years, ctypes.byref(theirs)), 0)
            mine = settings(fit_regime.Params(calm=0.99 if years else 0.0))
            self.assertEqual(bytes(mine), bytes(theirs))

    def test_it_finds_what_the_bars_were_made_with(self) -> None:
        bars = simulated(2, 3000)
        blunt = fit_regime.Params(states=tuple(
            (0.5 * s[0], s[1] ** 0.5, s[2], 0.7, 0.5 * s[4], 1.2, s[6], 0.4, 50.0)
            for s in fit_regime.DEFAULT_STATES))
        fitted, totals = fit_regime.fit(blunt, bars, 12)
        for before, after in zip(totals, totals[1:]):
            self.assertGreaterEqual(after, before - 1e-6 * abs(before))
        self.assertGreater(totals[-1], totals[0] + 50)
        up, down, calm, storm = fitted.states
        self.assertEqual([up[0], up[4]], [-down[0], -down[4]])
        self.assertEqual(up[1:4] + up[5:], down[1:4] + down[5:])
        self.assertEqual([calm[0], calm[4], storm[0], storm[4]], [0.0] * 4)
        # storms are made 2.5 times as wide as trends, and ranges 0.67 times
        self.assertAlmostEqual(storm[1] / up[1], 2.5, delta=0.4)
        self.assertAlmostEqual(calm[1] / up[1], 0.67, delta=0.15)
        self.assertTrue(40 < up[8] < 200, up)
        self.assertGreater(up[0], 0.1)
        given = settings(fitted)
        state = ctypes.create_string_buffer(704)
        self.assertEqual(sigma.sigma_regime_init(state, ctypes.byref(given)), 0)

    def test_the_blocks_hold_every_setting(self) -> None:
        params = fit_regime.Params(calm=0.99)
        for block, form in ((fit_regime.yaml_block(params), "{}: {}"),
                            (fit_regime.c_block(params), ".{} = {}")):
            for name in fit_regime.SHARED:
                self.assertEqual(block.count(form.format(name, f"{getattr(params, name):.6g}")), 1)
            for name in fit_regime.FIELDS:
                self.assertEqual(block.count(form.format(name, "").rstrip()), 4, name)

    def test_a_small_run(self) -> None:
        done = subprocess.run([sys.executable, str(PROGRAM), "--years", "--iterations", "2",
                               str(SPX)], capture_output=True, text=True, check=True)
        self.assertTrue(done.stdout.startswith("regime:\n  states:\n    # up\n"), done.stdout)
        self.assertEqual(done.stderr.count("log likelihood"), 3)

    def test_bad_files_are_refused(self) -> None:
        done = subprocess.run([sys.executable, str(PROGRAM), str(ROOT / "README.md")],
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("README.md:2: expected numbers in the columns", done.stderr)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
