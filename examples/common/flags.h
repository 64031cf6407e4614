/* SPDX-License-Identifier: MIT */
/* The command line as a table. Ranges are not stated here: a flag names the field of a public
 * struct that it sets, and the library's own tables say what that field takes. */
#ifndef DRIVERS_FLAGS_H
#define DRIVERS_FLAGS_H

#include <stdbool.h>
#include <stdint.h>

/* What stands behind a flag, and what its target points to. */
enum {
    FLAG_SWITCH,   /* nothing; bool */
    FLAG_TEXT,     /* any text but an empty one; const char * */
    FLAG_NUMBER,   /* 1.5; double */
    FLAG_SHARE,    /* 1% or 0.01; double */
    FLAG_WORD,     /* a name of the vocabulary in kind; int32_t */
    FLAG_INTERVAL, /* 1d; int64_t */
};

struct flag {
    const char *name;  /* without the dashes */
    const char *value; /* what the help calls it; NULL of a switch */
    const char *help;
    int32_t type;      /* FLAG_... */
    void *target;      /* NULL where nothing is to be set */
    int32_t kind;      /* SIGMA_KIND_... whose field gives the range, or SIGMA_VOCABULARY_... */
    const char *field; /* NULL where it is called as the flag is */
};

enum { FLAGS_SPACE = 64 };

struct flags {
    struct flag flag[FLAGS_SPACE];
    const char *given[FLAGS_SPACE]; /* what stood behind each; NULL of one that is not there */
    int32_t count;
};

void flags_add(struct flags *flags, const struct flag *added, int32_t count);

/* Takes the command line apart, and reports what cannot be. The place of the first word that
 * belongs to no flag, argc if there is none, 0 on an error. */
int flags_collect(struct flags *flags, int argc, char **argv);

/* What stood behind a flag; NULL if it was not given. */
const char *flags_given(const struct flags *flags, const char *name);

/* Sets the targets of all flags that were given, and reports the first that cannot be read. */
bool flags_apply(const struct flags *flags);

void flags_print(const struct flags *flags);

/* Whether --help or --version was asked for; if so, it is printed. */
bool flags_answer(const struct flags *flags, const char *program,
                  void (*help)(const struct flags *flags));

#endif
