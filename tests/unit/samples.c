/* SPDX-License-Identifier: MIT */
#include "samples.h"

#include "test.h"

const int64_t sample_now = INT64_C(1584388800000000000);

const double sample_bad_bars[SAMPLE_BAD_BARS][3] = {{NOT_A_NUMBER, 1, 1},
                                                    {2, NOT_A_NUMBER, 1},
                                                    {2, 1, NOT_A_NUMBER},
                                                    {1, 2, 1.5},
                                                    {2, 1, 3},
                                                    {2, 1, 0.5},
                                                    {2, 0, 1},
                                                    {2, -1, 1},
                                                    {INFINITE, 1, 1},
                                                    {2, 1, -1},
                                                    {1.1e15, 1, 1},
                                                    {-1, -2, -1},
                                                    {2, -INFINITE, 1},
                                                    {2, 9e-16, 1},
                                                    {2, 1, INFINITE}};

sigma_symbol sample_symbol(void)
{
    return (sigma_symbol){.tick_size = 0.00001,
                          .tick_value = 1.0,
                          .contract_size = 100000.0,
                          .quote_rate = 1.0,
                          .lot_min = 0.01,
                          .lot_max = 100.0,
                          .lot_step = 0.01,
                          .leverage = 30.0,
                          .id = SAMPLE_SYMBOL,
                          .asset = SIGMA_ASSET_FOREX};
}

sigma_market_params sample_market_params(void)
{
    sigma_market_params params;
    assert_int_equal(sigma_market_defaults(&params), SIGMA_OK);
    params.interval = SAMPLE_HOUR;
    return params;
}

sigma_policy sample_policy(void)
{
    sigma_policy policy;
    assert_int_equal(sigma_policy_defaults(&policy), SIGMA_OK);
    assert_int_equal(sigma_sizing_preset(SIGMA_MODE_FRACTION, &policy.sizing), SIGMA_OK);
    return policy;
}

sigma_context sample_context(void)
{
    return (sigma_context){.symbol = sample_symbol(),
                           .market = {.time = sample_now,
                                      .interval = SAMPLE_HOUR,
                                      .close = 1.1,
                                      .atr = 0.002,
                                      .symbol = SAMPLE_SYMBOL,
                                      .mark = SIGMA_PART_MARKET},
                           .account = {.time = sample_now,
                                       .equity = 10000.0,
                                       .balance = 10000.0,
                                       .peak = 10000.0,
                                       .mark = SIGMA_PART_ACCOUNT},
                           .portfolio = {.symbol = SAMPLE_SYMBOL, .mark = SIGMA_PART_PORTFOLIO}};
}

sigma_context sample_guarded(void)
{
    sigma_context context = sample_context();
    context.edge = (sigma_edge){.mean = 0.1, .trades = 40, .mark = SIGMA_PART_EDGE};
    context.regime = (sigma_advice_result){.factor = 1.0,
                                           .volatility = 1.0,
                                           .time = sample_now,
                                           .verdict = SIGMA_VERDICT_APPROVE,
                                           .approach = SIGMA_APPROACH_TREND_LONG,
                                           .symbol = SAMPLE_SYMBOL,
                                           .mark = SIGMA_PART_REGIME};
    context.heat = (sigma_portfolio_grant){.risk = 300.0,
                                           .exposure = 4000.0,
                                           .gross = 8000.0,
                                           .symbol = SAMPLE_SYMBOL,
                                           .side = SIGMA_SIDE_LONG,
                                           .mark = SIGMA_PART_HEAT};
    context.gate = (sigma_gate_grant){.notional = 2e5,
                                      .risk = 500.0,
                                      .reward = 1.5,
                                      .distance = 0.0005,
                                      .budget = 500.0,
                                      .share = 1.0,
                                      .symbol = SAMPLE_SYMBOL,
                                      .mark = SIGMA_PART_GATE};
    context.prop = (sigma_prop_grant){.left_today = 500.0,
                                      .left = 1000.0,
                                      .share = 1.0,
                                      .risk = 400.0,
                                      .swing_today = 500.0,
                                      .swing = 1000.0,
                                      .lots = 10.0,
                                      .mark = SIGMA_PART_PROP};
    context.breaker = (sigma_breaker_grant){.scale = 1.0, .entries = 1, .mark = SIGMA_PART_BREAKER};
    context.monitor = (sigma_monitor_grant){.scale = 1.0, .entries = 1, .mark = SIGMA_PART_MONITOR};
    return context;
}

void sample_guards(sigma_desk *desk)
{
    sigma_portfolio_params limits;
    sigma_correlation_params correlation;
    sigma_gate_params gate;
    sigma_prop_params prop;
    sigma_breaker_params breaker;
    sigma_monitor_params monitor;
    assert_int_equal(sigma_portfolio_defaults(&limits), SIGMA_OK);
    assert_int_equal(sigma_correlation_defaults(&correlation), SIGMA_OK);
    assert_int_equal(sigma_gate_defaults(&gate), SIGMA_OK);
    assert_int_equal(sigma_prop_defaults(&prop, SIGMA_FIRM_FTMO_TWO_STEP), SIGMA_OK);
    assert_int_equal(sigma_breaker_defaults(&breaker), SIGMA_OK);
    assert_int_equal(sigma_monitor_defaults(&monitor), SIGMA_OK);
    prop.start = desk->account.balance;
    assert_int_equal(sigma_desk_limits(desk, &limits, &correlation), SIGMA_OK);
    assert_int_equal(sigma_desk_gate(desk, desk->account.time, &gate), SIGMA_OK);
    assert_int_equal(sigma_gate_allow(&desk->gate, SAMPLE_SYMBOL), SIGMA_OK);
    assert_int_equal(sigma_desk_prop(desk, desk->account.time, &prop), SIGMA_OK);
    assert_int_equal(sigma_desk_breaker(desk, desk->account.time, &breaker), SIGMA_OK);
    assert_int_equal(sigma_desk_monitor(desk, desk->account.time, &monitor), SIGMA_OK);
}

sigma_proposal sample_proposal(void)
{
    return (sigma_proposal){.time = sample_now,
                            .id = 1,
                            .entry = 1.1,
                            .symbol = SAMPLE_SYMBOL,
                            .side = SIGMA_SIDE_LONG,
                            .intent = SIGMA_INTENT_OPEN};
}

sample_question sample_question_known(void)
{
    return (sample_question){sample_policy(), sample_context(), sample_proposal()};
}

sigma_decision sample_decided(const sample_question *q)
{
    sigma_decision d;
    memset(&d, 7, sizeof d);
    assert_int_equal(sigma_decide(&q->policy, &q->context, &q->proposal, &d), SIGMA_OK);
    return d;
}

sigma_sizing_result sample_sized(const sample_size *size)
{
    sigma_sizing_result result;
    memset(&result, 7, sizeof result);
    assert_int_equal(sigma_sizing_evaluate(&size->params, &size->symbol, &size->sample, &result),
                     SIGMA_OK);
    return result;
}

sigma_gate sample_gate(int64_t time)
{
    sigma_gate_params params;
    sigma_gate gate;
    assert_int_equal(sigma_gate_defaults(&params), SIGMA_OK);
    assert_int_equal(sigma_gate_init(&gate, time, 10000.0, &params), SIGMA_OK);
    assert_int_equal(sigma_gate_allow(&gate, SAMPLE_SYMBOL), SIGMA_OK);
    return gate;
}

sigma_gate_sample sample_order(int64_t time)
{
    return (sigma_gate_sample){.time = time,
                               .price_time = time,
                               .entry = 1.1,
                               .stop = 1.097,
                               .target = 1.106,
                               .spread = 0.0001,
                               .risk = 100.0,
                               .exposure = 36300.0,
                               .margin = 1210.0,
                               .free_margin = 10000.0,
                               .equity = 10000.0,
                               .balance = 10000.0,
                               .symbol = SAMPLE_SYMBOL,
                               .side = SIGMA_SIDE_LONG,
                               .intent = SIGMA_INTENT_OPEN,
                               .scheduled = 1};
}

sigma_position sample_position(int32_t id, double lots)
{
    return (sigma_position){.time = sample_now,
                            .entry = 1.1,
                            .stop = 1.097,
                            .lots = lots,
                            .risk = 300.0 * lots,
                            .id = id,
                            .symbol = SAMPLE_SYMBOL,
                            .side = SIGMA_SIDE_LONG};
}

sigma_trade sample_trade(double profit, double risk)
{
    return (sigma_trade){.opened = sample_now - SAMPLE_HOUR,
                         .closed = sample_now,
                         .entry = 1.1,
                         .exit = 1.11,
                         .lots = 0.33,
                         .profit = profit,
                         .costs = 2.31,
                         .risk = risk,
                         .given = UINT64_C(1) << SIGMA_TRADE_RISK,
                         .symbol = SAMPLE_SYMBOL,
                         .side = SIGMA_SIDE_LONG};
}

sample_walk sample_random_walk(uint64_t seed)
{
    sample_walk w;
    double price = 100.0;
    for (int32_t i = 0; i < SAMPLE_BARS; i++) {
        w.open[i] = price * test_between(&seed, 0.99, 1.01);
        price = w.open[i] * test_between(&seed, 0.98, 1.02);
        w.high[i] = fmax(w.open[i], price) * test_between(&seed, 1.0, 1.01);
        w.low[i] = fmin(w.open[i], price) * test_between(&seed, 0.99, 1.0);
        w.close[i] = price;
    }
    return w;
}

sigma_bar sample_bar(const sample_walk *walk, int32_t i)
{
    return (sigma_bar){.time = sample_now + i * SAMPLE_HOUR,
                       .open = walk->open[i],
                       .high = walk->high[i],
                       .low = walk->low[i],
                       .close = walk->close[i],
                       .volume = 100.0 + i};
}

sigma_policy sample_random_policy(uint64_t *seed)
{
    sigma_policy policy = sample_policy();
    policy.stops.atr_multiple = test_between(seed, 0.5, 4.0);
    policy.stops.reward_risk = test_between(seed, 1.5, 5.0);
    policy.stops.reward_risk_min = test_between(seed, 0.0, 1.0);
    policy.sizing.risk_fraction = test_decades(seed, 1e-4, 0.2);
    policy.sizing.risk_max = 0.2;
    policy.sizing.heat_max = test_decades(seed, 1e-3, 1.0);
    policy.sizing.notional_max = test_decades(seed, 1e-2, 100.0);
    policy.sizing.leverage_max = test_decades(seed, 1e-2, 1e4);
    policy.sizing.margin_max = test_between(seed, 0.01, 1.0);
    policy.entry_distance_max = test_between(seed, 0.5, 10.0);
    policy.age_max = test_between(seed, 0.5, 10.0);
    policy.parts = test_random_bits(seed) & 0x1e;
    policy.positions_max = test_whole(seed, 1, 64);
    return policy;
}

sigma_symbol sample_random_symbol(uint64_t *seed)
{
    static const double tick[] = {0.00001, 0.001, 0.01, 0.25, 0.1, 0.05, 1.0, 1e-8, 0.03125};
    static const double step[] = {0.01, 0.001, 0.1, 1.0, 0.25, 1e-8, 5.0, 0.3};
    double lot_step = step[test_whole(seed, 0, COUNT_OF(step) - 1)];
    return (sigma_symbol){.tick_size = tick[test_whole(seed, 0, COUNT_OF(tick) - 1)],
                          .tick_value = test_decades(seed, 1e-4, 100.0),
                          .contract_size = test_decades(seed, 1.0, 1e6),
                          .quote_rate = test_decades(seed, 1e-3, 1e3),
                          .lot_min = lot_step,
                          .lot_max = lot_step * 1e6,
                          .lot_step = lot_step,
                          .lot_cap = test_random(seed) < 0.5 ? 0.0 : test_decades(seed, 0.1, 1e5),
                          .commission = test_between(seed, 0.0, 5.0),
                          .fee_rate = fmax(0.0, test_between(seed, -0.002, 0.002)),
                          .spread = test_between(seed, 0.0, 20.0),
                          .slippage = test_between(seed, 0.0, 5.0),
                          .stop_level = test_between(seed, 0.0, 30.0),
                          .leverage = test_decades(seed, 1.0, 500.0),
                          .id = test_whole(seed, 1, 1000),
                          .asset = test_whole(seed, 1, SIGMA_ASSET_COUNT - 1)};
}

void sample_random_question(uint64_t *seed, sigma_context *context, sigma_proposal *proposal)
{
    sigma_symbol symbol = sample_random_symbol(seed);
    double price = symbol.tick_size * test_decades(seed, 1e3, 1e6);
    double atr = symbol.tick_size * test_decades(seed, 20.0, 400.0);
    double equity = test_decades(seed, 1e3, 1e7);

    *context = (sigma_context){
        .symbol = symbol,
        .market = {sample_now, SAMPLE_HOUR, price, atr, symbol.id, SIGMA_PART_MARKET},
        .account = {.time = sample_now - 1,
                    .equity = equity,
                    .balance = equity * test_between(seed, 0.97, 1.05),
                    .peak = equity * 1.05,
                    .margin = test_between(seed, 0.0, 500.0),
                    .mark = SIGMA_PART_ACCOUNT},
        .portfolio = {test_between(seed, 0.0, 50.0), test_between(seed, 0.0, 9.0), 0.0,
                      test_whole(seed, 0, 3), symbol.id, SIGMA_PART_PORTFOLIO, 0}};
    *proposal = (sigma_proposal){
        .time = sample_now + test_whole(seed, 0, 1000000),
        .id = (int64_t)test_random_bits(seed),
        .entry = price + atr * test_between(seed, -0.5, 0.5),
        .lots = test_decades(seed, 0.01, 1e4),
        .scale = test_random(seed),
        .given = test_random(seed) < 0.7 ? 0 : test_random_bits(seed) & 0xc,
        .symbol = symbol.id,
        .side = test_whole(seed, SIGMA_SIDE_LONG, SIGMA_SIDE_SHORT),
        .intent = test_random(seed) < 0.8 ? SIGMA_INTENT_OPEN : SIGMA_INTENT_REDUCE,
        .strategy = test_whole(seed, 0, 100)};
}
