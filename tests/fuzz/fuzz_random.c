/* SPDX-License-Identifier: MIT */
/* Any seed, path and index: uniform numbers lie inside the unit interval, normal ones near 0. */
#include "fuzz.h"

void fuzz_random(fuzz_input *in)
{
    uint32_t words[4] = {0};
    double uniform, normal;

    while (fuzz_more(in)) {
        int64_t seed = (int64_t)fuzz_bytes(in, 8), path = fuzz_int32(in);
        int64_t index = (int64_t)fuzz_bytes(in, 4);
        path *= fuzz_rarely(in) ? INT64_C(1) << 31 : 1;
        sigma_status status = sigma_random_words(seed, path, index, words);
        (void)fuzz_saw_numbers("sigma_random_words", status, words, 4, 4);
        status = sigma_random_uniform(seed, path, index, &uniform);
        (void)fuzz_saw_number("sigma_random_uniform", status, &uniform);
        status = sigma_random_normal(seed, path, index, &normal);
        (void)fuzz_saw_number("sigma_random_normal", status, &normal);
        REQUIRE(uniform > 0.0 && uniform < 1.0 && normal > -8.3 && normal < 8.3);
        REQUIRE((uniform < 0.5) == (normal < 0.0));
    }
    fuzz_saw_null("sigma_random_words", sigma_random_words(0, 0, 0, NULL));
    fuzz_saw_null("sigma_random_uniform", sigma_random_uniform(0, 0, 0, NULL));
    fuzz_saw_null("sigma_random_normal", sigma_random_normal(0, 0, 0, NULL));
}
