/* SPDX-License-Identifier: MIT */
/* sigma-size: how many lots of one trade, and why. */
#include <sigma/desk.h>

#include <stdio.h>

#include "../common/files.h"
#include "../common/report.h"
#include "../common/text.h"
#include "json.h"
#include "options.h"
#include "print.h"
#include "stream.h"

static const int64_t DAY = INT64_C(86400000000000);

/* A market that has not seen a bar: the entry and the ATR, if it is given, stand for them. */
static sigma_market_result market_of(const struct options *options)
{
    return (sigma_market_result){.interval = DAY,
                                 .close = options->proposal.entry,
                                 .atr = options->atr,
                                 .symbol = options->symbol.id,
                                 .mark = SIGMA_PART_MARKET};
}

static sigma_status open_account(const struct options *options, sigma_desk *desk)
{
    sigma_status status = sigma_desk_init(desk, 0, options->peak);

    if (status == SIGMA_OK) {
        status =
            sigma_desk_account(desk, 0, options->equity, options->balance, options->margin_used);
    }
    return status == SIGMA_OK ? sigma_desk_edge(desk, &options->edge) : status;
}

static sigma_status open_market(const struct options *options, sigma_market *market)
{
    sigma_market_params params;
    sigma_status status = sigma_market_defaults(&params);

    params.interval = DAY;
    return status == SIGMA_OK ? sigma_market_init(market, &params, &options->symbol) : status;
}

/* What is known of a desk without positions. Its time is 0, as is that of the proposal. */
static sigma_status know(const struct options *options, sigma_context *context)
{
    sigma_desk desk;
    sigma_market market;
    sigma_status status = open_account(options, &desk);

    if (status == SIGMA_OK) {
        status = open_market(options, &market);
    }
    if (status == SIGMA_OK) {
        status = sigma_desk_context(&desk, &market, &options->proposal, context);
    }
    if (status == SIGMA_WARMUP && options->atr > 0.0) {
        context->market = market_of(options);
    }
    return status == SIGMA_WARMUP ? SIGMA_OK : status;
}

int size_trade(const struct options *options)
{
    sigma_context context;
    sigma_decision decision;
    sigma_status status = know(options, &context);

    if (status == SIGMA_OK) {
        status = sigma_decide(&options->policy, &context, &options->proposal, &decision);
    }
    if (status != SIGMA_OK) {
        report("cannot decide: %s", text_sentence(SIGMA_VOCABULARY_STATUS, status).text);
        return STATUS_FAILED;
    }
    if (options->json) {
        json_decision(options, &decision);
    } else {
        print_decision(options, &decision);
    }
    return decision.verdict == SIGMA_VERDICT_DENY ? STATUS_DENIED : STATUS_DONE;
}

int main(int argc, char **argv)
{
    struct options options;
    int status = STATUS_FAILED;

    files_prepare();
    if (report_begin("sigma-size") && options_read(&options, argc, argv, &status)) {
        status = options.stream ? stream_trades(stdin) : size_trade(&options);
    }
    return report_end(status);
}
