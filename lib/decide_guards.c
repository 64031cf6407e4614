/* SPDX-License-Identifier: MIT */
/* What stands against a trade beside its own numbers. */
#include "decide.h"
#include "gate.h"
#include "money.h"
#include "portfolio.h"

/* ---- regime */

static bool against_trend(const sigma_question *q)
{
    int32_t approach = q->context->regime.approach, side = q->proposal->side;

    return (approach == SIGMA_APPROACH_TREND_LONG && side == SIGMA_SIDE_SHORT) ||
           (approach == SIGMA_APPROACH_TREND_SHORT && side == SIGMA_SIDE_LONG);
}

/* As with the account, without a market nothing tells how old it may be. */
void sigma_decide_regime(const sigma_question *q, sigma_decision *decision)
{
    const sigma_advice_result *regime = &q->context->regime;
    double most = q->policy->age_max * (double)q->context->market.interval;

    if (sigma_was_read(q, SIGMA_PART_REGIME)) {
        bool fresh = !sigma_was_read(q, SIGMA_PART_MARKET) ||
                     sigma_recent(regime->time, q->proposal->time, most);
        sigma_judge(decision, SIGMA_REASON_REGIME, fresh && regime->verdict != SIGMA_VERDICT_DENY);
        decision->caution = regime->caution;
        decision->warnings |= against_trend(q) ? sigma_bit(SIGMA_WARNING_TREND) : 0;
    }
}

double sigma_decide_regime_factor(const sigma_question *q)
{
    double factor = q->context->regime.factor;
    return against_trend(q) ? sigma_smaller(factor, 1.0) : factor;
}

/* ---- votes and confidence */

/* A breaker that asks for confidence refuses a signal without one. */
void sigma_decide_signal(const sigma_question *q, sigma_decision *decision)
{
    const sigma_proposal *p = q->proposal;
    bool given = sigma_has(p, SIGMA_GIVEN_CONFIDENCE);
    double asked = sigma_was_read(q, SIGMA_PART_BREAKER) ? q->context->breaker.confidence : 0.0;

    if (p->moment.given & sigma_bit(SIGMA_FACTOR_VOTES)) {
        sigma_judge(decision, SIGMA_REASON_VOTES, p->moment.votes != SIGMA_VERDICT_DENY);
    }
    if (given || asked > 0.0) {
        sigma_judge(decision, SIGMA_REASON_CONFIDENCE,
                    given && p->confidence >= sigma_larger(q->policy->confidence_min, asked));
    }
}

/* ---- portfolio */

static void check_limits(const sigma_question *q, sigma_decision *decision)
{
    const sigma_portfolio_grant *heat = &q->context->heat;
    double exposure =
        sigma_exposure_of(&q->context->symbol, decision->sizing.lots, q->proposal->entry);

    decision->limits = heat->refused;
    decision->warnings |= exposure > heat->gross ? sigma_bit(SIGMA_WARNING_GROSS) : 0;
    sigma_judge(decision, SIGMA_REASON_LIMITS, heat->refused == 0);
}

/* ---- gate */

static uint64_t unless(bool passes, int32_t layer)
{
    return passes ? 0 : sigma_bit(layer);
}

/* From the entry to a target on the winning side; 0 without one. */
static double reward_of(const sigma_question *q, const sigma_stops_result *stops)
{
    double ahead = sigma_sign(q->proposal->side) * (stops->target - q->proposal->entry);
    return stops->target > 0.0 ? sigma_larger(ahead, 0.0) : 0.0;
}

/* Size and leverage are caps; without a stop there is no distance to judge. */
static void check_gate(const sigma_question *q, sigma_decision *decision)
{
    const sigma_gate_grant *gate = &q->context->gate;
    double risk = sigma_magnitude(q->proposal->entry - decision->stops.stop);
    double reward = reward_of(q, &decision->stops);

    decision->layers = gate->refused;
    if (!(decision->refused & sigma_bit(SIGMA_REASON_STOP))) {
        decision->layers |=
            unless(sigma_gate_rewards(gate->reward, reward, risk), SIGMA_LAYER_REWARD) |
            unless(sigma_gate_spaced(gate->distance, risk), SIGMA_LAYER_SPREAD);
    }
    sigma_judge(decision, SIGMA_REASON_GATE, decision->layers == 0);
}

/* ---- all */

static void check_firm(const sigma_question *q, sigma_decision *decision)
{
    decision->rules = q->context->prop.refused;
    sigma_judge(decision, SIGMA_REASON_RULES, decision->rules == 0);
}

void sigma_decide_guards(const sigma_question *q, sigma_decision *decision)
{
    if (sigma_was_read(q, SIGMA_PART_HEAT)) {
        check_limits(q, decision);
    }
    if (sigma_was_read(q, SIGMA_PART_GATE)) {
        check_gate(q, decision);
    }
    if (sigma_was_read(q, SIGMA_PART_PROP)) {
        check_firm(q, decision);
    }
    if (sigma_was_read(q, SIGMA_PART_BREAKER)) {
        sigma_judge(decision, SIGMA_REASON_BREAKER, q->context->breaker.entries == 1);
    }
    if (sigma_was_read(q, SIGMA_PART_MONITOR)) {
        sigma_judge(decision, SIGMA_REASON_MONITOR, q->context->monitor.entries == 1);
    }
}
