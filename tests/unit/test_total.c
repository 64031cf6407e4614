/* SPDX-License-Identifier: MIT */
/* Every bit pattern of every argument gets a status, and no result is not a number. */
#include "samples.h"
#include "test.h"

enum { TRIES = 20000 };

/* Random bytes; or a sound struct of which some were turned. */
static void garble(uint64_t *seed, void *object, size_t size, bool whole)
{
    unsigned char *byte = (unsigned char *)object;
    for (size_t i = 0; i < size && whole; i++) {
        byte[i] = (unsigned char)test_random_bits(seed);
    }
    for (int32_t k = test_whole(seed, 0, 3); k > 0 && !whole; k--) {
        byte[test_random_bits(seed) % size] = (unsigned char)test_random_bits(seed);
    }
}

static double any_double(uint64_t *seed)
{
    return test_random(seed) < 0.5 ? test_from_bits(test_random_bits(seed))
                                   : test_decades(seed, 1e-3, 1e6);
}

static void assert_status(sigma_status status)
{
    assert_true(status <= SIGMA_WARMUP && status >= SIGMA_E_DIFFERENT);
}

/* Whether a result of doubles alone is made of numbers. */
static void assert_numbers(const void *result, int32_t count)
{
    const double *x = (const double *)result;
    for (int32_t i = 0; i < count; i++) {
        assert_true(isfinite(x[i]));
    }
}

static void symbols_of_any_bits(void **unused)
{
    uint64_t seed = 120;
    (void)unused;
    for (int32_t i = 0; i < TRIES; i++) {
        sigma_symbol symbol = sample_symbol();
        double a = any_double(&seed), b = any_double(&seed), c = any_double(&seed), out[8];
        sigma_liquidation position = {1.0, 1.0, 1.0, 0.01, 0.0, SIGMA_SIDE_LONG, 0};
        int32_t code = (int32_t)(test_random_bits(&seed) % 6) - 1;
        garble(&seed, &symbol, sizeof symbol, i % 2);
        assert_status(sigma_symbol_check(&symbol));
        assert_status(sigma_symbol_compare(&symbol, &out[0]));
        assert_status(sigma_symbol_floor(&symbol, a, &out[1]));
        assert_status(sigma_symbol_round(&symbol, a, code, &out[2]));
        assert_status(sigma_symbol_profit(&symbol, code, a, b, c, &out[3]));
        assert_status(sigma_symbol_notional(&symbol, a, b, &out[4]));
        assert_status(sigma_symbol_margin(&symbol, a, b, &out[5]));
        assert_status(sigma_symbol_cost(&symbol, a, b, c, &out[6]));
        garble(&seed, &position, sizeof position, i % 3);
        assert_status(sigma_symbol_liquidation(&symbol, &position, &out[7]));
        assert_numbers(out, 8);
        assert_status(sigma_symbol_convert(&symbol, a));
    }
}

static void indicators_of_any_bits(void **unused)
{
    uint64_t seed = 121;
    (void)unused;
    for (int32_t i = 0; i < TRIES; i++) {
        sigma_ema ema;
        sigma_atr atr;
        sigma_adx adx;
        sigma_adx_result r;
        double h = any_double(&seed), l = any_double(&seed), c = any_double(&seed), out[2];
        int32_t period = test_whole(&seed, 1, 5);
        assert_int_equal(sigma_ema_init(&ema, period), SIGMA_OK);
        assert_int_equal(sigma_atr_init(&atr, period), SIGMA_OK);
        assert_int_equal(sigma_adx_init(&adx, period), SIGMA_OK);
        garble(&seed, &ema, sizeof ema, i % 4 == 0);
        garble(&seed, &atr, sizeof atr, i % 4 == 0);
        garble(&seed, &adx, sizeof adx, i % 4 == 0);
        for (int32_t k = 0; k < 4; k++) {
            assert_status(sigma_ema_update(&ema, c, &out[0]));
            assert_status(sigma_atr_update(&atr, h, l, c, &out[1]));
            assert_numbers(out, 2);
            assert_status(sigma_adx_update(&adx, h, l, c, &r));
            assert_numbers(&r, 3);
            l = fmin(h, c);
        }
    }
}

static void states_of_any_bits(void **unused)
{
    uint64_t seed = 122;
    (void)unused;
    for (int32_t i = 0; i < TRIES; i++) {
        sigma_desk desk;
        sigma_market market;
        sigma_market_params params = sample_market_params();
        sigma_symbol symbol = sample_symbol();
        sigma_bar bar = {sample_now, 1.1, 1.1, 1.1, 1.1, 0.0};
        sigma_position position = sample_position(1, 0.1);
        sigma_proposal proposal = sample_proposal();
        sigma_context context;
        double drawdown;
        assert_int_equal(sigma_desk_init(&desk, sample_now, 1e4), SIGMA_OK);
        assert_int_equal(sigma_market_init(&market, &params, &symbol), SIGMA_OK);
        garble(&seed, &desk, sizeof desk, i % 4 == 0);
        garble(&seed, &desk.account, sizeof desk.account, false);
        garble(&seed, &desk.portfolio.tag, 8, false);
        garble(&seed, &market, sizeof market, i % 4 == 0);
        garble(&seed, &bar, sizeof bar, i % 4 == 1);
        garble(&seed, &position, sizeof position, i % 4 == 2);
        assert_status(sigma_market_update(&market, &bar));
        assert_status(sigma_desk_account(&desk, sample_now, any_double(&seed), any_double(&seed),
                                         any_double(&seed)));
        assert_status(sigma_desk_flow(&desk, sample_now, any_double(&seed)));
        assert_status(sigma_desk_position(&desk, &position));
        assert_status(sigma_desk_context(&desk, &market, &proposal, &context));
        assert_status(sigma_account_drawdown(&desk.account, &drawdown));
        assert_numbers(&drawdown, 1);
    }
}

static void questions_of_any_bits(void **unused)
{
    uint64_t seed = 123;
    (void)unused;
    for (int32_t i = 0; i < TRIES; i++) {
        sigma_policy policy = sample_policy();
        sigma_context context = sample_context();
        sigma_proposal proposal = sample_proposal();
        sigma_decision d;
        sigma_audit log = {.line = 1};
        sigma_field offender;
        char line[SIGMA_AUDIT_SPACE];
        int32_t length;
        proposal.intent = test_whole(&seed, 1, 2);
        garble(&seed, &policy, sizeof policy, i % 8 == 0);
        garble(&seed, &context, sizeof context, i % 8 == 1);
        garble(&seed, &proposal, sizeof proposal, i % 8 == 2);
        sigma_status status = sigma_decide(&policy, &context, &proposal, &d);
        assert_status(status);
        assert_int_equal(sigma_layout_check(SIGMA_KIND_DECISION, &d, &offender), SIGMA_OK);
        if (status != SIGMA_OK) {
            assert_zero(d);
        }
        if (sigma_audit_init(&log, &policy, line, sizeof line, &length) == SIGMA_OK) {
            assert_status(
                sigma_audit_decision(&log, &context, &proposal, &d, line, sizeof line, &length));
        }
    }
}

static void text_of_any_bytes(void **unused)
{
    uint64_t seed = 124;
    (void)unused;
    for (int32_t i = 0; i < TRIES; i++) {
        char text[40];
        int32_t length = test_whole(&seed, 0, sizeof text), code;
        int64_t time;
        double number;
        sigma_audit_record record;
        for (int32_t k = 0; k < length; k++) {
            static const char likely[] = "0123456789.-+eTZ: \"{}[],abc";
            text[k] = test_random(&seed) < 0.9
                          ? likely[test_whole(&seed, 0, (int32_t)sizeof likely - 2)]
                          : (char)test_random_bits(&seed);
        }
        assert_status(sigma_number_read(text, length, &number));
        assert_numbers(&number, 1);
        assert_status(sigma_calendar_read(text, length, &time));
        assert_status(sigma_word_read(test_whole(&seed, -1, 15), text, length, &code));
        assert_int_equal(sigma_audit_read(text, length, &record), SIGMA_E_FORMAT);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(symbols_of_any_bits), cmocka_unit_test(indicators_of_any_bits),
        cmocka_unit_test(states_of_any_bits),  cmocka_unit_test(questions_of_any_bits),
        cmocka_unit_test(text_of_any_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
