import { expect, it } from 'vitest';
import { spokenSymbols } from '../../src/site/symbols.ts';

it('a symbol that stands for a figure is followed by its meaning, and nothing else is', () => {
  expect(spokenSymbols('England, 2012/13: [x]; 81% [p] [note 1]')).toBe(
    'England, 2012/13: [x]<span class="govuk-visually-hidden"> not available</span>; 81% [p] [note 1]',
  );
});
