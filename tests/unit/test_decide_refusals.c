/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

static sample_question good(void)
{
    sample_question q = sample_question_known();
    q.policy.parts = test_bit(SIGMA_PART_COUNT) - 2;
    q.context = sample_guarded();
    q.context.portfolio.risk = 1.0;
    q.context.portfolio.long_lots = 1.0;
    return q;
}

static void assert_refused(const sample_question *q, sigma_status status)
{
    sigma_decision d;
    memset(&d, 7, sizeof d);
    assert_int_equal(sigma_decide(&q->policy, &q->context, &q->proposal, &d), status);
    assert_zero(d);
}

static void policy_refused(const void *damaged, const sigma_field *field, void *context)
{
    sample_question q = good();
    (void)field, (void)context;
    memcpy(&q.policy, damaged, sizeof q.policy);
    assert_refused(&q, SIGMA_E_RANGE);
}

static void a_policy_out_of_range_is_refused(void **unused)
{
    sample_question q = good();
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_POLICY, &q.policy, policy_refused, NULL) > 50);
    q.policy.parts |= test_bit(SIGMA_PART_UNKNOWN); /* which nobody can read */
    assert_refused(&q, SIGMA_E_RANGE);
    q.policy = (sigma_policy){0};
    assert_refused(&q, SIGMA_E_RANGE);
}

static void proposal_refused(const void *damaged, const sigma_field *field, void *context)
{
    sample_question q = good();
    (void)field, (void)context;
    memcpy(&q.proposal, damaged, sizeof q.proposal);
    assert_refused(&q, SIGMA_E_RANGE);
    if (q.proposal.intent == SIGMA_INTENT_OPEN) {
        q.proposal.intent = SIGMA_INTENT_REDUCE;
        assert_refused(&q, SIGMA_E_RANGE);
    }
}

static void a_proposal_out_of_range_is_refused(void **unused)
{
    sample_question q = good();
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_PROPOSAL, &q.proposal, proposal_refused, NULL) > 45);
    q.proposal.entry = 0.0; /* to open there must be one */
    assert_refused(&q, SIGMA_E_RANGE);
    q.proposal.entry = nextafter(1e-15, 0.0);
    assert_refused(&q, SIGMA_E_RANGE);
    q.proposal.intent = SIGMA_INTENT_REDUCE;
    q.proposal.given = test_bit(SIGMA_GIVEN_LOTS); /* to reduce by nothing is no order */
    assert_refused(&q, SIGMA_E_RANGE);
    q.proposal = (sigma_proposal){0};
    assert_refused(&q, SIGMA_E_RANGE);
}

/* A damaged mark, or no id, is a part that was not read; anything else is out of range. */
static void context_refused(const void *damaged, const sigma_field *field, void *context)
{
    sample_question q = good();
    sigma_decision d;
    (void)context;
    memcpy(&q.context, damaged, sizeof q.context);
    bool id = field->offset == (int32_t)offsetof(sigma_context, symbol.id);
    if (strcmp(field->name, "mark") == 0 || (id && q.context.symbol.id == 0)) {
        assert_int_equal(sigma_decide(&q.policy, &q.context, &q.proposal, &d), SIGMA_OK);
        assert_int_equal(d.verdict, SIGMA_VERDICT_DENY);
        assert_true(d.missing != 0);
    } else {
        assert_refused(&q, SIGMA_E_RANGE);
    }
}

static void a_part_that_was_read_must_be_in_range(void **unused)
{
    sample_question q = good();
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_CONTEXT, &q.context, context_refused, NULL) > 150);
    q.context.symbol.lot_max = q.context.symbol.lot_min / 2.0;
    assert_refused(&q, SIGMA_E_RANGE);
}

static void portfolio_refused(const void *damaged, const sigma_field *field, void *context)
{
    sample_question q = good();
    (void)context;
    memcpy(&q.context.portfolio, damaged, sizeof q.context.portfolio);
    q.proposal.intent = SIGMA_INTENT_REDUCE;
    if (strcmp(field->name, "mark") != 0) {
        assert_refused(&q, SIGMA_E_RANGE);
    }
}

static void to_reduce_the_position_must_be_in_range(void **unused)
{
    sample_question q = good();
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_PORTFOLIO_RESULT, &q.context.portfolio, portfolio_refused,
                            NULL) > 25);
}

/* A part that was not read may hold anything, where the policy does without it. */
static void a_part_that_was_not_read_is_not_looked_at(void **unused)
{
    sample_question q = good();
    sigma_decision d;
    (void)unused;
    q.policy.parts = 0;
    q.proposal.stop = 1.097;
    q.proposal.given = test_bit(SIGMA_GIVEN_STOP);
    memset(&q.context.market, 0xff, sizeof q.context.market);
    memset(&q.context.portfolio, 0xff, sizeof q.context.portfolio);
    assert_int_equal(sigma_decide(&q.policy, &q.context, &q.proposal, &d), SIGMA_OK);
    assert_int_equal(d.verdict, SIGMA_VERDICT_APPROVE);
}

static void a_zeroed_context_denies(void **unused)
{
    sample_question q = good();
    sigma_decision d;
    (void)unused;
    q.context = (sigma_context){0};
    for (int32_t intent = SIGMA_INTENT_OPEN; intent <= SIGMA_INTENT_REDUCE; intent++) {
        q.proposal.intent = intent;
        assert_int_equal(sigma_decide(&q.policy, &q.context, &q.proposal, &d), SIGMA_OK);
        assert_int_equal(d.verdict, SIGMA_VERDICT_DENY);
        assert_bits(d.lots, 0.0);
        assert_true(d.refused == test_bit(SIGMA_REASON_PARTS));
    }
}

static void a_zeroed_decision_denies(void **unused)
{
    sigma_decision d = {0};
    (void)unused;
    assert_int_equal(d.verdict, SIGMA_VERDICT_DENY);
    assert_bits(d.lots, 0.0);
}

static void null_is_refused(void **unused)
{
    sample_question q = good();
    sigma_decision d;
    (void)unused;
    memset(&d, 7, sizeof d);
    assert_int_equal(sigma_decide(NULL, &q.context, &q.proposal, &d), SIGMA_E_NULL);
    assert_zero(d);
    memset(&d, 7, sizeof d);
    assert_int_equal(sigma_decide(&q.policy, NULL, &q.proposal, &d), SIGMA_E_NULL);
    assert_zero(d);
    memset(&d, 7, sizeof d);
    assert_int_equal(sigma_decide(&q.policy, &q.context, NULL, &d), SIGMA_E_NULL);
    assert_zero(d);
    assert_int_equal(sigma_decide(&q.policy, &q.context, &q.proposal, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_policy_out_of_range_is_refused),
        cmocka_unit_test(a_proposal_out_of_range_is_refused),
        cmocka_unit_test(a_part_that_was_read_must_be_in_range),
        cmocka_unit_test(to_reduce_the_position_must_be_in_range),
        cmocka_unit_test(a_part_that_was_not_read_is_not_looked_at),
        cmocka_unit_test(a_zeroed_context_denies),
        cmocka_unit_test(a_zeroed_decision_denies),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
