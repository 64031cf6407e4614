/* SPDX-License-Identifier: MIT */
/* What an account may lose, and what few trades allow: (8) to (10) of sigma/kelly.h, by which
 * sizes are limited, too. */
#ifndef SIGMA_LIB_FLOOR_H
#define SIGMA_LIB_FLOOR_H

#include "check.h"

/* An account above a share of its peak. */
typedef struct sigma_floor {
    double share;     /* a */
    double gap_loss;  /* [R] */
    double capital;   /* M, the smaller of balance and equity */
    double peak;      /* P, and the balance is never above it */
    double open_risk; /* Q */
} sigma_floor;

/* M - a P, not below 0 [account]. */
static inline double sigma_floor_left(const sigma_floor *f)
{
    return sigma_larger(f->capital - f->share * f->peak, 0.0);
}

/* (8), 0 at the floor or below. */
static inline double sigma_floor_cushion(const sigma_floor *f)
{
    double left = sigma_floor_left(f);
    return left > 0.0 ? left / f->capital : 0.0;
}

/* Third term of (9), in money: what may be lost at the stop so that the gap loss ends at a P. */
static inline double sigma_floor_room(const sigma_floor *f)
{
    return sigma_larger(sigma_floor_left(f) / f->gap_loss - f->open_risk, 0.0);
}

/* 1 - M / P. */
static inline double sigma_floor_drawdown(const sigma_floor *f)
{
    return 1.0 - sigma_larger(f->capital, 0.0) / f->peak;
}

/* The least M that has so much above a P: the peak stands still until the balance passes it, and
 * then goes with it. */
double sigma_floor_balance(const sigma_floor *f, double left);

/* The least M at which the larger of above (M - a P) and all M reaches a risk; 0 where none does.
 */
double sigma_floor_reach(const sigma_floor *f, double above, double all, double risk);

/* Whether so few trades are so bad already that they end the exploration. */
bool sigma_exploration_doubted(double trades, double mean, double error);

/* What is left of an exploration's share: no factor enlarges it. */
static inline double sigma_exploration_share(double share, double factor)
{
    return share * sigma_smaller(factor, 1.0);
}

#endif
