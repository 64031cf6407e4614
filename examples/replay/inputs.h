/* SPDX-License-Identifier: MIT */
/* The files of bars that the command line names, each with the facts of its symbol. */
#ifndef REPLAY_INPUTS_H
#define REPLAY_INPUTS_H

#include <sigma/config.h>
#include <stdbool.h>
#include <stdint.h>

#include "../common/flags.h"

enum { INPUTS_MOST = 16, INPUT_WORD = 4096 };

struct input {
    const char *file;     /* of bars */
    const char *name;     /* of the symbol */
    const char *opinions; /* NULL for none */
    sigma_symbol symbol;
    int32_t sector;   /* by the config, 0 for none */
    int64_t interval; /* 0 for that of the bars */
    double bars_a_year;
    char word[INPUT_WORD]; /* FILE and its facts, cut apart */
};

struct inputs {
    struct input input[INPUTS_MOST];
    int32_t count;
};

/* Adds the flags that may as well stand behind a file: FILE,spread=2. */
void input_flags(struct flags *flags, struct input *input);

/* Takes words such as FILE or NAME=FILE,spread=2 apart. The facts are those of the name in the
 * config, or of its preset, replaced by those of the common flags, replaced by those behind the
 * file. Reports what is wrong.
 */
bool inputs_read(struct inputs *inputs, const sigma_config *config, const struct flags *common,
                 int count, char **words);

#endif
