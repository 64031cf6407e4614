/* SPDX-License-Identifier: MIT */
/* Portfolios of other projects; vectors/README.md names what is not used. */
#include "test.h"

#include "vectors/portfolio.inc"

static sigma_correlation correlation;
static sigma_portfolio portfolio;

static const double UNIT = 1e6; /* shares of a million are at risk */

static void start(int32_t symbols)
{
    sigma_correlation_params params;
    assert_int_equal(sigma_correlation_defaults(&params), SIGMA_OK);
    assert_int_equal(sigma_correlation_init(&correlation, &params), SIGMA_OK);
    for (int32_t i = 1; i <= symbols; i++) {
        assert_int_equal(sigma_correlation_add(&correlation, i), SIGMA_OK);
    }
    assert_int_equal(sigma_portfolio_init(&portfolio), SIGMA_OK);
}

static void hold(int32_t symbol, double risk)
{
    sigma_position position = {.entry = 1.0, .stop = 0.9, .lots = 1.0, .symbol = symbol};
    position.id = portfolio.count + 1;
    position.side = risk < 0.0 ? SIGMA_SIDE_SHORT : SIGMA_SIDE_LONG;
    position.risk = fabs(risk) * UNIT;
    assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
}

static sigma_portfolio_verdict judged(int32_t symbol, double risk, double soft, double stress)
{
    sigma_portfolio_params params;
    sigma_portfolio_verdict v;
    sigma_portfolio_sample sample = {.exposure = 1.0,
                                     .risk = fabs(risk) * UNIT,
                                     .balance = UNIT,
                                     .equity = UNIT,
                                     .symbol = symbol,
                                     .side = risk < 0.0 ? SIGMA_SIDE_SHORT : SIGMA_SIDE_LONG};
    assert_int_equal(sigma_portfolio_defaults(&params), SIGMA_OK);
    params.soft = soft;
    params.stress = stress;
    assert_int_equal(sigma_portfolio_check(&portfolio, &correlation, &params, &sample, &v),
                     SIGMA_OK);
    return v;
}

/* Each share in turn is the candidate, so that its contribution is read. */
static void contributions_are_those_of_riskfolio(void **unused)
{
    (void)unused;
    for (int32_t b = 0; b < COUNT_OF(blends); b++) {
        for (int32_t c = 0; c < 10; c++) {
            sigma_portfolio_verdict v;
            start(10);
            for (int32_t i = 0; i < 10; i++) {
                for (int32_t j = 0; j < i; j++) {
                    double scale = sqrt(covariance[i][i]) * sqrt(covariance[j][j]);
                    assert_int_equal(sigma_correlation_give(&correlation, i + 1, j + 1,
                                                            covariance[i][j] / scale),
                                     SIGMA_OK);
                }
                if (i != c) {
                    hold(i + 1, blends[b].weight[i] * sqrt(covariance[i][i]));
                }
            }
            v = judged(c + 1, blends[b].weight[c] * sqrt(covariance[c][c]), 0.03, 0.5);
            assert_close(v.contribution / UNIT, blends[b].contribution[c], 1e-9);
            assert_close(v.heat / UNIT, blends[b].volatility, 1e-9);
        }
    }
}

static void give_worked(void)
{
    start(5);
    for (int32_t i = 0; i < 4; i++) {
        for (int32_t j = 0; j < i; j++) {
            assert_int_equal(sigma_correlation_give(&correlation, i + 1, j + 1, worked_rho[i][j]),
                             SIGMA_OK);
        }
        assert_int_equal(sigma_correlation_give(&correlation, 5, i + 1, worked_row[i]), SIGMA_OK);
    }
}

static void a_worked_portfolio(void **unused)
{
    double sum = 0.0;
    (void)unused;
    for (int32_t c = 0; c < 4; c++) {
        give_worked();
        for (int32_t i = 0; i < 4; i++) {
            if (i != c) {
                hold(i + 1, worked_risk[i]);
            }
        }
        for (int32_t s = 0; s < COUNT_OF(worked_stress); s++) {
            sigma_portfolio_verdict v = judged(c + 1, worked_risk[c], 0.03, worked_stress[s][0]);
            assert_near(v.heat / UNIT, worked_heat, 1e-14);
            assert_near(v.bets, worked_bets, 1e-13);
            assert_near(v.stress / UNIT, worked_stress[s][1], 1e-14);
            assert_near(v.contribution / UNIT, worked_part[c], 1e-13);
            sum += v.contribution / UNIT / COUNT_OF(worked_stress);
        }
    }
    assert_near(sum, worked_heat, 1e-14);
}

static void the_largest_addition(void **unused)
{
    (void)unused;
    give_worked();
    for (int32_t i = 0; i < 4; i++) {
        hold(i + 1, worked_risk[i]);
    }
    assert_near(judged(5, 1e-9, worked_most, 0.0).room / UNIT, worked_long, 1e-12);
    assert_near(judged(5, worked_long, worked_most, 0.0).heat / UNIT, worked_most, 1e-14);
    assert_near(judged(5, -worked_short, worked_most, 0.0).heat / UNIT, worked_most, 1e-14);
}

/* Their limit of the position is one of exposure at that price; both are inclusive. */
static void limits_of_market_maker(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(limits); i++) {
        const struct limit *l = &limits[i];
        double most = fmin(l->most * l->price, l->notional);
        sigma_portfolio_params params;
        sigma_portfolio_verdict v;
        sigma_portfolio_sample sample = {.exposure = fabs(l->order) * l->price,
                                         .risk = 1.0,
                                         .balance = 10000.0,
                                         .equity = 10000.0,
                                         .symbol = 1,
                                         .side =
                                             l->order < 0.0 ? SIGMA_SIDE_SHORT : SIGMA_SIDE_LONG};
        start(1);
        if (l->position != 0.0) {
            hold(1, copysign(1e-6, l->position));
            portfolio.exposure[0] = fabs(l->position) * l->price;
        }
        assert_int_equal(sigma_portfolio_defaults(&params), SIGMA_OK);
        params.single = most / sample.balance;
        assert_int_equal(sigma_portfolio_check(&portfolio, &correlation, &params, &sample, &v),
                         SIGMA_OK);
        assert_int_equal((v.passed & test_bit(SIGMA_LIMIT_SINGLE)) != 0, l->allowed);
    }
}

/* One and two long of unit deviation 0.1, correlated by 0.5; a book of 1 and -2. */
static void books_of_market_maker(void **unused)
{
    sigma_portfolio_verdict v;
    (void)unused;
    start(2);
    v = judged(1, 0.05, 0.03, 0.5);
    assert_near(v.heat / UNIT, 0.05, 1e-15); /* var1: a variance of 0.0025 */
    hold(1, 0.1);
    v = judged(2, 0.1, 0.03, 0.5);
    assert_near(v.heat / UNIT, 0.17320508075688773, 1e-15);
    assert_near(v.contribution / UNIT, 0.08660254037844387, 1e-15);
    assert_near(v.sum / v.heat, 1.1547005383792517, 1e-15);
    portfolio.exposure[0] = UNIT;
    v = judged(2, -0.1, 0.03, 0.5);
    assert_near(v.long_exposure, 1.0, 1e-15);
    assert_near(v.short_exposure, 1.0 / UNIT, 1e-15);
}

static void net_lots_of_nautilus(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(folds); i++) {
        sigma_portfolio_result r;
        start(0);
        for (int32_t k = 0; k < 4; k++) {
            sigma_position position = {.entry = 1.0, .stop = 0.9, .id = k + 1, .symbol = 3};
            position.lots = fabs(folds[i].leg[k]);
            position.side = folds[i].leg[k] < 0.0 ? SIGMA_SIDE_SHORT : SIGMA_SIDE_LONG;
            assert_int_equal(sigma_portfolio_update(&portfolio, &position),
                             position.lots > 0.0 ? SIGMA_OK : SIGMA_E_RANGE);
        }
        assert_int_equal(sigma_portfolio_read(&portfolio, 3, &r), SIGMA_OK);
        assert_bits(r.long_lots - r.short_lots, folds[i].net);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contributions_are_those_of_riskfolio),
        cmocka_unit_test(a_worked_portfolio),
        cmocka_unit_test(the_largest_addition),
        cmocka_unit_test(limits_of_market_maker),
        cmocka_unit_test(books_of_market_maker),
        cmocka_unit_test(net_lots_of_nautilus),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
