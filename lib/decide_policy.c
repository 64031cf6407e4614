/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "sigma/decide.h"

sigma_status sigma_policy_defaults(sigma_policy *policy)
{
    if (!policy) {
        return SIGMA_E_NULL;
    }
    *policy =
        (sigma_policy){.entry_distance_max = 3.0,
                       .age_max = 5.0,
                       .confidence_min = 0.4,
                       .parts = sigma_bit(SIGMA_PART_SYMBOL) | sigma_bit(SIGMA_PART_MARKET) |
                                sigma_bit(SIGMA_PART_ACCOUNT) | sigma_bit(SIGMA_PART_PORTFOLIO),
                       .positions_max = 3,
                       .conduct = SIGMA_CONDUCT_ENFORCE};
    return sigma_worse(
        sigma_factors_defaults(0, &policy->factors),
        sigma_worse(sigma_stops_defaults(&policy->stops), sigma_sizing_defaults(&policy->sizing)));
}

/* What Kelly and the policy have in common comes from one place. */
static void take(const sigma_kelly_params *kelly, int32_t profile, sigma_policy *policy)
{
    bool careful = profile == SIGMA_PROFILE_CONSERVATIVE;

    policy->sizing.risk_max = kelly->risk_max;
    policy->sizing.floor = kelly->floor;
    policy->sizing.kelly_share = kelly->fraction;
    policy->confidence_min = careful ? 0.5 : 0.4;
    policy->stops.reward_risk_min = careful ? 2.0 : 1.5;
    policy->positions_max = careful ? 2 : profile == SIGMA_PROFILE_MODERATE ? 3 : 5;
}

sigma_status sigma_policy_preset(int32_t profile, sigma_policy *policy)
{
    sigma_kelly_params kelly;

    if (!policy) {
        return SIGMA_E_NULL;
    }
    *policy = (sigma_policy){0};
    sigma_status status = sigma_kelly_preset(profile, &kelly);
    if (status == SIGMA_OK) {
        status = sigma_policy_defaults(policy);
        take(&kelly, profile, policy);
    }
    return status;
}
