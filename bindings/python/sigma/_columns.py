# SPDX-License-Identifier: MIT
"""Columns of doubles, in and out: NumPy arrays, pandas Series, array.array or any sequence.

Contiguous arrays of float64 are used where they lie. A result is of the kind of the first column:
a Series keeps its index; sequences give an array.array where there is no NumPy.
"""
from __future__ import annotations

import array
import ctypes
from typing import Any, Sequence, Union

numpy: Any
try:
    import numpy
except ImportError:  # pragma: no cover
    numpy = None     # everything works without it

Column = Union[Sequence[float], Any]  # a Series or an array of one dimension
Values = Any                          # of the kind of the first column


def _from_numpy(name: str, values: Any) -> Any:
    given = numpy.asarray(values)
    if given.dtype != numpy.float64:
        raise TypeError(f"{name} is of {given.dtype}, expected float64: use astype(float)")
    if given.ndim != 1:
        raise ValueError(f"{name} has {given.ndim} dimensions, expected one")
    return numpy.ascontiguousarray(given)


def _from_sequence(name: str, values: Any) -> Any:
    try:
        return array.array("d", values)
    except TypeError as error:
        raise TypeError(f"{name} is {type(values).__name__}, expected numbers: {error}") from error


_NOTHING = ctypes.c_double()


class _Place:
    """Where a column lies; keeps it alive while C reads or writes it."""

    def __init__(self, data: Any):
        self.data = data
        if len(data) == 0:  # NULL is no column
            self._as_parameter_ = ctypes.c_void_p(ctypes.addressof(_NOTHING))
        elif isinstance(data, array.array):
            self._as_parameter_ = ctypes.c_void_p(data.buffer_info()[0])
        else:
            self._as_parameter_ = ctypes.c_void_p(data.ctypes.data)


def columns(**given: Column) -> tuple[int, tuple[Any, ...]]:
    """The common length, and for each column what ctypes takes."""
    places, lengths = [], {}
    for name, values in given.items():
        like_array = numpy is not None and hasattr(values, "__array__")
        data = _from_numpy(name, values) if like_array else _from_sequence(name, values)
        places.append(_Place(data))
        lengths[name] = len(data)
    if len(set(lengths.values())) > 1:
        shown = ", ".join(f"{name} {length}" for name, length in lengths.items())
        raise ValueError(f"columns must be of one length, found {shown}")
    return next(iter(lengths.values())), tuple(places)


def output(count: int, like: Column) -> tuple[Values, Any]:
    """A new column of the kind of another, and what ctypes takes."""
    if numpy is None:
        data: Any = array.array("d", bytes(8 * count))
        return data, _Place(data)
    data = numpy.empty(count)
    place = _Place(data)
    if hasattr(like, "index") and hasattr(like, "to_numpy"):
        series: Any = type(like)
        return series(data, index=like.index, copy=False), place
    return data, place


def records(kind: type, given: Sequence[Any]) -> tuple[int, Any]:
    """Structs in one array: those of an array of them are used where they lie."""
    if isinstance(given, ctypes.Array) and issubclass(given._type_, kind):
        return len(given), given
    return len(given), (kind * len(given))(*given)  # type: ignore[operator]
