#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints kelly.inc: fractions by sigma/kelly.h, worked with mpmath to 60 digits.

The first samples and odds are the collected cases of s1_kelly.json and s2_drawdown.json, whose
folder is the argument; the numbers there are compared with the ones worked here. The other samples are
random: some of round numbers, some of any doubles, some whose wins and losses nearly cancel.

Run it as: python3 kelly.py FOLDER > kelly.inc
"""
import json
import random
import sys
from pathlib import Path

from mpmath import log, mp, mpf, sqrt, erfinv

mp.dps = 60
folder = Path(sys.argv[1])
cases = json.loads((folder / "s1_kelly.json").read_text(encoding="utf-8"))
drawdown = json.loads((folder / "s2_drawdown.json").read_text(encoding="utf-8"))


def root(f, lo: mpf, hi: mpf) -> mpf:
    """Where f changes its sign, between lo, where it is positive, and hi."""
    for _ in range(220):
        mid = (lo + hi) / 2
        lo, hi = (mid, hi) if f(mid) > 0 else (lo, mid)
    return lo


def kelly(x: list, w: list) -> mpf:
    if sum(a * b for a, b in zip(w, x)) <= 0:
        return mpf(0)
    return root(lambda f: sum(a * b / (1 + f * b) for a, b in zip(w, x)), mpf(0), -1 / min(x))


def limited(x: list, w: list, alpha: float, beta: float) -> mpf:
    most, power = kelly(x, w), log(mpf(beta)) / log(mpf(alpha))
    if most == 0:
        return most

    def over(f: mpf) -> mpf:
        return sum(a * ((1 + f * b) ** -power - 1) for a, b in zip(w, x))

    return most if over(most) <= 0 else root(lambda f: -over(f), most * mpf(10) ** -30, most)


def moments(r: list, w: list) -> tuple:
    n = sum(w)
    mean = sum(a * b for a, b in zip(w, r)) / n
    spread = sum(a * (b - mean) ** 2 for a, b in zip(w, r))
    return n, mean, sqrt(spread / (n - 1)) if n > 1 else mpf(0)


def fractions(r: list, w: list, prior: float, chance: float, alpha: float, beta: float) -> list:
    """By SIGMA_METHOD_..., from EMPIRICAL on."""
    n, mean, deviation = moments(r, w)
    shift = max(mean, 0) * prior / (n + prior)
    z = -sqrt(mpf(2)) * erfinv(2 * mpf(chance) - 1)
    bound = z * deviation / sqrt(n)
    shrunk = [x - shift for x in r]
    lower = kelly([x - bound for x in r], w) if mean > bound else mpf(0)
    return [kelly(r, w), kelly(shrunk, w), lower, limited(r, w, alpha, beta),
            limited(shrunk, w, alpha, beta)]


def near(a: mpf, b: float, share: float) -> None:
    assert abs(a - mpf(b)) <= share * max(abs(b), 1e-6), (a, b)


def show(values: list) -> str:
    return ", ".join("0.0" if v == 0 else repr(float(v)) for v in values)


count = 0


def sample(r: list, w: list, prior: float, chance: float, alpha: float, beta: float) -> list:
    global count
    exact_r, exact_w = [mpf(x) for x in r], [mpf(x) for x in w]
    found = fractions(exact_r, exact_w, prior, chance, alpha, beta)
    samples.append((len(r), prior, chance, alpha, beta, found, count, exact_r, exact_w))
    numbers.extend(r)
    weights.extend(w)
    count += len(r)
    return found


samples, numbers, weights = [], [], []
named = {case["name"]: case["R"] for case in cases["empirical_kelly"]}
for case in cases["bayes_shrink_shift"]:
    r = named[case["name"]]
    found = sample(r, [1.0] * len(r), case["m0"], 0.25, 0.8, 0.1)
    near(found[1], case["f"], 1e-12)
for case in cases["empirical_kelly"]:
    near(sample(case["R"], [1.0] * len(case["R"]), 50, 0.1, 0.8, 0.1)[0], case["f_star"], 1e-11)
for case in drawdown["rck_single"]:
    w = [100 * x for x in case["w"]] if case["w"] else [1.0] * len(case["R"])
    w = [round(x, 9) for x in w]
    found = sample(case["R"], w, 50, 0.1, case["alpha"], case["beta"])
    near(found[3], case["f_rck"], 1e-11)
    near(found[0], case["f_kelly"], 1e-11)

random.seed(4)
for i in range(60):
    size = random.randrange(2, 30)
    if i % 3 == 0:  # as trades are
        r = [-1.0 if random.random() < 0.45 else round(random.uniform(-1.5, 4), 2)
             for _ in range(size)]
    elif i % 3 == 1:  # any doubles
        r = [random.gauss(0.2, 1.1) * 2.0 ** random.randrange(-3, 4) for _ in range(size)]
    else:  # a mean of a millionth or less of the spread
        r = [random.gauss(0, 1) for _ in range(size)]
        r.append(-sum(r) + random.uniform(0, 1) * 10.0 ** -random.randrange(6, 11))
    w = [1.0] * len(r) if i % 2 else [float(random.randrange(0, 9)) / 4 for _ in r]
    mean = sum(a * mpf(b) for a, b in zip(w, r))
    losing = min([b for a, b in zip(w, r) if a], default=0) < 0
    if mean > 0 and losing:
        pairs = [(a, b) for a, b in zip(w, r) if a]
        sample([b for _, b in pairs], [a for a, _ in pairs], random.choice((10, 50, 200)),
               random.choice((0.1, 0.25, 0.01)), random.choice((0.7, 0.8, 0.9)),
               random.choice((0.05, 0.1, 0.3)))

print("/* SPDX-License-Identifier: MIT */")
print("/* Printed by kelly.py. */")
print("static const double r[] = {")
print(",\n".join(f"    {show(numbers[i:i + 6])}" for i in range(0, len(numbers), 6)))
print("};\n\nstatic const double weight[] = {")
print(",\n".join(f"    {show(weights[i:i + 12])}" for i in range(0, len(weights), 12)))
print("};\n")
print("/* first, count, m0, chance, alpha, beta; by method; mean, deviation */")
print("static const sample samples[] = {")
for size, prior, chance, alpha, beta, found, first, exact_r, exact_w in samples:
    n, mean, deviation = moments(exact_r, exact_w)
    print(f"    {{{first}, {size}, {show([prior, chance, alpha, beta])},\n     {{0.0, {show(found)}}},"
          f" {show([mean, deviation])}}},")
print("};\n\n/* p, b, f*, growth */\nstatic const odds known[] = {")
pairs = [(c["p"], c["b"], c["f_star"], c["g_star"]) for c in
         (cases["thorp_coin_053"], cases["thorp_coin_051"])]
pairs += [(c["p"], c["win"] / c["loss"], c["f_star"] * c["loss"], c["g"])
          for c in cases["two_outcome"]]
for case in cases["baker_mchale_back_of_envelope"]:
    pairs.append((case["p_hat"], case["b"], case["f_kelly"], None))
for case in cases["chu_wu_swartz"]:  # Kelly at the posterior mean of p
    p = (case["x"] + case["a"]) / (case["n"] + case["a"] + case["b"])
    pairs += [(case["x"] / case["n"], case["theta"] - 1, case["kelly"], None),
              (p, case["theta"] - 1, case["f0"], None)]
for p, b, f_star, growth in pairs:
    f = max(mpf(p) - (1 - mpf(p)) / mpf(b), mpf(0))
    g = mpf(p) * log(1 + mpf(b) * f) + (1 - mpf(p)) * log(1 - f)
    near(f, f_star, 1e-9)
    if growth is not None:
        near(g, growth, 1e-9)
    print(f"    {{{show([p, b, f, g])}}},")
print("};")
