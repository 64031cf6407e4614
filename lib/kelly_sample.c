/* SPDX-License-Identifier: MIT */
#include "kelly_sample.h"

#include "elementary.h"
#include "pair.h"
#include "solver.h"

static const double CLOSE = 0x1p-12; /* Newton's next step is SHORT */
static const double SHORT = 0x1p-20; /* Halley's next one no double sees */

/* (3) and its slope; y = x / (1 + f x) in units of the worst loss. */
static sigma_falling growth_slope(const void *context, double u)
{
    const sigma_kelly_trades *t = (const sigma_kelly_trades *)context;
    sigma_falling sum = {0};

    for (int32_t i = 0; i < t->count; i++) {
        double w = sigma_kelly_weight(t, i), x = sigma_kelly_excess(t, i),
               y = x / (u * x - t->worst);
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
    double inverse = 1.0 / wealth.high, quotient = x.high * inverse;
    sigma_pair back = sigma_pair_product(quotient, wealth.high);
    double rest = x.high - back.high - back.low + x.low - quotient * wealth.low;

    return (sigma_pair){.high = quotient, .low = rest * inverse};
}

enum { BLOCK = SIGMA_KELLY_BLOCK };

/* Sums of the shares, their squares and cubes. */
typedef struct shares {
    sigma_pair_sums sum;
    double square[BLOCK], cube[BLOCK];
} shares;

static void share_each(const sigma_kelly_block *restrict some, double fraction, double shift,
                       sigma_pair_sums *restrict y, shares *restrict all)
{
    for (int32_t i = 0; i < BLOCK; i++) {
        sigma_pair one = share(fraction, some->r[i], shift);
        double square = some->weight[i] * (one.high * one.high);
        y->high[i] = one.high;
        y->low[i] = one.low;
        all->square[i] += square;
        all->cube[i] += square * one.high;
    }
}

static shares shares_of(const sigma_kelly_trades *t, double fraction)
{
    shares all = {0};
    sigma_pair_sums y;
    sigma_kelly_block some;

    for (int32_t i = 0; i < t->count; i += BLOCK) {
        sigma_kelly_take(t, i, t->shift, &some);
        share_each(&some, fraction, t->shift, &y, &all);
        if (t->weight) { /* a product with 1 would say nothing */
            sigma_pair_weigh(&y, some.weight);
        }
        sigma_pair_add(&all.sum, &y);
    }
    return all;
}

/* Halley's step from a fraction that is nearly the root, from sums of twice the precision: where
 * wins and losses nearly cancel, sums of doubles would not know where the root lies. */
static double correction(const sigma_kelly_trades *t, double fraction)
{
    shares all = shares_of(t, fraction);
    double square = 0.0, cube = 0.0;

    for (int32_t i = 0; i < BLOCK; i++) {
        square += all.square[i];
        cube += all.cube[i];
    }
    double step = sigma_pair_total(&all.sum) / square;
    return step + step * step * (cube / square);
}

/* Whether a step from u leaves nothing to correct: about its cube over the square of the distance
 * from u to the poles of (3), of which one is at 1 and the others are below 0. */
static bool is_last(double step, double u)
{
    return sigma_magnitude(step) <= SHORT * sigma_smaller(u, 1.0 - u);
}

/* The root lies above mean / (mean + mean square), since a loss is at most 1, and at most at the
 * weight of what is not the worst loss. */
double sigma_kelly_root(const sigma_kelly_trades *t, int32_t *steps)
{
    double first = sigma_kelly_first(t), second = sigma_kelly_second(t), scale = -t->worst;
    double most = sigma_smaller(1.0 - t->rarest / t->number + 0x1p-40, 1.0 - 0x1p-50);
    sigma_bracket bracket = {0.999 * first / (first + second), most, first / second, CLOSE};
    double f = sigma_solve(growth_slope, t, &bracket, steps) / scale;
    bool done = false;

    for (int32_t i = 0; i < 2 && !done; i++) {
        double step = correction(t, f);
        done = is_last(step * scale, f * scale);
        f = sigma_larger(sigma_smaller(f + step, most / scale), f / 2.0);
        ++*steps;
    }
    return f;
}

/* Rounding moves the value by less than (count + 8) 2^-52 times the sum of w |y|, which is at most
 * the root of the number and the sum of w y^2. */
bool sigma_kelly_is_above(const sigma_kelly_trades *t, double fraction)
{
    double u = fraction * -t->worst * (1.0 + 0x1p-40);
    if (!(u < 1.0 - 0x1p-20)) {
        return false;
    }
    sigma_falling at = growth_slope(t, u);
    return at.value > (t->count + 8.0) * 0x1p-52 * sigma_sqrt(t->number * at.slope);
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
