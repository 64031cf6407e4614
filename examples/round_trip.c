/* SPDX-License-Identifier: MIT */
/* The five calls that a bot makes for each bar, and how it looks at the answer. */
#include <sigma/sigma.h>
#include <stdio.h>

static const int64_t HOUR = INT64_C(3600000000000);

static const sigma_symbol eurusd = {.tick_size = 0.00001,
                                    .tick_value = 1.0,
                                    .contract_size = 100000.0,
                                    .quote_rate = 1.0,
                                    .lot_min = 0.01,
                                    .lot_max = 100.0,
                                    .lot_step = 0.01,
                                    .commission = 3.5,
                                    .spread = 8.0,
                                    .stop_level = 10.0,
                                    .leverage = 30.0,
                                    .id = 1,
                                    .asset = SIGMA_ASSET_FOREX};

int main(void)
{
    static sigma_market market;
    static sigma_desk desk;
    sigma_market_params params;
    sigma_policy policy;
    sigma_audit log;
    sigma_context context;
    sigma_decision decision;
    char line[SIGMA_AUDIT_SPACE];
    int32_t length;

    sigma_status worst = sigma_market_defaults(&params) | sigma_policy_defaults(&policy);
    params.interval = HOUR;
    worst |= sigma_sizing_preset(SIGMA_MODE_FRACTION, &policy.sizing); /* 1 % at risk */
    worst |= sigma_market_init(&market, &params, &eurusd) | sigma_desk_init(&desk, 0, 10000.0) |
             sigma_audit_init(&log, &policy, line, sizeof line, &length);
    for (int i = 0; worst >= 0 && i < 20; i++) { /* bars as they come from a broker */
        double close = 1.1 + 0.0002 * i;
        sigma_bar bar = {i * HOUR, close - 0.0001, close + 0.0008, close - 0.0012, close, 100.0};
        sigma_proposal buy = {.time = (i + 1) * HOUR,
                              .id = i,
                              .symbol = eurusd.id,
                              .entry = close,
                              .side = SIGMA_SIDE_LONG,
                              .intent = SIGMA_INTENT_OPEN};

        worst |= sigma_market_update(&market, &bar);
        worst |= sigma_desk_account(&desk, buy.time, 10000.0, 10000.0, 0.0);
        worst |= sigma_desk_context(&desk, &market, &buy, &context);
        worst |= sigma_decide(&policy, &context, &buy, &decision);
        worst |= sigma_audit_decision(&log, &context, &buy, &decision, line, sizeof line, &length);
        printf("%2d %.2f lots, stop %.5f, target %.5f\n", i, decision.lots, decision.stops.stop,
               decision.stops.target);
    }
    puts(line);
    return worst < 0; /* an error is below 0, and so is whatever is or'ed with it */
}
