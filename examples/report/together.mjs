// SPDX-License-Identifier: MIT
// What is drawn of all trades together, without a time or along it: by HTML and SVG alone.
import { at, count, dates, element, grouped, inR, mean, money, percent, reach, short, signed, tone, when,
  words } from './figures.mjs';

function bars(id, rows, none) {
  const most = Math.max(...rows.map(row => row.count), 1);
  at(id).replaceChildren(...rows.map(({ name, count: number, remark, sentence }) => {
    const item = element('li', { title: sentence ?? '', style: { '--part': number / most } },
      element('span', { class: 'what', textContent: words(name) }),
      element('span', { class: 'leaves', textContent: count(number) }),
      element('span', { class: 'bar' }),
      ...remark ? [element('span', { class: 'remark', textContent: remark })] : []);
    item.dataset.name = name;
    item.dataset.count = number;
    return item;
  }));
  if (rows.length === 0) {
    at(id).replaceChildren(element('li', { class: 'none', textContent: none }));
  }
}

export function showExits(trades) {
  const rows = [...grouped(trades, trade => trade.reason)].map(([name, of]) => ({ name, count: of.length,
    remark: `${inR(mean(of.map(trade => trade.r)))} on average` }));
  bars('exits', rows.sort((a, b) => b.count - a.count), 'No trade was closed.');
}

export function showRefusals({ summary, words: sentences }) {
  const rows = Object.entries(summary.refusals).map(([name, number]) => ({
    name, count: number, sentence: sentences.reason[name], remark: sentences.reason[name] }));
  bars('refusals', rows.sort((a, b) => b.count - a.count), 'Nothing was refused.');
}

// What each symbol made, closed and open; the bar is its share of the largest, either way.
export function showSymbols(trades, symbols) {
  const rows = symbols.map(({ name }, place) => {
    const of = trades.filter(trade => trade.symbol === place), closed = of.filter(trade => !trade.open);
    const profit = of.reduce((sum, trade) => sum + trade.profit + (trade.banked ?? 0), 0);
    const won = closed.filter(trade => trade.profit > 0).length;
    return { name, profit, remark: closed.length === 0 ? 'no trade closed'
      : `${count(closed.length)} closed, ${percent(won / closed.length)} won, `
        + `${inR(mean(closed.map(trade => trade.r)))} on average` };
  });
  const most = Math.max(...rows.map(row => Math.abs(row.profit))) || 1;
  at('by-symbol').hidden = symbols.length < 2;
  at('shares').replaceChildren(...rows.map(({ name, profit, remark }) => {
    const item = element('li', { style: { '--part': Math.abs(profit) / most } },
      element('span', { class: 'what', textContent: name }),
      element('span', { class: `leaves ${tone(profit)}`, textContent: signed(money(profit), profit) }),
      element('span', { class: 'bar' }), element('span', { class: 'remark', textContent: remark }));
    item.dataset.profit = profit;
    return item;
  }));
}

const WIDTHS = [0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 50];
const BINS = 32;

// How many results lie in each stretch of R, from the first that has one to the last.
function histogram(values) {
  const [least, most] = reach(values);
  const width = WIDTHS.find(one => (most - least) / one <= BINS) ?? (most - least) / BINS;
  const first = Math.floor(least / width), last = Math.max(Math.floor(most / width), first);
  const counts = Array(last - first + 1).fill(0);
  values.forEach(value => { counts[Math.floor(value / width) - first]++; });
  return { width, first, counts };
}

const svg = (tag, attributes, text = '') => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.textContent = text;
  return made;
};

export function showMultiples(trades) {
  const values = trades.map(trade => trade.r).filter(Number.isFinite);
  if (values.length === 0) {
    at('multiples').replaceChildren(element('p', { class: 'none', textContent: 'No trade was closed.' }));
    return;
  }
  const { width, first, counts } = histogram(values), high = 150, wide = 360;
  const most = Math.max(...counts), each = wide / counts.length, top = 32;
  const x = value => (value / width - first) * each;
  const middle = mean(values);
  const drawing = svg('svg', { viewBox: `0 0 ${wide} ${high + top + 26}`, role: 'img',
    'aria-label': `Results of ${values.length} trades, ${inR(middle)} on average` });
  counts.forEach((number, place) => {
    const tall = number > 0 ? Math.max(high * number / most, 2) : 0;
    const bar = svg('rect', { x: place * each + 0.5, y: top + high - tall, width: Math.max(each - 1, 1),
      height: tall, rx: 1.5, class: first + place < 0 ? 'lost' : 'won' });
    bar.append(svg('title', {}, `${number} from ${short((first + place) * width)} to `
      + `${short((first + place + 1) * width)} R`));
    drawing.append(bar);
  });
  const every = WIDTHS.find(one => one >= 1 && counts.length * width / one <= 8) ?? counts.length * width;
  for (let value = Math.ceil(first * width / every) * every;
       value <= (first + counts.length) * width; value += every) {
    drawing.append(svg('text', { x: Math.min(Math.max(x(value), 10), wide - 10), y: high + top + 20 },
                       `${short(value)}\u202fR`));
  }
  const tallest = (counts.indexOf(most) + 0.5) * each;
  drawing.append(svg('line', { x1: 0, x2: wide, y1: top + high + 0.5, y2: top + high + 0.5, class: 'base' }),
    svg('line', { x1: x(middle), x2: x(middle), y1: 14, y2: top + high, class: 'mean' }),
    svg('text', { x: Math.min(Math.max(tallest, 24), wide - 24), y: top - 5 },
        `${count(most)} ${most === 1 ? 'trade' : 'trades'}`),
    svg('text', { x: Math.min(Math.max(x(middle), 50), wide - 50), y: 9 }, `mean ${inR(middle)}`));
  at('multiples').replaceChildren(drawing);
}

// ---- guards: states along time, each until the next of the same guard

const GRADES = 5;
const LISTED = 500; // changes, the last ones
const CELLS = 1000; // of a lane

export function showGuards({ events, account }) {
  if (events.length === 0) {
    return;
  }
  const [from, to] = [account.time[0], account.time.at(-1)];
  const place = time => Math.min(Math.max((time - from) / (to - from || 1), 0), 1);
  const lanes = grouped(events, event => event.guard);
  const changes = events.filter(event => lanes.get(event.guard)[0] !== event);
  at('guards').hidden = false;
  at('guards-title').textContent = lanes.has('firm') ? 'Breaker, monitor and firm' : 'Breaker and monitor';
  at('lanes').replaceChildren(...[...lanes].map(([guard, found]) => element('div', { class: 'lane' },
    element('span', { class: 'what', textContent: words(guard) }),
    element('div', { class: 'track' }, ...segments(found, place)))), scale(from, to));
  at('states').replaceChildren(...[...grouped(events, event => event.grade)].sort().map(([grade, of]) => {
    const names = new Set(of.map(event => `${event.guard.replace(/ of .*/, '')} ${words(event.state).toLowerCase()}`));
    return element('li', { class: classOf(grade), textContent: words([...names].join(', ')) });
  }));
  at('guards').querySelector('summary').textContent = changes.length > LISTED
    ? `The last ${count(LISTED)} of ${count(changes.length)} changes` : `All ${count(changes.length)} changes`;
  at('guards').querySelector('details').hidden = changes.length === 0;
  at('events').replaceChildren(...changes.slice(-LISTED).map(event => element('li', {
    textContent: `${when(event.time)}: ${event.guard} ${event.state}. ${event.why}` })));
}

const classOf = grade => `grade-${Math.max(0, Math.min(grade, GRADES - 1))}`;

// When the lanes begin and end, and times between.
function scale(from, to) {
  const times = [0, 1, 2, 3, 4].map(quarter => from + quarter * (to - from) / 4);
  const labels = times.map(dates(to - from)).filter((text, i, all) => text !== all[i - 1]);
  return element('div', { class: 'lane scale' }, element('span'), element('div', {},
    ...labels.map(text => element('span', { textContent: text }))));
}

// A state from each change to the next; of very many the worst in each part of the lane.
function segments(events, place) {
  const ends = events.map((_, i) => i + 1 < events.length ? place(events[i + 1].time) : 1);
  if (events.length <= CELLS) {
    return events.map((event, i) => segment(event, place(event.time), ends[i]));
  }
  const cells = Array(CELLS).fill(null), cell = share => Math.min(Math.floor(share * CELLS), CELLS - 1);
  events.forEach((event, i) => {
    for (let c = cell(place(event.time)); c <= cell(ends[i]); c++) {
      cells[c] = cells[c]?.grade >= event.grade ? cells[c] : event;
    }
  });
  const begins = cells.flatMap((event, c) => event && event !== cells[c - 1] ? [c] : []);
  return begins.map((c, i) => segment(cells[c], c / CELLS, (begins[i + 1] ?? CELLS) / CELLS));
}

function segment(event, left, right) {
  const made = element('span', { class: classOf(event.grade),
    title: `${words(event.state)} since ${when(event.time)}. ${event.why}`,
    style: { left: `${100 * left}%`, width: `${100 * Math.max(right - left, 0.001)}%` } });
  made.dataset.state = event.state;
  return made;
}

// ---- with votes and without: means, and the difference with its interval

function arm(name, middle, from, to, x) {
  const [left, right] = [x(from), x(to)];
  const row = element('li', {},
    element('span', { class: 'what', textContent: name }),
    element('span', { class: 'track' },
      element('span', { class: 'zero', style: { left: `${x(0)}%` } }),
      element('span', { class: 'reach', style: { left: `${left}%`, width: `${right - left}%` } }),
      element('span', { class: 'dot', style: { left: `${x(middle)}%` } })),
    element('span', { class: 'leaves', textContent: inR(middle, 3) }));
  row.dataset.mean = middle;
  return row;
}

export function showVersus(summary) {
  const { ab_signals: signals, ab_scaled: scaled, ab_technical: without, ab_with_votes: voted,
          ab_difference: difference, ab_low: low, ab_high: high, ab_p: p } = summary;
  if (signals === undefined) {
    return;
  }
  const [least, most] = reach([without, voted, low, high]);
  const x = value => 4 + 92 * (value - least) / (most - least || 1);
  at('versus').hidden = false;
  at('arms').replaceChildren(arm('Without votes', without, without, without, x),
                             arm('With votes', voted, voted, voted, x),
                             arm('Difference', difference, low, high, x));
  const chance = low <= 0 && high >= 0 ? 'Chance alone could explain it.' : 'Chance alone hardly explains it.';
  at('difference').textContent = `Of ${count(signals)} closed signals the votes would have cut or `
    + `refused ${count(scaled)}. That changes the mean by ${inR(difference, 3)} a signal; 95 %: `
    + `${inR(low, 3)} to ${inR(high, 3)}, p = ${short(p, 2)}. ${chance}`;
}
