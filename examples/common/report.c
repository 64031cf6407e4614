/* SPDX-License-Identifier: MIT */
#include "report.h"

#include <errno.h>
#include <sigma/version.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "files.h"

enum { WIDTH = 60 };

static const char *name = "";
static char *kept;
static size_t kept_space;

void report_keep(char *message, size_t space)
{
    kept = message;
    kept_space = space;
}

bool report_begin(const char *program)
{
    name = program;
    if (sigma_version_abi() != SIGMA_ABI_VERSION) {
        report("built for version %d of the library's interface, found %d", SIGMA_ABI_VERSION,
               (int)sigma_version_abi());
        return false;
    }
    if (sigma_version_selftest() != SIGMA_OK) {
        report("this process does not compute as IEEE 754 says; results would differ");
        return false;
    }
    return true;
}

void report_wipe(void)
{
    if (files_terminal(stderr)) {
        fprintf(stderr, "\r%*s\r", WIDTH, "");
    }
}

void report(const char *format, ...)
{
    va_list values;

    va_start(values, format);
    if (kept) {
        vsnprintf(kept, kept_space, format, values);
    } else {
        report_wipe();
        fprintf(stderr, "%s: ", name);
        vfprintf(stderr, format, values);
        fputc('\n', stderr);
    }
    va_end(values);
}

int report_end(int status)
{
    bool failed_before = ferror(stdout);

    errno = 0;
    if (fclose(stdout) != 0 || failed_before) {
        report("cannot write to the standard output: %s",
               errno ? strerror(errno) : "a write failed");
        return STATUS_FAILED;
    }
    return status;
}
