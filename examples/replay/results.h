/* SPDX-License-Identifier: MIT */
/* The four result files, and one of features where it is wanted. They appear together, when all is
 * done, or not at all. */
#ifndef REPLAY_RESULTS_H
#define REPLAY_RESULTS_H

#include "../common/output.h"
#include "features.h"
#include "options.h"
#include "report.h"
#include "symbol.h"

struct results {
    struct output decisions, trades, summary;
    struct features features;
    struct report report;
};

/* Before they are opened: keeps what is unfinished in parts (output.h). */
void results_keep(struct results *results, const struct output_parts *parts);

/* Removes the parts. */
void results_forget(struct results *results);

/* All report what fails; after that results_discard() must follow. */
bool results_open(struct results *results, const struct options *options);
bool results_publish(struct results *results, const char *folder);
void results_discard(struct results *results);

/* Whether all could be written so far. */
bool results_fine(const struct results *results);

/* Whether one of the files is called so. */
bool results_include(const char *name);

/* What of the input a new file would replace, such as "the file of the bars"; NULL for nothing. */
const char *results_loss(const struct options *options, const char *path);

/* Whether a file of a folder, or each part that --state keeps, would replace nothing of it; reports
 * the flag whose file would. */
bool results_spare(const struct options *options, const char *flag, const char *folder,
                   const char *name);
bool results_spare_parts(const struct options *options);

/* One line of decisions.jsonl, of whatever kind, without its newline. */
void results_decision(struct results *results, const char *line, int32_t length);

/* One line of trades.csv: lots of a symbol that were closed; balance is that after it. */
void results_closing(struct results *results, const struct symbol *symbol, double balance);

#endif
