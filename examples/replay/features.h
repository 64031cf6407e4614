/* SPDX-License-Identifier: MIT */
/* The features of the market as a CSV file, a line a bar. */
#ifndef REPLAY_FEATURES_H
#define REPLAY_FEATURES_H

#include <sigma/market.h>

#include "../common/output.h"
#include "symbol.h"

enum { FEATURES_COLUMNS = 64 };

struct features_column {
    int32_t offset;  /* of the number in sigma_features */
    int32_t feature; /* SIGMA_FEATURE_... */
};

/* All zero where no such file is wanted: then every function does nothing, and succeeds. */
struct features {
    struct output file;
    struct features_column column[FEATURES_COLUMNS];
    int32_t columns;
    bool wanted;
};

/* The header is `timestamp`, at which the bar opens, `time`, at which it closes, and the numbers of
 * sigma_features as the library's own tables name them, then the regime. Reports a path that is the
 * file of the bars, or a result, or no file at all. */
bool features_open(struct features *features, const struct options *options);

/* The numbers read back to the same bits; of a feature that is not ready the cells are empty. */
void features_row(struct features *features, int64_t opened, const struct symbol *symbol);

/* As of an output. */
bool features_close(struct features *features);
bool features_publish(struct features *features);
void features_discard(struct features *features);

#endif
