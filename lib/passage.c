/* SPDX-License-Identifier: MIT */
#include "passage.h"

#include "check.h"
#include "elementary.h"
#include "pair.h"

static const double PI = 0x1.921fb54442d18p+1;
static const double DENSITY = 0x1.9884533d43651p-2; /* 1 / sqrt(2 pi) */
static const double WIDE = 0.1;                     /* from here on (4) needs fewer terms */
static const double STILL = 1e-280;                 /* no price moves so little */
enum { TERMS = 12, IMAGES = 3, FRACTIONS = 80 };

static double unit(double x)
{
    return sigma_larger(0.0, sigma_smaller(x, 1.0));
}

/* ---- series of waves */

/* (-1)^k / (2k + 1)! of the sine. */
static const double sine_terms[] = {1.0,
                                    -1.0 / 6.0,
                                    1.0 / 120.0,
                                    -1.0 / 5040.0,
                                    1.0 / 362880.0,
                                    -1.0 / 39916800.0,
                                    1.0 / 6227020800.0,
                                    -1.0 / 1307674368000.0,
                                    1.0 / 355687428096000.0,
                                    -1.0 / 121645100408832000.0,
                                    1.0 / 51090942171709440000.0};

double sigma_half_wave(double x)
{
    double angle = PI * sigma_smaller(x, 1.0 - x);
    return angle * sigma_series(sine_terms, 11, angle * angle);
}

/* sin(pi k x) for 0 <= x <= 1. */
static double wave(int32_t k, double x)
{
    double turns = k * x;
    int32_t whole = (int32_t)turns;
    double sine = sigma_half_wave(turns - whole);

    return whole % 2 == 0 ? sine : -sine;
}

/* What is missing at the barrier at a share x, with a pull toward it. */
static double late(double x, double pull, double spread)
{
    double sum = 0.0;
    for (int32_t k = 1; k <= TERMS; k++) {
        double rate = PI * PI * k * k + pull * pull;
        double fade = sigma_exp(pull * x - 0.5 * rate * spread);
        sum += 2.0 * PI * k * wave(k, x) / rate * fade;
    }
    return sum;
}

static sigma_passage_chances by_waves(const sigma_passage *p)
{
    double up = sigma_smaller(sigma_larger(late(p->upper, p->pull, p->spread), 0.0), p->up);
    double down = sigma_smaller(sigma_larger(late(p->lower, -p->pull, p->spread), 0.0), p->down);

    return (sigma_passage_chances){unit(p->up - up), unit(p->down - down), unit(up + down)};
}

/* ---- series of images */

/* The ratio of Mills, Phi(-x) / phi(x), times 1 / sqrt(2 pi): far out the continued fraction
 * 1 / (x + 1 / (x + 2 / (x + ...))). */
double sigma_passage_mills(double x)
{
    if (x < 3.0) {
        return sigma_exp(0.5 * x * x) * sigma_normal_cdf(-x);
    }
    double rest = x;
    for (int32_t k = FRACTIONS; k >= 1; k--) {
        rest = x + k / rest;
    }
    return DENSITY / rest;
}

/* Both terms of one image at the distance a. Of a drift that lets hardly any doubt a and m are
 * large and near one another: squares of both would lose what tells them apart. */
double sigma_passage_image(double a, double m, double rest)
{
    double apart = a - m, peak = sigma_exp(rest - 0.5 * apart * apart);
    double near = apart > 0.0 ? peak * sigma_passage_mills(apart)
                              : sigma_exp(rest) * sigma_normal_cdf(-apart);

    return near + peak * sigma_passage_mills(a + m);
}

/* How far the image of a barrier is away, more than the pull toward the barrier itself makes up
 * for: |x + 2 k| less x, or with a pull away from it plus x. Shares of 1 are not subtracted, as
 * little is left where one is near 1. */
static double detour(double x, double other, int32_t k, bool toward)
{
    if (k >= 0) {
        return 2.0 * (toward ? k : k + x);
    }
    return 2.0 * (toward ? other - (k + 1) : -k);
}

/* The chance of the barrier at a share x, with a pull toward it. */
static double soon(double x, double other, double pull, double spread)
{
    double root = sigma_sqrt(spread), strength = sigma_magnitude(pull), sum = 0.0;

    for (int32_t k = IMAGES; k >= -IMAGES; k--) {
        double d = x + 2.0 * k, rest = -strength * detour(x, other, k, pull > 0.0);
        double term = sigma_passage_image(sigma_magnitude(d) / root, strength * root, rest);
        sum += d > 0.0 ? term : -term;
    }
    return sum;
}

static sigma_passage_chances by_images(const sigma_passage *p)
{
    double up = sigma_smaller(unit(soon(p->upper, p->lower, p->pull, p->spread)), p->up);
    double down = sigma_smaller(unit(soon(p->lower, p->upper, -p->pull, p->spread)), p->down);

    return (sigma_passage_chances){up, down, unit(1.0 - up - down)};
}

sigma_passage_chances sigma_passage_by(const sigma_passage *passage)
{
    if (passage->spread < STILL) {
        return (sigma_passage_chances){0.0, 0.0, 1.0};
    }
    return passage->spread > WIDE ? by_waves(passage) : by_images(passage);
}
