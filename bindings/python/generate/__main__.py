# SPDX-License-Identifier: MIT
"""Writes sigma.raw from the public headers: one module a header, with its structs as classes, its
enumerators as IntEnum, and its functions as methods and functions with type hints. Also what the
C programs hold as tables, the facts of well-known symbols, as sigma/_presets.py.

Nothing of the contract stands twice: names, ranges and documentation are the headers'. What is
written is not kept in the repository; sigma_build.py runs this folder for each build.

How a C function becomes Python:

* the struct that it acts on is `self`; init and defaults make a new one (class methods);
* inputs stay parameters; outputs are returned, several as a tuple;
* buffer, capacity and length become a returned str, text and length an argument;
* in batch functions pointers are columns, and the count is theirs;
* a status below 0 raises sigma.Error; while SIGMA_WARMUP lasts, None is returned (or False, where
  nothing is).

Usage: python generate REPOSITORY FOLDER
"""
import re
import sys
import textwrap
from pathlib import Path

from modules import Module
from names import PYTHON
from presets import write_presets

RAW = '''# Written by bindings/python/generate.
"""Every function of the library: a module a header, as the headers have them.

>>> import sigma
>>> sigma.raw.number.write(0.1 + 0.2)
'0.30000000000000004'
"""
'''


def write_package(classes: dict) -> str:
    """Every module."""
    names = ", ".join(sorted(classes))
    return textwrap.fill(f"from . import {names}", 96, subsequent_indent="    ").replace(
        "import ", "import (", 1) + ")\n"


def write_classes(classes: dict) -> str:
    """Every class of every module."""
    everything = sorted(name for found in classes.values() for name in found)
    return "\n".join(["# Written by bindings/python/generate.",
                      *(f"from .{name} import {', '.join(found)}"
                        for name, found in classes.items() if found),
                      "", f"__all__ = {everything!r}", ""])


def write_version(headers, root: Path) -> str:
    build = (root / "meson.build").read_text(encoding="utf-8")
    version = re.search(r"version: '([\d.]+)'", build)[1]
    return (f'# Written by bindings/python/generate.\n'
            f'ABI = {headers.constants["SIGMA_ABI_VERSION"]}\n'
            f'SEAL = {headers.constants["SIGMA_SEAL_SPACE"]}\nVERSION = "{version}"\n')


def written(headers, root: Path) -> dict:
    """{file below the package: its text}"""
    modules = [Module(name, headers) for name in headers.texts if name != "sigma"]
    for module in modules:
        PYTHON.update(module.names())
    found = {f"raw/{module.name}.py": module.write() for module in modules}
    classes = {module.name: re.findall(r"^class (\w+)", found[f"raw/{module.name}.py"], re.M)
               for module in modules}
    return {**found, "raw/__init__.py": RAW + write_package(classes),
            "raw/_classes.py": write_classes(classes), "_presets.py": write_presets(root),
            "_version.py": write_version(headers, root)}


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    root, folder = Path(sys.argv[1]), Path(sys.argv[2])
    sys.path.append(str(root / "tests/checks"))
    from api import Headers
    (folder / "raw").mkdir(parents=True, exist_ok=True)
    for old in (folder / "raw").glob("*.py"):
        old.unlink()
    for name, text in written(Headers(root), root).items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
