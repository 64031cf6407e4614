#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints seal.inc: seals of one EMA over 3 that has seen 1.5, by ABI 1 and by ABI 2.

The layout is that of sigma/seal.h and sigma/average.h, the CRC zlib's.
Run it as: python3 seal.py > seal.inc (needs clang-format)
"""
import struct
import subprocess
import zlib

KIND = 8  # SIGMA_KIND_EMA
ema = struct.pack("<dd4siii", 1.5, 0.0, b"EMA1", 3, 1, 0)
rows = []
for abi in (1, 2):
    head, zero = struct.pack("<4siii", b"SGMA", abi, KIND, len(ema)), bytes(4)
    seal = head + struct.pack("<I", zlib.crc32(head + zero + ema)) + zero + ema
    rows.append(f"{{{abi}, {{{', '.join(f'0x{byte:02x}' for byte in seal)}}}}},\n")
print(subprocess.run(["clang-format", "--style={ColumnLimit: 100}"], input="".join(rows),
                     capture_output=True, text=True, check=True).stdout, end="")
