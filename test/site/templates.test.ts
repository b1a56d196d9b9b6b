// What the templates may call.
import { describe, expect, it } from 'vitest';
import { cssString, noteLinks, scrolls, spokenSymbols } from '../../src/site/templates.ts';

it('a symbol that stands for a figure is followed by its meaning, and nothing else is', () => {
  expect(spokenSymbols('England, 2012/13: [x]; 81% [p] [note 1]')).toBe(
    'England, 2012/13: [x]<span class="govuk-visually-hidden"> not available</span>; 81% [p] [note 1]',
  );
});

it('a string of CSS has what CSS and HTML would read otherwise written safely', () => {
  expect(cssString('Health & "care"')).toBe('"Health \\26  \\22 care\\22 "');
  expect(cssString('</style>\\')).toBe('"\\3c /style>\\5c "');
});

describe('tables', () => {
  const cell = (text: string) => ({ text, figure: null, href: null, expansion: null, marks: [] });
  const columns = (...texts: string[]) => texts.map(text => ({ text, numeric: true }));

  it('of short columns need no region to scroll in, one of many years does', () => {
    const rows = [{ header: 'Girls', cells: [cell('84%'), cell('81%')] }];
    expect(scrolls({ columns: columns('Group', '2013', '2014'), rows })).toBe(false);
    const years = columns('Group', ...Array.from({ length: 6 }, () => '2013/14'));
    expect(
      scrolls({ columns: years, rows: [{ header: 'Girls', cells: years.slice(1).map(() => cell('84%')) }] }),
    ).toBe(true);
  });

  it('have a note that is beneath them linked, another stays text', () => {
    const table = { id: 't1', notes: [{ number: 1, text: 'Plain mean.' }] };
    expect(noteLinks('Mean [note 1] [note 2]', table)).toBe(
      'Mean <a class="note-link" href="#t1-note-1">[note 1]</a> [note 2]',
    );
  });
});
