# SPDX-License-Identifier: MIT
"""Pages that are one file: modules, styles and all."""
import re
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
IMPORT = re.compile(r"^import .*?;\n", re.M | re.S)


def one_script(modules: Iterable[Path]) -> str:
    """The modules as one, in the order in which they import each other."""
    return "\n".join(IMPORT.sub("", path.read_text(encoding="utf-8")).replace("\nexport ", "\n")
                     for path in modules)


def page(title: str, style: str, body: str, data: str, script: str, wasm: bool = False) -> str:
    """Parts of a page in the frame of all; data are elements before the script."""
    sources = "'unsafe-inline'" + wasm * " 'wasm-unsafe-eval'"
    common = (HERE / "page.css").read_text(encoding="utf-8")
    parts = {"TITLE": title, "STYLE": f"\n{common}{style}", "BODY": body.rstrip("\n"), "DATA": data,
             "SCRIPT": "\n" + script, "SOURCES": sources}
    return re.sub(r"/\*([A-Z]+)\*/", lambda mark: parts[mark[1]],
                  (HERE / "page.html").read_text(encoding="utf-8"))
