/* SPDX-License-Identifier: MIT */
#include "lines.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "../common/files.h"
#include "../common/report.h"

enum { BLOCK = 1 << 18 };

static bool fail(const struct lines *lines, int reason)
{
    report("%s: cannot read: %s", lines->path, strerror(reason));
    return false;
}

static bool open_file(struct lines *lines)
{
    bool folder = files_is_folder(lines->path);

    lines->file = folder ? NULL : fopen(lines->path, "rb");
    if (!lines->file) {
        return fail(lines, folder ? EISDIR : errno);
    }
    lines->buffer = (char *)malloc(BLOCK);
    return lines->buffer || fail(lines, ENOMEM);
}

static bool take_first(struct lines *lines, struct line *first)
{
    *first = lines_next(lines);
    if (first->state == LINE_NONE) {
        report("%s: the file is empty", lines->path);
    }
    return first->state != LINE_NONE && first->state != LINE_FAILED;
}

bool lines_open(struct lines *lines, const char *path, struct line *first)
{
    *lines = (struct lines){.path = path};
    if (open_file(lines) && take_first(lines, first)) {
        return true;
    }
    lines_close(lines);
    return false;
}

void lines_close(struct lines *lines)
{
    if (lines->file) {
        (void)fclose(lines->file);
    }
    free(lines->buffer);
    *lines = (struct lines){0};
}

/* Moves the rest to the front and fills up behind it. */
static void refill(struct lines *lines)
{
    size_t rest = lines->end - lines->next;

    memmove(lines->buffer, lines->buffer + lines->next, rest);
    lines->next = 0;
    lines->end = rest + fread(lines->buffer + rest, 1, BLOCK - rest, lines->file);
    lines->ended = lines->end < BLOCK;
}

/* The newline that ends what comes next, if it is at hand. */
static const char *find_newline(struct lines *lines)
{
    const char *from = lines->buffer + lines->next;
    const char *found = (const char *)memchr(from, '\n', lines->end - lines->next);

    if (found || lines->ended) {
        return found;
    }
    refill(lines);
    return (const char *)memchr(lines->buffer, '\n', lines->end);
}

static void pass_over(struct lines *lines)
{
    const char *newline = find_newline(lines);

    while (!newline && !lines->ended) {
        lines->next = lines->end;
        newline = find_newline(lines);
    }
    lines->next = newline ? (size_t)(newline + 1 - lines->buffer) : lines->end;
}

struct line lines_next(struct lines *lines)
{
    const char *newline = find_newline(lines);
    const char *text = lines->buffer + lines->next;
    size_t length = newline ? (size_t)(newline - text) : lines->end - lines->next;

    if (lines->ended && ferror(lines->file)) {
        fail(lines, errno);
        return (struct line){.state = LINE_FAILED, .number = lines->number + 1};
    }
    if (!newline && length == 0) {
        return (struct line){.state = LINE_NONE, .number = lines->number};
    }
    lines->number++;
    if (length > LINE_LONGEST) {
        pass_over(lines);
        return (struct line){.state = LINE_LONG, .number = lines->number};
    }
    lines->next += length + (newline != NULL);
    return (struct line){.text = text,
                         .length = (int32_t)length,
                         .state = newline ? LINE_WHOLE : LINE_CUT,
                         .number = lines->number};
}

_Static_assert(LINE_LONGEST == 16384, "as is said of a line that is longer");

const char *line_fault(int32_t state)
{
    return state == LINE_CUT
               ? "the last line does not end with a newline: the file may be cut short"
               : "the line is longer than 16384 bytes";
}
