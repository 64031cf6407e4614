/* SPDX-License-Identifier: MIT */
/* Any bytes are read or refused with a message, and on error nothing is changed; what was read is
 * written, and reads back to the same bytes. A config of any bytes is written so that it reads
 * back, or not at all. Not a target of the golden program, which has no libyaml. */
#include <stdio.h>
#include <string.h>

#include "../fuzz.h"
#include "sigma/config.h"

enum { TEXT = 4096 };

static char written[SIGMA_CONFIG_SPACE];
static sigma_config config, before;

/* ---- text that is mostly YAML, and mostly a config */

static const char *const words[] = {"policy",      "sizing",
                                    "stops",       "factors",
                                    "risk_max",    "risk_fraction",
                                    "mode",        "preset",
                                    "moderate",    "forex",
                                    "futures",     "crypto",
                                    "account",     "balance",
                                    "equity",      "margin",
                                    "symbols",     "EURUSD",
                                    "ES",          "NQ",
                                    "USDJPY",      "quote_rate",
                                    "sector",      "groups",
                                    "correlation", "correlations",
                                    "gate",        "age_max",
                                    "orders_max",  "breaker",
                                    "latency",     "monitor",
                                    "exits",       "percent",
                                    "prop",        "ftmo_two_step",
                                    "schedule",    "zone",
                                    "london",      "windows",
                                    "days",        "monday",
                                    "start",       "end",
                                    "effect",      "session",
                                    "holidays",    "2026-12-25",
                                    "1969-02-30",  "reset",
                                    "17:00",       "-05:30",
                                    "30s",         "4h",
                                    "0",           "1",
                                    "-1",          "0.5",
                                    "5%",          "1e-7",
                                    "1e999",       ".nan",
                                    "0x10",        "010",
                                    "1_000",       "true",
                                    "yes",         "null",
                                    "~",           "<<",
                                    "regime",      "states",
                                    "rules",       "technical",
                                    "counter",     "interval",
                                    "parts",       "asked",
                                    "symbol"};
static const char *const joints[] = {": ",          ":\n  ",
                                     ":\n    ",     "\n",
                                     "\n  ",        "\n    ",
                                     "\n      ",    ", ",
                                     "[",           "]",
                                     "{",           "}",
                                     "- ",          "\n- ",
                                     "\n  - ",      " ",
                                     "\t",          "\"",
                                     "'",           "#",
                                     "&a ",         "*a",
                                     "!!str ",      "? ",
                                     "---\n",       "...\n",
                                     "|\n",         ">\n",
                                     "\\",          "\r\n",
                                     "\xc3\xa9",    "\xff",
                                     "%YAML 1.1\n", "\xef\xbb\xbf",
                                     "@",           "`"};

static const char *piece(fuzz_input *in)
{
    int32_t some = fuzz_pick(in, 2);

    return some ? words[fuzz_pick(in, sizeof words / sizeof words[0])]
                : joints[fuzz_pick(in, sizeof joints / sizeof joints[0])];
}

static int32_t soup(fuzz_input *in, char *text)
{
    int32_t pieces = 1 + fuzz_pick(in, 60), length = 0;

    for (int32_t i = 0; i < pieces; i++) {
        length += snprintf(text + length, TEXT - (size_t)length, "%s", piece(in));
    }
    return length;
}

/* A sound text with one piece of it replaced, or a few bytes wrong. */
static int32_t damaged(fuzz_input *in, char *text)
{
    static const char *const sound[] = {
        "preset: futures\nprop: apex_50k\nschedule: {preset: forex, holidays: [2026-12-25]}\n",
        "account: {balance: 10000}\nsymbols:\n  EURUSD: {sector: majors, commission: 3.5}\n"
        "  USDJPY: {quote_rate: 0.0065}\ngroups:\n  g: {symbols: [EURUSD, USDJPY], correlation: "
        "0.3}\n"
        "correlations:\n  - [EURUSD, USDJPY, -0.4]\n",
        "policy:\n  preset: moderate\n  sizing: &s {mode: fraction, risk_max: 2%}\n  parts: "
        "[symbol]\n",
        "schedule:\n  zone: london\n  windows:\n    - days: [monday, friday]\n      start: 9:00\n"
        "      end: 17:30\n      effect: session\ngate: {age_max: 30s}\n"};
    int32_t length = snprintf(text, TEXT, "%s", sound[fuzz_pick(in, 4)]);

    if (fuzz_pick(in, 2)) {
        int32_t at = fuzz_pick(in, length);
        const char *put = piece(in);
        int32_t size = (int32_t)strlen(put);
        memmove(text + at + size, text + at, (size_t)(length - at));
        memcpy(text + at, put, (size_t)size);
        length += size;
    }
    if (fuzz_pick(in, 3) == 0) {
        fuzz_damage_text(in, text, length);
    }
    return length;
}

static int32_t make_text(fuzz_input *in, char *text)
{
    switch (fuzz_pick(in, 4)) {
    case 0: return fuzz_chars(in, text, 256);
    case 1: return soup(in, text);
    default: return damaged(in, text);
    }
}

/* ---- promises */

static void written_reads_back(const sigma_config *given)
{
    static sigma_config again;
    sigma_config_error error;
    int32_t length = -1;
    sigma_status status = sigma_config_write(given, written, SIGMA_CONFIG_SPACE, &length);

    REQUIRE(status == SIGMA_OK || status == SIGMA_E_RANGE);
    REQUIRE((size_t)length == strlen(written) && (length > 0) == (status == SIGMA_OK));
    if (status == SIGMA_OK) {
        REQUIRE(sigma_config_read(written, length, "", &again, &error) == SIGMA_OK);
        REQUIRE(memcmp(&again, given, sizeof again) == 0);
    }
}

static void read_one(fuzz_input *in)
{
    static sigma_correlation correlation;
    char text[TEXT];
    sigma_config_error error;
    int32_t length = make_text(in, text), written_length;

    memset(&config, 0x5a, sizeof config);
    before = config;
    sigma_status status = sigma_config_read(text, length, "fuzz", &config, &error);
    REQUIRE(status == SIGMA_OK || status == SIGMA_E_FORMAT || status == SIGMA_E_RANGE ||
            status == SIGMA_E_SPACE);
    REQUIRE(memchr(error.message, '\0', sizeof error.message) &&
            memchr(error.path, '\0', sizeof error.path));
    if (status != SIGMA_OK) {
        REQUIRE(memcmp(&config, &before, sizeof config) == 0);
        REQUIRE(strncmp(error.message, "fuzz:", 5) == 0 && error.line > 0 && error.column > 0);
        for (const char *c = error.message; *c; c++) {
            REQUIRE(' ' <= *c && *c <= '~');
        }
        return;
    }
    REQUIRE(fuzz_is_zero(&error, sizeof error));
    REQUIRE(fuzz_in_range(SIGMA_KIND_POLICY, &config.policy));
    REQUIRE(fuzz_in_range(SIGMA_KIND_SCHEDULE, &config.schedule));
    REQUIRE(sigma_config_write(&config, written, SIGMA_CONFIG_SPACE, &written_length) == SIGMA_OK);
    written_reads_back(&config);
    REQUIRE(sigma_config_correlate(&config, &correlation) == SIGMA_OK);
}

static void write_forged(fuzz_input *in)
{
    static sigma_correlation correlation;
    int32_t market = fuzz_pick(in, SIGMA_MARKET_COUNT + 1);

    if (sigma_config_preset(market, &config) != SIGMA_OK) {
        REQUIRE(fuzz_is_zero(&config, sizeof config));
        REQUIRE(sigma_config_defaults(&config) == SIGMA_OK);
    }
    written_reads_back(&config);
    fuzz_damage_text(in, (char *)&config, (int32_t)sizeof config);
    if (fuzz_pick(in, 4) == 0) {
        fuzz_object(in, SIGMA_KIND_SCHEDULE, &config.schedule);
    }
    if (fuzz_pick(in, 4) == 0) {
        fuzz_object(in, SIGMA_KIND_POLICY, &config.policy);
    }
    written_reads_back(&config);
    sigma_status status = sigma_config_correlate(&config, &correlation);
    REQUIRE(status == SIGMA_OK || fuzz_is_zero(&correlation, sizeof correlation));
}

void fuzz_config(fuzz_input *in)
{
    if (fuzz_pick(in, 4) == 0) {
        write_forged(in);
    }
    read_one(in);
}
