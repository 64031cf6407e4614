/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#ifndef O_NOFOLLOW
#define O_NOFOLLOW 0
#endif

#ifdef _WIN32
#include <direct.h>
#include <io.h>
#include <sys/locking.h>
#include <windows.h>

static bool make_folder(const char *path)
{
    return _mkdir(path) == 0;
}

static bool flush_to_disk(int file)
{
    return _commit(file) == 0;
}

bool files_rename(const char *from, const char *to)
{
    return MoveFileExA(from, to, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
}

void files_settle_folder(const char *path)
{
    (void)path;
}

static bool cut(int file, int64_t length)
{
    return _chsize_s(file, length) == 0;
}

bool files_lock(FILE *file)
{
    return _locking(fileno(file), _LK_NBLCK, 1) == 0;
}

static bool separates(char c)
{
    return c == '/' || c == '\\' || c == ':';
}

static bool look(const char *path, struct stat *facts)
{
    return stat(path, facts) == 0;
}

static void hold_streams(void)
{
}

void files_catch(int number, void (*caught)(int))
{
    if (signal(number, caught) == SIG_IGN) {
        signal(number, SIG_IGN);
    }
}

bool files_same(const char *path, const char *other)
{
    char whole[MAX_PATH], other_whole[MAX_PATH];
    return _fullpath(whole, path, MAX_PATH) && _fullpath(other_whole, other, MAX_PATH) &&
           lstrcmpiA(whole, other_whole) == 0;
}
#else
#define O_BINARY 0

/* Where a standard stream is closed, the next file that is opened would take its place, and what is
 * printed would stand in there. What is opened here can only fail, as a closed one does. */
static void hold_streams(void)
{
    for (int stream = 0; stream < 3; stream++) {
        if (fcntl(stream, F_GETFD) < 0) {
            (void)open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY);
        }
    }
}

void files_catch(int number, void (*caught)(int))
{
    const struct sigaction wanted = {.sa_handler = caught,
                                     .sa_flags = (int)(SA_RESTART | SA_RESETHAND)};
    struct sigaction before;

    if (sigaction(number, NULL, &before) == 0 && before.sa_handler != SIG_IGN) {
        (void)sigaction(number, &wanted, NULL);
    }
}

static bool make_folder(const char *path)
{
    return mkdir(path, 0777) == 0;
}

static bool cut(int file, int64_t length)
{
    return ftruncate(file, (off_t)length) == 0;
}

bool files_lock(FILE *file)
{
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    return fcntl(fileno(file), F_SETLK, &whole) == 0;
}

static bool separates(char c)
{
    return c == '/';
}

static bool look(const char *path, struct stat *facts)
{
    return lstat(path, facts) == 0;
}

bool files_same(const char *path, const char *other)
{
    struct stat facts, others;
    return stat(path, &facts) == 0 && stat(other, &others) == 0 && facts.st_dev == others.st_dev &&
           facts.st_ino == others.st_ino;
}

/* Not every kind of file can be flushed, such as a pipe; that is no failure. */
static bool flush_to_disk(int file)
{
    return fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP;
}

bool files_rename(const char *from, const char *to)
{
    return rename(from, to) == 0;
}

void files_settle_folder(const char *path)
{
    int folder = open(path, O_RDONLY);
    if (folder >= 0) {
        (void)fsync(folder);
        (void)close(folder);
    }
}
#endif

void files_prepare(void)
{
#ifdef SIGXFSZ
    signal(SIGXFSZ, SIG_IGN);
#endif
#ifdef SIGPIPE
    signal(SIGPIPE, SIG_IGN);
#endif
    hold_streams();
}

bool files_terminal(FILE *file)
{
    return isatty(fileno(file));
}

bool files_exist(const char *path)
{
    struct stat facts;
    return look(path, &facts);
}

bool files_is_folder(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0 && S_ISDIR(facts.st_mode);
}

const char *files_name(const char *path)
{
    const char *name = path;

    for (const char *c = path; *c; c++) {
        name = separates(*c) ? c + 1 : name;
    }
    return name;
}

bool files_special(const char *path)
{
    struct stat facts;
    return look(path, &facts) && !S_ISREG(facts.st_mode) && !S_ISDIR(facts.st_mode);
}

bool files_make_folder(const char *path)
{
    if (files_is_folder(path) || make_folder(path)) {
        return true;
    }
    errno = errno == EEXIST ? ENOTDIR : errno;
    return false;
}

FILE *files_create(const char *path)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_BINARY, 0666);
    FILE *stream = file >= 0 ? fdopen(file, "wb") : NULL;

    if (file >= 0 && !stream) {
        (void)close(file);
        (void)remove(path);
    }
    return stream;
}

FILE *files_open(const char *path, bool make)
{
    int file = open(path, O_RDWR | O_BINARY | O_NOFOLLOW | (make ? O_CREAT : 0), 0666);
    FILE *stream = file >= 0 ? fdopen(file, "r+b") : NULL;

    if (file >= 0 && !stream) {
        (void)close(file);
    }
    return stream;
}

bool files_cut(FILE *file, int64_t length)
{
    return fflush(file) == 0 && cut(fileno(file), length) && fseek(file, 0, SEEK_END) == 0;
}

long files_process(void)
{
    return (long)getpid();
}

bool files_settle(FILE *file)
{
    return fflush(file) == 0 && flush_to_disk(fileno(file));
}
