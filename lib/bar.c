/* SPDX-License-Identifier: MIT */
#include "sigma/bar.h"

#include "check.h"
#include "fields.h"

sigma_status sigma_bar_check(const sigma_bar *bar)
{
    if (!bar) {
        return SIGMA_E_NULL;
    }
    bool ordered = sigma_within(bar->open, bar->low, bar->high) &&
                   sigma_within(bar->close, bar->low, bar->high);

    return ordered && sigma_fields_valid(sigma_bar_fields, SIGMA_BAR_FIELDS, bar) ? SIGMA_OK
                                                                                  : SIGMA_E_RANGE;
}
