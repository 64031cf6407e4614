# SPDX-License-Identifier: MIT
"""Facts of well-known symbols, from a table of C."""
import re
import sys
from pathlib import Path

PRESET = re.compile(r'\{"(\w+)", (SIGMA_ASSET_\w+), ([^}]*)\}')


def known_symbols(root: Path) -> dict:
    """{name: (asset, {fact: value})} of lib/config/known.c, as sigma_known_facts() has them: the
    symbols that sigma-size and sigma-replay know by name, but for those that need the rate of
    another currency, whose tick value is 0."""
    struct = (root / "lib/config/known.h").read_text(encoding="utf-8")
    declared = re.search(r"typedef struct sigma_known \{.*?double ([^;]*);", struct, re.S)[1]
    members = declared.split(", ")
    found = {}
    for name, asset, values in PRESET.findall((root / "lib/config/known.c").read_text("utf-8")):
        numbers = [float(value) for value in values.split(", ")]
        if len(numbers) != len(members):
            sys.exit(f"lib/config/known.c: {name} has {len(numbers)} numbers for {members}")
        facts = dict(zip(members, numbers))
        if facts["tick_value"] > 0:
            found[name] = asset, facts | {"quote_rate": 1.0, "lot_min": facts["lot_step"]}
    if not found:
        sys.exit("lib/config/known.c no longer has the table of known symbols")
    return found


def write_presets(root: Path) -> str:
    rows = "".join(f"    {name!r}: (Asset.{asset.removeprefix('SIGMA_ASSET_')}, {facts!r}),\n"
                   for name, (asset, facts) in known_symbols(root).items())
    return (f"# Written by bindings/python/generate from lib/config/known.c.\n"
            "from .raw.base import Asset\n\n"
            f"PRESETS = {{\n{rows}}}\n")
