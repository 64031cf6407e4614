# SPDX-License-Identifier: MIT
"""How large: one trade or columns of them, and Kelly's fraction."""
from __future__ import annotations

import array
import difflib
import struct
from ctypes import byref
from typing import Any, Iterator, Optional, overload

from ._batch import batch
from ._columns import Column, Place, Values, columns, output
from ._calls import call, expect, refusal, wrong_value
from ._errors import EmptyError, Error, RangeError
from ._library import prepared, shown
from ._structs import packing
from ._presets import PRESETS
from .raw import kelly as _kelly
from .raw import sizing as _sizing
from .raw.base import Given, Method, Mode
from .raw.kelly import Edge, KellyParams, KellyResult
from .raw.sizing import SizingParams, SizingResult, SizingSample
from .raw.symbol import Symbol

_FRACTION = SizingParams.preset(Mode.FRACTION)
_KELLY = KellyParams.defaults()
_FACTS: dict[str, Symbol] = {}
_LOTS = 1 << Given.LOTS
_BETS = batch(_kelly._sigma_kelly_binary_batch, "win_rate", "payoff")


def symbol(name: str, **members: Any) -> Symbol:
    """Facts of a well-known symbol, in US dollars; keywords replace them by your broker's.

    EURUSD, GBPUSD, XAUUSD, ES, NQ, CL, GC, BTCUSDT, ETHUSDT, SPX, NDX, AAPL. Spread, commission
    and slippage are 0 but for the two indices.

    >>> import sigma
    >>> sigma.symbol("EURUSD", commission=3.5).tick_value
    1.0
    """
    if not isinstance(name, str) or name not in PRESETS:
        near = difflib.get_close_matches(str(name).upper(), PRESETS, 1)
        raise Error(f"symbol is {shown(name)}, expected one of {', '.join(PRESETS)}"
                    + (f"; did you mean {near[0]!r}?" if near else ""), "", "symbol")
    asset, facts = PRESETS[name]
    return Symbol(**{"id": list(PRESETS).index(name) + 1, "asset": asset, **facts, **members})


def facts_of(given: Symbol | str) -> Symbol:
    """Those of a name are shared: whoever keeps them makes a copy."""
    if isinstance(given, Symbol):
        return given
    if not isinstance(given, str):
        raise TypeError(f"symbol is {shown(given)}, expected sigma.Symbol, or a name that "
                        "sigma.symbol() knows")
    if given not in _FACTS:
        _FACTS[given] = symbol(given)
    return _FACTS[given]


_NAMES = ("equity", "balance", "peak", "margin", "heat", "entry", "stop", "target", "lots", "kelly",
          "mean", "error", "tail")
_SAMPLE = packing(SizingSample, *_NAMES)
_evaluate = prepared("sigma_sizing_evaluate")


def _sample(edge: Optional[Edge], *values: Any) -> SizingSample:
    """Of the values of the names above, up to the edge's."""
    proved = (0.0, 0.0, 0.0, 0.0)
    if edge is not None:
        expect(Edge, "edge", edge)
        proved = (edge.kelly, edge.mean, edge.error, edge.tail)
    sample = SizingSample()
    try:
        _SAMPLE(sample, 0, *values, *proved)
    except struct.error:  # the constructor says which, or takes it
        sample = SizingSample(**dict(zip(_NAMES, (*values, *proved))))
    if edge is not None:
        sample.trades = edge.trades
    return sample


def rule_of(params: Optional[SizingParams], risk: Optional[float]) -> SizingParams:
    if params is not None and risk is not None:
        raise Error("risk is given beside params: set params.risk_fraction", "", "risk")
    if params is not None:
        return expect(SizingParams, "params", params)
    if risk is None:
        return _FRACTION
    rule = SizingParams.from_buffer_copy(_FRACTION)
    rule.risk_fraction = risk
    return rule


def size(symbol: Symbol | str, *, equity: float, entry: float, stop: float,
         target: Optional[float] = None, risk: Optional[float] = None,
         params: Optional[SizingParams] = None, balance: Optional[float] = None,
         peak: Optional[float] = None, margin: float = 0.0, heat: float = 0.0,
         edge: Optional[Edge] = None, lots: Optional[float] = None) -> SizingResult:
    """How many lots of one trade, and every step that led to it.

    symbol: Its facts, or a name that sigma.symbol() knows.
    equity: Balance and open profit [account]; balance: the closed one, default the equity; peak:
        the highest closed balance, default the balance; margin: in use; heat: risk of the open
        positions, both default 0 [account].
    entry, stop, target: [price]
    risk: Share of the equity to lose at the stop [1], default 0.01; or params: any other rule.
    edge: What the closed trades prove, for the modes of Kelly.
    lots: The most that is wanted [lots].

    >>> import sigma
    >>> result = sigma.size("EURUSD", equity=10000, entry=1.10, stop=1.0970)
    >>> result.lots, result.risk
    (0.33, 99.0)
    """
    balance = equity if balance is None else balance
    sample = _sample(edge, equity, balance, balance if peak is None else peak, margin, heat, entry,
                     stop, 0.0 if target is None else target, 0.0 if lots is None else lots)
    if lots is not None:
        sample.given = _LOTS
    result = SizingResult()
    given = byref(rule_of(params, risk)), byref(facts_of(symbol)), byref(sample)
    status = _evaluate(*given, byref(result))
    if status < 0:
        raise _refusal(status, sample, given)
    return result


def _refusal(status: int, sample: SizingSample, given: tuple[Any, ...]) -> Error:
    if sample.entry == sample.stop > 0:
        return RangeError(f"sigma_sizing_evaluate: stop is {sample.stop!r}, which is the entry",
                          "sigma_sizing_evaluate", "stop")
    return refusal(_evaluate, status, *given)


def sizes(symbol: Symbol | str, *, equity: float, entry: Column, stop: Column,
          kelly: Optional[Column] = None, risk: Optional[float] = None,
          params: Optional[SizingParams] = None, balance: Optional[float] = None,
          peak: Optional[float] = None, margin: float = 0.0, heat: float = 0.0,
          edge: Optional[Edge] = None) -> tuple[Values, Values]:
    """Lots and risk [account] of many trades of one account, each as size() has it.

    kelly: Kelly's fraction of each [1], default the edge's. A trade that is refused is named by its
    place, and none is sized.

    >>> import sigma
    >>> lots, risk = sigma.sizes("EURUSD", equity=10000, entry=[1.1, 1.1], stop=[1.097, 1.095])
    >>> lots.tolist()
    [0.33, 0.2]
    """
    balance = equity if balance is None else balance
    sample = _sample(edge, equity, balance, balance if peak is None else peak, margin, heat, 0.0,
                     0.0, 0.0, 0.0)
    given = {"entry": entry, "stop": stop, **({} if kelly is None else {"kelly": kelly})}
    count, places = columns(**given)
    if count == 0:
        raise EmptyError("entry is empty", "", "entry")
    if kelly is None:
        places += Place(array.array("d", [sample.kelly]) * count, "kelly"),
    sample.entry, sample.stop = float(places[0].data[0]), float(places[1].data[0])
    lots, lots_at = output(count, entry)
    risks, risks_at = output(count, entry)
    rule, facts = rule_of(params, risk), facts_of(symbol)
    try:
        call(_sizing._sigma_sizing_batch, byref(rule), byref(facts), byref(sample), *places, count,
             lots_at, risks_at)
    except RangeError as error:
        raise next(_wrong_trades(rule, facts, sample, places), error) from None
    return lots, risks


def _wrong_trades(rule: SizingParams, facts: Symbol, sample: SizingSample,
                  places: tuple[Place, ...]) -> Iterator[Error]:
    """What is wrong with each trade that is refused, with its place unless they share the fault."""
    given, result = (byref(rule), byref(facts), byref(sample)), SizingResult()
    for row, values in enumerate(zip(*[place.data for place in places])):
        for place, value in zip(places, values):
            wrong = wrong_value("sigma_sizing_batch", place.column, row, value, None)
            if wrong is not None:
                yield wrong
            setattr(sample, place.column, value)
        status = _evaluate(*given, byref(result))
        if status < 0:
            error = _refusal(status, sample, given)
            if error.field.removeprefix("SizingSample.") in ("stop", "entry", "kelly", ""):
                error.args = (f"trade {row}: {error}",)
            yield error


# ---- Kelly


@overload
def kelly(returns: Column, *, method: int = ..., params: Optional[KellyParams] = ...
          ) -> KellyResult: ...


@overload
def kelly(*, win_rate: float, payoff: float) -> KellyResult: ...


def kelly(returns: Optional[Column] = None, *, win_rate: Optional[float] = None,
          payoff: Optional[float] = None, method: int = Method.SCEPTICAL,
          params: Optional[KellyParams] = None) -> KellyResult:
    """Kelly's fraction of closed trades [R], or of a win rate [1] and a payoff (mean win over mean
    loss).

    method: One of sigma.Method; by default the mean is shrunk toward no edge, less so as trades
    come in. `fraction` of what is returned is the share of the account to lose at -1 R.

    >>> import sigma
    >>> sigma.kelly(win_rate=0.6, payoff=1.0).fraction
    0.19999999999999996
    >>> round(sigma.kelly([1.1, -1.0] * 50).fraction, 4)
    0.0303
    """
    result = KellyResult()
    if returns is None:
        if win_rate is None or payoff is None:
            raise Error("expected returns, or both win_rate and payoff", "", "returns")
        call(_kelly._sigma_kelly_binary, win_rate, payoff, result)
        return result
    if win_rate is not None or payoff is not None:
        raise Error("returns is given beside win_rate or payoff", "", "returns")
    _over(_kelly._sigma_kelly_evaluate, params, returns, result, method)
    return result


def _over(c_function: Any, params: Optional[KellyParams], returns: Column, result: Any,
          *more: int) -> None:
    count, places = columns(returns=returns)
    rule = _KELLY if params is None else expect(KellyParams, "params", params)
    call(c_function, byref(rule), *more, *places, count, result)


def kellys(*, win_rate: Column, payoff: Column) -> Values:
    """Kelly's fraction of each pair of a win rate and a payoff.

    >>> import sigma
    >>> sigma.kellys(win_rate=[0.6, 0.4], payoff=[1.0, 1.0]).tolist()
    [0.19999999999999996, 0.0]
    """
    return _BETS((), (win_rate, payoff), None, "raise")


def edge(returns: Column, params: Optional[KellyParams] = None) -> Edge:
    """What the closed trades [R], oldest first, prove: for size() and Bot.

    >>> import sigma
    >>> sigma.edge([1.8, -1.0, 2.4, -1.0, 0.6]).win_rate
    0.6
    """
    found = Edge()
    _over(_kelly._sigma_edge_evaluate, params, returns, found)
    return found
