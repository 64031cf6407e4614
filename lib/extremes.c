/* SPDX-License-Identifier: MIT */
#include "extremes.h"

static void join_greatest(const double *restrict x, int32_t apart, int32_t count,
                          double *restrict out)
{
    for (int32_t i = 0; i < count; i++) {
        out[i] = sigma_larger(x[i], x[i + apart]);
    }
}

static void join_least(const double *restrict x, int32_t apart, int32_t count, double *restrict out)
{
    for (int32_t i = 0; i < count; i++) {
        out[i] = sigma_smaller(x[i], x[i + apart]);
    }
}

typedef void joining(const double *restrict x, int32_t apart, int32_t count, double *restrict out);

/* Windows of 1, 2, 4 ... values, each in the other of two places; the last step goes to out. */
static void widen(joining *join, const double *x, int32_t n, int32_t count, double *out,
                  double *room)
{
    double *const place[2] = {room, out};
    int32_t size = 1, steps = 0;

    while (2 * size < n) {
        size *= 2;
        steps++;
    }
    for (int32_t step = 0, width = 1; step < steps; step++, width *= 2) {
        double *to = place[(steps - step) % 2 == 0];
        join(x, width, count + n - 2 * width, to);
        x = to;
    }
    join(x, n - size, count, out);
}

void sigma_greatest_of_windows(const double *x, int32_t n, int32_t count, double *greatest,
                               double *room)
{
    widen(join_greatest, x, n, count, greatest, room);
}

void sigma_least_of_windows(const double *x, int32_t n, int32_t count, double *least, double *room)
{
    widen(join_least, x, n, count, least, room);
}
