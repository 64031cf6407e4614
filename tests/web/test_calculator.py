#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The calculator page in a browser: the same numbers as sigma-size, to the last digit.

Usage: test_calculator.py SIGMA_SIZE PAGE [--screenshots FOLDER]

  --screenshots FOLDER  also writes pictures of the page: light and dark, wide and on a phone
"""
import decimal
import json
import re
import subprocess
import sys
import unittest
from decimal import Decimal
from pathlib import Path

from browser import Browser

SIZE, PAGE = (Path(word).resolve() for word in sys.argv[1:3])
FX = {"symbol": "EURUSD", "account": "10000", "entry": "1.10", "stop": "1.0970"}
CASES = {
    "forex": FX | {"risk": "1%"},
    "forex short": {"symbol": "GBPUSD", "account": "25000", "entry": "1.2711", "stop": "1.2753",
                    "risk": "0.7%", "commission": "3.5", "spread": "9", "slippage": "2"},
    "metal": {"symbol": "XAUUSD", "account": "48213.57", "entry": "2375.4", "stop": "2361.15",
              "target": "2412", "probability": "55%"},
    "future": {"symbol": "ES", "account": "250000", "entry": "5312.25", "stop": "5290", "spread": "1",
               "commission": "2.25", "risk": "1.5%"},
    "oil": {"symbol": "CL", "account": "100000", "entry": "78.11", "stop": "78.64", "risk": "2%"},
    "index": {"symbol": "SPX", "account": "31415.93", "entry": "4512.77", "stop": "4470.01"},
    "crypto": {"symbol": "BTCUSDT", "account": "7321.4", "entry": "67123.45", "stop": "65890",
               "fee-rate": "0.045%", "risk": "1.25%"},
    "ether": {"symbol": "ETHUSDT", "account": "1234567.891", "entry": "3456.78", "stop": "3567.89"},
    "stock": {"symbol": "AAPL", "account": "10000", "entry": "200", "stop": "190"},
    "inverse": {"asset": "inverse", "tick-size": "0.1", "contract-size": "100", "quote-rate": "1",
                "lot-step": "1", "lot-min": "1", "lot-max": "1e6", "leverage": "10", "account": "1",
                "entry": "60000", "stop": "59000"},
    "stop by the ATR": {"symbol": "NQ", "account": "90000", "entry": "18250", "atr": "61.3",
                        "side": "short", "atr-multiple": "1.2", "reward-risk": "3"},
    "no lot fits": FX | {"account": "100", "stop": "1.09"},
    "no stop on the losing side": FX | {"side": "short"},
    "reward too small": FX | {"target": "1.101"},
    "margin in use": FX | {"margin-used": "6600", "risk": "2%"},
    "drawdown": FX | {"account": "8400", "peak": "10000"},
    "own limit": FX | {"lot-cap": "0.05", "lots": "3"},
    "sceptical": FX | {"mode": "sceptical", "kelly": "10%", "trades": "150", "mean": "0.2"},
    "no edge": FX | {"mode": "sceptical", "kelly": "10%", "trades": "52", "mean": "-5.2"},
    "published": FX | {"mode": "published", "trades": "34", "mean": "0.2", "win-rate": "50%",
                       "payoff": "2", "risk-max": "1.4%", "confidence": "80%"},
    "money": FX | {"mode": "money", "risk-money": "77.7", "entry": "1.10001"},
    "volatility": FX | {"mode": "volatility", "volatility": "96%", "volatility-target": "33%"},
    "scaling": FX | {"mode": "scaling", "fraction": "0.4%"},
    "ties are rounded to even": {"symbol": "AAPL", "account": "10000", "entry": "200.125",
                                 "stop": "190.5", "risk": "0.2%"},
}
REFUSED = {
    "account": {"symbol": "EURUSD", "entry": "1.1", "stop": "1.09"},
    "risk": FX | {"risk": "21%"},
    "entry": FX | {"entry": "x"},
    "stop": {key: FX[key] for key in ("symbol", "account", "entry")},
    "side": FX | {"stop": "1.10"},
    "leverage": FX | {"leverage": "0.5"},
    "reward-risk": FX | {"target": "1.2", "reward-risk": "2"},
    "atr-multiple": FX | {"atr-multiple": "2"},
    "lot-min": FX | {"lot-min": "1", "lot-max": "0.1"},
    "tick-size": {key: FX[key] for key in ("account", "entry", "stop")},
}
SINGLE = {"lots": None, "risk": 2, "loss_per_lot": 2, "cost_per_lot": 2, "margin": 2, "notional": 2,
          "gain": 2, "balance_min": 2, "stop": None, "target": None, "reward_risk": -4}
FILL = """
const form = document.getElementById('form');
for (const each of form.elements) each.value = arguments[0][each.name] ?? '';
if (!form.elements.mode.value) form.elements.mode.value = 'fraction';
form.dispatchEvent(new Event('input'));
"""
READ = """
const at = id => document.getElementById(id);
const texts = element => [element.dataset.exact, element.textContent];
const steps = id => [...at(id).children].map(li => [li.dataset.name, li.classList.contains('bound'),
    ...texts(li.querySelector('.by')), ...texts(li.querySelector('.leaves'))]);
const names = id => [...at(id).children].map(li => li.dataset.name);
return {
  hidden: at('result').hidden, verdict: at('word').textContent,
  figures: Object.fromEntries([['lots', texts(at('lots'))], ...[...at('figures').querySelectorAll(
      'dd')].map(dd => [dd.dataset.name, [dd.dataset.exact, dd.children[0].textContent]])]),
  factors: steps('factors'), caps: at('waterfall').hidden ? [] : steps('caps'),
  refused: names('refused'), warnings: names('warnings'),
  wrong: [...document.querySelectorAll('.row')].filter(row => row.classList.contains('bad'))
      .map(row => row.dataset.flag) };
"""


def size(given: dict, *more: str) -> subprocess.CompletedProcess:
    words = [f"--{flag}={value}" for flag, value in given.items()]
    return subprocess.run([SIZE, *words, *more], capture_output=True, text=True)


def rounded(exact: str, places) -> str:
    """As printf would: 2 decimals of money, or significant digits where below zero; ties to even."""
    if places is None:
        return exact
    value = Decimal(float(exact))
    with decimal.localcontext() as context:
        context.prec = 400
        if places < 0 and value:
            places = -places - 1 - value.adjusted()
            value = value.quantize(Decimal(1).scaleb(-places), decimal.ROUND_HALF_EVEN)
            return f"{value:f}".rstrip("0").rstrip(".") if places > 0 else f"{value:f}"
        if places < 0:
            return "0"
        small = Decimal("5e-9") <= abs(value) < 1  # money, of which four digits count
        places = min(8, 3 - value.adjusted()) if small else 2
        value = value.quantize(Decimal(1).scaleb(-places), decimal.ROUND_HALF_EVEN)
    whole, point, cents = f"{value:,f}".partition(".")
    return whole + point + cents[:2] + cents[2:].rstrip("0")


class Calculator(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.browser = Browser()
        cls.browser.open(PAGE)
        cls.browser.script("return new Promise(done => { const wait = () => document"
                           ".documentElement.dataset.ready ? done() : setTimeout(wait, 10); wait(); })")

    @classmethod
    def tearDownClass(cls) -> None:
        cls.browser.close()

    def tearDown(self) -> None:
        self.assertEqual(self.browser.complaints(), [])

    def read(self, given: dict) -> dict:
        self.browser.script(FILL, given)
        return self.browser.script(READ)

    def compare(self, answer: dict, page: dict) -> None:
        self.assertEqual((page["hidden"], page["wrong"]), (False, []))
        for name in ("verdict", "refused", "warnings"):
            self.assertEqual(page[name], answer[name])
        asked = "caps" in answer
        expected = {name: [answer[name], rounded(answer[name], places)]
                    for name, places in SINGLE.items() if asked or name == "lots"}
        self.assertEqual(page["figures"], expected)
        factors = [row for row in answer.get("factors", []) if row["name"] == "base" or
                   float(row["times"]) != 1]
        if asked:
            self.assertEqual(page["factors"], [
                [row["name"], False, row["times"], "× " + rounded(row["times"], -4),
                 row["leaves"], rounded(row["leaves"], 2)] for row in factors])
        self.assertEqual(page["caps"], [
            [row["name"], row["name"] == answer["binding"], row["at_most"],
             "≤ " + rounded(row["at_most"], -6), row["leaves"], rounded(row["leaves"], -6)]
            for row in answer.get("caps", [])])

    def test_same_numbers(self) -> None:
        for name, given in CASES.items():
            with self.subTest(name):
                ended = size(given, "--json")
                self.assertIn(ended.returncode, (0, 3), ended.stderr)
                self.compare(json.loads(ended.stdout, parse_float=str, parse_int=str),
                             self.read(given))

    def test_as_it_prints(self) -> None:
        """The figures that sigma-size prints for people, as the page shows them."""
        for name, given in CASES.items():
            printed = dict(re.findall(r"^(\w+) +([\d,.-]+)(?: |$)", size(given).stdout, re.M))
            shown = {figure: text for figure, (_, text) in self.read(given)["figures"].items()}
            both = set(shown) & set(printed)
            self.assertGreater(len(both), 3 if len(shown) > 1 else 0, name)
            self.assertEqual({figure: shown[figure] for figure in both},
                             {figure: printed[figure] for figure in both}, name)

    def test_typed(self) -> None:
        self.read(CASES["forex"])
        for flag, text in (("account", "20000"), ("risk", "0.5"), ("stop", "1.0951")):
            self.browser.type(f"#in-{flag}", text)
        given = FX | {"account": "20000", "risk": "0.5%", "stop": "1.0951"}
        self.compare(json.loads(size(given, "--json").stdout, parse_float=str, parse_int=str),
                     self.browser.script(READ))

    def test_refused_together(self) -> None:
        for flag, given in REFUSED.items():
            with self.subTest(flag):
                ended = size(given, "--json")
                self.assertEqual((ended.returncode, ended.stdout), (2, ""))
                self.assertRegex(ended.stderr, f"--{flag}\\b")
                page = self.read(given)
                self.assertEqual((page["hidden"], page["wrong"]), (True, [flag]))

    def test_nothing_is_loaded(self) -> None:
        self.assertEqual(self.browser.script("return performance.getEntriesByType('resource')"), [])
        self.assertNotRegex(PAGE.read_text(encoding="utf-8"), r"(?:https?:)?//[\w.]+\.\w+/|@import")


def look(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    browser = Browser()
    try:
        browser.open(PAGE)
        for name, given in (("example", CASES["forex"] | {"risk": "1"}), ("costs", CASES["crypto"]),
                            ("denied", CASES["no edge"]), ("wrong", REFUSED["risk"])):
            for looks, dark, width, height in (("light", False, 1100, 1000), ("dark", True, 1100, 1000),
                                               ("phone", False, 390, 1400)):
                browser.emulate(dark, width, height)
                browser.script(FILL, given)
                browser.screenshot(folder / f"{name}-{looks}.png")
    finally:
        browser.close()


if __name__ == "__main__":
    if sys.argv[3:4] == ["--screenshots"]:
        look(Path(sys.argv[4]))
    else:
        unittest.main(argv=sys.argv[:1] + sys.argv[3:])
