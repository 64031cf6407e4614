/* SPDX-License-Identifier: MIT */
/* Facts of well-known symbols for an account in US dollars, and flags that replace them. */
#ifndef DRIVERS_SYMBOLS_H
#define DRIVERS_SYMBOLS_H

#include <sigma/symbol.h>
#include <stdbool.h>

#include "flags.h"

/* Finds a symbol, whose name becomes that of the table; reports one that is not in it. */
bool symbol_find(const char **name, sigma_symbol *symbol);

/* Adds the flags that set the facts of this symbol. */
void symbol_flags(struct flags *flags, sigma_symbol *symbol);

/* Whether the facts are complete and fit together; reports the flag of the first that is not. */
bool symbol_complete(const sigma_symbol *symbol);

/* The table, for a help text. */
void symbols_print(void);

#endif
