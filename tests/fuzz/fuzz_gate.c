/* SPDX-License-Identifier: MIT */
/* Any orders through any gate: every layer is in one of the two sets, what reduces passes, and a
 * number that is none never opens a layer. */
#include "fuzz.h"

static void start(fuzz_input *in, sigma_gate *gate)
{
    sigma_gate_params params;
    int64_t time = fuzz_time(in);
    double balance = fuzz_around(in, 1e-6, 1e15);

    if (fuzz_pick(in, 16) == 0) {
        fuzz_object(in, SIGMA_KIND_GATE, gate);
        return;
    }
    sigma_status status = sigma_gate_defaults(&params);
    (void)fuzz_saw_result("sigma_gate_defaults", status, SIGMA_KIND_GATE_PARAMS, &params);
    if (fuzz_pick(in, 4) == 0) {
        fuzz_object(in, SIGMA_KIND_GATE_PARAMS, &params);
    }
    status = sigma_gate_init(gate, time, balance, FUZZ_UNLESS(fuzz_rarely(in), &params));
    (void)fuzz_saw_result("sigma_gate_init", status, SIGMA_KIND_GATE, gate);
}

static void make_sample(fuzz_input *in, const sigma_gate *gate, int64_t time, sigma_gate_sample *s)
{
    fuzz_object(in, SIGMA_KIND_GATE_SAMPLE, s);
    if (fuzz_pick(in, 8) != 0) {
        s->time = time;
        s->price_time = time;
        s->entry = fuzz_within(in, 1.0, 100.0);
        s->stop = s->entry - 0.5 + fuzz_pick(in, 2);
        s->target = s->entry + (s->entry - s->stop) * fuzz_pick(in, 4);
        s->spread = 0.1 * fuzz_pick(in, 3);
        s->equity = s->balance = gate->day_balance * (0.94 + 0.01 * fuzz_pick(in, 8));
        s->free_margin = s->equity;
        s->margin = 0.0;
        s->risk = s->equity * 0.02 * fuzz_pick(in, 4);
        s->exposure = s->equity * fuzz_pick(in, 24);
        s->symbol = fuzz_pick(in, 4);
        s->side = 1 + fuzz_pick(in, 2);
        s->intent = 1 + fuzz_pick(in, 8) / 7;
        s->positions = fuzz_pick(in, 5);
        s->holdings = fuzz_pick(in, 4) / 3;
        s->scheduled = fuzz_pick(in, 8) != 0;
    }
}

static void check(fuzz_input *in, sigma_gate *gate, int64_t time)
{
    sigma_gate before = *gate;
    sigma_gate_sample s;
    sigma_gate_result r;

    make_sample(in, gate, time, &s);
    sigma_gate_grant grant;
    sigma_status granted = sigma_gate_permit(gate, &s, &grant);
    (void)fuzz_saw_result("sigma_gate_permit", granted, SIGMA_KIND_GATE_GRANT, &grant);
    REQUIRE(fuzz_is_same(&before, gate, sizeof before));
    sigma_status status = sigma_gate_check(gate, &s, &r);
    (void)fuzz_saw_state("sigma_gate_check", status, SIGMA_KIND_GATE, &before, gate);
    (void)fuzz_saw_result("sigma_gate_check", status, SIGMA_KIND_GATE_RESULT, &r);
    if (s.intent == SIGMA_INTENT_REDUCE) {
        REQUIRE(status == SIGMA_OK && r.allowed == 1);
        REQUIRE(fuzz_is_same(&before, gate, sizeof before));
    } else if (status == SIGMA_OK) {
        REQUIRE((r.passed | r.refused) == (UINT64_C(1) << SIGMA_LAYER_COUNT) - 1);
        REQUIRE((r.passed & r.refused) == 0 && r.allowed == (r.refused == 0));
        REQUIRE(!r.allowed || (s.equity > 0.0 && s.risk <= s.equity && r.wait == 0));
        /* its own exposure is in the sample */
        uint64_t other = ~(UINT64_C(1) << SIGMA_LAYER_LEVERAGE);
        REQUIRE(granted == SIGMA_OK && (!r.allowed || (grant.refused & other) == 0));
        REQUIRE(!r.allowed || s.risk <= grant.risk);
    }
}

static void happen(fuzz_input *in, sigma_gate *gate, int64_t time)
{
    sigma_gate before = *gate;
    double money = fuzz_around(in, -1e6, 1e6);
    int32_t symbol = fuzz_rarely(in) ? fuzz_int32(in) : fuzz_pick(in, 4);
    sigma_status status;

    switch (fuzz_pick(in, 5)) {
    case 0:
        status = sigma_gate_allow(gate, fuzz_pick(in, 2) ? symbol : fuzz_int32(in));
        (void)fuzz_saw_state("sigma_gate_allow", status, SIGMA_KIND_GATE, &before, gate);
        break;
    case 1:
        status = sigma_gate_day(gate, time, money);
        (void)fuzz_saw_state("sigma_gate_day", status, SIGMA_KIND_GATE, &before, gate);
        break;
    case 2:
        status = sigma_gate_equity(gate, time, fuzz_rarely(in) ? fuzz_double(in) : money);
        (void)fuzz_saw_state("sigma_gate_equity", status, SIGMA_KIND_GATE, &before, gate);
        break;
    case 3:
        status = sigma_gate_order(gate, time);
        (void)fuzz_saw_state("sigma_gate_order", status, SIGMA_KIND_GATE, &before, gate);
        break;
    default:
        status = sigma_gate_close(gate, time, symbol);
        (void)fuzz_saw_state("sigma_gate_close", status, SIGMA_KIND_GATE, &before, gate);
    }
}

static void fill(fuzz_input *in, sigma_gate *gate)
{
    int32_t first = 1 + fuzz_pick(in, 3);
    for (int32_t i = 0; i < SIGMA_GATE_SPACE + 2; i++) {
        sigma_gate before = *gate;
        sigma_status status = sigma_gate_allow(gate, first + i);
        (void)fuzz_saw_state("sigma_gate_allow", status, SIGMA_KIND_GATE, &before, gate);
    }
}

static void no_object(sigma_gate *gate)
{
    sigma_gate_params params;
    sigma_gate_sample s = {.intent = SIGMA_INTENT_REDUCE};
    sigma_gate_result r;

    REQUIRE(sigma_gate_defaults(&params) == SIGMA_OK);
    fuzz_saw_null("sigma_gate_defaults", sigma_gate_defaults(NULL));
    fuzz_saw_null("sigma_gate_init", sigma_gate_init(NULL, 0, 1.0, &params));
    fuzz_saw_null("sigma_gate_allow", sigma_gate_allow(NULL, 1));
    fuzz_saw_null("sigma_gate_day", sigma_gate_day(NULL, 0, 1.0));
    fuzz_saw_null("sigma_gate_equity", sigma_gate_equity(NULL, 0, 1.0));
    fuzz_saw_null("sigma_gate_order", sigma_gate_order(NULL, 0));
    fuzz_saw_null("sigma_gate_close", sigma_gate_close(NULL, 0, 1));
    fuzz_saw_null("sigma_gate_check", sigma_gate_check(NULL, &s, &r));
    fuzz_saw_null("sigma_gate_check", sigma_gate_check(gate, NULL, &r));
    fuzz_saw_null("sigma_gate_check", sigma_gate_check(gate, &s, NULL));
    fuzz_saw_null("sigma_gate_permit", sigma_gate_permit(gate, &s, NULL));
}

void fuzz_gate(fuzz_input *in)
{
    static const int64_t SECOND = INT64_C(1000000000);
    sigma_gate gate;

    start(in, &gate);
    if (fuzz_pick(in, 32) == 0) {
        fill(in, &gate);
    }
    while (fuzz_more(in)) {
        bool next = gate.time < INT64_C(9000000000000000000) && !fuzz_rarely(in);
        int64_t time = next ? gate.time + fuzz_pick(in, 64) * SECOND : fuzz_time(in);
        if (fuzz_pick(in, 2) == 0) {
            check(in, &gate, time);
        } else {
            happen(in, &gate, time);
        }
        if (fuzz_pick(in, 128) == 127) {
            fuzz_damage(in, SIGMA_KIND_GATE, &gate);
        }
        if (fuzz_pick(in, 128) == 127) {
            start(in, &gate);
        }
    }
    no_object(&gate);
}
