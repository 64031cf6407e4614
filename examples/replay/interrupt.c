/* SPDX-License-Identifier: MIT */
#include "interrupt.h"

#include <signal.h>

#include "../common/files.h"

static volatile sig_atomic_t seen;

static void note(int number)
{
    (void)number;
    seen = 1;
}

void interrupt_watch(void)
{
    files_catch(SIGINT, note);
    files_catch(SIGTERM, note);
#ifdef SIGHUP
    files_catch(SIGHUP, note);
#endif
#ifdef SIGBREAK
    files_catch(SIGBREAK, note);
#endif
}

bool interrupt_seen(void)
{
    return seen;
}
