/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "columns.h"
#include "sigma/kelly.h"

enum { BETS_MAX = 64, SWEEPS = 2000, HALVINGS = 60 };
static const double SETTLED = 1e-16;

typedef struct bets {
    const double *mean;
    const double *covariance;
    const double *cap;
    double *fraction;
    int32_t count;
    bool either; /* a bet may be taken the other way round */
} bets;

/* What one more of a bet adds, but for what it takes of the sum. */
static double slope_of(const bets *b, int32_t i)
{
    double slope = b->mean[i];

    for (int32_t j = 0; j < b->count; j++) {
        slope -= b->covariance[i * b->count + j] * b->fraction[j];
    }
    return slope;
}

/* What is best of a bet that alone would be best at a fraction, which the price takes from. */
static double taken(const bets *b, int32_t i, double fraction, double toll)
{
    double size = b->either ? sigma_magnitude(fraction) : fraction;
    double held = sigma_clamped(size - toll, 0.0, b->cap[i]);

    return size > fraction ? 0.0 - held : held; /* never -0 */
}

/* (18) less price times the sum, each fraction in turn at its best; what changed, at most. */
static double sweep(const bets *b, double price)
{
    double changed = 0.0;

    for (int32_t i = 0; i < b->count; i++) {
        double variance = b->covariance[i * b->count + i];
        double alone = b->fraction[i] + slope_of(b, i) / variance;
        double next = taken(b, i, alone, price / variance);
        double moved = sigma_magnitude(next - b->fraction[i]);
        changed = sigma_larger(changed, moved / sigma_larger(b->cap[i], 1e-300));
        b->fraction[i] = next;
    }
    return changed;
}

/* The sum of the fractions at a price. */
static double sum_at(const bets *b, double price)
{
    double sum = 0.0, changed = 1.0;

    for (int32_t i = 0; i < SWEEPS && changed > SETTLED; i++) {
        changed = sweep(b, price);
    }
    for (int32_t i = 0; i < b->count; i++) {
        sum += sigma_magnitude(b->fraction[i]);
    }
    return sum;
}

/* The least price at which the sum keeps to its most. */
static void balance_bets(const bets *b, double most)
{
    double lo = 0.0, hi = 0.0;

    for (int32_t i = 0; i < b->count; i++) {
        b->fraction[i] = 0.0;
        hi = sigma_larger(hi, sigma_magnitude(b->mean[i]));
    }
    if (sum_at(b, 0.0) <= most) {
        return;
    }
    hi *= b->count;
    for (int32_t i = 0; i < HALVINGS; i++) {
        double middle = 0.5 * (lo + hi);
        bool above = sum_at(b, middle) > most;
        lo = above ? middle : lo;
        hi = above ? hi : middle;
    }
    (void)sum_at(b, hi);
}

/* Symmetric, with a variance for each, and no correlation beyond 1 but for rounding. */
static bool is_covariance(const double *s, int32_t count)
{
    bool valid = true;

    for (int32_t i = 0; valid && i < count; i++) {
        valid = sigma_within(s[i * count + i], 1e-12, 1e6);
        for (int32_t j = 0; valid && j < i; j++) {
            double c = s[i * count + j], most = s[i * count + i] * s[j * count + j];
            valid = c == s[j * count + i] && c * c <= most * (1.0 + 1e-9);
        }
    }
    return valid;
}

static bool bets_valid(const bets *b, double most)
{
    return sigma_between(b->count, 1, BETS_MAX) && sigma_within(most, 1e-6, 1e6) &&
           sigma_column_within(b->mean, b->count, -1e6, 1e6) &&
           sigma_column_within(b->cap, b->count, 0.0, 1e6) &&
           is_covariance(b->covariance, b->count);
}

static bool inputs_apart(const bets *b)
{
    const double *end = b->covariance + (int64_t)b->count * b->count;
    bool apart = b->fraction + b->count <= b->covariance || b->fraction >= end;

    return apart && b->fraction != b->mean && b->fraction != b->cap &&
           !sigma_columns_overlap(b->mean, b->fraction, b->count) &&
           !sigma_columns_overlap(b->cap, b->fraction, b->count);
}

static sigma_status several(bets b, double most)
{
    if (!b.mean || !b.covariance || !b.cap || !b.fraction) {
        return SIGMA_E_NULL;
    }
    if (!bets_valid(&b, most) || !inputs_apart(&b)) {
        return SIGMA_E_RANGE;
    }
    balance_bets(&b, most);
    return SIGMA_OK;
}

sigma_status sigma_kelly_several(const double *mean, const double *covariance, const double *cap,
                                 int32_t count, double most, double *fraction)
{
    return several((bets){mean, covariance, cap, fraction, count, false}, most);
}

sigma_status sigma_kelly_either(const double *mean, const double *covariance, const double *cap,
                                int32_t count, double most, double *fraction)
{
    return several((bets){mean, covariance, cap, fraction, count, true}, most);
}
