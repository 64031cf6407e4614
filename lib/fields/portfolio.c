/* SPDX-License-Identifier: MIT */
#include "sigma/portfolio.h"

#include <stddef.h>

#include "fields.h"
#include "sigma/words.h"
#include "tags.h"

const sigma_field sigma_portfolio_fields[SIGMA_PORTFOLIO_FIELDS] = {
    {"position", "", 0, 0, offsetof(sigma_portfolio, position), SIGMA_TYPE_STRUCT,
     SIGMA_PORTFOLIO_SPACE, SIGMA_KIND_POSITION},
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
