// Properties: over random series of every kind, no sentence contradicts the tables printed beside it. What is printed is
// read by an independent reader (test/support/reader.ts), which works from the texts alone.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { observed } from '../../src/judgements/figures.ts';
import { figuresIn } from '../support/figures.ts';
import { council } from '../support/findings.ts';
import { allSentences, chartTextsOf, gapsOf, printedOf, summariesOf, tablesOf } from '../support/printed.ts';
import { type RandomReport, randomReport } from '../support/random-report.ts';
import {
  contradictions,
  gapContradictions,
  gapTableContradictions,
  summaryContradictions,
  tableContradictions,
} from '../support/reader.ts';
import { numberOf, readCell } from '../support/reader-text.ts';
import { isApart, latestOf, textAt } from '../support/reader-truth.ts';

type Check = (report: RandomReport) => void;
const checks = new Map<string, Check>();
const faults = new Map<string, unknown>();
const numRuns = 450;

/** A property of what is printed of every random report. */
function always(name: string, check: Check): void {
  checks.set(name, check);
  it(name, () => {
    if (!faults.has(name)) return;
    // Once more, for the least report of which it is not so.
    fc.assert(fc.property(randomReport, check), { numRuns });
    throw faults.get(name);
  });
}

/** All properties are asked of one report after another, so that what is printed of each is worked out once. */
beforeAll(() => {
  const askAll = (report: RandomReport) => {
    for (const [name, check] of checks) {
      try {
        check(report);
      } catch (fault) {
        faults.set(name, fault);
      }
    }
  };
  fc.assert(fc.property(randomReport, askAll), { numRuns });
});

const yearPattern = /\d{4}\/\d{2}/g;

describe('what is printed of any series', () => {
  always('has no sentence on a measure that contradicts its tables', report => {
    const wrong = printedOf(report).flatMap(({ sentences, subject }) =>
      sentences.flatMap(({ text }) => contradictions(text, subject)),
    );
    expect(wrong).toEqual([]);
  });

  always('has no sentence on a gap that contradicts its table', report => {
    const wrong = gapsOf(report).flatMap(({ sentences, subject }) =>
      sentences.flatMap(({ text }) => gapContradictions(text, subject)),
    );
    expect(wrong).toEqual([]);
  });

  always('has no message, question or summary that contradicts the tables', report => {
    const subjects = printedOf(report).map(({ subject }) => subject);
    const gaps = gapsOf(report).map(({ subject }) => subject);
    const wrong = summariesOf(report).flatMap(({ text }) => summaryContradictions(text, subjects, gaps));
    expect(wrong).toEqual([]);
  });

  always('has no table that contradicts itself', report => {
    expect(printedOf(report).flatMap(({ subject }) => tableContradictions(subject))).toEqual([]);
    expect(gapsOf(report).flatMap(({ subject }) => gapTableContradictions(subject))).toEqual([]);
  });

  const judged =
    /\b(rose|fell|risen|fallen|up|down|above|below)\b(?:(?!\b(?:rose|fell|up|down|above|below)\b)[^.])*?(?:, (an improvement|a change for the worse)|\((better|worse)(?: than)?\))/gi;
  always(
    'calls nothing better that is worse by the measure’s direction, nor anything of a neutral measure either',
    report => {
      for (const { subject, sentences } of printedOf(report)) {
        const words = subject.comparison?.rows.map(row => row.at(-1) ?? '') ?? [];
        for (const text of [...sentences.map(({ text }) => text), ...words]) {
          if (text.startsWith('No rank is given')) continue;
          if (subject.polarity === 'neutral') expect(text).not.toMatch(/better|worse|improve/i);
          for (const [, way = '', change, side] of text.matchAll(judged)) {
            const isGood = change === 'an improvement' || side === 'better';
            const isUp = /^(?:rose|risen|up|above)$/i.test(way);
            expect([text, isGood]).toEqual([text, isUp === (subject.polarity === 'high')]);
          }
        }
      }
    },
  );

  const refusing = /No change is given|No figure for|too long ago|only known roughly/;
  always('compares no two years with a break between them, and prints nothing of a projection', report => {
    for (const { subject, sentences, findings } of printedOf(report)) {
      for (const year of report.projected(findings))
        expect(textAt(subject, { who: council.name, year }) ?? '[x]').toBe('[x]');
      for (const { text } of sentences) {
        if (refusing.test(text)) continue;
        const years = text.match(yearPattern) ?? [];
        for (const year of years)
          expect([text, isApart(subject, year, latestOf(subject))]).toEqual([text, false]);
      }
    }
  });

  const [period, nothingMade] = ['2013/14', ['refused']];
  always('says of a suppressed figure that it is suppressed, and makes nothing of it', report => {
    const ledger = figuresIn({ ...report.found, setting: null });
    const hidden = new Set([...ledger.values()].filter(({ text }) => text === '[c]').map(({ id }) => id));
    for (const { kind, amount, inputs } of ledger.values()) {
      if (kind === 'neighbour-mean' || !inputs.some(({ id }) => hidden.has(id))) continue;
      expect([kind, ...nothingMade]).toEqual([kind, amount.kind]);
    }
    for (const { findings, subject, section } of printedOf(report)) {
      const printed = textAt(subject, { who: council.name, year: latestOf(subject) });
      if (printed !== '[c]') continue;
      const isNow = latestOf(subject) === period;
      expect(section.map(({ text }) => text)).toEqual([expect.stringMatching(/suppressed to protect/)]);
      expect([findings.rank, findings.cohort, findings.shortfall]).toEqual([null, null, null]);
      expect(findings.change.outcome).toBe('refused');
      const asked = summariesOf(report).filter(({ text }) => text.includes(`for ${period} expected`));
      for (const { text } of isNow ? asked : []) expect(text).not.toContain(subject.short);
    }
  });

  always(
    'ranks every authority once by what is printed, those level sharing a place, whatever their order',
    report => {
      for (const { everyone, indicator } of report.found.themes.flatMap(theme => theme.indicators)) {
        const rank = everyone?.rank ?? null;
        if (everyone === null || rank === null || rank.outcome === 'refused') continue;
        const rows = rank.placings().map(({ row, place }) => ({
          place,
          number: readCell(observed(row, indicator).figure.text),
        }));
        const numbers = rows.flatMap(({ number }) => (number.kind === 'number' ? number.number : []));
        expect(numbers).toHaveLength(rows.length);
        expect(new Set(rank.placings().map(({ row }) => row.area)).size).toBe(rows.length);
        const isBetter = (one: number, other: number) =>
          indicator.polarity === 'low' ? one < other : one > other;
        rows.forEach(({ place }, index) => {
          const own = numbers[index] ?? Number.NaN;
          expect(place).toBe(1 + numbers.filter(other => isBetter(other, own)).length);
        });
        const again = report
          .reordered()
          .themes.flatMap(theme => theme.indicators)
          .find(each => each.indicator.id === indicator.id);
        expect(again?.everyone?.rank).toEqual(rank);
      }
    },
  );

  const minusZero = /[-−+]0(?:\.0+)?(?![\d.]*[1-9])(?![\d,])/;
  const named = /statistical-neighbours\S+|2013-14/g;
  const ranges = /between (\d[\d,]*(?:\.\d+)?) and (\d[\d,]*(?:\.\d+)?)|^([+−]?[\d,.]+) to ([+−]?[\d,.]+)$/g;
  always(
    'prints no minus zero or plus zero, no number without its commas, and no range with the higher end first',
    report => {
      const texts = [
        ...allSentences(report).map(({ text }) => text),
        ...tablesOf(report).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text))),
        ...chartTextsOf(report),
        ...[...figuresIn({ ...report.found, setting: null }).values()].flatMap(({ text, working }) => [
          text,
          working,
        ]),
      ];
      for (const text of texts) {
        expect(text).not.toMatch(minusZero);
        expect(text).not.toMatch(/NaN|null|undefined|Infinity|−[a-z]/);
        expect(text.replaceAll(yearPattern, '').replaceAll(named, '')).not.toMatch(/\d{4}/);
        for (const [, a, b, c, d] of text.matchAll(ranges))
          expect(numberOf(a ?? c ?? '')).toBeLessThan(numberOf(b ?? d ?? ''));
      }
    },
  );

  always('says “unchanged” and “the same as” only of figures that are printed alike', report => {
    for (const { subject, sentences } of printedOf(report)) {
      const year = latestOf(subject);
      const own = readCell(textAt(subject, { who: council.name, year }) ?? '[x]');
      const isAlike = (who: string, when: string) => {
        const other = readCell(textAt(subject, { who, year: when }) ?? '[x]');
        return own.kind === 'number' && other.kind === 'number' && own.number === other.number;
      };
      for (const { text } of sentences) {
        const from = /[Uu]nchanged from (?:\S+ in )?(\d{4}\/\d{2})/.exec(text)?.[1];
        if (from !== undefined) expect([text, isAlike(council.name, from)]).toEqual([text, true]);
        for (const [, who = ''] of text.matchAll(
          /the same as (England|the North West|the statistical neighbours)/g,
        ))
          expect([text, isAlike(who, year)]).toEqual([text, true]);
      }
    }
  });
});
