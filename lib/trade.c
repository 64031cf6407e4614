/* SPDX-License-Identifier: MIT */
#include "sigma/trade.h"

#include "check.h"
#include "fields.h"

static const double MULTIPLE_MAX = 1e6;
static const double BALANCE_MIN = 1e-6;

static bool has(const sigma_trade *trade, int32_t code)
{
    return (trade->given & sigma_bit(code)) != 0;
}

/* Whether money is at most a million times the risk, which is above 0. */
static bool multiple_valid(double money, double risk)
{
    return sigma_magnitude(money) / risk <= MULTIPLE_MAX;
}

static bool risk_valid(const sigma_trade *trade)
{
    return trade->risk > 0.0 && multiple_valid(trade->profit, trade->risk) &&
           (!has(trade, SIGMA_TRADE_EXPECTED) || multiple_valid(trade->expected, trade->risk));
}

static bool optional_valid(const sigma_trade *trade)
{
    return (!has(trade, SIGMA_TRADE_RISK) || risk_valid(trade)) &&
           (!has(trade, SIGMA_TRADE_BALANCE) || trade->balance >= BALANCE_MIN);
}

sigma_status sigma_trade_check(const sigma_trade *trade)
{
    if (!trade) {
        return SIGMA_E_NULL;
    }
    if (!sigma_fields_valid(sigma_trade_fields, SIGMA_TRADE_FIELDS, trade) ||
        !optional_valid(trade)) {
        return SIGMA_E_RANGE;
    }
    return trade->closed >= trade->opened ? SIGMA_OK : SIGMA_E_ORDER;
}

sigma_status sigma_trade_multiple(const sigma_trade *trade, double *multiple)
{
    if (!multiple) {
        return SIGMA_E_NULL;
    }
    *multiple = 0.0;
    sigma_status status = sigma_trade_check(trade);
    if (status == SIGMA_OK && !has(trade, SIGMA_TRADE_RISK)) {
        return SIGMA_WARMUP;
    }
    if (status == SIGMA_OK) {
        *multiple = trade->profit / trade->risk;
    }
    return status;
}
