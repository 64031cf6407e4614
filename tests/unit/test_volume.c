/* SPDX-License-Identifier: MIT */
/* OBV and VWAP. */
#include "damage.h"
#include "samples.h"
#include "test.h"

enum { N = SAMPLE_BARS };

static sigma_obv obv_started(void)
{
    sigma_obv obv;
    assert_int_equal(sigma_obv_init(&obv), SIGMA_OK);
    return obv;
}

static double obv_after(sigma_obv *obv, double close, double volume)
{
    double value = 9.0, again = 9.0;
    assert_int_equal(sigma_obv_update(obv, close, volume, &value), SIGMA_OK);
    assert_int_equal(sigma_obv_read(obv, &again), SIGMA_OK);
    assert_bits(again, value);
    return value;
}

static sigma_vwap vwap_started(void)
{
    sigma_vwap vwap;
    assert_int_equal(sigma_vwap_init(&vwap), SIGMA_OK);
    return vwap;
}

static double vwap_after(sigma_vwap *vwap, double high, double low, double close, double volume)
{
    double value = 9.0, again = 9.0;
    assert_int_equal(sigma_vwap_update(vwap, high, low, close, volume, &value), SIGMA_OK);
    assert_int_equal(sigma_vwap_read(vwap, &again), SIGMA_OK);
    assert_bits(again, value);
    return value;
}

/* Volumes with gaps and of many sizes. */
static void random_volumes(uint64_t seed, double *volume)
{
    for (int32_t i = 0; i < N; i++) {
        volume[i] = test_random(&seed) < 0.1 ? 0.0 : test_decades(&seed, 1e-3, 1e9);
    }
}

/* ---- on-balance volume */

static void obv_by_hand(void **unused)
{
    sigma_obv obv = obv_started();
    (void)unused;
    assert_bits(obv_after(&obv, 10.0, 500.0), 0.0);
    assert_bits(obv_after(&obv, 11.0, 20.0), 20.0);
    assert_bits(obv_after(&obv, 11.0, 40.0), 20.0);
    assert_bits(obv_after(&obv, 9.0, 80.0), -60.0);
    assert_bits(obv_after(&obv, 9.5, 0.0), -60.0);
    assert_bits(obv_after(&obv, 9.75, 160.5), 100.5);
}

/* In units of the last place of the smallest volume, whole numbers say exactly what comes out. */
static void obv_is_right_to_the_last_digit(void **unused)
{
    uint64_t seed = 210;
    sigma_obv obv = obv_started();
    __extension__ __int128 total = 0;
    double close = 100.0;
    (void)unused;
    for (int32_t i = 0; i < 100000; i++) {
        double next = 90.0 + test_whole(&seed, 0, 20);
        int64_t units = (int64_t)(test_random_bits(&seed) >> test_whole(&seed, 11, 60));
        double value = obv_after(&obv, next, (double)units * 0x1p-20);
        total += i == 0 ? 0 : next > close ? units : next < close ? -units : 0;
        assert_bits(value, (double)total * 0x1p-20);
        close = next;
    }
}

static void obv_columns_have_the_bits_of_single_calls(void **unused)
{
    static const int32_t counts[] = {0, 1, 2, 100, N};
    (void)unused;
    for (int32_t c = 0; c < COUNT_OF(counts); c++) {
        sample_walk w = sample_random_walk(211);
        double volume[N], out[N + 1], close_place[N], volume_place[N];
        int32_t count = counts[c];
        sigma_obv obv = obv_started();
        random_volumes(212, volume);
        memcpy(close_place, w.close, sizeof w.close);
        memcpy(volume_place, volume, sizeof volume);
        out[count] = 77.0;
        assert_int_equal(sigma_obv_batch(w.close, volume, count, out), SIGMA_OK);
        assert_int_equal(sigma_obv_batch(close_place, volume, count, close_place), SIGMA_OK);
        assert_int_equal(sigma_obv_batch(w.close, volume_place, count, volume_place), SIGMA_OK);
        for (int32_t i = 0; i < count; i++) {
            assert_bits(out[i], obv_after(&obv, w.close[i], volume[i]));
            assert_bits(close_place[i], out[i]);
            assert_bits(volume_place[i], out[i]);
        }
        assert_bits(out[count], 77.0);
    }
}

static void obv_refuses_what_is_out_of_range(void **unused)
{
    const double bad[][2] = {{NOT_A_NUMBER, 1.0}, {1.0, NOT_A_NUMBER}, {0.0, 1.0},
                             {1.1e15, 1.0},       {1.0, -1.0},         {1.0, 1.1e18},
                             {INFINITE, 1.0},     {1.0, INFINITE},     {-1.0, 1.0}};
    sigma_obv obv = obv_started(), before;
    double value = 9.0, x[3] = {1.0, 2.0, 3.0}, v[3] = {1.0, 2.0, 3.0}, out[3] = {7.0, 7.0, 7.0};
    (void)unused;
    (void)obv_after(&obv, 1.0, 1.0);
    before = obv;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        value = 9.0;
        assert_int_equal(sigma_obv_update(&obv, bad[i][0], bad[i][1], &value), SIGMA_E_RANGE);
        assert_bits(value, 0.0);
        x[1] = bad[i][0], v[1] = bad[i][1];
        assert_int_equal(sigma_obv_batch(x, v, 3, out), SIGMA_E_RANGE);
    }
    x[1] = v[1] = 2.0;
    assert_int_equal(sigma_obv_batch(x, v, -1, out), SIGMA_E_RANGE);
    assert_int_equal(sigma_obv_batch(x, v, 2, x + 1), SIGMA_E_RANGE);
    assert_int_equal(sigma_obv_batch(x, v, 2, v + 1), SIGMA_E_RANGE);
    assert_true(out[0] == 7.0 && out[1] == 7.0 && out[2] == 7.0);
    assert_same(obv, before);
}

static void obv_refuses_null(void **unused)
{
    sigma_obv obv = obv_started(), before = obv;
    double value = 9.0, x = 1.0;
    (void)unused;
    assert_int_equal(sigma_obv_init(NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_obv_update(NULL, 1.0, 1.0, &value), SIGMA_E_NULL);
    assert_bits(value, 0.0);
    assert_int_equal(sigma_obv_update(&obv, 1.0, 1.0, NULL), SIGMA_E_NULL);
    value = 9.0;
    assert_int_equal(sigma_obv_read(NULL, &value), SIGMA_E_NULL);
    assert_bits(value, 0.0);
    assert_int_equal(sigma_obv_read(&obv, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_obv_batch(NULL, &x, 1, &value), SIGMA_E_NULL);
    assert_int_equal(sigma_obv_batch(&x, NULL, 1, &value), SIGMA_E_NULL);
    assert_int_equal(sigma_obv_batch(&x, &x, 1, NULL), SIGMA_E_NULL);
    assert_same(obv, before);
}

static void obv_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_obv obv;
    double value = 9.0;
    (void)field, (void)context;
    memcpy(&obv, damaged, sizeof obv);
    assert_int_equal(sigma_obv_update(&obv, 2.0, 1.0, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    value = 9.0;
    assert_int_equal(sigma_obv_read(&obv, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    assert_memory_equal(&obv, damaged, sizeof obv);
}

static void a_damaged_obv_is_refused(void **unused)
{
    sigma_obv obv = obv_started(), zero = {0}, before;
    double value = 9.0;
    (void)unused;
    assert_int_equal(sigma_obv_read(&obv, &value), SIGMA_WARMUP);
    assert_bits(value, 0.0);
    obv_refuses(&zero, NULL, NULL);
    assert_true(damage_each(SIGMA_KIND_OBV, &obv, obv_refuses, NULL) > 20);
    (void)obv_after(&obv, 1.0, 1.0);
    obv.value = 1e33; /* the next sum leaves the range */
    before = obv;
    assert_int_equal(sigma_obv_update(&obv, 2.0, 1e18, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    assert_same(obv, before);
}

/* ---- average price */

static void vwap_by_hand(void **unused)
{
    sigma_vwap vwap = vwap_started();
    (void)unused;
    assert_bits(vwap_after(&vwap, 11.0, 9.0, 10.0, 0.0), 10.0);  /* nothing was traded */
    assert_bits(vwap_after(&vwap, 14.0, 12.0, 13.0, 0.0), 13.0); /* so it is the last price */
    assert_bits(vwap_after(&vwap, 13.0, 11.0, 12.0, 2.0), 12.0);
    assert_bits(vwap_after(&vwap, 21.0, 15.0, 18.0, 1.0), 14.0);
    assert_bits(vwap_after(&vwap, 21.0, 15.0, 18.0, 0.0), 14.0);
    assert_int_equal(sigma_vwap_session(&vwap, 0), SIGMA_OK); /* the same session */
    assert_bits(vwap_after(&vwap, 8.0, 8.0, 8.0, 3.0), 11.0);
    assert_int_equal(sigma_vwap_session(&vwap, -5), SIGMA_OK);
    assert_bits(vwap_after(&vwap, 8.0, 8.0, 8.0, 3.0), 8.0);
}

static void vwap_follows_the_formula(void **unused)
{
    sample_walk w = sample_random_walk(213);
    double volume[N];
    (void)unused;
    random_volumes(214, volume);
    for (int32_t length = 1; length <= N; length += 37) {
        sigma_vwap vwap = vwap_started();
        long double money = 0.0L, traded = 0.0L;
        for (int32_t i = 0; i < N; i++) {
            double h = w.high[i], l = w.low[i], c = w.close[i];
            if (i % length == 0) {
                money = traded = 0.0L;
            }
            long double typical = ((long double)h + (long double)l + (long double)c) / 3.0L;
            long double size = (long double)volume[i];
            money += typical * size;
            traded += size;
            assert_int_equal(sigma_vwap_session(&vwap, i / length), SIGMA_OK);
            double value = vwap_after(&vwap, h, l, c, volume[i]);
            assert_near(value, (double)(traded > 0.0L ? money / traded : typical), 1e-15);
        }
    }
}

/* A price that does not move is its own average, whatever its digits and volumes are. */
static void a_flat_price_is_its_own_average(void **unused)
{
    uint64_t seed = 215;
    (void)unused;
    for (int32_t run = 0; run < 1000; run++) {
        double price = test_decades(&seed, 1e-15, 1e15);
        sigma_vwap vwap = vwap_started();
        for (int32_t i = 0; i < 20; i++) {
            double volume = test_decades(&seed, 1e-320, 1e18);
            assert_bits(vwap_after(&vwap, price, price, price, volume), price);
        }
    }
}

static void vwap_lies_among_the_prices(void **unused)
{
    uint64_t seed = 216;
    (void)unused;
    for (int32_t run = 0; run < 300; run++) {
        sigma_vwap vwap = vwap_started();
        double least = 1e15, greatest = 1e-15;
        for (int32_t i = 0; i < 50; i++) {
            double low = test_decades(&seed, 1e-15, 1e15), high = test_decades(&seed, low, 1e15);
            double close = test_between(&seed, low, high);
            double value = vwap_after(&vwap, high, low, close, test_decades(&seed, 1e-320, 1e18));
            least = fmin(least, low), greatest = fmax(greatest, high);
            assert_true(value >= least * (1.0 - 1e-15) - 1e-15 * greatest);
            assert_true(value <= greatest * (1.0 + 1e-15));
            assert_true(value >= 1e-15 && value <= 1e15);
        }
    }
}

static void vwap_columns_have_the_bits_of_single_calls(void **unused)
{
    static const int32_t counts[] = {0, 1, 2, 100, N};
    (void)unused;
    for (int32_t c = 0; c < COUNT_OF(counts) * 4; c++) {
        sample_walk w = sample_random_walk(217), p = w;
        double volume[N], out[N + 1], volume_place[N];
        double *place[4] = {p.high, p.low, p.close, volume_place};
        int32_t count = counts[c / 4];
        sigma_vwap vwap = vwap_started();
        random_volumes(218, volume);
        volume[0] = volume[1] = 0.0;
        memcpy(volume_place, volume, sizeof volume);
        out[count] = 77.0;
        assert_int_equal(sigma_vwap_batch(w.high, w.low, w.close, volume, count, out), SIGMA_OK);
        assert_int_equal(
            sigma_vwap_batch(p.high, p.low, p.close, volume_place, count, place[c % 4]), SIGMA_OK);
        for (int32_t i = 0; i < count; i++) {
            double value = vwap_after(&vwap, w.high[i], w.low[i], w.close[i], volume[i]);
            assert_bits(out[i], value);
            assert_bits(place[c % 4][i], value);
        }
        assert_bits(out[count], 77.0);
    }
}

static void vwap_refuses_what_is_out_of_range(void **unused)
{
    const double bad[][4] = {{NOT_A_NUMBER, 1, 1, 1}, {2, NOT_A_NUMBER, 1, 1},
                             {2, 1, NOT_A_NUMBER, 1}, {2, 1, 1, NOT_A_NUMBER},
                             {1, 2, 1.5, 1},          {2, 1, 3, 1},
                             {2, 1, 0.5, 1},          {2, 0, 1, 1},
                             {INFINITE, 1, 1, 1},     {2, 1, 1, -1},
                             {2, 1, 1, 1.1e18},       {2, 1, 1, INFINITE}};
    sigma_vwap vwap = vwap_started(), before;
    double h[3] = {2, 2, 2}, l[3] = {1, 1, 1}, c[3] = {1, 1, 1}, v[3] = {1, 1, 1}, out[3] = {7};
    (void)unused;
    (void)vwap_after(&vwap, 2.0, 1.0, 1.0, 1.0);
    before = vwap;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        double value = 9.0;
        assert_int_equal(
            sigma_vwap_update(&vwap, bad[i][0], bad[i][1], bad[i][2], bad[i][3], &value),
            SIGMA_E_RANGE);
        assert_bits(value, 0.0);
        h[1] = bad[i][0], l[1] = bad[i][1], c[1] = bad[i][2], v[1] = bad[i][3];
        assert_int_equal(sigma_vwap_batch(h, l, c, v, 3, out), SIGMA_E_RANGE);
    }
    h[1] = 2, l[1] = c[1] = v[1] = 1;
    assert_int_equal(sigma_vwap_batch(h, l, c, v, -1, out), SIGMA_E_RANGE);
    assert_int_equal(sigma_vwap_batch(h, l, c, v, 2, h + 1), SIGMA_E_RANGE);
    assert_int_equal(sigma_vwap_batch(h, l, c, v, 2, l + 1), SIGMA_E_RANGE);
    assert_int_equal(sigma_vwap_batch(h, l, c, v, 2, c + 1), SIGMA_E_RANGE);
    assert_int_equal(sigma_vwap_batch(h, l, c, v, 2, v + 1), SIGMA_E_RANGE);
    assert_true(out[0] == 7.0 && out[1] == 0.0 && out[2] == 0.0);
    assert_same(vwap, before);
}

static void vwap_refuses_null(void **unused)
{
    sigma_vwap vwap = vwap_started(), before = vwap;
    double value = 9.0, x = 1.0;
    (void)unused;
    assert_int_equal(sigma_vwap_init(NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_vwap_session(NULL, 1), SIGMA_E_NULL);
    assert_int_equal(sigma_vwap_update(NULL, x, x, x, x, &value), SIGMA_E_NULL);
    assert_bits(value, 0.0);
    assert_int_equal(sigma_vwap_update(&vwap, x, x, x, x, NULL), SIGMA_E_NULL);
    value = 9.0;
    assert_int_equal(sigma_vwap_read(NULL, &value), SIGMA_E_NULL);
    assert_bits(value, 0.0);
    assert_int_equal(sigma_vwap_read(&vwap, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_vwap_batch(NULL, &x, &x, &x, 1, &value), SIGMA_E_NULL);
    assert_int_equal(sigma_vwap_batch(&x, NULL, &x, &x, 1, &value), SIGMA_E_NULL);
    assert_int_equal(sigma_vwap_batch(&x, &x, NULL, &x, 1, &value), SIGMA_E_NULL);
    assert_int_equal(sigma_vwap_batch(&x, &x, &x, NULL, 1, &value), SIGMA_E_NULL);
    assert_int_equal(sigma_vwap_batch(&x, &x, &x, &x, 1, NULL), SIGMA_E_NULL);
    assert_same(vwap, before);
}

static void vwap_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_vwap vwap;
    double value = 9.0;
    (void)field, (void)context;
    memcpy(&vwap, damaged, sizeof vwap);
    assert_int_equal(sigma_vwap_update(&vwap, 2.0, 1.0, 1.0, 1.0, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    value = 9.0;
    assert_int_equal(sigma_vwap_read(&vwap, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    assert_int_equal(sigma_vwap_session(&vwap, 77), SIGMA_E_STATE);
    assert_memory_equal(&vwap, damaged, sizeof vwap);
}

static void a_damaged_vwap_is_refused(void **unused)
{
    sigma_vwap vwap = vwap_started(), zero = {0}, before;
    double value = 9.0;
    (void)unused;
    assert_int_equal(sigma_vwap_read(&vwap, &value), SIGMA_WARMUP);
    assert_bits(value, 0.0);
    vwap_refuses(&zero, NULL, NULL);
    assert_true(damage_each(SIGMA_KIND_VWAP, &vwap, vwap_refuses, NULL) > 30);
    (void)vwap_after(&vwap, 1.0, 1.0, 1.0, 1.0);
    vwap.volume = 1e33; /* the next sum leaves the range */
    before = vwap;
    assert_int_equal(sigma_vwap_update(&vwap, 1.0, 1.0, 1.0, 1e18, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    assert_same(vwap, before);
    vwap.first = 1e-15;
    vwap.moved = 1e48;
    vwap.volume = 1e-300;
    assert_int_equal(sigma_vwap_read(&vwap, &value), SIGMA_OK);
    assert_bits(value, 1e15); /* forged, but a price */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(obv_by_hand),
        cmocka_unit_test(obv_is_right_to_the_last_digit),
        cmocka_unit_test(obv_columns_have_the_bits_of_single_calls),
        cmocka_unit_test(obv_refuses_what_is_out_of_range),
        cmocka_unit_test(obv_refuses_null),
        cmocka_unit_test(a_damaged_obv_is_refused),
        cmocka_unit_test(vwap_by_hand),
        cmocka_unit_test(vwap_follows_the_formula),
        cmocka_unit_test(a_flat_price_is_its_own_average),
        cmocka_unit_test(vwap_lies_among_the_prices),
        cmocka_unit_test(vwap_columns_have_the_bits_of_single_calls),
        cmocka_unit_test(vwap_refuses_what_is_out_of_range),
        cmocka_unit_test(vwap_refuses_null),
        cmocka_unit_test(a_damaged_vwap_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
