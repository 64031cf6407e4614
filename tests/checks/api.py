# SPDX-License-Identifier: MIT
"""What the public headers say, for the checks: structs, enumerators, functions and comments.

The house style keeps this simple: a field has one declaration and one comment, a function one
comment that begins with /** on a line of its own or stands in one line.
"""
import re
import sys
from pathlib import Path
from typing import NamedTuple, NoReturn


class Field(NamedTuple):
    name: str
    type: str
    count: int
    comment: str


class Struct(NamedTuple):
    name: str
    header: str
    size: int  # as SIGMA_LAYOUT asserts it
    fields: list


class Function(NamedTuple):
    name: str
    header: str
    returns: str
    parameters: list  # (type, name)
    comment: str


STRUCT = re.compile(r"^typedef struct (\w+) \{\n(.*?)^\} (\w+);", re.M | re.S)
FIELD = re.compile(r"\s*(\w+)\s+(\w+)(?:\[(\w+)\])?;\s*/\*\*<(.*?)\*/", re.S)
LAYOUT = re.compile(r"^SIGMA_LAYOUT\((\w+), (\d+)\);", re.M)
CONSTANT = re.compile(r"^(?:#define (SIGMA_\w+) +|    (SIGMA_\w+) = )(-?\d+)\b", re.M)
FUNCTION = re.compile(r"/\*\*((?:(?!\*/).)*)\*/\s*SIGMA_API (?:SIGMA_MUST_CHECK )?(\w+)\s+(\w+)\("
                      r"([^;]*)\);", re.S)


def text_of(comment: str) -> str:
    """A comment in one line, without its stars."""
    return " ".join(re.sub(r"^\s*\*", "", comment, flags=re.M).split())


APART = {"config"}  # headers of other libraries, which sigma.h does not include


class Headers:
    def __init__(self, root: str, apart: bool = False):
        self.root = Path(root)
        self.paths = sorted((self.root / "include/sigma").glob("*.h"))
        self.texts = {path.stem: path.read_text(encoding="utf-8") for path in self.paths
                      if apart or path.stem not in APART}
        everything = "\n".join(self.texts.values())
        self.constants = {a or b: int(n) for a, b, n in CONSTANT.findall(everything)}
        self.sizes = {name: int(size) for name, size in LAYOUT.findall(everything)}
        self.structs = {s.name: s for stem in self.texts for s in self._structs(stem)}
        self.functions = {f.name: f for stem in self.texts for f in self._functions(stem)}
        self.declared = set(re.findall(r"^SIGMA_API [^;]*?\b(sigma_\w+)\(", everything, re.M))

    def _structs(self, stem: str):
        for name, body, _ in STRUCT.findall(self.texts[stem]):
            fields = [Field(field, kind, self._length(count), text_of(comment))
                      for kind, field, count, comment in FIELD.findall(body)]
            yield Struct(name, stem, self.sizes.get(name, -1), fields)

    def _length(self, count: str) -> int:
        return self.constants[count] if count.startswith("SIGMA_") else int(count or 1)

    def _functions(self, stem: str):
        for comment, returns, name, parameters in FUNCTION.findall(self.texts[stem]):
            pairs = [re.fullmatch(r"(.*?)(\w+)", p.strip(), re.S).groups()
                     for p in parameters.split(",") if p.strip() != "void"]
            yield Function(name, stem, returns, [(t.strip(), n) for t, n in pairs],
                           text_of(comment))

    def codes(self, prefix: str) -> dict:
        """{name: code} of the enumerators SIGMA_<prefix>_..., without COUNT."""
        found = re.compile(rf"SIGMA_{prefix}_(?!COUNT$)\w+")
        return {name: code for name, code in self.constants.items() if found.fullmatch(name)}


def finish(errors: list, summary: str) -> NoReturn:
    """Ends a check with its one line, or with what is wrong."""
    for error in errors:
        print(error)
    print(f"{len(errors)} found" if errors else summary)
    sys.exit(bool(errors))
