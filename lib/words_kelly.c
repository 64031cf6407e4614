/* SPDX-License-Identifier: MIT */
/* The words of Kelly. */
#include "sigma/base.h"
#include "words.h"

const sigma_word sigma_method_words[SIGMA_METHOD_COUNT] = {
    {"unknown", "Not set."},
    {"empirical", "The sample of trades is believed."},
    {"sceptical", "The mean is shrunk toward zero, less so as trades come in."},
    {"lower", "A lower bound of the mean is believed."},
    {"drawdown", "Believed, and limited by the chance of a loss since the start."},
    {"limited", "Shrunk, and limited by the chance of a loss since the start."},
    {"odds", "The odds of mean win and mean loss, shrunk; the default sizes by them."},
};

const sigma_word sigma_kelly_words[SIGMA_KELLY_COUNT] = {
    {"unknown", "Not set."},
    {"growth", "The fastest growth, or the stated share of it."},
    {"no_edge", "What is believed of the mean is not above zero."},
    {"no_loss", "No trade has lost, so the gap loss stands in."},
    {"gap", "The gap loss must not lose everything."},
    {"drawdown", "The chance of a loss since the start."},
    {"exploration", "Too few trades to prove anything."},
    {"building", "Too few trades to count in full."},
    {"cap", "The most that may be at risk in a trade."},
    {"cushion", "What is left above the floor, over the gap loss."},
    {"floor", "Nothing is left above the floor."},
};
