/* SPDX-License-Identifier: MIT */
/* The decisions of SigmaRisk once more, by a program of its own in C: driver BARS TAPE DIGITS STEP
 * LEVEL SPREAD FIRM STYLE > LOG. It reads the bars itself, and from the tape what only the terminal
 * knows: prices, the account, and what became of orders. Each order that it would send has to be
 * the next one on the tape. */
#include <math.h>
#include <sigma/sigma.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ORDER_DONE = 10009, ATTEMPTS = 3, MOST = 10000 };

static const int64_t SECOND = INT64_C(1000000000), DAY = INT64_C(86400000000000);

static sigma_bar bars[MOST];
static FILE *tape;
static int32_t digits, firm, held, fed;
static double lot_step, stop_level, spread;

/* now, from the tape */
static int32_t forming;
static long long clock_now;
static double bid, ask, balance, equity, margin, tick_value;

static sigma_symbol symbol;
static sigma_policy policy;
static sigma_market market;
static sigma_desk desk;
static sigma_audit records;
static sigma_regime regime;
static sigma_advice_params advice;
static sigma_signal_params trend;
static sigma_kelly_params kelly;
static sigma_journal journal;
static sigma_exits_params rules;
static sigma_exits exits;
static sigma_trade trade;
static double open_lots, open_stop, open_target, closed_price, closed_profit;
static int32_t closed_reason;
static long long closed_time;

#define MUST(condition)                                                                            \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "line %d, bar %d: %s\n", __LINE__, (int)forming, #condition);          \
            exit(1);                                                                               \
        }                                                                                          \
    } while (0)

static int64_t now(void)
{
    return clock_now * SECOND;
}

static uint64_t bit(int32_t code)
{
    return UINT64_C(1) << code;
}

static bool read_line(char *line, const char *begins)
{
    long at = ftell(tape);
    bool fits = fgets(line, 512, tape) && strncmp(line, begins, strlen(begins)) == 0;

    if (!fits) {
        MUST(fseek(tape, at, SEEK_SET) == 0);
    }
    return fits;
}

static void read_bars(const char *path)
{
    char line[256];
    double factor = pow(10.0, digits);
    FILE *file = fopen(path, "r");

    MUST(file != NULL);
    for (int32_t i = 0; i < MOST && fgets(line, sizeof line, file);) {
        sigma_bar *b = &bars[i];
        const char *comma = strchr(line, ',');
        if (comma && sigma_calendar_read(line, (int32_t)(comma - line), &b->time) == SIGMA_OK &&
            sscanf(comma, ",%lf,%lf,%lf,%lf,%lf", &b->open, &b->high, &b->low, &b->close,
                   &b->volume) == 5) {
            double *prices[] = {&b->open, &b->high, &b->low, &b->close};
            for (int32_t k = 0; k < 4; k++) {
                *prices[k] = round(*prices[k] * factor) / factor;
            }
            i++;
        }
    }
    MUST(fclose(file) == 0);
}

static void write_line(const char *line)
{
    MUST(puts(line) >= 0);
}

/* ---- events */

static void tell(int32_t event, double value)
{
    sigma_breaker_transition change;
    const sigma_breaker_sample sample = {.time = now(), .value = value, .event = event};
    MUST(sigma_breaker_update(&desk.breaker, &sample, &change) == SIGMA_OK);
}

static void read_symbol(void)
{
    double tick = 1.0 / pow(10.0, digits), margin_of_lot = ask / tick * tick_value / 20.0;

    symbol = (sigma_symbol){.tick_size = tick,
                            .tick_value = tick_value,
                            .contract_size = 100000.0,
                            .lot_min = lot_step,
                            .lot_max = 100.0,
                            .lot_step = lot_step,
                            .spread = spread * tick / tick,
                            .stop_level = stop_level * tick / tick,
                            .leverage = ask * tick_value / tick / margin_of_lot,
                            .id = 1,
                            .asset = SIGMA_ASSET_FOREX};
}

static void learn(void)
{
    static double multiples[SIGMA_JOURNAL_SPACE];
    sigma_edge edge;

    MUST(sigma_edge_read(&kelly, &journal, multiples, SIGMA_JOURNAL_SPACE, &edge) == SIGMA_OK);
    MUST(sigma_desk_edge(&desk, &edge) == SIGMA_OK);
}

static void begin(int32_t style)
{
    char line[SIGMA_AUDIT_SPACE];
    int32_t length;
    sigma_market_params of_market;
    sigma_regime_params of_regime;
    sigma_breaker_params of_breaker;
    sigma_journal_params of_journal;
    sigma_prop_params of_prop;

    MUST(sigma_policy_preset(SIGMA_PROFILE_MODERATE, &policy) == SIGMA_OK);
    MUST(sigma_kelly_preset(SIGMA_PROFILE_MODERATE, &kelly) == SIGMA_OK);
    MUST(sigma_market_defaults(&of_market) == SIGMA_OK);
    of_market.interval = DAY;
    MUST(sigma_market_init(&market, &of_market, &symbol) == SIGMA_OK);
    MUST(sigma_desk_init(&desk, now(), balance) == SIGMA_OK);
    MUST(sigma_regime_defaults(0, &of_regime) == SIGMA_OK);
    MUST(sigma_regime_init(&regime, &of_regime) == SIGMA_OK);
    MUST(sigma_breaker_defaults(&of_breaker) == SIGMA_OK);
    MUST(sigma_desk_breaker(&desk, now(), &of_breaker) == SIGMA_OK);
    MUST(sigma_journal_defaults(&of_journal, equity) == SIGMA_OK);
    MUST(sigma_journal_init(&journal, &of_journal) == SIGMA_OK);
    MUST(sigma_advice_defaults(&advice) == SIGMA_OK && sigma_signal_defaults(&trend) == SIGMA_OK);
    MUST(sigma_exits_defaults(&rules, style) == SIGMA_OK);
    advice.size_only = 1;
    if (firm != SIGMA_FIRM_UNKNOWN) {
        MUST(sigma_prop_defaults(&of_prop, firm) == SIGMA_OK);
        MUST(sigma_desk_prop(&desk, now(), &of_prop) == SIGMA_OK);
    }
    learn();
    MUST(sigma_audit_init(&records, &policy, line, sizeof line, &length) == SIGMA_OK);
    write_line(line);
}

/* ---- what the terminal answered */

static void note_closed(const char *line)
{
    double lots, left, price, profit;
    int reason;

    MUST(sscanf(line, "closed %lf %lf %lf %d %lf %lld", &lots, &price, &profit, &reason, &left,
                &closed_time) == 6);
    closed_price = price;
    closed_profit += profit;
    closed_reason = reason;
    open_lots = left;
}

static int32_t event_of(bool moves, unsigned answer)
{
    switch (answer) {
    case 10012:
    case 10031: return SIGMA_EVENT_NETWORK;
    case 10024: return SIGMA_EVENT_RATE_LIMIT;
    case 10016: return moves ? SIGMA_EVENT_UNKNOWN : SIGMA_EVENT_ORDER_FAILED;
    case 10018:
    case 10025:
    case 10026:
    case 10027:
    case 10029: return SIGMA_EVENT_UNKNOWN;
    default: return SIGMA_EVENT_ORDER_FAILED;
    }
}

/* Sends an order, which must be the next on the tape; whether it was carried out. */
static bool order(const char *kind, bool buys, double lots, double stop, double target)
{
    bool moves = strcmp(kind, "stop") == 0;

    for (int32_t i = 0; i < (moves ? 1 : ATTEMPTS); i++) {
        char line[512], named[16];
        int type;
        unsigned answer;
        double volume, sl, tp;
        MUST(read_line(line, "order "));
        MUST(sscanf(line, "order %15s %d %lf %lf %lf %u", named, &type, &volume, &sl, &tp,
                    &answer) == 6);
        MUST(strcmp(named, kind) == 0 && (moves || (type == 0) == buys));
        MUST(volume == lots && sl == stop && tp == target);
        tell(SIGMA_EVENT_LATENCY, 0.0);
        if (answer == ORDER_DONE) {
            tell(SIGMA_EVENT_ORDER_DONE, 0.0);
            return true;
        }
        if (event_of(moves, answer) != SIGMA_EVENT_UNKNOWN) {
            tell(event_of(moves, answer), 0.0);
        }
        if (answer != 10004 && answer != 10020 && answer != 10021) {
            return false;
        }
    }
    return false;
}

/* ---- the open trade */

static double risk_at(double lots, double stop)
{
    double profit, cost;

    MUST(sigma_symbol_profit(&symbol, trade.side, lots, trade.entry, stop, &profit) == SIGMA_OK);
    MUST(sigma_symbol_cost(&symbol, lots, trade.entry, stop, &cost) == SIGMA_OK);
    return cost - profit > 0.0 ? cost - profit : 0.0;
}

static void tell_desk(double lots, double stop, double target)
{
    const sigma_position position = {.time = trade.opened,
                                     .entry = trade.entry,
                                     .stop = stop,
                                     .target = target,
                                     .lots = lots,
                                     .risk = risk_at(lots, stop),
                                     .id = trade.id,
                                     .symbol = 1,
                                     .side = trade.side};
    MUST(sigma_desk_position(&desk, &position) == SIGMA_OK);
}

static void adopt(int32_t side, double lots, double entry, long long ticket)
{
    sigma_regime_result found;
    sigma_market_result read;

    open_lots = lots;
    trade = (sigma_trade){.opened = bars[forming].time, .entry = entry, .lots = lots, .symbol = 1};
    trade.id = (int32_t)(ticket % 1000000000) + 1;
    trade.side = side;
    trade.regime = sigma_regime_read(&regime, &found) == SIGMA_OK ? found.regime : 0;
    trade.risk = risk_at(lots, open_stop);
    trade.given = bit(SIGMA_TRADE_RISK);
    MUST(sigma_market_read(&market, &read) == SIGMA_OK);
    sigma_exits_entry as = {.time = trade.opened,
                            .entry = entry,
                            .stop = open_stop,
                            .target = open_target,
                            .atr = read.atr,
                            .tick_size = symbol.tick_size,
                            .side = side,
                            .regime = trade.regime};
    tell_desk(lots, open_stop, open_target);
    MUST(sigma_exits_init(&exits, &rules, &as) == SIGMA_OK);
    closed_profit = 0.0;
    held = 1;
}

static void finish(void)
{
    static char line[SIGMA_AUDIT_EVENT_SPACE];
    sigma_audit_trade record = {.line = 0};
    int32_t length;

    trade.reason = closed_reason == 4   ? SIGMA_EXIT_STOP
                   : closed_reason == 5 ? SIGMA_EXIT_TARGET
                                        : exits.closing;
    trade.exit = closed_price;
    trade.profit = closed_profit;
    trade.closed = closed_time * SECOND;
    tell(SIGMA_EVENT_TRADE, trade.profit / equity);
    tell_desk(0.0, exits.stop, 0.0);
    MUST(sigma_journal_update(&journal, &trade) == SIGMA_OK);
    held = 0;
    record.trade = trade;
    MUST(sigma_audit_trade_write(&records, &record, line, sizeof line, &length) == SIGMA_OK);
    write_line(line);
    learn();
}

static void decide(const sigma_proposal *proposal, sigma_decision *decision)
{
    static char line[SIGMA_AUDIT_SPACE];
    sigma_context context;
    int32_t length;

    MUST(sigma_desk_context(&desk, &market, proposal, &context) >= SIGMA_OK);
    if (proposal->intent == SIGMA_INTENT_OPEN) {
        MUST(sigma_desk_regime(&regime, &market, &advice, &context) == SIGMA_OK);
    }
    MUST(sigma_decide(&policy, &context, proposal, decision) == SIGMA_OK);
    MUST(sigma_audit_decision(&records, &context, proposal, decision, line, sizeof line, &length) ==
         SIGMA_OK);
    write_line(line);
}

static void reduce(const sigma_exits_result *r)
{
    char line[512];
    sigma_decision decision;
    sigma_proposal proposal = {.time = now(),
                               .id = market.time,
                               .symbol = 1,
                               .side = trade.side,
                               .intent = SIGMA_INTENT_REDUCE};

    if (r->action == SIGMA_ACTION_REDUCE) {
        proposal.lots = open_lots * r->fraction;
        proposal.given = bit(SIGMA_GIVEN_LOTS);
    }
    tell_desk(open_lots, r->stop, open_target);
    decide(&proposal, &decision);
    if (decision.lots > 0.0 &&
        order("close", trade.side == SIGMA_SIDE_SHORT, decision.lots, 0.0, 0.0)) {
        MUST(read_line(line, "closed "));
        note_closed(line);
    }
}

static void tell_exit(const sigma_exits *before, const sigma_bar *bar,
                      const sigma_exits_sample *sample)
{
    static char line[SIGMA_AUDIT_EVENT_SPACE];
    int32_t length;
    sigma_audit_exit record = {.exits = *before,
                               .bar = *bar,
                               .sample = *sample,
                               .time = now(),
                               .id = trade.id,
                               .symbol = 1};

    MUST(sigma_audit_exit_write(&records, &record, line, sizeof line, &length) == SIGMA_OK);
    write_line(line);
}

static void look_after(const sigma_bar *bar, int32_t kind)
{
    const sigma_exits before = exits;
    sigma_breaker_result b;
    sigma_prop_result p;
    sigma_features f;
    sigma_exits_result r;
    sigma_exits_sample sample = {.regime = kind};

    MUST(sigma_breaker_read(&desk.breaker, &b) == SIGMA_OK);
    if (b.close_all || (firm != SIGMA_FIRM_UNKNOWN && sigma_prop_read(&desk.prop, &p) == SIGMA_OK &&
                        p.phase != SIGMA_PHASE_ACTIVE)) {
        sample.order = SIGMA_EXIT_EMERGENCY;
    }
    if (sigma_market_features(&market, &f) == SIGMA_OK) {
        sample.atr = f.atr;
        sample.rsi = f.rsi;
        sample.histogram = f.macd_histogram;
        sample.given = bit(SIGMA_SEEN_ATR) | bit(SIGMA_SEEN_RSI) | bit(SIGMA_SEEN_HISTOGRAM);
    }
    MUST(sigma_exits_update(&exits, bar, &sample, &r) == SIGMA_OK);
    if (open_lots <= 0.0) {
        return;
    }
    if (r.action != SIGMA_ACTION_HOLD) {
        tell_exit(&before, bar, &sample);
    }
    if (r.fraction > 0.0) {
        reduce(&r);
    }
    if (r.action != SIGMA_ACTION_CLOSE && open_lots > 0.0) {
        if (r.stop != open_stop && order("stop", false, 0.0, r.stop, open_target)) {
            open_stop = r.stop;
        }
        tell_desk(open_lots, r.stop, open_target);
    }
}

/* ---- a new trade */

static void propose(void)
{
    char line[512];
    sigma_features f;
    sigma_signal_result heard;
    sigma_decision d;
    long long ticket;
    double lots, entry;

    if (sigma_market_features(&market, &f) != SIGMA_OK ||
        sigma_signal_trend(&trend, &f, &heard) != SIGMA_OK || heard.side == SIGMA_SIDE_UNKNOWN) {
        return;
    }
    bool buys = heard.side == SIGMA_SIDE_LONG;
    sigma_proposal proposal = {.time = now(),
                               .id = market.time,
                               .entry = buys ? ask : bid,
                               .confidence = heard.strength,
                               .given = bit(SIGMA_GIVEN_CONFIDENCE),
                               .symbol = 1,
                               .side = heard.side,
                               .intent = SIGMA_INTENT_OPEN};
    decide(&proposal, &d);
    if (d.lots <= 0.0 || !order("open", buys, d.lots, d.stops.stop, d.stops.target)) {
        return;
    }
    MUST(read_line(line, "opened ") &&
         sscanf(line, "opened %lf %lf %lld", &lots, &entry, &ticket) == 3);
    MUST(lots == d.lots);
    open_stop = d.stops.stop;
    open_target = d.stops.target;
    adopt(heard.side, lots, entry, ticket);
}

static void new_bar(void)
{
    read_symbol();
    MUST(sigma_market_symbol(&market, &symbol) == SIGMA_OK);
    tell(SIGMA_EVENT_TIME, 0.0);
    if (held && open_lots <= 0.0) {
        finish();
    }
    MUST(sigma_desk_account(&desk, now(), equity, balance, margin) == SIGMA_OK);
    for (; fed < forming; fed++) {
        sigma_regime_result found;
        MUST(sigma_market_update(&market, &bars[fed]) >= SIGMA_OK);
        MUST(sigma_regime_update(&regime, &bars[fed], &found) >= SIGMA_OK);
        if (held && bars[fed].time >= exits.entry.time) {
            look_after(&bars[fed], found.regime);
        }
    }
    if (!held) {
        propose();
    }
}

static void tick(const char *line, int32_t style)
{
    int32_t last = forming;
    int place;

    MUST(sscanf(line, "tick %d %lld %lf %lf %lf %lf %lf %lf", &place, &clock_now, &bid, &ask,
                &balance, &equity, &margin, &tick_value) == 8);
    forming = place;
    if (last < 0) {
        read_symbol();
        begin(style);
    }
    if (firm != SIGMA_FIRM_UNKNOWN) {
        const sigma_prop_sample sample = {
            .time = now(), .balance = balance, .equity = equity, .high = equity, .low = equity};
        MUST(sigma_prop_update(&desk.prop, &sample) == SIGMA_OK);
    }
    if (forming != last) {
        new_bar();
    }
}

int main(int count, char **words)
{
    char line[512];

    MUST(count == 9);
    tape = fopen(words[2], "rb");
    digits = atoi(words[3]);
    lot_step = atof(words[4]);
    stop_level = atof(words[5]);
    spread = atof(words[6]);
    firm = atoi(words[7]);
    forming = -1;
    read_bars(words[1]);
    MUST(tape != NULL);
    while (fgets(line, sizeof line, tape)) {
        if (strncmp(line, "closed ", 7) == 0) {
            note_closed(line);
        } else {
            MUST(strncmp(line, "tick ", 5) == 0);
            tick(line, atoi(words[8]));
        }
    }
    MUST(fclose(tape) == 0);
    return 0;
}
