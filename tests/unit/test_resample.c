/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "test.h"

#include "vectors/resample.inc"

#define MINUTE INT64_C(60000000000)
#define HOUR (60 * MINUTE)

enum { LOWER = COUNT_OF(lower) };

static sigma_resample started(int64_t interval, int64_t offset, int64_t source)
{
    sigma_resample resample;
    assert_int_equal(sigma_resample_init(&resample, interval, offset, source), SIGMA_OK);
    return resample;
}

static sigma_bar bar_at(int64_t time, double price)
{
    return (sigma_bar){time, price, price + 1.0, price - 1.0, price + 0.5, 2.0};
}

/* Status and finished bars of one bar. */
static sigma_resample_result after(sigma_resample *resample, int64_t time, double price,
                                   sigma_status status)
{
    sigma_bar bar = bar_at(time, price);
    sigma_resample_result result;
    assert_int_equal(sigma_resample_update(resample, &bar, &result), status);
    assert_int_equal(result.count > 0, status == SIGMA_OK);
    return result;
}

/* The finished bars and at last the forming one, of the stream and of columns, in pieces. */
static int32_t all_bars(sigma_resample resample, const sigma_schedule *schedule, sigma_bar *out)
{
    sigma_resample by_columns = resample;
    sigma_bar finished[LOWER + 1];
    int32_t known[LOWER + 1], length, count = 0, found = 0;
    for (int32_t i = 0; i < LOWER; i++) {
        sigma_resample_result r;
        sigma_status status =
            schedule ? sigma_resample_update_session(&resample, schedule, &lower[i], &r)
                     : sigma_resample_update(&resample, &lower[i], &r);
        assert_true(status >= 0);
        for (int32_t k = 0; k < r.count; k++) {
            out[count++] = r.bars[k];
        }
    }
    for (int32_t from = 0; from < LOWER;) {
        int32_t size = from % 7 == 0 ? 150 : 37;
        size = size > LOWER - from ? LOWER - from : size;
        sigma_status status =
            schedule
                ? sigma_resample_batch_session(&by_columns, schedule, lower + from, size, finished,
                                               known, &length)
                : sigma_resample_batch(&by_columns, lower + from, size, finished, known, &length);
        assert_int_equal(status, SIGMA_OK);
        for (int32_t k = 0; k < length; k++, found++) {
            assert_same(finished[k], out[found]);
            assert_true(lower[from + known[k]].time >= finished[k].time);
        }
        from += size;
    }
    assert_int_equal(found, count);
    assert_same(by_columns, resample);
    sigma_status status = sigma_resample_read(&resample, &out[count]);
    assert_true(status >= 0);
    return count + (status == SIGMA_OK);
}

/* Whether the length of the lower bars is known changes when bars are finished, not which. */
static void bars_are_those_of_pandas(void **unused)
{
    sigma_bar bars[LOWER + 1];
    (void)unused;
    for (int32_t i = 0, n = 0; i < COUNT_OF(grids); i += n) {
        for (int64_t source = 0; source <= 5; source += 5) {
            int32_t count = all_bars(
                started(grids[i].minutes * MINUTE, grids[i].offset * MINUTE, source * MINUTE), NULL,
                bars);
            for (n = 0; i + n < COUNT_OF(grids) && grids[i + n].minutes == grids[i].minutes &&
                        grids[i + n].offset == grids[i].offset;
                 n++) {
                assert_true(n < count);
                assert_same(bars[n], grids[i + n].bar);
            }
            assert_int_equal(n, count);
        }
    }
}

static void session_bars_are_those_of_pandas(void **unused)
{
    sigma_bar bars[LOWER + 1];
    (void)unused;
    for (int32_t i = 0, n = 0; i < COUNT_OF(by_session); i += n) {
        for (int64_t source = 0; source <= 5; source += 5) {
            sigma_schedule schedule;
            sigma_resample resample;
            assert_int_equal(sigma_schedule_defaults(by_session[i].hours, &schedule), SIGMA_OK);
            assert_int_equal(sigma_resample_init_session(&resample, by_session[i].minutes * MINUTE,
                                                         source * MINUTE),
                             SIGMA_OK);
            int32_t count = all_bars(resample, &schedule, bars);
            for (n = 0;
                 i + n < COUNT_OF(by_session) && by_session[i + n].hours == by_session[i].hours &&
                 by_session[i + n].minutes == by_session[i].minutes;
                 n++) {
                assert_true(n < count);
                assert_same(bars[n], by_session[i + n].bar);
            }
            assert_int_equal(n, count);
        }
    }
}

/* With the lower length known, an hour is finished by the bar that ends it, else by the next. */
static void when_a_bar_is_finished(void **unused)
{
    sigma_resample known = started(60 * MINUTE, 0, 15 * MINUTE);
    sigma_resample unknown = started(60 * MINUTE, 0, 0);
    sigma_bar forming;
    (void)unused;
    for (int32_t i = 0; i < 3; i++) {
        (void)after(&known, i * 15 * MINUTE, 100.0 + i, SIGMA_WARMUP);
        (void)after(&unknown, i * 15 * MINUTE, 100.0 + i, SIGMA_WARMUP);
    }
    assert_int_equal(sigma_resample_read(&known, &forming), SIGMA_OK);
    assert_same(forming, ((sigma_bar){0, 100.0, 103.0, 99.0, 102.5, 6.0}));
    sigma_resample_result r = after(&known, 45 * MINUTE, 90.0, SIGMA_OK);
    assert_same(r.bars[0], ((sigma_bar){0, 100.0, 103.0, 89.0, 90.5, 8.0}));
    assert_int_equal(sigma_resample_read(&known, &forming), SIGMA_WARMUP);
    assert_zero(forming);
    (void)after(&unknown, 45 * MINUTE, 90.0, SIGMA_WARMUP);
    sigma_resample_result later = after(&unknown, 60 * MINUTE, 91.0, SIGMA_OK);
    assert_same(later, r);
}

static void one_bar_can_finish_two(void **unused)
{
    sigma_resample resample = started(60 * MINUTE, 0, 15 * MINUTE);
    (void)unused;
    (void)after(&resample, 0, 100.0, SIGMA_WARMUP);
    sigma_resample_result r = after(&resample, 345 * MINUTE, 110.0, SIGMA_OK);
    assert_int_equal(r.count, 2);
    assert_true(r.bars[0].time == 0 && r.bars[1].time == 300 * MINUTE);
    assert_bits(r.bars[1].open, 110.0);
}

/* What the future holds changes nothing of what came out before it. */
static void there_is_no_look_ahead(void **unused)
{
    uint64_t seed = 68;
    (void)unused;
    for (int32_t cut = 1; cut < LOWER; cut += 13) {
        sigma_resample plain = started(60 * MINUTE, 0, 5 * MINUTE), other;
        sigma_bar first[LOWER + 1], second[LOWER + 1], bars[LOWER];
        int32_t known[LOWER + 1], again[LOWER + 1], n, m, same = 0;
        other = plain;
        memcpy(bars, lower, sizeof bars);
        for (int32_t i = cut; i < LOWER; i++) {
            double by = test_between(&seed, 0.5, 2.0);
            bars[i] = (sigma_bar){lower[i].time, by, by, by, by, 1.0};
        }
        assert_int_equal(sigma_resample_batch(&plain, lower, LOWER, first, known, &n), SIGMA_OK);
        assert_int_equal(sigma_resample_batch(&other, bars, LOWER, second, again, &m), SIGMA_OK);
        assert_int_equal(n, m);
        for (; same < n && known[same] < cut; same++) {
            assert_same(first[same], second[same]);
        }
    }
}

static void bars_outside_every_session_are_counted(void **unused)
{
    sigma_schedule schedule;
    sigma_resample resample;
    sigma_resample_result r;
    (void)unused;
    assert_int_equal(sigma_schedule_defaults(SIGMA_HOURS_STOCKS, &schedule), SIGMA_OK);
    assert_int_equal(sigma_resample_init_session(&resample, 60 * MINUTE, 0), SIGMA_OK);
    int64_t open = INT64_C(1705329000000000000); /* 2024-01-15T14:30:00Z */
    static const struct {
        int32_t minutes, count;
        sigma_status status;
    } cases[] = {{-30, 0, SIGMA_WARMUP},
                 {0, 0, SIGMA_WARMUP},
                 {389, 1, SIGMA_OK},
                 {390, 1, SIGMA_OK},
                 {500, 0, SIGMA_WARMUP}};
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_bar bar = bar_at(open + cases[i].minutes * MINUTE, 100.0);
        assert_int_equal(sigma_resample_update_session(&resample, &schedule, &bar, &r),
                         cases[i].status);
        assert_int_equal(r.count, cases[i].count);
    }
    assert_true(resample.skipped == 3 && resample.bars == 5);
}

/* Before 1970, where the last session still ends at 0. */
/* Futures from 18:00 to 17:00 where days begin at midnight: the bars of Christmas are left out also
 * by a resampler that saw its session begin. */
static void bars_of_a_holiday_within_a_session_are_left_out(void **unused)
{
    sigma_schedule schedule;
    sigma_resample resample;
    sigma_resample_result r;
    int64_t start = INT64_C(1703458800000000000); /* 2023-12-24T23:00:00Z, 18:00 there */
    (void)unused;
    assert_int_equal(sigma_schedule_defaults(SIGMA_HOURS_STOCKS, &schedule), SIGMA_OK);
    schedule.windows[0] = (sigma_window){127, 18 * 3600, 41 * 3600, SIGMA_WINDOW_SESSION};
    schedule.holidays[0] = 19716;
    schedule.holiday_count = 1;
    assert_int_equal(sigma_resample_init_session(&resample, 24 * HOUR, HOUR), SIGMA_OK);
    for (int32_t i = 0; i < 47; i++) {
        sigma_bar bar = {start + i * HOUR, 10.0, 11.0 + i, 9.0, 10.0, 1.0};
        sigma_status status = sigma_resample_update_session(&resample, &schedule, &bar, &r);
        assert_int_equal(status, i == 5 || i == 46 ? SIGMA_OK : SIGMA_WARMUP);
        assert_true(i != 5 || (r.bars[0].time == start && r.bars[0].volume == 6.0));
        assert_true(i != 46 || (r.bars[0].time == start + 30 * HOUR && r.bars[0].volume == 17.0));
    }
    assert_int_equal(resample.skipped, 24);
}

static void sessions_of_the_last_century(void **unused)
{
    sigma_schedule schedule;
    sigma_resample resample;
    sigma_resample_result r;
    (void)unused;
    assert_int_equal(sigma_schedule_defaults(SIGMA_HOURS_ALWAYS, &schedule), SIGMA_OK);
    assert_int_equal(sigma_resample_init_session(&resample, 1440 * MINUTE, 0), SIGMA_OK);
    sigma_bar bar = bar_at(-90 * MINUTE, 100.0), forming;
    assert_int_equal(sigma_resample_update_session(&resample, &schedule, &bar, &r), SIGMA_WARMUP);
    assert_int_equal(sigma_resample_read(&resample, &forming), SIGMA_OK);
    assert_true(forming.time == -1440 * MINUTE);
}

static void volumes_are_held_at_their_limit(void **unused)
{
    sigma_resample resample = started(60 * MINUTE, 0, 0);
    sigma_bar bar = bar_at(0, 100.0), forming;
    sigma_resample_result r;
    (void)unused;
    bar.volume = 7e17;
    assert_int_equal(sigma_resample_update(&resample, &bar, &r), SIGMA_WARMUP);
    bar.time = MINUTE;
    assert_int_equal(sigma_resample_update(&resample, &bar, &r), SIGMA_WARMUP);
    assert_int_equal(sigma_resample_read(&resample, &forming), SIGMA_OK);
    assert_bits(forming.volume, 1e18);
}

static void a_bad_bar_changes_nothing(void **unused)
{
    sigma_resample resample = started(60 * MINUTE, 0, 15 * MINUTE), before;
    sigma_resample_result r;
    sigma_bar bar;
    (void)unused;
    (void)after(&resample, 45 * MINUTE, 100.0, SIGMA_OK);
    before = resample;
    (void)after(&resample, 45 * MINUTE, 100.0, SIGMA_E_ORDER);
    (void)after(&resample, 50 * MINUTE, 100.0, SIGMA_E_ORDER); /* the hour is over */
    (void)after(&resample, INT64_MAX, 100.0, SIGMA_E_RANGE);
    (void)after(&resample, INT64_C(9150000000000000000), 100.0, SIGMA_E_RANGE);
    bar = bar_at(60 * MINUTE, 100.0);
    bar.high = 99.0;
    assert_int_equal(sigma_resample_update(&resample, &bar, &r), SIGMA_E_RANGE);
    assert_zero(r);
    assert_same(resample, before);
    resample = started(60 * MINUTE, 0, 0);
    (void)after(&resample, INT64_C(-9150000000000000000), 100.0, SIGMA_E_RANGE);
}

static void what_is_out_of_range_is_refused(void **unused)
{
    static const struct {
        int64_t interval, offset, source;
    } cases[] = {{0, 0, 0},
                 {-1, 0, 0},
                 {10, 10, 0},
                 {10, -1, 0},
                 {10, 0, 11},
                 {10, 0, -1},
                 {INT64_C(31622400000001000), 0, 0}};
    sigma_resample resample;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        assert_int_equal(
            sigma_resample_init(&resample, cases[i].interval, cases[i].offset, cases[i].source),
            SIGMA_E_RANGE);
        assert_zero(resample);
    }
    assert_int_equal(sigma_resample_init_session(&resample, 10, 11), SIGMA_E_RANGE);
}

static void forge(sigma_resample *resample, int32_t which)
{
    switch (which) {
    case 0: resample->tag++; break;
    case 1: resample->by_session = 2; break;
    case 2: resample->offset = resample->interval; break;
    case 3: resample->source = resample->interval + 1; break;
    case 4:
        resample->session_end = 1;
        resample->session_start = 2;
        break;
    case 5: resample->session_end = INT64_C(259200000000001); break;
    case 6: resample->forming.low = 1e9; break;
    case 7: resample->forming.time = INT64_MIN; break;
    case 8: resample->forming.time = resample->time + 1; break;
    case 9: resample->end = resample->time; break;
    case 10: resample->end = resample->forming.time + resample->interval + 1; break;
    default: resample->forming.close = NOT_A_NUMBER; break;
    }
}

static void a_damaged_state_is_refused(void **unused)
{
    (void)unused;
    for (int32_t which = 0; which <= 11; which++) {
        sigma_resample resample = started(60 * MINUTE, 0, 0);
        sigma_bar bar = bar_at(9 * MINUTE, 100.0), finished[2];
        int32_t known[2], length = 9;
        (void)after(&resample, 5 * MINUTE, 100.0, SIGMA_WARMUP);
        forge(&resample, which);
        (void)after(&resample, 9 * MINUTE, 100.0, SIGMA_E_STATE);
        assert_int_equal(sigma_resample_read(&resample, &bar), SIGMA_E_STATE);
        assert_int_equal(sigma_resample_batch(&resample, &bar, 1, finished, known, &length),
                         SIGMA_E_STATE);
        assert_int_equal(length, 0);
    }
}

static void refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_resample resample;
    sigma_bar bar;
    (void)field, (void)context;
    memcpy(&resample, damaged, sizeof resample);
    (void)after(&resample, 9 * MINUTE, 100.0, SIGMA_E_STATE);
    assert_int_equal(sigma_resample_read(&resample, &bar), SIGMA_E_STATE);
    assert_memory_equal(&resample, damaged, sizeof resample);
}

/* What the table of the state refuses, its quick test refuses. */
static void a_field_out_of_its_range_is_refused(void **unused)
{
    sigma_resample resample = started(60 * MINUTE, 0, 0);
    (void)unused;
    (void)after(&resample, 5 * MINUTE, 100.0, SIGMA_WARMUP);
    assert_true(damage_each(SIGMA_KIND_RESAMPLE, &resample, refused, NULL) > 30);
}

/* Counters that are full stay so. */
static void counters_do_not_overflow(void **unused)
{
    sigma_resample resample = started(60 * MINUTE, 0, 0);
    (void)unused;
    (void)after(&resample, 0, 100.0, SIGMA_WARMUP);
    resample.bars = INT64_MAX;
    (void)after(&resample, MINUTE, 100.0, SIGMA_WARMUP);
    assert_true(resample.bars == INT64_MAX);
}

/* The grid of UTC takes no schedule, sessions need one. */
static void the_two_kinds_do_not_mix(void **unused)
{
    sigma_schedule schedule;
    sigma_resample grid = started(60 * MINUTE, 0, 0), session;
    sigma_bar bar = bar_at(0, 100.0), finished[2];
    sigma_resample_result r;
    int32_t known[2], length;
    (void)unused;
    assert_int_equal(sigma_schedule_defaults(SIGMA_HOURS_ALWAYS, &schedule), SIGMA_OK);
    assert_int_equal(sigma_resample_init_session(&session, 60 * MINUTE, 0), SIGMA_OK);
    assert_int_equal(sigma_resample_update(&session, &bar, &r), SIGMA_E_STATE);
    assert_int_equal(sigma_resample_update_session(&grid, &schedule, &bar, &r), SIGMA_E_STATE);
    assert_int_equal(sigma_resample_batch(&session, &bar, 1, finished, known, &length),
                     SIGMA_E_STATE);
    assert_int_equal(
        sigma_resample_batch_session(&grid, &schedule, &bar, 1, finished, known, &length),
        SIGMA_E_STATE);
    schedule.reset = -1;
    assert_int_equal(sigma_resample_update_session(&session, &schedule, &bar, &r), SIGMA_E_RANGE);
    assert_zero(r);
}

static void columns_are_all_or_nothing(void **unused)
{
    sigma_resample resample = started(60 * MINUTE, 0, 15 * MINUTE), before = resample;
    sigma_bar bars[12], *finished = bars + 3;
    int32_t known[8], length = 9;
    (void)unused;
    for (int32_t i = 0; i < 8; i++) {
        bars[i] = bar_at(i * 15 * MINUTE, 100.0);
    }
    assert_int_equal(sigma_resample_batch(&resample, bars, 4, finished, known, &length),
                     SIGMA_E_RANGE);
    assert_int_equal(length, 0);
    assert_int_equal(sigma_resample_batch(&resample, bars + 4, 4, bars, known, &length),
                     SIGMA_E_RANGE);
    assert_int_equal(sigma_resample_batch(&resample, bars, 4, bars + 5, (int32_t *)bars, &length),
                     SIGMA_E_RANGE);
    assert_int_equal(
        sigma_resample_batch(&resample, bars, 2, bars + 5, (int32_t *)(bars + 6), &length),
        SIGMA_E_RANGE);
    assert_int_equal(sigma_resample_batch(&resample, bars, -1, bars + 5, known, &length),
                     SIGMA_E_RANGE);
    assert_int_equal(sigma_resample_batch(&resample, bars, INT32_MAX, bars + 5, known, &length),
                     SIGMA_E_RANGE);
    bars[3].time = 0;
    assert_int_equal(sigma_resample_batch(&resample, bars, 4, bars + 5, known, &length),
                     SIGMA_E_ORDER);
    assert_same(resample, before);
    assert_int_equal(sigma_resample_batch(&resample, bars, 0, bars + 5, known, &length), SIGMA_OK);
    assert_same(resample, before);
}

static void null_is_refused(void **unused)
{
    sigma_schedule schedule;
    sigma_resample grid = started(60 * MINUTE, 0, 0), *none = NULL;
    sigma_bar bar = bar_at(0, 100.0), out[2];
    sigma_resample_result r;
    int32_t known[2], n;
    (void)unused;
    assert_int_equal(sigma_schedule_defaults(SIGMA_HOURS_ALWAYS, &schedule), SIGMA_OK);
    assert_int_equal(sigma_resample_init(NULL, 10, 0, 0), SIGMA_E_NULL);
    assert_int_equal(sigma_resample_init_session(NULL, 10, 0), SIGMA_E_NULL);
    assert_int_equal(sigma_resample_update(none, &bar, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_resample_update(&grid, NULL, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_resample_update(&grid, &bar, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_resample_update_session(none, &schedule, &bar, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_resample_update_session(&grid, NULL, &bar, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_resample_update_session(&grid, &schedule, NULL, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_resample_update_session(&grid, &schedule, &bar, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_resample_read(none, &bar), SIGMA_E_NULL);
    assert_int_equal(sigma_resample_read(&grid, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_resample_batch(none, &bar, 1, out, known, &n), SIGMA_E_NULL);
    assert_int_equal(sigma_resample_batch(&grid, NULL, 1, out, known, &n), SIGMA_E_NULL);
    assert_int_equal(sigma_resample_batch(&grid, &bar, 1, NULL, known, &n), SIGMA_E_NULL);
    assert_int_equal(sigma_resample_batch(&grid, &bar, 1, out, NULL, &n), SIGMA_E_NULL);
    assert_int_equal(sigma_resample_batch(&grid, &bar, 1, out, known, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_resample_batch_session(none, &schedule, &bar, 1, out, known, &n),
                     SIGMA_E_NULL);
    assert_int_equal(sigma_resample_batch_session(&grid, NULL, &bar, 1, out, known, &n),
                     SIGMA_E_NULL);
    assert_int_equal(sigma_resample_batch_session(&grid, &schedule, NULL, 1, out, known, &n),
                     SIGMA_E_NULL);
    assert_int_equal(sigma_resample_batch_session(&grid, &schedule, &bar, 1, NULL, known, &n),
                     SIGMA_E_NULL);
    assert_int_equal(sigma_resample_batch_session(&grid, &schedule, &bar, 1, out, NULL, &n),
                     SIGMA_E_NULL);
    assert_int_equal(sigma_resample_batch_session(&grid, &schedule, &bar, 1, out, known, NULL),
                     SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bars_are_those_of_pandas),
        cmocka_unit_test(session_bars_are_those_of_pandas),
        cmocka_unit_test(when_a_bar_is_finished),
        cmocka_unit_test(one_bar_can_finish_two),
        cmocka_unit_test(there_is_no_look_ahead),
        cmocka_unit_test(bars_outside_every_session_are_counted),
        cmocka_unit_test(bars_of_a_holiday_within_a_session_are_left_out),
        cmocka_unit_test(sessions_of_the_last_century),
        cmocka_unit_test(volumes_are_held_at_their_limit),
        cmocka_unit_test(a_bad_bar_changes_nothing),
        cmocka_unit_test(what_is_out_of_range_is_refused),
        cmocka_unit_test(a_damaged_state_is_refused),
        cmocka_unit_test(a_field_out_of_its_range_is_refused),
        cmocka_unit_test(counters_do_not_overflow),
        cmocka_unit_test(the_two_kinds_do_not_mix),
        cmocka_unit_test(columns_are_all_or_nothing),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
