/* SPDX-License-Identifier: MIT */
/* Any rules, positions, bars and ticks: the stop never moves away from profit, what is closed stays
 * closed, an order closes whatever else is wrong, and prices of fills are prices of the bar. */
#include "fuzz.h"

typedef struct watch {
    sigma_symbol symbol;
    sigma_bar bar;
    sigma_exits exits;
    bool forged;
} watch;

static void make_entry(fuzz_input *in, const sigma_symbol *symbol, sigma_exits_entry *entry)
{
    fuzz_object(in, SIGMA_KIND_EXITS_ENTRY, entry);
    if (fuzz_rarely(in)) {
        return;
    }
    double sign = entry->side == SIGMA_SIDE_SHORT ? -1.0 : 1.0;
    entry->entry = fuzz_make_price(in, symbol);
    entry->tick_size = fuzz_pick(in, 2) ? symbol->tick_size : 0.0;
    entry->stop = entry->entry - sign * (1.0 + fuzz_pick(in, 64)) * symbol->tick_size;
    entry->target = entry->entry + sign * (1.0 + fuzz_pick(in, 128)) * symbol->tick_size;
    entry->time = fuzz_pick(in, 2) ? 0 : entry->time;
    entry->atr = fuzz_pick(in, 16) * symbol->tick_size;
}

static void start(fuzz_input *in, watch *w)
{
    sigma_exits_params params;
    sigma_exits_entry entry;

    fuzz_make_symbol(in, &w->symbol);
    w->bar = (sigma_bar){0};
    w->forged = fuzz_pick(in, 16) == 0;
    if (w->forged) {
        fuzz_object(in, SIGMA_KIND_EXITS, &w->exits);
        return;
    }
    int32_t style = fuzz_rarely(in) ? fuzz_int32(in) : 1 + fuzz_pick(in, SIGMA_STYLE_COUNT - 1);
    sigma_status status = sigma_exits_defaults(&params, style);
    (void)fuzz_saw_result("sigma_exits_defaults", status, SIGMA_KIND_EXITS_PARAMS, &params);
    if (fuzz_pick(in, 4) == 0) {
        fuzz_object(in, SIGMA_KIND_EXITS_PARAMS, &params);
    }
    make_entry(in, &w->symbol, &entry);
    int32_t none = fuzz_pick(in, 128);
    status = sigma_exits_init(&w->exits, FUZZ_UNLESS(none == 126, &params),
                              FUZZ_UNLESS(none == 127, &entry));
    (void)fuzz_saw_result("sigma_exits_init", status, SIGMA_KIND_EXITS, &w->exits);
}

static void make_sample(fuzz_input *in, sigma_exits_sample *sample)
{
    *sample = (sigma_exits_sample){0};
    if (fuzz_pick(in, 2) == 0) {
        fuzz_object(in, SIGMA_KIND_EXITS_SAMPLE, sample);
    }
    sample->order = fuzz_rarely(in) ? fuzz_pick(in, SIGMA_EXIT_COUNT) : 0;
}

static void fills_are_prices(const sigma_exits_result *r, const sigma_bar *bar)
{
    if (r->action == SIGMA_ACTION_CLOSE && r->price == 0.0) {
        return; /* ordered, at an unknown price */
    }
    REQUIRE(r->price >= bar->low * (1.0 - 1e-15) && r->price <= bar->high * (1.0 + 1e-15));
}

static void holds(const watch *w, const sigma_exits *before, const sigma_exits_sample *sample,
                  const sigma_exits_result *r)
{
    double sign = before->entry.side == SIGMA_SIDE_LONG ? 1.0 : -1.0;
    bool ordered = sample->order == SIGMA_EXIT_EMERGENCY || sample->order == SIGMA_EXIT_MANUAL;

    REQUIRE(sign * (w->exits.stop - before->stop) >= 0.0);
    REQUIRE(r->stop == w->exits.stop);
    REQUIRE(!(ordered || before->closing) || r->action == SIGMA_ACTION_CLOSE);
    REQUIRE(!before->closing || r->reason == before->closing);
    REQUIRE((r->action == SIGMA_ACTION_CLOSE) == (w->exits.closing != 0));
    REQUIRE(r->action != SIGMA_ACTION_CLOSE || r->fraction == 1.0);
    if (r->action == SIGMA_ACTION_CLOSE || r->action == SIGMA_ACTION_REDUCE) {
        fills_are_prices(r, &w->bar);
    } else {
        REQUIRE(r->price == 0.0 && r->fraction == 0.0);
    }
}

static sigma_status bar(fuzz_input *in, watch *w, const sigma_exits_sample *sample,
                        sigma_exits_result *result)
{
    int32_t none = fuzz_pick(in, 128);
    fuzz_make_bar(in, &w->symbol, &w->bar);
    return sigma_exits_update(FUZZ_UNLESS(none == 125, &w->exits),
                              FUZZ_UNLESS(none == 126, &w->bar), FUZZ_UNLESS(none == 127, sample),
                              result);
}

static sigma_status tick(fuzz_input *in, watch *w, const sigma_exits_sample *sample,
                         sigma_exits_result *result)
{
    double price = fuzz_rarely(in) ? fuzz_double(in) : fuzz_make_price(in, &w->symbol);
    int64_t time = fuzz_rarely(in) ? fuzz_time(in) : w->exits.time;
    int32_t none = fuzz_pick(in, 128);

    w->bar = (sigma_bar){time, price, price, price, price, 0.0};
    return sigma_exits_tick(FUZZ_UNLESS(none == 126, &w->exits), time, price,
                            FUZZ_UNLESS(none == 127, sample), result);
}

static void judge(fuzz_input *in, watch *w)
{
    sigma_exits before = w->exits;
    sigma_exits_sample sample;
    sigma_exits_result result;
    bool by_tick = fuzz_pick(in, 2);

    make_sample(in, &sample);
    sigma_status status = by_tick ? tick(in, w, &sample, &result) : bar(in, w, &sample, &result);
    const char *function = by_tick ? "sigma_exits_tick" : "sigma_exits_update";
    (void)fuzz_saw_state(function, status, SIGMA_KIND_EXITS, &before, &w->exits);
    (void)fuzz_saw_read(function, status, SIGMA_KIND_EXITS_RESULT, &result, w->forged);
    if (status == SIGMA_OK) {
        holds(w, &before, &sample, &result);
    }
}

void fuzz_exits(fuzz_input *in)
{
    watch w;
    sigma_exits_sample sample = {0};

    start(in, &w);
    while (fuzz_more(in)) {
        judge(in, &w);
        if (fuzz_pick(in, 64) == 63) {
            fuzz_damage(in, SIGMA_KIND_EXITS, &w.exits);
            w.forged = true;
        }
        if (fuzz_pick(in, 16) == 15) {
            start(in, &w);
        }
    }
    fuzz_saw_null("sigma_exits_defaults", sigma_exits_defaults(NULL, 1));
    fuzz_saw_null("sigma_exits_init", sigma_exits_init(NULL, &w.exits.params, &w.exits.entry));
    fuzz_saw_null("sigma_exits_update", sigma_exits_update(&w.exits, &w.bar, &sample, NULL));
    fuzz_saw_null("sigma_exits_tick", sigma_exits_tick(&w.exits, 0, 1.0, &sample, NULL));
}
