/* SPDX-License-Identifier: MIT */
/* Structs as bytes and back. */
#include "sigma/seal.h"

#include "samples.h"
#include "test.h"

enum { SEAL = SIGMA_SEAL_SPACE + (int32_t)sizeof(sigma_ema) };

static const struct {
    int32_t abi;
    uint8_t bytes[SEAL];
} vectors[] = {
#include "vectors/seal.inc"
};

static sigma_ema running(void)
{
    sigma_ema ema;
    double value;
    assert_int_equal(sigma_ema_init(&ema, 3), SIGMA_OK);
    assert_int_equal(sigma_ema_update(&ema, 1.5, &value), SIGMA_WARMUP);
    return ema;
}

static void seal(uint8_t *bytes)
{
    sigma_ema ema = running();
    int32_t length;
    assert_int_equal(sigma_seal_write(SIGMA_KIND_EMA, &ema, bytes, SEAL, &length), SIGMA_OK);
    assert_int_equal(length, SEAL);
}

static void assert_refused(const uint8_t *bytes, int32_t length, sigma_status status)
{
    sigma_ema ema, before;
    memset(&ema, 7, sizeof ema);
    before = ema;
    assert_int_equal(sigma_seal_open(SIGMA_KIND_EMA, bytes, length, &ema), status);
    assert_same(ema, before);
}

static void the_bytes_are_those_of_the_header_comment(void **unused)
{
    uint8_t bytes[SEAL];
    (void)unused;
    seal(bytes);
    assert_int_equal(vectors[0].abi, SIGMA_ABI_VERSION);
    assert_memory_equal(bytes, vectors[0].bytes, SEAL);
}

static void what_is_opened_is_what_was_sealed(void **unused)
{
    sigma_desk desk, again;
    sigma_context context = {0}, read;
    uint8_t bytes[sizeof desk + sizeof context + SIGMA_SEAL_SPACE];
    int32_t size, length;
    (void)unused;
    assert_int_equal(sigma_desk_init(&desk, sample_now, 10000.0), SIGMA_OK);
    assert_int_equal(sigma_seal_size(SIGMA_KIND_DESK, &size), SIGMA_OK);
    assert_int_equal(size, SIGMA_SEAL_SPACE + (int32_t)sizeof desk);
    assert_int_equal(sigma_seal_write(SIGMA_KIND_DESK, &desk, bytes, size, &length), SIGMA_OK);
    memset(&again, 9, sizeof again);
    assert_int_equal(sigma_seal_open(SIGMA_KIND_DESK, bytes, length, &again), SIGMA_OK);
    assert_same(desk, again);
    assert_int_equal(
        sigma_seal_write(SIGMA_KIND_CONTEXT, &context, bytes, (int32_t)sizeof bytes, &length),
        SIGMA_OK);
    assert_int_equal(sigma_seal_open(SIGMA_KIND_CONTEXT, bytes, length, &read), SIGMA_OK);
    assert_same(context, read);
}

static void text_is_sealed_too(void **unused)
{
    sigma_audit_difference difference = {.field = "decision.lots", .position = 7}, again;
    uint8_t bytes[sizeof difference + SIGMA_SEAL_SPACE];
    int32_t length;
    (void)unused;
    assert_int_equal(sigma_seal_write(SIGMA_KIND_AUDIT_DIFFERENCE, &difference, bytes,
                                      (int32_t)sizeof bytes, &length),
                     SIGMA_OK);
    assert_int_equal(sigma_seal_open(SIGMA_KIND_AUDIT_DIFFERENCE, bytes, length, &again), SIGMA_OK);
    assert_same(difference, again);
}

static void any_changed_byte_is_found(void **unused)
{
    uint8_t bytes[SEAL];
    (void)unused;
    seal(bytes);
    for (int32_t i = 0; i < SEAL; i++) {
        for (int32_t bit = 0; bit < 8; bit++) {
            bytes[i] ^= (uint8_t)(1 << bit);
            assert_refused(bytes, SEAL, SIGMA_E_FORMAT);
            bytes[i] ^= (uint8_t)(1 << bit);
        }
    }
    for (int32_t length = -1; length < SEAL; length++) {
        assert_refused(bytes, length, SIGMA_E_FORMAT);
    }
}

/* With a CRC that fits. */
static void another_version_and_another_kind_are_refused(void **unused)
{
    sigma_adx adx;
    sigma_obv obv;
    uint8_t bytes[SIGMA_SEAL_SPACE + sizeof(sigma_adx)];
    int32_t length;
    (void)unused;
    assert_refused(vectors[1].bytes, SEAL, SIGMA_E_VERSION);
    assert_int_equal(sigma_adx_init(&adx, 3), SIGMA_OK);
    assert_int_equal(sigma_seal_write(SIGMA_KIND_ADX, &adx, bytes, (int32_t)sizeof bytes, &length),
                     SIGMA_OK);
    assert_refused(bytes, length, SIGMA_E_FORMAT);
    assert_int_equal(sizeof obv, sizeof(sigma_ema));
    assert_int_equal(sigma_obv_init(&obv), SIGMA_OK);
    assert_int_equal(sigma_seal_write(SIGMA_KIND_OBV, &obv, bytes, (int32_t)sizeof bytes, &length),
                     SIGMA_OK);
    assert_refused(bytes, length, SIGMA_E_FORMAT);
}

static void a_struct_out_of_range_is_not_sealed(void **unused)
{
    sigma_ema ema = running();
    uint8_t bytes[SEAL] = {0};
    int32_t length = 5;
    (void)unused;
    ema.value = NOT_A_NUMBER;
    assert_int_equal(sigma_seal_write(SIGMA_KIND_EMA, &ema, bytes, SEAL, &length), SIGMA_E_RANGE);
    assert_int_equal(length, 0);
    assert_zero(bytes);
}

static void wrong_arguments_are_refused(void **unused)
{
    sigma_ema ema = running();
    uint8_t bytes[SEAL] = {0};
    int32_t length = 5, size = 5;
    (void)unused;
    assert_int_equal(sigma_seal_size(SIGMA_KIND_UNKNOWN, &size), SIGMA_E_RANGE);
    assert_int_equal(size, 0);
    assert_int_equal(sigma_seal_size(SIGMA_KIND_EMA, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_seal_write(SIGMA_KIND_EMA, &ema, bytes, SEAL - 1, &length),
                     SIGMA_E_SPACE);
    assert_int_equal(sigma_seal_write(SIGMA_KIND_COUNT, &ema, bytes, SEAL, &length), SIGMA_E_RANGE);
    assert_int_equal(sigma_seal_write(SIGMA_KIND_EMA, NULL, bytes, SEAL, &length), SIGMA_E_NULL);
    assert_int_equal(sigma_seal_write(SIGMA_KIND_EMA, &ema, NULL, SEAL, &length), SIGMA_E_NULL);
    assert_int_equal(sigma_seal_write(SIGMA_KIND_EMA, &ema, bytes, SEAL, NULL), SIGMA_E_NULL);
    assert_int_equal(length, 0);
    assert_zero(bytes);
    assert_int_equal(sigma_seal_open(SIGMA_KIND_COUNT, bytes, SEAL, &ema), SIGMA_E_RANGE);
    assert_int_equal(sigma_seal_open(SIGMA_KIND_EMA, NULL, SEAL, &ema), SIGMA_E_NULL);
    assert_int_equal(sigma_seal_open(SIGMA_KIND_EMA, bytes, SEAL, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_bytes_are_those_of_the_header_comment),
        cmocka_unit_test(what_is_opened_is_what_was_sealed),
        cmocka_unit_test(text_is_sealed_too),
        cmocka_unit_test(any_changed_byte_is_found),
        cmocka_unit_test(another_version_and_another_kind_are_refused),
        cmocka_unit_test(a_struct_out_of_range_is_not_sealed),
        cmocka_unit_test(wrong_arguments_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
