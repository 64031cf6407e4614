/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

#define SECOND INT64_C(1000000000)

static const int64_t now = 1000 * SECOND;

static sigma_gate_params usual(void)
{
    sigma_gate_params params;
    assert_int_equal(sigma_gate_defaults(&params), SIGMA_OK);
    return params;
}

static sigma_gate started(const sigma_gate_params *params)
{
    sigma_gate gate;
    assert_int_equal(sigma_gate_init(&gate, 0, 10000.0, params), SIGMA_OK);
    assert_int_equal(sigma_gate_allow(&gate, SAMPLE_SYMBOL), SIGMA_OK);
    return gate;
}

/* With a price of a second ago, and the least reward. */
static sigma_gate_sample sound(void)
{
    sigma_gate_sample s = sample_order(now);
    s.price_time -= SECOND;
    s.target = 1.1045;
    return s;
}

static sigma_gate_result check(sigma_gate *gate, const sigma_gate_sample *sample)
{
    sigma_gate_result r;
    assert_int_equal(sigma_gate_check(gate, sample, &r), SIGMA_OK);
    assert_int_equal(r.passed & r.refused, 0);
    assert_int_equal(r.allowed, r.refused == 0);
    assert_int_equal(r.mark, SIGMA_PART_GATE);
    return r;
}

static void a_sound_order_passes_all_layers(void **unused)
{
    sigma_gate_params params = usual();
    sigma_gate gate = started(&params);
    sigma_gate_sample s = sound();
    (void)unused;
    sigma_gate_result r = check(&gate, &s);
    assert_int_equal(r.passed, test_bit(SIGMA_LAYER_COUNT) - 1);
    assert_int_equal(r.refused, 0);
    assert_int_equal(r.symbol, SAMPLE_SYMBOL);
    assert_int_equal(r.time, now);
    assert_near(r.reward, 1.5, 1e-9); /* not below 1.5 for the rounding of 1.1045 - 1.1 */
    assert_near(r.leverage, 3.63, 1e-12);
    assert_bits(r.day, 0.0);
    s.side = SIGMA_SIDE_SHORT, s.stop = 1.103, s.target = 1.0955;
    assert_int_equal(check(&gate, &s).refused, 0);
    assert_int_equal(gate.checked, 2);
    assert_int_equal(gate.allowed, 2);
}

/* Each double of a sound order at its limit and just beyond it. */
static void each_limit_has_its_layer(void **unused)
{
    static const struct {
        size_t offset;
        double good, bad;
        uint64_t refused;
    } cases[] = {
        {offsetof(sigma_gate_sample, exposure), 200000.0, 200000.1, 1u << SIGMA_LAYER_LEVERAGE},
        {offsetof(sigma_gate_sample, exposure), 0.0, -1.0, 1u << SIGMA_LAYER_LEVERAGE},
        {offsetof(sigma_gate_sample, risk), 500.0, 500.1, 1u << SIGMA_LAYER_SIZE},
        {offsetof(sigma_gate_sample, risk), 1e-9, 0.0, 1u << SIGMA_LAYER_SIZE},
        {offsetof(sigma_gate_sample, balance), 1e-9, 0.0, 1u << SIGMA_LAYER_BALANCE},
        {offsetof(sigma_gate_sample, free_margin), 1210.0, 1209.9, 1u << SIGMA_LAYER_MARGIN},
        {offsetof(sigma_gate_sample, margin), 0.0, -1.0, 1u << SIGMA_LAYER_MARGIN},
        {offsetof(sigma_gate_sample, equity), 9500.1, 9500.0, 1u << SIGMA_LAYER_DAILY_LOSS},
        {offsetof(sigma_gate_sample, target), 1.1045, 1.1044, 1u << SIGMA_LAYER_REWARD},
        {offsetof(sigma_gate_sample, target), 9.0, 0.0, 1u << SIGMA_LAYER_REWARD},
        {offsetof(sigma_gate_sample, target), 9.0, 1.09, 1u << SIGMA_LAYER_REWARD},
        {offsetof(sigma_gate_sample, spread), 0.0006, 0.00061, 1u << SIGMA_LAYER_SPREAD},
        {offsetof(sigma_gate_sample, spread), 0.0, -0.0001, 1u << SIGMA_LAYER_SPREAD},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        const double values[] = {cases[i].good, cases[i].bad, NOT_A_NUMBER};
        for (int32_t k = 0; k < 3; k++) {
            sigma_gate_params params = usual();
            sigma_gate gate = started(&params);
            sigma_gate_sample s = sound();
            memcpy((char *)&s + cases[i].offset, &values[k], sizeof values[k]);
            uint64_t refused = check(&gate, &s).refused;
            assert_true(k == 2 ? (refused & cases[i].refused) != 0
                               : refused == (k == 0 ? 0 : cases[i].refused));
        }
    }
}

static uint64_t refused_with(sigma_gate_sample s)
{
    sigma_gate_params params = usual();
    sigma_gate gate = started(&params);
    return check(&gate, &s).refused;
}

static void a_stop_on_the_wrong_side_refuses(void **unused)
{
    const uint64_t stop = test_bit(SIGMA_LAYER_STOP), reward = test_bit(SIGMA_LAYER_REWARD);
    const uint64_t spread = test_bit(SIGMA_LAYER_SPREAD), price = test_bit(SIGMA_LAYER_PRICE);
    sigma_gate_sample s = sound();
    (void)unused;
    s.stop = 1.1;
    assert_int_equal(refused_with(s), stop | reward | spread);
    s.stop = 1.2;
    assert_int_equal(refused_with(s), stop | reward | spread);
    s.stop = 0.0;
    assert_true(refused_with(s) & stop);
    s = sound(), s.side = SIGMA_SIDE_UNKNOWN;
    assert_int_equal(refused_with(s), stop | reward);
    s = sound(), s.entry = 0.0;
    assert_true(refused_with(s) & price);
    s = sound(), s.entry = NOT_A_NUMBER;
    assert_int_equal(refused_with(s), stop | reward | spread | price);
}

static void a_price_must_be_fresh(void **unused)
{
    static const struct {
        int64_t age;
        bool passes;
    } cases[] = {{0, true}, {60 * SECOND, true}, {60 * SECOND + 1, false}, {-1, false}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_gate_sample s = sound();
        s.price_time = now - cases[i].age;
        assert_int_equal(refused_with(s) == 0, cases[i].passes);
    }
    sigma_gate_sample s = sound();
    s.price_time = INT64_MIN;
    assert_int_equal(refused_with(s), test_bit(SIGMA_LAYER_PRICE));
}

static void all_failures_are_in_one_set(void **unused)
{
    sigma_gate_params params = usual();
    sigma_gate gate = started(&params);
    sigma_gate_sample s = {
        .time = now, .intent = SIGMA_INTENT_OPEN, .positions = 9, .holdings = -1};
    (void)unused;
    params.daily_profit = 1e-9;
    sigma_gate_result r = check(&gate, &s);
    uint64_t passed = test_bit(SIGMA_LAYER_LEVERAGE) | test_bit(SIGMA_LAYER_MARGIN) |
                      test_bit(SIGMA_LAYER_DAILY_PROFIT) | test_bit(SIGMA_LAYER_COOLDOWN) |
                      test_bit(SIGMA_LAYER_ORDER_RATE) | test_bit(SIGMA_LAYER_SPREAD);
    assert_int_equal(r.passed, passed);
    assert_int_equal(r.refused, (test_bit(SIGMA_LAYER_COUNT) - 1) & ~passed);
    for (int32_t layer = 0; layer < SIGMA_LAYER_COUNT; layer++) {
        assert_int_equal(gate.refused[layer], (r.refused >> layer) & 1);
    }
    assert_int_equal(gate.checked, 1);
    assert_int_equal(gate.allowed, 0);
    gate.checked = INT64_C(1000000000000000);
    (void)check(&gate, &s);
    assert_int_equal(gate.checked, INT64_C(1000000000000000));
}

/* Whatever else is given, whatever was reached, even through a damaged gate. */
static void reducing_is_never_refused(void **unused)
{
    sigma_gate gate = {0};
    sigma_gate_sample s = {.time = INT64_MIN, .intent = SIGMA_INTENT_REDUCE, .symbol = -5};
    sigma_gate_result r;
    (void)unused;
    s.equity = NOT_A_NUMBER;
    assert_int_equal(sigma_gate_check(&gate, &s, &r), SIGMA_OK);
    assert_int_equal(r.allowed, 1);
    assert_int_equal(r.refused, 0);
    assert_int_equal(r.time, 0);
    sigma_gate_params params = usual();
    gate = started(&params);
    assert_int_equal(sigma_gate_equity(&gate, now, -5000.0), SIGMA_OK);
    s.time = now - 1; /* late */
    assert_int_equal(sigma_gate_check(&gate, &s, &r), SIGMA_OK);
    assert_int_equal(r.allowed, 1);
    assert_int_equal(r.time, now - 1);
    assert_int_equal(gate.checked, 0);
}

/* ---- the day */

static void a_daily_limit_holds_until_the_next_day(void **unused)
{
    const uint64_t lost = test_bit(SIGMA_LAYER_DAILY_LOSS),
                   won = test_bit(SIGMA_LAYER_DAILY_PROFIT);
    sigma_gate_params params = usual();
    sigma_gate_sample s = sound();
    (void)unused;
    params.daily_profit = 0.05;
    sigma_gate gate = started(&params);
    assert_int_equal(sigma_gate_equity(&gate, 1, 9500.0), SIGMA_OK);
    assert_int_equal(check(&gate, &s).refused, lost);
    assert_int_equal(sigma_gate_day(&gate, now, 10000.0), SIGMA_OK);
    assert_int_equal(check(&gate, &s).refused, 0);
    assert_int_equal(sigma_gate_equity(&gate, now, 10500.0), SIGMA_OK);
    assert_int_equal(check(&gate, &s).refused, won);
    assert_int_equal(sigma_gate_day(&gate, now, 10000.0), SIGMA_OK);
    s.equity = 10500.0; /* the order's own figures count as well */
    assert_int_equal(check(&gate, &s).refused, won);
    s.equity = 10000.0;
    assert_int_equal(check(&gate, &s).refused, won);
    assert_int_equal(sigma_gate_day(&gate, now, 10000.0), SIGMA_OK);
    s.equity = NOT_A_NUMBER; /* which refuses, but is no loss to remember */
    assert_true(check(&gate, &s).refused & lost);
    s.equity = 10000.0;
    assert_int_equal(check(&gate, &s).refused, 0);
}

/* rustrade: the session's net profit, its account gate and its latch, of a balance of 1000. */
static void rustrade_sessions(void **unused)
{
    static const struct {
        double limit, net[3];
        int32_t count;
        const char *halted;
    } cases[] = {{0.1, {18.5, -33.0, -114.5}, 3, "nny"},
                 {0.01, {-6.0, -12.0, 0.0}, 2, "ny"},
                 {0.1, {-150.0, 0.0, 0.0}, 1, "y"},
                 {0.1, {-50.0, 0.0, 0.0}, 1, "n"},
                 {0.1, {-60.0, -120.0, 50.0}, 3, "nyy"}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_gate_params params = usual();
        params.daily_loss = cases[i].limit;
        sigma_gate gate = started(&params);
        assert_int_equal(sigma_gate_day(&gate, 1, 1000.0), SIGMA_OK);
        for (int32_t k = 0; k < cases[i].count; k++) {
            sigma_gate_sample s = sound();
            s.equity = 1000.0 + cases[i].net[k];
            s.exposure = s.margin = 1.0;
            s.risk = 0.1;
            assert_int_equal(check(&gate, &s).allowed, cases[i].halted[k] == 'n');
        }
        assert_int_equal(sigma_gate_day(&gate, now, 1000.0), SIGMA_OK); /* rollover */
        sigma_gate_sample s = sound();
        s.equity = 1000.0, s.exposure = 1.0, s.margin = 1.0, s.risk = 0.1;
        assert_int_equal(check(&gate, &s).allowed, 1);
    }
}

/* rustrade: at most 2 positions, but one more in a symbol that is held; gross exposure inclusive.
 */
static void rustrade_positions_and_exposure(void **unused)
{
    static const struct {
        int32_t positions, holdings;
        double exposure;
        bool allowed;
    } cases[] = {{2, 0, 1.0, false},
                 {2, 1, 1.0, true},
                 {1, 0, 1.0, true},
                 {1, 1, 9500.0, true},
                 {1, 1, 10500.0, false}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_gate_params params = usual();
        params.positions_max = 2;
        params.duplicates_max = 1;
        params.leverage_max = 1.0; /* 10,000 of 10,000 */
        sigma_gate gate = started(&params);
        sigma_gate_sample s = sound();
        s.positions = cases[i].positions;
        s.holdings = cases[i].holdings;
        s.exposure = cases[i].exposure;
        assert_int_equal(check(&gate, &s).allowed, cases[i].allowed);
    }
}

/* hl-agent#5: the day's base survives a restart, which is a copy of the struct. */
static void the_days_base_survives_a_restart(void **unused)
{
    sigma_gate_params params = usual();
    sigma_gate_sample s = sound();
    (void)unused;
    params.daily_loss = 0.1;
    sigma_gate gate = started(&params), restored;
    assert_int_equal(sigma_gate_day(&gate, 1, 100.0), SIGMA_OK);
    memcpy(&restored, &gate, sizeof restored);
    s.exposure = s.margin = 1.0, s.risk = 0.1, s.balance = 100.0;
    s.equity = 90.01;
    assert_int_equal(check(&restored, &s).allowed, 1); /* the floor is 90, not 72 */
    s.equity = 90.0;
    assert_int_equal(check(&restored, &s).refused, test_bit(SIGMA_LAYER_DAILY_LOSS));
}

/* ---- symbols, cool-downs, orders */

/* freqtrade's CooldownPeriod: 60 minutes after a trade of that pair, 30 or 35 of which are over. */
static void a_symbol_cools_down_by_itself(void **unused)
{
    const int64_t minute = 60 * SECOND, start = 100 * minute;
    sigma_gate_params params = usual();
    (void)unused;
    params.cooldown = 60 * minute;
    sigma_gate gate = started(&params);
    assert_int_equal(sigma_gate_allow(&gate, 8), SIGMA_OK);
    assert_int_equal(sigma_gate_allow(&gate, 8), SIGMA_OK);
    assert_int_equal(gate.symbols, 2);
    assert_int_equal(sigma_gate_close(&gate, start - 30 * minute, SAMPLE_SYMBOL), SIGMA_OK);
    for (int32_t after = 0; after < 2; after++) {
        sigma_gate_sample s = sound();
        s.time = s.price_time = start + (after ? 30 * minute : 30 * minute - 1);
        sigma_gate_result r = check(&gate, &s);
        assert_int_equal(r.refused, after ? 0 : test_bit(SIGMA_LAYER_COOLDOWN));
        assert_int_equal(r.wait, after ? 0 : 1);
        s.symbol = 8;
        assert_int_equal(check(&gate, &s).refused, 0);
        s.symbol = 9;
        assert_int_equal(check(&gate, &s).refused, test_bit(SIGMA_LAYER_SYMBOL));
    }
    gate.closed[0] = INT64_MAX; /* damaged */
    sigma_gate_sample s = sound();
    s.time = s.price_time = gate.time;
    sigma_gate_result r = check(&gate, &s);
    assert_int_equal(r.refused, test_bit(SIGMA_LAYER_COOLDOWN));
    assert_int_equal(r.wait, params.cooldown);
}

static void only_so_many_symbols_fit(void **unused)
{
    sigma_gate_params params = usual();
    sigma_gate gate = started(&params);
    (void)unused;
    for (int32_t id = 101; id < 164; id++) {
        assert_int_equal(sigma_gate_allow(&gate, id), SIGMA_OK);
    }
    assert_int_equal(sigma_gate_allow(&gate, 164), SIGMA_E_SPACE);
    assert_int_equal(sigma_gate_allow(&gate, 163), SIGMA_OK);
    assert_int_equal(sigma_gate_allow(&gate, 0), SIGMA_E_RANGE);
    assert_int_equal(sigma_gate_allow(&gate, -1), SIGMA_E_RANGE);
    sigma_gate_sample s = sound();
    s.symbol = 163;
    assert_int_equal(check(&gate, &s).refused, 0);
    s.symbol = 0;
    assert_int_equal(check(&gate, &s).refused, test_bit(SIGMA_LAYER_SYMBOL));
    assert_int_equal(sigma_gate_close(&gate, now, 164), SIGMA_E_RANGE);
}

/* Against a list of all orders. */
static void orders_come_at_most_so_fast(void **unused)
{
    uint64_t seed = 80;
    static int64_t sent[500];
    (void)unused;
    for (int32_t most = 1; most <= 64; most += 7) {
        sigma_gate_params params = usual();
        params.orders_max = most;
        sigma_gate gate = started(&params);
        int64_t time = now;
        for (int32_t i = 0; i < 500; i++) {
            sigma_gate_sample s = sound();
            int32_t recent = 0;
            time += test_whole(&seed, 0, (int32_t)(120 / most)) * SECOND;
            for (int32_t k = 0; k < i; k++) {
                recent += time - sent[k] < 60 * SECOND;
            }
            s.time = s.price_time = time;
            uint64_t refused = check(&gate, &s).refused;
            assert_int_equal(refused, recent < most ? 0 : test_bit(SIGMA_LAYER_ORDER_RATE));
            assert_int_equal(sigma_gate_order(&gate, time), SIGMA_OK);
            sent[i] = time;
        }
    }
}

/* NautilusTrader's throttler, five orders in ten time units: how many of those sent at once go, and
 * whether one more would, after a wait. What it queues the gate leaves to the caller. */
static void nautilus_throttles(void **unused)
{
    static const struct {
        int32_t sent, wait, gone;
        bool more;
    } cases[] = {
        {1, 0, 1, true},  /* thr_drop_1 */
        {6, 0, 5, false}, /* thr_drop_6, thr_buffer_6 */
        {6, 10, 5, true}, /* thr_drop_6_adv */
        {3, 0, 3, true},  /* thr_buffer_3 */
        {5, 0, 5, false}, /* thr_buffer_5: all used */
        {5, 5, 5, false}, /* thr_buffer_5_half: still */
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_gate_params params = usual();
        sigma_gate_sample s = sound();
        int32_t gone = 0;
        params.orders_max = 5;
        params.order_window = 10 * SECOND;
        sigma_gate gate = started(&params);
        for (int32_t k = 0; k < cases[i].sent; k++) {
            if (check(&gate, &s).allowed) {
                assert_int_equal(sigma_gate_order(&gate, s.time), SIGMA_OK);
                gone++;
            }
        }
        assert_int_equal(gone, cases[i].gone);
        s.time += cases[i].wait * SECOND;
        s.price_time = s.time;
        assert_int_equal(check(&gate, &s).allowed, cases[i].more);
    }
}

static void options_switch_layers_off(void **unused)
{
    sigma_gate_params params = usual();
    sigma_gate_sample s = sound();
    (void)unused;
    params.reward_min = 0.0;
    sigma_gate gate = started(&params);
    s.target = 0.0;
    sigma_gate_result r = check(&gate, &s);
    assert_int_equal(r.refused, 0);
    assert_bits(r.reward, 0.0);
    s.scheduled = 0;
    assert_int_equal(check(&gate, &s).refused, test_bit(SIGMA_LAYER_SCHEDULE));
    s = sound(), s.holdings = 1, s.positions = 1;
    assert_int_equal(check(&gate, &s).refused, test_bit(SIGMA_LAYER_DUPLICATE));
    s = sound(), s.positions = 3;
    assert_int_equal(check(&gate, &s).refused, test_bit(SIGMA_LAYER_POSITIONS));
    s = sound(), s.positions = -1;
    assert_int_equal(check(&gate, &s).refused, test_bit(SIGMA_LAYER_POSITIONS));
    s = sound(), s.entry = 1e15, s.stop = 1e-15, s.target = 1e300, s.exposure = 1e300;
    r = check(&gate, &s);
    assert_bits(r.leverage, 0.0);
}

/* ---- refusals */

static void init_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_gate g;
    (void)field, (void)context;
    memset(&g, 9, sizeof g);
    assert_int_equal(sigma_gate_init(&g, 0, 1.0, (const sigma_gate_params *)damaged),
                     SIGMA_E_RANGE);
    assert_zero(g);
}

static void any_damage(const void *damaged, const sigma_field *field, void *context)
{
    sigma_gate before = *(const sigma_gate *)damaged, g = before;
    sigma_gate_sample s = sound();
    sigma_gate_result r = {.allowed = 9};
    sigma_field offender;
    (void)field, (void)context;
    sigma_status status = sigma_gate_check(&g, &s, &r);
    assert_true(status == SIGMA_OK || status == SIGMA_E_STATE || status == SIGMA_E_ORDER);
    if (status == SIGMA_OK) {
        assert_int_equal(sigma_layout_check(SIGMA_KIND_GATE_RESULT, &r, &offender), SIGMA_OK);
    } else {
        assert_zero(r);
        assert_same(g, before);
    }
}

static void what_is_out_of_range_is_refused(void **unused)
{
    sigma_gate_params params = usual();
    sigma_gate gate = started(&params), same, zero = {0};
    sigma_gate_sample s = sound();
    sigma_gate_result r = {.allowed = 9};
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_GATE_PARAMS, &params, init_refuses, NULL) > 60);
    assert_int_equal(sigma_gate_init(&same, INT64_MIN, 1.0, &params), SIGMA_E_RANGE);
    assert_int_equal(sigma_gate_init(&same, 0, 0.0, &params), SIGMA_E_RANGE);
    assert_int_equal(sigma_gate_order(&gate, now), SIGMA_OK);
    assert_true(damage_each(SIGMA_KIND_GATE, &gate, any_damage, NULL) > 500);
    same = gate;
    s.time = INT64_MIN;
    assert_int_equal(sigma_gate_check(&gate, &s, &r), SIGMA_E_RANGE);
    assert_zero(r);
    s.time = now - 1;
    assert_int_equal(sigma_gate_check(&gate, &s, &r), SIGMA_E_ORDER);
    s = sound(), s.intent = 0;
    assert_int_equal(sigma_gate_check(&gate, &s, &r), SIGMA_E_RANGE);
    assert_int_equal(sigma_gate_day(&gate, now - 1, 1.0), SIGMA_E_ORDER);
    assert_int_equal(sigma_gate_day(&gate, now, NOT_A_NUMBER), SIGMA_E_RANGE);
    assert_int_equal(sigma_gate_equity(&gate, now - 1, 1.0), SIGMA_E_ORDER);
    assert_int_equal(sigma_gate_equity(&gate, now, NOT_A_NUMBER), SIGMA_E_RANGE);
    assert_int_equal(sigma_gate_order(&gate, now - 1), SIGMA_E_ORDER);
    assert_int_equal(sigma_gate_close(&gate, now - 1, SAMPLE_SYMBOL), SIGMA_E_ORDER);
    assert_same(gate, same);
    assert_int_equal(sigma_gate_check(&zero, &s, &r), SIGMA_E_STATE);
    assert_int_equal(sigma_gate_allow(&zero, 1), SIGMA_E_STATE);
}

static void null_is_refused(void **unused)
{
    sigma_gate_params params = usual();
    sigma_gate gate = started(&params);
    sigma_gate_sample s = sound();
    sigma_gate_result r = {.allowed = 9};
    (void)unused;
    assert_int_equal(sigma_gate_defaults(NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_gate_init(NULL, 0, 1.0, &params), SIGMA_E_NULL);
    assert_int_equal(sigma_gate_allow(NULL, 1), SIGMA_E_NULL);
    assert_int_equal(sigma_gate_day(NULL, 0, 1.0), SIGMA_E_NULL);
    assert_int_equal(sigma_gate_equity(NULL, 0, 1.0), SIGMA_E_NULL);
    assert_int_equal(sigma_gate_order(NULL, 0), SIGMA_E_NULL);
    assert_int_equal(sigma_gate_close(NULL, 0, 1), SIGMA_E_NULL);
    assert_int_equal(sigma_gate_check(NULL, &s, &r), SIGMA_E_NULL);
    assert_zero(r);
    r.allowed = 9;
    assert_int_equal(sigma_gate_check(&gate, NULL, &r), SIGMA_E_NULL);
    assert_zero(r);
    assert_int_equal(sigma_gate_check(&gate, &s, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_gate_init(&gate, 0, 1.0, NULL), SIGMA_E_NULL);
    assert_zero(gate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_order_passes_all_layers),
        cmocka_unit_test(each_limit_has_its_layer),
        cmocka_unit_test(a_stop_on_the_wrong_side_refuses),
        cmocka_unit_test(a_price_must_be_fresh),
        cmocka_unit_test(all_failures_are_in_one_set),
        cmocka_unit_test(reducing_is_never_refused),
        cmocka_unit_test(a_daily_limit_holds_until_the_next_day),
        cmocka_unit_test(rustrade_sessions),
        cmocka_unit_test(rustrade_positions_and_exposure),
        cmocka_unit_test(the_days_base_survives_a_restart),
        cmocka_unit_test(a_symbol_cools_down_by_itself),
        cmocka_unit_test(only_so_many_symbols_fit),
        cmocka_unit_test(orders_come_at_most_so_fast),
        cmocka_unit_test(nautilus_throttles),
        cmocka_unit_test(options_switch_layers_off),
        cmocka_unit_test(what_is_out_of_range_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
