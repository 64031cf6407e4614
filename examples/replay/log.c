/* SPDX-License-Identifier: MIT */
#include "log.h"

#include <ctype.h>

#include "../common/text.h"

static struct text upper(int32_t vocabulary, int32_t code)
{
    struct text word = text_word(vocabulary, code);

    for (char *at = word.text; *at; at++) {
        *at = (char)toupper((unsigned char)*at);
    }
    return word;
}

/* A factor of the size that took no part is 1. */
static double factor(const sigma_decision *decision, int32_t code)
{
    return decision->sizing.factor[code];
}

static void log_history(const struct history *history, const sigma_edge *edge)
{
    sigma_journal_result read = {.trades = 0};

    if (sigma_journal_read(&history->journal, SIGMA_JOURNAL_ALL, &read) < 0) {
        return;
    }
    printf("Expectancy: $%.2f per trade (n=%d)\n", read.cash.expectancy, (int)read.cash.trades);
    printf("Kelly inputs: WR=%.3f PR=%.3f Kelly=%.4f n=%d\n", edge->win_rate, edge->payoff,
           edge->kelly, (int)edge->trades);
}

void log_decision(const struct session *session, const struct symbol *symbol,
                  const sigma_context *context, const sigma_proposal *proposal,
                  const sigma_decision *decision)
{
    const sigma_policy *policy = &session->policy;

    printf("%s %s %s: %s\n", text_time(proposal->time).text, symbol->input->name,
           text_word(SIGMA_VOCABULARY_SIDE, proposal->side).text,
           text_word(SIGMA_VOCABULARY_VERDICT, decision->verdict).text);
    log_history(&symbol->history, &context->edge);
    printf("Regime: %s (conf=%.2f, risk_mult=%.2f)\n",
           upper(SIGMA_VOCABULARY_REGIME, symbol->weather.regime).text, symbol->weather.confidence,
           factor(decision, SIGMA_FACTOR_REGIME));
    printf("Position size: %s | Method: %s | Regime mult: %.2f | Vol penalty: %.2f\n",
           text_number(decision->lots).text,
           text_word(SIGMA_VOCABULARY_MODE, policy->sizing.mode).text,
           factor(decision, SIGMA_FACTOR_REGIME), factor(decision, SIGMA_FACTOR_VOLATILITY));
}
