#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Shows that results have the same bits under every compiler, at every level of optimisation and on
other processors and systems.

Compiles the golden program (tests/checks/golden.c) together with the library's sources once for
each build below, runs it, and compares its lines, one a function, with tests/checks/golden.txt.
A build for another processor or system is one more entry, with the program that runs it.
Usage: bits.py SOURCE_ROOT [--program FILE] [--renew]

  --program FILE  only runs this golden program, compiled elsewhere
  --renew         writes golden.txt from the first build, when results are meant to change
"""
import argparse
import concurrent.futures
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from api import finish
from flags import pure, sources
from windows import wine_environment


class Build(NamedTuple):
    compiler: str
    options: list
    needs: set = set()   # what the processor must have, as /proc/cpuinfo names it
    runner: tuple = ()   # command that runs a program of another processor or system
    name: str = ""       # of that processor or system
    two_files: bool = False  # the library as scripts/amalgamate writes it, with no flags of ours

    @property
    def shown(self) -> str:
        return self.name or " ".join([self.compiler, *self.options])

    @property
    def missing(self) -> str:
        """What this machine lacks to make and run it."""
        programs = [program for program in (self.compiler, *self.runner[:1])
                    if not shutil.which(program)]
        return ", ".join([*programs, *sorted(self.needs - processor())])


def processor() -> set:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return set()
    return set(next((line for line in text.splitlines() if line.startswith("flags")), "").split())


def emulated(name: str, system: str, *options: str) -> Build:
    return Build(f"{system}-gcc", ["-O2", *options], name=name,
                 runner=(f"qemu-{re.split('[ ,]', name)[0]}", "-L", f"/usr/{system}"))


HERE = Path(__file__).resolve().parent
BUILDS = [Build(compiler, [level]) for compiler in ("gcc", "clang")
          for level in ("-O0", "-O3")]
BUILDS += [Build(compiler, ["-O3", "-march=haswell"], {"avx2", "fma", "bmi2"})
           for compiler in ("gcc", "clang")]
BUILDS += [Build(compiler, ["-O3", "-march=haswell"], {"avx2", "fma", "bmi2"},
                 name=f"{compiler}, two files", two_files=True) for compiler in ("gcc", "clang")]
BUILDS += [emulated("i386 with SSE2", "i686-linux-gnu", "-msse2", "-mfpmath=sse"),
           emulated("aarch64", "aarch64-linux-gnu"),
           emulated("arm hard float", "arm-linux-gnueabihf"),
           emulated("s390x, big endian", "s390x-linux-gnu"),
           Build("x86_64-w64-mingw32-gcc", ["-O2", "-static"], name="Windows, two files",
                 runner=("/usr/lib/wine/wine64",), two_files=True),
           Build("clang", ["-O2", "--target=wasm32-wasi"], name="WebAssembly",
                 runner=("node", "--no-warnings", str(HERE / "wasi.mjs")))]

HEADER = "# Hash and statuses of every function, as tests/checks/bits.py --renew wrote them.\n"


def golden_sources(root: Path) -> list:
    fuzz = root / "tests/fuzz"
    shared = [fuzz / f"{name}.c" for name in ("input", "make", "order", "promise")]
    return [str(path) for path in
            [root / "tests/checks/golden.c", *sorted(fuzz.glob("fuzz_*.c")), *shared]]


def compile_by(build: Build, *arguments: str) -> None:
    result = subprocess.run([build.compiler, *build.options, *arguments], capture_output=True,
                            text=True)
    if result.returncode:
        raise RuntimeError(f"{build.shown} does not compile:\n{result.stderr[-2000:]}")


def two_files(build: Build, root: Path, folder: str) -> list:
    subprocess.run([root / "scripts/amalgamate", folder], check=True)
    compile_by(build, "-c", f"{folder}/sigma.c", "-o", f"{folder}/sigma.o")
    return [f"{folder}/sigma.o"]


def output_of(command: list, folder: str = ".") -> str:
    result = subprocess.run(command, capture_output=True, text=True,
                            env=wine_environment(folder))
    if result.returncode:
        raise RuntimeError(f"{Path(command[-1]).name} failed:\n{result.stderr[-2000:]}")
    return result.stdout


def run(build: Build, root: Path) -> str:
    """What the golden program of a build prints."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # Wine lingers
        program = str(Path(folder) / "golden.exe")  # elsewhere a name like any other
        library = two_files(build, root, folder) if build.two_files else sources(root)
        compile_by(build, *pure(root, build.compiler), f"-I{root}/include", f"-I{root}/lib",
                   *golden_sources(root), *library, "-lm", "-o", program)
        return output_of([*build.runner, program], folder)


def hash_of(text: str) -> str:
    """Of all that a build printed."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def differing(text: str, expected: str) -> list:
    """Names of the functions whose lines differ or are missing."""
    lines, wanted = set(text.splitlines()), set(expected.splitlines())
    return sorted({line.split()[0] for line in lines ^ wanted})


def attempt(function, *arguments) -> tuple:
    try:
        return function(*arguments), ""
    except RuntimeError as error:
        return "", str(error)


def run_all(root: Path) -> list:
    """[(build, text, error)] of every build that this machine can make and run."""
    builds = [build for build in BUILDS if not build.missing]
    for build in BUILDS:
        if build.missing:
            print(f"{build.shown:24} not tried: this machine has no {build.missing}")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda build: attempt(run, build, root), builds)
        return [(build, *result) for build, result in zip(builds, results)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("--program")
    parser.add_argument("--renew", action="store_true")
    options = parser.parse_args()
    root = options.root.resolve()
    golden = root / "tests/checks/golden.txt"
    if options.renew:
        golden.write_text(HEADER + run(BUILDS[0], root), encoding="utf-8")
        return
    expected = golden.read_text(encoding="utf-8").replace(HEADER, "")
    functions = expected.count("\n")

    if options.program:
        text, error = attempt(output_of, [options.program])
        wrong = [error] if error else [f"{name} gives other results than golden.txt has"
                                       for name in differing(text, expected)]
        finish(wrong, f"{functions} functions give the results of golden.txt")
    errors, results = [], run_all(root)
    for build, text, error in results:
        different = [] if error else differing(text, expected)
        same = 0 if error else functions - len(different)
        print(f"{build.shown:24} {hash_of(text)}  {same:4} of {functions} functions as in golden.txt")
        errors += [error] if error else []
        errors += [f"{build.shown} gives other bits: {', '.join(different)}"] if different else []
    finish(errors, f"{len(results)} builds give the same bits in {functions} functions")


if __name__ == "__main__":
    main()
