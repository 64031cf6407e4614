/* SPDX-License-Identifier: MIT */
#include "exits.h"

static const double PRICE_MIN = 1e-15;
static const double PRICE_MAX = 1e15;
static const int32_t BARS_MAX = 2000000000;

static bool sample_valid(const sigma_exits_sample *sample)
{
    return sigma_within(sample->atr, 0.0, PRICE_MAX) && sigma_within(sample->rsi, 0.0, 100.0) &&
           sigma_within(sample->histogram, -PRICE_MAX, PRICE_MAX) &&
           sigma_within(sample->exposure, -1e6, 1e6) && sigma_within(sample->smaller, 0.0, 1e6) &&
           sample->given >> SIGMA_SEEN_COUNT == 0 &&
           sigma_between(sample->regime, 0, SIGMA_REGIME_COUNT - 1) && sample->order == 0;
}

static bool bar_valid(const sigma_bar *bar)
{
    return PRICE_MIN <= bar->low && bar->high <= PRICE_MAX &&
           sigma_within(bar->open, bar->low, bar->high) &&
           sigma_within(bar->close, bar->low, bar->high) && sigma_within(bar->volume, 0.0, 1e18) &&
           sigma_is_time(bar->time);
}

static sigma_status usable(const sigma_exits *exits, const sigma_bar *bar,
                           const sigma_exits_sample *sample, sigma_exits_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_exits_result){0};
    if (!exits || !bar || !sample) {
        return SIGMA_E_NULL;
    }
    return sigma_exits_valid(exits) ? SIGMA_OK : SIGMA_E_STATE;
}

static bool ordered(const sigma_exits_sample *sample)
{
    return sample->order == SIGMA_EXIT_EMERGENCY || sample->order == SIGMA_EXIT_MANUAL;
}

/* A close that was ordered, or decided before: at the bar's close or, if that was reached, at the
 * stop; at an unknown price if the bar cannot be used. */
static void close_anyway(sigma_exits *exits, const sigma_bar *bar, int32_t reason,
                         sigma_exits_result *result)
{
    if (bar_valid(bar)) {
        double stop = sigma_exits_stop_fill(exits, bar);
        sigma_exits_close(exits, stop > 0.0 ? stop : bar->close, reason, result);
        exits->time = bar->time > exits->time ? bar->time : exits->time;
    } else {
        sigma_exits_close(exits, 0.0, reason, result);
    }
}

/* A bar that no order cuts short. */
static void step(sigma_exits *exits, const sigma_bar *bar, const sigma_exits_sample *sample,
                 sigma_exits_result *result)
{
    exits->time = bar->time;
    sigma_exits_fill(exits, bar, result);
    if (!exits->closing) {
        sigma_exits_move(exits, bar, sample, result);
    }
    int32_t reason = exits->closing ? 0 : sigma_exits_judge(exits, bar->close, sample);
    if (reason) {
        sigma_exits_close(exits, bar->close, reason, result);
    }
}

/* What follows from the state; open is the share that was open before. */
static void conclude(const sigma_exits *exits, double open, double price,
                     sigma_exits_result *result)
{
    double sign = sigma_sign(exits->entry.side);
    double risk = sigma_exits_distance(exits, 1.0, SIGMA_GAIN_RISK);

    result->stop = exits->stop;
    if (price > 0.0) {
        result->gain = sign * (price - exits->entry.entry) / risk;
        result->room = sigma_larger(sign * (price - exits->stop) / price, 0.0);
    }
    if (exits->closing) {
        result->action = SIGMA_ACTION_CLOSE;
        result->reason = exits->closing;
        result->fraction = 1.0;
    } else if (result->fraction > 0.0) {
        result->action = SIGMA_ACTION_REDUCE;
        result->reason = SIGMA_EXIT_PARTIAL;
        result->fraction = sigma_smaller(result->fraction / open, 1.0);
    } else {
        result->action = result->reason ? SIGMA_ACTION_MOVE_STOP : SIGMA_ACTION_HOLD;
    }
}

/* One bar at which the position has been held for so many. */
static void judge(sigma_exits *exits, const sigma_bar *bar, const sigma_exits_sample *sample,
                  int32_t bars, sigma_exits_result *result)
{
    double open = exits->open;
    int32_t reason = exits->closing ? exits->closing : sample->order;

    if (reason) {
        close_anyway(exits, bar, reason, result);
    } else {
        exits->bars = bars;
        step(exits, bar, sample, result);
    }
    conclude(exits, open, bar_valid(bar) ? bar->close : 0.0, result);
}

sigma_status sigma_exits_update(sigma_exits *exits, const sigma_bar *bar,
                                const sigma_exits_sample *sample, sigma_exits_result *result)
{
    sigma_status status = usable(exits, bar, sample, result);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!ordered(sample)) {
        if (!bar_valid(bar) || !sample_valid(sample)) {
            return SIGMA_E_RANGE;
        }
        if (bar->time < exits->time || (bar->time == exits->time && exits->bars > 0)) {
            return SIGMA_E_ORDER;
        }
    }
    judge(exits, bar, sample, exits->bars + (exits->bars < BARS_MAX), result);
    return SIGMA_OK;
}

/* Whole intervals since the entry. */
static int32_t elapsed(const sigma_exits_entry *entry, int64_t time)
{
    if (entry->interval == 0) {
        return 0;
    }
    uint64_t bars = ((uint64_t)time - (uint64_t)entry->time) / (uint64_t)entry->interval;
    return bars < (uint64_t)BARS_MAX ? (int32_t)bars : BARS_MAX;
}

sigma_status sigma_exits_tick(sigma_exits *exits, int64_t time, double price,
                              const sigma_exits_sample *sample, sigma_exits_result *result)
{
    const sigma_bar bar = {time, price, price, price, price, 0.0};
    sigma_status status = usable(exits, &bar, sample, result);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!ordered(sample)) {
        if (!bar_valid(&bar) || !sample_valid(sample)) {
            return SIGMA_E_RANGE;
        }
        if (time < exits->time) {
            return SIGMA_E_ORDER;
        }
    }
    judge(exits, &bar, sample, elapsed(&exits->entry, time), result);
    return SIGMA_OK;
}
