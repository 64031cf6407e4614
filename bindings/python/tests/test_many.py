# SPDX-License-Identifier: MIT
"""Functions that read or write as many numbers as another argument says."""
import math

import pytest
import sigma
from sigma.raw import information, kelly, resample, scaling, vote

HOUR = 3600 * 10**9


def test_edges_and_the_entropy_between_them():
    """Two of eight values in each of four bins: 2 bits, and 3 / (16 log 2) for few values."""
    values = [float(i) for i in range(8)]
    edges = information.edges(values, 4)
    assert edges == [1.0, 3.0, 5.0]
    found = information.shannon(values, edges, 4)
    assert found.occupied == 4
    assert found.bits == pytest.approx(2 + 3 / (16 * math.log(2)), rel=1e-14)
    with pytest.raises(sigma.LengthError, match="edges has 2 values, expected 3"):
        information.shannon(values, edges[:2], 4)


def test_many_edges_have_room():
    for _ in range(20):
        edges = information.edges([float(i) for i in range(256)], 64)
        assert edges == [4.0 * i + 3 for i in range(63)]
    for bins in (-1, 0, 1, 65, 2**31 - 1):
        with pytest.raises(sigma.RangeError):
            information.edges([1.0] * 256, bins)


def test_several_bets_have_a_fraction_each():
    """Without correlation each is its mean over its variance."""
    bets = 64
    mean = [0.01 * (i + 1) for i in range(bets)]
    covariance = [float(i == j) for i in range(bets) for j in range(bets)]
    assert kelly.several(mean, covariance, [1.0] * bets, 100.0) == pytest.approx(mean, rel=1e-9)
    mean[::2] = [-m for m in mean[::2]]
    assert kelly.either(mean, covariance, [1.0] * bets, 100.0) == pytest.approx(mean, rel=1e-9)
    with pytest.raises(sigma.LengthError, match="covariance has 64 values, expected 4096"):
        kelly.several(mean, covariance[:bets], [1.0] * bets, 100.0)


def test_a_thousand_strategies_have_a_weight_each():
    for _ in range(20):
        assert scaling.weights([0.1] * 1000, [100.0] * 1000, 50.0) == pytest.approx([0.001] * 1000)


def test_the_multiples_of_an_edge():
    journal = sigma.Journal.init(sigma.JournalParams.defaults(1000.0))
    profits = [10.0 * (i % 3) - 8.0 for i in range(400)]
    journal.batch([sigma.Trade(opened=i, closed=i + 1, entry=1.0, exit=1.0, lots=1.0, symbol=1,
                               profit=profits[i], risk=10.0, given=1 << sigma.TradeCode.RISK,
                               side=sigma.Side.LONG) for i in range(400)])
    multiples, edge = kelly.edge_read(sigma.KellyParams.defaults(), journal, 500)
    assert multiples == [p / 10.0 for p in profits] and edge.trades == 400
    assert journal.multiples(500, 2**31 - 1) == multiples  # and no 16 GB for it
    assert kelly.edge_read(sigma.KellyParams.defaults(), journal, 2**31 - 1)[0] == multiples
    with pytest.raises(sigma.SpaceError):
        kelly.edge_read(sigma.KellyParams.defaults(), journal, 399)


def test_a_batch_resamples_as_bar_by_bar():
    bars = [sigma.Bar(time=i * HOUR, open=10.0 + i % 7, high=18.0 + i % 5, low=9.0 - i % 4,
                      close=10.0 + i % 3, volume=1.0) for i in range(100)]
    by_bar, together = (resample.Resample.init(4 * HOUR, 0, HOUR) for _ in range(2))
    expected = [(bytes(one), i) for i, bar in enumerate(bars) for found in [by_bar.update(bar)]
                if found for one in list(found.bars)[:found.count]]
    finished, known = together.batch(bars)
    assert len(finished) == 25 and finished[1].time == 4 * HOUR
    assert [(bytes(bar), i) for bar, i in zip(finished, known)] == expected
    assert bytes(by_bar) == bytes(together)


def test_votes_are_a_list():
    params = sigma.VotesParams.defaults()
    votes = [sigma.Vote(confidence=0.9, source=i, answer=sigma.Answer.APPROVE) for i in range(3)]
    found = vote.votes_evaluate(params, 8.0, votes)
    assert (found.approvals, found.confidence) == (3, pytest.approx(0.9))
    assert vote.votes_evaluate(params, 8.0, votes[:1]).approvals == 1
