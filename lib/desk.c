/* SPDX-License-Identifier: MIT */
#include "sigma/desk.h"

#include "bytes.h"
#include "check.h"
#include "fields.h"
#include "tags.h"

/* The parts look after themselves. */
static sigma_status usable(const sigma_desk *desk)
{
    if (!desk) {
        return SIGMA_E_NULL;
    }
    return desk->tag == SIGMA_TAG_DESK && desk->reserved == 0 ? SIGMA_OK : SIGMA_E_STATE;
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

sigma_status sigma_desk_account(sigma_desk *desk, int64_t time, double equity, double balance,
                                double margin)
{
    sigma_status status = usable(desk);
    return status == SIGMA_OK ? sigma_account_update(&desk->account, time, equity, balance, margin)
                              : status;
}

sigma_status sigma_desk_flow(sigma_desk *desk, int64_t time, double amount)
{
    sigma_status status = usable(desk);
    return status == SIGMA_OK ? sigma_account_flow(&desk->account, time, amount) : status;
}

sigma_status sigma_desk_position(sigma_desk *desk, const sigma_position *position)
{
    sigma_status status = usable(desk);
    return status == SIGMA_OK ? sigma_portfolio_update(&desk->portfolio, position) : status;
}

static bool edge_valid(const sigma_edge *edge)
{
    return sigma_fields_valid(sigma_edge_fields, SIGMA_EDGE_FIELDS, edge);
}

sigma_status sigma_desk_edge(sigma_desk *desk, const sigma_edge *edge)
{
    sigma_status status = usable(desk);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!edge) {
        return SIGMA_E_NULL;
    }
    if (!edge_valid(edge)) {
        return SIGMA_E_RANGE;
    }
    desk->edge = *edge;
    return SIGMA_OK;
}

/* Not every policy needs it, so that it may be unknown. */
static sigma_status read_edge(const sigma_desk *desk, sigma_edge *edge)
{
    bool known = edge_valid(&desk->edge);
    *edge = known ? desk->edge : (sigma_edge){0};
    return known || desk->edge.mark == SIGMA_PART_UNKNOWN ? SIGMA_OK : SIGMA_E_STATE;
}

static sigma_status read_symbol(const sigma_market *market, sigma_symbol *symbol)
{
    bool sound = sigma_symbol_check(&market->symbol) == SIGMA_OK;
    *symbol = sound ? market->symbol : (sigma_symbol){0};
    return sound ? SIGMA_OK : SIGMA_E_STATE;
}

/* What only an order that opens needs. */
static sigma_status read_facts(const sigma_desk *desk, const sigma_market *market,
                               sigma_context *context)
{
    sigma_status symbol = read_symbol(market, &context->symbol);
    sigma_status prices = sigma_market_read(market, &context->market);
    sigma_status account = sigma_account_read(&desk->account, &context->account);
    sigma_status edge = read_edge(desk, &context->edge);

    return sigma_worse(sigma_worse(symbol, edge), sigma_worse(prices, account));
}

/* An exit is never in the way of a broken part: it is left out, as if it were missing. */
static sigma_status read_parts(const sigma_desk *desk, const sigma_market *market,
                               const sigma_proposal *proposal, sigma_context *context)
{
    bool reduces = proposal->intent == SIGMA_INTENT_REDUCE;
    sigma_status facts = read_facts(desk, market, context);
    sigma_status portfolio =
        sigma_portfolio_read(&desk->portfolio, proposal->symbol, &context->portfolio);

    return sigma_worse(portfolio, reduces && facts < 0 ? SIGMA_WARMUP : facts);
}

sigma_status sigma_desk_context(const sigma_desk *desk, const sigma_market *market,
                                const sigma_proposal *proposal, sigma_context *context)
{
    if (!context) {
        return SIGMA_E_NULL;
    }
    *context = (sigma_context){0};
    if (!market || !proposal) {
        return SIGMA_E_NULL;
    }
    sigma_status status = usable(desk);
    if (status == SIGMA_OK) {
        status = read_parts(desk, market, proposal, context);
    }
    if (status < 0) {
        *context = (sigma_context){0};
    }
    return status;
}
