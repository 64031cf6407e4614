/* SPDX-License-Identifier: MIT */
#include "in_range.h"

#include "fields.h"
#include "layout.h"
#include "test.h"

/* What a decision asks about, and who answers. */
static const struct {
    int32_t kind;
    bool (*in_range)(const void *object);
} asked[] = {
    {SIGMA_KIND_SYMBOL, sigma_symbol_in_range},
    {SIGMA_KIND_ACCOUNT_RESULT, sigma_account_result_in_range},
    {SIGMA_KIND_MARKET_RESULT, sigma_market_result_in_range},
    {SIGMA_KIND_PORTFOLIO_RESULT, sigma_portfolio_result_in_range},
    {SIGMA_KIND_PORTFOLIO_GRANT, sigma_portfolio_grant_in_range},
    {SIGMA_KIND_EDGE, sigma_edge_in_range},
    {SIGMA_KIND_ADVICE_RESULT, sigma_advice_result_in_range},
    {SIGMA_KIND_STOPS_PARAMS, sigma_stops_params_in_range},
    {SIGMA_KIND_STOPS_SAMPLE, sigma_stops_sample_in_range},
    {SIGMA_KIND_FACTORS_PARAMS, sigma_factors_params_in_range},
    {SIGMA_KIND_FACTORS_SAMPLE, sigma_factors_sample_in_range},
    {SIGMA_KIND_SIZING_PARAMS, sigma_sizing_params_in_range},
    {SIGMA_KIND_SIZING_SAMPLE, sigma_sizing_sample_in_range},
    {SIGMA_KIND_BREAKER_GRANT, sigma_breaker_grant_in_range},
    {SIGMA_KIND_GATE_GRANT, sigma_gate_grant_in_range},
    {SIGMA_KIND_MONITOR_GRANT, sigma_monitor_grant_in_range},
    {SIGMA_KIND_PROP_GRANT, sigma_prop_grant_in_range},
    {SIGMA_KIND_POLICY, sigma_policy_in_range},
    {SIGMA_KIND_PROPOSAL, sigma_proposal_in_range},
};

enum { LARGEST = 4096 };

static char object[LARGEST];

/* ---- one number, by its table */

static void put_double(char *at, double value)
{
    memcpy(at, &value, sizeof value);
}

static void put_int32(char *at, int64_t value)
{
    int32_t narrow = (int32_t)value;
    memcpy(at, &narrow, sizeof narrow);
}

static void put_uint64(char *at, uint64_t value)
{
    memcpy(at, &value, sizeof value);
}

static bool is_word(const sigma_field *field)
{
    return field->type == SIGMA_TYPE_I32 || field->type == SIGMA_TYPE_WORD;
}

static bool is_long(const sigma_field *field)
{
    return field->type == SIGMA_TYPE_I64 || field->type == SIGMA_TYPE_TIME;
}

/* Bounds beyond 2^63 are none. */
static int64_t least_of(const sigma_field *field)
{
    return field->minimum <= -0x1p63 ? INT64_MIN : (int64_t)field->minimum;
}

static int64_t most_of(const sigma_field *field)
{
    return field->maximum >= 0x1p63 ? INT64_MAX : (int64_t)field->maximum;
}

static void put_least(const sigma_field *field, char *at)
{
    if (field->type == SIGMA_TYPE_F64) {
        put_double(at, field->minimum);
    } else if (is_word(field)) {
        put_int32(at, (int64_t)field->minimum);
    } else if (is_long(field)) {
        put_uint64(at, (uint64_t)least_of(field));
    }
}

static void fill(const sigma_table *table)
{
    memset(object, 0, sizeof object);
    assert_true(table->size <= LARGEST);
    for (int32_t i = 0; i < table->count; i++) {
        const sigma_field *field = &table->fields[i];
        for (int32_t k = 0; k < field->count && field->type != SIGMA_TYPE_STRUCT; k++) {
            put_least(field, object + field->offset + k * sigma_field_size(field));
        }
    }
}

/* ---- what is in range and what is not */

static void doubles(const sigma_field *field, char *at, bool (*in_range)(const void *object))
{
    double least = field->minimum, most = field->maximum;
    const struct {
        double value;
        bool inside;
    } cases[] = {
        {most, true},
        {0.5 * least + 0.5 * most, true},
        {-0.0, least <= 0.0 && most >= 0.0},
        {nextafter(least, -INFINITE), false},
        {nextafter(most, INFINITE), false},
        {INFINITE, false},
        {-INFINITE, false},
        {NOT_A_NUMBER, false},
        {-NOT_A_NUMBER, false},
    };
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        put_double(at, cases[i].value);
        assert_int_equal(in_range(object), cases[i].inside);
    }
}

static void words(const sigma_field *field, char *at, bool (*in_range)(const void *object))
{
    int64_t least = (int64_t)field->minimum, most = (int64_t)field->maximum;
    const int64_t cases[] = {least, most, least - 1, most + 1, INT32_MIN, INT32_MAX, 0};
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        if (cases[i] >= INT32_MIN && cases[i] <= INT32_MAX) {
            put_int32(at, cases[i]);
            assert_int_equal(in_range(object), cases[i] >= least && cases[i] <= most);
        }
    }
}

static void longs(const sigma_field *field, char *at, bool (*in_range)(const void *object))
{
    int64_t least = least_of(field), most = most_of(field);
    const int64_t cases[] = {least, most, 0, INT64_MIN, INT64_MAX};
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        put_uint64(at, (uint64_t)cases[i]);
        assert_int_equal(in_range(object), cases[i] >= least && cases[i] <= most);
    }
    if (least > INT64_MIN) {
        put_uint64(at, (uint64_t)(least - 1));
        assert_false(in_range(object));
    }
    if (most < INT64_MAX) {
        put_uint64(at, (uint64_t)(most + 1));
        assert_false(in_range(object));
    }
}

static void sets(const sigma_field *field, char *at, bool (*in_range)(const void *object))
{
    for (int32_t bit = 0; bit < 64; bit++) {
        put_uint64(at, UINT64_C(1) << bit);
        assert_int_equal(in_range(object), bit <= (int32_t)field->maximum);
    }
    put_uint64(at, UINT64_MAX);
    assert_int_equal(in_range(object), field->maximum >= 63.0);
}

/* Each number of the field in turn, while all others are in range. */
static void try_field(const sigma_field *field, bool (*in_range)(const void *object))
{
    for (int32_t k = 0; k < field->count; k++) {
        char before[8], *at = object + field->offset + k * sigma_field_size(field);
        memcpy(before, at, sizeof before);
        if (field->type == SIGMA_TYPE_F64) {
            doubles(field, at, in_range);
        } else if (is_word(field)) {
            words(field, at, in_range);
        } else if (is_long(field)) {
            longs(field, at, in_range);
        } else {
            assert_int_equal(field->type, SIGMA_TYPE_BITS);
            sets(field, at, in_range);
        }
        memcpy(at, before, sizeof before);
    }
}

static void what_is_asked_has_the_ranges_of_its_table(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(asked); i++) {
        sigma_table table = sigma_table_of(asked[i].kind);
        fill(&table);
        assert_true(asked[i].in_range(object));
        for (int32_t k = 0; k < table.count; k++) {
            if (table.fields[k].type != SIGMA_TYPE_STRUCT) {
                try_field(&table.fields[k], asked[i].in_range);
            }
        }
        assert_true(asked[i].in_range(object));
    }
}

/* Nobody but their own rooms looks into them. */
static void nested_structs_are_passed_over(void **unused)
{
    (void)unused;
    sigma_policy policy;
    assert_int_equal(sigma_policy_defaults(&policy), SIGMA_OK);
    memset(&policy.stops, 0xff, sizeof policy.stops);
    assert_true(sigma_policy_in_range(&policy));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_asked_has_the_ranges_of_its_table),
        cmocka_unit_test(nested_structs_are_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
