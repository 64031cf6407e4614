/* SPDX-License-Identifier: MIT */
/** @file
 * The journal of closed trades: what they prove, over the last n trades or over all.
 *
 * A journal keeps the last 500 trades, and sums over all of them. A window is computed anew from
 * its own trades, oldest first, at each reading, so nothing drifts: what is read of the last n
 * trades has the same bits as all of a fresh journal of these n trades, however many went before.
 * Sums carry twice the precision of a double.
 *
 * Two series are kept apart. *cash* is the profit in money, of trades with real money. *multiple*
 * is R = profit / risk, of all trades whose risk is given, those on paper included: a strategy that
 * is refused real money can so earn it back. For each series of x_1 ... x_n:
 *
 *     win: x > 0, loss: x < 0, break-even: x = 0;  win rate = wins / n                      (1)
 *     expectancy = sum x / n = win rate x average win - losses / n x average loss           (2)
 *     payoff = average win / average loss;  profit factor = sum of wins / sum of losses     (3)
 *     deviation = sqrt(sum (x - expectancy)^2 / (n - 1))                                    (4)
 *     downside = sqrt(sum min(x, 0)^2 / n)                                                  (5)
 *     Sharpe = expectancy / deviation;  Sortino = expectancy / downside                     (6)
 *     a year: (6) times sqrt(trades a year), trades a year = (n - 1) / (years from the
 *         first exit to the last), a year of 365.25 days                                    (7)
 *     drawdown = largest fall of 0, x_1, x_1 + x_2 ... below its highest value so far       (8)
 *
 * With x_(1) <= ... <= x_(n) and m = n q, where q is the share called the tail and a product that
 * is whole but for rounding is whole:
 *
 *     lower quantile = x_(ceil m);  upper quantile = x_(n + 1 - ceil m)                     (9)
 *     tail ratio = upper quantile / -lower quantile                                        (10)
 *     CVaR = -(sum of x_(i) for i <= floor m, + (m - floor m) x_(floor m + 1)) / m         (11)
 *
 * (9) to (11) of more than 500 trades are those of the last 500.
 *
 * Equity begins at the balance before the first trade of the window. A stated balance that is not
 * the equity so far is a cash flow, and moves the peak in proportion, as in sigma/account.h:
 *
 *     drawdown = (peak - equity) / peak                                                    (12)
 *
 * A ratio whose divisor is 0 is 0, the careful answer: counts tell a payoff of 0 from one that is
 * not known. Ratios end at 1e15.
 *
 * Corrected: SIGMA and many others annualise results per trade with sqrt(252) however often they
 * trade, which (7) does not; and take drawdown in percent of cumulative profit, not of equity.
 *
 * Sources: Sharpe, "The Sharpe Ratio", Journal of Portfolio Management 21 (1994); Sortino and van
 * der Meer, "Downside Risk", Journal of Portfolio Management 17 (1991); Acerbi and Tasche, "On the
 * coherence of Expected Shortfall", Journal of Banking and Finance 26 (2002), for (11); SIGMA's
 * description for windows, stages, comparison and grades.
 */
#ifndef SIGMA_JOURNAL_H
#define SIGMA_JOURNAL_H

#include "sigma/trade.h"

/** Most trades that a journal keeps one by one: its longest window but all. */
#define SIGMA_JOURNAL_SPACE 500

/** Windows [trades]. Any other from 1 to 500 will do as well. */
enum {
    SIGMA_JOURNAL_ALL = 0,      /**< All trades since init. */
    SIGMA_JOURNAL_SHORT = 30,   /**< What happens now. */
    SIGMA_JOURNAL_MIDDLE = 100, /**< What to compare it with. */
    SIGMA_JOURNAL_LONG = 500    /**< The longest window. */
};

/** Number of parts of the range of a stated probability. */
#define SIGMA_JOURNAL_TENTHS 10

/** Where grades change. Where critical is above excellent, less is better. The defaults are
 * SIGMA's published bands, where it has any. */
typedef struct sigma_journal_bands {
    double critical;  /**< Worse than this is CRITICAL [of the graded], -1e15 <= x <= 1e15. */
    double doubtful;  /**< Else, worse than this is DOUBTFUL [of the graded],
                           -1e15 <= x <= 1e15. */
    double good;      /**< Else, worse than this is FAIR [of the graded], -1e15 <= x <= 1e15. */
    double excellent; /**< Else, worse than this is GOOD, the rest EXCELLENT [of the graded],
                           -1e15 <= x <= 1e15. */
} sigma_journal_bands;

SIGMA_LAYOUT(sigma_journal_bands, 32);

/** What the journal is to be measured by. Start from sigma_journal_defaults(). */
typedef struct sigma_journal_params {
    double equity;          /**< Equity before the first trade [account], 1e-6 <= x <= 1e15. */
    double tail;            /**< Share of the trades that are a tail, q in (9) to (11) [1],
                                 0.001 <= x <= 0.5, default 0.05. */
    double win_rate_drop;   /**< Fall of the win rate that counts as degradation [1],
                                 0 <= x <= 1, default 0.2. */
    double expectancy_drop; /**< Fall of the expectancy that does [1], 0 <= x <= 10,
                                 default 0.3. */
    sigma_journal_bands win_rate;   /**< Grades of the win rate, default 0.35, 0.5, 0.6 and
                                         0.75: 60 to 75 % is good. */
    sigma_journal_bands sharpe;     /**< Grades of the Sharpe ratio a year, default 0, 0.5, 1
                                         and 1.5. */
    sigma_journal_bands drawdown;   /**< Grades of the drawdown of equity, default 0.15, 0.1,
                                         0.05 and 0.05: above 10 % is an issue. */
    sigma_journal_bands expectancy; /**< Grades of the expectancy in money, default 0, 0,
                                         10 and 10. */
    int32_t building;    /**< Trades from which the sample is BUILDING; results of fewer have no
                              grades [trades], 1 <= x <= 1000000, default 30. */
    int32_t established; /**< Trades from which it is ESTABLISHED, not fewer [trades],
                              1 <= x <= 1000000, default 100. */
    int32_t shorter;     /**< The window that is compared [trades], 1 <= x <= 500, default 30. */
    int32_t longer;      /**< With this one, not shorter [trades], 1 <= x <= 500, default 100. */
} sigma_journal_params;

SIGMA_LAYOUT(sigma_journal_params, 176);

/** What a journal keeps of a trade. */
typedef struct sigma_journal_entry {
    int64_t time;       /**< Instant of the exit [ns]. */
    double profit;      /**< What it made [account], -1e15 <= x <= 1e15. */
    double risk;        /**< Money at risk, if given [account], 0 <= x <= 1e15. */
    double expected;    /**< Profit that was expected, if given [account], -1e15 <= x <= 1e15. */
    double probability; /**< Chance of a profit that was stated, if given [1], 0 <= x <= 1. */
    double balance;     /**< Balance before it, given or added up [account], -1e25 <= x <= 1e25. */
    uint64_t given;     /**< Set of SIGMA_TRADE_... */
} sigma_journal_entry;

SIGMA_LAYOUT(sigma_journal_entry, 56);

/** Sums over one series. Each sum is of two doubles, of which the second holds what the first
 * cannot. */
typedef struct sigma_journal_sums {
    double sum[2];       /**< Of the values [account or R], -1e25 <= x <= 1e25. */
    double gain[2];      /**< Of the wins [account or R], -1e25 <= x <= 1e25. */
    double square[2];    /**< Of the squares [its square], -1e40 <= x <= 1e40. */
    double loss[2];      /**< Of the squares of losses [its square], -1e40 <= x <= 1e40. */
    double peak;         /**< Highest of 0 and the sum so far [account or R], 0 <= x <= 1e25. */
    double drawdown;     /**< Largest fall below it [account or R], 0 <= x <= 1e26. */
    double best;         /**< Largest value, 0 without one [account or R], -1e15 <= x <= 1e15. */
    double worst;        /**< Least value, 0 without one [account or R], -1e15 <= x <= 1e15. */
    int64_t first;       /**< Instant of the first exit [ns]. */
    int64_t last;        /**< Instant of the last exit [ns]. */
    int32_t trades;      /**< Values [trades], 0 <= x <= 2000000000. */
    int32_t wins;        /**< Above 0 [trades], 0 <= x <= 2000000000. */
    int32_t losses;      /**< Below 0 [trades], 0 <= x <= 2000000000. */
    int32_t streak;      /**< Wins in a row at the end; losses as a negative number [trades],
                              -2000000000 <= x <= 2000000000. */
    int32_t most_wins;   /**< Longest row of wins [trades], 0 <= x <= 2000000000. */
    int32_t most_losses; /**< Longest row of losses [trades], 0 <= x <= 2000000000. */
} sigma_journal_sums;

SIGMA_LAYOUT(sigma_journal_sums, 136);

/** Sums over trades, from which (1) to (8) and (12) are read. */
typedef struct sigma_journal_totals {
    sigma_journal_sums cash;     /**< Profit in money, of trades with real money. */
    sigma_journal_sums multiple; /**< R, of trades whose risk is given. */
    double equity;               /**< Balance after the last trade [account], -1e25 <= x <= 1e25. */
    double peak;                 /**< Highest balance [account], -1e25 <= x <= 1e25. */
    double drawdown;             /**< Largest, by (12) [1], 0 <= x <= 1e15. */
    int32_t trades;              /**< Trades [trades], 0 <= x <= 2000000000. */
    int32_t paper;               /**< Of these, on paper [trades], 0 <= x <= 2000000000. */
} sigma_journal_totals;

SIGMA_LAYOUT(sigma_journal_totals, 304);

/** Sums over the trades whose stated probability lies in one tenth of its range. */
typedef struct sigma_journal_tenth {
    double stated[2]; /**< Sum of the probabilities, as two doubles [1], -1e10 <= x <= 1e10. */
    int32_t trades;   /**< Trades [trades], 0 <= x <= 2000000000. */
    int32_t wins;     /**< Of these, with a profit [trades], 0 <= x <= 2000000000. */
} sigma_journal_tenth;

SIGMA_LAYOUT(sigma_journal_tenth, 24);

/** Sums that compare what was expected with what came. Two doubles make a sum. */
typedef struct sigma_journal_claims {
    sigma_journal_tenth tenth[SIGMA_JOURNAL_TENTHS]; /**< By the stated probability. */
    sigma_journal_sums excess;                       /**< R less the R that was expected. */
    double expected[2];   /**< Sum of the R that were expected [R], -1e25 <= x <= 1e25. */
    double cash[2];       /**< Sum of the profits that were expected [account],
                               -1e25 <= x <= 1e25. */
    double came[2];       /**< Sum of these trades' profits [account], -1e25 <= x <= 1e25. */
    double brier[2];      /**< Sum of (probability - outcome)^2 [1], -1e10 <= x <= 1e10. */
    int32_t expectations; /**< Trades whose profit was expected [trades], 0 <= x <= 2000000000. */
    int32_t reserved;     /**< 0. */
} sigma_journal_claims;

SIGMA_LAYOUT(sigma_journal_claims, 448);

/** A journal. Set it up with sigma_journal_init(). */
typedef struct sigma_journal {
    sigma_journal_params params;                    /**< What it is measured by. */
    sigma_journal_totals totals;                    /**< Sums over all trades. */
    sigma_journal_claims claims;                    /**< Sums over all expectations. */
    sigma_journal_entry entry[SIGMA_JOURNAL_SPACE]; /**< The last trades; the place of trade k,
                                                         counted from 0, is k modulo 500. */
    int32_t by_cash[SIGMA_JOURNAL_SPACE];     /**< Their places in ascending order of profit, for
                                                   real money [places], 0 <= x <= 499. */
    int32_t by_multiple[SIGMA_JOURNAL_SPACE]; /**< The same in ascending order of R, where it is
                                                   known [places], 0 <= x <= 499. */
    int64_t time;                             /**< Instant of the last exit [ns]. */
    int32_t cash_ranked;                      /**< Length of by_cash [trades], 0 <= x <= 500. */
    int32_t multiples_ranked;                 /**< Length of by_multiple [trades], 0 <= x <= 500. */
    int32_t tag;                              /**< Set by init. */
    int32_t reserved;                         /**< 0. */
} sigma_journal;

SIGMA_LAYOUT(sigma_journal, 32952);

/** Statistics of one series. */
typedef struct sigma_journal_series {
    double win_rate;      /**< By (1) [1], 0 <= x <= 1. */
    double expectancy;    /**< Mean, by (2) [account or R], -1e15 <= x <= 1e15. */
    double average_win;   /**< Mean of the wins [account or R], 0 <= x <= 1e15. */
    double average_loss;  /**< Mean of the losses, as a positive number [account or R],
                               0 <= x <= 1e15. */
    double payoff;        /**< By (3) [1], 0 <= x <= 1e15. */
    double profit_factor; /**< By (3) [1], 0 <= x <= 1e15. */
    double total;         /**< Sum [account or R], -1e25 <= x <= 1e25. */
    double gross_profit;  /**< Sum of the wins [account or R], 0 <= x <= 1e25. */
    double gross_loss;    /**< Sum of the losses, as a positive number [account or R],
                               0 <= x <= 1e25. */
    double best;          /**< Largest value [account or R], -1e15 <= x <= 1e15. */
    double worst;         /**< Least value [account or R], -1e15 <= x <= 1e15. */
    double deviation;     /**< By (4), 0 for a single trade [account or R], 0 <= x <= 1e16. */
    double downside;      /**< By (5) [account or R], 0 <= x <= 1e15. */
    double sharpe;        /**< Per trade, by (6) [1], -1e15 <= x <= 1e15. */
    double sortino;       /**< Per trade, by (6) [1], -1e15 <= x <= 1e15. */
    double trades_a_year; /**< By (7), 0 where all exits have one instant [trades],
                               0 <= x <= 1e15. */
    double sharpe_year;   /**< By (7) [1], -1e15 <= x <= 1e15. */
    double sortino_year;  /**< By (7) [1], -1e15 <= x <= 1e15. */
    double drawdown;      /**< Largest, by (8) [account or R], 0 <= x <= 1e26. */
    double drawdown_now;  /**< Of the last value [account or R], 0 <= x <= 1e26. */
    double lower;         /**< Lower quantile, by (9) [account or R], -1e15 <= x <= 1e15. */
    double upper;         /**< Upper quantile, by (9) [account or R], -1e15 <= x <= 1e15. */
    double tail_ratio;    /**< By (10), 0 unless both quantiles are on their side of 0 [1],
                               0 <= x <= 1e15. */
    double cvar;          /**< Mean loss in the tail, by (11); negative where the tail is made of
                               wins [account or R], -1e15 <= x <= 1e15. */
    int32_t trades;       /**< n [trades], 0 <= x <= 2000000000. */
    int32_t wins;         /**< Above 0 [trades], 0 <= x <= 2000000000. */
    int32_t losses;       /**< Below 0 [trades], 0 <= x <= 2000000000. */
    int32_t evens;        /**< Neither [trades], 0 <= x <= 2000000000. */
    int32_t streak;       /**< Wins in a row at the end; losses as a negative number [trades],
                               -2000000000 <= x <= 2000000000. */
    int32_t most_wins;    /**< Longest row of wins; a break-even ends a row [trades],
                               0 <= x <= 2000000000. */
    int32_t most_losses;  /**< Longest row of losses [trades], 0 <= x <= 2000000000. */
    int32_t ranked;       /**< Trades on which (9) to (11) stand [trades], 0 <= x <= 500. */
} sigma_journal_series;

SIGMA_LAYOUT(sigma_journal_series, 224);

/** What the trades of a window prove. */
typedef struct sigma_journal_result {
    sigma_journal_series cash;     /**< In money, of trades with real money. */
    sigma_journal_series multiple; /**< In R, of trades whose risk is given. */
    double equity;                 /**< After the last trade [account], -1e25 <= x <= 1e25. */
    double peak;                   /**< Highest in the window [account], -1e25 <= x <= 1e25. */
    double drawdown;               /**< Largest, by (12) [1], 0 <= x <= 1e15. */
    double drawdown_now;           /**< After the last trade, by (12) [1], 0 <= x <= 1e15. */
    double confidence;             /**< min(trades in the journal / established, 1) [1],
                                        0 <= x <= 1. */
    int32_t trades;                /**< In the window [trades], 0 <= x <= 2000000000. */
    int32_t paper;                 /**< Of these, on paper [trades], 0 <= x <= 2000000000. */
    int32_t recorded;       /**< In the journal, since init [trades], 0 <= x <= 2000000000. */
    int32_t stage;          /**< SIGMA_STAGE_..., by the trades in the journal. */
    int32_t win_rate_grade; /**< SIGMA_GRADE_... of the win rate: in R if any trade has one, else
                                 in money. */
    int32_t sharpe_grade;   /**< SIGMA_GRADE_... of the Sharpe ratio a year, of the same series. */
    int32_t drawdown_grade; /**< SIGMA_GRADE_... of the largest drawdown of equity. */
    int32_t expectancy_grade; /**< SIGMA_GRADE_... of the expectancy in money. */
} sigma_journal_result;

SIGMA_LAYOUT(sigma_journal_result, 520);

/** How one series fell from the longer window to the shorter. */
typedef struct sigma_journal_drop {
    double shorter_win_rate;   /**< Win rate now [1], 0 <= x <= 1. */
    double longer_win_rate;    /**< Win rate before [1], 0 <= x <= 1. */
    double win_rate_drop;      /**< (longer - shorter) / longer; 0 where longer is 0 [1],
                                    -1e15 <= x <= 1. */
    double shorter_expectancy; /**< Expectancy now [account or R], -1e15 <= x <= 1e15. */
    double longer_expectancy;  /**< Expectancy before [account or R], -1e15 <= x <= 1e15. */
    double expectancy_drop;    /**< (longer - shorter) / |longer|; 0 where longer is 0 [1],
                                    -1e15 <= x <= 1e15. */
    int32_t trades;            /**< In the longer window [trades], 0 <= x <= 500. */
    int32_t degraded;          /**< 1 if a drop is above its limit, else 0, 0 <= x <= 1. */
} sigma_journal_drop;

SIGMA_LAYOUT(sigma_journal_drop, 56);

/** The shorter window against the longer. */
typedef struct sigma_journal_comparison {
    sigma_journal_drop cash;     /**< In money. */
    sigma_journal_drop multiple; /**< In R. */
} sigma_journal_comparison;

SIGMA_LAYOUT(sigma_journal_comparison, 112);

/** One tenth of the range of the stated probability. */
typedef struct sigma_journal_decile {
    double stated;  /**< Mean of the stated probabilities [1], 0 <= x <= 1. */
    double came;    /**< Share that made a profit [1], 0 <= x <= 1. */
    int32_t trades; /**< Trades [trades], 0 <= x <= 2000000000. */
    int32_t wins;   /**< Of these, with a profit [trades], 0 <= x <= 2000000000. */
} sigma_journal_decile;

SIGMA_LAYOUT(sigma_journal_decile, 24);

/** What was expected at the entries against what came. */
typedef struct sigma_journal_calibration {
    sigma_journal_decile decile[SIGMA_JOURNAL_TENTHS]; /**< By the stated probability: 0 to below
                                                            0.1, and so on, the last with 1. */
    double expected;         /**< Mean R that was expected [R], -1e15 <= x <= 1e15. */
    double came;             /**< Mean R that came, of the same trades [R], -1e15 <= x <= 1e15. */
    double realised;         /**< came / expected; 0 unless more than 0 was expected [1],
                                  -1e15 <= x <= 1e15. */
    double error;            /**< Deviation of R less the R that was expected [R],
                                  0 <= x <= 1e16. */
    double information;      /**< Information ratio per trade: mean of R less the R that was
                                  expected, over its deviation [1], -1e15 <= x <= 1e15. */
    double information_year; /**< The same a year, by (7) [1], -1e15 <= x <= 1e15. */
    double expected_cash;    /**< Mean profit that was expected [account],
                                  -1e15 <= x <= 1e15. */
    double came_cash;        /**< Mean profit that came, of the same trades [account],
                                  -1e15 <= x <= 1e15. */
    double brier;            /**< Mean of (stated probability - outcome)^2, the outcome 1 for a
                                  profit, else 0: 0.25 for always saying a half [1],
                                  0 <= x <= 1. */
    double gap;              /**< Mean of |stated - came| over the deciles, by their trades [1],
                                  0 <= x <= 1. */
    int32_t multiples;       /**< Trades of which R was expected [trades],
                                  0 <= x <= 2000000000. */
    int32_t expectations;    /**< Trades of which a profit in real money was expected [trades],
                                  0 <= x <= 2000000000. */
    int32_t probabilities;   /**< Trades whose probability was stated [trades],
                                  0 <= x <= 2000000000. */
    int32_t reserved;        /**< 0. */
} sigma_journal_calibration;

SIGMA_LAYOUT(sigma_journal_calibration, 336);

/**
 * Sets every parameter to its default.
 *
 * @param[out] params  The parameters; all zero on error.
 * @param      equity  Equity before the first trade [account], 1e-6 <= x <= 1e15.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_journal_defaults(sigma_journal_params *params,
                                                               double equity);

/**
 * Starts without trades.
 *
 * @param[out] journal  The journal; all zero on error.
 * @param      params   What it is to be measured by.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE, also for windows, stages or bands out of order.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_journal_init(sigma_journal *journal,
                                                           const sigma_journal_params *params);

/**
 * Adds one closed trade.
 *
 * @param[in,out] journal  The journal; unchanged on error.
 * @param         trade    The trade; it may not be closed before the last one.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE, SIGMA_E_ORDER, or SIGMA_E_SPACE
 *         after 2,000,000,000 trades.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_journal_update(sigma_journal *journal,
                                                             const sigma_trade *trade);

/**
 * Adds count trades: the same bits as count calls of sigma_journal_update().
 *
 * @param[in,out] journal  The journal; unchanged on error.
 * @param         trades   The trades, in the order in which they were closed.
 * @param         count    Their number [trades], x >= 0.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE, SIGMA_E_ORDER or SIGMA_E_SPACE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_journal_batch(sigma_journal *journal,
                                                            const sigma_trade *trades,
                                                            int32_t count);

/**
 * Reads the statistics of a window. With fewer trades than that, it is all of them.
 *
 * @param      journal  The journal.
 * @param      window   The last so many trades [trades], 1 <= x <= 500, or SIGMA_JOURNAL_ALL.
 * @param[out] result   The statistics; all zero on error.
 * @return SIGMA_OK, SIGMA_WARMUP before the first trade (result holds equity and stage),
 *         SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_journal_read(const sigma_journal *journal,
                                                           int32_t window,
                                                           sigma_journal_result *result);

/**
 * Compares the two windows that the parameters name: is the strategy getting worse?
 *
 * @param      journal     The journal.
 * @param[out] comparison  The drops; all zero unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP with fewer trades than the longer window, SIGMA_E_NULL or
 *         SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_journal_compare(const sigma_journal *journal,
                                                              sigma_journal_comparison *comparison);

/**
 * Compares what was expected with what came. In R and by probability trades on paper count.
 *
 * @param      journal      The journal.
 * @param      window       The last so many trades [trades], 1 <= x <= 500, or SIGMA_JOURNAL_ALL.
 * @param[out] calibration  The comparison; all zero on error.
 * @return SIGMA_OK, SIGMA_WARMUP where no trade of the window states what was expected of it,
 *         SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_journal_calibrate(
    const sigma_journal *journal, int32_t window, sigma_journal_calibration *calibration);

/**
 * Copies the R multiples of a window, oldest first, for functions that take plain arrays.
 *
 * @param      journal    The journal.
 * @param      window     The last so many trades [trades], 1 <= x <= 500; those without R are left
 *                        out.
 * @param[out] multiples  R [1]; untouched on error.
 * @param      capacity   Space in multiples [trades], 500 always suffices, x >= 0.
 * @param[out] count      Number of multiples [trades]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE or SIGMA_E_SPACE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_journal_multiples(const sigma_journal *journal,
                                                                int32_t window, double *multiples,
                                                                int32_t capacity, int32_t *count);

#endif
