/* SPDX-License-Identifier: MIT */
/* 200 random portfolios against NumPy; vectors/portfolio_random.py draws the same. */
#include "test.h"

typedef struct expected {
    double before, heat, sum, published, stress, contribution, bets, rho, smallest;
} expected;

static const expected list[] = {
#include "vectors/portfolio_random.inc"
};

static sigma_correlation correlation;
static sigma_portfolio portfolio;

static void draw_returns(uint64_t *seed, int32_t symbols, int32_t updates)
{
    sigma_correlation_params params;
    double common = test_random(seed);
    assert_int_equal(sigma_correlation_defaults(&params), SIGMA_OK);
    params.minimum = 1;
    assert_int_equal(sigma_correlation_init(&correlation, &params), SIGMA_OK);
    for (int32_t i = 1; i <= symbols; i++) {
        assert_int_equal(sigma_correlation_add(&correlation, i), SIGMA_OK);
    }
    for (int32_t t = 0; t < updates; t++) {
        double values[SIGMA_CORRELATION_SPACE], market = test_random(seed) - 0.5;
        uint64_t present = 0;
        for (int32_t i = 0; i < symbols; i++) {
            double own = test_random(seed) - 0.5;
            values[i] = 0.01 * (common * market + (1.0 - common) * own);
            present |= t == 0 || test_whole(seed, 0, 9) > 0 ? test_bit(i) : 0;
        }
        assert_int_equal(sigma_correlation_update(&correlation, t, values, symbols, present),
                         SIGMA_OK);
    }
}

static sigma_position draw_position(uint64_t *seed, int32_t id, int32_t symbols)
{
    sigma_position position = {.entry = 1.0, .stop = 0.9, .lots = 1.0, .id = id};
    position.symbol = test_whole(seed, 1, symbols + 2);
    position.side = test_whole(seed, 0, 1) ? SIGMA_SIDE_LONG : SIGMA_SIDE_SHORT;
    position.risk = 100.0 * test_random(seed);
    return position;
}

static void heat_agrees_with_numpy(void **unused)
{
    uint64_t seed = 2024;
    (void)unused;
    assert_int_equal(COUNT_OF(list), 200);
    for (int32_t round = 0; round < COUNT_OF(list); round++) {
        const expected *e = &list[round];
        int32_t symbols = test_whole(&seed, 1, 64), updates = test_whole(&seed, 2, 80);
        draw_returns(&seed, symbols, updates);
        assert_int_equal(sigma_portfolio_init(&portfolio), SIGMA_OK);
        int32_t positions = test_whole(&seed, 0, 64);
        for (int32_t id = 1; id <= positions; id++) {
            sigma_position position = draw_position(&seed, id, symbols);
            assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
        }
        sigma_position last = draw_position(&seed, 100, symbols);
        sigma_portfolio_sample sample = {.exposure = 1.0,
                                         .risk = last.risk,
                                         .balance = 1e4,
                                         .equity = 1e4,
                                         .symbol = last.symbol,
                                         .side = last.side};
        sigma_portfolio_params params;
        sigma_portfolio_verdict v;
        assert_int_equal(sigma_portfolio_defaults(&params), SIGMA_OK);
        assert_int_equal(sigma_portfolio_check(&portfolio, &correlation, &params, &sample, &v),
                         SIGMA_OK);
        double unit = 1e-12 * e->sum;
        assert_close(v.before, e->before, unit);
        assert_close(v.heat, e->heat, unit);
        assert_close(v.sum, e->sum, unit);
        assert_close(v.published, e->published, unit);
        assert_close(v.stress, e->stress, unit);
        assert_close(v.contribution, e->contribution, unit);
        assert_close(v.bets, e->bets, 1e-12 * e->bets * e->sum / e->heat);
        assert_close(v.rho, e->rho, 1e-13);
        assert_true(e->smallest >= -1e-12);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heat_agrees_with_numpy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
