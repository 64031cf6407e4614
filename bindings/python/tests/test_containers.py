# SPDX-License-Identifier: MIT
"""What people hand over instead of columns: taken as it is meant, or one error that says what, where,
what was expected, and what came."""
import collections
import datetime
import decimal
import math

import numpy
import pandas
import pytest
import sigma
from sigma._sweep import digest

HOUR = 3600 * 10**9
NAN = math.nan
ENTRY, STOP = [5.0, 6.0], [4.0, 5.0]
GOOD = [0.25, 0.5]
LISTS = "expected numbers in an array, a Series or a list; got"
WRONG = {  # what: (what is handed over, what is said after the name)
    "text": ("abc", f" is str, {LISTS} 'abc'"),
    "bytes": (b"12345678", f" is bytes, {LISTS} b'12345678'"),
    "a bytearray": (bytearray(16), f" is bytearray, {LISTS} bytearray("),
    "a dict": ({0: 1.0, 1: 2.0}, f" is dict, {LISTS} {{0: 1.0, 1: 2.0}}"),
    "a set": ({1.0, 2.0}, f" is set, {LISTS} {{1.0, 2.0}}"),
    "nothing": (None, f" is NoneType, {LISTS} None"),
    "a generator": ((x for x in GOOD), f" is generator, {LISTS} <generator object "),
    "a number": (5.0, f" is float, {LISTS} 5.0"),
    "a length alone": (type("Long", (), {"__len__": lambda self: 2})(), f" is Long, {LISTS} "),
    "a class": (list, f" is type, {LISTS} <class 'list'>"),
    "a struct": (sigma.Bar(time=5), f" is Bar, {LISTS} Bar(time=5)"),
    "no dimensions": (numpy.array(5.0), " has 0 dimensions, expected one: its shape is ()"),
    "two dimensions": (numpy.ones((2, 2)), " has 2 dimensions, expected one: its shape is (2, 2)"),
    "a frame": (pandas.DataFrame({"a": GOOD}),
                " has 2 dimensions, expected one: its shape is (2, 1)"),
    "a Series of text": (pandas.Series(["1", "2"], dtype=object),
                         "[0] is '1' (str), expected a number"),
    "a Series with a gap": (pandas.Series([1.0, None], dtype=object),
                            "[1] is None (NoneType), expected a number"),
    "a Series of numbers as objects": (pandas.Series(GOOD, dtype=object),
                                       " is of object, expected float64: use astype(float)"),
    "a list of text": (["1", "2"], "[0] is '1' (str), expected a number"),
    "a list with a gap": ([1.0, None], "[1] is None (NoneType), expected a number"),
    "a list of lists": ([[1.0], [2.0]], "[0] is [1.0] (list), expected a number"),
    "a list of complex numbers": ([1.0, 1j], "[1] is 1j (complex), expected a number"),
    "a list of huge integers": ([1, 10**400], "(int), expected a number that fits into a float"),
    "integers": (numpy.arange(2), " is of int64, expected float64: use astype(float)"),
    "times": (numpy.array(["2020", "2021"], "datetime64[ns]"),
              "is of datetime64[ns], expected float64"),
}
HOLES = {
    "NaN": [0.5, NAN], "masked": numpy.ma.array(GOOD, mask=[0, 1]),
    "NA": pandas.Series([0.5, None], dtype="Float64"), "infinity": numpy.array([0.5, math.inf])}
TAKEN = {
    "tuple": tuple, "deque": collections.deque, "values": lambda x: dict(enumerate(x)).values(),
    "decimals": lambda x: [decimal.Decimal(v) for v in x], "Index": pandas.Index,
    "Float64": lambda x: pandas.array(x, dtype="Float64"), "not masked": numpy.ma.array}


def frame(**other):
    return {"time": [0, HOUR], "open": [1.0, 1.0], "high": [2.0, 2.0], "low": [0.25, 0.25],
            "close": [1.0, 1.5], "volume": [1.0, 1.0], **other}


CALLS = {
    "sma.close": lambda v: sigma.sma(v, 1),
    "sizes.entry": lambda v: sigma.sizes("ES", equity=1e6, entry=v, stop=[0.125, 0.125]),
    "sizes.stop": lambda v: sigma.sizes("ES", equity=1e6, entry=ENTRY, stop=v),
    "sizes.kelly": lambda v: sigma.sizes("ES", equity=1e6, entry=ENTRY, stop=STOP, kelly=v),
    "kellys.win_rate": lambda v: sigma.kellys(win_rate=v, payoff=GOOD),
    "kellys.payoff": lambda v: sigma.kellys(win_rate=GOOD, payoff=v),
    "features.close": lambda v: sigma.features(frame(close=v)),
    "edge.returns": sigma.edge, "kelly.returns": sigma.kelly,
    "trades.returns": lambda v: sigma.Bot("ES", interval=HOUR, balance=1e4).trades(v),
    "ema_batch.x": lambda v: sigma.raw.average.ema_batch(1, v),
}


def message(call, kind=sigma.Error, field=None):
    with pytest.raises(kind) as found:
        call()
    assert field is None or found.value.field == field
    return str(found.value)


@pytest.mark.parametrize("what", WRONG)
@pytest.mark.parametrize("where", CALLS)
def test_what_is_no_column_is_one_clear_error(where, what):
    given, said = WRONG[what]
    column = where.split(".")[1]
    if what == "nothing" and where in ("sizes.kelly", "kelly.returns"):
        return  # which may be left out
    if what == "integers" and where == "features.close":
        return  # which are numbers there
    kind = sigma.ShapeError if "dimensions" in said else sigma.DtypeError
    found = message(lambda: CALLS[where](given), kind, column)
    assert found.startswith(column) and said in found and "\n" not in found


@pytest.mark.parametrize("what", HOLES)
@pytest.mark.parametrize("where", CALLS)
def test_a_hole_is_named_by_its_place(where, what):
    column = where.split(".")[1]
    value = "inf" if what == "infinity" else "nan"
    found = message(lambda: CALLS[where](HOLES[what]), sigma.NotANumberError, column)
    assert f"{column}[1] is {value}" in found
    assert ("nan='skip'" in found) == where.startswith("sma")


@pytest.mark.parametrize("what", TAKEN)
@pytest.mark.parametrize("where", CALLS)
def test_anything_in_an_order_is_a_column(where, what):
    assert digest(CALLS[where](TAKEN[what](GOOD))) == digest(CALLS[where](GOOD))


def test_a_trade_that_is_refused_is_named_by_its_place():
    facts = {"equity": 1e6, "entry": [5.0, 5.0, 5.0], "stop": [4.0, 4.0, 4.0]}
    for wrong, said, field in (
            ({"stop": [4.0, 4.0, 5.0]}, "trade 2: .*stop is 5.0, which is the entry", "stop"),
            ({"stop": [4.0, -4.0, 5.0]}, "trade 1: .*SizingSample.stop is -4.0, expected", "SizingSample.stop"),
            ({"entry": [-1.0, 5.0, 5.0]}, "trade 0: .*SizingSample.entry is -1.0, ", "SizingSample.entry"),
            ({"kelly": [0.1, 0.1, 1e9]}, "trade 2: .*SizingSample.kelly is 1000000000.0", "SizingSample.kelly"),
            ({"equity": -1.0}, "^sigma_sizing_.*: SizingSample.equity is -1.0, ", "SizingSample.equity"),
            ({"risk": 7.0}, "^sigma_sizing_.*: SizingParams.risk_fraction is 7.0, ", None)):
        with pytest.raises(sigma.RangeError, match=said) as found:
            sigma.sizes("ES", **{**facts, **wrong})
        assert field is None or found.value.field == field
    with pytest.raises(sigma.LengthError, match="found entry 3, stop 2$") as found:
        sigma.sizes("ES", **{**facts, "stop": [4.0, 4.0]})
    assert found.value.field == "stop"


def test_the_trades_of_a_bot_are_kept_as_they_were_taken():
    bot = sigma.Bot("ES", interval=HOUR, balance=1e4)
    for kind in (list, numpy.array, pandas.Series, collections.deque):
        bot.trades(kind([1.5, -1.0, 0.5]))
        assert bot._returns == [1.5, -1.0, 0.5]
    before = bytes(bot.desk)
    message(lambda: bot.trades(x for x in GOOD), sigma.DtypeError)
    assert bot._returns == [1.5, -1.0, 0.5] and bytes(bot.desk) == before


# ---- frames


@pytest.mark.parametrize("bars, got", [
    ("abc", "'abc' (str)"), (b"abc", "b'abc' (bytes)"), (None, "None (NoneType)"), (5.0, "5.0 (float)"),
    ([1.0], "[1.0] (list)"), ((x for x in GOOD), "<generator object"),
    (numpy.array(5.0), "array(5.) (ndarray)"), (numpy.ones(3), "(ndarray)"),
    (pandas.Series(GOOD), "(Series)"), (sigma.Bar(), "Bar() (Bar)"), (pandas.DataFrame, "(type)")])
def test_what_is_no_frame_is_refused(bars, got):
    found = message(lambda: sigma.features(bars), sigma.DtypeError, "bars")
    assert found.startswith("bars is ") and got in found and "\n" not in found
    assert found.endswith("expected a DataFrame, or columns by name")


def test_a_column_that_is_missing_is_named_beside_those_that_are_there():
    table = frame()
    del table["low"]
    for bars in (table, pandas.DataFrame(table)):
        assert message(lambda: sigma.features(bars), field="low") == (
            "bars has no column low, expected time, open, high, low, close, volume; "
            "it has time, open, high, close, volume")
    assert "it has none" in message(lambda: sigma.features({}), field="time")


def test_an_index_that_counts_rows_is_no_time():
    table = frame()
    times = table.pop("time")
    assert "bars has no column time" in message(lambda: sigma.features(pandas.DataFrame(table)))
    expected = sigma.features({**table, "time": times})["close"]
    for index in (pandas.Index(times), pandas.RangeIndex(0, 2 * HOUR, HOUR)):
        found = sigma.features(pandas.DataFrame(table, index=index))
        assert found["close"].tolist() == expected.tolist()


START = datetime.datetime(2020, 3, 16, tzinfo=datetime.timezone.utc)
STAMPS = pandas.to_datetime([START, START + datetime.timedelta(hours=1)]).as_unit("ns")


@pytest.mark.parametrize("times", [
    [START, START + datetime.timedelta(hours=1)], list(STAMPS), STAMPS, pandas.Series(STAMPS),
    pandas.Series(STAMPS).dt.tz_convert("Europe/Berlin"), STAMPS.tz_localize(None),
    list(STAMPS.asi8), STAMPS.asi8, STAMPS.astype(object), pandas.Series(STAMPS.tz_localize(None))])
def test_time_may_be_any_kind_of_instant(times):
    expected = sigma.features(frame(time=[0, HOUR]))
    for name in "time", "Time":
        table = {key: value for key, value in frame().items() if key != "time"}
        found = sigma.features({**table, name: times})
        assert found["close"].tolist() == expected["close"].tolist()
    array, instants = sigma._frames._struct_bars(frame(time=times))
    assert instants.tolist() == [sigma.instant(START), sigma.instant(START) + HOUR]
    assert [bar.time for bar in array] == instants.tolist()


@pytest.mark.parametrize("times, kind, said", [
    ("abc", sigma.DtypeError, "time is 'abc' (str), expected a column of nanoseconds or datetimes"),
    (None, sigma.DtypeError, "time is None (NoneType), expected a column"),
    ({0: 1, 1: 2}, sigma.DtypeError, "time is {0: 1, 1: 2} (dict), expected a column"),
    (numpy.ones((2, 2)), sigma.ShapeError, "time is array([[1., 1.], [1., 1.]]) (ndarray), expected a column"),
    ([0.0, 1.0], sigma.DtypeError, "time is of float64, expected int64 nanoseconds or datetimes"),
    (["a", "b"], sigma.DtypeError, "time is of <U1, expected int64"),
    ([START, "now"], sigma.DtypeError, "time[1] is 'now', expected nanoseconds or a datetime"),
    ([START, None], sigma.DtypeError, "time[1] is None, expected nanoseconds or a datetime"),
    ([START, pandas.NaT], sigma.DtypeError, "time[1] is NaT, which is no time"),
    (pandas.to_datetime(["2020-01-01", None]), sigma.NotANumberError, "time[1] is NaT"),
    (numpy.array(["2020", "2300"], "datetime64[s]"), sigma.RangeError,
     "time[1] is 2300-01-01T00:00:00, expected a year from 1681 to 2258"),
    ([0, 10**30], sigma.DtypeError, "time[1] is 1000000000000000000000000000000 (int), expected 64 bits"),
    ([HOUR, HOUR], sigma.RangeError, f"runs backwards: time[1] is {HOUR} after {HOUR}"),
    ([], sigma.LengthError, "time has 0 values, close 2")])
def test_what_is_no_time_is_named(times, kind, said):
    assert said in message(lambda: sigma.features(frame(time=times)), kind, "time")


def test_parameters_of_features_are_of_their_kind():
    with pytest.raises(TypeError, match="params is 5, expected sigma.MarketParams"):
        sigma.features(frame(), params=5)
    with pytest.raises(TypeError, match="symbol is 5, expected sigma.Symbol"):
        sigma.features(frame(), symbol=5)
    with pytest.raises(sigma.Error, match="symbol is 'EURSUD', expected one of"):
        sigma.features(frame(), symbol="EURSUD")
    assert list(sigma.features(frame(), symbol="ES")) == list(sigma.features(frame()))


# ---- lists of structs


@pytest.mark.parametrize("votes, said", [
    (None, "votes is None (NoneType), expected a list of sigma.Vote"),
    ("ab", "votes is 'ab' (str), expected a list of sigma.Vote"),
    (numpy.array(5.0), "votes is array(5.) (ndarray), expected a list of sigma.Vote"),
    ({1: 2}, "votes is {1: 2} (dict), expected a list of sigma.Vote"),
    ([sigma.Vote(), sigma.Bar()], "votes[1] is Bar(), expected sigma.Vote"),
    ([1.0], "votes[0] is 1.0, expected sigma.Vote")])
def test_what_is_no_list_of_structs_is_named(votes, said):
    with pytest.raises(TypeError) as found:
        sigma.raw.vote.votes_evaluate(sigma.VotesParams.defaults(), 8.0, votes)
    assert said in str(found.value)
