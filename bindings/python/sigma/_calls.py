# SPDX-License-Identifier: MIT
"""Calls of the library, and what is said of those that it refuses."""
from __future__ import annotations

import ctypes
import itertools
import math
import operator
import re
from typing import Any, Callable, Iterable, Optional, TypeVar

from ._errors import Error, FormatError, NotANumberError, OrderError, RangeError
from ._library import _library, shown

_ERRORS = {kind.status: kind for kind in Error.__subclasses__() if kind.status}
_NULL = -1  # SIGMA_E_NULL


def call(c_function: Callable[..., int], *arguments: Any) -> int:
    """Calls, and returns the status if it is no error."""
    try:
        status = c_function(*arguments)
    except ctypes.ArgumentError as error:
        raise _unfit(c_function, str(error), arguments) from None
    if status >= 0:
        return status
    if status == _NULL:
        place = next(place for place, one in enumerate(arguments) if one is None)
        raise _wrong_kind(c_function, place, None)
    raise refusal(c_function, status, *arguments)


def _unfit(c_function: Any, said: str, arguments: tuple[Any, ...]) -> TypeError:
    """The same of an argument that ctypes does not take, with its name and value."""
    found, _, why = said.removeprefix("argument ").partition(": ")
    place, (_, cut, bits) = int(found) - 1, why.partition("does not fit")
    return _wrong_kind(c_function, place, arguments[place], f"which {cut}{bits}" if cut else "")


def _wrong_kind(c_function: Any, place: int, value: Any, why: str = "") -> TypeError:
    why = why or f"expected {_expected_kind(c_function, place)}"
    value = shown(getattr(value, "_obj", value))
    return TypeError(f"{c_function.__name__}: {c_function.names[place]} is {value}, {why}")


def _expected_kind(c_function: Any, place: int) -> str:
    """What an argument has to be."""
    kind, limits = c_function.argtypes[place], c_function.ranges.get(c_function.names[place], "")
    if limits.startswith("sigma."):
        return _expected_code(0, limits.removeprefix("sigma."))
    if hasattr(kind, "contents"):  # a pointer
        return f"sigma.{kind._type_.__name__}"
    return {ctypes.c_double: "a number", ctypes.c_char_p: "bytes"}.get(kind, "an integer")


Kind = TypeVar("Kind")


def expect(kind: type[Kind], name: str, given: Any) -> Kind:
    """An argument that must be such a struct."""
    if not isinstance(given, kind):
        raise TypeError(f"{name} is {shown(given)}, expected sigma.{kind.__name__}")
    return given


def refusal(c_function: Callable[..., int], status: int, *arguments: Any) -> Error:
    """The exception for a status below 0 of a call."""
    name, kind = c_function.__name__, _ERRORS.get(status, Error)
    typed = getattr(_library, name)  # a prepared one has no names
    inputs = {label: getattr(value, "_obj", value) for label, value in zip(typed.names, arguments)
              if label not in typed.outputs}
    if kind is RangeError:
        wrong = _wrong_member(name, inputs) or _wrong_argument(typed, inputs)
        if wrong is not None:
            return wrong
    usual = (kind.__doc__ or "").splitlines()[0].rstrip(".")
    return kind(f"{name}: {usual[0].lower() + usual[1:]}{_given(kind, inputs)}", name)


def _wrong_member(function: str, inputs: dict[str, Any]) -> Optional[RangeError]:
    """Of the first struct that has a member out of its range."""
    for given in inputs.values():
        fault = getattr(given, "_fault", None)
        member, sentence = fault() if fault else ("", "")
        if sentence:
            return RangeError(f"{function}: {sentence}", function, member)
    return None


def _wrong_argument(c_function: Any, others: dict[str, Any]) -> Optional[RangeError]:
    """Of the first number, or value of a column, that is out of the range that its header has."""
    name = c_function.__name__
    numbers = {label: value for label, value in others.items() if isinstance(value, (int, float))}
    for label in sorted(numbers, key=lambda label: math.isfinite(numbers[label])):
        limits = c_function.ranges.get(label)
        wrong = out_of_range(name, label, numbers[label], limits, others=others)
        if wrong is not None:
            return wrong
    for label, value in others.items():
        limits = c_function.ranges.get(label)
        for row, one in _rows(value, limits):
            wrong = wrong_value(name, value.column, row, one, limits)
            if wrong is not None:
                return wrong
    return None


def _rows(place: Any, limits: Optional[str]) -> Iterable[tuple[int, float]]:
    """The values of an input, if it is one; without a range of its own it may begin with NaNs."""
    if not getattr(place, "column", ""):
        return ()
    rows = enumerate(place.data)
    return rows if limits else itertools.dropwhile(lambda row: math.isnan(row[1]), rows)


def _given(kind: type[Error], inputs: dict[str, Any]) -> str:
    """What was refused: the text, or numbers and structs of a few members, or the instants."""
    texts = []
    for label, value in inputs.items():
        few = hasattr(value, "_fault") and 1 < repr(value).count("=") < 9
        if kind is FormatError and label == "text":
            texts.append(shown(value))
        elif kind is RangeError and (few or isinstance(value, (int, float))):
            texts.append(f"{label} = {value!r}")
        elif kind is OrderError and label == "time":
            texts.append(f"time = {value}")
        elif kind is OrderError and hasattr(value, "time"):
            texts.append(f"{label}.time = {value.time}")
    return f" ({', '.join(texts)})" if texts else ""


# ---- documented ranges, such as 1 <= x <= 256 or sigma.Method


_RANGE = re.compile(r"(?:(\S+) (<=?) )?x (<=?|>=?) (\S+)")
_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
_SHOWN = 20  # codes of an enumeration


def _expected_code(value: float, enumeration: str) -> str:
    from .raw import _classes  # which are made of what stands here

    codes = [code for code in getattr(_classes, enumeration) if code]
    shown = ", ".join(f"{code.value} {code.name}" for code in codes[:_SHOWN])
    more = ", ..." if len(codes) > _SHOWN else ""
    return "" if value in codes else f"one of sigma.{enumeration}: {shown}{more}"


def _expected(value: float, limits: str, others: dict[str, Any]) -> str:
    """What should stand there; nothing if the value is in the range, whose ends may be others."""
    found = _RANGE.fullmatch(limits)
    if found is None:
        return _expected_code(value, limits.removeprefix("sigma."))
    low, above, below, high = found.groups()
    ends = {end: others[end] if end in others else float(end) for end in (low, high) if end}
    inside = _COMPARED[below](value, ends[high]) and (
        low is None or _COMPARED[above](ends[low], value))
    given = [f"{end} = {others[end]}" for end in ends if end in others]
    return "" if inside else limits + (f" with {', '.join(given)}" if given else "")


def out_of_range(function: str, label: str, value: float, limits: Optional[str], field: str = "",
                 others: Optional[dict[str, Any]] = None) -> Optional[RangeError]:
    """The exception for a number that is out of a range, if it is."""
    expected = _expected(value, limits, others or {}) if limits else ""
    return RangeError(f"{function}: {label} is {value!r}, expected {expected}", function,
                      field or label) if expected else None


def wrong_value(function: str, column: str, row: int, value: float, limits: Optional[str],
                advice: str = "") -> Optional[RangeError]:
    """The same for a value of a column, which may be no number."""
    label = f"{column}[{row}]"
    if not math.isfinite(value):
        return NotANumberError(f"{function}: {label} is {value}{advice}", function, column)
    return out_of_range(function, label, value, limits, column)
