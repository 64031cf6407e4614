/* SPDX-License-Identifier: MIT */
/* Lives of accounts at each preset, and under any rules, through both daylight-saving days: no
 * approved trade breaks a loss rule. tests/unit/prop_paths.h says how.
 *
 * Usage: prop_guard FIRM [LIVES], the name of a preset or any_rules; a million by default. Returns
 * 1 if a rule breaks. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prop_paths.h"
#include "sigma/words.h"

static void paths_broken(const char *what, uint64_t seed)
{
    printf("%s, seed %llu\n", what, (unsigned long long)seed);
    exit(1);
}

static int64_t live(int32_t firm, int64_t lives)
{
    sigma_prop_params params = {0};
    uint64_t seed = 903;
    int64_t approved = 0;

    if (firm < SIGMA_FIRM_COUNT && sigma_prop_defaults(&params, firm) != SIGMA_OK) {
        paths_broken("a preset is refused", 0);
    }
    params.target = 0.0; /* or lives would end early */
    for (int64_t i = 1; i <= lives; i++) {
        params = firm < SIGMA_FIRM_COUNT ? params : paths_rules(&seed);
        approved += paths_live(&params, (uint64_t)i * UINT64_C(2654435761) + (uint64_t)firm);
    }
    return approved;
}

/* Code of the preset with this name; SIGMA_FIRM_COUNT for any rules, 0 for no such name. */
static int32_t firm_of(const char *name)
{
    int32_t firm;
    if (strcmp(name, "any_rules") == 0) {
        return SIGMA_FIRM_COUNT;
    }
    return sigma_word_read(SIGMA_VOCABULARY_FIRM, name, (int32_t)strlen(name), &firm) == SIGMA_OK
               ? firm
               : 0;
}

int main(int count, char **arguments)
{
    int32_t firm = count > 1 ? firm_of(arguments[1]) : 0;
    int64_t lives = count > 2 ? atoll(arguments[2]) : 1000000;

    if (firm == 0) {
        fputs("usage: prop_guard FIRM [LIVES]\n", stderr);
        return 2;
    }
    printf("%s: %lld lives, %lld approved trades, no rule broken\n", arguments[1], (long long)lives,
           (long long)live(firm, lives));
    return 0;
}
