/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "report.h"
#include "text.h"

void config_flags(struct flags *flags)
{
    static const struct flag own[] = {
        {"config", "FILE", "YAML with policy, account and symbols, over which the flags go",
         FLAG_TEXT, NULL, 0, NULL},
        {"print-config", NULL, "print what is in effect as such a file, and nothing else",
         FLAG_SWITCH, NULL, 0, NULL},
    };
    flags_add(flags, own, sizeof own / sizeof own[0]);
}

bool config_asked(const struct flags *flags)
{
    return flags_given(flags, "config") || flags_given(flags, "print-config");
}

const sigma_config_symbol *config_symbol(const sigma_config *config, const char *name)
{
    for (int32_t i = 0; i < config->symbols && name; i++) {
        const sigma_config_symbol *symbol = &config->symbol[i];
        if (text_is(name, (int32_t)strlen(name), symbol->name)) {
            return symbol;
        }
    }
    return !name && config->symbols == 1 ? config->symbol : NULL;
}

void config_put_symbol(sigma_config *config, const char *name, const sigma_symbol *facts)
{
    const sigma_config_symbol *known = config_symbol(config, name);
    int32_t place = known ? (int32_t)(known - config->symbol) : config->symbols;

    if (place < SIGMA_CONFIG_SYMBOLS && strlen(name) < SIGMA_CONFIG_NAME) {
        sigma_config_symbol *symbol = &config->symbol[place];
        config->symbols = known ? config->symbols : place + 1;
        symbol->facts = *facts;
        symbol->facts.id = place + 1;
        if (!known) {
            strcpy(symbol->name, name);
        }
    }
}

#ifdef WITH_CONFIG

/* A file of at most so many bytes; -1 and a report where it cannot be read. */
static int64_t read_file(const char *path, char *text, size_t space)
{
    FILE *file = fopen(path, "rb");

    errno = file ? 0 : errno;
    size_t length = file ? fread(text, 1, space, file) : 0;
    int problem = file && !ferror(file) ? 0 : errno;
    if (file) {
        fclose(file);
    }
    if (problem != 0) {
        report("--config: cannot read %s: %s", path, strerror(problem));
        return -1;
    }
    return (int64_t)length;
}

bool config_take(const struct flags *flags, sigma_config *config)
{
    static char text[SIGMA_CONFIG_SPACE + 1];
    sigma_config_error error;
    const char *path = flags_given(flags, "config");

    if (!path) {
        return sigma_config_defaults(config) == SIGMA_OK;
    }
    int64_t length = read_file(path, text, sizeof text);
    if (length < 0) {
        return false;
    }
    if (sigma_config_read(text, length, path, config, &error) != SIGMA_OK) {
        report("%s", error.message);
        return false;
    }
    return true;
}

sigma_status config_correlate(const sigma_config *config, sigma_correlation *correlation)
{
    return sigma_config_correlate(config, correlation);
}

bool config_print(const sigma_config *config)
{
    static char text[SIGMA_CONFIG_SPACE];
    int32_t length;

    if (sigma_config_write(config, text, SIGMA_CONFIG_SPACE, &length) != SIGMA_OK) {
        report("--print-config: the flags make a config that no file can hold");
        return false;
    }
    fputs(text, stdout);
    return true;
}

#else

bool config_take(const struct flags *flags, sigma_config *config)
{
    (void)config;
    report("--%s: this program was built without libyaml",
           flags_given(flags, "config") ? "config" : "print-config");
    return false;
}

sigma_status config_correlate(const sigma_config *config, sigma_correlation *correlation)
{
    (void)config;
    (void)correlation;
    return SIGMA_E_STATE;
}

bool config_print(const sigma_config *config)
{
    (void)config;
    return false;
}

#endif
