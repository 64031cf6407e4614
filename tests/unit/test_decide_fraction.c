/* SPDX-License-Identifier: MIT */
/* The two modes that take a fraction, by the way that docs/sizing.md shows: what computes it goes
 * first, what it says goes into the proposal, and the decision has the same size. */
#include "samples.h"
#include "test.h"

enum { TRADES = 3000 };

static sample_question random_question(uint64_t *seed, int32_t mode)
{
    sample_question q = {.context = sample_context(), .proposal = sample_proposal()};
    sigma_account_result *account = &q.context.account;
    assert_int_equal(sigma_policy_defaults(&q.policy), SIGMA_OK);
    assert_int_equal(sigma_sizing_preset(mode, &q.policy.sizing), SIGMA_OK);
    account->balance = test_decades(seed, 1e3, 1e6);
    account->equity = account->balance * test_between(seed, 0.97, 1.03);
    account->peak = account->balance * test_between(seed, 1.0, 1.1);
    account->margin = account->balance * fmax(0.0, test_between(seed, -0.2, 0.2));
    q.context.portfolio.risk = account->balance * fmax(0.0, test_between(seed, -0.02, 0.02));
    q.context.market.atr = test_between(seed, 0.002, 0.02);
    q.context.edge = (sigma_edge){.mean = test_between(seed, -0.1, 0.4),
                                  .win_rate = test_between(seed, 0.3, 0.7),
                                  .payoff = test_between(seed, 1.0, 3.0),
                                  .trades = test_whole(seed, 0, 150),
                                  .mark = SIGMA_PART_EDGE};
    q.proposal.side = test_whole(seed, SIGMA_SIDE_LONG, SIGMA_SIDE_SHORT);
    q.proposal.confidence = test_between(seed, 0.4, 1.0);
    q.proposal.given = test_bit(SIGMA_GIVEN_CONFIDENCE);
    return q;
}

/* ---- automatic */

static sigma_automatic_result automatic_of(const sample_question *q, sigma_automatic_params *params)
{
    const sigma_account_result *account = &q->context.account;
    const sigma_edge *edge = &q->context.edge;
    sigma_automatic_sample sample = {.equity = account->equity,
                                     .balance = account->balance,
                                     .peak = account->peak,
                                     .margin = account->margin,
                                     .heat = q->context.portfolio.risk,
                                     .entry = q->proposal.entry,
                                     .atr = q->context.market.atr,
                                     .confidence = q->proposal.confidence,
                                     .win_rate = edge->win_rate,
                                     .payoff = edge->payoff,
                                     .profit_factor = 1.4,
                                     .win_mean = 2.0,
                                     .mean = edge->mean,
                                     .given = test_bit(SIGMA_INPUT_CONFIDENCE),
                                     .trades = edge->trades,
                                     .side = q->proposal.side};
    sigma_automatic_result result;
    assert_int_equal(sigma_automatic_defaults(params), SIGMA_OK);
    assert_int_equal(sigma_automatic_evaluate(params, &q->context.symbol, &sample, &result),
                     SIGMA_OK);
    return result;
}

/* Levels, leverage, risk and chance go into the question; its sizing is that of the trade. */
static void a_decision_takes_an_automatic_trade_as_it_is(void **unused)
{
    uint64_t seed = 301;
    int32_t granted = 0;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        sample_question q = random_question(&seed, SIGMA_MODE_AUTOMATIC);
        sigma_automatic_params params;
        sigma_automatic_result trade = automatic_of(&q, &params);

        q.policy.stops = params.stops;
        q.policy.sizing = params.sizing;
        q.context.symbol.leverage = trade.leverage;
        q.proposal.stop = trade.stops.stop;
        q.proposal.target = trade.stops.target;
        q.proposal.fraction = trade.risk / q.context.account.equity;
        q.proposal.probability = q.context.edge.win_rate;
        q.proposal.given |= test_bit(SIGMA_GIVEN_STOP) | test_bit(SIGMA_GIVEN_TARGET);
        if (q.context.edge.trades > 0) {
            q.proposal.given |= test_bit(SIGMA_GIVEN_PROBABILITY);
        }
        sigma_decision d = sample_decided(&q);

        assert_same(d.sizing, trade.sizing);
        assert_bits(d.stops.stop, trade.stops.stop);
        assert_bits(d.stops.target, trade.stops.target);
        assert_true(d.lots == trade.sizing.lots || d.refused != 0);
        granted += d.lots > 0.0;
    }
    assert_true(granted > TRADES / 4);
}

/* ---- scaling */

/* The product goes into the question, and is what the waterfall begins with. */
static void a_decision_takes_the_scaling_product(void **unused)
{
    uint64_t seed = 302;
    int32_t granted = 0;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        sample_question q = random_question(&seed, SIGMA_MODE_SCALING);
        sigma_scaling_params params;
        sigma_scaling_result product;
        sigma_scaling_sample sample = {.base = 0.1,
                                       .weight = test_random(&seed),
                                       .confidence = q.proposal.confidence,
                                       .win_rate = q.context.edge.win_rate,
                                       .payoff = q.context.edge.payoff,
                                       .profit_factor = test_between(&seed, 0.5, 2.0),
                                       .volatility = test_random(&seed) / 20.0,
                                       .volume = test_between(&seed, 0.2, 2.0)};
        assert_int_equal(sigma_scaling_preset(SIGMA_APPETITE_MEDIUM, &params), SIGMA_OK);
        assert_int_equal(sigma_scaling_evaluate(&params, &sample, &product), SIGMA_OK);
        q.proposal.fraction = product.fraction;
        sigma_decision d = sample_decided(&q);

        double equity = q.context.account.equity;
        bool edge = q.context.edge.trades < 30 || q.context.edge.mean > 0.0;
        double base = edge ? product.fraction : 0.0;
        assert_bits(d.sizing.factor[SIGMA_FACTOR_BASE], base);
        assert_near(d.sizing.risk_after[SIGMA_FACTOR_BASE], equity * base, 1e-15);
        assert_true(edge || d.refused & test_bit(SIGMA_REASON_EDGE));
        assert_true(d.sizing.risk <= equity * fmin(product.fraction, 0.02) * (1.0 + 1e-12));
        assert_true(product.fraction > 0.0 || d.lots == 0.0);
        granted += d.lots > 0.0;
    }
    assert_true(granted > TRADES / 8);
}

/* A mode that nobody gave a fraction has no size, and says so. */
static void without_a_fraction_there_is_no_size(void **unused)
{
    uint64_t seed = 303;
    (void)unused;
    for (int32_t mode = SIGMA_MODE_AUTOMATIC; mode <= SIGMA_MODE_SCALING; mode++) {
        sample_question q = random_question(&seed, mode);
        q.context.edge = (sigma_edge){0};
        sigma_decision d = sample_decided(&q);
        assert_bits(d.lots, 0.0);
        assert_true(d.refused & test_bit(SIGMA_REASON_MINIMUM_LOT));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_decision_takes_an_automatic_trade_as_it_is),
        cmocka_unit_test(a_decision_takes_the_scaling_product),
        cmocka_unit_test(without_a_fraction_there_is_no_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
