/* SPDX-License-Identifier: MIT */
/* No sequence of approved trades whose losses stay within their stated worst case breaks a loss
 * rule. tests/slow/prop_guard.c lives a million lives a preset. */
#include "prop_paths.h"
#include "test.h"

enum { LIVES = 3000 };

static void paths_broken(const char *what, uint64_t seed)
{
    print_error("%s, seed %llu\n", what, (unsigned long long)seed);
    fail();
}

static void no_preset_is_broken(void **unused)
{
    (void)unused;
    for (int32_t firm = 1; firm < SIGMA_FIRM_COUNT; firm++) {
        sigma_prop_params params;
        int64_t approved = 0;
        assert_int_equal(sigma_prop_defaults(&params, firm), SIGMA_OK);
        params.target = 0.0; /* or lives would end early */
        for (int32_t i = 1; i <= LIVES; i++) {
            approved += paths_live(&params, (uint64_t)i * 7919 + (uint64_t)firm);
        }
        assert_true(approved > 3 * LIVES); /* or the guard only ever refused */
    }
}

static void no_rules_are_broken(void **unused)
{
    uint64_t seed = 901;
    int64_t approved = 0;
    (void)unused;
    for (int32_t i = 1; i <= 3 * LIVES; i++) {
        sigma_prop_params params = paths_rules(&seed);
        approved += paths_live(&params, (uint64_t)i * 104729);
    }
    assert_true(approved > 3 * LIVES);
}

/* A risk of all the room is approved, one above it is not. */
static void the_room_is_where_approval_ends(void **unused)
{
    uint64_t seed = 902;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        sigma_prop_params params = paths_rules(&seed);
        sigma_prop prop;
        sigma_prop_verdict v;
        assert_int_equal(sigma_prop_init(&prop, 1000, &params), SIGMA_OK);
        sigma_prop_trade trade = {.time = 1000,
                                  .risk = 1.0,
                                  .reward = test_between(&seed, 1.0, 4000.0),
                                  .open_risk = test_between(&seed, 0.0, 2000.0),
                                  .open_reward = test_between(&seed, 0.0, 2000.0)};
        assert_int_equal(sigma_prop_check(&prop, &trade, &v), SIGMA_OK);
        if (v.room > 1.0) {
            trade.risk = v.room;
            assert_int_equal(sigma_prop_check(&prop, &trade, &v), SIGMA_OK);
            assert_int_equal(v.verdict, SIGMA_VERDICT_APPROVE);
            trade.risk = v.room * (1.0 + 1e-12) + 1e-9;
            assert_int_equal(sigma_prop_check(&prop, &trade, &v), SIGMA_OK);
            assert_int_equal(v.verdict, SIGMA_VERDICT_DENY);
        } else {
            assert_int_equal(v.verdict, v.room >= 1.0 ? SIGMA_VERDICT_APPROVE : SIGMA_VERDICT_DENY);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_preset_is_broken),
        cmocka_unit_test(no_rules_are_broken),
        cmocka_unit_test(the_room_is_where_approval_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
