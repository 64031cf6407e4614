/* SPDX-License-Identifier: MIT */
/* sigma-replay: bars to audited decisions, or a log of them recomputed. */
#include "../common/files.h"
#include "../common/report.h"
#include "options.h"
#include "replay.h"
#include "verify.h"

int main(int argc, char **argv)
{
    struct options options;
    int status = STATUS_FAILED;

    files_prepare();
    if (report_begin("sigma-replay") && options_read(&options, argc, argv, &status)) {
        status = options.verify ? verify(options.verify, options.quiet) : replay(&options);
    }
    return report_end(status);
}
