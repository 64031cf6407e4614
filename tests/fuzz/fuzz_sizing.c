/* SPDX-License-Identifier: MIT */
/* Any parameters, facts and trades: no cap is exceeded, no risk rounded up, and the lots are on the
 * step, none, or at least the smallest. */
#include <string.h>

#include "fuzz.h"

static const double NOISE = 1.0 + 0x1p-49; /* 4 ulp, and as much for the last rounding */

static void make_sample(fuzz_input *in, const sigma_symbol *symbol, sigma_sizing_sample *sample)
{
    fuzz_object(in, SIGMA_KIND_SIZING_SAMPLE, sample);
    if (fuzz_pick(in, 8) != 0) {
        sample->equity = 1000.0 * (1.0 + (double)fuzz_bytes(in, 2));
        sample->balance = sample->equity * (0.9 + fuzz_pick(in, 4) * 0.05);
        sample->peak = sample->equity * (1.0 + fuzz_pick(in, 4) * 0.05);
        sample->kelly = fuzz_pick(in, 8) * 0.05;
        sample->mean = (fuzz_pick(in, 8) - 2) * 0.1;
        sample->error = fuzz_pick(in, 8) * 0.05;
        sample->trades = fuzz_pick(in, 64) * 4;
        sample->fraction = fuzz_pick(in, 8) * 0.005;
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

/* With every position closed at gap_loss times its risk, the balance stays above the floor. */
static void floor_holds(const sigma_sizing_params *p, const sigma_sizing_sample *s,
                        const sigma_sizing_result *r)
{
    double peak = s->peak > s->balance ? s->peak : s->balance;
    double lost = p->gap_loss * (s->heat + r->risk);

    REQUIRE(r->lots == 0.0 || s->balance - lost >= p->floor * peak - 1e-12 * (peak + lost));
}

/* From then on there is no size without an edge; before, none above what exploration may lose. */
static void edge_holds(const sigma_sizing_params *p, const sigma_sizing_sample *s,
                       const sigma_sizing_result *r)
{
    bool by_kelly = p->mode <= SIGMA_MODE_PUBLISHED;
    bool proven = s->mean > 0.0 && (s->kelly > 0.0 || !by_kelly);
    double most = p->exploration > p->exploration_confident || p->mode != SIGMA_MODE_PUBLISHED
                      ? p->exploration
                      : p->exploration_confident;

    REQUIRE(proven || p->mode == SIGMA_MODE_CALLER || s->trades < p->trades_explored ||
            r->lots == 0.0);
    REQUIRE(proven || !by_kelly || s->trades >= p->trades_explored ||
            r->risk <= s->equity * most * NOISE);
}

static void risk_holds(const sigma_sizing_params *p, const sigma_sizing_sample *s,
                       const sigma_sizing_result *r)
{
    REQUIRE(r->risk <= s->equity * p->risk_max * NOISE);
    REQUIRE(r->risk <= r->risk_after[SIGMA_FACTOR_COUNT - 1] * NOISE);
    if (r->lots > 0.0) {
        double margin_free = s->equity - s->margin;
        REQUIRE(r->risk + s->heat <= p->heat_max * s->equity * (1.0 + 1e-12));
        REQUIRE(r->margin <= margin_free * p->margin_max * (1.0 + 1e-12));
        REQUIRE(s->equity >= p->margin_level_min * s->margin);
    }
}

static void lots_hold(const sigma_symbol *symbol, const sigma_sizing_result *r)
{
    double floored;

    REQUIRE(r->lots == 0.0 || r->lots * NOISE >= symbol->lot_min);
    REQUIRE((r->lots == 0.0) == (r->refused != 0) && (r->passed & r->refused) == 0);
    REQUIRE(r->lots <= symbol->lot_max);
    if (fuzz_is_usual_step(symbol->lot_step) && r->lots / symbol->lot_step < 0x1p47) {
        REQUIRE(sigma_symbol_floor(symbol, r->lots, &floored) == SIGMA_OK && floored == r->lots);
    }
}

/* Rows as they would be alone, or nothing at all. */
static void batch(fuzz_input *in, const sigma_sizing_params *params, const sigma_symbol *symbol,
                  const sigma_sizing_sample *sample)
{
    double entry[4], stop[4], kelly[4], lots[4] = {-1.0, -1.0, -1.0, -1.0}, risk[4];
    int32_t count = fuzz_pick(in, 6) - 1;
    sigma_sizing_sample alone = *sample;
    sigma_sizing_result result;

    count = count > 4 ? 4 : count;
    memcpy(risk, lots, sizeof risk);
    for (int32_t i = 0; i < 4; i++) {
        entry[i] = sample->entry;
        stop[i] = fuzz_pick(in, 8) == 0 ? fuzz_double(in) : sample->stop;
        kelly[i] = fuzz_pick(in, 8) * 0.05;
    }
    sigma_status status =
        sigma_sizing_batch(params, symbol, sample, entry, stop, kelly, count, lots, risk);
    (void)fuzz_saw_column("sigma_sizing_batch", status, lots, 4);
    for (int32_t i = 0; i < 4; i++) {
        alone.stop = stop[i];
        alone.kelly = kelly[i];
        bool written = status == SIGMA_OK && i < count;
        REQUIRE(written || (lots[i] == -1.0 && risk[i] == -1.0));
        REQUIRE(!written || (sigma_sizing_evaluate(params, symbol, &alone, &result) == SIGMA_OK &&
                             fuzz_is_same(&lots[i], &result.lots, 8) &&
                             fuzz_is_same(&risk[i], &result.risk, 8)));
    }
}

void fuzz_sizing(fuzz_input *in)
{
    sigma_sizing_params params;
    sigma_symbol symbol;
    sigma_sizing_sample sample;
    sigma_sizing_result result;

    fuzz_saw_null("sigma_sizing_defaults", sigma_sizing_defaults(NULL));
    fuzz_saw_null("sigma_sizing_preset", sigma_sizing_preset(1, NULL));
    fuzz_saw_null("sigma_sizing_batch",
                  sigma_sizing_batch(NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL));
    while (fuzz_more(in)) {
        REQUIRE(fuzz_saw("sigma_sizing_defaults", sigma_sizing_defaults(&params)) == SIGMA_OK);
        int32_t mode = fuzz_pick(in, SIGMA_MODE_COUNT + 1);
        sigma_status known = sigma_sizing_preset(mode, &params);
        (void)fuzz_saw_read("sigma_sizing_preset", known, SIGMA_KIND_SIZING_PARAMS, &params, false);
        if (known != SIGMA_OK || fuzz_pick(in, 2) == 0) {
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
            floor_holds(&params, &sample, &result);
            edge_holds(&params, &sample, &result);
            lots_hold(&symbol, &result);
        }
        batch(in, &params, &symbol, &sample);
    }
    fuzz_saw_null("sigma_sizing_evaluate", sigma_sizing_evaluate(&params, &symbol, &sample, NULL));
}
