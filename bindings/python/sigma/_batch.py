# SPDX-License-Identifier: MIT
"""Whole functions of the library over columns."""
from __future__ import annotations

import array
import math
from ctypes import byref, c_double
from typing import Any, Callable, Optional, Sequence, TypeVar, overload

from . import _columns
from ._columns import (ARRAY, FLOAT64, Column, Place, columns, empty, from_buffer, output,
                       writable)
from ._calls import call, wrong_value
from ._errors import EmptyError, Error, LengthError, OutputError, RangeError
from ._library import _library, shown

_Kind = TypeVar("_Kind")


@overload
def batch(c_function: Any, *names: str) -> Callable[..., Any]: ...


@overload
def batch(c_function: Any, *names: str, results: int, kind: type[_Kind]
          ) -> Callable[..., _Kind]: ...


def batch(c_function: Any, *names: str, results: int = 1, kind: Any = None) -> Callable[..., Any]:
    """What calls C's (head, columns, count, results) with columns of these names, and returns the
    result, or a tuple of this kind of several, which lie in one block of memory.

    Arrays that C can read take a short way, on which a call costs a microsecond; whatever it does
    not take, or C refuses, goes the way that says what is wrong.
    """
    at_once = _short_way(c_function, len(names), results)
    make: Any = tuple.__new__

    def over(head: Any, given: Any, out: Any, nan: str) -> Any:
        found = None
        if out is None and nan == "raise":
            try:
                found = at_once(head, given)
            except (AttributeError, TypeError, ValueError):
                pass  # it is no array, or one that does not lie in one piece, or ...
        if found is None:
            found = compute(c_function, head, dict(zip(names, given)), out, nan, results)
        return found if kind is None else make(kind, found)

    return over


def _short_way(c_function: Any, given_count: int, results: int) -> Callable[[Any, Any], Any]:
    """What calls a function with a head and arrays, or returns None: it cannot, or C refuses."""
    function = _library[c_function.__name__]  # without types, a fourth of the time of a short call
    kinds = c_function.argtypes[:-1 - results - given_count]

    def at_once(head: Any, given: Any) -> Any:
        arguments: list[Any] = []
        for value, taken in zip(head, kinds):
            if taken is c_double:
                value = c_double(value)
            elif not isinstance(value, int) or not _LEAST <= value <= _MOST:
                return None
            arguments.append(value)
        shape = given[0].shape
        for column in given:
            if type(column) is not ARRAY or column.dtype is not FLOAT64 or column.shape != shape:
                return None
            arguments.append(byref(from_buffer(column)))
        count, = shape
        data = empty(count if results == 1 else (results, count))
        place = from_buffer(data)
        arguments += count, byref(place)
        for k in range(1, results):
            arguments.append(byref(place, 8 * count * k))
        return data if function(*arguments) >= 0 else None

    return at_once


_LEAST, _MOST = -2**31, 2**31 - 1


def compute(c_function: Callable[..., int], head: tuple[Any, ...], given: dict[str, Column],
            out: Any, nan: str, results: int = 1) -> Any:
    """Calls C's (head, columns, count, results), and returns the results, one by itself.

    out: Arrays that receive them, or None. nan: raise, or skip: bars that hold a NaN or an
    infinity are left out, and have NaN in each result.
    """
    if nan not in ("raise", "skip"):
        raise Error(f"nan is {shown(nan)}, expected 'raise' or 'skip'", "", "nan")
    count, places = columns(**given)
    first, column = next(iter(given)), next(iter(given.values()))
    if count == 0:
        raise EmptyError(f"{first} is empty", "", first)
    outputs = [output(count, column) for _ in range(results)] if out is None else [
        (data, Place(writable("out", data, count))) for data in _several(out, results)]
    at = [place for _, place in outputs]
    if nan == "skip" and not all(_finite(place.data) for place in places):
        _compute_without_holes(c_function, head, places, at)
    else:
        _compute(c_function, head, places, range(count), at)
    return outputs[0][0] if results == 1 else tuple([values for values, _ in outputs])


def _several(out: Any, results: int) -> Sequence[Any]:
    if results == 1:
        return (out,)
    if not isinstance(out, (tuple, list)) or len(out) != results:
        raise LengthError(f"out is {type(out).__name__}, expected a tuple of {results} arrays", "",
                          "out")
    return out


def _finite(data: Any) -> bool:
    return all(map(math.isfinite, data)) if _columns.numpy is None else bool(
        _columns.numpy.isfinite(data).all())


def _compute(c_function: Callable[..., int], head: tuple[Any, ...], places: Sequence[Place],
             rows: Sequence[int], outputs: Sequence[Place]) -> None:
    try:
        call(c_function, *head, *places, len(rows), *outputs)
    except RangeError:
        _explain(c_function, head, places, rows, len(outputs))
        raise


def _compute_without_holes(c_function: Callable[..., int], head: tuple[Any, ...],
                           places: Sequence[Place], outputs: Sequence[Place]) -> None:
    """The same over the bars that have every number; the others receive NaN."""
    rows = [row for row, bar in enumerate(zip(*[place.data for place in places]))
            if all(map(math.isfinite, bar))]
    kept = [Place(array.array("d", [place.data[row] for row in rows]), place.column)
            for place in places]
    found = [Place(array.array("d", bytes(8 * len(rows)))) for _ in outputs]
    if rows:
        _compute(c_function, head, kept, rows, found)
    for place, values in zip(outputs, found):
        for row in range(len(place.data)):
            place.data[row] = math.nan
        for row, value in zip(rows, values.data):
            place.data[row] = value


# ---- what is wrong


def first_refused(taken: Callable[[int], bool], count: int) -> Optional[int]:
    """The place of the value because of which so many are not taken; None if not even none is."""
    if not taken(0):
        return None
    fewer, more = 0, count
    while more - fewer > 1:
        half = (fewer + more) // 2
        fewer, more = (half, more) if taken(half) else (fewer, half)
    return fewer


def _explain(c_function: Any, head: tuple[Any, ...], places: Sequence[Place], rows: Sequence[int],
             results: int) -> None:
    """Raises what is wrong with the first bar that is refused, unless the head is at fault."""
    spare = [output(len(rows), None)[1] for _ in range(results)]

    def taken(length: int) -> bool:
        return int(c_function(*head, *places, length, *spare)) >= 0

    name = c_function.__name__
    if taken(len(rows)):
        raise OutputError(f"{name}: out overlaps a column, or another out, in part", name, "out")
    place = first_refused(taken, len(rows))
    if place is not None:
        ranges = [c_function.ranges.get(label) for label in c_function.names[len(head):]]
        _refuse_bar(name, {one.column: one.data[place] for one in places}, ranges, rows[place])


def _refuse_bar(name: str, bar: dict[str, float], ranges: Sequence[Any], row: int) -> None:
    advice = "; nan='skip' leaves such bars out" if "close" in bar else ""
    for (column, value), limits in zip(bar.items(), ranges):
        wrong = wrong_value(name, column, row, value, limits, advice)
        if wrong is not None:
            raise wrong
    low, high = bar.get("low", -math.inf), bar.get("high", math.inf)
    if high < low:
        raise RangeError(f"{name}: high[{row}] is {high}, expected at least low {low}", name,
                         "high")
    for column in ("open", "close"):
        if not low <= bar.get(column, low) <= high:
            raise RangeError(f"{name}: {column}[{row}] is {bar[column]}, expected from low {low} "
                             f"to high {high}", name, column)
    shown = ", ".join(f"{column}[{row}] is {value}" for column, value in bar.items())
    raise RangeError(f"{name}: {shown}: outside the documented range", name, next(iter(bar)))
