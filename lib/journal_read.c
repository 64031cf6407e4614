/* SPDX-License-Identifier: MIT */
#include "bytes.h"
#include "journal.h"

bool sigma_totals_of(const sigma_journal *journal, int32_t window, sigma_journal_totals *totals)
{
    if (window == SIGMA_JOURNAL_ALL || journal->totals.trades == 0) {
        *totals = journal->totals;
        return true;
    }
    *totals = (sigma_journal_totals){0};
    for (int32_t age = sigma_journal_length(journal, window) - 1; age >= 0; age--) {
        const sigma_journal_entry *entry = sigma_journal_at(journal, age);
        if (!sigma_entry_valid(entry)) {
            return false;
        }
        sigma_totals_add(totals, entry);
    }
    return true;
}

/* Where less is better, signs are turned. */
static int32_t grade(const sigma_journal_bands *bands, double value)
{
    double sign = bands->critical > bands->excellent ? -1.0 : 1.0;

    if (sign * value < sign * bands->critical) {
        return SIGMA_GRADE_CRITICAL;
    }
    if (sign * value < sign * bands->doubtful) {
        return SIGMA_GRADE_DOUBTFUL;
    }
    if (sign * value < sign * bands->good) {
        return SIGMA_GRADE_FAIR;
    }
    return sign * value < sign * bands->excellent ? SIGMA_GRADE_GOOD : SIGMA_GRADE_EXCELLENT;
}

static void read_grades(const sigma_journal_params *params, sigma_journal_result *result)
{
    bool in_multiples = result->multiple.trades > 0;
    const sigma_journal_series *series = in_multiples ? &result->multiple : &result->cash;

    if (series->trades >= params->building) {
        result->win_rate_grade = grade(&params->win_rate, series->win_rate);
    }
    if (series->trades >= params->building && series->trades_a_year > 0.0) {
        result->sharpe_grade = grade(&params->sharpe, series->sharpe_year);
    }
    if (result->cash.trades >= params->building) {
        result->drawdown_grade = grade(&params->drawdown, result->drawdown);
        result->expectancy_grade = grade(&params->expectancy, result->cash.expectancy);
    }
}

static int32_t stage_of(const sigma_journal_params *params, int32_t trades)
{
    if (trades == 0) {
        return SIGMA_STAGE_UNKNOWN;
    }
    if (trades < params->building) {
        return SIGMA_STAGE_EXPLORATION;
    }
    return trades < params->established ? SIGMA_STAGE_BUILDING : SIGMA_STAGE_ESTABLISHED;
}

static void read_totals(const sigma_journal *journal, const sigma_journal_totals *totals,
                        sigma_journal_result *result)
{
    sigma_series_of(&totals->cash, &result->cash);
    sigma_series_of(&totals->multiple, &result->multiple);
    result->equity = totals->equity;
    result->peak = totals->peak;
    result->drawdown = totals->drawdown;
    result->drawdown_now = sigma_ratio(totals->peak - totals->equity, totals->peak);
    result->trades = totals->trades;
    result->paper = totals->paper;
    result->recorded = journal->totals.trades;
    result->confidence =
        sigma_smaller((double)journal->totals.trades / journal->params.established, 1.0);
    result->stage = stage_of(&journal->params, journal->totals.trades);
}

sigma_status sigma_journal_read(const sigma_journal *journal, int32_t window,
                                sigma_journal_result *result)
{
    sigma_journal_totals totals;

    if (!result) {
        return SIGMA_E_NULL;
    }
    sigma_zero(result, (int32_t)sizeof *result);
    sigma_status status = sigma_journal_usable(journal);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!sigma_between(window, SIGMA_JOURNAL_ALL, SIGMA_JOURNAL_SPACE)) {
        return SIGMA_E_RANGE;
    }
    if (!sigma_totals_of(journal, window, &totals) ||
        !sigma_rank_read(journal, window, false, &result->cash) ||
        !sigma_rank_read(journal, window, true, &result->multiple)) {
        sigma_zero(result, (int32_t)sizeof *result);
        return SIGMA_E_STATE;
    }
    read_totals(journal, &totals, result);
    read_grades(&journal->params, result);
    return totals.trades > 0 ? SIGMA_OK : SIGMA_WARMUP;
}

static void fall(const sigma_journal_params *params, const sigma_journal_sums *shorter,
                 sigma_journal_drop *drop)
{
    drop->shorter_win_rate = sigma_ratio(shorter->wins, shorter->trades);
    drop->shorter_expectancy = sigma_sum_mean(shorter->sum, shorter->trades);
    drop->win_rate_drop =
        sigma_ratio(drop->longer_win_rate - drop->shorter_win_rate, drop->longer_win_rate);
    drop->expectancy_drop = sigma_ratio(drop->longer_expectancy - drop->shorter_expectancy,
                                        sigma_magnitude(drop->longer_expectancy));
    drop->degraded = drop->win_rate_drop > params->win_rate_drop ||
                     drop->expectancy_drop > params->expectancy_drop;
}

static sigma_journal_drop longer_of(const sigma_journal_sums *longer)
{
    return (sigma_journal_drop){.longer_win_rate = sigma_ratio(longer->wins, longer->trades),
                                .longer_expectancy = sigma_sum_mean(longer->sum, longer->trades),
                                .trades = longer->trades};
}

sigma_status sigma_journal_compare(const sigma_journal *journal,
                                   sigma_journal_comparison *comparison)
{
    sigma_journal_totals totals;

    if (!comparison) {
        return SIGMA_E_NULL;
    }
    *comparison = (sigma_journal_comparison){0};
    sigma_status status = sigma_journal_usable(journal);
    if (status != SIGMA_OK) {
        return status;
    }
    const sigma_journal_params *params = &journal->params;
    if (journal->totals.trades < params->longer) {
        return SIGMA_WARMUP;
    }
    if (!sigma_totals_of(journal, params->longer, &totals)) {
        return SIGMA_E_STATE;
    }
    comparison->cash = longer_of(&totals.cash);
    comparison->multiple = longer_of(&totals.multiple);
    (void)sigma_totals_of(journal, params->shorter, &totals); /* whose entries were sound */
    fall(params, &totals.cash, &comparison->cash);
    fall(params, &totals.multiple, &comparison->multiple);
    return SIGMA_OK;
}

static int32_t count_multiples(const sigma_journal *journal, int32_t length)
{
    int32_t count = 0, place = sigma_journal_place(journal, length - 1);

    for (int32_t i = 0; i < length; i++) {
        count += sigma_entry_in(&journal->entry[place], true);
        place = sigma_journal_next(place);
    }
    return count;
}

static void copy_multiples(const sigma_journal *journal, int32_t length, double *multiples)
{
    int32_t place = sigma_journal_place(journal, length - 1);

    for (int32_t i = 0; i < length; i++) {
        const sigma_journal_entry *entry = &journal->entry[place];
        if (sigma_entry_in(entry, true)) {
            *multiples++ = sigma_entry_value(entry, true);
        }
        place = sigma_journal_next(place);
    }
}

sigma_status sigma_journal_multiples(const sigma_journal *journal, int32_t window,
                                     double *multiples, int32_t capacity, int32_t *count)
{
    if (!count) {
        return SIGMA_E_NULL;
    }
    *count = 0;
    if (!multiples) {
        return SIGMA_E_NULL;
    }
    sigma_status status = sigma_journal_usable(journal);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!sigma_between(window, 1, SIGMA_JOURNAL_SPACE) || capacity < 0) {
        return SIGMA_E_RANGE;
    }
    int32_t length = sigma_journal_length(journal, window);
    if (!sigma_entries_valid(journal, length)) {
        return SIGMA_E_STATE;
    }
    int32_t found = count_multiples(journal, length);
    if (found > capacity) {
        return SIGMA_E_SPACE;
    }
    copy_multiples(journal, length, multiples);
    *count = found;
    return SIGMA_OK;
}
