/* SPDX-License-Identifier: MIT */
/* A sample of closed trades, and where its mean log growth is greatest. */
#ifndef SIGMA_LIB_KELLY_SAMPLE_H
#define SIGMA_LIB_KELLY_SAMPLE_H

#include <stdbool.h>

#include "pair.h"
#include "sigma/kelly.h"

/* The trades less a shift: x = r - shift. */
typedef struct sigma_kelly_trades {
    const double *r;
    const double *weight; /* NULL where each stands for one trade */
    double shift;
    double mean;      /* of x */
    double worst;     /* least x */
    double best;      /* most r */
    double rarest;    /* weight of a trade that is the worst */
    double number;    /* sum of the weights */
    double spread;    /* sum of the squares about the mean */
    double won, lost; /* sums of what was won and lost, and how many did */
    double wins, losses;
    int32_t count;
} sigma_kelly_trades;

/* How many trades the i-th stands for. */
static inline double sigma_kelly_weight(const sigma_kelly_trades *trades, int32_t i)
{
    return trades->weight ? trades->weight[i] : 1.0;
}

/* As many trades as sums are made of side by side. */
enum { SIGMA_KELLY_BLOCK = SIGMA_PAIR_SUMS };
typedef struct sigma_kelly_block {
    double r[SIGMA_KELLY_BLOCK];
    double weight[SIGMA_KELLY_BLOCK];
} sigma_kelly_block;

/* The trades from one on; of those that are missing or stand for none r is what is said. */
void sigma_kelly_take(const sigma_kelly_trades *trades, int32_t from, double none,
                      sigma_kelly_block *some);

/* What a trade adds to the mean; nothing if it stands for none. */
static inline double sigma_kelly_excess(const sigma_kelly_trades *trades, int32_t i)
{
    return sigma_kelly_weight(trades, i) > 0.0 ? trades->r[i] - trades->shift : 0.0;
}

/* Mean and mean square of x, the latter in units of the worst loss, so that u is below 1. */
static inline double sigma_kelly_first(const sigma_kelly_trades *trades)
{
    return trades->mean / -trades->worst;
}

static inline double sigma_kelly_second(const sigma_kelly_trades *trades)
{
    double square = trades->spread / trades->number + trades->mean * trades->mean;
    return square / (trades->worst * trades->worst);
}

/* The root of (3), where the mean of x is above zero and the worst x below. */
double sigma_kelly_root(const sigma_kelly_trades *trades, int32_t *steps);

/* Whether it is certain that the root of (3) is above a fraction. */
bool sigma_kelly_is_above(const sigma_kelly_trades *trades, double fraction);

/* The fraction beyond which (7) does not hold, where few sums tell it, else 0. */
double sigma_kelly_limit(const sigma_kelly_trades *trades, double exponent);

/* The largest fraction up to most that keeps to (7). */
double sigma_kelly_limited(const sigma_kelly_trades *trades, double exponent, double most,
                           int32_t *steps);

/* The mean of log(1 + fraction r), without the shift, of some weight. */
double sigma_kelly_growth(const sigma_kelly_trades *trades, double fraction);

bool sigma_kelly_trades_valid(const sigma_kelly_trades *trades);

/* Number, mean, deviation, error and the worst of valid trades; the rest of the result is zero. The
 * trades learn all but what depends on a shift. */
void sigma_kelly_describe(sigma_kelly_trades *trades, sigma_kelly_result *result);

typedef struct sigma_kelly_fractions {
    double odds;
    double lower;
    double limited;
} sigma_kelly_fractions;

/* What three methods make of described trades; parameters are valid; the shift and what it
 * changes are not kept. */
sigma_kelly_fractions sigma_kelly_prove(const sigma_kelly_params *params,
                                        sigma_kelly_trades *trades,
                                        const sigma_kelly_result *described);

#endif
