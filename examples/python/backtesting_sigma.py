#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A strategy for backtesting.py whose entries, sizes, stops and targets are libsigma's decisions.

It buys when the trend of libsigma's features turns up and sells when it turns down; whether that
trade is taken, how large, and where it is left is decided by sigma.Bot, from what the closed trades
of this run have proved. Each decision is a line of the audit log.

Usage: backtesting_sigma.py BARS.csv [AUDIT.jsonl]
"""
import sys

import pandas
import sigma
from backtesting import Backtest, Strategy

DAY = 86400 * 10**9
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
                             time=int(self.data.index[0].value), log=self.log)

    def next(self) -> None:
        bar = self.data
        held = self.bot.bar(int(bar.index[-1].value), bar.Open[-1], bar.High[-1], bar.Low[-1],
                            bar.Close[-1], float(bar.Volume[-1]))
        if held is not None:
            self.follow(held)
        self.bot.account(self.bot.time, equity=self.equity)
        if self.position or self.orders:
            return
        if self.trend[-1] > 0 >= self.trend[-2]:
            self.enter("long")
        elif self.trend[-1] < 0 <= self.trend[-2]:
            self.enter("short")

    def follow(self, held: sigma.ExitsResult) -> None:
        """Tells the desk of a trade that was closed, or does what it says about an open one."""
        if not self.position:
            self.bot.closed(self.closed_trades[-1].exit_price)
        elif held.action == sigma.Action.CLOSE:
            self.position.close()
        elif held.action == sigma.Action.MOVE_STOP:
            self.trades[-1].sl = held.stop

    def enter(self, side: str) -> None:
        close = self.data.Close[-1]
        answer = self.bot.decide(side, entry=close)
        if not answer.lots:
            return
        order = self.buy if side == "long" else self.sell
        order(size=int(answer.lots), sl=answer.stops.stop, tp=answer.stops.target)
        self.bot.opened(side, int(answer.lots), entry=close, stop=answer.stops.stop,
                        target=answer.stops.target)


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
    print(f"\n{len(lines) - 1} decisions")
