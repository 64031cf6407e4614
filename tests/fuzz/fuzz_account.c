/* SPDX-License-Identifier: MIT */
/* Any account, fresh or damaged, and any figures: nothing moves on error, the peak never falls
 * below the balance, and no cash flow is a drawdown. */
#include "fuzz.h"

static void start(fuzz_input *in, sigma_account *account)
{
    if (fuzz_pick(in, 8) == 0) {
        fuzz_object(in, SIGMA_KIND_ACCOUNT, account);
        return;
    }
    int64_t time = fuzz_time(in);
    double balance = fuzz_around(in, 1e-6, 1e15);
    sigma_status status = sigma_account_init(account, time, balance);
    (void)fuzz_saw_result("sigma_account_init", status, SIGMA_KIND_ACCOUNT, account);
}

static void update(fuzz_input *in, sigma_account *account, int64_t time)
{
    sigma_account before = *account;
    double balance = fuzz_around(in, -1e15, 1e15), equity = fuzz_around(in, -1e15, 1e15);
    double margin = fuzz_around(in, 0.0, 1e15);
    sigma_status status = sigma_account_update(account, time, equity, balance, margin);

    (void)fuzz_saw_state("sigma_account_update", status, SIGMA_KIND_ACCOUNT, &before, account);
    REQUIRE(status != SIGMA_OK || (account->peak >= balance && account->peak >= before.peak));
}

static void flow(fuzz_input *in, sigma_account *account, int64_t time)
{
    sigma_account before = *account;
    double amount = fuzz_around(in, -1e6, 1e6), drawdown_before, drawdown;
    sigma_status status = sigma_account_flow(account, time, amount);

    (void)fuzz_saw_state("sigma_account_flow", status, SIGMA_KIND_ACCOUNT, &before, account);
    if (status == SIGMA_OK && before.equity == before.balance) {
        REQUIRE(sigma_account_drawdown(&before, &drawdown_before) == SIGMA_OK);
        REQUIRE(sigma_account_drawdown(account, &drawdown) == SIGMA_OK);
        REQUIRE(drawdown <= drawdown_before + 1e-9);
    }
}

static void read(const sigma_account *account)
{
    sigma_account_result result;
    double drawdown;
    sigma_status status = sigma_account_read(account, &result);

    (void)fuzz_saw_result("sigma_account_read", status, SIGMA_KIND_ACCOUNT_RESULT, &result);
    REQUIRE(status != SIGMA_OK || result.mark == SIGMA_PART_ACCOUNT);
    REQUIRE(fuzz_saw_number("sigma_account_drawdown", sigma_account_drawdown(account, &drawdown),
                            &drawdown) == status);
    REQUIRE(drawdown >= 0.0);
}

static void no_object(const sigma_account *account)
{
    double number;
    sigma_account_result result;

    fuzz_saw_null("sigma_account_init", sigma_account_init(NULL, 0, 1.0));
    fuzz_saw_null("sigma_account_update", sigma_account_update(NULL, 0, 1.0, 1.0, 0.0));
    fuzz_saw_null("sigma_account_flow", sigma_account_flow(NULL, 0, 1.0));
    fuzz_saw_null("sigma_account_drawdown", sigma_account_drawdown(account, NULL));
    fuzz_saw_null("sigma_account_drawdown", sigma_account_drawdown(NULL, &number));
    fuzz_saw_null("sigma_account_read", sigma_account_read(account, NULL));
    fuzz_saw_null("sigma_account_read", sigma_account_read(NULL, &result));
}

void fuzz_account(fuzz_input *in)
{
    sigma_account account;

    start(in, &account);
    while (fuzz_more(in)) {
        bool next = account.time < INT64_C(9000000000000000000) && fuzz_pick(in, 8) != 0;
        int64_t time = next ? account.time + fuzz_pick(in, 3) : fuzz_time(in);
        if (fuzz_pick(in, 3) == 0) {
            flow(in, &account, time);
        } else {
            update(in, &account, time);
        }
        read(&account);
        if (fuzz_rarely(in)) {
            start(in, &account);
        }
    }
    no_object(&account);
}
