// SPDX-License-Identifier: MIT
// As much of MQL5 as sigma.mqh and its programs use: language, text and files. terminal.h has the
// terminal. Not an emulator of MetaTrader: what it does not know does not compile.
#pragma once
#include <algorithm>
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

inline int StringToCharArray(const string &text, mql_array<uchar> &bytes, int start = 0,
                             int count = -1, int page = CP_UTF8)
{
    if (start != 0 || count != -1 || page != CP_UTF8) {
        exit(4);
    }
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

inline string mql_text(const string &value)
{
    return value;
}
inline string mql_text(const char *value)
{
    return value;
}
inline string mql_text(double value)
{
    return StringFormat("%.16g", value);
}
template <class T> string mql_text(T value)
{
    return std::to_string(value);
}

template <class... A> void Print(const A &...values)
{
    puts((string() + ... + mql_text(values)).c_str());
}
template <class... A> void Alert(const A &...values)
{
    Print("alert: ", values...);
}
inline void Comment(const string &)
{
}
inline string IntegerToString(mql_long value)
{
    return std::to_string(value);
}
inline int StringReplace(string &text, const string &from, const string &to)
{
    int count = 0;
    for (size_t at = 0; (at = text.find(from, at)) != string::npos; at += to.size(), count++) {
        text.replace(at, from.size(), to);
    }
    return count;
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

enum { FILE_READ = 1, FILE_WRITE = 2, FILE_BIN = 4, FILE_SHARE_READ = 128, FILE_REWRITE = 512 };
enum { INVALID_HANDLE = -1 };
static std::vector<FILE *> mql_files;

inline bool FileIsExist(const string &name)
{
    FILE *file = fopen(name.c_str(), "rb");
    return file && fclose(file) == 0;
}

inline int FileOpen(const string &name, int flags)
{
    bool reads = (flags & FILE_READ) != 0, writes = (flags & FILE_WRITE) != 0;
    const char *mode = !writes ? "rb" : reads && FileIsExist(name) ? "r+b" : "wb";
    FILE *file = flags & FILE_BIN ? fopen(name.c_str(), mode) : nullptr;
    if (!file) {
        return INVALID_HANDLE;
    }
    mql_files.push_back(file);
    return (int)mql_files.size() - 1;
}

inline FILE *mql_file(int handle)
{
    return mql_files.at((size_t)handle);
}

inline void FileClose(int handle)
{
    fclose(mql_file(handle));
}

inline bool FileSeek(int handle, mql_long offset, int from)
{
    return fseek(mql_file(handle), (long)offset, from) == 0;
}

inline uint FileWriteArray(int handle, const mql_array<uchar> &bytes, int start, int count)
{
    return (uint)fwrite(bytes.data() + start, 1, (size_t)count, mql_file(handle));
}

inline uint FileReadArray(int handle, mql_array<uchar> &bytes, int start = 0, int count = 100000000)
{
    if (bytes.values.size() < (size_t)start + (size_t)count) {
        long at = ftell(mql_file(handle));
        fseek(mql_file(handle), 0, SEEK_END);
        long left = ftell(mql_file(handle)) - at;
        fseek(mql_file(handle), at, SEEK_SET);
        count = left < count ? (int)left : count;
        bytes.values.resize((size_t)start + (size_t)count);
    }
    return (uint)fread(bytes.data() + start, 1, (size_t)count, mql_file(handle));
}

inline uint FileWriteLong(int handle, mql_long value)
{
    return (uint)fwrite(&value, 1, sizeof value, mql_file(handle));
}

inline mql_long FileReadLong(int handle)
{
    mql_long value = 0;
    return fread(&value, 1, sizeof value, mql_file(handle)) == sizeof value ? value : 0;
}

inline bool FileMove(const string &from, int, const string &to, int flags)
{
    if (flags & FILE_REWRITE) {
        remove(to.c_str());
    }
    return rename(from.c_str(), to.c_str()) == 0;
}
