/* SPDX-License-Identifier: MIT */
/* What the elementary functions share: results before their last rounding, and the tables, which
 * tests/unit/vectors/elementary.py prints. */
#ifndef SIGMA_LIB_ELEMENTARY_PARTS_H
#define SIGMA_LIB_ELEMENTARY_PARTS_H

#include "bytes.h"
#include "pair.h"

/* value 2^exponent */
typedef struct sigma_scaled {
    sigma_pair value;
    int32_t exponent;
} sigma_scaled;

/* exp(high + low) for |high| < 800 and a low far below; value.high is in 1 <= x < 2. */
sigma_scaled sigma_exp_scaled(double high, double low);

/* The nearest double, also where it is subnormal or infinite; 2^-20 < value < 2^20 and the exponent
 * is from -2000 to 1024. */
double sigma_scaled_round(sigma_scaled scaled);

/* log(x) for 0 < x < infinity; |low| may reach 2^-7 |high|. */
sigma_pair sigma_log_pair(double x);

/* 2^exponent for -1022 <= exponent <= 1023. */
static inline double sigma_power_of_two(int32_t exponent)
{
    return sigma_from_bits((uint64_t)(1023 + exponent) << 52);
}

static inline double sigma_infinity(void)
{
    return sigma_from_bits(UINT64_C(0x7ff) << 52);
}

/* ---- elementary_exp_table.c */

enum { SIGMA_EXP_STEPS = 128, SIGMA_EXP_TERMS = 4, SIGMA_EXPM1_TERMS = 10 };

/* 2^(i / 128) as a pair. */
extern const double sigma_exp_table[SIGMA_EXP_STEPS][2];
extern const double sigma_exp_terms[SIGMA_EXP_TERMS];     /* (exp(r) - 1 - r) / r^2 */
extern const double sigma_expm1_terms[SIGMA_EXPM1_TERMS]; /* (exp(x) - 1 - x - x^2 / 2) / x^3 */

/* ---- elementary_log_table.c */

enum { SIGMA_LOG_CELLS = 128, SIGMA_LOG_TERMS = 5 };

/* A short number near 1 / z, and minus its logarithm, cut at 2^-42 and the rest. */
extern const double sigma_log_table[SIGMA_LOG_CELLS][3];
extern const double sigma_log_terms[SIGMA_LOG_TERMS]; /* (log(1 + r) - r + r^2 / 2) / r^3 */

/* ---- elementary_cdf_table.c and elementary_quantile_table.c */

enum { SIGMA_CDF_CELLS = 50, SIGMA_CDF_TERMS = 8, SIGMA_QUANTILE_CELLS = 38 };
enum { SIGMA_QUANTILE_TERMS = 13, SIGMA_CELL_TERMS = 13 };

/* Eight cells to the octave; the function in the middle as a pair, then powers of the distance. */
extern const double sigma_cdf_table[SIGMA_CDF_CELLS][SIGMA_CELL_TERMS];
extern const double sigma_quantile_table[SIGMA_QUANTILE_CELLS][SIGMA_CELL_TERMS];
extern const double sigma_cdf_terms[SIGMA_CDF_TERMS];           /* in x^2 */
extern const double sigma_quantile_terms[SIGMA_QUANTILE_TERMS]; /* in (p - 1/2)^2 */

#endif
