/* SPDX-License-Identifier: MIT */
#include "events.h"

enum { SPACE = SIGMA_AUDIT_SPACE };

sigma_status events_keep(struct session *session, sigma_status written, int32_t length)
{
    if (written >= 0) {
        results_decision(&session->results, session->line, length);
    }
    return written;
}

/* ---- what was closed */

static sigma_status write_exit(struct session *s, const struct symbol *symbol,
                               sigma_audit_exit *record)
{
    int32_t length;

    record->time = s->now;
    record->id = symbol->paper.trade.number;
    record->symbol = symbol->input->symbol.id;
    sigma_status status = sigma_audit_exit_write(&s->log, record, s->line, SPACE, &length);
    return events_keep(s, status, length);
}

sigma_status events_left(struct session *session, const struct symbol *symbol)
{
    sigma_audit_exit record = {
        .result = {.price = symbol->price,
                   .fraction = 1.0,
                   .stop = symbol->paper.exits.stop,
                   .action = SIGMA_ACTION_CLOSE,
                   .reason = symbol->paper.closing.rule},
    };
    return write_exit(session, symbol, &record);
}

sigma_status events_judged(struct session *session, const struct symbol *symbol,
                           const sigma_exits *before, const sigma_exits_sample *sample)
{
    sigma_audit_exit record = {.exits = *before, .bar = *symbol_bar(symbol), .sample = *sample};
    return write_exit(session, symbol, &record);
}

sigma_status events_trade(struct session *session, const struct paper *paper)
{
    struct session *s = session;
    double before = s->account.balance - (paper->trade.paper ? 0.0 : paper->closing.profit);
    sigma_audit_trade record = {.trade = paper_closing(paper, s->now, before)};
    int32_t length;
    sigma_status status = sigma_audit_trade_write(&s->log, &record, s->line, SPACE, &length);

    return events_keep(s, status, length);
}

/* ---- what failed */

static sigma_status write_failure(struct session *s, sigma_audit_failure *record)
{
    int32_t length;
    sigma_status status;

    record->time = s->now;
    status = sigma_audit_failure_write(&s->log, record, s->line, SPACE, &length);
    return events_keep(s, status, length);
}

sigma_status events_cancelled(struct session *session, const struct order *order, int32_t symbol)
{
    sigma_audit_failure record = {.event = SIGMA_EVENT_ORDER_FAILED,
                                  .id = order->id,
                                  .lots = order->lots,
                                  .wanted = order->wanted,
                                  .symbol = symbol,
                                  .side = order->side,
                                  .intent = SIGMA_INTENT_OPEN};

    session->summary.cancelled++;
    return write_failure(session, &record);
}

/* Readings and recoveries are no failures: of them the breaker alone is told. */
static bool is_failure(int32_t event)
{
    return event == SIGMA_EVENT_LATENCY || event == SIGMA_EVENT_ORDER_FAILED ||
           event == SIGMA_EVENT_SLIPPAGE || event >= SIGMA_EVENT_NETWORK;
}

sigma_status events_incident(struct session *session, const sigma_breaker_sample *incident)
{
    int32_t event = incident->event;
    sigma_audit_failure record = {
        .event = event,
        .slippage = event == SIGMA_EVENT_SLIPPAGE ? incident->value : 0.0,
        .latency = event == SIGMA_EVENT_LATENCY ? incident->value : 0.0,
    };

    if (!is_failure(event)) {
        return SIGMA_OK;
    }
    session->summary.failures[event]++;
    return write_failure(session, &record);
}

/* ---- what the guards did */

sigma_status events_transition(struct session *session, const sigma_breaker_sample *event,
                               const sigma_breaker_transition *transition)
{
    struct session *s = session;
    sigma_audit_transition record = {.event = *event, .transition = *transition};
    int32_t length;
    sigma_status status = sigma_audit_transition_write(&s->log, &record, s->line, SPACE, &length);

    s->summary.levels[transition->to]++;
    return events_keep(s, status, length);
}

static sigma_status write_violation(struct session *s, sigma_audit_violation *record)
{
    int32_t length;
    sigma_status status;

    record->time = s->now;
    status = sigma_audit_violation_write(&s->log, record, s->line, SPACE, &length);
    return events_keep(s, status, length);
}

/* The guard that an order has to blame, the gravest first. */
static int32_t source_of(uint64_t refused)
{
    static const struct {
        int32_t reason, part;
    } guards[] = {
        {SIGMA_REASON_RULES, SIGMA_PART_PROP},      {SIGMA_REASON_BREAKER, SIGMA_PART_BREAKER},
        {SIGMA_REASON_MONITOR, SIGMA_PART_MONITOR}, {SIGMA_REASON_GATE, SIGMA_PART_GATE},
        {SIGMA_REASON_LIMITS, SIGMA_PART_HEAT},     {SIGMA_REASON_POSITIONS, SIGMA_PART_PORTFOLIO}};

    for (size_t i = 0; i < sizeof guards / sizeof guards[0]; i++) {
        if (refused >> guards[i].reason & 1) {
            return guards[i].part;
        }
    }
    return SIGMA_PART_ACCOUNT;
}

sigma_status events_refused(struct session *session, const sigma_proposal *proposal,
                            const sigma_decision *decision)
{
    sigma_audit_violation record = {.id = proposal->id,
                                    .reasons = decision->refused & summary_safety,
                                    .layers = decision->layers,
                                    .limits = decision->limits,
                                    .rules = decision->rules,
                                    .symbol = proposal->symbol,
                                    .verdict = decision->verdict};

    if (record.reasons == 0) {
        return SIGMA_OK;
    }
    record.source = source_of(record.reasons);
    session->summary.violations++;
    return write_violation(session, &record);
}

sigma_status events_broken(struct session *session, sigma_audit_violation *found)
{
    session->summary.broken[found->source]++;
    return write_violation(session, found);
}
