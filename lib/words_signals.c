/* SPDX-License-Identifier: MIT */
/* The words of the signals. */
#include "sigma/words.h"
#include "words.h"

static const sigma_word terms[SIGMA_TERM_COUNT] = {
    {"momentum", "RSI, stochastic and CCI, against their extremes."},
    {"trend", "MACD and the order of averages, by the strength of the trend."},
    {"reversion", "Distance from the mean, and a return from the bands."},
    {"band", "Place in the Bollinger bands."},
    {"volume", "Money flow, and the price against that of the volume."},
    {"probability", "Chance to be higher."},
};

static const sigma_word evidences[SIGMA_EVIDENCE_COUNT] = {
    {"rsi", "Relative strength index."},        {"macd", "Sign of a histogram of some size."},
    {"stochastic", "Stochastic oscillator."},   {"band", "Near a Bollinger band."},
    {"ema", "Order of three averages."},        {"adx", "Strength of the trend, for either side."},
    {"probability", "Chance to be higher."},    {"zscore", "Distance from the mean."},
    {"slope", "Slope of the regression line."},
};

static const sigma_word fusions[SIGMA_FUSION_COUNT] = {
    {"unknown", "There was none."},
    {"agreed", "Many rules confirm it."},
    {"partly", "Some rules confirm it."},
    {"doubtful", "Few rules confirm it."},
    {"override", "The rules do not confirm it, but it is sure enough."},
    {"wait", "The rules do not confirm it."},
};

static const sigma_word points[SIGMA_POINT_COUNT] = {
    {"rsi", "RSI below its bound."},
    {"macd", "Sign of the histogram."},
    {"higher", "Lean of the higher timeframe."},
    {"ema", "Order of price and averages."},
    {"adx", "Strength of the trend."},
    {"band", "At a Bollinger band."},
};

static const sigma_word obstacles[SIGMA_OBSTACLE_COUNT] = {
    {"score", "The score is too low."},
    {"trend", "The higher timeframe leans the other way."},
    {"hours", "The schedule blocks entries."},
};

static const sigma_word answers[SIGMA_ANSWER_COUNT] = {
    {"unknown", "Not set; refused."}, {"approve", "For the trade."},
    {"reject", "Against the trade."}, {"reduce", "For a smaller trade."},
    {"absent", "None came."},
};

static const sigma_word consensuses[SIGMA_CONSENSUS_COUNT] = {
    {"unknown", "Not counted."},
    {"below", "Not asked for: the technical score decides alone."},
    {"none", "No voter answered: the technical score decides alone."},
    {"full", "All approve, and surely."},
    {"part", "Nobody rejects, but not all approve surely."},
    {"rejected", "A voter rejects."},
};

static const sigma_word externals[SIGMA_EXTERNAL_COUNT] = {
    {"score", "Market score."},
    {"confidence", "Confidence of a model."},
    {"fundamental", "Fundamental score."},
};

sigma_word_list sigma_words_of_signals(int32_t vocabulary)
{
    switch (vocabulary) {
    case SIGMA_VOCABULARY_TERM: return (sigma_word_list){terms, SIGMA_TERM_COUNT};
    case SIGMA_VOCABULARY_EVIDENCE: return (sigma_word_list){evidences, SIGMA_EVIDENCE_COUNT};
    case SIGMA_VOCABULARY_FUSION: return (sigma_word_list){fusions, SIGMA_FUSION_COUNT};
    case SIGMA_VOCABULARY_POINT: return (sigma_word_list){points, SIGMA_POINT_COUNT};
    case SIGMA_VOCABULARY_OBSTACLE: return (sigma_word_list){obstacles, SIGMA_OBSTACLE_COUNT};
    case SIGMA_VOCABULARY_ANSWER: return (sigma_word_list){answers, SIGMA_ANSWER_COUNT};
    case SIGMA_VOCABULARY_CONSENSUS: return (sigma_word_list){consensuses, SIGMA_CONSENSUS_COUNT};
    case SIGMA_VOCABULARY_EXTERNAL: return (sigma_word_list){externals, SIGMA_EXTERNAL_COUNT};
    default: return sigma_words_of_guards(vocabulary);
    }
}
