/* SPDX-License-Identifier: MIT */
/* Which side to be on, by one of three signals, and what outside opinions leave of an entry. */
#ifndef REPLAY_SIGNALS_H
#define REPLAY_SIGNALS_H

#include <sigma/config.h>
#include <sigma/evidence.h>
#include <sigma/regime.h>
#include <sigma/score.h>
#include <sigma/signal.h>
#include <sigma/technical.h>
#include <stdbool.h>

#include "opinions.h"

/* trend: sigma_signal_trend(). sigma: sigma_score, judged by sigma_evidence. score: the greater
 * technical score of the two sides, and votes on it. */
enum { SIGNAL_UNKNOWN, SIGNAL_TREND, SIGNAL_SIGMA, SIGNAL_SCORE };

struct signals {
    int32_t kind; /* SIGNAL_... */
    sigma_signal_params trend;
    sigma_score_params score;
    sigma_evidence_params evidence;
    sigma_technical technical;
    sigma_votes_params votes;
    sigma_external_params external;
    struct opinions *opinions;
};

/* What was heard of a bar. */
struct heard {
    int32_t side;      /* SIGMA_SIDE_... */
    double confidence; /* of a trend its strength */
    double scale;      /* what opinions leave of an entry's size */
    int32_t consensus; /* SIGMA_CONSENSUS_... */
};

/* SIGNAL_... of a name; UNKNOWN if there is none. */
int32_t signals_kind(const char *name);

/* The config may be NULL. */
sigma_status signals_start(struct signals *signals, int32_t kind, int32_t asset, int64_t interval,
                           struct opinions *opinions, const sigma_config *config);

/* Hears a closed bar, which features and regime know already. */
sigma_status signals_hear(struct signals *signals, const sigma_bar *bar,
                          const sigma_features *features, const sigma_regime_result *regime,
                          struct heard *heard);

#endif
