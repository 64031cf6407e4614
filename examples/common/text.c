/* SPDX-License-Identifier: MIT */
#include "text.h"

#include <inttypes.h>
#include <sigma/calendar.h>
#include <sigma/number.h>
#include <stdio.h>
#include <string.h>

#include "interval.h"

enum { SHOWN = 24 }; /* characters of a foreign text */

/* What the library writes is empty on an error, which is what there is to print then. */
static struct text written(struct text word, sigma_status status)
{
    return status == SIGMA_OK ? word : (struct text){{0}};
}

struct text text_number(double value)
{
    struct text word;
    int32_t length;
    sigma_status status = sigma_number_write(value, word.text, sizeof word.text, &length);
    return written(word, status);
}

struct text text_time(int64_t time)
{
    struct text word;
    int32_t length;
    sigma_status status = sigma_calendar_write(time, word.text, sizeof word.text, &length);
    return written(word, status);
}

struct text text_word(int32_t vocabulary, int32_t code)
{
    struct text word;
    int32_t length;
    sigma_status status = sigma_word_write(vocabulary, code, word.text, sizeof word.text, &length);
    return written(word, status);
}

struct text text_sentence(int32_t vocabulary, int32_t code)
{
    struct text word;
    int32_t length;
    sigma_status status =
        sigma_word_explain(vocabulary, code, word.text, sizeof word.text, &length);
    return written(word, status);
}

/* Sets a comma between each three digits before the point. */
static struct text grouped(const char *plain)
{
    struct text word = {{0}};
    size_t sign = plain[0] == '-', whole = sign + strspn(plain + sign, "0123456789"), to = 0;

    for (size_t from = 0; plain[from] && to + 2 < sizeof word.text; from++) {
        if (from > sign && from < whole && (whole - from) % 3 == 0) {
            word.text[to++] = ',';
        }
        word.text[to++] = plain[from];
    }
    return word;
}

/* Accounts of coins are small numbers: below 1 four digits count, down to a hundred-millionth. */
static int decimals_of(double size)
{
    int decimals = size < 1.0 ? 4 : 2;

    for (; size < 0.1 && decimals < 8; size *= 10.0) {
        decimals++;
    }
    return decimals;
}

struct text text_money(double value)
{
    char plain[SIGMA_WORD_SPACE];
    double size = value < 0.0 ? -value : value;
    bool nothing = size < 5e-9; /* which would print as -0.00 */
    int decimals = nothing ? 2 : decimals_of(size);
    int length = snprintf(plain, sizeof plain, "%.*f", decimals, nothing ? 0.0 : value);

    for (; decimals > 2 && plain[length - 1] == '0'; decimals--) {
        plain[--length] = '\0';
    }
    return grouped(plain);
}

struct text text_count(int64_t value)
{
    char plain[SIGMA_WORD_SPACE];
    snprintf(plain, sizeof plain, "%" PRId64, value);
    return grouped(plain);
}

struct text text_share(double value)
{
    struct text word;
    snprintf(word.text, sizeof word.text, "%.2f %%", 100.0 * value);
    return word;
}

struct text text_interval(int64_t length)
{
    struct text word;
    char unit;
    int64_t count = interval_count(length, &unit);

    snprintf(word.text, sizeof word.text, "%" PRId64 "%c%s", count, unit, unit == 'n' ? "s" : "");
    return word;
}

struct text text_version(int32_t number)
{
    struct text word;
    snprintf(word.text, sizeof word.text, "%d.%d.%d", (int)(number / 10000),
             (int)(number / 100 % 100), (int)(number % 100));
    return word;
}

struct text text_quoted(const char *foreign, int32_t length)
{
    struct text word = {"'"};
    size_t to = 1;
    int32_t shown = length > SHOWN ? SHOWN : length;

    for (int32_t i = 0; i < shown; i++) {
        unsigned char c = (unsigned char)foreign[i];
        if (' ' <= c && c <= '~') {
            word.text[to++] = (char)c;
        } else {
            to += (size_t)snprintf(word.text + to, sizeof word.text - to, "\\x%02x", c);
        }
    }
    snprintf(word.text + to, sizeof word.text - to, "%s'", length > shown ? "..." : "");
    return word;
}

static char lower(char c)
{
    return 'A' <= c && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool text_is(const char *text, int32_t length, const char *word)
{
    for (int32_t i = 0; i < length; i++) {
        if (word[i] == '\0' || lower(text[i]) != lower(word[i])) {
            return false;
        }
    }
    return word[length] == '\0';
}
