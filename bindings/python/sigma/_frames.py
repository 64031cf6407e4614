# SPDX-License-Identifier: MIT
"""Whole frames of bars into features, by one pass of sigma.Market."""
from __future__ import annotations

from typing import Any, Iterator, Mapping, Optional, Union

from . import _columns
from ._calls import expect, refusal, wrong_value
from ._columns import columns, got
from ._errors import (DtypeError, EmptyError, Error, LengthError, NotANumberError, RangeError,
                      ShapeError)
from ._sizes import facts_of
from ._times import in_nanoseconds, instant
from .raw import market as _market
from .raw.bar import Bar
from .raw.base import Feature
from .raw.market import Features, Market, MarketParams
from .raw.symbol import Symbol

PRICES = ("open", "high", "low", "close", "volume")
_SEVERAL = {  # features that have one bit together
    Feature.ADX: ("adx", "plus_di", "minus_di"),
    Feature.MACD: ("macd_line", "macd_signal", "macd_histogram"),
    Feature.STOCHASTIC: ("stochastic_raw", "stochastic_k", "stochastic_d"),
    Feature.BOLLINGER: ("bollinger_middle", "bollinger_upper", "bollinger_lower",
                        "bollinger_width", "percent_b"),
    Feature.VWAP: ("vwap", "vwap_session"), Feature.EWMA: ("volatility_ewma",),
    Feature.SLOPE: ("slope", "slope_relative"),
}


def _checked(bars: Any) -> Any:
    """A frame, or columns by name."""
    if not isinstance(bars, Mapping) and not hasattr(type(bars), "columns"):
        raise DtypeError(f"bars is {got(bars)}, expected a DataFrame, or columns by name", "",
                         "bars")
    return bars


def _key(bars: Any, name: str) -> Optional[str]:
    """What a column is called: its name, perhaps with a capital. None if there is none."""
    return next((key for key in (name, name.capitalize()) if key in bars), None)


def _missing(bars: Any, name: str) -> Error:
    return Error(f"bars has no column {name}, expected time, {', '.join(PRICES)}; it has "
                 f"{', '.join(map(str, bars)) or 'none'}", "", name)


def _column(bars: Any, name: str) -> Any:
    key = _key(bars, name)
    if key is None:
        raise _missing(bars, name)
    kind = getattr(getattr(bars[key], "dtype", None), "kind", "")
    return bars[key].astype(float) if kind in ("i", "u") else bars[key]


def _given_times(bars: Any) -> Any:
    key = _key(bars, "time")
    if key is not None:
        return bars[key]
    index = getattr(bars, "index", None)
    if index is None or type(index).__name__ == "RangeIndex" and index.step == 1:
        raise _missing(bars, "time")  # such an index counts rows
    return index


def _times(bars: Any) -> Any:
    """Instants in nanoseconds: the column time, or the index of a frame."""
    numpy, given = _columns.numpy, _given_times(bars)
    clock = getattr(given, "dt", given)  # of a Series; an index has its own
    found = numpy.asarray(given if getattr(clock, "tz", None) is None else clock.tz_convert(None))
    if found.ndim != 1:
        kind = ShapeError if found.ndim else DtypeError
        raise kind(f"time is {got(given)}, expected a column of nanoseconds or datetimes", "",
                   "time")
    if found.dtype == object:
        return numpy.array([_instant(row, one) for row, one in enumerate(found)], "int64")
    if found.dtype.kind == "M":
        if numpy.isnat(found).any():
            raise NotANumberError(f"time[{numpy.isnat(found).argmax()}] is NaT", "", "time")
        return _cast(found)
    if found.dtype != numpy.int64 and len(found):
        raise DtypeError(f"time is of {found.dtype}, expected int64 nanoseconds or datetimes", "",
                         "time")
    return found


def _cast(found: Any) -> Any:
    try:
        return in_nanoseconds(found, "time")
    except ValueError as error:
        raise RangeError(str(error), "", "time") from None


def _instant(row: int, given: Any) -> int:
    try:
        found = instant(given, f"time[{row}]")
    except (TypeError, ValueError) as error:
        raise DtypeError(str(error), "", "time") from None
    if not -2**63 < found < 2**63:
        raise DtypeError(f"time[{row}] is {got(given)}, expected 64 bits", "", "time")
    return found


def _raw(kind: Any) -> Any:
    """NumPy's type of a struct: its 8-byte members under their names."""
    numpy, names, formats = _columns.numpy, [], []
    for name, member in kind._fields_:
        count = getattr(member, "_length_", 1)
        base = numpy.dtype(getattr(member, "_type_", "f8") if count == 1 else member._type_)
        names += [f"{name}_{i + 1}" for i in range(count)] if count > 1 else [name]
        formats += [base] * count
    return numpy.dtype({"names": names, "formats": formats})


def _struct_bars(bars: Any) -> Any:
    """The frame's columns as an array of sigma.Bar, and when each opens [ns]."""
    times = _times(bars)
    count, places = columns(**{name: _column(bars, name) for name in PRICES})
    if len(times) != count:
        raise LengthError(f"time has {len(times)} values, close {count}", "", "time")
    if not count:
        raise EmptyError("bars is empty", "", "bars")
    array = (Bar * count)()
    view = _columns.numpy.frombuffer(array, _raw(Bar))
    view["time"] = times
    for name, place in zip(PRICES, places):
        view[name] = place.data
    return array, times


def features(bars: Union[Mapping[str, Any], Any], *, params: Optional[MarketParams] = None,
             symbol: Optional[Symbol | str] = None) -> Any:
    """Every feature of sigma.Features at every bar: a DataFrame where bars is one, else columns by
    name. What is not ready is NaN.

    bars: A DataFrame, or columns by name: open, high, low, close, volume (integers too), and time
        as the index or a column, nanoseconds or datetimes, at which a bar opens.
    params: What to compute; its interval may be 0, then it is the smallest step of the time. A year
        of volatility has as many bars as fit into 365.25 days unless bars_a_year is set, as to 252
        for daily bars of stocks.
    symbol: Needed by none of the features; its facts or name, default one of tick size 1e-5.

    >>> import sigma
    >>> day = 86400 * 10**9
    >>> bars = dict(time=[0, day, 2 * day], open=[1.0, 2.0, 3.0], high=[2.0, 3.0, 4.0],
    ...             low=[1.0, 2.0, 3.0], close=[2.0, 3.0, 4.0], volume=[1.0, 1.0, 1.0])
    >>> [float(x) for x in sigma.features(bars)["obv"]]
    [0.0, 1.0, 2.0]
    """
    numpy = _columns.numpy
    if numpy is None:
        raise ImportError("sigma.features needs NumPy")
    array, times = _struct_bars(_checked(bars))
    chosen, facts = _params_for(params, times), _ANY if symbol is None else facts_of(symbol)
    rows = numpy.empty(len(times), _raw(Features))
    found = (Features * len(times)).from_buffer(rows)
    given = Market(), chosen, facts, array, len(times), found
    status = _market._sigma_market_batch(*given)
    if status < 0:
        raise next(_wrong_bars(array, chosen, facts),
                   refusal(_market._sigma_market_batch, status, *given))
    return _as_given(bars, rows)


def _wrong_bars(array: Any, params: MarketParams, symbol: Symbol) -> Iterator[Error]:
    """What is wrong with each bar that is refused; parameters that are raise at once."""
    market = Market.init(params, symbol)
    for row, bar in enumerate(array):
        for name in PRICES:
            wrong = wrong_value("sigma_market_batch", name, row, getattr(bar, name), None)
            if wrong is not None:
                yield wrong
        try:
            market.update(bar)
            market.features()
        except Error as error:
            error.args = (f"bar {row}: {error}",)
            yield error


_ANY = Symbol(id=1, asset=1, tick_size=1e-5, tick_value=1.0, lot_min=0.01, lot_max=100.0,
              lot_step=0.01, leverage=1.0)


def _params_for(params: Optional[MarketParams], times: Any) -> MarketParams:
    chosen = MarketParams.defaults() if params is None else expect(
        MarketParams, "params", params).replace()
    if not chosen.interval:
        steps = _columns.numpy.diff(times)
        if len(steps) and steps.min() <= 0:
            row = int((steps <= 0).argmax())
            raise RangeError(f"time stands still or runs backwards: time[{row + 1}] is "
                             f"{times[row + 1]} after {times[row]}", "", "time")
        chosen.interval = int(steps.min()) if len(steps) else 86400 * 10**9
    return chosen


def _as_given(bars: Any, rows: Any) -> Any:
    """Columns of features out of rows, with NaN for those that are not ready."""
    numpy, names = _columns.numpy, rows.dtype.names[1:-1]  # between time and ready
    ready, numbers = rows["ready"], rows.view(numpy.float64).reshape(len(rows), -1)
    table = numpy.empty((len(names), len(rows)))
    for start in range(0, len(rows), _BLOCK):  # so many stay in the processor's cache
        table[:, start:start + _BLOCK] = numbers[start:start + _BLOCK, 1:-1].T
    begin = numpy.flatnonzero(ready != _EVERY)[-1:].sum() + 1  # bars before all are ready
    bits = {name: bit for bit, several in _SEVERAL.items() for name in several}
    for name, values in zip(names, table):
        bit = bits.get(name, Feature.__members__.get(name.upper()))
        if bit is not None:
            lacks = ready[:begin] >> numpy.uint64(bit) & numpy.uint64(1) == 0
            values[:begin][lacks] = numpy.nan
    if hasattr(bars, "to_numpy") and hasattr(bars, "index"):
        return type(bars)(table.T, columns=list(names), index=bars.index)
    return dict(zip(names, table))


_BLOCK = 2048
_EVERY = (1 << len(Feature)) - 1
