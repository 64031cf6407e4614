/* SPDX-License-Identifier: MIT */
/* The command line of sigma-replay. */
#ifndef REPLAY_OPTIONS_H
#define REPLAY_OPTIONS_H

#include <sigma/config.h>

#include "../common/text.h"
#include "inputs.h"

struct options {
    struct inputs inputs;
    const char *verify; /* log; NULL to replay */
    const char *folder;
    const char *config_file; /* NULL for none */
    const char *state;       /* NULL for none */
    int64_t checkpoint;      /* after so many bars */
    uint64_t command; /* digest of the command line but for --state, --checkpoint, --log, --quiet */
    const char *features; /* NULL for none */
    double balance;
    double risk;
    const char *mode_name;
    int32_t mode; /* SIGMA_MODE_... */
    const char *signal_name;
    int32_t signal; /* SIGNAL_... */
    const char *exits_name;
    int32_t exits;       /* SIGMA_STYLE_...; UNKNOWN for stop and target alone */
    struct input common; /* facts of all symbols, as far as flags state them */
    sigma_config config; /* of a file; zero without one */
    struct text word;    /* its mode */
    bool configured;
    bool own_exits; /* the exits are those of the file */
    bool skip_bad_bars;
    const char *incidents; /* NULL for none */
    const char *firm_name;
    int32_t firm; /* SIGMA_FIRM_..., UNKNOWN for none */
    const char *guards_name;
    bool guarded;
    bool ab;
    bool log;
    bool quiet;
};

/* Whether there is something to do; if not, status is what to end with. Reports bad flags. */
bool options_read(struct options *options, int argc, char **argv, int *status);

#endif
