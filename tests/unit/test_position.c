/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

static void refused(const void *damaged, const sigma_field *field, void *context)
{
    (void)field, (void)context;
    assert_int_equal(sigma_position_check((const sigma_position *)damaged), SIGMA_E_RANGE);
}

static void a_field_out_of_its_range_is_refused(void **unused)
{
    sigma_position good = sample_position(1, 0.1), zero = {0};
    (void)unused;
    assert_int_equal(sigma_position_check(&good), SIGMA_OK);
    assert_true(damage_each(SIGMA_KIND_POSITION, &good, refused, NULL) > 30);
    assert_int_equal(sigma_position_check(&zero), SIGMA_E_RANGE);
}

static void a_closed_position_can_be_used(void **unused)
{
    sigma_position closed = sample_position(1, 0.0);
    (void)unused;
    assert_int_equal(sigma_position_check(&closed), SIGMA_OK);
}

/* A stop that was trailed into profit stands on the other side of the entry. */
static void a_stop_may_stand_on_either_side_of_the_entry(void **unused)
{
    sigma_position trailed = sample_position(1, 0.1);
    (void)unused;
    trailed.stop = trailed.entry + 0.01;
    trailed.risk = 0.0;
    assert_int_equal(sigma_position_check(&trailed), SIGMA_OK);
}

static void null_is_refused(void **unused)
{
    (void)unused;
    assert_int_equal(sigma_position_check(NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_field_out_of_its_range_is_refused),
        cmocka_unit_test(a_closed_position_can_be_used),
        cmocka_unit_test(a_stop_may_stand_on_either_side_of_the_entry),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
