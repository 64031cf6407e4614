#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the Python package costs: over columns beside the C function itself, TA-Lib's wrapper,
pandas-ta and talipp, for a call of a few bars, for one bar at a time, and for answers of the desk.

C is the same function called with pointers that are there already, into outputs that are there
already: what is above it is Python's. Peers and libsigma give new arrays, which have to be paid for
in a million bars; so does libsigma without `out`. talipp and pandas-ta's Python loops are measured
over fewer bars. The errors are the largest of three series that real feeds hold, as in bench/peers.
bench/python makes the environment and calls this.
Usage: python.py [--bars N] [--runs N]
"""
import argparse
import ctypes
import math
import time

import exact
import numpy
import pandas
import pandas_ta_classic as pandas_ta
import sigma
import talib
import talipp.indicators as talipp
from sigma._library import _library
from talipp.ohlcv import OHLCVFactory

SHORT, MIDDLE, SLOW = 100, 10000, 20000


def walk(count):
    rng = numpy.random.default_rng(1)
    close = 100.0 * numpy.exp(numpy.cumsum(rng.normal(scale=0.001, size=count)))
    return {"close": close, "high": close * 1.001, "low": close * 0.999,
            "volume": rng.random(count) * 1000.0}


def best(function, runs):
    fastest = math.inf
    for _ in range(runs):
        start = time.process_time()
        function()
        fastest = min(fastest, time.process_time() - start)
    return fastest


def often(function, calls=200, runs=60):
    """Seconds of one call of many."""
    return best(lambda: [function() for _ in range(calls)], runs) / calls


def in_c(name, head, columns, results):
    """A call of C over columns with everything prepared."""
    count, outs = len(columns[0]), [numpy.zeros(len(columns[0])) for _ in range(results)]
    function = getattr(ctypes.CDLL(_library._name), f"sigma_{name}_batch")
    given = [ctypes.c_double(x) if isinstance(x, float) else ctypes.c_int32(x) for x in head]
    given += [ctypes.c_void_p(c.ctypes.data) for c in columns] + [ctypes.c_int32(count)]
    given += [ctypes.c_void_p(out.ctypes.data) for out in outs]
    return lambda keep=(columns, outs): function(*given)


# name: (parameters, columns, results, TA-Lib, pandas-ta, talipp)
ROWS = {
    "sma": ([20], ["close"], 1, lambda c: talib.SMA(c, 20),
            lambda c: pandas_ta.sma(c, 20, talib=False), lambda x: talipp.SMA(20, x)),
    "ema": ([20], ["close"], 1, lambda c: talib.EMA(c, 20),
            lambda c: pandas_ta.ema(c, 20, talib=False), lambda x: talipp.EMA(20, x)),
    "rsi": ([14], ["close"], 1, lambda c: talib.RSI(c, 14),
            lambda c: pandas_ta.rsi(c, 14, talib=False), lambda x: talipp.RSI(14, x)),
    "macd": ([12, 26, 9], ["close"], 3, talib.MACD,
             lambda c: pandas_ta.macd(c, talib=False), lambda x: talipp.MACD(12, 26, 9, x)),
    "bollinger": ([20, 2.0], ["close"], 3, lambda c: talib.BBANDS(c, 20, 2.0, 2.0),
                  lambda c: pandas_ta.bbands(c, 20, talib=False), lambda x: talipp.BB(20, 2.0, x)),
    "atr": ([14], ["high", "low", "close"], 1, lambda h, l, c: talib.ATR(h, l, c, 14),
            lambda h, l, c: pandas_ta.atr(h, l, c, 14, talib=False), lambda x: talipp.ATR(14, x)),
    "adx": ([14], ["high", "low", "close"], 3,
            lambda h, l, c: (talib.ADX(h, l, c, 14), talib.PLUS_DI(h, l, c, 14),
                             talib.MINUS_DI(h, l, c, 14)),
            lambda h, l, c: pandas_ta.adx(h, l, c, 14, talib=False),
            lambda x: talipp.ADX(14, 14, x)),
    "cci": ([20], ["high", "low", "close"], 1, lambda h, l, c: talib.CCI(h, l, c, 20),
            lambda h, l, c: pandas_ta.cci(h, l, c, 20, talib=False), lambda x: talipp.CCI(20, x)),
    "stochastic": ([14, 3, 3], ["high", "low", "close"], 3,
                   lambda h, l, c: talib.STOCH(h, l, c, 14, 3, 0, 3, 0),
                   lambda h, l, c: pandas_ta.stoch(h, l, c, 14, 3, 3, talib=False),
                   lambda x: talipp.Stoch(14, 3, x)),
    "mfi": ([14], ["high", "low", "close", "volume"], 1,
            lambda h, l, c, v: talib.MFI(h, l, c, v, 14),
            lambda h, l, c, v: pandas_ta.mfi(h, l, c, v, 14, talib=False), None),
    "obv": ([], ["close", "volume"], 1, talib.OBV, lambda c, v: pandas_ta.obv(c, v, talib=False),
            None),
}
PARAMETERS = {"macd": {}, "stochastic": {}, "obv": {}}


# name: (exact value, its place among the outputs of ours, of TA-Lib's)
EXACT = {"sma": (exact.sma, 0, 0), "ema": (exact.ema, 0, 0), "rsi": (exact.rsi, 0, 0),
         "macd": (exact.macd_signal, 1, 1), "bollinger": (exact.upper_band, 1, 0),
         "atr": (exact.atr, 0, 0), "adx": (exact.adx, 0, 0), "cci": (exact.cci, 0, 0),
         "stochastic": (exact.stochastic_d, 2, 1), "mfi": (exact.mfi, 0, 0)}


def error_of(found, place, formula, columns):
    """The largest error of a result on one series."""
    values, worst = found[place] if isinstance(found, tuple) else found, 0.0
    for bar in exact.bars_of(len(values)):
        value, unit = formula(columns, bar)
        got = float(values[bar])
        wrong = abs(exact.number(got) - value) / unit if math.isfinite(got) else math.inf
        worst = max(worst, float(wrong))
    return worst


def errors(name):
    """The largest errors of ours and of TA-Lib's, in the units of exact.py."""
    if name not in EXACT:
        return math.nan, math.nan
    formula, place, of_peer = EXACT[name]
    found = [0.0, 0.0]
    for series in exact.SERIES:
        columns = series()
        given = [numpy.frombuffer(columns[column[0]]).copy() for column in ROWS[name][1]]
        results = (ours(name, given)(), place), (ROWS[name][3](*given), of_peer)
        for k, (result, at) in enumerate(results):
            found[k] = max(found[k], error_of(result, at, formula, columns))
    return tuple(found)


def ours(name, columns, **more):
    head = ROWS[name][0]
    given = PARAMETERS.get(name, {"period": head[0]} if head else {})
    function = getattr(sigma, name)
    return lambda: function(*columns, **given, **more)


def for_talipp(table, columns):
    if columns == ["close"]:
        return table["close"].tolist()
    rows = {name: table[name].tolist() for name in ("high", "low", "close", "volume")}
    return OHLCVFactory.from_dict({"open": rows["close"], **rows})


def row(name, table, bars, runs):
    """Nanoseconds a bar: C, ours into `out`, ours, TA-Lib, pandas-ta, talipp; of fewer bars: ours,
    TA-Lib; then microseconds of a call of a few bars: ours, TA-Lib, pandas-ta."""
    head, names, results, of_talib, of_pandas, of_talipp = ROWS[name]
    columns = [table[column] for column in names]
    outs = tuple(numpy.zeros(bars) for _ in range(results))
    candidates = [in_c(name, head, columns, results),
                  ours(name, columns, out=outs if results > 1 else outs[0]), ours(name, columns),
                  lambda: of_talib(*columns)]
    fastest = [math.inf] * len(candidates)
    for _ in range(runs):  # in turn, so that all meet the same machine
        for k, function in enumerate(candidates):
            fastest[k] = min(fastest[k], best(function, 1))
    found = [seconds / bars * 1e9 for seconds in fastest]
    series = [pandas.Series(column) for column in columns]
    found.append(best(lambda: of_pandas(*series), 2) / bars * 1e9)
    slow = {column: values[:SLOW] for column, values in table.items()}
    found.append(best(lambda given=for_talipp(slow, names): of_talipp(given), 1) / SLOW * 1e9
                 if of_talipp else math.nan)
    some = [column[:MIDDLE].copy() for column in columns]
    found += [often(function, 10, 30) / MIDDLE * 1e9
              for function in (ours(name, some), lambda: of_talib(*some))]
    few = [column[:SHORT].copy() for column in columns]
    short = [pandas.Series(column) for column in few]
    return found + [often(ours(name, few)) * 1e6, often(lambda: of_talib(*few)) * 1e6,
                    often(lambda: of_pandas(*short), 5, 5) * 1e6]


def mean(values):
    return math.exp(sum(map(math.log, values)) / len(values))


def shown(number):
    return "" if math.isnan(number) else f"{number:.2f}" if number < 100 else f"{number:.0f}"


def columns_table(bars, runs):
    table = walk(bars)
    print(f"Columns of {bars:,} bars [ns a bar], of {MIDDLE:,} [ns a bar] and calls of {SHORT} bars [us]; "
          f"fastest of {runs} runs. talipp over {SLOW:,} bars.\n")
    print(f"| | C | sigma, out | of C | sigma | TA-Lib | pandas-ta | talipp | {MIDDLE:,}: sigma | TA-Lib "
          f"| {SHORT}: sigma | TA-Lib | pandas-ta | error: sigma | TA-Lib |\n" + "|---" * 15 + "|")
    rows = []
    for name in ROWS:
        found = row(name, table, bars, runs)
        rows.append(found)
        cells = [*found[:2], found[1] / found[0], *found[2:]]
        strays = ["" if math.isnan(error) else f"{error:.0e}" for error in errors(name)]
        print(f"| {name} | " + " | ".join([*map(shown, cells), *strays]) + " |", flush=True)
    print(f"\nGeometric means: of C {mean([r[1] / r[0] for r in rows]):.3f}; times as fast as "
          f"TA-Lib {mean([r[3] / r[2] for r in rows]):.2f}, pandas-ta "
          f"{mean([r[4] / r[2] for r in rows]):.1f}, talipp "
          f"{mean([r[5] / r[2] for r in rows if not math.isnan(r[5])]):.0f}; over {MIDDLE:,} bars as "
          f"TA-Lib {mean([r[7] / r[6] for r in rows]):.2f}; for a call of {SHORT} bars as TA-Lib "
          f"{mean([r[9] / r[8] for r in rows]):.2f}, pandas-ta {mean([r[10] / r[8] for r in rows]):.0f}")


def frames_table():
    """Whole frames into features and columns of bets, beside C with everything prepared."""
    count = SLOW
    table = {**walk(count), "time": numpy.arange(count) * 3600 * 10**9}
    table["open"] = table["close"]
    bars = (sigma.Bar * count)(*[sigma.Bar(time=int(t), open=c, high=h, low=l, close=c, volume=v)
                                 for t, c, h, l, v in zip(*(table[name] for name in (
                                     "time", "close", "high", "low", "volume")))])
    params = sigma.MarketParams.defaults().replace(interval=3600 * 10**9)
    market, found, facts = sigma.Market(), (sigma.Features * count)(), sigma.symbol("EURUSD")
    library = ctypes.CDLL(_library._name)
    of_c = lambda: library.sigma_market_batch(ctypes.byref(market), ctypes.byref(params),
                                              ctypes.byref(facts), bars, count, found)
    rate, payoff, out = numpy.full(count, 0.6), numpy.full(count, 1.5), numpy.zeros(count)
    places = [ctypes.c_void_p(column.ctypes.data) for column in (rate, payoff)]
    bets = lambda at=ctypes.c_void_p(out.ctypes.data): library.sigma_kelly_binary_batch(
        *places, count, at)
    print(f"\n{count:,} rows [ns a row], fastest of 20 runs.\n\n| | sigma | C |\n|---|---|---|")
    for name, function, prepared in (
            ("features of a frame, 33 columns", lambda: sigma.features(table), of_c),
            ("kellys", lambda: sigma.kellys(win_rate=rate, payoff=payoff), bets)):
        print(f"| {name} | {best(function, 20) / count * 1e9:.2f} | "
              f"{best(prepared, 20) / count * 1e9:.2f} |", flush=True)


# ---- one call


def stream_of_talipp(kind, *arguments):
    indicator = kind(*arguments)
    return lambda: indicator.add(100.0)


def made_bot():
    hour = 3600 * 10**9
    bot = sigma.Bot("EURUSD", interval=hour, balance=10000.0)
    table = walk(300)
    for i in range(300):
        bot.bar(i * hour, *(float(table[c][i]) / 100 for c in ("close", "high", "low", "close")), 1.0)
    bot.trades([1.8, -1.0, 2.4, -1.0, 0.6] * 10)
    bot.account(bot.time, equity=10000.0)
    return bot


def one_call(bot):
    """Bar, account and decision: what a bot does for each bar."""
    bot.step(bot.time, 1.1, 1.101, 1.099, 1.1, 1.0, equity=10000.0, signal="long")


def three_calls(bot):
    bot.bar(bot.time, 1.1, 1.101, 1.099, 1.1, 1.0)
    bot.account(bot.time, equity=10000.0)
    bot.decide("long", entry=1.1)


def prepared_in_c(bot):
    """The C functions of a step, and of a decision alone, with everything prepared."""
    library = ctypes.PyDLL(_library._name)
    bar = sigma.Bar(time=bot.time, open=1.1, high=1.101, low=1.099, close=1.1, volume=1.0)
    proposal = sigma.Proposal(time=bot.time, symbol=1, side=1, intent=1, entry=1.1)
    context, decision = sigma.Context(), sigma.Decision()
    told = [ctypes.c_double(10000.0), ctypes.c_double(10000.0), ctypes.c_double(0.0)]
    at = {name: ctypes.byref(struct) for name, struct in {
        "bar": bar, "proposal": proposal, "context": context, "decision": decision,
        "market": bot.market, "desk": bot.desk, "policy": bot.policy}.items()}
    interval = bot.market.params.interval

    def decide():
        library.sigma_desk_context(at["desk"], at["market"], at["proposal"], at["context"])
        library.sigma_decide(at["policy"], at["context"], at["proposal"], at["decision"])

    def step():
        library.sigma_market_update(at["market"], at["bar"])
        bar.time += interval
        proposal.time = bar.time
        library.sigma_desk_account(at["desk"], ctypes.c_int64(bar.time), *told)
        decide()

    return step, decide


def calls_table():
    ema, rsi, macd, atr = sigma.Ema.init(20), sigma.Rsi.init(14), sigma.Macd.init(12, 26, 9), sigma.Atr.init(14)
    facts, edge, bot, logging = sigma.symbol("EURUSD"), sigma.edge([1.1, -1.0] * 50), made_bot(), made_bot()
    logging._log = [].append
    step_in_c, decide_in_c = prepared_in_c(made_bot())
    bar = sigma.Bar(time=0, open=1.1, high=1.1, low=1.1, close=1.1)
    rows = {
        "a number": [
            ("Ema.update", lambda: ema.update(100.0), stream_of_talipp(talipp.EMA, 20)),
            ("Rsi.update", lambda: rsi.update(100.0), stream_of_talipp(talipp.RSI, 14)),
            ("Atr.update", lambda: atr.update(2.0, 1.0, 1.5), None),
            ("Symbol.floor", lambda: facts.floor(0.297), None),
            ("Symbol.profit", lambda: facts.profit(1, 0.3, 1.1, 1.2), None),
            ("Bar.check", bar.check, None)],
        "a full result": [
            ("Macd.update", lambda: macd.update(100.0), stream_of_talipp(talipp.MACD, 12, 26, 9)),
            ("kelly of odds", lambda: sigma.kelly(win_rate=0.6, payoff=1.5), None),
            ("size", lambda: sigma.size(facts, equity=1e4, entry=1.1, stop=1.09), None),
            ("size with an edge and a risk", lambda: sigma.size(
                facts, equity=1e4, entry=1.1, stop=1.09, risk=0.02, edge=edge), None),
            ("Bot.features", bot.features, None),
            ("Bot.decide", lambda: bot.decide("long", entry=1.1), decide_in_c)],
        "a bar of a bot": [
            ("Bot.step: bar, account, decision", lambda: one_call(bot), step_in_c),
            ("the same as three calls", lambda: three_calls(bot), None),
            ("Bot.step with its line of the log", lambda: one_call(logging), None)],
    }
    print("\nOne call [us], fastest of 60 runs; a decision and a step beside C with everything "
          "prepared.\n\n| | sigma | talipp, or C |\n|---|---|---|")
    for kind, functions in rows.items():
        for name, function, other in functions:
            theirs = shown(often(other) * 1e6) if other else ""
            print(f"| {kind}: {name} | {often(function) * 1e6:.2f} | {theirs} |", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bars", type=int, default=1000000)
    parser.add_argument("--runs", type=int, default=11)
    options = parser.parse_args()
    columns_table(options.bars, options.runs)
    frames_table()
    calls_table()


if __name__ == "__main__":
    main()
