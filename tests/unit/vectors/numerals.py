#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints numerals.inc: doubles, as bits, and the text that JavaScript's Number::toString gives them.

The shortest digits come from Python's repr(), which is David Gay's; they are laid out by ECMA-262
6.1.6.1.20, written from the standard. Run it as: python3 numerals.py > numerals.inc
"""
import random
import struct


def javascript(x: float) -> str:
    mantissa, _, exponent = f"{x!r}".partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    n = len(whole) + int(exponent or 0) if whole.strip("0") else (
        int(exponent or 0) - (len(fraction) - len(fraction.lstrip("0"))))
    digits = digits.rstrip("0")
    k = len(digits)
    if k <= n <= 21:
        return digits + "0" * (n - k)
    if 0 < n <= 21:
        return digits[:n] + "." + digits[n:]
    if -6 < n <= 0:
        return "0." + "0" * -n + digits
    tail = digits[0] + ("." + digits[1:] if k > 1 else "")
    return f"{tail}e{'+' if n > 0 else '-'}{abs(n - 1)}"


CHOSEN = [  # ends of ranges, powers of two, the numbers of RFC 8785, prices and lots
    5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 2.225073858507201e-308, 1e-6, 1e-7,
    9.999999999999999e-7, 1e20, 1e21, 1e22, 1e23, 9.999999999999999e22, 999999999999999900000.0,
    333333333.33333329, 295147905179352830000.0, 9007199254740992.0, 9007199254740994.0, 0.1, 0.3,
    4.35, 0.000001, 123456.789, 1.1, 1.097, 0.29, 5e-7, 2.0**-1074 * 3, 0.5, 100.0, 1e15, 1e-15,
    1424953923781206.2, 9.5367431640625e-07, 1e300, 1e-300, 8.41e21, 2.0**89, 5e-320, 1 / 3, 2 / 3]

random.seed(8785)
numbers = CHOSEN + [2.0**e for e in range(-1074, 1024, 37)]
while len(numbers) < 400:
    x = abs(struct.unpack("<d", struct.pack("<Q", random.getrandbits(63)))[0])
    if x < float("inf"):
        numbers.append(x)
numbers += [round(random.uniform(0, 10**random.randint(0, 6)), random.randint(0, 8)) or 1.0
            for _ in range(200)]
for x in numbers:
    bits = struct.unpack("<Q", struct.pack("<d", x))[0]
    print(f'{{0x{bits:016x}, "{javascript(x)}"}},')
