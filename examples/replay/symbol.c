/* SPDX-License-Identifier: MIT */
#include "symbol.h"

#include "../common/interval.h"
#include "../common/report.h"
#include "../common/text.h"
#include "settings.h"

/* ---- from files */

static bool choose_interval(struct symbol *s)
{
    int64_t spacing = bars_spacing(&s->bars), asked = s->input->interval;

    if (asked == 0 && (spacing == 0 || spacing > INTERVAL_LONGEST)) {
        report("%s: %s; --interval tells how long a bar is", s->input->file,
               spacing == 0 ? "there is but one bar" : "the bars are more than 366 days apart");
        return false;
    }
    if (spacing > 0 && asked > spacing) {
        report("--interval: expected at most %s, the smallest spacing of the bars, got %s",
               text_interval(spacing).text, text_interval(asked).text);
        return false;
    }
    s->interval = asked > 0 ? asked : spacing;
    return true;
}

bool symbol_load(struct symbol *symbol, const struct input *input, bool skip_bad_bars)
{
    symbol->input = input;
    return bars_read(input->file, skip_bad_bars, &symbol->bars) && choose_interval(symbol) &&
           (!input->opinions || opinions_read(input->opinions, &symbol->opinions));
}

void symbol_free(struct symbol *symbol)
{
    opinions_free(&symbol->opinions);
    bars_free(&symbol->bars);
}

/* ---- the start */

static sigma_status start_market(struct symbol *s, const struct options *options)
{
    sigma_market_params params;
    sigma_regime_params regime;
    sigma_status status = sigma_market_defaults(&params);

    params.interval = s->interval;
    params.bars_a_year = s->input->bars_a_year;
    if (status == SIGMA_OK) {
        status = sigma_market_init(&s->market, &params, &s->input->symbol);
    }
    if (status == SIGMA_OK) {
        status = settings_regime(options, s->interval, &regime);
    }
    return status == SIGMA_OK ? sigma_regime_init(&s->regime, &regime) : status;
}

sigma_status symbol_start(struct symbol *symbol, const struct options *options)
{
    const sigma_symbol *facts = &symbol->input->symbol;
    sigma_exits_params rules;
    sigma_status status = settings_exits(options, &rules);

    symbol->price = symbol->bars.bar[0].open;
    paper_init(&symbol->paper, facts, &rules);
    symbol->paper.unwatched = options->exits == SIGMA_STYLE_UNKNOWN && !options->own_exits;
    if (status == SIGMA_OK) {
        status = history_start(&symbol->history, options);
    }
    if (status == SIGMA_OK) {
        status = start_market(symbol, options);
    }
    struct opinions *opinions = symbol->input->opinions ? &symbol->opinions : NULL;
    const sigma_config *config = options->configured ? &options->config : NULL;
    return status == SIGMA_OK ? signals_start(&symbol->signals, options->signal, facts->asset,
                                              symbol->interval, opinions, config)
                              : status;
}

/* ---- bar by bar */

const sigma_bar *symbol_bar(const struct symbol *symbol)
{
    return symbol->next < symbol->bars.count ? &symbol->bars.bar[symbol->next] : NULL;
}

const sigma_bar *symbol_last(const struct symbol *symbol)
{
    return &symbol->bars.bar[symbol->next > 0 ? symbol->next - 1 : 0];
}

sigma_status symbol_hear(struct symbol *symbol, const sigma_bar *bar)
{
    sigma_status status = sigma_market_step(&symbol->market, bar, &symbol->features);

    symbol->price = bar->close;
    if (status >= 0) {
        status = sigma_regime_update(&symbol->regime, bar, &symbol->weather);
    }
    return status < 0 ? status
                      : signals_hear(&symbol->signals, bar, &symbol->features, &symbol->weather,
                                     &symbol->heard);
}

sigma_exits_sample symbol_sample(const struct symbol *symbol)
{
    const sigma_features *f = &symbol->features;
    uint64_t atr = f->ready >> SIGMA_FEATURE_ATR & 1;

    return (sigma_exits_sample){
        .atr = f->atr, .given = atr << SIGMA_SEEN_ATR, .regime = symbol->weather.regime};
}
