/* SPDX-License-Identifier: MIT */
/* Any code of any vocabulary: a name reads back to its code, anything else is refused. */
#include <string.h>

#include "fuzz.h"

typedef sigma_status text_of(int32_t, int32_t, char *, int32_t, int32_t *);

typedef struct text_kind {
    const char *name;
    text_of *write;
} text_kind;

static int32_t write(fuzz_input *in, const text_kind *kind, int32_t vocabulary, int32_t code,
                     char *buffer)
{
    int32_t space = SIGMA_WORD_SPACE + 4, length = 0;
    int32_t capacity = fuzz_rarely(in) ? fuzz_pick(in, 24) - 4 : SIGMA_WORD_SPACE;

    memset(buffer, '#', (size_t)space);
    sigma_status status =
        fuzz_saw_text(kind->name, kind->write(vocabulary, code, buffer, capacity, &length), buffer,
                      space, capacity, &length);
    REQUIRE(status == SIGMA_OK || status == SIGMA_E_RANGE || status == SIGMA_E_SPACE);
    REQUIRE(status != SIGMA_E_SPACE || capacity < SIGMA_WORD_SPACE);
    return length;
}

static void read(int32_t vocabulary, const char *text, int32_t length, const int32_t *expected)
{
    int32_t code;
    sigma_status status = sigma_word_read(vocabulary, text, length, &code);

    (void)fuzz_saw_numbers("sigma_word_read", status, &code, 4, 1);
    REQUIRE(status == SIGMA_OK || code == 0);
    REQUIRE(!expected || (status == SIGMA_OK && code == *expected));
}

static void any_text(fuzz_input *in, int32_t vocabulary)
{
    char text[40];
    int32_t length = fuzz_chars(in, text, (int32_t)sizeof text);
    read(vocabulary, text, length, NULL);
}

void fuzz_words(fuzz_input *in)
{
    static const text_kind name = {"sigma_word_write", sigma_word_write};
    static const text_kind sentence = {"sigma_word_explain", sigma_word_explain};
    char buffer[SIGMA_WORD_SPACE + 4];
    int32_t number;

    while (fuzz_more(in)) {
        int32_t vocabulary = fuzz_rarely(in) ? fuzz_int32(in) : fuzz_pick(in, 17);
        int32_t code = fuzz_rarely(in) ? fuzz_int32(in) : fuzz_pick(in, 24) - 9;
        (void)write(in, &sentence, vocabulary, code, buffer);
        int32_t length = write(in, &name, vocabulary, code, buffer);
        if (length > 0) {
            read(vocabulary, buffer, length, &code);
            fuzz_damage_text(in, buffer, length);
            read(vocabulary, buffer, length, NULL);
        }
        any_text(in, vocabulary);
    }
    fuzz_saw_null("sigma_word_write", sigma_word_write(1, 0, NULL, 128, &number));
    fuzz_saw_null("sigma_word_write", sigma_word_write(1, 0, buffer, 128, NULL));
    fuzz_saw_null("sigma_word_explain", sigma_word_explain(1, 0, NULL, 128, &number));
    fuzz_saw_null("sigma_word_explain", sigma_word_explain(1, 0, buffer, 128, NULL));
    fuzz_saw_null("sigma_word_read", sigma_word_read(1, NULL, 1, &number));
    fuzz_saw_null("sigma_word_read", sigma_word_read(1, "ok", 2, NULL));
}
