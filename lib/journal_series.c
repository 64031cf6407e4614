/* SPDX-License-Identifier: MIT */
#include "journal.h"
#include "pair.h"

static const double RATIO_MAX = 1e15;
static const double YEAR = 31557600e9; /* [ns] */

double sigma_ratio(double a, double b)
{
    return b > 0.0 ? sigma_larger(sigma_smaller(a / b, RATIO_MAX), -RATIO_MAX) : 0.0;
}

static sigma_pair pair_of(const double sum[2])
{
    return (sigma_pair){.high = sum[0], .low = sum[1]};
}

double sigma_sum_mean(const double sum[2], int32_t count)
{
    return count > 0 ? sigma_pair_ratio(pair_of(sum), (sigma_pair){.high = count}) : 0.0;
}

static sigma_pair negated(sigma_pair x)
{
    return (sigma_pair){.high = -x.high, .low = -x.low};
}

static sigma_pair plus(sigma_pair a, sigma_pair b)
{
    sigma_pair sum = sigma_pair_sum(a.high, b.high);
    return sigma_pair_ordered(sum.high, sum.low + (a.low + b.low));
}

/* sum (x - m)^2 = sum x^2 - m (S + (S - n m)) for any m near the mean, but for n times the square
 * of m's rounding. Equal values have no deviation, whatever the rounding. */
static double deviation(const sigma_journal_sums *sums, double mean)
{
    sigma_pair sum = pair_of(sums->sum);
    sigma_pair rest = plus(sum, negated(sigma_pair_product(mean, sums->trades)));
    sigma_pair taken = sigma_pair_times((sigma_pair){.high = mean}, plus(sum, rest));
    double squares = plus(pair_of(sums->square), negated(taken)).high;
    bool varies = sums->worst < sums->best && sums->trades > 1;

    return varies && squares > 0.0 ? __builtin_sqrt(squares / (sums->trades - 1.0)) : 0.0;
}

/* Exits may stand as far apart as no signed number of nanoseconds does. */
static double trades_a_year(const sigma_journal_sums *sums)
{
    double span = (double)((uint64_t)sums->last - (uint64_t)sums->first);
    return sums->trades > 1 ? sigma_ratio(sums->trades - 1.0, span / YEAR) : 0.0;
}

static void read_means(const sigma_journal_sums *sums, sigma_journal_series *series)
{
    sigma_pair loss = plus(pair_of(sums->gain), negated(pair_of(sums->sum)));
    const double gross_loss[2] = {loss.high, loss.low};

    series->total = sums->sum[0];
    series->gross_profit = sums->gain[0];
    series->gross_loss = sums->losses > 0 ? loss.high : 0.0;
    series->average_win = sigma_sum_mean(sums->gain, sums->wins);
    series->average_loss = sigma_sum_mean(gross_loss, sums->losses);
    series->payoff = sigma_ratio(series->average_win, series->average_loss);
    series->profit_factor = sigma_ratio(series->gross_profit, series->gross_loss);
}

static void read_ratios(const sigma_journal_sums *sums, sigma_journal_series *series)
{
    double rate = trades_a_year(sums), root = __builtin_sqrt(rate);

    series->deviation = deviation(sums, series->expectancy);
    series->downside = __builtin_sqrt(sigma_larger(sigma_sum_mean(sums->loss, sums->trades), 0.0));
    series->sharpe = sigma_ratio(series->expectancy, series->deviation);
    series->sortino = sigma_ratio(series->expectancy, series->downside);
    series->trades_a_year = rate;
    series->sharpe_year = sigma_ratio(series->sharpe * root, 1.0);
    series->sortino_year = sigma_ratio(series->sortino * root, 1.0);
}

void sigma_series_of(const sigma_journal_sums *sums, sigma_journal_series *series)
{
    series->trades = sums->trades;
    series->wins = sums->wins;
    series->losses = sums->losses;
    series->evens = sums->trades - sums->wins - sums->losses;
    series->streak = sums->streak;
    series->most_wins = sums->most_wins;
    series->most_losses = sums->most_losses;
    series->best = sums->best;
    series->worst = sums->worst;
    series->drawdown = sums->drawdown;
    series->drawdown_now = sums->peak - sums->sum[0];
    series->win_rate = sigma_ratio(sums->wins, sums->trades);
    series->expectancy = sigma_sum_mean(sums->sum, sums->trades);
    read_means(sums, series);
    read_ratios(sums, series);
}
