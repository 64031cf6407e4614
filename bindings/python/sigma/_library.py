# SPDX-License-Identifier: MIT
"""The shared library: where it is, whether it fits, and how its calls become Python's."""
from __future__ import annotations

import ctypes
import difflib
import itertools
import operator
import os
import struct
import sys
from ctypes import byref, c_char_p, c_double, c_int32, c_int64, c_uint32, c_uint64
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, ClassVar, Iterator, TypeVar

from ._version import ABI, SEAL

if TYPE_CHECKING:
    from typing_extensions import Self

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


# ---- errors


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


_ERRORS = {kind.status: kind for kind in Error.__subclasses__()}


def _wrong_field(arguments: tuple[Any, ...]) -> tuple[str, str]:
    """(name, sentence) of the first member of a struct argument that is out of its range."""
    from .raw.field import Field  # which is made of what stands here

    for argument in arguments:
        given = getattr(argument, "_obj", None)
        field = Field()
        if getattr(given, "line", None) == 0:  # which the writer of a log sets
            given = given.replace(line=1)  # type: ignore[union-attr]
        if isinstance(given, Struct) and given.KIND and _library.sigma_layout_check(
                given.KIND, byref(given), byref(field)) < 0 and field.name:
            owner = _owner(given, field.name.decode()) or given
            name = f"{type(owner).__name__}.{field.name.decode()}"
            value = _shown_value(getattr(owner, field.name.decode(), "damaged"), None)
            return name, f"{name} is {value}, expected {field.minimum:g} to {field.maximum:g}"
        if type(given).__name__ == "Bar":
            return "Bar", f"{given!r} is no bar, expected low <= open and close <= high"
    return "", ""


def _owner(outer: Any, name: str) -> Any:
    """The struct, itself or inside of this one, that has a member of this name out of its range."""
    if name in outer._KINDS:
        return outer
    inner = [getattr(outer, member) for member in outer._KINDS]
    for one in inner:
        if isinstance(one, Struct):
            found = _owner(one, name)
            if found is not None:
                return found
    return None


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
    return TypeError(f"{c_function.__name__}: {name} is {value!r}: {why.partition(': ')[2] or why}")


Kind = TypeVar("Kind")


def expect(kind: type[Kind], name: str, given: Any) -> Kind:
    """An argument that must be such a struct."""
    if not isinstance(given, kind):
        raise TypeError(f"{name} is {given!r}, expected sigma.{kind.__name__}")
    return given


def refusal(c_function: Callable[..., int], status: int, *arguments: Any) -> Error:
    """The exception for a status below 0 of a call."""
    name = c_function.__name__
    kind = _ERRORS.get(status, Error)
    field, sentence = _wrong_field(arguments) if kind is RangeError else ("", "")
    if sentence:
        return kind(f"{name}: {sentence}", name, field)
    usual = (kind.__doc__ or "").splitlines()[0].rstrip(".")
    shown = _short(name, arguments) if kind is RangeError else ""
    return kind(f"{name}: {usual[0].lower() + usual[1:]}{shown}", name)


def _short(name: str, arguments: tuple[Any, ...]) -> str:
    """The arguments that are numbers, and structs of a few members."""
    texts = []
    for label, value in zip(getattr(_library, name).names, arguments):
        text = repr(getattr(value, "_obj", value))
        if isinstance(value, (int, float)) or hasattr(value, "_obj") and 1 < text.count("=") < 9:
            texts.append(f"{label} = {text}")
    return f" ({', '.join(texts)})" if texts else ""


class Int32(c_int32):
    """An argument that must fit."""

    @classmethod
    def from_param(cls, value: int) -> c_int32:
        if type(value) is int and -0x80000000 <= value <= 0x7fffffff:
            return c_int32(value)
        return _fitting(c_int32, value)  # type: ignore[no-any-return]


class Int64(c_int64):
    """An argument that must fit."""

    @classmethod
    def from_param(cls, value: int) -> c_int64:
        return _fitting(c_int64, value)  # type: ignore[no-any-return]


def _fitting(kind: Any, value: int) -> Any:
    """The integer as ctypes has it, which by itself would cut it off."""
    fitted = kind(operator.index(value))
    if fitted.value != value:
        raise OverflowError(f"{value} does not fit into {8 * ctypes.sizeof(kind)} bits")
    return fitted


def function(name: str, names: str, *kinds: Any) -> Callable[..., int]:
    """A function of the library with its arguments' names and types."""
    found = getattr(_library, name)
    found.names, found.argtypes, found.restype = names.split(), kinds, c_int32
    return found  # type: ignore[no-any-return]


def prepared(name: str, *kinds: Any) -> Callable[..., int]:
    """The same for a call that takes about a microsecond: it keeps the interpreter's lock, and with
    no types given it takes byref() of structs, of whose type the caller is sure."""
    found = _quick[name]  # its own, whose types are not those of the others
    if kinds:
        found.argtypes = kinds
    return found


# ---- text


def text_argument(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def text_output(capacity: int) -> tuple[Any, c_int32]:
    return ctypes.create_string_buffer(capacity), c_int32()


def text_value(buffer: Any, length: c_int32) -> str:
    return str(buffer.raw[:length.value].decode())


# ---- structs


def _word(vocabulary: int, code: int) -> str:
    """A code's name, or the code where it has none."""
    buffer, length = text_output(64)
    found = _library.sigma_word_write(vocabulary, code, buffer, 64, byref(length)) == 0
    return text_value(buffer, length) if found else str(code)


def words_of(vocabulary: int, bits: int) -> list[str]:
    """The names of the codes in a set."""
    return [_word(vocabulary, code) for code in range(64) if bits >> code & 1]


_put = ctypes.Structure.__setattr__
_LIMITS: dict[Any, tuple[int, int]] = {
    c_int32: (-2**31, 2**31 - 1), c_int64: (-2**63, 2**63 - 1), c_uint32: (0, 2**32 - 1),
    c_uint64: (0, 2**64 - 1)}
_CODES: dict[Any, str] = {c_int32: "i", c_int64: "q", c_double: "d"}


class Struct(ctypes.Structure):
    """A struct of the library. It begins as all zeros; keywords set members. Compares, copies and
    pickles by its bytes."""

    KIND: ClassVar[int] = 0
    SIZE: ClassVar[int] = 0
    _KINDS: ClassVar[dict[str, Any]] = {}

    def __init__(self, **members: Any) -> None:
        for name, value in members.items():
            setattr(self, name, value)

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls._KINDS = {field[0]: field[1] for field in vars(cls).get("_fields_", ())}

    def __setattr__(self, name: str, value: Any) -> None:
        kind = self._KINDS.get(name)
        if kind is not c_double and not (type(value) is int and kind in _LIMITS
                                         and _LIMITS[kind][0] <= value <= _LIMITS[kind][1]):
            value = self._fitted(name, kind, value)
        try:
            _put(self, name, value)
        except TypeError as error:
            raise TypeError(f"{type(self).__name__}.{name} is {value!r}: {error}") from None

    def _fitted(self, name: str, kind: Any, value: Any) -> Any:
        """What ctypes takes for a member, and takes whole."""
        if kind is None:
            near = difflib.get_close_matches(name, self._KINDS, 1)
            raise TypeError(f"{type(self).__name__} has no member {name!r}"
                            + (f"; did you mean {near[0]!r}?" if near else ""))
        if isinstance(value, str) and issubclass(kind, ctypes.Array):
            return value.encode()
        if issubclass(kind, ctypes.Array) and not isinstance(value, (bytes, kind)):
            return self._filled(name, kind, value)
        if kind in _LIMITS:
            try:
                return _fitting(kind, value).value  # pyright: ignore[reportArgumentType]
            except (TypeError, OverflowError) as error:
                raise type(error)(f"{type(self).__name__}.{name} is {value!r}: {error}") from None
        return value

    def _filled(self, name: str, kind: Any, values: Any) -> Any:
        """An array member of as many values as it has."""
        try:
            given = list(values)
            found = kind(*given[:kind._length_])
            if kind._type_ in _LIMITS:
                for value in given:
                    _fitting(kind._type_, value)
        except (TypeError, OverflowError) as error:
            raise type(error)(f"{type(self).__name__}.{name} is {values!r}: {error}") from None
        if len(given) != kind._length_:
            raise ValueError(f"{type(self).__name__}.{name} has {kind._length_} values, not "
                             f"{len(given)}")
        return found

    def replace(self, **members: Any) -> Any:
        """A copy with other members."""
        copy = type(self).from_buffer_copy(self)
        for name, value in members.items():
            setattr(copy, name, value)
        return copy

    def __bytes__(self) -> bytes:
        return ctypes.string_at(ctypes.addressof(self), ctypes.sizeof(self))

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and bytes(self) == bytes(other)

    __hash__ = None  # type: ignore[assignment]

    def __copy__(self) -> Any:
        return self.replace()

    def __deepcopy__(self, memo: Any) -> Any:
        return self.replace()

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).from_buffer_copy, (bytes(self),)

    # -- storing

    def seal(self) -> bytes:
        """Bytes that can be stored and opened again on any machine; see sigma.seal.

        >>> import sigma
        >>> sigma.Ema.unseal(sigma.Ema.init(20).seal()).period
        20
        """
        size, length = c_int32(), c_int32()
        call(_library.sigma_seal_size, self.KIND, byref(size))
        buffer = ctypes.create_string_buffer(size.value)
        call(_library.sigma_seal_write, self.KIND, byref(self), buffer, size, byref(length))
        return buffer.raw[:length.value]

    @classmethod
    def unseal(cls, sealed: bytes) -> Self:
        """The struct that was sealed; refuses bytes that are damaged, or of another struct or ABI."""
        opened = cls()
        call(_library.sigma_seal_open, cls.KIND, sealed, len(sealed), byref(opened))
        return opened

    # -- printing, by the library's own field tables

    def _shown(self) -> Iterator[tuple[str, str]]:
        """(name, value) of the members that are not zero, the plain ones first."""
        from .raw.field import Field

        plain = {name: issubclass(kind, ctypes._SimpleCData) for name, kind in self._KINDS.items()}
        for index, name in sorted(enumerate(self._KINDS), key=lambda member: not plain[member[1]]):
            field, value = Field(), getattr(self, name)
            known = self.KIND and _library.sigma_layout_field(self.KIND, index, byref(field)) == 0
            text = _shown_value(value, field if known else None)
            if text not in ("0", "0.0", "b''", "{}", "") and not text.endswith("()"):
                yield name, text

    def __repr__(self) -> str:
        members = ", ".join(f"{name}={text}" for name, text in self._shown())
        return f"{type(self).__name__}({members})"

    def _repr_html_(self) -> str:
        from ._picture import picture_of

        rows = "".join(f"<tr><td>{name}</td><td>{escape(text)}</td></tr>"
                       for name, text in self._shown())
        return f"{picture_of(self)}<table><caption>{type(self).__name__}</caption>{rows}</table>"


_WORD, _BITS = 6, 7  # SIGMA_TYPE_WORD, SIGMA_TYPE_BITS


def _shown_value(value: Any, field: Any) -> str:
    if isinstance(value, ctypes.Array):
        values = [_shown_value(item, field) for item in value]
        runs = [(text, len(list(same))) for text, same in itertools.groupby(values)]
        texts = [f"{text} x {count}" if count > 3 else ", ".join([text] * count)
                 for text, count in runs]
        return "0" if all(v in ("0", "0.0") for v in values) else f"[{', '.join(texts)}]"
    if field is not None and field.type == _WORD:
        return _word(field.detail, value) if value else "0"
    if field is not None and field.type == _BITS:
        return "{" + ", ".join(words_of(field.detail, value)) + "}"
    return repr(value)


def packing(kind: Any, *names: str) -> Callable[..., None]:
    """(struct, 0, values...): sets these members, in their order, and all between them to 0, in a
    fourth of the time that they take one by one. struct.error where a value does not fit: the
    struct's own constructor then says which."""
    form, place = "=", 0
    for name in names:
        member = getattr(kind, name)
        form += f"{member.offset - place}x{_CODES[kind._KINDS[name]]}"
        place = member.offset + member.size
    return struct.Struct(form).pack_into


def check_sizes() -> None:
    """ctypes must lay structs out as the C compiler did, and as the header has them."""
    sealed = c_int32()
    for kind in Struct.__subclasses__():
        known = _library.sigma_seal_size(kind.KIND, byref(sealed)) == 0
        loaded = sealed.value - SEAL if known else 0
        if not ctypes.sizeof(kind) == kind.SIZE == loaded:
            raise ImportError(f"{kind.__name__} has {ctypes.sizeof(kind)} bytes here, {kind.SIZE} in "
                              f"the header, and {loaded} in {_library._name}")


_VOID, _TEXT = ctypes.c_void_p, c_char_p
for _name, _names, *_kinds in (
        ("sigma_layout_check", "kind object field", c_int32, _VOID, _VOID),
        ("sigma_layout_field", "kind index field", c_int32, c_int32, _VOID),
        ("sigma_seal_size", "kind size", c_int32, _VOID),
        ("sigma_seal_write", "kind object buffer capacity length", c_int32, _VOID, _TEXT, c_int32,
         _VOID),
        ("sigma_seal_open", "kind sealed length object", c_int32, _TEXT, c_int32, _VOID),
        ("sigma_word_write", "vocabulary code buffer capacity length", c_int32, c_int32, _TEXT,
         c_int32, _VOID)):
    function(_name, _names, *_kinds)
