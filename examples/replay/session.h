/* SPDX-License-Identifier: MIT */
/* One replay: everything that changes while it runs, and what happens at each instant. Nothing
 * looks ahead. */
#ifndef REPLAY_SESSION_H
#define REPLAY_SESSION_H

#include <sigma/audit.h>

#include "ab.h"
#include "account.h"
#include "guards.h"
#include "results.h"
#include "summary.h"
#include "timeline.h"

struct session {
    const struct options *options;
    struct symbol *symbols;
    int32_t count; /* symbols */
    int64_t now;
    sigma_policy policy;
    sigma_audit log;
    struct account account;
    struct guards guards;
    struct ab ab;
    struct ab_result tested; /* at the end */
    struct results results;
    struct summary summary;
    char line[SIGMA_AUDIT_SPACE];
};

/* Whether a call of the library worked; reports one that did not, and when. */
bool session_works(const struct session *session, const struct symbol *symbol, const char *call,
                   sigma_status status);

/* Sets up everything but the files of results. */
bool session_start(struct session *session);

/* The first line of the log. */
bool session_head(struct session *session);

/* An instant at which bars open, or close. */
bool session_open(struct session *session, const struct instant *instant);
bool session_close(struct session *session, const struct instant *instant);

/* Puts what the signals want to the desk: first what reduces, then entries, the best one first. */
bool session_scan(struct session *session, const struct instant *instant);

/* Orders that no bar could fill any more. */
int64_t session_unfilled(const struct session *session);

#endif
