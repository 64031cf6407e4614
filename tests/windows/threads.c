/* SPDX-License-Identifier: MIT */
/* Two Expert Advisors on two threads, with one copy of the library: each gets what it would have
 * got alone. Prints a hash of all their records; run with and without a thread sanitizer, linked
 * with the archive and with the DLL. */
#include <sigma/sigma.h>
#include <stdio.h>

#ifdef _WIN32
#include <windows.h>
#else
#include <pthread.h>
#endif

enum { BARS = 5000, ADVISORS = 2 };

static const int64_t HOUR = INT64_C(3600000000000);

typedef struct advisor {
    sigma_market market;
    sigma_desk desk;
    sigma_policy policy;
    sigma_audit log;
    uint64_t seed, hash;
    double price;
    int32_t id, granted;
    sigma_status worst;
} advisor;

static double uniform(advisor *a)
{
    a->seed = a->seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (double)(a->seed >> 11) / 9007199254740992.0;
}

static void note(advisor *a, const char *line, int32_t length)
{
    for (int32_t i = 0; i < length; i++) {
        a->hash = (a->hash ^ (unsigned char)line[i]) * UINT64_C(0x100000001b3);
    }
}

static void start(advisor *a, int32_t id)
{
    char line[SIGMA_AUDIT_SPACE];
    int32_t length;
    const double trades[] = {1.8, -1.0, 2.4, -1.0, 0.6}; /* closed ones, in multiples of risk */
    sigma_kelly_params kelly;
    sigma_edge edge;
    sigma_market_params params;
    sigma_symbol symbol = {.tick_size = 0.00001,
                           .tick_value = 1.0,
                           .lot_min = 0.01,
                           .lot_max = 100.0,
                           .lot_step = 0.01,
                           .leverage = 30.0,
                           .asset = SIGMA_ASSET_FOREX};

    *a = (advisor){.seed = (uint64_t)id, .hash = UINT64_C(0xcbf29ce484222325), .price = 1.1};
    a->id = symbol.id = id;
    a->worst = sigma_market_defaults(&params) | sigma_policy_defaults(&a->policy);
    params.interval = HOUR;
    a->worst |= sigma_market_init(&a->market, &params, &symbol);
    a->worst |= sigma_desk_init(&a->desk, 0, 10000.0) | sigma_kelly_defaults(&kelly);
    a->worst |= sigma_edge_evaluate(&kelly, trades, 5, &edge);
    a->worst |= sigma_desk_edge(&a->desk, &edge);
    a->worst |= sigma_audit_init(&a->log, &a->policy, line, sizeof line, &length);
    note(a, line, length);
}

static void step(advisor *a, int64_t i)
{
    char line[SIGMA_AUDIT_SPACE];
    int32_t length;
    sigma_context context;
    sigma_decision decision;
    double open = a->price;

    a->price *= 1.0 + 0.002 * (uniform(a) - 0.5);
    sigma_bar bar = {i * HOUR, open, a->price + 0.002, open - 0.003, a->price, 100.0};
    bar.high = bar.high > open ? bar.high : open;
    bar.low = bar.low < a->price ? bar.low : a->price;
    sigma_proposal buy = {.time = (i + 1) * HOUR,
                          .id = i,
                          .entry = a->price,
                          .symbol = a->id,
                          .side = uniform(a) < 0.5 ? SIGMA_SIDE_LONG : SIGMA_SIDE_SHORT,
                          .intent = SIGMA_INTENT_OPEN};
    a->worst |= sigma_market_update(&a->market, &bar);
    a->worst |= sigma_desk_account(&a->desk, buy.time, 10000.0, 10000.0, 0.0);
    a->worst |= sigma_desk_context(&a->desk, &a->market, &buy, &context);
    a->worst |= sigma_decide(&a->policy, &context, &buy, &decision);
    a->worst |=
        sigma_audit_decision(&a->log, &context, &buy, &decision, line, sizeof line, &length);
    a->granted += decision.lots > 0.0;
    note(a, line, length);
}

static void run(advisor *a)
{
    for (int64_t i = 0; i < BARS; i++) {
        step(a, i);
    }
}

#ifdef _WIN32
static DWORD WINAPI thread(void *a)
{
    run((advisor *)a);
    return 0;
}

static int run_together(advisor *each)
{
    HANDLE threads[ADVISORS];

    for (int32_t i = 0; i < ADVISORS; i++) {
        threads[i] = CreateThread(NULL, 0, thread, &each[i], 0, NULL);
        if (!threads[i]) {
            return 1;
        }
    }
    return WaitForMultipleObjects(ADVISORS, threads, TRUE, INFINITE) == WAIT_FAILED;
}
#else
static void *thread(void *a)
{
    run((advisor *)a);
    return NULL;
}

static int run_together(advisor *each)
{
    pthread_t threads[ADVISORS];
    int failed = 0;

    for (int32_t i = 0; i < ADVISORS; i++) {
        failed |= pthread_create(&threads[i], NULL, thread, &each[i]);
    }
    for (int32_t i = 0; i < ADVISORS; i++) {
        failed |= pthread_join(threads[i], NULL);
    }
    return failed;
}
#endif

int main(void)
{
    static advisor alone[ADVISORS], together[ADVISORS];

    for (int32_t i = 0; i < ADVISORS; i++) {
        start(&alone[i], i + 1);
        start(&together[i], i + 1);
        run(&alone[i]);
    }
    int failed = run_together(together);
    for (int32_t i = 0; i < ADVISORS; i++) {
        failed |= alone[i].worst < 0 || alone[i].granted == 0 || alone[i].hash != together[i].hash;
        printf("%08lx%08lx %d\n", (unsigned long)(together[i].hash >> 32),
               (unsigned long)(together[i].hash & UINT32_MAX), (int)together[i].granted);
    }
    return failed;
}
