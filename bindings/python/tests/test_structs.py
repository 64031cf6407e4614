# SPDX-License-Identifier: MIT
"""Structs as Python objects."""
import copy
import pickle

import pytest
import sigma


def test_keywords_set_members_and_the_rest_is_zero(eurusd):
    assert (eurusd.lot_step, eurusd.spread, eurusd.asset) == (0.01, 0.0, sigma.Asset.FOREX)


def test_a_misspelt_member_is_refused_with_the_right_one():
    with pytest.raises(TypeError, match="no member 'lot_stp'; did you mean 'lot_step'"):
        sigma.Symbol(lot_stp=0.01)
    with pytest.raises(TypeError, match="no member 'anything'"):
        sigma.Symbol().anything = 1


def test_members_take_their_type_only():
    with pytest.raises(TypeError):
        sigma.Symbol(lot_step="0.01")
    with pytest.raises(TypeError):
        sigma.Symbol(id=1.5)


def test_copies_are_equal_and_independent(eurusd):
    for other in (copy.copy(eurusd), copy.deepcopy(eurusd), pickle.loads(pickle.dumps(eurusd)),
                  eurusd.replace()):
        assert other == eurusd and other is not eurusd
        other.id = 2
        assert other != eurusd
    assert eurusd != 1 and eurusd.replace(id=3).id == 3


def test_a_running_state_survives_pickling():
    ema = sigma.Ema.init(3)
    ema.update(1.0)
    again = pickle.loads(pickle.dumps(ema))
    assert [ema.update(x) for x in (2.0, 4.0, 8.0)] == [again.update(x) for x in (2.0, 4.0, 8.0)]


def test_a_seal_opens_to_the_same_struct(eurusd):
    ema = sigma.Ema.init(3)
    ema.update(1.0)
    assert sigma.Ema.unseal(ema.seal()) == ema
    assert sigma.Symbol.unseal(eurusd.seal()) == eurusd
    assert len(ema.seal()) == sigma.raw.seal.size(sigma.Ema.KIND) == 24 + sigma.Ema.SIZE


def test_a_damaged_or_foreign_seal_is_refused(eurusd):
    sealed = eurusd.seal()
    for damaged in (sealed[:-1], sealed + b"0", sealed[:40] + b"#" + sealed[41:], b""):
        with pytest.raises(sigma.FormatError):
            sigma.Symbol.unseal(damaged)
    with pytest.raises(sigma.FormatError):
        sigma.Ema.unseal(sealed)
    with pytest.raises(TypeError):
        sigma.Ema.unseal("text")
    with pytest.raises(sigma.RangeError, match="Symbol.lot_step"):
        eurusd.replace(lot_step=-1.0).seal()


def test_arrays_take_sequences():
    params = sigma.MarketParams.defaults()
    params.ema = [5, 10, 20, 40]
    assert list(params.ema) == [5, 10, 20, 40]
    for wrong in ([1] * 5, [1, 2, 3], []):
        with pytest.raises(ValueError, match=f"MarketParams.ema has 4 values, not {len(wrong)}"):
            params.ema = wrong
    with pytest.raises(OverflowError, match=r"MarketParams.ema is .* does not fit into 32 bits"):
        params.ema = [2**40, 2, 3, 4]
    for wrong in (5, [1.5] * 4, ["1"] * 4, None):
        with pytest.raises(TypeError, match="MarketParams.ema is"):
            params.ema = wrong
    with pytest.raises(TypeError, match="SizingResult.factor is"):
        sigma.SizingResult(factor=["x"] * 15)
    assert list(params.ema) == [5, 10, 20, 40]


def test_text_members_take_str():
    assert sigma.AuditDifference(field="decision.lots").field == b"decision.lots"


def test_printing_names_codes_and_leaves_out_zeros(eurusd):
    assert repr(sigma.Bar()) == "Bar()"
    assert "asset=forex" in repr(eurusd) and "spread" not in repr(eurusd)
    assert "parts={symbol, market, account, portfolio}" in repr(sigma.Policy.defaults())
    assert "ema=[9, 20, 50, 200]" in repr(sigma.MarketParams.defaults())
    assert "<caption>Symbol</caption>" in eurusd._repr_html_() and "forex" in eurusd._repr_html_()
    assert repr(sigma.SizingResult(factor=[0.5] + [1.0] * 14, lots=2.0)) == (
        "SizingResult(lots=2.0, factor=[0.5, 1.0 x 14])")
    assert "asset=77" in repr(sigma.Symbol(asset=77))


def test_structs_of_the_header_have_its_sizes():
    assert len(sigma.Struct.__subclasses__()) > 30
    sigma.check_sizes()
