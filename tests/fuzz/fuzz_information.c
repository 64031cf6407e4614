/* SPDX-License-Identifier: MIT */
/* Any windows: entropies lie between none and the greatest, and edges do not fall. */
#include "fuzz.h"

enum { LONGEST = 40 };

typedef struct window {
    double x[LONGEST], y[LONGEST], price[LONGEST], none[LONGEST], edges[64];
    int32_t count, bins;
} window;

static void make(fuzz_input *in, window *w)
{
    double scale = fuzz_pick(in, 8) == 0 ? 1e18 : 100.0;
    double low = fuzz_pick(in, 2) == 0 ? 0.0 : -scale;

    w->count = fuzz_pick(in, LONGEST + 1);
    w->bins = 1 + fuzz_pick(in, 9);
    for (int32_t i = 0; i < LONGEST; i++) {
        w->x[i] = fuzz_rarely(in) ? fuzz_double(in) : fuzz_within(in, low, scale);
        w->y[i] = fuzz_rarely(in) ? fuzz_double(in) : fuzz_within(in, 0.0, scale);
        w->price[i] = fuzz_rarely(in) ? 0.0 : 1.0 + fuzz_pick(in, 100);
        w->none[i] = 0.0;
    }
    for (int32_t i = 0; i < 64; i++) {
        w->edges[i] = -4.0 + i;
    }
}

static void of_volume(fuzz_input *in, const window *w)
{
    double value, reference = fuzz_around(in, 1e-15, 1e15), shift = fuzz_around(in, -1e15, 1e15);
    double confidence = fuzz_around(in, 0.0, 1.0);
    int32_t none = fuzz_pick(in, 64);
    const double *traded = fuzz_pick(in, 4) == 0 ? w->none : w->y, *price = w->price;

    sigma_status status =
        sigma_information_drift(FUZZ_UNLESS(none == 60, price), FUZZ_UNLESS(none == 61, traded),
                                w->count, reference, &value);
    (void)fuzz_saw_number("sigma_information_drift", status, &value);
    status = sigma_information_collapse(FUZZ_UNLESS(none == 62, (const double *)w->x),
                                        FUZZ_UNLESS(none == 63, (const double *)w->y), w->count,
                                        shift, &value);
    (void)fuzz_saw_number("sigma_information_collapse", status, &value);
    status = sigma_information_confidence(confidence, shift, &value);
    (void)fuzz_saw_number("sigma_information_confidence", status, &value);
    REQUIRE(0.0 <= value && value <= 1.0);
    status =
        sigma_information_volume(FUZZ_UNLESS(none == 59, (const double *)w->y), w->count, &value);
    (void)fuzz_saw_number("sigma_information_volume", status, &value);
}

static void of_entropy(fuzz_input *in, window *w)
{
    sigma_entropy e;
    int32_t order = 1 + fuzz_pick(in, 6), none = fuzz_pick(in, 64), bins = w->bins;

    sigma_status status = sigma_information_edges(FUZZ_UNLESS(none == 60, (const double *)w->x),
                                                  w->count, bins, w->edges);
    (void)fuzz_saw_column("sigma_information_edges", status, w->edges, 64);
    for (int32_t i = 1; status == SIGMA_OK && i < bins - 1; i++) {
        REQUIRE(w->edges[i - 1] <= w->edges[i]);
    }
    status = sigma_information_shannon(FUZZ_UNLESS(none == 61, (const double *)w->x), w->count,
                                       FUZZ_UNLESS(none == 62, (const double *)w->edges), bins, &e);
    (void)fuzz_saw_result("sigma_information_shannon", status, SIGMA_KIND_ENTROPY, &e);
    REQUIRE(status < 0 || e.occupied <= bins);
    status = sigma_information_permutation(FUZZ_UNLESS(none == 63, (const double *)w->x), w->count,
                                           order, &e);
    (void)fuzz_saw_result("sigma_information_permutation", status, SIGMA_KIND_ENTROPY, &e);
    REQUIRE(status < 0 || e.share <= 1.0 + 1e-12);
}

void fuzz_information(fuzz_input *in)
{
    window w = {.count = 0};

    while (fuzz_more(in)) {
        make(in, &w);
        of_volume(in, &w);
        of_entropy(in, &w);
    }
    fuzz_saw_null("sigma_information_drift", sigma_information_drift(w.x, w.x, 1, 1.0, NULL));
    fuzz_saw_null("sigma_information_collapse", sigma_information_collapse(w.x, w.x, 3, 0.0, NULL));
    fuzz_saw_null("sigma_information_confidence", sigma_information_confidence(0.5, 0.0, NULL));
    fuzz_saw_null("sigma_information_edges", sigma_information_edges(w.x, 3, 2, NULL));
    fuzz_saw_null("sigma_information_shannon", sigma_information_shannon(w.x, 3, w.edges, 2, NULL));
    fuzz_saw_null("sigma_information_permutation", sigma_information_permutation(w.x, 3, 2, NULL));
    fuzz_saw_null("sigma_information_volume", sigma_information_volume(w.x, 3, NULL));
}
