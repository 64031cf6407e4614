# SPDX-License-Identifier: MIT
"""Pages that are one file: modules, styles and all."""
import re
from collections.abc import Iterable
from pathlib import Path

IMPORT = re.compile(r"^import .*?;\n", re.M | re.S)


def one_script(modules: Iterable[Path]) -> str:
    """The modules as one, in the order in which they import each other."""
    return "\n".join(IMPORT.sub("", path.read_text(encoding="utf-8")).replace("\nexport ", "\n")
                     for path in modules)
