/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "elementary.h"
#include "monitor.h"

static const double OVERSHOOT = 1.166; /* twice the mean overshoot of a standard normal walk */
static const double RUN_MAX = 1e15;

/* (exp(y) - 1 - y) / (y^2 / 2), which is 1 at 0. */
static double growth(double y)
{
    if (sigma_magnitude(y) < 0.01) {
        return 1.0 + y / 3.0 + y * y / 12.0 + y * y * y / 60.0 + y * y * y * y / 360.0;
    }
    return 2.0 * (sigma_expm1(y) - y) / (y * y);
}

sigma_status sigma_monitor_run_length(double shift, double slack, double threshold, double *trades)
{
    if (!trades) {
        return SIGMA_E_NULL;
    }
    *trades = 0.0;
    if (!sigma_within(shift, -10.0, 10.0) || !sigma_within(slack, -10.0, 10.0) ||
        !sigma_within(threshold, 0.0, 1e6)) {
        return SIGMA_E_RANGE;
    }
    double b = threshold + OVERSHOOT, y = 2.0 * (slack - shift) * b;
    *trades = y < 700.0 ? sigma_smaller(b * b * growth(y), RUN_MAX) : RUN_MAX;
    return SIGMA_OK;
}

/* With y = 2 k b the formula is exp(y) - 1 - y = c = 2 k^2 A. The left side is convex, at least
 * y^2 / 2, and from 1.7 on at least exp(y) / 2, so Newton's steps fall from there to the root. */
static double root(double c)
{
    double far = sigma_larger(1.7, sigma_log(2.0 * c));
    double y = sigma_smaller(sigma_sqrt(2.0 * c), far), last;

    do {
        last = y;
        y -= (0.5 * y * y * growth(y) - c) / sigma_expm1(y);
    } while (y < last);
    return last;
}

double sigma_monitor_solve(double slack, double trades)
{
    double b = root(2.0 * slack * slack * trades) / (2.0 * slack);
    return sigma_larger(b - OVERSHOOT, 0.0);
}

sigma_status sigma_monitor_threshold(double slack, double trades, double *threshold)
{
    if (!threshold) {
        return SIGMA_E_NULL;
    }
    *threshold = 0.0;
    if (!sigma_within(slack, 1e-4, 10.0) || !sigma_within(trades, 10.0, 1e12)) {
        return SIGMA_E_RANGE;
    }
    *threshold = sigma_monitor_solve(slack, trades);
    return SIGMA_OK;
}
