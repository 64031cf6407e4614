/* SPDX-License-Identifier: MIT */
/* What votes and outside scores are worth: technical signals alone against the same signals with
 * them, on the same bars.
 *
 * Each signal is traded as if nobody had been asked, with money or on paper, and makes R. With the
 * votes it would have had a share s of the size, 0 where they refuse it, and made s R. The test is
 * the paired t test of d = s R - R over all closed signals: mean d, and the interval
 *
 *     mean d +- t(0.975, n - 1) s_d / sqrt(n)
 *
 * that holds the true mean in 95 of 100 such samples. Because R is skewed, p comes from chance
 * alone: the share of 4,999 random flips of the signs of d, and d itself, whose mean is as far from
 * 0 as that of d. Both take signals for independent. */
#ifndef REPLAY_AB_H
#define REPLAY_AB_H

#include <stdbool.h>
#include <stdint.h>

struct ab {
    double *difference; /* d of each signal [R] */
    int64_t count, space;
    double technical, voted; /* sums of R */
    int64_t scaled;          /* signals of which s is below 1 */
};

struct ab_result {
    double technical, voted;         /* mean R a signal */
    double difference, low, high, p; /* 0 and 1 where fewer than two signals were closed */
};

/* Both report a lack of memory. */
bool ab_reserve(struct ab *ab, int64_t count);
bool ab_add(struct ab *ab, double multiple, double scale);
void ab_free(struct ab *ab);

struct ab_result ab_evaluate(const struct ab *ab);

#endif
