#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Proves from the object code that the library is pure, and that it exports what it declares.

The archive, linked whole, calls nothing outside ALLOWED and holds no writable data, not even tables
that the loader would have to relocate. The shared library exports the functions of the headers and
nothing else, and its versions are those of version.h and meson.build.
Usage: symbols.py SOURCE_ROOT STATIC_LIBRARY SHARED_LIBRARY
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from api import Headers, finish

ALLOWED = {"memcpy", "memmove", "memset", "memcmp", "_GLOBAL_OFFSET_TABLE_"}
NEEDED = {"libc.so.6", "libc.so"}  # for those four; the compiler adds it
WRITABLE_KINDS = "dDbBcCgGsS"
WRITABLE_SECTION = re.compile(r"\.(data|bss|tdata|tbss|init_array|fini_array|ctors)(\..*)?$")

root, static, shared = sys.argv[1:4]
headers = Headers(root)
errors = []


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C"}).stdout


def symbols(*args: str) -> list:
    """[(name, kind letter)]"""
    lines = run("nm", "--format=posix", *args).splitlines()
    return [tuple(line.split()[:2]) for line in lines if line and not line.endswith(":")]


def check_archive() -> set:
    with tempfile.TemporaryDirectory() as folder:
        whole = str(Path(folder) / "whole.o")
        run("ld", "-r", "--whole-archive", static, "-o", whole)
        undefined = {name for name, _ in symbols("--undefined-only", whole)}
        writable = {name for name, kind in symbols("--defined-only", whole)
                    if kind in WRITABLE_KINDS}
        sections = re.findall(r"^ +\[ *\d+\] (\S+) +\S+ +\S+ +\S+ ([0-9a-f]+)",
                              run("readelf", "-SW", whole), re.M)
    errors.extend(f"the archive needs {name}" for name in sorted(undefined - ALLOWED))
    errors.extend(f"{name} is writable" for name in sorted(writable))
    errors.extend(f"section {name} is writable, or is written by the loader"
                  for name, size in sections if WRITABLE_SECTION.match(name) and int(size, 16))
    return undefined - {"_GLOBAL_OFFSET_TABLE_"}


def check_exports() -> None:
    exported = {name.split("@")[0] for name, _ in symbols("-D", "--defined-only", shared)}
    errors.extend(f"{name} is exported but not declared"
                  for name in sorted(exported - headers.declared))
    errors.extend(f"{name} is declared but not exported"
                  for name in sorted(headers.declared - exported))


def check_dynamic() -> set:
    dynamic = run("readelf", "-dW", shared)
    needed = set(re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic))
    errors.extend(f"the shared library needs {name}" for name in sorted(needed - NEEDED))
    soname = re.findall(r"\(SONAME\).*\[(.*)\]", dynamic)
    expected = f"libsigma.so.{headers.constants['SIGMA_ABI_VERSION']}"
    if soname != [expected]:
        errors.append(f"the soname is {soname}, not {expected}")
    if "TEXTREL" in dynamic:
        errors.append("the shared library has text relocations")
    return needed


def check_versions() -> str:
    version = ".".join(str(headers.constants[f"SIGMA_VERSION_{part}"])
                       for part in ("MAJOR", "MINOR", "PATCH"))
    build = Path(root, "meson.build").read_text(encoding="utf-8")
    stated = {"version": version, "abi_version": str(headers.constants["SIGMA_ABI_VERSION"])}
    for name, value in stated.items():
        if not re.search(rf"\b{name}(:| =) '{re.escape(value)}'", build):
            errors.append(f"meson.build and version.h disagree on {name} {value}")
    if Path(shared).resolve().name != f"libsigma.so.{version}":
        errors.append(f"{Path(shared).resolve().name} is not of version {version}")
    return version


calls = check_archive()
check_exports()
needs = check_dynamic()
release = check_versions()
finish(errors, f"{len(headers.declared)} functions exported, nothing writable, nothing called but "
       f"{', '.join(sorted(calls)) or 'itself'}; version {release}, needs "
       f"{', '.join(sorted(needs)) or 'no library'}")
