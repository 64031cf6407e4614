/* SPDX-License-Identifier: MIT */
/** @file
 * Any struct as bytes that can be stored and opened again, on another machine too.
 *
 *     SGMA  ABI  kind  size  CRC-32  0    fields of the struct, in their order               (1)
 *
 * Every number of (1) is little-endian, so the bytes are the same on every machine. The CRC is that
 * of all other bytes: it finds accidents, not forgers. What was sealed was in its ranges, and every
 * function checks a state that it is handed, so a forged seal is refused where it is used.
 */
#ifndef SIGMA_SEAL_H
#define SIGMA_SEAL_H

#include "sigma/base.h"

/** Size of a seal without its struct [bytes]. */
#define SIGMA_SEAL_SPACE 24

/**
 * Size of a sealed struct.
 *
 * @param      kind  SIGMA_KIND_...
 * @param[out] size  SIGMA_SEAL_SPACE and the struct [bytes]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_seal_size(int32_t kind, int32_t *size);

/**
 * Seals a struct.
 *
 * @param      kind      SIGMA_KIND_...
 * @param      object    The struct, in its ranges.
 * @param[out] bytes     Receives the seal; untouched on error.
 * @param      capacity  Size of bytes [bytes], sigma_seal_size() gives what suffices.
 * @param[out] length    Length of the seal [bytes]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_SPACE, or SIGMA_E_RANGE for a field out of its range or
 *         no such kind.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_seal_write(int32_t kind, const void *object,
                                                         uint8_t *bytes, int32_t capacity,
                                                         int32_t *length);

/**
 * Opens a seal.
 *
 * @param      kind    SIGMA_KIND_... that is expected.
 * @param      bytes   The seal.
 * @param      length  Length of bytes [bytes].
 * @param[out] object  The struct; untouched on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_RANGE for no such kind, SIGMA_E_VERSION for a seal of
 *         another ABI, or SIGMA_E_FORMAT for one that is damaged, foreign or of another kind.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_seal_open(int32_t kind, const uint8_t *bytes,
                                                        int32_t length, void *object);

#endif
