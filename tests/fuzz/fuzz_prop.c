/* SPDX-License-Identifier: MIT */
/* Any rules, figures and trades: floors never fall but by a withdrawal, what failed stays failed,
 * and what is approved cannot reach a floor at its worst. */
#include "fuzz.h"

static bool start(fuzz_input *in, sigma_prop *prop)
{
    sigma_prop_params params;
    int32_t firm = fuzz_rarely(in) ? fuzz_int32(in) : 1 + fuzz_pick(in, SIGMA_FIRM_COUNT - 1);
    sigma_status status = sigma_prop_defaults(&params, firm);

    (void)fuzz_saw_result("sigma_prop_defaults", status, SIGMA_KIND_PROP_PARAMS, &params);
    if (fuzz_pick(in, 8) == 0) {
        fuzz_object(in, SIGMA_KIND_PROP, prop);
        return true;
    }
    if (fuzz_pick(in, 4) == 0) {
        fuzz_object(in, SIGMA_KIND_PROP_PARAMS, &params);
    }
    int64_t time = fuzz_time(in);
    status = sigma_prop_init(prop, time, FUZZ_UNLESS(fuzz_pick(in, 64) == 63, &params));
    (void)fuzz_saw_result("sigma_prop_init", status, SIGMA_KIND_PROP, prop);
    return false;
}

static void make_sample(fuzz_input *in, const sigma_prop *prop, sigma_prop_sample *sample)
{
    static const int64_t steps[] = {0, 1, 3600000000000, 86400000000000, 900000000000000};
    fuzz_object(in, SIGMA_KIND_PROP_SAMPLE, sample);
    if (fuzz_rarely(in)) {
        return;
    }
    double start = prop->params.start;
    sample->balance = start * (0.9 + fuzz_pick(in, 40) / 200.0);
    sample->equity = sample->balance + start * (fuzz_pick(in, 9) - 4) / 200.0;
    sample->high = sample->equity + start * fuzz_pick(in, 5) / 200.0;
    sample->low = sample->equity - start * fuzz_pick(in, 5) / 200.0;
    bool at_reset = fuzz_pick(in, 3) == 0;
    sample->time = (at_reset ? prop->day_end : prop->time);
    if (sample->time < INT64_C(8000000000000000000)) {
        sample->time += steps[at_reset ? fuzz_pick(in, 2) : fuzz_pick(in, 5)];
    }
}

static void update(fuzz_input *in, sigma_prop *prop)
{
    sigma_prop before = *prop;
    sigma_prop_sample sample;

    make_sample(in, prop, &sample);
    int32_t none = fuzz_pick(in, 128);
    sigma_status status =
        sigma_prop_update(FUZZ_UNLESS(none == 126, prop), FUZZ_UNLESS(none == 127, &sample));
    (void)fuzz_saw_state("sigma_prop_update", status, SIGMA_KIND_PROP, &before, prop);
    if (status == SIGMA_OK) {
        REQUIRE(prop->mark >= before.mark && prop->best_day >= before.best_day);
        REQUIRE(prop->day_end > sample.time && prop->days >= before.days);
        REQUIRE(before.phase != SIGMA_PHASE_FAILED || prop->phase == SIGMA_PHASE_FAILED);
        REQUIRE((prop->broken & before.broken) == before.broken);
    }
}

static void withdraw(fuzz_input *in, sigma_prop *prop)
{
    sigma_prop before = *prop;
    double amount = fuzz_around(in, 0.0, 1000.0);
    sigma_status status = sigma_prop_withdraw(FUZZ_UNLESS(fuzz_pick(in, 64) == 63, prop), amount);
    (void)fuzz_saw_state("sigma_prop_withdraw", status, SIGMA_KIND_PROP, &before, prop);
}

/* What is refused whatever the size is refused at any, but for lots within a check's tolerance. */
static void permit(fuzz_input *in, const sigma_prop *prop, bool forged,
                   const sigma_prop_trade *trade, const sigma_prop_verdict *verdict)
{
    sigma_prop_grant grant;
    int32_t none = fuzz_pick(in, 64);
    sigma_status status =
        sigma_prop_permit(FUZZ_UNLESS(none == 62, prop), FUZZ_UNLESS(none == 63, trade), &grant);
    (void)fuzz_saw_read("sigma_prop_permit", status, SIGMA_KIND_PROP_GRANT, &grant, forged);
    bool lost = trade->lots <= prop->params.lot_cap * 0x1p-39;
    if (status == SIGMA_OK && verdict->verdict == SIGMA_VERDICT_APPROVE && !lost) {
        REQUIRE(grant.refused == 0 && trade->risk <= grant.risk);
    }
}

static void read(fuzz_input *in, const sigma_prop *prop, bool forged, sigma_prop_result *result)
{
    sigma_status status = sigma_prop_read(FUZZ_UNLESS(fuzz_pick(in, 64) == 63, prop), result);
    (void)fuzz_saw_read("sigma_prop_read", status, SIGMA_KIND_PROP_RESULT, result, forged);
}

static void check(fuzz_input *in, const sigma_prop *prop, bool forged)
{
    sigma_prop_trade trade;
    sigma_prop_verdict verdict;
    sigma_prop_result result;

    fuzz_object(in, SIGMA_KIND_PROP_TRADE, &trade);
    if (!fuzz_rarely(in)) {
        trade.time = prop->time;
        trade.risk = prop->params.start * (1 + fuzz_pick(in, 20)) / 500.0;
        trade.reward = prop->params.start * fuzz_pick(in, 20) / 500.0;
        trade.open_risk = prop->params.start * fuzz_pick(in, 10) / 500.0;
        trade.open_reward = prop->params.start * fuzz_pick(in, 10) / 500.0;
    }
    int32_t none = fuzz_pick(in, 128);
    sigma_status status = sigma_prop_check(FUZZ_UNLESS(none == 126, prop),
                                           FUZZ_UNLESS(none == 127, &trade), &verdict);
    (void)fuzz_saw_read("sigma_prop_check", status, SIGMA_KIND_PROP_VERDICT, &verdict, forged);
    permit(in, prop, forged, &trade, &verdict);
    read(in, prop, forged, &result);
    if (status == SIGMA_OK && verdict.verdict == SIGMA_VERDICT_APPROVE) {
        REQUIRE(verdict.refused == 0 && prop->phase == SIGMA_PHASE_ACTIVE);
        REQUIRE(trade.risk <= verdict.room);
        REQUIRE(result.mark == 0 ||
                (verdict.lowest > result.total_floor && verdict.lowest > result.daily_floor));
    }
    REQUIRE(status != SIGMA_OK || (verdict.passed & verdict.refused) == 0);
}

static void forecast(fuzz_input *in, const sigma_prop *prop, bool forged)
{
    sigma_prop_plan plan;
    sigma_prop_odds odds;

    fuzz_object(in, SIGMA_KIND_PROP_PLAN, &plan);
    if (fuzz_pick(in, 2)) {
        plan.mean = (fuzz_pick(in, 21) - 10) / 20.0;
        plan.deviation = 1.25;
        plan.risk = prop->params.start / 200.0;
    }
    int32_t none = fuzz_pick(in, 128);
    sigma_status status =
        sigma_prop_forecast(FUZZ_UNLESS(none == 126, prop), FUZZ_UNLESS(none == 127, &plan), &odds);
    (void)fuzz_saw_read("sigma_prop_forecast", status, SIGMA_KIND_PROP_ODDS, &odds, forged);
    REQUIRE(status != SIGMA_OK || (odds.pass >= 0.0 && odds.pass <= 1.0));
    REQUIRE(status != SIGMA_OK || odds.best_risk <= odds.risk_max);
}

void fuzz_prop(fuzz_input *in)
{
    sigma_prop prop;
    sigma_prop_sample sample = {0};
    sigma_prop_trade trade = {0};
    bool forged = start(in, &prop);

    while (fuzz_more(in)) {
        update(in, &prop);
        check(in, &prop, forged);
        if (fuzz_pick(in, 16) == 15) {
            withdraw(in, &prop);
            forecast(in, &prop, forged);
        }
        if (fuzz_pick(in, 64) == 63) {
            fuzz_damage(in, SIGMA_KIND_PROP, &prop);
            forged = true;
        }
        if (fuzz_pick(in, 32) == 31) {
            forged = start(in, &prop);
        }
    }
    fuzz_saw_null("sigma_prop_defaults", sigma_prop_defaults(NULL, 1));
    fuzz_saw_null("sigma_prop_init", sigma_prop_init(NULL, 0, &prop.params));
    fuzz_saw_null("sigma_prop_update", sigma_prop_update(NULL, &sample));
    fuzz_saw_null("sigma_prop_read", sigma_prop_read(&prop, NULL));
    fuzz_saw_null("sigma_prop_forecast", sigma_prop_forecast(&prop, NULL, NULL));
    fuzz_saw_null("sigma_prop_check", sigma_prop_check(&prop, &trade, NULL));
    fuzz_saw_null("sigma_prop_permit", sigma_prop_permit(&prop, &trade, NULL));
}
