/* SPDX-License-Identifier: MIT */
#include <locale.h>

#include "damage.h"
#include "lines.h"
#include "samples.h"
#include "test.h"

/* Both lines were checked with Python's json and zlib. */
static const char known_header[] =
    "{\"header\":{\"line\":1,\"digest\":\"a8daf333\",\"library\":100,\"version\":2,\"policy\":{\"st"
    "ops\":{\"atr_multiple\":1.5,\"reward_risk\":2.5,\"reward_risk_min\":1.5,\"partial_share\":0.5,"
    "\"stop_factor\":[1,1.2,1.2,0.9,0.8,1.5],\"target_factor\":[1,1.2,1.2,0.8,0.7,1],\"strong_trend"
    "\":0.7,\"weak_trend\":0.3,\"strong_factor\":0.8,\"weak_factor\":1.2,\"distance_min\":0.005,\"d"
    "istance_max\":0.03,\"win_rate\":0.55,\"win_share\":0.8,\"reward_least\":1.5,\"scheme\":\"sigma"
    "\",\"trades_min\":10},\"sizing\":{\"risk_max\":0.02,\"risk_fraction\":0.01,\"risk_money\":100,"
    "\"kelly_share\":0.5,\"exploration\":0.005,\"exploration_confident\":0.0075,\"confidence_high\""
    ":0.7,\"floor\":0.8,\"gap_loss\":5,\"product_max\":1.5,\"volatility_target\":0.16,\"tail_multip"
    "le\":1.5,\"heat_max\":0.06,\"notional_max\":0.1,\"leverage_max\":20,\"margin_max\":0.5,\"margi"
    "n_level_min\":1.5,\"concentration_max\":0.3,\"room_day_max\":0.2,\"room_total_max\":0.1,\"part"
    "icipation_max\":0.001,\"mode\":\"fraction\",\"basis\":\"stop\",\"trades_explored\":30,\"trades"
    "_established\":100,\"trades_tail\":100},\"factors\":{\"volatility\":[1.2,1.45,1.8,2.5],\"penal"
    "ty\":[1,0.85,0.65,0.45,0.3],\"win_pivot\":0.4,\"win_slope\":3,\"win_least\":0.7,\"win_most\":1"
    ".3,\"correlation_weight\":0.5,\"correlation_least\":0.5,\"votes_part\":0.5,\"liquidity_min\":0"
    ".5,\"liquidity_factor\":0.8,\"low_level\":2,\"low_factor\":0.3,\"fair_level\":3,\"fair_factor"
    "\":0.7,\"score_full\":50,\"score_least\":0.5,\"asked\":[\"regime\",\"volatility\",\"performanc"
    "e\",\"diversification\",\"votes\",\"liquidity\",\"margin\",\"throttle\",\"budget\",\"caller\"]"
    ",\"win_trades\":10},\"entry_distance_max\":3,\"age_max\":5,\"confidence_min\":0.4,\"parts\":["
    "\"symbol\",\"market\",\"account\",\"portfolio\"],\"positions_max\":3,\"conduct\":\"enforce\"}}"
    ",\"crc\":\"a3539a2b\"}";
static const char known_line[] =
    "{\"decided\":{\"line\":2,\"digest\":\"a8daf333\",\"context\":{\"symbol\":{\"tick_size\":0.0000"
    "1,\"tick_value\":1,\"contract_size\":100000,\"quote_rate\":1,\"lot_min\":0.01,\"lot_max\":100,"
    "\"lot_step\":0.01,\"leverage\":30,\"id\":7,\"asset\":\"forex\"},\"market\":{\"time\":\"2020-03"
    "-16T20:00:00Z\",\"interval\":3600000000000,\"close\":1.1,\"atr\":0.002,\"symbol\":7,\"mark\":"
    "\"market\"},\"account\":{\"time\":\"2020-03-16T20:00:00Z\",\"equity\":10000,\"balance\":10000,"
    "\"peak\":10000,\"mark\":\"account\"},\"portfolio\":{\"symbol\":7,\"mark\":\"portfolio\"}},\"pr"
    "oposal\":{\"time\":\"2020-03-16T20:00:00Z\",\"id\":1,\"entry\":1.1,\"symbol\":7,\"side\":\"lon"
    "g\",\"intent\":\"open\"},\"decision\":{\"lots\":0.33,\"advised\":0.33,\"stops\":{\"stop\":1.09"
    "7,\"target\":1.1075,\"partial\":1.10375,\"distance\":0.003,\"reward_risk\":2.5,\"breakeven\":0"
    ".2857142857142857,\"stop_factor\":1,\"passed\":[\"stop\",\"stop_level\",\"target\",\"reward\"]"
    ",\"origin\":\"atr\"},\"sizing\":{\"factor\":[0.01,1,1,1,1,1,1,1,1,1,1,1,1,1,1],\"risk_after\":"
    "[100,100,100,100,100,100,100,100,100,100,100,100,100,100,100],\"cap\":[0.3333333333333333,0,0,"
    "1.8181818181818181,0,2,0,0,0,0,0,0,0,0,1.3636363636363638,0,0,100,0.33],\"lots_after\":[0.3333"
    "333333333333,0.3333333333333333,0.3333333333333333,0.3333333333333333,0.3333333333333333,0.333"
    "3333333333333,0.3333333333333333,0.3333333333333333,0.3333333333333333,0.3333333333333333,0.33"
    "33333333333333,0.3333333333333333,0.3333333333333333,0.3333333333333333,0.3333333333333333,0.3"
    "333333333333333,0.3333333333333333,0.3333333333333333,0.33],\"loss_per_lot\":300,\"basis\":1,"
    "\"lots\":0.33,\"risk\":99,\"notional\":36300,\"margin\":1210,\"gain\":247.5,\"balance_min\":80"
    "15,\"asked\":[\"risk\",\"notional\",\"heat\",\"margin\",\"broker\",\"step\"],\"passed\":[\"min"
    "imum_lot\",\"edge\",\"floor\",\"margin_level\"]},\"passed\":[\"parts\",\"same_symbol\",\"fresh"
    "\",\"entry\",\"stop\",\"stop_level\",\"target\",\"reward\",\"positions\",\"equity\",\"minimum_"
    "lot\",\"edge\",\"floor\",\"margin_level\"],\"verdict\":\"approve\",\"advice\":\"approve\"}},\""
    "crc\":\"0609533d\"}";

static void the_lines_of_the_known_answer(void **unused)
{
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    (void)unused;
    assert_string_equal(log.header, known_header);
    assert_int_equal(log.header_length, sizeof known_header - 1);
    assert_true(log.log.line == 1);
    lines_line line = lines_known(&log);
    assert_string_equal(line.text, known_line);
    assert_int_equal(line.length, sizeof known_line - 1);
    assert_true(log.log.line == 2);
}

static void every_line_ends_in_the_crc_of_what_stands_before(void **unused)
{
    uint64_t seed = 90;
    (void)unused;
    for (int32_t i = 0; i < 500; i++) {
        sigma_policy policy = sample_random_policy(&seed);
        lines_log log = lines_start(&policy);
        lines_line line;
        char crc[32];
        sample_random_question(&seed, &line.context, &line.proposal);
        lines_add(&log, &line);
        snprintf(crc, sizeof crc, ",\"crc\":\"%08lx\"}",
                 (unsigned long)lines_crc(line.text, line.length - 18));
        assert_string_equal(line.text + line.length - 18, crc);
        snprintf(crc, sizeof crc, ",\"crc\":\"%08lx\"}",
                 (unsigned long)lines_crc(log.header, log.header_length - 18));
        assert_string_equal(log.header + log.header_length - 18, crc);
        const char *json = strstr(log.header, "\"policy\":") + 9;
        int32_t end = (int32_t)(log.header + log.header_length - 19 - json);
        assert_int_equal(lines_crc(json, end), log.log.digest);
    }
}

/* Exactly as many bytes as it has, and one for the zero at its end. */
static void at_every_smaller_capacity_nothing_is_written(void **unused)
{
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy), fresh = log;
    lines_line line = lines_known(&log);
    sigma_audit before = fresh.log;
    static char buffer[SIGMA_AUDIT_SPACE];
    int32_t length;
    (void)unused;
    for (int32_t capacity = -1; capacity <= line.length; capacity++) {
        memset(buffer, 'x', sizeof buffer);
        length = 9;
        assert_int_equal(sigma_audit_decision(&fresh.log, &line.context, &line.proposal,
                                              &line.decision, buffer, capacity, &length),
                         SIGMA_E_SPACE);
        assert_same(fresh.log, before);
        assert_zero(length);
        assert_true(capacity < 1 ? buffer[0] == 'x' : buffer[0] == '\0');
        assert_int_equal(buffer[capacity < 0 ? 0 : capacity], 'x');
    }
    assert_int_equal(sigma_audit_decision(&fresh.log, &line.context, &line.proposal, &line.decision,
                                          buffer, line.length + 1, &length),
                     SIGMA_OK);
    assert_string_equal(buffer, line.text);
    for (int32_t capacity = -1; capacity <= log.header_length; capacity++) {
        sigma_audit started = {.line = 9};
        memset(buffer, 'x', sizeof buffer);
        length = 9;
        assert_int_equal(sigma_audit_init(&started, &policy, buffer, capacity, &length),
                         SIGMA_E_SPACE);
        assert_zero(started);
        assert_zero(length);
        assert_true(capacity < 1 ? buffer[0] == 'x' : buffer[0] == '\0');
        assert_int_equal(buffer[capacity < 0 ? 0 : capacity], 'x');
    }
}

static void no_line(const void *damaged, const sigma_field *field, void *context)
{
    lines_log *log = (lines_log *)context;
    sigma_audit_record record;
    sigma_audit before = log->log;
    char buffer[SIGMA_AUDIT_SPACE] = "x";
    int32_t length = 9;
    memcpy(&record, damaged, sizeof record);
    if (field->offset < (int32_t)offsetof(sigma_audit_record, context)) {
        return; /* the log itself gives the line and the digest */
    }
    assert_int_equal(sigma_audit_decision(&log->log, &record.context, &record.proposal,
                                          &record.decision, buffer, sizeof buffer, &length),
                     SIGMA_E_RANGE);
    assert_string_equal(buffer, "");
    assert_zero(length);
    assert_same(log->log, before);
}

static void a_field_out_of_range_gives_a_status_and_no_line(void **unused)
{
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    lines_line line = lines_known(&log);
    sigma_audit_record record = {.line = 2, .context = sample_guarded(), .proposal = line.proposal};
    (void)unused;
    record.decision = line.decision;
    assert_true(damage_each(SIGMA_KIND_AUDIT_RECORD, &record, no_line, &log) > 400);
    assert_true(damage_doubles(SIGMA_KIND_AUDIT_RECORD, &record, no_line, &log) > 200);
}

static void no_log(const void *damaged, const sigma_field *field, void *context)
{
    sigma_audit log = {.line = 9};
    char buffer[SIGMA_AUDIT_SPACE] = "x";
    int32_t length = 9;
    sigma_policy policy;
    (void)field, (void)context;
    memcpy(&policy, damaged, sizeof policy);
    assert_int_equal(sigma_audit_init(&log, &policy, buffer, sizeof buffer, &length),
                     SIGMA_E_RANGE);
    assert_zero(log);
    assert_string_equal(buffer, "");
    assert_zero(length);
}

static void a_policy_out_of_range_starts_no_log(void **unused)
{
    sigma_policy policy = sample_policy(), zero = {0};
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_POLICY, &policy, no_log, NULL) > 50);
    no_log(&zero, NULL, NULL);
}

static void damaged_log(const void *damaged, const sigma_field *field, void *context)
{
    lines_line *line = (lines_line *)context;
    sigma_audit log;
    char buffer[SIGMA_AUDIT_SPACE] = "x";
    int32_t length = 9;
    (void)field;
    memcpy(&log, damaged, sizeof log);
    assert_int_equal(sigma_audit_decision(&log, &line->context, &line->proposal, &line->decision,
                                          buffer, sizeof buffer, &length),
                     SIGMA_E_STATE);
    assert_string_equal(buffer, "");
    assert_zero(length);
    assert_memory_equal(&log, damaged, sizeof log);
}

static void a_zeroed_or_damaged_log_is_refused(void **unused)
{
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    lines_line line = lines_known(&log);
    sigma_audit zero = {0};
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_AUDIT, &log.log, damaged_log, &line) > 4);
    damaged_log(&zero, NULL, &line);
    log.log.line = INT64_MAX; /* there is no next one */
    damaged_log(&log.log, NULL, &line);
}

static void the_locale_has_no_say(void **unused)
{
    sigma_policy policy = sample_policy();
    (void)unused;
    if (!setlocale(LC_ALL, "de_DE.UTF-8") && !setlocale(LC_ALL, "fr_FR.UTF-8")) {
        skip();
    }
    lines_log log = lines_start(&policy);
    lines_line line = lines_known(&log);
    assert_string_equal(log.header, known_header);
    assert_string_equal(line.text, known_line);
    assert_non_null(setlocale(LC_ALL, "C"));
}

static void null_is_refused(void **unused)
{
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    lines_line l = lines_known(&log);
    char b[SIGMA_AUDIT_SPACE] = "x";
    int32_t n = 9, size = sizeof b;
    sigma_audit a = log.log, before = a;
    (void)unused;
#define REFUSED(call)                                                                              \
    b[0] = 'x', n = 9;                                                                             \
    assert_int_equal(call, SIGMA_E_NULL);                                                          \
    assert_same(a, before)
    REFUSED(sigma_audit_decision(NULL, &l.context, &l.proposal, &l.decision, b, size, &n));
    assert_true(b[0] == '\0' && n == 0);
    REFUSED(sigma_audit_decision(&a, NULL, &l.proposal, &l.decision, b, size, &n));
    assert_true(b[0] == '\0' && n == 0);
    REFUSED(sigma_audit_decision(&a, &l.context, NULL, &l.decision, b, size, &n));
    assert_true(b[0] == '\0' && n == 0);
    REFUSED(sigma_audit_decision(&a, &l.context, &l.proposal, NULL, b, size, &n));
    assert_true(b[0] == '\0' && n == 0);
    REFUSED(sigma_audit_decision(&a, &l.context, &l.proposal, &l.decision, NULL, size, &n));
    assert_zero(n);
    REFUSED(sigma_audit_decision(&a, &l.context, &l.proposal, &l.decision, b, size, NULL));
    assert_string_equal(b, "");
    REFUSED(sigma_audit_init(NULL, &policy, b, size, &n));
    assert_true(b[0] == '\0' && n == 0);
    assert_int_equal(sigma_audit_init(&a, NULL, b, size, &n), SIGMA_E_NULL);
    assert_zero(a);
    a.line = 9;
    assert_int_equal(sigma_audit_init(&a, &policy, NULL, size, &n), SIGMA_E_NULL);
    assert_zero(a);
    a.line = 9;
    assert_int_equal(sigma_audit_init(&a, &policy, b, size, NULL), SIGMA_E_NULL);
    assert_zero(a);
#undef REFUSED
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_lines_of_the_known_answer),
        cmocka_unit_test(every_line_ends_in_the_crc_of_what_stands_before),
        cmocka_unit_test(at_every_smaller_capacity_nothing_is_written),
        cmocka_unit_test(a_field_out_of_range_gives_a_status_and_no_line),
        cmocka_unit_test(a_policy_out_of_range_starts_no_log),
        cmocka_unit_test(a_zeroed_or_damaged_log_is_refused),
        cmocka_unit_test(the_locale_has_no_say),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
