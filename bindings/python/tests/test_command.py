# SPDX-License-Identifier: MIT
"""python -m sigma: the numbers of sigma-size."""
import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sigma import __main__ as command

PROGRAM = os.environ.get("SIGMA_SIZE", "")
BASE = ["--symbol", "EURUSD", "--account", "10000", "--entry", "1.1"]


def run(capsys, *flags):
    status = command.main(["size", *flags])
    return status, capsys.readouterr()


def test_the_published_trade(capsys):
    status, printed = run(capsys, *BASE, "--risk", "1%", "--stop", "1.097")
    assert status == 0 and "lots         0.33\n" in printed.out
    assert "> risk           0.333333          0.333333   What the money" in printed.out


def test_an_account_of_coins_shows_what_is_at_risk(capsys):
    """1 % of 0.015, which cents would hide."""
    flags = {"asset": "inverse", "account": 0.015, "entry": 64000, "stop": 62500, "tick-size": 0.5,
             "contract-size": 1, "quote-rate": 1, "lot-step": 1, "lot-min": 1, "lot-max": 1e6,
             "leverage": 10}
    status, printed = run(capsys, *[f"--{name}={value}" for name, value in flags.items()])
    assert status == 0 and "lots         400.0\n" in printed.out
    assert "  base               0.01           0.00015   " in printed.out


def test_json(capsys):
    status, printed = run(capsys, *BASE, "--stop", "1.097", "--json")
    assert status == 0 and json.loads(printed.out)["warnings"] == ["no_market"]


def test_a_denied_trade_has_its_status(capsys):
    status, printed = run(capsys, *BASE[:2], "--account", "10", "--entry", "1.1", "--stop", "1.097")
    assert status == 3 and "minimum_lot" in printed.out
    status, printed = run(capsys, *BASE, "--stop", "1.2", "--side", "long")
    assert status == 3 and "money at risk" not in printed.out


def test_a_stop_may_be_placed_by_the_atr(capsys):
    status, printed = run(capsys, *BASE, "--atr", "0.002", "--side", "short", "--json")
    found = json.loads(printed.out)
    assert status == 0 and found["stop"] == pytest.approx(1.103) and not found["warnings"]


@pytest.mark.parametrize("flags, message", [
    (BASE, "--stop: needed, unless --atr is given"),
    ([*BASE, "--atr", "0.01"], "--side: needed"),
    ([*BASE, "--stop", "1.1"], "--side: needed"),
    ([*BASE, "--stop", "1.09", "--risk", "90%"], "risk_fraction is 0.9"),
    (["--account", "1", "--entry", "1", "--stop", "2"], "Symbol.tick_size is 0.0"),
    ([*BASE, "--stop", "1.09", "--asset", "crypto", "--lot-step", "0"], "Symbol.lot_step is 0.0"),
    ([*BASE, "--symbol", "EURSUD", "--stop", "1"], "symbol is 'EURSUD', expected one of EURUSD"),
])
def test_bad_flags(capsys, flags, message):
    status, printed = run(capsys, *flags)
    assert status == 2 and message in printed.err


def test_help_version_and_selftest(capsys):
    for flags in (["--help"], ["--version"], ["size", "--help"]):
        with pytest.raises(SystemExit) as ended:
            command.main(flags)
        assert ended.value.code == 0
    assert command.main(["selftest"]) == 0
    assert "are right here" in capsys.readouterr().out


def test_it_runs_as_a_module():
    done = subprocess.run([sys.executable, "-m", "sigma", "size", *BASE, "--stop", "1.097", "--json"],
                          capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["lots"] == 0.33


@pytest.mark.parametrize("flags, said", [
    (["--mode", "sceptical", "--risk", "0.01"], "--risk: only of the mode fraction"),
    (["--trades", "60"], "--mean: needed, since --trades are given"),
    (["--mode", "caller"], "--lots: needed by the mode caller")])
def test_a_mode_and_its_flags_belong_together(capsys, flags, said):
    status, printed = run(capsys, *BASE, "--stop", "1.097", *flags)
    assert status == 2 and said in printed.err


def some_flags(rng):
    """Flags that both programs know."""
    flags = {"account": rng.uniform(500, 1e6), "entry": 1.1, "symbol": rng.choice(["EURUSD", "GBPUSD"]),
             "mode": rng.choice(["fraction", "sceptical", "confident", "money", "published"])}
    more = {"stop": rng.uniform(1.0, 1.2), "side": rng.choice(["long", "short"]),
            "target": rng.uniform(0.9, 1.3), "risk": rng.uniform(0.001, 0.02), "lots": 0.5,
            "balance": rng.uniform(500, 1e6), "peak": 1e6, "margin-used": 100.0, "trades": 60,
            "mean": 0.2, "error": 0.1, "win-rate": 0.6, "payoff": 1.5, "kelly": rng.uniform(0, 0.3),
            "commission": 3.5, "spread": 8.0, "leverage": 100.0, "confidence": rng.random(),
            "probability": rng.random(), "floor": 0.5, "risk-max": 0.05, "lot-max": 5.0}
    for name in rng.sample(sorted(more), rng.randrange(12)):
        flags[name] = more[name]
    if rng.random() < 0.3 or "stop" not in flags:
        flags["atr"] = rng.uniform(0.001, 0.02)
        flags["side"] = more["side"]
    return [part for name, value in flags.items() for part in (f"--{name}", str(value))]


@pytest.mark.skipif(not Path(PROGRAM).is_file(), reason="SIGMA_SIZE names no sigma-size")
def test_the_numbers_are_those_of_sigma_size(capsys):
    rng, granted = random.Random(5), 0
    for _ in range(150):
        flags = some_flags(rng)
        status, printed = run(capsys, *flags, "--json")
        done = subprocess.run([PROGRAM, *flags, "--json"], capture_output=True, text=True, check=False)
        assert done.returncode == status, (flags, printed.err, done.stderr)
        if status in (0, 3):
            ours, theirs = json.loads(printed.out), json.loads(done.stdout)
            assert ours == {name: theirs[name] for name in ours}, flags
            granted += status == 0
    assert granted > 30


@pytest.mark.skipif(not Path(PROGRAM).is_file(), reason="SIGMA_SIZE names no sigma-size")
def test_the_symbols_are_those_of_sigma_size(capsys):
    done = subprocess.run([PROGRAM, *BASE[2:], "--symbol", "?", "--stop", "1"], capture_output=True, text=True,
                          check=False)
    status, printed = run(capsys, *BASE[2:], "--symbol", "?", "--stop", "1")
    known = re.search("expected one of (.*), got", done.stderr)[1]
    assert done.returncode == status == 2 and f"one of {known}\n" in printed.err
