/* SPDX-License-Identifier: MIT */
/* The breaker against a slow model that keeps every event and computes all anew each time. */
#include "test.h"

#define SECOND INT64_C(1000000000)

enum { EVENTS = 400, RUNS = 300 };

typedef struct model {
    sigma_breaker_params p;
    sigma_breaker_sample event[EVENTS];
    int32_t count;
    int32_t state;
    int64_t since;
    int64_t probe; /* start, or -1 */
} model;

static int32_t highest(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

/* The i-th newest event of a kind, or NULL. */
static const sigma_breaker_sample *newest(const model *m, int32_t event, int32_t i)
{
    for (int32_t k = m->count - 1; k >= 0; k--) {
        if (m->event[k].event == event && i-- == 0) {
            return &m->event[k];
        }
    }
    return NULL;
}

static double mean_of(const model *m, int32_t most, int32_t *found)
{
    double sum = 0.0;
    for (*found = 0; *found < most; ++*found) {
        const sigma_breaker_sample *s = newest(m, SIGMA_EVENT_LATENCY, *found);
        if (!s) {
            break;
        }
        sum += s->value;
    }
    return *found > 0 ? sum / *found : 0.0;
}

static int32_t failures_in_a_row(const model *m)
{
    int32_t failures = 0;
    for (int32_t k = 0; k < m->count; k++) {
        failures = m->event[k].event == SIGMA_EVENT_ORDER_DONE     ? 0
                   : m->event[k].event == SIGMA_EVENT_ORDER_FAILED ? failures + 1
                                                                   : failures;
    }
    return failures;
}

static bool is_order(int32_t event)
{
    return event == SIGMA_EVENT_ORDER_DONE || event == SIGMA_EVENT_ORDER_FAILED;
}

static int32_t level_of_failure(const model *m, int64_t now)
{
    int32_t failed = 0, orders = 0, level = SIGMA_LEVEL_CLOSED, row = failures_in_a_row(m);
    for (int32_t k = m->count - 1; k >= 0 && orders < 64; k--) {
        if (is_order(m->event[k].event) && now - m->event[k].time <= m->p.window) {
            orders++;
            failed += m->event[k].event == SIGMA_EVENT_ORDER_FAILED;
        }
    }
    for (int32_t i = 0; i < 4; i++) {
        level = row >= m->p.failures[i] ? highest(level, SIGMA_LEVEL_ALERT + i) : level;
    }
    bool many = orders >= m->p.rate_orders && (double)failed / orders >= m->p.failure_rate;
    return many ? highest(level, SIGMA_LEVEL_THROTTLE) : level;
}

/* Newest first: the fall is that from the best of all sums that end now. */
static int32_t level_of_trade(const model *m, int64_t now)
{
    double sum = 0.0, fall = 0.0;
    int32_t trades = 0, losses = 0, streak = 0;
    bool losing = true;
    for (int32_t k = m->count - 1; k >= 0; k--) {
        const sigma_breaker_sample *s = &m->event[k];
        if (s->event != SIGMA_EVENT_TRADE) {
            continue;
        }
        losing = losing && s->value < 0.0;
        streak += losing;
        if (now - s->time <= m->p.window && trades++ < 64) {
            sum += s->value;
            fall = fmax(fall, -sum);
            losses += s->value < 0.0;
        }
    }
    bool lost = newest(m, SIGMA_EVENT_TRADE, 0)->value < 0.0;
    bool many = lost && m->p.losses && losses >= m->p.losses;
    bool row = lost && m->p.streak && streak >= m->p.streak;
    assert_true(fabs(fall - m->p.loss) > 1e-9); /* the sums are not rounded alike */
    return fall >= m->p.loss || many || row ? SIGMA_LEVEL_HALT : SIGMA_LEVEL_CLOSED;
}

static int32_t level_of_three(double x, const double t[3])
{
    return x >= t[2]   ? SIGMA_LEVEL_HALT
           : x >= t[1] ? SIGMA_LEVEL_THROTTLE
           : x >= t[0] ? SIGMA_LEVEL_ALERT
                       : SIGMA_LEVEL_CLOSED;
}

static int32_t level_of_trouble(const model *m, const sigma_breaker_sample *s)
{
    int32_t level = m->p.event[s->event - SIGMA_EVENT_REGIME], repeats = 0;
    if (s->event < SIGMA_EVENT_NETWORK || s->event > SIGMA_EVENT_RATE_LIMIT) {
        return level;
    }
    for (int32_t k = 0; k < m->count; k++) {
        repeats += m->event[k].event >= SIGMA_EVENT_NETWORK &&
                   m->event[k].event <= SIGMA_EVENT_RATE_LIMIT &&
                   s->time - m->event[k].time <= m->p.window;
    }
    return repeats >= m->p.repeats ? highest(level, SIGMA_LEVEL_THROTTLE) : level;
}

static int32_t level_of(const model *m, const sigma_breaker_sample *s)
{
    int32_t found;
    double mean;
    switch (s->event) {
    case SIGMA_EVENT_LATENCY:
        mean = mean_of(m, m->p.readings, &found);
        mean = newest(m, SIGMA_EVENT_LATENCY, m->p.recovery_readings - 1) ? mean : 0.0;
        return level_of_three(mean, m->p.latency);
    case SIGMA_EVENT_ORDER_FAILED: return level_of_failure(m, s->time);
    case SIGMA_EVENT_SLIPPAGE: return level_of_three(s->value, m->p.slippage);
    case SIGMA_EVENT_TRADE: return level_of_trade(m, s->time);
    case SIGMA_EVENT_VOLATILITY:
        return s->value >= m->p.volatility ? SIGMA_LEVEL_HALT : SIGMA_LEVEL_CLOSED;
    case SIGMA_EVENT_DEGRADATION:
        return s->count >= 3 ? m->p.degradation[s->count - 3] : SIGMA_LEVEL_CLOSED;
    case SIGMA_EVENT_EXPECTANCY:
        return s->value < m->p.expectancy[1] && s->count > m->p.expectancy_over[1]
                   ? SIGMA_LEVEL_HALT
               : s->value < m->p.expectancy[0] && s->count > m->p.expectancy_over[0]
                   ? SIGMA_LEVEL_THROTTLE
                   : SIGMA_LEVEL_CLOSED;
    case SIGMA_EVENT_TIME:
    case SIGMA_EVENT_ORDER_DONE: return SIGMA_LEVEL_CLOSED;
    default: return level_of_trouble(m, s);
    }
}

static void model_recovers(model *m, const sigma_breaker_sample *s)
{
    int32_t found;
    double mean = mean_of(m, m->p.recovery_readings, &found);
    if (m->state == SIGMA_LEVEL_CLOSED || m->state == SIGMA_LEVEL_SHUTDOWN ||
        (found > 0 && mean >= m->p.latency[0])) {
        return;
    }
    if (m->probe < 0 && s->time - m->since >= m->p.cooldown[m->state - SIGMA_LEVEL_ALERT]) {
        m->probe = s->time;
    }
    bool fine = failures_in_a_row(m) == 0;
    bool quiet = m->probe >= 0 && s->time - m->probe >= m->p.probe;
    if (m->probe >= 0 && (s->event == SIGMA_EVENT_ORDER_DONE ||
                          (fine && (quiet || s->event == SIGMA_EVENT_LATENCY)))) {
        m->state--;
        m->since = s->time;
        m->probe = -1;
    }
}

static void model_takes(model *m, const sigma_breaker_sample *s)
{
    m->event[m->count++] = *s;
    int32_t level = level_of(m, s);
    if (level > SIGMA_LEVEL_CLOSED || s->event == SIGMA_EVENT_ORDER_FAILED) {
        m->state = highest(m->state, level);
        m->since = s->time;
        m->probe = -1;
    } else {
        model_recovers(m, s);
    }
}

static sigma_breaker_sample random_sample(uint64_t *seed, int64_t *now, int32_t calm)
{
    static const int32_t usual[] = {SIGMA_EVENT_TIME, SIGMA_EVENT_LATENCY, SIGMA_EVENT_ORDER_DONE,
                                    SIGMA_EVENT_ORDER_FAILED, SIGMA_EVENT_TRADE};
    int32_t event = test_whole(seed, 0, calm) ? usual[test_whole(seed, 0, 4)]
                                              : test_whole(seed, 1, SIGMA_EVENT_COUNT - 1);
    sigma_breaker_sample s = {.event = event};
    *now += test_whole(seed, 0, 3) ? test_whole(seed, 0, 30) * SECOND
                                   : test_whole(seed, 0, 1000) * SECOND;
    s.time = *now;
    switch (event) {
    case SIGMA_EVENT_LATENCY: s.value = 100.0 * test_whole(seed, 1, 8 + 40 / calm); break;
    case SIGMA_EVENT_SLIPPAGE: s.value = test_between(seed, -0.001, 0.002); break;
    case SIGMA_EVENT_TRADE: s.value = test_between(seed, -0.02, 0.02); break;
    case SIGMA_EVENT_VOLATILITY: s.value = test_between(seed, 0.0, 1.1e9); break;
    case SIGMA_EVENT_DEGRADATION: s.count = test_whole(seed, 0, 5); break;
    case SIGMA_EVENT_EXPECTANCY:
        s.value = test_between(seed, -0.7, 0.5);
        s.count = test_whole(seed, 0, 80);
        break;
    default: break;
    }
    return s;
}

static void random_events_lead_where_the_model_says(void **unused)
{
    uint64_t seed = 60;
    int32_t seen[SIGMA_LEVEL_COUNT][SIGMA_LEVEL_COUNT] = {{0}};
    static model m;
    (void)unused;
    for (int32_t run = 0; run < RUNS; run++) {
        sigma_breaker breaker;
        int64_t now = 0;
        m = (model){.state = SIGMA_LEVEL_CLOSED, .probe = -1};
        assert_int_equal(sigma_breaker_defaults(&m.p), SIGMA_OK);
        m.p.losses = test_whole(&seed, 0, 1) * 9;
        m.p.streak = test_whole(&seed, 0, 1) * 5;
        m.p.window = test_whole(&seed, 1, 2000) * SECOND;
        m.p.event[6] = m.p.event[7] = run % 4 ? SIGMA_LEVEL_HALT : SIGMA_LEVEL_SHUTDOWN;
        m.p.failures[3] = run % 4 ? 1000 : 10;
        assert_int_equal(sigma_breaker_init(&breaker, now, &m.p), SIGMA_OK);
        for (int32_t i = 0; i < EVENTS; i++) {
            sigma_breaker_sample s = random_sample(&seed, &now, 1 + run % 40);
            sigma_breaker_transition t;
            int32_t from = m.state;
            model_takes(&m, &s);
            assert_int_equal(sigma_breaker_update(&breaker, &s, &t), SIGMA_OK);
            assert_int_equal(t.from, from);
            assert_int_equal(t.to, m.state);
            assert_int_equal(breaker.probing, m.probe >= 0);
            seen[from][t.to]++;
        }
    }
    for (int32_t a = SIGMA_LEVEL_CLOSED; a < SIGMA_LEVEL_COUNT; a++) {
        for (int32_t b = SIGMA_LEVEL_CLOSED; b < SIGMA_LEVEL_COUNT; b++) {
            bool possible = a == SIGMA_LEVEL_SHUTDOWN ? b == a : b >= a - 1;
            assert_int_equal(seen[a][b] > 0, possible);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_events_lead_where_the_model_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
