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
    return sigma_from_bits(SIGMA_INFINITE);
}

/* ---- elementary_exp_table.c */

enum { SIGMA_EXP_STEPS = 128, SIGMA_EXP_TERMS = 4, SIGMA_EXPM1_TERMS = 10 };

/* 2^(i / 128) as a pair. */
extern const double sigma_exp_table[SIGMA_EXP_STEPS][2];
extern const double sigma_exp_terms[SIGMA_EXP_TERMS];     /* (exp(r) - 1 - r) / r^2 */
extern const double sigma_expm1_terms[SIGMA_EXPM1_TERMS]; /* (exp(x) - 1 - x - x^2 / 2) / x^3 */

static const double SIGMA_STEPS = 0x1.71547652b82fep+7;      /* 128 / ln 2 */
static const double SIGMA_STEP_HIGH = 0x1.62e42fefcp-8;      /* ln 2 / 128, cut at 2^-42 */
static const double SIGMA_STEP_LOW = -0x1.c610ca86c3899p-44; /* the rest */
static const double SIGMA_WHOLE = 0x1.8p52;                  /* a sum with it is a whole number */
static const double SIGMA_EXP_LEAST = -708.0; /* between these exp(x) is a normal number */
static const double SIGMA_EXP_MOST = 709.0;

/* x = n ln2/128 + rest. Of n, octave is 2^52 (n / 128), rounded down, and cell what is left. All by
 * bits of one width, so that compilers take several at a time. */
typedef struct sigma_exp_place {
    double rest;
    uint64_t octave;
    uint64_t cell;
} sigma_exp_place;

static inline sigma_exp_place sigma_exp_place_of(double x)
{
    double whole = x * SIGMA_STEPS + SIGMA_WHOLE, steps = whole - SIGMA_WHOLE;
    uint64_t n = sigma_bits(whole), cell = n & (SIGMA_EXP_STEPS - 1);

    return (sigma_exp_place){.rest = x - steps * SIGMA_STEP_HIGH - steps * SIGMA_STEP_LOW,
                             .octave = (n - cell) << 45,
                             .cell = cell};
}

/* exp(r) - 1 */
static inline double sigma_grown_by(double r)
{
    const double *c = sigma_exp_terms;
    return r + r * r * (c[0] + r * c[1] + r * r * (c[2] + r * c[3]));
}

/* Of a place: 1 <= high < 2. */
static inline sigma_pair sigma_exp_inside(sigma_exp_place at)
{
    const double *table = &sigma_exp_table[0][0];
    double high = table[2 * at.cell];

    return (sigma_pair){.high = high,
                        .low = table[2 * at.cell + 1] + high * sigma_grown_by(at.rest)};
}

/* 2^exponent of a place from -1022 to 1023. */
static inline double sigma_exp_scale(sigma_exp_place at)
{
    return sigma_from_bits((UINT64_C(1023) << 52) + at.octave);
}

/* exp(x) from SIGMA_EXP_LEAST to SIGMA_EXP_MOST. */
static inline double sigma_exp_plain(double x)
{
    sigma_exp_place at = sigma_exp_place_of(x);
    sigma_pair value = sigma_exp_inside(at);
    return (value.high + value.low) * sigma_exp_scale(at);
}

/* ---- elementary_log_table.c */

enum { SIGMA_LOG_CELLS = 128, SIGMA_LOG_TERMS = 5 };

/* A short number near 1 / z, and minus its logarithm, cut at 2^-42 and the rest. */
extern const double sigma_log_table[SIGMA_LOG_CELLS][3];
extern const double sigma_log_terms[SIGMA_LOG_TERMS]; /* (log(1 + r) - r + r^2 / 2) / r^3 */

static const double SIGMA_LN2_HIGH = 0x1.62e42fefa38p-1;         /* ln 2, cut at 2^-42 */
static const double SIGMA_LN2_LOW = 0x1.ef35793c7673p-45;        /* the rest */
static const uint64_t SIGMA_LOG_FIRST = UINT64_C(0x3fe6b) << 44; /* 0.707...: 1 is inside cell 74 */
static const uint64_t SIGMA_MANTISSA = (UINT64_C(1) << 52) - 1;
static const uint64_t SIGMA_UPPER = ~(uint64_t)UINT32_MAX;
static const double SIGMA_LOG1P_NEAR = 0x1p-8;

/* log(1 + r) - r */
static inline double sigma_log1p_rest(double r)
{
    const double *c = sigma_log_terms;
    double square = r * r;
    return square * (r * (c[0] + r * c[1] + square * (c[2] + r * c[3] + square * c[4])) - 0.5);
}

/* x = 2^octave (1 + rest) / table[cell], x > 0 normal. All by bits of one width, so that compilers
 * take several at a time: 2^52 + 1024 + octave is made of bits, too. */
typedef struct sigma_log_place {
    double octave;
    uint64_t cell;
    sigma_pair rest;
} sigma_log_place;

static inline sigma_log_place sigma_log_place_of(double x)
{
    uint64_t above = sigma_bits(x) - SIGMA_LOG_FIRST, inside = above & SIGMA_MANTISSA;
    uint64_t octave = (above + (UINT64_C(1024) << 52)) >> 52, cell = inside >> 45;
    const double *table = &sigma_log_table[0][0];
    double inverse = table[3 * cell], z = sigma_from_bits(inside + SIGMA_LOG_FIRST);
    double upper = sigma_from_bits(sigma_bits(z) & SIGMA_UPPER);

    return (sigma_log_place){
        .octave = sigma_from_bits(octave | UINT64_C(1075) << 52) - (0x1p52 + 1024.0),
        .cell = cell,
        .rest = sigma_pair_ordered(upper * inverse - 1.0, (z - upper) * inverse)};
}

static inline sigma_pair sigma_log_of_place(sigma_log_place at)
{
    const double *table = &sigma_log_table[0][0];
    double high = at.rest.high;
    sigma_pair sum = sigma_pair_ordered(at.octave * SIGMA_LN2_HIGH + table[3 * at.cell + 1], high);

    sum.low +=
        at.octave * SIGMA_LN2_LOW + table[3 * at.cell + 2] + at.rest.low + sigma_log1p_rest(high);
    return sum;
}

/* log(x), x > 0 normal. */
static inline double sigma_log_normal(double x)
{
    sigma_pair sum = sigma_log_of_place(sigma_log_place_of(x));
    return sum.high + sum.low;
}

/* log(1 + x), |x| <= SIGMA_LOG1P_NEAR. */
static inline double sigma_log1p_near(double x)
{
    return x + sigma_log1p_rest(x);
}

/* log(1 + x), x > -1 finite: 1 + x is a pair, whose lower part adds its share of the upper one. */
static inline double sigma_log1p_far(double x)
{
    sigma_pair one_more = sigma_pair_sum(1.0, x),
               sum = sigma_log_of_place(sigma_log_place_of(one_more.high));
    return sum.high + (sum.low + one_more.low / one_more.high);
}

/* ---- elementary_tanh_table.c */

enum { SIGMA_TANH_CELLS = 257, SIGMA_TANH_TERMS = 8 };

/* The middle of a cell, tanh of it as a pair, and 1 - tanh^2. */
extern const double sigma_tanh_table[SIGMA_TANH_CELLS][4];
extern const double sigma_tanh_terms[SIGMA_TANH_TERMS]; /* (tanh(r) - r) / r^3, in r^2 */

static const double SIGMA_TANH_MOST = 22.0;      /* from which on it is 1 */
static const double SIGMA_TANH_ZERO = 0x1.fcp-4; /* just below the first cell but for that of 0 */

static inline double sigma_tanh_rest(double square)
{
    const double *c = sigma_tanh_terms;
    double fourth = square * square;
    double low = c[0] + square * c[1] + fourth * (c[2] + square * c[3]);
    double high = c[4] + square * c[5] + fourth * (c[6] + square * c[7]);
    return low + fourth * fourth * high;
}

/* size >= 0 with the sign of x. */
static inline double sigma_signed(double size, double x)
{
    return sigma_from_bits(sigma_bits(size) | (sigma_bits(x) & SIGMA_HIGHEST));
}

/* tanh(size) for 0 <= size <= SIGMA_TANH_MOST, of which held is not below SIGMA_TANH_ZERO. */
static inline double sigma_tanh_plain(double size, double held)
{
    const double *table = &sigma_tanh_table[0][0];
    uint64_t cell = 4 * ((sigma_bits(held) >> 47) - (sigma_bits(SIGMA_TANH_ZERO) >> 47));
    double r = size - table[cell], middle = table[cell + 1];
    double part = r + r * (r * r) * sigma_tanh_rest(r * r);
    double above = part * table[cell + 3] / (1.0 + middle * part);

    return middle + (table[cell + 2] + above);
}

/* ---- elementary_cdf_table.c and elementary_quantile_table.c */

enum { SIGMA_CDF_CELLS = 50, SIGMA_CDF_TERMS = 8, SIGMA_QUANTILE_CELLS = 38 };
enum { SIGMA_QUANTILE_TERMS = 13, SIGMA_CELL_TERMS = 13 };

/* Eight cells to the octave; the function in the middle as a pair, then powers of the distance. */
extern const double sigma_cdf_table[SIGMA_CDF_CELLS][SIGMA_CELL_TERMS];
extern const double sigma_quantile_table[SIGMA_QUANTILE_CELLS][SIGMA_CELL_TERMS];
extern const double sigma_cdf_terms[SIGMA_CDF_TERMS];           /* in x^2 */
extern const double sigma_quantile_terms[SIGMA_QUANTILE_TERMS]; /* in (p - 1/2)^2 */

#endif
