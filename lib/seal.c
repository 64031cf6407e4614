/* SPDX-License-Identifier: MIT */
#include "sigma/seal.h"

#include "bytes.h"
#include "crc.h"
#include "layout.h"
#include "sigma/layout.h"
#include "sigma/version.h"

static const uint32_t MAGIC = 0x414d4753; /* SGMA */
enum { MAGIC_AT = 0, ABI_AT = 4, KIND_AT = 8, SIZE_AT = 12, CRC_AT = 16, ZERO_AT = 20 };

/* ---- little-endian numbers */

static void put(uint8_t *at, uint64_t value, int32_t size)
{
    for (int32_t i = 0; i < size; i++) {
        at[i] = (uint8_t)(value >> (8 * i));
    }
}

static uint64_t get(const uint8_t *at, int32_t size)
{
    uint64_t value = 0;
    for (int32_t i = 0; i < size; i++) {
        value |= (uint64_t)at[i] << (8 * i);
    }
    return value;
}

/* ---- numbers of 8, 4 or 1 bytes as the machine has them */

static uint64_t load(const char *at, int32_t size)
{
    uint64_t whole;
    uint32_t half;

    if (size == 8) {
        sigma_copy(&whole, at, 8);
        return whole;
    }
    if (size == 4) {
        sigma_copy(&half, at, 4);
        return half;
    }
    return (uint8_t)*at;
}

static void store(char *at, uint64_t value, int32_t size)
{
    uint32_t half = (uint32_t)value;

    if (size == 8) {
        sigma_copy(at, &value, 8);
    } else if (size == 4) {
        sigma_copy(at, &half, 4);
    } else {
        *at = (char)(uint8_t)value;
    }
}

/* ---- structs */

static void pack(int32_t kind, const char *object, uint8_t *bytes)
{
    sigma_table table = sigma_table_of(kind);

    for (int32_t i = 0; i < table.count; i++) {
        const sigma_field *field = &table.fields[i];
        int32_t size = sigma_element_size(field), end = field->offset + field->count * size;
        for (int32_t at = field->offset; at < end; at += size) {
            if (field->type == SIGMA_TYPE_STRUCT) {
                pack(field->detail, object + at, bytes + at);
            } else {
                put(bytes + at, load(object + at, size), size);
            }
        }
    }
}

static void unpack(int32_t kind, const uint8_t *bytes, char *object)
{
    sigma_table table = sigma_table_of(kind);

    for (int32_t i = 0; i < table.count; i++) {
        const sigma_field *field = &table.fields[i];
        int32_t size = sigma_element_size(field), end = field->offset + field->count * size;
        for (int32_t at = field->offset; at < end; at += size) {
            if (field->type == SIGMA_TYPE_STRUCT) {
                unpack(field->detail, bytes + at, object + at);
            } else {
                store(object + at, get(bytes + at, size), size);
            }
        }
    }
}

/* ---- seals */

/* Of all bytes but those of the CRC itself. */
static uint32_t crc_of(const uint8_t *bytes, int32_t length)
{
    return sigma_crc(sigma_crc(0, bytes, CRC_AT), bytes + ZERO_AT, length - ZERO_AT);
}

static void write_seal(int32_t kind, const char *object, uint8_t *bytes, int32_t size)
{
    put(bytes + MAGIC_AT, MAGIC, 4);
    put(bytes + ABI_AT, SIGMA_ABI_VERSION, 4);
    put(bytes + KIND_AT, (uint32_t)kind, 4);
    put(bytes + SIZE_AT, (uint32_t)size, 4);
    put(bytes + ZERO_AT, 0, 4);
    pack(kind, object, bytes + SIGMA_SEAL_SPACE);
    put(bytes + CRC_AT, crc_of(bytes, SIGMA_SEAL_SPACE + size), 4);
}

static sigma_status judge(int32_t kind, const uint8_t *bytes, int32_t length, int32_t size)
{
    bool whole = length >= SIGMA_SEAL_SPACE && get(bytes + MAGIC_AT, 4) == MAGIC &&
                 get(bytes + CRC_AT, 4) == crc_of(bytes, length);
    if (!whole) {
        return SIGMA_E_FORMAT;
    }
    if (get(bytes + ABI_AT, 4) != SIGMA_ABI_VERSION) {
        return SIGMA_E_VERSION;
    }
    bool expected = length == SIGMA_SEAL_SPACE + size && get(bytes + KIND_AT, 4) == (uint32_t)kind;
    return expected ? SIGMA_OK : SIGMA_E_FORMAT;
}

sigma_status sigma_seal_size(int32_t kind, int32_t *size)
{
    if (!size) {
        return SIGMA_E_NULL;
    }
    int32_t bare = sigma_table_of(kind).size;
    *size = bare > 0 ? SIGMA_SEAL_SPACE + bare : 0;
    return bare > 0 ? SIGMA_OK : SIGMA_E_RANGE;
}

sigma_status sigma_seal_write(int32_t kind, const void *object, uint8_t *bytes, int32_t capacity,
                              int32_t *length)
{
    sigma_field offender;
    int32_t size = sigma_table_of(kind).size;

    if (length) {
        *length = 0;
    }
    if (!object || !bytes || !length) {
        return SIGMA_E_NULL;
    }
    sigma_status status = sigma_layout_check(kind, object, &offender);
    if (status != SIGMA_OK) {
        return status;
    }
    if (capacity < SIGMA_SEAL_SPACE + size) {
        return SIGMA_E_SPACE;
    }
    write_seal(kind, (const char *)object, bytes, size);
    *length = SIGMA_SEAL_SPACE + size;
    return SIGMA_OK;
}

sigma_status sigma_seal_open(int32_t kind, const uint8_t *bytes, int32_t length, void *object)
{
    int32_t size = sigma_table_of(kind).size;

    if (!bytes || !object) {
        return SIGMA_E_NULL;
    }
    if (size == 0) {
        return SIGMA_E_RANGE;
    }
    sigma_status status = judge(kind, bytes, length, size);
    if (status == SIGMA_OK) {
        unpack(kind, bytes + SIGMA_SEAL_SPACE, (char *)object);
    }
    return status;
}
