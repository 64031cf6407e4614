/* SPDX-License-Identifier: MIT */
/* From structs into YAML. */
#ifndef SIGMA_CONFIG_WRITER_H
#define SIGMA_CONFIG_WRITER_H

#include <stdbool.h>

#include "rows.h"

typedef struct config_output {
    char *buffer;
    int32_t capacity; /* the terminating zero not counted */
    int32_t length;
    int32_t bullet;      /* 1 where the next line begins an element of a list */
    sigma_status status; /* the first error */
} config_output;

/* The text is not zero-terminated, and need not be readable: that is tried afterwards. */
void sigma_config_write_all(config_output *out, const sigma_config *config);

/* ---- pieces of it */

void sigma_config_spoil(config_output *out, sigma_status status);
void sigma_config_put(config_output *out, const char *text);
void sigma_config_separate(config_output *out, bool first);
void sigma_config_put_number(config_output *out, double value);
void sigma_config_put_name(config_output *out, const char *name);
void sigma_config_put_value(config_output *out, const config_row *row, const char *at);
void sigma_config_put_values(config_output *out, const config_row *row, const char *at,
                             int32_t count);

/* 1d, 90m, 250ms; the buffer has 32 bytes. */
void sigma_config_write_length(int64_t length, char *buffer);

/* -05:00, 16:59:30; the buffer has 32 bytes. */
void sigma_config_write_clock(int32_t seconds, char *buffer);

#endif
