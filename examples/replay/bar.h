/* SPDX-License-Identifier: MIT */
/* One line of a CSV file as a bar. */
#ifndef REPLAY_BAR_H
#define REPLAY_BAR_H

#include <sigma/bar.h>

#include "csv.h"

/* The columns that a bar needs. */
enum { BAR_TIMESTAMP, BAR_OPEN, BAR_HIGH, BAR_LOW, BAR_CLOSE, BAR_VOLUME, BAR_COLUMNS };

bool bar_read_header(const struct line *line, struct csv_header *header, struct fault *fault);

/* Whatever the library would refuse is a fault of a column. */
bool bar_read(const struct line *line, const struct csv_header *header, sigma_bar *bar,
              struct fault *fault);

#endif
