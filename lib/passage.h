/* SPDX-License-Identifier: MIT */
/* First passage of a diffusion between two barriers, (4) and (5) of sigma/forecast.h, in units of
 * their distance and of the diffusion's spread over the time. */
#ifndef SIGMA_LIB_PASSAGE_H
#define SIGMA_LIB_PASSAGE_H

typedef struct sigma_passage {
    double upper, lower; /* distances to both, as shares of their sum */
    double pull;         /* m = mu L / s^2 */
    double spread;       /* q = s^2 T / L^2 > 0 */
    double up, down;     /* chances without a limit of time */
} sigma_passage;

/* Chances of the upper barrier, of the lower, and of neither by then, each in 0 <= x <= 1. */
typedef struct sigma_passage_chances {
    double up, down, neither;
} sigma_passage_chances;

/* The chance of a single barrier at distance a, of drift m >= 0 toward it, both over the spread
 * until then: exp(rest) (Phi(m - a) + exp(2 a m) Phi(-m - a)), rest <= 0; with rest = -2 a m of a
 * drift from it. */
double sigma_passage_image(double a, double m, double rest);

/* exp(x^2 / 2) Phi(-x) for x >= 0. */
double sigma_passage_mills(double x);

/* sin(pi x) for 0 <= x <= 1. */
double sigma_half_wave(double x);

sigma_passage_chances sigma_passage_by(const sigma_passage *passage);

#endif
