/* SPDX-License-Identifier: MIT */
/* All that the programs need of the operating system beyond ISO C. */
#ifndef DRIVERS_FILES_H
#define DRIVERS_FILES_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* Lets a write beyond the limit of the file size, or into a pipe that nobody reads, fail, instead
 * of ending the process; and keeps files away from standard streams that are closed. */
void files_prepare(void);

/* Has a signal call a function once, and the next one end the process again; unless it is ignored.
 * What is being read or written goes on. */
void files_catch(int number, void (*caught)(int));

bool files_terminal(FILE *file);
bool files_exist(const char *path);
bool files_is_folder(const char *path);

/* The part of a path behind its folder; it may be empty. */
const char *files_name(const char *path);

/* Whether a path is there and is neither a file nor a folder: a link, a device, a pipe. */
bool files_special(const char *path);

/* Whether two paths are there and are one and the same thing. */
bool files_same(const char *path, const char *other);

/* Makes a folder, unless it is there. On false, errno says why. */
bool files_make_folder(const char *path);

/* Opens a new file for writing, and refuses if there is one of that name. */
FILE *files_create(const char *path);

/* Opens a file, no link to one, to read and to write, from its start; it is made if there is none
 * and it may be. */
FILE *files_open(const char *path, bool make);

/* Whether this process has an open file for itself; until it is closed no other process gets it. */
bool files_lock(FILE *file);

/* Cuts a file off behind so many bytes, and goes on there. */
bool files_cut(FILE *file, int64_t length);

/* A number that no other running process has. */
long files_process(void);

/* Flushes what was written, down to the disk. */
bool files_settle(FILE *file);

/* Gives a file its name, in place of the file that has it, at once and for all to see. */
bool files_rename(const char *from, const char *to);

/* Brings the names in a folder down to the disk, where the system can do that. */
void files_settle_folder(const char *path);

#endif
