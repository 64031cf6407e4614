/* SPDX-License-Identifier: MIT */
/* Worked examples: presets, stages, days, worst cases. Published numbers: test_prop_vectors.c. */
#include "test.h"

static const int64_t SECOND = INT64_C(1000000000);
static const int64_t DAY = INT64_C(86400000000000);

static sigma_prop_params rules(int32_t firm)
{
    sigma_prop_params p;
    assert_int_equal(sigma_prop_defaults(&p, firm), SIGMA_OK);
    return p;
}

static sigma_prop started(const sigma_prop_params *params)
{
    sigma_prop prop;
    assert_int_equal(sigma_prop_init(&prop, 1704067200 * SECOND, params), SIGMA_OK);
    return prop;
}

static sigma_prop of_firm(int32_t firm)
{
    sigma_prop_params params = rules(firm);
    return started(&params);
}

static void see(sigma_prop *prop, int64_t time, double balance, double equity)
{
    sigma_prop_sample sample = {time, balance, equity, equity, equity, 1, 0};
    assert_int_equal(sigma_prop_update(prop, &sample), SIGMA_OK);
}

static sigma_prop_result read(const sigma_prop *prop)
{
    sigma_prop_result r;
    assert_int_equal(sigma_prop_read(prop, &r), SIGMA_OK);
    return r;
}

static sigma_prop_verdict check(const sigma_prop *prop, double risk, double reward)
{
    sigma_prop_trade trade = {.time = prop->time, .risk = risk, .reward = reward};
    sigma_prop_verdict v;
    assert_int_equal(sigma_prop_check(prop, &trade, &v), SIGMA_OK);
    return v;
}

static void presets_have_their_published_floors(void **unused)
{
    static const struct {
        int32_t firm;
        double start, daily, total, target, fee;
    } cases[] = {
        {SIGMA_FIRM_FTMO_TWO_STEP, 100000, 95000, 90000, 10000, 0},
        {SIGMA_FIRM_FTMO_ONE_STEP, 100000, 97000, 90000, 10000, 0},
        {SIGMA_FIRM_APEX_50K, 50000, 0, 47500, 3000, 0},
        {SIGMA_FIRM_APEX_150K, 150000, 0, 145000, 9000, 167},
        {SIGMA_FIRM_E8_ONE, 500000, 485000, 470000, 50000, 1627},
        {SIGMA_FIRM_CRYPTO_FUND_TRADER, 200000, 192000, 188000, 20000, 499},
        {SIGMA_FIRM_TOPSTEP_50K, 50000, 49000, 48000, 3000, 0},
    };
    (void)unused;
    assert_int_equal(COUNT_OF(cases), SIGMA_FIRM_COUNT - 1);
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_prop prop = of_firm(cases[i].firm);
        sigma_prop_result r = read(&prop);
        assert_bits(prop.params.start, cases[i].start);
        assert_bits(r.daily_floor, cases[i].daily);
        assert_bits(r.total_floor, cases[i].total);
        assert_bits(r.target, cases[i].target);
        assert_bits(prop.params.fee, cases[i].fee);
        assert_bits(r.left, cases[i].start - cases[i].total);
        assert_bits(r.left_today, cases[i].start - fmax(cases[i].daily, cases[i].total));
        assert_bits(r.used, 0.0);
        assert_int_equal(r.mark, SIGMA_PART_PROP);
        assert_int_equal(r.phase, SIGMA_PHASE_ACTIVE);
    }
}

/* 2024: clocks of Central Europe jump on 31 March and 27 October, those of the United States on 10
 * March and 3 November. Resets in seconds since 1970. */
static void resets_follow_the_local_clock(void **unused)
{
    static const struct {
        int32_t firm;
        int64_t now, reset;
    } cases[] = {
        {SIGMA_FIRM_FTMO_TWO_STEP, 1711749600, 1711753200}, /* 29 March 22:00, 23:00 UTC */
        {SIGMA_FIRM_FTMO_TWO_STEP, 1711839600, 1711922400}, /* a day of 23 hours */
        {SIGMA_FIRM_FTMO_TWO_STEP, 1711922400, 1712008800}, /* at a reset: the next one */
        {SIGMA_FIRM_FTMO_TWO_STEP, 1729980000, 1730070000}, /* a day of 25 hours */
        {SIGMA_FIRM_APEX_50K, 1710021600, 1710104400},      /* 9 March 22:00, 23 hours */
        {SIGMA_FIRM_APEX_50K, 1730581200, 1730671200},      /* 2 November 21:00, 25 hours */
        {SIGMA_FIRM_TOPSTEP_50K, 1710025200, 1710108000},   /* the same in Chicago */
        {SIGMA_FIRM_CRYPTO_FUND_TRADER, 1710025200, 1710028800},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_prop_params params = rules(cases[i].firm);
        sigma_prop prop;
        assert_int_equal(sigma_prop_init(&prop, cases[i].now * SECOND, &params), SIGMA_OK);
        assert_int_equal(prop.day_end, cases[i].reset * SECOND);
        assert_int_equal(sigma_prop_init(&prop, cases[i].now * SECOND - 1, &params), SIGMA_OK);
        assert_true(prop.day_end <= cases[i].reset * SECOND);
    }
}

/* 02:30 comes twice on 27 October: the first counts, and from 02:10 of the second hour the next is
 * the one of the day after. */
static void a_reset_that_comes_twice_comes_once(void **unused)
{
    sigma_prop_params params = rules(SIGMA_FIRM_FTMO_TWO_STEP);
    sigma_prop prop;
    (void)unused;
    params.reset = 9000;
    assert_int_equal(sigma_prop_init(&prop, 1729987800 * SECOND, &params), SIGMA_OK);
    assert_int_equal(prop.day_end, 1729989000 * SECOND);
    assert_int_equal(sigma_prop_init(&prop, 1729991400 * SECOND, &params), SIGMA_OK);
    assert_int_equal(prop.day_end, 1730079000 * SECOND);
}

static void bars_raise_the_mark_before_they_are_judged(void **unused)
{
    sigma_prop prop = of_firm(SIGMA_FIRM_APEX_50K);
    sigma_prop_sample bar = {
        .time = prop.time, .balance = 50000.0, .equity = 50200.0, .high = 51500.0, .low = 49001.0};
    (void)unused;
    assert_int_equal(sigma_prop_update(&prop, &bar), SIGMA_OK);
    assert_bits(read(&prop).total_floor, 49000.0);
    assert_bits(read(&prop).left, 1200.0);
    assert_int_equal(prop.phase, SIGMA_PHASE_ACTIVE);
    bar.low = 49000.0; /* at the floor, which counts there */
    assert_int_equal(sigma_prop_update(&prop, &bar), SIGMA_OK);
    assert_int_equal(prop.phase, SIGMA_PHASE_FAILED);
    assert_int_equal(read(&prop).broken, test_bit(SIGMA_RULE_TOTAL_LOSS));
}

/* A missed reset: the most that the base can have been. */
static void a_late_sample_takes_the_worst_base(void **unused)
{
    sigma_prop prop = of_firm(SIGMA_FIRM_FTMO_TWO_STEP), exact = prop;
    (void)unused;
    see(&prop, prop.day_end + 1, 101000.0, 101000.0);
    assert_bits(read(&prop).daily_floor, 96000.0);
    see(&exact, exact.day_end, 100000.0, 100000.0);
    see(&exact, exact.time + 1, 101000.0, 101000.0);
    assert_bits(read(&exact).daily_floor, 95000.0);
    assert_int_equal(prop.age, 2);
    see(&prop, prop.day_end + 9 * DAY + 1, 99000.0, 99000.0);
    assert_int_equal(prop.age, 12);
    assert_bits(read(&prop).daily_floor, 96000.0);
    assert_int_equal(prop.days, 2);
}

static void an_evaluation_is_passed(void **unused)
{
    sigma_prop prop = of_firm(SIGMA_FIRM_FTMO_TWO_STEP);
    (void)unused;
    see(&prop, prop.time, 110000.0, 109999.0);
    assert_int_equal(read(&prop).missing,
                     test_bit(SIGMA_RULE_TARGET) | test_bit(SIGMA_RULE_DAYS_MIN));
    for (int32_t i = 0; i < 3; i++) {
        assert_int_equal(prop.phase, SIGMA_PHASE_ACTIVE);
        see(&prop, prop.day_end, 110000.0, 110000.0);
        see(&prop, prop.time, 110000.0, 110000.0);
    }
    assert_int_equal(prop.days, 4);
    assert_int_equal(prop.phase, SIGMA_PHASE_PASSED);
    see(&prop, prop.time, 50000.0, 50000.0); /* what comes after is another account's */
    assert_int_equal(prop.phase, SIGMA_PHASE_PASSED);
    assert_int_equal(check(&prop, 1.0, 2.0).refused >> SIGMA_RULE_PHASE & 1, 1);
}

static void the_best_day_delays_a_pass(void **unused)
{
    sigma_prop prop = of_firm(SIGMA_FIRM_FTMO_ONE_STEP);
    (void)unused;
    see(&prop, prop.time, 110000.0, 110000.0);
    assert_int_equal(read(&prop).missing, test_bit(SIGMA_RULE_CONSISTENCY));
    assert_bits(read(&prop).target, 20000.0);
    see(&prop, prop.day_end, 110000.0, 110000.0);
    see(&prop, prop.time, 120000.0, 120000.0); /* exactly a half is enough */
    assert_int_equal(prop.phase, SIGMA_PHASE_PASSED);

    prop = of_firm(SIGMA_FIRM_TOPSTEP_50K); /* of which exactly 40 % is too much */
    see(&prop, prop.time, 51200.0, 51200.0);
    see(&prop, prop.day_end, 51200.0, 51200.0);
    see(&prop, prop.time, 52200.0, 52200.0);
    see(&prop, prop.day_end, 52200.0, 52200.0);
    see(&prop, prop.time, 53000.0, 53000.0);
    assert_int_equal(read(&prop).missing, test_bit(SIGMA_RULE_CONSISTENCY));
    see(&prop, prop.time, 53001.0, 53001.0);
    assert_int_equal(prop.phase, SIGMA_PHASE_PASSED);
}

static void too_many_days_fail(void **unused)
{
    sigma_prop_params params = rules(SIGMA_FIRM_FTMO_TWO_STEP);
    (void)unused;
    params.days_max = 2;
    sigma_prop prop = started(&params);
    see(&prop, prop.day_end, 100000.0, 100000.0);
    assert_int_equal(prop.phase, SIGMA_PHASE_ACTIVE);
    see(&prop, prop.day_end, 100000.0, 100000.0);
    assert_int_equal(prop.phase, SIGMA_PHASE_FAILED);
    assert_int_equal(prop.broken, test_bit(SIGMA_RULE_DAYS_MAX));
}

static void an_account_at_zero_has_failed(void **unused)
{
    sigma_prop_params params = rules(SIGMA_FIRM_FTMO_TWO_STEP);
    (void)unused;
    params.daily_loss = params.total_loss = 0.0;
    sigma_prop prop = started(&params);
    see(&prop, prop.time, 100000.0, 0.0);
    assert_int_equal(prop.broken, test_bit(SIGMA_RULE_TOTAL_LOSS));
    assert_bits(read(&prop).used, 0.0);
    assert_bits(read(&prop).left_today, 0.0);
    prop = started(&params);
    assert_near(check(&prop, 5000.0, 0.0).room, 100000.0, 1e-8);
}

/* Apex: a trade that shows 2,000 first can lose no more than 500, stop or not. */
static void open_profit_counts_where_the_mark_holds_it(void **unused)
{
    sigma_prop prop = of_firm(SIGMA_FIRM_APEX_50K);
    (void)unused;
    assert_near(check(&prop, 400.0, 2000.0).room, 500.0, 1e-6);
    assert_int_equal(check(&prop, 400.0, 2000.0).verdict, SIGMA_VERDICT_APPROVE);
    sigma_prop_verdict v = check(&prop, 500.0, 2000.0);
    assert_int_equal(v.verdict, SIGMA_VERDICT_DENY);
    assert_int_equal(v.refused, test_bit(SIGMA_RULE_TOTAL_LOSS));
    assert_bits(v.lowest, 49500.0);
    v = check(&prop, 400.0, 0.0); /* a reward must be stated */
    assert_int_equal(v.refused, test_bit(SIGMA_RULE_REWARD));
    see(&prop, prop.time, 55000.0, 55000.0); /* the floor has locked at 50,100 */
    assert_near(check(&prop, 400.0, 9000.0).room, 4900.0, 1e-5);
}

/* 4,000 gained today raise the room of today, not of tomorrow. */
static void tomorrow_counts_from_its_own_base(void **unused)
{
    sigma_prop prop = of_firm(SIGMA_FIRM_FTMO_TWO_STEP);
    (void)unused;
    see(&prop, prop.time, 104000.0, 104000.0);
    assert_bits(read(&prop).left_today, 9000.0);
    assert_near(check(&prop, 1.0, 0.0).room, 5000.0, 1e-6);
    see(&prop, prop.time, 97000.0, 97000.0);
    assert_near(check(&prop, 1.0, 0.0).room, 2000.0, 1e-6);
    see(&prop, prop.day_end, 97000.0, 97000.0);
    assert_near(check(&prop, 1.0, 0.0).room, 5000.0, 1e-6);
    see(&prop, prop.time, 93000.0, 93000.0);
    see(&prop, prop.day_end, 93000.0, 93000.0);
    assert_near(check(&prop, 1.0, 0.0).room, 3000.0, 1e-6); /* of the loss in all */
}

static void shares_of_the_base_shrink_with_it(void **unused)
{
    sigma_prop_params params = rules(SIGMA_FIRM_FTMO_TWO_STEP);
    (void)unused;
    params.daily_unit = SIGMA_SHARE_BASE;
    sigma_prop prop = started(&params);
    see(&prop, prop.time, 120000.0, 120000.0);
    assert_near(check(&prop, 1.0, 0.0).room, 6000.0, 1e-6);
    params.daily_base = SIGMA_BASE_START;
    prop = started(&params);
    see(&prop, prop.time, 120000.0, 120000.0);
    assert_near(check(&prop, 1.0, 0.0).room, 25000.0, 1e-6);
}

static void lots_phases_and_days_refuse(void **unused)
{
    sigma_prop prop = of_firm(SIGMA_FIRM_APEX_150K);
    sigma_prop_trade trade = {
        .time = prop.time, .risk = 100.0, .reward = 100.0, .lots = 7.0, .open_lots = 10.0};
    sigma_prop_verdict v;
    (void)unused;
    assert_int_equal(sigma_prop_check(&prop, &trade, &v), SIGMA_OK);
    assert_int_equal(v.verdict, SIGMA_VERDICT_APPROVE);
    trade.open_lots = 10.1;
    assert_int_equal(sigma_prop_check(&prop, &trade, &v), SIGMA_OK);
    assert_int_equal(v.refused, test_bit(SIGMA_RULE_LOTS));
    trade.open_lots = 0.0;
    trade.time = prop.day_end; /* figures of yesterday */
    assert_int_equal(sigma_prop_check(&prop, &trade, &v), SIGMA_OK);
    assert_int_equal(v.refused, test_bit(SIGMA_RULE_FRESH));
    trade.time = prop.time - 1;
    assert_int_equal(sigma_prop_check(&prop, &trade, &v), SIGMA_OK);
    assert_int_equal(v.refused, test_bit(SIGMA_RULE_FRESH));

    prop = of_firm(SIGMA_FIRM_TOPSTEP_50K);
    see(&prop, prop.time, 49000.0, 49000.0);
    assert_int_equal(prop.phase, SIGMA_PHASE_LOCKED);
    assert_int_equal(check(&prop, 1.0, 1.0).refused >> SIGMA_RULE_PHASE & 1, 1);
    see(&prop, prop.day_end, 49000.0, 49000.0);
    assert_int_equal(check(&prop, 1.0, 1.0).verdict, SIGMA_VERDICT_APPROVE);
}

/* The limits of hyperliquid-trading-agent#5: what was the day's start before a restart still is. */
static void the_base_survives_a_restart(void **unused)
{
    sigma_prop_params params = rules(SIGMA_FIRM_FTMO_TWO_STEP);
    (void)unused;
    params.start = 100.0;
    params.daily_loss = 0.1;
    params.total_loss = 0.5;
    sigma_prop prop = started(&params), restored;
    memcpy(&restored, &prop, sizeof prop);
    see(&restored, restored.time, 80.0, 80.0);
    assert_bits(read(&restored).daily_floor, 90.0);
    assert_int_equal(restored.broken, test_bit(SIGMA_RULE_DAILY_LOSS));
}

static void a_withdrawal_is_no_loss(void **unused)
{
    sigma_prop prop = of_firm(SIGMA_FIRM_E8_ONE);
    (void)unused;
    see(&prop, prop.time, 530000.0, 530000.0);
    assert_int_equal(sigma_prop_withdraw(&prop, 20000.0), SIGMA_OK);
    sigma_prop_result r = read(&prop);
    assert_bits(r.total_floor, 500000.0); /* stays */
    assert_bits(r.daily_floor, 465000.0); /* moves with the balance */
    assert_bits(r.profit, 30000.0);
    assert_bits(r.best_day, 30000.0);
    sigma_prop_params params = rules(SIGMA_FIRM_E8_ONE);
    params.lowers = 1;
    params.daily_base = SIGMA_BASE_START;
    params.lock = 0.0;
    prop = started(&params);
    see(&prop, prop.time, 530000.0, 530000.0);
    assert_int_equal(sigma_prop_withdraw(&prop, 20000.0), SIGMA_OK);
    assert_bits(read(&prop).total_floor, 480000.0);
    assert_bits(read(&prop).daily_floor, 485000.0);
    params.total_base = SIGMA_BASE_START; /* which no withdrawal moves */
    prop = started(&params);
    assert_int_equal(sigma_prop_withdraw(&prop, 20000.0), SIGMA_OK);
    assert_bits(read(&prop).total_floor, 470000.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(presets_have_their_published_floors),
        cmocka_unit_test(resets_follow_the_local_clock),
        cmocka_unit_test(a_reset_that_comes_twice_comes_once),
        cmocka_unit_test(bars_raise_the_mark_before_they_are_judged),
        cmocka_unit_test(a_late_sample_takes_the_worst_base),
        cmocka_unit_test(an_evaluation_is_passed),
        cmocka_unit_test(the_best_day_delays_a_pass),
        cmocka_unit_test(too_many_days_fail),
        cmocka_unit_test(an_account_at_zero_has_failed),
        cmocka_unit_test(open_profit_counts_where_the_mark_holds_it),
        cmocka_unit_test(tomorrow_counts_from_its_own_base),
        cmocka_unit_test(shares_of_the_base_shrink_with_it),
        cmocka_unit_test(lots_phases_and_days_refuse),
        cmocka_unit_test(the_base_survives_a_restart),
        cmocka_unit_test(a_withdrawal_is_no_loss),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
