/* SPDX-License-Identifier: MIT */
#include "sigma/monitor.h"

#include <stddef.h>

#include "fields_guards.h"
#include "in_range.h"
#include "inside.h"
#include "sigma/words.h"
#include "tags.h"

const sigma_field sigma_monitor_params_fields[SIGMA_MONITOR_PARAMS_FIELDS] = {
    {"mean", "R", -1e6, 1e6, offsetof(sigma_monitor_params, mean), SIGMA_TYPE_F64, 1, 0},
    {"deviation", "R", 1e-6, 1e6, offsetof(sigma_monitor_params, deviation), SIGMA_TYPE_F64, 1, 0},
    {"sceptic", "trades", 0, 1e6, offsetof(sigma_monitor_params, sceptic), SIGMA_TYPE_F64, 1, 0},
    {"warn_run", "trades", 10, 1e12, offsetof(sigma_monitor_params, warn_run), SIGMA_TYPE_F64, 1,
     0},
    {"halt_run", "trades", 10, 1e12, offsetof(sigma_monitor_params, halt_run), SIGMA_TYPE_F64, 1,
     0},
    {"shift_run", "trades", 10, 1e12, offsetof(sigma_monitor_params, shift_run), SIGMA_TYPE_F64, 1,
     0},
    {"evidence_run", "trades", 10, 1e12, offsetof(sigma_monitor_params, evidence_run),
     SIGMA_TYPE_F64, 1, 0},
    {"resume", "1", 1, 1e12, offsetof(sigma_monitor_params, resume), SIGMA_TYPE_F64, 1, 0},
    {"win_cap", "R", 1e-6, 1e6, offsetof(sigma_monitor_params, win_cap), SIGMA_TYPE_F64, 1, 0},
    {"loss_cap", "R", 1e-6, 1e6, offsetof(sigma_monitor_params, loss_cap), SIGMA_TYPE_F64, 1, 0},
    {"floor", "R", 0, 1e6, offsetof(sigma_monitor_params, floor), SIGMA_TYPE_F64, 1, 0},
    {"win_rate", "1", 0, 1, offsetof(sigma_monitor_params, win_rate), SIGMA_TYPE_F64, 2, 0},
    {"sharpe", "1", -1e6, 1e6, offsetof(sigma_monitor_params, sharpe), SIGMA_TYPE_F64, 2, 0},
    {"expectancy", "R", -1e6, 1e6, offsetof(sigma_monitor_params, expectancy), SIGMA_TYPE_F64, 2,
     0},
    {"drawdown", "R", 0, 1e6, offsetof(sigma_monitor_params, drawdown), SIGMA_TYPE_F64, 2, 0},
    {"trades_per_year", "trades", 1, 1e6, offsetof(sigma_monitor_params, trades_per_year),
     SIGMA_TYPE_F64, 1, 0},
    {"streak", "trades", 1, 1000000, offsetof(sigma_monitor_params, streak), SIGMA_TYPE_I32, 2, 0},
    {"baseline_trades", "trades", 0, 1000000, offsetof(sigma_monitor_params, baseline_trades),
     SIGMA_TYPE_I32, 1, 0},
    {"least", "trades", 1, 1000000, offsetof(sigma_monitor_params, least), SIGMA_TYPE_I32, 1, 0},
    {"probation", "trades", 0, 1000000, offsetof(sigma_monitor_params, probation), SIGMA_TYPE_I32,
     1, 0},
    {"window", "trades", 2, 64, offsetof(sigma_monitor_params, window), SIGMA_TYPE_I32, 1, 0},
    {"every", "trades", 1, 1000000, offsetof(sigma_monitor_params, every), SIGMA_TYPE_I32, 1, 0},
    {"rules", "", 1, SIGMA_JUDGEMENT_COUNT - 1, offsetof(sigma_monitor_params, rules),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_JUDGEMENT},
};

const sigma_field sigma_monitor_sample_fields[SIGMA_MONITOR_SAMPLE_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_monitor_sample, time), SIGMA_TYPE_TIME, 1, 0},
    {"multiple", "R", -1e6, 1e6, offsetof(sigma_monitor_sample, multiple), SIGMA_TYPE_F64, 1, 0},
    {"mismatch", "", 0, 1, offsetof(sigma_monitor_sample, mismatch), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_monitor_sample, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_monitor_fields[SIGMA_MONITOR_FIELDS] = {
    {"params", "", 1, 1, offsetof(sigma_monitor, params), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_MONITOR_PARAMS},
    {"multiple", "R", -1e6, 1e6, offsetof(sigma_monitor, multiple), SIGMA_TYPE_F64, 64, 0},
    {"closed", "ns", -9.15e18, 9.15e18, offsetof(sigma_monitor, closed), SIGMA_TYPE_TIME, 64, 0},
    {"limit", "R", 0, 1e15, offsetof(sigma_monitor, limit), SIGMA_TYPE_F64, 2, 0},
    {"drawdown", "R", 0, 1e15, offsetof(sigma_monitor, drawdown), SIGMA_TYPE_F64, 1, 0},
    {"shift", "1", 0, 1e15, offsetof(sigma_monitor, shift), SIGMA_TYPE_F64, 5, 0},
    {"known_mean", "std dev", -1e6, 1e6, offsetof(sigma_monitor, known_mean), SIGMA_TYPE_F64, 1, 0},
    {"known_trades", "trades", 0, 1e15, offsetof(sigma_monitor, known_trades), SIGMA_TYPE_F64, 1,
     0},
    {"evidence", "1", 0, 1e15, offsetof(sigma_monitor, evidence), SIGMA_TYPE_F64, 6, 0},
    {"recovery", "1", 0, 1e15, offsetof(sigma_monitor, recovery), SIGMA_TYPE_F64, 6, 0},
    {"win_rate", "1", 0, 1, offsetof(sigma_monitor, win_rate), SIGMA_TYPE_F64, 1, 0},
    {"sharpe", "1", -1e12, 1e12, offsetof(sigma_monitor, sharpe), SIGMA_TYPE_F64, 1, 0},
    {"expectancy", "R", -1e6, 1e6, offsetof(sigma_monitor, expectancy), SIGMA_TYPE_F64, 1, 0},
    {"symptoms", "", 0, SIGMA_SYMPTOM_COUNT - 1, offsetof(sigma_monitor, symptoms), SIGMA_TYPE_BITS,
     1, SIGMA_VOCABULARY_SYMPTOM},
    {"critical", "", 0, SIGMA_SYMPTOM_COUNT - 1, offsetof(sigma_monitor, critical), SIGMA_TYPE_BITS,
     1, SIGMA_VOCABULARY_SYMPTOM},
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_monitor, time), SIGMA_TYPE_TIME, 1, 0},
    {"tag", "", SIGMA_TAG_MONITOR, SIGMA_TAG_MONITOR, offsetof(sigma_monitor, tag), SIGMA_TYPE_I32,
     1, 0},
    {"severity", "", 1, SIGMA_SEVERITY_COUNT - 1, offsetof(sigma_monitor, severity),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_SEVERITY},
    {"halted", "", 0, 1, offsetof(sigma_monitor, halted), SIGMA_TYPE_I32, 1, 0},
    {"probation", "trades", 0, 1000000, offsetof(sigma_monitor, probation), SIGMA_TYPE_I32, 1, 0},
    {"trades", "trades", 0, INT32_MAX, offsetof(sigma_monitor, trades), SIGMA_TYPE_I32, 1, 0},
    {"judged", "trades", 0, INT32_MAX, offsetof(sigma_monitor, judged), SIGMA_TYPE_I32, 1, 0},
    {"next", "", 0, 63, offsetof(sigma_monitor, next), SIGMA_TYPE_I32, 1, 0},
    {"streak", "trades", 0, INT32_MAX, offsetof(sigma_monitor, streak), SIGMA_TYPE_I32, 1, 0},
    {"mismatch", "", 0, 1, offsetof(sigma_monitor, mismatch), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_monitor, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_monitor_result_fields[SIGMA_MONITOR_RESULT_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_monitor_result, time), SIGMA_TYPE_TIME, 1, 0},
    {"scale", "1", 0, 1, offsetof(sigma_monitor_result, scale), SIGMA_TYPE_F64, 1, 0},
    {"drawdown", "R", 0, 1e15, offsetof(sigma_monitor_result, drawdown), SIGMA_TYPE_F64, 1, 0},
    {"drawdown_limit", "R", 0, 1e15, offsetof(sigma_monitor_result, drawdown_limit), SIGMA_TYPE_F64,
     1, 0},
    {"shift", "1", 0, 1e15, offsetof(sigma_monitor_result, shift), SIGMA_TYPE_F64, 1, 0},
    {"evidence", "1", 0, 1e15, offsetof(sigma_monitor_result, evidence), SIGMA_TYPE_F64, 1, 0},
    {"recovery", "1", 0, 1e15, offsetof(sigma_monitor_result, recovery), SIGMA_TYPE_F64, 1, 0},
    {"win_rate", "1", 0, 1, offsetof(sigma_monitor_result, win_rate), SIGMA_TYPE_F64, 1, 0},
    {"sharpe", "1", -1e12, 1e12, offsetof(sigma_monitor_result, sharpe), SIGMA_TYPE_F64, 1, 0},
    {"expectancy", "R", -1e6, 1e6, offsetof(sigma_monitor_result, expectancy), SIGMA_TYPE_F64, 1,
     0},
    {"symptoms", "", 0, SIGMA_SYMPTOM_COUNT - 1, offsetof(sigma_monitor_result, symptoms),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_SYMPTOM},
    {"critical", "", 0, SIGMA_SYMPTOM_COUNT - 1, offsetof(sigma_monitor_result, critical),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_SYMPTOM},
    {"severity", "", 0, SIGMA_SEVERITY_COUNT - 1, offsetof(sigma_monitor_result, severity),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_SEVERITY},
    {"entries", "", 0, 1, offsetof(sigma_monitor_result, entries), SIGMA_TYPE_I32, 1, 0},
    {"close_all", "", 0, 1, offsetof(sigma_monitor_result, close_all), SIGMA_TYPE_I32, 1, 0},
    {"trades", "trades", 0, INT32_MAX, offsetof(sigma_monitor_result, trades), SIGMA_TYPE_I32, 1,
     0},
    {"streak", "trades", 0, INT32_MAX, offsetof(sigma_monitor_result, streak), SIGMA_TYPE_I32, 1,
     0},
    {"mark", "", SIGMA_PART_MONITOR, SIGMA_PART_MONITOR, offsetof(sigma_monitor_result, mark),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_PART},
};

const sigma_field sigma_monitor_grant_fields[SIGMA_MONITOR_GRANT_FIELDS] = {
    {"scale", "1", 0, 1, offsetof(sigma_monitor_grant, scale), SIGMA_TYPE_F64, 1, 0},
    {"entries", "", 0, 1, offsetof(sigma_monitor_grant, entries), SIGMA_TYPE_I32, 1, 0},
    {"mark", "", SIGMA_PART_MONITOR, SIGMA_PART_MONITOR, offsetof(sigma_monitor_grant, mark),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_PART},
};

bool sigma_monitor_grant_in_range(const void *object)
{
    return sigma_table_inside(sigma_monitor_grant_fields, SIGMA_MONITOR_GRANT_FIELDS, object);
}
