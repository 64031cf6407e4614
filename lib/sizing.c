/* SPDX-License-Identifier: MIT */
#include "sizing.h"

#include "columns.h"
#include "in_range.h"
#include "money.h"

static const double TICKS_MIN = 1e-30; /* nearer than that, the stop is the entry */
static const double PRICE_MIN = 1e-15;
static const double PRICE_MAX = 1e15;
static const double KELLY_MAX = 1e6;

static bool unlevered(const sigma_symbol *symbol)
{
    return symbol->asset == SIGMA_ASSET_STOCK ||
           (symbol->asset == SIGMA_ASSET_CRYPTO && symbol->leverage <= 1.0);
}

/* What multiplies the loss at the stop. */
static double basis_of(const sigma_sizing_params *p, const sigma_sizing_sample *x)
{
    double doubt = 1.0 - x->confidence, basis = 1.0;

    if (p->basis == SIGMA_BASIS_TAIL) {
        basis = p->tail_multiple * (1.0 + doubt * doubt);
    } else if (p->basis == SIGMA_BASIS_CVAR && x->trades >= p->trades_tail) {
        basis = x->tail;
    }
    return sigma_larger(basis, 1.0);
}

/* To a target on the other side than the stop. */
static double gain_of(const sigma_sizer *z)
{
    double target = z->sample->target;
    bool ahead = target >= PRICE_MIN && (target > z->entry) == (z->entry > z->stop);
    return ahead ? sigma_magnitude(sigma_lot_profit(z->symbol, z->entry, target)) : 0.0;
}

static double product_of(const sigma_sizing_params *params, const sigma_sizing_sample *x)
{
    double product = 1.0;

    for (int32_t row = SIGMA_FACTOR_REGIME; row <= SIGMA_FACTOR_CALLER; row++) {
        product *= x->factors & sigma_bit(row) ? x->factor[row] : 1.0;
    }
    return sigma_smaller(product, params->product_max);
}

/* What does not change from trade to trade. */
static sigma_sizer begin(const sigma_sizing_params *params, const sigma_symbol *symbol,
                         const sigma_sizing_sample *x, sigma_sizing_result *result)
{
    sigma_sizer z = {.params = params, .symbol = symbol, .sample = x, .result = result};

    z.floor = (sigma_floor){.share = params->floor,
                            .gap_loss = params->gap_loss,
                            .capital = sigma_smaller(x->balance, x->equity),
                            .peak = sigma_larger(x->peak, x->balance),
                            .open_risk = x->heat};
    z.stake = params->mode == SIGMA_MODE_SCEPTICAL ? z.floor.capital : x->equity;
    z.product = product_of(params, x);
    z.multiple = unlevered(symbol) ? params->notional_max : params->leverage_max;
    return z;
}

static void price(sigma_sizer *z, double entry, double stop, double kelly)
{
    const sigma_symbol *symbol = z->symbol;

    z->entry = entry;
    z->stop = stop;
    z->kelly = kelly;
    z->lot_loss = sigma_magnitude(sigma_lot_profit(symbol, entry, stop));
    z->lot_notional = sigma_lot_notional(symbol, entry);
    z->lot_margin = z->lot_notional / symbol->leverage;
    z->lot_fees = symbol->commission + symbol->fee_rate * z->lot_notional;
    z->lot_gain = gain_of(z);
}

/* (7) and (8) of one lot; costs count where it is judged. */
static void expect(const sigma_sizer *z)
{
    sigma_sizing_result *r = z->result;
    double p = z->sample->probability, lost = (1.0 - p) * z->lot_loss;

    if (!sigma_sizing_has(z->sample, SIGMA_GIVEN_PROBABILITY) || z->lot_gain <= 0.0) {
        return;
    }
    r->expected_return = p * (z->lot_gain / z->lot_loss) - (1.0 - p);
    r->expected_profit = p * z->lot_gain - lost - r->cost_per_lot;
    sigma_sizing_judge(r, SIGMA_REASON_EXPECTATION,
                       r->expected_profit > 0.0 || z->sample->trades < z->params->trades_explored);
}

/* Whole steps, never more than the caps leave, none below the smallest lot. */
static double floor_to_step(const sigma_sizer *z, double lots)
{
    const sigma_symbol *symbol = z->symbol;
    double on_step = sigma_lots_down(lots, symbol->lot_step);
    double floored = sigma_smaller(on_step, symbol->lot_max);
    bool least = floored >= symbol->lot_min || floored >= sigma_lots_least(symbol);
    bool enough = least && floored * z->lot_margin >= z->params->margin_least;

    sigma_sizing_judge(z->result, SIGMA_REASON_MINIMUM_LOT, enough);
    return z->result->refused == 0 ? floored : 0.0;
}

/* The size itself, and all that led to it. */
static double size(sigma_sizer *z)
{
    sigma_sizing_result *r = z->result;

    r->basis = basis_of(z->params, z->sample);
    r->cost_per_lot = sigma_lot_cost(z->symbol, z->entry, z->stop);
    r->loss_per_lot = z->lot_loss * r->basis + r->cost_per_lot; /* (2) */
    expect(z);
    sigma_sizing_budget(z);
    sigma_sizing_caps(z);
    r->lots = floor_to_step(z, r->lots_after[SIGMA_CAP_STEP - 1]);
    r->risk = r->lots * r->loss_per_lot;
    return r->lots;
}

static void settle(const sigma_sizer *z)
{
    sigma_sizing_result *r = z->result;

    r->cap[SIGMA_CAP_STEP] = r->lots;
    r->lots_after[SIGMA_CAP_STEP] = r->lots;
    r->drawdown = sigma_floor_drawdown(&z->floor);
    r->notional = r->lots * z->lot_notional;
    r->margin = r->lots * z->lot_margin;
    r->gain = z->lot_gain > 0.0 ? r->lots * (z->lot_gain - r->cost_per_lot) + 0.0 : 0.0;
    r->expected_profit = r->lots * r->expected_profit + 0.0; /* no lots gain 0, not -0 */
    r->balance_min = sigma_sizing_balance(z);
}

/* ---- arguments */

static bool inputs_valid(const sigma_sizing_params *params, const sigma_symbol *symbol)
{
    return sigma_sizing_params_in_range(params) && sigma_symbol_valid(symbol);
}

static bool apart(const sigma_symbol *symbol, double entry, double stop)
{
    return sigma_magnitude(sigma_ticks(symbol, entry, stop)) >= TICKS_MIN;
}

static bool sample_valid(const sigma_sizing_sample *sample)
{
    return sigma_sizing_sample_in_range(sample);
}

sigma_status sigma_sizing_find(const sigma_sizing_params *params, const sigma_symbol *symbol,
                               const sigma_sizing_sample *sample, sigma_sizing_result *result)
{
    if (!sample_valid(sample) || !apart(symbol, sample->entry, sample->stop)) {
        return SIGMA_E_RANGE;
    }
    sigma_sizer z = begin(params, symbol, sample, result);
    price(&z, sample->entry, sample->stop, sample->kelly);
    (void)size(&z);
    settle(&z);
    return SIGMA_OK;
}

sigma_status sigma_sizing_evaluate(const sigma_sizing_params *params, const sigma_symbol *symbol,
                                   const sigma_sizing_sample *sample, sigma_sizing_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_sizing_result){0};
    if (!params || !symbol || !sample) {
        return SIGMA_E_NULL;
    }
    return inputs_valid(params, symbol) ? sigma_sizing_find(params, symbol, sample, result)
                                        : SIGMA_E_RANGE;
}

/* ---- batch */

static bool rows_valid(const sigma_symbol *symbol, const double *entry, const double *stop,
                       const double *kelly, int32_t count)
{
    bool valid = sigma_column_within(entry, count, PRICE_MIN, PRICE_MAX) &&
                 sigma_column_within(stop, count, PRICE_MIN, PRICE_MAX) &&
                 sigma_column_within(kelly, count, 0.0, KELLY_MAX);

    for (int32_t i = 0; valid && i < count; i++) {
        valid = apart(symbol, entry[i], stop[i]);
    }
    return valid;
}

static bool written_apart(const double *const inputs[3], const double *lots, const double *risk,
                          int32_t count)
{
    bool clear = lots != risk && !sigma_columns_overlap(lots, risk, count);

    for (int32_t i = 0; i < 3; i++) {
        clear = clear && !sigma_columns_overlap(inputs[i], lots, count) &&
                !sigma_columns_overlap(inputs[i], risk, count);
    }
    return clear;
}

/* The outputs may be inputs, so each row is read whole before its size is written. */
static void fill(sigma_sizer *z, const double *const inputs[3], int32_t count, double *lots,
                 double *risk)
{
    for (int32_t i = 0; i < count; i++) {
        z->result->passed = z->result->refused = 0;
        z->result->binding = 0;
        price(z, inputs[0][i], inputs[1][i], inputs[2][i]);
        lots[i] = size(z);
        risk[i] = z->result->risk;
    }
}

sigma_status sigma_sizing_batch(const sigma_sizing_params *params, const sigma_symbol *symbol,
                                const sigma_sizing_sample *sample, const double *entry,
                                const double *stop, const double *kelly, int32_t count,
                                double *lots, double *risk)
{
    if (!params || !symbol || !sample || !entry || !stop || !kelly || !lots || !risk) {
        return SIGMA_E_NULL;
    }
    const double *const inputs[3] = {entry, stop, kelly};
    if (count < 0 || !inputs_valid(params, symbol) || !sample_valid(sample) ||
        !rows_valid(symbol, entry, stop, kelly, count) ||
        !written_apart(inputs, lots, risk, count)) {
        return SIGMA_E_RANGE;
    }
    sigma_sizing_result result = {0};
    sigma_sizer z = begin(params, symbol, sample, &result);
    fill(&z, inputs, count, lots, risk);
    return SIGMA_OK;
}
