// What is printed of a few rows, for literal cases.

import type { PublicFolder } from '../../src/gate/public-folder.ts';
import { findingsOn } from '../../src/judgements/findings.ts';
import { gapFindings } from '../../src/judgements/gap.ts';
import { editionFindings } from '../../src/judgements/theme-findings.ts';
import type { Area } from '../../src/model/area.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { known } from '../../src/model/value.ts';
import { gapMovement } from '../../src/narrative/gap-phrases.ts';
import { questionsOf } from '../../src/narrative/questions.ts';
import { indicatorSentences } from '../../src/narrative/section-sentences.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import { cell, givenOf, indicatorOf, nation, observationOf, type Row, settingOf, sex } from './findings.ts';

/** The section on rows of the measure, some areas besides those of every test among them. */
export function rowsSaid(
  rows: readonly Row[],
  said: Partial<Indicator> = {},
  areas: readonly string[] = [],
  published: Readonly<Record<string, string>> = {},
): readonly string[] {
  const indicator = indicatorOf(said);
  const observations = rows.map(row => observationOf(indicator, row));
  const given = Object.entries(published).map(([span, text]) => {
    const [against = '', period] = span.split(' ').toReversed();
    return givenOf(indicator, against, text, period);
  });
  const setting = settingOf(observations, [indicator], '2015-07-31', given);
  const named = areas.map((code): Area => ({ code, name: code, kind: 'authority' }));
  const listed = [...setting.areas.values(), setting.council, ...named];
  const all = { ...setting, areas: new Map(listed.map(area => [area.code, area])) };
  const everyone = findingsOn(all, indicator);
  const { sentences } = indicatorSentences(
    'id',
    { indicator, everyone, groups: [], localities: [] },
    '201314',
  );
  return sentences.map(({ text }) => text).filter(text => !text.startsWith('No figure for'));
}

/** The section on a council's figures from 2013/14 backwards, beside the nation's, with what was published: on a year, or from one on another. */
export function said(
  values: readonly string[],
  indicator: Partial<Indicator> = {},
  published: Readonly<Record<string, string>> = {},
  england?: string,
): readonly string[] {
  const own = values.map((text, years) => ({ value: cell(text), period: yearsAgo(years) }));
  const theirs = england === undefined ? [] : [{ value: cell(england), area: nation.code }];
  return rowsSaid([...own, ...theirs], indicator, [], published);
}

/** The section on figures that were counted, printed to one decimal. */
export function countedOf(values: readonly string[], ...others: readonly Row[]): readonly string[] {
  const own = values.map((text, years) => ({ value: known(text, 1, 'exact'), period: yearsAgo(years) }));
  return rowsSaid([...own, ...others], { decimals: 1 });
}

function yearsAgo(years: number): string {
  return `${2013 - years}${String(14 - years).padStart(2, '0')}`;
}

/** The rows of boys and girls. */
export function pair([boys = '', girls = '']: readonly string[], period = '201314'): readonly Row[] {
  return [
    { value: cell(boys), breakdown: { topic: 'Sex', group: 'Boys' }, period },
    { value: cell(girls), breakdown: { topic: 'Sex', group: 'Girls' }, period },
  ];
}

/** The gap between boys and girls, now and the year before. */
export function gapOf(now: readonly string[], said: Partial<Indicator> = {}, before: readonly string[] = []) {
  const indicator = indicatorOf({ breakdowns: ['Sex'], ...said });
  const rows = [...pair(now), ...(before.length === 0 ? [] : pair(before, '201213'))];
  const observations = rows.map(row => observationOf(indicator, row));
  const [found] = gapFindings(settingOf(observations, [indicator]), indicator, [sex]);
  if (found === undefined) throw new Error('the test has no gap');
  return found;
}

/** The first sentence on how the gap moved. */
export function gapSaid(now: readonly string[], before: readonly string[]): string {
  return textOf(gapMovement(gapOf(now, {}, before))[0] ?? []);
}

/** The findings of an edition on some indicators, with gaps gathered in its one chapter. */
function editionOf(indicators: readonly Indicator[], rows: readonly (readonly Row[])[]) {
  const observations = indicators.flatMap((indicator, index) =>
    (rows[index] ?? []).map(row => observationOf(indicator, row)),
  );
  const theme = { id: 'ks2', label: 'Key stage 2', about: 'Invented.', topics: ['Sex'] };
  const none = { profiles: [], profileCounts: [], plans: [], books: [], roles: [], editions: [] };
  const folder = { themes: [theme], topics: [sex], indicators, ...none };
  const setting = settingOf(observations, indicators);
  return editionFindings({ ...setting, folder: folder as unknown as PublicFolder });
}

/** The questions on one measure. */
export function questions(rows: readonly Row[]): readonly string[] {
  const found = editionOf([indicatorOf({ breakdowns: ['Sex'] })], [rows]);
  const [theme] = found.themes;
  return theme === undefined ? [] : questionsOf(found.setting, theme).map(({ question }) => question.text);
}
