/* SPDX-License-Identifier: MIT */
#include "sigma/words.h"

#include "bytes.h"
#include "text.h"
#include "words.h"

static const sigma_word statuses[] = {
    /* from 1 downwards */
    {"warmup", "Accepted, but there is too little data for a value yet."},
    {"ok", "Done."},
    {"null", "A pointer is NULL."},
    {"range", "An argument is outside its documented range."},
    {"state", "A state was not set up by its init function, or is damaged."},
    {"order", "Time stands still or runs backwards."},
    {"space", "A buffer or a table is full."},
    {"format", "The text is malformed."},
    {"version", "Written by another version, whose decisions may differ."},
    {"different", "The record does not agree with its recomputation."},
};

static const sigma_word sides[] = {
    {"unknown", "No side."},
    {"long", "Gains when the price rises."},
    {"short", "Gains when the price falls."},
};

static const sigma_word intents[] = {
    {"unknown", "No intent."},
    {"open", "Opens or enlarges a position."},
    {"reduce", "Reduces or closes a position."},
};

static const sigma_word verdicts[] = {
    {"deny", "Do not take the trade."},
    {"reduce", "Take the trade at the smaller size."},
    {"approve", "Take the trade at full size."},
};

static const sigma_word assets[] = {
    {"unknown", "Not set."},
    {"forex", "Currency pair."},
    {"metal", "Spot metal."},
    {"future", "Listed future."},
    {"index", "Contract for difference on an index or a commodity."},
    {"crypto", "Coin or perpetual."},
    {"stock", "Share."},
    {"inverse", "Coin-margined contract, worth a fixed amount of quote currency."},
};

static const sigma_word parts[] = {
    {"unknown", "Never read."},
    {"symbol", "Facts of the symbol."},
    {"market", "Last price and volatility, from sigma_market_read()."},
    {"account", "Figures of the account, from sigma_account_read()."},
    {"portfolio", "Open positions, from sigma_portfolio_read()."},
    {"breaker", "What the circuit breaker grants, from sigma_breaker_permit()."},
    {"edge", "What the closed trades prove, from sigma_edge_evaluate()."},
    {"prop", "Room under the rules of a firm, from sigma_prop_permit()."},
    {"monitor", "Health of the strategy, from sigma_monitor_permit()."},
    {"gate", "Pre-trade checks, from sigma_gate_permit()."},
    {"heat", "Room under the portfolio's limits, from sigma_portfolio_permit()."},
    {"regime", "What to make of the regime, from sigma_advice_evaluate()."},
};

static const sigma_word reasons[] = {
    {"parts", "A part of the context that the policy needs was not read."},
    {"same_symbol", "The parts of the context and the proposal speak of different symbols."},
    {"fresh", "Market or account data is too old, or lies in the future of the proposal."},
    {"entry", "The entry lies too far from the last price."},
    {"stop", "There is no stop on the losing side of the entry, at a price above zero."},
    {"stop_level", "The stop stands closer to the entry than the broker allows."},
    {"target", "The target does not lie on the winning side of the entry."},
    {"reward", "The reward is too small for the risk."},
    {"positions", "As many positions are open as the policy allows."},
    {"equity", "There is no equity left to risk."},
    {"minimum_lot", "The size that the risk allows is below the broker's smallest lot."},
    {"holding", "There is no position on that side to reduce."},
    {"edge", "The history shows no edge."},
    {"expectation", "The trade is expected to lose, after costs."},
    {"floor", "The account stands at its floor, or open positions could bring it there."},
    {"margin_level", "Equity over margin in use is too low to open anything."},
    {"confidence", "The signal is not confident enough."},
    {"regime", "The regime is none to trade, not known, or not known of late."},
    {"votes", "A voter rejects the trade."},
    {"limits", "A limit of the portfolio is reached."},
    {"gate", "A layer of the gate refuses."},
    {"rules", "A rule of the firm forbids it."},
    {"breaker", "The circuit breaker allows no entries."},
    {"monitor", "The strategy's entries are halted."},
};

static const sigma_word warnings[] = {
    {"tick_value", "Tick value and contract size contradict each other: check with the broker."},
    {"no_market", "Decided without market data, as the policy allows."},
    {"no_portfolio", "Decided without knowing the open positions, as the policy allows."},
    {"trend", "The trade goes against the trend."},
    {"gross", "Longs and shorts together are large for the balance."},
};

static const sigma_word causes[] = {
    {"unknown", "No difference."},
    {"shape", "The line does not have the shape that the writer gives it."},
    {"sequence", "A line before this one is missing, repeated or moved."},
    {"policy", "The line was written under another policy than the header's."},
    {"input", "The line holds a value that no decision accepts, or that does not fit the others."},
    {"decision", "What was recomputed differs."},
    {"bytes", "The recomputed line differs in its bytes."},
};

static const sigma_word volatilities[] = {
    {"unknown", "Not set."},
    {"close", "Standard deviation of the returns, close to close."},
    {"parkinson", "Parkinson: from high and low."},
    {"garman_klass", "Garman and Klass: from all four prices, without drift."},
    {"rogers_satchell", "Rogers and Satchell: from all four prices, whatever the drift."},
    {"yang_zhang", "Yang and Zhang: from all four prices and the gap from the close before."},
};

static const sigma_word features[] = {
    {"ema_1", "Shortest exponential average."},
    {"ema_2", "Second exponential average."},
    {"ema_3", "Third exponential average."},
    {"ema_4", "Longest exponential average."},
    {"atr", "Average true range."},
    {"adx", "Directional movement."},
    {"rsi", "Relative strength index."},
    {"macd", "Convergence-divergence."},
    {"stochastic", "Stochastic oscillator."},
    {"sma", "Plain average."},
    {"bollinger", "Bollinger bands."},
    {"cci", "Commodity channel index."},
    {"mfi", "Money flow index."},
    {"obv", "On-balance volume."},
    {"vwap", "Volume-weighted average prices."},
    {"volatility", "Volatility of the last bars."},
    {"ewma", "Exponentially weighted volatility."},
    {"zscore", "Distance from the mean in deviations."},
    {"slope", "Slope of the regression line."},
    {"up", "Chance to be higher at the horizon."},
};

static const sigma_word rounds[] = {
    {"unknown", "Not set."},
    {"down", "The tick at or below."},
    {"up", "The tick at or above."},
    {"nearest", "The nearest tick."},
};

static const sigma_word regimes[] = {
    {"unknown", "Not known yet."},
    {"trend_up", "The market rises."},
    {"trend_down", "The market falls."},
    {"range", "The market swings about a level."},
    {"chop", "The market has no direction and no level."},
    {"volatile", "The market moves too much for any other kind."},
};

static const sigma_word exits[] = {
    {"unknown", "No reason."},
    {"emergency", "Breaker, monitor or prop account demand it."},
    {"manual", "The caller wants it."},
    {"stop", "The stop of the entry was reached."},
    {"target", "The target was reached."},
    {"trail", "The stop that trails the best price was reached."},
    {"breakeven", "The stop that was moved to the entry was reached."},
    {"time", "The position was held too long for what it brought."},
    {"regime", "The market is no longer of the kind that was entered."},
    {"rebalance", "The portfolio leans too far to this side."},
    {"thesis", "What spoke for the entry now speaks against it."},
    {"partial", "A part of the profit is taken."},
};

static const sigma_word actions[] = {
    {"unknown", "Not judged."},  {"hold", "Do nothing."},          {"move_stop", "Move the stop."},
    {"reduce", "Close a part."}, {"close", "Close the position."},
};

static sigma_word_list of(const sigma_word *words, size_t size)
{
    return (sigma_word_list){words, (int32_t)(size / sizeof(sigma_word))};
}

static sigma_word_list list_of(int32_t code)
{
    switch (code) {
    case SIGMA_VOCABULARY_STATUS: return of(statuses, sizeof statuses);
    case SIGMA_VOCABULARY_SIDE: return of(sides, sizeof sides);
    case SIGMA_VOCABULARY_INTENT: return of(intents, sizeof intents);
    case SIGMA_VOCABULARY_VERDICT: return of(verdicts, sizeof verdicts);
    case SIGMA_VOCABULARY_ASSET: return of(assets, sizeof assets);
    case SIGMA_VOCABULARY_PART: return of(parts, sizeof parts);
    case SIGMA_VOCABULARY_REASON: return of(reasons, sizeof reasons);
    case SIGMA_VOCABULARY_WARNING: return of(warnings, sizeof warnings);
    case SIGMA_VOCABULARY_CAUSE: return of(causes, sizeof causes);
    case SIGMA_VOCABULARY_FEATURE: return of(features, sizeof features);
    case SIGMA_VOCABULARY_ROUND: return of(rounds, sizeof rounds);
    case SIGMA_VOCABULARY_REGIME: return of(regimes, sizeof regimes);
    case SIGMA_VOCABULARY_EXIT: return of(exits, sizeof exits);
    case SIGMA_VOCABULARY_ACTION: return of(actions, sizeof actions);
    case SIGMA_VOCABULARY_TRADE: return of(sigma_trade_words, sizeof sigma_trade_words);
    case SIGMA_VOCABULARY_STAGE: return of(sigma_stage_words, sizeof sigma_stage_words);
    case SIGMA_VOCABULARY_GRADE: return of(sigma_grade_words, sizeof sigma_grade_words);
    case SIGMA_VOCABULARY_CLOCK: return of(sigma_clock_words, sizeof sigma_clock_words);
    case SIGMA_VOCABULARY_WINDOW: return of(sigma_window_words, sizeof sigma_window_words);
    case SIGMA_VOCABULARY_ZONE: return of(sigma_zone_words, sizeof sigma_zone_words);
    case SIGMA_VOCABULARY_HOURS: return of(sigma_hours_words, sizeof sigma_hours_words);
    case SIGMA_VOCABULARY_GIVEN:
    case SIGMA_VOCABULARY_FACTOR:
    case SIGMA_VOCABULARY_CAP:
    case SIGMA_VOCABULARY_MODE:
    case SIGMA_VOCABULARY_BASIS:
    case SIGMA_VOCABULARY_PROFILE:
    case SIGMA_VOCABULARY_APPETITE:
    case SIGMA_VOCABULARY_INPUT:
    case SIGMA_VOCABULARY_CONDUCT:
    case SIGMA_VOCABULARY_SCHEME:
    case SIGMA_VOCABULARY_ORIGIN: return sigma_words_of_choices(code);
    case SIGMA_VOCABULARY_METHOD: return of(sigma_method_words, sizeof sigma_method_words);
    case SIGMA_VOCABULARY_KELLY: return of(sigma_kelly_words, sizeof sigma_kelly_words);
    case SIGMA_VOCABULARY_BARRIER: return of(sigma_barrier_words, sizeof sigma_barrier_words);
    case SIGMA_VOCABULARY_VOLATILITY: return of(volatilities, sizeof volatilities);
    case SIGMA_VOCABULARY_CAUTION: return of(sigma_caution_words, sizeof sigma_caution_words);
    case SIGMA_VOCABULARY_APPROACH: return of(sigma_approach_words, sizeof sigma_approach_words);
    default: return sigma_words_of_signals(code);
    }
}

/* Status codes run from 1 down, all others from 0 up; each is its own inverse. */
static int64_t place_of(int32_t vocabulary, int64_t code)
{
    return vocabulary == SIGMA_VOCABULARY_STATUS ? 1 - code : code;
}

const sigma_word *sigma_word_of(int32_t vocabulary, int32_t code)
{
    sigma_word_list list = list_of(vocabulary);
    int64_t place = place_of(vocabulary, code);

    return 0 <= place && place < list.count ? &list.words[place] : 0;
}

static sigma_status write(const sigma_word *word, const char *string, char *buffer,
                          int32_t capacity, int32_t *length)
{
    sigma_text text = sigma_text_to(buffer, capacity);
    if (word) {
        sigma_text_string(&text, string);
    } else {
        sigma_text_fail(&text, SIGMA_E_RANGE);
    }
    return sigma_text_close(&text, length);
}

sigma_status sigma_word_write(int32_t vocabulary, int32_t code, char *buffer, int32_t capacity,
                              int32_t *length)
{
    const sigma_word *word = sigma_word_of(vocabulary, code);
    sigma_status status = sigma_text_open(buffer, capacity, length);

    return status == SIGMA_OK ? write(word, word ? word->name : 0, buffer, capacity, length)
                              : status;
}

sigma_status sigma_word_explain(int32_t vocabulary, int32_t code, char *buffer, int32_t capacity,
                                int32_t *length)
{
    const sigma_word *word = sigma_word_of(vocabulary, code);
    sigma_status status = sigma_text_open(buffer, capacity, length);

    return status == SIGMA_OK ? write(word, word ? word->sentence : 0, buffer, capacity, length)
                              : status;
}

static bool named(const sigma_word *word, const char *text, int32_t length)
{
    return length > 0 && length < (int32_t)sizeof word->name && word->name[length] == '\0' &&
           text[length - 1] != '\0' && sigma_same(word->name, text, length);
}

sigma_status sigma_word_read(int32_t vocabulary, const char *text, int32_t length, int32_t *code)
{
    if (!code) {
        return SIGMA_E_NULL;
    }
    *code = 0;
    if (!text) {
        return SIGMA_E_NULL;
    }
    sigma_word_list list = list_of(vocabulary);
    for (int32_t i = 0; i < list.count; i++) {
        if (named(&list.words[i], text, length)) {
            *code = (int32_t)place_of(vocabulary, i);
            return SIGMA_OK;
        }
    }
    return list.count > 0 ? SIGMA_E_FORMAT : SIGMA_E_RANGE;
}
