/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

static sigma_account started(double balance)
{
    sigma_account account;
    assert_int_equal(sigma_account_init(&account, 100, balance), SIGMA_OK);
    return account;
}

static double drawdown_of(const sigma_account *account)
{
    double drawdown = 9.0;
    assert_int_equal(sigma_account_drawdown(account, &drawdown), SIGMA_OK);
    return drawdown;
}

/* Balance and equity together, as for an account without open positions. */
static void close_at(sigma_account *account, double balance)
{
    assert_int_equal(sigma_account_update(account, account->time + 1, balance, balance, 0.0),
                     SIGMA_OK);
}

static void a_new_account_is_at_its_peak(void **unused)
{
    sigma_account account = started(10000.0);
    sigma_account_result result;
    (void)unused;
    assert_bits(account.peak, 10000.0);
    assert_bits(drawdown_of(&account), 0.0);
    assert_int_equal(sigma_account_read(&account, &result), SIGMA_OK);
    assert_true(result.time == 100 && result.equity == 10000.0 && result.margin == 0.0);
    assert_int_equal(result.mark, SIGMA_PART_ACCOUNT);
}

/* Worked by hand: closed 10,000 11,000 9,900 10,450 12,000. */
static void the_peak_is_the_highest_closed_balance(void **unused)
{
    sigma_account account = started(10000.0);
    (void)unused;
    close_at(&account, 11000.0);
    assert_bits(drawdown_of(&account), 0.0);
    close_at(&account, 9900.0);
    assert_near(drawdown_of(&account), 0.1, 1e-15);
    close_at(&account, 10450.0);
    assert_near(drawdown_of(&account), 0.05, 1e-14);
    close_at(&account, 12000.0);
    assert_bits(drawdown_of(&account), 0.0);
    assert_bits(account.peak, 12000.0);
}

static void floating_profit_moves_no_peak_and_floating_loss_counts(void **unused)
{
    sigma_account account = started(10000.0);
    (void)unused;
    assert_int_equal(sigma_account_update(&account, 101, 15000.0, 10000.0, 500.0), SIGMA_OK);
    assert_bits(account.peak, 10000.0);
    assert_bits(drawdown_of(&account), 0.0);
    assert_int_equal(sigma_account_update(&account, 102, 10000.0, 10000.0, 0.0), SIGMA_OK);
    assert_bits(drawdown_of(&account), 0.0); /* profit given back is no drawdown */
    assert_int_equal(sigma_account_update(&account, 103, 8000.0, 10000.0, 500.0), SIGMA_OK);
    assert_near(drawdown_of(&account), 0.2, 1e-15);
    assert_int_equal(sigma_account_update(&account, 104, -5000.0, 10000.0, 500.0), SIGMA_OK);
    assert_near(drawdown_of(&account), 1.5, 1e-15);
}

/* market-maker-rs, src/risk/drawdown.rs: its equity is a closed balance here. */
static void published_drawdowns_agree(void **unused)
{
    static const struct {
        double balance[5], drawdown[5];
        int32_t count;
    } paths[] = {{{11000}, {0.0}, 1},
                 {{9000}, {0.1}, 1},
                 {{9500, 9000, 8000}, {0.05, 0.1, 0.2}, 3},
                 {{8000, 9000, 10000, 9500, 7500}, {0.2, 0.1, 0.0, 0.05, 0.25}, 5},
                 {{9000, 9500, 10000, 11000}, {0.1, 0.05, 0.0, 0.0}, 4}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(paths); i++) {
        sigma_account account = started(10000.0);
        for (int32_t k = 0; k < paths[i].count; k++) {
            close_at(&account, paths[i].balance[k]);
            assert_close(drawdown_of(&account), paths[i].drawdown[k], 1e-15);
        }
    }
}

/* peak <- peak (balance + F) / balance, by hand: 12,000 x 7,500 / 10,000 = 9,000. */
static void a_cash_flow_is_neither_profit_nor_loss(void **unused)
{
    sigma_account account = started(12000.0);
    (void)unused;
    close_at(&account, 10000.0);
    double before = drawdown_of(&account);
    assert_int_equal(sigma_account_flow(&account, 200, -2500.0), SIGMA_OK);
    assert_true(account.time == 200);
    assert_bits(account.balance, 7500.0);
    assert_bits(account.equity, 7500.0);
    assert_near(account.peak, 9000.0, 1e-15);
    assert_bits(account.deposits, -2500.0);
    assert_near(drawdown_of(&account), before, 1e-15);
    assert_int_equal(sigma_account_flow(&account, 200, 7500.0), SIGMA_OK);
    assert_near(account.peak, 18000.0, 1e-15);
    assert_bits(account.balance, 15000.0);
    assert_bits(account.deposits, 5000.0);
    assert_near(drawdown_of(&account), before, 1e-14);
}

static void many_flows_keep_the_drawdown(void **unused)
{
    uint64_t seed = 14;
    sigma_account account = started(12000.0);
    (void)unused;
    close_at(&account, 9000.0);
    for (int32_t i = 0; i < 1000; i++) {
        double amount = test_decades(&seed, 1e3, 1e6) - account.balance;
        double wanted = 1.0 - account.balance / account.peak;
        assert_int_equal(sigma_account_flow(&account, account.time, amount), SIGMA_OK);
        assert_close(drawdown_of(&account), wanted, 4e-16);
    }
    assert_close(drawdown_of(&account), 0.25, 1e-13);
}

static void assert_update(sigma_account account, sigma_status status, int64_t time, double equity,
                          double balance, double margin)
{
    sigma_account before = account;
    assert_int_equal(sigma_account_update(&account, time, equity, balance, margin), status);
    if (status != SIGMA_OK) {
        assert_same(account, before);
    }
}

static void figures_outside_their_range_change_nothing(void **unused)
{
    const double bad[] = {NOT_A_NUMBER, -NOT_A_NUMBER,         INFINITE,
                          -INFINITE,    nextafter(1e15, 2e15), nextafter(-1e15, -2e15)};
    sigma_account account = started(10000.0);
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        assert_update(account, SIGMA_E_RANGE, 101, bad[i], 1e4, 0.0);
        assert_update(account, SIGMA_E_RANGE, 101, 1e4, bad[i], 0.0);
        assert_update(account, SIGMA_E_RANGE, 101, 1e4, 1e4, bad[i]);
    }
    assert_update(account, SIGMA_E_RANGE, 101, 1e4, 1e4, -1e-300);
    assert_update(account, SIGMA_E_RANGE, INT64_MAX, 1e4, 1e4, 0.0);
    assert_update(account, SIGMA_E_RANGE, INT64_MIN, 1e4, 1e4, 0.0);
    assert_update(account, SIGMA_OK, 101, 1e15, 1e15, 1e15);
    assert_update(account, SIGMA_OK, 101, -1e15, -1e15, 0.0);
}

static void time_never_runs_backwards(void **unused)
{
    sigma_account account = started(10000.0), before = account;
    (void)unused;
    assert_update(account, SIGMA_E_ORDER, 99, 1e4, 1e4, 0.0);
    assert_update(account, SIGMA_OK, 100, 1e4, 1e4, 0.0);
    assert_int_equal(sigma_account_flow(&account, 99, 1.0), SIGMA_E_ORDER);
    assert_same(account, before);
}

static void assert_flow_refused(sigma_account account, double amount)
{
    sigma_account before = account;
    assert_int_equal(sigma_account_flow(&account, 101, amount), SIGMA_E_RANGE);
    assert_same(account, before);
}

static void flows_that_cannot_be_change_nothing(void **unused)
{
    const double bad[] = {NOT_A_NUMBER, -NOT_A_NUMBER, INFINITE, -INFINITE, 1e16,
                          -1e16,        -10000.0,      -10000.1, 1e15};
    sigma_account account = started(10000.0);
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        assert_flow_refused(account, bad[i]);
    }
    close_at(&account, 0.0);
    assert_flow_refused(account, 1000.0);
    close_at(&account, -500.0);
    assert_flow_refused(account, 1000.0);
    account = started(1e-6); /* the peak may not fall below its least */
    assert_flow_refused(account, -5e-7);
    account = started(1e15);
    assert_int_equal(sigma_account_flow(&account, 101, -9.99e14), SIGMA_OK);
}

static void an_account_begins_with_money(void **unused)
{
    const double bad[] = {
        NOT_A_NUMBER,         -NOT_A_NUMBER,        INFINITE, -INFINITE, 0.0, -1.0,
        nextafter(1e-6, 0.0), nextafter(1e15, 2e15)};
    sigma_account account;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        memset(&account, 7, sizeof account);
        assert_int_equal(sigma_account_init(&account, 0, bad[i]), SIGMA_E_RANGE);
        assert_zero(account);
    }
    memset(&account, 7, sizeof account);
    assert_int_equal(sigma_account_init(&account, INT64_MAX, 1.0), SIGMA_E_RANGE);
    assert_zero(account);
    assert_int_equal(sigma_account_init(&account, 0, 1e-6), SIGMA_OK);
    assert_int_equal(sigma_account_init(&account, 0, 1e15), SIGMA_OK);
}

static void every_call_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_account account;
    sigma_account_result result = {.mark = 9};
    double drawdown = 9.0;
    (void)field, (void)context;
    memcpy(&account, damaged, sizeof account);
    assert_int_equal(sigma_account_update(&account, 101, 1e4, 1e4, 0.0), SIGMA_E_STATE);
    assert_int_equal(sigma_account_flow(&account, 101, 1.0), SIGMA_E_STATE);
    assert_int_equal(sigma_account_drawdown(&account, &drawdown), SIGMA_E_STATE);
    assert_int_equal(sigma_account_read(&account, &result), SIGMA_E_STATE);
    assert_zero(drawdown);
    assert_zero(result);
    assert_memory_equal(&account, damaged, sizeof account);
}

static void a_zeroed_foreign_or_damaged_account_is_refused(void **unused)
{
    sigma_account account = started(10000.0), zero = {0};
    sigma_ema ema;
    (void)unused;
    every_call_refuses(&zero, NULL, NULL);
    assert_true(damage_each(SIGMA_KIND_ACCOUNT, &account, every_call_refuses, NULL) > 35);
    assert_int_equal(sigma_ema_init(&ema, 3), SIGMA_OK);
    account.tag = ema.tag;
    every_call_refuses(&account, NULL, NULL);
}

static void null_is_refused(void **unused)
{
    sigma_account account = started(1.0);
    sigma_account_result result = {.mark = 9};
    double drawdown = 9.0;
    (void)unused;
    assert_int_equal(sigma_account_init(NULL, 0, 1.0), SIGMA_E_NULL);
    assert_int_equal(sigma_account_update(NULL, 0, 1.0, 1.0, 0.0), SIGMA_E_NULL);
    assert_int_equal(sigma_account_flow(NULL, 0, 1.0), SIGMA_E_NULL);
    assert_int_equal(sigma_account_drawdown(NULL, &drawdown), SIGMA_E_NULL);
    assert_int_equal(sigma_account_drawdown(&account, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_account_read(NULL, &result), SIGMA_E_NULL);
    assert_int_equal(sigma_account_read(&account, NULL), SIGMA_E_NULL);
    assert_zero(drawdown);
    assert_zero(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_account_is_at_its_peak),
        cmocka_unit_test(the_peak_is_the_highest_closed_balance),
        cmocka_unit_test(floating_profit_moves_no_peak_and_floating_loss_counts),
        cmocka_unit_test(published_drawdowns_agree),
        cmocka_unit_test(a_cash_flow_is_neither_profit_nor_loss),
        cmocka_unit_test(many_flows_keep_the_drawdown),
        cmocka_unit_test(figures_outside_their_range_change_nothing),
        cmocka_unit_test(time_never_runs_backwards),
        cmocka_unit_test(flows_that_cannot_be_change_nothing),
        cmocka_unit_test(an_account_begins_with_money),
        cmocka_unit_test(a_zeroed_foreign_or_damaged_account_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
