/* SPDX-License-Identifier: MIT */
#include "resample.h"

#include "check.h"
#include "columns.h"

static bool apart(const sigma_bar *bars, int32_t count, const sigma_bar *finished,
                  const int32_t *known)
{
    int64_t in = count * (int64_t)sizeof *bars, out = in + (int64_t)sizeof *bars;
    int64_t of_known = (count + INT64_C(1)) * (int64_t)sizeof *known;

    return !sigma_overlap(bars, in, finished, out) && !sigma_overlap(bars, in, known, of_known) &&
           !sigma_overlap(finished, out, known, of_known);
}

/* Bars that another state, a copy, has accepted. */
static int32_t fill(sigma_resample *resample, const sigma_schedule *schedule, const sigma_bar *bars,
                    int32_t count, sigma_bar *finished, int32_t *known)
{
    int32_t length = 0;
    for (int32_t i = 0; i < count; i++) {
        sigma_resample_result result = {0};
        (void)sigma_resample_step(resample, schedule, &bars[i], &result);
        for (int32_t k = 0; k < result.count; k++) {
            finished[length] = result.bars[k];
            known[length++] = i;
        }
    }
    return length;
}

static sigma_status accept(sigma_resample copy, const sigma_schedule *schedule,
                           const sigma_bar *bars, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        sigma_resample_result result = {0};
        sigma_status status = sigma_resample_step(&copy, schedule, &bars[i], &result);
        if (status < 0) {
            return status;
        }
    }
    return SIGMA_OK;
}

static sigma_status batch(sigma_resample *resample, const sigma_schedule *schedule,
                          const sigma_bar *bars, int32_t count, sigma_bar *finished, int32_t *known,
                          int32_t *length)
{
    if (!sigma_resample_valid(resample, schedule != 0)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_between(count, 0, INT32_MAX - 1) || !apart(bars, count, finished, known)) {
        return SIGMA_E_RANGE;
    }
    sigma_status status = accept(*resample, schedule, bars, count);
    if (status == SIGMA_OK) {
        *length = fill(resample, schedule, bars, count, finished, known);
    }
    return status;
}

sigma_status sigma_resample_batch(sigma_resample *resample, const sigma_bar *bars, int32_t count,
                                  sigma_bar *finished, int32_t *known, int32_t *length)
{
    if (!length) {
        return SIGMA_E_NULL;
    }
    *length = 0;
    if (!resample || !bars || !finished || !known) {
        return SIGMA_E_NULL;
    }
    return batch(resample, 0, bars, count, finished, known, length);
}

sigma_status sigma_resample_batch_session(sigma_resample *resample, const sigma_schedule *schedule,
                                          const sigma_bar *bars, int32_t count, sigma_bar *finished,
                                          int32_t *known, int32_t *length)
{
    if (!length) {
        return SIGMA_E_NULL;
    }
    *length = 0;
    if (!resample || !schedule || !bars || !finished || !known) {
        return SIGMA_E_NULL;
    }
    return batch(resample, schedule, bars, count, finished, known, length);
}
