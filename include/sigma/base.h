/* SPDX-License-Identifier: MIT */
/** @file
 * Linkage, status codes, and every enumerator: the words that all other headers speak in.
 *
 * What the library promises, and the test suite enforces:
 *
 *  1. Pure. No allocation, I/O, clock, locale, errno, thread or writable global.
 *  2. Laid out. Public structs are fixed width, without pointers and without padding: the same
 *     bytes under every supported compiler, in ctypes and in MQL5. Copy, compare and store them
 *     with memcpy().
 *  3. Zero is safe. A zeroed verdict denies, a zeroed size is no trade, zeroed parameters, facts
 *     or state are refused, a part of the context that was never read is missing by name.
 *  4. Atomic. On an error the state is byte for byte what it was, and outputs are all zero.
 *  5. Total. Every bit pattern of every argument gets a status: no undefined behaviour, no trap,
 *     never NaN or infinity beside SIGMA_OK.
 *  6. Same bits. The same inputs give the same output bits on every compiler, optimisation level,
 *     operating system and processor.
 *  7. Explained. A result carries every number that led to it and the constraint that bound it.
 *  8. Replayable. A decision is a pure function of policy, context and proposal.
 *  9. Never rounds up risk. Lots are floored, caps come last, nothing exceeds the stated risk.
 *
 * Conventions: the thing acted on comes first, inputs next, outputs last. Parameters may be NULL
 * nowhere. Arrays carry an int32_t count. Time is int64_t nanoseconds since 1970-01-01 UTC, from
 * -9.15e18 to 9.15e18, which is from January 1680 to December 2259.
 */
#ifndef SIGMA_BASE_H
#define SIGMA_BASE_H

#include <stdint.h>

#if defined(__GNUC__) && !defined(_WIN32)
#define SIGMA_LINKAGE __attribute__((visibility("default")))
#else
#define SIGMA_LINKAGE
#endif

#ifdef __cplusplus
#define SIGMA_API extern "C" SIGMA_LINKAGE
#define SIGMA_LAYOUT(type, size) static_assert(sizeof(type) == (size), #type " layout")
#else
#define SIGMA_API SIGMA_LINKAGE
#define SIGMA_LAYOUT(type, size) _Static_assert(sizeof(type) == (size), #type " layout")
#endif

#ifdef __GNUC__
#define SIGMA_MUST_CHECK __attribute__((warn_unused_result))
#else
#define SIGMA_MUST_CHECK
#endif

SIGMA_LAYOUT(double, 8);

/** Outcome of a call: SIGMA_OK, a positive "no value yet", or a negative error. */
typedef int32_t sigma_status;

/** Values of sigma_status. */
enum {
    SIGMA_OK = 0,         /**< Done; outputs are set. */
    SIGMA_WARMUP = 1,     /**< Input accepted, but there is too little of it for a value yet. */
    SIGMA_E_NULL = -1,    /**< A pointer is NULL. */
    SIGMA_E_RANGE = -2,   /**< An argument is outside its documented range; NaN always is. */
    SIGMA_E_STATE = -3,   /**< A state struct was not set up by its init function, or is damaged. */
    SIGMA_E_ORDER = -4,   /**< Time stands still or runs backwards. */
    SIGMA_E_SPACE = -5,   /**< The caller's buffer, or a table inside a struct, is full. */
    SIGMA_E_FORMAT = -6,  /**< Malformed text. */
    SIGMA_E_VERSION = -7, /**< Written by another version, whose decisions may differ. */
    SIGMA_E_DIFFERENT = -8 /**< A record does not agree with its recomputation. */
};

/** Direction of a position or an order. */
enum {
    SIGMA_SIDE_UNKNOWN = 0, /**< Not set; refused wherever a side is needed. */
    SIGMA_SIDE_LONG = 1,    /**< Gains when the price rises. */
    SIGMA_SIDE_SHORT = 2,   /**< Gains when the price falls. */
    SIGMA_SIDE_COUNT = 3    /**< Number of codes. */
};

/** What is known of a closed trade, and whether it was on paper. A bit number. */
enum {
    SIGMA_TRADE_RISK = 0,        /**< The money at risk is given, so the trade has an R. */
    SIGMA_TRADE_EXPECTED = 1,    /**< The profit that was expected at the entry. */
    SIGMA_TRADE_PROBABILITY = 2, /**< The chance of a profit that was stated at the entry. */
    SIGMA_TRADE_BALANCE = 3,     /**< The balance to which the profit was added. */
    SIGMA_TRADE_EXCURSION = 4,   /**< The largest open loss and profit. */
    SIGMA_TRADE_PAPER = 5,       /**< No real money: tracked to learn from it. */
    SIGMA_TRADE_COUNT = 6        /**< Number of codes. */
};

/** How much a journal's sample can prove. */
enum {
    SIGMA_STAGE_UNKNOWN = 0,     /**< No trades. */
    SIGMA_STAGE_EXPLORATION = 1, /**< Too few trades to know an edge. */
    SIGMA_STAGE_BUILDING = 2,    /**< Enough for a first estimate. */
    SIGMA_STAGE_ESTABLISHED = 3, /**< Enough to rely on. */
    SIGMA_STAGE_COUNT = 4        /**< Number of codes. */
};

/** Grade of a statistic, from worst to best. */
enum {
    SIGMA_GRADE_UNKNOWN = 0,   /**< Too few trades. */
    SIGMA_GRADE_CRITICAL = 1,  /**< Stop and look. */
    SIGMA_GRADE_DOUBTFUL = 2,  /**< Getting worse, or never was good. */
    SIGMA_GRADE_FAIR = 3,      /**< Acceptable. */
    SIGMA_GRADE_GOOD = 4,      /**< As it should be. */
    SIGMA_GRADE_EXCELLENT = 5, /**< Better than that. */
    SIGMA_GRADE_COUNT = 6      /**< Number of codes. */
};

/** What a proposal wants to do. */
enum {
    SIGMA_INTENT_UNKNOWN = 0, /**< Not set; refused. */
    SIGMA_INTENT_OPEN = 1,    /**< Open or enlarge a position: every check applies. */
    SIGMA_INTENT_REDUCE = 2,  /**< Reduce or close one: never refused by a guard, never flips it. */
    SIGMA_INTENT_COUNT = 3    /**< Number of codes. */
};

/** Answer to a proposal. */
enum {
    SIGMA_VERDICT_DENY = 0,    /**< No trade. */
    SIGMA_VERDICT_REDUCE = 1,  /**< Trade, but smaller than was asked for or than the plain risk. */
    SIGMA_VERDICT_APPROVE = 2, /**< Trade at full size. */
    SIGMA_VERDICT_COUNT = 3    /**< Number of codes. */
};

/** What is traded: decides whether notional or margin bounds the exposure. */
enum {
    SIGMA_ASSET_UNKNOWN = 0, /**< Not set; refused. */
    SIGMA_ASSET_FOREX = 1,   /**< Currency pair. */
    SIGMA_ASSET_METAL = 2,   /**< Spot metal. */
    SIGMA_ASSET_FUTURE = 3,  /**< Listed future. */
    SIGMA_ASSET_INDEX = 4,   /**< Contract for difference on an index or a commodity. */
    SIGMA_ASSET_CRYPTO = 5,  /**< Coin or perpetual; unlevered when its leverage is 1. */
    SIGMA_ASSET_STOCK = 6,   /**< Share. */
    SIGMA_ASSET_INVERSE = 7, /**< Coin-margined contract, worth a fixed amount of quote currency. */
    SIGMA_ASSET_COUNT = 8    /**< Number of codes. */
};

/** Direction in which a price is brought to the tick grid. */
enum {
    SIGMA_ROUND_UNKNOWN = 0, /**< Not set; refused. */
    SIGMA_ROUND_DOWN = 1,    /**< The tick at or below. */
    SIGMA_ROUND_UP = 2,      /**< The tick at or above. */
    SIGMA_ROUND_NEAREST = 3, /**< The nearest tick, the upper of two equally near. */
    SIGMA_ROUND_COUNT = 4    /**< Number of codes. */
};

/** Part of the context; its read function sets its mark. */
enum {
    SIGMA_PART_UNKNOWN = 0,   /**< Never read: the part is missing. */
    SIGMA_PART_SYMBOL = 1,    /**< Facts of the symbol; present when its id is not 0. */
    SIGMA_PART_MARKET = 2,    /**< sigma_market_read(). */
    SIGMA_PART_ACCOUNT = 3,   /**< sigma_account_read(). */
    SIGMA_PART_PORTFOLIO = 4, /**< sigma_portfolio_read(). */
    SIGMA_PART_BREAKER = 5,   /**< sigma_breaker_permit(). */
    SIGMA_PART_EDGE = 6,      /**< sigma_edge_evaluate(). */
    SIGMA_PART_PROP = 7,      /**< sigma_prop_permit(). */
    SIGMA_PART_MONITOR = 8,   /**< sigma_monitor_permit(). */
    SIGMA_PART_GATE = 9,      /**< sigma_gate_permit(). */
    SIGMA_PART_HEAT = 10,     /**< sigma_portfolio_permit(). */
    SIGMA_PART_REGIME = 11,   /**< sigma_advice_evaluate(). */
    SIGMA_PART_COUNT = 12     /**< Number of codes. */
};

/** A check that an order has to pass. The code is a bit number in a decision's bit sets. */
enum {
    SIGMA_REASON_PARTS = 0,        /**< Every part that the policy needs was read. */
    SIGMA_REASON_SAME_SYMBOL = 1,  /**< All parts and the proposal speak of one symbol. */
    SIGMA_REASON_FRESH = 2,        /**< Market and account are recent, and not of the future. */
    SIGMA_REASON_ENTRY = 3,        /**< The entry lies near the last price. */
    SIGMA_REASON_STOP = 4,         /**< There is a stop, on the losing side, at a positive price. */
    SIGMA_REASON_STOP_LEVEL = 5,   /**< The stop keeps the broker's least distance. */
    SIGMA_REASON_TARGET = 6,       /**< The target lies on the winning side. */
    SIGMA_REASON_REWARD = 7,       /**< Reward over risk reaches the policy's least. */
    SIGMA_REASON_POSITIONS = 8,    /**< There is room for one more open position. */
    SIGMA_REASON_EQUITY = 9,       /**< There is equity to risk. */
    SIGMA_REASON_MINIMUM_LOT = 10, /**< The size reaches the broker's smallest lot. */
    SIGMA_REASON_HOLDING = 11,     /**< There is a position to reduce. */
    SIGMA_REASON_EDGE = 12,        /**< The history shows an edge, or is too short to deny one. */
    SIGMA_REASON_EXPECTATION = 13, /**< The trade is expected to gain, after costs. */
    SIGMA_REASON_FLOOR = 14,       /**< The account stands above its floor. */
    SIGMA_REASON_MARGIN_LEVEL = 15, /**< Equity over margin in use reaches the least. */
    SIGMA_REASON_CONFIDENCE = 16,   /**< The signal is confident enough. */
    SIGMA_REASON_REGIME = 17,       /**< The regime is one to trade, and known of late. */
    SIGMA_REASON_VOTES = 18,        /**< No voter rejects. */
    SIGMA_REASON_LIMITS = 19,       /**< The portfolio's limits leave room for it. */
    SIGMA_REASON_GATE = 20,         /**< Every layer of the gate passes. */
    SIGMA_REASON_RULES = 21,        /**< The firm's rules leave room for it. */
    SIGMA_REASON_BREAKER = 22,      /**< The circuit breaker allows entries. */
    SIGMA_REASON_MONITOR = 23,      /**< The strategy is healthy enough. */
    SIGMA_REASON_COUNT = 24         /**< Number of codes. */
};

/** Something the user should know although the order may go ahead. A bit number. */
enum {
    SIGMA_WARNING_TICK_VALUE = 0,   /**< Tick value and contract size contradict each other. */
    SIGMA_WARNING_NO_MARKET = 1,    /**< Decided without market data, as the policy allows. */
    SIGMA_WARNING_NO_PORTFOLIO = 2, /**< Decided without open positions, as the policy allows. */
    SIGMA_WARNING_TREND = 3,        /**< It trades against the trend. */
    SIGMA_WARNING_GROSS = 4,        /**< Longs and shorts together are large for the balance. */
    SIGMA_WARNING_COUNT = 5         /**< Number of codes. */
};

/** Steps of the money at risk, in order: each multiplies what the one before left, and the last
 * three limit it. */
enum {
    SIGMA_FACTOR_BASE = 0,            /**< Equity times the mode's fraction: the beginning. */
    SIGMA_FACTOR_CUSHION = 1,         /**< What is left above the floor. */
    SIGMA_FACTOR_REGIME = 2,          /**< The kind of market. */
    SIGMA_FACTOR_VOLATILITY = 3,      /**< The market's volatility. */
    SIGMA_FACTOR_PERFORMANCE = 4,     /**< The last trades. */
    SIGMA_FACTOR_DIVERSIFICATION = 5, /**< Correlation with the open positions. */
    SIGMA_FACTOR_VOTES = 6,           /**< The votes on the signal. */
    SIGMA_FACTOR_LIQUIDITY = 7,       /**< The market's liquidity. */
    SIGMA_FACTOR_MARGIN = 8,          /**< The account's margin level. */
    SIGMA_FACTOR_THROTTLE = 9,        /**< Breaker and degradation, the smaller. */
    SIGMA_FACTOR_BUDGET = 10,         /**< The day's risk budget that is left. */
    SIGMA_FACTOR_CALLER = 11,         /**< The caller's own. */
    SIGMA_FACTOR_PRODUCT = 12,        /**< Limits the product of REGIME to CALLER. */
    SIGMA_FACTOR_MAXIMUM = 13,        /**< Limits the risk to the most of any trade. */
    SIGMA_FACTOR_FLOOR = 14,          /**< Limits it to what keeps the account above its floor. */
    SIGMA_FACTOR_COUNT = 15           /**< Number of codes. */
};

/** Steps of the lots, in order: each caps what the one before left. */
enum {
    SIGMA_CAP_RISK = 0,          /**< What the money at risk buys: where the waterfall begins. */
    SIGMA_CAP_CALLER = 1,        /**< The lots that the proposal asked for. */
    SIGMA_CAP_SYMBOL = 2,        /**< The symbol's own cap. */
    SIGMA_CAP_NOTIONAL = 3,      /**< Notional over equity, of this trade. */
    SIGMA_CAP_CONCENTRATION = 4, /**< One trade's share of the day's risk budget. */
    SIGMA_CAP_HEAT = 5,          /**< Open risk over equity, with all positions. */
    SIGMA_CAP_ROOM_DAY = 6,      /**< What a firm's rules leave today. */
    SIGMA_CAP_ROOM_TOTAL = 7,    /**< What a firm's rules leave in all. */
    SIGMA_CAP_PORTFOLIO = 8,     /**< Risk that the portfolio's limits leave. */
    SIGMA_CAP_EXPOSURE = 9,      /**< Exposure that the portfolio's limits leave. */
    SIGMA_CAP_RULES = 10,        /**< Risk at which a firm's rules would break at the worst. */
    SIGMA_CAP_RULES_LOTS = 11,   /**< Lots that a firm's rules leave. */
    SIGMA_CAP_SIZE = 12,         /**< The most loss of a trade that the gate lets pass. */
    SIGMA_CAP_LEVERAGE = 13,     /**< The most notional that it lets pass, with all positions. */
    SIGMA_CAP_MARGIN = 14,       /**< Free margin. */
    SIGMA_CAP_MARGIN_MOST = 15,  /**< The most margin of a trade. */
    SIGMA_CAP_VOLUME = 16,       /**< A share of the day's volume. */
    SIGMA_CAP_BROKER = 17,       /**< The broker's largest lot. */
    SIGMA_CAP_STEP = 18,         /**< The lot step: floored, and zero below the smallest lot. */
    SIGMA_CAP_COUNT = 19         /**< Number of codes. */
};

/** How Kelly's fraction of a sample of trades is found. */
enum {
    SIGMA_METHOD_UNKNOWN = 0,   /**< Not set; refused. */
    SIGMA_METHOD_EMPIRICAL = 1, /**< The sample is believed. */
    SIGMA_METHOD_SCEPTICAL = 2, /**< Its mean is shrunk toward zero, less so as trades come in. */
    SIGMA_METHOD_LOWER = 3,     /**< A lower bound of its mean is believed. */
    SIGMA_METHOD_DRAWDOWN = 4,  /**< Believed, limited by the chance of a loss since the start. */
    SIGMA_METHOD_LIMITED = 5,   /**< Shrunk, and limited by that chance. */
    SIGMA_METHOD_ODDS = 6, /**< Odds of mean win and loss, shrunk: what the default sizes by. */
    SIGMA_METHOD_COUNT = 7 /**< Number of codes. */
};

/** What decided a fraction or a risk by Kelly. */
enum {
    SIGMA_KELLY_UNKNOWN = 0,     /**< Not set. */
    SIGMA_KELLY_GROWTH = 1,      /**< The fastest growth, or the stated share of it. */
    SIGMA_KELLY_NO_EDGE = 2,     /**< Zero: what is believed of the mean is not above zero. */
    SIGMA_KELLY_NO_LOSS = 3,     /**< No trade has lost: the gap loss stands in. */
    SIGMA_KELLY_GAP = 4,         /**< The gap loss must not lose everything. */
    SIGMA_KELLY_DRAWDOWN = 5,    /**< The chance of a loss since the start. */
    SIGMA_KELLY_EXPLORATION = 6, /**< Too few trades to prove anything. */
    SIGMA_KELLY_BUILDING = 7,    /**< Too few trades to count in full. */
    SIGMA_KELLY_CAP = 8,         /**< The most that may be at risk in a trade. */
    SIGMA_KELLY_CUSHION = 9,     /**< What is left above the floor, over the gap loss. */
    SIGMA_KELLY_FLOOR = 10,      /**< Zero: nothing is left above the floor. */
    SIGMA_KELLY_COUNT = 11       /**< Number of codes. */
};

/** Where the fraction of the equity at risk comes from. */
enum {
    SIGMA_MODE_UNKNOWN = 0,    /**< Not set; refused. */
    SIGMA_MODE_SCEPTICAL = 1,  /**< Sceptical Kelly under a drawdown floor. */
    SIGMA_MODE_CONFIDENT = 2,  /**< Kelly at a lower confidence bound. */
    SIGMA_MODE_DRAWDOWN = 3,   /**< Kelly that keeps a drawdown improbable. */
    SIGMA_MODE_PUBLISHED = 4,  /**< SIGMA's: Kelly times the sample's share of 100 trades. */
    SIGMA_MODE_FRACTION = 5,   /**< A fixed share of the equity. */
    SIGMA_MODE_MONEY = 6,      /**< A fixed amount of money. */
    SIGMA_MODE_VOLATILITY = 7, /**< A volatility target. */
    SIGMA_MODE_AUTOMATIC = 8,  /**< Mathematician's, a fraction that is given. */
    SIGMA_MODE_SCALING = 9,    /**< Scaling's product, a fraction that is given. */
    SIGMA_MODE_CALLER = 10,    /**< The lots that are asked for, under every cap. */
    SIGMA_MODE_COUNT = 11      /**< Number of codes. */
};

/** How careful a policy is. */
enum {
    SIGMA_PROFILE_UNKNOWN = 0,      /**< Not set; refused. */
    SIGMA_PROFILE_CONSERVATIVE = 1, /**< Half a percent at risk, a floor of 90 % of the peak. */
    SIGMA_PROFILE_MODERATE = 2,     /**< One percent, 85 %. */
    SIGMA_PROFILE_AGGRESSIVE = 3,   /**< Two percent, 80 %. */
    SIGMA_PROFILE_COUNT = 4         /**< Number of codes. */
};

/** How much risk a trader wants, in the published scaling. */
enum {
    SIGMA_APPETITE_UNKNOWN = 0, /**< Not set; refused. */
    SIGMA_APPETITE_LOW = 1,     /**< Half. */
    SIGMA_APPETITE_MEDIUM = 2,  /**< As it is. */
    SIGMA_APPETITE_HIGH = 3,    /**< Half as much again. */
    SIGMA_APPETITE_COUNT = 4    /**< Number of codes. */
};

/** What the automatic parameters can be given. A bit number. */
enum {
    SIGMA_INPUT_STRENGTH = 0,   /**< Strength of the trend. */
    SIGMA_INPUT_CONFIDENCE = 1, /**< Confidence of the signal. */
    SIGMA_INPUT_VOLATILITY = 2, /**< Volatility of a day. */
    SIGMA_INPUT_LIQUIDITY = 3,  /**< Liquidity of the market. */
    SIGMA_INPUT_HISTORY = 4,    /**< Closed trades. */
    SIGMA_INPUT_COUNT = 5       /**< Number of codes. */
};

/** What a decision does to an order. */
enum {
    SIGMA_CONDUCT_UNKNOWN = 0, /**< Not set; refused. */
    SIGMA_CONDUCT_ENFORCE = 1, /**< It grants, reduces or denies. */
    SIGMA_CONDUCT_ADVISE = 2,  /**< It lets pass what was asked for, and says what it would do. */
    SIGMA_CONDUCT_COUNT = 3    /**< Number of codes. */
};

/** What a size counts as its loss. */
enum {
    SIGMA_BASIS_UNKNOWN = 0, /**< Not set; refused. */
    SIGMA_BASIS_STOP = 1,    /**< The distance of the stop. */
    SIGMA_BASIS_TAIL = 2,    /**< A tail beyond it that grows with doubt. */
    SIGMA_BASIS_CVAR = 3,    /**< The history's own worst losses. */
    SIGMA_BASIS_COUNT = 4    /**< Number of codes. */
};

/** Optional members of a proposal or a sample that are given. A bit number. */
enum {
    SIGMA_GIVEN_STOP = 0,        /**< The proposal's own stop. */
    SIGMA_GIVEN_TARGET = 1,      /**< The proposal's own target. */
    SIGMA_GIVEN_LOTS = 2,        /**< The size that the caller asks for. */
    SIGMA_GIVEN_SCALE = 3,       /**< The caller's own factor on the risk. */
    SIGMA_GIVEN_STRUCTURE = 4,   /**< A level that the stop has to keep behind. */
    SIGMA_GIVEN_PROBABILITY = 5, /**< Chance of the target. */
    SIGMA_GIVEN_BUDGET = 6,      /**< The day's risk budget. */
    SIGMA_GIVEN_ROOM_DAY = 7,    /**< What a firm's rules leave today. */
    SIGMA_GIVEN_ROOM_TOTAL = 8,  /**< What a firm's rules leave in all. */
    SIGMA_GIVEN_VOLUME = 9,      /**< The day's volume. */
    SIGMA_GIVEN_CONFIDENCE = 10, /**< Confidence of the signal. */
    SIGMA_GIVEN_SPREAD = 11,     /**< The spread now. */
    SIGMA_GIVEN_PORTFOLIO = 12,  /**< Risk that the portfolio's limits leave. */
    SIGMA_GIVEN_EXPOSURE = 13,   /**< Lots that the limits on its exposure leave. */
    SIGMA_GIVEN_RULES = 14,      /**< Risk that a firm's rules allow at the worst. */
    SIGMA_GIVEN_RULES_LOTS = 15, /**< Lots that a firm's rules leave. */
    SIGMA_GIVEN_SIZE = 16,       /**< The most loss that a gate lets pass. */
    SIGMA_GIVEN_LEVERAGE = 17,   /**< The most notional that it lets pass. */
    SIGMA_GIVEN_COUNT = 18       /**< Number of codes. */
};

/** Published way to place stop and target. */
enum {
    SIGMA_SCHEME_UNKNOWN = 0,       /**< Not set; refused. */
    SIGMA_SCHEME_SIGMA = 1,         /**< By the regime. */
    SIGMA_SCHEME_MATHEMATICIAN = 2, /**< By the trend's strength and the win rate. */
    SIGMA_SCHEME_COUNT = 3          /**< Number of codes. */
};

/** What placed a stop. */
enum {
    SIGMA_ORIGIN_UNKNOWN = 0,   /**< There is none. */
    SIGMA_ORIGIN_CALLER = 1,    /**< The caller gave it. */
    SIGMA_ORIGIN_ATR = 2,       /**< A multiple of the ATR. */
    SIGMA_ORIGIN_LIMIT = 3,     /**< The scheme's least or most of the price. */
    SIGMA_ORIGIN_STRUCTURE = 4, /**< The caller's level. */
    SIGMA_ORIGIN_BROKER = 5,    /**< The broker's least distance, or a tick. */
    SIGMA_ORIGIN_COUNT = 6      /**< Number of codes. */
};

/** Kind of market, as a classifier sees it. */
enum {
    SIGMA_REGIME_UNKNOWN = 0,    /**< Not known yet. */
    SIGMA_REGIME_TREND_UP = 1,   /**< Rises. */
    SIGMA_REGIME_TREND_DOWN = 2, /**< Falls. */
    SIGMA_REGIME_RANGE = 3,      /**< Swings about a level. */
    SIGMA_REGIME_CHOP = 4,       /**< Has no direction and no level. */
    SIGMA_REGIME_VOLATILE = 5,   /**< Moves too much for any of the others. */
    SIGMA_REGIME_COUNT = 6       /**< Number of codes. */
};

/** Why a position is to be left, wholly or in part, or its stop moved. */
enum {
    SIGMA_EXIT_UNKNOWN = 0,   /**< No reason. */
    SIGMA_EXIT_EMERGENCY = 1, /**< Breaker, monitor or prop account demand it. */
    SIGMA_EXIT_MANUAL = 2,    /**< The caller wants it. */
    SIGMA_EXIT_STOP = 3,      /**< The stop of the entry. */
    SIGMA_EXIT_TARGET = 4,    /**< The target. */
    SIGMA_EXIT_TRAIL = 5,     /**< The stop that trails the best price. */
    SIGMA_EXIT_BREAKEVEN = 6, /**< The stop that was moved to the entry. */
    SIGMA_EXIT_TIME = 7,      /**< Held too long for what it brought. */
    SIGMA_EXIT_REGIME = 8,    /**< The market is no longer of the kind that was entered. */
    SIGMA_EXIT_REBALANCE = 9, /**< The portfolio leans too far to this side. */
    SIGMA_EXIT_THESIS = 10,   /**< What spoke for the entry now speaks against it. */
    SIGMA_EXIT_PARTIAL = 11,  /**< A part of the profit is taken. */
    SIGMA_EXIT_COUNT = 12     /**< Number of codes. */
};

/** What to do with an open position. */
enum {
    SIGMA_ACTION_UNKNOWN = 0,   /**< Not judged. */
    SIGMA_ACTION_HOLD = 1,      /**< Nothing. */
    SIGMA_ACTION_MOVE_STOP = 2, /**< Move the stop. */
    SIGMA_ACTION_REDUCE = 3,    /**< Close a part, and move the stop if it differs. */
    SIGMA_ACTION_CLOSE = 4,     /**< Close all of it. */
    SIGMA_ACTION_COUNT = 5      /**< Number of codes. */
};

/** State of the circuit breaker. */
enum {
    SIGMA_LEVEL_UNKNOWN = 0,  /**< Not set; grants nothing. */
    SIGMA_LEVEL_CLOSED = 1,   /**< Nothing is wrong. */
    SIGMA_LEVEL_ALERT = 2,    /**< Something is wrong; entries go on. */
    SIGMA_LEVEL_THROTTLE = 3, /**< Only confident entries, at less size. */
    SIGMA_LEVEL_HALT = 4,     /**< No entries. */
    SIGMA_LEVEL_SHUTDOWN = 5, /**< No entries until an explicit reset. */
    SIGMA_LEVEL_COUNT = 6     /**< Number of codes. */
};

/** What is reported to the circuit breaker. */
enum {
    SIGMA_EVENT_UNKNOWN = 0,      /**< Not set; refused. */
    SIGMA_EVENT_TIME = 1,         /**< Nothing happened: time passes. */
    SIGMA_EVENT_LATENCY = 2,      /**< A call of the API took so long. */
    SIGMA_EVENT_ORDER_DONE = 3,   /**< An order was carried out. */
    SIGMA_EVENT_ORDER_FAILED = 4, /**< An order failed. */
    SIGMA_EVENT_SLIPPAGE = 5,     /**< A fill slipped by so much. */
    SIGMA_EVENT_TRADE = 6,        /**< A trade was closed. */
    SIGMA_EVENT_VOLATILITY = 7,   /**< A reading of volatility. */
    SIGMA_EVENT_DEGRADATION = 8,  /**< The monitor's severity. */
    SIGMA_EVENT_EXPECTANCY = 9,   /**< The strategy's expectancy. */
    SIGMA_EVENT_REGIME = 10,      /**< The market does not suit the strategy. */
    SIGMA_EVENT_NETWORK = 11,     /**< The network failed. */
    SIGMA_EVENT_EXCHANGE = 12,    /**< The exchange reported an error. */
    SIGMA_EVENT_RATE_LIMIT = 13,  /**< Too many requests. */
    SIGMA_EVENT_DATABASE = 14,    /**< The database failed. */
    SIGMA_EVENT_BALANCE = 15,     /**< Balances do not agree. */
    SIGMA_EVENT_MEMORY = 16,      /**< Memory ran out or is corrupt. */
    SIGMA_EVENT_SECURITY = 17,    /**< Keys, signatures or permissions are wrong. */
    SIGMA_EVENT_COUNT = 18        /**< Number of codes. */
};

/** What the circuit breaker found wrong, or who changed its state. */
enum {
    SIGMA_ISSUE_UNKNOWN = 0,      /**< None. */
    SIGMA_ISSUE_LATENCY = 1,      /**< The mean latency is high. */
    SIGMA_ISSUE_FAILURES = 2,     /**< Orders failed in a row. */
    SIGMA_ISSUE_FAILURE_RATE = 3, /**< Many orders of the window failed. */
    SIGMA_ISSUE_SLIPPAGE = 4,     /**< A fill slipped too far. */
    SIGMA_ISSUE_LOSS = 5,         /**< Equity fell too far in the window. */
    SIGMA_ISSUE_LOSSES = 6,       /**< Many losing trades in the window. */
    SIGMA_ISSUE_STREAK = 7,       /**< Losing trades in a row. */
    SIGMA_ISSUE_VOLATILITY = 8,   /**< Volatility is too high. */
    SIGMA_ISSUE_DEGRADATION = 9,  /**< The strategy has decayed. */
    SIGMA_ISSUE_EXPECTANCY = 10,  /**< The expectancy is below zero. */
    SIGMA_ISSUE_REGIME = 11,      /**< The market does not suit the strategy. */
    SIGMA_ISSUE_NETWORK = 12,     /**< The network failed. */
    SIGMA_ISSUE_EXCHANGE = 13,    /**< The exchange reported an error. */
    SIGMA_ISSUE_RATE_LIMIT = 14,  /**< Too many requests. */
    SIGMA_ISSUE_REPEATED = 15,    /**< Network events repeat. */
    SIGMA_ISSUE_DATABASE = 16,    /**< The database failed. */
    SIGMA_ISSUE_BALANCE = 17,     /**< Balances do not agree. */
    SIGMA_ISSUE_MEMORY = 18,      /**< Memory ran out or is corrupt. */
    SIGMA_ISSUE_SECURITY = 19,    /**< Keys, signatures or permissions are wrong. */
    SIGMA_ISSUE_RECOVERY = 20,    /**< A probe succeeded: one state lower. */
    SIGMA_ISSUE_FORCED = 21,      /**< The caller forced the recovery. */
    SIGMA_ISSUE_RESET = 22,       /**< The caller reset a SHUTDOWN. */
    SIGMA_ISSUE_OVERRIDE = 23,    /**< The caller set or lifted the override. */
    SIGMA_ISSUE_COUNT = 24        /**< Number of codes. */
};

/** How much a strategy has decayed. */
enum {
    SIGMA_SEVERITY_UNKNOWN = 0,  /**< Not judged yet. */
    SIGMA_SEVERITY_NONE = 1,     /**< Nothing speaks against the strategy. */
    SIGMA_SEVERITY_MINOR = 2,    /**< Watch it. */
    SIGMA_SEVERITY_MODERATE = 3, /**< Trade half the size. */
    SIGMA_SEVERITY_SEVERE = 4,   /**< Halt entries. */
    SIGMA_SEVERITY_CRITICAL = 5, /**< Halt entries and close its positions. */
    SIGMA_SEVERITY_COUNT = 6     /**< Number of codes. */
};

/** How the gain of a position is measured. */
enum {
    SIGMA_GAIN_UNKNOWN = 0, /**< Not set; refused. */
    SIGMA_GAIN_PRICE = 1,   /**< As a share of the price of the entry. */
    SIGMA_GAIN_RISK = 2,    /**< In multiples of the initial risk, R. */
    SIGMA_GAIN_TARGET = 3,  /**< As a share of the way to the target. */
    SIGMA_GAIN_COUNT = 4    /**< Number of codes. */
};

/** What spoke for an entry. A bit number. */
enum {
    SIGMA_THESIS_RSI = 0,  /**< A long from an oversold RSI, or a short from an overbought one. */
    SIGMA_THESIS_MACD = 1, /**< The MACD histogram stood on the side of the trade. */
    SIGMA_THESIS_COUNT = 2 /**< Number of codes. */
};

/** Optional members of a look at an open position that are given. A bit number. */
enum {
    SIGMA_SEEN_ATR = 0,       /**< Average true range now. */
    SIGMA_SEEN_RSI = 1,       /**< RSI now. */
    SIGMA_SEEN_HISTOGRAM = 2, /**< MACD histogram now. */
    SIGMA_SEEN_EXPOSURE = 3,  /**< How far the portfolio leans to one side. */
    SIGMA_SEEN_COUNT = 4      /**< Number of codes. */
};

/** Ready-made sets of exit rules. */
enum {
    SIGMA_STYLE_UNKNOWN = 0, /**< Not set; refused. */
    SIGMA_STYLE_PLAIN = 1,   /**< In R; neither break-even nor parts. */
    SIGMA_STYLE_RISK = 2,    /**< As PLAIN, with the published break-even and parts in R. */
    SIGMA_STYLE_PERCENT = 3, /**< As published for crypto, in percent of the price. */
    SIGMA_STYLE_HALF = 4,    /**< As PLAIN, and half is closed half way to the target. */
    SIGMA_STYLE_COUNT = 5    /**< Number of codes. */
};

/** How volatility is estimated from bars. */
enum {
    SIGMA_VOLATILITY_UNKNOWN = 0,         /**< Not set; refused. */
    SIGMA_VOLATILITY_CLOSE = 1,           /**< Standard deviation of the returns, close to close. */
    SIGMA_VOLATILITY_PARKINSON = 2,       /**< From high and low. */
    SIGMA_VOLATILITY_GARMAN_KLASS = 3,    /**< From all four prices, without drift. */
    SIGMA_VOLATILITY_ROGERS_SATCHELL = 4, /**< From all four prices, whatever the drift. */
    SIGMA_VOLATILITY_YANG_ZHANG = 5,      /**< From all four and the gap from the close before. */
    SIGMA_VOLATILITY_COUNT = 6            /**< Number of codes. */
};

/** What a limit on losses is a share of. */
enum {
    SIGMA_SHARE_UNKNOWN = 0, /**< Not set; refused. */
    SIGMA_SHARE_MONEY = 1,   /**< None: it is an amount of money. */
    SIGMA_SHARE_START = 2,   /**< The balance that the account began with. */
    SIGMA_SHARE_BASE = 3,    /**< The base or mark that it counts from. */
    SIGMA_SHARE_COUNT = 4    /**< Number of codes. */
};

/** What a limit on losses counts from. */
enum {
    SIGMA_BASE_UNKNOWN = 0, /**< Not set; refused. */
    SIGMA_BASE_START = 1,   /**< The balance that the account began with. */
    SIGMA_BASE_BALANCE = 2, /**< Closed balance at the reset; in all, the highest. */
    SIGMA_BASE_CLOSE = 3,   /**< In all: the highest closed balance at the end of a day. */
    SIGMA_BASE_EQUITY = 4,  /**< The equity at the reset; in all, the highest at any time. */
    SIGMA_BASE_LARGER = 5,  /**< Of a day: the larger of balance and equity at the reset. */
    SIGMA_BASE_PEAK = 6,    /**< Of a day: the highest equity since the reset. */
    SIGMA_BASE_COUNT = 7    /**< Number of codes. */
};

/** When a floor is broken. */
enum {
    SIGMA_BREACH_UNKNOWN = 0, /**< Not set; refused. */
    SIGMA_BREACH_BELOW = 1,   /**< By an equity below it. */
    SIGMA_BREACH_AT = 2,      /**< By an equity at it or below. */
    SIGMA_BREACH_COUNT = 3    /**< Number of codes. */
};

/** What the best day is compared with. */
enum {
    SIGMA_PROFIT_UNKNOWN = 0, /**< Not set; refused. */
    SIGMA_PROFIT_NET = 1,     /**< The profit of all days. */
    SIGMA_PROFIT_GREEN = 2,   /**< The profit of the days that gained. */
    SIGMA_PROFIT_TARGET = 3,  /**< The target. */
    SIGMA_PROFIT_COUNT = 4    /**< Number of codes. */
};

/** How an account at a firm stands. */
enum {
    SIGMA_PHASE_UNKNOWN = 0, /**< Not set; refused. */
    SIGMA_PHASE_ACTIVE = 1,  /**< It may trade. */
    SIGMA_PHASE_LOCKED = 2,  /**< It may not trade until the next reset. */
    SIGMA_PHASE_PASSED = 3,  /**< It passed. */
    SIGMA_PHASE_FAILED = 4,  /**< It broke a rule. */
    SIGMA_PHASE_COUNT = 5    /**< Number of codes. */
};

/** A rule of a firm, or what a check of one needs. A bit number. */
enum {
    SIGMA_RULE_DAILY_LOSS = 0,  /**< The loss of a day. */
    SIGMA_RULE_TOTAL_LOSS = 1,  /**< The loss in all. */
    SIGMA_RULE_TARGET = 2,      /**< The profit that passes. */
    SIGMA_RULE_DAYS_MIN = 3,    /**< The fewest days with a trade. */
    SIGMA_RULE_DAYS_MAX = 4,    /**< The most days. */
    SIGMA_RULE_CONSISTENCY = 5, /**< The share of the best day. */
    SIGMA_RULE_LOTS = 6,        /**< The most lots at once. */
    SIGMA_RULE_REWARD = 7,      /**< The reward is known, where a rule counts open profit. */
    SIGMA_RULE_PHASE = 8,       /**< The account may trade. */
    SIGMA_RULE_FRESH = 9,       /**< The figures are of this day, and not of the future. */
    SIGMA_RULE_COUNT = 10       /**< Number of codes. */
};

/** A preset of rules, as a firm publishes them. */
enum {
    SIGMA_FIRM_UNKNOWN = 0,            /**< Not set; refused. */
    SIGMA_FIRM_FTMO_TWO_STEP = 1,      /**< FTMO, first of two phases, 100,000. */
    SIGMA_FIRM_FTMO_ONE_STEP = 2,      /**< FTMO, one phase, 100,000. */
    SIGMA_FIRM_APEX_50K = 3,           /**< Apex, 50,000. */
    SIGMA_FIRM_APEX_150K = 4,          /**< Apex, 150,000. */
    SIGMA_FIRM_E8_ONE = 5,             /**< E8 One, 500,000. */
    SIGMA_FIRM_CRYPTO_FUND_TRADER = 6, /**< Crypto Fund Trader, one phase, 200,000. */
    SIGMA_FIRM_TOPSTEP_50K = 7,        /**< Topstep, 50,000. */
    SIGMA_FIRM_COUNT = 8               /**< Number of codes. */
};

/** How the strategy monitor judges. */
enum {
    SIGMA_JUDGEMENT_UNKNOWN = 0,    /**< Not set; refused. */
    SIGMA_JUDGEMENT_PUBLISHED = 1,  /**< Thresholds over the last trades. */
    SIGMA_JUDGEMENT_SEQUENTIAL = 2, /**< Tests with guaranteed rates of false alarms. */
    SIGMA_JUDGEMENT_COUNT = 3       /**< Number of codes. */
};

/** What speaks against a strategy. A bit number. */
enum {
    SIGMA_SYMPTOM_WIN_RATE = 0,   /**< Too few trades win. */
    SIGMA_SYMPTOM_SHARPE = 1,     /**< The Sharpe ratio is too low. */
    SIGMA_SYMPTOM_STREAK = 2,     /**< Too many losses in a row. */
    SIGMA_SYMPTOM_EXPECTANCY = 3, /**< The mean trade is too bad. */
    SIGMA_SYMPTOM_DRAWDOWN = 4,   /**< The drawdown in R is too deep. */
    SIGMA_SYMPTOM_REGIME = 5,     /**< The market does not suit. */
    SIGMA_SYMPTOM_SHIFT = 6,      /**< The mean has fallen. */
    SIGMA_SYMPTOM_EVIDENCE = 7,   /**< The mean is below zero. */
    SIGMA_SYMPTOM_PROBATION = 8,  /**< Back from a halt, on probation. */
    SIGMA_SYMPTOM_COUNT = 9       /**< Number of codes. */
};

/** A check of the gate. A bit number; the sentence says what failed. */
enum {
    SIGMA_LAYER_SYMBOL = 0,       /**< The symbol is allowed. */
    SIGMA_LAYER_LEVERAGE = 1,     /**< Exposure keeps its limit. */
    SIGMA_LAYER_SIZE = 2,         /**< The money at risk is reasonable. */
    SIGMA_LAYER_BALANCE = 3,      /**< There is balance and equity. */
    SIGMA_LAYER_MARGIN = 4,       /**< There is margin for the trade. */
    SIGMA_LAYER_DAILY_LOSS = 5,   /**< The daily loss was not reached. */
    SIGMA_LAYER_DAILY_PROFIT = 6, /**< The daily profit was not reached. */
    SIGMA_LAYER_COOLDOWN = 7,     /**< The symbol's cool-down is over. */
    SIGMA_LAYER_POSITIONS = 8,    /**< There is room for one more position. */
    SIGMA_LAYER_DUPLICATE = 9,    /**< The symbol is not held already. */
    SIGMA_LAYER_STOP = 10,        /**< There is a stop on the losing side. */
    SIGMA_LAYER_REWARD = 11,      /**< The reward suffices. */
    SIGMA_LAYER_SPREAD = 12,      /**< The spread is small enough. */
    SIGMA_LAYER_PRICE = 13,       /**< The price is fresh. */
    SIGMA_LAYER_ORDER_RATE = 14,  /**< Orders come slowly enough. */
    SIGMA_LAYER_SCHEDULE = 15,    /**< The schedule permits entries. */
    SIGMA_LAYER_COUNT = 16        /**< Number of codes. */
};

/** A limit of the portfolio. A bit number; the sentence says what broke it. */
enum {
    SIGMA_LIMIT_PRICED = 0,    /**< All prices, stops and risks are known. */
    SIGMA_LIMIT_SINGLE = 1,    /**< Exposure in the symbol. */
    SIGMA_LIMIT_GROUP = 2,     /**< Exposure in its correlated group. */
    SIGMA_LIMIT_SECTOR = 3,    /**< Exposure in its sector. */
    SIGMA_LIMIT_NET = 4,       /**< Longs less shorts. */
    SIGMA_LIMIT_GROSS = 5,     /**< Longs and shorts. */
    SIGMA_LIMIT_HEAT = 6,      /**< Risk of all together, as they move together and under stress. */
    SIGMA_LIMIT_SUM = 7,       /**< Risk of all added up. */
    SIGMA_LIMIT_POSITIONS = 8, /**< Open positions. */
    SIGMA_LIMIT_DRAWDOWN = 9,  /**< Exposure in a drawdown. */
    SIGMA_LIMIT_COUNT = 10     /**< Number of codes. */
};

/** A pair of symbols with a published correlation. */
enum {
    SIGMA_PAIR_UNKNOWN = 0, /**< None. */
    SIGMA_PAIR_BTC_ETH = 1, /**< Bitcoin and Ether. */
    SIGMA_PAIR_BTC_BNB = 2, /**< Bitcoin and BNB. */
    SIGMA_PAIR_ETH_BNB = 3, /**< Ether and BNB. */
    SIGMA_PAIR_SOL_ADA = 4, /**< Solana and Cardano. */
    SIGMA_PAIR_XRP_LTC = 5, /**< XRP and Litecoin. */
    SIGMA_PAIR_COUNT = 6    /**< Number of codes. */
};

/** Features that have a value, no longer warming up. A bit number. */
enum {
    SIGMA_FEATURE_EMA_1 = 0,       /**< The shortest exponential average. */
    SIGMA_FEATURE_EMA_2 = 1,       /**< The second. */
    SIGMA_FEATURE_EMA_3 = 2,       /**< The third. */
    SIGMA_FEATURE_EMA_4 = 3,       /**< The longest. */
    SIGMA_FEATURE_ATR = 4,         /**< Average true range. */
    SIGMA_FEATURE_ADX = 5,         /**< Directional movement: ADX and both DIs. */
    SIGMA_FEATURE_RSI = 6,         /**< Relative strength index. */
    SIGMA_FEATURE_MACD = 7,        /**< Convergence-divergence: line, signal and histogram. */
    SIGMA_FEATURE_STOCHASTIC = 8,  /**< Stochastic: raw, K and D. */
    SIGMA_FEATURE_SMA = 9,         /**< Plain average. */
    SIGMA_FEATURE_BOLLINGER = 10,  /**< Bollinger bands, their width and the place in them. */
    SIGMA_FEATURE_CCI = 11,        /**< Commodity channel index. */
    SIGMA_FEATURE_MFI = 12,        /**< Money flow index. */
    SIGMA_FEATURE_OBV = 13,        /**< On-balance volume. */
    SIGMA_FEATURE_VWAP = 14,       /**< Volume-weighted averages, of all bars and of the session. */
    SIGMA_FEATURE_VOLATILITY = 15, /**< Volatility of the last bars. */
    SIGMA_FEATURE_EWMA = 16,       /**< Exponentially weighted volatility. */
    SIGMA_FEATURE_ZSCORE = 17,     /**< Distance from the mean in deviations. */
    SIGMA_FEATURE_SLOPE = 18,      /**< Slope of the regression line. */
    SIGMA_FEATURE_UP = 19,         /**< Chance to be higher at the horizon. */
    SIGMA_FEATURE_COUNT = 20       /**< Number of codes. */
};

/** The clock that shows when a local clock jumps. */
enum {
    SIGMA_CLOCK_UNKNOWN = 0,  /**< Not set; refused. */
    SIGMA_CLOCK_UTC = 1,      /**< Universal time. */
    SIGMA_CLOCK_STANDARD = 2, /**< Local time without daylight saving. */
    SIGMA_CLOCK_WALL = 3,     /**< Local time as it stands before the jump. */
    SIGMA_CLOCK_COUNT = 4     /**< Number of codes. */
};

/** What a weekly window does. */
enum {
    SIGMA_WINDOW_UNKNOWN = 0, /**< Not set; refused. */
    SIGMA_WINDOW_SESSION = 1, /**< The market trades. */
    SIGMA_WINDOW_BLOCKED = 2, /**< No entries, whether the market trades or not. */
    SIGMA_WINDOW_COUNT = 3    /**< Number of codes. */
};

/** A place with a local clock. */
enum {
    SIGMA_ZONE_UNKNOWN = 0,        /**< Not set; refused. */
    SIGMA_ZONE_UTC = 1,            /**< Universal time. */
    SIGMA_ZONE_LONDON = 2,         /**< London. */
    SIGMA_ZONE_CENTRAL_EUROPE = 3, /**< Frankfurt, Paris, Prague, Zurich. */
    SIGMA_ZONE_NEW_YORK = 4,       /**< New York. */
    SIGMA_ZONE_CHICAGO = 5,        /**< Chicago. */
    SIGMA_ZONE_SYDNEY = 6,         /**< Sydney. */
    SIGMA_ZONE_TOKYO = 7,          /**< Tokyo, which keeps one time. */
    SIGMA_ZONE_NEW_YORK_CLOSE = 8, /**< Seven hours ahead of New York, as many brokers' servers are:
                                      their day ends at 17:00 there. */
    SIGMA_ZONE_COUNT = 9           /**< Number of codes. */
};

/** Usual trading hours and days. */
enum {
    SIGMA_HOURS_UNKNOWN = 0, /**< Not set; refused. */
    SIGMA_HOURS_ALWAYS = 1,  /**< Around the clock, the day begins at midnight UTC. */
    SIGMA_HOURS_FOREX = 2,   /**< Sunday 17:00 to Friday 17:00 New York, the day begins at 17:00. */
    SIGMA_HOURS_STOCKS = 3,  /**< Weekdays 9:30 to 16:00 New York. */
    SIGMA_HOURS_FUTURES = 4, /**< Sunday to Friday 17:00 to 16:00 Chicago, days from 17:00. */
    SIGMA_HOURS_EUROPE_DAY = 5,         /**< Around the clock, days of central Europe. */
    SIGMA_HOURS_NEW_YORK_DAY = 6,       /**< Around the clock, days from 17:00 New York. */
    SIGMA_HOURS_LONDON_CLOSE = 7,       /**< No entries on weekdays 16:00 to 17:00 London. */
    SIGMA_HOURS_NEW_YORK_AFTERNOON = 8, /**< No entries on weekdays 14:00 to 17:00 New York. */
    SIGMA_HOURS_COUNT = 9               /**< Number of codes. */
};

/** Where a simulated path ended. */
enum {
    SIGMA_BARRIER_NONE = 0,   /**< At neither, after the last bar. */
    SIGMA_BARRIER_TARGET = 1, /**< At the target. */
    SIGMA_BARRIER_STOP = 2,   /**< At the stop. */
    SIGMA_BARRIER_COUNT = 3   /**< Number of codes. */
};

/** What stands against trading a regime. */
enum {
    SIGMA_CAUTION_NONE = 0,       /**< Nothing. */
    SIGMA_CAUTION_UNKNOWN = 1,    /**< The regime is not known yet. */
    SIGMA_CAUTION_VOLATILE = 2,   /**< It moves too much. */
    SIGMA_CAUTION_CHOP = 3,       /**< It surely has no direction and no level. */
    SIGMA_CAUTION_CONFIDENCE = 4, /**< Too little confidence. */
    SIGMA_CAUTION_VOLATILITY = 5, /**< Extreme volatility. */
    SIGMA_CAUTION_COUNT = 6       /**< Number of codes. */
};

/** How to trade a regime. */
enum {
    SIGMA_APPROACH_UNKNOWN = 0,     /**< Not known yet. */
    SIGMA_APPROACH_TREND_LONG = 1,  /**< Follow it upward. */
    SIGMA_APPROACH_TREND_SHORT = 2, /**< Follow it downward. */
    SIGMA_APPROACH_REVERSION = 3,   /**< Toward the mean. */
    SIGMA_APPROACH_SCALP = 4,       /**< Briefly, or not at all. */
    SIGMA_APPROACH_AVOID = 5,       /**< Not at all. */
    SIGMA_APPROACH_COUNT = 6        /**< Number of codes. */
};

/** Term of a score. */
enum {
    SIGMA_TERM_MOMENTUM = 0,  /**< RSI, stochastic and CCI, against their extremes. */
    SIGMA_TERM_TREND = 1,     /**< MACD and the order of averages, by the strength of the trend. */
    SIGMA_TERM_REVERSION = 2, /**< Distance from the mean, and a return from the bands. */
    SIGMA_TERM_BAND = 3,      /**< Place in the Bollinger bands. */
    SIGMA_TERM_VOLUME = 4,    /**< Money flow, and the price against that of the volume. */
    SIGMA_TERM_PROBABILITY = 5, /**< Chance to be higher. */
    SIGMA_TERM_COUNT = 6        /**< Number of codes. */
};

/** Rule that speaks for a side. A bit number. */
enum {
    SIGMA_EVIDENCE_RSI = 0,         /**< Relative strength index. */
    SIGMA_EVIDENCE_MACD = 1,        /**< Sign of a histogram of some size. */
    SIGMA_EVIDENCE_STOCHASTIC = 2,  /**< Stochastic oscillator. */
    SIGMA_EVIDENCE_BAND = 3,        /**< Near a Bollinger band. */
    SIGMA_EVIDENCE_EMA = 4,         /**< Order of three averages. */
    SIGMA_EVIDENCE_ADX = 5,         /**< Strength of the trend, for either side. */
    SIGMA_EVIDENCE_PROBABILITY = 6, /**< Chance to be higher. */
    SIGMA_EVIDENCE_ZSCORE = 7,      /**< Distance from the mean. */
    SIGMA_EVIDENCE_SLOPE = 8,       /**< Slope of the regression line. */
    SIGMA_EVIDENCE_COUNT = 9        /**< Number of codes. */
};

/** What became of a signal that rules judged. */
enum {
    SIGMA_FUSION_UNKNOWN = 0,  /**< There was none. */
    SIGMA_FUSION_AGREED = 1,   /**< Many rules confirm it. */
    SIGMA_FUSION_PARTLY = 2,   /**< Some rules confirm it. */
    SIGMA_FUSION_DOUBTFUL = 3, /**< Few rules confirm it. */
    SIGMA_FUSION_OVERRIDE = 4, /**< The rules do not confirm it, but it is sure enough. */
    SIGMA_FUSION_WAIT = 5,     /**< The rules do not confirm it. */
    SIGMA_FUSION_COUNT = 6     /**< Number of codes. */
};

/** Part of a technical score. */
enum {
    SIGMA_POINT_RSI = 0,    /**< RSI below its bound. */
    SIGMA_POINT_MACD = 1,   /**< Sign of the histogram. */
    SIGMA_POINT_HIGHER = 2, /**< Lean of the higher timeframe. */
    SIGMA_POINT_EMA = 3,    /**< Order of price and averages. */
    SIGMA_POINT_ADX = 4,    /**< Strength of the trend. */
    SIGMA_POINT_BAND = 5,   /**< At a Bollinger band. */
    SIGMA_POINT_COUNT = 6   /**< Number of codes. */
};

/** What stands against an entry of a technical score. A bit number. */
enum {
    SIGMA_OBSTACLE_SCORE = 0, /**< The score is too low. */
    SIGMA_OBSTACLE_TREND = 1, /**< The higher timeframe leans the other way. */
    SIGMA_OBSTACLE_HOURS = 2, /**< The schedule blocks entries. */
    SIGMA_OBSTACLE_COUNT = 3  /**< Number of codes. */
};

/** Answer of a voter. */
enum {
    SIGMA_ANSWER_UNKNOWN = 0, /**< Not set; refused. */
    SIGMA_ANSWER_APPROVE = 1, /**< For the trade. */
    SIGMA_ANSWER_REJECT = 2,  /**< Against the trade. */
    SIGMA_ANSWER_REDUCE = 3,  /**< For a smaller trade. */
    SIGMA_ANSWER_ABSENT = 4,  /**< None came. */
    SIGMA_ANSWER_COUNT = 5    /**< Number of codes. */
};

/** What votes come to. */
enum {
    SIGMA_CONSENSUS_UNKNOWN = 0,  /**< Not counted. */
    SIGMA_CONSENSUS_BELOW = 1,    /**< Not asked for: the technical score decides alone. */
    SIGMA_CONSENSUS_NONE = 2,     /**< No voter answered: the technical score decides alone. */
    SIGMA_CONSENSUS_FULL = 3,     /**< All approve, and surely. */
    SIGMA_CONSENSUS_PART = 4,     /**< Nobody rejects, but not all approve surely. */
    SIGMA_CONSENSUS_REJECTED = 5, /**< A voter rejects. */
    SIGMA_CONSENSUS_COUNT = 6     /**< Number of codes. */
};

/** External score that is given. A bit number. */
enum {
    SIGMA_EXTERNAL_SCORE = 0,       /**< Market score. */
    SIGMA_EXTERNAL_CONFIDENCE = 1,  /**< Confidence of a model. */
    SIGMA_EXTERNAL_FUNDAMENTAL = 2, /**< Fundamental score. */
    SIGMA_EXTERNAL_COUNT = 3        /**< Number of codes. */
};

/** Cause of a difference that sigma_audit_verify() found. */
enum {
    SIGMA_CAUSE_UNKNOWN = 0,  /**< None. */
    SIGMA_CAUSE_SHAPE = 1,    /**< The line does not have the shape that the writer gives it. */
    SIGMA_CAUSE_SEQUENCE = 2, /**< A line before this one is missing or was moved. */
    SIGMA_CAUSE_POLICY = 3,   /**< The line was written under another policy. */
    SIGMA_CAUSE_INPUT = 4,    /**< The line holds what no decision or other writer accepts. */
    SIGMA_CAUSE_DECISION = 5, /**< What was recomputed differs in the named field. */
    SIGMA_CAUSE_BYTES = 6,    /**< The recomputed line differs in its bytes. */
    SIGMA_CAUSE_COUNT = 7     /**< Number of codes. */
};

#endif
