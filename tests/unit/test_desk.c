/* SPDX-License-Identifier: MIT */
#include "samples.h"
#include "test.h"

static sigma_desk started(void)
{
    sigma_desk desk;
    assert_int_equal(sigma_desk_init(&desk, sample_now, 10000.0), SIGMA_OK);
    return desk;
}

static sigma_market market_after(int32_t bars)
{
    sample_walk walk = sample_random_walk(80);
    sigma_market_params params = sample_market_params();
    sigma_symbol symbol = sample_symbol();
    sigma_market market;
    symbol.tick_size = 0.01;
    assert_int_equal(sigma_market_init(&market, &params, &symbol), SIGMA_OK);
    for (int32_t i = 0; i < bars; i++) {
        sigma_bar bar = sample_bar(&walk, i);
        assert_true(sigma_market_update(&market, &bar) >= 0);
    }
    return market;
}

/* The desk adds nothing to its parts. */
static void the_parts_are_those_that_stand_alone(void **unused)
{
    sigma_desk desk = started();
    sigma_account account;
    sigma_portfolio portfolio;
    sigma_position position = sample_position(1, 0.2);
    (void)unused;
    assert_int_equal(sigma_account_init(&account, sample_now, 10000.0), SIGMA_OK);
    assert_int_equal(sigma_portfolio_init(&portfolio), SIGMA_OK);
    assert_same(desk.account, account);
    assert_same(desk.portfolio, portfolio);
    assert_int_equal(sigma_desk_account(&desk, sample_now + 1, 9e3, 9.5e3, 10.0), SIGMA_OK);
    assert_int_equal(sigma_account_update(&account, sample_now + 1, 9e3, 9.5e3, 10.0), SIGMA_OK);
    assert_int_equal(sigma_desk_flow(&desk, sample_now + 2, -500.0), SIGMA_OK);
    assert_int_equal(sigma_account_flow(&account, sample_now + 2, -500.0), SIGMA_OK);
    assert_int_equal(sigma_desk_position(&desk, &position), SIGMA_OK);
    assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
    assert_same(desk.account, account);
    assert_same(desk.portfolio, portfolio);
}

static void what_the_parts_refuse_the_desk_refuses(void **unused)
{
    sigma_desk desk = started(), before = desk;
    sigma_position unknown = sample_position(1, 0.0), bad = sample_position(0, 0.1);
    (void)unused;
    assert_int_equal(sigma_desk_account(&desk, sample_now - 1, 1, 1, 0), SIGMA_E_ORDER);
    assert_int_equal(sigma_desk_account(&desk, sample_now, NOT_A_NUMBER, 1, 0), SIGMA_E_RANGE);
    assert_int_equal(sigma_desk_flow(&desk, sample_now - 1, 1.0), SIGMA_E_ORDER);
    assert_int_equal(sigma_desk_flow(&desk, sample_now, -1e5), SIGMA_E_RANGE);
    assert_int_equal(sigma_desk_position(&desk, &unknown), SIGMA_E_RANGE);
    assert_int_equal(sigma_desk_position(&desk, &bad), SIGMA_E_RANGE);
    assert_same(desk, before);
    for (int32_t id = 1; id <= SIGMA_PORTFOLIO_SPACE; id++) {
        sigma_position position = sample_position(id, 0.1);
        assert_int_equal(sigma_desk_position(&desk, &position), SIGMA_OK);
    }
    before = desk;
    bad.id = 65;
    assert_int_equal(sigma_desk_position(&desk, &bad), SIGMA_E_SPACE);
    assert_same(desk, before);
}

static void the_context_holds_every_part(void **unused)
{
    sigma_desk desk = started();
    sigma_market market = market_after(20);
    sigma_proposal proposal = sample_proposal();
    sigma_position position = sample_position(3, 0.4);
    sigma_context context, wanted = {.symbol = market.symbol};
    (void)unused;
    assert_int_equal(sigma_desk_position(&desk, &position), SIGMA_OK);
    assert_int_equal(sigma_market_read(&market, &wanted.market), SIGMA_OK);
    assert_int_equal(sigma_account_read(&desk.account, &wanted.account), SIGMA_OK);
    assert_int_equal(sigma_portfolio_read(&desk.portfolio, SAMPLE_SYMBOL, &wanted.portfolio),
                     SIGMA_OK);
    assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context), SIGMA_OK);
    assert_same(context, wanted);
}

static void a_market_that_warms_up_is_left_out_and_missing(void **unused)
{
    sigma_desk desk = started();
    sigma_market market = market_after(13);
    sigma_proposal proposal = sample_proposal();
    sigma_policy policy = sample_policy();
    sigma_context context;
    sigma_decision decision;
    (void)unused;
    assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context), SIGMA_WARMUP);
    assert_zero(context.market);
    assert_int_equal(context.account.mark, SIGMA_PART_ACCOUNT);
    assert_int_equal(context.portfolio.mark, SIGMA_PART_PORTFOLIO);
    assert_int_equal(context.symbol.id, SAMPLE_SYMBOL);
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &decision), SIGMA_OK);
    assert_true(decision.missing == test_bit(SIGMA_PART_MARKET));
    market = market_after(0);
    assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context), SIGMA_WARMUP);
}

/* Whatever else is broken, the position can be closed. */
static void an_exit_needs_the_portfolio_only(void **unused)
{
    sigma_desk desk = started();
    sigma_market market = market_after(300);
    sigma_policy policy = sample_policy();
    sigma_position position = sample_position(1, 0.3);
    sigma_proposal out = sample_proposal();
    sigma_context context;
    sigma_decision decision;
    (void)unused;
    out.intent = SIGMA_INTENT_REDUCE;
    assert_int_equal(sigma_desk_position(&desk, &position), SIGMA_OK);
    assert_int_equal(sigma_desk_context(&desk, &market, &out, &context), SIGMA_OK);
    market.symbol.spread = NOT_A_NUMBER;
    market.atr.value = NOT_A_NUMBER;
    desk.account.peak = NOT_A_NUMBER;
    assert_int_equal(sigma_desk_context(&desk, &market, &out, &context), SIGMA_WARMUP);
    assert_zero(context.symbol);
    assert_zero(context.market);
    assert_zero(context.account);
    assert_int_equal(sigma_decide(&policy, &context, &out, &decision), SIGMA_OK);
    assert_int_equal(decision.verdict, SIGMA_VERDICT_APPROVE);
    assert_same(decision.lots, position.lots);
    out.intent = SIGMA_INTENT_OPEN;
    assert_int_equal(sigma_desk_context(&desk, &market, &out, &context), SIGMA_E_STATE);
    assert_zero(context);
}

/* The five calls of a bot, over many bars: the log that they leave can be recomputed. */
static void five_calls_a_bar_go_round(void **unused)
{
    sample_walk walk = sample_random_walk(81);
    sigma_desk desk = started();
    sigma_market market = market_after(0);
    sigma_policy policy = sample_policy();
    sigma_audit log, reader;
    sigma_audit_header header;
    char line[SIGMA_AUDIT_SPACE];
    int32_t length, granted = 0;
    (void)unused;
    assert_int_equal(sigma_audit_init(&log, &policy, line, sizeof line, &length), SIGMA_OK);
    assert_int_equal(sigma_audit_open(&reader, line, length, &header), SIGMA_OK);
    for (int32_t i = 0; i < 100; i++) {
        sigma_bar bar = sample_bar(&walk, i);
        sigma_proposal proposal = sample_proposal();
        sigma_context context;
        sigma_decision decision;
        sigma_audit_record record;
        sigma_audit_difference difference;
        int64_t now = bar.time + SAMPLE_HOUR;
        proposal.time = now;
        proposal.entry = bar.close;
        assert_true(sigma_market_update(&market, &bar) >= 0);
        assert_int_equal(sigma_desk_account(&desk, now, 10000.0 + i, 10000.0 + i, 0.0), SIGMA_OK);
        assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context),
                         i < 13 ? SIGMA_WARMUP : SIGMA_OK);
        assert_int_equal(sigma_decide(&policy, &context, &proposal, &decision), SIGMA_OK);
        assert_int_equal(
            sigma_audit_decision(&log, &context, &proposal, &decision, line, sizeof line, &length),
            SIGMA_OK);
        assert_int_equal(
            sigma_audit_verify(&reader, &header.policy, line, length, &record, &difference),
            SIGMA_OK);
        assert_same(record.decision, decision);
        assert_same(reader, log);
        granted += decision.verdict != SIGMA_VERDICT_DENY;
    }
    assert_int_equal(granted, 87);
}

static void every_call_refuses(const sigma_desk *damaged)
{
    sigma_desk desk = *damaged;
    sigma_market market = market_after(20);
    sigma_proposal proposal = sample_proposal();
    sigma_position position = sample_position(1, 0.1);
    sigma_context context;
    memset(&context, 7, sizeof context);
    assert_int_equal(sigma_desk_account(&desk, sample_now, 1, 1, 0), SIGMA_E_STATE);
    assert_int_equal(sigma_desk_flow(&desk, sample_now, 1), SIGMA_E_STATE);
    assert_int_equal(sigma_desk_position(&desk, &position), SIGMA_E_STATE);
    assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context), SIGMA_E_STATE);
    assert_zero(context);
    assert_same(desk, *damaged);
}

static void a_zeroed_foreign_or_damaged_desk_is_refused(void **unused)
{
    sigma_desk desk = started(), zero = {0};
    sigma_market market = market_after(20);
    sigma_proposal proposal = sample_proposal();
    sigma_context context;
    (void)unused;
    every_call_refuses(&zero);
    desk.tag = desk.account.tag;
    every_call_refuses(&desk);
    desk = started();
    desk.reserved = 1;
    every_call_refuses(&desk);
    for (int32_t part = 0; part < 3; part++) { /* of its parts, those that are used */
        desk = started();
        int32_t *tag[] = {&desk.account.tag, &desk.portfolio.tag, &market.tag};
        *tag[part] ^= 1;
        memset(&context, 7, sizeof context);
        assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context), SIGMA_E_STATE);
        assert_zero(context);
        *tag[part] ^= 1;
    }
}

static void a_desk_begins_with_money(void **unused)
{
    const double bad[] = {NOT_A_NUMBER, INFINITE, 0.0, -1.0, 1.1e15};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        sigma_desk desk;
        memset(&desk, 7, sizeof desk);
        assert_int_equal(sigma_desk_init(&desk, 0, bad[i]), SIGMA_E_RANGE);
        assert_zero(desk);
    }
}

static void null_and_symbols_that_cannot_be_are_refused(void **unused)
{
    sigma_desk desk = started();
    sigma_market market = market_after(20);
    sigma_proposal proposal = sample_proposal();
    sigma_position position = sample_position(1, 0.1);
    sigma_context context;
    (void)unused;
    assert_int_equal(sigma_desk_init(NULL, 0, 1.0), SIGMA_E_NULL);
    assert_int_equal(sigma_desk_account(NULL, 0, 1, 1, 0), SIGMA_E_NULL);
    assert_int_equal(sigma_desk_flow(NULL, 0, 1), SIGMA_E_NULL);
    assert_int_equal(sigma_desk_position(NULL, &position), SIGMA_E_NULL);
    assert_int_equal(sigma_desk_position(&desk, NULL), SIGMA_E_NULL);
    memset(&context, 7, sizeof context);
    assert_int_equal(sigma_desk_context(NULL, &market, &proposal, &context), SIGMA_E_NULL);
    assert_zero(context);
    memset(&context, 7, sizeof context);
    assert_int_equal(sigma_desk_context(&desk, NULL, &proposal, &context), SIGMA_E_NULL);
    assert_zero(context);
    memset(&context, 7, sizeof context);
    assert_int_equal(sigma_desk_context(&desk, &market, NULL, &context), SIGMA_E_NULL);
    assert_zero(context);
    assert_int_equal(sigma_desk_context(&desk, &market, &proposal, NULL), SIGMA_E_NULL);
    proposal.symbol = 0;
    memset(&context, 7, sizeof context);
    assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context), SIGMA_E_RANGE);
    assert_zero(context);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_parts_are_those_that_stand_alone),
        cmocka_unit_test(what_the_parts_refuse_the_desk_refuses),
        cmocka_unit_test(the_context_holds_every_part),
        cmocka_unit_test(a_market_that_warms_up_is_left_out_and_missing),
        cmocka_unit_test(an_exit_needs_the_portfolio_only),
        cmocka_unit_test(five_calls_a_bar_go_round),
        cmocka_unit_test(a_zeroed_foreign_or_damaged_desk_is_refused),
        cmocka_unit_test(a_desk_begins_with_money),
        cmocka_unit_test(null_and_symbols_that_cannot_be_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
