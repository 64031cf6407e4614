/* SPDX-License-Identifier: MIT */
/* What the monitor's files share. */
#ifndef SIGMA_LIB_MONITOR_H
#define SIGMA_LIB_MONITOR_H

#include "sigma/monitor.h"

/* Takes a trade that is already in the ring, sets symptoms and severity. */
void sigma_monitor_judge_published(sigma_monitor *monitor);
void sigma_monitor_judge_sequential(sigma_monitor *monitor, double multiple);

/* The threshold h of a slack from 1e-4 to 10, for a run of 10 to 1e12 trades. */
double sigma_monitor_solve(double slack, double trades);

/* Prior knowledge and statistics as they are before the first trade. */
void sigma_monitor_begin(sigma_monitor *monitor);

/* Whether the last trades were lost in a market that does not suit. */
int32_t sigma_monitor_misplaced(const sigma_monitor *monitor);

/* The i-th newest trade, 1 for the last. */
static inline int32_t sigma_monitor_place(const sigma_monitor *monitor, int32_t i)
{
    return (monitor->next - i) & (SIGMA_MONITOR_SPACE - 1);
}

/* Mean of a few numbers. */
static inline double sigma_monitor_mean(const double *x, int32_t count)
{
    double sum = 0.0;
    for (int32_t i = 0; i < count; i++) {
        sum += x[i];
    }
    return sum / count;
}

#endif
