#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A strategy for backtesting.py whose entries, sizes, stops and targets are libsigma's decisions.

It buys when the trend of libsigma's features turns up and sells when it turns down; whether that
trade is taken, how large, and where it is left is decided by sigma.Bot, from what the closed trades
of this run have proved. Each decision, exit and trade is a line of the audit log.

Usage: backtesting_sigma.py BARS.csv [AUDIT.jsonl]
"""
import sys
from typing import Optional

import pandas
import sigma
from backtesting import Backtest, Strategy

DAY = pandas.Timedelta(days=1)
CASH = 100000.0
# One unit of the index at 0.01 a tick, without costs: backtesting.py takes its own commission.
INDEX = sigma.symbol("SPX", lot_min=1.0, lot_step=1.0, spread=0.0, slippage=0.0)


def load(path: str) -> pandas.DataFrame:
    """The bars as backtesting.py wants them."""
    bars = pandas.read_csv(path, index_col="timestamp", parse_dates=True)
    bars.index = bars.index.tz_localize(None)
    return bars.rename(columns=str.capitalize)


class SigmaStrategy(Strategy):
    """The trend of two averages; everything else is the desk's."""

    interval = DAY
    risk = 0.01
    log = None

    def init(self) -> None:
        features = sigma.features(self.data.df)
        self.trend = self.I(lambda: features["ema_2"] - features["ema_3"], name="trend")
        self.bot = sigma.Bot(INDEX, interval=self.interval, balance=CASH, risk=self.risk,
                             time=self.data.index[0], log=self.log)

    def next(self) -> None:
        bar, side = self.data, self.signal()
        if self.bot.watched and not self.position:  # its stop or target was hit
            self.bot.closed(self.closed_trades[-1].exit_price)
        answer, held = self.bot.step(bar.index[-1], bar.Open[-1], bar.High[-1], bar.Low[-1],
                                     bar.Close[-1], bar.Volume[-1], equity=self.equity, signal=side)
        if held and held.action == sigma.Action.CLOSE:
            self.position.close()
        elif held and held.action == sigma.Action.MOVE_STOP:
            self.trades[-1].sl = held.stop
        if answer and answer.lots:
            self.enter(side, int(answer.lots), answer.stops)

    def signal(self) -> Optional[str]:
        """The side of a trend that has turned, while there is no position."""
        before, now = self.trend[-2:]
        if self.position or self.orders:
            return None
        return "long" if now > 0 >= before else "short" if now < 0 <= before else None

    def enter(self, side: str, lots: int, stops: sigma.StopsResult) -> None:
        order = self.buy if side == "long" else self.sell
        order(size=lots, sl=stops.stop, tp=stops.target)
        self.bot.opened(side, lots, entry=self.data.Close[-1], stop=stops.stop, target=stops.target)


def run(path: str, log=None) -> pandas.Series:
    """The statistics of a backtest over a CSV of bars."""
    test = Backtest(load(path), SigmaStrategy, cash=CASH, commission=0.0002, margin=0.05,
                    finalize_trades=True)
    return test.run(log=log)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    lines: list = []
    print(run(sys.argv[1], lines.append).iloc[:-3].to_string())
    if len(sys.argv) == 3:
        with open(sys.argv[2], "w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
    decisions = [line for line in lines if line.startswith('{"decided"')]
    print(f"\n{len(decisions)} decisions")
