/* SPDX-License-Identifier: MIT */
/* Exponential averages of a long column, four stretches of it side by side.
 *
 * Each step of an average waits for the one before it, which is most of the time that one takes, so
 * four that do not wait for one another take hardly longer than one. The stretches begin with
 * averages that are guesses. What an average was is forgotten bar by bar, and within some 40 / gain
 * bars rounding makes the same number of it whatever it was: each stretch is therefore begun `lead`
 * bars early, and where it met its predecessor has the bits that follow from it. Where it did not,
 * which takes a market that stood still, it is computed again, from the right number on. So the
 * bits are always those of one bar after the other. */
#ifndef SIGMA_LIB_LANES_H
#define SIGMA_LIB_LANES_H

#include "bytes.h"
#include "check.h"

/* The averages of one stretch; those that an indicator does not have are 0. */
typedef struct sigma_lane {
    double value[4];
} sigma_lane;

/* Takes bar i of the columns and writes its outputs; depends on the lane and the inputs alone. */
typedef void sigma_lane_step(sigma_lane *lane, const void *columns, int32_t i);

/* Bars after which averages with this gain, one upon the other `depth` times, have met. */
static inline int32_t sigma_lane_lead(double gain, int32_t depth)
{
    return depth * (int32_t)(64.0 / gain);
}

/* A step that is called by its address costs three times as much as one that is part of the loop.
 */
#ifdef __GNUC__
static inline void sigma_lane_follow(sigma_lane_step *step, const void *columns, sigma_lane *lane,
                                     int32_t from, int32_t end) __attribute__((always_inline));
static inline void sigma_lanes_follow(sigma_lane_step *step, const void *columns, sigma_lane seed,
                                      int32_t lead, int32_t first, int32_t count)
    __attribute__((always_inline));
#endif

/* Bars [from, end), one after the other. */
static inline void sigma_lane_follow(sigma_lane_step *step, const void *columns, sigma_lane *lane,
                                     int32_t from, int32_t end)
{
    sigma_lane now = *lane;
    for (int32_t i = from; i < end; i++) {
        step(&now, columns, i);
    }
    *lane = now;
}

/* Computes a stretch again unless it began with what its predecessor ended with. */
static inline void sigma_lane_mend(sigma_lane_step *step, const void *columns,
                                   const sigma_lane *before, const sigma_lane *guess,
                                   sigma_lane *lane, int32_t from, int32_t end)
{
    if (!sigma_same(before, guess, (int32_t)sizeof *guess)) {
        *lane = *before;
        sigma_lane_follow(step, columns, lane, from, end);
    }
}

/* From the averages before bar `first` on. No output may be an input. */
static inline void sigma_lanes_follow(sigma_lane_step *step, const void *columns, sigma_lane seed,
                                      int32_t lead, int32_t first, int32_t count)
{
    int32_t quarter = (count - first) / 4, length = quarter > 2 * (int64_t)lead ? quarter : 0;
    int32_t second = first + length, third = second + length, fourth = third + length;
    sigma_lane a = seed, b = seed, c = seed, d = seed;

    for (int32_t i = -lead; i < 0 && length > 0; i++) {
        step(&b, columns, second + i);
        step(&c, columns, third + i);
        step(&d, columns, fourth + i);
    }
    sigma_lane guess[3] = {b, c, d};
    for (int32_t i = 0; i < length; i++) {
        step(&a, columns, first + i);
        step(&b, columns, second + i);
        step(&c, columns, third + i);
        step(&d, columns, fourth + i);
    }
    sigma_lane_mend(step, columns, &a, &guess[0], &b, second, third);
    sigma_lane_mend(step, columns, &b, &guess[1], &c, third, fourth);
    sigma_lane_mend(step, columns, &c, &guess[2], &d, fourth, fourth + length);
    sigma_lane_follow(step, columns, &d, fourth + length, count);
}

#endif
