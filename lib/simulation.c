/* SPDX-License-Identifier: MIT */
#include "sigma/simulation.h"

#include "check.h"
#include "elementary.h"
#include "fields.h"
#include "philox.h"

static const int64_t BLOCKS_MAX = INT64_C(900000000);
static const uint64_t BRIDGES = UINT64_C(1) << 62;
static const double NEVER = 40.0; /* exp(-40) is below a uniform number's steps by far */
static const double NONE = 1e300; /* a barrier that no path reaches */
enum { TERMS = 64 };

/* The parameters as a path needs them. */
typedef struct course {
    double drift, deviation, target, stop;
    double steepness; /* 2 / s^2 */
    uint64_t seed;
    int32_t bars, closes;
} course;

static bool valid(const sigma_simulation_params *params)
{
    return sigma_fields_valid(sigma_simulation_params_fields, SIGMA_SIMULATION_PARAMS_FIELDS,
                              params);
}

static course course_of(const sigma_simulation_params *params)
{
    return (course){.drift = params->drift,
                    .deviation = params->deviation,
                    .target = params->target > 0.0 ? params->target : NONE,
                    .stop = params->stop > 0.0 ? params->stop : NONE,
                    .steepness = 2.0 / (params->deviation * params->deviation),
                    .seed = (uint64_t)params->seed,
                    .bars = params->bars,
                    .closes = params->closes};
}

/* The chance of a touch at distances before and after a bar (1). */
static double touched(double before, double after, double steepness)
{
    double exponent = before * after * steepness;
    return exponent < NEVER ? sigma_exp(-exponent) : 0.0;
}

/* Of (1) all but the first exponential: it touches the other one before. */
static double spoilt(const course *c, double before, double after)
{
    double apart = c->target + c->stop, sum = 0.0, term = 1.0;

    for (int32_t k = 1; k < TERMS && term > 0.0; k++) {
        double around = k * apart;
        term = touched(around, around + (after - before), c->steepness);
        if (term > 0.0) {
            sum += term - touched(around + before, around + after, c->steepness);
        }
    }
    return sum;
}

/* The chance that a bar touches a barrier before the other one (1), by its distances before and
 * after the bar. */
static inline double first(const course *c, double before, double after)
{
    double chance = touched(before, after, c->steepness);
    return chance > 0.0 ? sigma_larger(chance - spoilt(c, before, after), 0.0) : 0.0;
}

static double drawn(const course *c, uint64_t number, int32_t bar)
{
    sigma_philox random = sigma_philox_at(c->seed, number, (BRIDGES + (uint64_t)bar) >> 1);
    return sigma_philox_uniform(&random, bar & 1);
}

/* Which barrier a bar of a price that is watched touches first: the one that it ends beyond, if the
 * other was not first. */
static int32_t bridge(const course *c, uint64_t number, int32_t bar, double x, double y)
{
    bool above = y >= c->target, below = y <= -c->stop;
    int32_t last = below ? SIGMA_BARRIER_STOP : SIGMA_BARRIER_NONE;
    double up = above ? 0.0 : first(c, c->target - x, c->target - y);
    double down = below ? 0.0 : first(c, c->stop + x, c->stop + y);

    last = above ? SIGMA_BARRIER_TARGET : last;
    if (!(up + down > 0.0)) {
        return last;
    }
    double uniform = drawn(c, number, bar);
    if (uniform < up) {
        return SIGMA_BARRIER_TARGET;
    }
    return uniform < up + down ? SIGMA_BARRIER_STOP : last;
}

/* The same of a price that is looked at when the bar closes. */
static int32_t reached(const course *c, double y)
{
    if (y >= c->target) {
        return SIGMA_BARRIER_TARGET;
    }
    return y <= -c->stop ? SIGMA_BARRIER_STOP : SIGMA_BARRIER_NONE;
}

static sigma_simulation_path ended(const course *c, double y, int32_t bars, int32_t barrier)
{
    if (!c->closes && barrier == SIGMA_BARRIER_TARGET) {
        y = c->target;
    } else if (!c->closes && barrier == SIGMA_BARRIER_STOP) {
        y = -c->stop;
    }
    return (sigma_simulation_path){y, bars, barrier};
}

/* The changes of a bar and the next: two at a time, so that a processor can work on both. */
static void draw(const course *c, uint64_t number, int32_t bar, double *change)
{
    sigma_philox random = sigma_philox_at(c->seed, number, (uint64_t)bar >> 1);
    double first = sigma_normal_quantile(sigma_philox_uniform(&random, 0));
    double second = sigma_normal_quantile(sigma_philox_uniform(&random, 1));

    change[0] = c->drift + c->deviation * first;
    change[1] = c->drift + c->deviation * second;
}

static sigma_simulation_path follow(const course *c, uint64_t number)
{
    double x = 0.0, change[2] = {0.0};

    for (int32_t bar = 0; bar < c->bars; bar++) {
        if (bar % 2 == 0) {
            draw(c, number, bar, change);
        }
        double y = x + change[bar % 2];
        int32_t barrier = c->closes ? reached(c, y) : bridge(c, number, bar, x, y);
        if (barrier != SIGMA_BARRIER_NONE) {
            return ended(c, y, bar + 1, barrier);
        }
        x = y;
    }
    return ended(c, x, c->bars, SIGMA_BARRIER_NONE);
}

sigma_status sigma_simulation_follow(const sigma_simulation_params *params, int64_t number,
                                     sigma_simulation_path *path)
{
    if (!path) {
        return SIGMA_E_NULL;
    }
    *path = (sigma_simulation_path){0};
    if (!params) {
        return SIGMA_E_NULL;
    }
    if (!valid(params)) {
        return SIGMA_E_RANGE;
    }
    course c = course_of(params);
    *path = follow(&c, (uint64_t)number);
    return SIGMA_OK;
}

/* ---- sums */

static sigma_simulation_tally block_of(const course *c, int64_t block)
{
    sigma_simulation_tally tally = {.paths = SIGMA_SIMULATION_BLOCK};

    for (int64_t i = 0; i < SIGMA_SIMULATION_BLOCK; i++) {
        sigma_simulation_path path = follow(c, (uint64_t)(block * SIGMA_SIMULATION_BLOCK + i));
        tally.ends += path.end;
        tally.squares += path.end * path.end;
        tally.target += path.barrier == SIGMA_BARRIER_TARGET;
        tally.stop += path.barrier == SIGMA_BARRIER_STOP;
        tally.above += path.end > 0.0;
        tally.bars += path.bars;
    }
    return tally;
}

static void add(sigma_simulation_tally *tally, const sigma_simulation_tally *block)
{
    tally->ends += block->ends;
    tally->squares += block->squares;
    tally->paths += block->paths;
    tally->target += block->target;
    tally->stop += block->stop;
    tally->above += block->above;
    tally->bars += block->bars;
}

static bool tally_valid(const sigma_simulation_tally *tally)
{
    return sigma_fields_valid(sigma_simulation_tally_fields, SIGMA_SIMULATION_TALLY_FIELDS,
                              tally) &&
           tally->target <= tally->paths && tally->stop <= tally->paths - tally->target &&
           tally->above <= tally->paths;
}

sigma_status sigma_simulation_block(const sigma_simulation_params *params, int64_t block,
                                    sigma_simulation_tally *tally)
{
    if (!tally) {
        return SIGMA_E_NULL;
    }
    *tally = (sigma_simulation_tally){0};
    if (!params) {
        return SIGMA_E_NULL;
    }
    if (!valid(params) || !sigma_between(block, 0, BLOCKS_MAX)) {
        return SIGMA_E_RANGE;
    }
    course c = course_of(params);
    *tally = block_of(&c, block);
    return SIGMA_OK;
}

sigma_status sigma_simulation_add(sigma_simulation_tally *tally,
                                  const sigma_simulation_tally *block)
{
    if (!tally || !block) {
        return SIGMA_E_NULL;
    }
    if (!tally_valid(tally) || !tally_valid(block)) {
        return SIGMA_E_RANGE;
    }
    sigma_simulation_tally sum = *tally;
    add(&sum, block);
    if (!tally_valid(&sum)) {
        return SIGMA_E_RANGE;
    }
    *tally = sum;
    return SIGMA_OK;
}

sigma_status sigma_simulation_run(const sigma_simulation_params *params, int64_t blocks,
                                  sigma_simulation_tally *tally)
{
    if (!tally) {
        return SIGMA_E_NULL;
    }
    *tally = (sigma_simulation_tally){0};
    if (!params) {
        return SIGMA_E_NULL;
    }
    if (!valid(params) || !sigma_between(blocks, 1, BLOCKS_MAX)) {
        return SIGMA_E_RANGE;
    }
    course c = course_of(params);
    for (int64_t i = 0; i < blocks; i++) {
        sigma_simulation_tally block = block_of(&c, i);
        add(tally, &block);
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

static void estimate(const sigma_simulation_tally *tally, sigma_simulation_result *r)
{
    double n = (double)tally->paths;
    int64_t neither = tally->paths - tally->target - tally->stop;

    r->target = share(tally->target, n, &r->target_error);
    r->stop = share(tally->stop, n, &r->stop_error);
    r->neither = share(neither, n, &r->neither_error);
    r->above = share(tally->above, n, &r->above_error);
    r->end = tally->ends / n;
    double variance = sigma_larger(0.0, tally->squares / n - r->end * r->end);
    r->end_error = sigma_sqrt(variance / n);
    r->bars = (double)tally->bars / n;
}

sigma_status sigma_simulation_read(const sigma_simulation_tally *tally,
                                   sigma_simulation_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_simulation_result){0};
    if (!tally) {
        return SIGMA_E_NULL;
    }
    if (!tally_valid(tally) || tally->paths == 0) {
        return SIGMA_E_RANGE;
    }
    estimate(tally, result);
    return SIGMA_OK;
}
