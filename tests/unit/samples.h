/* SPDX-License-Identifier: MIT */
/* Structs that every function accepts, to be varied by the tests. The numbers are those of the
 * known answer: EURUSD at 1.10, an account of 10,000, 1 % at risk, a stop 30 pips away, no costs,
 * which makes 0.33 lots. */
#ifndef SIGMA_TEST_SAMPLES_H
#define SIGMA_TEST_SAMPLES_H

#include "sigma/sigma.h"

#define SAMPLE_HOUR INT64_C(3600000000000)

enum { SAMPLE_SYMBOL = 7, SAMPLE_BARS = 600 };

extern const int64_t sample_now; /* 2020-03-16T20:00:00Z */

sigma_symbol sample_symbol(void);
sigma_market_params sample_market_params(void);
sigma_policy sample_policy(void);
sigma_context sample_context(void);
sigma_proposal sample_proposal(void);

/* The same with every guard read, none of which says a word against the trade. */
sigma_context sample_guarded(void);

/* What a decision is made of. */
typedef struct sample_question {
    sigma_policy policy;
    sigma_context context;
    sigma_proposal proposal;
} sample_question;

sample_question sample_question_known(void);

/* Of a question that is no error. */
sigma_decision sample_decided(const sample_question *q);

/* What a size is found from. */
typedef struct sample_size {
    sigma_sizing_params params;
    sigma_symbol symbol;
    sigma_sizing_sample sample;
} sample_size;

/* Of one that is no error. */
sigma_sizing_result sample_sized(const sample_size *size);

/* Starts every guard of a desk, with its defaults. */
void sample_guards(sigma_desk *desk);

/* A gate that allows the symbol, and an order of 0.33 lots that passes all its layers. */
sigma_gate sample_gate(int64_t time);
sigma_gate_sample sample_order(int64_t time);

sigma_position sample_position(int32_t id, double lots);

/* A long closed now, opened an hour before; its risk is given, and nothing else. */
sigma_trade sample_trade(double profit, double risk);

/* Bars of a random walk with gaps, so that the previous close matters. */
typedef struct sample_walk {
    double open[SAMPLE_BARS], high[SAMPLE_BARS], low[SAMPLE_BARS], close[SAMPLE_BARS];
} sample_walk;

/* High, low and close that no bar may have. */
enum { SAMPLE_BAD_BARS = 15 };
extern const double sample_bad_bars[SAMPLE_BAD_BARS][3];

sample_walk sample_random_walk(uint64_t seed);
sigma_bar sample_bar(const sample_walk *walk, int32_t i);

/* Every field set to some value in its range, most of them with many digits. */
sigma_policy sample_random_policy(uint64_t *seed);
sigma_symbol sample_random_symbol(uint64_t *seed);

/* A context and a proposal that fit together, of a market where most trades are granted. */
void sample_random_question(uint64_t *seed, sigma_context *context, sigma_proposal *proposal);

#endif
