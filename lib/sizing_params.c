/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "sigma/sizing.h"

static const double PUBLISHED_SHARE = 0.25;

static sigma_sizing_params usual(void)
{
    return (sigma_sizing_params){.risk_max = 0.02,
                                 .risk_fraction = 0.01,
                                 .risk_money = 100.0,
                                 .kelly_share = 0.5,
                                 .exploration = 0.005,
                                 .exploration_confident = 0.0075,
                                 .confidence_high = 0.7,
                                 .floor = 0.8,
                                 .gap_loss = 5.0,
                                 .product_max = 1.5,
                                 .volatility_target = 0.16,
                                 .tail_multiple = 1.5,
                                 .heat_max = 0.06,
                                 .notional_max = 0.1,
                                 .leverage_max = 20.0,
                                 .margin_max = 0.5,
                                 .margin_level_min = 1.5,
                                 .concentration_max = 0.3,
                                 .room_day_max = 0.2,
                                 .room_total_max = 0.1,
                                 .participation_max = 0.001,
                                 .basis = SIGMA_BASIS_STOP,
                                 .trades_explored = 30,
                                 .trades_established = 100,
                                 .trades_tail = 100};
}

sigma_status sigma_sizing_preset(int32_t mode, sigma_sizing_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_sizing_params){0};
    if (!sigma_between(mode, SIGMA_MODE_UNKNOWN + 1, SIGMA_MODE_COUNT - 1)) {
        return SIGMA_E_RANGE;
    }
    *params = usual();
    params->mode = mode;
    if (mode == SIGMA_MODE_PUBLISHED) {
        params->kelly_share = PUBLISHED_SHARE;
    }
    return SIGMA_OK;
}

sigma_status sigma_sizing_defaults(sigma_sizing_params *params)
{
    return sigma_sizing_preset(SIGMA_MODE_SCEPTICAL, params);
}
