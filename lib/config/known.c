/* SPDX-License-Identifier: MIT */
#include "known.h"

/* In US dollars. Contracts are those of the exchanges and of most brokers. Largest orders and
 * leverage are usual figures. Costs are left out but for the two indices: every broker has its
 * own. */
static const sigma_known known[] = {
    {"EURUSD", SIGMA_ASSET_FOREX, 0.00001, 1.0, 100000.0, 0.01, 100.0, 30.0, 0.0, 0.0},
    {"GBPUSD", SIGMA_ASSET_FOREX, 0.00001, 1.0, 100000.0, 0.01, 100.0, 30.0, 0.0, 0.0},
    {"XAUUSD", SIGMA_ASSET_METAL, 0.01, 1.0, 100.0, 0.01, 100.0, 20.0, 0.0, 0.0},
    {"ES", SIGMA_ASSET_FUTURE, 0.25, 12.5, 50.0, 1.0, 1000.0, 20.0, 0.0, 0.0},
    {"NQ", SIGMA_ASSET_FUTURE, 0.25, 5.0, 20.0, 1.0, 1000.0, 20.0, 0.0, 0.0},
    {"CL", SIGMA_ASSET_FUTURE, 0.01, 10.0, 1000.0, 1.0, 1000.0, 10.0, 0.0, 0.0},
    {"GC", SIGMA_ASSET_FUTURE, 0.1, 10.0, 100.0, 1.0, 1000.0, 20.0, 0.0, 0.0},
    {"BTCUSDT", SIGMA_ASSET_CRYPTO, 0.01, 0.01, 1.0, 0.001, 1000.0, 10.0, 0.0, 0.0},
    {"ETHUSDT", SIGMA_ASSET_CRYPTO, 0.01, 0.01, 1.0, 0.001, 10000.0, 10.0, 0.0, 0.0},
    {"SPX", SIGMA_ASSET_INDEX, 0.01, 0.01, 1.0, 0.01, 10000.0, 20.0, 50.0, 20.0},
    {"NDX", SIGMA_ASSET_INDEX, 0.01, 0.01, 1.0, 0.01, 10000.0, 20.0, 50.0, 20.0},
    {"AAPL", SIGMA_ASSET_STOCK, 0.01, 0.01, 1.0, 1.0, 100000.0, 1.0, 0.0, 0.0},
    {"USDJPY", SIGMA_ASSET_FOREX, 0.001, 0.0, 100000.0, 0.01, 100.0, 30.0, 0.0, 0.0},
    {"GBPJPY", SIGMA_ASSET_FOREX, 0.001, 0.0, 100000.0, 0.01, 100.0, 30.0, 0.0, 0.0},
};

const sigma_known *sigma_known_at(int32_t place)
{
    return place < (int32_t)(sizeof known / sizeof known[0]) ? &known[place] : 0;
}

sigma_symbol sigma_known_facts(const sigma_known *k, int32_t id)
{
    return (sigma_symbol){.tick_size = k->tick_size,
                          .tick_value = k->tick_value,
                          .contract_size = k->contract_size,
                          .quote_rate = k->tick_value > 0.0 ? 1.0 : 0.0,
                          .lot_min = k->lot_step,
                          .lot_max = k->lot_max,
                          .lot_step = k->lot_step,
                          .spread = k->spread,
                          .slippage = k->slippage,
                          .leverage = k->leverage,
                          .id = id,
                          .asset = k->asset};
}
