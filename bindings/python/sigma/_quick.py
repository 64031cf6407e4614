# SPDX-License-Identifier: MIT
"""Calls that take C about a microsecond, with as little of Python around them as there can be:
structs are made and filled at once, and passed by addresses that a bot keeps.

Such an address is byref() of a struct: it keeps the struct alive, and nothing checks its type here.
"""
from __future__ import annotations

import ctypes
import operator
import struct
from ctypes import byref, c_double, c_int64, c_void_p
from typing import Any

from ._calls import refusal
from ._errors import Error, RangeError
from ._library import prepared, shown
from ._structs import packing
from ._times import Instant, instant
from .raw.account import Account
from .raw.bar import Bar
from .raw.base import Intent, Side
from .raw.decide import Context, Decision, Proposal
from .raw.market import Features
from .raw.regime import AdviceParams

new: Any = ctypes.Structure.__new__  # all zero
ADVICE = byref(AdviceParams.defaults())
SIDES: dict[Any, int] = {"long": int(Side.LONG), "short": int(Side.SHORT),
                         Side.LONG: int(Side.LONG), Side.SHORT: int(Side.SHORT)}
_END = 2**63

_BAR = packing(Bar, "time", "open", "high", "low", "close", "volume")
_PROPOSAL = packing(Proposal, "time", "id", "entry", "symbol", "side", "intent")
_update = prepared("sigma_market_update")
_features = prepared("sigma_market_features")
_account = prepared("sigma_desk_account", c_void_p, c_int64, c_double, c_double, c_double)
_context = prepared("sigma_desk_context")
_regime = prepared("sigma_desk_regime")
_decide = prepared("sigma_decide")


def side_of(side: Any) -> int:
    """The code of a side, which may be a word."""
    try:
        return SIDES[side]
    except (KeyError, TypeError):
        raise RangeError(f"side is {shown(side)}, expected long or short", "", "side") from None


def bar_of(time: Instant, open: float, high: float, low: float, close: float,
           volume: float) -> Bar:
    bar: Bar = new(Bar)
    try:
        _BAR(bar, 0, time, open, high, low, close, volume)
    except struct.error:  # a Timestamp, or a value that the constructor names
        return Bar(time=instant(time), open=open, high=high, low=low, close=close, volume=volume)
    return bar


def proposal_of(time: Instant, id: int, entry: float, symbol: int, side: Any,
                intent: int) -> Proposal:
    proposal: Proposal = new(Proposal)
    try:
        _PROPOSAL(proposal, 0, time, id, entry, symbol, SIDES[side], intent)
    except (struct.error, KeyError, TypeError):
        return Proposal(time=instant(time), id=id, entry=entry, symbol=symbol, side=side_of(side),
                        intent=intent)
    return proposal


def update_market(market: Any, bar: Bar) -> None:
    at = byref(bar)
    status = _update(market, at)
    if status < 0:
        raise refusal(_update, status, market, at)


def update_account(desk: Any, time: Any, equity: float, balance: float, margin: float) -> int:
    """The instant as it was taken."""
    try:
        now = operator.index(time)
        if not -_END <= now < _END:
            raise TypeError
        status = _account(desk, now, equity, balance, margin)
    except (TypeError, ctypes.ArgumentError):
        now = instant(time)
        Account(time=now, equity=equity, balance=balance, margin=margin)  # says what does not fit
        status = _account(desk, now, equity, balance, margin)
    if status < 0:
        raise refusal(_account, status, desk, now, equity, balance, margin)
    return now


def features(market: Any) -> Features:
    found: Features = new(Features)
    status = _features(market, byref(found))
    if status < 0:
        raise refusal(_features, status)
    return found


def decide(desk: Any, market: Any, policy: Any, regime: Any,
           proposal: Proposal) -> tuple[Context, Decision]:
    """regime is None where there is none."""
    context: Context = new(Context)
    decision: Decision = new(Decision)
    proposal_at, context_at = byref(proposal), byref(context)
    status = _context(desk, market, proposal_at, context_at)
    if status < 0:
        raise refusal(_context, status, proposal_at)
    if regime is not None:
        status = _regime(regime, market, ADVICE, context_at)
        if status < 0:
            raise refusal(_regime, status)
    status = _decide(policy, context_at, proposal_at, byref(decision))
    if status < 0:
        error = refusal(_decide, status, policy, context_at, proposal_at)
        raise _wrong_proposal(proposal, error)
    return context, decision


def _wrong_proposal(proposal: Proposal, error: Error) -> Error:
    """A price, or lots, of 0 are in the range of their member, but not of every proposal."""
    name = "lots" if proposal.intent == Intent.REDUCE else "entry"
    value = getattr(proposal, name)
    if error.field or value > 0:
        return error
    return RangeError(f"sigma_decide: Proposal.{name} is {value!r}, expected more than 0",
                      "sigma_decide", f"Proposal.{name}")
