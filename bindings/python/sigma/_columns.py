# SPDX-License-Identifier: MIT
"""Columns of doubles, in and out: NumPy arrays, pandas Series, array.array or any sequence.

Contiguous arrays of float64 are used where they lie. A result is of the kind of the first column:
a Series keeps its index; sequences give an array.array where there is no NumPy.
"""
from __future__ import annotations

import array
import ctypes
import math
from ctypes import byref, c_double
from typing import Any, Callable, Optional, Sequence, TypeVar, Union, overload

from ._library import Error, RangeError, _library, call

numpy: Any
try:
    import numpy
except ImportError:  # pragma: no cover
    numpy = None     # everything works without it

Column = Union[Sequence[float], Any]  # a Series or an array of one dimension
Values = Any                          # of the kind of the first column
_Kind = TypeVar("_Kind")


class DtypeError(Error, TypeError):
    """A column does not hold float64."""


class ShapeError(Error):
    """A column does not have one dimension."""


class LengthError(Error):
    """Columns are of different lengths."""


class EmptyError(Error):
    """A column holds nothing."""


class OutputError(Error):
    """An array cannot be written to: it is read-only, or does not lie in one piece."""


class NotANumberError(RangeError):
    """A column holds NaN or an infinity."""


def _from_numpy(name: str, values: Any) -> Any:
    given = numpy.asarray(values)
    if given.dtype != numpy.float64:
        advice = "it holds objects" if given.dtype == object else "use astype(float)"
        raise DtypeError(f"{name} is of {given.dtype}, expected float64: {advice}", "", name)
    if given.ndim != 1:
        raise ShapeError(f"{name} has {given.ndim} dimensions, expected one", "", name)
    return numpy.ascontiguousarray(given)


def _from_sequence(name: str, values: Any) -> Any:
    try:
        return array.array("d", values)
    except TypeError as error:
        raise DtypeError(f"{name} is {type(values).__name__}, expected numbers: {error}", "",
                         name) from error


_NOTHING = c_double()
_BYTE = ctypes.c_char
_from_buffer = _BYTE.from_buffer  # the fastest way to ask where something lies


def _address(data: Any) -> int:
    if len(data) == 0:  # NULL is no column
        return ctypes.addressof(_NOTHING)
    try:
        return ctypes.addressof(_from_buffer(data))
    except TypeError:  # read-only
        return int(data.__array_interface__["data"][0])


class _Place:
    """Where a column lies; keeps it alive while C reads or writes it."""

    __slots__ = ("data", "_as_parameter_")

    def __init__(self, data: Any) -> None:
        self.data, self._as_parameter_ = data, _address(data)


def _taken(name: str, values: Any) -> Any:
    """A column as it is, if C can read it there, or else a copy of it."""
    if numpy is None:
        return _from_sequence(name, values)
    if type(values) is numpy.ndarray and values.dtype is _FLOAT64 and values.strides == (8,):
        return values
    return (_from_numpy if hasattr(values, "__array__") else _from_sequence)(name, values)


_FLOAT64: Any
_ARRAY: Any
_empty: Any
_FLOAT64, _ARRAY, _empty = (None, None, None) if numpy is None else (
    numpy.dtype(numpy.float64), numpy.ndarray, numpy.empty)
_LEAST, _MOST = -2**31, 2**31 - 1


def columns(**given: Column) -> tuple[int, tuple[Any, ...]]:
    """The common length, and for each column what ctypes takes."""
    places = tuple([_Place(_taken(name, values)) for name, values in given.items()])
    count = len(places[0].data)
    if count >= 2**31:  # pragma: no cover, 16 GB
        raise LengthError(f"{next(iter(given))} has {count} values, more than 2147483647")
    for place in places:
        if len(place.data) != count:
            shown = ", ".join(f"{name} {len(place.data)}" for name, place in zip(given, places))
            raise LengthError(f"columns must be of one length, found {shown}")
    return count, places


def of_length(name: str, found: int, expected: int) -> None:
    """Refuses a column that another says the length of."""
    if found != expected:
        raise LengthError(f"{name} has {found} values, expected {expected}", "", name)


def like(first: Column, data: Any) -> Values:
    """Values as the kind of a column that they belong to."""
    if numpy is not None and hasattr(first, "index") and hasattr(first, "to_numpy"):
        series: Any = type(first)
        return series(data, index=first.index, copy=False)
    return data


def output(count: int, first: Column) -> tuple[Values, Any]:
    """A new column of the kind of another, and what ctypes takes."""
    data: Any = array.array("d", bytes(8 * count)) if numpy is None else numpy.empty(count)
    return like(first, data), _Place(data)


def _writable(name: str, data: Any, count: int) -> Any:
    """An array that the caller gives to be written to."""
    if numpy is None or type(data) is not numpy.ndarray or data.dtype != numpy.float64:
        raise DtypeError(f"{name} is {getattr(data, 'dtype', type(data).__name__)}, "
                         "expected a NumPy array of float64", "", name)
    if data.shape != (count,):
        raise LengthError(f"{name} has the shape {data.shape}, expected ({count},)", "", name)
    if not data.flags.writeable:
        raise OutputError(f"{name} is read-only", "", name)
    if not data.flags.c_contiguous:
        raise OutputError(f"{name} does not lie in one piece: it is strided", "", name)
    return data


def records(kind: type, given: Sequence[Any]) -> tuple[int, Any]:
    """Structs in one array: those of an array of them are used where they lie."""
    if isinstance(given, ctypes.Array) and issubclass(given._type_, kind):
        return len(given), given
    return len(given), (kind * len(given))(*given)  # type: ignore[operator]


# ---- whole functions over columns


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
    function = _library[c_function.__name__]  # without types, a fourth of the time of a short call
    kinds = c_function.argtypes[:-1 - results - len(names)]
    make: Any = tuple.__new__

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
            if type(column) is not _ARRAY or column.dtype is not _FLOAT64 or column.shape != shape:
                return None
            arguments.append(byref(_from_buffer(column)))
        count, = shape
        data = _empty(count if results == 1 else (results, count))
        place = _from_buffer(data)
        arguments += count, byref(place)
        for k in range(1, results):
            arguments.append(byref(place, 8 * count * k))
        return data if function(*arguments) >= 0 else None

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


def compute(c_function: Callable[..., int], head: tuple[Any, ...], given: dict[str, Column],
            out: Optional[Sequence[Any]], nan: str, results: int = 1) -> Any:
    """Calls C's (head, columns, count, results), and returns the results, one by itself.

    out: Arrays that receive them, or None. nan: raise, or skip: bars that hold a NaN or an
    infinity are left out, and have NaN in each result.
    """
    if nan not in ("raise", "skip"):
        raise Error(f"nan is {nan!r}, expected 'raise' or 'skip'", "", "nan")
    count, places = columns(**given)
    if count == 0:
        raise EmptyError(f"{next(iter(given))} is empty", "", next(iter(given)))
    if nan == "skip" and not all(_finite(place.data) for place in places):
        return _skipping(c_function, head, given, places, out, results)
    first = next(iter(given.values()))
    outputs = [output(count, first) for _ in range(results)] if out is None else [
        (data, _Place(_writable("out", data, count))) for data in _several(out, results)]
    try:
        call(c_function, *head, *places, count, *[place for _, place in outputs])
    except RangeError:
        explain(c_function.__name__, given, places)
        raise
    return outputs[0][0] if results == 1 else tuple([values for values, _ in outputs])


def _several(out: Any, results: int) -> Sequence[Any]:
    if results == 1:
        return (out,)
    if not isinstance(out, (tuple, list)) or len(out) != results:
        raise LengthError(f"out is {type(out).__name__}, expected {results} arrays", "", "out")
    return out


def _finite(data: Any) -> bool:
    return all(map(math.isfinite, data)) if numpy is None else bool(numpy.isfinite(data).all())


def explain(name: str, given: dict[str, Column], places: tuple[Any, ...]) -> None:
    """Names the first value that is no number, or the first bar that is none, if there is one."""
    for column, place in zip(given, places):
        for index, value in enumerate(place.data):
            if not math.isfinite(value):
                advice = "" if column == "returns" else "; nan='skip' leaves such bars out"
                raise NotANumberError(f"{name}: {column}[{index}] is {value}{advice}", name,
                                      column) from None
    if "high" in given:
        rows = dict(zip(given, (place.data for place in places)))
        for index, (low, close, high) in enumerate(zip(rows["low"], rows["close"], rows["high"])):
            if not low <= close <= high:
                raise RangeError(f"{name}: close[{index}] is {close}, expected from low {low} to high "
                                 f"{high}", name, "close") from None


def _skipping(c_function: Callable[..., int], head: tuple[Any, ...], given: dict[str, Column],
              places: tuple[Any, ...], out: Any, results: int) -> Any:
    """The same over the bars that have every number."""
    kept = [i for i in range(len(places[0].data))
            if all(math.isfinite(place.data[i]) for place in places)]
    full = [array.array("d", [place.data[i] for i in kept]) for place in places]
    found: Any = compute(c_function, head, dict(zip(given, full)), None, "raise",
                         results) if kept else (
        () if results == 1 else ((),) * results)
    first = next(iter(given.values()))
    filled = []
    several: Sequence[Any] = [found] if results == 1 else found
    for k, values in enumerate(several):
        data = array.array("d", [math.nan]) * len(places[0].data) if numpy is None else numpy.full(
            len(places[0].data), math.nan)
        for i, value in zip(kept, values):
            data[i] = value
        if out is not None:
            target = _writable("out", _several(out, results)[k], len(data))
            target[:] = data
            filled.append(target)
        else:
            filled.append(like(first, data))
    return filled[0] if results == 1 else tuple(filled)
