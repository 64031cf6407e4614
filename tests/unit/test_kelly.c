/* SPDX-License-Identifier: MIT */
#include "samples.h"
#include "test.h"

static sigma_kelly_params defaults(void)
{
    sigma_kelly_params params;
    assert_int_equal(sigma_kelly_defaults(&params), SIGMA_OK);
    return params;
}

static sigma_kelly_result binary(double win_rate, double payoff)
{
    sigma_kelly_result result;
    assert_int_equal(sigma_kelly_binary(win_rate, payoff, &result), SIGMA_OK);
    return result;
}

static sigma_kelly_result published(double win_rate, double payoff, int32_t trades,
                                    double confidence)
{
    sigma_kelly_params params = defaults();
    sigma_kelly_result result;
    assert_int_equal(sigma_kelly_published(&params, win_rate, payoff, trades, confidence, &result),
                     SIGMA_OK);
    return result;
}

static sigma_kelly_result evaluate(int32_t method, const double *r, int32_t count)
{
    sigma_kelly_params params = defaults();
    sigma_kelly_result result;
    assert_int_equal(sigma_kelly_evaluate(&params, method, r, count, &result), SIGMA_OK);
    return result;
}

/* SIGMA prints 0.523 for these; its formula does not give that. */
static void sigmas_example_gives_what_its_formula_gives(void **unused)
{
    (void)unused;
    assert_near(binary(0.68, 2.15).fraction, 0.5311627906976744, 1e-15);
    assert_true(binary(0.68, 2.15).fraction - 0.523 > 0.008);
    assert_int_equal(binary(0.68, 2.15).reason, SIGMA_KELLY_GROWTH);
}

static void two_outcomes_in_full(void **unused)
{
    sigma_kelly_result r = binary(0.5, 1.5);
    (void)unused;
    assert_near(r.fraction, 1.0 / 6.0, 1e-15);
    assert_near(r.mean, 0.25, 1e-15);
    assert_near(r.deviation, 1.25, 1e-15);
    assert_near(r.growth, 0.5 * log(1.25 * 5.0 / 6.0), 1e-13);
    assert_bits(r.worst, -1.0);
}

static void who_never_loses_stakes_all(void **unused)
{
    sigma_kelly_result r = binary(1.0, 2.0);
    (void)unused;
    assert_bits(r.fraction, 1.0);
    assert_near(r.growth, log(3.0), 1e-15);
    assert_bits(r.worst, 2.0);
}

static void no_edge_is_zero_and_says_by_how_much(void **unused)
{
    sigma_kelly_result r = binary(0.45, 1.0);
    (void)unused;
    assert_bits(r.fraction, 0.0);
    assert_bits(r.growth, 0.0);
    assert_near(r.full, -0.1, 1e-15);
    assert_int_equal(r.reason, SIGMA_KELLY_NO_EDGE);
    assert_int_equal(sigma_kelly_continuous(-0.01, 0.04, &r), SIGMA_OK);
    assert_bits(r.fraction, 0.0);
    assert_near(r.full, -0.25, 1e-15);
    assert_int_equal(r.reason, SIGMA_KELLY_NO_EDGE);
}

/* 29 trades explore; from 30 on f* counts by n / 100, from 100 on in full, times a quarter. */
static void the_published_rule_by_the_number_of_trades(void **unused)
{
    double full = 0.68 - 0.32 / 2.15;
    (void)unused;
    assert_bits(published(0.68, 2.15, 29, 0.7).fraction, 0.005);
    assert_bits(published(0.68, 2.15, 29, 0.71).fraction, 0.0075);
    assert_bits(published(0.0, 2.15, 0, 0.0).fraction, 0.005);
    assert_int_equal(published(0.68, 2.15, 29, 0.7).reason, SIGMA_KELLY_EXPLORATION);
    assert_near(published(0.68, 2.15, 30, 1.0).fraction, 0.25 * 0.3 * full, 1e-15);
    assert_int_equal(published(0.68, 2.15, 30, 1.0).reason, SIGMA_KELLY_BUILDING);
    assert_near(published(0.68, 2.15, 99, 0.0).fraction, 0.25 * 0.99 * full, 1e-15);
    assert_near(published(0.68, 2.15, 100, 0.0).fraction, 0.25 * full, 1e-15);
    assert_near(published(0.68, 2.15, 100, 0.0).full, full, 1e-15);
    assert_int_equal(published(0.68, 2.15, 100, 0.0).reason, SIGMA_KELLY_GROWTH);
    assert_near(published(0.68, 2.15, 5000, 0.0).fraction, 0.25 * full, 1e-15);
}

/* An expectancy of -5.20 over 52 trades: say 40 % won, 20.00 a win, 22.00 a loss. */
static void the_published_rule_refuses_a_loser(void **unused)
{
    sigma_kelly_result r = published(0.4, 20.0 / 22.0, 52, 0.9);
    (void)unused;
    assert_near(22.0 * r.mean, 0.4 * 20.0 - 0.6 * 22.0, 1e-14);
    assert_near(22.0 * r.mean, -5.2, 1e-14);
    assert_bits(r.fraction, 0.0);
    assert_int_equal(r.reason, SIGMA_KELLY_NO_EDGE);
}

/* Nine of twelve trades lost a third, three won 2: as f* of (1) in units of the loss. */
static void a_sample_of_two_outcomes_is_a_bet(void **unused)
{
    const double r[] = {2.0, -0.5, -0.5, 2.0, -0.5, -0.5, 2.0, -0.5, -0.5, -0.5, -0.5, -0.5};
    sigma_kelly_result k = evaluate(SIGMA_METHOD_EMPIRICAL, r, 12);
    (void)unused;
    assert_near(k.full, (0.25 - 0.75 / 4.0) / 0.5, 1e-15);
    assert_near(k.fraction, 0.125, 1e-15);
    assert_near(k.mean, 0.125, 1e-15);
    assert_near(k.error, k.deviation / sqrt(12.0), 1e-15);
    assert_near(k.deviation, sqrt((3.0 * 1.875 * 1.875 + 9.0 * 0.625 * 0.625) / 11.0), 1e-15);
    assert_near(k.growth, 0.25 * log(1.25) + 0.75 * log(1.0 - 0.0625), 1e-13);
    assert_bits(k.worst, -0.5);
    assert_bits(k.trades, 12.0);
    assert_int_equal(k.reason, SIGMA_KELLY_GROWTH);
}

/* The mean of 4 trades is believed as if 50 more had made nothing. */
static void doubt_fades_with_trades(void **unused)
{
    const double r[] = {2.0, -1.0, 2.0, -1.0};
    sigma_kelly_result k = evaluate(SIGMA_METHOD_SCEPTICAL, r, 4);
    double w = 4.0 / 54.0, shift = 0.5 * (1.0 - w);
    (void)unused;
    assert_near(k.shift, shift, 1e-15);
    assert_near(k.worst, -1.0 - shift, 1e-15);
    assert_near(k.fraction, 0.5 * w / ((2.0 - shift) * (1.0 + shift)), 1e-13);
}

static void a_bound_below_zero_is_no_edge(void **unused)
{
    const double r[] = {2.0, -1.0, 2.0, -1.0};
    sigma_kelly_result k = evaluate(SIGMA_METHOD_LOWER, r, 4);
    (void)unused;
    assert_near(k.shift, 1.2815515655446004 * sqrt(3.0) / 2.0, 1e-15);
    assert_bits(k.fraction, 0.0);
    assert_int_equal(k.reason, SIGMA_KELLY_NO_EDGE);
}

static void without_a_loss_the_gap_loss_stands_in(void **unused)
{
    const double r[] = {0.5, 1.0, 0.0, 2.0, -1e-13};
    sigma_kelly_result k = evaluate(SIGMA_METHOD_EMPIRICAL, r, 5);
    (void)unused;
    assert_bits(k.fraction, 0.2);
    assert_int_equal(k.reason, SIGMA_KELLY_NO_LOSS);
    assert_near(k.growth, (log1p(0.1) + log1p(0.2) + log1p(0.4)) / 5.0, 1e-12);
    assert_int_equal(k.iterations, 0);
}

static void the_gap_loss_bounds_every_fraction(void **unused)
{
    const double r[] = {3.0, 3.0, 3.0, -1.0};
    sigma_kelly_result k = evaluate(SIGMA_METHOD_EMPIRICAL, r, 4);
    (void)unused;
    assert_near(k.full, 0.75 - 0.25 / 3.0, 1e-14);
    assert_bits(k.fraction, 0.2);
    assert_int_equal(k.reason, SIGMA_KELLY_GAP);
}

/* A chance of 1 limits nothing; a tenth does. */
static void the_chance_of_a_drawdown_limits(void **unused)
{
    const double r[] = {1.5, -1.0, 1.5, -1.0};
    sigma_kelly_params params = defaults();
    sigma_kelly_result k = evaluate(SIGMA_METHOD_DRAWDOWN, r, 4);
    (void)unused;
    assert_near(k.fraction, 0.029152369523605084, 1e-13);
    assert_near(k.full, 1.0 / 6.0, 1e-15);
    assert_near(k.exponent, log(0.1) / log(0.8), 1e-14);
    assert_int_equal(k.reason, SIGMA_KELLY_DRAWDOWN);
    params.wealth_beta = 1.0;
    assert_int_equal(sigma_kelly_evaluate(&params, SIGMA_METHOD_DRAWDOWN, r, 4, &k), SIGMA_OK);
    assert_near(k.fraction, 1.0 / 6.0, 1e-15);
    assert_bits(k.exponent, 0.0);
    assert_int_equal(k.reason, SIGMA_KELLY_GROWTH);
}

static void no_trades_prove_nothing(void **unused)
{
    const double r[] = {1.0}, none[] = {0.0};
    sigma_kelly_params params = defaults();
    sigma_kelly_result expected = {.reason = SIGMA_KELLY_NO_EDGE};
    sigma_kelly_result k = evaluate(SIGMA_METHOD_SCEPTICAL, r, 0);
    (void)unused;
    assert_same(k, expected);
    assert_int_equal(sigma_kelly_weighted(&params, SIGMA_METHOD_LOWER, r, none, 1, &k), SIGMA_OK);
    assert_same(k, expected);
}

static void one_trade_has_no_deviation(void **unused)
{
    const double r[] = {1.0};
    sigma_kelly_result k = evaluate(SIGMA_METHOD_LOWER, r, 1);
    (void)unused;
    assert_bits(k.deviation, 0.0);
    assert_bits(k.error, 0.0);
    assert_bits(k.fraction, 0.2);
}

/* W 2, L 1.125 and a mean of 0.4375 of eight trades; and no loss but what the shift makes one. */
static void odds_of_mean_win_and_mean_loss(void **unused)
{
    const double r[] = {2.0, -1.0, 3.0, -1.0, 1.0, -1.0, 2.0, -1.5}, won[] = {0.5, 1.0, 3.0};
    sigma_kelly_result k = evaluate(SIGMA_METHOD_ODDS, r, 8);
    (void)unused;
    assert_near(k.fraction, 0.4375 * 8.0 / 58.0 / (2.0 * 1.125), 1e-14);
    assert_bits(k.full, evaluate(SIGMA_METHOD_SCEPTICAL, r, 8).full);
    k = evaluate(SIGMA_METHOD_ODDS, won, 3);
    assert_true(k.worst < 0.0);
    assert_bits(k.fraction, k.full);
}

/* Where the bound takes all but a ten-billionth of the mean, which doubles hardly tell from 0. */
static void a_sliver_of_edge_has_a_sliver_of_a_fraction(void **unused)
{
    const double r[] = {1.0, -1.0, 1.0, -1.0, 1e-15};
    sigma_kelly_result k = evaluate(SIGMA_METHOD_EMPIRICAL, r, 5);
    (void)unused;
    assert_near(k.fraction, 1e-15 / 4.0, 1e-12);
}

/* The worst loss so rare that one would stake all but nothing: the root is next to its pole. */
static void a_loss_that_hardly_counts_still_bounds(void **unused)
{
    const double r[] = {1.0, -1.0}, weight[] = {1e9, 1e-9};
    sigma_kelly_params params = defaults();
    sigma_kelly_result k;
    (void)unused;
    params.gap_loss = 1.0;
    assert_int_equal(sigma_kelly_weighted(&params, 1, r, weight, 2, &k), SIGMA_OK);
    assert_true(k.fraction > 1.0 - 0x1p-48 && k.fraction < 1.0);
}

static void what_the_closed_trades_prove(void **unused)
{
    const double r[] = {-1.0, 2.0, -1.0, 0.0, 2.0, 3.0, -1.0, -0.5, 2.0, 0.0, 1.0, -1.0};
    sigma_kelly_params params = defaults();
    sigma_edge edge;
    (void)unused;
    assert_int_equal(sigma_edge_evaluate(&params, r, 12, &edge), SIGMA_OK);
    assert_near(edge.mean, 5.5 / 12.0, 1e-15);
    assert_near(edge.win_rate, 5.0 / 12.0, 1e-15);
    assert_near(edge.payoff, (10.0 / 5.0) / (4.5 / 5.0), 1e-15);
    assert_near(edge.recent_win_rate, 0.4, 1e-15);
    assert_int_equal(edge.trades, 12);
    assert_int_equal(edge.recent_trades, 10);
    assert_int_equal(edge.mark, SIGMA_PART_EDGE);
    assert_bits(edge.tail, 1.0);
    assert_bits(edge.kelly, evaluate(SIGMA_METHOD_ODDS, r, 12).fraction);
    assert_bits(edge.lower, evaluate(SIGMA_METHOD_LOWER, r, 12).fraction);
    assert_bits(edge.limited, evaluate(SIGMA_METHOD_LIMITED, r, 12).fraction);
    assert_bits(edge.error, evaluate(SIGMA_METHOD_LIMITED, r, 12).error);
}

/* (12) against the sorted sample, for any share, ties and signed zeros among them; and the tail of
 * wins is 0. */
static void the_tail_is_that_of_the_sorted_sample(void **unused)
{
    uint64_t seed = 90;
    int32_t wins = 0;
    (void)unused;
    for (int32_t i = 0; i < 2000; i++) {
        double r[60], sorted[60];
        int32_t count = test_whole(&seed, 1, 60);
        sigma_kelly_params params = defaults();
        sigma_edge edge;
        params.tail = i % 3 == 0 ? 0.05 * test_whole(&seed, 1, 10) : test_between(&seed, 0.01, 0.5);
        for (int32_t k = 0; k < count; k++) {
            r[k] = test_whole(&seed, -8, 8) * (i % 2 ? 0.25 : test_random(&seed));
            r[k] += i % 16 == 0 ? 3.0 : 0.0;
            int32_t at = k;
            for (; at > 0 && sorted[at - 1] > r[k]; at--) {
                sorted[at] = sorted[at - 1];
            }
            sorted[at] = r[k];
        }
        double m = count * params.tail, whole = floor(m + 1e-12), sum = 0.0;
        for (int32_t k = 0; k < (int32_t)whole; k++) {
            sum += sorted[k];
        }
        sum += m > whole ? (m - whole) * sorted[(int32_t)whole] : 0.0;
        assert_int_equal(sigma_edge_evaluate(&params, r, count, &edge), SIGMA_OK);
        assert_close(edge.tail, fmax(-sum / m, 0.0), 1e-12);
        wins += edge.tail == 0.0;
    }
    assert_true(wins > 20);
}

static double tail_of(const double *r, int32_t count)
{
    sigma_kelly_params params = defaults();
    sigma_edge edge;
    params.tail = 0.5;
    assert_int_equal(sigma_edge_evaluate(&params, r, count, &edge), SIGMA_OK);
    return edge.tail;
}

/* Doubles next to one another, of which none is skipped, and such as lie decades apart. */
static void the_tail_tells_all_doubles_apart(void **unused)
{
    double a = -1.0 - 3.0 * 0x1p-52, b = -1.0 - 2.0 * 0x1p-52;
    const double near[] = {b, a, b, b}, nearer[] = {b, b, a, b, b, b};
    double apart[64];
    (void)unused;
    assert_bits(tail_of(near, 4), -(a + b) / 2.0);
    assert_bits(tail_of(nearer, 6), -(a + 2.0 * b) / 3.0);
    for (int32_t i = 0; i < 64; i++) {
        apart[i] = i % 2 ? ldexp(-1.0, -8 * i) : ldexp(1.0, -8 * i);
    }
    double sum = 0.0;
    for (int32_t i = 1; i < 64; i += 2) {
        sum += apart[i];
    }
    assert_close(tail_of(apart, 64), -sum / 32.0, 1e-15);
    for (int32_t i = 0; i < 64; i += 2) {
        apart[i] = ldexp(-1.0, -8 * i);
    }
    assert_close(tail_of(apart, 64), (1.0 + 1.0 / 255.0) / 32.0, 1e-15);
}

/* As the journal has it, whose order is kept another way. */
static void the_tail_is_that_of_the_journal(void **unused)
{
    static sigma_journal journal;
    static double multiples[SIGMA_JOURNAL_SPACE];
    uint64_t seed = 91;
    sigma_kelly_params params = defaults();
    sigma_journal_params bands;
    sigma_journal_result read;
    sigma_edge edge;
    (void)unused;
    assert_int_equal(sigma_journal_defaults(&bands, 1e6), SIGMA_OK);
    assert_int_equal(sigma_journal_init(&journal, &bands), SIGMA_OK);
    for (int32_t i = 0; i < 700; i++) {
        sigma_trade trade = sample_trade(100.0 * test_between(&seed, -2.0, 3.0), 100.0);
        trade.closed += i * SAMPLE_HOUR;
        assert_int_equal(sigma_journal_update(&journal, &trade), SIGMA_OK);
        assert_int_equal(sigma_edge_read(&params, &journal, multiples, 500, &edge), SIGMA_OK);
        assert_int_equal(sigma_journal_read(&journal, 500, &read), SIGMA_OK);
        assert_close(edge.tail, fmax(read.multiple.cvar, 0.0), 1e-13);
    }
}

/* Half, one and two percent at risk; the presets share what Kelly and the policy have in common. */
static void profiles_are_those_of_the_header(void **unused)
{
    static const double usual[][6] = {{100, 0.005, 0.9, 0.25, 0.5, 2.0},
                                      {50, 0.01, 0.85, 0.5, 0.4, 1.5},
                                      {50, 0.02, 0.8, 0.5, 0.4, 1.5}};
    static const int32_t positions[] = {2, 3, 5};
    (void)unused;
    for (int32_t i = 0; i < 3; i++) {
        sigma_kelly_params k, plain = defaults();
        sigma_policy p, standard;
        assert_int_equal(sigma_kelly_preset(i + 1, &k), SIGMA_OK);
        plain.prior_trades = usual[i][0];
        plain.risk_max = usual[i][1];
        plain.floor = usual[i][2];
        plain.fraction = usual[i][3];
        assert_same(k, plain);
        assert_int_equal(sigma_policy_preset(i + 1, &p), SIGMA_OK);
        assert_int_equal(sigma_policy_defaults(&standard), SIGMA_OK);
        assert_int_equal(standard.sizing.mode, SIGMA_MODE_SCEPTICAL);
        assert_int_equal(standard.conduct, SIGMA_CONDUCT_ENFORCE);
        standard.sizing.risk_max = usual[i][1];
        standard.sizing.floor = usual[i][2];
        standard.sizing.kelly_share = usual[i][3];
        standard.confidence_min = usual[i][4];
        standard.stops.reward_risk_min = usual[i][5];
        standard.positions_max = positions[i];
        assert_same(p, standard);
    }
    sigma_kelly_params k;
    sigma_policy p;
    static const int32_t none[] = {-1, SIGMA_PROFILE_UNKNOWN, SIGMA_PROFILE_COUNT};
    for (int32_t i = 0; i < COUNT_OF(none); i++) {
        memset(&k, 7, sizeof k);
        memset(&p, 7, sizeof p);
        assert_int_equal(sigma_kelly_preset(none[i], &k), SIGMA_E_RANGE);
        assert_zero(k);
        assert_int_equal(sigma_policy_preset(none[i], &p), SIGMA_E_RANGE);
        assert_zero(p);
    }
    assert_int_equal(sigma_kelly_preset(1, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_policy_preset(1, NULL), SIGMA_E_NULL);
}

/* Through the journal: the same as from its R, of which trades without a risk have none. */
static void what_a_journal_proves(void **unused)
{
    static sigma_journal journal;
    static double multiples[SIGMA_JOURNAL_SPACE];
    const double r[] = {2.0, -1.0, 0.5, -1.0, 2.0, 2.0};
    sigma_kelly_params params = defaults();
    sigma_journal_params bands;
    sigma_edge edge, expected;
    (void)unused;
    assert_int_equal(sigma_journal_defaults(&bands, 1e4), SIGMA_OK);
    assert_int_equal(sigma_journal_init(&journal, &bands), SIGMA_OK);
    for (int32_t i = 0; i < 6; i++) {
        sigma_trade trade = sample_trade(100.0 * r[i], 100.0);
        trade.closed += i * SAMPLE_HOUR;
        assert_int_equal(sigma_journal_update(&journal, &trade), SIGMA_OK);
    }
    sigma_trade loose = sample_trade(-70.0, 0.0);
    loose.closed += 6 * SAMPLE_HOUR;
    loose.given &= ~test_bit(SIGMA_TRADE_RISK);
    assert_int_equal(sigma_journal_update(&journal, &loose), SIGMA_OK);
    assert_int_equal(sigma_edge_read(&params, &journal, multiples, SIGMA_JOURNAL_SPACE, &edge),
                     SIGMA_OK);
    assert_int_equal(sigma_edge_evaluate(&params, r, 6, &expected), SIGMA_OK);
    assert_same(edge, expected);
    assert_int_equal(sigma_edge_read(&params, &journal, multiples, 5, &edge), SIGMA_E_SPACE);
    assert_zero(edge);
    assert_int_equal(sigma_edge_read(&params, &journal, multiples, -1, &edge), SIGMA_E_RANGE);
    assert_int_equal(sigma_edge_read(NULL, &journal, multiples, 500, &edge), SIGMA_E_NULL);
    assert_int_equal(sigma_edge_read(&params, NULL, multiples, 500, &edge), SIGMA_E_NULL);
    assert_int_equal(sigma_edge_read(&params, &journal, NULL, 500, &edge), SIGMA_E_NULL);
    assert_int_equal(sigma_edge_read(&params, &journal, multiples, 500, NULL), SIGMA_E_NULL);
    journal.tag = 0;
    assert_int_equal(sigma_edge_read(&params, &journal, multiples, 500, &edge), SIGMA_E_STATE);
    assert_zero(edge);
}

static void what_few_closed_trades_prove(void **unused)
{
    const double r[] = {1.0, 2.0, -1.0};
    sigma_kelly_params params = defaults();
    sigma_edge edge;
    (void)unused;
    assert_int_equal(sigma_edge_evaluate(&params, r, 2, &edge), SIGMA_OK);
    assert_bits(edge.payoff, 0.0); /* nothing was lost */
    assert_bits(edge.win_rate, 1.0);
    assert_int_equal(edge.recent_trades, 2);
    assert_int_equal(sigma_edge_evaluate(&params, r + 2, 1, &edge), SIGMA_OK);
    assert_bits(edge.payoff, 0.0); /* nothing was won */
    assert_int_equal(sigma_edge_evaluate(&params, r, 0, &edge), SIGMA_OK);
    assert_bits(edge.win_rate, 0.0);
    assert_bits(edge.tail, 0.0);
    assert_int_equal(edge.mark, SIGMA_PART_EDGE);
}

static void odds_out_of_range_are_refused(void **unused)
{
    const double rates[] = {-0.001, 1.001, NOT_A_NUMBER, 0.5, 0.5, 0.5};
    const double payoffs[] = {1.0, 1.0, 1.0, 0.9e-6, 1.1e6, NOT_A_NUMBER};
    const double means[] = {-1.1e6, INFINITE, NOT_A_NUMBER, 0.1, 0.1, 0.1};
    const double variances[] = {1.0, 1.0, 1.0, 0.0, -1.0, NOT_A_NUMBER};
    sigma_kelly_params params = defaults();
    sigma_kelly_result r;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(rates); i++) {
        memset(&r, 7, sizeof r);
        assert_int_equal(sigma_kelly_binary(rates[i], payoffs[i], &r), SIGMA_E_RANGE);
        assert_zero(r);
        memset(&r, 7, sizeof r);
        assert_int_equal(sigma_kelly_continuous(means[i], variances[i], &r), SIGMA_E_RANGE);
        assert_zero(r);
        memset(&r, 7, sizeof r);
        assert_int_equal(sigma_kelly_published(&params, rates[i], payoffs[i], 50, 0.5, &r),
                         SIGMA_E_RANGE);
        assert_zero(r);
    }
    assert_int_equal(sigma_kelly_published(&params, 0.5, 1.0, -1, 0.5, &r), SIGMA_E_RANGE);
    assert_int_equal(sigma_kelly_published(&params, 0.5, 1.0, 1, 1.1, &r), SIGMA_E_RANGE);
    params.fraction = 0.0;
    assert_int_equal(sigma_kelly_published(&params, 0.5, 1.0, 1, 0.5, &r), SIGMA_E_RANGE);
}

static void a_batch_gives_the_fraction_of_each_bet(void **unused)
{
    enum { BETS = 40 };
    double rate[BETS + 1], payoff[BETS + 1], fraction[BETS], same[BETS + 1];
    uint64_t seed = 11;
    (void)unused;
    for (int32_t i = 0; i < BETS; i++) {
        rate[i] = i < 2 ? i : test_between(&seed, 0.0, 1.0);
        payoff[i] = test_decades(&seed, 1e-6, 1e6);
    }
    assert_int_equal(sigma_kelly_binary_batch(rate, payoff, BETS, fraction), SIGMA_OK);
    for (int32_t i = 0; i < BETS; i++) {
        sigma_kelly_result r;
        assert_int_equal(sigma_kelly_binary(rate[i], payoff[i], &r), SIGMA_OK);
        assert_bits(fraction[i], r.fraction);
    }
    memcpy(same, rate, sizeof same);
    assert_int_equal(sigma_kelly_binary_batch(same, payoff, BETS, same), SIGMA_OK);
    assert_memory_equal(same, fraction, sizeof fraction);
    memcpy(same, payoff, sizeof same);
    assert_int_equal(sigma_kelly_binary_batch(rate, same, BETS, same), SIGMA_OK);
    assert_memory_equal(same, fraction, sizeof fraction);
}

static void a_batch_of_bets_is_refused_whole(void **unused)
{
    const double bad_rates[] = {-0.001, 1.001, NOT_A_NUMBER, 0.5, 0.5, 0.5};
    const double bad_payoffs[] = {1.0, 1.0, 1.0, 0.9e-6, 1.1e6, NOT_A_NUMBER};
    double rate[4] = {0.5, 0.5, 0.5, 0.5}, payoff[4] = {1.0, 1.0, 1.0, 1.0};
    double fraction[4] = {7.0, 7.0, 7.0, 7.0};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad_rates); i++) {
        rate[2] = bad_rates[i];
        payoff[2] = bad_payoffs[i];
        assert_int_equal(sigma_kelly_binary_batch(rate, payoff, 4, fraction), SIGMA_E_RANGE);
    }
    rate[2] = 0.5;
    payoff[2] = 1.0;
    assert_int_equal(sigma_kelly_binary_batch(rate, payoff, -1, fraction), SIGMA_E_RANGE);
    assert_int_equal(sigma_kelly_binary_batch(rate, payoff, 3, rate + 1), SIGMA_E_RANGE);
    assert_int_equal(sigma_kelly_binary_batch(NULL, payoff, 4, fraction), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_binary_batch(rate, NULL, 4, fraction), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_binary_batch(rate, payoff, 4, NULL), SIGMA_E_NULL);
    for (int32_t i = 0; i < 4; i++) {
        assert_true(fraction[i] == 7.0 && rate[i] == 0.5);
    }
}

static void samples_out_of_range_are_refused(void **unused)
{
    const double bad[] = {NOT_A_NUMBER, INFINITE, -INFINITE, 1.1e6, -1.1e6};
    const double bad_weights[] = {NOT_A_NUMBER, -1.0, 1e-10, 1.1e9};
    sigma_kelly_params params = defaults();
    sigma_kelly_result k;
    sigma_edge edge;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        double r[] = {1.0, -1.0, bad[i]};
        memset(&k, 7, sizeof k);
        assert_int_equal(sigma_kelly_evaluate(&params, 1, r, 3, &k), SIGMA_E_RANGE);
        assert_zero(k);
        assert_int_equal(sigma_edge_evaluate(&params, r, 3, &edge), SIGMA_E_RANGE);
        assert_zero(edge);
    }
    for (int32_t i = 0; i < COUNT_OF(bad_weights); i++) {
        double r[] = {1.0, -0.5}, weight[] = {1.0, bad_weights[i]};
        assert_int_equal(sigma_kelly_weighted(&params, 1, r, weight, 2, &k), SIGMA_E_RANGE);
        assert_zero(k);
    }
    double r[] = {1.0, -0.5};
    assert_int_equal(sigma_kelly_evaluate(&params, 0, r, 2, &k), SIGMA_E_RANGE);
    assert_int_equal(sigma_kelly_evaluate(&params, SIGMA_METHOD_COUNT, r, 2, &k), SIGMA_E_RANGE);
    assert_int_equal(sigma_kelly_evaluate(&params, 1, r, -1, &k), SIGMA_E_RANGE);
    params.gap_loss = 0.5;
    assert_int_equal(sigma_kelly_evaluate(&params, 1, r, 2, &k), SIGMA_E_RANGE);
}

static void null_is_refused(void **unused)
{
    const double r[] = {1.0, -0.5};
    sigma_kelly_params params = defaults();
    sigma_kelly_result k;
    sigma_edge edge;
    (void)unused;
    assert_int_equal(sigma_kelly_defaults(NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_binary(0.5, 1.0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_continuous(0.5, 1.0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_published(&params, 0.5, 1.0, 1, 0.5, NULL), SIGMA_E_NULL);
    memset(&k, 7, sizeof k);
    assert_int_equal(sigma_kelly_published(NULL, 0.5, 1.0, 1, 0.5, &k), SIGMA_E_NULL);
    assert_zero(k);
    assert_int_equal(sigma_kelly_evaluate(&params, 1, r, 2, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_evaluate(NULL, 1, r, 2, &k), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_evaluate(&params, 1, NULL, 2, &k), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_weighted(&params, 1, r, r, 2, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_weighted(NULL, 1, r, r, 2, &k), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_weighted(&params, 1, NULL, r, 2, &k), SIGMA_E_NULL);
    memset(&k, 7, sizeof k);
    assert_int_equal(sigma_kelly_weighted(&params, 1, r, NULL, 2, &k), SIGMA_E_NULL);
    assert_zero(k);
    assert_int_equal(sigma_edge_evaluate(&params, r, 2, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_edge_evaluate(NULL, r, 2, &edge), SIGMA_E_NULL);
    assert_int_equal(sigma_edge_evaluate(&params, NULL, 2, &edge), SIGMA_E_NULL);
    assert_zero(edge);
    params.floor = 1.0;
    assert_int_equal(sigma_edge_evaluate(&params, r, 2, &edge), SIGMA_E_RANGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sigmas_example_gives_what_its_formula_gives),
        cmocka_unit_test(two_outcomes_in_full),
        cmocka_unit_test(who_never_loses_stakes_all),
        cmocka_unit_test(no_edge_is_zero_and_says_by_how_much),
        cmocka_unit_test(the_published_rule_by_the_number_of_trades),
        cmocka_unit_test(the_published_rule_refuses_a_loser),
        cmocka_unit_test(a_sample_of_two_outcomes_is_a_bet),
        cmocka_unit_test(doubt_fades_with_trades),
        cmocka_unit_test(a_bound_below_zero_is_no_edge),
        cmocka_unit_test(without_a_loss_the_gap_loss_stands_in),
        cmocka_unit_test(the_gap_loss_bounds_every_fraction),
        cmocka_unit_test(the_chance_of_a_drawdown_limits),
        cmocka_unit_test(no_trades_prove_nothing),
        cmocka_unit_test(one_trade_has_no_deviation),
        cmocka_unit_test(odds_of_mean_win_and_mean_loss),
        cmocka_unit_test(a_sliver_of_edge_has_a_sliver_of_a_fraction),
        cmocka_unit_test(a_loss_that_hardly_counts_still_bounds),
        cmocka_unit_test(what_the_closed_trades_prove),
        cmocka_unit_test(the_tail_is_that_of_the_sorted_sample),
        cmocka_unit_test(the_tail_tells_all_doubles_apart),
        cmocka_unit_test(the_tail_is_that_of_the_journal),
        cmocka_unit_test(profiles_are_those_of_the_header),
        cmocka_unit_test(what_a_journal_proves),
        cmocka_unit_test(what_few_closed_trades_prove),
        cmocka_unit_test(odds_out_of_range_are_refused),
        cmocka_unit_test(a_batch_gives_the_fraction_of_each_bet),
        cmocka_unit_test(a_batch_of_bets_is_refused_whole),
        cmocka_unit_test(samples_out_of_range_are_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
