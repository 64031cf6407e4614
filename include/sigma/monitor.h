/* SPDX-License-Identifier: MIT */
/** @file
 * The strategy monitor: whether a strategy still earns what its baseline promised.
 *
 * It takes the R multiple of each closed trade. After a halt go on with the trades on paper.
 *
 * | severity | entries | size | sequential rules | published rules |
 * |---|---|---|---|---|
 * | NONE | yes | 1 | nothing | nothing |
 * | MINOR | yes | 1 | a market that does not suit | one or two symptoms |
 * | MODERATE | yes | 0.5 | warning, or probation | three symptoms or more |
 * | SEVERE | no | 0 | one test halts | one critical symptom |
 * | CRITICAL | no, close all | 0 | two tests halt | two critical symptoms |
 *
 * **Sequential rules**, the default. The baseline's n trades of mean and deviation s are taken
 * sceptically, as if as many as sceptic trades of mean 0 came on top:
 *
 *     mu = max(mean n / (n + sceptic), s / 20)                                              (1)
 *
 * Three tests run side by side, each with a guaranteed rate of false alarms:
 *
 *     D <- max(0, D - R), halt at s h(mu / s, halt_run), warn at s h(mu / s, warn_run)      (2)
 *     Q_a <- (Q_a + 1) f_a(z) / f_0(z), halt when their mean reaches shift_run              (3)
 *     M_l <- (M_l + 1) (1 - l min(R, win_cap) / win_cap), when it reaches evidence_run      (4)
 *
 * (2) is the drawdown in R from the highest point, which is Page's CUSUM with the reference value
 * 0. h by Siegmund: a drawdown from zero slack k = mu / s reaches h once in A trades, where
 *
 *     A = (exp(2 k b) - 2 k b - 1) / (2 k^2),   b = h + 1.166                               (5)
 *
 * which is within 1 % of the exact average run up to k = 0.5, within 6 % up to 1; from 1.5 on it is
 * off by a fifth and more, at 3 by a multiple. The limits are at least 1 R. (2) acts from the first
 * trade on; the other two, and warnings, from trade 20 (least). (3) is Shiryaev and Roberts' test
 * of z = R / s, within 4, for means a = 0, -0.1, -0.2, -0.4, -0.8 (f_a is the normal density of
 * mean a) against what is known by then: f_0 is the density that the baseline, the sceptical trades
 * and all trades since predict. So it learns while the strategy is healthy. Averaged over that
 * knowledge sum Q - t is a martingale, so an alarm within t trades has a probability of at most t /
 * shift_run. (4) is the e-detector for means up to 0, with l = 0.05, 0.1, 0.2, 0.35, 0.55, 0.8; it
 * needs no baseline, and for any law of R with a mean of min(R, win_cap) of 0 or more it runs at
 * least evidence_run trades on average to a false alarm. A strategy that lives on wins above
 * win_cap needs a greater one.
 *
 * With fewer than 20 trades of baseline (3) is off and (2) halts at 15 R and warns at 8 R. floor,
 * if given, bounds the limit of (2).
 *
 * After a halt an e-process bets on the paper trades:
 *
 *     E_l <- E_l (1 + l max(R, -loss_cap) / loss_cap), back when their mean reaches resume  (6)
 *
 * For a strategy of mean 0 or less whose losses stay within loss_cap that has a probability of at
 * most 1 / resume, ever. The tests then start anew, and probation trades go at half size.
 *
 * Measured (docs/monitor.md): of strategies of +0.25 R and more at most 4.0 % are ever halted
 * within 1000 trades, of +0.10 R at most 10.0 %, with a baseline of 50 to 200 trades; a fall from
 * +0.375 R to -0.125 R is halted after 149, 116 and 96 trades in the median with a baseline of 50,
 * 100 and 200 when it comes with the first trade, after 116, 101 and 89 at trade 200.
 *
 * **Published rules**: over the last 20 trades, or those of the last 60 minutes if they are 20 or
 * more (of the last 64), looked at every 5 trades: win rate < 45 % / 35 %, annualised Sharpe ratio
 * < 0.5 / 0, losses in a row >= 7 / 10, expectancy < 0 / -0.5 R (the second in cash, -10, in the
 * source), drawdown >= 8 / 15 R (8 / 15 % at 1 % a trade). They halt 58 to 100 % of healthy
 * strategies within 1000 trades: those of a win rate of 50 to 60 % and a payoff of 1 to 2, where a
 * halt takes two critical symptoms of win rate, Sharpe ratio and streak; with a critical
 * expectancy of 0, which is the Sharpe ratio's symptom again, mostly 90 % and more. The shares are
 * documented as a warning, not as a feature.
 *
 * A trade of exactly 0 is neither won nor lost: it counts among the trades, and leaves a streak as
 * it is.
 *
 * Both: a market that does not suit is one where of the last 10 trades the mean is below 0, the win
 * rate below 40 %, and the last was marked by the caller as made in a regime that is not the
 * strategy's: a symptom, never critical.
 *
 * Source: Page (1954); Siegmund, Sequential Analysis (1985); Pollak (1987); Shin, Ramdas and
 * Rinaldo, E-detectors (2022); the published thresholds of SIGMA.
 */
#ifndef SIGMA_MONITOR_H
#define SIGMA_MONITOR_H

#include "sigma/base.h"

/** Trades that the monitor remembers. */
#define SIGMA_MONITOR_SPACE 64

/** What to hold a strategy to. Fill it with sigma_monitor_defaults() first. */
typedef struct sigma_monitor_params {
    double mean;             /**< Mean of the baseline's trades [R], -1e6 <= x <= 1e6, 0. */
    double deviation;        /**< Their standard deviation [R], 1e-6 <= x <= 1e6, 1. */
    double sceptic;          /**< Trades of mean 0 added to the baseline [trades], 0 <= x <= 1e6,
                                  45. */
    double warn_run;         /**< Trades to a false warning of (2) [trades], 10 <= x <= 1e12,
                                  1000. */
    double halt_run;         /**< Trades to a false halt of (2) [trades], 10 <= x <= 1e12, 22000. */
    double shift_run;        /**< The same of (3) [trades], 10 <= x <= 1e12, 20000. */
    double evidence_run;     /**< The same of (4) [trades], 10 <= x <= 1e12, 1000. */
    double resume;           /**< Level of (6) for a return [1], 1 <= x <= 1e12, 20. */
    double win_cap;          /**< What more a trade wins does not count in (4) [R],
                                  1e-6 <= x <= 1e6, 3. */
    double loss_cap;         /**< What more a trade loses does not count in (6) [R],
                                  1e-6 <= x <= 1e6, 3. */
    double floor;            /**< Greatest drawdown in any case [R], 0 for none, 0 <= x <= 1e6,
                                  0. */
    double win_rate[2];      /**< Symptom, critical below this [1], 0 <= x <= 1, 0.45, 0.35. */
    double sharpe[2];        /**< Symptom, critical below this [1], -1e6 <= x <= 1e6, 0.5, 0. */
    double expectancy[2];    /**< Symptom, critical below this [R], -1e6 <= x <= 1e6, 0, -0.5. */
    double drawdown[2];      /**< Symptom, critical from this on [R], 0 <= x <= 1e6, 8, 15. */
    double trades_per_year;  /**< To annualise the Sharpe ratio [trades], 1 <= x <= 1e6, 252. */
    int32_t streak[2];       /**< Symptom, critical from so many losses in a row on [trades],
                                  1 <= x <= 1000000, 7, 10. */
    int32_t baseline_trades; /**< n; below 20 there is no baseline [trades], 0 <= x <= 1000000,
                                  0. */
    int32_t least;           /**< Trades before (3), (4) and warnings act [trades],
                                  1 <= x <= 1000000, 20. */
    int32_t probation;       /**< Trades at half size after a return [trades], 0 <= x <= 1000000,
                                  50. */
    int32_t window;          /**< Trades that the published rules look at [trades], 2 <= x <= 64,
                                  20. */
    int32_t every;           /**< They look every so many trades [trades], 1 <= x <= 1000000, 5. */
    int32_t rules;           /**< SIGMA_JUDGEMENT_..., not UNKNOWN: SEQUENTIAL. */
} sigma_monitor_params;

SIGMA_LAYOUT(sigma_monitor_params, 192);

/** One closed trade, or one on paper. */
typedef struct sigma_monitor_sample {
    int64_t time;     /**< When it closed [ns]. */
    double multiple;  /**< Profit net of costs over the initial risk [R], -1e6 <= x <= 1e6. */
    int32_t mismatch; /**< 1 if the regime was not the strategy's, 0 <= x <= 1. */
    int32_t reserved; /**< 0. */
} sigma_monitor_sample;

SIGMA_LAYOUT(sigma_monitor_sample, 24);

/** The monitor of one strategy. Set it up with sigma_monitor_init(). */
typedef struct sigma_monitor {
    sigma_monitor_params params;          /**< What it is held to. */
    double multiple[SIGMA_MONITOR_SPACE]; /**< Ring of the last trades [R], -1e6 <= x <= 1e6. */
    int64_t closed[SIGMA_MONITOR_SPACE];  /**< When they closed [ns]. */
    double limit[2];                      /**< Drawdowns that warn and halt [R],
                                               0 <= x <= 1e15. */
    double drawdown;                      /**< D of (2) [R], 0 <= x <= 1e15. */
    double shift[5];                      /**< Q of (3) [1], 0 <= x <= 1e15. */
    double known_mean;                    /**< Mean of f_0 in deviations [std dev],
                                               -1e6 <= x <= 1e6. */
    double known_trades;                  /**< Trades behind it, 0 without a baseline [trades],
                                               0 <= x <= 1e15. */
    double evidence[6];                   /**< M of (4) [1], 0 <= x <= 1e15. */
    double recovery[6];                   /**< E of (6) [1], 0 <= x <= 1e15. */
    double win_rate;                      /**< Of the window [1], 0 <= x <= 1. */
    double sharpe;                        /**< Of the window [1], -1e12 <= x <= 1e12. */
    double expectancy;                    /**< Of the window [R], -1e6 <= x <= 1e6. */
    uint64_t symptoms;                    /**< Set of SIGMA_SYMPTOM_... */
    uint64_t critical;                    /**< Set of SIGMA_SYMPTOM_... that halt. */
    int64_t time;                         /**< Instant of the last trade [ns]. */
    int32_t tag;                          /**< Set by init. */
    int32_t severity;                     /**< SIGMA_SEVERITY_..., not UNKNOWN. */
    int32_t halted;                       /**< 1 after a halt of the sequential rules,
                                               0 <= x <= 1. */
    int32_t probation;                    /**< Trades of probation left [trades],
                                               0 <= x <= 1000000. */
    int32_t trades;                       /**< Trades since the start [trades], x >= 0. */
    int32_t judged;                       /**< Trades since the start or return [trades], x >= 0. */
    int32_t next;                         /**< Place of the next trade, 0 <= x <= 63. */
    int32_t streak;                       /**< Losses in a row [trades], x >= 0. */
    int32_t mismatch;                     /**< Of the last trade, 0 <= x <= 1. */
    int32_t reserved;                     /**< 0. */
} sigma_monitor;

SIGMA_LAYOUT(sigma_monitor, 1480);

/** What a decision needs to know of a strategy, and the numbers behind it. */
typedef struct sigma_monitor_result {
    int64_t time;          /**< Instant of the last trade [ns]. */
    double scale;          /**< Factor on the size of an entry [1], 0 <= x <= 1. */
    double drawdown;       /**< From the highest point [R], 0 <= x <= 1e15. */
    double drawdown_limit; /**< At which it halts [R], 0 <= x <= 1e15. */
    double shift;          /**< Mean of (3) [1], 0 <= x <= 1e15. */
    double evidence;       /**< Mean of (4) [1], 0 <= x <= 1e15. */
    double recovery;       /**< Mean of (6) [1], 0 <= x <= 1e15. */
    double win_rate;       /**< Of the window of the published rules [1], 0 <= x <= 1. */
    double sharpe;         /**< Of the window, annualised [1], -1e12 <= x <= 1e12. */
    double expectancy;     /**< Of the window [R], -1e6 <= x <= 1e6. */
    uint64_t symptoms;     /**< Set of SIGMA_SYMPTOM_... */
    uint64_t critical;     /**< Set of SIGMA_SYMPTOM_... that halt. */
    int32_t severity;      /**< SIGMA_SEVERITY_...; report it to the breaker. */
    int32_t entries;       /**< 1 if entries are allowed, 0 <= x <= 1. */
    int32_t close_all;     /**< 1 if its positions are to be closed, 0 <= x <= 1. */
    int32_t trades;        /**< Trades since the start [trades], x >= 0. */
    int32_t streak;        /**< Losses in a row [trades], x >= 0. */
    int32_t mark;          /**< SIGMA_PART_MONITOR. */
} sigma_monitor_result;

SIGMA_LAYOUT(sigma_monitor_result, 120);

/** What the monitor grants an entry, as a decision reads it. */
typedef struct sigma_monitor_grant {
    double scale;    /**< Factor on the size [1], 0 <= x <= 1. */
    int32_t entries; /**< 1 if entries are allowed, 0 <= x <= 1. */
    int32_t mark;    /**< SIGMA_PART_MONITOR. */
} sigma_monitor_grant;

SIGMA_LAYOUT(sigma_monitor_grant, 16);

/**
 * Fills in the sequential rules without a baseline, and the published thresholds.
 *
 * @param[out] params  The defaults.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_monitor_defaults(sigma_monitor_params *params);

/**
 * Starts a monitor, and computes its limits.
 *
 * @param[out] monitor  The monitor; all zero on error.
 * @param      time     Now [ns].
 * @param      params   What to hold the strategy to, each in its range.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_monitor_init(sigma_monitor *monitor, int64_t time,
                                                           const sigma_monitor_params *params);

/**
 * Takes one closed trade.
 *
 * @param[in,out] monitor  The monitor; unchanged on error.
 * @param         sample   The trade, not before the last one.
 * @param[out]    result   As sigma_monitor_read(); all zero on error.
 * @return SIGMA_OK, SIGMA_WARMUP for the first trades, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE
 *         or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_monitor_update(sigma_monitor *monitor,
                                                             const sigma_monitor_sample *sample,
                                                             sigma_monitor_result *result);

/**
 * Reads what is granted, and why.
 *
 * @param      monitor  The monitor.
 * @param[out] result   What is granted, why, and mark; all zero, which grants nothing, on error.
 * @return SIGMA_OK, SIGMA_WARMUP before least trades, or with the published rules a window of them,
 *         SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_monitor_read(const sigma_monitor *monitor,
                                                           sigma_monitor_result *result);

/**
 * Reads what is granted, for a decision.
 *
 * @param      monitor  The monitor.
 * @param[out] grant    What is granted, and mark; all zero, which grants nothing, on error.
 * @return SIGMA_OK also before least trades, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_monitor_permit(const sigma_monitor *monitor,
                                                             sigma_monitor_grant *grant);

/**
 * Trades that a CUSUM of standardised trades runs on average to an alarm, by Siegmund: (5) with
 * k - shift in place of k.
 *
 * @param      shift      Fall of the mean [std dev], -10 <= x <= 10.
 * @param      slack      Slack k of each step [std dev], -10 <= x <= 10.
 * @param      threshold  h [std dev], 0 <= x <= 1e6.
 * @param[out] trades     The average run, at most 1e15 [trades]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_monitor_run_length(double shift, double slack,
                                                                 double threshold, double *trades);

/**
 * Threshold of a CUSUM whose average run to a false alarm is given: (5) solved for h.
 *
 * @param      slack      Slack k of each step [std dev], 1e-4 <= x <= 10.
 * @param      trades     The average run A [trades], 10 <= x <= 1e12.
 * @param[out] threshold  h, at least 0 [std dev]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_monitor_threshold(double slack, double trades,
                                                                double *threshold);

#endif
