/* SPDX-License-Identifier: MIT */
/* Tags of the state structs: four letters, of which the last counts up when the layout changes, so
 * that a state saved by an older library is refused. */
#ifndef SIGMA_LIB_TAGS_H
#define SIGMA_LIB_TAGS_H

enum {
    SIGMA_TAG_ACCOUNT = 0x31434341,     /* ACC1 */
    SIGMA_TAG_PORTFOLIO = 0x33465450,   /* PTF3 */
    SIGMA_TAG_SMA = 0x31414d53,         /* SMA1 */
    SIGMA_TAG_EMA = 0x31414d45,         /* EMA1 */
    SIGMA_TAG_MACD = 0x3144434d,        /* MCD1 */
    SIGMA_TAG_ATR = 0x31525441,         /* ATR1 */
    SIGMA_TAG_BOLLINGER = 0x314c4f42,   /* BOL1 */
    SIGMA_TAG_ADX = 0x31584441,         /* ADX1 */
    SIGMA_TAG_RSI = 0x31495352,         /* RSI1 */
    SIGMA_TAG_OBV = 0x3156424f,         /* OBV1 */
    SIGMA_TAG_VWAP = 0x31505756,        /* VWP1 */
    SIGMA_TAG_RESAMPLE = 0x31505352,    /* RSP1 */
    SIGMA_TAG_ZSCORE = 0x3143535a,      /* ZSC1 */
    SIGMA_TAG_SLOPE = 0x31504c53,       /* SLP1 */
    SIGMA_TAG_CCI = 0x31494343,         /* CCI1 */
    SIGMA_TAG_MARKET = 0x32544b4d,      /* MKT2 */
    SIGMA_TAG_BREAKER = 0x314b5242,     /* BRK1 */
    SIGMA_TAG_DESK = 0x354b5344,        /* DSK5 */
    SIGMA_TAG_JOURNAL = 0x314e524a,     /* JRN1 */
    SIGMA_TAG_AUDIT = 0x31445541,       /* AUD1 */
    SIGMA_TAG_EXITS = 0x31545845,       /* EXT1 */
    SIGMA_TAG_STOCHASTIC = 0x314f5453,  /* STO1 */
    SIGMA_TAG_MFI = 0x3149464d,         /* MFI1 */
    SIGMA_TAG_VOLATILITY = 0x314c4f56,  /* VOL1 */
    SIGMA_TAG_EWMA = 0x31575645,        /* EVW1 */
    SIGMA_TAG_REGIME = 0x31474552,      /* REG1 */
    SIGMA_TAG_RULES = 0x314c5552,       /* RUL1 */
    SIGMA_TAG_PROP = 0x31505250,        /* PRP1 */
    SIGMA_TAG_MONITOR = 0x314e4f4d,     /* MON1 */
    SIGMA_TAG_GATE = 0x31544147,        /* GAT1 */
    SIGMA_TAG_CORRELATION = 0x31524f43, /* COR1 */
    SIGMA_TAG_TECHNICAL = 0x31434554    /* TEC1 */
};

#endif
