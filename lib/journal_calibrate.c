/* SPDX-License-Identifier: MIT */
#include "journal.h"

static bool claims_of(const sigma_journal *journal, int32_t window, sigma_journal_claims *claims)
{
    if (window == SIGMA_JOURNAL_ALL) {
        *claims = journal->claims;
        return true;
    }
    *claims = (sigma_journal_claims){0};
    for (int32_t age = sigma_journal_length(journal, window) - 1; age >= 0; age--) {
        const sigma_journal_entry *entry = sigma_journal_at(journal, age);
        if (!sigma_entry_valid(entry)) {
            return false;
        }
        sigma_claims_add(claims, entry);
    }
    return true;
}

static void read_deciles(const sigma_journal_claims *claims, sigma_journal_calibration *result)
{
    double gap[2] = {0.0, 0.0};
    int32_t trades = 0;

    for (int32_t i = 0; i < SIGMA_JOURNAL_TENTHS; i++) {
        const sigma_journal_tenth *tenth = &claims->tenth[i];
        sigma_journal_decile *decile = &result->decile[i];
        decile->trades = tenth->trades;
        decile->wins = tenth->wins;
        decile->stated = sigma_sum_mean(tenth->stated, tenth->trades);
        decile->came = sigma_ratio(tenth->wins, tenth->trades);
        sigma_sum_add(gap, tenth->trades * sigma_magnitude(decile->stated - decile->came), 1e25);
        trades += tenth->trades;
    }
    result->gap = sigma_ratio(gap[0], trades);
    result->brier = sigma_ratio(claims->brier[0], trades);
    result->probabilities = trades;
}

/* The excess is R less what was expected, so what came is both together. */
static void read_multiples(const sigma_journal_claims *claims, sigma_journal_calibration *result)
{
    sigma_journal_series excess = {0};

    sigma_series_of(&claims->excess, &excess);
    result->multiples = excess.trades;
    result->expected = sigma_sum_mean(claims->expected, excess.trades);
    result->came = result->expected + excess.expectancy;
    result->realised = sigma_ratio(result->came, result->expected);
    result->error = excess.deviation;
    result->information = excess.sharpe;
    result->information_year = excess.sharpe_year;
}

sigma_status sigma_journal_calibrate(const sigma_journal *journal, int32_t window,
                                     sigma_journal_calibration *calibration)
{
    sigma_journal_claims claims;

    if (!calibration) {
        return SIGMA_E_NULL;
    }
    *calibration = (sigma_journal_calibration){0};
    sigma_status status = sigma_journal_usable(journal);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!sigma_between(window, SIGMA_JOURNAL_ALL, SIGMA_JOURNAL_SPACE)) {
        return SIGMA_E_RANGE;
    }
    if (!claims_of(journal, window, &claims)) {
        return SIGMA_E_STATE;
    }
    read_deciles(&claims, calibration);
    read_multiples(&claims, calibration);
    calibration->expectations = claims.expectations;
    calibration->expected_cash = sigma_sum_mean(claims.cash, claims.expectations);
    calibration->came_cash = sigma_sum_mean(claims.came, claims.expectations);
    bool any =
        calibration->probabilities > 0 || claims.expectations > 0 || claims.excess.trades > 0;
    return any ? SIGMA_OK : SIGMA_WARMUP;
}
