/* SPDX-License-Identifier: MIT */
/** @file
 * The open positions: what they expose and risk together, and what one more would add.
 *
 * Exposures and risks are signed by side. The exposure of a position is its notional for stocks and
 * unlevered crypto, else its margin; it is known once its symbol was priced. With h_i the signed
 * risk of position i, its loss at the stop, C the correlations of their symbols, 1 within a symbol
 * and the prior, 0.5, where nothing is known, and all sums with the candidate c:
 *
 *     H = sqrt(h' C h)                                                                       (1)
 *     plain sum = sum |h|; SIGMA's heat = sum |h| (1 + mean of the signed C over the pairs)  (2)
 *     marginal contribution of the candidate = h_c (C h)_c / H; those of all sum to H        (3)
 *     effective bets = (sum |h|)^2 / H^2, n for n equal and independent ones, 1 for one      (4)
 *     stress: H_s = sqrt((1 - s) sum h^2 + s (sum |h|)^2): all move together, hedges fail    (5)
 *
 * The soft limit is on the larger of (1) and (5), the hard one on the plain sum. A candidate is
 * refused by what is beyond a limit after it and no better than before: a short that offsets a long
 * lowers net exposure and H, and passes, up to the hard limit, though both are still too large. The
 * room is the largest risk of the candidate's side that passes both.                       (6)
 *
 * The candidate's group are all positions whose correlation with it is at least group_rho, of
 * either sign; one that moves against it counts with the opposite sign, so that a hedge is no
 * concentration.
 *
 * Nothing is taken for harmless because it is not known: unless all positions are priced, and they
 * and the candidate have a stop or a risk, PRICED is refused.
 *
 * Source: limits, (2) and the triggers of a hedge are those published for the system SIGMA, there
 * without signs, which calls a hedge a concentration; (3) follows by Euler's theorem from (1). An
 * example stands in docs/portfolio.md.
 */
#ifndef SIGMA_PORTFOLIO_H
#define SIGMA_PORTFOLIO_H

#include "sigma/correlation.h"
#include "sigma/position.h"
#include "sigma/symbol.h"

/** Most positions that can be open at once. */
#define SIGMA_PORTFOLIO_SPACE 64

/** The open positions. Set it up with sigma_portfolio_init(). */
typedef struct sigma_portfolio {
    sigma_position position[SIGMA_PORTFOLIO_SPACE]; /**< The first count are open; rest zero. */
    double exposure[SIGMA_PORTFOLIO_SPACE];         /**< Of each, 0 until it is priced [account],
                                                         0 <= x <= 1e18. */
    double notional[SIGMA_PORTFOLIO_SPACE];         /**< Of each, 0 until it is priced [account],
                                                         0 <= x <= 1e18. */
    double reward[SIGMA_PORTFOLIO_SPACE];           /**< Of each, from entry to target; 0 until it
                                                         is priced, or without one [account],
                                                         0 <= x <= 1e18. */
    int32_t sector[SIGMA_PORTFOLIO_SPACE];          /**< Of each, 0 for none, x >= 0. */
    int32_t tag;                                    /**< Set by init. */
    int32_t count; /**< Open positions [positions], 0 <= x <= 64. */
} sigma_portfolio;

SIGMA_LAYOUT(sigma_portfolio, 5896);

/** What a decision needs to know of the open positions. */
typedef struct sigma_portfolio_result {
    double risk;       /**< Sum of the positions' risk [account], 0 <= x <= 1e17. */
    double long_lots;  /**< Long in this symbol [lots], 0 <= x <= 1e14. */
    double short_lots; /**< Short in this symbol [lots], 0 <= x <= 1e14. */
    int32_t positions; /**< Open positions in all symbols [positions], 0 <= x <= 64. */
    int32_t symbol;    /**< The symbol that was asked for, x >= 1. */
    int32_t mark;      /**< SIGMA_PART_PORTFOLIO. */
    int32_t reserved;  /**< 0. */
} sigma_portfolio_result;

SIGMA_LAYOUT(sigma_portfolio_result, 40);

/** Limits, as shares of balance or equity. Start from sigma_portfolio_defaults(). */
typedef struct sigma_portfolio_params {
    double single;         /**< Exposure in one symbol over balance [1], 0 <= x <= 1e6,
                                default 0.4. */
    double group;          /**< In a correlated group [1], 0 <= x <= 1e6, default 0.6. */
    double sector;         /**< In one sector [1], 0 <= x <= 1e6, default 0.5. */
    double net;            /**< Longs less shorts [1], 0 <= x <= 1e6, default 0.5. */
    double gross;          /**< Longs and shorts; beyond it a warning [1], 0 <= x <= 1e6,
                                default 0.8. */
    double soft;           /**< H and H_s over equity [1], 0 <= x <= 1, default 0.03. */
    double hard;           /**< Plain sum over equity [1], 0 <= x <= 1, default 0.06. */
    double group_rho;      /**< Correlation of a group [1], 0 <= x <= 1, default 0.7. */
    double stress;         /**< s of (5) [1], 0 <= x <= 1, default 0.5. */
    double hedge_sum;      /**< Plain sum over equity beyond which to hedge [1], 0 <= x <= 1e6,
                                default 0.048, 80 % of the hard limit. */
    double hedge_heat;     /**< SIGMA's heat over balance beyond which to hedge [1],
                                0 <= x <= 1e6, default 0.2. */
    double hedge_drawdown; /**< Drawdown beyond which to hedge [1], 0 <= x <= 1, default 0.05. */
    double hedge_exposure; /**< If gross is beyond this too [1], 0 <= x <= 1e6, default 0.4. */
    int32_t positions;     /**< Most open positions [positions], 1 <= x <= 64, default 3. */
    int32_t reserved;      /**< 0. */
} sigma_portfolio_params;

SIGMA_LAYOUT(sigma_portfolio_params, 112);

/** A position to be, and the account that it is for. */
typedef struct sigma_portfolio_sample {
    double exposure;  /**< Its exposure, 0 if not known [account], 0 <= x <= 1e18. */
    double risk;      /**< Its loss at the stop, costs included, 0 if not known [account],
                           0 <= x <= 1e15. */
    double balance;   /**< Closed balance [account], 1e-6 <= x <= 1e15. */
    double equity;    /**< Equity [account], 1e-6 <= x <= 1e15. */
    double drawdown;  /**< From the peak [1], 0 <= x <= 1e6. */
    int32_t symbol;   /**< Id of its symbol, x >= 1. */
    int32_t side;     /**< SIGMA_SIDE_LONG or SIGMA_SIDE_SHORT. */
    int32_t sector;   /**< Its sector, 0 for none, x >= 0. */
    int32_t reserved; /**< 0. */
} sigma_portfolio_sample;

SIGMA_LAYOUT(sigma_portfolio_sample, 56);

/** The portfolio with the candidate, and the verdict. */
typedef struct sigma_portfolio_verdict {
    double long_exposure;    /**< Of the longs over balance [1], 0 <= x <= 1e30. */
    double short_exposure;   /**< Of the shorts over balance [1], 0 <= x <= 1e30. */
    double single;           /**< In the candidate's symbol, in size [1], 0 <= x <= 1e30. */
    double group;            /**< In its group, in size [1], 0 <= x <= 1e30. */
    double sector;           /**< In its sector, in size; 0 without one [1], 0 <= x <= 1e30. */
    double before;           /**< H without the candidate [account], 0 <= x <= 1e18. */
    double heat;             /**< H (1) [account], 0 <= x <= 1e18. */
    double sum;              /**< Plain sum (2) [account], 0 <= x <= 1e18. */
    double published;        /**< SIGMA's heat (2) [account], 0 <= x <= 1e18. */
    double published_before; /**< The same without the candidate [account], 0 <= x <= 1e18. */
    double stress;           /**< H_s (5) [account], 0 <= x <= 1e18. */
    double contribution;     /**< Of the candidate (3); 0 where H is [account],
                                  -1e18 <= x <= 1e18. */
    double bets;             /**< Effective bets (4), at most 1e30; 0 where H is [1],
                                  0 <= x <= 1e30. */
    double room;             /**< Largest risk of the candidate that passes (6), up to rounding
                                  [account], 0 <= x <= 1e18. */
    double rho;       /**< Mean correlation with the open positions, signed by both sides [1],
                           -1 <= x <= 1. */
    uint64_t passed;  /**< Set of SIGMA_LIMIT_... that were kept. */
    uint64_t refused; /**< Set of SIGMA_LIMIT_... that were not. */
    uint64_t warned;  /**< Set of SIGMA_LIMIT_... that are no reason to refuse: GROSS. */
    uint64_t hedge;   /**< Set of SIGMA_LIMIT_... for which to hedge what is open,
                           the candidate left out. */
    int32_t symbol;   /**< The candidate's, x >= 1. */
    int32_t verdict;  /**< SIGMA_VERDICT_APPROVE where none refused, else DENY. */
    int32_t mark;     /**< SIGMA_PART_HEAT. */
    int32_t reserved; /**< 0. */
} sigma_portfolio_verdict;

SIGMA_LAYOUT(sigma_portfolio_verdict, 168);

/** What the limits leave for a candidate of any size, as a decision reads it. */
typedef struct sigma_portfolio_grant {
    double risk;      /**< Largest risk that keeps the limits on risk (6) [account],
                           0 <= x <= 1e18. */
    double exposure;  /**< Largest exposure that keeps SINGLE, GROUP, SECTOR and NET [account],
                           0 <= x <= 1e30. */
    double gross;     /**< Exposure from which GROSS warns [account], 0 <= x <= 1e30. */
    double rho;       /**< Mean correlation with the open positions, signed by both sides [1],
                           -1 <= x <= 1. */
    uint64_t refused; /**< Set of SIGMA_LIMIT_... that no size keeps. */
    int32_t symbol;   /**< The candidate's, x >= 1. */
    int32_t side;     /**< SIGMA_SIDE_LONG or SIGMA_SIDE_SHORT: the candidate's. */
    int32_t mark;     /**< SIGMA_PART_HEAT. */
    int32_t reserved; /**< 0. */
} sigma_portfolio_grant;

SIGMA_LAYOUT(sigma_portfolio_grant, 56);

/**
 * Starts without open positions.
 *
 * @param[out] portfolio  The portfolio.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_portfolio_init(sigma_portfolio *portfolio);

/**
 * Takes a position as it stands now: adds it, replaces the one of the same id, or, with 0 lots,
 * takes it out. Its exposure is not known until its symbol is priced, nor when its symbol or its
 * lots change until it is priced again; nor is its reward, also when entry or target change.
 *
 * @param[in,out] portfolio  The portfolio; unchanged on error.
 * @param         position   The position.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE, also for 0 lots of an unknown id,
 *         or SIGMA_E_SPACE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_portfolio_update(sigma_portfolio *portfolio,
                                                               const sigma_position *position);

/**
 * Reads the portfolio for a decision about one symbol.
 *
 * @param      portfolio  The portfolio.
 * @param      symbol     Id of the symbol, x >= 1.
 * @param[out] result     Sums and mark; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_portfolio_read(const sigma_portfolio *portfolio,
                                                             int32_t symbol,
                                                             sigma_portfolio_result *result);

/**
 * Sets every limit to its default.
 *
 * @param[out] params  The limits.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_portfolio_defaults(sigma_portfolio_params *params);

/**
 * The exposure of lots of a symbol: notional or margin, by its asset.
 *
 * @param      symbol    Facts of the symbol.
 * @param      lots      Size [lots], 0 <= x <= 1e12.
 * @param      price     Price [price], 1e-15 <= x <= 1e15.
 * @param[out] exposure  The exposure, at most 1e18 [account]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_portfolio_exposure(const sigma_symbol *symbol,
                                                                 double lots, double price,
                                                                 double *exposure);

/**
 * Prices all open positions in a symbol.
 *
 * @param[in,out] portfolio  The portfolio; unchanged on error.
 * @param         symbol     Facts of the symbol.
 * @param         price      Price now [price], 1e-15 <= x <= 1e15.
 * @param         sector     The symbol's sector, 0 for none, x >= 0.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_portfolio_price(sigma_portfolio *portfolio,
                                                              const sigma_symbol *symbol,
                                                              double price, int32_t sector);

/**
 * The room that the limits leave for a candidate, whatever its size: up to rounding, what is within
 * it passes sigma_portfolio_check(), unless a limit is refused.
 *
 * @param      portfolio    The portfolio.
 * @param      correlation  How the symbols move together; one without symbols gives its prior.
 * @param      params       The limits.
 * @param      sample       The candidate and the account; its exposure and risk are not looked at.
 * @param[out] grant        The room, and mark; all zero, which grants nothing, on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_portfolio_permit(const sigma_portfolio *portfolio,
                                                               const sigma_correlation *correlation,
                                                               const sigma_portfolio_params *params,
                                                               const sigma_portfolio_sample *sample,
                                                               sigma_portfolio_grant *grant);

/**
 * What a candidate would add, and whether the limits allow it. An order that reduces or closes
 * needs no such check.
 *
 * @param      portfolio    The portfolio.
 * @param      correlation  How the symbols move together; one without symbols gives its prior.
 * @param      params       The limits.
 * @param      sample       The candidate and the account.
 * @param[out] verdict      Sums and verdict; all zero, which denies, on error.
 * @return SIGMA_OK whatever the verdict, SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_portfolio_check(const sigma_portfolio *portfolio,
                                                              const sigma_correlation *correlation,
                                                              const sigma_portfolio_params *params,
                                                              const sigma_portfolio_sample *sample,
                                                              sigma_portfolio_verdict *verdict);

/**
 * What sigma_exits_sample asks of one open position: how far the portfolio leans, and the smaller
 * positions of its side.
 *
 * @param      portfolio  The portfolio, all its positions priced.
 * @param      id         Id of an open position.
 * @param      balance    Closed balance [account], 1e-6 <= x <= 1e15.
 * @param[out] exposure   Longs less shorts over balance, at most 1e6 in size [1]; 0 on error.
 * @param[out] smaller    Exposure of the smaller positions on its side, of equal ones those that
 *                        stand before it, over balance, at most 1e6 [1]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, or SIGMA_E_RANGE, also where one is not priced.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_portfolio_lean(const sigma_portfolio *portfolio,
                                                             int32_t id, double balance,
                                                             double *exposure, double *smaller);

#endif
