# SPDX-License-Identifier: MIT
"""python -m sigma size: how many lots of one trade, and why. The numbers are those of sigma-size.
python -m sigma selftest: whether the library computes here what it computes everywhere."""
from __future__ import annotations

import argparse
import json
import sys
from ctypes import byref
from typing import Any, Optional, Sequence

from . import _sizes
from ._calls import call
from ._errors import Error
from ._structs import Struct, words_of
from ._picture import money
from ._presets import PRESETS
from ._version import VERSION
from .raw import decide as _decide
from .raw import desk as _desk
from .raw.base import Asset, Cap, Factor, Given, Intent, Mode, Part, Side
from .raw.decide import Context, Decision, Policy, Proposal
from .raw.desk import Desk
from .raw.kelly import Edge
from .raw.market import Market, MarketParams, MarketResult
from .raw.sizing import SizingParams
from .raw.symbol import Symbol
from .raw.version import selftest
from .raw.words import Vocabulary, word_explain, word_write

DAY = 86400 * 10**9
FACTS = ("tick_size", "tick_value", "contract_size", "quote_rate", "lot_min", "lot_max",
         "lot_step", "lot_cap", "commission", "fee_rate", "spread", "slippage", "stop_level",
         "leverage")
# flag: (where it goes, member, whether "1%" may be written, sentence)
FLAGS = {
    "target": ("proposal", "target", False, "target; default a multiple of the stop's distance"),
    "lots": ("proposal", "lots", False, "the most that you want"),
    "confidence": ("proposal", "confidence", True, "of the signal"),
    "probability": ("proposal", "probability", True, "of the target before the stop"),
    "volatility": ("proposal", "volatility", True, "of the market a year, of volatility"),
    "fraction": ("proposal", "fraction", True, "of the equity, of automatic and scaling"),
    "risk": ("sizing", "risk_fraction", True, "of the equity, to lose at the stop; default 1%"),
    "risk-max": ("sizing", "risk_max", True, "the most of any mode; default the mode's"),
    "risk-money": ("sizing", "risk_money", False, "of money; default 100"),
    "floor": ("sizing", "floor", True, "of the peak, that must stay; default 80%"),
    "kelly-share": ("sizing", "kelly_share", True, "part of Kelly to take; default 50%"),
    "volatility-target": ("sizing", "volatility_target", True, "that is aimed at; default 16%"),
    "reward-risk": ("stops", "reward_risk", False, "target over stop distance; default 2.5"),
    "atr-multiple": ("stops", "atr_multiple", False, "distance of the stop in ATR; default 1.5"),
    "mean": ("edge", "mean", False, "of closed trades, in multiples of the risk"),
    "error": ("edge", "error", False, "its standard error"),
    "win-rate": ("edge", "win_rate", True, "of closed trades, for published"),
    "payoff": ("edge", "payoff", False, "mean win over mean loss, for published"),
}


def share(text: str) -> float:
    """0.01 or 1%."""
    return float(text[:-1]) / 100.0 if text.endswith("%") else float(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m sigma", description=__doc__)
    parser.add_argument("--version", action="version", version=f"libsigma {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("selftest", help="check the library's numbers on this machine")
    size = commands.add_parser("size", help="how many lots of one trade, and why",
                               epilog="Exit status: 0 granted, 3 denied, 2 bad flags.")
    size.add_argument("--symbol", metavar="NAME", help=f"one of {', '.join(PRESETS)}")
    for name, sentence in (("account", "equity of the account"), ("entry", "price of the entry")):
        size.add_argument(f"--{name}", type=float, required=True, help=sentence)
    for name in ("stop", "atr", "balance", "peak", "margin-used", "trades"):
        size.add_argument(f"--{name}", type=float)
    size.add_argument("--kelly", type=share, help="Kelly fraction of the mode's kind")
    size.add_argument("--side", choices=("long", "short"))
    size.add_argument("--mode", choices=[m.name.lower() for m in Mode if m])
    size.add_argument("--asset", choices=[a.name.lower() for a in Asset if a])
    size.add_argument("--json", action="store_true", help="print one line of JSON")
    for name, (_, _, percent, sentence) in FLAGS.items():
        size.add_argument(f"--{name}", type=share if percent else float,
                          help=sentence.replace("%", "%%"))
    for name in FACTS:
        kind = share if name == "fee_rate" else float
        size.add_argument(f"--{name.replace('_', '-')}", type=kind)
    return parser


# ---- what the flags mean


def _symbol(given: Any) -> Symbol:
    facts = _sizes.symbol(given.symbol) if given.symbol else Symbol()
    facts.id = 1
    if given.asset:
        facts.asset = Asset[given.asset.upper()]
    for name in FACTS:
        if getattr(given, name) is not None:
            setattr(facts, name, getattr(given, name))
    facts.check()
    return facts


NEEDED = {Mode.VOLATILITY: "volatility", Mode.AUTOMATIC: "fraction", Mode.SCALING: "fraction",
          Mode.CALLER: "lots"}


def _mode(given: Any) -> Mode:
    """A history is for the library's own default, unless a flag says otherwise."""
    history = given.trades is not None or given.kelly is not None
    usual = "sceptical" if history and given.risk is None else "fraction"
    mode = Mode[(given.mode or usual).upper()]
    if mode != Mode.FRACTION and given.risk is not None:
        raise Error("--risk: only of the mode fraction; --risk-max bounds every mode")
    if (given.trades or 0) >= 1 and given.mean is None:
        raise Error("--mean: needed, since --trades are given")
    if mode in NEEDED and getattr(given, NEEDED[mode], None) is None:
        raise Error(f"--{NEEDED[mode]}: needed by the mode {mode.name.lower()}")
    return mode


def _policy(given: Any) -> Policy:
    policy: Policy = Policy.defaults()
    mode = _mode(given)
    usual = SizingParams.preset(mode)
    policy.sizing = SizingParams.preset(Mode.FRACTION)
    policy.sizing.mode, policy.sizing.kelly_share = mode, usual.kelly_share
    if given.atr is None:
        policy.parts &= ~(1 << Part.MARKET)
    return policy


def _proposal(given: Any, facts: Symbol) -> Proposal:
    if given.stop is None and given.atr is None:
        raise Error("--stop: needed, unless --atr is given to place it")
    if given.side is None and given.stop in (None, given.entry):
        raise Error("--side: needed, since the stop does not tell it")
    side = given.side or ("long" if given.stop < given.entry else "short")
    proposal = Proposal(symbol=facts.id, side=Side[side.upper()], intent=Intent.OPEN,
                        entry=given.entry)
    for name in ("stop", "target", "lots", "confidence", "probability"):
        if getattr(given, name) is not None:
            proposal.given |= 1 << Given[name.upper()]
    if given.stop is not None:
        proposal.stop = given.stop
    return proposal


def _context(given: Any, facts: Symbol, proposal: Proposal, edge: Edge) -> Context:
    balance = given.account if given.balance is None else given.balance
    desk = Desk.init(0, max(given.peak or 0.0, balance))
    desk.set_account(0, given.account, balance, given.margin_used or 0.0)
    desk.set_edge(edge)
    market = Market.init(MarketParams.defaults().replace(interval=DAY), facts)
    context = Context()
    call(_desk._sigma_desk_context, byref(desk), byref(market), byref(proposal), context)
    if given.atr is not None:
        context.market = MarketResult(interval=DAY, close=proposal.entry, atr=given.atr,
                                      symbol=facts.id, mark=Part.MARKET)
    return context


def decide(given: Any) -> Decision:
    """The decision on the trade of the flags."""
    facts = _symbol(given)
    policy, proposal = _policy(given), _proposal(given, facts)
    kelly = given.kelly or 0.0
    edge = Edge(kelly=kelly, lower=kelly, limited=kelly, trades=int(given.trades or 0),
                mark=Part.EDGE)
    targets: dict[str, Struct] = {"proposal": proposal, "sizing": policy.sizing,
                                  "stops": policy.stops, "edge": edge}
    for flag, (target, member, *_) in FLAGS.items():
        value = getattr(given, flag.replace("-", "_"))
        if value is not None:
            setattr(targets[target], member, value)
    return _decide.decide(policy, _context(given, facts, proposal, edge), proposal)


# ---- printing


def _table(decision: Decision) -> dict[str, Any]:
    sized, stops = decision.sizing, decision.stops
    return {"verdict": word_write(Vocabulary.VERDICT, decision.verdict), "lots": decision.lots,
            "stop": stops.stop, "target": stops.target, "risk": sized.risk,
            "margin": sized.margin, "notional": sized.notional, "gain": sized.gain,
            "balance_min": sized.balance_min,
            "refused": words_of(Vocabulary.REASON, decision.refused),
            "warnings": words_of(Vocabulary.WARNING, decision.warnings)}


def _print(decision: Decision) -> None:
    sized = decision.sizing
    for name, value in _table(decision).items():
        print(f"{name:12} {', '.join(value) if isinstance(value, list) else value}")
    if not sized.asked:
        return
    print("\nmoney at risk       times            leaves")
    for factor in Factor:
        if factor == Factor.BASE or sized.factor[factor] != 1.0:
            print(f"  {word_write(Vocabulary.FACTOR, factor):15} {sized.factor[factor]:7.4g} "
                  f"{money(sized.risk_after[factor]):>17}   "
                  f"{word_explain(Vocabulary.FACTOR, factor)}")
    print("\nlots               at most            leaves")
    for cap in Cap:
        if sized.asked >> cap & 1:
            print(f"{'>' if cap == sized.binding else ' '} {word_write(Vocabulary.CAP, cap):10} "
                  f"{sized.cap[cap]:12.6g} {sized.lots_after[cap]:17.6g}   "
                  f"{word_explain(Vocabulary.CAP, cap)}")


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Runs a command; returns the exit status."""
    given = _parser().parse_args(arguments)
    try:
        if given.command == "selftest":
            selftest()
            print("the library's numbers are right here")
            return 0
        decision = decide(given)
    except Error as error:
        print(f"python -m sigma: {error}", file=sys.stderr)
        return 2
    if given.json:
        print(json.dumps(_table(decision)))
    else:
        _print(decision)
    return 0 if decision.verdict else 3


if __name__ == "__main__":  # pragma: no cover, a test starts it
    sys.exit(main())
