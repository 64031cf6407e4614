/* SPDX-License-Identifier: MIT */
/* report.html: what a replay did, as one page that needs nothing else, for people.
 *
 * It is written while the replay runs. Trades and events go out as they come, in the order of the
 * calls; prices and equity stay in memory, thinned (report_series.h), until the end. All that is
 * kept is plain data in one block. Of a decision that is granted the figures are kept until the
 * trade is closed that came of it; a symbol has one at a time.
 *
 * examples/report/ holds the page, of which the program carries a copy. */
#ifndef REPLAY_REPORT_H
#define REPLAY_REPORT_H

#include <sigma/bar.h>
#include <sigma/decide.h>

#include "../common/output.h"
#include "paper.h"
#include "report_series.h"

enum { REPORT_SYMBOLS = 64, REPORT_NAME = 64 };

struct report_symbol {
    char name[REPORT_NAME];
    struct series prices; /* the code is SIGMA_REGIME_... */
    sigma_proposal proposal;
    sigma_decision decision; /* of the last order to open; DENY while there is none */
};

/* Grows with the symbols: what a run has not used is at the end. */
struct report_state {
    struct series equity;
    struct series drawdown; /* of the equity */
    double peak;            /* of the equity */
    int64_t rows;
    int64_t symbols;
    struct report_symbol symbol[REPORT_SYMBOLS];
};

struct report {
    struct output file;
    struct report_state *state;
};

/* All report what fails; after that report_discard() must follow. The file has been opened. */
bool report_start(struct report *page);
bool report_publish(struct report *page);
void report_discard(struct report *page);

/* A symbol by its number, from 0 on. Those from REPORT_SYMBOLS on are left out, with their bars. */
void report_symbol(struct report *page, int32_t symbol, const char *name);

/* A bar, and what the market was like when it closed: SIGMA_REGIME_... */
void report_bar(struct report *page, int32_t symbol, const sigma_bar *bar, int32_t regime);

/* The account at a close. */
void report_equity(struct report *page, int64_t time, double equity);

void report_decision(struct report *page, int32_t symbol, const sigma_proposal *proposal,
                     const sigma_decision *decision);

/* Lots that were closed, and the balance after it. Of more than 8192 trades not all decisions stand
 * on the page, but evenly spread ones. */
void report_trade(struct report *page, int32_t symbol, const struct paper *paper, double balance);

/* A position that is open at the end, where the market stands, and what it would make there. */
struct report_position {
    int64_t time; /* of the last bar */
    double price, profit;
};

void report_position(struct report *page, int32_t symbol, const struct paper *paper,
                     const struct report_position *position);

/* From now on a guard is in another state: what is watched, the state's name, how bad it is from 0
 * for good to 4, and a sentence that says why, or "". */
struct report_event {
    int64_t time;
    const char *guard, *state, *why;
    int32_t grade;
};

void report_event(struct report *page, const struct report_event *event);

/* Writes what was kept, up to the summary, which the caller writes next into page->file as JSON;
 * then the end. */
void report_series(struct report *page);
bool report_close(struct report *page);

#endif
