/* SPDX-License-Identifier: MIT */
/** @file
 * Chances of a price under drift-diffusion: the logarithm of the price moves by a normal amount of
 * mean mu and standard deviation s each bar, independent of all others.
 *
 *     P(above now after h bars)  = Phi(mu h / sqrt(s^2 h + e^2 h^2))                         (1)
 *
 * where e is the standard error of mu. For a target at distance a above and a stop at b below,
 * both in logarithms, with theta = 2 mu / s^2 and L = a + b:
 *
 *     P(target first)   = (1 - exp(-theta b)) / (1 - exp(-theta L)),   b / L without drift   (2)
 *     E(bars until one) = (P a - (1 - P) b) / mu,                     a b / s^2              (3)
 *
 * and within T bars, with q = s^2 T / L^2, m = mu L / s^2, and x = a / L:
 *
 *     P(target by T) = P - sum 2 pi k sin(pi k x) / (pi^2 k^2 + m^2)
 *                              exp(m x - (pi^2 k^2 + m^2) q / 2),   k = 1, 2, ...            (4)
 *
 * the stop's with 1 - P, 1 - x for x and -m for m. Where q is small, the series of images in (5):
 * with A = |d| / (s sqrt(T)), M = |mu| sqrt(T) / s and R the ratio of Mills, for d = a + 2 k L,
 *
 *     P(target by T) = sum sign(d) exp(mu a / s^2) (exp(-A M) Phi(M - A) + exp(A M) Phi(-M - A)),
 *     exp(A M) Phi(-M - A) = exp(-(A^2 + M^2) / 2) R(A + M) / sqrt(2 pi)                     (5)
 *
 * These hold for a price that is watched all the time. Where it is looked at only when a bar
 * closes, both distances count 0.5826 s longer, the mean of what the last bar overshoots, which is
 * -zeta(1/2) / sqrt(2 pi), and (3) its variance, a quarter of a bar, more, and at least one. (6)
 * Beside exact numbers, with drifts up to s / 5 and distances of 2 s and more, (2) errs by at most
 * 0.0003, (3) by 0.01 bars, (4) by 0.03 at 2 s, 0.012 at 4 s and 0.006 at 8 s; at 1 s by 0.002,
 * 0.03 and 0.06.
 *
 * (2) and (3) are computed so that they lose no digits as the drift goes to 0 or the exponents
 * grow. What they say is only as good as the drift, which is known badly: so the chance without
 * drift stands beside. A short is the mirrored question: -mu, with target and stop below and above.
 *
 * Sources: Borodin and Salminen, Handbook of Brownian Motion (2002), 2.1.2 and 2.3.0; Siegmund,
 * Sequential Analysis (1985) ch. 10 for (6); Broadie, Glasserman, Kou, Mathematical Finance 7
 * (1997).
 */
#ifndef SIGMA_FORECAST_H
#define SIGMA_FORECAST_H

#include "sigma/base.h"

/** A question about a target and a stop. */
typedef struct sigma_forecast_sample {
    double drift;     /**< mu, mean change of the logarithm in a bar [1], -1000 <= x <= 1000. */
    double deviation; /**< s, its standard deviation [1], 1e-9 <= x <= 1000. */
    double target;    /**< a, log(target / price) of a long [1], 1e-9 <= x <= 1000. */
    double stop;      /**< b, log(price / stop) of a long [1], 1e-9 <= x <= 1000. */
    double bars;      /**< T, limit of time; 0 for none [bars], 0 <= x <= 1e9. */
    int32_t closes;   /**< 1 if the price is looked at when bars close, 0 all the time [1],
                           0 <= x <= 1. */
    int32_t reserved; /**< 0. */
} sigma_forecast_sample;

SIGMA_LAYOUT(sigma_forecast_sample, 48);

/** The chances. target_by + stop_by + neither_by is 1; without a limit neither_by is 0. */
typedef struct sigma_forecast_result {
    double target;     /**< Target before stop, however long it takes (2) [1], 0 <= x <= 1. */
    double stop;       /**< Stop before target [1], 0 <= x <= 1. */
    double driftless;  /**< Target before stop if there were no drift [1], 0 <= x <= 1. */
    double bars;       /**< Expected time until one of them (3) [bars], 0 <= x <= 1e30. */
    double target_by;  /**< Target first and within the limit (4) [1], 0 <= x <= 1. */
    double stop_by;    /**< Stop first and within the limit [1], 0 <= x <= 1. */
    double neither_by; /**< Neither within the limit [1], 0 <= x <= 1. */
} sigma_forecast_result;

SIGMA_LAYOUT(sigma_forecast_result, 56);

/**
 * The chance that the price is above now after some bars (1); 1/2 where nothing can move.
 *
 * @param      drift      mu, mean change of the logarithm in a bar [1], -1000 <= x <= 1000.
 * @param      error      e, standard error of the drift [1], 0 <= x <= 1000.
 * @param      deviation  s, standard deviation of the change [1], 0 <= x <= 1000.
 * @param      bars       h [bars], 1e-6 <= x <= 1e9.
 * @param[out] chance     The probability [1], 0 <= x <= 1; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_forecast_up(double drift, double error,
                                                          double deviation, double bars,
                                                          double *chance);

/**
 * The chances of target and stop, (2) to (6).
 *
 * @param      sample  The question.
 * @param[out] result  The chances; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_forecast_touch(const sigma_forecast_sample *sample,
                                                             sigma_forecast_result *result);

#endif
