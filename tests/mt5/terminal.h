// SPDX-License-Identifier: MIT
// A terminal: symbols with the facts of a broker, one account, real bars that arrive tick by tick,
// and orders that are judged as a broker judges them. What a test wants to know it writes into a
// tape.
#pragma once
#include "mql5.h"

struct MqlRates {
    datetime time;
    double open, high, low, close;
    mql_long tick_volume;
    int spread;
    mql_long real_volume;
};

struct mql_symbol {
    string base;
    int digits, calc_mode, spread, stops_level, freeze_level, filling;
    double tick_value, contract, lot_min, lot_max, lot_step, leverage;
    double point() const
    {
        return 1.0 / std::pow(10.0, digits);
    }
};

struct mql_position {
    ulong ticket;
    string symbol;
    mql_long magic;
    int type;
    double lots, entry, sl, tp;
    datetime time;
};

struct mql_deal {
    mql_long position, entry, reason;
    double price, profit, commission, swap, lots;
    datetime time;
};

struct mql_terminal {
    bool dlls = true, program_dlls = true, trading = true, hedging = true;
    double balance = 100000.0, bid = 1.1;
    std::vector<MqlRates> rates;
    int forming = -1; // index of the last bar that can be seen
    mql_long clock = 1600010800, interval = 3600, ahead = 10800;
    std::vector<mql_position> positions;
    std::vector<mql_deal> deals, selected;
    mql_position *chosen = nullptr;
    std::vector<std::pair<int, uint>> faults; // answer to the n-th order
    int orders = 0, merged = 0;
    FILE *tape = nullptr;
};

inline mql_terminal &mql()
{
    static mql_terminal terminal;
    return terminal;
}

inline string _Symbol = "EURUSD";
enum ENUM_TIMEFRAMES { PERIOD_H1 = 16385, PERIOD_D1 = 16408 };
inline ENUM_TIMEFRAMES _Period = PERIOD_H1;
inline int _Digits = 5;

inline mql_symbol &mql_facts(const string &name)
{
    static mql_symbol index = {"SPX", 2, 2, 12, 50, 0, 3, 0.01, 1.0, 0.01, 100.0, 0.01, 20.0};
    static mql_symbol forex = {"", 5, 0, 12, 50, 0, 3, 1.0, 100000.0, 0.01, 100.0, 0.01, 20.0};
    static mql_symbol other = {"", 5, 2, 12, 50, 0, 3, 1.0, 1.0, 0.01, 100.0, 0.01, 20.0};
    mql_symbol &found = name == "SPX500" ? index : name == "EURUSD" ? forex : other;
    if (&found != &index) {
        found.base = name.substr(0, 3);
    }
    return found;
}

// ---- what programs ask

enum { TERMINAL_DLLS_ALLOWED, TERMINAL_TRADE_ALLOWED };
enum { MQL_DLLS_ALLOWED, MQL_TRADE_ALLOWED };
enum { ACCOUNT_LEVERAGE, ACCOUNT_TRADE_ALLOWED, ACCOUNT_TRADE_EXPERT, ACCOUNT_MARGIN_MODE };
enum { ACCOUNT_MARGIN_MODE_RETAIL_NETTING = 0, ACCOUNT_MARGIN_MODE_RETAIL_HEDGING = 2 };
enum { ACCOUNT_EQUITY, ACCOUNT_BALANCE, ACCOUNT_MARGIN };
enum { SYMBOL_CURRENCY_BASE };
enum { SYMBOL_TRADE_CALC_MODE, SYMBOL_SPREAD, SYMBOL_TRADE_STOPS_LEVEL, SYMBOL_FILLING_MODE };
enum ENUM_SYMBOL_INFO_DOUBLE {
    SYMBOL_POINT,
    SYMBOL_ASK,
    SYMBOL_BID,
    SYMBOL_TRADE_TICK_SIZE,
    SYMBOL_TRADE_TICK_VALUE_LOSS,
    SYMBOL_TRADE_CONTRACT_SIZE,
    SYMBOL_VOLUME_MIN,
    SYMBOL_VOLUME_MAX,
    SYMBOL_VOLUME_STEP,
    SYMBOL_VOLUME_LIMIT
};
enum {
    SYMBOL_CALC_MODE_FOREX = 0,
    SYMBOL_CALC_MODE_FUTURES = 1,
    SYMBOL_CALC_MODE_CFD = 2,
    SYMBOL_CALC_MODE_FOREX_NO_LEVERAGE = 5,
    SYMBOL_CALC_MODE_EXCH_STOCKS = 32,
    SYMBOL_CALC_MODE_EXCH_FUTURES = 33
};
enum { SYMBOL_FILLING_FOK = 1, SYMBOL_FILLING_IOC = 2 };
enum ENUM_ORDER_TYPE_FILLING { ORDER_FILLING_FOK, ORDER_FILLING_IOC, ORDER_FILLING_RETURN };
enum ENUM_ORDER_TYPE { ORDER_TYPE_BUY, ORDER_TYPE_SELL };
enum { INIT_SUCCEEDED = 0, INIT_FAILED = 1 };

inline mql_long TerminalInfoInteger(int what)
{
    return what == TERMINAL_DLLS_ALLOWED ? mql().dlls : mql().trading;
}
inline mql_long MQLInfoInteger(int what)
{
    return what == MQL_DLLS_ALLOWED ? mql().program_dlls : mql().trading;
}
inline mql_long AccountInfoInteger(int what)
{
    return what == ACCOUNT_LEVERAGE      ? 30
           : what == ACCOUNT_MARGIN_MODE ? (mql().hedging ? ACCOUNT_MARGIN_MODE_RETAIL_HEDGING : 0)
                                         : 1;
}
inline int PeriodSeconds()
{
    return (int)mql().interval;
}
inline datetime TimeCurrent()
{
    return mql().clock;
}
inline datetime TimeTradeServer()
{
    return mql().clock;
}
inline datetime TimeGMT()
{
    return mql().clock - mql().ahead + 3; // the computer's clock is never exact
}
inline ulong GetMicrosecondCount()
{
    return 0;
}
inline string SymbolInfoString(const string &name, int)
{
    return mql_facts(name).base;
}
inline mql_long SymbolInfoInteger(const string &name, int what)
{
    const mql_symbol &facts = mql_facts(name);
    switch (what) {
    case SYMBOL_TRADE_CALC_MODE: return facts.calc_mode;
    case SYMBOL_SPREAD: return facts.spread;
    case SYMBOL_FILLING_MODE: return facts.filling;
    default: return facts.stops_level;
    }
}
inline double mql_ask()
{
    const mql_symbol &facts = mql_facts(_Symbol);
    double ticks = std::round(mql().bid / facts.point()) + facts.spread;
    return ticks / std::pow(10.0, facts.digits);
}
inline double SymbolInfoDouble(const string &name, ENUM_SYMBOL_INFO_DOUBLE what)
{
    const mql_symbol &facts = mql_facts(name);
    switch (what) {
    case SYMBOL_POINT:
    case SYMBOL_TRADE_TICK_SIZE: return facts.point();
    case SYMBOL_ASK: return mql_ask();
    case SYMBOL_BID: return mql().bid;
    case SYMBOL_TRADE_TICK_VALUE_LOSS: return facts.tick_value;
    case SYMBOL_TRADE_CONTRACT_SIZE: return facts.contract;
    case SYMBOL_VOLUME_MIN: return facts.lot_min;
    case SYMBOL_VOLUME_MAX: return facts.lot_max;
    case SYMBOL_VOLUME_STEP: return facts.lot_step;
    default: return 0.0;
    }
}
inline double mql_worth(const mql_symbol &facts, double lots, double distance)
{
    return lots * distance / facts.point() * facts.tick_value;
}
inline bool OrderCalcMargin(ENUM_ORDER_TYPE, const string &name, double lots, double price,
                            double &margin)
{
    const mql_symbol &facts = mql_facts(name);
    margin = mql_worth(facts, lots, price) / facts.leverage;
    return true;
}
inline double NormalizeDouble(double value, int digits)
{
    double scale = std::pow(10.0, digits);
    return std::round(value * scale) / scale;
}

// ---- bars

// So many bars up to the one that is so many before the newest, oldest first.
inline int CopyRates(const string &, int, int start, int count, mql_array<MqlRates> &rates)
{
    int end = mql().forming + 1 - start, first = end > count ? end - count : 0;
    rates.values.clear();
    if (end > first) {
        rates.values.assign(mql().rates.begin() + first, mql().rates.begin() + end);
    }
    return (int)rates.values.size();
}
inline datetime iTime(const string &, int, int shift)
{
    int place = mql().forming - shift;
    return place >= 0 ? mql().rates.at((size_t)place).time : 0;
}

// ---- account and positions

inline double mql_profit(const mql_position &p, double price)
{
    return mql_worth(mql_facts(p.symbol), p.lots,
                     p.type == ORDER_TYPE_BUY ? price - p.entry : p.entry - price);
}
inline double mql_price(const mql_position &p) // at which it could be closed
{
    return p.type == ORDER_TYPE_BUY ? mql().bid : mql_ask();
}
inline double AccountInfoDouble(int what)
{
    double open = 0.0, margin = 0.0;
    for (const mql_position &p : mql().positions) {
        double each = 0.0;
        open += mql_profit(p, mql_price(p));
        OrderCalcMargin(ORDER_TYPE_BUY, p.symbol, p.lots, p.entry, each);
        margin += each;
    }
    return what == ACCOUNT_EQUITY    ? mql().balance + open
           : what == ACCOUNT_BALANCE ? mql().balance
                                     : margin;
}

enum { POSITION_SYMBOL };
enum { POSITION_MAGIC, POSITION_IDENTIFIER, POSITION_TYPE };
enum { POSITION_TYPE_BUY, POSITION_TYPE_SELL };
enum { POSITION_PRICE_OPEN, POSITION_VOLUME, POSITION_SL, POSITION_TP };

inline int PositionsTotal()
{
    return (int)mql().positions.size();
}
inline ulong PositionGetTicket(int place)
{
    mql().chosen = &mql().positions.at((size_t)place);
    return mql().chosen->ticket;
}
inline bool PositionSelectByTicket(ulong ticket)
{
    mql().chosen = nullptr;
    for (mql_position &p : mql().positions) {
        mql().chosen = p.ticket == ticket ? &p : mql().chosen;
    }
    return mql().chosen != nullptr;
}
inline bool PositionSelect(const string &symbol)
{
    mql().chosen = nullptr;
    for (mql_position &p : mql().positions) {
        mql().chosen = p.symbol == symbol ? &p : mql().chosen;
    }
    return mql().chosen != nullptr;
}
inline string PositionGetString(int)
{
    return mql().chosen->symbol;
}
inline mql_long PositionGetInteger(int what)
{
    return what == POSITION_MAGIC  ? mql().chosen->magic
           : what == POSITION_TYPE ? mql().chosen->type
                                   : (mql_long)mql().chosen->ticket;
}
inline double PositionGetDouble(int what)
{
    const mql_position &p = *mql().chosen;
    return what == POSITION_PRICE_OPEN ? p.entry
           : what == POSITION_VOLUME   ? p.lots
           : what == POSITION_SL       ? p.sl
                                       : p.tp;
}

// ---- history

enum { DEAL_ENTRY, DEAL_TIME, DEAL_REASON };
enum { DEAL_ENTRY_IN, DEAL_ENTRY_OUT };
enum { DEAL_REASON_EXPERT = 3, DEAL_REASON_SL = 4, DEAL_REASON_TP = 5 };
enum { DEAL_COMMISSION, DEAL_SWAP, DEAL_PROFIT, DEAL_PRICE };

inline bool HistorySelectByPosition(mql_long position)
{
    mql().selected.clear();
    for (const mql_deal &deal : mql().deals) {
        if (deal.position == position) {
            mql().selected.push_back(deal);
        }
    }
    return !mql().selected.empty();
}
inline int HistoryDealsTotal()
{
    return (int)mql().selected.size();
}
inline ulong HistoryDealGetTicket(int place)
{
    return (ulong)place + 1;
}
inline double HistoryDealGetDouble(ulong deal, int what)
{
    const mql_deal &d = mql().selected.at((size_t)deal - 1);
    return what == DEAL_COMMISSION ? d.commission
           : what == DEAL_SWAP     ? d.swap
           : what == DEAL_PROFIT   ? d.profit
                                   : d.price;
}
inline mql_long HistoryDealGetInteger(ulong deal, int what)
{
    const mql_deal &d = mql().selected.at((size_t)deal - 1);
    return what == DEAL_ENTRY ? d.entry : what == DEAL_TIME ? d.time : d.reason;
}

// ---- orders

enum { TRADE_ACTION_DEAL = 1, TRADE_ACTION_SLTP = 6 };
enum {
    TRADE_RETCODE_REQUOTE = 10004,
    TRADE_RETCODE_REJECT = 10006,
    TRADE_RETCODE_PLACED = 10008,
    TRADE_RETCODE_DONE = 10009,
    TRADE_RETCODE_DONE_PARTIAL = 10010,
    TRADE_RETCODE_TIMEOUT = 10012,
    TRADE_RETCODE_INVALID_VOLUME = 10014,
    TRADE_RETCODE_INVALID_STOPS = 10016,
    TRADE_RETCODE_MARKET_CLOSED = 10018,
    TRADE_RETCODE_NO_MONEY = 10019,
    TRADE_RETCODE_PRICE_CHANGED = 10020,
    TRADE_RETCODE_PRICE_OFF = 10021,
    TRADE_RETCODE_TOO_MANY_REQUESTS = 10024,
    TRADE_RETCODE_NO_CHANGES = 10025,
    TRADE_RETCODE_SERVER_DISABLES_AT = 10026,
    TRADE_RETCODE_CLIENT_DISABLES_AT = 10027,
    TRADE_RETCODE_FROZEN = 10029,
    TRADE_RETCODE_INVALID_FILL = 10030,
    TRADE_RETCODE_CONNECTION = 10031
};

struct MqlTradeRequest {
    int action = 0, type = 0;
    ulong magic = 0, deviation = 0, position = 0;
    double volume = 0.0, price = 0.0, sl = 0.0, tp = 0.0;
    ENUM_ORDER_TYPE_FILLING type_filling = ORDER_FILLING_FOK;
    string symbol;
};
struct MqlTradeResult {
    uint retcode = 0;
    double price = 0.0, volume = 0.0;
    string comment;
};
inline void ZeroMemory(MqlTradeRequest &request)
{
    request = {};
}
inline void ZeroMemory(MqlTradeResult &result)
{
    result = {};
}

inline bool mql_on_grid(double value, double step)
{
    double steps = value / step;
    return std::fabs(steps - std::round(steps)) < 1e-6;
}

// Whether stop and target keep their distance of the price at which the position is closed.
inline bool mql_levels_kept(bool buys, double price, double sl, double tp, double least)
{
    double to_stop = buys ? price - sl : sl - price, to_target = buys ? tp - price : price - tp;
    return (sl == 0.0 || to_stop >= least - 1e-9) && (tp == 0.0 || to_target >= least - 1e-9);
}

inline void mql_close(mql_position &p, double lots, double price, int reason)
{
    mql_position part = p;
    part.lots = lots;
    double profit = mql_profit(part, price);
    mql().balance += profit;
    mql().deals.push_back(
        {(mql_long)p.ticket, DEAL_ENTRY_OUT, reason, price, profit, 0.0, 0.0, lots, mql().clock});
    p.lots = std::round((p.lots - lots) * 1e8) / 1e8;
    if (mql().tape) {
        fprintf(mql().tape, "closed %.17g %.17g %.17g %d %.17g %lld\n", lots, price, profit, reason,
                p.lots, (long long)mql().clock);
    }
    if (p.lots <= 0.0) {
        mql().positions.erase(mql().positions.begin() + (&p - mql().positions.data()));
    }
}

inline void mql_open(const MqlTradeRequest &r)
{
    static ulong last = 5000000000; // numbers that need more than 32 bits
    mql_position p = {++last, r.symbol, (mql_long)r.magic,
                      r.type, r.volume, r.type == ORDER_TYPE_BUY ? mql_ask() : mql().bid,
                      r.sl,   r.tp,     mql().clock};
    mql().positions.push_back(p);
    mql().deals.push_back({(mql_long)p.ticket, DEAL_ENTRY_IN, DEAL_REASON_EXPERT, p.entry, 0.0, 0.0,
                           0.0, p.lots, mql().clock});
    if (mql().tape) {
        fprintf(mql().tape, "opened %.17g %.17g %lld\n", p.lots, p.entry, (long long)p.ticket);
    }
}

inline uint mql_judge_deal(const MqlTradeRequest &r, const mql_symbol &facts)
{
    bool buys = r.type == ORDER_TYPE_BUY;
    double margin = 0.0, price = buys ? mql_ask() : mql().bid;
    double out = buys ? mql().bid : mql_ask(), least = facts.stops_level * facts.point();
    int mode = r.type_filling == ORDER_FILLING_FOK   ? SYMBOL_FILLING_FOK
               : r.type_filling == ORDER_FILLING_IOC ? SYMBOL_FILLING_IOC
                                                     : facts.filling;
    if ((facts.filling & mode) == 0 && facts.filling != 0) {
        return TRADE_RETCODE_INVALID_FILL;
    }
    if (!mql_on_grid(r.volume, facts.lot_step) || r.volume < facts.lot_min - 1e-12 ||
        r.volume > facts.lot_max || (r.position && r.volume > mql().chosen->lots + 1e-12)) {
        return TRADE_RETCODE_INVALID_VOLUME;
    }
    if (std::fabs(r.price - price) > (double)r.deviation * facts.point()) {
        return TRADE_RETCODE_REQUOTE;
    }
    if (r.position) {
        return TRADE_RETCODE_DONE;
    }
    if (!mql_on_grid(r.sl, facts.point()) || !mql_on_grid(r.tp, facts.point()) ||
        !mql_levels_kept(buys, out, r.sl, r.tp, least)) {
        return TRADE_RETCODE_INVALID_STOPS;
    }
    OrderCalcMargin(ORDER_TYPE_BUY, r.symbol, r.volume, price, margin);
    return margin > AccountInfoDouble(ACCOUNT_EQUITY) - AccountInfoDouble(ACCOUNT_MARGIN)
               ? TRADE_RETCODE_NO_MONEY
               : TRADE_RETCODE_DONE;
}

inline uint mql_judge_levels(const MqlTradeRequest &r, const mql_symbol &facts)
{
    const mql_position &p = *mql().chosen;
    bool buys = p.type == ORDER_TYPE_BUY;
    double price = mql_price(p), point = facts.point();
    if (!mql_levels_kept(buys, price, p.sl, p.tp, facts.freeze_level * point)) {
        return TRADE_RETCODE_FROZEN;
    }
    return mql_on_grid(r.sl, point) &&
                   mql_levels_kept(buys, price, r.sl, r.tp, facts.stops_level * point)
               ? TRADE_RETCODE_DONE
               : TRADE_RETCODE_INVALID_STOPS;
}

inline uint mql_answer(const MqlTradeRequest &r)
{
    const mql_symbol &facts = mql_facts(r.symbol);
    mql().orders++;
    for (const auto &fault : mql().faults) {
        if (fault.first == mql().orders) {
            return fault.second;
        }
    }
    if (!mql().trading) {
        return TRADE_RETCODE_CLIENT_DISABLES_AT;
    }
    if (r.position && !PositionSelectByTicket(r.position)) {
        return TRADE_RETCODE_REJECT;
    }
    if (!mql().hedging && !r.position && PositionSelect(r.symbol)) {
        mql().merged++; // with somebody else's
    }
    return r.action == TRADE_ACTION_DEAL ? mql_judge_deal(r, facts) : mql_judge_levels(r, facts);
}

inline bool OrderSend(const MqlTradeRequest &request, MqlTradeResult &result)
{
    const char *kind = request.action == TRADE_ACTION_SLTP ? "stop"
                       : request.position                  ? "close"
                                                           : "open";
    result.retcode = mql_answer(request);
    if (mql().tape) {
        fprintf(mql().tape, "order %s %d %.17g %.17g %.17g %u\n", kind, request.type,
                request.volume, request.sl, request.tp, result.retcode);
    }
    if (result.retcode != TRADE_RETCODE_DONE) {
        return false;
    }
    if (request.action == TRADE_ACTION_SLTP) {
        mql().chosen->sl = request.sl;
    } else if (request.position) {
        mql_close(*mql().chosen, request.volume, mql_price(*mql().chosen), DEAL_REASON_EXPERT);
    } else {
        mql_open(request);
    }
    return true;
}

// ---- time passes

// Stops and targets that this price reaches; at a bar's open a gap is filled where it opens.
inline void mql_fill_levels(bool opening)
{
    for (size_t i = mql().positions.size(); i-- > 0;) {
        mql_position &p = mql().positions[i];
        bool buys = p.type == ORDER_TYPE_BUY;
        double price = mql_price(p);
        if (p.sl > 0.0 && (buys ? price <= p.sl : price >= p.sl)) {
            mql_close(p, p.lots, opening ? price : p.sl, DEAL_REASON_SL);
        } else if (p.tp > 0.0 && (buys ? price >= p.tp : price <= p.tp)) {
            mql_close(p, p.lots, p.tp, DEAL_REASON_TP);
        }
    }
}

inline void mql_tick(mql_long time, double bid, bool opening)
{
    mql().clock = time;
    mql().bid = bid;
    mql_fill_levels(opening);
    if (mql().tape) {
        fprintf(mql().tape, "tick %d %lld %.17g %.17g %.17g %.17g %.17g %.17g\n", mql().forming,
                (long long)time, bid, mql_ask(), AccountInfoDouble(ACCOUNT_BALANCE),
                AccountInfoDouble(ACCOUNT_EQUITY), AccountInfoDouble(ACCOUNT_MARGIN),
                mql_facts(_Symbol).tick_value);
    }
}

// Bars of a file of the examples, whose prices are rounded to the symbol's digits.
inline void mql_read_bars(const char *path, int digits)
{
    char line[256];
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file)) {
        int year, month, day, hour = 0, minute = 0, second = 0, behind = 0;
        MqlRates bar = {};
        double volume = 0.0;
        if (sscanf(line, "%d-%d-%d%n", &year, &month, &day, &behind) != 3) {
            continue;
        }
        const char *comma = strchr(line, ',');
        sscanf(line + behind, "%*[T ]%d:%d:%d", &hour, &minute, &second);
        if (!comma || sscanf(comma, ",%lf,%lf,%lf,%lf,%lf", &bar.open, &bar.high, &bar.low,
                             &bar.close, &volume) != 5) {
            continue;
        }
        int y = month <= 2 ? year - 1 : year, m = month <= 2 ? month + 9 : month - 3;
        mql_long days = 365LL * y + y / 4 - y / 100 + y / 400; // since March of year 0
        days += (153 * m + 2) / 5 + day - 719469;
        bar.time = days * 86400 + hour * 3600 + minute * 60 + second;
        bar.real_volume = (mql_long)volume;
        for (double *price : {&bar.open, &bar.high, &bar.low, &bar.close}) {
            *price = digits < 0 ? *price : NormalizeDouble(*price, digits);
        }
        mql().rates.push_back(bar);
    }
    if (file) {
        fclose(file);
    }
    mql().forming = (int)mql().rates.size() - 1;
    mql().bid = mql().rates.empty() ? 0.0 : mql().rates.back().close;
}

// ---- indicators

inline const double EMPTY_VALUE = 1.7976931348623157e308;
enum { INDICATOR_DATA, INDICATOR_COLOR_INDEX, PLOT_EMPTY_VALUE };

inline std::vector<mql_array<double> *> &mql_buffers()
{
    static std::vector<mql_array<double> *> all;
    return all;
}
inline bool SetIndexBuffer(int place, mql_array<double> &buffer, int)
{
    mql_buffers().push_back(&buffer);
    return place + 1 == (int)mql_buffers().size();
}
inline bool PlotIndexSetDouble(int, int, double)
{
    return true;
}
template <class T> bool ArraySetAsSeries(const mql_array<T> &, bool series)
{
    return !series;
}
