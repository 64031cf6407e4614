/* SPDX-License-Identifier: MIT */
/* The JSON of a report: rows as arrays, whose columns are named once. */
#ifndef REPLAY_REPORT_JSON_H
#define REPLAY_REPORT_JSON_H

#include "report.h"

/* The names of what a row holds. */
void report_json_columns(struct output *output);

/* Lots that were closed, and the balance after it. */
void report_json_closing(struct output *output, int32_t symbol, const struct paper *paper,
                         double balance);

/* Lots that are open at the end, and the stop as it is then. */
void report_json_position(struct output *output, int32_t symbol, const struct paper *paper,
                          const struct report_position *position);

/* Of the trade or the position before it. */
void report_json_decision(struct output *output, const sigma_proposal *proposal,
                          const sigma_decision *decision);

void report_json_event(struct output *output, const struct report_event *event);

/* The columns of a series, times in milliseconds and each less the one before. */
void report_json_prices(struct output *output, const struct series *series);
void report_json_equity(struct output *output, const struct series *equity,
                        const struct series *drawdown);

/* What the words of the rows mean. */
void report_json_words(struct output *output);

#endif
