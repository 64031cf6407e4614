/* SPDX-License-Identifier: MIT */
/* What a sample of trades is, before anything is believed of it. */
#include "bytes.h"
#include "elementary.h"
#include "kelly_sample.h"
#include "pair.h"

static const double R_MAX = 1e6;
static const double WEIGHT_MIN = 1e-9;
static const double WEIGHT_MAX = 1e9;

static bool weights_valid(const sigma_kelly_trades *t)
{
    for (int32_t i = 0; i < t->count; i++) {
        double w = t->weight[i];
        if (!(w == 0.0 || sigma_within(w, WEIGHT_MIN, WEIGHT_MAX))) {
            return false;
        }
    }
    return true;
}

bool sigma_kelly_trades_valid(const sigma_kelly_trades *t)
{
    return t->count >= 0 && sigma_magnitudes_within(t->r, t->count, R_MAX) &&
           (!t->weight || weights_valid(t));
}

void sigma_kelly_take(const sigma_kelly_trades *t, int32_t from, double none,
                      sigma_kelly_block *some)
{
    int32_t left = t->count - from;

    if (!t->weight && left >= SIGMA_KELLY_BLOCK) {
        sigma_copy(some->r, &t->r[from], (int32_t)sizeof some->r);
        left = 0;
    }
    for (int32_t i = 0; i < SIGMA_KELLY_BLOCK; i++) {
        some->weight[i] = 1.0;
    }
    for (int32_t i = 0; i < SIGMA_KELLY_BLOCK && left > 0; i++) {
        some->weight[i] = i < left ? sigma_kelly_weight(t, from + i) : 0.0;
        some->r[i] = some->weight[i] > 0.0 ? t->r[from + i] : none;
    }
}

static void pairs_of(const double *restrict x, sigma_pair_sums *restrict pairs)
{
    for (int32_t i = 0; i < SIGMA_PAIR_SUMS; i++) {
        pairs->high[i] = x[i];
        pairs->low[i] = 0.0;
    }
}

/* n, and the mean: whether it is above zero is told exactly. */
static void find_mean(sigma_kelly_trades *t, sigma_kelly_result *result)
{
    sigma_pair_sums sum = {0}, number = {0}, some;
    sigma_kelly_block block;

    for (int32_t i = 0; i < t->count; i += SIGMA_KELLY_BLOCK) {
        sigma_kelly_take(t, i, 0.0, &block);
        if (t->weight) {
            pairs_of(block.weight, &some);
            sigma_pair_add(&number, &some);
        }
        pairs_of(block.r, &some);
        if (t->weight) {
            sigma_pair_weigh(&some, block.weight);
        }
        sigma_pair_add(&sum, &some);
    }
    result->trades = t->number = t->weight ? sigma_pair_total(&number) : t->count;
    result->mean = result->trades > 0.0 ? sigma_pair_total(&sum) / result->trades : 0.0;
}

/* All that takes one look at each trade: sums that wait for themselves are best in one loop. */
static void look(sigma_kelly_trades *t, double mean)
{
    sigma_kelly_trades sum = *t;
    double worst = R_MAX, best = -R_MAX, rarest = 1.0;

    sum.spread = sum.won = sum.lost = sum.wins = sum.losses = 0.0;
    for (int32_t i = 0; i < t->count; i++) {
        double w = sigma_kelly_weight(t, i), r = t->r[i], away = r - mean;
        bool worse = w > 0.0 && r < worst;
        sum.spread += w * (away * away);
        sum.won += w * sigma_larger(r, 0.0);
        sum.lost += w * sigma_larger(-r, 0.0);
        sum.wins += r > 0.0 ? w : 0.0;
        sum.losses += r < 0.0 ? w : 0.0;
        worst = worse ? r : worst;
        rarest = worse ? w : rarest;
        best = sigma_larger(best, r);
    }
    sum.worst = worst;
    sum.best = best;
    sum.rarest = rarest;
    *t = sum;
}

void sigma_kelly_describe(sigma_kelly_trades *trades, sigma_kelly_result *result)
{
    *result = (sigma_kelly_result){0};
    find_mean(trades, result);
    look(trades, result->mean);
    result->worst = result->trades > 0.0 ? trades->worst : 0.0;
    if (result->trades > 1.0) {
        result->deviation = sigma_sqrt(trades->spread / (result->trades - 1.0));
        result->error = result->deviation / sigma_sqrt(result->trades);
    }
}
