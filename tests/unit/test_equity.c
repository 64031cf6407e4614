/* SPDX-License-Identifier: MIT */
#include "test.h"

#include "vectors/equity.inc"

static sigma_equity_params params_of(double risk, double ruin, int32_t trades)
{
    return (sigma_equity_params){
        .risk = risk, .ruin = ruin, .seed = 17, .trades = trades, .run = 1};
}

static int64_t up_to(const int64_t *counts, int32_t cells)
{
    int64_t sum = 0;
    for (int32_t i = 0; i < cells; i++) {
        sum += counts[i];
    }
    return sum;
}

static void assert_share(int64_t count, int64_t paths, double want)
{
    double error = sqrt(want * (1.0 - want) / (double)paths);
    assert_close((double)count / (double)paths, want, 4.0 * error + 1e-12);
}

/* Every order of few trades, counted in exact fractions, against 32,768 drawn ones. */
static void draws_meet_all_orders(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_equity_params params = params_of(cases[i].risk, cases[i].ruin, cases[i].trades);
        sigma_equity_tally tally;
        sigma_equity_result r;
        assert_int_equal(sigma_equity_run(&params, cases[i].multiple, cases[i].count, 32, &tally),
                         SIGMA_OK);
        assert_int_equal(sigma_equity_read(&tally, &r), SIGMA_OK);
        assert_close(r.ruin, cases[i].ruined, 4.0 * r.ruin_error + 1e-12);
        assert_close(r.loss, cases[i].lost, 4.0 * r.loss_error + 1e-12);
        assert_close(r.end, cases[i].end, 4.0 * r.end_error);
        for (int32_t k = 0; k < 10; k++) {
            assert_share(up_to(tally.drawdown, 5 * k + 8), tally.paths, cases[i].within[k]);
            assert_share(up_to(tally.under, 10 * k + 10), tally.paths, cases[i].under[k]);
        }
    }
}

/* The draws of a path, by the words of sigma/random.h. */
static void a_path_by_hand(void **unused)
{
    static const double multiple[7] = {1.0, -1.0, 2.0, -0.5, 0.0, 3.0, -1.5};
    (void)unused;
    for (int64_t number = 0; number < 200; number++) {
        sigma_equity_params params = params_of(0.1, 0.6, 40);
        sigma_equity_path path;
        double equity = 1.0, peak = 1.0, drawdown = 0.0;
        int32_t run = 1 + (int32_t)(number % 3), trades = 0, since = 0, under = 0, place = 0;
        params.run = run;
        while (trades < 40 && equity > 0.6) {
            if (trades % run == 0) {
                uint32_t words[4];
                int32_t index = trades / run;
                assert_int_equal(sigma_random_words(17, number, index / 4, words), SIGMA_OK);
                place = (int32_t)floor(words[index % 4] * 0x1p-32 * 7.0);
            }
            equity *= 1.0 + 0.1 * multiple[place];
            place = (place + 1) % 7;
            trades++;
            since = equity > peak ? 0 : since + 1;
            under = since > under ? since : under;
            peak = fmax(peak, equity);
            drawdown = fmax(drawdown, 1.0 - equity / peak);
        }
        assert_int_equal(sigma_equity_follow(&params, multiple, 7, number, &path), SIGMA_OK);
        assert_bits(path.end, equity);
        assert_bits(path.drawdown, drawdown);
        assert_int_equal(path.trades, trades);
        assert_int_equal(path.under, under);
        assert_int_equal(path.ruined, equity <= 0.6);
    }
}

/* Losses that come in pairs hurt more than the same losses shuffled. */
static void runs_keep_what_clusters(void **unused)
{
    double multiple[40];
    sigma_equity_params params = params_of(0.02, 0.0, 200);
    sigma_equity_tally shuffled, clustered;
    sigma_equity_result a, b;
    (void)unused;
    for (int32_t i = 0; i < 40; i++) {
        multiple[i] = i < 20 ? 1.1 : -1.0;
    }
    assert_int_equal(sigma_equity_run(&params, multiple, 40, 2, &shuffled), SIGMA_OK);
    params.run = 20;
    assert_int_equal(sigma_equity_run(&params, multiple, 40, 2, &clustered), SIGMA_OK);
    assert_int_equal(sigma_equity_read(&shuffled, &a), SIGMA_OK);
    assert_int_equal(sigma_equity_read(&clustered, &b), SIGMA_OK);
    assert_true(b.drawdown_median > a.drawdown_median + 0.1);
}

static void blocks_add_up_to_the_run(void **unused)
{
    static const double multiple[3] = {1.0, -1.0, 0.7};
    sigma_equity_params params = params_of(0.03, 0.9, 30);
    sigma_equity_tally sum, run, backward;
    (void)unused;
    memset(&sum, 0, sizeof sum);
    memset(&backward, 0, sizeof backward);
    for (int32_t i = 0; i < 5; i++) {
        assert_int_equal(sigma_equity_block(&params, multiple, 3, i, &sum), SIGMA_OK);
        assert_int_equal(sigma_equity_block(&params, multiple, 3, 4 - i, &backward), SIGMA_OK);
    }
    assert_int_equal(sigma_equity_run(&params, multiple, 3, 5, &run), SIGMA_OK);
    assert_same(sum, run);
    assert_memory_equal(&backward.paths, &run.paths,
                        sizeof run - offsetof(sigma_equity_tally, paths));
}

static void sure_things(void **unused)
{
    static const double up = 1.0, down = -1.0;
    sigma_equity_params params = params_of(1.0, 0.0, 2000);
    sigma_equity_path path;
    sigma_equity_tally tally;
    sigma_equity_result r;
    (void)unused;
    assert_int_equal(sigma_equity_follow(&params, &up, 1, 3, &path), SIGMA_OK);
    assert_bits(path.end, 1e100); /* 2^2000 is held there */
    assert_int_equal(path.trades, 2000);
    assert_int_equal(sigma_equity_follow(&params, &down, 1, 3, &path), SIGMA_OK);
    assert_same(path, ((sigma_equity_path){
                          .end = 0.0, .drawdown = 1.0, .trades = 1, .under = 1, .ruined = 1}));
    params = params_of(0.01, 0.0, 10);
    assert_int_equal(sigma_equity_run(&params, &down, 1, 1, &tally), SIGMA_OK);
    assert_int_equal(sigma_equity_read(&tally, &r), SIGMA_OK);
    assert_bits(r.drawdown_median, 0.1); /* 1 - 0.99^10 = 0.0956 */
    assert_bits(r.under_95, 1.0);
    assert_bits(r.loss, 1.0);
    assert_int_equal(sigma_equity_run(&params, &up, 1, 1, &tally), SIGMA_OK);
    assert_int_equal(tally.drawdown[0], 1024);
    params.risk = 0.05; /* a drawdown on an edge is in the cell below */
    params.trades = 1;
    assert_int_equal(sigma_equity_run(&params, &down, 1, 1, &tally), SIGMA_OK);
    assert_int_equal(tally.drawdown[4], 1024);
}

static void what_is_out_of_range_is_refused(void **unused)
{
    static const double good = 1.0, bad = 10001.0;
    sigma_equity_params params = params_of(0.01, 0.0, 10), wrong = params;
    sigma_equity_tally tally;
    sigma_equity_path path;
    sigma_equity_result r;
    (void)unused;
    wrong.run = 0;
    memset(&tally, 0, sizeof tally);
    assert_int_equal(sigma_equity_follow(&wrong, &good, 1, 0, &path), SIGMA_E_RANGE);
    assert_zero(path);
    assert_int_equal(sigma_equity_follow(&params, &bad, 1, 0, &path), SIGMA_E_RANGE);
    assert_int_equal(sigma_equity_follow(&params, &good, 0, 0, &path), SIGMA_E_RANGE);
    assert_int_equal(sigma_equity_block(&wrong, &good, 1, 0, &tally), SIGMA_E_RANGE);
    assert_int_equal(sigma_equity_block(&params, &good, 1, -1, &tally), SIGMA_E_RANGE);
    assert_int_equal(sigma_equity_run(&wrong, &good, 1, 1, &tally), SIGMA_E_RANGE);
    assert_int_equal(sigma_equity_run(&params, &good, 1, 0, &tally), SIGMA_E_RANGE);
    assert_int_equal(sigma_equity_read(&tally, &r), SIGMA_E_RANGE);
    assert_zero(tally);
    for (int32_t which = 0; which < 6; which++) {
        memset(&tally, 0, sizeof tally);
        tally.paths = tally.drawdown[3] = tally.under[3] = which == 5 ? 1000000000000 : 10;
        tally.ruined = which == 0 ? 11 : 0;
        tally.lost = which == 1 ? 11 : 0;
        tally.drawdown[4] = which == 2;
        tally.under[4] = which == 3;
        tally.ends = which == 4 ? -1.0 : 0.0;
        assert_int_equal(sigma_equity_block(&params, &good, 1, 0, &tally), SIGMA_E_RANGE);
        assert_int_equal(sigma_equity_read(&tally, &r), which < 5 ? SIGMA_E_RANGE : SIGMA_OK);
    }
}

static void null_is_refused(void **unused)
{
    static const double one = 1.0;
    sigma_equity_params params = params_of(0.01, 0.0, 10);
    sigma_equity_tally tally;
    sigma_equity_path path;
    sigma_equity_result r;
    (void)unused;
    memset(&tally, 0, sizeof tally);
    assert_int_equal(sigma_equity_follow(NULL, &one, 1, 0, &path), SIGMA_E_NULL);
    assert_int_equal(sigma_equity_follow(&params, NULL, 1, 0, &path), SIGMA_E_NULL);
    assert_int_equal(sigma_equity_follow(&params, &one, 1, 0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_equity_block(NULL, &one, 1, 0, &tally), SIGMA_E_NULL);
    assert_int_equal(sigma_equity_block(&params, NULL, 1, 0, &tally), SIGMA_E_NULL);
    assert_int_equal(sigma_equity_block(&params, &one, 1, 0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_equity_run(NULL, &one, 1, 1, &tally), SIGMA_E_NULL);
    assert_int_equal(sigma_equity_run(&params, NULL, 1, 1, &tally), SIGMA_E_NULL);
    assert_int_equal(sigma_equity_run(&params, &one, 1, 1, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_equity_read(NULL, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_equity_read(&tally, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draws_meet_all_orders),
        cmocka_unit_test(a_path_by_hand),
        cmocka_unit_test(runs_keep_what_clusters),
        cmocka_unit_test(blocks_add_up_to_the_run),
        cmocka_unit_test(sure_things),
        cmocka_unit_test(what_is_out_of_range_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
