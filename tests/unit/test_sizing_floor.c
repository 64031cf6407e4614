/* SPDX-License-Identifier: MIT */
/* What holds for every mode, over random accounts and histories: the floor, the edge, the least
 * balance, and many trades at once. */
#include "samples.h"
#include "test.h"

enum { TRADES = 20000, ROWS = 64 };

static sample_size random_trade(uint64_t *seed, int32_t mode)
{
    sample_size t = {.symbol = sample_random_symbol(seed)};
    double tick = t.symbol.tick_size, balance = test_decades(seed, 10.0, 1e8);
    int32_t ticks = test_whole(seed, 1, 500), price = test_whole(seed, 501, 1000000);

    assert_int_equal(sigma_sizing_preset(mode, &t.params), SIGMA_OK);
    t.params.floor = test_between(seed, 0.5, 0.95);
    t.params.gap_loss = test_between(seed, 1.0, 8.0);
    t.params.heat_max = t.params.margin_max = 1.0;
    t.params.leverage_max = 1e4;
    t.params.notional_max = 100.0;
    t.sample =
        (sigma_sizing_sample){.balance = balance,
                              .equity = balance * test_between(seed, 0.9, 1.1),
                              .peak = balance * test_between(seed, 1.0, 1.3),
                              .heat = balance * fmax(0.0, test_between(seed, -0.05, 0.05)),
                              .entry = price * tick,
                              .stop = (price + (test_random(seed) < 0.5 ? ticks : -ticks)) * tick,
                              .lots = t.symbol.lot_step * test_decades(seed, 0.5, 1e6),
                              .kelly = fmax(0.0, test_between(seed, -0.1, 0.5)),
                              .mean = test_between(seed, -0.2, 0.5),
                              .error = test_random(seed) / 4.0,
                              .fraction = test_random(seed) / 20.0,
                              .confidence = test_random(seed),
                              .volatility = test_random(seed),
                              .factors = test_random_bits(seed) & 0x7fff,
                              .given = test_bit(SIGMA_GIVEN_LOTS),
                              .trades = test_whole(seed, 0, 150)};
    for (int32_t i = 0; i < SIGMA_FACTOR_COUNT; i++) {
        t.sample.factor[i] = test_between(seed, 0.3, 1.3);
    }
    return t;
}

/* Trades are opened until none is granted any more; then all are closed at once, each at gap_loss
 * times its risk. The balance stays at or above the floor. */
static void all_positions_lost_in_a_gap_leave_the_floor(void **unused)
{
    uint64_t seed = 61;
    int32_t opened = 0;
    (void)unused;
    for (int32_t i = 0; i < 2000; i++) {
        sample_size t = random_trade(&seed, SIGMA_MODE_SCEPTICAL);
        double risk = 0.0;
        t.sample.heat = 0.0;
        for (int32_t k = 0; k < 60; k++) {
            sigma_sizing_result r = sample_sized(&t);
            risk += r.risk;
            t.sample.heat += r.risk;
            t.sample.equity -= r.risk * test_random(&seed) / 10.0; /* they stand at a loss */
            opened += r.lots > 0.0;
        }
        double left = t.sample.balance - t.params.gap_loss * risk;
        double floor = t.params.floor * t.sample.peak;
        assert_true(risk == 0.0 || left >= floor - 1e-9 * t.sample.peak);
    }
    assert_true(opened > 5000);
}

/* One trade after the other, each lost as badly as can be: the account comes down to the floor and
 * never through it. */
static void the_worst_of_all_runs_ends_above_the_floor(void **unused)
{
    uint64_t seed = 62;
    (void)unused;
    for (int32_t i = 0; i < 1000; i++) {
        sample_size t = random_trade(&seed, SIGMA_MODE_SCEPTICAL);
        t.sample.heat = 0.0;
        t.sample.equity = t.sample.balance = t.sample.peak;
        for (int32_t k = 0; k < 200; k++) {
            double lost = t.params.gap_loss * sample_sized(&t).risk;
            t.sample.balance -= lost;
            t.sample.equity = t.sample.balance;
            assert_true(t.sample.balance >= t.params.floor * t.sample.peak * (1.0 - 1e-12));
        }
    }
}

/* The default mode leaves the money that sigma_kelly_floor() gives: one rule. And the balance for
 * one lot is that of sigma_kelly_balance(), where nothing else is in the way. */
static void the_default_is_kelly_above_a_floor(void **unused)
{
    uint64_t seed = 71;
    int32_t explored = 0, balances = 0;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        sample_size t = random_trade(&seed, SIGMA_MODE_SCEPTICAL);
        sigma_kelly_params k;
        sigma_kelly_floor_result f;
        double product = 1.0, balance;
        t.params.product_max = 1.5;
        t.params.floor = test_random(&seed) < 0.1 ? 0.0 : t.params.floor;
        for (int32_t row = SIGMA_FACTOR_REGIME; row <= SIGMA_FACTOR_CALLER; row++) {
            product *= t.sample.factors & test_bit(row) ? t.sample.factor[row] : 1.0;
        }
        assert_int_equal(sigma_kelly_defaults(&k), SIGMA_OK);
        k.floor = t.params.floor;
        k.gap_loss = t.params.gap_loss;
        sigma_kelly_sample s = {.balance = t.sample.balance,
                                .equity = t.sample.equity,
                                .peak = t.sample.peak,
                                .open_risk = t.sample.heat,
                                .kelly = t.sample.kelly,
                                .mean = t.sample.mean,
                                .error = t.sample.error,
                                .factor = fmin(product, 1.5),
                                .trades = t.sample.trades};
        assert_int_equal(sigma_kelly_floor(&k, &s, &f), SIGMA_OK);
        t.symbol.lot_cap = t.params.margin_level_min = t.sample.margin = 0.0;
        t.symbol.lot_max = 1e12;
        t.sample.given = 0;
        sigma_sizing_result r = sample_sized(&t);
        assert_near(r.risk_after[SIGMA_FACTOR_FLOOR], f.risk, 1e-13);
        assert_near(r.drawdown, f.drawdown, 1e-15);
        explored += f.reason == SIGMA_KELLY_EXPLORATION;
        double needed = t.symbol.lot_min * r.loss_per_lot;
        assert_int_equal(sigma_kelly_balance(&k, &s, fmax(needed, 1e-9), &balance), SIGMA_OK);
        bool other = r.balance_min > 0.0 && balance > 0.0 && r.balance_min > balance * (1.0 + 1e-9);
        if (r.balance_min > 0.0 && balance > 0.0 && !other) {
            assert_near(r.balance_min, balance, 1e-9);
            balances++;
        }
    }
    assert_true(explored > TRADES / 50 && balances > TRADES / 4);
}

/* An exploration of 0.5 % at good factors is an exploration of 0.5 %. */
static void no_factor_enlarges_an_exploration(void **unused)
{
    uint64_t seed = 72;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        int32_t mode = test_whole(&seed, SIGMA_MODE_SCEPTICAL, SIGMA_MODE_PUBLISHED);
        sample_size t = random_trade(&seed, mode);
        t.sample.trades = test_whole(&seed, 0, 29);
        t.sample.kelly = 0.0;
        for (int32_t row = 0; row < SIGMA_FACTOR_COUNT; row++) {
            t.sample.factor[row] = test_between(&seed, 1.0, 2.0);
        }
        double most = mode == SIGMA_MODE_PUBLISHED ? 0.0075 : 0.005;
        assert_true(sample_sized(&t).risk <= most * t.sample.equity * (1.0 + 1e-12));
    }
}

static void without_an_edge_there_is_no_size(void **unused)
{
    uint64_t seed = 63;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        int32_t mode = test_whole(&seed, 1, SIGMA_MODE_COUNT - 1);
        sample_size t = random_trade(&seed, mode);
        sigma_sizing_result r = sample_sized(&t);
        bool by_kelly = mode <= SIGMA_MODE_PUBLISHED;
        bool proven = t.sample.mean > 0.0 && (!by_kelly || t.sample.kelly > 0.0);
        if (mode != SIGMA_MODE_CALLER && !proven && t.sample.trades >= 30) {
            assert_bits(r.lots, 0.0);
            assert_true(r.refused & test_bit(SIGMA_REASON_EDGE));
        }
        if (by_kelly && !proven && t.sample.trades < 30) {
            double most = mode == SIGMA_MODE_PUBLISHED ? 0.0075 : 0.005;
            assert_true(r.risk_after[SIGMA_FACTOR_BASE] <= t.sample.equity * most * (1 + 1e-15));
        }
        assert_true((r.lots == 0.0) == (r.refused != 0));
        assert_true(r.risk <= t.sample.equity * t.params.risk_max * (1.0 + 1e-12));
    }
}

static void adverse_factors_never_enlarge(void **unused)
{
    uint64_t seed = 64;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        sample_size t = random_trade(&seed, test_whole(&seed, 1, SIGMA_MODE_COUNT - 1));
        double before = sample_sized(&t).lots;
        int32_t factor = test_whole(&seed, SIGMA_FACTOR_REGIME, SIGMA_FACTOR_CALLER);
        bool given = t.sample.factors & test_bit(factor);
        t.sample.factor[factor] = (given ? t.sample.factor[factor] : 1.0) * test_random(&seed);
        t.sample.factors |= test_bit(factor);
        assert_true(sample_sized(&t).lots <= before);
    }
}

static void more_equity_never_means_fewer_lots(void **unused)
{
    uint64_t seed = 65;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        sample_size t = random_trade(&seed, test_whole(&seed, 1, SIGMA_MODE_COUNT - 1));
        double before = sample_sized(&t).lots;
        t.sample.equity *= test_between(&seed, 1.0, 1.2);
        assert_true(sample_sized(&t).lots >= before);
    }
}

/* Prices, ticks and stops a thousand times as large change nothing beyond rounding, which can cost
 * a step where the lots lie on one. */
static void a_scale_of_a_thousand_changes_nothing(void **unused)
{
    uint64_t seed = 66;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        sample_size t = random_trade(&seed, test_whole(&seed, 1, SIGMA_MODE_COUNT - 1));
        sigma_sizing_result plain = sample_sized(&t);
        t.symbol.tick_size *= 1000.0;
        t.symbol.contract_size *= t.symbol.asset == SIGMA_ASSET_INVERSE ? 1000.0 : 1.0;
        t.sample.entry *= 1000.0;
        t.sample.stop *= 1000.0;
        sigma_sizing_result scaled = sample_sized(&t);
        assert_near(scaled.lots_after[SIGMA_CAP_BROKER], plain.lots_after[SIGMA_CAP_BROKER], 1e-12);
        assert_near(scaled.loss_per_lot, plain.loss_per_lot, 1e-12);
        assert_int_equal(scaled.binding, plain.binding);
    }
}

/* At that balance one smallest lot is granted, a millionth below it none. */
static void the_least_balance_buys_the_smallest_lot(void **unused)
{
    uint64_t seed = 67;
    int32_t found = 0;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        sample_size t = random_trade(&seed, test_whole(&seed, 1, SIGMA_MODE_COUNT - 1));
        double several = t.symbol.lot_step * test_whole(&seed, 1, 3), smallest;
        assert_int_equal(sigma_symbol_floor(&t.symbol, several, &smallest), SIGMA_OK);
        t.symbol.lot_min = smallest;
        t.sample.margin = test_random(&seed) < 0.5 ? 0.0 : t.sample.balance * test_random(&seed);
        t.params.heat_max = test_between(&seed, 0.02, 0.2);
        t.params.margin_max = test_between(&seed, 0.1, 1.0);
        double least = sample_sized(&t).balance_min;
        double peak = fmax(t.sample.peak, t.sample.balance);
        if (least > 0.0 && least < 1e14) {
            t.sample.balance = t.sample.equity = least * (1.0 + 1e-9);
            t.sample.peak = fmax(peak, t.sample.balance);
            assert_true(sample_sized(&t).lots >= t.symbol.lot_min);
            t.sample.balance = t.sample.equity = least * (1.0 - 1e-6);
            t.sample.peak = fmax(peak, t.sample.balance);
            assert_bits(sample_sized(&t).lots, 0.0);
            found++;
        } else if (least == 0.0) {
            t.sample.balance = t.sample.equity = 1e15;
            t.sample.peak = fmax(peak, t.sample.balance);
            t.params.risk_money = 0.999 * t.params.risk_money;
            assert_true(sample_sized(&t).lots == 0.0 || t.sample.trades < 30);
        }
    }
    assert_true(found > TRADES / 4);
}

static void a_batch_sizes_each_row_as_if_alone(void **unused)
{
    uint64_t seed = 68;
    (void)unused;
    for (int32_t i = 0; i < 200; i++) {
        sample_size t = random_trade(&seed, test_whole(&seed, 1, SIGMA_MODE_COUNT - 1));
        double entry[ROWS], stop[ROWS], kelly[ROWS], lots[ROWS], risk[ROWS];
        for (int32_t k = 0; k < ROWS; k++) {
            entry[k] = t.sample.entry + t.symbol.tick_size * test_whole(&seed, 0, 50);
            stop[k] = t.sample.stop;
            stop[k] -=
                fabs(stop[k] - entry[k]) < t.symbol.tick_size / 2.0 ? t.symbol.tick_size : 0.0;
            kelly[k] = fmax(0.0, test_between(&seed, -0.1, 0.4));
        }
        assert_int_equal(sigma_sizing_batch(&t.params, &t.symbol, &t.sample, entry, stop, kelly,
                                            ROWS, lots, risk),
                         SIGMA_OK);
        for (int32_t k = 0; k < ROWS; k++) {
            t.sample.entry = entry[k];
            t.sample.stop = stop[k];
            t.sample.kelly = kelly[k];
            sigma_sizing_result r = sample_sized(&t);
            assert_bits(lots[k], r.lots);
            assert_bits(risk[k], r.risk);
        }
        assert_int_equal(sigma_sizing_batch(&t.params, &t.symbol, &t.sample, entry, stop, kelly,
                                            ROWS, entry, kelly),
                         SIGMA_OK); /* in place */
        assert_same(entry, lots);
        assert_same(kelly, risk);
    }
}

static void a_batch_is_refused_whole(void **unused)
{
    uint64_t seed = 69;
    sample_size t = random_trade(&seed, SIGMA_MODE_FRACTION);
    double entry[3] = {100.0, 100.0, 100.0}, stop[3] = {99.0, 99.0, 99.0}, kelly[3] = {0.1, 0, 1},
           out[4] = {7, 7, 7, 7}, risk[3] = {8, 8, 8};
    static const double bad[] = {NOT_A_NUMBER, 0.0, -1.0, INFINITE, 100.0};
    (void)unused;
    t.symbol.tick_size = 0.01;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        stop[1] = bad[i]; /* the last is the entry */
        assert_int_equal(
            sigma_sizing_batch(&t.params, &t.symbol, &t.sample, entry, stop, kelly, 3, out, risk),
            SIGMA_E_RANGE);
        assert_true(out[0] == 7.0 && risk[0] == 8.0);
    }
    stop[1] = 99.0;
    kelly[2] = -0.1;
    assert_int_equal(
        sigma_sizing_batch(&t.params, &t.symbol, &t.sample, entry, stop, kelly, 3, out, risk),
        SIGMA_E_RANGE);
    assert_int_equal(
        sigma_sizing_batch(&t.params, &t.symbol, &t.sample, entry, stop, kelly, 2, out, risk),
        SIGMA_OK);
    assert_int_equal(
        sigma_sizing_batch(&t.params, &t.symbol, &t.sample, entry, stop, kelly, -1, out, risk),
        SIGMA_E_RANGE);
    assert_int_equal(
        sigma_sizing_batch(&t.params, &t.symbol, &t.sample, entry, stop, kelly, 2, out, out),
        SIGMA_E_RANGE);
    assert_int_equal(
        sigma_sizing_batch(&t.params, &t.symbol, &t.sample, entry, stop, kelly, 2, out, out + 1),
        SIGMA_E_RANGE);
    assert_int_equal(
        sigma_sizing_batch(&t.params, &t.symbol, &t.sample, out, stop, kelly, 2, out + 1, risk),
        SIGMA_E_RANGE);
    assert_int_equal(
        sigma_sizing_batch(&t.params, &t.symbol, &t.sample, entry, out, kelly, 2, risk, out + 1),
        SIGMA_E_RANGE);
    double column[3] = {100.0, 100.0, 100.0};
    assert_int_equal(sigma_sizing_batch(&t.params, &t.symbol, &t.sample, column, stop, kelly, 2,
                                        column + 1, risk),
                     SIGMA_E_RANGE);
    assert_int_equal(sigma_sizing_batch(&t.params, &t.symbol, &t.sample, column, stop, kelly, 2,
                                        risk, column + 1),
                     SIGMA_E_RANGE);
    t.sample.volume = -1.0;
    assert_int_equal(
        sigma_sizing_batch(&t.params, &t.symbol, &t.sample, entry, stop, kelly, 2, out, risk),
        SIGMA_E_RANGE);
    t.sample.volume = 0.0;
    t.params.mode = SIGMA_MODE_UNKNOWN;
    assert_int_equal(
        sigma_sizing_batch(&t.params, &t.symbol, &t.sample, entry, stop, kelly, 2, out, risk),
        SIGMA_E_RANGE);
}

static void null_is_refused(void **unused)
{
    uint64_t seed = 70;
    sample_size t = random_trade(&seed, SIGMA_MODE_FRACTION);
    double x[8][2] = {{1.0}};
    (void)unused;
    for (int32_t none = 0; none < 8; none++) {
        assert_int_equal(sigma_sizing_batch(none == 0 ? NULL : &t.params,
                                            none == 1 ? NULL : &t.symbol,
                                            none == 2 ? NULL : &t.sample, none == 3 ? NULL : x[3],
                                            none == 4 ? NULL : x[4], none == 5 ? NULL : x[5], 1,
                                            none == 6 ? NULL : x[6], none == 7 ? NULL : x[7]),
                         SIGMA_E_NULL);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_positions_lost_in_a_gap_leave_the_floor),
        cmocka_unit_test(the_worst_of_all_runs_ends_above_the_floor),
        cmocka_unit_test(the_default_is_kelly_above_a_floor),
        cmocka_unit_test(no_factor_enlarges_an_exploration),
        cmocka_unit_test(without_an_edge_there_is_no_size),
        cmocka_unit_test(adverse_factors_never_enlarge),
        cmocka_unit_test(more_equity_never_means_fewer_lots),
        cmocka_unit_test(a_scale_of_a_thousand_changes_nothing),
        cmocka_unit_test(the_least_balance_buys_the_smallest_lot),
        cmocka_unit_test(a_batch_sizes_each_row_as_if_alone),
        cmocka_unit_test(a_batch_is_refused_whole),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
