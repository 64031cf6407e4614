/* SPDX-License-Identifier: MIT */
/* How well the regimes of simulated markets are found: balanced accuracy, the median delay after a
 * change in bars, and switches relative to the true ones, of (a) the published rules, (b) the same
 * with hysteresis and dwell, (c) the filter. CHOP counts as range, UNKNOWN as wrong.
 *
 * Markets change between up, down, range and volatile after exponential stays, to each other state
 * as likely. A bar is eight steps of normal numbers times one common factor, so that its change is
 * Student's; in a range the price is drawn back to where the range began, by 0.08 of the distance a
 * bar. None of these markets has been used to choose a parameter of the filter. Prints one table;
 * given a CSV of daily bars (timestamp, open, high, low, close, volume), the months of its regimes.
 * Usage: regime [usual|years [FILE.csv]]
 *        regime --check FILE.csv    ends with 1 unless the filter keeps what docs/regime.md says:
 *                                   means of the simulated markets, and months of the S&P 500 */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sigma/sigma.h"

enum { UP, DOWN, RANGE, STORM, STATES };
enum { BURN = 300, BARS = 60000, STEPS = 8, METHODS = 3 };

typedef struct market {
    const char *name;
    double drift, sigma[STATES], dwell[STATES];
    int nu;
} market;

static const market markets[] = {
    {"base", .0012, {.006, .006, .004, .015}, {120, 120, 150, 60}, 5},
    {"weak trend", .0006, {.006, .006, .004, .015}, {120, 120, 150, 60}, 5},
    {"low volatility", .00036, {.0018, .0018, .0012, .0045}, {120, 120, 150, 60}, 5},
    {"A: fat tails, other stays", .0012, {.006, .006, .004, .015}, {60, 90, 220, 100}, 4},
    {"B: volatility ratio 1.6", .0012, {.006, .006, .005, .0096}, {120, 120, 150, 60}, 5},
    {"C: drift only", .0012, {.006, .006, .006, .006}, {120, 120, 150, 60}, 5},
    {"D: volatile trends", .0024, {.012, .012, .005, .030}, {120, 120, 150, 60}, 6},
};

typedef struct random_place {
    int64_t seed, index;
} random_place;

static void need(sigma_status status)
{
    if (status < 0) {
        fprintf(stderr, "quality: status %d\n", (int)status);
        exit(1);
    }
}

static double normal(random_place *at)
{
    double z;
    need(sigma_random_normal(at->seed, 7, at->index++, &z));
    return z;
}

static double uniform(random_place *at)
{
    double u;
    need(sigma_random_uniform(at->seed, 8, at->index++, &u));
    return u;
}

/* Standard deviation 1 after Student's distribution: a factor for the normal steps of a bar. */
static double common_factor(random_place *at, int nu)
{
    double squares = 0.0;
    for (int i = 0; i < nu; i++) {
        double z = normal(at);
        squares += z * z;
    }
    return sqrt((nu - 2) / squares);
}

typedef struct path {
    double log_price, anchor, left;
    int state;
} path;

static sigma_bar next_bar(const market *m, path *p, random_place *at, int64_t number)
{
    if (p->left <= 0.0) {
        p->state = (p->state + 1 + (int)(3.0 * uniform(at))) % STATES;
        p->left = -m->dwell[p->state] * log(uniform(at));
        p->anchor = p->log_price;
    }
    p->left -= 1.0;
    double factor = common_factor(at, m->nu) * m->sigma[p->state] / sqrt(STEPS);
    double sign = p->state == UP ? 1.0 : p->state == DOWN ? -1.0 : 0.0;
    double high = p->log_price, low = high, open = high;
    for (int i = 0; i < STEPS; i++) {
        double pull = p->state == RANGE ? 0.08 * (p->anchor - p->log_price) : 0.0;
        p->log_price += (sign * m->drift + pull) / STEPS + factor * normal(at);
        high = fmax(high, p->log_price);
        low = fmin(low, p->log_price);
    }
    return (sigma_bar){number * INT64_C(3600000000000),
                       100.0 * exp(open),
                       100.0 * exp(high),
                       100.0 * exp(low),
                       100.0 * exp(p->log_price),
                       1.0};
}

/* ---- the methods */

typedef struct methods {
    sigma_regime filter;
    sigma_rules rules[2];
    sigma_ema ema[4];
    sigma_adx adx;
    double closes[20];
    int64_t bars;
} methods;

static void start(methods *m, int32_t years)
{
    static const int32_t periods[4] = {9, 20, 50, 200};
    sigma_regime_params params;
    sigma_rules_params rules;

    memset(m, 0, sizeof *m);
    need(sigma_regime_defaults(years, &params));
    need(sigma_regime_init(&m->filter, &params));
    need(sigma_rules_defaults(0, &rules));
    need(sigma_rules_init(&m->rules[1], &rules));
    rules.dwell = 1;
    rules.adx_leave = rules.trend;
    rules.volatile_leave = rules.volatile_enter;
    need(sigma_rules_init(&m->rules[0], &rules));
    for (int i = 0; i < 4; i++) {
        need(sigma_ema_init(&m->ema[i], periods[i]));
    }
    need(sigma_adx_init(&m->adx, 14));
}

/* Deviation of the last 20 closes over their mean. */
static double deviation(const methods *m)
{
    double mean = 0.0, squares = 0.0;
    for (int i = 0; i < 20; i++) {
        mean += m->closes[i] / 20.0;
    }
    for (int i = 0; i < 20; i++) {
        squares += (m->closes[i] - mean) * (m->closes[i] - mean) / 20.0;
    }
    return sqrt(squares) / mean;
}

static void follow(methods *m, const sigma_bar *bar, int32_t *labels)
{
    sigma_regime_result filter;
    sigma_rules_result rules;
    sigma_adx_result adx;
    sigma_rules_sample sample = {.close = bar->close};
    bool ready = true;

    need(sigma_regime_update(&m->filter, bar, &filter));
    for (int i = 0; i < 4; i++) {
        sigma_status status = sigma_ema_update(&m->ema[i], bar->close, &sample.ema[i]);
        need(status);
        ready = ready && status == SIGMA_OK;
    }
    need(sigma_adx_update(&m->adx, bar->high, bar->low, bar->close, &adx));
    m->closes[m->bars++ % 20] = bar->close;
    sample.adx = adx.adx;
    sample.volatility = filter.volatility;
    sample.deviation = filter.slow > 0.0 ? deviation(m) / filter.slow : 0.0;
    labels[2] = filter.regime;
    for (int i = 0; i < 2; i++) {
        labels[i] = SIGMA_REGIME_UNKNOWN;
        if (ready) {
            need(sigma_rules_update(&m->rules[i], &sample, &rules));
            labels[i] = rules.regime;
        }
    }
}

/* ---- the score */

typedef struct score {
    int64_t bars[STATES], right[STATES], switches, count;
    int delays[BARS];
} score;

static int state_of(int32_t regime)
{
    static const int states[SIGMA_REGIME_COUNT] = {-1, UP, DOWN, RANGE, RANGE, STORM};
    return states[regime];
}

static int compare(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

/* The delay of a stay that is never found is left out. */
static void judge(score *s, const int *truth, const int *found)
{
    int since = 0, waiting = 0;
    for (int i = BURN; i < BARS; i++) {
        if (i == BURN || truth[i] != truth[i - 1]) {
            since = i;
            waiting = 1;
        }
        s->bars[truth[i]]++;
        s->right[truth[i]] += found[i] == truth[i];
        s->switches += i > BURN && found[i] != found[i - 1];
        if (waiting && found[i] == truth[i]) {
            s->delays[s->count++] = i - since;
            waiting = 0;
        }
    }
}

static double balanced(const score *s)
{
    double sum = 0.0;
    for (int k = 0; k < STATES; k++) {
        sum += (double)s->right[k] / (double)s->bars[k] / STATES;
    }
    return sum;
}

static void run(const market *m, int64_t seed, int32_t years, double *accuracy, double *switches)
{
    static int truth[BARS], found[METHODS][BARS];
    static score scores[METHODS];
    random_place at = {seed, 0};
    path p = {.state = RANGE};
    methods all;
    int64_t changes = 0;

    start(&all, years);
    memset(scores, 0, sizeof scores);
    for (int i = 0; i < BARS; i++) {
        int32_t labels[METHODS];
        sigma_bar bar = next_bar(m, &p, &at, i);
        follow(&all, &bar, labels);
        truth[i] = p.state;
        changes += i > BURN && truth[i] != truth[i - 1];
        for (int k = 0; k < METHODS; k++) {
            found[k][i] = state_of(labels[k]);
        }
    }
    printf("| %s |", m->name);
    for (int k = 0; k < METHODS; k++) {
        judge(&scores[k], truth, found[k]);
        qsort(scores[k].delays, (size_t)scores[k].count, sizeof(int), compare);
        double ratio = (double)scores[k].switches / (double)changes;
        printf(" %.2f / %d / x%.1f |", balanced(&scores[k]), scores[k].delays[scores[k].count / 2],
               ratio);
        accuracy[k] += balanced(&scores[k]);
        switches[k] += ratio;
    }
    printf("\n");
}

/* ---- months of a real series */

typedef void month_seen(const char *month, char regime);

static void print_month(const char *month, char regime)
{
    if (strcmp(month + 5, "01") == 0) {
        printf("\n%.4s", month);
    }
    printf(" %c", regime);
}

static int missed;

/* What the filter has to see on the S&P 500: storms in the crash of 2008 and in March 2020, and a
 * rise in all of 2013 and 2017. */
static void check_month(const char *month, char regime)
{
    bool crash = strcmp(month, "2008-09") >= 0 && strcmp(month, "2008-12") <= 0;
    bool rise = strncmp(month, "2013", 4) == 0 || strncmp(month, "2017", 4) == 0;
    bool storm = crash || strcmp(month, "2020-03") == 0;

    if ((storm && regime != 'V') || (rise && regime != 'U')) {
        fprintf(stderr, "quality: %s reads %c\n", month, regime);
        missed++;
    }
}

/* The most frequent regime of a month. */
static void end_month(const char *month, const int *counts, month_seen *see)
{
    static const char *const letters = "?UDRCV";
    int most = 0;
    for (int k = 1; k < SIGMA_REGIME_COUNT; k++) {
        most = counts[k] > counts[most] ? k : most;
    }
    if (month[0]) {
        see(month, letters[most]);
    }
}

static void months(const char *name, int32_t years, month_seen *see)
{
    FILE *file = fopen(name, "r");
    char line[256], month[8] = "", time[64];
    int counts[SIGMA_REGIME_COUNT] = {0};
    methods all;

    if (!file) {
        fprintf(stderr, "quality: cannot read %s\n", name);
        exit(1);
    }
    start(&all, years);
    while (fgets(line, sizeof line, file)) {
        sigma_bar bar = {.volume = 0.0};
        int32_t labels[METHODS];
        if (sscanf(line, "%63[^,],%lf,%lf,%lf,%lf", time, &bar.open, &bar.high, &bar.low,
                   &bar.close) != 5) {
            continue;
        }
        need(sigma_calendar_read(time, (int32_t)strlen(time), &bar.time));
        follow(&all, &bar, labels);
        if (strncmp(month, time, 7) != 0) {
            end_month(month, counts, see);
            memset(counts, 0, sizeof counts);
            memcpy(month, time, 7);
        }
        counts[labels[2]]++;
    }
    end_month(month, counts, see);
    fclose(file);
}

/* Prints the table of all markets; means of accuracy and switches. */
static void table(int32_t years, double *accuracy, double *switches)
{
    int rows = (int)(sizeof markets / sizeof markets[0]);

    printf("| market | (a) rules | (b) with hysteresis | (c) filter |\n|---|---|---|---|\n");
    for (int i = 0; i < rows; i++) {
        run(&markets[i], 20260101 + i, years, accuracy, switches);
    }
    printf("| mean |");
    for (int k = 0; k < METHODS; k++) {
        accuracy[k] /= rows;
        switches[k] /= rows;
        printf(" %.3f / x%.1f |", accuracy[k], switches[k]);
    }
    printf("\n");
}

static int check(const char *name)
{
    double usual[METHODS] = {0.0}, years[METHODS] = {0.0}, switches[METHODS] = {0.0};
    double others[METHODS] = {0.0};

    table(0, usual, switches);
    table(1, years, others);
    missed += !(usual[2] >= 0.72) + !(switches[2] <= 2.8);
    missed += !(years[2] >= 0.64) + !(others[2] <= 2.8);
    months(name, 1, check_month);
    return missed > 0;
}

int main(int count, char **arguments)
{
    int32_t years = count > 1 && strcmp(arguments[1], "years") == 0;
    double accuracy[METHODS] = {0.0}, switches[METHODS] = {0.0};

    if (count > 2 && strcmp(arguments[1], "--check") == 0) {
        return check(arguments[2]);
    }
    if (count > 2) {
        months(arguments[2], years, print_month);
        printf("\n");
        return 0;
    }
    table(years, accuracy, switches);
    return 0;
}
