// SPDX-License-Identifier: MIT
import { accountCharts, repaint } from './charts.mjs';
import { at, count, DAY, digits, element, inR, interval, mean, percent, reach, read, roughly, short, signed, tone, when,
  words } from './figures.mjs';
import { priceChart, REGIMES } from './price.mjs';
import { showExits, showGuards, showMultiples, showRefusals, showSymbols, showVersus } from './together.mjs';
import { showOpen, showTrade } from './trade.mjs';

const data = read(at('data').textContent);
const { summary, trades, account, symbols } = data, closed = trades.filter(trade => !trade.open);

// ---- the head

const LENGTHS = { d: 'day', h: 'hour', m: 'minute', s: 'second' };

function lengthOf(text) {
  const [, number, unit] = /^(\d+)(\w)$/.exec(text) ?? [null, text, ''];
  return `${number}-${LENGTHS[unit] ?? unit}`;
}

const NAMED = 6; // symbols in a title

const listed = names => names.length <= NAMED ? names.join(', ')
  : `${names.slice(0, NAMED - 1).join(', ')} and ${names.length - NAMED + 1} more`;

// A summary of one symbol speaks of it itself.
function showHead() {
  const files = summary.symbols ?? [summary], seconds = name => files.map(file => Date.parse(file[name]) / 1000);
  const names = listed(symbols.map(symbol => symbol.name)), rows = files.reduce((sum, file) => sum + file.bars, 0);
  const first = when(Math.min(...seconds('first_time'))), last = when(Math.max(...seconds('last_time')));
  const lengths = [...new Set(files.map(file => lengthOf(file.interval)))].join(' and ');
  at('title').textContent = names || 'Replay';
  document.title = `${names} \u00b7 replay report`;
  at('period').textContent = [
    first === last ? first : `${first} to ${last}`, `${count(rows)} ${lengths} ${rows === 1 ? 'bar' : 'bars'}`,
    `from ${roughly(summary.start_balance)}`,
    ...summary.return_a_year === undefined ? [] : [`${percent(summary.return_a_year)} a year`]].join(' \u00b7 ');
  at('version').textContent = summary.version;
}

function figure(name, value, remark, tone = '') {
  const made = element('div', {}, element('dt', { textContent: name }),
    element('dd', { textContent: value, class: tone }), element('dd', { class: 'remark', textContent: remark }));
  made.dataset.name = name;
  return made;
}

function showFigures() {
  const { cash = {} } = summary.journal.all ?? {}, multiples = closed.map(trade => trade.r);
  const ended = closed.length, open = trades.length - ended;
  const gained = summary.final_equity / summary.start_balance - 1;
  const within = interval(multiples), papers = summary.paper_trades ?? 0;
  const [, deepest] = reach(account.drawdown);
  const won = [ended > 0 ? `${percent(summary.wins / ended)} won` : 'none closed',
    ...open > 0 ? [`${count(open)} open`] : [], ...papers > 0 ? [`${count(papers)} more on paper`] : []].join('; ');
  at('figures').replaceChildren(
    figure('Return', signed(percent(gained), gained),
           `${signed(roughly(summary.final_equity - summary.start_balance), gained)} after ${roughly(summary.costs)} costs`,
           tone(gained)),
    figure('Max drawdown', percent(summary.maximum_drawdown),
           `of the balance; equity ${percent(deepest)}`),
    figure('Profit factor', cash.gross_loss > 0 ? digits(cash.profit_factor, 2) : '\u2013',
           ended > 0 ? `won ${roughly(cash.gross_profit ?? 0)}, lost ${roughly(cash.gross_loss ?? 0)}` : 'no trade closed'),
    figure('Expectancy', ended > 0 ? inR(mean(multiples)) : '\u2013',
           within ? `95 %: ${inR(within[0])} to ${inR(within[1])}` : 'too few trades for an interval'),
    figure('Trades', count(summary.trades), won),
    figure('Refused', count(summary.denied), `of ${count(summary.proposals)} proposals`));
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

// What a picture shows, for those who hear it.
function describe() {
  const { equity, most = equity, least = equity } = account, [, deepest] = reach(account.drawdown);
  const low = least.reduce((a, b) => Math.min(a, b)), high = most.reduce((a, b) => Math.max(a, b));
  at('equity').setAttribute('aria-label', `Equity along time: from ${roughly(summary.start_balance)} to `
    + `${roughly(summary.final_equity)}, between ${roughly(low)} and ${roughly(high)}`);
  at('drawdown').setAttribute('aria-label', `Drawdown of the equity along time: at most ${percent(deepest)}`);
}

const HINT = matchMedia('(pointer: coarse)').matches ? 'Tap a trade to see its size.'
  : 'Click a trade to see its size. Drag to zoom, double-click for all.';
const CROWDED = 'Too many trades to draw each: a tick is what those of a pixel made together. Zoom in to see them.';
const hint = crowded => { at('hint').textContent = crowded ? CROWDED : HINT; };

const price = priceChart(showPrice, trade => choose(trades.indexOf(trade), false), hint);
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

// The condition of the dark colours, which is the system's wish until the reader has another.
const NIGHT = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
  .find(rule => rule.media?.mediaText.includes('prefers-color-scheme')).media;

function listenToTheme() {
  const dark = () => matchMedia(NIGHT.mediaText).matches;
  const tell = () => { at('theme').textContent = dark() ? 'Light' : 'Dark'; repaint(all()); };
  at('theme').addEventListener('click', () => {
    NIGHT.mediaText = dark() ? 'not all' : 'screen';
    tell();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tell);
  listenToPrinter(tell);
  tell();
}

// Paper is light, and narrower than a screen.
function listenToPrinter(tell) {
  const root = document.documentElement;
  let usual;
  const paper = (prints, night) => {
    root.toggleAttribute('data-print', prints);
    NIGHT.mediaText = night;
    all().forEach(chart => chart.fit());
    tell();
  };
  addEventListener('beforeprint', () => { usual = NIGHT.mediaText; paper(true, 'not all'); });
  addEventListener('afterprint', () => paper(false, usual));
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
  at('marks').hidden = trades.length === 0;
  at('mark-open').hidden = trades.length === closed.length;
  at('symbols').replaceChildren(...symbols.map(({ name }, place) => {
    const button = element('button', { type: 'button', textContent: name });
    button.addEventListener('click', () => showSymbol(place));
    return button;
  }));
  at('symbols').hidden = symbols.length < 2;
}

showHead();
showFigures();
showExits(closed);
showRefusals(data);
showMultiples(closed);
showOpen(data, choose);
showSymbols(trades, symbols);
describe();
showGuards(data);
showVersus(summary);
showLegend();
showAccount();
showSymbol(0);
choose(Math.max(trades.findLastIndex(trade => trade.decision), trades.length === 0 ? -1 : 0));
listenToTheme();
listen();
document.documentElement.dataset.ready = 'true';
