/* SPDX-License-Identifier: MIT */
/* The elementary functions take any double; they rise, and stay within the bounds of what they
 * approximate. */
#include <math.h>
#include <string.h>

#include "elementary.h"
#include "fuzz.h"

#define INFINITE ((double)INFINITY)

typedef struct function {
    const char *name;
    double (*value)(double);
    double low, high; /* of the arguments */
    double least, most;
} function;

static const function functions[] = {
    {"sigma_exp", sigma_exp, -INFINITE, INFINITE, 0.0, INFINITE},
    {"sigma_expm1", sigma_expm1, -INFINITE, INFINITE, -1.0, INFINITE},
    {"sigma_log", sigma_log, 0.0, INFINITE, -INFINITE, INFINITE},
    {"sigma_log1p", sigma_log1p, -1.0, INFINITE, -INFINITE, INFINITE},
    {"sigma_tanh", sigma_tanh, -INFINITE, INFINITE, -1.0, 1.0},
    {"sigma_normal_cdf", sigma_normal_cdf, -INFINITE, INFINITE, 0.0, 1.0},
    {"sigma_normal_quantile", sigma_normal_quantile, 0.0, 1.0, -INFINITE, INFINITE},
};
enum { FUNCTIONS = sizeof functions / sizeof functions[0] };

/* The next double above; NaN and infinity are left as they are. */
static double above(double x)
{
    int64_t bits;

    x += 0.0; /* no negative zero */
    memcpy(&bits, &x, sizeof bits);
    bits += !fuzz_is_finite(x) ? 0 : x < 0.0 ? -1 : 1;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static void one(const function *f, double x)
{
    double y = f->value(x), next = f->value(above(x));

    (void)fuzz_saw_column(f->name, SIGMA_OK, &y, 1);
    if (f->low <= x && x <= f->high) {
        REQUIRE(f->least <= y && y <= f->most);
        REQUIRE(!(next < y));
    } else {
        REQUIRE(isnan(y));
    }
}

void fuzz_elementary(fuzz_input *in)
{
    while (fuzz_more(in)) {
        const function *f = &functions[fuzz_pick(in, FUNCTIONS)];
        one(f, fuzz_pick(in, 2) == 0 ? fuzz_double(in) : fuzz_within(in, -40.0, 40.0));
        one(f, fuzz_within(in, 0.0, 1.0));
    }
}
