/* SPDX-License-Identifier: MIT */
/* Closed forms, Monte Carlo steps and simulated trades, on one core. */
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"
#include "sigma/sigma.h"

static int64_t touch(void *input)
{
    sigma_forecast_sample *sample = (sigma_forecast_sample *)input;
    sigma_forecast_result result;
    double sum = 0.0;
    for (int i = 1; i <= 1000; i++) {
        sample->bars = i;
        bench_need(sigma_forecast_touch(sample, &result));
        sum += result.target_by;
    }
    bench_sink = sum;
    return 1000;
}

/* Bars of all paths, however they ended. */
static int64_t steps(void *input)
{
    sigma_simulation_tally tally;
    bench_need(sigma_simulation_run((const sigma_simulation_params *)input, 1, &tally));
    bench_sink = tally.ends;
    return tally.bars;
}

static int64_t trades(void *input)
{
    static const double multiple[8] = {1.5, -1.0, 0.3, -1.0, 2.2, -0.4, -1.1, 0.9};
    const sigma_equity_params *params = (const sigma_equity_params *)input;
    sigma_equity_tally tally;
    bench_need(sigma_equity_run(params, multiple, 8, 1, &tally));
    bench_sink = tally.ends;
    return (int64_t)SIGMA_EQUITY_BLOCK * params->trades;
}

int main(void)
{
    sigma_forecast_sample sample = {
        .drift = 0.0005, .deviation = 0.01, .target = 0.05, .stop = 0.03};
    sigma_simulation_params params = {
        .drift = 0.0005, .deviation = 0.01, .target = 0.2, .stop = 0.1, .seed = 1, .bars = 250};
    sigma_equity_params equity = {.risk = 0.01, .seed = 1, .trades = 500, .run = 1};

    puts("a call:");
    bench_run("target before stop", touch, &sample);
    puts("Monte Carlo, a step:");
    bench_run("watched all the time", steps, &params);
    params.closes = 1;
    bench_run("watched at closes", steps, &params);
    bench_run("trade of an equity curve", trades, &equity);
    return 0;
}
