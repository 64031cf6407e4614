/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "events.h"
#include "samples.h"
#include "test.h"

/* One sound struct of each kind that is not only a result. */
typedef struct sound {
    int32_t kind;
    const void *object;
} sound;

enum { SOUND = 62 };

static sound list[SOUND];
static int32_t listed;

static void add(int32_t kind, const void *object)
{
    assert_true(listed < SOUND);
    list[listed++] = (sound){kind, object};
}

static sigma_desk desk;
static sigma_market market;
static sigma_features features;
static sigma_audit_header header;
static sigma_audit_record record;

static void fill_market(void)
{
    sample_walk walk = sample_random_walk(1);
    sigma_market_params params = sample_market_params();
    sigma_symbol symbol = sample_symbol();
    assert_int_equal(sigma_market_init(&market, &params, &symbol), SIGMA_OK);
    for (int32_t i = 0; i < 300; i++) {
        sigma_bar bar = sample_bar(&walk, i);
        assert_true(sigma_market_update(&market, &bar) >= 0);
    }
    assert_int_equal(sigma_market_features(&market, &features), SIGMA_OK);
}

static void fill_desk(void)
{
    assert_int_equal(sigma_desk_init(&desk, sample_now, 10000.0), SIGMA_OK);
    for (int32_t id = 1; id <= SIGMA_PORTFOLIO_SPACE; id++) {
        sigma_position position = sample_position(id, 0.1 * id);
        assert_int_equal(sigma_desk_position(&desk, &position), SIGMA_OK);
    }
}

static struct {
    sigma_breaker_params breaker_params;
    sigma_breaker breaker;
    sigma_breaker_sample event;
    sigma_breaker_transition transition;
    sigma_breaker_result breaker_result;
    sigma_gate_params gate_params;
    sigma_gate gate;
    sigma_gate_sample order;
    sigma_gate_result gate_result;
    sigma_monitor_params monitor_params;
    sigma_monitor monitor;
    sigma_monitor_sample closed;
    sigma_monitor_result health;
    sigma_prop_params rules;
    sigma_prop prop;
    sigma_prop_sample figures;
    sigma_prop_result standing;
    sigma_prop_trade trade;
    sigma_prop_verdict verdict;
    sigma_prop_plan plan;
    sigma_prop_odds odds;
    sigma_exits_params exits_params;
    sigma_exits_entry entry;
    sigma_exits exits;
    sigma_exits_sample seen;
    sigma_exits_result exit;
    sigma_correlation_params correlation_params;
    sigma_correlation correlation;
    sigma_portfolio_params limits;
    sigma_portfolio_sample candidate;
    sigma_portfolio_verdict heat;
} guards;

static void fill_breaker_and_monitor(void)
{
    guards.event = (sigma_breaker_sample){0, 1.0, SIGMA_EVENT_SLIPPAGE, 0};
    assert_int_equal(sigma_breaker_defaults(&guards.breaker_params), SIGMA_OK);
    assert_int_equal(sigma_breaker_init(&guards.breaker, 0, &guards.breaker_params), SIGMA_OK);
    assert_int_equal(sigma_breaker_update(&guards.breaker, &guards.event, &guards.transition),
                     SIGMA_OK);
    assert_int_equal(sigma_breaker_read(&guards.breaker, &guards.breaker_result), SIGMA_OK);
    guards.closed = (sigma_monitor_sample){0, -1.0, 0, 0};
    assert_int_equal(sigma_monitor_defaults(&guards.monitor_params), SIGMA_OK);
    assert_int_equal(sigma_monitor_init(&guards.monitor, 0, &guards.monitor_params), SIGMA_OK);
    assert_int_equal(sigma_monitor_update(&guards.monitor, &guards.closed, &guards.health),
                     SIGMA_WARMUP);
    add(SIGMA_KIND_BREAKER_PARAMS, &guards.breaker_params);
    add(SIGMA_KIND_BREAKER, &guards.breaker);
    add(SIGMA_KIND_BREAKER_ISSUE, &guards.breaker.issue[0]);
    add(SIGMA_KIND_BREAKER_SAMPLE, &guards.event);
    add(SIGMA_KIND_BREAKER_TRANSITION, &guards.transition);
    add(SIGMA_KIND_BREAKER_RESULT, &guards.breaker_result);
    add(SIGMA_KIND_MONITOR_PARAMS, &guards.monitor_params);
    add(SIGMA_KIND_MONITOR, &guards.monitor);
    add(SIGMA_KIND_MONITOR_SAMPLE, &guards.closed);
    add(SIGMA_KIND_MONITOR_RESULT, &guards.health);
}

static void fill_gate_and_prop(void)
{
    guards.order = (sigma_gate_sample){.intent = SIGMA_INTENT_OPEN, .side = SIGMA_SIDE_LONG};
    assert_int_equal(sigma_gate_defaults(&guards.gate_params), SIGMA_OK);
    assert_int_equal(sigma_gate_init(&guards.gate, 0, 1e4, &guards.gate_params), SIGMA_OK);
    assert_int_equal(sigma_gate_check(&guards.gate, &guards.order, &guards.gate_result), SIGMA_OK);
    guards.figures = (sigma_prop_sample){1, 1e5, 1e5, 1e5, 1e5, 0, 0};
    guards.trade = (sigma_prop_trade){.time = 1, .risk = 100.0};
    guards.plan = (sigma_prop_plan){.mean = 0.1, .deviation = 1.0, .per_day = 2.0};
    assert_int_equal(sigma_prop_defaults(&guards.rules, SIGMA_FIRM_FTMO_TWO_STEP), SIGMA_OK);
    assert_int_equal(sigma_prop_init(&guards.prop, 0, &guards.rules), SIGMA_OK);
    assert_int_equal(sigma_prop_update(&guards.prop, &guards.figures), SIGMA_OK);
    assert_int_equal(sigma_prop_read(&guards.prop, &guards.standing), SIGMA_OK);
    assert_int_equal(sigma_prop_check(&guards.prop, &guards.trade, &guards.verdict), SIGMA_OK);
    assert_int_equal(sigma_prop_forecast(&guards.prop, &guards.plan, &guards.odds), SIGMA_OK);
    add(SIGMA_KIND_GATE_PARAMS, &guards.gate_params);
    add(SIGMA_KIND_GATE, &guards.gate);
    add(SIGMA_KIND_GATE_SAMPLE, &guards.order);
    add(SIGMA_KIND_GATE_RESULT, &guards.gate_result);
    add(SIGMA_KIND_PROP_PARAMS, &guards.rules);
    add(SIGMA_KIND_PROP, &guards.prop);
    add(SIGMA_KIND_PROP_SAMPLE, &guards.figures);
    add(SIGMA_KIND_PROP_RESULT, &guards.standing);
    add(SIGMA_KIND_PROP_TRADE, &guards.trade);
    add(SIGMA_KIND_PROP_VERDICT, &guards.verdict);
    add(SIGMA_KIND_PROP_PLAN, &guards.plan);
    add(SIGMA_KIND_PROP_ODDS, &guards.odds);
}

/* But for the correlations themselves, of which test_correlation damages each. */
static void fill_exits_and_portfolio(void)
{
    sigma_bar bar = {1, 100.0, 101.0, 99.0, 100.5, 1.0};
    guards.entry = (sigma_exits_entry){
        .entry = 100.0, .stop = 98.0, .side = SIGMA_SIDE_LONG, .regime = SIGMA_REGIME_RANGE};
    guards.seen.regime = SIGMA_REGIME_RANGE;
    assert_int_equal(sigma_exits_defaults(&guards.exits_params, SIGMA_STYLE_RISK), SIGMA_OK);
    assert_int_equal(sigma_exits_init(&guards.exits, &guards.exits_params, &guards.entry),
                     SIGMA_OK);
    assert_int_equal(sigma_exits_update(&guards.exits, &bar, &guards.seen, &guards.exit), SIGMA_OK);
    guards.candidate = (sigma_portfolio_sample){.exposure = 1e3,
                                                .risk = 10.0,
                                                .balance = 1e4,
                                                .equity = 1e4,
                                                .symbol = 1,
                                                .side = SIGMA_SIDE_LONG};
    assert_int_equal(sigma_correlation_defaults(&guards.correlation_params), SIGMA_OK);
    assert_int_equal(sigma_correlation_init(&guards.correlation, &guards.correlation_params),
                     SIGMA_OK);
    assert_int_equal(sigma_portfolio_defaults(&guards.limits), SIGMA_OK);
    assert_int_equal(sigma_portfolio_check(&desk.portfolio, &guards.correlation, &guards.limits,
                                           &guards.candidate, &guards.heat),
                     SIGMA_OK);
    add(SIGMA_KIND_EXITS_PARAMS, &guards.exits_params);
    add(SIGMA_KIND_EXITS_ENTRY, &guards.entry);
    add(SIGMA_KIND_EXITS, &guards.exits);
    add(SIGMA_KIND_EXITS_SAMPLE, &guards.seen);
    add(SIGMA_KIND_EXITS_RESULT, &guards.exit);
    add(SIGMA_KIND_CORRELATION_PARAMS, &guards.correlation_params);
    add(SIGMA_KIND_PORTFOLIO_PARAMS, &guards.limits);
    add(SIGMA_KIND_PORTFOLIO_SAMPLE, &guards.candidate);
    add(SIGMA_KIND_PORTFOLIO_VERDICT, &guards.heat);
}

static void fill_events(void)
{
    static event events[EVENT_KINDS];
    lines_log log = lines_start(&header.policy);
    for (int32_t i = 0; i < EVENT_KINDS; i++) {
        char text[SIGMA_AUDIT_EVENT_SPACE];
        int32_t length;
        events[i] = event_known(event_kinds[i]);
        event_add(&log, &events[i], text, &length);
        add(events[i].kind, &events[i].is);
    }
}

static int setup(void **unused)
{
    static sigma_bar bar;
    static sigma_position position;
    static sigma_market_params params;
    static sigma_signal_params signal;
    static sigma_signal_result says = {.strength = 0.5, .side = SIGMA_SIDE_LONG};
    static sigma_stops_sample stops = {.entry = 1.1, .side = SIGMA_SIDE_LONG};
    static sigma_sizing_sample sizing = {
        .equity = 1e4, .balance = 1e4, .peak = 1e4, .entry = 1.1, .stop = 1.0};
    static sigma_audit log = {.line = 1};
    static sigma_audit_difference difference = {.field = "decision.lots", .cause = 5};
    static sigma_field field;
    sample_walk walk = sample_random_walk(2);
    (void)unused;
    bar = sample_bar(&walk, 0);
    position = sample_position(1, 0.1);
    params = sample_market_params();
    fill_market();
    fill_desk();
    header = (sigma_audit_header){1, 5, 100, 1, 0, sample_policy()};
    record = (sigma_audit_record){
        .line = 2, .digest = 5, .context = sample_context(), .proposal = sample_proposal()};
    assert_int_equal(
        sigma_decide(&header.policy, &record.context, &record.proposal, &record.decision),
        SIGMA_OK);
    record.context = sample_guarded();
    desk.edge = record.context.edge;
    sample_guards(&desk);
    assert_int_equal(sigma_signal_defaults(&signal), SIGMA_OK);
    assert_int_equal(sigma_layout_field(SIGMA_KIND_BAR, 1, &field), SIGMA_OK);
    sigma_field tag;
    assert_int_equal(sigma_layout_field(SIGMA_KIND_AUDIT, 2, &tag), SIGMA_OK);
    log.tag = (int32_t)tag.minimum;
    add(SIGMA_KIND_BAR, &bar);
    add(SIGMA_KIND_SYMBOL, &market.symbol);
    add(SIGMA_KIND_POSITION, &position);
    add(SIGMA_KIND_ACCOUNT, &desk.account);
    add(SIGMA_KIND_ACCOUNT_RESULT, &record.context.account);
    add(SIGMA_KIND_PORTFOLIO, &desk.portfolio);
    add(SIGMA_KIND_PORTFOLIO_RESULT, &record.context.portfolio);
    add(SIGMA_KIND_EMA, &market.ema[0]);
    add(SIGMA_KIND_ATR, &market.atr);
    add(SIGMA_KIND_ADX, &market.adx);
    add(SIGMA_KIND_MARKET_PARAMS, &params);
    add(SIGMA_KIND_MARKET, &market);
    add(SIGMA_KIND_FEATURES, &features);
    add(SIGMA_KIND_MARKET_RESULT, &record.context.market);
    add(SIGMA_KIND_SIGNAL_PARAMS, &signal);
    add(SIGMA_KIND_SIGNAL_RESULT, &says);
    add(SIGMA_KIND_STOPS_SAMPLE, &stops);
    add(SIGMA_KIND_SIZING_SAMPLE, &sizing);
    add(SIGMA_KIND_POLICY, &header.policy);
    add(SIGMA_KIND_CONTEXT, &record.context);
    add(SIGMA_KIND_PROPOSAL, &record.proposal);
    add(SIGMA_KIND_DECISION, &record.decision);
    add(SIGMA_KIND_DESK, &desk);
    add(SIGMA_KIND_AUDIT, &log);
    add(SIGMA_KIND_AUDIT_RECORD, &record);
    add(SIGMA_KIND_AUDIT_DIFFERENCE, &difference);
    fill_breaker_and_monitor();
    fill_gate_and_prop();
    fill_exits_and_portfolio();
    fill_events();
    return 0;
}

static void sound_structs_pass(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < listed; i++) {
        sigma_field offender = {.count = 9};
        assert_int_equal(sigma_layout_check(list[i].kind, list[i].object, &offender), SIGMA_OK);
        assert_zero(offender);
    }
}

static void sees_the_field(const void *damaged, const sigma_field *field, void *context)
{
    sigma_field offender;
    const sound *s = (const sound *)context;
    assert_int_equal(sigma_layout_check(s->kind, damaged, &offender), SIGMA_E_RANGE);
    assert_memory_equal(&offender, field, sizeof offender);
}

static void every_field_out_of_its_range_is_named(void **unused)
{
    int32_t calls = 0;
    (void)unused;
    for (int32_t i = 0; i < listed; i++) {
        calls += damage_each(list[i].kind, list[i].object, sees_the_field, &list[i]);
    }
    assert_true(calls > 2000);
}

/* The least and the greatest value of a field, as it stands in memory. */
static int32_t ends_of(const sigma_field *field, char low[8], char high[8])
{
    bool wide = field->type == SIGMA_TYPE_I64 || field->type == SIGMA_TYPE_TIME;
    if (field->type == SIGMA_TYPE_F64) {
        memcpy(low, &field->minimum, 8);
        memcpy(high, &field->maximum, 8);
    } else if (wide) {
        int64_t ends[2] = {field->minimum < -0x1p63 ? INT64_MIN : (int64_t)field->minimum,
                           field->maximum >= 0x1p63 ? INT64_MAX : (int64_t)field->maximum};
        memcpy(low, &ends[0], 8);
        memcpy(high, &ends[1], 8);
    } else if (field->type == SIGMA_TYPE_BITS) {
        uint64_t ends[2] = {0, 2 * test_bit((int32_t)field->maximum) - 1};
        memcpy(low, &ends[0], 8);
        memcpy(high, &ends[1], 8);
    } else {
        int32_t ends[2] = {(int32_t)field->minimum, (int32_t)field->maximum};
        memcpy(low, &ends[0], 4);
        memcpy(high, &ends[1], 4);
        return 4;
    }
    return 8;
}

static void both_ends_of_every_range_are_inside(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < listed; i++) {
        int32_t size, count;
        assert_int_equal(sigma_layout_size(list[i].kind, &size, &count), SIGMA_OK);
        for (int32_t k = 0; k < count; k++) {
            _Alignas(8) char object[131072], low[8], high[8];
            sigma_field field, offender;
            assert_int_equal(sigma_layout_field(list[i].kind, k, &field), SIGMA_OK);
            if (field.type < SIGMA_TYPE_STRUCT && field.type != SIGMA_TYPE_U32) {
                int32_t width = ends_of(&field, low, high);
                memcpy(object, list[i].object, (size_t)size);
                memcpy(object + field.offset, low, (size_t)width);
                assert_int_equal(sigma_layout_check(list[i].kind, object, &offender), SIGMA_OK);
                memcpy(object + field.offset, high, (size_t)width);
                assert_int_equal(sigma_layout_check(list[i].kind, object, &offender), SIGMA_OK);
            }
        }
    }
}

static void a_part_that_was_never_read_is_passed_over(void **unused)
{
    sigma_context context = {0};
    sigma_field offender;
    (void)unused;
    assert_int_equal(sigma_layout_check(SIGMA_KIND_CONTEXT, &context, &offender), SIGMA_OK);
    context.account.equity = context.account.peak = 1.0; /* half a part is none */
    assert_int_equal(sigma_layout_check(SIGMA_KIND_CONTEXT, &context, &offender), SIGMA_E_RANGE);
    assert_string_equal(offender.name, "mark");
    assert_int_equal(offender.offset, offsetof(sigma_context, account.mark));
}

static void text_may_end_anywhere_in_its_field(void **unused)
{
    sigma_audit_difference difference = {.cause = SIGMA_CAUSE_SHAPE};
    sigma_field offender;
    (void)unused;
    for (int32_t end = 0; end < COUNT_OF(difference.field); end++) {
        memset(difference.field, 'x', sizeof difference.field);
        difference.field[end] = '\0';
        assert_int_equal(sigma_layout_check(SIGMA_KIND_AUDIT_DIFFERENCE, &difference, &offender),
                         SIGMA_OK);
    }
}

static void what_may_not_be_absent_is_looked_at(void **unused)
{
    sigma_policy policy = {0};
    sigma_field offender;
    (void)unused;
    assert_int_equal(sigma_layout_check(SIGMA_KIND_POLICY, &policy, &offender), SIGMA_E_RANGE);
    assert_string_equal(offender.name, "atr_multiple");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sound_structs_pass),
        cmocka_unit_test(every_field_out_of_its_range_is_named),
        cmocka_unit_test(both_ends_of_every_range_are_inside),
        cmocka_unit_test(a_part_that_was_never_read_is_passed_over),
        cmocka_unit_test(text_may_end_anywhere_in_its_field),
        cmocka_unit_test(what_may_not_be_absent_is_looked_at),
    };
    return cmocka_run_group_tests(tests, setup, NULL);
}
