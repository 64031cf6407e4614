/* SPDX-License-Identifier: MIT */
/** @file
 * How many lots.
 *
 *     money at risk = equity x fraction x factors                                           (1)
 *     loss per lot  = what a lot loses from entry to stop, and the costs of its round trip,
 *                     both by sigma/symbol.h                                                (2)
 *     lots          = money at risk / loss per lot, then capped, then floored to the step   (3)
 *
 * Below the smallest lot the size is zero, never raised to it. Leverage sets the margin and nothing
 * else. The result is a waterfall: the money at risk after each factor, the lots after each cap, in
 * the order of SIGMA_FACTOR_... and SIGMA_CAP_..., so that the user sees where the size went.
 *
 * Where notional bounds the exposure: stocks, and crypto without leverage. Elsewhere the notional
 * of a trade is bound by a multiple of equity.
 *
 * Source: (1) to (3) Tharp, Trade Your Way to Financial Freedom (1998) ch. 12, with costs added.
 */
#ifndef SIGMA_SIZING_H
#define SIGMA_SIZING_H

#include "sigma/symbol.h"

/** How much. Start from sigma_sizing_defaults(). */
typedef struct sigma_sizing_params {
    double risk_fraction; /**< Share of equity to lose at the stop [1], 1e-6 <= x <= 0.2, default
                               0.01. */
    double heat_max;      /**< Most open risk over equity, this trade included [1],
                               1e-6 <= x <= 1, default 0.06. */
    double notional_max;  /**< Most notional over equity, for stocks and unlevered crypto [1],
                               1e-6 <= x <= 100, default 0.1. */
    double leverage_max;  /**< Most notional over equity, for all others [1], 1e-6 <= x <= 10000,
                               default 20. */
    double margin_max;    /**< Most share of the free margin that one trade may take [1],
                               1e-6 <= x <= 1, default 0.5. */
} sigma_sizing_params;

SIGMA_LAYOUT(sigma_sizing_params, 40);

/** One trade to be, and the account it is for. */
typedef struct sigma_sizing_sample {
    double equity;  /**< Balance and open profit [account], 1e-6 <= x <= 1e15. */
    double margin;  /**< Margin in use [account], 0 <= x <= 1e15. */
    double heat;    /**< Risk of the open positions [account], 0 <= x <= 1e17. */
    double entry;   /**< Expected price of the entry [price], 1e-15 <= x <= 1e15. */
    double stop;    /**< Stop [price], 1e-15 <= x <= 1e15, not the entry. */
    double lots;    /**< The size that the caller asks for, if given [lots], 0 <= x <= 1e12. */
    double scale;   /**< The caller's own factor, if given [1], 0 <= x <= 1. */
    uint64_t given; /**< Set of SIGMA_GIVEN_LOTS and SIGMA_GIVEN_SCALE; others are ignored. */
} sigma_sizing_sample;

SIGMA_LAYOUT(sigma_sizing_sample, 64);

/** The size, and each step that led to it; the arrays by SIGMA_FACTOR_... or SIGMA_CAP_... */
typedef struct sigma_sizing_result {
    double factor[SIGMA_FACTOR_COUNT];     /**< Risk fraction, then multipliers [1], 0 <= x <= 1. */
    double risk_after[SIGMA_FACTOR_COUNT]; /**< Money at risk [account], 0 <= x <= 1e15. */
    double cap[SIGMA_CAP_COUNT];           /**< Most lots each allows [lots], 0 <= x <= 1e120. */
    double lots_after[SIGMA_CAP_COUNT];    /**< Lots after each cap [lots], 0 <= x <= 1e120. */
    double loss_per_lot;                   /**< By (2) [account], 0 <= x <= 1e60. */
    double cost_per_lot;                   /**< The costs in it [account], 0 <= x <= 1e60. */
    double lots;                           /**< The size [lots], 0 <= x <= 1e12. */
    double risk;      /**< Loss at the stop, costs included [account], 0 <= x <= 1e15. */
    double notional;  /**< Worth at the entry [account], 0 <= x <= 1e60. */
    double margin;    /**< Margin that it takes [account], 0 <= x <= 1e60. */
    uint64_t asked;   /**< Set of SIGMA_CAP_... that were asked. */
    int32_t binding;  /**< The last SIGMA_CAP_... before STEP that made it smaller; RISK if none. */
    int32_t reserved; /**< 0. */
} sigma_sizing_result;

SIGMA_LAYOUT(sigma_sizing_result, 224);

/**
 * Sets every parameter to its default.
 *
 * @param[out] params  The parameters.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_sizing_defaults(sigma_sizing_params *params);

/**
 * Sizes a trade by (1) to (3).
 *
 * @param      params  How much.
 * @param      symbol  Facts of the symbol.
 * @param      sample  The trade.
 * @param[out] result  The waterfall; all zero on error. Its lots are zero where the smallest lot is
 *                     too large.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_sizing_evaluate(const sigma_sizing_params *params,
                                                              const sigma_symbol *symbol,
                                                              const sigma_sizing_sample *sample,
                                                              sigma_sizing_result *result);

#endif
