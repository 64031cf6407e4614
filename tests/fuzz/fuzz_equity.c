/* SPDX-License-Identifier: MIT */
/* Any parameters and samples, of few trades: paths are the same twice, sums are those of blocks. */
#include <string.h>

#include "fuzz.h"

enum { SAMPLE = 8 };

static int32_t make(fuzz_input *in, sigma_equity_params *params, double *multiple)
{
    fuzz_object(in, SIGMA_KIND_EQUITY_PARAMS, params);
    params->trades = params->trades > 16 ? 1 + params->trades % 16 : params->trades;
    for (int32_t i = 0; i < SAMPLE; i++) {
        multiple[i] = fuzz_pick(in, 64) != 0 ? 0.5 * (fuzz_pick(in, 9) - 4) : fuzz_double(in);
    }
    return fuzz_rarely(in) ? fuzz_pick(in, 2) - 1 : 1 + fuzz_pick(in, SAMPLE);
}

static void path(fuzz_input *in, const sigma_equity_params *params, const double *multiple,
                 int32_t count)
{
    sigma_equity_path first, again;
    int64_t number = (int64_t)fuzz_bytes(in, 8);
    sigma_status status = sigma_equity_follow(params, multiple, count, number, &first);

    (void)fuzz_saw_result("sigma_equity_follow", status, SIGMA_KIND_EQUITY_PATH, &first);
    REQUIRE(sigma_equity_follow(params, multiple, count, number, &again) == status);
    REQUIRE(fuzz_is_same(&first, &again, sizeof first));
    REQUIRE(first.under <= first.trades);
    REQUIRE(status < 0 || first.ruined || first.trades == params->trades);
}

static void sums(fuzz_input *in, const sigma_equity_params *params, const double *multiple,
                 int32_t count)
{
    sigma_equity_tally sum, run;
    sigma_equity_result r;
    int64_t blocks = fuzz_rarely(in) ? 0 : 1 + fuzz_pick(in, 2);
    sigma_status status = sigma_equity_run(params, multiple, count, blocks, &run);

    (void)fuzz_saw_result("sigma_equity_run", status, SIGMA_KIND_EQUITY_TALLY, &run);
    memset(&sum, 0, sizeof sum);
    for (int64_t i = 0; i < blocks; i++) {
        sigma_equity_tally before = sum;
        sigma_status of_block = sigma_equity_block(params, multiple, count, i, &sum);
        (void)fuzz_saw_state("sigma_equity_block", of_block, SIGMA_KIND_EQUITY_TALLY, &before,
                             &sum);
        REQUIRE(of_block == status);
    }
    REQUIRE(fuzz_is_same(&sum, &run, sizeof sum));
    if (fuzz_pick(in, 2) == 0) {
        fuzz_damage(in, SIGMA_KIND_EQUITY_TALLY, &run);
    }
    status = sigma_equity_read(&run, &r);
    (void)fuzz_saw_result("sigma_equity_read", status, SIGMA_KIND_EQUITY_RESULT, &r);
}

void fuzz_equity(fuzz_input *in)
{
    sigma_equity_params params = {0};
    sigma_equity_tally tally;
    sigma_equity_path one;
    sigma_equity_result r;
    double multiple[SAMPLE] = {0.0};

    for (int32_t i = 0; fuzz_more(in) && i < 8; i++) {
        int32_t count = make(in, &params, multiple);
        path(in, &params, multiple, count);
        if (fuzz_pick(in, 16) == 0) {
            sums(in, &params, multiple, count);
        }
    }
    fuzz_saw_null("sigma_equity_follow", sigma_equity_follow(NULL, multiple, 1, 0, &one));
    fuzz_saw_null("sigma_equity_block", sigma_equity_block(&params, NULL, 1, 0, &tally));
    fuzz_saw_null("sigma_equity_run", sigma_equity_run(&params, multiple, 1, 1, NULL));
    fuzz_saw_null("sigma_equity_read", sigma_equity_read(NULL, &r));
}
