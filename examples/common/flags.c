/* SPDX-License-Identifier: MIT */
#include "flags.h"

#include <getopt.h>
#include <sigma/version.h>
#include <stdio.h>
#include <string.h>

#include "flag_value.h"
#include "report.h"
#include "text.h"

enum {
    FIRST = 1000, /* codes of the flags, above every character */
    COLUMN = 26,  /* of what the help says of a flag */
    WIDTH = 90
};

void flags_add(struct flags *flags, const struct flag *added, int32_t count)
{
    for (int32_t i = 0; i < count && flags->count < FLAGS_SPACE; i++) {
        flags->flag[flags->count++] = added[i];
    }
}

static bool complain(const struct flags *flags, int code, char **argv)
{
    if (code == ':' && optopt >= FIRST) {
        flag_expect(&flags->flag[optopt - FIRST], NULL);
    } else if (optopt >= FIRST) {
        report("--%s: expected nothing behind it, got '%s'", flags->flag[optopt - FIRST].name,
               argv[optind - 1]);
    } else if (optopt > 0) {
        report("unknown flag '-%c'; --help lists all", optopt);
    } else {
        report("unknown flag '%s'; --help lists all", argv[optind - 1]);
    }
    return false;
}

/* Given twice, it could mean either. */
static bool take(struct flags *flags, int32_t i, const char *value)
{
    if (flags->given[i]) {
        report("--%s: given more than once", flags->flag[i].name);
        return false;
    }
    flags->given[i] = value ? value : "";
    return true;
}

int flags_collect(struct flags *flags, int argc, char **argv)
{
    struct option options[FLAGS_SPACE + 1] = {{0}};
    bool fine = true;
    int code;

    for (int32_t i = 0; i < flags->count; i++) {
        options[i].name = flags->flag[i].name;
        options[i].has_arg = flags->flag[i].type == FLAG_SWITCH ? no_argument : required_argument;
        options[i].val = FIRST + i;
    }
    opterr = 0;
    optind = 0; /* there may be several command lines */
    while (fine && (code = getopt_long(argc, argv, ":", options, NULL)) != -1) {
        fine = code >= FIRST ? take(flags, code - FIRST, optarg) : complain(flags, code, argv);
    }
    return fine ? optind : 0;
}

const char *flags_given(const struct flags *flags, const char *name)
{
    for (int32_t i = 0; i < flags->count; i++) {
        if (strcmp(flags->flag[i].name, name) == 0) {
            return flags->given[i];
        }
    }
    return NULL;
}

bool flags_apply(const struct flags *flags)
{
    for (int32_t i = 0; i < flags->count; i++) {
        const char *given = flags->given[i];
        if (given && !flag_read(&flags->flag[i], given)) {
            flag_expect(&flags->flag[i], given);
            return false;
        }
    }
    return true;
}

/* The words of a help, in as many lines as they take. */
static void print_words(const char *help)
{
    static const char space[] = " \n";
    int column = COLUMN;

    for (const char *word = help; *word; word += strspn(word, space)) {
        int length = (int)strcspn(word, space);
        if (column > COLUMN && column + length > WIDTH) {
            printf("\n%*s", COLUMN, "");
            column = COLUMN;
        }
        printf("%s%.*s", column > COLUMN ? " " : "", length, word);
        column += length + 1;
        word += length;
    }
    printf("\n");
}

void flags_print(const struct flags *flags)
{
    for (int32_t i = 0; i < flags->count; i++) {
        const struct flag *flag = &flags->flag[i];
        char head[64];
        snprintf(head, sizeof head, "--%s %s", flag->name, flag->value ? flag->value : "");
        printf("  %-*s ", COLUMN - 3, head);
        print_words(flag->help);
    }
}

bool flags_answer(const struct flags *flags, const char *program,
                  void (*help)(const struct flags *flags))
{
    if (flags_given(flags, "help")) {
        help(flags);
        return true;
    }
    if (flags_given(flags, "version")) {
        printf("%s %s\n", program, text_version(sigma_version_number()).text);
        return true;
    }
    return false;
}
