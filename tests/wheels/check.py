# SPDX-License-Identifier: MIT
"""What a wheel must do on any platform, with nothing but Python. Prints a digest of the bits of what
it computed, which must be the same everywhere."""
import hashlib
import math
import pickle
import sys

import sigma
from sigma.__main__ import main

HOUR = 3600 * 10**9


def walk(count):
    """Prices that do not depend on the platform's mathematics."""
    close, rows = 1.1, []
    for i in range(count):
        close *= 1.0 + sigma.raw.random.normal(7, 0, i) * 0.001
        rows.append((i * HOUR, close * 0.9999, close * 1.001, close * 0.999, close, 100.0 + i))
    return rows


sigma.raw.version.selftest()
found = hashlib.sha256()
lines = []
bot = sigma.Bot("EURUSD", interval=HOUR, balance=10000.0, risk=0.01, log=lines.append)
for number, row in enumerate(walk(300)):
    if number == 150:
        bot = sigma.Bot.unseal(pickle.loads(pickle.dumps(bot.seal())), log=lines.append)
    bot.step(*row, equity=10000.0, signal="long" if number % 2 else "short")
assert len(sigma.verify(lines)) == len(lines) == 301
found.update("\n".join(lines).encode())
closes = [row[4] for row in walk(300)]
for column in (sigma.ema(closes), sigma.rsi(closes), *sigma.bollinger(closes)):
    found.update(repr([x for x in column if not math.isnan(x)]).encode())
found.update(bytes(sigma.size("EURUSD", equity=10000, entry=1.10, stop=1.0970)))
found.update(bytes(sigma.kelly([1.1, -1.0] * 50)))
assert main(["size", "--symbol", "EURUSD", "--account", "10000", "--entry", "1.10", "--stop",
             "1.0970"]) == 0
try:
    sigma.ema([1.0, math.nan])
    sys.exit("NaN was taken")
except sigma.NotANumberError:
    print(found.hexdigest())
