/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "elementary.h"
#include "money.h"
#include "portfolio.h"

static const double RATIO_MAX = 1e30;

static double root(double x)
{
    return sigma_sqrt(sigma_larger(x, 0.0));
}

/* The larger x of x^2 + 2 b x + c = 0 with c <= 0. */
static double larger_root(double b, double c)
{
    double square = b * b - c;
    return b > 0.0 ? -c / (b + sigma_sqrt(square)) : sigma_sqrt(square) - b;
}

static double stress_square(double s, double squares, double sum)
{
    return (1.0 - s) * squares + s * sum * sum;
}

/* What is open: sums of |h| and h^2, H^2, and (C h) of the candidate turned to its side. */
typedef struct burden {
    double sum, squares, square, row;
} burden;

/* (6) of the soft limit: within it, or lowering H. */
static double soft_room(const burden *open, double s, double soft)
{
    double heat = open->square - soft * soft;
    double stress = stress_square(s, open->squares, open->sum) - soft * soft;
    double within = 0.0;
    if (heat <= 0.0 && stress <= 0.0) {
        within = sigma_smaller(larger_root(open->row, heat), larger_root(s * open->sum, stress));
    }
    return sigma_larger(-2.0 * open->row, within);
}

static burden burden_of(sigma_loads *loads, const sigma_portfolio *portfolio,
                        const sigma_correlation *correlation, double sign)
{
    burden open = {0.0, 0.0, 0.0, 0.0};
    for (int32_t i = 0; i < portfolio->count; i++) {
        double risk = portfolio->position[i].risk;
        open.sum += risk;
        open.squares += risk * risk;
    }
    sigma_loads_risks(loads, portfolio, correlation);
    open.square = sigma_loads_square(loads, correlation);
    open.row = sign * sigma_loads_row(loads, correlation);
    return open;
}

/* Means of the signed correlations: over the pairs of what is open, over those with the candidate
 * too, and over the candidate's own. */
typedef struct means {
    double open, all, own;
} means;

static double bounded(double mean)
{
    return sigma_larger(sigma_smaller(mean, 1.0), -1.0);
}

static means means_of(sigma_loads *loads, const sigma_portfolio *portfolio,
                      const sigma_correlation *correlation, double sign)
{
    means mean = {0.0, 0.0, 0.0};
    double n = portfolio->count;
    if (n == 0.0) {
        return mean;
    }
    sigma_loads_signs(loads, portfolio, correlation);
    double pairs = sigma_loads_square(loads, correlation) - n;
    double row = sign * sigma_loads_row(loads, correlation);
    mean.open = n > 1.0 ? bounded(pairs / (n * (n - 1.0))) : 0.0;
    mean.all = bounded((pairs + 2.0 * row) / (n * (n + 1.0)));
    mean.own = bounded(row / n);
    return mean;
}

void sigma_portfolio_heats(sigma_loads *loads, const sigma_portfolio *portfolio,
                           const sigma_correlation *correlation,
                           const sigma_portfolio_params *params,
                           const sigma_portfolio_sample *sample, sigma_portfolio_verdict *verdict)
{
    double x = sample->risk, s = params->stress, sign = sigma_sign(sample->side);
    burden open = burden_of(loads, portfolio, correlation, sign);
    means mean = means_of(loads, portfolio, correlation, sign);

    verdict->before = root(open.square);
    verdict->heat = root(open.square + 2.0 * x * open.row + x * x);
    verdict->sum = open.sum + x;
    verdict->published_before = open.sum * (1.0 + mean.open);
    verdict->published = verdict->sum * (1.0 + mean.all);
    verdict->stress = root(stress_square(s, open.squares + x * x, verdict->sum));
    verdict->rho = mean.own;
    if (verdict->heat > 0.0) {
        double bets = verdict->sum / verdict->heat;
        verdict->contribution = x * (open.row + x) / verdict->heat;
        verdict->bets = sigma_smaller(bets * bets, RATIO_MAX);
    }
    verdict->room = soft_room(&open, s, params->soft * sample->equity);
}

double sigma_portfolio_hard_room(const sigma_portfolio *portfolio,
                                 const sigma_portfolio_params *params,
                                 const sigma_portfolio_sample *sample)
{
    double sum = 0.0;
    for (int32_t i = 0; i < portfolio->count; i++) {
        sum += portfolio->position[i].risk;
    }
    return sigma_larger(params->hard * sample->equity - sum, 0.0);
}
