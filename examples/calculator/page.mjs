// SPDX-License-Identifier: MIT
import { load } from '../../bindings/wasm/sigma.mjs';
import { decide, prepare, Wrong } from './decide.mjs';
import { ENTRIES, GROUPS, SHARE, SYMBOL, WORD } from './form.mjs';
import { digits, element, money, percent } from './show.mjs';

const { wasm, codes, symbols } = JSON.parse(document.getElementById('core').textContent);
const bytes = Uint8Array.from(atob(wasm), letter => letter.charCodeAt(0));
const sigma = await load(bytes, codes);
const at = id => document.getElementById(id);
const input = flag => at('form').elements[flag];
const vocabulary = name => codes[`SIGMA_VOCABULARY_${name}`];
const wordOf = (name, code) => sigma.text('sigma_word_write', vocabulary(name), code);
const sentenceOf = (name, code) => sigma.text('sigma_word_explain', vocabulary(name), code);
const exact = value => sigma.text('sigma_number_write', value);
const codesOf = prefix => Array.from({ length: codes[`SIGMA_${prefix}_COUNT`] }, (_, code) => code);
const has = (set, code) => (set >> BigInt(code) & 1n) === 1n;
const spaced = word => word.replaceAll('_', ' ');

// ---- the form

const EXAMPLE = { symbol: 'EURUSD', account: '10000', risk: '1', entry: '1.10', stop: '1.0970' };
const UNITS = { '1': '', account: 'money', bars: 'bars' };

function choices(entry) {
  if (entry.type === SYMBOL) {
    return [...Object.keys(symbols), ''].map(name =>
      element('option', { value: name, textContent: name || 'other' }));
  }
  const first = entry.flag === 'mode' ? [] : [element('option', { value: '', textContent: '' })];
  return [...first, ...codesOf(entry.vocabulary).slice(1).map(code => {
    const name = wordOf(entry.vocabulary, code);
    return element('option', { value: name, textContent: spaced(name),
                               title: sentenceOf(entry.vocabulary, code) });
  })];
}

function control(entry) {
  const shared = { name: entry.flag, id: `in-${entry.flag}` };
  if (entry.type === SYMBOL || entry.type === WORD) {
    return element('select', shared, ...choices(entry));
  }
  return element('input', { ...shared, type: 'text', inputMode: 'decimal', spellcheck: false });
}

function unitOf(entry) {
  if (entry.type === SHARE) {
    return '%';
  }
  if (!entry.field || entry.type === WORD) {
    return '';
  }
  const kind = sigma.kinds.get({ sizing: 'sigma_sizing_params', stops: 'sigma_stops_params',
                                 sample: 'sigma_sizing_sample', market: 'sigma_market_result' }
    [entry.struct] || `sigma_${entry.struct}`);
  const unit = sigma.layout(kind).find(field => field.name === entry.field).unit;
  return UNITS[unit] ?? unit;
}

function row(entry) {
  return element('label', { className: 'row', htmlFor: `in-${entry.flag}`,
                            data: { flag: entry.flag } },
    element('span', { className: 'name', textContent: entry.label }),
    element('span', { className: 'cell' }, control(entry),
            element('span', { className: 'unit', textContent: unitOf(entry) })),
    element('span', { className: 'wrong' }));
}

function group({ title, open, entries }) {
  const rows = element('div', { className: 'rows' }, ...entries.map(row));
  return open ? rows : element('details', {}, element('summary', { textContent: title }), rows);
}

function entered() {
  return Object.fromEntries(ENTRIES.map(({ flag, modes }) => {
    const applies = !modes || modes.includes(input('mode').value.toUpperCase());
    return [flag, applies ? input(flag).value.trim() : ''];
  }));
}

// What stands where nothing is entered, and which entries the mode looks at.
function hint(given) {
  sigma.release();
  const mode = codes[`SIGMA_MODE_${given.mode.toUpperCase()}`];
  const structs = prepare(sigma, symbols, given.symbol, mode);
  for (const entry of ENTRIES.filter(found => found.field)) {
    const line = at('form').querySelector(`[data-flag="${entry.flag}"]`);
    line.hidden = entry.modes && !entry.modes.includes(given.mode.toUpperCase());
    const value = structs[entry.struct][entry.field];
    if (entry.type !== WORD) {
      input(entry.flag).placeholder =
        value === 0 ? '' : digits(entry.type === SHARE ? 100 * value : value, 12);
    } else if (entry.flag !== 'mode') {
      input(entry.flag).options[0].textContent =
        value ? spaced(wordOf(entry.vocabulary, value)) : 'from the stop';
    }
  }
}

// ---- the answer

function figure(name, label, value, shown, remark = '') {
  return element('div', {}, element('dt', { textContent: label }),
    element('dd', { title: exact(value), data: { name, exact: exact(value) } },
            element('span', { className: 'value', textContent: shown }),
            element('span', { className: 'remark', textContent: remark })));
}

function figures(d, equity) {
  const s = d.sizing, stops = d.stops;
  return [
    figure('risk', 'Risk', s.risk, money(s.risk), percent(s.risk / equity)),
    figure('stop', 'Stop', stops.stop, exact(stops.stop), `${exact(stops.distance)} away`),
    figure('target', 'Target', stops.target, exact(stops.target)),
    figure('reward_risk', 'Target, in stops', stops.reward_risk, digits(stops.reward_risk, 4)),
    figure('gain', 'Gain at the target', s.gain, money(s.gain)),
    figure('margin', 'Margin', s.margin, money(s.margin)),
    figure('notional', 'Notional', s.notional, money(s.notional)),
    figure('loss_per_lot', 'Loss a lot', s.loss_per_lot, money(s.loss_per_lot)),
    figure('cost_per_lot', 'Costs in it', s.cost_per_lot, money(s.cost_per_lot)),
    figure('balance_min', 'Least balance for an order', s.balance_min, money(s.balance_min)),
  ];
}

function step(vocabulary, code, times, shown, leaves, shownLeaves, most, bound) {
  const name = wordOf(vocabulary, code);
  const bar = element('span', { className: 'bar' });
  bar.style.setProperty('--part', most > 0 ? leaves / most : 0);
  return element('li', { className: bound ? 'bound' : '', title: sentenceOf(vocabulary, code),
                         data: { name } },
    element('span', { className: 'what', textContent: spaced(name) }),
    element('span', { className: 'by', textContent: shown, title: exact(times),
                      data: { exact: exact(times) } }),
    element('span', { className: 'leaves', textContent: shownLeaves, title: exact(leaves),
                      data: { exact: exact(leaves) } }), bar);
}

function showWaterfall(s) {
  const [factor, risk, cap, lots] = [s.factor, s.risk_after, s.cap, s.lots_after];
  const factors = codesOf('FACTOR').filter(f => f === codes.SIGMA_FACTOR_BASE || factor[f] !== 1);
  const caps = codesOf('CAP').filter(code => has(s.asked, code));
  const mostRisk = Math.max(...risk), mostLots = Math.max(...caps.map(code => lots[code]));
  at('factors').replaceChildren(...factors.map(f =>
    step('FACTOR', f, factor[f], `× ${digits(factor[f], 4)}`, risk[f], money(risk[f]), mostRisk)));
  at('caps').replaceChildren(...caps.map(code =>
    step('CAP', code, cap[code], `≤ ${digits(cap[code], 6)}`, lots[code], digits(lots[code], 6),
         mostLots, code === s.binding)));
  at('why').textContent = `What bound the size: ${sentenceOf('CAP', s.binding)}`;
  at('waterfall').hidden = caps.length === 0;
}

function sentences(id, name, set) {
  at(id).replaceChildren(...codesOf(name).filter(code => has(set, code)).map(code =>
    element('li', { textContent: sentenceOf(name, code), data: { name: wordOf(name, code) } })));
}

function show({ decision: d, structs }) {
  const verdict = wordOf('VERDICT', d.verdict), side = wordOf('SIDE', structs.proposal.side);
  at('result').dataset.verdict = at('word').textContent = verdict;
  at('sentence').textContent = sentenceOf('VERDICT', d.verdict);
  at('lots').textContent = at('lots').dataset.exact = exact(d.lots);
  at('unit').textContent = `lots ${side}`;
  at('would').hidden = !(d.lots <= 0 && d.sizing.lots > 0);
  at('would').textContent = `It would have been ${exact(d.sizing.lots)} lots.`;
  at('figures').replaceChildren(...(d.sizing.asked ? figures(d, structs.sample.equity) : []));
  sentences('refused', 'REASON', d.refused);
  sentences('warnings', 'WARNING', d.warnings);
  showWaterfall(d.sizing);
}

function problem(error) {
  for (const line of at('form').querySelectorAll('.row')) {
    const wrong = error instanceof Wrong && line.dataset.flag === error.flag;
    line.classList.toggle('bad', wrong);
    line.querySelector('.wrong').textContent = wrong ? error.message : '';
    if (wrong && line.closest('details')) {
      line.closest('details').open = true;
    }
  }
  at('result').hidden = error !== null;
  at('problem').hidden = error === null;
  at('problem').textContent = error instanceof Wrong ? 'Complete the form to see the size.'
    : error ? `The library refuses this: ${sentenceOf('STATUS', error.status)}` : '';
}

function update() {
  const given = entered();
  hint(given);
  try {
    show(decide(sigma, symbols, given));
    problem(null);
  } catch (error) {
    if (!(error instanceof Wrong) && error.status === undefined) {
      throw error;
    }
    problem(error);
  }
}

at('version').textContent = codes.VERSION;
at('form').append(...GROUPS.map(group));
Object.entries({ mode: 'fraction', ...EXAMPLE }).forEach(([flag, value]) => {
  input(flag).value = value;
});
at('form').addEventListener('input', update);
at('form').addEventListener('submit', event => event.preventDefault());
update();
document.documentElement.dataset.ready = 'true';
