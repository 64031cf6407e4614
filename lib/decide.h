/* SPDX-License-Identifier: MIT */
/* A decision in the making: what was asked, and what of the context can answer it. */
#ifndef SIGMA_LIB_DECIDE_H
#define SIGMA_LIB_DECIDE_H

#include "check.h"
#include "sigma/decide.h"

typedef struct sigma_question {
    const sigma_policy *policy;
    const sigma_context *context;
    const sigma_proposal *proposal;
    uint64_t read; /* parts of the context that were read */
} sigma_question;

static inline bool sigma_has(const sigma_proposal *proposal, int32_t given)
{
    return proposal->given & sigma_bit(given);
}

static inline bool sigma_was_read(const sigma_question *q, int32_t part)
{
    return q->read & sigma_bit(part);
}

/* What lots may be off by when they were summed or computed, as 0.1 + 0.2 is. */
static inline double sigma_lots_rounding(double lots)
{
    return 1e-12 * lots;
}

/* Whether that is all that was asked for. */
static inline bool sigma_lots_suffice(double lots, double requested)
{
    return lots >= requested - sigma_lots_rounding(requested);
}

static inline void sigma_judge(sigma_decision *decision, int32_t reason, bool holds)
{
    *(holds ? &decision->passed : &decision->refused) |= sigma_bit(reason);
}

/* The difference may need 64 bits; as a double it is exact below 2^53 ns, which are 104 days. */
static inline bool sigma_recent(int64_t then, int64_t now, double most)
{
    return then <= now && (double)((uint64_t)now - (uint64_t)then) <= most;
}

/* Steps of an order that opens, on a question whose parts are complete and in range: the regime;
 * votes and confidence; room of portfolio, gate, firm, breaker and monitor, behind the size. */
void sigma_decide_regime(const sigma_question *q, sigma_decision *decision);
void sigma_decide_signal(const sigma_question *q, sigma_decision *decision);
void sigma_decide_guards(const sigma_question *q, sigma_decision *decision);

/* Of a regime that was read. */
double sigma_decide_regime_factor(const sigma_question *q);

/* All that a size needs. */
void sigma_decide_sample(const sigma_question *q, const sigma_stops_result *stops,
                         sigma_sizing_sample *sample);

/* Both on a question whose parts are complete and in range. */
sigma_status sigma_decide_open(const sigma_question *q, sigma_decision *decision);
void sigma_decide_reduce(const sigma_question *q, sigma_decision *decision);

#endif
