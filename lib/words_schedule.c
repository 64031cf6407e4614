/* SPDX-License-Identifier: MIT */
#include "words.h"

const sigma_word sigma_clock_words[SIGMA_CLOCK_COUNT] = {
    {"unknown", "Not set."},
    {"utc", "Universal time."},
    {"standard", "Local time without daylight saving."},
    {"wall", "Local time as it stands before the jump."},
};

const sigma_word sigma_window_words[SIGMA_WINDOW_COUNT] = {
    {"unknown", "Not set."},
    {"session", "The market trades."},
    {"blocked", "No entries are allowed."},
};

const sigma_word sigma_zone_words[SIGMA_ZONE_COUNT] = {
    {"unknown", "Not set."},
    {"utc", "Universal time."},
    {"london", "London."},
    {"central_europe", "Frankfurt, Paris, Prague, Zurich."},
    {"new_york", "New York."},
    {"chicago", "Chicago."},
    {"sydney", "Sydney."},
    {"tokyo", "Tokyo."},
    {"new_york_close", "Seven hours ahead of New York, as many brokers' servers are."},
};

const sigma_word sigma_hours_words[SIGMA_HOURS_COUNT] = {
    {"unknown", "Not set."},
    {"always", "Around the clock, days of UTC."},
    {"forex", "Sunday to Friday 17:00 New York."},
    {"stocks", "Weekdays 9:30 to 16:00 New York."},
    {"futures", "Weekdays 17:00 to 16:00 Chicago, with an hour's pause."},
    {"europe_day", "Around the clock, days of central Europe."},
    {"new_york_day", "Around the clock, days from 17:00 New York."},
    {"london_close", "No entries on weekdays 16:00 to 17:00 London."},
    {"new_york_afternoon", "No entries on weekdays 14:00 to 17:00 New York."},
};
