# SPDX-License-Identifier: MIT
"""One symbol of one account: what a bot has to call."""
from __future__ import annotations

import difflib
import functools
from typing import TYPE_CHECKING, Any, Callable, NamedTuple, Optional, TypedDict, Union

from . import _quick
from ._calls import expect
from ._errors import Error
from ._positions import Positions
from ._sizes import facts_of, rule_of
from ._states import checked_log
from ._times import Duration, Instant, duration, instant
from .raw.audit import Audit
from .raw.bar import Bar
from .raw.base import Given, Intent
from .raw.decide import Decision, Policy, Proposal
from .raw.desk import Desk
from .raw.exits import ExitsResult
from .raw.market import Features, Market, MarketParams
from .raw.regime import Regime, RegimeParams
from .raw.symbol import Symbol

if TYPE_CHECKING:
    from typing_extensions import Unpack

_OPEN = int(Intent.OPEN)
_BITS = {name: 1 << Given[name.upper()] for name in (
    "stop", "target", "lots", "confidence", "probability", "structure", "scale", "spread")}


class Terms(TypedDict, total=False):
    """What a proposal may have beside its side and entry; each as in sigma.Proposal."""
    stop: Optional[float]
    target: Optional[float]
    lots: Optional[float]
    confidence: Optional[float]
    probability: Optional[float]
    structure: Optional[float]
    scale: Optional[float]
    spread: Optional[float]
    volatility: Optional[float]
    fraction: Optional[float]


Signal = Union[int, str, Proposal, Callable[[Features], Any], None]


class Step(NamedTuple):
    """What a bar led to."""
    decision: Optional[Decision]  # on the signal; None where there was none
    held: Optional[ExitsResult]   # what to do with the position that is watched; None without one


def _check_names(method: str, terms: Any) -> None:
    for name in terms:
        if name not in Terms.__annotations__:
            near = difflib.get_close_matches(name, [*Terms.__annotations__, "signal", "equity"], 1)
            raise TypeError(f"{method}() has no argument {name!r}, expected one of "
                            f"{', '.join(Terms.__annotations__)}"
                            + (f"; did you mean {near[0]!r}?" if near else ""))


_step: Callable[[Any], Step] = functools.partial(tuple.__new__, Step)


class Bot(Positions):
    """Market, desk, policy and audit log of one symbol. It pickles, copies, and seals to bytes.

    >>> import datetime, sigma
    >>> hour = 3600 * 10**9
    >>> bot = sigma.Bot("EURUSD", interval=datetime.timedelta(hours=1), balance=10000.0)
    >>> for i in range(20):
    ...     close = 1.1 + 0.0002 * i
    ...     step = bot.step(i * hour, close - 0.0001, close + 0.0008, close - 0.0012, close)
    >>> bot.trades([1.8, -1.0, 2.4, -1.0, 0.6])
    >>> step = bot.step(20 * hour, 1.1038, 1.1046, 1.1026, 1.1038, equity=10000.0, signal="long")
    >>> answer = step.decision
    >>> answer.lots > 0, answer.stops.stop < 1.1038 < answer.stops.target
    (True, True)
    >>> bot.opened("long", answer.lots, entry=1.1038, stop=answer.stops.stop)
    >>> held = bot.step(21 * hour, 1.1038, 1.1040, 1.0, 1.09).held
    >>> sigma.Action(held.action).name, sigma.Exit(held.reason).name
    ('CLOSE', 'STOP')
    >>> bot.closed(held.price) < 0
    True
    """

    def __init__(self, symbol: Symbol | str, *, interval: Duration, balance: float,
                 time: Instant = 0, risk: Optional[float] = None, policy: Optional[Policy] = None,
                 params: Optional[MarketParams] = None, regime: Optional[RegimeParams] = None,
                 log: Optional[Callable[[str], Any]] = None) -> None:
        """symbol: Its facts, or a name that sigma.symbol() knows. interval: Length of a bar [ns],
        or a timedelta. balance: Closed balance [account]. time: Now [ns], or a datetime; so
        everywhere below. risk: Share of the equity to lose at a stop [1]; without it the size
        follows from what the closed trades prove, or from the whole policy, if that is given.
        regime: What tells regimes, for a policy that has sigma.Part.REGIME among its parts. log:
        Receives each line of the audit log, decisions, exits and trades, such as print or a list's
        append; it is not kept when the bot is pickled or sealed."""
        self._symbol = facts_of(symbol).replace()
        self._policy: Policy = Policy.defaults() if policy is None else expect(
            Policy, "policy", policy).replace()
        if risk is not None:
            if policy is not None:
                raise Error("risk is given beside policy: set policy.sizing", "", "risk")
            self._policy.sizing = rule_of(None, risk)
        self._interval, self._log = duration(interval), checked_log(log)
        chosen = MarketParams.defaults() if params is None else expect(
            MarketParams, "params", params)
        self._market = Market.init(chosen.replace(interval=self._interval), self._symbol)
        self._regime = None if regime is None else Regime.init(regime)
        self.time, self.number = instant(time), 0
        self._desk = Desk.init(self.time, balance)
        self._audit, header = Audit.init(self._policy)
        self._held, self._exits, self._returns = None, None, []
        self._prepare()
        if log is not None:
            log(header)

    # -- one call a bar

    def step(self, time: Instant, open: float, high: float, low: float, close: float,
             volume: float = 0.0, *, equity: Optional[float] = None,
             balance: Optional[float] = None, margin: float = 0.0, signal: Signal = None,
             entry: Optional[float] = None, **terms: Unpack[Terms]) -> Step:
        """bar(), account() where the equity is given, and decide() where there is a signal.

        signal: long, short or None; a whole sigma.Proposal; or a function that makes one of these
            of the sigma.Features after this bar. entry: Default the close [price]. terms: As in
            decide(). Figures are those at the end of the bar.

        Where the bar or the figures are refused neither is taken; where the signal is, both are.
        """
        if terms:
            _check_names("step", terms)
        if equity is None:
            held = self.bar(time, open, high, low, close, volume)
        else:
            time = time if type(time) is int else instant(time)
            before = self._kept[0].tobytes(), self._kept[1].tobytes() if self._desk.parts else b""
            _quick.update_account(self._at[0], time + self._interval, equity,
                                  equity if balance is None else balance, margin)
            try:
                bar = self._take(time, open, high, low, close, volume)
            except BaseException:
                for part, data in zip(self._kept, before):
                    part[:len(data)] = data
                raise
            held = self._judge(bar)
        wanted: Any = signal(self.features()) if callable(signal) else signal
        if wanted is None:
            return _step((None, held))
        if not isinstance(wanted, Proposal):
            entry = close if entry is None else entry
            return _step((self._ask(self.time, wanted, entry, _OPEN, terms), held))
        if terms or entry is not None:
            raise TypeError(f"{', '.join(terms) or 'entry'} is given beside a whole proposal")
        return _step((self.propose(wanted), held))

    # -- facts

    def bar(self, time: Instant, open: float, high: float, low: float, close: float,
            volume: float = 0.0) -> Optional[ExitsResult]:
        """Takes a bar that has closed; time is when it opened. Returns what to do with the position
        that opened() told of, if there is one."""
        return self._judge(self._take(time, open, high, low, close, volume))

    def _take(self, time: Instant, open: float, high: float, low: float, close: float,
              volume: float) -> Bar:
        bar = _quick.bar_of(time, open, high, low, close, volume)
        _quick.update_market(self._at[1], bar)
        self.time = bar.time + self._interval
        if self._regime is not None:
            self._regime.update(bar)
        return bar

    def account(self, time: Instant, equity: float, balance: Optional[float] = None,
                margin: float = 0.0) -> None:
        """Takes the broker's figures [account]; the balance is the equity where it is not given."""
        self.time = _quick.update_account(self._at[0], time, equity,
                                          equity if balance is None else balance, margin)

    def features(self) -> Features:
        """What signals look at, after the last bar; what is not ready is 0."""
        return _quick.features(self._at[1])

    # -- answers

    def decide(self, side: int | str, *, entry: float, time: Optional[Instant] = None,
               intent: int = _OPEN, **terms: Unpack[Terms]) -> Decision:
        """May this trade be taken, how large, with which stop and target.

        side: long or short. entry: Expected price of the entry [price]. terms: stop, target, lots,
            confidence, probability, structure, scale, spread, volatility, fraction, each as in
            sigma.Proposal, which has some more.
        """
        if terms:
            _check_names("decide", terms)
        return self._ask(self.time if time is None else time, side, entry, intent, terms)

    def _ask(self, time: Instant, side: int | str, entry: float, intent: int,
             terms: Any) -> Decision:
        proposal = _quick.proposal_of(time, self.number, entry, self._id, side, intent)
        for name, value in terms.items():
            if value is not None:
                setattr(proposal, name, value)
                proposal.given |= _BITS.get(name, 0)
        return self._answer(proposal)

    def propose(self, proposal: Proposal) -> Decision:
        """The same of any sigma.Proposal."""
        return self._answer(expect(Proposal, "proposal", proposal))

    def _answer(self, proposal: Proposal) -> Decision:
        context, decision = _quick.decide(*self._at, proposal)
        if self._log is not None:
            self._log(self._header_holds().decision(context, proposal, decision))
        self.number += 1
        return decision
