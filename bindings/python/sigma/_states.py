# SPDX-License-Identifier: MIT
"""What a bot holds, and how it is stored."""
from __future__ import annotations

import copy
import struct
from ctypes import byref
from typing import Any, Callable, ClassVar, Optional

from ._errors import Error, FormatError
from ._library import bytes_argument, shown
from .raw.audit import Audit
from .raw.decide import Policy
from .raw.desk import Desk
from .raw.exits import Exits
from .raw.market import Market
from .raw.position import Position
from .raw.regime import Regime
from .raw.symbol import Symbol


_PREPARED = ("_at", "_kept")
# the account; the gate and the rules of a firm, which are told of it
_TOLD = (range(Desk.portfolio.offset),  # pyright: ignore[reportAttributeAccessIssue]
         range(Desk.gate.offset, Desk.breaker.offset))  # pyright: ignore[reportAttributeAccessIssue]


def checked_log(log: Optional[Callable[[str], Any]]) -> Optional[Callable[[str], Any]]:
    """What receives the lines of a log, or None."""
    if log is not None and not callable(log):
        raise TypeError(f"log is {shown(log)}, expected a function of a line, such as print")
    return log


class States:
    """The states of a bot: it pickles, copies, and seals to bytes."""

    _SEALED: ClassVar[dict[str, Any]] = {
        "_symbol": Symbol, "_policy": Policy, "_market": Market, "_desk": Desk, "_audit": Audit,
        "_regime": Regime, "_held": Position, "_exits": Exits}
    _OPTIONAL = ("_regime", "_held", "_exits")

    _symbol: Symbol
    _policy: Policy
    _market: Market
    _desk: Desk
    _audit: Audit
    _regime: Optional[Regime]
    _held: Optional[Position]   # that is watched
    _exits: Optional[Exits]     # by these
    _returns: list[float]
    _interval: int
    _log: Optional[Callable[[str], Any]]
    time: int
    number: int

    def _prepare(self) -> None:
        """What the quick calls take, and the policy that the log's header holds."""
        self._at = byref(self._desk), byref(self._market), byref(self._policy), (
            None if self._regime is None else byref(self._regime))
        self._id, self._begun = self._symbol.id, bytes(self._policy)
        desk = memoryview(self._desk).cast("B")
        self._kept = [desk[part.start:part.stop] for part in _TOLD]

    def _header_holds(self) -> Audit:
        """What writes a line of the log, unless its header has another policy."""
        if bytes(self._policy) != self._begun:
            raise Error("the policy was changed, but the header of the log has the one before: "
                        "a new bot begins a new log", "", "policy")
        return self._audit

    @property
    def symbol(self) -> Symbol:
        """Facts of the symbol."""
        return self._symbol

    @property
    def policy(self) -> Policy:
        """The rules. While a log is written they may not be changed: its header has them."""
        return self._policy

    @property
    def market(self) -> Market:
        """What the bars say."""
        return self._market

    @property
    def desk(self) -> Desk:
        """The states of the account; its methods start the guards."""
        return self._desk

    @property
    def audit(self) -> Audit:
        """Where the log stands; its methods write the lines that are no decisions."""
        return self._audit

    @property
    def regime(self) -> Optional[Regime]:
        """What tells regimes, if anything does."""
        return self._regime

    @property
    def watched(self) -> Optional[Position]:
        """The position that opened() told of and closed() did not, if there is one."""
        return self._held

    # -- storing

    def __copy__(self) -> Any:
        return copy.deepcopy(self)

    def __getstate__(self) -> dict[str, Any]:
        return {**{name: value for name, value in vars(self).items() if name not in _PREPARED},
                "_log": None}

    def __setstate__(self, kept: dict[str, Any]) -> None:
        vars(self).update(kept)
        self._prepare()

    def seal(self) -> bytes:
        """Bytes that can be stored and opened again on any machine."""
        count = len(self._returns)
        head = struct.pack(f"<3q{count + 1}d", self.time, self.number, self._interval, count,
                           *self._returns)
        structs = [getattr(self, name) for name in self._SEALED]
        parts = [b"" if one is None else one.seal() for one in structs]
        return head + b"".join(struct.pack("<q", len(part)) + part for part in parts)

    @classmethod
    def unseal(cls, sealed: bytes, log: Optional[Callable[[str], Any]] = None) -> Any:
        """The bot that was sealed, whose log goes on where it stopped."""
        bot, sealed = cls.__new__(cls), bytes_argument("sealed", sealed)
        try:
            bot.time, bot.number, bot._interval, count = struct.unpack_from("<3qd", sealed)
            bot._returns = list(struct.unpack_from(f"<{int(count)}d", sealed, 32))
            place = 32 + 8 * int(count)
            for name, kind in cls._SEALED.items():
                length, = struct.unpack_from("<q", sealed, place)
                part = sealed[place + 8:place + 8 + length]
                without = length == 0 and name in cls._OPTIONAL
                setattr(bot, name, None if without else kind.unseal(part))
                place += 8 + length
        except (struct.error, OverflowError, ValueError) as error:
            raise FormatError(f"these are not a bot's bytes: {error}") from error
        bot._log = checked_log(log)
        bot._prepare()
        return bot
