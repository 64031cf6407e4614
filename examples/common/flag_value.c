/* SPDX-License-Identifier: MIT */
#include "flag_value.h"

#include <sigma/layout.h>
#include <sigma/number.h>
#include <sigma/words.h>
#include <stdio.h>
#include <string.h>

#include "interval.h"
#include "report.h"
#include "text.h"

/* ---- ranges, out of the library's tables */

/* A flag is called as its field is, with dashes. */
static bool same_name(const char *field, const char *flag)
{
    for (; *field && (*field == *flag || (*field == '_' && *flag == '-')); field++) {
        flag++;
    }
    return *field == *flag;
}

static sigma_field field_of(const struct flag *flag)
{
    const char *name = flag->field ? flag->field : flag->name;
    sigma_field field;

    for (int32_t i = 0; sigma_layout_field(flag->kind, i, &field) == SIGMA_OK; i++) {
        if (same_name(field.name, name)) {
            break;
        }
    }
    return field;
}

/* ---- reading */

static bool read_number(const struct flag *flag, const char *text, size_t length, double scale)
{
    sigma_field field = field_of(flag);
    double value;

    if (length > SIGMA_NUMBER_LONGEST ||
        sigma_number_read(text, (int32_t)length, &value) != SIGMA_OK) {
        return false;
    }
    value /= scale;
    if (value < field.minimum || value > field.maximum) {
        return false;
    }
    *(double *)flag->target = value;
    return true;
}

static bool read_share(const struct flag *flag, const char *text, size_t length)
{
    bool percent = length > 0 && text[length - 1] == '%';

    return percent ? read_number(flag, text, length - 1, 100.0)
                   : read_number(flag, text, length, 1.0);
}

/* Code 0 is the unknown one, which nobody can mean. */
static bool read_word(const struct flag *flag, const char *text, size_t length)
{
    int32_t code;

    if (sigma_word_read(flag->kind, text, (int32_t)length, &code) != SIGMA_OK || code == 0) {
        return false;
    }
    *(int32_t *)flag->target = code;
    return true;
}

static bool read_text(const struct flag *flag, const char *text)
{
    if (flag->target) {
        *(const char **)flag->target = text;
    }
    return text[0] != '\0';
}

static bool set_switch(const struct flag *flag)
{
    if (flag->target) {
        *(bool *)flag->target = true;
    }
    return true;
}

bool flag_read(const struct flag *flag, const char *given)
{
    switch (flag->type) {
    case FLAG_TEXT: return read_text(flag, given);
    case FLAG_NUMBER: return read_number(flag, given, strlen(given), 1.0);
    case FLAG_SHARE: return read_share(flag, given, strlen(given));
    case FLAG_WORD: return read_word(flag, given, strlen(given));
    case FLAG_INTERVAL: return interval_read(given, (int64_t *)flag->target);
    default: return set_switch(flag);
    }
}

/* ---- what it should have been */

enum { EXPECTED = 256 };

/* "forex, metal or stock" */
static void list_words(int32_t vocabulary, char *list, size_t size)
{
    size_t length = 0;
    struct text word = text_word(vocabulary, 1);

    for (int32_t code = 1; word.text[0] && length < size; code++) {
        struct text next = text_word(vocabulary, code + 1);
        const char *joint = code == 1 ? "" : next.text[0] ? ", " : " or ";
        length += (size_t)snprintf(list + length, size - length, "%s%s", joint, word.text);
        word = next;
    }
}

static void describe(const struct flag *flag, char *expected)
{
    sigma_field field = field_of(flag);
    char list[EXPECTED - 16] = "";

    switch (flag->type) {
    case FLAG_NUMBER:
        snprintf(expected, EXPECTED, "a number from %g to %g", field.minimum, field.maximum);
        break;
    case FLAG_SHARE:
        snprintf(expected, EXPECTED, "a share such as 1%% or 0.01, at most %g%%",
                 100.0 * field.maximum);
        break;
    case FLAG_WORD:
        list_words(flag->kind, list, sizeof list);
        snprintf(expected, EXPECTED, "%s", list);
        break;
    case FLAG_INTERVAL:
        snprintf(expected, EXPECTED, "a length such as 1d, 4h or 1m, at most 366d");
        break;
    default: snprintf(expected, EXPECTED, "a name"); break;
    }
}

void flag_expect(const struct flag *flag, const char *found)
{
    char expected[EXPECTED];

    describe(flag, expected);
    report("--%s: expected %s, got %s", flag->name, expected,
           found ? text_quoted(found, (int32_t)strlen(found)).text : "nothing");
}
