/* SPDX-License-Identifier: MIT */
/* What holds for every decision, over random policies, contexts and proposals. */
#include "samples.h"
#include "test.h"

enum { QUESTIONS = 40000 };

typedef struct question {
    sigma_policy policy;
    sigma_context context;
    sigma_proposal proposal;
    sigma_decision decision;
} question;

static question random_question(uint64_t *seed)
{
    question q = {.policy = sample_random_policy(seed)};
    sample_random_question(seed, &q.context, &q.proposal);
    assert_int_equal(sigma_decide(&q.policy, &q.context, &q.proposal, &q.decision), SIGMA_OK);
    return q;
}

static void granted_means_that_nothing_refused(void **unused)
{
    uint64_t seed = 70;
    int32_t granted = 0;
    (void)unused;
    for (int32_t i = 0; i < QUESTIONS; i++) {
        question q = random_question(&seed);
        const sigma_decision *d = &q.decision;
        assert_true((d->passed & d->refused) == 0);
        assert_true((d->verdict != SIGMA_VERDICT_DENY) == (d->refused == 0));
        assert_true((d->verdict != SIGMA_VERDICT_DENY) == (d->lots > 0.0));
        assert_true((d->missing != 0) == (d->refused == test_bit(SIGMA_REASON_PARTS)));
        granted += d->verdict != SIGMA_VERDICT_DENY;
    }
    assert_in_range(granted, QUESTIONS / 4, QUESTIONS);
}

static void a_granted_size_is_that_of_the_waterfall(void **unused)
{
    uint64_t seed = 71;
    (void)unused;
    for (int32_t i = 0; i < QUESTIONS; i++) {
        question q = random_question(&seed);
        const sigma_decision *d = &q.decision;
        if (d->verdict != SIGMA_VERDICT_DENY && q.proposal.intent == SIGMA_INTENT_OPEN) {
            double budget = q.context.account.equity * q.policy.sizing.risk_fraction;
            assert_bits(d->lots, d->sizing.lots);
            assert_true(d->sizing.risk <= budget * (1.0 + 1e-12));
            assert_true(d->requested == 0.0 || d->lots <= d->requested * (1.0 + 1e-12));
            assert_true(d->verdict != SIGMA_VERDICT_APPROVE || d->requested == 0.0 ||
                        d->lots >= d->requested * (1.0 - 1e-12));
        }
    }
}

static void the_same_question_has_the_same_answer(void **unused)
{
    uint64_t seed = 72;
    (void)unused;
    for (int32_t i = 0; i < QUESTIONS; i++) {
        question q = random_question(&seed), copy = q;
        sigma_decision again;
        memset(&again, 7, sizeof again);
        assert_int_equal(sigma_decide(&q.policy, &q.context, &q.proposal, &again), SIGMA_OK);
        assert_same(again, q.decision);
        assert_same(q, copy); /* and the question is left alone */
    }
}

static void every_decision_is_in_its_range(void **unused)
{
    uint64_t seed = 73;
    (void)unused;
    for (int32_t i = 0; i < QUESTIONS; i++) {
        question q = random_question(&seed);
        sigma_field offender;
        assert_int_equal(sigma_layout_check(SIGMA_KIND_DECISION, &q.decision, &offender), SIGMA_OK);
    }
}

/* A value in the range of a field and far from the one it has. */
static void change(char *object, const sigma_field *field, int32_t attempt)
{
    char *at = object + field->offset;
    double share = 0.1 * attempt;
    if (field->type == SIGMA_TYPE_F64) {
        double value;
        memcpy(&value, at, 8);
        value = attempt == 0 ? field->minimum : value * 4.0 * share + (attempt > 8 ? 2000.0 : 0.0);
        value = fmin(fmax(value, field->minimum), field->maximum);
        memcpy(at, &value, 8);
    } else if (field->type == SIGMA_TYPE_I64 || field->type == SIGMA_TYPE_TIME) {
        int64_t value;
        memcpy(&value, at, 8);
        value = attempt == 0 ? 1 : value - attempt * SAMPLE_HOUR / 2;
        value = (double)value < field->minimum ? 1 : value;
        memcpy(at, &value, 8);
    } else {
        int32_t value = (int32_t)fmin(field->minimum + attempt, field->maximum);
        memcpy(at, &value, 4);
    }
}

/* What a base question is about: opening and closing either side by some mode, with data of some
 * hours ago, near every limit, for a firm that counts open profit. */
enum { BASES = 9 };

static question base(int32_t i)
{
    static const int32_t modes[] = {SIGMA_MODE_FRACTION,  SIGMA_MODE_FRACTION, SIGMA_MODE_SCEPTICAL,
                                    SIGMA_MODE_CONFIDENT, SIGMA_MODE_DRAWDOWN, SIGMA_MODE_PUBLISHED,
                                    SIGMA_MODE_SCEPTICAL, SIGMA_MODE_FRACTION, SIGMA_MODE_FRACTION};
    question q = {
        .policy = sample_policy(), .context = sample_guarded(), .proposal = sample_proposal()};
    q.policy.sizing.mode = modes[i];
    q.policy.sizing.basis = i == 5 ? SIGMA_BASIS_CVAR : SIGMA_BASIS_STOP;
    q.context.portfolio.long_lots = q.context.portfolio.short_lots = 1.0;
    q.context.portfolio.risk = 250.0;
    q.context.account.margin = 6000.0;
    q.context.account.time -= 4 * SAMPLE_HOUR;
    q.context.market.time -= 4 * SAMPLE_HOUR;
    q.context.symbol.spread = q.context.symbol.slippage = q.context.symbol.commission = 1.0;
    q.context.edge = (sigma_edge){.mean = i == 6 ? -0.3 : 0.3,
                                  .error = 0.2,
                                  .win_rate = 0.5,
                                  .payoff = 1.5,
                                  .kelly = 0.02,
                                  .lower = 0.01,
                                  .limited = 0.01,
                                  .tail = 1.3,
                                  .recent_win_rate = 0.5,
                                  .trades = i == 5 ? 120 : 20,
                                  .recent_trades = 10,
                                  .mark = SIGMA_PART_EDGE};
    q.context.regime.time -= 2 * SAMPLE_HOUR;
    q.context.prop.locked = i < 2 ? 0.0 : 10.0;
    q.context.prop.swing = 300.0;
    q.proposal.confidence = 0.6;
    q.proposal.given = test_bit(SIGMA_GIVEN_CONFIDENCE);
    q.proposal.intent = i < 7 ? SIGMA_INTENT_OPEN : SIGMA_INTENT_REDUCE;
    q.proposal.side = i % 2 ? SIGMA_SIDE_SHORT : SIGMA_SIDE_LONG;
    q.context.heat.side = q.proposal.side;
    assert_int_equal(sigma_decide(&q.policy, &q.context, &q.proposal, &q.decision), SIGMA_OK);
    return q;
}

static bool matters(const sigma_field *field, int32_t part)
{
    for (int32_t i = 0; i < BASES; i++) {
        for (int32_t attempt = 0; attempt < 11; attempt++) {
            question q = base(i);
            sigma_decision other;
            change((char *)&q.context + part, field, attempt);
            if (sigma_decide(&q.policy, &q.context, &q.proposal, &other) != SIGMA_OK ||
                memcmp(&other, &q.decision, sizeof other) != 0) {
                return true;
            }
        }
    }
    return false;
}

static bool fields_matter(const sigma_field *part)
{
    bool all = true;
    int32_t size, count;
    assert_int_equal(sigma_layout_size(part->detail, &size, &count), SIGMA_OK);
    for (int32_t i = 0; i < count; i++) {
        sigma_field field;
        assert_int_equal(sigma_layout_field(part->detail, i, &field), SIGMA_OK);
        bool fixed = field.minimum >= field.maximum && field.type != SIGMA_TYPE_BITS;
        if (!fixed && !matters(&field, part->offset)) {
            print_error("%s.%s has no say\n", part->name, field.name);
            all = false;
        }
    }
    return all;
}

/* The context holds nothing that no decision looks at: a log is not made longer than it must. */
static void every_field_of_the_context_has_a_say(void **unused)
{
    int32_t size, count;
    bool all = true;
    (void)unused;
    assert_int_equal(sigma_layout_size(SIGMA_KIND_CONTEXT, &size, &count), SIGMA_OK);
    for (int32_t i = 0; i < count; i++) {
        sigma_field part;
        assert_int_equal(sigma_layout_field(SIGMA_KIND_CONTEXT, i, &part), SIGMA_OK);
        all &= fields_matter(&part);
    }
    assert_true(all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(granted_means_that_nothing_refused),
        cmocka_unit_test(a_granted_size_is_that_of_the_waterfall),
        cmocka_unit_test(the_same_question_has_the_same_answer),
        cmocka_unit_test(every_decision_is_in_its_range),
        cmocka_unit_test(every_field_of_the_context_has_a_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
