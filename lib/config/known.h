/* SPDX-License-Identifier: MIT */
/* Facts of well-known symbols for an account in US dollars; the drivers use them as well. */
#ifndef SIGMA_CONFIG_KNOWN_H
#define SIGMA_CONFIG_KNOWN_H

#include "sigma/symbol.h"

/* Facts that are the same everywhere; the smallest order is one step. A tick value of 0 depends on
 * the rate of the quote currency. */
typedef struct sigma_known {
    char name[8];
    int32_t asset;
    double tick_size, tick_value, contract_size, lot_step, lot_max, leverage, spread, slippage;
} sigma_known;

/* The symbol of a place, from 0; NULL behind the last. */
const sigma_known *sigma_known_at(int32_t place);

sigma_symbol sigma_known_facts(const sigma_known *known, int32_t id);

#endif
