/* SPDX-License-Identifier: MIT */
#include "correlation.h"

#include "bytes.h"
#include "check.h"
#include "fields.h"
#include "tags.h"

static const int32_t MOST = 1000000;

static bool params_valid(const sigma_correlation_params *params)
{
    return sigma_fields_valid(sigma_correlation_params_fields, SIGMA_CORRELATION_PARAMS_FIELDS,
                              params);
}

bool sigma_correlation_valid(const sigma_correlation *correlation)
{
    return correlation->tag == SIGMA_TAG_CORRELATION && correlation->reserved == 0 &&
           sigma_between(correlation->count, 0, SIGMA_CORRELATION_SPACE) &&
           sigma_between(correlation->updates, 0, MOST) && sigma_is_time(correlation->time) &&
           params_valid(&correlation->params);
}

static sigma_status usable(const sigma_correlation *correlation)
{
    if (!correlation) {
        return SIGMA_E_NULL;
    }
    return sigma_correlation_valid(correlation) ? SIGMA_OK : SIGMA_E_STATE;
}

/* The same for calls that make the matrix anew, to which every number matters. */
static sigma_status sound(const sigma_correlation *correlation)
{
    sigma_status status = usable(correlation);
    if (status != SIGMA_OK) {
        return status;
    }
    return sigma_fields_valid(sigma_correlation_fields, SIGMA_CORRELATION_FIELDS, correlation)
               ? SIGMA_OK
               : SIGMA_E_STATE;
}

int32_t sigma_correlation_place(const sigma_correlation *correlation, int32_t symbol)
{
    int32_t place = SIGMA_CORRELATION_SPACE;
    for (int32_t i = 0; i < SIGMA_CORRELATION_SPACE; i++) { /* all: several at a time */
        place = correlation->symbol[i] == symbol ? i : place;
    }
    return place < correlation->count ? place : correlation->count;
}

sigma_status sigma_correlation_defaults(sigma_correlation_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_correlation_params){.decay = 0.97, .shrink = 0.3, .prior = 0.5, .minimum = 60};
    return SIGMA_OK;
}

sigma_status sigma_correlation_init(sigma_correlation *correlation,
                                    const sigma_correlation_params *params)
{
    if (!correlation) {
        return SIGMA_E_NULL;
    }
    sigma_zero(correlation, sizeof *correlation);
    if (!params) {
        return SIGMA_E_NULL;
    }
    if (!params_valid(params)) {
        return SIGMA_E_RANGE;
    }
    correlation->params = *params;
    correlation->time = -INT64_C(9150000000000000000);
    correlation->tag = SIGMA_TAG_CORRELATION;
    return SIGMA_OK;
}

sigma_status sigma_correlation_add(sigma_correlation *correlation, int32_t symbol)
{
    sigma_status status = sound(correlation);
    if (status != SIGMA_OK) {
        return status;
    }
    int32_t place = correlation->count;
    if (symbol < 1 || sigma_correlation_place(correlation, symbol) < place) {
        return SIGMA_E_RANGE;
    }
    if (place == SIGMA_CORRELATION_SPACE) {
        return SIGMA_E_SPACE;
    }
    correlation->symbol[place] = symbol;
    correlation->seen[place] = 0;
    for (int32_t j = 0; j <= place; j++) {
        int32_t pair = sigma_correlation_pair(place, j);
        correlation->covariance[pair] = 0.0;
        correlation->given[pair] = j == place ? 1.0 : correlation->params.prior;
    }
    correlation->count++;
    sigma_correlation_refresh(correlation);
    return SIGMA_OK;
}

sigma_status sigma_correlation_give(sigma_correlation *correlation, int32_t a, int32_t b,
                                    double value)
{
    sigma_status status = sound(correlation);
    if (status != SIGMA_OK) {
        return status;
    }
    int32_t i = sigma_correlation_place(correlation, a);
    int32_t j = sigma_correlation_place(correlation, b);
    bool known = i < correlation->count && j < correlation->count && i != j;
    if (!known || !sigma_within(value, -1.0, 1.0)) {
        return SIGMA_E_RANGE;
    }
    correlation->given[sigma_correlation_pair(i, j)] = value;
    sigma_correlation_refresh(correlation);
    return SIGMA_OK;
}

static bool there(uint64_t present, int32_t place)
{
    return (present & sigma_bit(place)) != 0;
}

/* Also whether no bit stands behind count. */
static bool returns_valid(const double *returns, int32_t count, uint64_t present)
{
    for (int32_t i = 0; i < count; i++) {
        if (there(present, i) && !sigma_within(returns[i], -10.0, 10.0)) {
            return false;
        }
    }
    return count == SIGMA_CORRELATION_SPACE || present >> count == 0;
}

/* (1) */
static void learn(sigma_correlation *correlation, const double *returns, uint64_t present)
{
    double gain = correlation->updates > 0 ? 1.0 - correlation->params.decay : 1.0;
    for (int32_t i = 0; i < correlation->count; i++) {
        bool here = there(present, i);
        double a = here ? returns[i] : 0.0;
        for (int32_t j = 0; j <= i; j++) {
            double product = a * (there(present, j) ? returns[j] : 0.0);
            double *c = &correlation->covariance[sigma_correlation_pair(i, j)];
            *c = sigma_settled(*c + gain * (product - *c));
        }
        correlation->absent[i] = !here;
        correlation->seen[i] += here && correlation->seen[i] < MOST;
    }
    correlation->updates += correlation->updates < MOST;
}

sigma_status sigma_correlation_update(sigma_correlation *correlation, int64_t time,
                                      const double *returns, int32_t count, uint64_t present)
{
    if (!returns) {
        return SIGMA_E_NULL;
    }
    sigma_status status = sound(correlation);
    if (status != SIGMA_OK) {
        return status;
    }
    if (count != correlation->count || !sigma_is_time(time) ||
        !returns_valid(returns, count, present)) {
        return SIGMA_E_RANGE;
    }
    if (time <= correlation->time) {
        return SIGMA_E_ORDER;
    }
    correlation->time = time;
    learn(correlation, returns, present);
    sigma_correlation_refresh(correlation);
    return SIGMA_OK;
}

sigma_status sigma_correlation_read(const sigma_correlation *correlation, int32_t a, int32_t b,
                                    double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    sigma_status status = usable(correlation);
    if (status != SIGMA_OK) {
        return status;
    }
    if (a < 1 || b < 1) {
        return SIGMA_E_RANGE;
    }
    double r = a == b ? 1.0
                      : sigma_correlation_at(correlation, sigma_correlation_place(correlation, a),
                                             sigma_correlation_place(correlation, b));
    if (!sigma_within(r, -1.0, 1.0)) {
        return SIGMA_E_STATE;
    }
    *value = r;
    return SIGMA_OK;
}

sigma_status sigma_correlation_published(int32_t pair, double *value)
{
    static const double published[SIGMA_PAIR_COUNT] = {
        [SIGMA_PAIR_BTC_ETH] = 0.85, [SIGMA_PAIR_BTC_BNB] = 0.80, [SIGMA_PAIR_ETH_BNB] = 0.82,
        [SIGMA_PAIR_SOL_ADA] = 0.75, [SIGMA_PAIR_XRP_LTC] = 0.70,
    };
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!sigma_between(pair, 1, SIGMA_PAIR_COUNT - 1)) {
        return SIGMA_E_RANGE;
    }
    *value = published[pair];
    return SIGMA_OK;
}
