/* SPDX-License-Identifier: MIT */
/* What the fuzz targets share.
 *
 * A target is a function that makes its arguments out of the bytes of an input, calls the library,
 * and hands every outcome to a fuzz_saw_...() function, which holds it against the promises of
 * sigma/base.h. The same targets run under libFuzzer, by themselves on random bytes (main.c), and
 * in the golden program, which hashes what they saw (tests/checks/golden.c). */
#ifndef SIGMA_FUZZ_H
#define SIGMA_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sigma/sigma.h"

/* ---- targets */

typedef struct fuzz_input {
    const uint8_t *next;
    const uint8_t *end;
} fuzz_input;

#define TARGET(name) void fuzz_##name(fuzz_input *in);
#include "targets.inc"
#undef TARGET
void fuzz_config(fuzz_input *in); /* of libsigma-config, in a folder of its own */

/* ---- arguments out of bytes (input.c); when there are none left, they are zeros
 *
 * C leaves open in which order the arguments of a call are computed, so no call, and no list of
 * initial values, may take from the input twice. */

bool fuzz_more(const fuzz_input *in);
uint64_t fuzz_bytes(fuzz_input *in, int32_t count);
int32_t fuzz_pick(fuzz_input *in, int32_t count);              /* 0 <= x < count */
bool fuzz_rarely(fuzz_input *in);                              /* one time in 32 */
double fuzz_within(fuzz_input *in, double low, double high);   /* mostly limits and round numbers */
double fuzz_around(fuzz_input *in, double low, double high);   /* now and then outside */
double fuzz_double(fuzz_input *in);                            /* any at all */
int32_t fuzz_int32(fuzz_input *in);                            /* any, mostly small */
int64_t fuzz_time(fuzz_input *in);                             /* any, mostly of these years */
int32_t fuzz_chars(fuzz_input *in, char *text, int32_t space); /* any bytes; their number */

/* A struct by its field table: mostly in range, at times with one field or a few bytes wrong, all
 * zero, or any bytes at all. */
void fuzz_object(fuzz_input *in, int32_t kind, void *object);

/* Changes a few bytes, those of a struct as a little-endian machine has them. */
void fuzz_damage(fuzz_input *in, int32_t kind, void *object);
void fuzz_damage_text(fuzz_input *in, char *text, int32_t length);

/* A pointer argument that is now and then NULL: of n, at most the one that is chosen. */
#define FUZZ_UNLESS(chosen, pointer) ((chosen) ? NULL : (pointer))

/* ---- bytes as a little-endian machine has them (order.c): there nothing is done, elsewhere each
 * number is turned round in its place, and back again the next time */

void fuzz_turn(int32_t kind, void *object);
void fuzz_turn_numbers(void *numbers, int32_t width, int32_t count);

/* ---- arguments that belong together (make.c) */

void fuzz_make_symbol(fuzz_input *in, sigma_symbol *symbol);
double fuzz_make_price(fuzz_input *in, const sigma_symbol *symbol);
void fuzz_make_bar(fuzz_input *in, const sigma_symbol *symbol, sigma_bar *bar); /* the next one */

enum { FUZZ_COLUMN = 48 };

typedef struct fuzz_columns {
    double open[FUZZ_COLUMN];
    double high[FUZZ_COLUMN];
    double low[FUZZ_COLUMN];
    double close[FUZZ_COLUMN];
    double volume[FUZZ_COLUMN];
    int32_t count;
} fuzz_columns;

void fuzz_make_columns(fuzz_input *in, fuzz_columns *columns); /* mostly of usable bars */
void fuzz_make_position(fuzz_input *in, sigma_position *position);
void fuzz_make_trade(fuzz_input *in, int64_t after, sigma_trade *trade);
void fuzz_make_policy(fuzz_input *in, sigma_policy *policy);
void fuzz_make_context(fuzz_input *in, sigma_context *context);
void fuzz_make_proposal(fuzz_input *in, const sigma_context *context, sigma_proposal *proposal);

/* ---- outcomes (promise.c); each returns the status. Outputs go by pointer, so that they are read
 * after the call, which may stand among the arguments. */

/* A call without output. */
sigma_status fuzz_saw(const char *function, sigma_status status);

/* A number: finite, and 0 on error. */
sigma_status fuzz_saw_number(const char *function, sigma_status status, const double *value);

/* A result: in its range by its table, and all zero on error. */
sigma_status fuzz_saw_result(const char *function, sigma_status status, int32_t kind,
                             const void *result);

/* The same, but finite is enough where loose: of a state that was forged within its ranges, or of
 * arguments at the very end of theirs, a result may leave its own. */
sigma_status fuzz_saw_read(const char *function, sigma_status status, int32_t kind,
                           const void *result, bool loose);

/* A state: on error what it was before; in its range if it was before. */
sigma_status fuzz_saw_state(const char *function, sigma_status status, int32_t kind,
                            const void *before, const void *after);

/* Text in a buffer whose bytes behind it, up to space, were '#': zero-terminated, of that length,
 * nothing changed behind capacity; empty on error. */
sigma_status fuzz_saw_text(const char *function, sigma_status status, const char *buffer,
                           int32_t space, int32_t capacity, const int32_t *length);

/* Any other output: a struct, doubles, numbers of so many bytes, or bytes. */
sigma_status fuzz_saw_struct(const char *function, sigma_status status, int32_t kind,
                             const void *object);
sigma_status fuzz_saw_column(const char *function, sigma_status status, const double *values,
                             int32_t count);
sigma_status fuzz_saw_numbers(const char *function, sigma_status status, const void *numbers,
                              int32_t width, int32_t count);
sigma_status fuzz_saw_bytes(const char *function, sigma_status status, const void *bytes,
                            size_t size);

/* A call with an output of NULL. */
void fuzz_saw_null(const char *function, sigma_status status);

/* Hears of everything that is seen, as a little-endian machine has it; the golden program sets it.
 */
typedef void fuzz_witness(const char *function, sigma_status status, const void *bytes,
                          size_t size);
extern fuzz_witness *fuzz_tell;

/* ---- promises of the targets' own */

bool fuzz_is_finite(double x);
bool fuzz_is_zero(const void *object, size_t size);
bool fuzz_is_same(const void *a, const void *b, size_t size);
bool fuzz_is_usual_step(double step); /* of at most eight decimals, as brokers have them */
bool fuzz_in_range(int32_t kind, const void *object);   /* by its field table */
bool fuzz_all_finite(int32_t kind, const void *object); /* every double of it */
int32_t fuzz_size(int32_t kind);

/* Stops the program where a promise is broken. */
#define REQUIRE(condition)                                                                         \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fuzz_broken(__FILE__, __LINE__, #condition);                                           \
        }                                                                                          \
    } while (0)

_Noreturn void fuzz_broken(const char *file, int line, const char *condition);

#endif
