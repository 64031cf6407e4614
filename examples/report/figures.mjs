// SPDX-License-Identifier: MIT
// The data of the page, and its numbers as text.

// ---- data

const sums = steps => {
  let sum = 0;
  return steps.map(step => (sum += step) / 1000);
};

const named = (columns, row) =>
  Object.fromEntries(columns.map((name, place) => [name, row[place + 1]]));

export function grouped(list, keyOf) {
  const found = new Map();
  for (const one of list) {
    const key = keyOf(one), group = found.get(key);
    group ? group.push(one) : found.set(key, [one]);
  }
  return found;
}

// Steps of a waterfall that say nothing of what they leave leave what there was.
function steps(list) {
  let left = 0;
  return list.map(([name, says, leaves]) => [name, says, left = leaves ?? left]);
}

// A decision follows its trade.
function rowsOf(data) {
  const found = { trade: [], open: [], event: [] };
  let last = null;
  for (const row of data.rows) {
    const one = named(data.columns[row[0]], row);
    if (row[0] === 'decision') {
      last.decision = { ...one, factors: steps(one.factors), caps: steps(one.caps) };
    } else {
      found[row[0]].push(last = one);
    }
  }
  return found;
}

const total = (rows, name) => rows.reduce((sum, row) => sum + row[name], 0);
const inSeconds = row => ({ entered: row.entered / 1000, left: row.left / 1000 });

function closedTrade(parts) {
  const last = parts.at(-1), lots = total(parts, 'lots'), profit = total(parts, 'profit');
  const exit = parts.reduce((sum, part) => sum + part.lots * part.exit, 0) / lots;
  return { ...last, ...inSeconds(last), decision: parts[0].decision, parts, lots, exit, profit,
           costs: total(parts, 'costs'), r: profit / last.risk, open: false };
}

// Its exit is where the market stands, its profit that of the lots that are left.
function openTrade(row, parts) {
  const banked = total(parts, 'profit');
  return { ...row, ...inSeconds(row), parts, banked, costs: total(parts, 'costs'),
           r: (row.profit + banked) / row.risk, open: true };
}

// A row is lots that were closed: those of one entry are one trade. Its exit is their mean price, its
// r the profit over what was planned to be lost. Those that are still open stand at the end.
function tradesOf(rows, open) {
  const keyOf = row => `${row.symbol} ${row.number}`, parts = grouped(rows, keyOf);
  const opened = open.map(row => openTrade(row, parts.get(keyOf(row)) ?? []));
  open.forEach(row => parts.delete(keyOf(row)));
  return [...[...parts.values()].map(closedTrade), ...opened];
}

// Times become seconds.
export function read(text) {
  const data = JSON.parse(text), { trade, open, event } = rowsOf(data);
  const seconds = series => ({ ...series, time: sums(series.time) });
  return { ...data, trades: tradesOf(trade, open), account: seconds(data.account),
           events: event.map(one => ({ ...one, time: one.time / 1000 })),
           symbols: data.symbols.map(symbol => ({ ...symbol, prices: seconds(symbol.prices) })) };
}

// ---- statistics

// The least and the greatest, 0 among them.
export const reach = values => values.reduce(([least, most], value) =>
  [Math.min(least, value), Math.max(most, value)], [0, 0]);

// The quantile of Student's distribution that 95 % lie within, from 3 degrees of freedom on:
// Abramowitz and Stegun (1964) 26.7.5.
export function student(freedom) {
  const z = 1.959963984540054, z3 = z ** 3, z5 = z ** 5, z7 = z ** 7;
  return z + (z3 + z) / (4 * freedom) + (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom ** 2)
    + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom ** 3);
}

export const mean = values => values.reduce((sum, value) => sum + value, 0) / values.length;

// What 95 of 100 such samples hold the mean within; null for fewer than 5.
export function interval(values) {
  if (values.length < 5) {
    return null;
  }
  const middle = mean(values), squares = values.map(value => (value - middle) ** 2);
  const error = Math.sqrt(mean(squares) / (values.length - 1));
  const half = student(values.length - 1) * error;
  return [middle - half, middle + half];
}

// ---- text

const plain = new Map();

export function digits(value, places) {
  if (!plain.has(places)) {
    plain.set(places, new Intl.NumberFormat('en-US', {
      minimumFractionDigits: places, maximumFractionDigits: places }));
  }
  return plain.get(places).format(value).replace('-', '\u2212').replace(/^\u2212(?=[0.,]*$)/, '');
}

export const count = value => digits(value, 0);
export const money = value => digits(value, 2);
export const roughly = value => digits(value, Math.abs(value) < 100 ? 2 : 0);
export const percent = (value, places = 1) => `${digits(100 * value, places)}\u202f%`;
export const signed = (text, value) => value > 0 ? `+${text}` : text;
export const inR = (value, places = 2) => `${signed(digits(value, places), value)}\u202fR`;

export const tone = value => value > 0 ? 'gain' : value < 0 ? 'loss' : '';

// So many significant digits, none of them after the last that is needed.
export function short(value, significant = 6) {
  const places = Math.max(0, significant - 1 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return digits(value, Math.min(places, 12)).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

export const DAY = 86400;
const date = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' });

// The hour only where it says something.
export function when(time) {
  const at = new Date(time * 1000);
  return time % DAY === 0 ? date.format(at) : `${date.format(at)}, ${clock.format(at)}`;
}

// As much of a date as tells instants of such a stretch of time apart.
export function dates(length) {
  const fine = length < 4 * DAY ? { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }
    : length < 1000 * DAY ? { day: 'numeric', month: 'short', year: 'numeric' } : { month: 'short', year: 'numeric' };
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...fine });
  return time => format.format(time * 1000);
}

export const words = name => name.replaceAll('_', ' ').replace(/^\w/, letter => letter.toUpperCase());

// ---- elements

export function element(tag, options = {}, ...children) {
  const { class: names, style = {}, ...others } = options;
  const made = Object.assign(document.createElement(tag), others);
  made.className = names ?? '';
  Object.entries(style).forEach(([name, value]) => made.style.setProperty(name, value));
  made.append(...children);
  return made;
}

export const at = id => document.getElementById(id);
