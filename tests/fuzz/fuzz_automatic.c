/* SPDX-License-Identifier: MIT */
/* Any account, market and history: the risk never exceeds its share, leverage keeps its limits, and
 * what is sized is what the levels say. */
#include "fuzz.h"

static void make_sample(fuzz_input *in, const sigma_symbol *symbol, sigma_automatic_sample *x)
{
    fuzz_object(in, SIGMA_KIND_AUTOMATIC_SAMPLE, x);
    if (fuzz_pick(in, 8) != 0) {
        x->balance = 1000.0 * (1.0 + (double)fuzz_bytes(in, 2));
        x->equity = x->balance * (0.9 + fuzz_pick(in, 4) * 0.05);
        x->peak = x->balance * (1.0 + fuzz_pick(in, 4) * 0.05);
        x->margin = x->balance * fuzz_pick(in, 12) / 10.0;
        x->heat = x->balance * fuzz_pick(in, 4) / 100.0;
        x->entry = fuzz_make_price(in, symbol);
        x->atr = x->entry * fuzz_pick(in, 64) / 1000.0;
        x->trades = fuzz_pick(in, 128);
        x->win_rate = fuzz_pick(in, 101) / 100.0;
        x->payoff = fuzz_pick(in, 64) / 16.0;
        x->mean = (fuzz_pick(in, 64) - 16) / 50.0;
    }
}

static void trade_holds(const sigma_automatic_params *p, const sigma_symbol *symbol,
                        const sigma_automatic_sample *x, const sigma_automatic_result *r)
{
    double most = symbol->leverage > 1.0 ? symbol->leverage : 1.0;

    REQUIRE(r->risk <= p->risk_share * x->balance * (1.0 + 1e-15));
    REQUIRE(r->kelly == 0.0 || r->risk <= r->kelly * x->equity);
    REQUIRE(r->leverage <= p->leverage_max && r->leverage <= p->policy_leverage &&
            r->leverage <= most);
    REQUIRE(r->sizing.lots == 0.0 || !(r->stops.refused & 1U << SIGMA_REASON_STOP));
    REQUIRE(r->sizing.risk <= x->equity * p->sizing.risk_max * (1.0 + 1e-12));
}

void fuzz_automatic(fuzz_input *in)
{
    sigma_automatic_params params;
    sigma_symbol symbol;
    sigma_automatic_sample sample;
    sigma_automatic_result result;

    fuzz_saw_null("sigma_automatic_defaults", sigma_automatic_defaults(NULL));
    while (fuzz_more(in)) {
        REQUIRE(fuzz_saw("sigma_automatic_defaults", sigma_automatic_defaults(&params)) ==
                SIGMA_OK);
        if (fuzz_pick(in, 3) == 0) {
            fuzz_object(in, SIGMA_KIND_AUTOMATIC_PARAMS, &params);
            params.stops.scheme = SIGMA_SCHEME_MATHEMATICIAN;
            params.sizing.mode = SIGMA_MODE_AUTOMATIC;
        }
        fuzz_make_symbol(in, &symbol);
        make_sample(in, &symbol, &sample);
        int32_t none = fuzz_pick(in, 128);
        sigma_status status = sigma_automatic_evaluate(FUZZ_UNLESS(none == 125, &params),
                                                       FUZZ_UNLESS(none == 126, &symbol),
                                                       FUZZ_UNLESS(none == 127, &sample), &result);
        (void)fuzz_saw_result("sigma_automatic_evaluate", status, SIGMA_KIND_AUTOMATIC_RESULT,
                              &result);
        if (status == SIGMA_OK) {
            trade_holds(&params, &symbol, &sample, &result);
        }
    }
    fuzz_saw_null("sigma_automatic_evaluate",
                  sigma_automatic_evaluate(&params, &symbol, &sample, NULL));
}
