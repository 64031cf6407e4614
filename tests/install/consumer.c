/* SPDX-License-Identifier: MIT */
/* A program of somebody else's, valid C and C++: prints the version of the library it runs with. */
#include <sigma/sigma.h>
#include <stdio.h>

int main(void)
{
    sigma_policy policy;
    static sigma_symbol symbol;
    double floored;
    int32_t header = SIGMA_VERSION_MAJOR * 10000 + SIGMA_VERSION_MINOR * 100 + SIGMA_VERSION_PATCH;

    symbol.tick_size = symbol.tick_value = symbol.lot_min = symbol.lot_step = 0.01;
    symbol.lot_max = 100.0;
    symbol.leverage = 1.0;
    symbol.id = 1;
    symbol.asset = SIGMA_ASSET_STOCK;
    if (sigma_version_number() != header || sigma_version_abi() != SIGMA_ABI_VERSION ||
        sigma_version_selftest() != SIGMA_OK || sigma_policy_defaults(&policy) != SIGMA_OK ||
        sigma_symbol_floor(&symbol, 0.297, &floored) != SIGMA_OK || floored != 0.29) {
        return 1;
    }
    printf("%d.%d.%d\n", header / 10000, header / 100 % 100, header % 100);
    return 0;
}
