/* SPDX-License-Identifier: MIT */
/* Numbers that firms publish on their rule pages, and traces of six of them; vectors/README.md. */
#include "test.h"

#define NONE NOT_A_NUMBER

typedef struct floor_case {
    const char *name;
    double start, share;
    int32_t unit, base;
    double balance, equity, overall, floor, loss;
} floor_case;

typedef struct remaining_case {
    const char *name;
    double start, loss, balance, closed, floating, remaining;
    int32_t breach;
} remaining_case;

typedef struct static_case {
    const char *name;
    double start, share;
    int32_t breach;
    double balance, floating, floor;
    int32_t broken;
} static_case;

typedef struct trail_case {
    const char *name;
    double start, loss;
    int32_t unit, base;
    double lock;
    int32_t count;
    double values[4], floors[4], withdrawals[4];
    int32_t lowers;
} trail_case;

typedef struct consistency_case {
    const char *name;
    int32_t count;
    double days[5], share;
    int32_t profit;
    double total, best, share_now, day_limit;
    int32_t passes;
    double tolerance;
} consistency_case;

typedef struct required_case {
    const char *name;
    double best, total, share, required, extra, day_limit, target, tolerance;
} required_case;

typedef struct limit_case {
    const char *name;
    double account, target, share, day_limit;
} limit_case;

typedef struct share_case {
    const char *name;
    double best, total, share, tolerance;
} share_case;

typedef struct trace_rules {
    double start, daily, total, lock, target, consistency;
    int32_t daily_base, total_base, breach, soft, strict, days_min;
} trace_rules;

typedef struct trace_step {
    double balance, equity;
    int32_t trades, ends_day;
    double total_floor, daily_floor;
    int32_t days, phase;
} trace_step;

typedef struct trace_case {
    const char *name;
    trace_rules rules;
    int32_t count;
    trace_step steps[8];
} trace_case;

#include "vectors/prop.inc"

/* Without any rule; days end at midnight UTC. */
static sigma_prop_params no_rules(double start)
{
    return (sigma_prop_params){.start = start,
                               .daily_unit = SIGMA_SHARE_MONEY,
                               .daily_base = SIGMA_BASE_BALANCE,
                               .total_unit = SIGMA_SHARE_MONEY,
                               .total_base = SIGMA_BASE_START,
                               .breach = SIGMA_BREACH_BELOW,
                               .profit = SIGMA_PROFIT_NET,
                               .zone = SIGMA_ZONE_UTC};
}

static sigma_prop started(const sigma_prop_params *params)
{
    sigma_prop prop;
    assert_int_equal(sigma_prop_init(&prop, 0, params), SIGMA_OK);
    return prop;
}

static void at(sigma_prop *prop, int64_t time, double balance, double equity, int32_t trades)
{
    sigma_prop_sample sample = {time, balance, equity, equity, equity, trades, 0};
    assert_int_equal(sigma_prop_update(prop, &sample), SIGMA_OK);
}

static void now(sigma_prop *prop, double balance, double equity)
{
    at(prop, prop->time, balance, equity, 0);
}

static void at_reset(sigma_prop *prop, double balance, double equity)
{
    at(prop, prop->day_end, balance, equity, 0);
}

static sigma_prop_result read(const sigma_prop *prop)
{
    sigma_prop_result r;
    assert_int_equal(sigma_prop_read(prop, &r), SIGMA_OK);
    return r;
}

static void floors_of_the_day(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(floors); i++) {
        const floor_case *c = &floors[i];
        sigma_prop_params params = no_rules(c->start);
        params.daily_loss = c->share;
        params.daily_unit = c->unit;
        params.daily_base = c->base;
        params.total_loss = c->overall > 0.0 ? c->start - c->overall : 0.0;
        sigma_prop prop = started(&params);
        at_reset(&prop, c->balance, c->equity);
        sigma_prop_result r = read(&prop);
        assert_near(fmax(r.daily_floor, r.total_floor), c->floor, 1e-12);
        assert_near(c->equity - r.left_today, c->floor, 1e-12);
        if (!isnan(c->loss)) {
            assert_near(prop.base - r.daily_floor, c->loss, 1e-12);
        }
    }
}

static void money_left_today(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(remainders); i++) {
        const remaining_case *c = &remainders[i];
        sigma_prop_params params = no_rules(c->start);
        params.daily_loss = c->loss;
        sigma_prop prop = started(&params);
        at_reset(&prop, c->balance, c->balance);
        assert_int_equal(prop.phase, SIGMA_PHASE_ACTIVE);
        now(&prop, c->balance + c->closed, c->balance + c->closed + c->floating);
        sigma_prop_result r = read(&prop);
        assert_bits(r.left_today, c->remaining);
        assert_int_equal(r.phase, c->breach ? SIGMA_PHASE_FAILED : SIGMA_PHASE_ACTIVE);
        assert_int_equal(r.broken, c->breach ? test_bit(SIGMA_RULE_DAILY_LOSS) : 0);
        assert_near(r.used_today, fmax(1.0 - c->remaining / c->loss, 0.0), 1e-12);
    }
}

static void floors_that_stay(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(statics); i++) {
        const static_case *c = &statics[i];
        sigma_prop_params params = no_rules(c->start);
        params.total_loss = c->share;
        params.total_unit = SIGMA_SHARE_START;
        params.breach = c->breach;
        sigma_prop prop = started(&params);
        now(&prop, c->balance, c->balance + c->floating);
        sigma_prop_result r = read(&prop);
        assert_near(r.total_floor, c->floor, 1e-15);
        assert_int_equal(r.phase, c->broken ? SIGMA_PHASE_FAILED : SIGMA_PHASE_ACTIVE);
    }
}

static void floors_that_trail(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(trails); i++) {
        const trail_case *c = &trails[i];
        sigma_prop_params params = no_rules(c->start);
        bool of_day = c->base == SIGMA_BASE_PEAK;
        *(of_day ? &params.daily_loss : &params.total_loss) = c->loss;
        *(of_day ? &params.daily_unit : &params.total_unit) = c->unit;
        *(of_day ? &params.daily_base : &params.total_base) = c->base;
        params.lock = c->lock;
        params.lowers = c->lowers;
        sigma_prop prop = started(&params);
        for (int32_t k = 0; k < c->count; k++) {
            assert_int_equal(sigma_prop_withdraw(&prop, c->withdrawals[k]), SIGMA_OK);
            if (c->base == SIGMA_BASE_CLOSE) {
                at_reset(&prop, c->values[k], c->values[k]);
            } else {
                now(&prop, c->base == SIGMA_BASE_BALANCE ? c->values[k] : c->start, c->values[k]);
            }
            sigma_prop_result r = read(&prop);
            assert_near(of_day ? r.daily_floor : r.total_floor, c->floors[k], 1e-12);
        }
    }
}

/* Days of these gains. */
static void live(sigma_prop *prop, const double *days, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        double balance = prop->balance + days[i];
        now(prop, balance, balance);
        at_reset(prop, balance, balance);
    }
}

static void best_days_over_the_profit(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(best_days); i++) {
        const consistency_case *c = &best_days[i];
        sigma_prop_params params = no_rules(100000.0);
        params.consistency = c->share;
        params.profit = c->profit;
        sigma_prop prop = started(&params);
        live(&prop, c->days, c->count);
        sigma_prop_result r = read(&prop);
        assert_bits(r.best_day, c->best);
        assert_near(r.best_day / r.share, c->total, 1e-12);
        assert_int_equal(r.missing >> SIGMA_RULE_CONSISTENCY & 1, !c->passes);
        if (!isnan(c->share_now)) {
            assert_close(r.share, c->share_now, c->tolerance);
        }
        if (!isnan(c->day_limit)) {
            assert_near(r.day_limit, c->day_limit, 1e-12);
        }
    }
}

static void profit_that_the_best_day_asks_for(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(totals); i++) {
        const required_case *c = &totals[i];
        double rest = isnan(c->total) ? 0.0 : (c->total - c->best) / 2.0;
        const double days[] = {c->best, rest, rest};
        sigma_prop_params params = no_rules(100000.0);
        params.consistency = c->share;
        params.target = c->target;
        sigma_prop prop = started(&params);
        live(&prop, days, 3);
        sigma_prop_result r = read(&prop);
        assert_near(r.target, c->required, fmax(c->tolerance, 1e-12));
        if (!isnan(c->extra)) {
            assert_near(r.target - r.profit, c->extra, 1e-12);
        }
        if (!isnan(c->day_limit)) {
            params.profit = SIGMA_PROFIT_TARGET;
            prop = started(&params);
            assert_near(read(&prop).day_limit, c->day_limit, 1e-12);
        }
    }
    for (int32_t i = 0; i < COUNT_OF(limits); i++) {
        sigma_prop_params params = no_rules(limits[i].account);
        params.target = limits[i].target * limits[i].account;
        params.consistency = limits[i].share;
        params.profit = SIGMA_PROFIT_TARGET;
        sigma_prop prop = started(&params);
        assert_near(read(&prop).day_limit, limits[i].day_limit, 1e-12);
    }
    for (int32_t i = 0; i < COUNT_OF(shares); i++) {
        double rest = (shares[i].total - shares[i].best) / 2.0;
        const double days[] = {shares[i].best, rest, rest};
        sigma_prop_params params = no_rules(100000.0);
        sigma_prop prop = started(&params);
        live(&prop, days, 3);
        assert_close(read(&prop).share, shares[i].share, shares[i].tolerance);
    }
}

static void every_published_number_was_used(void **unused)
{
    (void)unused;
    assert_int_equal(COUNT_OF(floors) + COUNT_OF(remainders) + COUNT_OF(statics) +
                         COUNT_OF(trails) + COUNT_OF(best_days) + COUNT_OF(totals) +
                         COUNT_OF(limits) + COUNT_OF(shares),
                     PUBLISHED);
}

static void traces_step_by_step(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(traces); i++) {
        const trace_case *c = &traces[i];
        sigma_prop_params params = no_rules(c->rules.start);
        params.daily_loss = c->rules.daily;
        params.total_loss = c->rules.total;
        params.lock = c->rules.lock;
        params.target = c->rules.target;
        params.consistency = c->rules.consistency;
        params.daily_base = c->rules.daily_base;
        params.total_base = c->rules.total_base;
        params.breach = c->rules.breach;
        params.daily_soft = c->rules.soft;
        params.strict = c->rules.strict;
        params.days_min = c->rules.days_min;
        sigma_prop prop = started(&params);
        for (int32_t k = 0; k < c->count; k++) {
            const trace_step *s = &c->steps[k];
            at(&prop, s->ends_day ? prop.day_end : prop.time, s->balance, s->equity, s->trades);
            sigma_prop_result r = read(&prop);
            assert_bits(r.total_floor, s->total_floor);
            assert_bits(r.daily_floor, s->daily_floor);
            assert_int_equal(r.days, s->days);
            assert_int_equal(r.phase, s->phase);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(floors_of_the_day),
        cmocka_unit_test(money_left_today),
        cmocka_unit_test(floors_that_stay),
        cmocka_unit_test(floors_that_trail),
        cmocka_unit_test(best_days_over_the_profit),
        cmocka_unit_test(profit_that_the_best_day_asks_for),
        cmocka_unit_test(every_published_number_was_used),
        cmocka_unit_test(traces_step_by_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
