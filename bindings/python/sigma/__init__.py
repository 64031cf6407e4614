# SPDX-License-Identifier: MIT
"""The risk desk of a trading bot: may I take this trade, how large, with which stop and target, and
why; if not, why not.

Indicators over columns, sizes, Kelly, features of whole frames and sigma.Bot stand here, and every
struct and enumeration of the C library; `sigma.raw` has its functions as they are. Educational
software, no advice, no warranty.

>>> import sigma
>>> sigma.ema([1.0, 2.0, 3.0, 4.0], period=3).tolist()
[nan, nan, 2.0, 3.0]
>>> sigma.size("EURUSD", equity=10000, entry=1.10, stop=1.0970).lots
0.33
>>> stream = sigma.Ema.init(3)
>>> [stream.update(x) for x in (1.0, 2.0, 3.0, 4.0)]
[None, None, 2.0, 3.0]
"""
from . import raw
from ._audit import AuditLine, verify
from ._bot import Bot, Step, Terms
from ._errors import (DifferentError, DtypeError, EmptyError, Error, FormatError, LengthError,
                      NotANumberError, OrderError, OutputError, RangeError, ShapeError, SpaceError,
                      StateError, VersionError)
from ._frames import features
from ._indicators import (AdxColumns, BandColumns, BandShapeColumns, MacdColumns, SlopeColumns,
                          StochasticColumns, adx, atr, bollinger, bollinger_shape, cci, ema,
                          ewma_volatility, historical_volatility, macd, mfi, obv, rsi, slope, sma,
                          stochastic, vwap, wilder, zscore)
from ._picture import waterfall
from ._sizes import edge, kelly, kellys, size, sizes, symbol
from ._structs import Struct, check_sizes
from ._sweep import Cell, grid, sweep
from ._times import instant
from ._version import VERSION as __version__
from .raw import _classes
from .raw._classes import *

__all__ = ["AdxColumns", "AuditLine", "BandColumns", "BandShapeColumns", "Bot", "Cell",
           "DifferentError", "DtypeError", "EmptyError", "Error", "FormatError", "LengthError",
           "MacdColumns", "NotANumberError", "OrderError", "OutputError", "RangeError",
           "ShapeError", "SlopeColumns", "SpaceError", "StateError", "Step",
           "StochasticColumns", "Struct", "Terms", "VersionError", "__version__", "adx", "atr",
           "bollinger", "bollinger_shape", "cci", "edge", "ema", "ewma_volatility", "features",
           "grid", "historical_volatility", "instant", "kelly", "kellys", "macd", "mfi", "obv",
           "raw", "rsi", "size", "sizes", "slope", "sma", "stochastic", "sweep", "symbol",
           "verify", "vwap", "waterfall", "wilder", "zscore"]
__all__ += _classes.__all__

check_sizes()
for _kind in [Error, *Error.__subclasses__(), NotANumberError]:
    _kind.__module__ = __name__  # where a traceback's reader looks for it
