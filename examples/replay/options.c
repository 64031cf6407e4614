/* SPDX-License-Identifier: MIT */
#include "options.h"

#include "../common/flags.h"
#include "../common/report.h"
#include "choices.h"
#include "command.h"
#include "keeping.h"
#include "settings.h"

/* Whether some file has opinions to be tested. */
static bool opinions_given(const struct options *options)
{
    bool given = !options->ab;

    for (int32_t i = 0; i < options->inputs.count; i++) {
        given = given || options->inputs.input[i].opinions;
    }
    if (!given) {
        report("--ab: expected --opinions beside it, whose worth it tests");
    }
    return given;
}

/* What the command line asks for besides flags: files, or none to verify. */
static bool take_files(struct options *options, const struct flags *flags, int count, char **files)
{
    if (options->verify && options->features) {
        report("--features: expected no --verify beside it, which computes none");
        return false;
    }
    if (options->verify && options->state) {
        report("--state: expected no --verify beside it, which keeps nothing");
        return false;
    }
    if (options->verify && count > 0) {
        report("--verify: expected no file of bars beside it, got '%s'", files[0]);
        return false;
    }
    if (!options->verify && count == 0) {
        report("expected a CSV file, got none; --help tells more");
        return false;
    }
    if (options->features && count > 1) {
        report("--features: expected one file of bars, got also '%s'", files[1]);
        return false;
    }
    return inputs_read(&options->inputs, &options->config, flags, count, files) &&
           opinions_given(options);
}

bool options_read(struct options *options, int argc, char **argv, int *status)
{
    struct flags flags = {.count = 0};

    *options = (struct options){.folder = "out",
                                .balance = 100000.0,
                                .risk = 0.01,
                                .mode_name = "sceptical",
                                .signal_name = "trend",
                                .exits_name = "plain",
                                .guards_name = "all"};
    command_declare(&flags, options);
    *status = STATUS_USAGE;
    int first = flags_collect(&flags, argc, argv);
    if (first == 0) {
        return false;
    }
    if (flags_answer(&flags, "sigma-replay", command_help)) {
        *status = STATUS_DONE;
        return false;
    }
    if (!settings_take(options, &flags) || !flags_apply(&flags) || !choices_take(options, &flags) ||
        !keeping_take(options, &flags)) {
        return false;
    }
    options->command = keeping_command(&flags, argc - first, argv + first);
    if (!flags_given(&flags, "print-config")) {
        return take_files(options, &flags, argc - first, argv + first);
    }
    if (inputs_read(&options->inputs, &options->config, &flags, argc - first, argv + first) &&
        settings_print(options)) {
        *status = STATUS_DONE;
    }
    return false;
}
