/* SPDX-License-Identifier: MIT */
#include "guards_told.h"

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

void guards_tell_start(struct session *session)
{
    const struct guards *guards = &session->guards;
    struct text nothing = {""};

    if (guards->on) {
        guards_tell(session, "monitor", text_word(SIGMA_VOCABULARY_SEVERITY, guards->severity), 0,
                    nothing);
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

sigma_status guards_trip(struct session *session, const sigma_breaker_sample *sample)
{
    sigma_breaker_transition transition;
    struct session *s = session;
    sigma_status status = sigma_breaker_update(&s->account.desk.breaker, sample, &transition);

    if (status < 0 || transition.to == s->guards.level) {
        return status;
    }
    tell_breaker(s, &transition);
    return events_transition(s, sample, &transition);
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
    sigma_status status = sigma_desk_price(desk, &symbol->market, 0);

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
        status = sigma_portfolio_price(&desk->portfolio, &symbol->input->symbol, symbol->price, 0);
    }
    if (session->guards.on) {
        status = guards_both(status, guards_happened(session, SIGMA_EVENT_ORDER_DONE, 0.0, 0));
    }
    return session_works(session, symbol, "guards", status);
}

/* The strategy may not trade any more. */
static sigma_status tell_halt(struct session *s, const sigma_monitor_result *result)
{
    sigma_audit_violation found = {.source = SIGMA_PART_MONITOR,
                                   .value = result->drawdown,
                                   .limit = result->drawdown_limit,
                                   .symptoms = result->critical};
    return events_broken(s, &found);
}

static sigma_status judge(struct session *s, double multiple)
{
    sigma_desk *desk = &s->account.desk;
    sigma_monitor_sample sample = {.time = s->now, .multiple = multiple};
    sigma_monitor_result result;
    sigma_status status = sigma_monitor_update(&desk->monitor, &sample, &result);

    if (status < 0 || result.severity == s->guards.severity) {
        return status;
    }
    bool halted =
        s->guards.severity < SIGMA_SEVERITY_SEVERE && result.severity >= SIGMA_SEVERITY_SEVERE;
    s->guards.severity = result.severity;
    guards_tell(s, "monitor", text_word(SIGMA_VOCABULARY_SEVERITY, result.severity),
                result.severity - SIGMA_SEVERITY_NONE,
                text_sentence(SIGMA_VOCABULARY_SEVERITY, result.severity));
    status = halted ? tell_halt(s, &result) : SIGMA_OK;
    return guards_both(status, guards_happened(s, SIGMA_EVENT_DEGRADATION, 0.0, result.severity));
}

bool guards_trade(struct session *session, const struct symbol *symbol)
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
    return session_works(s, symbol, "guards", guards_both(status, judge(s, t->profit / t->risk)));
}
