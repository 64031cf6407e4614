/* SPDX-License-Identifier: MIT */
/* No guard has a say here, and of the context only the position must be sound. */
#include "decide.h"
#include "money.h"

static const double LOTS_MAX = 1e12; /* of one order */

/* The sum of several positions is off the step by its rounding. */
static double sum_on_step(const sigma_symbol *symbol, double sum)
{
    double on_step = sigma_grid(sum, symbol->lot_step, SIGMA_ROUND_NEAREST);
    return sigma_magnitude(on_step - sum) <= sigma_lots_rounding(sum) ? on_step : sum;
}

/* A part of the position in whole steps, but at least the smallest lot, and all of it where the
 * rest would be smaller than that. */
static double steps_to_reduce(const sigma_symbol *symbol, double held, double wanted)
{
    double on_step = sigma_lots_down(wanted, symbol->lot_step);
    double least = sigma_lots_least(symbol), part = sigma_larger(on_step, least);
    double stranded = sigma_larger(least - sigma_lots_rounding(held), 0.0);

    return held - part > stranded ? part : sum_on_step(symbol, held);
}

static double lots_to_reduce(const sigma_question *q, double held)
{
    const sigma_symbol *symbol = &q->context->symbol;
    bool step_known = symbol->id == q->proposal->symbol && sigma_symbol_valid(symbol);
    bool all = !sigma_has(q->proposal, SIGMA_GIVEN_LOTS) || q->proposal->lots >= held;

    if (all) {
        return step_known ? sum_on_step(symbol, held) : held;
    }
    return step_known ? steps_to_reduce(symbol, held, q->proposal->lots) : q->proposal->lots;
}

void sigma_decide_reduce(const sigma_question *q, sigma_decision *decision)
{
    const sigma_portfolio_result *portfolio = &q->context->portfolio;
    bool is_long = q->proposal->side == SIGMA_SIDE_LONG;
    double held = is_long ? portfolio->long_lots : portfolio->short_lots;

    sigma_judge(decision, SIGMA_REASON_SAME_SYMBOL, portfolio->symbol == q->proposal->symbol);
    sigma_judge(decision, SIGMA_REASON_HOLDING, held > 0.0);
    if (decision->refused == 0) {
        decision->lots = sigma_smaller(lots_to_reduce(q, held), LOTS_MAX);
        decision->verdict = sigma_lots_suffice(decision->lots, decision->requested)
                                ? SIGMA_VERDICT_APPROVE
                                : SIGMA_VERDICT_REDUCE;
    }
}
