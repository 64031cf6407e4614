/* SPDX-License-Identifier: MIT */
/* A text as a tree of values, and what is said where something is wrong with it. */
#ifndef SIGMA_CONFIG_DOCUMENT_H
#define SIGMA_CONFIG_DOCUMENT_H

#include <stdbool.h>

#include "sigma/config.h"

enum { NODE_SCALAR = 1, NODE_LIST = 2, NODE_MAPPING = 3 };

/* A value. The children of a mapping are keys and values by turns. */
typedef struct config_node {
    int32_t kind;   /* NODE_... */
    int32_t line;   /* from 1 */
    int32_t column; /* from 1 */
    int32_t plain;  /* 1 for a scalar without quotation marks */
    int32_t text;   /* place in the pool */
    int32_t length;
    int32_t first;  /* first child, 0 for none */
    int32_t next;   /* next child of the same parent, 0 for none */
    int32_t count;  /* children */
    int32_t weight; /* values in it, itself included; 0 while it is open */
    int32_t height; /* how deep it goes: 0 for a scalar */
    int32_t anchor; /* place in the pool, 0 for none */
} config_node;

enum {
    NODES = SIGMA_CONFIG_VALUES + 1,   /* the first is none */
    POOL = 4 * SIGMA_CONFIG_SPACE + 8, /* an escape of two bytes can stand for three */
    PATH = 128
};

typedef struct config_document {
    config_node node[NODES];
    char pool[POOL]; /* zero-terminated texts, the first one empty */
    int32_t nodes;   /* used, the root is 1 */
    int32_t pooled;
    int32_t weight; /* values so far, aliases counted as what they stand for */
    const char *name;
    sigma_config_error *error;
    sigma_config_error own; /* where nobody wants to know */
    sigma_status status;
    int32_t path_length;
    char path[PATH]; /* cut where it is too long */
    sigma_config config;
} config_document;

/* Reads YAML into nodes; false after an error. */
bool sigma_config_parse(config_document *doc, const char *text, int32_t length);

/* Whether the bytes are those of a text: UTF-8 without control characters. */
bool sigma_config_bytes(config_document *doc, const char *text, int32_t length);

/* Whether a line, from 0, begins with white space that holds a tab. */
bool sigma_config_tab_indents(const char *text, int32_t length, int32_t line);

static inline const char *config_text(const config_document *doc, const config_node *node)
{
    return doc->pool + node->text;
}

static inline const config_node *config_child(const config_document *doc, int32_t place)
{
    return place == 0 ? 0 : &doc->node[place];
}

/* The first error is kept. All of these return false. */
bool sigma_config_fail_at(config_document *doc, sigma_status status, int32_t line, int32_t column,
                          const char *format, ...) __attribute__((format(printf, 5, 6)));
bool sigma_config_fail(config_document *doc, sigma_status status, const config_node *node,
                       const char *expected);

/* Goes into a key or an element of a list, and back to where it was. */
int32_t sigma_config_enter(config_document *doc, const char *key);
int32_t sigma_config_enter_place(config_document *doc, int32_t place);
void sigma_config_leave(config_document *doc, int32_t length);

#endif
