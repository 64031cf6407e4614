// SPDX-License-Identifier: MIT
// As much of MQL5 as sigma.mqh and its tests use, and a terminal with one symbol and one account.
// Not an emulator of MetaTrader: what it does not know does not compile.
#pragma once
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

typedef unsigned char uchar;
typedef unsigned short ushort;
typedef unsigned int uint;
typedef int64_t mql_long; // long has 8 bytes in MQL5
typedef uint64_t ulong;
typedef int64_t datetime;
using std::string;

// ---- imports

// Of Windows; its own header takes names that MQL5 has too.
extern "C" __declspec(dllimport) void *__stdcall LoadLibraryA(const char *name);
extern "C" __declspec(dllimport) void (*__stdcall GetProcAddress(void *module, const char *name))();

inline void (*mql_import(const char *dll, const char *name))()
{
    void *module = LoadLibraryA(dll);
    void (*found)() = module ? GetProcAddress(module, name) : nullptr;
    if (!found) {
        printf("cannot import %s from %s\n", name, dll);
        exit(3);
    }
    return found;
}

// ---- arrays and structs

template <class T> struct mql_array {
    std::vector<T> values;
    explicit mql_array(int count = 0) : values((size_t)count)
    {
    }
    T &operator[](int i)
    {
        return values.at((size_t)i);
    }
    const T &operator[](int i) const
    {
        return values.at((size_t)i);
    }
    T *data()
    {
        return values.data();
    }
    const T *data() const
    {
        return values.data();
    }
};

template <class T> int ArrayResize(mql_array<T> &a, int count)
{
    a.values.resize((size_t)count);
    return count;
}

template <class T> int ArraySize(const mql_array<T> &a)
{
    return (int)a.values.size();
}

template <class T> void ZeroMemory(T &object)
{
    memset((void *)&object, 0, sizeof object);
}

template <class T> bool StructToCharArray(const T &object, mql_array<uchar> &bytes)
{
    bytes.values.assign((const uchar *)&object, (const uchar *)(&object + 1));
    return true;
}

template <class T> bool CharArrayToStruct(T &object, const mql_array<uchar> &bytes)
{
    memcpy((void *)&object, bytes.data(), sizeof object);
    return bytes.values.size() == sizeof object;
}

// Where the members of the packed structs lie.
struct mql_member {
    const char *structure, *name;
    size_t offset, size;
    int members;
};

inline std::vector<mql_member> &mql_members()
{
    static std::vector<mql_member> all;
    return all;
}

struct mql_registered {
    mql_registered(const mql_member *members, int count)
    {
        mql_members().insert(mql_members().end(), members, members + count);
    }
};

// ---- text

enum { CP_UTF8 = 65001 };

inline string CharArrayToString(const mql_array<uchar> &bytes, int start, int count, int page)
{
    if (page != CP_UTF8) {
        exit(4);
    }
    return string((const char *)bytes.data() + start, (size_t)count);
}

inline int StringToCharArray(const string &text, mql_array<uchar> &bytes)
{
    bytes.values.assign(text.begin(), text.end());
    bytes.values.push_back(0);
    return (int)bytes.values.size();
}

template <class T> T mql_plain(T value)
{
    return value;
}
inline const char *mql_plain(const string &value)
{
    return value.c_str();
}

template <class... A> string StringFormat(const char *format, const A &...values)
{
    char text[4096];
    snprintf(text, sizeof text, format, mql_plain(values)...);
    return text;
}

template <class... A> void PrintFormat(const char *format, const A &...values)
{
    puts(StringFormat(format, values...).c_str());
}

inline double MathMax(double a, double b)
{
    return a > b ? a : b;
}
inline double MathMin(double a, double b)
{
    return a < b ? a : b;
}
inline double MathRound(double a)
{
    return std::round(a);
}

// ---- files, in the folder of the program

enum { FILE_WRITE = 2, FILE_BIN = 4, INVALID_HANDLE = -1 };
static std::vector<FILE *> mql_files;

inline int FileOpen(const string &name, int flags)
{
    FILE *file = flags == (FILE_WRITE | FILE_BIN) ? fopen(name.c_str(), "wb") : nullptr;
    mql_files.push_back(file);
    return file ? (int)mql_files.size() - 1 : INVALID_HANDLE;
}

inline uint FileWriteArray(int handle, const mql_array<uchar> &bytes, int start, int count)
{
    return (uint)fwrite(bytes.data() + start, 1, (size_t)count, mql_files.at((size_t)handle));
}

inline void FileClose(int handle)
{
    fclose(mql_files.at((size_t)handle));
}

// ---- the terminal, its account and its symbol

struct MqlRates {
    datetime time;
    double open, high, low, close;
    mql_long tick_volume;
    int spread;
    mql_long real_volume;
};

struct mql_terminal {
    bool dlls = true, program_dlls = true;
    double balance = 100000.0, equity = 100000.0, margin = 0.0, ask = 1.1;
    std::vector<MqlRates> rates;
};

inline mql_terminal &mql()
{
    static mql_terminal terminal;
    return terminal;
}

enum { TERMINAL_DLLS_ALLOWED, MQL_DLLS_ALLOWED, ACCOUNT_LEVERAGE };
enum { ACCOUNT_EQUITY, ACCOUNT_BALANCE, ACCOUNT_MARGIN };
enum { SYMBOL_CURRENCY_BASE };
enum { SYMBOL_TRADE_CALC_MODE, SYMBOL_SPREAD, SYMBOL_TRADE_STOPS_LEVEL };
enum {
    SYMBOL_POINT,
    SYMBOL_ASK,
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
enum ENUM_ORDER_TYPE { ORDER_TYPE_BUY, ORDER_TYPE_SELL };

inline mql_long TerminalInfoInteger(int)
{
    return mql().dlls;
}
inline mql_long MQLInfoInteger(int)
{
    return mql().program_dlls;
}
inline mql_long AccountInfoInteger(int)
{
    return 30;
}
inline double AccountInfoDouble(int what)
{
    return what == ACCOUNT_EQUITY    ? mql().equity
           : what == ACCOUNT_BALANCE ? mql().balance
                                     : mql().margin;
}
enum { INIT_SUCCEEDED = 0, INIT_FAILED = 1 };
static const string _Symbol = "EURUSD";
inline void Alert(const string &text)
{
    puts(text.c_str());
}
inline int PeriodSeconds()
{
    return 3600;
}
inline datetime TimeCurrent()
{
    return 1600010800;
}
inline datetime TimeTradeServer()
{
    return 1600010800;
}
inline datetime TimeGMT()
{
    return 1600000003;
} // three hours behind, less three seconds

inline string SymbolInfoString(const string &name, int)
{
    return name.substr(0, 3);
}
inline mql_long SymbolInfoInteger(const string &name, int what)
{
    return what == SYMBOL_TRADE_CALC_MODE
               ? (name == "EURUSD" ? SYMBOL_CALC_MODE_FOREX : SYMBOL_CALC_MODE_CFD)
           : what == SYMBOL_SPREAD ? 12
                                   : 50;
}
inline double SymbolInfoDouble(const string &name, int what)
{
    bool index = name == "SPX500";
    switch (what) {
    case SYMBOL_POINT: return index ? 0.01 : 0.00001;
    case SYMBOL_ASK: return mql().ask;
    case SYMBOL_TRADE_TICK_SIZE: return index ? 0.01 : 0.00001;
    case SYMBOL_TRADE_TICK_VALUE_LOSS: return index ? 0.01 : 1.0;
    case SYMBOL_TRADE_CONTRACT_SIZE: return index ? 1.0 : 100000.0;
    case SYMBOL_VOLUME_MAX: return 100.0;
    case SYMBOL_VOLUME_LIMIT: return 0.0;
    default: return 0.01;
    }
}
inline bool OrderCalcMargin(ENUM_ORDER_TYPE, const string &name, double lots, double price,
                            double &margin)
{
    margin = lots * price * (name == "SPX500" ? 1.0 : 100000.0) / 20.0;
    return true;
}

// The newest count bars, oldest first.
inline int CopyRates(const string &, int, int, int count, mql_array<MqlRates> &rates)
{
    size_t all = mql().rates.size(), taken = (size_t)count < all ? (size_t)count : all;
    rates.values.assign(mql().rates.end() - (ptrdiff_t)taken, mql().rates.end());
    return (int)taken;
}
