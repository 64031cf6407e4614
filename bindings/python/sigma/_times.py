# SPDX-License-Identifier: MIT
"""Instants and durations, which the library counts in nanoseconds."""
from __future__ import annotations

import operator
from datetime import datetime, timedelta, timezone
from typing import Any, SupportsIndex, Union

from ._library import shown

Instant = Union[SupportsIndex, datetime, Any]  # nanoseconds since 1970 UTC; NumPy's datetime64
Duration = Union[SupportsIndex, timedelta]     # nanoseconds

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_NEVER = -2**63  # of NumPy and pandas: not a time
_LAST = 9_150_000_000  # [s], in 2259: the library knows no later instant, nor one as much before 1970


def _nanoseconds(length: Any) -> int:
    """Of a timedelta, exactly; pandas' has nanoseconds too."""
    micros = (length.days * 86400 + length.seconds) * 10**6 + length.microseconds
    return int(1000 * micros + getattr(length, "nanoseconds", 0))


BEYOND = "expected a year from 1681 to 2258"


def in_nanoseconds(found: Any, name: str) -> Any:
    """Of one datetime64 or many, of any unit. NumPy itself makes 1715 of 2300 in nanoseconds."""
    seconds = found.astype("datetime64[s]").astype("int64")
    beyond = (seconds != _NEVER) & ((seconds < -_LAST) | (seconds > _LAST))
    if beyond.any():
        first = f"{name}[{beyond.argmax()}]" if beyond.ndim else name
        raise ValueError(f"{first} is {found[beyond][0] if beyond.ndim else found}, {BEYOND}")
    return found.astype("datetime64[ns]").astype("int64")


def instant(when: Instant, name: str = "time") -> int:
    """Nanoseconds since 1970 UTC of an integer, which is that already, a datetime, a Timestamp of
    pandas or a datetime64 of NumPy. Without a time zone it is UTC.

    >>> import datetime, sigma
    >>> sigma.instant(datetime.datetime(2020, 3, 16, 20))
    1584388800000000000
    """
    found: Any = when
    if isinstance(when, datetime):
        try:
            found = getattr(when, "value", None)  # of pandas, whose NaT has one too
        except OverflowError:
            raise ValueError(f"{name} is {when!r}, {BEYOND}") from None
        if found is None:
            zone = when.tzinfo or timezone.utc
            found = _nanoseconds(when.replace(tzinfo=zone) - _EPOCH)
    elif type(when).__name__ == "datetime64":
        found = in_nanoseconds(found, name)
    try:
        found = int(operator.index(found))
    except TypeError:
        raise TypeError(f"{name} is {shown(when)}, expected nanoseconds or a datetime") from None
    if found == _NEVER:
        raise ValueError(f"{name} is {shown(when)}, which is no time")
    return found  # type: ignore[no-any-return]


def duration(length: Duration, name: str = "interval") -> int:
    """Nanoseconds of an integer, which is that already, or a timedelta, of pandas too."""
    if isinstance(length, timedelta):
        return _nanoseconds(length)
    try:
        return operator.index(length)
    except TypeError:
        raise TypeError(f"{name} is {shown(length)}, expected nanoseconds or a timedelta") from None
