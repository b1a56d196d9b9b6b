/** How heavy letters are. */
export type Weight = 'normal' | 'bold';

// Advance widths of Helvetica in thousandths of an em; Arial and Liberation Sans share them.
const letters: readonly (readonly [number, string])[] = [
  [191, "'"],
  [222, 'ijl‘’'],
  [260, '|'],
  [278, ' !,./:;I\\ft'],
  [333, '()-r`“”[]'],
  [355, '"'],
  [389, '*'],
  [469, '^'],
  [500, 'Jckqsvxyz'],
  [556, '#$?0123456789L_abdeghnopu–£'],
  [584, '+<=>~'],
  [611, 'FTZ'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw−'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'W'],
  [1000, '—…'],
  [1015, '@'],
];
const advances = new Map(letters.flatMap(([advance, each]) => [...each].map(letter => [letter, advance])));

// Bold letters are at most this much wider, taken over whole words.
const boldness = 1.08;

// Words are given more room than Helvetica needs: a reader's face may be wider (DejaVu Sans by a sixth), or set apart.
const ease = 1.17;

/** The room a text needs in pixels, reckoned from its letters, since Vega cannot know it without a canvas. */
export function textRoom(text: string, size: number, weight: Weight = 'normal'): number {
  const bare = [...text.normalize('NFD').replace(/\p{Mn}/gu, '')];
  const ems = bare.reduce((sum, letter) => sum + (advances.get(letter) ?? 700), 0) / 1000;
  return ems * size * ease * (weight === 'bold' ? boldness : 1);
}

/** The room the widest of some lines needs. */
export function linesRoom(lines: readonly string[], size: number, weight: Weight = 'normal'): number {
  return Math.ceil(Math.max(0, ...lines.map(line => textRoom(line, size, weight))));
}

/** The text in as few lines as fit the room, broken at spaces; a single long word stays whole. */
export function wrapText(
  text: string,
  room: number,
  size: number,
  weight: Weight = 'normal',
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textRoom(longer, size, weight) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
