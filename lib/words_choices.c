/* SPDX-License-Identifier: MIT */
/* Words of stops and sizing. */
#include "sigma/words.h"
#include "words.h"

static const sigma_word factors[] = {
    {"base", "Equity times the mode's fraction."},
    {"cushion", "What is left above the floor."},
    {"regime", "The kind of market."},
    {"volatility", "The market's volatility."},
    {"performance", "The last trades."},
    {"diversification", "Correlation with the open positions."},
    {"votes", "The votes on the signal."},
    {"liquidity", "The market's liquidity."},
    {"margin", "The account's margin level."},
    {"throttle", "Breaker and degradation."},
    {"budget", "The day's risk budget that is left."},
    {"caller", "The caller's own scale."},
    {"product", "At most so much of these factors together."},
    {"maximum", "At most the risk of any trade."},
    {"floor", "At most what keeps the account above its floor."},
};

static const sigma_word caps[] = {
    {"risk", "What the money at risk buys."},
    {"caller", "The lots that were asked for."},
    {"symbol", "The symbol's own cap."},
    {"notional", "The most notional of a trade over equity."},
    {"concentration", "One trade's share of the day's risk budget."},
    {"heat", "The most open risk over equity, with all positions."},
    {"room_day", "What the firm's rules leave today."},
    {"room_total", "What the firm's rules leave in all."},
    {"portfolio", "The risk that the portfolio's limits leave."},
    {"exposure", "The exposure that the portfolio's limits leave."},
    {"rules", "The risk at which the firm's rules would break at the worst."},
    {"rules_lots", "The lots that the firm's rules leave."},
    {"size", "The most loss of a trade that the gate lets pass."},
    {"leverage", "The most notional that the gate lets pass, with all positions."},
    {"margin", "The free margin."},
    {"margin_most", "The most margin of a trade."},
    {"volume", "A share of the day's volume."},
    {"broker", "The broker's largest lot."},
    {"step", "The lot step, floored; zero below the smallest lot."},
};

static const sigma_word modes[] = {
    {"unknown", "Not set."},
    {"sceptical", "Sceptical Kelly under a drawdown floor."},
    {"confident", "Kelly at a lower confidence bound."},
    {"drawdown", "Kelly that keeps a drawdown improbable."},
    {"published", "Kelly times the sample's share of 100 trades."},
    {"fraction", "A fixed share of the equity."},
    {"money", "A fixed amount of money."},
    {"volatility", "A volatility target."},
    {"automatic", "Parameters derived from account, market and history."},
    {"scaling", "A product of confidence, Kelly, volatility, volume and win rate."},
    {"caller", "The lots that are asked for, under every cap."},
};

static const sigma_word bases[] = {
    {"unknown", "Not set."},
    {"stop", "The distance of the stop."},
    {"tail", "A tail beyond it that grows with doubt."},
    {"cvar", "The history's own worst losses."},
};

static const sigma_word schemes[] = {
    {"unknown", "Not set."},
    {"sigma", "By the regime."},
    {"mathematician", "By the trend's strength and the win rate."},
};

static const sigma_word origins[] = {
    {"unknown", "There is no stop."},
    {"caller", "The caller gave it."},
    {"atr", "A multiple of the average true range."},
    {"limit", "The least or most share of the price."},
    {"structure", "The caller's level, which is further away."},
    {"broker", "The broker's least distance, or a tick."},
};

static const sigma_word givens[] = {
    {"stop", "The proposal's own stop."},
    {"target", "The proposal's own target."},
    {"lots", "The size that is asked for."},
    {"scale", "The caller's own factor on the risk."},
    {"structure", "A level that the stop has to keep behind."},
    {"probability", "Chance of the target."},
    {"budget", "The day's risk budget."},
    {"room_day", "What a firm's rules leave today."},
    {"room_total", "What a firm's rules leave in all."},
    {"volume", "The day's volume."},
    {"confidence", "Confidence of the signal."},
    {"spread", "The spread now."},
    {"portfolio", "Risk that the portfolio's limits leave."},
    {"exposure", "Lots that the limits on the portfolio's exposure leave."},
    {"rules", "Risk that a firm's rules allow at the worst."},
    {"rules_lots", "Lots that a firm's rules leave."},
    {"size", "The most loss that a gate lets pass."},
    {"leverage", "The most notional that a gate lets pass."},
};

static const sigma_word profiles[] = {
    {"unknown", "Not set."},
    {"conservative", "Half a percent at risk, above a floor of 90 % of the peak."},
    {"moderate", "One percent at risk, above a floor of 85 % of the peak."},
    {"aggressive", "Two percent at risk, above a floor of 80 % of the peak."},
};

static const sigma_word conducts[] = {
    {"unknown", "Not set."},
    {"enforce", "A decision grants, reduces or denies."},
    {"advise", "A decision lets pass what was asked for, and says what it would do."},
};

static const sigma_word appetites[] = {
    {"unknown", "Not set."},
    {"low", "Half of what speaks for the trade."},
    {"medium", "What speaks for the trade."},
    {"high", "Half as much again as speaks for the trade."},
};

static const sigma_word inputs[] = {
    {"strength", "Strength of the trend."}, {"confidence", "Confidence of the signal."},
    {"volatility", "Volatility of a day."}, {"liquidity", "Liquidity of the market."},
    {"history", "Closed trades."},
};

sigma_word_list sigma_words_of_choices(int32_t vocabulary)
{
    switch (vocabulary) {
    case SIGMA_VOCABULARY_GIVEN: return (sigma_word_list){givens, SIGMA_GIVEN_COUNT};
    case SIGMA_VOCABULARY_FACTOR: return (sigma_word_list){factors, SIGMA_FACTOR_COUNT};
    case SIGMA_VOCABULARY_CAP: return (sigma_word_list){caps, SIGMA_CAP_COUNT};
    case SIGMA_VOCABULARY_MODE: return (sigma_word_list){modes, SIGMA_MODE_COUNT};
    case SIGMA_VOCABULARY_BASIS: return (sigma_word_list){bases, SIGMA_BASIS_COUNT};
    case SIGMA_VOCABULARY_APPETITE: return (sigma_word_list){appetites, SIGMA_APPETITE_COUNT};
    case SIGMA_VOCABULARY_INPUT: return (sigma_word_list){inputs, SIGMA_INPUT_COUNT};
    case SIGMA_VOCABULARY_PROFILE: return (sigma_word_list){profiles, SIGMA_PROFILE_COUNT};
    case SIGMA_VOCABULARY_CONDUCT: return (sigma_word_list){conducts, SIGMA_CONDUCT_COUNT};
    case SIGMA_VOCABULARY_SCHEME: return (sigma_word_list){schemes, SIGMA_SCHEME_COUNT};
    default: return (sigma_word_list){origins, SIGMA_ORIGIN_COUNT};
    }
}
