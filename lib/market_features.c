/* SPDX-License-Identifier: MIT */
#include "market.h"

#include "average.h"
#include "columns.h"
#include "elementary.h"
#include "moments.h"
#include "momentum.h"
#include "sigma/forecast.h"
#include "trend.h"
#include "volatility.h"
#include "volume.h"

static int32_t greater(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

/* Bars after which the stochastic, the flows and the returns fill their windows; and all others. */
static int32_t bars_of_d(const sigma_market_params *p)
{
    return p->stochastic[0] + p->stochastic[1] + p->stochastic[2] - 2;
}

static int32_t bars_of_windows(const sigma_market_params *p)
{
    int32_t most = greater(bars_of_d(p), greater(p->mfi, p->volatility) + 1);

    most = greater(most, greater(p->sma, p->bollinger));
    most = greater(most, greater(p->cci, p->zscore));
    return greater(most, p->slope);
}

bool sigma_market_ready(const sigma_market *m)
{
    return m->bars >= bars_of_windows(&m->params) && sigma_emas_ready(m->ema, 4) &&
           sigma_ema_ready(&m->macd.slow) && sigma_ema_ready(&m->macd.signal) &&
           sigma_adx_ready(&m->adx) && sigma_atr_ready(&m->atr) && sigma_rsi_ready(&m->rsi) &&
           sigma_ewma_ready(&m->ewma);
}

static void note(sigma_features *f, bool ready, int32_t feature)
{
    if (ready) {
        f->ready |= sigma_bit(feature);
    }
}

/* ---- what depends on every bar */

static void read_trend(const sigma_market *m, sigma_features *f)
{
    sigma_adx_result movement = {0};
    sigma_macd_result macd = {0};

    note(f, sigma_atr_evaluate(&m->atr, &f->atr) == SIGMA_OK, SIGMA_FEATURE_ATR);
    note(f, sigma_adx_evaluate(&m->adx, &movement) == SIGMA_OK, SIGMA_FEATURE_ADX);
    note(f, sigma_macd_evaluate(&m->macd, &macd) == SIGMA_OK, SIGMA_FEATURE_MACD);
    f->adx = movement.adx;
    f->plus_di = movement.plus_di;
    f->minus_di = movement.minus_di;
    f->macd_line = macd.line;
    f->macd_signal = macd.signal;
    f->macd_histogram = macd.histogram;
    for (int32_t i = 0; i < 4; i++) {
        if (sigma_ema_ready(&m->ema[i])) {
            f->ema[i] = m->ema[i].value;
            note(f, true, SIGMA_FEATURE_EMA_1 + i);
        }
    }
}

static void read_rest(const sigma_market *m, sigma_features *f)
{
    bool obv = sigma_obv_evaluate(&m->obv, &f->obv) == SIGMA_OK;
    bool all = sigma_vwap_evaluate(&m->vwap, &f->vwap) == SIGMA_OK;
    bool session = sigma_vwap_evaluate(&m->session, &f->vwap_session) == SIGMA_OK;

    note(f, sigma_rsi_evaluate(&m->rsi, &f->rsi) == SIGMA_OK, SIGMA_FEATURE_RSI);
    note(f, sigma_ewma_evaluate(&m->ewma, &f->volatility_ewma) == SIGMA_OK, SIGMA_FEATURE_EWMA);
    note(f, obv, SIGMA_FEATURE_OBV);
    note(f, all && session, SIGMA_FEATURE_VWAP);
}

/* ---- what depends on a window */

static void read_stochastic(const sigma_market *m, sigma_features *f)
{
    const int32_t *n = m->params.stochastic;

    f->stochastic_raw = m->raw[m->end - 1];
    f->stochastic_k = m->slow[m->end - 1];
    if (m->bars >= bars_of_d(&m->params)) {
        f->stochastic_d = sigma_window_sum(m->slow + m->end - n[2], n[2]) / n[2];
        note(f, true, SIGMA_FEATURE_STOCHASTIC);
    }
}

static void read_bands(const sigma_market *m, const sigma_moments *moments, sigma_features *f)
{
    int32_t n = m->params.bollinger;
    sigma_bollinger_result bands =
        sigma_bollinger_by(m->closes + m->end - n, n, moments, m->params.multiple);

    f->bollinger_middle = bands.middle;
    f->bollinger_upper = bands.upper;
    f->bollinger_lower = bands.lower;
    f->bollinger_width = bands.width;
    f->percent_b = bands.percent_b;
    note(f, true, SIGMA_FEATURE_BOLLINGER);
}

static void read_slope(const sigma_market *m, const sigma_moments *moments, sigma_features *f)
{
    int32_t n = m->params.slope;
    sigma_slope_result slope = sigma_slope_by(m->closes + m->end - n, n, moments);

    f->slope = slope.slope;
    f->slope_relative = slope.relative;
    note(f, true, SIGMA_FEATURE_SLOPE);
}

/* Moments of the last returns, and of the last `count` closes. */
typedef struct known {
    sigma_moments returns, closes;
    int32_t count;
} known;

static void know_closes(const sigma_market *m, int32_t n, known *k)
{
    if (n != k->count) {
        k->closes = sigma_moments_of(m->closes + m->end - n, n);
        k->count = n;
    }
}

static known know(const sigma_market *m)
{
    int32_t n = m->params.volatility;
    known k = {0};

    if (m->bars > n) {
        k.returns = sigma_moments_of(m->change + m->end - n, n);
    }
    if (m->bars >= m->params.bollinger) {
        know_closes(m, m->params.bollinger, &k);
    }
    return k;
}

static void read_closes(const sigma_market *m, known *k, sigma_features *f)
{
    const sigma_market_params *p = &m->params;
    const double *end = m->closes + m->end;

    if (m->bars >= p->bollinger) {
        read_bands(m, &k->closes, f);
    }
    if (m->bars >= p->sma) {
        f->sma = sigma_window_sum(end - p->sma, p->sma) / p->sma;
        note(f, true, SIGMA_FEATURE_SMA);
    }
    if (m->bars >= p->zscore) {
        know_closes(m, p->zscore, k);
        f->zscore = sigma_zscore_by(end - p->zscore, p->zscore, &k->closes);
        note(f, true, SIGMA_FEATURE_ZSCORE);
    }
    if (m->bars >= p->slope) {
        know_closes(m, p->slope, k);
        read_slope(m, &k->closes, f);
    }
}

static void read_bars(const sigma_market *m, sigma_features *f)
{
    int32_t cci = m->params.cci, mfi = m->params.mfi, from = m->end - cci;

    if (m->bars >= cci) {
        f->cci = sigma_cci_of(m->high + from, m->low + from, m->closes + from, cci);
        note(f, true, SIGMA_FEATURE_CCI);
    }
    if (m->bars > mfi) {
        f->mfi = sigma_flow_index_of(m->rising + m->end - mfi, m->falling + m->end - mfi, mfi);
        note(f, true, SIGMA_FEATURE_MFI);
    }
}

/* Chance to be higher, from the mean and the variance of n returns. */
static bool read_chance(double mean, double variance, const sigma_market_params *p,
                        sigma_features *f)
{
    double deviation = sigma_sqrt(variance), error = sigma_sqrt(variance / p->volatility);

    note(f, true, SIGMA_FEATURE_UP);
    return sigma_forecast_up(mean, error, deviation, p->horizon, &f->up) == SIGMA_OK;
}

static bool read_returns(const sigma_market *m, const sigma_moments *returns, sigma_features *f)
{
    const sigma_market_params *p = &m->params;
    int32_t kind = p->estimator, n = p->volatility, from = m->end - n;
    bool drift = m->bars > n, ready = m->bars >= n + sigma_volatility_before(kind);
    double variance = sigma_variance_of(returns->square, n);

    if (ready) {
        double of_kind = kind == SIGMA_VOLATILITY_CLOSE
                             ? variance
                             : sigma_volatility_variance(kind, n, m->gap + from, m->body + from,
                                                         m->range + from);
        f->volatility = sigma_volatility_annual(of_kind, sigma_market_bars_a_year(p));
        note(f, true, SIGMA_FEATURE_VOLATILITY);
    }
    return !drift || read_chance(m->change[from] + returns->mean, variance, p, f);
}

/* Damaged columns give features that are not numbers, or far out of range. */
static bool features_valid(const sigma_features *f)
{
    enum { FIRST = offsetof(sigma_features, close) };
    enum { FEATURES = (offsetof(sigma_features, ready) - FIRST) / sizeof(double) };
    return sigma_magnitudes_within(sigma_numbers_at(f, FIRST), FEATURES, 1e36);
}

bool sigma_market_read_windows(const sigma_market *market, sigma_features *features)
{
    known k = know(market);

    read_bars(market, features);
    bool sound = read_returns(market, &k.returns, features);
    read_closes(market, &k, features);
    read_stochastic(market, features);
    return sound && features_valid(features);
}

sigma_status sigma_market_read_indicators(const sigma_market *market, sigma_features *features)
{
    features->time = market->time + market->params.interval;
    features->close = market->close;
    read_trend(market, features);
    read_rest(market, features);
    return features->ready == sigma_bit(SIGMA_FEATURE_COUNT) - 1 ? SIGMA_OK : SIGMA_WARMUP;
}

sigma_status sigma_market_features(const sigma_market *market, sigma_features *features)
{
    if (!features) {
        return SIGMA_E_NULL;
    }
    *features = (sigma_features){0};
    if (!market) {
        return SIGMA_E_NULL;
    }
    if (!sigma_market_valid(market) || !sigma_market_indicators_valid(market)) {
        return SIGMA_E_STATE;
    }
    if (market->bars == 0) {
        return SIGMA_WARMUP;
    }
    if (!sigma_market_read_windows(market, features)) {
        *features = (sigma_features){0};
        return SIGMA_E_STATE;
    }
    return sigma_market_read_indicators(market, features);
}
