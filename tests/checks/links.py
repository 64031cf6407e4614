#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that no link of a guide is dead: files, folders, headings, and files named in `quotes`.

Each guide of docs/ must stand in docs/README.md. Addresses of other servers are not asked.
Usage: links.py SOURCE_ROOT
"""
import json
import re
import sys
from pathlib import Path

from api import finish

LINK = re.compile(r"\]\(([^)\s]+)\)")
QUOTED = re.compile(r"`((?:bench|bindings|docs|examples|include|lib|scripts|tests)/[\w./-]+)`")
FENCE = re.compile(r"^```.*?^```", re.M | re.S)


def anchor(heading: str) -> str:
    """As GitHub names a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors(text: str) -> set:
    return {anchor(found) for found in re.findall(r"^#+ (.*)", FENCE.sub("", text), re.M)}


def text_of(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        return "\n".join("".join(cell["source"]) for cell in json.loads(text)["cells"]
                         if cell["cell_type"] == "markdown")
    return text


def dead(path: Path, root: Path) -> list:
    text = text_of(path)
    found = []
    for link in LINK.findall(FENCE.sub("", text)):
        name, _, heading = link.partition("#")
        target = path.parent / name if name else path
        if re.match(r"\w+:", link):
            continue
        if not target.exists():
            found.append(f"{link} is not there")
        elif heading and heading not in anchors(text_of(target)):
            found.append(f"{link}: {name or path.name} has no such heading")
    found += [f"`{name}` is not there" for name in QUOTED.findall(text)
              if not any(base.exists() for base in (root / name, path.parent / name))
              and not list(root.glob(name + ".*"))]
    return [f"{path.relative_to(root)}: {one}" for one in found]


source = Path(sys.argv[1])
guides = [path for folder in (".", "docs", "bench", "examples", "bindings", "tests")
          for pattern in ("*.md", "*.ipynb")
          for path in sorted((source / folder).glob(pattern if folder in (".", "docs") else f"**/{pattern}"))
          if "node_modules" not in path.parts]
errors = [error for path in guides for error in dead(path, source)]
index = set(LINK.findall(text_of(source / "docs/README.md")))
errors += [f"docs/README.md: {path.name} is missing" for path in guides
           if path.parent == source / "docs" and path.name not in index | {"README.md"}]
finish(errors, f"{len(guides)} guides, no dead link")
