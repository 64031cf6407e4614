/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "gate.h"

static const double RATIO_MAX = 1e9;
static const double NUMBER_MAX = 1e15; /* of money and prices */
static const double ROOM_MAX = 1e16;
static const int64_t COUNT_MAX = INT64_C(1000000000000000);

static void judge(sigma_gate_result *result, int32_t layer, bool passes)
{
    if (passes) {
        result->passed |= sigma_bit(layer);
    } else {
        result->refused |= sigma_bit(layer);
    }
}

/* 0 where there is no such number. */
static double ratio(double part, double whole)
{
    double x = whole > 0.0 ? part / whole : 0.0;
    return sigma_within(x, -RATIO_MAX, RATIO_MAX) ? x : 0.0;
}

/* Above 0, and a number that there is. */
static bool positive(double x)
{
    return x > 0.0 && x <= NUMBER_MAX;
}

/* What no size and no level changes. */
static void judge_day(const sigma_gate *g, const sigma_gate_sample *s, sigma_gate_result *r)
{
    const sigma_gate_params *p = &g->params;

    judge(r, SIGMA_LAYER_BALANCE, positive(s->balance) && positive(s->equity));
    judge(r, SIGMA_LAYER_DAILY_LOSS,
          !g->day_lost && s->equity > g->day_balance * (1.0 - p->daily_loss));
    judge(r, SIGMA_LAYER_DAILY_PROFIT,
          !g->day_won &&
              (p->daily_profit == 0.0 || s->equity < g->day_balance * (1.0 + p->daily_profit)));
}

static void judge_price(const sigma_gate *g, const sigma_gate_sample *s, sigma_gate_result *r)
{
    bool fresh = sigma_is_time(s->price_time) && s->price_time <= s->time &&
                 s->time - g->params.age_max <= s->price_time;
    judge(r, SIGMA_LAYER_PRICE, fresh && positive(s->entry));
}

static void judge_account(const sigma_gate *g, const sigma_gate_sample *s, sigma_gate_result *r)
{
    const sigma_gate_params *p = &g->params;

    judge(r, SIGMA_LAYER_LEVERAGE,
          s->exposure >= 0.0 && s->exposure <= p->leverage_max * s->equity);
    judge(r, SIGMA_LAYER_SIZE, s->risk > 0.0 && s->risk <= p->risk_max * s->equity);
    judge(r, SIGMA_LAYER_MARGIN,
          s->margin >= 0.0 && s->margin <= s->free_margin && s->free_margin <= NUMBER_MAX);
    r->leverage = sigma_larger(ratio(s->exposure, s->equity), 0.0);
    r->day = ratio(s->equity - g->day_balance, g->day_balance);
}

static void judge_prices(const sigma_gate *g, const sigma_gate_sample *s, sigma_gate_result *r)
{
    const sigma_gate_params *p = &g->params;
    bool shorts = s->side == SIGMA_SIDE_SHORT, sided = shorts || s->side == SIGMA_SIDE_LONG;
    double risk = shorts ? s->stop - s->entry : s->entry - s->stop;
    double reward = shorts ? s->entry - s->target : s->target - s->entry;
    bool enough =
        positive(s->target) && risk > 0.0 && sigma_gate_rewards(p->reward_min, reward, risk);

    judge(r, SIGMA_LAYER_STOP, sided && positive(s->stop) && risk > 0.0);
    judge(r, SIGMA_LAYER_REWARD, p->reward_min == 0.0 || (sided && reward > 0.0 && enough));
    judge(r, SIGMA_LAYER_SPREAD,
          s->spread >= 0.0 && s->spread <= p->spread_max * risk * (1.0 + SIGMA_GATE_ROUNDING));
    r->reward = s->target > 0.0 ? sigma_larger(ratio(reward, risk), 0.0) : 0.0;
}

static bool rate_kept(const sigma_gate *g, int64_t time)
{
    int32_t place = (g->order_next - g->params.orders_max) & (SIGMA_GATE_SPACE - 1);
    return g->orders < g->params.orders_max ||
           g->order_time[place] <= time - g->params.order_window;
}

static void judge_symbol(const sigma_gate *g, const sigma_gate_sample *s, sigma_gate_result *r)
{
    const sigma_gate_params *p = &g->params;
    int32_t place = s->symbol >= 1 ? sigma_gate_find(g, s->symbol) : -1;
    int64_t closed = place >= 0 ? g->closed[place] : 0;
    bool cooled = place < 0 || closed <= s->time - p->cooldown;
    bool within = sigma_between(closed, s->time - p->cooldown, s->time);

    judge(r, SIGMA_LAYER_SYMBOL, place >= 0);
    judge(r, SIGMA_LAYER_COOLDOWN, cooled);
    judge(r, SIGMA_LAYER_POSITIONS,
          s->positions >= 0 && (s->holdings > 0 || s->positions < p->positions_max));
    judge(r, SIGMA_LAYER_DUPLICATE, sigma_between(s->holdings, 0, p->duplicates_max));
    judge(r, SIGMA_LAYER_ORDER_RATE, rate_kept(g, s->time));
    judge(r, SIGMA_LAYER_SCHEDULE, s->scheduled == 1);
    r->wait = cooled ? 0 : within ? p->cooldown - (s->time - closed) : p->cooldown;
}

static int64_t one_more(int64_t count)
{
    return sigma_between(count, 0, COUNT_MAX - 1) ? count + 1 : count;
}

static void count(sigma_gate *g, const sigma_gate_result *r)
{
    g->checked = one_more(g->checked);
    g->allowed = r->allowed ? one_more(g->allowed) : g->allowed;
    for (uint64_t left = r->refused; left != 0; left &= left - 1) {
        int32_t layer = 0;
        while (!(left & sigma_bit(layer))) {
            layer++;
        }
        g->refused[layer] = one_more(g->refused[layer]);
    }
}

static void describe(const sigma_gate_sample *s, sigma_gate_result *r)
{
    r->time = s->time;
    r->symbol = s->symbol > 0 ? s->symbol : 0;
    r->intent = s->intent;
    r->mark = SIGMA_PART_GATE;
}

sigma_status sigma_gate_check(sigma_gate *gate, const sigma_gate_sample *sample,
                              sigma_gate_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_gate_result){0};
    if (!gate || !sample) {
        return SIGMA_E_NULL;
    }
    if (sample->intent == SIGMA_INTENT_REDUCE) {
        describe(sample, result);
        result->time = sigma_is_time(sample->time) ? sample->time : 0;
        result->allowed = 1;
        return SIGMA_OK;
    }
    sigma_status status = sigma_gate_usable(gate, sample->time);
    if (status != SIGMA_OK) {
        return status;
    }
    if (sample->intent != SIGMA_INTENT_OPEN) {
        return SIGMA_E_RANGE;
    }
    sigma_gate_latch(gate, sample->equity);
    judge_day(gate, sample, result);
    judge_account(gate, sample, result);
    judge_price(gate, sample, result);
    judge_prices(gate, sample, result);
    judge_symbol(gate, sample, result);
    describe(sample, result);
    result->allowed = result->refused == 0;
    gate->time = sample->time;
    count(gate, result);
    return SIGMA_OK;
}

/* ---- room, whatever the size */

static void leave_day(const sigma_gate *g, const sigma_gate_sample *s, sigma_gate_grant *grant)
{
    double least = g->day_balance * (1.0 - g->params.daily_loss), left = s->equity - least;
    bool holds = !(grant->refused & sigma_bit(SIGMA_LAYER_DAILY_LOSS));

    grant->budget = holds ? sigma_clamped(left, 0.0, ROOM_MAX) : 0.0;
    grant->share = holds ? sigma_clamped(left / (g->day_balance - least), 0.0, 1.0) : 0.0;
}

static void leave(const sigma_gate *g, const sigma_gate_sample *s, sigma_gate_grant *grant)
{
    const sigma_gate_params *p = &g->params;
    bool known = sigma_within(s->exposure, 0.0, RATIO_MAX * RATIO_MAX);
    bool sound = sigma_within(s->equity, 0.0, NUMBER_MAX);
    bool spread = sigma_within(s->spread, 0.0, NUMBER_MAX);

    grant->notional =
        known && sound ? sigma_larger(p->leverage_max * s->equity - s->exposure, 0.0) : 0.0;
    grant->risk = sound ? p->risk_max * s->equity : 0.0;
    grant->reward = p->reward_min;
    grant->distance = spread ? s->spread / p->spread_max : 0.0;
    grant->refused |= spread ? 0 : sigma_bit(SIGMA_LAYER_SPREAD);
    grant->refused |= grant->notional > 0.0 ? 0 : sigma_bit(SIGMA_LAYER_LEVERAGE);
    grant->refused |= grant->risk > 0.0 ? 0 : sigma_bit(SIGMA_LAYER_SIZE);
    leave_day(g, s, grant);
}

sigma_status sigma_gate_permit(const sigma_gate *gate, const sigma_gate_sample *sample,
                               sigma_gate_grant *grant)
{
    sigma_gate_result result = {0};

    if (!grant) {
        return SIGMA_E_NULL;
    }
    *grant = (sigma_gate_grant){0};
    if (!gate || !sample) {
        return SIGMA_E_NULL;
    }
    sigma_status status = sigma_gate_usable(gate, sample->time);
    if (status != SIGMA_OK) {
        return status;
    }
    judge_day(gate, sample, &result);
    judge_price(gate, sample, &result);
    judge_symbol(gate, sample, &result);
    grant->refused = result.refused;
    leave(gate, sample, grant);
    grant->symbol = sample->symbol > 0 ? sample->symbol : 0;
    grant->mark = SIGMA_PART_GATE;
    return SIGMA_OK;
}
