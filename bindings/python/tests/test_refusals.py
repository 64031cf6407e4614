# SPDX-License-Identifier: MIT
"""What is said of a refusal: which function, which argument, its value, and what was expected."""
import math

import numpy
import pytest
import sigma
from sigma import _calls
from sigma.raw import _classes

NAN = math.nan
BARS = {"high": [3.0, 3.0, 3.0, 3.0], "low": [1.0] * 4, "close": [2.0] * 4}


def refused(call, kind=sigma.RangeError):
    with pytest.raises(kind) as found:
        call()
    assert type(found.value) is kind
    return str(found.value), found.value.field


@pytest.mark.parametrize("call, said, field", [
    (lambda: sigma.sma([1.0], 300), "sigma_sma_batch: period is 300, expected 1 <= x <= 256", "period"),
    (lambda: sigma.macd([1.0] * 9, fast=9, slow=3),
     "sigma_macd_batch: fast is 9, expected 1 <= x < slow with slow = 3", "fast"),
    (lambda: sigma.ewma_volatility([1.0], decay=NAN), "decay is nan, expected 0 <= x <= 0.9999", "decay"),
    (lambda: sigma.historical_volatility(*[[1.0]] * 4, kind=9),
     "kind is 9, expected one of sigma.VolatilityCode: 1 CLOSE, 2 ", "kind"),
    (lambda: sigma.Atr.init(2).update(3.0, NAN, 2.0), "low is nan, expected 1e-15 <= x <= high", "low"),
    (lambda: sigma.Atr.init(2).update(3.0, 2.0, 9.0),
     "close is 9.0, expected low <= x <= high with low = 2.0, high = 3.0", "close"),
    (lambda: sigma.raw.seal.size(4000), "kind is 4000, expected one of sigma.Kind: 1 BAR, 2 SYMBOL, ", "kind"),
    (lambda: sigma.raw.kelly.binary_batch([0.5, NAN], [1.0, 1.0]), "win_rate[1] is nan", "win_rate"),
    (lambda: sigma.kellys(win_rate=[0.5, 1.1], payoff=[1.0, 1.0]),
     "sigma_kelly_binary_batch: win_rate[1] is 1.1, expected 0 <= x <= 1", "win_rate"),
    (lambda: sigma.edge([1.0, 1e9]), "returns[1] is 1000000000.0, expected -1e6 <= x <= 1e6", "returns"),
    (lambda: sigma.obv([1.0, 2.0], [1.0, -1.0]), "volume[1] is -1.0, expected 0 <= x <= 1e18", "volume"),
    (lambda: sigma.sma([1.0, NAN, 2.0, -1e300], 1, nan="skip"),
     "sigma_sma_batch: close[3] is -1e+300: outside the documented range", "close"),
    (lambda: sigma.vwap([3.0, 1.0], [1.0, 2.0], [2.0, 2.0], [1.0, 1.0]),
     "high[1] is 1.0, expected at least low 2.0", "high"),
    (lambda: sigma.atr(**{**BARS, "low": [1.0, 1.0, 1.0, -1.0]}, period=2),
     "high[3] is 3.0, low[3] is -1.0, close[3] is 2.0: outside the documented range", "high"),
    (lambda: sigma.historical_volatility([2.0, 4.0, 2.0, 2.0], *BARS.values(), period=2),
     "open[1] is 4.0, expected from low 1.0 to high 3.0", "open"),
])
def test_an_argument_out_of_its_range_is_named(call, said, field):
    kind = sigma.NotANumberError if "[1] is nan" in said else sigma.RangeError
    message, named = refused(call, kind)
    assert said in message and named == field


def test_what_is_skipped_at_the_front_is_not_blamed():
    message, field = refused(lambda: sigma.sma([NAN, NAN, 1.0, math.inf]), sigma.NotANumberError)
    assert "close[3] is inf; nan='skip' leaves such bars out" in message and field == "close"


def test_the_first_of_many_bars_is_found():
    close = numpy.ones(5000)
    for row in 0, 1, 2, 2499, 2500, 4998, 4999:
        wrong = close.copy()
        wrong[row:] = -1e300
        message, _ = refused(lambda: sigma.ema(wrong))
        assert f"close[{row}] is -1e+300:" in message


def test_outputs_that_overlap_are_named():
    values = numpy.ones(12)
    for call in (lambda: sigma.sma(values[:10], out=values[1:11]),
                 lambda: sigma.slope(values, out=(values, values))):
        message, field = refused(call, sigma.OutputError)
        assert "out overlaps a column, or another out, in part" in message and field == "out"


def test_the_arguments_are_listed_where_none_is_out_of_its_range():
    """A long position at a profit has no room for a stop above its entry."""
    with pytest.raises(sigma.RangeError, match=r"documented range, as NaN always is \(entry = Exit"):
        sigma.Exits.init(sigma.ExitsParams.defaults(sigma.Style.PLAIN), sigma.ExitsEntry(
            interval=1, entry=1.1, stop=1.2, side=sigma.Side.LONG, tick_size=1e-5, atr=0.1))


@pytest.mark.parametrize("wrong, said, field", [
    (sigma.Policy(), "StopsParams.atr_multiple is 0.0, expected 0.1 to 100", "StopsParams.atr_multiple"),
    (sigma.symbol("ES").replace(asset=77),
     "Symbol.asset is 77, expected one of 1 forex, 2 ", "Symbol.asset"),
    (sigma.Policy.defaults().replace(parts=1 << 60),
     f"Policy.parts is {1 << 60}, expected a set of bits 0 to ", "Policy.parts"),
])
def test_members_are_named_with_what_they_may_be(wrong, said, field):
    message, named = refused(wrong.seal)
    assert said in message and named == field


def test_the_struct_that_is_at_fault_is_named_where_others_have_such_a_member():
    for name in "heat", "gate", "prop":
        context = sigma.Context()
        part = getattr(context, name)
        part.risk = -5.0
        message, field = refused(context.seal)
        assert field == f"{type(part).__name__}.risk" and f"{field} is -5.0" in message


def test_a_member_of_a_struct_in_an_array_is_named():
    desk = sigma.Desk.init(0, 1e4)
    desk.position(sigma.Position(id=1, symbol=1, side=1, lots=1.0, entry=1.0))
    desk.portfolio.position[0].lots = -3.0
    message, field = refused(desk.seal)
    assert field == "Position.lots" and "Position.lots is -3.0, expected 0 to " in message
    with pytest.raises(LookupError, match="Position has no member at 4000"):
        desk.portfolio.position[0]._at(4000)


def test_a_bar_that_is_right_is_not_blamed():
    bar = sigma.Bar(time=5, open=1.0, high=1.0, low=1.0, close=1.0)
    assert bar._fault() == ("", "")
    assert bar.replace(open=2.0)._fault()[0] == "Bar"


@pytest.mark.parametrize("call, said", [
    (lambda: sigma.Ema.update(5, 1.0), "sigma_ema_update: ema is 5, expected sigma.Ema"),
    (lambda: sigma.Regime.init(None), "sigma_regime_init: params is None, expected sigma.RegimeParams"),
    (lambda: sigma.kelly(win_rate="a", payoff=1.0), "win_rate is 'a', expected a number"),
    (lambda: sigma.ema([1.0], 3.0), "period is 3.0, expected an integer"),
    (lambda: sigma.historical_volatility(*[[1.0]] * 4, kind="close"),
     "kind is 'close', expected one of sigma.VolatilityCode: 1 CLOSE, 2 "),
    (lambda: sigma.Ema.init(2**40), "period is 1099511627776, which does not fit into 32 bits"),
    (lambda: sigma.raw.calendar.read(5), "text is 5, expected text"),
    (lambda: sigma.Ema.unseal(None), "sealed is None, expected bytes"),
    (lambda: sigma.sweep(5, [{}], {}), "job is 5, expected a function of the data and of each set"),
    (lambda: sigma.sweep(len, 5, {}), "params is 5, expected params as sets, such as grid"),
    (lambda: sigma.sweep(len, [{}, 5], {}), r"params[1] is 5, expected values by name"),
    (lambda: sigma.sweep(len, [{}], {}, executor=5), "executor is 5, expected one that has submit()"),
])
def test_an_argument_of_another_kind_is_named_with_what_it_has_to_be(call, said):
    with pytest.raises(TypeError) as found:
        call()
    assert said in str(found.value)


def test_text_that_cannot_be_read_is_shown():
    with pytest.raises(sigma.FormatError, match=r"calendar_read: malformed text \(b'yesterday'\)$"):
        sigma.raw.calendar.read("yesterday")
    with pytest.raises(sigma.FormatError, match="sigma_seal_open: malformed text$"):
        sigma.Ema.unseal(b"nothing")
    assert sigma.Ema.unseal(bytearray(sigma.Ema.init(3).seal())) == sigma.Ema.init(3)


def test_an_output_is_never_blamed():
    """It is all zero on an error, which many structs may not be."""
    sealed = bytearray(sigma.Ema.init(3).seal())
    for kind in sigma.Policy, sigma.MarketParams, sigma.Ema:
        with pytest.raises(sigma.Error) as found:
            kind.unseal(sealed[:-1])
        assert found.value.field == ""


def test_every_range_of_the_headers_can_be_read():
    functions = {name: function for module in vars(sigma.raw).values() if hasattr(module, "__name__")
                 for name, function in vars(module).items() if hasattr(function, "ranges")}
    assert sum(len(function.ranges) for function in functions.values()) > 200
    for function in functions.values():
        for label, limits in function.ranges.items():
            assert label in function.names
            if limits.startswith("sigma."):
                assert issubclass(getattr(_classes, limits.removeprefix("sigma.")), int)
            else:
                _calls._expected(1.0, limits, dict.fromkeys(function.names, 1.0))
