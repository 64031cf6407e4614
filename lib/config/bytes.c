/* SPDX-License-Identifier: MIT */
#include "document.h"

/* Whether a code may stand in YAML. */
static bool printable(uint32_t code)
{
    return code == '\t' || code == '\n' || code == '\r' || (' ' <= code && code <= '~') ||
           code == 0x85 || (0xa0 <= code && code <= 0xfffd && code != 0xfeff) || code > 0xffff;
}

/* How many bytes a code has by its first one; 0 if that is none. */
static int32_t span(uint8_t first)
{
    return first < 0x80   ? 1
           : first < 0xc2 ? 0
           : first < 0xe0 ? 2
           : first < 0xf0 ? 3
           : first < 0xf5 ? 4
                          : 0;
}

/* The code that begins here, of so many bytes; false if it is none. */
static bool decode(const uint8_t *at, int32_t bytes, uint32_t *code)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t c = bytes == 1 ? at[0] : at[0] & (0x7fu >> bytes);

    for (int32_t i = 1; i < bytes; i++) {
        if ((at[i] & 0xc0) != 0x80) {
            return false;
        }
        c = c << 6 | (at[i] & 0x3fu);
    }
    *code = c;
    return c >= least[bytes] && c <= 0x10ffff && (c < 0xd800 || c > 0xdfff);
}

static bool breaks(uint32_t code, bool before_line_feed)
{
    return code == '\n' || (code == '\r' && !before_line_feed) || code == 0x85 || code == 0x2028 ||
           code == 0x2029;
}

bool sigma_config_bytes(config_document *doc, const char *text, int32_t length)
{
    const uint8_t *at = (const uint8_t *)text;
    int32_t line = 1, column = 1, bytes;
    uint32_t code;

    for (int32_t i = 0; i < length; i += bytes) {
        bytes = span(at[i]);
        if (bytes == 0 || bytes > length - i || !decode(at + i, bytes, &code)) {
            return sigma_config_fail_at(doc, SIGMA_E_FORMAT, line, column,
                                        "expected UTF-8, found the byte 0x%02x", at[i]);
        }
        if (!printable(code)) {
            return sigma_config_fail_at(doc, SIGMA_E_FORMAT, line, column,
                                        "expected text, found the control character U+%04X",
                                        (unsigned)code);
        }
        bool ends = breaks(code, i + 1 < length && at[i + 1] == '\n');
        line += ends;
        column = ends ? 1 : column + 1;
    }
    return true;
}

bool sigma_config_tab_indents(const char *text, int32_t length, int32_t line)
{
    int32_t i = 0;

    for (int32_t passed = 0; passed < line && i < length; i++) {
        passed += text[i] == '\n';
    }
    while (i < length && text[i] == ' ') {
        i++;
    }
    return i < length && text[i] == '\t';
}
