# SPDX-License-Identifier: MIT
"""sigma.verify: what a log holds, line by line, or where it departs."""
import pytest
import sigma
from test_bot import HOUR, made

EVENTS = (
    (sigma.Audit.trade_write, sigma.AuditTrade(trade=sigma.Trade(
        opened=1, closed=2, entry=1.1, exit=1.11, lots=0.33, profit=120.0, risk=80.0, symbol=7,
        side=sigma.Side.LONG, given=1 << sigma.TradeCode.RISK))),
    (sigma.Audit.exit_write, sigma.AuditExit(time=5, id=1, symbol=1, result=sigma.ExitsResult(
        price=1.1, fraction=1.0, action=sigma.Action.CLOSE, reason=sigma.Exit.MANUAL))),
    (sigma.Audit.violation_write, sigma.AuditViolation(time=5, source=sigma.Part.GATE,
                                                       layers=1 << sigma.Layer.SIZE)),
    (sigma.Audit.failure_write, sigma.AuditFailure(
        time=5, event=sigma.Event.ORDER_FAILED, symbol=1, side=sigma.Side.LONG,
        intent=sigma.Intent.OPEN)))


def test_every_kind_of_line_is_read_and_recomputed():
    lines = []
    bot = made(lines)
    answer = bot.decide("long", entry=1.1)
    written = []
    for write, record in EVENTS:
        written.append(record.replace())
        lines.append(write(bot.audit, written[-1]))
    header, decided, *events = sigma.verify(lines)
    assert header.policy == bot.policy and decided.decision == answer
    assert events == written and [event.line for event in events] == [3, 4, 5, 6]
    assert events[0].multiple == 1.5
    assert sigma.verify(line.encode() + b"\r\n" for line in lines) == [header, decided, *events]


def test_a_bot_writes_why_it_left_and_what_it_made():
    lines = []
    bot = made(lines)
    bot.opened("long", 0.5, entry=1.1, stop=1.09, target=1.13, style=sigma.Style.RISK, id=9)
    start, closes = bot.time, (1.1, 1.113, 1.12, 1.135)
    for i, close in enumerate(closes):
        held = bot.step(start + i * HOUR, close, close + 0.001, close - 0.001, close).held
    made_of_it = bot.closed(held.price)
    header, *exits, trade = sigma.verify(lines)
    assert {sigma.Action(line.result.action).name for line in exits} >= {"MOVE_STOP", "CLOSE"}
    assert exits[-1].result == held and exits[-1].id == 9 and exits[-1].time == bot.time
    assert trade.multiple == pytest.approx(made_of_it) and trade.trade.reason == sigma.Exit.TARGET
    assert trade.trade.profit == pytest.approx(0.5e5 * (1.135 - 1.1)) and trade.trade.closed == bot.time
    assert bot.watched is None and len(lines) == 1 + len(exits) + 1


def test_a_file_may_be_verified(tmp_path):
    path = tmp_path / "audit.jsonl"
    with open(path, "w", encoding="utf-8") as file:
        bot = sigma.Bot("ES", interval=HOUR, balance=1e5, log=lambda line: print(line, file=file))
        bot.decide("short", entry=5000.0)
    with open(path, encoding="utf-8") as file:
        assert sigma.verify(file)[1].proposal.entry == 5000.0


def test_a_line_that_cannot_be_written_names_its_own_member():
    with pytest.raises(sigma.RangeError, match="AuditFailure.lots is -1.0, expected 0 to"):
        made([]).audit.failure_write(sigma.AuditFailure(
            event=sigma.Event.ORDER_FAILED, symbol=1, side=1, intent=1, lots=-1.0))


def test_what_departs_is_named():
    lines = []
    bot = made(lines)
    for _ in range(3):
        bot.decide("long", entry=1.1)
    with pytest.raises(sigma.DifferentError, match=r"line 3: .*(bytes|shape|CRC).* Byte \d+"):
        sigma.verify([*lines[:2], lines[2].replace("long", "lung"), lines[3]])
    with pytest.raises(sigma.DifferentError, match="line 3: "):
        sigma.verify([*lines[:2], lines[3]])
    with pytest.raises(sigma.DifferentError, match="line 2: "):
        sigma.verify([lines[0], ""])
    with pytest.raises(sigma.FormatError, match="the log is empty"):
        sigma.verify([])
    with pytest.raises(sigma.FormatError, match=r"line 1: sigma_audit_open: malformed text \(b'{"):
        sigma.verify(lines[1:])
    with pytest.raises(TypeError, match="log is '{.*, expected its lines: an open file, or a list"):
        sigma.verify(lines[0])
    with pytest.raises(TypeError, match="line 2 is 5, expected text"):
        sigma.verify([lines[0], 5])


def test_a_damaged_state_is_refused(monkeypatch):
    monkeypatch.setattr(sigma._audit._audit, "open",
                        lambda text: (sigma.Audit(), sigma.AuditHeader()))
    with pytest.raises(sigma.StateError, match="line 2: sigma_audit_verify"):
        sigma.verify(["header", "line"])
