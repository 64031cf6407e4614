/* SPDX-License-Identifier: MIT */
/* How much of older history is left in a value: of a window nothing, of an average as much as its
 * formula says. Two of each see the same bars; one of them begins later. */
#include "samples.h"
#include "test.h"

enum { BARS = 2600, WARM = 3 * 256 };

typedef struct walk {
    double open[BARS], high[BARS], low[BARS], close[BARS], volume[BARS];
} walk;

/* With gaps, bars that stand still, bars without volume, and one of the sizes of a price. */
static const walk *random_walk(uint64_t *seed)
{
    static walk w;
    double price = test_decades(seed, 1e-6, 1e9), size = test_decades(seed, 1e-6, 0.1);
    for (int32_t i = 0; i < BARS; i++) {
        double open = price * (1.0 + size * test_between(seed, -0.2, 0.2));
        bool still = test_random(seed) < 0.3;
        price = still ? open : open * (1.0 + size * test_between(seed, -0.5, 0.5));
        w.open[i] = open;
        w.close[i] = price;
        w.high[i] = fmax(open, price) * (1.0 + (still ? 0.0 : size * test_random(seed)));
        w.low[i] = fmin(open, price) * (1.0 - (still ? 0.0 : 0.9 * size * test_random(seed)));
        w.volume[i] = still ? 0.0 : test_decades(seed, 1e-3, 1e6);
    }
    return &w;
}

/* ---- windows */

static sigma_market_params random_params(uint64_t *seed)
{
    sigma_market_params p = sample_market_params();
    int32_t *const windows[] = {&p.stochastic[0], &p.stochastic[1], &p.stochastic[2], &p.sma,
                                &p.bollinger,     &p.cci,           &p.mfi,           &p.zscore,
                                &p.slope,         &p.volatility};
    int32_t most = test_random(seed) < 0.5 ? 256 : 30;
    for (int32_t i = 0; i < COUNT_OF(windows); i++) {
        *windows[i] = test_whole(seed, 1, most);
    }
    p.estimator = test_whole(seed, 1, SIGMA_VOLATILITY_COUNT - 1);
    return p;
}

static void add_bar(sigma_market *market, const walk *w, int32_t i)
{
    const sigma_bar bar = {
        sample_now + i * SAMPLE_HOUR, w->open[i], w->high[i], w->low[i], w->close[i], w->volume[i]};
    assert_true(sigma_market_update(market, &bar) >= 0);
}

static void assert_same_windows(const sigma_market *whole, const sigma_market *late)
{
    sigma_features a, b;
    assert_true(sigma_market_features(whole, &a) >= 0);
    assert_true(sigma_market_features(late, &b) >= 0);
    assert_bits(a.stochastic_raw, b.stochastic_raw);
    assert_bits(a.stochastic_k, b.stochastic_k);
    assert_bits(a.stochastic_d, b.stochastic_d);
    assert_bits(a.sma, b.sma);
    assert_bits(a.bollinger_middle, b.bollinger_middle);
    assert_bits(a.bollinger_upper, b.bollinger_upper);
    assert_bits(a.bollinger_lower, b.bollinger_lower);
    assert_bits(a.bollinger_width, b.bollinger_width);
    assert_bits(a.percent_b, b.percent_b);
    assert_bits(a.cci, b.cci);
    assert_bits(a.mfi, b.mfi);
    assert_bits(a.volatility, b.volatility);
    assert_bits(a.zscore, b.zscore);
    assert_bits(a.slope, b.slope);
    assert_bits(a.slope_relative, b.slope_relative);
    assert_bits(a.up, b.up);
}

/* Whatever the periods, and however much is dropped: the last bit stays. */
static void windows_forget_what_is_older(void **unused)
{
    static sigma_market whole, late;
    uint64_t seed = 4001;
    (void)unused;
    for (int32_t run = 0; run < 60; run++) {
        const walk *w = random_walk(&seed);
        const sigma_market_params params = random_params(&seed);
        const sigma_symbol symbol = sample_symbol();
        int32_t dropped = test_whole(&seed, 1, BARS - WARM - 50);
        assert_int_equal(sigma_market_init(&whole, &params, &symbol), SIGMA_OK);
        late = whole;
        for (int32_t i = 0; i < BARS; i++) {
            add_bar(&whole, w, i);
            if (i >= dropped) {
                add_bar(&late, w, i);
            }
            if (i >= dropped + WARM && i % 5 == 0) {
                assert_same_windows(&whole, &late);
            }
        }
    }
}

/* ---- averages */

/* The difference that is left, by the formula: e <- e + gain (0 - e). */
typedef struct fading {
    double left, gain;
    bool begun;
} fading;

/* What rounding adds at each step, and what has not faded of it since. */
static double rounding(double value, double gain)
{
    return 4.0 * 0x1p-53 * fabs(value) / gain;
}

static void assert_fades(fading *f, double whole, double late)
{
    double difference = whole - late;
    f->left = f->begun ? f->left * (1.0 - f->gain) : difference;
    f->begun = true;
    assert_close(difference, f->left, 1e-9 * fabs(f->left) + rounding(whole, f->gain));
}

static void averages_fade_by_their_gain(void **unused)
{
    static const int32_t periods[] = {2, 9, 14, 50, 200};
    uint64_t seed = 4002;
    (void)unused;
    for (int32_t run = 0; run < 5 * COUNT_OF(periods); run++) {
        const walk *w = random_walk(&seed);
        int32_t n = periods[run % COUNT_OF(periods)], dropped = test_whole(&seed, 1, 1000);
        fading ema = {.gain = 2.0 / (n + 1.0)}, wilder = {.gain = 1.0 / n}, atr = wilder;
        sigma_ema e[2], v[2];
        sigma_atr a[2];
        double x[3][2];
        for (int32_t k = 0; k < 2; k++) {
            assert_int_equal(sigma_ema_init(&e[k], n), SIGMA_OK);
            assert_int_equal(sigma_wilder_init(&v[k], n), SIGMA_OK);
            assert_int_equal(sigma_atr_init(&a[k], n), SIGMA_OK);
        }
        for (int32_t i = 0; i < BARS; i++) {
            bool ready = i >= dropped + n;
            for (int32_t k = 0; k < (i < dropped ? 1 : 2); k++) {
                assert_true(sigma_ema_update(&e[k], w->close[i], &x[0][k]) >= 0);
                assert_true(sigma_ema_update(&v[k], w->close[i], &x[1][k]) >= 0);
                assert_true(sigma_atr_update(&a[k], w->high[i], w->low[i], w->close[i], &x[2][k]) >=
                            0);
            }
            if (ready) {
                assert_fades(&ema, x[0][0], x[0][1]);
                assert_fades(&wilder, x[1][0], x[1][1]);
                assert_fades(&atr, x[2][0], x[2][1]);
            }
        }
    }
}

/* Both averages fade by 1 - 1/n, and what they say of the market with them. */
static void rsi_fades_with_its_averages(void **unused)
{
    uint64_t seed = 4003;
    (void)unused;
    for (int32_t n = 2; n <= 50; n += 6) {
        const walk *w = random_walk(&seed);
        fading gain = {.gain = 1.0 / n}, loss = gain;
        sigma_rsi whole, late;
        double a, b, least = INFINITE;
        int32_t dropped = test_whole(&seed, 1, 1000);
        assert_int_equal(sigma_rsi_init(&whole, n), SIGMA_OK);
        late = whole;
        for (int32_t i = 0; i < BARS; i++) {
            assert_true(sigma_rsi_update(&whole, w->close[i], &a) >= 0);
            assert_true(i < dropped || sigma_rsi_update(&late, w->close[i], &b) >= 0);
            if (i > dropped + n) {
                assert_fades(&gain, whole.gain, late.gain);
                assert_fades(&loss, whole.loss, late.loss);
                least = fmin(whole.gain + whole.loss, late.gain + late.loss);
                assert_close(a, b,
                             100.0 * (fabs(gain.left) + fabs(loss.left)) / least * 1.001 + 1e-10);
            }
        }
        assert_true(n > 26 || a == b || fabs(a - b) < 1e-10);
    }
}

/* A difference of averages, and an average of that. */
static void macd_fades_with_its_averages(void **unused)
{
    uint64_t seed = 4004;
    (void)unused;
    for (int32_t run = 0; run < 10; run++) {
        const walk *w = random_walk(&seed);
        sigma_macd whole, late;
        sigma_macd_result a, b;
        double fast = 0.0, slow = 0.0, signal = 0.0;
        int32_t dropped = test_whole(&seed, 1, 1000), begin = dropped + 26 + 9;
        assert_int_equal(sigma_macd_init(&whole, 12, 26, 9), SIGMA_OK);
        late = whole;
        for (int32_t i = 0; i < BARS; i++) {
            assert_true(sigma_macd_update(&whole, w->close[i], &a) >= 0);
            assert_true(i < dropped || sigma_macd_update(&late, w->close[i], &b) >= 0);
            double small = rounding(w->close[i], 2.0 / 27.0) * 4.0;
            if (i == begin) {
                fast = whole.fast.value - late.fast.value;
                slow = whole.slow.value - late.slow.value;
                signal = a.signal - b.signal;
            } else if (i > begin) {
                fast *= 1.0 - 2.0 / 13.0;
                slow *= 1.0 - 2.0 / 27.0;
                signal += 0.2 * (fast - slow - signal);
                assert_close(a.line - b.line, fast - slow, small);
                assert_close(a.signal - b.signal, signal, small);
                assert_close(a.histogram - b.histogram, fast - slow - signal, 2.0 * small);
            }
        }
    }
}

/* DX is a function of the averages of both movements, whose slopes are 200 over their sum at most:
 * with q = 1 - 1/n, its difference is below E q^m, and that of its average below q^m (e + E m / n).
 */
static void adx_fades_a_little_slower_than_its_averages(void **unused)
{
    uint64_t seed = 4005;
    (void)unused;
    for (int32_t n = 2; n <= 50; n += 6) {
        const walk *w = random_walk(&seed);
        sigma_adx whole, late;
        sigma_adx_result a, b;
        fading plus = {.gain = 1.0 / n}, minus = plus, range = plus;
        double first = 0.0, apart = 0.0, least = INFINITE;
        int32_t dropped = test_whole(&seed, 1, 1000), begin = dropped + 2 * n;
        assert_int_equal(sigma_adx_init(&whole, n), SIGMA_OK);
        late = whole;
        for (int32_t i = 0; i < BARS; i++) {
            assert_true(sigma_adx_update(&whole, w->high[i], w->low[i], w->close[i], &a) >= 0);
            assert_true(i < dropped ||
                        sigma_adx_update(&late, w->high[i], w->low[i], w->close[i], &b) >= 0);
            if (i < begin) {
                continue;
            }
            assert_fades(&range, whole.range, late.range);
            assert_fades(&plus, whole.plus, late.plus);
            assert_fades(&minus, whole.minus, late.minus);
            if (i == begin) {
                first = fabs(a.adx - b.adx);
                apart = fabs(plus.left) + fabs(minus.left);
            }
            least = fmin(least, fmin(whole.plus + whole.minus, late.plus + late.minus));
            double m = i - begin, bound = first + 200.0 * apart / least * m / n;
            assert_close(a.adx, b.adx, pow(1.0 - 1.0 / n, m) * bound * 1.001 + 1e-9);
        }
    }
}

static void ewma_fades_by_its_decay(void **unused)
{
    uint64_t seed = 4006;
    (void)unused;
    for (int32_t run = 0; run < 10; run++) {
        const walk *w = random_walk(&seed);
        sigma_ewma whole, late;
        fading variance = {.gain = 0.06};
        double a, b;
        int32_t dropped = test_whole(&seed, 1, 1000);
        assert_int_equal(sigma_ewma_init(&whole, 0.94, 1.0), SIGMA_OK);
        late = whole;
        for (int32_t i = 0; i < BARS; i++) {
            assert_true(sigma_ewma_update(&whole, w->close[i], &a) >= 0);
            assert_true(i < dropped || sigma_ewma_update(&late, w->close[i], &b) >= 0);
            if (i > dropped + 17) {
                assert_fades(&variance, whole.variance, late.variance);
            }
        }
        assert_near(a, b, 1e-13);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(windows_forget_what_is_older),
        cmocka_unit_test(averages_fade_by_their_gain),
        cmocka_unit_test(rsi_fades_with_its_averages),
        cmocka_unit_test(macd_fades_with_its_averages),
        cmocka_unit_test(adx_fades_a_little_slower_than_its_averages),
        cmocka_unit_test(ewma_fades_by_its_decay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
