/* SPDX-License-Identifier: MIT */
#include "guards_told.h"

#include <stdio.h>

#include "../common/text.h"
#include "events.h"

sigma_status guards_both(sigma_status first, sigma_status second)
{
    return first < 0 ? first : second;
}

/* ---- what is told of them */

void guards_tell(struct session *session, const char *guard, struct text state, int32_t grade,
                 struct text why)
{
    report_event(&session->results.report, &(struct report_event){.time = session->now,
                                                                  .guard = guard,
                                                                  .state = state.text,
                                                                  .why = why.text,
                                                                  .grade = grade});
}

/* What the monitor of a symbol is called. */
static struct text monitor_of(const struct session *s, const struct symbol *symbol)
{
    struct text name = {"monitor"};

    if (s->count > 1) {
        snprintf(name.text, sizeof name.text, "monitor of %.64s", symbol->input->name);
    }
    return name;
}

void guards_tell_start(struct session *session)
{
    const struct guards *guards = &session->guards;
    struct text nothing = {""};

    for (int32_t i = 0; guards->on && i < session->count; i++) {
        guards_tell(session, monitor_of(session, &session->symbols[i]).text,
                    text_word(SIGMA_VOCABULARY_SEVERITY, SIGMA_SEVERITY_NONE), 0, nothing);
    }
    if (guards->on) {
        guards_tell(session, "breaker", text_word(SIGMA_VOCABULARY_LEVEL, guards->level), 0,
                    nothing);
    }
    if (guards->firm) {
        guards_tell(session, "firm", text_word(SIGMA_VOCABULARY_PHASE, guards->phase), 0, nothing);
    }
}

static void tell_breaker(struct session *s, const sigma_breaker_transition *t)
{
    struct guards *guards = &s->guards;

    guards->trips += t->to > guards->level;
    guards->level = t->to;
    guards_tell(s, "breaker", text_word(SIGMA_VOCABULARY_LEVEL, t->to), t->to - SIGMA_LEVEL_CLOSED,
                t->issue != 0 ? text_sentence(SIGMA_VOCABULARY_ISSUE, t->issue)
                              : (struct text){""});
}

sigma_status guards_moved(struct session *session, const sigma_breaker_sample *event,
                          const sigma_breaker_transition *transition)
{
    tell_breaker(session, transition);
    return events_transition(session, event, transition);
}

sigma_status guards_trip(struct session *session, const sigma_breaker_sample *sample)
{
    sigma_breaker_transition transition;
    struct session *s = session;
    sigma_status status = sigma_breaker_update(&s->account.desk.breaker, sample, &transition);

    return status < 0 || transition.to == s->guards.level ? status
                                                          : guards_moved(s, sample, &transition);
}

sigma_status guards_happened(struct session *session, int32_t event, double value, int32_t count)
{
    sigma_breaker_sample sample = {
        .time = session->now, .value = value, .event = event, .count = count};
    return guards_trip(session, &sample);
}

/* ---- orders and trades */

bool guards_order(struct session *session, const struct symbol *symbol)
{
    sigma_desk *desk = &session->account.desk;
    sigma_status status = sigma_desk_price(desk, &symbol->market, symbol->input->sector);

    if (session->guards.on) {
        status = guards_both(status, sigma_gate_order(&desk->gate, session->now));
    }
    return session_works(session, symbol, "guards", status);
}

bool guards_filled(struct session *session, const struct symbol *symbol)
{
    sigma_desk *desk = &session->account.desk;
    sigma_status status = SIGMA_OK;

    if (paper_holds(&symbol->paper)) {
        status = sigma_portfolio_price(&desk->portfolio, &symbol->input->symbol, symbol->price,
                                       symbol->input->sector);
    }
    if (session->guards.on) {
        status = guards_both(status, guards_happened(session, SIGMA_EVENT_ORDER_DONE, 0.0, 0));
    }
    return session_works(session, symbol, "guards", status);
}

/* The test that halts, with its number and what it was held against. */
static void measure(const sigma_monitor_params *params, const sigma_monitor_result *result,
                    sigma_audit_violation *found)
{
    const struct {
        int32_t symptom;
        double value, limit;
    } tests[] = {{SIGMA_SYMPTOM_DRAWDOWN, result->drawdown, result->drawdown_limit},
                 {SIGMA_SYMPTOM_SHIFT, result->shift, params->shift_run},
                 {SIGMA_SYMPTOM_EVIDENCE, result->evidence, params->evidence_run}};
    bool sequential = params->rules == SIGMA_JUDGEMENT_SEQUENTIAL;

    for (int32_t i = 2; sequential && i >= 0; i--) {
        if (result->critical >> tests[i].symptom & 1) {
            found->value = tests[i].value;
            found->limit = tests[i].limit;
        }
    }
}

/* The strategy may not trade any more in this symbol. */
static sigma_status tell_halt(struct session *s, const struct symbol *symbol,
                              const sigma_monitor_result *result)
{
    sigma_audit_violation found = {.source = SIGMA_PART_MONITOR,
                                   .symptoms = result->critical,
                                   .symbol = symbol->input->symbol.id};

    measure(&symbol->history.monitor.params, result, &found);
    return events_broken(s, &found);
}

static sigma_status tell_monitor(struct session *s, const struct symbol *symbol, int32_t before,
                                 const sigma_monitor_result *result)
{
    bool halts = before < SIGMA_SEVERITY_SEVERE && result->severity >= SIGMA_SEVERITY_SEVERE;

    if (result->severity == before) {
        return SIGMA_OK;
    }
    guards_tell(s, monitor_of(s, symbol).text,
                text_word(SIGMA_VOCABULARY_SEVERITY, result->severity),
                result->severity - SIGMA_SEVERITY_NONE,
                text_sentence(SIGMA_VOCABULARY_SEVERITY, result->severity));
    return halts ? tell_halt(s, symbol, result) : SIGMA_OK;
}

/* Of the symbols whose bars have begun and not ended. */
static int32_t least_severity(const struct session *s)
{
    int32_t least = SIGMA_SEVERITY_COUNT;

    for (int32_t i = 0; i < s->count; i++) {
        const struct symbol *symbol = &s->symbols[i];
        bool trades = symbol->next > 0 && symbol_bar(symbol);
        int32_t severity = symbol->history.monitor.severity;
        least = trades && severity < least ? severity : least;
    }
    return least;
}

/* The breaker stops every symbol, so it is told of as much as has befallen all of them: each has
 * its own monitor to stop it alone. */
static sigma_status tell_degradation(struct session *s)
{
    int32_t severity = least_severity(s);

    if (severity == s->guards.severity || severity == SIGMA_SEVERITY_COUNT) {
        return SIGMA_OK;
    }
    s->guards.severity = severity;
    return guards_happened(s, SIGMA_EVENT_DEGRADATION, 0.0, severity);
}

sigma_status guards_rearm(struct session *session, struct symbol *symbol)
{
    struct session *s = session;
    sigma_monitor *monitor = &symbol->history.monitor;
    int32_t before = monitor->severity;
    sigma_monitor_params params = monitor->params;
    sigma_monitor_result result;
    sigma_status status = sigma_monitor_init(monitor, s->now, &params);

    if (status >= 0) {
        status = sigma_monitor_read(monitor, &result);
    }
    if (status >= 0) {
        status = tell_monitor(s, symbol, before, &result);
    }
    return status < 0 ? status : tell_degradation(s);
}

static sigma_status judge(struct session *s, struct symbol *symbol)
{
    const struct trade *t = &symbol->paper.trade;
    int32_t before = symbol->history.monitor.severity;
    sigma_monitor_result result;
    sigma_status status = history_judge(&symbol->history, s->now, t->profit / t->risk, &result);

    if (status >= 0) {
        status = tell_monitor(s, symbol, before, &result);
    }
    return status < 0 ? status : tell_degradation(s);
}

bool guards_trade(struct session *session, struct symbol *symbol)
{
    struct session *s = session;
    const struct trade *t = &symbol->paper.trade;
    double equity = s->account.balance;
    sigma_status status = SIGMA_OK;

    if (!s->guards.on || symbol->paper.lots > 0.0) {
        return true;
    }
    if (!t->paper) {
        status = sigma_gate_close(&s->account.desk.gate, s->now, symbol->input->symbol.id);
        if (equity > 0.0) {
            status =
                guards_both(status, guards_happened(s, SIGMA_EVENT_TRADE, t->profit / equity, 0));
        }
    }
    return session_works(s, symbol, "guards", guards_both(status, judge(s, symbol)));
}
