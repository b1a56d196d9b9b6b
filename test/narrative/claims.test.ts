// Officers' words bound to facts, through the whole build: what stops it, and what the ledger then holds.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueLine } from '../../src/issues.ts';
import { makeReport } from '../../src/report.ts';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { viewsOf } from '../support/views.ts';

const words = 'content/commentary/2013-14/ks2.md';
const observations = 'data/observations/ks2/201314.csv';
const paragraph =
  'Reading did best, with {ks2-reading} at the standard, more than in Albion. It also rose.\nrests-on: [ks2-reading rose, ks2-reading above Albion]\n';

/** Of so many pupils that a point more than in Albion is no chance. */
const many = (text: string) => text.replace(',84,168,200,', ',84,16800,20000,');

function made(overrides: Readonly<Record<string, Override>>) {
  return withCouncilFolder({ [observations]: many, ...overrides }, root => makeReport(root));
}

const said = (overrides: Readonly<Record<string, Override>>) => {
  const result = made(overrides);
  return result.outcome === 'unknown' ? [] : result.issues.map(issueLine);
};

const figuresOf = (value: string) => (text: string) => text.replace(',84,168,200,', `,${value},,,`);

describe('a paragraph that rests on facts', () => {
  it('is printed without them while the data says so', () => {
    const result = made({ [words]: paragraph });
    if (result.outcome !== 'made') throw new Error(JSON.stringify(result));
    const [theme] = viewsOf(result.report).themes;
    expect(theme?.commentary).toContain('It also rose.</p>');
    expect(theme?.commentary).not.toContain('rests-on');
  });

  it('stops the build when the figure under it falls, and says what the data says now', () => {
    expect(made({ [words]: paragraph, [observations]: figuresOf('79') }).outcome).toBe('issues');
    expect(said({ [words]: paragraph, [observations]: figuresOf('79') })).toEqual([
      `${words}:2:12  fact-not-so  "ks2-reading rose" is not so: "This fell by 2 percentage points from 81% in 2012/13, a final figure."; correct the paragraph "Reading did best, with {ks2-reading} at the standard, …" or the fact`,
      `${words}:2:30  fact-not-so  "ks2-reading above Albion" is not so: "It was 4 percentage points below Albion’s 83%."; correct the paragraph "Reading did best, with {ks2-reading} at the standard, …" or the fact`,
    ]);
  });

  it('stops the build when England, not the council, has moved', () => {
    const changed = (text: string) => text.replace('Total,Total,83,', 'Total,Total,84,');
    expect(said({ [words]: paragraph, [observations]: changed })).toEqual([
      expect.stringContaining('"It was the same as Albion’s 84%."'),
    ]);
  });

  it('stops the build when a break or suppression takes the figure away, with the reason', () => {
    const broken = (text: string) =>
      text.replace(
        '    start: 201112\n',
        '    start: 201112\n    breaks:\n      - { from: 201314, kind: method, note: It was measured anew. }\n',
      );
    expect(said({ [words]: paragraph, 'data/catalogue/ks2.yaml': broken })[0]).toContain(
      'No change is given from 2012/13. It was measured anew.',
    );
    expect(said({ [words]: paragraph, [observations]: figuresOf('c') }).join()).toContain('suppressed');
  });

  it('is in the ledger with its opening words and its figures, every one of which the ledger has', () => {
    const result = made({
      [words]: `A first paragraph.\n\n${paragraph}`,
      'content/commentary/2013-14/home.md': 'All is well.\nrests-on: [all headlines rose]\n',
    });
    if (result.outcome !== 'made') throw new Error(JSON.stringify(result));
    const file = result.report.files.find(({ path }) => path === '2013-14/figures.json');
    const ledger = JSON.parse(file?.text ?? '');
    expect(ledger.claims.map(({ id, page, text }: Record<string, string>) => [id, page, text])).toEqual([
      ['2013-14.home.claim.1', '2013-14/', 'All is well.'],
      [
        '2013-14.ks2.claim.1',
        '2013-14/ks2/',
        'Reading did best, with 84% at the standard, more than in Albion.',
      ],
    ]);
    expect(ledger.claims[1].restsOn).toMatchObject([
      {
        fact: 'ks2-reading rose',
        figures: ['ks2-reading.change.total.w01.201314.201213', '', ''].map(id =>
          id === '' ? expect.any(String) : id,
        ),
      },
      {
        fact: 'ks2-reading above Albion',
        figures: expect.arrayContaining(['ks2-reading.difference.total.w01.201314.n01']),
      },
    ]);
    const ids = new Set(ledger.figures.map(({ id }: { id: string }) => id));
    for (const { restsOn } of ledger.claims)
      for (const { figures } of restsOn) for (const id of figures) expect(ids.has(id), id).toBe(true);
  });

  it('holds in the ledger figures that no page shows of themselves', () => {
    const result = made({
      [words]: 'Girls led in Albion.\nrests-on: [ks2-reading above region]\n',
      [observations]: text => text.replace('~82', '82'),
      'data/catalogue/ks2.yaml': text => text.replace('[nation, region, neighbours]', '[nation]'),
    });
    if (result.outcome !== 'made') throw new Error(JSON.stringify(result));
    const evidence = viewsOf(result.report).evidence.flatMap(({ parts }) => parts.flat());
    expect(evidence.map(({ anchor }) => anchor)).toContain('ks2-reading.difference.total.w01.201314.r01');
  });
});

it('no text in a rests-on line makes the build throw, and every issue has its place', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          'ks2-reading',
          'rose',
          '[',
          ']',
          ',',
          ' ',
          '{',
          '}',
          'above Albion',
          '\n',
          ':',
          'all',
        ),
        {
          maxLength: 8,
        },
      )
      .map(parts => parts.join('')),
  );
  fc.assert(
    fc.property(text, listed => {
      const markdown = `Words.\nrests-on: ${listed}\n`;
      const result = made({ [words]: markdown });
      if (result.outcome !== 'issues') return;
      const lines = markdown.split(/\r\n?|\n/);
      for (const { file, line, column } of result.issues.filter(({ rule }) => rule !== 'nul-byte')) {
        expect([file, line <= lines.length]).toEqual([words, true]);
        expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
      }
    }),
    { numRuns: 60 },
  );
});
