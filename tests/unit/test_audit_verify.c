/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "lines.h"
#include "samples.h"
#include "test.h"

static void a_whole_log_is_verified_line_by_line(void **unused)
{
    uint64_t seed = 95;
    (void)unused;
    for (int32_t run = 0; run < 30; run++) {
        sigma_policy policy = sample_random_policy(&seed);
        lines_log log = lines_start(&policy);
        lines_reader r = lines_at_start(&log);
        for (int32_t i = 0; i < 100; i++) {
            lines_line line;
            sample_random_question(&seed, &line.context, &line.proposal);
            lines_add(&log, &line);
            assert_int_equal(lines_verify(&r, &log, line.text, line.length), SIGMA_OK);
            assert_same(r.record.context, line.context);
            assert_same(r.record.proposal, line.proposal);
            assert_same(r.record.decision, line.decision);
            assert_zero(r.difference);
            assert_same(r.log, log.log);
        }
    }
}

/* Any one byte of a line, turned into any of some others. */
static void every_single_byte_that_changes_is_found(void **unused)
{
    static const char others[] = "0 159}{\"\\,.-+exz_\x80\xff";
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    lines_line line = lines_known(&log);
    (void)unused;
    for (int32_t i = 0; i < line.length; i++) {
        char kept = line.text[i];
        for (int32_t k = 0; k < (int32_t)sizeof others + 2; k++) {
            char other = k < (int32_t)sizeof others
                             ? others[k]
                             : (char)(kept ^ (k == (int32_t)sizeof others ? 1 : 0x20));
            if (other == kept) {
                continue;
            }
            lines_reader r = lines_at_start(&log);
            sigma_audit before = r.log;
            line.text[i] = other;
            assert_int_equal(lines_verify(&r, &log, line.text, line.length), SIGMA_E_DIFFERENT);
            assert_true(r.difference.cause > SIGMA_CAUSE_UNKNOWN);
            assert_same(r.log, before);
        }
        line.text[i] = kept;
    }
}

/* A byte of the proof itself: everything else is as it was, and the place is told. */
static void a_crc_that_does_not_fit_is_a_difference_in_bytes(void **unused)
{
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    lines_line line = lines_known(&log);
    (void)unused;
    for (int32_t i = line.length - 18; i < line.length; i++) {
        lines_reader r = lines_at_start(&log);
        char kept = line.text[i];
        line.text[i] = kept == '0' ? '1' : '0';
        assert_int_equal(lines_verify(&r, &log, line.text, line.length), SIGMA_E_DIFFERENT);
        assert_int_equal(r.difference.cause, SIGMA_CAUSE_BYTES);
        assert_int_equal(r.difference.position, i);
        line.text[i] = kept;
    }
}

static void a_line_cut_off_anywhere_is_found(void **unused)
{
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    lines_line line = lines_known(&log);
    (void)unused;
    for (int32_t length = -1; length < line.length; length++) {
        lines_reader r = lines_at_start(&log);
        sigma_audit before = r.log;
        assert_int_equal(lines_verify(&r, &log, line.text, length), SIGMA_E_DIFFERENT);
        assert_int_equal(r.difference.cause,
                         length < line.length - 18 ? SIGMA_CAUSE_SHAPE : SIGMA_CAUSE_BYTES);
        assert_in_range(r.difference.position, 0, length < 0 ? 0 : length);
        assert_same(r.log, before);
    }
    line.text[line.length] = ' ';
    lines_assert_different(&log, line.text, line.length + 1, SIGMA_CAUSE_BYTES, "");
}

/* Forgers who mend the CRC are found by the numbers. */
static void a_forged_decision_is_named_by_its_field(void **unused)
{
    static const struct {
        const char *from, *to, *field;
    } forged[] = {
        {"\"decision\":{\"lots\":0.33", "\"decision\":{\"lots\":0.34", "decision.lots"},
        {"\"verdict\":\"approve\"", "\"verdict\":\"reduce\"", "decision.verdict"},
        {"\"stop\":1.097", "\"stop\":1.096", "decision.stops.stop"},
        {"\"risk_after\":[100,100,", "\"risk_after\":[100,99,", "decision.sizing.risk_after[1]"},
        {"\"loss_per_lot\":300", "\"loss_per_lot\":200", "decision.sizing.loss_per_lot"},
        {"1.3636363636363638,0,0,100", "1.3636363636363638,0,0,99", "decision.sizing.cap[17]"},
        {",\"equity\",\"minimum_lot\"", ",\"equity\"", "decision.passed"},
        {"\"verdict\":\"approve\"", "\"warnings\":[\"no_market\"],\"verdict\":\"approve\"",
         "decision.warnings"},
        {"\"equity\":10000", "\"equity\":10001", "decision.sizing.risk_after[0]"},
        {"\"entry\":1.1,", "\"entry\":1.1001,", "decision.stops.stop"},
        {"\"requested\"", "", NULL},
    };
    sigma_policy policy = sample_policy();
    (void)unused;
    for (int32_t i = 0; forged[i].field; i++) {
        lines_log log = lines_start(&policy);
        lines_line line = lines_known(&log);
        lines_forge(line.text, &line.length, forged[i].from, forged[i].to);
        lines_assert_different(&log, line.text, line.length, SIGMA_CAUSE_DECISION, forged[i].field);
    }
}

static void a_forged_input_that_no_decision_accepts_is_found(void **unused)
{
    static const char *const forged[][2] = {
        {"\"tick_size\":0.00001", "\"tick_size\":0"},
        {"\"leverage\":30", "\"leverage\":0.5"},
        {"\"entry\":1.1,", "\"entry\":-1,"},
        {"\"asset\":\"forex\"", "\"asset\":\"unknown\""},
        {"\"close\":1.1", "\"close\":1e16"},
        {"\"lot_min\":0.01", "\"lot_min\":1000"},
        {"\"intent\":\"open\"", "\"strategy\":-1"},
    };
    sigma_policy policy = sample_policy();
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(forged); i++) {
        lines_log log = lines_start(&policy);
        lines_line line = lines_known(&log);
        lines_forge(line.text, &line.length, forged[i][0], forged[i][1]);
        lines_assert_different(&log, line.text, line.length, SIGMA_CAUSE_INPUT, "");
    }
}

/* An order that reduces is granted on broken facts, but the writer never writes these. */
static void facts_out_of_range_are_found_where_no_decision_minds(void **unused)
{
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    lines_line line = {.context = sample_context(), .proposal = sample_proposal()};
    (void)unused;
    line.context.portfolio.long_lots = 1.0;
    line.proposal.intent = SIGMA_INTENT_REDUCE;
    lines_add(&log, &line);
    lines_forge(line.text, &line.length, "\"close\":1.1", "\"close\":-1.1");
    lines_assert_different(&log, line.text, line.length, SIGMA_CAUSE_INPUT, "");
}

static void a_line_that_is_missing_moved_or_repeated_is_found(void **unused)
{
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    lines_line first = lines_known(&log), second = lines_known(&log);
    lines_reader r = lines_at_start(&log);
    (void)unused;
    assert_int_equal(lines_verify(&r, &log, second.text, second.length), SIGMA_E_DIFFERENT);
    assert_int_equal(r.difference.cause, SIGMA_CAUSE_SEQUENCE);
    assert_int_equal(r.difference.position, -1);
    assert_int_equal(lines_verify(&r, &log, first.text, first.length), SIGMA_OK);
    assert_int_equal(lines_verify(&r, &log, first.text, first.length), SIGMA_E_DIFFERENT);
    assert_int_equal(r.difference.cause, SIGMA_CAUSE_SEQUENCE);
    assert_int_equal(lines_verify(&r, &log, second.text, second.length), SIGMA_OK);
}

static void a_line_of_another_policy_is_found(void **unused)
{
    sigma_policy policy = sample_policy(), other = policy;
    lines_log log = lines_start(&policy);
    (void)unused;
    other.age_max = 6.0;
    lines_log foreign = lines_start(&other);
    lines_line line = lines_known(&foreign);
    assert_true(log.log.digest != foreign.log.digest);
    lines_assert_different(&log, line.text, line.length, SIGMA_CAUSE_POLICY, "");
}

static void the_header_is_no_decision(void **unused)
{
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    (void)unused;
    lines_assert_different(&log, log.header, log.header_length, SIGMA_CAUSE_SHAPE, "");
    lines_assert_different(&log, "", 0, SIGMA_CAUSE_SHAPE, "");
    lines_assert_different(&log, "not a line at all", 17, SIGMA_CAUSE_SHAPE, "");
}

static void damaged_log(const void *damaged, const sigma_field *field, void *context)
{
    lines_log *log = (lines_log *)context;
    lines_reader r;
    (void)field;
    memset(&r, 7, sizeof r);
    memcpy(&r.log, damaged, sizeof r.log);
    assert_int_equal(lines_verify(&r, log, "{}", 2), SIGMA_E_STATE);
    assert_zero(r.record);
    assert_zero(r.difference);
    assert_memory_equal(&r.log, damaged, sizeof r.log);
}

static void a_zeroed_or_damaged_log_is_refused(void **unused)
{
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    sigma_audit zero = {0};
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_AUDIT, &log.log, damaged_log, &log) > 4);
    damaged_log(&zero, NULL, &log);
}

static void null_is_refused(void **unused)
{
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    lines_reader r = lines_at_start(&log);
    sigma_audit a = r.log;
    (void)unused;
    assert_int_equal(sigma_audit_verify(NULL, &policy, "{}", 2, &r.record, &r.difference),
                     SIGMA_E_NULL);
    assert_zero(r.record);
    assert_zero(r.difference);
    memset(&r, 7, sizeof r);
    assert_int_equal(sigma_audit_verify(&a, NULL, "{}", 2, &r.record, &r.difference), SIGMA_E_NULL);
    assert_zero(r.record);
    assert_int_equal(sigma_audit_verify(&a, &policy, NULL, 2, &r.record, &r.difference),
                     SIGMA_E_NULL);
    memset(&r, 7, sizeof r);
    assert_int_equal(sigma_audit_verify(&a, &policy, "{}", 2, NULL, &r.difference), SIGMA_E_NULL);
    assert_zero(r.difference);
    assert_int_equal(sigma_audit_verify(&a, &policy, "{}", 2, &r.record, NULL), SIGMA_E_NULL);
    assert_zero(r.record);
    assert_same(a, log.log);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_log_is_verified_line_by_line),
        cmocka_unit_test(every_single_byte_that_changes_is_found),
        cmocka_unit_test(a_crc_that_does_not_fit_is_a_difference_in_bytes),
        cmocka_unit_test(a_line_cut_off_anywhere_is_found),
        cmocka_unit_test(a_forged_decision_is_named_by_its_field),
        cmocka_unit_test(a_forged_input_that_no_decision_accepts_is_found),
        cmocka_unit_test(facts_out_of_range_are_found_where_no_decision_minds),
        cmocka_unit_test(a_line_that_is_missing_moved_or_repeated_is_found),
        cmocka_unit_test(a_line_of_another_policy_is_found),
        cmocka_unit_test(the_header_is_no_decision),
        cmocka_unit_test(a_zeroed_or_damaged_log_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
