/* SPDX-License-Identifier: MIT */
#include "journal.h"
#include "money.h"
#include "pair.h"

typedef struct ranking {
    int32_t *place;
    int32_t *count;
} ranking;

static ranking ranking_of(sigma_journal *journal, bool multiple)
{
    return multiple ? (ranking){journal->by_multiple, &journal->multiples_ranked}
                    : (ranking){journal->by_cash, &journal->cash_ranked};
}

static double value_at(const sigma_journal *journal, int32_t place, bool multiple)
{
    return sigma_entry_value(&journal->entry[place], multiple);
}

void sigma_rank_remove(sigma_journal *journal, int32_t place, bool multiple)
{
    ranking r = ranking_of(journal, multiple);
    int32_t i = 0;

    while (i < *r.count && r.place[i] != place) {
        i++;
    }
    if (i == *r.count) { /* never there, unless the state was forged */
        return;
    }
    for (*r.count -= 1; i < *r.count; i++) {
        r.place[i] = r.place[i + 1];
    }
    r.place[*r.count] = 0;
}

/* Behind all that are not larger, found by halving. */
static int32_t rank_of(const sigma_journal *journal, ranking r, double value, bool multiple)
{
    int32_t low = 0, high = *r.count;

    while (low < high) {
        int32_t middle = (low + high) / 2;
        if (value_at(journal, r.place[middle], multiple) <= value) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

void sigma_rank_insert(sigma_journal *journal, int32_t place, double value, bool multiple)
{
    ranking r = ranking_of(journal, multiple);
    int32_t at = rank_of(journal, r, value, multiple);

    *r.count -= *r.count == SIGMA_JOURNAL_SPACE; /* full only if the state was forged */
    at -= at > *r.count;
    for (int32_t i = *r.count; i > at; i--) {
        r.place[i] = r.place[i - 1];
    }
    r.place[at] = place;
    *r.count += 1;
}

/* The order of a window: of the journal's order, what is young enough. */
typedef struct view {
    const sigma_journal *journal;
    const int32_t *place;
    int32_t count;
    int32_t newest;
    int32_t window;
    bool multiple;
} view;

static bool inside(const view *v, int32_t i)
{
    int32_t age = v->newest - v->place[i];
    return (age < 0 ? age + SIGMA_JOURNAL_SPACE : age) < v->window;
}

/* The length of the window in this order; -1 if an entry in it is damaged. */
static int32_t length_of(const view *v)
{
    int32_t length = 0;

    for (int32_t i = 0; i < v->count; i++) {
        const sigma_journal_entry *entry = &v->journal->entry[v->place[i]];
        if (inside(v, i) && !(sigma_entry_valid(entry) && sigma_entry_in(entry, v->multiple))) {
            return -1;
        }
        length += inside(v, i);
    }
    return length;
}

/* The next place inside, from i on in steps of +1 or -1. There must be one. */
static int32_t next(const view *v, int32_t i, int32_t step)
{
    while (!inside(v, i)) {
        i += step;
    }
    return i;
}

static double at(const view *v, int32_t i)
{
    return value_at(v->journal, v->place[i], v->multiple);
}

/* The k-th value from below or above, k from 1 to the length. */
static double quantile(const view *v, int32_t k, int32_t step)
{
    int32_t i = next(v, step > 0 ? 0 : v->count - 1, step);
    for (; k > 1; k--) {
        i = next(v, i + step, step);
    }
    return at(v, i);
}

/* (11), whose m is not below k. */
static double shortfall(const view *v, double m, int32_t k)
{
    double sum[2] = {0.0, 0.0};
    int32_t i = next(v, 0, 1);

    for (int32_t taken = 0; taken < k; taken++) {
        sigma_sum_add(sum, at(v, i), 1e25);
        i = next(v, i + 1, 1);
    }
    sigma_sum_add(sum, (m - k) * at(v, i), 1e25);
    return 0.0 - sigma_ratio(sum[0], m);
}

static void read(const view *v, int32_t length, sigma_journal_series *series)
{
    double m = length * v->journal->params.tail;
    double least = sigma_grid(m, 1.0, SIGMA_ROUND_DOWN), most = sigma_grid(m, 1.0, SIGMA_ROUND_UP);

    series->ranked = length;
    series->lower = quantile(v, (int32_t)most, 1);
    series->upper = quantile(v, (int32_t)most, -1);
    series->cvar = shortfall(v, sigma_larger(m, least), (int32_t)least);
    series->tail_ratio = sigma_ratio(sigma_larger(series->upper, 0.0), -series->lower);
}

bool sigma_rank_read(const sigma_journal *journal, int32_t window, bool multiple,
                     sigma_journal_series *series)
{
    view v = {journal,
              multiple ? journal->by_multiple : journal->by_cash,
              multiple ? journal->multiples_ranked : journal->cash_ranked,
              sigma_journal_place(journal, 0),
              sigma_journal_length(journal, window),
              multiple};
    int32_t length = length_of(&v);

    if (length > 0) {
        read(&v, length, series);
    }
    return length >= 0;
}
