# SPDX-License-Identifier: MIT
"""The bots of examples/python in the frameworks that they are written for, without a network.

What each did must be what the desk granted, and its audit log must recompute byte for byte by
sigma-replay, which SIGMA_REPLAY names.
"""
import ast
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES, DATA = ROOT / "examples/python", ROOT / "examples/data"
MINUTES = DATA / "btcusd_1m_2016_01_01_03.csv"
BOTS = ("backtesting_sigma", "freqtrade_sigma", "ccxt_sigma")
sys.path.insert(0, str(EXAMPLES))


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(self, address):
        raise OSError(f"a bot wants to connect to {address}")
    monkeypatch.setattr(socket.socket, "connect", refuse)


def decided(lines):
    """The decisions of an audit log."""
    return [json.loads(line)["decided"]["decision"] for line in lines if '"decided"' in line[:12]]


def verify(lines, folder):
    log = folder / "audit.jsonl"
    log.write_text("".join(f"{line}\n" for line in lines))
    found = subprocess.run([os.environ["SIGMA_REPLAY"], "--verify", str(log)], capture_output=True,
                           text=True, check=False)
    assert found.returncode == 0 and f"{len(decided(lines))} decisions verified" in found.stdout, found


def granted_sizes(lines):
    return {round(d["lots"], 8) for d in decided(lines) if d.get("lots", 0) > 0}


@pytest.mark.parametrize("name", [*BOTS, "paper_exchange"])
def test_bots_are_short_and_use_the_public_layer(name):
    text = (EXAMPLES / f"{name}.py").read_text()
    assert text.count("\n") < 120
    used = {node.attr for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name) and node.value.id == "sigma"}
    import sigma
    assert used <= set(sigma.__all__) - {"raw"}


# ---- backtesting.py


@pytest.fixture(scope="module")
def stocks():
    import backtesting_sigma
    lines = []
    return backtesting_sigma.run(str(DATA / "spx_1d_2000_2020.csv"), lines.append), lines


def test_backtesting_trades_what_was_granted(stocks, tmp_path):
    found, lines = stocks
    trades = found["_trades"]
    assert len(trades) > 10 and len(decided(lines)) > len(trades)
    assert {float(int(size)) for size in trades["Size"].abs()} <= {
        float(int(size)) for size in granted_sizes(lines)}
    worst = (trades["PnL"] / 100000.0).min()
    assert -0.02 < worst < 0  # 1 % at the stop, and what opens beyond it
    verify(lines, tmp_path)


def test_backtesting_is_told_why_not(stocks):
    _, lines = stocks
    denied = [d for d in decided(lines) if not d.get("lots")]
    assert denied and all(d.get("refused") or d.get("missing") for d in denied)


def test_backtesting_gives_the_same_bytes_again(stocks):
    import backtesting_sigma
    lines = []
    backtesting_sigma.run(str(DATA / "spx_1d_2000_2020.csv"), lines.append)
    assert lines == stocks[1]


# ---- freqtrade's own backtester; only the list of markets, which it would fetch, is given


MARKET = {"id": "BTCUSDT", "symbol": "BTC/USDT", "base": "BTC", "quote": "USDT", "spot": True,
          "type": "spot", "active": True, "taker": 0.001, "maker": 0.001, "swap": False,
          "future": False, "linear": None, "info": {},
          "precision": {"amount": 1e-5, "price": 0.01},
          "limits": {"amount": {"min": 1e-5, "max": 9000}, "price": {"min": 0.01, "max": 1e6},
                     "cost": {"min": 5, "max": None}, "leverage": {"min": None, "max": None}}}
CONFIG = {"dry_run": True, "stake_currency": "USDT", "stake_amount": "unlimited",
          "dry_run_wallet": 10000, "max_open_trades": 1, "trading_mode": "spot", "fee": 0.001,
          "exchange": {"name": "binance", "pair_whitelist": ["BTC/USDT"]},
          "pairlists": [{"method": "StaticPairList"}], "dataformat_ohlcv": "json",
          "entry_pricing": {"price_side": "other"}, "exit_pricing": {"price_side": "other"}}


def write_candles(folder):
    """Candles of five minutes, as freqtrade stores them."""
    pandas = pytest.importorskip("pandas")
    bars = pandas.read_csv(MINUTES, index_col="timestamp", parse_dates=True)
    candles = bars.resample("5min").agg({"open": "first", "high": "max", "low": "min",
                                         "close": "last", "volume": "sum"}).dropna()
    rows = [[at.value // 10**6, *map(float, row)] for at, row in
            zip(candles.index, candles.to_numpy())]
    folder.mkdir(parents=True)
    (folder / "BTC_USDT-5m.json").write_text(json.dumps(rows))


@pytest.fixture
def freqtrade(tmp_path, monkeypatch):
    pytest.importorskip("freqtrade")
    from freqtrade.commands import Arguments
    from freqtrade.commands.optimize_commands import setup_optimize_configuration
    from freqtrade.enums import RunMode
    from freqtrade.exchange import Exchange
    from freqtrade.optimize.backtesting import Backtesting
    monkeypatch.setattr(Exchange, "_load_async_markets",
                        lambda self, reload=False: self._api_async.set_markets([MARKET]))
    write_candles(tmp_path / "data/binance")
    (tmp_path / "config.json").write_text(json.dumps(
        CONFIG | {"user_data_dir": str(tmp_path)}))
    given = Arguments(["backtesting", "--config", str(tmp_path / "config.json"), "--strategy",
                       "SigmaStrategy", "--strategy-path", str(EXAMPLES), "--cache", "none",
                       "--export", "none"]).get_parsed_arg()
    test = Backtesting(setup_optimize_configuration(given, RunMode.BACKTEST))
    test.start()
    strategy = test.strategylist[0]
    return test.all_bt_content[strategy.get_strategy_name()]["results"], strategy


def test_freqtrade_trades_what_was_granted(freqtrade, tmp_path):
    trades, strategy = freqtrade
    sizes = granted_sizes(strategy.audit)
    assert len(trades) > 10
    assert all(any(abs(amount - size) <= 1e-5 for size in sizes) for amount in trades["amount"])
    assert (trades["profit_abs"] > -0.0115 * 10000).all()
    reasons = set(trades["exit_reason"])
    assert reasons & {"stop_loss", "trailing_stop_loss"} and "sigma target" in reasons
    assert reasons <= {"stop_loss", "trailing_stop_loss", "force_exit", "sigma target",
                       "sigma trail", "sigma breakeven", "sigma time", "sigma stop"}
    verify(strategy.audit, tmp_path)


# ---- ccxt


def trade(folder, restarts=()):
    """The fills of the loop over the paper exchange, and its audit log."""
    from ccxt_sigma import Loop
    from paper_exchange import PaperExchange
    exchange = PaperExchange(str(MINUTES))
    files = str(folder / "state"), str(folder / "log.jsonl")
    loop, at = Loop(exchange, *files), 0
    while exchange.step():
        if at in restarts:
            loop = Loop(exchange, *files)
        loop.once()
        at += 1
    return exchange, (folder / "log.jsonl").read_text().splitlines()


def test_ccxt_trades_what_was_granted(tmp_path):
    exchange, lines = trade(tmp_path)
    bought = [order for order in exchange.fills if order["side"] == "buy"]
    assert len(bought) > 10
    assert {round(order["amount"], 8) for order in bought} <= granted_sizes(lines)
    assert any(order["stopPrice"] for order in exchange.fills)
    assert exchange.free["BTC"] < max(granted_sizes(lines)) + 1e-9
    verify(lines, tmp_path)


def test_ccxt_goes_on_after_a_restart(tmp_path):
    (tmp_path / "whole").mkdir()
    (tmp_path / "parts").mkdir()
    whole, lines = trade(tmp_path / "whole")
    parts, again = trade(tmp_path / "parts", restarts=(1, 500, 501, 1777, 3000))
    assert parts.fills == whole.fills and parts.free == whole.free and again == lines
