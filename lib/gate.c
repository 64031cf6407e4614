/* SPDX-License-Identifier: MIT */
#include "gate.h"

#include "bytes.h"
#include "check.h"
#include "fields.h"
#include "tags.h"

static const int64_t SECOND = INT64_C(1000000000);
static const int64_t DURATION_MAX = INT64_C(31000000000000000);
static const int64_t NEVER = -INT64_C(9150000000000000000);
static const double BALANCE_MIN = 1e-6;
static const double BALANCE_MAX = 1e15;

enum { SPACE = SIGMA_GATE_SPACE };

sigma_status sigma_gate_defaults(sigma_gate_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_gate_params){.leverage_max = 20.0,
                                  .risk_max = 0.05,
                                  .daily_loss = 0.05,
                                  .reward_min = 1.5,
                                  .spread_max = 0.2,
                                  .age_max = 60 * SECOND,
                                  .cooldown = 300 * SECOND,
                                  .order_window = 60 * SECOND,
                                  .orders_max = 10,
                                  .positions_max = 3};
    return SIGMA_OK;
}

sigma_status sigma_gate_init(sigma_gate *gate, int64_t time, double balance,
                             const sigma_gate_params *params)
{
    if (!gate) {
        return SIGMA_E_NULL;
    }
    sigma_zero(gate, sizeof *gate);
    if (!params) {
        return SIGMA_E_NULL;
    }
    if (!sigma_is_time(time) || !sigma_within(balance, BALANCE_MIN, BALANCE_MAX) ||
        !sigma_fields_valid(sigma_gate_params_fields, SIGMA_GATE_PARAMS_FIELDS, params)) {
        return SIGMA_E_RANGE;
    }
    gate->params = *params;
    gate->time = time;
    gate->day_balance = balance;
    gate->tag = SIGMA_TAG_GATE;
    return SIGMA_OK;
}

/* A limit that is no number would refuse by itself, an infinite one would not. */
static bool limits_valid(const sigma_gate_params *p)
{
    return sigma_within(p->leverage_max, 1e-6, 1e6) && sigma_within(p->risk_max, 1e-9, 1.0) &&
           sigma_within(p->daily_loss, 1e-9, 1.0) && sigma_within(p->daily_profit, 0.0, 1e6) &&
           sigma_within(p->reward_min, 0.0, 1e4) && sigma_within(p->spread_max, 1e-6, 1e6);
}

/* What could lead out of an array, overflow, or out of a result's range, or switch a limit off. */
static bool state_valid(const sigma_gate *g)
{
    return g->tag == SIGMA_TAG_GATE && sigma_is_time(g->time) &&
           sigma_between(g->symbols, 0, SPACE) && sigma_between(g->orders, 0, SPACE) &&
           sigma_between(g->order_next, 0, SPACE - 1) && sigma_between(g->day_lost, 0, 1) &&
           sigma_between(g->day_won, 0, 1) && sigma_between(g->params.orders_max, 1, SPACE) &&
           sigma_between(g->params.age_max, 0, DURATION_MAX) &&
           sigma_between(g->params.cooldown, 0, DURATION_MAX) &&
           sigma_between(g->params.order_window, 1, DURATION_MAX) &&
           sigma_within(g->day_balance, BALANCE_MIN, BALANCE_MAX) && limits_valid(&g->params);
}

sigma_status sigma_gate_usable(const sigma_gate *gate, int64_t time)
{
    if (!gate) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(gate)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_is_time(time)) {
        return SIGMA_E_RANGE;
    }
    return time < gate->time ? SIGMA_E_ORDER : SIGMA_OK;
}

int32_t sigma_gate_find(const sigma_gate *gate, int32_t symbol)
{
    for (int32_t i = 0; i < gate->symbols; i++) {
        if (gate->symbol[i] == symbol) {
            return i;
        }
    }
    return -1;
}

sigma_status sigma_gate_allow(sigma_gate *gate, int32_t symbol)
{
    sigma_status status = sigma_gate_usable(gate, 0);

    if (status == SIGMA_E_NULL || status == SIGMA_E_STATE) {
        return status;
    }
    if (symbol < 1) {
        return SIGMA_E_RANGE;
    }
    if (sigma_gate_find(gate, symbol) >= 0) {
        return SIGMA_OK;
    }
    if (gate->symbols == SPACE) {
        return SIGMA_E_SPACE;
    }
    gate->closed[gate->symbols] = NEVER;
    gate->symbol[gate->symbols++] = symbol;
    return SIGMA_OK;
}

sigma_status sigma_gate_day(sigma_gate *gate, int64_t time, double balance)
{
    sigma_status status = sigma_gate_usable(gate, time);

    if (status != SIGMA_OK) {
        return status;
    }
    if (!sigma_within(balance, BALANCE_MIN, BALANCE_MAX)) {
        return SIGMA_E_RANGE;
    }
    gate->time = time;
    gate->day_balance = balance;
    gate->day_lost = gate->day_won = 0;
    return SIGMA_OK;
}

void sigma_gate_latch(sigma_gate *gate, double equity)
{
    gate->day_lost |= equity <= gate->day_balance * (1.0 - gate->params.daily_loss);
    gate->day_won |= gate->params.daily_profit != 0.0 &&
                     equity >= gate->day_balance * (1.0 + gate->params.daily_profit);
}

sigma_status sigma_gate_equity(sigma_gate *gate, int64_t time, double equity)
{
    sigma_status status = sigma_gate_usable(gate, time);

    if (status != SIGMA_OK) {
        return status;
    }
    if (!sigma_within(equity, -BALANCE_MAX, BALANCE_MAX)) {
        return SIGMA_E_RANGE;
    }
    gate->time = time;
    sigma_gate_latch(gate, equity);
    return SIGMA_OK;
}

sigma_status sigma_gate_order(sigma_gate *gate, int64_t time)
{
    sigma_status status = sigma_gate_usable(gate, time);

    if (status == SIGMA_OK) {
        gate->time = time;
        gate->order_time[gate->order_next] = time;
        gate->order_next = (gate->order_next + 1) & (SPACE - 1);
        gate->orders += gate->orders < SPACE;
    }
    return status;
}

sigma_status sigma_gate_close(sigma_gate *gate, int64_t time, int32_t symbol)
{
    sigma_status status = sigma_gate_usable(gate, time);

    if (status != SIGMA_OK) {
        return status;
    }
    int32_t place = sigma_gate_find(gate, symbol);
    if (place < 0) {
        return SIGMA_E_RANGE;
    }
    gate->time = time;
    gate->closed[place] = time;
    return SIGMA_OK;
}
