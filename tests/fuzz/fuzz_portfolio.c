/* SPDX-License-Identifier: MIT */
/* Any positions in any portfolio, sound or damaged: sums are those of the positions in it. */
#include "fuzz.h"

static void start(fuzz_input *in, sigma_portfolio *portfolio)
{
    if (fuzz_pick(in, 16) == 0) {
        fuzz_object(in, SIGMA_KIND_PORTFOLIO, portfolio);
        return;
    }
    sigma_status status = sigma_portfolio_init(portfolio);
    (void)fuzz_saw_result("sigma_portfolio_init", status, SIGMA_KIND_PORTFOLIO, portfolio);
    REQUIRE(status == SIGMA_OK && portfolio->count == 0);
    sigma_position one = {.entry = 1.0, .stop = 0.9, .lots = 0.1, .symbol = 1, .side = 1};
    for (int32_t full = fuzz_pick(in, 4) == 0 ? SIGMA_PORTFOLIO_SPACE : 0; one.id < full;) {
        one.id++;
        REQUIRE(sigma_portfolio_update(portfolio, &one) == SIGMA_OK);
    }
}

static void update(fuzz_input *in, sigma_portfolio *portfolio)
{
    sigma_portfolio before = *portfolio;
    sigma_position position;

    fuzz_make_position(in, &position);
    sigma_status status =
        sigma_portfolio_update(portfolio, FUZZ_UNLESS(fuzz_pick(in, 64) == 63, &position));
    (void)fuzz_saw_state("sigma_portfolio_update", status, SIGMA_KIND_PORTFOLIO, &before,
                         portfolio);
    REQUIRE(status != SIGMA_OK ||
            (portfolio->count >= before.count - 1 && portfolio->count <= before.count + 1));
    REQUIRE(status != SIGMA_E_SPACE || before.count == SIGMA_PORTFOLIO_SPACE);
}

static void read(fuzz_input *in, const sigma_portfolio *portfolio)
{
    sigma_portfolio_result result;
    int32_t symbol = fuzz_rarely(in) ? fuzz_int32(in) : 1 + fuzz_pick(in, 2);
    sigma_status status = sigma_portfolio_read(portfolio, symbol, &result);

    (void)fuzz_saw_result("sigma_portfolio_read", status, SIGMA_KIND_PORTFOLIO_RESULT, &result);
    if (status == SIGMA_OK) {
        REQUIRE(result.positions == portfolio->count && result.symbol == symbol);
        REQUIRE(result.mark == SIGMA_PART_PORTFOLIO);
    }
}

void fuzz_portfolio(fuzz_input *in)
{
    sigma_portfolio portfolio;
    sigma_portfolio_result result;
    sigma_position position = {0};

    start(in, &portfolio);
    while (fuzz_more(in)) {
        update(in, &portfolio);
        if (fuzz_pick(in, 4) == 0) {
            read(in, &portfolio);
        }
        if (fuzz_pick(in, 64) == 63) {
            fuzz_damage(in, &portfolio, sizeof portfolio);
        }
        if (fuzz_pick(in, 128) == 127) {
            start(in, &portfolio);
        }
    }
    fuzz_saw_null("sigma_portfolio_init", sigma_portfolio_init(NULL));
    fuzz_saw_null("sigma_portfolio_update", sigma_portfolio_update(NULL, &position));
    fuzz_saw_null("sigma_portfolio_read", sigma_portfolio_read(NULL, 1, &result));
    fuzz_saw_null("sigma_portfolio_read", sigma_portfolio_read(&portfolio, 1, NULL));
}
