/* SPDX-License-Identifier: MIT */
/* Orders that reduce or close: never refused by a guard, never more than the position. */
#include "damage.h"
#include "samples.h"
#include "test.h"

/* Long 1.5, short 0.7; all of the long is to be closed. */
static sample_question closing(void)
{
    sample_question q = sample_question_known();
    q.context.portfolio.long_lots = 1.5;
    q.context.portfolio.short_lots = 0.7;
    q.context.portfolio.positions = 64;
    q.proposal.intent = SIGMA_INTENT_REDUCE;
    q.proposal.entry = 0.0;
    return q;
}

static sigma_decision decided(const sample_question *q)
{
    sigma_decision d = sample_decided(q);
    assert_zero(d.stops);
    assert_zero(d.sizing);
    assert_zero(d.warnings);
    return d;
}

static void assert_granted(sample_question q, double lots, int32_t verdict)
{
    const uint64_t asked = test_bit(SIGMA_REASON_PARTS) | test_bit(SIGMA_REASON_SAME_SYMBOL) |
                           test_bit(SIGMA_REASON_HOLDING);
    sigma_decision d = decided(&q);
    assert_int_equal(d.verdict, verdict);
    assert_bits(d.lots, lots);
    assert_true(d.passed == asked && d.refused == 0 && d.missing == 0);
}

static void assert_asked(sample_question q, double lots, double granted, int32_t verdict)
{
    q.proposal.lots = lots;
    q.proposal.given = test_bit(SIGMA_GIVEN_LOTS);
    assert_granted(q, granted, verdict);
}

static void without_lots_the_whole_position_is_closed(void **unused)
{
    sample_question q = closing();
    (void)unused;
    assert_granted(q, 1.5, SIGMA_VERDICT_APPROVE);
    q.proposal.side = SIGMA_SIDE_SHORT;
    assert_granted(q, 0.7, SIGMA_VERDICT_APPROVE);
}

static void a_part_is_closed_in_whole_steps(void **unused)
{
    sample_question q = closing();
    (void)unused;
    assert_asked(q, 0.5, 0.5, SIGMA_VERDICT_APPROVE);
    assert_asked(q, 0.509, 0.5, SIGMA_VERDICT_REDUCE);
    assert_asked(q, 0.001, 0.01, SIGMA_VERDICT_APPROVE); /* no less than the smallest lot */
    assert_asked(q, 0.1 + 0.2, 0.3, SIGMA_VERDICT_APPROVE);
}

/* More than 2^53 of them. */
static void a_part_of_very_many_steps_is_closed(void **unused)
{
    sample_question q = closing();
    (void)unused;
    q.context.portfolio.long_lots = 6e9;
    q.context.symbol.lot_step = q.context.symbol.lot_min = 1e-8;
    q.context.symbol.lot_max = 1e12;
    assert_asked(q, 5e9, 5e9, SIGMA_VERDICT_APPROVE);
    assert_asked(q, 6e9, 6e9, SIGMA_VERDICT_APPROVE);
    q.context.symbol.lot_min = 1e9;
    assert_asked(q, 5e8, 1e9, SIGMA_VERDICT_APPROVE);
}

static void it_never_flips_the_position(void **unused)
{
    sample_question q = closing();
    (void)unused;
    assert_asked(q, 1.5, 1.5, SIGMA_VERDICT_APPROVE);
    assert_asked(q, 2.0, 1.5, SIGMA_VERDICT_REDUCE);
    assert_asked(q, 1e12, 1.5, SIGMA_VERDICT_REDUCE);
    q.context.symbol.lot_min = 0.1 + 0.2; /* is 0.3 but for rounding */
    assert_asked(q, 0.1, 0.3, SIGMA_VERDICT_APPROVE);
    q.context.symbol.lot_min = 2.0; /* even where no order can be so small */
    assert_asked(q, 0.1, 1.5, SIGMA_VERDICT_APPROVE);
}

static void no_rest_below_the_smallest_lot_is_left(void **unused)
{
    sample_question q = closing();
    (void)unused;
    q.context.symbol.lot_min = 0.1;
    assert_asked(q, 1.45, 1.5, SIGMA_VERDICT_APPROVE); /* 0.05 would be stranded */
    assert_asked(q, 1.4, 1.4, SIGMA_VERDICT_APPROVE);
    q.context.portfolio.long_lots = 0.3; /* 0.3 - 0.2 is 0.09999999999999998 */
    q.context.symbol.lot_step = 0.1;
    assert_asked(q, 0.2, 0.2, SIGMA_VERDICT_APPROVE);
    assert_asked(q, 0.1, 0.1, SIGMA_VERDICT_APPROVE);
    assert_asked(q, 0.25, 0.2, SIGMA_VERDICT_REDUCE);
}

static void a_sum_of_positions_is_brought_to_the_step(void **unused)
{
    sample_question q = closing();
    (void)unused;
    q.context.portfolio.long_lots = 0.1 + 0.2; /* 0.30000000000000004 */
    assert_granted(q, 0.3, SIGMA_VERDICT_APPROVE);
    assert_asked(q, 0.3, 0.3, SIGMA_VERDICT_APPROVE);
    assert_asked(q, 0.1 + 0.2, 0.3, SIGMA_VERDICT_APPROVE);
    q.context.portfolio.long_lots = 0.305; /* truly off the step: all of it */
    assert_granted(q, 0.305, SIGMA_VERDICT_APPROVE);
    assert_asked(q, 0.3, 0.305, SIGMA_VERDICT_APPROVE);
    q.context.symbol.lot_step = 1e-12; /* more steps than can be counted */
    q.context.portfolio.long_lots = 1e5;
    assert_granted(q, 1e5, SIGMA_VERDICT_APPROVE);
}

static void one_order_has_no_more_lots_than_any_order(void **unused)
{
    sample_question q = closing();
    (void)unused;
    q.context.portfolio.long_lots = 5e13;
    assert_granted(q, 1e12, SIGMA_VERDICT_APPROVE);
}

static void without_facts_of_the_symbol_the_lots_are_taken_as_they_are(void **unused)
{
    sample_question other = closing(), none = closing(), broken = closing();
    (void)unused;
    other.context.symbol.id = 8;
    none.context.symbol = (sigma_symbol){0};
    broken.context.symbol.lot_step = 0.0;
    assert_asked(other, 0.5091, 0.5091, SIGMA_VERDICT_APPROVE);
    assert_asked(none, 0.5091, 0.5091, SIGMA_VERDICT_APPROVE);
    assert_asked(broken, 0.5091, 0.5091, SIGMA_VERDICT_APPROVE);
    assert_asked(none, 9.0, 1.5, SIGMA_VERDICT_REDUCE);
    none.context.portfolio.long_lots = 0.1 + 0.2;
    assert_granted(none, 0.1 + 0.2, SIGMA_VERDICT_APPROVE);
}

static void granted_still(const void *damaged, const sigma_field *field, void *context)
{
    sample_question q = *(const sample_question *)context;
    int32_t portfolio = offsetof(sigma_context, portfolio);
    memcpy(&q.context, damaged, sizeof q.context);
    if (field->offset < portfolio) {
        assert_granted(q, 1.5, SIGMA_VERDICT_APPROVE);
    }
}

static void policy_ignored(const void *damaged, const sigma_field *field, void *context)
{
    sample_question q = *(const sample_question *)context;
    (void)field;
    memcpy(&q.policy, damaged, sizeof q.policy);
    assert_granted(q, 1.5, SIGMA_VERDICT_APPROVE);
}

static void everything_else_may_be_broken(void **unused)
{
    sample_question q = closing();
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_CONTEXT, &q.context, granted_still, &q) > 150);
    assert_true(damage_each(SIGMA_KIND_POLICY, &q.policy, policy_ignored, &q) > 50);
    memset(&q.policy, 0xff, sizeof q.policy); /* NaN everywhere */
    memset(&q.context.market, 0xff, sizeof q.context.market);
    memset(&q.context.account, 0xff, sizeof q.context.account);
    memset(&q.context.symbol, 0xff, sizeof q.context.symbol);
    assert_granted(q, 1.5, SIGMA_VERDICT_APPROVE);
    q.policy = (sigma_policy){0};
    q.proposal.time = INT64_C(-9150000000000000000); /* long before any data */
    assert_granted(q, 1.5, SIGMA_VERDICT_APPROVE);
}

static void there_must_be_a_position_on_that_side(void **unused)
{
    sample_question q = closing();
    (void)unused;
    q.context.portfolio.long_lots = 0.0;
    sigma_decision d = decided(&q);
    assert_int_equal(d.verdict, SIGMA_VERDICT_DENY);
    assert_true(d.refused == test_bit(SIGMA_REASON_HOLDING));
    assert_true(d.passed == (test_bit(SIGMA_REASON_PARTS) | test_bit(SIGMA_REASON_SAME_SYMBOL)));
    assert_bits(d.lots, 0.0);
}

static void the_portfolio_must_be_that_of_the_symbol(void **unused)
{
    sample_question q = closing();
    (void)unused;
    q.context.portfolio.symbol = 8;
    sigma_decision d = decided(&q);
    assert_int_equal(d.verdict, SIGMA_VERDICT_DENY);
    assert_true(d.refused == test_bit(SIGMA_REASON_SAME_SYMBOL));
    q.context.portfolio = (sigma_portfolio_result){0};
    d = decided(&q);
    assert_true(d.refused == test_bit(SIGMA_REASON_PARTS));
    assert_true(d.missing == test_bit(SIGMA_PART_PORTFOLIO));
    assert_true(d.passed == 0 && d.lots == 0.0);
}

/* Over random positions, steps and wishes. */
static void what_is_granted_leaves_nothing_or_enough(void **unused)
{
    uint64_t seed = 60;
    (void)unused;
    for (int32_t i = 0; i < 50000; i++) {
        sample_question q = closing();
        sigma_symbol symbol = sample_random_symbol(&seed);
        double step = symbol.lot_step, held = 0.0, least;
        assert_int_equal(sigma_symbol_floor(&symbol, step * test_whole(&seed, 1, 5), &least),
                         SIGMA_OK);
        symbol.lot_min = least;
        symbol.id = SAMPLE_SYMBOL;
        q.context.symbol = symbol;
        for (int32_t k = test_whole(&seed, 1, 5); k > 0; k--) {
            held += step * test_whole(&seed, 1, 500);
        }
        q.context.portfolio.long_lots = held;
        q.proposal.lots = step * test_decades(&seed, 0.01, 3000.0);
        q.proposal.given = test_bit(SIGMA_GIVEN_LOTS);
        sigma_decision d = decided(&q);
        double rest = held - d.lots, slack = 1e-12 * held, again;
        assert_true(d.lots > 0.0 && d.lots <= held + slack);
        assert_true(fabs(rest) <= slack || rest >= least - slack);
        assert_int_equal(sigma_symbol_floor(&symbol, d.lots, &again), SIGMA_OK);
        assert_bits(again, d.lots);
        assert_true(fabs(rest) <= slack || d.lots <= fmax(q.proposal.lots, least) + slack);
        assert_true((d.verdict == SIGMA_VERDICT_REDUCE) ==
                    (d.lots < q.proposal.lots * (1.0 - 1e-12)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_lots_the_whole_position_is_closed),
        cmocka_unit_test(a_part_is_closed_in_whole_steps),
        cmocka_unit_test(a_part_of_very_many_steps_is_closed),
        cmocka_unit_test(it_never_flips_the_position),
        cmocka_unit_test(no_rest_below_the_smallest_lot_is_left),
        cmocka_unit_test(a_sum_of_positions_is_brought_to_the_step),
        cmocka_unit_test(one_order_has_no_more_lots_than_any_order),
        cmocka_unit_test(without_facts_of_the_symbol_the_lots_are_taken_as_they_are),
        cmocka_unit_test(everything_else_may_be_broken),
        cmocka_unit_test(there_must_be_a_position_on_that_side),
        cmocka_unit_test(the_portfolio_must_be_that_of_the_symbol),
        cmocka_unit_test(what_is_granted_leaves_nothing_or_enough),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
