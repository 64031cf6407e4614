/* SPDX-License-Identifier: MIT */
/* A position is usable where its fields are in range, and nowhere else. */
#include "fuzz.h"

void fuzz_position(fuzz_input *in)
{
    sigma_position position;

    while (fuzz_more(in)) {
        fuzz_make_position(in, &position);
        sigma_status status = fuzz_saw("sigma_position_check", sigma_position_check(&position));
        REQUIRE((status == SIGMA_OK) == fuzz_in_range(SIGMA_KIND_POSITION, &position));
    }
    fuzz_saw_null("sigma_position_check", sigma_position_check(NULL));
}
