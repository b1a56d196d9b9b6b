import { sparkOf } from '../charts/from-findings.ts';
import type { Level } from '../judgements/figures.ts';
import type { Findings } from '../judgements/findings.ts';
import type { Gap, GapFindings } from '../judgements/gap.ts';
import type { Setting } from '../judgements/setting.ts';
import { refusals } from '../model/figure.ts';
import { refusalText } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import { lower } from '../model/spelling.ts';
import { type Period, periodLabel, timeLabel } from '../model/time.ts';
import { labelOf } from '../narrative/gap-phrases.ts';
import {
  changeCell,
  figureCell,
  levelCell,
  noteList,
  notesOf,
  nothingHeld,
  signedCell,
  symbolsOf,
  unsigned,
  wordsCell,
} from './cells.ts';
import type { Layout } from './material.ts';
import { type Part, shortOf } from './parts.ts';
import type { Printer } from './printer.ts';
import { sparkIn } from './sections.ts';
import type { Cell, StageTable } from './view.ts';

/** Every measure of a page in tables: the gaps between groups, and those with figures of their own. */
export function stageTables(layout: Layout, parts: readonly Part[]): readonly StageTable[] {
  const own = parts.flatMap(ownRows);
  const gaps = parts.flatMap(part => (part.kind === 'gap' ? [{ part, found: part.found }] : []));
  return [
    ...(gaps.length === 0 ? [] : [gapsTable(layout, gaps)]),
    ...(own.length === 0 ? [] : [ownTable(layout, own)]),
  ];
}

const unranked = wordsCell('not ranked');

/** A row of the table: a measure of everyone, or of a group where that is all there is. */
type OwnRow = { readonly part: Part; readonly label: string; readonly found: Findings };

function ownRows(part: Part): readonly OwnRow[] {
  switch (part.kind) {
    case 'indicator': {
      const { everyone, groups } = part.found;
      if (everyone !== null) return [{ part, label: shortOf(part), found: everyone }];
      return groups.flatMap(topic => groupRows(part, topic));
    }
    case 'groups':
      return groupRows(part, part.found);
    case 'gap':
    case 'profile':
      return [];
  }
}

function groupRows(
  part: Part,
  { topic, groups }: Extract<Part, { kind: 'groups' }>['found'],
): readonly OwnRow[] {
  return groups.map(found => ({
    part,
    label: `${shortOf(part)}: ${labelOf(topic, found.breakdown.group)}`,
    found,
  }));
}

function ownTable({ setting, printer }: Layout, rows: readonly OwnRow[]): StageTable {
  const { nation, region, neighbours } = setting;
  const comparators = [
    { text: nation.name, code: nation.code },
    { text: region.name, code: region.code },
    ...(neighbours === null ? [] : [{ text: 'Similar', code: neighbours.id }]),
  ];
  const levelsIn = ({ found }: OwnRow) => [
    found.level,
    ...comparators.map(({ code }) => besideIn(found, code)),
    beforeIn(found),
  ];
  const notes = notesOf(rows.flatMap(row => levelsIn(row).map(level => level?.note)));
  const cell = (level: Level | null) => levelCell(level, printer, notes);
  const columns = [
    { text: 'Ours', of: ({ level }: Findings) => cell(level) },
    ...comparators.map(({ text, code }) => ({ text, of: (found: Findings) => cell(besideIn(found, code)) })),
    { text: 'Year before', of: (found: Findings) => beforeCell(found, cell, printer) },
    { text: 'Change', of: (found: Findings) => changeCell(found.change, found.indicator, printer) },
    {
      text: 'Rank',
      of: ({ rank }: Findings) => (rank?.outcome === 'ranked' ? figureCell(rank.figure, printer) : unranked),
    },
  ];
  const year = yearOfRows(rows.map(({ found }) => yearIn(found.indicator, found.latest.period, setting)));
  const laid = rows.map(({ part, label, found }) => {
    const line = sparkOf(found);
    const { topic, group } = found.breakdown;
    return {
      header: label,
      href: `#${part.id}`,
      year: year.beside(yearIn(found.indicator, found.latest.period, setting)),
      spark: line === null ? null : { id: `${part.id}-${topic}-${group}-row`, line },
      cells: columns.map(({ of }) => of(found)),
    };
  });
  const isHeld = (index: number) =>
    laid.some(({ cells }) => cells[index] !== nothingHeld && cells[index] !== unranked);
  const held = columns.map((_, index) => isHeld(index));
  return finished('measures', `Every measure, ${year.all ?? periodLabel(setting.edition.period)}`, {
    columns: ['Measure', 'Trend', ...columns.filter((_, index) => held[index]).map(({ text }) => text)],
    rows: laid.map(row => ({ ...row, cells: row.cells.filter((_, index) => held[index]) })),
    notes: noteList(notes),
  });
}

/** The figure of the year before, or why it may not stand beside the latest. */
function beforeCell(found: Findings, cell: (level: Level | null) => Cell, printer: Printer): Cell {
  const { change, indicator } = found;
  const level = beforeIn(found);
  return level === null && change.outcome === 'refused'
    ? signedCell(change.figure, indicator.unit, printer)
    : cell(level);
}

/** A cell for a year that has a figure, which may not stand beside the latest. */
const notComparable: Cell = {
  ...nothingHeld,
  text: refusalText('break'),
  expansion: lower(refusals.break),
};

/** The gaps of a group of pupils: both groups, their gap, the same gap in the nation, and the gap of the year before. */
function gapsTable(
  { setting, printer }: Layout,
  rows: readonly { readonly part: Part; readonly found: GapFindings }[],
): StageTable {
  const notes = notesOf(rows.flatMap(({ found: { now } }) => [now.group.note, now.against.note]));
  const gapCell = (gap: Gap | null | undefined, { indicator }: GapFindings): Cell =>
    gap == null ? nothingHeld : unsigned(signedCell(gap.figure, indicator.unit, printer));
  const years = rows.map(({ found }) => yearIn(found.indicator, found.now.period, setting));
  const year = yearOfRows(years);
  const both = groupsOf(rows.map(({ found }) => found));
  return finished('gaps', `Every gap, ${year.all ?? periodLabel(setting.edition.period)}`, {
    columns: [
      'Measure',
      'Trend',
      ...(both ?? ['Group', 'Others']),
      'Gap',
      `Gap, ${setting.nation.name}`,
      'Year before',
    ],
    rows: rows.map(({ part, found }) => {
      const line = sparkIn(part);
      const { now, before, elsewhere } = found;
      return {
        header: shortOf(part),
        href: `#${part.id}`,
        year: year.beside(yearIn(found.indicator, now.period, setting)),
        spark: line === null ? null : { id: `${part.id}-row`, line },
        cells: [
          levelCell(now.group, printer, notes),
          levelCell(now.against, printer, notes),
          gapCell(now, found),
          gapCell(
            elsewhere.find(({ area }) => area.code === setting.nation.code),
            found,
          ),
          before === null && found.years.some(({ period }) => period < now.period)
            ? notComparable
            : gapCell(before, found),
        ],
      };
    }),
    notes: noteList(notes),
  });
}

/** Both groups of some gaps, where they are the same in every row. */
function groupsOf(gaps: readonly GapFindings[]): readonly [string, string] | null {
  const pairs = gaps.map(
    ({ topic, pair }) => [labelOf(topic, pair.group), labelOf(topic, pair.against)] as const,
  );
  const [first] = pairs;
  if (first === undefined || pairs.some(([group, against]) => group !== first[0] || against !== first[1]))
    return null;
  return first;
}

/** The year that all rows are of, where it is not the edition's, which the caption then says; else each row says its own. */
function yearOfRows(years: readonly (string | null)[]) {
  const [all = null] = years.every(year => year === years[0]) ? years : [];
  return { all, beside: (year: string | null) => (all === null ? year : null) };
}

function finished(
  id: string,
  caption: string,
  { columns, rows, notes }: Pick<StageTable, 'rows' | 'notes'> & { readonly columns: readonly string[] },
): StageTable {
  return {
    id: `all-${id}`,
    caption,
    columns: columns.map((text, index) => ({ text, numeric: index > 1 })),
    rows,
    notes,
    symbols: symbolsOf(rows.flatMap(({ cells }) => cells)),
  };
}

function yearIn(indicator: Indicator, period: Period, { edition }: Setting): string | null {
  return period === edition.period ? null : timeLabel(indicator, period);
}

/** What a comparator had in the year of the latest figure. */
function besideIn({ years, latest }: Findings, comparator: string): Level | null {
  return years.find(({ period }) => period === latest.period)?.beside.get(comparator) ?? null;
}

/** The figure of the year before, where the latest may be set beside it. */
function beforeIn({ change, years }: Findings): Level | null {
  const { earlier, lastYear } = change;
  return earlier === null || !lastYear
    ? null
    : (years.find(({ period }) => period === earlier.period)?.level ?? null);
}
