# SPDX-License-Identifier: MIT
"""Columns: what goes in, what comes out, and what is refused."""
import array
import math
import random
import threading

import numpy
import pandas
import pytest
import sigma

WALK = numpy.cumsum(numpy.random.default_rng(5).normal(size=1000)) + 1000.0


def same(a, b):
    return numpy.asarray(a).tobytes() == numpy.asarray(b).tobytes()


def streamed(period, values):
    ema = sigma.Ema.init(period)
    outputs = [ema.update(x) for x in values]
    return numpy.array([math.nan if x is None else x for x in outputs])


def test_batch_has_the_bits_of_streaming():
    batch = sigma.raw.average.ema_batch(20, WALK)
    alone = streamed(20, WALK)
    assert same(numpy.isnan(batch), numpy.isnan(alone))
    assert same(batch[19:], alone[19:])


@pytest.mark.parametrize("kind", [list, tuple, lambda x: array.array("d", x), numpy.array])
def test_any_sequence_gives_the_same_bits(kind):
    assert same(sigma.raw.average.ema_batch(5, kind(WALK)), sigma.raw.average.ema_batch(5, WALK))


def test_strided_and_read_only_input():
    frozen = WALK.copy()
    frozen.flags.writeable = False
    assert same(sigma.raw.average.ema_batch(5, frozen), sigma.raw.average.ema_batch(5, WALK))
    assert same(sigma.raw.average.ema_batch(5, WALK[::-2]), sigma.raw.average.ema_batch(5, WALK[::-2].copy()))


def test_a_series_keeps_its_index():
    index = pandas.date_range("2020-01-01", periods=len(WALK), freq="D")
    result = sigma.raw.average.ema_batch(5, pandas.Series(WALK, index=index))
    assert isinstance(result, pandas.Series) and result.index is index
    assert same(result.to_numpy(), sigma.raw.average.ema_batch(5, WALK))


@pytest.mark.parametrize("column, error", [
    (WALK.astype("float32"), "x is of float32, expected float64"),
    (WALK.astype(int), "x is of int64, expected float64"),
    (numpy.array(["1"]), "expected float64"),
    (numpy.array([object()]), r"x\[0\] is <object .*, expected a number"),
    (numpy.array([1.0, 2.0], dtype=object), r"x is of object, expected float64: use astype\(float\)"),
    ([1.0, None], r"x\[1\] is None \(NoneType\), expected a number$"),
    (b"12345678", "x is bytes, expected numbers in an array, a Series or a list; got b'12345678'"),
    ({1.0: 2.0}, "x is dict, expected numbers"),
    ({1.0, 2.0}, "x is set, expected numbers"),
    ((x for x in (1.0, 2.0)), "x is generator, expected numbers"),
    (None, "x is NoneType, expected numbers .*; got None"),
    ([1.0, 10**400], r"x\[1\] is 1000.* \(int\), expected a number that fits into a float"),
    (numpy.array(["2020"], "datetime64[Y]"), r"x is of datetime64\[Y\], expected float64$"),
    ("text", "x is str, expected numbers"),
    (5.0, "x is float, expected numbers"),
])
def test_other_types_are_refused(column, error):
    with pytest.raises(TypeError, match=error):
        sigma.raw.average.ema_batch(5, column)


def test_shapes_are_checked():
    with pytest.raises(ValueError, match=r"x has 2 dimensions, .* its shape is \(10, 100\)"):
        sigma.raw.average.ema_batch(5, WALK.reshape(10, 100))
    with pytest.raises(sigma.ShapeError, match=r"x has 0 dimensions, .* its shape is \(\)"):
        sigma.raw.average.ema_batch(5, numpy.array(5.0))
    with pytest.raises(ValueError, match="one length, found high 3, low 2, close 3"):
        sigma.raw.volatility.atr_batch(2, [3.0] * 3, [1.0] * 2, [2.0] * 3)


def test_empty_columns_give_empty_columns():
    assert len(sigma.raw.average.ema_batch(5, [])) == 0


def test_hostile_values_are_refused_or_give_numbers():
    for bad in (math.inf, -math.inf, 1e300):
        with pytest.raises(sigma.Error):
            sigma.raw.average.ema_batch(2, [1.0, 2.0, bad])


def test_threads_do_not_meet():
    expected = [sigma.raw.average.ema_batch(n, WALK) for n in range(1, 9)]
    results = [None] * 8

    def work(n):
        for _ in range(50):
            results[n] = sigma.raw.average.ema_batch(n + 1, WALK)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(same(a, b) for a, b in zip(results, expected))


def test_without_numpy(monkeypatch):
    from sigma import _columns
    monkeypatch.setattr(_columns, "numpy", None)
    result = sigma.raw.average.ema_batch(3, [random.random() + 1.0 for _ in range(10)])
    assert isinstance(result, array.array) and len(result) == 10 and math.isnan(result[0])
