# SPDX-License-Identifier: MIT
"""Sizes and Kelly: by itself, over columns, and as a picture."""
import xml.etree.ElementTree

import numpy
import pandas
import pytest
import sigma
from hypothesis import given, settings
from hypothesis import strategies as st

TRADES = [1.8, -1.0, 2.4, -1.0, 0.6] * 10


def test_the_published_trade(eurusd):
    assert sigma.size(eurusd, equity=10000, entry=1.10, stop=1.0970).lots == 0.33
    assert sigma.size("EURUSD", equity=10000, entry=1.10, stop=1.0970, risk=0.02).lots == 0.66


@settings(max_examples=200, deadline=None)
@given(equity=st.floats(100, 1e7), entry=st.floats(0.5, 2.0), distance=st.floats(0.001, 0.1),
       risk=st.floats(1e-4, 0.02), target=st.one_of(st.none(), st.floats(2.5, 3.0)),
       lots=st.one_of(st.none(), st.floats(0.01, 50)))
def test_the_bits_are_those_of_the_raw_function(equity, entry, distance, risk, target, lots):
    rule = sigma.SizingParams.preset(sigma.Mode.FRACTION).replace(risk_fraction=risk)
    sample = sigma.SizingSample(equity=equity, balance=equity, peak=equity, entry=entry,
                                stop=entry - distance, target=target or 0.0, lots=lots or 0.0,
                                given=0 if lots is None else 1 << sigma.Given.LOTS)
    expected = sigma.raw.sizing.evaluate(rule, sigma.symbol("EURUSD"), sample)
    assert sigma.size("EURUSD", equity=equity, entry=entry, stop=entry - distance, risk=risk,
                      target=target, lots=lots) == expected


def test_the_edge_counts_for_kelly():
    edge = sigma.edge(TRADES)
    rule = sigma.SizingParams.defaults()
    proven = sigma.size("EURUSD", equity=1e5, entry=1.1, stop=1.09, params=rule, edge=edge)
    assert proven.lots > sigma.size("EURUSD", equity=1e5, entry=1.1, stop=1.09, params=rule).lots


def test_a_risk_beside_a_rule_is_refused():
    with pytest.raises(sigma.Error, match="risk is given beside params"):
        sigma.size("EURUSD", equity=1e4, entry=1.1, stop=1.0, risk=0.01,
                   params=sigma.SizingParams.defaults())


def test_what_is_out_of_range_is_named():
    with pytest.raises(sigma.RangeError, match="SizingSample.equity is -1.0") as found:
        sigma.size("EURUSD", equity=-1, entry=1.1, stop=1.0)
    assert found.value.field == "SizingSample.equity"
    with pytest.raises(TypeError, match="equity is '1': "):
        sigma.size("EURUSD", equity="1", entry=1.1, stop=1.0)
    with pytest.raises(TypeError, match="peak is None|must be"):
        sigma.size("EURUSD", equity=None, entry=1.1, stop=1.0)


@pytest.mark.parametrize("kind", [list, numpy.array, pandas.Series])
def test_columns_have_the_bits_of_one_by_one(kind):
    rng = numpy.random.default_rng(3)
    entry = 1.0 + rng.random(50)
    stop, kelly = entry - 0.001 - rng.random(50) * 0.05, rng.random(50) * 0.2
    rule = sigma.SizingParams.defaults()
    edge = sigma.edge(TRADES)
    lots, risk = sigma.sizes("EURUSD", equity=1e5, entry=kind(entry), stop=kind(stop),
                             kelly=kind(kelly), params=rule, edge=edge)
    for i in range(50):
        alone = sigma.size("EURUSD", equity=1e5, entry=entry[i], stop=stop[i], params=rule,
                           edge=edge.replace(kelly=kelly[i]))
        assert (lots[i], risk[i]) == (alone.lots, alone.risk)


def test_columns_share_the_fraction_where_none_is_given():
    lots, _ = sigma.sizes("EURUSD", equity=1e4, entry=[1.1, 1.2], stop=[1.09, 1.19])
    assert lots.tolist() == [0.1, 0.1]
    with pytest.raises(sigma.EmptyError, match="entry is empty"):
        sigma.sizes("EURUSD", equity=1e4, entry=[], stop=[])


def test_kelly_takes_trades_or_odds():
    assert sigma.kelly(win_rate=0.6, payoff=1).full == pytest.approx(0.2)
    assert sigma.kelly(TRADES) == sigma.raw.kelly.evaluate(
        sigma.KellyParams.defaults(), sigma.Method.SCEPTICAL, TRADES)
    params = sigma.KellyParams.defaults().replace(prior_trades=0.0)
    assert sigma.kelly(TRADES, params=params, method=sigma.Method.EMPIRICAL).shift == 0.0
    for wrong in ({}, {"win_rate": 0.5}, {"payoff": 1.0}):
        with pytest.raises(sigma.Error, match="expected returns, or both"):
            sigma.kelly(**wrong)
    with pytest.raises(sigma.Error, match="returns is given beside"):
        sigma.kelly(TRADES, win_rate=0.5)


def test_kelly_over_columns():
    rates, odds = numpy.linspace(0.3, 0.9, 20), numpy.linspace(0.5, 3.0, 20)
    expected = [sigma.kelly(win_rate=p, payoff=b).fraction for p, b in zip(rates, odds)]
    assert sigma.kellys(win_rate=rates, payoff=odds).tolist() == expected
    index = list("abcdefghijklmnopqrst")
    found = sigma.kellys(win_rate=pandas.Series(rates, index=index), payoff=odds)
    assert found["c"] == expected[2]
    with pytest.raises(sigma.RangeError, match="sigma_kelly_binary_batch"):
        sigma.kellys(win_rate=[0.5, 1.1], payoff=[1.0, 1.0])


# ---- the picture


def test_the_picture_shows_each_step_and_what_bound():
    result = sigma.size("EURUSD", equity=10000, entry=1.10, stop=1.0970)
    picture = xml.etree.ElementTree.fromstring(sigma.waterfall(result))
    labels = [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert labels[:2] == ["base", "100.00 at risk"] and labels[-2:] == ["step", "0.33 lots"]
    colours = [rect.get("fill") for rect in picture.iter("{http://www.w3.org/2000/svg}rect")]
    assert colours.count("#e45756") == 1 and colours[1] == "#e45756"


def test_notebooks_show_it_with_the_numbers(eurusd):
    result = sigma.size("EURUSD", equity=10000, entry=1.10, stop=1.0970)
    assert result._repr_html_().startswith("<svg ") and "<td>lots</td><td>0.33" in result._repr_html_()
    decision = sigma.Decision(sizing=result)
    assert decision._repr_html_().startswith("<svg ")
    assert eurusd._repr_html_().startswith("<table>")
    assert sigma.SizingResult()._repr_html_().startswith("<table>")


def test_what_is_wrong_is_named():
    good = {"equity": 1e4, "entry": 1.1, "stop": 1.09}
    nan = float("nan")
    for call, error, message, field in (
            (lambda: sigma.size("EURUSD", **{**good, "stop": 1.1}), sigma.RangeError,
             "stop is 1.1, which is the entry", "stop"),
            (lambda: sigma.size(5, **good), TypeError, "symbol is 5, expected sigma.Symbol", None),
            (lambda: sigma.size("ES", **good, params=1), TypeError, "params is 1, expected sigma.Siz", None),
            (lambda: sigma.size("ES", **good, edge=1), TypeError, "edge is 1, expected sigma.Edge", None),
            (lambda: sigma.size("ES", **{**good, "entry": "1"}), TypeError, "SizingSample.entry is '1'", None),
            (lambda: sigma.sizes("ES", equity=1e4, entry=1.1, stop=[1.0]), sigma.DtypeError,
             "entry is float, expected numbers", "entry"),
            (lambda: sigma.kelly([1.0, nan]), sigma.NotANumberError, r"returns\[1\] is nan$", "returns"),
            (lambda: sigma.edge([1.0, nan]), sigma.NotANumberError, r"returns\[1\] is nan$", "returns"),
            (lambda: sigma.kelly([1.0, -1.0], method=99), sigma.RangeError,
             "method is 99, expected one of sigma.Method: 1 EMPIRICAL, 2 ", "method"),
            (lambda: sigma.edge([1.0], 5), TypeError, "params is 5, expected sigma.KellyParams", None),
            (lambda: sigma.kelly(win_rate=60, payoff=1.5), sigma.RangeError,
             "win_rate is 60, expected 0 <= x <= 1$", "win_rate"),
            (lambda: sigma.atr([2.0, 3.0], [1.0, 2.0], [1.5, 9.0], period=1), sigma.RangeError,
             r"close\[1\] is 9.0, expected from low 2.0 to high 3.0", "close"),
            (lambda: sigma.waterfall(5), TypeError, "result is 5, expected sigma.SizingResult", None),
            (lambda: sigma.grid(fast="12"), TypeError, "fast is '12', expected its values", None),
            (lambda: sigma.sweep(len, {"fast": [1]}, {"A": []}), TypeError, "expected params as sets", None),
            (lambda: sigma.sweep(len, [], [1]), TypeError, "symbols as the data by name", None)):
        with pytest.raises(error, match=message) as found:
            call()
        assert field is None or found.value.field == field
