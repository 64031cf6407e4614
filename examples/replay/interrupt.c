/* SPDX-License-Identifier: MIT */
#include "interrupt.h"

#include <signal.h>

static volatile sig_atomic_t seen;

static void note(int number)
{
    (void)number;
    seen = 1;
}

void interrupt_watch(void)
{
    signal(SIGINT, note);
    signal(SIGTERM, note);
#ifdef SIGHUP
    if (signal(SIGHUP, note) == SIG_IGN) {
        signal(SIGHUP, SIG_IGN); /* as nohup wants it */
    }
#endif
#ifdef SIGBREAK
    signal(SIGBREAK, note);
#endif
}

bool interrupt_seen(void)
{
    return seen;
}
