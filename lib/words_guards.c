/* SPDX-License-Identifier: MIT */
/* The words of the guards. */
#include "sigma/words.h"
#include "words.h"

static const sigma_word levels[] = {
    {"unknown", "Not set."},
    {"closed", "Nothing is wrong."},
    {"alert", "Something is wrong, entries go on."},
    {"throttle", "Only confident entries, at less size."},
    {"halt", "No entries, positions may be closed."},
    {"shutdown", "No entries until an explicit reset."},
};

static const sigma_word events[] = {
    {"unknown", "Not set."},
    {"time", "Time passed."},
    {"latency", "A call of the API took so long."},
    {"order_done", "An order was carried out."},
    {"order_failed", "An order failed."},
    {"slippage", "A fill slipped by so much."},
    {"trade", "A trade was closed."},
    {"volatility", "A reading of volatility."},
    {"degradation", "The monitor reports how much the strategy has decayed."},
    {"expectancy", "The expectancy of the strategy's trades."},
    {"regime", "The strategy loses in a market that does not suit it."},
    {"network", "The network failed."},
    {"exchange", "The exchange reported an error."},
    {"rate_limit", "The exchange refused because of too many requests."},
    {"database", "The database failed."},
    {"balance", "The balances of bot and broker do not agree."},
    {"memory", "Memory ran out or is corrupt."},
    {"security", "Keys, signatures or permissions are wrong."},
};

static const sigma_word issues[] = {
    {"unknown", "No issue."},
    {"latency", "The mean latency of the API is high."},
    {"failures", "Orders failed in a row."},
    {"failure_rate", "Many of the last orders failed."},
    {"slippage", "A fill slipped too far."},
    {"loss", "Equity fell too far in a short time."},
    {"losses", "Many trades lost in a short time."},
    {"streak", "Trades lost in a row."},
    {"volatility", "Volatility is too high."},
    {"degradation", "The strategy has decayed."},
    {"expectancy", "The expectancy of the strategy is too low."},
    {"regime", "The strategy loses in a market that does not suit it."},
    {"network", "The network failed."},
    {"exchange", "The exchange reported an error."},
    {"rate_limit", "The exchange refused because of too many requests."},
    {"repeated", "Errors of network or exchange repeat."},
    {"database", "The database failed."},
    {"balance", "The balances of bot and broker do not agree."},
    {"memory", "Memory ran out or is corrupt."},
    {"security", "Keys, signatures or permissions are wrong."},
    {"recovery", "A probe succeeded, the breaker recovers by one state."},
    {"forced", "The caller forced the recovery."},
    {"reset", "The caller reset the breaker after a shutdown."},
    {"override", "The caller set or lifted the override."},
};

static const sigma_word severities[] = {
    {"unknown", "Not judged yet."},
    {"none", "Nothing speaks against the strategy."},
    {"minor", "Watch the strategy."},
    {"moderate", "Trade the strategy at half the size."},
    {"severe", "Halt the strategy's entries."},
    {"critical", "Halt the strategy's entries and close its positions."},
};

static const sigma_word gains[] = {
    {"unknown", "Not set."},
    {"price", "As a share of the price of the entry."},
    {"risk", "In multiples of the initial risk."},
    {"target", "As a share of the way to the target."},
};

static const sigma_word theses[] = {
    {"rsi", "The RSI was at an extreme."},
    {"macd", "The MACD histogram stood on the side of the trade."},
};

static const sigma_word seens[] = {
    {"atr", "Average true range."},
    {"rsi", "The RSI now."},
    {"histogram", "The MACD histogram now."},
    {"exposure", "How far the portfolio leans to one side."},
};

static const sigma_word styles[] = {
    {"unknown", "Not set."},
    {"plain", "In multiples of the risk, without break-even and parts."},
    {"risk", "In multiples of the risk, with break-even and parts."},
    {"percent", "In percent of the price, with break-even and parts."},
    {"half", "In multiples of the risk, half closed half way to the target."},
};

static const sigma_word shares[] = {
    {"unknown", "Not set."},
    {"money", "An amount of money."},
    {"start", "A share of the balance at the start."},
    {"base", "A share of what it counts from."},
};

static const sigma_word bases[] = {
    {"unknown", "Not set."},
    {"start", "The balance at the start."},
    {"balance", "The closed balance."},
    {"close", "The highest closed balance at the end of a day."},
    {"equity", "The equity, with open profit."},
    {"larger", "The larger of balance and equity."},
    {"peak", "The highest equity of the day."},
};

static const sigma_word breachs[] = {
    {"unknown", "Not set."},
    {"below", "Below the floor."},
    {"at", "At the floor or below."},
};

static const sigma_word profits[] = {
    {"unknown", "Not set."},
    {"net", "The profit of all days."},
    {"green", "The profit of the days that gained."},
    {"target", "The target."},
};

static const sigma_word phases[] = {
    {"unknown", "Not set."},
    {"active", "It may trade."},
    {"locked", "It may not trade until the next reset."},
    {"passed", "It passed."},
    {"failed", "It broke a rule."},
};

static const sigma_word rules[] = {
    {"daily_loss", "The loss of a day reaches its limit."},
    {"total_loss", "The loss in all reaches its limit."},
    {"target", "The profit falls short of the target."},
    {"days_min", "There are too few days with a trade."},
    {"days_max", "There were too many days."},
    {"consistency", "The best day made too much of the profit."},
    {"lots", "There would be too many lots."},
    {"reward", "The reward is not known, and a rule counts open profit."},
    {"phase", "The account may not trade."},
    {"fresh", "The figures are of another day."},
};

static const sigma_word firms[] = {
    {"unknown", "Not set."},
    {"ftmo_two_step", "FTMO, first of two phases."},
    {"ftmo_one_step", "FTMO, one phase."},
    {"apex_50k", "Apex, 50,000."},
    {"apex_150k", "Apex, 150,000."},
    {"e8_one", "E8 One, 500,000."},
    {"crypto_fund_trader", "Crypto Fund Trader, one phase, 200,000."},
    {"topstep_50k", "Topstep, 50,000."},
};

static const sigma_word judgements[] = {
    {"unknown", "Not set."},
    {"published", "Thresholds over the last trades, as published."},
    {"sequential", "Sequential tests with guaranteed rates of false alarms."},
};

static const sigma_word symptoms[] = {
    {"win_rate", "Too few of the last trades won."},
    {"sharpe", "The Sharpe ratio of the last trades is too low."},
    {"streak", "Too many trades lost in a row."},
    {"expectancy", "The mean of the last trades is too low."},
    {"drawdown", "The drawdown from the highest point is too deep."},
    {"regime", "The strategy loses in a market that does not suit it."},
    {"shift", "The mean of the trades has fallen below what was known."},
    {"evidence", "The trades speak for a mean below zero."},
    {"probation", "The strategy is back from a halt, on probation."},
};

static const sigma_word layers[] = {
    {"symbol", "The symbol is not allowed."},
    {"leverage", "All positions together are too large for the equity."},
    {"size", "The money at risk is none, or too much of the equity."},
    {"balance", "There is no balance or no equity left."},
    {"margin", "The free margin does not suffice."},
    {"daily_loss", "The day has lost as much as it may."},
    {"daily_profit", "The day has won as much as it may."},
    {"cooldown", "The symbol's last position was closed too recently."},
    {"positions", "As many positions are open as may be."},
    {"duplicate", "The symbol is held already."},
    {"stop", "There is no stop on the losing side of the entry."},
    {"reward", "The reward is too small for the risk."},
    {"spread", "The spread is too wide for the distance of the stop."},
    {"price", "The price is missing, too old, or of the future."},
    {"order_rate", "Too many orders were sent in a short time."},
    {"schedule", "The schedule forbids entries now."},
};

static const sigma_word limits[] = {
    {"priced", "A position or the candidate has no price, no stop or no risk."},
    {"single", "Too much exposure in the symbol."},
    {"group", "Too much exposure in symbols that move together."},
    {"sector", "Too much exposure in the sector."},
    {"net", "The portfolio leans too far to one side."},
    {"gross", "Too much exposure in all."},
    {"heat", "The positions together risk too much, as they correlate or under stress."},
    {"sum", "The risks added up are too large."},
    {"positions", "Too many positions are open."},
    {"drawdown", "Too much exposure for the drawdown."},
};

static const sigma_word pairs[] = {
    {"unknown", "None."},
    {"btc_eth", "Bitcoin and Ether."},
    {"btc_bnb", "Bitcoin and BNB."},
    {"eth_bnb", "Ether and BNB."},
    {"sol_ada", "Solana and Cardano."},
    {"xrp_ltc", "XRP and Litecoin."},
};

sigma_word_list sigma_words_of_guards(int32_t vocabulary)
{
    switch (vocabulary) {
    case SIGMA_VOCABULARY_LEVEL: return (sigma_word_list){levels, SIGMA_LEVEL_COUNT};
    case SIGMA_VOCABULARY_EVENT: return (sigma_word_list){events, SIGMA_EVENT_COUNT};
    case SIGMA_VOCABULARY_ISSUE: return (sigma_word_list){issues, SIGMA_ISSUE_COUNT};
    case SIGMA_VOCABULARY_SEVERITY: return (sigma_word_list){severities, SIGMA_SEVERITY_COUNT};
    case SIGMA_VOCABULARY_GAIN: return (sigma_word_list){gains, SIGMA_GAIN_COUNT};
    case SIGMA_VOCABULARY_THESIS: return (sigma_word_list){theses, SIGMA_THESIS_COUNT};
    case SIGMA_VOCABULARY_SEEN: return (sigma_word_list){seens, SIGMA_SEEN_COUNT};
    case SIGMA_VOCABULARY_STYLE: return (sigma_word_list){styles, SIGMA_STYLE_COUNT};
    case SIGMA_VOCABULARY_SHARE: return (sigma_word_list){shares, SIGMA_SHARE_COUNT};
    case SIGMA_VOCABULARY_BASE: return (sigma_word_list){bases, SIGMA_BASE_COUNT};
    case SIGMA_VOCABULARY_BREACH: return (sigma_word_list){breachs, SIGMA_BREACH_COUNT};
    case SIGMA_VOCABULARY_PROFIT: return (sigma_word_list){profits, SIGMA_PROFIT_COUNT};
    case SIGMA_VOCABULARY_PHASE: return (sigma_word_list){phases, SIGMA_PHASE_COUNT};
    case SIGMA_VOCABULARY_RULE: return (sigma_word_list){rules, SIGMA_RULE_COUNT};
    case SIGMA_VOCABULARY_FIRM: return (sigma_word_list){firms, SIGMA_FIRM_COUNT};
    case SIGMA_VOCABULARY_JUDGEMENT: return (sigma_word_list){judgements, SIGMA_JUDGEMENT_COUNT};
    case SIGMA_VOCABULARY_SYMPTOM: return (sigma_word_list){symptoms, SIGMA_SYMPTOM_COUNT};
    case SIGMA_VOCABULARY_LAYER: return (sigma_word_list){layers, SIGMA_LAYER_COUNT};
    case SIGMA_VOCABULARY_LIMIT: return (sigma_word_list){limits, SIGMA_LIMIT_COUNT};
    case SIGMA_VOCABULARY_PAIR: return (sigma_word_list){pairs, SIGMA_PAIR_COUNT};
    default: return (sigma_word_list){0};
    }
}
