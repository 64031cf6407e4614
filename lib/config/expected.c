/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "reader.h"
#include "sigma/number.h"
#include "sigma/words.h"
#include "writer.h"

enum { NUMBER = SIGMA_NUMBER_SPACE, LENGTH = 32 };

/* Range ends of tables are finite, and words short: neither of these fails. */
static void number(double value, char *text)
{
    int32_t length;

    (void)!sigma_number_write(value, text, NUMBER, &length);
}

static void between(const char *what, const config_row *row, char *expected)
{
    char least[NUMBER], most[NUMBER];

    number(row->field.minimum, least);
    number(row->field.maximum, most);
    snprintf(expected, EXPECTED, "%s from %s to %s", what, least, most);
}

static void lengths(const config_row *row, char *expected)
{
    char least[LENGTH], most[LENGTH];

    sigma_config_write_length((int64_t)row->field.minimum, least);
    sigma_config_write_length((int64_t)row->field.maximum, most);
    snprintf(expected, EXPECTED, "a length such as 30s, 5m, 4h or 1d, from %s to %s", least, most);
}

static void clocks(const config_row *row, char *expected)
{
    char least[LENGTH], most[LENGTH];

    sigma_config_write_clock((int32_t)row->field.minimum, least);
    sigma_config_write_clock((int32_t)row->field.maximum, most);
    snprintf(expected, EXPECTED, "a time such as 17:00, from %s to %s", least, most);
}

/* Adds one more name to "one, two". */
static void add(char *list, size_t size, const char *name)
{
    size_t length = strlen(list);

    snprintf(list + length, size - length, "%s%s", length > 0 ? ", " : "", name);
}

static void words(const config_row *row, char *list, size_t size)
{
    char word[SIGMA_WORD_SPACE];
    int32_t length;

    list[0] = '\0';
    for (int32_t code = (int32_t)row->field.minimum; code <= (int32_t)row->field.maximum; code++) {
        (void)!sigma_word_write(row->field.detail, code, word, SIGMA_WORD_SPACE, &length);
        if (strcmp(word, "unknown") != 0) {
            add(list, size, word);
        }
    }
}

bool sigma_config_preset_list(int32_t kind, char *list, size_t size)
{
    char buffer[SIGMA_WORD_SPACE];
    const char *name;

    list[0] = '\0';
    for (int32_t code = 1; (name = sigma_config_preset_name(kind, code, buffer)); code++) {
        add(list, size, name);
    }
    return list[0] != '\0';
}

static void structs(const config_row *row, char *expected)
{
    char list[EXPECTED - 64];

    if (sigma_config_preset_list(row->field.detail, list, sizeof list)) {
        snprintf(expected, EXPECTED, "a mapping, or one of the presets %s", list);
    } else {
        snprintf(expected, EXPECTED, "a mapping");
    }
}

void sigma_config_expected(const config_row *row, char *expected)
{
    char list[EXPECTED - 64];

    switch (row->form) {
    case FORM_NUMBER: between("a number", row, expected); break;
    case FORM_WHOLE: between("a whole number", row, expected); break;
    case FORM_SWITCH: snprintf(expected, EXPECTED, "true or false"); break;
    case FORM_WORD:
        words(row, list, sizeof list);
        snprintf(expected, EXPECTED, "one of %s", list);
        break;
    case FORM_SET:
        words(row, list, sizeof list);
        snprintf(expected, EXPECTED, "a list of different ones of %s", list);
        break;
    case FORM_CLOCK: clocks(row, expected); break;
    case FORM_LENGTH: lengths(row, expected); break;
    case FORM_DATE: snprintf(expected, EXPECTED, "a day such as 2026-12-25"); break;
    case FORM_DAYS:
        snprintf(expected, EXPECTED, "a list of different ones of monday to sunday");
        break;
    case FORM_NAME:
        snprintf(expected, EXPECTED,
                 "a name of 1 to %d letters, digits or any of ._-/#!&+=^@:", SIGMA_CONFIG_NAME - 1);
        break;
    default: structs(row, expected); break;
    }
}
