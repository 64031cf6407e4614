/* SPDX-License-Identifier: MIT */
/* At the ends of all ranges at once every result stays in its own, and is a number. */
#include "samples.h"
#include "test.h"

enum { TRIES = 200000 };

/* Either end of a range, its neighbour, or something between. */
static double corner(uint64_t *seed, double lo, double hi)
{
    switch (test_whole(seed, 0, 4)) {
    case 0: return lo;
    case 1: return hi;
    case 2: return nextafter(lo, hi);
    case 3: return nextafter(hi, lo);
    default: return test_decades(seed, fmax(lo, 1e-300), hi);
    }
}

static sigma_symbol corner_symbol(uint64_t *seed)
{
    bool free = test_random(seed) < 0.5; /* without costs */
    double lots = corner(seed, 1e-12, 1e12);
    return (sigma_symbol){.tick_size = corner(seed, 1e-15, 1e9),
                          .tick_value = corner(seed, 1e-15, 1e12),
                          .contract_size = corner(seed, 1e-3, 1e12),
                          .quote_rate = corner(seed, 1e-12, 1e12),
                          .lot_min = lots,
                          .lot_max = corner(seed, lots, 1e12),
                          .lot_step = corner(seed, 1e-12, 1e12),
                          .lot_cap = corner(seed, 0.0, 1e12),
                          .commission = free ? 0.0 : corner(seed, 0.0, 1e12),
                          .fee_rate = free ? 0.0 : corner(seed, 0.0, 0.1),
                          .spread = free ? 0.0 : corner(seed, 0.0, 1e9),
                          .slippage = free ? 0.0 : corner(seed, 0.0, 1e9),
                          .stop_level = corner(seed, 0.0, 1e9),
                          .leverage = corner(seed, 1.0, 1e4),
                          .id = 1,
                          .asset = test_whole(seed, 1, SIGMA_ASSET_COUNT - 1)};
}

/* Anywhere, or a neighbour of another price, or of a tick. */
static double corner_price(uint64_t *seed, double other, double tick)
{
    double near = test_random(seed) < 0.5 ? other : tick * test_whole(seed, 1, 3);
    double price = test_random(seed) < 0.4 ? corner(seed, 1e-15, 1e15)
                                           : nextafter(near, test_random(seed) < 0.5 ? 0.0 : 1e16);
    return fmin(fmax(price, 1e-15), 1e15);
}

static void corner_sizing(uint64_t *seed, sigma_sizing_params *p)
{
    assert_int_equal(sigma_sizing_preset(test_whole(seed, 1, SIGMA_MODE_COUNT - 1), p), SIGMA_OK);
    p->risk_max = corner(seed, 1e-6, 0.2);
    p->risk_fraction = corner(seed, 1e-6, 0.2);
    p->risk_money = corner(seed, 1e-6, 1e15);
    p->kelly_share = corner(seed, 0.001, 1.0);
    p->exploration = corner(seed, 0.0, 0.05);
    p->floor = corner(seed, 0.0, 0.99);
    p->gap_loss = corner(seed, 1.0, 100.0);
    p->product_max = corner(seed, 0.1, 10.0);
    p->volatility_target = corner(seed, 1e-6, 10.0);
    p->tail_multiple = corner(seed, 1.0, 100.0);
    p->heat_max = corner(seed, 1e-6, 1.0);
    p->notional_max = corner(seed, 1e-6, 100.0);
    p->leverage_max = corner(seed, 1e-6, 1e4);
    p->margin_max = corner(seed, 1e-6, 1.0);
    p->margin_least = corner(seed, 0.0, 1e15);
    p->margin_most = corner(seed, 0.0, 1e15);
    p->participation_max = corner(seed, 1e-9, 1.0);
    p->basis = test_whole(seed, 1, SIGMA_BASIS_COUNT - 1);
}

static sigma_policy corner_policy(uint64_t *seed)
{
    sigma_policy policy = sample_policy();
    policy.stops.atr_multiple = corner(seed, 0.1, 100.0);
    policy.stops.reward_risk = corner(seed, 0.1, 100.0);
    policy.stops.reward_risk_min = corner(seed, 0.0, 100.0);
    policy.stops.stop_factor[0] = corner(seed, 0.01, 100.0);
    policy.stops.target_factor[0] = corner(seed, 0.01, 100.0);
    policy.stops.partial_share = corner(seed, 0.0, 1.0);
    policy.stops.distance_max = corner(seed, 0.01, 1.0);
    policy.stops.scheme = test_whole(seed, 1, SIGMA_SCHEME_COUNT - 1);
    corner_sizing(seed, &policy.sizing);
    policy.entry_distance_max = corner(seed, 0.01, 1000.0);
    policy.age_max = corner(seed, 0.001, 1000.0);
    policy.parts = test_random_bits(seed) & 0x1e;
    policy.positions_max = test_whole(seed, 1, 64);
    return policy;
}

static void assert_in_table(int32_t kind, const void *result)
{
    sigma_field offender;
    if (sigma_layout_check(kind, result, &offender) != SIGMA_OK) {
        print_error("%s is out of its range\n", offender.name);
        fail();
    }
}

static void stops_stay_in_their_ranges(void **unused)
{
    uint64_t seed = 100;
    (void)unused;
    for (int32_t i = 0; i < TRIES; i++) {
        sigma_stops_params params = corner_policy(&seed).stops;
        sigma_symbol symbol = corner_symbol(&seed);
        sigma_stops_sample sample = {.entry = corner_price(&seed, 1.0, symbol.tick_size),
                                     .atr = corner(&seed, 0.0, 1e15),
                                     .target = corner(&seed, 0.0, 1e15),
                                     .structure = corner(&seed, 0.0, 1e15),
                                     .strength = corner(&seed, 0.0, 1.0),
                                     .win_rate = corner(&seed, 0.0, 1.0),
                                     .win_mean = corner(&seed, 0.0, 1e6),
                                     .trades = test_whole(&seed, 0, 20),
                                     .given = test_random_bits(&seed) & 0x1f,
                                     .side = test_whole(&seed, 1, 2)};
        sigma_stops_result result;
        sample.stop = corner_price(&seed, sample.entry, symbol.tick_size);
        assert_int_equal(sigma_stops_evaluate(&params, &symbol, &sample, &result), SIGMA_OK);
        assert_in_table(SIGMA_KIND_STOPS_RESULT, &result);
    }
}

static void sizes_stay_in_their_ranges(void **unused)
{
    uint64_t seed = 101;
    int32_t sized = 0;
    (void)unused;
    for (int32_t i = 0; i < TRIES; i++) {
        sigma_sizing_params params = corner_policy(&seed).sizing;
        sigma_symbol symbol = corner_symbol(&seed);
        sigma_sizing_sample sample = {.equity = corner(&seed, 1e-6, 1e15),
                                      .balance = corner(&seed, 1e-6, 1e15),
                                      .peak = corner(&seed, 1e-6, 1e18),
                                      .margin = corner(&seed, 0.0, 1e15),
                                      .heat = corner(&seed, 0.0, 1e17),
                                      .entry = corner_price(&seed, 1.0, symbol.tick_size),
                                      .target = corner(&seed, 0.0, 1e15),
                                      .lots = corner(&seed, 0.0, 1e12),
                                      .kelly = corner(&seed, 0.0, 1e6),
                                      .mean = corner(&seed, -1e6, 1e6),
                                      .error = corner(&seed, 0.0, 1e6),
                                      .tail = corner(&seed, 0.0, 1e6),
                                      .fraction = corner(&seed, 0.0, 1e6),
                                      .confidence = corner(&seed, 0.0, 1.0),
                                      .probability = corner(&seed, 0.0, 1.0),
                                      .volatility = corner(&seed, 0.0, 1e6),
                                      .budget = corner(&seed, 0.0, 1e15),
                                      .room_day = corner(&seed, 0.0, 1e15),
                                      .room_total = corner(&seed, 0.0, 1e15),
                                      .volume = corner(&seed, 0.0, 1e15),
                                      .factors = test_random_bits(&seed) & 0x7fff,
                                      .given = test_random_bits(&seed) & 0x3ff,
                                      .trades = test_whole(&seed, 0, 200)};
        for (int32_t k = 0; k < SIGMA_FACTOR_COUNT; k++) {
            sample.factor[k] = corner(&seed, 0.0, 10.0);
        }
        sigma_sizing_result result;
        sample.stop = corner_price(&seed, sample.entry, symbol.tick_size);
        sigma_status status = sigma_sizing_evaluate(&params, &symbol, &sample, &result);
        assert_true(status == SIGMA_OK || status == SIGMA_E_RANGE); /* no stop, or no lots */
        sized += status == SIGMA_OK;
        if (status == SIGMA_OK) {
            assert_in_table(SIGMA_KIND_SIZING_RESULT, &result);
            assert_true(result.lots <= symbol.lot_max);
        } else {
            assert_zero(result);
        }
    }
    assert_in_range(sized, TRIES / 2, TRIES);
}

static void decisions_stay_in_their_ranges(void **unused)
{
    uint64_t seed = 102;
    int32_t granted = 0;
    (void)unused;
    for (int32_t i = 0; i < TRIES; i++) {
        sigma_policy policy = corner_policy(&seed);
        sigma_symbol symbol = corner_symbol(&seed);
        double entry = corner_price(&seed, 1.0, symbol.tick_size);
        sigma_context context = {
            .symbol = symbol,
            .market = {sample_now, test_whole(&seed, 1, 9), entry, corner(&seed, 0.0, 1e15), 1,
                       test_whole(&seed, 0, 7) ? SIGMA_PART_MARKET : 0},
            .account = {sample_now, corner(&seed, -1e15, 1e15), corner(&seed, -1e15, 1e15),
                        corner(&seed, 1e-6, 1e18), corner(&seed, 0.0, 1e15), SIGMA_PART_ACCOUNT, 0},
            .portfolio = {corner(&seed, 0.0, 1e17), corner(&seed, 0.0, 1e14),
                          corner(&seed, 0.0, 1e14), test_whole(&seed, 0, 64), 1,
                          SIGMA_PART_PORTFOLIO, 0}};
        sigma_proposal proposal = {.time = sample_now,
                                   .entry = entry,
                                   .stop = corner_price(&seed, entry, symbol.tick_size),
                                   .target = corner(&seed, 0.0, 1e15),
                                   .lots = corner(&seed, 1e-12, 1e12),
                                   .scale = corner(&seed, 0.0, 1.0),
                                   .given = test_random_bits(&seed) & 0xf,
                                   .symbol = 1,
                                   .side = test_whole(&seed, 1, 2),
                                   .intent = test_whole(&seed, 1, 2)};
        sigma_decision decision;
        assert_int_equal(sigma_decide(&policy, &context, &proposal, &decision), SIGMA_OK);
        assert_in_table(SIGMA_KIND_DECISION, &decision);
        granted += decision.verdict != SIGMA_VERDICT_DENY;
    }
    assert_in_range(granted, TRIES / 8, TRIES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stops_stay_in_their_ranges),
        cmocka_unit_test(sizes_stay_in_their_ranges),
        cmocka_unit_test(decisions_stay_in_their_ranges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
