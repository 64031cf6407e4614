/* SPDX-License-Identifier: MIT */
#include "fault.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "../common/report.h"
#include "../common/text.h"

static const char *const names[FAULT_COUNT] = {
    [FAULT_LONG] = "long_line",
    [FAULT_CUT] = "cut_short",
    [FAULT_NUL] = "nul_byte",
    [FAULT_QUOTES] = "quotes",
    [FAULT_FIELDS] = "fields",
    [FAULT_TIME] = "timestamp",
    [FAULT_NUMBER] = "number",
    [FAULT_NAN] = "nan",
    [FAULT_INFINITY] = "infinity",
    [FAULT_HEXADECIMAL] = "hexadecimal",
    [FAULT_PRICE] = "price",
    [FAULT_VOLUME] = "volume",
    [FAULT_HIGH_LOW] = "high_below_low",
    [FAULT_OUTSIDE] = "outside_range",
    [FAULT_REPEATED] = "time_repeated",
    [FAULT_BACKWARDS] = "time_backwards",
    [FAULT_HEADER] = "header",
};

bool fault_note(struct fault *fault, int32_t reason, const char *format, ...)
{
    va_list values;

    *fault = (struct fault){.reason = reason};
    va_start(values, format);
    vsnprintf(fault->text, sizeof fault->text, format, values);
    va_end(values);
    return false;
}

bool fault_at(struct fault *fault, int32_t place, const char *column)
{
    fault->place = place;
    fault->column = column;
    return false;
}

const char *fault_name(int32_t reason)
{
    return names[reason];
}

void fault_report(const struct fault *fault, const char *path, int64_t line)
{
    if (fault->place > 0) {
        report("%s:%" PRId64 ": column %d %s: %s", path, line, (int)fault->place,
               text_quoted(fault->column, (int32_t)strlen(fault->column)).text, fault->text);
    } else {
        report("%s:%" PRId64 ": %s", path, line, fault->text);
    }
}
