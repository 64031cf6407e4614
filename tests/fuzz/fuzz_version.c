/* SPDX-License-Identifier: MIT */
/* Constants: the same in every process that computes as the standard says. */
#include "fuzz.h"

void fuzz_version(fuzz_input *in)
{
    int32_t number = sigma_version_number(), abi = sigma_version_abi();

    (void)in;
    (void)fuzz_saw_numbers("sigma_version_number", SIGMA_OK, &number, 4, 1);
    (void)fuzz_saw_numbers("sigma_version_abi", SIGMA_OK, &abi, 4, 1);
    REQUIRE(fuzz_saw("sigma_version_selftest", sigma_version_selftest()) == SIGMA_OK);
    REQUIRE(abi == SIGMA_ABI_VERSION);
    REQUIRE(number ==
            SIGMA_VERSION_MAJOR * 10000 + SIGMA_VERSION_MINOR * 100 + SIGMA_VERSION_PATCH);
}
