#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that no link between the pages of the API reference is dead, nor to a place in one.

Usage: pages.py FOLDER
"""
import re
import sys
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from api import finish

LINK = re.compile(r'(?:href|src)="([^"#]*)(?:#([^"]+))?"')
folder = Path(sys.argv[1])


@cache
def places(page: Path) -> set:
    return set(re.findall(r'(?:id|name)="([^"]+)"', page.read_text(encoding="utf-8")))


def is_dead(page: Path, name: str, place: str) -> bool:
    if re.match(r"\w+:|//", name):
        return False
    target = folder / unquote(name) if name else page
    return not target.exists() or bool(place) and target.suffix == ".html" and \
        place not in places(target)


pages = sorted(folder.glob("*.html"))
dead = {f"{page.name}: {name}{place and '#'}{place}" for page in pages
        for name, place in LINK.findall(page.read_text(encoding="utf-8"))
        if is_dead(page, name, place)}
finish(sorted(dead), f"{len(pages)} pages, no dead link")
