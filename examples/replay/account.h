/* SPDX-License-Identifier: MIT */
/* The account that all symbols share: balance, desk, and a journal of all closed trades, of which
 * no decision knows. */
#ifndef REPLAY_ACCOUNT_H
#define REPLAY_ACCOUNT_H

#include <sigma/desk.h>
#include <sigma/journal.h>

#include "symbol.h"

struct account {
    sigma_desk desk;
    sigma_journal journal; /* trades on paper too */
    double start, balance;
    double open_profit;
    int32_t trades;  /* entered */
    int32_t entered; /* of them since the firm was told */
};

sigma_status account_start(struct account *account, const struct options *options, int64_t time);

/* The desk hears what became of a symbol's position or order. */
sigma_status account_position(struct account *account, struct symbol *symbol);

/* Lots of a symbol were closed at an instant. */
sigma_status account_closing(struct account *account, struct symbol *symbol, int64_t now);

/* The account as it stands with the last prices. */
sigma_status account_mark(struct account *account, struct symbol *symbols, int32_t count,
                          int64_t now);

/* Whether the balance is the start and all that was closed, to the cent. Reports if not. */
bool account_conserved(const struct account *account, double profit);

#endif
