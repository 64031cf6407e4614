/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

fuzz_witness *fuzz_tell;

static const char *function_seen = "no function";

void fuzz_broken(const char *file, int line, const char *condition)
{
    fprintf(stderr, "%s:%d: after %s: %s\n", file, line, function_seen, condition);
    abort();
}

bool fuzz_is_finite(double x)
{
    return x - x == 0.0;
}

bool fuzz_is_zero(const void *object, size_t size)
{
    const uint8_t *byte = (const uint8_t *)object;
    return size == 0 || (byte[0] == 0 && memcmp(byte, byte + 1, size - 1) == 0);
}

bool fuzz_is_same(const void *a, const void *b, size_t size)
{
    return memcmp(a, b, size) == 0;
}

bool fuzz_is_usual_step(double step)
{
    double units = step * 1e8;
    return 1.0 <= units && units <= 1e14 && units == (double)(int64_t)units;
}

bool fuzz_in_range(int32_t kind, const void *object)
{
    sigma_field field;
    return sigma_layout_check(kind, object, &field) == SIGMA_OK;
}

static bool doubles_finite(const char *at, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        double x;
        memcpy(&x, at + (size_t)i * sizeof x, sizeof x);
        if (!fuzz_is_finite(x)) {
            return false;
        }
    }
    return true;
}

bool fuzz_all_finite(int32_t kind, const void *object)
{
    sigma_field field;
    bool finite = true;

    for (int32_t i = 0; sigma_layout_field(kind, i, &field) == SIGMA_OK; i++) {
        const char *at = (const char *)object + field.offset;
        if (field.type == SIGMA_TYPE_F64) {
            finite = finite && doubles_finite(at, field.count);
        }
        for (int32_t n = 0; field.type == SIGMA_TYPE_STRUCT && n < field.count; n++) {
            finite = finite && fuzz_all_finite(field.detail, at + n * fuzz_size(field.detail));
        }
    }
    return finite;
}

sigma_status fuzz_saw_bytes(const char *function, sigma_status status, const void *bytes,
                            size_t size)
{
    function_seen = function;
    REQUIRE(SIGMA_E_DIFFERENT <= status && status <= SIGMA_WARMUP);
    if (fuzz_tell) {
        fuzz_tell(function, status, bytes, size);
    }
    return status;
}

static uint8_t seen[131072]; /* as a little-endian machine has it */

sigma_status fuzz_saw_struct(const char *function, sigma_status status, int32_t kind,
                             const void *object)
{
    size_t size = (size_t)fuzz_size(kind);

    REQUIRE(size <= sizeof seen);
    memcpy(seen, object, size);
    fuzz_turn(kind, seen);
    return fuzz_saw_bytes(function, status, seen, size);
}

sigma_status fuzz_saw_numbers(const char *function, sigma_status status, const void *numbers,
                              int32_t width, int32_t count)
{
    size_t size = (size_t)width * (size_t)count;

    REQUIRE(size <= sizeof seen);
    memcpy(seen, numbers, size);
    fuzz_turn_numbers(seen, width, count);
    return fuzz_saw_bytes(function, status, seen, size);
}

sigma_status fuzz_saw_column(const char *function, sigma_status status, const double *values,
                             int32_t count)
{
    return fuzz_saw_numbers(function, status, values, 8, count);
}

sigma_status fuzz_saw(const char *function, sigma_status status)
{
    return fuzz_saw_bytes(function, status, NULL, 0);
}

sigma_status fuzz_saw_number(const char *function, sigma_status status, const double *value)
{
    (void)fuzz_saw_column(function, status, value, 1);
    REQUIRE(fuzz_is_finite(*value));
    REQUIRE(status >= SIGMA_OK || fuzz_is_zero(value, sizeof *value));
    return status;
}

sigma_status fuzz_saw_read(const char *function, sigma_status status, int32_t kind,
                           const void *result, bool loose)
{
    size_t size = (size_t)fuzz_size(kind);
    (void)fuzz_saw_struct(function, status, kind, result);
    bool zero = fuzz_is_zero(result, size);

    REQUIRE(status >= SIGMA_OK || zero);
    REQUIRE(zero || fuzz_all_finite(kind, result));
    REQUIRE(zero || loose || fuzz_in_range(kind, result));
    return status;
}

sigma_status fuzz_saw_result(const char *function, sigma_status status, int32_t kind,
                             const void *result)
{
    return fuzz_saw_read(function, status, kind, result, false);
}

sigma_status fuzz_saw_state(const char *function, sigma_status status, int32_t kind,
                            const void *before, const void *after)
{
    size_t size = (size_t)fuzz_size(kind);
    (void)fuzz_saw_struct(function, status, kind, after);
    REQUIRE(status >= SIGMA_OK || fuzz_is_same(before, after, size));
    REQUIRE(fuzz_in_range(kind, after) || !fuzz_in_range(kind, before));
    return status;
}

static bool untouched(const char *buffer, int32_t from, int32_t to)
{
    for (int32_t i = from < 0 ? 0 : from; i < to; i++) {
        if (buffer[i] != '#') {
            return false;
        }
    }
    return true;
}

sigma_status fuzz_saw_text(const char *function, sigma_status status, const char *buffer,
                           int32_t space, int32_t capacity, const int32_t *length)
{
    (void)fuzz_saw_bytes(function, status, buffer, (size_t)*length);
    REQUIRE(0 <= *length && *length < (capacity > 0 ? capacity : 1));
    REQUIRE(capacity <= 0 || buffer[*length] == '\0');
    REQUIRE(status == SIGMA_OK || *length == 0);
    REQUIRE(memchr(buffer, '\0', (size_t)*length) == NULL);
    REQUIRE(untouched(buffer, capacity, space));
    return status;
}

void fuzz_saw_null(const char *function, sigma_status status)
{
    (void)fuzz_saw(function, status);
    REQUIRE(status == SIGMA_E_NULL);
}
