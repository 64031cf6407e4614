/* SPDX-License-Identifier: MIT */
/* How often the strategy monitor halts a healthy strategy, and how soon a broken one.
 *
 * A strategy wins b R with probability p and else loses 1 R. The monitor knows the mean and the
 * deviation of its own baseline: the trades before, drawn from the same law. Usage:
 *
 *     monitor [PATHS]   prints the tables of docs/monitor.md from so many paths, 20000 without
 *     monitor --check   few paths of the cases that bind; status 1 where a promise is broken
 */
#include <math.h>
#include <sigma/sigma.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HORIZON = 1000, LONGEST = 3000, MOST_PATHS = 100000 };

typedef struct law {
    double p, b;
} law;

/* A law that holds up to a trade, and another from there on. */
typedef struct scenario {
    law healthy, broken;
    int32_t baseline, change, length;
} scenario;

typedef struct judge {
    const char *name;
    sigma_monitor_params params;
    int32_t halts_at; /* severity */
} judge;

static void need(sigma_status status)
{
    if (status < 0) {
        fprintf(stderr, "monitor: status %d\n", (int)status);
        exit(1);
    }
}

static double uniform(uint64_t *seed)
{
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return (double)((*seed * UINT64_C(2685821657736338717)) >> 11) * 0x1p-53;
}

static double trade_of(uint64_t *seed, law l)
{
    return uniform(seed) < l.p ? l.b : -1.0;
}

/* ---- paths */

static void set_baseline(sigma_monitor_params *params, uint64_t *seed, law l, int32_t trades)
{
    double sum = 0.0, squares = 0.0;
    for (int32_t i = 0; i < trades; i++) {
        double r = trade_of(seed, l);
        sum += r;
        squares += r * r;
    }
    double mean = sum / trades;
    params->mean = mean;
    params->deviation = fmax(sqrt((squares - sum * mean) / (trades - 1)), 0.1);
    params->baseline_trades = trades;
}

/* The trade that halts, or 0. */
static int32_t halt_of(const judge *j, const scenario *s, uint64_t path)
{
    uint64_t seed = (path + 1) * UINT64_C(0x9e3779b97f4a7c15);
    sigma_monitor_params params = j->params;
    sigma_monitor monitor;
    sigma_monitor_result result;

    set_baseline(&params, &seed, s->healthy, s->baseline);
    need(sigma_monitor_init(&monitor, 0, &params));
    for (int32_t t = 1; t <= s->length; t++) {
        sigma_monitor_sample sample = {.time = t * INT64_C(86400000000000)};
        sample.multiple = trade_of(&seed, t > s->change ? s->broken : s->healthy);
        need(sigma_monitor_update(&monitor, &sample, &result));
        if (result.severity >= j->halts_at) {
            return t;
        }
    }
    return 0;
}

static double share_halted(const judge *j, law l, int32_t baseline, int32_t paths)
{
    scenario s = {l, l, baseline, HORIZON, HORIZON};
    int32_t halted = 0;
    for (int32_t i = 0; i < paths; i++) {
        halted += halt_of(j, &s, (uint64_t)i) > 0;
    }
    return 100.0 * halted / paths;
}

static int compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double quantile(double *x, int32_t count, double share)
{
    qsort(x, (size_t)count, sizeof *x, compare);
    return count > 0 ? x[(int32_t)(share * (count - 1))] : 0.0;
}

static double samples[MOST_PATHS];

/* Median trades from the change to the halt, of the paths that were not halted before. */
static double median_delay(const judge *j, law from, law to, int32_t baseline, int32_t change,
                           int32_t paths)
{
    scenario s = {from, to, baseline, change, change + LONGEST};
    int32_t count = 0;
    for (int32_t i = 0; i < paths; i++) {
        int32_t halt = halt_of(j, &s, (uint64_t)i);
        if (halt == 0 || halt > change) {
            samples[count++] = halt == 0 ? LONGEST : halt - change;
        }
    }
    return quantile(samples, count, 0.5);
}

/* ---- judges */

static sigma_monitor_params defaults(void)
{
    sigma_monitor_params params;
    need(sigma_monitor_defaults(&params));
    return params;
}

static judge sequential(void)
{
    return (judge){"sequential", defaults(), SIGMA_SEVERITY_SEVERE};
}

/* The published rules; a drawdown in percent is not theirs to judge here, as in the literature. */
static judge published(const char *name, double expectancy, int32_t halts_at)
{
    judge j = {name, defaults(), halts_at};
    j.params.rules = SIGMA_JUDGEMENT_PUBLISHED;
    j.params.expectancy[1] = expectancy;
    j.params.drawdown[0] = j.params.drawdown[1] = 1e6;
    return j;
}

static judge literal(void)
{
    return published("literal", 0.0, SIGMA_SEVERITY_CRITICAL);
}

static judge counted_once(void)
{
    return published("once", -1e6, SIGMA_SEVERITY_CRITICAL);
}

static judge entries_halted(void)
{
    judge j = published("entries", -0.5, SIGMA_SEVERITY_SEVERE);
    j.params.drawdown[0] = 8.0;
    j.params.drawdown[1] = 15.0;
    return j;
}

/* ---- the best attainable: Page's test that knows both laws, at 5 % in 1000 trades */

static double step_of(double r, law from, law to)
{
    return r > 0.0 ? log(to.p / from.p) : log((1.0 - to.p) / (1.0 - from.p));
}

static double knowing_threshold(law from, law to, int32_t paths)
{
    for (int32_t i = 0; i < paths; i++) {
        uint64_t seed = ((uint64_t)i + 1) * UINT64_C(0x9e3779b97f4a7c15);
        double sum = 0.0, most = 0.0;
        for (int32_t t = 0; t < HORIZON; t++) {
            sum = fmax(0.0, sum + step_of(trade_of(&seed, from), from, to));
            most = fmax(most, sum);
        }
        samples[i] = most;
    }
    return quantile(samples, paths, 0.95);
}

static double knowing_delay(law from, law to, int32_t change, int32_t paths)
{
    double threshold = knowing_threshold(from, to, paths);
    int32_t count = 0;
    for (int32_t i = 0; i < paths; i++) {
        uint64_t seed = ((uint64_t)i + 7) * UINT64_C(0xd1342543de82ef95);
        double sum = 0.0;
        int32_t t = 0;
        for (; t < change + LONGEST && sum < threshold; t++) {
            law l = t < change ? from : to;
            sum = fmax(0.0, sum + step_of(trade_of(&seed, l), from, to));
        }
        if (t > change) {
            samples[count++] = t - change;
        }
    }
    return quantile(samples, count, 0.5);
}

/* ---- tables */

static const law laws[] = {{0.50, 1.5}, {0.50, 2.0}, {0.55, 1.0}, {0.55, 1.5},
                           {0.55, 2.0}, {0.60, 1.0}, {0.60, 1.5}, {0.60, 2.0}};
static const int32_t baselines[] = {50, 100, 200};

static double edge_of(law l)
{
    return l.p * l.b - (1.0 - l.p);
}

static void print_healthy(int32_t paths)
{
    judge rules[] = {literal(), counted_once(), entries_halted()}, tests = sequential();

    puts("Healthy strategies ever halted within 1000 trades [%]\n");
    puts(
        "| win rate | payoff | edge [R] | literal | once | entries | baseline 50 | 100 | 150 | 200 "
        "|\n|---|---|---|---|---|---|---|---|---|---|");
    for (size_t i = 0; i < sizeof laws / sizeof laws[0]; i++) {
        printf("| %.2f | %.1f | %+.3f |", laws[i].p, laws[i].b, edge_of(laws[i]));
        for (int32_t k = 0; k < 3; k++) {
            printf(" %.1f |", share_halted(&rules[k], laws[i], 50, paths));
        }
        for (int32_t baseline = 50; baseline <= 200; baseline += 50) {
            printf(" %.1f |", share_halted(&tests, laws[i], baseline, paths));
        }
        puts("");
        fflush(stdout);
    }
}

static void print_delays(int32_t paths)
{
    static const int32_t changes[] = {0, 200, 500};
    static const double falls[] = {0.40, 0.35, 0.30}; /* win rates: 0, -0.125, -0.25 R */
    judge tests = sequential(), rules[] = {literal(), counted_once()};
    law healthy = {0.55, 1.5};

    puts("\nMedian trades to the halt, from +0.375 R (win rate 0.55, payoff 1.5)\n");
    puts("| to [R] | at trade | baseline 50 | 100 | 200 | best attainable | literal | once |\n"
         "|---|---|---|---|---|---|---|---|");
    for (int32_t f = 0; f < 3; f++) {
        for (int32_t c = 0; c < 3; c++) {
            law broken = {falls[f], 1.5};
            printf("| %+.3f | %d |", edge_of(broken), (int)changes[c]);
            for (int32_t k = 0; k < 3; k++) {
                printf(" %.0f |",
                       median_delay(&tests, healthy, broken, baselines[k], changes[c], paths));
            }
            printf(" %.0f |", knowing_delay(healthy, broken, changes[c], paths));
            for (int32_t k = 0; k < 2; k++) {
                printf(" %.0f |", median_delay(&rules[k], healthy, broken, 50, changes[c], paths));
            }
            puts("");
            fflush(stdout);
        }
    }
}

/* The sequential tests made as hasty as the published rules: one run for all three. */
static judge hasty(double run)
{
    judge j = sequential();
    j.params.halt_run = j.params.shift_run = j.params.evidence_run = run;
    j.params.least = 1;
    return j;
}

static double run_of_delay(double delay, law from, law to, int32_t paths)
{
    double low = log(10.0), high = log(20000.0);
    for (int32_t i = 0; i < 12; i++) {
        judge j = hasty(exp(0.5 * (low + high)));
        double middle = 0.5 * (low + high);
        bool slower = median_delay(&j, from, to, 200, 0, paths) > delay;
        low = slower ? low : middle;
        high = slower ? middle : high;
    }
    return exp(low);
}

static void print_same_delay(int32_t paths)
{
    judge rules[] = {literal(), counted_once()};
    law healthy = {0.55, 1.5}, broken = {0.35, 1.5};

    puts("\nAt the same delay, from +0.375 R to -0.125 R at the first trade, baseline 200\n");
    puts("| rules | median delay | halted within 1000 healthy trades [%] | within 200 | sequential "
         "tests as fast: run | median delay | within 1000 [%] | within 200 |\n"
         "|---|---|---|---|---|---|---|---|");
    for (int32_t k = 0; k < 2; k++) {
        scenario s = {healthy, healthy, 200, 200, 200};
        double delay = median_delay(&rules[k], healthy, broken, 200, 0, paths), early[2] = {0.0};
        double run = run_of_delay(delay, healthy, broken, paths);
        judge j = hasty(run);
        for (int32_t i = 0; i < paths; i++) {
            early[0] += 100.0 / paths * (halt_of(&rules[k], &s, (uint64_t)i) > 0);
            early[1] += 100.0 / paths * (halt_of(&j, &s, (uint64_t)i) > 0);
        }
        printf("| %s | %.0f | %.1f | %.1f | %.0f | %.0f | %.1f | %.1f |\n", rules[k].name, delay,
               share_halted(&rules[k], healthy, 200, paths), early[0], run,
               median_delay(&j, healthy, broken, 200, 0, paths),
               share_halted(&j, healthy, 200, paths), early[1]);
    }
}

/* ---- promises */

static int expect_at_most(const char *what, double value, double limit)
{
    printf("%-56s %6.1f, at most %.0f%s\n", what, value, limit, value <= limit ? "" : ": BROKEN");
    return value <= limit ? 0 : 1;
}

static int check(int32_t paths)
{
    static const double delays[] = {160.0, 120.0, 100.0};
    judge tests = sequential();
    law thin = {0.55, 1.0}, fair = {0.50, 1.5}, good = {0.55, 1.5}, broken = {0.35, 1.5};
    int bad = 0;
    char what[80];

    for (int32_t k = 0; k < 3; k++) {
        snprintf(what, sizeof what, "+0.25 R, baseline %d: halted [%%]", (int)baselines[k]);
        bad += expect_at_most(what, share_halted(&tests, fair, baselines[k], paths), 5.0);
        snprintf(what, sizeof what, "+0.10 R, baseline %d: halted [%%]", (int)baselines[k]);
        bad += expect_at_most(what, share_halted(&tests, thin, baselines[k], paths), 11.0);
        for (int32_t change = 0; change <= 200; change += 200) {
            snprintf(what, sizeof what, "+0.375 R to -0.125 R at %d, baseline %d: delay",
                     (int)change, (int)baselines[k]);
            bad += expect_at_most(
                what, median_delay(&tests, good, broken, baselines[k], change, paths), delays[k]);
        }
    }
    judge once = counted_once();
    double share = share_halted(&once, good, 50, paths);
    printf("published rules, counted once, at +0.375 R: halted [%%]    %6.1f, known as 94.0\n",
           share);
    return bad + (fabs(share - 94.0) > 2.5);
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--check") == 0) {
        return check(1000) > 0;
    }
    int32_t paths = argc == 2 ? atoi(argv[1]) : 20000;
    if (argc > 2 || paths < 10 || paths > MOST_PATHS) {
        fprintf(stderr, "usage: monitor [PATHS | --check]\n");
        return 2;
    }
    print_healthy(paths);
    print_delays(paths);
    print_same_delay(paths < 2000 ? paths : 2000);
    return 0;
}
