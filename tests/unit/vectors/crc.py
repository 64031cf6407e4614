#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints crc.inc: the CRC-32 that zlib gives to bytes that a short rule makes.

Byte i of a text of length n is (i * 167 + n) mod 256. Run it as: python3 crc.py > crc.inc
"""
import zlib

for n in [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 63, 64, 100, 255, 256, 257, 1000, 4096]:
    print(f"{{{n}, 0x{zlib.crc32(bytes((i * 167 + n) % 256 for i in range(n))):08x}}},")
