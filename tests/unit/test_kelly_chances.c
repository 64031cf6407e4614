/* SPDX-License-Identifier: MIT */
/* Chances under Kelly, what wins prove, and several bets at once: published tables, closed forms,
 * and what must always hold. */
#include "test.h"

static sigma_kelly_chances outlook(double share, double level)
{
    sigma_kelly_chances r;
    assert_int_equal(sigma_kelly_outlook(share, level, &r), SIGMA_OK);
    return r;
}

/* MacLean, Thorp and Ziemba (2010): doubling before halving 0.89, 0.78, 0.67, 0.56, 0.50, relative
 * growth 0.75, 0.91, 1, 0.75, 0. */
static void the_published_table_of_shares(void **unused)
{
    static const double table[][3] = {
        {0.5, 0.89, 0.75}, {0.7, 0.78, 0.91}, {1.0, 0.67, 1.0}, {1.5, 0.56, 0.75}, {2.0, 0.5, 0.0}};
    static const double exact[][3] = {{0.25, 0.0078125, 0.9922480620155039},
                                      {0.3, 0.01968626640460739, 0.9806938005804269},
                                      {0.7, 0.27602237841845306, 0.7836853153307821},
                                      {1.5, 0.7937005259840998, 0.5575066659755579}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(table); i++) {
        sigma_kelly_chances r = outlook(table[i][0], 0.5);
        assert_close(r.doubled, table[i][1], 0.005);
        assert_close(r.growth, table[i][2], 0.005);
    }
    for (int32_t i = 0; i < COUNT_OF(exact); i++) {
        assert_near(outlook(exact[i][0], 0.5).ever, exact[i][1], 1e-14);
        assert_near(outlook(exact[i][0], 0.5).doubled, exact[i][2], 1e-14);
    }
    assert_bits(outlook(2.0, 0.3).ever, 1.0);
    assert_bits(outlook(0.3, 1.0).ever, 1.0);
}

/* Mean, deviation, depth, trades; then (14), (15), and (16) as collected: the closed forms worked
 * anew, of which (15) also agrees with a simulation (0.483 of 0.489); the last from a solution of
 * the diffusion's equation on a grid, which is good to 3e-7. */
static const double falls[][8] = {
    {0.0021875, 0.025, 0.1, 250.0, 0.4782969000000001, 0.4646256657100777, 23.067949171128504,
     0.9999964345884244},
    {0.0021875, 0.025, 0.1, 1000.0, 0.4782969000000001, 0.47814141553021894, 23.067949171128504,
     0.9999999999999991},
    {0.0021875, 0.025, 0.2, 250.0, 0.20971520000000007, 0.19213727435981687, 144.089255368606,
     0.8382032573413818},
    {0.0021875, 0.025, 0.2, 1000.0, 0.20971520000000007, 0.20950281635316712, 144.089255368606,
     0.9995253363796586},
    {0.0021875, 0.025, 0.3, 250.0, 0.08235429999999996, 0.06752884689372833, 564.6323057272815,
     0.3296939168711229},
    {0.0021875, 0.025, 0.3, 1000.0, 0.08235429999999996, 0.08215247906328838, 564.6323057272815,
     0.839314171532875},
    {0.0021875, 0.025, 0.5, 250.0, 0.0078125, 0.0036320410252288667, 7977.010268478709,
     0.014397579305526764},
    {0.0021875, 0.025, 0.5, 1000.0, 0.0078125, 0.0077174340980604526, 7977.010268478709,
     0.10374742516372726},
    {0.0037500000000000007, 0.05, 0.1, 250.0, 0.7290000000000001, 0.715935465947025,
     4.947605823055484, 0.9999999999999998},
    {0.0037500000000000007, 0.05, 0.1, 1000.0, 0.7290000000000001, 0.7286636229703304,
     4.947605823055484, 1.0000000000000013},
    {0.0037500000000000007, 0.05, 0.2, 250.0, 0.5120000000000001, 0.4892875678264843,
     25.217275205099607, 0.9999899159556681},
    {0.0037500000000000007, 0.05, 0.2, 1000.0, 0.5120000000000001, 0.5114067426413851,
     25.217275205099607, 1.0000000000000004},
    {0.0037500000000000007, 0.05, 0.3, 250.0, 0.3429999999999999, 0.3144901493699469,
     75.149072286892, 0.9746257854195515},
    {0.0037500000000000007, 0.05, 0.3, 1000.0, 0.3429999999999999, 0.34223366197941824,
     75.149072286892, 0.9999997387896813},
    {0.0037500000000000007, 0.05, 0.5, 250.0, 0.125, 0.09724562493971899, 437.38297407290315,
     0.41157137447118075},
    {0.0037500000000000007, 0.05, 0.5, 1000.0, 0.125, 0.1241515866123712, 437.38297407290315,
     0.9097615142066685},
    {0.005000000000000001, 0.1, 0.1, 250.0, 0.9, 0.8845677965752157, 1.1501190906569754,
     0.9999999999999998},
    {0.005000000000000001, 0.1, 0.1, 1000.0, 0.9, 0.8984647559848179, 1.1501190906569754,
     0.9999999999999973},
    {0.005000000000000001, 0.1, 0.2, 250.0, 0.8, 0.7693250274750529, 5.3712897371580555,
     0.9999999999999996},
    {0.005000000000000001, 0.1, 0.2, 1000.0, 0.8, 0.796938810335565, 5.3712897371580555,
     0.9999999999999987},
    {0.005000000000000001, 0.1, 0.3, 250.0, 0.7, 0.654550287129632, 14.379296926539226,
     0.9999999989894618},
    {0.005000000000000001, 0.1, 0.3, 1000.0, 0.7, 0.6954359822463574, 14.379296926539226,
     0.9999999999999987},
    {0.005000000000000001, 0.1, 0.5, 250.0, 0.5, 0.42836954449543935, 61.37056388801092,
     0.99008537838303},
    {0.005000000000000001, 0.1, 0.5, 1000.0, 0.5, 0.4926004807396641, 61.37056388801092,
     0.999999994398662},
};

static void chances_of_a_fall(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(falls); i++) {
        const double *x = falls[i];
        sigma_kelly_fall r;
        assert_int_equal(sigma_kelly_drawdown(x[0], x[1], x[2], x[3], &r), SIGMA_OK);
        assert_near(r.ever, x[4], 1e-12);
        assert_near(r.start, x[5], 1e-11);
        assert_near(r.trades, x[6], 1e-11);
        assert_close(r.peak, x[7], 3e-7);
    }
}

/* Mean, deviation, depth, trades, chance: from its Laplace transform. */
static const double peaks[][5] = {
#include "vectors/kelly_peak.inc"
};

static void chances_below_the_peak(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(peaks); i++) {
        const double *x = peaks[i];
        sigma_kelly_fall r;
        assert_int_equal(sigma_kelly_drawdown(x[0], x[1], x[2], x[3], &r), SIGMA_OK);
        assert_close(r.peak, x[4], 1e-13);
        assert_near(r.peak, x[4], x[4] > 1e-3 ? 1e-11 : 1.0);
    }
}

/* So steep that a fall is a rare accident: after T trades 1 - exp(-T / the mean time). So soon that
 * only a straight fall does it. */
static void the_ends_of_the_chance_below_the_peak(void **unused)
{
    sigma_kelly_fall r;
    (void)unused;
    for (double trades = 1e3; trades <= 1e9; trades *= 10.0) { /* a pull of 22.3 */
        assert_int_equal(sigma_kelly_drawdown(0.01, 0.01, 0.2, trades, &r), SIGMA_OK);
        assert_true(r.peak <= trades / r.trades * (1.0 + 1e-12));
        if (trades >= 1e6) {
            assert_near(r.peak, -expm1(-trades / r.trades), 1e-3);
        }
    }
    assert_int_equal(sigma_kelly_drawdown(0.0, 0.001, 0.5, 100.0, &r), SIGMA_OK);
    assert_bits(r.peak, 0.0);
    assert_int_equal(sigma_kelly_drawdown(-1.0, 1e-6, 0.5, 1.0, &r), SIGMA_OK);
    assert_bits(r.peak, 1.0);
    assert_int_equal(sigma_kelly_drawdown(1.0, 1e-6, 0.5, 1e9, &r), SIGMA_OK);
    assert_bits(r.peak, 0.0);
}

/* Without drift (16) is d^2 / s^2 and (15) by the reflection principle 2 Phi(-d / (s sqrt T)). */
static void a_fall_without_drift(void **unused)
{
    sigma_kelly_fall r, near;
    (void)unused;
    assert_int_equal(sigma_kelly_drawdown(0.0, 0.02, 0.2, 400.0, &r), SIGMA_OK);
    double depth = -log(0.8);
    assert_near(r.trades, depth * depth / 0.0004, 1e-14);
    assert_near(r.start, erfc(depth / 0.4 / sqrt(2.0)), 1e-13);
    assert_bits(r.ever, 1.0);
    for (int32_t i = -1; i <= 1; i += 2) { /* a hair of drift changes a hair */
        assert_int_equal(sigma_kelly_drawdown(i * 1e-12, 0.02, 0.2, 400.0, &near), SIGMA_OK);
        assert_near(near.trades, r.trades, 1e-6);
        assert_near(near.start, r.start, 1e-6);
    }
}

/* Deeper is rarer and takes longer, more trades are more likely to see it, drift carries away; but
 * for the rounding of exponents in the thousands. */
static void falls_are_in_order(void **unused)
{
    uint64_t seed = 21;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        double m = test_between(&seed, -0.01, 0.01), s = test_decades(&seed, 1e-3, 0.3);
        double depth = test_between(&seed, 0.01, 0.8), trades = test_decades(&seed, 1.0, 1e5);
        sigma_kelly_fall r, deeper, longer, better;
        assert_int_equal(sigma_kelly_drawdown(m, s, depth, trades, &r), SIGMA_OK);
        assert_int_equal(sigma_kelly_drawdown(m, s, depth * 1.1, trades, &deeper), SIGMA_OK);
        assert_int_equal(sigma_kelly_drawdown(m, s, depth, trades * 1.3, &longer), SIGMA_OK);
        assert_int_equal(sigma_kelly_drawdown(m + 0.001, s, depth, trades, &better), SIGMA_OK);
        assert_true(r.start <= r.ever * (1.0 + 1e-11) + 1e-300);
        assert_true(deeper.start <= r.start + 1e-11 && deeper.trades >= r.trades);
        assert_true(longer.start >= r.start - 1e-11 && longer.peak >= r.peak - 1e-13);
        assert_true(deeper.peak <= r.peak + 1e-13 && better.peak <= r.peak + 1e-13);
        assert_true(r.start <= r.peak + 1e-11);
        assert_true(better.start <= r.start + 1e-11 && better.trades >= r.trades * (1 - 1e-12));
    }
}

static double bound(int32_t wins, int32_t trades, double chance)
{
    double rate;
    assert_int_equal(sigma_kelly_win_rate(wins, trades, chance, &rate), SIGMA_OK);
    return rate;
}

/* The collected quantiles (scipy), and what Kelly makes of them. */
static void what_wins_prove(void **unused)
{
    static const double known[][6] = {
        {18, 30, 1.0, 0.1, 0.4831542228315443, 0},
        {18, 30, 1.0, 0.25, 0.5382710598317335, 0.07654211966346702},
        {55, 100, 1.0, 0.1, 0.4859514086819515, 0},
        {55, 100, 1.0, 0.25, 0.5162479131929527, 0.032495826385905424},
        {50, 100, 1.5, 0.1, 0.4363428725521611, 0.060571454253601775},
        {50, 100, 1.5, 0.25, 0.46639778223994455, 0.11066297039990758},
        {165, 300, 1.0, 0.1, 0.5130332514028348, 0.02606650280566969},
        {165, 300, 1.0, 0.25, 0.5305440420487884, 0.06108808409757671}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(known); i++) {
        const double *x = known[i];
        sigma_kelly_result k;
        double rate = bound((int32_t)x[0], (int32_t)x[1], x[3]);
        assert_near(rate, x[4], 1e-12);
        assert_int_equal(sigma_kelly_binary(rate, x[2], &k), SIGMA_OK);
        assert_close(k.fraction, x[5], 1e-12);
    }
    /* Beta(1/2, 1/2) is the arc sine's law; one half is the middle of what is even. */
    for (int32_t i = 1; i <= 50; i++) {
        double half = 1.5707963267948966 * i / 100.0;
        assert_near(bound(0, 0, i / 100.0), sin(half) * sin(half), 1e-12);
        assert_near(bound(i * 1000, i * 2000, 0.5), 0.5, 1e-11);
    }
}

/* More wins prove more, more trades at the same rate too, and less doubt gives less. */
static void bounds_are_in_order(void **unused)
{
    (void)unused;
    for (int32_t trades = 1; trades <= 200; trades += 7) {
        for (int32_t wins = 0; wins <= trades; wins += 3) {
            double rate = bound(wins, trades, 0.1);
            assert_true(rate >= 0.0 && rate < (wins + 0.5) / (trades + 1.0));
            assert_true(wins == trades || bound(wins + 1, trades, 0.1) > rate);
            assert_true(bound(wins, trades, 0.05) < rate);
        }
    }
}

/* Four assets, capped at 1 each and 2 together: a quadratic program's answer (SLSQP and projected
 * gradient agree). Without limits it is the inverse covariance times the means. */
static void several_bets_at_once(void **unused)
{
    static const double mean[] = {0.08, 0.05, 0.03, 0.06}, vol[] = {0.2, 0.15, 0.1, 0.25};
    static const double correlation[4][4] = {
        {1.0, 0.6, 0.2, 0.5}, {0.6, 1.0, 0.1, 0.4}, {0.2, 0.1, 1.0, 0.0}, {0.5, 0.4, 0.0, 1.0}};
    static const double capped[] = {1.0, 0.38118499842421005, 0.4803025527891541,
                                    0.13851244878663604};
    static const double loose[] = {1.1667041282685247, 0.9531230488749041, 2.3903498913613537,
                                   0.2645688169626131};
    double s[16], cap[] = {1.0, 1.0, 1.0, 1.0}, most[] = {1e6, 1e6, 1e6, 1e6}, f[4];
    (void)unused;
    for (int32_t i = 0; i < 16; i++) {
        s[i] = correlation[i / 4][i % 4] * (vol[i / 4] * vol[i % 4]);
    }
    assert_int_equal(sigma_kelly_several(mean, s, cap, 4, 2.0, f), SIGMA_OK);
    for (int32_t i = 0; i < 4; i++) {
        assert_close(f[i], capped[i], 1e-11);
    }
    assert_int_equal(sigma_kelly_several(mean, s, most, 4, 1e6, f), SIGMA_OK);
    for (int32_t i = 0; i < 4; i++) {
        assert_close(f[i], loose[i], 1e-10);
    }
    assert_int_equal(sigma_kelly_several(mean, s, most, 1, 1e6, f), SIGMA_OK);
    assert_near(f[0], 0.08 / s[0], 1e-14); /* alone it is (2) */
}

/* The answer keeps to the caps and the sum, and no small move of one or from one to another is any
 * better: the conditions that make it the best there is. */
static void no_other_fractions_are_better(void **unused)
{
    uint64_t seed = 22;
    (void)unused;
    for (int32_t n = 0; n < 300; n++) {
        int32_t count = test_whole(&seed, 1, 8);
        double load[8][3], mean[8], cap[8], f[8], s[64], slope[8], sum = 0.0;
        double most = test_between(&seed, 0.2, 4.0);
        for (int32_t i = 0; i < count; i++) {
            mean[i] = test_between(&seed, -0.05, 0.15);
            cap[i] = test_between(&seed, 0.0, 1.5);
            for (int32_t k = 0; k < 3; k++) {
                load[i][k] = test_between(&seed, -0.2, 0.3);
            }
        }
        for (int32_t i = 0; i < count * count; i++) {
            const double *a = load[i / count], *b = load[i % count];
            s[i] = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + (i / count == i % count ? 0.02 : 0.0);
        }
        assert_int_equal(sigma_kelly_several(mean, s, cap, count, most, f), SIGMA_OK);
        double least_held = INFINITE, best_free = 0.0;
        for (int32_t i = 0; i < count; i++) {
            slope[i] = mean[i];
            for (int32_t j = 0; j < count; j++) {
                slope[i] -= s[i * count + j] * f[j];
            }
            sum += f[i];
            assert_true(f[i] >= 0.0 && f[i] <= cap[i]);
            least_held = f[i] > 0.0 ? fmin(least_held, slope[i]) : least_held;
            best_free = f[i] < cap[i] ? fmax(best_free, slope[i]) : best_free;
        }
        assert_true(sum <= most * (1.0 + 1e-12));
        assert_true(least_held >= -1e-9); /* nothing held that costs */
        assert_true(sum > most * (1.0 - 1e-9) ? least_held >= best_free - 1e-9 : best_free <= 1e-9);
    }
}

/* A long of 8 % and a short of 5 %, which hedges it: without a limit the solution of two equations,
 * with one both at the same slope. */
static void a_short_hedges_a_long(void **unused)
{
    double mean[] = {0.08, -0.05}, s[] = {0.04, 0.018, 0.018, 0.0225}, cap[] = {1e6, 1e6}, f[2];
    double determinant = s[0] * s[3] - s[1] * s[2];
    (void)unused;
    assert_int_equal(sigma_kelly_either(mean, s, cap, 2, 1e6, f), SIGMA_OK);
    assert_near(f[0], (mean[0] * s[3] - mean[1] * s[1]) / determinant, 1e-11);
    assert_near(f[1], (mean[1] * s[0] - mean[0] * s[2]) / determinant, 1e-11);
    assert_true(f[0] > 0.08 / 0.04 && f[1] < -0.05 / 0.0225); /* more of both than alone */
    /* f = (x, x - 4) of slopes p and -p: 0.08 - 0.04 x - 0.018 (x - 4) = 0.05 + 0.018 x
       + 0.0225 (x - 4), or 0.192 = 0.0985 x */
    assert_int_equal(sigma_kelly_either(mean, s, cap, 2, 4.0, f), SIGMA_OK);
    assert_near(f[0], 0.192 / 0.0985, 1e-11);
    assert_near(f[1], 0.192 / 0.0985 - 4.0, 1e-11);
    cap[0] = 1.5; /* then the short is at its best beside it, up to the limit */
    assert_int_equal(sigma_kelly_either(mean, s, cap, 2, 1e6, f), SIGMA_OK);
    assert_bits(f[0], 1.5);
    assert_near(f[1], (-0.05 - 0.018 * 1.5) / 0.0225, 1e-13);
}

/* Whichever way a bet is written down; and where nothing is worth selling it is the same as
 * without. Slopes are those of the best: held ones equal, others within. */
static void either_way_is_the_same_bet(void **unused)
{
    uint64_t seed = 23;
    (void)unused;
    for (int32_t n = 0; n < 300; n++) {
        double mean[4], cap[4], s[16], f[4], g[4], load[4], most = test_between(&seed, 0.2, 4.0);
        double sum = 0.0, least_held = INFINITE, best_free = 0.0;
        int32_t turned = test_whole(&seed, 0, 3);
        for (int32_t i = 0; i < 4; i++) {
            mean[i] = test_between(&seed, -0.15, 0.15);
            cap[i] = test_between(&seed, 0.0, 1.5);
            load[i] = test_between(&seed, -0.3, 0.3);
        }
        for (int32_t i = 0; i < 16; i++) {
            s[i] = load[i / 4] * load[i % 4] + (i / 4 == i % 4 ? 0.02 : 0.0);
        }
        assert_int_equal(sigma_kelly_either(mean, s, cap, 4, most, f), SIGMA_OK);
        for (int32_t i = 0; i < 4; i++) {
            double slope = mean[i], sign = f[i] < 0.0 ? -1.0 : 1.0;
            for (int32_t j = 0; j < 4; j++) {
                slope -= s[4 * i + j] * f[j];
            }
            sum += fabs(f[i]);
            assert_true(fabs(f[i]) <= cap[i]);
            least_held = f[i] != 0.0 ? fmin(least_held, sign * slope) : least_held;
            best_free = fabs(f[i]) < cap[i] ? fmax(best_free, fabs(slope)) : best_free;
        }
        assert_true(sum <= most * (1.0 + 1e-12));
        assert_true(sum > most * (1.0 - 1e-9) ? least_held >= best_free - 1e-9 : best_free <= 1e-9);
        mean[turned] = -mean[turned];
        for (int32_t j = 0; j < 4; j++) {
            s[4 * turned + j] = -s[4 * turned + j];
            s[4 * j + turned] = -s[4 * j + turned];
        }
        assert_int_equal(sigma_kelly_either(mean, s, cap, 4, most, g), SIGMA_OK);
        for (int32_t i = 0; i < 4; i++) {
            assert_bits(fabs(g[i]), fabs(f[i]));
            assert_true(f[i] == 0.0 || (g[i] == -f[i]) == (i == turned));
        }
    }
    double mean[] = {0.1, 0.05}, s[] = {0.04, 0.01, 0.01, 0.04}, cap[] = {1.0, 1.0}, f[2], g[2];
    assert_int_equal(sigma_kelly_either(mean, s, cap, 2, 1.2, f), SIGMA_OK);
    assert_int_equal(sigma_kelly_several(mean, s, cap, 2, 1.2, g), SIGMA_OK);
    assert_same(f, g);
}

static void what_is_out_of_range_is_refused(void **unused)
{
    static const double bad[] = {NOT_A_NUMBER, INFINITE, -INFINITE, -1.5, 1e10};
    double mean[] = {0.1, 0.1}, s[] = {0.04, 0.01, 0.01, 0.04}, cap[] = {1.0, 1.0}, f[] = {7, 7};
    sigma_kelly_chances c;
    sigma_kelly_fall r;
    double rate;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        memset(&c, 7, sizeof c);
        assert_int_equal(sigma_kelly_outlook(bad[i], 0.5, &c), SIGMA_E_RANGE);
        assert_zero(c);
        assert_int_equal(sigma_kelly_outlook(0.5, bad[i], &c), SIGMA_E_RANGE);
        memset(&r, 7, sizeof r);
        assert_int_equal(sigma_kelly_drawdown(bad[i], 0.02, 0.2, 100.0, &r), SIGMA_E_RANGE);
        assert_zero(r);
        assert_int_equal(sigma_kelly_drawdown(0.0, bad[i], 0.2, 100.0, &r), SIGMA_E_RANGE);
        assert_int_equal(sigma_kelly_drawdown(0.0, 0.02, bad[i], 100.0, &r), SIGMA_E_RANGE);
        assert_int_equal(sigma_kelly_drawdown(0.0, 0.02, 0.2, bad[i], &r), SIGMA_E_RANGE);
        assert_int_equal(sigma_kelly_win_rate(1, 2, bad[i], &rate), SIGMA_E_RANGE);
        assert_int_equal(sigma_kelly_several(mean, s, cap, 2, bad[i], f), SIGMA_E_RANGE);
        assert_int_equal(sigma_kelly_either(mean, s, cap, 2, bad[i], f), SIGMA_E_RANGE);
    }
    assert_int_equal(sigma_kelly_win_rate(-1, 2, 0.1, &rate), SIGMA_E_RANGE);
    assert_int_equal(sigma_kelly_win_rate(3, 2, 0.1, &rate), SIGMA_E_RANGE);
    assert_int_equal(sigma_kelly_win_rate(1, 1000001, 0.1, &rate), SIGMA_E_RANGE);
    assert_bits(rate, 0.0);
    assert_int_equal(sigma_kelly_several(mean, s, cap, 0, 1.0, f), SIGMA_E_RANGE);
    assert_int_equal(sigma_kelly_several(mean, s, cap, 65, 1.0, f), SIGMA_E_RANGE);
    s[1] = 0.02; /* not symmetric, then beyond any correlation, then without a variance */
    assert_int_equal(sigma_kelly_several(mean, s, cap, 2, 1.0, f), SIGMA_E_RANGE);
    s[1] = s[2] = 0.05;
    assert_int_equal(sigma_kelly_several(mean, s, cap, 2, 1.0, f), SIGMA_E_RANGE);
    s[1] = s[2] = 0.0;
    s[3] = 0.0;
    assert_int_equal(sigma_kelly_several(mean, s, cap, 2, 1.0, f), SIGMA_E_RANGE);
    s[3] = 0.04;
    mean[1] = NOT_A_NUMBER;
    assert_int_equal(sigma_kelly_several(mean, s, cap, 2, 1.0, f), SIGMA_E_RANGE);
    mean[1] = 0.1;
    cap[0] = -1.0;
    assert_int_equal(sigma_kelly_several(mean, s, cap, 2, 1.0, f), SIGMA_E_RANGE);
    cap[0] = 1.0;
    assert_true(f[0] == 7.0 && f[1] == 7.0);
    double room[8] = {7, 7, 0.04, 0.01, 0.01, 0.04, 7, 7}; /* before the covariance, behind it */
    assert_int_equal(sigma_kelly_several(mean, room + 2, cap, 2, 1.0, room), SIGMA_OK);
    assert_int_equal(sigma_kelly_several(mean, room + 2, cap, 2, 1.0, room + 6), SIGMA_OK);
    assert_true(room[0] == room[6] && room[1] == room[7]);
    double row[3] = {0.5, 0.5, 0.5};
    assert_int_equal(sigma_kelly_several(row + 1, s, cap, 2, 1.0, row), SIGMA_E_RANGE);
    assert_int_equal(sigma_kelly_several(mean, s, row + 1, 2, 1.0, row), SIGMA_E_RANGE);
    double *const overlaps[] = {mean, mean + 1, cap, cap + 1, s, s + 2};
    for (int32_t i = 0; i < COUNT_OF(overlaps); i++) {
        assert_int_equal(sigma_kelly_several(mean, s, cap, 2, 1.0, overlaps[i]), SIGMA_E_RANGE);
    }
}

static void null_is_refused(void **unused)
{
    double x[4] = {1.0, 1.0, 1.0, 1.0}, f[4];
    (void)unused;
    assert_int_equal(sigma_kelly_outlook(1.0, 0.5, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_drawdown(0.0, 0.1, 0.2, 10.0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_win_rate(1, 2, 0.1, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_either(NULL, x, x, 1, 1.0, f), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_either(x, NULL, x, 1, 1.0, f), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_either(x, x, NULL, 1, 1.0, f), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_either(x, x, x, 1, 1.0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_several(NULL, x, x, 1, 1.0, f), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_several(x, NULL, x, 1, 1.0, f), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_several(x, x, NULL, 1, 1.0, f), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_several(x, x, x, 1, 1.0, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_published_table_of_shares),
        cmocka_unit_test(chances_of_a_fall),
        cmocka_unit_test(chances_below_the_peak),
        cmocka_unit_test(the_ends_of_the_chance_below_the_peak),
        cmocka_unit_test(a_fall_without_drift),
        cmocka_unit_test(falls_are_in_order),
        cmocka_unit_test(what_wins_prove),
        cmocka_unit_test(bounds_are_in_order),
        cmocka_unit_test(several_bets_at_once),
        cmocka_unit_test(no_other_fractions_are_better),
        cmocka_unit_test(a_short_hedges_a_long),
        cmocka_unit_test(either_way_is_the_same_bet),
        cmocka_unit_test(what_is_out_of_range_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
