/* SPDX-License-Identifier: MIT */
/* Any parameters, facts and trades: every check is judged, and where none refuses the stop stands
 * on the losing side and the target on the winning one. */
#include "fuzz.h"

static const uint64_t JUDGED = (1U << SIGMA_REASON_STOP) | (1U << SIGMA_REASON_STOP_LEVEL) |
                               (1U << SIGMA_REASON_TARGET) | (1U << SIGMA_REASON_REWARD);

static void make_sample(fuzz_input *in, const sigma_symbol *symbol, sigma_stops_sample *sample)
{
    fuzz_object(in, SIGMA_KIND_STOPS_SAMPLE, sample);
    if (fuzz_pick(in, 8) != 0) {
        double tick = symbol->tick_size;
        sample->entry = fuzz_make_price(in, symbol);
        sample->atr = fuzz_pick(in, 128) * 0.3 * tick;
        sample->stop = sample->entry + (fuzz_pick(in, 128) - 64) * 1.5 * tick;
        sample->target = sample->entry + (fuzz_pick(in, 256) - 128) * 2.5 * tick;
        sample->structure = sample->entry + (fuzz_pick(in, 128) - 64) * 2.0 * tick;
    }
}

/* On the grid, with ticks as brokers have them and a least distance of whole ticks. */
static bool tidy(const sigma_symbol *symbol, double entry)
{
    double rounded;
    return fuzz_is_usual_step(symbol->tick_size) && entry / symbol->tick_size < 0x1p40 &&
           symbol->stop_level == (double)(int64_t)symbol->stop_level &&
           sigma_symbol_round(symbol, entry, SIGMA_ROUND_NEAREST, &rounded) == SIGMA_OK &&
           rounded == entry;
}

/* Where the caller gives none, the stop keeps the distances of (1). */
static void distance_holds(const sigma_stops_params *params, const sigma_symbol *symbol,
                           const sigma_stops_sample *sample, const sigma_stops_result *r)
{
    bool own = sample->given >> SIGMA_GIVEN_STOP & 1;

    if (!own && r->stop > 0.0 && tidy(symbol, sample->entry)) {
        double noise = (sample->entry + r->stop) * 1e-12;
        REQUIRE(r->passed >> SIGMA_REASON_STOP & 1 && r->passed >> SIGMA_REASON_STOP_LEVEL & 1);
        REQUIRE(params->scheme != SIGMA_SCHEME_SIGMA ||
                r->distance >= params->atr_multiple * sample->atr * r->stop_factor - noise);
        REQUIRE(r->distance >= symbol->stop_level * symbol->tick_size - noise);
    }
}

static void holds(const sigma_stops_params *params, const sigma_stops_sample *sample,
                  const sigma_stops_result *r)
{
    REQUIRE((r->passed | r->refused) == JUDGED && (r->passed & r->refused) == 0);
    if (r->refused == 0) {
        double sign = sample->side == SIGMA_SIDE_LONG ? 1.0 : -1.0;
        REQUIRE(sign * (sample->entry - r->stop) > 0.0 && r->distance > 0.0);
        REQUIRE(sign * (r->target - sample->entry) > 0.0);
        bool own = sample->given >> SIGMA_GIVEN_TARGET & 1;
        bool plain = params->scheme == SIGMA_SCHEME_SIGMA;
        double aimed_at = params->reward_risk * params->target_factor[sample->regime];
        REQUIRE(own || !plain || aimed_at >= params->reward_risk_min);
        REQUIRE(!own || r->reward_risk >= params->reward_risk_min);
        REQUIRE(r->breakeven > 0.0 && r->origin != SIGMA_ORIGIN_UNKNOWN);
    }
}

static void percentile(fuzz_input *in)
{
    double history[8], value = fuzz_double(in), share;
    int32_t count = fuzz_pick(in, 10) - 1;

    for (int32_t i = 0; i < 8; i++) {
        history[i] = fuzz_pick(in, 16) == 0 ? fuzz_double(in) : fuzz_within(in, 0.0, 4.0);
    }
    count = count > 8 ? 8 : count;
    sigma_status status = sigma_stops_percentile(history, count, value, &share);
    (void)fuzz_saw_number("sigma_stops_percentile", status, &share);
    REQUIRE(0.0 <= share && share <= 1.0);
}

void fuzz_stops(fuzz_input *in)
{
    sigma_stops_params params;
    sigma_symbol symbol;
    sigma_stops_sample sample;
    sigma_stops_result result;

    fuzz_saw_null("sigma_stops_defaults", sigma_stops_defaults(NULL));
    fuzz_saw_null("sigma_stops_percentile", sigma_stops_percentile(NULL, 1, 0.0, NULL));
    while (fuzz_more(in)) {
        percentile(in);
        REQUIRE(fuzz_saw("sigma_stops_defaults", sigma_stops_defaults(&params)) == SIGMA_OK);
        if (fuzz_pick(in, 2) == 0) {
            fuzz_object(in, SIGMA_KIND_STOPS_PARAMS, &params);
        }
        fuzz_make_symbol(in, &symbol);
        make_sample(in, &symbol, &sample);
        int32_t none = fuzz_pick(in, 128);
        sigma_status status = sigma_stops_evaluate(FUZZ_UNLESS(none == 125, &params),
                                                   FUZZ_UNLESS(none == 126, &symbol),
                                                   FUZZ_UNLESS(none == 127, &sample), &result);
        (void)fuzz_saw_result("sigma_stops_evaluate", status, SIGMA_KIND_STOPS_RESULT, &result);
        if (status == SIGMA_OK) {
            holds(&params, &sample, &result);
            distance_holds(&params, &symbol, &sample, &result);
        }
    }
    fuzz_saw_null("sigma_stops_evaluate", sigma_stops_evaluate(&params, &symbol, &sample, NULL));
}
