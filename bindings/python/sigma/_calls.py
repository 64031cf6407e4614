# SPDX-License-Identifier: MIT
"""Calls of the library, and what is said of those that it refuses."""
from __future__ import annotations

import ctypes
import itertools
import math
import operator
import re
import reprlib
from typing import Any, Callable, Iterable, Optional, TypeVar

from ._errors import Error, NotANumberError, RangeError
from ._library import _library

_ERRORS = {kind.status: kind for kind in Error.__subclasses__() if kind.status}


def call(c_function: Callable[..., int], *arguments: Any) -> int:
    """Calls, and returns the status if it is no error."""
    try:
        status = c_function(*arguments)
    except ctypes.ArgumentError as error:
        raise _unfit(c_function, str(error), arguments) from None
    if status >= 0:
        return status
    raise refusal(c_function, status, *arguments)


def _unfit(c_function: Any, said: str, arguments: tuple[Any, ...]) -> TypeError:
    """The same of an argument that ctypes does not take, with its name and value."""
    place, _, why = said.removeprefix("argument ").partition(": ")
    name, value = c_function.names[int(place) - 1], arguments[int(place) - 1]
    value = getattr(value, "_obj", value)
    why = why.partition(": ")[2] or why
    return TypeError(f"{c_function.__name__}: {name} is {shown(value)}: {why}")


Kind = TypeVar("Kind")
_REPR = reprlib.Repr()
_REPR.maxother = _REPR.maxstring = 100


def shown(value: Any) -> str:
    """A value that was not expected, in one line, cut short."""
    return " ".join(_REPR.repr(value).split())


def expect(kind: type[Kind], name: str, given: Any) -> Kind:
    """An argument that must be such a struct."""
    if not isinstance(given, kind):
        raise TypeError(f"{name} is {shown(given)}, expected sigma.{kind.__name__}")
    return given


def refusal(c_function: Callable[..., int], status: int, *arguments: Any) -> Error:
    """The exception for a status below 0 of a call."""
    name, kind = c_function.__name__, _ERRORS.get(status, Error)
    typed = getattr(_library, name)  # a prepared one has no names
    if kind is RangeError:
        wrong = _wrong_member(name, arguments) or _wrong_argument(typed, arguments)
        if wrong is not None:
            return wrong
    usual = (kind.__doc__ or "").splitlines()[0].rstrip(".")
    shown = _short(typed.names, arguments) if kind is RangeError else ""
    return kind(f"{name}: {usual[0].lower() + usual[1:]}{shown}", name)


def _wrong_member(function: str, arguments: tuple[Any, ...]) -> Optional[RangeError]:
    """Of the first struct that has a member out of its range."""
    for argument in arguments:
        fault = getattr(getattr(argument, "_obj", None), "_fault", None)  # of a struct
        member, sentence = fault() if fault else ("", "")
        if sentence:
            return RangeError(f"{function}: {sentence}", function, member)
    return None


def _wrong_argument(c_function: Any, arguments: tuple[Any, ...]) -> Optional[RangeError]:
    """Of the first number, or value of a column, that is out of the range that its header has."""
    name, others = c_function.__name__, dict(zip(c_function.names, arguments))
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


def _short(names: list[str], arguments: tuple[Any, ...]) -> str:
    """The arguments that are numbers, and structs of a few members."""
    texts = []
    for label, value in zip(names, arguments):
        text = repr(getattr(value, "_obj", value))
        if isinstance(value, (int, float)) or hasattr(value, "_obj") and 1 < text.count("=") < 9:
            texts.append(f"{label} = {text}")
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
