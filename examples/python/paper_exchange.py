# SPDX-License-Identifier: MIT
"""A local paper exchange behind ccxt's unified methods: bars from a CSV, orders filled on them.

Market orders fill at once at the last price, stops when a later bar trades through them, at the
worse of the stop and that bar's open; each fill pays the fee. Spot, one market, no network.
"""
import ccxt
import pandas


class PaperExchange(ccxt.Exchange):
    """A ccxt exchange whose market is a file."""

    def __init__(self, path: str, market: str = "BTC/USDT", cash: float = 10000.0,
                 fee: float = 0.001) -> None:
        super().__init__({"enableRateLimit": False})
        bars = pandas.read_csv(path, parse_dates=["timestamp"])
        times = bars.pop("timestamp").map(lambda at: at.value // 10**6)
        self.bars = [[time, *row] for time, row in zip(times, bars.to_numpy(float).tolist())]
        base, quote = market.split("/")
        self.free = {base: 0.0, quote: cash}
        self.fee, self.now, self.orders_, self.fills = fee, 1, [], []
        self.set_markets([{
            "id": market, "symbol": market, "base": base, "quote": quote, "active": True,
            "spot": True, "type": "spot", "taker": fee, "maker": fee,
            "precision": {"amount": 1e-5, "price": 0.01},
            "limits": {"amount": {"min": 1e-5, "max": 1000.0}, "cost": {"min": 5.0}}}])

    def step(self) -> bool:
        """One bar on: it trades through waiting stops. False at the end of the file."""
        if self.now == len(self.bars):
            return False
        _, start, _, low, *_ = self.bars[self.now]
        self.now += 1
        for order in [o for o in self.orders_ if o["status"] == "open" and low <= o["stopPrice"]]:
            self._fill(order, min(order["stopPrice"], start))
        return True

    def _fill(self, order: dict, price: float) -> None:
        market = self.market(order["symbol"])
        sign = 1.0 if order["side"] == "buy" else -1.0
        cost = price * order["amount"]
        self.free[market["base"]] += sign * order["amount"]
        self.free[market["quote"]] -= sign * cost + cost * self.fee
        if min(self.free.values()) < -1e-9:
            raise ccxt.InsufficientFunds(f"{order['side']} {order['amount']} at {price}")
        order.update(status="closed", average=price, filled=order["amount"])
        self.fills.append(order)

    # -- ccxt's unified methods

    def fetch_ohlcv(self, symbol, timeframe="1m", since=None, limit=None, params=None):
        """The last bar is the one that has just closed."""
        first = next((i for i, row in enumerate(self.bars) if row[0] >= (since or 0)), self.now)
        return self.bars[first:self.now][:limit]

    def fetch_balance(self, params=None):
        return {"free": dict(self.free), "total": dict(self.free)}

    def create_order(self, symbol, type, side, amount, price=None, params=None):
        stop = (params or {}).get("stopLossPrice")
        order = {"id": str(len(self.orders_) + 1), "symbol": symbol, "type": type, "side": side,
                 "amount": amount, "status": "open", "stopPrice": stop, "average": None}
        self.orders_.append(order)
        if stop is None:
            self._fill(order, self.bars[self.now - 1][4])
        return order

    def fetch_order(self, id, symbol=None, params=None):
        return self.orders_[int(id) - 1]

    def cancel_order(self, id, symbol=None, params=None):
        self.fetch_order(id)["status"] = "canceled"
        return self.fetch_order(id)
