/* SPDX-License-Identifier: MIT */
#include "sigma/position.h"

#include "fields.h"

sigma_status sigma_position_check(const sigma_position *position)
{
    if (!position) {
        return SIGMA_E_NULL;
    }
    return sigma_fields_valid(sigma_position_fields, SIGMA_POSITION_FIELDS, position)
               ? SIGMA_OK
               : SIGMA_E_RANGE;
}
