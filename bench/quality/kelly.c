/* SPDX-License-Identifier: MIT */
/* What rules of sizing do to an account, where the edge is known to the world but not to the rule.
 *
 *     kelly [--paths N] [--known N] [--scenario X] [--lot X] [--check]
 *
 * Each path has some trades on paper, then 500 real ones, from which the rule goes on learning; it
 * learns from trades that it does not take, too. A cell is median wealth / 5 % quantile / chance of
 * a drawdown above 20 % from the peak / chance of ever having half of the start or less.
 *
 *   --paths N   paths of each scenario, 1000 by default
 *   --known N   trades on paper: 30, 100 or 300; all three by default
 *   --scenario X  one of A to H; all by default
 *   --lot X     smallest lot, as a share of the account at the start; lots are floored to it
 *   --check     compares with the table of reference.inc and with what must always hold
 *
 * The trades come from a counter: the i-th of a path is a function of seed, scenario, path and i,
 * so every rule sees the same ones, and any path can be run alone. */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sigma/sigma.h"

enum { REAL = 500, MOST_KNOWN = 300, MOST = REAL + MOST_KNOWN, MOST_PATHS = 200000 };
static const uint64_t SEED = 20240229;

/* ---- numbers from a counter (splitmix64, Steele, Lea and Flood 2014, as a hash) */

static uint64_t mix(uint64_t z)
{
    z += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* In 0 < x < 1. */
static double uniform(int32_t scenario, int32_t path, int32_t trade, int32_t purpose)
{
    uint64_t place = ((uint64_t)scenario << 56) | ((uint64_t)path << 32) | ((uint64_t)trade << 8) |
                     (uint64_t)purpose;
    return ((double)(mix(mix(SEED) ^ mix(place)) >> 12) + 0.5) * 0x1p-52;
}

/* By Box and Muller. */
static double normal(int32_t scenario, int32_t path, int32_t trade)
{
    double radius = sqrt(-2.0 * log(uniform(scenario, path, trade, 1)));
    return radius * cos(6.283185307179586 * uniform(scenario, path, trade, 2));
}

/* ---- scenarios */

typedef struct scenario {
    const char *name;
    double win_rate, payoff;
    double decay; /* of the win rate after 100 real trades */
} scenario;

enum { FAT = 3, POPULATION = 7, SCENARIOS = 8 };

static const scenario scenarios[SCENARIOS] = {
    {"A p .55 b 1.5", 0.55, 1.5, 0.0}, {"B p .50 b 1.3", 0.50, 1.3, 0.0},
    {"C p .54 b 1.0", 0.54, 1.0, 0.0}, {"D fat tails", 0.40, 2.1, 0.0},
    {"E no edge", 0.40, 1.5, 0.0},     {"F losing", 0.45, 1.0, 0.0},
    {"G decaying", 0.52, 1.5, 0.15},   {"H population", 0.0, 1.5, 0.0}};

/* The chance at which a bet of payoff b has this mean over its deviation. */
static double rate_of_sharpe(double sharpe, double payoff)
{
    double c = 1.0 / (1.0 + payoff), square = sharpe * sharpe;
    double root = sharpe * sqrt(square + 4.0 * c * (1.0 - c));
    return (2.0 * c + square + root) / (2.0 * (1.0 + square));
}

/* Wins are lognormal of mean 2.1 and deviation 0.9 of it; of the losses one in 20 is a gap. */
static double fat_tailed(int32_t path, int32_t trade)
{
    double spread = log(1.0 + 0.9 * 0.9);
    if (uniform(FAT, path, trade, 0) < scenarios[FAT].win_rate) {
        return 2.1 * exp(sqrt(spread) * normal(FAT, path, trade) - spread / 2.0);
    }
    return uniform(FAT, path, trade, 3) < 0.05 ? -1.0 - 3.0 * uniform(FAT, path, trade, 4) : -1.0;
}

static double win_rate(int32_t which, int32_t path)
{
    return which == POPULATION
               ? rate_of_sharpe(0.06 + 0.10 * normal(which, path, MOST), scenarios[which].payoff)
               : scenarios[which].win_rate;
}

/* All R of a path; the first known ones on paper. */
static void draw(int32_t which, int32_t path, int32_t known, double *r)
{
    const scenario *s = &scenarios[which];
    double rate = win_rate(which, path);

    for (int32_t i = 0; i < known + REAL; i++) {
        int32_t trade = MOST_KNOWN - known + i; /* the real ones are the same for every known */
        double p = rate - (i >= known + 100 ? s->decay : 0.0);
        r[i] = which == FAT                         ? fat_tailed(path, trade)
               : uniform(which, path, trade, 0) < p ? s->payoff
                                                    : -1.0;
    }
}

/* ---- what a rule knows: fractions after the n-th trade of a path */

typedef struct fractions {
    double point;     /* (1) or (3) of sigma/kelly.h at what was seen */
    double shrunk;    /* at the shrunk mean, over the same odds: as the reference has it */
    double sceptical; /* (11): K of the default */
    double rck;       /* (7) at what was seen */
    double rck_shrunk;
    double lower; /* (6) */
    double mean, error;
} fractions;

static sigma_kelly_params params, loose; /* loose has no gap loss above the worst seen */

static double by(const sigma_kelly_params *p, int32_t method, const double *r, const double *weight,
                 int32_t count, sigma_kelly_result *result)
{
    sigma_status status = sigma_kelly_weighted(p, method, r, weight, count, result);
    if (status != SIGMA_OK) {
        fprintf(stderr, "sigma_kelly_weighted answers %d\n", (int)status);
        exit(1);
    }
    return result->fraction;
}

static double odds(double rate, double payoff)
{
    sigma_kelly_result result;
    return sigma_kelly_binary(rate, payoff, &result) == SIGMA_OK ? result.fraction : 0.0;
}

/* Of two outcomes all is told by how many of n won. */
static fractions of_counts(double payoff, int32_t wins, int32_t n)
{
    const double r[] = {payoff, -1.0}, seen[] = {wins, n - wins};
    double p = (double)wins / n, shrink = n / (n + params.prior_trades);
    double p_shrunk = ((p * (payoff + 1.0) - 1.0) * shrink + 1.0) / (payoff + 1.0);
    const double believed[] = {n * p_shrunk, n * (1.0 - p_shrunk)};
    sigma_kelly_result k;
    fractions f = {.point = odds(p, payoff), .shrunk = odds(p_shrunk, payoff)};

    f.rck = by(&loose, SIGMA_METHOD_DRAWDOWN, r, seen, 2, &k);
    f.rck_shrunk = by(&loose, SIGMA_METHOD_DRAWDOWN, r, believed, 2, &k);
    f.lower = by(&params, SIGMA_METHOD_LOWER, r, seen, 2, &k);
    f.sceptical = by(&params, SIGMA_METHOD_ODDS, r, seen, 2, &k);
    f.mean = k.mean;
    f.error = k.error;
    return f;
}

/* What two outcomes tell is asked for again and again: kept by wins and trades. */
typedef struct memory {
    fractions *entry;
    bool *known;
    double payoff;
} memory;

static memory seen_before;

static void forget(double payoff)
{
    size_t cells = (size_t)(MOST + 1) * (MOST + 2) / 2;
    free(seen_before.entry);
    free(seen_before.known);
    seen_before = (memory){.entry = (fractions *)malloc(cells * sizeof(fractions)),
                           .known = (bool *)calloc(cells, sizeof(bool)),
                           .payoff = payoff};
    if (!seen_before.entry || !seen_before.known) {
        fprintf(stderr, "not enough memory\n");
        exit(1);
    }
}

static fractions remembered(int32_t wins, int32_t n)
{
    size_t cell = (size_t)n * (size_t)(n + 1) / 2 + (size_t)wins;
    if (!seen_before.known[cell]) {
        seen_before.entry[cell] = of_counts(seen_before.payoff, wins, n);
        seen_before.known[cell] = true;
    }
    return seen_before.entry[cell];
}

/* Of many outcomes: the reference takes mean win and mean loss for the two outcomes, libsigma's
 * default the trades themselves. */
static fractions of_sample(const double *r, int32_t n)
{
    double won = 0.0, lost = 0.0;
    int32_t wins = 0;
    sigma_kelly_result k;
    fractions f = {0};

    for (int32_t i = 0; i < n; i++) {
        wins += r[i] > 0.0;
        *(r[i] > 0.0 ? &won : &lost) += fabs(r[i]);
    }
    if (wins > 0 && wins < n) {
        double win = won / wins, loss = lost / (n - wins), payoff = win / loss;
        double p = (double)wins / n, shrink = n / (n + params.prior_trades);
        double p_shrunk = ((p * (payoff + 1.0) - 1.0) * shrink + 1.0) / (payoff + 1.0);
        const double two[] = {win, -loss}, seen[] = {wins, n - wins};
        const double believed[] = {n * p_shrunk, n * (1.0 - p_shrunk)};
        f.point = odds(p, payoff) / loss;
        f.shrunk = odds(p_shrunk, payoff) / loss;
        f.rck = by(&loose, SIGMA_METHOD_DRAWDOWN, two, seen, 2, &k);
        f.rck_shrunk = by(&loose, SIGMA_METHOD_DRAWDOWN, two, believed, 2, &k);
    }
    if (sigma_kelly_evaluate(&params, SIGMA_METHOD_ODDS, r, n, &k) == SIGMA_OK) {
        f.sceptical = k.fraction;
        f.mean = k.mean;
        f.error = k.error;
    }
    return f;
}

/* ---- rules */

enum {
    PUBLISHED,
    HALF,
    FIXED,
    SCEPTICAL_HALF,
    RCK,
    RCK_SCEPTICAL,
    CUSHION,
    DEFAULT,
    EVIDENCE,
    RULES
};

static const char *const rule_names[RULES] = {
    "published: 1/4 Kelly",  "half Kelly",         "fixed 1%",
    "Skept50 half",          "RCK(.8,.1) point",   "RCK(.8,.1)+Skept50",
    "GZ(.8)Sk50 half cap2%", "libsigma's default", "the same, more if sure"};

typedef struct account {
    double wealth, peak, lowest, drawdown;
    double first, last; /* trades with a wanted risk, and those refused for the smallest lot */
    bool stopped;       /* the last wanted risk was too small for a lot */
} account;

static double by_default(const sigma_kelly_params *p, const fractions *f, const account *a,
                         int32_t n)
{
    sigma_kelly_sample sample = {.balance = a->wealth,
                                 .equity = a->wealth,
                                 .peak = a->peak,
                                 .kelly = f->sceptical,
                                 .mean = f->mean,
                                 .error = f->error,
                                 .factor = 1.0,
                                 .trades = n};
    sigma_kelly_floor_result result;
    return sigma_kelly_floor(p, &sample, &result) == SIGMA_OK ? result.fraction : 0.0;
}

/* From half to all of K as the mean rises from 2.5 to 4.5 of its standard errors. */
static double by_evidence(const fractions *f, const account *a, int32_t n)
{
    sigma_kelly_params p = params;
    double sure = f->error > 0.0 ? (f->mean / f->error - 2.5) / 2.0 : 0.0;
    p.fraction = 0.5 + 0.5 * fmin(fmax(sure, 0.0), 1.0);
    return by_default(&p, f, a, n);
}

static double risk_of(int32_t rule, const fractions *f, const account *a, int32_t n)
{
    double left = 1.0 - 0.8 * a->peak / a->wealth;
    switch (rule) {
    case PUBLISHED: return 0.25 * f->point;
    case HALF: return 0.5 * f->point;
    case FIXED: return 0.01;
    case SCEPTICAL_HALF: return 0.5 * f->shrunk;
    case RCK: return f->rck;
    case RCK_SCEPTICAL: return f->rck_shrunk;
    case CUSHION: return fmin(0.02, 0.5 * f->shrunk * fmax(left, 0.0));
    case DEFAULT: return by_default(&params, f, a, n);
    default: return by_evidence(f, a, n);
    }
}

/* Floored to the lot, whose loss at the stop is a share of the account at the start. */
static double floored(account *a, double fraction, double lot)
{
    if (lot <= 0.0) {
        return fraction;
    }
    double lots = floor(fraction * a->wealth / lot + 1e-9);
    a->first += fraction > 0.0;
    a->last += fraction > 0.0 && lots < 1.0;
    a->stopped = fraction > 0.0 && lots < 1.0;
    return lots * lot / a->wealth;
}

static void trade(account *a, double fraction, double r)
{
    a->wealth = fmax(a->wealth * (1.0 + fmin(fraction, 0.999) * r), 1e-12);
    a->peak = fmax(a->peak, a->wealth);
    a->lowest = fmin(a->lowest, a->wealth);
    a->drawdown = fmax(a->drawdown, 1.0 - a->wealth / a->peak);
}

static void run(int32_t which, int32_t path, int32_t known, double lot, account accounts[RULES])
{
    double r[MOST];
    int32_t wins = 0;

    draw(which, path, known, r);
    for (int32_t rule = 0; rule < RULES; rule++) {
        accounts[rule] = (account){.wealth = 1.0, .peak = 1.0, .lowest = 1.0};
    }
    for (int32_t i = 0; i < known + REAL; i++) {
        if (i >= known) {
            fractions f = which == FAT ? of_sample(r, i) : remembered(wins, i);
            for (int32_t rule = 0; rule < RULES; rule++) {
                account *a = &accounts[rule];
                trade(a, floored(a, risk_of(rule, &f, a, i), lot), r[i]);
            }
        }
        wins += r[i] > 0.0;
    }
}

/* ---- figures */

typedef struct cell {
    double median, low, deep, halved; /* as printed */
    double median_error;              /* standard error of the median's logarithm */
    double low_error;
    double stopped; /* share of paths that wanted to trade last and could not */
    double refused; /* share of wanted trades that were too small */
} cell;

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Half the distance of the order statistics that one standard error of their rank apart. */
static double rank_error(const double *sorted, int32_t count, double p)
{
    double spread = sqrt(count * p * (1.0 - p));
    int32_t below = (int32_t)fmax(count * p - spread, 0.0);
    int32_t above = (int32_t)fmin(count * p + spread, count - 1.0);
    return (log(sorted[above]) - log(sorted[below])) / 2.0;
}

static cell figures(double *wealth, const account *all, int32_t paths, int32_t rule)
{
    cell c = {0};
    double wanted = 0.0, refused = 0.0;

    for (int32_t i = 0; i < paths; i++) {
        const account *a = &all[i * RULES + rule];
        wealth[i] = a->wealth;
        c.deep += a->drawdown > 0.2;
        c.halved += a->lowest <= 0.5;
        c.stopped += a->stopped;
        wanted += a->first;
        refused += a->last;
    }
    qsort(wealth, (size_t)paths, sizeof *wealth, ascending);
    c.median = wealth[paths / 2];
    c.low = wealth[paths / 20];
    c.median_error = rank_error(wealth, paths, 0.5);
    c.low_error = rank_error(wealth, paths, 0.05);
    c.deep /= paths;
    c.halved /= paths;
    c.stopped /= paths;
    c.refused = wanted > 0.0 ? refused / wanted : 0.0;
    return c;
}

/* ---- checks */

#include "reference.inc"

static int32_t failures;

static void check(bool holds, const char *what, int32_t which, int32_t rule, double got,
                  double wanted)
{
    if (!holds) {
        failures++;
        printf("FAIL %s, %s: %s is %.4g, not %.4g\n", scenarios[which].name, rule_names[rule], what,
               got, wanted);
    }
}

/* Standard errors. A run has 144 cells, of few independent ones: at 1,000 paths of this seed one of
 * them, the median of two rules in scenario B, is 3.1 away; at 4,000 and more none is. */
static const double ERRORS = 3.0;

/* Probabilities within 0.01 and medians within 3 %, beyond the standard errors of this run and of
 * the 20,000 paths of the table, which also has them rounded. */
static void check_reference(int32_t which, int32_t rule, const cell *c, int32_t paths)
{
    const double *wanted = reference[rule][which];
    double more = sqrt(1.0 + paths / 20000.0);
    double median = fabs(log(c->median / wanted[0])), low = fabs(log(c->low / wanted[1]));
    const double chances[] = {c->deep, c->halved};

    check(median <= fmax(0.03, ERRORS * more * c->median_error) + 0.006 / wanted[0], "median",
          which, rule, c->median, wanted[0]);
    check(low <= fmax(0.03, ERRORS * more * c->low_error) + 0.0006 / wanted[1], "5 % quantile",
          which, rule, c->low, wanted[1]);
    for (int32_t i = 0; i < 2; i++) {
        double p = wanted[2 + i], spread = sqrt(fmax(p * (1.0 - p), 0.002) / paths);
        check(fabs(chances[i] - p) <= fmax(0.01, ERRORS * more * spread) + 0.005,
              i ? "chance of half" : "chance of 20 %", which, rule, chances[i], p);
    }
}

/* The floor holds on every path, and costs no wealth against the reference's rule. */
static void check_default(int32_t which, const cell *c, const cell *cushion)
{
    check(c->deep == 0.0, "chance of 20 %", which, DEFAULT, c->deep, 0.0);
    check(log(c->median / cushion->median) >= -2.0 * c->median_error, "median", which, DEFAULT,
          c->median, cushion->median);
    check(log(c->low / cushion->low) >= -2.0 * c->low_error, "5 % quantile", which, DEFAULT, c->low,
          cushion->low);
}

/* ---- the program */

typedef struct options {
    int32_t paths;
    int32_t known; /* 0: all */
    char scenario; /* 0: all */
    double lot;
    bool check;
} options;

static void print_cell(const cell *c, double lot)
{
    if (lot > 0.0) {
        printf("  %.3g / %.3g / %.2f / %.2f, %2.0f %% stopped, %2.0f %% of trades too small\n",
               c->median, c->low, c->deep, c->halved, 100.0 * c->stopped, 100.0 * c->refused);
    } else {
        printf("  %.3g / %.3g / %.2f / %.2f\n", c->median, c->low, c->deep, c->halved);
    }
}

static void judge(const options *o, int32_t which, int32_t known, const cell cells[RULES])
{
    for (int32_t rule = 0; rule < DEFAULT && known == 30; rule++) {
        check_reference(which, rule, &cells[rule], o->paths);
    }
    check_default(which, &cells[DEFAULT], &cells[CUSHION]);
}

static void simulate(const options *o, int32_t which, int32_t known, account *all, double *wealth)
{
    cell cells[RULES];

    for (int32_t path = 0; path < o->paths; path++) {
        run(which, path, known, o->lot, &all[path * RULES]);
    }
    printf("\n%s, %d trades on paper\n", scenarios[which].name, (int)known);
    for (int32_t rule = 0; rule < RULES; rule++) {
        cells[rule] = figures(wealth, all, o->paths, rule);
        printf("  %-24s", rule_names[rule]);
        print_cell(&cells[rule], o->lot);
    }
    if (o->check && o->lot <= 0.0) {
        judge(o, which, known, cells);
    } else if (o->check) {
        check(cells[DEFAULT].deep == 0.0, "chance of 20 %", which, DEFAULT, cells[DEFAULT].deep,
              0.0);
    }
    fflush(stdout);
}

static options parse(int argc, char **argv)
{
    options o = {.paths = 1000};
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--check") == 0) {
            o.check = true;
        } else if (strcmp(argv[i], "--paths") == 0 && i + 1 < argc) {
            o.paths = atoi(argv[++i]);
        } else if (strcmp(argv[i], "--known") == 0 && i + 1 < argc) {
            o.known = atoi(argv[++i]);
        } else if (strcmp(argv[i], "--scenario") == 0 && i + 1 < argc) {
            o.scenario = argv[++i][0];
        } else if (strcmp(argv[i], "--lot") == 0 && i + 1 < argc) {
            o.lot = atof(argv[++i]);
        } else {
            fprintf(stderr,
                    "usage: kelly [--paths N] [--known N] [--scenario X] [--lot X] [--check]\n");
            exit(2);
        }
    }
    if (o.paths < 100 || o.paths > MOST_PATHS || o.known < 0 || o.known > MOST_KNOWN ||
        !(o.lot >= 0.0)) {
        fprintf(stderr, "a value is out of range\n");
        exit(2);
    }
    return o;
}

int main(int argc, char **argv)
{
    static const int32_t knowns[] = {30, 100, 300};
    options o = parse(argc, argv);
    account *all = (account *)malloc((size_t)o.paths * RULES * sizeof *all);
    double *wealth = (double *)malloc((size_t)o.paths * sizeof *wealth);

    if (!all || !wealth || sigma_kelly_defaults(&params) != SIGMA_OK) {
        return 1;
    }
    loose = params;
    loose.gap_loss = 1.0;
    printf("median wealth / 5 %% quantile / P(drawdown > 20 %%) / P(half); %d paths\n",
           (int)o.paths);
    for (int32_t which = 0; which < SCENARIOS; which++) {
        if (o.scenario && o.scenario != scenarios[which].name[0]) {
            continue;
        }
        forget(scenarios[which].payoff);
        for (int32_t i = 0; i < 3; i++) {
            if (o.known == 0 || o.known == knowns[i]) {
                simulate(&o, which, knowns[i], all, wealth);
            }
        }
    }
    free(all);
    free(wealth);
    if (o.check) {
        printf("\n%d checks failed\n", (int)failures);
    }
    return failures > 0;
}
