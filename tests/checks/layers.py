#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks who includes whom: a header only headers of lower layers, a .c what its header may.

The same tables stand in docs/design.md, and the check compares them.
Usage: layers.py SOURCE_ROOT
"""
import re
import sys
from pathlib import Path

from api import finish

LAYERS = {  # lowest first: number and letter
    "0a": ["base"],
    "0b": ["field", "words", "number", "calendar"],
    "1": ["version", "bar", "symbol", "position", "trade", "account", "schedule"],
    "2a": ["average", "resample", "random", "correlation"],
    "2b": ["forecast", "simulation", "equity"],
    "3a": ["momentum", "volatility", "trend", "journal", "volume", "portfolio", "information"],
    "3b": ["market"],
    "4a": ["regime"],
    "4b": ["signal", "stops", "kelly", "factors", "score", "evidence", "technical", "vote"],
    "4c": ["sizing", "scaling"],
    "5": ["breaker", "exits", "prop", "monitor", "gate", "automatic"],
    "6a": ["decide"],
    "6b": ["layout"],
    "7a": ["audit", "seal"],
    "7b": ["desk"],
    "8": ["config"],
}
PRIVATE = {  # headers in lib/; of a number alone, they serve every letter of it
    "0": ["check", "bytes", "tags", "text", "decimal", "power", "crc", "pair", "elementary",
          "elementary_parts", "fields", "fields_signals", "fields_guards", "words", "civil",
          "fields_sizes", "inside", "in_range", "elementary_few"],
    "1": ["money", "zone"],
    "2": ["smooth", "range", "columns", "window", "moments", "solver", "resample", "philox",
          "passage", "extremes", "log_ratio", "lanes", "average", "correlation"],
    "3a": ["journal", "momentum", "trend", "volatility", "volume", "portfolio"],
    "3b": ["market"],
    "4": ["floor", "sizing", "stops"],
    "4a": ["regime"],
    "4b": ["factors", "kelly", "kelly_sample", "technical"],
    "5": ["breaker", "exits", "prop", "monitor", "gate"],
    "6a": ["decide"],
    "6b": ["layout"],
    "7a": ["record", "audit"],
    "7b": ["desk"],
    "8": ["document", "known", "piece", "reader", "rows", "writer"],
}
PUBLIC_LAYER = {f"sigma/{room}.h": layer for layer, rooms in LAYERS.items() for room in rooms}
PRIVATE_LAYER = {f"{room}.h": layer for layer, rooms in PRIVATE.items() for room in rooms}
EVERYWHERE = {  # files that look upward, and why
    "include/sigma/sigma.h": "includes every header",
    "lib/layout.c": "knows the size and name of every struct",
}

root = Path(sys.argv[1])
errors = []


def layer_of(path: Path) -> str:
    """The layer of a file: a .c belongs to the room that its name begins with."""
    if path.parent.name == "sigma":
        return PUBLIC_LAYER.get(f"sigma/{path.name}", "")
    room = path.stem.split("_")[0]
    if path.parent.name == "config":
        return "8"
    if path.suffix == ".h":
        return PRIVATE_LAYER.get(path.name, "")
    return PUBLIC_LAYER.get(f"sigma/{room}.h") or PRIVATE_LAYER.get(f"{room}.h", "")


def check_include(path: Path, own: str, name: str) -> None:
    shown = path.relative_to(root)
    room = path.stem.split("_")[0]
    if name in PUBLIC_LAYER:
        layer = PUBLIC_LAYER[name]
        serves = path.suffix == ".h" and path.parent.name in ("lib", "config") and layer[0] == own[0]
        if layer >= own and name != f"sigma/{room}.h" and not serves:
            errors.append(f"{shown} (layer {own}) includes {name} (layer {layer}): not below it")
    elif name in PRIVATE_LAYER:
        if path.parent.name == "sigma":
            errors.append(f"{shown} is public and includes {name}, which is not installed")
        elif PRIVATE_LAYER[name] > own:  # those of the own layer serve it
            errors.append(f"{shown} (layer {own}) includes {name} (layer {PRIVATE_LAYER[name]})")
    else:
        errors.append(f"{shown} includes {name}, which has no layer")


def check_file(path: Path) -> None:
    shown = path.relative_to(root).as_posix()
    if shown in EVERYWHERE:
        return
    own = layer_of(path)
    if not own:
        errors.append(f"{shown} has no layer")
        return
    for name in re.findall(r'^\s*#\s*include\s+"([^"]+)"', path.read_text(encoding="utf-8"), re.M):
        check_include(path, own, name)


def compare_with_design() -> None:
    design = (root / "docs/design.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d\w?) \| ([a-z, ]+) \|", design, re.M)
    written = {layer: sorted(rooms.split(", ")) for layer, rooms in rows}
    here = {layer: sorted(rooms) for layer, rooms in LAYERS.items()}
    for layer in sorted(set(written) | set(here)):
        if written.get(layer) != here.get(layer):
            errors.append(f"layer {layer}: docs/design.md has {written.get(layer)}, "
                          f"tests/checks/layers.py {here.get(layer)}")
    sentence = re.search(r"Private headers in `lib/` belong(.*?)\.\n\n", design, re.S)
    found = {layer: sorted(re.findall(r"`(\w+)\.h`", headers)) for headers, layer in
             re.findall(r"((?:`\w+\.h`[\s,and]*)+)\s+to (\d\w?)", sentence[1] if sentence else "")}
    if found != {layer: sorted(rooms) for layer, rooms in PRIVATE.items()}:
        errors.append(f"private headers: docs/design.md has {found}")


files = [p for folder in ("include/sigma", "lib", "lib/fields", "lib/config")
         for p in sorted((root / folder).glob("*.[ch]"))]
for file in files:
    check_file(file)
for room in sorted(set(PUBLIC_LAYER) - {f"sigma/{p.name}" for p in files}):
    errors.append(f"{room} has a layer but does not exist")
for room in sorted(set(PRIVATE_LAYER) - {p.name for p in files if p.parent.name in ("lib", "config")}):
    errors.append(f"lib/{room} has a layer but does not exist")
compare_with_design()
finish(errors, f"{len(files)} files keep to {len(LAYERS)} layers")
