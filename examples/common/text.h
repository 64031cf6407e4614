/* SPDX-License-Identifier: MIT */
/* Numbers, times and codes as text to print: printf("%s", text_number(x).text). */
#ifndef DRIVERS_TEXT_H
#define DRIVERS_TEXT_H

#include <sigma/words.h>
#include <stdbool.h>

struct text {
    char text[SIGMA_WORD_SPACE];
};

struct text text_number(double value);     /* 0.1, 1e+21: reads back to the same bits */
struct text text_money(double value);      /* -1,234.50 */
struct text text_count(int64_t value);     /* 1,234 */
struct text text_share(double value);      /* 0.0125 is 1.25 % */
struct text text_time(int64_t time);       /* 2020-03-16T20:00:00Z */
struct text text_interval(int64_t length); /* 1d, 4h, 90m */
struct text text_word(int32_t vocabulary, int32_t code); /* stop_level */
struct text text_sentence(int32_t vocabulary, int32_t code);
struct text text_version(int32_t number); /* 100 is 0.1.0 */

/* Foreign text between quotation marks, cut where it is long, without control characters. */
struct text text_quoted(const char *foreign, int32_t length);

/* Whether text is this word, in upper or lower case. */
bool text_is(const char *text, int32_t length, const char *word);

#endif
