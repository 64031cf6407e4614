# SPDX-License-Identifier: MIT
"""sigma.Bot.step: one call a bar gives what the calls one by one give, or nothing is taken."""
import datetime
import itertools

import numpy
import pandas
import pytest
import sigma
from test_bot import HOUR, feed, made, walk

START = pandas.Timestamp("2020-03-16", tz="UTC")


def guarded():
    """A bot whose gate and firm are told of the account, too."""
    bot = made()
    bot.desk.set_gate(bot.time, sigma.GateParams.defaults())
    bot.desk.set_prop(bot.time, sigma.PropParams.defaults(sigma.Firm.FTMO_TWO_STEP))
    return bot


def states(bot):
    return bytes(bot.market), bytes(bot.desk), bot.time, bot.number


def test_a_step_is_bar_account_and_decision():
    one, three = made([]), made([])
    rows = [row for row in zip(*walk(120).values())][60:]
    for i, (time, *prices) in enumerate(rows):
        side = ("long", sigma.Side.SHORT, None)[i % 3]
        step = one.step(int(time), *map(float, prices), equity=10000.0 + i, balance=9990.0,
                        margin=5.0, signal=side, target=2.0 if side == "long" else None)
        three.bar(int(time), *map(float, prices))
        three.account(three.time, 10000.0 + i, 9990.0, 5.0)
        terms = {"target": 2.0} if side == "long" else {}
        assert step.held is None
        assert step.decision == (side and three.decide(side, entry=float(prices[3]), **terms))
    assert states(one) == states(three) and one.number == 40


def test_the_parts_of_a_step_may_be_left_out():
    one, three = made(), made()
    assert one.step(one.time, 1.1, 1.101, 1.099, 1.1) == (None, None)
    three.bar(three.time, 1.1, 1.101, 1.099, 1.1)
    assert states(one) == states(three)
    one.opened("long", 0.1, entry=1.1, stop=1.09)
    decision, held = one.step(one.time, 1.1, 1.101, 1.099, 1.1, signal="long", entry=1.2)
    assert held.action == sigma.Action.HOLD and decision.stops.stop > 1.1


def test_a_signal_may_be_made_of_the_features():
    one, three = made(), made()
    seen = []

    def signal(features):
        seen.append(features)
        return "long" if features.close == 1.1 else None

    assert one.step(one.time, 1.1, 1.101, 1.09, 1.09, signal=signal).decision is None
    decision = one.step(one.time, 1.1, 1.101, 1.099, 1.1, equity=1e4, signal=signal).decision
    three.bar(three.time, 1.1, 1.101, 1.09, 1.09)
    three.bar(three.time, 1.1, 1.101, 1.099, 1.1)
    three.account(three.time, 1e4)
    assert decision == three.decide("long", entry=1.1) and seen[1] == three.features()


def test_a_signal_may_be_a_whole_proposal():
    one, three = made(), made()
    proposal = sigma.Proposal(time=one.time + HOUR, symbol=1, side=sigma.Side.LONG, entry=1.1,
                              intent=sigma.Intent.OPEN, strategy=7)
    three.bar(three.time, 1.1, 1.101, 1.099, 1.1)
    decision = one.step(one.time, 1.1, 1.101, 1.099, 1.1, signal=lambda features: proposal).decision
    assert decision == three.propose(proposal)
    for more, name in (({"entry": 1.1}, "entry"), ({"stop": 1.09}, "stop")):
        with pytest.raises(TypeError, match=f"{name} is given beside a whole proposal"):
            one.step(one.time, 1.1, 1.101, 1.099, 1.1, signal=proposal, **more)


@pytest.mark.parametrize("bot", [made, guarded])
@pytest.mark.parametrize("wrong", [
    {"high": 1.0}, {"close": float("nan")}, {"low": "1"}, {"time": 0}, {"equity": float("inf")},
    {"equity": "1"}, {"margin": -1.0}, {"balance": 1e300}, {"time": 2**70}, {"time": 1.5}])
def test_a_step_whose_facts_are_refused_takes_none_of_them(bot, wrong):
    bot = bot()
    before = states(bot)
    given = {"time": bot.time, "open": 1.1, "high": 1.101, "low": 1.099, "close": 1.1,
             "equity": 9000.0, "signal": "long"}
    with pytest.raises((ValueError, TypeError, OverflowError)):
        bot.step(**{**given, **wrong})
    assert states(bot) == before
    bot.step(**given)
    assert states(bot) != before and bot.number == 1


def test_facts_are_taken_where_only_the_signal_is_refused():
    bot = made()
    with pytest.raises(ValueError, match="side is 'buy', expected long or short"):
        bot.step(bot.time, 1.1, 1.101, 1.099, 1.1, equity=1e4, signal="buy")
    assert bot.market.time == 60 * HOUR and bot.desk.account.time == 61 * HOUR and bot.number == 0


@pytest.mark.parametrize("call, error, message", [
    (lambda bot: bot.bar(bot.time, 1.1, None, 1.0, 1.0), TypeError, "Bar.high is None"),
    (lambda bot: bot.bar("now", 1.1, 1.1, 1.1, 1.1), TypeError, "time is 'now', expected nano"),
    (lambda bot: bot.bar(2**64, 1.1, 1.1, 1.1, 1.1), OverflowError, "Bar.time is .* 64 bits"),
    (lambda bot: bot.bar(bot.time, 1.1, 1.0, 1.1, 1.1), sigma.RangeError,
     r"market_update: Bar\(time=.*\) is no bar, expected low <= open and close <= high"),
    (lambda bot: bot.account(bot.time, "1"), TypeError, "Account.equity is '1'"),
    (lambda bot: bot.account(2**63, 1.0), OverflowError, "Account.time is"),
    (lambda bot: bot.account(bot.time, 1.0, 1.0, -2.0), sigma.RangeError,
     "sigma_desk_account: margin is -2.0, expected 0 <= x <= 1e15"),
    (lambda bot: bot.account(0, 1.0), sigma.OrderError, "desk_account: time stands still"),
    (lambda bot: bot.decide("long", entry="1"), TypeError, "Proposal.entry is '1'"),
    (lambda bot: bot.decide("long", entry=1.1, intent=9), sigma.RangeError, "Proposal.intent is 9"),
    (lambda bot: bot.decide([], entry=1.1), ValueError, r"side is \[\], expected long"),
    (lambda bot: bot.decide("long", entry=1.1, stop="x"), TypeError, "Proposal.stop is 'x'"),
    (lambda bot: bot.propose("long"), TypeError, "proposal is 'long', expected sigma.Proposal"),
    (lambda bot: sigma.Bot(5, interval=HOUR, balance=1.0), TypeError, "symbol is 5, expected sig"),
    (lambda bot: sigma.Bot("ES", interval="1h", balance=1.0), TypeError, "interval is '1h', exp"),
    (lambda bot: sigma.Bot("ES", interval=HOUR, balance=1.0, policy=1), TypeError, "policy is 1"),
    (lambda bot: sigma.Bot("ES", interval=HOUR, balance=1.0, params=1), TypeError, "params is 1"),
    (lambda bot: bot.opened("long", 0.0, entry=1.1, stop=1.0), sigma.RangeError, "lots is 0.0"),
    (lambda bot: bot.opened("long", 1.0, entry=1.1, stop=1.2), sigma.RangeError,
     "stop is 1.2, expected below the entry 1.1 of a long position"),
    (lambda bot: bot.opened("short", 1.0, entry=1.1, stop=1.1), sigma.RangeError,
     "stop is 1.1, expected above the entry 1.1 of a short position"),
    (lambda bot: bot.opened("short", 1.0, entry=1.1, stop=1.2, target=1.15), sigma.RangeError,
     "target is 1.15, expected below the entry 1.1 of a short position"),
    (lambda bot: bot.opened("long", 1.0, entry=1.1, stop=0.0), sigma.RangeError,
     "ExitsEntry.stop is 0.0, expected"),
    (lambda bot: bot.opened("long", "1", entry=1.1, stop=1.0), TypeError, "Position.lots is '1'"),
    (lambda bot: bot.position(7, "long", "1", entry=1.1), TypeError, "Position.lots is '1'"),
    (lambda bot: bot.position(7, "long", -1.0, entry=1.1), sigma.RangeError, "Position.lots is -1"),
    (lambda bot: bot.position(0, "long", 0.0, entry=1.1), sigma.RangeError, "Position.id is 0"),
    (lambda bot: bot.position(7, "long", 0.0, entry=1.1), sigma.RangeError,
     "id is 7, expected that of an open position, which 0 lots close"),
    (lambda bot: bot.account(bot.time, float("nan")), sigma.RangeError, "account: equity is nan, exp"),
    (lambda bot: bot.bar(5, 1.1, 1.1, 1.1, 1.1), sigma.OrderError,
     rf"runs backwards \(market.time = {59 * HOUR}, bar.time = 5\)"),
    (lambda bot: bot.account(5, 1.0), sigma.OrderError, r"runs backwards \(time = 5\)"),
    (lambda bot: bot.decide("long", entry=0.0), sigma.RangeError,
     "Proposal.entry is 0.0, expected more than 0"),
    (lambda bot: bot.decide("long", entry=1.1, lots=0.0, intent=sigma.Intent.REDUCE),
     sigma.RangeError, "Proposal.lots is 0.0, expected more than 0"),
    (lambda bot: sigma.Bot(None, interval=HOUR, balance=1.0), TypeError,
     r"symbol is None, expected sigma.Symbol, or a name that sigma.symbol\(\) knows"),
    (lambda bot: sigma.Bot("eur/usd", interval=HOUR, balance=1.0), sigma.Error,
     "symbol is 'eur/usd', expected one of .*; did you mean 'EURUSD'"),
    (lambda bot: sigma.symbol([]), sigma.Error, r"symbol is \[\], expected one of EURUSD, "),
    (lambda bot: sigma.Bot("ES", interval=HOUR, balance=1.0, regime=5), TypeError,
     "params is 5, expected sigma.RegimeParams"),
    (lambda bot: sigma.Bot("ES", interval=HOUR, balance=1.0, log="audit.jsonl"), TypeError,
     "log is 'audit.jsonl', expected a function of a line, such as print"),
    (lambda bot: sigma.Bot.unseal(bot.seal(), log=5), TypeError, "log is 5, expected a function"),
    (lambda bot: sigma.Bot.unseal("text"), TypeError, "sealed is 'text', expected bytes"),
])
def test_what_is_wrong_is_named(call, error, message):
    bot = made()
    before = states(bot)
    with pytest.raises(error, match=message):
        call(bot)
    assert states(bot) == before and bot.watched is None


def test_a_misspelt_keyword_is_never_left_out():
    bot = made()
    before = states(bot)
    for more in ({"signal": "long"}, {}, {"equity": 1e4}):
        with pytest.raises(TypeError, match=r"step\(\) has no argument 'sginal', .* mean 'signal'"):
            bot.step(bot.time, 1.1, 1.101, 1.099, 1.1, sginal="short", **more)
    with pytest.raises(TypeError, match=r"decide\(\) has no argument 'zzz', expected one of [a-z, ]+$"):
        bot.decide("long", entry=1.1, zzz=1.0)
    assert states(bot) == before


def test_broken_states_are_refused():
    bot = made()
    bot.market.tag = 0
    with pytest.raises(sigma.StateError, match="sigma_market_features"):
        bot.features()
    with pytest.raises(sigma.StateError, match="sigma_desk_context"):
        bot.decide("long", entry=1.1)
    bot = made()
    bot.policy.sizing.risk_fraction = -1.0
    with pytest.raises(sigma.RangeError, match="sigma_decide: SizingParams.risk_fraction is -1.0"):
        bot.decide("long", entry=1.1)


# ---- time


def test_time_may_be_what_python_has():
    """datetime, Timestamp and datetime64 with the same instant are the same bar."""
    whens = [START.value, START, START.tz_localize(None), START.to_pydatetime(),
             START.tz_convert("Europe/Berlin"), START.to_numpy(), START.as_unit("s"),
             numpy.int64(START.value), datetime.datetime(2020, 3, 16),
             numpy.datetime64("2020-03-16")]
    for when in whens:
        assert sigma.instant(when) == 1584316800 * 10**9
        bot = sigma.Bot("EURUSD", interval=datetime.timedelta(hours=1), balance=1e4, time=when)
        step = bot.step(when, 1.1, 1.2, 1.0, 1.1, equity=1e4, signal="long")
        bot.account(when + numpy.timedelta64(1, "h") if isinstance(when, numpy.datetime64) else bot.time,
                    equity=1e4)
        assert bot.time == sigma.instant(START) + HOUR and step.decision.missing
    assert sigma.instant(pandas.Timestamp(5)) == 5
    assert sigma.Bot("ES", interval=pandas.Timedelta(7, "ns"), balance=1.0).market.params.interval == 7
    for never in (pandas.NaT, numpy.datetime64("NaT", "ns")):
        with pytest.raises(ValueError, match="NaT.*, which is no time"):
            sigma.instant(never)


def test_integers_of_numpy_are_integers():
    assert sigma.Bar(time=numpy.int64(5)).time == 5
    with pytest.raises(OverflowError, match="Symbol.id is .* does not fit into 32 bits"):
        sigma.Symbol(id=numpy.int64(2**40))


def test_an_account_may_be_told_of_within_a_bar():
    """The clock is beyond the end of the last bar when the order is filled."""
    bot = made()
    ended = bot.time
    bot.account(ended + 5 * 10**9, equity=1e4)
    bot.opened("long", 0.1, entry=1.1, stop=1.09)
    assert bot.bar(ended, 1.1, 1.101, 1.099, 1.1).action == sigma.Action.HOLD
    bot = made()
    bot.opened("long", 0.1, entry=1.1, stop=1.09, time=ended + 1)
    assert bot.bar(ended, 1.1, 1.101, 1.0, 1.1) is None
    assert bot.bar(ended + HOUR, 1.1, 1.101, 1.0, 1.1).action == sigma.Action.CLOSE


# ---- the log, the regime


def test_the_policy_of_a_log_may_not_change():
    lines = []
    bot, silent = made(lines), made()
    for one in (bot, silent):
        one.policy.sizing.risk_max /= 2
    silent.decide("long", entry=1.1)
    with pytest.raises(sigma.Error, match="policy was changed, but the header of the log"):
        bot.decide("long", entry=1.1)
    assert len(lines) == 1 and bot.number == 0


def test_states_cannot_be_replaced_unnoticed():
    bot = made()
    for name in ("symbol", "policy", "market", "desk", "audit", "regime"):
        with pytest.raises(AttributeError):
            setattr(bot, name, getattr(bot, name))
    facts = sigma.symbol("EURUSD")
    bot = sigma.Bot(facts, interval=HOUR, balance=1e4)
    facts.tick_value = 5.0
    assert bot.symbol == sigma.symbol("EURUSD") and bot.symbol is not sigma.Bot(
        "EURUSD", interval=HOUR, balance=1e4).symbol


def test_a_policy_may_ask_for_the_regime():
    policy = sigma.Policy.defaults()
    policy.parts |= 1 << sigma.Part.REGIME
    lines, table = [], walk(400)
    bot = sigma.Bot("EURUSD", interval=HOUR, balance=1e4, policy=policy, log=lines.append,
                    regime=sigma.RegimeParams.defaults(1))
    without = sigma.Bot("EURUSD", interval=HOUR, balance=1e4, policy=policy)
    regime = sigma.Regime.init(sigma.RegimeParams.defaults(1))
    for time, *prices in itertools.islice(zip(*table.values()), 399):
        regime.update(sigma.Bar(time=int(time), **dict(zip(("open", "high", "low", "close", "volume"),
                                                           map(float, prices)))))
    feed(bot, table)
    feed(without, table)
    answer = bot.decide("long", entry=1.1)
    assert not answer.missing >> sigma.Part.REGIME & 1
    assert without.decide("long", entry=1.1).missing >> sigma.Part.REGIME & 1
    assert sigma.Bot.unseal(bot.seal()).decide("long", entry=1.1) == bot.decide("long", entry=1.1)
    assert without.regime is None and bot.regime != regime
    bot.regime.time += 1
    with pytest.raises(sigma.StateError, match="sigma_desk_regime"):
        bot.decide("long", entry=1.1)
