/* SPDX-License-Identifier: MIT */
#include "guards_told.h"

#include "events.h"
#include "operator.h"
#include "settings.h"

#include "../common/text.h"

/* ---- time */

/* What the symbols made over the day that ends, of those that closed a bar in it. */
static sigma_status correlate(struct session *s, int64_t time)
{
    struct guards *guards = &s->guards;
    sigma_correlation *correlation = &s->account.desk.correlation;
    double returns[SIGMA_CORRELATION_SPACE] = {0.0};
    uint64_t present = 0;

    for (int32_t i = 0; i < s->count; i++) {
        double base = guards->base[i], price = s->symbols[i].price;
        double made = base > 0.0 ? price / base - 1.0 : 0.0;
        if (base > 0.0 && guards->traded[i] && -10.0 <= made && made <= 10.0) {
            returns[guards->place[i]] = made;
            present |= UINT64_C(1) << guards->place[i];
        }
        if (guards->traded[i]) {
            guards->base[i] = price;
        }
        guards->traded[i] = false;
    }
    return present != 0
               ? sigma_correlation_update(correlation, time, returns, correlation->count, present)
               : SIGMA_OK;
}

sigma_status guards_day(struct session *session)
{
    sigma_schedule_result today;
    sigma_status status =
        sigma_schedule_evaluate(settings_schedule(session->options), session->now, &today);

    session->guards.next_day = today.next_reset;
    return status;
}

static sigma_status begin_day(struct session *s, int64_t time)
{
    double balance = s->account.balance;
    sigma_status status = guards_both(correlate(s, time), guards_day(s));

    return balance >= 1e-6
               ? guards_both(status, sigma_gate_day(&s->account.desk.gate, time, balance))
               : status;
}

static sigma_status take_incident(struct session *s, const sigma_breaker_sample *incident)
{
    if (incident->event >= SIGMA_EVENT_COUNT) {
        return operator_acts(s, incident->event);
    }
    sigma_status status = events_incident(s, incident);
    return status < 0 ? status : guards_trip(s, incident);
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
        status = take_incident(s, &sample);
    }
    s->now = time;
    if (time >= s->guards.next_day) {
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
    s->guards.phase = s->summary.firm = phase;
    s->summary.firm_since = s->now;
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
            status = guards_both(
                status, sigma_desk_price(&s->account.desk, &symbol->market, symbol->input->sector));
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

sigma_status guards_schedule(const struct session *session, int32_t *scheduled)
{
    const sigma_schedule *schedule = settings_schedule(session->options);
    sigma_schedule_result now;

    *scheduled = 1;
    if (schedule->window_count == 0 && schedule->holiday_count == 0) {
        return SIGMA_OK;
    }
    sigma_status status = sigma_schedule_evaluate(schedule, session->now, &now);
    *scheduled = now.entry;
    return status;
}

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
