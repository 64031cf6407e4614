/* SPDX-License-Identifier: MIT */
/* All that one symbol has: bars, market, regime, signal and position. */
#ifndef REPLAY_SYMBOL_H
#define REPLAY_SYMBOL_H

#include "bars.h"
#include "history.h"
#include "opinions.h"
#include "options.h"
#include "paper.h"
#include "signals.h"

/* What a signal was when it was refused. */
struct question {
    int32_t side, regime, tenth; /* of confidence */
    bool asked;
};

struct symbol {
    const struct input *input;
    struct bars bars;
    struct opinions opinions;
    int64_t interval;
    int64_t next; /* bar */
    bool inside;  /* of it, so that its close comes next, not its open */
    double price; /* last */
    sigma_market market;
    sigma_regime regime;
    sigma_features features;     /* of the last bar */
    sigma_regime_result weather; /* likewise */
    struct signals signals;
    struct heard heard;
    struct question refused; /* last, and for its own sake */
    struct paper paper;
    struct history history;
    int32_t slot; /* its place among the symbols, from 1 */
};

/* Reads the files of an input, and finds out how long a bar is. Reports what is wrong. Give the
 * symbol to symbol_free() in either case. */
bool symbol_load(struct symbol *symbol, const struct input *input, bool skip_bad_bars);
void symbol_free(struct symbol *symbol);

/* Sets up what the bars are to be put into. */
sigma_status symbol_start(struct symbol *symbol, const struct options *options);

/* The bar that is open, or comes next; NULL after the last. */
const sigma_bar *symbol_bar(const struct symbol *symbol);

/* The last bar that closed; the first before that. */
const sigma_bar *symbol_last(const struct symbol *symbol);

/* What a closed bar says. */
sigma_status symbol_hear(struct symbol *symbol, const sigma_bar *bar);

/* What is known when an exit is judged. */
sigma_exits_sample symbol_sample(const struct symbol *symbol);

#endif
