/* SPDX-License-Identifier: MIT */
/* What docs/promises.md says is always true of a size, over the kinds of contract that there are
 * and every mode. */
#include "samples.h"
#include "test.h"

enum { ROUNDS = 200 }; /* for each contract and mode */

static const double OVER = 1.0 + 1e-12;

typedef struct contract {
    sigma_symbol symbol;
    double price;
    const char *name;
} contract;

/* Quote currency is the account's, the base currency is, and neither is; metal; futures; linear and
 * coin-margined crypto, with leverage and without; shares. */
static const contract contracts[] = {
    {{.tick_size = 1e-5,
      .tick_value = 1.0,
      .contract_size = 1e5,
      .quote_rate = 1.0,
      .lot_min = 0.01,
      .lot_max = 500.0,
      .lot_step = 0.01,
      .commission = 3.5,
      .spread = 8.0,
      .slippage = 2.0,
      .leverage = 30.0,
      .id = 1,
      .asset = SIGMA_ASSET_FOREX},
     1.1,
     "EURUSD on USD"},
    {{.tick_size = 0.001,
      .tick_value = 0.6711409395973155,
      .contract_size = 1e5,
      .quote_rate = 0.006711409395973155,
      .lot_min = 0.01,
      .lot_max = 500.0,
      .lot_step = 0.01,
      .commission = 3.5,
      .spread = 9.0,
      .slippage = 2.0,
      .leverage = 30.0,
      .id = 2,
      .asset = SIGMA_ASSET_FOREX},
     149.0,
     "USDJPY on USD"},
    {{.tick_size = 0.001,
      .tick_value = 0.6172839506172839,
      .contract_size = 1e5,
      .quote_rate = 0.006172839506172839,
      .lot_min = 0.01,
      .lot_max = 500.0,
      .lot_step = 0.01,
      .commission = 3.0,
      .spread = 21.0,
      .slippage = 3.0,
      .leverage = 30.0,
      .id = 3,
      .asset = SIGMA_ASSET_FOREX},
     189.0,
     "GBPJPY on EUR"},
    {{.tick_size = 0.01,
      .tick_value = 1.0,
      .contract_size = 100.0,
      .quote_rate = 1.0,
      .lot_min = 0.01,
      .lot_max = 100.0,
      .lot_step = 0.01,
      .commission = 3.5,
      .spread = 20.0,
      .slippage = 5.0,
      .leverage = 20.0,
      .id = 4,
      .asset = SIGMA_ASSET_METAL},
     2000.0,
     "XAUUSD"},
    {{.tick_size = 0.25,
      .tick_value = 12.5,
      .lot_min = 1.0,
      .lot_max = 1000.0,
      .lot_step = 1.0,
      .commission = 2.25,
      .spread = 1.0,
      .slippage = 1.0,
      .leverage = 18.0,
      .id = 5,
      .asset = SIGMA_ASSET_FUTURE},
     5000.0,
     "ES"},
    {{.tick_size = 0.01,
      .tick_value = 10.0,
      .lot_min = 1.0,
      .lot_max = 1000.0,
      .lot_step = 1.0,
      .lot_cap = 10.0,
      .commission = 2.25,
      .spread = 1.0,
      .slippage = 1.0,
      .leverage = 12.0,
      .id = 6,
      .asset = SIGMA_ASSET_FUTURE},
     75.0,
     "CL"},
    {{.tick_size = 0.1,
      .tick_value = 0.1,
      .contract_size = 1.0,
      .quote_rate = 1.0,
      .lot_min = 0.001,
      .lot_max = 1000.0,
      .lot_step = 0.001,
      .fee_rate = 0.0005,
      .spread = 1.0,
      .slippage = 5.0,
      .leverage = 10.0,
      .id = 7,
      .asset = SIGMA_ASSET_CRYPTO},
     60000.0,
     "BTCUSDT linear"},
    {{.tick_size = 0.01,
      .tick_value = 0.01,
      .contract_size = 1.0,
      .quote_rate = 1.0,
      .lot_min = 0.001,
      .lot_max = 10000.0,
      .lot_step = 0.001,
      .fee_rate = 0.001,
      .spread = 1.0,
      .slippage = 5.0,
      .leverage = 1.0,
      .id = 8,
      .asset = SIGMA_ASSET_CRYPTO},
     3000.0,
     "ETHUSDT spot"},
    {{.tick_size = 0.5,
      .contract_size = 100.0,
      .quote_rate = 60000.0,
      .lot_min = 1.0,
      .lot_max = 1e6,
      .lot_step = 1.0,
      .fee_rate = 0.0005,
      .spread = 1.0,
      .slippage = 2.0,
      .leverage = 10.0,
      .id = 9,
      .asset = SIGMA_ASSET_INVERSE},
     60000.0,
     "BTCUSD coin-margined"},
    {{.tick_size = 0.01,
      .tick_value = 0.01,
      .contract_size = 1.0,
      .quote_rate = 1.0,
      .lot_min = 1.0,
      .lot_max = 1e6,
      .lot_step = 1.0,
      .commission = 0.005,
      .spread = 2.0,
      .slippage = 2.0,
      .leverage = 1.0,
      .id = 10,
      .asset = SIGMA_ASSET_STOCK},
     190.0,
     "AAPL"},
};

/* A stop between a thousandth and a tenth of the price, on either side. */
static sample_size random_trade(uint64_t *seed, const contract *c, int32_t mode)
{
    sample_size t = {.symbol = c->symbol};
    double balance = test_decades(seed, 1e3, 1e8), tick = c->symbol.tick_size;
    double price = floor(c->price * test_between(seed, 0.8, 1.25) / tick) * tick;
    double away = ceil(price * test_decades(seed, 1e-3, 0.1) / tick) * tick;
    double side = test_random(seed) < 0.5 ? 1.0 : -1.0;

    assert_int_equal(sigma_sizing_preset(mode, &t.params), SIGMA_OK);
    t.params.basis = test_whole(seed, 1, SIGMA_BASIS_COUNT - 1);
    t.params.floor = test_random(seed) < 0.8 ? t.params.floor : test_between(seed, 0.0, 0.95);
    t.sample =
        (sigma_sizing_sample){.balance = balance,
                              .equity = balance * test_between(seed, 0.95, 1.1),
                              .peak = balance * test_between(seed, 1.0, 1.15),
                              .margin = balance * fmax(0.0, test_between(seed, -0.3, 0.7)),
                              .heat = balance * fmax(0.0, test_between(seed, -0.03, 0.03)),
                              .entry = price,
                              .stop = price - side * away,
                              .target = price + side * away * test_between(seed, 0.5, 4.0),
                              .lots = c->symbol.lot_step * test_decades(seed, 0.5, 1e5),
                              .kelly = fmax(0.0, test_between(seed, -0.05, 0.4)),
                              .mean = test_between(seed, -0.1, 0.4),
                              .error = test_random(seed) / 4.0,
                              .tail = test_between(seed, 0.0, 4.0),
                              .fraction = test_random(seed) / 20.0,
                              .confidence = test_random(seed),
                              .probability = test_random(seed),
                              .volatility = test_between(seed, 0.05, 1.0),
                              .budget = balance * test_random(seed) / 10.0,
                              .room_day = balance * test_random(seed) / 5.0,
                              .room_total = balance * test_random(seed) / 2.0,
                              .volume = test_decades(seed, 1e2, 1e9),
                              .portfolio = balance * test_random(seed) / 20.0,
                              .exposure = c->symbol.lot_step * test_decades(seed, 1.0, 1e5),
                              .rules = balance * test_random(seed) / 20.0,
                              .rules_lots = c->symbol.lot_step * test_decades(seed, 1.0, 1e5),
                              .factors = test_random_bits(seed) & 0x7fff,
                              .given = test_random_bits(seed) & test_random_bits(seed) &
                                       (test_bit(SIGMA_GIVEN_COUNT) - 1),
                              .trades = test_whole(seed, 0, 150)};
    if (mode == SIGMA_MODE_CALLER) {
        t.sample.given |= test_bit(SIGMA_GIVEN_LOTS);
    }
    for (int32_t i = 0; i < SIGMA_FACTOR_COUNT; i++) {
        t.sample.factor[i] = test_between(seed, 0.3, 1.3);
    }
    return t;
}

/* Calls see with random trades of every contract and mode, and tells how many had a size. */
static void over_all(uint64_t seed, int32_t least, void (*see)(sample_size *t, uint64_t *seed))
{
    for (int32_t c = 0; c < COUNT_OF(contracts); c++) {
        int32_t granted = 0;
        for (int32_t mode = 1; mode < SIGMA_MODE_COUNT; mode++) {
            for (int32_t i = 0; i < ROUNDS; i++) {
                sample_size t = random_trade(&seed, &contracts[c], mode);
                granted += sample_sized(&t).lots > 0.0;
                see(&t, &seed);
            }
        }
        if (granted < least) {
            print_error("%s: %d sizes\n", contracts[c].name, (int)granted);
        }
        assert_true(granted >= least);
    }
}

static bool given(const sample_size *t, int32_t bit)
{
    return t->sample.given >> bit & 1;
}

/* ---- what may be lost */

static double loss_of(const sample_size *t, double lots)
{
    double profit, costs;
    int32_t side = t->sample.stop < t->sample.entry ? SIGMA_SIDE_LONG : SIGMA_SIDE_SHORT;
    assert_int_equal(
        sigma_symbol_profit(&t->symbol, side, lots, t->sample.entry, t->sample.stop, &profit),
        SIGMA_OK);
    assert_int_equal(sigma_symbol_cost(&t->symbol, lots, t->sample.entry, t->sample.stop, &costs),
                     SIGMA_OK);
    return costs - profit;
}

/* Each limit as its parameter states it, in money, notional, margin or lots. */
static void no_limit(sample_size *t, uint64_t *seed)
{
    sigma_sizing_result r = sample_sized(t);
    const sigma_sizing_params *p = &t->params;
    const sigma_sizing_sample *x = &t->sample;
    bool stock = t->symbol.asset == SIGMA_ASSET_STOCK ||
                 (t->symbol.asset == SIGMA_ASSET_CRYPTO && t->symbol.leverage <= 1.0);
    (void)seed;
    if (r.lots == 0.0) {
        return;
    }
    /* the money of a distance between two prices is known to their last places */
    assert_true(loss_of(t, r.lots) <= r.risk * (1.0 + 1e-9));
    assert_true(r.risk <= x->equity * p->risk_max * OVER);
    assert_true(r.risk + x->heat <= x->equity * p->heat_max * OVER);
    assert_true(p->gap_loss * (r.risk + x->heat) <=
                fmin(x->balance, x->equity) - p->floor * x->peak + 1e-12 * x->peak);
    assert_true(r.notional <= (stock ? p->notional_max : p->leverage_max) * x->equity * OVER);
    assert_true(r.margin <= (x->equity - x->margin) * p->margin_max * OVER);
    assert_true(x->equity >= x->margin * p->margin_level_min);
    assert_true(t->symbol.lot_cap == 0.0 || r.lots <= t->symbol.lot_cap);
    assert_true(r.lots <= t->symbol.lot_max);
    assert_true(!given(t, SIGMA_GIVEN_LOTS) || r.lots <= x->lots * OVER);
    assert_true(!given(t, SIGMA_GIVEN_BUDGET) || r.risk <= x->budget * p->concentration_max * OVER);
    assert_true(!given(t, SIGMA_GIVEN_ROOM_DAY) || r.risk <= x->room_day * p->room_day_max * OVER);
    assert_true(!given(t, SIGMA_GIVEN_ROOM_TOTAL) ||
                r.risk <= x->room_total * p->room_total_max * OVER);
    assert_true(!given(t, SIGMA_GIVEN_VOLUME) || r.lots <= x->volume * p->participation_max * OVER);
    assert_true(!given(t, SIGMA_GIVEN_PORTFOLIO) || r.risk <= x->portfolio * OVER);
    assert_true(!given(t, SIGMA_GIVEN_EXPOSURE) || r.lots <= x->exposure);
    assert_true(!given(t, SIGMA_GIVEN_RULES) || r.risk <= x->rules * OVER);
    assert_true(!given(t, SIGMA_GIVEN_RULES_LOTS) || r.lots <= x->rules_lots);
}

static void no_limit_is_passed_by_more_than_rounding(void **unused)
{
    (void)unused;
    over_all(201, 100, no_limit);
}

/* Positions are opened while any is granted, then all lose the gap loss at once. */
static void the_account_stays_above_its_floor_through_gaps(void **unused)
{
    uint64_t seed = 202;
    (void)unused;
    for (int32_t c = 0; c < COUNT_OF(contracts); c++) {
        int32_t opened = 0;
        for (int32_t i = 0; i < ROUNDS; i++) {
            sample_size t = random_trade(&seed, &contracts[c], SIGMA_MODE_SCEPTICAL);
            double lost = 0.0;
            t.params.basis = SIGMA_BASIS_STOP;
            t.params.heat_max = 1.0;
            t.sample.heat = t.sample.margin = 0.0;
            t.sample.given = 0;
            for (int32_t k = 0; k < 30; k++) {
                sigma_sizing_result r = sample_sized(&t);
                t.sample.heat += r.risk;
                lost += t.params.gap_loss * loss_of(&t, r.lots);
                opened += r.lots > 0.0;
            }
            assert_true(lost == 0.0 ||
                        t.sample.balance - lost >= t.params.floor * t.sample.peak * (1.0 - 1e-9));
        }
        assert_true(opened > ROUNDS / 2);
    }
}

/* ---- what must not be the other way round */

static void not_fewer(sample_size *t, uint64_t *seed)
{
    double before = sample_sized(t).lots, by = test_between(seed, 1.0, 1.5);
    sample_size floating = *t, closed = *t;
    floating.sample.equity *= by;
    assert_true(sample_sized(&floating).lots >= before);
    closed.sample.equity *= by;
    closed.sample.balance *= by;
    closed.sample.peak *= by;
    assert_true(sample_sized(&closed).lots >= before);
}

static void more_equity_never_means_fewer_lots(void **unused)
{
    (void)unused;
    over_all(203, 100, not_fewer);
}

static void not_more(sample_size *t, uint64_t *seed)
{
    double before = sample_sized(t).lots;
    double room = t->sample.stop < t->sample.entry ? t->sample.stop : t->sample.stop * 2.0;
    t->sample.stop += (t->sample.stop < t->sample.entry ? -0.5 : 0.5) * room * test_random(seed);
    assert_true(sample_sized(t).lots <= before);
}

static void a_wider_stop_never_means_more_lots(void **unused)
{
    (void)unused;
    over_all(204, 100, not_more);
}

static void not_larger(sample_size *t, uint64_t *seed)
{
    double before = sample_sized(t).lots;
    int32_t row = test_whole(seed, SIGMA_FACTOR_REGIME, SIGMA_FACTOR_CALLER);
    bool known = t->sample.factors & test_bit(row);
    t->sample.factor[row] = (known ? t->sample.factor[row] : 1.0) * test_random(seed);
    t->sample.factors |= test_bit(row);
    assert_true(sample_sized(t).lots <= before);
}

static void an_adverse_factor_never_enlarges(void **unused)
{
    (void)unused;
    over_all(205, 100, not_larger);
}

/* ---- what must not matter */

static sample_size scaled(const sample_size *t, double by)
{
    sample_size s = *t;
    s.symbol.tick_size *= by;
    s.symbol.contract_size *= s.symbol.asset == SIGMA_ASSET_INVERSE ? by : 1.0;
    s.sample.entry *= by;
    s.sample.stop *= by;
    s.sample.target *= by;
    return s;
}

static void no_bit(sample_size *t, uint64_t *seed)
{
    sigma_sizing_result plain = sample_sized(t);
    sample_size s = scaled(t, ldexp(1.0, test_whole(seed, -12, 12)));
    sigma_sizing_result other = sample_sized(&s);
    assert_same(other, plain);
}

static void a_scale_of_a_power_of_two_changes_no_bit(void **unused)
{
    (void)unused;
    over_all(206, 100, no_bit);
}

/* Lots that lie on a step may fall to the next: what is compared stands before the step. */
static void nothing(sample_size *t, uint64_t *seed)
{
    sigma_sizing_result plain = sample_sized(t);
    sample_size s = scaled(t, 1000.0);
    sigma_sizing_result other = sample_sized(&s);
    (void)seed;
    assert_near(other.lots_after[SIGMA_CAP_BROKER], plain.lots_after[SIGMA_CAP_BROKER], 1e-12);
    for (int32_t i = 0; i < SIGMA_FACTOR_COUNT; i++) {
        assert_near(other.risk_after[i], plain.risk_after[i], 1e-12);
    }
    assert_near(other.loss_per_lot, plain.loss_per_lot, 1e-12);
    assert_near(other.cost_per_lot, plain.cost_per_lot, 1e-12);
    assert_int_equal(other.binding, plain.binding);
}

static void a_scale_of_a_thousand_changes_nothing(void **unused)
{
    (void)unused;
    over_all(207, 100, nothing);
}

static void margin_only(sample_size *t, uint64_t *seed)
{
    (void)seed;
    t->params.margin_max = 1.0; /* with the multiple below, margin never binds */
    t->params.leverage_max = t->params.notional_max = 0.1;
    t->sample.margin = 0.0;
    t->symbol.leverage = 2.0;
    sigma_sizing_result a = sample_sized(t);
    t->symbol.leverage = 400.0;
    sigma_sizing_result b = sample_sized(t);
    assert_near(a.margin * 2.0, b.margin * 400.0, 1e-14);
    a.margin = b.margin;
    a.balance_min = b.balance_min;
    a.cap[SIGMA_CAP_MARGIN] = b.cap[SIGMA_CAP_MARGIN];
    assert_same(a, b);
}

static void leverage_changes_the_margin_and_nothing_else(void **unused)
{
    (void)unused;
    over_all(208, 100, margin_only);
}

/* ---- what a size is */

static void on_the_step(sample_size *t, uint64_t *seed)
{
    sigma_sizing_result r = sample_sized(t);
    double step = t->symbol.lot_step, steps = round(r.lots / step);
    (void)seed;
    /* 1/step is whole in all these contracts, and n / N is the double nearest to the decimal */
    assert_bits(r.lots, step < 1.0 ? steps / round(1.0 / step) : steps * step);
    assert_true(r.lots == 0.0 || r.lots >= t->symbol.lot_min);
    assert_true((r.lots == 0.0) == (r.refused != 0));
    assert_true(r.lots == 0.0 || r.lots_after[SIGMA_CAP_BROKER] - r.lots < step * (1.0 + 1e-9));
}

static void lots_are_whole_steps_and_a_zero_has_its_reason(void **unused)
{
    (void)unused;
    over_all(209, 100, on_the_step);
}

static void by_its_edge(sample_size *t, uint64_t *seed)
{
    sigma_sizing_result r = sample_sized(t);
    int32_t mode = t->params.mode;
    bool by_kelly = mode <= SIGMA_MODE_PUBLISHED;
    bool proven = t->sample.mean > 0.0 && (t->sample.kelly > 0.0 || !by_kelly);
    double most = mode == SIGMA_MODE_PUBLISHED ? 0.0075 : 0.005;
    (void)seed;
    if (!proven && mode != SIGMA_MODE_CALLER && t->sample.trades >= 30) {
        assert_bits(r.lots, 0.0);
        assert_true(r.refused & test_bit(SIGMA_REASON_EDGE));
    } else if (!proven && by_kelly) {
        assert_true(r.risk <= t->sample.equity * most * OVER);
    }
}

static void without_an_edge_nothing_but_exploration(void **unused)
{
    (void)unused;
    over_all(210, 100, by_its_edge);
}

/* ---- what no size comes of */

static const double absurd[] = {-1.0,
                                -1e-300,
                                -5e-324,
                                -0.0,
                                5e-324,
                                1e-310,
                                2.2250738585072014e-308,
                                1e-200,
                                1e200,
                                1.7976931348623157e308};

static double *number_of(sample_size *t, int32_t i)
{
    double *const numbers[] = {
        &t->sample.equity,      &t->sample.balance,    &t->sample.peak,       &t->sample.margin,
        &t->sample.heat,        &t->sample.entry,      &t->sample.stop,       &t->sample.target,
        &t->sample.lots,        &t->sample.kelly,      &t->sample.mean,       &t->sample.error,
        &t->sample.tail,        &t->sample.fraction,   &t->sample.confidence, &t->sample.volume,
        &t->sample.probability, &t->sample.volatility, &t->sample.budget,     &t->sample.room_day,
        &t->sample.portfolio,   &t->sample.exposure,   &t->sample.rules,      &t->sample.rules_lots,
        &t->sample.room_total,  &t->symbol.lot_step,   &t->symbol.tick_size,  &t->symbol.tick_value,
        &t->symbol.leverage,    &t->symbol.lot_min};
    return i < COUNT_OF(numbers) ? numbers[i] : NULL;
}

/* A status, or a size that keeps the same promises. */
static void status_or_sound(sample_size *t, uint64_t *seed)
{
    static const double no_numbers[] = {NOT_A_NUMBER, INFINITE, -INFINITE};
    sample_size good = *t;
    for (int32_t i = 0; number_of(t, i); i++) {
        sigma_sizing_result r;
        sigma_field offender;
        *t = good;
        *number_of(t, i) = absurd[test_whole(seed, 0, COUNT_OF(absurd) - 1)];
        sigma_status status = sigma_sizing_evaluate(&t->params, &t->symbol, &t->sample, &r);
        if (status == SIGMA_OK) {
            assert_int_equal(sigma_layout_check(SIGMA_KIND_SIZING_RESULT, &r, &offender), SIGMA_OK);
            assert_true(r.risk <= t->sample.equity * t->params.risk_max * OVER);
            assert_true((r.lots == 0.0) == (r.refused != 0));
        } else {
            assert_int_equal(status, SIGMA_E_RANGE);
            assert_zero(r);
        }
        *number_of(t, i) = no_numbers[test_whole(seed, 0, 2)];
        assert_int_equal(sigma_sizing_evaluate(&t->params, &t->symbol, &t->sample, &r),
                         SIGMA_E_RANGE);
    }
}

static void absurd_numbers_give_a_status_and_not_a_size(void **unused)
{
    (void)unused;
    over_all(211, 100, status_or_sound);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_limit_is_passed_by_more_than_rounding),
        cmocka_unit_test(the_account_stays_above_its_floor_through_gaps),
        cmocka_unit_test(more_equity_never_means_fewer_lots),
        cmocka_unit_test(a_wider_stop_never_means_more_lots),
        cmocka_unit_test(an_adverse_factor_never_enlarges),
        cmocka_unit_test(a_scale_of_a_power_of_two_changes_no_bit),
        cmocka_unit_test(a_scale_of_a_thousand_changes_nothing),
        cmocka_unit_test(leverage_changes_the_margin_and_nothing_else),
        cmocka_unit_test(lots_are_whole_steps_and_a_zero_has_its_reason),
        cmocka_unit_test(without_an_edge_nothing_but_exploration),
        cmocka_unit_test(absurd_numbers_give_a_status_and_not_a_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
