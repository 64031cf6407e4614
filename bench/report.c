/* SPDX-License-Identifier: MIT */
/* Nanoseconds a bar and a trade for the report of a replay, written to the folder it runs in. */
#include <sigma/sigma.h>
#include <stdio.h>
#include <stdlib.h>

#include "../examples/replay/report.h"
#include "bench.h"

enum { BARS = 1000000, TRADES = 4000 };

struct work {
    int32_t bars, trades;
};

static void add_bars(struct report *page, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        double price = 20000.25 + i % 777;
        sigma_bar bar = {
            (int64_t)i * 60000000000, price, price + 9.75, price - 8.5, price + 1.5, 1};
        report_bar(page, 0, &bar, SIGMA_REGIME_TREND_UP + i / 1000 % 5);
        report_equity(page, bar.time, 100000.0 + i % 999 * 0.37);
    }
}

static void add_trades(struct report *page, int32_t count)
{
    sigma_proposal proposal = {.side = SIGMA_SIDE_LONG, .intent = SIGMA_INTENT_OPEN};
    sigma_decision decision = {.lots = 1.23, .verdict = SIGMA_VERDICT_APPROVE};
    struct paper paper = {.trade = {.entry = 20000.12, .stop = 19000.12, .side = SIGMA_SIDE_LONG}};

    decision.sizing.asked = UINT64_C(1) << SIGMA_CAP_RISK | UINT64_C(1) << SIGMA_CAP_NOTIONAL |
                            UINT64_C(1) << SIGMA_CAP_HEAT | UINT64_C(1) << SIGMA_CAP_MARGIN |
                            UINT64_C(1) << SIGMA_CAP_BROKER | UINT64_C(1) << SIGMA_CAP_STEP;
    for (int32_t i = 0; i < count; i++) {
        double odd = 1.0 / (i + 3.0);
        for (int32_t cap = 0; cap < SIGMA_CAP_COUNT; cap++) {
            decision.sizing.cap[cap] = cap + odd;
        }
        paper.trade.risk = decision.sizing.risk = 1000.0 * odd;
        paper.closing = (struct closing){.lots = 1.23, .price = 20100.0 + odd, .profit = odd};
        report_decision(page, 0, &proposal, &decision);
        report_trade(page, 0, &paper, 100000.0 + odd);
    }
}

static int64_t write_page(void *p)
{
    const struct work *work = (const struct work *)p;
    struct report page = {0};

    if (!output_open(&page.file, ".", "report.html") || !report_start(&page)) {
        exit(EXIT_FAILURE);
    }
    report_symbol(&page, 0, "BTCUSDT");
    add_bars(&page, work->bars);
    add_trades(&page, work->trades);
    report_series(&page);
    output_text(&page.file, "{}");
    bool done = report_publish(&page);
    report_discard(&page);
    if (!done) {
        exit(EXIT_FAILURE);
    }
    return work->trades > 0 ? work->trades : work->bars;
}

int main(void)
{
    struct work bars = {BARS, 0}, trades = {0, TRADES};

    puts("a report, its file and its bringing to the disk included:");
    bench_run("a million bars, each", write_page, &bars);
    bench_run("4000 trades, each", write_page, &trades);
    return 0;
}
