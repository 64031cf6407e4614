/* SPDX-License-Identifier: MIT */
/** @file
 * The account: its figures now, the peak of its closed balance, and its cash flows.
 *
 * The peak is the highest *closed balance*: floating profit that is given back is not a drawdown.
 * A deposit or withdrawal F moves the peak in proportion, so that it is neither profit nor loss:
 *
 *     peak <- peak (balance + F) / balance                                                  (1)
 *     drawdown = 1 - min(balance, equity) / peak                                            (2)
 */
#ifndef SIGMA_ACCOUNT_H
#define SIGMA_ACCOUNT_H

#include "sigma/base.h"

/** The account's state. Set it up with sigma_account_init(). */
typedef struct sigma_account {
    int64_t time;     /**< Instant of the last update [ns]. */
    double balance;   /**< Closed balance [account], -1e15 <= x <= 1e15. */
    double equity;    /**< Balance and open profit [account], -1e15 <= x <= 1e15. */
    double margin;    /**< Margin in use [account], 0 <= x <= 1e15. */
    double peak;      /**< Highest closed balance since the start or the rebase [account],
                           1e-6 <= x <= 1e18. */
    double deposits;  /**< Sum of the cash flows since the start [account], -1e18 <= x <= 1e18. */
    int32_t tag;      /**< Set by init. */
    int32_t reserved; /**< 0. */
} sigma_account;

SIGMA_LAYOUT(sigma_account, 56);

/** What a decision needs to know of the account. */
typedef struct sigma_account_result {
    int64_t time;     /**< Instant of the figures [ns]. */
    double equity;    /**< Balance and open profit [account], -1e15 <= x <= 1e15. */
    double balance;   /**< Closed balance [account], -1e15 <= x <= 1e15. */
    double peak;      /**< Highest closed balance [account], 1e-6 <= x <= 1e18. */
    double margin;    /**< Margin in use [account], 0 <= x <= 1e15. */
    int32_t mark;     /**< SIGMA_PART_ACCOUNT. */
    int32_t reserved; /**< 0. */
} sigma_account_result;

SIGMA_LAYOUT(sigma_account_result, 48);

/**
 * Starts an account without open positions.
 *
 * @param[out] account  The account; all zero on error.
 * @param      time     Now [ns].
 * @param      balance  Closed balance [account], 1e-6 <= x <= 1e15.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_account_init(sigma_account *account, int64_t time,
                                                           double balance);

/**
 * Takes the broker's figures.
 *
 * @param[in,out] account  The account; unchanged on error.
 * @param         time     Now [ns], not before the last update.
 * @param         equity   Balance and open profit [account], -1e15 <= x <= 1e15.
 * @param         balance  Closed balance [account], -1e15 <= x <= 1e15.
 * @param         margin   Margin in use [account], 0 <= x <= 1e15.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_account_update(sigma_account *account, int64_t time,
                                                             double equity, double balance,
                                                             double margin);

/**
 * Takes a deposit or a withdrawal, by (1). The broker's next figures must hold it.
 *
 * @param[in,out] account  The account; unchanged on error.
 * @param         time     Now [ns], not before the last update.
 * @param         amount   Deposit, or withdrawal below zero [account], -1e15 <= x <= 1e15; the
 *                         balance must be above zero before and after.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_account_flow(sigma_account *account, int64_t time,
                                                           double amount);

/**
 * Drawdown from the peak by (2).
 *
 * @param      account   The account.
 * @param[out] drawdown  Drawdown, above 1 when more than everything is lost [1], x >= 0; 0 on
 *                       error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_account_drawdown(const sigma_account *account,
                                                               double *drawdown);

/**
 * Reads the account for a decision.
 *
 * @param      account  The account.
 * @param[out] result   Figures and mark; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_account_read(const sigma_account *account,
                                                           sigma_account_result *result);

#endif
