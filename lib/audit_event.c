/* SPDX-License-Identifier: MIT */
/* What follows from the facts of an event. */
#include "audit.h"
#include "layout.h"
#include "money.h"

static bool has(const sigma_trade *trade, int32_t bit)
{
    return trade->given >> bit & 1;
}

static sigma_status complete_trade(sigma_audit_trade *record)
{
    const sigma_trade *trade = &record->trade;
    bool expected = has(trade, SIGMA_TRADE_EXPECTED);

    record->multiple = 0.0;
    record->expected = 0.0;
    record->surprise = 0.0;
    sigma_status status = sigma_trade_multiple(trade, &record->multiple);
    if (status < SIGMA_OK) {
        return status;
    }
    if (expected && status == SIGMA_OK) {
        record->expected = trade->expected / trade->risk;
    }
    if (expected) {
        record->surprise = trade->profit - trade->expected;
    }
    return SIGMA_OK;
}

/* ---- exits */

static bool one_price(const sigma_bar *bar)
{
    return bar->open == bar->close && bar->high == bar->close && bar->low == bar->close &&
           bar->volume == 0.0;
}

static sigma_status judge(const sigma_audit_exit *record, sigma_exits_result *result)
{
    sigma_exits exits = record->exits;

    if (!record->tick) {
        return sigma_exits_update(&exits, &record->bar, &record->sample, result);
    }
    return one_price(&record->bar) ? sigma_exits_tick(&exits, record->bar.time, record->bar.close,
                                                      &record->sample, result)
                                   : SIGMA_E_RANGE;
}

static sigma_status complete_exit(sigma_audit_exit *record)
{
    sigma_status status = SIGMA_OK;

    if (!sigma_all_zero(&record->exits, sizeof record->exits)) {
        status = judge(record, &record->result);
    } else if (record->tick || !sigma_all_zero(&record->bar, sizeof record->bar) ||
               !sigma_all_zero(&record->sample, sizeof record->sample)) {
        status = SIGMA_E_RANGE;
    }
    bool done = record->result.action >= SIGMA_ACTION_MOVE_STOP && record->result.reason;
    return status == SIGMA_E_ORDER || (status == SIGMA_OK && done) ? status : SIGMA_E_RANGE;
}

/* ---- the breaker */

/* From and to, by what the breaker does of itself. */
static bool by_event(const sigma_breaker_transition *t)
{
    if (t->issue == SIGMA_ISSUE_RECOVERY) {
        return t->from <= SIGMA_LEVEL_HALT && t->to == t->from - 1;
    }
    return t->issue > SIGMA_ISSUE_UNKNOWN && t->issue < SIGMA_ISSUE_RECOVERY && t->to >= t->from;
}

/* From and to, by what the caller asked for. */
static bool by_order(const sigma_breaker_transition *t)
{
    switch (t->issue) {
    case SIGMA_ISSUE_FORCED: return t->from != SIGMA_LEVEL_SHUTDOWN && t->to == SIGMA_LEVEL_CLOSED;
    case SIGMA_ISSUE_RESET: return t->from == SIGMA_LEVEL_SHUTDOWN && t->to == SIGMA_LEVEL_CLOSED;
    case SIGMA_ISSUE_OVERRIDE: return t->from == t->to;
    default: return false;
    }
}

static sigma_status check_transition(const sigma_audit_transition *record)
{
    const sigma_breaker_transition *t = &record->transition;
    bool order = sigma_all_zero(&record->event, sizeof record->event);
    bool known = t->from >= SIGMA_LEVEL_CLOSED && t->to >= SIGMA_LEVEL_CLOSED;
    bool fits = order ? by_order(t) : by_event(t) && record->event.time == t->time;

    return known && fits ? SIGMA_OK : SIGMA_E_RANGE;
}

/* ---- what went wrong */

static sigma_status check_violation(const sigma_audit_violation *record)
{
    uint64_t broken =
        record->reasons | record->layers | record->limits | record->rules | record->symptoms;
    return broken ? SIGMA_OK : SIGMA_E_RANGE;
}

/* Who buys pays more when the price has risen: to open a long, or to close a short. */
static sigma_status complete_failure(sigma_audit_failure *record)
{
    double sign = sigma_sign(record->side) * (record->intent == SIGMA_INTENT_REDUCE ? -1.0 : 1.0);

    if (record->wanted <= 0.0 || record->price <= 0.0) {
        return SIGMA_OK;
    }
    record->slippage = sign * (record->price - record->wanted) / record->wanted;
    return record->side && record->intent ? SIGMA_OK : SIGMA_E_RANGE;
}

sigma_status sigma_event_complete(int32_t kind, sigma_line_event *record)
{
    switch (kind) {
    case SIGMA_KIND_AUDIT_TRADE: return complete_trade(&record->trade);
    case SIGMA_KIND_AUDIT_EXIT: return complete_exit(&record->exit);
    case SIGMA_KIND_AUDIT_TRANSITION: return check_transition(&record->transition);
    case SIGMA_KIND_AUDIT_VIOLATION: return check_violation(&record->violation);
    default: return complete_failure(&record->failure);
    }
}

int32_t sigma_event_recompute(int32_t kind, const char *text, int32_t length,
                              const sigma_line_event *record, sigma_audit_difference *difference)
{
    sigma_line_event again = *record;

    if (sigma_event_complete(kind, &again) != SIGMA_OK || !sigma_record_valid(kind, &again)) {
        return SIGMA_CAUSE_INPUT;
    }
    bool same = sigma_line_same(text, length, kind, &again, &difference->position);
    return sigma_line_cause(sigma_line_word(kind), kind, record, &again, same, difference);
}
