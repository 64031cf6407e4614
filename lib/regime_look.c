/* SPDX-License-Identifier: MIT */
#include "elementary.h"
#include "log_ratio.h"
#include "regime.h"

enum { WINDOW = SIGMA_REGIME_WINDOW };
static const double TINY = 1e-30;     /* no variance of prices is below */
static const double FARTHEST = 1e6;   /* deviations that (2) tells apart */
static const double LOUDEST = 1000.0; /* times its usual variance that a bar counts */

static double held(double x)
{
    return sigma_larger(-FARTHEST, sigma_smaller(x, FARTHEST));
}

/* Of Rogers and Satchell; not below 0, as the logarithm is monotone. */
static double variance_of(const sigma_bar *bar)
{
    double high = sigma_log_ratio(bar->high, bar->open);
    double low = sigma_log_ratio(bar->low, bar->open);
    double close = sigma_log_ratio(bar->close, bar->open);

    return high * (high - close) + low * (low - close);
}

/* One absurd bar would outweigh those of weeks. */
static double bounded(const sigma_regime *regime, double variance)
{
    double usual = sigma_regime_usual(&regime->params, regime->slow, regime->calm);
    bool known = regime->bars >= WINDOW && usual > TINY;

    return sigma_hardly(known && variance > LOUDEST * usual) ? LOUDEST * usual : variance;
}

static double average(double value, double x, double least, double keep)
{
    double gain = sigma_larger(least, 1.0 - keep);
    return sigma_settled(value + gain * (x - value));
}

static void take(const sigma_regime *regime, const sigma_bar *bar, sigma_regime_move *move)
{
    double before = regime->close > 0.0 ? regime->close : bar->close;
    double variance = bounded(regime, variance_of(bar));
    double least = 1.0 / (sigma_larger((double)regime->bars, 0.0) + 1.0);

    move->slow = average(regime->slow, variance, least, regime->params.slow);
    move->calm = average(regime->calm, variance, least, regime->params.calm);
    move->fast = average(regime->fast, variance, least, regime->params.fast);
    move->newest = sigma_log_ratio(bar->close, before);
}

typedef struct sums {
    double sum, squares;
} sums;

static inline sums with(sums s, double x)
{
    return (sums){.sum = s.sum + x, .squares = s.squares + x * x};
}

/* Of the ring but for the oldest return, which has this place, oldest first. */
static inline sums sums_of(const double *ring, int32_t place)
{
    const double *end = ring + WINDOW, *x = ring + place;
    sums s = {0};

    for (int32_t i = 1; i < WINDOW; i++) {
        x = x + 1 < end ? x + 1 : ring;
        s = with(s, *x);
    }
    return s;
}

static void show(const sigma_regime_params *params, const sigma_bar *bar,
                 const sigma_regime_move *move, sigma_regime_view *view)
{
    double variance = sigma_regime_usual(params, move->slow, move->calm),
           usual = sigma_sqrt(variance), range = (bar->high - bar->low) / bar->close;
    bool of_bar = variance > TINY && range > 0.0, of_level = variance > TINY && move->fast > TINY;

    view->change = of_bar ? held(move->newest / usual) : 0.0;
    view->range = of_bar ? range / usual : 1.0;
    view->level = of_level ? move->fast / variance : 1.0;
    view->of_bar = of_bar ? 1.0 : 0.0;
    view->of_level = of_level ? 1.0 : 0.0;
}

void sigma_regime_look(const sigma_regime *regime, const sigma_bar *bar, sigma_regime_view *view,
                       sigma_regime_move *move)
{
    move->place = (int32_t)((uint64_t)regime->bars % WINDOW);
    sums s = sums_of(regime->returns, move->place);
    take(regime, bar, move);
    show(&regime->params, bar, move, view);
    s = with(s, move->newest);
    view->trend = s.squares > 0.0 ? s.sum / sigma_sqrt(s.squares) : 0.0;
    view->of_trend = s.squares > 0.0 ? 1.0 : 0.0;
}
