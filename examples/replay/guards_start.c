/* SPDX-License-Identifier: MIT */
#include "guards_told.h"

#include "../common/config.h"
#include "session.h"
#include "settings.h"

/* A guard that is there has a say, and one that is not cannot be missed. */
static void ask_for(struct session *s, bool there, uint64_t parts)
{
    s->policy.parts = there ? s->policy.parts | parts : s->policy.parts & ~parts;
}

/* ---- how the symbols move together: first all of the config, then others that are replayed */

static int32_t place_of(const sigma_correlation *correlation, int32_t id)
{
    int32_t place = 0;
    while (place < correlation->count && correlation->symbol[place] != id) {
        place++;
    }
    return place;
}

static sigma_status start_correlation(struct session *s)
{
    sigma_correlation *correlation = &s->account.desk.correlation;
    sigma_status status = SIGMA_OK;

    if (s->options->configured) {
        status = config_correlate(&s->options->config, correlation);
    }
    for (int32_t i = 0; status == SIGMA_OK && i < s->count; i++) {
        int32_t id = s->symbols[i].input->symbol.id;
        s->guards.place[i] = place_of(correlation, id);
        if (s->guards.place[i] == correlation->count) {
            status = sigma_correlation_add(correlation, id);
        }
    }
    return status;
}

/* ---- each guard */

static sigma_status start_limits(struct session *s, const struct guard_settings *settings)
{
    sigma_status status =
        sigma_desk_limits(&s->account.desk, &settings->portfolio, &settings->correlation);

    return status == SIGMA_OK ? start_correlation(s) : status;
}

static sigma_status start_gate(struct session *s, const struct guard_settings *settings)
{
    sigma_desk *desk = &s->account.desk;
    sigma_status status = sigma_desk_gate(desk, s->now, &settings->gate);

    for (int32_t i = 0; i < s->count; i++) {
        status = guards_both(status, sigma_gate_allow(&desk->gate, s->symbols[i].input->symbol.id));
    }
    return status;
}

static sigma_status start_all(struct session *s)
{
    sigma_desk *desk = &s->account.desk;
    struct guard_settings settings;
    sigma_status status = settings_guards(s->options, &settings);

    s->guards.advice = settings.advice;
    status = guards_both(status, start_limits(s, &settings));
    status = guards_both(status, start_gate(s, &settings));
    status = guards_both(status, sigma_desk_breaker(desk, s->now, &settings.breaker));
    for (int32_t i = 0; i < s->count; i++) {
        status =
            guards_both(status, history_watch(&s->symbols[i].history, s->now, &settings.monitor));
    }
    return guards_both(status, guards_day(s));
}

static sigma_status start_firm(struct session *s)
{
    sigma_prop_params rules;
    sigma_status status = settings_firm(s->options, &rules);

    s->guards.firm = rules.start > 0.0;
    s->summary.firm = s->guards.firm ? SIGMA_PHASE_ACTIVE : SIGMA_PHASE_UNKNOWN;
    s->summary.firm_since = s->now;
    ask_for(s, s->guards.firm, UINT64_C(1) << SIGMA_PART_PROP);
    return s->guards.firm ? guards_both(status, sigma_desk_prop(&s->account.desk, s->now, &rules))
                          : status;
}

bool guards_start(struct session *session)
{
    struct session *s = session;
    struct guards *guards = &s->guards;

    guards->on = s->options->guarded;
    guards->level = SIGMA_LEVEL_CLOSED;
    guards->phase = SIGMA_PHASE_ACTIVE;
    guards->severity = SIGMA_SEVERITY_NONE;
    ask_for(s, guards->on,
            UINT64_C(1) << SIGMA_PART_REGIME | UINT64_C(1) << SIGMA_PART_HEAT |
                UINT64_C(1) << SIGMA_PART_GATE | UINT64_C(1) << SIGMA_PART_BREAKER |
                UINT64_C(1) << SIGMA_PART_MONITOR);
    sigma_status status = guards->on ? start_all(s) : SIGMA_OK;
    return session_works(s, s->symbols, "guards", guards_both(status, start_firm(s)));
}
