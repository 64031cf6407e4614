/* SPDX-License-Identifier: MIT */
#include "events.h"

#include "log.h"

enum { STRATEGY = 1 };

/* ---- one proposal */

/* Refusals that are of this signal, not of the account: none to learn from. */
static const uint64_t OF_THE_SIGNAL =
    UINT64_C(1) << SIGMA_REASON_PARTS | UINT64_C(1) << SIGMA_REASON_SAME_SYMBOL |
    UINT64_C(1) << SIGMA_REASON_FRESH | UINT64_C(1) << SIGMA_REASON_ENTRY |
    UINT64_C(1) << SIGMA_REASON_STOP | UINT64_C(1) << SIGMA_REASON_STOP_LEVEL |
    UINT64_C(1) << SIGMA_REASON_TARGET | UINT64_C(1) << SIGMA_REASON_REWARD |
    UINT64_C(1) << SIGMA_REASON_CONFIDENCE | UINT64_C(1) << SIGMA_REASON_REGIME |
    UINT64_C(1) << SIGMA_REASON_VOTES;

/* Whether a signal that gets no money is followed on paper, so that a strategy whose edge is lost
 * can prove another. */
static bool worth_following(const struct session *s, const struct symbol *symbol,
                            const sigma_decision *decision)
{
    bool vetoed = symbol->heard.scale <= 0.0 && !s->options->ab;

    return (decision->refused & OF_THE_SIGNAL) == 0 && !vetoed &&
           decision->sizing.loss_per_lot > 0.0;
}

/* Layers of the gate that pass by themselves after a while. */
static const uint64_t PASSING =
    UINT64_C(1) << SIGMA_LAYER_COOLDOWN | UINT64_C(1) << SIGMA_LAYER_ORDER_RATE |
    UINT64_C(1) << SIGMA_LAYER_PRICE | UINT64_C(1) << SIGMA_LAYER_SCHEDULE;

/* Whether it was only too early: the signal is asked for again at the next bar. */
static bool too_early(const sigma_decision *decision)
{
    return decision->refused == UINT64_C(1) << SIGMA_REASON_GATE &&
           (decision->layers & ~PASSING) == 0;
}

static struct question question_of(const struct symbol *symbol)
{
    return (struct question){symbol->heard.side, symbol->weather.regime,
                             (int32_t)(symbol->heard.confidence * 10.0), true};
}

static bool obey(struct session *s, struct symbol *symbol, const sigma_proposal *proposal,
                 const sigma_decision *decision)
{
    struct paper *paper = &symbol->paper;
    bool granted = decision->verdict != SIGMA_VERDICT_DENY;

    if (proposal->intent == SIGMA_INTENT_REDUCE) {
        paper->leaving = granted ? TRADE_SIGNAL : 0;
        if (granted && guards_emergency(s, symbol)) {
            paper->leaving = SIGMA_EXIT_EMERGENCY;
        }
        return true;
    }
    if (too_early(decision)) {
        return true;
    }
    bool follows = granted || worth_following(s, symbol, decision);
    symbol->refused = follows ? (struct question){.asked = false} : question_of(symbol);
    if (follows) {
        paper_order(paper, proposal, decision, symbol->features.atr, symbol->weather.regime);
        paper->order.scale = symbol->heard.scale;
    }
    return !granted || (session_works(s, symbol, "sigma_desk_position",
                                      account_position(&s->account, symbol)) &&
                        guards_order(s, symbol));
}

static void tell(struct session *s, const struct symbol *symbol, const sigma_context *context,
                 const sigma_proposal *proposal, const sigma_decision *decision)
{
    summary_consensus(&s->summary, symbol->heard.consensus);
    if (s->options->log) {
        log_decision(s, symbol, context, proposal, decision);
    }
}

static sigma_status know(const struct session *s, const struct symbol *symbol,
                         const sigma_proposal *proposal, sigma_context *context)
{
    sigma_status status = sigma_desk_context(&s->account.desk, &symbol->market, proposal, context);
    bool opens = proposal->intent == SIGMA_INTENT_OPEN;

    if (status >= 0) {
        status = history_tell(&symbol->history, opens, context);
    }
    return status < 0 || !opens ? status : guards_regime(s, symbol, context);
}

/* The line of a decision, and one of the rule that it found broken. */
static sigma_status record(struct session *s, const sigma_context *context,
                           const sigma_proposal *proposal, const sigma_decision *decision)
{
    int32_t length;
    sigma_status status = sigma_audit_decision(&s->log, context, proposal, decision, s->line,
                                               (int32_t)sizeof s->line, &length);

    status = events_keep(s, status, length);
    return status < 0 ? status : events_refused(s, proposal, decision);
}

static bool decide(struct session *s, struct symbol *symbol, const sigma_proposal *proposal)
{
    sigma_context context;
    sigma_decision decision;

    if (!session_works(s, symbol, "sigma_desk_context", know(s, symbol, proposal, &context)) ||
        !session_works(s, symbol, "sigma_decide",
                       sigma_decide(&s->policy, &context, proposal, &decision)) ||
        !session_works(s, symbol, "sigma_audit_decision",
                       record(s, &context, proposal, &decision))) {
        return false;
    }
    summary_decision(&s->summary, proposal, &decision);
    report_decision(&s->results.report, symbol->slot - 1, proposal, &decision);
    if (proposal->intent == SIGMA_INTENT_OPEN) {
        tell(s, symbol, &context, proposal, &decision);
    }
    return obey(s, symbol, proposal, &decision);
}

static bool propose(struct session *s, struct symbol *symbol, int32_t intent)
{
    const struct heard *heard = &symbol->heard;
    bool reduces = intent == SIGMA_INTENT_REDUCE;
    sigma_proposal proposal = {.time = s->now,
                               .id = s->summary.proposals + 1,
                               .entry = reduces ? 0.0 : symbol->price,
                               .symbol = symbol->input->symbol.id,
                               .side = reduces ? symbol->paper.trade.side : heard->side,
                               .intent = intent,
                               .confidence = heard->confidence,
                               .sector = symbol->input->sector,
                               .strategy = STRATEGY};

    sigma_status status = guards_schedule(s, &proposal.scheduled);
    if (!reduces && heard->confidence > 0.0) {
        proposal.given |= UINT64_C(1) << SIGMA_GIVEN_CONFIDENCE;
    }
    if (!reduces && heard->scale < 1.0 && !s->options->ab) {
        proposal.scale = heard->scale;
        proposal.given |= UINT64_C(1) << SIGMA_GIVEN_SCALE;
    }
    return session_works(s, symbol, "schedule", status) && decide(s, symbol, &proposal);
}

/* ---- all symbols */

/* Whether the signal speaks against the open position. */
static bool turned(const struct symbol *symbol)
{
    const struct paper *paper = &symbol->paper;
    return paper->lots > 0.0 && symbol->heard.side != SIGMA_SIDE_UNKNOWN &&
           symbol->heard.side != paper->trade.side;
}

/* Whether the same signal was refused for its own sake, and nothing about it has changed since. */
static bool refused_before(const struct symbol *symbol)
{
    struct question now = question_of(symbol), then = symbol->refused;
    return then.asked && now.side == then.side && now.regime == then.regime &&
           now.tenth == then.tenth;
}

/* Whether there is a signal to enter: a position on paper makes way for one of the other side. */
static bool calls(const struct symbol *symbol)
{
    return symbol->heard.side != SIGMA_SIDE_UNKNOWN && !refused_before(symbol) &&
           (symbol->paper.lots <= 0.0 || (symbol->paper.trade.paper && turned(symbol)));
}

/* The most confident of those that were not asked yet; NULL after the last. */
static struct symbol *best_of(struct session *s, const bool *due)
{
    struct symbol *best = NULL;

    for (int32_t i = 0; i < s->count; i++) {
        struct symbol *symbol = &s->symbols[i];
        if (due[i] && (!best || symbol->heard.confidence > best->heard.confidence)) {
            best = symbol;
        }
    }
    return best;
}

static bool reduce_all(struct session *s, const bool *due)
{
    bool fine = true;

    for (int32_t i = 0; fine && i < s->count; i++) {
        struct symbol *symbol = &s->symbols[i];
        bool held = symbol->paper.lots > 0.0 && !symbol->paper.trade.paper;
        if (held && ((due[i] && turned(symbol)) || guards_emergency(s, symbol))) {
            fine = propose(s, symbol, SIGMA_INTENT_REDUCE);
        }
    }
    return fine;
}

static bool enter_all(struct session *s, bool *due)
{
    bool fine = true;
    struct symbol *symbol;

    for (int32_t i = 0; i < s->count; i++) {
        struct symbol *one = &s->symbols[i];
        one->refused.asked = one->refused.asked && one->heard.side == one->refused.side;
        due[i] = due[i] && calls(one);
    }
    while (fine && (symbol = best_of(s, due))) {
        due[symbol - s->symbols] = false;
        symbol->paper.leaving = symbol->paper.lots > 0.0 ? TRADE_SIGNAL : 0;
        fine = propose(s, symbol, SIGMA_INTENT_OPEN);
    }
    return fine;
}

bool session_scan(struct session *session, const struct instant *instant)
{
    bool due[INPUTS_MOST];

    for (int32_t i = 0; i < session->count; i++) {
        due[i] = timeline_has(&session->symbols[i], instant);
    }
    return reduce_all(session, due) && enter_all(session, due);
}
