/* SPDX-License-Identifier: MIT */
#include "guards_told.h"

#include "events.h"
#include "settings.h"

#include "../common/text.h"

static const int64_t DAY = INT64_C(86400000000000);

static int64_t day_of(int64_t time)
{
    return time / DAY - (time % DAY < 0);
}

/* ---- the start */

/* A guard that is there has a say, and one that is not cannot be missed. */
static void ask_for(struct session *s, bool there, uint64_t parts)
{
    s->policy.parts = there ? s->policy.parts | parts : s->policy.parts & ~parts;
}

static sigma_status start_limits(struct session *s, const struct guard_settings *settings)
{
    sigma_desk *desk = &s->account.desk;
    sigma_status status = sigma_desk_limits(desk, &settings->portfolio, &settings->correlation);

    for (int32_t i = 0; i < s->count; i++) {
        status = guards_both(
            status, sigma_correlation_add(&desk->correlation, s->symbols[i].input->symbol.id));
    }
    return status;
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
    return status;
}

static sigma_status start_firm(struct session *s)
{
    sigma_prop_params rules;
    sigma_status status = settings_firm(s->options, &rules);

    s->guards.firm = rules.start > 0.0;
    ask_for(s, s->guards.firm, UINT64_C(1) << SIGMA_PART_PROP);
    return s->guards.firm ? guards_both(status, sigma_desk_prop(&s->account.desk, s->now, &rules))
                          : status;
}

bool guards_start(struct session *session)
{
    struct session *s = session;
    struct guards *guards = &s->guards;

    guards->on = s->options->guarded;
    guards->day = day_of(s->now);
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

/* ---- time */

/* What the symbols made over the day that ends, of those that closed a bar in it. */
static sigma_status correlate(struct session *s, int64_t time)
{
    struct guards *guards = &s->guards;
    double returns[INPUTS_MOST] = {0.0};
    uint64_t present = 0;

    for (int32_t i = 0; i < s->count; i++) {
        double base = guards->base[i], price = s->symbols[i].price;
        double made = base > 0.0 ? price / base - 1.0 : 0.0;
        if (base > 0.0 && guards->traded[i] && -10.0 <= made && made <= 10.0) {
            returns[i] = made;
            present |= UINT64_C(1) << i;
        }
        if (guards->traded[i]) {
            guards->base[i] = price;
        }
        guards->traded[i] = false;
    }
    return present != 0 ? sigma_correlation_update(&s->account.desk.correlation, time, returns,
                                                   s->count, present)
                        : SIGMA_OK;
}

static sigma_status begin_day(struct session *s, int64_t time)
{
    double balance = s->account.balance;
    sigma_status status = correlate(s, time);

    s->guards.day = day_of(time);
    return balance >= 1e-6
               ? guards_both(status, sigma_gate_day(&s->account.desk.gate, time, balance))
               : status;
}

bool guards_time(struct session *session, int64_t time)
{
    struct session *s = session;
    const sigma_breaker_sample *incident;
    sigma_status status = SIGMA_OK;

    if (!s->guards.on) {
        return true;
    }
    while (status >= 0 && (incident = incidents_until(&s->guards.incidents, time))) {
        sigma_breaker_sample sample = *incident;
        s->now = sample.time > s->now ? sample.time : s->now;
        sample.time = s->now;
        status = events_incident(s, &sample);
        status = status < 0 ? status : guards_trip(s, &sample);
    }
    s->now = time;
    if (day_of(time) > s->guards.day) {
        status = guards_both(status, begin_day(s, time));
    }
    return session_works(s, s->symbols, "guards", status);
}

/* ---- prices */

static double extreme(struct session *s, const struct instant *instant, bool best)
{
    double equity = s->account.balance;

    for (int32_t i = 0; i < s->count; i++) {
        struct symbol *symbol = &s->symbols[i];
        bool moves = timeline_has(symbol, instant);
        bool high = best == (symbol->paper.trade.side == SIGMA_SIDE_LONG);
        const sigma_bar *bar = symbol_bar(symbol);
        double price = !moves ? symbol->price : high ? bar->high : bar->low;
        equity += paper_profit(&symbol->paper, price);
    }
    return equity;
}

/* The account may not trade any more, today or ever. */
static sigma_status tell_rules(struct session *s, double equity)
{
    const sigma_prop *prop = &s->account.desk.prop;
    bool locked = prop->phase == SIGMA_PHASE_LOCKED;
    uint64_t daily = UINT64_C(1) << SIGMA_RULE_DAILY_LOSS;
    uint64_t rules = locked ? daily : prop->broken;
    sigma_prop_result result;
    sigma_status status = sigma_prop_read(prop, &result);
    sigma_audit_violation found = {.source = SIGMA_PART_PROP,
                                   .value = equity,
                                   .limit = rules & daily ? result.daily_floor : result.total_floor,
                                   .rules = rules};

    return status < 0 ? status : events_broken(s, &found);
}

static sigma_status tell_firm(struct session *s, double equity)
{
    int32_t phase = s->account.desk.prop.phase;
    bool failed = phase == SIGMA_PHASE_FAILED, locked = phase == SIGMA_PHASE_LOCKED;

    if (phase == s->guards.phase) {
        return SIGMA_OK;
    }
    s->guards.phase = phase;
    guards_tell(s, "firm", text_word(SIGMA_VOCABULARY_PHASE, phase),
                failed   ? 4
                : locked ? 2
                         : 0,
                text_sentence(SIGMA_VOCABULARY_PHASE, phase));
    return failed || locked ? tell_rules(s, equity) : SIGMA_OK;
}

/* The firm's day may be lost by an extreme of which the close knows nothing. */
static sigma_status show_extremes(struct session *s, const struct instant *instant)
{
    sigma_prop_sample sample = {
        .time = s->now, .balance = s->account.balance, .equity = s->account.balance};

    for (int32_t i = 0; i < s->count; i++) {
        sample.equity += paper_profit(&s->symbols[i].paper, s->symbols[i].price);
    }
    sample.high = extreme(s, instant, true);
    sample.low = extreme(s, instant, false);
    sample.trades = s->account.entered;
    s->account.entered = 0;
    sigma_status status = sigma_prop_update(&s->account.desk.prop, &sample);
    return status < 0 ? status : tell_firm(s, sample.low);
}

bool guards_prices(struct session *session, const struct instant *instant)
{
    struct session *s = session;
    bool firm = s->guards.firm;
    sigma_status status = SIGMA_OK;

    if (s->guards.on && s->guards.level != SIGMA_LEVEL_CLOSED) {
        status = guards_happened(s, SIGMA_EVENT_LATENCY, 0.0, 0); /* a price came, at once */
    }
    for (int32_t i = 0; (firm || s->guards.on) && i < s->count; i++) {
        struct symbol *symbol = &s->symbols[i];
        if (!timeline_has(symbol, instant)) {
            continue;
        }
        s->guards.traded[i] = true;
        if (paper_holds(&symbol->paper)) {
            status = guards_both(status, sigma_desk_price(&s->account.desk, &symbol->market, 0));
        }
    }
    if (firm) {
        status = guards_both(status, show_extremes(s, instant));
    }
    return session_works(s, s->symbols, "guards", status);
}

static sigma_status tell_day(struct session *s, int32_t layer, double limit)
{
    const sigma_desk *desk = &s->account.desk;
    sigma_audit_violation found = {.source = SIGMA_PART_GATE,
                                   .value = desk->account.equity / desk->gate.day_balance - 1.0,
                                   .limit = limit,
                                   .layers = UINT64_C(1) << layer};
    return events_broken(s, &found);
}

bool guards_marked(struct session *session)
{
    struct session *s = session;
    const sigma_gate *gate = &s->account.desk.gate;
    struct guards *guards = &s->guards;
    sigma_status status = SIGMA_OK;

    if (gate->day_lost > guards->lost) {
        status = tell_day(s, SIGMA_LAYER_DAILY_LOSS, -gate->params.daily_loss);
    }
    if (status >= 0 && gate->day_won > guards->won) {
        status = tell_day(s, SIGMA_LAYER_DAILY_PROFIT, gate->params.daily_profit);
    }
    guards->lost = gate->day_lost;
    guards->won = gate->day_won;
    return session_works(s, s->symbols, "guards", status);
}

/* ---- decisions */

sigma_status guards_regime(const struct session *session, const struct symbol *symbol,
                           sigma_context *context)
{
    return session->guards.on ? sigma_desk_regime(&symbol->regime, &symbol->market,
                                                  &session->guards.advice, context)
                              : SIGMA_OK;
}

bool guards_emergency(const struct session *session, const struct symbol *symbol)
{
    const struct guards *guards = &session->guards;
    return guards->level == SIGMA_LEVEL_SHUTDOWN || guards->phase == SIGMA_PHASE_FAILED ||
           symbol->history.monitor.severity == SIGMA_SEVERITY_CRITICAL;
}
