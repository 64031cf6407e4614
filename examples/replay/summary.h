/* SPDX-License-Identifier: MIT */
/* What a replay came to, counted while it runs, for summary.json and for people. */
#ifndef REPLAY_SUMMARY_H
#define REPLAY_SUMMARY_H

#include <sigma/account.h>
#include <sigma/journal.h>

#include "../common/output.h"
#include "ab.h"
#include "symbol.h"

struct summary {
    int64_t proposals, exits; /* exits: those that would close a position */
    int64_t verdicts[SIGMA_VERDICT_COUNT];
    int64_t refusals[SIGMA_REASON_COUNT];
    int64_t asked, agreed;               /* votes on signals; those that agreed in full */
    int64_t violations;                  /* signals that a rule of safety refused */
    int64_t broken[SIGMA_PART_COUNT];    /* rules, by the guard that found it */
    int64_t failures[SIGMA_EVENT_COUNT]; /* around the orders */
    int64_t levels[SIGMA_LEVEL_COUNT];   /* that the breaker went to */
    int64_t left[SIGMA_EXIT_COUNT];      /* positions, or parts, by reason */
    int64_t cancelled;                   /* orders whose stop or target the next open had passed */
    int64_t unfilled;                    /* orders after which no bar came */
    int64_t trades, wins, losses;
    int64_t papers;       /* trades on paper, after a refusal */
    double profit, costs; /* of all that was closed */
    double expected;      /* profit, of the trades of which one was expected */
    double came;          /* what these made */
    double balance, open_profit;
    double drawdown;        /* greatest, of the balance */
    double equity_drawdown; /* greatest, of the equity at closes */
    double equity_peak;
    int64_t firm_since;   /* when it came to */
    int32_t firm;         /* SIGMA_PHASE_..., UNKNOWN without a firm */
    sigma_account closed; /* the account as if it had closed trades only */
};

/* Of what it is the summary. */
struct told {
    const struct summary *summary;
    const struct options *options;
    const struct symbol *symbols;
    const sigma_journal *journal;
    const struct ab *ab; /* of --ab, else empty */
    const struct ab_result *tested;
    int32_t count; /* symbols */
};

/* Reasons of refusal that keep an account alive, whatever the signal: a set of SIGMA_REASON_... */
extern const uint64_t summary_safety;

/* What the closed trades of a symbol made, and R of a trade, on paper too. */
struct share {
    int64_t trades, wins, papers;
    double profit, expectancy;
};

struct share summary_share(const struct symbol *symbol);

/* How many proposals were to enter, the share of them that was refused, and that of the votes that
 * agreed in full. */
struct rates {
    int64_t signals;
    double filtered, agreed;
};

struct rates summary_rates(const struct summary *summary);

/* From the first bar of all to the last [years]; what the account gained a year, compounded. */
double summary_years(const struct told *told);
double summary_return(const struct told *told);

/* The account at a close. */
void summary_equity(struct summary *summary, double equity);

/* The line that every summary carries. */
extern const char summary_disclaimer[];

sigma_status summary_start(struct summary *summary, int64_t time, double balance);
void summary_decision(struct summary *summary, const sigma_proposal *proposal,
                      const sigma_decision *decision);

/* What the votes on a signal came to: SIGMA_CONSENSUS_... */
void summary_consensus(struct summary *summary, int32_t consensus);

/* Lots were closed, with money or on paper. */
sigma_status summary_closing(struct summary *summary, const struct paper *paper, double balance,
                             int64_t now);

void summary_write(const struct told *told, struct output *output);
/* The member "journal", and the lines about it. */
void summary_write_journal(const sigma_journal *journal, struct output *output);
void summary_print_journal(const sigma_journal *journal);

void summary_print(const struct told *told);

#endif
