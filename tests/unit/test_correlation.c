/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

#include "vectors/correlation.inc"

static sigma_correlation fresh(int32_t symbols, double shrink, double prior, int32_t minimum)
{
    sigma_correlation c;
    sigma_correlation_params params;
    assert_int_equal(sigma_correlation_defaults(&params), SIGMA_OK);
    params.shrink = shrink;
    params.prior = prior;
    params.minimum = minimum;
    assert_int_equal(sigma_correlation_init(&c, &params), SIGMA_OK);
    for (int32_t i = 1; i <= symbols; i++) {
        assert_int_equal(sigma_correlation_add(&c, i), SIGMA_OK);
    }
    return c;
}

static double rho(const sigma_correlation *c, int32_t a, int32_t b)
{
    double value, turned;
    assert_int_equal(sigma_correlation_read(c, a, b, &value), SIGMA_OK);
    assert_int_equal(sigma_correlation_read(c, b, a, &turned), SIGMA_OK);
    assert_bits(value, turned);
    return value;
}

static void learn(sigma_correlation *c, const double *values)
{
    uint64_t all = UINT64_MAX >> (64 - c->count);
    int64_t next = c->updates > 0 ? c->time + 1 : 1;
    assert_int_equal(sigma_correlation_update(c, next, values, c->count, all), SIGMA_OK);
}

/* Smallest eigenvalue by Jacobi's rotations, in long doubles. */
static double smallest(const sigma_correlation *c)
{
    static long double a[SIGMA_CORRELATION_SPACE][SIGMA_CORRELATION_SPACE];
    int32_t n = c->count;
    for (int32_t i = 0; i < n; i++) {
        for (int32_t j = 0; j < n; j++) {
            a[i][j] = (long double)rho(c, c->symbol[i], c->symbol[j]);
        }
    }
    for (int32_t sweep = 0; sweep < 12; sweep++) {
        for (int32_t p = 0; p < n; p++) {
            for (int32_t q = p + 1; q < n; q++) {
                if (fabsl(a[p][q]) < 1e-25L) {
                    continue;
                }
                long double theta = (a[q][q] - a[p][p]) / (2.0L * a[p][q]);
                long double t =
                    (theta < 0.0L ? -1.0L : 1.0L) / (fabsl(theta) + sqrtl(theta * theta + 1.0L));
                long double cosine = 1.0L / sqrtl(t * t + 1.0L), sine = t * cosine;
                for (int32_t k = 0; k < n; k++) {
                    long double x = a[k][p], y = a[k][q];
                    a[k][p] = cosine * x - sine * y;
                    a[k][q] = sine * x + cosine * y;
                }
                for (int32_t k = 0; k < n; k++) {
                    long double x = a[p][k], y = a[q][k];
                    a[p][k] = cosine * x - sine * y;
                    a[q][k] = sine * x + cosine * y;
                }
            }
        }
    }
    long double least = 1.0L;
    for (int32_t i = 0; i < n; i++) {
        least = fminl(least, a[i][i]);
    }
    return (double)least;
}

static void defaults_are_those_of_the_header(void **unused)
{
    sigma_correlation_params params;
    (void)unused;
    assert_int_equal(sigma_correlation_defaults(&params), SIGMA_OK);
    assert_bits(params.decay, 0.97);
    assert_bits(params.shrink, 0.3);
    assert_bits(params.prior, 0.5);
    assert_int_equal(params.minimum, 60);
    assert_int_equal(params.reserved, 0);
}

static void decayed_products_agree_with_python(void **unused)
{
    sigma_correlation c = fresh(4, 0.0, 0.5, 60);
    (void)unused;
    for (int32_t t = 0; t < COUNT_OF(returns); t++) {
        learn(&c, returns[t]);
    }
    for (int32_t i = 0; i < 4; i++) {
        for (int32_t j = 0; j < 4; j++) {
            assert_close(rho(&c, i + 1, j + 1), decayed[i][j], 1e-14);
        }
    }
}

static void shrinking_goes_toward_the_mean(void **unused)
{
    sigma_correlation c = fresh(4, 0.3, 0.5, 60);
    double sum = 0.0;
    (void)unused;
    for (int32_t t = 0; t < COUNT_OF(returns); t++) {
        learn(&c, returns[t]);
    }
    for (int32_t i = 0; i < 4; i++) {
        for (int32_t j = 0; j < i; j++) {
            sum += decayed[i][j];
        }
    }
    for (int32_t i = 0; i < 4; i++) {
        for (int32_t j = 0; j < i; j++) {
            double wanted = 0.7 * decayed[i][j] + 0.3 * sum / 6.0;
            assert_close(rho(&c, i + 1, j + 1), wanted, 1e-14);
        }
    }
}

static void unknown_pairs_have_the_prior_until_given_or_known(void **unused)
{
    sigma_correlation c = fresh(3, 0.0, 0.5, 3);
    const double up[] = {0.01, 0.02, -0.01};
    (void)unused;
    assert_bits(rho(&c, 1, 2), 0.5);
    assert_bits(rho(&c, 1, 77), 0.5); /* never added */
    assert_bits(rho(&c, 76, 77), 0.5);
    assert_bits(rho(&c, 77, 77), 1.0);
    assert_bits(rho(&c, 2, 2), 1.0);
    assert_int_equal(sigma_correlation_give(&c, 2, 1, 0.8), SIGMA_OK);
    assert_bits(rho(&c, 1, 2), 0.8);
    learn(&c, up);
    learn(&c, up);
    assert_bits(rho(&c, 1, 2), 0.8); /* two returns are too few */
    learn(&c, up);
    assert_true(rho(&c, 1, 2) > 0.999); /* the same thrice, but for what keeps it definite */
    assert_true(rho(&c, 1, 3) < -0.999);
}

static void a_symbol_that_never_moved_is_not_known(void **unused)
{
    sigma_correlation c = fresh(2, 0.3, 0.5, 1);
    const double one_still[] = {0.01, 0.0};
    (void)unused;
    for (int32_t i = 0; i < 100; i++) {
        learn(&c, one_still);
    }
    assert_bits(rho(&c, 1, 2), 0.5);
}

static void an_absent_return_counts_as_zero_and_is_marked(void **unused)
{
    sigma_correlation c = fresh(3, 0.3, 0.5, 2), with_zero = c;
    uint64_t seed = 5;
    (void)unused;
    for (int64_t t = 1; t < 200; t++) {
        double values[3] = {test_random(&seed) - 0.5, test_random(&seed) - 0.5,
                            test_random(&seed) - 0.5};
        bool absent = t % 3 == 0;
        double filled[3] = {values[0], absent ? 0.0 : values[1], values[2]};
        if (absent) {
            values[1] = NOT_A_NUMBER; /* not looked at */
        }
        assert_int_equal(sigma_correlation_update(&c, t, values, 3, absent ? 5 : 7), SIGMA_OK);
        assert_int_equal(sigma_correlation_update(&with_zero, t, filled, 3, 7), SIGMA_OK);
        assert_memory_equal(c.value, with_zero.value, sizeof c.value);
        assert_int_equal(c.absent[1], absent);
        assert_int_equal(c.absent[0] + c.absent[2], 0);
    }
    assert_int_equal(c.seen[0], 199);
    assert_int_equal(c.seen[1], 199 - 66);
    assert_int_equal(c.updates, 199);
}

static void given(sigma_correlation *c, const double *matrix, int32_t n)
{
    for (int32_t i = 0; i < n; i++) {
        for (int32_t j = 0; j < i; j++) {
            assert_int_equal(sigma_correlation_give(c, i + 1, j + 1, matrix[i * n + j]), SIGMA_OK);
        }
    }
}

/* The matrix is given pair by pair, and each repair begins again from what was given. */
static void repair_mixes_in_as_little_as_possible(void **unused)
{
    sigma_correlation c = fresh(3, 0.3, 0.0, 60), d = fresh(4, 0.3, 0.0, 60);
    (void)unused;
    given(&c, &higham[0][0], 3);
    given(&d, &four[0][0], 4);
    for (int32_t i = 0; i < 4; i++) {
        for (int32_t j = 0; j < i; j++) {
            if (i < 3) {
                assert_close(rho(&c, i + 1, j + 1), (1.0 - higham_share) * higham[i][j], 2e-9);
            }
            assert_close(rho(&d, i + 1, j + 1), (1.0 - four_share) * four[i][j], 2e-9);
        }
    }
    assert_true(smallest(&c) >= -1e-12 && smallest(&c) < 1e-8);
    assert_true(smallest(&d) >= -1e-12 && smallest(&d) < 1e-8);
    assert_int_equal(sigma_correlation_give(&c, 1, 2, 0.0), SIGMA_OK); /* now it needs none */
    assert_bits(rho(&c, 2, 3), 1.0 - 0x1p-30); /* but for the pair that is one and the same */
}

static void random_estimates_have_no_negative_eigenvalue(void **unused)
{
    uint64_t seed = 77;
    double least = 1.0;
    (void)unused;
    for (int32_t round = 0; round < 120; round++) {
        int32_t n = test_whole(&seed, 2, round % 10 == 0 ? 64 : 12);
        sigma_correlation c = fresh(n, 0.1 * test_whole(&seed, 0, 10),
                                    0.09 * test_whole(&seed, 0, 11), test_whole(&seed, 1, 20));
        for (int32_t k = test_whole(&seed, 0, 10); k > 0; k--) {
            int32_t a = test_whole(&seed, 1, n), b = test_whole(&seed, 1, n);
            if (a != b) {
                double value = test_between(&seed, -1.0, 1.0);
                assert_int_equal(sigma_correlation_give(&c, a, b, value), SIGMA_OK);
            }
        }
        double share = test_random(&seed); /* near 1 they all move alike */
        share = share > 0.8 ? 1.0 : share;
        for (int64_t t = test_whole(&seed, 1, 40); t > 0; t--) {
            double values[SIGMA_CORRELATION_SPACE], common = test_random(&seed) - 0.5;
            uint64_t present = 0;
            for (int32_t i = 0; i < n; i++) {
                double own = test_random(&seed) - 0.5;
                values[i] = 0.1 * ((i % 2 ? -share : share) * common + (1.0 - share) * own);
                present |= test_whole(&seed, 0, 6) > 0 ? test_bit(i) : 0;
            }
            assert_int_equal(sigma_correlation_update(&c, c.time + 1, values, n, present),
                             SIGMA_OK);
        }
        least = fmin(least, smallest(&c));
    }
    assert_true(least >= -1e-12);
}

static void published_pairs(void **unused)
{
    static const double wanted[] = {0.0, 0.85, 0.80, 0.82, 0.75, 0.70};
    double value = 9.0;
    (void)unused;
    for (int32_t pair = 1; pair < SIGMA_PAIR_COUNT; pair++) {
        assert_int_equal(sigma_correlation_published(pair, &value), SIGMA_OK);
        assert_bits(value, wanted[pair]);
    }
    assert_int_equal(sigma_correlation_published(SIGMA_PAIR_UNKNOWN, &value), SIGMA_E_RANGE);
    assert_bits(value, 0.0);
    assert_int_equal(sigma_correlation_published(SIGMA_PAIR_COUNT, &value), SIGMA_E_RANGE);
    assert_int_equal(sigma_correlation_published(1, NULL), SIGMA_E_NULL);
}

static void symbols_are_added_once_and_up_to_the_space(void **unused)
{
    sigma_correlation c = fresh(SIGMA_CORRELATION_SPACE, 0.3, 0.5, 60), before = c;
    (void)unused;
    assert_int_equal(sigma_correlation_add(&c, 65), SIGMA_E_SPACE);
    assert_int_equal(sigma_correlation_add(&c, 64), SIGMA_E_RANGE);
    assert_int_equal(sigma_correlation_add(&c, 0), SIGMA_E_RANGE);
    assert_int_equal(sigma_correlation_add(&c, -1), SIGMA_E_RANGE);
    assert_same(c, before);
}

static void counts_stop_at_a_million(void **unused)
{
    sigma_correlation c = fresh(2, 0.3, 0.5, 60);
    const double values[] = {0.01, 0.02};
    (void)unused;
    c.updates = c.seen[0] = 1000000;
    c.seen[1] = 999999;
    learn(&c, values);
    assert_int_equal(c.updates, 1000000);
    assert_int_equal(c.seen[0], 1000000);
    assert_int_equal(c.seen[1], 1000000);
}

static void what_cannot_be_is_refused_and_changes_nothing(void **unused)
{
    sigma_correlation c = fresh(2, 0.3, 0.5, 60), before;
    double value = 9.0, values[] = {0.01, 0.02};
    const double bad[] = {NOT_A_NUMBER, INFINITE, -INFINITE, 10.0000001, -10.0000001};
    (void)unused;
    learn(&c, values);
    before = c;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        double wrong[] = {0.01, bad[i]};
        assert_int_equal(sigma_correlation_update(&c, 2, wrong, 2, 3), SIGMA_E_RANGE);
        assert_int_equal(sigma_correlation_give(&c, 1, 2, bad[i]), SIGMA_E_RANGE);
    }
    assert_int_equal(sigma_correlation_update(&c, 2, values, 1, 1), SIGMA_E_RANGE);
    assert_int_equal(sigma_correlation_update(&c, INT64_MAX, values, 2, 3), SIGMA_E_RANGE);
    assert_int_equal(sigma_correlation_update(&c, 1, values, 2, 3), SIGMA_E_ORDER);
    assert_int_equal(sigma_correlation_update(&c, 0, values, 2, 3), SIGMA_E_ORDER);
    assert_int_equal(sigma_correlation_update(&c, 2, values, 2, 7), SIGMA_E_RANGE);
    assert_int_equal(sigma_correlation_give(&c, 1, 1, 0.5), SIGMA_E_RANGE);
    assert_int_equal(sigma_correlation_give(&c, 1, 3, 0.5), SIGMA_E_RANGE);
    assert_int_equal(sigma_correlation_give(&c, 3, 1, 0.5), SIGMA_E_RANGE);
    assert_int_equal(sigma_correlation_read(&c, 0, 1, &value), SIGMA_E_RANGE);
    assert_bits(value, 0.0);
    assert_int_equal(sigma_correlation_read(&c, 1, 0, &value), SIGMA_E_RANGE);
    assert_same(c, before);
}

static void null_is_refused(void **unused)
{
    sigma_correlation c = fresh(1, 0.3, 0.5, 60);
    double value = 0.0;
    (void)unused;
    assert_int_equal(sigma_correlation_defaults(NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_correlation_init(NULL, &c.params), SIGMA_E_NULL);
    assert_int_equal(sigma_correlation_add(NULL, 1), SIGMA_E_NULL);
    assert_int_equal(sigma_correlation_give(NULL, 1, 2, 0.0), SIGMA_E_NULL);
    assert_int_equal(sigma_correlation_update(NULL, 1, &value, 1, 1), SIGMA_E_NULL);
    assert_int_equal(sigma_correlation_update(&c, 1, NULL, 1, 1), SIGMA_E_NULL);
    assert_int_equal(sigma_correlation_read(NULL, 1, 2, &value), SIGMA_E_NULL);
    assert_int_equal(sigma_correlation_read(&c, 1, 2, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_correlation_init(&c, NULL), SIGMA_E_NULL);
    assert_zero(c);
}

static void params_out_of_range(const void *damaged, const sigma_field *field, void *context)
{
    sigma_correlation c;
    (void)field, (void)context;
    assert_int_equal(sigma_correlation_init(&c, (const sigma_correlation_params *)damaged),
                     SIGMA_E_RANGE);
    assert_zero(c);
}

/* Calls that make the matrix anew refuse any damage; a read what it looks at. Of the long columns
 * every 37th damage will do. */
static void damaged_state(const void *damaged, const sigma_field *field, void *context)
{
    static sigma_correlation c;
    double value = 9.0, values[] = {0.01, 0.02};
    int32_t *turn = (int32_t *)context;
    if (field && field->count > SIGMA_CORRELATION_SPACE && (*turn)++ % 37 != 0) {
        return;
    }
    memcpy(&c, damaged, sizeof c);
    assert_int_equal(sigma_correlation_add(&c, 9), SIGMA_E_STATE);
    assert_int_equal(sigma_correlation_give(&c, 1, 2, 0.1), SIGMA_E_STATE);
    assert_int_equal(sigma_correlation_update(&c, 2, values, 2, 3), SIGMA_E_STATE);
    if (!field || strcmp(field->name, "tag") == 0 || strcmp(field->name, "count") == 0) {
        assert_int_equal(sigma_correlation_read(&c, 1, 2, &value), SIGMA_E_STATE);
        assert_bits(value, 0.0);
    }
    assert_memory_equal(&c, damaged, sizeof c);
}

static void damage_is_refused(void **unused)
{
    sigma_correlation c = fresh(2, 0.3, 0.5, 60), zero = {0};
    double value = 9.0;
    int32_t turn = 0;
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_CORRELATION_PARAMS, &c.params, params_out_of_range, NULL) >
                15);
    assert_true(damage_each(SIGMA_KIND_CORRELATION, &c, damaged_state, &turn) > 1000);
    assert_true(turn > 1000);
    damaged_state(&zero, NULL, NULL);
    c.value[1] = NOT_A_NUMBER;
    assert_int_equal(sigma_correlation_read(&c, 1, 2, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(defaults_are_those_of_the_header),
        cmocka_unit_test(decayed_products_agree_with_python),
        cmocka_unit_test(shrinking_goes_toward_the_mean),
        cmocka_unit_test(unknown_pairs_have_the_prior_until_given_or_known),
        cmocka_unit_test(a_symbol_that_never_moved_is_not_known),
        cmocka_unit_test(an_absent_return_counts_as_zero_and_is_marked),
        cmocka_unit_test(repair_mixes_in_as_little_as_possible),
        cmocka_unit_test(random_estimates_have_no_negative_eigenvalue),
        cmocka_unit_test(published_pairs),
        cmocka_unit_test(symbols_are_added_once_and_up_to_the_space),
        cmocka_unit_test(counts_stop_at_a_million),
        cmocka_unit_test(what_cannot_be_is_refused_and_changes_nothing),
        cmocka_unit_test(null_is_refused),
        cmocka_unit_test(damage_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
