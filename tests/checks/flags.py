# SPDX-License-Identifier: MIT
"""Sources and flags of the library as lib/meson.build has them, for checks that compile it."""
import re
from pathlib import Path


def _strings(root: Path, assigned: str) -> list:
    build = (root / "lib/meson.build").read_text(encoding="utf-8")
    block = re.search(rf"^{assigned} = [\w.]+\((.*?)\)$", build, re.M | re.S)[1]
    return re.findall(r"'([^']+)'", block)


def sources(root: Path) -> list:
    return [str(root / "lib" / name)
            for name in _strings(root, "sources") + _strings(root, "tables")]


def pure(root: Path, compiler: str = "gcc") -> list:
    """Flags of the library; lib/meson.build drops those that a compiler does not know."""
    unknown = ("-fvect-cost-model",) if "clang" in compiler else ()
    return ["-std=c11", *(f for f in _strings(root, "pure") if not f.startswith(unknown or "?"))]
