/* SPDX-License-Identifier: MIT */
#include "words.h"

const sigma_word sigma_trade_words[SIGMA_TRADE_COUNT] = {
    {"risk", "The money at risk."},
    {"expected", "The profit that was expected at the entry."},
    {"probability", "The chance of a profit that was stated at the entry."},
    {"balance", "The balance to which the profit was added."},
    {"excursion", "The largest open loss and profit."},
    {"paper", "On paper, without real money."},
};

const sigma_word sigma_stage_words[SIGMA_STAGE_COUNT] = {
    {"unknown", "No trades."},
    {"exploration", "Too few trades to know an edge."},
    {"building", "Enough trades for a first estimate of the edge."},
    {"established", "Enough trades to rely on the estimate of the edge."},
};

const sigma_word sigma_grade_words[SIGMA_GRADE_COUNT] = {
    {"unknown", "Too few trades for a grade."},
    {"critical", "Stop and look."},
    {"doubtful", "Getting worse, or never was good."},
    {"fair", "Acceptable."},
    {"good", "As it should be."},
    {"excellent", "Better than it needs to be."},
};
