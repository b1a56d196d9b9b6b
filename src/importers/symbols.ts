import { Big } from 'big.js';

/**
 * What a symbol means, by the file it stands in. Until about 2019/20 the Department's files wrote `x` for suppressed, `.` for
 * not applicable and `:` for not available; since then `c`, `z` and `x`. Its interactive tool has `-` for all of these,
 * and the performance tables have words. An empty text says that there is no figure at all.
 */
const vintages = {
  open: { z: 'z', x: 'x', c: 'c', low: 'low', k: 'k', u: 'u' },
  'before-2020': { x: 'c', c: 'c', z: 'z', '.': 'z', '..': 'x', ':': 'x', '~': 'low', '-': 'low', na: 'x' },
  lait: { '-': 'x', c: 'c', '..': 'x', x: 'x', z: 'z' },
  'performance-tables': {
    supp: 'c',
    sp: 'c',
    ne: 'z',
    na: 'z',
    np: 'x',
    new: 'z',
    lowcov: 'x',
    dns: 'x',
    "''": '',
    '': '',
  },
  council: {
    '-': 'x',
    na: 'x',
    'n/a': 'x',
    '..': 'x',
    c: 'c',
    x: 'x',
    z: 'z',
    low: 'low',
    k: 'k',
    u: 'u',
    '': '',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type Vintage = keyof typeof vintages;

/** The symbols of a vintage as a file writes them, for those who are told of another. */
export function symbolsWritten(vintage: Vintage): readonly string[] {
  return Object.keys(vintages[vintage]).filter(symbol => symbol !== '');
}

/**
 * A cell as the published form writes it: the number as the shortest decimal to 15 significant digits, without exponent,
 * thousands' commas or percent sign, times the scale; or the symbol of today's standard. Null for what is neither.
 */
export function cellReader(vintage: Vintage, scale: number): (written: string) => string | null {
  const symbols: Readonly<Record<string, string>> = vintages[vintage];
  return remembering(scale === 1, text => symbols[text.toLowerCase()] ?? plainNumber(text, scale));
}

/** A cell of open data, whose symbols are put into today's words once the vintage of the whole file is known. */
export function openReader(): (written: string) => string | null {
  const symbols = new Set(['', ...symbolsWritten('open'), ...symbolsWritten('before-2020')]);
  return remembering(true, text => {
    const small = text.toLowerCase();
    return symbols.has(small) ? small : plainNumber(small);
  });
}

/** A reader that remembers what it has read, and does not look at numbers that are as they should be, where they may stay so. */
function remembering(
  mayStay: boolean,
  read: (text: string) => string | null,
): (written: string) => string | null {
  const seen = new Map<string, string | null>();
  return written => {
    if (mayStay && isShortest(written)) return written;
    const before = seen.get(written);
    if (before !== undefined) return before;
    const made = read(written.trim());
    // A copy: a piece of a block of text would keep the whole block.
    if (seen.size < 200_000) seen.set(written.length > 12 ? Buffer.from(written).toString() : written, made);
    return made;
  };
}

export function symbolInWords(vintage: Vintage, symbol: string): string | null {
  const symbols: Readonly<Record<string, string>> = vintages[vintage];
  return symbols[symbol] ?? null;
}

/** Whether a short text is a number as the published form has it already: most are, and need no more looking at. */
function isShortest(text: string): boolean {
  const { length } = text;
  if (length === 0 || length > 12) return false;
  const first = text.charCodeAt(0) === minus ? 1 : 0;
  let point = -1;
  for (let at = first; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === dot && point === -1) point = at;
    else if (code < nought || code > nine) return false;
  }
  if (point === first || point === length - 1) return false;
  if (text.charCodeAt(first) === nought)
    return point === first + 1 ? text.charCodeAt(length - 1) !== nought : text === '0';
  return length > first && (point === -1 || text.charCodeAt(length - 1) !== nought);
}

const [minus, dot, nought, nine] = [45, 46, 48, 57];

/** A number as the published form writes it, or null. */
export function plainNumber(text: string, scale = 1): string | null {
  const form = /^[+−-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][+-]?\d+)?\s*%?$/;
  if (!/\d/.test(text) || !form.test(text)) return null;
  const number = Number(text.replace('−', '-').replaceAll(/[,%\s]/g, '')) * scale;
  if (!Number.isFinite(number)) return null;
  const shortest = String(Number(number.toPrecision(15)));
  if (!shortest.includes('e')) return shortest === '-0' ? '0' : shortest;
  return new Big(shortest).toFixed();
}
