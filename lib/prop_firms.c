/* SPDX-License-Identifier: MIT */
/* Presets of firms, each with the date of its source and how far that can be trusted: *confirmed*
 * on the firm's own page, *secondary* from somebody else's, *conflicting* where pages differ and
 * the stricter reading was taken. */
#include "check.h"
#include "prop.h"

/* What most have: shares of the start, breach at or below, net profit, reset at 17:00 New York. */
static sigma_prop_params usual(double start)
{
    return (sigma_prop_params){.start = start,
                               .daily_unit = SIGMA_SHARE_START,
                               .daily_base = SIGMA_BASE_BALANCE,
                               .total_unit = SIGMA_SHARE_START,
                               .total_base = SIGMA_BASE_START,
                               .breach = SIGMA_BREACH_AT,
                               .profit = SIGMA_PROFIT_NET,
                               .zone = SIGMA_ZONE_NEW_YORK,
                               .reset = 17 * 3600};
}

/* ftmo.com/en/trading-objectives and academy.ftmo.com, read in 2026: confirmed. Phase 1 of two;
 * for phase 2 set a target of 5 % of the start. */
static sigma_prop_params ftmo_two_step(void)
{
    sigma_prop_params p = usual(100000.0);
    p.daily_loss = 0.05;
    p.total_loss = 0.1;
    p.target = 10000.0;
    p.breach = SIGMA_BREACH_BELOW;
    p.days_min = 4;
    p.zone = SIGMA_ZONE_CENTRAL_EUROPE;
    p.reset = 0;
    return p;
}

/* FAQ of ftmo.com, read in 2026: confirmed but for the daily loss of 3 %, which is secondary. */
static sigma_prop_params ftmo_one_step(void)
{
    sigma_prop_params p = ftmo_two_step();
    p.daily_loss = 0.03;
    p.total_base = SIGMA_BASE_CLOSE;
    p.consistency = 0.5;
    p.days_min = 0;
    return p;
}

/* algoproven.com, June 2026: secondary; breach at the floor is the strict reading. */
static sigma_prop_params apex_50k(void)
{
    sigma_prop_params p = usual(50000.0);
    p.total_loss = 2500.0;
    p.total_unit = SIGMA_SHARE_MONEY;
    p.total_base = SIGMA_BASE_EQUITY;
    p.lock = 50100.0;
    p.target = 3000.0;
    return p;
}

/* bdnq-trader.com, read in 2026: secondary, and the same kind of floor as the account of 50,000,
 * with its lock 100 above the start. The fee is that of the published example. */
static sigma_prop_params apex_150k(void)
{
    sigma_prop_params p = apex_50k();
    p.start = 150000.0;
    p.total_loss = 5000.0;
    p.lock = 150100.0;
    p.target = 9000.0;
    p.lot_cap = 17.0;
    p.fee = 167.0;
    return p;
}

/* help.e8markets.com and intercom.help/e8, read in 2026: conflicting. 6 % below the highest closed
 * balance at once, which locks at the start; newer pages say 4 % of the day's end. The daily loss
 * of 3 % and the target of 10 % are secondary. The fee is that of the published example. */
static sigma_prop_params e8_one(void)
{
    sigma_prop_params p = usual(500000.0);
    p.daily_loss = 0.03;
    p.total_loss = 0.06;
    p.total_base = SIGMA_BASE_BALANCE;
    p.lock = 500000.0;
    p.target = 50000.0;
    p.consistency = 0.4;
    p.fee = 1627.0;
    return p;
}

/* 100bestpropfirms.com and bestpropfirmguide.com, January 2026: secondary. One phase; that its mark
 * and its daily base hold open profit is not confirmed and is the strict reading, as is the reset
 * at midnight UTC. The fee is that of the published example. */
static sigma_prop_params crypto_fund_trader(void)
{
    sigma_prop_params p = usual(200000.0);
    p.daily_loss = 0.04;
    p.daily_base = SIGMA_BASE_LARGER;
    p.total_loss = 0.06;
    p.total_base = SIGMA_BASE_EQUITY;
    p.lock = 200000.0;
    p.target = 20000.0;
    p.days_min = 5;
    p.fee = 499.0;
    p.zone = SIGMA_ZONE_UTC;
    p.reset = 0;
    return p;
}

/* Copy of help.topstep.com, 2024: confirmed for the loss in all and its lock; the best day below
 * 40 % is of an older page, the daily loss of 1,000, which ends the day only, is secondary. */
static sigma_prop_params topstep_50k(void)
{
    sigma_prop_params p = usual(50000.0);
    p.daily_loss = 1000.0;
    p.daily_unit = SIGMA_SHARE_MONEY;
    p.daily_soft = 1;
    p.total_loss = 2000.0;
    p.total_unit = SIGMA_SHARE_MONEY;
    p.total_base = SIGMA_BASE_CLOSE;
    p.lock = 50000.0;
    p.target = 3000.0;
    p.consistency = 0.4;
    p.strict = 1;
    p.zone = SIGMA_ZONE_CHICAGO;
    return p;
}

sigma_status sigma_prop_defaults(sigma_prop_params *params, int32_t firm)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    switch (firm) {
    case SIGMA_FIRM_FTMO_TWO_STEP: *params = ftmo_two_step(); break;
    case SIGMA_FIRM_FTMO_ONE_STEP: *params = ftmo_one_step(); break;
    case SIGMA_FIRM_APEX_50K: *params = apex_50k(); break;
    case SIGMA_FIRM_APEX_150K: *params = apex_150k(); break;
    case SIGMA_FIRM_E8_ONE: *params = e8_one(); break;
    case SIGMA_FIRM_CRYPTO_FUND_TRADER: *params = crypto_fund_trader(); break;
    case SIGMA_FIRM_TOPSTEP_50K: *params = topstep_50k(); break;
    default: *params = (sigma_prop_params){0}; return SIGMA_E_RANGE;
    }
    return SIGMA_OK;
}
