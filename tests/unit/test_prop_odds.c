/* SPDX-License-Identifier: MIT */
/* Chances to pass, against the closed form, exact lattices and simulation; vectors/README.md. */
#include "damage.h"
#include "test.h"

typedef struct clock_case {
    double p, b, risk, trades, series, exact;
} clock_case;

typedef struct end_case {
    double p, b, risk, brownian, exact;
} end_case;

typedef struct trail_case {
    double mean, deviation, formula, simulated;
} trail_case;

typedef struct trail_clock_case {
    double p, b, risk, trades, intraday, by_day;
} trail_clock_case;

#include "vectors/prop_odds.inc"

static sigma_prop of_firm(int32_t firm)
{
    sigma_prop_params params;
    sigma_prop prop;
    assert_int_equal(sigma_prop_defaults(&params, firm), SIGMA_OK);
    assert_int_equal(sigma_prop_init(&prop, 0, &params), SIGMA_OK);
    return prop;
}

/* Wins of b with chance p, else a loss of 1; three trades a day. */
static sigma_prop_plan of_coin(double p, double b, double risk, double trades)
{
    return (sigma_prop_plan){.risk = risk,
                             .mean = p * b - (1.0 - p),
                             .deviation = sqrt(p * (1.0 - p)) * (1.0 + b),
                             .per_day = 3.0,
                             .days = (int32_t)(trades / 3.0)};
}

static sigma_prop_odds forecast(const sigma_prop *prop, const sigma_prop_plan *plan)
{
    sigma_prop_odds odds;
    assert_int_equal(sigma_prop_forecast(prop, plan, &odds), SIGMA_OK);
    return odds;
}

static void within_a_number_of_trades(void **unused)
{
    sigma_prop prop = of_firm(SIGMA_FIRM_FTMO_TWO_STEP);
    double worst = 0.0, sum = 0.0;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(clocks); i++) {
        const clock_case *c = &clocks[i];
        sigma_prop_plan plan = of_coin(c->p, c->b, c->risk * 100000.0, c->trades);
        double chance = forecast(&prop, &plan).pass;
        assert_close(chance, c->series, 1e-12);
        worst = fmax(worst, fabs(chance - c->exact));
        sum += fabs(chance - c->exact);
    }
    assert_true(worst <= 0.0215 && sum / COUNT_OF(clocks) <= 0.0075); /* as the header says */
}

static void however_long_it_takes(void **unused)
{
    sigma_prop prop = of_firm(SIGMA_FIRM_FTMO_TWO_STEP);
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(ends); i++) {
        const end_case *c = &ends[i];
        sigma_prop_plan plan = of_coin(c->p, c->b, c->risk * 100000.0, 0.0);
        double chance = forecast(&prop, &plan).pass;
        assert_close(chance, c->brownian, 1e-12);
        assert_close(chance, c->exact, c->risk > 0.02 ? 0.043 : c->risk > 0.01 ? 0.013 : 0.01);
    }
}

static void with_a_mark_that_trails(void **unused)
{
    sigma_prop prop = of_firm(SIGMA_FIRM_APEX_50K);
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(trails); i++) {
        const trail_case *c = &trails[i];
        for (double risk = 10.0; risk < 1000.0; risk *= 3.0) { /* which has no say */
            sigma_prop_plan plan = {.risk = risk,
                                    .mean = c->mean / risk,
                                    .deviation = c->deviation / risk,
                                    .per_day = 1.0};
            assert_close(forecast(&prop, &plan).pass, c->formula, 1e-12);
        }
        assert_close(c->simulated, c->formula, 0.011);
    }
}

/* The simulation looks at the equity when trades close, the formula all the time, as firms do: so
 * it names the smaller chance. */
static void with_a_trail_and_a_clock(void **unused)
{
    sigma_prop intraday = of_firm(SIGMA_FIRM_APEX_50K), by_day = of_firm(SIGMA_FIRM_TOPSTEP_50K);
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(trail_clocks); i++) {
        const trail_clock_case *c = &trail_clocks[i];
        sigma_prop_plan plan = of_coin(c->p, c->b, c->risk * 50000.0, c->trades);
        if (c->risk <= 0.01) {
            assert_close(forecast(&intraday, &plan).pass, c->intraday - 0.05, 0.06);
            assert_close(forecast(&by_day, &plan).pass, c->by_day - 0.0625, 0.0725);
        }
    }
}

static void the_best_risk_is_the_best_of_twelve(void **unused)
{
    uint64_t seed = 905;
    (void)unused;
    for (int32_t k = 0; k < 300; k++) {
        sigma_prop prop = of_firm(test_whole(&seed, 1, SIGMA_FIRM_COUNT - 1));
        sigma_prop_plan plan = of_coin(test_between(&seed, 0.35, 0.65), 1.5, 0.0, 0.0);
        plan.days = test_whole(&seed, 0, 90);
        plan.worth = 10000.0;
        sigma_prop_odds odds = forecast(&prop, &plan);
        assert_bits(odds.pass, 0.0);
        assert_close(odds.value, odds.best_pass * 10000.0 - prop.params.fee, 1e-9);
        for (int32_t i = 1; i <= 12; i++) {
            plan.risk = odds.risk_max * (i / 12.0);
            assert_true(forecast(&prop, &plan).pass <= odds.best_pass);
        }
        plan.risk = odds.best_risk;
        assert_bits(forecast(&prop, &plan).pass, odds.best_pass);
    }
}

static void patience_takes_small_risks_and_haste_larger_ones(void **unused)
{
    sigma_prop prop = of_firm(SIGMA_FIRM_FTMO_TWO_STEP);
    sigma_prop_plan plan = of_coin(0.45, 1.5, 0.0, 0.0); /* +0.125R */
    (void)unused;
    assert_near(forecast(&prop, &plan).risk_max, 1250.0, 1e-12); /* 5 % over 4 */
    assert_near(forecast(&prop, &plan).best_risk, 1250.0 / 12.0, 1e-12);
    plan.days = 90;
    assert_close(forecast(&prop, &plan).best_pass, 0.882, 0.012); /* as the lattice's best */
    assert_close(forecast(&prop, &plan).best_risk, 750.0, 130.0);
    plan.days = 30;
    assert_near(forecast(&prop, &plan).best_risk, 1250.0, 1e-12);
}

static void accounts_under_way(void **unused)
{
    sigma_prop prop = of_firm(SIGMA_FIRM_APEX_50K);
    sigma_prop_plan plan = of_coin(0.5, 1.5, 250.0, 0.0);
    sigma_prop_sample sample = {0, 52000.0, 52000.0, 52000.0, 52000.0, 1, 0};
    (void)unused;
    double start = forecast(&prop, &plan).pass;
    assert_int_equal(sigma_prop_update(&prop, &sample), SIGMA_OK);
    double ahead = forecast(&prop, &plan).pass;
    sample.balance = sample.equity = sample.high = sample.low = 51000.0;
    assert_int_equal(sigma_prop_update(&prop, &sample), SIGMA_OK);
    double back = forecast(&prop, &plan).pass; /* below the mark */
    assert_true(ahead > start && back < ahead);
    sample.balance = sample.equity = sample.high = sample.low = 52900.0; /* the lock is reached */
    assert_int_equal(sigma_prop_update(&prop, &sample), SIGMA_OK);
    assert_true(forecast(&prop, &plan).pass > ahead);
    sample.balance = sample.equity = sample.high = sample.low = 53000.0;
    assert_int_equal(sigma_prop_update(&prop, &sample), SIGMA_OK);
    assert_bits(forecast(&prop, &plan).pass, 1.0);

    prop = of_firm(SIGMA_FIRM_APEX_50K);
    sample.balance = sample.equity = sample.high = 49000.0;
    sample.low = 47000.0;
    assert_int_equal(sigma_prop_update(&prop, &sample), SIGMA_OK);
    sigma_prop_odds odds = forecast(&prop, &plan); /* it failed */
    assert_zero(odds);
    plan.mean = -100.0; /* so bad that the chance is nothing */
    plan.deviation = 0.001;
    plan.days = 1;
    prop = of_firm(SIGMA_FIRM_FTMO_TWO_STEP);
    assert_bits(forecast(&prop, &plan).pass, 0.0);
    assert_bits(forecast(&prop, &plan).best_risk, 0.0);
    plan.mean = 0.0; /* without drift and with a trail */
    plan.deviation = 1.0;
    plan.days = 0;
    prop = of_firm(SIGMA_FIRM_APEX_50K);
    prop.params.lock = 0.0;
    assert_near(forecast(&prop, &plan).pass, exp(-3000.0 / 2500.0), 1e-12);
    sample.balance = 52800.0; /* the target is nearer than the mark: two fixed barriers */
    sample.equity = sample.low = 52000.0;
    sample.high = 52900.0;
    assert_int_equal(sigma_prop_update(&prop, &sample), SIGMA_OK);
    assert_near(forecast(&prop, &plan).pass, 1600.0 / 1800.0, 1e-12);

    prop = of_firm(SIGMA_FIRM_FTMO_TWO_STEP);
    sample.balance = sample.high = 100000.0;
    sample.equity = sample.low = 95000.0;
    assert_int_equal(sigma_prop_update(&prop, &sample), SIGMA_OK);
    sample.time = prop.day_end;
    sample.balance = sample.equity = sample.high = sample.low = 95000.0;
    assert_int_equal(sigma_prop_update(&prop, &sample), SIGMA_OK);
    sample.balance = sample.equity = sample.high = sample.low = 90000.0; /* on the floor */
    assert_int_equal(sigma_prop_update(&prop, &sample), SIGMA_OK);
    assert_bits(forecast(&prop, &plan).risk_max, 0.0);
    assert_bits(forecast(&prop, &plan).best_pass, 0.0);
}

static void plan_refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_prop prop = of_firm(SIGMA_FIRM_APEX_50K);
    sigma_prop_plan plan;
    sigma_prop_odds odds = {.pass = 9.0};
    (void)field, (void)context;
    memcpy(&plan, damaged, sizeof plan);
    assert_int_equal(sigma_prop_forecast(&prop, &plan, &odds), SIGMA_E_RANGE);
    assert_zero(odds);
}

static void refusals(void **unused)
{
    sigma_prop prop = of_firm(SIGMA_FIRM_APEX_50K), zero = {0};
    sigma_prop_plan plan = of_coin(0.5, 1.5, 100.0, 90.0);
    sigma_prop_odds odds;
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_PROP_PLAN, &plan, plan_refused, NULL) > 25);
    assert_int_equal(sigma_prop_forecast(&zero, &plan, &odds), SIGMA_E_STATE);
    assert_zero(odds);
    assert_int_equal(sigma_prop_forecast(NULL, &plan, &odds), SIGMA_E_NULL);
    assert_int_equal(sigma_prop_forecast(&prop, NULL, &odds), SIGMA_E_NULL);
    assert_int_equal(sigma_prop_forecast(&prop, &plan, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(within_a_number_of_trades),
        cmocka_unit_test(however_long_it_takes),
        cmocka_unit_test(with_a_mark_that_trails),
        cmocka_unit_test(with_a_trail_and_a_clock),
        cmocka_unit_test(the_best_risk_is_the_best_of_twelve),
        cmocka_unit_test(patience_takes_small_risks_and_haste_larger_ones),
        cmocka_unit_test(accounts_under_way),
        cmocka_unit_test(refusals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
