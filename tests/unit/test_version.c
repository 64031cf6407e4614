/* SPDX-License-Identifier: MIT */
#include <fenv.h>

#ifdef __SSE2__
#include <xmmintrin.h>
#endif

#include "test.h"

static void the_library_has_the_version_of_its_headers(void **unused)
{
    (void)unused;
    assert_int_equal(sigma_version_number(),
                     10000 * SIGMA_VERSION_MAJOR + 100 * SIGMA_VERSION_MINOR + SIGMA_VERSION_PATCH);
    assert_int_equal(sigma_version_abi(), SIGMA_ABI_VERSION);
    assert_true(SIGMA_VERSION_MINOR < 100 && SIGMA_VERSION_PATCH < 100);
}

static void this_process_computes_as_the_standard_says(void **unused)
{
    (void)unused;
    assert_int_equal(sigma_version_selftest(), SIGMA_OK);
}

static void another_rounding_is_noticed(void **unused)
{
    static const int modes[] = {
#ifdef FE_UPWARD
        FE_UPWARD,
#endif
#ifdef FE_DOWNWARD
        FE_DOWNWARD,
#endif
#ifdef FE_TOWARDZERO
        FE_TOWARDZERO,
#endif
        FE_TONEAREST};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(modes); i++) {
        assert_int_equal(fesetround(modes[i]), 0);
        sigma_status status = sigma_version_selftest();
        assert_int_equal(fesetround(FE_TONEAREST), 0);
        assert_int_equal(status, modes[i] == FE_TONEAREST ? SIGMA_OK : SIGMA_E_STATE);
    }
}

static void denormals_that_count_as_zero_are_noticed(void **unused)
{
    (void)unused;
#ifdef __SSE2__
    static const unsigned results = 0x8000, operands = 0x0040;
    const unsigned flushed[] = {results, operands, results | operands};
    unsigned saved = _mm_getcsr();
    for (int32_t i = 0; i < COUNT_OF(flushed); i++) {
        _mm_setcsr(saved | flushed[i]);
        sigma_status status = sigma_version_selftest();
        _mm_setcsr(saved);
        assert_int_equal(status, SIGMA_E_STATE);
    }
    assert_int_equal(sigma_version_selftest(), SIGMA_OK);
#else
    skip();
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_library_has_the_version_of_its_headers),
        cmocka_unit_test(this_process_computes_as_the_standard_says),
        cmocka_unit_test(another_rounding_is_noticed),
        cmocka_unit_test(denormals_that_count_as_zero_are_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
