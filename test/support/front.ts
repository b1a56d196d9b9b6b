// The front page of a few headlines, for literal cases.
import type { PublicFolder } from '../../src/gate/public-folder.ts';
import type { Changed, Headline } from '../../src/judgements/front.ts';
import { type EditionFindings, editionFindings } from '../../src/judgements/theme-findings.ts';
import type { Area } from '../../src/model/area.ts';
import { type Breakdown, total } from '../../src/model/breakdown.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { homeSentences } from '../../src/narrative/home-sentences.ts';
import { sentencesIn } from '../../src/pages/material.ts';
import type { Observation } from '../../src/sources/council-folder.ts';
import { cell, council, indicatorOf, nation, observationOf, region, settingOf, sex } from './findings.ts';

/** Figures of 2013/14 and of the year before, as a test writes them; an empty text is no figure. */
type Figures = readonly [now: string, before?: string];

/** A headline as a test writes it: the council's figures and England's, of everyone and of disadvantaged pupils. */
export type Written = {
  readonly own: Figures;
  readonly england?: Figures;
  readonly poor?: { readonly own: Figures; readonly england?: Figures };
  readonly said?: Partial<Indicator>;
};

const authorities = Array.from(
  { length: 24 },
  (_, at): Area => ({ code: `A${at}`, name: `A${at}`, kind: 'authority' }),
);

/** How far the other authorities are from 50: twelve above and twelve below. */
const away = 2;

/** The standard deviation of the authorities with the council, by how far that one is from 50. */
export function deviationWith(own: number): number {
  const [count, all] = [authorities.length, authorities.length + 1];
  return Math.sqrt((count * away ** 2 + own ** 2) / all - (own / all) ** 2);
}

const periods = ['201314', '201213'] as const;

/** The findings of an edition on headlines by their names; boys are taken to be the disadvantaged pupils. */
export function editionWith(headlines: Readonly<Record<string, Written>>): EditionFindings {
  const made = Object.entries(headlines).map(([short, given]) => {
    const indicator = indicatorOf({
      id: short.toLowerCase(),
      short,
      bands: undefined,
      ranked: true,
      ...(given.poor === undefined ? {} : { breakdowns: ['Sex'] }),
      ...given.said,
    });
    return { indicator, rows: rowsOf(indicator, given) };
  });
  const indicators = made.map(({ indicator }) => indicator);
  const base = settingOf(
    made.flatMap(({ rows }) => rows),
    indicators,
  );
  const themes = [...new Set(indicators.map(({ theme }) => theme))];
  const others = { profiles: [], profileCounts: [], plans: [], books: [], roles: [] };
  return editionFindings({
    ...base,
    edition: { ...base.edition, themes },
    areas: new Map([council, region, nation, ...authorities].map(area => [area.code, area])),
    folder: {
      themes: themes.map(id => ({ id, label: id, about: 'Invented.', topics: ['Sex'] })),
      topics: [{ ...sex, disadvantage: true }],
      indicators,
      editions: [],
      ...others,
    } as unknown as PublicFolder,
  });
}

function rowsOf(indicator: Indicator, { own, england = [''], poor }: Written): readonly Observation[] {
  const boys = { topic: 'Sex', group: 'Boys' };
  const rows = (figures: Figures, area: string, breakdown: Breakdown = total) =>
    periods.flatMap((period, at) => {
      const text = figures[at] ?? '';
      return text === '' ? [] : [observationOf(indicator, { value: cell(text), period, area, breakdown })];
    });
  const spread = (breakdown: Breakdown = total) =>
    authorities.flatMap(({ code }, at) => {
      const value = String(50 + (at % 2 === 0 ? away : -away));
      return rows([value, value], code, breakdown);
    });
  return [
    ...rows(own, council.code),
    ...rows(england, nation.code),
    ...spread(),
    ...(poor === undefined
      ? []
      : [
          ...rows(poor.own, council.code, boys),
          ...rows(poor.england ?? [''], nation.code, boys),
          ...spread(boys),
        ]),
  ];
}

/** Which headline it is: its name, and whether it is of disadvantaged pupils. */
export function keyOf({ findings: { indicator }, topic }: Headline): string {
  return topic === null ? indicator.short : `${indicator.short}, disadvantaged`;
}

/** Which headlines changed so. */
export function changedNames(changed: readonly Changed[]): readonly string[] {
  return changed.map(({ headline }) => keyOf(headline));
}

/** What the front page says of headlines: each answer with its evidence, the title of how they compare, and what is open. */
export function frontSaid(headlines: Readonly<Record<string, Written>>) {
  const { better, worry, disadvantaged, compare, open } = homeSentences(editionWith(headlines));
  const texts = (said: unknown) => sentencesIn(said).map(({ text }) => text);
  return {
    better: texts(better),
    worry: texts(worry),
    disadvantaged: texts(disadvantaged),
    compare: compare?.text ?? null,
    open: texts(open),
  };
}
