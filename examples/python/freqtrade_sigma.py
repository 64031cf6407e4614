# SPDX-License-Identifier: MIT
"""A freqtrade strategy whose stake, entry, stop and exit are libsigma's decisions.

    freqtrade backtesting --strategy SigmaStrategy --strategy-path examples/python

One sigma.Bot a pair takes each closed candle. A signal becomes a proposal: custom_stake_amount() asks
for its size, confirm_trade_entry() refuses what the desk did not grant, custom_stoploss() follows
the desk's stop and custom_exit() leaves when the desk says so, for stop, target, trail or time.
Spot, one position a pair; the quote currency is the account's.
"""
from datetime import datetime
from typing import Optional

import sigma
from freqtrade.persistence import Trade
from freqtrade.strategy import IStrategy, stoploss_from_absolute, timeframe_to_seconds
from pandas import DataFrame

PRICES = ["open", "high", "low", "close", "volume"]


class SigmaStrategy(IStrategy):
    """Buys a trend that has turned up, where the desk agrees."""

    INTERFACE_VERSION = 3
    timeframe = "5m"
    startup_candle_count = 60
    can_short = False
    use_custom_stoploss = True
    use_exit_signal = True
    stoploss = -0.20          # the last resort; the desk's stop is nearer
    minimal_roi = {"0": 10.0}  # the desk has targets
    risk = 0.01               # of the equity, to lose at the stop

    def bot_start(self, **kwargs) -> None:
        self.bots: dict = {}
        self.fed: dict = {}
        self.granted: dict = {}
        self.held: dict = {}
        self.audit: list = []

    # -- signals

    def populate_indicators(self, dataframe: DataFrame, metadata: dict) -> DataFrame:
        features = sigma.features(dataframe.set_index("date")[PRICES])
        for name in ("ema_1", "ema_2", "rsi", "adx"):
            dataframe[name] = features[name].to_numpy()
        return dataframe

    def populate_entry_trend(self, dataframe: DataFrame, metadata: dict) -> DataFrame:
        turned = (dataframe["ema_1"] > dataframe["ema_2"]) & (
            dataframe["ema_1"].shift() <= dataframe["ema_2"].shift())
        dataframe.loc[turned & (dataframe["volume"] > 0), "enter_long"] = 1
        return dataframe

    def populate_exit_trend(self, dataframe: DataFrame, metadata: dict) -> DataFrame:
        return dataframe

    # -- the desk

    def bot(self, pair: str) -> sigma.Bot:
        """The pair's bot, which has taken every candle that is closed by now."""
        frame, _ = self.dp.get_analyzed_dataframe(pair, self.timeframe)
        if pair not in self.bots:
            market = self.dp.market(pair)
            step = market["precision"]["amount"]
            tick = market["precision"]["price"]
            facts = sigma.Symbol(id=len(self.bots) + 1, asset=sigma.Asset.CRYPTO, leverage=1.0,
                                 tick_size=tick, tick_value=tick, contract_size=1.0, quote_rate=1.0,
                                 lot_min=step, lot_step=step, lot_max=1e6, fee_rate=market["taker"])
            self.bots[pair] = sigma.Bot(facts, interval=timeframe_to_seconds(self.timeframe) * 10**9,
                                        balance=self.wallets.get_total_stake_amount(),
                                        risk=self.risk, log=self.audit.append,
                                        time=frame["date"].iloc[0])
        bot = self.bots[pair]
        for row in frame[frame["date"].map(lambda at: at.value) > self.fed.get(pair, -1)].itertuples():
            held = bot.bar(row.date, row.open, row.high, row.low, row.close, row.volume)
            self.held[pair] = held or self.held.get(pair)
            self.fed[pair] = row.date.value
        bot.account(bot.time, equity=self.wallets.get_total_stake_amount())
        return bot

    def custom_stake_amount(self, pair: str, current_time: datetime, current_rate: float,
                            proposed_stake: float, min_stake: Optional[float], max_stake: float,
                            leverage: float, entry_tag: Optional[str], side: str, **kwargs) -> float:
        answer = self.granted[pair] = self.bot(pair).decide(side, entry=current_rate)
        return min(answer.lots * current_rate, max_stake)

    def confirm_trade_entry(self, pair: str, order_type: str, amount: float, rate: float,
                            time_in_force: str, current_time: datetime, entry_tag: Optional[str],
                            side: str, **kwargs) -> bool:
        answer = self.granted.get(pair)
        return bool(answer and answer.verdict and amount <= answer.lots * (1 + 1e-9))

    def order_filled(self, pair: str, trade: Trade, order, current_time: datetime, **kwargs) -> None:
        bot, stops = self.bots[pair], self.granted[pair].stops
        if order.ft_order_side == trade.entry_side:
            bot.opened("long", trade.amount, entry=trade.open_rate, stop=stops.stop,
                       target=stops.target, style=sigma.Style.RISK)
            self.held[pair] = None
        else:
            bot.closed(order.safe_price)

    def custom_stoploss(self, pair: str, trade: Trade, current_time: datetime, current_rate: float,
                        current_profit: float, after_fill: bool, **kwargs) -> Optional[float]:
        held = self.held.get(pair)
        stop = held.stop if held else self.granted[pair].stops.stop
        return stoploss_from_absolute(stop, current_rate)

    def custom_exit(self, pair: str, trade: Trade, current_time: datetime, current_rate: float,
                    current_profit: float, **kwargs) -> Optional[str]:
        self.bot(pair)
        held = self.held.get(pair)
        if held and held.action == sigma.Action.CLOSE:
            return f"sigma {sigma.Exit(held.reason).name.lower()}"
        return None
