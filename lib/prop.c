/* SPDX-License-Identifier: MIT */
#include "prop.h"

#include "check.h"
#include "tags.h"
#include "zone.h"

static const double FIGURE_MAX = 1e14;
static const double RULE_MAX = 1e12;
static const int64_t TIME_MAX = INT64_C(9000000000000000000);
static const int64_t SECOND = INT64_C(1000000000);
static const int64_t DAY = 86400;
static const int32_t DAYS_MAX = 1000000;

/* By hand, because the field tables would take longer than all the rest. */
static bool sample_valid(const sigma_prop_sample *sample)
{
    return sigma_between(sample->time, -TIME_MAX, TIME_MAX) &&
           sigma_within(sample->balance, -FIGURE_MAX, FIGURE_MAX) &&
           sigma_within(sample->high, -FIGURE_MAX, FIGURE_MAX) &&
           sigma_within(sample->low, -FIGURE_MAX, FIGURE_MAX) &&
           sigma_within(sample->equity, sample->low, sample->high) && sample->trades >= 0 &&
           sample->reserved == 0;
}

/* ---- days */

static int64_t floor_divide(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

/* The first reset after a time. */
static int64_t next_reset(const sigma_prop_params *params, int64_t time)
{
    sigma_zone zone;
    sigma_status status = sigma_zone_defaults(params->zone, &zone);
    int64_t second = floor_divide(time, SECOND);
    int64_t local = second + sigma_zone_offset_at(&zone, second);
    int64_t reset = floor_divide(local - params->reset, DAY) * DAY + params->reset;
    int64_t instant;

    (void)status; /* the place was checked */
    do {          /* a clock that is put back shows the same hour twice */
        reset += DAY;
        instant = sigma_zone_instant(&zone, reset) * SECOND;
    } while (instant <= time);
    return instant;
}

/* The base of a day at whose start these were the balance and the equity. */
static double base_of(const sigma_prop_params *params, double balance, double equity)
{
    switch (params->daily_base) {
    case SIGMA_BASE_START: return params->start;
    case SIGMA_BASE_BALANCE: return balance;
    case SIGMA_BASE_LARGER: return sigma_larger(balance, equity);
    default: return equity;
    }
}

static void count_day(sigma_prop *prop, double closed)
{
    double gain = closed - prop->day_balance;
    prop->best_day = sigma_larger(prop->best_day, gain);
    prop->net += gain;
    prop->green += sigma_larger(gain, 0.0);
    prop->day_balance = closed;
    prop->traded = 0;
}

/* Ends the day, and all others that are over. What balance and equity were at the reset is known
 * from a sample that stands at it; from a later one, the most that they can have been. */
static void turn_day(sigma_prop *prop, const sigma_prop_sample *sample)
{
    bool exact = sample->time == prop->day_end;
    double balance = exact ? sample->balance : sigma_larger(prop->balance, sample->balance);
    double equity = exact ? sample->equity : sigma_larger(prop->equity, sample->high);
    int64_t end = next_reset(&prop->params, sample->time);
    int64_t days = (end / SECOND - prop->day_end / SECOND + DAY / 2) / DAY;

    count_day(prop, exact ? sample->balance : prop->balance);
    prop->base = base_of(&prop->params, balance, equity);
    if (prop->params.total_base == SIGMA_BASE_CLOSE) {
        prop->mark = sigma_larger(prop->mark, balance);
    }
    if (prop->phase == SIGMA_PHASE_LOCKED) {
        prop->phase = SIGMA_PHASE_ACTIVE;
    }
    prop->age = days < DAYS_MAX - prop->age ? prop->age + (int32_t)days : DAYS_MAX;
    prop->day_end = end;
}

/* ---- rules */

static void raise_marks(sigma_prop *prop, const sigma_prop_sample *sample)
{
    if (prop->params.daily_base == SIGMA_BASE_PEAK) {
        prop->base = sigma_larger(prop->base, sample->high);
    }
    if (prop->params.total_base == SIGMA_BASE_EQUITY) {
        prop->mark = sigma_larger(prop->mark, sample->high);
    }
    if (prop->params.total_base == SIGMA_BASE_BALANCE) {
        prop->mark = sigma_larger(prop->mark, sample->balance);
    }
}

static bool breaks(const sigma_prop *prop, double low, double floor)
{
    double noise = sigma_prop_noise(prop);
    return prop->params.breach == SIGMA_BREACH_BELOW ? low < floor - noise : low <= floor + noise;
}

static void fail(sigma_prop *prop, int32_t rule, int32_t phase)
{
    prop->phase = phase;
    prop->broken |= sigma_bit(rule);
}

static void judge_losses(sigma_prop *prop, double low)
{
    bool daily = prop->params.daily_loss > 0.0 && breaks(prop, low, sigma_prop_daily_floor(prop));

    if (daily) {
        fail(prop, SIGMA_RULE_DAILY_LOSS,
             prop->params.daily_soft ? SIGMA_PHASE_LOCKED : SIGMA_PHASE_FAILED);
    }
    if (breaks(prop, low, sigma_prop_total_floor(prop)) || low <= 0.0) {
        fail(prop, SIGMA_RULE_TOTAL_LOSS, SIGMA_PHASE_FAILED);
    }
}

static void count_trade(sigma_prop *prop, int32_t trades)
{
    if (trades > 0 && !prop->traded) {
        prop->traded = 1;
        prop->days += prop->days < DAYS_MAX;
    }
}

/* Everything about figures of one day. */
static void take(sigma_prop *prop, const sigma_prop_sample *sample, double low)
{
    prop->balance = sample->balance;
    prop->equity = sample->equity;
    count_trade(prop, sample->trades);
    raise_marks(prop, sample);
    if (prop->phase == SIGMA_PHASE_PASSED || prop->phase == SIGMA_PHASE_FAILED) {
        return;
    }
    judge_losses(prop, low);
    if (prop->phase == SIGMA_PHASE_ACTIVE && sigma_prop_missing(prop) == 0) {
        prop->phase = SIGMA_PHASE_PASSED;
    } else if (prop->params.days_max > 0 && prop->age > prop->params.days_max) {
        fail(prop, SIGMA_RULE_DAYS_MAX, SIGMA_PHASE_FAILED);
    }
}

static void step(sigma_prop *prop, const sigma_prop_sample *sample)
{
    if (sample->time == prop->day_end) {
        take(prop, sample, sample->low);
    }
    if (sample->time >= prop->day_end) {
        bool exact = sample->time == prop->day_end;
        turn_day(prop, sample);
        sigma_prop_sample now = *sample;
        if (exact) { /* what went before belongs to the day before */
            now.trades = 0;
            now.high = now.low = now.equity;
        }
        take(prop, &now, now.low);
    } else {
        take(prop, sample, sample->low);
    }
    prop->time = sample->time;
}

/* ---- calls */

sigma_status sigma_prop_init(sigma_prop *prop, int64_t time, const sigma_prop_params *params)
{
    if (!prop) {
        return SIGMA_E_NULL;
    }
    *prop = (sigma_prop){0};
    if (!params) {
        return SIGMA_E_NULL;
    }
    if (!sigma_prop_params_valid(params) || !sigma_between(time, -TIME_MAX, TIME_MAX)) {
        return SIGMA_E_RANGE;
    }
    *prop = (sigma_prop){.params = *params,
                         .time = time,
                         .day_end = next_reset(params, time),
                         .balance = params->start,
                         .equity = params->start,
                         .base = params->start,
                         .mark = params->start,
                         .day_balance = params->start,
                         .tag = SIGMA_TAG_PROP,
                         .phase = SIGMA_PHASE_ACTIVE,
                         .age = 1};
    return SIGMA_OK;
}

sigma_status sigma_prop_update(sigma_prop *prop, const sigma_prop_sample *sample)
{
    if (!prop || !sample) {
        return SIGMA_E_NULL;
    }
    if (!sigma_prop_valid(prop)) {
        return SIGMA_E_STATE;
    }
    if (!sample_valid(sample)) {
        return SIGMA_E_RANGE;
    }
    if (sample->time < prop->time) {
        return SIGMA_E_ORDER;
    }
    sigma_prop next = *prop;
    step(&next, sample);
    if (!sigma_prop_valid(&next)) {
        return SIGMA_E_RANGE; /* sums that left their range */
    }
    *prop = next;
    return SIGMA_OK;
}

sigma_status sigma_prop_withdraw(sigma_prop *prop, double amount)
{
    if (!prop) {
        return SIGMA_E_NULL;
    }
    if (!sigma_prop_valid(prop)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_within(amount, 0.0, RULE_MAX)) {
        return SIGMA_E_RANGE;
    }
    sigma_prop next = *prop;
    next.balance -= amount;
    next.equity -= amount;
    next.day_balance -= amount;
    next.withdrawn += amount;
    next.base -= next.params.daily_base == SIGMA_BASE_START ? 0.0 : amount;
    next.mark -= next.params.lowers && next.params.total_base != SIGMA_BASE_START ? amount : 0.0;
    if (!sigma_prop_valid(&next)) {
        return SIGMA_E_RANGE;
    }
    *prop = next;
    return SIGMA_OK;
}
