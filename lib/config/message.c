/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "document.h"

enum { SHOWN = 40, DETAIL = 720 };

/* Foreign text, without what a terminal could take for a command. */
static void tame(char *text)
{
    for (; *text; text++) {
        *text = ' ' <= *text && *text <= '~' ? *text : '?';
    }
}

static void place(config_document *doc, int32_t line, int32_t column, const char *detail)
{
    sigma_config_error *error = doc->error;
    const char *joint = doc->path[0] ? ": " : "";

    error->line = line;
    error->column = column;
    memcpy(error->path, doc->path, sizeof error->path);
    if (line > 0) {
        snprintf(error->message, sizeof error->message, "%.80s:%d:%d: %s%s%s", doc->name, (int)line,
                 (int)column, doc->path, joint, detail);
    } else {
        snprintf(error->message, sizeof error->message, "%.80s: %s", doc->name, detail);
    }
}

bool sigma_config_fail_at(config_document *doc, sigma_status status, int32_t line, int32_t column,
                          const char *format, ...)
{
    char detail[DETAIL];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(detail, sizeof detail, format, arguments);
    va_end(arguments);
    tame(detail);
    doc->status = status;
    place(doc, line, column, detail);
    return false;
}

/* Foreign text, cut where it is long; it may hold zeros. */
static void show(const config_document *doc, const config_node *node, char *shown)
{
    const char *text = config_text(doc, node);
    int32_t length = node->length < SHOWN ? node->length : SHOWN;

    for (int32_t i = 0; i < length; i++) {
        shown[i] = text[i] ? text[i] : '?';
    }
    strcpy(shown + length, node->length > SHOWN ? "..." : "");
}

static void describe(const config_document *doc, const config_node *node, char *found, size_t size)
{
    char shown[SHOWN + 4];

    if (node->kind != NODE_SCALAR) {
        snprintf(found, size, node->kind == NODE_LIST ? "a list" : "a mapping");
    } else if (node->length == 0) {
        snprintf(found, size, node->plain ? "nothing" : "an empty text");
    } else {
        show(doc, node, shown);
        snprintf(found, size, node->plain ? "%s" : "\"%s\" in quotation marks", shown);
    }
}

bool sigma_config_fail(config_document *doc, sigma_status status, const config_node *node,
                       const char *expected)
{
    char found[SHOWN + 32];

    describe(doc, node, found, sizeof found);
    return sigma_config_fail_at(doc, status, node->line, node->column, "expected %s, found %s",
                                expected, found);
}

/* ---- the path */

static int32_t extend(config_document *doc, const char *format, const char *key, int32_t number)
{
    int32_t before = doc->path_length;
    int length = snprintf(doc->path + before, (size_t)(PATH - before), format, key, (int)number);

    tame(doc->path + before);
    doc->path_length = before + length < PATH ? before + length : PATH - 1;
    return before;
}

int32_t sigma_config_enter(config_document *doc, const char *key)
{
    return extend(doc, doc->path_length > 0 ? ".%s" : "%s", key, 0);
}

int32_t sigma_config_enter_place(config_document *doc, int32_t number)
{
    return extend(doc, "%s[%d]", "", number);
}

void sigma_config_leave(config_document *doc, int32_t length)
{
    doc->path_length = length;
    doc->path[length] = '\0';
}
