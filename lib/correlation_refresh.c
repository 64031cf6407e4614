/* SPDX-License-Identifier: MIT */
#include "bytes.h"
#include "check.h"
#include "correlation.h"
#include "elementary.h"

static const double PIVOT = 1e-11; /* least square of a diagonal entry of the factor */
enum { HALVINGS = 30 };

static bool known(const sigma_correlation *c, int32_t i)
{
    return c->seen[i] >= c->params.minimum && c->covariance[sigma_correlation_pair(i, i)] > 0.0;
}

/* (2) of two that are known. */
static double estimate(const sigma_correlation *c, int32_t i, int32_t j)
{
    double a = c->covariance[sigma_correlation_pair(i, i)];
    double b = c->covariance[sigma_correlation_pair(j, j)];
    double r = c->covariance[sigma_correlation_pair(i, j)] / (sigma_sqrt(a) * sigma_sqrt(b));
    return sigma_larger(sigma_smaller(r, 1.0), -1.0);
}

/* Estimates into the matrix, and what was given where there is none. Returns the mean of the
 * estimates. */
static double gather(sigma_correlation *c)
{
    double sum = 0.0, count = 0.0;
    for (int32_t i = 0; i < c->count; i++) {
        for (int32_t j = 0; j <= i; j++) {
            int32_t pair = sigma_correlation_pair(i, j);
            bool both = i != j && known(c, i) && known(c, j);
            c->value[pair] = both ? estimate(c, i, j) : c->given[pair];
            sum += both ? c->value[pair] : 0.0;
            count += both;
        }
    }
    return count > 0.0 ? sum / count : 0.0;
}

/* (3) */
static void shrink(sigma_correlation *c, double mean)
{
    for (int32_t i = 0; i < c->count; i++) {
        for (int32_t j = 0; j < i && known(c, i); j++) {
            double *r = &c->value[sigma_correlation_pair(i, j)];
            *r += known(c, j) ? c->params.shrink * (mean - *r) : 0.0;
        }
    }
}

/* Whether (4) with this t has a factor. */
static bool factors(sigma_correlation *c, double t)
{
    for (int32_t i = 0; i < c->count; i++) {
        double *row = &c->factor[sigma_correlation_pair(i, 0)], square = 1.0;
        for (int32_t j = 0; j < i; j++) {
            const double *other = &c->factor[sigma_correlation_pair(j, 0)];
            double r = c->value[sigma_correlation_pair(i, j)];
            double sum = r + t * (c->params.prior - r);
            for (int32_t k = 0; k < j; k++) {
                sum -= row[k] * other[k];
            }
            row[j] = sum / other[j];
            square -= row[j] * row[j];
        }
        if (!(square >= PIVOT)) {
            return false;
        }
        row[i] = sigma_sqrt(square);
    }
    return true;
}

/* (4) */
static void repair(sigma_correlation *c)
{
    double low = 0.0, high = 1.0;
    for (int32_t k = 0; k < HALVINGS; k++) {
        double middle = 0.5 * (low + high);
        *(factors(c, middle) ? &high : &low) = middle;
    }
    for (int32_t i = 0; i < c->count; i++) {
        for (int32_t j = 0; j < i; j++) {
            double *r = &c->value[sigma_correlation_pair(i, j)];
            *r += high * (c->params.prior - *r);
        }
    }
}

void sigma_correlation_refresh(sigma_correlation *c)
{
    shrink(c, gather(c));
    if (!factors(c, 0.0)) {
        repair(c);
    }
    sigma_zero(c->factor, sizeof c->factor);
}
