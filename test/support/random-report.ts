import fc from 'fast-check';
import { protect } from '../../src/gate/primary.ts';
import type { PublicFolder } from '../../src/gate/public-folder.ts';
import type { Findings } from '../../src/judgements/findings.ts';
import type { GapFindings } from '../../src/judgements/gap.ts';
import { type EditionFindings, editionFindings } from '../../src/judgements/theme-findings.ts';
import type { Area } from '../../src/model/area.ts';
import type { Breakdown } from '../../src/model/breakdown.ts';
import { valueText } from '../../src/model/format.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { periodLabel } from '../../src/model/time.ts';
import type { Value } from '../../src/model/value.ts';
import type { Table } from '../../src/pages/cells.ts';
import { unlinked } from '../../src/pages/printer.ts';
import { comparisonTable, gapTable, yearsTable } from '../../src/pages/section-tables.ts';
import { knownTo } from '../../src/series.ts';
import { council, indicatorOf, nation, region, settingOf, sex } from './findings.ts';
import { type DrawnIndicator, drawnIndicator } from './random-indicator.ts';
import { type Drawn, type Rows, rowsOf } from './random-rows.ts';
import { periods } from './random-series.ts';
import type { Behind, GapSubject, PrintedTable, Subject } from './reader.ts';

/** A random report: its findings, and for the reader what is behind the print of each indicator. */
export type RandomReport = {
  readonly found: EditionFindings;
  readonly indicators: readonly Indicator[];
  readonly subjectOf: (findings: Findings) => Subject;
  readonly gapSubjectOf: (gap: GapFindings) => GapSubject;
  readonly reordered: () => EditionFindings;
  /** The years for which the council has only a projection, as printed. */
  readonly projected: (findings: Findings) => readonly string[];
  /** What fast-check prints of it when a property fails. */
  readonly [fc.toStringMethod]: () => string;
};

/** The report as drawn: one or two indicators, with the groups as gaps or as lines. */
export const drawnReport = fc.record({
  indicators: fc.array(drawnIndicator, { minLength: 1, maxLength: 2 }),
  gathered: fc.boolean(),
});

const names = ['Alpha', 'Beta'] as const;

/** A random report. */
export const randomReport: fc.Arbitrary<RandomReport> = drawnReport.map(({ indicators, gathered }) => {
  const drawn = indicators.map((each, index) => ({ drawn: each, indicator: namedIndicator(each, index) }));
  return reportOf(drawn, gathered);
});

function namedIndicator({ said }: DrawnIndicator, index: number): Indicator {
  const short = names[index] ?? 'Gamma';
  return indicatorOf({
    ...said,
    id: short.toLowerCase(),
    label: short,
    short,
    statement: 'the figure was {value}',
    subject: 'the figure',
    breakdowns: ['Sex'],
  });
}

function reportOf(drawn: readonly Drawn[], gathered: boolean): RandomReport {
  const indicators = drawn.map(({ indicator }) => indicator);
  const rows = new Map(drawn.map(each => [each.indicator.id, rowsOf(each)] as const));
  const all = [...rows.values()];
  const base = settingOf([], indicators);
  const policy = { 'count-below': 6, 'base-at-most': 10, 'extremes-base-below': 20 };
  const published = protect(
    all.flatMap(({ observations }) => observations),
    new Map(indicators.map(indicator => [indicator.id, indicator])),
    policy,
    all.flatMap(({ differences }) => differences),
  );
  const authorities = all.flatMap(({ authorities }) => authorities);
  const areas = [
    ...new Map([council, region, nation, ...authorities].map(area => [area.code, area])).values(),
  ];
  const foundWith = (areas: readonly Area[]) =>
    editionFindings({
      ...base,
      areas: new Map(areas.map(area => [area.code, area])),
      known: knownTo(base.edition, published),
      folder: folderOf(indicators, gathered),
    });
  const found = foundWith(areas);
  return {
    found,
    indicators,
    subjectOf: findings => subjectOf(found, findings, rows.get(findings.indicator.id)),
    gapSubjectOf: gap => gapSubjectOf(gap, rows.get(gap.indicator.id)),
    reordered: () => foundWith(areas.toReversed()),
    projected: ({ indicator, breakdown }) =>
      (rows.get(indicator.id)?.observations ?? [])
        .filter(row => row.area === council.code && row.breakdown.group === breakdown.group)
        .flatMap(({ status, period }) => (status === 'projection' ? periodLabel(period) : [])),
    [fc.toStringMethod]: () => tablesText(found),
  };
}

function folderOf(indicators: readonly Indicator[], gathered: boolean): PublicFolder {
  const theme = { id: 'ks2', label: 'Key stage 2', about: 'Invented.', topics: gathered ? ['Sex'] : [] };
  return {
    themes: [theme],
    topics: [sex],
    indicators,
    profiles: [],
    profileCounts: [],
    plans: [],
    books: [],
    roles: [],
    editions: [],
  } as unknown as PublicFolder;
}

function tablesText({ themes }: EditionFindings): string {
  const everyone = themes.flatMap(({ indicators }) => indicators.flatMap(({ everyone }) => everyone ?? []));
  const rows = everyone.flatMap(findings => {
    const { columns, rows } = printedTable(yearsTable(findings, council.name, unlinked));
    return [columns, ...rows].map(row => row.join(' | '));
  });
  return `\n${rows.join('\n')}`;
}

/** What a table prints, as text alone. */
export function printedTable({ columns, rows }: Table): PrintedTable {
  return {
    columns: columns.map(({ text }) => text),
    rows: rows.map(({ header, cells }) => [header, ...cells.map(({ text }) => text)]),
  };
}

function subjectOf({ setting }: EditionFindings, findings: Findings, rows: Rows | undefined): Subject {
  const { indicator, breakdown } = findings;
  const comparison = comparisonTable(findings, council.name, unlinked);
  return {
    short: breakdown.group === 'Total' ? indicator.short : breakdown.group,
    isOfEveryone: breakdown.group === 'Total',
    polarity: indicator.polarity,
    bands: indicator.bands,
    breaks: indicator.breaks.map(({ from }) => periodLabel(from)),
    pauses: indicator.pauses.map(({ from, to }) => [periodLabel(from), periodLabel(to)]),
    reach: indicator.reach,
    isBanded: indicator.banded,
    years: printedTable(yearsTable(findings, council.name, unlinked)),
    comparison: comparison === null ? null : printedTable(comparison),
    authorities: new Map(
      periods.map(period => [
        periodLabel(period),
        [...setting.areas.values()].flatMap(({ code, kind }) => {
          if (kind !== 'authority') return [];
          const row = setting.known.at(indicator.id, code, breakdown, period);
          return row === undefined ? '[x]' : valueText(row.value as Value, indicator.unit);
        }),
      ]),
    ),
    behind: rows === undefined ? null : behindOf(rows.behind, breakdown),
  };
}

/** What is behind the figures of a group, under the names that its table has. */
function behindOf({ unrounded, published }: Behind, { group }: Breakdown): Behind {
  if (group === 'Total') return { unrounded, published };
  const own = group.toLowerCase();
  const renamed = (key: string) =>
    key.replaceAll(`national ${own}`, 'england').replaceAll(new RegExp(`\\b${own}\\b`, 'g'), 'cheshire east');
  const mine = <Held>(map: ReadonlyMap<string, Held>) =>
    new Map([...map].filter(([key]) => key.includes(own)).map(([key, value]) => [renamed(key), value]));
  return { unrounded: mine(unrounded), published: mine(published) };
}

function gapSubjectOf(gap: GapFindings, rows: Rows | undefined): GapSubject {
  const { indicator } = gap;
  const renamed = (key: string) => {
    const [, who = '', year = ''] = /^(.+) (\d{4}\/\d{2})$/.exec(key) ?? [];
    return who.startsWith('national ') ? `${who.slice(9)} England, ${year}` : `${who} Cheshire East, ${year}`;
  };
  const unrounded = new Map([...(rows?.behind.unrounded ?? [])].map(([key, value]) => [renamed(key), value]));
  const published = new Map(
    [...(rows?.behind.published ?? [])].map(([key, value]) => [
      key.split(' less ').map(renamed).join(' less '),
      value,
    ]),
  );
  return {
    short: indicator.short,
    polarity: indicator.polarity,
    breaks: indicator.breaks.map(({ from }) => periodLabel(from)),
    group: 'boys',
    against: 'girls',
    council: council.name,
    table: printedTable(gapTable(gap, unlinked)),
    behind: { unrounded, published },
  };
}
