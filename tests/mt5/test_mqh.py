#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma.mqh against the DLL, under Wine: translated to C++, with a simulated terminal around it.

Usage: test_mqh.py SIGMA_REPLAY BUILD

  SIGMA_REPLAY  of Linux, which verifies what is logged on Windows
  BUILD         folder of the build for Windows
"""
import re
import sys
import unittest
from pathlib import Path

from wine import HERE, ROOT, Terminal, run

sys.path.insert(0, str(ROOT / "tests/checks"))
from api import Headers  # noqa: E402  (its place is known only now)

REPLAY, BUILD = (Path(word).resolve() for word in sys.argv[1:3])


class Include(Terminal):
    BUILD = BUILD

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        cls.program = cls.check("check", cls.text)

    @classmethod
    def check(cls, name: str, include: str) -> Path:
        """The check, with this text as sigma.mqh, as a program for Windows."""
        main = (HERE / "main.cpp").read_text(encoding="utf-8")
        return cls.compile(name, cls.translate(name, include, HERE / "check.mq5"), main)

    def test_has_everything(self) -> None:
        headers = Headers(str(ROOT))
        block = self.text.split('#import "sigma.dll"')[1].split("#import")[0]
        self.assertEqual(set(re.findall(r"^\w+ (\w+)\(", block, re.M)), headers.declared)
        self.assertEqual(set(re.findall(r"^struct (\w+)", self.text, re.M)), set(headers.structs))
        named = set(re.findall(r"^(?:#define |   )(SIGMA_\w+)(?: =)? -?\d", self.text, re.M))
        self.assertEqual(named, set(headers.constants))
        compared = re.findall(r"^   SigmaCompare\(", self.text, re.M)
        self.assertEqual(len(compared), len(headers.structs))

    def test_what_holds_many_is_an_array(self) -> None:
        """A reference to one number would let the DLL write behind it."""
        for function, arrays in (("information_edges", ["x", "edges"]),
                                 ("information_shannon", ["x", "edges"]),
                                 ("kelly_several", ["mean", "covariance", "cap", "fraction"]),
                                 ("kelly_either", ["mean", "covariance", "cap", "fraction"]),
                                 ("scaling_weights", ["mean", "trades", "weight"]),
                                 ("votes_evaluate", ["votes"]), ("edge_read", ["multiples"]),
                                 ("journal_multiples", ["multiples"]),
                                 ("correlation_update", ["returns"]),
                                 ("resample_batch", ["bars", "finished", "known"])):
            given = re.search(rf"^int sigma_{function}\((.*)\);", self.text, re.M)
            self.assertEqual(re.findall(r"&(\w+)\[\]", given[1] if given else ""), arrays)

    def test_bars_to_a_log_that_linux_verifies(self) -> None:
        done = self.wine(self.program, f"Z:{ROOT}/examples/data/spx_1d_2000_2020.csv")
        lines = done.stdout.splitlines()
        self.assertEqual(done.returncode, 0, done.stdout)
        structs = Headers(str(ROOT)).structs
        members = sum(len(struct.fields) for struct in structs.values())
        self.assertEqual(lines[0], f"{members} members of {len(structs)} structs, 0 wrong")
        self.assertEqual(lines[-1], "done, 0 wrong")
        decisions, granted = map(int, re.findall(r"\d+", lines[1]))
        self.assertGreater(decisions, 4000)
        self.assertGreater(granted, 1000)
        log = self.folder / "decisions.jsonl"
        self.assertEqual(log.read_bytes().count(b"\n"), decisions + 1)
        verified = run(REPLAY, "--verify", log)
        self.assertEqual(verified.returncode, 0, verified.stderr)
        print(f"{lines[0]}; {lines[1]}; {verified.stdout.strip()}")

    def test_the_guide(self) -> None:
        """The program in docs/mt5.md starts."""
        guide = (ROOT / "docs/mt5.md").read_text(encoding="utf-8")
        source = self.folder / "guide.mq5"
        source.write_text(re.search(r"^```\n(.*?)^```$", guide, re.M | re.S)[1], encoding="utf-8")
        main = "int main() { return OnInit(); }"
        program = self.compile("guide", self.translate("guide", self.text, source), main)
        done = self.wine(program, "")
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_tells_which_box_to_tick(self) -> None:
        for word, box in (("deny", "menu Tools, Options, Expert Advisors"),
                          ("deny-program", "its properties (F7)")):
            self.assertIn(box, self.wine(self.program, word).stdout)

    def test_refuses_another_version(self) -> None:
        """An include with another ABI, or one struct of another size, is refused before its use."""
        abi = "#define SIGMA_ABI_VERSION "
        for name, old, new in (("abi", rf"{abi}\d+", f"{abi}99"),
                               ("size", r"(struct sigma_bar\n  \{\n)   long", r"\1   int")):
            text, count = re.subn(old, new, self.text)
            self.assertEqual(count, 1)
            done = self.wine(self.check(name, text), "check")
            self.assertIn("are of different versions", done.stdout)
            self.assertNotIn("done", done.stdout)

    def test_refuses_a_name_that_the_dll_lacks(self) -> None:
        text = self.text.replace("int sigma_version_abi()", "int sigma_version_abc()")
        text = text.replace("sigma_version_abi() !=", "sigma_version_abc() !=")
        text = text.replace(", sigma_version_abi(),", ", 0,")
        done = self.wine(self.check("name", text), "check")
        self.assertEqual((done.returncode, done.stdout.strip()),
                         (3, "cannot import sigma_version_abc from sigma.dll"))

    def test_refuses_what_a_dll_cannot_take(self) -> None:
        for bad in ("int sigma_bad(string text);", "int sigma_bad(sigma_bar bar);",
                    "int sigma_bad(double values[]);", "int sigma_bad(double *value);"):
            start = '#import "sigma.dll"\n'
            done = self.translate("bad", self.text.replace(start, f"{start}{bad}\n"),
                                  HERE / "check.mq5")
            self.assertIn(bad, done.stderr)
            self.assertEqual(done.returncode, 1)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
