#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints halfway.inc: decimals of up to 64 characters on and beside the middle of two doubles.

First the ties that fit 64 bits, digits x 10^e with e from -4 to 23, which are all that there are.

The middle is a fraction; where its decimal is too long, the two neighbours of 19 to 60 digits stand
on either side of it. The nearest double, ties to even, is found with fractions alone. Run it as:
python3 halfway.py > halfway.inc
"""
import random
import struct
from fractions import Fraction


def bits_of(x: float) -> int:
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def from_bits(bits: int) -> float:
    return struct.unpack("<d", struct.pack("<Q", bits))[0]


def scientific(value: Fraction, digits: int, up: int) -> str:
    """The decimal with so many digits at or below value, or the next one above it."""
    exponent = 0
    while value >= 10**(exponent + 1):
        exponent += 1
    while value < Fraction(10)**exponent:
        exponent -= 1
    scale = Fraction(10)**(digits - 1 - exponent)
    whole = value * scale // 1 + up
    text = str(whole)
    return f"{text[0]}.{text[1:]}e{exponent + len(text) - digits}"


def nearest(text: str, below: int) -> int:
    """below and below + 1 are the bits of the doubles around it."""
    middle = (Fraction(from_bits(below)) + Fraction(from_bits(below + 1))) / 2
    value = Fraction(text)
    if value == middle:
        return below + (below & 1)
    return below + (value > middle)


def show(text: str, below: int) -> None:
    between = from_bits(below) <= Fraction(text) <= from_bits(below + 1)
    if between and len(text) <= 64:
        print(f'{{"{text}", 0x{nearest(text, below):016x}}},')


for e in range(-4, 24):
    five = 5**abs(e)
    odd = (2**53 // five | 1) if e >= 0 else 2**53 + 1
    odd += 2 * (odd * (five if e >= 0 else 1) <= 2**53)
    for t in (odd, odd + 2):
        middle = t * five if e >= 0 else t  # 54 bits, times 2^e
        if middle < 2**54:
            digits = t if e >= 0 else t * five
            below = bits_of(float((middle - 1) * Fraction(2)**e))
            for text in (f"{digits}e{e}", f"{digits - 1}e{e}", f"{digits + 1}e{e}"):
                show(text, below)
random.seed(2023)
seen = [0x3ff0000000000000, 0x3fefffffffffffff, 0x0000000000000000, 0x0000000000000001,
        0x000fffffffffffff, 0x0010000000000000, 0x4340000000000000, 0x4340000000000001,
        0x7feffffffffffffe, 0x3fb999999999999a, 0x44b52d02c7e14af6, 0x43e158e460913d00]
seen += [random.getrandbits(63) % 0x7fe0000000000000 for _ in range(24)]
seen += [bits_of(random.uniform(0, 1e6)) for _ in range(12)]
for below in seen:
    middle = (Fraction(from_bits(below)) + Fraction(from_bits(below + 1))) / 2
    texts = {scientific(middle, digits, up) for digits in (17, 19, 20, 21, 40, 58) for up in (0, 1)}
    if middle.denominator == 1 and middle < 10**60:
        texts |= {str(middle), str(middle + 1), str(middle - 1), f"{middle}.0", f"{middle}.5"}
    for text in sorted(texts):
        show(text, below)
