/* SPDX-License-Identifier: MIT */
#include "zone.h"

#include "civil.h"
#include "fields.h"

static const int64_t SECOND = INT64_C(1000000000);
static const int64_t DAY = INT64_C(86400);

/* The last jump of a clock up to an instant. */
typedef struct jump {
    int64_t instant;
    bool found, begins;
} jump;

static bool rule_valid(const sigma_zone_rule *rule)
{
    return rule->first_year <= rule->last_year &&
           sigma_fields_valid(sigma_zone_rule_fields, SIGMA_ZONE_RULE_FIELDS, rule);
}

bool sigma_zone_valid(const sigma_zone *zone)
{
    bool valid = sigma_fields_valid(sigma_zone_fields, SIGMA_ZONE_FIELDS, zone);
    for (int32_t i = 0; valid && i < zone->count; i++) {
        valid = rule_valid(&zone->rules[i]);
    }
    return valid;
}

static int64_t day_of(const sigma_zone_rule *rule, int64_t year)
{
    int64_t first = sigma_days_from_civil((sigma_date){year, rule->month, 1});
    int64_t day = first + sigma_floor_rest(rule->weekday - sigma_weekday(first), 7);
    int64_t nth = day + 7 * (rule->week - 1);

    return sigma_civil_from_days(nth).month == rule->month ? nth : nth - 7;
}

static int64_t instant_of(const sigma_zone *zone, const sigma_zone_rule *rule, int64_t year)
{
    int64_t shown = day_of(rule, year) * DAY + rule->second;

    if (rule->clock == SIGMA_CLOCK_UTC) {
        return shown;
    }
    bool summer = rule->clock == SIGMA_CLOCK_WALL && !rule->begins;
    return shown - zone->offset - (summer ? zone->saving : 0);
}

/* The last jump of a year up to an instant, if it is later than the one that is known. */
static jump last_of_year(const sigma_zone *zone, int64_t year, int64_t second)
{
    jump last = {0};
    for (int32_t i = 0; i < zone->count; i++) {
        const sigma_zone_rule *rule = &zone->rules[i];
        if (sigma_between(year, rule->first_year, rule->last_year)) {
            int64_t instant = instant_of(zone, rule, year);
            if (instant <= second && (!last.found || instant > last.instant)) {
                last = (jump){instant, true, rule->begins == 1};
            }
        }
    }
    return last;
}

/* A local year may begin before UTC's does. */
static jump last_jump(const sigma_zone *zone, int64_t second)
{
    int64_t year = sigma_civil_from_days(sigma_floor_divide(second, DAY)).year;
    jump last = {0};
    for (int32_t back = -1; back <= 1 && !last.found; back++) {
        last = last_of_year(zone, year - back, second);
    }
    return last;
}

int32_t sigma_zone_offset_at(const sigma_zone *zone, int64_t second)
{
    return zone->offset + (last_jump(zone, second).begins ? zone->saving : 0);
}

int64_t sigma_zone_instant(const sigma_zone *zone, int64_t local)
{
    int64_t standard = local - zone->offset, summer = standard - zone->saving;

    if (sigma_zone_offset_at(zone, summer) != zone->offset) {
        return summer;
    }
    jump last = last_jump(zone, standard);
    return last.begins && zone->saving > 0 ? last.instant : standard;
}

sigma_status sigma_zone_offset(const sigma_zone *zone, int64_t time, int32_t *offset)
{
    if (!offset) {
        return SIGMA_E_NULL;
    }
    *offset = 0;
    if (!zone) {
        return SIGMA_E_NULL;
    }
    if (!sigma_is_time(time) || !sigma_zone_valid(zone)) {
        return SIGMA_E_RANGE;
    }
    *offset = sigma_zone_offset_at(zone, sigma_floor_divide(time, SECOND));
    return SIGMA_OK;
}
