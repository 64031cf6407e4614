/* SPDX-License-Identifier: MIT */
/* What the guards have to say in a decision: each is needed where the policy names it, counts where
 * it was read, and never makes a trade larger. */
#include "samples.h"
#include "test.h"

enum { GUARDS = 6, QUESTIONS = 20000 };

static const int32_t guards[GUARDS] = {SIGMA_PART_REGIME, SIGMA_PART_HEAT,    SIGMA_PART_GATE,
                                       SIGMA_PART_PROP,   SIGMA_PART_BREAKER, SIGMA_PART_MONITOR};

static sample_question good(void)
{
    sample_question q = {sample_policy(), sample_guarded(), sample_proposal()};
    q.policy.parts = test_bit(SIGMA_PART_COUNT) - 2;
    q.proposal.confidence = 0.65;
    q.proposal.given = test_bit(SIGMA_GIVEN_CONFIDENCE);
    return q;
}

static sigma_decision decided(const sample_question *q)
{
    sigma_decision d = sample_decided(q);
    assert_true((d.passed & d.refused) == 0);
    assert_true((d.verdict == SIGMA_VERDICT_DENY) == (d.lots == 0.0));
    assert_true((d.lots == 0.0) == (d.refused != 0)); /* every zero has a reason */
    return d;
}

static void assert_denied(const sample_question *q, int32_t reason)
{
    sigma_decision d = decided(q);
    assert_true(d.refused == test_bit(reason));
    assert_int_equal(d.verdict, SIGMA_VERDICT_DENY);
}

static void forget(sigma_context *context, int32_t part)
{
    switch (part) {
    case SIGMA_PART_REGIME: memset(&context->regime, 0, sizeof context->regime); break;
    case SIGMA_PART_HEAT: memset(&context->heat, 0, sizeof context->heat); break;
    case SIGMA_PART_GATE: memset(&context->gate, 0, sizeof context->gate); break;
    case SIGMA_PART_PROP: memset(&context->prop, 0, sizeof context->prop); break;
    case SIGMA_PART_BREAKER: memset(&context->breaker, 0, sizeof context->breaker); break;
    case SIGMA_PART_MONITOR: memset(&context->monitor, 0, sizeof context->monitor); break;
    case SIGMA_PART_SYMBOL: memset(&context->symbol, 0, sizeof context->symbol); break;
    case SIGMA_PART_MARKET: memset(&context->market, 0, sizeof context->market); break;
    case SIGMA_PART_ACCOUNT: memset(&context->account, 0, sizeof context->account); break;
    case SIGMA_PART_PORTFOLIO: memset(&context->portfolio, 0, sizeof context->portfolio); break;
    default: memset(&context->edge, 0, sizeof context->edge); break;
    }
}

static void with_every_guard_content_all_is_granted(void **unused)
{
    sample_question q = good();
    sigma_decision d = decided(&q);
    (void)unused;
    assert_int_equal(d.verdict, SIGMA_VERDICT_APPROVE);
    assert_bits(d.lots, 0.33);
    for (int32_t reason = SIGMA_REASON_REGIME; reason < SIGMA_REASON_COUNT; reason++) {
        assert_true(reason == SIGMA_REASON_VOTES || d.passed & test_bit(reason));
    }
    assert_true(d.warnings == 0 && d.limits == 0 && d.layers == 0 && d.rules == 0);
}

static void forgetting_a_part_that_the_policy_names_denies_by_its_name(void **unused)
{
    (void)unused;
    for (int32_t part = 1; part < SIGMA_PART_COUNT; part++) {
        sample_question q = good();
        forget(&q.context, part);
        sigma_decision d = decided(&q);
        assert_true(d.missing == test_bit(part));
        assert_true(d.refused == test_bit(SIGMA_REASON_PARTS));
    }
}

static void a_guard_that_the_policy_does_not_name_may_be_absent(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < GUARDS; i++) {
        sample_question q = good();
        q.policy.parts &= ~test_bit(guards[i]);
        forget(&q.context, guards[i]);
        assert_int_equal(decided(&q).verdict, SIGMA_VERDICT_APPROVE);
    }
}

/* ---- each that denies, alone; also where the policy does not name it */

static void shut(sample_question *q, int32_t guard)
{
    switch (guard) {
    case SIGMA_PART_REGIME: q->context.regime.verdict = SIGMA_VERDICT_DENY; break;
    case SIGMA_PART_HEAT: q->context.heat.refused = test_bit(SIGMA_LIMIT_PRICED); break;
    case SIGMA_PART_GATE: q->context.gate.refused = test_bit(SIGMA_LAYER_COOLDOWN); break;
    case SIGMA_PART_PROP: q->context.prop.refused = test_bit(SIGMA_RULE_PHASE); break;
    case SIGMA_PART_BREAKER: q->context.breaker.entries = 0; break;
    default: q->context.monitor.entries = 0; break;
    }
}

static void each_guard_alone_can_deny(void **unused)
{
    static const int32_t reasons[GUARDS] = {SIGMA_REASON_REGIME,  SIGMA_REASON_LIMITS,
                                            SIGMA_REASON_GATE,    SIGMA_REASON_RULES,
                                            SIGMA_REASON_BREAKER, SIGMA_REASON_MONITOR};
    (void)unused;
    for (int32_t i = 0; i < GUARDS; i++) {
        sample_question q = good();
        shut(&q, guards[i]);
        assert_denied(&q, reasons[i]);
        q.policy.parts = 0;
        assert_denied(&q, reasons[i]);
        q.proposal.intent = SIGMA_INTENT_REDUCE; /* and none of them an exit */
        q.context.portfolio.long_lots = 1.0;
        assert_bits(decided(&q).lots, 1.0);
    }
}

static void what_refused_is_told(void **unused)
{
    sample_question q = good();
    (void)unused;
    q.context.regime.verdict = SIGMA_VERDICT_DENY;
    q.context.regime.caution = SIGMA_CAUTION_CHOP;
    q.context.heat.refused = test_bit(SIGMA_LIMIT_HEAT) | test_bit(SIGMA_LIMIT_NET);
    q.context.gate.refused = test_bit(SIGMA_LAYER_DAILY_LOSS);
    q.context.prop.refused = test_bit(SIGMA_RULE_FRESH);
    sigma_decision d = decided(&q);
    assert_int_equal(d.caution, SIGMA_CAUTION_CHOP);
    assert_true(d.limits == q.context.heat.refused);
    assert_true(d.layers == q.context.gate.refused);
    assert_true(d.rules == q.context.prop.refused);
    assert_true(d.refused == (test_bit(SIGMA_REASON_REGIME) | test_bit(SIGMA_REASON_LIMITS) |
                              test_bit(SIGMA_REASON_GATE) | test_bit(SIGMA_REASON_RULES)));
}

static void a_regime_of_long_ago_or_of_another_symbol_is_refused(void **unused)
{
    sample_question q = good();
    (void)unused;
    q.context.regime.time = sample_now - 5 * SAMPLE_HOUR;
    assert_int_equal(decided(&q).verdict, SIGMA_VERDICT_APPROVE);
    q.context.regime.time--;
    assert_denied(&q, SIGMA_REASON_REGIME);
    q.context.regime.time = sample_now + 1;
    assert_denied(&q, SIGMA_REASON_REGIME);
    forget(&q.context, SIGMA_PART_MARKET); /* nothing tells how old it may be */
    q.policy.parts = 0;
    q.proposal.stop = 1.097;
    q.proposal.given |= test_bit(SIGMA_GIVEN_STOP);
    assert_int_equal(decided(&q).verdict, SIGMA_VERDICT_APPROVE);
    q = good();
    q.context.regime.symbol++;
    assert_denied(&q, SIGMA_REASON_SAME_SYMBOL);
    q = good();
    q.context.gate.symbol++;
    assert_denied(&q, SIGMA_REASON_SAME_SYMBOL);
    q = good();
    q.context.heat.symbol++;
    assert_denied(&q, SIGMA_REASON_SAME_SYMBOL);
    q = good();
    q.context.heat.side = SIGMA_SIDE_SHORT; /* room on the other side is none */
    assert_denied(&q, SIGMA_REASON_SAME_SYMBOL);
}

static void a_throttled_breaker_wants_confidence(void **unused)
{
    sample_question q = good();
    (void)unused;
    q.context.breaker.confidence = 0.65;
    assert_int_equal(decided(&q).verdict, SIGMA_VERDICT_APPROVE);
    q.context.breaker.confidence = 0.7;
    assert_denied(&q, SIGMA_REASON_CONFIDENCE);
    q.proposal.given = 0; /* a signal that gives none has none */
    assert_denied(&q, SIGMA_REASON_CONFIDENCE);
    q.context.breaker.confidence = 0.0;
    assert_int_equal(decided(&q).verdict, SIGMA_VERDICT_APPROVE);
}

static void votes_reject_or_halve(void **unused)
{
    sample_question q = good();
    (void)unused;
    q.proposal.moment.given = test_bit(SIGMA_FACTOR_VOTES);
    sigma_decision d = decided(&q);
    assert_true(d.refused == (test_bit(SIGMA_REASON_VOTES) | test_bit(SIGMA_REASON_MINIMUM_LOT)));
    q.proposal.moment.votes = SIGMA_VERDICT_REDUCE;
    d = decided(&q);
    assert_true(d.passed & test_bit(SIGMA_REASON_VOTES));
    assert_bits(d.sizing.factor[SIGMA_FACTOR_VOTES], 0.5);
    assert_bits(d.lots, 0.16);
}

/* ---- factors and caps: what the context knows wins over what is said */

static void what_the_context_knows_cannot_be_said_otherwise(void **unused)
{
    sample_question q = good();
    (void)unused;
    q.proposal.moment = (sigma_factors_sample){.regime = 10.0,
                                               .volatility = 0.1,
                                               .correlation = -1.0,
                                               .breaker = 1.0,
                                               .monitor = 1.0,
                                               .score = 100.0,
                                               .budget = 1.0,
                                               .votes = SIGMA_VERDICT_APPROVE,
                                               .liquidity = 1.0,
                                               .given = test_bit(SIGMA_FACTOR_COUNT) - 1};
    q.context.regime.factor = 0.8;
    q.context.regime.volatility = 1.3;
    q.context.heat.rho = 0.2;
    q.context.breaker.scale = 0.7;
    q.context.monitor.scale = 0.9;
    q.context.gate.share = 0.95;
    q.context.prop.share = 0.9;
    sigma_decision d = decided(&q);
    assert_bits(d.sizing.factor[SIGMA_FACTOR_REGIME], 0.8);
    assert_bits(d.sizing.factor[SIGMA_FACTOR_VOLATILITY], 0.85);
    assert_bits(d.sizing.factor[SIGMA_FACTOR_DIVERSIFICATION], 0.9);
    assert_bits(d.sizing.factor[SIGMA_FACTOR_THROTTLE], 0.7);
    assert_bits(d.sizing.factor[SIGMA_FACTOR_BUDGET], 0.9);
    q.context.gate.share = 0.5;
    q.context.monitor.scale = 0.5;
    q.proposal.moment.given = 0; /* whether it is said or not */
    d = decided(&q);
    assert_bits(d.sizing.factor[SIGMA_FACTOR_THROTTLE], 0.5);
    assert_bits(d.sizing.factor[SIGMA_FACTOR_BUDGET], 0.5);
    q.policy.parts = 0;
    forget(&q.context, SIGMA_PART_BREAKER);
    forget(&q.context, SIGMA_PART_PROP);
    d = decided(&q);
    assert_bits(d.sizing.factor[SIGMA_FACTOR_THROTTLE], 0.5);
    assert_bits(d.sizing.factor[SIGMA_FACTOR_BUDGET], 0.5);
}

static void the_unknown_half_of_a_factor_may_be_said(void **unused)
{
    sample_question q = good();
    (void)unused;
    q.policy.parts = 0;
    q.proposal.moment = (sigma_factors_sample){.breaker = 0.4, .monitor = 0.3, .score = 40.0};
    q.proposal.moment.given = test_bit(SIGMA_FACTOR_THROTTLE) | test_bit(SIGMA_FACTOR_BUDGET);
    forget(&q.context, SIGMA_PART_MONITOR);
    forget(&q.context, SIGMA_PART_GATE);
    sigma_decision d = decided(&q);
    assert_bits(d.sizing.factor[SIGMA_FACTOR_THROTTLE], 0.3);
    assert_bits(d.sizing.factor[SIGMA_FACTOR_BUDGET], 0.8); /* the share is the firm's, 1 */
}

/* Each of them is below 1 here, alone, and no part was read that knows it; the margin is the
 * account's, which is always read, and the caller's own factor is the scale. */
static void what_no_part_knows_may_be_said(void **unused)
{
    const uint64_t elsewhere = test_bit(SIGMA_FACTOR_MARGIN) | test_bit(SIGMA_FACTOR_CALLER);
    (void)unused;
    for (int32_t row = SIGMA_FACTOR_REGIME; row <= SIGMA_FACTOR_CALLER; row++) {
        sample_question q = sample_question_known();
        q.proposal.moment = (sigma_factors_sample){.regime = 0.5,
                                                   .volatility = 9.0,
                                                   .win_rate = 0.1,
                                                   .correlation = 0.5,
                                                   .margin_level = 1.0,
                                                   .breaker = 0.5,
                                                   .monitor = 0.5,
                                                   .score = 10.0,
                                                   .budget = 0.5,
                                                   .caller = 0.5,
                                                   .trades = 10,
                                                   .votes = SIGMA_VERDICT_REDUCE,
                                                   .given = test_bit(row)};
        sigma_decision d = sample_decided(&q);
        assert_int_equal(d.sizing.factor[row] < 1.0, !(elsewhere & test_bit(row)));
        assert_int_equal(d.lots < 0.33, !(elsewhere & test_bit(row)));
    }
}

/* The waterfall's 0.33 lots at 300 a lot; a lot's margin is 110,000 / 30, its notional 110,000. */
static void each_room_is_a_cap_with_its_name(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < 10; i++) {
        static const int32_t caps[] = {SIGMA_CAP_PORTFOLIO,     SIGMA_CAP_EXPOSURE,
                                       SIGMA_CAP_RULES,         SIGMA_CAP_RULES_LOTS,
                                       SIGMA_CAP_ROOM_DAY,      SIGMA_CAP_ROOM_TOTAL,
                                       SIGMA_CAP_CONCENTRATION, SIGMA_CAP_SIZE,
                                       SIGMA_CAP_LEVERAGE,      SIGMA_CAP_VOLUME};
        sample_question q = good();
        double *rooms[] = {&q.context.heat.risk,       &q.context.heat.exposure,
                           &q.context.prop.risk,       &q.context.prop.lots,
                           &q.context.prop.left_today, &q.context.prop.left,
                           &q.context.gate.budget,     &q.context.gate.risk,
                           &q.context.gate.notional,   &q.proposal.volume};
        static const double room[] = {60.0,  660.0, 60.0, 0.209,   300.0,
                                      600.0, 200.0, 60.1, 22001.0, 205.0};
        static const double lots[] = {0.2, 0.18, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2};
        *rooms[i] = room[i];
        q.proposal.given |= test_bit(SIGMA_GIVEN_VOLUME) * (i == 9);
        sigma_decision d = decided(&q);
        assert_int_equal(d.sizing.binding, caps[i]);
        assert_bits(d.lots, lots[i]);
        assert_int_equal(d.verdict, SIGMA_VERDICT_REDUCE);
    }
}

/* At a stop of 30 and a target of 75 pips risk and reward are 3.5 times the risk. */
static void a_firm_that_counts_open_profit_leaves_room_for_both(void **unused)
{
    sample_question q = good();
    (void)unused;
    q.context.prop.swing_today = 210.0;
    sigma_decision d = decided(&q);
    assert_near(d.sizing.cap[SIGMA_CAP_RULES], 0.2, 1e-12);
    q.context.prop.swing_today = 1e16;
    q.context.prop.swing = 105.0;
    d = decided(&q);
    assert_near(d.sizing.cap[SIGMA_CAP_RULES], 0.1, 1e-12);
    q.context.prop.locked = 45.0; /* above the lock the reward does not count */
    d = decided(&q);
    assert_near(d.sizing.cap[SIGMA_CAP_RULES], 0.15, 1e-12);
    assert_int_equal(d.sizing.binding, SIGMA_CAP_RULES);
    q.context.prop.swing = 0.0;
    q.context.prop.locked = 0.0;
    d = decided(&q);
    assert_true(d.refused == test_bit(SIGMA_REASON_MINIMUM_LOT));
    assert_int_equal(d.sizing.binding, SIGMA_CAP_RULES);
}

static void reward_and_distance_of_the_gate_are_kept(void **unused)
{
    static const int32_t layers[] = {SIGMA_LAYER_REWARD, SIGMA_LAYER_SPREAD};
    static const double last[] = {2.5, 0.003}, beyond[] = {2.51, 0.00301};
    (void)unused;
    for (int32_t i = 0; i < 2; i++) {
        sample_question q = good();
        double *fields[] = {&q.context.gate.reward, &q.context.gate.distance};
        *fields[i] = last[i];
        assert_int_equal(decided(&q).verdict, SIGMA_VERDICT_APPROVE);
        *fields[i] = beyond[i];
        sigma_decision d = decided(&q);
        assert_true(d.refused == test_bit(SIGMA_REASON_GATE));
        assert_true(d.layers == test_bit(layers[i]));
        assert_bits(d.sizing.lots, 0.33); /* which the waterfall still shows */
        q.proposal.stop = 1.2;            /* without a stop there is no distance */
        q.proposal.given |= test_bit(SIGMA_GIVEN_STOP);
        assert_true(decided(&q).layers == 0);
    }
}

/* As for sigma_gate_check(), for a long 75 pips below the entry, and for both where there is none.
 */
static void a_target_on_the_losing_side_has_no_reward_for_the_gate(void **unused)
{
    static const double targets[] = {1.0925, 0.0};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(targets) * 2; i++) {
        sample_question q = good();
        q.proposal.target = targets[i / 2];
        q.proposal.given |= test_bit(SIGMA_GIVEN_TARGET);
        q.context.gate.reward = i % 2 ? 1.5 : 0.0;
        sigma_decision d = decided(&q);
        assert_true(d.refused & test_bit(SIGMA_REASON_TARGET));
        assert_true(d.layers == (i % 2 ? test_bit(SIGMA_LAYER_REWARD) : 0));
    }
    sample_question q = good();
    q.proposal.side = q.context.heat.side = SIGMA_SIDE_SHORT;
    q.proposal.target = 1.1075;
    q.proposal.given |= test_bit(SIGMA_GIVEN_TARGET);
    assert_true(decided(&q).layers == test_bit(SIGMA_LAYER_REWARD));
    q.proposal.target = 1.0925;
    assert_true(decided(&q).refused == 0);
}

static void a_trade_against_the_trend_is_not_enlarged_by_it(void **unused)
{
    sample_question q = good();
    (void)unused;
    q.context.regime.factor = 1.3;
    q.policy.sizing.risk_max = 0.2;
    q.context.heat.risk = q.context.prop.risk = 1000.0;
    q.context.prop.left_today = q.context.prop.left = q.context.prop.swing_today = 1e5;
    q.context.prop.swing = q.context.gate.budget = 1e5;
    q.context.heat.exposure = 1e5;
    sigma_decision with = decided(&q);
    assert_bits(with.lots, 0.43);
    assert_true(with.warnings == 0);
    q.context.regime.approach = SIGMA_APPROACH_TREND_SHORT;
    sigma_decision against = decided(&q);
    assert_bits(against.lots, 0.33);
    assert_true(against.warnings == test_bit(SIGMA_WARNING_TREND));
    q.proposal.side = q.context.heat.side = SIGMA_SIDE_SHORT;
    assert_true(decided(&q).warnings == 0);
    q.context.regime.approach = SIGMA_APPROACH_TREND_LONG;
    assert_true(decided(&q).warnings == test_bit(SIGMA_WARNING_TREND));
}

static void a_large_book_warns(void **unused)
{
    sample_question q = good();
    (void)unused;
    q.context.heat.gross = 1210.1; /* 0.33 lots of margin */
    assert_true(decided(&q).warnings == 0);
    q.context.heat.gross = 1209.9;
    sigma_decision d = decided(&q);
    assert_true(d.warnings == test_bit(SIGMA_WARNING_GROSS));
    assert_int_equal(d.verdict, SIGMA_VERDICT_APPROVE);
}

/* ---- always */

static void random_guards(uint64_t *seed, const sigma_proposal *p, sigma_context *c)
{
    double equity = c->account.equity;
    c->regime = sample_guarded().regime;
    c->regime.symbol = p->symbol;
    c->regime.factor = test_between(seed, 0.3, 1.0);
    c->regime.volatility = test_between(seed, 0.5, 3.0);
    c->heat = (sigma_portfolio_grant){.risk = equity * test_decades(seed, 1e-4, 0.06),
                                      .exposure = equity * test_decades(seed, 1e-3, 10.0),
                                      .gross = equity * test_random(seed),
                                      .rho = test_random(seed),
                                      .symbol = p->symbol,
                                      .side = p->side,
                                      .mark = SIGMA_PART_HEAT};
    c->gate = (sigma_gate_grant){.notional = equity * test_decades(seed, 0.01, 1e3),
                                 .risk = equity * test_decades(seed, 1e-4, 1.0),
                                 .reward = test_random(seed) * 2.0,
                                 .budget = equity * test_random(seed) * 0.1,
                                 .share = test_random(seed),
                                 .symbol = p->symbol,
                                 .mark = SIGMA_PART_GATE};
    c->prop = (sigma_prop_grant){.left_today = equity * test_random(seed) * 0.1,
                                 .left = equity * test_random(seed) * 0.2,
                                 .share = test_random(seed),
                                 .risk = equity * test_decades(seed, 1e-4, 0.1),
                                 .swing_today = equity * test_decades(seed, 1e-3, 1.0),
                                 .swing = equity * test_decades(seed, 1e-3, 1.0),
                                 .locked = equity * test_random(seed) * 0.01,
                                 .lots = test_decades(seed, 0.1, 1e5),
                                 .mark = SIGMA_PART_PROP};
    c->breaker = (sigma_breaker_grant){test_random(seed), 0.0, 1, SIGMA_PART_BREAKER};
    c->monitor = (sigma_monitor_grant){test_random(seed), 1, SIGMA_PART_MONITOR};
}

/* Any of them, in any state that is not better than content. */
static void no_guard_ever_enlarges(void **unused)
{
    uint64_t seed = 480;
    int32_t granted = 0;
    (void)unused;
    for (int32_t i = 0; i < QUESTIONS; i++) {
        sample_question q = {.policy = sample_random_policy(&seed)};
        sample_random_question(&seed, &q.context, &q.proposal);
        q.proposal.intent = SIGMA_INTENT_OPEN;
        sigma_decision free = decided(&q);
        sample_question one = q, all = q;
        random_guards(&seed, &q.proposal, &all.context);
        sigma_decision under = decided(&all);
        assert_true(under.lots <= free.lots);
        assert_true((free.refused & ~under.refused) == 0);
        one.context = all.context;
        for (int32_t k = 0; k < GUARDS; k++) { /* each alone */
            if (k != i % GUARDS) {
                forget(&one.context, guards[k]);
            }
        }
        sigma_decision alone = decided(&one);
        assert_true(under.lots <= alone.lots && alone.lots <= free.lots);
        granted += under.lots > 0.0;
    }
    assert_in_range(granted, QUESTIONS / 50, QUESTIONS);
}

static void no_decision_exceeds_a_cap_or_a_room(void **unused)
{
    uint64_t seed = 481;
    (void)unused;
    for (int32_t i = 0; i < QUESTIONS; i++) {
        sample_question q = {.policy = sample_random_policy(&seed)};
        sample_random_question(&seed, &q.context, &q.proposal);
        q.proposal.intent = SIGMA_INTENT_OPEN;
        random_guards(&seed, &q.proposal, &q.context);
        sigma_decision d = decided(&q);
        const sigma_context *c = &q.context;
        double room = 1.0 + 1e-12;
        for (int32_t cap = 0; cap < SIGMA_CAP_STEP; cap++) {
            assert_true(!(d.sizing.asked & test_bit(cap)) || d.lots <= d.sizing.cap[cap] * room);
        }
        if (d.lots > 0.0) {
            double exposure, reward = d.sizing.gain + d.lots * d.sizing.cost_per_lot;
            assert_int_equal(
                sigma_portfolio_exposure(&c->symbol, d.lots, q.proposal.entry, &exposure),
                SIGMA_OK);
            assert_true(exposure <= c->heat.exposure * room);
            assert_true(d.sizing.risk <= c->heat.risk * room);
            assert_true(d.sizing.risk <= c->prop.risk * room);
            assert_true(d.sizing.risk + reward <= c->prop.swing_today * room);
            assert_true(d.sizing.risk + reward <= c->prop.swing * room ||
                        d.sizing.risk <= c->prop.locked * room);
            assert_true(d.sizing.notional <= c->gate.notional * room);
            assert_true(d.sizing.risk <= c->gate.risk * room);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(with_every_guard_content_all_is_granted),
        cmocka_unit_test(forgetting_a_part_that_the_policy_names_denies_by_its_name),
        cmocka_unit_test(a_guard_that_the_policy_does_not_name_may_be_absent),
        cmocka_unit_test(each_guard_alone_can_deny),
        cmocka_unit_test(what_refused_is_told),
        cmocka_unit_test(a_regime_of_long_ago_or_of_another_symbol_is_refused),
        cmocka_unit_test(a_throttled_breaker_wants_confidence),
        cmocka_unit_test(votes_reject_or_halve),
        cmocka_unit_test(what_the_context_knows_cannot_be_said_otherwise),
        cmocka_unit_test(the_unknown_half_of_a_factor_may_be_said),
        cmocka_unit_test(what_no_part_knows_may_be_said),
        cmocka_unit_test(each_room_is_a_cap_with_its_name),
        cmocka_unit_test(a_firm_that_counts_open_profit_leaves_room_for_both),
        cmocka_unit_test(reward_and_distance_of_the_gate_are_kept),
        cmocka_unit_test(a_target_on_the_losing_side_has_no_reward_for_the_gate),
        cmocka_unit_test(a_trade_against_the_trend_is_not_enlarged_by_it),
        cmocka_unit_test(a_large_book_warns),
        cmocka_unit_test(no_guard_ever_enlarges),
        cmocka_unit_test(no_decision_exceeds_a_cap_or_a_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
