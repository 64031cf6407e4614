// SPDX-License-Identifier: MIT
// What the form asks for. An entry is called as the flag of sigma-size, and goes into a field of a
// struct, which gives its range and unit too. SHARE is entered in percent.

export const SHARE = 'share', NUMBER = 'number', WORD = 'word', SYMBOL = 'symbol';

const number = (flag, label, struct, field = flag.replaceAll('-', '_')) =>
  ({ flag, label, type: NUMBER, struct, field });
const share = (flag, label, struct, field = flag.replaceAll('-', '_')) =>
  ({ flag, label, type: SHARE, struct, field });
const word = (flag, label, vocabulary, struct, field = flag) =>
  ({ flag, label, type: WORD, vocabulary, struct, field });

// modes: those that look at it; without any, all do.
const of = (entry, ...modes) => ({ ...entry, modes });
const KELLY = ['SCEPTICAL', 'CONFIDENT', 'DRAWDOWN', 'PUBLISHED'];

export const GROUPS = [
  { title: 'Trade', open: true, entries: [
    { flag: 'symbol', label: 'Symbol', type: SYMBOL },
    number('account', 'Account', 'sample', 'equity'),
    of(share('risk', 'Risk', 'sizing', 'risk_fraction'), 'FRACTION'),
    number('entry', 'Entry', 'proposal'),
    number('stop', 'Stop', 'proposal'),
    number('target', 'Target', 'proposal'),
  ] },
  { title: 'More of the trade', entries: [
    word('side', 'Side', 'SIDE', 'proposal'),
    number('reward-risk', 'Target, in stops', 'stops'),
    number('atr', 'Average true range', 'market'),
    number('atr-multiple', 'Stop, in ATR', 'stops'),
    number('lots', 'At most', 'proposal'),
    number('margin-used', 'Margin in use', 'sample', 'margin'),
    share('probability', 'Chance of the target', 'proposal'),
    share('confidence', 'Confidence', 'proposal'),
  ] },
  { title: 'How much', entries: [
    word('mode', 'Mode', 'MODE', 'sizing'),
    of(number('risk-money', 'Money', 'sizing'), 'MONEY'),
    of(share('kelly', 'Kelly fraction', 'edge'), ...KELLY),
    of(share('kelly-share', 'Part of Kelly', 'sizing'), ...KELLY),
    number('trades', 'Closed trades', 'edge'),
    number('mean', 'Their mean', 'edge'),
    of(number('error', 'Its error', 'edge'), 'SCEPTICAL', 'CONFIDENT', 'DRAWDOWN'),
    of(share('win-rate', 'Win rate', 'edge'), 'PUBLISHED'),
    of(number('payoff', 'Win over loss', 'edge'), 'PUBLISHED'),
    of(share('volatility', 'Volatility a year', 'proposal'), 'VOLATILITY'),
    of(share('volatility-target', 'Volatility wanted', 'sizing'), 'VOLATILITY'),
    of(share('fraction', 'Fraction', 'proposal'), 'AUTOMATIC', 'SCALING'),
    share('risk-max', 'Most risk', 'sizing'),
    number('balance', 'Closed balance', 'sample'),
    number('peak', 'Highest balance', 'sample'),
    share('floor', 'Of it must stay', 'sizing'),
  ] },
  { title: 'Symbol and costs', entries: [
    word('asset', 'Kind', 'ASSET', 'symbol'),
    number('commission', 'Commission', 'symbol'),
    share('fee-rate', 'Fee', 'symbol'),
    number('spread', 'Spread', 'symbol'),
    number('slippage', 'Slippage', 'symbol'),
    number('stop-level', 'Least stop', 'symbol'),
    number('tick-size', 'Tick size', 'symbol'),
    number('tick-value', 'Tick value', 'symbol'),
    number('contract-size', 'Contract size', 'symbol'),
    number('quote-rate', 'Quote rate', 'symbol'),
    number('lot-min', 'Smallest order', 'symbol'),
    number('lot-max', 'Largest order', 'symbol'),
    number('lot-step', 'Lot step', 'symbol'),
    number('lot-cap', 'Own limit', 'symbol'),
    number('leverage', 'Leverage', 'symbol'),
  ] },
];

export const ENTRIES = GROUPS.flatMap(group => group.entries);
