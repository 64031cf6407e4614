#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Builds the library as WebAssembly that imports nothing, for browsers, Node and anything else.

Writes FOLDER/sigma.wasm, with every public function, and FOLDER/constants.json, the enumerators and
constants of the headers; sigma.mjs beside this file reads structs by the library's own field
tables. Needs clang and lld.

Usage: build.py FOLDER [FUNCTION...]    only these functions, for a smaller file
"""
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "tests/checks"))
from api import Headers  # noqa: E402  (its place is known only now)
from flags import pure, sources  # noqa: E402

COMPILE = ["clang", "--target=wasm32", "-O2", "-nostdlib", "-fvisibility=hidden", "-mbulk-memory"]
LINK = ["wasm-ld", "--no-entry", "--strip-all", "-z", "stack-size=65536"]


def compile_one(source: str, folder: str, number: int, *flags: str) -> str:
    made = f"{folder}/{number}.o"
    subprocess.run([*COMPILE, *flags, f"-I{ROOT}/include", f"-I{ROOT}/lib", "-c", source, "-o",
                    made], check=True)
    return made


def build(target: Path, functions: list) -> None:
    flags = pure(ROOT, "clang")
    with tempfile.TemporaryDirectory() as folder:
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            objects = list(pool.map(lambda found: compile_one(found[1], folder, found[0], *flags),
                                    enumerate(sources(ROOT))))
        objects.append(compile_one(str(HERE / "memory.c"), folder, -1, "-std=c11", "-fno-builtin"))
        exports = [f"--export={name}" for name in functions]
        subprocess.run([*LINK, *exports, *objects, "-o", target], check=True)


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    headers = Headers(ROOT)
    build(folder / "sigma.wasm", sys.argv[2:] or sorted(headers.declared))
    constants = dict(sorted(headers.constants.items()))
    (folder / "constants.json").write_text(json.dumps(constants), encoding="utf-8")


if __name__ == "__main__":
    main()
