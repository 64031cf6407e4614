/* SPDX-License-Identifier: MIT */
#include "exits.h"

static bool has(const sigma_exits_sample *sample, int32_t seen)
{
    return sample->given & sigma_bit(seen);
}

/* Whether a level is nearer to profit than the stop. */
static bool nearer(const sigma_exits *exits, double level)
{
    return level > 0.0 && sigma_sign(exits->entry.side) * (level - exits->stop) > 0.0;
}

/* Whether the best price has gained so much. */
static bool gained(const sigma_exits *exits, double gain)
{
    double distance = sigma_exits_distance(exits, gain, exits->params.unit);
    return sigma_exits_ahead(exits, exits->best, distance) >= 0.0;
}

/* (2) and (3); 0 for no trail. */
static double trail_level(const sigma_exits *exits, int32_t regime)
{
    const sigma_exits_params *params = &exits->params;
    double multiple = params->trail[regime];

    if (!(multiple > 0.0) || !gained(exits, params->trail_start)) {
        return 0.0;
    }
    double unit = exits->best;
    if (params->unit == SIGMA_GAIN_RISK) {
        unit = exits->atr > 0.0 ? exits->atr : sigma_exits_distance(exits, 1.0, SIGMA_GAIN_RISK);
    }
    return sigma_exits_level(exits, exits->best - sigma_sign(exits->entry.side) * multiple * unit);
}

static double breakeven_level(const sigma_exits *exits)
{
    bool due = exits->params.breakeven > 0.0 && gained(exits, exits->params.breakeven);
    return due ? sigma_exits_level(exits, exits->entry.entry) : 0.0;
}

/* A stop cannot stand beyond the price: there the position is left at the price. */
static void move_to(sigma_exits *exits, double level, int32_t origin, double price,
                    sigma_exits_result *result)
{
    if (exits->closing || !nearer(exits, level)) {
        return;
    }
    if (sigma_exits_lost(exits, price, level)) {
        sigma_exits_close(exits, price, origin, result);
        return;
    }
    exits->stop = level;
    exits->origin = origin;
    result->reason = origin;
}

void sigma_exits_move(sigma_exits *exits, const sigma_bar *bar, const sigma_exits_sample *sample,
                      sigma_exits_result *result)
{
    exits->best = exits->entry.side == SIGMA_SIDE_LONG ? sigma_larger(exits->best, bar->high)
                                                       : sigma_smaller(exits->best, bar->low);
    if (has(sample, SIGMA_SEEN_ATR)) {
        exits->atr = sample->atr;
    }
    move_to(exits, breakeven_level(exits), SIGMA_EXIT_BREAKEVEN, bar->close, result);
    move_to(exits, trail_level(exits, sample->regime), SIGMA_EXIT_TRAIL, bar->close, result);
}

static bool is_trend(int32_t regime)
{
    return regime == SIGMA_REGIME_TREND_UP || regime == SIGMA_REGIME_TREND_DOWN;
}

/* How far the price is ahead of a gain in the unit of the rules. */
static double beyond(const sigma_exits *exits, double price, double gain)
{
    return sigma_exits_ahead(exits, price, sigma_exits_distance(exits, gain, exits->params.unit));
}

static bool too_long(const sigma_exits *exits, double price, const sigma_exits_sample *sample)
{
    int32_t limit = exits->params.time_limit[sample->regime];
    return limit > 0 && exits->bars >= limit &&
           beyond(exits, price, exits->params.time_gain) <= 0.0;
}

static bool regime_lost(const sigma_exits *exits, double price, const sigma_exits_sample *sample)
{
    int32_t from = exits->entry.regime, now = sample->regime;

    if (is_trend(from)) {
        return (now == SIGMA_REGIME_CHOP || now == SIGMA_REGIME_VOLATILE) &&
               beyond(exits, price, exits->params.trend_gain) <= 0.0;
    }
    return from == SIGMA_REGIME_RANGE && is_trend(now) &&
           beyond(exits, price, exits->params.range_gain) < 0.0;
}

static bool too_heavy(const sigma_exits *exits, const sigma_exits_sample *sample)
{
    double lean = sigma_sign(exits->entry.side) * sample->exposure;
    return has(sample, SIGMA_SEEN_EXPOSURE) && lean - sample->smaller > exits->params.exposure_max;
}

static bool rsi_against(const sigma_exits *exits, const sigma_exits_sample *sample)
{
    double high = exits->params.rsi_extreme;
    bool against =
        exits->entry.side == SIGMA_SIDE_LONG ? sample->rsi > high : sample->rsi < 100.0 - high;
    return has(sample, SIGMA_SEEN_RSI) && against;
}

static bool macd_against(const sigma_exits *exits, const sigma_exits_sample *sample)
{
    double opposite = -sigma_sign(exits->entry.side) * sample->histogram;
    return has(sample, SIGMA_SEEN_HISTOGRAM) && exits->atr > 0.0 && opposite > 0.0 &&
           opposite >= exits->params.histogram * exits->atr;
}

static bool thesis_gone(const sigma_exits *exits, const sigma_exits_sample *sample)
{
    uint64_t thesis = exits->entry.thesis;
    return ((thesis & sigma_bit(SIGMA_THESIS_RSI)) && rsi_against(exits, sample)) ||
           ((thesis & sigma_bit(SIGMA_THESIS_MACD)) && macd_against(exits, sample));
}

int32_t sigma_exits_judge(const sigma_exits *exits, double price, const sigma_exits_sample *sample)
{
    if (too_long(exits, price, sample)) {
        return SIGMA_EXIT_TIME;
    }
    if (regime_lost(exits, price, sample)) {
        return SIGMA_EXIT_REGIME;
    }
    if (too_heavy(exits, sample)) {
        return SIGMA_EXIT_REBALANCE;
    }
    return thesis_gone(exits, sample) ? SIGMA_EXIT_THESIS : SIGMA_EXIT_UNKNOWN;
}
