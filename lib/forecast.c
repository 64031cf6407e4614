/* SPDX-License-Identifier: MIT */
#include "sigma/forecast.h"

#include "check.h"
#include "elementary.h"
#include "fields.h"
#include "passage.h"

static const double DRIFT_MAX = 1000.0;
static const double BARS_MIN = 1e-6;
static const double BARS_MAX = 1e9;
static const double EXPECTED_MAX = 1e30;
static const double AT_CLOSES = 0.5825971579390107; /* -zeta(1/2) / sqrt(2 pi) */
static const double OVERSHOT = 0.25; /* variance of what the last bar overshoots, in s^2 */
static const double FLAT = 1e-17;    /* below, drift changes no bit of (2) */
static const double NEAR = 1.0;      /* below, (3) follows the series */
static const double MINUTE = 1e-140;
static const double LARGER = 0x1p900;
enum { TERMS = 20 };

/* Distances, drift and deviation; theta = 2 mu / s^2. */
typedef struct question {
    double a, b, drift, variance, theta;
} question;

/* Of numbers so small that their squares would vanish all are made larger, which changes nothing
 * else. */
static double up(double drift, double error, double deviation, double bars)
{
    if (sigma_larger(error, deviation) < MINUTE) {
        drift *= LARGER;
        error *= LARGER;
        deviation *= LARGER;
    }
    double spread = deviation * deviation * bars + error * bars * (error * bars);

    if (spread > 0.0) {
        return sigma_normal_cdf(drift * bars / sigma_sqrt(spread));
    }
    return drift > 0.0 ? 1.0 : drift < 0.0 ? 0.0 : 0.5;
}

sigma_status sigma_forecast_up(double drift, double error, double deviation, double bars,
                               double *chance)
{
    if (!chance) {
        return SIGMA_E_NULL;
    }
    *chance = 0.0;
    if (!sigma_within(drift, -DRIFT_MAX, DRIFT_MAX) || !sigma_within(error, 0.0, DRIFT_MAX) ||
        !sigma_within(deviation, 0.0, DRIFT_MAX) || !sigma_within(bars, BARS_MIN, BARS_MAX)) {
        return SIGMA_E_RANGE;
    }
    *chance = up(drift, error, deviation, bars);
    return SIGMA_OK;
}

/* ---- without a limit of time */

/* (2): the chance of the barrier at a before that at b, which theta draws to or away from. With
 * theta < 0 both exponentials are turned over, so that none grows. */
static double first(double a, double b, double theta)
{
    double pull = theta * (a + b);

    if (sigma_magnitude(pull) < FLAT) {
        return b / (a + b);
    }
    return theta > 0.0 ? sigma_expm1(-theta * b) / sigma_expm1(-pull)
                       : sigma_exp(theta * a) * (sigma_expm1(theta * b) / sigma_expm1(pull));
}

/* (3) by powers of the drift: with y = theta b, z = theta (a + b) and g(y) = (1 - exp(-y)) / y it
 * is 2 a b / s^2 sum_k (-1)^(k+1) h_k / (k + 1)! over g(z), where h_1 = 1, h_k = z h_(k-1) +
 * y^(k-1). */
static double expected_near(const question *q)
{
    double y = q->theta * q->b, z = q->theta * (q->a + q->b);
    double sum = 0.0, h = 1.0, power = 1.0, factorial = 2.0;

    for (int32_t k = 1; k <= TERMS; k++) {
        sum += (k % 2 == 1 ? h : -h) / factorial;
        power *= y;
        h = z * h + power;
        factorial *= k + 2;
    }
    double g = sigma_magnitude(z) < FLAT ? 1.0 : -sigma_expm1(-z) / z;
    return 2.0 * q->a * q->b / q->variance * sum / g;
}

static double expected(const question *q, const sigma_forecast_result *r)
{
    bool near = sigma_magnitude(q->theta * (q->a + q->b)) < NEAR;
    double bars = near ? expected_near(q) : (r->target * q->a - r->stop * q->b) / q->drift;

    return sigma_larger(0.0, sigma_smaller(bars, EXPECTED_MAX));
}

/* (6) of a time. */
static double at_closes(double bars)
{
    return sigma_larger(1.0, sigma_smaller(bars + OVERSHOT, EXPECTED_MAX));
}

/* ---- within a limit */

static void limit(const question *q, double bars, sigma_forecast_result *r)
{
    double length = q->a + q->b;
    sigma_passage passage = {.upper = q->a / length,
                             .lower = q->b / length,
                             .pull = q->drift * length / q->variance,
                             .spread = q->variance * bars / (length * length),
                             .up = r->target,
                             .down = r->stop};
    sigma_passage_chances chances = sigma_passage_by(&passage);

    r->target_by = chances.up;
    r->stop_by = chances.down;
    r->neither_by = chances.neither;
}

static question ask(const sigma_forecast_sample *sample)
{
    double longer = sample->closes ? AT_CLOSES * sample->deviation : 0.0;
    double variance = sample->deviation * sample->deviation;

    return (question){.a = sample->target + longer,
                      .b = sample->stop + longer,
                      .drift = sample->drift,
                      .variance = variance,
                      .theta = 2.0 * sample->drift / variance};
}

sigma_status sigma_forecast_touch(const sigma_forecast_sample *sample,
                                  sigma_forecast_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_forecast_result){0};
    if (!sample) {
        return SIGMA_E_NULL;
    }
    if (!sigma_fields_valid(sigma_forecast_sample_fields, SIGMA_FORECAST_SAMPLE_FIELDS, sample)) {
        return SIGMA_E_RANGE;
    }
    question q = ask(sample);
    result->target = first(q.a, q.b, q.theta);
    result->stop = first(q.b, q.a, -q.theta);
    result->driftless = q.b / (q.a + q.b);
    result->bars = expected(&q, result);
    result->bars = sample->closes ? at_closes(result->bars) : result->bars;
    result->target_by = result->target;
    result->stop_by = result->stop;
    if (sample->bars > 0.0) {
        limit(&q, sample->bars, result);
    }
    return SIGMA_OK;
}
