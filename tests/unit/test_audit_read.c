/* SPDX-License-Identifier: MIT */
#include "lines.h"
#include "samples.h"
#include "test.h"

static void assert_unreadable(const char *text, int32_t length)
{
    sigma_audit_record record;
    memset(&record, 7, sizeof record);
    assert_int_equal(sigma_audit_read(text, length, &record), SIGMA_E_FORMAT);
    assert_zero(record);
}

static void assert_unopenable(const char *text, int32_t length, sigma_status status)
{
    sigma_audit log = {.line = 9};
    sigma_audit_header header;
    memset(&header, 7, sizeof header);
    assert_int_equal(sigma_audit_open(&log, text, length, &header), status);
    assert_zero(log);
    if (status != SIGMA_E_VERSION) {
        assert_zero(header);
    }
}

static void what_was_written_reads_back(void **unused)
{
    uint64_t seed = 91;
    (void)unused;
    for (int32_t i = 0; i < 3000; i++) {
        sigma_policy policy = sample_random_policy(&seed);
        lines_log log = lines_start(&policy);
        lines_line line;
        sigma_audit opened;
        sigma_audit_header header;
        sigma_audit_record record;
        assert_int_equal(sigma_audit_open(&opened, log.header, log.header_length, &header),
                         SIGMA_OK);
        assert_same(opened, log.log);
        assert_same(header.policy, policy);
        assert_true(header.line == 1 && header.digest == log.log.digest);
        assert_true(header.library == sigma_version_number());
        assert_true(header.version == SIGMA_DECISION_VERSION && header.reserved == 0);
        sample_random_question(&seed, &line.context, &line.proposal);
        lines_add(&log, &line);
        assert_int_equal(sigma_audit_read(line.text, line.length, &record), SIGMA_OK);
        assert_same(record.context, line.context);
        assert_same(record.proposal, line.proposal);
        assert_same(record.decision, line.decision);
        assert_true(record.line == 2 && record.digest == log.log.digest && record.reserved == 0);
    }
}

/* In memory of its own, so that a sanitizer would see a byte read behind the end. */
static void the_text_need_not_end_in_zero(void **unused)
{
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    lines_line line = lines_known(&log);
    sigma_audit_record record;
    sigma_audit_header header;
    (void)unused;
    char *copy = (char *)malloc((size_t)line.length);
    assert_non_null(copy);
    memcpy(copy, line.text, (size_t)line.length);
    assert_int_equal(sigma_audit_read(copy, line.length, &record), SIGMA_OK);
    memcpy(copy, log.header, (size_t)log.header_length);
    assert_int_equal(sigma_audit_open(&log.log, copy, log.header_length, &header), SIGMA_OK);
    free(copy);
}

static void a_line_cut_off_anywhere_is_refused(void **unused)
{
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    lines_line line = lines_known(&log);
    (void)unused;
    for (int32_t length = -1; length < line.length; length++) {
        char *copy = (char *)malloc(length > 0 ? (size_t)length : 1);
        assert_non_null(copy);
        memcpy(copy, line.text, length > 0 ? (size_t)length : 0);
        assert_unreadable(copy, length);
        free(copy);
    }
    for (int32_t length = -1; length < log.header_length; length++) {
        char *copy = (char *)malloc(length > 0 ? (size_t)length : 1);
        assert_non_null(copy);
        memcpy(copy, log.header, length > 0 ? (size_t)length : 0);
        assert_unopenable(copy, length, SIGMA_E_FORMAT);
        free(copy);
    }
}

static void a_line_with_something_behind_it_is_refused(void **unused)
{
    static const char *const tails[] = {"\n", " ", "\0", "}", ",", "{}"};
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    lines_line line = lines_known(&log);
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(tails); i++) {
        int32_t more = i == 2 ? 1 : (int32_t)strlen(tails[i]);
        memcpy(line.text + line.length, tails[i], (size_t)more);
        assert_unreadable(line.text, line.length + more);
        memcpy(log.header + log.header_length, tails[i], (size_t)more);
        assert_unopenable(log.header, log.header_length + more, SIGMA_E_FORMAT);
    }
}

/* Other JSON for the same values, with a CRC that fits, is not the writer's. */
static void other_forms_of_the_same_json_are_refused(void **unused)
{
    static const struct {
        const char *from, *to;
    } forms[] = {
        {"\"lots\":0.33", "\"lots\":0.330"},
        {"\"lots\":0.33", "\"lots\":3.3e-1"},
        {"\"lots\":0.33", "\"lots\":+0.33"},
        {"\"lots\":0.33", "\"lots\": 0.33"},
        {"\"lots\":0.33", "\"requested\":0,\"lots\":0.33"},
        {"\"id\":7", "\"id\":07"},
        {"\"id\":7", "\"id\":-7"},
        {"\"id\":7", "\"id\":4294967303"},
        {"\"id\":7", "\"id\":18446744073709551623"},
        {"\"id\":1", "\"id\":-0"},
        {"20:00:00Z\",\"interval", "20:00Z\",\"interval"},
        {"20:00:00Z\",\"interval", "20:00:00.0Z\",\"interval"},
        {"20:00:00Z\",\"interval", "20:00:00+00:00\",\"interval"},
        {"\"digest\":\"a8daf333", "\"digest\":\"A8DAF333"},
        {"\"digest\":\"a8daf333", "\"digest\":\"0a8daf333"},
        {"\"digest\":\"a8daf333", "\"digest\":\"8daf333"},
        {"\"digest\":\"a8daf333", "\"digest\":\"a8dgf333"},
        {"\"asset\":\"forex\"", "\"asset\":\"Forex\""},
        {"\"asset\":\"forex\"", "\"asset\":\"unknown\""},
        {"\"side\":\"long\"", "\"side\":\"long\0\""},
        {"\"side\":\"long\",", "\"side\":\"long\""},
        {"[\"stop\",\"stop_level\"", "[\"stop_level\",\"stop\""},
        {"[\"stop\",\"stop_level\"", "[\"stop\",\"stop\",\"stop_level\""},
        {"[\"stop\",\"stop_level\"", "[\"stop\"\"stop_level\""},
        {"\"reward\"]", "\"reward\",]"},
        {"\"reward\"]", "\"reward\",\"nothing\"]"},
        {"\"factor\":[0.01,1,", "\"factor\":[0.01,1,0,"},
        {"\"factor\":[0.01,1,", "\"factor\":[0.01,"},
        {"\"factor\":[0.01,1,", "\"factor\":[],["},
        {"\"factor\":[0.01,1,", "\"factor\":0.01,["},
        {"\"decided\"", "\"decide\""},
        {"{\"decided\"", " {\"decided\""},
        {"\"line\":2", "\"line\":-2"},
        {"\"line\":2", "\"line\":"},
        {"\"line\":2", "\"reserved\":0,\"line\":2"},
        {"\"line\":2", "\"line\":2,\"line\":2"},
        {"\"tick_size\":0.00001", "\"tick_size\":-0.00001"},
        {"\"tick_size\":0.00001", "\"tick_size\":1e309"},
        {"\"tick_size\":0.00001", "\"tick_size\":\"0.00001\""},
        {"\"time\":\"2020", "\"time\":\"3020"},
        {"\"time\":\"2020", "\"time\":\"202"},
        {"\"verdict\":\"approve\"", "\"verdict\":2"},
        {"\"verdict\":\"approve\"", "\"verdict\":\"approve\",\"more\":1"},
    };
    sigma_policy policy = sample_policy();
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(forms); i++) {
        lines_log log = lines_start(&policy);
        lines_line line = lines_known(&log);
        lines_forge(line.text, &line.length, forms[i].from, forms[i].to);
        assert_unreadable(line.text, line.length);
    }
}

static void another_version_is_refused_by_name(void **unused)
{
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    sigma_audit_header header;
    (void)unused;
    lines_forge(log.header, &log.header_length, "\"version\":2", "\"version\":1");
    assert_unopenable(log.header, log.header_length, SIGMA_E_VERSION);
    assert_int_equal(sigma_audit_open(&log.log, log.header, log.header_length, &header),
                     SIGMA_E_VERSION);
    assert_int_equal(header.version, 1);
    assert_int_equal(header.library, sigma_version_number());
    assert_zero(header.policy);
}

/* A later version may have members that this one does not know. */
static void another_version_need_not_be_readable(void **unused)
{
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    (void)unused;
    lines_forge(log.header, &log.header_length, "\"version\":2,\"policy\":{",
                "\"version\":9,\"policy\":{\"later\":1,");
    assert_unopenable(log.header, log.header_length, SIGMA_E_VERSION);
}

static void a_damaged_version_is_damage(void **unused)
{
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    char *digit = strstr(log.header, "\"version\":2") + 10;
    (void)unused;
    *digit = '7';
    assert_unopenable(log.header, log.header_length, SIGMA_E_FORMAT);
}

static void a_header_that_was_tampered_with_is_refused(void **unused)
{
    static const struct {
        const char *from, *to;
    } forms[] = {
        {"\"atr_multiple\":1.5", "\"atr_multiple\":1.6"}, /* another policy under the digest */
        {"\"digest\":\"a8da", "\"digest\":\"a8d0"},
        {"\"line\":1", "\"line\":2"},
        {"\"risk_fraction\":0.01", "\"risk_fraction\":0.5"},
        {"\"positions_max\":3", "\"positions_max\":03"},
        {"\"header\"", "\"decided\""},
    };
    sigma_policy policy = sample_policy();
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(forms); i++) {
        lines_log log = lines_start(&policy);
        lines_forge(log.header, &log.header_length, forms[i].from, forms[i].to);
        assert_unopenable(log.header, log.header_length, SIGMA_E_FORMAT);
    }
}

/* Every byte of a header turned into some others; only the version may become another one. */
static void no_byte_of_a_header_can_change(void **unused)
{
    static const char others[] = "0 9}\"\\,-x\xff";
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    (void)unused;
    for (int32_t i = 0; i < log.header_length; i++) {
        char kept = log.header[i];
        for (int32_t k = 0; k < (int32_t)sizeof others; k++) {
            sigma_audit opened;
            sigma_audit_header header;
            log.header[i] = others[k];
            if (others[k] != kept) {
                sigma_status status =
                    sigma_audit_open(&opened, log.header, log.header_length, &header);
                assert_true(status == SIGMA_E_FORMAT || status == SIGMA_E_VERSION);
                assert_zero(opened);
            }
        }
        log.header[i] = kept;
    }
}

static void null_is_refused(void **unused)
{
    sigma_audit log = {.line = 9};
    sigma_audit_header header = {.line = 9};
    sigma_audit_record record;
    (void)unused;
    memset(&record, 7, sizeof record);
    assert_int_equal(sigma_audit_read(NULL, 9, &record), SIGMA_E_NULL);
    assert_zero(record);
    assert_int_equal(sigma_audit_read("{}", 2, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_audit_open(NULL, "{}", 2, &header), SIGMA_E_NULL);
    assert_zero(header);
    header.line = 9;
    assert_int_equal(sigma_audit_open(&log, NULL, 2, &header), SIGMA_E_NULL);
    assert_zero(log);
    assert_zero(header);
    log.line = 9;
    assert_int_equal(sigma_audit_open(&log, "{}", 2, NULL), SIGMA_E_NULL);
    assert_zero(log);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_written_reads_back),
        cmocka_unit_test(the_text_need_not_end_in_zero),
        cmocka_unit_test(a_line_cut_off_anywhere_is_refused),
        cmocka_unit_test(a_line_with_something_behind_it_is_refused),
        cmocka_unit_test(other_forms_of_the_same_json_are_refused),
        cmocka_unit_test(another_version_is_refused_by_name),
        cmocka_unit_test(another_version_need_not_be_readable),
        cmocka_unit_test(a_damaged_version_is_damage),
        cmocka_unit_test(a_header_that_was_tampered_with_is_refused),
        cmocka_unit_test(no_byte_of_a_header_can_change),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
