# SPDX-License-Identifier: MIT
"""Facts that the tests share."""
import pytest
import sigma


@pytest.fixture
def eurusd():
    return sigma.Symbol(id=1, asset=sigma.Asset.FOREX, tick_size=1e-5, tick_value=1.0,
                        contract_size=1e5, lot_min=0.01, lot_max=100, lot_step=0.01, leverage=30)
