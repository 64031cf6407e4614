/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

enum { VOTERS = 3, KINDS = 8 };
enum { APPROVE = SIGMA_ANSWER_APPROVE, REJECT = SIGMA_ANSWER_REJECT };
enum { REDUCE = SIGMA_ANSWER_REDUCE, ABSENT = SIGMA_ANSWER_ABSENT };

static sigma_votes_params usual(void)
{
    sigma_votes_params params;
    assert_int_equal(sigma_votes_defaults(&params), SIGMA_OK);
    return params;
}

static sigma_votes_result counted(double score, const sigma_vote *votes, int32_t count)
{
    sigma_votes_params params = usual();
    sigma_votes_result r = {.verdict = 9};
    assert_int_equal(sigma_votes_evaluate(&params, score, votes, count, &r), SIGMA_OK);
    return r;
}

/* A vote of each kind: four answers, each sure or not. */
static sigma_vote vote_of(int32_t kind, int32_t voter)
{
    return (sigma_vote){.confidence = kind % 2 ? 0.81 : 0.8,
                        .source = 0x80000000u + (uint32_t)voter,
                        .answer = 1 + kind / 2};
}

/* The rules as sets of answers that were seen, which is another way to say the header's. */
static int32_t expected(const int32_t *kinds, int32_t count)
{
    uint32_t seen = 0;
    for (int32_t i = 0; i < count; i++) {
        seen |= 1u << kinds[i];
    }
    const uint32_t sure = 1u << 1, reject = 3u << 2, absent = 3u << 6;
    if ((seen & ~absent) == 0) {
        return SIGMA_CONSENSUS_NONE;
    }
    if (seen & reject) {
        return SIGMA_CONSENSUS_REJECTED;
    }
    return seen == sure ? SIGMA_CONSENSUS_FULL : SIGMA_CONSENSUS_PART;
}

static void check_votes(const int32_t *kinds, int32_t count, double score)
{
    static const double factors[] = {0.0, 1.0, 1.0, 1.0, 0.5, 0.0};
    static const int32_t verdicts[] = {SIGMA_VERDICT_DENY,    SIGMA_VERDICT_APPROVE,
                                       SIGMA_VERDICT_APPROVE, SIGMA_VERDICT_APPROVE,
                                       SIGMA_VERDICT_REDUCE,  SIGMA_VERDICT_DENY};
    sigma_vote votes[VOTERS] = {{0.0, 0, 0}};
    int32_t answers[5] = {0};
    double sum = 0.0;

    for (int32_t i = 0; i < count; i++) {
        votes[i] = vote_of(kinds[i], i);
        answers[votes[i].answer]++;
        sum += votes[i].answer == ABSENT ? 0.0 : votes[i].confidence;
    }
    bool asked = score >= 6.0;
    int32_t consensus = asked ? expected(kinds, count) : SIGMA_CONSENSUS_BELOW;
    sigma_votes_result r = counted(score, votes, count);
    assert_int_equal(r.consensus, consensus);
    assert_bits(r.factor, factors[consensus]);
    assert_int_equal(r.verdict, verdicts[consensus]);
    assert_int_equal(r.approvals, asked ? answers[APPROVE] : 0);
    assert_int_equal(r.rejections, asked ? answers[REJECT] : 0);
    assert_int_equal(r.reductions, asked ? answers[REDUCE] : 0);
    assert_int_equal(r.absences, asked ? answers[ABSENT] : 0);
    int32_t present = count - answers[ABSENT];
    assert_close(r.confidence, asked && present > 0 ? sum / present : 0.0, 1e-15);
}

/* Every answer of no, one, two and three voters, sure and unsure: 585 rows, at three scores. */
static void the_whole_truth_table(void **unused)
{
    static const double scores[] = {0.0, 5.999, 6.0, 10.0};
    int32_t rows = 0;
    (void)unused;
    for (int32_t count = 0; count <= VOTERS; count++) {
        int32_t all = 1;
        for (int32_t i = 0; i < count; i++) {
            all *= KINDS;
        }
        for (int32_t row = 0; row < all; row++) {
            int32_t kinds[VOTERS] = {row % KINDS, row / KINDS % KINDS, row / KINDS / KINDS};
            for (int32_t i = 0; i < COUNT_OF(scores); i++) {
                check_votes(kinds, count, scores[i]);
            }
            rows++;
        }
    }
    assert_int_equal(rows, 1 + 8 + 64 + 512);
}

/* Rows of the table that the rules' text names. */
static void rows_in_words(void **unused)
{
    const sigma_vote sure = {0.9, 1, APPROVE}, unsure = {0.8, 2, APPROVE};
    const sigma_vote reject = {0.1, 3, REJECT}, absent = {0.0, 4, ABSENT};
    const sigma_vote two[] = {sure, sure}, doubt[] = {sure, unsure}, against[] = {sure, reject};
    const sigma_vote lonely[] = {sure, absent}, nobody[] = {absent, absent};
    (void)unused;
    assert_bits(counted(7.0, two, 2).factor, 1.0);
    assert_bits(counted(7.0, doubt, 2).factor, 0.5);
    assert_bits(counted(7.0, against, 2).factor, 0.0);
    assert_bits(counted(7.0, lonely, 2).factor, 0.5);
    assert_int_equal(counted(7.0, nobody, 2).consensus, SIGMA_CONSENSUS_NONE);
    assert_int_equal(counted(3.0, against, 2).consensus, SIGMA_CONSENSUS_BELOW);
}

/* The order of the votes, and more voters that approve surely, change nothing. */
static void many_voters_in_any_order(void **unused)
{
    uint64_t seed = 87;
    (void)unused;
    for (int32_t i = 0; i < 500; i++) {
        sigma_vote votes[64];
        int32_t count = test_whole(&seed, 1, 64);
        for (int32_t k = 0; k < count; k++) {
            votes[k] = vote_of(test_whole(&seed, 0, i % 2 ? 7 : 1), k);
            votes[k].confidence = test_between(&seed, 0.7, 1.0);
        }
        sigma_votes_result one = counted(8.0, votes, count);
        for (int32_t k = 0; k < count / 2; k++) {
            sigma_vote other = votes[k];
            votes[k] = votes[count - 1 - k];
            votes[count - 1 - k] = other;
        }
        sigma_votes_result two = counted(8.0, votes, count);
        assert_close(two.confidence, one.confidence, 1e-14);
        two.confidence = one.confidence;
        assert_same(two, one);
    }
}

static void a_part_of_nothing_denies(void **unused)
{
    sigma_votes_params params = usual();
    sigma_vote vote = {0.9, 1, REDUCE};
    sigma_votes_result r;
    (void)unused;
    params.part = 0.0;
    assert_int_equal(sigma_votes_evaluate(&params, 7.0, &vote, 1, &r), SIGMA_OK);
    assert_int_equal(r.verdict, SIGMA_VERDICT_DENY);
    assert_int_equal(r.consensus, SIGMA_CONSENSUS_PART);
}

static void refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_votes_params params = usual();
    sigma_vote votes[2] = {{0.9, 1, APPROVE}, {0.9, 2, APPROVE}};
    sigma_votes_result r = {.verdict = 9};
    const void *one = context ? damaged : &params;
    (void)field;
    if (!context) {
        votes[field && field->offset == 0 ? 0 : 1] = *(const sigma_vote *)damaged;
    }
    assert_int_equal(sigma_votes_evaluate((const sigma_votes_params *)one, 7.0, votes, 2, &r),
                     SIGMA_E_RANGE);
    assert_zero(r);
}

static void what_is_out_of_range_is_refused(void **unused)
{
    sigma_votes_params params = usual();
    sigma_vote vote = {0.9, 1, APPROVE}, zero = {0.0, 0, 0};
    sigma_votes_result r;
    static const double bad[] = {-1e-9, 10.1, (double)INFINITY, (double)NAN};
    (void)unused;
    assert_int_equal(damage_each(SIGMA_KIND_VOTES_PARAMS, &params, refused, &params), 18);
    assert_true(damage_each(SIGMA_KIND_VOTE, &vote, refused, NULL) > 8);
    refused(&zero, NULL, NULL);
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        assert_int_equal(sigma_votes_evaluate(&params, bad[i], &vote, 1, &r), SIGMA_E_RANGE);
    }
    assert_int_equal(sigma_votes_evaluate(&params, 7.0, &vote, -1, &r), SIGMA_E_RANGE);
    assert_zero(r);
}

/* ---- external scores */

static sigma_external_result judged(const sigma_external *external, int32_t side)
{
    sigma_external_params params;
    sigma_external_result r = {.verdict = 9};
    assert_int_equal(sigma_external_defaults(&params), SIGMA_OK);
    assert_int_equal(sigma_external_evaluate(&params, external, side, &r), SIGMA_OK);
    return r;
}

static void market_scores_scale_the_risk(void **unused)
{
    static const double scores[][2] = {{0.0, 0.5},   {20.0, 0.5}, {25.0, 0.5}, {30.0, 0.6},
                                       {49.0, 0.98}, {50.0, 1.0}, {100.0, 1.0}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(scores); i++) {
        sigma_external e = {.score = scores[i][0], .given = test_bit(SIGMA_EXTERNAL_SCORE)};
        sigma_external_result r = judged(&e, SIGMA_SIDE_LONG);
        assert_near(r.factor, scores[i][1], 1e-15);
        assert_int_equal(r.verdict, r.factor < 1.0 ? SIGMA_VERDICT_REDUCE : SIGMA_VERDICT_APPROVE);
    }
}

/* What is not given is not zero. */
static void absent_scores_say_nothing(void **unused)
{
    sigma_external e = {0};
    (void)unused;
    for (int32_t side = 1; side <= 2; side++) {
        sigma_external_result r = judged(&e, side);
        assert_bits(r.factor, 1.0);
        assert_int_equal(r.verdict, SIGMA_VERDICT_APPROVE);
        e = (sigma_external){.fundamental = side == 1 ? -6.0 : 6.0};
        assert_int_equal(judged(&e, side).verdict, SIGMA_VERDICT_APPROVE);
    }
}

static void doubt_and_fundamentals_refuse(void **unused)
{
    static const struct {
        double confidence, fundamental;
        int32_t side;
        uint64_t refused;
    } cases[] = {
        {0.4, 0.0, 1, 0},
        {0.39, 0.0, 1, 1 << SIGMA_EXTERNAL_CONFIDENCE},
        {0.9, -2.9, 1, 0},
        {0.9, -3.0, 1, 1 << SIGMA_EXTERNAL_FUNDAMENTAL},
        {0.9, 6.0, 1, 0},
        {0.9, 3.0, 2, 1 << SIGMA_EXTERNAL_FUNDAMENTAL},
        {0.9, -6.0, 2, 0},
        {0.0, -6.0, 1, 1 << SIGMA_EXTERNAL_FUNDAMENTAL | 1 << SIGMA_EXTERNAL_CONFIDENCE},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_external e = {80.0, cases[i].confidence, cases[i].fundamental, 7};
        sigma_external_result r = judged(&e, cases[i].side);
        assert_true(r.refused == cases[i].refused);
        assert_bits(r.factor, cases[i].refused ? 0.0 : 1.0);
        assert_int_equal(r.verdict, cases[i].refused ? SIGMA_VERDICT_DENY : SIGMA_VERDICT_APPROVE);
    }
}

static void a_factor_of_zero_denies(void **unused)
{
    sigma_external_params params;
    sigma_external e = {.given = 1};
    sigma_external_result r;
    (void)unused;
    assert_int_equal(sigma_external_defaults(&params), SIGMA_OK);
    params.factor_min = 0.0;
    assert_int_equal(sigma_external_evaluate(&params, &e, 1, &r), SIGMA_OK);
    assert_int_equal(r.verdict, SIGMA_VERDICT_DENY);
}

static void external_refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_external_params params;
    sigma_external external = {.given = 7};
    sigma_external_result r = {.verdict = 9};
    (void)field;
    assert_int_equal(sigma_external_defaults(&params), SIGMA_OK);
    const void *one = context ? damaged : &params, *other = context ? &external : damaged;
    assert_int_equal(sigma_external_evaluate((const sigma_external_params *)one,
                                             (const sigma_external *)other, 1, &r),
                     SIGMA_E_RANGE);
    assert_zero(r);
}

static void external_scores_out_of_range_are_refused(void **unused)
{
    sigma_external_params params;
    sigma_external external = {.given = 7};
    sigma_external_result r;
    (void)unused;
    assert_int_equal(sigma_external_defaults(&params), SIGMA_OK);
    assert_true(damage_each(SIGMA_KIND_EXTERNAL_PARAMS, &params, external_refused, &params) > 20);
    assert_true(damage_each(SIGMA_KIND_EXTERNAL, &external, external_refused, NULL) > 16);
    assert_int_equal(sigma_external_evaluate(&params, &external, 0, &r), SIGMA_E_RANGE);
    assert_int_equal(sigma_external_evaluate(&params, &external, 3, &r), SIGMA_E_RANGE);
}

static void null_is_refused(void **unused)
{
    sigma_votes_params params = usual();
    sigma_vote vote = {0.9, 1, APPROVE};
    sigma_votes_result r;
    sigma_external_params external_params;
    sigma_external external = {.given = 0};
    sigma_external_result e;
    (void)unused;
    assert_int_equal(sigma_votes_defaults(NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_votes_evaluate(NULL, 7.0, &vote, 1, &r), SIGMA_E_NULL);
    assert_zero(r);
    assert_int_equal(sigma_votes_evaluate(&params, 7.0, NULL, 0, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_votes_evaluate(&params, 7.0, &vote, 1, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_external_defaults(NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_external_defaults(&external_params), SIGMA_OK);
    assert_int_equal(sigma_external_evaluate(NULL, &external, 1, &e), SIGMA_E_NULL);
    assert_zero(e);
    assert_int_equal(sigma_external_evaluate(&external_params, NULL, 1, &e), SIGMA_E_NULL);
    assert_int_equal(sigma_external_evaluate(&external_params, &external, 1, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_whole_truth_table),
        cmocka_unit_test(rows_in_words),
        cmocka_unit_test(many_voters_in_any_order),
        cmocka_unit_test(a_part_of_nothing_denies),
        cmocka_unit_test(what_is_out_of_range_is_refused),
        cmocka_unit_test(market_scores_scale_the_risk),
        cmocka_unit_test(absent_scores_say_nothing),
        cmocka_unit_test(doubt_and_fundamentals_refuse),
        cmocka_unit_test(a_factor_of_zero_denies),
        cmocka_unit_test(external_scores_out_of_range_are_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
