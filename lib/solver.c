/* SPDX-License-Identifier: MIT */
#include "solver.h"

#include "check.h"
#include "elementary.h"

/* Of numbers that lie decades apart the one in the middle of the decades. */
static double middle(double lo, double hi)
{
    if (lo <= 0.0) {
        return hi * 0x1p-24;
    }
    return hi > 2.0 * lo ? sigma_sqrt(lo) * sigma_sqrt(hi) : lo + (hi - lo) / 2.0;
}

static bool inside(double x, double lo, double hi)
{
    return lo < x && x < hi;
}

double sigma_solve(sigma_falling_function *function, const void *context,
                   const sigma_bracket *bracket, int32_t *steps)
{
    double lo = bracket->lo, hi = bracket->hi;
    double x = inside(bracket->start, lo, hi) ? bracket->start : middle(lo, hi);
    double step = hi - lo, before = step;

    for (*steps = 1; *steps < SIGMA_SOLVER_STEPS && inside(x, lo, hi); ++*steps) {
        sigma_falling at = function(context, x);
        double next = at.slope > 0.0 ? x + at.value / at.slope : hi;
        *(at.value > 0.0 ? &lo : &hi) = x;
        if (sigma_magnitude(next - x) <= bracket->last * x) {
            return inside(next, lo, hi) ? next : x;
        }
        if (!inside(next, lo, hi) || !(sigma_magnitude(next - x) <= before / 2.0)) {
            next = middle(lo, hi);
        }
        before = step;
        step = sigma_magnitude(next - x);
        x = next;
    }
    return x;
}
