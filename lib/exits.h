/* SPDX-License-Identifier: MIT */
/* What a bar does to a position: fills, levels and judgements. All structs here were checked. */
#ifndef SIGMA_LIB_EXITS_H
#define SIGMA_LIB_EXITS_H

#include <stdbool.h>

#include "check.h"
#include "money.h"
#include "sigma/exits.h"

/* How far the price is ahead of the entry by more than distance; 0 where it is that but for the
 * rounding of decimals. */
double sigma_exits_ahead(const sigma_exits *exits, double price, double distance);

/* A gain in some unit as a distance from the entry; below zero where there is none. */
double sigma_exits_distance(const sigma_exits *exits, double gain, int32_t unit);

/* A level on the tick, a long's down, a short's up; 0 where there is no such price. */
double sigma_exits_level(const sigma_exits *exits, double price);

/* Whether the price lies at or beyond the level on the losing side. */
static inline bool sigma_exits_lost(const sigma_exits *exits, double price, double level)
{
    return sigma_sign(exits->entry.side) * (price - level) <= 0.0;
}

bool sigma_exits_valid(const sigma_exits *exits);

/* What a bar that reaches the stop fills it at; 0 for one that does not. */
double sigma_exits_stop_fill(const sigma_exits *exits, const sigma_bar *bar);

/* Fills in the course of a bar; on a close exits->closing is set. */
void sigma_exits_fill(sigma_exits *exits, const sigma_bar *bar, sigma_exits_result *result);

/* Closes what is open. */
void sigma_exits_close(sigma_exits *exits, double price, int32_t reason,
                       sigma_exits_result *result);

/* Moves the stop at the end of a bar, or closes where it would stand beyond the price. */
void sigma_exits_move(sigma_exits *exits, const sigma_bar *bar, const sigma_exits_sample *sample,
                      sigma_exits_result *result);

/* The reason for which a bar that filled nothing is the last; SIGMA_EXIT_UNKNOWN for none. */
int32_t sigma_exits_judge(const sigma_exits *exits, double price, const sigma_exits_sample *sample);

#endif
