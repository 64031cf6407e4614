/* SPDX-License-Identifier: MIT */
/** @file
 * What share of the account the closed trades justify: Kelly's fraction and its careful relatives.
 *
 * A trade is measured in R, its profit over the risk that was planned; f is the share of the
 * account that is lost at -1 R. The fraction f* lets wealth grow fastest:
 *
 *     two outcomes, +b with chance p, else -1:  f* = p - (1 - p) / b                        (1)
 *     many small trades:                        f* = mean / variance                        (2)
 *     any sample:                               sum of w x / (1 + f* x) = 0, x = R - shift  (3)
 *
 * (3) is the maximum of the mean of log(1 + f x); it has one root below 1 / (worst loss) where the
 * mean of x is above zero, found to a few units in the last place within a bounded number of steps.
 * The shift says what is believed of the mean:
 *
 *     empirical    shift = 0                                                                (4)
 *     sceptical    shift = mean m0 / (n + m0)                                               (5)
 *     lower bound  shift = z deviation / sqrt(n), z the quantile of 1 - lower_chance        (6)
 *
 *     odds         K = min((mean - shift) / (W L), f* / fraction), shift and f* by (5)     (11)
 *
 * W and L are the mean win and the mean loss, so that (11) is (1) times n / (n + m0) where there
 * are two outcomes. Where there are more it is larger than (5), by as much as half of it stays
 * below: under the floor of (9) that grows faster and is as safe, so it is the default's K.
 *
 * (5) is the posterior mean under a prior that expects no edge: m0 is one over the variance of the
 * true mean per deviation among strategies. A flat prior protects from nothing once n is 30.
 * Limited by drawdown, f is the largest up to f* for which
 *
 *     mean of (1 + f x)^-lambda <= 1, lambda = log(beta) / log(alpha)                       (7)
 *
 * so that wealth ever falls below alpha times its *start* with a chance of at most beta. That is no
 * bound on drawdown from the peak: with alpha 0.8 nearly every path of 1500 trades falls 20 % from
 * its peak. The floor is one. With the capital M = min(balance, equity), the peak P, which is the
 * highest closed balance and never below the present one, and the risk Q of the open positions,
 * counted from their entries, costs included:
 *
 *     cushion = 1 - a P / M                                                                 (8)
 *     risk = M min(risk_max, fraction K cushion factor, cushion / gap_loss - Q / M)         (9)
 *
 * When every open position and this one close at gap_loss R below entry, the balance is still a P.
 * Floating profit that is given back is not covered, and adds nothing to M: a share of the equity
 * would, while a profit floats, risk more than the cushion of the balance holds. Exploration: under
 * exploration_trades the middle term of (9) is at least exploration_risk min(factor, 1), unless
 * from 10 trades on the mean lies more than one standard error below zero; and K counts only where
 * the mean is above zero. From exploration_trades on a mean or a K that is not above zero gives
 * zero. sigma/sizing.h limits by the same rule. The smallest M at which a risk r fits, by (9), with
 * c = fraction K factor:
 *
 *     M = max(r / risk_max, L(r / c), L(gap_loss (r + Q))),
 *     L(x) = a P + x, or x / (1 - a) where that is above P, as then the peak goes with it  (10)
 *
 * The tail that a size can be based on: with x_(1) <= ... <= x_(n) the R and m = n q,
 *
 *     tail = -(sum of x_(i) for i <= floor m, + (m - floor m) x_(floor m + 1)) / m         (12)
 *
 * as (11) of sigma/journal.h, 0 where the tail is made of wins.
 *
 * Chances, where wealth grows by many small trades. At a share c of (2), of falling to x of the
 * start ever, and of doubling before halving:
 *
 *     growth = c (2 - c) of the fastest,  ever = x^(2/c - 1),  doubled = 1 / (1 + 2^(1 - 2/c)) (13)
 *
 * and for changes of log(wealth) with mean m and deviation s a trade, a depth d = -log(1 - D), T
 * trades and theta = 2 m / s^2:
 *
 *     P(ever D below the start)     = min(exp(-theta d), 1)                                (14)
 *     P(D below the start by T)     = Phi((-d - m T) / (s sqrt(T)))
 *                                     + exp(-theta d) Phi((m T - d) / (s sqrt(T)))         (15)
 *     mean trades until D below the peak = 2 (exp(theta d) - 1 - theta d) / (theta s)^2,
 *     P(D below the peak by T): the inverse of exp(-a) g / (q (g cosh g - a sinh g)), with
 *                               g^2 = a^2 + 2 q, a = m d / s^2, at s^2 T / d^2              (16)
 *
 * (15) is exact to 1e-11, (16) to 1e-13; trades are steps, and fall so far a little less often
 * than the diffusion, which does it between two of them. What w wins of n prove of the win rate:
 * the quantile q of the Beta distribution at (w + 1/2, n - w + 1/2) (17)
 *
 * Several bets at once, of means mu and covariance S over the same time, each up to its cap and all
 * up to G:
 *
 *     the f that makes mu f - f S f / 2 largest, 0 <= f_i <= cap_i, sum f <= G             (18)
 *     with shorts: -cap_i <= f_i <= cap_i, sum |f| <= G                                    (19)
 *
 * The published rule of SIGMA: under 30 trades an exploration risk of 0.5 %, or 0.75 % at a
 * confidence above 0.7; from 30 on (1) times the fraction 0.25, times n / 100 up to 100 trades.
 * Confidence is no chance of winning, and enters nowhere else. SIGMA prints 0.523 for a win rate of
 * 0.68 and a payoff of 2.15; (1) gives 0.531.
 *
 * Sources: (1) Kelly, A New Interpretation of Information Rate (1956). (2), (3) Thorp, The Kelly
 * Criterion in Blackjack, Sports Betting and the Stock Market (2006) 7.1. (5) Browne and Whitt,
 * Portfolio Choice and the Bayesian Kelly Criterion (1996). (7) Busseti, Ryu and Boyd,
 * Risk-Constrained Kelly Gambling (2016). (8) Grossman and Zhou, Optimal Investment Strategies for
 * Controlling Drawdowns (1993), with the gap loss added. (13) MacLean, Thorp and Ziemba, Long-term
 * Capital Growth (Quantitative Finance 10, 2010). (15) Harrison, Brownian Motion and Stochastic
 * Flow Systems (1985) ch. 1; (16) Taylor, A Stopped Brownian Motion Formula (Annals of Probability
 * 3, 1975); (17) Brown, Cai and DasGupta, Interval Estimation for a Binomial Proportion
 * (Statistical Science 16, 2001); (18) Thorp (2006) 8. docs/sizing.md compares them.
 */
#ifndef SIGMA_KELLY_H
#define SIGMA_KELLY_H

#include "sigma/journal.h"

/** How much is believed, and how much is dared. Start from sigma_kelly_defaults(). */
typedef struct sigma_kelly_params {
    double prior_trades; /**< m0 of (5), trades that the doubt is worth [trades],
                              0 <= x <= 1e6, default 50. */
    double lower_chance; /**< Chance that the mean lies below the bound of (6) [1],
                              1e-6 <= x <= 0.5, default 0.1. */
    double wealth_alpha; /**< alpha of (7), of the wealth at the start [1],
                              0.01 <= x <= 0.99, default 0.8. */
    double wealth_beta;  /**< beta of (7) [1], 1e-6 <= x <= 1, default 0.1. */
    double floor;    /**< a of (8), of the peak; 0 that gaps leave something [1], 0 <= x <= 0.99,
                          default 0.8. */
    double gap_loss; /**< Worst loss that is reckoned with [R], 1 <= x <= 100,
                          default 5. */
    double fraction; /**< Share of K in (9) [1], 0.001 <= x <= 1, default 0.5. */
    double risk_max; /**< Most of the capital at risk in a trade [1], 1e-6 <= x <= 0.2,
                          default 0.02. */
    double published_fraction;  /**< Share of f* in the published rule [1], 0.001 <= x <= 1,
                                     default 0.25. */
    double exploration_risk;    /**< While there are few trades [1], 0 <= x <= 0.2,
                                     default 0.005. */
    double confident_risk;      /**< The same, of the published rule, at a high confidence [1],
                                     0 <= x <= 0.2, default 0.0075. */
    double confidence;          /**< What is high [1], 0 <= x <= 1, default 0.7. */
    double tail;                /**< q of (12), share of the trades that are the tail [1],
                                     0.001 <= x <= 0.5, default 0.05. */
    int32_t exploration_trades; /**< Fewer trades prove nothing [trades], 2 <= x <= 1000,
                                     default 30. */
    int32_t established_trades; /**< Trades that count in full, by the published rule [trades],
                                     2 <= x <= 10000, default 100. */
} sigma_kelly_params;

SIGMA_LAYOUT(sigma_kelly_params, 112);

/** A fraction, and what led to it. */
typedef struct sigma_kelly_result {
    double fraction;    /**< Share of the account to lose at -1 R [1], 0 <= x <= 1e30. */
    double full;        /**< f* of (1), (2) or (3) before every limit; below zero only where (1) or
                             (2) say so [1], -1e30 <= x <= 1e30. */
    double growth;      /**< Mean log growth of a trade at fraction, at most at full, if all is as
                             measured [1], 0 <= x <= 1e30. */
    double trades;      /**< n, the sum of the weights [trades], 0 <= x <= 1e19. */
    double mean;        /**< Mean of R [R], -1e6 <= x <= 1e6. */
    double deviation;   /**< Standard deviation of R, with n - 1 [R], 0 <= x <= 1e15. */
    double error;       /**< Standard error of the mean [R], 0 <= x <= 1e15. */
    double shift;       /**< Taken off every R by (4), (5) or (6) [R], 0 <= x <= 1e18. */
    double worst;       /**< Worst x [R], -1e19 <= x <= 1e6. */
    double exponent;    /**< lambda of (7), else 0 [1], 0 <= x <= 1e4. */
    int32_t iterations; /**< Evaluations of (3) and (7) [steps], 0 <= x <= 1000. */
    int32_t reason;     /**< What decided: SIGMA_KELLY_... */
} sigma_kelly_result;

SIGMA_LAYOUT(sigma_kelly_result, 88);

/** An account, and what is known of a strategy, for (9). */
typedef struct sigma_kelly_sample {
    double balance;   /**< Closed balance [account], -1e15 <= x <= 1e15. */
    double equity;    /**< Balance and open profit [account], -1e15 <= x <= 1e15. */
    double peak;      /**< Highest closed balance so far [account], 1e-6 <= x <= 1e18. */
    double open_risk; /**< Q, risk of the open positions from their entries [account],
                           0 <= x <= 1e17. */
    double kelly;     /**< K by (11) [1], 0 <= x <= 1e30. */
    double mean;      /**< Mean of R [R], -1e6 <= x <= 1e6. */
    double error;     /**< Its standard error [R], 0 <= x <= 1e15. */
    double factor;    /**< Product of the factors on the risk [1], 0 <= x <= 1.5. */
    double trades;    /**< Closed trades behind these figures [trades], 0 <= x <= 1e19. */
} sigma_kelly_sample;

SIGMA_LAYOUT(sigma_kelly_sample, 72);

/** A risk above the floor, and what led to it. */
typedef struct sigma_kelly_floor_result {
    double risk;         /**< Money to lose at the stop [account], 0 <= x <= 2e14. */
    double fraction;     /**< The same, of the capital [1], 0 <= x <= 0.2. */
    double capital;      /**< M, 0 if there is none [account], 0 <= x <= 1e15. */
    double drawdown;     /**< 1 - M / P [1], 0 <= x <= 1. */
    double cushion;      /**< (8), 0 at the floor or below [1], 0 <= x <= 1. */
    double kelly_risk;   /**< Second term of (9), of the capital [1], 0 <= x <= 2e30. */
    double cushion_risk; /**< Third term of (9), of the capital [1], 0 <= x <= 1. */
    int32_t reason;      /**< What decided: SIGMA_KELLY_... */
    int32_t reserved;    /**< 0. */
} sigma_kelly_floor_result;

SIGMA_LAYOUT(sigma_kelly_floor_result, 64);

/** What the closed trades prove: the part of the context that a decision needs of them. */
typedef struct sigma_edge {
    double mean;            /**< Mean of R [R], -1e6 <= x <= 1e6. */
    double error;           /**< Standard error of the mean [R], 0 <= x <= 1e15. */
    double tail;            /**< By (12) [R], 0 <= x <= 1e6. */
    double win_rate;        /**< Wins over trades; a break-even is none [1], 0 <= x <= 1. */
    double payoff;          /**< Mean win over mean loss, 0 without a loss [1], 0 <= x <= 1e18. */
    double kelly;           /**< K by (11), for (9); no bound but risk_max [1], 0 <= x <= 1e6. */
    double lower;           /**< f* by (6), at most 1 / gap_loss [1], 0 <= x <= 1. */
    double limited;         /**< The same by (5) and (7) [1], 0 <= x <= 1. */
    double recent_win_rate; /**< Wins over trades among the last ten [1], 0 <= x <= 1. */
    int32_t trades;         /**< Closed trades [trades], x >= 0. */
    int32_t recent_trades;  /**< Those among the last ten [trades], 0 <= x <= 10. */
    int32_t mark;           /**< SIGMA_PART_EDGE. */
    int32_t reserved;       /**< 0. */
} sigma_edge;

SIGMA_LAYOUT(sigma_edge, 88);

/** Chances at a share of Kelly, by (13). */
typedef struct sigma_kelly_chances {
    double growth;  /**< Over the fastest [1], 0 <= x <= 1. */
    double ever;    /**< Of ever falling to the level [1], 0 <= x <= 1. */
    double doubled; /**< Of doubling before halving [1], 0 <= x <= 1. */
} sigma_kelly_chances;

SIGMA_LAYOUT(sigma_kelly_chances, 24);

/** Chances of a fall, by (14) to (16). */
typedef struct sigma_kelly_fall {
    double ever;   /**< So far below the start, ever [1], 0 <= x <= 1. */
    double start;  /**< The same by then [1], 0 <= x <= 1. */
    double trades; /**< Mean number until so far below the peak [trades], 0 <= x <= 1e30. */
    double peak;   /**< So far below the peak by then [1], 0 <= x <= 1. */
} sigma_kelly_fall;

SIGMA_LAYOUT(sigma_kelly_fall, 32);

/**
 * Sets every parameter to its default.
 *
 * @param[out] params  The parameters.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_kelly_defaults(sigma_kelly_params *params);

/**
 * Sets every parameter to what a profile takes: prior_trades 100, 50, 50, risk_max 0.005, 0.01,
 * 0.02, floor 0.9, 0.85, 0.8, fraction 0.25, 0.5, 0.5; the others to their defaults.
 *
 * @param      profile  SIGMA_PROFILE_CONSERVATIVE, MODERATE or AGGRESSIVE.
 * @param[out] params   The parameters; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_kelly_preset(int32_t profile,
                                                           sigma_kelly_params *params);

/**
 * Kelly's fraction of a bet with two outcomes, by (1).
 *
 * @param      win_rate  p, chance of winning [1], 0 <= x <= 1.
 * @param      payoff    b, mean win over mean loss [1], 1e-6 <= x <= 1e6.
 * @param[out] result    The fraction; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_kelly_binary(double win_rate, double payoff,
                                                           sigma_kelly_result *result);

/**
 * The fractions of many bets, each that of sigma_kelly_binary().
 *
 * @param      win_rate  Chances of winning [1], 0 <= x <= 1.
 * @param      payoff    Mean wins over mean losses [1], 1e-6 <= x <= 1e6.
 * @param      count     Length of the arrays [1], x >= 0.
 * @param[out] fraction  Kelly's fractions [1]. May be one of the inputs; untouched on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_kelly_binary_batch(const double *win_rate,
                                                                 const double *payoff,
                                                                 int32_t count, double *fraction);

/**
 * Kelly's fraction of many small trades, by (2).
 *
 * @param      mean      Mean of what a unit staked returns, over the interest that it would bear
 *                       [1], -1e6 <= x <= 1e6.
 * @param      variance  Its variance [1], 1e-18 <= x <= 1e12.
 * @param[out] result    The fraction; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_kelly_continuous(double mean, double variance,
                                                               sigma_kelly_result *result);

/**
 * Kelly's fraction of a sample of closed trades, by (3) and the method. A trade whose loss is less
 * than 1e-12 R lost nothing; without a loss the fraction is 1 / gap_loss, and by every method but
 * SIGMA_METHOD_ODDS it is never more.
 *
 * @param      params  prior_trades, lower_chance, wealth_alpha, wealth_beta, gap_loss, fraction.
 * @param      method  SIGMA_METHOD_...
 * @param      r       Profits over planned risks, in any order [R], -1e6 <= x <= 1e6.
 * @param      count   Length of r [trades], x >= 0; of no trades the fraction is 0.
 * @param[out] result  The fraction; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_kelly_evaluate(const sigma_kelly_params *params,
                                                             int32_t method, const double *r,
                                                             int32_t count,
                                                             sigma_kelly_result *result);

/**
 * The same of a sample in which each result stands for a number of trades: counts of equal results,
 * or weights that fade with age.
 *
 * @param      params  As above.
 * @param      method  SIGMA_METHOD_...
 * @param      r       Profits over planned risks [R], -1e6 <= x <= 1e6.
 * @param      weight  How many trades each stands for [trades], 0 or 1e-9 <= x <= 1e9.
 * @param      count   Length of r and weight [trades], x >= 0.
 * @param[out] result  The fraction; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_kelly_weighted(const sigma_kelly_params *params,
                                                             int32_t method, const double *r,
                                                             const double *weight, int32_t count,
                                                             sigma_kelly_result *result);

/**
 * The share of the account at risk by the published rule of SIGMA.
 *
 * @param      params      published_fraction, exploration_risk, confident_risk, confidence and both
 *                         numbers of trades.
 * @param      win_rate    p [1], 0 <= x <= 1.
 * @param      payoff      b [1], 1e-6 <= x <= 1e6.
 * @param      trades      n, closed trades [trades], x >= 0.
 * @param      confidence  Of the signal; only below exploration_trades [1], 0 <= x <= 1.
 * @param[out] result      The fraction; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_kelly_published(const sigma_kelly_params *params,
                                                              double win_rate, double payoff,
                                                              int32_t trades, double confidence,
                                                              sigma_kelly_result *result);

/**
 * The money at risk above the floor, by (9): libsigma's default.
 *
 * @param      params  floor, gap_loss, fraction, risk_max, exploration_risk, exploration_trades.
 * @param      sample  The account and the strategy.
 * @param[out] result  The risk; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_kelly_floor(const sigma_kelly_params *params,
                                                          const sigma_kelly_sample *sample,
                                                          sigma_kelly_floor_result *result);

/**
 * The smallest balance at which a risk fits, by (10), without open profit: what an account needs
 * before one smallest lot can be traded.
 *
 * @param      params   As for sigma_kelly_floor().
 * @param      sample   The account and the strategy; its balance and equity do not count.
 * @param      risk     r, money to lose at the stop [account], 1e-9 <= x <= 1e12.
 * @param[out] balance  M, rounded up; 0 where no balance up to 5e14 suffices, or for want of edge,
 *                      and on error [account], 0 <= x <= 1e15.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_kelly_balance(const sigma_kelly_params *params,
                                                            const sigma_kelly_sample *sample,
                                                            double risk, double *balance);

/**
 * What the closed trades prove, for a decision. To be called when a trade has closed, not when one
 * is sized.
 *
 * @param      params  As for sigma_kelly_evaluate(), and tail.
 * @param      r       Profits over planned risks, oldest first [R], -1e6 <= x <= 1e6.
 * @param      count   Length of r [trades], x >= 0.
 * @param[out] edge    The figures and the mark; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_edge_evaluate(const sigma_kelly_params *params,
                                                            const double *r, int32_t count,
                                                            sigma_edge *edge);

/**
 * The same from the last trades of a journal whose risk is known, at most 500 of them.
 *
 * @param      params     As for sigma_edge_evaluate().
 * @param      journal    The journal.
 * @param[out] multiples  Receives the R that were used, oldest first [R].
 * @param      capacity   Length of multiples [trades], x >= 0; SIGMA_JOURNAL_SPACE always suffices.
 * @param[out] edge       The figures and the mark; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_SPACE, or SIGMA_E_RANGE, also for a trade
 *         of more than 1e6 R.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_edge_read(const sigma_kelly_params *params,
                                                        const sigma_journal *journal,
                                                        double *multiples, int32_t capacity,
                                                        sigma_edge *edge);

/**
 * What a share of Kelly means, by (13).
 *
 * @param      share   c [1], 0.001 <= x <= 2.
 * @param      level   x, of the wealth at the start [1], 1e-6 <= x <= 1.
 * @param[out] result  The chances; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_kelly_outlook(double share, double level,
                                                            sigma_kelly_chances *result);

/**
 * The chances of a fall, by (14) to (16).
 *
 * @param      mean       m, mean change of log(wealth) in a trade [1], -1 <= x <= 1.
 * @param      deviation  s, its deviation [1], 1e-6 <= x <= 10.
 * @param      drawdown   D, how far [1], 0.001 <= x <= 0.999.
 * @param      trades     T [trades], 1 <= x <= 1e9.
 * @param[out] result     The chances; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_kelly_drawdown(double mean, double deviation,
                                                             double drawdown, double trades,
                                                             sigma_kelly_fall *result);

/**
 * A lower bound of the win rate, by (17), for sigma_kelly_binary().
 *
 * @param      wins      w [trades], 0 <= x <= trades.
 * @param      trades    n [trades], 0 <= x <= 1000000.
 * @param      chance    q, that it lies below [1], 1e-6 <= x <= 0.5.
 * @param[out] win_rate  The bound [1], 0 <= x <= 1; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_kelly_win_rate(int32_t wins, int32_t trades,
                                                             double chance, double *win_rate);

/**
 * Kelly's fractions of several bets at once, by (18): each in turn at its best until none moves, at
 * a price of the sum that is found by halving.
 *
 * @param      mean        mu [1], -1e6 <= x <= 1e6.
 * @param      covariance  S, row by row, symmetric and of correlations from -1 to 1; each variance
 *                         [1], 1e-12 <= x <= 1e6.
 * @param      cap         Most of each [1], 0 <= x <= 1e6.
 * @param      count       Number of bets, 1 <= x <= 64.
 * @param      most        G [1], 1e-6 <= x <= 1e6.
 * @param[out] fraction    f [1]; untouched on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for a fraction that overlaps an input.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_kelly_several(const double *mean,
                                                            const double *covariance,
                                                            const double *cap, int32_t count,
                                                            double most, double *fraction);

/**
 * The same where each bet may be taken either way, by (19): what is below zero is sold short. A
 * short that hedges a long lets more of both be held.
 *
 * @param      mean        mu, of a long [1], -1e6 <= x <= 1e6.
 * @param      covariance  S, row by row, symmetric and of correlations from -1 to 1; each variance
 *                         [1], 1e-12 <= x <= 1e6.
 * @param      cap         Most of each, long or short [1], 0 <= x <= 1e6.
 * @param      count       Number of bets, 1 <= x <= 64.
 * @param      most        G, longs and shorts together [1], 1e-6 <= x <= 1e6.
 * @param[out] fraction    f, below zero where short [1]; untouched on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for a fraction that overlaps an input.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_kelly_either(const double *mean,
                                                           const double *covariance,
                                                           const double *cap, int32_t count,
                                                           double most, double *fraction);

#endif
