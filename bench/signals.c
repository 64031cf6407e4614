/* SPDX-License-Identifier: MIT */
/* What it costs to read a market, a bar, on one core: features, regime and every signal. */
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"
#include "sigma/sigma.h"

enum { BARS = 2000 };
static const int64_t HOUR = INT64_C(3600000000000);

/* What moves on with the bars. */
typedef struct states {
    sigma_market market;
    sigma_regime regime;
    sigma_technical technical;
} states;

typedef struct input {
    sigma_bar bars[BARS];
    sigma_features features[BARS];
    sigma_regime_result regimes[BARS];
    states first, now;
    sigma_signal_params trend;
    sigma_score_params score;
    sigma_evidence_params evidence;
    sigma_votes_params votes;
    double sum; /* of what the signals say */
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
    need(sigma_market_init(&in->first.market, &market, &symbol));
    need(sigma_regime_defaults(0, &regime));
    need(sigma_regime_init(&in->first.regime, &regime));
    need(sigma_technical_defaults(SIGMA_ASSET_INDEX, HOUR, &technical));
    need(sigma_technical_init(&in->first.technical, &technical));
    need(sigma_signal_defaults(&in->trend));
    need(sigma_score_defaults(1, &in->score));
    need(sigma_evidence_defaults(1, &in->evidence));
    need(sigma_votes_defaults(&in->votes));
}

/* ---- a bar of each */

typedef void step(input *in, int i);

static void features(input *in, int i)
{
    need(sigma_market_step(&in->now.market, &in->bars[i], &in->features[i]));
}

static void regime(input *in, int i)
{
    need(sigma_regime_update(&in->now.regime, &in->bars[i], &in->regimes[i]));
}

static void trend(input *in, int i)
{
    sigma_signal_result result;
    need(sigma_signal_trend(&in->trend, &in->features[i], &result));
    in->sum += result.strength;
}

static void score(input *in, int i)
{
    sigma_score_result result;
    double volatility = in->regimes[i].volatility;
    need(sigma_score_evaluate(&in->score, &in->features[i], volatility, &result));
    in->sum += result.score;
}

static void evidence(input *in, int i)
{
    sigma_evidence_result result;
    need(sigma_evidence_evaluate(&in->evidence, &in->features[i], in->regimes[i].volatility,
                                 1 + i % 2, 0.5, &result));
    in->sum += result.confidence;
}

static void technical(input *in, int i)
{
    sigma_technical_sides sides;
    need(sigma_technical_step(&in->now.technical, &in->bars[i], &in->features[i], 1, &sides));
    in->sum += sides.score;
}

static void votes(input *in, int i)
{
    static const sigma_vote list[3] = {{0.9, 1, SIGMA_ANSWER_APPROVE},
                                       {0.7, 2, SIGMA_ANSWER_APPROVE},
                                       {0.0, 3, SIGMA_ANSWER_ABSENT}};
    sigma_votes_result result;
    need(sigma_votes_evaluate(&in->votes, i % 10, list, i % 4, &result));
    in->sum += result.factor;
}

/* ---- all bars */

static step *const steps[] = {features, regime, trend, score, evidence, technical, votes};
static const char *const names[] = {
    "market: update and all features",  "regime: filter", "trend", "score", "evidence and fusion",
    "technical: update and both sides", "votes"};
enum { STEPS = sizeof steps / sizeof *steps };

typedef struct part {
    input *in;
    int first, end; /* of its steps */
} part;

static int64_t read_bars(void *p)
{
    const part *all = (const part *)p;
    input *in = all->in;

    in->now = in->first;
    for (int i = 0; i < BARS; i++) {
        for (int k = all->first; k < all->end; k++) {
            steps[k](in, i);
        }
    }
    bench_sink = in->sum + in->now.market.close + in->now.regime.probability[0];
    return BARS;
}

int main(void)
{
    static input in;
    part all = {&in, 0, STEPS};
    double sum = 0.0;

    prepare(&in);
    puts("a bar:");
    for (int k = 0; k < STEPS; k++) {
        part one = {&in, k, k + 1};
        sum += bench_run(names[k], read_bars, &one);
    }
    printf("%-32s %12.2f ns  (of the medians)\n", "their sum", sum);
    (void)bench_run("all of it, bar by bar", read_bars, &all);
    return 0;
}
