/* SPDX-License-Identifier: MIT */
/** @file
 * Version of the API (semantic versioning), of the ABI and of the decisions, and a self-test.
 *
 * The ABI number rises whenever a struct, a signature or a code changes; it is also the soname. A
 * binding compares it once, on loading the library. The decision number rises whenever the same
 * policy, context and proposal could give another decision; logs carry it.
 */
#ifndef SIGMA_VERSION_H
#define SIGMA_VERSION_H

#include "sigma/base.h"

#define SIGMA_VERSION_MAJOR 0    /**< Rises when the API breaks. */
#define SIGMA_VERSION_MINOR 1    /**< Rises when the API grows. */
#define SIGMA_VERSION_PATCH 0    /**< Rises with a fix. */
#define SIGMA_ABI_VERSION 1      /**< Rises when compiled callers must be rebuilt. */
#define SIGMA_DECISION_VERSION 2 /**< Rises when a decision could differ. */

/**
 * Version of the linked library, as opposed to this header.
 *
 * @return Major x 10000 + minor x 100 + patch.
 */
SIGMA_API int32_t sigma_version_number(void);

/**
 * Number of the linked library's ABI, as opposed to this header's.
 *
 * @return SIGMA_ABI_VERSION of the library.
 */
SIGMA_API int32_t sigma_version_abi(void);

/**
 * Whether this process still computes as the standard says: rounds to nearest, keeps denormals and
 * does not fuse multiplications. A plug-in built with -ffast-math can switch that off for all.
 *
 * @return SIGMA_OK, or SIGMA_E_STATE when results would differ from those of other machines.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_version_selftest(void);

#endif
