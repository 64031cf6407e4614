/* SPDX-License-Identifier: MIT */
/* The fraction that a chance of drawdown limits, (7). With t = u x and c_k = (k + lambda - 1 over
 * k) it is the root of
 *
 *     mean of (1 + t)^-lambda - 1 = - lambda u mean x + sum over k > 1 of c_k (-u)^k mean of x^k
 *
 * which, as long as the series ends soon, is a polynomial of few sums over the trades; where it
 * does not, every step of the solver takes logarithms and exponentials of all. */
#include "elementary.h"
#include "kelly_sample.h"
#include "pair.h"
#include "solver.h"

enum {
    BLOCK = SIGMA_KELLY_BLOCK,
    POWERS = 24
}; /* powers from 0 on; the next one, an even one, is the remainder */

static const double EXACT = 0x1p-56;

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
        double w = sigma_kelly_weight(t, i), x = sigma_kelly_excess(t, i);
        double less = sigma_expm1(-l->exponent * sigma_log1p(u * (x / -t->worst)));
        value += w * less;
        slope += w * (x / (u * x - t->worst)) * (less + 1.0);
    }
    return (sigma_falling){-value / u, (-l->exponent * slope - value / u) / u};
}

/* ---- as a polynomial */

/* Of u over what was guessed: minus c_k (-guess)^k sum of x^k, the first of k = 1. */
typedef struct terms {
    double term[POWERS - 1];
    double remainder; /* of the next one */
} terms;

typedef struct sums {
    double of[POWERS + 1];
} sums;

/* Of some trades, side by side. */
static void add_block(sums *restrict sum, const double *restrict x, double *restrict power)
{
    for (int32_t k = 0; k <= POWERS; k++) {
        const double *p = power;
        sum->of[k] += ((p[0] + p[1]) + (p[2] + p[3])) + ((p[4] + p[5]) + (p[6] + p[7]));
        for (int32_t i = 0; i < BLOCK; i++) {
            power[i] *= x[i];
        }
    }
}

static sums powers_of(const sigma_kelly_trades *t, double scale)
{
    sigma_kelly_block some;
    sums sum = {0};

    for (int32_t from = 0; from < t->count; from += BLOCK) {
        sigma_kelly_take(t, from, t->shift, &some);
        for (int32_t i = 0; i < BLOCK; i++) {
            some.r[i] = (some.r[i] - t->shift) * scale;
        }
        add_block(&sum, some.r, some.weight);
    }
    return sum;
}

static terms terms_of(const limit *l, double guess)
{
    const sigma_kelly_trades *t = l->trades;
    sums sum = powers_of(t, guess / -t->worst);
    double binomial = -1.0;
    terms all;

    for (int32_t k = 1; k < POWERS; k++) {
        binomial *= -(l->exponent + (k - 1)) / k;
        all.term[k - 1] = binomial * sum.of[k];
    }
    binomial *= -(l->exponent + (POWERS - 1)) / POWERS;
    all.remainder = binomial * sum.of[POWERS];
    all.term[0] = l->exponent * t->number * (t->mean * (guess / -t->worst));
    return all;
}

static sigma_falling polynomial(const void *context, double x)
{
    const double *c = ((const terms *)context)->term;
    double value = c[POWERS - 2], slope = 0.0;

    for (int32_t k = POWERS - 3; k >= 0; k--) {
        slope = value + x * slope;
        value = c[k] + x * value;
    }
    return (sigma_falling){value, -slope};
}

/* Whether the terms that there are none of are nothing beside the first at x times the guess, u.
 * They are at most the next one over (1 - u)^(lambda + POWERS). */
static bool ends_soon(const limit *l, const terms *all, double x, double u)
{
    double power = x;
    for (int32_t k = 2; k < POWERS; k++) {
        power *= x;
    }
    double more = sigma_exp(-(l->exponent + POWERS) * sigma_log1p(-u));
    return -all->remainder * power * more < EXACT * all->term[0];
}

static double start_of(const sigma_kelly_trades *t, double exponent)
{
    return 2.0 * sigma_kelly_first(t) / ((exponent + 1.0) * sigma_kelly_second(t));
}

/* The root by sums in 0 < u < 1, and whether it is that of (7). */
static double root_of_sums(const limit *l, bool *told)
{
    double start = start_of(l->trades, l->exponent);
    terms all = terms_of(l, start);
    sigma_bracket bracket = {0.0, (1.0 - 0x1p-20) / start, 1.0, SIGMA_SOLVER_LAST};
    int32_t steps;

    *told = ends_soon(l, &all, 1.0, start);
    if (!*told) {
        return start;
    }
    double x = sigma_solve(polynomial, &all, &bracket, &steps);
    *told = ends_soon(l, &all, x, x * start);
    return x * start;
}

double sigma_kelly_limit(const sigma_kelly_trades *t, double exponent)
{
    limit l = {t, exponent};
    bool told;
    double u = root_of_sums(&l, &told);
    return told ? u / -t->worst : 0.0;
}

/* ---- either */

double sigma_kelly_limited(const sigma_kelly_trades *t, double exponent, double most,
                           int32_t *steps)
{
    limit l = {t, exponent};
    bool told;
    double u = root_of_sums(&l, &told), hi = most * -t->worst;
    int32_t more = 0;

    *steps = 1;
    if (told) {
        return sigma_smaller(u / -t->worst, most);
    }
    if (shortfall(&l, hi).value < 0.0) {
        sigma_bracket bracket = {0.0, hi, u, SIGMA_SOLVER_LAST};
        most = sigma_solve(shortfall, &l, &bracket, &more) / -t->worst;
    }
    *steps += more + 1;
    return most;
}
