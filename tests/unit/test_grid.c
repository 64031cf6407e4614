/* SPDX-License-Identifier: MIT */
/* Lots on the lot step, prices on the tick. */
#include "samples.h"
#include "test.h"

static const struct {
    double x, step, down, up, nearest;
} grid[] = {
#include "vectors/grid.inc"
};

static const struct {
    const char *name;
    int32_t direction;
    double x, step, expected;
} published[] = {
#include "vectors/published.inc"
};

static sigma_symbol with_step(double step)
{
    sigma_symbol symbol = sample_symbol();
    symbol.tick_size = step;
    symbol.lot_step = step;
    return symbol;
}

static void assert_floored(double lots, double step, double expected)
{
    sigma_symbol symbol = with_step(step);
    double floored = 9.0;
    assert_int_equal(sigma_symbol_floor(&symbol, lots, &floored), SIGMA_OK);
    assert_bits(floored, expected);
}

static void assert_rounded(double price, double tick, int32_t direction, double expected)
{
    sigma_symbol symbol = with_step(tick);
    double rounded = 9.0;
    assert_int_equal(sigma_symbol_round(&symbol, price, direction, &rounded), SIGMA_OK);
    assert_bits(rounded, expected);
}

static void exact_fractions_agree(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(grid); i++) {
        assert_floored(grid[i].x, grid[i].step, grid[i].down);
        assert_rounded(grid[i].x, grid[i].step, SIGMA_ROUND_DOWN, grid[i].down);
        assert_rounded(grid[i].x, grid[i].step, SIGMA_ROUND_UP, grid[i].up);
        assert_rounded(grid[i].x, grid[i].step, SIGMA_ROUND_NEAREST, grid[i].nearest);
    }
}

static void published_cases_agree(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(published); i++) {
        assert_rounded(published[i].x, published[i].step, published[i].direction,
                       published[i].expected);
        if (published[i].direction == SIGMA_ROUND_DOWN) {
            assert_floored(published[i].x, published[i].step, published[i].expected);
        }
    }
}

/* The double that the C library reads for a count of hundredths. */
static void every_count_of_hundredths_stays_what_it_is(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i <= 100000; i++) {
        char text[16];
        snprintf(text, sizeof text, "%d.%02d", (int)(i / 100), (int)(i % 100));
        assert_floored(strtod(text, NULL), 0.01, strtod(text, NULL));
    }
}

/* 0.1 + 0.2 is a little above 0.3, 1.1 - 0.8 a little below. */
static void rounding_errors_do_not_cost_a_step(void **unused)
{
    (void)unused;
    assert_floored(0.1 + 0.2, 0.1, 0.3);
    assert_floored(1.1 - 0.8, 0.1, 0.3);
    assert_rounded(0.1 + 0.2, 0.1, SIGMA_ROUND_UP, 0.3);
    assert_rounded(1.1 - 0.8, 0.1, SIGMA_ROUND_DOWN, 0.3);
    assert_floored(0.29, 0.01, 0.29);
    assert_floored(nextafter(0.29, 0.0), 0.01, 0.29);
    assert_floored(0.29 - 1e-14, 0.01, 0.28);
    assert_floored(-0.0, 0.01, 0.0);
}

static void floors_never_rise_above_the_number(void **unused)
{
    uint64_t seed = 11;
    (void)unused;
    for (int32_t i = 0; i < 50000; i++) {
        sigma_symbol symbol = with_step(test_decades(&seed, 1e-9, 1e3));
        double x = test_decades(&seed, 1e-9, 1e6), down, up, nearest, again;
        assert_int_equal(sigma_symbol_floor(&symbol, x, &down), SIGMA_OK);
        assert_int_equal(sigma_symbol_round(&symbol, x, SIGMA_ROUND_UP, &up), SIGMA_OK);
        assert_int_equal(sigma_symbol_round(&symbol, x, SIGMA_ROUND_NEAREST, &nearest), SIGMA_OK);
        assert_true(down <= x * (1.0 + 4e-15) && x - down < symbol.lot_step * (1.0 + 1e-9));
        assert_true(up >= x * (1.0 - 4e-15) && up - x < symbol.lot_step * (1.0 + 1e-9));
        assert_true(nearest == down || nearest == up);
        assert_int_equal(sigma_symbol_floor(&symbol, down, &again), SIGMA_OK);
        assert_bits(again, down);
    }
}

static void scaling_by_a_power_of_two_changes_no_bit(void **unused)
{
    uint64_t seed = 12;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        double step = test_decades(&seed, 1e-3, 1.0), x = step * test_decades(&seed, 1.0, 1e6);
        sigma_symbol small = with_step(step), large = with_step(step * 64.0);
        double a, b;
        assert_int_equal(sigma_symbol_round(&small, x, SIGMA_ROUND_DOWN, &a), SIGMA_OK);
        assert_int_equal(sigma_symbol_round(&large, x * 64.0, SIGMA_ROUND_DOWN, &b), SIGMA_OK);
        assert_near(b, a * 64.0, 4e-16); /* the same step; its decimal may be another */
    }
}

/* A coin with eight decimals whose price has nine: what the C library reads for as many digits as
 * are left. */
static void of_too_many_steps_whole_tens_count(void **unused)
{
    const double most = 0x1p53;
    uint64_t seed = 13;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        double step = pow(10.0, -test_whole(&seed, 5, 12));
        double lots = test_decades(&seed, 1e-2, 1e12), coarse = step, floored, again;
        char text[40];
        while (lots / coarse >= most) {
            coarse *= 10.0;
        }
        sigma_symbol symbol = with_step(step);
        assert_int_equal(sigma_symbol_floor(&symbol, lots, &floored), SIGMA_OK);
        assert_true(floored <= lots * (1.0 + 4e-15));
        assert_true(lots - floored <= coarse * (1.0 + 1e-9) + lots * 4e-15);
        snprintf(text, sizeof text, "%.*f", (int)fmax(-round(log10(coarse)), 0.0), floored);
        assert_bits(strtod(text, NULL), floored);
        assert_int_equal(sigma_symbol_floor(&symbol, floored, &again), SIGMA_OK);
        assert_near(again, floored, 4e-15);
    }
    assert_floored(9008.00000000000299, 1e-12, 9008.0);
    assert_floored(1e12, 1e-12, 1e12);
    assert_floored(6e9, 1e-8, 6e9);
}

static void too_many_ticks_are_out_of_range(void **unused)
{
    sigma_symbol symbol = with_step(1e-12);
    double out = 9.0;
    (void)unused;
    for (int32_t way = SIGMA_ROUND_DOWN; way < SIGMA_ROUND_COUNT; way++) {
        assert_int_equal(sigma_symbol_round(&symbol, 9008.0, way, &out), SIGMA_E_RANGE);
        assert_bits(out, 0.0);
    }
}

static void numbers_outside_their_range_are_refused(void **unused)
{
    const double lots[] = {NOT_A_NUMBER, -NOT_A_NUMBER, INFINITE,
                           -INFINITE,    -1e-300,       nextafter(1e12, 2e12)};
    const double prices[] = {NOT_A_NUMBER, -NOT_A_NUMBER, INFINITE,
                             -INFINITE,    -1e-300,       nextafter(1e15, 2e15)};
    sigma_symbol symbol = with_step(1000.0);
    double out = 9.0;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(lots); i++) {
        out = 9.0;
        assert_int_equal(sigma_symbol_floor(&symbol, lots[i], &out), SIGMA_E_RANGE);
        assert_bits(out, 0.0);
        out = 9.0;
        assert_int_equal(sigma_symbol_round(&symbol, prices[i], SIGMA_ROUND_DOWN, &out),
                         SIGMA_E_RANGE);
        assert_bits(out, 0.0);
    }
    assert_int_equal(sigma_symbol_floor(&symbol, 1e12, &out), SIGMA_OK);
    assert_bits(out, 1e12);
    assert_int_equal(sigma_symbol_round(&symbol, 1e15, SIGMA_ROUND_UP, &out), SIGMA_OK);
    assert_bits(out, 1e15);
    assert_int_equal(sigma_symbol_floor(&symbol, -0.0, &out), SIGMA_OK);
    assert_bits(out, 0.0);
}

static void directions_that_do_not_exist_are_refused(void **unused)
{
    static const int32_t bad[] = {INT32_MIN, -1, SIGMA_ROUND_UNKNOWN, SIGMA_ROUND_COUNT, INT32_MAX};
    sigma_symbol symbol = sample_symbol();
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        double out = 9.0;
        assert_int_equal(sigma_symbol_round(&symbol, 1.0, bad[i], &out), SIGMA_E_RANGE);
        assert_bits(out, 0.0);
    }
}

static void null_is_refused(void **unused)
{
    sigma_symbol symbol = sample_symbol();
    double out = 9.0;
    (void)unused;
    assert_int_equal(sigma_symbol_floor(NULL, 1.0, &out), SIGMA_E_NULL);
    assert_bits(out, 0.0);
    assert_int_equal(sigma_symbol_floor(&symbol, 1.0, NULL), SIGMA_E_NULL);
    out = 9.0;
    assert_int_equal(sigma_symbol_round(NULL, 1.0, SIGMA_ROUND_UP, &out), SIGMA_E_NULL);
    assert_bits(out, 0.0);
    assert_int_equal(sigma_symbol_round(&symbol, 1.0, SIGMA_ROUND_UP, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_fractions_agree),
        cmocka_unit_test(published_cases_agree),
        cmocka_unit_test(every_count_of_hundredths_stays_what_it_is),
        cmocka_unit_test(rounding_errors_do_not_cost_a_step),
        cmocka_unit_test(floors_never_rise_above_the_number),
        cmocka_unit_test(scaling_by_a_power_of_two_changes_no_bit),
        cmocka_unit_test(of_too_many_steps_whole_tens_count),
        cmocka_unit_test(too_many_ticks_are_out_of_range),
        cmocka_unit_test(numbers_outside_their_range_are_refused),
        cmocka_unit_test(directions_that_do_not_exist_are_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
