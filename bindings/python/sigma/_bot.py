# SPDX-License-Identifier: MIT
"""One symbol of one account: what a bot has to call."""
from __future__ import annotations

import copy
import struct
from ctypes import byref
from typing import Any, Callable, Optional

from ._columns import Column
from ._library import Error, FormatError, call, put
from ._sizes import _facts, _rule, edge
from .raw import decide as _decide
from .raw import desk as _desk
from .raw import market as _market
from .raw.audit import Audit
from .raw.bar import Bar
from .raw.base import Given, Intent, Side, Style
from .raw.decide import Context, Decision, Policy, Proposal
from .raw.desk import Desk
from .raw.exits import Exits, ExitsEntry, ExitsParams, ExitsResult, ExitsSample
from .raw.market import Features, Market, MarketParams
from .raw.position import Position
from .raw.symbol import Symbol

_OPTIONAL = {name: 1 << Given[name.upper()] for name in
             ("stop", "target", "lots", "confidence", "probability", "structure", "scale")}
_SIDES = {"long": int(Side.LONG), "short": int(Side.SHORT)}
_OPEN = int(Intent.OPEN)


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
    >>> bot.opened("long", answer.lots, entry=1.1038, stop=answer.stops.stop)
    >>> held = bot.bar(20 * hour, 1.1038, 1.1040, 1.0, 1.09, 100.0)
    >>> sigma.Action(held.action).name, sigma.Exit(held.reason).name
    ('CLOSE', 'STOP')
    >>> bot.closed(held.price) < 0
    True
    """

    def __init__(self, symbol: Symbol | str, *, interval: int, balance: float, time: int = 0,
                 risk: Optional[float] = None, policy: Optional[Policy] = None,
                 params: Optional[MarketParams] = None,
                 log: Optional[Callable[[str], Any]] = None) -> None:
        """symbol: Its facts, or a name that sigma.symbol() knows. interval: Length of a bar [ns].
        balance: Closed balance [account]. time: Now [ns]. risk: Share of the equity to lose at a
        stop [1]; without it the size follows from what the closed trades prove, or from the whole
        policy, if that is given. log: Receives each line of the audit log,
        such as print or a list's append; it is not kept when the bot is pickled or sealed."""
        self.symbol = _facts(symbol)
        self.policy: Policy = Policy.defaults() if policy is None else policy.replace()
        if risk is not None:
            if policy is not None:
                raise Error("risk is given beside policy: set policy.sizing", "", "risk")
            self.policy.sizing = _rule(None, risk)
        self.market = Market.init((params or MarketParams.defaults()).replace(interval=interval),
                                  self.symbol)
        self.desk = Desk.init(time, balance)
        self.audit, header = Audit.init(self.policy)
        self.time, self.number = time, 0
        self._interval, self._log = interval, log
        self._held: Optional[Position] = None
        self._exits: Optional[Exits] = None
        self._returns: list[float] = []
        if log is not None:
            log(header)

    # -- facts

    def bar(self, time: int, open: float, high: float, low: float, close: float,
            volume: float = 0.0) -> Optional[ExitsResult]:
        """Takes a bar that has closed; time is when it opened [ns]. Returns what to do with the
        position that opened() told of, if there is one."""
        bar = Bar()
        bar.time = time
        put(bar, "open", open)
        put(bar, "high", high)
        put(bar, "low", low)
        put(bar, "close", close)
        put(bar, "volume", volume)
        self.market.update(bar)
        self.time = time + self._interval
        return None if self._exits is None else self._exits.update(bar, ExitsSample())

    def account(self, time: int, equity: float, balance: Optional[float] = None,
                margin: float = 0.0) -> None:
        """Takes the broker's figures [account]; the balance is the equity where it is not given."""
        self.desk.set_account(time, equity, equity if balance is None else balance, margin)
        self.time = time

    def trades(self, returns: Column) -> None:
        """Takes all closed trades [R], oldest first."""
        self.desk.set_edge(edge(returns))
        self._returns = [float(r) for r in returns]

    def opened(self, side: int | str, lots: float, *, entry: float, stop: float,
               target: float = 0.0, id: int = 1, style: int = Style.PLAIN) -> None:
        """Takes the position that was opened, and watches over it by one of sigma.Style's rules;
        bar() tells when it is to be left, closed() that it was."""
        if self._held is not None:
            raise Error(f"position {self._held.id} is watched: closed() it before the next")
        rules = ExitsEntry(time=self.time, interval=self._interval, entry=entry, stop=stop,
                           target=target, atr=self.features().atr, side=_side(side),
                           tick_size=self.symbol.tick_size)
        exits = Exits.init(ExitsParams.defaults(style), rules)
        self.position(id, side, lots, entry=entry, stop=stop)
        self._exits, self._held = exits, Position(
            id=id, symbol=self.symbol.id, side=_side(side), lots=lots, entry=entry, stop=stop,
            risk=self._risk(_side(side), lots, entry, stop), time=self.time)

    def closed(self, price: float) -> float:
        """Takes the price at which the position was closed. Returns what it made [R], which counts
        among the trades from now on."""
        held = self._held
        if held is None:
            raise Error("no position is watched: opened() tells of one")
        profit = (self.symbol.profit(held.side, held.lots, held.entry, price)
                  - self.symbol.cost(held.lots, held.entry, price))
        self.position(held.id, held.side, 0.0, entry=held.entry)
        self._held = self._exits = None
        self.trades([*self._returns, profit / held.risk])
        return profit / held.risk

    def _risk(self, side: int, lots: float, entry: float, stop: float) -> float:
        """What is lost at the stop, costs included [account]."""
        if lots <= 0 or stop <= 0:
            return 0.0
        return max(self.symbol.cost(lots, entry, stop)
                   - self.symbol.profit(side, lots, entry, stop), 0.0)

    def position(self, id: int, side: int | str, lots: float, *, entry: float,
                 stop: float = 0.0, time: Optional[int] = None,
                 risk: Optional[float] = None) -> None:
        """Takes a position as it stands now; 0 lots closes it. risk is what is lost at the stop,
        costs included [account]; by default it is computed."""
        at = _side(side)
        if risk is None:
            risk = self._risk(at, lots, entry, stop)
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
               intent: int = _OPEN, **given: float) -> Decision:
        """May this trade be taken, how large, with which stop and target. Optional: stop, target,
        lots, confidence, probability, structure and scale, as in sigma.Proposal."""
        proposal = Proposal()
        proposal.time = self.time if time is None else time
        put(proposal, "id", self.number)
        put(proposal, "symbol", self.symbol.id)
        proposal.entry = entry
        if isinstance(side, str):
            put(proposal, "side", _side(side))
        else:
            proposal.side = side
        if intent is _OPEN:
            put(proposal, "intent", _OPEN)
        else:
            proposal.intent = intent
        for name, value in given.items():
            if name not in _OPTIONAL:
                raise TypeError(f"decide() has no argument {name!r}, expected one of "
                                f"{', '.join(_OPTIONAL)}")
            setattr(proposal, name, value)
            proposal.given |= _OPTIONAL[name]
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
        count = len(self._returns)
        head = struct.pack(f"<3q{count + 1}d", self.time, self.number, self._interval, count,
                           *self._returns)
        structs = [getattr(self, name) for name in _SEALED]
        parts = [b"" if one is None else one.seal() for one in structs]
        return head + b"".join(struct.pack("<q", len(part)) + part for part in parts)

    @classmethod
    def unseal(cls, sealed: bytes, log: Optional[Callable[[str], Any]] = None) -> Bot:
        """The bot that was sealed, whose log goes on where it stopped."""
        bot = cls.__new__(cls)
        try:
            bot.time, bot.number, bot._interval, count = struct.unpack_from("<3qd", sealed)
            bot._returns = list(struct.unpack_from(f"<{int(count)}d", sealed, 32))
            place = 32 + 8 * int(count)
            for name, kind in _SEALED.items():
                length, = struct.unpack_from("<q", sealed, place)
                part = sealed[place + 8:place + 8 + length]
                without = length == 0 and name in ("_held", "_exits")
                setattr(bot, name, None if without else kind.unseal(part))
                place += 8 + length
        except (struct.error, OverflowError, ValueError) as error:
            raise FormatError(f"these are not a bot's bytes: {error}") from error
        bot._log = log
        return bot


_SEALED: dict[str, Any] = {"symbol": Symbol, "policy": Policy, "market": Market, "desk": Desk,
                           "audit": Audit, "_held": Position, "_exits": Exits}


def _side(side: int | str) -> int:
    if isinstance(side, str) and side not in _SIDES:
        raise ValueError(f"side is {side!r}, expected long or short")
    return _SIDES[side] if isinstance(side, str) else side
