# SPDX-License-Identifier: MIT
"""Audit logs read back, with every line recomputed."""
from __future__ import annotations

from ctypes import byref
from typing import Any, Callable, Iterable, Iterator, Union

from ._calls import refusal
from ._errors import DifferentError, Error, FormatError
from ._library import shown, text_argument
from .raw import audit as _audit
from .raw.audit import (Audit, AuditDifference, AuditExit, AuditFailure, AuditHeader, AuditRecord,
                        AuditTrade, AuditTransition, AuditViolation)
from .raw.words import Vocabulary, word_explain

AuditLine = Union[AuditHeader, AuditRecord, AuditTrade, AuditExit, AuditTransition, AuditViolation,
                  AuditFailure]
_READERS: dict[int, Callable[[bytes], Any]] = {
    AuditRecord.KIND: _audit.read, AuditTrade.KIND: _audit.trade_read,
    AuditExit.KIND: _audit.exit_read, AuditTransition.KIND: _audit.transition_read,
    AuditViolation.KIND: _audit.violation_read, AuditFailure.KIND: _audit.failure_read}


def _difference(number: int, found: AuditDifference) -> DifferentError:
    why = word_explain(Vocabulary.CAUSE, found.cause)
    field = found.field.decode()
    place = f" Byte {found.position + 1}." if found.position >= 0 else ""
    return DifferentError(f"line {number}: {why}{f' Field {field}.' if field else ''}{place}",
                          "sigma_audit_verify", field)


def _lines(log: Iterable[str | bytes]) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(log, 1):
        yield number, text_argument(f"line {number}", line).rstrip(b"\r\n")


def _at_line(number: int, error: Error) -> Error:
    error.args = (f"line {number}: {error}",)
    return error


def _opened(text: bytes) -> tuple[Audit, AuditHeader]:
    try:
        return _audit.open(text)
    except Error as error:
        raise _at_line(1, error)


def verify(log: Iterable[str | bytes]) -> list[AuditLine]:
    """Recomputes every line of an audit log, and returns what each holds: first the header with the
    policy, then decisions and all else, as sigma.AuditRecord and its like.

    log: The lines from the header on, such as a list that a Bot's log was appended to, or an open
        file. What differs from its recomputation by a single byte raises sigma.DifferentError with
        the line's number and the field, a file that does not begin with a header sigma.FormatError,
        and a header of another decision version sigma.VersionError. What a check proves stands in
        docs/audit.md.

    >>> import sigma
    >>> lines = []
    >>> bot = sigma.Bot("EURUSD", interval=3600 * 10**9, balance=10000.0, log=lines.append)
    >>> answer = bot.decide("long", entry=1.1)
    >>> header, record = sigma.verify(lines)
    >>> record.decision == answer, header.policy == bot.policy
    (True, True)
    >>> sigma.verify([lines[0], lines[1].replace('"side":"long"', '"side":"short"')])
    Traceback (most recent call last):
    ...
    sigma.DifferentError: line 2: The recomputed line differs in its bytes. Byte 473.
    """
    if isinstance(log, (str, bytes)) or not isinstance(log, Iterable):
        raise TypeError(f"log is {shown(log)}, expected its lines: an open file, or a list")
    found: list[AuditLine] = []
    state, policy = Audit(), AuditHeader().policy
    for number, text in _lines(log):
        if not found:
            state, header = _opened(text)
            policy = header.policy
            found.append(header)
            continue
        record, difference = AuditRecord(), AuditDifference()
        status = _audit._sigma_audit_verify(byref(state), byref(policy), text, len(text),
                                            byref(record), byref(difference))
        if status == DifferentError.status:
            raise _difference(number, difference)
        if status < 0:
            raise _at_line(number, refusal(_audit._sigma_audit_verify, status))
        kind = _audit.kind(text)
        found.append(record if kind == AuditRecord.KIND else _READERS[kind](text))
    if not found:
        raise FormatError("the log is empty", "sigma_audit_open", "log")
    return found
