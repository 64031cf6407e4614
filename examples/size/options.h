/* SPDX-License-Identifier: MIT */
/* The command line of sigma-size: one trade, and the account it is for. */
#ifndef SIZE_OPTIONS_H
#define SIZE_OPTIONS_H

#include <sigma/config.h>
#include <stdbool.h>

struct options {
    const char *symbol_name; /* or "symbol" where all facts are given */
    sigma_symbol symbol;
    sigma_policy policy;
    sigma_proposal proposal;
    double equity, margin_used;
    double atr;           /* 0 where it is not known */
    double balance, peak; /* 0 where they are the equity */
    sigma_edge edge;
    double trades, kelly;
    int32_t profile; /* SIGMA_PROFILE_..., where it is given */
    bool json, stream, advise;
    bool configured; /* config holds a file, or the defaults */
    sigma_config config;
};

/* Whether there is a trade to decide; if not, status is what to end with. Reports bad flags. */
bool options_read(struct options *options, int argc, char **argv, int *status);

/* The same of a request in a stream, which can be for nothing but a trade. */
bool options_read_request(struct options *options, int argc, char **argv);

#endif
