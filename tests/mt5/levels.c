/* SPDX-License-Identifier: MIT */
/* What SigmaRegime should draw, by a program of its own in C: levels BARS DIGITS. */
#include <float.h>
#include <math.h>
#include <sigma/sigma.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const sigma_symbol symbol = {.tick_size = 0.01,
                                    .tick_value = 1.0,
                                    .lot_min = 0.01,
                                    .lot_max = 100.0,
                                    .lot_step = 0.01,
                                    .spread = 12.0,
                                    .stop_level = 50.0,
                                    .leverage = 20.0,
                                    .id = 1,
                                    .asset = SIGMA_ASSET_FOREX};

static double stop(int32_t side, double close, double atr, int32_t regime)
{
    sigma_stops_params params;
    sigma_stops_result result;
    const sigma_stops_sample sample = {.entry = close, .atr = atr, .regime = regime, .side = side};

    if (sigma_stops_defaults(&params) != SIGMA_OK ||
        sigma_stops_evaluate(&params, &symbol, &sample, &result) != SIGMA_OK) {
        exit(1);
    }
    return result.stop > 0.0 ? result.stop : DBL_MAX;
}

static double rounded(double price)
{
    return round(price * 100.0) / 100.0;
}

int main(int count, char **words)
{
    char line[256];
    sigma_regime_params params;
    sigma_regime regime;
    sigma_atr range;
    FILE *file = count == 2 ? fopen(words[1], "r") : NULL;

    if (!file || sigma_regime_defaults(0, &params) != SIGMA_OK ||
        sigma_regime_init(&regime, &params) != SIGMA_OK || sigma_atr_init(&range, 14) != SIGMA_OK) {
        return 1;
    }
    while (fgets(line, sizeof line, file)) {
        sigma_bar bar = {0};
        sigma_regime_result found;
        const char *comma = strchr(line, ',');
        double atr, below = DBL_MAX, above = DBL_MAX;
        if (!comma || sigma_calendar_read(line, (int32_t)(comma - line), &bar.time) != SIGMA_OK ||
            sscanf(comma, ",%lf,%lf,%lf,%lf", &bar.open, &bar.high, &bar.low, &bar.close) != 4) {
            continue;
        }
        bar.open = rounded(bar.open);
        bar.high = rounded(bar.high);
        bar.low = rounded(bar.low);
        bar.close = rounded(bar.close);
        if (sigma_regime_update(&regime, &bar, &found) < 0) {
            return 1;
        }
        if (sigma_atr_update(&range, bar.high, bar.low, bar.close, &atr) == SIGMA_OK) {
            below = stop(SIGMA_SIDE_LONG, bar.close, atr, found.regime);
            above = stop(SIGMA_SIDE_SHORT, bar.close, atr, found.regime);
        }
        printf("%d %.17g %.17g\n", (int)found.regime, below, above);
    }
    return fclose(file);
}
