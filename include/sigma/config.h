/* SPDX-License-Identifier: MIT */
/** @file
 * What a trader sets, as text: YAML into the params of every module, and back. This header belongs
 * to the library libsigma-config, which needs libyaml; sigma/sigma.h does not include it.
 *
 * The keys are the names of the fields of the structs, their ranges and units those of the field
 * tables (sigma/layout.h), their words those of sigma/words.h; docs/config.md lists all of them.
 * What is not a plain number is written as people do: a length of time as 30s or 4h, a time of the
 * day as 17:00, a day as 2026-12-25, 0 or 1 as false or true; a ratio may be given in percent.
 *
 * Text that anything is wrong with is refused as a whole, with one message that names file, line,
 * column and key, and says what was expected and what was found. So that nothing is taken for
 * something else, the reader is narrower than YAML: UTF-8, one document, no tags, no merge keys, no
 * key twice, no number in another form than decimal, no other words for true and false. Aliases are
 * allowed, within limits. Numbers are read by sigma_number_read(): correctly rounded, in every
 * locale.
 *
 * Memory: reading takes about 1 MiB by calloc(), as libyaml takes its own, and gives it back;
 * writing does too, since it reads back what it wrote.
 */
#ifndef SIGMA_CONFIG_H
#define SIGMA_CONFIG_H

#include "sigma/breaker.h"
#include "sigma/correlation.h"
#include "sigma/decide.h"
#include "sigma/exits.h"
#include "sigma/gate.h"
#include "sigma/kelly.h"
#include "sigma/monitor.h"
#include "sigma/prop.h"
#include "sigma/regime.h"
#include "sigma/schedule.h"
#include "sigma/signal.h"
#include "sigma/technical.h"
#include "sigma/vote.h"

/** Longest text that is read [bytes], and a buffer that always suffices to write one. */
#define SIGMA_CONFIG_SPACE 131072

/** Deepest nesting that is read. */
#define SIGMA_CONFIG_DEPTH 12

/** Most values in a text, aliases counted as what they stand for. */
#define SIGMA_CONFIG_VALUES 8192

/** Longest value [bytes]. */
#define SIGMA_CONFIG_LONGEST 256

/** Longest name of a symbol, sector or group with its terminating zero [bytes]. */
#define SIGMA_CONFIG_NAME 32

/** Most symbols. */
#define SIGMA_CONFIG_SYMBOLS 32

/** Most groups. */
#define SIGMA_CONFIG_GROUPS 16

/** Most pairs of symbols: all that there can be. */
#define SIGMA_CONFIG_PAIRS 496

/** Which market a config starts from. */
enum {
    SIGMA_MARKET_UNKNOWN = 0, /**< Not set; refused. */
    SIGMA_MARKET_FOREX = 1,   /**< 1 % risk, 5 times leverage, scores from 2.5. */
    SIGMA_MARKET_FUTURES = 2, /**< 1 % risk, scores from 3.0, an account of 150,000. */
    SIGMA_MARKET_CRYPTO = 3,  /**< 0.8 % risk, scores from 2.5, an account of 200,000. */
    SIGMA_MARKET_COUNT = 4    /**< Number of codes. */
};

/** The account. All zero where the text does not speak of it. */
typedef struct sigma_config_account {
    double balance; /**< Closed balance [account], 1e-6 <= x <= 1e15. */
    double equity;  /**< With open profit, default the balance [account], 1e-6 <= x <= 1e15. */
    double peak;    /**< Highest closed balance, default the balance [account],
                         1e-6 <= x <= 1e18. */
    double margin;  /**< Margin in use, default 0 [account], 0 <= x <= 1e15. */
} sigma_config_account;

SIGMA_LAYOUT(sigma_config_account, 32);

/** A symbol. */
typedef struct sigma_config_symbol {
    sigma_symbol facts;                  /**< Its facts; the id is its place, from 1. */
    char name[SIGMA_CONFIG_NAME];        /**< What it is called. */
    char sector_name[SIGMA_CONFIG_NAME]; /**< Its sector, empty for none. */
    int32_t sector;                      /**< The same as a number, 0 for none, x >= 0. */
    int32_t reserved;                    /**< 0. */
} sigma_config_symbol;

SIGMA_LAYOUT(sigma_config_symbol, 192);

/** Symbols that move together. */
typedef struct sigma_config_group {
    double correlation;           /**< Of each pair of them [1], -1 <= x <= 1. */
    uint64_t symbols;             /**< Set of their places, bit 0 for the first symbol. */
    char name[SIGMA_CONFIG_NAME]; /**< What it is called. */
} sigma_config_group;

SIGMA_LAYOUT(sigma_config_group, 48);

/** How two symbols move together, whatever their groups say. */
typedef struct sigma_config_pair {
    double correlation; /**< Of their returns [1], -1 <= x <= 1. */
    int32_t first;      /**< Place of the one, from 0. */
    int32_t second;     /**< Place of the other, above first. */
} sigma_config_pair;

SIGMA_LAYOUT(sigma_config_pair, 16);

/** All that a text can set. Arrays are zero behind what is used of them. */
typedef struct sigma_config {
    sigma_config_account account;                     /**< Section account. */
    sigma_policy policy;                              /**< Section policy. */
    sigma_portfolio_params portfolio;                 /**< Section portfolio. */
    sigma_correlation_params correlation;             /**< Section correlation. */
    sigma_kelly_params kelly;                         /**< Section kelly. */
    sigma_signal_params signal;                       /**< Section signal. */
    sigma_technical_params technical;                 /**< Section technical. */
    sigma_votes_params votes;                         /**< Section votes. */
    sigma_external_params external;                   /**< Section external. */
    sigma_regime_params regime;                       /**< Section regime. */
    sigma_rules_params rules;                         /**< Section rules. */
    sigma_advice_params advice;                       /**< Section advice. */
    sigma_gate_params gate;                           /**< Section gate. */
    sigma_breaker_params breaker;                     /**< Section breaker. */
    sigma_monitor_params monitor;                     /**< Section monitor. */
    sigma_exits_params exits;                         /**< Section exits. */
    sigma_prop_params prop;                           /**< Section prop; zero without it. */
    sigma_schedule schedule;                          /**< Section schedule. */
    sigma_config_symbol symbol[SIGMA_CONFIG_SYMBOLS]; /**< Section symbols. */
    sigma_config_group group[SIGMA_CONFIG_GROUPS];    /**< Section groups. */
    sigma_config_pair pair[SIGMA_CONFIG_PAIRS];       /**< Section correlations. */
    int32_t symbols;                                  /**< How many, 0 <= x <= 32. */
    int32_t groups;                                   /**< How many, 0 <= x <= 16. */
    int32_t pairs;                                    /**< How many, 0 <= x <= 496. */
    int32_t reserved;                                 /**< 0. */
} sigma_config;

/** What is wrong with a text. */
typedef struct sigma_config_error {
    int32_t line;       /**< Where, from 1; 0 for no place. */
    int32_t column;     /**< Where in the line, in characters from 1; 0 for no place. */
    char path[128];     /**< The key, such as "policy.sizing.risk_max"; empty for none. */
    char message[1024]; /**< All of it: "desk.yaml:12:5: policy.sizing.risk_max: expected ..." */
} sigma_config_error;

SIGMA_LAYOUT(sigma_config_error, 1160);

/**
 * Sets everything to the defaults of its module, with the mode FRACTION, regimes that last some
 * hundred bars, bars of an hour under bars of four for technical scores, exits in the style PLAIN,
 * trading around the clock; neither account, symbols nor a firm.
 *
 * @param[out] config  The config.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_config_defaults(sigma_config *config);

/**
 * The same with what the system Hybrid takes for a market: risk of a trade, least technical score,
 * symbols, size of the account, for forex leverage; and the hours of the market, for crypto exits
 * in percent. What a lot of USDJPY and GBPJPY is worth depends on the rate of the yen: their tick
 * values are 0, to be set.
 *
 * @param      market  SIGMA_MARKET_..., not UNKNOWN.
 * @param[out] config  The config; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_config_preset(int32_t market, sigma_config *config);

/**
 * Reads a text. What it does not speak of has the value of sigma_config_defaults(), or of the
 * preset that it names.
 *
 * @param      text    The text; need not be zero-terminated.
 * @param      length  Length of text [bytes], 0 <= x <= SIGMA_CONFIG_SPACE.
 * @param      name    What messages call it, such as the name of its file; zero-terminated.
 * @param[out] config  The config; unchanged on error.
 * @param[out] error   What is wrong; all zero on SIGMA_OK.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_FORMAT for text that cannot be read, SIGMA_E_RANGE for
 *         a value out of its range, a key that is missing, or values that do not fit together,
 *         SIGMA_E_SPACE for a text beyond a limit, or for want of memory. The error is filled
 *         unless a pointer is NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_config_read(const char *text, int64_t length,
                                                          const char *name, sigma_config *config,
                                                          sigma_config_error *error);

/**
 * Writes a config as text that reads back to the same bytes.
 *
 * @param      config    The config, as sigma_config_read() would give it.
 * @param[out] buffer    Receives the text; empty on error, if it has any space.
 * @param      capacity  Size of buffer [bytes], SIGMA_CONFIG_SPACE always suffices.
 * @param[out] length    Length without the terminating zero [bytes]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_SPACE, or SIGMA_E_RANGE for a value out of its range.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_config_write(const sigma_config *config, char *buffer,
                                                           int32_t capacity, int32_t *length);

/**
 * Sets up the correlations: every symbol in its order under its id, and for each pair what the
 * pairs say, else the first group that holds both.
 *
 * @param      config       The config.
 * @param[out] correlation  The estimate; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_config_correlate(const sigma_config *config,
                                                               sigma_correlation *correlation);

#endif
