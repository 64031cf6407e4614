/* SPDX-License-Identifier: MIT */
#include "timeline.h"

static struct instant instant_of(const struct symbol *symbol, const sigma_bar *bar)
{
    return (struct instant){bar->time + (symbol->inside ? symbol->interval : 0), symbol->inside};
}

static bool before(const struct instant *a, const struct instant *b)
{
    return a->time < b->time || (a->time == b->time && a->closes && !b->closes);
}

bool timeline_next(const struct symbol *symbols, int32_t count, struct instant *instant)
{
    bool found = false;

    for (int32_t i = 0; i < count; i++) {
        const sigma_bar *bar = symbol_bar(&symbols[i]);
        struct instant mine = bar ? instant_of(&symbols[i], bar) : (struct instant){0};
        if (bar && (!found || before(&mine, instant))) {
            *instant = mine;
            found = true;
        }
    }
    return found;
}

bool timeline_has(const struct symbol *symbol, const struct instant *instant)
{
    const sigma_bar *bar = symbol_bar(symbol);
    struct instant mine = bar ? instant_of(symbol, bar) : (struct instant){0};

    return bar && mine.time == instant->time && mine.closes == instant->closes;
}

void timeline_pass(struct symbol *symbols, int32_t count, const struct instant *instant)
{
    for (int32_t i = 0; i < count; i++) {
        struct symbol *symbol = &symbols[i];
        if (timeline_has(symbol, instant)) {
            symbol->inside = !instant->closes;
            symbol->next += instant->closes;
        }
    }
}
