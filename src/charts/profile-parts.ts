import { block, gather, linesHeight, type Marks, type Sheet } from './drawing.ts';
import { partLook } from './palette.ts';
import { textRoom } from './words.ts';

/** Words in lines, each after the colour of its part; `height` is what the lines take. */
export type Flow = { readonly height: number; readonly draw: (top: number) => Marks };

const swatch = 14;
const indent = swatch + 6;
const air = 12;

/** One text a part (its name, or its share where no bar can be drawn), from `left`, in as many lines as needed. */
export function partFlow(texts: readonly string[], left: number, { size, width }: Sheet): Flow {
  const line = linesHeight(1, size) + 4;
  let x = left;
  let lines = 1;
  const places = texts.map(text => {
    const taken = indent + textRoom(text, size);
    if (x > left && x + taken > width) {
      x = left;
      lines += 1;
    }
    x += taken + air;
    return { text, x: x - taken - air, line: lines - 1 };
  });
  return {
    height: lines * line,
    draw: top =>
      gather(
        ...places.map((place, part) => {
          const { fill, stroke } = partLook(part);
          const y = top + (place.line + 0.5) * line;
          return {
            keys: [
              { x: place.x + swatch / 2 + 1, y, shape: 'square', size: swatch ** 2, fill, stroke, rim: 1 },
            ],
            words: block([place.text], place.x + indent, y, { size }),
          };
        }),
      ),
  };
}
