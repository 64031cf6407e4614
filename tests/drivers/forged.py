# SPDX-License-Identifier: MIT
"""Lines of a log as a forger would leave them."""
import zlib


def sealed(line: str) -> str:
    """The line with the CRC of what it holds now, as somebody would forge it."""
    body = line[:line.rindex(',"crc"')]
    return f'{body},"crc":"{zlib.crc32(body.encode()):08x}"}}'


def replaced(line: str, old: str, new: str) -> str:
    """The line with a part changed, and a CRC that fits."""
    assert line.count(old) >= 1, old
    return sealed(line.replace(old, new, 1))
