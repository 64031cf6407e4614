/* SPDX-License-Identifier: MIT */
#include "bytes.h"
#include "check.h"
#include "correlation.h"
#include "fields.h"
#include "money.h"
#include "portfolio.h"

static const double RATIO_MAX = 1e30;

sigma_status sigma_portfolio_defaults(sigma_portfolio_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_portfolio_params){
        .single = 0.4,
        .group = 0.6,
        .sector = 0.5,
        .net = 0.5,
        .gross = 0.8,
        .soft = 0.03,
        .hard = 0.06,
        .group_rho = 0.7,
        .stress = 0.5,
        .hedge_sum = 0.048,
        .hedge_heat = 0.2,
        .hedge_drawdown = 0.05,
        .hedge_exposure = 0.4,
        .positions = 3,
    };
    return SIGMA_OK;
}

/* Signed sums of exposures, without the candidate. */
typedef struct exposures {
    double single, group, sector, longs, shorts;
    bool priced;
} exposures;

static bool is_priced(const sigma_portfolio *portfolio, int32_t i)
{
    const sigma_position *position = &portfolio->position[i];
    return portfolio->exposure[i] > 0.0 && (position->stop > 0.0 || position->risk > 0.0);
}

static exposures gather(const sigma_loads *loads, const sigma_portfolio *portfolio,
                        const sigma_correlation *correlation, const sigma_portfolio_params *params,
                        const sigma_portfolio_sample *sample)
{
    exposures sum = {.priced = true};
    for (int32_t i = 0; i < portfolio->count; i++) {
        const sigma_position *position = &portfolio->position[i];
        double size = portfolio->exposure[i], exposure = sigma_sign(position->side) * size;
        bool same = position->symbol == sample->symbol;
        double rho =
            same ? 1.0 : sigma_correlation_at(correlation, loads->candidate, loads->place[i]);

        sum.priced &= is_priced(portfolio, i);
        sum.single += same ? exposure : 0.0;
        sum.sector += portfolio->sector[i] == sample->sector ? exposure : 0.0;
        if (sigma_magnitude(rho) >= params->group_rho) {
            sum.group += rho < 0.0 ? -exposure : exposure;
        }
        sum.longs += exposure > 0.0 ? size : 0.0;
        sum.shorts += exposure > 0.0 ? 0.0 : size;
    }
    return sum;
}

static void judge(sigma_portfolio_verdict *verdict, int32_t limit, bool kept)
{
    if (kept) {
        verdict->passed |= sigma_bit(limit);
    } else {
        verdict->refused |= sigma_bit(limit);
    }
}

static double share(double exposure, double balance)
{
    return sigma_smaller(exposure / balance, RATIO_MAX);
}

/* Refuses what is beyond the limit and no better than before; returns the share of the balance. */
static double limited(sigma_portfolio_verdict *verdict, int32_t limit, double most, double balance,
                      double before, double added)
{
    double after = sigma_magnitude(before + added);
    judge(verdict, limit, after <= most * balance || after < sigma_magnitude(before));
    return share(after, balance);
}

static void judge_exposures(const sigma_portfolio_params *params,
                            const sigma_portfolio_sample *sample, const exposures *sum,
                            sigma_portfolio_verdict *v)
{
    double balance = sample->balance, added = sigma_sign(sample->side) * sample->exposure;
    double longs = sum->longs + sigma_larger(added, 0.0);
    double shorts = sum->shorts + sigma_larger(-added, 0.0);

    judge(v, SIGMA_LIMIT_PRICED, sum->priced && sample->exposure > 0.0 && sample->risk > 0.0);
    v->single = limited(v, SIGMA_LIMIT_SINGLE, params->single, balance, sum->single, added);
    v->group = limited(v, SIGMA_LIMIT_GROUP, params->group, balance, sum->group, added);
    if (sample->sector > 0) {
        v->sector = limited(v, SIGMA_LIMIT_SECTOR, params->sector, balance, sum->sector, added);
    }
    (void)limited(v, SIGMA_LIMIT_NET, params->net, balance, sum->longs - sum->shorts, added);
    v->long_exposure = share(longs, balance);
    v->short_exposure = share(shorts, balance);
    v->warned = longs + shorts > params->gross * balance ? sigma_bit(SIGMA_LIMIT_GROSS) : 0;
}

static void judge_heat(const sigma_portfolio *portfolio, const sigma_portfolio_params *params,
                       const sigma_portfolio_sample *sample, sigma_portfolio_verdict *v)
{
    double soft = params->soft * sample->equity;
    bool within = v->heat <= soft && v->stress <= soft;

    judge(v, SIGMA_LIMIT_HEAT, within || v->heat < v->before);
    judge(v, SIGMA_LIMIT_SUM, v->sum <= params->hard * sample->equity);
    judge(v, SIGMA_LIMIT_POSITIONS, portfolio->count < params->positions);
    v->room = sigma_smaller(v->room, sigma_portfolio_hard_room(portfolio, params, sample));
}

static uint64_t when(bool condition, int32_t limit)
{
    return condition ? sigma_bit(limit) : 0;
}

/* Of what is open. */
static uint64_t hedges(const sigma_portfolio_params *params, const sigma_portfolio_sample *sample,
                       const exposures *sum, const sigma_portfolio_verdict *v)
{
    double gross = sum->longs + sum->shorts, net = sigma_magnitude(sum->longs - sum->shorts);
    double balance = sample->balance, risk = v->sum - sample->risk;
    bool fallen = sample->drawdown > params->hedge_drawdown;

    return when(gross > params->gross * balance, SIGMA_LIMIT_GROSS) |
           when(net > params->net * balance, SIGMA_LIMIT_NET) |
           when(risk > params->hedge_sum * sample->equity, SIGMA_LIMIT_SUM) |
           when(v->published_before > params->hedge_heat * balance, SIGMA_LIMIT_HEAT) |
           when(fallen && gross > params->hedge_exposure * balance, SIGMA_LIMIT_DRAWDOWN);
}

/* Whether every correlation is one: with its sign off, what is above 1 as a number, and what is
 * none, is above 1 as bits too, and carries into the highest two. Several at a time, in turns that
 * are long enough to take the same time wherever they stand. */
static bool matrix_valid(const sigma_correlation *correlation)
{
    const uint64_t size = UINT64_MAX >> 1, carry = UINT64_C(0x000fffffffffffff);
    uint64_t any = 0;
#ifdef __GNUC__
#pragma GCC unroll 4
#endif
    for (int32_t i = 0; i < SIGMA_CORRELATION_PAIRS; i++) {
        any |= (sigma_bits(correlation->value[i]) & size) + carry;
    }
    return any >> 62 == 0;
}

static sigma_status usable(const sigma_portfolio *portfolio, const sigma_correlation *correlation,
                           const sigma_portfolio_params *params,
                           const sigma_portfolio_sample *sample)
{
    if (!correlation || !params || !sample) {
        return SIGMA_E_NULL;
    }
    sigma_status status = sigma_portfolio_sound(portfolio);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!sigma_correlation_valid(correlation) || !matrix_valid(correlation)) {
        return SIGMA_E_STATE;
    }
    return sigma_fields_valid(sigma_portfolio_params_fields, SIGMA_PORTFOLIO_PARAMS_FIELDS,
                              params) &&
                   sigma_fields_valid(sigma_portfolio_sample_fields, SIGMA_PORTFOLIO_SAMPLE_FIELDS,
                                      sample)
               ? SIGMA_OK
               : SIGMA_E_RANGE;
}

sigma_status sigma_portfolio_check(const sigma_portfolio *portfolio,
                                   const sigma_correlation *correlation,
                                   const sigma_portfolio_params *params,
                                   const sigma_portfolio_sample *sample,
                                   sigma_portfolio_verdict *verdict)
{
    if (!verdict) {
        return SIGMA_E_NULL;
    }
    sigma_zero(verdict, sizeof *verdict);
    sigma_status status = usable(portfolio, correlation, params, sample);
    if (status != SIGMA_OK) {
        return status;
    }
    sigma_loads loads;
    sigma_loads_place(&loads, portfolio, correlation, sample->symbol);
    exposures sum = gather(&loads, portfolio, correlation, params, sample);
    sigma_portfolio_heats(&loads, portfolio, correlation, params, sample, verdict);
    judge_exposures(params, sample, &sum, verdict);
    judge_heat(portfolio, params, sample, verdict);
    verdict->hedge = hedges(params, sample, &sum, verdict);
    verdict->symbol = sample->symbol;
    verdict->verdict = verdict->refused == 0 ? SIGMA_VERDICT_APPROVE : SIGMA_VERDICT_DENY;
    verdict->mark = SIGMA_PART_HEAT;
    return SIGMA_OK;
}

/* ---- room, whatever the size */

/* Largest exposure that limited() lets pass, of a sum that is turned to the candidate's side. */
static double room_of(double before, double most)
{
    return sigma_larger(sigma_larger(most - before, -2.0 * before), 0.0);
}

static void leave(sigma_portfolio_grant *grant, int32_t limit, double room)
{
    grant->exposure = sigma_smaller(grant->exposure, room);
    grant->refused |= when(!(room > 0.0), limit);
}

static void leave_exposures(const sigma_portfolio_params *params,
                            const sigma_portfolio_sample *sample, const exposures *sum,
                            sigma_portfolio_grant *grant)
{
    double balance = sample->balance, sign = sigma_sign(sample->side);
    double net = sign * (sum->longs - sum->shorts);

    grant->exposure = RATIO_MAX;
    leave(grant, SIGMA_LIMIT_SINGLE, room_of(sign * sum->single, params->single * balance));
    leave(grant, SIGMA_LIMIT_GROUP, room_of(sign * sum->group, params->group * balance));
    if (sample->sector > 0) {
        leave(grant, SIGMA_LIMIT_SECTOR, room_of(sign * sum->sector, params->sector * balance));
    }
    leave(grant, SIGMA_LIMIT_NET, room_of(net, params->net * balance));
    grant->gross = sigma_larger(params->gross * balance - (sum->longs + sum->shorts), 0.0);
}

static void leave_risk(const sigma_portfolio *portfolio, const sigma_portfolio_params *params,
                       const sigma_portfolio_sample *sample, const sigma_portfolio_verdict *v,
                       sigma_portfolio_grant *grant)
{
    double hard = sigma_portfolio_hard_room(portfolio, params, sample);

    grant->risk = sigma_smaller(v->room, hard);
    grant->rho = v->rho;
    grant->refused |= when(!(hard > 0.0), SIGMA_LIMIT_SUM) |
                      when(!(v->room > 0.0), SIGMA_LIMIT_HEAT) |
                      when(portfolio->count >= params->positions, SIGMA_LIMIT_POSITIONS);
}

static void permit(const sigma_portfolio *portfolio, const sigma_correlation *correlation,
                   const sigma_portfolio_params *params, const sigma_portfolio_sample *sample,
                   sigma_portfolio_grant *grant)
{
    sigma_loads loads;
    sigma_portfolio_verdict v;

    sigma_loads_place(&loads, portfolio, correlation, sample->symbol);
    exposures sum = gather(&loads, portfolio, correlation, params, sample);
    sigma_portfolio_heats(&loads, portfolio, correlation, params, sample, &v);
    leave_exposures(params, sample, &sum, grant);
    leave_risk(portfolio, params, sample, &v, grant);
    grant->refused |= when(!sum.priced, SIGMA_LIMIT_PRICED);
}

sigma_status sigma_portfolio_permit(const sigma_portfolio *portfolio,
                                    const sigma_correlation *correlation,
                                    const sigma_portfolio_params *params,
                                    const sigma_portfolio_sample *sample,
                                    sigma_portfolio_grant *grant)
{
    if (!grant) {
        return SIGMA_E_NULL;
    }
    *grant = (sigma_portfolio_grant){0};
    sigma_status status = usable(portfolio, correlation, params, sample);
    if (status != SIGMA_OK) {
        return status;
    }
    sigma_portfolio_sample any = *sample;
    any.exposure = any.risk = 0.0;
    permit(portfolio, correlation, params, &any, grant);
    grant->symbol = sample->symbol;
    grant->side = sample->side;
    grant->mark = SIGMA_PART_HEAT;
    return SIGMA_OK;
}
