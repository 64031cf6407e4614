/* SPDX-License-Identifier: MIT */
#include "events.h"

#include "samples.h"
#include "test.h"

const int32_t event_kinds[EVENT_KINDS] = {SIGMA_KIND_AUDIT_TRADE, SIGMA_KIND_AUDIT_EXIT,
                                          SIGMA_KIND_AUDIT_TRANSITION, SIGMA_KIND_AUDIT_VIOLATION,
                                          SIGMA_KIND_AUDIT_FAILURE};

/* ---- known */

static sigma_audit_trade known_trade(void)
{
    sigma_audit_trade record = {.trade = sample_trade(120.0, 80.0)};
    record.trade.given |= test_bit(SIGMA_TRADE_EXPECTED);
    record.trade.expected = 20.0;
    record.trade.reason = SIGMA_EXIT_TARGET;
    return record;
}

/* A long at 100 with its stop at 98, whose bar trades through the stop. */
static sigma_audit_exit known_exit(void)
{
    sigma_audit_exit record = {.bar = {sample_now, 99.0, 99.5, 97.5, 98.5, 10.0},
                               .time = sample_now,
                               .id = 3,
                               .symbol = SAMPLE_SYMBOL};
    sigma_exits_params params;
    sigma_exits_entry entry = {.time = sample_now - SAMPLE_HOUR,
                               .entry = 100.0,
                               .stop = 98.0,
                               .side = SIGMA_SIDE_LONG,
                               .regime = SIGMA_REGIME_RANGE};
    record.sample.regime = SIGMA_REGIME_RANGE;
    assert_int_equal(sigma_exits_defaults(&params, SIGMA_STYLE_PLAIN), SIGMA_OK);
    assert_int_equal(sigma_exits_init(&record.exits, &params, &entry), SIGMA_OK);
    return record;
}

event event_known(int32_t kind)
{
    event e = {.kind = kind};
    switch (kind) {
    case SIGMA_KIND_AUDIT_TRADE: e.is.trade = known_trade(); break;
    case SIGMA_KIND_AUDIT_EXIT: e.is.exit = known_exit(); break;
    case SIGMA_KIND_AUDIT_TRANSITION:
        e.is.transition =
            (sigma_audit_transition){.event = {sample_now, 0.004, SIGMA_EVENT_SLIPPAGE, 0},
                                     .transition = {sample_now, 0.004, SIGMA_LEVEL_CLOSED,
                                                    SIGMA_LEVEL_THROTTLE, SIGMA_ISSUE_SLIPPAGE, 0}};
        break;
    case SIGMA_KIND_AUDIT_VIOLATION:
        e.is.violation = (sigma_audit_violation){.source = SIGMA_PART_GATE,
                                                 .time = sample_now,
                                                 .id = 12,
                                                 .value = -0.061,
                                                 .limit = -0.05,
                                                 .layers = test_bit(SIGMA_LAYER_DAILY_LOSS) |
                                                           test_bit(SIGMA_LAYER_POSITIONS),
                                                 .symbol = SAMPLE_SYMBOL};
        break;
    default:
        e.is.failure = (sigma_audit_failure){.event = SIGMA_EVENT_SLIPPAGE,
                                             .time = sample_now,
                                             .id = 12,
                                             .lots = 0.33,
                                             .filled = 0.25,
                                             .wanted = 1.25,
                                             .price = 1.2525,
                                             .latency = 312.5,
                                             .code = 10009,
                                             .attempt = 2,
                                             .symbol = SAMPLE_SYMBOL,
                                             .side = SIGMA_SIDE_LONG,
                                             .intent = SIGMA_INTENT_OPEN};
        break;
    }
    return e;
}

/* ---- random */

static uint64_t some_bits(uint64_t *seed, int32_t count)
{
    return test_random_bits(seed) & test_random_bits(seed) & (test_bit(count) - 1);
}

static sigma_audit_trade random_trade(uint64_t *seed)
{
    sigma_audit_trade record = {
        .trade = sample_trade(test_between(seed, -500.0, 900.0), test_decades(seed, 1.0, 1e4))};
    sigma_trade *t = &record.trade;
    t->closed += (int64_t)(test_random_bits(seed) >> 8);
    t->entry = test_decades(seed, 1e-3, 1e5);
    t->exit = t->entry * test_between(seed, 0.9, 1.1);
    t->lots = test_decades(seed, 0.01, 1e3);
    t->expected = test_between(seed, -100.0, 300.0);
    t->probability = test_random(seed);
    t->balance = test_decades(seed, 1e3, 1e7);
    t->adverse = test_decades(seed, 1e-3, 1e3);
    t->favourable = test_decades(seed, 1e-3, 1e3);
    t->given = some_bits(seed, SIGMA_TRADE_COUNT);
    t->id = test_whole(seed, 0, INT32_MAX);
    t->side = test_whole(seed, SIGMA_SIDE_LONG, SIGMA_SIDE_SHORT);
    t->strategy = test_whole(seed, 0, 9);
    t->reason = test_whole(seed, 0, SIGMA_EXIT_COUNT - 1);
    t->regime = test_whole(seed, 0, SIGMA_REGIME_COUNT - 1);
    return record;
}

static sigma_exits_entry random_entry(uint64_t *seed)
{
    sigma_exits_entry entry = {.time = sample_now,
                               .interval = SAMPLE_HOUR,
                               .entry = test_decades(seed, 0.1, 1e5),
                               .thesis = some_bits(seed, SIGMA_THESIS_COUNT),
                               .side = test_whole(seed, SIGMA_SIDE_LONG, SIGMA_SIDE_SHORT),
                               .regime = test_whole(seed, 0, SIGMA_REGIME_COUNT - 1)};
    double sign = entry.side == SIGMA_SIDE_LONG ? 1.0 : -1.0;
    entry.stop = entry.entry * (1.0 - sign * test_between(seed, 0.01, 0.05));
    entry.target = entry.entry * (1.0 + sign * test_between(seed, 0.01, 0.2));
    entry.atr = entry.entry * test_between(seed, 0.005, 0.02);
    return entry;
}

/* Bars or ticks of a walk from the entry on, until something is done. */
static sigma_audit_exit random_watch(uint64_t *seed)
{
    sigma_audit_exit record = {.tick = test_whole(seed, 0, 1), .symbol = SAMPLE_SYMBOL};
    sigma_exits_params params;
    sigma_exits_entry entry = random_entry(seed);
    double price = entry.entry;
    sigma_exits exits;
    assert_int_equal(sigma_exits_defaults(&params, test_whole(seed, 1, SIGMA_STYLE_COUNT - 1)),
                     SIGMA_OK);
    assert_int_equal(sigma_exits_init(&exits, &params, &entry), SIGMA_OK);
    while (record.result.action <= SIGMA_ACTION_HOLD) {
        sigma_bar *bar = &record.bar;
        record.exits = exits;
        bar->time = exits.time + SAMPLE_HOUR;
        bar->open = price;
        price *= test_between(seed, 0.985, 1.015);
        bar->close = price;
        bar->high = fmax(bar->open, price) * test_between(seed, 1.0, 1.01);
        bar->low = fmin(bar->open, price) * test_between(seed, 0.99, 1.0);
        bar->volume = test_between(seed, 1.0, 1e6);
        record.sample = (sigma_exits_sample){.rsi = test_between(seed, 0.0, 100.0),
                                             .histogram = test_between(seed, -1.0, 1.0),
                                             .given = some_bits(seed, SIGMA_SEEN_COUNT),
                                             .regime = entry.regime};
        if (record.tick) {
            *bar = (sigma_bar){bar->time, price, price, price, price, 0.0};
            assert_int_equal(
                sigma_exits_tick(&exits, bar->time, price, &record.sample, &record.result),
                SIGMA_OK);
        } else {
            assert_int_equal(sigma_exits_update(&exits, bar, &record.sample, &record.result),
                             SIGMA_OK);
        }
    }
    record.time = record.bar.time;
    record.id = test_whole(seed, 0, INT32_MAX);
    return record;
}

/* Now and then what nobody watched. */
static sigma_audit_exit random_exit(uint64_t *seed)
{
    sigma_audit_exit record = random_watch(seed);
    if (test_whole(seed, 0, 3) == 0) {
        record.exits = (sigma_exits){0};
        record.bar = (sigma_bar){0};
        record.sample = (sigma_exits_sample){0};
        record.tick = 0;
    }
    return record;
}

/* Events until the breaker has something to tell. */
static sigma_audit_transition random_transition(uint64_t *seed)
{
    static sigma_breaker breaker;
    sigma_audit_transition record = {.breaker = test_whole(seed, 0, 3)};
    sigma_breaker_params params;
    assert_int_equal(sigma_breaker_defaults(&params), SIGMA_OK);
    if (breaker.tag == 0 || breaker.state == SIGMA_LEVEL_SHUTDOWN) {
        assert_int_equal(sigma_breaker_init(&breaker, sample_now, &params), SIGMA_OK);
    }
    while (record.transition.issue == 0) {
        record.event = (sigma_breaker_sample){
            .time = breaker.time + (int64_t)(test_random_bits(seed) >> 26),
            .event = test_whole(seed, SIGMA_EVENT_TIME, SIGMA_EVENT_RATE_LIMIT)};
        if (record.event.event == SIGMA_EVENT_LATENCY) {
            record.event.value = test_decades(seed, 1.0, 4000.0);
        } else if (record.event.event == SIGMA_EVENT_DEGRADATION) {
            record.event.count = test_whole(seed, 0, SIGMA_SEVERITY_CRITICAL);
        } else {
            record.event.value = test_between(seed, -0.01, 0.01);
        }
        assert_int_equal(sigma_breaker_update(&breaker, &record.event, &record.transition),
                         SIGMA_OK);
    }
    return record;
}

static sigma_audit_violation random_violation(uint64_t *seed)
{
    return (sigma_audit_violation){.source = test_whole(seed, 1, SIGMA_PART_COUNT - 1),
                                   .time = sample_now + test_whole(seed, -9, 9),
                                   .id = (int64_t)test_random_bits(seed),
                                   .value = test_between(seed, -1.0, 1.0),
                                   .limit = test_between(seed, -1.0, 1.0),
                                   .reasons = some_bits(seed, SIGMA_REASON_COUNT) | 1,
                                   .layers = some_bits(seed, SIGMA_LAYER_COUNT),
                                   .limits = some_bits(seed, SIGMA_LIMIT_COUNT),
                                   .rules = some_bits(seed, SIGMA_RULE_COUNT),
                                   .symptoms = some_bits(seed, SIGMA_SYMPTOM_COUNT),
                                   .symbol = test_whole(seed, 0, 9),
                                   .verdict = test_whole(seed, 0, SIGMA_VERDICT_COUNT - 1)};
}

static sigma_audit_failure random_failure(uint64_t *seed)
{
    double wanted = test_decades(seed, 1e-3, 1e5);
    return (sigma_audit_failure){
        .event = test_whole(seed, 1, SIGMA_EVENT_COUNT - 1),
        .time = sample_now + test_whole(seed, -9, 9),
        .id = (int64_t)test_random_bits(seed),
        .lots = test_decades(seed, 0.01, 1e3),
        .filled = test_decades(seed, 0.01, 1e3),
        .wanted = test_whole(seed, 0, 3) ? wanted : 0.0,
        .price = test_whole(seed, 0, 3) ? wanted * test_between(seed, 0.99, 1.01) : 0.0,
        .latency = test_decades(seed, 0.1, 1e4),
        .code = test_whole(seed, -20000, 20000),
        .attempt = test_whole(seed, 0, 3),
        .symbol = test_whole(seed, 1, 9),
        .side = test_whole(seed, SIGMA_SIDE_LONG, SIGMA_SIDE_SHORT),
        .intent = test_whole(seed, SIGMA_INTENT_OPEN, SIGMA_INTENT_REDUCE)};
}

event event_random(uint64_t *seed, int32_t kind)
{
    event e = {.kind = kind};
    switch (kind) {
    case SIGMA_KIND_AUDIT_TRADE: e.is.trade = random_trade(seed); break;
    case SIGMA_KIND_AUDIT_EXIT: e.is.exit = random_exit(seed); break;
    case SIGMA_KIND_AUDIT_TRANSITION: e.is.transition = random_transition(seed); break;
    case SIGMA_KIND_AUDIT_VIOLATION: e.is.violation = random_violation(seed); break;
    default: e.is.failure = random_failure(seed); break;
    }
    return e;
}

/* ---- lines */

sigma_status event_write(sigma_audit *log, event *e, char *buffer, int32_t capacity,
                         int32_t *length)
{
    switch (e->kind) {
    case SIGMA_KIND_AUDIT_TRADE:
        return sigma_audit_trade_write(log, &e->is.trade, buffer, capacity, length);
    case SIGMA_KIND_AUDIT_EXIT:
        return sigma_audit_exit_write(log, &e->is.exit, buffer, capacity, length);
    case SIGMA_KIND_AUDIT_TRANSITION:
        return sigma_audit_transition_write(log, &e->is.transition, buffer, capacity, length);
    case SIGMA_KIND_AUDIT_VIOLATION:
        return sigma_audit_violation_write(log, &e->is.violation, buffer, capacity, length);
    default: return sigma_audit_failure_write(log, &e->is.failure, buffer, capacity, length);
    }
}

sigma_status event_read(int32_t kind, const char *text, int32_t length, event *e)
{
    e->kind = kind;
    switch (kind) {
    case SIGMA_KIND_AUDIT_TRADE: return sigma_audit_trade_read(text, length, &e->is.trade);
    case SIGMA_KIND_AUDIT_EXIT: return sigma_audit_exit_read(text, length, &e->is.exit);
    case SIGMA_KIND_AUDIT_TRANSITION:
        return sigma_audit_transition_read(text, length, &e->is.transition);
    case SIGMA_KIND_AUDIT_VIOLATION:
        return sigma_audit_violation_read(text, length, &e->is.violation);
    default: return sigma_audit_failure_read(text, length, &e->is.failure);
    }
}

void event_add(lines_log *log, event *e, char *text, int32_t *length)
{
    assert_int_equal(event_write(&log->log, e, text, SIGMA_AUDIT_EVENT_SPACE, length), SIGMA_OK);
}
