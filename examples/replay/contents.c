/* SPDX-License-Identifier: MIT */
#include "contents.h"

#include <sigma/field.h>
#include <stdlib.h>

#include "../common/digest.h"

/* ---- symbols */

/* Without guards there is no monitor to be sealed. */
static void add_history(struct archive *a, struct history *h)
{
    archive_sealed(a, SIGMA_KIND_JOURNAL, &h->journal);
    archive_plain(a, &h->edge, sizeof h->edge);
    archive_plain(a, &h->monitor, sizeof h->monitor);
    archive_plain(a, &h->look, sizeof h->look);
}

static void add_symbol(struct archive *a, struct symbol *s)
{
    archive_plain(a, &s->next, sizeof s->next);
    archive_plain(a, &s->inside, sizeof s->inside);
    archive_plain(a, &s->price, sizeof s->price);
    archive_plain(a, &s->opinions.next, sizeof s->opinions.next);
    archive_sealed(a, SIGMA_KIND_MARKET, &s->market);
    archive_sealed(a, SIGMA_KIND_REGIME, &s->regime);
    archive_plain(a, &s->features, sizeof s->features);
    archive_plain(a, &s->weather, sizeof s->weather);
    archive_plain(a, &s->signals.technical, sizeof s->signals.technical);
    archive_plain(a, &s->heard, sizeof s->heard);
    archive_plain(a, &s->refused, sizeof s->refused);
    archive_plain(a, &s->paper, sizeof s->paper);
    add_history(a, &s->history);
}

/* ---- the report */

/* No more than is in use. */
static void add_series(struct archive *a, struct series *s)
{
    archive_plain(a, &s->width, sizeof s->width);
    archive_plain(a, &s->inside, sizeof s->inside);
    archive_plain(a, &s->count, sizeof s->count);
    a->failed = a->failed || s->count < 0 || s->count > SERIES_POINTS;
    if (!a->failed) {
        archive_plain(a, s->point, (size_t)s->count * sizeof *s->point);
    }
}

static void add_report(struct archive *a, struct report_state *r)
{
    add_series(a, &r->equity);
    add_series(a, &r->drawdown);
    archive_plain(a, &r->peak, sizeof r->peak);
    archive_plain(a, &r->rows, sizeof r->rows);
    archive_plain(a, &r->symbols, sizeof r->symbols);
    a->failed = a->failed || r->symbols < 0 || r->symbols > REPORT_SYMBOLS;
    for (int64_t i = 0; !a->failed && i < r->symbols; i++) {
        struct report_symbol *symbol = &r->symbol[i];
        archive_plain(a, symbol->name, sizeof symbol->name);
        archive_plain(a, &symbol->proposal, sizeof symbol->proposal);
        archive_plain(a, &symbol->decision, sizeof symbol->decision);
        add_series(a, &symbol->prices);
    }
}

/* ---- the account and what watches it */

static void add_account(struct archive *a, struct account *account)
{
    archive_sealed(a, SIGMA_KIND_DESK, &account->desk);
    archive_sealed(a, SIGMA_KIND_JOURNAL, &account->journal);
    archive_plain(a, &account->balance, sizeof account->balance);
    archive_plain(a, &account->open_profit, sizeof account->open_profit);
    archive_plain(a, &account->trades, sizeof account->trades);
    archive_plain(a, &account->entered, sizeof account->entered);
}

static void add_guards(struct archive *a, struct guards *guards)
{
    archive_plain(a, &guards->incidents.next, sizeof guards->incidents.next);
    archive_plain(a, &guards->next_day, sizeof guards->next_day);
    archive_plain(a, guards->base, sizeof guards->base);
    archive_plain(a, guards->traded, sizeof guards->traded);
    archive_plain(a, &guards->level, sizeof guards->level);
    archive_plain(a, &guards->severity, sizeof guards->severity);
    archive_plain(a, &guards->phase, sizeof guards->phase);
    archive_plain(a, &guards->lost, sizeof guards->lost);
    archive_plain(a, &guards->won, sizeof guards->won);
    archive_plain(a, &guards->trips, sizeof guards->trips);
}

static void add_ab(struct archive *a, struct ab *ab)
{
    int64_t count = ab->count;

    archive_plain(a, &count, sizeof count);
    a->failed = a->failed || !ab_reserve(ab, count);
    if (!a->failed) {
        archive_plain(a, ab->difference, (size_t)count * sizeof *ab->difference);
        ab->count = count;
    }
    archive_plain(a, &ab->technical, sizeof ab->technical);
    archive_plain(a, &ab->voted, sizeof ab->voted);
    archive_plain(a, &ab->scaled, sizeof ab->scaled);
}

/* ---- outputs */

/* How far it is: brought to the disk, or cut off there. */
static void add_output(struct archive *a, struct output *output)
{
    struct output_mark mark = output->mark;

    a->failed = a->failed || (!a->loading && !output_settle(output));
    archive_plain(a, &mark, sizeof mark);
    a->failed = a->failed || (a->loading && !output_return(output, mark));
}

static void add_results(struct archive *a, struct results *results)
{
    add_output(a, &results->decisions);
    add_output(a, &results->trades);
    add_output(a, &results->summary);
    add_output(a, &results->report.file);
    if (results->features.wanted) {
        add_output(a, &results->features.file);
    }
}

bool contents_archive(struct session *session, struct archive *archive)
{
    struct session *s = session;

    archive_plain(archive, &s->now, sizeof s->now);
    archive_sealed(archive, SIGMA_KIND_POLICY, &s->policy);
    archive_sealed(archive, SIGMA_KIND_AUDIT, &s->log);
    for (int32_t i = 0; i < s->count; i++) {
        add_symbol(archive, &s->symbols[i]);
    }
    add_account(archive, &s->account);
    add_guards(archive, &s->guards);
    add_ab(archive, &s->ab);
    archive_plain(archive, &s->summary, sizeof s->summary);
    add_report(archive, s->results.report.state);
    add_results(archive, &s->results);
    return archive_done(archive);
}

/* ---- what does not change */

static uint64_t digest_symbol(uint64_t digest, const struct symbol *symbol)
{
    const struct bars *b = &symbol->bars;
    const struct opinions *o = &symbol->opinions;

    digest = digest_more(digest, &b->count, sizeof b->count);
    digest = digest_more(digest, b->bar, (size_t)b->count * sizeof *b->bar);
    digest = digest_more(digest, b->faults, sizeof b->faults);
    digest = digest_more(digest, &o->count, sizeof o->count);
    return digest_more(digest, o->opinion, (size_t)o->count * sizeof *o->opinion);
}

uint64_t contents_digest(const struct session *session)
{
    const struct incidents *known = &session->guards.incidents;
    uint64_t digest = digest_empty;

    for (int32_t i = 0; i < session->count; i++) {
        digest = digest_symbol(digest, &session->symbols[i]);
    }
    digest = digest_more(digest, known->incident, (size_t)known->count * sizeof *known->incident);
    return digest_more(digest, &session->options->config, sizeof session->options->config);
}
