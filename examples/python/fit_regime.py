#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Fits the regime filter of sigma/regime.h to the bars of one market, and prints its settings.

The four states (up, down, range, volatile) are fitted by expectation and maximisation, from the
library's defaults on: the forward-backward pass weighs every bar by the filter's own tempered
likelihood (2), and means, deviations and dwell of each state follow from the weighted bars. Up and
down are mirror images, and range and volatile have no direction, so that a fit to a bull market
does not call every other market a bear's. The weights, the shares of the averages and the threshold
stay as they are. It is meant to be run now and then, offline: a filter that learns while it trades
may exchange its states.

The output is a block of params, YAML or the initialiser of C. Fit on one part of the data and look
at another before you use it.

Usage: fit_regime.py [--years] [--iterations N] [--format yaml|c] FILE.csv
FILE.csv has the columns timestamp, open, high, low, close. Needs nothing but Python.
"""
import argparse
import csv
import math
import sys
from typing import List, NamedTuple, Optional, Tuple

STATES = ("up", "down", "range", "volatile")
FIELDS = ("return_mean", "return_deviation", "range_mean", "range_deviation", "trend_mean",
          "trend_deviation", "level_mean", "level_deviation", "dwell")
SHARED = ("bar_weight", "window_weight", "slow", "calm", "fast", "threshold", "warmup")
DEFAULT_STATES = ((0.241, 1.214, 0.178, 0.542, 0.812, 0.995, -0.205, 0.239, 120.0),
                  (-0.241, 1.214, 0.178, 0.542, -0.812, 0.995, -0.205, 0.239, 120.0),
                  (0.0, 0.803, -0.233, 0.538, 0.0, 0.786, -0.554, 0.269, 150.0),
                  (0.0, 2.899, 1.038, 0.545, 0.0, 1.010, 0.560, 0.279, 60.0))
WINDOW, FREEDOM = 20, 5.0
LEAST_DEVIATION, LONGEST_DWELL = 0.01, 100000.0


class Params(NamedTuple):
    states: Tuple[Tuple[float, ...], ...] = DEFAULT_STATES
    bar_weight: float = 0.4
    window_weight: float = 0.1
    slow: float = 0.9995
    calm: float = 0.0
    fast: float = 0.9
    threshold: float = 0.6
    warmup: int = 100


class Bar(NamedTuple):
    open: float
    high: float
    low: float
    close: float


# Change, log range, trend and level of a bar (1); None where the filter leaves it out.
Seen = Tuple[Optional[float], Optional[float], Optional[float], Optional[float]]


def observe(params: Params, bars: List[Bar]) -> List[Seen]:
    seen: List[Seen] = []
    slow = calm = fast = 0.0
    changes: List[float] = []
    for number, bar in enumerate(bars):
        high, low, close = (math.log(x / bar.open) for x in bar[1:])
        variance = high * (high - close) + low * (low - close)
        usual = min(slow, calm) if params.calm > 0 else slow
        if number >= 20 and usual > 1e-30:
            variance = min(variance, 1000 * usual)
        gain = 1.0 / (number + 1)
        slow += max(gain, 1 - params.slow) * (variance - slow)
        calm += max(gain, 1 - params.calm) * (variance - calm)
        fast += max(gain, 1 - params.fast) * (variance - fast)
        changes.append(math.log(bar.close / bars[number - 1].close) if number else 0.0)
        usual = min(slow, calm) if params.calm > 0 else slow
        window = changes[-WINDOW:]
        squares = sum(r * r for r in window)
        trend = sum(window) / math.sqrt(squares) if squares > 0 else None
        level = 0.5 * math.log(fast / usual) if min(usual, fast) > 1e-30 else None
        moved = (bar.high - bar.low) / bar.close
        if usual > 1e-30 and moved > 0:
            deviation = math.sqrt(usual)
            seen.append((changes[-1] / deviation, math.log(moved / deviation), trend, level))
        else:
            seen.append((None, None, trend, level))
    return seen


# ---- the filter

def normal(x: float, mean: float, deviation: float) -> float:
    return -0.5 * ((x - mean) / deviation) ** 2 - math.log(deviation)


def student(x: float, mean: float, deviation: float) -> float:
    z = (x - mean) / deviation
    return -0.5 * (FREEDOM + 1) * math.log1p(z * z / (FREEDOM - 2)) - math.log(deviation)


def likelihoods(params: Params, seen: Seen) -> List[float]:
    """Logarithms (2) of one bar, of each state."""
    result = []
    for state in params.states:
        bar = window = 0.0
        if seen[0] is not None and seen[1] is not None:
            bar = student(seen[0], *state[0:2]) + normal(seen[1], *state[2:4])
        if seen[2] is not None:
            window += normal(seen[2], *state[4:6])
        if seen[3] is not None:
            window += normal(seen[3], *state[6:8])
        result.append(params.bar_weight * bar + params.window_weight * window)
    return result


def transitions(params: Params) -> List[List[float]]:
    rows = []
    for k, state in enumerate(params.states):
        leaves = 1.0 / state[8]
        rows.append([1 - leaves if k == to else leaves / 3 for to in range(4)])
    return rows


def forward(params: Params, seen: List[Seen]) -> Tuple[List[List[float]], float]:
    """Probabilities of the states at each bar (3), of the past alone; and the log likelihood."""
    rows, before, total, matrix = [], [0.25] * 4, 0.0, transitions(params)
    for one in seen:
        logs = likelihoods(params, one)
        most = max(logs)
        now = [sum(before[j] * matrix[j][k] for j in range(4)) * math.exp(logs[k] - most)
               for k in range(4)]
        size = sum(now)
        before = [x / size for x in now]
        rows.append(before)
        total += math.log(size) + most
    return rows, total


def smooth(params: Params, seen: List[Seen]) -> Tuple[List[List[float]], List[List[float]], float]:
    """Probabilities at each bar given all bars, the changes that are expected between the states,
    and the log likelihood."""
    ahead, total = forward(params, seen)
    matrix = transitions(params)
    weights, changes, after = [ahead[-1]], [[0.0] * 4 for _ in range(4)], [1.0] * 4
    for i in range(len(seen) - 1, 0, -1):
        logs = likelihoods(params, seen[i])
        most = max(logs)
        later = [math.exp(logs[k] - most) * after[k] for k in range(4)]
        joint = [[ahead[i - 1][j] * matrix[j][k] * later[k] for k in range(4)] for j in range(4)]
        size = sum(map(sum, joint))
        for j in range(4):
            for k in range(4):
                changes[j][k] += joint[j][k] / size
        weights.append([sum(row) / size for row in joint])
        after = [sum(matrix[j][k] * later[k] for k in range(4)) for j in range(4)]
        largest = max(after)
        after = [x / largest for x in after]
    weights.reverse()
    return weights, changes, total


# ---- the fit

def moments(pairs: List[Tuple[float, float]]) -> Tuple[float, float]:
    """Mean and deviation of weighted values."""
    weight = sum(w for w, _ in pairs) or 1.0
    mean = sum(w * x for w, x in pairs) / weight
    return mean, math.sqrt(sum(w * (x - mean) ** 2 for w, x in pairs) / weight)


def student_moments(pairs: List[Tuple[float, float]], mean: float, deviation: float,
                    directed: bool) -> Tuple[float, float]:
    """One step toward the likeliest mean and deviation of Student's distribution."""
    share = FREEDOM - 2
    weighed = [(w * (FREEDOM + 1) / (share + ((x - mean) / deviation) ** 2), x) for w, x in pairs]
    centre = sum(w * x for w, x in weighed) / (sum(w for w, _ in weighed) or 1.0)
    centre = centre if directed else 0.0
    weight = sum(w for w, _ in pairs) or 1.0
    square = sum(w * (x - centre) ** 2 for w, x in weighed) / weight
    return centre, math.sqrt(square)


def centred(pairs: List[Tuple[float, float]]) -> Tuple[float, float]:
    """Deviation about 0."""
    weight = sum(w for w, _ in pairs) or 1.0
    return 0.0, math.sqrt(sum(w * x * x for w, x in pairs) / weight)


def column(seen: List[Seen], weights: List[List[float]], state: int, which: int,
           mirrored: bool) -> List[Tuple[float, float]]:
    """Weighted values of one state; of up together with the mirror image of down."""
    pairs = [(w[state], s[which]) for w, s in zip(weights, seen) if s[which] is not None]
    if state == 0:
        sign = -1.0 if mirrored else 1.0
        pairs += [(w[1], sign * s[which]) for w, s in zip(weights, seen) if s[which] is not None]
    return pairs


def maximise(params: Params, seen: List[Seen], weights: List[List[float]],
             changes: List[List[float]]) -> Params:
    fitted = []
    for k in (0, 2, 3):
        old, directed = params.states[k], k == 0
        change = student_moments(column(seen, weights, k, 0, True), old[0], old[1], directed)
        extent = moments(column(seen, weights, k, 1, False))
        along = column(seen, weights, k, 2, True)
        trend = moments(along) if directed else centred(along)
        level = moments(column(seen, weights, k, 3, False))
        rows = (0, 1) if k == 0 else (k,)
        stays = sum(changes[row][row] for row in rows)
        leaves = sum(sum(changes[row]) for row in rows) - stays
        dwell = min(max((stays + leaves) / max(leaves, 1e-9), 1.0), LONGEST_DWELL)
        numbers = [x for mean, size in (change, extent, trend, level)
                   for x in (mean, max(size, LEAST_DEVIATION))]
        fitted.append((*numbers, dwell))
    down = list(fitted[0])
    down[0], down[4] = -down[0], -down[4]
    return params._replace(states=(fitted[0], tuple(down), fitted[1], fitted[2]))


def fit(params: Params, bars: List[Bar], iterations: int,
        tell=lambda number, total: None) -> Tuple[Params, List[float]]:
    """The fitted params, and the log likelihood before each step and after the last."""
    seen = observe(params, bars)[params.warmup:]
    totals = []
    for number in range(iterations):
        weights, changes, total = smooth(params, seen)
        totals.append(total)
        tell(number, total)
        params = maximise(params, seen, weights, changes)
    totals.append(forward(params, seen)[1])
    return params, totals


# ---- files

def read_bars(path: str) -> List[Bar]:
    bars = []
    with open(path, encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            try:
                bar = Bar(*(float(row[name]) for name in Bar._fields))
            except (KeyError, TypeError, ValueError):
                sys.exit(f"{path}:{number}: expected numbers in the columns open, high, low, close")
            if not 0 < bar.low <= min(bar.open, bar.close) <= max(bar.open, bar.close) <= bar.high:
                sys.exit(f"{path}:{number}: expected low <= open, close <= high, all above 0")
            bars.append(bar)
    return bars


def written(x: float) -> str:
    return f"{x:.6g}"


def yaml_block(params: Params) -> str:
    lines = ["regime:", "  states:"]
    for name, state in zip(STATES, params.states):
        lines.append(f"    # {name}")
        lines += [f"    {'-' if i == 0 else ' '} {field}: {written(x)}"
                  for i, (field, x) in enumerate(zip(FIELDS, state))]
    lines += [f"  {name}: {written(getattr(params, name))}" for name in SHARED]
    return "\n".join(lines)


def c_block(params: Params) -> str:
    lines = ["sigma_regime_params params = {", "    .states = {"]
    for name, state in zip(STATES, params.states):
        numbers = ", ".join(f".{field} = {written(x)}" for field, x in zip(FIELDS, state))
        lines.append(f"        /* {name} */ {{{numbers}}},")
    lines.append("    },")
    lines += [f"    .{name} = {written(getattr(params, name))}," for name in SHARED]
    return "\n".join([*lines, "};"])


def main() -> None:
    flags = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    flags.add_argument("--years", action="store_true",
                       help="start from the defaults for calm that lasts years of daily bars")
    flags.add_argument("--iterations", type=int, default=20, help="steps; default 20")
    flags.add_argument("--format", choices=("yaml", "c"), default="yaml")
    flags.add_argument("file", help="bars, as CSV")
    given = flags.parse_args()
    params, bars = Params(calm=0.99 if given.years else 0.0), read_bars(given.file)
    if len(bars) < 10 * params.warmup:
        sys.exit(f"{given.file}: expected at least {10 * params.warmup} bars, found {len(bars)}")
    params, totals = fit(params, bars, given.iterations, lambda number, total: print(
        f"step {number}: log likelihood {total:.3f}", file=sys.stderr))
    print(f"after {given.iterations} steps: log likelihood {totals[-1]:.3f}", file=sys.stderr)
    print({"yaml": yaml_block, "c": c_block}[given.format](params))


if __name__ == "__main__":
    main()
