/* SPDX-License-Identifier: MIT */
#include "inputs.h"

#include <stdio.h>
#include <string.h>

#include <sigma/field.h>

#include "../common/config.h"
#include "../common/files.h"
#include "../common/report.h"
#include "../common/symbols.h"
#include "../common/text.h"

void input_flags(struct flags *flags, struct input *input)
{
    const struct flag own[] = {
        {"opinions", "FILE", "CSV of external scores and votes by the bars' timestamp, see below",
         FLAG_TEXT, &input->opinions, 0, NULL},
        {"interval", "LENGTH", "of a bar, such as 1d, 4h, 1m; default the smallest spacing",
         FLAG_INTERVAL, &input->interval, 0, NULL},
        {"bars-a-year", "COUNT", "for volatility a year, such as 252; default if never closed",
         FLAG_NUMBER, &input->bars_a_year, SIGMA_KIND_MARKET_PARAMS, NULL},
    };
    flags_add(flags, own, sizeof own / sizeof own[0]);
    symbol_flags(flags, &input->symbol);
}

/* ---- one word */

/* NAME=FILE, unless there is a file of the whole name. */
static bool take_name(struct input *input, const char *common, const char *word)
{
    const char *sign = strchr(word, '=');
    size_t length = sign ? (size_t)(sign - word) : 0;

    input->name = common ? common : "SPX";
    if (strlen(word) >= INPUT_WORD) {
        report("expected less than %d bytes, got %s", INPUT_WORD,
               text_quoted(word, (int32_t)strlen(word)).text);
        return false;
    }
    snprintf(input->word, sizeof input->word, "%s", word);
    input->file = input->word;
    if (length == 0 || files_exist(word) || strcspn(word, ",./\\ ") < length) {
        return true;
    }
    input->word[length] = '\0';
    input->name = input->word;
    input->file = input->word + length + 1;
    return true;
}

static bool take_fact(struct flags *own, char *fact)
{
    char *value = strchr(fact, '=');

    if (value) {
        *value++ = '\0';
    }
    for (int32_t i = 0; value && i < own->count; i++) {
        if (strcmp(own->flag[i].name, fact) == 0) {
            own->given[i] = value;
            return true;
        }
    }
    report("behind a file: expected a flag of a symbol such as spread=2, got %s",
           text_quoted(fact, (int32_t)strlen(fact)).text);
    return false;
}

/* What stands behind the commas; a file of that whole name has none. */
static bool take_facts(struct input *input, struct flags *own)
{
    char *fact =
        files_exist(input->file) ? NULL : strchr(input->word + (input->file - input->word), ',');

    while (fact) {
        *fact++ = '\0';
        char *next = strchr(fact, ',');
        if (next) {
            *next = '\0';
        }
        if (!take_fact(own, fact)) {
            return false;
        }
        fact = next;
    }
    return true;
}

static bool has_file(const struct input *input, const char *word)
{
    if (input->file[0] == '\0') {
        report("expected a file of bars, such as FILE.csv or NAME=FILE.csv, got %s",
               text_quoted(word, (int32_t)strlen(word)).text);
    }
    return input->file[0] != '\0';
}

/* A config's own symbols come first; the numbers of others are none of theirs. */
static bool find_symbol(struct input *input, const sigma_config *config)
{
    const sigma_config_symbol *own = config_symbol(config, input->name);

    if (own) {
        input->name = own->name;
        input->symbol = own->facts;
        input->sector = own->sector;
        return true;
    }
    bool known = symbol_find(&input->name, &input->symbol);
    input->symbol.id += config->symbols;
    return known;
}

static bool take_word(struct input *input, const sigma_config *config, const struct flags *common,
                      const char *word)
{
    struct flags own = {.count = 0};

    input_flags(&own, input);
    for (int32_t i = 0; i < own.count; i++) {
        own.given[i] = flags_given(common, own.flag[i].name);
    }
    const char *name = flags_given(common, "symbol");
    return take_name(input, name || config->symbols != 1 ? name : config->symbol->name, word) &&
           find_symbol(input, config) && take_facts(input, &own) && has_file(input, word) &&
           flags_apply(&own) && symbol_complete(&input->symbol);
}

/* Positions of one symbol would be one. */
static bool alone(const struct inputs *inputs, const struct input *input)
{
    for (int32_t i = 0; i < inputs->count; i++) {
        if (inputs->input[i].symbol.id == input->symbol.id) {
            report("expected each symbol once, got %s twice: NAME=FILE tells which it is",
                   input->name);
            return false;
        }
    }
    return true;
}

bool inputs_read(struct inputs *inputs, const sigma_config *config, const struct flags *common,
                 int count, char **words)
{
    if (count > INPUTS_MOST) {
        report("expected at most %d files, got %d", INPUTS_MOST, count);
        return false;
    }
    for (int i = 0; i < count; i++) {
        struct input *input = &inputs->input[i];
        if (!take_word(input, config, common, words[i]) || !alone(inputs, input)) {
            return false;
        }
        inputs->count++;
    }
    return true;
}
