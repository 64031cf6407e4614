/* SPDX-License-Identifier: MIT */
#include "sigma/portfolio.h"

#include <stddef.h>

#include "fields_guards.h"
#include "in_range.h"
#include "inside.h"
#include "sigma/words.h"
#include "tags.h"

const sigma_field sigma_portfolio_fields[SIGMA_PORTFOLIO_FIELDS] = {
    {"position", "", 0, 0, offsetof(sigma_portfolio, position), SIGMA_TYPE_STRUCT,
     SIGMA_PORTFOLIO_SPACE, SIGMA_KIND_POSITION},
    {"exposure", "account", 0, 1e18, offsetof(sigma_portfolio, exposure), SIGMA_TYPE_F64,
     SIGMA_PORTFOLIO_SPACE, 0},
    {"notional", "account", 0, 1e18, offsetof(sigma_portfolio, notional), SIGMA_TYPE_F64,
     SIGMA_PORTFOLIO_SPACE, 0},
    {"reward", "account", 0, 1e18, offsetof(sigma_portfolio, reward), SIGMA_TYPE_F64,
     SIGMA_PORTFOLIO_SPACE, 0},
    {"sector", "", 0, 2147483647.0, offsetof(sigma_portfolio, sector), SIGMA_TYPE_I32,
     SIGMA_PORTFOLIO_SPACE, 0},
    {"tag", "", SIGMA_TAG_PORTFOLIO, SIGMA_TAG_PORTFOLIO, offsetof(sigma_portfolio, tag),
     SIGMA_TYPE_I32, 1, 0},
    {"count", "positions", 0, 64, offsetof(sigma_portfolio, count), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_portfolio_result_fields[SIGMA_PORTFOLIO_RESULT_FIELDS] = {
    {"risk", "account", 0, 1e17, offsetof(sigma_portfolio_result, risk), SIGMA_TYPE_F64, 1, 0},
    {"long_lots", "lots", 0, 1e14, offsetof(sigma_portfolio_result, long_lots), SIGMA_TYPE_F64, 1,
     0},
    {"short_lots", "lots", 0, 1e14, offsetof(sigma_portfolio_result, short_lots), SIGMA_TYPE_F64, 1,
     0},
    {"positions", "positions", 0, 64, offsetof(sigma_portfolio_result, positions), SIGMA_TYPE_I32,
     1, 0},
    {"symbol", "", 1, 2147483647.0, offsetof(sigma_portfolio_result, symbol), SIGMA_TYPE_I32, 1, 0},
    {"mark", "", SIGMA_PART_PORTFOLIO, SIGMA_PART_PORTFOLIO, offsetof(sigma_portfolio_result, mark),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_PART},
    {"reserved", "", 0, 0, offsetof(sigma_portfolio_result, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_portfolio_params_fields[SIGMA_PORTFOLIO_PARAMS_FIELDS] = {
    {"single", "1", 0, 1e6, offsetof(sigma_portfolio_params, single), SIGMA_TYPE_F64, 1, 0},
    {"group", "1", 0, 1e6, offsetof(sigma_portfolio_params, group), SIGMA_TYPE_F64, 1, 0},
    {"sector", "1", 0, 1e6, offsetof(sigma_portfolio_params, sector), SIGMA_TYPE_F64, 1, 0},
    {"net", "1", 0, 1e6, offsetof(sigma_portfolio_params, net), SIGMA_TYPE_F64, 1, 0},
    {"gross", "1", 0, 1e6, offsetof(sigma_portfolio_params, gross), SIGMA_TYPE_F64, 1, 0},
    {"soft", "1", 0, 1, offsetof(sigma_portfolio_params, soft), SIGMA_TYPE_F64, 1, 0},
    {"hard", "1", 0, 1, offsetof(sigma_portfolio_params, hard), SIGMA_TYPE_F64, 1, 0},
    {"group_rho", "1", 0, 1, offsetof(sigma_portfolio_params, group_rho), SIGMA_TYPE_F64, 1, 0},
    {"stress", "1", 0, 1, offsetof(sigma_portfolio_params, stress), SIGMA_TYPE_F64, 1, 0},
    {"hedge_sum", "1", 0, 1e6, offsetof(sigma_portfolio_params, hedge_sum), SIGMA_TYPE_F64, 1, 0},
    {"hedge_heat", "1", 0, 1e6, offsetof(sigma_portfolio_params, hedge_heat), SIGMA_TYPE_F64, 1, 0},
    {"hedge_drawdown", "1", 0, 1, offsetof(sigma_portfolio_params, hedge_drawdown), SIGMA_TYPE_F64,
     1, 0},
    {"hedge_exposure", "1", 0, 1e6, offsetof(sigma_portfolio_params, hedge_exposure),
     SIGMA_TYPE_F64, 1, 0},
    {"positions", "positions", 1, 64, offsetof(sigma_portfolio_params, positions), SIGMA_TYPE_I32,
     1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_portfolio_params, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_portfolio_sample_fields[SIGMA_PORTFOLIO_SAMPLE_FIELDS] = {
    {"exposure", "account", 0, 1e18, offsetof(sigma_portfolio_sample, exposure), SIGMA_TYPE_F64, 1,
     0},
    {"risk", "account", 0, 1e15, offsetof(sigma_portfolio_sample, risk), SIGMA_TYPE_F64, 1, 0},
    {"balance", "account", 1e-6, 1e15, offsetof(sigma_portfolio_sample, balance), SIGMA_TYPE_F64, 1,
     0},
    {"equity", "account", 1e-6, 1e15, offsetof(sigma_portfolio_sample, equity), SIGMA_TYPE_F64, 1,
     0},
    {"drawdown", "1", 0, 1e6, offsetof(sigma_portfolio_sample, drawdown), SIGMA_TYPE_F64, 1, 0},
    {"symbol", "", 1, 2147483647.0, offsetof(sigma_portfolio_sample, symbol), SIGMA_TYPE_I32, 1, 0},
    {"side", "", 1, SIGMA_SIDE_COUNT - 1, offsetof(sigma_portfolio_sample, side), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_SIDE},
    {"sector", "", 0, 2147483647.0, offsetof(sigma_portfolio_sample, sector), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_portfolio_sample, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_portfolio_verdict_fields[SIGMA_PORTFOLIO_VERDICT_FIELDS] = {
    {"long_exposure", "1", 0, 1e30, offsetof(sigma_portfolio_verdict, long_exposure),
     SIGMA_TYPE_F64, 1, 0},
    {"short_exposure", "1", 0, 1e30, offsetof(sigma_portfolio_verdict, short_exposure),
     SIGMA_TYPE_F64, 1, 0},
    {"single", "1", 0, 1e30, offsetof(sigma_portfolio_verdict, single), SIGMA_TYPE_F64, 1, 0},
    {"group", "1", 0, 1e30, offsetof(sigma_portfolio_verdict, group), SIGMA_TYPE_F64, 1, 0},
    {"sector", "1", 0, 1e30, offsetof(sigma_portfolio_verdict, sector), SIGMA_TYPE_F64, 1, 0},
    {"before", "account", 0, 1e18, offsetof(sigma_portfolio_verdict, before), SIGMA_TYPE_F64, 1, 0},
    {"heat", "account", 0, 1e18, offsetof(sigma_portfolio_verdict, heat), SIGMA_TYPE_F64, 1, 0},
    {"sum", "account", 0, 1e18, offsetof(sigma_portfolio_verdict, sum), SIGMA_TYPE_F64, 1, 0},
    {"published", "account", 0, 1e18, offsetof(sigma_portfolio_verdict, published), SIGMA_TYPE_F64,
     1, 0},
    {"published_before", "account", 0, 1e18, offsetof(sigma_portfolio_verdict, published_before),
     SIGMA_TYPE_F64, 1, 0},
    {"stress", "account", 0, 1e18, offsetof(sigma_portfolio_verdict, stress), SIGMA_TYPE_F64, 1, 0},
    {"contribution", "account", -1e18, 1e18, offsetof(sigma_portfolio_verdict, contribution),
     SIGMA_TYPE_F64, 1, 0},
    {"bets", "1", 0, 1e30, offsetof(sigma_portfolio_verdict, bets), SIGMA_TYPE_F64, 1, 0},
    {"room", "account", 0, 1e18, offsetof(sigma_portfolio_verdict, room), SIGMA_TYPE_F64, 1, 0},
    {"rho", "1", -1, 1, offsetof(sigma_portfolio_verdict, rho), SIGMA_TYPE_F64, 1, 0},
    {"passed", "", 0, SIGMA_LIMIT_COUNT - 1, offsetof(sigma_portfolio_verdict, passed),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_LIMIT},
    {"refused", "", 0, SIGMA_LIMIT_COUNT - 1, offsetof(sigma_portfolio_verdict, refused),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_LIMIT},
    {"warned", "", 0, SIGMA_LIMIT_COUNT - 1, offsetof(sigma_portfolio_verdict, warned),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_LIMIT},
    {"hedge", "", 0, SIGMA_LIMIT_COUNT - 1, offsetof(sigma_portfolio_verdict, hedge),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_LIMIT},
    {"symbol", "", 1, 2147483647.0, offsetof(sigma_portfolio_verdict, symbol), SIGMA_TYPE_I32, 1,
     0},
    {"verdict", "", 0, SIGMA_VERDICT_COUNT - 1, offsetof(sigma_portfolio_verdict, verdict),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_VERDICT},
    {"mark", "", SIGMA_PART_HEAT, SIGMA_PART_HEAT, offsetof(sigma_portfolio_verdict, mark),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_PART},
    {"reserved", "", 0, 0, offsetof(sigma_portfolio_verdict, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_portfolio_grant_fields[SIGMA_PORTFOLIO_GRANT_FIELDS] = {
    {"risk", "account", 0, 1e18, offsetof(sigma_portfolio_grant, risk), SIGMA_TYPE_F64, 1, 0},
    {"exposure", "account", 0, 1e30, offsetof(sigma_portfolio_grant, exposure), SIGMA_TYPE_F64, 1,
     0},
    {"gross", "account", 0, 1e30, offsetof(sigma_portfolio_grant, gross), SIGMA_TYPE_F64, 1, 0},
    {"rho", "1", -1, 1, offsetof(sigma_portfolio_grant, rho), SIGMA_TYPE_F64, 1, 0},
    {"refused", "", 0, SIGMA_LIMIT_COUNT - 1, offsetof(sigma_portfolio_grant, refused),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_LIMIT},
    {"symbol", "", 1, 2147483647.0, offsetof(sigma_portfolio_grant, symbol), SIGMA_TYPE_I32, 1, 0},
    {"side", "", 1, SIGMA_SIDE_COUNT - 1, offsetof(sigma_portfolio_grant, side), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_SIDE},
    {"mark", "", SIGMA_PART_HEAT, SIGMA_PART_HEAT, offsetof(sigma_portfolio_grant, mark),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_PART},
    {"reserved", "", 0, 0, offsetof(sigma_portfolio_grant, reserved), SIGMA_TYPE_I32, 1, 0},
};

bool sigma_portfolio_result_in_range(const void *object)
{
    return sigma_table_inside(sigma_portfolio_result_fields, SIGMA_PORTFOLIO_RESULT_FIELDS, object);
}

bool sigma_portfolio_grant_in_range(const void *object)
{
    return sigma_table_inside(sigma_portfolio_grant_fields, SIGMA_PORTFOLIO_GRANT_FIELDS, object);
}
