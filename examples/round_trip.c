/* SPDX-License-Identifier: MIT */
/* The five calls that a bot makes for each bar, and how it looks at the answer. */
#include <sigma/sigma.h>
#include <stdio.h>

static const int64_t HOUR = INT64_C(3600000000000);

/* Stops at the first call that refuses, and says which. */
static int failed(const char *call, sigma_status status)
{
    if (status < 0) {
        fprintf(stderr, "%s: status %d\n", call, (int)status);
    }
    return status < 0;
}

int main(void)
{
    sigma_symbol eurusd = {.id = 1, .asset = SIGMA_ASSET_FOREX, .tick_size = 0.00001,
                           .tick_value = 1.0, .lot_min = 0.01, .lot_max = 100.0, .lot_step = 0.01,
                           .commission = 3.5, .spread = 8.0, .leverage = 30.0};
    sigma_market_params params;
    sigma_policy policy;
    sigma_market market;
    sigma_desk desk;
    sigma_audit log;
    sigma_context context;
    sigma_decision decision;
    char line[SIGMA_AUDIT_SPACE];
    int32_t length;

    if (failed("defaults", sigma_market_defaults(&params) + sigma_policy_defaults(&policy))) {
        return 1;
    }
    params.interval = HOUR;
    if (failed("market", sigma_market_init(&market, &params, &eurusd)) ||
        failed("desk", sigma_desk_init(&desk, 0, 10000.0)) ||
        failed("log", sigma_audit_init(&log, &policy, line, sizeof line, &length))) {
        return 1;
    }
    for (int i = 0; i < 20; i++) { /* bars as they come from a broker */
        double close = 1.1 + 0.0002 * i;
        sigma_bar bar = {i * HOUR, close - 0.0001, close + 0.0008, close - 0.0012, close, 100.0};
        sigma_proposal buy = {.time = (i + 1) * HOUR, .id = i, .symbol = 1, .entry = close,
                              .side = SIGMA_SIDE_LONG, .intent = SIGMA_INTENT_OPEN};
        if (failed("update", sigma_market_update(&market, &bar)) ||
            failed("account", sigma_desk_account(&desk, buy.time, 10000.0, 10000.0, 0.0)) ||
            failed("context", sigma_desk_context(&desk, &market, &buy, &context)) ||
            failed("decide", sigma_decide(&policy, &context, &buy, &decision)) ||
            failed("audit", sigma_audit_decision(&log, &context, &buy, &decision, line,
                                                 sizeof line, &length))) {
            return 1;
        }
        printf("%2d %.2f lots, stop %.5f, target %.5f\n", i, decision.lots, decision.stops.stop,
               decision.stops.target);
    }
    puts(line);
    return 0;
}
