/* SPDX-License-Identifier: MIT */
#include "quote.h"

#include <stdint.h>

/* How many bytes a well-formed UTF-8 character takes here; 0 where there is none. */
static int32_t utf8_length(const unsigned char *at)
{
    static const unsigned char least[] = {0, 0, 0xc2, 0xe0, 0xf0, 0xf5};
    int32_t length = 2;

    if (*at < 0x80) {
        return 1;
    }
    while (length < 5 && *at >= least[length + 1]) {
        length++;
    }
    bool overlong = (*at == 0xe0 && at[1] < 0xa0) || (*at == 0xf0 && at[1] < 0x90);
    bool no_character = (*at == 0xed && at[1] > 0x9f) || (*at == 0xf4 && at[1] > 0x8f);
    bool fine = *at >= least[2] && length < 5 && !overlong && !no_character;
    for (int32_t i = 1; fine && i < length; i++) {
        fine = (at[i] & 0xc0) == 0x80;
    }
    return fine ? length : 0;
}

/* Whether a character of this length stands for itself. */
static bool plain(const unsigned char *at, int32_t length)
{
    return length > 0 && *at >= ' ' && *at != '<' && *at != '"' && *at != '\\';
}

static void escape(struct output *output, const unsigned char *at, int32_t length)
{
    char code[8];

    if (length == 0) {
        output_text(output, "\\ufffd");
    } else {
        snprintf(code, sizeof code, "\\u%04x", *at);
        output_text(output, code);
    }
}

void quote_json(struct output *output, const char *string)
{
    const unsigned char *at = (const unsigned char *)string;

    output_text(output, "\"");
    while (*at) {
        const unsigned char *from = at;
        int32_t length = utf8_length(at);
        while (*at && plain(at, length)) {
            at += length;
            length = utf8_length(at);
        }
        output_write(output, (const char *)from, (size_t)(at - from));
        if (*at) {
            escape(output, at, length);
            at += length > 0 ? length : 1;
        }
    }
    output_text(output, "\"");
}
