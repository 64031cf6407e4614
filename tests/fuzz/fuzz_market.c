/* SPDX-License-Identifier: MIT */
/* Any parameters, facts and bars, into sound and damaged markets: all indicators move together, or
 * nothing does. */
#include "fuzz.h"

/* Returns whether the market is forged. */
static bool start(fuzz_input *in, const sigma_symbol *symbol, sigma_market *market)
{
    sigma_market_params params;

    fuzz_object(in, SIGMA_KIND_MARKET_PARAMS, &params);
    if (fuzz_pick(in, 8) != 0) {
        params.interval = INT64_C(3600000000000);
        params.session = INT64_C(86400000000000);
        params.atr = 1 + fuzz_pick(in, 6);
        params.macd[0] = 1 + fuzz_pick(in, 3);
        params.macd[1] = params.macd[0] + 1 + fuzz_pick(in, 3);
        params.stochastic[0] = 1 + fuzz_pick(in, 5);
        params.volatility = 1 + fuzz_pick(in, 5);
        params.adx = 1 + fuzz_pick(in, 4);
        for (int32_t i = 0; i < 4; i++) {
            params.ema[i] = (i > 0 ? params.ema[i - 1] : 1) + fuzz_pick(in, 4);
        }
    }
    if (fuzz_pick(in, 16) == 0) {
        fuzz_object(in, SIGMA_KIND_MARKET, market);
        return true;
    }
    sigma_status status = sigma_market_init(market, &params, symbol);
    (void)fuzz_saw_result("sigma_market_init", status, SIGMA_KIND_MARKET, market);
    return false;
}

static void change_symbol(fuzz_input *in, sigma_market *market)
{
    static sigma_market before;
    sigma_symbol symbol;

    before = *market;

    fuzz_make_symbol(in, &symbol);
    sigma_status status = sigma_market_symbol(market, &symbol);
    (void)fuzz_saw_state("sigma_market_symbol", status, SIGMA_KIND_MARKET, &before, market);
    REQUIRE(status != SIGMA_OK || fuzz_is_same(&market->symbol, &symbol, sizeof symbol));
    REQUIRE(status != SIGMA_OK || before.symbol.id == symbol.id);
}

static void read(const sigma_market *market, bool forged)
{
    sigma_features features;
    sigma_market_result result;
    sigma_status status = sigma_market_features(market, &features);

    (void)fuzz_saw_read("sigma_market_features", status, SIGMA_KIND_FEATURES, &features, forged);
    REQUIRE(status != SIGMA_OK || features.ready == (1U << SIGMA_FEATURE_COUNT) - 1);
    status = sigma_market_read(market, &result);
    (void)fuzz_saw_read("sigma_market_read", status, SIGMA_KIND_MARKET_RESULT, &result, forged);
    REQUIRE(status == SIGMA_OK || fuzz_is_zero(&result, sizeof result));
    REQUIRE(status != SIGMA_OK || result.mark == SIGMA_PART_MARKET);
}

/* As an update and then a read, unless the read finds damage: then nothing has happened. */
static void step(const sigma_market *market, const sigma_bar *bar, bool forged)
{
    static sigma_market once, usual;
    sigma_features features, expected;

    once = usual = *market;
    sigma_status status = sigma_market_step(&once, bar, &features);
    (void)fuzz_saw_state("sigma_market_step", status, SIGMA_KIND_MARKET, market, &once);
    (void)fuzz_saw_read("sigma_market_step", status, SIGMA_KIND_FEATURES, &features, forged);
    sigma_status updated = sigma_market_update(&usual, bar);
    if (updated >= 0) {
        updated = sigma_market_features(&usual, &expected);
        REQUIRE(status < 0 || fuzz_is_same(&features, &expected, sizeof features));
    }
    REQUIRE(status == updated);
    REQUIRE(status < 0 || fuzz_is_same(&once, &usual, sizeof once));
}

static void update(fuzz_input *in, sigma_market *market, sigma_bar *bar, bool forged)
{
    static sigma_market before;

    before = *market;
    fuzz_make_bar(in, &market->symbol, bar);
    if (fuzz_pick(in, 8) == 7) {
        step(market, bar, forged);
    }
    sigma_status status = sigma_market_update(market, bar);
    (void)fuzz_saw_state("sigma_market_update", status, SIGMA_KIND_MARKET, &before, market);
    REQUIRE(status < 0 || (market->bars == before.bars + 1 && market->time == bar->time));
    REQUIRE(status != SIGMA_E_ORDER || bar->time <= before.time);
}

/* The bits of the stream, or nothing at all. */
static void batch(fuzz_input *in, const sigma_market *market)
{
    enum { LONGEST = 12 };
    static sigma_market alone, last;
    sigma_features features[LONGEST], expected;
    sigma_bar bars[LONGEST];
    int32_t count = fuzz_rarely(in) ? -1 : fuzz_pick(in, LONGEST);

    sigma_status usual = sigma_market_init(&alone, &market->params, &market->symbol);
    for (int32_t i = 0; i < count; i++) {
        bars[i] = i > 0 ? bars[i - 1] : (sigma_bar){0};
        fuzz_make_bar(in, &market->symbol, &bars[i]);
    }
    sigma_status status =
        sigma_market_batch(&last, &market->params, &market->symbol, bars, count, features);
    (void)fuzz_saw_result("sigma_market_batch", status, SIGMA_KIND_MARKET, &last);
    for (int32_t i = 0; i < count; i++) {
        usual = usual < 0 ? usual : sigma_market_update(&alone, &bars[i]);
        usual = usual < 0 ? usual : sigma_market_features(&alone, &expected);
        REQUIRE(status == SIGMA_OK ? fuzz_is_same(&features[i], &expected, sizeof expected)
                                   : fuzz_is_zero(&features[i], sizeof expected));
    }
    REQUIRE(count < 0 ? status == SIGMA_E_RANGE : status == (usual < 0 ? usual : SIGMA_OK));
    REQUIRE(status != SIGMA_OK || fuzz_is_same(&last, &alone, sizeof last));
    fuzz_saw_null("sigma_market_batch",
                  sigma_market_batch(&last, &market->params, &market->symbol, bars, 1, NULL));
}

static void no_object(const sigma_market *market)
{
    static sigma_market any;
    sigma_market_params params = {0};
    sigma_features features;
    sigma_market_result result;

    fuzz_saw_null("sigma_market_defaults", sigma_market_defaults(NULL));
    fuzz_saw_null("sigma_market_init", sigma_market_init(NULL, &params, &market->symbol));
    fuzz_saw_null("sigma_market_init", sigma_market_init(&any, NULL, &market->symbol));
    REQUIRE(fuzz_is_zero(&any, sizeof any));
    fuzz_saw_null("sigma_market_symbol", sigma_market_symbol(NULL, &market->symbol));
    fuzz_saw_null("sigma_market_update", sigma_market_update(NULL, NULL));
    fuzz_saw_null("sigma_market_step", sigma_market_step(&any, NULL, &features));
    fuzz_saw_null("sigma_market_features", sigma_market_features(market, NULL));
    fuzz_saw_null("sigma_market_features", sigma_market_features(NULL, &features));
    fuzz_saw_null("sigma_market_read", sigma_market_read(market, NULL));
    fuzz_saw_null("sigma_market_read", sigma_market_read(NULL, &result));
}

void fuzz_market(fuzz_input *in)
{
    sigma_symbol symbol;
    static sigma_market market;
    sigma_market_params params;
    sigma_bar bar = {0};

    REQUIRE(fuzz_saw("sigma_market_defaults", sigma_market_defaults(&params)) == SIGMA_OK);
    fuzz_make_symbol(in, &symbol);
    bool forged = start(in, &symbol, &market);
    while (fuzz_more(in)) {
        update(in, &market, &bar, forged);
        read(&market, forged);
        if (fuzz_pick(in, 32) == 31) {
            batch(in, &market);
        }
        if (fuzz_rarely(in)) {
            change_symbol(in, &market);
        }
        if (fuzz_pick(in, 128) == 127) {
            fuzz_damage(in, SIGMA_KIND_MARKET, &market);
            forged = true;
        }
        if (fuzz_pick(in, 64) == 63) {
            forged = start(in, &symbol, &market);
        }
    }
    no_object(&market);
}
