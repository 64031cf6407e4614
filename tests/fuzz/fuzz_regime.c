/* SPDX-License-Identifier: MIT */
/* Any settings, states and bars: chances are chances, and advice follows from any regime. */
#include "fuzz.h"

static void filter(fuzz_input *in)
{
    sigma_regime_params params;
    sigma_regime regime;
    sigma_regime_result result, again;
    sigma_symbol symbol;
    sigma_bar bar = {0};
    sigma_status status = sigma_regime_defaults(fuzz_pick(in, 3), &params);

    (void)fuzz_saw_result("sigma_regime_defaults", status, SIGMA_KIND_REGIME_PARAMS, &params);
    if (fuzz_pick(in, 4) == 0) {
        fuzz_object(in, SIGMA_KIND_REGIME_PARAMS, &params);
    }
    params.warmup = params.warmup > 20 ? 20 : params.warmup;
    status = sigma_regime_init(&regime, &params);
    (void)fuzz_saw_result("sigma_regime_init", status, SIGMA_KIND_REGIME, &regime);
    if (fuzz_pick(in, 8) == 0) {
        fuzz_object(in, SIGMA_KIND_REGIME, &regime);
    }
    fuzz_make_symbol(in, &symbol);
    for (int32_t i = fuzz_pick(in, FUZZ_COLUMN); i > 0; i--) {
        sigma_regime before = regime;
        fuzz_make_bar(in, &symbol, &bar);
        status = sigma_regime_update(&regime, &bar, &result);
        (void)fuzz_saw_state("sigma_regime_update", status, SIGMA_KIND_REGIME, &before, &regime);
        (void)fuzz_saw_result("sigma_regime_update", status, SIGMA_KIND_REGIME_RESULT, &result);
        sigma_status read = sigma_regime_read(&regime, &again);
        (void)fuzz_saw_result("sigma_regime_read", read, SIGMA_KIND_REGIME_RESULT, &again);
        REQUIRE(status < 0 || (read == status && fuzz_is_same(&result, &again, sizeof result)));
    }
}

static void rules(fuzz_input *in)
{
    sigma_rules_params params;
    sigma_rules state;
    sigma_rules_sample sample;
    sigma_rules_result result;
    sigma_status status = sigma_rules_defaults(fuzz_pick(in, 3), &params);

    (void)fuzz_saw_result("sigma_rules_defaults", status, SIGMA_KIND_RULES_PARAMS, &params);
    if (fuzz_pick(in, 4) == 0) {
        fuzz_object(in, SIGMA_KIND_RULES_PARAMS, &params);
    }
    status = sigma_rules_init(&state, &params);
    (void)fuzz_saw_result("sigma_rules_init", status, SIGMA_KIND_RULES, &state);
    if (fuzz_pick(in, 8) == 0) {
        fuzz_object(in, SIGMA_KIND_RULES, &state);
    }
    for (int32_t i = fuzz_pick(in, 16); i > 0; i--) {
        sigma_rules before = state;
        fuzz_object(in, SIGMA_KIND_RULES_SAMPLE, &sample);
        status = sigma_rules_update(&state, &sample, &result);
        (void)fuzz_saw_state("sigma_rules_update", status, SIGMA_KIND_RULES, &before, &state);
        (void)fuzz_saw_result("sigma_rules_update", status, SIGMA_KIND_RULES_RESULT, &result);
    }
}

static void advice(fuzz_input *in)
{
    sigma_advice_params params;
    sigma_advice_sample sample;
    sigma_advice_result result;

    REQUIRE(fuzz_saw("sigma_advice_defaults", sigma_advice_defaults(&params)) == SIGMA_OK);
    if (fuzz_pick(in, 2) == 0) {
        fuzz_object(in, SIGMA_KIND_ADVICE_PARAMS, &params);
    }
    fuzz_object(in, SIGMA_KIND_ADVICE_SAMPLE, &sample);
    sigma_status status = sigma_advice_evaluate(&params, &sample, &result);
    (void)fuzz_saw_result("sigma_advice_evaluate", status, SIGMA_KIND_ADVICE_RESULT, &result);
    REQUIRE(status < 0 ||
            (result.verdict == SIGMA_VERDICT_APPROVE) == (result.caution == SIGMA_CAUTION_NONE));
}

void fuzz_regime(fuzz_input *in)
{
    sigma_regime regime;
    sigma_regime_result result;
    sigma_bar bar = {0};
    sigma_rules state = {0};
    sigma_rules_result rules_result;

    while (fuzz_more(in)) {
        filter(in);
        rules(in);
        advice(in);
    }
    fuzz_saw_null("sigma_regime_defaults", sigma_regime_defaults(0, NULL));
    fuzz_saw_null("sigma_regime_init", sigma_regime_init(&regime, NULL));
    fuzz_saw_null("sigma_regime_update", sigma_regime_update(NULL, &bar, &result));
    fuzz_saw_null("sigma_regime_read", sigma_regime_read(NULL, &result));
    fuzz_saw_null("sigma_rules_defaults", sigma_rules_defaults(0, NULL));
    fuzz_saw_null("sigma_rules_init", sigma_rules_init(&state, NULL));
    fuzz_saw_null("sigma_rules_update", sigma_rules_update(&state, NULL, &rules_result));
    fuzz_saw_null("sigma_advice_defaults", sigma_advice_defaults(NULL));
    fuzz_saw_null("sigma_advice_evaluate", sigma_advice_evaluate(NULL, NULL, NULL));
}
