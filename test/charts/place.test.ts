import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lanes, spread } from '../../src/charts/placing.ts';

describe('spread', () => {
  it('leaves things that do not meet where they wish to be', () => {
    expect(
      spread(
        [
          { middle: 10, extent: 10 },
          { middle: 50, extent: 20 },
        ],
        0,
        100,
      ),
    ).toEqual([10, 50]);
  });

  it('moves things that meet apart by as much each, keeping their order', () => {
    expect(
      spread(
        [
          { middle: 50, extent: 10 },
          { middle: 50, extent: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([45, 55]);
    expect(
      spread(
        [
          { middle: 52, extent: 10 },
          { middle: 48, extent: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([55, 45]);
  });

  it('keeps things inside the ends', () => {
    expect(
      spread(
        [
          { middle: 99, extent: 10 },
          { middle: 100, extent: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([85, 95]);
    expect(spread([{ middle: 0, extent: 10 }], 0, 100)).toEqual([5]);
  });

  it('never lets two things overlap, nor leave when there is room', () => {
    const wish = fc.record({
      middle: fc.integer({ min: -50, max: 150 }),
      extent: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 5 }), wishes => {
        const boxes = spread(wishes, 0, 100)
          .map((middle, index) => {
            const half = (wishes[index]?.extent ?? 0) / 2;
            return { from: middle - half, to: middle + half };
          })
          .toSorted((a, b) => a.from - b.from);
        expect(boxes.every((box, index) => box.from >= (boxes[index - 1]?.to ?? 0) - 1e-6)).toBe(true);
        expect(boxes.every(box => box.to <= 100 + 1e-6)).toBe(true);
      }),
    );
  });
});

it('lanes puts a span in the first lane that is free there', () => {
  const spans = [
    { from: 0, to: 10 },
    { from: 5, to: 15 },
    { from: 10, to: 20 },
    { from: 12, to: 14 },
  ];
  expect(lanes(spans)).toEqual([0, 1, 0, 2]);
});
