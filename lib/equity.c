/* SPDX-License-Identifier: MIT */
#include "sigma/equity.h"

#include "bytes.h"
#include "check.h"
#include "columns.h"
#include "elementary.h"
#include "fields.h"
#include "philox.h"

static const int64_t PATHS_MAX = INT64_C(1000000000000);
static const int64_t BLOCKS_MAX = INT64_C(900000000);
static const double MULTIPLE_MAX = 1e4;
static const double EQUITY_MAX = 1e100;
static const int32_t COUNT_MAX = 1000000;
enum { CELLS = 100 };

/* Where the trades of a path come from. */
typedef struct source {
    const sigma_equity_params *params;
    const double *multiple;
    int32_t count;
} source;

static bool source_valid(source from)
{
    return sigma_fields_valid(sigma_equity_params_fields, SIGMA_EQUITY_PARAMS_FIELDS,
                              from.params) &&
           sigma_between(from.count, 1, COUNT_MAX) &&
           sigma_column_within(from.multiple, from.count, -MULTIPLE_MAX, MULTIPLE_MAX);
}

/* The place of a draw in the sample; of 2^32 words the shares of two places differ by one. */
static int32_t draw(source from, uint64_t number, int32_t index, sigma_philox *random)
{
    if (index % 4 == 0) {
        *random = sigma_philox_at((uint64_t)from.params->seed, number, (uint64_t)index / 4);
    }
    return (int32_t)((uint64_t)random->word[index % 4] * (uint64_t)from.count >> 32);
}

/* ---- a path */

typedef struct curve {
    double equity, peak, drawdown;
    int32_t since, under; /* trades since the last peak, and at most */
} curve;

static void trade(curve *c, double change)
{
    c->equity = sigma_clamped(c->equity * (1.0 + change), 0.0, EQUITY_MAX);
    c->since = c->equity > c->peak ? 0 : c->since + 1;
    c->under = c->since > c->under ? c->since : c->under;
    c->peak = sigma_larger(c->peak, c->equity);
    c->drawdown = sigma_larger(c->drawdown, 1.0 - c->equity / c->peak);
}

static sigma_equity_path follow(source from, uint64_t number)
{
    curve c = {.equity = 1.0, .peak = 1.0};
    sigma_philox random = {{0}};
    int32_t place = 0, left = 0, draws = 0, trades = 0;
    bool ruined = false;

    while (trades < from.params->trades && !ruined) {
        if (left == 0) {
            place = draw(from, number, draws++, &random);
            left = from.params->run;
        }
        trade(&c, from.params->risk * from.multiple[place]);
        place = place + 1 < from.count ? place + 1 : 0;
        left--;
        trades++;
        ruined = c.equity <= from.params->ruin;
    }
    return (sigma_equity_path){.end = c.equity,
                               .drawdown = c.drawdown,
                               .trades = trades,
                               .under = c.under,
                               .ruined = ruined};
}

sigma_status sigma_equity_follow(const sigma_equity_params *params, const double *multiple,
                                 int32_t count, int64_t number, sigma_equity_path *path)
{
    source from = {params, multiple, count};

    if (!path) {
        return SIGMA_E_NULL;
    }
    *path = (sigma_equity_path){0};
    if (!params || !multiple) {
        return SIGMA_E_NULL;
    }
    if (!source_valid(from)) {
        return SIGMA_E_RANGE;
    }
    *path = follow(from, (uint64_t)number);
    return SIGMA_OK;
}

/* ---- sums */

/* A share that is on an edge but for rounding counts as on it. */
static int32_t cell_of(double share)
{
    double cells = share * CELLS - 1e-9;
    return cells > 0.0 ? (int32_t)cells : 0;
}

static void add_block(source from, int64_t block, sigma_equity_tally *tally)
{
    double ends = 0.0, squares = 0.0;

    for (int64_t i = 0; i < SIGMA_EQUITY_BLOCK; i++) {
        sigma_equity_path path = follow(from, (uint64_t)(block * SIGMA_EQUITY_BLOCK + i));
        ends += path.end;
        squares += path.end * path.end;
        tally->ruined += path.ruined;
        tally->lost += path.end < 1.0;
        tally->drawdown[cell_of(path.drawdown)]++;
        tally->under[cell_of(path.under / (double)from.params->trades)]++;
    }
    tally->ends += ends;
    tally->squares += squares;
    tally->paths += SIGMA_EQUITY_BLOCK;
}

static int64_t sum_of(const int64_t *counts)
{
    int64_t sum = 0;
    for (int32_t i = 0; i < CELLS; i++) {
        sum += counts[i];
    }
    return sum;
}

static bool tally_valid(const sigma_equity_tally *tally)
{
    return sigma_fields_valid(sigma_equity_tally_fields, SIGMA_EQUITY_TALLY_FIELDS, tally) &&
           tally->ruined <= tally->paths && tally->lost <= tally->paths &&
           sum_of(tally->drawdown) == tally->paths && sum_of(tally->under) == tally->paths;
}

sigma_status sigma_equity_block(const sigma_equity_params *params, const double *multiple,
                                int32_t count, int64_t block, sigma_equity_tally *tally)
{
    source from = {params, multiple, count};

    if (!params || !multiple || !tally) {
        return SIGMA_E_NULL;
    }
    if (!source_valid(from) || !sigma_between(block, 0, BLOCKS_MAX) || !tally_valid(tally) ||
        tally->paths > PATHS_MAX - SIGMA_EQUITY_BLOCK) {
        return SIGMA_E_RANGE;
    }
    add_block(from, block, tally);
    return SIGMA_OK;
}

sigma_status sigma_equity_run(const sigma_equity_params *params, const double *multiple,
                              int32_t count, int64_t blocks, sigma_equity_tally *tally)
{
    source from = {params, multiple, count};

    if (!tally) {
        return SIGMA_E_NULL;
    }
    sigma_zero(tally, sizeof *tally);
    if (!params || !multiple) {
        return SIGMA_E_NULL;
    }
    if (!source_valid(from) || !sigma_between(blocks, 1, BLOCKS_MAX)) {
        return SIGMA_E_RANGE;
    }
    for (int64_t i = 0; i < blocks; i++) {
        add_block(from, i, tally);
    }
    return SIGMA_OK;
}

/* ---- estimates */

static double share(int64_t count, double paths, double *error)
{
    double p = (double)count / paths;
    *error = sigma_sqrt(p * (1.0 - p) / paths);
    return p;
}

/* The upper edge of the cell in which at least so many in 100 paths end. */
static double quantile(const int64_t *counts, int64_t paths, int32_t percent)
{
    int64_t sum = counts[0];
    int32_t cell = 0;

    while (sum * 100 < paths * percent) {
        sum += counts[++cell];
    }
    return (cell + 1) / (double)CELLS;
}

static void estimate(const sigma_equity_tally *tally, sigma_equity_result *r)
{
    double n = (double)tally->paths;

    r->ruin = share(tally->ruined, n, &r->ruin_error);
    r->loss = share(tally->lost, n, &r->loss_error);
    r->end = tally->ends / n;
    double variance = sigma_larger(0.0, tally->squares / n - r->end * r->end);
    r->end_error = sigma_sqrt(variance / n);
    r->drawdown_median = quantile(tally->drawdown, tally->paths, 50);
    r->drawdown_95 = quantile(tally->drawdown, tally->paths, 95);
    r->under_median = quantile(tally->under, tally->paths, 50);
    r->under_95 = quantile(tally->under, tally->paths, 95);
}

sigma_status sigma_equity_read(const sigma_equity_tally *tally, sigma_equity_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_equity_result){0};
    if (!tally) {
        return SIGMA_E_NULL;
    }
    if (!tally_valid(tally) || tally->paths == 0) {
        return SIGMA_E_RANGE;
    }
    estimate(tally, result);
    return SIGMA_OK;
}
