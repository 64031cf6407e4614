/* SPDX-License-Identifier: MIT */
#include "interval.h"

#include <stddef.h>

#define SECOND INT64_C(1000000000)
#define DAY (86400 * SECOND)

struct unit {
    char letter;
    int64_t length;
};

static const struct unit units[] = {{'w', 7 * DAY},     {'d', DAY},    {'h', 3600 * SECOND},
                                    {'m', 60 * SECOND}, {'s', SECOND}, {'n', 1}};

enum { UNITS = sizeof units / sizeof units[0], READABLE = UNITS - 1 };

static int64_t length_of(char letter)
{
    for (size_t i = 0; i < READABLE; i++) {
        if (units[i].letter == letter) {
            return units[i].length;
        }
    }
    return 0;
}

bool interval_read(const char *text, int64_t *length)
{
    int64_t count = 0;

    for (; '0' <= *text && *text <= '9' && count < INTERVAL_LONGEST / SECOND; text++) {
        count = 10 * count + (*text - '0');
    }
    int64_t unit_length = length_of(*text);
    if (count < 1 || unit_length == 0 || text[1] != '\0' ||
        count > INTERVAL_LONGEST / unit_length) {
        return false;
    }
    *length = count * unit_length;
    return true;
}

int64_t interval_count(int64_t length, char *unit)
{
    size_t i = 0;
    while (length % units[i].length != 0) {
        i++;
    }
    *unit = units[i].letter;
    return length / units[i].length;
}
