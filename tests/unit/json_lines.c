/* SPDX-License-Identifier: MIT */
/* Prints the lines of a log, each followed by every value it was made of, for json_lines.py:
 *
 *     > {"decided":...}
 *     decision.sizing.cap[3] f64 3ffd1745d1745d17
 */
#include <locale.h>

#include "events.h"
#include "samples.h"
#include "test.h"

static void print_word(int32_t vocabulary, int32_t code)
{
    char name[SIGMA_WORD_SPACE];
    int32_t length;
    assert_int_equal(sigma_word_write(vocabulary, code, name, sizeof name, &length), SIGMA_OK);
    printf("%s", name);
}

static void print_bits(int32_t vocabulary, uint64_t bits)
{
    const char *comma = "";
    for (int32_t code = 0; code < 64; code++) {
        if (bits >> code & 1) {
            printf("%s", comma);
            print_word(vocabulary, code);
            comma = ",";
        }
    }
}

static int64_t whole_at(const char *at, int32_t size)
{
    int32_t narrow;
    int64_t wide;
    memcpy(&narrow, at, 4);
    memcpy(&wide, at, (size_t)size);
    return size == 4 ? narrow : wide;
}

static void print_value(const sigma_field *f, const char *at)
{
    double number;
    switch (f->type) {
    case SIGMA_TYPE_F64:
        memcpy(&number, at, 8);
        printf("f64 %016llx", (unsigned long long)test_bits_of(number));
        break;
    case SIGMA_TYPE_I32: printf("int %lld", (long long)whole_at(at, 4)); break;
    case SIGMA_TYPE_I64: printf("int %lld", (long long)whole_at(at, 8)); break;
    case SIGMA_TYPE_U32: printf("hex %08lx", (unsigned long)(uint32_t)whole_at(at, 4)); break;
    case SIGMA_TYPE_TIME: printf("time %lld", (long long)whole_at(at, 8)); break;
    case SIGMA_TYPE_WORD:
        printf("word ");
        print_word(f->detail, (int32_t)whole_at(at, 4));
        break;
    default:
        printf("bits ");
        print_bits(f->detail, (uint64_t)whole_at(at, 8));
        break;
    }
    printf("\n");
}

static void print_struct(int32_t kind, const char *object, const char *prefix)
{
    int32_t size, count, inner;
    assert_int_equal(sigma_layout_size(kind, &size, &count), SIGMA_OK);
    for (int32_t i = 0; i < count; i++) {
        sigma_field f;
        char path[128];
        assert_int_equal(sigma_layout_field(kind, i, &f), SIGMA_OK);
        size = f.type == SIGMA_TYPE_I32 || f.type == SIGMA_TYPE_U32 || f.type == SIGMA_TYPE_WORD
                   ? 4
                   : 8;
        if (f.type == SIGMA_TYPE_STRUCT) {
            assert_int_equal(sigma_layout_size(f.detail, &size, &inner), SIGMA_OK);
        }
        for (int32_t k = 0; k < f.count; k++) {
            const char *at = object + f.offset + k * size;
            snprintf(path, sizeof path, f.count > 1 ? "%s%s[%d]" : "%s%s", prefix, f.name, (int)k);
            if (f.type == SIGMA_TYPE_STRUCT) {
                strcat(path, ".");
                print_struct(f.detail, at, path);
            } else {
                printf("%s ", path);
                print_value(&f, at);
            }
        }
    }
}

static void print_event(uint64_t *seed, lines_log *log, int32_t kind)
{
    event e = event_random(seed, kind);
    char text[SIGMA_AUDIT_EVENT_SPACE];
    int32_t length;
    event_add(log, &e, text, &length);
    printf("> %s\n", text);
    print_struct(kind, (const char *)&e.is, "");
}

static void print_log(uint64_t *seed, int32_t count)
{
    sigma_policy policy = sample_random_policy(seed);
    lines_log log = lines_start(&policy);
    sigma_audit_header header = {1, log.log.digest, sigma_version_number(), SIGMA_DECISION_VERSION,
                                 0, policy};
    printf("> %s\n", log.header);
    print_struct(SIGMA_KIND_AUDIT_HEADER, (const char *)&header, "");
    for (int32_t i = 0; i < count; i++) {
        lines_line line;
        sample_random_question(seed, &line.context, &line.proposal);
        line.proposal.time += i % 3; /* with and without a fraction of a second */
        lines_add(&log, &line);
        sigma_audit_record record = {.line = log.log.line,
                                     .digest = log.log.digest,
                                     .context = line.context,
                                     .proposal = line.proposal,
                                     .decision = line.decision};
        printf("> %s\n", line.text);
        print_struct(SIGMA_KIND_AUDIT_RECORD, (const char *)&record, "");
        print_event(seed, &log, event_kinds[i % EVENT_KINDS]);
    }
}

int main(void)
{
    uint64_t seed = 110;
    if (!setlocale(LC_ALL, "")) {
        fprintf(stderr, "no such locale\n");
        return 77;
    }
    for (int32_t i = 0; i < 20; i++) {
        print_log(&seed, 20);
    }
    return 0;
}
