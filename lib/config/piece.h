/* SPDX-License-Identifier: MIT */
/* The text of one value, and what values have in common. */
#ifndef SIGMA_CONFIG_PIECE_H
#define SIGMA_CONFIG_PIECE_H

#include <string.h>

#include "reader.h"

typedef struct config_piece {
    const char *text;
    int32_t length;
} config_piece;

static inline config_piece config_piece_of(const config_document *doc, const config_node *node)
{
    return (config_piece){config_text(doc, node), node->length};
}

static inline bool config_is_digit(char c)
{
    return '0' <= c && c <= '9';
}

/* The whole of it, which may hold zeros. */
static inline bool config_is(config_piece p, const char *word)
{
    return (size_t)p.length == strlen(word) && memcmp(p.text, word, (size_t)p.length) == 0;
}

static inline sigma_status config_inside(const config_row *row, double value)
{
    return row->field.minimum <= value && value <= row->field.maximum ? SIGMA_OK : SIGMA_E_RANGE;
}

static inline sigma_status config_store(const config_row *row, int64_t value, void *at)
{
    int32_t narrow = (int32_t)value;
    sigma_status status = config_inside(row, (double)value);

    if (status == SIGMA_OK) {
        memcpy(at, &narrow, sizeof narrow);
    }
    return status;
}

/* A number, true, or a time. SIGMA_OK, SIGMA_E_FORMAT or SIGMA_E_RANGE. */
sigma_status sigma_config_read_figure(config_piece piece, bool plain, const config_row *row,
                                      void *at);

#endif
