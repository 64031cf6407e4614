/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

static sigma_market after(int32_t bars)
{
    sample_walk walk = sample_random_walk(38);
    sigma_market_params params = sample_market_params();
    sigma_symbol symbol = sample_symbol();
    sigma_market market;
    assert_int_equal(sigma_market_init(&market, &params, &symbol), SIGMA_OK);
    for (int32_t i = 0; i < bars; i++) {
        sigma_bar bar = sample_bar(&walk, i);
        assert_true(sigma_market_update(&market, &bar) >= 0);
    }
    return market;
}

static sigma_bar next_bar(void)
{
    sample_walk walk = sample_random_walk(39);
    return sample_bar(&walk, SAMPLE_BARS - 1);
}

static void assert_init_refused(const sigma_market_params *params, const sigma_symbol *symbol)
{
    sigma_market market;
    memset(&market, 7, sizeof market);
    assert_int_equal(sigma_market_init(&market, params, symbol), SIGMA_E_RANGE);
    assert_zero(market);
}

static void params_refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_symbol symbol = sample_symbol();
    (void)field, (void)context;
    assert_init_refused((const sigma_market_params *)damaged, &symbol);
}

static void facts_refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_market_params params = sample_market_params();
    sigma_market market = after(3), before = market;
    (void)field, (void)context;
    assert_init_refused(&params, (const sigma_symbol *)damaged);
    assert_int_equal(sigma_market_symbol(&market, (const sigma_symbol *)damaged), SIGMA_E_RANGE);
    assert_same(market, before);
}

static void params_and_facts_out_of_range_are_refused(void **unused)
{
    sigma_market_params params = sample_market_params(), zero_params = {0};
    sigma_symbol symbol = sample_symbol(), zero_symbol = {0};
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_MARKET_PARAMS, &params, params_refused, NULL) > 20);
    assert_true(damage_each(SIGMA_KIND_SYMBOL, &symbol, facts_refused, NULL) > 80);
    assert_init_refused(&zero_params, &symbol);
    assert_init_refused(&params, &zero_symbol);
    assert_int_equal(sigma_market_defaults(&params), SIGMA_OK);
    assert_init_refused(&params, &symbol); /* the interval was forgotten */
}

static void bar_refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_market market = after(3), before = market;
    (void)field, (void)context;
    assert_int_equal(sigma_market_update(&market, (const sigma_bar *)damaged), SIGMA_E_RANGE);
    assert_same(market, before);
}

static void a_bad_bar_changes_nothing(void **unused)
{
    sigma_bar bar = next_bar(), zero = {0};
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_BAR, &bar, bar_refused, NULL) > 30);
    bar_refused(&zero, NULL, NULL);
}

static void assert_refused(const sigma_market *damaged)
{
    sigma_market market = *damaged;
    sigma_bar bar = next_bar();
    sigma_features features = {.close = 9.0};
    assert_int_equal(sigma_market_update(&market, &bar), SIGMA_E_STATE);
    assert_int_equal(sigma_market_features(&market, &features), SIGMA_E_STATE);
    assert_zero(features);
    assert_same(market, *damaged);
}

/* The facts are looked at where they are used; only the id is needed to read the market. Damage in
 * the ring is found where it gives features that are no numbers. */
static void state_refused(const void *damaged, const sigma_field *field, void *context)
{
    static sigma_market market;
    sigma_market_result result = {.close = 9.0};
    sigma_features features = {.close = 9.0};
    sigma_symbol symbol = sample_symbol();
    int32_t offset = field->offset;
    bool ring = offset < (int32_t)offsetof(sigma_market, params);
    bool period = offset >= (int32_t)offsetof(sigma_market, params) &&
                  offset < (int32_t)offsetof(sigma_market, symbol);
    bool fact = !ring && !period && offset < (int32_t)offsetof(sigma_market, symbol.id);
    bool asset = offset == (int32_t)offsetof(sigma_market, symbol.asset);
    bool own = offset >= (int32_t)offsetof(sigma_market, time);
    (void)context;
    memcpy(&market, damaged, sizeof market);
    if (ring) {
        sigma_status status = sigma_market_features(&market, &features);
        assert_true(status == SIGMA_OK || status == SIGMA_E_STATE);
        assert_true(isfinite(features.mfi + features.cci + features.zscore + features.volatility));
    } else if (own || (!fact && !asset && !period)) {
        assert_refused(&market);
    }
    if (own) {
        assert_int_equal(sigma_market_read(&market, &result), SIGMA_E_STATE);
        assert_zero(result);
        assert_int_equal(sigma_market_symbol(&market, &symbol), SIGMA_E_STATE);
        assert_memory_equal(&market, damaged, sizeof market);
    }
}

static void a_damaged_state_is_refused(void **unused)
{
    static sigma_market market;
    (void)unused;
    market = after(300);
    assert_true(damage_each(SIGMA_KIND_MARKET, &market, state_refused, NULL) > 10000);
}

/* Periods that would reach out of the ring. */
static void a_damaged_window_is_refused(void **unused)
{
    static sigma_market market, good;
    int32_t *periods[] = {&market.params.stochastic[0], &market.params.stochastic[1],
                          &market.params.stochastic[2], &market.params.sma,
                          &market.params.bollinger,     &market.params.cci,
                          &market.params.mfi,           &market.params.zscore,
                          &market.params.slope,         &market.params.volatility};
    (void)unused;
    market = good = after(300);
    for (int32_t i = 0; i < COUNT_OF(periods); i++) {
        for (int32_t bad = -1; bad < 300; bad += bad < 0 ? 1 : 257) {
            market = good;
            *periods[i] = bad;
            assert_refused(&market);
        }
    }
    market = good;
    market.end = 10; /* fewer than were seen */
    assert_refused(&market);
    market = good;
    market.params.estimator = SIGMA_VOLATILITY_COUNT;
    assert_refused(&market);
    market = good;
    market.params.horizon = NOT_A_NUMBER;
    assert_refused(&market);
    market = good;
    market.params.session = 0;
    assert_refused(&market);
    market = good;
    market.params.session_offset = INT64_MAX;
    assert_refused(&market);
    market = good;
    market.params.multiple = 0.0;
    assert_refused(&market);
    market = good;
    market.params.bars_a_year = -1.0;
    assert_refused(&market);
    market = good;
    market.params.interval = 0;
    assert_refused(&market);
    market = good;
    market.params.reserved = 1;
    assert_refused(&market);
}

/* A ring of damage gives no number that is not one. */
static void a_damaged_ring_gives_no_features(void **unused)
{
    static sigma_market market, good;
    double *columns[] = {market.closes, market.high, market.rising, market.change, market.slow};
    sigma_features features = {.close = 9.0};
    (void)unused;
    good = after(300);
    for (int32_t i = 0; i < COUNT_OF(columns); i++) {
        market = good;
        columns[i][market.end - 2] = NOT_A_NUMBER;
        assert_int_equal(sigma_market_features(&market, &features), SIGMA_E_STATE);
        assert_zero(features);
    }
}

static void a_zeroed_or_foreign_state_is_refused(void **unused)
{
    sigma_market market = after(300), zero = {0};
    sigma_market_result result = {.close = 9.0};
    sigma_symbol symbol = sample_symbol();
    (void)unused;
    assert_refused(&zero);
    assert_int_equal(sigma_market_read(&zero, &result), SIGMA_E_STATE);
    assert_zero(result);
    assert_int_equal(sigma_market_symbol(&zero, &symbol), SIGMA_E_STATE);
    market.tag = market.atr.tag;
    assert_refused(&market);
    market = after(300);
    market.close = 0.0; /* which only a market without bars may have */
    assert_refused(&market);
    market = after(300);
    market.atr.tag = market.adx.tag;
    assert_refused(&market);
    assert_int_equal(sigma_market_read(&market, &result), SIGMA_E_STATE);
    assert_zero(result);
}

static void a_counter_of_bars_never_overflows(void **unused)
{
    sigma_market market = after(300), before;
    sigma_bar bar = next_bar();
    (void)unused;
    market.bars = INT64_MAX;
    before = market;
    assert_int_equal(sigma_market_update(&market, &bar), SIGMA_E_STATE);
    assert_same(market, before);
    market.bars--;
    assert_int_equal(sigma_market_update(&market, &bar), SIGMA_OK);
}

/* The features of a bar have the instant at which it closes. */
static void a_bar_closes_before_instants_end(void **unused)
{
    sigma_market market = after(300), before = market;
    sigma_bar bar = next_bar();
    sigma_features features;
    sigma_field offender;
    (void)unused;
    bar.time = INT64_C(9150000000000000000) - market.params.interval + 1;
    assert_int_equal(sigma_market_update(&market, &bar), SIGMA_E_RANGE);
    assert_int_equal(sigma_market_step(&market, &bar, &features), SIGMA_E_RANGE);
    assert_same(market, before);
    bar.time--;
    assert_true(sigma_market_step(&market, &bar, &features) >= 0);
    assert_true(features.time == INT64_C(9150000000000000000));
    assert_int_equal(sigma_layout_check(SIGMA_KIND_FEATURES, &features, &offender), SIGMA_OK);
}

static void null_is_refused(void **unused)
{
    sigma_market market = after(300), before = market;
    sigma_market_params params = sample_market_params();
    sigma_symbol symbol = sample_symbol();
    sigma_bar bar = next_bar();
    sigma_features features = {.close = 9.0};
    sigma_market_result result = {.close = 9.0};
    (void)unused;
    assert_int_equal(sigma_market_update(NULL, &bar), SIGMA_E_NULL);
    assert_int_equal(sigma_market_update(&market, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_market_symbol(NULL, &symbol), SIGMA_E_NULL);
    assert_int_equal(sigma_market_symbol(&market, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_market_features(NULL, &features), SIGMA_E_NULL);
    assert_zero(features);
    assert_int_equal(sigma_market_features(&market, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_market_read(NULL, &result), SIGMA_E_NULL);
    assert_zero(result);
    assert_int_equal(sigma_market_read(&market, NULL), SIGMA_E_NULL);
    assert_same(market, before);
    assert_int_equal(sigma_market_init(NULL, &params, &symbol), SIGMA_E_NULL);
    assert_int_equal(sigma_market_init(&market, NULL, &symbol), SIGMA_E_NULL);
    assert_zero(market);
    market.bars = 9;
    assert_int_equal(sigma_market_init(&market, &params, NULL), SIGMA_E_NULL);
    assert_zero(market);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(params_and_facts_out_of_range_are_refused),
        cmocka_unit_test(a_bad_bar_changes_nothing),
        cmocka_unit_test(a_damaged_state_is_refused),
        cmocka_unit_test(a_damaged_window_is_refused),
        cmocka_unit_test(a_damaged_ring_gives_no_features),
        cmocka_unit_test(a_zeroed_or_foreign_state_is_refused),
        cmocka_unit_test(a_counter_of_bars_never_overflows),
        cmocka_unit_test(a_bar_closes_before_instants_end),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
