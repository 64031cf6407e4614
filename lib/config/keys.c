/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "reader.h"

/* Edits that make one word of another: letters put in, left out, changed, or swapped. */
static int32_t distance(const char *a, const char *b)
{
    enum { LETTERS = 32 };
    int32_t rows[3][LETTERS + 1], n = (int32_t)strlen(b);

    for (int32_t j = 0; j <= n; j++) {
        rows[0][j] = j;
    }
    for (int32_t i = 1; a[i - 1]; i++) {
        int32_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        row[0] = i;
        for (int32_t j = 1; j <= n; j++) {
            int32_t best = above[j - 1] + (a[i - 1] != b[j - 1]);
            best = above[j] + 1 < best ? above[j] + 1 : best;
            best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                before[j - 2] + 1 < best) {
                best = before[j - 2] + 1;
            }
            row[j] = best;
        }
    }
    return rows[strlen(a) % 3][n];
}

/* The key that was probably meant; empty if none is near. */
static void nearest(int32_t kind, const char *key, char *near)
{
    int32_t least = (int32_t)strlen(key) / 3 + 1;
    config_row row;

    near[0] = '\0';
    for (int32_t i = 0; sigma_config_row(kind, i, &row); i++) {
        int32_t edits = row.form == FORM_HIDDEN ? least : distance(key, row.field.name);
        if (edits < least) {
            least = edits;
            strcpy(near, row.field.name);
        }
    }
    if (sigma_config_has_presets(kind) && distance(key, "preset") < least) {
        strcpy(near, "preset");
    }
}

static bool refuse_unknown(config_document *doc, const config_node *node, int32_t kind)
{
    char near[sizeof((sigma_field *)0)->name] = "";
    const char *key = config_text(doc, node);

    if (strcmp(key, "<<") == 0) {
        return sigma_config_fail_at(doc, SIGMA_E_FORMAT, node->line, node->column,
                                    "expected no merge key, which YAML 1.2 does not have");
    }
    if (node->length < (int32_t)sizeof near) {
        nearest(kind, key, near);
    }
    return sigma_config_fail_at(doc, SIGMA_E_FORMAT, node->line, node->column, "no such key%s%s%s",
                                near[0] ? ", did you mean " : "", near, near[0] ? "?" : "");
}

static bool known(int32_t kind, const char *key)
{
    config_row row;

    return sigma_config_find(kind, key, &row) ||
           (strcmp(key, "preset") == 0 && sigma_config_has_presets(kind));
}

/* The key before this one that is the same; NULL if there is none. */
static const config_node *same_before(const config_document *doc, const config_node *mapping,
                                      const config_node *key)
{
    const config_node *other = config_child(doc, mapping->first);

    while (other != key && strcmp(config_text(doc, other), config_text(doc, key)) != 0) {
        other = config_child(doc, doc->node[other->next].next);
    }
    return other != key ? other : NULL;
}

static bool check_key(config_document *doc, const config_node *mapping, const config_node *key,
                      int32_t kind)
{
    if (key->kind != NODE_SCALAR || key->length == 0 ||
        strlen(config_text(doc, key)) < (size_t)key->length) {
        return sigma_config_fail(doc, SIGMA_E_FORMAT, key, "a key");
    }
    const config_node *first = same_before(doc, mapping, key);
    int32_t before = sigma_config_enter(doc, config_text(doc, key));
    if (first) {
        return sigma_config_fail_at(doc, SIGMA_E_FORMAT, key->line, key->column,
                                    "the same key stands in line %d already", (int)first->line);
    }
    if (kind != 0 && !known(kind, config_text(doc, key))) {
        return refuse_unknown(doc, key, kind);
    }
    sigma_config_leave(doc, before);
    return true;
}

bool sigma_config_check_keys(config_document *doc, const config_node *node, int32_t kind)
{
    const config_node *key = config_child(doc, node->first);

    for (; key; key = config_child(doc, doc->node[key->next].next)) {
        if (!check_key(doc, node, key, kind)) {
            return false;
        }
    }
    return true;
}

const config_node *sigma_config_value_of(const config_document *doc, const config_node *mapping,
                                         const char *name)
{
    const config_node *key = config_child(doc, mapping->first);

    while (key && strcmp(config_text(doc, key), name) != 0) {
        key = config_child(doc, doc->node[key->next].next);
    }
    return key ? config_child(doc, key->next) : NULL;
}
