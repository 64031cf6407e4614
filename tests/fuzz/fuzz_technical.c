/* SPDX-License-Identifier: MIT */
/* Any settings, states and bars: a score is the sum of its points, and an entry that something
 * stands against has no side. */
#include "fuzz.h"

static void start(fuzz_input *in, sigma_technical *technical)
{
    sigma_technical_params params;
    int32_t asset = fuzz_pick(in, SIGMA_ASSET_COUNT + 1);
    int64_t interval = fuzz_pick(in, 16) == 0 ? (int64_t)fuzz_bytes(in, 8) : INT64_C(60000000000);
    sigma_status status = sigma_technical_defaults(asset, interval, &params);

    (void)fuzz_saw_result("sigma_technical_defaults", status, SIGMA_KIND_TECHNICAL_PARAMS, &params);
    for (int32_t i = 0; i < 3; i++) {
        params.ema[i % 2] = 1 + i;
        params.trend[i] = 1 + i;
    }
    if (fuzz_pick(in, 4) == 0) {
        fuzz_object(in, SIGMA_KIND_TECHNICAL_PARAMS, &params);
    }
    status = sigma_technical_init(technical, FUZZ_UNLESS(fuzz_rarely(in), &params));
    (void)fuzz_saw_result("sigma_technical_init", status, SIGMA_KIND_TECHNICAL, technical);
}

static void score(fuzz_input *in, const sigma_technical *technical)
{
    sigma_features f;
    sigma_technical_result r;
    int32_t trend, side = fuzz_pick(in, 4), open = fuzz_pick(in, 8) - 1;

    fuzz_object(in, SIGMA_KIND_FEATURES, &f);
    f.ready = fuzz_pick(in, 4) == 0 ? f.ready : (UINT64_C(1) << SIGMA_FEATURE_COUNT) - 1;
    open = open > 0 ? 1 : open;
    int32_t none = fuzz_pick(in, 64);
    sigma_status leans = sigma_technical_trend(FUZZ_UNLESS(none == 61, technical), &trend);
    (void)fuzz_saw_numbers("sigma_technical_trend", leans, &trend, 4, 1);
    REQUIRE(leans == SIGMA_OK || trend == SIGMA_SIDE_UNKNOWN);
    sigma_status status = sigma_technical_evaluate(FUZZ_UNLESS(none == 62, technical),
                                                   FUZZ_UNLESS(none == 63, &f), side, open, &r);
    (void)fuzz_saw_result("sigma_technical_evaluate", status, SIGMA_KIND_TECHNICAL_RESULT, &r);
    if (status == SIGMA_OK) {
        double sum = r.point[0] + r.point[1] + r.point[2] + r.point[3] + r.point[4] + r.point[5];
        REQUIRE(r.score == (sum > 0.0 ? sum : 0.0));
        REQUIRE(r.side == (r.refused == 0 ? side : SIGMA_SIDE_UNKNOWN));
        REQUIRE(leans != SIGMA_OK || r.trend == trend);
    }
}

/* As an update and the score of each side. */
static void step(fuzz_input *in, const sigma_technical *technical, const sigma_bar *bar)
{
    sigma_technical once = *technical, usual = once;
    sigma_technical_sides sides;
    sigma_technical_result up, down;
    sigma_features f;

    fuzz_object(in, SIGMA_KIND_FEATURES, &f);
    f.ready = fuzz_pick(in, 4) == 0 ? f.ready : (UINT64_C(1) << SIGMA_FEATURE_COUNT) - 1;
    sigma_status status = sigma_technical_step(&once, bar, &f, 1, &sides);
    (void)fuzz_saw_state("sigma_technical_step", status, SIGMA_KIND_TECHNICAL, technical, &once);
    (void)fuzz_saw_result("sigma_technical_step", status, SIGMA_KIND_TECHNICAL_SIDES, &sides);
    if (status < 0) {
        return;
    }
    REQUIRE(sigma_technical_update(&usual, bar) >= 0);
    REQUIRE(fuzz_is_same(&once, &usual, sizeof once));
    REQUIRE(sigma_technical_evaluate(&usual, &f, SIGMA_SIDE_LONG, 1, &up) == status);
    REQUIRE(sigma_technical_evaluate(&usual, &f, SIGMA_SIDE_SHORT, 1, &down) == status);
    REQUIRE(fuzz_is_same(&sides.longs, &up, sizeof up));
    REQUIRE(fuzz_is_same(&sides.shorts, &down, sizeof down));
    REQUIRE(sides.side == SIGMA_SIDE_UNKNOWN || up.score != down.score);
}

void fuzz_technical(fuzz_input *in)
{
    sigma_technical technical = {.tag = 0};
    sigma_technical_params params;
    sigma_symbol symbol;
    sigma_bar bar = {0};
    sigma_features f = {.time = 0};

    while (fuzz_more(in)) {
        start(in, &technical);
        if (fuzz_pick(in, 8) == 0) {
            fuzz_object(in, SIGMA_KIND_TECHNICAL, &technical);
        }
        fuzz_make_symbol(in, &symbol);
        for (int32_t i = fuzz_pick(in, FUZZ_COLUMN); i > 0; i--) {
            sigma_technical before = technical;
            fuzz_make_bar(in, &symbol, &bar);
            bool gap = fuzz_pick(in, 8) == 0 && bar.time < INT64_C(9000000000000000000);
            bar.time += gap ? INT64_C(3600000000000) : 0;
            if (i % 4 == 3) {
                step(in, &technical, &bar);
            }
            sigma_status status =
                sigma_technical_update(FUZZ_UNLESS(i == 17 && fuzz_rarely(in), &technical), &bar);
            (void)fuzz_saw_state("sigma_technical_update", status, SIGMA_KIND_TECHNICAL, &before,
                                 &technical);
            if (i % 8 == 1) {
                score(in, &technical);
            }
        }
    }
    fuzz_saw_null("sigma_technical_defaults", sigma_technical_defaults(1, 1, NULL));
    REQUIRE(sigma_technical_defaults(1, 1, &params) == SIGMA_OK);
    fuzz_saw_null("sigma_technical_init", sigma_technical_init(NULL, &params));
    fuzz_saw_null("sigma_technical_trend", sigma_technical_trend(&technical, NULL));
    fuzz_saw_null("sigma_technical_evaluate", sigma_technical_evaluate(&technical, &f, 1, 1, NULL));
    fuzz_saw_null("sigma_technical_step", sigma_technical_step(&technical, &bar, &f, 1, NULL));
}
