/* SPDX-License-Identifier: MIT */
#include "breaker.h"
#include "check.h"

enum { SPACE = SIGMA_BREAKER_SPACE, REPEATS = 8, READINGS = 16 };

static const double THRESHOLD_MAX = 1e9;

/* Never below a threshold that is no number, or none that can be set: a damaged threshold trips. */
static bool below(double value, double threshold)
{
    return value < threshold && threshold <= THRESHOLD_MAX;
}

static int32_t rung(double value, const double *threshold, int32_t count)
{
    for (int32_t i = count - 1; i >= 0; i--) {
        if (!below(value, threshold[i])) {
            return SIGMA_LEVEL_ALERT + i;
        }
    }
    return SIGMA_LEVEL_CLOSED;
}

/* A level that was damaged is the highest. */
static int32_t level_of(int32_t code)
{
    return sigma_between(code, SIGMA_LEVEL_CLOSED, SIGMA_LEVEL_SHUTDOWN) ? code
                                                                         : SIGMA_LEVEL_SHUTDOWN;
}

static void call_for(sigma_breaker_call *call, int32_t level, int32_t issue, double value)
{
    if (level > call->level) {
        *call = (sigma_breaker_call){value, level, issue};
    }
}

/* The number of times in a ring, the oldest of which is dropped until none is before the first; the
 * newest is the present, and never dropped. */
static int32_t still_within(const int64_t *time, int32_t next, int32_t count, int32_t space,
                            int64_t first)
{
    while (time[(next - count) & (space - 1)] < first) {
        count--;
    }
    return count;
}

static int32_t bits_set(uint32_t x)
{
    x -= x >> 1 & 0x55555555u;
    x = (x & 0x33333333u) + (x >> 2 & 0x33333333u);
    return (int32_t)(((x + (x >> 4)) & 0x0f0f0f0fu) * 0x01010101u >> 24);
}

static double mean_latency(const sigma_breaker *b, int32_t most)
{
    int32_t count = b->readings < most ? b->readings : most;
    double sum = 0.0;

    for (int32_t i = 1; i <= count; i++) {
        sum += b->latency[(b->reading_next - i) & (READINGS - 1)];
    }
    return count > 0 ? sum / count : 0.0;
}

bool sigma_breaker_latency_well(const sigma_breaker *breaker)
{
    return below(mean_latency(breaker, breaker->params.recovery_readings),
                 breaker->params.latency[0]);
}

static sigma_breaker_call judge_latency(sigma_breaker *b, double value)
{
    sigma_breaker_call call = {0.0, SIGMA_LEVEL_CLOSED, SIGMA_ISSUE_UNKNOWN};

    b->latency[b->reading_next] = value;
    b->reading_next = (b->reading_next + 1) % READINGS;
    b->readings += b->readings < READINGS;
    if (b->readings >= b->params.recovery_readings) {
        double mean = mean_latency(b, b->params.readings);
        call_for(&call, rung(mean, b->params.latency, 3), SIGMA_ISSUE_LATENCY, mean);
    }
    return call;
}

static void add_order(sigma_breaker *b, int64_t time, bool failed)
{
    uint32_t bit = UINT32_C(1) << b->order_next % 32;
    uint32_t *half = &b->failed[b->order_next / 32];

    b->order_time[b->order_next] = time;
    *half = failed ? *half | bit : *half & ~bit;
    b->order_next = (b->order_next + 1) % SPACE;
    b->orders += b->orders < SPACE;
}

/* Forgets the orders before the window, and returns how many of the others failed. */
static int32_t failed_within(sigma_breaker *b, int64_t time)
{
    int32_t before = b->orders;

    b->orders = still_within(b->order_time, b->order_next, before, SPACE, time - b->params.window);
    for (int32_t i = before; i > b->orders; i--) {
        int32_t place = (b->order_next - i) & (SPACE - 1);
        b->failed[place / 32] &= ~(UINT32_C(1) << place % 32);
    }
    return bits_set(b->failed[0]) + bits_set(b->failed[1]);
}

static sigma_breaker_call judge_order(sigma_breaker *b, int64_t time, bool failed)
{
    sigma_breaker_call call = {0.0, SIGMA_LEVEL_CLOSED, SIGMA_ISSUE_UNKNOWN};

    add_order(b, time, failed);
    int32_t failures = failed_within(b, time);
    b->failures = failed ? b->failures + (b->failures < INT32_MAX) : 0;
    if (!failed) {
        return call;
    }
    for (int32_t i = 0; i < 4; i++) {
        if (b->failures >= b->params.failures[i]) {
            call_for(&call, SIGMA_LEVEL_ALERT + i, SIGMA_ISSUE_FAILURES, b->failures);
        }
    }
    double share = (double)failures / b->orders;
    if (b->orders >= b->params.rate_orders && !below(share, b->params.failure_rate)) {
        call_for(&call, SIGMA_LEVEL_THROTTLE, SIGMA_ISSUE_FAILURE_RATE, share);
    }
    return call;
}

/* Losing trades in the ring, and the fall of their sum from where it was highest. */
static int32_t losses_within(const sigma_breaker *b, double *fall)
{
    double sum = 0.0, peak = 0.0;
    int32_t losses = 0;

    for (int32_t i = b->trades; i > 0; i--) {
        double value = b->trade_value[(b->trade_next - i) & (SPACE - 1)];
        losses += value < 0.0;
        sum += value;
        peak = sigma_larger(peak, sum);
    }
    *fall = peak - sum;
    return losses;
}

static sigma_breaker_call judge_trade(sigma_breaker *b, int64_t time, double value)
{
    sigma_breaker_call call = {0.0, SIGMA_LEVEL_CLOSED, SIGMA_ISSUE_UNKNOWN};
    double fall;

    b->trade_time[b->trade_next] = time;
    b->trade_value[b->trade_next] = value;
    b->trade_next = (b->trade_next + 1) % SPACE;
    b->trades = still_within(b->trade_time, b->trade_next, b->trades + (b->trades < SPACE), SPACE,
                             time - b->params.window);
    b->streak = value < 0.0 ? b->streak + (b->streak < INT32_MAX) : 0;
    int32_t losses = losses_within(b, &fall);
    if (!below(fall, b->params.loss)) {
        call_for(&call, SIGMA_LEVEL_HALT, SIGMA_ISSUE_LOSS, fall);
    }
    if (value < 0.0 && b->params.losses != 0 && losses >= b->params.losses) {
        call_for(&call, SIGMA_LEVEL_HALT, SIGMA_ISSUE_LOSSES, losses);
    }
    if (value < 0.0 && b->params.streak != 0 && b->streak >= b->params.streak) {
        call_for(&call, SIGMA_LEVEL_HALT, SIGMA_ISSUE_STREAK, b->streak);
    }
    return call;
}

static sigma_breaker_call judge_degradation(sigma_breaker *b, int32_t severity)
{
    sigma_breaker_call call = {0.0, SIGMA_LEVEL_CLOSED, SIGMA_ISSUE_UNKNOWN};

    b->severity = severity;
    if (severity >= SIGMA_SEVERITY_MODERATE) {
        call_for(&call, level_of(b->params.degradation[severity - SIGMA_SEVERITY_MODERATE]),
                 SIGMA_ISSUE_DEGRADATION, severity);
    }
    return call;
}

static sigma_breaker_call judge_expectancy(const sigma_breaker *b, double value, int32_t count)
{
    sigma_breaker_call call = {0.0, SIGMA_LEVEL_CLOSED, SIGMA_ISSUE_UNKNOWN};

    for (int32_t i = 0; i < 2; i++) {
        double least = b->params.expectancy[i];
        bool held = value >= least && least >= -THRESHOLD_MAX;
        if (!held && count > b->params.expectancy_over[i]) {
            call_for(&call, SIGMA_LEVEL_THROTTLE + i, SIGMA_ISSUE_EXPECTANCY, value);
        }
    }
    return call;
}

/* The events that have one level, of which the issues have the same order. */
static sigma_breaker_call judge_trouble(sigma_breaker *b, int64_t time, int32_t event)
{
    static const int32_t issues[] = {
        SIGMA_ISSUE_REGIME,   SIGMA_ISSUE_NETWORK, SIGMA_ISSUE_EXCHANGE, SIGMA_ISSUE_RATE_LIMIT,
        SIGMA_ISSUE_DATABASE, SIGMA_ISSUE_BALANCE, SIGMA_ISSUE_MEMORY,   SIGMA_ISSUE_SECURITY};
    sigma_breaker_call call = {0.0, SIGMA_LEVEL_CLOSED, SIGMA_ISSUE_UNKNOWN};
    int32_t place = event - SIGMA_EVENT_REGIME;

    call_for(&call, level_of(b->params.event[place]), issues[place], 0.0);
    if (sigma_between(event, SIGMA_EVENT_NETWORK, SIGMA_EVENT_RATE_LIMIT)) {
        b->repeat_time[b->repeat_next] = time;
        b->repeat_next = (b->repeat_next + 1) % REPEATS;
        b->repeats =
            still_within(b->repeat_time, b->repeat_next, b->repeats + (b->repeats < REPEATS),
                         REPEATS, time - b->params.window);
        if (b->repeats >= b->params.repeats) {
            call_for(&call, SIGMA_LEVEL_THROTTLE, SIGMA_ISSUE_REPEATED, b->repeats);
        }
    }
    return call;
}

static sigma_breaker_call judge_volatility(const sigma_breaker *b, double value)
{
    sigma_breaker_call call = {0.0, SIGMA_LEVEL_CLOSED, SIGMA_ISSUE_UNKNOWN};

    if (!below(value, b->params.volatility)) {
        call_for(&call, SIGMA_LEVEL_HALT, SIGMA_ISSUE_VOLATILITY, value);
    }
    return call;
}

static sigma_breaker_call judge_slippage(const sigma_breaker *b, double value)
{
    sigma_breaker_call call = {0.0, SIGMA_LEVEL_CLOSED, SIGMA_ISSUE_UNKNOWN};

    call_for(&call, rung(value, b->params.slippage, 3), SIGMA_ISSUE_SLIPPAGE, value);
    return call;
}

sigma_breaker_call sigma_breaker_judge(sigma_breaker *breaker, const sigma_breaker_sample *sample)
{
    switch (sample->event) {
    case SIGMA_EVENT_TIME:
        return (sigma_breaker_call){0.0, SIGMA_LEVEL_CLOSED, SIGMA_ISSUE_UNKNOWN};
    case SIGMA_EVENT_LATENCY: return judge_latency(breaker, sample->value);
    case SIGMA_EVENT_ORDER_DONE: return judge_order(breaker, sample->time, false);
    case SIGMA_EVENT_ORDER_FAILED: return judge_order(breaker, sample->time, true);
    case SIGMA_EVENT_SLIPPAGE: return judge_slippage(breaker, sample->value);
    case SIGMA_EVENT_TRADE: return judge_trade(breaker, sample->time, sample->value);
    case SIGMA_EVENT_VOLATILITY: return judge_volatility(breaker, sample->value);
    case SIGMA_EVENT_DEGRADATION: return judge_degradation(breaker, sample->count);
    case SIGMA_EVENT_EXPECTANCY: return judge_expectancy(breaker, sample->value, sample->count);
    default: return judge_trouble(breaker, sample->time, sample->event);
    }
}
