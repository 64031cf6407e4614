/* SPDX-License-Identifier: MIT */
#include <ctype.h>

#include "test.h"

/* Number of codes of each vocabulary, by the enumerators that end them. */
static const int32_t counts[SIGMA_VOCABULARY_COUNT] = {
    [SIGMA_VOCABULARY_STATUS] = 10,
    [SIGMA_VOCABULARY_SIDE] = SIGMA_SIDE_COUNT,
    [SIGMA_VOCABULARY_INTENT] = SIGMA_INTENT_COUNT,
    [SIGMA_VOCABULARY_VERDICT] = SIGMA_VERDICT_COUNT,
    [SIGMA_VOCABULARY_ASSET] = SIGMA_ASSET_COUNT,
    [SIGMA_VOCABULARY_PART] = SIGMA_PART_COUNT,
    [SIGMA_VOCABULARY_REASON] = SIGMA_REASON_COUNT,
    [SIGMA_VOCABULARY_WARNING] = SIGMA_WARNING_COUNT,
    [SIGMA_VOCABULARY_FACTOR] = SIGMA_FACTOR_COUNT,
    [SIGMA_VOCABULARY_CAP] = SIGMA_CAP_COUNT,
    [SIGMA_VOCABULARY_CAUSE] = SIGMA_CAUSE_COUNT,
    [SIGMA_VOCABULARY_GIVEN] = SIGMA_GIVEN_COUNT,
    [SIGMA_VOCABULARY_FEATURE] = SIGMA_FEATURE_COUNT,
    [SIGMA_VOCABULARY_ROUND] = SIGMA_ROUND_COUNT,
    [SIGMA_VOCABULARY_METHOD] = SIGMA_METHOD_COUNT,
    [SIGMA_VOCABULARY_KELLY] = SIGMA_KELLY_COUNT,
    [SIGMA_VOCABULARY_REGIME] = SIGMA_REGIME_COUNT,
    [SIGMA_VOCABULARY_EXIT] = SIGMA_EXIT_COUNT,
    [SIGMA_VOCABULARY_ACTION] = SIGMA_ACTION_COUNT,
    [SIGMA_VOCABULARY_VOLATILITY] = SIGMA_VOLATILITY_COUNT,
    [SIGMA_VOCABULARY_LEVEL] = SIGMA_LEVEL_COUNT,
    [SIGMA_VOCABULARY_EVENT] = SIGMA_EVENT_COUNT,
    [SIGMA_VOCABULARY_ISSUE] = SIGMA_ISSUE_COUNT,
    [SIGMA_VOCABULARY_SEVERITY] = SIGMA_SEVERITY_COUNT,
    [SIGMA_VOCABULARY_CLOCK] = SIGMA_CLOCK_COUNT,
    [SIGMA_VOCABULARY_WINDOW] = SIGMA_WINDOW_COUNT,
    [SIGMA_VOCABULARY_ZONE] = SIGMA_ZONE_COUNT,
    [SIGMA_VOCABULARY_HOURS] = SIGMA_HOURS_COUNT,
    [SIGMA_VOCABULARY_SCHEME] = SIGMA_SCHEME_COUNT,
    [SIGMA_VOCABULARY_ORIGIN] = SIGMA_ORIGIN_COUNT,
    [SIGMA_VOCABULARY_TRADE] = SIGMA_TRADE_COUNT,
    [SIGMA_VOCABULARY_STAGE] = SIGMA_STAGE_COUNT,
    [SIGMA_VOCABULARY_GRADE] = SIGMA_GRADE_COUNT,
    [SIGMA_VOCABULARY_GAIN] = SIGMA_GAIN_COUNT,
    [SIGMA_VOCABULARY_THESIS] = SIGMA_THESIS_COUNT,
    [SIGMA_VOCABULARY_SEEN] = SIGMA_SEEN_COUNT,
    [SIGMA_VOCABULARY_STYLE] = SIGMA_STYLE_COUNT,
    [SIGMA_VOCABULARY_MODE] = SIGMA_MODE_COUNT,
    [SIGMA_VOCABULARY_BASIS] = SIGMA_BASIS_COUNT,
    [SIGMA_VOCABULARY_PROFILE] = SIGMA_PROFILE_COUNT,
    [SIGMA_VOCABULARY_APPETITE] = SIGMA_APPETITE_COUNT,
    [SIGMA_VOCABULARY_INPUT] = SIGMA_INPUT_COUNT,
    [SIGMA_VOCABULARY_CONDUCT] = SIGMA_CONDUCT_COUNT,
    [SIGMA_VOCABULARY_BARRIER] = SIGMA_BARRIER_COUNT,
    [SIGMA_VOCABULARY_CAUTION] = SIGMA_CAUTION_COUNT,
    [SIGMA_VOCABULARY_APPROACH] = SIGMA_APPROACH_COUNT,
    [SIGMA_VOCABULARY_TERM] = SIGMA_TERM_COUNT,
    [SIGMA_VOCABULARY_EVIDENCE] = SIGMA_EVIDENCE_COUNT,
    [SIGMA_VOCABULARY_FUSION] = SIGMA_FUSION_COUNT,
    [SIGMA_VOCABULARY_POINT] = SIGMA_POINT_COUNT,
    [SIGMA_VOCABULARY_OBSTACLE] = SIGMA_OBSTACLE_COUNT,
    [SIGMA_VOCABULARY_ANSWER] = SIGMA_ANSWER_COUNT,
    [SIGMA_VOCABULARY_CONSENSUS] = SIGMA_CONSENSUS_COUNT,
    [SIGMA_VOCABULARY_EXTERNAL] = SIGMA_EXTERNAL_COUNT,
    [SIGMA_VOCABULARY_SHARE] = SIGMA_SHARE_COUNT,
    [SIGMA_VOCABULARY_BASE] = SIGMA_BASE_COUNT,
    [SIGMA_VOCABULARY_BREACH] = SIGMA_BREACH_COUNT,
    [SIGMA_VOCABULARY_PROFIT] = SIGMA_PROFIT_COUNT,
    [SIGMA_VOCABULARY_PHASE] = SIGMA_PHASE_COUNT,
    [SIGMA_VOCABULARY_RULE] = SIGMA_RULE_COUNT,
    [SIGMA_VOCABULARY_FIRM] = SIGMA_FIRM_COUNT,
    [SIGMA_VOCABULARY_JUDGEMENT] = SIGMA_JUDGEMENT_COUNT,
    [SIGMA_VOCABULARY_SYMPTOM] = SIGMA_SYMPTOM_COUNT,
    [SIGMA_VOCABULARY_LAYER] = SIGMA_LAYER_COUNT,
    [SIGMA_VOCABULARY_LIMIT] = SIGMA_LIMIT_COUNT,
    [SIGMA_VOCABULARY_PAIR] = SIGMA_PAIR_COUNT,
};

static int32_t first_code(int32_t vocabulary)
{
    return vocabulary == SIGMA_VOCABULARY_STATUS ? SIGMA_E_DIFFERENT : 0;
}

static int32_t last_code(int32_t vocabulary)
{
    return vocabulary == SIGMA_VOCABULARY_STATUS ? SIGMA_WARMUP : counts[vocabulary] - 1;
}

static void every_code_has_a_name_that_reads_back(void **unused)
{
    (void)unused;
    for (int32_t v = 1; v < SIGMA_VOCABULARY_COUNT; v++) {
        assert_int_equal(last_code(v) - first_code(v) + 1, counts[v]);
        for (int32_t code = first_code(v); code <= last_code(v); code++) {
            char name[SIGMA_WORD_SPACE];
            int32_t length, back;
            assert_int_equal(sigma_word_write(v, code, name, sizeof name, &length), SIGMA_OK);
            assert_int_equal(length, strlen(name));
            assert_true(length > 0);
            assert_int_equal(sigma_word_read(v, name, length, &back), SIGMA_OK);
            assert_int_equal(back, code);
        }
    }
}

static void names_are_lower_case_with_underscores(void **unused)
{
    (void)unused;
    for (int32_t v = 1; v < SIGMA_VOCABULARY_COUNT; v++) {
        for (int32_t code = first_code(v); code <= last_code(v); code++) {
            char name[SIGMA_WORD_SPACE];
            int32_t length;
            assert_int_equal(sigma_word_write(v, code, name, sizeof name, &length), SIGMA_OK);
            for (int32_t i = 0; i < length; i++) {
                assert_true(islower(name[i]) || isdigit(name[i]) || name[i] == '_');
            }
        }
    }
}

static void no_two_codes_share_a_name(void **unused)
{
    (void)unused;
    for (int32_t v = 1; v < SIGMA_VOCABULARY_COUNT; v++) {
        for (int32_t a = first_code(v); a <= last_code(v); a++) {
            for (int32_t b = a + 1; b <= last_code(v); b++) {
                char of_a[SIGMA_WORD_SPACE], of_b[SIGMA_WORD_SPACE];
                int32_t length;
                assert_int_equal(sigma_word_write(v, a, of_a, sizeof of_a, &length), SIGMA_OK);
                assert_int_equal(sigma_word_write(v, b, of_b, sizeof of_b, &length), SIGMA_OK);
                assert_string_not_equal(of_a, of_b);
            }
        }
    }
}

static void every_code_has_a_sentence(void **unused)
{
    (void)unused;
    for (int32_t v = 1; v < SIGMA_VOCABULARY_COUNT; v++) {
        for (int32_t code = first_code(v); code <= last_code(v); code++) {
            char text[SIGMA_WORD_SPACE];
            int32_t length;
            assert_int_equal(sigma_word_explain(v, code, text, sizeof text, &length), SIGMA_OK);
            assert_int_equal(length, strlen(text));
            assert_true(isupper(text[0]) && text[length - 1] == '.' && length > 4);
        }
    }
}

/* Logs and configuration files hold these, so they may never change. */
static void names_never_change(void **unused)
{
    static const struct {
        int32_t vocabulary, code;
        const char *name;
    } names[] = {
        {SIGMA_VOCABULARY_STATUS, SIGMA_WARMUP, "warmup"},
        {SIGMA_VOCABULARY_STATUS, SIGMA_OK, "ok"},
        {SIGMA_VOCABULARY_STATUS, SIGMA_E_NULL, "null"},
        {SIGMA_VOCABULARY_STATUS, SIGMA_E_RANGE, "range"},
        {SIGMA_VOCABULARY_STATUS, SIGMA_E_STATE, "state"},
        {SIGMA_VOCABULARY_STATUS, SIGMA_E_ORDER, "order"},
        {SIGMA_VOCABULARY_STATUS, SIGMA_E_SPACE, "space"},
        {SIGMA_VOCABULARY_STATUS, SIGMA_E_FORMAT, "format"},
        {SIGMA_VOCABULARY_STATUS, SIGMA_E_VERSION, "version"},
        {SIGMA_VOCABULARY_STATUS, SIGMA_E_DIFFERENT, "different"},
        {SIGMA_VOCABULARY_SIDE, SIGMA_SIDE_SHORT, "short"},
        {SIGMA_VOCABULARY_INTENT, SIGMA_INTENT_REDUCE, "reduce"},
        {SIGMA_VOCABULARY_VERDICT, SIGMA_VERDICT_DENY, "deny"},
        {SIGMA_VOCABULARY_VERDICT, SIGMA_VERDICT_REDUCE, "reduce"},
        {SIGMA_VOCABULARY_VERDICT, SIGMA_VERDICT_APPROVE, "approve"},
        {SIGMA_VOCABULARY_ASSET, SIGMA_ASSET_CRYPTO, "crypto"},
        {SIGMA_VOCABULARY_PART, SIGMA_PART_PORTFOLIO, "portfolio"},
        {SIGMA_VOCABULARY_REASON, SIGMA_REASON_STOP_LEVEL, "stop_level"},
        {SIGMA_VOCABULARY_REASON, SIGMA_REASON_HOLDING, "holding"},
        {SIGMA_VOCABULARY_WARNING, SIGMA_WARNING_NO_PORTFOLIO, "no_portfolio"},
        {SIGMA_VOCABULARY_FACTOR, SIGMA_FACTOR_CALLER, "caller"},
        {SIGMA_VOCABULARY_CAP, SIGMA_CAP_NOTIONAL, "notional"},
        {SIGMA_VOCABULARY_CAP, SIGMA_CAP_STEP, "step"},
        {SIGMA_VOCABULARY_CAUSE, SIGMA_CAUSE_BYTES, "bytes"},
        {SIGMA_VOCABULARY_GIVEN, SIGMA_GIVEN_SCALE, "scale"},
        {SIGMA_VOCABULARY_FEATURE, SIGMA_FEATURE_EMA_1, "ema_1"},
        {SIGMA_VOCABULARY_FEATURE, SIGMA_FEATURE_ADX, "adx"},
        {SIGMA_VOCABULARY_ROUND, SIGMA_ROUND_NEAREST, "nearest"},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(names); i++) {
        char name[SIGMA_WORD_SPACE];
        int32_t length;
        assert_int_equal(
            sigma_word_write(names[i].vocabulary, names[i].code, name, sizeof name, &length),
            SIGMA_OK);
        assert_string_equal(name, names[i].name);
    }
}

static void codes_that_do_not_exist_are_refused(void **unused)
{
    static const int32_t bad[] = {INT32_MIN, -9, -1, 2, 3, 100, INT32_MAX};
    char text[SIGMA_WORD_SPACE];
    int32_t length;
    (void)unused;
    for (int32_t v = -1; v <= SIGMA_VOCABULARY_COUNT; v++) {
        for (int32_t i = 0; i < COUNT_OF(bad); i++) {
            bool exists = v > 0 && v < SIGMA_VOCABULARY_COUNT && bad[i] >= first_code(v) &&
                          bad[i] <= last_code(v);
            sigma_status wanted = exists ? SIGMA_OK : SIGMA_E_RANGE;
            text[0] = 'x', length = 9;
            assert_int_equal(sigma_word_write(v, bad[i], text, sizeof text, &length), wanted);
            assert_true(exists || (text[0] == '\0' && length == 0));
            text[0] = 'x', length = 9;
            assert_int_equal(sigma_word_explain(v, bad[i], text, sizeof text, &length), wanted);
            assert_true(exists || (text[0] == '\0' && length == 0));
        }
    }
}

static void names_that_do_not_exist_are_refused(void **unused)
{
    static const char *const bad[] = {
        "",      "lon",   "longer", "LONG",
        " long", "long ", "long\0", "a_name_that_is_longer_than_any_other"};
    int32_t code = 5;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        code = 5;
        assert_int_equal(sigma_word_read(SIGMA_VOCABULARY_SIDE, bad[i],
                                         (int32_t)strlen(bad[i]) + (i == 6), &code),
                         SIGMA_E_FORMAT);
        assert_zero(code);
    }
    assert_int_equal(sigma_word_read(SIGMA_VOCABULARY_SIDE, "long", -1, &code), SIGMA_E_FORMAT);
    assert_int_equal(sigma_word_read(SIGMA_VOCABULARY_SIDE, "long", INT32_MIN, &code),
                     SIGMA_E_FORMAT);
    code = 5;
    assert_int_equal(sigma_word_read(SIGMA_VOCABULARY_UNKNOWN, "long", 4, &code), SIGMA_E_RANGE);
    assert_zero(code);
    assert_int_equal(sigma_word_read(SIGMA_VOCABULARY_COUNT, "long", 4, &code), SIGMA_E_RANGE);
    assert_int_equal(sigma_word_read(SIGMA_VOCABULARY_SIDE, "long_and_more", 4, &code), SIGMA_OK);
    assert_int_equal(code, SIGMA_SIDE_LONG);
}

static void a_small_buffer_stays_empty(void **unused)
{
    (void)unused;
    for (int32_t capacity = -2; capacity <= 12; capacity++) {
        char name[12] = "xxxxxxxxxxx";
        int32_t length = 9;
        sigma_status status = sigma_word_write(SIGMA_VOCABULARY_REASON, SIGMA_REASON_STOP_LEVEL,
                                               name, capacity, &length);
        assert_int_equal(status, capacity >= 11 ? SIGMA_OK : SIGMA_E_SPACE);
        assert_int_equal(length, capacity >= 11 ? 10 : 0);
        assert_string_equal(name, capacity >= 11  ? "stop_level"
                                  : capacity >= 1 ? ""
                                                  : "xxxxxxxxxxx");
        length = 9;
        assert_int_equal(
            sigma_word_explain(SIGMA_VOCABULARY_SIDE, SIGMA_SIDE_LONG, name, capacity, &length),
            SIGMA_E_SPACE);
        assert_zero(length);
    }
}

static void null_is_refused(void **unused)
{
    char text[SIGMA_WORD_SPACE] = "x";
    int32_t number = 9;
    (void)unused;
    assert_int_equal(sigma_word_write(SIGMA_VOCABULARY_SIDE, 1, NULL, 9, &number), SIGMA_E_NULL);
    assert_zero(number);
    assert_int_equal(sigma_word_write(SIGMA_VOCABULARY_SIDE, 1, text, 9, NULL), SIGMA_E_NULL);
    assert_string_equal(text, "");
    text[0] = 'x', number = 9;
    assert_int_equal(sigma_word_explain(SIGMA_VOCABULARY_SIDE, 1, NULL, 9, &number), SIGMA_E_NULL);
    assert_zero(number);
    assert_int_equal(sigma_word_explain(SIGMA_VOCABULARY_SIDE, 1, text, 9, NULL), SIGMA_E_NULL);
    assert_string_equal(text, "");
    number = 9;
    assert_int_equal(sigma_word_read(SIGMA_VOCABULARY_SIDE, NULL, 4, &number), SIGMA_E_NULL);
    assert_zero(number);
    assert_int_equal(sigma_word_read(SIGMA_VOCABULARY_SIDE, "long", 4, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_has_a_name_that_reads_back),
        cmocka_unit_test(names_are_lower_case_with_underscores),
        cmocka_unit_test(no_two_codes_share_a_name),
        cmocka_unit_test(every_code_has_a_sentence),
        cmocka_unit_test(names_never_change),
        cmocka_unit_test(codes_that_do_not_exist_are_refused),
        cmocka_unit_test(names_that_do_not_exist_are_refused),
        cmocka_unit_test(a_small_buffer_stays_empty),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
