/* SPDX-License-Identifier: MIT */
#include "history.h"

enum { LOOK_FIRST = 50, LOOK_LAST = 200, BASELINE_LEAST = 20 };

/* ---- journal and edge */

sigma_status history_journal(sigma_journal *journal, double balance)
{
    sigma_journal_params params;
    sigma_status status = sigma_journal_defaults(&params, balance);
    return status == SIGMA_OK ? sigma_journal_init(journal, &params) : status;
}

/* A fixed fraction asks for no proof. */
static sigma_status learn(struct history *history)
{
    double multiples[SIGMA_JOURNAL_SPACE];

    return history->learns ? sigma_edge_read(&history->kelly, &history->journal, multiples,
                                             SIGMA_JOURNAL_SPACE, &history->edge)
                           : SIGMA_OK;
}

sigma_status history_start(struct history *history, const struct options *options)
{
    sigma_status status = history_journal(&history->journal, options->balance);

    history->learns = options->mode != SIGMA_MODE_FRACTION;
    if (status == SIGMA_OK) {
        status = sigma_kelly_defaults(&history->kelly);
    }
    if (options->configured) {
        history->kelly = options->config.kelly;
    }
    return status == SIGMA_OK ? learn(history) : status;
}

sigma_status history_trade(struct history *history, const sigma_trade *trade)
{
    sigma_status status = sigma_journal_update(&history->journal, trade);
    return status == SIGMA_OK ? learn(history) : status;
}

/* ---- the monitor */

sigma_status history_watch(struct history *history, int64_t time,
                           const sigma_monitor_params *params)
{
    bool known = params->baseline_trades >= BASELINE_LEAST;

    history->look = known || params->rules != SIGMA_JUDGEMENT_SEQUENTIAL ? 0 : LOOK_FIRST;
    return sigma_monitor_init(&history->monitor, time, params);
}

/* Whether the trades show what a halt could be measured by: a mean that is none of chance alone. */
static bool shows(const sigma_journal_series *series)
{
    double mean = series->expectancy, deviation = series->deviation;
    return mean > 0.0 && deviation >= 1e-6 && mean * mean * series->trades > deviation * deviation;
}

/* Few looks, at numbers that were set before, so that chance has few. */
static sigma_status look(struct history *history, int64_t time)
{
    sigma_journal_result known;
    sigma_monitor_params params = history->monitor.params;
    sigma_status status = sigma_journal_read(&history->journal, SIGMA_JOURNAL_ALL, &known);

    if (status < 0) {
        return status;
    }
    history->look = history->look < LOOK_LAST ? 2 * history->look : 0;
    if (history->monitor.halted || !shows(&known.multiple)) {
        return SIGMA_OK;
    }
    history->look = 0;
    params.mean = known.multiple.expectancy;
    params.deviation = known.multiple.deviation;
    params.baseline_trades = known.multiple.trades;
    return sigma_monitor_init(&history->monitor, time, &params);
}

sigma_status history_judge(struct history *history, int64_t time, double multiple,
                           sigma_monitor_result *result)
{
    sigma_monitor_sample sample = {.time = time, .multiple = multiple};
    sigma_status status = sigma_monitor_update(&history->monitor, &sample, result);

    if (status < 0 || history->look == 0 || history->monitor.trades < history->look) {
        return status;
    }
    status = look(history, time);
    return status < 0 ? status : sigma_monitor_read(&history->monitor, result);
}

/* ---- decisions */

sigma_status history_tell(const struct history *history, bool opens, sigma_context *context)
{
    context->edge = history->edge;
    return opens && history->monitor.tag
               ? sigma_monitor_permit(&history->monitor, &context->monitor)
               : SIGMA_OK;
}
