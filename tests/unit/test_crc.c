/* SPDX-License-Identifier: MIT */
#include "crc.h"

#include "audit.h"
#include "test.h"

static const struct {
    int32_t length;
    uint32_t crc;
} vectors[] = {
#include "vectors/crc.inc"
};

static void the_check_value_of_the_standard(void **unused)
{
    (void)unused;
    assert_int_equal(sigma_crc(0, "123456789", 9), 0xcbf43926);
    assert_int_equal(sigma_crc(0, "", 0), 0);
}

static void the_crc_is_that_of_zlib(void **unused)
{
    unsigned char bytes[4096];
    (void)unused;
    for (int32_t v = 0; v < COUNT_OF(vectors); v++) {
        int32_t n = vectors[v].length;
        for (int32_t i = 0; i < n; i++) {
            bytes[i] = (unsigned char)(i * 167 + n);
        }
        assert_int_equal(sigma_crc(0, bytes, n), vectors[v].crc);
        for (int32_t cut = 0; cut <= n && cut < 40; cut++) { /* in two pieces */
            assert_int_equal(sigma_crc(sigma_crc(0, bytes, cut), bytes + cut, n - cut),
                             vectors[v].crc);
        }
    }
}

static void a_line_too_short_for_a_crc_is_not_intact(void **unused)
{
    (void)unused;
    assert_true(sigma_line_intact(",\"crc\":\"00000000\"}", 18));
    assert_false(sigma_line_intact(",\"crc\":\"00000000\"}", 17));
    assert_false(sigma_line_intact("", 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_check_value_of_the_standard),
        cmocka_unit_test(the_crc_is_that_of_zlib),
        cmocka_unit_test(a_line_too_short_for_a_crc_is_not_intact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
