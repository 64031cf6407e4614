/* SPDX-License-Identifier: MIT */
#include "replay.h"

#include <sigma/audit.h>
#include <sigma/desk.h>

#include "../common/interval.h"
#include "../common/report.h"
#include "../common/text.h"
#include "interrupt.h"
#include "progress.h"
#include "results.h"
#include "signals.h"
#include "summary.h"

enum { STRATEGY = 1 };

struct run {
    const struct options *options;
    const struct bars *bars;
    const sigma_bar *bar; /* now */
    sigma_policy policy;
    struct opinions opinions;
    struct signals signals;
    sigma_market market;
    sigma_desk desk;
    sigma_audit log;
    struct paper paper;
    struct results results;
    struct summary summary;
    char line[SIGMA_AUDIT_SPACE];
};

/* Whether a call of the library worked; reports one that did not, and at which bar. */
static bool works(const struct run *r, const char *call, sigma_status status)
{
    if (status < 0) {
        report("%s: bar of %s: %s: %s", r->options->file, text_time(r->bar->time).text, call,
               text_sentence(SIGMA_VOCABULARY_STATUS, status).text);
    }
    return status >= 0;
}

/* ---- the steps of one bar */

/* What the journal's last trades prove, for the next decision; a fixed fraction asks for no proof.
 */
static sigma_status learn(struct run *r)
{
    double multiples[SIGMA_JOURNAL_SPACE];
    sigma_kelly_params params;
    sigma_edge edge;
    int32_t count;

    if (r->options->mode == SIGMA_MODE_FRACTION) {
        return SIGMA_OK;
    }
    sigma_status status = sigma_journal_multiples(&r->summary.journal, SIGMA_JOURNAL_LONG,
                                                  multiples, SIGMA_JOURNAL_SPACE, &count);
    if (status == SIGMA_OK) {
        status = sigma_kelly_defaults(&params);
    }
    if (status == SIGMA_OK) {
        status = sigma_edge_evaluate(&params, multiples, count, &edge);
    }
    return status == SIGMA_OK ? sigma_desk_edge(&r->desk, &edge) : status;
}

/* What was ordered at the last close is filled, and the open position may end. */
static bool fill(struct run *r)
{
    int events = paper_bar(&r->paper, r->bar);
    bool holds = events & PAPER_OPENED, closed = events & PAPER_CLOSED;
    sigma_status status = r->paper.status;

    r->summary.cancelled += (events & PAPER_CANCELLED) != 0;
    if (status >= 0 && holds != closed) { /* both in one bar: the desk has nothing to learn */
        sigma_position position = paper_position(&r->paper);
        status = sigma_desk_position(&r->desk, &position);
    }
    if (status >= 0 && closed) {
        results_trade(&r->results, &r->paper.trade, r->paper.balance);
        report_trade(&r->results.report, 0, &r->paper.trade, r->paper.balance);
        sigma_trade trade = paper_trade(&r->paper);
        status = summary_trade(&r->summary, &trade, r->paper.balance);
        status = status < 0 ? status : learn(r);
    }
    return works(r, "simulated fill", status);
}

/* The account as it stands at the close. */
static bool mark(struct run *r, int64_t now, double close)
{
    double open_profit = paper_profit(&r->paper, close);
    double margin = paper_margin(&r->paper, close);

    r->summary.open_profit = open_profit;
    report_equity(&r->results.report, r->bar->time, r->paper.balance + open_profit);
    return works(r, "simulated account", r->paper.status) &&
           works(r, "sigma_desk_account",
                 sigma_desk_account(&r->desk, now, r->paper.balance + open_profit, r->paper.balance,
                                    margin));
}

static bool decide(struct run *r, const sigma_proposal *proposal)
{
    sigma_context context;
    sigma_decision decision;
    int32_t length;

    if (!works(r, "sigma_desk_context",
               sigma_desk_context(&r->desk, &r->market, proposal, &context)) ||
        !works(r, "sigma_decide", sigma_decide(&r->policy, &context, proposal, &decision)) ||
        !works(r, "sigma_audit_decision",
               sigma_audit_decision(&r->log, &context, proposal, &decision, r->line,
                                    (int32_t)sizeof r->line, &length))) {
        return false;
    }
    results_decision(&r->results, r->line, length);
    summary_decision(&r->summary, proposal, &decision);
    report_decision(&r->results.report, 0, proposal, &decision);
    if (decision.verdict != SIGMA_VERDICT_DENY) {
        paper_order(&r->paper, proposal, &decision);
    }
    return true;
}

/* To open on a side where there is no position, to exit where the signal speaks against it. */
static bool propose(struct run *r, int64_t now, double close, const struct heard *heard)
{
    bool exits = r->paper.open;
    sigma_proposal proposal = {.time = now,
                               .id = r->summary.proposals + 1,
                               .entry = exits ? 0.0 : close,
                               .symbol = r->options->symbol.id,
                               .side = exits ? r->paper.trade.side : heard->side,
                               .intent = exits ? SIGMA_INTENT_REDUCE : SIGMA_INTENT_OPEN,
                               .confidence = heard->confidence,
                               .strategy = STRATEGY};

    if (heard->side == SIGMA_SIDE_UNKNOWN || (exits && heard->side == r->paper.trade.side)) {
        return true;
    }
    if (!exits && heard->scale < 1.0) {
        proposal.scale = heard->scale;
        proposal.given = UINT64_C(1) << SIGMA_GIVEN_SCALE;
    }
    return decide(r, &proposal);
}

static bool listen(struct run *r, struct heard *heard)
{
    sigma_features features;

    if (!works(r, "sigma_market_features", sigma_market_features(&r->market, &features)) ||
        !works(r, "signal", signals_hear(&r->signals, r->bar, &features, heard))) {
        return false;
    }
    features_row(&r->results.features, r->bar->time, &features);
    report_bar(&r->results.report, 0, r->bar, r->signals.regime.regime);
    return true;
}

static bool step(struct run *r)
{
    const sigma_bar *bar = r->bar;
    int64_t now = bar->time + r->summary.interval;
    struct heard heard;

    return fill(r) && mark(r, now, bar->close) &&
           works(r, "sigma_market_update", sigma_market_update(&r->market, bar)) &&
           listen(r, &heard) && propose(r, now, bar->close, &heard);
}

/* ---- from the first bar to the last */

static bool start_parts(struct run *r, int64_t time)
{
    sigma_market_params params;

    if (!works(r, "defaults", sigma_market_defaults(&params)) ||
        !works(r, "defaults", sigma_policy_defaults(&r->policy)) ||
        !works(r, "defaults", sigma_sizing_preset(r->options->mode, &r->policy.sizing)) ||
        !works(r, "defaults",
               signals_start(&r->signals, r->options->signal, r->options->symbol.asset,
                             r->summary.interval, r->options->opinions ? &r->opinions : NULL))) {
        return false;
    }
    params.interval = r->summary.interval;
    params.bars_a_year = r->options->bars_a_year;
    r->policy.sizing.risk_fraction = r->options->risk;
    paper_init(&r->paper, &r->options->symbol, r->options->balance);
    return works(r, "sigma_market_init",
                 sigma_market_init(&r->market, &params, &r->options->symbol)) &&
           works(r, "sigma_desk_init", sigma_desk_init(&r->desk, time, r->options->balance)) &&
           works(r, "sigma_edge_evaluate", learn(r));
}

static bool start_log(struct run *r)
{
    int32_t length;

    if (!works(r, "sigma_audit_init",
               sigma_audit_init(&r->log, &r->policy, r->line, (int32_t)sizeof r->line, &length))) {
        return false;
    }
    results_decision(&r->results, r->line, length);
    report_symbol(&r->results.report, 0, r->options->symbol_name);
    return true;
}

static bool step_all(struct run *r)
{
    struct progress progress = progress_begin(r->bars->count, !r->options->quiet);
    bool going = true;

    for (int64_t i = 0; going && i < r->bars->count && !interrupt_seen(); i++) {
        r->bar = &r->bars->bar[i];
        going = step(r) && results_fine(&r->results);
        progress_show(&progress, i + 1);
    }
    progress_end(&progress);
    r->summary.unfilled = r->paper.order.intent != SIGMA_INTENT_UNKNOWN;
    return going && !interrupt_seen();
}

/* Whether the balance is the start and all trades, to the cent. */
static bool money_conserved(const struct run *r)
{
    double expected = r->options->balance + r->summary.profit;
    double off = r->paper.balance - expected, cent = 0.005 + 1e-12 * r->options->balance;
    bool conserved = -cent < off && off < cent;

    if (!conserved) {
        report("the balance of %s is not the start and all trades, %s",
               text_number(r->paper.balance).text, text_number(expected).text);
    }
    return conserved;
}

static bool write_results(struct run *r)
{
    if (!start_log(r) || !step_all(r) || !money_conserved(r)) {
        return false;
    }
    summary_write(&r->summary, r->options, r->bars, &r->results.summary);
    report_series(&r->results.report);
    summary_write(&r->summary, r->options, r->bars, &r->results.report.file);
    return results_publish(&r->results, r->options->folder);
}

static bool choose_interval(struct run *r)
{
    int64_t spacing = bars_spacing(r->bars), asked = r->options->interval;

    if (asked == 0 && (spacing == 0 || spacing > INTERVAL_LONGEST)) {
        report("%s: %s; --interval tells how long a bar is", r->options->file,
               spacing == 0 ? "there is but one bar" : "the bars are more than 366 days apart");
        return false;
    }
    if (spacing > 0 && asked > spacing) {
        report("--interval: expected at most %s, the smallest spacing of the bars, got %s",
               text_interval(spacing).text, text_interval(asked).text);
        return false;
    }
    r->summary.interval = asked > 0 ? asked : spacing;
    return true;
}

static int run_bars(struct run *r)
{
    int64_t time = r->bars->bar[0].time;

    r->bar = &r->bars->bar[0];
    if (!works(r, "sigma_account_init", summary_init(&r->summary, time, r->options->balance)) ||
        !choose_interval(r) || !start_parts(r, time)) {
        return STATUS_FAILED;
    }
    interrupt_watch();
    bool done = results_open(&r->results, r->options) && write_results(r);
    results_discard(&r->results);
    if (interrupt_seen() && !done) {
        report("interrupted; no results were written");
        return STATUS_INTERRUPTED;
    }
    if (done && !r->options->quiet) {
        summary_print(&r->summary, r->options, r->bars);
    }
    return done ? STATUS_DONE : STATUS_FAILED;
}

int replay(const struct options *options)
{
    struct bars bars;
    struct run r = {.options = options, .bars = &bars};
    int status = STATUS_FAILED;

    if (bars_read(options->file, options->skip_bad_bars, &bars) &&
        (!options->opinions || opinions_read(options->opinions, &r.opinions))) {
        status = run_bars(&r);
    }
    opinions_free(&r.opinions);
    bars_free(&bars);
    return status;
}
