/* SPDX-License-Identifier: MIT */
/* Lives of accounts at each preset, and under any rules, through both daylight-saving days: no
 * approved trade breaks a loss rule. tests/unit/prop_paths.h says how.
 *
 * Usage: prop_guard [LIVES]; a million for each preset by default. Returns 1 if a rule breaks. */
#include <stdio.h>
#include <stdlib.h>

#include "prop_paths.h"

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

int main(int count, char **arguments)
{
    int64_t lives = count > 1 ? atoll(arguments[1]) : 1000000;
    for (int32_t firm = 1; firm <= SIGMA_FIRM_COUNT; firm++) {
        int64_t approved = live(firm, lives);
        printf("%s %d: %lld lives, %lld approved trades, no rule broken\n",
               firm < SIGMA_FIRM_COUNT ? "preset" : "any rules", (int)firm, (long long)lives,
               (long long)approved);
        fflush(stdout);
    }
    return 0;
}
