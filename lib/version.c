/* SPDX-License-Identifier: MIT */
#include "sigma/version.h"

#include "bytes.h"

int32_t sigma_version_number(void)
{
    return SIGMA_VERSION_MAJOR * 10000 + SIGMA_VERSION_MINOR * 100 + SIGMA_VERSION_PATCH;
}

int32_t sigma_version_abi(void)
{
    return SIGMA_ABI_VERSION;
}

sigma_status sigma_version_selftest(void)
{
    /* volatile, so that the processor computes them now, and not the compiler beforehand */
    volatile double one = 1.0, tiny = 0x1p-1022, tenth = 0.1, half_ulp = 0x1p-53;
    volatile double denormal = tiny / 2.0;
    double normal = denormal + denormal; /* 0 where denormals count as 0 */
    double down = one + half_ulp;        /* a tie, to even: 1 */
    double up = one + 3.0 * half_ulp;    /* a tie, to even: 1 + 2 ulp */
    double product = tenth * tenth;
    double rest = tenth * tenth - product; /* not 0 where it is fused */
    uint64_t wrong = (sigma_bits(denormal) ^ UINT64_C(0x0008000000000000)) |
                     (sigma_bits(normal) ^ sigma_bits(tiny)) |
                     (sigma_bits(down) ^ sigma_bits(1.0)) |
                     (sigma_bits(up) ^ sigma_bits(1.0 + 0x1p-51)) | sigma_bits(rest);

    return wrong == 0 ? SIGMA_OK : SIGMA_E_STATE;
}
