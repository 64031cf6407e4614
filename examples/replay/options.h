/* SPDX-License-Identifier: MIT */
/* The command line of sigma-replay. */
#ifndef REPLAY_OPTIONS_H
#define REPLAY_OPTIONS_H

#include <sigma/symbol.h>
#include <stdbool.h>

struct options {
    const char *file;   /* bars; NULL to verify */
    const char *verify; /* log; NULL to replay */
    const char *folder;
    const char *features; /* NULL for none */
    const char *symbol_name;
    sigma_symbol symbol;
    double balance;
    double risk;
    const char *mode_name;
    int32_t mode; /* SIGMA_MODE_... */
    const char *signal_name;
    int32_t signal;       /* SIGNAL_... */
    const char *opinions; /* NULL for none */
    int64_t interval;     /* 0 for that of the bars */
    double bars_a_year;
    bool skip_bad_bars;
    bool quiet;
};

/* Whether there is something to do; if not, status is what to end with. Reports bad flags. */
bool options_read(struct options *options, int argc, char **argv, int *status);

#endif
