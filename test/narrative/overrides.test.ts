// Sentences put otherwise, through the whole build: what is printed, what the ledger keeps, and what stops it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import {
  inventedFolder,
  type Override,
  overrideOf,
  readingWith,
  withCouncilFolder,
} from '../support/council-folder.ts';
import { text } from '../support/readable.ts';
import { viewsOf } from '../support/views.ts';

const path = 'content/overrides/2013-14.yaml';

function made(overrides: Readonly<Record<string, Override>>, area: string | null = null) {
  return withCouncilFolder(overrides, root => makeReport(root, { edition: null, area }));
}

function report(contents: string, area: string | null = null) {
  const result = made({ [path]: contents }, area);
  if (result.outcome !== 'made') throw new Error(JSON.stringify(result));
  return { ...result.report, ...viewsOf(result.report) };
}

const said = (overrides: Readonly<Record<string, Override>>) => {
  const result = made(overrides);
  if (result.outcome === 'unknown') return [];
  return result.issues.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
};

const sentence = (made: ReturnType<typeof report>, id: string) =>
  made.themes
    .flatMap(({ groups }) =>
      groups.flatMap(({ sections }) => sections.flatMap(each => each.paragraphs.flat())),
    )
    .find(each => each.id === id);

const ledgerOf = (made: Pick<ReturnType<typeof report>, 'files'>) =>
  JSON.parse(made.files.find(file => file.path === '2013-14/figures.json')?.text ?? '');

describe('an override', () => {
  it('is printed in the place of the computed sentence, its figures led to their evidence', () => {
    const printed = sentence(report(overrideOf()), 'ks2.ks2-reading.2');
    expect(printed && text(printed)).toBe('Recovering to ⟨84%⟩, it made good the fall of the year before.');
    expect(printed?.runs.find(({ figure }) => figure !== null)).toEqual({
      text: '84%',
      figure: 'ks2-reading.observation.total.w01.201314',
      href: '2013-14/ks2/numbers/ks2-reading/#ks2-reading.observation.total.w01.201314',
    });
  });

  it('is in the ledger as printed, with what was computed, why and by whom', () => {
    const { sentences } = ledgerOf(report(overrideOf({ by: 'Head of education' })));
    const [entry, ...others] = sentences.filter((each: object) => 'override' in each);
    expect(others).toEqual([]);
    expect(entry).toEqual({
      id: 'ks2.ks2-reading.2',
      page: '2013-14/ks2/',
      text: 'Recovering to 84%, it made good the fall of the year before.',
      figures: ['ks2-reading.observation.total.w01.201314'],
      override: {
        computed: 'This rose by 3 percentage points from 81% in 2012/13, a final figure.',
        reason: 'The fall of 2012/13 followed a change of test.',
        by: 'Head of education',
      },
    });
  });

  it('may stand for a key message, a chart’s title and an answer of the front page', () => {
    const entries = [
      ['home.worry', 'No headline is clearly worse than in Albion.'],
      ['ks2.ks2-reading.title', 'Reading: 84%, up 3 percentage points'],
    ];
    const items = entries.map(([id, computed]) =>
      overrideOf({ sentence: id ?? '', computed: computed ?? '', instead: 'In our words' }).replace(
        'overrides:\n',
        '',
      ),
    );
    const both = report(`overrides:\n${items.join('')}`);
    expect(both.homes[0]?.answers[1]?.answer.runs[0]?.text).toBe('In our words');
    const titles = both.themes
      .flatMap(({ groups }) => groups.flatMap(({ sections }) => sections))
      .map(({ chart }) => chart?.title);
    expect(titles).toContain('In our words');
  });

  it('may name a figure that nothing else prints, and the ledger then holds it', () => {
    const instead = 'It was {ks2-reading against region} above the Far North.';
    const changed = made({
      [path]: overrideOf({ instead }),
      'data/observations/ks2/201314.csv': words => words.replace('~82', '82'),
      'data/catalogue/ks2.yaml': words => words.replace('[nation, region, neighbours]', '[nation]'),
    });
    if (changed.outcome !== 'made') throw new Error(JSON.stringify(changed));
    const ids = ledgerOf(changed.report).figures.map(({ id }: { id: string }) => id);
    expect(ids).toContain('ks2-reading.difference.total.w01.201314.r01');
  });

  it('is the council’s own: the report of another area has none', () => {
    expect(JSON.stringify(report(overrideOf(), 'N01'))).not.toContain('Recovering');
  });
});

describe('an override stops the build', () => {
  it('when the computed sentence no longer says what it said', () => {
    const changed = {
      'data/observations/ks2/201314.csv': readingWith('85,170,200'),
    };
    expect(said({ [path]: overrideOf() })).toEqual([]);
    expect(said({ [path]: overrideOf(), ...changed })).toEqual([`${path}:3:15 override-out-of-date`]);
  });

  it('when its sentence, its edition or one of its figures is unknown or may not be given', () => {
    expect(said({ [path]: overrideOf({ sentence: 'ks2.ks2-reading.22' }) })).toEqual([
      `${path}:2:15 unknown-sentence`,
    ]);
    expect(said({ 'content/overrides/2014-15.yaml': overrideOf() })).toEqual([
      'content/overrides/2014-15.yaml:1:1 unknown-edition',
    ]);
    expect(said({ [path]: overrideOf({ instead: 'Up {ks2-readng}.' }) })).toEqual([
      `${path}:4:18 unknown-figure`,
    ]);
    expect(said({ [path]: overrideOf({ instead: 'Up {ks2-reading gap Girls}.' }) })).toEqual([
      `${path}:4:18 unknown-figure`,
    ]);
    expect(said({ [path]: overrideOf({ instead: 'By {ks2-reading against neighbours}.' }) })).toEqual([
      `${path}:4:18 figure-not-given`,
    ]);
  });

  it('when a percentage is typed, the words are unfinished or the same sentence is overridden twice', () => {
    expect(said({ [path]: overrideOf({ instead: 'It rose to 84%.' }) })).toEqual([
      `${path}:4:26 typed-figure`,
    ]);
    expect(said({ [path]: overrideOf({ reason: 'TBC' }) })).toEqual([`${path}:5:14 drafting-note`]);
    const twice = `${overrideOf()}${overrideOf().replace('overrides:\n', '')}`;
    expect(said({ [path]: twice })).toEqual([`${path}:6:15 duplicate-id`]);
  });

  it('when a key is missing, misspelt or empty', () => {
    expect(said({ [path]: overrideOf().replace(/ {4}reason.*\n/, '') })).toEqual([`${path}:2:5 missing-key`]);
    expect(said({ [path]: overrideOf().replace('instead', 'insted') })).toEqual([`${path}:4:5 unknown-key`]);
    expect(said({ [path]: overrideOf({ instead: ' ' }) })).toHaveLength(1);
    expect(said({ [path]: 'overrides: []\n' })).toEqual([`${path}:1:12 empty-value`]);
  });
});

it('no text in an override file makes the build throw, and every issue has its place', () => {
  const sound = overrideOf();
  const awkward = fc.constantFrom(
    '"',
    "'",
    '\n',
    '\t',
    ':',
    '- ',
    '{',
    '}',
    '[',
    '|',
    '>',
    '#',
    '{ks2-reading}',
    '%',
    '*a',
    '0',
  );
  const change = fc.record({
    at: fc.nat(sound.length),
    cut: fc.nat(15),
    put: fc.array(awkward, { maxLength: 3 }),
  });
  const contents = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(awkward).map(parts => parts.join('')),
    change.map(({ at, cut, put }) => `${sound.slice(0, at)}${put.join('')}${sound.slice(at + cut)}`),
  );
  fc.assert(
    fc.property(contents, contents => {
      const result = made({ [path]: contents });
      if (result.outcome !== 'issues') return;
      const lines = contents.split(/\r\n?|\n/);
      for (const { file, line, column } of result.issues) {
        expect(Object.keys(inventedFolder)).not.toContain(file);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
      }
    }),
    { numRuns: 100 },
  );
});
