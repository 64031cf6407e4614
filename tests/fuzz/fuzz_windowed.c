/* SPDX-License-Identifier: MIT */
/* Indicators over a window: any state and any values; and a column gives the bits of the stream, in
 * place or not, after any number of NaNs. */
#include <math.h>
#include <string.h>

#include "fuzz.h"

/* Mostly short, so that windows fill. */
static int32_t pick_period(fuzz_input *in)
{
    return fuzz_rarely(in) ? fuzz_int32(in) : 1 + fuzz_pick(in, 12);
}

static bool hurt(fuzz_input *in, void *state, int32_t kind)
{
    if (fuzz_pick(in, 8) > 0) {
        return false;
    }
    fuzz_damage(in, kind, state);
    return true;
}

/* Closes, of which the first may be NaNs; their number is returned. */
static int32_t lead(fuzz_input *in, fuzz_columns *c)
{
    int32_t length = fuzz_pick(in, 4) > 0 ? 0 : fuzz_pick(in, c->count + 1);
    for (int32_t i = 0; i < length; i++) {
        c->close[i] = (double)NAN;
    }
    while (length < c->count && c->close[length] != c->close[length]) {
        length++;
    }
    return length;
}

/* ---- the indicators, each behind the same calls */

enum { HIGH, LOW, CLOSE, NUMBERS = 6 };

typedef struct settings {
    int32_t period;
    double multiple;
} settings;

typedef union state {
    sigma_sma sma;
    sigma_zscore zscore;
    sigma_cci cci;
    sigma_slope slope;
    sigma_bollinger bollinger;
} state;

/* One public batch function with the stream that it must agree with. */
typedef struct windowed {
    const char *init_name, *update_name, *read_name, *batch_name;
    int32_t kind, result_kind; /* the second is 0 where the result is one number */
    int32_t numbers;           /* of the result */
    int32_t first, columns;    /* which of them the batch gives */
    bool leads;                /* NaNs may stand before the first close */
    sigma_status (*init)(state *s, const settings *with);
    sigma_status (*update)(state *s, const double *bar, double *number);
    sigma_status (*read)(const state *s, double *number);
    sigma_status (*batch)(const settings *with, const fuzz_columns *c, double *const *out);
} windowed;

static sigma_status sma_init(state *s, const settings *with)
{
    return sigma_sma_init(&s->sma, with->period);
}

static sigma_status sma_update(state *s, const double *bar, double *number)
{
    return sigma_sma_update(&s->sma, bar[CLOSE], number);
}

static sigma_status sma_read(const state *s, double *number)
{
    return sigma_sma_read(&s->sma, number);
}

static sigma_status sma_batch(const settings *with, const fuzz_columns *c, double *const *out)
{
    return sigma_sma_batch(with->period, c->close, c->count, out[0]);
}

static sigma_status zscore_init(state *s, const settings *with)
{
    return sigma_zscore_init(&s->zscore, with->period);
}

static sigma_status zscore_update(state *s, const double *bar, double *number)
{
    return sigma_zscore_update(&s->zscore, bar[CLOSE], number);
}

static sigma_status zscore_read(const state *s, double *number)
{
    return sigma_zscore_read(&s->zscore, number);
}

static sigma_status zscore_batch(const settings *with, const fuzz_columns *c, double *const *out)
{
    return sigma_zscore_batch(with->period, c->close, c->count, out[0]);
}

static sigma_status cci_init(state *s, const settings *with)
{
    return sigma_cci_init(&s->cci, with->period);
}

static sigma_status cci_update(state *s, const double *bar, double *number)
{
    return sigma_cci_update(&s->cci, bar[HIGH], bar[LOW], bar[CLOSE], number);
}

static sigma_status cci_read(const state *s, double *number)
{
    return sigma_cci_read(&s->cci, number);
}

static sigma_status cci_batch(const settings *with, const fuzz_columns *c, double *const *out)
{
    return sigma_cci_batch(with->period, c->high, c->low, c->close, c->count, out[0]);
}

static sigma_status slope_init(state *s, const settings *with)
{
    return sigma_slope_init(&s->slope, with->period);
}

static sigma_status slope_update(state *s, const double *bar, double *number)
{
    sigma_slope_result r;
    sigma_status status = sigma_slope_update(&s->slope, bar[CLOSE], &r);
    memcpy(number, &r, sizeof r);
    return status;
}

static sigma_status slope_read(const state *s, double *number)
{
    sigma_slope_result r;
    sigma_status status = sigma_slope_read(&s->slope, &r);
    memcpy(number, &r, sizeof r);
    return status;
}

static sigma_status slope_batch(const settings *with, const fuzz_columns *c, double *const *out)
{
    return sigma_slope_batch(with->period, c->close, c->count, out[0], out[1]);
}

static sigma_status bollinger_init(state *s, const settings *with)
{
    return sigma_bollinger_init(&s->bollinger, with->period, with->multiple);
}

static sigma_status bollinger_update(state *s, const double *bar, double *number)
{
    sigma_bollinger_result r;
    sigma_status status = sigma_bollinger_update(&s->bollinger, bar[CLOSE], &r);
    memcpy(number, &r, sizeof r);
    return status;
}

static sigma_status bollinger_read(const state *s, double *number)
{
    sigma_bollinger_result r;
    sigma_status status = sigma_bollinger_read(&s->bollinger, &r);
    memcpy(number, &r, sizeof r);
    return status;
}

static sigma_status bollinger_batch(const settings *with, const fuzz_columns *c, double *const *out)
{
    return sigma_bollinger_batch(with->period, with->multiple, c->close, c->count, out[0], out[1],
                                 out[2]);
}

static sigma_status bollinger_shape_batch(const settings *with, const fuzz_columns *c,
                                          double *const *out)
{
    return sigma_bollinger_shape_batch(with->period, with->multiple, c->close, c->count, out[0],
                                       out[1], out[2]);
}

static const windowed indicators[] = {
    {"sigma_sma_init", "sigma_sma_update", "sigma_sma_read", "sigma_sma_batch", SIGMA_KIND_SMA, 0,
     1, 0, 1, true, sma_init, sma_update, sma_read, sma_batch},
    {"sigma_zscore_init", "sigma_zscore_update", "sigma_zscore_read", "sigma_zscore_batch",
     SIGMA_KIND_ZSCORE, 0, 1, 0, 1, true, zscore_init, zscore_update, zscore_read, zscore_batch},
    {"sigma_cci_init", "sigma_cci_update", "sigma_cci_read", "sigma_cci_batch", SIGMA_KIND_CCI, 0,
     1, 0, 1, false, cci_init, cci_update, cci_read, cci_batch},
    {"sigma_slope_init", "sigma_slope_update", "sigma_slope_read", "sigma_slope_batch",
     SIGMA_KIND_SLOPE, SIGMA_KIND_SLOPE_RESULT, 2, 0, 2, true, slope_init, slope_update, slope_read,
     slope_batch},
    {"sigma_bollinger_init", "sigma_bollinger_update", "sigma_bollinger_read",
     "sigma_bollinger_batch", SIGMA_KIND_BOLLINGER, SIGMA_KIND_BOLLINGER_RESULT, 6, 0, 3, true,
     bollinger_init, bollinger_update, bollinger_read, bollinger_batch},
    {"sigma_bollinger_init", "sigma_bollinger_update", "sigma_bollinger_read",
     "sigma_bollinger_shape_batch", SIGMA_KIND_BOLLINGER, SIGMA_KIND_BOLLINGER_RESULT, 6, 3, 3,
     true, bollinger_init, bollinger_update, bollinger_read, bollinger_shape_batch},
};

/* ---- the promises */

static void saw_result(const windowed *w, const char *name, sigma_status status,
                       const double *number, bool forged)
{
    if (w->result_kind) {
        (void)fuzz_saw_read(name, status, w->result_kind, number, forged);
    } else {
        (void)fuzz_saw_number(name, status, number);
    }
}

static void stream(fuzz_input *in, const windowed *w, const settings *with)
{
    sigma_symbol symbol;
    sigma_bar bar = {0};
    state s;
    double number[NUMBERS], again[NUMBERS];
    size_t size = (size_t)w->numbers * sizeof(double);

    (void)fuzz_saw_result(w->init_name, w->init(&s, with), w->kind, &s);
    bool forged = hurt(in, &s, w->kind);
    fuzz_make_symbol(in, &symbol);
    for (int32_t i = fuzz_pick(in, FUZZ_COLUMN); i > 0; i--) {
        state before = s;
        fuzz_make_bar(in, &symbol, &bar);
        const double prices[] = {bar.high, bar.low, bar.close};
        sigma_status status = w->update(&s, prices, number);
        (void)fuzz_saw_state(w->update_name, status, w->kind, &before, &s);
        saw_result(w, w->update_name, status, number, forged);
        REQUIRE(status == SIGMA_OK || fuzz_is_zero(number, size));
        sigma_status read = w->read(&s, again);
        saw_result(w, w->read_name, read, again, forged);
        REQUIRE(status < 0 || (read == status && fuzz_is_same(number, again, size)));
    }
}

static void agrees(const windowed *w, const settings *with, const fuzz_columns *c, int32_t first,
                   double (*column)[FUZZ_COLUMN])
{
    state s;
    double number[NUMBERS];

    REQUIRE(w->init(&s, with) == SIGMA_OK);
    for (int32_t i = first; i < c->count; i++) {
        const double prices[] = {c->high[i], c->low[i], c->close[i]};
        sigma_status status = w->update(&s, prices, number);
        REQUIRE(status >= 0);
        for (int32_t k = 0; k < w->columns; k++) {
            double value = column[k][i];
            REQUIRE(status == SIGMA_OK ? fuzz_is_same(&value, &number[w->first + k], sizeof value)
                                       : value != value);
        }
    }
}

static void column(fuzz_input *in, const windowed *w, const settings *with)
{
    fuzz_columns c;
    double out[3][FUZZ_COLUMN];

    fuzz_make_columns(in, &c);
    int32_t first = w->leads ? lead(in, &c) : 0, last = w->columns - 1;
    double *separate[] = {out[0], out[1], out[2]};
    memset(out, '#', sizeof out);
    sigma_status status = w->batch(with, &c, separate);
    for (int32_t k = 0; k < w->columns; k++) {
        (void)fuzz_saw_column(w->batch_name, status, out[k], c.count);
        REQUIRE(status == SIGMA_OK || ((const char *)out[k])[0] == '#');
    }
    if (status == SIGMA_OK) {
        double *in_place[] = {c.open, c.volume, c.volume};
        agrees(w, with, &c, first, out);
        in_place[last] = c.close;
        REQUIRE(w->batch(with, &c, in_place) == SIGMA_OK);
        REQUIRE(fuzz_is_same(c.close, out[last], (size_t)c.count * sizeof(double)));
    }
}

static void refuse_null(void)
{
    sigma_sma sma = {0};
    sigma_zscore zscore = {0};
    sigma_cci cci = {0};
    sigma_slope slope = {0};
    sigma_bollinger bollinger = {0};
    sigma_slope_result of_slope;
    sigma_bollinger_result of_bollinger;
    double x = 1.0, value, b, c;

    fuzz_saw_null("sigma_sma_init", sigma_sma_init(NULL, 1));
    fuzz_saw_null("sigma_sma_update", sigma_sma_update(NULL, x, &value));
    fuzz_saw_null("sigma_sma_update", sigma_sma_update(&sma, x, NULL));
    fuzz_saw_null("sigma_sma_read", sigma_sma_read(NULL, &value));
    fuzz_saw_null("sigma_sma_read", sigma_sma_read(&sma, NULL));
    fuzz_saw_null("sigma_sma_batch", sigma_sma_batch(1, NULL, 1, &value));
    fuzz_saw_null("sigma_sma_batch", sigma_sma_batch(1, &x, 1, NULL));
    fuzz_saw_null("sigma_zscore_init", sigma_zscore_init(NULL, 1));
    fuzz_saw_null("sigma_zscore_update", sigma_zscore_update(NULL, x, &value));
    fuzz_saw_null("sigma_zscore_update", sigma_zscore_update(&zscore, x, NULL));
    fuzz_saw_null("sigma_zscore_read", sigma_zscore_read(NULL, &value));
    fuzz_saw_null("sigma_zscore_read", sigma_zscore_read(&zscore, NULL));
    fuzz_saw_null("sigma_zscore_batch", sigma_zscore_batch(1, NULL, 1, &value));
    fuzz_saw_null("sigma_zscore_batch", sigma_zscore_batch(1, &x, 1, NULL));
    fuzz_saw_null("sigma_cci_init", sigma_cci_init(NULL, 1));
    fuzz_saw_null("sigma_cci_update", sigma_cci_update(NULL, x, x, x, &value));
    fuzz_saw_null("sigma_cci_update", sigma_cci_update(&cci, x, x, x, NULL));
    fuzz_saw_null("sigma_cci_read", sigma_cci_read(NULL, &value));
    fuzz_saw_null("sigma_cci_read", sigma_cci_read(&cci, NULL));
    fuzz_saw_null("sigma_cci_batch", sigma_cci_batch(1, &x, NULL, &x, 1, &value));
    fuzz_saw_null("sigma_cci_batch", sigma_cci_batch(1, &x, &x, &x, 1, NULL));
    fuzz_saw_null("sigma_slope_init", sigma_slope_init(NULL, 1));
    fuzz_saw_null("sigma_slope_update", sigma_slope_update(NULL, x, &of_slope));
    fuzz_saw_null("sigma_slope_update", sigma_slope_update(&slope, x, NULL));
    fuzz_saw_null("sigma_slope_read", sigma_slope_read(NULL, &of_slope));
    fuzz_saw_null("sigma_slope_read", sigma_slope_read(&slope, NULL));
    fuzz_saw_null("sigma_bollinger_init", sigma_bollinger_init(NULL, 1, 2.0));
    fuzz_saw_null("sigma_bollinger_update", sigma_bollinger_update(NULL, x, &of_bollinger));
    fuzz_saw_null("sigma_bollinger_update", sigma_bollinger_update(&bollinger, x, NULL));
    fuzz_saw_null("sigma_bollinger_read", sigma_bollinger_read(NULL, &of_bollinger));
    fuzz_saw_null("sigma_bollinger_read", sigma_bollinger_read(&bollinger, NULL));
    fuzz_saw_null("sigma_slope_batch", sigma_slope_batch(1, NULL, 1, &value, &b));
    fuzz_saw_null("sigma_slope_batch", sigma_slope_batch(1, &x, 1, &value, NULL));
    fuzz_saw_null("sigma_bollinger_batch", sigma_bollinger_batch(1, 2.0, NULL, 1, &value, &b, &c));
    fuzz_saw_null("sigma_bollinger_batch", sigma_bollinger_batch(1, 2.0, &x, 1, &value, NULL, &c));
    fuzz_saw_null("sigma_bollinger_shape_batch",
                  sigma_bollinger_shape_batch(1, 2.0, NULL, 1, &value, &b, &c));
    fuzz_saw_null("sigma_bollinger_shape_batch",
                  sigma_bollinger_shape_batch(1, 2.0, &x, 1, &value, NULL, &c));
}

void fuzz_windowed(fuzz_input *in)
{
    while (fuzz_more(in)) {
        const windowed *w = &indicators[fuzz_pick(in, sizeof indicators / sizeof indicators[0])];
        settings with = {.period = pick_period(in)};
        with.multiple = fuzz_around(in, 0.001, 100.0);
        (fuzz_pick(in, 2) ? stream : column)(in, w, &with);
    }
    refuse_null();
}
