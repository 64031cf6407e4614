/* SPDX-License-Identifier: MIT */
/* The two modes that take a fraction, by the way that docs/sizing.md shows: what computes it goes
 * first, what it says goes into the proposal, and the decision has the same size. */
#include "samples.h"
#include "test.h"

enum { TRADES = 3000 };

/* What both are asked of. */
typedef struct market {
    sigma_context context;
    sigma_proposal proposal;
    sigma_policy policy;
} market;

static market random_market(uint64_t *seed, int32_t mode)
{
    market m = {.context = sample_context(), .proposal = sample_proposal()};
    sigma_account_result *account = &m.context.account;
    assert_int_equal(sigma_policy_defaults(&m.policy), SIGMA_OK);
    assert_int_equal(sigma_sizing_preset(mode, &m.policy.sizing), SIGMA_OK);
    account->balance = test_decades(seed, 1e3, 1e6);
    account->equity = account->balance * test_between(seed, 0.97, 1.03);
    account->peak = account->balance * test_between(seed, 1.0, 1.1);
    account->margin = account->balance * fmax(0.0, test_between(seed, -0.2, 0.2));
    m.context.portfolio.risk = account->balance * fmax(0.0, test_between(seed, -0.02, 0.02));
    m.context.market.atr = test_between(seed, 0.002, 0.02);
    m.context.edge = (sigma_edge){.mean = test_between(seed, -0.1, 0.4),
                                  .win_rate = test_between(seed, 0.3, 0.7),
                                  .payoff = test_between(seed, 1.0, 3.0),
                                  .trades = test_whole(seed, 0, 150),
                                  .mark = SIGMA_PART_EDGE};
    m.proposal.side = test_whole(seed, SIGMA_SIDE_LONG, SIGMA_SIDE_SHORT);
    m.proposal.confidence = test_between(seed, 0.4, 1.0);
    m.proposal.given = test_bit(SIGMA_GIVEN_CONFIDENCE);
    return m;
}

static sigma_decision decided(const market *m)
{
    sigma_decision decision;
    assert_int_equal(sigma_decide(&m->policy, &m->context, &m->proposal, &decision), SIGMA_OK);
    return decision;
}

/* ---- automatic */

static sigma_automatic_result automatic_of(const market *m, sigma_automatic_params *params)
{
    const sigma_account_result *account = &m->context.account;
    const sigma_edge *edge = &m->context.edge;
    sigma_automatic_sample sample = {.equity = account->equity,
                                     .balance = account->balance,
                                     .peak = account->peak,
                                     .margin = account->margin,
                                     .heat = m->context.portfolio.risk,
                                     .entry = m->proposal.entry,
                                     .atr = m->context.market.atr,
                                     .confidence = m->proposal.confidence,
                                     .win_rate = edge->win_rate,
                                     .payoff = edge->payoff,
                                     .profit_factor = 1.4,
                                     .win_mean = 2.0,
                                     .mean = edge->mean,
                                     .given = test_bit(SIGMA_INPUT_CONFIDENCE),
                                     .trades = edge->trades,
                                     .side = m->proposal.side};
    sigma_automatic_result result;
    assert_int_equal(sigma_automatic_defaults(params), SIGMA_OK);
    assert_int_equal(sigma_automatic_evaluate(params, &m->context.symbol, &sample, &result),
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
        market m = random_market(&seed, SIGMA_MODE_AUTOMATIC);
        sigma_automatic_params params;
        sigma_automatic_result trade = automatic_of(&m, &params);

        m.policy.stops = params.stops;
        m.policy.sizing = params.sizing;
        m.context.symbol.leverage = trade.leverage;
        m.proposal.stop = trade.stops.stop;
        m.proposal.target = trade.stops.target;
        m.proposal.fraction = trade.risk / m.context.account.equity;
        m.proposal.probability = m.context.edge.win_rate;
        m.proposal.given |= test_bit(SIGMA_GIVEN_STOP) | test_bit(SIGMA_GIVEN_TARGET);
        if (m.context.edge.trades > 0) {
            m.proposal.given |= test_bit(SIGMA_GIVEN_PROBABILITY);
        }
        sigma_decision d = decided(&m);

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
        market m = random_market(&seed, SIGMA_MODE_SCALING);
        sigma_scaling_params params;
        sigma_scaling_result product;
        sigma_scaling_sample sample = {.base = 0.1,
                                       .weight = test_random(&seed),
                                       .confidence = m.proposal.confidence,
                                       .win_rate = m.context.edge.win_rate,
                                       .payoff = m.context.edge.payoff,
                                       .profit_factor = test_between(&seed, 0.5, 2.0),
                                       .volatility = test_random(&seed) / 20.0,
                                       .volume = test_between(&seed, 0.2, 2.0)};
        assert_int_equal(sigma_scaling_preset(SIGMA_APPETITE_MEDIUM, &params), SIGMA_OK);
        assert_int_equal(sigma_scaling_evaluate(&params, &sample, &product), SIGMA_OK);
        m.proposal.fraction = product.fraction;
        sigma_decision d = decided(&m);

        double equity = m.context.account.equity;
        bool edge = m.context.edge.trades < 30 || m.context.edge.mean > 0.0;
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
        market m = random_market(&seed, mode);
        m.context.edge = (sigma_edge){0};
        sigma_decision d = decided(&m);
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
