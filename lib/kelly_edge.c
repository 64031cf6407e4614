/* SPDX-License-Identifier: MIT */
#include "bytes.h"
#include "check.h"
#include "kelly.h"
#include "kelly_sample.h"
#include "money.h"

static const int32_t RECENT_TRADES = 10;

/* Share of wins among the trades from the first on. */
static double win_rate(const double *r, int32_t first, int32_t count)
{
    int32_t wins = 0;
    for (int32_t i = first; i < count; i++) {
        wins += r[i] > 0.0;
    }
    return count > first ? (double)wins / (count - first) : 0.0;
}

static double payoff(const double *r, int32_t count)
{
    double won = 0.0, lost = 0.0;
    int32_t wins = 0, losses = 0;

    for (int32_t i = 0; i < count; i++) {
        won += sigma_larger(r[i], 0.0);
        lost += sigma_larger(-r[i], 0.0);
        wins += r[i] > 0.0;
        losses += r[i] < 0.0;
    }
    return wins > 0 && lost > 1e-12 ? won / wins * losses / lost : 0.0;
}

/* ---- (12) */

/* Whole numbers in the order of the doubles. */
static uint64_t key_of(double x)
{
    uint64_t bits = sigma_bits(x + 0.0);
    return bits >> 63 ? ~bits : bits | UINT64_C(1) << 63;
}

/* The k-th smallest, found by halving the doubles, at most 64 times: each half ends at a result. */
static double smallest(const double *r, int32_t count, int32_t k)
{
    uint64_t lo = 0, hi = UINT64_MAX;

    while (lo < hi) {
        uint64_t middle = lo + (hi - lo) / 2, under = lo, over = hi;
        int32_t below = 0;
        for (int32_t i = 0; i < count; i++) {
            uint64_t key = key_of(r[i]), low = key <= middle ? key : lo;
            uint64_t high = key <= middle ? hi : key;
            below += key <= middle;
            under = low > under ? low : under;
            over = high < over ? high : over;
        }
        lo = below < k ? over : lo;
        hi = below < k ? hi : under;
    }
    return sigma_from_bits(lo >> 63 ? lo & ~(UINT64_C(1) << 63) : ~lo);
}

/* With the value at the edge of the tail, all that are below it count in full. */
static double tail_of(const double *r, int32_t count, double share, double worst)
{
    double m = count * share, most = sigma_grid(m, 1.0, SIGMA_ROUND_UP), sum = 0.0, below = 0.0;

    if (count == 0) {
        return 0.0;
    }
    double edge = smallest(r, count, (int32_t)most);
    for (int32_t i = 0; i < count; i++) {
        sum += r[i] < edge ? r[i] : 0.0;
        below += r[i] < edge;
    }
    double mean = sigma_larger((sum + (m - below) * edge) / m, worst); /* but for rounding */
    return sigma_larger(-mean, 0.0);
}

static void describe(const double *r, int32_t count, const sigma_kelly_result *empirical,
                     sigma_edge *edge)
{
    edge->mean = empirical->mean;
    edge->error = empirical->error;
    edge->trades = count;
    edge->win_rate = win_rate(r, 0, count);
    edge->payoff = payoff(r, count);
    edge->recent_trades = count < RECENT_TRADES ? count : RECENT_TRADES;
    edge->recent_win_rate = win_rate(r, count - edge->recent_trades, count);
    edge->mark = SIGMA_PART_EDGE;
}

static double fraction_by(const sigma_kelly_params *params, int32_t method,
                          sigma_kelly_trades *trades)
{
    sigma_kelly_result result;
    sigma_kelly_find(params, method, trades, &result);
    return result.fraction;
}

static void evaluate(const sigma_kelly_params *params, sigma_kelly_trades *trades, sigma_edge *edge)
{
    sigma_kelly_result empirical;
    sigma_kelly_find(params, SIGMA_METHOD_EMPIRICAL, trades, &empirical);
    describe(trades->r, trades->count, &empirical, edge);
    edge->tail = tail_of(trades->r, trades->count, params->tail, empirical.worst);
    edge->kelly = fraction_by(params, SIGMA_METHOD_ODDS, trades);
    edge->lower = fraction_by(params, SIGMA_METHOD_LOWER, trades);
    edge->limited = fraction_by(params, SIGMA_METHOD_LIMITED, trades);
}

sigma_status sigma_edge_evaluate(const sigma_kelly_params *params, const double *r, int32_t count,
                                 sigma_edge *edge)
{
    sigma_kelly_trades trades = {.r = r, .count = count};

    if (!edge) {
        return SIGMA_E_NULL;
    }
    *edge = (sigma_edge){0};
    if (!params || !r) {
        return SIGMA_E_NULL;
    }
    if (!sigma_kelly_params_valid(params) || !sigma_kelly_trades_valid(&trades)) {
        return SIGMA_E_RANGE;
    }
    evaluate(params, &trades, edge);
    return SIGMA_OK;
}

sigma_status sigma_edge_read(const sigma_kelly_params *params, const sigma_journal *journal,
                             double *multiples, int32_t capacity, sigma_edge *edge)
{
    int32_t count;

    if (!edge) {
        return SIGMA_E_NULL;
    }
    *edge = (sigma_edge){0};
    sigma_status status =
        sigma_journal_multiples(journal, SIGMA_JOURNAL_SPACE, multiples, capacity, &count);
    return status == SIGMA_OK ? sigma_edge_evaluate(params, multiples, count, edge) : status;
}
