/* SPDX-License-Identifier: MIT */
#include "bytes.h"
#include "check.h"
#include "kelly.h"
#include "kelly_sample.h"
#include "money.h"

static const int32_t RECENT_TRADES = 10;
enum { HALVINGS = 12 };

/* Share of wins among the last trades, some at least. */
static double recent_win_rate(const sigma_kelly_trades *t, int32_t recent)
{
    int32_t wins = 0;
    for (int32_t i = t->count - recent; i < t->count; i++) {
        wins += t->r[i] > 0.0;
    }
    return (double)wins / recent;
}

static double payoff(const sigma_kelly_trades *t)
{
    return t->wins > 0.0 && t->lost > 1e-12 ? t->won / t->wins * t->losses / t->lost : 0.0;
}

/* ---- (12) */

/* Whole numbers in the order of the doubles, and back. */
static uint64_t key_of(double x)
{
    uint64_t bits = sigma_bits(x);
    return bits >> 63 ? ~bits : bits | UINT64_C(1) << 63;
}

static double of_key(uint64_t key)
{
    return sigma_from_bits(key >> 63 ? key & ~(UINT64_C(1) << 63) : ~key);
}

/* A number from lo up to, but without, hi: in turn the middle of the line, on which most trades lie
 * evenly, and that of the doubles, which bounds the number of turns. */
static double middle_of(double lo, double hi, int32_t turn)
{
    uint64_t low = key_of(lo), high = key_of(hi);
    double middle = turn % 2 == 0 ? lo + (hi - lo) / 2.0 : of_key(low + (high - low) / 2);
    return middle < hi ? middle : lo;
}

/* The least of those above lo, at most hi. */
static double least_above(const double *r, int32_t count, double lo, double hi)
{
    double least = hi;
    for (int32_t i = 0; i < count; i++) {
        least = sigma_smaller(r[i] > lo ? r[i] : hi, least);
    }
    return least;
}

/* Written so that compilers take several trades at a time, of each quarter. */
static int64_t count_to(const double *r, int32_t count, double most)
{
    int32_t quarter = count / 4;
    const double *second = r + quarter, *third = second + quarter, *fourth = third + quarter;
    int64_t a = 0, b = 0, c = 0, d = 0;

    for (int32_t i = 0; i < quarter; i++) {
        a = r[i] <= most ? a + 1 : a;
        b = second[i] <= most ? b + 1 : b;
        c = third[i] <= most ? c + 1 : c;
        d = fourth[i] <= most ? d + 1 : d;
    }
    for (int32_t i = 4 * quarter; i < count; i++) {
        a += r[i] <= most;
    }
    return a + b + c + d;
}

/* The k-th smallest: the worst, or the first above what halving finds to lie below it, which k - 1
 * trades do in the end. */
static double smallest(const sigma_kelly_trades *t, int32_t k)
{
    const double *r = t->r;
    int32_t count = t->count;
    double next = t->worst, hi = t->best;
    int64_t below = count_to(r, count, next);

    while (below < k) {
        double lo = next;
        for (int32_t turn = 0; turn < HALVINGS && below < k - 1; turn++) {
            double middle = middle_of(lo, hi, turn);
            int64_t number = count_to(r, count, middle);
            below = number < k ? number : below;
            *(number < k ? &lo : &hi) = middle;
        }
        next = least_above(r, count, lo, hi);
        below = below == k - 1 ? k : count_to(r, count, next);
    }
    return next + 0.0; /* never -0 */
}

/* With the value at the edge of the tail, all that are below it count in full. */
static double tail_of(const sigma_kelly_trades *t, double share)
{
    double m = t->count * share, most = sigma_grid(m, 1.0, SIGMA_ROUND_UP), sum = 0.0, below = 0.0;

    if (t->count == 0) {
        return 0.0;
    }
    double edge = smallest(t, (int32_t)most);
    for (int32_t i = 0; i < t->count; i++) {
        double r = t->r[i];
        sum += r < edge ? r : 0.0;
        below += r < edge;
    }
    double mean = sigma_larger((sum + (m - below) * edge) / m, t->worst); /* but for rounding */
    return sigma_larger(-mean, 0.0);
}

static void describe(const sigma_kelly_trades *trades, const sigma_kelly_result *empirical,
                     sigma_edge *edge)
{
    int32_t count = trades->count, recent = count < RECENT_TRADES ? count : RECENT_TRADES;

    edge->mean = empirical->mean;
    edge->error = empirical->error;
    edge->trades = count;
    edge->win_rate = count > 0 ? trades->wins / count : 0.0;
    edge->payoff = payoff(trades);
    edge->recent_trades = recent;
    edge->recent_win_rate = count > 0 ? recent_win_rate(trades, recent) : 0.0;
    edge->mark = SIGMA_PART_EDGE;
}

static void evaluate(const sigma_kelly_params *params, sigma_kelly_trades *trades, sigma_edge *edge)
{
    sigma_kelly_result empirical;
    sigma_kelly_describe(trades, &empirical);
    describe(trades, &empirical, edge);
    edge->tail = tail_of(trades, params->tail);
    sigma_kelly_fractions proven = sigma_kelly_prove(params, trades, &empirical);
    edge->kelly = proven.odds;
    edge->lower = proven.lower;
    edge->limited = proven.limited;
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
