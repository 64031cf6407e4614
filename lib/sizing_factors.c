/* SPDX-License-Identifier: MIT */
#include "money.h"
#include "sizing.h"

static const double VOLATILITY_MIN = 1e-9; /* below it, it is not known */
static const int32_t TRADES_DOUBTED = 10;  /* from which a clear loss ends the exploration */

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
    bool doubtful = x->trades >= TRADES_DOUBTED && x->mean < -x->error;
    return !doubtful || !sigma_sizing_by_kelly(mode) || mode == SIGMA_MODE_PUBLISHED;
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

/* (4): what is left above the floor, of the capital. */
static double cushion(const sigma_sizer *z)
{
    return sigma_larger(1.0 - z->params->floor * z->peak / z->capital, 0.0);
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

/* The first two rows; what they leave of the equity. */
static double fraction_of(sigma_sizer *z)
{
    sigma_sizing_result *r = z->result;
    double above = z->params->mode == SIGMA_MODE_SCEPTICAL ? cushion(z) : 1.0;
    bool holds = edge_holds(z);

    if (z->params->mode != SIGMA_MODE_CALLER) {
        sigma_sizing_judge(r, SIGMA_REASON_EDGE, holds);
    }
    z->base = z->explored = 0.0;
    if (holds) {
        find_fractions(z);
    }
    bool explores = z->explored > 0.0 && z->base * above <= z->explored;
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

    for (int32_t row = SIGMA_FACTOR_REGIME; row <= SIGMA_FACTOR_CALLER; row++) {
        r->factor[row] = z->sample->factors & sigma_bit(row) ? z->sample->factor[row] : 1.0;
        product *= r->factor[row];
        risk = leave(r, row, risk * r->factor[row]);
    }
    return limit(r, SIGMA_FACTOR_PRODUCT, risk,
                 product > z->params->product_max ? before * z->params->product_max : risk);
}

/* (6) */
static double floor_room(const sigma_sizer *z)
{
    const sigma_sizing_params *p = z->params;
    double room = (z->capital - p->floor * z->peak) / p->gap_loss - z->sample->heat;
    return sigma_larger(room, 0.0);
}

void sigma_sizing_budget(sigma_sizer *z)
{
    const sigma_sizing_params *p = z->params;
    sigma_sizing_result *r = z->result;
    double equity = z->sample->equity, fraction = fraction_of(z);
    bool money = p->mode == SIGMA_MODE_MONEY && fraction > 0.0;
    double risk = money ? p->risk_money : equity * fraction;

    r->risk_after[SIGMA_FACTOR_BASE] = risk;
    risk = leave(r, SIGMA_FACTOR_CUSHION, risk * r->factor[SIGMA_FACTOR_CUSHION]);
    risk = multiply(z, risk);
    risk = limit(r, SIGMA_FACTOR_MAXIMUM, risk, equity * p->risk_max);
    double room = p->floor > 0.0 ? floor_room(z) : risk;
    (void)limit(r, SIGMA_FACTOR_FLOOR, risk, room);
    if (p->floor > 0.0) {
        sigma_sizing_judge(r, SIGMA_REASON_FLOOR, room > 0.0);
    }
}
