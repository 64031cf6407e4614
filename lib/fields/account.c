/* SPDX-License-Identifier: MIT */
#include "sigma/account.h"

#include <stddef.h>

#include "fields.h"
#include "in_range.h"
#include "inside.h"
#include "sigma/words.h"
#include "tags.h"

const sigma_field sigma_account_fields[SIGMA_ACCOUNT_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_account, time), SIGMA_TYPE_TIME, 1, 0},
    {"balance", "account", -1e15, 1e15, offsetof(sigma_account, balance), SIGMA_TYPE_F64, 1, 0},
    {"equity", "account", -1e15, 1e15, offsetof(sigma_account, equity), SIGMA_TYPE_F64, 1, 0},
    {"margin", "account", 0, 1e15, offsetof(sigma_account, margin), SIGMA_TYPE_F64, 1, 0},
    {"peak", "account", 1e-6, 1e18, offsetof(sigma_account, peak), SIGMA_TYPE_F64, 1, 0},
    {"deposits", "account", -1e18, 1e18, offsetof(sigma_account, deposits), SIGMA_TYPE_F64, 1, 0},
    {"tag", "", SIGMA_TAG_ACCOUNT, SIGMA_TAG_ACCOUNT, offsetof(sigma_account, tag), SIGMA_TYPE_I32,
     1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_account, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_account_result_fields[SIGMA_ACCOUNT_RESULT_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_account_result, time), SIGMA_TYPE_TIME, 1, 0},
    {"equity", "account", -1e15, 1e15, offsetof(sigma_account_result, equity), SIGMA_TYPE_F64, 1,
     0},
    {"balance", "account", -1e15, 1e15, offsetof(sigma_account_result, balance), SIGMA_TYPE_F64, 1,
     0},
    {"peak", "account", 1e-6, 1e18, offsetof(sigma_account_result, peak), SIGMA_TYPE_F64, 1, 0},
    {"margin", "account", 0, 1e15, offsetof(sigma_account_result, margin), SIGMA_TYPE_F64, 1, 0},
    {"mark", "", SIGMA_PART_ACCOUNT, SIGMA_PART_ACCOUNT, offsetof(sigma_account_result, mark),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_PART},
    {"reserved", "", 0, 0, offsetof(sigma_account_result, reserved), SIGMA_TYPE_I32, 1, 0},
};

bool sigma_account_result_in_range(const void *object)
{
    return sigma_table_inside(sigma_account_result_fields, SIGMA_ACCOUNT_RESULT_FIELDS, object);
}
