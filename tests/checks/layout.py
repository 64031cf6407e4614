#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that every public struct has the same size everywhere: packed to one byte, as MQL5 does,
and under the ABI of every system below. SIGMA_LAYOUT in the headers then asserts the sizes.

No system's headers are needed: -ffreestanding takes the compiler's own <stdint.h>.
Usage: layout.py SOURCE_ROOT
"""
import shutil
import subprocess
import sys

from api import finish

TARGETS = ["x86_64-linux-gnu", "i686-linux-gnu", "aarch64-linux-gnu", "armv7-linux-gnueabihf",
           "riscv64-linux-gnu", "powerpc64le-linux-gnu", "s390x-linux-gnu", "mips-linux-gnu",
           "wasm32-unknown-unknown", "x86_64-apple-macos", "arm64-apple-macos",
           "x86_64-windows-gnu", "i686-windows-gnu", "x86_64-windows-msvc", "i686-windows-msvc"]

root = sys.argv[1]
errors = []
agreed = 0


def compiles(command: list, what: str) -> None:
    global agreed
    result = subprocess.run(
        [*command, "-std=c11", "-ffreestanding", "-fsyntax-only", "-Wpadded", "-Werror",
         f"-I{root}/include", "-x", "c", f"{root}/include/sigma/sigma.h"],
        capture_output=True, text=True)
    agreed += result.returncode == 0
    if result.returncode:
        errors.append(f"{what}:\n{result.stderr}")


for compiler in filter(shutil.which, ("gcc", "clang")):
    compiles([compiler], compiler)
    compiles([compiler, "-fpack-struct=1"], f"{compiler}, packed")
if shutil.which("clang"):
    for target in TARGETS:
        compiles(["clang", f"--target={target}"], f"clang for {target}")
finish(errors, f"no padding, and the same sizes under {agreed} layouts"
       + ("" if shutil.which("clang") else " (clang is absent: other systems were not tried)"))
