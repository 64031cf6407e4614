#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints the constants of lib/elementary_*.c: every table and every polynomial, from mpmath alone.

The polynomials interpolate at the nodes of Chebyshev, in 300 bits, and are rounded at the end; each
is one bit worse at most than the best of its degree. Needs mpmath.
Run it as: python3 elementary.py exp > elementary_exp_table.c (needs clang-format)
The same for log, tanh, cdf and quantile. python3 elementary.py constants prints the lines that stand in
the other files, and python3 elementary.py check SOURCE_ROOT compares everything.
"""
import subprocess
import sys
from pathlib import Path

from mpmath import cos, erf, erfc, erfinv, exp, hyp1f1, hyp2f1, log, lu_solve, matrix, mp, mpf, pi
from mpmath import sqrt, tanh

mp.prec = 300

EXP_STEPS = 128
LOG_FIRST = 0x3fe6b << 44  # the bits of 0.707..., where the cells of the logarithm begin
LOG_CELLS = 128
CUT = mpf(2)**42  # parts that are added exactly end at 2^-42
INVERSE = 2**12   # and the short inverses at 2^-12


# ---- numbers


def near(x) -> mpf:
    """The nearest double, of which none here is subnormal."""
    with mp.workprec(53):
        return +x


def pair(x) -> list:
    return [near(x), near(x - near(x))]


def cut(x) -> list:
    """x as a multiple of 2^-42 and the rest."""
    high = mp.nint(x * CUT) / CUT
    return [high, near(x - high)]


def written(x) -> str:
    """The shortest hexadecimal form; x is a double."""
    text = float(x).hex()
    mantissa, power = text.split("p")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return f"{mantissa}p{power}"


def from_bits(bits: int) -> mpf:
    return mpf(bits % 2**52 + 2**52) * mpf(2)**((bits >> 52) - 1075)


# ---- polynomials


def fitted(f, low, high, count: int, middle=0) -> list:
    """Coefficients of powers of x - middle that interpolate f in low <= x <= high."""
    centre, half = (mpf(low) + high) / 2, (mpf(high) - low) / 2
    nodes = [centre + half * cos(pi * (2 * i + 1) / (2 * count)) for i in range(count)]
    powers = matrix(count, count)
    for i, x in enumerate(nodes):
        for k in range(count):
            powers[i, k] = (x - middle)**k
    return list(lu_solve(powers, matrix([f(x) for x in nodes])))


def terms(f, low, high, count: int) -> list:
    """The same, in doubles."""
    return [near(c) for c in fitted(f, low, high, count)]


def cell(f, low, high, count: int) -> list:
    """f in the middle as a pair, and count - 1 powers of the distance from it."""
    middle = (mpf(low) + high) / 2
    constant, *others = fitted(f, low, high, count, middle)
    return pair(constant) + [near(c) for c in others]


def cells(f, first, end, count: int) -> list:
    """Eight cells to the octave."""
    rows, low = [], mpf(first)
    while low < end:
        high = low + mpf(2)**(mp.floor(log(low, 2)) - 3)
        rows.append(cell(f, low, high, count))
        low = high
    return rows


# ---- functions


def exp_rest(r):
    """(exp(r) - 1 - r) / r^2"""
    return hyp1f1(1, 3, r) / 2


def expm1_rest(x):
    """(exp(x) - 1 - x - x^2 / 2) / x^3"""
    return hyp1f1(1, 4, x) / 6


def log_rest(r):
    """(log(1 + r) - r + r^2 / 2) / r^3"""
    return hyp2f1(1, 3, 4, -r) / 3


def tanh_rest(square):
    """(tanh(x) - x) / x^3"""
    x = sqrt(square)
    return (tanh(x) - x) / x**3


def mills(a):
    """cdf(-a) exp(a^2 / 2)"""
    return erfc(a / sqrt(2)) / 2 * exp(a**2 / 2)


def cdf_rest(square):
    """(cdf(x) - 1/2 - x / sqrt(2 pi)) / x^3"""
    x = sqrt(square)
    return (erf(x / sqrt(2)) / 2 - x / sqrt(2 * pi)) / x**3


def quantile_rest(square):
    """(quantile(1/2 + y) - y sqrt(2 pi)) / y^3"""
    y = sqrt(square)
    return (sqrt(2) * erfinv(2 * y) - y * sqrt(2 * pi)) / y**3


def quantile_shift(w):
    """w - x, where cdf(-x) = exp(-w^2 / 2), by the rule of Newton for the logarithms."""
    x = w - log(w * 2.5) / w if w > 2 else mpf(w) / 2
    for _ in range(60):
        share = mills(x)
        step = (log(share) + (w - x) * (w + x) / 2) * share * sqrt(2 * pi)
        x += step
        if abs(step) < mpf(2)**-250:
            return w - x
    raise ValueError(w)


# ---- the tables


def exp_table() -> list:
    return [pair(mpf(2)**(mpf(i) / EXP_STEPS)) for i in range(EXP_STEPS)]


def log_table() -> list:
    rows = []
    for i in range(LOG_CELLS):
        low, high = (from_bits(LOG_FIRST + ((i + k) << 45)) for k in (0, 1))
        inverse = mp.nint(2 / (low + high) * INVERSE) / INVERSE
        if low < 1 < high:
            inverse = mpf(1)
        rows.append([inverse] + cut(-log(inverse)))
    return rows


def tanh_table() -> list:
    """Cells, 32 to the octave, by their middle: tanh as a pair, and 1 - tanh^2."""
    middles = [mpf(2)**octave * (1 + mpf(2 * i + 1) / 64)
               for octave in range(-3, 5) for i in range(32)]
    return [[x] + pair(tanh(x)) + [near(1 - tanh(x)**2)] for x in [mpf(0)] + middles]


def constants() -> dict:
    step, ln2 = cut(mp.ln2 / EXP_STEPS), cut(mp.ln2)
    density, root = pair(1 / sqrt(2 * pi)), pair(sqrt(2 * pi))
    return {"SIGMA_STEPS": near(EXP_STEPS / mp.ln2), "SIGMA_STEP_HIGH": step[0],
            "SIGMA_STEP_LOW": step[1], "SIGMA_LN2_HIGH": ln2[0], "SIGMA_LN2_LOW": ln2[1],
            "DENSITY_HIGH": density[0],
            "DENSITY_LOW": density[1], "ROOT_HIGH": root[0], "ROOT_LOW": root[1]}


# ---- printing


def block(name: str, sizes: str, rows: list) -> str:
    if isinstance(rows[0], list):
        lines = ["{" + ", ".join(map(written, row)) + "}," for row in rows]
    else:
        lines = [", ".join(map(written, rows))]
    return f"const double sigma_{name}{sizes} = {{\n" + "\n".join(lines) + "\n};\n"


def exp_file() -> str:
    return "\n".join([
        block("exp_table", "[SIGMA_EXP_STEPS][2]", exp_table()),
        block("exp_terms", "[SIGMA_EXP_TERMS]",
              terms(exp_rest, -mp.ln2 / 256, mp.ln2 / 256, 4)),
        block("expm1_terms", "[SIGMA_EXPM1_TERMS]", terms(expm1_rest, -0.25, 0.25, 10))])


def log_file() -> str:
    widest = mpf(2)**-7.9
    return "\n".join([block("log_table", "[SIGMA_LOG_CELLS][3]", log_table()),
                      block("log_terms", "[SIGMA_LOG_TERMS]", terms(log_rest, -widest, widest, 5))])


def tanh_file() -> str:
    return "\n".join([block("tanh_table", "[SIGMA_TANH_CELLS][4]", tanh_table()),
                      block("tanh_terms", "[SIGMA_TANH_TERMS]", terms(tanh_rest, 0, 0.0625, 8))])


def cdf_file() -> str:
    return "\n".join([
        block("cdf_table", "[SIGMA_CDF_CELLS][SIGMA_CELL_TERMS]", cells(mills, 0.5, 40, 12)),
        block("cdf_terms", "[SIGMA_CDF_TERMS]", terms(cdf_rest, 0, 0.25, 8))])


def quantile_file() -> str:
    return "\n".join([
        block("quantile_table", "[SIGMA_QUANTILE_CELLS][SIGMA_CELL_TERMS]",
              cells(quantile_shift, 1.5, 40, 12)),
        block("quantile_terms", "[SIGMA_QUANTILE_TERMS]", terms(quantile_rest, 0, 0.1875**2, 13))])


FILES = {"exp": exp_file, "log": log_file, "tanh": tanh_file, "cdf": cdf_file, "quantile": quantile_file}
STYLE = "{BasedOnStyle: LLVM, IndentWidth: 4, ColumnLimit: 100}"


def table_file(name: str) -> str:
    text = ("/* SPDX-License-Identifier: MIT */\n"
            "/* Printed by tests/unit/vectors/elementary.py. */\n"
            '#include "elementary_parts.h"\n\n' + FILES[name]())
    return subprocess.run(["clang-format", f"--style={STYLE}"], input=text, text=True,
                          capture_output=True, check=True).stdout


def check(root: str) -> None:
    files = {path.stem: path.read_text("utf-8")
             for path in Path(root, "lib").glob("elementary_*.[ch]")}
    errors = [name for name in FILES if files[f"elementary_{name}_table"] != table_file(name)]
    text = "".join(files.values())
    errors += [name for name, x in constants().items()
               if f"static const double {name} = {written(x)};" not in text]
    for name in errors:
        print(f"{name} is not what this program prints")
    sys.exit(len(errors) > 0)


if __name__ == "__main__":
    if sys.argv[1] == "check":
        check(sys.argv[2])
    elif sys.argv[1] == "constants":
        for name, x in constants().items():
            print(f"static const double {name} = {written(x)};")
    else:
        print(table_file(sys.argv[1]), end="")
