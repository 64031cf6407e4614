# SPDX-License-Identifier: MIT
"""The positions of a bot, and what its closed trades prove."""
from __future__ import annotations

from typing import Iterator, Optional

from ._columns import Column, columns
from ._errors import Error, RangeError
from ._quick import features, side_of
from ._sizes import edge
from ._states import States
from ._times import Instant, instant
from .raw.audit import AuditExit, AuditTrade
from .raw.bar import Bar
from .raw.base import Action, Side, Style, TradeCode
from .raw.exits import Exits, ExitsEntry, ExitsParams, ExitsResult, ExitsSample
from .raw.position import Position
from .raw.trade import Trade


class Positions(States):
    """Tells the desk of positions and trades."""

    def trades(self, returns: Column) -> None:
        """Takes all closed trades [R], oldest first."""
        _, (kept,) = columns(returns=returns)
        self._desk.set_edge(edge(kept.data))
        self._returns = kept.data.tolist()

    def opened(self, side: int | str, lots: float, *, entry: float, stop: float,
               target: float = 0.0, id: int = 1, style: int = Style.PLAIN,
               time: Optional[Instant] = None) -> None:
        """Takes the position that was opened, and watches over it by one of sigma.Style's rules:
        step() and bar() tell when it is to be left, closed() that it was.

        side: long or short. lots: [lots]. entry, stop, target: [price], 0 for no target. id: Your
        number for the position. time: When it was opened, default at the end of the last bar; a bar
        that began before is not judged."""
        if self._held is not None:
            raise Error(f"position {self._held.id} is watched: closed() it before the next")
        ended = self._market.time + self._interval if self._market.bars else self.time
        rules = ExitsEntry(time=ended if time is None else instant(time), interval=self._interval,
                           entry=entry, stop=stop, target=target, side=side_of(side),
                           atr=features(self._at[1]).atr, tick_size=self._symbol.tick_size)
        try:
            exits = Exits.init(ExitsParams.defaults(style), rules)
        except RangeError as error:
            raise next(_misplaced(rules), error) from None
        held = Position(id=id, symbol=self._id, side=rules.side, lots=lots, entry=entry, stop=stop,
                        time=self.time if time is None else rules.time)
        held.risk = self._risk(rules.side, lots, entry, stop)
        if not held.risk > 0:
            raise RangeError(f"lots is {lots!r}, expected more than 0", "", "lots")
        self._desk.position(held)
        self._exits, self._held = exits, held

    def closed(self, price: float) -> float:
        """Takes the price at which the position was closed. Returns what it made [R], which counts
        among the trades from now on."""
        held, exits = self._held, self._exits
        if held is None or exits is None:
            raise Error("no position is watched: opened() tells of one")
        costs = self._symbol.cost(held.lots, held.entry, price)
        profit = self._symbol.profit(held.side, held.lots, held.entry, price) - costs
        self.position(held.id, held.side, 0.0, entry=held.entry)
        self._held = self._exits = None
        self.trades([*self._returns, profit / held.risk])
        if self._log is not None:
            trade = Trade(opened=held.time, closed=max(held.time, self.time), entry=held.entry,
                          exit=price, lots=held.lots, profit=profit, costs=costs, risk=held.risk,
                          given=1 << TradeCode.RISK, id=held.id, symbol=self._id, side=held.side,
                          reason=exits.closing)
            self._log(self._header_holds().trade_write(AuditTrade(trade=trade)))
        return profit / held.risk

    def _judge(self, bar: Bar) -> Optional[ExitsResult]:
        """What the exits say of a bar, if a position is watched that was open at its start."""
        exits, held = self._exits, self._held
        if exits is None or held is None or bar.time < exits.entry.time:
            return None
        if self._log is None:
            return exits.update(bar, ExitsSample())
        before = exits.replace()
        found = exits.update(bar, ExitsSample())
        if found.action != Action.HOLD:
            record = AuditExit(exits=before, bar=bar, time=self.time, id=held.id, symbol=self._id)
            self._log(self._header_holds().exit_write(record))
        return found

    def _risk(self, side: int, lots: float, entry: float, stop: float) -> float:
        """What is lost at the stop, costs included [account]."""
        if lots <= 0 or stop <= 0:
            return 0.0
        return max(self._symbol.cost(lots, entry, stop)
                   - self._symbol.profit(side, lots, entry, stop), 0.0)

    def position(self, id: int, side: int | str, lots: float, *, entry: float,
                 stop: float = 0.0, time: Optional[Instant] = None,
                 risk: Optional[float] = None) -> None:
        """Takes a position as it stands now; 0 lots closes it. risk is what is lost at the stop,
        costs included [account]; by default it is computed."""
        told = Position(id=id, symbol=self._id, side=side_of(side), lots=lots, entry=entry,
                        stop=stop, time=self.time if time is None else instant(time))
        told.risk = self._risk(told.side, lots, entry, stop) if risk is None else risk
        try:
            self._desk.position(told)
        except RangeError as error:
            if error.field or told.lots > 0:
                raise
            raise RangeError(f"id is {id!r}, expected that of an open position, which 0 lots close",
                             "sigma_desk_position", "id") from None


def _misplaced(rules: ExitsEntry) -> Iterator[RangeError]:
    """What is wrong with a stop or a target on the wrong side of the entry."""
    long = rules.side == Side.LONG
    for name, below in ("stop", long), ("target", not long):
        price = getattr(rules, name)
        if price > 0 and not (price < rules.entry if below else price > rules.entry):
            yield RangeError(f"{name} is {price!r}, expected {'below' if below else 'above'} the "
                             f"entry {rules.entry!r} of a {'long' if long else 'short'} position",
                             "sigma_exits_init", name)
