/* SPDX-License-Identifier: MIT */
/* What is in its ranges is sealed and opened again; any other bytes are refused, and an object that
 * is not opened is untouched. */
#include <string.h>

#include "crc.h"
#include "fuzz.h"

enum { LARGEST = 131072 };

static char object[LARGEST], again[LARGEST], before[LARGEST];
static uint8_t bytes[LARGEST + SIGMA_SEAL_SPACE];

static sigma_status open_again(int32_t kind, int32_t length, int32_t size)
{
    memset(again, '#', (size_t)size);
    memcpy(before, again, (size_t)size);
    sigma_status status = sigma_seal_open(kind, bytes, length, again);
    (void)fuzz_saw("sigma_seal_open", status);
    REQUIRE(status == SIGMA_OK || fuzz_is_same(again, before, (size_t)size));
    return status;
}

/* A whole seal of another ABI. */
static void of_another_abi(int32_t kind, int32_t length, int32_t size)
{
    bytes[4]++;
    uint32_t crc = sigma_crc(sigma_crc(0, bytes, 16), bytes + 20, length - 20);
    for (int32_t i = 0; i < 4; i++) {
        bytes[16 + i] = (uint8_t)(crc >> (8 * i));
    }
    REQUIRE(open_again(kind, length, size) == SIGMA_E_VERSION);
}

static void round_trip(fuzz_input *in, int32_t kind, int32_t size)
{
    int32_t space = size + SIGMA_SEAL_SPACE, length;
    int32_t capacity = fuzz_rarely(in) ? fuzz_pick(in, space) : space;

    sigma_status status = sigma_seal_write(kind, object, bytes, capacity, &length);
    (void)fuzz_saw_bytes("sigma_seal_write", status, bytes, (size_t)length);
    REQUIRE((status == SIGMA_E_RANGE) == !fuzz_in_range(kind, object));
    REQUIRE(length == (status == SIGMA_OK ? space : 0));
    if (status == SIGMA_OK) {
        REQUIRE(open_again(kind, length, size) == SIGMA_OK);
        REQUIRE(fuzz_is_same(object, again, (size_t)size));
        of_another_abi(kind, length, size);
        fuzz_damage_text(in, (char *)bytes, length);
        REQUIRE(open_again(kind, length, size) == SIGMA_E_FORMAT);
    }
}

void fuzz_seal(fuzz_input *in)
{
    int32_t length;

    while (fuzz_more(in)) {
        int32_t kind = fuzz_rarely(in) ? fuzz_int32(in) : fuzz_pick(in, SIGMA_KIND_COUNT + 1);
        int32_t size = fuzz_size(kind), sealed;
        sigma_status status = sigma_seal_size(kind, &sealed);
        (void)fuzz_saw("sigma_seal_size", status);
        REQUIRE(sealed == (size > 0 ? size + SIGMA_SEAL_SPACE : 0) && size <= LARGEST);
        if (size > 0) {
            fuzz_object(in, kind, object);
            round_trip(in, kind, size);
        }
        length = fuzz_chars(in, (char *)bytes, 64);
        (void)open_again(kind, length, size);
    }
    fuzz_saw_null("sigma_seal_size", sigma_seal_size(1, NULL));
    fuzz_saw_null("sigma_seal_write", sigma_seal_write(1, NULL, bytes, 99, &length));
    fuzz_saw_null("sigma_seal_write", sigma_seal_write(1, object, NULL, 99, &length));
    fuzz_saw_null("sigma_seal_write", sigma_seal_write(1, object, bytes, 99, NULL));
    fuzz_saw_null("sigma_seal_open", sigma_seal_open(1, NULL, 99, object));
    fuzz_saw_null("sigma_seal_open", sigma_seal_open(1, bytes, 99, NULL));
}
