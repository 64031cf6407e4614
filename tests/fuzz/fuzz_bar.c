/* SPDX-License-Identifier: MIT */
/* A bar is usable where its fields are in range and its prices in order, and nowhere else. */
#include "fuzz.h"

static bool ordered(const sigma_bar *b)
{
    return b->low <= b->open && b->open <= b->high && b->low <= b->close && b->close <= b->high;
}

void fuzz_bar(fuzz_input *in)
{
    sigma_symbol symbol;
    sigma_bar bar = {0};

    fuzz_make_symbol(in, &symbol);
    while (fuzz_more(in)) {
        fuzz_make_bar(in, &symbol, &bar);
        sigma_status status = fuzz_saw("sigma_bar_check", sigma_bar_check(&bar));
        REQUIRE((status == SIGMA_OK) == (fuzz_in_range(SIGMA_KIND_BAR, &bar) && ordered(&bar)));
    }
    fuzz_saw_null("sigma_bar_check", sigma_bar_check(NULL));
}
