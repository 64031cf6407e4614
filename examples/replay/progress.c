/* SPDX-License-Identifier: MIT */
#include "progress.h"

#include <stdio.h>

#include "../common/files.h"
#include "../common/report.h"

enum { WIDTH = 40 };

struct progress progress_begin(int64_t total, bool wanted)
{
    return (struct progress){
        .total = total, .percent = -1, .shown = wanted && files_terminal(stderr)};
}

void progress_show(struct progress *progress, int64_t done)
{
    static const char full[] = "########################################";
    int64_t percent = 100 * done / progress->total;
    int length = (int)(WIDTH * percent / 100);

    if (!progress->shown || percent == progress->percent) {
        return;
    }
    progress->percent = percent;
    fprintf(stderr, "\r[%-*.*s] %3d %%", WIDTH, length, full, (int)percent);
    fflush(stderr);
}

void progress_end(struct progress *progress)
{
    if (progress->shown && progress->percent >= 0) {
        report_wipe();
        fflush(stderr);
    }
    progress->shown = false;
}
