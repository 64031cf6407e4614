/* SPDX-License-Identifier: MIT */
/* Prints a hash of all that every public function ever returned, on inputs that are the same on
 * every machine: the fuzz targets, fed by one random generator. A line is
 *
 *     function hash status...
 *
 * FNV-1a of 64 bits over each call's status and output bytes, and the statuses that were seen.
 * tests/checks/bits.py compiles and compares; a new fuzz target is a new line of
 * tests/fuzz/targets.inc. */
#include <stdio.h>
#include <string.h>

#include "../fuzz/fuzz.h"

enum { RUNS = 600, LONGEST = 2048, MOST = 512 };

typedef struct tally {
    const char *function;
    uint64_t hash;
    uint32_t statuses; /* bit 0 is SIGMA_WARMUP, bit 1 SIGMA_OK, and so down */
} tally;

static tally tallies[MOST];
static int32_t count;

#define TARGET(name) fuzz_##name,
static void (*const targets[])(fuzz_input *) = {
#include "../fuzz/targets.inc"
};
#undef TARGET

static tally *tally_of(const char *function)
{
    for (int32_t i = count - 1; i >= 0; i--) { /* the targets come one after the other */
        if (strcmp(tallies[i].function, function) == 0) {
            return &tallies[i];
        }
    }
    REQUIRE(count < MOST);
    tallies[count] = (tally){function, UINT64_C(0xcbf29ce484222325), 0};
    return &tallies[count++];
}

static uint64_t word_of(const uint8_t *byte)
{
    return (uint64_t)byte[0] | (uint64_t)byte[1] << 8 | (uint64_t)byte[2] << 16 |
           (uint64_t)byte[3] << 24 | (uint64_t)byte[4] << 32 | (uint64_t)byte[5] << 40 |
           (uint64_t)byte[6] << 48 | (uint64_t)byte[7] << 56;
}

/* FNV-1a by words, as states are large; the shift brings the upper bits down. */
static uint64_t hash_bytes(uint64_t hash, const uint8_t *byte, size_t size)
{
    for (; size >= 8; size -= 8, byte += 8) {
        hash = (hash ^ word_of(byte)) * UINT64_C(0x100000001b3);
        hash ^= hash >> 32;
    }
    for (size_t i = 0; i < size; i++) {
        hash = (hash ^ byte[i]) * UINT64_C(0x100000001b3);
    }
    return hash;
}

static void witness(const char *function, sigma_status status, const void *bytes, size_t size)
{
    tally *a = tally_of(function);
    uint8_t code = (uint8_t)(SIGMA_WARMUP - status);

    a->statuses |= UINT32_C(1) << code;
    a->hash = hash_bytes(a->hash, &code, 1);
    a->hash = hash_bytes(a->hash, (const uint8_t *)bytes, size);
}

static uint32_t next_random(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*seed >> 33);
}

static void run(void (*target)(fuzz_input *))
{
    static uint8_t data[LONGEST];
    uint64_t seed = 1;

    for (int32_t n = 0; n < RUNS; n++) {
        size_t size = next_random(&seed) % LONGEST;
        for (size_t i = 0; i < size; i++) {
            data[i] = (uint8_t)(next_random(&seed) >> 16);
        }
        fuzz_input in = {data, data + size};
        target(&in);
    }
}

static void print_line(const tally *a)
{
    static const char *const names[] = {"WARMUP",    "OK",         "E_NULL",  "E_RANGE",
                                        "E_STATE",   "E_ORDER",    "E_SPACE", "E_FORMAT",
                                        "E_VERSION", "E_DIFFERENT"};

    printf("%s %08lx%08lx", a->function, (unsigned long)(a->hash >> 32),
           (unsigned long)(a->hash & UINT32_MAX));
    for (int32_t i = 0; i < 10; i++) {
        if (a->statuses >> i & 1) {
            printf(" %s", names[i]);
        }
    }
    printf("\n");
}

/* A seal from another machine opens here, can be used, and is written here with the same bytes. */
static void open_foreign_seal(void)
{
    static const uint8_t sealed[] = {
#include "golden_seal.inc"
    };
    uint8_t again[sizeof sealed];
    sigma_exits exits;
    sigma_exits_result result;
    const sigma_exits_sample nothing = {.regime = SIGMA_REGIME_TREND_UP};
    const sigma_bar down = {INT64_C(1577840400000000000), 1.1125, 1.113, 1.1, 1.101, 10.0};
    int32_t size = (int32_t)sizeof sealed, length;

    REQUIRE(sigma_seal_open(SIGMA_KIND_EXITS, sealed, size, &exits) == SIGMA_OK);
    REQUIRE(exits.stop == 1.107 && exits.best == 1.115 && exits.bars == 1);
    REQUIRE(exits.entry.time == INT64_C(1577836800000000000) && exits.params.histogram == 0.1);
    REQUIRE(sigma_seal_write(SIGMA_KIND_EXITS, &exits, again, size, &length) == SIGMA_OK);
    REQUIRE(length == size && memcmp(again, sealed, sizeof sealed) == 0);
    REQUIRE(sigma_exits_update(&exits, &down, &nothing, &result) == SIGMA_OK);
    REQUIRE(result.action == SIGMA_ACTION_CLOSE && result.price == 1.107);
}

int main(void)
{
    open_foreign_seal();
    fuzz_tell = witness;
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
        run(targets[i]);
    }
    for (int32_t i = 0; i < count; i++) {
        print_line(&tallies[i]);
    }
    return 0;
}
