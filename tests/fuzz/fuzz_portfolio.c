/* SPDX-License-Identifier: MIT */
/* Any positions in any portfolio, sound or damaged: sums are those of the positions in it, and no
 * candidate is approved that breaks a limit or of which something is not known. */
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

static void price(fuzz_input *in, sigma_portfolio *portfolio)
{
    sigma_portfolio before = *portfolio;
    sigma_symbol symbol;
    double exposure;

    fuzz_make_symbol(in, &symbol);
    double at = fuzz_rarely(in) ? fuzz_double(in) : fuzz_make_price(in, &symbol);
    int32_t sector = fuzz_rarely(in) ? fuzz_int32(in) : fuzz_pick(in, 3);
    sigma_status status =
        sigma_portfolio_price(portfolio, FUZZ_UNLESS(fuzz_pick(in, 64) == 63, &symbol), at, sector);
    (void)fuzz_saw_state("sigma_portfolio_price", status, SIGMA_KIND_PORTFOLIO, &before, portfolio);
    status = sigma_portfolio_exposure(&symbol, fuzz_around(in, 0.0, 1e12), at, &exposure);
    (void)fuzz_saw_number("sigma_portfolio_exposure", status, &exposure);
    REQUIRE(exposure >= 0.0 && exposure <= 1e18);
}

static void lean(fuzz_input *in, const sigma_portfolio *portfolio)
{
    double net, smaller, balance = fuzz_around(in, 1e-6, 1e15);
    int32_t id = fuzz_rarely(in) ? fuzz_int32(in) : portfolio->position[0].id;
    sigma_status status = sigma_portfolio_lean(portfolio, id, balance, &net, &smaller);
    (void)fuzz_saw_number("sigma_portfolio_lean", status, &net);
    (void)fuzz_saw_number("sigma_portfolio_lean", status, &smaller);
    REQUIRE(net >= -1e6 && net <= 1e6 && smaller >= 0.0 && smaller <= 1e6);
}

static void correlate(fuzz_input *in, sigma_correlation *correlation)
{
    sigma_correlation_params params;
    REQUIRE(sigma_correlation_defaults(&params) == SIGMA_OK);
    REQUIRE(sigma_correlation_init(correlation, &params) == SIGMA_OK);
    for (int32_t i = fuzz_pick(in, 3); i > 0; i--) {
        REQUIRE(sigma_correlation_add(correlation, i) == SIGMA_OK);
    }
    if (correlation->count == 2) {
        REQUIRE(sigma_correlation_give(correlation, 1, 2, fuzz_within(in, -1.0, 1.0)) == SIGMA_OK);
    }
    if (fuzz_rarely(in)) {
        fuzz_damage(in, SIGMA_KIND_CORRELATION, correlation);
    }
}

static void check(fuzz_input *in, const sigma_portfolio *portfolio)
{
    static sigma_correlation correlation;
    sigma_portfolio_params params;
    sigma_portfolio_sample s;
    sigma_portfolio_verdict v;

    correlate(in, &correlation);
    sigma_status status = sigma_portfolio_defaults(&params);
    (void)fuzz_saw_result("sigma_portfolio_defaults", status, SIGMA_KIND_PORTFOLIO_PARAMS, &params);
    if (fuzz_rarely(in)) {
        fuzz_object(in, SIGMA_KIND_PORTFOLIO_PARAMS, &params);
    }
    params.positions = 1 + fuzz_pick(in, 64);
    fuzz_object(in, SIGMA_KIND_PORTFOLIO_SAMPLE, &s);
    status = sigma_portfolio_check(portfolio, &correlation, &params,
                                   FUZZ_UNLESS(fuzz_rarely(in), &s), &v);
    (void)fuzz_saw_result("sigma_portfolio_check", status, SIGMA_KIND_PORTFOLIO_VERDICT, &v);
    sigma_portfolio_grant grant;
    sigma_status granted = sigma_portfolio_permit(portfolio, &correlation, &params, &s, &grant);
    (void)fuzz_saw_result("sigma_portfolio_permit", granted, SIGMA_KIND_PORTFOLIO_GRANT, &grant);
    REQUIRE(status != SIGMA_OK || granted == SIGMA_OK);
    REQUIRE(status != SIGMA_OK || fuzz_is_same(&grant.risk, &v.room, sizeof v.room));
    REQUIRE((v.verdict == SIGMA_VERDICT_APPROVE) == (status == SIGMA_OK && v.refused == 0));
    REQUIRE((v.passed & v.refused) == 0);
    if (status == SIGMA_OK && v.verdict == SIGMA_VERDICT_APPROVE) {
        REQUIRE(s.exposure > 0.0 && s.risk > 0.0 && v.sum <= params.hard * s.equity);
        REQUIRE(portfolio->count < params.positions);
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
        if (fuzz_pick(in, 4) == 0) {
            price(in, &portfolio);
            check(in, &portfolio);
            lean(in, &portfolio);
        }
        if (fuzz_pick(in, 64) == 63) {
            fuzz_damage(in, SIGMA_KIND_PORTFOLIO, &portfolio);
        }
        if (fuzz_pick(in, 128) == 127) {
            start(in, &portfolio);
        }
    }
    double number;
    fuzz_saw_null("sigma_portfolio_init", sigma_portfolio_init(NULL));
    fuzz_saw_null("sigma_portfolio_defaults", sigma_portfolio_defaults(NULL));
    fuzz_saw_null("sigma_portfolio_price", sigma_portfolio_price(&portfolio, NULL, 1.0, 0));
    fuzz_saw_null("sigma_portfolio_exposure", sigma_portfolio_exposure(NULL, 1.0, 1.0, &number));
    fuzz_saw_null("sigma_portfolio_check",
                  sigma_portfolio_check(&portfolio, NULL, NULL, NULL, NULL));
    fuzz_saw_null("sigma_portfolio_permit",
                  sigma_portfolio_permit(&portfolio, NULL, NULL, NULL, NULL));
    fuzz_saw_null("sigma_portfolio_lean", sigma_portfolio_lean(&portfolio, 1, 1.0, &number, NULL));
    fuzz_saw_null("sigma_portfolio_update", sigma_portfolio_update(NULL, &position));
    fuzz_saw_null("sigma_portfolio_read", sigma_portfolio_read(NULL, 1, &result));
    fuzz_saw_null("sigma_portfolio_read", sigma_portfolio_read(&portfolio, 1, NULL));
}
