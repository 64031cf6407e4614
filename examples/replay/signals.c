/* SPDX-License-Identifier: MIT */
#include "signals.h"

#include <string.h>

int32_t signals_kind(const char *name)
{
    static const char *const names[] = {"", "trend", "sigma", "score"};

    for (int32_t kind = SIGNAL_TREND; kind <= SIGNAL_SCORE; kind++) {
        if (strcmp(name, names[kind]) == 0) {
            return kind;
        }
    }
    return SIGNAL_UNKNOWN;
}

static sigma_status start_sigma(struct signals *s)
{
    sigma_status status = sigma_score_defaults(1, &s->score);
    return status == SIGMA_OK ? sigma_evidence_defaults(1, &s->evidence) : status;
}

/* A file states how many bars are a higher one; the bars themselves how long they are. */
static void take_technical(sigma_technical_params *params, const sigma_technical_params *stated)
{
    int64_t interval = params->interval, bars = stated->higher / stated->interval;

    *params = *stated;
    params->interval = interval;
    params->higher = bars * interval;
    params->offset = stated->offset < params->higher ? stated->offset : 0;
}

static sigma_status start_score(struct signals *s, int32_t asset, int64_t interval,
                                const sigma_config *config)
{
    sigma_technical_params params;
    sigma_status status = sigma_technical_defaults(asset, interval, &params);

    if (config) {
        take_technical(&params, &config->technical);
    }

    if (status == SIGMA_OK) {
        status = sigma_technical_init(&s->technical, &params);
    }
    return status == SIGMA_OK ? sigma_votes_defaults(&s->votes) : status;
}

sigma_status signals_start(struct signals *signals, int32_t kind, int32_t asset, int64_t interval,
                           struct opinions *opinions, const sigma_config *config)
{
    *signals = (struct signals){.kind = kind, .opinions = opinions};
    sigma_status status = sigma_external_defaults(&signals->external);

    if (status == SIGMA_OK && kind == SIGNAL_TREND) {
        status = sigma_signal_defaults(&signals->trend);
    }
    if (status == SIGMA_OK && kind == SIGNAL_SIGMA) {
        status = start_sigma(signals);
    }
    if (status == SIGMA_OK && kind == SIGNAL_SCORE) {
        status = start_score(signals, asset, interval, config);
    }
    if (status == SIGMA_OK && config) {
        signals->trend = config->signal;
        signals->votes = config->votes;
        signals->external = config->external;
    }
    return status;
}

/* ---- a bar */

static sigma_status hear_trend(const struct signals *s, const sigma_features *f,
                               struct heard *heard)
{
    sigma_signal_result result;
    sigma_status status = sigma_signal_trend(&s->trend, f, &result);

    heard->side = result.side; /* UNKNOWN while warming up */
    heard->confidence = result.strength;
    return status;
}

static sigma_status hear_sigma(const struct signals *s, const sigma_features *f,
                               const sigma_regime_result *regime, struct heard *heard)
{
    sigma_score_result score;
    sigma_evidence_result evidence;
    sigma_status status = sigma_score_evaluate(&s->score, f, regime->volatility, &score);

    if (status >= 0) {
        status = sigma_evidence_evaluate(&s->evidence, f, regime->volatility, score.side,
                                         score.confidence, &evidence);
    }
    if (status == SIGMA_OK) {
        heard->side = evidence.side;
        heard->confidence = evidence.confidence;
    }
    return status;
}

static sigma_status take_votes(const struct signals *s, double score, const struct opinion *opinion,
                               struct heard *heard)
{
    sigma_votes_result votes;
    sigma_status status =
        sigma_votes_evaluate(&s->votes, score, opinion->votes, s->opinions->voters, &votes);

    heard->scale *= votes.factor;
    heard->consensus = votes.consensus;
    return status;
}

static sigma_status hear_score(struct signals *s, const sigma_bar *bar, const sigma_features *f,
                               const struct opinion *opinion, struct heard *heard)
{
    sigma_technical_sides sides;
    sigma_status status = sigma_technical_step(&s->technical, bar, f, 1, &sides);

    if (status != SIGMA_OK) {
        return status;
    }
    if (sides.longs.score != sides.shorts.score) {
        heard->side = sides.side;
        heard->confidence = sides.score / 10.0;
    }
    return opinion ? take_votes(s, sides.score, opinion, heard) : SIGMA_OK;
}

static sigma_status take_external(const struct signals *s, const struct opinion *opinion,
                                  struct heard *heard)
{
    sigma_external_result result;

    if (!opinion || heard->side == SIGMA_SIDE_UNKNOWN) {
        return SIGMA_OK;
    }
    sigma_status status =
        sigma_external_evaluate(&s->external, &opinion->external, heard->side, &result);
    heard->scale *= result.factor;
    return status;
}

sigma_status signals_hear(struct signals *signals, const sigma_bar *bar,
                          const sigma_features *features, const sigma_regime_result *regime,
                          struct heard *heard)
{
    const struct opinion *opinion =
        signals->opinions ? opinions_of(signals->opinions, bar->time) : NULL;
    sigma_status status = SIGMA_OK;

    *heard = (struct heard){.scale = 1.0};
    switch (signals->kind) {
    case SIGNAL_SIGMA: status = hear_sigma(signals, features, regime, heard); break;
    case SIGNAL_SCORE: status = hear_score(signals, bar, features, opinion, heard); break;
    default: status = hear_trend(signals, features, heard);
    }
    return status < 0 ? status : take_external(signals, opinion, heard);
}
