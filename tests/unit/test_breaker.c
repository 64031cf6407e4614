/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

#define SECOND INT64_C(1000000000)

static const char letters[] = "?CATHS"; /* by SIGMA_LEVEL_... */

static sigma_breaker_params usual(void)
{
    sigma_breaker_params params;
    assert_int_equal(sigma_breaker_defaults(&params), SIGMA_OK);
    return params;
}

static sigma_breaker started(const sigma_breaker_params *params)
{
    sigma_breaker breaker;
    assert_int_equal(sigma_breaker_init(&breaker, 0, params), SIGMA_OK);
    return breaker;
}

static sigma_breaker_transition send(sigma_breaker *breaker, int64_t time, int32_t event,
                                     double value, int32_t count)
{
    sigma_breaker_sample sample = {time, value, event, count};
    sigma_breaker_transition t;
    assert_int_equal(sigma_breaker_update(breaker, &sample, &t), SIGMA_OK);
    assert_true(t.time == time && t.to == breaker->state);
    return t;
}

/* In a state, by one event whose level is that state. */
static sigma_breaker in_state(int32_t state)
{
    sigma_breaker_params params = usual();
    params.event[SIGMA_EVENT_DATABASE - SIGMA_EVENT_REGIME] = state;
    sigma_breaker breaker = started(&params);
    (void)send(&breaker, 0, SIGMA_EVENT_DATABASE, 0.0, 0);
    breaker.params = usual();
    assert_int_equal(breaker.state, state);
    return breaker;
}

static sigma_breaker_result read_of(const sigma_breaker *breaker)
{
    sigma_breaker_result result;
    assert_int_equal(sigma_breaker_read(breaker, &result), SIGMA_OK);
    assert_int_equal(result.mark, SIGMA_PART_BREAKER);
    return result;
}

/* ---- the transition table */

/* The state after one event, from CLOSED, ALERT, THROTTLE, HALT and SHUTDOWN: before the cool-down
 * is over, and after. Written from the specification, without a look at the library. */
static const struct {
    int32_t event;
    double value;
    int32_t count;
    const char *before, *after;
    int32_t issue;
} table[] = {
    {SIGMA_EVENT_TIME, 0.0, 0, "CATHS", "CATHS", SIGMA_ISSUE_UNKNOWN},
    {SIGMA_EVENT_LATENCY, 499.0, 0, "CATHS", "CCATS", SIGMA_ISSUE_UNKNOWN},
    {SIGMA_EVENT_LATENCY, 500.0, 0, "CATHS", "CATHS", SIGMA_ISSUE_UNKNOWN}, /* but one reading */
    {SIGMA_EVENT_ORDER_DONE, 0.0, 0, "CATHS", "CCATS", SIGMA_ISSUE_UNKNOWN},
    {SIGMA_EVENT_ORDER_FAILED, 0.0, 0, "CATHS", "CATHS", SIGMA_ISSUE_UNKNOWN},
    {SIGMA_EVENT_SLIPPAGE, -0.5, 0, "CATHS", "CATHS", SIGMA_ISSUE_UNKNOWN},
    {SIGMA_EVENT_SLIPPAGE, 0.00099, 0, "CATHS", "CATHS", SIGMA_ISSUE_UNKNOWN},
    {SIGMA_EVENT_SLIPPAGE, 0.001, 0, "AATHS", "AATHS", SIGMA_ISSUE_SLIPPAGE},
    {SIGMA_EVENT_SLIPPAGE, 0.003, 0, "TTTHS", "TTTHS", SIGMA_ISSUE_SLIPPAGE},
    {SIGMA_EVENT_SLIPPAGE, 0.005, 0, "HHHHS", "HHHHS", SIGMA_ISSUE_SLIPPAGE},
    {SIGMA_EVENT_TRADE, 0.2, 0, "CATHS", "CATHS", SIGMA_ISSUE_UNKNOWN},
    {SIGMA_EVENT_TRADE, -0.0499, 0, "CATHS", "CATHS", SIGMA_ISSUE_UNKNOWN},
    {SIGMA_EVENT_TRADE, -0.05, 0, "HHHHS", "HHHHS", SIGMA_ISSUE_LOSS},
    {SIGMA_EVENT_VOLATILITY, 9.9e8, 0, "CATHS", "CATHS", SIGMA_ISSUE_UNKNOWN},
    {SIGMA_EVENT_VOLATILITY, 1e9, 0, "HHHHS", "HHHHS", SIGMA_ISSUE_VOLATILITY},
    {SIGMA_EVENT_DEGRADATION, 0.0, SIGMA_SEVERITY_UNKNOWN, "CATHS", "CATHS", SIGMA_ISSUE_UNKNOWN},
    {SIGMA_EVENT_DEGRADATION, 0.0, SIGMA_SEVERITY_NONE, "CATHS", "CATHS", SIGMA_ISSUE_UNKNOWN},
    {SIGMA_EVENT_DEGRADATION, 0.0, SIGMA_SEVERITY_MINOR, "CATHS", "CATHS", SIGMA_ISSUE_UNKNOWN},
    {SIGMA_EVENT_DEGRADATION, 0.0, SIGMA_SEVERITY_MODERATE, "AATHS", "AATHS",
     SIGMA_ISSUE_DEGRADATION},
    {SIGMA_EVENT_DEGRADATION, 0.0, SIGMA_SEVERITY_SEVERE, "HHHHS", "HHHHS",
     SIGMA_ISSUE_DEGRADATION},
    {SIGMA_EVENT_DEGRADATION, 0.0, SIGMA_SEVERITY_CRITICAL, "HHHHS", "HHHHS",
     SIGMA_ISSUE_DEGRADATION},
    {SIGMA_EVENT_EXPECTANCY, 0.0, 1000, "CATHS", "CATHS", SIGMA_ISSUE_UNKNOWN},
    {SIGMA_EVENT_EXPECTANCY, -0.1, 30, "CATHS", "CATHS", SIGMA_ISSUE_UNKNOWN},
    {SIGMA_EVENT_EXPECTANCY, -0.1, 31, "TTTHS", "TTTHS", SIGMA_ISSUE_EXPECTANCY},
    {SIGMA_EVENT_EXPECTANCY, -0.5, 51, "TTTHS", "TTTHS", SIGMA_ISSUE_EXPECTANCY},
    {SIGMA_EVENT_EXPECTANCY, -0.51, 50, "TTTHS", "TTTHS", SIGMA_ISSUE_EXPECTANCY},
    {SIGMA_EVENT_EXPECTANCY, -0.51, 51, "HHHHS", "HHHHS", SIGMA_ISSUE_EXPECTANCY},
    {SIGMA_EVENT_REGIME, 0.0, 0, "AATHS", "AATHS", SIGMA_ISSUE_REGIME},
    {SIGMA_EVENT_NETWORK, 0.0, 0, "AATHS", "AATHS", SIGMA_ISSUE_NETWORK},
    {SIGMA_EVENT_EXCHANGE, 0.0, 0, "AATHS", "AATHS", SIGMA_ISSUE_EXCHANGE},
    {SIGMA_EVENT_RATE_LIMIT, 0.0, 0, "AATHS", "AATHS", SIGMA_ISSUE_RATE_LIMIT},
    {SIGMA_EVENT_DATABASE, 0.0, 0, "HHHHS", "HHHHS", SIGMA_ISSUE_DATABASE},
    {SIGMA_EVENT_BALANCE, 0.0, 0, "HHHHS", "HHHHS", SIGMA_ISSUE_BALANCE},
    {SIGMA_EVENT_MEMORY, 0.0, 0, "SSSSS", "SSSSS", SIGMA_ISSUE_MEMORY},
    {SIGMA_EVENT_SECURITY, 0.0, 0, "SSSSS", "SSSSS", SIGMA_ISSUE_SECURITY},
};

static const int64_t cooldowns[] = {0, 0, 60 * SECOND, 300 * SECOND, 900 * SECOND, 900 * SECOND};

static void every_state_meets_every_event(void **unused)
{
    bool met[SIGMA_EVENT_COUNT] = {false};
    (void)unused;
    for (int32_t row = 0; row < COUNT_OF(table); row++) {
        met[table[row].event] = true;
        for (int32_t state = SIGMA_LEVEL_CLOSED; state <= SIGMA_LEVEL_SHUTDOWN; state++) {
            for (int32_t over = 0; over < 2; over++) {
                sigma_breaker breaker = in_state(state);
                int64_t time = cooldowns[state] - (over ? 0 : 1);
                sigma_breaker_transition t = send(&breaker, time < 0 ? 0 : time, table[row].event,
                                                  table[row].value, table[row].count);
                char wanted = (over ? table[row].after : table[row].before)[state - 1];
                assert_int_equal(t.from, state);
                assert_int_equal(letters[t.to], wanted);
                assert_int_equal(t.issue, t.to < state ? SIGMA_ISSUE_RECOVERY : table[row].issue);
                bool same = table[row].event == SIGMA_EVENT_DATABASE && state == SIGMA_LEVEL_HALT;
                assert_int_equal(breaker.issues,
                                 (state > SIGMA_LEVEL_CLOSED) +
                                     (table[row].issue != SIGMA_ISSUE_UNKNOWN && !same));
            }
        }
    }
    for (int32_t event = SIGMA_EVENT_TIME; event < SIGMA_EVENT_COUNT; event++) {
        assert_true(met[event]);
    }
}

static void only_a_reset_leads_out_of_shutdown(void **unused)
{
    sigma_breaker breaker = in_state(SIGMA_LEVEL_SHUTDOWN);
    sigma_breaker_transition t = {.to = 9};
    int64_t time = 0;
    (void)unused;
    for (int32_t round = 0; round < 50; round++) {
        for (int32_t row = 0; row < COUNT_OF(table); row++) {
            time += 3600 * SECOND;
            t = send(&breaker, time, table[row].event, table[row].value, table[row].count);
            assert_int_equal(t.to, SIGMA_LEVEL_SHUTDOWN);
        }
    }
    assert_int_equal(sigma_breaker_recover(&breaker, time, &t), SIGMA_E_RANGE);
    assert_zero(t);
    assert_int_equal(sigma_breaker_override(&breaker, time, 1), SIGMA_OK);
    assert_int_equal(sigma_breaker_override(&breaker, time, 0), SIGMA_OK);
    assert_int_equal(breaker.state, SIGMA_LEVEL_SHUTDOWN);
    assert_int_equal(sigma_breaker_reset(&breaker, time, 0, &t), SIGMA_E_RANGE);
    assert_int_equal(sigma_breaker_reset(&breaker, time, -5, &t), SIGMA_E_RANGE);
    assert_zero(t);
    assert_int_equal(sigma_breaker_reset(&breaker, time, 77, &t), SIGMA_OK);
    assert_int_equal(t.from, SIGMA_LEVEL_SHUTDOWN);
    assert_int_equal(t.to, SIGMA_LEVEL_CLOSED);
    assert_int_equal(t.issue, SIGMA_ISSUE_RESET);
    assert_bits(t.value, 77.0);
    assert_int_equal(sigma_breaker_reset(&breaker, time, 77, &t), SIGMA_E_RANGE);
}

/* Whatever was wrong, time and working orders bring it back, one state at a time. */
static void every_other_state_can_reach_closed(void **unused)
{
    (void)unused;
    for (int32_t row = 0; row < COUNT_OF(table); row++) {
        sigma_breaker breaker = in_state(SIGMA_LEVEL_HALT);
        int64_t time = 0;
        int32_t steps = 0;
        (void)send(&breaker, time, table[row].event, table[row].value, table[row].count);
        if (breaker.state == SIGMA_LEVEL_SHUTDOWN) {
            continue;
        }
        for (int32_t i = 0; i < 500 && breaker.state > SIGMA_LEVEL_CLOSED; i++) {
            sigma_breaker_transition t;
            time += 10 * SECOND;
            t = send(&breaker, time, i % 2 ? SIGMA_EVENT_ORDER_DONE : SIGMA_EVENT_LATENCY, 100.0,
                     0);
            assert_in_range(t.from - t.to, 0, 1);
            steps += t.from - t.to;
        }
        assert_int_equal(steps, 3);
        assert_true(time >= (900 + 300 + 60) * SECOND && time <= (930 + 330 + 90) * SECOND);
    }
}

/* ---- recovery */

static void an_idle_bot_recovers_through_quiet_probes(void **unused)
{
    sigma_breaker breaker = in_state(SIGMA_LEVEL_HALT);
    (void)unused;
    (void)send(&breaker, 899 * SECOND, SIGMA_EVENT_TIME, 0.0, 0);
    assert_int_equal(read_of(&breaker).probing, 0);
    (void)send(&breaker, 900 * SECOND, SIGMA_EVENT_TIME, 0.0, 0);
    assert_int_equal(read_of(&breaker).probing, 1);
    assert_int_equal(send(&breaker, 959 * SECOND, SIGMA_EVENT_TIME, 0.0, 0).to, SIGMA_LEVEL_HALT);
    sigma_breaker_transition t = send(&breaker, 960 * SECOND, SIGMA_EVENT_TIME, 0.0, 0);
    assert_int_equal(t.to, SIGMA_LEVEL_THROTTLE);
    assert_int_equal(t.issue, SIGMA_ISSUE_RECOVERY);
    assert_int_equal(read_of(&breaker).probing, 0);
    (void)send(&breaker, 1259 * SECOND, SIGMA_EVENT_TIME, 0.0, 0);
    assert_int_equal(read_of(&breaker).probing, 0);
}

/* Resilience4j #903: a breaker whose probe nobody makes must not wait for it for ever. Here orders
 * failed, so that only an order can show that orders work, and the probe in HALT lets one through.
 */
static void a_probe_in_halt_lets_an_order_prove_that_orders_work(void **unused)
{
    sigma_breaker_params params = usual();
    sigma_breaker breaker = started(&params);
    (void)unused;
    for (int32_t i = 0; i < 5; i++) {
        (void)send(&breaker, i * SECOND, SIGMA_EVENT_ORDER_FAILED, 0.0, 0);
    }
    assert_int_equal(breaker.state, SIGMA_LEVEL_HALT);
    (void)send(&breaker, 903 * SECOND, SIGMA_EVENT_TIME, 0.0, 0);
    assert_int_equal(read_of(&breaker).entries, 0);
    for (int32_t i = 904; i < 3000; i += 100) {
        assert_int_equal(send(&breaker, i * SECOND, SIGMA_EVENT_TIME, 0.0, 0).to, SIGMA_LEVEL_HALT);
        assert_int_equal(send(&breaker, i * SECOND, SIGMA_EVENT_LATENCY, 9.0, 0).to,
                         SIGMA_LEVEL_HALT);
        assert_int_equal(read_of(&breaker).entries, 1);
        assert_bits(read_of(&breaker).scale, 0.5);
        assert_bits(read_of(&breaker).confidence, 0.7);
    }
    assert_int_equal(send(&breaker, 3001 * SECOND, SIGMA_EVENT_ORDER_DONE, 0.0, 0).to,
                     SIGMA_LEVEL_THROTTLE);
}

static void a_probe_that_fails_starts_the_cooldown_anew(void **unused)
{
    static const int32_t ends[] = {SIGMA_EVENT_ORDER_FAILED, SIGMA_EVENT_NETWORK};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(ends); i++) {
        sigma_breaker breaker = in_state(SIGMA_LEVEL_HALT);
        (void)send(&breaker, 900 * SECOND, SIGMA_EVENT_TIME, 0.0, 0);
        assert_int_equal(send(&breaker, 930 * SECOND, ends[i], 0.0, 0).to, SIGMA_LEVEL_HALT);
        assert_int_equal(read_of(&breaker).probing, 0);
        assert_int_equal(read_of(&breaker).entries, 0);
        assert_int_equal(send(&breaker, 1829 * SECOND, SIGMA_EVENT_ORDER_DONE, 0.0, 0).to,
                         SIGMA_LEVEL_HALT);
        assert_int_equal(send(&breaker, 1830 * SECOND, SIGMA_EVENT_ORDER_DONE, 0.0, 0).to,
                         SIGMA_LEVEL_THROTTLE);
    }
}

static void slow_readings_hold_recovery_up(void **unused)
{
    sigma_breaker_params params = usual();
    sigma_breaker breaker = started(&params);
    (void)unused;
    for (int32_t i = 0; i < 10; i++) {
        (void)send(&breaker, i, SIGMA_EVENT_LATENCY, 1000.0, 0);
    }
    assert_int_equal(breaker.state, SIGMA_LEVEL_THROTTLE);
    int64_t time = 400 * SECOND;
    assert_int_equal(send(&breaker, time, SIGMA_EVENT_ORDER_DONE, 0.0, 0).to,
                     SIGMA_LEVEL_THROTTLE); /* the last five are slow */
    assert_int_equal(read_of(&breaker).probing, 0);
    for (int32_t i = 0; i < 5; i++) {
        (void)send(&breaker, time, SIGMA_EVENT_LATENCY, 1.0, 0); /* mean 500.5 of ten: an issue */
    }
    assert_int_equal(breaker.state, SIGMA_LEVEL_THROTTLE);
    (void)send(&breaker, time, SIGMA_EVENT_LATENCY, 1.0, 0);
    time += 300 * SECOND;
    assert_int_equal(send(&breaker, time, SIGMA_EVENT_LATENCY, 1.0, 0).to, SIGMA_LEVEL_ALERT);
}

/* ---- thresholds over several events */

static void latency_is_the_mean_of_the_last_ten(void **unused)
{
    static const struct {
        double reading;
        char wanted;
    } cases[] = {{499.9, 'C'},  {500.0, 'A'},  {999.9, 'A'},
                 {1000.0, 'T'}, {2999.9, 'T'}, {3000.0, 'H'}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_breaker_params params = usual();
        sigma_breaker breaker = started(&params);
        for (int32_t k = 0; k < 20; k++) {
            (void)send(&breaker, k, SIGMA_EVENT_LATENCY, cases[i].reading, 0);
            assert_int_equal(letters[breaker.state], k < 4 ? 'C' : cases[i].wanted);
        }
    }
    sigma_breaker_params params = usual();
    sigma_breaker breaker = started(&params);
    for (int32_t k = 0; k < 30; k++) { /* one in ten at 4 s: a mean of 499 */
        (void)send(&breaker, k, SIGMA_EVENT_LATENCY, k % 10 == 9 ? 4000.0 : 110.0, 0);
        assert_int_equal(breaker.state, SIGMA_LEVEL_CLOSED);
    }
    assert_bits(send(&breaker, 30, SIGMA_EVENT_LATENCY, 2110.0, 0).value, 699.0);
}

static void failures_in_a_row_climb_the_states(void **unused)
{
    static const char wanted[] = "CATTHHHHHSS";
    sigma_breaker_params params = usual();
    sigma_breaker breaker = started(&params);
    (void)unused;
    for (int32_t i = 0; i < 11; i++) {
        sigma_breaker_transition t = send(&breaker, i, SIGMA_EVENT_ORDER_FAILED, 0.0, 0);
        assert_int_equal(letters[t.to], wanted[i]);
        assert_int_equal(t.issue, i == 0 ? SIGMA_ISSUE_UNKNOWN : SIGMA_ISSUE_FAILURES);
    }
    breaker = started(&params);
    for (int32_t i = 0; i < 9; i++) { /* never two in a row, and nine orders make no share */
        int32_t event = i % 2 ? SIGMA_EVENT_ORDER_DONE : SIGMA_EVENT_ORDER_FAILED;
        assert_int_equal(send(&breaker, i, event, 0.0, 0).to, SIGMA_LEVEL_CLOSED);
    }
}

static void the_share_of_failures_counts_within_the_window(void **unused)
{
    sigma_breaker_params params = usual();
    (void)unused;
    for (int32_t failed = 2; failed <= 3; failed++) {
        sigma_breaker breaker = started(&params);
        for (int32_t i = 0; i < 10; i++) {
            bool fails = i % 3 == 0 && i / 3 > 3 - failed;
            (void)send(&breaker, i, fails ? SIGMA_EVENT_ORDER_FAILED : SIGMA_EVENT_ORDER_DONE, 0.0,
                       0);
        }
        assert_int_equal(letters[breaker.state], failed == 3 ? 'T' : 'C'); /* 3 of 10 */
    }
    sigma_breaker breaker = started(&params);
    (void)send(&breaker, 0, SIGMA_EVENT_ORDER_FAILED, 0.0, 0);
    (void)send(&breaker, 1, SIGMA_EVENT_ORDER_DONE, 0.0, 0);
    for (int32_t i = 0; i < 100; i++) { /* 100 good ones push it out of the 64 */
        (void)send(&breaker, 2 + i, SIGMA_EVENT_ORDER_DONE, 0.0, 0);
    }
    assert_int_equal(breaker.orders, SIGMA_BREAKER_SPACE);
    assert_int_equal(breaker.failed[0] | breaker.failed[1], 0);
    (void)send(&breaker, 300 * SECOND + 101, SIGMA_EVENT_ORDER_DONE, 0.0, 0);
    assert_int_equal(breaker.orders, 2); /* the one 300 s ago is still within */
    (void)send(&breaker, 700 * SECOND, SIGMA_EVENT_ORDER_FAILED, 0.0, 0);
    assert_int_equal(breaker.orders, 1);
}

static void equity_falls_from_its_highest_point_in_the_window(void **unused)
{
    sigma_breaker_params params = usual();
    sigma_breaker breaker = started(&params);
    (void)unused;
    assert_int_equal(send(&breaker, 0, SIGMA_EVENT_TRADE, -0.03, 0).to, SIGMA_LEVEL_CLOSED);
    assert_int_equal(send(&breaker, 1, SIGMA_EVENT_TRADE, 0.02, 0).to, SIGMA_LEVEL_CLOSED);
    assert_int_equal(send(&breaker, 2, SIGMA_EVENT_TRADE, -0.03, 0).to, SIGMA_LEVEL_CLOSED);
    sigma_breaker_transition t = send(&breaker, 3, SIGMA_EVENT_TRADE, -0.02, 0);
    assert_int_equal(t.to, SIGMA_LEVEL_HALT);
    assert_near(t.value, 0.06, 1e-12);
    breaker = started(&params);
    (void)send(&breaker, 0, SIGMA_EVENT_TRADE, -0.04, 0);
    assert_int_equal(send(&breaker, 301 * SECOND, SIGMA_EVENT_TRADE, -0.04, 0).to,
                     SIGMA_LEVEL_CLOSED);
    assert_int_equal(send(&breaker, 601 * SECOND, SIGMA_EVENT_TRADE, -0.04, 0).to,
                     SIGMA_LEVEL_HALT);
}

static void the_third_network_event_in_the_window_throttles(void **unused)
{
    static const int32_t kinds[] = {SIGMA_EVENT_NETWORK, SIGMA_EVENT_EXCHANGE,
                                    SIGMA_EVENT_RATE_LIMIT};
    sigma_breaker_params params = usual();
    (void)unused;
    for (int32_t late = 0; late < 2; late++) {
        sigma_breaker breaker = started(&params);
        for (int32_t i = 0; i < 2; i++) {
            assert_int_equal(send(&breaker, i * SECOND, kinds[i], 0.0, 0).to, SIGMA_LEVEL_ALERT);
        }
        sigma_breaker_transition t = send(&breaker, 300 * SECOND + late, kinds[2], 0.0, 0);
        assert_int_equal(letters[t.to], late ? 'A' : 'T');
        assert_int_equal(t.issue, late ? SIGMA_ISSUE_RATE_LIMIT : SIGMA_ISSUE_REPEATED);
    }
    sigma_breaker breaker = started(&params);
    for (int32_t i = 0; i < 20; i++) {
        (void)send(&breaker, i, SIGMA_EVENT_NETWORK, 0.0, 0);
    }
    assert_int_equal(breaker.repeats, 8);
}

/* ---- what is granted */

static void each_state_grants_its_terms(void **unused)
{
    static const struct {
        int32_t state, entries, close_all;
        double scale, confidence;
    } cases[] = {{SIGMA_LEVEL_CLOSED, 1, 0, 1.0, 0.0},
                 {SIGMA_LEVEL_ALERT, 1, 0, 1.0, 0.0},
                 {SIGMA_LEVEL_THROTTLE, 1, 0, 0.5, 0.7},
                 {SIGMA_LEVEL_HALT, 0, 0, 0.0, 0.0},
                 {SIGMA_LEVEL_SHUTDOWN, 0, 1, 0.0, 0.0}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_breaker breaker = in_state(cases[i].state);
        sigma_breaker_result wanted = {0,
                                       cases[i].scale,
                                       cases[i].confidence,
                                       cases[i].state,
                                       cases[i].entries,
                                       cases[i].close_all,
                                       0,
                                       0,
                                       SIGMA_PART_BREAKER};
        sigma_breaker_result result = read_of(&breaker);
        assert_same(result, wanted);
        assert_int_equal(sigma_breaker_override(&breaker, 5, 1), SIGMA_OK);
        wanted.time = 5, wanted.override_on = 1;
        wanted.entries = 0, wanted.scale = wanted.confidence = 0.0;
        result = read_of(&breaker);
        assert_same(result, wanted);
        assert_int_equal(sigma_breaker_override(&breaker, 6, 0), SIGMA_OK);
        assert_int_equal(read_of(&breaker).entries, cases[i].entries);
        assert_int_equal(sigma_breaker_override(&breaker, 6, 2), SIGMA_E_RANGE);
        assert_int_equal(sigma_breaker_override(&breaker, 6, -1), SIGMA_E_RANGE);
    }
}

static void the_override_stays_through_recovery(void **unused)
{
    sigma_breaker breaker = in_state(SIGMA_LEVEL_HALT);
    sigma_breaker_transition t;
    (void)unused;
    assert_int_equal(sigma_breaker_override(&breaker, 5, 1), SIGMA_OK);
    assert_int_equal(sigma_breaker_recover(&breaker, 6, &t), SIGMA_OK);
    assert_int_equal(t.from, SIGMA_LEVEL_HALT);
    assert_int_equal(t.to, SIGMA_LEVEL_CLOSED);
    assert_int_equal(t.issue, SIGMA_ISSUE_FORCED);
    assert_int_equal(read_of(&breaker).entries, 0);
}

static void degradation_halves_until_it_is_over(void **unused)
{
    sigma_breaker_params params = usual();
    sigma_breaker breaker = started(&params);
    (void)unused;
    (void)send(&breaker, 0, SIGMA_EVENT_DEGRADATION, 0.0, SIGMA_SEVERITY_MODERATE);
    assert_bits(read_of(&breaker).scale, 0.5);
    (void)send(&breaker, 60 * SECOND, SIGMA_EVENT_ORDER_DONE, 0.0, 0);
    assert_int_equal(breaker.state, SIGMA_LEVEL_CLOSED);
    assert_bits(read_of(&breaker).scale, 0.5);
    (void)send(&breaker, 60 * SECOND, SIGMA_EVENT_DEGRADATION, 0.0, SIGMA_SEVERITY_NONE);
    assert_bits(read_of(&breaker).scale, 1.0);
    (void)send(&breaker, 60 * SECOND, SIGMA_EVENT_DEGRADATION, 0.0, SIGMA_SEVERITY_CRITICAL);
    assert_int_equal(read_of(&breaker).close_all, 1);
    params.scale = 0.25;
    breaker = started(&params);
    (void)send(&breaker, 0, SIGMA_EVENT_DEGRADATION, 0.0, SIGMA_SEVERITY_MODERATE);
    (void)send(&breaker, 0, SIGMA_EVENT_SLIPPAGE, 0.003, 0);
    assert_bits(read_of(&breaker).scale, 0.25); /* the smaller of both */
}

/* The state recovers when things are quiet; what is to be closed is not opened meanwhile. */
static void nothing_is_opened_while_all_is_to_be_closed(void **unused)
{
    sigma_breaker_params params = usual();
    sigma_breaker breaker = started(&params);
    (void)unused;
    (void)send(&breaker, 0, SIGMA_EVENT_DEGRADATION, 0.0, SIGMA_SEVERITY_CRITICAL);
    for (int32_t i = 1; i <= 3; i++) {
        (void)send(&breaker, i * 1000 * SECOND, SIGMA_EVENT_ORDER_DONE, 0.0, 0);
        assert_int_equal(breaker.state, SIGMA_LEVEL_HALT - i);
        assert_int_equal(read_of(&breaker).close_all, 1);
        assert_int_equal(read_of(&breaker).entries, 0);
        assert_bits(read_of(&breaker).scale, 0.0);
    }
    (void)send(&breaker, 4000 * SECOND, SIGMA_EVENT_DEGRADATION, 0.0, SIGMA_SEVERITY_MINOR);
    assert_int_equal(read_of(&breaker).close_all, 0);
    assert_int_equal(read_of(&breaker).entries, 1);
}

static void forced_recovery_forgets_all_counts(void **unused)
{
    sigma_breaker_params params = usual();
    sigma_breaker breaker = started(&params), wanted = breaker;
    sigma_breaker_transition t;
    (void)unused;
    for (int32_t i = 0; i < 4; i++) {
        (void)send(&breaker, i, SIGMA_EVENT_ORDER_FAILED, 0.0, 0);
        (void)send(&breaker, i, SIGMA_EVENT_TRADE, -0.01, 0);
        (void)send(&breaker, i, SIGMA_EVENT_LATENCY, 700.0, 0);
        (void)send(&breaker, i, SIGMA_EVENT_NETWORK, 0.0, 0);
    }
    assert_int_equal(sigma_breaker_recover(&breaker, 9, &t), SIGMA_OK);
    assert_int_equal(breaker.orders + breaker.trades + breaker.readings + breaker.repeats, 0);
    assert_int_equal(breaker.failures + breaker.streak + breaker.severity, 0);
    assert_int_equal(breaker.failed[0], wanted.failed[0]);
    assert_int_equal(send(&breaker, 9, SIGMA_EVENT_ORDER_FAILED, 0.0, 0).to, SIGMA_LEVEL_CLOSED);
}

/* ---- the ring of issues */

static void the_last_32_issues_are_kept(void **unused)
{
    sigma_breaker_params params = usual();
    sigma_breaker breaker = started(&params);
    (void)unused;
    for (int32_t i = 0; i < 50; i++) { /* two kinds by turns, each seen twice */
        int32_t event = i % 2 ? SIGMA_EVENT_DATABASE : SIGMA_EVENT_BALANCE;
        (void)send(&breaker, 10 * i, event, 0.0, 0);
        (void)send(&breaker, 10 * i + 1, event, 0.0, 0);
    }
    assert_int_equal(breaker.issues, SIGMA_BREAKER_ISSUES);
    for (int32_t back = 1; back <= SIGMA_BREAKER_ISSUES; back++) {
        int32_t i = 50 - back;
        sigma_breaker_issue *issue =
            &breaker.issue[(breaker.issue_next - back + 32) % SIGMA_BREAKER_ISSUES];
        sigma_breaker_issue wanted = {
            10 * i,           10 * i + 1, 0.0, i % 2 ? SIGMA_ISSUE_DATABASE : SIGMA_ISSUE_BALANCE,
            SIGMA_LEVEL_HALT, 2,          0};
        assert_same(*issue, wanted);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_state_meets_every_event),
        cmocka_unit_test(only_a_reset_leads_out_of_shutdown),
        cmocka_unit_test(every_other_state_can_reach_closed),
        cmocka_unit_test(an_idle_bot_recovers_through_quiet_probes),
        cmocka_unit_test(a_probe_in_halt_lets_an_order_prove_that_orders_work),
        cmocka_unit_test(a_probe_that_fails_starts_the_cooldown_anew),
        cmocka_unit_test(slow_readings_hold_recovery_up),
        cmocka_unit_test(latency_is_the_mean_of_the_last_ten),
        cmocka_unit_test(failures_in_a_row_climb_the_states),
        cmocka_unit_test(the_share_of_failures_counts_within_the_window),
        cmocka_unit_test(equity_falls_from_its_highest_point_in_the_window),
        cmocka_unit_test(the_third_network_event_in_the_window_throttles),
        cmocka_unit_test(each_state_grants_its_terms),
        cmocka_unit_test(the_override_stays_through_recovery),
        cmocka_unit_test(degradation_halves_until_it_is_over),
        cmocka_unit_test(nothing_is_opened_while_all_is_to_be_closed),
        cmocka_unit_test(forced_recovery_forgets_all_counts),
        cmocka_unit_test(the_last_32_issues_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
