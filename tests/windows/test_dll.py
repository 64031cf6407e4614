#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma.dll: what it exports and imports, that it can be built again to the same bytes, and, under
Wine, that a replay through it writes what the replay on Linux writes, killed or not.

Usage: test_dll.py SIGMA_REPLAY BUILD OTHER_BUILD

  SIGMA_REPLAY  of Linux
  BUILD         folder of the build for Windows, with sigma-replay.exe
  OTHER_BUILD   another one in another folder, of the DLL alone
"""
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/checks"))
from api import Headers  # noqa: E402  (its place is known only now)
from flags import pure, sources  # noqa: E402
from windows import wine_environment  # noqa: E402

REPLAY, BUILD, OTHER = (Path(word).resolve() for word in sys.argv[1:4])
DLL = BUILD / "lib/sigma.dll"
PROGRAM = BUILD / "examples/sigma-replay.exe"
FILES = ["decisions.jsonl", "report.html", "summary.json", "trades.csv"]
KILLS = 6
SYSTEM = {"KERNEL32.dll", "msvcrt.dll"}  # on every Windows
DATA = {"spx_1d_2000_2020.csv": "SPX", "ndx_1d_1985_2012.csv": "NDX",
        "aapl_1d_2013_2018.csv": "AAPL", "btcusd_1m_2016_01_01_03.csv": "BTCUSDT"}


def output_of(*command, **options) -> str:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                          timeout=300, **options)
    if done.returncode:
        raise AssertionError(f"{command} gave {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def tables(program: Path) -> str:
    return output_of("x86_64-w64-mingw32-objdump", "-p", program)


def imports(program: Path) -> set:
    return set(re.findall(r"DLL Name: (\S+)", tables(program)))


class Library(unittest.TestCase):
    def test_exports_are_the_public_functions(self) -> None:
        table = tables(DLL).split("[Ordinal/Name Pointer] Table")[1]
        self.assertEqual(sorted(re.findall(r"^\s*\[\s*\d+\](?: \+base\[\s*\d+\])?\s+(?:[0-9a-f]{4} )?"
                                           r"(\S+)$", table, re.M)), sorted(Headers(ROOT).declared))

    def test_imports_are_of_every_windows(self) -> None:
        self.assertLessEqual(imports(DLL), SYSTEM)

    def test_same_bytes_again(self) -> None:
        self.assertEqual(DLL.read_bytes(), (OTHER / "lib/sigma.dll").read_bytes())

    def test_names_no_folder(self) -> None:
        self.assertNotIn(str(ROOT).encode(), DLL.read_bytes())


class Wine(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.place = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)  # Wine lingers
        cls.folder = Path(cls.place.name)
        cls.environment = wine_environment(cls.folder, DLL.parent)
        (cls.folder / "wine").mkdir()
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(["wineserver", "-p600"], env=cls.environment, check=False, **quiet)
        subprocess.run(["/usr/lib/wine/wine64", PROGRAM, "--version"], env=cls.environment, **quiet,
                       check=True, timeout=300)  # Wine sets itself up

    @classmethod
    def tearDownClass(cls) -> None:
        subprocess.run(["wineserver", "-k"], env=cls.environment, check=False)
        cls.place.cleanup()

    def wine(self, program: Path, *words) -> str:
        self.assertIn("sigma.dll", imports(program))
        return output_of("/usr/lib/wine/wine64", program, *words, env=self.environment)

    def test_same_results_as_on_linux(self) -> None:
        for name, symbol in DATA.items():
            with self.subTest(name):
                here, there = self.folder / f"linux-{symbol}", self.folder / f"windows-{symbol}"
                words = [ROOT / "examples/data" / name, "--symbol", symbol, "--quiet", "--out"]
                output_of(REPLAY, *words, here)
                self.wine(PROGRAM, *words, there)
                for file in FILES:
                    self.assertEqual((there / file).read_bytes(), (here / file).read_bytes(), file)
                output_of(REPLAY, "--verify", there / "decisions.jsonl")
                self.wine(PROGRAM, "--verify", here / "decisions.jsonl")

    def start(self, said: Path, *words) -> subprocess.Popen:
        """What it says goes into a file: what Wine starts beside a program keeps a pipe open."""
        with open(said, "wb") as file:
            return subprocess.Popen(["/usr/lib/wine/wine64", str(PROGRAM), *map(str, words)],
                                    stdout=file, stderr=file, env=self.environment)

    def assert_refused(self, why: str, *words) -> None:
        said = self.folder / "refused"
        self.assertEqual(self.start(said, *words).wait(60), 1)
        self.assertRegex(said.read_text(errors="replace"), f"^sigma-replay: .*{why}.*\n$")

    def test_killed_replays_go_on(self) -> None:
        """With --state, killed again and again: the bytes of a replay on Linux that nothing ended."""
        whole, out, kept, said = (self.folder / name for name in
                                  ("whole", "out", "kept with \u00e9", "said"))
        words = ["--quiet", ROOT / "examples/data/spx_1d_2000_2020.csv", "--out"]
        output_of(REPLAY, *words, whole)
        words += [out, "--state", kept, "--checkpoint", 20]
        state, chance, kills = kept / "state", random.Random(20200316), 0
        for attempt in range(4 * KILLS):
            running = self.start(said, *words)
            while running.poll() is None and not state.exists():
                time.sleep(0.001)
            if attempt == 0:
                running.send_signal(signal.SIGSTOP)
                self.assert_refused("another process works in", *words)
                running.send_signal(signal.SIGCONT)
            try:
                running.wait(chance.uniform(0.02, 0.4))
            except subprocess.TimeoutExpired:
                running.kill()
            kills += running.wait() != 0 and state.exists()
            self.assertEqual(said.read_bytes(), b"")
            if kills == KILLS:
                break
        self.assertEqual(kills, KILLS)
        good = state.read_bytes()
        state.write_bytes(good[:-1] + bytes([good[-1] ^ 1]))
        self.assert_refused("is damaged", *words)
        state.write_bytes(good)
        self.wine(PROGRAM, *words)
        self.assertEqual(os.listdir(kept), ["lock"])
        for file in FILES:
            self.assertEqual((out / file).read_bytes(), (whole / file).read_bytes(), file)

    def test_advisors_on_two_threads(self) -> None:
        """Each gets what it would have got alone, here and there; the sanitizer sees no race."""
        source, program = ROOT / "tests/windows/threads.c", self.folder / "threads"
        output_of("gcc", *pure(ROOT), "-O1", "-g", "-fsanitize=thread", "-pthread",
                  f"-I{ROOT}/include", f"-I{ROOT}/lib", source, *sources(ROOT), "-o", program)
        output_of("x86_64-w64-mingw32-gcc", "-std=c11", "-O2", "-Wall", "-Wextra", "-Werror",
                  f"-I{ROOT}/include", source, DLL, "-o", f"{program}.exe")
        here = output_of(program)
        self.assertEqual(len(here.splitlines()), 2)
        self.assertEqual(self.wine(program.with_suffix(".exe")).splitlines(), here.splitlines())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[4:])
