/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

static sigma_portfolio with_positions(int32_t count)
{
    sigma_portfolio portfolio;
    assert_int_equal(sigma_portfolio_init(&portfolio), SIGMA_OK);
    for (int32_t id = 1; id <= count; id++) {
        sigma_position position = sample_position(id, 0.1 * id);
        assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
    }
    return portfolio;
}

static sigma_portfolio_result read_of(const sigma_portfolio *portfolio, int32_t symbol)
{
    sigma_portfolio_result result;
    assert_int_equal(sigma_portfolio_read(portfolio, symbol, &result), SIGMA_OK);
    assert_int_equal(result.mark, SIGMA_PART_PORTFOLIO);
    assert_int_equal(result.symbol, symbol);
    return result;
}

static void an_empty_portfolio_has_a_mark_and_no_risk(void **unused)
{
    sigma_portfolio portfolio = with_positions(0);
    sigma_portfolio_result result = read_of(&portfolio, 5), wanted = {0};
    (void)unused;
    wanted.symbol = 5;
    wanted.mark = SIGMA_PART_PORTFOLIO;
    assert_same(result, wanted);
}

static void sums_are_of_all_symbols_for_risk_and_of_one_for_lots(void **unused)
{
    sigma_portfolio portfolio = with_positions(2); /* 0.1 and 0.2 lots long, 30 and 60 at risk */
    sigma_position other = sample_position(3, 0.5), against = sample_position(4, 0.25);
    (void)unused;
    other.symbol = 8;
    against.side = SIGMA_SIDE_SHORT;
    assert_int_equal(sigma_portfolio_update(&portfolio, &other), SIGMA_OK);
    assert_int_equal(sigma_portfolio_update(&portfolio, &against), SIGMA_OK);
    sigma_portfolio_result result = read_of(&portfolio, SAMPLE_SYMBOL);
    assert_near(result.risk, 30.0 + 60.0 + 150.0 + 75.0, 1e-15);
    assert_near(result.long_lots, 0.3, 1e-15);
    assert_bits(result.short_lots, 0.25);
    assert_int_equal(result.positions, 4);
    result = read_of(&portfolio, 8);
    assert_bits(result.long_lots, 0.5);
    assert_bits(result.short_lots, 0.0);
    assert_near(result.risk, 315.0, 1e-15);
}

static void a_known_id_is_replaced_in_its_place(void **unused)
{
    sigma_portfolio portfolio = with_positions(3), wanted = portfolio;
    sigma_position changed = sample_position(2, 0.7);
    (void)unused;
    changed.stop = 1.2;
    wanted.position[1] = changed;
    assert_int_equal(sigma_portfolio_update(&portfolio, &changed), SIGMA_OK);
    assert_same(portfolio, wanted);
}

static void zero_lots_take_a_position_out_and_keep_the_order(void **unused)
{
    (void)unused;
    for (int32_t id = 1; id <= 5; id++) {
        sigma_portfolio portfolio = with_positions(5), wanted = with_positions(0);
        sigma_position closed = sample_position(id, 0.0);
        for (int32_t k = 1; k <= 5; k++) {
            sigma_position open = sample_position(k, 0.1 * k);
            if (k != id) {
                assert_int_equal(sigma_portfolio_update(&wanted, &open), SIGMA_OK);
            }
        }
        assert_int_equal(sigma_portfolio_update(&portfolio, &closed), SIGMA_OK);
        assert_same(portfolio, wanted);
    }
}

static void what_is_not_open_cannot_be_closed(void **unused)
{
    sigma_portfolio portfolio = with_positions(5), before = portfolio;
    sigma_position unknown = sample_position(9, 0.0);
    (void)unused;
    assert_int_equal(sigma_portfolio_update(&portfolio, &unknown), SIGMA_E_RANGE);
    assert_same(portfolio, before);
}

static void a_full_portfolio_takes_changes_but_no_more_positions(void **unused)
{
    sigma_portfolio portfolio = with_positions(SIGMA_PORTFOLIO_SPACE), before = portfolio;
    sigma_position one_more = sample_position(1000, 0.1), known = sample_position(64, 0.3);
    (void)unused;
    assert_int_equal(sigma_portfolio_update(&portfolio, &one_more), SIGMA_E_SPACE);
    assert_same(portfolio, before);
    assert_int_equal(read_of(&portfolio, SAMPLE_SYMBOL).positions, 64);
    assert_int_equal(sigma_portfolio_update(&portfolio, &known), SIGMA_OK);
    one_more.lots = 0.0;
    assert_int_equal(sigma_portfolio_update(&portfolio, &one_more), SIGMA_E_RANGE);
    known.lots = 0.0;
    assert_int_equal(sigma_portfolio_update(&portfolio, &known), SIGMA_OK);
    one_more.lots = 0.1;
    assert_int_equal(sigma_portfolio_update(&portfolio, &one_more), SIGMA_OK);
    assert_int_equal(read_of(&portfolio, SAMPLE_SYMBOL).positions, 64);
}

static void a_position_of_the_portfolio_may_update_it(void **unused)
{
    sigma_portfolio portfolio = with_positions(3), before = portfolio;
    (void)unused;
    assert_int_equal(sigma_portfolio_update(&portfolio, &portfolio.position[1]), SIGMA_OK);
    assert_same(portfolio, before);
}

/* Against a plain list, over many random openings, changes and closings. */
static void random_updates_agree_with_a_list(void **unused)
{
    static double held[200];
    uint64_t seed = 15;
    sigma_portfolio portfolio = with_positions(0);
    int32_t open = 0;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        int32_t id = test_whole(&seed, 1, 99);
        sigma_position position =
            sample_position(id, test_random(&seed) < 0.4 ? 0.0 : test_whole(&seed, 1, 100));
        bool closes = position.lots == 0.0, known = held[id] > 0.0;
        sigma_status wanted = closes && !known                  ? SIGMA_E_RANGE
                              : !closes && !known && open == 64 ? SIGMA_E_SPACE
                                                                : SIGMA_OK;
        assert_int_equal(sigma_portfolio_update(&portfolio, &position), wanted);
        if (wanted == SIGMA_OK) {
            open += !closes - known;
            held[id] = position.lots;
        }
        double sum = 0.0;
        for (int32_t k = 1; k < 100; k++) {
            sum += held[k];
        }
        sigma_portfolio_result result = read_of(&portfolio, SAMPLE_SYMBOL);
        assert_bits(result.long_lots, sum);
        assert_int_equal(result.positions, open);
    }
}

static void refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_portfolio portfolio = with_positions(2), before = portfolio;
    (void)field, (void)context;
    assert_int_equal(sigma_portfolio_update(&portfolio, (const sigma_position *)damaged),
                     SIGMA_E_RANGE);
    assert_same(portfolio, before);
}

static void a_bad_position_changes_nothing(void **unused)
{
    sigma_position good = sample_position(1, 0.1), zero = {0};
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_POSITION, &good, refused, NULL) > 30);
    refused(&zero, NULL, NULL);
}

static void every_call_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_portfolio portfolio;
    sigma_portfolio_result result = {.mark = 9};
    sigma_position position = sample_position(1, 0.1);
    bool inside_position = field && field->offset < (int32_t)offsetof(sigma_portfolio, tag);
    (void)context;
    memcpy(&portfolio, damaged, sizeof portfolio);
    assert_int_equal(sigma_portfolio_read(&portfolio, 1, &result), SIGMA_E_STATE);
    assert_zero(result);
    if (!inside_position) { /* a damaged position can still be replaced by a sound one */
        assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_E_STATE);
    }
    assert_memory_equal(&portfolio, damaged, sizeof portfolio);
}

static void a_zeroed_foreign_or_damaged_portfolio_is_refused(void **unused)
{
    sigma_portfolio portfolio = with_positions(SIGMA_PORTFOLIO_SPACE), zero = {0};
    sigma_account account;
    (void)unused;
    every_call_refuses(&zero, NULL, NULL);
    assert_true(damage_each(SIGMA_KIND_PORTFOLIO, &portfolio, every_call_refuses, NULL) > 1000);
    assert_int_equal(sigma_account_init(&account, 0, 1.0), SIGMA_OK);
    portfolio.tag = account.tag;
    every_call_refuses(&portfolio, NULL, NULL);
}

static void null_and_symbols_that_cannot_be_are_refused(void **unused)
{
    sigma_portfolio portfolio = with_positions(1);
    sigma_portfolio_result result = {.mark = 9};
    sigma_position position = sample_position(1, 0.1);
    (void)unused;
    assert_int_equal(sigma_portfolio_init(NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_portfolio_update(NULL, &position), SIGMA_E_NULL);
    assert_int_equal(sigma_portfolio_update(&portfolio, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_portfolio_read(NULL, 1, &result), SIGMA_E_NULL);
    assert_zero(result);
    assert_int_equal(sigma_portfolio_read(&portfolio, 1, NULL), SIGMA_E_NULL);
    result.mark = 9;
    assert_int_equal(sigma_portfolio_read(&portfolio, 0, &result), SIGMA_E_RANGE);
    assert_zero(result);
    assert_int_equal(sigma_portfolio_read(&portfolio, INT32_MIN, &result), SIGMA_E_RANGE);
    assert_int_equal(sigma_portfolio_read(&portfolio, INT32_MAX, &result), SIGMA_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_portfolio_has_a_mark_and_no_risk),
        cmocka_unit_test(sums_are_of_all_symbols_for_risk_and_of_one_for_lots),
        cmocka_unit_test(a_known_id_is_replaced_in_its_place),
        cmocka_unit_test(zero_lots_take_a_position_out_and_keep_the_order),
        cmocka_unit_test(what_is_not_open_cannot_be_closed),
        cmocka_unit_test(a_full_portfolio_takes_changes_but_no_more_positions),
        cmocka_unit_test(a_position_of_the_portfolio_may_update_it),
        cmocka_unit_test(random_updates_agree_with_a_list),
        cmocka_unit_test(a_bad_position_changes_nothing),
        cmocka_unit_test(a_zeroed_foreign_or_damaged_portfolio_is_refused),
        cmocka_unit_test(null_and_symbols_that_cannot_be_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
