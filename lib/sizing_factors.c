/* SPDX-License-Identifier: MIT */
#include "money.h"
#include "sizing.h"

static const double VOLATILITY_MIN = 1e-9; /* below it, it is not known */

bool sigma_sizing_by_kelly(int32_t mode)
{
    return mode == SIGMA_MODE_SCEPTICAL || mode == SIGMA_MODE_CONFIDENT ||
           mode == SIGMA_MODE_DRAWDOWN || mode == SIGMA_MODE_PUBLISHED;
}

/* ---- the edge */

static bool explored(const sigma_sizer *z)
{
    return z->sample->trades >= z->params->trades_explored;
}

static bool profitable(const sigma_sizer *z)
{
    return z->sample->mean > 0.0 && (z->kelly > 0.0 || !sigma_sizing_by_kelly(z->params->mode));
}

static bool edge_holds(const sigma_sizer *z)
{
    const sigma_sizing_sample *x = z->sample;
    int32_t mode = z->params->mode;

    if (mode == SIGMA_MODE_CALLER) {
        return true;
    }
    if (explored(z)) {
        return profitable(z);
    }
    return !sigma_exploration_doubted(x->trades, x->mean, x->error) ||
           !sigma_sizing_by_kelly(mode) || mode == SIGMA_MODE_PUBLISHED;
}

/* ---- the fraction */

static double published(const sigma_sizer *z)
{
    const sigma_sizing_params *p = z->params;
    double share = (double)z->sample->trades / (double)p->trades_established;

    if (!explored(z)) {
        return z->sample->confidence > p->confidence_high ? p->exploration_confident
                                                          : p->exploration;
    }
    return p->kelly_share * z->kelly * sigma_smaller(share, 1.0);
}

static double by_volatility(const sigma_sizer *z)
{
    const sigma_sizing_sample *x = z->sample;

    return x->volatility >= VOLATILITY_MIN ? z->params->volatility_target / x->volatility *
                                                 (z->result->loss_per_lot / z->lot_notional)
                                           : 0.0;
}

static double plain_fraction(const sigma_sizer *z)
{
    const sigma_sizing_params *p = z->params;

    switch (p->mode) {
    case SIGMA_MODE_PUBLISHED: return published(z);
    case SIGMA_MODE_FRACTION: return p->risk_fraction;
    case SIGMA_MODE_MONEY: return p->risk_money / z->sample->equity;
    case SIGMA_MODE_VOLATILITY: return by_volatility(z);
    case SIGMA_MODE_CALLER:
        return sigma_sizing_has(z->sample, SIGMA_GIVEN_LOTS) ? p->risk_max : 0.0;
    default: return z->sample->fraction; /* AUTOMATIC, SCALING */
    }
}

/* Sets base and explored. */
static void find_fractions(sigma_sizer *z)
{
    const sigma_sizing_params *p = z->params;
    bool by_kelly = sigma_sizing_by_kelly(p->mode) && p->mode != SIGMA_MODE_PUBLISHED;

    if (!by_kelly) {
        z->base = plain_fraction(z);
    } else if (profitable(z)) {
        z->base = z->kelly * (p->mode == SIGMA_MODE_DRAWDOWN ? 1.0 : p->kelly_share);
    }
    z->explored = by_kelly && !explored(z) ? p->exploration : 0.0;
}

/* The first two rows: Kelly's fraction above the floor or, where that is more, the exploration. */
static double fraction_of(sigma_sizer *z)
{
    sigma_sizing_result *r = z->result;
    bool sceptical = z->params->mode == SIGMA_MODE_SCEPTICAL, holds = edge_holds(z);
    double above = sceptical ? sigma_floor_cushion(&z->floor) : 1.0;

    if (z->params->mode != SIGMA_MODE_CALLER) {
        sigma_sizing_judge(r, SIGMA_REASON_EDGE, holds);
    }
    z->base = z->explored = 0.0;
    if (holds) {
        find_fractions(z);
    }
    bool explores = z->explored > 0.0 && z->base * above * z->product <=
                                             sigma_exploration_share(z->explored, z->product);
    z->exploring = explores || (z->params->mode == SIGMA_MODE_PUBLISHED && !explored(z));
    r->factor[SIGMA_FACTOR_BASE] = explores ? z->explored : z->base;
    r->factor[SIGMA_FACTOR_CUSHION] = explores ? 1.0 : above;
    return r->factor[SIGMA_FACTOR_BASE];
}

/* ---- factors and limits */

static double leave(sigma_sizing_result *r, int32_t row, double risk)
{
    r->risk_after[row] = risk;
    return risk;
}

/* A row that leaves at most so much. */
static double limit(sigma_sizing_result *r, int32_t row, double risk, double most)
{
    double left = sigma_smaller(risk, most);

    r->factor[row] = left < risk ? left / risk : 1.0;
    return leave(r, row, left);
}

/* (5), row by row; what is left. */
static double multiply(const sigma_sizer *z, double risk)
{
    sigma_sizing_result *r = z->result;
    double product = 1.0, before = risk;
    double most =
        z->exploring ? sigma_smaller(z->params->product_max, 1.0) : z->params->product_max;

    for (int32_t row = SIGMA_FACTOR_REGIME; row <= SIGMA_FACTOR_CALLER; row++) {
        r->factor[row] = z->sample->factors & sigma_bit(row) ? z->sample->factor[row] : 1.0;
        product *= r->factor[row];
        risk = leave(r, row, risk * r->factor[row]);
    }
    return limit(r, SIGMA_FACTOR_PRODUCT, risk, product > most ? before * most : risk);
}

void sigma_sizing_budget(sigma_sizer *z)
{
    const sigma_sizing_params *p = z->params;
    sigma_sizing_result *r = z->result;
    double fraction = fraction_of(z), room = sigma_floor_room(&z->floor);
    bool money = p->mode == SIGMA_MODE_MONEY && fraction > 0.0;
    double risk = money ? p->risk_money : z->stake * fraction;

    r->risk_after[SIGMA_FACTOR_BASE] = risk;
    risk = leave(r, SIGMA_FACTOR_CUSHION, risk * r->factor[SIGMA_FACTOR_CUSHION]);
    risk = multiply(z, risk);
    risk = limit(r, SIGMA_FACTOR_MAXIMUM, risk, z->stake * p->risk_max);
    (void)limit(r, SIGMA_FACTOR_FLOOR, risk, room);
    sigma_sizing_judge(r, SIGMA_REASON_FLOOR, room > 0.0);
}
