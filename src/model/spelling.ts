/** Lower-case letters and digits joined by hyphens: how names enter ids, anchors and file names. */
export function slug(text: string): string {
  const small = text.toLowerCase();
  // Nearly every name is one already, and the ids of figures ask it of thousands.
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(small)) return small;
  return small.replace(/[^\p{Letter}\p{Number}]+/gu, '-').replace(/^-|-$/g, '');
}

export function isOneOf<Text extends string>(list: readonly Text[], text: string): text is Text {
  return list.some(each => each === text);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

let lists: Intl.ListFormat | undefined;

/** Names in a sentence: "Ash", "Ash and Elm". */
export function namesInWords(names: Iterable<string>): string {
  // Made when it is asked for: it takes longer than all else that this file loads.
  lists ??= new Intl.ListFormat('en-GB');
  return lists.format(names);
}

/** So many of something: "1 measure", "2 measures", "1,200 values". */
export function counted(number: number, word: string): string {
  return `${number.toLocaleString('en-GB')} ${word}${number === 1 ? '' : 's'}`;
}

export function spaced(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** The known name that was most likely meant: the nearest by spelling, when near enough to be a slip. */
export function nearest(written: string, known: Iterable<string>): string | null {
  const wanted = fold(written);
  if (wanted.length > 100) return null;
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const name of known) {
    if (Math.abs(name.length - wanted.length) >= least) continue;
    const steps = distance(wanted, fold(name));
    if (steps < least) [best, least] = [name, steps];
  }
  return best;
}

function fold(name: string): string {
  return (
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-')
      // A thousand is written 1,000 and 1k as well.
      .replace(/(?<=\d),(?=\d{3})/g, '')
      .replace(/(?<=\d)k\b/g, '000')
  );
}

/** Edit distance: letters put in, taken out, changed, or swapped with their neighbour. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let steps = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) steps = Math.min(steps, (before[j - 2] ?? 0) + 1);
      row.push(steps);
    }
    [before, above] = [above, row];
  }
  return above[b.length] ?? 0;
}
