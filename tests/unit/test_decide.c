/* SPDX-License-Identifier: MIT */
/* Orders that open: verdicts, sizes and warnings. */
#include "samples.h"
#include "test.h"

static const uint64_t every_check =
    1 << SIGMA_REASON_PARTS | 1 << SIGMA_REASON_SAME_SYMBOL | 1 << SIGMA_REASON_FRESH |
    1 << SIGMA_REASON_ENTRY | 1 << SIGMA_REASON_STOP | 1 << SIGMA_REASON_STOP_LEVEL |
    1 << SIGMA_REASON_TARGET | 1 << SIGMA_REASON_REWARD | 1 << SIGMA_REASON_POSITIONS |
    1 << SIGMA_REASON_EQUITY | 1 << SIGMA_REASON_MINIMUM_LOT | 1 << SIGMA_REASON_EDGE |
    1 << SIGMA_REASON_FLOOR | 1 << SIGMA_REASON_MARGIN_LEVEL;

static sigma_decision decided(const sigma_policy *policy, const sigma_context *context,
                              const sigma_proposal *proposal)
{
    sigma_decision decision;
    memset(&decision, 7, sizeof decision);
    assert_int_equal(sigma_decide(policy, context, proposal, &decision), SIGMA_OK);
    assert_true((decision.passed & decision.refused) == 0);
    assert_true((decision.verdict == SIGMA_VERDICT_DENY) == (decision.lots == 0.0));
    return decision;
}

static sigma_decision answer_to(sigma_proposal proposal)
{
    sigma_policy policy = sample_policy();
    sigma_context context = sample_context();
    return decided(&policy, &context, &proposal);
}

static void the_defaults_are_those_of_the_headers(void **unused)
{
    sigma_policy policy;
    sigma_stops_params stops;
    sigma_sizing_params sizing;
    (void)unused;
    assert_int_equal(sigma_policy_defaults(&policy), SIGMA_OK);
    assert_int_equal(sigma_stops_defaults(&stops), SIGMA_OK);
    assert_int_equal(sigma_sizing_defaults(&sizing), SIGMA_OK);
    assert_same(policy.stops, stops);
    assert_same(policy.sizing, sizing);
    assert_bits(policy.entry_distance_max, 3.0);
    assert_bits(policy.age_max, 5.0);
    assert_int_equal(policy.parts, 0x1e);
    assert_int_equal(policy.positions_max, 3);
    assert_int_equal(sigma_policy_defaults(NULL), SIGMA_E_NULL);
}

static void the_known_answer_is_granted_in_full(void **unused)
{
    sigma_decision d = answer_to(sample_proposal());
    (void)unused;
    assert_int_equal(d.verdict, SIGMA_VERDICT_APPROVE);
    assert_bits(d.lots, 0.33);
    assert_bits(d.requested, 0.0);
    assert_bits(d.stops.stop, 1.097);
    assert_bits(d.stops.target, 1.1075);
    assert_true(d.passed == every_check);
    assert_true(d.refused == 0 && d.missing == 0 && d.warnings == 0);
}

/* The parts of the answer are those of the modules alone. */
static void stops_and_sizing_are_those_of_their_modules(void **unused)
{
    sigma_policy policy = sample_policy();
    sigma_context context = sample_context();
    sigma_proposal proposal = sample_proposal();
    sigma_stops_result stops;
    sigma_sizing_result sizing;
    (void)unused;
    proposal.stop = 1.0931;
    proposal.target = 1.127;
    proposal.scale = 0.75;
    proposal.lots = 0.11;
    proposal.given = 0xf;
    context.account.margin = 1234.0;
    context.portfolio.risk = 77.0;
    sigma_stops_sample levels = {.entry = 1.1, .atr = 0.002, .stop = 1.0931, .target = 1.127};
    levels.given = 0xf;
    levels.side = SIGMA_SIDE_LONG;
    assert_int_equal(sigma_stops_evaluate(&policy.stops, &context.symbol, &levels, &stops),
                     SIGMA_OK);
    sigma_sizing_sample trade = {.equity = 10000.0,
                                 .balance = 10000.0,
                                 .peak = 10000.0,
                                 .margin = 1234.0,
                                 .heat = 77.0,
                                 .entry = 1.1,
                                 .stop = stops.stop,
                                 .target = stops.target,
                                 .lots = 0.11,
                                 .factors = test_bit(SIGMA_FACTOR_CALLER),
                                 .given = test_bit(SIGMA_GIVEN_LOTS)};
    trade.factor[SIGMA_FACTOR_CALLER] = 0.75;
    assert_int_equal(sigma_sizing_evaluate(&policy.sizing, &context.symbol, &trade, &sizing),
                     SIGMA_OK);
    sigma_decision d = decided(&policy, &context, &proposal);
    assert_same(d.stops, stops);
    assert_same(d.sizing, sizing);
    assert_bits(d.lots, sizing.lots);
}

static void a_size_that_is_asked_for_and_granted_is_full(void **unused)
{
    static const struct {
        double asked, lots;
        int32_t verdict;
    } cases[] = {
        {0.1, 0.1, SIGMA_VERDICT_APPROVE},       {0.33, 0.33, SIGMA_VERDICT_APPROVE},
        {0.34, 0.33, SIGMA_VERDICT_REDUCE},      {5.0, 0.33, SIGMA_VERDICT_REDUCE},
        {0.105, 0.1, SIGMA_VERDICT_REDUCE},      {0.1 + 0.2, 0.3, SIGMA_VERDICT_APPROVE},
        {3.0 * 0.1, 0.3, SIGMA_VERDICT_APPROVE}, {1.1 - 0.8, 0.3, SIGMA_VERDICT_APPROVE},
        {0.0, 0.0, SIGMA_VERDICT_DENY},          {0.009, 0.0, SIGMA_VERDICT_DENY},
        {0.3000001, 0.3, SIGMA_VERDICT_REDUCE},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_proposal proposal = sample_proposal();
        proposal.lots = cases[i].asked;
        proposal.given = test_bit(SIGMA_GIVEN_LOTS);
        sigma_decision d = answer_to(proposal);
        assert_bits(d.requested, cases[i].asked);
        assert_bits(d.lots, cases[i].lots);
        assert_int_equal(d.verdict, cases[i].verdict);
    }
}

static void lots_that_are_not_given_are_not_asked_for(void **unused)
{
    sigma_proposal proposal = sample_proposal();
    (void)unused;
    proposal.lots = 0.1;
    proposal.scale = 0.1;
    proposal.stop = 1.0;
    proposal.target = 1.2;
    sigma_decision d = answer_to(proposal), plain = answer_to(sample_proposal());
    assert_same(d, plain);
}

static void a_size_below_the_plain_risk_is_reduced(void **unused)
{
    sigma_policy policy = sample_policy();
    sigma_context context = sample_context();
    sigma_proposal proposal = sample_proposal();
    (void)unused;
    proposal.scale = 0.5;
    proposal.given = test_bit(SIGMA_GIVEN_SCALE);
    sigma_decision d = answer_to(proposal);
    assert_int_equal(d.verdict, SIGMA_VERDICT_REDUCE);
    assert_bits(d.lots, 0.16);
    proposal.scale = 1.0;
    assert_int_equal(answer_to(proposal).verdict, SIGMA_VERDICT_APPROVE);
    proposal = sample_proposal();
    context.symbol.lot_cap = 0.2;
    d = decided(&policy, &context, &proposal);
    assert_int_equal(d.verdict, SIGMA_VERDICT_REDUCE);
    assert_bits(d.lots, 0.2);
    assert_int_equal(d.sizing.binding, SIGMA_CAP_SYMBOL);
}

static void a_tick_value_that_contradicts_is_a_warning(void **unused)
{
    sigma_policy policy = sample_policy();
    sigma_context context = sample_context();
    sigma_proposal proposal = sample_proposal();
    (void)unused;
    context.symbol.quote_rate = 1.05;
    sigma_decision d = decided(&policy, &context, &proposal);
    assert_true(d.warnings == test_bit(SIGMA_WARNING_TICK_VALUE));
    assert_int_equal(d.verdict, SIGMA_VERDICT_APPROVE);
    context.symbol.quote_rate = 0.0;
    assert_true(decided(&policy, &context, &proposal).warnings == 0);
}

/* Regime, trend and history have no say in where a stop stands, whatever the context knows. */
static void stops_are_those_of_an_unknown_regime(void **unused)
{
    static const int32_t schemes[] = {SIGMA_SCHEME_SIGMA, SIGMA_SCHEME_MATHEMATICIAN};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(schemes); i++) {
        sample_question q = {sample_policy(), sample_guarded(), sample_proposal()};
        sigma_stops_params *p = &q.policy.stops;
        p->scheme = schemes[i];
        sigma_decision first = sample_decided(&q);
        for (int32_t regime = 1; regime < SIGMA_REGIME_COUNT; regime++) {
            p->stop_factor[regime] = p->target_factor[regime] = 3.0;
        }
        p->strong_factor = 3.0;
        p->win_share = 0.01;
        sigma_decision second = sample_decided(&q);
        assert_same(first, second);
        p->stop_factor[SIGMA_REGIME_UNKNOWN] = 2.0;
        p->weak_factor = 2.0;
        second = sample_decided(&q);
        assert_true(second.stops.distance > first.stops.distance);
    }
}

/* Without market data there is no last price to compare with, and no ATR to place a stop by. */
static void the_policy_may_do_without_market_and_portfolio(void **unused)
{
    sigma_policy policy = sample_policy();
    sigma_context context = sample_context();
    sigma_proposal proposal = sample_proposal();
    (void)unused;
    policy.parts = 0;
    context.market = (sigma_market_result){0};
    context.portfolio = (sigma_portfolio_result){0};
    proposal.stop = 1.097;
    proposal.given = test_bit(SIGMA_GIVEN_STOP);
    sigma_decision d = decided(&policy, &context, &proposal);
    assert_int_equal(d.verdict, SIGMA_VERDICT_APPROVE);
    assert_bits(d.lots, 0.33);
    assert_true(d.warnings ==
                (test_bit(SIGMA_WARNING_NO_MARKET) | test_bit(SIGMA_WARNING_NO_PORTFOLIO)));
    assert_true(d.passed ==
                (every_check & ~(test_bit(SIGMA_REASON_FRESH) | test_bit(SIGMA_REASON_ENTRY) |
                                 test_bit(SIGMA_REASON_POSITIONS))));
    proposal.given = 0;
    proposal.entry = 100.0; /* so high that any range would leave room for a stop */
    d = decided(&policy, &context, &proposal);
    assert_int_equal(d.verdict, SIGMA_VERDICT_DENY);
    assert_true(d.refused & test_bit(SIGMA_REASON_STOP));
}

static void a_denied_trade_is_sized_all_the_same(void **unused)
{
    sigma_policy policy = sample_policy();
    sigma_context context = sample_context();
    sigma_proposal proposal = sample_proposal();
    (void)unused;
    context.portfolio.positions = 3;
    sigma_decision d = decided(&policy, &context, &proposal);
    assert_int_equal(d.verdict, SIGMA_VERDICT_DENY);
    assert_bits(d.lots, 0.0);
    assert_bits(d.sizing.lots, 0.33);
}

static void shorts_are_the_mirror_image(void **unused)
{
    sigma_proposal proposal = sample_proposal();
    (void)unused;
    proposal.side = SIGMA_SIDE_SHORT;
    sigma_decision d = answer_to(proposal), up = answer_to(sample_proposal());
    assert_bits(d.stops.stop, 1.103);
    assert_bits(d.stops.target, 1.0925);
    assert_bits(d.lots, up.lots);
    assert_true(d.passed == up.passed);
}

static void the_open_risk_of_all_positions_counts(void **unused)
{
    sigma_policy policy = sample_policy();
    sigma_context context = sample_context();
    sigma_proposal proposal = sample_proposal();
    (void)unused;
    context.portfolio.risk = 550.0; /* of 600 that the policy allows */
    policy.sizing.floor = 0.0;
    sigma_decision d = decided(&policy, &context, &proposal);
    assert_bits(d.lots, 0.16); /* 50 / 300 */
    assert_int_equal(d.sizing.binding, SIGMA_CAP_HEAT);
    assert_int_equal(d.verdict, SIGMA_VERDICT_REDUCE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_defaults_are_those_of_the_headers),
        cmocka_unit_test(the_known_answer_is_granted_in_full),
        cmocka_unit_test(stops_and_sizing_are_those_of_their_modules),
        cmocka_unit_test(stops_are_those_of_an_unknown_regime),
        cmocka_unit_test(a_size_that_is_asked_for_and_granted_is_full),
        cmocka_unit_test(lots_that_are_not_given_are_not_asked_for),
        cmocka_unit_test(a_size_below_the_plain_risk_is_reduced),
        cmocka_unit_test(a_tick_value_that_contradicts_is_a_warning),
        cmocka_unit_test(the_policy_may_do_without_market_and_portfolio),
        cmocka_unit_test(a_denied_trade_is_sized_all_the_same),
        cmocka_unit_test(shorts_are_the_mirror_image),
        cmocka_unit_test(the_open_risk_of_all_positions_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
