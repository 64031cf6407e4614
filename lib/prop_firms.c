/* SPDX-License-Identifier: MIT */
/* Presets of firms, each with its source, when that was read, and how far it can be trusted:
 * *confirmed* on the firm's own page, *secondary* from somebody else's, *conflicting* where pages
 * differ and the stricter reading was taken. Fees are those of the published system "Hybrid". */
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

/* https://ftmo.com/en/trading-objectives, https://academy.ftmo.com/lesson/maximum-daily-loss and
 * https://academy.ftmo.com/?p=47, read in 2026: confirmed. Phase 1 of two; for phase 2 set a target
 * of 5 % of the start. */
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

/* https://ftmo.com/au/?p=1671, read in 2026, for the floor and its example, and
 * https://promo.ftmo.oanda.com/new-1-step-challenge, read on 2026-11-21, for 10 %, 3 %, 10 % and
 * the best day: confirmed. That the floor locks at the start, as https://fundedtruth.com/?p=1498
 * has it, is on neither, and not taken. */
static sigma_prop_params ftmo_one_step(void)
{
    sigma_prop_params p = ftmo_two_step();
    p.daily_loss = 0.03;
    p.total_base = SIGMA_BASE_CLOSE;
    p.consistency = 0.5;
    p.days_min = 0;
    return p;
}

/* algoproven.com, read on 2026-06-16: secondary; breach at the floor is the strict reading. Others
 * say that the floor locks only once the account is paid, and until then trails to the target:
 * https://simply-futures.com/blog/apex/3-getting-paid, read on 2026-11-21. Without the lock, 0. */
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

/* https://winenfood.com/a-full-list-of-apex-trading-evaluation-rules and
 * https://visualfoodie.com/the-apex-trading-faq-for-evaluations, read on 2026-11-21, agree on
 * 5,000, 9,000 and 17 contracts: secondary; none of it is confirmed by the firm. The lock is by
 * analogy with the account of 50,000: 100 above the start. The fee of 167 is the published
 * example's; these pages ask 297 a month, and 167 for the account of 50,000. */
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

/* https://help.e8markets.com/en/articles/9122280-trailing-drawdown-calculation-and-explanation-for-
 * e8-one-account and https://intercom.help/e8/en/articles/10450125-40-best-day-rule, read in 2026,
 * for 6 % below the highest closed balance at once, which locks at the start, and the best day:
 * conflicting, as https://propfirmpal.com/firms/verified/e8-markets/rules, read on 2026-11-21, has
 * 4 % below the day's end. The target of 10 % is of that page, the daily loss of 3 % of others,
 * where it has 4 %: secondary. */
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

/* 100bestpropfirms.com and https://bestpropfirmguide.com/faqs/cryptofundtrader/challenges, January
 * and 2026-11-21: secondary. One phase; that its mark and its daily base hold open profit is not
 * confirmed and is the strict reading, as is the reset at midnight UTC. */
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

/* https://help.topstep.com/en/articles/8284204, read in 2026 in the copy at
 * https://jljejxiy.com/article/what-is-the-maximum-loss-limit-topstep-help-center/1870: confirmed
 * for the loss in all and its lock. The best day below 40 % is of an older text of theirs and not
 * confirmed today; the daily loss of 1,000, which ends the day only, is secondary. */
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

/* All zero for a firm that is none. */
static sigma_prop_params rules_of(int32_t firm)
{
    switch (firm) {
    case SIGMA_FIRM_FTMO_TWO_STEP: return ftmo_two_step();
    case SIGMA_FIRM_FTMO_ONE_STEP: return ftmo_one_step();
    case SIGMA_FIRM_APEX_50K: return apex_50k();
    case SIGMA_FIRM_APEX_150K: return apex_150k();
    case SIGMA_FIRM_E8_ONE: return e8_one();
    case SIGMA_FIRM_CRYPTO_FUND_TRADER: return crypto_fund_trader();
    case SIGMA_FIRM_TOPSTEP_50K: return topstep_50k();
    default: return (sigma_prop_params){0};
    }
}

sigma_status sigma_prop_defaults(sigma_prop_params *params, int32_t firm)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = rules_of(firm);
    return params->start > 0.0 ? SIGMA_OK : SIGMA_E_RANGE;
}
