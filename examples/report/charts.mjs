// SPDX-License-Identifier: MIT
// What charts along time have in common, and those of the account; drawn by uPlot.
/* global uPlot */
import { at, DAY, percent, short } from './figures.mjs';

const FONT = '12px Inter, system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';

const colors = new Map();

export function color(name) {
  if (!colors.has(name)) {
    const style = getComputedStyle(document.documentElement);
    colors.set(name, style.getPropertyValue(name).trim());
  }
  return colors.get(name);
}

// After the page has become light or dark.
export function repaint(charts) {
  colors.clear();
  charts.forEach(made => made.redraw(false));
}

const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 2 });

// ---- what all have in common

export const QUIET = { stroke: 'transparent', width: 0, points: { show: false } }; // for the scale alone

// ---- labels of the time: as little as tells it, the year at its beginning and at the left

const label = options => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
  return time => format.format(time * 1000);
};
const year = label({ year: 'numeric' }), month = label({ month: 'short' });
const day = label({ day: 'numeric', month: 'short' });
const hour = label({ hour: '2-digit', minute: '2-digit' });

export function times(u, splits, axisOf, space, step) {
  const shown = splits.map(time => u.valToPos(time, 'x') < 18 ? null : time);
  return shown.map((time, place) => {
    if (time === null || step >= 360 * DAY) {
      return time === null ? null : year(time);
    }
    const fine = step >= 28 * DAY ? month : step >= DAY || time % DAY === 0 ? day : hour;
    const turns = fine !== hour && year(time) !== (place > 0 && shown[place - 1] !== null ? year(shown[place - 1]) : '');
    return turns && fine === month && month(time) === 'Jan' ? year(time)
      : turns ? `${fine(time)} ${year(time)}` : fine(time);
  });
}

// Numbers at the right, but for those of which the edge would cut off half.
const numbers = text => (u, ticks) => {
  const labels = text(ticks), low = u.bbox.height / devicePixelRatio - 6;
  return labels.map((label, i) => u.valToPos(ticks[i], 'y') > low && !u.axes[0].show ? null : label);
};

// Short where that tells them apart.
function amounts(ticks) {
  const labels = ticks.map(tick => compact.format(tick));
  return new Set(labels).size === labels.length ? labels : ticks.map(tick => short(tick, 9));
}

const shares = ticks => ticks.map(tick => percent(tick, ticks.every(one => Number.isInteger(round(100 * one))) ? 0 : 1));
const round = value => Number(value.toFixed(9));

export const axis = (side, values) => ({
  side, values, font: FONT, stroke: () => color('--soft'), ticks: { show: false }, gap: 8, space: side === 1 ? 40 : 76,
  size: side === 1 ? 62 : 30, grid: { show: side === 1, stroke: () => color('--line'), width: 1 } });

function span(times) {
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0];
  const margin = (last - first || DAY) / 200;
  return [first - margin, last + margin];
}

export function chart(id, options, data) {
  const box = at(id), size = () => ({ width: box.clientWidth, height: box.clientHeight });
  const [from, to] = span(data[0]);
  const made = new uPlot({
    ...size(), legend: { show: false }, padding: [12, 0, 0, 0],
    tzDate: time => uPlot.tzDate(new Date(time * 1000), 'Etc/UTC'),
    ...options,
    hooks: { setScale: [({ scales: { x } }) => Object.assign(box.dataset, { from: x.min, to: x.max })],
             ...options.hooks },
    cursor: { y: false, drag: { x: true, y: false }, points: { size: 7 },
              sync: { key: 'time', scales: ['x', null] }, ...options.cursor },
    scales: { x: { time: true, range: (u, least, most) =>
      least === null || least === most ? [from, to] : [least, most] }, ...options.scales },
  }, data, box);
  made.fit = () => made.setSize(size());
  new ResizeObserver(made.fit).observe(box);
  made.show = (least, most) => {
    const [min, max] = [Math.max(from, least), Math.min(to, most)];
    return min < max ? made.setScale('x', { min, max }) : made.all();
  };
  made.all = () => made.setScale('x', { min: from, max: to });
  made.all();
  return made;
}

// ---- the account

// With room above and below; of what never changes too.
const around = (u, least, most) => {
  const margin = 0.06 * (most - least) || 0.01 * Math.abs(most) || 1;
  return [least - margin, most + margin];
};

export function accountCharts(account, start, tell) {
  const { time, equity: closes, most = closes, least = closes } = account;
  const falls = account.drawdown.map(value => -value);
  const hooks = { setCursor: [u => tell(u.cursor.idx)] };
  const equity = chart('equity', {
    hooks: { ...hooks, drawAxes: [u => level(u, start)] },
    axes: [{ ...axis(2, times), show: false }, axis(1, numbers(amounts))],
    scales: { y: { range: around } },
    series: [{}, { stroke: () => color('--accent'), width: 1.75, fill: () => color('--accent-tint'),
                   fillTo: u => u.scales.y.min, points: { show: time.length < 2 } }, QUIET, QUIET],
    bands: [{ series: [2, 3], fill: () => color('--accent-band') }],
  }, [time, closes, most, least]);
  const drawdown = chart('drawdown', {
    hooks,
    axes: [axis(2, times), { ...axis(1, numbers(shares)), space: 30 }],
    scales: { y: { range: (u, least) => [Math.min(1.08 * least, -0.01), 0] } },
    series: [{}, { stroke: () => color('--loss'), width: 1, fill: () => color('--loss-tint'),
                   fillTo: 0, points: { show: false } }],
  }, [time, falls]);
  return [equity, drawdown];
}

// Where the account began.
function level(u, value) {
  const { ctx, bbox } = u, y = u.valToPos(value, 'y', true);
  if (y < bbox.top || y > bbox.top + bbox.height) {
    return;
  }
  ctx.save();
  ctx.strokeStyle = color('--soft');
  ctx.setLineDash([2, 4].map(length => length * devicePixelRatio));
  ctx.lineWidth = devicePixelRatio;
  stroke(ctx, [bbox.left, y], [bbox.left + bbox.width, y]);
  ctx.restore();
}

export function stroke(ctx, ...points) {
  ctx.beginPath();
  points.forEach(([x, y], place) => place ? ctx.lineTo(x, y) : ctx.moveTo(x, y));
  ctx.stroke();
}
