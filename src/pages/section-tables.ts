import { pauseIn } from '../judgements/comparability.ts';
import type { Comparison } from '../judgements/comparison.ts';
import type { Level } from '../judgements/figures.ts';
import type { Findings, Year } from '../judgements/findings.ts';
import { fewestYears, type Gap, type GapFindings } from '../judgements/gap.ts';
import type { Beside } from '../judgements/setting.ts';
import type { TopicFindings } from '../judgements/theme-findings.ts';
import { differenceUnit } from '../model/format.ts';
import { lower } from '../model/spelling.ts';
import { type Period, timeHeading, timeLabel, yearLabel } from '../model/time.ts';
import { groupPhrase, labelOf } from '../narrative/gap-phrases.ts';
import {
  changeCell,
  columnsWith,
  levelCell,
  noteList,
  noteMarks,
  noteNumbers,
  notesOf,
  nothingHeld,
  roundingNote,
  signedCell,
  type Table,
  unsigned,
  wordsCell,
} from './cells.ts';
import type { Printer } from './printer.ts';
import type { Cell } from './view.ts';

export function yearsTable(findings: Findings, council: string, printer: Printer): Table {
  const { indicator, years, comparators } = findings;
  const remark = ({ change }: Year) =>
    change === null ? null : roundingNote(change.figure, change.rests[0], change.rests[1]);
  const paused = ({ period, level }: Year) =>
    level?.value.kind === 'known' ? null : (pauseIn(indicator, period)?.because ?? null);
  const notes = notesOf([
    ...years.flatMap(({ level, beside }) => [level, ...beside.values()].map(held => held?.note)),
    ...years.map(paused),
    ...years.map(remark),
  ]);
  const label = (period: Period) => yearLabel(indicator, period);
  const [first, last] = [years[0]?.period ?? '', years.at(-1)?.period ?? ''];
  const span = first === last ? label(first) : `${label(first)} to ${label(last)}`;
  const levels = years.flatMap(({ level, beside }) => [level, ...beside.values()]);
  return {
    caption: `${indicator.short}, ${span}${inBrackets(levels)}`,
    columns: columnsWith(timeHeading(indicator), [
      council,
      `Change (${differenceUnit(indicator.unit)})`,
      ...comparators.map(nameInColumn),
    ]),
    rows: years.map(year => ({
      header: label(year.period),
      cells: [
        withNotes(levelCell(year.level, printer, notes), noteNumbers(notes, paused(year))),
        year.change === null
          ? nothingHeld
          : changeCell(year.change, indicator, printer, noteNumbers(notes, remark(year))),
        ...comparators.map(({ code }) => levelCell(year.beside.get(code) ?? null, printer, notes)),
      ],
    })),
    notes: noteList(notes),
  };
}

function nameInColumn({ name, list }: Beside): string {
  return list === null ? name : `${name} (average)`;
}

/** What a caption says of intervals, where a table has any. */
function inBrackets(levels: readonly (Level | null)[]): string {
  const has = levels.some(level => level !== null && level.interval !== null);
  return has ? ', with 95% confidence intervals' : '';
}

function withNotes(cell: Cell, notes: readonly number[]): Cell {
  return { ...cell, marks: [...cell.marks, ...noteMarks(notes)] };
}

/** The latest year beside each comparator: their figure, the difference, and the difference in words. */
export function comparisonTable(findings: Findings, council: string, printer: Printer): Table | null {
  const { indicator, latest, comparisons } = findings;
  if (comparisons.held.length === 0) return null;
  const remark = (each: Comparison) => roundingNote(each.figure, findings.level.figure, each.level.figure);
  const notes = notesOf([
    // How many neighbours an average is of stands in the name of its row.
    ...comparisons.held.map(({ level, beside }) => (beside.list === null ? level.note : null)),
    ...comparisons.held.map(remark),
  ]);
  return {
    caption: `${indicator.short} compared with others, ${timeLabel(indicator, latest.period)}${inBrackets(comparisons.held.map(({ level }) => level))}`,
    columns: [
      ...columnsWith('Compared with', ['Their figure', `Difference (${differenceUnit(indicator.unit)})`]),
      { text: `${council} is`, numeric: false },
    ],
    rows: comparisons.held.map(comparison => ({
      header: besideText(comparison),
      cells: [
        levelCell(comparison.level, printer, notes),
        signedCell(comparison.figure, indicator.unit, printer, noteNumbers(notes, remark(comparison))),
        wordsCell(inWords(comparison)),
      ],
    })),
    notes: noteList(notes),
  };
}

/** The groups of a topic in their latest year: the council, its change, and the nation where held. */
export function groupsTable(
  { indicator, topic, groups }: TopicFindings,
  council: string,
  printer: Printer,
): Table {
  const remark = ({ change }: Findings) => roundingNote(change.figure, change.rests[0], change.rests[1]);
  const notes = notesOf([
    ...groups.flatMap(({ level, comparisons }) =>
      [level, ...comparisons.held.map(each => each.level)].map(held => held.note),
    ),
    ...groups.map(remark),
  ]);
  const names = [
    ...new Map(groups.flatMap(({ comparators }) => comparators.map(each => [each.code, each]))).values(),
  ];
  return {
    caption: `${indicator.short} by ${topic.label.toLowerCase()}`,
    columns: columnsWith(topic.label, [
      timeHeading(indicator),
      council,
      `Change (${differenceUnit(indicator.unit)})`,
      ...names.map(nameInColumn),
    ]),
    rows: groups.map(findings => ({
      header: labelOf(topic, findings.breakdown.group),
      cells: [
        wordsCell(yearLabel(indicator, findings.latest.period)),
        levelCell(findings.level, printer, notes),
        changeCell(findings.change, indicator, printer, noteNumbers(notes, remark(findings))),
        ...names.map(({ code }) => {
          const held = findings.comparisons.held.find(({ beside }) => beside.code === code);
          return levelCell(held?.level ?? null, printer, notes);
        }),
      ],
    })),
    notes: noteList(notes),
  };
}

function besideText({ beside, level }: Comparison): string {
  return beside.list === null
    ? beside.name
    : `${beside.name}, average of ${level.figure.count} of ${beside.list.areas.length}`;
}

function inWords({ degree, side, verdict }: Comparison): string {
  const better = verdict === 'better' || verdict === 'worse' ? ` (${verdict})` : '';
  switch (degree) {
    case 'same':
      return 'the same';
    case 'similar':
      return `broadly in line, ${side}`;
    case 'slight':
      return `slightly ${side}${better}`;
    case 'plain':
      return `${side}${better}`;
    case 'well':
      return `well ${side}${better}`;
    case 'within':
    case 'chance':
    case 'uncertain':
      return 'too close to say';
    case 'refused':
      return 'not compared';
  }
}

/** A gap by its measure and whom it is of: the topic, or the group where the topic has several pairs. */
function gapName({ indicator, topic, pair }: GapFindings): string {
  return `${indicator.short}: ${topic.gaps.length === 1 ? lower(topic.label) : labelOf(topic, pair.group)}`;
}

export function gapTable(found: GapFindings, printer: Printer): Table {
  const { indicator, now, before, elsewhere } = found;
  const gaps = [now, ...(before === null ? [] : [before]), ...elsewhere];
  const header = ({ area, period }: Gap) => `${area.name}, ${timeLabel(indicator, period)}`;
  return tableOfGaps(found, gaps, gapName(found), 'Area and year', header, printer);
}

/** Both groups and their gap in every year, oldest first; null where the table of the gap has all there are. */
export function gapYearsTable(found: GapFindings, printer: Printer): Table | null {
  const { indicator, years } = found;
  if (years.length < fewestYears) return null;
  const label = ({ period }: Gap) => yearLabel(indicator, period);
  const span = [years[0], years.at(-1)].flatMap(gap => (gap === undefined ? [] : [label(gap)])).join(' to ');
  return tableOfGaps(found, years, `${gapName(found)}, ${span}`, timeHeading(indicator), label, printer);
}

function tableOfGaps(
  { indicator, topic, pair }: GapFindings,
  gaps: readonly Gap[],
  caption: string,
  first: string,
  header: (gap: Gap) => string,
  printer: Printer,
): Table {
  const ahead = `A minus sign means that ${groupPhrase(topic, pair.group)} did better than ${groupPhrase(topic, pair.against)}.`;
  const remarks = ({ figure, group, against }: Gap) => [
    figure.amount.kind === 'known' && figure.amount.number.lt(0) ? ahead : null,
    roundingNote(figure, against.figure, group.figure),
  ];
  const notes = notesOf([
    ...gaps.flatMap(({ group, against }) => [group.note, against.note]),
    ...gaps.flatMap(remarks),
  ]);
  return {
    caption,
    columns: columnsWith(first, [
      labelOf(topic, pair.group),
      labelOf(topic, pair.against),
      `Gap (${differenceUnit(indicator.unit)})`,
    ]),
    rows: gaps.map(gap => ({
      header: header(gap),
      cells: [
        levelCell(gap.group, printer, notes),
        levelCell(gap.against, printer, notes),
        unsigned(signedCell(gap.figure, indicator.unit, printer, noteNumbers(notes, ...remarks(gap)))),
      ],
    })),
    notes: noteList(notes),
  };
}
