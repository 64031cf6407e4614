/* SPDX-License-Identifier: MIT */
/* Quadratic forms of what the positions hold, by the places of their symbols. */
#ifndef SIGMA_LIB_PORTFOLIO_H
#define SIGMA_LIB_PORTFOLIO_H

#include "sigma/portfolio.h"

/* A number for each position, added up by symbol. Of those that the estimate does not know, each
 * has the prior with all others. */
typedef struct sigma_loads {
    double known[SIGMA_CORRELATION_SPACE]; /* by place in the estimate, 0 behind its count */
    double unknown, squares, own; /* sum; of squares by symbol; of those in the candidate's */
    int8_t place[SIGMA_PORTFOLIO_SPACE];   /* of each position's symbol, count for none */
    int8_t earlier[SIGMA_PORTFOLIO_SPACE]; /* position before in the same unknown symbol, or -1 */
    int32_t candidate;                     /* place of the candidate's */
    int32_t symbol;
} sigma_loads;

/* Finds the places. */
void sigma_loads_place(sigma_loads *loads, const sigma_portfolio *portfolio,
                       const sigma_correlation *correlation, int32_t symbol);

/* Takes the signed risks, or the signs alone. */
void sigma_loads_risks(sigma_loads *loads, const sigma_portfolio *portfolio,
                       const sigma_correlation *correlation);
void sigma_loads_signs(sigma_loads *loads, const sigma_portfolio *portfolio,
                       const sigma_correlation *correlation);

/* v' C v, and (C v) of the candidate's symbol. */
double sigma_loads_square(const sigma_loads *loads, const sigma_correlation *correlation);
double sigma_loads_row(const sigma_loads *loads, const sigma_correlation *correlation);

/* Notional where all of it is owned, margin where it is not; of a symbol that is valid. */
double sigma_exposure_of(const sigma_symbol *symbol, double lots, double price);

/* Whether the portfolio can be used, the positions in it included. */
sigma_status sigma_portfolio_sound(const sigma_portfolio *portfolio);

/* Place of the position with this id; count if there is none. */
int32_t sigma_portfolio_find(const sigma_portfolio *portfolio, int32_t id);

/* (6) of the hard limit. */
double sigma_portfolio_hard_room(const sigma_portfolio *portfolio,
                                 const sigma_portfolio_params *params,
                                 const sigma_portfolio_sample *sample);

/* Fills what follows from risks, (1) to (5), and (6) of the soft limit. */
void sigma_portfolio_heats(sigma_loads *loads, const sigma_portfolio *portfolio,
                           const sigma_correlation *correlation,
                           const sigma_portfolio_params *params,
                           const sigma_portfolio_sample *sample, sigma_portfolio_verdict *verdict);

#endif
