# SPDX-License-Identifier: MIT
"""What is refused, as exceptions."""
from __future__ import annotations

from typing import ClassVar


class Error(ValueError):
    """A call was refused; nothing has changed. `status` is the library's code, `function` the
    function that refused, `field` the member that is out of its range, if that is known."""

    status: ClassVar[int] = 0

    def __init__(self, message: str, function: str = "", field: str = "") -> None:
        super().__init__(message)
        self.function, self.field = function, field


class RangeError(Error):
    """An argument is outside its documented range, as NaN always is."""
    status = -2


class StateError(Error):
    """A state was not set up by init, or is damaged."""
    status = -3


class OrderError(Error):
    """Time stands still or runs backwards."""
    status = -4


class SpaceError(Error):
    """A buffer, or a table inside a struct, is full."""
    status = -5


class FormatError(Error):
    """Malformed text."""
    status = -6


class VersionError(Error):
    """Written by another version, whose decisions may differ."""
    status = -7


class DifferentError(Error):
    """A record does not agree with its recomputation."""
    status = -8


# ---- of columns


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
