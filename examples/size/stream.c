/* SPDX-License-Identifier: MIT */
/* A line is read as if it were a command line: the members are the flags. */
#include "stream.h"

#include <string.h>

#include "../common/report.h"
#include "json.h"

enum { LINE_SPACE = 4096, WORDS = 128 };

struct request {
    char text[LINE_SPACE];      /* as it was read */
    char words[2 * LINE_SPACE]; /* one after the other, each zero-terminated */
    size_t length;              /* of words */
    char *next;                 /* in text */
    char *argv[WORDS];
    int argc;
};

static bool expected(const char *what)
{
    report("expected %s", what);
    return false;
}

static void skip_space(struct request *r)
{
    r->next += strspn(r->next, " \t\r\n");
}

/* Passes over a character that must stand there. */
static bool pass(struct request *r, char c, const char *what)
{
    skip_space(r);
    if (*r->next != c) {
        return expected(what);
    }
    r->next++;
    return true;
}

static bool add_word(struct request *r, const char *prefix, const char *text, size_t length)
{
    int written = snprintf(r->words + r->length, sizeof r->words - r->length, "%s%.*s", prefix,
                           (int)length, text);
    if (r->argc == WORDS - 1 || written < 0 || (size_t)written >= sizeof r->words - r->length) {
        return expected("fewer members");
    }
    r->argv[r->argc++] = r->words + r->length;
    r->length += (size_t)written + 1;
    return true;
}

/* Up to the closing quotation mark; no flag and no value needs an escape. */
static bool take_string(struct request *r, const char *prefix, const char *what)
{
    if (!pass(r, '"', what)) {
        return false;
    }
    size_t length = strcspn(r->next, "\"\\\r\n");
    if (r->next[length] != '"') {
        return expected("a string without escapes");
    }
    char *text = r->next;
    r->next += length + 1;
    return add_word(r, prefix, text, length);
}

/* Behind the name of a flag; a switch has no value but true. */
static bool take_value(struct request *r)
{
    skip_space(r);
    if (strncmp(r->next, "true", 4) == 0) {
        r->next += 4;
        return true;
    }
    if (*r->next == '"') {
        return take_string(r, "", "a string");
    }
    size_t length = strspn(r->next, "+-.0123456789eE");
    char *text = r->next;
    r->next += length;
    return length > 0 ? add_word(r, "", text, length) : expected("a number, a string or true");
}

static bool take_member(struct request *r)
{
    return take_string(r, "--", "the name of a flag in quotation marks") &&
           pass(r, ':', "':' behind a name") && take_value(r);
}

static bool take_object(struct request *r)
{
    r->argv[r->argc++] = (char *)"sigma-size";
    if (!pass(r, '{', "an object: {\"account\":10000,...}") || !take_member(r)) {
        return false;
    }
    for (skip_space(r); *r->next == ','; skip_space(r)) {
        r->next++;
        if (!take_member(r)) {
            return false;
        }
    }
    if (!pass(r, '}', "',' or '}' behind a value")) {
        return false;
    }
    skip_space(r);
    return *r->next == '\0' || expected("nothing behind the object");
}

static int answer(struct request *r)
{
    struct options options;

    r->next = r->text;
    r->length = 0;
    r->argc = 0;
    if (!take_object(r)) {
        return STATUS_USAGE;
    }
    r->argv[r->argc] = NULL;
    return options_read_request(&options, r->argc, r->argv) ? size_trade(&options) : STATUS_USAGE;
}

/* A line that is too long is passed over whole. */
static bool complete(struct request *r, FILE *input)
{
    size_t length = strlen(r->text);

    if (length + 1 < sizeof r->text || r->text[length - 1] == '\n') {
        return true;
    }
    for (int c = getc(input); c != '\n' && c != EOF;) {
        c = getc(input);
    }
    report("expected a line of at most %d bytes", LINE_SPACE - 2);
    return false;
}

int stream_trades(FILE *input)
{
    static struct request request;
    char message[512] = "";
    int worst = STATUS_DONE;

    report_keep(message, sizeof message);
    while (!ferror(stdout) && fgets(request.text, sizeof request.text, input)) {
        int status = complete(&request, input) ? answer(&request) : STATUS_USAGE;
        if (status == STATUS_USAGE || status == STATUS_FAILED) {
            json_error(message);
            worst = STATUS_USAGE;
        }
        fflush(stdout);
    }
    report_keep(NULL, 0);
    if (ferror(input)) {
        report("cannot read the standard input");
        return STATUS_FAILED;
    }
    return worst;
}
