/* SPDX-License-Identifier: MIT */
#include "account.h"

#include "../common/report.h"
#include "../common/text.h"

sigma_status account_start(struct account *account, const struct options *options, int64_t time)
{
    *account = (struct account){.start = options->balance, .balance = options->balance};
    sigma_status status = sigma_desk_init(&account->desk, time, options->balance);
    return status == SIGMA_OK ? history_journal(&account->journal, options->balance) : status;
}

sigma_status account_position(struct account *account, struct symbol *symbol)
{
    sigma_position position = paper_position(&symbol->paper, symbol->slot, symbol->price);
    return sigma_desk_position(&account->desk, &position);
}

sigma_status account_closing(struct account *account, struct symbol *symbol, int64_t now)
{
    const struct paper *paper = &symbol->paper;
    sigma_status status = SIGMA_OK;

    if (!paper->trade.paper) {
        account->balance += paper->closing.profit;
        status = account_position(account, symbol);
    }
    if (status == SIGMA_OK && paper->lots <= 0.0) {
        sigma_trade trade = paper_trade(paper, now);
        status = sigma_journal_update(&account->journal, &trade);
        status = status == SIGMA_OK ? history_trade(&symbol->history, &trade) : status;
    }
    return status;
}

sigma_status account_mark(struct account *account, struct symbol *symbols, int32_t count,
                          int64_t now)
{
    double profit = 0.0, margin = 0.0;
    sigma_status status = SIGMA_OK;

    for (int32_t i = 0; i < count; i++) {
        profit += paper_profit(&symbols[i].paper, symbols[i].price);
        margin += paper_margin(&symbols[i].paper, symbols[i].price);
        status = status < 0 ? status : symbols[i].paper.status;
    }
    account->open_profit = profit;
    return status < 0 ? status
                      : sigma_desk_account(&account->desk, now, account->balance + profit,
                                           account->balance, margin);
}

bool account_conserved(const struct account *account, double profit)
{
    double expected = account->start + profit;
    double off = account->balance - expected, cent = 0.005 + 1e-12 * account->start;
    bool conserved = -cent < off && off < cent;

    if (!conserved) {
        report("the balance of %s is not the start and all trades, %s",
               text_number(account->balance).text, text_number(expected).text);
    }
    return conserved;
}
