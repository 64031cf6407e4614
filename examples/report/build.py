#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Puts the page of a report together, which needs nothing else: no server, no network.

Usage: build.py [--c] FILE

  --c  as a C source with what stands before and after the data, for sigma-replay to carry
"""
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "common"))
from page import one_script, page

MODULES = [HERE / f"{name}.mjs" for name in ("figures", "charts", "price", "together", "trade", "page")]
DATA = "/*DATA*/"
LINE = 24  # bytes


def report() -> str:
    """All but the data, whose place is marked."""
    def of(name: str) -> str:
        return (HERE / name).read_text(encoding="utf-8")

    library = f"<script>/*\n{of('uplot/LICENSE')}\n*/\n{of('uplot/uPlot.iife.min.js')}</script>"
    return page("Replay report", of("uplot/uPlot.min.css") + of("style.css"), of("page.html"),
                f'<script type="application/json" id="data">{DATA}</script>\n{library}',
                one_script(MODULES))


def array(name: str, text: str) -> str:
    """As numbers: a string literal of this length is more than C promises to take."""
    bytes_ = [*text.encode(), 0]
    lines = (", ".join(map(signed, bytes_[i:i + LINE])) for i in range(0, len(bytes_), LINE))
    return f"const char {name}[] = {{\n" + ",\n".join(lines) + "};\n"


def signed(byte: int) -> str:
    return str(byte) if byte < 128 else f"(char){byte}"


def source(text: str) -> str:
    head, tail = text.split(DATA)
    return "/* SPDX-License-Identifier: MIT */\n" + array("report_page_head", head) + \
        array("report_page_tail", tail)


def main() -> None:
    as_c = sys.argv[1:2] == ["--c"]
    names = sys.argv[1 + as_c:]
    if len(names) != 1 or names[0].startswith("-"):
        sys.exit(__doc__)
    text = source(report()) if as_c else report()
    Path(names[0]).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
