/* SPDX-License-Identifier: MIT */
/* One target as a program: under libFuzzer, or by itself on random bytes.
 *
 *     fuzz_X [--runs N | --seconds S] [--seed N]   random inputs
 *     fuzz_X --corpus FOLDER [--runs N]            writes them into files, for libFuzzer
 *     fuzz_X FILE...                               runs these inputs
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_input in = {data, data + size};
    FUZZ_TARGET(&in);
    return 0;
}

#ifndef FUZZ_LIBFUZZER

enum { LONGEST = 2048 };

typedef struct options {
    uint64_t runs;
    double seconds;
    uint64_t seed;
    const char *corpus;
    int first_file;
} options;

static uint64_t next_random(uint64_t *seed) /* splitmix64 */
{
    uint64_t z = *seed += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

static size_t random_input(uint64_t *seed, uint8_t *data)
{
    size_t size = (size_t)(next_random(seed) % (LONGEST / 8)) * 8 + 8;
    for (size_t i = 0; i < size; i += 8) {
        uint64_t bits = next_random(seed);
        memcpy(data + i, &bits, 8);
    }
    return size;
}

static int run_files(int count, char **names)
{
    static uint8_t data[1 << 20];
    for (int i = 0; i < count; i++) {
        FILE *file = fopen(names[i], "rb");
        if (!file) {
            fprintf(stderr, "cannot open %s\n", names[i]);
            return 1;
        }
        size_t size = fread(data, 1, sizeof data, file);
        fclose(file);
        LLVMFuzzerTestOneInput(data, size);
    }
    printf("%d files run\n", count);
    return 0;
}

static int write_corpus(const options *o)
{
    uint64_t seed = o->seed;
    for (uint64_t i = 0; i < o->runs; i++) {
        uint8_t data[LONGEST];
        char name[4096];
        size_t size = random_input(&seed, data);
        snprintf(name, sizeof name, "%s/%03u", o->corpus, (unsigned)i);
        FILE *file = fopen(name, "wb");
        if (!file || fwrite(data, 1, size, file) != size || fclose(file) != 0) {
            fprintf(stderr, "cannot write %s\n", name);
            return 1;
        }
    }
    return 0;
}

static int run_random(const options *o)
{
    uint64_t seed = o->seed, runs = 0;
    clock_t end = clock() + (clock_t)(o->seconds * CLOCKS_PER_SEC);

    while (o->seconds > 0.0 ? clock() < end : runs < o->runs) {
        uint8_t data[LONGEST];
        LLVMFuzzerTestOneInput(data, random_input(&seed, data));
        runs++;
    }
    printf("%lu random inputs\n", (unsigned long)runs);
    return 0;
}

static options parse(int argc, char **argv)
{
    options o = {.runs = 1000, .seed = 1, .first_file = 1};

    for (int i = 1; i < argc && strncmp(argv[i], "--", 2) == 0; i += 2, o.first_file = i) {
        if (strcmp(argv[i], "--runs") == 0 && i + 1 < argc) {
            o.runs = strtoull(argv[i + 1], NULL, 10);
        } else if (strcmp(argv[i], "--seconds") == 0 && i + 1 < argc) {
            o.seconds = strtod(argv[i + 1], NULL);
        } else if (strcmp(argv[i], "--seed") == 0 && i + 1 < argc) {
            o.seed = strtoull(argv[i + 1], NULL, 10);
        } else if (strcmp(argv[i], "--corpus") == 0 && i + 1 < argc) {
            o.corpus = argv[i + 1];
        } else {
            fprintf(stderr, "%s is not an option, or lacks a value\n", argv[i]);
            exit(2);
        }
    }
    return o;
}

int main(int argc, char **argv)
{
    options o = parse(argc, argv);

    if (o.first_file < argc) {
        return run_files(argc - o.first_file, argv + o.first_file);
    }
    return o.corpus ? write_corpus(&o) : run_random(&o);
}

#endif
