/* SPDX-License-Identifier: MIT */
#include "features.h"

#include <sigma/layout.h>
#include <string.h>

#include "../common/files.h"
#include "../common/report.h"
#include "../common/text.h"
#include "results.h"

enum { ALWAYS = -1 }; /* the feature of what every bar has */

/* ---- columns, out of the library's tables */

/* A field belongs to the feature that it is called as, or begins with; but these. */
static const struct {
    const char *field;
    int32_t feature;
} others[] = {
    {"ema", SIGMA_FEATURE_EMA_1},
    {"plus_di", SIGMA_FEATURE_ADX},
    {"minus_di", SIGMA_FEATURE_ADX},
    {"percent_b", SIGMA_FEATURE_BOLLINGER},
    {"volatility_ewma", SIGMA_FEATURE_EWMA},
};

static bool begins(const char *field, const char *word)
{
    size_t length = strlen(word);
    return strncmp(field, word, length) == 0 && (field[length] == '\0' || field[length] == '_');
}

static int32_t feature_of(const char *field)
{
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        if (strcmp(field, others[i].field) == 0) {
            return others[i].feature;
        }
    }
    for (int32_t code = 0; code < SIGMA_FEATURE_COUNT; code++) {
        if (begins(field, text_word(SIGMA_VOCABULARY_FEATURE, code).text)) {
            return code;
        }
    }
    return ALWAYS;
}

/* Members of an array are features of their own, and called so. */
static void add_columns(struct features *features, const sigma_field *field)
{
    int32_t feature = feature_of(field->name);

    for (int32_t i = 0; i < field->count && features->columns < FEATURES_COLUMNS; i++) {
        features->column[features->columns++] = (struct features_column){
            field->offset + i * (int32_t)sizeof(double), feature == ALWAYS ? ALWAYS : feature + i};
        output_text(&features->file, ",");
        output_text(&features->file, field->count == 1
                                         ? field->name
                                         : text_word(SIGMA_VOCABULARY_FEATURE, feature + i).text);
    }
}

static void write_header(struct features *features)
{
    sigma_field field;

    output_text(&features->file, "timestamp,time");
    for (int32_t i = 0; sigma_layout_field(SIGMA_KIND_FEATURES, i, &field) == SIGMA_OK; i++) {
        if (field.type == SIGMA_TYPE_F64) {
            add_columns(features, &field);
        }
    }
    output_text(&features->file, ",regime\n");
}

/* ---- the file */

/* What stands before the name, without the separator. */
static void folder_of(const char *path, char folder[OUTPUT_PATH])
{
    int length = (int)(files_name(path) - path);

    snprintf(folder, OUTPUT_PATH, "%.*s", length > 1 ? length - 1 : 1, length > 0 ? path : ".");
}

/* Why a path is none to write to, NULL if it may be. */
static const char *fault_of(const char *path, const char *folder, const struct options *options)
{
    if (strlen(path) >= OUTPUT_PATH) {
        return "too long";
    }
    if (files_special(path)) {
        return "a link, a device or a pipe, not a file to replace";
    }
    if (results_include(files_name(path)) && files_same(folder, options->folder)) {
        return "one of the results";
    }
    return results_loss(options, path);
}

bool features_open(struct features *features, const struct options *options)
{
    const char *path = options->features;
    char folder[OUTPUT_PATH];

    if (!path) {
        return true;
    }
    folder_of(path, folder);
    const char *fault = fault_of(path, folder, options);
    if (fault) {
        report("--features: '%s' is %s", path, fault);
        return false;
    }
    features->wanted = output_open(&features->file, folder, files_name(path));
    if (features->wanted) {
        write_header(features);
    }
    return features->wanted;
}

void features_row(struct features *features, int64_t opened, const struct symbol *symbol)
{
    const sigma_features *row = &symbol->features;
    struct output *file = &features->file;

    if (!features->wanted) {
        return;
    }
    output_text(file, text_time(opened).text);
    output_text(file, ",");
    output_text(file, text_time(row->time).text);
    for (int32_t i = 0; i < features->columns; i++) {
        int32_t feature = features->column[i].feature;
        double value;
        memcpy(&value, (const char *)row + features->column[i].offset, sizeof value);
        output_text(file, ",");
        if (feature == ALWAYS || (row->ready >> feature & 1) != 0) {
            output_text(file, text_number(value).text);
        }
    }
    int32_t regime = symbol->weather.regime;
    output_text(file, ",");
    output_text(file, regime != SIGMA_REGIME_UNKNOWN
                          ? text_word(SIGMA_VOCABULARY_REGIME, regime).text
                          : "");
    output_text(file, "\n");
}

bool features_close(struct features *features)
{
    return !features->wanted || output_close(&features->file);
}

bool features_publish(struct features *features)
{
    return !features->wanted || output_publish(&features->file);
}

void features_discard(struct features *features)
{
    output_discard(&features->file);
}
