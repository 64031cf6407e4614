/* SPDX-License-Identifier: MIT */
/* What holds of every signal and every regime output, bar by bar: the future changes nothing, and
 * neither does a power of two in the unit of the prices. */
#include "reader.h"

static void the_future_changes_nothing(void **unused)
{
    static sigma_bar bars[SAMPLE_BARS], others[SAMPLE_BARS];
    static outputs all[SAMPLE_BARS], cut[SAMPLE_BARS];
    (void)unused;
    reader_make(92, 0.01, true, bars);
    reader_make(93, 0.07, true, others);
    reader_take_all(bars, SAMPLE_BARS, all);
    for (int32_t at = 40; at < SAMPLE_BARS; at += 37) {
        static sigma_bar mixed[SAMPLE_BARS];
        memcpy(mixed, others, sizeof mixed);
        memcpy(mixed, bars, (size_t)at * sizeof *mixed);
        reader_take_all(mixed, SAMPLE_BARS, cut);
        for (int32_t i = 0; i < at; i++) {
            assert_same(cut[i], all[i]);
        }
        assert_memory_not_equal(&cut[at], &all[at], sizeof all[at]); /* the change is felt */
    }
}

/* Every output takes more than one value, or the tests of this file would show nothing. */
static void every_output_is_alive(void **unused)
{
    static sigma_bar bars[SAMPLE_BARS];
    static outputs o[SAMPLE_BARS];
    uint64_t regimes = 0, rules = 0, sides = 0, technical = 0, trends = 0, fusions = 0;
    (void)unused;
    for (uint64_t seed = 92; seed < 97; seed++) {
        reader_make(seed, 0.01, true, bars);
        reader_take_all(bars, SAMPLE_BARS, o);
        for (int32_t i = 0; i < SAMPLE_BARS; i++) {
            regimes |= test_bit(o[i].filter.regime);
            rules |= test_bit(o[i].rules.regime);
            sides |= test_bit(o[i].score[1].side);
            trends |= test_bit(o[i].trend.side);
            technical |= test_bit(o[i].technical[0].side) | test_bit(o[i].technical[1].side);
            fusions |= test_bit(o[i].evidence[1].fusion);
        }
    }
    assert_true((regimes & 30) && (rules & 22) && sides == 7 && trends == 7 && technical == 7);
    assert_true((fusions & test_bit(SIGMA_FUSION_WAIT)) && (fusions & 30));
}

static void a_power_of_two_changes_no_bit(void **unused)
{
    static const double scales[] = {0x1p-30, 0.5, 4.0, 0x1p20};
    static sigma_bar bars[SAMPLE_BARS];
    static outputs plain[SAMPLE_BARS], scaled[SAMPLE_BARS];
    (void)unused;
    reader_make(94, 0.01, true, bars);
    reader_take_all(bars, SAMPLE_BARS, plain);
    for (int32_t k = 0; k < COUNT_OF(scales); k++) {
        reader_make(94, 0.01 * scales[k], true, bars);
        reader_take_all(bars, SAMPLE_BARS, scaled);
        for (int32_t i = 0; i < SAMPLE_BARS; i++) {
            assert_same(scaled[i], plain[i]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_future_changes_nothing),
        cmocka_unit_test(every_output_is_alive),
        cmocka_unit_test(a_power_of_two_changes_no_bit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
