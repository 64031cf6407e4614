/* SPDX-License-Identifier: MIT */
#include "report_series.h"

static struct series_point merged(const struct series_point *first, const struct series_point *next)
{
    struct series_point both = *next;

    both.open = first->open;
    both.high = first->high > next->high ? first->high : next->high;
    both.low = first->low < next->low ? first->low : next->low;
    return both;
}

/* The last bucket of an odd number stays alone, and half full. */
static void halve(struct series *series)
{
    int64_t count = series->count;
    struct series_point *point = series->point;

    for (int64_t i = 0; i + 1 < count; i += 2) {
        point[i / 2] = merged(&point[i], &point[i + 1]);
    }
    if (count % 2 == 0) {
        series->inside += series->width;
    } else {
        point[count / 2] = point[count - 1];
    }
    series->count = (count + 1) / 2;
    series->width *= 2;
}

void series_add(struct series *series, const struct series_point *bar)
{
    if (series->width == 0) {
        series->width = series->inside = 1;
    }
    if (series->inside == series->width && series->count == SERIES_POINTS) {
        halve(series);
    }
    if (series->count > 0 && series->inside < series->width) {
        struct series_point *last = &series->point[series->count - 1];
        *last = merged(last, bar);
        series->inside++;
    } else {
        series->point[series->count++] = *bar;
        series->inside = 1;
    }
}

void series_thin(struct series *series, int64_t most)
{
    while (series->count > most && series->count > 1) {
        halve(series);
    }
}
