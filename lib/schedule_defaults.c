/* SPDX-License-Identifier: MIT */
#include "bytes.h"
#include "sigma/schedule.h"

enum { EVER = 2300, LAST = 5, SUNDAY = 7, HOUR = 3600, WEEKDAYS = 31 };
enum { SUNDAY_TO_THURSDAY = 64 + 1 + 2 + 4 + 8 };

static const sigma_zone_rule united_states[] = {
    {1987, 2006, 4, 1, SUNDAY, 2 * HOUR, SIGMA_CLOCK_WALL, 1},
    {1967, 2006, 10, LAST, SUNDAY, 2 * HOUR, SIGMA_CLOCK_WALL, 0},
    {2007, EVER, 3, 2, SUNDAY, 2 * HOUR, SIGMA_CLOCK_WALL, 1},
    {2007, EVER, 11, 1, SUNDAY, 2 * HOUR, SIGMA_CLOCK_WALL, 0},
};

/* Seven hours ahead of New York, whose clock jumps at 7:00 and 6:00 UTC. */
static const sigma_zone_rule new_york_close[] = {
    {1987, 2006, 4, 1, SUNDAY, 7 * HOUR, SIGMA_CLOCK_UTC, 1},
    {1967, 2006, 10, LAST, SUNDAY, 6 * HOUR, SIGMA_CLOCK_UTC, 0},
    {2007, EVER, 3, 2, SUNDAY, 7 * HOUR, SIGMA_CLOCK_UTC, 1},
    {2007, EVER, 11, 1, SUNDAY, 6 * HOUR, SIGMA_CLOCK_UTC, 0},
};

static const sigma_zone_rule european_union[] = {
    {1981, EVER, 3, LAST, SUNDAY, HOUR, SIGMA_CLOCK_UTC, 1},
    {1979, 1995, 9, LAST, SUNDAY, HOUR, SIGMA_CLOCK_UTC, 0},
    {1996, EVER, 10, LAST, SUNDAY, HOUR, SIGMA_CLOCK_UTC, 0},
};

static const sigma_zone_rule great_britain[] = {
    {1981, EVER, 3, LAST, SUNDAY, HOUR, SIGMA_CLOCK_UTC, 1},
    {1989, 1989, 10, LAST, SUNDAY, HOUR, SIGMA_CLOCK_UTC, 0},
    {1990, 1995, 10, 4, SUNDAY, HOUR, SIGMA_CLOCK_UTC, 0},
    {1996, EVER, 10, LAST, SUNDAY, HOUR, SIGMA_CLOCK_UTC, 0},
};

/* New South Wales. */
static const sigma_zone_rule australia[] = {
    {1987, 1999, 10, LAST, SUNDAY, 2 * HOUR, SIGMA_CLOCK_STANDARD, 1},
    {1990, 1995, 3, 1, SUNDAY, 2 * HOUR, SIGMA_CLOCK_STANDARD, 0},
    {1996, 2005, 3, LAST, SUNDAY, 2 * HOUR, SIGMA_CLOCK_STANDARD, 0},
    {2000, 2000, 8, LAST, SUNDAY, 2 * HOUR, SIGMA_CLOCK_STANDARD, 1},
    {2001, 2007, 10, LAST, SUNDAY, 2 * HOUR, SIGMA_CLOCK_STANDARD, 1},
    {2006, 2006, 4, 1, SUNDAY, 2 * HOUR, SIGMA_CLOCK_STANDARD, 0},
    {2007, 2007, 3, LAST, SUNDAY, 2 * HOUR, SIGMA_CLOCK_STANDARD, 0},
    {2008, EVER, 4, 1, SUNDAY, 2 * HOUR, SIGMA_CLOCK_STANDARD, 0},
    {2008, EVER, 10, 1, SUNDAY, 2 * HOUR, SIGMA_CLOCK_STANDARD, 1},
};

static void fill_zone(sigma_zone *zone, int32_t offset, const sigma_zone_rule *rules, size_t size)
{
    zone->offset = offset;
    zone->saving = HOUR;
    zone->count = (int32_t)(size / sizeof *rules);
    sigma_copy(zone->rules, rules, (int32_t)size);
}

static sigma_status zone_of(int32_t place, sigma_zone *zone)
{
    switch (place) {
    case SIGMA_ZONE_UTC: return SIGMA_OK;
    case SIGMA_ZONE_LONDON: fill_zone(zone, 0, great_britain, sizeof great_britain); break;
    case SIGMA_ZONE_CENTRAL_EUROPE:
        fill_zone(zone, HOUR, european_union, sizeof european_union);
        break;
    case SIGMA_ZONE_NEW_YORK:
        fill_zone(zone, -5 * HOUR, united_states, sizeof united_states);
        break;
    case SIGMA_ZONE_CHICAGO: fill_zone(zone, -6 * HOUR, united_states, sizeof united_states); break;
    case SIGMA_ZONE_SYDNEY: fill_zone(zone, 10 * HOUR, australia, sizeof australia); break;
    case SIGMA_ZONE_TOKYO: zone->offset = 9 * HOUR; break;
    case SIGMA_ZONE_NEW_YORK_CLOSE:
        fill_zone(zone, 2 * HOUR, new_york_close, sizeof new_york_close);
        break;
    default: return SIGMA_E_RANGE;
    }
    return SIGMA_OK;
}

sigma_status sigma_zone_defaults(int32_t place, sigma_zone *zone)
{
    if (!zone) {
        return SIGMA_E_NULL;
    }
    sigma_zero(zone, sizeof *zone);
    return zone_of(place, zone);
}

/* The hours of a preset; no window where it has no effect. */
typedef struct preset {
    int32_t place, reset;
    sigma_window window;
} preset;

static const preset presets[SIGMA_HOURS_COUNT] = {
    [SIGMA_HOURS_ALWAYS] = {SIGMA_ZONE_UTC, 0, {0}},
    [SIGMA_HOURS_FOREX] = {SIGMA_ZONE_NEW_YORK,
                           17 * HOUR,
                           {SUNDAY_TO_THURSDAY, 17 * HOUR, 41 * HOUR, SIGMA_WINDOW_SESSION}},
    [SIGMA_HOURS_STOCKS] = {SIGMA_ZONE_NEW_YORK,
                            0,
                            {WEEKDAYS, 9 * HOUR + HOUR / 2, 16 * HOUR, SIGMA_WINDOW_SESSION}},
    [SIGMA_HOURS_FUTURES] = {SIGMA_ZONE_CHICAGO,
                             17 * HOUR,
                             {SUNDAY_TO_THURSDAY, 17 * HOUR, 40 * HOUR, SIGMA_WINDOW_SESSION}},
    [SIGMA_HOURS_EUROPE_DAY] = {SIGMA_ZONE_CENTRAL_EUROPE, 0, {0}},
    [SIGMA_HOURS_NEW_YORK_DAY] = {SIGMA_ZONE_NEW_YORK, 17 * HOUR, {0}},
    [SIGMA_HOURS_LONDON_CLOSE] = {SIGMA_ZONE_LONDON,
                                  0,
                                  {WEEKDAYS, 16 * HOUR, 17 * HOUR, SIGMA_WINDOW_BLOCKED}},
    [SIGMA_HOURS_NEW_YORK_AFTERNOON] = {SIGMA_ZONE_NEW_YORK,
                                        0,
                                        {WEEKDAYS, 14 * HOUR, 17 * HOUR, SIGMA_WINDOW_BLOCKED}},
};

sigma_status sigma_schedule_defaults(int32_t hours, sigma_schedule *schedule)
{
    if (!schedule) {
        return SIGMA_E_NULL;
    }
    sigma_zero(schedule, sizeof *schedule);
    if (hours <= SIGMA_HOURS_UNKNOWN || hours >= SIGMA_HOURS_COUNT) {
        return SIGMA_E_RANGE;
    }
    const preset *chosen = &presets[hours];
    schedule->reset = chosen->reset;
    schedule->windows[0] = chosen->window;
    schedule->window_count = chosen->window.effect != SIGMA_WINDOW_UNKNOWN;
    return zone_of(chosen->place, &schedule->zone);
}
