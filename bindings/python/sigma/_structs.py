# SPDX-License-Identifier: MIT
"""Structs of the library as Python's objects."""
from __future__ import annotations

import ctypes
import difflib
import itertools
import struct
from ctypes import byref, c_double, c_int32, c_int64, c_uint32, c_uint64
from html import escape
from typing import TYPE_CHECKING, Any, Callable, ClassVar, Iterator

from ._calls import call
from ._library import _library, bytes_argument, fitting, shown, text_output, text_value
from ._version import SEAL

if TYPE_CHECKING:
    from typing_extensions import Self

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
            raise TypeError(f"{type(self).__name__}.{name} is {shown(value)}: {error}") from None

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
                return fitting(kind, value).value  # pyright: ignore[reportArgumentType]
            except (TypeError, OverflowError) as error:
                raise type(error)(
                    f"{type(self).__name__}.{name} is {shown(value)}: {error}") from None
        return value

    def _filled(self, name: str, kind: Any, values: Any) -> Any:
        """An array member of as many values as it has."""
        try:
            given = list(values)
            found = kind(*given[:kind._length_])
            if kind._type_ in _LIMITS:
                for value in given:
                    fitting(kind._type_, value)
        except (TypeError, OverflowError) as error:
            raise type(error)(f"{type(self).__name__}.{name} is {shown(values)}: {error}") from None
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

    # -- judging, by the library's own field tables

    def _fault(self) -> tuple[str, str]:
        """(name, sentence) of the first member that is out of its range, of inner structs too."""
        from .raw.field import Field  # which is made of what stands here

        given, field = self, Field()
        if getattr(self, "line", None) == 0:  # which the writer of a log sets
            given = self.replace(line=1)
        if self.KIND and _library.sigma_layout_check(self.KIND, byref(given), byref(field)) < 0:
            owner, name = given._at(field.offset)
            value = _shown_value(getattr(owner, name), None)
            name = f"{type(owner).__name__}.{name}"
            return name, f"{name} is {value}, expected {_range_of(field)}"
        if type(self).__name__ == "Bar" and _library.sigma_bar_check(byref(self)) < 0:
            return "Bar", f"{self!r} is no bar, expected low <= open and close <= high"
        return "", ""

    def _at(self, offset: int) -> tuple[Struct, str]:
        """The struct, this one or inside of it, and the name of its member at an offset."""
        for name in self._KINDS:
            member, value = getattr(type(self), name), getattr(self, name)
            inner = offset - member.offset
            if not 0 <= inner < member.size:
                continue
            if isinstance(value, ctypes.Array) and isinstance(value[0], Struct):
                index, inner = divmod(inner, ctypes.sizeof(value._type_))
                value = value[index]
            return value._at(inner) if isinstance(value, Struct) else (self, name)
        raise LookupError(f"{type(self).__name__} has no member at {offset}")

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
        """The struct that was sealed; refuses bytes that are damaged, of another struct or ABI."""
        opened, given = cls(), bytes_argument("sealed", sealed)
        call(_library.sigma_seal_open, cls.KIND, given, len(given), byref(opened))
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


def _range_of(field: Any) -> str:
    """What a member may be."""
    least, most = field.minimum, field.maximum
    if field.type == _WORD:
        codes = [f"{code} {_word(field.detail, code)}" for code in range(int(least), int(most) + 1)]
        return f"one of {', '.join(codes)}"
    if field.type == _BITS:
        return f"a set of bits 0 to {most:g}"
    return f"{least:g} to {most:g}"


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
            raise ImportError(f"{kind.__name__} has {ctypes.sizeof(kind)} bytes here, {kind.SIZE} "
                              f"in the header, and {loaded} in {_library._name}")
