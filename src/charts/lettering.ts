export type Weight = 'normal' | 'bold';

/** One line of words in pixels, standing on its baseline `y`. */
export type Words = {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly align: 'left' | 'center' | 'right';
  readonly size: number;
  readonly weight: Weight;
};

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

export type Letters = ReturnType<typeof lettersOf>;

/** Letters of a size, whose room is reckoned from a table, since Vega cannot know it without a canvas. */
export function lettersOf(size: number) {
  const room = (text: string, weight: Weight = 'normal'): number => {
    const bare = [...text.normalize('NFD').replace(/\p{Mn}/gu, '')];
    const ems = bare.reduce((sum, letter) => sum + (advances.get(letter) ?? 700), 0) / 1000;
    return ems * size * ease * (weight === 'bold' ? boldness : 1);
  };
  const height = (lines: number): number => lines * size * 1.2;
  return {
    size,
    room,
    height,
    widest: (lines: readonly string[], weight: Weight = 'normal'): number =>
      Math.ceil(Math.max(0, ...lines.map(line => room(line, weight)))),
    /** The text in as few lines as fit, broken at spaces; a single long word stays whole. */
    wrap(text: string, most: number, weight: Weight = 'normal'): readonly string[] {
      const lines: string[] = [];
      for (const word of text.split(' ')) {
        const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
        if (lines.length > 0 && room(longer, weight) <= most) lines[lines.length - 1] = longer;
        else lines.push(word);
      }
      return lines;
    },
    block(
      lines: readonly string[],
      x: number,
      middle: number,
      { align = 'left', weight = 'normal' }: Partial<Pick<Words, 'align' | 'weight'>> = {},
    ): readonly Words[] {
      // Letters reach from 0.72 of the size above their baseline to it: half of that puts them on the middle.
      const first = middle - height(lines.length - 1) / 2 + size * 0.36;
      return lines.map((text, index) => ({ x, y: first + height(index), text, align, size, weight }));
    },
  };
}

/** By the estimated width of their letters. */
export function wordsBox({ x, y, text, align, size, weight }: Words) {
  const width = lettersOf(size).room(text, weight);
  const left = x - (align === 'left' ? 0 : align === 'right' ? width : width / 2);
  return { left, right: left + width, top: y - size * 0.78, bottom: y + size * 0.22 };
}
