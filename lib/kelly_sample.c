/* SPDX-License-Identifier: MIT */
#include "kelly_sample.h"

#include "elementary.h"
#include "pair.h"
#include "solver.h"

enum { BLOCK = 16 };

/* What a trade adds to the mean; nothing if it stands for none. */
static double excess(const sigma_kelly_trades *t, int32_t i)
{
    return sigma_kelly_weight(t, i) > 0.0 ? t->r[i] - t->shift : 0.0;
}

/* Sums over the sample with x in units of the worst loss, so that the fraction u is below 1. */
typedef struct moments {
    double weight; /* of all */
    double worst;  /* weight of the worst loss */
    double first;
    double second;
} moments;

static moments moments_of(const sigma_kelly_trades *t)
{
    moments m = {0};
    for (int32_t i = 0; i < t->count; i++) {
        double w = sigma_kelly_weight(t, i), x = excess(t, i), unit = x / -t->worst;
        m.weight += w;
        m.worst += x <= t->worst ? w : 0.0;
        m.first += w * unit;
        m.second += w * (unit * unit);
    }
    return m;
}

/* (3) and its slope; y = x / (1 + f x) in units of the worst loss. */
static sigma_falling growth_slope(const void *context, double u)
{
    const sigma_kelly_trades *t = (const sigma_kelly_trades *)context;
    sigma_falling sum = {0};

    for (int32_t i = 0; i < t->count; i++) {
        double w = sigma_kelly_weight(t, i), x = excess(t, i), y = x / (u * x - t->worst);
        sum.value += w * y;
        sum.slope += w * (y * y);
    }
    return sum;
}

/* x / (1 + f x), of twice the precision. */
static sigma_pair share(double fraction, double r, double shift)
{
    sigma_pair x = sigma_pair_sum(r, -shift);
    sigma_pair product = sigma_pair_product(fraction, x.high);
    sigma_pair one = sigma_pair_sum(1.0, product.high);
    sigma_pair wealth = sigma_pair_ordered(one.high, one.low + (product.low + fraction * x.low));
    double quotient = x.high / wealth.high;
    sigma_pair back = sigma_pair_product(quotient, wealth.high);
    double rest = x.high - back.high - back.low + x.low - quotient * wealth.low;

    return sigma_pair_ordered(quotient, rest / wealth.high);
}

/* Exactly, and without a product for trades that count once. */
static sigma_pair weighted(const sigma_kelly_trades *t, double weight, double y)
{
    return t->weight ? sigma_pair_product(weight, y) : (sigma_pair){.high = y};
}

/* The shares of some trades, which compilers take several at a time of. */
typedef struct shares {
    double high[BLOCK], low[BLOCK];
} shares;

static void share_each(const sigma_kelly_trades *t, int32_t from, double fraction,
                       shares *restrict y)
{
    double r[BLOCK];

    for (int32_t i = 0; i < BLOCK; i++) {
        bool counts = from + i < t->count && sigma_kelly_weight(t, from + i) > 0.0;
        r[i] = counts ? t->r[from + i] : t->shift;
    }
    for (int32_t i = 0; i < BLOCK; i++) {
        sigma_pair one = share(fraction, r[i], t->shift);
        y->high[i] = one.high;
        y->low[i] = one.low;
    }
}

/* Newton's step from a fraction that is nearly the root, from sums of twice the precision: where
 * wins and losses nearly cancel, sums of doubles would not know where the root lies. */
static double correction(const sigma_kelly_trades *t, double fraction)
{
    sigma_pair sum = {0};
    double slope = 0.0;
    shares y;

    for (int32_t i = 0; i < t->count; i++) {
        int32_t k = i % BLOCK;
        if (k == 0) {
            share_each(t, i, fraction, &y);
        }
        double w = sigma_kelly_weight(t, i);
        sigma_pair wy = weighted(t, w, y.high[k]), next = sigma_pair_sum(sum.high, wy.high);
        sum = sigma_pair_ordered(next.high, next.low + (wy.low + w * y.low[k] + sum.low));
        slope += w * (y.high[k] * y.high[k]);
    }
    return sum.high / slope;
}

/* The root lies above mean / (mean + mean square), since a loss is at most 1, and at most at the
 * weight of what is not the worst loss. */
double sigma_kelly_root(const sigma_kelly_trades *t, int32_t *steps)
{
    moments m = moments_of(t);
    double first = sigma_larger(m.first, 0.0), hi = 1.0 - m.worst / m.weight;
    double lo = 0.999 * first / (first + m.second), start = first / m.second;
    double most = sigma_smaller(hi + 0x1p-40, 1.0 - 0x1p-50), scale = -t->worst;
    double f = sigma_solve(growth_slope, t, lo, most, start, steps) / scale;

    for (int32_t i = 0; i < 2; i++) {
        double next = sigma_smaller(f + correction(t, f), most / scale);
        f = sigma_larger(next, f / 2.0);
        ++*steps;
    }
    return f;
}

typedef struct limit {
    const sigma_kelly_trades *trades;
    double exponent;
} limit;

/* (7) less 1, over u, which rises from minus the mean; turned to fall. */
static sigma_falling shortfall(const void *context, double u)
{
    const limit *l = (const limit *)context;
    const sigma_kelly_trades *t = l->trades;
    double value = 0.0, slope = 0.0;

    for (int32_t i = 0; i < t->count; i++) {
        double w = sigma_kelly_weight(t, i), x = excess(t, i);
        double less = sigma_expm1(-l->exponent * sigma_log1p(u * (x / -t->worst)));
        value += w * less;
        slope += w * (x / (u * x - t->worst)) * (less + 1.0);
    }
    return (sigma_falling){-value / u, (-l->exponent * slope - value / u) / u};
}

double sigma_kelly_limited(const sigma_kelly_trades *t, double exponent, double most,
                           int32_t *steps)
{
    limit l = {t, exponent};
    double u = most * -t->worst;
    *steps = 1;
    if (!(shortfall(&l, u).value < 0.0)) {
        return most;
    }
    moments m = moments_of(t);
    double start = 2.0 * m.first / ((exponent + 1.0) * m.second);
    return sigma_solve(shortfall, &l, 0.0, u, start, steps) / -t->worst;
}

double sigma_kelly_growth(const sigma_kelly_trades *t, double fraction)
{
    double sum = 0.0, weight = 0.0;

    for (int32_t i = 0; i < t->count; i++) {
        double w = sigma_kelly_weight(t, i);
        weight += w;
        sum += w > 0.0 ? w * sigma_log1p(fraction * t->r[i]) : 0.0;
    }
    return sigma_larger(sum / weight, 0.0);
}
