/* SPDX-License-Identifier: MIT */
/* Any parameters, of few bars: paths are the same twice, sums are those of blocks. */
#include "fuzz.h"

static void make_params(fuzz_input *in, sigma_simulation_params *params)
{
    fuzz_object(in, SIGMA_KIND_SIMULATION_PARAMS, params);
    params->bars = params->bars > 8 ? 1 + params->bars % 8 : params->bars;
    if (fuzz_pick(in, 2) == 0) {
        params->drift = 0.001 * (fuzz_pick(in, 9) - 4);
        params->deviation = 0.01;
        params->target = 0.01 * fuzz_pick(in, 4);
        params->stop = 0.01 * fuzz_pick(in, 4);
    }
}

static void path(fuzz_input *in, const sigma_simulation_params *params)
{
    sigma_simulation_path first, again;
    int64_t number = (int64_t)fuzz_bytes(in, 8);
    sigma_status status = sigma_simulation_follow(params, number, &first);

    (void)fuzz_saw_result("sigma_simulation_follow", status, SIGMA_KIND_SIMULATION_PATH, &first);
    REQUIRE(sigma_simulation_follow(params, number, &again) == status);
    REQUIRE(fuzz_is_same(&first, &again, sizeof first));
    REQUIRE(first.barrier != SIGMA_BARRIER_TARGET || first.end >= params->target);
    REQUIRE(first.barrier != SIGMA_BARRIER_STOP || first.end <= -params->stop);
}

static void sums(fuzz_input *in, const sigma_simulation_params *params)
{
    sigma_simulation_tally block, sum = {0}, run;
    int64_t blocks = fuzz_rarely(in) ? -1 : 1 + fuzz_pick(in, 2);
    sigma_status status = sigma_simulation_run(params, blocks, &run);

    (void)fuzz_saw_result("sigma_simulation_run", status, SIGMA_KIND_SIMULATION_TALLY, &run);
    for (int64_t i = blocks < 0 ? -1 : 0; i < blocks; i++) {
        sigma_simulation_tally before = sum;
        sigma_status of_block = sigma_simulation_block(params, i, &block);
        (void)fuzz_saw_result("sigma_simulation_block", of_block, SIGMA_KIND_SIMULATION_TALLY,
                              &block);
        REQUIRE(of_block == status);
        status = sigma_simulation_add(&sum, &block);
        (void)fuzz_saw_state("sigma_simulation_add", status, SIGMA_KIND_SIMULATION_TALLY, &before,
                             &sum);
        status = of_block;
    }
    REQUIRE(fuzz_is_same(&sum, &run, sizeof sum));
}

static void tallies(fuzz_input *in)
{
    sigma_simulation_tally a, b;
    sigma_simulation_result r;

    fuzz_object(in, SIGMA_KIND_SIMULATION_TALLY, &a);
    fuzz_object(in, SIGMA_KIND_SIMULATION_TALLY, &b);
    if (fuzz_pick(in, 2) == 0 && fuzz_in_range(SIGMA_KIND_SIMULATION_TALLY, &a)) {
        a.target %= a.paths < 1 ? 1 : a.paths;
        a.stop %= a.paths < a.target + 1 ? 1 : a.paths - a.target;
        a.above %= a.paths < 1 ? 1 : a.paths;
    }
    sigma_simulation_tally before = b;
    sigma_status status = sigma_simulation_add(&b, &a);
    (void)fuzz_saw_state("sigma_simulation_add", status, SIGMA_KIND_SIMULATION_TALLY, &before, &b);
    status = sigma_simulation_read(&a, &r);
    (void)fuzz_saw_result("sigma_simulation_read", status, SIGMA_KIND_SIMULATION_RESULT, &r);
}

void fuzz_simulation(fuzz_input *in)
{
    sigma_simulation_params params = {0};
    sigma_simulation_tally tally = {0};
    sigma_simulation_path one;
    sigma_simulation_result r;

    for (int32_t i = 0; fuzz_more(in) && i < 8; i++) {
        make_params(in, &params);
        path(in, &params);
        tallies(in);
        if (fuzz_pick(in, 16) == 0) {
            sums(in, &params);
        }
    }
    fuzz_saw_null("sigma_simulation_follow", sigma_simulation_follow(NULL, 0, &one));
    fuzz_saw_null("sigma_simulation_block", sigma_simulation_block(&params, 0, NULL));
    fuzz_saw_null("sigma_simulation_run", sigma_simulation_run(NULL, 1, &tally));
    fuzz_saw_null("sigma_simulation_add", sigma_simulation_add(&tally, NULL));
    fuzz_saw_null("sigma_simulation_read", sigma_simulation_read(NULL, &r));
}
