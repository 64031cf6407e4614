#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma-replay: the lines of its log that are no decisions: what they say, and that it is checked."""
import json
import re

from again import Again
from fills import when
from forged import sealed
from programs import DATA, HEADER, REPLAY, main, run, table
from retold import read

SPX = DATA / "spx_1d_2000_2020.csv"
PLAIN = ["--mode", "fraction", "--exits", "none"]
INCIDENTS = """time,kind,value
2005-06-01T12:00:00Z,latency,812.5
2005-06-01T12:00:01Z,reject,
2005-06-01T12:00:02Z,reject,
2005-06-01T12:00:03Z,reject,
2005-06-01T12:00:04Z,slippage,0.0042
2005-06-01T12:00:05Z,network,
2005-06-01T12:00:06Z,order_done,
2005-06-01T12:00:07Z,volatility,0.9
2005-06-01T12:00:08Z,security,
"""


class Events(Again):
    def lines(self) -> dict:
        return read(self.out / "decisions.jsonl")

    def verified(self) -> None:
        ended = run(REPLAY, "--quiet", "--verify", self.out / "decisions.jsonl")
        self.assertEqual((ended.status, ended.err), (0, ""))

    def told(self, summary: dict) -> None:
        """Summary and lines agree, kind by kind."""
        lines, met = self.lines(), [v for v in self.lines()["violation"] if "id" in v]
        self.assertEqual(summary["violations"], len(met))
        for name, words in (
                ("failures", [f["event"] for f in lines["failure"] if "symbol" not in f]),
                ("breaker_levels", [t["transition"]["to"] for t in lines["transition"]]),
                ("rules_broken", [v["source"] for v in lines["violation"] if "id" not in v]),
                ("closed_by", [e["result"]["reason"] for e in lines["exit"]])):
            self.assertEqual(summary[name], {word: words.count(word) for word in words}, name)
        self.verified()


class Failures(Events):
    def test_each_incident_that_failed_something(self):
        path = self.write(INCIDENTS, "incidents.csv")
        summary = self.replayed(*PLAIN, "--incidents", path, SPX)
        self.told(summary)
        found = [f for f in self.lines()["failure"] if "symbol" not in f]
        self.assertEqual([(f["time"], f["event"], f.get("latency"), f.get("slippage"))
                          for f in found],
                         [("2005-06-01T12:00:00Z", "latency", 812.5, None),
                          ("2005-06-01T12:00:01Z", "order_failed", None, None),
                          ("2005-06-01T12:00:02Z", "order_failed", None, None),
                          ("2005-06-01T12:00:03Z", "order_failed", None, None),
                          ("2005-06-01T12:00:04Z", "slippage", None, 0.0042),
                          ("2005-06-01T12:00:05Z", "network", None, None),
                          ("2005-06-01T12:00:08Z", "security", None, None)])
        self.assertEqual(summary["breaker_levels"]["shutdown"], 1)

    def test_what_led_to_a_transition_stands_before_it(self):
        path = self.write(INCIDENTS, "incidents.csv")
        self.replayed(*PLAIN, "--incidents", path, SPX)
        lines = self.lines()
        behind = {f["place"]: f for f in lines["failure"]}
        raised = [t for t in lines["transition"] if t["event"]["time"][:10] == "2005-06-01"]
        self.assertGreater(len(raised), 1)
        for t in raised:
            self.assertEqual(behind[t["place"] - 1]["event"], t["event"]["event"])

    def test_cancelled_orders(self):
        """An order whose stop the next open has passed is one that failed."""
        rows, price = [], 1000.0
        for day in range(1500):
            start = price * (0.9 if day % 50 == 49 else 1.0)
            price = start * (1.006 if day % 50 > 9 else 0.99)
            date = f"{1990 + day // 336}-{day // 28 % 12 + 1:02d}-{day % 28 + 1:02d}"
            high, low = max(start, price) * 1.001, min(start, price) * 0.999
            rows.append(f"{date},{start:.2f},{high + 0.01:.2f},{low - 0.01:.2f},{price:.2f},1\n")
        cancelled = 0
        for shift in range(0, 50, 5):
            bars = self.write(HEADER + "".join(rows[shift:]))
            summary = self.replayed("--mode", "fraction", "--guards", "none", bars)
            self.told(summary)
            failed = self.lines()["failure"]
            cancelled += len(failed)
            self.assertEqual(summary["cancelled"], len(failed))
            granted = {d["proposal"]["id"]: d for d in self.lines()["decided"]
                       if "verdict" in d["decision"]}
            for f in failed:
                d = granted[f["id"]]
                self.assertEqual((f["event"], f["symbol"], f["side"], f["intent"], f["lots"],
                                  f["wanted"], f.get("filled", 0), f.get("price", 0)),
                                 ("order_failed", d["proposal"]["symbol"], d["proposal"]["side"],
                                  "open", d["decision"]["lots"], d["proposal"]["entry"], 0, 0))
        self.assertGreater(cancelled, 0)


class Violations(Events):
    def test_a_firm_whose_rule_is_broken(self):
        """Ten times the risk that the firm can bear: its line names rule, equity and floor."""
        words = ["--mode", "fraction", "--guards", "none", "--prop", "apex_50k", "--symbol", "NDX",
                 "--risk", "4%"]
        summary = self.replayed(*words, self.fallen(words))
        self.told(summary)
        broken = [v for v in self.lines()["violation"] if "id" not in v]
        self.assertEqual([(v["source"], v["rules"]) for v in broken], [("prop", ["total_loss"])])
        self.assertLessEqual(broken[0]["value"], broken[0]["limit"])
        refused = [v for v in self.lines()["violation"] if "id" in v]
        self.assertTrue(any("phase" in v.get("rules", []) and v["source"] == "prop"
                            for v in refused if v["time"] > broken[0]["time"]))

    def fallen(self, words: list):
        """Bars that fall by half in the midst of the longest trade."""
        path = DATA / "ndx_1d_1985_2012.csv"
        self.replayed(*words, path)
        trade = max((t for t in table(self.out / "trades.csv") if t["side"] == "long"),
                    key=lambda t: when(t["exit_time"]) - when(t["entry_time"]))
        rows = path.read_text(encoding="utf-8").splitlines(True)
        place = next(i for i, row in enumerate(rows) if row[:10] == trade["entry_time"][:10]) + 1
        for i in range(place, len(rows)):
            time, *prices, volume = rows[i].split(",")
            rows[i] = ",".join([time, *(repr(float(p) / 2) for p in prices), volume])
        return self.write("".join(rows))

    def test_a_lost_day(self):
        """A fall of a third within a day passes the gate's daily loss: once, until the next day."""
        words = ["--mode", "fraction", "--risk", "2%", "--symbol", "NDX"]
        summary = self.replayed(*words, self.fallen(words))
        self.told(summary)
        lost = [v for v in self.lines()["violation"] if v.get("layers") == ["daily_loss"]
                and "id" not in v]
        self.assertGreater(len(lost), 0)
        for v in lost:
            self.assertEqual((v["source"], v["limit"]), ("gate", -0.05))
            self.assertLessEqual(v["value"], -0.05)
        self.assertEqual(len({v["time"][:10] for v in lost}), len(lost))

    def test_a_halted_strategy(self):
        summary = self.replayed("--mode", "fraction", "--symbol", "BTCUSDT", "--spread", "90",
                                DATA / "btcusd_1m_2016_01_01_03.csv")
        self.told(summary)
        halts = [v for v in self.lines()["violation"] if v["source"] == "monitor" and "id" not in v]
        self.assertGreater(len(halts), 0)
        for v in halts:
            self.assertGreaterEqual(v["value"], v["limit"])
            self.assertIn("drawdown", v["symptoms"])


class Verified(Events):
    """A changed event that its CRC fits is found as well, where something follows from its facts."""

    def forge(self, kind: str, old: str, new: str, part: str) -> None:
        log = (self.out / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
        number = next(i for i, line in enumerate(log)
                      if line.startswith(f'{{"{kind}"') and re.search(old, line))
        log[number] = sealed(re.sub(old, new, log[number], count=1))
        path = self.write("".join(line + "\n" for line in log), "log.jsonl")
        self.assert_refused(run(REPLAY, "--verify", path), 1, f"log.jsonl:{number + 1}: ", part)

    def test_every_kind(self):
        path = self.write(INCIDENTS, "incidents.csv")
        self.replayed("--mode", "fraction", "--exits", "risk", "--incidents", path, SPX)
        self.verified()
        for kind, old, new, part in (
                ("exit", r'"result":{"price":[\d.]+', '"result":{"price":1', "exit.result.price"),
                ("exit", r'"reason":"trail"', '"reason":"time"', "exit.result.reason"),
                ("exit", r'"result":{([^}]*)"fraction":1,', r'"result":{\1"fraction":0.5,',
                 "exit.result.fraction"),
                ("trade", r'"multiple":-?[\d.e-]+', '"multiple":9', "trade.multiple"),
                ("trade", r'"profit":-?[\d.e-]+', '"profit":1', "trade.multiple"),
                ("transition", r'"from":"closed","to":"alert"', '"from":"halt","to":"alert"',
                 "holds a value"),
                ("violation", r'"reasons":\["\w+"(,"\w+")*\],("layers":[^\]]*\],)?', "",
                 "holds a value"),
                ("failure", r'"event":"network"', '"event":"earthquake"', "Byte")):
            with self.subTest(kind=kind, new=new):
                self.forge(kind, old, new, part)

    def test_lines_are_json_of_one_member(self):
        path = self.write(INCIDENTS, "incidents.csv")
        self.replayed(*PLAIN, "--incidents", path, SPX)
        for number, text in enumerate((self.out / "decisions.jsonl").read_text().splitlines(), 1):
            kind, crc = json.loads(text)
            self.assertEqual((crc, json.loads(text)[kind]["line"]), ("crc", number))
            self.assertLess(len(text), 4096)


if __name__ == "__main__":
    main()
