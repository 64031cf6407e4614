/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "elementary.h"
#include "monitor.h"

static const int64_t HOUR = INT64_C(3600000000000);
static const double SHARPE_MAX = 1e12;
static const double MULTIPLE_MAX = 1e6;

enum { SPACE = SIGMA_MONITOR_SPACE };

static int32_t remembered(const sigma_monitor *m)
{
    return m->trades < SPACE ? m->trades : SPACE;
}

/* The last trades, or those of the last hour if they are more. */
static int32_t window_of(const sigma_monitor *m)
{
    int32_t count = m->params.window, most = remembered(m);

    while (count < most && m->closed[sigma_monitor_place(m, count + 1)] >= m->time - HOUR) {
        count++;
    }
    return count;
}

/* A trade that was damaged is the worst. */
static double multiple_at(const sigma_monitor *m, int32_t i)
{
    double multiple = m->multiple[sigma_monitor_place(m, i)];
    return sigma_within(multiple, -MULTIPLE_MAX, MULTIPLE_MAX) ? multiple : -MULTIPLE_MAX;
}

static double ratio(double mean, double deviation)
{
    if (deviation > 0.0) {
        return sigma_larger(-SHARPE_MAX, sigma_smaller(mean / deviation, SHARPE_MAX));
    }
    return mean > 0.0 ? SHARPE_MAX : mean < 0.0 ? -SHARPE_MAX : 0.0;
}

static void measure(sigma_monitor *m, int32_t count)
{
    double sum = 0.0, squares = 0.0;
    int32_t wins = 0;

    for (int32_t i = 1; i <= count; i++) {
        double r = multiple_at(m, i);
        sum += r;
        wins += r > 0.0;
    }
    double mean = sum / count;
    for (int32_t i = 1; i <= count; i++) {
        double d = multiple_at(m, i) - mean;
        squares += d * d;
    }
    m->win_rate = (double)wins / count;
    m->expectancy = mean;
    m->sharpe =
        ratio(mean * sigma_sqrt(m->params.trades_per_year), sigma_sqrt(squares / (count - 1)));
}

static void note(sigma_monitor *m, int32_t symptom, bool mild, bool critical)
{
    m->symptoms |= mild || critical ? sigma_bit(symptom) : 0;
    m->critical |= critical ? sigma_bit(symptom) : 0;
}

/* What is no number is below, and everything is below a threshold that cannot be set. */
static bool falls_short(double value, double threshold)
{
    return !(value >= threshold && threshold >= -MULTIPLE_MAX);
}

static bool too_deep(double drawdown, double threshold)
{
    return !(drawdown < threshold && threshold <= MULTIPLE_MAX);
}

static void note_below(sigma_monitor *m, int32_t symptom, double value, const double threshold[2])
{
    note(m, symptom, falls_short(value, threshold[0]), falls_short(value, threshold[1]));
}

static int32_t set_size(uint64_t set)
{
    int32_t size = 0;
    for (; set != 0; set &= set - 1) {
        size++;
    }
    return size;
}

static int32_t severity_of(const sigma_monitor *m)
{
    int32_t symptoms = set_size(m->symptoms);

    if (m->critical != 0) {
        return set_size(m->critical) >= 2 ? SIGMA_SEVERITY_CRITICAL : SIGMA_SEVERITY_SEVERE;
    }
    return symptoms >= 3   ? SIGMA_SEVERITY_MODERATE
           : symptoms >= 1 ? SIGMA_SEVERITY_MINOR
                           : SIGMA_SEVERITY_NONE;
}

void sigma_monitor_judge_published(sigma_monitor *monitor)
{
    const sigma_monitor_params *p = &monitor->params;

    if (monitor->trades < p->window || monitor->trades % p->every != 0) {
        return;
    }
    measure(monitor, window_of(monitor));
    monitor->symptoms = monitor->critical = 0;
    note_below(monitor, SIGMA_SYMPTOM_WIN_RATE, monitor->win_rate, p->win_rate);
    note_below(monitor, SIGMA_SYMPTOM_SHARPE, monitor->sharpe, p->sharpe);
    note_below(monitor, SIGMA_SYMPTOM_EXPECTANCY, monitor->expectancy, p->expectancy);
    note(monitor, SIGMA_SYMPTOM_STREAK, monitor->streak >= p->streak[0],
         monitor->streak >= p->streak[1]);
    note(monitor, SIGMA_SYMPTOM_DRAWDOWN, too_deep(monitor->drawdown, p->drawdown[0]),
         too_deep(monitor->drawdown, p->drawdown[1]));
    note(monitor, SIGMA_SYMPTOM_REGIME, sigma_monitor_misplaced(monitor), false);
    monitor->severity = severity_of(monitor);
}
