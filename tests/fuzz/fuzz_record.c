/* SPDX-License-Identifier: MIT */
/* Whatever happens between decisions becomes a line that is read back to the same bytes and
 * verified; any other line, and any damaged one, is refused, with a cause. */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

enum { SPACE = SIGMA_AUDIT_SPACE + 16 };

typedef struct line {
    char text[SPACE];
    int32_t length;
} line;

typedef union record {
    sigma_audit_trade trade;
    sigma_audit_exit exit;
    sigma_audit_transition transition;
    sigma_audit_violation violation;
    sigma_audit_failure failure;
} record;

static int32_t make_kind(fuzz_input *in)
{
    return SIGMA_KIND_AUDIT_TRADE + fuzz_pick(in, 5);
}

static const char *name_of(int32_t kind, bool reads)
{
    static const char *const names[5][2] = {
        {"sigma_audit_trade_write", "sigma_audit_trade_read"},
        {"sigma_audit_exit_write", "sigma_audit_exit_read"},
        {"sigma_audit_transition_write", "sigma_audit_transition_read"},
        {"sigma_audit_violation_write", "sigma_audit_violation_read"},
        {"sigma_audit_failure_write", "sigma_audit_failure_read"}};
    return names[kind - SIGMA_KIND_AUDIT_TRADE][reads];
}

static sigma_status call_writer(int32_t kind, sigma_audit *log, record *r, line *l,
                                int32_t capacity)
{
    switch (kind) {
    case SIGMA_KIND_AUDIT_TRADE:
        return sigma_audit_trade_write(log, &r->trade, l->text, capacity, &l->length);
    case SIGMA_KIND_AUDIT_EXIT:
        return sigma_audit_exit_write(log, &r->exit, l->text, capacity, &l->length);
    case SIGMA_KIND_AUDIT_TRANSITION:
        return sigma_audit_transition_write(log, &r->transition, l->text, capacity, &l->length);
    case SIGMA_KIND_AUDIT_VIOLATION:
        return sigma_audit_violation_write(log, &r->violation, l->text, capacity, &l->length);
    default: return sigma_audit_failure_write(log, &r->failure, l->text, capacity, &l->length);
    }
}

static sigma_status call_reader(int32_t kind, const char *text, int32_t length, record *r)
{
    switch (kind) {
    case SIGMA_KIND_AUDIT_TRADE: return sigma_audit_trade_read(text, length, &r->trade);
    case SIGMA_KIND_AUDIT_EXIT: return sigma_audit_exit_read(text, length, &r->exit);
    case SIGMA_KIND_AUDIT_TRANSITION:
        return sigma_audit_transition_read(text, length, &r->transition);
    case SIGMA_KIND_AUDIT_VIOLATION: return sigma_audit_violation_read(text, length, &r->violation);
    default: return sigma_audit_failure_read(text, length, &r->failure);
    }
}

/* ---- facts that fit together, mostly */

static void make_exit(fuzz_input *in, sigma_audit_exit *r)
{
    fuzz_object(in, SIGMA_KIND_AUDIT_EXIT, r);
    switch (fuzz_pick(in, 4)) {
    case 0: break;
    case 1: /* nobody watched */
        memset(&r->exits, 0, sizeof r->exits);
        memset(&r->bar, 0, sizeof r->bar);
        memset(&r->sample, 0, sizeof r->sample);
        r->tick = 0;
        break;
    default: {
        double price = fuzz_within(in, 80.0, 120.0);
        sigma_exits_entry entry = {
            .entry = 100.0, .stop = 95.0, .target = 110.0, .side = SIGMA_SIDE_LONG, .regime = 1};
        sigma_exits_params params;
        REQUIRE(sigma_exits_defaults(&params, 1 + fuzz_pick(in, 3)) == SIGMA_OK);
        REQUIRE(sigma_exits_init(&r->exits, &params, &entry) == SIGMA_OK);
        r->tick = fuzz_pick(in, 2);
        r->bar = (sigma_bar){fuzz_pick(in, 8) ? 1 : -1, price, price, price, price,
                             r->tick ? 0.0 : 5.0}; /* after the entry, or before */
        r->sample = (sigma_exits_sample){.regime = 1};
        break;
    }
    }
}

static void make_transition(fuzz_input *in, sigma_audit_transition *r)
{
    fuzz_object(in, SIGMA_KIND_AUDIT_TRANSITION, r);
    if (fuzz_pick(in, 4) == 0) {
        memset(&r->event, 0, sizeof r->event);
        r->transition.issue = SIGMA_ISSUE_OVERRIDE;
        r->transition.to = r->transition.from;
    } else if (fuzz_pick(in, 4)) {
        r->event.time = r->transition.time;
        r->transition.to = SIGMA_LEVEL_SHUTDOWN;
    }
}

static void make(fuzz_input *in, int32_t kind, record *r)
{
    memset(r, 0, sizeof *r);
    switch (kind) {
    case SIGMA_KIND_AUDIT_TRADE: fuzz_make_trade(in, 0, &r->trade.trade); break;
    case SIGMA_KIND_AUDIT_EXIT: make_exit(in, &r->exit); break;
    case SIGMA_KIND_AUDIT_TRANSITION: make_transition(in, &r->transition); break;
    default: fuzz_object(in, kind, r); break;
    }
}

/* ---- lines */

/* An instant of which the field tables cannot tell whether it can be written. */
static bool is_last_instant(int64_t time)
{
    static const int64_t LAST = INT64_C(9149999999999990000);
    return time < -LAST || LAST < time;
}

static bool is_plain(int32_t kind, const record *r)
{
    switch (kind) {
    case SIGMA_KIND_AUDIT_EXIT: return !is_last_instant(r->exit.time);
    case SIGMA_KIND_AUDIT_TRANSITION: return !is_last_instant(r->transition.transition.time);
    case SIGMA_KIND_AUDIT_VIOLATION: return !is_last_instant(r->violation.time);
    case SIGMA_KIND_AUDIT_FAILURE: return !is_last_instant(r->failure.time);
    default: return true;
    }
}

static void read_line(int32_t kind, const char *text, int32_t length, record *r,
                      sigma_status *status)
{
    memset(r, '#', sizeof *r);
    *status = call_reader(kind, text, length, r);
    (void)fuzz_saw_result(name_of(kind, true), *status, kind, r);
}

/* What is said of a line, by the reader of its kind, sigma_audit_kind() and sigma_audit_verify().
 */
typedef struct answers {
    sigma_status read, told, verified;
    record found;
    int32_t kind;
    sigma_audit log; /* behind it */
    sigma_audit_record decision;
    sigma_audit_difference difference;
} answers;

static answers answers_to(const sigma_audit *before, const sigma_policy *policy, int32_t kind,
                          const line *l)
{
    answers a = {.log = *before};

    read_line(kind, l->text, l->length, &a.found, &a.read);
    a.told = sigma_audit_kind(l->text, l->length, &a.kind);
    (void)fuzz_saw_numbers("sigma_audit_kind", a.told, &a.kind, 4, 1);
    a.verified = sigma_audit_verify(&a.log, policy, l->text, l->length, &a.decision, &a.difference);
    (void)fuzz_saw_struct("sigma_audit_verify", a.verified, SIGMA_KIND_AUDIT_DIFFERENCE,
                          &a.difference);
    return a;
}

static void good_line(const sigma_audit *before, const sigma_policy *policy, int32_t kind,
                      const line *l, const record *written)
{
    answers a = answers_to(before, policy, kind, l);

    REQUIRE(a.read == SIGMA_OK && fuzz_is_same(&a.found, written, (size_t)fuzz_size(kind)));
    REQUIRE(a.told == SIGMA_OK && a.kind == kind);
    REQUIRE(a.verified == SIGMA_OK && a.log.line == before->line + 1);
    REQUIRE(a.decision.line == a.log.line && a.decision.digest == a.log.digest);
}

static void bad_line(const sigma_audit *before, const sigma_policy *policy, int32_t kind,
                     const line *l)
{
    answers a = answers_to(before, policy, kind, l);
    const sigma_audit_difference *difference = &a.difference;

    REQUIRE(a.read == SIGMA_E_FORMAT);
    REQUIRE(a.verified == SIGMA_E_DIFFERENT && a.log.line == before->line);
    REQUIRE(SIGMA_CAUSE_UNKNOWN < difference->cause && difference->cause < SIGMA_CAUSE_COUNT);
    REQUIRE(memchr(difference->field, '\0', sizeof difference->field) != NULL);
}

/* Bytes changed, cut off or taken out. */
static void spoil(fuzz_input *in, line *l)
{
    int32_t place = fuzz_pick(in, l->length);

    switch (fuzz_pick(in, 3)) {
    case 0: l->length = place; break;
    case 1:
        l->length--;
        memmove(l->text + place, l->text + place + 1, (size_t)(l->length - place));
        break;
    default: fuzz_damage_text(in, l->text, l->length); break;
    }
}

/* What was written with a zero after it needs that space. */
static void too_short(const sigma_audit *before, int32_t kind, const record *r, int32_t length)
{
    sigma_audit log = *before;
    record again = *r;
    line l;
    sigma_status status = call_writer(kind, &log, &again, &l, length);
    REQUIRE(fuzz_saw(name_of(kind, false), status) == SIGMA_E_SPACE && l.length == 0);
    REQUIRE(fuzz_is_same(&log, before, sizeof log));
}

static void write_one(fuzz_input *in, sigma_audit *log, const sigma_policy *policy)
{
    int32_t kind = make_kind(in);
    int32_t capacity = fuzz_rarely(in) ? fuzz_pick(in, 2000) - 4 : SIGMA_AUDIT_EVENT_SPACE;
    sigma_audit before = *log;
    record r, given;
    line l, kept;

    make(in, kind, &r);
    given = r;
    memset(l.text, '#', SPACE);
    sigma_status status = call_writer(kind, log, &r, &l, capacity);
    (void)fuzz_saw_text(name_of(kind, false), status, l.text, SPACE, capacity, &l.length);
    (void)fuzz_saw_state(name_of(kind, false), status, SIGMA_KIND_AUDIT, &before, log);
    REQUIRE(status != SIGMA_E_SPACE || capacity < SIGMA_AUDIT_EVENT_SPACE);
    REQUIRE(status == SIGMA_OK || fuzz_is_same(&r, &given, sizeof r));
    if (status != SIGMA_OK) {
        return;
    }
    REQUIRE(fuzz_in_range(kind, &r));
    if (is_plain(kind, &r)) {
        good_line(&before, policy, kind, &l, &r);
    }
    too_short(&before, kind, &given, l.length);
    kept = l;
    spoil(in, &l);
    if (l.length != kept.length || !fuzz_is_same(l.text, kept.text, (size_t)l.length)) {
        bad_line(&before, policy, kind, &l);
    }
}

/* Without a log that was set up, or without space, nothing is written. */
static void not_written(fuzz_input *in, const sigma_audit *log)
{
    for (int32_t kind = SIGMA_KIND_AUDIT_TRADE; kind <= SIGMA_KIND_AUDIT_FAILURE; kind++) {
        sigma_audit used = *log, none = {0};
        record r;
        line l;

        make(in, kind, &r);
        sigma_status status = fuzz_saw(name_of(kind, false), call_writer(kind, &none, &r, &l, 9));
        REQUIRE(status == SIGMA_E_STATE && l.length == 0);
        status = fuzz_saw(name_of(kind, false), call_writer(kind, &used, &r, &l, 9));
        REQUIRE(status < 0 && l.length == 0 && fuzz_is_same(&used, log, sizeof used));
    }
}

static void no_object(sigma_audit *log)
{
    record r;
    char text[8] = "{}";
    int32_t length;

    memset(&r, 0, sizeof r);
    for (int32_t kind = SIGMA_KIND_AUDIT_TRADE; kind <= SIGMA_KIND_AUDIT_FAILURE; kind++) {
        line l = {.length = 9};
        fuzz_saw_null(name_of(kind, false), call_writer(kind, NULL, &r, &l, SPACE));
        fuzz_saw_null(name_of(kind, true), call_reader(kind, NULL, 2, &r));
    }
    fuzz_saw_null("sigma_audit_trade_write", sigma_audit_trade_write(log, NULL, text, 8, &length));
    fuzz_saw_null("sigma_audit_trade_write", sigma_audit_trade_write(log, &r.trade, text, 8, NULL));
    fuzz_saw_null("sigma_audit_trade_read", sigma_audit_trade_read(text, 2, NULL));
    fuzz_saw_null("sigma_audit_kind", sigma_audit_kind(NULL, 2, &length));
    fuzz_saw_null("sigma_audit_kind", sigma_audit_kind(text, 2, NULL));
}

void fuzz_record(fuzz_input *in)
{
    sigma_audit log;
    sigma_policy policy;
    line header;

    REQUIRE(sigma_policy_defaults(&policy) == SIGMA_OK);
    REQUIRE(sigma_audit_init(&log, &policy, header.text, SPACE, &header.length) == SIGMA_OK);
    while (fuzz_more(in)) {
        write_one(in, &log, &policy);
    }
    not_written(in, &log);
    no_object(&log);
}
