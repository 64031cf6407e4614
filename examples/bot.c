/* SPDX-License-Identifier: MIT */
/* A bot that trades at the close, above the mean, and libsigma in it: how many, and when to leave.
 * bot < examples/data/spx_1d_2000_2020.csv */
#include <sigma/sigma.h>
#include <stdio.h>
static const int64_t DAY = INT64_C(86400000000000);
static const sigma_symbol spx = {.tick_size = 0.01,
                                 .tick_value = 0.01,
                                 .contract_size = 1.0,
                                 .quote_rate = 1.0,
                                 .lot_min = 0.01,
                                 .lot_max = 10000.0,
                                 .lot_step = 0.01,
                                 .leverage = 20.0,
                                 .id = 1,
                                 .asset = SIGMA_ASSET_INDEX};

static sigma_market market;
static sigma_desk desk;
static sigma_journal journal;
static sigma_kelly_params kelly;
static sigma_policy policy;

/* At the start, and with each closed trade: what they prove sizes the next one. */
static sigma_status learn(const sigma_trade *closed)
{
    double r[SIGMA_JOURNAL_SPACE];
    sigma_edge edge;
    int32_t count;
    sigma_status worst = closed ? sigma_journal_update(&journal, closed) : SIGMA_OK;
    worst |= sigma_journal_multiples(&journal, SIGMA_JOURNAL_LONG, r, SIGMA_JOURNAL_SPACE, &count);
    worst |= sigma_edge_evaluate(&kelly, r, count, &edge);
    return worst | sigma_desk_edge(&desk, &edge);
}

static sigma_status start(int64_t time, double cash)
{
    sigma_market_params bars;
    sigma_journal_params trades;
    sigma_status worst = sigma_policy_preset(SIGMA_PROFILE_MODERATE, &policy);
    worst |= sigma_kelly_preset(SIGMA_PROFILE_MODERATE, &kelly);
    worst |= sigma_market_defaults(&bars) | sigma_journal_defaults(&trades, cash);
    bars.interval = DAY;
    worst |= sigma_market_init(&market, &bars, &spx) | sigma_journal_init(&journal, &trades);
    worst |= sigma_desk_init(&desk, time, cash);
    return worst | learn(NULL);
}

static sigma_status may_buy(int64_t now, double price, sigma_decision *decision)
{
    sigma_proposal buy = {
        now, 0, price, .symbol = 1, .side = SIGMA_SIDE_LONG, .intent = SIGMA_INTENT_OPEN};
    sigma_context context;
    sigma_status worst = sigma_desk_context(&desk, &market, &buy, &context);
    return worst | sigma_decide(&policy, &context, &buy, decision);
}

static int next_bar(sigma_bar *b)
{
    char time[21];
    return scanf("%20[^,],%lf,%lf,%lf,%lf,%lf ", time, &b->open, &b->high, &b->low, &b->close,
                 &b->volume) == 6 &&
           sigma_calendar_read(time, 20, &b->time) == SIGMA_OK;
}

int main(void)
{
    double cash = 10000.0, mean = 0.0;
    sigma_position held = {.id = 1, .symbol = 1, .side = SIGMA_SIDE_LONG};
    sigma_trade trade = {.symbol = 1, .side = SIGMA_SIDE_LONG, .given = 1U << SIGMA_TRADE_RISK};
    sigma_decision answer;
    sigma_bar bar;
    sigma_status worst = scanf("%*s ") == 0 && next_bar(&bar) ? start(bar.time, cash) : -1;
    while (worst >= 0 && next_bar(&bar)) {
        int64_t now = bar.time + DAY;
        if (held.lots > 0.0 && (bar.close <= held.stop || bar.close >= held.target)) {
            trade.closed = now;
            trade.exit = bar.close;
            cash += trade.profit = (trade.exit - trade.entry) * trade.lots;
            held.lots = 0.0;
            worst |= learn(&trade) | sigma_desk_position(&desk, &held);
        }
        mean += (bar.close - mean) / 100.0;
        worst |= sigma_market_update(&market, &bar);
        worst |= sigma_desk_account(&desk, now, cash + held.lots * (bar.close - held.entry), cash,
                                    held.lots * bar.close / spx.leverage);
        if (held.lots == 0.0 && bar.close > mean) {
            worst |= may_buy(now, bar.close, &answer);
            trade.opened = held.time = now;
            trade.entry = held.entry = bar.close;
            trade.lots = held.lots = answer.lots;
            trade.risk = held.risk = answer.sizing.risk;
            held.stop = answer.stops.stop;
            held.target = answer.stops.target;
            worst |= held.lots > 0.0 ? sigma_desk_position(&desk, &held) : SIGMA_OK;
        }
    }
    return printf("%.2f\n", cash) < 0 || worst < 0;
}
