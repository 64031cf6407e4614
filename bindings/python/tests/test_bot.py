# SPDX-License-Identifier: MIT
"""sigma.Bot and sigma.features: the same numbers as the calls one by one."""
import copy
import math
import pickle

import numpy
import pandas
import pytest
import sigma
from sigma import _columns

HOUR = 3600 * 10**9


def walk(count, seed=1):
    rng = numpy.random.default_rng(seed)
    close = 1.1 * numpy.exp(numpy.cumsum(rng.normal(scale=0.001, size=count)))
    return {"time": numpy.arange(count) * HOUR, "open": close * 0.9999, "high": close * 1.001,
            "low": close * 0.999, "close": close, "volume": rng.random(count) * 100}


def feed(bot, table, start=0):
    for row in list(zip(*table.values()))[start:]:
        bot.bar(int(row[0]), *map(float, row[1:]))


def made(lines=None, count=60):
    bot = sigma.Bot("EURUSD", interval=HOUR, balance=10000.0, log=lines.append if lines is not None
                    else None)
    feed(bot, walk(count))
    bot.trades([1.8, -1.0, 2.4, -1.0, 0.6])
    bot.account(bot.time, equity=10000.0)
    return bot


def test_the_bot_gives_what_the_calls_give():
    lines = []
    bot = made(lines)
    answer = bot.decide("long", entry=1.1, stop=1.09)
    header, record = sigma.verify(lines)
    assert record.decision == answer and header.policy == bot.policy
    assert record.context.market.mark == sigma.Part.MARKET
    assert record.proposal.stop == 1.09 and answer.stops.stop == 1.09


def test_without_a_log_the_answer_is_the_same():
    assert made().decide("short", entry=1.1) == made([]).decide(sigma.Side.SHORT, entry=1.1)


def test_an_order_that_reduces_is_let_pass():
    bot = made()
    bot.position(1, "long", 0.5, entry=1.1, stop=1.09)
    answer = bot.decide("long", entry=1.1, lots=0.2, intent=sigma.Intent.REDUCE)
    assert answer.lots == 0.2 and answer.verdict == sigma.Verdict.APPROVE


def test_a_market_without_bars_is_missing():
    bot = sigma.Bot(sigma.symbol("EURUSD"), interval=HOUR, balance=10000.0)
    bot.account(HOUR, equity=10000.0)
    answer = bot.decide("long", entry=1.1)
    assert answer.verdict == sigma.Verdict.DENY and answer.missing >> sigma.Part.MARKET & 1


def test_positions_count_with_what_they_risk():
    bot = made()
    before = bot.decide("long", entry=1.1)
    for id in (1, 2, 3):
        bot.position(id, "long", 0.5, entry=1.1, stop=1.09)
    position = bot.desk.portfolio
    assert bot.decide("long", entry=1.1).refused != before.refused
    bot.position(1, "long", 0.0, entry=1.1)
    bot.position(2, "long", 0.0, entry=1.1, stop=1.09)
    bot.position(3, "short", 0.5, entry=1.1, stop=1.11, risk=500.0)
    assert bot.desk.portfolio == position
    bot.position(3, "long", 0.0, entry=1.1)
    assert bot.decide("long", entry=1.1).lots == before.lots


def test_a_bot_may_risk_a_fixed_share():
    policy = sigma.Policy.defaults()
    policy.sizing = sigma.SizingParams.preset(sigma.Mode.FRACTION)
    policy.sizing.risk_fraction = 0.02
    bot = sigma.Bot("EURUSD", interval=HOUR, balance=10000.0, risk=0.02)
    assert bot.policy == policy
    with pytest.raises(sigma.Error, match="risk is given beside policy"):
        sigma.Bot("EURUSD", interval=HOUR, balance=10000.0, risk=0.02, policy=policy)


def test_bad_arguments_are_refused():
    bot = made()
    with pytest.raises(TypeError, match="no argument 'stopp', expected one of stop, target"):
        bot.decide("long", entry=1.1, stopp=1.0)
    with pytest.raises(ValueError, match="side is 'buy', expected long or short"):
        bot.decide("buy", entry=1.1)
    with pytest.raises(sigma.OrderError):
        bot.bar(0, 1.0, 1.0, 1.0, 1.0)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda b: pickle.loads(pickle.dumps(b)),
                                    lambda b: sigma.Bot.unseal(b.seal())])
def test_a_stored_bot_goes_on_where_it_stopped(copied):
    bot = made(count=40)
    again = copied(bot)
    for one in (bot, again):
        feed(one, walk(60), 40)
        one.account(one.time, equity=10050.0)
    assert again.decide("long", entry=1.1) == bot.decide("long", entry=1.1)
    assert again.features() == bot.features() and again.number == bot.number
    assert again.market == bot.market and again.desk == bot.desk


def test_a_log_goes_on_after_a_restart():
    lines = []
    bot = made(lines)
    bot.decide("long", entry=1.1)
    again = sigma.Bot.unseal(bot.seal(), log=lines.append)
    again.decide("long", entry=1.1)
    assert [record.proposal.id for record in sigma.verify(lines)[1:]] == [0, 1]


def test_a_damaged_seal_is_refused():
    sealed = made().seal()
    for wrong in (sealed[:900] + b"#" + sealed[901:], sealed[:-1], b"", b"\xff" * 100, bytes(400)):
        with pytest.raises(sigma.FormatError, match="not a bot's bytes"):
            sigma.Bot.unseal(wrong)


def test_an_open_position_is_watched():
    bot = made()
    start = bot.time
    with pytest.raises(sigma.Error, match="no position is watched"):
        bot.closed(1.1)
    bot.opened("long", 0.5, entry=1.1, stop=1.09, target=1.13)
    with pytest.raises(sigma.Error, match="position 1 is watched"):
        bot.opened("short", 0.5, entry=1.1, stop=1.11)
    assert bot.desk.portfolio == watched(0.5).desk.portfolio
    held = bot.bar(start, 1.1, 1.105, 1.095, 1.1, 1.0)
    assert held.action == sigma.Action.HOLD and held.stop == 1.09
    again = sigma.Bot.unseal(bot.seal())
    held = again.bar(start + HOUR, 1.1, 1.131, 1.1, 1.13, 1.0)
    assert (held.action, held.reason, held.price) == (sigma.Action.CLOSE, sigma.Exit.TARGET, 1.13)
    assert again.closed(held.price) == pytest.approx(3.0)
    assert again.desk.edge == sigma.edge([1.8, -1.0, 2.4, -1.0, 0.6, again._returns[-1]])
    assert again.bar(start + 2 * HOUR, 1.13, 1.131, 1.12, 1.13, 1.0) is None


def watched(lots):
    bot = made()
    bot.position(1, "long", lots, entry=1.1, stop=1.09)
    return bot


# ---- features of whole frames


def streamed(table):
    bot = sigma.Bot("EURUSD", interval=HOUR, balance=1.0)
    rows = []
    for i in range(len(table["time"])):
        bot.bar(int(table["time"][i]), *(float(table[name][i]) for name in
                                         ("open", "high", "low", "close", "volume")))
        rows.append(bot.features())
    return rows


def test_frames_have_the_features_of_each_bar():
    table = walk(80)
    found, rows = sigma.features(table), streamed(table)
    assert len(found) == 33 and "time" not in found and "ready" not in found
    for i in range(80):
        assert found["rsi"][i] == rows[i].rsi or math.isnan(found["rsi"][i]) and rows[i].rsi == 0
        assert found["close"][i] == rows[i].close and found["obv"][i] == rows[i].obv
        assert found["ema_1"][i] == rows[i].ema[0] or i < 8 and math.isnan(found["ema_1"][i])
    assert numpy.isnan(found["percent_b"][:19]).all() and not numpy.isnan(found["percent_b"][19:]).any()
    assert numpy.isnan(found["ema_4"]).all()


def test_long_frames_have_every_feature_of_the_stream():
    table = walk(2100)
    found, rows = sigma.features(table), streamed(table)
    for name, column in found.items():
        at = name.split("_") if name.startswith("ema_") else None
        expected = [row.ema[int(at[1]) - 1] if at else getattr(row, name) for row in rows]
        assert not numpy.isnan(column[200:]).any()
        assert all(math.isnan(x) or x == y for x, y in zip(column, expected))


def test_a_data_frame_keeps_its_index_and_may_have_capitals():
    table = walk(50)
    index = pandas.to_datetime(table.pop("time"))
    expected = sigma.features(walk(50))
    for zone in (None, "UTC", "Europe/Berlin"):
        frame = pandas.DataFrame({k.capitalize(): v for k, v in table.items()},
                                 index=index if zone is None else index.tz_localize("UTC").tz_convert(zone))
        found = sigma.features(frame, params=sigma.MarketParams.defaults().replace(interval=HOUR))
        assert isinstance(found, pandas.DataFrame) and found.index is frame.index
        assert found["zscore"].to_numpy().tobytes() == expected["zscore"].tobytes()


def test_integers_are_numbers():
    table = walk(50)
    table["volume"] = numpy.arange(50)
    expected = sigma.features({**table, "volume": numpy.arange(50.0)})["obv"]
    assert sigma.features(table)["obv"].tolist() == expected.tolist()


def test_frames_that_cannot_be_read():
    table = walk(5)
    for wrong, error, message in (
            ({**table, "time": table["time"].astype(float)}, sigma.DtypeError, "time is of float64"),
            ({k: v for k, v in table.items() if k != "time"}, sigma.Error, "no column time"),
            ({k: v for k, v in table.items() if k != "low"}, sigma.Error, "no column low"),
            ({**table, "time": table["time"][:3]}, sigma.LengthError, "time has 3 values, close 5"),
            ({k: v[:0] for k, v in table.items()}, sigma.EmptyError, "bars is empty"),
            ({**table, "time": table["time"][::-1]}, sigma.RangeError, "runs backwards"),
            ({**table, "low": numpy.where(numpy.arange(5) == 3, table["high"] * 2, table["low"])},
             sigma.RangeError, "bar 3: sigma_market_update"),
            ({**table, "low": table["high"] * 2}, sigma.RangeError, "bar 0: sigma_market_update")):
        with pytest.raises(error, match=message):
            sigma.features(wrong)
    assert len(sigma.features({k: v[:1] for k, v in table.items()})["close"]) == 1


def test_features_need_numpy(monkeypatch):
    monkeypatch.setattr(_columns, "numpy", None)
    with pytest.raises(ImportError, match="needs NumPy"):
        sigma.features({})
