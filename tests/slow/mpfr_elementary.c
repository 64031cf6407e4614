/* SPDX-License-Identifier: MIT */
/* Compares the elementary functions with MPFR and prints the largest error of each span of their
 * arguments, in units of the last place of the exact result, and where. Every point is compared
 * with the next double as well: the functions must not turn back.
 *
 * Usage: mpfr_elementary [POINTS [SEED [FUNCTION]]]; a million points of each function by default,
 * shared out evenly among its spans.
 * Returns 1 if an error is above its limit or a function is not monotone. Needs libmpfr. */
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mpfr.h>

#include "bytes.h"
#include "elementary.h"

enum { PRECISION = 200 };
enum { LINEAR, DECADES, AROUND }; /* how points lie in a span */

typedef struct span {
    double low, high; /* of AROUND: the middle, and the most units of the last place from it */
    int32_t spread;
} span;

/* What of a result was worst. */
typedef struct worst {
    double error, at;
} worst;

typedef void measure(double x, double y, worst *found);

typedef struct function {
    const char *name;
    double (*compute)(double x);
    measure *error;
    double most; /* ulp */
    span spans[16];
} function;

static mpfr_t exact, help;

/* ---- points */

static uint64_t random_bits(uint64_t *seed)
{
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return *seed * UINT64_C(2685821657736338717);
}

/* The whole numbers in the order of the doubles. */
static int64_t place_of(double x)
{
    int64_t bits = (int64_t)(sigma_bits(x) & INT64_MAX);
    return signbit(x) ? -bits : bits;
}

static double at_place(int64_t place)
{
    double x = sigma_from_bits((uint64_t)(place < 0 ? -place : place));
    return place < 0 ? -x : x;
}

static double point(const span *s, uint64_t *seed)
{
    uint64_t bits = random_bits(seed);
    double share = (double)(bits >> 11) * 0x1p-53;
    int64_t low = place_of(s->low), high = place_of(s->high);

    if (s->spread == LINEAR) {
        return s->low + (s->high - s->low) * share;
    }
    if (s->spread == AROUND) {
        return at_place(low + (int64_t)((share - 0.5) * s->high));
    }
    return at_place(low + (int64_t)(bits % (uint64_t)(high - low + 1)));
}

/* ---- errors */

/* NaN is the worst of all. */
static void note(worst *found, double error, double at)
{
    if (!isnan(found->error) && !(error <= found->error)) {
        *found = (worst){.error = error, .at = at};
    }
}

/* One unit of the last place of the exact number. */
static double unit_of(mpfr_t number)
{
    long exponent = mpfr_zero_p(number) ? -1073 : mpfr_get_exp(number);
    return ldexp(1.0, (int)(exponent < -1021 ? -1074 : exponent - 53));
}

/* |y - exact| in units of exact; an infinite y counts as 2^1024. */
static void compare(double x, double y, worst *found)
{
    double unit = unit_of(exact);

    if (isinf(y)) {
        mpfr_set_ui_2exp(help, 1, 1024, MPFR_RNDN);
        unit = 0x1p971;
    } else {
        mpfr_set_d(help, y, MPFR_RNDN);
    }
    mpfr_sub(help, help, exact, MPFR_RNDN);
    if (isinf(y) && mpfr_sgn(help) < 0) {
        mpfr_set_ui(help, 0, MPFR_RNDN);
    }
    mpfr_div_d(help, help, unit, MPFR_RNDN);
    note(found, fabs(mpfr_get_d(help, MPFR_RNDN)), x);
}

static void exp_error(double x, double y, worst *found)
{
    mpfr_set_d(exact, x, MPFR_RNDN);
    mpfr_exp(exact, exact, MPFR_RNDN);
    compare(x, y, found);
}

static void expm1_error(double x, double y, worst *found)
{
    mpfr_set_d(exact, x, MPFR_RNDN);
    mpfr_expm1(exact, exact, MPFR_RNDN);
    compare(x, y, found);
}

static void log_error(double x, double y, worst *found)
{
    mpfr_set_d(exact, x, MPFR_RNDN);
    mpfr_log(exact, exact, MPFR_RNDN);
    compare(x, y, found);
}

static void log1p_error(double x, double y, worst *found)
{
    mpfr_set_d(exact, x, MPFR_RNDN);
    mpfr_log1p(exact, exact, MPFR_RNDN);
    compare(x, y, found);
}

static void tanh_error(double x, double y, worst *found)
{
    mpfr_set_d(exact, x, MPFR_RNDN);
    mpfr_tanh(exact, exact, MPFR_RNDN);
    compare(x, y, found);
}

/* exact = cdf(x) = erfc(-x / sqrt(2)) / 2 */
static void exact_cdf(double x)
{
    mpfr_set_d(exact, -x, MPFR_RNDN);
    mpfr_sqrt_ui(help, 2, MPFR_RNDN);
    mpfr_div(exact, exact, help, MPFR_RNDN);
    mpfr_erfc(exact, exact, MPFR_RNDN);
    mpfr_div_2ui(exact, exact, 1, MPFR_RNDN);
}

static void cdf_error(double x, double y, worst *found)
{
    exact_cdf(x);
    compare(x, y, found);
}

/* help = exp(-x^2 / 2) / sqrt(2 pi) */
static void density(double x)
{
    mpfr_t root;
    mpfr_init2(root, PRECISION);
    mpfr_const_pi(root, MPFR_RNDN);
    mpfr_mul_ui(root, root, 2, MPFR_RNDN);
    mpfr_sqrt(root, root, MPFR_RNDN);
    mpfr_set_d(help, x, MPFR_RNDN);
    mpfr_sqr(help, help, MPFR_RNDN);
    mpfr_div_si(help, help, -2, MPFR_RNDN);
    mpfr_exp(help, help, MPFR_RNDN);
    mpfr_div(help, help, root, MPFR_RNDN);
    mpfr_clear(root);
}

/* x = quantile(p) is wrong by (cdf(x) - p) / density(x), which is below an ulp and so nearly exact.
 */
static void quantile_error(double p, double x, worst *found)
{
    exact_cdf(x);
    mpfr_sub_d(exact, exact, p, MPFR_RNDN);
    density(x);
    mpfr_div(exact, exact, help, MPFR_RNDN);
    mpfr_set_d(help, x, MPFR_RNDN);
    mpfr_div_d(exact, exact, unit_of(help), MPFR_RNDN);
    note(found, fabs(mpfr_get_d(exact, MPFR_RNDN)), p);
}

/* The same, in units of the probability. */
static void probability_error(double p, double x, worst *found)
{
    exact_cdf(x);
    compare(p, p, &(worst){.error = 0.0});
    note(found, fabs(mpfr_get_d(help, MPFR_RNDN)), p);
}

/* ---- the spans: hard places are the edges of ranges and cells, and where results are small */

static const function functions[] = {
    {"exp",
     sigma_exp,
     exp_error,
     0.52,
     {{-746.0, 710.0, LINEAR},
      {-1.0, 1.0, LINEAR},
      {0x1p-60, 710.0, DECADES},
      {-746.0, -0x1p-60, DECADES},
      {-746.0, -708.0, LINEAR},
      {-745.14, -744.0, LINEAR},
      {-0x1.6232bdd7abcd2p+9, 1e12, AROUND},
      {709.0, 709.79, LINEAR},
      {0x1.62e42fefa39efp+9, 200.0, AROUND}}},
    {"expm1",
     sigma_expm1,
     expm1_error,
     0.55,
     {{-60.0, 710.0, LINEAR},
      {-1.0, 1.0, LINEAR},
      {0x1p-1074, 710.0, DECADES},
      {-60.0, -0x1p-1074, DECADES},
      {0x1p-60, 1.0, DECADES},
      {-1.0, -0x1p-60, DECADES},
      {0.25, 1e14, AROUND},
      {-0.25, 1e14, AROUND},
      {-40.0, -30.0, LINEAR},
      {30.0, 60.0, LINEAR}}},
    {"log",
     sigma_log,
     log_error,
     0.52,
     {{0x1p-1074, 0x1.fffffffffffffp+1023, DECADES},
      {0.5, 2.0, LINEAR},
      {0.98, 1.02, LINEAR},
      {1.0, 1e6, AROUND},
      {1.0, 1e10, AROUND},
      {1.0, 1e14, AROUND},
      {0x1p-1074, 0x1p-1022, DECADES},
      {0.0, 100.0, LINEAR}}},
    {"log1p",
     sigma_log1p,
     log1p_error,
     0.52,
     {{0x1p-1074, 0x1.fffffffffffffp+1023, DECADES},
      {-1.0 + 0x1p-53, -0x1p-1074, DECADES},
      {-1.0 + 0x1p-53, 2.0, LINEAR},
      {-0.02, 0.02, LINEAR},
      {0x1p-60, 0x1p60, DECADES},
      {-0.99, -0x1p-60, DECADES},
      {0x1p-8, 1e13, AROUND},
      {-0x1p-8, 1e13, AROUND},
      {-1.0 + 0x1p-53, -1.0 + 0x1p-20, LINEAR}}},
    {"tanh",
     sigma_tanh,
     tanh_error,
     0.55,
     {{-23.0, 23.0, LINEAR},
      {-1.0, 1.0, LINEAR},
      {-0.3, 0.3, LINEAR},
      {0x1p-1074, 30.0, DECADES},
      {0x1p-30, 25.0, DECADES},
      {-25.0, -0x1p-30, DECADES},
      {0.125, 1e14, AROUND},
      {0x1p-28, 1e14, AROUND}}},
    {"cdf",
     sigma_normal_cdf,
     cdf_error,
     0.75,
     {{-39.0, 9.0, LINEAR},
      {-6.0, 6.0, LINEAR},
      {-1.0, 1.0, LINEAR},
      {-39.0, -0x1p-1074, DECADES},
      {0x1p-1074, 10.0, DECADES},
      {-39.0, -0x1p-30, DECADES},
      {0x1p-30, 10.0, DECADES},
      {-38.5, -37.4, LINEAR},
      {-0.5, 1e14, AROUND},
      {0.5, 1e14, AROUND}}},
    {"quantile",
     sigma_normal_quantile,
     quantile_error,
     0.75,
     {{0x1p-1074, 0.5, DECADES},
      {0.0, 1.0, LINEAR},
      {0x1p-60, 1.0 - 0x1p-53, DECADES},
      {0.25, 0.35, LINEAR},
      {0.65, 0.75, LINEAR},
      {0.3125, 1e14, AROUND},
      {0.5, 1e6, AROUND},
      {0.5, 1e14, AROUND},
      {1.0 - 0x1p-48, 60.0, AROUND},
      {0x1p-1074, 0x1p-1022, DECADES}}},
    {"probability of the quantile",
     sigma_normal_quantile,
     probability_error,
     8.0,
     {{0x1p-14, 1.0 - 0x1p-53, LINEAR},
      {0x1p-14, 0.5, DECADES},
      {0x1p-14, 0x1p-13, LINEAR},
      {0x1.fcp-14, 0x1p-13, LINEAR}}},
};

static bool check_span(const function *f, const span *s, int64_t points, uint64_t *seed)
{
    worst found = {.error = 0.0};
    int64_t back = 0;

    for (int64_t i = 0; i < points; i++) {
        double x = point(s, seed), y = f->compute(x);
        f->error(x, y, &found);
        back += f->compute(at_place(place_of(x) + 1)) < y;
    }
    printf("%-8s [%.17g, %.17g] %s: %.4f ulp at %a", f->name, s->low, s->high,
           s->spread == LINEAR    ? "evenly"
           : s->spread == DECADES ? "by decades"
                                  : "around",
           found.error, found.at);
    printf(back ? ", turns back %" PRId64 " times\n" : "\n", back);
    fflush(stdout);
    return found.error <= f->most && back == 0;
}

static int64_t count_spans(const function *f)
{
    int64_t count = 0;
    while (f->spans[count].low != 0.0 || f->spans[count].high != 0.0) {
        count++;
    }
    return count;
}

static bool check_function(const function *f, int64_t points, uint64_t *seed)
{
    int64_t spans = count_spans(f);
    bool good = true;

    for (int64_t i = 0; i < spans; i++) {
        good &= check_span(f, &f->spans[i], (points + spans - 1) / spans, seed);
    }
    return good;
}

int main(int argc, char **argv)
{
    int64_t points = argc > 1 ? atoll(argv[1]) : 1000000;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    bool good = true, any = false;

    mpfr_inits2(PRECISION, exact, help, (mpfr_ptr)NULL);
    for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++) {
        const function *f = &functions[i];
        if (argc < 4 || strcmp(argv[3], f->name) == 0) {
            good &= check_function(f, points, &seed);
            any = true;
        }
    }
    mpfr_clears(exact, help, (mpfr_ptr)NULL);
    mpfr_free_cache();
    return !(good && any);
}
