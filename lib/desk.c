/* SPDX-License-Identifier: MIT */
#include "desk.h"

#include "bytes.h"
#include "fields.h"
#include "layout.h"
#include "tags.h"

static const uint64_t GUARDS = UINT64_C(1) << SIGMA_PART_HEAT | UINT64_C(1) << SIGMA_PART_GATE |
                               UINT64_C(1) << SIGMA_PART_PROP | UINT64_C(1) << SIGMA_PART_BREAKER |
                               UINT64_C(1) << SIGMA_PART_MONITOR;

sigma_status sigma_desk_usable(const sigma_desk *desk)
{
    if (!desk) {
        return SIGMA_E_NULL;
    }
    return desk->tag == SIGMA_TAG_DESK && desk->reserved == 0 && !(desk->parts & ~GUARDS)
               ? SIGMA_OK
               : SIGMA_E_STATE;
}

sigma_status sigma_desk_init(sigma_desk *desk, int64_t time, double balance)
{
    if (!desk) {
        return SIGMA_E_NULL;
    }
    sigma_zero(desk, sizeof *desk);
    sigma_status status = sigma_account_init(&desk->account, time, balance);
    if (status == SIGMA_OK) {
        desk->tag = SIGMA_TAG_DESK;
        status = sigma_portfolio_init(&desk->portfolio);
    }
    return status;
}

/* ---- what it is told */

/* All or nothing: the gate, which is too large to be copied, comes last. */
static sigma_status tell(sigma_desk *desk, sigma_account *account, sigma_prop *prop)
{
    sigma_prop_sample figures = {.time = account->time,
                                 .balance = account->balance,
                                 .equity = account->equity,
                                 .high = account->equity,
                                 .low = account->equity};
    sigma_status status =
        sigma_desk_has(desk, SIGMA_PART_PROP) ? sigma_prop_update(prop, &figures) : SIGMA_OK;

    if (status == SIGMA_OK && sigma_desk_has(desk, SIGMA_PART_GATE)) {
        status = sigma_gate_equity(&desk->gate, account->time, account->equity);
    }
    return status;
}

sigma_status sigma_desk_account(sigma_desk *desk, int64_t time, double equity, double balance,
                                double margin)
{
    sigma_status status = sigma_desk_usable(desk);
    if (status != SIGMA_OK) {
        return status;
    }
    sigma_account account = desk->account;
    sigma_prop prop = desk->prop;
    status = sigma_account_update(&account, time, equity, balance, margin);
    if (status == SIGMA_OK) {
        status = tell(desk, &account, &prop);
    }
    if (status == SIGMA_OK) {
        desk->account = account;
        desk->prop = prop;
    }
    return status;
}

sigma_status sigma_desk_flow(sigma_desk *desk, int64_t time, double amount)
{
    sigma_status status = sigma_desk_usable(desk);
    return status == SIGMA_OK ? sigma_account_flow(&desk->account, time, amount) : status;
}

sigma_status sigma_desk_position(sigma_desk *desk, const sigma_position *position)
{
    sigma_status status = sigma_desk_usable(desk);
    return status == SIGMA_OK ? sigma_portfolio_update(&desk->portfolio, position) : status;
}

sigma_status sigma_desk_price(sigma_desk *desk, const sigma_market *market, int32_t sector)
{
    sigma_status status = sigma_desk_usable(desk);
    if (status != SIGMA_OK) {
        return status;
    }
    return market ? sigma_portfolio_price(&desk->portfolio, &market->symbol, market->close, sector)
                  : SIGMA_E_NULL;
}

sigma_status sigma_desk_edge(sigma_desk *desk, const sigma_edge *edge)
{
    sigma_status status = sigma_desk_usable(desk);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!edge) {
        return SIGMA_E_NULL;
    }
    if (!sigma_desk_edge_valid(edge)) {
        return SIGMA_E_RANGE;
    }
    desk->edge = *edge;
    return SIGMA_OK;
}

/* ---- guards */

static bool untouched(const sigma_desk *desk, int32_t guard)
{
    switch (guard) {
    case SIGMA_PART_HEAT: return sigma_all_zero(&desk->correlation, sizeof desk->correlation);
    case SIGMA_PART_GATE: return sigma_all_zero(&desk->gate, sizeof desk->gate);
    case SIGMA_PART_PROP: return sigma_all_zero(&desk->prop, sizeof desk->prop);
    case SIGMA_PART_BREAKER: return sigma_all_zero(&desk->breaker, sizeof desk->breaker);
    default: return sigma_all_zero(&desk->monitor, sizeof desk->monitor);
    }
}

/* A part that was never used is all zero, so that a start that fails leaves it as it was. */
static sigma_status startable(const sigma_desk *desk, int32_t guard)
{
    sigma_status status = sigma_desk_usable(desk);
    if (status != SIGMA_OK) {
        return status;
    }
    return !sigma_desk_has(desk, guard) && untouched(desk, guard) ? SIGMA_OK : SIGMA_E_STATE;
}

static sigma_status started(sigma_desk *desk, int32_t guard, sigma_status status)
{
    if (status == SIGMA_OK) {
        desk->parts |= sigma_bit(guard);
    }
    return status;
}

sigma_status sigma_desk_limits(sigma_desk *desk, const sigma_portfolio_params *limits,
                               const sigma_correlation_params *correlation)
{
    sigma_status status = startable(desk, SIGMA_PART_HEAT);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!limits) {
        return SIGMA_E_NULL;
    }
    if (!sigma_fields_valid(sigma_portfolio_params_fields, SIGMA_PORTFOLIO_PARAMS_FIELDS, limits)) {
        return SIGMA_E_RANGE;
    }
    status = sigma_correlation_init(&desk->correlation, correlation);
    if (status == SIGMA_OK) {
        desk->limits = *limits;
    }
    return started(desk, SIGMA_PART_HEAT, status);
}

sigma_status sigma_desk_gate(sigma_desk *desk, int64_t time, const sigma_gate_params *params)
{
    sigma_status status = startable(desk, SIGMA_PART_GATE);
    if (status == SIGMA_OK) {
        status = sigma_gate_init(&desk->gate, time, desk->account.balance, params);
    }
    return started(desk, SIGMA_PART_GATE, status);
}

sigma_status sigma_desk_prop(sigma_desk *desk, int64_t time, const sigma_prop_params *params)
{
    sigma_status status = startable(desk, SIGMA_PART_PROP);
    if (status == SIGMA_OK) {
        status = sigma_prop_init(&desk->prop, time, params);
    }
    return started(desk, SIGMA_PART_PROP, status);
}

sigma_status sigma_desk_breaker(sigma_desk *desk, int64_t time, const sigma_breaker_params *params)
{
    sigma_status status = startable(desk, SIGMA_PART_BREAKER);
    if (status == SIGMA_OK) {
        status = sigma_breaker_init(&desk->breaker, time, params);
    }
    return started(desk, SIGMA_PART_BREAKER, status);
}

sigma_status sigma_desk_monitor(sigma_desk *desk, int64_t time, const sigma_monitor_params *params)
{
    sigma_status status = startable(desk, SIGMA_PART_MONITOR);
    if (status == SIGMA_OK) {
        status = sigma_monitor_init(&desk->monitor, time, params);
    }
    return started(desk, SIGMA_PART_MONITOR, status);
}
