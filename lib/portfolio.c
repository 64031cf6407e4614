/* SPDX-License-Identifier: MIT */
#include "portfolio.h"

#include "bytes.h"
#include "columns.h"
#include "tags.h"

static bool amounts_valid(const double *amounts)
{
    return sigma_column_within(amounts, SIGMA_PORTFOLIO_SPACE, 0.0, 1e18);
}

static bool prices_valid(const sigma_portfolio *portfolio)
{
    int32_t signs = 0;
    for (int32_t i = 0; i < SIGMA_PORTFOLIO_SPACE; i++) {
        signs |= portfolio->sector[i];
    }
    return signs >= 0 && amounts_valid(portfolio->exposure) && amounts_valid(portfolio->notional) &&
           amounts_valid(portfolio->reward);
}

/* Positions are looked at where they are used; a damaged one is found there. */
static sigma_status usable(const sigma_portfolio *portfolio)
{
    if (!portfolio) {
        return SIGMA_E_NULL;
    }
    return portfolio->tag == SIGMA_TAG_PORTFOLIO &&
                   sigma_between(portfolio->count, 0, SIGMA_PORTFOLIO_SPACE) &&
                   prices_valid(portfolio)
               ? SIGMA_OK
               : SIGMA_E_STATE;
}

sigma_status sigma_portfolio_sound(const sigma_portfolio *portfolio)
{
    sigma_status status = usable(portfolio);
    for (int32_t i = 0; status == SIGMA_OK && i < portfolio->count; i++) {
        status =
            sigma_position_check(&portfolio->position[i]) == SIGMA_OK ? SIGMA_OK : SIGMA_E_STATE;
    }
    return status;
}

int32_t sigma_portfolio_find(const sigma_portfolio *portfolio, int32_t id)
{
    int32_t i = 0;
    while (i < portfolio->count && portfolio->position[i].id != id) {
        i++;
    }
    return i;
}

static void forget_price(sigma_portfolio *portfolio, int32_t place)
{
    portfolio->exposure[place] = portfolio->notional[place] = portfolio->reward[place] = 0.0;
    portfolio->sector[place] = 0;
}

/* Those behind it move up, so that the order stays that of opening. */
static void take_out(sigma_portfolio *portfolio, int32_t place)
{
    for (int32_t i = place + 1; i < portfolio->count; i++) {
        portfolio->position[i - 1] = portfolio->position[i];
        portfolio->exposure[i - 1] = portfolio->exposure[i];
        portfolio->notional[i - 1] = portfolio->notional[i];
        portfolio->reward[i - 1] = portfolio->reward[i];
        portfolio->sector[i - 1] = portfolio->sector[i];
    }
    portfolio->count--;
    portfolio->position[portfolio->count] = (sigma_position){0};
    forget_price(portfolio, portfolio->count);
}

sigma_status sigma_portfolio_init(sigma_portfolio *portfolio)
{
    if (!portfolio) {
        return SIGMA_E_NULL;
    }
    sigma_zero(portfolio, sizeof *portfolio);
    portfolio->tag = SIGMA_TAG_PORTFOLIO;
    return SIGMA_OK;
}

/* What was priced stays priced when a stop moves. */
static void put(sigma_portfolio *portfolio, int32_t place, const sigma_position *position)
{
    const sigma_position *held = &portfolio->position[place];
    if (held->symbol != position->symbol || held->lots != position->lots) {
        forget_price(portfolio, place);
    }
    if (held->target != position->target || held->entry != position->entry) {
        portfolio->reward[place] = 0.0;
    }
    portfolio->position[place] = *position;
}

sigma_status sigma_portfolio_update(sigma_portfolio *portfolio, const sigma_position *position)
{
    sigma_status status = usable(portfolio);
    if (status != SIGMA_OK) {
        return status;
    }
    status = sigma_position_check(position);
    if (status != SIGMA_OK) {
        return status;
    }
    int32_t place = sigma_portfolio_find(portfolio, position->id);
    bool known = place < portfolio->count;
    if (position->lots > 0.0 && place == SIGMA_PORTFOLIO_SPACE) {
        return SIGMA_E_SPACE;
    }
    if (position->lots > 0.0) {
        put(portfolio, place, position);
        portfolio->count += !known;
        return SIGMA_OK;
    }
    if (known) {
        take_out(portfolio, place);
    }
    return known ? SIGMA_OK : SIGMA_E_RANGE;
}

static void add(sigma_portfolio_result *sum, const sigma_position *position)
{
    sum->risk += position->risk;
    if (position->symbol != sum->symbol) {
        return;
    }
    if (position->side == SIGMA_SIDE_LONG) {
        sum->long_lots += position->lots;
    } else {
        sum->short_lots += position->lots;
    }
}

sigma_status sigma_portfolio_read(const sigma_portfolio *portfolio, int32_t symbol,
                                  sigma_portfolio_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_portfolio_result){0};
    sigma_status status = sigma_portfolio_sound(portfolio);
    if (status != SIGMA_OK) {
        return status;
    }
    if (symbol < 1) {
        return SIGMA_E_RANGE;
    }
    sigma_portfolio_result sum = {
        .positions = portfolio->count, .symbol = symbol, .mark = SIGMA_PART_PORTFOLIO};
    for (int32_t i = 0; i < portfolio->count; i++) {
        add(&sum, &portfolio->position[i]);
    }
    *result = sum;
    return SIGMA_OK;
}
