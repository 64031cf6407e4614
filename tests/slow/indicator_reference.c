/* SPDX-License-Identifier: MIT */
#include "indicator_reference.h"

#include <math.h>
#include <string.h>

/* ---- what runs along */

static reference_average average(int32_t period, bool wilder)
{
    return (reference_average){.period = period,
                               .gain = wilder ? 1.0L / period : 2.0L / (period + 1.0L)};
}

/* Whether there is a value: from the mean of the first on. */
static bool add(reference_average *a, long double x)
{
    a->seen++;
    if (a->seen <= a->period) {
        a->sum += x;
        a->value = a->sum / a->period;
    } else {
        a->value += a->gain * (x - a->value);
    }
    return a->seen >= a->period;
}

static bool ready(const reference_average *a)
{
    return a->seen >= a->period;
}

void reference_begin(reference *r, const sigma_market_params *params, double bars_a_year)
{
    memset(r, 0, sizeof *r);
    r->params = *params;
    r->bars_a_year = bars_a_year;
    for (int32_t i = 0; i < 4; i++) {
        r->ema[i] = average(params->ema[i], false);
    }
    for (int32_t i = 0; i < 3; i++) {
        r->macd[i] = average(params->macd[i], false);
    }
    r->atr = average(params->atr, true);
    r->gain = r->loss = average(params->rsi, true);
    r->range = r->plus = r->minus = r->index = average(params->adx, true);
}

/* Three times the typical price, which as a rule is exact. */
static long double thrice(const sigma_bar *b)
{
    return (long double)b->high + (long double)b->low + (long double)b->close;
}

static void add_to_vwap(reference_vwap *v, const sigma_bar *b, bool begins)
{
    if (begins) {
        *v = (reference_vwap){.first = thrice(b) / 3.0L};
    }
    v->last = thrice(b) / 3.0L;
    v->moved += (v->last - v->first) * (long double)b->volume;
    v->volume += (long double)b->volume;
}

static long double price_of(const reference_vwap *v)
{
    return v->volume > 0.0L ? v->first + v->moved / v->volume : v->last;
}

static long double log_ratio(double a, double b)
{
    long double from = (long double)b, change = ((long double)a - from) / from;
    return fabsl(change) < 0.5L ? log1pl(change) : logl((long double)a / from);
}

static long double share(long double part, long double whole)
{
    return whole > 0.0L ? 100.0L * part / whole : 0.0L;
}

static long double direction(const reference *r)
{
    long double plus = share(r->plus.value, r->range.value);
    long double minus = share(r->minus.value, r->range.value);
    return share(fabsl(plus - minus), plus + minus);
}

/* What a bar after the first adds. */
static void add_changes(reference *r, const sigma_bar *b, const sigma_bar *last)
{
    long double up = (long double)b->high - (long double)last->high;
    long double down = (long double)last->low - (long double)b->low;
    long double change = (long double)b->close - (long double)last->close;
    long double moved = log_ratio(b->close, last->close);
    long double reach = fmaxl((long double)b->high, (long double)last->close) -
                        fminl((long double)b->low, (long double)last->close);

    add(&r->atr, reach);
    add(&r->gain, fmaxl(change, 0.0L));
    add(&r->loss, fmaxl(-change, 0.0L));
    add(&r->plus, up > down && up > 0.0L ? up : 0.0L);
    add(&r->minus, down > up && down > 0.0L ? down : 0.0L);
    if (add(&r->range, reach)) {
        add(&r->index, direction(r));
    }
    r->obv += (int64_t)b->volume * ((b->close > last->close) - (b->close < last->close));
    r->weighted +=
        fmaxl(1.0L / r->bars, 1.0L - (long double)r->params.decay) * (moved * moved - r->weighted);
}

static void keep(reference *r, const sigma_bar *b)
{
    if (r->end == REFERENCE_SPACE) {
        memmove(r->bar, r->bar + r->end - REFERENCE_AGO, REFERENCE_AGO * sizeof *r->bar);
        r->end = REFERENCE_AGO;
    }
    r->bar[r->end++] = *b;
}

static int64_t session_of(const reference *r, int64_t time)
{
    return (time - r->params.session_offset) / r->params.session; /* of times after 1970 */
}

void reference_update(reference *r, const sigma_bar *b)
{
    bool first = r->bars == 0;
    int64_t session = session_of(r, b->time);

    for (int32_t i = 0; i < 4; i++) {
        add(&r->ema[i], (long double)b->close);
    }
    add(&r->macd[0], (long double)b->close);
    if (add(&r->macd[1], (long double)b->close)) {
        r->line = r->macd[0].value - r->macd[1].value;
        add(&r->macd[2], r->line);
    }
    if (first) {
        add(&r->atr, (long double)b->high - (long double)b->low);
    } else {
        add_changes(r, b, &r->bar[r->end - 1]);
    }
    add_to_vwap(&r->vwap, b, first);
    add_to_vwap(&r->session, b, first || session != r->session.session);
    r->session.session = session;
    keep(r, b);
    r->bars++;
}

/* ---- windows */

typedef struct moments {
    long double mean; /* less the oldest */
    long double deviation, tilt, distance;
} moments;

static moments moments_of(const long double *x, int32_t n)
{
    moments m = {0};
    for (int32_t i = 0; i < n; i++) {
        m.mean += (x[i] - x[0]) / n;
    }
    for (int32_t i = 0; i < n; i++) {
        long double away = x[i] - x[0] - m.mean;
        m.deviation += away * away / n;
        m.distance += fabsl(away) / n;
        m.tilt += ((i + 1) - (n + 1) / 2.0L) * away;
    }
    m.deviation = sqrtl(m.deviation);
    return m;
}

static const sigma_bar *window(const reference *r, int32_t n)
{
    return &r->bar[r->end - n];
}

static const long double *closes_of(const reference *r, int32_t n)
{
    static long double x[256];
    for (int32_t i = 0; i < n; i++) {
        x[i] = (long double)window(r, n)[i].close;
    }
    return x;
}

static long double raw_of(const sigma_bar *b, int32_t n)
{
    long double least = (long double)b[0].low, greatest = (long double)b[0].high;
    for (int32_t i = 1; i < n; i++) {
        least = fminl(least, (long double)b[i].low);
        greatest = fmaxl(greatest, (long double)b[i].high);
    }
    return greatest > least ? 100.0L * ((long double)b[n - 1].close - least) / (greatest - least)
                            : 50.0L;
}

/* Mean of the last n of what `smooth` values before each give; raw itself where it is 0. */
static long double slow_of(const reference *r, int32_t ago)
{
    const int32_t *n = r->params.stochastic;
    long double sum = 0.0L;
    for (int32_t i = 0; i < n[1]; i++) {
        sum += raw_of(window(r, n[0] + i + ago), n[0]);
    }
    return sum / n[1];
}

static long double mfi_of(const sigma_bar *b, int32_t n)
{
    long double rose = 0.0L, fell = 0.0L;
    for (int32_t i = 1; i <= n; i++) {
        long double price = thrice(&b[i]), last = thrice(&b[i - 1]);
        long double flow = price * (long double)b[i].volume;
        bool tie = fabsl(price - last) <= 0x1p-50L * price;
        rose += !tie && price > last ? flow : 0.0L;
        fell += !tie && price < last ? flow : 0.0L;
    }
    return rose + fell > 0.0L ? 100.0L * rose / (rose + fell) : 50.0L;
}

/* Variance a bar of one of the estimators, over the last n bars and the one before. */
static long double variance_of(int32_t kind, const sigma_bar *b, int32_t n)
{
    static long double gap[256], body[256];
    long double range = 0.0L, c4 = 4.0L * logl(2.0L);
    for (int32_t i = 1; i <= n; i++) {
        bool still = b[i].high <= b[i].low;
        long double u = still ? 0.0L : log_ratio(b[i].high, b[i].open);
        long double d = still ? 0.0L : log_ratio(b[i].low, b[i].open);
        long double c = still ? 0.0L : log_ratio(b[i].close, b[i].open);
        bool of_close = kind == SIGMA_VOLATILITY_CLOSE;
        gap[i - 1] = log_ratio(of_close ? b[i].close : b[i].open, b[i - 1].close);
        body[i - 1] = c;
        range += kind == SIGMA_VOLATILITY_PARKINSON ? (u - d) * (u - d) / c4
                 : kind == SIGMA_VOLATILITY_GARMAN_KLASS
                     ? (u - d) * (u - d) / 2.0L - (c4 / 2.0L - 1.0L) * c * c
                     : u * (u - c) + d * (d - c);
    }
    long double spread = moments_of(gap, n).deviation, wide = moments_of(body, n).deviation;
    long double of_sample = n / (n - 1.0L), k = 0.34L / (1.34L + (n + 1.0L) / (n - 1.0L));
    switch (kind) {
    case SIGMA_VOLATILITY_CLOSE: return spread * spread * of_sample;
    case SIGMA_VOLATILITY_YANG_ZHANG:
        return (spread * spread + k * wide * wide) * of_sample + (1.0L - k) * range / n;
    default: return range / n;
    }
}

static long double chance_of(const sigma_bar *b, int32_t n, long double h)
{
    static long double change[256];
    for (int32_t i = 0; i < n; i++) {
        change[i] = log_ratio(b[i + 1].close, b[i].close);
    }
    moments m = moments_of(change, n);
    long double variance = m.deviation * m.deviation * n / (n - 1.0L);
    long double mean = change[0] + m.mean, wide = sqrtl(variance * h + variance / n * h * h);
    if (wide > 0.0L) {
        return erfcl(-h * mean / wide / sqrtl(2.0L)) / 2.0L;
    }
    return mean > 0.0L ? 1.0L : mean < 0.0L ? 0.0L : 0.5L;
}

/* ---- side by side */

typedef struct list {
    reference_value *value;
    int32_t count;
} list;

static void put(list *l, const char *name, double actual, long double wanted, long double scale)
{
    l->value[l->count++] = (reference_value){name, actual, wanted, scale};
}

/* Measured by the value itself. */
static void put_value(list *l, const char *name, double actual, long double wanted)
{
    put(l, name, actual, wanted, fabsl(wanted));
}

static void compare_averages(const reference *r, const sigma_features *f, list *l)
{
    static const char *const names[] = {"ema_1", "ema_2", "ema_3", "ema_4"};
    for (int32_t i = 0; i < 4; i++) {
        if (ready(&r->ema[i])) {
            put_value(l, names[i], f->ema[i], r->ema[i].value);
        }
    }
    if (ready(&r->macd[2])) { /* the averages have the digits of a price, and so their difference */
        long double price = (long double)f->close;
        put(l, "macd_line", f->macd_line, r->line, price);
        put(l, "macd_signal", f->macd_signal, r->macd[2].value, price);
        put(l, "macd_histogram", f->macd_histogram, r->line - r->macd[2].value, price);
    }
}

static void compare_running(const reference *r, const sigma_features *f, list *l)
{
    long double turned = r->gain.value + r->loss.value;
    if (ready(&r->atr)) {
        put_value(l, "atr", f->atr, r->atr.value);
    }
    if (ready(&r->index)) {
        put(l, "adx", f->adx, r->index.value, 100.0L);
        put_value(l, "plus_di", f->plus_di, share(r->plus.value, r->range.value));
        put_value(l, "minus_di", f->minus_di, share(r->minus.value, r->range.value));
    }
    if (ready(&r->gain)) {
        put_value(l, "rsi", f->rsi, turned > 0.0L ? 100.0L * r->gain.value / turned : 50.0L);
    }
    put_value(l, "obv", f->obv, (long double)r->obv);
    put_value(l, "vwap", f->vwap, price_of(&r->vwap));
    put_value(l, "vwap_session", f->vwap_session, price_of(&r->session));
    put_value(l, "volatility_ewma", f->volatility_ewma,
              sqrtl(r->weighted * (long double)r->bars_a_year));
}

static void compare_closes(const reference *r, const sigma_features *f, list *l)
{
    const sigma_market_params *p = &r->params;
    const long double *x = closes_of(r, p->sma);
    long double close = (long double)f->close, k = (long double)p->multiple;

    put_value(l, "sma", f->sma, x[0] + moments_of(x, p->sma).mean);
    x = closes_of(r, p->bollinger);
    moments m = moments_of(x, p->bollinger);
    long double mean = x[0] + m.mean, s = m.deviation;
    long double last = x[p->bollinger - 1] - x[0] - m.mean;
    put_value(l, "bollinger_middle", f->bollinger_middle, mean);
    put_value(l, "bollinger_upper", f->bollinger_upper, mean + k * s);
    put(l, "bollinger_lower", f->bollinger_lower, mean - k * s, mean);
    put(l, "bollinger_width", f->bollinger_width, 2.0L * k * s / mean, s / mean);
    put(l, "percent_b", f->percent_b, s > 0.0L ? (last + k * s) / (2.0L * k * s) : 0.5L, 0.5L / k);
    x = closes_of(r, p->zscore);
    m = moments_of(x, p->zscore);
    last = x[p->zscore - 1] - x[0] - m.mean;
    put(l, "zscore", f->zscore, m.deviation > 0.0L ? last / m.deviation : 0.0L, 1.0L);
    x = closes_of(r, p->slope);
    m = moments_of(x, p->slope);
    long double n = p->slope, rise = 12.0L * m.tilt / (n * (n * n - 1.0L));
    put(l, "slope", f->slope, rise, m.deviation);
    put(l, "slope_relative", f->slope_relative, rise / close, m.deviation / close);
}

static void compare_bars(const reference *r, const sigma_features *f, list *l)
{
    static long double t[256];
    const sigma_market_params *p = &r->params;
    int32_t n = p->cci, h = p->stochastic[0];
    long double d = 0.0L;

    for (int32_t i = 0; i < n; i++) {
        t[i] = thrice(&window(r, n)[i]);
    }
    moments m = moments_of(t, n);
    long double unit = 0.015L * m.distance, last = t[n - 1] - t[0] - m.mean;
    put(l, "cci", f->cci, unit > 0.0L ? last / unit : 0.0L,
        unit > 0.0L ? m.deviation / unit : 0.0L);
    put_value(l, "stochastic_raw", f->stochastic_raw, raw_of(window(r, h), h));
    put_value(l, "stochastic_k", f->stochastic_k, slow_of(r, 0));
    for (int32_t i = 0; i < p->stochastic[2]; i++) {
        d += slow_of(r, i) / p->stochastic[2];
    }
    put_value(l, "stochastic_d", f->stochastic_d, d);
    put_value(l, "mfi", f->mfi, mfi_of(window(r, p->mfi + 1), p->mfi));
    n = p->volatility;
    put_value(l, "volatility", f->volatility,
              sqrtl(variance_of(p->estimator, window(r, n + 1), n) * (long double)r->bars_a_year));
    put_value(l, "up", f->up, chance_of(window(r, n + 1), n, (long double)p->horizon));
}

int32_t reference_compare(const reference *r, const sigma_features *f,
                          reference_value values[REFERENCE_VALUES])
{
    list l = {values, 0};

    compare_averages(r, f, &l);
    compare_running(r, f, &l);
    if (r->end > 3 * 256) {
        compare_closes(r, f, &l);
        compare_bars(r, f, &l);
    }
    return l.count;
}
