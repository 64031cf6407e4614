# SPDX-License-Identifier: MIT
"""Indicators over whole columns.

Every one takes NumPy arrays, pandas Series or sequences of one length, oldest bar first, and gives
columns of that length, NaN while it warms up, with the bits of the C function and of the class of
the same name fed bar by bar. A Series keeps its index. `out` is an array, or a tuple of them, that
receives the result; it may be an input. Prices are 1e-15 to 1e15, volumes 0 to 1e18; a bar that is
none, and NaN behind what an average may begin with, are refused by their place; `nan="skip"` leaves
out bars that hold NaN. The interpreter's lock is released meanwhile.
"""
from __future__ import annotations

from typing import Any, NamedTuple

from ._batch import batch
from ._columns import Column, Values
from .raw import average, momentum, trend, volatility
from .raw import volume as _volume
from .raw.base import VolatilityCode


class MacdColumns(NamedTuple):
    """Convergence-divergence [price]."""
    line: Values
    signal: Values
    histogram: Values


class StochasticColumns(NamedTuple):
    """Stochastic oscillator, 0 to 100."""
    raw: Values
    k: Values
    d: Values


class AdxColumns(NamedTuple):
    """Strength of the trend and both movements, 0 to 100."""
    adx: Values
    plus_di: Values
    minus_di: Values


class BandColumns(NamedTuple):
    """Bollinger bands [price]."""
    middle: Values
    upper: Values
    lower: Values


class BandShapeColumns(NamedTuple):
    """Deviation [price], width over the middle [1], place of the close in the bands [1]."""
    deviation: Values
    width: Values
    percent_b: Values


class SlopeColumns(NamedTuple):
    """Slope of the regression line a bar [price], and over the close [1]."""
    slope: Values
    relative: Values


_SMA = batch(average._sigma_sma_batch, "close")
_EMA = batch(average._sigma_ema_batch, "close")
_WILDER = batch(average._sigma_wilder_batch, "close")
_MACD = batch(average._sigma_macd_batch, "close", results=3, kind=MacdColumns)
_RSI = batch(momentum._sigma_rsi_batch, "close")
_STOCHASTIC = batch(momentum._sigma_stochastic_batch, "high", "low", "close", results=3,
                    kind=StochasticColumns)
_ADX = batch(trend._sigma_adx_batch, "high", "low", "close", results=3, kind=AdxColumns)
_CCI = batch(trend._sigma_cci_batch, "high", "low", "close")
_ZSCORE = batch(trend._sigma_zscore_batch, "close")
_SLOPE = batch(trend._sigma_slope_batch, "close", results=2, kind=SlopeColumns)
_ATR = batch(volatility._sigma_atr_batch, "high", "low", "close")
_VOLATILITY = batch(volatility._sigma_volatility_batch, "open", "high", "low", "close")
_EWMA = batch(volatility._sigma_ewma_batch, "close")
_BOLLINGER = batch(volatility._sigma_bollinger_batch, "close", results=3, kind=BandColumns)
_BOLLINGER_SHAPE = batch(volatility._sigma_bollinger_shape_batch, "close", results=3,
                         kind=BandShapeColumns)
_OBV = batch(_volume._sigma_obv_batch, "close", "volume")
_VWAP = batch(_volume._sigma_vwap_batch, "high", "low", "close", "volume")
_MFI = batch(_volume._sigma_mfi_batch, "high", "low", "close", "volume")


# ---- averages


def sma(close: Column, period: int = 20, *, out: Any = None, nan: str = "raise") -> Values:
    """Plain average of the last `period` values, 1 to 256.

    >>> import sigma
    >>> sigma.sma([1.0, 2.0, 3.0, 4.0], period=2).tolist()
    [nan, 1.5, 2.5, 3.5]
    """
    return _SMA((period,), (close,), out, nan)


def ema(close: Column, period: int = 20, *, out: Any = None, nan: str = "raise") -> Values:
    """Exponential average, which begins as the plain one of the first `period` values, 1 to 10000.

    >>> import sigma
    >>> sigma.ema([1.0, 2.0, 3.0, 4.0], period=3).tolist()
    [nan, nan, 2.0, 3.0]
    """
    return _EMA((period,), (close,), out, nan)


def wilder(close: Column, period: int = 14, *, out: Any = None, nan: str = "raise") -> Values:
    """Wilder's average: the exponential one that takes 1 / `period`, 1 to 10000, of a new value.

    >>> import sigma
    >>> sigma.wilder([1.0, 3.0, 4.0], period=2).tolist()
    [nan, 2.0, 3.0]
    """
    return _WILDER((period,), (close,), out, nan)


def macd(close: Column, fast: int = 12, slow: int = 26, signal: int = 9, *, out: Any = None,
         nan: str = "raise") -> MacdColumns:
    """Fast less slow exponential average, the average of that, and their difference; the periods
    are 1 <= fast < slow <= 10000 and 1 <= signal <= 10000 [bars].

    >>> import sigma
    >>> found = sigma.macd([1.0, 2.0, 4.0, 8.0], fast=1, slow=2, signal=1)
    >>> found.line.tolist()
    [nan, 0.5, 0.8333333333333335, 1.6111111111111107]
    """
    return _MACD((fast, slow, signal), (close,), out, nan)


# ---- momentum


def rsi(close: Column, period: int = 14, *, out: Any = None, nan: str = "raise") -> Values:
    """Wilder's relative strength index, 0 to 100; period 1 to 10000 bars.

    >>> import sigma
    >>> sigma.rsi([1.0, 2.0, 1.0, 2.0], period=2).tolist()
    [nan, nan, 50.0, 75.0]
    """
    return _RSI((period,), (close,), out, nan)


def stochastic(high: Column, low: Column, close: Column, period: int = 14, slowing: int = 3,
               signal: int = 3, *, out: Any = None, nan: str = "raise") -> StochasticColumns:
    """Place of the close in the range of the last bars, raw, smoothed and smoothed twice; period,
    slowing and signal are 1 to 256 bars.

    >>> import sigma
    >>> found = sigma.stochastic([2.0, 4.0], [1.0, 2.0], [1.5, 4.0], period=2, slowing=1, signal=1)
    >>> found.raw.tolist()
    [nan, 100.0]
    """
    return _STOCHASTIC((period, slowing, signal), (high, low, close), out, nan)


# ---- trend


def adx(high: Column, low: Column, close: Column, period: int = 14, *, out: Any = None,
        nan: str = "raise") -> AdxColumns:
    """Wilder's directional movement; period 1 to 10000 bars.

    >>> import sigma
    >>> high, low, close = [2.0, 3.0, 4.0], [1.0, 2.0, 3.0], [1.5, 2.5, 3.5]
    >>> float(sigma.adx(high, low, close, period=1).minus_di[2])
    0.0
    """
    return _ADX((period,), (high, low, close), out, nan)


def cci(high: Column, low: Column, close: Column, period: int = 20, *, out: Any = None,
        nan: str = "raise") -> Values:
    """Commodity channel index; period 1 to 256 bars.

    >>> import sigma
    >>> float(sigma.cci([2.0, 4.0], [1.0, 2.0], [1.5, 3.0], period=2)[1])
    66.66666666666666
    """
    return _CCI((period,), (high, low, close), out, nan)


def zscore(close: Column, period: int = 20, *, out: Any = None, nan: str = "raise") -> Values:
    """Distance from the mean of the last bars [std dev]; period 1 to 256 bars.

    >>> import sigma
    >>> sigma.zscore([1.0, 3.0, 1.0], period=2).tolist()
    [nan, 1.0, -1.0]
    """
    return _ZSCORE((period,), (close,), out, nan)


def slope(close: Column, period: int = 20, *, out: Any = None, nan: str = "raise") -> SlopeColumns:
    """Slope of the line of least squares through the last closes; period 1 to 256 bars.

    >>> import sigma
    >>> sigma.slope([1.0, 2.0, 4.0], period=2).slope.tolist()
    [nan, 1.0, 2.0]
    """
    return _SLOPE((period,), (close,), out, nan)


# ---- volatility


def atr(high: Column, low: Column, close: Column, period: int = 14, *, out: Any = None,
        nan: str = "raise") -> Values:
    """Wilder's average true range [price]; period 1 to 10000 bars.

    >>> import sigma
    >>> high, low, close = [2.0, 3.0, 5.0], [1.0, 2.0, 3.0], [1.5, 2.5, 4.0]
    >>> sigma.atr(high, low, close, period=2).tolist()
    [nan, 1.25, 1.875]
    """
    return _ATR((period,), (high, low, close), out, nan)


def historical_volatility(open: Column, high: Column, low: Column, close: Column,
                          period: int = 20, *, kind: int = VolatilityCode.CLOSE,
                          bars_a_year: float = 252.0, out: Any = None,
                          nan: str = "raise") -> Values:
    """Volatility of a year [1] from the last bars, by one of sigma.VolatilityCode's estimators;
    period 1 to 256 bars, bars_a_year 1e-3 to 1e18.

    >>> import sigma
    >>> flat = [10.0] * 4
    >>> float(sigma.historical_volatility(flat, flat, flat, flat, period=2)[3])
    0.0
    """
    return _VOLATILITY((kind, period, bars_a_year), (open, high, low, close), out, nan)


def ewma_volatility(close: Column, decay: float = 0.94, *, bars_a_year: float = 252.0,
                    out: Any = None, nan: str = "raise") -> Values:
    """Exponentially weighted volatility of a year [1]; decay 0 to 0.9999, bars_a_year 1e-3 to 1e18.

    >>> import sigma
    >>> float(sigma.ewma_volatility([10.0] * 30)[29])
    0.0
    """
    return _EWMA((decay, bars_a_year), (close,), out, nan)


def bollinger(close: Column, period: int = 20, multiple: float = 2.0, *, out: Any = None,
              nan: str = "raise") -> BandColumns:
    """Bollinger's bands: the mean, and `multiple` deviations, 0.001 to 100, above and below; period
    1 to 256 bars.

    >>> import sigma
    >>> bands = sigma.bollinger([1.0, 3.0], period=2, multiple=1.0)
    >>> [float(column[1]) for column in bands]
    [2.0, 3.0, 1.0]
    """
    return _BOLLINGER((period, multiple), (close,), out, nan)


def bollinger_shape(close: Column, period: int = 20, multiple: float = 2.0, *, out: Any = None,
                    nan: str = "raise") -> BandShapeColumns:
    """Deviation, width and %b of Bollinger's bands; period 1 to 256 bars, multiple 0.001 to 100.

    >>> import sigma
    >>> float(sigma.bollinger_shape([1.0, 3.0], period=2, multiple=1.0).percent_b[1])
    1.0
    """
    return _BOLLINGER_SHAPE((period, multiple), (close,), out, nan)


# ---- volume


def obv(close: Column, volume: Column, *, out: Any = None, nan: str = "raise") -> Values:
    """On-balance volume.

    >>> import sigma
    >>> sigma.obv([1.0, 2.0, 1.0], [10.0, 20.0, 5.0]).tolist()
    [0.0, 20.0, 15.0]
    """
    return _OBV((), (close, volume), out, nan)


def vwap(high: Column, low: Column, close: Column, volume: Column, *, out: Any = None,
         nan: str = "raise") -> Values:
    """Average price since the first bar, weighted by volume [price].

    >>> import sigma
    >>> sigma.vwap([2.0, 4.0], [2.0, 4.0], [2.0, 4.0], [1.0, 3.0]).tolist()
    [2.0, 3.5]
    """
    return _VWAP((), (high, low, close, volume), out, nan)


def mfi(high: Column, low: Column, close: Column, volume: Column, period: int = 14, *,
        out: Any = None, nan: str = "raise") -> Values:
    """Money flow index, 0 to 100; period 1 to 256 bars.

    >>> import sigma
    >>> sigma.mfi([1.0, 2.0], [1.0, 2.0], [1.0, 2.0], [5.0, 5.0], period=1).tolist()
    [nan, 100.0]
    """
    return _MFI((period,), (high, low, close, volume), out, nan)
