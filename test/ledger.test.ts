// The ledger's contract, on the reference council's real editions: what outside scripts rely on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { againstSchema } from './support/ledger-schema.ts';
import { loadFolder } from './support/load-folder.ts';
import { publishedLedger, sitePages, siteText, writtenText } from './support/site.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const kinds = [
  'observation',
  'change',
  'difference',
  'neighbour-mean',
  'rank',
  'band',
  'group-gap',
  'target',
  'share',
  'count',
  'record',
  'streak',
  'spread',
  'equivalent',
  'one-pupil',
];

describe.each(['2012-13', '2013-14'])('the ledger of %s', edition => {
  const ledger = publishedLedger(edition);
  const byId = new Map(ledger.figures.map(figure => [figure.id, figure]));
  const pages = sitePages.filter(name => name.startsWith(`${edition}/`));

  it('says what it is of', () => {
    expect(ledger).toMatchObject({
      schema: 2,
      edition,
      council: { code: 'E06000049', name: 'Cheshire East' },
    });
  });

  it('is as its schema says, which stands beside it and refuses what it does not say', () => {
    const schema = siteText(`${edition}/figures-schema.json`);
    expect(againstSchema(schema, ledger)).toEqual([]);
    const [first, ...others] = ledger.figures;
    const odd = { ...ledger, figures: [{ ...first, kind: 'guess', base: 12 }, ...others] };
    expect(againstSchema(schema, odd)).toEqual([
      '/figures/0 must NOT have additional properties',
      '/figures/0/kind must be equal to one of the allowed values',
    ]);
    expect(siteText(`${edition}/downloads/index.html`)).toContain('href="../figures-schema.json"');
  });

  it('gives each figure an id of its own and a kind that is known', () => {
    expect(byId.size).toBe(ledger.figures.length);
    expect(ledger.figures.filter(({ kind }) => !kinds.includes(kind))).toEqual([]);
  });

  it('gives each figure a value or the reason there is none, never both', () => {
    const wrong = ledger.figures.filter(({ value, absent }) => (value === null) === (absent === null));
    expect(wrong).toEqual([]);
  });

  it('leads each figure to a row or to other figures of the ledger', () => {
    for (const figure of ledger.figures) {
      for (const input of figure.inputs) expect(byId.has(input), `${figure.id} rests on ${input}`).toBe(true);
      if (figure.kind === 'observation') expect(figure.source, figure.id).not.toBeNull();
    }
  });

  it('names the very row each observation came from', () => {
    const files = new Map<string, readonly string[]>();
    const { areas } = readReference().folder;
    for (const figure of ledger.figures.filter(({ kind }) => kind === 'observation')) {
      const { file = '', line = 0 } = figure.source ?? {};
      const lines = files.get(file) ?? readFileSync(join(repository, file), 'utf8').split('\n');
      files.set(file, lines);
      const row = lines[line - 1] ?? '';
      // A row may name its area by a code that it had at another time.
      const codes = areas.find(
        ({ code, codes }) => code === figure.area || codes?.includes(figure.area),
      )?.codes;
      const named = (codes ?? [figure.area]).some(code =>
        row.startsWith(`${figure.indicator},${code},${figure.period},`),
      );
      expect(named, `${figure.id}: ${row}`).toBe(true);
    }
  });

  it('has every figure that a page prints, and each page prints its text or number', () => {
    for (const page of pages) {
      for (const [, id = ''] of siteText(page).matchAll(
        /(?:class="figure" href="[^"]*#|data-figure=")([^"]+)"/g,
      )) {
        expect(byId.has(id), `${page} prints ${id}`).toBe(true);
      }
    }
  });

  it('has every sentence that is marked as computed on a page, with the figures it prints', () => {
    const ids = new Map(ledger.sentences.map(sentence => [sentence.id, sentence]));
    for (const page of pages) {
      const html = writtenText(page);
      for (const [, id = '', inner = ''] of html.matchAll(
        /data-sentence="([^"]+)"[^>]*>(.*?)<\/(?:p|li|div|span)>/gs,
      )) {
        const sentence = ids.get(id);
        expect(sentence, `${page}: ${id}`).toBeDefined();
        const printed = [...inner.matchAll(/(?:class="figure" href="[^"]*#|data-figure=")([^"]+)"/g)].map(
          match => match[1],
        );
        expect(new Set(printed)).toEqual(new Set(sentence?.figures));
      }
    }
  });

  it('lets no number into a sentence that is not in a figure of it, a year or the catalogue’s own words', () => {
    const { folder } = readReference();
    const fixed = [
      ...folder.indicators.flatMap(({ statement, subject, short }) => [
        ...statement.split('{value}'),
        subject,
        short,
      ]),
      ...folder.plans.flatMap(({ targets }) =>
        targets.flatMap(({ parts }) => parts.flatMap(({ label }) => label ?? [])),
      ),
      ...folder.indicators.flatMap(({ breaks }) => breaks.map(({ note }) => note)),
      ...folder.topics.flatMap(({ groups }) => groups.flatMap(({ label, phrase }) => [label, phrase])),
    ]
      .filter(words => /\d/.test(words))
      .flatMap(words => [words, words.charAt(0).toUpperCase() + words.slice(1)])
      .toSorted((a, b) => b.length - a.length);
    for (const { text, figures, id } of ledger.sentences) {
      const known = figures.flatMap(figure => numbersOf(byId.get(figure)));
      const rest = fixed.reduce((words, known) => words.replaceAll(known, ''), text);
      const undated = rest
        .replaceAll(/\bper 1(?:,?0)+\b/g, '')
        .replace(
          /\b\d{4}\/\d{2}\b|\b\d{1,2} [A-Z][a-z]+ \d{4}\b|\b(?:January|March|April|May|June|July|September|(?:spring|summer|autumn) of) \d{4}\b/g,
          '',
        );
      for (const [number] of undated.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g))
        expect(known, `${id}: ${text}`).toContain(number);
    }
  });

  it('has every figure that a claim in commentary rests on, and each page it names prints the claim', () => {
    expect(ledger.claims.length).toBeGreaterThan(8);
    for (const { id, page, text, restsOn } of ledger.claims) {
      const [opening = ''] = text.split(/\d/);
      expect(writtenText(`${page}index.html`), id).toContain(opening.trim());
      for (const { fact, figures } of restsOn) {
        expect(figures.length, fact).toBeGreaterThan(0);
        for (const figure of figures) expect(byId.has(figure), `${fact} rests on ${figure}`).toBe(true);
      }
    }
  });

  it('is the same ledger as CSV', () => {
    const rows: Record<string, string>[] = parse(siteText(`${edition}/figures.csv`), {
      columns: true,
      bom: true,
    });
    expect(rows.map(({ figure }) => figure)).toEqual(ledger.figures.map(({ id }) => id));
    expect(rows.map(({ value }) => (value === '' ? null : Number(value)))).toEqual(
      ledger.figures.map(({ value }) => value),
    );
    expect(rows.map(({ absent }) => absent)).toEqual(ledger.figures.map(({ absent }) => absent ?? ''));
  });
});

describe('figures of the reference council', () => {
  const ledger = publishedLedger('2013-14');
  const find = (kind: string, indicator: string, said: Record<string, unknown> = {}) =>
    ledger.figures.find(
      figure =>
        figure.kind === kind &&
        figure.indicator === indicator &&
        figure.area === 'E06000049' &&
        figure.period === '201314' &&
        figure.breakdown.topic === 'Total' &&
        Object.entries(said).every(([key, value]) => figure[key as 'text'] === value),
    );

  it('hold key stage 2 as the contract shows it', () => {
    expect(find('observation', 'ks2-rwm-l4')).toMatchObject({
      value: 84,
      text: '84%',
      status: 'provisional',
      absent: null,
    });
    expect(find('change', 'ks2-rwm-l4')).toMatchObject({
      against: '201213',
      value: 3,
      text: '3 percentage points',
    });
    expect(find('difference', 'ks2-rwm-l4', { against: 'E92000001' })).toMatchObject({ low: 5, high: 6 });
  });

  it('hold the 2013/14 key stage 4 position that was published at the time', () => {
    expect(find('observation', 'ks4-5ac-em')).toMatchObject({ value: 61.5, text: '61.5%' });
    expect(find('neighbour-mean', 'ks4-5ac-em')).toMatchObject({ value: 58.9, count: 10 });
    expect(find('change', 'ks4-5ac-em')).toMatchObject({ value: null, absent: 'break' });
  });

  it('hold the neighbours’ average of the good level of development: 62.8 beside 62.0', () => {
    expect(find('observation', 'eyfs-gld')).toMatchObject({ value: 62, text: '62.0%' });
    expect(find('neighbour-mean', 'eyfs-gld')).toMatchObject({ value: 62.8, count: 10 });
  });

  it('hold absence as the Department published it: 4.06 after 4.81', () => {
    expect(find('observation', 'absence-overall')).toMatchObject({ value: 4.06 });
    expect(find('change', 'absence-overall')).toMatchObject({ value: -0.75 });
  });
});

function readReference() {
  const read = loadFolder(repository);
  if (read.outcome !== 'read') throw new Error('the reference council has issues');
  return read;
}

/** Every way a figure's number may be printed in a sentence. */
function numbersOf(
  figure: ReturnType<typeof publishedLedger>['figures'][number] | undefined,
): readonly string[] {
  if (figure === undefined) return [];
  return [...figure.text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].map(match => match[0]);
}
