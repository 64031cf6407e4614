// SPDX-License-Identifier: MIT
// Numbers as sigma-size prints them, and the page's parts.

export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  const { data, ...others } = properties;
  Object.assign(made, others);
  Object.assign(made.dataset, data);
  made.append(...children);
  return made;
}

// toFixed() rounds a tie up, printf to even; this one to even.
function fixed(value, decimals) {
  const up = value.toFixed(decimals), exact = value.toFixed(100);
  const cut = exact.length - 100 + decimals;
  const tie = /^50*$/.test(exact.slice(cut)) && /[13579]$/.test(up);
  return tie ? exact.slice(0, decimals ? cut : -101) : up;
}

export function grouped(plain) {
  return plain.replace(/\d+/, whole => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}

// Below 1 four digits count, down to a hundred-millionth.
export function money(value) {
  let size = Math.abs(value);
  const nothing = size < 5e-9; // which would be -0.00
  let decimals = nothing || size >= 1 ? 2 : 4;
  for (; decimals > 2 && size < 0.1 && decimals < 8; size *= 10) {
    decimals++;
  }
  return grouped(fixed(nothing ? 0 : value, decimals).replace(/(\.\d\d\d*?)0+$/, '$1'));
}

// As many digits, without zeros at the end.
export function digits(value, count) {
  if (value === 0) {
    return '0';
  }
  if (Math.abs(value) >= 1e15) {
    return String(value);
  }
  const exponent = Number(value.toExponential(count - 1).split('e')[1]);
  const text = fixed(value, Math.min(100, Math.max(0, count - 1 - exponent)));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

export function percent(value) {
  return `${fixed(100 * value, 2)} %`;
}
