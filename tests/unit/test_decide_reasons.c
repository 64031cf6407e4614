/* SPDX-License-Identifier: MIT */
/* Every reason to refuse, alone and together, and every part that can be missing. */
#include "samples.h"
#include "test.h"

/* Denied for exactly these reasons; every other check that opening asks for passes. */
static void assert_denied(sample_question q, uint64_t refused, uint64_t unasked)
{
    sigma_decision d = sample_decided(&q);
    uint64_t asked = (test_bit(SIGMA_REASON_COUNT) - 1) &
                     ~(test_bit(SIGMA_REASON_HOLDING) | test_bit(SIGMA_REASON_EXPECTATION) |
                       test_bit(SIGMA_REASON_CONFIDENCE));
    asked &= test_bit(SIGMA_REASON_REGIME) - 1;         /* no guard was read */
    if (unasked & test_bit(SIGMA_REASON_MINIMUM_LOT)) { /* not sized at all */
        unasked |= test_bit(SIGMA_REASON_EDGE) | test_bit(SIGMA_REASON_FLOOR) |
                   test_bit(SIGMA_REASON_MARGIN_LEVEL);
    }
    assert_int_equal(d.verdict, SIGMA_VERDICT_DENY);
    assert_bits(d.lots, 0.0);
    assert_true(d.refused == refused);
    assert_true(d.passed == (asked & ~refused & ~unasked));
}

static void each_part_of_the_context_must_speak_of_the_symbol(void **unused)
{
    sample_question market = sample_question_known(), portfolio = sample_question_known(),
                    symbol = sample_question_known(), proposal = sample_question_known();
    (void)unused;
    market.context.market.symbol = 8;
    portfolio.context.portfolio.symbol = 8;
    symbol.context.symbol.id = 8;
    proposal.proposal.symbol = 8;
    assert_denied(market, test_bit(SIGMA_REASON_SAME_SYMBOL), 0);
    assert_denied(portfolio, test_bit(SIGMA_REASON_SAME_SYMBOL), 0);
    assert_denied(symbol, test_bit(SIGMA_REASON_SAME_SYMBOL), 0);
    assert_denied(proposal, test_bit(SIGMA_REASON_SAME_SYMBOL), 0);
}

/* Five bars of an hour old is fresh, a nanosecond more is not; nor is the future. */
static void stale_and_future_data_are_refused(void **unused)
{
    static const int64_t fresh[] = {0, -1, -5 * SAMPLE_HOUR};
    static const int64_t stale[] = {1, SAMPLE_HOUR, -5 * SAMPLE_HOUR - 1, -100000 * SAMPLE_HOUR};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(fresh); i++) {
        sample_question q = sample_question_known();
        q.context.market.time += fresh[i];
        q.context.account.time += fresh[i];
        assert_int_equal(sample_decided(&q).verdict, SIGMA_VERDICT_APPROVE);
    }
    for (int32_t i = 0; i < COUNT_OF(stale); i++) {
        sample_question market = sample_question_known(), account = sample_question_known();
        market.context.market.time += stale[i];
        account.context.account.time += stale[i];
        assert_denied(market, test_bit(SIGMA_REASON_FRESH), 0);
        assert_denied(account, test_bit(SIGMA_REASON_FRESH), 0);
    }
    sample_question far = sample_question_known(); /* the whole range of time apart */
    far.proposal.time = INT64_C(9150000000000000000);
    far.context.market.time = far.context.account.time = INT64_C(-9150000000000000000);
    assert_denied(far, test_bit(SIGMA_REASON_FRESH), 0);
}

static void an_entry_far_from_the_last_price_is_refused(void **unused)
{
    sample_question above = sample_question_known(), below = sample_question_known(),
                    near = sample_question_known();
    (void)unused;
    above.proposal.entry = 1.1 + 3.01 * 0.002;
    below.proposal.entry = 1.1 - 3.01 * 0.002;
    near.proposal.entry = 1.1 + 2.99 * 0.002;
    assert_denied(above, test_bit(SIGMA_REASON_ENTRY), 0);
    assert_denied(below, test_bit(SIGMA_REASON_ENTRY), 0);
    assert_int_equal(sample_decided(&near).verdict, SIGMA_VERDICT_APPROVE);
}

/* Without a stop neither its distance nor the reward can be judged, nor the size. */
static void a_trade_without_a_stop_is_refused(void **unused)
{
    sample_question q = sample_question_known();
    (void)unused;
    q.proposal.stop = 1.2; /* the winning side */
    q.proposal.target = 1.3;
    q.proposal.given = test_bit(SIGMA_GIVEN_STOP) | test_bit(SIGMA_GIVEN_TARGET);
    assert_denied(q,
                  test_bit(SIGMA_REASON_STOP) | test_bit(SIGMA_REASON_STOP_LEVEL) |
                      test_bit(SIGMA_REASON_REWARD),
                  test_bit(SIGMA_REASON_MINIMUM_LOT));
}

static void a_stop_closer_than_the_broker_allows_is_refused(void **unused)
{
    sample_question q = sample_question_known();
    (void)unused;
    q.context.symbol.stop_level = 300.0;
    q.proposal.stop = 1.0971;
    q.proposal.given = test_bit(SIGMA_GIVEN_STOP);
    assert_denied(q, test_bit(SIGMA_REASON_STOP_LEVEL), 0);
}

/* A target on the losing side promises no reward either. */
static void a_target_on_the_wrong_side_is_refused(void **unused)
{
    sample_question q = sample_question_known();
    (void)unused;
    q.proposal.target = 1.09;
    q.proposal.given = test_bit(SIGMA_GIVEN_TARGET);
    assert_denied(q, test_bit(SIGMA_REASON_TARGET) | test_bit(SIGMA_REASON_REWARD), 0);
}

static void too_small_a_reward_is_refused(void **unused)
{
    sample_question q = sample_question_known();
    (void)unused;
    q.proposal.target = 1.1044; /* 44 pips against 30 */
    q.proposal.given = test_bit(SIGMA_GIVEN_TARGET);
    assert_denied(q, test_bit(SIGMA_REASON_REWARD), 0);
    q.proposal.target = 1.1045;
    assert_int_equal(sample_decided(&q).verdict, SIGMA_VERDICT_APPROVE);
}

static void there_must_be_room_for_one_more_position(void **unused)
{
    sample_question q = sample_question_known();
    (void)unused;
    q.context.portfolio.positions = 2;
    assert_int_equal(sample_decided(&q).verdict, SIGMA_VERDICT_APPROVE);
    q.context.portfolio.positions = 3;
    assert_denied(q, test_bit(SIGMA_REASON_POSITIONS), 0);
}

static void there_must_be_equity_to_risk(void **unused)
{
    static const double equities[] = {0.0, -1.0, -1e15, 9.9e-7};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(equities); i++) {
        sample_question q = sample_question_known();
        q.context.account.equity = equities[i];
        assert_denied(q, test_bit(SIGMA_REASON_EQUITY), test_bit(SIGMA_REASON_MINIMUM_LOT));
    }
}

static void own(sample_question *q, double money)
{
    q->context.account.equity = q->context.account.balance = q->context.account.peak = money;
}

static void the_size_must_reach_the_smallest_lot(void **unused)
{
    sample_question q = sample_question_known();
    (void)unused;
    own(&q, 300.0); /* 3 at risk buy exactly 0.01 */
    assert_int_equal(sample_decided(&q).verdict, SIGMA_VERDICT_APPROVE);
    own(&q, 299.9);
    assert_denied(q, test_bit(SIGMA_REASON_MINIMUM_LOT), 0);
}

static void all_checks_that_fail_are_reported_at_once(void **unused)
{
    sample_question q = sample_question_known();
    (void)unused;
    q.context.market.symbol = 8;
    q.context.account.time -= 6 * SAMPLE_HOUR;
    own(&q, 100.0);
    q.context.portfolio.positions = 9;
    q.context.symbol.stop_level = 5000.0;
    q.proposal.entry = 1.2;
    q.proposal.stop = 1.19;
    q.proposal.target = 1.1;
    q.proposal.given = test_bit(SIGMA_GIVEN_STOP) | test_bit(SIGMA_GIVEN_TARGET);
    assert_denied(q,
                  test_bit(SIGMA_REASON_SAME_SYMBOL) | test_bit(SIGMA_REASON_FRESH) |
                      test_bit(SIGMA_REASON_ENTRY) | test_bit(SIGMA_REASON_STOP_LEVEL) |
                      test_bit(SIGMA_REASON_TARGET) | test_bit(SIGMA_REASON_REWARD) |
                      test_bit(SIGMA_REASON_POSITIONS) | test_bit(SIGMA_REASON_MINIMUM_LOT),
                  0);
}

/* Sixteen contexts under sixteen policies: what is needed and absent is named, nothing else. */
static void exactly_the_missing_parts_are_named(void **unused)
{
    const uint64_t always = test_bit(SIGMA_PART_SYMBOL) | test_bit(SIGMA_PART_ACCOUNT);
    (void)unused;
    for (uint64_t policy = 0; policy < 0x20; policy += 2) {
        for (uint64_t read = 0; read < 0x20; read += 2) {
            sample_question q = sample_question_known();
            sigma_context empty = {0};
            q.policy.parts = policy;
            q.proposal.stop = 1.097;
            q.proposal.given = test_bit(SIGMA_GIVEN_STOP);
            if (!(read & test_bit(SIGMA_PART_SYMBOL))) {
                q.context.symbol = empty.symbol;
            }
            if (!(read & test_bit(SIGMA_PART_MARKET))) {
                q.context.market = empty.market;
            }
            if (!(read & test_bit(SIGMA_PART_ACCOUNT))) {
                q.context.account = empty.account;
            }
            if (!(read & test_bit(SIGMA_PART_PORTFOLIO))) {
                q.context.portfolio = empty.portfolio;
            }
            sigma_decision d = sample_decided(&q);
            uint64_t missing = (policy | always) & ~read;
            assert_true(d.missing == missing);
            assert_true(d.verdict == (missing ? SIGMA_VERDICT_DENY : SIGMA_VERDICT_APPROVE));
            assert_true(!missing || (d.refused == 1 << SIGMA_REASON_PARTS && d.passed == 0));
            assert_true(missing || d.passed & 1 << SIGMA_REASON_PARTS);
        }
    }
}

static void a_mark_of_another_part_is_no_mark(void **unused)
{
    static const int32_t wrong[] = {-1, 0, 1, 5, 100, INT32_MIN, INT32_MAX};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(wrong); i++) {
        sample_question market = sample_question_known(), account = sample_question_known(),
                        portfolio = sample_question_known();
        market.context.market.mark = wrong[i];
        account.context.account.mark = wrong[i];
        portfolio.context.portfolio.mark = wrong[i];
        assert_true(sample_decided(&market).missing == test_bit(SIGMA_PART_MARKET));
        assert_true(sample_decided(&account).missing == test_bit(SIGMA_PART_ACCOUNT));
        assert_true(sample_decided(&portfolio).missing == test_bit(SIGMA_PART_PORTFOLIO));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_part_of_the_context_must_speak_of_the_symbol),
        cmocka_unit_test(stale_and_future_data_are_refused),
        cmocka_unit_test(an_entry_far_from_the_last_price_is_refused),
        cmocka_unit_test(a_trade_without_a_stop_is_refused),
        cmocka_unit_test(a_stop_closer_than_the_broker_allows_is_refused),
        cmocka_unit_test(a_target_on_the_wrong_side_is_refused),
        cmocka_unit_test(too_small_a_reward_is_refused),
        cmocka_unit_test(there_must_be_room_for_one_more_position),
        cmocka_unit_test(there_must_be_equity_to_risk),
        cmocka_unit_test(the_size_must_reach_the_smallest_lot),
        cmocka_unit_test(all_checks_that_fail_are_reported_at_once),
        cmocka_unit_test(exactly_the_missing_parts_are_named),
        cmocka_unit_test(a_mark_of_another_part_is_no_mark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
