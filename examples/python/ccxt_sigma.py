#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A plain loop over ccxt's unified methods, with libsigma deciding: here against the paper exchange of
paper_exchange.py; any ccxt exchange with spot markets and stop orders has the same methods.

After each bar the bot is stored in a file, from which it goes on after a restart.
Usage: ccxt_sigma.py BARS.csv STATE AUDIT.jsonl
"""
import json
import os
import sys
from typing import Optional

import ccxt
import sigma

MINUTE = 60 * 10**9
MARKET = "BTC/USDT"


def facts_of(market: dict) -> sigma.Symbol:
    """The exchange's facts as libsigma's."""
    tick, step = market["precision"]["price"], market["precision"]["amount"]
    return sigma.Symbol(id=1, asset=sigma.Asset.CRYPTO, tick_size=tick, tick_value=tick,
                        contract_size=1.0, quote_rate=1.0, lot_min=market["limits"]["amount"]["min"],
                        lot_max=market["limits"]["amount"]["max"], lot_step=step, leverage=1.0,
                        fee_rate=market["taker"])


class Loop:
    """One market of one exchange."""

    def __init__(self, exchange: ccxt.Exchange, state: str, audit: str) -> None:
        self.exchange, self.state = exchange, state
        self.log = open(audit, "a", encoding="utf-8")
        self.since, self.stop_order, self.rising = 0, None, True
        write = lambda line: print(line, file=self.log, flush=True)
        if os.path.exists(state):
            with open(state, "rb") as file:
                rest, sealed = file.read().split(b"\n", 1)
            self.since, self.stop_order, self.rising = json.loads(rest)
            self.bot = sigma.Bot.unseal(sealed, log=write)
        else:
            self.bot = sigma.Bot(facts_of(exchange.market(MARKET)), interval=MINUTE,
                                 balance=self.equity(), risk=0.01, log=write)

    def store(self) -> None:
        """The whole state or, if this is interrupted, the one before."""
        with open(self.state + ".new", "wb") as file:
            rest = json.dumps([self.since, self.stop_order, self.rising])
            file.write(rest.encode() + b"\n" + self.bot.seal())
        os.replace(self.state + ".new", self.state)

    def equity(self, price: float = 0.0) -> float:
        total = self.exchange.fetch_balance()["total"]
        base, quote = MARKET.split("/")
        return total[quote] + total[base] * price

    def once(self) -> None:
        """Takes the bars that have closed since, and acts after the last."""
        *missed, last = self.exchange.fetch_ohlcv(MARKET, "1m", since=self.since) or [None]
        if last is None:
            return
        for time, *prices in missed:
            self.bot.bar(time * 10**6, *prices)
        time, *prices = last
        answer, held = self.bot.step(time * 10**6, *prices, equity=self.equity(prices[3]),
                                     signal=self.signal)
        if held:
            self.follow(held)
        if answer and answer.lots:
            self.enter(answer)
        self.since = time + 1
        self.store()

    def signal(self, features: sigma.Features) -> Optional[str]:
        """Long where the averages have crossed upwards and nothing is held."""
        before, self.rising = self.rising, features.ema[0] > features.ema[1]
        return "long" if self.rising and not before and not self.stop_order else None

    def enter(self, answer: sigma.Decision) -> None:
        filled = self.exchange.create_order(MARKET, "market", "buy", answer.lots)
        self.place(answer.lots, answer.stops.stop)
        self.bot.opened("long", answer.lots, entry=filled["average"], stop=answer.stops.stop,
                        target=answer.stops.target)

    def place(self, lots: float, stop: float) -> None:
        order = self.exchange.create_order(MARKET, "market", "sell", lots, None,
                                           {"stopLossPrice": stop})
        self.stop_order = order["id"]

    def follow(self, held: sigma.ExitsResult) -> None:
        """Does what the desk says about the open position, unless its stop was hit."""
        order = self.exchange.fetch_order(self.stop_order, MARKET)
        if order["status"] != "closed" and held.action == sigma.Action.HOLD:
            return
        if order["status"] != "closed":
            self.exchange.cancel_order(self.stop_order, MARKET)
            if held.action == sigma.Action.MOVE_STOP:
                return self.place(order["amount"], held.stop)
            order = self.exchange.create_order(MARKET, "market", "sell", order["amount"])
        self.bot.closed(order["average"])
        self.stop_order = None


if __name__ == "__main__":
    from paper_exchange import PaperExchange
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    paper = PaperExchange(sys.argv[1])
    loop = Loop(paper, *sys.argv[2:])
    while paper.step():
        loop.once()
    print(f"{len(paper.fills)} orders, {loop.equity(paper.bars[-1][4]):.2f} of 10000.00 left")
