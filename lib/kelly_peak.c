/* SPDX-License-Identifier: MIT */
/* The depth below the highest value so far is a Brownian motion of drift -a that is reflected at 0
 * and ends at 1, a being the pull. Its Laplace transform exp(-a) g / (g cosh g - a sinh g), with
 * g^2 = a^2 + 2 q (Taylor 1975), is inverted in two ways: by its poles, which are few when it is
 * late, and by the first term of its expansion in exp(-2 g) when it is soon, of which the next is
 * exp(-4 / spread) times as large. */
#include "kelly.h"

#include "check.h"
#include "elementary.h"
#include "pair.h"
#include "passage.h"

static const double PI = 0x1.921fb54442d18p+1;
static const double DENSITY = 0x1.9884533d43651p-2; /* 1 / sqrt(2 pi) */
static const double SOON = 0.1;
static const double STEEP = 20.0; /* from here on falls come like rare accidents */
static const double FADED = 45.0; /* exponents that nothing is left of */
static const double NEAR = 0.5;   /* where the series of the cotangent takes its terms */
enum { HALVINGS = 64 };

/* ---- soon */

static double soon(double a, double spread)
{
    double root = sigma_sqrt(spread), u = (a * spread - 1.0) / root, v = (1.0 + a * spread) / root;
    double bell = sigma_exp(-0.5 * v * v);
    double early =
        u > 0.0 ? sigma_exp(-2.0 * a) * sigma_normal_cdf(u) : bell * sigma_passage_mills(-u);

    return (3.0 - 2.0 * a + 2.0 * a * a * spread) * early + 2.0 * a * root * DENSITY * bell +
           sigma_normal_cdf(-v);
}

/* ---- late: w cot w = a at the poles, -w^2 = z */

/* Of sqrt(z) coth(sqrt(z)) - 1 over z: 4^n B_2n / (2n)!, n from 1. */
static const double cotangent_terms[] = {1.0 / 3.0,
                                         -1.0 / 45.0,
                                         2.0 / 945.0,
                                         -1.0 / 4725.0,
                                         2.0 / 93555.0,
                                         -1382.0 / 638512875.0,
                                         4.0 / 18243225.0,
                                         -3617.0 / 162820783125.0,
                                         87734.0 / 38979295480125.0,
                                         -349222.0 / 1531329465290625.0,
                                         2.3106432599002624e-11,
                                         -2.3411706819824882e-12};

static bool is_near(double z)
{
    return -NEAR < z && z < NEAR;
}

/* cos(pi x) for 0 <= x <= 1. */
static double cosine(double x)
{
    return x < 0.5 ? sigma_half_wave(0.5 - x) : -sigma_half_wave(x - 0.5);
}

/* sqrt(z) coth(sqrt(z)), below 0 a cotangent, for z > -pi^2; it rises with z. */
static double cotangent(double z)
{
    if (is_near(z)) {
        return 1.0 + z * sigma_series(cotangent_terms, 12, z);
    }
    double w = sigma_sqrt(sigma_magnitude(z));
    if (z < 0.0) {
        return w * cosine(w / PI) / sigma_half_wave(w / PI);
    }
    double twice = sigma_exp(-2.0 * w);
    return w * (1.0 + twice) / (1.0 - twice);
}

/* The pole of the slowest decay. */
static double slowest(double a)
{
    double lo = -PI * PI, hi = 1.1 * STEEP * STEEP;

    for (int32_t i = 0; i < HALVINGS; i++) {
        double middle = 0.5 * (lo + hi);
        bool below = cotangent(middle) < a;
        lo = below ? middle : lo;
        hi = below ? hi : middle;
    }
    return hi;
}

/* a^2 - z, which is (w / sinh w)^2 where z > 0. */
static double rate_of(double a, double z)
{
    if (z < NEAR) {
        return a * a - z;
    }
    double w = sigma_sqrt(z);
    double root = 2.0 * w * sigma_exp(-w) / -sigma_expm1(-2.0 * w);
    return root * root;
}

/* What of it has not ended by then, as long as the slowest decay lasts. */
static double slow_part(double a, double spread)
{
    double z = slowest(a), rate = rate_of(a, z);
    double slope = is_near(z) ? sigma_series(cotangent_terms, 12, z) : (a - 1.0) / z;

    return 2.0 * sigma_exp(-a - 0.5 * rate * spread) / (sigma_sqrt(rate) * (1.0 - a * slope));
}

/* The pole between k pi and (k + 1) pi. */
static double pole(double a, int32_t k)
{
    double lo = 0.0, hi = 1.0;

    for (int32_t i = 0; i < HALVINGS; i++) {
        double x = 0.5 * (lo + hi);
        bool above = PI * (k + x) * cosine(x) > a * sigma_half_wave(x);
        lo = above ? x : lo;
        hi = above ? hi : x;
    }
    return PI * (k + lo);
}

/* At a tenth the tenth wave has faded. */
static double late(double a, double spread)
{
    double left = slow_part(a, spread), sign = -1.0;

    for (int32_t k = 1; 0.5 * PI * PI * k * k * spread < FADED; k++) {
        double square = pole(a, k);
        square *= square;
        double rate = square + a * a;
        left += sign * 2.0 * square / (sigma_sqrt(rate) * (rate - a)) *
                sigma_exp(-a - 0.5 * rate * spread);
        sign = -sign;
    }
    return 1.0 - left;
}

double sigma_kelly_peak_chance(double pull, double spread)
{
    double chance;

    if (spread < SOON) {
        chance = soon(pull, spread);
    } else if (pull > STEEP) {
        chance = -sigma_expm1(-soon(pull, spread));
    } else {
        chance = late(pull, spread);
    }
    return sigma_clamped(chance, 0.0, 1.0);
}
