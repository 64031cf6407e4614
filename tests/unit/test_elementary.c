/* SPDX-License-Identifier: MIT */
#include "elementary_few.h"
#include "test.h"

enum { EXP, EXPM1, LOG, LOG1P, TANH, CDF, QUANTILE, FUNCTIONS };

typedef double function(double x);

static function *const functions[FUNCTIONS] = {
    [EXP] = sigma_exp,
    [EXPM1] = sigma_expm1,
    [LOG] = sigma_log,
    [LOG1P] = sigma_log1p,
    [TANH] = sigma_tanh,
    [CDF] = sigma_normal_cdf,
    [QUANTILE] = sigma_normal_quantile,
};

typedef struct vector {
    int32_t function;
    uint64_t argument;
    uint64_t result; /* correctly rounded */
} vector;

static const vector vectors[] = {
#include "vectors/elementary.inc"
};

/* Where the functions are finite and move, and where that matters most. */
typedef struct range {
    double low, high;
    double from, to;
} range;

static const range ranges[FUNCTIONS] = {
    [EXP] = {-745.0, 709.7, -745.0, 709.7},
    [EXPM1] = {-40.0, 709.7, -40.0, 40.0},
    [LOG] = {0x1p-1070, 1.7e308, 0x1p-20, 2.0},
    [LOG1P] = {-1.0 + 0x1p-50, 1.7e308, -1.0 + 0x1p-50, 2.0},
    [TANH] = {-20.0, 20.0, -2.0, 2.0},
    [CDF] = {-38.4, 8.2, -38.4, 8.2},
    [QUANTILE] = {0x1p-1070, 1.0 - 0x1p-50, 0x1p-30, 1.0 - 0x1p-50},
};

static const double TINIEST = 0x1p-1074;
static const uint64_t NAN_BITS = UINT64_C(0x7ff8000000000000);

/* Whole numbers in the order of the doubles; both zeros have 0. */
static int64_t place_of(double x)
{
    int64_t bits = (int64_t)(test_bits_of(x) & INT64_MAX);
    return signbit(x) ? -bits : bits;
}

static double at_place(int64_t place)
{
    return place < 0 ? -test_from_bits((uint64_t)-place) : test_from_bits((uint64_t)place);
}

static int64_t distance(double a, double b)
{
    return llabs(place_of(a) - place_of(b));
}

/* Half of them evenly and half by decades. No line can be fused, and no function of the C library
 * is called, so they are the same everywhere. */
static double random_argument(int32_t f, uint64_t *seed)
{
    const range *r = &ranges[f];
    uint64_t bits = test_random_bits(seed);
    uint64_t low = (uint64_t)place_of(r->low), high = (uint64_t)place_of(r->high);

    if (bits & 1) {
        double width = r->to - r->from, share = (double)(bits >> 11) * 0x1p-53;
        double above = width * share;
        return r->from + above;
    }
    return at_place((int64_t)(low + (bits >> 1) % (high - low)));
}

/* ---- values */

static void assert_nan(double x)
{
    assert_true(test_bits_of(x) == NAN_BITS);
}

static void every_nan_is_the_same(void **unused)
{
    static const uint64_t nans[] = {0x7ff8000000000000, 0xfff8000000000000, 0x7ff0000000000001,
                                    0xffffffffffffffff};
    (void)unused;
    for (int32_t f = 0; f < FUNCTIONS; f++) {
        for (int32_t i = 0; i < COUNT_OF(nans); i++) {
            assert_nan(functions[f](test_from_bits(nans[i])));
        }
    }
    assert_nan(sigma_log(-TINIEST));
    assert_nan(sigma_log(-1.0));
    assert_nan(sigma_log(-INFINITE));
    assert_nan(sigma_log1p(-1.0 - 0x1p-52));
    assert_nan(sigma_log1p(-INFINITE));
    assert_nan(sigma_normal_quantile(-TINIEST));
    assert_nan(sigma_normal_quantile(1.0 + 0x1p-52));
    assert_nan(sigma_normal_quantile(INFINITE));
    assert_nan(sigma_normal_quantile(-INFINITE));
}

static void infinities_come_and_go(void **unused)
{
    (void)unused;
    assert_bits(sigma_exp(INFINITE), INFINITE);
    assert_bits(sigma_exp(-INFINITE), 0.0);
    assert_bits(sigma_expm1(INFINITE), INFINITE);
    assert_bits(sigma_expm1(-INFINITE), -1.0);
    assert_bits(sigma_log(INFINITE), INFINITE);
    assert_bits(sigma_log(0.0), -INFINITE);
    assert_bits(sigma_log(-0.0), -INFINITE);
    assert_bits(sigma_log1p(INFINITE), INFINITE);
    assert_bits(sigma_log1p(-1.0), -INFINITE);
    assert_bits(sigma_tanh(INFINITE), 1.0);
    assert_bits(sigma_tanh(-INFINITE), -1.0);
    assert_bits(sigma_normal_cdf(INFINITE), 1.0);
    assert_bits(sigma_normal_cdf(-INFINITE), 0.0);
    assert_bits(sigma_normal_quantile(0.0), -INFINITE);
    assert_bits(sigma_normal_quantile(-0.0), -INFINITE);
    assert_bits(sigma_normal_quantile(1.0), INFINITE);
}

static void simple_values_are_exact(void **unused)
{
    (void)unused;
    assert_bits(sigma_exp(0.0), 1.0);
    assert_bits(sigma_exp(-0.0), 1.0);
    assert_bits(sigma_exp(TINIEST), 1.0);
    assert_bits(sigma_log(1.0), 0.0);
    assert_bits(sigma_normal_cdf(0.0), 0.5);
    assert_bits(sigma_normal_cdf(-0.0), 0.5);
    assert_bits(sigma_normal_quantile(0.5), 0.0);
    assert_bits(sigma_sqrt(2.0), sqrt(2.0));
    assert_bits(sigma_sqrt(-0.0), -0.0);
}

static void numbers_too_small_to_change_stay(void **unused)
{
    static const double small[] = {0.0, 0x1p-1074, 0x1.8p-1073, 0x1p-1022, 1e-300, 0x1.8p-60};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(small); i++) {
        assert_bits(sigma_expm1(small[i]), small[i]);
        assert_bits(sigma_expm1(-small[i]), -small[i]);
        assert_bits(sigma_log1p(small[i]), small[i]);
        assert_bits(sigma_log1p(-small[i]), -small[i]);
        assert_bits(sigma_tanh(small[i]), small[i]);
        assert_bits(sigma_tanh(-small[i]), -small[i]);
    }
}

/* The thresholds are log((1 - 2^-54) 2^1024) and log(2^-1075), rounded to the inside. */
static void the_ends_of_the_range_are_met(void **unused)
{
    (void)unused;
    assert_bits(sigma_exp(0x1.62e42fefa39efp+9), 0x1.fffffffffff2ap+1023);
    assert_bits(sigma_exp(0x1.62e42fefa39f0p+9), INFINITE);
    assert_bits(sigma_exp(749.0), INFINITE);
    assert_bits(sigma_exp(1e300), INFINITE);
    assert_bits(sigma_expm1(0x1.62e42fefa39efp+9), 0x1.fffffffffff2ap+1023);
    assert_bits(sigma_expm1(0x1.62e42fefa39f0p+9), INFINITE);
    assert_bits(sigma_exp(-0x1.74910d52d3051p+9), TINIEST);
    assert_bits(sigma_exp(-0x1.74910d52d3052p+9), 0.0);
    assert_bits(sigma_exp(-1e300), 0.0);
    assert_bits(sigma_expm1(-51.0), -1.0);
    assert_bits(sigma_expm1(-1e300), -1.0);
    assert_bits(sigma_tanh(23.0), 1.0);
    assert_bits(sigma_tanh(-1e300), -1.0);
    assert_bits(sigma_normal_cdf(10.0), 1.0);
    assert_bits(sigma_normal_cdf(-38.6), 0.0);
    assert_bits(sigma_normal_cdf(-1e300), 0.0);
}

/* Correct rounding is not claimed, but an error of 0.7 ulp leaves its neighbours as the only other
 * answers, and seldom. */
static void results_are_the_nearest_double_or_the_next(void **unused)
{
    int32_t asked[FUNCTIONS] = {0}, nearest[FUNCTIONS] = {0};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(vectors); i++) {
        int32_t f = vectors[i].function;
        double expected = test_from_bits(vectors[i].result);
        double actual = functions[f](test_from_bits(vectors[i].argument));
        if (distance(actual, expected) > 1) {
            assert_bits(actual, expected);
        }
        asked[f]++;
        nearest[f] += distance(actual, expected) == 0;
    }
    for (int32_t f = 0; f < FUNCTIONS; f++) {
        assert_true(asked[f] >= 300);
        assert_true(nearest[f] >= 0.95 * asked[f]);
    }
}

/* ---- the same on every machine */

/* FNV-1a (Fowler, Noll and Vo), with the bits of a result in place of a byte. */
static uint64_t results_hash(int32_t f)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325), seed = 1;
    for (int32_t i = 0; i < 200000; i++) {
        hash = (hash ^ test_bits_of(functions[f](random_argument(f, &seed)))) *
               UINT64_C(0x100000001b3);
    }
    return hash;
}

static void the_bits_are_those_of_every_machine(void **unused)
{
    static const uint64_t hashes[FUNCTIONS] = {
        0x151320a71356c40a, 0x4e5f09ccab4ae800, 0xe2b8ced5aab25284, 0x222534dd5c77142b,
        0x0e8d82145adad120, 0xfef713c02bd783a3, 0x2e333940c9824f74};
    bool same = true;
    (void)unused;
    for (int32_t f = 0; f < FUNCTIONS; f++) {
        uint64_t hash = results_hash(f);
        if (hash != hashes[f]) {
            print_error("function %d: 0x%016llx\n", f, (unsigned long long)hash);
            same = false;
        }
    }
    assert_true(same);
}

/* ---- monotonicity */

static void assert_rises_around(int32_t f, double x, int64_t places)
{
    int64_t middle = place_of(x);
    double last = functions[f](at_place(middle - places));
    for (int64_t i = middle - places + 1; i <= middle + places; i++) {
        double next = functions[f](at_place(i));
        if (!(last <= next)) {
            print_error("function %d turns back at %a\n", f, at_place(i));
        }
        assert_true(last <= next);
        last = next;
    }
}

static void exponentials_rise_across_cells(void **unused)
{
    (void)unused;
    for (int32_t n = -137500; n <= 131050; n += abs(n) < 300 ? 1 : 13) {
        assert_rises_around(EXP, (n + 0.5) * 0.6931471805599453 / 128.0, abs(n) < 300 ? 100 : 5);
    }
    for (int32_t n = -7000; n <= 9000; n += abs(n) < 300 ? 1 : 13) {
        assert_rises_around(EXPM1, (n + 0.5) * 0.6931471805599453 / 128.0, abs(n) < 300 ? 100 : 5);
    }
}

/* Thirty-two to the octave. */
static void tanh_rises_across_cells(void **unused)
{
    (void)unused;
    for (double x = 0.125; x < 24.0; x += ldexp(1.0, ilogb(x) - 5)) {
        assert_rises_around(TANH, x, 5000);
        assert_rises_around(TANH, -x, 5000);
    }
}

static void logarithms_rise_across_cells(void **unused)
{
    (void)unused;
    for (uint64_t i = 128; i < 2047 * 128; i += i / 1024 == 127 ? 1 : 7) {
        double edge = test_from_bits((2 * i + 1) << 44);
        assert_rises_around(LOG, edge, 5);
        if (edge > 0x1p-50) {
            assert_rises_around(LOG1P, edge - 1.0, 5);
        }
    }
}

static void probabilities_rise_across_cells(void **unused)
{
    (void)unused;
    for (double x = 0.5; x < 39.0; x += ldexp(1.0, ilogb(x) - 3)) {
        assert_rises_around(CDF, -x, 1000);
        assert_rises_around(CDF, x, 1000);
        assert_rises_around(QUANTILE, exp(-x * x / 2.0), 20000);
    }
}

static void functions_rise_at_the_ends_of_their_parts(void **unused)
{
    static const struct {
        int32_t function;
        double x;
    } ends[] = {
        {EXP, -708.0},       {EXP, 709.0},         {EXP, 0.0},       {EXPM1, -50.0},
        {EXPM1, 50.0},       {EXPM1, 0.25},        {EXPM1, -0.25},   {EXPM1, 0x1p-54},
        {EXPM1, -0x1p-54},   {EXPM1, 0.0},         {LOG, 0x1p-1022}, {LOG, 1.0},
        {LOG1P, 0x1p-8},     {LOG1P, -0x1p-8},     {LOG1P, 0.0},     {TANH, 0.125},
        {TANH, -0.125},      {TANH, 0x1p-28},      {TANH, -0x1p-28}, {TANH, 22.0},
        {TANH, -22.0},       {TANH, 0.0},          {CDF, -0.5},      {CDF, 0.5},
        {CDF, -39.0},        {CDF, 9.0},           {CDF, 0.0},       {QUANTILE, 0.3125},
        {QUANTILE, 0.6875},  {QUANTILE, 0.5},      {CDF, -38.48},    {TANH, 19.0615473},
        {TANH, -19.0615473}, {EXPM1, -37.4299478}, {CDF, 8.29236},   {EXP, -0x1.6232bdd7abcd2p+9},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(ends); i++) {
        assert_rises_around(ends[i].function, ends[i].x, 10000);
    }
}

static void functions_rise_anywhere(void **unused)
{
    uint64_t seed = 7;
    (void)unused;
    for (int32_t f = 0; f < FUNCTIONS; f++) {
        for (int32_t i = 0; i < 20000; i++) {
            assert_rises_around(f, random_argument(f, &seed), 3);
        }
    }
}

/* ---- identities */

static void tanh_and_quantile_are_odd(void **unused)
{
    uint64_t seed = 3;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        double x = random_argument(TANH, &seed), p = 1.0 - random_argument(QUANTILE, &seed);
        assert_bits(sigma_tanh(-x), -sigma_tanh(x));
        if (p > 0.5 && p < 1.0) {
            assert_bits(sigma_normal_quantile(1.0 - p), -sigma_normal_quantile(p));
        }
    }
}

/* The cell of 0, others, and all that is in no cell, side by side in one call. */
static void several_tanhs_are_those_of_each(void **unused)
{
    static const double ends[] = {0.0,   -0.0,     0x1p-28, 0x1.0000000000001p-28,
                                  0.125, 0.126,    22.0,    22.0001,
                                  1e300, INFINITE, 5e-324,  -(double)NAN};
    uint64_t seed = 5;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        double x[SIGMA_TANHS], y[SIGMA_TANHS];
        for (int32_t k = 0; k < SIGMA_TANHS; k++) {
            double end = ends[(i + k) % COUNT_OF(ends)];
            x[k] = (i >> k & 1) ? random_argument(TANH, &seed) : i % 3 ? end : -end;
        }
        sigma_tanhs(x, y);
        for (int32_t k = 0; k < SIGMA_TANHS; k++) {
            assert_bits(y[k], sigma_tanh(x[k]));
        }
        sigma_tanhs(x, x);
        assert_memory_equal(x, y, sizeof x);
    }
}

typedef void several(const double *x, double *y);

/* Of random arguments, held within a range, and of its ends, in every place. */
static void assert_several(several *take, int32_t f, const double *ends, int32_t count)
{
    double least = ends[0], most = ends[1];
    uint64_t seed = 6;
    for (int32_t i = 0; i < 20000; i++) {
        double x[SIGMA_FEW], y[SIGMA_FEW];
        for (int32_t k = 0; k < SIGMA_FEW; k++) {
            double end = ends[i / 16 % count];
            double held = fmin(fmax(random_argument(f, &seed), least), most);
            x[k] = i % 16 >> k & 1 ? end : held;
        }
        take(x, y);
        for (int32_t k = 0; k < SIGMA_FEW; k++) {
            assert_bits(y[k], functions[f](x[k]));
        }
        take(x, x);
        assert_memory_equal(x, y, sizeof x);
    }
}

static void several_exps_are_those_of_each(void **unused)
{
    static const double ends[] = {-708.0, 709.0, 0.0, -0.0, -1e-300, 5e-324, -690.7755278982137};
    (void)unused;
    assert_several(sigma_exps, EXP, ends, COUNT_OF(ends));
}

static void several_log1ps_are_those_of_each(void **unused)
{
    static const double ends[] = {0.0,
                                  1.7976931348623157e308,
                                  0x1p-8,
                                  0x1.0000000000001p-8,
                                  0x1.fffffffffffffp-9,
                                  5e-324,
                                  1e15,
                                  0x1.0000000000001p53,
                                  0x1.8000000000001p53,
                                  1e300,
                                  1e-9,
                                  1.0};
    (void)unused;
    assert_several(sigma_log1ps, LOG1P, ends, COUNT_OF(ends));
}

static void the_logarithm_undoes_the_exponential(void **unused)
{
    uint64_t seed = 4;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        double x = test_between(&seed, -700.0, 700.0), small = test_between(&seed, -0.7, 0.7);
        assert_close(sigma_log(sigma_exp(x)), x, 0x1p-53 + 0x1p-52 * fabs(x));
        assert_near(sigma_log1p(sigma_expm1(small)), small, 0x1p-50);
        assert_near(sigma_expm1(sigma_log1p(small)), small, 0x1p-49);
    }
}

static void the_probabilities_of_both_sides_make_one(void **unused)
{
    uint64_t seed = 5;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        double x = test_between(&seed, -10.0, 10.0);
        assert_close(sigma_normal_cdf(x) + sigma_normal_cdf(-x), 1.0, 0x1p-52);
    }
}

/* Below 2^-14 even the nearest double to the quantile may be 8 ulp of p away. */
static void the_quantile_undoes_the_probability(void **unused)
{
    uint64_t seed = 6;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        double p = test_decades(&seed, 0x1p-14, 0.999), tail = test_decades(&seed, 1e-300, 1e-4);
        double x = sigma_normal_quantile(tail);
        assert_true(distance(sigma_normal_cdf(sigma_normal_quantile(p)), p) <= 9);
        assert_near(sigma_normal_cdf(x), tail, 0x1p-52 * (x * x + 2.0));
    }
}

/* Down to the last subnormal and then 0. */
static void small_probabilities_fade_out(void **unused)
{
    double last = 1.0, x = -37.0;
    (void)unused;
    for (; sigma_normal_cdf(x) > 0.0; x -= 0x1p-12) {
        double next = sigma_normal_cdf(x);
        assert_true(next <= last);
        last = next;
    }
    assert_bits(last, TINIEST);
    assert_close(x, -38.4854, 1e-3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_nan_is_the_same),
        cmocka_unit_test(infinities_come_and_go),
        cmocka_unit_test(simple_values_are_exact),
        cmocka_unit_test(numbers_too_small_to_change_stay),
        cmocka_unit_test(the_ends_of_the_range_are_met),
        cmocka_unit_test(results_are_the_nearest_double_or_the_next),
        cmocka_unit_test(the_bits_are_those_of_every_machine),
        cmocka_unit_test(exponentials_rise_across_cells),
        cmocka_unit_test(logarithms_rise_across_cells),
        cmocka_unit_test(tanh_rises_across_cells),
        cmocka_unit_test(probabilities_rise_across_cells),
        cmocka_unit_test(functions_rise_at_the_ends_of_their_parts),
        cmocka_unit_test(functions_rise_anywhere),
        cmocka_unit_test(tanh_and_quantile_are_odd),
        cmocka_unit_test(several_tanhs_are_those_of_each),
        cmocka_unit_test(several_exps_are_those_of_each),
        cmocka_unit_test(several_log1ps_are_those_of_each),
        cmocka_unit_test(the_logarithm_undoes_the_exponential),
        cmocka_unit_test(the_probabilities_of_both_sides_make_one),
        cmocka_unit_test(the_quantile_undoes_the_probability),
        cmocka_unit_test(small_probabilities_fade_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
