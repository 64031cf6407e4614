/* SPDX-License-Identifier: MIT */
/* What holds for every indicator over a window, streaming and batch. */
#include "damage.h"
#include "samples.h"
#include "test.h"

enum { BARS = 4000, OUTPUTS = 6 };

typedef union state {
    sigma_sma sma;
    sigma_zscore zscore;
    sigma_slope slope;
    sigma_bollinger bollinger;
    sigma_cci cci;
    unsigned char bytes[sizeof(sigma_cci)];
} state;

typedef struct bars {
    double high[BARS], low[BARS], close[BARS];
} bars;

/* An indicator, its values as an array of numbers. */
typedef struct indicator {
    const char *name;
    int32_t kind, inputs, outputs; /* inputs: the close, or high, low and close */
    double flat[OUTPUTS];          /* what it says of a market that does not move from 7.7 */
    sigma_status (*init)(state *s, int32_t period);
    sigma_status (*update)(state *s, double high, double low, double close, double *out);
    sigma_status (*read)(const state *s, double *out);
    sigma_status (*batch)(int32_t period, const double *const in[3], int32_t count,
                          double *const out[OUTPUTS]);
    void (*formula)(int32_t period, const bars *b, int32_t last, long double *out);
} indicator;

/* ---- the indicators */

static sigma_status sma_init(state *s, int32_t period)
{
    return sigma_sma_init((sigma_sma *)s, period);
}

static sigma_status sma_update(state *s, double high, double low, double close, double *out)
{
    (void)high, (void)low;
    return sigma_sma_update((sigma_sma *)s, close, out);
}

static sigma_status sma_read(const state *s, double *out)
{
    return sigma_sma_read((const sigma_sma *)s, out);
}

static sigma_status sma_batch(int32_t period, const double *const in[3], int32_t count,
                              double *const out[OUTPUTS])
{
    return sigma_sma_batch(period, in[2], count, out[0]);
}

static long double mean_of(const double *x, int32_t n)
{
    long double sum = 0.0L;
    for (int32_t i = 0; i < n; i++) {
        sum += (long double)x[i];
    }
    return sum / n;
}

static void sma_formula(int32_t period, const bars *b, int32_t last, long double *out)
{
    out[0] = mean_of(b->close + last + 1 - period, period);
}

static sigma_status zscore_init(state *s, int32_t period)
{
    return sigma_zscore_init((sigma_zscore *)s, period);
}

static sigma_status zscore_update(state *s, double high, double low, double close, double *out)
{
    (void)high, (void)low;
    return sigma_zscore_update((sigma_zscore *)s, close, out);
}

static sigma_status zscore_read(const state *s, double *out)
{
    return sigma_zscore_read((const sigma_zscore *)s, out);
}

static sigma_status zscore_batch(int32_t period, const double *const in[3], int32_t count,
                                 double *const out[OUTPUTS])
{
    return sigma_zscore_batch(period, in[2], count, out[0]);
}

static long double deviation_of(const double *x, int32_t n)
{
    long double mean = mean_of(x, n), sum = 0.0L;
    for (int32_t i = 0; i < n; i++) {
        sum += ((long double)x[i] - mean) * ((long double)x[i] - mean);
    }
    return sqrtl(sum / n);
}

static void zscore_formula(int32_t period, const bars *b, int32_t last, long double *out)
{
    const double *x = b->close + last + 1 - period;
    long double deviation = deviation_of(x, period);
    out[0] = period > 1 ? ((long double)x[period - 1] - mean_of(x, period)) / deviation : 0.0L;
}

static sigma_status slope_init(state *s, int32_t period)
{
    return sigma_slope_init((sigma_slope *)s, period);
}

static sigma_status slope_update(state *s, double high, double low, double close, double *out)
{
    sigma_slope_result result;
    (void)high, (void)low;
    sigma_status status = sigma_slope_update((sigma_slope *)s, close, &result);
    memcpy(out, &result, sizeof result);
    return status;
}

static sigma_status slope_read(const state *s, double *out)
{
    sigma_slope_result result;
    sigma_status status = sigma_slope_read((const sigma_slope *)s, &result);
    memcpy(out, &result, sizeof result);
    return status;
}

static sigma_status slope_batch(int32_t period, const double *const in[3], int32_t count,
                                double *const out[OUTPUTS])
{
    return sigma_slope_batch(period, in[2], count, out[0], out[1]);
}

static void slope_formula(int32_t period, const bars *b, int32_t last, long double *out)
{
    const double *x = b->close + last + 1 - period;
    long double mean = mean_of(x, period), centre = (period - 1) / 2.0L, sum = 0.0L, squares = 0.0L;
    for (int32_t i = 0; i < period; i++) {
        sum += (i - centre) * ((long double)x[i] - mean);
        squares += (i - centre) * (i - centre);
    }
    out[0] = period > 1 ? sum / squares : 0.0L;
    out[1] = out[0] / (long double)x[period - 1];
}

static sigma_status bollinger_init(state *s, int32_t period)
{
    return sigma_bollinger_init((sigma_bollinger *)s, period, 2.5);
}

static sigma_status bollinger_update(state *s, double high, double low, double close, double *out)
{
    sigma_bollinger_result result;
    (void)high, (void)low;
    sigma_status status = sigma_bollinger_update((sigma_bollinger *)s, close, &result);
    memcpy(out, &result, sizeof result);
    return status;
}

static sigma_status bollinger_read(const state *s, double *out)
{
    sigma_bollinger_result result;
    sigma_status status = sigma_bollinger_read((const sigma_bollinger *)s, &result);
    memcpy(out, &result, sizeof result);
    return status;
}

/* Both functions; the closes must outlive the first where it works in place. */
static sigma_status bollinger_batch(int32_t period, const double *const in[3], int32_t count,
                                    double *const out[OUTPUTS])
{
    static double close[BARS];
    if (!in[2] || count < 0) {
        return sigma_bollinger_batch(period, 2.5, in[2], count, out[0], out[1], out[2]);
    }
    memcpy(close, in[2], (size_t)count * sizeof *close);
    bool in_place = out[0] == in[2];
    sigma_status status = sigma_bollinger_batch(period, 2.5, in[2], count, out[0], out[1], out[2]);
    if (status != SIGMA_OK) {
        return status;
    }
    if (in_place) {
        memcpy(out[3], close, (size_t)count * sizeof *close);
        return sigma_bollinger_shape_batch(period, 2.5, out[3], count, out[3], out[4], out[5]);
    }
    return sigma_bollinger_shape_batch(period, 2.5, close, count, out[3], out[4], out[5]);
}

static void bollinger_formula(int32_t period, const bars *b, int32_t last, long double *out)
{
    const double *x = b->close + last + 1 - period;
    long double mean = mean_of(x, period), deviation = deviation_of(x, period);
    out[0] = mean;
    out[1] = mean + 2.5L * deviation;
    out[2] = mean - 2.5L * deviation;
    out[3] = deviation;
    out[4] = 5.0L * deviation / mean;
    out[5] = period > 1 ? ((long double)x[period - 1] - out[2]) / (out[1] - out[2]) : 0.5L;
}

static sigma_status cci_init(state *s, int32_t period)
{
    return sigma_cci_init((sigma_cci *)s, period);
}

static sigma_status cci_update(state *s, double high, double low, double close, double *out)
{
    return sigma_cci_update((sigma_cci *)s, high, low, close, out);
}

static sigma_status cci_read(const state *s, double *out)
{
    return sigma_cci_read((const sigma_cci *)s, out);
}

static sigma_status cci_batch(int32_t period, const double *const in[3], int32_t count,
                              double *const out[OUTPUTS])
{
    return sigma_cci_batch(period, in[0], in[1], in[2], count, out[0]);
}

static void cci_formula(int32_t period, const bars *b, int32_t last, long double *out)
{
    long double typical[256], mean = 0.0L, distance = 0.0L;
    for (int32_t i = 0; i < period; i++) {
        int32_t k = last + 1 - period + i;
        typical[i] =
            ((long double)b->high[k] + (long double)b->low[k] + (long double)b->close[k]) / 3;
        mean += typical[i] / period;
    }
    for (int32_t i = 0; i < period; i++) {
        distance += fabsl(typical[i] - mean) / period;
    }
    out[0] = period > 1 ? (typical[period - 1] - mean) / (0.015L * distance) : 0.0L;
}

static const indicator indicators[] = {
    {"SMA", SIGMA_KIND_SMA, 1, 1, {7.7}, sma_init, sma_update, sma_read, sma_batch, sma_formula},
    {"Z",
     SIGMA_KIND_ZSCORE,
     1,
     1,
     {0.0},
     zscore_init,
     zscore_update,
     zscore_read,
     zscore_batch,
     zscore_formula},
    {"slope",
     SIGMA_KIND_SLOPE,
     1,
     2,
     {0.0, 0.0},
     slope_init,
     slope_update,
     slope_read,
     slope_batch,
     slope_formula},
    {"Bollinger",
     SIGMA_KIND_BOLLINGER,
     1,
     6,
     {7.7, 7.7, 7.7, 0.0, 0.0, 0.5},
     bollinger_init,
     bollinger_update,
     bollinger_read,
     bollinger_batch,
     bollinger_formula},
    {"CCI", SIGMA_KIND_CCI, 3, 1, {0.0}, cci_init, cci_update, cci_read, cci_batch, cci_formula},
};

/* ---- inputs and outputs */

static bars walk(uint64_t seed)
{
    static bars b;
    double price = 100.0;
    for (int32_t i = 0; i < BARS; i++) {
        double open = price;
        price *= 1.0 + 0.02 * (test_random(&seed) - 0.5);
        b.high[i] = fmax(open, price) * (1.0 + 0.005 * test_random(&seed));
        b.low[i] = fmin(open, price) * (1.0 - 0.005 * test_random(&seed));
        b.close[i] = price;
    }
    return b;
}

typedef struct columns {
    double column[OUTPUTS][BARS + 1];
} columns;

static void streamed(const indicator *of, int32_t period, const bars *b, int32_t count,
                     columns *out)
{
    state s;
    assert_int_equal(of->init(&s, period), SIGMA_OK);
    for (int32_t i = 0; i < count; i++) {
        double value[OUTPUTS] = {9.0, 9.0, 9.0, 9.0, 9.0, 9.0}, again[OUTPUTS] = {8.0};
        sigma_status status = of->update(&s, b->high[i], b->low[i], b->close[i], value);
        assert_int_equal(status, i < period - 1 ? SIGMA_WARMUP : SIGMA_OK);
        assert_int_equal(of->read(&s, again), status);
        for (int32_t k = 0; k < of->outputs; k++) {
            assert_bits(again[k], value[k]);
            assert_true(status == SIGMA_OK || value[k] == 0.0);
            out->column[k][i] = status == SIGMA_OK ? value[k] : NOT_A_NUMBER;
        }
    }
}

static sigma_status batched(const indicator *of, int32_t period, const bars *b, int32_t from,
                            int32_t count, columns *out)
{
    const double *const in[3] = {b->high + from, b->low + from, b->close + from};
    double *column[OUTPUTS];
    for (int32_t k = 0; k < OUTPUTS; k++) {
        column[k] = out->column[k];
    }
    return of->batch(period, in, count, column);
}

static void assert_columns(const indicator *of, const columns *actual, const columns *expected,
                           int32_t from, int32_t count)
{
    for (int32_t k = 0; k < of->outputs; k++) {
        for (int32_t i = 0; i < count; i++) {
            assert_bits(actual->column[k][i], expected->column[k][from + i]);
        }
    }
}

/* ---- what holds */

static const int32_t periods[] = {1, 2, 3, 4, 5, 7, 8, 14, 16, 20, 21, 63, 64, 100, 255, 256};

static columns a, c;

static void columns_have_the_bits_of_single_calls(void **unused)
{
    bars b = walk(1);
    (void)unused;
    for (int32_t m = 0; m < COUNT_OF(indicators); m++) {
        const indicator *of = &indicators[m];
        for (int32_t p = 0; p < COUNT_OF(periods); p++) {
            const int32_t counts[] = {0, 1, periods[p] - 1, periods[p], periods[p] + 1, BARS};
            streamed(of, periods[p], &b, BARS, &a);
            for (int32_t k = 0; k < COUNT_OF(counts); k++) {
                for (int32_t i = 0; i < OUTPUTS; i++) {
                    c.column[i][counts[k]] = 77.0; /* nothing is written behind the end */
                }
                assert_int_equal(batched(of, periods[p], &b, 0, counts[k], &c), SIGMA_OK);
                assert_columns(of, &c, &a, 0, counts[k]);
                for (int32_t i = 0; i < OUTPUTS; i++) {
                    assert_bits(c.column[i][counts[k]], 77.0);
                }
            }
        }
    }
}

static void values_depend_on_their_window_alone(void **unused)
{
    static const int32_t dropped[] = {1, 2, 3, 17, 100, 255, 256, 1000, 3600};
    bars b = walk(2);
    (void)unused;
    for (int32_t m = 0; m < COUNT_OF(indicators); m++) {
        const indicator *of = &indicators[m];
        for (int32_t p = 0; p < COUNT_OF(periods); p++) {
            int32_t warm = periods[p] - 1;
            assert_int_equal(batched(of, periods[p], &b, 0, BARS, &a), SIGMA_OK);
            for (int32_t k = 0; k < COUNT_OF(dropped); k++) {
                int32_t count = BARS - dropped[k];
                assert_int_equal(batched(of, periods[p], &b, dropped[k], count, &c), SIGMA_OK);
                for (int32_t i = 0; i < warm; i++) {
                    assert_true(isnan(c.column[0][i]));
                }
                for (int32_t i = 0; i < of->outputs; i++) {
                    memmove(c.column[i], c.column[i] + warm, (size_t)(count - warm) * 8);
                }
                assert_columns(of, &c, &a, dropped[k] + warm, count - warm);
            }
        }
    }
}

static void an_absurd_tick_leaves_no_trace(void **unused)
{
    static bars plain, spoilt;
    (void)unused;
    plain = spoilt = walk(3);
    for (int32_t at = 1000; at < 1003; at++) {
        spoilt.high[at] = spoilt.low[at] = spoilt.close[at] = at == 1001 ? 1e-15 : 1e12;
    }
    for (int32_t m = 0; m < COUNT_OF(indicators); m++) {
        for (int32_t p = 0; p < COUNT_OF(periods); p++) {
            int32_t gone = 1002 + periods[p];
            assert_int_equal(batched(&indicators[m], periods[p], &plain, 0, BARS, &a), SIGMA_OK);
            assert_int_equal(batched(&indicators[m], periods[p], &spoilt, 0, BARS, &c), SIGMA_OK);
            for (int32_t k = 0; k < indicators[m].outputs; k++) {
                for (int32_t i = 0; i < BARS; i++) {
                    assert_true(i < periods[p] - 1 || isfinite(c.column[k][i]));
                    if (i < 1000 || i > gone) {
                        assert_bits(c.column[k][i], a.column[k][i]);
                    }
                }
            }
        }
    }
}

static void a_flat_market_is_flat(void **unused)
{
    bars b;
    (void)unused;
    for (int32_t i = 0; i < BARS; i++) {
        b.high[i] = b.low[i] = b.close[i] = 7.7;
    }
    for (int32_t m = 0; m < COUNT_OF(indicators); m++) {
        for (int32_t n = 1; n <= 256; n++) {
            assert_int_equal(batched(&indicators[m], n, &b, 0, 1700, &a), SIGMA_OK);
            for (int32_t k = 0; k < indicators[m].outputs; k++) {
                double flat = indicators[m].flat[k];
                for (int32_t i = n - 1; i < 1700; i++) {
                    assert_close(a.column[k][i], flat, m == 0 ? 1e-15 * flat : 0.0);
                }
            }
        }
    }
}

static void random_bars_follow_the_formulas(void **unused)
{
    bars b = walk(4);
    (void)unused;
    for (int32_t m = 0; m < COUNT_OF(indicators); m++) {
        const indicator *of = &indicators[m];
        for (int32_t n = 1; n <= 256; n += n < 40 ? 1 : 31) {
            assert_int_equal(batched(of, n, &b, 0, BARS, &a), SIGMA_OK);
            for (int32_t i = n - 1; i < BARS; i += 37) {
                long double wanted[OUTPUTS];
                of->formula(n, &b, i, wanted);
                for (int32_t k = 0; k < of->outputs; k++) {
                    double near = 1e-12 * fmax(1.0, fabs((double)wanted[k]));
                    assert_close(a.column[k][i], (double)wanted[k], near);
                }
            }
        }
    }
}

static void scaling_by_a_power_of_two_changes_no_digit(void **unused)
{
    static bars plain, scaled;
    (void)unused;
    plain = walk(5);
    for (int32_t i = 0; i < BARS; i++) {
        scaled.high[i] = 0x1p-30 * plain.high[i];
        scaled.low[i] = 0x1p-30 * plain.low[i];
        scaled.close[i] = 0x1p-30 * plain.close[i];
    }
    for (int32_t m = 0; m < COUNT_OF(indicators); m++) {
        assert_int_equal(batched(&indicators[m], 20, &plain, 0, BARS, &a), SIGMA_OK);
        assert_int_equal(batched(&indicators[m], 20, &scaled, 0, BARS, &c), SIGMA_OK);
        for (int32_t k = 0; k < indicators[m].outputs; k++) {
            double by = c.column[k][50] == a.column[k][50] ? 1.0 : 0x1p-30;
            for (int32_t i = 19; i < BARS; i++) {
                assert_bits(c.column[k][i], by * a.column[k][i]);
            }
        }
    }
}

static void an_output_may_stand_in_the_place_of_an_input(void **unused)
{
    bars b = walk(6);
    (void)unused;
    for (int32_t m = 0; m < COUNT_OF(indicators); m++) {
        const indicator *of = &indicators[m];
        for (int32_t at = 3 - of->inputs; at < 3; at++) {
            static bars room;
            double *in[3] = {room.high, room.low, room.close}, *out[OUTPUTS];
            room = b;
            for (int32_t k = 0; k < OUTPUTS; k++) {
                out[k] = c.column[k];
            }
            out[0] = in[at];
            assert_int_equal(batched(of, 20, &b, 0, BARS, &a), SIGMA_OK);
            const double *const from[3] = {in[0], in[1], in[2]};
            assert_int_equal(of->batch(20, from, BARS, out), SIGMA_OK);
            memcpy(c.column[0], out[0], sizeof b.close);
            assert_columns(of, &c, &a, 0, BARS);
        }
    }
}

static void leading_nans_are_passed_over(void **unused)
{
    bars b = walk(7);
    (void)unused;
    for (int32_t m = 0; m < COUNT_OF(indicators); m++) {
        const indicator *of = &indicators[m];
        for (int32_t length = 1; length < BARS && of->inputs == 1; length += length < 9 ? 1 : 700) {
            static bars led;
            led = b;
            for (int32_t i = 0; i < length; i++) {
                led.close[i] = -NOT_A_NUMBER;
            }
            assert_int_equal(batched(of, 20, &led, 0, BARS, &c), SIGMA_OK);
            assert_int_equal(batched(of, 20, &b, length, BARS - length, &a), SIGMA_OK);
            for (int32_t k = 0; k < of->outputs; k++) {
                for (int32_t i = 0; i < BARS; i++) {
                    assert_bits(c.column[k][i],
                                i < length ? NOT_A_NUMBER : a.column[k][i - length]);
                }
            }
            assert_int_equal(batched(of, 20, &led, 0, length, &c), SIGMA_OK);
            assert_true(isnan(c.column[0][0]) && isnan(c.column[0][length - 1]));
        }
    }
}

/* ---- what is refused */

static void one_bad_number_leaves_the_outputs_untouched(void **unused)
{
    const double bad[] = {NOT_A_NUMBER, INFINITE, -INFINITE, 1.1e15, -1.1e15};
    bars b = walk(8);
    (void)unused;
    memset(&a, 7, sizeof a);
    memset(&c, 7, sizeof c);
    for (int32_t m = 0; m < COUNT_OF(indicators); m++) {
        for (int32_t at = 1; at < 200; at += 33) {
            for (int32_t i = 0; i < COUNT_OF(bad); i++) {
                double *in[3] = {b.high, b.low, b.close};
                for (int32_t k = 3 - indicators[m].inputs; k < 3; k++) {
                    double good = in[k][at];
                    in[k][at] = bad[i];
                    assert_int_equal(batched(&indicators[m], 5, &b, 0, 200, &c), SIGMA_E_RANGE);
                    in[k][at] = good;
                }
            }
        }
    }
    assert_same(c, a);
}

static void columns_that_are_missing_or_overlap_are_refused(void **unused)
{
    static double room[OUTPUTS + 3][100];
    (void)unused;
    for (int32_t m = 0; m < COUNT_OF(indicators); m++) {
        const indicator *of = &indicators[m];
        for (int32_t k = 3 - of->inputs; k < 3 + of->outputs; k++) {
            const double *in[3] = {room[0], room[1], room[2]};
            double *out[OUTPUTS];
            for (int32_t i = 0; i < OUTPUTS; i++) {
                out[i] = room[3 + i];
            }
            if (k < 3) {
                in[k] = NULL;
            } else {
                out[k - 3] = NULL;
            }
            if (k < 3 || k - 3 < 3) { /* Bollinger: the first of its two functions */
                assert_int_equal(of->batch(5, in, 50, out), SIGMA_E_NULL);
            }
        }
        for (int32_t i = 0; i < 100; i++) {
            room[0][i] = room[1][i] = room[2][i] = 1.0 + i;
        }
        const double *const in[3] = {room[2], room[2], room[2]};
        double *out[OUTPUTS] = {room[2] + 1, room[4], room[5], room[6], room[7], room[8]};
        assert_int_equal(of->batch(5, in, 50, out), SIGMA_E_RANGE);
        out[0] = room[3];
        out[1] = of->outputs > 1 ? room[3] : room[4];
        assert_int_equal(of->batch(5, in, 50, out), of->outputs > 1 ? SIGMA_E_RANGE : SIGMA_OK);
        out[1] = room[4];
        assert_int_equal(of->batch(0, in, 50, out), SIGMA_E_RANGE);
        assert_int_equal(of->batch(257, in, 50, out), SIGMA_E_RANGE);
        assert_int_equal(of->batch(5, in, -1, out), SIGMA_E_RANGE);
    }
}

static void periods_out_of_range_are_refused(void **unused)
{
    static const int32_t bad[] = {INT32_MIN, -1, 0, 257, INT32_MAX};
    (void)unused;
    for (int32_t m = 0; m < COUNT_OF(indicators); m++) {
        for (int32_t i = 0; i < COUNT_OF(bad); i++) {
            int32_t size, fields;
            state s, zero = {0};
            memset(&s, 7, sizeof s);
            assert_int_equal(indicators[m].init(&s, bad[i]), SIGMA_E_RANGE);
            assert_int_equal(sigma_layout_size(indicators[m].kind, &size, &fields), SIGMA_OK);
            assert_memory_equal(&s, &zero, (size_t)size);
        }
        assert_int_equal(indicators[m].init(NULL, 3), SIGMA_E_NULL);
    }
}

static void a_value_out_of_range_changes_nothing(void **unused)
{
    const double bad[] = {NOT_A_NUMBER, -NOT_A_NUMBER, INFINITE, -INFINITE, 1.1e15, -1.1e15};
    (void)unused;
    for (int32_t m = 0; m < COUNT_OF(indicators); m++) {
        state s, before;
        double out[OUTPUTS];
        memset(&s, 0, sizeof s);
        assert_int_equal(indicators[m].init(&s, 3), SIGMA_OK);
        for (int32_t seen = 0; seen < 5; seen++) {
            before = s;
            for (int32_t i = 0; i < COUNT_OF(bad); i++) {
                out[0] = 9.0;
                assert_int_equal(indicators[m].update(&s, bad[i], bad[i], bad[i], out),
                                 SIGMA_E_RANGE);
                assert_bits(out[0], 0.0);
                assert_same(s, before);
            }
            assert_true(indicators[m].update(&s, 2.0 + seen, 1.0, 1.5, out) >= 0);
        }
    }
}

static const indicator *hurt;

static void every_call_refuses(const void *damaged, const sigma_field *field, void *context)
{
    state s, before;
    double out[OUTPUTS] = {9.0};
    if (field && (field->count > 1)) {
        return; /* values are looked at when they are used: see below */
    }
    memset(&s, 0, sizeof s);
    memcpy(&s, damaged, (size_t) * (int32_t *)context);
    before = s;
    assert_int_equal(hurt->update(&s, 2.0, 1.0, 1.5, out), SIGMA_E_STATE);
    assert_bits(out[0], 0.0);
    out[0] = 9.0;
    assert_int_equal(hurt->read(&s, out), SIGMA_E_STATE);
    assert_bits(out[0], 0.0);
    assert_same(s, before);
}

static void a_zeroed_or_damaged_state_is_refused(void **unused)
{
    (void)unused;
    for (int32_t m = 0; m < COUNT_OF(indicators); m++) {
        state s, zero = {0};
        int32_t size, fields;
        double out[OUTPUTS];
        hurt = &indicators[m];
        assert_int_equal(sigma_layout_size(hurt->kind, &size, &fields), SIGMA_OK);
        assert_int_equal(hurt->init(&s, 3), SIGMA_OK);
        assert_true(hurt->update(&s, 2.0, 1.0, 1.5, out) == SIGMA_WARMUP);
        every_call_refuses(&zero, NULL, &size);
        assert_true(damage_each(hurt->kind, &s, every_call_refuses, &size) > 10);
        assert_int_equal(hurt->update(NULL, 2.0, 1.0, 1.5, out), SIGMA_E_NULL);
        assert_int_equal(hurt->read(NULL, out), SIGMA_E_NULL);
    }
}

/* A window that holds what no update accepts gives no value, and stays as it is. */
static void damaged_values_give_no_result(void **unused)
{
    const double bad[] = {NOT_A_NUMBER, INFINITE, -INFINITE, 1e300};
    (void)unused;
    for (int32_t m = 0; m < COUNT_OF(indicators); m++) {
        for (int32_t i = 0; i < COUNT_OF(bad); i++) {
            state s, before;
            double out[OUTPUTS];
            memset(&s, 0, sizeof s);
            assert_int_equal(indicators[m].init(&s, 3), SIGMA_OK);
            for (int32_t k = 0; k < 5; k++) {
                assert_true(indicators[m].update(&s, 2.0 + k, 1.0, 1.5, out) >= 0);
            }
            memcpy(s.bytes + 4 * sizeof(double), &bad[i], sizeof(double));
            before = s;
            sigma_status status = indicators[m].update(&s, 2.0, 1.0, 1.5, out);
            assert_true(status == SIGMA_E_STATE || (status == SIGMA_OK && isfinite(out[0])));
            if (status != SIGMA_OK) {
                assert_same(s, before);
                assert_bits(out[0], 0.0);
                assert_int_equal(indicators[m].read(&s, out), SIGMA_E_STATE);
            }
            assert_int_equal(status, bad[i] < 1e301 ? status : SIGMA_E_STATE);
        }
    }
}

/* Sound but for the one part of a result that the damage reaches. */
static void a_part_out_of_range_gives_no_result(void **unused)
{
    sigma_slope slope;
    sigma_slope_result line;
    sigma_bollinger bands;
    sigma_bollinger_result band;
    (void)unused;
    assert_int_equal(sigma_slope_init(&slope, 3), SIGMA_OK);
    assert_int_equal(sigma_bollinger_init(&bands, 3, 2.0), SIGMA_OK);
    for (int32_t i = 0; i < 3; i++) {
        assert_true(sigma_slope_update(&slope, 1.0 + i, &line) >= 0);
        assert_true(sigma_bollinger_update(&bands, 1.0, &band) >= 0);
    }
    slope.close[2] = 0.0; /* by which the slope is divided */
    assert_int_equal(sigma_slope_read(&slope, &line), SIGMA_E_STATE);
    assert_zero(line);
    bands.close[2] = -1.9999; /* of which hardly a mean is left */
    assert_int_equal(sigma_bollinger_read(&bands, &band), SIGMA_E_STATE);
    assert_zero(band);
}

static void no_place_for_the_result_is_refused(void **unused)
{
    sigma_sma sma;
    sigma_zscore zscore;
    sigma_slope slope;
    sigma_bollinger bollinger;
    sigma_cci cci;
    (void)unused;
    assert_int_equal(sigma_sma_init(&sma, 3), SIGMA_OK);
    assert_int_equal(sigma_zscore_init(&zscore, 3), SIGMA_OK);
    assert_int_equal(sigma_slope_init(&slope, 3), SIGMA_OK);
    assert_int_equal(sigma_bollinger_init(&bollinger, 3, 2.0), SIGMA_OK);
    assert_int_equal(sigma_cci_init(&cci, 3), SIGMA_OK);
    assert_int_equal(sigma_sma_update(&sma, 1.0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_zscore_update(&zscore, 1.0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_slope_update(&slope, 1.0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_bollinger_update(&bollinger, 1.0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_cci_update(&cci, 1.0, 1.0, 1.0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_sma_read(&sma, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_zscore_read(&zscore, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_slope_read(&slope, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_bollinger_read(&bollinger, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_cci_read(&cci, NULL), SIGMA_E_NULL);
    assert_true(sma.end == 0 && zscore.end == 0 && slope.end == 0);
}

static void multiples_out_of_range_are_refused(void **unused)
{
    const double bad[] = {0.0, -2.0, 0.0009, 101.0, NOT_A_NUMBER, INFINITE};
    double x[3] = {1.0, 2.0, 3.0}, out[3][3];
    sigma_bollinger bollinger;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        assert_int_equal(sigma_bollinger_init(&bollinger, 20, bad[i]), SIGMA_E_RANGE);
        assert_zero(bollinger);
        assert_int_equal(sigma_bollinger_batch(2, bad[i], x, 3, out[0], out[1], out[2]),
                         SIGMA_E_RANGE);
        assert_int_equal(sigma_bollinger_shape_batch(2, bad[i], x, 3, out[0], out[1], out[2]),
                         SIGMA_E_RANGE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_have_the_bits_of_single_calls),
        cmocka_unit_test(values_depend_on_their_window_alone),
        cmocka_unit_test(an_absurd_tick_leaves_no_trace),
        cmocka_unit_test(a_flat_market_is_flat),
        cmocka_unit_test(random_bars_follow_the_formulas),
        cmocka_unit_test(scaling_by_a_power_of_two_changes_no_digit),
        cmocka_unit_test(an_output_may_stand_in_the_place_of_an_input),
        cmocka_unit_test(leading_nans_are_passed_over),
        cmocka_unit_test(one_bad_number_leaves_the_outputs_untouched),
        cmocka_unit_test(columns_that_are_missing_or_overlap_are_refused),
        cmocka_unit_test(periods_out_of_range_are_refused),
        cmocka_unit_test(a_value_out_of_range_changes_nothing),
        cmocka_unit_test(a_zeroed_or_damaged_state_is_refused),
        cmocka_unit_test(damaged_values_give_no_result),
        cmocka_unit_test(a_part_out_of_range_gives_no_result),
        cmocka_unit_test(no_place_for_the_result_is_refused),
        cmocka_unit_test(multiples_out_of_range_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
