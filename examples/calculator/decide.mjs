// SPDX-License-Identifier: MIT
// From what was entered to a decision, by the library's own calls, in the order of sigma-size. There
// is no formula here.
import { ENTRIES, SHARE, SYMBOL, WORD } from './form.mjs';
import { digits } from './show.mjs';

const DAY = 86400000000000n;

// What is wrong with an entry, to be shown beside it.
export class Wrong extends Error {
  constructor(flag, message) {
    super(message);
    this.flag = flag;
  }
}

// The structs that the entries go into, with their defaults.
export function prepare(sigma, symbols, name, mode) {
  const c = sigma.codes, s = { symbol: sigma.struct('sigma_symbol') };
  s.policy = sigma.struct('sigma_policy');
  sigma.call('sigma_policy_defaults', s.policy);
  sigma.call('sigma_sizing_preset', c.SIGMA_MODE_FRACTION, s.policy.sizing);
  s.sizing = s.policy.sizing;
  s.stops = s.policy.stops;
  s.proposal = sigma.struct('sigma_proposal');
  s.edge = sigma.struct('sigma_edge');
  s.sample = sigma.struct('sigma_sizing_sample');
  s.market = sigma.struct('sigma_market_result');
  const usual = sigma.struct('sigma_sizing_params');
  sigma.call('sigma_sizing_preset', mode, usual);
  s.sizing.kelly_share = usual.kelly_share;
  s.sizing.mode = mode;
  Object.assign(s.symbol, { ...symbols[name], id: 1 });
  return s;
}

function read(sigma, struct, entry, text) {
  const percent = entry.type === SHARE;
  const field = sigma.layout(struct.kind).find(found => found.name === entry.field);
  const scale = percent ? 100 : 1;
  let value;
  try {
    value = sigma.number(percent ? text.replace(/\s*%$/, '') : text) / scale;
  } catch {
    throw new Wrong(entry.flag, 'Not a number such as 1234.5');
  }
  const [least, most] = rangeOf(entry, field);
  if (!(value >= least && value <= most)) {
    const [from, to] = [least, most].map(limit => digits(limit * scale, 6) + (percent ? ' %' : ''));
    throw new Wrong(entry.flag, `From ${from} to ${to}`);
  }
  return value;
}

// A price that is given is one.
function rangeOf(entry, field) {
  const price = ['entry', 'stop', 'target'].includes(entry.flag);
  return [price ? 1e-15 : field.minimum, field.maximum];
}

// Puts the entries into the structs.
export function fill(sigma, s, given) {
  const c = sigma.codes;
  for (const entry of ENTRIES.filter(found => given[found.flag] && found.type !== SYMBOL)) {
    const text = given[entry.flag];
    s[entry.struct][entry.field] = entry.type === WORD
      ? c[`SIGMA_${entry.vocabulary}_${text.toUpperCase()}`] : read(sigma, s[entry.struct], entry, text);
    const bit = c[`SIGMA_GIVEN_${entry.flag.toUpperCase()}`];
    if (entry.struct === 'proposal' && bit !== undefined) {
      s.proposal.given |= 1n << BigInt(bit);
    }
  }
}

function check(sigma, s, given) {
  const needed = { account: 'Your equity', entry: 'The price to enter at' };
  for (const [flag, message] of Object.entries(needed)) {
    if (!given[flag]) {
      throw new Wrong(flag, message);
    }
  }
  if (!given.stop && !given.atr) {
    throw new Wrong('stop', 'A stop, or below the average true range');
  }
  if (given.target && given['reward-risk']) {
    throw new Wrong('reward-risk', 'Not beside a target');
  }
  if (given['atr-multiple'] && !given.atr) {
    throw new Wrong('atr-multiple', 'Only with the average true range');
  }
  const field = sigma.struct('sigma_field');
  try {
    sigma.call('sigma_layout_check', s.symbol.kind, s.symbol, field);
  } catch {
    throw new Wrong(field.name.replaceAll('_', '-'), 'Needed to know the symbol');
  }
  if (s.symbol.asset !== sigma.codes.SIGMA_ASSET_INVERSE && !(s.symbol.tick_value > 0)) {
    throw new Wrong('tick-value', 'Needed to know the symbol');
  }
  if (s.symbol.lot_min > s.symbol.lot_max) {
    throw new Wrong('lot-min', 'More than the largest order');
  }
}

// A stop below the entry is a long's.
function tellSide(sigma, s, given) {
  const c = sigma.codes;
  if (s.proposal.side === c.SIGMA_SIDE_UNKNOWN) {
    if (!given.stop || s.proposal.stop === s.proposal.entry) {
      throw new Wrong('side', 'Needed, since the stop does not tell it');
    }
    s.proposal.side = s.proposal.stop < s.proposal.entry ? c.SIGMA_SIDE_LONG : c.SIGMA_SIDE_SHORT;
  }
}

function complete(sigma, s) {
  const c = sigma.codes, sample = s.sample;
  sample.balance = sample.balance > 0 ? sample.balance : sample.equity;
  sample.peak = sample.peak > sample.balance ? sample.peak : sample.balance;
  Object.assign(s.edge, { lower: s.edge.kelly, limited: s.edge.kelly, mark: c.SIGMA_PART_EDGE });
  Object.assign(s.proposal, { symbol: s.symbol.id, intent: c.SIGMA_INTENT_OPEN });
  if (!(s.market.atr > 0)) {
    s.policy.parts &= ~(1n << BigInt(c.SIGMA_PART_MARKET));
  }
}

// What is known of a desk without positions, and of a market without bars.
function know(sigma, s) {
  const c = sigma.codes, context = sigma.struct('sigma_context');
  const desk = sigma.struct('sigma_desk'), market = sigma.struct('sigma_market');
  const params = sigma.struct('sigma_market_params');
  sigma.call('sigma_desk_init', desk, 0n, s.sample.peak);
  sigma.call('sigma_desk_account', desk, 0n, s.sample.equity, s.sample.balance, s.sample.margin);
  sigma.call('sigma_desk_edge', desk, s.edge);
  sigma.call('sigma_market_defaults', params);
  params.interval = DAY;
  sigma.call('sigma_market_init', market, params, s.symbol);
  sigma.call('sigma_desk_context', desk, market, s.proposal, context);
  if (s.market.atr > 0) {
    Object.assign(s.market, { interval: DAY, close: s.proposal.entry, symbol: s.symbol.id,
                              mark: c.SIGMA_PART_MARKET });
    context.market = s.market;
  }
  return context;
}

// {decision, structs} of what was entered, by flag; throws Wrong.
export function decide(sigma, symbols, given) {
  sigma.release();
  const mode = sigma.codes[`SIGMA_MODE_${(given.mode || 'fraction').toUpperCase()}`];
  const structs = prepare(sigma, symbols, given.symbol, mode);
  fill(sigma, structs, given);
  check(sigma, structs, given);
  tellSide(sigma, structs, given);
  complete(sigma, structs);
  const context = know(sigma, structs), decision = sigma.struct('sigma_decision');
  sigma.call('sigma_decide', structs.policy, context, structs.proposal, decision);
  return { decision, structs };
}
