#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints powers.inc: 10^e 2^s, cut to 128 bits of which the highest is set, in whole numbers.

Run it as: python3 powers.py > powers.inc
"""
for exponent in range(-342, 325):
    if exponent >= 0:
        power = 10**exponent << 128
    else:
        power = (1 << 128 + 4 * -exponent) // 10**-exponent
    power >>= power.bit_length() - 128
    print(f"{{{exponent}, 0x{power >> 64:016x}, 0x{power & (1 << 64) - 1:016x}}},")
