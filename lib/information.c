/* SPDX-License-Identifier: MIT */
#include "sigma/information.h"

#include "check.h"
#include "columns.h"
#include "elementary.h"

enum { COUNT_MAX = 100000, EDGES_MAX = 4096, BINS_MAX = 64, ORDER_MAX = 5, ORDERS_MAX = 120 };
static const double PRICE_MIN = 1e-15;
static const double VALUE_MAX = 1e15;
static const double VOLUME_MAX = 1e18;
static const double COLLAPSE_MAX = 1e300;
static const double LOG_2 = 0.69314718055994530942;

static bool count_valid(int32_t count, int32_t least)
{
    return sigma_between(count, least, COUNT_MAX);
}

/* ---- volume */

sigma_status sigma_information_drift(const double *price, const double *volume, int32_t count,
                                     double reference, double *drift)
{
    double moved = 0.0, traded = 0.0;

    if (!drift) {
        return SIGMA_E_NULL;
    }
    *drift = 0.0;
    if (!price || !volume) {
        return SIGMA_E_NULL;
    }
    if (!count_valid(count, 1) || !sigma_within(reference, PRICE_MIN, VALUE_MAX) ||
        !sigma_column_within(price, count, PRICE_MIN, VALUE_MAX) ||
        !sigma_column_within(volume, count, 0.0, VOLUME_MAX)) {
        return SIGMA_E_RANGE;
    }
    for (int32_t i = 0; i < count; i++) {
        moved += volume[i] * (price[i] - reference);
        traded += volume[i];
    }
    if (!(traded > 0.0)) {
        return SIGMA_WARMUP;
    }
    *drift = moved / traded;
    return SIGMA_OK;
}

/* log(a / b), with all digits where they are near, and of any two, though no number holds a / b. */
static double log_apart(double a, double b)
{
    double change = (a - b) / b;
    return sigma_within(change, -0.5, 1.0) ? sigma_log1p(change) : sigma_log(a) - sigma_log(b);
}

/* Mean and deviation of the logarithms of volumes above 0, in one pass about the last one. */
static bool standing(const double *volume, int32_t count, double *zscore)
{
    double last = volume[count - 1], sum = 0.0, squares = 0.0;
    int32_t n = 0;

    for (int32_t i = 0; i < count && last > 0.0; i++) {
        if (volume[i] > 0.0) {
            double apart = log_apart(volume[i], last);
            sum += apart;
            squares += apart * apart;
            n++;
        }
    }
    if (n < 2) {
        return false;
    }
    double mean = sum / n, variance = squares / n - mean * mean;
    if (variance > 0.0) {
        *zscore = -mean / sigma_sqrt(variance);
    }
    return true;
}

sigma_status sigma_information_volume(const double *volume, int32_t count, double *zscore)
{
    if (!zscore) {
        return SIGMA_E_NULL;
    }
    *zscore = 0.0;
    if (!volume) {
        return SIGMA_E_NULL;
    }
    if (!count_valid(count, 1) || !sigma_column_within(volume, count, 0.0, VOLUME_MAX)) {
        return SIGMA_E_RANGE;
    }
    return standing(volume, count, zscore) ? SIGMA_OK : SIGMA_WARMUP;
}

/* ---- collapse */

sigma_status sigma_information_collapse(const double *weight, const double *phi, int32_t count,
                                        double shift, double *collapse)
{
    if (!collapse) {
        return SIGMA_E_NULL;
    }
    *collapse = 0.0;
    if (!weight || !phi) {
        return SIGMA_E_NULL;
    }
    if (!count_valid(count, 3) || !sigma_within(shift, -VALUE_MAX, VALUE_MAX) ||
        !sigma_column_within(weight, count, -VALUE_MAX, VALUE_MAX) ||
        !sigma_column_within(phi, count, -VALUE_MAX, VALUE_MAX)) {
        return SIGMA_E_RANGE;
    }
    double sum = 0.0;
    for (int32_t i = 1; i < count - 1; i++) {
        sum += weight[i] * ((phi[i + 1] - phi[i]) - (phi[i] - phi[i - 1]));
    }
    *collapse = sum + shift;
    return SIGMA_OK;
}

sigma_status sigma_information_confidence(double confidence, double collapse, double *mixed)
{
    if (!mixed) {
        return SIGMA_E_NULL;
    }
    *mixed = 0.0;
    if (!sigma_within(confidence, 0.0, 1.0) ||
        !sigma_within(collapse, -COLLAPSE_MAX, COLLAPSE_MAX)) {
        return SIGMA_E_RANGE;
    }
    *mixed = sigma_smaller((confidence + sigma_magnitude(collapse)) / 2.0, 1.0);
    return SIGMA_OK;
}

/* ---- entropy */

/* Of groups of values, in bits, without correction. */
static sigma_entropy entropy_of(const int32_t *held, int32_t groups, int32_t count)
{
    sigma_entropy entropy = {0};

    for (int32_t k = 0; k < groups; k++) {
        if (held[k] > 0) {
            double p = held[k] / (double)count;
            entropy.bits -= p * sigma_log(p);
            entropy.occupied++;
        }
    }
    entropy.bits /= LOG_2;
    return entropy;
}

static double share_of(double bits, int32_t groups)
{
    return bits * LOG_2 / sigma_log(groups);
}

/* Number of values up to a limit. */
static int32_t count_up_to(const double *x, int32_t count, double limit)
{
    int32_t number = 0;
    for (int32_t i = 0; i < count; i++) {
        number += x[i] <= limit;
    }
    return number;
}

/* The least value with at least so many values up to it. */
static double least_with(const double *x, int32_t count, double many)
{
    double least = VALUE_MAX;
    for (int32_t i = 0; i < count; i++) {
        if (x[i] < least && count_up_to(x, count, x[i]) >= many) {
            least = x[i];
        }
    }
    return least;
}

sigma_status sigma_information_edges(const double *x, int32_t count, int32_t bins, double *edges)
{
    if (!x || !edges) {
        return SIGMA_E_NULL;
    }
    if (!sigma_between(bins, 2, BINS_MAX) || !sigma_between(count, bins, EDGES_MAX) || edges == x ||
        sigma_columns_overlap(x, edges, count) ||
        !sigma_column_within(x, count, -VALUE_MAX, VALUE_MAX)) {
        return SIGMA_E_RANGE;
    }
    for (int32_t k = 1; k < bins; k++) {
        edges[k - 1] = least_with(x, count, (double)k * count / bins);
    }
    return SIGMA_OK;
}

static bool edges_valid(const double *edges, int32_t bins)
{
    bool valid = sigma_between(bins, 2, BINS_MAX) &&
                 sigma_column_within(edges, bins - 1, -VALUE_MAX, VALUE_MAX);
    for (int32_t k = 1; valid && k < bins - 1; k++) {
        valid = edges[k - 1] <= edges[k];
    }
    return valid;
}

/* Values in each bin: of 64 bins six comparisons find the right one. */
static void fill(const double *x, int32_t count, const double *edges, int32_t bins, int32_t *held)
{
    for (int32_t i = 0; i < count; i++) {
        int32_t low = 0, high = bins - 1;
        while (low < high) {
            int32_t middle = (low + high) / 2;
            if (x[i] <= edges[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        held[low]++;
    }
}

sigma_status sigma_information_shannon(const double *x, int32_t count, const double *edges,
                                       int32_t bins, sigma_entropy *result)
{
    int32_t held[BINS_MAX] = {0};

    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_entropy){0};
    if (!x || !edges) {
        return SIGMA_E_NULL;
    }
    if (!count_valid(count, 1) || !edges_valid(edges, bins) ||
        !sigma_column_within(x, count, -VALUE_MAX, VALUE_MAX)) {
        return SIGMA_E_RANGE;
    }
    fill(x, count, edges, bins, held);
    *result = entropy_of(held, bins, count);
    result->bits += (result->occupied - 1) / (2.0 * count * LOG_2);
    result->share = share_of(result->bits, bins);
    return SIGMA_OK;
}

/* Number of an order of values, 0 to order! - 1, by how many later ones are less than each. */
static int32_t pattern_of(const double *x, int32_t order)
{
    int32_t pattern = 0;
    for (int32_t i = 0; i < order; i++) {
        int32_t less = 0;
        for (int32_t j = i + 1; j < order; j++) {
            less += x[j] < x[i];
        }
        pattern = pattern * (order - i) + less;
    }
    return pattern;
}

sigma_status sigma_information_permutation(const double *x, int32_t count, int32_t order,
                                           sigma_entropy *result)
{
    int32_t held[ORDERS_MAX] = {0}, orders = 1;

    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_entropy){0};
    if (!x) {
        return SIGMA_E_NULL;
    }
    if (!sigma_between(order, 2, ORDER_MAX) || !count_valid(count, order) ||
        !sigma_column_within(x, count, -VALUE_MAX, VALUE_MAX)) {
        return SIGMA_E_RANGE;
    }
    for (int32_t k = 2; k <= order; k++) {
        orders *= k;
    }
    for (int32_t i = 0; i + order <= count; i++) {
        held[pattern_of(x + i, order)]++;
    }
    *result = entropy_of(held, orders, count - order + 1);
    result->share = share_of(result->bits, orders);
    return SIGMA_OK;
}
