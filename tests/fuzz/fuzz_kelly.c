/* SPDX-License-Identifier: MIT */
/* Any odds, samples and accounts: what doubts or limits never enlarges a fraction, equal weights
 * change no bit, the risk keeps the account above its floor, and the least balance suffices. */
#include <string.h>

#include "fuzz.h"

enum { TRADES = 40 };

typedef struct sample {
    double r[TRADES];
    double weight[TRADES];
    int32_t count;
} sample;

static void make_params(fuzz_input *in, sigma_kelly_params *params)
{
    REQUIRE(fuzz_saw("sigma_kelly_defaults", sigma_kelly_defaults(params)) == SIGMA_OK);
    int32_t kind = fuzz_pick(in, 3);
    if (kind == 0) {
        fuzz_object(in, SIGMA_KIND_KELLY_PARAMS, params);
    } else if (kind == 1) {
        sigma_status known = sigma_kelly_preset(fuzz_pick(in, 5), params);
        (void)fuzz_saw_read("sigma_kelly_preset", known, SIGMA_KIND_KELLY_PARAMS, params, false);
        REQUIRE(known == SIGMA_OK || sigma_kelly_defaults(params) == SIGMA_OK);
    }
}

/* Mostly what trades come to: a loss of 1, a win of a few, now and then a gap or anything. */
static double make_r(fuzz_input *in)
{
    int32_t kind = fuzz_pick(in, 64);
    return kind == 0   ? fuzz_around(in, -1e6, 1e6)
           : kind == 1 ? fuzz_within(in, -5.0, 10.0) * 1e-9
           : kind < 26 ? -1.0
           : kind < 30 ? -(double)fuzz_pick(in, 500) / 100.0
                       : (double)fuzz_pick(in, 400) / 100.0;
}

static void make_sample(fuzz_input *in, sample *s)
{
    s->count = fuzz_pick(in, TRADES + 1);
    bool alike = fuzz_pick(in, 2) == 0;
    for (int32_t i = 0; i < s->count; i++) {
        s->r[i] = make_r(in);
        s->weight[i] = alike             ? 1.0
                       : fuzz_rarely(in) ? fuzz_around(in, 1e-9, 1e9)
                                         : (double)fuzz_pick(in, 9) / 4.0;
    }
}

static void evaluate(fuzz_input *in, const sigma_kelly_params *params, int32_t method,
                     const sample *s)
{
    sigma_kelly_result r, again;
    int32_t none = fuzz_pick(in, 512);
    sigma_status status = sigma_kelly_evaluate(FUZZ_UNLESS(none == 1, params), method,
                                               FUZZ_UNLESS(none == 2, s->r), s->count, &r);
    (void)fuzz_saw_result("sigma_kelly_evaluate", status, SIGMA_KIND_KELLY_RESULT, &r);
    if (status == SIGMA_OK) {
        static const double ones[TRADES] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                                            1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                                            1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        REQUIRE(sigma_kelly_weighted(params, method, s->r, ones, s->count, &again) == SIGMA_OK);
        REQUIRE(fuzz_is_same(&r, &again, sizeof r));
        REQUIRE(r.fraction <= 1.0 / params->gap_loss || method == SIGMA_METHOD_ODDS);
        REQUIRE((r.fraction > 0.0) == (r.reason != SIGMA_KELLY_NO_EDGE));
        REQUIRE(r.mean > 0.0 || r.fraction == 0.0);
    }
}

static void weighted(fuzz_input *in, const sigma_kelly_params *params, const sample *s)
{
    sigma_kelly_result r;
    int32_t method = fuzz_pick(in, SIGMA_METHOD_COUNT + 1), none = fuzz_pick(in, 256);
    sigma_status status = sigma_kelly_weighted(
        FUZZ_UNLESS(none == 1, params), method, FUZZ_UNLESS(none == 2, s->r),
        FUZZ_UNLESS(none == 3, s->weight), s->count - (none == 4 ? 50 : 0), &r);
    (void)fuzz_saw_result("sigma_kelly_weighted", status, SIGMA_KIND_KELLY_RESULT, &r);
    if (status == SIGMA_OK) {
        REQUIRE(r.fraction <= 1.0 / params->gap_loss || method == SIGMA_METHOD_ODDS);
        REQUIRE(r.full * r.worst > -1.0 || r.full == 0.0);
    }
}

static bool up_to(double a, double b)
{
    return a <= b * (1.0 + 1e-9);
}

static double fraction_by(const sigma_kelly_params *params, int32_t method, const sample *s)
{
    sigma_kelly_result r;
    REQUIRE(sigma_kelly_evaluate(params, method, s->r, s->count, &r) == SIGMA_OK);
    return r.fraction;
}

static double worst_of(const sample *s)
{
    double worst = 1e6;
    for (int32_t i = 0; i < s->count; i++) {
        worst = s->r[i] < worst ? s->r[i] : worst;
    }
    return worst;
}

static void edge(fuzz_input *in, const sigma_kelly_params *params, const sample *s)
{
    sigma_edge e;

    for (int32_t method = 0; method <= SIGMA_METHOD_COUNT; method++) {
        evaluate(in, params, method, s);
    }
    int32_t none = fuzz_pick(in, 512);
    sigma_status status = sigma_edge_evaluate(FUZZ_UNLESS(none == 1, params),
                                              FUZZ_UNLESS(none == 2, s->r), s->count, &e);
    (void)fuzz_saw_result("sigma_edge_evaluate", status, SIGMA_KIND_EDGE, &e);
    if (status == SIGMA_OK) {
        double empirical = fraction_by(params, SIGMA_METHOD_EMPIRICAL, s);
        double sceptical = fraction_by(params, SIGMA_METHOD_SCEPTICAL, s);
        REQUIRE(up_to(sceptical, empirical) && up_to(e.lower, empirical));
        REQUIRE(up_to(e.limited, sceptical) && (e.kelly > 0.0) == (sceptical > 0.0));
        REQUIRE(s->count == 0 || up_to(e.tail, -worst_of(s)) || worst_of(s) >= 0.0);
    }
}

/* Some trades of any kind in a journal that is now and then damaged. */
static void journal(fuzz_input *in, const sigma_kelly_params *params)
{
    static sigma_journal journal;
    static double multiples[SIGMA_JOURNAL_SPACE];
    sigma_journal_params bands;
    sigma_trade trade;
    sigma_edge e;

    REQUIRE(sigma_journal_defaults(&bands, 1e4) == SIGMA_OK);
    REQUIRE(sigma_journal_init(&journal, &bands) == SIGMA_OK);
    for (int32_t i = fuzz_pick(in, 8); i > 0; i--) {
        fuzz_make_trade(in, journal.time, &trade);
        (void)fuzz_saw("sigma_journal_update", sigma_journal_update(&journal, &trade));
    }
    if (fuzz_rarely(in)) {
        fuzz_damage(in, SIGMA_KIND_JOURNAL, &journal);
    }
    int32_t none = fuzz_pick(in, 64), capacity = fuzz_pick(in, 12);
    sigma_status status =
        sigma_edge_read(FUZZ_UNLESS(none == 1, params), FUZZ_UNLESS(none == 2, &journal),
                        FUZZ_UNLESS(none == 3, multiples), none == 4 ? -1 : capacity, &e);
    (void)fuzz_saw_result("sigma_edge_read", status, SIGMA_KIND_EDGE, &e);
}

static void odds(fuzz_input *in, const sigma_kelly_params *params)
{
    sigma_kelly_result r;
    double p = fuzz_around(in, 0.0, 1.0), b = fuzz_around(in, 1e-6, 1e6);
    double mean = fuzz_around(in, -1e6, 1e6), variance = fuzz_around(in, 1e-18, 1e12);
    double confidence = fuzz_around(in, 0.0, 1.0);
    int32_t trades = fuzz_int32(in);

    sigma_status status = sigma_kelly_binary(p, b, &r);
    (void)fuzz_saw_result("sigma_kelly_binary", status, SIGMA_KIND_KELLY_RESULT, &r);
    double full = r.fraction;
    status =
        sigma_kelly_published(FUZZ_UNLESS(fuzz_rarely(in), params), p, b, trades, confidence, &r);
    (void)fuzz_saw_result("sigma_kelly_published", status, SIGMA_KIND_KELLY_RESULT, &r);
    if (status == SIGMA_OK && trades >= params->exploration_trades) {
        REQUIRE(r.fraction <= full * params->published_fraction);
    }
    status = sigma_kelly_continuous(mean, variance, &r);
    (void)fuzz_saw_result("sigma_kelly_continuous", status, SIGMA_KIND_KELLY_RESULT, &r);
}

static void many_odds(fuzz_input *in)
{
    double rate[FUZZ_COLUMN] = {0}, payoff[FUZZ_COLUMN] = {0}, fraction[FUZZ_COLUMN];
    int32_t count = fuzz_rarely(in) ? -1 : fuzz_pick(in, FUZZ_COLUMN);
    sigma_kelly_result r;

    for (int32_t i = 0; i < count; i++) {
        bool any = fuzz_pick(in, 128) == 127;
        rate[i] = any ? fuzz_double(in) : fuzz_within(in, 0.0, 1.0);
        payoff[i] = any ? fuzz_double(in) : fuzz_within(in, 1e-6, 1e6);
    }
    memset(fraction, '#', sizeof fraction);
    sigma_status status = sigma_kelly_binary_batch(rate, payoff, count, fraction);
    (void)fuzz_saw_column("sigma_kelly_binary_batch", status, fraction, count > 0 ? count : 0);
    REQUIRE(status == SIGMA_OK || ((const char *)fraction)[0] == '#');
    for (int32_t i = 0; i < count && status == SIGMA_OK; i++) {
        REQUIRE(sigma_kelly_binary(rate[i], payoff[i], &r) == SIGMA_OK);
        REQUIRE(fuzz_is_same(&fraction[i], &r.fraction, 8));
    }
    fuzz_saw_null("sigma_kelly_binary_batch", sigma_kelly_binary_batch(rate, payoff, 1, NULL));
}

static void make_account(fuzz_input *in, sigma_kelly_sample *a)
{
    fuzz_object(in, SIGMA_KIND_KELLY_SAMPLE, a);
    if (fuzz_pick(in, 8) != 0) {
        a->balance = 8000.0 + fuzz_pick(in, 4000);
        a->equity = a->balance + fuzz_pick(in, 600) - 300.0;
        a->peak = a->balance + fuzz_pick(in, 2000);
        a->open_risk = fuzz_pick(in, 300);
        a->kelly = fuzz_pick(in, 256) / 256.0;
        a->mean = (fuzz_pick(in, 256) - 64) / 256.0;
        a->error = fuzz_pick(in, 64) / 256.0;
        a->factor = fuzz_pick(in, 128) / 100.0;
        a->trades = fuzz_pick(in, 128);
        a->factor = a->factor <= 1.5 ? a->factor : 1.0;
    }
}

/* (9) of the header, in money. */
static void above_the_floor(const sigma_kelly_params *p, const sigma_kelly_sample *a,
                            const sigma_kelly_floor_result *r)
{
    if (r->risk > 0.0) {
        double after = a->balance - p->gap_loss * (a->open_risk + r->risk);
        REQUIRE(after >= p->floor * a->peak - 1e-12 * (a->balance + p->gap_loss * a->open_risk));
        REQUIRE(r->risk <= p->risk_max * a->equity * (1.0 + 1e-12));
        REQUIRE(a->trades >= p->exploration_trades
                    ? a->mean > 0.0 && a->kelly > 0.0
                    : up_to(r->fraction, r->kelly_risk) || up_to(r->fraction, p->exploration_risk));
    }
}

static void least_balance(const sigma_kelly_params *p, const sigma_kelly_sample *a, double risk,
                          double balance)
{
    sigma_kelly_sample b = *a;
    sigma_kelly_floor_result r;

    b.balance = b.equity = balance;
    if (balance > 0.0 && balance <= 1e15) {
        REQUIRE(sigma_kelly_floor(p, &b, &r) == SIGMA_OK);
        REQUIRE(r.risk >= risk);
    }
}

static void account(fuzz_input *in, const sigma_kelly_params *params)
{
    sigma_kelly_sample a;
    sigma_kelly_floor_result r;
    double balance,
        risk = fuzz_pick(in, 2) ? fuzz_pick(in, 4096) / 16.0 : fuzz_around(in, 1e-9, 1e12);

    make_account(in, &a);
    int32_t none = fuzz_pick(in, 512);
    sigma_status status =
        sigma_kelly_floor(FUZZ_UNLESS(none == 1, params), FUZZ_UNLESS(none == 2, &a), &r);
    (void)fuzz_saw_result("sigma_kelly_floor", status, SIGMA_KIND_KELLY_FLOOR_RESULT, &r);
    if (status == SIGMA_OK) {
        above_the_floor(params, &a, &r);
    }
    status = sigma_kelly_balance(FUZZ_UNLESS(none == 3, params), FUZZ_UNLESS(none == 4, &a), risk,
                                 &balance);
    (void)fuzz_saw_number("sigma_kelly_balance", status, &balance);
    if (status == SIGMA_OK) {
        least_balance(params, &a, risk, balance);
    }
}

/* A few bets of some factor and each its own risk. */
static void several(fuzz_input *in)
{
    double mean[4], cap[4], s[16], f[4] = {0}, g[4] = {0}, load[4], sum = 0.0, all = 0.0;
    int32_t count = fuzz_pick(in, 5), none = fuzz_pick(in, 64);

    for (int32_t i = 0; i < 4; i++) {
        mean[i] = fuzz_rarely(in) ? fuzz_around(in, -1e6, 1e6) : fuzz_within(in, -0.1, 0.2);
        cap[i] = fuzz_rarely(in) ? fuzz_around(in, 0.0, 1e6) : fuzz_within(in, 0.0, 2.0);
        load[i] = fuzz_within(in, -0.3, 0.3);
    }
    for (int32_t i = 0; i < 16 && count > 0; i++) {
        s[i] = load[i / count % 4] * load[i % count] + (i / count == i % count ? 0.01 : 0.0);
    }
    double most = fuzz_rarely(in) ? fuzz_around(in, 1e-6, 1e6) : 1.0;
    sigma_status status =
        sigma_kelly_several(FUZZ_UNLESS(none == 1, mean), FUZZ_UNLESS(none == 2, s),
                            FUZZ_UNLESS(none == 3, cap), count, most, FUZZ_UNLESS(none == 4, f));
    (void)fuzz_saw_column("sigma_kelly_several", status, f, 4);
    for (int32_t i = 0; i < 4; i++) {
        REQUIRE(f[i] >= 0.0 && (f[i] <= cap[i] || f[i] == 0.0));
        sum += f[i];
    }
    REQUIRE(status != SIGMA_OK || sum <= most * (1.0 + 1e-9));
    status =
        sigma_kelly_either(FUZZ_UNLESS(none == 1, mean), FUZZ_UNLESS(none == 2, s),
                           FUZZ_UNLESS(none == 3, cap), count, most, FUZZ_UNLESS(none == 4, g));
    (void)fuzz_saw_column("sigma_kelly_either", status, g, 4);
    for (int32_t i = 0; i < 4; i++) {
        double size = g[i] < 0.0 ? -g[i] : g[i];
        REQUIRE(size <= cap[i] || size == 0.0);
        all += size;
    }
    REQUIRE(status != SIGMA_OK || all <= most * (1.0 + 1e-9));
}

static void chances(fuzz_input *in)
{
    sigma_kelly_chances c;
    sigma_kelly_fall r;
    double share = fuzz_around(in, 0.001, 2.0), level = fuzz_around(in, 1e-6, 1.0), rate;
    double mean = fuzz_pick(in, 2) ? fuzz_within(in, -0.01, 0.01) : fuzz_around(in, -1.0, 1.0);
    double deviation = fuzz_around(in, 1e-6, 10.0), depth = fuzz_around(in, 0.001, 0.999);
    double trades = fuzz_around(in, 1.0, 1e9), chance = fuzz_around(in, 1e-6, 0.5);
    int32_t n = fuzz_rarely(in) ? fuzz_int32(in) : fuzz_pick(in, 400);
    int32_t wins =
        fuzz_rarely(in) ? fuzz_int32(in) : fuzz_pick(in, n > 0 && n < INT32_MAX ? n + 1 : 1);

    sigma_status status = sigma_kelly_outlook(share, level, &c);
    (void)fuzz_saw_result("sigma_kelly_outlook", status, SIGMA_KIND_KELLY_CHANCES, &c);
    status = sigma_kelly_drawdown(mean, deviation, depth, trades, &r);
    (void)fuzz_saw_result("sigma_kelly_drawdown", status, SIGMA_KIND_KELLY_FALL, &r);
    REQUIRE(status != SIGMA_OK || r.start <= r.ever * (1.0 + 1e-9) + 1e-300);
    status = sigma_kelly_win_rate(wins, n, chance, &rate);
    (void)fuzz_saw_number("sigma_kelly_win_rate", status, &rate);
    REQUIRE(rate >= 0.0 && rate < 1.0);
}

static void without_output(const sigma_kelly_params *params)
{
    double one = 1.0;
    fuzz_saw_null("sigma_kelly_defaults", sigma_kelly_defaults(NULL));
    fuzz_saw_null("sigma_kelly_preset", sigma_kelly_preset(1, NULL));
    fuzz_saw_null("sigma_kelly_binary", sigma_kelly_binary(0.5, 1.0, NULL));
    fuzz_saw_null("sigma_kelly_continuous", sigma_kelly_continuous(0.5, 1.0, NULL));
    fuzz_saw_null("sigma_kelly_evaluate", sigma_kelly_evaluate(params, 1, &one, 1, NULL));
    fuzz_saw_null("sigma_kelly_weighted", sigma_kelly_weighted(params, 1, &one, &one, 1, NULL));
    fuzz_saw_null("sigma_kelly_published", sigma_kelly_published(params, 0.5, 1.0, 1, 0.0, NULL));
    fuzz_saw_null("sigma_kelly_floor", sigma_kelly_floor(params, NULL, NULL));
    fuzz_saw_null("sigma_kelly_balance", sigma_kelly_balance(params, NULL, 1.0, NULL));
    fuzz_saw_null("sigma_kelly_outlook", sigma_kelly_outlook(1.0, 0.5, NULL));
    fuzz_saw_null("sigma_kelly_drawdown", sigma_kelly_drawdown(0.0, 0.1, 0.2, 9.0, NULL));
    fuzz_saw_null("sigma_kelly_win_rate", sigma_kelly_win_rate(1, 2, 0.1, NULL));
    fuzz_saw_null("sigma_edge_evaluate", sigma_edge_evaluate(params, &one, 1, NULL));
    fuzz_saw_null("sigma_edge_read", sigma_edge_read(params, NULL, &one, 1, NULL));
}

void fuzz_kelly(fuzz_input *in)
{
    sigma_kelly_params params;
    sample s;

    make_params(in, &params);
    without_output(&params);
    journal(in, &params);
    while (fuzz_more(in)) {
        make_params(in, &params);
        make_sample(in, &s);
        weighted(in, &params, &s);
        edge(in, &params, &s);
        odds(in, &params);
        many_odds(in);
        several(in);
        chances(in);
        account(in, &params);
    }
}
