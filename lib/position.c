/* SPDX-License-Identifier: MIT */
#include "sigma/position.h"

#include "check.h"

static bool numbers_valid(const sigma_position *p)
{
    return sigma_within(p->entry, 1e-15, 1e15) && sigma_within(p->stop, 0.0, 1e15) &&
           sigma_within(p->target, 0.0, 1e15) && sigma_within(p->lots, 0.0, 1e12) &&
           sigma_within(p->risk, 0.0, 1e15);
}

/* As the field table has it, but by hand: a portfolio looks at each of its positions each time. */
static bool valid(const sigma_position *p)
{
    return sigma_is_time(p->time) && numbers_valid(p) && p->id >= 1 && p->symbol >= 1 &&
           sigma_between(p->side, SIGMA_SIDE_LONG, SIGMA_SIDE_SHORT) && p->strategy >= 0;
}

sigma_status sigma_position_check(const sigma_position *position)
{
    if (!position) {
        return SIGMA_E_NULL;
    }
    return valid(position) ? SIGMA_OK : SIGMA_E_RANGE;
}
