#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The page of a replay in a browser: what it shows is what the results say, and a click changes it.

Usage: test_report.py SIGMA_REPLAY [--screenshots FOLDER]

  --screenshots FOLDER  also writes pictures of the page: light and dark, wide and on a phone
"""
import csv
import itertools
import json
import re
import statistics
import subprocess
import sys
import tempfile
import unittest
from datetime import datetime
from pathlib import Path

from browser import Browser

REPLAY = Path(sys.argv[1]).resolve()
ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests/drivers"))
from report_page import swings  # noqa: E402  (its place is known only now)

HEADER = "timestamp,open,high,low,close,volume\n"
SPX = ROOT / "examples/data/spx_1d_2000_2020.csv"
SIGHTS = [(dark, width) for dark in (False, True) for width in (1280, 390)]
STUDENT = {60: 2.0003, 80: 1.9901, 100: 1.9840, 120: 1.9799, 140: 1.9771, 160: 1.9749, 200: 1.9719}
READY = """
return new Promise(done => { const wait = () => document.documentElement.dataset.ready
    ? requestAnimationFrame(() => requestAnimationFrame(done)) : setTimeout(wait, 10); wait(); })"""
# What is shown, as text.
READ = r"""
const at = id => document.getElementById(id), of = (id, tag) => [...at(id).querySelectorAll(tag)];
const steps = id => of(id, 'li').map(li => [li.dataset.name, li.dataset.leaves]);
return {
  figures: Object.fromEntries(of('figures', 'div').map(div => [div.dataset.name,
      [...div.querySelectorAll('dd')].map(dd => dd.textContent)])),
  title: at('trade-title').textContent, hidden: at('trade').hidden, facts: at('facts').textContent,
  factors: steps('factors'), caps: steps('caps'), why: at('why').textContent,
  refusals: of('refusals', 'li').map(li => [li.dataset.name, li.dataset.count]),
  exits: of('exits', 'li').map(li => [li.dataset.name, li.dataset.count]),
  bins: of('multiples', 'rect title').map(title => parseInt(title.textContent)),
  lanes: of('lanes', 'span[data-state]').map(span => span.dataset.state) };"""
# Where a share of a chart's width and height is, once it is on the screen.
SPOT = """
const [id, x, y] = arguments, over = document.querySelector(`#${id} .u-over`);
over.scrollIntoView({ block: 'center' });
const box = over.getBoundingClientRect();
return [box.left + x * box.width, box.top + y * box.height];"""
PLACES = """
return ['figures', 'equity', 'drawdown', 'price', 'trade'].map(id => {
  const box = document.getElementById(id).getBoundingClientRect();
  return [id, Math.round(box.top + scrollY), Math.round(box.height)]; });"""
SHIFT = """
return new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
      .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(0), 300); });"""
RANGES = """
return ['equity', 'drawdown', 'price'].map(id => {
  const { from, to } = document.getElementById(id).dataset; return [Number(from), Number(to)]; });"""
INK = """
return [...document.querySelectorAll('canvas')].map(canvas => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return new Set(new Uint32Array(data.buffer)).size; });"""


def replay(folder: Path, *words) -> Path:
    subprocess.run([REPLAY, "--quiet", "--out", folder, *map(str, words)], check=True)
    return folder / "report.html"


def edited(page: Path, path: Path, edit) -> Path:
    """The page with other data."""
    head, data, tail = re.split(r'(?<=id="data">)(.*?)(?=</script>)', page.read_text(
        encoding="utf-8"), maxsplit=1, flags=re.S)
    whole = json.loads(data)
    edit(whole)
    path.write_text(head + json.dumps(whole).replace("<", "\\u003c") + tail, encoding="utf-8")
    return path


def shade(color: str) -> int:
    """Of rgb(...): 0 for black, 765 for white."""
    return sum(map(int, re.findall(r"\d+", color)))


def plain(text: str) -> str:
    return text.replace("\u2212", "-").replace("\u202f", " ").replace(",", "")


class Report(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.out = Path(cls.folder.name)
        cls.page = replay(cls.out, SPX)
        cls.summary = json.loads((cls.out / "summary.json").read_text(encoding="utf-8"))
        with open(cls.out / "trades.csv", encoding="utf-8", newline="") as file:
            cls.trades = list(csv.DictReader(file))
        cls.multiples = [float(trade["r_multiple"]) for trade in cls.trades]
        cls.lines = [json.loads(line)["decided"] for line in (cls.out / "decisions.jsonl")
                     .read_text(encoding="utf-8").splitlines()
                     if line.startswith('{"decided"')]
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)

    def tearDown(self) -> None:
        self.assertEqual(self.browser.complaints(), [])

    def open(self, page: Path = None, dark: bool = False, width: int = 1280) -> dict:
        self.browser.emulate(dark, width, 900)
        self.browser.open(page or self.page)
        self.browser.script(READY)
        return self.read()

    def read(self) -> dict:
        return self.browser.script(READ)

    def press(self, name: str, selector: str = "#price") -> None:
        self.browser.script("document.querySelector(arguments[0]).dispatchEvent(new KeyboardEvent("
                            "'keydown', { key: arguments[1], bubbles: true }));", selector, name)

    def mouse(self, *steps) -> None:
        """Moves, presses and releases at shares of a chart's width and height."""
        for kind, *spot in steps:
            x, y = self.browser.script(SPOT, *spot)
            self.browser.chrome("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left",
                                buttons=int(kind != "mouseReleased"), clickCount=1)

    def click(self, x: float, y: float) -> None:
        self.mouse(*((kind, "price", x, y) for kind in ("mousePressed", "mouseReleased")))

    def drag(self, chart: str, start: float, end: float) -> None:
        self.mouse(("mousePressed", chart, start, 0.5), ("mouseMoved", chart, end, 0.5),
                   ("mouseReleased", chart, end, 0.5))

    def assert_trade(self, shown: dict, number: int) -> None:
        """What is shown of a trade is what was decided and what came of it."""
        row = self.trades[number - 1]
        line = next(line for line in self.lines if line["decision"]["stops"]["stop"] ==
                    float(row["stop"]) and line["decision"]["lots"] == float(row["lots"]))
        sizing = line["decision"]["sizing"]
        self.assertIn(f"Trade {number} of {len(self.trades)}: SPX {row['side']}", shown["title"])
        self.assertIn(f"{float(row['profit']):.2f}", plain(shown["facts"]))
        self.assertEqual([name for name, _ in shown["caps"]], sizing["asked"])
        self.assertEqual(float(shown["caps"][-1][1]), float(row["lots"]))
        self.assertEqual(float(shown["factors"][0][1]), sizing["risk_after"][0])

    def test_figures(self) -> None:
        for dark, width in SIGHTS:
            figures = self.open(dark=dark, width=width)["figures"]
            texts = {name: plain(" ".join(found)) for name, found in figures.items()}
            all_time = self.summary["journal"]["all"]
            gained = self.summary["final_equity"] / self.summary["start_balance"] - 1
            for name, text in (("Return", f"{100 * gained:.1f} %"),
                               ("Max drawdown", f"{100 * self.summary['maximum_drawdown']:.1f} %"),
                               ("Profit factor", f"{all_time['cash']['profit_factor']:.2f}"),
                               ("Expectancy", f"{statistics.fmean(self.multiples):.2f} R"),
                               ("Trades", str(self.summary["trades"])),
                               ("Refused", f"{self.summary['denied']} of "
                                           f"{self.summary['proposals']}")):
                self.assertIn(text, texts[name])

    def test_interval(self) -> None:
        """Student's quantiles are those of the tables; the interval is the textbook's."""
        text = plain(self.open()["figures"]["Expectancy"][1])
        count, mean = len(self.multiples), statistics.fmean(self.multiples)
        (less, high), (more, low) = next(pair for pair in itertools.pairwise(STUDENT.items())
                                         if pair[0][0] < count <= pair[1][0])
        reach = (high + (low - high) * (count - 1 - less) / (more - less)) * statistics.stdev(self.multiples) / count ** 0.5
        low, high = (float(number) for number in re.findall(r"[-+][\d.]+", text))
        self.assertAlmostEqual(low, mean - reach, delta=0.0055)
        self.assertAlmostEqual(high, mean + reach, delta=0.0055)
        source = (ROOT / "examples/report/figures.mjs").as_uri()
        found = subprocess.run(["node", "--input-type=module", "-e", f"import {{ student }} from "
                                f"'{source}'; console.log([4, 5, 10, 30, 100].map(student).join())"],
                               capture_output=True, text=True, check=True).stdout.split(",")
        for value, expected in zip(found, (2.7764, 2.5706, 2.2281, 2.0423, 1.9840), strict=True):
            self.assertAlmostEqual(float(value), expected, delta=0.013)

    def test_click(self) -> None:
        for dark, width in SIGHTS:
            with self.subTest(dark=dark, width=width):
                before = self.open(dark=dark, width=width)
                self.assert_trade(before, len(self.trades))
                self.click(0.3, 0.7)
                after = self.read()
                self.assertNotEqual(after["caps"], before["caps"])
                self.assertNotEqual(after["factors"], before["factors"])
                self.assert_trade(after, int(re.search(r"Trade (\d+)", after["title"])[1]))

    def test_keys(self) -> None:
        self.open()
        for key, number in (("ArrowLeft", -1), ("ArrowLeft", -2), ("ArrowRight", -1),
                            ("ArrowRight", 0), ("ArrowRight", 0), ("Enter", 0), ("Escape", 0)):
            self.press(key)
            self.assert_trade(self.read(), len(self.trades) + number)
        for selector, number in (("#before", -1), ("#closer", -1), ("#after", 0), ("#whole", 0)):
            self.browser.script("document.querySelector(arguments[0]).click()", selector)
            self.assert_trade(self.read(), len(self.trades) + number)

    def test_counts(self) -> None:
        shown = self.open()
        reasons = [row["reason"] for row in self.trades]
        self.assertEqual({name: int(count) for name, count in shown["exits"]},
                         {reason: reasons.count(reason) for reason in reasons})
        self.assertEqual(sum(shown["bins"]), len(self.trades))

    def test_light_and_dark(self) -> None:
        """As the system wants it, until the reader wants it otherwise."""
        for dark in False, True:
            self.open(dark=dark)
            drawn = self.browser.script(INK)
            self.assertTrue(all(colors > 20 for colors in drawn), drawn)
            self.assertEqual(self.is_dark(), dark)
            self.browser.emulate(not dark, 1280, 900)
            self.assertEqual(self.is_dark(), not dark)
            for wanted in dark, not dark:
                self.browser.script("document.getElementById('theme').click()")
                for system in not dark, dark:
                    self.browser.emulate(system, 1280, 900)
                    self.assertEqual(self.is_dark(), wanted)

    def is_dark(self) -> bool:
        """Whether the paper is; the ink and the button must be of the same opinion."""
        self.browser.script(READY)  # the next frame: till then the page may not know
        paper, ink, button = self.browser.script("""const style = getComputedStyle(document.body);
            return [style.backgroundColor, style.color, document.getElementById('theme').textContent];""")
        dark = shade(paper) < 200
        self.assertEqual((shade(ink) > 500, button), (dark, "Light" if dark else "Dark"))
        return dark

    def test_without_scripts(self) -> None:
        """The page says so, in the colours that the system wants."""
        self.browser.chrome("Emulation.setScriptExecutionDisabled", value=True)
        try:
            for dark in False, True:
                self.browser.emulate(dark, 1280, 900)
                self.browser.open(self.page)
                style = self.browser.style("body")
                self.assertEqual(shade(style["background-color"]) < 200, dark)
                self.assertEqual(shade(style["color"]) > 500, dark)
                self.assertNotEqual(self.browser.style("noscript")["display"], "none")
        finally:
            self.browser.chrome("Emulation.setScriptExecutionDisabled", value=False)

    def test_fits(self) -> None:
        """Nothing is wider than the screen, and nothing jumps while it loads."""
        for dark, width in SIGHTS:
            self.open(dark=dark, width=width)
            self.assertLess(self.browser.script(SHIFT), 0.01)
            places = self.browser.script(PLACES)
            self.assertLessEqual(self.browser.script(
                "return document.documentElement.scrollWidth"), width)
            self.click(0.3, 0.7)
            self.assertEqual([place[:2] for place in self.browser.script(PLACES)],
                             [place[:2] for place in places])

    def test_zoom(self) -> None:
        """All charts show the same time."""
        self.open()
        whole = self.browser.script(RANGES)
        for chart in "equity", "drawdown", "price":
            self.drag(chart, 0.5, 0.75)
            ranges = self.browser.script(RANGES)
            self.assertEqual(ranges[1:], ranges[:-1], chart)
            length = whole[0][1] - whole[0][0]
            for got, share in zip(ranges[0], (0.5, 0.75)):
                self.assertAlmostEqual(got, whole[0][0] + share * length, delta=0.01 * length)
            self.press("Escape")
            self.assertEqual(self.browser.script(RANGES), whole)
        self.press("ArrowLeft")
        self.press("Enter")
        least, most = self.browser.script(RANGES)[2]
        entered = datetime.fromisoformat(self.trades[-2]["entry_time"].replace("Z", "+00:00"))
        self.assertTrue(least < entered.timestamp() < most)
        self.assertLess(most - least, 0.05 * (whole[0][1] - whole[0][0]))

    def test_guards(self) -> None:
        """States of the guards stand along time, from each change to the next."""
        self.assertGreater(len(self.open()["lanes"]), 1)
        first, last = 946857600000, 1587081600000
        middle = (first + last) / 2
        events = [[first, "breaker", "closed", 0, ""], [middle, "breaker", "halt", 3, "Orders failed."],
                  [first, "monitor", "none", 0, ""], [middle, "monitor", "severe", 3, "edge lost"]]

        def edit(data: dict) -> None:
            data["rows"] = [row for row in data["rows"] if row[0] != "event"]
            data["rows"] += [["event", *event] for event in events]

        shown = self.open(edited(self.page, self.out / "guards.html", edit))
        self.assertEqual(shown["lanes"], ["closed", "halt", "none", "severe"])
        spans = self.browser.script("""return [...document.querySelectorAll('.track span')].map(
            span => [parseFloat(span.style.left), parseFloat(span.style.width)]);""")
        for (left, width), place in zip(spans, (0, 50, 0, 50), strict=True):
            self.assertAlmostEqual(left, place, delta=0.1)
            self.assertAlmostEqual(width, 50, delta=0.1)
        told = self.browser.script("return document.getElementById('events').textContent")
        self.assertIn("breaker halt. Orders failed.", told)

    def test_versus(self) -> None:
        """What votes were worth, where that was tested."""
        shown = """return [document.getElementById('versus').hidden, document.getElementById(
            'difference').textContent, [...document.getElementById('arms').children].map(row =>
            [row.dataset.mean, ...[...row.querySelectorAll('.reach, .dot')].map(span => {
              const box = span.getBoundingClientRect(); return [box.left, box.right]; })])];"""
        self.open()
        self.assertTrue(self.browser.script(shown)[0])
        times = [line.split(",")[0] for line in SPX.read_text(encoding="utf-8").splitlines()[1:]]
        votes = itertools.cycle(["approve:0.9", "reject", "reduce"])
        opinions = self.out / "opinions.csv"
        opinions.write_text("timestamp,vote\n" + "".join(
            f"{time},{vote}\n" for time, vote in zip(times, votes)), encoding="utf-8")
        self.open(replay(self.out / "other", SPX, "--signal", "score", "--opinions", opinions,
                         "--ab"))
        summary = json.loads((self.out / "other/summary.json").read_text(encoding="utf-8"))
        hidden, text, rows = self.browser.script(shown)
        self.assertFalse(hidden)
        self.assertEqual([float(row[0]) for row in rows], [summary[f"ab_{name}"] for name in
                                                           ("technical", "with_votes", "difference")])
        self.assertIn(f"Of {summary['ab_signals']} closed signals", plain(text))
        for low, verdict in ((-0.02, "Chance alone could"), (0.01, "Chance alone hardly")):
            found = {"ab_signals": 1234, "ab_scaled": 55, "ab_technical": -0.0104,
                     "ab_with_votes": 0.0296, "ab_difference": 0.04, "ab_low": low,
                     "ab_high": 0.1, "ab_p": 0.0312}
            self.open(edited(self.page, self.out / "versus.html",
                             lambda data: data["summary"].update(found)))
            hidden, text, rows = self.browser.script(shown)
            self.assertFalse(hidden)
            self.assertEqual([float(row[0]) for row in rows], [-0.0104, 0.0296, 0.04])
            for part in ("1234 closed", "refused 55.", "+0.040 R a signal", f"{low:+.3f} R to "
                         "+0.100 R", "p = 0.031", verdict):
                self.assertIn(part, plain(text))
            (start, end), (left, right) = rows[2][1:]
            share = ((left + right) / 2 - start) / (end - start)
            self.assertAlmostEqual(share, (0.04 - low) / (0.1 - low), delta=0.01)

    def test_symbols(self) -> None:
        """A trade is shown on the prices of its own symbol; lots closed in parts are one trade."""
        def edit(data: dict) -> None:
            prices = {**data["symbols"][0]["prices"]}
            prices["close"] = [2 * price for price in prices["close"]]
            data["symbols"].append({"name": "<b>NDX</b>", "prices": prices})
            for place, row in enumerate(row for row in data["rows"] if row[0] == "trade"):
                row[2] = place % 2
            data["rows"].append([*next(row for row in reversed(data["rows"])
                                       if row[0] == "trade")])

        shown = self.open(edited(self.page, self.out / "symbols.html", edit))
        self.assertEqual(sum(shown["bins"]), len(self.trades))
        self.assertIn(f"of {len(self.trades)}: <b>NDX</b> ", shown["title"])
        self.assertIn("in 2 parts", shown["facts"])
        pressed = """return [...document.getElementById('symbols').children].map(button =>
            [button.textContent, button.getAttribute('aria-pressed')]);"""
        self.assertEqual(self.browser.script(pressed), [["SPX", "false"], ["<b>NDX</b>", "true"]])
        self.press("ArrowLeft")
        self.assertIn(": SPX ", self.read()["title"])
        self.assertEqual(self.browser.script(pressed), [["SPX", "true"], ["<b>NDX</b>", "false"]])
        self.browser.script("document.querySelector('#symbols :last-child').click()")
        self.click(0.5, 0.5)
        self.assertIn("<b>NDX</b>", self.read()["title"])

    def test_nothing_is_loaded(self) -> None:
        self.open()
        self.assertEqual(self.browser.script("return performance.getEntriesByType('resource')"), [])

    def run_of(self, text: str, *words) -> tuple:
        bars = self.out / "bars.csv"
        bars.write_text(text, encoding="utf-8")
        page = replay(self.out / "other", bars, *words)
        summary = json.loads((self.out / "other/summary.json").read_text(encoding="utf-8"))
        return self.open(page), summary

    def test_hardly_anything(self) -> None:
        lines = SPX.read_text(encoding="utf-8").splitlines(True)
        for count in 1, 2, 30:
            shown, summary = self.run_of("".join(lines[:count + 1]), "--interval", "1d")
            self.assertEqual((summary["trades"], shown["hidden"]), (0, True))
            self.assertIn("too few trades", shown["figures"]["Expectancy"][1])
            self.assertIn(f" {count} 1-day bar{'s' * (count > 1)} ", self.browser.script(
                "return document.getElementById('period').textContent"))
            self.press("ArrowRight")
        shown, summary = self.run_of("".join(lines), "--balance", "0.5", "--guards", "none")
        self.assertEqual([[name, int(number)] for name, number in shown["refusals"]],
                         [["minimum_lot", summary["denied"]]])

    def test_open_position(self) -> None:
        """One that is open at the end has a row, a mark, its decision, and no part in the results."""
        lines = SPX.read_text(encoding="utf-8").splitlines(True)
        shown, summary = self.run_of("".join(lines[:300]), "--interval", "1d")
        profit, trades = summary["open_profit"], summary["trades"]
        self.assertNotEqual(profit, 0)
        rows = self.browser.script("""return [...document.querySelectorAll('#positions li')].map(
            li => [Number(li.dataset.profit), li.textContent]);""")
        self.assertEqual([row[0] for row in rows], [profit])
        self.assertIn("SPX short", rows[0][1])
        for part in "Open profit", "Entry", "Last price", "Stop", "target", f"{profit:.2f}":
            self.assertIn(part, plain(rows[0][1]))
        self.assertIn(f"Trade {trades + 1} of {trades + 1}, open: SPX short", shown["title"])
        self.assertIn(f"{profit:.2f}", plain(shown["facts"]))
        self.assertGreater(len(shown["caps"]), 3)
        self.assertEqual(sum(int(count) for _, count in shown["exits"]), trades)
        self.assertEqual(sum(shown["bins"]), trades)
        self.assertIn("; 1 open", shown["figures"]["Trades"][1])
        self.click(0.5, 0.5)
        self.assertNotIn("open", self.read()["title"])
        self.browser.script("document.querySelector('#positions button').click()")
        self.assertEqual(self.read(), shown)
        self.open()
        self.assertTrue(self.browser.script("return document.getElementById('open').hidden"))

    def test_by_symbol(self) -> None:
        """What all symbols made is what the account made."""
        data = ROOT / "examples/data"
        self.open(replay(self.out / "other", "--guards", "none", f"AAPL={data}/aapl_1d_2013_2018.csv",
                         f"BTCUSDT={data}/btcusd_1m_2016_01_01_03.csv"))
        summary = json.loads((self.out / "other/summary.json").read_text(encoding="utf-8"))
        shown = self.browser.script("""return [document.getElementById('by-symbol').hidden,
            [...document.querySelectorAll('#shares li')].map(li => Number(li.dataset.profit)),
            document.getElementById('period').textContent];""")
        self.assertEqual((shown[0], len(shown[1])), (False, 2))
        self.assertAlmostEqual(sum(shown[1]), summary["final_equity"] - summary["start_balance"], 6)
        self.assertIn(f"{100 * summary['return_a_year']:.1f} % a year", plain(shown[2]))
        self.open()
        self.assertTrue(self.browser.script("return document.getElementById('by-symbol').hidden"))

    def test_print(self) -> None:
        """On paper it is light and as wide as that, and afterwards as it was."""
        state = """const { color, backgroundColor } = getComputedStyle(document.body);
            return [color, backgroundColor, document.querySelector('#price canvas').clientWidth,
                    document.getElementById('price').clientWidth];"""
        self.open(dark=True)
        before = self.browser.script(state)
        self.browser.script("dispatchEvent(new Event('beforeprint'))")
        ink, paper, canvas, box = self.browser.script(state)
        self.assertLess(shade(ink), 200)
        self.assertEqual((paper, canvas), ("rgb(255, 255, 255)", box))
        self.assertLess(box, 720)
        self.browser.script("dispatchEvent(new Event('afterprint'))")
        self.assertEqual(self.browser.script(state), before)

    def test_pictures_have_names(self) -> None:
        """Whoever cannot see them is told what they show; whatever is pressed has a name."""
        self.open()
        names = self.browser.script("""return [...document.querySelectorAll(
            '[role=img], [role=group], button')].map(one => one.ariaLabel || one.textContent);""")
        self.assertGreater(len(names), 8)
        self.assertEqual([name for name in names if not name.strip()], [])
        told = plain(" ".join(names))
        self.assertIn(f" to {self.summary['final_equity']:.0f}", told)
        self.assertRegex(told, r"Drawdown of the equity along time: at most \d+\.\d %")

    def test_many_trades(self) -> None:
        shown, summary = self.run_of(HEADER + "".join(swings(60000)), "--symbol", "BTCUSDT", "--mode",
                                      "fraction", "--exits", "none", "--guards", "none")
        self.assertGreater(summary["trades"], 10000)
        self.assertEqual(plain(shown["figures"]["Trades"][0]), str(summary["trades"]))
        self.assertIn("a tick is what", self.browser.script(
            "return document.getElementById('hint').textContent"))
        self.click(0.5, 0.5)
        clicked = self.read()
        self.assertNotEqual(clicked["title"], shown["title"])
        self.assertGreater(len(clicked["caps"]), 3)
        self.assertLess((self.out / "other/report.html").stat().st_size, 12e6)


def look(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    browser = Browser()
    try:
        page = replay(folder / "run", SPX)
        for dark, width in SIGHTS:
            browser.emulate(dark, width, 900)
            browser.open(page)
            browser.script(READY)
            height = browser.script("return document.documentElement.scrollHeight")
            browser.emulate(dark, width, height)
            browser.script(READY)
            browser.screenshot(folder / f"{'dark' if dark else 'light'}-{width}.png")
    finally:
        browser.close()


if __name__ == "__main__":
    if sys.argv[2:3] == ["--screenshots"]:
        look(Path(sys.argv[3]))
    else:
        unittest.main(argv=sys.argv[:1] + sys.argv[2:])
