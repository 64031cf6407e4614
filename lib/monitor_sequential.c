/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "elementary.h"
#include "monitor.h"

static const double STATISTIC_MAX = 1e15; /* far beyond any threshold, and products stay finite */
static const double RUN_MAX = 1e12;
static const double Z_MAX = 4.0;

enum { MEANS = 5, BETS = 6 };

static const double bets[BETS] = {0.05, 0.1, 0.2, 0.35, 0.55, 0.8};

static double capped(double x)
{
    return sigma_smaller(x, STATISTIC_MAX);
}

void sigma_monitor_begin(sigma_monitor *monitor)
{
    const sigma_monitor_params *p = &monitor->params;
    bool known = p->baseline_trades >= 20;

    monitor->known_trades = known ? p->baseline_trades + p->sceptic : 0.0;
    monitor->known_mean =
        known ? p->mean / p->deviation * (p->baseline_trades / monitor->known_trades) : 0.0;
    monitor->known_mean = sigma_larger(-1e6, sigma_smaller(monitor->known_mean, 1e6));
    monitor->drawdown = 0.0;
    monitor->judged = 0;
    for (int32_t i = 0; i < MEANS; i++) {
        monitor->shift[i] = 0.0;
    }
    for (int32_t i = 0; i < BETS; i++) {
        monitor->evidence[i] = 0.0;
        monitor->recovery[i] = 1.0;
    }
}

/* The ratio of normal densities of mean -d and of the predictive one, which is
 * sqrt(v) exp((z - m)^2 / (2 v) - z^2 / 2) times exp(-d z - d^2 / 2), and d = 0, 0.1 and its
 * doubles. Then the predictive density learns z. */
static void test_shift(sigma_monitor *m, double z)
{
    static const double falls[MEANS] = {1.0, 0.99501247919268232, 0.98019867330675525,
                                        0.92311634638663578, 0.72614903707369094};
    double v = 1.0 + 1.0 / m->known_trades, off = z - m->known_mean;
    double same =
        sigma_sqrt(v) * sigma_exp(sigma_smaller(off * off / (2.0 * v), 600.0) - 0.5 * z * z);
    double tilt = 1.0, twice = sigma_exp(-0.1 * z);

    for (int32_t i = 0; i < MEANS; i++) {
        m->shift[i] = capped((m->shift[i] + 1.0) * capped(same * tilt * falls[i]));
        tilt = twice;
        twice *= twice;
    }
    m->known_trades = capped(m->known_trades + 1.0);
    m->known_mean += off / m->known_trades;
}

static void test_evidence(sigma_monitor *m, double multiple)
{
    double gain = sigma_smaller(multiple, m->params.win_cap) / m->params.win_cap;

    for (int32_t i = 0; i < BETS; i++) {
        m->evidence[i] = capped((m->evidence[i] + 1.0) * (1.0 - bets[i] * gain));
    }
}

static void test_recovery(sigma_monitor *m, double multiple)
{
    double gain = sigma_larger(multiple, -m->params.loss_cap) / m->params.loss_cap;

    for (int32_t i = 0; i < BETS; i++) {
        m->recovery[i] = capped(m->recovery[i] * (1.0 + bets[i] * gain));
    }
}

/* What is no number, or no run that can be set, has been reached. */
static bool reached(double statistic, double run)
{
    return !(statistic < run && run <= RUN_MAX);
}

/* The set of tests that halt. */
static uint64_t alarms(const sigma_monitor *m)
{
    bool ready = m->judged >= m->params.least;
    uint64_t set = m->drawdown < m->limit[1] ? 0 : sigma_bit(SIGMA_SYMPTOM_DRAWDOWN);

    if (ready && reached(sigma_monitor_mean(m->shift, MEANS), m->params.shift_run)) {
        set |= sigma_bit(SIGMA_SYMPTOM_SHIFT);
    }
    if (ready && reached(sigma_monitor_mean(m->evidence, BETS), m->params.evidence_run)) {
        set |= sigma_bit(SIGMA_SYMPTOM_EVIDENCE);
    }
    return set;
}

/* While halted: the alarms stay, others join them, until the paper trades bring it back. */
static void stay_halted(sigma_monitor *m, double multiple)
{
    test_recovery(m, multiple);
    m->critical |= alarms(m);
    m->symptoms = m->critical;
    if (m->params.resume >= 1.0 && sigma_monitor_mean(m->recovery, BETS) >= m->params.resume) {
        sigma_monitor_begin(m);
        m->halted = 0;
        m->symptoms = m->critical = 0;
        m->probation = m->params.probation;
    }
}

static void warn(sigma_monitor *m)
{
    m->symptoms = m->critical;
    if (m->judged >= m->params.least && !(m->drawdown < m->limit[0])) {
        m->symptoms |= sigma_bit(SIGMA_SYMPTOM_DRAWDOWN);
    }
    if (m->probation > 0) {
        m->symptoms |= sigma_bit(SIGMA_SYMPTOM_PROBATION);
    }
    if (sigma_monitor_misplaced(m)) {
        m->symptoms |= sigma_bit(SIGMA_SYMPTOM_REGIME);
    }
}

static int32_t severity_of(const sigma_monitor *m)
{
    if (m->critical != 0) {
        return (m->critical & (m->critical - 1)) != 0 ? SIGMA_SEVERITY_CRITICAL
                                                      : SIGMA_SEVERITY_SEVERE;
    }
    if (m->symptoms & ~sigma_bit(SIGMA_SYMPTOM_REGIME)) {
        return SIGMA_SEVERITY_MODERATE;
    }
    return m->symptoms != 0 ? SIGMA_SEVERITY_MINOR : SIGMA_SEVERITY_NONE;
}

void sigma_monitor_judge_sequential(sigma_monitor *monitor, double multiple)
{
    double z = multiple / monitor->params.deviation;

    if (monitor->known_trades > 0.0) {
        test_shift(monitor, sigma_larger(-Z_MAX, sigma_smaller(z, Z_MAX)));
    }
    test_evidence(monitor, multiple);
    if (monitor->halted) {
        stay_halted(monitor, multiple);
    } else {
        monitor->probation -= monitor->probation > 0;
        monitor->critical = alarms(monitor);
        monitor->halted = monitor->critical != 0;
    }
    warn(monitor);
    monitor->severity = severity_of(monitor);
}
