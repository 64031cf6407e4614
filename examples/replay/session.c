/* SPDX-License-Identifier: MIT */
#include "session.h"

#include "../common/report.h"
#include "../common/text.h"
#include "events.h"
#include "settings.h"

bool session_works(const struct session *session, const struct symbol *symbol, const char *call,
                   sigma_status status)
{
    if (status < 0) {
        report("%s: %s: %s: %s", symbol->input->file, text_time(session->now).text, call,
               text_sentence(SIGMA_VOCABULARY_STATUS, status).text);
    }
    return status >= 0;
}

/* ---- the start */

static int64_t first_time(const struct session *s)
{
    struct instant first = {0};
    timeline_next(s->symbols, s->count, &first);
    return first.time;
}

bool session_start(struct session *session)
{
    struct session *s = session;
    const struct options *o = s->options;
    sigma_status status;

    s->now = first_time(s);
    for (int32_t i = 0; i < s->count; i++) {
        s->symbols[i].slot = i + 1;
        status = symbol_start(&s->symbols[i], o);
        if (!session_works(s, &s->symbols[i], "start", status)) {
            return false;
        }
    }
    if (!session_works(s, s->symbols, "policy", settings_policy(o, &s->policy))) {
        return false;
    }
    return session_works(s, s->symbols, "account", account_start(&s->account, o, s->now)) &&
           session_works(s, s->symbols, "summary",
                         summary_start(&s->summary, s->now, o->balance)) &&
           guards_start(s);
}

bool session_head(struct session *session)
{
    struct session *s = session;
    int32_t length;
    sigma_status status =
        sigma_audit_init(&s->log, &s->policy, s->line, (int32_t)sizeof s->line, &length);

    session_works(s, s->symbols, "sigma_audit_init", events_keep(s, status, length));
    for (int32_t i = 0; i < s->count; i++) {
        report_symbol(&s->results.report, i, s->symbols[i].input->name);
    }
    return status >= 0;
}

/* ---- fills */

/* A trade that is over is one of the pairs of --ab. */
static bool compare(struct session *s, const struct paper *paper)
{
    const struct trade *t = &paper->trade;
    return !s->options->ab || paper->lots > 0.0 || ab_add(&s->ab, t->profit / t->risk, t->scale);
}

/* Lots were closed: what the library said of the line that tells why. */
static bool settle(struct session *s, struct symbol *symbol, sigma_status status)
{
    const struct paper *paper = &symbol->paper;

    if (status >= 0) {
        status = account_closing(&s->account, symbol, s->now);
    }
    if (status >= 0) {
        status = events_trade(s, paper);
    }
    if (status >= 0) {
        status = summary_closing(&s->summary, paper, s->account.balance, s->now);
    }
    if (status >= 0 && !paper->trade.paper) {
        results_closing(&s->results, symbol, s->account.balance);
        report_trade(&s->results.report, symbol->slot - 1, paper, s->account.balance);
    }
    return session_works(s, symbol, "simulated exit", status) && compare(s, paper) &&
           (paper->trade.paper || guards_filled(s, symbol)) && guards_trade(s, symbol);
}

static sigma_status left(struct session *s, const struct symbol *symbol)
{
    const struct paper *paper = &symbol->paper;
    return paper->status < 0 || paper->trade.paper ? paper->status : events_left(s, symbol);
}

static bool enter(struct session *s, struct symbol *symbol, double open)
{
    const struct order order = symbol->paper.order;
    bool entered = paper_enter(&symbol->paper, s->now, open);
    sigma_status status = symbol->paper.status;

    if (order.paper) {
        return session_works(s, symbol, "entry on paper", status);
    }
    if (entered) {
        symbol->paper.trade.number = ++s->account.trades;
        s->account.entered++;
    } else if (status >= 0) {
        status = events_cancelled(s, &order, symbol->input->symbol.id);
    }
    return session_works(s, symbol, "simulated entry", status) &&
           session_works(s, symbol, "sigma_desk_position", account_position(&s->account, symbol)) &&
           (!entered || guards_filled(s, symbol));
}

static bool open_bar(struct session *s, struct symbol *symbol)
{
    double open = symbol_bar(symbol)->open;

    symbol->price = open;
    return (!paper_leave(&symbol->paper, s->now, open) || settle(s, symbol, left(s, symbol))) &&
           (symbol->paper.order.lots <= 0.0 || enter(s, symbol, open));
}

bool session_open(struct session *session, const struct instant *instant)
{
    bool fine = true;

    session->now = instant->time;
    for (int32_t i = 0; fine && i < session->count; i++) {
        if (timeline_has(&session->symbols[i], instant)) {
            fine = open_bar(session, &session->symbols[i]);
        }
    }
    return fine;
}

/* ---- closes */

/* The position, if there is one, ends, shrinks, or has its stop moved. */
static bool judge(struct session *s, struct symbol *symbol, const sigma_bar *bar)
{
    struct paper *paper = &symbol->paper;
    sigma_exits_sample sample = symbol_sample(symbol);

    if (paper->lots <= 0.0) {
        return true;
    }
    sigma_exits before = paper->exits;
    bool closed = paper_bar(paper, bar, &sample);
    sigma_status status = paper->status;
    if (status >= 0 && !paper->trade.paper && closed) {
        status = events_judged(s, symbol, &before, &sample);
    }
    if (closed) {
        return settle(s, symbol, status);
    }
    if (status >= 0 && paper->exits.stop != before.stop && !paper->trade.paper) {
        status = account_position(&s->account, symbol);
    }
    return session_works(s, symbol, "sigma_exits_update", status);
}

static bool close_bar(struct session *s, struct symbol *symbol)
{
    const sigma_bar *bar = symbol_bar(symbol);

    if (!session_works(s, symbol, "signal", symbol_hear(symbol, bar)) || !judge(s, symbol, bar)) {
        return false;
    }
    features_row(&s->results.features, bar->time, symbol);
    report_bar(&s->results.report, symbol->slot - 1, bar, symbol->weather.regime);
    return true;
}

bool session_close(struct session *session, const struct instant *instant)
{
    struct session *s = session;
    bool fine = true;

    s->now = instant->time;
    for (int32_t i = 0; fine && i < s->count; i++) {
        if (timeline_has(&s->symbols[i], instant)) {
            fine = close_bar(s, &s->symbols[i]);
        }
    }
    fine = fine && guards_prices(s, instant) &&
           session_works(s, s->symbols, "sigma_desk_account",
                         account_mark(&s->account, s->symbols, s->count, s->now)) &&
           guards_marked(s);
    double equity = s->account.balance + s->account.open_profit;
    summary_equity(&s->summary, equity);
    report_equity(&s->results.report, s->now, equity);
    return fine;
}

int64_t session_unfilled(const struct session *session)
{
    int64_t orders = 0;

    for (int32_t i = 0; i < session->count; i++) {
        const struct paper *paper = &session->symbols[i].paper;
        bool leaves = paper->leaving && !paper->trade.paper;
        bool enters = paper->order.lots > 0.0 && !paper->order.paper;
        orders += leaves || enters;
    }
    return orders;
}
