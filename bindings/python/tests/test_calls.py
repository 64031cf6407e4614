# SPDX-License-Identifier: MIT
"""Functions as Python calls: values, tuples, text, and errors."""
import math

import pytest
import sigma


def test_outputs_are_returned(eurusd):
    assert eurusd.floor(0.297) == 0.29
    assert sigma.raw.calendar.read("2020-03-16T20:00:00Z") == 1584388800 * 10**9
    assert sigma.raw.calendar.write(1584388800 * 10**9) == "2020-03-16T20:00:00Z"
    assert sigma.raw.number.write(0.1 + 0.2) == "0.30000000000000004"
    assert sigma.raw.number.read(b"1e-7") == 1e-7


def test_the_warm_up_returns_none():
    atr = sigma.Atr.init(2)
    assert atr.update(2.0, 1.0, 1.5) is None
    assert atr.update(3.0, 2.0, 2.5) == 1.25


def test_the_published_trade(eurusd):
    params = sigma.SizingParams.defaults().replace(mode=sigma.Mode.FRACTION)
    sample = sigma.SizingSample(equity=10000, balance=10000, peak=10000, entry=1.10, stop=1.0970)
    assert sigma.raw.sizing.evaluate(params, eurusd, sample).lots == 0.33


@pytest.mark.parametrize("equity", [-1.0, math.nan, math.inf, 0.0, 1e300])
def test_a_range_error_names_the_member(eurusd, equity):
    sample = sigma.SizingSample(equity=equity, entry=1.10, stop=1.0970)
    with pytest.raises(sigma.RangeError, match=r"SizingSample.equity is .* expected 1e-06 to 1e"):
        sigma.raw.sizing.evaluate(sigma.SizingParams.defaults(), eurusd, sample)


def test_errors_are_value_errors_with_their_facts():
    with pytest.raises(ValueError) as found:
        sigma.Ema.init(0)
    error = found.value
    assert isinstance(error, sigma.RangeError) and isinstance(error, sigma.Error)
    assert (error.status, error.function, error.field) == (-2, "sigma_ema_init", "period")
    assert str(error) == "sigma_ema_init: period is 0, expected 1 <= x <= 10000"
    assert sigma.RangeError.__module__ == sigma.NotANumberError.__module__ == "sigma"
    with pytest.raises(sigma.StateError, match="sigma_ema_update: a state"):
        sigma.Ema().update(1.0)
    with pytest.raises(sigma.FormatError):
        sigma.raw.number.read("1.0.0")


def test_an_error_changes_nothing():
    ema = sigma.Ema.init(3)
    ema.update(1.0)
    before = bytes(ema)
    with pytest.raises(sigma.RangeError):
        ema.update(math.nan)
    assert bytes(ema) == before


def test_arguments_of_another_type_are_named(eurusd):
    for wrong in ("1", None, [], object(), eurusd):
        with pytest.raises(TypeError, match="sigma_ema_update: x is "):
            sigma.Ema.init(3).update(wrong)
    with pytest.raises(TypeError, match=r"sigma_sizing_evaluate: params is Symbol\(.*SizingParams"):
        sigma.raw.sizing.evaluate(eurusd, eurusd, eurusd)
    with pytest.raises(TypeError, match="sigma_kelly_evaluate: method is 'empirical', expected one of sigma.Me"):
        sigma.kelly([1.0], method="empirical")


def test_integers_are_never_cut_off():
    with pytest.raises(OverflowError, match="does not fit into 32 bits"):
        sigma.Symbol(id=2**32 + 1)
    with pytest.raises(TypeError, match="does not fit into 32 bits"):
        sigma.Ema.init(2**32 + 5)


def test_a_log_is_written_read_and_verified():
    policy = sigma.Policy.defaults()
    log, header = sigma.Audit.init(policy)
    reader, read = sigma.raw.audit.open(header)
    assert read.policy == policy
    context = sigma.Context()
    proposal = sigma.Proposal(symbol=1, side=sigma.Side.LONG, intent=sigma.Intent.OPEN, entry=1.1,
                              time=1584388800 * 10**9)
    decision = sigma.raw.decide.decide(policy, context, proposal)
    assert decision.verdict == sigma.Verdict.DENY
    line = log.decision(context, proposal, decision)
    record, difference = reader.verify(policy, line)
    assert record.decision == decision and difference == sigma.AuditDifference()
    with pytest.raises(sigma.Error):
        reader.verify(policy, line.replace("deny", "dent"))


def test_structs_in_an_array_are_used_where_they_lie():
    trades = [sigma.Trade(closed=i + 1, entry=1.0, exit=1.0, lots=1.0, risk=1.0, profit=0.5, symbol=1,
                          side=sigma.Side.LONG, given=1 << sigma.TradeCode.RISK) for i in range(3)]
    journals = [sigma.Journal.init(sigma.JournalParams.defaults(1000.0)) for _ in range(2)]
    journals[0].batch(trades)
    journals[1].batch((sigma.Trade * 3)(*trades))
    assert journals[0] == journals[1] and journals[0].read(0).trades == 3
