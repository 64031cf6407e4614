/* SPDX-License-Identifier: MIT */
/* What the closed trades of one symbol prove, those on paper too: its journal, the edge that sizes
 * go by, and the monitor that halts it. Symbols do not share them, for what one market proves says
 * nothing of another. */
#ifndef REPLAY_HISTORY_H
#define REPLAY_HISTORY_H

#include <sigma/decide.h>
#include <sigma/journal.h>
#include <sigma/monitor.h>
#include <stdbool.h>

#include "options.h"

struct history {
    sigma_journal journal;
    sigma_kelly_params kelly;
    sigma_edge edge;
    sigma_monitor monitor; /* all zero without guards */
    int32_t look;          /* trades at which a baseline is looked for next; 0 once there is one */
    bool learns;           /* sizes by what the journal proves */
};

/* A journal of an account, or of a symbol. */
sigma_status history_journal(sigma_journal *journal, double balance);

sigma_status history_start(struct history *history, const struct options *options);

/* Starts the monitor too. What the params know of a baseline holds; else the journal's first trades
 * make one, as soon as 50, 100 or 200 of them have a mean above its standard error. */
sigma_status history_watch(struct history *history, int64_t time,
                           const sigma_monitor_params *params);

/* A trade was closed: the journal and the edge. Then, where there is a monitor, what that says. */
sigma_status history_trade(struct history *history, const sigma_trade *trade);
sigma_status history_judge(struct history *history, int64_t time, double multiple,
                           sigma_monitor_result *result);

/* Puts edge and monitor into a context; an order that reduces asks for no monitor. */
sigma_status history_tell(const struct history *history, bool opens, sigma_context *context);

#endif
