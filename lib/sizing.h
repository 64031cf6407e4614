/* SPDX-License-Identifier: MIT */
/* A size in the making. */
#ifndef SIGMA_LIB_SIZING_H
#define SIGMA_LIB_SIZING_H

#include "floor.h"
#include "sigma/sizing.h"

typedef struct sigma_sizer {
    const sigma_sizing_params *params;
    const sigma_symbol *symbol;
    const sigma_sizing_sample *sample;
    sigma_sizing_result *result;
    double entry, stop, kelly;
    sigma_floor floor;
    double stake;        /* what fractions are of */
    double lot_loss;     /* from entry to stop, before costs */
    double lot_notional; /* at the entry */
    double lot_margin;
    double lot_fees; /* due at the entry, beside the margin */
    double lot_gain; /* from entry to target, before costs; 0 without one */
    double multiple; /* most notional over equity */
    double product;  /* of the factors, held to the most */
    double base;     /* fraction, before the cushion where there is one */
    double explored; /* fraction that exploration allows, without a cushion */
    bool exploring;  /* the factors may not enlarge it */
} sigma_sizer;

static inline bool sigma_sizing_has(const sigma_sizing_sample *sample, int32_t given)
{
    return sample->given & sigma_bit(given);
}

static inline void sigma_sizing_judge(sigma_sizing_result *result, int32_t reason, bool holds)
{
    *(holds ? &result->passed : &result->refused) |= sigma_bit(reason);
}

/* sigma_sizing_evaluate() of parameters and a symbol that are valid, into a result that is all
 * zero. */
sigma_status sigma_sizing_find(const sigma_sizing_params *params, const sigma_symbol *symbol,
                               const sigma_sizing_sample *sample, sigma_sizing_result *result);

/* Whether the mode sizes by a Kelly fraction. */
bool sigma_sizing_by_kelly(int32_t mode);

/* (1), (4) to (6): the upper half of the waterfall. */
void sigma_sizing_budget(sigma_sizer *z);

/* (3): the lower half, up to the step. */
void sigma_sizing_caps(sigma_sizer *z);

/* balance_min. */
double sigma_sizing_balance(const sigma_sizer *z);

#endif
