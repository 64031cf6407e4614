// SPDX-License-Identifier: MIT
// A symbol's price along time, with its regimes and trades.
import { axis, chart, color, QUIET, stroke, times } from './charts.mjs';
import { short } from './figures.mjs';

export const REGIMES = ['trend_up', 'trend_down', 'range', 'chop', 'volatile'];
const CODES = ['unknown', ...REGIMES];
const CANDLE = 5; // least pixels of a bar to be drawn as one
const CROWD = 500; // trades in sight from which they are ticks

export function priceChart(tell, choose, crowded) {
  let symbol = null, trades = [], chosen = null, u = null;

  function bands() {
    const { ctx, bbox } = u, { time, regime } = symbol.prices;
    const x = place => u.valToPos(time[Math.min(place, time.length - 1)], 'x', true);
    ctx.save();
    clip();
    for (let first = 0, next; first < regime.length; first = next) {
      for (next = first + 1; next < regime.length && regime[next] === regime[first];) {
        next++;
      }
      ctx.fillStyle = color(`--${CODES[regime[first]].replace('_', '-')}`);
      if (regime[first] !== '0') {
        ctx.fillRect(x(first), bbox.top, x(next) - x(first), bbox.height);
      }
    }
    ctx.restore();
  }

  function clip() {
    const { left, top, width, height } = u.bbox;
    u.ctx.beginPath();
    u.ctx.rect(left, top, width, height);
    u.ctx.clip();
  }

  const seen = () => trades.filter(trade =>
    trade.left >= u.scales.x.min && trade.entered <= u.scales.x.max);
  const x = time => u.valToPos(time, 'x', true), y = price => u.valToPos(price, 'y', true);

  function bars() {
    const { time, open, high, low, close } = symbol.prices, { ctx } = u;
    const [first, last] = u.series[0].idxs ?? [0, time.length - 1];
    const width = last > first ? (x(time[last]) - x(time[first])) / (last - first) / devicePixelRatio : 20;
    if (width < CANDLE) {
      ctx.strokeStyle = color('--ink');
      ctx.lineWidth = 1.1 * devicePixelRatio;
      ctx.lineJoin = 'round';
      stroke(ctx, ...time.slice(first, last + 1).map((t, i) => [x(t), y(close[first + i])]));
      return;
    }
    const body = Math.min(0.6 * width, 12) * devicePixelRatio;
    for (let i = first; i <= last; i++) {
      const rises = close[i] >= open[i], top = y(Math.max(open[i], close[i]));
      ctx.strokeStyle = ctx.fillStyle = color(rises ? '--candle-up' : '--candle-down');
      ctx.lineWidth = devicePixelRatio;
      stroke(ctx, [x(time[i]), y(high[i])], [x(time[i]), y(low[i])]);
      ctx.fillRect(x(time[i]) - body / 2, top, body,
                   Math.max(y(Math.min(open[i], close[i])) - top, devicePixelRatio));
    }
  }

  function mark(trade, size) {
    const { ctx } = u, up = trade.side === 'long' ? 1 : -1;
    const [from, to] = [[x(trade.entered), y(trade.entry)], [x(trade.left), y(trade.exit)]];
    ctx.strokeStyle = ctx.fillStyle =
      color(trade.open ? '--accent' : trade.profit > 0 ? '--gain' : '--loss');
    stroke(ctx, from, to);
    ctx.beginPath();
    ctx.moveTo(from[0], from[1] + up * size * 0.2);
    ctx.lineTo(from[0] - size, from[1] + up * size * 1.9);
    ctx.lineTo(from[0] + size, from[1] + up * size * 1.9);
    ctx.fill();
    ctx.beginPath();
    if (trade.open) {
      ctx.arc(to[0], to[1], 0.6 * size, 0, 2 * Math.PI);
    } else {
      ctx.rect(to[0] - size / 2, to[1] - size / 2, size, size);
    }
    if (trade.open || trade.profit <= 0) {
      ctx.fillStyle = color('--paper');
    }
    ctx.fill();
    ctx.stroke();
    const width = Math.max(to[0] - from[0], 2 * size);
    ctx.setLineDash([3, 3].map(length => length * devicePixelRatio));
    ctx.strokeStyle = color('--stop');
    stroke(ctx, [from[0], y(trade.stop)], [from[0] + width, y(trade.stop)]);
    ctx.setLineDash([]);
  }

  function highlight(trade) {
    const { ctx, bbox } = u, [from, to] = [x(trade.entered), x(trade.left)];
    const width = Math.max(to - from, 3 * devicePixelRatio);
    ctx.fillStyle = color('--chosen');
    ctx.fillRect(from - devicePixelRatio, bbox.top, width + 2 * devicePixelRatio, bbox.height);
    if (trade.target > 0) {
      ctx.strokeStyle = color('--gain');
      ctx.setLineDash([3, 3].map(length => length * devicePixelRatio));
      stroke(ctx, [from, y(trade.target)], [from + width, y(trade.target)]);
      ctx.setLineDash([]);
    }
  }

  // Too many to tell apart are ticks along the lower edge: what those of a pixel made together.
  function ticks(found) {
    const { ctx, bbox } = u, height = 7 * devicePixelRatio, made = new Map();
    for (const trade of found.filter(one => !one.open)) {
      const place = Math.round(x(trade.left));
      made.set(place, (made.get(place) ?? 0) + trade.r);
    }
    for (const [place, sum] of made) {
      ctx.fillStyle = color(sum > 0 ? '--gain' : '--loss');
      ctx.fillRect(place, bbox.top + bbox.height - height, 1, height);
    }
  }

  function draw() {
    const found = seen(), { ctx } = u;
    ctx.save();
    clip();
    if (chosen && found.includes(chosen)) {
      ctx.lineWidth = 1.5 * devicePixelRatio;
      highlight(chosen);
    }
    bars();
    ctx.lineWidth = 1.25 * devicePixelRatio;
    crowded(found.length > CROWD);
    if (found.length > CROWD) {
      ticks(found);
      found.filter(trade => trade.open).forEach(trade => mark(trade, 4.5 * devicePixelRatio));
    } else {
      found.forEach(trade => mark(trade, (found.length > 60 ? 3 : 4.5) * devicePixelRatio));
    }
    if (chosen && found.includes(chosen)) {
      mark(chosen, 6 * devicePixelRatio);
    }
    ctx.restore();
  }

  // The trade whose entry or exit is nearest to a place on the canvas; of very many one whose size is
  // known.
  function nearest(left, top) {
    const far = (time, price) => Math.hypot(u.valToPos(time, 'x') - left,
                                            0.35 * (u.valToPos(price, 'y') - top));
    const distance = trade => Math.min(far(trade.entered, trade.entry), far(trade.left, trade.exit));
    const found = seen(), known = found.length > CROWD ? found.filter(trade => trade.decision) : [];
    return (known.length > 0 ? known : found).reduce((best, trade) =>
      best && distance(best) <= distance(trade) ? best : trade, null);
  }

  function listen(box) {
    let down = null;
    box.addEventListener('mousedown', event => { down = event.clientX; });
    box.addEventListener('click', event => {
      const { left, top } = box.getBoundingClientRect();
      const found = nearest(event.clientX - left, event.clientY - top);
      if (found && Math.abs(event.clientX - (down ?? event.clientX)) < 4) {
        choose(found);
      }
    });
  }

  function show(next, itsTrades) {
    u?.destroy();
    [symbol, trades] = [next, itsTrades];
    const { time, high, low, close } = symbol.prices;
    u = chart('price', {
      hooks: { drawClear: [made => { u = made; bands(); }], draw: [draw],
               ready: [made => listen(made.over)], setCursor: [made => tell(made.cursor.idx)] },
      axes: [axis(2, times), axis(1, (made, values) => values.map(value => short(value)))],
      series: [{}, QUIET, QUIET, QUIET],
    }, [time, high, low, close]);
    return u;
  }

  return { show, choose: trade => { chosen = trade; u?.redraw(false); }, get made() { return u; } };
}
