import { describe, expect, it } from 'vitest';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { loadFolder } from '../support/load-folder.ts';

const home = 'content/commentary/2013-14/home.md';

function issues(overrides: Readonly<Record<string, Override>>) {
  return withCouncilFolder(overrides, root => loadFolder(root)).issues;
}

const said = (words: string) =>
  issues({ [home]: words }).map(({ line, column, rule }) => `${line}:${column} ${rule}`);

describe('a difference said in per cent', () => {
  it('is found after a change, a difference or a gap in braces, however it is spelled', () => {
    expect(said('Up {ks2-reading change}%.')).toEqual(['1:24 percent-for-points']);
    expect(said('It is {ks2-reading against nation} percent above.')).toEqual(['1:36 percent-for-points']);
    expect(said('A gap of {ks2-reading gap Boys}\nper cent.')).toEqual(['2:1 percent-for-points']);
  });

  it('is found after an indicator that is itself a gap in percentage points', () => {
    const inPoints = (text: string) =>
      text.replace('measure: given\n    unit: points', 'measure: given\n    unit: percentage-points');
    const found = issues({
      [home]: 'Behind by {ks2-progress} per cent.',
      'data/catalogue/ks2.yaml': inPoints,
    });
    expect(found.map(({ column, rule }) => `${column} ${rule}`)).toEqual(['26 percent-for-points']);
    expect(said('Progress was {ks2-progress} per cent.')).toEqual([]);
  });

  it('is found in words', () => {
    expect(said('Several per cent higher than last year.')).toEqual(['1:9 percent-for-points']);
    expect(said('Some five per cent higher than last year.')).toEqual(['1:6 typed-figure']);
    expect(said('That is ten per cent more than in Albion.')).toEqual(['1:9 typed-figure']);
  });

  it('is not found in shares, in counts, nor twice where a figure is typed', () => {
    expect(said('A few per cent more schools took part, and a per cent of pupils did not.')).toEqual([]);
    expect(said('Up {ks2-reading change}, to {ks2-reading}.')).toEqual([]);
    expect(said('Up {ks2-reading change in 2013/14} percentage points.')).toEqual([]);
    expect(said('It was 5% higher.')).toEqual(['1:8 typed-figure']);
  });
});

describe('a drafting note', () => {
  it('is found wherever words are left unfinished', () => {
    const notes = [
      'TBC',
      'TODO',
      'XX',
      '???',
      'E.g.?',
      'e.g. ?',
      'Lorem ipsum dolor',
      'insert the chart here',
      'Insert here',
      '[…]',
      '[...]',
      'Have the data don’t understand the sheet!',
      "don't understand",
      '[[ask Ann about this]]',
      '[[TBC]]',
    ];
    for (const note of notes) {
      const found = issues({ [home]: `Good. ${note}\n` });
      expect(
        found.map(({ rule }) => rule),
        note,
      ).toEqual(['drafting-note']);
    }
  });

  it('is not found in finished words', () => {
    const finished = [
      'Schools (e.g. academies) took part; what next? The XVth report says.',
      'We insert a page for each school. Pupils here did well.',
      'Schools do not fully understand how support is decided.',
      'See [the plan](https://plan.example/) [in full].',
      'Maxxie and the class of TODOS.',
    ];
    for (const words of finished) expect(said(words), words).toEqual([]);
  });

  it('is found in the words of the catalogue and in the notes of rows', () => {
    const at = (path: string, change: (text: string) => string) =>
      issues({ [path]: change }).map(({ line, column, rule }) => `${line}:${column} ${rule}`);
    expect(at('data/catalogue/ks2.yaml', text => text.replace('Worked out from counts.', 'TBC'))).toEqual([
      '21:13 drafting-note',
    ]);
    expect(
      at('data/observations/ks2/201314.csv', text =>
        text.replace('Counted, then checked', "Have the data, don't understand the sheet!"),
      ),
    ).toEqual(['2:77 drafting-note']);
    expect(at('data/glossary.yaml', text => text.replace('The four years', 'XX years'))).toEqual([
      '4:14 drafting-note',
    ]);
  });
});

describe('the name of a person', () => {
  it('is warned of wherever a title gives it away', () => {
    const named = ['Cllr Green', 'Cllrs Green', 'Mr O’Brien', 'Dr. A. N. Other', 'Lord Green'];
    for (const words of named) {
      const found = issues({ [home]: `Thanks go to ${words}.\n` });
      expect(
        found.map(({ rule, severity, column }) => [rule, severity, column]),
        words,
      ).toEqual([['personal-name', 'warning', 14]]);
    }
  });

  it('is not seen in a role, nor in a title without a name', () => {
    const roles = [
      'The cabinet member and every councillor agreed.',
      'Councillors want more.',
      'One was a Mr, one a Dr without a name.',
    ];
    for (const words of roles) expect(said(words), words).toEqual([]);
  });

  it('is warned of in the catalogue too', () => {
    const found = issues({
      'data/catalogue/ks2.yaml': text => text.replace('Worked out from counts.', 'Counted by Ms Green.'),
    });
    expect(found.map(({ line, column, rule }) => `${line}:${column} ${rule}`)).toEqual([
      '21:13 personal-name',
    ]);
  });
});

describe('significance', () => {
  it('is a warning, for the word is kept for tested differences', () => {
    const found = issues({ [home]: 'A significant rise, and an insignificant fall.\n' });
    expect(found.map(({ rule, severity, column }) => [rule, severity, column])).toEqual([
      ['untested-significance', 'warning', 3],
    ]);
  });
});
