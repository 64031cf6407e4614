#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the position-size calculator as one page that needs nothing else: no server, no network.

The library's functions that its scripts call are inside, as WebAssembly, and the symbols that
sigma-size knows. Needs clang and lld.

Usage: build.py FILE
"""
import base64
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "common"))
from page import one_script, page

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
MODULES = [ROOT / "bindings/wasm/sigma.mjs",
           *(HERE / f"{name}.mjs" for name in ("form", "show", "decide", "page"))]


def symbols(codes: dict) -> dict:
    """The presets of sigma-size: {name: facts}."""
    sys.path.insert(0, str(ROOT / "bindings/python/generate"))
    from presets import known_symbols
    return {name: facts | {"asset": codes[asset]}
            for name, (asset, facts) in known_symbols(ROOT).items()}


def core(code: str) -> dict:
    """What the page computes with."""
    calls = sorted(set(re.findall(r"'(sigma_\w+)'", code)))
    sys.path.insert(0, str(ROOT / "tests/checks"))
    from api import Headers
    functions = [name for name in calls if name in Headers(ROOT).declared]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, ROOT / "bindings/wasm/build.py", folder, *functions],
                       check=True)
        wasm = (Path(folder) / "sigma.wasm").read_bytes()
        codes = json.loads((Path(folder) / "constants.json").read_text(encoding="utf-8"))
    codes["VERSION"] = re.search(r"version: '([\d.]+)'", (ROOT / "meson.build").read_text())[1]
    used = {name: code for name, code in codes.items() if re.match(
        r"VERSION|SIGMA_(TYPE|KIND|VOCABULARY|MODE|SIDE|ASSET|GIVEN|INTENT|PART|FACTOR|CAP|REASON|"
        r"WARNING)_?", name)}
    return {"wasm": base64.b64encode(wasm).decode(), "codes": used, "symbols": symbols(codes)}


def main() -> None:
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    code = one_script(MODULES)
    style, body = ((HERE / name).read_text(encoding="utf-8") for name in ("style.css", "page.html"))
    data = json.dumps(core(code), separators=(",", ":"))
    text = page("Position size", style, body,
                f'<script type="application/json" id="core">{data}</script>', code, wasm=True)
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
