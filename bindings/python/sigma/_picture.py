# SPDX-License-Identifier: MIT
"""The waterfall of a size as a picture, for notebooks."""
from __future__ import annotations

from typing import Any

from ._calls import expect
from .raw.base import Cap, Factor
from .raw.sizing import SizingResult
from .raw.words import Vocabulary, word_explain, word_write

WIDTH, LABEL, ROW = 640, 130, 22
PLAIN, BOUND = "#4c78a8", "#e45756"


def _bar(place: int, label: str, value: float, most: float, text: str, colour: str,
         title: str) -> str:
    y = place * ROW
    length = (WIDTH - LABEL - 130) * (value / most if most > 0 else 0.0)
    return (f'<g><title>{title}</title><text x="{LABEL - 6}" y="{y + 15}" text-anchor="end">{label}'
            f'</text><rect x="{LABEL}" y="{y + 3}" width="{length:.1f}" height="{ROW - 6}" '
            f'fill="{colour}"/><text x="{LABEL + length + 6:.1f}" y="{y + 15}">{text}</text></g>')


def money(value: float) -> str:
    """With cents; below 1, as in an account of coins, with four digits that count."""
    return f"{value:,.2f}" if abs(value) >= 1.0 or value == 0.0 else f"{value:.4g}"


def _rows(result: Any) -> list[tuple[str, float, float, str, str, str]]:
    """(label, value, most, text, colour, title) of the steps that did something."""
    rows = []
    for factor in Factor:
        if factor == Factor.BASE or result.factor[factor] != 1.0:
            rows.append((word_write(Vocabulary.FACTOR, factor), result.risk_after[factor],
                         max(result.risk_after), f"{money(result.risk_after[factor])} at risk",
                         PLAIN, word_explain(Vocabulary.FACTOR, factor)))
    for cap in Cap:
        if result.asked >> cap & 1:
            rows.append((word_write(Vocabulary.CAP, cap), result.lots_after[cap],
                         max(result.lots_after), f"{result.lots_after[cap]:.6g} lots",
                         BOUND if cap == result.binding else PLAIN,
                         word_explain(Vocabulary.CAP, cap)))
    return rows


def waterfall(result: Any) -> str:
    """An SVG of a sigma.SizingResult: the money at risk after each factor, the lots after each cap;
    red is the cap that bound the size."""
    rows = _rows(expect(SizingResult, "result", result))
    bars = "".join(_bar(place, *row) for place, row in enumerate(rows))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{len(rows) * ROW}" '
            f'font-family="sans-serif" font-size="12" fill="currentColor">{bars}</svg>')


def picture_of(struct: Any) -> str:
    """The picture of a struct that has one."""
    sized = getattr(struct, "sizing", struct)
    return waterfall(sized) if isinstance(sized, SizingResult) and sized.asked else ""
