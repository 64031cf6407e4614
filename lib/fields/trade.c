/* SPDX-License-Identifier: MIT */
#include "sigma/trade.h"

#include <stddef.h>

#include "fields.h"
#include "sigma/words.h"

const sigma_field sigma_trade_fields[SIGMA_TRADE_FIELDS] = {
    {"opened", "ns", -9.15e18, 9.15e18, offsetof(sigma_trade, opened), SIGMA_TYPE_TIME, 1, 0},
    {"closed", "ns", -9.15e18, 9.15e18, offsetof(sigma_trade, closed), SIGMA_TYPE_TIME, 1, 0},
    {"entry", "price", 1e-15, 1e15, offsetof(sigma_trade, entry), SIGMA_TYPE_F64, 1, 0},
    {"exit", "price", 0, 1e15, offsetof(sigma_trade, exit), SIGMA_TYPE_F64, 1, 0},
    {"lots", "lots", 0, 1e12, offsetof(sigma_trade, lots), SIGMA_TYPE_F64, 1, 0},
    {"profit", "account", -1e15, 1e15, offsetof(sigma_trade, profit), SIGMA_TYPE_F64, 1, 0},
    {"costs", "account", -1e15, 1e15, offsetof(sigma_trade, costs), SIGMA_TYPE_F64, 1, 0},
    {"risk", "account", 0, 1e15, offsetof(sigma_trade, risk), SIGMA_TYPE_F64, 1, 0},
    {"expected", "account", -1e15, 1e15, offsetof(sigma_trade, expected), SIGMA_TYPE_F64, 1, 0},
    {"probability", "1", 0, 1, offsetof(sigma_trade, probability), SIGMA_TYPE_F64, 1, 0},
    {"balance", "account", 0, 1e15, offsetof(sigma_trade, balance), SIGMA_TYPE_F64, 1, 0},
    {"adverse", "account", 0, 1e15, offsetof(sigma_trade, adverse), SIGMA_TYPE_F64, 1, 0},
    {"favourable", "account", 0, 1e15, offsetof(sigma_trade, favourable), SIGMA_TYPE_F64, 1, 0},
    {"given", "", 0, SIGMA_TRADE_COUNT - 1, offsetof(sigma_trade, given), SIGMA_TYPE_BITS, 1,
     SIGMA_VOCABULARY_TRADE},
    {"id", "", 0, 2147483647.0, offsetof(sigma_trade, id), SIGMA_TYPE_I32, 1, 0},
    {"symbol", "", 1, 2147483647.0, offsetof(sigma_trade, symbol), SIGMA_TYPE_I32, 1, 0},
    {"side", "", SIGMA_SIDE_LONG, SIGMA_SIDE_COUNT - 1, offsetof(sigma_trade, side),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_SIDE},
    {"strategy", "", 0, 2147483647.0, offsetof(sigma_trade, strategy), SIGMA_TYPE_I32, 1, 0},
    {"reason", "", 0, SIGMA_EXIT_COUNT - 1, offsetof(sigma_trade, reason), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_EXIT},
    {"regime", "", 0, SIGMA_REGIME_COUNT - 1, offsetof(sigma_trade, regime), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_REGIME},
};
