# SPDX-License-Identifier: MIT
"""Programs in MQL5 as programs for Windows: translated, compiled, run under Wine with the DLL."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "tests/checks"))
from windows import wine_environment  # noqa: E402  (its place is known only now)

COMPILE = ["x86_64-w64-mingw32-g++", "-std=c++17", "-O1", "-Wall", "-Wextra", "-Werror",
           "-Wno-cast-function-type", "-Wno-unused-function", "-Wno-unused-parameter", "-static",
           f"-I{HERE}"]


def run(*command, **options) -> subprocess.CompletedProcess:
    return subprocess.run([str(word) for word in command], capture_output=True, text=True,
                          timeout=300, check=False, **options)


class Terminal(unittest.TestCase):
    """With sigma.mqh written and a Wine of its own. BUILD is set by the test's main program."""

    BUILD: Path

    @classmethod
    def setUpClass(cls) -> None:
        cls.place = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)  # Wine lingers
        cls.folder = Path(cls.place.name)
        cls.environment = wine_environment(cls.folder, f"{cls.BUILD}/lib")
        run("wineserver", "-p600", env=cls.environment)  # or each program waits for a new one
        built = run(sys.executable, ROOT / "bindings/mt5/build.py", cls.folder / "sigma.mqh")
        if built.returncode:
            raise RuntimeError(built.stderr)
        cls.text = (cls.folder / "sigma.mqh").read_text(encoding="utf-8")

    @classmethod
    def tearDownClass(cls) -> None:
        subprocess.run(["wineserver", "-k"], env=cls.environment, check=False)
        cls.place.cleanup()

    @classmethod
    def translate(cls, name: str, include: str, source: Path) -> subprocess.CompletedProcess:
        folder = cls.folder / name
        folder.mkdir(exist_ok=True)
        (folder / "sigma.mqh").write_text(include, encoding="utf-8")
        return run(sys.executable, HERE / "translate.py", source, folder)

    @classmethod
    def compile(cls, name: str, done: subprocess.CompletedProcess, main: str) -> Path:
        """What was translated, with this C++ around it, as a program for Windows."""
        source, program = cls.folder / f"{name}.cpp", cls.folder / name / f"{name}.exe"
        source.write_text(done.stdout + main, encoding="utf-8")
        compiled = run(*COMPILE, source, "-o", program)
        if done.returncode or compiled.returncode:
            raise RuntimeError(done.stderr + compiled.stderr[:4000])
        return program

    def wine(self, program: Path, *words, folder=None) -> subprocess.CompletedProcess:
        return run("/usr/lib/wine/wine64", program, *words, cwd=folder or self.folder,
                   env=self.environment)
