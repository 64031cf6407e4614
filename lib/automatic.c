/* SPDX-License-Identifier: MIT */
#include "sigma/automatic.h"

#include "bytes.h"
#include "check.h"
#include "fields.h"
#include "fields_sizes.h"
#include "in_range.h"
#include "kelly.h"
#include "money.h"

static const double UNKNOWN_HALF = 0.5; /* of an input from 0 to 1 that is not given */
static const double WILD = 0.05;        /* daily volatility above which leverage falls */
static const double WILD_FACTOR = 0.7;
static const double WILDEST = 0.1;       /* daily volatility that leaves no confidence */
static const double DEEPEST = 0.2;       /* drawdown that leaves none */
static const double SAMPLE_FULL = 100.0; /* trades that leave no doubt */
static const double WIDER = 1.2;         /* the conservative stop */
static const double LOWER = 0.6;         /* and its leverage */

sigma_status sigma_automatic_defaults(sigma_automatic_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_automatic_params){.risk_share = 0.02,
                                       .free_share = 0.3,
                                       .used_fair = 0.7,
                                       .kelly_share = 0.5,
                                       .leverage_max = 5.0,
                                       .policy_leverage = 20.0,
                                       .leverage_none = 3.0,
                                       .kelly_trades = 20};
    sigma_status stops = sigma_stops_defaults(&params->stops);
    params->stops.scheme = SIGMA_SCHEME_MATHEMATICIAN;
    return sigma_worse(stops, sigma_sizing_preset(SIGMA_MODE_AUTOMATIC, &params->sizing));
}

static bool has(const sigma_automatic_sample *x, int32_t input)
{
    return x->given & sigma_bit(input);
}

static double or_half(const sigma_automatic_sample *x, int32_t input, double value)
{
    return has(x, input) ? value : UNKNOWN_HALF;
}

static double daily_volatility(const sigma_automatic_sample *x)
{
    return has(x, SIGMA_INPUT_VOLATILITY) ? x->volatility : x->atr / x->entry;
}

static void assume(const sigma_automatic_sample *x, sigma_automatic_result *result)
{
    for (int32_t input = 0; input < SIGMA_INPUT_HISTORY; input++) {
        result->assumed |= has(x, input) ? 0 : sigma_bit(input);
    }
    result->assumed |= x->trades > 0 ? 0 : sigma_bit(SIGMA_INPUT_HISTORY);
}

/* ---- leverage */

/* (2) */
static double by_history(const sigma_automatic_params *p, const sigma_automatic_sample *x)
{
    if (x->trades == 0) {
        return p->leverage_none;
    }
    if (x->win_rate > 0.6 && x->profit_factor > 1.5) {
        return 10.0;
    }
    if (x->win_rate > 0.5 && x->profit_factor > 1.3) {
        return 7.0;
    }
    return x->win_rate < 0.4 || x->profit_factor < 1.0 ? 3.0 : 5.0;
}

/* (3) */
static double leverage_of(const sigma_automatic_params *p, const sigma_symbol *symbol,
                          const sigma_automatic_sample *x)
{
    double strength = or_half(x, SIGMA_INPUT_STRENGTH, x->strength);
    double confidence = or_half(x, SIGMA_INPUT_CONFIDENCE, x->confidence);
    double most =
        sigma_smaller(sigma_smaller(p->leverage_max, p->policy_leverage), symbol->leverage);
    double leverage = by_history(p, x) * (0.75 + 0.25 * (strength + confidence));

    leverage *= daily_volatility(x) > WILD ? WILD_FACTOR : 1.0;
    leverage *= p->conservative ? LOWER : 1.0;
    return sigma_clamped(leverage, 1.0, most);
}

/* ---- risk */

/* (1) */
static double risk_of(const sigma_automatic_params *p, const sigma_automatic_sample *x, double u)
{
    double spare = sigma_larger(x->equity - x->margin, 0.0);
    double free = sigma_smaller(spare / (p->free_share * x->balance), 1.0);
    double used = sigma_clamped((1.0 - u) / (1.0 - p->used_fair), 0.0, 1.0);

    return p->risk_share * x->balance * free * used;
}

static bool kelly_bounds(const sigma_automatic_params *p, const sigma_automatic_sample *x)
{
    return x->trades >= p->kelly_trades && x->payoff > 0.0;
}

/* ---- confidence */

/* (5) */
static void trust(const sigma_automatic_params *p, const sigma_automatic_sample *x,
                  sigma_automatic_result *r)
{
    double peak = sigma_larger(x->peak, x->balance);
    double drawdown = 1.0 - sigma_smaller(x->balance, x->equity) / peak;
    double calm = 1.0 - sigma_smaller(daily_volatility(x) / WILDEST, 1.0);
    double strength = or_half(x, SIGMA_INPUT_STRENGTH, x->strength);
    double liquidity = or_half(x, SIGMA_INPUT_LIQUIDITY, x->liquidity);

    r->by_sample = sigma_smaller(x->trades / SAMPLE_FULL, 1.0);
    r->by_leverage = sigma_larger(1.0 - r->leverage / p->policy_leverage, 0.0);
    r->by_market = (calm + strength + liquidity) / 3.0;
    r->by_portfolio =
        (1.0 - sigma_smaller(r->utilisation, 1.0) + 1.0 - sigma_smaller(drawdown / DEEPEST, 1.0)) /
        2.0;
    r->confidence = (r->by_sample + r->by_leverage + r->by_market + r->by_portfolio) / 4.0;
}

/* ---- levels and size */

static sigma_status place(const sigma_automatic_params *p, const sigma_symbol *symbol,
                          const sigma_automatic_sample *x, sigma_automatic_result *result)
{
    sigma_stops_params stops = p->stops;
    sigma_stops_sample sample = {.entry = x->entry,
                                 .atr = x->atr,
                                 .strength = or_half(x, SIGMA_INPUT_STRENGTH, x->strength),
                                 .win_rate = x->win_rate,
                                 .win_mean = x->win_mean,
                                 .trades = x->trades,
                                 .side = x->side};

    stops.atr_multiple *= p->conservative ? WIDER : 1.0;
    return sigma_stops_evaluate(&stops, symbol, &sample, &result->stops);
}

static sigma_status size_it(const sigma_automatic_params *p, const sigma_symbol *symbol,
                            const sigma_automatic_sample *x, sigma_automatic_result *result)
{
    sigma_symbol levered = *symbol;
    sigma_sizing_sample sample = {.equity = x->equity,
                                  .balance = x->balance,
                                  .peak = x->peak,
                                  .margin = x->margin,
                                  .heat = x->heat,
                                  .entry = x->entry,
                                  .stop = result->stops.stop,
                                  .target = result->stops.target,
                                  .mean = x->mean,
                                  .fraction = result->risk / x->equity,
                                  .confidence = or_half(x, SIGMA_INPUT_CONFIDENCE, x->confidence),
                                  .probability = x->win_rate,
                                  .trades = x->trades};

    levered.leverage = result->leverage;
    sample.given = x->trades > 0 ? sigma_bit(SIGMA_GIVEN_PROBABILITY) : 0;
    return sigma_sizing_evaluate(&p->sizing, &levered, &sample, &result->sizing);
}

static sigma_status find_trade(const sigma_automatic_params *p, const sigma_symbol *symbol,
                               const sigma_automatic_sample *x, sigma_automatic_result *r)
{
    assume(x, r);
    r->utilisation = x->margin / x->equity;
    r->leverage = leverage_of(p, symbol, x);
    r->risk = risk_of(p, x, r->utilisation);
    if (kelly_bounds(p, x)) {
        r->kelly = p->kelly_share * sigma_kelly_of_odds(x->win_rate, x->payoff);
        r->risk = sigma_smaller(r->risk, r->kelly * x->equity);
    }
    trust(p, x, r);
    sigma_status status = place(p, symbol, x, r);
    bool stopped = status == SIGMA_OK && !(r->stops.refused & sigma_bit(SIGMA_REASON_STOP));
    return stopped ? size_it(p, symbol, x, r) : status;
}

static bool automatic_valid(const sigma_automatic_params *p, const sigma_automatic_sample *x)
{
    return sigma_fields_valid(sigma_automatic_params_fields, SIGMA_AUTOMATIC_PARAMS_FIELDS, p) &&
           sigma_sizing_params_in_range(&p->sizing) &&
           p->stops.scheme == SIGMA_SCHEME_MATHEMATICIAN &&
           p->sizing.mode == SIGMA_MODE_AUTOMATIC && p->stops.atr_multiple * WIDER <= 100.0 &&
           sigma_fields_valid(sigma_automatic_sample_fields, SIGMA_AUTOMATIC_SAMPLE_FIELDS, x);
}

sigma_status sigma_automatic_evaluate(const sigma_automatic_params *params,
                                      const sigma_symbol *symbol,
                                      const sigma_automatic_sample *sample,
                                      sigma_automatic_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    sigma_zero(result, (int32_t)sizeof *result);
    if (!params || !symbol || !sample) {
        return SIGMA_E_NULL;
    }
    if (!automatic_valid(params, sample) || !sigma_symbol_valid(symbol)) {
        return SIGMA_E_RANGE;
    }
    sigma_status status = find_trade(params, symbol, sample, result);
    if (status != SIGMA_OK) {
        sigma_zero(result, (int32_t)sizeof *result);
    }
    return status;
}
