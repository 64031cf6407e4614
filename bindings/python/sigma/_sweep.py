# SPDX-License-Identifier: MIT
"""Parameter sets x symbols, over any executor."""
from __future__ import annotations

import concurrent.futures
import hashlib
import itertools
import struct
import sys
from typing import Any, Callable, Iterable, Iterator, Mapping, NamedTuple, Optional

from ._library import shown
from ._structs import Struct


class Cell(NamedTuple):
    """What one set of parameters gave on one symbol."""
    params: Mapping[str, Any]
    symbol: Any
    result: Any
    digest: str  # of the result's bits


def grid(**values: Iterable[Any]) -> list[dict[str, Any]]:
    """Every combination of the values of each parameter.

    >>> import sigma
    >>> sigma.grid(fast=[5, 10], slow=[50])
    [{'fast': 5, 'slow': 50}, {'fast': 10, 'slow': 50}]
    """
    for name, given in values.items():
        if isinstance(given, str) or not isinstance(given, Iterable):
            raise TypeError(f"{name} is {shown(given)}, expected its values, such as a list")
    return [dict(zip(values, chosen)) for chosen in itertools.product(*values.values())]


def _pieces(value: Any) -> Iterator[bytes]:
    """The bits of a result, the same on every machine, each after its kind and length."""
    if isinstance(value, bool) or value is None:
        yield b"c" + repr(value).encode()
    elif isinstance(value, int):
        yield b"i" + str(int(value)).encode()
    elif isinstance(value, float):
        yield b"f" + struct.pack("<d", value)
    elif isinstance(value, (str, bytes)):
        text = value.encode() if isinstance(value, str) else value
        yield b"s" + str(len(text)).encode() + b":" + text
    elif isinstance(value, Struct):
        yield b"S" + type(value).__name__.encode() + b":" + bytes(value)
    elif isinstance(value, Mapping):
        yield b"d" + str(len(value)).encode() + b":"
        for key in sorted(value, key=repr):
            yield from _pieces(key)
            yield from _pieces(value[key])
    elif isinstance(value, (list, tuple)):
        yield b"l" + str(len(value)).encode() + b":"
        for item in value:
            yield from _pieces(item)
    elif hasattr(value, "tobytes"):
        yield b"a" + repr(getattr(value, "shape", len(value))).encode() + value.tobytes()
    elif hasattr(value, "to_numpy"):
        yield from _pieces(value.to_numpy())
    else:
        raise TypeError(f"a result holds {type(value).__name__}, which has no digest")


def digest(value: Any) -> str:
    """SHA-256 of the bits of numbers, text, structs, arrays, and lists and dicts of them."""
    found = hashlib.sha256()
    for piece in _pieces(value):
        found.update(piece)
    return found.hexdigest()


def _work(job: Callable[..., Any], params: Mapping[str, Any], symbol: Any,
          data: Any) -> tuple[Any, str]:
    result = job(data, **params)
    return result, digest(result)


def sweep(job: Callable[..., Any], params: Iterable[Mapping[str, Any]], symbols: Mapping[Any, Any],
          *, executor: Optional[Any] = None,
          progress: bool | Callable[[int, int], Any] = False) -> list[Cell]:
    """job(data, **set) for every set of parameters and every symbol, in that order whatever ends
    first.

    params: Sets, such as of grid(). symbols: The data of each, by name.
    executor: Anything with the submit() of concurrent.futures: threads, processes, a Client of
        dask.distributed's get_executor(); without one everything runs here.
    progress: True draws a bar, tqdm's where there is one; or a function of (done, all).

    >>> import sigma
    >>> def last(closes, period):
    ...     return float(sigma.ema(closes, period=period)[-1])
    >>> cells = sigma.sweep(last, sigma.grid(period=[1, 2]), {"A": [1.0, 2.0, 4.0]})
    >>> [cell.result for cell in cells]
    [4.0, 3.1666666666666665]
    """
    params = _checked(job, params, symbols, executor)
    jobs = [(dict(chosen), name, data) for chosen in params for name, data in symbols.items()]
    show = _shown(progress, len(jobs))
    if executor is None:
        found = []
        for done, (chosen, name, data) in enumerate(jobs, 1):
            found.append(_work(job, chosen, name, data))
            show(done, len(jobs))
    else:
        found = _spread(job, jobs, executor, show)
    return [Cell(chosen, name, *result) for (chosen, name, _), result in zip(jobs, found)]


def _checked(job: Any, params: Any, symbols: Any, executor: Any) -> list[Mapping[str, Any]]:
    """The sets, if everything is what it has to be."""
    if not callable(job):
        raise TypeError(f"job is {shown(job)}, expected a function of the data and of each set")
    if isinstance(params, (Mapping, str)) or not isinstance(params, Iterable):
        raise TypeError(f"params is {shown(params)}, expected params as sets, such as grid() makes")
    sets = list(params)
    for place, one in enumerate(sets):
        if not isinstance(one, Mapping):
            raise TypeError(f"params[{place}] is {shown(one)}, expected values by name")
    if not isinstance(symbols, Mapping):
        raise TypeError(f"symbols is {shown(symbols)}, expected symbols as the data by name")
    if executor is not None and not hasattr(executor, "submit"):
        raise TypeError(f"executor is {shown(executor)}, expected one that has submit()")
    return sets


def _spread(job: Callable[..., Any], jobs: list[Any], executor: Any,
            show: Callable[[int, int], Any]) -> list[tuple[Any, str]]:
    futures = [executor.submit(_work, job, *one) for one in jobs]
    try:
        for done, _ in enumerate(concurrent.futures.as_completed(futures), 1):
            show(done, len(jobs))
        return [future.result() for future in futures]
    except BaseException:
        for future in futures:
            future.cancel()
        raise


# ---- progress


def _shown(progress: bool | Callable[[int, int], Any], total: int) -> Callable[[int, int], Any]:
    if callable(progress):
        return progress
    if not progress:
        return lambda done, all: None
    try:
        from tqdm.auto import tqdm  # type: ignore[import-untyped,unused-ignore]
    except ImportError:
        return _draw
    bar = tqdm(total=total)

    def advance(done: int, all: int) -> None:
        bar.update(done - bar.n)
        if done == all:
            bar.close()

    return advance


def _draw(done: int, all: int) -> None:
    filled = 40 * done // all
    sys.stderr.write(f"\r[{'#' * filled}{'.' * (40 - filled)}] {done}/{all}"
                     + ("\n" if done == all else ""))
    sys.stderr.flush()
