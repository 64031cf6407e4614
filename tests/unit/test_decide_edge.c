/* SPDX-License-Identifier: MIT */
/* What the closed trades have to say in a decision. */
#include "damage.h"
#include "samples.h"
#include "test.h"

static sigma_edge proven(void)
{
    return (sigma_edge){.mean = 0.2,
                        .error = 0.1,
                        .win_rate = 0.5,
                        .payoff = 1.5,
                        .kelly = 0.1,
                        .lower = 0.04,
                        .limited = 0.015,
                        .tail = 1.2,
                        .trades = 150,
                        .mark = SIGMA_PART_EDGE};
}

static sigma_decision decided(int32_t mode, const sigma_edge *edge)
{
    sigma_policy policy = sample_policy();
    sigma_context context = sample_context();
    sigma_proposal proposal = sample_proposal();
    sigma_decision d;
    assert_int_equal(sigma_sizing_preset(mode, &policy.sizing), SIGMA_OK);
    policy.sizing.risk_max = 0.2;
    policy.sizing.floor = mode == SIGMA_MODE_SCEPTICAL ? 0.8 : 0.0;
    context.edge = *edge;
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &d), SIGMA_OK);
    return d;
}

/* By default sceptical Kelly under the floor: 0.5 x 0.1 x 0.2 of 10,000 is 100, 0.33 lots. */
static void each_mode_takes_its_own_fraction(void **unused)
{
    static const struct {
        int32_t mode;
        double fraction, lots;
    } cases[] = {{SIGMA_MODE_SCEPTICAL, 0.05, 0.33},
                 {SIGMA_MODE_CONFIDENT, 0.02, 0.66},
                 {SIGMA_MODE_DRAWDOWN, 0.015, 0.5},
                 {SIGMA_MODE_PUBLISHED, 0.25 * (0.5 - 0.5 / 1.5), 1.36}}; /* margin binds */
    sigma_edge edge = proven();
    sigma_policy policy;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_decision d = decided(cases[i].mode, &edge);
        assert_near(d.sizing.factor[SIGMA_FACTOR_BASE], cases[i].fraction, 1e-14);
        assert_bits(d.lots, cases[i].lots);
    }
    assert_int_equal(sigma_policy_defaults(&policy), SIGMA_OK);
    assert_int_equal(policy.sizing.mode, SIGMA_MODE_SCEPTICAL);
}

static void a_mode_that_needs_an_edge_refuses_without_one(void **unused)
{
    sigma_edge none = {0};
    (void)unused;
    for (int32_t mode = 1; mode < SIGMA_MODE_COUNT; mode++) {
        sigma_decision d = decided(mode, &none);
        bool needed = mode <= SIGMA_MODE_PUBLISHED;
        assert_true(d.missing == (needed ? test_bit(SIGMA_PART_EDGE) : 0));
        assert_true(!(d.refused & test_bit(SIGMA_REASON_PARTS)) == !needed);
    }
}

/* No trades at all: exploration at 0.5 %, which is 50, 0.16 lots. */
static void few_trades_explore_and_a_lost_edge_is_refused(void **unused)
{
    sigma_edge edge = {.mark = SIGMA_PART_EDGE};
    sigma_decision d = decided(SIGMA_MODE_SCEPTICAL, &edge);
    (void)unused;
    assert_bits(d.lots, 0.16);
    edge = proven();
    edge.mean = -5.2;
    edge.trades = 52;
    d = decided(SIGMA_MODE_SCEPTICAL, &edge);
    assert_int_equal(d.verdict, SIGMA_VERDICT_DENY);
    assert_true(d.refused & test_bit(SIGMA_REASON_EDGE));
    edge.trades = 29;
    edge.error = 1e15; /* not known at all */
    assert_bits(decided(SIGMA_MODE_SCEPTICAL, &edge).lots, 0.16);
    edge = proven();
    edge.payoff = 0.0; /* no loss yet: two outcomes say nothing */
    d = decided(SIGMA_MODE_PUBLISHED, &edge);
    assert_bits(d.lots, 0.0);
}

/* Half the equity at a volatility of twice the target, of which the stop is 30 / 11,000; 0.4 % of
 * 10,000; a target that 20 % reach at 2.5 to 1 is expected to lose. */
static void the_proposal_s_own_figures_count(void **unused)
{
    sigma_edge edge = proven();
    sigma_policy policy = sample_policy();
    sigma_context context = sample_context();
    sigma_proposal proposal = sample_proposal();
    sigma_decision d;
    (void)unused;
    context.edge = edge;
    proposal.volatility = 0.32;
    proposal.fraction = 0.004;
    assert_int_equal(sigma_sizing_preset(SIGMA_MODE_VOLATILITY, &policy.sizing), SIGMA_OK);
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &d), SIGMA_OK);
    assert_near(d.sizing.cap[SIGMA_CAP_RISK], 5000.0 / 110000.0, 1e-13);
    policy.sizing.mode = SIGMA_MODE_SCALING;
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &d), SIGMA_OK);
    assert_near(d.sizing.cap[SIGMA_CAP_RISK], 40.0 / 300.0, 1e-13);
    proposal.probability = 0.2;
    proposal.structure = 1.09;
    proposal.given = test_bit(SIGMA_GIVEN_PROBABILITY) | test_bit(SIGMA_GIVEN_STRUCTURE);
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &d), SIGMA_OK);
    assert_true(d.refused == test_bit(SIGMA_REASON_EXPECTATION));
    assert_bits(d.stops.stop, 1.09);
    policy.sizing.basis = SIGMA_BASIS_TAIL;
    proposal.confidence = 0.75;
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &d), SIGMA_OK);
    assert_near(d.sizing.basis, 3.0, 1e-14); /* it is not given */
    proposal.given |= test_bit(SIGMA_GIVEN_CONFIDENCE);
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &d), SIGMA_OK);
    assert_near(d.sizing.basis, 1.59375, 1e-14);
    policy.sizing.basis = SIGMA_BASIS_CVAR;
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &d), SIGMA_OK);
    assert_bits(d.sizing.basis, 1.2);
}

/* Asked of a signal that gives one. */
static void a_signal_without_confidence_is_refused(void **unused)
{
    sigma_policy policy = sample_policy();
    sigma_context context = sample_context();
    sigma_proposal proposal = sample_proposal();
    sigma_decision d;
    (void)unused;
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &d), SIGMA_OK);
    assert_true(!((d.passed | d.refused) & test_bit(SIGMA_REASON_CONFIDENCE)));
    proposal.given |= test_bit(SIGMA_GIVEN_CONFIDENCE);
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &d), SIGMA_OK);
    assert_true(d.refused == test_bit(SIGMA_REASON_CONFIDENCE));
    proposal.confidence = policy.confidence_min;
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &d), SIGMA_OK);
    assert_true(d.passed & test_bit(SIGMA_REASON_CONFIDENCE));
    assert_int_equal(d.verdict, SIGMA_VERDICT_APPROVE);
}

/* Beside an old sizer: what it asks for passes, and what ENFORCE would have said stands beside. */
static void advice_blocks_nothing(void **unused)
{
    sigma_policy policy = sample_policy();
    sigma_context context = sample_context();
    sigma_proposal proposal = sample_proposal();
    sigma_decision enforced, advised;
    (void)unused;
    proposal.lots = 7.77; /* and 0.33 are granted */
    proposal.given = test_bit(SIGMA_GIVEN_LOTS);
    for (int32_t i = 0; i < 4; i++) {
        context.edge = proven();
        context.edge.mean = i == 1 ? -5.2 : 0.2; /* denied for want of edge, then of parts */
        context.account.mark = i == 2 ? SIGMA_PART_UNKNOWN : SIGMA_PART_ACCOUNT;
        proposal.given = i == 3 ? 0 : proposal.given; /* nothing is asked for */
        policy.conduct = SIGMA_CONDUCT_ENFORCE;
        assert_int_equal(sigma_decide(&policy, &context, &proposal, &enforced), SIGMA_OK);
        assert_bits(enforced.advised, enforced.lots);
        assert_int_equal(enforced.advice, enforced.verdict);
        policy.conduct = SIGMA_CONDUCT_ADVISE;
        assert_int_equal(sigma_decide(&policy, &context, &proposal, &advised), SIGMA_OK);
        assert_bits(advised.lots, i == 3 ? enforced.lots : 7.77);
        assert_int_equal(advised.verdict, i == 3 ? enforced.verdict : SIGMA_VERDICT_APPROVE);
        assert_true(i == 3 || enforced.verdict != SIGMA_VERDICT_APPROVE);
        advised.lots = enforced.lots;
        advised.verdict = enforced.verdict;
        assert_same(advised, enforced); /* all else is told as it is */
    }
    proposal.lots = NOT_A_NUMBER; /* on an error, never the old size */
    proposal.given = test_bit(SIGMA_GIVEN_LOTS);
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &advised), SIGMA_E_RANGE);
    assert_zero(advised);
}

/* An exit takes no advice: it is capped at the position as ever. */
static void advice_never_flips_a_position(void **unused)
{
    sigma_policy policy = sample_policy();
    sigma_context context = sample_context();
    sigma_proposal proposal = sample_proposal();
    sigma_decision d;
    (void)unused;
    policy.conduct = SIGMA_CONDUCT_ADVISE;
    context.portfolio.long_lots = 1.0;
    proposal.intent = SIGMA_INTENT_REDUCE;
    proposal.lots = 3.0;
    proposal.given = test_bit(SIGMA_GIVEN_LOTS);
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &d), SIGMA_OK);
    assert_bits(d.lots, 1.0);
    assert_bits(d.advised, 1.0);
    assert_int_equal(d.advice, d.verdict);
}

static void refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_policy policy = sample_policy();
    sigma_context known = sample_context();
    sigma_proposal proposal = sample_proposal();
    sigma_decision d;
    (void)context;
    memcpy(&known.edge, damaged, sizeof known.edge);
    if (field->offset == (int32_t)offsetof(sigma_edge, mark)) {
        return; /* was never read */
    }
    assert_int_equal(sigma_decide(&policy, &known, &proposal, &d), SIGMA_E_RANGE);
    assert_zero(d);
}

static void an_edge_out_of_range_is_refused(void **unused)
{
    sigma_edge edge = proven();
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_EDGE, &edge, refused, NULL) > 40);
}

static void the_desk_keeps_what_the_trades_prove(void **unused)
{
    sigma_desk desk, before;
    sigma_edge edge = proven(), bad = proven();
    sigma_market_params params = sample_market_params();
    sigma_market market;
    sigma_symbol symbol = sample_symbol();
    sigma_proposal proposal = sample_proposal();
    sigma_context context;
    (void)unused;
    assert_int_equal(sigma_desk_init(&desk, sample_now, 1e4), SIGMA_OK);
    assert_int_equal(sigma_market_init(&market, &params, &symbol), SIGMA_OK);
    assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context), SIGMA_WARMUP);
    assert_zero(context.edge);
    assert_int_equal(sigma_desk_edge(&desk, &edge), SIGMA_OK);
    assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context), SIGMA_WARMUP);
    assert_same(context.edge, edge);
    before = desk;
    bad.kelly = 1.5e6;
    assert_int_equal(sigma_desk_edge(&desk, &bad), SIGMA_E_RANGE);
    bad = (sigma_edge){0};
    assert_int_equal(sigma_desk_edge(&desk, &bad), SIGMA_E_RANGE);
    assert_int_equal(sigma_desk_edge(&desk, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_desk_edge(NULL, &edge), SIGMA_E_NULL);
    assert_same(desk, before);
    desk.edge.kelly = 7e6; /* damaged: an exit passes over it */
    assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context), SIGMA_E_STATE);
    proposal.intent = SIGMA_INTENT_REDUCE;
    assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context), SIGMA_WARMUP);
    assert_zero(context.edge);
    desk.tag = 0;
    assert_int_equal(sigma_desk_edge(&desk, &edge), SIGMA_E_STATE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_mode_takes_its_own_fraction),
        cmocka_unit_test(a_mode_that_needs_an_edge_refuses_without_one),
        cmocka_unit_test(few_trades_explore_and_a_lost_edge_is_refused),
        cmocka_unit_test(the_proposal_s_own_figures_count),
        cmocka_unit_test(a_signal_without_confidence_is_refused),
        cmocka_unit_test(advice_blocks_nothing),
        cmocka_unit_test(advice_never_flips_a_position),
        cmocka_unit_test(an_edge_out_of_range_is_refused),
        cmocka_unit_test(the_desk_keeps_what_the_trades_prove),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
