/* SPDX-License-Identifier: MIT */
#include "crc.h"

/* Eight bytes at once, each by the table of how far it stands from the end (Kounavis and Berry,
 * "Novel Table Lookup-Based Algorithms for High-Performance CRC Generation", 2008). */
static uint32_t of_eight(uint32_t crc, const unsigned char *byte)
{
    const uint32_t *r = sigma_crc_remainder;
    uint32_t first = (uint32_t)byte[0] | (uint32_t)byte[1] << 8 | (uint32_t)byte[2] << 16 |
                     (uint32_t)byte[3] << 24;

    crc ^= first;
    return r[7 * 256 + (crc & 0xff)] ^ r[6 * 256 + (crc >> 8 & 0xff)] ^
           r[5 * 256 + (crc >> 16 & 0xff)] ^ r[4 * 256 + (crc >> 24)] ^ r[3 * 256 + byte[4]] ^
           r[2 * 256 + byte[5]] ^ r[256 + byte[6]] ^ r[byte[7]];
}

uint32_t sigma_crc(uint32_t crc, const void *bytes, int32_t length)
{
    const unsigned char *byte = (const unsigned char *)bytes;
    int32_t i = 0;

    crc = ~crc;
    for (; i + 8 <= length; i += 8) {
        crc = of_eight(crc, byte + i);
    }
    for (; i < length; i++) {
        crc = sigma_crc_remainder[(crc ^ byte[i]) & 0xff] ^ crc >> 8;
    }
    return ~crc;
}
