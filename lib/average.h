/* SPDX-License-Identifier: MIT */
/* Steps of averages, for a state of its own and for what holds several. Whoever calls has made sure
 * that the state is valid and the number in range; then nothing can be refused. */
#ifndef SIGMA_LIB_AVERAGE_H
#define SIGMA_LIB_AVERAGE_H

#include "bytes.h"
#include "sigma/average.h"
#include "smooth.h"
#include "tags.h"

static const double SIGMA_EMA_VALUE_MAX = 1e15;

/* Of count differences of two values, until there is a seed. */
static inline bool sigma_ema_sum_valid(const sigma_ema *ema)
{
    return ema->count == ema->period
               ? sigma_bits(ema->sum) == 0
               : sigma_magnitude(ema->sum) <= 2.0 * SIGMA_EMA_VALUE_MAX * ema->count;
}

static inline bool sigma_ema_valid(const sigma_ema *ema)
{
    return ema->tag == SIGMA_TAG_EMA && sigma_between(ema->wilder, 0, 1) &&
           sigma_period_valid(ema->period) && sigma_between(ema->count, 0, ema->period) &&
           sigma_held_about(ema->value, SIGMA_EMA_VALUE_MAX) && sigma_ema_sum_valid(ema);
}

/* Whether a valid average has its seed. */
static inline bool sigma_ema_ready(const sigma_ema *ema)
{
    return ema->count >= ema->period;
}

static inline bool sigma_emas_valid(const sigma_ema *averages, int32_t count)
{
    bool valid = true;
    for (int32_t i = 0; i < count; i++) {
        valid &= sigma_ema_valid(&averages[i]);
    }
    return valid;
}

static inline bool sigma_emas_ready(const sigma_ema *averages, int32_t count)
{
    bool ready = true;
    for (int32_t i = 0; i < count; i++) {
        ready &= sigma_ema_ready(&averages[i]);
    }
    return ready;
}

static inline double sigma_ema_gain_of(const sigma_ema *ema)
{
    return ema->wilder ? sigma_wilder_gain(ema->period) : sigma_ema_gain(ema->period);
}

/* Takes a number in range while the average is warming up. */
void sigma_ema_warm(sigma_ema *ema, double x);

/* Takes a number in range into a valid average, which stays valid. */
static inline void sigma_ema_advance(sigma_ema *ema, double x)
{
    if (sigma_hardly(!sigma_ema_ready(ema))) {
        sigma_ema_warm(ema, x);
    } else {
        ema->value = sigma_smooth(ema->value, x, sigma_ema_gain_of(ema));
    }
}

static inline void sigma_emas_advance(sigma_ema *averages, int32_t count, double x)
{
    for (int32_t i = 0; i < count; i++) {
        sigma_ema_advance(&averages[i], x);
    }
}

bool sigma_macd_valid(const sigma_macd *macd);

/* Takes a price into a valid state, which stays valid. */
void sigma_macd_advance(sigma_macd *macd, double close);

/* What sigma_macd_read() does, of a valid state; the result is all zero before. */
sigma_status sigma_macd_evaluate(const sigma_macd *macd, sigma_macd_result *result);

#endif
