/* SPDX-License-Identifier: MIT */
#include "sigma/config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reader.h"
#include "writer.h"

static bool read_root(config_document *doc)
{
    const config_node *root = config_child(doc, doc->nodes > 0);

    if (!root) {
        return sigma_config_fail_at(doc, SIGMA_E_FORMAT, 1, 1,
                                    "expected a mapping of sections, found nothing");
    }
    if (root->kind != NODE_MAPPING) {
        return sigma_config_fail(doc, SIGMA_E_FORMAT, root, "a mapping of sections");
    }
    return sigma_config_read_struct(doc, root, KIND_CONFIG, &doc->config) &&
           sigma_config_finish_symbols(doc, root);
}

static bool read_text(config_document *doc, const char *text, int64_t length)
{
    static const char mark[] = "\xef\xbb\xbf"; /* of the order of bytes, as some editors write */
    int32_t skipped = 0;

    if (length < 0 || length > SIGMA_CONFIG_SPACE) {
        return sigma_config_fail_at(doc, SIGMA_E_SPACE, 0, 0, "expected at most %d bytes",
                                    SIGMA_CONFIG_SPACE);
    }
    if (length >= 3 && memcmp(text, mark, 3) == 0) {
        skipped = 3;
    }
    int32_t rest = (int32_t)length - skipped;
    (void)!sigma_config_defaults(&doc->config);
    return sigma_config_bytes(doc, text + skipped, rest) &&
           sigma_config_parse(doc, text + skipped, rest) && read_root(doc);
}

/* Reads into a new document, which is to be freed; NULL without memory. */
static sigma_status read_new(const char *text, int64_t length, const char *name,
                             sigma_config_error *error, config_document **made)
{
    config_document *doc = (config_document *)calloc(1, sizeof *doc);

    *made = doc;
    if (!doc) {
        return SIGMA_E_SPACE;
    }
    doc->name = name;
    doc->error = error ? error : &doc->own;
    (void)read_text(doc, text, length);
    return doc->status;
}

sigma_status sigma_config_read(const char *text, int64_t length, const char *name,
                               sigma_config *config, sigma_config_error *error)
{
    config_document *doc;

    if (error) {
        memset(error, 0, sizeof *error);
    }
    if (!text || !name || !config || !error) {
        return SIGMA_E_NULL;
    }
    sigma_status status = read_new(text, length, name, error, &doc);
    if (!doc) {
        snprintf(error->message, sizeof error->message, "%.80s: there is not enough memory", name);
    }
    if (status == SIGMA_OK) {
        *config = doc->config;
    }
    free(doc);
    return status;
}

/* Whether a text reads back to this config. */
static sigma_status read_back(const char *text, int32_t length, const sigma_config *config)
{
    config_document *doc;
    sigma_status status = read_new(text, length, "", NULL, &doc);

    if (status != SIGMA_E_SPACE) {
        bool same = status == SIGMA_OK && memcmp(&doc->config, config, sizeof *config) == 0;
        status = same ? SIGMA_OK : SIGMA_E_RANGE;
    }
    free(doc);
    return status;
}

sigma_status sigma_config_write(const sigma_config *config, char *buffer, int32_t capacity,
                                int32_t *length)
{
    if (length) {
        *length = 0;
    }
    if (buffer && capacity > 0) {
        buffer[0] = '\0';
    }
    if (!config || !buffer || !length) {
        return SIGMA_E_NULL;
    }
    config_output out = {.buffer = buffer, .capacity = capacity > 0 ? capacity - 1 : -1};
    sigma_config_write_all(&out, config);
    sigma_status status = out.status;
    if (status == SIGMA_OK) {
        status = read_back(buffer, out.length, config);
    }
    if (capacity > 0) {
        buffer[status == SIGMA_OK ? out.length : 0] = '\0';
    }
    *length = status == SIGMA_OK ? out.length : 0;
    return status;
}

/* ---- correlations */

static bool both(uint64_t symbols, int32_t first, int32_t second)
{
    return (symbols >> first & 1) && (symbols >> second & 1);
}

/* What the text says of two symbols; false if nothing. */
static bool correlation_of(const sigma_config *config, int32_t first, int32_t second, double *value)
{
    for (int32_t i = 0; i < config->pairs; i++) {
        const sigma_config_pair *pair = &config->pair[i];
        if (pair->first == first && pair->second == second) {
            *value = pair->correlation;
            return true;
        }
    }
    for (int32_t i = 0; i < config->groups; i++) {
        if (both(config->group[i].symbols, first, second)) {
            *value = config->group[i].correlation;
            return true;
        }
    }
    return false;
}

static sigma_status correlate(const sigma_config *config, sigma_correlation *correlation)
{
    sigma_status status = sigma_correlation_init(correlation, &config->correlation);
    double value;

    for (int32_t i = 0; i < config->symbols && status == SIGMA_OK; i++) {
        status = sigma_correlation_add(correlation, config->symbol[i].facts.id);
        for (int32_t j = 0; j < i && status == SIGMA_OK; j++) {
            if (correlation_of(config, j, i, &value)) {
                status = sigma_correlation_give(correlation, config->symbol[j].facts.id,
                                                config->symbol[i].facts.id, value);
            }
        }
    }
    return status;
}

sigma_status sigma_config_correlate(const sigma_config *config, sigma_correlation *correlation)
{
    if (correlation) {
        memset(correlation, 0, sizeof *correlation);
    }
    if (!config || !correlation) {
        return SIGMA_E_NULL;
    }
    sigma_status status =
        sigma_config_counts_valid(config) ? correlate(config, correlation) : SIGMA_E_RANGE;
    if (status != SIGMA_OK) {
        memset(correlation, 0, sizeof *correlation);
    }
    return status;
}
