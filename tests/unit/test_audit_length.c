/* SPDX-License-Identifier: MIT */
/* The buffer that always suffices does. */
#include "audit.h"
#include "events.h"
#include "samples.h"
#include "test.h"

/* The value in its range that prints longest. */
static double longest_number(double least, double greatest)
{
    static const double candidates[] = {-2.2250738585072014e-300, 2.2250738585072014e-300,
                                        -1.2345678901234567e-100, 1.2345678901234567e-100,
                                        1.1111111111111112e-7,    1.2345678901234567e-6,
                                        1.2345678901234567e-13,   123456789.12345678,
                                        1.2345678901234567,       12345.678901234567};
    double best = least;
    int32_t most = 0;
    for (int32_t i = 0; i < COUNT_OF(candidates); i++) {
        char text[SIGMA_NUMBER_SPACE];
        int32_t length;
        assert_int_equal(sigma_number_write(candidates[i], text, sizeof text, &length), SIGMA_OK);
        if (candidates[i] >= least && candidates[i] <= greatest && length > most) {
            best = candidates[i];
            most = length;
        }
    }
    return best;
}

/* The code whose name is longest. */
static int32_t longest_word(int32_t vocabulary, int32_t least, int32_t greatest)
{
    int32_t best = least, most = 0;
    for (int32_t code = least; code <= greatest; code++) {
        char name[SIGMA_WORD_SPACE];
        int32_t length;
        assert_int_equal(sigma_word_write(vocabulary, code, name, sizeof name, &length), SIGMA_OK);
        if (length > most && code != 0) {
            best = code;
            most = length;
        }
    }
    return best;
}

static void fill_element(const sigma_field *f, char *at)
{
    if (f->type == SIGMA_TYPE_F64) {
        double value = longest_number(f->minimum, f->maximum);
        memcpy(at, &value, 8);
    } else if (f->type == SIGMA_TYPE_I64) {
        int64_t value = f->minimum < -9e18  ? INT64_MIN
                        : f->maximum > 9e18 ? INT64_MAX - 1
                                            : (int64_t)f->maximum;
        memcpy(at, &value, 8);
    } else if (f->type == SIGMA_TYPE_TIME) {
        int64_t value = sample_now + 1;
        memcpy(at, &value, 8);
    } else if (f->type == SIGMA_TYPE_BITS) {
        uint64_t value = 2 * test_bit((int32_t)f->maximum) - 1;
        memcpy(at, &value, 8);
    } else if (f->type == SIGMA_TYPE_U32) {
        memset(at, 0xff, 4);
    } else {
        int32_t value = (int32_t)f->maximum;
        if (f->type == SIGMA_TYPE_WORD) {
            value = longest_word(f->detail, (int32_t)f->minimum, (int32_t)f->maximum);
        }
        memcpy(at, &value, 4);
    }
}

static void fill(int32_t kind, char *object)
{
    int32_t size, count, fields;
    assert_int_equal(sigma_layout_size(kind, &size, &count), SIGMA_OK);
    for (int32_t i = 0; i < count; i++) {
        sigma_field f;
        assert_int_equal(sigma_layout_field(kind, i, &f), SIGMA_OK);
        if (f.type == SIGMA_TYPE_STRUCT) {
            assert_int_equal(sigma_layout_size(f.detail, &size, &fields), SIGMA_OK);
        } else {
            size = f.type == SIGMA_TYPE_I32 || f.type == SIGMA_TYPE_WORD || f.type == SIGMA_TYPE_U32
                       ? 4
                       : 8;
        }
        for (int32_t k = 0; k < f.count; k++) {
            char *at = object + f.offset + k * size;
            f.type == SIGMA_TYPE_STRUCT ? fill(f.detail, at) : fill_element(&f, at);
        }
    }
}

static void the_longest_line_fits(void **unused)
{
    sigma_audit_record record;
    sigma_policy policy = sample_policy();
    lines_log log = lines_start(&policy);
    char line[SIGMA_AUDIT_SPACE];
    int32_t length;
    (void)unused;
    fill(SIGMA_KIND_AUDIT_RECORD, (char *)&record);
    log.log.line = INT64_MAX - 1;
    log.log.digest = UINT32_MAX;
    assert_int_equal(sigma_audit_decision(&log.log, &record.context, &record.proposal,
                                          &record.decision, line, sizeof line, &length),
                     SIGMA_OK);
    print_message("the longest decision line has %d bytes\n", (int)length);
    assert_true(length < SIGMA_AUDIT_SPACE);
    assert_int_equal(sigma_audit_read(line, length, &record), SIGMA_OK);
}

static void the_longest_header_fits(void **unused)
{
    sigma_audit_header header;
    sigma_audit log;
    char line[SIGMA_AUDIT_SPACE];
    int32_t length;
    (void)unused;
    fill(SIGMA_KIND_AUDIT_HEADER, (char *)&header);
    assert_int_equal(sigma_audit_init(&log, &header.policy, line, sizeof line, &length), SIGMA_OK);
    print_message("the longest header line has %d bytes\n", (int)length);
    assert_int_equal(sigma_audit_open(&log, line, length, &header), SIGMA_OK);
}

/* Whatever its fields hold, together or not. */
static void the_longest_line_of_every_other_kind_fits(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < EVENT_KINDS; i++) {
        event e = {.kind = event_kinds[i]};
        char line[SIGMA_AUDIT_SPACE];
        sigma_text text = sigma_text_to(line, sizeof line);
        fill(e.kind, (char *)&e.is);
        sigma_line_write(&text, e.kind, &e.is);
        assert_int_equal(text.status, SIGMA_OK);
        print_message("the longest line of kind %d has %d bytes\n", (int)e.kind, (int)text.length);
        assert_true(text.length < SIGMA_AUDIT_EVENT_SPACE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_longest_line_fits),
        cmocka_unit_test(the_longest_header_fits),
        cmocka_unit_test(the_longest_line_of_every_other_kind_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
