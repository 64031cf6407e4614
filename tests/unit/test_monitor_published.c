/* SPDX-License-Identifier: MIT */
#include "test.h"

#define MINUTE INT64_C(60000000000)

static sigma_monitor_params published(void)
{
    sigma_monitor_params params;
    assert_int_equal(sigma_monitor_defaults(&params), SIGMA_OK);
    params.rules = SIGMA_JUDGEMENT_PUBLISHED;
    params.every = 1;
    return params;
}

static sigma_monitor started(const sigma_monitor_params *params)
{
    sigma_monitor monitor;
    assert_int_equal(sigma_monitor_init(&monitor, 0, params), SIGMA_OK);
    return monitor;
}

static sigma_monitor_result after(sigma_monitor *monitor, int64_t pause, double multiple)
{
    sigma_monitor_sample sample = {.time = monitor->time + pause, .multiple = multiple};
    sigma_monitor_result result;
    sigma_status status = sigma_monitor_update(monitor, &sample, &result);
    assert_int_equal(status, monitor->trades < monitor->params.window ? SIGMA_WARMUP : SIGMA_OK);
    return result;
}

/* Twenty trades, oldest first: how many win, what a win and a loss bring, and losses at the end. */
static sigma_monitor_result of_twenty(int32_t wins, double win, double loss, int32_t last_losses)
{
    sigma_monitor_params p = published();
    sigma_monitor m = started(&p);
    sigma_monitor_result r = {0};
    p.drawdown[0] = p.drawdown[1] = 1e6;
    m.params = p;
    for (int32_t i = 0; i < 20; i++) {
        bool wins_now = i >= 20 - last_losses - wins && i < 20 - last_losses;
        r = after(&m, 10 * MINUTE, wins_now ? win : loss);
    }
    return r;
}

static void each_threshold_has_its_symptom(void **unused)
{
    const uint64_t win_rate = test_bit(SIGMA_SYMPTOM_WIN_RATE);
    const uint64_t sharpe = test_bit(SIGMA_SYMPTOM_SHARPE);
    const uint64_t streak = test_bit(SIGMA_SYMPTOM_STREAK);
    const uint64_t expectancy = test_bit(SIGMA_SYMPTOM_EXPECTANCY);
    const struct {
        int32_t wins, last;
        double win, loss;
        uint64_t symptoms, critical;
        int32_t severity;
    } cases[] = {
        {10, 0, 1.5, -1.0, 0, 0, SIGMA_SEVERITY_NONE},
        {9, 0, 1.5, -1.0, 0, 0, SIGMA_SEVERITY_NONE}, /* 45 % is not below 45 % */
        {8, 0, 2.0, -1.0, win_rate, 0, SIGMA_SEVERITY_MINOR},
        {7, 0, 3.0, -1.0, win_rate, 0, SIGMA_SEVERITY_MINOR},
        {6, 0, 3.0, -1.0, win_rate, win_rate, SIGMA_SEVERITY_SEVERE},
        {10, 6, 1.5, -1.0, 0, 0, SIGMA_SEVERITY_NONE},
        {10, 7, 1.5, -1.0, streak, 0, SIGMA_SEVERITY_MINOR},
        {10, 10, 1.5, -1.0, streak, streak, SIGMA_SEVERITY_SEVERE},
        {10, 0, 1.01, -1.0, sharpe, 0, SIGMA_SEVERITY_MINOR}, /* 0.005 / 1.03 sqrt(252) = 0.08 */
        {10, 0, 0.9, -1.0, sharpe | expectancy, sharpe, SIGMA_SEVERITY_SEVERE},
        {8, 7, 1.52, -1.0, win_rate | sharpe | streak, 0, SIGMA_SEVERITY_MODERATE},
        {5, 0, 0.5, -1.0, win_rate | sharpe | expectancy, win_rate | sharpe | expectancy,
         SIGMA_SEVERITY_CRITICAL},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_monitor_result r =
            of_twenty(cases[i].wins, cases[i].win, cases[i].loss, cases[i].last);
        assert_int_equal(r.symptoms, cases[i].symptoms);
        assert_int_equal(r.critical, cases[i].critical);
        assert_int_equal(r.severity, cases[i].severity);
        assert_int_equal(r.entries, cases[i].severity <= SIGMA_SEVERITY_MODERATE);
        assert_int_equal(r.close_all, cases[i].severity == SIGMA_SEVERITY_CRITICAL);
    }
}

static void equal_trades_have_the_greatest_ratio(void **unused)
{
    (void)unused;
    assert_bits(of_twenty(20, 1.0, -1.0, 0).sharpe, 1e12);
    assert_bits(of_twenty(0, 1.0, -1.0, 0).sharpe, -1e12);
    assert_bits(of_twenty(0, 1.0, 0.0, 0).sharpe, 0.0);
}

static void drawdown_counts_in_r(void **unused)
{
    static const struct {
        double fall;
        int32_t severity;
    } cases[] = {{7.9, SIGMA_SEVERITY_NONE},
                 {8.0, SIGMA_SEVERITY_MINOR},
                 {14.9, SIGMA_SEVERITY_MINOR},
                 {15.0, SIGMA_SEVERITY_SEVERE}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_monitor_params p = published();
        sigma_monitor m = started(&p);
        sigma_monitor_result r = {0};
        for (int32_t k = 0; k < 19; k++) {
            r = after(&m, 10 * MINUTE, 9.0);
        }
        assert_int_equal(r.severity, SIGMA_SEVERITY_NONE);
        r = after(&m, 10 * MINUTE, -cases[i].fall);
        assert_bits(r.drawdown, cases[i].fall);
        assert_int_equal(r.severity, cases[i].severity);
    }
}

/* Random trades at random times, judged anew each time from a list of all. */
static void random_trades_are_judged_as_by_hand(void **unused)
{
    uint64_t seed = 75;
    static double multiple[400];
    static int64_t time[400];
    (void)unused;
    for (int32_t run = 0; run < 40; run++) {
        sigma_monitor_params p = published();
        p.every = test_whole(&seed, 1, 7);
        p.window = test_whole(&seed, 2, 30);
        sigma_monitor m = started(&p);
        double wins = 0.0, mean = 0.0, ratio = 0.0;
        int64_t longest = test_whole(&seed, 1, 10) * MINUTE;
        for (int32_t t = 0; t < 400; t++) {
            int64_t pause = (int64_t)(test_random(&seed) * (double)longest);
            multiple[t] = test_between(&seed, -1.5, 1.6);
            time[t] = m.time + pause;
            sigma_monitor_result r = after(&m, pause, multiple[t]);
            if (t + 1 >= p.window && (t + 1) % p.every == 0) {
                int32_t n = p.window;
                while (n < 64 && n <= t && time[t] - time[t - n] <= 60 * MINUTE) {
                    n++;
                }
                double sum = 0.0, squares = 0.0;
                wins = 0.0;
                for (int32_t k = t - n + 1; k <= t; k++) {
                    wins += multiple[k] > 0.0;
                    sum += multiple[k];
                }
                mean = sum / n;
                for (int32_t k = t - n + 1; k <= t; k++) {
                    squares += (multiple[k] - mean) * (multiple[k] - mean);
                }
                wins /= n;
                ratio = mean / sqrt(squares / (n - 1)) * sqrt(252.0);
            }
            assert_near(r.win_rate, wins, 1e-15);
            assert_close(r.expectancy, mean, 1e-13);
            assert_near(r.sharpe, ratio, 1e-9);
        }
    }
}

static void a_damaged_trade_is_the_worst(void **unused)
{
    sigma_monitor_params p = published();
    sigma_monitor m = started(&p);
    sigma_monitor_result r = {0};
    (void)unused;
    for (int32_t k = 0; k < 30; k++) {
        r = after(&m, 10 * MINUTE, k % 2 ? 2.0 : -1.0);
    }
    assert_int_equal(r.severity, SIGMA_SEVERITY_NONE);
    m.multiple[20] = NOT_A_NUMBER;
    r = after(&m, 10 * MINUTE, 1.0);
    assert_true(r.expectancy < -49000.0);
    assert_int_equal(r.severity, SIGMA_SEVERITY_CRITICAL);
}

static void a_market_that_does_not_suit_is_a_symptom(void **unused)
{
    sigma_monitor_params p = published();
    sigma_monitor m = started(&p);
    sigma_monitor_result r;
    (void)unused;
    for (int32_t k = 0; k < 19; k++) {
        (void)after(&m, 10 * MINUTE, k < 12 ? 2.0 : k % 2 ? 0.1 : -1.0);
    }
    sigma_monitor_sample sample = {m.time + 10 * MINUTE, -5.0, 1, 0};
    m.params.drawdown[0] = 1e6;
    m.multiple[18] = -1.0, m.multiple[10] = m.multiple[11] = -2.0;
    assert_int_equal(sigma_monitor_update(&m, &sample, &r), SIGMA_OK);
    assert_true(r.symptoms & test_bit(SIGMA_SYMPTOM_REGIME));
    assert_false(r.critical & test_bit(SIGMA_SYMPTOM_REGIME));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_threshold_has_its_symptom),
        cmocka_unit_test(equal_trades_have_the_greatest_ratio),
        cmocka_unit_test(drawdown_counts_in_r),
        cmocka_unit_test(random_trades_are_judged_as_by_hand),
        cmocka_unit_test(a_damaged_trade_is_the_worst),
        cmocka_unit_test(a_market_that_does_not_suit_is_a_symptom),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
