/* SPDX-License-Identifier: MIT */
/* Any parameters, facts and trades: no cap is exceeded, no risk rounded up, and the lots are on the
 * step, none, or at least the smallest. */
#include "fuzz.h"

static const double NOISE = 1.0 + 0x1p-49; /* 4 ulp, and as much for the last rounding */

static void make_sample(fuzz_input *in, const sigma_symbol *symbol, sigma_sizing_sample *sample)
{
    fuzz_object(in, SIGMA_KIND_SIZING_SAMPLE, sample);
    if (fuzz_pick(in, 8) != 0) {
        sample->equity = 1000.0 * (1.0 + (double)fuzz_bytes(in, 2));
        sample->margin = sample->equity * fuzz_pick(in, 12) / 10.0;
        sample->heat = sample->equity * fuzz_pick(in, 12) / 100.0;
        sample->entry = fuzz_make_price(in, symbol);
        sample->stop = sample->entry + (fuzz_pick(in, 256) - 128) * 1.5 * symbol->tick_size;
    }
}

static void caps_hold(const sigma_sizing_result *r)
{
    for (int32_t i = SIGMA_CAP_RISK; i < SIGMA_CAP_STEP; i++) {
        bool asked = r->asked >> i & 1;
        REQUIRE(!asked || r->lots <= r->cap[i] * NOISE);
        REQUIRE(i == SIGMA_CAP_RISK || r->lots_after[i] <= r->lots_after[i - 1]);
        REQUIRE(i == SIGMA_CAP_RISK || r->binding == i || r->binding > i ||
                r->lots_after[i] == r->lots_after[i - 1]);
    }
    REQUIRE(r->lots == r->lots_after[SIGMA_CAP_STEP]);
    REQUIRE(r->lots <= r->lots_after[SIGMA_CAP_BROKER] * NOISE);
}

static void risk_holds(const sigma_sizing_params *p, const sigma_sizing_sample *s,
                       const sigma_sizing_result *r)
{
    REQUIRE(r->risk <= s->equity * p->risk_fraction * NOISE);
    REQUIRE(r->risk <= r->risk_after[SIGMA_FACTOR_COUNT - 1] * NOISE);
    if (r->lots > 0.0) {
        double margin_free = s->equity - s->margin;
        REQUIRE(r->risk + s->heat <= p->heat_max * s->equity * (1.0 + 1e-12));
        REQUIRE(r->margin <= margin_free * p->margin_max * (1.0 + 1e-12));
    }
}

static void lots_hold(const sigma_symbol *symbol, const sigma_sizing_result *r)
{
    double floored;

    REQUIRE(r->lots == 0.0 || r->lots >= symbol->lot_min);
    REQUIRE(r->lots <= symbol->lot_max);
    if (fuzz_is_usual_step(symbol->lot_step) && r->lots / symbol->lot_step < 0x1p47) {
        REQUIRE(sigma_symbol_floor(symbol, r->lots, &floored) == SIGMA_OK && floored == r->lots);
    }
}

void fuzz_sizing(fuzz_input *in)
{
    sigma_sizing_params params;
    sigma_symbol symbol;
    sigma_sizing_sample sample;
    sigma_sizing_result result;

    fuzz_saw_null("sigma_sizing_defaults", sigma_sizing_defaults(NULL));
    while (fuzz_more(in)) {
        REQUIRE(fuzz_saw("sigma_sizing_defaults", sigma_sizing_defaults(&params)) == SIGMA_OK);
        if (fuzz_pick(in, 2) == 0) {
            fuzz_object(in, SIGMA_KIND_SIZING_PARAMS, &params);
        }
        fuzz_make_symbol(in, &symbol);
        make_sample(in, &symbol, &sample);
        int32_t none = fuzz_pick(in, 128);
        sigma_status status = sigma_sizing_evaluate(FUZZ_UNLESS(none == 125, &params),
                                                    FUZZ_UNLESS(none == 126, &symbol),
                                                    FUZZ_UNLESS(none == 127, &sample), &result);
        (void)fuzz_saw_result("sigma_sizing_evaluate", status, SIGMA_KIND_SIZING_RESULT, &result);
        if (status == SIGMA_OK) {
            caps_hold(&result);
            risk_holds(&params, &sample, &result);
            lots_hold(&symbol, &result);
        }
    }
    fuzz_saw_null("sigma_sizing_evaluate", sigma_sizing_evaluate(&params, &symbol, &sample, NULL));
}
