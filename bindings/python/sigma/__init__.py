# SPDX-License-Identifier: MIT
"""The risk desk of a trading bot: may I take this trade, how large, with which stop and target, and
why; if not, why not.

Each header of libsigma is a module here (`sigma.sizing`, `sigma.market`, `sigma.audit`, ...), and
every class stands here too. Educational software, no advice, no warranty.

>>> import sigma
>>> ema = sigma.Ema.init(3)
>>> [ema.update(x) for x in (1.0, 2.0, 3.0, 4.0)]
[None, None, 2.0, 3.0]
>>> eurusd = sigma.Symbol(id=1, asset=sigma.Asset.FOREX, tick_size=1e-5, tick_value=1.0,
...                       contract_size=1e5, lot_min=0.01, lot_max=100, lot_step=0.01, leverage=30)
>>> eurusd.floor(0.29999)
0.29
"""
from . import _all
from ._all import *
from ._library import (DifferentError, Error, FormatError, OrderError, RangeError, SpaceError,
                       StateError, Struct, VersionError, check_sizes)
from ._version import VERSION as __version__

__all__ = ["DifferentError", "Error", "FormatError", "OrderError", "RangeError", "SpaceError",
           "StateError", "Struct", "VersionError", "__version__"]
__all__ += _all.__all__

check_sizes()
