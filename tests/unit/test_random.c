/* SPDX-License-Identifier: MIT */
#include "test.h"

#include "elementary.h"

/* kat_vectors of Random123 1.14 (D. E. Shaw Research): philox4x32, ten rounds. */
static void known_answers(void **unused)
{
    static const struct {
        uint64_t seed, path, index;
        uint32_t words[4];
    } cases[] = {
        {0, 0, 0, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
        {UINT64_MAX, UINT64_MAX, UINT64_MAX, {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
        {UINT64_C(0x299f31d0a4093822),
         UINT64_C(0x0370734413198a2e),
         UINT64_C(0x85a308d3243f6a88),
         {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        uint32_t words[4];
        assert_int_equal(sigma_random_words((int64_t)cases[i].seed, (int64_t)cases[i].path,
                                            (int64_t)cases[i].index, words),
                         SIGMA_OK);
        assert_memory_equal(words, cases[i].words, sizeof words);
    }
}

static void numbers_are_made_of_the_words(void **unused)
{
    uint64_t seed = 71;
    (void)unused;
    for (int32_t i = 0; i < 1000; i++) {
        int64_t key = (int64_t)test_random_bits(&seed), path = (int64_t)test_random_bits(&seed);
        int64_t index = (int64_t)(test_random_bits(&seed) >> 1);
        uint32_t words[4];
        double uniform, normal;
        assert_int_equal(sigma_random_words(key, path, index / 2, words), SIGMA_OK);
        assert_int_equal(sigma_random_uniform(key, path, index, &uniform), SIGMA_OK);
        assert_int_equal(sigma_random_normal(key, path, index, &normal), SIGMA_OK);
        const uint32_t *half = words + 2 * (index % 2);
        assert_bits(uniform, (half[1] * 0x1p20 + floor(half[0] * 0x1p-12) + 0.5) * 0x1p-52);
        assert_bits(normal, sigma_normal_quantile(uniform));
    }
}

/* Mean and deviation of the first four powers, and the correlation with what stands beside: within
 * five standard errors of 200,000 numbers. */
static void moments(bool normal, const double *means, const double *errors)
{
    enum { NUMBERS = 200000 };
    double sums[6] = {0.0}, last = 0.0;
    for (int32_t i = 0; i < NUMBERS; i++) {
        double x, other;
        sigma_status (*draw)(int64_t, int64_t, int64_t, double *) =
            normal ? sigma_random_normal : sigma_random_uniform;
        assert_int_equal(draw(5, i / 100, i % 100, &x), SIGMA_OK);
        assert_int_equal(draw(5, i / 100 + 1, i % 100, &other), SIGMA_OK);
        assert_true(normal ? fabs(x) < 8.3 : x > 0.0 && x < 1.0);
        x -= normal ? 0.0 : 0.5;
        other -= normal ? 0.0 : 0.5;
        sums[0] += x;
        sums[1] += x * x;
        sums[2] += x * x * x;
        sums[3] += x * x * x * x;
        sums[4] += x * last;
        sums[5] += x * other;
        last = x;
    }
    for (int32_t k = 0; k < 6; k++) {
        assert_close(sums[k] / NUMBERS, means[k], 5.0 * errors[k] / sqrt(NUMBERS));
    }
}

static void uniform_numbers_are_uniform(void **unused)
{
    static const double means[] = {0.0, 1.0 / 12, 0.0, 1.0 / 80, 0.0, 0.0};
    static const double errors[] = {0.2887, 0.0745, 0.0472, 0.0167, 1.0 / 12, 1.0 / 12};
    (void)unused;
    moments(false, means, errors);
}

static void normal_numbers_are_normal(void **unused)
{
    static const double means[] = {0.0, 1.0, 0.0, 3.0, 0.0, 0.0};
    static const double errors[] = {1.0, 1.4143, 3.8730, 9.7980, 1.0, 1.0};
    (void)unused;
    moments(true, means, errors);
}

static void null_is_refused(void **unused)
{
    (void)unused;
    assert_int_equal(sigma_random_words(1, 2, 3, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_random_uniform(1, 2, 3, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_random_normal(1, 2, 3, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_answers),
        cmocka_unit_test(numbers_are_made_of_the_words),
        cmocka_unit_test(uniform_numbers_are_uniform),
        cmocka_unit_test(normal_numbers_are_normal),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
