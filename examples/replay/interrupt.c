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
}

bool interrupt_seen(void)
{
    return seen;
}
