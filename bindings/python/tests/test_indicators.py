# SPDX-License-Identifier: MIT
"""The indicators: the bits of the C functions over any input, and what is refused."""
import array
import ctypes
import inspect
import math
import re

import numpy
import pandas
import pytest
import sigma
from hypothesis import given, settings
from hypothesis import strategies as st
from sigma import _columns
from sigma._library import _library

# name: (C function, its parameters before the columns, the columns, results)
C = {
    "sma": ("sma", [5], ["close"], 1), "ema": ("ema", [5], ["close"], 1),
    "wilder": ("wilder", [5], ["close"], 1), "macd": ("macd", [3, 7, 4], ["close"], 3),
    "rsi": ("rsi", [5], ["close"], 1),
    "stochastic": ("stochastic", [5, 3, 2], ["high", "low", "close"], 3),
    "adx": ("adx", [5], ["high", "low", "close"], 3),
    "cci": ("cci", [5], ["high", "low", "close"], 1), "zscore": ("zscore", [5], ["close"], 1),
    "slope": ("slope", [5], ["close"], 2), "atr": ("atr", [5], ["high", "low", "close"], 1),
    "historical_volatility": ("volatility", [2, 5, 252.0], ["open", "high", "low", "close"], 1),
    "ewma_volatility": ("ewma", [0.9, 252.0], ["close"], 1),
    "bollinger": ("bollinger", [5, 1.5], ["close"], 3),
    "bollinger_shape": ("bollinger_shape", [5, 1.5], ["close"], 3),
    "obv": ("obv", [], ["close", "volume"], 1),
    "vwap": ("vwap", [], ["high", "low", "close", "volume"], 1),
    "mfi": ("mfi", [5], ["high", "low", "close", "volume"], 1),
}
PARAMETERS = {"macd": {"fast": 3, "slow": 7, "signal": 4},
              "stochastic": {"period": 5, "slowing": 3, "signal": 2},
              "historical_volatility": {"kind": 2, "period": 5},
              "ewma_volatility": {"decay": 0.9}, "obv": {}, "vwap": {},
              "bollinger": {"period": 5, "multiple": 1.5},
              "bollinger_shape": {"period": 5, "multiple": 1.5}}


def bars(seed, count=60, scale=100.0):
    rng = numpy.random.default_rng(seed)
    close = scale * numpy.exp(numpy.cumsum(rng.normal(scale=0.02, size=count)))
    open_ = close * numpy.exp(rng.normal(scale=0.01, size=count))
    high = numpy.maximum(open_, close) * (1 + rng.random(count) * 0.01)
    low = numpy.minimum(open_, close) * (1 - rng.random(count) * 0.01)
    return {"open": open_, "high": high, "low": low, "close": close,
            "volume": rng.random(count) * 1000}


def in_python(name, table, **more):
    columns = {column: table[column] for column in C[name][2]}
    return getattr(sigma, name)(**columns, **PARAMETERS.get(name, {"period": 5}), **more)


def in_c(name, table):
    function, head, columns, results = C[name]
    count = len(table["close"])
    outs = [(ctypes.c_double * count)() for _ in range(results)]
    given_ = [(ctypes.c_double * count)(*table[column]) for column in columns]
    head = [ctypes.c_double(x) if isinstance(x, float) else ctypes.c_int32(x) for x in head]
    library = ctypes.CDLL(_library._name)  # without anybody's argument types
    status = getattr(library, f"sigma_{function}_batch")(*head, *given_, ctypes.c_int32(count), *outs)
    return status, [bytes(out) for out in outs]


def bits(found):
    return [numpy.asarray(column).tobytes() for column in (found if isinstance(found, tuple) else (found,))]


def test_every_indicator_is_compared():
    from sigma import _indicators
    assert set(C) == {name for name, value in vars(_indicators).items()
                      if inspect.isfunction(value) and value.__module__ == _indicators.__name__}


@pytest.mark.parametrize("name", C)
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**9), count=st.integers(1, 80), scale=st.floats(1e-6, 1e8))
def test_the_bits_are_those_of_c(name, seed, count, scale):
    table = bars(seed, count, scale)
    status, expected = in_c(name, table)
    assert status >= 0 and bits(in_python(name, table)) == expected


@pytest.mark.parametrize("name", C)
def test_all_kinds_of_columns_give_the_same_bits(name):
    table = bars(7)
    expected = bits(in_python(name, table))
    for kind in (list, tuple, lambda x: array.array("d", x), pandas.Series,
                 lambda x: numpy.repeat(x, 2)[::2]):
        assert bits(in_python(name, {k: kind(v) for k, v in table.items()})) == expected


@pytest.mark.parametrize("name", C)
def test_a_series_keeps_its_index(name):
    index = pandas.date_range("2020-01-01", periods=60, freq="D")
    found = in_python(name, {k: pandas.Series(v, index=index) for k, v in bars(7).items()})
    for column in found if isinstance(found, tuple) else (found,):
        assert column.index is index


@pytest.mark.parametrize("name", C)
def test_results_go_where_they_are_wanted(name):
    table, results = bars(7), C[name][3]
    outs = tuple(numpy.full(60, 5.0) for _ in range(results))
    expected = bits(in_python(name, table))
    found = in_python(name, table, out=outs if results > 1 else outs[0])
    assert bits(outs) == expected == bits(found)
    assert (found if results == 1 else found[-1]) is outs[-1]


@pytest.mark.parametrize("name", C)
def test_bars_without_a_number_are_skipped_if_so_asked(name):
    table, holes = bars(7), [3, 20, 59]
    holed = {k: v.copy() for k, v in table.items()}
    for hole in holes:
        holed[C[name][2][0]][hole] = math.nan
    kept = numpy.delete(numpy.arange(60), holes)
    expected = bits(in_python(name, {k: v[kept] for k, v in table.items()}))
    found = in_python(name, holed, nan="skip")
    for column, values in zip(found if isinstance(found, tuple) else (found,), expected):
        assert column[kept].tobytes() == values and numpy.isnan(column[holes]).all()
    with pytest.raises(sigma.NotANumberError, match=rf"{C[name][2][0]}\[3\] is nan"):
        in_python(name, holed)


def test_nothing_but_holes_gives_nothing_but_holes():
    for kind in (list, numpy.array, pandas.Series):
        assert numpy.isnan(sigma.ema(kind([math.nan, math.inf]), nan="skip")).all()
        assert numpy.isnan(sigma.slope(kind([math.nan]), nan="skip").relative).all()


def test_skipping_into_an_array():
    out = numpy.zeros(4)
    assert sigma.ema([1.0, math.nan, 2.0, 3.0], period=2, nan="skip", out=out) is out
    assert numpy.array_equal(out, [math.nan, math.nan, 1.5, 2.5], equal_nan=True)


FROZEN = numpy.zeros(3)
FROZEN.flags.writeable = False
BAD = {
    "misspelt keyword": (TypeError, "unexpected keyword argument 'perod'",
                         lambda: sigma.ema([1.0], perod=3)),
    "wrong dtype": (sigma.DtypeError, "close is of float32, expected float64: use astype",
                    lambda: sigma.ema(numpy.ones(3, "float32"))),
    "object array": (sigma.DtypeError, r"close\[0\] is <object .* \(object\), expected a number$",
                     lambda: sigma.ema(numpy.array([object()]))),
    "no column": (sigma.DtypeError, "close is float, expected numbers", lambda: sigma.ema(5.0)),
    "read-only array": (sigma.OutputError, "out is read-only",
                        lambda: sigma.ema(numpy.ones(3), out=FROZEN)),
    "non-contiguous array": (sigma.OutputError, "out does not lie in one piece",
                             lambda: sigma.ema(numpy.ones(3), out=numpy.zeros(6)[::2])),
    "output of another length": (sigma.LengthError, r"out has the shape \(2,\), expected \(3,\)",
                                 lambda: sigma.ema(numpy.ones(3), out=numpy.zeros(2))),
    "output of another type": (sigma.DtypeError, "out is list, expected a NumPy array",
                               lambda: sigma.ema(numpy.ones(3), out=[0.0] * 3)),
    "output of another dtype": (sigma.DtypeError, "out is of int64, expected float64",
                                lambda: sigma.ema(numpy.ones(3), out=numpy.zeros(3, "int64"))),
    "one output of three": (sigma.LengthError, "out is ndarray, expected a tuple of 3 arrays",
                            lambda: sigma.macd(numpy.ones(3), out=numpy.zeros(3))),
    "empty array": (sigma.EmptyError, "close is empty", lambda: sigma.ema(numpy.ones(0))),
    "two dimensions": (sigma.ShapeError, "close has 2 dimensions",
                       lambda: sigma.ema(numpy.ones((2, 2)))),
    "mismatched lengths": (sigma.LengthError, "one length, found high 3, low 2, close 3",
                           lambda: sigma.atr([3.0] * 3, [1.0] * 2, [2.0] * 3)),
    "a first column of nothing": (
        sigma.LengthError, "found high 0, low 5, close 5",
        lambda: sigma.atr(numpy.ones(5)[:0], numpy.ones(5), numpy.ones(5))),
    "an empty slice": (sigma.EmptyError, "close is empty",
                       lambda: sigma.ema(numpy.ones(5)[:0])),
    "arrays of different lengths": (
        sigma.LengthError, "found high 5, low 5, close 4",
        lambda: sigma.atr(numpy.ones(5), numpy.ones(5), numpy.ones(4))),
    "a period of another type": (TypeError, "sigma_ema_batch: period is '3'",
                                 lambda: sigma.ema(numpy.ones(3), period="3")),
    "a period that does not fit": (TypeError, "does not fit into 32 bits",
                                   lambda: sigma.ema(numpy.ones(3), period=2**40)),
    "NaN": (sigma.NotANumberError, r"close\[1\] is nan; nan='skip' leaves",
            lambda: sigma.ema(numpy.array([1.0, math.nan]))),
    "NaN policy": (sigma.Error, "nan is 'drop', expected 'raise' or 'skip'",
                   lambda: sigma.ema([1.0], nan="drop")),
    "period": (sigma.RangeError, "sigma_ema_batch: ", lambda: sigma.ema([1.0], period=0)),
    "unknown symbol": (sigma.Error, "symbol is 'EURSUD', expected one of EURUSD, ",
                       lambda: sigma.symbol("EURSUD")),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_input_has_its_own_exception(what):
    kind, message, function = BAD[what]
    with pytest.raises(kind, match=message) as found:
        function()
    assert type(found.value) is kind
    assert kind is TypeError or isinstance(found.value, ValueError)


def test_the_exception_names_the_column():
    with pytest.raises(sigma.Error) as found:
        sigma.atr([3.0], [1.0], numpy.ones(1, "int32"))
    assert found.value.field == "close"


def test_without_numpy(monkeypatch):
    expected = bits(sigma.ema(bars(7)["close"]))
    monkeypatch.setattr(_columns, "numpy", None)
    found = sigma.ema(bars(7)["close"].tolist())
    assert isinstance(found, array.array) and [found.tobytes()] == expected
    assert math.isnan(sigma.ema([1.0, math.nan], period=1, nan="skip")[1])
    assert sigma.ema([1.0, 2.0], period=1, nan="skip")[1] == 2.0


@pytest.mark.parametrize("name", C)
def test_the_ranges_that_are_described_are_those_of_the_header(name):
    function = getattr(_library, f"sigma_{C[name][0]}_batch")
    for parameter in function.names[:len(C[name][1])]:
        for end in re.findall(r"-?\d[\d.e-]*", function.ranges[parameter]):
            assert re.search(rf"(?<![\d.]){re.escape(end)}(?![\d.]\d)", getattr(sigma, name).__doc__)


def test_arrays_that_c_can_read_take_a_short_way_to_the_same_bits():
    close = numpy.cumsum(numpy.random.default_rng(7).normal(size=300)) + 1000.0
    frozen = close.copy()
    frozen.flags.writeable = False
    expected, bands = sigma.sma(close, 20).tobytes(), bits(sigma.bollinger(close, 20, 2.0))
    for same in (frozen, numpy.repeat(close, 2)[::2], close.tolist(), pandas.Series(close)):
        assert numpy.asarray(sigma.sma(same, 20)).tobytes() == expected
    assert sigma.sma(close, numpy.int64(20)).tobytes() == expected
    assert sigma.sma(close, True).tobytes() == sigma.sma(close, 1).tobytes()
    for multiple in (2, numpy.float64(2.0), numpy.int64(2)):
        assert bits(sigma.bollinger(close, 20, multiple)) == bands
    for period in (20.0, "20", None, 2**32 + 20):
        with pytest.raises(TypeError):
            sigma.sma(close, period)
    with pytest.raises(TypeError):
        sigma.bollinger(close, 20, "2")
    for wrong, error in ((close.reshape(3, 100), sigma.ShapeError), (close[:0], sigma.EmptyError),
                         (close.astype(">f8"), sigma.DtypeError), (5.0, sigma.DtypeError)):
        with pytest.raises(error):
            sigma.sma(wrong, 20)
    with pytest.raises(sigma.LengthError):
        sigma.atr(close, close[1:], close)
