/* SPDX-License-Identifier: MIT */
/* CRC-32 of IEEE 802.3, as in zlib, PNG and gzip. */
#ifndef SIGMA_LIB_CRC_H
#define SIGMA_LIB_CRC_H

#include <stdint.h>

/* Begin with crc 0; the CRC of a and b together is sigma_crc(sigma_crc(0, a), b). */
uint32_t sigma_crc(uint32_t crc, const void *bytes, int32_t length);

/* At 256 k + b: the remainder of byte b with k zeros behind it, by the reflected polynomial
 * 0xedb88320. */
extern const uint32_t sigma_crc_remainder[8 * 256];

#endif
