/* SPDX-License-Identifier: MIT */
/* What it costs to read a market, a bar, on one core: features, regime and every signal. */
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"
#include "sigma/sigma.h"

enum { BARS = 2000 };
static const int64_t HOUR = INT64_C(3600000000000);

typedef struct input {
    sigma_bar bars[BARS];
    sigma_features features[BARS];
    sigma_regime_result regimes[BARS];
    sigma_market market;
    sigma_regime regime;
    sigma_technical technical;
    sigma_signal_params trend;
    sigma_score_params score;
    sigma_evidence_params evidence;
    sigma_votes_params votes;
} input;

static void need(sigma_status status)
{
    if (status < 0) {
        fprintf(stderr, "bench: status %d\n", (int)status);
        exit(1);
    }
}

static double uniform(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (double)(*seed >> 11) * 0x1p-53;
}

static void walk(input *in)
{
    uint64_t seed = 88172645463325252u;
    double price = 100.0;
    for (int i = 0; i < BARS; i++) {
        double open = price;
        price *= 1.0 + 0.002 * (uniform(&seed) - 0.5);
        double high = (open > price ? open : price) * (1.0 + 0.0005 * uniform(&seed));
        double low = (open < price ? open : price) * (1.0 - 0.0005 * uniform(&seed));
        in->bars[i] = (sigma_bar){i * HOUR, open, high, low, price, 1.0 + uniform(&seed)};
    }
}

static void prepare(input *in)
{
    sigma_symbol symbol = {.id = 1,
                           .asset = SIGMA_ASSET_INDEX,
                           .tick_size = 0.01,
                           .tick_value = 0.01,
                           .lot_min = 0.01,
                           .lot_max = 1e6,
                           .lot_step = 0.01,
                           .leverage = 20.0};
    sigma_market_params market;
    sigma_regime_params regime;
    sigma_technical_params technical;

    walk(in);
    need(sigma_market_defaults(&market));
    market.interval = HOUR;
    need(sigma_market_init(&in->market, &market, &symbol));
    need(sigma_regime_defaults(0, &regime));
    need(sigma_regime_init(&in->regime, &regime));
    need(sigma_technical_defaults(SIGMA_ASSET_INDEX, HOUR, &technical));
    need(sigma_technical_init(&in->technical, &technical));
    need(sigma_signal_defaults(&in->trend));
    need(sigma_score_defaults(1, &in->score));
    need(sigma_evidence_defaults(1, &in->evidence));
    need(sigma_votes_defaults(&in->votes));
}

static int64_t features(void *p)
{
    input *in = (input *)p;
    static sigma_market market;

    market = in->market;
    for (int i = 0; i < BARS; i++) {
        need(sigma_market_update(&market, &in->bars[i]));
        need(sigma_market_features(&market, &in->features[i]));
    }
    bench_sink = market.close;
    return BARS;
}

static int64_t regimes(void *p)
{
    input *in = (input *)p;
    sigma_regime regime = in->regime;

    for (int i = 0; i < BARS; i++) {
        need(sigma_regime_update(&regime, &in->bars[i], &in->regimes[i]));
    }
    bench_sink = regime.probability[0];
    return BARS;
}

static int64_t trends(void *p)
{
    input *in = (input *)p;
    sigma_signal_result result;
    double sum = 0.0;

    for (int i = 0; i < BARS; i++) {
        need(sigma_signal_trend(&in->trend, &in->features[i], &result));
        sum += result.strength;
    }
    bench_sink = sum;
    return BARS;
}

static int64_t scores(void *p)
{
    input *in = (input *)p;
    sigma_score_result result;
    double sum = 0.0;

    for (int i = 0; i < BARS; i++) {
        double volatility = in->regimes[i].volatility;
        need(sigma_score_evaluate(&in->score, &in->features[i], volatility, &result));
        sum += result.score;
    }
    bench_sink = sum;
    return BARS;
}

static int64_t evidence(void *p)
{
    input *in = (input *)p;
    sigma_evidence_result result;
    double sum = 0.0;

    for (int i = 0; i < BARS; i++) {
        need(sigma_evidence_evaluate(&in->evidence, &in->features[i], in->regimes[i].volatility,
                                     1 + i % 2, 0.5, &result));
        sum += result.confidence;
    }
    bench_sink = sum;
    return BARS;
}

static int64_t technicals(void *p)
{
    input *in = (input *)p;
    sigma_technical technical = in->technical;
    sigma_technical_result result;
    double sum = 0.0;

    for (int i = 0; i < BARS; i++) {
        need(sigma_technical_update(&technical, &in->bars[i]));
        for (int32_t side = SIGMA_SIDE_LONG; side <= SIGMA_SIDE_SHORT; side++) {
            need(sigma_technical_evaluate(&technical, &in->features[i], side, 1, &result));
            sum += result.score;
        }
    }
    bench_sink = sum;
    return BARS;
}

static int64_t votes(void *p)
{
    static const sigma_vote list[3] = {{0.9, 1, SIGMA_ANSWER_APPROVE},
                                       {0.7, 2, SIGMA_ANSWER_APPROVE},
                                       {0.0, 3, SIGMA_ANSWER_ABSENT}};
    input *in = (input *)p;
    sigma_votes_result result;
    double sum = 0.0;

    for (int i = 0; i < BARS; i++) {
        need(sigma_votes_evaluate(&in->votes, i % 10, list, i % 4, &result));
        sum += result.factor;
    }
    bench_sink = sum;
    return BARS;
}

int main(void)
{
    static input in;
    double all = 0.0;

    prepare(&in);
    puts("a bar:");
    all += bench_run("market: update and all features", features, &in);
    all += bench_run("regime: filter", regimes, &in);
    all += bench_run("trend", trends, &in);
    all += bench_run("score", scores, &in);
    all += bench_run("evidence and fusion", evidence, &in);
    all += bench_run("technical: update and both sides", technicals, &in);
    all += bench_run("votes", votes, &in);
    printf("%-32s %12.2f ns  (of the medians)\n", "all of it", all);
    return 0;
}
