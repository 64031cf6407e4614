/* SPDX-License-Identifier: MIT */
/* Trailing stops, ratchets, distances and barriers that other projects publish; see
 * vectors/README.md. */
#include "test.h"

typedef struct trail_case {
    const char *name;
    double distance, tick, stop, price[2], moved; /* moved 0: stays */
    int32_t unit, side;
} trail_case;

typedef struct ratchet_case {
    double price, distance, stop;
    bool is_long;
} ratchet_case;

typedef struct room_case {
    const char *name;
    double stop, price, leverage, most, value, tolerance;
    int32_t side;
} room_case;

typedef struct barrier_case {
    double entry, stop, target, price, limit, elapsed, profit;
    int32_t reason;
} barrier_case;

#include "vectors/exits.inc"

/* Nothing but a trail from the start, of one distance in all regimes. */
static sigma_exits_params only_trail(int32_t unit, double distance)
{
    sigma_exits_params p;
    assert_int_equal(sigma_exits_defaults(&p, SIGMA_STYLE_PLAIN), SIGMA_OK);
    for (int32_t i = 0; i < SIGMA_REGIME_COUNT; i++) {
        p.trail[i] = distance;
        p.time_limit[i] = 0;
    }
    p.trail_start = 0.0;
    p.unit = unit;
    return p;
}

static sigma_exits started(const sigma_exits_params *params, const sigma_exits_entry *entry)
{
    sigma_exits exits;
    assert_int_equal(sigma_exits_init(&exits, params, entry), SIGMA_OK);
    return exits;
}

static sigma_exits_result at(sigma_exits *exits, double price, int32_t regime)
{
    sigma_exits_sample sample = {.regime = regime};
    sigma_exits_result r;
    assert_int_equal(sigma_exits_tick(exits, exits->time, price, &sample, &r), SIGMA_OK);
    return r;
}

static void trailing_stops(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(trails); i++) {
        const trail_case *c = &trails[i];
        bool in_risk = c->unit == SIGMA_GAIN_RISK, is_long = c->side == SIGMA_SIDE_LONG;
        sigma_exits_params params = only_trail(c->unit, in_risk ? 1.0 : c->distance);
        double stop = c->stop > 0.0 ? c->stop : c->price[0] * (is_long ? 0.5 : 1.5);
        sigma_exits_entry entry = {.entry = c->price[0],
                                   .stop = stop,
                                   .atr = in_risk ? c->distance : 0.0,
                                   .tick_size = c->tick,
                                   .side = c->side};
        sigma_exits exits = started(&params, &entry);
        (void)at(&exits, c->price[0], SIGMA_REGIME_UNKNOWN);
        sigma_exits_result r = at(&exits, c->price[1], SIGMA_REGIME_UNKNOWN);
        assert_int_not_equal(r.action, SIGMA_ACTION_CLOSE);
        assert_bits(r.stop, c->moved > 0.0 ? c->moved : stop);
    }
}

static void ratchets_of_each_side(void **unused)
{
    sigma_exits exits = {0};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(ratchets); i++) {
        const ratchet_case *c = &ratchets[i];
        if (i == 0 || c->is_long != ratchets[i - 1].is_long) {
            sigma_exits_params params = only_trail(SIGMA_GAIN_PRICE, 0.05);
            sigma_exits_entry entry = {.entry = 1.0,
                                       .stop = c->is_long ? 0.95 : 1.05,
                                       .side = c->is_long ? SIGMA_SIDE_LONG : SIGMA_SIDE_SHORT};
            params.trail[SIGMA_REGIME_CHOP] = 0.1;
            exits = started(&params, &entry);
        }
        int32_t regime = c->distance == 0.1 ? SIGMA_REGIME_CHOP : SIGMA_REGIME_RANGE;
        sigma_exits_result r = at(&exits, c->price, regime);
        assert_near(r.stop, c->stop, 1e-12);
        assert_int_not_equal(r.action, SIGMA_ACTION_CLOSE);
    }
}

/* A stop that was moved beyond the entry is a state that init does not make. */
static void distances_to_the_stop(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(rooms); i++) {
        const room_case *c = &rooms[i];
        sigma_exits_params params = only_trail(SIGMA_GAIN_PRICE, 0.0);
        double sign = c->side == SIGMA_SIDE_LONG ? 1.0 : -1.0;
        sigma_exits_entry entry = {.entry = 1e4, .stop = 1e4 - sign, .side = c->side};
        sigma_exits exits = started(&params, &entry);
        exits.stop = c->stop;
        sigma_exits_result r = at(&exits, c->price, SIGMA_REGIME_UNKNOWN);
        assert_close(fmin(r.room, c->most) * c->leverage, c->value, c->tolerance);
        assert_int_equal(r.action == SIGMA_ACTION_CLOSE, c->value == 0.0);
    }
}

static void triple_barriers(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(barriers); i++) {
        const barrier_case *c = &barriers[i];
        sigma_exits_params params = only_trail(SIGMA_GAIN_RISK, 0.0);
        sigma_exits_entry entry = {.interval = (int64_t)(c->limit * 1e9),
                                   .entry = c->entry,
                                   .stop = c->stop,
                                   .target = c->target,
                                   .side = SIGMA_SIDE_LONG};
        sigma_exits_sample sample = {0};
        sigma_exits_result r;
        params.time_limit[SIGMA_REGIME_UNKNOWN] = 1;
        sigma_exits exits = started(&params, &entry);
        assert_int_equal(
            sigma_exits_tick(&exits, (int64_t)(c->elapsed * 1e9), c->price, &sample, &r), SIGMA_OK);
        assert_int_equal(r.action, SIGMA_ACTION_CLOSE);
        assert_int_equal(r.reason, c->reason);
        assert_near((r.price - c->entry) / c->entry, c->profit, 1e-12);
        assert_near(r.gain * (c->entry - c->stop) / c->entry, c->profit, 1e-12);
    }
}

/* QuantConnect/Lean#6344: a trail of 5 % from a peak of 100 stands at 95, wherever the entry. */
static void a_percentage_is_one_of_the_peak(void **unused)
{
    sigma_exits_params params = only_trail(SIGMA_GAIN_PRICE, 0.05);
    sigma_exits_entry entry = {.entry = 1.0, .stop = 0.5, .side = SIGMA_SIDE_LONG};
    sigma_exits exits = started(&params, &entry);
    (void)unused;
    assert_near(at(&exits, 100.0, SIGMA_REGIME_UNKNOWN).stop, 95.0, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trailing_stops),
        cmocka_unit_test(ratchets_of_each_side),
        cmocka_unit_test(distances_to_the_stop),
        cmocka_unit_test(triple_barriers),
        cmocka_unit_test(a_percentage_is_one_of_the_peak),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
