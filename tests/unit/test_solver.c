/* SPDX-License-Identifier: MIT */
#include "solver.h"

#include "test.h"

static int32_t calls;

static double solve(sigma_falling_function *function, double parameter, double lo, double hi,
                    double start)
{
    int32_t steps;
    calls = 0;
    sigma_bracket bracket = {lo, hi, start, SIGMA_SOLVER_LAST};
    double x = sigma_solve(function, &parameter, &bracket, &steps);
    assert_true(steps <= SIGMA_SOLVER_STEPS && calls <= steps);
    return x;
}

static sigma_falling line(const void *context, double x)
{
    calls++;
    return (sigma_falling){*(const double *)context - x, 1.0};
}

static sigma_falling inverse(const void *context, double x) /* steep, then flat */
{
    double a = *(const double *)context;
    calls++;
    return (sigma_falling){1.0 / x - 1.0 / a, 1.0 / (x * x)};
}

static sigma_falling arctangent(const void *context, double x) /* where Newton runs away */
{
    double away = 50.0 * (x - *(const double *)context);
    calls++;
    return (sigma_falling){-atan(away), 50.0 / (1.0 + away * away)};
}

static sigma_falling step(const void *context, double x) /* without a slope */
{
    calls++;
    return (sigma_falling){x < *(const double *)context ? 1.0 : -1.0, 0.0};
}

static sigma_falling cliff(const void *context, double x) /* without a value beyond the root */
{
    double a = *(const double *)context;
    calls++;
    return x < a ? (sigma_falling){a - x, 1.0} : (sigma_falling){NOT_A_NUMBER, NOT_A_NUMBER};
}

static void a_line_takes_one_step(void **unused)
{
    (void)unused;
    assert_bits(solve(line, 0.3, 0.0, 1.0, 0.6), 0.3);
    assert_true(calls <= 2);
}

static void roots_of_every_size_are_found(void **unused)
{
    sigma_falling_function *functions[] = {line, inverse, arctangent, step, cliff};
    uint64_t seed = 60;
    (void)unused;
    for (int32_t i = 0; i < 4000; i++) {
        double hi = test_decades(&seed, 1e-3, 1e3), root = hi * test_decades(&seed, 1e-12, 0.999);
        double start = test_between(&seed, -0.1, 1.1) * hi,
               lo = test_random(&seed) < 0.5 ? 0.0 : root / 3;
        for (int32_t k = 0; k < COUNT_OF(functions); k++) {
            assert_near(solve(functions[k], root, lo, hi, start), root, 1e-14);
            assert_true(calls <= 130);
        }
    }
}

/* Where there is none the end of the bracket is the answer. */
static void without_a_root_the_end_is_found(void **unused)
{
    (void)unused;
    assert_near(solve(line, 2.0, 0.1, 1.0, 0.5), 1.0, 1e-14);
    assert_near(solve(line, -2.0, 0.1, 1.0, 0.5), 0.1, 1e-14);
    assert_true(solve(line, -2.0, 0.0, 1.0, 0.5) < 1e-300);
}

static void an_empty_bracket_asks_nothing(void **unused)
{
    (void)unused;
    (void)solve(line, 0.5, 1.0, 1.0, 1.0);
    assert_int_equal(calls, 0);
}

static sigma_falling lingering(const void *context, double x) /* makes the smallest progress */
{
    (void)context;
    calls++;
    return (sigma_falling){1.0, 1.0 / (x * 0x1p-49)};
}

static void it_gives_up_in_the_end(void **unused)
{
    (void)unused;
    double x = solve(lingering, 0.0, 0.5, 1.0, 0.5000001);
    assert_true(x > 0.5 && x <= 1.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_takes_one_step),
        cmocka_unit_test(roots_of_every_size_are_found),
        cmocka_unit_test(without_a_root_the_end_is_found),
        cmocka_unit_test(an_empty_bracket_asks_nothing),
        cmocka_unit_test(it_gives_up_in_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
