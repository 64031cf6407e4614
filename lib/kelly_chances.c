/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "elementary.h"
#include "kelly.h"
#include "passage.h"

static const double LONG = 1e30;    /* trades that nobody lives to see */
static const double STEEP = 60.0;   /* exponents beyond which it takes so many */
static const double NARROW = 0.01;  /* below it a series is more exact */
static const double SHIFTED = 16.0; /* from where Stirling's series is exact */
enum { HALVINGS = 64, FRACTIONS = 2000, TRADES_MAX = 1000000 };

/* ---- (13) */

sigma_status sigma_kelly_outlook(double share, double level, sigma_kelly_chances *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_kelly_chances){0};
    if (!sigma_within(share, 1e-3, 2.0) || !sigma_within(level, 1e-6, 1.0)) {
        return SIGMA_E_RANGE;
    }
    double power = 2.0 / share - 1.0;
    result->growth = share * (2.0 - share);
    result->ever = sigma_exp(power * sigma_log(level));
    result->doubled = 1.0 / (1.0 + sigma_exp(power * sigma_log(0.5)));
    return SIGMA_OK;
}

/* ---- (14) to (16) */

/* 2 (exp(y) - 1 - y) / y^2 */
static double bend(double y)
{
    if (y > -NARROW && y < NARROW) {
        return 1.0 + y / 3.0 * (1.0 + y / 4.0 * (1.0 + y / 5.0 * (1.0 + y / 6.0)));
    }
    return 2.0 * (sigma_expm1(y) - y) / (y * y);
}

static void fall(double mean, double deviation, double depth, double trades,
                 sigma_kelly_fall *result)
{
    double y = 2.0 * mean * depth / (deviation * deviation), span = sigma_sqrt(trades);
    double unit = depth / deviation;
    double away = sigma_magnitude(mean) * span / deviation;
    double start = sigma_passage_image(unit / span, away, -sigma_larger(y, 0.0));

    result->ever = y > 0.0 ? sigma_exp(-y) : 1.0;
    result->start = sigma_clamped(start, 0.0, 1.0);
    result->trades = y < STEEP ? sigma_smaller(unit * unit * bend(y), LONG) : LONG;
    result->peak = sigma_kelly_peak_chance(y / 2.0, trades / (unit * unit));
}

sigma_status sigma_kelly_drawdown(double mean, double deviation, double drawdown, double trades,
                                  sigma_kelly_fall *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_kelly_fall){0};
    if (!sigma_within(mean, -1.0, 1.0) || !sigma_within(deviation, 1e-6, 10.0) ||
        !sigma_within(drawdown, 1e-3, 0.999) || !sigma_within(trades, 1.0, 1e9)) {
        return SIGMA_E_RANGE;
    }
    fall(mean, deviation, -sigma_log1p(-drawdown), trades, result);
    return SIGMA_OK;
}

/* ---- (17) */

/* log Gamma(x) by Stirling's series, x brought to where it is exact. */
static double log_gamma(double x)
{
    double product = 1.0;

    for (; x < SHIFTED; x += 1.0) {
        product *= x;
    }
    double r = 1.0 / x, s = r * r;
    double series = r * (1.0 / 12.0 - s * (1.0 / 360.0 - s * (1.0 / 1260.0 - s / 1680.0)));
    return (x - 0.5) * sigma_log(x) - x + 0x1.d67f1c864beb5p-1 + series - sigma_log(product);
}

/* Terms of the continued fraction of the incomplete Beta function. */
static double term_of(double a, double b, double x, int32_t k)
{
    double m = k / 2;

    return k % 2 == 0 ? m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m))
                      : -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
}

/* The incomplete Beta function over the complete one, where the fraction is quick. */
static double below(double a, double b, double x)
{
    double rest = 1.0, power = a * sigma_log(x) + b * sigma_log1p(-x);

    for (int32_t k = FRACTIONS; k >= 1; k--) {
        rest = 1.0 + term_of(a, b, x, k) / rest;
    }
    return sigma_exp(power + log_gamma(a + b) - log_gamma(a) - log_gamma(b)) / (a * rest);
}

static double beta_cdf(double a, double b, double x)
{
    return x < (a + 1.0) / (a + b + 2.0) ? below(a, b, x) : 1.0 - below(b, a, 1.0 - x);
}

sigma_status sigma_kelly_win_rate(int32_t wins, int32_t trades, double chance, double *win_rate)
{
    if (!win_rate) {
        return SIGMA_E_NULL;
    }
    *win_rate = 0.0;
    if (!sigma_between(trades, 0, TRADES_MAX) || !sigma_between(wins, 0, trades) ||
        !sigma_within(chance, 1e-6, 0.5)) {
        return SIGMA_E_RANGE;
    }
    double a = wins + 0.5, b = trades - wins + 0.5, lo = 0.0, hi = 1.0;
    for (int32_t i = 0; i < HALVINGS; i++) {
        double middle = 0.5 * (lo + hi);
        bool short_of = beta_cdf(a, b, middle) < chance;
        lo = short_of ? middle : lo;
        hi = short_of ? hi : middle;
    }
    *win_rate = lo;
    return SIGMA_OK;
}
