/* SPDX-License-Identifier: MIT */
#include "sigma/account.h"

#include "bytes.h"
#include "check.h"
#include "fields.h"
#include "tags.h"

static bool account_valid(const sigma_account *account)
{
    return sigma_fields_valid(sigma_account_fields, SIGMA_ACCOUNT_FIELDS, account);
}

/* Commits the account as it would be, if it may be. */
static sigma_status commit(sigma_account *account, const sigma_account *next)
{
    if (!account_valid(next)) {
        return SIGMA_E_RANGE;
    }
    if (next->time < account->time) {
        return SIGMA_E_ORDER;
    }
    *account = *next;
    return SIGMA_OK;
}

static sigma_status usable(const sigma_account *account)
{
    if (!account) {
        return SIGMA_E_NULL;
    }
    return account_valid(account) ? SIGMA_OK : SIGMA_E_STATE;
}

sigma_status sigma_account_init(sigma_account *account, int64_t time, double balance)
{
    if (!account) {
        return SIGMA_E_NULL;
    }
    *account = (sigma_account){.time = time,
                               .balance = balance,
                               .equity = balance,
                               .peak = balance,
                               .tag = SIGMA_TAG_ACCOUNT};
    if (!account_valid(account)) {
        *account = (sigma_account){0};
        return SIGMA_E_RANGE;
    }
    return SIGMA_OK;
}

sigma_status sigma_account_update(sigma_account *account, int64_t time, double equity,
                                  double balance, double margin)
{
    sigma_status status = usable(account);
    if (status != SIGMA_OK) {
        return status;
    }
    sigma_account next = *account;
    next.time = time;
    next.equity = equity;
    next.balance = balance;
    next.margin = margin;
    next.peak = sigma_larger(balance, account->peak);
    return commit(account, &next);
}

sigma_status sigma_account_flow(sigma_account *account, int64_t time, double amount)
{
    sigma_status status = usable(account);
    if (status != SIGMA_OK) {
        return status;
    }
    sigma_account next = *account;
    next.time = time;
    next.balance += amount;
    next.equity += amount;
    next.deposits += amount;
    if (!(account->balance > 0.0) || !(next.balance > 0.0)) {
        return SIGMA_E_RANGE;
    }
    next.peak *= next.balance / account->balance;
    return commit(account, &next);
}

sigma_status sigma_account_drawdown(const sigma_account *account, double *drawdown)
{
    if (!drawdown) {
        return SIGMA_E_NULL;
    }
    *drawdown = 0.0;
    sigma_status status = usable(account);
    if (status == SIGMA_OK) {
        double least = sigma_smaller(account->balance, account->equity);
        *drawdown = sigma_larger(1.0 - least / account->peak, 0.0);
    }
    return status;
}

sigma_status sigma_account_read(const sigma_account *account, sigma_account_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_account_result){0};
    sigma_status status = usable(account);
    if (status == SIGMA_OK) {
        *result = (sigma_account_result){.time = account->time,
                                         .equity = account->equity,
                                         .balance = account->balance,
                                         .peak = account->peak,
                                         .margin = account->margin,
                                         .mark = SIGMA_PART_ACCOUNT};
    }
    return status;
}
