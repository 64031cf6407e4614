/* SPDX-License-Identifier: MIT */
/* Statistics as other projects publish them, and against exact fractions. */
#include "samples.h"
#include "test.h"

/* What rows name: members of a result, or what follows from two of them. */
enum {
    TRADES,
    WINS,
    LOSSES,
    WIN_RATE,
    PAYOFF,
    PROFIT_FACTOR,
    TOTAL,
    AVERAGE_WIN,
    AVERAGE_LOSS,
    EXPECTANCY,
    GROSS_PROFIT,
    GROSS_LOSS,
    MOST_WINS,
    MOST_LOSSES,
    STREAK,
    BEST,
    WORST,
    DEVIATION,
    DOWNSIDE,
    SHARPE,
    SORTINO,
    DRAWDOWN,
    LOWER,
    CVAR,
    EQUITY,
    PEAK,
    EQUITY_DRAWDOWN,
    SQN,          /* sqrt(n) Sharpe */
    PER_LOSS,     /* (1 + payoff) win rate - 1 */
    BINARY_KELLY, /* win rate - (1 - win rate) / payoff */
    GROWTH        /* profit over the equity at the start */
};

static const double profits[] = {
#define PROFITS
#include "vectors/journal.inc"
#undef PROFITS
};

static const struct {
    const char *name;
    int32_t first, count;
    double equity, tail;
    int32_t what;
    double value, tolerance;
} rows[] = {
#include "vectors/journal.inc"
};

static sigma_journal journal; /* 33 KB */

static void start(double equity, double tail)
{
    sigma_journal_params params;
    assert_int_equal(sigma_journal_defaults(&params, equity), SIGMA_OK);
    params.tail = tail;
    assert_int_equal(sigma_journal_init(&journal, &params), SIGMA_OK);
}

static sigma_journal_result read_all(void)
{
    sigma_journal_result result;
    assert_int_equal(sigma_journal_read(&journal, SIGMA_JOURNAL_ALL, &result), SIGMA_OK);
    return result;
}

static double counted(const sigma_journal_series *s, int32_t what)
{
    switch (what) {
    case TRADES: return s->trades;
    case WINS: return s->wins;
    case LOSSES: return s->losses;
    case MOST_WINS: return s->most_wins;
    case MOST_LOSSES: return s->most_losses;
    default: return s->streak;
    }
}

static double derived(const sigma_journal_series *s, int32_t what)
{
    switch (what) {
    case SQN: return sqrt(s->trades) * s->sharpe;
    case PER_LOSS: return (1.0 + s->payoff) * s->win_rate - 1.0;
    default: return s->win_rate - (1.0 - s->win_rate) / s->payoff;
    }
}

static double in_money(const sigma_journal_series *s, int32_t what)
{
    switch (what) {
    case WIN_RATE: return s->win_rate;
    case PAYOFF: return s->payoff;
    case PROFIT_FACTOR: return s->profit_factor;
    case TOTAL: return s->total;
    case AVERAGE_WIN: return s->average_win;
    case AVERAGE_LOSS: return s->average_loss;
    case EXPECTANCY: return s->expectancy;
    case GROSS_PROFIT: return s->gross_profit;
    case GROSS_LOSS: return s->gross_loss;
    case BEST: return s->best;
    case WORST: return s->worst;
    case DEVIATION: return s->deviation;
    case DOWNSIDE: return s->downside;
    case SHARPE: return s->sharpe;
    case SORTINO: return s->sortino;
    case DRAWDOWN: return s->drawdown;
    case LOWER: return s->lower;
    case CVAR: return s->cvar;
    case SQN:
    case PER_LOSS:
    case BINARY_KELLY: return derived(s, what);
    default: return counted(s, what);
    }
}

static double value_of(const sigma_journal_result *r, int32_t what, double equity)
{
    switch (what) {
    case EQUITY: return r->equity;
    case PEAK: return r->peak;
    case EQUITY_DRAWDOWN: return r->drawdown;
    case GROWTH: return r->cash.total / equity;
    default: return in_money(&r->cash, what);
    }
}

/* Without a stop, as most published trades are: there is no R. */
static void add(double profit, double risk)
{
    sigma_trade trade = sample_trade(profit, risk);
    trade.given = risk > 0.0 ? trade.given : 0;
    assert_int_equal(sigma_journal_update(&journal, &trade), SIGMA_OK);
}

static void published_statistics(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(rows); i++) {
        start(rows[i].equity, rows[i].tail);
        for (int32_t k = 0; k < rows[i].count; k++) {
            add(profits[rows[i].first + k], 0.0);
        }
        sigma_journal_result r = read_all();
        double value = value_of(&r, rows[i].what, rows[i].equity);
        if (!(fabs(value - rows[i].value) <= rows[i].tolerance * fmax(1.0, fabs(rows[i].value)))) {
            fail_msg("%s, statistic %d: %.17g, published %.17g", rows[i].name, rows[i].what, value,
                     rows[i].value);
        }
        assert_int_equal(r.multiple.trades, 0);
    }
}

/* ---- exact */

enum { EXACT = 17 };

static const struct {
    int32_t count, level, in_r;
    double tail, value[EXACT];
} exact[] = {
#include "vectors/journal_exact.inc"
};

static double made_up(int32_t k, int32_t level)
{
    static const double decades[] = {1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
    double x = (7919 * k % 20011 - 9000) / 100.0;
    return level == 0 ? x : level == 1 ? x + 1e9 : x * decades[k % 9];
}

static void statistics_against_exact_fractions(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(exact); i++) {
        start(1e4, exact[i].tail);
        for (int32_t k = 1; k <= exact[i].count; k++) {
            double risk = 50.0 + 12.5 * (31 * k % 7);
            add(made_up(k, exact[i].level), exact[i].in_r ? risk : 0.0);
        }
        sigma_journal_result r = read_all();
        const sigma_journal_series *s = exact[i].in_r ? &r.multiple : &r.cash;
        const double got[EXACT] = {
            s->expectancy, s->average_win,  s->average_loss, s->payoff, s->profit_factor,
            s->total,      s->deviation,    s->downside,     s->sharpe, s->sortino,
            s->drawdown,   s->drawdown_now, s->lower,        s->upper,  s->tail_ratio,
            s->cvar,       s->win_rate};
        double top = s->total + s->drawdown_now; /* a fall is what is left of such numbers */
        for (int32_t k = 0; k < EXACT; k++) {    /* three roundings at most: 4 ulp */
            double scale = k == 10 || k == 11 ? fmax(top, top - s->drawdown) : 0.0;
            assert_close(got[k], exact[i].value[k], 0x1p-50 * fmax(fabs(got[k]), scale));
        }
    }
}

/* SIGMA's README: 0.68 x 50 - 0.32 x 20 = 27.60. */
static void the_published_expectancy(void **unused)
{
    (void)unused;
    start(1e4, 0.05);
    for (int32_t i = 0; i < 100; i++) {
        add(i % 25 < 17 ? 50.0 : -20.0, 20.0);
    }
    sigma_journal_result r = read_all();
    assert_bits(r.cash.win_rate, 0.68);
    assert_near(r.cash.expectancy, 27.6, 0x1p-52);
    assert_near(r.multiple.expectancy, 1.38, 0x1p-52);
    assert_bits(r.cash.payoff, 2.5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_statistics),
        cmocka_unit_test(statistics_against_exact_fractions),
        cmocka_unit_test(the_published_expectancy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
