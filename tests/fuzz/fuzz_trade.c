/* SPDX-License-Identifier: MIT */
/* Any trade: what is sound has an R within its range, or none. */
#include "fuzz.h"

void fuzz_trade(fuzz_input *in)
{
    sigma_trade trade;
    double multiple = 1.0;

    while (fuzz_more(in)) {
        fuzz_make_trade(in, 0, &trade);
        const sigma_trade *argument = FUZZ_UNLESS(fuzz_pick(in, 64) == 63, &trade);
        sigma_status sound = fuzz_saw("sigma_trade_check", sigma_trade_check(argument));
        sigma_status status = sigma_trade_multiple(argument, &multiple);
        (void)fuzz_saw_number("sigma_trade_multiple", status, &multiple);
        REQUIRE(-1e6 <= multiple && multiple <= 1e6);
        REQUIRE(sound == (status == SIGMA_WARMUP ? SIGMA_OK : status));
        REQUIRE(sound != SIGMA_OK || fuzz_in_range(SIGMA_KIND_TRADE, &trade));
        REQUIRE(status != SIGMA_WARMUP || multiple == 0.0);
    }
    fuzz_saw_null("sigma_trade_multiple", sigma_trade_multiple(&trade, NULL));
}
