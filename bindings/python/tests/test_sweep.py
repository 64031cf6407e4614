# SPDX-License-Identifier: MIT
"""Sweeps give the same results wherever they run."""
import concurrent.futures
import sys

import numpy
import pandas
import pytest
import sigma
from sigma._sweep import digest

RNG = numpy.random.default_rng(11)
SYMBOLS = {name: 100.0 * numpy.exp(numpy.cumsum(RNG.normal(scale=0.01, size=400)))
           for name in ("A", "B", "C")}
SETS = sigma.grid(fast=[3, 5, 8], slow=[20, 50])


def crossing(close, fast, slow):
    """A strategy small enough to be sent to another process."""
    ahead = sigma.ema(close, period=fast) > sigma.ema(close, period=slow)
    gains = numpy.diff(numpy.log(close)) * ahead[:-1]
    return {"gain": float(gains.sum()), "kelly": sigma.kelly(gains[gains != 0.0] * 100.0),
            "curve": numpy.cumsum(gains)}


@pytest.fixture(scope="module")
def here():
    return sigma.sweep(crossing, SETS, SYMBOLS)


def digests(cells):
    return [(cell.params, cell.symbol, cell.digest) for cell in cells]


def test_every_set_meets_every_symbol(here):
    assert [(c.params, c.symbol) for c in here] == [(s, name) for s in SETS for name in SYMBOLS]
    assert len({cell.digest for cell in here}) == 18


@pytest.mark.parametrize("executor", [concurrent.futures.ThreadPoolExecutor,
                                      concurrent.futures.ProcessPoolExecutor])
def test_threads_and_processes_give_the_same_bits(here, executor):
    with executor(2) as pool:
        assert digests(sigma.sweep(crossing, SETS, SYMBOLS, executor=pool)) == digests(here)


def test_a_cluster_gives_the_same_bits(here):
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None,
                                  processes=True) as cluster, distributed.Client(cluster) as client:
        executor = client.get_executor()
        assert digests(sigma.sweep(crossing, SETS, SYMBOLS, executor=executor)) == digests(here)


def test_what_one_raises_ends_the_sweep():
    done = []
    with concurrent.futures.ThreadPoolExecutor(1) as pool, pytest.raises(sigma.RangeError):
        sigma.sweep(crossing, [{"fast": 0, "slow": 5}] * 50, SYMBOLS, executor=pool,
                    progress=lambda at, all: done.append(at))
    with pytest.raises(TypeError, match="has no digest"):
        sigma.sweep(lambda data: object(), [{}], SYMBOLS)


def test_digests_tell_results_apart():
    values = [0.0, -0.0, 0, False, None, "0", b"0x", [0.0], [[0.0]], {"a": 0.0}, {"b": 0.0},
              numpy.zeros(1), numpy.zeros((1, 1)), numpy.zeros(2), sigma.Ema(), sigma.Sma(), ["a", "b"], ["ab"]]
    assert len({digest(value) for value in values}) == len(values)
    assert digest(pandas.Series([1.0])) == digest(numpy.ones(1))
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
    assert digest(sigma.Side.LONG) == digest(1)


def test_progress_is_told():
    seen = []
    sigma.sweep(crossing, SETS[:1], SYMBOLS, progress=lambda done, all: seen.append((done, all)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_progress_is_drawn(capsys, monkeypatch):
    sigma.sweep(crossing, SETS[:1], SYMBOLS, progress=True)
    assert "3/3" in capsys.readouterr().err
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    sigma.sweep(crossing, SETS[:1], SYMBOLS, progress=True)
    assert capsys.readouterr().err.endswith(f"\r[{'#' * 40}] 3/3\n")
