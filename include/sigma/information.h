/* SPDX-License-Identifier: MIT */
/** @file
 * Terms of volume and entropy over a window of values, oldest first. They describe; none is known
 * to give an edge, and no signal of this library uses them.
 *
 * Drift of the volume-weighted price P against a reference, above 0 where more was traded higher:
 *
 *     drift = sum(V P) / sum(V) - reference                                                    (1)
 *
 * Collapse: how strongly a series bends, weighted, plus a share of a shift such as (1). The first
 * sum is a discrete Laplacian; it is large for a spike, and 0 for a straight line:
 *
 *     T = sum over inner i of A_i (phi_{i+1} - 2 phi_i + phi_{i-1}) + gamma shift              (2)
 *     confidence <- min((confidence + |T|) / 2, 1)                                             (3)
 *
 * (3) makes a signal surer the wilder its market is, whatever the side: it is here because it was
 * published, and nothing applies it by itself.
 *
 * Shannon entropy of values in bins, with the correction of Miller and Madow for few values: how
 * evenly n values are spread over the bins, of which K hold any. Without the correction a window of
 * 50 values over 10 bins looks 0.13 bits too orderly. Take edges from a long window, each bin
 * holding as many (4); equal widths within a short one measure the choice of bins.
 *
 *     edge_j = least value with j n / bins values up to it,   a bin holds edge_j < x <= edge_j+1
 *                                                                                              (4)
 *     H = -sum p log2 p + (K - 1) / (2 n log 2)                                                (5)
 *
 * Permutation entropy: how evenly the orders of m values in a row are spread; of equal values the
 * earlier counts as lesser. For m = 3, one in twenty windows of pure noise has a share of 0.948 or
 * less with 50 values, 0.973 with 100, 0.987 with 200; a t-test sees a trend much sooner.
 *
 *     H = -sum p log2 p over the m! orders                                                     (6)
 *
 * Standing of the last volume, as logarithms are nearer to normal than volumes: its distance from
 * the mean in standard deviations (of the population, the last one included). Compare volumes of
 * the same time of day. Bars without volume are left out.
 *
 *     z = (log V_n - mean log V) / deviation of log V                                          (7)
 *
 * Sources: (2), (3) the published Scaling system; Miller, Note on the bias of information estimates
 * (1955); Bandt and Pompe, Physical Review Letters 88 (2002).
 */
#ifndef SIGMA_INFORMATION_H
#define SIGMA_INFORMATION_H

#include "sigma/base.h"

/** An entropy. */
typedef struct sigma_entropy {
    double bits;      /**< H [bits], 0 <= x <= 20. */
    double share;     /**< Of the greatest, log2 of the bins or orders; that of (5) can pass 1 [1],
                           0 <= x <= 2. */
    int32_t occupied; /**< K: bins or orders that occur [1], x >= 0. */
    int32_t reserved; /**< 0. */
} sigma_entropy;

SIGMA_LAYOUT(sigma_entropy, 24);

/**
 * Drift of the volume-weighted price (1).
 *
 * @param      price      Prices [price], 1e-15 <= x <= 1e15.
 * @param      volume     Volumes [1], 0 <= x <= 1e18.
 * @param      count      Their number [bars], 1 <= x <= 100000.
 * @param      reference  Price to compare with [price], 1e-15 <= x <= 1e15.
 * @param[out] drift      The drift [price]; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP where nothing was traded, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_information_drift(const double *price,
                                                                const double *volume, int32_t count,
                                                                double reference, double *drift);

/**
 * The collapse of a series (2).
 *
 * @param      weight    A, of which the first and the last are not used [1], -1e15 <= x <= 1e15.
 * @param      phi       The series [x], -1e15 <= x <= 1e15.
 * @param      count     Their number [bars], 3 <= x <= 100000.
 * @param      shift     gamma times the shift [x], -1e15 <= x <= 1e15.
 * @param[out] collapse  T [x]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_information_collapse(const double *weight,
                                                                   const double *phi, int32_t count,
                                                                   double shift, double *collapse);

/**
 * The published mix of a confidence and a collapse (3).
 *
 * @param      confidence  Of a signal [1], 0 <= x <= 1.
 * @param      collapse    T [1], -1e300 <= x <= 1e300.
 * @param[out] mixed       The mix [1]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_information_confidence(double confidence,
                                                                     double collapse,
                                                                     double *mixed);

/**
 * Edges of bins that hold as many values each (4), from a long window.
 *
 * @param      x      Values [x], -1e15 <= x <= 1e15.
 * @param      count  Their number [1], bins <= x <= 4096.
 * @param      bins   Number of bins [1], 2 <= x <= 64.
 * @param[out] edges  Receives bins - 1 edges, not falling; untouched on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also where edges lie within x.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_information_edges(const double *x, int32_t count,
                                                                int32_t bins, double *edges);

/**
 * Shannon entropy over bins (5).
 *
 * @param      x       Values, such as returns [x], -1e15 <= x <= 1e15.
 * @param      count   Their number [1], 1 <= x <= 100000.
 * @param      edges   Edges between the bins, not falling [x], -1e15 <= x <= 1e15.
 * @param      bins    Number of bins, one more than edges [1], 2 <= x <= 64.
 * @param[out] result  The entropy; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_information_shannon(const double *x, int32_t count,
                                                                  const double *edges, int32_t bins,
                                                                  sigma_entropy *result);

/**
 * Permutation entropy (6).
 *
 * @param      x       Values [x], -1e15 <= x <= 1e15.
 * @param      count   Their number [1], order <= x <= 100000.
 * @param      order   m [1], 2 <= x <= 5.
 * @param[out] result  The entropy; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_information_permutation(const double *x,
                                                                      int32_t count, int32_t order,
                                                                      sigma_entropy *result);

/**
 * Standing of the last volume (7); 0 where all are equal.
 *
 * @param      volume  Volumes, the last one last [1], 0 <= x <= 1e18.
 * @param      count   Their number [bars], 1 <= x <= 100000.
 * @param[out] zscore  z [std dev]; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP without volume in the last bar or with fewer than two bars that
 *         have any, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_information_volume(const double *volume,
                                                                 int32_t count, double *zscore);

#endif
