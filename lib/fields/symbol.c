/* SPDX-License-Identifier: MIT */
#include "sigma/symbol.h"

#include <stddef.h>

#include "fields.h"
#include "in_range.h"
#include "inside.h"
#include "sigma/words.h"

const sigma_field sigma_symbol_fields[SIGMA_SYMBOL_FIELDS] = {
    {"tick_size", "price", 1e-15, 1e9, offsetof(sigma_symbol, tick_size), SIGMA_TYPE_F64, 1, 0},
    {"tick_value", "account", 0, 1e12, offsetof(sigma_symbol, tick_value), SIGMA_TYPE_F64, 1, 0},
    {"contract_size", "1", 0, 1e12, offsetof(sigma_symbol, contract_size), SIGMA_TYPE_F64, 1, 0},
    {"quote_rate", "account", 0, 1e12, offsetof(sigma_symbol, quote_rate), SIGMA_TYPE_F64, 1, 0},
    {"lot_min", "lots", 1e-12, 1e12, offsetof(sigma_symbol, lot_min), SIGMA_TYPE_F64, 1, 0},
    {"lot_max", "lots", 1e-12, 1e12, offsetof(sigma_symbol, lot_max), SIGMA_TYPE_F64, 1, 0},
    {"lot_step", "lots", 1e-12, 1e12, offsetof(sigma_symbol, lot_step), SIGMA_TYPE_F64, 1, 0},
    {"lot_cap", "lots", 0, 1e12, offsetof(sigma_symbol, lot_cap), SIGMA_TYPE_F64, 1, 0},
    {"commission", "account", 0, 1e12, offsetof(sigma_symbol, commission), SIGMA_TYPE_F64, 1, 0},
    {"fee_rate", "1", 0, 0.1, offsetof(sigma_symbol, fee_rate), SIGMA_TYPE_F64, 1, 0},
    {"spread", "ticks", 0, 1e9, offsetof(sigma_symbol, spread), SIGMA_TYPE_F64, 1, 0},
    {"slippage", "ticks", 0, 1e9, offsetof(sigma_symbol, slippage), SIGMA_TYPE_F64, 1, 0},
    {"stop_level", "ticks", 0, 1e9, offsetof(sigma_symbol, stop_level), SIGMA_TYPE_F64, 1, 0},
    {"leverage", "1", 1, 10000, offsetof(sigma_symbol, leverage), SIGMA_TYPE_F64, 1, 0},
    {"id", "", 1, 2147483647.0, offsetof(sigma_symbol, id), SIGMA_TYPE_I32, 1, 0},
    {"asset", "", SIGMA_ASSET_FOREX, SIGMA_ASSET_COUNT - 1, offsetof(sigma_symbol, asset),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_ASSET},
};

const sigma_field sigma_liquidation_fields[SIGMA_LIQUIDATION_FIELDS] = {
    {"lots", "lots", 1e-12, 1e12, offsetof(sigma_liquidation, lots), SIGMA_TYPE_F64, 1, 0},
    {"entry", "price", 1e-15, 1e15, offsetof(sigma_liquidation, entry), SIGMA_TYPE_F64, 1, 0},
    {"collateral", "account", 0, 1e15, offsetof(sigma_liquidation, collateral), SIGMA_TYPE_F64, 1,
     0},
    {"rate", "1", 0, 0.5, offsetof(sigma_liquidation, rate), SIGMA_TYPE_F64, 1, 0},
    {"fixed", "account", -1e15, 1e15, offsetof(sigma_liquidation, fixed), SIGMA_TYPE_F64, 1, 0},
    {"side", "", SIGMA_SIDE_LONG, SIGMA_SIDE_COUNT - 1, offsetof(sigma_liquidation, side),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_SIDE},
    {"reserved", "", 0, 0, offsetof(sigma_liquidation, reserved), SIGMA_TYPE_I32, 1, 0},
};

bool sigma_symbol_in_range(const void *object)
{
    return sigma_table_inside(sigma_symbol_fields, SIGMA_SYMBOL_FIELDS, object);
}
