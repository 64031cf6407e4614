# SPDX-License-Identifier: MIT
"""One symbol of one account: what a bot has to call."""
from __future__ import annotations

import copy
from ctypes import byref
from typing import Any, Callable, Optional

from ._columns import Column
from ._library import call
from ._sizes import _facts, edge
from .raw import decide as _decide
from .raw import desk as _desk
from .raw import market as _market
from .raw.audit import Audit
from .raw.bar import Bar
from .raw.base import Given, Intent, Side
from .raw.decide import Context, Decision, Policy, Proposal
from .raw.desk import Desk
from .raw.market import Features, Market, MarketParams
from .raw.position import Position
from .raw.symbol import Symbol

_OPTIONAL = {"stop": Given.STOP, "target": Given.TARGET, "lots": Given.LOTS,
             "confidence": Given.CONFIDENCE, "probability": Given.PROBABILITY,
             "structure": Given.STRUCTURE, "scale": Given.SCALE}
_SIDES = {"long": Side.LONG, "short": Side.SHORT}


class Bot:
    """Market, desk, policy and audit log of one symbol. It pickles, copies, and seals to bytes.

    >>> import sigma
    >>> hour = 3600 * 10**9
    >>> bot = sigma.Bot("EURUSD", interval=hour, balance=10000.0)
    >>> for i in range(20):
    ...     close = 1.1 + 0.0002 * i
    ...     bot.bar(i * hour, close - 0.0001, close + 0.0008, close - 0.0012, close, 100.0)
    >>> bot.trades([1.8, -1.0, 2.4, -1.0, 0.6])
    >>> bot.account(20 * hour, equity=10000.0)
    >>> answer = bot.decide("long", entry=1.1038)
    >>> answer.lots > 0, answer.stops.stop < 1.1038 < answer.stops.target
    (True, True)
    """

    def __init__(self, symbol: Symbol | str, *, interval: int, balance: float, time: int = 0,
                 policy: Optional[Policy] = None, params: Optional[MarketParams] = None,
                 log: Optional[Callable[[str], Any]] = None) -> None:
        """symbol: Its facts, or a name that sigma.symbol() knows. interval: Length of a bar [ns].
        balance: Closed balance [account]. time: Now [ns]. log: Receives each line of the audit log,
        such as a file's write; it is not kept when the bot is pickled or sealed."""
        self.symbol = _facts(symbol)
        self.policy: Policy = Policy.defaults() if policy is None else policy
        self.market = Market.init((params or MarketParams.defaults()).replace(interval=interval),
                                  self.symbol)
        self.desk = Desk.init(time, balance)
        self.audit, header = Audit.init(self.policy)
        self.time, self.number = time, 0
        self._interval, self._log = interval, log
        if log is not None:
            log(header)

    # -- facts

    def bar(self, time: int, open: float, high: float, low: float, close: float,
            volume: float = 0.0) -> None:
        """Takes a bar that has closed; time is when it opened [ns]."""
        bar = Bar()
        bar.time, bar.open, bar.high, bar.low, bar.close, bar.volume = (
            time, open, high, low, close, volume)
        self.market.update(bar)
        self.time = time + self._interval

    def account(self, time: int, equity: float, balance: Optional[float] = None,
                margin: float = 0.0) -> None:
        """Takes the broker's figures [account]; the balance is the equity where it is not given."""
        self.desk.set_account(time, equity, equity if balance is None else balance, margin)
        self.time = time

    def trades(self, returns: Column) -> None:
        """Takes all closed trades [R], oldest first."""
        self.desk.set_edge(edge(returns))

    def position(self, id: int, side: int | str, lots: float, *, entry: float,
                 stop: float = 0.0, time: Optional[int] = None,
                 risk: Optional[float] = None) -> None:
        """Takes a position as it stands now; 0 lots closes it. risk is what is lost at the stop,
        costs included [account]; by default it is computed."""
        at = _side(side)
        if risk is None:
            lost = -self.symbol.profit(at, lots, entry, stop) if lots and stop else 0.0
            risk = max(lost + self.symbol.cost(lots, entry, stop), 0.0) if lots and stop else 0.0
        self.desk.position(Position(id=id, symbol=self.symbol.id, side=at, lots=lots, entry=entry,
                                    stop=stop, risk=risk,
                                    time=self.time if time is None else time))

    def features(self) -> Features:
        """What signals look at, after the last bar; what is not ready is 0."""
        found = Features()
        call(_market._sigma_market_features, byref(self.market), found)
        return found

    # -- answers

    def decide(self, side: int | str, *, entry: float, time: Optional[int] = None,
               intent: int = Intent.OPEN, **given: float) -> Decision:
        """May this trade be taken, how large, with which stop and target. Optional: stop, target,
        lots, confidence, probability, structure and scale, as in sigma.Proposal."""
        proposal = Proposal()
        proposal.time = self.time if time is None else time
        proposal.id, proposal.symbol = self.number, self.symbol.id
        proposal.side, proposal.intent, proposal.entry = _side(side), intent, entry
        for name, value in given.items():
            if name not in _OPTIONAL:
                raise TypeError(f"decide() has no argument {name!r}, expected one of "
                                f"{', '.join(_OPTIONAL)}")
            setattr(proposal, name, value)
            proposal.given |= 1 << _OPTIONAL[name]
        return self.propose(proposal)

    def propose(self, proposal: Proposal) -> Decision:
        """The same of any sigma.Proposal."""
        context, decision = Context(), Decision()
        call(_desk._sigma_desk_context, byref(self.desk), byref(self.market), byref(proposal),
             context)
        call(_decide._sigma_decide, byref(self.policy), byref(context), byref(proposal), decision)
        if self._log is not None:
            self._log(self.audit.decision(context, proposal, decision))
        self.number += 1
        return decision

    # -- storing

    def __copy__(self) -> Bot:
        return copy.deepcopy(self)

    def __getstate__(self) -> dict[str, Any]:
        return {**vars(self), "_log": None}

    def seal(self) -> bytes:
        """Bytes that can be stored and opened again on any machine."""
        numbers = b"".join(number.to_bytes(8, "little", signed=True)
                           for number in (self.time, self.number, self._interval))
        parts = [getattr(self, name).seal() for name in _SEALED]
        return numbers + b"".join(len(part).to_bytes(8, "little") + part for part in parts)

    @classmethod
    def unseal(cls, sealed: bytes, log: Optional[Callable[[str], Any]] = None) -> Bot:
        """The bot that was sealed, whose log goes on where it stopped."""
        bot = cls.__new__(cls)
        bot.time, bot.number, bot._interval = (
            int.from_bytes(sealed[at:at + 8], "little", signed=True) for at in (0, 8, 16))
        place = 24
        for name, kind in _SEALED.items():
            length = int.from_bytes(sealed[place:place + 8], "little")
            setattr(bot, name, kind.unseal(sealed[place + 8:place + 8 + length]))
            place += 8 + length
        bot._log = log
        return bot


_SEALED: dict[str, Any] = {"symbol": Symbol, "policy": Policy, "market": Market, "desk": Desk,
                           "audit": Audit}


def _side(side: int | str) -> int:
    if isinstance(side, str) and side not in _SIDES:
        raise ValueError(f"side is {side!r}, expected long or short")
    return _SIDES[side] if isinstance(side, str) else side
