# SPDX-License-Identifier: MIT
"""Instants from other libraries' kinds of time."""
import datetime

import pytest
import sigma

numpy = pytest.importorskip("numpy")
pandas = pytest.importorskip("pandas")
EXPECTED = "expected a year from 1681 to 2258"


@pytest.mark.parametrize("unit", ["D", "h", "s", "ms", "us", "ns"])
def test_any_unit_is_exact(unit):
    days = numpy.datetime64("2020-03-16", unit)
    assert sigma.instant(days) == 18337 * 86400 * 10**9
    assert sigma.instant(pandas.Timestamp(days)) == 18337 * 86400 * 10**9


@pytest.mark.parametrize("date", ["2300-01-01", "0100-01-01", "1600-06-01", "9999-12-31"])
def test_what_nanoseconds_do_not_reach_is_refused(date):
    """NumPy itself turns 2300 into 1715."""
    for when in (numpy.datetime64(date, "s"), pandas.Timestamp(date)):
        with pytest.raises(ValueError, match=f"time is .*{date}.*, {EXPECTED}"):
            sigma.instant(when)


def test_the_last_years():
    for date in ("1681-01-01", "2258-12-31"):
        when = datetime.datetime.fromisoformat(date).replace(tzinfo=datetime.timezone.utc)
        assert sigma.instant(numpy.datetime64(date, "s")) == sigma.instant(when)
