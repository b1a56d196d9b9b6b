import { expect, it } from 'vitest';
import { mostlyBy, sharedBy } from '../../src/plans/kit/page.ts';

const itself = (text: string) => text;

it('what is the same of all of several is shared, and what is so of one alone is not', () => {
  expect(sharedBy(['a', 'a'], itself)).toBe('a');
  expect(sharedBy(['a', 'b'], itself)).toBeNull();
  expect(sharedBy(['a'], itself)).toBeNull();
});

it('what is said of more than half is usual', () => {
  expect(mostlyBy(['a', 'b', 'a'], itself)).toBe('a');
  expect(mostlyBy(['a', 'b'], itself)).toBeNull();
  expect(mostlyBy(['a'], itself)).toBeNull();
});
