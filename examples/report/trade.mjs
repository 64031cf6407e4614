// SPDX-License-Identifier: MIT
// One trade: what it was, and where its size came from.
import { at, count, element, inR, money, percent, roughly, short, signed, tone, when, words } from './figures.mjs';

const fact = (name, value, remark = '', kind = '') => element('div', {},
  element('dt', { textContent: name }), element('dd', { textContent: value, class: kind }),
  ...remark ? [element('dd', { textContent: remark, class: 'remark' })] : []);

const targetOf = trade => trade.target > 0 ? `target ${short(trade.target, 8)}` : 'no target';

// What has come of it, and where it began and ended.
const closedFacts = trade => [
  fact('Result', signed(money(trade.profit), trade.profit),
       `${inR(trade.r)}, costs ${money(trade.costs)}`, tone(trade.profit)),
  fact('Entry', short(trade.entry, 8), when(trade.entered)),
  fact('Exit', short(trade.exit, 8), `${when(trade.left)}, ${words(trade.reason).toLowerCase()}`
    + (trade.parts.length > 1 ? `, in ${trade.parts.length} parts` : '')),
  fact('Stop', short(trade.stop, 8), targetOf(trade)),
];

// The same of one that is open: its stop may have moved, and part of it may be closed.
const openFacts = trade => [
  fact('Open profit', signed(money(trade.profit), trade.profit), inR(trade.r)
    + (trade.parts.length > 0 ? `, with ${signed(money(trade.banked), trade.banked)} of parts closed` : ''),
       tone(trade.profit)),
  fact('Entry', short(trade.entry, 8), when(trade.entered)),
  fact('Last price', short(trade.exit, 8), when(trade.left)),
  fact('Stop', short(trade.stop, 8), (trade.stop === trade.first_stop ? ''
    : `first ${short(trade.first_stop, 8)}, `) + targetOf(trade)),
];

function factsOf(trade) {
  const made = trade.decision;
  return [
    ...trade.open ? openFacts(trade) : closedFacts(trade),
    fact('Risk', money(trade.risk), made?.expected_profit
      ? `${signed(money(made.expected_profit), made.expected_profit)} expected` : 'costs included'),
    ...made ? [
      fact('Notional', roughly(made.notional), `margin ${roughly(made.margin)}`),
      fact('Decided at', `${percent(made.drawdown)} drawdown`,
           made.confidence ? `${percent(made.confidence, 0)} confidence` : ''),
    ] : [],
  ];
}

// A row: what it is, what it says, what it leaves, and that as a bar under the bar before.
function step(row, most, before) {
  const item = element('li', {
    title: row.sentence, class: row.bound ? 'bound' : row.leaves === before ? 'idle' : '',
    style: { '--part': most > 0 ? row.leaves / most : 0,
             '--before': most > 0 ? (before ?? row.leaves) / most : 0 } },
    element('span', { class: 'what', textContent: words(row.name) }),
    element('span', { class: 'by', textContent: row.by }),
    element('span', { class: 'leaves', textContent: row.text }),
    element('span', { class: 'bar' }));
  item.dataset.name = row.name;
  item.dataset.leaves = row.leaves;
  return item;
}

function fall(id, rows) {
  const most = Math.max(...rows.map(row => row.leaves));
  at(id).replaceChildren(...rows.map((row, place) =>
    step(row, most, rows[place - 1]?.leaves)));
}

const factorRow = sentences => ([name, times, leaves]) => ({
  name, leaves, sentence: sentences[name], text: money(leaves),
  by: name === 'base' ? `${percent(times, 2)} of the account` : `\u00d7 ${short(times, 4)}` });

const BOUNDLESS = 1e12; // lots

const capRow = (sentences, binding) => ([name, most, leaves]) => ({
  name, leaves, sentence: sentences[name], text: short(leaves), bound: name === binding && name !== 'risk',
  by: name === 'risk' ? 'risk \u00f7 loss per lot' : most < BOUNDLESS ? `at most ${short(most)}` : 'no limit' });

function reason(made, vocabulary) {
  const loss = `A lot loses ${money(made.loss_per_lot)} at the stop, ${money(made.cost_per_lot)} of it costs.`;
  const bound = made.binding === 'risk' ? 'No cap binds: the money at risk decides the size.'
    : `${words(made.binding)} binds: ${vocabulary.cap[made.binding].toLowerCase()}`;
  const warnings = made.warnings.map(name => vocabulary.warning[name]);
  return [bound, loss, ...warnings].join(' ');
}

const nameOf = (trade, data) => `${data.symbols[trade.symbol]?.name ?? ''} ${trade.side}, `
  + `${short(trade.lots, 8)} ${trade.lots === 1 ? 'lot' : 'lots'}`;

// Those that are open at the end, each with its figures; a press on one shows where its size came from.
export function showOpen(data, choose) {
  const open = data.trades.filter(trade => trade.open), sum = open.reduce((all, one) => all + one.profit, 0);
  at('open').hidden = open.length === 0;
  at('open-sum').textContent = `${signed(money(sum), sum)} together, in the equity but not in the balance`;
  at('positions').replaceChildren(...open.map(trade => {
    const button = element('button', { type: 'button', textContent: nameOf(trade, data) });
    button.addEventListener('click', () => choose(data.trades.indexOf(trade)));
    const item = element('li', {}, button, element('dl', { class: 'facts' }, ...openFacts(trade)));
    item.dataset.profit = trade.profit;
    return item;
  }));
}

export function showTrade(trade, place, data) {
  const made = trade.decision;
  at('trade-title').textContent = `Trade ${count(place + 1)} of ${count(data.trades.length)}`
    + `${trade.open ? ', open' : ''}: ${nameOf(trade, data)}`;
  at('facts').replaceChildren(...factsOf(trade));
  at('factors').replaceChildren();
  at('caps').replaceChildren();
  if (!made) {
    at('why').textContent = 'Of so many trades the page keeps the sizes of some; '
      + 'that of this one stands in decisions.jsonl.';
    return;
  }
  fall('factors', made.factors.map(factorRow(data.words.factor)));
  fall('caps', made.caps.map(capRow(data.words.cap, made.binding)));
  at('why').textContent = reason(made, data.words);
}
