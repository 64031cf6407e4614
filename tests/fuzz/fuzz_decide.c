/* SPDX-License-Identifier: MIT */
/* Any policy, context and proposal: what is granted is within every cap and on the step, what
 * refuses denies, a reduction never exceeds the position, and the same question gets the same
 * answer. */
#include "fuzz.h"

static const double NOISE = 1.0 + 0x1p-49; /* 4 ulp, and as much for the last rounding */

static bool has(const sigma_proposal *proposal, int32_t given)
{
    return proposal->given >> given & 1;
}

static void verdict_holds(const sigma_decision *d)
{
    bool granted = d->verdict != SIGMA_VERDICT_DENY;

    REQUIRE(d->passed & (1U << SIGMA_REASON_PARTS) || d->refused & (1U << SIGMA_REASON_PARTS));
    REQUIRE((d->passed & d->refused) == 0);
    REQUIRE(granted == (d->refused == 0) && granted == (d->lots > 0.0));
    REQUIRE((d->missing != 0) == (d->refused >> SIGMA_REASON_PARTS & 1));
}

static void open_holds(const sigma_policy *policy, const sigma_context *c, const sigma_proposal *p,
                       const sigma_decision *d)
{
    const sigma_sizing_result *size = &d->sizing;
    double sign = p->side == SIGMA_SIDE_LONG ? 1.0 : -1.0, floored;

    for (int32_t i = SIGMA_CAP_RISK; i < SIGMA_CAP_STEP; i++) {
        REQUIRE(!(size->asked >> i & 1) || d->lots <= size->cap[i] * NOISE);
    }
    REQUIRE(d->lots == size->lots && d->lots >= c->symbol.lot_min);
    REQUIRE(!has(p, SIGMA_GIVEN_LOTS) || d->lots <= p->lots * NOISE);
    REQUIRE(size->risk <= c->account.equity * policy->sizing.risk_max * (1.0 + 1e-14));
    REQUIRE(sign * (p->entry - d->stops.stop) > 0.0 && d->stops.stop > 0.0);
    REQUIRE(sign * (d->stops.target - p->entry) > 0.0);
    REQUIRE(c->symbol.id == p->symbol && c->account.mark == SIGMA_PART_ACCOUNT);
    REQUIRE(d->verdict == SIGMA_VERDICT_REDUCE || !has(p, SIGMA_GIVEN_LOTS) ||
            d->lots >= p->lots * (1.0 - 2e-12));
    if (fuzz_is_usual_step(c->symbol.lot_step) && d->lots / c->symbol.lot_step < 0x1p47) {
        REQUIRE(sigma_symbol_floor(&c->symbol, d->lots, &floored) == SIGMA_OK &&
                floored == d->lots);
    }
}

/* No guard that was read stands against it, and no room of one is passed. */
static void guards_hold(const sigma_context *c, const sigma_decision *d)
{
    bool regime = c->regime.mark == SIGMA_PART_REGIME, heat = c->heat.mark == SIGMA_PART_HEAT;
    bool gate = c->gate.mark == SIGMA_PART_GATE, prop = c->prop.mark == SIGMA_PART_PROP;

    REQUIRE(!regime || c->regime.verdict != SIGMA_VERDICT_DENY);
    REQUIRE(c->breaker.mark != SIGMA_PART_BREAKER || c->breaker.entries == 1);
    REQUIRE(c->monitor.mark != SIGMA_PART_MONITOR || c->monitor.entries == 1);
    REQUIRE(!heat || (c->heat.refused == 0 && d->sizing.risk <= c->heat.risk * NOISE));
    REQUIRE(!gate || (c->gate.refused == 0 && d->sizing.risk <= c->gate.risk * NOISE));
    REQUIRE(!gate || d->sizing.notional <= c->gate.notional * NOISE);
    REQUIRE(!prop || (c->prop.refused == 0 && d->sizing.risk <= c->prop.risk * NOISE));
    REQUIRE(!prop || d->lots <= c->prop.lots * NOISE);
}

static void reduce_holds(const sigma_context *c, const sigma_proposal *p, const sigma_decision *d)
{
    double held = p->side == SIGMA_SIDE_LONG ? c->portfolio.long_lots : c->portfolio.short_lots;

    REQUIRE(c->portfolio.mark == SIGMA_PART_PORTFOLIO && c->portfolio.symbol == p->symbol);
    REQUIRE(d->lots <= held * (1.0 + 1e-12)); /* a sum is brought to the step that it missed */
}

/* What passes is what was asked for, or what ENFORCE grants. */
static void advice_holds(const sigma_policy *policy, const sigma_proposal *p,
                         const sigma_decision *d)
{
    bool lets = p->intent == SIGMA_INTENT_OPEN && policy->conduct == SIGMA_CONDUCT_ADVISE &&
                has(p, SIGMA_GIVEN_LOTS) && p->lots > 0.0;

    REQUIRE(d->lots == (lets ? p->lots : d->advised));
    REQUIRE(d->verdict == (lets ? SIGMA_VERDICT_APPROVE : d->advice));
}

static void ask(fuzz_input *in, const sigma_policy *policy, const sigma_context *context,
                const sigma_proposal *proposal)
{
    sigma_decision d, again;
    int32_t none = fuzz_pick(in, 128);
    sigma_status status =
        sigma_decide(FUZZ_UNLESS(none == 125, policy), FUZZ_UNLESS(none == 126, context),
                     FUZZ_UNLESS(none == 127, proposal), &d);

    (void)fuzz_saw_result("sigma_decide", status, SIGMA_KIND_DECISION, &d);
    if (status != SIGMA_OK) {
        return;
    }
    REQUIRE(sigma_decide(policy, context, proposal, &again) == SIGMA_OK);
    REQUIRE(fuzz_is_same(&d, &again, sizeof d));
    advice_holds(policy, proposal, &d);
    d.lots = d.advised;
    d.verdict = d.advice;
    verdict_holds(&d);
    if (d.verdict != SIGMA_VERDICT_DENY && proposal->intent == SIGMA_INTENT_OPEN) {
        open_holds(policy, context, proposal, &d);
        guards_hold(context, &d);
    } else if (d.verdict != SIGMA_VERDICT_DENY) {
        reduce_holds(context, proposal, &d);
    }
}

void fuzz_decide(fuzz_input *in)
{
    sigma_policy policy;
    sigma_context context;
    sigma_proposal proposal;

    fuzz_saw_null("sigma_policy_defaults", sigma_policy_defaults(NULL));
    REQUIRE(fuzz_saw("sigma_policy_defaults", sigma_policy_defaults(&policy)) == SIGMA_OK);
    REQUIRE(fuzz_in_range(SIGMA_KIND_POLICY, &policy));
    fuzz_saw_null("sigma_policy_preset", sigma_policy_preset(1, NULL));
    while (fuzz_more(in)) {
        sigma_status known = sigma_policy_preset(fuzz_pick(in, 5), &policy);
        (void)fuzz_saw_read("sigma_policy_preset", known, SIGMA_KIND_POLICY, &policy, false);
        fuzz_make_policy(in, &policy);
        fuzz_make_context(in, &context);
        fuzz_make_proposal(in, &context, &proposal);
        ask(in, &policy, &context, &proposal);
    }
    fuzz_saw_null("sigma_decide", sigma_decide(&policy, &context, &proposal, NULL));
}
