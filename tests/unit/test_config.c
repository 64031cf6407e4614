/* SPDX-License-Identifier: MIT */
/* libsigma-config: what is read, what is refused with which words, and that it reads what it
 * writes. */
#include "config/rows.h"
#include "damage.h"
#include "sigma/config.h"
#include "test.h"

#include <locale.h>
#include <yaml.h>

enum { FILE_SPACE = SIGMA_CONFIG_SPACE + 16 };

static sigma_config config;
static sigma_config_error error;
static char text[FILE_SPACE];

static sigma_status read_bytes(const char *bytes, size_t length)
{
    return sigma_config_read(bytes, (int64_t)length, "desk.yaml", &config, &error);
}

static sigma_status read_text(const char *yaml)
{
    return read_bytes(yaml, strlen(yaml));
}

static void accept(const char *yaml)
{
    if (read_text(yaml) != SIGMA_OK) {
        print_error("%s\n", error.message);
        fail();
    }
    assert_zero(error);
}

/* ---- mistakes */

typedef struct mistake {
    sigma_status status;
    int32_t length;
    const char *yaml, *message;
} mistake;

#define CASE(status, yaml, message) {status, (int32_t)sizeof(yaml) - 1, yaml, message},
static const mistake mistakes[] = {
#include "config_cases.inc"
};

static void every_mistake_has_its_message(void **state)
{
    static sigma_config before;
    (void)state;

    memset(&config, 0x5a, sizeof config);
    before = config;
    for (int32_t i = 0; i < COUNT_OF(mistakes); i++) {
        const mistake *m = &mistakes[i];
        char message[sizeof error.message];
        int line = 0, column = 0;
        sigma_status status = read_bytes(m->yaml, (size_t)m->length);
        snprintf(message, sizeof message, "desk.yaml%s", m->message);
        assert_string_equal(error.message, message);
        assert_int_equal(status, m->status);
        assert_int_equal(sscanf(m->message, ":%d:%d", &line, &column), 2);
        assert_int_equal(error.line, line);
        assert_int_equal(error.column, column);
        assert_true(error.path[0] == '\0' || strstr(m->message, error.path));
        assert_same(config, before);
    }
}

/* The words of a set grow with the library, so they are not listed here. */
static void mistakes_in_sets(void **state)
{
    static const char *const found[][2] = {
        {"symbol", "symbol"},     {"[symbol, symbol]", "symbol"}, {"[symbol, prices]", "prices"},
        {"[unknown]", "unknown"}, {"[[symbol]]", "a list"},       {"{symbol: 1}", "a mapping"}};
    static const char head[] = "policy.parts: expected a list of different ones of symbol, market,";
    char yaml[64], tail[64];
    (void)state;

    for (int32_t i = 0; i < COUNT_OF(found); i++) {
        snprintf(yaml, sizeof yaml, "policy: {parts: %s}", found[i][0]);
        snprintf(tail, sizeof tail, ", found %s", found[i][1]);
        assert_int_equal(read_text(yaml), SIGMA_E_FORMAT);
        assert_non_null(strstr(error.message, head));
        assert_null(strstr(error.message, "unknown, "));
        assert_string_equal(error.message + strlen(error.message) - strlen(tail), tail);
    }
}

static void limits_of_size(void **state)
{
    static char large[SIGMA_CONFIG_SPACE + 1];
    (void)state;

    memset(large, ' ', sizeof large);
    large[0] = '#';
    assert_int_equal(read_bytes(large, SIGMA_CONFIG_SPACE + 1), SIGMA_E_SPACE);
    assert_string_equal(error.message, "desk.yaml: expected at most 131072 bytes");
    assert_int_equal(read_bytes(large, SIGMA_CONFIG_SPACE), SIGMA_E_FORMAT);
    assert_int_equal(sigma_config_read(large, -1, "desk.yaml", &config, &error), SIGMA_E_SPACE);
    memset(large, '[', sizeof large);
    assert_int_equal(read_bytes(large, SIGMA_CONFIG_SPACE), SIGMA_E_SPACE);
    assert_int_equal(error.column, SIGMA_CONFIG_DEPTH + 1);
    for (int32_t i = 0; i < SIGMA_CONFIG_SPACE; i++) {
        large[i] = "- []\n"[i % 5];
    }
    assert_int_equal(read_bytes(large, SIGMA_CONFIG_SPACE), SIGMA_E_SPACE);
    assert_int_equal(error.line, SIGMA_CONFIG_VALUES);
    memset(large, '-', sizeof large);
    for (int32_t i = 1; i < SIGMA_CONFIG_SPACE; i += 2) {
        large[i] = '\n';
    }
    assert_int_equal(read_bytes(large, SIGMA_CONFIG_SPACE), SIGMA_E_SPACE);
    assert_int_equal(error.line, SIGMA_CONFIG_VALUES);
}

/* Names and paths that do not fit are cut. */
static void long_names_are_cut(void **state)
{
    char yaml[1024] = "symbols: {", name[512];
    (void)state;

    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    assert_int_equal(sigma_config_read("x: 1", 4, name, &config, &error), SIGMA_E_FORMAT);
    assert_int_equal(strlen(error.message), 80 + strlen(":1:1: x: no such key"));
    for (int32_t i = 0; i < 200; i++) {
        strcat(yaml, "k");
    }
    strcat(yaml, ": 1, 'k");
    assert_int_equal(read_text(yaml), SIGMA_E_FORMAT);
    memset(yaml, 'k', 200);
    strcpy(yaml + 200, ": 1");
    assert_int_equal(read_text(yaml), SIGMA_E_FORMAT);
    assert_int_equal(strlen(error.path), sizeof error.path - 1);
}

static void null_arguments(void **state)
{
    int32_t length = 1;
    sigma_correlation correlation;
    (void)state;

    assert_int_equal(sigma_config_read(NULL, 0, "", &config, &error), SIGMA_E_NULL);
    assert_int_equal(sigma_config_read("", 0, NULL, &config, &error), SIGMA_E_NULL);
    assert_int_equal(sigma_config_read("", 0, "", NULL, &error), SIGMA_E_NULL);
    assert_int_equal(sigma_config_read("", 0, "", &config, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_config_defaults(NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_config_preset(SIGMA_MARKET_CRYPTO, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_config_write(NULL, text, 10, &length), SIGMA_E_NULL);
    assert_int_equal(length, 0);
    assert_int_equal(sigma_config_write(&config, NULL, 10, &length), SIGMA_E_NULL);
    text[0] = 'x';
    assert_int_equal(sigma_config_write(&config, text, 10, NULL), SIGMA_E_NULL);
    assert_int_equal(text[0], '\0');
    assert_int_equal(sigma_config_correlate(NULL, &correlation), SIGMA_E_NULL);
    assert_int_equal(sigma_config_correlate(&config, NULL), SIGMA_E_NULL);
}

/* ---- what is read */

static void numbers_are_exact(void **state)
{
    static const struct {
        const char *written;
        double value;
    } numbers[] = {{"0.1", 0.1},    {"10%", 0.1},     {"2.5%", 0.025},     {"0.3%", 0.003},
                   {"1e-9", 1e-9},  {"1.0E-9", 1e-9}, {"+0.5", 0.5},       {"1", 1.0},
                   {".5", 0.5},     {"1.", 1.0},      {"33.3%", 0.333},    {"100%", 1.0},
                   {"0.07%", 7e-4}, {"0.0007", 7e-4}, {"29%", 0.29},       {"0.14%", 0.0014},
                   {"57.0%", 0.57}, {"1.1%", 0.011},  {"0.000001%", 1e-8}, {"+.25", 0.25}};
    char yaml[64];
    (void)state;

    for (int32_t i = 0; i < COUNT_OF(numbers); i++) {
        snprintf(yaml, sizeof yaml, "gate: {risk_max: %s}", numbers[i].written);
        accept(yaml);
        assert_bits(config.gate.risk_max, numbers[i].value);
    }
}

static void numbers_in_a_locale_with_a_comma(void **state)
{
    (void)state;

    if (!setlocale(LC_ALL, "de_DE.UTF-8")) {
        skip();
    }
    accept("gate: {risk_max: 0.125}");
    assert_bits(config.gate.risk_max, 0.125);
    int32_t length;
    assert_int_equal(sigma_config_write(&config, text, FILE_SPACE, &length), SIGMA_OK);
    assert_non_null(strstr(text, "\n  risk_max: 0.125\n"));
    setlocale(LC_ALL, "C");
}

static void other_forms(void **state)
{
    (void)state;

    accept("\xef\xbb\xbfpolicy: moderate\r\ngate:\r\n  orders_max: +7\r\n");
    assert_int_equal(config.gate.orders_max, 7);
    assert_bits(config.policy.sizing.risk_max, 0.01);
    assert_int_equal(config.policy.sizing.mode, SIGMA_MODE_SCEPTICAL);
    accept("%YAML 1.1\n--- # with a comment\ntechnical: {counter: true, interval: 15m}\n...\n");
    assert_int_equal(config.technical.counter, 1);
    assert_int_equal(config.technical.interval, INT64_C(900000000000));
    accept("technical: {counter: false}");
    assert_int_equal(config.technical.counter, 0);
    accept("gate: {age_max: 250ms, cooldown: '0s', order_window: 90us}");
    assert_int_equal(config.gate.age_max, 250000000);
    assert_int_equal(config.gate.cooldown, 0);
    assert_int_equal(config.gate.order_window, 90000);
    accept("policy: {conduct: \"advise\", parts: [], sizing: money}");
    assert_int_equal(config.policy.conduct, SIGMA_CONDUCT_ADVISE);
    assert_int_equal(config.policy.parts, 0);
    assert_int_equal(config.policy.sizing.mode, SIGMA_MODE_MONEY);
    accept("kelly: conservative\nexits: {preset: half}\nprop: topstep_50k\n");
    assert_bits(config.kelly.floor, 0.9);
    assert_bits(config.exits.partial_fraction[0], 0.5);
    assert_bits(config.prop.start, 50000.0);
    accept("{}");
    accept("? policy\n: {}\n");
}

static void schedules(void **state)
{
    sigma_schedule forex, own;
    sigma_zone zone;
    (void)state;

    accept("schedule: forex");
    assert_int_equal(sigma_schedule_defaults(SIGMA_HOURS_FOREX, &forex), SIGMA_OK);
    assert_same(config.schedule, forex);
    accept("schedule:\n"
           "  zone: london\n"
           "  reset: 17:00:30\n"
           "  holidays: [1970-01-02, 1969-12-31, \"2026-12-25\"]\n"
           "  windows:\n"
           "    - {days: [monday, sunday], start: 9:30, end: \"26:00\", effect: blocked}\n");
    assert_int_equal(sigma_zone_defaults(SIGMA_ZONE_LONDON, &zone), SIGMA_OK);
    own = (sigma_schedule){.zone = zone,
                           .windows = {{65, 34200, 93600, SIGMA_WINDOW_BLOCKED}},
                           .holidays = {1, -1, 20812},
                           .reset = 61230,
                           .window_count = 1,
                           .holiday_count = 3};
    assert_same(config.schedule, own);
    accept("schedule: {preset: forex, windows: [], zone: {offset: -05:30, saving: 1:00}}");
    assert_int_equal(config.schedule.window_count, 0);
    assert_zero(config.schedule.windows);
    assert_int_equal(config.schedule.zone.offset, -19800);
    assert_int_equal(config.schedule.zone.saving, 3600);
}

static void an_account(void **state)
{
    (void)state;

    accept("account: {balance: 10000}");
    assert_bits(config.account.equity, 10000.0);
    assert_bits(config.account.peak, 10000.0);
    assert_bits(config.account.margin, 0.0);
    accept("account: {balance: 10000, equity: 9000, peak: 12000, margin: 500}");
    assert_bits(config.account.equity, 9000.0);
    assert_bits(config.account.peak, 12000.0);
    assert_bits(config.account.margin, 500.0);
    accept("preset: crypto\naccount: {balance: 10000}");
    assert_bits(config.account.equity, 10000.0);
}

static void symbols_and_sectors(void **state)
{
    (void)state;

    accept("symbols:\n"
           "  ES: {sector: us, commission: 2.1}\n"
           "  FOO: &foo {tick_size: 0.5, tick_value: 2, lot_min: 1, lot_max: 5, lot_step: 1,\n"
           "         leverage: 10, asset: future, sector: other}\n"
           "  NQ: {sector: us}\n"
           "  BAR: *foo\n"
           "  CL: {}\n"
           "  COIN: {tick_size: 0.5, contract_size: 100, quote_rate: 1, lot_min: 1, lot_max: 5,\n"
           "         lot_step: 1, leverage: 10, asset: inverse}\n");
    assert_int_equal(config.symbols, 6);
    assert_string_equal(config.symbol[3].name, "BAR");
    assert_int_equal(config.symbol[3].facts.id, 4);
    assert_bits(config.symbol[3].facts.tick_value, 2.0);
    assert_bits(config.symbol[0].facts.tick_value, 12.5);
    assert_bits(config.symbol[0].facts.commission, 2.1);
    assert_bits(config.symbol[5].facts.tick_value, 0.0);
    const int32_t sectors[] = {1, 2, 1, 2, 0, 0};
    for (int32_t i = 0; i < 6; i++) {
        assert_int_equal(config.symbol[i].sector, sectors[i]);
    }
}

/* What a lot is worth follows from its size and the rate, unless it is given. */
static void worth_of_a_lot(void **state)
{
    (void)state;

    accept(
        "symbols: {USDJPY: {quote_rate: 0.0065}, EURUSD: {contract_size: 1000},\n"
        "          GBPUSD: {quote_rate: 0.9}, GBPJPY: {tick_value: 0.61}, ES: {tick_size: 0.5}}");
    assert_near(config.symbol[0].facts.tick_value, 0.65, 1e-15);
    assert_near(config.symbol[1].facts.tick_value, 0.01, 1e-15);
    assert_near(config.symbol[2].facts.tick_value, 0.9, 1e-15);
    assert_bits(config.symbol[3].facts.tick_value, 0.61);
    assert_bits(config.symbol[4].facts.tick_value, 25.0);
    accept("symbols: {EURUSD: {tick_value: 0.9, contract_size: 100000, quote_rate: 0.9}}");
    assert_bits(config.symbol[0].facts.tick_value, 0.9);
}

static void presets(void **state)
{
    static sigma_config preset;
    (void)state;

    assert_int_equal(sigma_config_preset(SIGMA_MARKET_UNKNOWN, &preset), SIGMA_E_RANGE);
    assert_zero(preset);
    assert_int_equal(sigma_config_preset(SIGMA_MARKET_COUNT, &preset), SIGMA_E_RANGE);
    accept("preset: forex\nsymbols: [EURUSD]\n");
    assert_bits(config.policy.sizing.risk_fraction, 0.01);
    assert_bits(config.policy.sizing.risk_max, 0.01);
    assert_bits(config.policy.sizing.leverage_max, 5.0);
    assert_bits(config.technical.score_min, 2.5);
    assert_zero(config.account);
    accept("preset: futures\n");
    assert_bits(config.technical.score_min, 3.0);
    assert_bits(config.account.balance, 150000.0);
    assert_int_equal(config.symbols, 4);
    assert_string_equal(config.symbol[3].name, "GC");
    assert_int_equal(sigma_config_preset(SIGMA_MARKET_FUTURES, &preset), SIGMA_OK);
    assert_same(config, preset);
    accept("preset: crypto\n");
    assert_bits(config.policy.sizing.risk_fraction, 0.008);
    assert_bits(config.account.equity, 200000.0);
    assert_int_equal(config.symbols, 2);
    assert_int_equal(config.exits.unit, SIGMA_GAIN_PRICE);
    assert_int_equal(sigma_config_preset(SIGMA_MARKET_FOREX, &preset), SIGMA_OK);
    assert_string_equal(preset.symbol[1].name, "USDJPY");
    assert_bits(preset.symbol[1].facts.tick_value, 0.0);
    assert_int_equal(sigma_config_defaults(&preset), SIGMA_OK);
    accept("policy: {}");
    assert_same(config, preset);
}

static void correlations(void **state)
{
    static sigma_correlation matrix;
    double value;
    (void)state;

    accept("symbols: [ES, NQ, CL, GC]\n"
           "groups:\n"
           "  stocks: {symbols: [NQ, ES], correlation: 0.8}\n"
           "  all: {symbols: [ES, NQ, CL], correlation: 0.1}\n"
           "correlations: [[CL, ES, -0.25], [ES, GC, 0.3]]\n"
           "correlation: {prior: 0.2}\n");
    assert_int_equal(sigma_config_correlate(&config, &matrix), SIGMA_OK);
    const double expected[4][4] = {
        {1.0, 0.8, -0.25, 0.3}, {0.8, 1.0, 0.1, 0.2}, {-0.25, 0.1, 1.0, 0.2}, {0.3, 0.2, 0.2, 1.0}};
    for (int32_t i = 0; i < 4; i++) {
        for (int32_t j = 0; j < 4; j++) {
            assert_int_equal(sigma_correlation_read(&matrix, i + 1, j + 1, &value), SIGMA_OK);
            assert_close(value, expected[i][j], 1e-9);
        }
    }
    config.pair[0].correlation = 2.0;
    assert_int_equal(sigma_config_correlate(&config, &matrix), SIGMA_E_RANGE);
    assert_zero(matrix);
    config.symbol[1].facts.id = 1;
    assert_int_equal(sigma_config_correlate(&config, &matrix), SIGMA_E_RANGE);
    int32_t *const counts[] = {&config.symbols, &config.groups, &config.pairs};
    const int32_t most[] = {SIGMA_CONFIG_SYMBOLS, SIGMA_CONFIG_GROUPS, SIGMA_CONFIG_PAIRS};
    for (int32_t i = 0; i < 3; i++) {
        int32_t kept = *counts[i];
        int32_t length;
        for (int32_t wrong = -1; wrong < 2; wrong += 2) {
            *counts[i] = wrong < 0 ? -1 : most[i] + 1;
            assert_int_equal(sigma_config_correlate(&config, &matrix), SIGMA_E_RANGE);
            assert_int_equal(sigma_config_write(&config, text, FILE_SPACE, &length), SIGMA_E_RANGE);
        }
        *counts[i] = kept;
    }
}

/* ---- what is written */

/* Every key of every section has a form of its own, and every length of time is one. */
static void check_rows(int32_t kind)
{
    config_row row;

    for (int32_t i = 0; sigma_config_row(kind, i, &row); i++) {
        assert_true(row.field.type != SIGMA_TYPE_TIME && row.field.type != SIGMA_TYPE_U32);
        if (row.field.type == SIGMA_TYPE_I64) {
            assert_string_equal(row.field.unit, "ns");
        }
        if (row.form == FORM_STRUCT) {
            assert_int_equal(row.field.type, SIGMA_TYPE_STRUCT);
            check_rows(row.field.detail);
        }
    }
}

static void every_field_has_a_form(void **state)
{
    (void)state;

    check_rows(KIND_CONFIG);
    check_rows(KIND_SYMBOL);
    check_rows(KIND_GROUP);
}

static void written_and_read(void)
{
    static sigma_config again;
    static char twice[FILE_SPACE];
    int32_t length, longer;

    assert_int_equal(sigma_config_write(&config, text, FILE_SPACE, &length), SIGMA_OK);
    assert_int_equal(strlen(text), length);
    memset(&again, 0x77, sizeof again);
    assert_int_equal(sigma_config_read(text, length, "again", &again, &error), SIGMA_OK);
    assert_same(again, config);
    assert_int_equal(sigma_config_write(&again, twice, FILE_SPACE, &longer), SIGMA_OK);
    assert_int_equal(longer, length);
    assert_string_equal(twice, text);
}

static void what_is_written_reads_back(void **state)
{
    (void)state;

    accept("{}");
    written_and_read();
    accept("preset: futures\nprop: ftmo_one_step\nschedule: {preset: futures, zone: new_york,\n"
           "  holidays: [2026-12-25, 1990-01-01], reset: \"17:00:05\"}\n"
           "symbols: {ES: {sector: Yes}, NO: &a {tick_size: 1e-7, tick_value: 1, lot_min: 1,\n"
           "  lot_max: 1e9, lot_step: 1, leverage: 1, asset: stock, sector: s.t-x/y_1},\n"
           "  1INCH: *a, \"#x\": *a, \"BTC/USDT:USDT\": *a, \"null\": *a, n: *a, y: *a}\n"
           "groups: {on: {symbols: [NO, \"#x\"], correlation: -0.0}}\n"
           "correlations: [[NO, ES, 1.0e-5]]\n"
           "gate: {age_max: 90m, cooldown: 1ns}\n");
    written_and_read();
    assert_non_null(strstr(text, "\n  \"NO\":\n    tick_size: 1.0e-7\n"));
    assert_non_null(strstr(text, "\n  - [ES, \"NO\", 0.00001]\n"));
}

/* All that a config can hold fits into the space that is promised. */
static void the_largest_config(void **state)
{
    static char yaml[FILE_SPACE];
    int32_t length;
    size_t n = (size_t)snprintf(yaml, sizeof yaml, "symbols:\n");
    (void)state;

    for (int32_t i = 0; i < SIGMA_CONFIG_SYMBOLS; i++) {
        n += (size_t)snprintf(
            yaml + n, sizeof yaml - n,
            "  %02d_456789012345678901234567890:\n    {tick_size: 1.2345678901234567e-5,\n"
            "    tick_value: 1.2345678901234567e-5, contract_size: 0, quote_rate: 0,\n"
            "    lot_min: 1.2345678901234567e-5, lot_max: 123456.78901234567,\n"
            "    lot_step: 1.2345678901234567e-5, lot_cap: 1.2345678901234567e-5,\n"
            "    commission: 1.2345678901234567e-5, fee_rate: 1.2345678901234567e-5,\n"
            "    spread: 1.2345678901234567e-5, slippage: 1.2345678901234567e-5,\n"
            "    stop_level: 1.2345678901234567e-5, leverage: 1.2345678901234567, asset: inverse,\n"
            "    sector: %02d_456789012345678901234567890}\n",
            (int)i, (int)i);
        for (char *at; (at = strstr(yaml, "contract_size: 0,"));) {
            memcpy(at, "contract_size: 1,", 17);
        }
        for (char *at; (at = strstr(yaml, "quote_rate: 0,"));) {
            memcpy(at, "quote_rate: 1,", 14);
        }
    }
    n += (size_t)snprintf(yaml + n, sizeof yaml - n, "groups:\n");
    for (int32_t i = 0; i < SIGMA_CONFIG_GROUPS; i++) {
        n += (size_t)snprintf(yaml + n, sizeof yaml - n, "  %02d_4567890123456789012345678901:\n",
                              (int)i);
        n += (size_t)snprintf(yaml + n, sizeof yaml - n,
                              "    correlation: -0.12345678901234567\n    symbols: [");
        for (int32_t j = 0; j < SIGMA_CONFIG_SYMBOLS; j++) {
            n += (size_t)snprintf(yaml + n, sizeof yaml - n, "%02d_456789012345678901234567890,",
                                  (int)j);
        }
        n += (size_t)snprintf(yaml + n, sizeof yaml - n, "]\n");
    }
    n += (size_t)snprintf(yaml + n, sizeof yaml - n, "correlations:\n");
    for (int32_t i = 0; i < SIGMA_CONFIG_SYMBOLS; i++) {
        for (int32_t j = 0; j < i; j++) {
            n += (size_t)snprintf(yaml + n, sizeof yaml - n,
                                  "- [%02d_456789012345678901234567890,"
                                  "%02d_456789012345678901234567890,-0.12345678901234567]\n",
                                  (int)j, (int)i);
        }
    }
    assert_true(n < SIGMA_CONFIG_SPACE);
    accept(yaml);
    assert_int_equal(config.pairs, SIGMA_CONFIG_PAIRS);
    written_and_read();
    assert_int_equal(sigma_config_write(&config, text, SIGMA_CONFIG_SPACE, &length), SIGMA_OK);
    print_message("the largest config has %d bytes\n", (int)length);
}

static void every_capacity(void **state)
{
    static char whole[FILE_SPACE];
    int32_t length, needed;
    (void)state;

    accept("preset: futures");
    assert_int_equal(sigma_config_write(&config, whole, FILE_SPACE, &needed), SIGMA_OK);
    for (int32_t capacity = -2; capacity <= needed; capacity += capacity < needed - 20 ? 61 : 1) {
        memset(text, '#', sizeof text);
        assert_int_equal(sigma_config_write(&config, text, capacity, &length), SIGMA_E_SPACE);
        assert_int_equal(length, 0);
        assert_int_equal(text[0], capacity > 0 ? '\0' : '#');
        assert_int_equal(text[capacity > 0 ? capacity : 0], '#');
    }
    memset(text, '#', FILE_SPACE);
    assert_int_equal(sigma_config_write(&config, text, INT32_MIN, &length), SIGMA_E_SPACE);
    assert_true(length == 0 && text[0] == '#');
    assert_int_equal(sigma_config_write(&config, text, needed + 1, &length), SIGMA_OK);
    assert_string_equal(text, whole);
}

static void refuse_to_write(void)
{
    int32_t length;

    assert_int_equal(sigma_config_write(&config, text, FILE_SPACE, &length), SIGMA_E_RANGE);
    assert_int_equal(text[0], '\0');
}

/* Behind the rules that count a field may be zero, and be damaged to that. */
static void see_damaged_schedule(const void *damaged, const sigma_field *field, void *good)
{
    (void)field;
    memcpy(&config.schedule, damaged, sizeof config.schedule);
    if (memcmp(damaged, good, sizeof config.schedule) != 0) {
        refuse_to_write();
    }
}

static void see_damaged_policy(const void *damaged, const sigma_field *field, void *context)
{
    (void)field;
    (void)context;
    memcpy(&config.policy, damaged, sizeof config.policy);
    refuse_to_write();
}

static void damaged_configs_are_not_written(void **state)
{
    sigma_schedule schedule;
    sigma_policy policy;
    (void)state;

    accept("preset: futures\ngroups: {a: {symbols: [ES, NQ], correlation: 0}}\n"
           "correlations: [[ES, NQ, 0.5]]\nschedule: {preset: forex, holidays: [2026-12-25]}");
    schedule = config.schedule;
    policy = config.policy;
    assert_true(damage_each(SIGMA_KIND_SCHEDULE, &schedule, see_damaged_schedule, &schedule) > 50);
    config.schedule = schedule;
    assert_true(damage_each(SIGMA_KIND_POLICY, &policy, see_damaged_policy, NULL) > 200);
    config.policy = policy;
    static sigma_config good;
    good = config;
    config.reserved = 1;
    refuse_to_write();
    config = good;
    config.symbol[2].sector = 5;
    refuse_to_write();
    config = good;
    memset(config.symbol[2].name, 'x', sizeof config.symbol[2].name);
    refuse_to_write();
    config = good;
    strcpy(config.symbol[2].name, "a~b");
    refuse_to_write();
    config = good;
    config.group[0].symbols = UINT64_C(1) << 40;
    refuse_to_write();
    config = good;
    config.pair[0].first = -1;
    refuse_to_write();
    config = good;
    config.pair[0].correlation = NOT_A_NUMBER;
    refuse_to_write();
    config = good;
    config.symbol[20].facts.spread = 1.0;
    refuse_to_write();
    config = good;
    written_and_read();
}

/* ---- random params: what may be written is read back, bit for bit */

typedef struct place {
    config_row row;
    char *at;
} place;

static void random_value(uint64_t *seed, const place *p)
{
    double least = p->row.field.minimum, most = p->row.field.maximum;
    double share = test_random(seed), value = least + share * share * share * (most - least);

    if (p->row.field.type == SIGMA_TYPE_F64) {
        value = fmin(fmax(value, least), most);
        memcpy(p->at, &value, sizeof value);
    } else if (p->row.field.type == SIGMA_TYPE_I64) {
        int64_t whole = (int64_t)value;
        memcpy(p->at, &whole, sizeof whole);
    } else {
        int32_t narrow = (int32_t)value;
        memcpy(p->at, &narrow, sizeof narrow);
    }
}

/* Some field, at any depth, that is one value. */
static bool random_place(uint64_t *seed, int32_t kind, char *object, place *found)
{
    int32_t rows = 0;
    config_row row;

    while (sigma_config_row(kind, rows, &row)) {
        rows++;
    }
    (void)sigma_config_row(kind, (int32_t)(test_random(seed) * rows), &row);
    int32_t element = (int32_t)(test_random(seed) * row.field.count);
    char *at = object + row.field.offset;
    if (row.form == FORM_STRUCT && row.counter == 0) {
        return random_place(seed, row.field.detail, at + element * sigma_config_size(&row), found);
    }
    *found = (place){row, at + element * sigma_config_size(&row)};
    return row.form >= FORM_NUMBER && row.form <= FORM_LENGTH && row.form != FORM_SET;
}

static void random_params_read_back(void **state)
{
    static sigma_config kept;
    uint64_t seed = 20261121;
    int32_t taken = 0, length;
    (void)state;

    accept("preset: futures\nprop: e8_one\naccount: {balance: 5000}");
    for (int32_t i = 0; i < 500; i++) {
        place p;
        kept = config;
        if (!random_place(&seed, KIND_CONFIG, (char *)&config, &p)) {
            continue;
        }
        random_value(&seed, &p);
        if (sigma_config_write(&config, text, FILE_SPACE, &length) != SIGMA_OK) {
            config = kept; /* relations between fields */
            continue;
        }
        written_and_read();
        taken++;
    }
    assert_true(taken > 250);
    print_message("%d random configs read back\n", (int)taken);
}

/* ---- no memory */

void *__real_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size);
int __real_yaml_parser_initialize(yaml_parser_t *parser);
int __wrap_yaml_parser_initialize(yaml_parser_t *parser);
int __real_yaml_parser_parse(yaml_parser_t *parser, yaml_event_t *event);
int __wrap_yaml_parser_parse(yaml_parser_t *parser, yaml_event_t *event);

static int lacking; /* 1 calloc, 2 the parser, 3 an event */

void *__wrap_calloc(size_t count, size_t size)
{
    return lacking == 1 ? NULL : __real_calloc(count, size);
}

int __wrap_yaml_parser_initialize(yaml_parser_t *parser)
{
    return lacking == 2 ? 0 : __real_yaml_parser_initialize(parser);
}

int __wrap_yaml_parser_parse(yaml_parser_t *parser, yaml_event_t *event)
{
    if (lacking == 3) {
        parser->error = YAML_MEMORY_ERROR;
        return 0;
    }
    return __real_yaml_parser_parse(parser, event);
}

static void without_memory(void **state)
{
    int32_t length;
    (void)state;

    accept("{}");
    for (int what = 1; what <= 3; what++) {
        lacking = what;
        sigma_status status = read_text("policy: moderate");
        sigma_status written = sigma_config_write(&config, text, FILE_SPACE, &length);
        lacking = 0;
        assert_int_equal(status, SIGMA_E_SPACE);
        assert_string_equal(error.message, "desk.yaml: there is not enough memory");
        assert_int_equal(written, SIGMA_E_SPACE);
        assert_int_equal(text[0], '\0');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mistake_has_its_message),
        cmocka_unit_test(mistakes_in_sets),
        cmocka_unit_test(limits_of_size),
        cmocka_unit_test(long_names_are_cut),
        cmocka_unit_test(null_arguments),
        cmocka_unit_test(numbers_are_exact),
        cmocka_unit_test(numbers_in_a_locale_with_a_comma),
        cmocka_unit_test(other_forms),
        cmocka_unit_test(schedules),
        cmocka_unit_test(an_account),
        cmocka_unit_test(symbols_and_sectors),
        cmocka_unit_test(worth_of_a_lot),
        cmocka_unit_test(presets),
        cmocka_unit_test(correlations),
        cmocka_unit_test(every_field_has_a_form),
        cmocka_unit_test(what_is_written_reads_back),
        cmocka_unit_test(the_largest_config),
        cmocka_unit_test(every_capacity),
        cmocka_unit_test(damaged_configs_are_not_written),
        cmocka_unit_test(random_params_read_back),
        cmocka_unit_test(without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
