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

static sigma_portfolio_verdict under(const sigma_portfolio_params *params,
                                     const sigma_portfolio_sample *sample)
{
    sigma_portfolio_verdict v;
    assert_int_equal(sigma_portfolio_check(&portfolio, &correlation, params, sample, &v), SIGMA_OK);
    return v;
}

/* riskkit: heat, the exposure of a sector and of all, in percent of the equity. */
static void limits_of_riskkit(void **unused)
{
    static const struct {
        double held, added, most;
        bool allowed;
    } heats[] = {{0.035, 0.0002, 0.03, false}, /* heat_block: 2 of 10,000 */
                 {0.01, 0.0002, 0.03, true},   /* heat_pass */
                 {0.02, 0.01, 0.025, false}},  /* mgr_heat: 1 and 1 and 1 */
        sectors[] = {{0.045, 0.01, 0.05, false}, {0.02, 0.01, 0.05, true}};
    sigma_portfolio_sample sample = {
        .balance = UNIT, .equity = UNIT, .symbol = 2, .side = SIGMA_SIDE_LONG, .sector = 1};
    sigma_portfolio_params params;
    (void)unused;
    assert_int_equal(sigma_portfolio_defaults(&params), SIGMA_OK);
    for (int32_t i = 0; i < COUNT_OF(heats); i++) {
        start(0);
        hold(1, heats[i].held);
        sample.risk = heats[i].added * UNIT;
        params.hard = heats[i].most;
        assert_int_equal((under(&params, &sample).refused & test_bit(SIGMA_LIMIT_SUM)) == 0,
                         heats[i].allowed);
    }
    for (int32_t i = 0; i < COUNT_OF(sectors); i++) {
        start(0);
        hold(1, 1e-6);
        portfolio.exposure[0] = sectors[i].held * UNIT;
        portfolio.sector[0] = 1;
        sample.exposure = sectors[i].added * UNIT;
        params.sector = sectors[i].most;
        assert_int_equal((under(&params, &sample).refused & test_bit(SIGMA_LIMIT_SECTOR)) == 0,
                         sectors[i].allowed);
    }
    start(0); /* mgr_exposure: 4 and 4 and 4 %, at most 10; all of one side */
    hold(1, 1e-6);
    hold(3, 1e-6);
    portfolio.exposure[0] = portfolio.exposure[1] = sample.exposure = 0.04 * UNIT;
    params.net = params.gross = 0.1;
    sigma_portfolio_verdict v = under(&params, &sample);
    assert_near(v.long_exposure, 0.12, 1e-15);
    assert_true(v.refused & test_bit(SIGMA_LIMIT_NET));
    assert_int_equal(v.warned, test_bit(SIGMA_LIMIT_GROSS));
}

/* ffn#348: weights by budgets of risk, of uncorrelated assets. */
static void budgets_of_ffn(void **unused)
{
    static const double deviation[] = {0.01, 0.02, 0.04};
    static const struct {
        double budget[3], weight[3];
    } cases[] = {{{1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0}, {0.57142857, 0.28571429, 0.14285714}},
                 {{0.8, 0.1, 0.1}, {0.79041071, 0.13972619, 0.0698631}}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        for (int32_t c = 0; c < 3; c++) {
            start(0);
            correlation.params.prior = 0.0;
            for (int32_t k = 0; k < 3; k++) {
                if (k != c) {
                    hold(k + 1, cases[i].weight[k] * deviation[k]);
                }
            }
            sigma_portfolio_verdict v = judged(c + 1, cases[i].weight[c] * deviation[c], 0.03, 0.5);
            assert_close(v.contribution / v.heat, cases[i].budget[c], 1e-7);
        }
    }
}

/* go-trader#294: on 20 times leverage a loss of 1.2 % of the cash is a quarter of the margin. */
static void a_loss_by_two_bases(void **unused)
{
    sigma_symbol symbol = {.tick_size = 0.01,
                           .tick_value = 0.01,
                           .lot_min = 0.001,
                           .lot_max = 1e6,
                           .lot_step = 0.001,
                           .leverage = 20.0,
                           .id = 1,
                           .asset = SIGMA_ASSET_CRYPTO};
    double margin, profit, entry = 2357.0;
    (void)unused;
    assert_int_equal(sigma_portfolio_exposure(&symbol, 0.236, entry, &margin), SIGMA_OK);
    assert_int_equal(sigma_symbol_profit(&symbol, SIGMA_SIDE_LONG, 0.236, entry,
                                         entry * (1.0 - 0.0125), &profit),
                     SIGMA_OK);
    assert_close(-profit, 6.95315, 1e-9);
    assert_close(-profit / margin, 0.25, 1e-9);
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
        cmocka_unit_test(limits_of_riskkit),
        cmocka_unit_test(budgets_of_ffn),
        cmocka_unit_test(a_loss_by_two_bases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
