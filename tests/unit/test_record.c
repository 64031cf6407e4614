/* SPDX-License-Identifier: MIT */
/* Structs as JSON, below the lines of the log. */
#include "record.h"

#include "samples.h"
#include "test.h"

static sigma_status written(int32_t kind, const void *object, char *buffer, int32_t capacity)
{
    int32_t length;
    sigma_text text = sigma_text_to(buffer, capacity);
    sigma_record_write(&text, kind, object);
    return sigma_text_close(&text, &length);
}

static bool read(int32_t kind, const char *json, void *object, int32_t *position)
{
    sigma_reader reader = {.next = json, .end = json + strlen(json)};
    sigma_record_read(&reader, kind, object);
    *position = (int32_t)(reader.next - json);
    return !reader.failed;
}

static void every_type_of_field_is_written_and_read(void **unused)
{
    sigma_market_params params = sample_market_params(), again = {0};
    char json[1024];
    int32_t position;
    (void)unused;
    assert_int_equal(written(SIGMA_KIND_MARKET_PARAMS, &params, json, sizeof json), SIGMA_OK);
    assert_string_equal(json, "{\"interval\":3600000000000,\"session\":86400000000000,"
                              "\"decay\":0.94,\"multiple\":2,\"horizon\":5,"
                              "\"ema\":[9,20,50,200],\"atr\":14,\"adx\":14,\"rsi\":14,"
                              "\"macd\":[12,26,9],\"stochastic\":[14,3,3],\"sma\":20,"
                              "\"bollinger\":20,\"cci\":20,\"mfi\":14,\"zscore\":20,"
                              "\"slope\":20,\"volatility\":20,\"estimator\":\"close\"}");
    assert_true(read(SIGMA_KIND_MARKET_PARAMS, json, &again, &position));
    assert_int_equal(position, strlen(json));
    assert_same(again, params);
}

static void what_is_all_zero_is_an_empty_object(void **unused)
{
    sigma_policy policy = {0};
    char json[8];
    int32_t position;
    (void)unused;
    assert_int_equal(written(SIGMA_KIND_POLICY, &policy, json, sizeof json), SIGMA_OK);
    assert_string_equal(json, "{}");
    assert_true(read(SIGMA_KIND_POLICY, json, &policy, &position));
    assert_zero(policy);
}

/* Minus zero is not all zero bytes, and keeps its sign. */
static void minus_zero_is_kept(void **unused)
{
    sigma_signal_params params = {-0.0}, again = {1.0};
    char json[32];
    int32_t position;
    (void)unused;
    assert_int_equal(written(SIGMA_KIND_SIGNAL_PARAMS, &params, json, sizeof json), SIGMA_OK);
    assert_string_equal(json, "{\"adx_min\":-0}");
    assert_true(read(SIGMA_KIND_SIGNAL_PARAMS, json, &again, &position));
    assert_bits(again.adx_min, -0.0);
}

static void no_record_holds_text(void **unused)
{
    sigma_audit_difference difference = {.field = "decision.lots"};
    char json[256];
    int32_t position;
    (void)unused;
    assert_int_equal(written(SIGMA_KIND_AUDIT_DIFFERENCE, &difference, json, sizeof json),
                     SIGMA_E_RANGE);
    assert_string_equal(json, "");
    assert_false(read(SIGMA_KIND_AUDIT_DIFFERENCE, "{\"field\":\"x\"}", &difference, &position));
}

static void codes_and_numbers_that_have_no_text_fail(void **unused)
{
    sigma_proposal proposal = sample_proposal();
    char json[512];
    (void)unused;
    proposal.side = 9;
    assert_int_equal(written(SIGMA_KIND_PROPOSAL, &proposal, json, sizeof json), SIGMA_E_RANGE);
    proposal = sample_proposal();
    proposal.given = test_bit(40);
    assert_int_equal(written(SIGMA_KIND_PROPOSAL, &proposal, json, sizeof json), SIGMA_E_RANGE);
    proposal = sample_proposal();
    proposal.scale = NOT_A_NUMBER;
    assert_int_equal(written(SIGMA_KIND_PROPOSAL, &proposal, json, sizeof json), SIGMA_E_RANGE);
    assert_int_equal(written(SIGMA_KIND_PROPOSAL, &proposal, json, 20), SIGMA_E_SPACE);
}

/* Each ends the reading, and tells where. */
static void malformed_json_is_refused(void **unused)
{
    static const struct {
        int32_t kind;
        const char *json;
    } cases[] = {
        {SIGMA_KIND_PROPOSAL, ""},
        {SIGMA_KIND_PROPOSAL, "["},
        {SIGMA_KIND_PROPOSAL, "{"},
        {SIGMA_KIND_PROPOSAL, "{\"id\":1"},
        {SIGMA_KIND_PROPOSAL, "{\"id\":}"},
        {SIGMA_KIND_PROPOSAL, "{\"id\":-}"},
        {SIGMA_KIND_PROPOSAL, "{\"id\":x}"},
        {SIGMA_KIND_PROPOSAL, "{\"id\":"},
        {SIGMA_KIND_PROPOSAL, "{\"nothing\":1}"},
        {SIGMA_KIND_PROPOSAL, "{\"entry\":}"},
        {SIGMA_KIND_PROPOSAL, "{\"entry\":1e}"},
        {SIGMA_KIND_PROPOSAL, "{\"entry\":1"},
        {SIGMA_KIND_PROPOSAL, "{\"side\":\"long"},
        {SIGMA_KIND_PROPOSAL, "{\"side\":\"wide\"}"},
        {SIGMA_KIND_PROPOSAL, "{\"side\":long}"},
        {SIGMA_KIND_PROPOSAL, "{\"given\":}"},
        {SIGMA_KIND_PROPOSAL, "{\"given\":[\"stop\""},
        {SIGMA_KIND_PROPOSAL, "{\"given\":[stop]}"},
        {SIGMA_KIND_PROPOSAL, "{\"time\":\"2020-13-01\"}"},
        {SIGMA_KIND_PROPOSAL, "{\"time\":2020}"},
        {SIGMA_KIND_AUDIT, "{\"digest\":12}"},
        {SIGMA_KIND_AUDIT, "{\"digest\":\"12"},
        {SIGMA_KIND_MARKET_PARAMS, "{\"ema\":[1,2,3]}"},
        {SIGMA_KIND_MARKET_PARAMS, "{\"ema\":[1,2,3,4}"},
        {SIGMA_KIND_MARKET_PARAMS, "{\"ema\":1}"},
        {SIGMA_KIND_POLICY, "{\"stops\":{\"atr_multiple\":1}"},
        {SIGMA_KIND_POLICY, "{\"stops\":[]}"},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        _Alignas(8) char object[512] = {0};
        int32_t position;
        assert_false(read(cases[i].kind, cases[i].json, object, &position));
        assert_in_range(position, 0, strlen(cases[i].json));
    }
}

static void the_first_field_that_differs_has_its_path(void **unused)
{
    sigma_context a = sample_context(), b = a;
    sigma_sizing_result c = {0}, d = {0};
    sigma_market e = {0}, f = {0};
    char path[64];
    int32_t length;
    (void)unused;
    sigma_text text = sigma_text_to(path, sizeof path);
    assert_false(sigma_record_differ(&text, SIGMA_KIND_CONTEXT, &a, &b));
    b.account.equity = 1.0;
    b.portfolio.risk = 1.0;
    assert_true(sigma_record_differ(&text, SIGMA_KIND_CONTEXT, &a, &b));
    assert_int_equal(sigma_text_close(&text, &length), SIGMA_OK);
    assert_string_equal(path, "account.equity");
    text = sigma_text_to(path, sizeof path);
    d.lots_after[7] = -0.0; /* by bytes, not by value */
    assert_true(sigma_record_differ(&text, SIGMA_KIND_SIZING_RESULT, &c, &d));
    assert_int_equal(sigma_text_close(&text, &length), SIGMA_OK);
    assert_string_equal(path, "lots_after[7]");
    text = sigma_text_to(path, sizeof path);
    f.ema[2].period = 5;
    assert_true(sigma_record_differ(&text, SIGMA_KIND_MARKET, &e, &f));
    assert_int_equal(sigma_text_close(&text, &length), SIGMA_OK);
    assert_string_equal(path, "ema[2].period");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_type_of_field_is_written_and_read),
        cmocka_unit_test(what_is_all_zero_is_an_empty_object),
        cmocka_unit_test(minus_zero_is_kept),
        cmocka_unit_test(no_record_holds_text),
        cmocka_unit_test(codes_and_numbers_that_have_no_text_fail),
        cmocka_unit_test(malformed_json_is_refused),
        cmocka_unit_test(the_first_field_that_differs_has_its_path),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
