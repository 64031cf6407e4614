#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The package for MetaTrader 5 holds what the guide says, each file whole.

Usage: test_package.py ZIP BUILD

  ZIP    as bindings/mt5/package wrote it
  BUILD  folder of another build for Windows, whose DLL has to have the same bytes
"""
import re
import sys
import unittest
import zipfile
from pathlib import Path

from wine import ROOT

ZIP, BUILD = (Path(word).resolve() for word in sys.argv[1:3])
COPIES = {"README.md": "docs/mt5.md", "LICENSE": "LICENSE",
          "MQL5/Indicators/SigmaRegime.mq5": "examples/mt5/SigmaRegime.mq5",
          "MQL5/Experts/SigmaRisk/SigmaRisk.mq5": "examples/mt5/SigmaRisk.mq5",
          "MQL5/Experts/SigmaRisk/SigmaBroker.mqh": "examples/mt5/SigmaBroker.mqh",
          "MQL5/Experts/SigmaRisk/SigmaFiles.mqh": "examples/mt5/SigmaFiles.mqh"}


class Package(unittest.TestCase):
    def setUp(self) -> None:
        self.archive = zipfile.ZipFile(ZIP)
        self.addCleanup(self.archive.close)

    def test_holds_what_it_should(self) -> None:
        self.assertEqual(set(self.archive.namelist()),
                         {*COPIES, "MQL5/Libraries/sigma.dll", "MQL5/Include/sigma.mqh"})
        for name, source in COPIES.items():
            self.assertEqual(self.archive.read(name), (ROOT / source).read_bytes(), name)

    def test_the_dll_is_that_of_any_other_build(self) -> None:
        self.assertEqual(self.archive.read("MQL5/Libraries/sigma.dll"),
                         (BUILD / "lib/sigma.dll").read_bytes())

    def test_includes_are_in_the_package(self) -> None:
        for name in self.archive.namelist():
            text = self.archive.read(name).decode("utf-8", "replace") if name[-4:] != ".dll" else ""
            for included in re.findall(r'^#include "(.*)"', text, re.M):
                self.assertIn(f"{name.rpartition('/')[0]}/{included}", self.archive.namelist())
            for included in re.findall(r"^#include <(.*)>", text, re.M):
                self.assertIn(f"MQL5/Include/{included}", self.archive.namelist())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
