/* SPDX-License-Identifier: MIT */
/* Events, the lines that are neither header nor decision: what is written, read back and
 * recomputed. */
#include <locale.h>

#include "damage.h"
#include "events.h"
#include "samples.h"
#include "test.h"

typedef struct line {
    char text[SIGMA_AUDIT_SPACE];
    int32_t length;
} line;

static lines_log start(void)
{
    sigma_policy policy = sample_policy();
    return lines_start(&policy);
}

static line add(lines_log *log, event *e)
{
    line l;
    event_add(log, e, l.text, &l.length);
    return l;
}

static int32_t size_of(int32_t kind)
{
    int32_t size, count;
    assert_int_equal(sigma_layout_size(kind, &size, &count), SIGMA_OK);
    return size;
}

static void assert_same_event(const event *a, const event *b)
{
    assert_int_equal(a->kind, b->kind);
    assert_memory_equal(&a->is, &b->is, (size_t)size_of(a->kind));
}

/* ---- writing */

static const char *const known[EVENT_KINDS] = {
    "{\"trade\":{\"line\":2,\"digest\":\"%s\",\"trade\":{\"opened\":\"2020-03-16T19:00:00Z\","
    "\"closed\":\"2020-03-16T20:00:00Z\",\"entry\":1.1,\"exit\":1.11,\"lots\":0.33,\"profit\":120,"
    "\"costs\":2.31,\"risk\":80,\"expected\":20,\"given\":[\"risk\",\"expected\"],\"symbol\":7,"
    "\"side\":\"long\",\"reason\":\"target\"},\"multiple\":1.5,\"expected\":0.25,"
    "\"surprise\":100}",
    "{\"exit\":{\"line\":2,\"digest\":\"%s\",\"exits\":{\"params\":{\"trail\":[1.5,2,2,1.5,1,"
    "2.5],\"trail_start\":1.5,\"time_gain\":1,\"trend_gain\":2,\"range_gain\":1,"
    "\"exposure_max\":0.5,\"rsi_extreme\":70,\"histogram\":0.1,\"time_limit\":[36,48,48,24,"
    "12,6],\"unit\":\"risk\",\"partial_unit\":\"risk\"},"
    "\"entry\":{\"time\":\"2020-03-16T19:00:00Z\",\"entry\":100,\"stop\":98,"
    "\"side\":\"long\",\"regime\":\"range\"},\"time\":\"2020-03-16T19:00:00Z\",\"stop\":98,"
    "\"best\":100,\"open\":1,\"tag\":827611205,\"origin\":\"stop\"},"
    "\"bar\":{\"time\":\"2020-03-16T20:00:00Z\",\"open\":99,\"high\":99.5,\"low\":97.5,"
    "\"close\":98.5,\"volume\":10},\"sample\":{\"regime\":\"range\"},"
    "\"result\":{\"price\":98,\"fraction\":1,\"stop\":98,\"gain\":-0.75,"
    "\"room\":0.005076142131979695,\"action\":\"close\",\"reason\":\"stop\"},"
    "\"time\":\"2020-03-16T20:00:00Z\",\"id\":3,\"symbol\":7}",
    "{\"transition\":{\"line\":2,\"digest\":\"%s\",\"event\":{\"time\":\"2020-03-16T20:00:00Z\","
    "\"value\":0.004,\"event\":\"slippage\"},\"transition\":{\"time\":\"2020-03-16T20:00:00Z\","
    "\"value\":0.004,\"from\":\"closed\",\"to\":\"throttle\",\"issue\":\"slippage\"}}",
    "{\"violation\":{\"line\":2,\"digest\":\"%s\",\"source\":\"gate\","
    "\"time\":\"2020-03-16T20:00:00Z\",\"id\":12,\"value\":-0.061,\"limit\":-0.05,"
    "\"layers\":[\"daily_loss\",\"positions\"],\"symbol\":7}",
    "{\"failure\":{\"line\":2,\"digest\":\"%s\",\"event\":\"slippage\","
    "\"time\":\"2020-03-16T20:00:00Z\",\"id\":12,\"lots\":0.33,\"filled\":0.25,\"wanted\":1.25,"
    "\"price\":1.2525,\"slippage\":0.0019999999999999575,\"latency\":312.5,\"code\":10009,"
    "\"attempt\":2,\"symbol\":7,\"side\":\"long\",\"intent\":\"open\"}",
};

static void each_kind_has_its_own_line(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < EVENT_KINDS; i++) {
        lines_log log = start();
        event e = event_known(event_kinds[i]);
        line l = add(&log, &e);
        char digest[9], expected[1024], crc[32];
        snprintf(digest, sizeof digest, "%08lx", (unsigned long)log.log.digest);
        snprintf(expected, sizeof expected, known[i], digest);
        assert_memory_equal(l.text, expected, strlen(expected));
        snprintf(crc, sizeof crc, ",\"crc\":\"%08lx\"}",
                 (unsigned long)lines_crc(l.text, l.length - 18));
        assert_string_equal(l.text + l.length - 18, crc);
        assert_int_equal(l.length, strlen(expected) + 18);
        assert_int_equal(strlen(l.text), l.length);
        assert_true(log.log.line == 2);
    }
}

/* Of a long at 100 that risks 2 and is stopped at 98. */
static void the_writer_computes_what_follows_from_the_facts(void **unused)
{
    lines_log log = start();
    event trade = event_known(SIGMA_KIND_AUDIT_TRADE), exit = event_known(SIGMA_KIND_AUDIT_EXIT);
    (void)unused;
    trade.is.trade.multiple = 9.0, trade.is.trade.surprise = 9.0, trade.is.trade.line = -9;
    (void)add(&log, &trade);
    assert_true(trade.is.trade.line == 2 && trade.is.trade.digest == log.log.digest);
    assert_bits(trade.is.trade.multiple, 1.5);
    assert_bits(trade.is.trade.expected, 0.25);
    assert_bits(trade.is.trade.surprise, 100.0);
    exit.is.exit.result = (sigma_exits_result){.price = 1.0, .action = SIGMA_ACTION_REDUCE};
    (void)add(&log, &exit);
    assert_int_equal(exit.is.exit.result.action, SIGMA_ACTION_CLOSE);
    assert_int_equal(exit.is.exit.result.reason, SIGMA_EXIT_STOP);
    assert_bits(exit.is.exit.result.price, 98.0);
    assert_bits(exit.is.exit.result.fraction, 1.0);
    assert_int_equal(exit.is.exit.exits.closing, 0); /* the state before, not after */
}

static void what_is_not_given_leaves_a_trade_without_it(void **unused)
{
    static const struct {
        uint64_t given;
        double multiple, expected, surprise;
    } cases[] = {{0, 0.0, 0.0, 0.0}, {1, 1.5, 0.0, 0.0}, {2, 0.0, 0.0, 100.0}, {3, 1.5, 0.25, 100}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        lines_log log = start();
        event e = event_known(SIGMA_KIND_AUDIT_TRADE);
        e.is.trade.trade.given = cases[i].given;
        (void)add(&log, &e);
        assert_bits(e.is.trade.multiple, cases[i].multiple);
        assert_bits(e.is.trade.expected, cases[i].expected);
        assert_bits(e.is.trade.surprise, cases[i].surprise);
    }
}

/* A buy that pays more and a sale that gets less slip against the order. */
static void slippage_counts_against_the_order(void **unused)
{
    static const struct {
        int32_t side, intent;
        double wanted, price, slippage;
    } cases[] = {{SIGMA_SIDE_LONG, SIGMA_INTENT_OPEN, 100.0, 101.0, 0.01},
                 {SIGMA_SIDE_LONG, SIGMA_INTENT_REDUCE, 100.0, 101.0, -0.01},
                 {SIGMA_SIDE_SHORT, SIGMA_INTENT_OPEN, 100.0, 101.0, -0.01},
                 {SIGMA_SIDE_SHORT, SIGMA_INTENT_REDUCE, 100.0, 101.0, 0.01},
                 {SIGMA_SIDE_LONG, SIGMA_INTENT_OPEN, 0.0, 101.0, 0.25},
                 {SIGMA_SIDE_LONG, SIGMA_INTENT_OPEN, 100.0, 0.0, 0.25},
                 {SIGMA_SIDE_UNKNOWN, SIGMA_INTENT_UNKNOWN, 0.0, 0.0, 0.25}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        lines_log log = start();
        event e = event_known(SIGMA_KIND_AUDIT_FAILURE);
        e.is.failure.side = cases[i].side, e.is.failure.intent = cases[i].intent;
        e.is.failure.wanted = cases[i].wanted, e.is.failure.price = cases[i].price;
        e.is.failure.slippage = 0.25; /* what the caller says, where nothing tells better */
        (void)add(&log, &e);
        assert_bits(e.is.failure.slippage, cases[i].slippage);
    }
}

static void at_every_smaller_capacity_nothing_is_written(void **unused)
{
    static char buffer[SIGMA_AUDIT_SPACE];
    (void)unused;
    for (int32_t i = 0; i < EVENT_KINDS; i++) {
        lines_log log = start(), fresh = log;
        event e = event_known(event_kinds[i]), before = e;
        line l = add(&log, &e);
        int32_t length;
        for (int32_t capacity = -1; capacity <= l.length; capacity++) {
            event again = before;
            memset(buffer, 'x', sizeof buffer);
            length = 9;
            assert_int_equal(event_write(&fresh.log, &again, buffer, capacity, &length),
                             SIGMA_E_SPACE);
            assert_same(again, before);
            assert_zero(length);
            assert_int_equal(fresh.log.line, 1);
            assert_true(capacity < 1 ? buffer[0] == 'x' : buffer[0] == '\0');
            assert_int_equal(buffer[capacity < 0 ? 0 : capacity], 'x');
        }
        assert_int_equal(event_write(&fresh.log, &before, buffer, l.length + 1, &length), SIGMA_OK);
        assert_string_equal(buffer, l.text);
    }
}

/* ---- refusals */

static void refuse(event e, sigma_status status)
{
    lines_log log = start();
    event before = e;
    char buffer[SIGMA_AUDIT_EVENT_SPACE] = "x";
    int32_t length = 9;
    assert_int_equal(event_write(&log.log, &e, buffer, sizeof buffer, &length), status);
    assert_string_equal(buffer, "");
    assert_zero(length);
    assert_same(e, before);
    assert_int_equal(log.log.line, 1);
}

/* The writer's own fields: line and digest, and what it computes. */
static bool is_set_by_the_writer(int32_t kind, const sigma_field *field)
{
    switch (kind) {
    case SIGMA_KIND_AUDIT_TRADE:
        return field->offset < 12 ||
               field->offset >= (int32_t)offsetof(sigma_audit_trade, multiple);
    case SIGMA_KIND_AUDIT_EXIT:
        return field->offset < 12 ||
               (field->offset >= (int32_t)offsetof(sigma_audit_exit, result) &&
                field->offset < (int32_t)offsetof(sigma_audit_exit, time));
    case SIGMA_KIND_AUDIT_FAILURE:
        return field->offset < 12 ||
               field->offset == (int32_t)offsetof(sigma_audit_failure, slippage);
    default: return field->offset < 12;
    }
}

static void no_line(const void *damaged, const sigma_field *field, void *context)
{
    event e = {.kind = *(const int32_t *)context};
    memcpy(&e.is, damaged, (size_t)size_of(e.kind));
    if (!is_set_by_the_writer(e.kind, field)) {
        refuse(e, SIGMA_E_RANGE);
    }
}

static void a_field_out_of_range_gives_a_status_and_no_line(void **unused)
{
    static const int32_t least[EVENT_KINDS] = {90, 300, 20, 40, 60};
    (void)unused;
    for (int32_t i = 0; i < EVENT_KINDS; i++) {
        event e = event_known(event_kinds[i]);
        lines_log log = start();
        (void)add(&log, &e);
        assert_true(damage_each(e.kind, &e.is, no_line, &e.kind) > least[i]);
        (void)damage_doubles(e.kind, &e.is, no_line, &e.kind);
    }
}

/* Without a state the result is the caller's. */
static event unwatched(void)
{
    event e = {.kind = SIGMA_KIND_AUDIT_EXIT};
    e.is.exit = (sigma_audit_exit){
        .result = {.price = 98.0, .action = SIGMA_ACTION_CLOSE, .reason = SIGMA_EXIT_MANUAL},
        .time = sample_now,
        .symbol = SAMPLE_SYMBOL};
    return e;
}

static void an_exit_that_is_none_is_refused(void **unused)
{
    event e = unwatched();
    lines_log log = start();
    (void)unused;
    (void)add(&log, &e);
    e = unwatched(), e.is.exit.result.action = SIGMA_ACTION_HOLD;
    refuse(e, SIGMA_E_RANGE);
    e = unwatched(), e.is.exit.result.reason = SIGMA_EXIT_UNKNOWN;
    refuse(e, SIGMA_E_RANGE);
    e = unwatched(), e.is.exit.result.fraction = NOT_A_NUMBER;
    refuse(e, SIGMA_E_RANGE);
    e = unwatched(), e.is.exit.tick = 1;
    refuse(e, SIGMA_E_RANGE);
    e = unwatched(), e.is.exit.sample.rsi = 50.0;
    refuse(e, SIGMA_E_RANGE);
    e = unwatched(), e.is.exit.bar = (sigma_bar){1, 2.0, 2.0, 2.0, 2.0, 0.0};
    refuse(e, SIGMA_E_RANGE);
    e = event_known(SIGMA_KIND_AUDIT_EXIT), e.is.exit.bar.low = 99.0; /* holds */
    refuse(e, SIGMA_E_RANGE);
    e = event_known(SIGMA_KIND_AUDIT_EXIT), e.is.exit.bar.time -= 2 * SAMPLE_HOUR;
    refuse(e, SIGMA_E_ORDER);
}

/* Which way a price slipped depends on both. */
static void prices_of_neither_side_nor_intent_are_refused(void **unused)
{
    event e = event_known(SIGMA_KIND_AUDIT_FAILURE);
    (void)unused;
    e.is.failure.side = SIGMA_SIDE_UNKNOWN;
    refuse(e, SIGMA_E_RANGE);
    e = event_known(SIGMA_KIND_AUDIT_FAILURE), e.is.failure.intent = SIGMA_INTENT_UNKNOWN;
    refuse(e, SIGMA_E_RANGE);
}

/* The state, not the bar, knows why; a bar that could not be used is left out. */
static void an_order_to_close_needs_no_bar(void **unused)
{
    event e = event_known(SIGMA_KIND_AUDIT_EXIT);
    lines_log log = start();
    (void)unused;
    e.is.exit.bar = (sigma_bar){0};
    refuse(e, SIGMA_E_RANGE);
    e.is.exit.sample = (sigma_exits_sample){.order = SIGMA_EXIT_EMERGENCY};
    line l = add(&log, &e);
    lines_reader r = lines_at_start(&log);
    assert_int_equal(e.is.exit.result.action, SIGMA_ACTION_CLOSE);
    assert_int_equal(e.is.exit.result.reason, SIGMA_EXIT_EMERGENCY);
    assert_bits(e.is.exit.result.price, 0.0);
    assert_int_equal(lines_verify(&r, &log, l.text, l.length), SIGMA_OK);
}

static void a_tick_has_one_price(void **unused)
{
    event e = event_known(SIGMA_KIND_AUDIT_EXIT);
    lines_log log = start();
    double *of_bar[] = {&e.is.exit.bar.open, &e.is.exit.bar.high, &e.is.exit.bar.low};
    (void)unused;
    e.is.exit.tick = 1;
    e.is.exit.bar = (sigma_bar){sample_now, 97.5, 97.5, 97.5, 97.5, 0.0};
    for (int32_t i = 0; i < COUNT_OF(of_bar); i++) {
        *of_bar[i] = 97.25;
        refuse(e, SIGMA_E_RANGE);
        *of_bar[i] = 97.5;
    }
    e.is.exit.bar.volume = 1.0;
    refuse(e, SIGMA_E_RANGE);
    e.is.exit.bar.volume = 0.0;
    (void)add(&log, &e);
    assert_bits(e.is.exit.result.price, 97.5);
}

static event transition(int32_t from, int32_t to, int32_t issue, bool by_event)
{
    event e = event_known(SIGMA_KIND_AUDIT_TRANSITION);
    sigma_breaker_transition *t = &e.is.transition.transition;
    t->from = from, t->to = to, t->issue = issue;
    if (!by_event) {
        e.is.transition.event = (sigma_breaker_sample){0};
    }
    return e;
}

/* The law of the breaker, written down another way: what may follow what, by every issue. */
static bool may(int32_t from, int32_t to, int32_t issue, bool by_event)
{
    bool levels = from != SIGMA_LEVEL_UNKNOWN && to != SIGMA_LEVEL_UNKNOWN;
    switch (issue) {
    case SIGMA_ISSUE_UNKNOWN: return false;
    case SIGMA_ISSUE_RECOVERY:
        return levels && by_event && from != SIGMA_LEVEL_SHUTDOWN && from - to == 1;
    case SIGMA_ISSUE_FORCED:
        return levels && !by_event && from != SIGMA_LEVEL_SHUTDOWN && to == SIGMA_LEVEL_CLOSED;
    case SIGMA_ISSUE_RESET:
        return !by_event && from == SIGMA_LEVEL_SHUTDOWN && to == SIGMA_LEVEL_CLOSED;
    case SIGMA_ISSUE_OVERRIDE: return levels && !by_event && from == to;
    default: return levels && by_event && from <= to;
    }
}

static void a_transition_that_no_breaker_makes_is_refused(void **unused)
{
    int32_t granted = 0;
    (void)unused;
    for (int32_t i = 0; i < SIGMA_LEVEL_COUNT * SIGMA_LEVEL_COUNT * SIGMA_ISSUE_COUNT * 2; i++) {
        int32_t from = i % SIGMA_LEVEL_COUNT, to = i / SIGMA_LEVEL_COUNT % SIGMA_LEVEL_COUNT;
        int32_t issue = i / (SIGMA_LEVEL_COUNT * SIGMA_LEVEL_COUNT) % SIGMA_ISSUE_COUNT;
        bool by_event = i % 2;
        for (int32_t k = 0; k < 2; k++, by_event = !by_event) {
            event e = transition(from, to, issue, by_event);
            if (may(from, to, issue, by_event)) {
                lines_log log = start();
                (void)add(&log, &e);
                granted++;
            } else {
                refuse(e, SIGMA_E_RANGE);
            }
        }
    }
    assert_int_equal(granted, 2 * (19 * 15 + 3 + 4 + 1 + 5));
    event e = transition(SIGMA_LEVEL_CLOSED, SIGMA_LEVEL_HALT, SIGMA_ISSUE_LOSS, true);
    e.is.transition.event.time++;
    refuse(e, SIGMA_E_RANGE);
}

static void a_violation_of_nothing_is_refused(void **unused)
{
    event e = event_known(SIGMA_KIND_AUDIT_VIOLATION);
    uint64_t *sets[] = {&e.is.violation.reasons, &e.is.violation.layers, &e.is.violation.limits,
                        &e.is.violation.rules, &e.is.violation.symptoms};
    (void)unused;
    e.is.violation.layers = 0;
    refuse(e, SIGMA_E_RANGE);
    for (int32_t i = 0; i < COUNT_OF(sets); i++) {
        lines_log log = start();
        *sets[i] = 1;
        (void)add(&log, &e);
        *sets[i] = 0;
        e.is.violation.line = 0, e.is.violation.digest = 0;
    }
}

static void a_trade_that_cannot_be_used_is_refused(void **unused)
{
    event e = event_known(SIGMA_KIND_AUDIT_TRADE);
    (void)unused;
    e.is.trade.trade.closed = e.is.trade.trade.opened - 1;
    refuse(e, SIGMA_E_ORDER);
    e = event_known(SIGMA_KIND_AUDIT_TRADE), e.is.trade.trade.risk = 1e-9;
    refuse(e, SIGMA_E_RANGE);
}

static void damaged_log(const void *damaged, const sigma_field *field, void *context)
{
    event *e = (event *)context, before = *e;
    sigma_audit log;
    char buffer[SIGMA_AUDIT_EVENT_SPACE] = "x";
    int32_t length = 9;
    (void)field;
    memcpy(&log, damaged, sizeof log);
    assert_int_equal(event_write(&log, e, buffer, sizeof buffer, &length), SIGMA_E_STATE);
    assert_string_equal(buffer, "");
    assert_zero(length);
    assert_memory_equal(&log, damaged, sizeof log);
    assert_same(*e, before);
}

static void a_zeroed_or_damaged_log_is_refused(void **unused)
{
    lines_log log = start();
    sigma_audit zero = {0};
    (void)unused;
    for (int32_t i = 0; i < EVENT_KINDS; i++) {
        event e = event_known(event_kinds[i]);
        assert_true(damage_each(SIGMA_KIND_AUDIT, &log.log, damaged_log, &e) > 4);
        damaged_log(&zero, NULL, &e);
    }
}

/* ---- reading */

static void whatever_happens_is_read_back_and_recomputed(void **unused)
{
    uint64_t seed = 77;
    int32_t longest = 0;
    (void)unused;
    for (int32_t run = 0; run < 40; run++) {
        sigma_policy policy = sample_random_policy(&seed);
        lines_log log = lines_start(&policy);
        lines_reader r = lines_at_start(&log);
        for (int32_t i = 0; i < 60; i++) {
            int32_t kind = test_whole(&seed, 0, EVENT_KINDS), told;
            line l;
            if (kind == EVENT_KINDS) {
                lines_line decision;
                sample_random_question(&seed, &decision.context, &decision.proposal);
                lines_add(&log, &decision);
                memcpy(l.text, decision.text, sizeof l.text);
                l.length = decision.length;
                kind = SIGMA_KIND_AUDIT_RECORD;
            } else {
                event e = event_random(&seed, event_kinds[kind]), again;
                kind = event_kinds[kind];
                l = add(&log, &e);
                longest = l.length > longest ? l.length : longest;
                memset(&again, 7, sizeof again);
                assert_int_equal(event_read(kind, l.text, l.length, &again), SIGMA_OK);
                assert_same_event(&again, &e);
            }
            assert_int_equal(sigma_audit_kind(l.text, l.length, &told), SIGMA_OK);
            assert_int_equal(told, kind);
            assert_int_equal(lines_verify(&r, &log, l.text, l.length), SIGMA_OK);
            assert_zero(r.difference);
            assert_same(r.log, log.log);
            assert_true(r.record.line == log.log.line && r.record.digest == log.log.digest);
        }
    }
    assert_in_range(longest, 1000, SIGMA_AUDIT_EVENT_SPACE - 1);
}

static void every_single_byte_that_changes_is_found(void **unused)
{
    static const char others[] = "0 159}{\"\\,.-+exz_\x80\xff";
    (void)unused;
    for (int32_t kind = 0; kind < EVENT_KINDS; kind++) {
        lines_log log = start();
        event e = event_known(event_kinds[kind]), again;
        line l = add(&log, &e);
        for (int32_t i = 0; i < l.length * (int32_t)sizeof others; i++) {
            char *at = &l.text[i / (int32_t)sizeof others], kept = *at;
            char other = others[i % (int32_t)sizeof others];
            if (other != kept) {
                lines_reader r = lines_at_start(&log);
                sigma_audit before = r.log;
                *at = other;
                assert_int_equal(lines_verify(&r, &log, l.text, l.length), SIGMA_E_DIFFERENT);
                assert_true(r.difference.cause > SIGMA_CAUSE_UNKNOWN);
                assert_same(r.log, before);
                assert_int_equal(event_read(e.kind, l.text, l.length, &again), SIGMA_E_FORMAT);
                *at = kept;
            }
        }
    }
}

static void a_line_cut_off_anywhere_is_found(void **unused)
{
    (void)unused;
    for (int32_t kind = 0; kind < EVENT_KINDS; kind++) {
        lines_log log = start();
        event e = event_known(event_kinds[kind]), again;
        line l = add(&log, &e);
        for (int32_t length = -1; length < l.length; length++) {
            lines_reader r = lines_at_start(&log);
            assert_int_equal(lines_verify(&r, &log, l.text, length), SIGMA_E_DIFFERENT);
            assert_int_equal(event_read(e.kind, l.text, length, &again), SIGMA_E_FORMAT);
        }
        l.text[l.length] = ' ';
        lines_reader r = lines_at_start(&log);
        assert_int_equal(lines_verify(&r, &log, l.text, l.length + 1), SIGMA_E_DIFFERENT);
        assert_int_equal(r.difference.cause, SIGMA_CAUSE_BYTES);
        assert_int_equal(event_read(e.kind, l.text, l.length + 1, &again), SIGMA_E_FORMAT);
    }
}

/* Forgers who mend the CRC are found by the numbers. */
static void a_forged_line_is_named_by_its_field(void **unused)
{
    static const struct {
        int32_t kind;
        const char *from, *to;
        int32_t cause;
        const char *field;
    } forged[] = {
        {0, "\"multiple\":1.5", "\"multiple\":2.5", SIGMA_CAUSE_DECISION, "trade.multiple"},
        {0, "\"surprise\":100", "\"surprise\":99", SIGMA_CAUSE_DECISION, "trade.surprise"},
        {0, "\"profit\":120", "\"profit\":160", SIGMA_CAUSE_DECISION, "trade.multiple"},
        {0, "\"lots\":0.33", "\"lots\":-1", SIGMA_CAUSE_INPUT, ""},
        {0, "T19:00:00Z", "T21:00:00Z", SIGMA_CAUSE_INPUT, ""},
        {0, "\"multiple\":1.5", "\"multiple\":1.50", SIGMA_CAUSE_BYTES, ""},
        {0, "\"line\":2", "\"line\":3", SIGMA_CAUSE_SEQUENCE, ""},
        {0, "\",\"trade\":{", "0\",\"trade\":{", SIGMA_CAUSE_POLICY, ""}, /* another digest */
        {0, "{\"trade\":", "{\"trades\":", SIGMA_CAUSE_SHAPE, ""},
        {1, "\"result\":{\"price\":98", "\"result\":{\"price\":99", SIGMA_CAUSE_DECISION,
         "exit.result.price"},
        {1, "\"reason\":\"stop\"", "\"reason\":\"target\"", SIGMA_CAUSE_DECISION,
         "exit.result.reason"},
        {1, "\"low\":97.5", "\"low\":98.5", SIGMA_CAUSE_INPUT, ""},
        {1, "\"open\":99,", "\"open\":97.5,", SIGMA_CAUSE_DECISION, "exit.result.price"},
        {2, "\"to\":\"throttle\"", "\"to\":\"unknown\"", SIGMA_CAUSE_INPUT, ""},
        {2, "\"from\":\"closed\"", "\"from\":\"halt\"", SIGMA_CAUSE_INPUT, ""},
        {3, "\"layers\":[\"daily_loss\",\"positions\"],", "", SIGMA_CAUSE_INPUT, ""},
        {3, "\"source\":\"gate\"", "\"source\":\"unknown\"", SIGMA_CAUSE_INPUT, ""},
        {4, "\"price\":1.2525", "\"price\":1.25", SIGMA_CAUSE_DECISION, "failure.slippage"},
        {4, "\"side\":\"long\"", "\"side\":\"short\"", SIGMA_CAUSE_DECISION, "failure.slippage"},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(forged); i++) {
        lines_log log = start();
        event e = event_known(event_kinds[forged[i].kind]), again;
        line l = add(&log, &e);
        lines_forge(l.text, &l.length, forged[i].from, forged[i].to);
        lines_assert_different(&log, l.text, l.length, forged[i].cause, forged[i].field);
        bool whole = forged[i].cause == SIGMA_CAUSE_SEQUENCE; /* which only the log can know */
        memset(&again, 7, sizeof again);
        assert_int_equal(event_read(e.kind, l.text, l.length, &again),
                         whole ? SIGMA_OK : SIGMA_E_FORMAT);
        if (!whole) {
            static const event zero = {0};
            assert_memory_equal(&again.is, &zero.is, (size_t)size_of(e.kind));
        }
    }
}

static void a_line_of_another_kind_or_none_is_refused(void **unused)
{
    lines_log log = start();
    event trade = event_known(SIGMA_KIND_AUDIT_TRADE), again;
    line l = add(&log, &trade);
    int32_t kind = 9;
    (void)unused;
    for (int32_t i = 1; i < EVENT_KINDS; i++) {
        assert_int_equal(event_read(event_kinds[i], l.text, l.length, &again), SIGMA_E_FORMAT);
    }
    assert_int_equal(sigma_audit_kind(log.header, log.header_length, &kind), SIGMA_OK);
    assert_int_equal(kind, SIGMA_KIND_AUDIT_HEADER);
    for (int32_t length = -1; length < 9; length++) {
        kind = 9;
        assert_int_equal(sigma_audit_kind(l.text, length, &kind), SIGMA_E_FORMAT);
        assert_zero(kind);
    }
    assert_int_equal(sigma_audit_kind("{\"trades\":", 10, &kind), SIGMA_E_FORMAT);
}

/* A decimal comma, and the bytes that another language would write. */
static void the_locale_has_no_say(void **unused)
{
    lines_log log = start(), other = log;
    (void)unused;
    if (!setlocale(LC_ALL, "de_DE.UTF-8") && !setlocale(LC_ALL, "fr_FR.UTF-8")) {
        skip();
    }
    for (int32_t i = 0; i < EVENT_KINDS; i++) {
        event a = event_known(event_kinds[i]), b = a;
        line abroad = add(&other, &a);
        assert_non_null(setlocale(LC_ALL, "C"));
        line home = add(&log, &b);
        assert_string_equal(abroad.text, home.text);
        (void)setlocale(LC_ALL, "de_DE.UTF-8");
    }
    assert_non_null(setlocale(LC_ALL, "C"));
}

static void null_is_refused(void **unused)
{
    char b[SIGMA_AUDIT_EVENT_SPACE];
    int32_t n, kind = 9;
    (void)unused;
    for (int32_t i = 0; i < EVENT_KINDS; i++) {
        lines_log log = start();
        event e = event_known(event_kinds[i]), before = e;
        b[0] = 'x', n = 9;
        assert_int_equal(event_write(NULL, &e, b, sizeof b, &n), SIGMA_E_NULL);
        assert_true(b[0] == '\0' && n == 0);
        n = 9;
        assert_int_equal(event_write(&log.log, &e, NULL, sizeof b, &n), SIGMA_E_NULL);
        assert_zero(n);
        b[0] = 'x';
        assert_int_equal(event_write(&log.log, &e, b, sizeof b, NULL), SIGMA_E_NULL);
        assert_true(b[0] == '\0');
        assert_same(e, before);
        assert_int_equal(log.log.line, 1);
        assert_int_equal(event_read(e.kind, NULL, 9, &e), SIGMA_E_NULL);
        static const event zero = {0};
        assert_memory_equal(&e.is, &zero.is, (size_t)size_of(e.kind));
    }
    lines_log log = start();
    b[0] = 'x', n = 9;
    assert_int_equal(sigma_audit_trade_write(&log.log, NULL, b, sizeof b, &n), SIGMA_E_NULL);
    assert_true(b[0] == '\0' && n == 0);
    assert_int_equal(sigma_audit_exit_write(&log.log, NULL, b, sizeof b, &n), SIGMA_E_NULL);
    assert_int_equal(sigma_audit_transition_write(&log.log, NULL, b, sizeof b, &n), SIGMA_E_NULL);
    assert_int_equal(sigma_audit_violation_write(&log.log, NULL, b, sizeof b, &n), SIGMA_E_NULL);
    assert_int_equal(sigma_audit_failure_write(&log.log, NULL, b, sizeof b, &n), SIGMA_E_NULL);
    assert_int_equal(sigma_audit_trade_read("{}", 2, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_audit_exit_read("{}", 2, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_audit_transition_read("{}", 2, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_audit_violation_read("{}", 2, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_audit_failure_read("{}", 2, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_audit_kind(NULL, 2, &kind), SIGMA_E_NULL);
    assert_zero(kind);
    assert_int_equal(sigma_audit_kind("{}", 2, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_has_its_own_line),
        cmocka_unit_test(the_writer_computes_what_follows_from_the_facts),
        cmocka_unit_test(what_is_not_given_leaves_a_trade_without_it),
        cmocka_unit_test(slippage_counts_against_the_order),
        cmocka_unit_test(at_every_smaller_capacity_nothing_is_written),
        cmocka_unit_test(a_field_out_of_range_gives_a_status_and_no_line),
        cmocka_unit_test(an_exit_that_is_none_is_refused),
        cmocka_unit_test(prices_of_neither_side_nor_intent_are_refused),
        cmocka_unit_test(an_order_to_close_needs_no_bar),
        cmocka_unit_test(a_tick_has_one_price),
        cmocka_unit_test(a_transition_that_no_breaker_makes_is_refused),
        cmocka_unit_test(a_violation_of_nothing_is_refused),
        cmocka_unit_test(a_trade_that_cannot_be_used_is_refused),
        cmocka_unit_test(a_zeroed_or_damaged_log_is_refused),
        cmocka_unit_test(whatever_happens_is_read_back_and_recomputed),
        cmocka_unit_test(every_single_byte_that_changes_is_found),
        cmocka_unit_test(a_line_cut_off_anywhere_is_found),
        cmocka_unit_test(a_forged_line_is_named_by_its_field),
        cmocka_unit_test(a_line_of_another_kind_or_none_is_refused),
        cmocka_unit_test(the_locale_has_no_say),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
