# SPDX-License-Identifier: MIT
"""Columns of doubles, in and out: NumPy arrays, pandas Series, array.array or any sequence.

Contiguous arrays of float64 are used where they lie. A result is of the kind of the first column:
a Series keeps its index; sequences give an array.array where there is no NumPy.
"""
from __future__ import annotations

import array
import ctypes
from ctypes import c_double
from typing import AbstractSet as Set
from typing import Any, Iterator, Mapping, Sequence, Union

from ._calls import expect
from ._errors import DtypeError, LengthError, OutputError, ShapeError
from ._library import shown

numpy: Any
try:
    import numpy
except ImportError:  # pragma: no cover
    numpy = None     # everything works without it

Column = Union[Sequence[float], Any]  # a Series or an array of one dimension
Values = Any                          # of the kind of the first column


# ---- what may be a column


def got(value: Any) -> str:
    """A value that was not expected, and what it is."""
    return f"{shown(value)} ({type(value).__name__})"


def _is_sequence(given: Any) -> bool:
    """Whether it has a length and an order, and is no text, which is a sequence too."""
    try:
        len(given)
        iter(given)
    except TypeError:
        return False
    return not isinstance(given, (str, bytes, bytearray, Mapping, Set))


def _numbers(name: str, values: Any) -> Iterator[float]:
    """The values one by one, of which the first that is no number is named."""
    for index, value in enumerate(values):
        try:
            yield array.array("d", (value,))[0]
        except (TypeError, ValueError, OverflowError) as error:
            fits = " that fits into a float" if isinstance(error, OverflowError) else ""
            raise DtypeError(f"{name}[{index}] is {got(value)}, expected a number{fits}", "",
                             name) from None


def _from_numpy(name: str, values: Any) -> Any:
    if isinstance(values, numpy.ma.MaskedArray) and values.dtype == numpy.float64:
        values = values.filled(numpy.nan)
    given = numpy.asarray(values)
    if given.ndim != 1:
        raise ShapeError(f"{name} has {given.ndim} dimensions, expected one: its shape is "
                         f"{given.shape}", "", name)
    if given.dtype == object:
        array.array("d", _numbers(name, given))
    if given.dtype != numpy.float64:
        advice = ": use astype(float)" if given.dtype.kind in "biufSUO" else ""
        raise DtypeError(f"{name} is of {given.dtype}, expected float64{advice}", "", name)
    return numpy.ascontiguousarray(given)


def _from_sequence(name: str, values: Any) -> Any:
    if not _is_sequence(values):
        raise DtypeError(f"{name} is {type(values).__name__}, expected numbers in an array, a "
                         f"Series or a list; got {shown(values)}", "", name)
    try:
        return array.array("d", values)
    except (TypeError, ValueError, OverflowError):
        return array.array("d", _numbers(name, values))


_NOTHING = c_double()
_BYTE = ctypes.c_char
from_buffer = _BYTE.from_buffer  # the fastest way to ask where something lies


def _address(data: Any) -> int:
    if len(data) == 0:  # NULL is no column
        return ctypes.addressof(_NOTHING)
    try:
        return ctypes.addressof(from_buffer(data))
    except TypeError:  # read-only
        return int(data.__array_interface__["data"][0])


class Place:
    """Where a column lies; keeps it alive while C reads or writes it."""

    __slots__ = ("data", "column", "_as_parameter_")

    def __init__(self, data: Any, column: str = "") -> None:
        self.data, self.column, self._as_parameter_ = data, column, _address(data)


def _taken(name: str, values: Any) -> Any:
    """A column as it is, if C can read it there, or else a copy of it."""
    if numpy is None:
        return _from_sequence(name, values)
    if type(values) is numpy.ndarray and values.dtype is FLOAT64 and values.strides == (8,):
        return values
    return (_from_numpy if hasattr(values, "__array__") else _from_sequence)(name, values)


FLOAT64: Any
ARRAY: Any
empty: Any
FLOAT64, ARRAY, empty = (None, None, None) if numpy is None else (
    numpy.dtype(numpy.float64), numpy.ndarray, numpy.empty)


def columns(**given: Column) -> tuple[int, tuple[Any, ...]]:
    """The common length, and for each column what ctypes takes."""
    places = tuple([Place(_taken(name, values), name) for name, values in given.items()])
    count = len(places[0].data)
    if count >= 2**31:  # pragma: no cover, 16 GB
        raise LengthError(f"{next(iter(given))} has {count} values, more than 2147483647")
    for place in places:
        if len(place.data) != count:
            shown = ", ".join(f"{name} {len(place.data)}" for name, place in zip(given, places))
            raise LengthError(f"columns must be of one length, found {shown}", "", place.column)
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
    return like(first, data), Place(data)


def writable(name: str, data: Any, count: int) -> Any:
    """An array that the caller gives to be written to."""
    if numpy is None or type(data) is not numpy.ndarray:
        raise DtypeError(f"{name} is {type(data).__name__}, expected a NumPy array of float64", "",
                         name)
    if data.dtype != numpy.float64:
        raise DtypeError(f"{name} is of {data.dtype}, expected float64", "", name)
    if data.shape != (count,):
        raise LengthError(f"{name} has the shape {data.shape}, expected ({count},)", "", name)
    if not data.flags.writeable:
        raise OutputError(f"{name} is read-only", "", name)
    if not data.flags.c_contiguous:
        raise OutputError(f"{name} does not lie in one piece: it is strided", "", name)
    return data


def records(kind: type, name: str, given: Sequence[Any]) -> tuple[int, Any]:
    """Structs in one array: those of an array of them are used where they lie."""
    if isinstance(given, ctypes.Array) and issubclass(given._type_, kind):
        return len(given), given
    if not _is_sequence(given):
        raise TypeError(f"{name} is {got(given)}, expected a list of sigma.{kind.__name__}")
    for index, one in enumerate(given):
        expect(kind, f"{name}[{index}]", one)
    return len(given), (kind * len(given))(*given)  # type: ignore[operator]
