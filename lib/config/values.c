/* SPDX-License-Identifier: MIT */
#include "piece.h"
#include "sigma/words.h"

static sigma_status read_word(config_piece p, const config_row *row, int32_t *code)
{
    if (config_is(p, "unknown")) {
        return SIGMA_E_FORMAT;
    }
    sigma_status status = sigma_word_read(row->field.detail, p.text, p.length, code);
    return status == SIGMA_OK ? config_inside(row, *code) : status;
}

static sigma_status read_weekday(config_piece p, int32_t *code)
{
    for (*code = 0; *code < 7; ++*code) {
        if (config_is(p, sigma_config_weekdays[*code])) {
            return SIGMA_OK;
        }
    }
    return SIGMA_E_FORMAT;
}

/* The letters of a name need no quotation marks, or get them. */
static bool of_names(char c)
{
    return config_is_digit(c) || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') ||
           (c != '\0' && strchr("._-/#!&+=^@:", c));
}

static sigma_status read_name(config_piece p, char *name)
{
    for (int32_t i = 0; i < p.length; i++) {
        if (!of_names(p.text[i])) {
            return SIGMA_E_FORMAT;
        }
    }
    if (p.length >= SIGMA_CONFIG_NAME) {
        return SIGMA_E_FORMAT;
    }
    memcpy(name, p.text, (size_t)p.length);
    memset(name + p.length, 0, (size_t)(SIGMA_CONFIG_NAME - p.length));
    return SIGMA_OK;
}

/* ---- any value */

static sigma_status read_code(config_piece p, const config_row *row, void *at)
{
    int32_t code;
    sigma_status status = read_word(p, row, &code);

    if (status == SIGMA_OK) {
        memcpy(at, &code, sizeof code);
    }
    return status;
}

static sigma_status read_scalar(config_piece p, bool plain, const config_row *row, void *at)
{
    switch (row->form) {
    case FORM_WORD: return read_code(p, row, at);
    case FORM_NAME: return read_name(p, (char *)at);
    default: return sigma_config_read_figure(p, plain, row, at);
    }
}

static bool fail(config_document *doc, sigma_status status, const config_node *node,
                 const config_row *row)
{
    char expected[EXPECTED];

    sigma_config_expected(row, expected);
    return sigma_config_fail(doc, status, node, expected);
}

/* A list of words into a set of bits, each word once. */
static bool read_set(config_document *doc, const config_node *node, const config_row *row,
                     uint64_t *set)
{
    const config_node *child = config_child(doc, node->first);

    *set = 0;
    if (node->kind != NODE_LIST) {
        return fail(doc, SIGMA_E_FORMAT, node, row);
    }
    for (; child; child = config_child(doc, child->next)) {
        int32_t code = 0;
        sigma_status status = SIGMA_E_FORMAT;
        if (child->kind == NODE_SCALAR) {
            status = row->form == FORM_DAYS ? read_weekday(config_piece_of(doc, child), &code)
                                            : read_word(config_piece_of(doc, child), row, &code);
        }
        if (status != SIGMA_OK || *set >> code & 1) {
            return fail(doc, SIGMA_E_FORMAT, child, row);
        }
        *set |= UINT64_C(1) << code;
    }
    return true;
}

static bool read_days(config_document *doc, const config_node *node, const config_row *row,
                      void *at)
{
    uint64_t set;

    if (!read_set(doc, node, row, &set)) {
        return false;
    }
    if (config_store(row, (int64_t)set, at) == SIGMA_OK) {
        return true;
    }
    return fail(doc, SIGMA_E_RANGE, node, row);
}

bool sigma_config_read_value(config_document *doc, const config_node *node, const config_row *row,
                             void *at)
{
    sigma_status status = SIGMA_E_FORMAT;

    if (row->form == FORM_SET) {
        uint64_t set;
        bool fine = read_set(doc, node, row, &set);
        memcpy(at, &set, sizeof set);
        return fine;
    }
    if (row->form == FORM_DAYS) {
        return read_days(doc, node, row, at);
    }
    if (node->kind == NODE_SCALAR && node->length > 0) {
        status = read_scalar(config_piece_of(doc, node), node->plain, row, at);
    }
    if (status == SIGMA_OK) {
        return true;
    }
    return fail(doc, status, node, row);
}

bool sigma_config_read_name(config_document *doc, const config_node *node, char *name)
{
    static const config_row row = {.form = FORM_NAME};

    return sigma_config_read_value(doc, node, &row, name);
}
