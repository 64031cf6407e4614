/* SPDX-License-Identifier: MIT */
#include "monitor.h"

#include "bytes.h"
#include "check.h"
#include "fields.h"
#include "tags.h"

static const double FLOORS[2] = {8.0, 15.0}; /* published, where 1 R is 1 % */
static const double LEAST_LIMIT = 1.0;       /* one usual loss, however good the baseline */
static const double NUMBER_MAX = 1e15;

enum { SPACE = SIGMA_MONITOR_SPACE, REGIME_TRADES = 10, BASELINE_LEAST = 20 };

sigma_status sigma_monitor_defaults(sigma_monitor_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_monitor_params){.deviation = 1.0,
                                     .sceptic = 45.0,
                                     .warn_run = 1000.0,
                                     .halt_run = 22000.0,
                                     .shift_run = 20000.0,
                                     .evidence_run = 1000.0,
                                     .resume = 20.0,
                                     .win_cap = 3.0,
                                     .loss_cap = 3.0,
                                     .win_rate = {0.45, 0.35},
                                     .sharpe = {0.5, 0.0},
                                     .expectancy = {0.0, -0.5},
                                     .drawdown = {8.0, 15.0},
                                     .trades_per_year = 252.0,
                                     .streak = {7, 10},
                                     .least = 20,
                                     .probation = 50,
                                     .window = 20,
                                     .every = 5,
                                     .rules = SIGMA_JUDGEMENT_SEQUENTIAL};
    return SIGMA_OK;
}

/* The drawdown that is reached once in so many trades. */
static double limit_of(const sigma_monitor_params *p, double run, double otherwise)
{
    double n = p->baseline_trades;

    if (p->baseline_trades < BASELINE_LEAST) {
        return otherwise;
    }
    double mean = sigma_larger(p->mean * (n / (n + p->sceptic)), 0.05 * p->deviation);
    double slack = sigma_smaller(mean / p->deviation, 10.0);
    return sigma_larger(p->deviation * sigma_monitor_solve(slack, run), LEAST_LIMIT);
}

static void set_limits(sigma_monitor *monitor)
{
    const sigma_monitor_params *p = &monitor->params;
    const double runs[2] = {p->warn_run, p->halt_run};

    for (int32_t i = 0; i < 2; i++) {
        monitor->limit[i] = limit_of(p, runs[i], FLOORS[i]);
        if (p->floor > 0.0) {
            monitor->limit[i] = sigma_smaller(monitor->limit[i], p->floor);
        }
    }
}

sigma_status sigma_monitor_init(sigma_monitor *monitor, int64_t time,
                                const sigma_monitor_params *params)
{
    if (!monitor) {
        return SIGMA_E_NULL;
    }
    sigma_zero(monitor, sizeof *monitor);
    if (!params) {
        return SIGMA_E_NULL;
    }
    if (!sigma_is_time(time) ||
        !sigma_fields_valid(sigma_monitor_params_fields, SIGMA_MONITOR_PARAMS_FIELDS, params)) {
        return SIGMA_E_RANGE;
    }
    monitor->params = *params;
    monitor->time = time;
    monitor->tag = SIGMA_TAG_MONITOR;
    monitor->severity = SIGMA_SEVERITY_NONE;
    set_limits(monitor);
    sigma_monitor_begin(monitor);
    return SIGMA_OK;
}

/* ---- damage: what could lead out of an array, overflow, or out of a result's range */

static bool numbers_within(const double *x, int32_t count)
{
    bool within = true;
    for (int32_t i = 0; i < count; i++) {
        within &= sigma_within(x[i], 0.0, NUMBER_MAX);
    }
    return within;
}

static bool statistics_valid(const sigma_monitor *m)
{
    return numbers_within(m->limit, 2) && numbers_within(&m->drawdown, 1) &&
           numbers_within(m->shift, 5) && numbers_within(m->evidence, 6) &&
           numbers_within(m->recovery, 6) && numbers_within(&m->known_trades, 1) &&
           sigma_within(m->known_mean, -1e6, 1e6) && sigma_within(m->win_rate, 0.0, 1.0) &&
           sigma_within(m->sharpe, -1e12, 1e12) && sigma_within(m->expectancy, -1e6, 1e6);
}

static bool counts_valid(const sigma_monitor *m)
{
    return sigma_between(m->severity, SIGMA_SEVERITY_NONE, SIGMA_SEVERITY_CRITICAL) &&
           sigma_between(m->halted, 0, 1) && sigma_between(m->mismatch, 0, 1) &&
           sigma_between(m->probation, 0, 1000000) && m->trades >= 0 && m->judged >= 0 &&
           m->streak >= 0 && sigma_between(m->next, 0, SPACE - 1);
}

static bool params_usable(const sigma_monitor_params *p)
{
    return sigma_within(p->mean, -1e6, 1e6) && sigma_within(p->sceptic, 0.0, 1e6) &&
           sigma_between(p->baseline_trades, 0, 1000000) &&
           sigma_within(p->trades_per_year, 1.0, 1e6) && sigma_within(p->deviation, 1e-6, 1e6) &&
           sigma_within(p->win_cap, 1e-6, 1e6) && sigma_within(p->loss_cap, 1e-6, 1e6) &&
           sigma_between(p->window, 2, SPACE) && sigma_between(p->every, 1, 1000000) &&
           sigma_between(p->probation, 0, 1000000) &&
           sigma_between(p->rules, SIGMA_JUDGEMENT_PUBLISHED, SIGMA_JUDGEMENT_SEQUENTIAL);
}

static bool state_valid(const sigma_monitor *m)
{
    uint64_t none = ~(sigma_bit(SIGMA_SYMPTOM_COUNT) - 1);

    return m->tag == SIGMA_TAG_MONITOR && m->reserved == 0 && sigma_is_time(m->time) &&
           ((m->symptoms | m->critical) & none) == 0 && counts_valid(m) &&
           params_usable(&m->params) && statistics_valid(m);
}

/* ---- what happens */

int32_t sigma_monitor_misplaced(const sigma_monitor *monitor)
{
    double sum = 0.0;
    int32_t wins = 0;

    if (!monitor->mismatch || monitor->trades < REGIME_TRADES) {
        return 0;
    }
    for (int32_t i = 1; i <= REGIME_TRADES; i++) {
        double multiple = monitor->multiple[sigma_monitor_place(monitor, i)];
        sum += multiple;
        wins += multiple > 0.0;
    }
    return sum < 0.0 && wins < 4;
}

static int32_t one_more(int32_t count)
{
    return count + (count < INT32_MAX);
}

static void add(sigma_monitor *m, const sigma_monitor_sample *sample)
{
    m->multiple[m->next] = sample->multiple;
    m->closed[m->next] = sample->time;
    m->next = (m->next + 1) & (SPACE - 1);
    m->trades = one_more(m->trades);
    m->judged = one_more(m->judged);
    if (sample->multiple != 0.0) {
        m->streak = sample->multiple < 0.0 ? one_more(m->streak) : 0;
    }
    m->drawdown = sigma_smaller(sigma_larger(0.0, m->drawdown - sample->multiple), NUMBER_MAX);
    m->mismatch = sample->mismatch;
    m->time = sample->time;
}

static void explain(const sigma_monitor *m, sigma_monitor_result *result)
{
    result->time = m->time;
    result->drawdown = m->drawdown;
    result->drawdown_limit = m->limit[1];
    result->shift = sigma_monitor_mean(m->shift, 5);
    result->evidence = sigma_monitor_mean(m->evidence, 6);
    result->recovery = sigma_monitor_mean(m->recovery, 6);
    result->win_rate = m->win_rate;
    result->sharpe = m->sharpe;
    result->expectancy = m->expectancy;
    result->symptoms = m->symptoms;
    result->critical = m->critical;
    result->trades = m->trades;
    result->streak = m->streak;
}

static sigma_status tell(const sigma_monitor *m, sigma_monitor_result *result)
{
    static const double scales[] = {0.0, 1.0, 1.0, 0.5, 0.0, 0.0};
    bool published = m->params.rules == SIGMA_JUDGEMENT_PUBLISHED;

    explain(m, result);
    result->severity = m->severity;
    result->scale = scales[m->severity];
    result->entries = m->severity <= SIGMA_SEVERITY_MODERATE;
    result->close_all = m->severity == SIGMA_SEVERITY_CRITICAL;
    result->mark = SIGMA_PART_MONITOR;
    return m->trades < (published ? m->params.window : m->params.least) ? SIGMA_WARMUP : SIGMA_OK;
}

/* The ranges of the field table, which would take as long as the tests. */
static bool sample_valid(const sigma_monitor_sample *s)
{
    return sigma_is_time(s->time) && sigma_within(s->multiple, -1e6, 1e6) &&
           sigma_between(s->mismatch, 0, 1) && s->reserved == 0;
}

sigma_status sigma_monitor_update(sigma_monitor *monitor, const sigma_monitor_sample *sample,
                                  sigma_monitor_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    sigma_zero(result, sizeof *result);
    if (!monitor || !sample) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(monitor)) {
        return SIGMA_E_STATE;
    }
    if (!sample_valid(sample)) {
        return SIGMA_E_RANGE;
    }
    if (sample->time < monitor->time) {
        return SIGMA_E_ORDER;
    }
    add(monitor, sample);
    if (monitor->params.rules == SIGMA_JUDGEMENT_PUBLISHED) {
        sigma_monitor_judge_published(monitor);
    } else {
        sigma_monitor_judge_sequential(monitor, sample->multiple);
    }
    return tell(monitor, result);
}

sigma_status sigma_monitor_read(const sigma_monitor *monitor, sigma_monitor_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    sigma_zero(result, sizeof *result);
    if (!monitor) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(monitor)) {
        return SIGMA_E_STATE;
    }
    return tell(monitor, result);
}

sigma_status sigma_monitor_permit(const sigma_monitor *monitor, sigma_monitor_grant *grant)
{
    sigma_monitor_result result;

    if (!grant) {
        return SIGMA_E_NULL;
    }
    *grant = (sigma_monitor_grant){0};
    sigma_status status = sigma_monitor_read(monitor, &result);
    if (status < 0) {
        return status;
    }
    *grant = (sigma_monitor_grant){result.scale, result.entries, SIGMA_PART_MONITOR};
    return SIGMA_OK;
}
