/* SPDX-License-Identifier: MIT */
/* The table of every public struct by its kind. */
#ifndef SIGMA_LIB_LAYOUT_H
#define SIGMA_LIB_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "sigma/field.h"

typedef struct sigma_table {
    const char *name;
    const sigma_field *fields;
    int32_t count; /* 0 for no such kind */
    int32_t size;
} sigma_table;

static inline sigma_table sigma_table_from(const char *name, const sigma_field *fields,
                                           int32_t count, size_t size)
{
    return (sigma_table){name, fields, count, (int32_t)size};
}

sigma_table sigma_table_of(int32_t kind);
sigma_table sigma_table_of_indicators(int32_t kind);
sigma_table sigma_table_of_chances(int32_t kind); /* the structs of forecasts and regimes */
sigma_table sigma_table_of_signals(int32_t kind); /* the structs of signals */
sigma_table sigma_table_of_trades(int32_t kind);  /* the structs of trades and journal */
sigma_table sigma_table_of_sizes(int32_t kind);   /* the structs of factors and fractions */
sigma_table sigma_table_of_guards(int32_t kind);  /* the structs of the guards */
sigma_table sigma_table_of_indicators(int32_t kind);

/* Size of one element of a field, also of a STRUCT. */
int32_t sigma_element_size(const sigma_field *field);

bool sigma_all_zero(const void *object, int32_t size);

#endif
