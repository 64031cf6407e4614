/* SPDX-License-Identifier: MIT */
#include "keeping.h"

#include <sigma/number.h>
#include <string.h>

#include "../common/digest.h"
#include "../common/report.h"

bool keeping_take(struct options *options, const struct flags *flags)
{
    const char *text = flags_given(flags, "checkpoint");
    double bars = 10000.0;

    if (text && !options->state) {
        report("--checkpoint: expected --state beside it");
        return false;
    }
    if (text && (sigma_number_read(text, (int32_t)strlen(text), &bars) != SIGMA_OK || bars < 1.0 ||
                 bars > 1e9 || bars != (double)(int64_t)bars)) {
        report("--checkpoint: expected a whole number from 1 to 1000000000, got '%s'", text);
        return false;
    }
    options->checkpoint = (int64_t)bars;
    return true;
}

/* A word and the zero behind it; none is another than an empty one. */
static uint64_t digest_word(uint64_t digest, const char *word)
{
    return digest_more(digest, word ? word : "\1", word ? strlen(word) + 1 : 2);
}

uint64_t keeping_command(const struct flags *flags, int count, char **files)
{
    static const char *const others[] = {"state", "checkpoint", "log", "quiet"};
    uint64_t digest = digest_empty;

    for (int32_t i = 0; i < flags->count; i++) {
        bool decides = true;
        for (size_t j = 0; j < sizeof others / sizeof others[0]; j++) {
            decides = decides && strcmp(flags->flag[i].name, others[j]) != 0;
        }
        digest = decides ? digest_word(digest, flags->given[i]) : digest;
    }
    for (int i = 0; i < count; i++) {
        digest = digest_word(digest, files[i]);
    }
    return digest;
}
