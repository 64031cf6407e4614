# SPDX-License-Identifier: MIT
"""The shared library: where it is, whether it fits, and its functions with their types."""
from __future__ import annotations

import ctypes
import operator
import os
import reprlib
import sys
from ctypes import c_char_p, c_double, c_int32, c_int64
from pathlib import Path
from typing import Any, Callable

from ._version import ABI

NAMES = {"win32": "sigma.dll", "darwin": "libsigma.dylib"}


def _has_avx2(facts: str = "/proc/cpuinfo") -> bool:
    """Whether the processor has it and the system lets it be used."""
    try:
        with open(facts, encoding="ascii", errors="replace") as lines:
            flags = next((line for line in lines if line.startswith("flags")), "")
    except OSError:
        return False
    return "avx2" in flags.split()


def _own() -> Path:
    """The library of the package: of two with the same bits the one that is faster here."""
    folder = Path(__file__).resolve().parent
    wide = folder / "libsigma-avx2.so"  # on Linux only
    if wide.is_file() and _has_avx2():
        return wide
    return folder / NAMES.get(sys.platform, "libsigma.so")


def _load() -> ctypes.CDLL:
    """The library of the package, or the one that LIBSIGMA names."""
    path = os.environ.get("LIBSIGMA") or str(_own())
    try:
        library = ctypes.CDLL(path)
        abi = int(library.sigma_version_abi())
    except (OSError, AttributeError) as error:
        advice = ("that is the path which LIBSIGMA names" if "LIBSIGMA" in os.environ else
                  "reinstall the package, or set LIBSIGMA to the path of the shared library")
        raise ImportError(f"cannot load libsigma from {path}: {error}; {advice}") from error
    if abi != ABI:
        raise ImportError(f"{path} has ABI {abi}, but this package was made for ABI "
                          f"{ABI}; install the package and the library of one version")
    return library


_library = _load()
_quick = ctypes.PyDLL(_library._name)


# ---- functions


class Int32(c_int32):
    """An argument that must fit."""

    @classmethod
    def from_param(cls, value: int) -> c_int32:
        if type(value) is int and -0x80000000 <= value <= 0x7fffffff:
            return c_int32(value)
        return fitting(c_int32, value)  # type: ignore[no-any-return]


class Int64(c_int64):
    """An argument that must fit."""

    @classmethod
    def from_param(cls, value: int) -> c_int64:
        return fitting(c_int64, value)  # type: ignore[no-any-return]


def fitting(kind: Any, value: int) -> Any:
    """The integer as ctypes has it, which by itself would cut it off."""
    fitted = kind(operator.index(value))
    if fitted.value != value:
        raise OverflowError(f"{value} does not fit into {8 * ctypes.sizeof(kind)} bits")
    return fitted


def function(name: str, names: str, /, *kinds: Any, **ranges: str) -> Callable[..., int]:
    """A function of the library with its arguments' names, of which ">" marks outputs, their types,
    and the documented ranges of some, such as period="1 <= x <= 256" or side="sigma.Side"."""
    found, labels = getattr(_library, name), names.split()
    found.names = [label.removeprefix(">") for label in labels]
    found.outputs = {label[1:] for label in labels if label[0] == ">"}
    found.argtypes, found.restype, found.ranges = kinds, c_int32, ranges
    return found  # type: ignore[no-any-return]


def prepared(name: str, *kinds: Any) -> Callable[..., int]:
    """The same for a call that takes about a microsecond: it keeps the interpreter's lock, and with
    no types given it takes byref() of structs, of whose type the caller is sure."""
    found = _quick[name]  # its own, whose types are not those of the others
    if kinds:
        found.argtypes = kinds
    return found


_VOID, _TEXT = ctypes.c_void_p, c_char_p
for _name, _names, *_kinds in (
        ("sigma_layout_check", "kind object >field", c_int32, _VOID, _VOID),
        ("sigma_layout_field", "kind index >field", c_int32, c_int32, _VOID),
        ("sigma_seal_size", "kind >size", c_int32, _VOID),
        ("sigma_seal_write", "kind object >buffer capacity >length", c_int32, _VOID, _TEXT, c_int32,
         _VOID),
        ("sigma_seal_open", "kind sealed length >object", c_int32, _TEXT, c_int32, _VOID),
        ("sigma_word_write", "vocabulary code >buffer capacity >length", c_int32, c_int32, _TEXT,
         c_int32, _VOID)):
    function(_name, _names, *_kinds)


# ---- text


def text_argument(name: str, text: str | bytes) -> bytes:
    if not isinstance(text, (str, bytes)):
        raise TypeError(f"{name} is {shown(text)}, expected text")
    return text.encode() if isinstance(text, str) else text


def bytes_argument(name: str, given: Any) -> bytes:
    if not isinstance(given, (bytes, bytearray, memoryview)):
        raise TypeError(f"{name} is {shown(given)}, expected bytes")
    return bytes(given)


_REPR = reprlib.Repr()
_REPR.maxother = _REPR.maxstring = 100


def shown(value: Any) -> str:
    """A value that was not expected, in one line, cut short."""
    return " ".join(_REPR.repr(value).split())


def text_output(capacity: int) -> tuple[Any, c_int32]:
    return ctypes.create_string_buffer(capacity), c_int32()


def text_value(buffer: Any, length: c_int32) -> str:
    return str(buffer.raw[:length.value].decode())
