/* SPDX-License-Identifier: MIT */
#include "sigma/bar.h"

#include "check.h"

static const double PRICE_MIN = 1e-15;
static const double PRICE_MAX = 1e15;
static const double VOLUME_MAX = 1e18;

/* The ranges of the table, which a test compares; open and close lie between low and high. Every
 * bar is asked, so that it has to be quick. */
sigma_status sigma_bar_check(const sigma_bar *bar)
{
    if (!bar) {
        return SIGMA_E_NULL;
    }
    bool ordered = sigma_within(bar->open, bar->low, bar->high) &&
                   sigma_within(bar->close, bar->low, bar->high);
    bool inside = bar->low >= PRICE_MIN && bar->high <= PRICE_MAX &&
                  sigma_within(bar->volume, 0.0, VOLUME_MAX) && sigma_is_time(bar->time);

    return ordered && inside ? SIGMA_OK : SIGMA_E_RANGE;
}
