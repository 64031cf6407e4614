/* SPDX-License-Identifier: MIT */
#include "window.h"

#include "test.h"

/* The tree of the header, by its words. */
static double halves(const double *x, int32_t n)
{
    return n == 1 ? x[0] : halves(x, n / 2) + halves(x + n / 2, n / 2);
}

static double tree(const double *x, int32_t n)
{
    int32_t size = 1;
    while (2 * size <= n) {
        size *= 2;
    }
    return size == n ? halves(x, n) : halves(x, size) + tree(x + size, n - size);
}

static void fill(double *x, int32_t count, uint64_t seed)
{
    for (int32_t i = 0; i < count; i++) {
        x[i] = test_between(&seed, -1.0, 1.0) * test_decades(&seed, 1e-3, 1e3);
    }
}

static void a_sum_follows_the_tree(void **unused)
{
    double x[SIGMA_WINDOW_MAX];
    (void)unused;
    fill(x, SIGMA_WINDOW_MAX, 1);
    for (int32_t n = 1; n <= SIGMA_WINDOW_MAX; n++) {
        assert_bits(sigma_window_sum(x, n), tree(x, n));
    }
}

/* The sign of zero as well: a sum that began at 0 would lose it. */
static void a_sum_of_nothing_but_minus_zero_is_minus_zero(void **unused)
{
    double x[40], sums[20], room[SIGMA_SUM_ROOMS * 41];
    (void)unused;
    for (int32_t i = 0; i < 40; i++) {
        x[i] = -0.0;
    }
    sigma_window_sums(x, 21, 20, sums, room);
    assert_bits(sigma_window_sum(x, 21), -0.0);
    assert_bits(sums[19], -0.0);
}

static void many_sums_have_the_bits_of_single_ones(void **unused)
{
    static const int32_t counts[] = {0, 1, 2, 7, 128, 200};
    double x[456], sums[201], room[SIGMA_SUM_ROOMS * 456 + 1];
    (void)unused;
    fill(x, COUNT_OF(x), 2);
    for (int32_t n = 1; n <= SIGMA_WINDOW_MAX; n++) {
        for (int32_t k = 0; k < COUNT_OF(counts); k++) {
            int32_t count = counts[k];
            sums[count] = room[SIGMA_SUM_ROOMS * (count + n)] = 7.0;
            sigma_window_sums(x, n, count, sums, room);
            for (int32_t i = 0; i < count; i++) {
                assert_bits(sums[i], sigma_window_sum(x + i, n));
            }
            sigma_window_means(x, n, count, sums, room);
            for (int32_t i = 0; i < count; i++) {
                assert_bits(sums[i], sigma_window_sum(x + i, n) / n);
            }
            assert_true(sums[count] == 7.0 && room[SIGMA_SUM_ROOMS * (count + n)] == 7.0);
        }
    }
}

static void extremes_are_those_of_the_window(void **unused)
{
    double x[SIGMA_WINDOW_MAX];
    (void)unused;
    fill(x, SIGMA_WINDOW_MAX, 3);
    for (int32_t n = 1; n <= SIGMA_WINDOW_MAX; n++) {
        double least = x[0], greatest = x[0];
        for (int32_t i = 1; i < n; i++) {
            least = fmin(least, x[i]);
            greatest = fmax(greatest, x[i]);
        }
        assert_bits(sigma_window_least(x, n), least);
        assert_bits(sigma_window_greatest(x, n), greatest);
    }
}

static void a_window_that_moves_holds_the_last_values(void **unused)
{
    static const int32_t periods[] = {1, 2, 20, 255, 256};
    (void)unused;
    for (int32_t k = 0; k < COUNT_OF(periods); k++) {
        double x[SIGMA_WINDOW_SPACE];
        int32_t end = 0, period = periods[k];
        for (int32_t i = 0; i < 2000; i++) {
            x[end] = i;
            const double *window = x + end + 1 - period;
            for (int32_t j = 0; i >= period - 1 && j < period; j++) {
                assert_true(window[j] == i - period + 1 + j);
            }
            end = sigma_window_move(x, end + 1, period);
            assert_true(0 < end && end < SIGMA_WINDOW_SPACE);
            assert_int_equal(end < period, i < period - 1);
            assert_true(x[end - 1] == i);
        }
    }
}

static void a_block_needs_room_below_it(void **unused)
{
    (void)unused;
    assert_true(sigma_block_fits(SIGMA_BLOCK + 3 * (SIGMA_BLOCK + 20), 20, 3, false));
    assert_false(sigma_block_fits(SIGMA_BLOCK + 3 * (SIGMA_BLOCK + 20) - 1, 20, 3, false));
    assert_false(sigma_block_fits(INT32_MAX, 20, 3, true));
    assert_true(sigma_window_valid(1) && sigma_window_valid(256));
    assert_false(sigma_window_valid(0) || sigma_window_valid(257));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sum_follows_the_tree),
        cmocka_unit_test(a_sum_of_nothing_but_minus_zero_is_minus_zero),
        cmocka_unit_test(many_sums_have_the_bits_of_single_ones),
        cmocka_unit_test(extremes_are_those_of_the_window),
        cmocka_unit_test(a_window_that_moves_holds_the_last_values),
        cmocka_unit_test(a_block_needs_room_below_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
