/* SPDX-License-Identifier: MIT */
/* Trades as lines of JSON, each answered by one. */
#ifndef SIZE_STREAM_H
#define SIZE_STREAM_H

#include <stdio.h>

#include "options.h"

/* Answers until the input ends; the status to end with. */
int stream_trades(FILE *input);

/* Decides on one trade and prints the answer (main.c). */
int size_trade(const struct options *options);

#endif
