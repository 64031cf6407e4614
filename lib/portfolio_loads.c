/* SPDX-License-Identifier: MIT */
#include "bytes.h"
#include "correlation.h"
#include "money.h"
#include "portfolio.h"

/* The nearest position before i in the same symbol; -1 if there is none. */
static int8_t earlier(const sigma_portfolio *portfolio, int32_t i)
{
    int32_t j = i - 1;
    while (j >= 0 && portfolio->position[j].symbol != portfolio->position[i].symbol) {
        j--;
    }
    return (int8_t)j;
}

void sigma_loads_place(sigma_loads *loads, const sigma_portfolio *portfolio,
                       const sigma_correlation *correlation, int32_t symbol)
{
    loads->symbol = symbol;
    loads->candidate = sigma_correlation_place(correlation, symbol);
    for (int32_t i = 0; i < portfolio->count; i++) {
        loads->place[i] =
            (int8_t)sigma_correlation_place(correlation, portfolio->position[i].symbol);
        loads->earlier[i] = loads->place[i] < correlation->count ? -1 : earlier(portfolio, i);
    }
}

static double load_of(const sigma_position *position, bool plain)
{
    return sigma_sign(position->side) * (plain ? 1.0 : position->risk);
}

/* What one position adds to the square of the sum of its symbol, those before it being in it. */
static double square_of(const sigma_loads *loads, const sigma_portfolio *portfolio, int32_t i,
                        bool plain)
{
    double load = load_of(&portfolio->position[i], plain), before = 0.0;
    for (int32_t j = loads->earlier[i]; j >= 0; j = loads->earlier[j]) {
        before += load_of(&portfolio->position[j], plain);
    }
    return load * (load + 2.0 * before);
}

static void fill(sigma_loads *loads, const sigma_portfolio *portfolio,
                 const sigma_correlation *correlation, bool plain)
{
    sigma_zero(loads->known, sizeof loads->known);
    loads->unknown = loads->squares = loads->own = 0.0;
    for (int32_t i = 0; i < portfolio->count; i++) {
        double load = load_of(&portfolio->position[i], plain);
        if (loads->place[i] < correlation->count) {
            loads->known[loads->place[i]] += load;
        } else {
            loads->unknown += load;
            loads->squares += square_of(loads, portfolio, i, plain);
            loads->own += portfolio->position[i].symbol == loads->symbol ? load : 0.0;
        }
    }
}

void sigma_loads_risks(sigma_loads *loads, const sigma_portfolio *portfolio,
                       const sigma_correlation *correlation)
{
    fill(loads, portfolio, correlation, false);
}

void sigma_loads_signs(sigma_loads *loads, const sigma_portfolio *portfolio,
                       const sigma_correlation *correlation)
{
    fill(loads, portfolio, correlation, true);
}

/* In four lanes side by side: the order is fixed. */
static double product(const double *a, const double *b, int32_t count)
{
    double sum[4] = {0.0};
    int32_t i = 0;
    for (; i + 4 <= count; i += 4) {
        sum[0] += a[i] * b[i];
        sum[1] += a[i + 1] * b[i + 1];
        sum[2] += a[i + 2] * b[i + 2];
        sum[3] += a[i + 3] * b[i + 3];
    }
    for (; i < count; i++) {
        sum[0] += a[i] * b[i];
    }
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

static double total(const sigma_loads *loads, int32_t count)
{
    double sum = 0.0;
    for (int32_t i = 0; i < count; i++) {
        sum += loads->known[i];
    }
    return sum;
}

double sigma_loads_square(const sigma_loads *loads, const sigma_correlation *correlation)
{
    double own = 0.0, cross = 0.0, u = loads->unknown, prior = correlation->params.prior;
    for (int32_t i = 0; i < correlation->count; i++) {
        double x = loads->known[i];
        own += x * x;
        cross += x * product(&correlation->value[sigma_correlation_pair(i, 0)], loads->known, i);
    }
    own += loads->squares + prior * (u * u - loads->squares);
    return own + 2.0 * (cross + prior * u * total(loads, correlation->count));
}

double sigma_loads_row(const sigma_loads *loads, const sigma_correlation *correlation)
{
    double prior = correlation->params.prior, sum = 0.0;
    int32_t count = correlation->count;
    if (loads->candidate == count) {
        return loads->own + prior * (loads->unknown - loads->own + total(loads, count));
    }
    for (int32_t j = 0; j < count; j++) {
        double r =
            j == loads->candidate ? 1.0 : sigma_correlation_at(correlation, loads->candidate, j);
        sum += r * loads->known[j];
    }
    return sum + prior * loads->unknown;
}
