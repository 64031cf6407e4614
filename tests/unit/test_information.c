/* SPDX-License-Identifier: MIT */
#include "samples.h"
#include "test.h"

enum { MOST = 4096 };

static void drift_is_that_of_the_weighted_price(void **unused)
{
    static const double price[] = {10.0, 11.0, 12.0}, volume[] = {1.0, 1.0, 2.0};
    static const double none[] = {0.0, 0.0, 0.0};
    double drift = 9.0;
    (void)unused;
    assert_int_equal(sigma_information_drift(price, volume, 3, 11.0, &drift), SIGMA_OK);
    assert_near(drift, 0.25, 1e-15); /* 45 / 4 - 11 */
    assert_int_equal(sigma_information_drift(price, volume, 2, 11.0, &drift), SIGMA_OK);
    assert_near(drift, -0.5, 1e-15);
    assert_int_equal(sigma_information_drift(price, none, 3, 11.0, &drift), SIGMA_WARMUP);
    assert_bits(drift, 0.0);
}

static void a_line_does_not_collapse(void **unused)
{
    static const double one[] = {1.0, 1.0, 1.0, 1.0, 1.0}, line[] = {1.0, 3.0, 5.0, 7.0, 9.0};
    static const double spike[] = {0.0, 0.0, 2.0, 0.0, 0.0}, weight[] = {9.0, 1.0, 3.0, 0.5, 9.0};
    double collapse;
    (void)unused;
    assert_int_equal(sigma_information_collapse(one, line, 5, 0.0, &collapse), SIGMA_OK);
    assert_bits(collapse, 0.0);
    assert_int_equal(sigma_information_collapse(one, line, 5, -0.25, &collapse), SIGMA_OK);
    assert_bits(collapse, -0.25);
    assert_int_equal(sigma_information_collapse(weight, spike, 5, 1.0, &collapse), SIGMA_OK);
    assert_bits(collapse, 1.0 * 2.0 + 3.0 * -4.0 + 0.5 * 2.0 + 1.0);
}

static void the_published_mix(void **unused)
{
    static const double cases[][3] = {
        {0.6, 0.2, 0.4}, {0.6, -0.2, 0.4}, {0.0, 0.0, 0.0}, {1.0, 3.0, 1.0}, {0.5, 1e300, 1.0}};
    double mixed;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        assert_int_equal(sigma_information_confidence(cases[i][0], cases[i][1], &mixed), SIGMA_OK);
        assert_near(mixed, cases[i][2], 1e-15);
    }
}

/* Bandt and Pompe's own example: 0.918 bits for pairs, 1.522 for triples. */
static void permutations_are_those_of_the_paper(void **unused)
{
    static const double x[] = {4.0, 7.0, 9.0, 10.0, 6.0, 11.0, 3.0};
    sigma_entropy e;
    (void)unused;
    assert_int_equal(sigma_information_permutation(x, 7, 2, &e), SIGMA_OK);
    assert_near(e.bits, 0.9182958340544896, 1e-15);
    assert_near(e.share, 0.9182958340544896, 1e-15);
    assert_int_equal(e.occupied, 2);
    assert_int_equal(sigma_information_permutation(x, 7, 3, &e), SIGMA_OK);
    assert_near(e.bits, 1.5219280948873621, 1e-15);
    assert_near(e.share, 1.5219280948873621 / log2(6.0), 1e-15);
    assert_int_equal(e.occupied, 3);
}

/* Every order of m values gives a pattern of its own; equal values keep their order in time. */
static void every_order_is_told_apart(void **unused)
{
    static const double digits[] = {1.0, 2.0, 3.0, 4.0, 5.0};
    sigma_entropy e;
    (void)unused;
    for (int32_t m = 2; m <= 5; m++) {
        double x[5 * 120];
        int32_t orders = 1, length = 0;
        for (int32_t i = 2; i <= m; i++) {
            orders *= i;
        }
        for (int32_t number = 0; number < orders; number++) {
            double left[5];
            memcpy(left, digits, sizeof left);
            for (int32_t i = m, rest = number; i > 0; rest /= i, i--) {
                int32_t which = rest % i;
                x[length++] = left[which];
                memmove(left + which, left + which + 1, (size_t)(4 - which) * sizeof *left);
            }
            assert_int_equal(sigma_information_permutation(x + length - m, m, m, &e), SIGMA_OK);
            assert_true(e.bits == 0.0 && e.occupied == 1);
            for (int32_t other = 0; other < number; other++) {
                double pair[10];
                sigma_entropy both;
                memcpy(pair, x + m * other, (size_t)m * sizeof *pair);
                memcpy(pair + m, x + m * number, (size_t)m * sizeof *pair);
                assert_int_equal(sigma_information_permutation(pair, 2 * m, m, &both), SIGMA_OK);
                assert_true(both.occupied >= 2);
            }
        }
    }
    static const double flat[] = {2.0, 2.0, 2.0, 3.0};
    assert_int_equal(sigma_information_permutation(flat, 4, 3, &e), SIGMA_OK);
    assert_int_equal(e.occupied, 1);
}

/* Four bins of which one is empty: 4, 2 and 2 of 8 make 1.5 bits, and (3 - 1) / (16 log 2) more. */
static void shannon_by_hand(void **unused)
{
    static const double x[] = {0.0, 1.0, 1.0, 0.5, 2.0, 1.5, 9.0, 7.0};
    static const double edges[] = {1.0, 2.0, 3.0};
    sigma_entropy e;
    (void)unused;
    assert_int_equal(sigma_information_shannon(x, 8, edges, 4, &e), SIGMA_OK);
    assert_near(e.bits, 1.5 + 2.0 / (16.0 * log(2.0)), 1e-15);
    assert_near(e.share, e.bits / 2.0, 1e-15);
    assert_int_equal(e.occupied, 3);
    assert_int_equal(sigma_information_shannon(x, 1, edges, 4, &e), SIGMA_OK);
    assert_true(e.bits == 0.0 && e.occupied == 1);
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* An edge is the value at the place j n / bins, rounded up, of the sorted window. */
static void edges_are_quantiles(void **unused)
{
    static double x[MOST], sorted[MOST];
    uint64_t seed = 89;
    (void)unused;
    for (int32_t run = 0; run < 60; run++) {
        int32_t bins = test_whole(&seed, 2, 64), count = test_whole(&seed, bins, 300);
        double edges[63];
        for (int32_t i = 0; i < count; i++) {
            x[i] = run % 2 ? test_between(&seed, -1.0, 1.0) : test_whole(&seed, -5, 5);
        }
        memcpy(sorted, x, sizeof sorted);
        qsort(sorted, (size_t)count, sizeof *sorted, compare);
        assert_int_equal(sigma_information_edges(x, count, bins, edges), SIGMA_OK);
        for (int32_t j = 1; j < bins; j++) {
            int32_t place = (j * count + bins - 1) / bins;
            assert_bits(edges[j - 1], sorted[place - 1]);
        }
    }
}

/* Windows of 50 out of 10 equal bins: 3.3219 bits in truth, 3.186 without the correction
 * (methods: 2.298 and 2.208 nats), standard error 0.001. */
static void the_correction_removes_the_bias(void **unused)
{
    static const double edges[] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    double sum = 0.0, plain = 0.0, x[50];
    uint64_t seed = 90;
    const int32_t runs = 4000;
    (void)unused;
    for (int32_t run = 0; run < runs; run++) {
        sigma_entropy e;
        for (int32_t i = 0; i < 50; i++) {
            x[i] = test_between(&seed, 0.0, 10.0);
        }
        assert_int_equal(sigma_information_shannon(x, 50, edges, 10, &e), SIGMA_OK);
        sum += e.bits / runs;
        plain += (e.bits - (e.occupied - 1) / (100.0 * log(2.0))) / runs;
    }
    assert_close(sum * log(2.0), 2.29789, 0.0025);
    assert_close(plain * log(2.0), 2.20842, 0.0025);
}

static void random_entropies_are_those_of_the_formulas(void **unused)
{
    uint64_t seed = 91;
    (void)unused;
    for (int32_t run = 0; run < 300; run++) {
        double x[200], edges[63], bits = 0.0;
        int32_t bins = test_whole(&seed, 2, 64), count = test_whole(&seed, 1, 200), k = 0;
        sigma_entropy e;
        for (int32_t i = 0; i < count; i++) {
            x[i] = test_whole(&seed, -20, 20) / 4.0;
        }
        for (int32_t i = 0; i < bins - 1; i++) {
            edges[i] = test_whole(&seed, -20, 20) / 4.0;
        }
        qsort(edges, (size_t)(bins - 1), sizeof *edges, compare);
        for (int32_t bin = 0; bin < bins; bin++) {
            int32_t held = 0;
            for (int32_t i = 0; i < count; i++) {
                held +=
                    (bin == 0 || x[i] > edges[bin - 1]) && (bin == bins - 1 || x[i] <= edges[bin]);
            }
            bits -= held > 0 ? held / (double)count * log2(held / (double)count) : 0.0;
            k += held > 0;
        }
        bits += (k - 1) / (2.0 * count * log(2.0));
        assert_int_equal(sigma_information_shannon(x, count, edges, bins, &e), SIGMA_OK);
        assert_close(e.bits, bits, 1e-13);
        assert_int_equal(e.occupied, k);
        assert_close(e.share, bits / log2(bins), 1e-13);
    }
}

static void volumes_stand_by_their_logarithms(void **unused)
{
    static const double volume[] = {1.0, 0.0, 100.0, 10.0, 1000.0};
    double z, mean = 1.5, deviation = sqrt(1.25); /* log10: 0, 2, 1, 3 */
    (void)unused;
    assert_int_equal(sigma_information_volume(volume, 5, &z), SIGMA_OK);
    assert_near(z, (3.0 - mean) / deviation, 1e-14);
    assert_int_equal(sigma_information_volume(volume, 4, &z), SIGMA_OK);
    assert_close(z, 0.0, 1e-14);
    assert_int_equal(sigma_information_volume(volume, 2, &z), SIGMA_WARMUP);
    assert_int_equal(sigma_information_volume(volume, 1, &z), SIGMA_WARMUP);
    assert_bits(z, 0.0);
    static const double near[] = {3.0, 3.0 + 0x1p-40, 3.0 + 0x1p-39}; /* as good as 0, 1, 2 */
    assert_int_equal(sigma_information_volume(near, 3, &z), SIGMA_OK);
    assert_near(z, sqrt(1.5), 1e-11);
    static const double far[] = {1e18, 1e18, 5e-324}; /* 1, 1, 0, though no number is 2e341 */
    assert_int_equal(sigma_information_volume(far, 3, &z), SIGMA_OK);
    assert_near(z, -sqrt(2.0), 1e-14);
    static const double same[] = {7.0, 7.0, 7.0};
    assert_int_equal(sigma_information_volume(same, 3, &z), SIGMA_OK);
    assert_bits(z, 0.0);
}

/* ---- refusals */

static void values_out_of_range_are_refused(void **unused)
{
    static double far[64];
    static const double bad[] = {-1.1e18, 1.1e18, (double)INFINITY, (double)NAN};
    double good[4] = {1.0, 2.0, 3.0, 4.0}, x[4], number;
    sigma_entropy e;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        for (int32_t k = 0; k < 4; k++) {
            memcpy(x, good, sizeof x);
            x[k] = bad[i];
            assert_int_equal(sigma_information_drift(x, good, 4, 1.0, &number), SIGMA_E_RANGE);
            assert_int_equal(sigma_information_drift(good, x, 4, 1.0, &number), SIGMA_E_RANGE);
            assert_int_equal(sigma_information_collapse(x, good, 4, 0.0, &number), SIGMA_E_RANGE);
            assert_int_equal(sigma_information_collapse(good, x, 4, 0.0, &number), SIGMA_E_RANGE);
            assert_int_equal(sigma_information_volume(x, 4, &number), SIGMA_E_RANGE);
            assert_bits(number, 0.0);
            assert_int_equal(sigma_information_edges(x, 4, 2, far + 32), SIGMA_E_RANGE);
            assert_int_equal(sigma_information_shannon(x, 4, good, 4, &e), SIGMA_E_RANGE);
            assert_int_equal(sigma_information_permutation(x, 4, 3, &e), SIGMA_E_RANGE);
            assert_zero(e);
        }
        x[0] = bad[i];
        assert_int_equal(sigma_information_drift(good, good, 4, bad[i], &number), SIGMA_E_RANGE);
        assert_int_equal(sigma_information_collapse(good, good, 4, bad[i], &number), SIGMA_E_RANGE);
        assert_int_equal(sigma_information_shannon(good, 4, x, 2, &e), SIGMA_E_RANGE);
        assert_int_equal(sigma_information_confidence(bad[i], 0.0, &number), SIGMA_E_RANGE);
    }
    assert_int_equal(sigma_information_confidence(0.5, NOT_A_NUMBER, &number), SIGMA_E_RANGE);
    static const double falling[] = {2.0, 1.0};
    assert_int_equal(sigma_information_shannon(good, 4, falling, 3, &e), SIGMA_E_RANGE);
}

static void counts_out_of_range_are_refused(void **unused)
{
    double x[4] = {1.0, 2.0, 3.0, 4.0}, number;
    sigma_entropy e;
    (void)unused;
    assert_int_equal(sigma_information_drift(x, x, 0, 1.0, &number), SIGMA_E_RANGE);
    assert_int_equal(sigma_information_drift(x, x, 100001, 1.0, &number), SIGMA_E_RANGE);
    assert_int_equal(sigma_information_collapse(x, x, 2, 0.0, &number), SIGMA_E_RANGE);
    assert_int_equal(sigma_information_volume(x, -1, &number), SIGMA_E_RANGE);
    assert_int_equal(sigma_information_edges(x, 4, 1, &number), SIGMA_E_RANGE);
    assert_int_equal(sigma_information_edges(x, 4, 65, &number), SIGMA_E_RANGE);
    assert_int_equal(sigma_information_edges(x, 4, 5, &number), SIGMA_E_RANGE);
    assert_int_equal(sigma_information_edges(x, 4097, 2, &number), SIGMA_E_RANGE);
    assert_int_equal(sigma_information_edges(x, 4, 2, x + 1), SIGMA_E_RANGE);
    assert_int_equal(sigma_information_edges(x, 4, 2, x), SIGMA_E_RANGE);
    assert_int_equal(sigma_information_shannon(x, 0, x, 2, &e), SIGMA_E_RANGE);
    assert_int_equal(sigma_information_shannon(x, 4, x, 1, &e), SIGMA_E_RANGE);
    assert_int_equal(sigma_information_shannon(x, 4, x, 65, &e), SIGMA_E_RANGE);
    assert_int_equal(sigma_information_permutation(x, 4, 1, &e), SIGMA_E_RANGE);
    assert_int_equal(sigma_information_permutation(x, 4, 6, &e), SIGMA_E_RANGE);
    assert_int_equal(sigma_information_permutation(x, 2, 3, &e), SIGMA_E_RANGE);
}

static void null_is_refused(void **unused)
{
    double x[3] = {1.0, 2.0, 3.0}, number;
    sigma_entropy e;
    (void)unused;
    assert_int_equal(sigma_information_drift(NULL, x, 3, 1.0, &number), SIGMA_E_NULL);
    assert_int_equal(sigma_information_drift(x, NULL, 3, 1.0, &number), SIGMA_E_NULL);
    assert_int_equal(sigma_information_drift(x, x, 3, 1.0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_information_collapse(NULL, x, 3, 1.0, &number), SIGMA_E_NULL);
    assert_int_equal(sigma_information_collapse(x, NULL, 3, 1.0, &number), SIGMA_E_NULL);
    assert_int_equal(sigma_information_collapse(x, x, 3, 1.0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_information_confidence(0.5, 1.0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_information_edges(NULL, 3, 2, &number), SIGMA_E_NULL);
    assert_int_equal(sigma_information_edges(x, 3, 2, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_information_shannon(NULL, 3, x, 2, &e), SIGMA_E_NULL);
    assert_int_equal(sigma_information_shannon(x, 3, NULL, 2, &e), SIGMA_E_NULL);
    assert_zero(e);
    assert_int_equal(sigma_information_shannon(x, 3, x, 2, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_information_permutation(NULL, 3, 2, &e), SIGMA_E_NULL);
    assert_int_equal(sigma_information_permutation(x, 3, 2, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_information_volume(NULL, 3, &number), SIGMA_E_NULL);
    assert_int_equal(sigma_information_volume(x, 3, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drift_is_that_of_the_weighted_price),
        cmocka_unit_test(a_line_does_not_collapse),
        cmocka_unit_test(the_published_mix),
        cmocka_unit_test(permutations_are_those_of_the_paper),
        cmocka_unit_test(every_order_is_told_apart),
        cmocka_unit_test(shannon_by_hand),
        cmocka_unit_test(edges_are_quantiles),
        cmocka_unit_test(the_correction_removes_the_bias),
        cmocka_unit_test(random_entropies_are_those_of_the_formulas),
        cmocka_unit_test(volumes_stand_by_their_logarithms),
        cmocka_unit_test(values_out_of_range_are_refused),
        cmocka_unit_test(counts_out_of_range_are_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
