/* SPDX-License-Identifier: MIT */
#include "test.h"

static sigma_monitor_params usual(void)
{
    sigma_monitor_params params;
    assert_int_equal(sigma_monitor_defaults(&params), SIGMA_OK);
    params.mean = 0.375;
    params.deviation = 1.25;
    params.baseline_trades = 100;
    return params;
}

static sigma_monitor started(const sigma_monitor_params *params)
{
    sigma_monitor monitor;
    assert_int_equal(sigma_monitor_init(&monitor, 0, params), SIGMA_OK);
    return monitor;
}

static sigma_monitor_result after(sigma_monitor *monitor, double multiple, int32_t mismatch)
{
    sigma_monitor_sample sample = {monitor->time + 1, multiple, mismatch, 0};
    sigma_monitor_result result, again;
    sigma_status status = sigma_monitor_update(monitor, &sample, &result);
    assert_int_equal(status, monitor->trades < 20 ? SIGMA_WARMUP : SIGMA_OK);
    assert_int_equal(sigma_monitor_read(monitor, &again), status);
    assert_same(again, result);
    return result;
}

static void limits_come_from_the_sceptical_baseline(void **unused)
{
    static const struct {
        double mean, sceptic;
        int32_t trades;
    } cases[] = {{0.375, 45.0, 100}, {0.375, 0.0, 20},  {0.1, 50.0, 50},
                 {0.8, 45.0, 200},   {-0.5, 45.0, 100}, {0.001, 45.0, 100}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_monitor_params p = usual();
        p.mean = cases[i].mean;
        p.sceptic = cases[i].sceptic;
        p.baseline_trades = cases[i].trades;
        sigma_monitor m = started(&p);
        double mean = p.mean * p.baseline_trades / (p.baseline_trades + p.sceptic), h[2];
        double slack = fmax(mean, 0.05 * 1.25) / 1.25;
        assert_int_equal(sigma_monitor_threshold(slack, 1000.0, &h[0]), SIGMA_OK);
        assert_int_equal(sigma_monitor_threshold(slack, 22000.0, &h[1]), SIGMA_OK);
        assert_near(m.limit[0], 1.25 * h[0], 1e-12);
        assert_near(m.limit[1], 1.25 * h[1], 1e-12);
        p.floor = 3.0;
        m = started(&p);
        assert_bits(m.limit[1], 3.0);
        assert_true(m.limit[0] <= 3.0);
    }
    sigma_monitor_params p = usual();
    p.mean = 1e6;
    p.deviation = 1e-6;
    assert_bits(started(&p).limit[1], 1.0);
}

static void without_a_baseline_a_floor_of_15_holds(void **unused)
{
    sigma_monitor_params p = usual();
    (void)unused;
    p.baseline_trades = 19;
    sigma_monitor m = started(&p);
    for (int32_t i = 1; i <= 15; i++) {
        sigma_monitor_result r = after(&m, -1.0, 0);
        assert_int_equal(r.severity, i < 15 ? SIGMA_SEVERITY_NONE : SIGMA_SEVERITY_SEVERE);
        assert_bits(r.drawdown_limit, 15.0);
        assert_bits(r.shift, 0.0);
    }
    p.floor = 4.0;
    m = started(&p);
    for (int32_t i = 1; i <= 4; i++) {
        assert_int_equal(after(&m, -1.0, 0).entries, i < 4);
    }
}

/* Nothing but the drawdown acts on the first 20 trades: neither a warning nor the other tests. */
static void the_first_trades_are_judged_by_drawdown_alone(void **unused)
{
    sigma_monitor_params p = usual();
    (void)unused;
    p.warn_run = p.shift_run = p.evidence_run = 10.0;
    p.halt_run = 1e12;
    sigma_monitor m = started(&p);
    for (int32_t i = 1; i < 20; i++) {
        assert_int_equal(after(&m, -1.0, 0).severity, SIGMA_SEVERITY_NONE);
    }
    sigma_monitor_result r = after(&m, -1.0, 0);
    assert_int_equal(r.severity, SIGMA_SEVERITY_CRITICAL); /* two tests at once */
    assert_int_equal(r.critical, test_bit(SIGMA_SYMPTOM_SHIFT) | test_bit(SIGMA_SYMPTOM_EVIDENCE));
    assert_int_equal(r.close_all, 1);
    assert_int_equal(r.entries, 0);
    assert_bits(r.scale, 0.0);
}

static void a_warning_halves_and_goes_away(void **unused)
{
    sigma_monitor_params p = usual();
    sigma_monitor m = started(&p);
    (void)unused;
    for (int32_t i = 0; i < 25; i++) {
        assert_int_equal(after(&m, 1.0, 0).severity, SIGMA_SEVERITY_NONE);
    }
    sigma_monitor_result r = {.scale = 1.0};
    while (r.drawdown < m.limit[0]) {
        assert_bits(r.scale, 1.0);
        r = after(&m, -1.0, 0);
    }
    assert_int_equal(r.severity, SIGMA_SEVERITY_MODERATE);
    assert_int_equal(r.symptoms, test_bit(SIGMA_SYMPTOM_DRAWDOWN));
    assert_int_equal(r.critical, 0);
    assert_int_equal(r.entries, 1);
    assert_bits(r.scale, 0.5);
    assert_int_equal(after(&m, 1.5, 0).severity, SIGMA_SEVERITY_NONE);
}

/* Halted, CRITICAL when a second test joins, and back at half size after good paper trades. */
static void a_halt_lasts_until_the_paper_trades_are_good(void **unused)
{
    sigma_monitor_params p = usual();
    sigma_monitor m = started(&p);
    sigma_monitor_result r = {.scale = 1.0};
    int32_t back = 0;
    (void)unused;
    while (r.severity < SIGMA_SEVERITY_SEVERE) {
        r = after(&m, -1.0, 0);
    }
    assert_int_equal(r.critical, test_bit(SIGMA_SYMPTOM_DRAWDOWN));
    assert_int_equal(r.entries, 0);
    assert_int_equal(r.close_all, 0);
    while (r.severity < SIGMA_SEVERITY_CRITICAL) {
        r = after(&m, -1.0, 0);
    }
    for (; r.severity == SIGMA_SEVERITY_CRITICAL; back++) {
        assert_true(r.recovery < 20.0);
        r = after(&m, back % 5 < 3 ? 1.5 : -1.0, 0);
    }
    assert_in_range(back, 30, 300);
    assert_int_equal(r.severity, SIGMA_SEVERITY_MODERATE);
    assert_int_equal(r.symptoms, test_bit(SIGMA_SYMPTOM_PROBATION));
    assert_bits(r.scale, 0.5);
    assert_bits(r.drawdown, 0.0);
    assert_bits(r.shift, 0.0);
    assert_bits(r.evidence, 0.0);
    assert_bits(r.recovery, 1.0);
    for (int32_t i = 0; i < 50; i++) {
        assert_int_equal(r.severity, SIGMA_SEVERITY_MODERATE);
        r = after(&m, i % 5 < 3 ? 1.5 : -1.0, 0);
    }
    assert_int_equal(r.severity, SIGMA_SEVERITY_NONE);
}

/* Losses beyond the cap count as the cap, and a bet never loses all. */
static void recovery_bets_on_the_paper_trades(void **unused)
{
    static const double bets[] = {0.05, 0.1, 0.2, 0.35, 0.55, 0.8};
    static const double trades[] = {1.5, -1.0, -50.0, 2.0, 40.0};
    sigma_monitor_params p = usual();
    double e[6] = {1.0, 1.0, 1.0, 1.0, 1.0, 1.0};
    (void)unused;
    p.floor = 1.0;
    p.resume = 1e12;
    sigma_monitor m = started(&p);
    assert_bits(after(&m, -1.0, 0).recovery, 1.0); /* the trade that halts is no paper trade */
    for (int32_t i = 0; i < COUNT_OF(trades); i++) {
        double mean = 0.0;
        for (int32_t k = 0; k < 6; k++) {
            e[k] *= 1.0 + bets[k] * fmax(trades[i], -3.0) / 3.0;
            mean += e[k] / 6.0;
        }
        assert_near(after(&m, trades[i], 0).recovery, mean, 1e-13);
    }
}

static void a_market_that_does_not_suit_is_watched(void **unused)
{
    sigma_monitor_params p = usual();
    sigma_monitor m = started(&p);
    (void)unused;
    for (int32_t i = 0; i < 9; i++) { /* 3 of 10 win, the mean is below 0 */
        (void)after(&m, i < 3 ? 1.0 : -0.5, 1);
        assert_int_equal(m.severity, SIGMA_SEVERITY_NONE);
    }
    sigma_monitor_result r = after(&m, -0.5, 1);
    assert_int_equal(r.severity, SIGMA_SEVERITY_MINOR);
    assert_int_equal(r.symptoms, test_bit(SIGMA_SYMPTOM_REGIME));
    assert_bits(r.scale, 1.0);
    sigma_monitor suits = m;
    assert_int_equal(after(&suits, -0.5, 0).severity, SIGMA_SEVERITY_NONE);
    for (int32_t i = 0; i < 4; i++) { /* 40 % win is enough */
        r = after(&m, 0.01, 1);
    }
    assert_int_equal(r.severity, SIGMA_SEVERITY_NONE);
    for (int32_t i = 0; i < 3; i++) { /* and so is a mean of 0 or more */
        r = after(&m, 9.0, 1);
    }
    assert_int_equal(r.symptoms, 0);
}

static void a_trade_of_zero_leaves_the_streak(void **unused)
{
    static const double trades[] = {-1.0, -1.0, 0.0, -1.0, 1.0, 0.0, -0.5};
    static const int32_t streaks[] = {1, 2, 2, 3, 0, 0, 1};
    sigma_monitor_params p = usual();
    sigma_monitor m = started(&p);
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(trades); i++) {
        assert_int_equal(after(&m, trades[i], 0).streak, streaks[i]);
    }
}

/* Numbers grow without bound in the formulas, but stop far beyond any threshold. */
static void statistics_stay_numbers(void **unused)
{
    (void)unused;
    for (int32_t sign = -1; sign <= 1; sign += 2) {
        sigma_monitor_params p = usual();
        p.resume = 1e12;
        p.probation = 0;
        sigma_monitor m = started(&p);
        for (int32_t i = 0; i < 3000; i++) {
            sigma_monitor_result r = after(&m, sign * 1e6, 0);
            assert_true(r.shift <= 1e15 && r.evidence <= 1e15 && r.recovery <= 1e15);
            assert_true(r.drawdown <= 1e15);
        }
        m.drawdown = 1e15;
        m.trades = m.judged = m.streak = INT32_MAX;
        m.known_trades = 1e15;
        sigma_monitor_result r = after(&m, -1e6, 0);
        assert_bits(r.drawdown, 1e15);
        assert_int_equal(r.trades, INT32_MAX);
        assert_int_equal(r.streak, INT32_MAX);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_come_from_the_sceptical_baseline),
        cmocka_unit_test(without_a_baseline_a_floor_of_15_holds),
        cmocka_unit_test(the_first_trades_are_judged_by_drawdown_alone),
        cmocka_unit_test(a_warning_halves_and_goes_away),
        cmocka_unit_test(a_halt_lasts_until_the_paper_trades_are_good),
        cmocka_unit_test(recovery_bets_on_the_paper_trades),
        cmocka_unit_test(a_market_that_does_not_suit_is_watched),
        cmocka_unit_test(a_trade_of_zero_leaves_the_streak),
        cmocka_unit_test(statistics_stay_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
