/* SPDX-License-Identifier: MIT */
#include "ab.h"

#include <math.h>
#include <sigma/random.h>
#include <stdlib.h>

#include "list.h"

enum { FLIPS = 4999, SEED = 20200316, BITS = 32, WORDS = 4 };

bool ab_reserve(struct ab *ab, int64_t count)
{
    void *space =
        list_reserve(ab->difference, &ab->space, count, sizeof *ab->difference, "signals of --ab");

    ab->difference = space ? (double *)space : ab->difference;
    return space;
}

bool ab_add(struct ab *ab, double multiple, double scale)
{
    if (!ab_reserve(ab, ab->count + 1)) {
        return false;
    }
    ab->difference[ab->count++] = scale * multiple - multiple;
    ab->technical += multiple;
    ab->voted += scale * multiple;
    ab->scaled += scale < 1.0;
    return true;
}

void ab_free(struct ab *ab)
{
    free(ab->difference);
    *ab = (struct ab){0};
}

/* 97.5 % quantile of Student's t, by Fisher and Cornish's expansion (1960); exact for 1 and 2. */
static double student(int64_t freedom)
{
    const double z = 1.959963984540054, z3 = z * z * z, z5 = z3 * z * z, z7 = z5 * z * z;
    double n = (double)freedom;

    if (freedom < 3) {
        return freedom == 1 ? 12.706204736432095 : 4.302652729911275;
    }
    return z + (z3 + z) / (4.0 * n) + (5.0 * z5 + 16.0 * z3 + 3.0 * z) / (96.0 * n * n) +
           (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * z) / (384.0 * n * n * n);
}

/* The sum of d with the signs of one draw. */
static double flipped(const struct ab *ab, int64_t draw)
{
    uint32_t word[WORDS] = {0};
    double sum = 0.0;

    for (int64_t i = 0; i < ab->count; i++) {
        int64_t place = i % (BITS * WORDS);
        if (place == 0 && sigma_random_words(SEED, draw, i / (BITS * WORDS), word) != SIGMA_OK) {
            break;
        }
        sum += word[place / BITS] >> place % BITS & 1 ? ab->difference[i] : -ab->difference[i];
    }
    return sum;
}

static double chance(const struct ab *ab, double sum)
{
    int64_t as_far = 1;
    double least = fabs(sum) * (1.0 - 1e-12);

    for (int64_t draw = 0; draw < FLIPS; draw++) {
        as_far += fabs(flipped(ab, draw)) >= least;
    }
    return (double)as_far / (FLIPS + 1);
}

struct ab_result ab_evaluate(const struct ab *ab)
{
    struct ab_result result = {.p = 1.0};
    double n = (double)ab->count, sum = 0.0, squares = 0.0;

    if (ab->count < 2) {
        return result;
    }
    for (int64_t i = 0; i < ab->count; i++) {
        sum += ab->difference[i];
    }
    result.difference = sum / n;
    for (int64_t i = 0; i < ab->count; i++) {
        double off = ab->difference[i] - result.difference;
        squares += off * off;
    }
    double half = student(ab->count - 1) * sqrt(squares / (n - 1.0) / n);
    result.technical = ab->technical / n;
    result.voted = ab->voted / n;
    result.low = result.difference - half;
    result.high = result.difference + half;
    result.p = chance(ab, sum);
    return result;
}
