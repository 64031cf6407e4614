// SPDX-License-Identifier: MIT
import { accountCharts, priceChart, REGIMES, repaint } from './charts.mjs';
import { at, count, DAY, digits, element, grouped, inR, interval, percent, read, roughly, short, signed, tone, when, words }
  from './figures.mjs';
import { showTrade } from './trade.mjs';

const data = read(at('data').textContent);
const { summary, trades, account, symbols, events } = data;

// ---- the head

const LENGTHS = { d: 'day', h: 'hour', m: 'minute', s: 'second' };

function lengthOf(text) {
  const [, number, unit] = /^(\d+)(\w)$/.exec(text) ?? [null, text, ''];
  return `${number}-${LENGTHS[unit] ?? unit}`;
}

// A summary of one symbol speaks of it itself.
function showHead() {
  const files = summary.symbols ?? [summary], seconds = name => files.map(file => Date.parse(file[name]) / 1000);
  const names = symbols.map(symbol => symbol.name).join(', '), rows = files.reduce((sum, file) => sum + file.bars, 0);
  const lengths = [...new Set(files.map(file => lengthOf(file.interval)))].join(' and ');
  at('title').textContent = names || 'Replay';
  document.title = `${names} \u00b7 replay report`;
  at('period').textContent = [
    `${when(Math.min(...seconds('first_time')))} to ${when(Math.max(...seconds('last_time')))}`,
    `${count(rows)} ${lengths} bars`, `from ${roughly(summary.start_balance)}`].join(' \u00b7 ');
  at('version').textContent = summary.version;
}

function figure(name, value, remark, tone = '') {
  const made = element('div', {}, element('dt', { textContent: name }),
    element('dd', { textContent: value, class: tone }), element('dd', { class: 'remark', textContent: remark }));
  made.dataset.name = name;
  return made;
}

const known = (value, text) => value === undefined ? '\u2013' : text(value);

function showFigures() {
  const { cash = {}, multiple = {}, trades: closed = 0 } = summary.journal?.all ?? {};
  const gained = summary.final_equity / summary.start_balance - 1;
  const within = closed > 0 ? interval(multiple) : null;
  const deepest = Math.max(0, ...account.drawdown);
  const wins = summary.trades > 0 ? summary.wins / summary.trades : undefined;
  const factor = cash.gross_loss > 0 ? cash.profit_factor : undefined;
  at('figures').replaceChildren(
    figure('Return', signed(percent(gained), gained),
           `${signed(roughly(summary.final_equity - summary.start_balance), gained)} after ${roughly(summary.costs)} costs`,
           tone(gained)),
    figure('Max drawdown', percent(summary.maximum_drawdown),
           `of the balance; equity ${percent(deepest)}`),
    figure('Profit factor', known(factor, value => digits(value, 2)),
           closed > 0 ? `won ${roughly(cash.gross_profit ?? 0)}, lost ${roughly(cash.gross_loss ?? 0)}` : 'no trade closed'),
    figure('Expectancy', closed > 0 ? inR(multiple.expectancy ?? 0) : '\u2013',
           within ? `95 %: ${inR(within[0])} to ${inR(within[1])}` : 'too few trades for an interval'),
    figure('Trades', count(summary.trades), known(wins, value => `${percent(value)} won`).replace(/^\u2013$/, 'none closed')),
    figure('Refused', count(summary.denied), `of ${count(summary.proposals)} proposals`));
}

// ---- small charts

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

function showExits() {
  const rows = [...grouped(trades, trade => trade.reason)].map(([name, of]) => ({ name, count: of.length,
    remark: `${inR(of.reduce((sum, trade) => sum + trade.r, 0) / of.length)} on average` }));
  bars('exits', rows.sort((a, b) => b.count - a.count), 'No trade was closed.');
}

function showRefusals() {
  const rows = Object.entries(summary.refusals).map(([name, number]) => ({
    name, count: number, sentence: data.words.reason[name], remark: data.words.reason[name] }));
  bars('refusals', rows.sort((a, b) => b.count - a.count), 'Nothing was refused.');
}

const WIDTHS = [0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 50];
const BINS = 32;

// How many results lie in each stretch of R, from the first that has one to the last.
function histogram(values) {
  const least = Math.min(...values, 0), most = Math.max(...values, 0);
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

function showMultiples() {
  const values = trades.map(trade => trade.r).filter(Number.isFinite);
  if (values.length === 0) {
    at('multiples').replaceChildren(element('p', { class: 'none', textContent: 'No trade was closed.' }));
    return;
  }
  const { width, first, counts } = histogram(values), high = 150, wide = 360;
  const most = Math.max(...counts), each = wide / counts.length;
  const x = value => (value / width - first) * each;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const drawing = svg('svg', { viewBox: `0 0 ${wide} ${high + 44}`, role: 'img',
    'aria-label': `Results of ${values.length} trades, ${inR(mean)} on average` });
  counts.forEach((number, place) => {
    const tall = number > 0 ? Math.max(high * number / most, 2) : 0;
    const bar = svg('rect', { x: place * each + 0.5, y: 18 + high - tall, width: Math.max(each - 1, 1),
      height: tall, rx: 1.5, class: first + place < 0 ? 'lost' : 'won' });
    bar.append(svg('title', {}, `${number} from ${short((first + place) * width)} to `
      + `${short((first + place + 1) * width)} R`));
    drawing.append(bar);
  });
  const every = WIDTHS.find(one => one >= 1 && counts.length * width / one <= 8) ?? counts.length * width;
  for (let value = Math.ceil(first * width / every) * every;
       value <= (first + counts.length) * width; value += every) {
    drawing.append(svg('text', { x: Math.min(Math.max(x(value), 6), wide - 6), y: high + 38 }, short(value)));
  }
  drawing.append(svg('line', { x1: 0, x2: wide, y1: 18.5 + high, y2: 18.5 + high, class: 'base' }),
    svg('line', { x1: x(mean), x2: x(mean), y1: 14, y2: 18 + high, class: 'mean' }),
    svg('text', { x: Math.min(Math.max(x(mean), 50), wide - 50), y: 9 }, `mean ${inR(mean)}`));
  at('multiples').replaceChildren(drawing);
}

// ---- guards: states along time, each until the next of the same guard

const GRADES = 5;

function showGuards() {
  if (events.length === 0) {
    return;
  }
  const [from, to] = [account.time[0], account.time.at(-1)], place = time => (time - from) / (to - from || 1);
  const lanes = grouped(events, event => event.guard);
  at('guards').hidden = false;
  at('lanes').replaceChildren(...[...lanes].map(([guard, found]) => element('div', { class: 'lane' },
    element('span', { class: 'what', textContent: words(guard) }),
    element('div', { class: 'track' }, ...found.map((event, i) => segment(event, found[i + 1], place))))));
  at('guards').querySelector('summary').textContent = `All ${count(events.length)} changes`;
  at('events').replaceChildren(...events.slice(-LISTED).map(event => element('li', {
    textContent: `${when(event.time)}: ${event.guard} ${words(event.state).toLowerCase()}`
      + (event.why ? `, ${words(event.why).toLowerCase()}` : '') })));
}

const LISTED = 500;

function segment(event, next, place) {
  const left = place(event.time), right = next ? place(next.time) : 1;
  const made = element('span', { class: `grade-${Math.min(event.grade, GRADES - 1)}`,
    title: `${words(event.state)} since ${when(event.time)}${event.why ? `: ${words(event.why)}` : ''}`,
    style: { left: `${100 * left}%`, width: `${100 * Math.max(right - left, 0.001)}%` } });
  made.dataset.state = event.state;
  return made;
}

// ---- the charts, which share their time

function showAccount(place) {
  const now = place ?? account.time.length - 1;
  at('account-now').textContent = now < 0 ? '' : `${when(account.time[now])} \u00b7 equity `
    + `${roughly(account.equity[now])} \u00b7 drawdown ${percent(account.drawdown[now])}`;
}

let shown = 0, chosen = -1;

function showPrice(place) {
  const prices = symbols[shown]?.prices, now = place ?? prices.time.length - 1;
  at('price-now').textContent = now < 0 ? '' : `${when(prices.time[now])} \u00b7 ${short(prices.close[now], 7)}`
    + ` \u00b7 ${words(['not known yet', ...REGIMES][Number(prices.regime[now])]).toLowerCase()}`;
}

const price = priceChart(showPrice, trade => choose(trades.indexOf(trade), false));
const charts = accountCharts(account, summary.start_balance, showAccount);

function showSymbol(place) {
  shown = place;
  price.show(symbols[place].prices.time.length > 0 ? symbols[place] : { prices: EMPTY },
             trades.filter(trade => trade.symbol === place));
  at('price').setAttribute('aria-label', `Price of ${symbols[place].name} with its trades; `
    + 'arrow keys go from trade to trade');
  [...at('symbols').children].forEach((button, i) => button.setAttribute('aria-pressed', i === place));
  showPrice();
}

const EMPTY = { time: [], open: [], high: [], low: [], close: [], regime: '' };

// Shows a trade, and its symbol; the chart moves only where it would be out of sight.
function choose(place, follow = true) {
  if (place < 0 || place >= trades.length) {
    return;
  }
  const trade = trades[chosen = place];
  if (trade.symbol !== shown && trade.symbol < symbols.length) {
    showSymbol(trade.symbol);
  }
  at('trade').hidden = false;
  showTrade(trade, place, data);
  price.choose(trade);
  at('before').disabled = place === 0;
  at('after').disabled = place === trades.length - 1;
  const { min, max } = price.made.scales.x;
  if (follow && min !== null && (trade.entered < min || trade.left > max)) {
    const half = (max - min) / 2, middle = (trade.entered + trade.left) / 2;
    zoom(middle - half, middle + half);
  }
}

const all = () => [...charts, price.made];
const zoom = (from, to) => all().forEach(chart => chart.show(from, to));
const whole = () => all().forEach(chart => chart.all());

// So many bars before and after it as it took, and some.
function zoomToTrade() {
  const trade = trades[chosen], { time } = symbols[shown].prices;
  const bar = time.length > 1 ? (time.at(-1) - time[0]) / (time.length - 1) : DAY;
  const around = Math.max(trade.left - trade.entered, 30 * bar);
  zoom(trade.entered - around, trade.left + around);
}

// ---- light and dark

function listenToTheme() {
  const root = document.documentElement, prefers = matchMedia('(prefers-color-scheme: dark)');
  const dark = () => (root.dataset.theme ?? (prefers.matches ? 'dark' : 'light')) === 'dark';
  const tell = () => { at('theme').textContent = dark() ? 'Light' : 'Dark'; repaint(all()); };
  at('theme').addEventListener('click', () => {
    root.dataset.theme = dark() ? 'light' : 'dark';
    tell();
  });
  prefers.addEventListener('change', tell);
  tell();
}

const KEYS = { ArrowLeft: () => choose(Math.max(chosen - 1, 0)), ArrowRight: () => choose(chosen + 1),
               Enter: zoomToTrade, Escape: whole };

function listen() {
  at('before').addEventListener('click', KEYS.ArrowLeft);
  at('after').addEventListener('click', KEYS.ArrowRight);
  at('closer').addEventListener('click', zoomToTrade);
  at('whole').addEventListener('click', whole);
  at('price').addEventListener('keydown', event => {
    if (KEYS[event.key] && trades.length > 0) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });
}

function showLegend() {
  const used = new Set(symbols.flatMap(symbol => [...symbol.prices.regime]));
  at('regimes').replaceChildren(...REGIMES.filter((_, code) => used.has(String(code + 1))).map(name =>
    element('li', { class: name.replace('_', '-'), title: data.words.regime[name], textContent: words(name) })));
  at('symbols').replaceChildren(...symbols.map(({ name }, place) => {
    const button = element('button', { type: 'button', textContent: name });
    button.addEventListener('click', () => showSymbol(place));
    return button;
  }));
  at('symbols').hidden = symbols.length < 2;
}

showHead();
showFigures();
showExits();
showRefusals();
showMultiples();
showGuards();
showLegend();
showAccount();
showSymbol(0);
choose(trades.length - 1);
listenToTheme();
listen();
document.documentElement.dataset.ready = 'true';
