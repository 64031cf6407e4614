/* SPDX-License-Identifier: MIT */
/* The keys of every section: the library's own field tables, and how each field is written. */
#ifndef SIGMA_CONFIG_ROWS_H
#define SIGMA_CONFIG_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "known.h"
#include "sigma/config.h"
#include "sigma/field.h"
#include "sigma/words.h"

/* How a value is written. */
enum {
    FORM_HIDDEN,  /* not at all */
    FORM_NUMBER,  /* 0.01, or 1% of a ratio */
    FORM_WHOLE,   /* 3 */
    FORM_SWITCH,  /* true */
    FORM_WORD,    /* long */
    FORM_SET,     /* [symbol, market] */
    FORM_CLOCK,   /* 17:00 */
    FORM_LENGTH,  /* 30s */
    FORM_DATE,    /* 2026-12-25 */
    FORM_DAYS,    /* [monday, friday] */
    FORM_NAME,    /* any text */
    FORM_MEMBERS, /* [EURUSD, GBPUSD] */
    FORM_STRUCT,  /* a mapping */
    FORM_SYMBOLS, /* sections of their own shape */
    FORM_GROUPS,
    FORM_PAIRS
};

/* Kinds of struct that only the config has. */
enum { KIND_CONFIG = 10000, KIND_ACCOUNT, KIND_SYMBOL, KIND_GROUP };

typedef struct config_row {
    sigma_field field;
    int32_t form;
    int32_t counter; /* offset of the number of elements that count, 0 for all */
    int32_t needed;  /* 1 where 0 is in range, but the key must be there */
    size_t optional; /* bytes of a section that is all zero where it is not there; else 0 */
} config_row;

/* The row of an index; false behind the last. */
bool sigma_config_row(int32_t kind, int32_t index, config_row *row);

/* The row of a key; false if there is none. */
bool sigma_config_find(int32_t kind, const char *key, config_row *row);

/* Bytes of one element of a field. */
int32_t sigma_config_size(const config_row *row);

/* ---- presets: a word that fills a whole struct */

/* Name of the preset of a code, from 1; NULL behind the last, or where there are no presets. */
const char *sigma_config_preset_name(int32_t kind, int32_t code, char *buffer);

bool sigma_config_has_presets(int32_t kind);

/* Fills the struct. */
sigma_status sigma_config_preset_fill(int32_t kind, int32_t code, void *object);

/* A well-known symbol by its name; NULL if it is none. */
const sigma_known *sigma_config_known(const char *name);

/* ---- relations between fields */

/* What does not fit together; NULL if all does. */
const char *sigma_config_misfit(int32_t kind, const void *object);

/* The fields that are missing to know what a lot is worth; NULL if none are. */
const char *sigma_config_worthless(const sigma_symbol *symbol);

/* Whether symbols, groups and pairs are as many as there can be. */
bool sigma_config_counts_valid(const sigma_config *config);

/* Names of weekdays, Monday first. */
extern const char sigma_config_weekdays[7][12];

/* Units of a length, longest first. */
typedef struct config_unit {
    char name[4];
    int64_t length; /* [ns] */
} config_unit;

enum { UNITS = 7 };
extern const config_unit sigma_config_units[UNITS];

#endif
