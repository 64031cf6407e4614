/* SPDX-License-Identifier: MIT */
/** @file
 * When to leave an open position, wholly or in part, and where its stop stands.
 *
 * One bar, or one tick, is judged at a time, in this order: emergency and the caller's own close;
 * stop; target; parts; trail; time; regime; rebalance; thesis. With side = +1 for a long and -1 for
 * a short, R = |entry - first stop|, and best the best price so far,
 *
 *     gain  = side (price - entry), over entry or over R by the unit                        (1)
 *     trail = best - side x trail[regime] x best, in the unit PRICE                         (2)
 *     trail = best - side x trail[regime] x ATR, in the unit RISK                           (3)
 *     part  = entry + side x partial_gain, in its own unit                                  (4)
 *
 * A stop moves toward profit only: to (2) or (3) once best has gained trail_start, to the entry
 * once it has gained breakeven. Levels are brought to the tick toward safety: a long's down, a
 * short's up. Where no ATR was ever given R takes its place.
 *
 * Bar mode is conservative. An open at or beyond the stop fills there, as does one beyond the
 * target; else the stop fills if the bar reaches it, whatever else it reaches; else parts and the
 * target fill at their levels. Then the bar is finished: its extreme joins best, the levels move,
 * and a close that lies at or beyond a new level is left at the close. So no bar is judged by a
 * level that it made itself. In tick mode every price is a bar of its own, but time limits count
 * whole intervals since the entry.
 *
 *  - Time: held for time_limit[regime] bars, with a gain that is not above time_gain.
 *  - Regime: entered in a trend, now CHOP or VOLATILE, and the gain is not above trend_gain; or
 *    entered in RANGE, now a trend either way, and the gain is below range_gain.
 *  - Rebalance: the portfolio leans to this side beyond exposure_max, even after the smaller
 *    positions of this side are gone: so the smallest goes first, until it no longer does.
 *  - Thesis: what was stored with the entry: an RSI beyond rsi_extreme against the entry, or a
 *    histogram beyond histogram x ATR on the other side.
 *
 * What was decided stays decided: once a position is to be closed every later call says so again,
 * with the same reason, until the caller lets it go. An emergency or the caller's close needs no
 * price: if the bar cannot be used the position is closed all the same, at a price of 0, unknown;
 * else at the bar's close, or at the stop if the bar reached it.
 *
 * Break-even and parts cost expectancy wherever there is a drift: with theta = 0.2 a target of 3R
 * earns 0.317R, with half taken at 1R and the rest held at break-even 0.156R. They are off but in
 * the styles that publish them.
 *
 * Source: the PERCENT style and the time limits are those published for SIGMA, whose 240, 120, 60,
 * 30 and 180 minutes are 48, 24, 12, 6 and 36 bars of five; its trail was off while the gain stood
 * below its start, here it stays on. Percents became R one to one, and its trail of 2, 1.5, 1 and
 * 2.5 % so many ATR. HALF is Mathematician's. Its histogram of 10 was dollars of BTC; here it is
 * 0.1 ATR.
 */
#ifndef SIGMA_EXITS_H
#define SIGMA_EXITS_H

#include "sigma/bar.h"

/** Number of parts that can be taken before the target. */
#define SIGMA_EXITS_PARTS 2

/** The rules. Start from sigma_exits_defaults(). */
typedef struct sigma_exits_params {
    double trail[SIGMA_REGIME_COUNT]; /**< Distance of the trail by regime, 0 for none: over the
                                           best price, or in ATR [1], 0 <= x <= 1000. */
    double trail_start;  /**< Gain of the best price that starts the trail [1], 0 <= x <= 1e6. */
    double breakeven;    /**< Gain that moves the stop to the entry, 0 for none [1],
                              0 <= x <= 1e6. */
    double time_gain;    /**< Gain above which the time limit is waived [1], 0 <= x <= 1e6. */
    double trend_gain;   /**< Gain above which a lost trend is held [1], 0 <= x <= 1e6. */
    double range_gain;   /**< Gain from which a lost range is held [1], 0 <= x <= 1e6. */
    double exposure_max; /**< Most that the portfolio may lean [1], 0 <= x <= 1e6, default 0.5. */
    double rsi_extreme;  /**< Overbought; oversold is 100 less it [1], 50 <= x <= 100,
                              default 70. */
    double histogram;    /**< Opposite histogram [ATR], 0 <= x <= 1000, default 0.1. */
    double partial_gain[SIGMA_EXITS_PARTS];     /**< Gain at which a part is taken [1],
                                                     0 <= x <= 1e6. */
    double partial_fraction[SIGMA_EXITS_PARTS]; /**< That part of the first size, 0 for none; less
                                                     than 1 together [1], 0 <= x <= 0.9. */
    int32_t time_limit[SIGMA_REGIME_COUNT];     /**< Longest stay by regime, 0 for none [bars],
                                                     0 <= x <= 1000000. */
    int32_t unit;         /**< SIGMA_GAIN_PRICE or SIGMA_GAIN_RISK, of all but the parts. */
    int32_t partial_unit; /**< SIGMA_GAIN_..., not UNKNOWN; of the parts. */
} sigma_exits_params;

SIGMA_LAYOUT(sigma_exits_params, 176);

/** A position as it was opened. */
typedef struct sigma_exits_entry {
    int64_t time;     /**< Instant of the entry [ns]. */
    int64_t interval; /**< Length of a bar, for time limits in ticks; 0 for none [ns],
                           0 <= x <= 1e18. */
    double entry;     /**< Price of the entry [price], 1e-15 <= x <= 1e15. */
    double stop;      /**< First stop, on the losing side [price], 1e-15 <= x <= 1e15. */
    double target;    /**< Target on the winning side, 0 for none [price], 0 <= x <= 1e15. */
    double atr;       /**< Average true range, 0 if not known [price], 0 <= x <= 1e15. */
    double tick_size; /**< Smallest price change, 0 if not known [price], 0 <= x <= 1e9. */
    uint64_t thesis;  /**< Set of SIGMA_THESIS_... */
    int32_t side;     /**< SIGMA_SIDE_LONG or SIGMA_SIDE_SHORT. */
    int32_t regime;   /**< SIGMA_REGIME_... at the entry. */
} sigma_exits_entry;

SIGMA_LAYOUT(sigma_exits_entry, 72);

/** What else is known when a bar or tick is judged. */
typedef struct sigma_exits_sample {
    double atr;       /**< Average true range, if given [price], 0 <= x <= 1e15. */
    double rsi;       /**< RSI, if given [1], 0 <= x <= 100. */
    double histogram; /**< MACD histogram, if given [price], -1e15 <= x <= 1e15. */
    double exposure;  /**< Long less short exposure of the portfolio over its balance, if given [1],
                           -1e6 <= x <= 1e6. */
    double smaller;   /**< Exposure of the smaller positions on this side, over the balance, if
                           given [1], 0 <= x <= 1e6. */
    uint64_t given;   /**< Set of SIGMA_SEEN_... */
    int32_t regime;   /**< SIGMA_REGIME_... now. */
    int32_t order;    /**< SIGMA_EXIT_...: EMERGENCY and MANUAL close now, else 0. */
} sigma_exits_sample;

SIGMA_LAYOUT(sigma_exits_sample, 56);

/** One open position under watch. Set it up with sigma_exits_init(). */
typedef struct sigma_exits {
    sigma_exits_params params; /**< The rules. */
    sigma_exits_entry entry;   /**< How it was opened. */
    int64_t time;              /**< Instant of the last bar or tick [ns]. */
    double stop;               /**< Stop now [price], 1e-15 <= x <= 1e15. */
    double best;               /**< Best price so far [price], 1e-15 <= x <= 1e15. */
    double atr;                /**< Last average true range, 0 for none [price], 0 <= x <= 1e15. */
    double open;               /**< Share of the first size still open [1], 0 <= x <= 1. */
    int32_t tag;               /**< Set by init. */
    int32_t bars;              /**< Finished bars since the entry [bars], 0 <= x <= 2000000000. */
    int32_t parts;             /**< Parts that were taken or skipped, 0 <= x <= 2. */
    int32_t origin;  /**< SIGMA_EXIT_STOP, SIGMA_EXIT_TRAIL or SIGMA_EXIT_BREAKEVEN: what placed the
                          stop. */
    int32_t closing; /**< SIGMA_EXIT_... once it is to be closed, else 0. */
    int32_t reserved; /**< 0. */
} sigma_exits;

SIGMA_LAYOUT(sigma_exits, 312);

/** What to do with the position. */
typedef struct sigma_exits_result {
    double price;    /**< At which it was or would be closed, in the mean of its fills; 0 where
                          nothing is, or where it is not known [price], 0 <= x <= 1e15. */
    double fraction; /**< To close, of what is open now [1], 0 <= x <= 1. */
    double stop;     /**< Where the stop has to stand from now on [price], 0 <= x <= 1e15. */
    double gain;     /**< Of the last price [R], -1e46 <= x <= 1e46. */
    double room;     /**< From the last price to the stop, over the price, 0 once it is reached [1],
                          0 <= x <= 1e31. */
    int32_t action;  /**< SIGMA_ACTION_... */
    int32_t reason;  /**< SIGMA_EXIT_...; of a moved stop what moved it; UNKNOWN to hold. */
} sigma_exits_result;

SIGMA_LAYOUT(sigma_exits_result, 48);

/**
 * Sets every rule to a ready-made style.
 *
 * @param[out] params  The rules; all zero on error.
 * @param      style   SIGMA_STYLE_PLAIN, SIGMA_STYLE_RISK, SIGMA_STYLE_PERCENT or SIGMA_STYLE_HALF.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_exits_defaults(sigma_exits_params *params,
                                                             int32_t style);

/**
 * Takes a position under watch.
 *
 * @param[out] exits   The state; all zero on error.
 * @param      params  The rules.
 * @param      entry   How it was opened.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for a stop or a target on the wrong side.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_exits_init(sigma_exits *exits,
                                                         const sigma_exits_params *params,
                                                         const sigma_exits_entry *entry);

/**
 * Judges one finished bar.
 *
 * @param[in,out] exits   The state; unchanged on error.
 * @param         bar     The bar; it begins after the last one, and not before the entry.
 * @param         sample  What else is known. With an order in it, the rest of it and the bar may be
 *                        anything.
 * @param[out]    result  What to do; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_exits_update(sigma_exits *exits, const sigma_bar *bar,
                                                           const sigma_exits_sample *sample,
                                                           sigma_exits_result *result);

/**
 * Judges one tick. Do not mix with sigma_exits_update() on one position.
 *
 * @param[in,out] exits   The state; unchanged on error.
 * @param         time    Instant of the tick, not before the last one [ns].
 * @param         price   Price at which the position could be closed [price], 1e-15 <= x <= 1e15.
 * @param         sample  What else is known. With an order in it, the rest of it, time and price
 *                        may be anything.
 * @param[out]    result  What to do; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_exits_tick(sigma_exits *exits, int64_t time,
                                                         double price,
                                                         const sigma_exits_sample *sample,
                                                         sigma_exits_result *result);

#endif
