/* SPDX-License-Identifier: MIT */
#include "replay.h"

#include <stdlib.h>

#include "../common/report.h"
#include "checkpoint.h"
#include "guards_told.h"
#include "interrupt.h"
#include "progress.h"
#include "session.h"

/* ---- the run */

static bool step(struct session *s, const struct instant *instant)
{
    bool fine = guards_time(s, instant->time) &&
                (instant->closes ? session_close(s, instant) && session_scan(s, instant)
                                 : session_open(s, instant));
    timeline_pass(s->symbols, s->count, instant);
    return fine && results_fine(&s->results);
}

static int64_t bars_of(const struct session *s, bool done)
{
    int64_t bars = 0;

    for (int32_t i = 0; i < s->count; i++) {
        bars += done ? s->symbols[i].next : s->symbols[i].bars.count;
    }
    return bars;
}

/* Until the last bar, or an interrupt; the bar that was begun is finished first. */
static bool step_all(struct session *s, struct checkpoint *checkpoint)
{
    struct progress progress = progress_begin(bars_of(s, false), !s->options->quiet);
    struct instant instant;
    bool going = true, closed = false;

    while (going && !(closed && interrupt_seen()) &&
           timeline_next(s->symbols, s->count, &instant)) {
        going = step(s, &instant);
        closed = instant.closes;
        going = going && (!closed || checkpoint_pass(checkpoint, s, bars_of(s, true)));
        progress_show(&progress, bars_of(s, true));
    }
    progress_end(&progress);
    going = going && checkpoint_write(checkpoint, s);
    s->summary.unfilled = session_unfilled(s);
    s->summary.open_profit = s->account.open_profit;
    return going;
}

/* ---- before and after */

static struct told told_of(const struct session *s)
{
    return (struct told){&s->summary, s->options, s->symbols, &s->account.journal,
                         &s->ab,      &s->tested, s->count};
}

/* What is open at the end stands on the page, and in no other result. */
static void report_positions(struct session *s)
{
    for (int32_t i = 0; i < s->count; i++) {
        struct symbol *symbol = &s->symbols[i];
        struct paper *paper = &symbol->paper;
        if (paper->lots > 0.0 && !paper->trade.paper) {
            report_position(&s->results.report, i, paper,
                            &(struct report_position){symbol_last(symbol)->time, symbol->price,
                                                      paper_profit(paper, symbol->price)});
        }
    }
}

static bool write_results(struct session *s, struct checkpoint *checkpoint)
{
    if (!session_head(s)) {
        return false;
    }
    guards_tell_start(s);
    if (!checkpoint_begin(checkpoint, s) || !step_all(s, checkpoint) ||
        !account_conserved(&s->account, s->summary.profit)) {
        return false;
    }
    s->tested = ab_evaluate(&s->ab);
    struct told told = told_of(s);
    summary_write(&told, &s->results.summary);
    report_positions(s);
    report_series(&s->results.report);
    summary_write(&told, &s->results.report.file);
    return results_publish(&s->results, s->options->folder);
}

static int run(struct session *s, struct checkpoint *checkpoint)
{
    struct told told = told_of(s);

    if (!checkpoint_open(checkpoint, s) || !session_start(s)) {
        return STATUS_FAILED;
    }
    interrupt_watch();
    bool done = results_open(&s->results, s->options) && write_results(s, checkpoint);
    bool interrupted = interrupt_seen();
    if (done && !interrupted) {
        checkpoint_remove(checkpoint, s);
    }
    results_discard(&s->results);
    if (done && !s->options->quiet) {
        summary_print(&told);
    }
    if (done && interrupted) {
        report("interrupted; the results are those up to then%s",
               checkpoint->folder ? ", and the same command goes on from there" : "");
        return STATUS_INTERRUPTED;
    }
    return done ? STATUS_DONE : STATUS_FAILED;
}

static bool load(struct session *s)
{
    const struct inputs *inputs = &s->options->inputs;

    s->symbols = (struct symbol *)calloc((size_t)inputs->count, sizeof *s->symbols);
    if (!s->symbols) {
        report("not enough memory");
        return false;
    }
    for (; s->count < inputs->count; s->count++) {
        if (!symbol_load(&s->symbols[s->count], &inputs->input[s->count],
                         s->options->skip_bad_bars)) {
            symbol_free(&s->symbols[s->count]);
            return false;
        }
    }
    return true;
}

int replay(const struct options *options)
{
    struct session *session = (struct session *)calloc(1, sizeof *session);
    struct checkpoint checkpoint = {0};
    int status = STATUS_FAILED;

    if (!session) {
        report("not enough memory");
        return STATUS_FAILED;
    }
    session->options = options;
    if (load(session) &&
        (!options->incidents || incidents_read(options->incidents, &session->guards.incidents))) {
        status = run(session, &checkpoint);
    }
    checkpoint_close(&checkpoint);
    ab_free(&session->ab);
    incidents_free(&session->guards.incidents);
    for (int32_t i = 0; i < session->count; i++) {
        symbol_free(&session->symbols[i]);
    }
    free(session->symbols);
    free(session);
    return status;
}
