import { observed } from '../judgements/figures.ts';
import type { Revision, RevisionKind, Revisions } from '../judgements/revisions.ts';
import { groupLabel } from '../model/breakdown.ts';
import { sizeText } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import { dateLabel, periodLabel } from '../model/time.ts';
import { figureCell, noteList, noteNumbers, notesOf, numbered, type Table, wordsCell } from './cells.ts';
import type { Layout } from './material.ts';
import { unlinked } from './printer.ts';
import type { Cell } from './view.ts';

export type EditionCorrections = ReturnType<typeof correctionsOf>;

export type CorrectionsView = ReturnType<typeof correctionsPage>;

/** What has become of the figures of an edition: a table for each day that something was released in their place. */
export function correctionsOf(layout: Layout, { changed, confirmed }: Revisions) {
  const { edition } = layout;
  const byDay = [...Map.groupBy(changed, ({ released }) => released)];
  return {
    edition,
    releases: byDay.map(([date, revisions]) => {
      const released = dateLabel(date);
      const id = `${edition.id}-${date}`;
      const caption = `Figures of the ${edition.year} report that were released again on ${released}`;
      const table = numbered(revisionsTable(layout, revisions, caption), 1);
      return { id, released, date, summary: summaryOf(revisions), table: { ...table, id: `table-${id}` } };
    }),
    remark: remarkOf(byDay.length, confirmed),
  };
}

/** "2 figures revised as planned, 1 corrected". */
function summaryOf(revisions: readonly Revision[]): string {
  const said = [...Map.groupBy(revisions, ({ kind }) => kind)].map(
    ([kind, of]) => [of.length, summaries[kind]] as const,
  );
  return said
    .map(([count, what], index) =>
      index === 0 ? `${count} ${count === 1 ? 'figure' : 'figures'} ${what}` : `${count} ${what}`,
    )
    .join(', ');
}

const summaries: Record<RevisionKind, string> = {
  revised: 'revised as planned',
  corrected: 'corrected',
  given: 'given for the first time',
  withdrawn: 'withdrawn',
};

function remarkOf(releases: number, confirmed: number): string | null {
  const figures = `${confirmed} ${confirmed === 1 ? 'figure' : 'figures'}`;
  if (confirmed > 0)
    return `${figures} printed before ${confirmed === 1 ? 'it was' : 'they were'} final ${confirmed === 1 ? 'was' : 'were'} later released again with the same value.`;
  return releases > 0 ? null : 'The files that we hold revise and correct no figure of this report.';
}

function revisionsTable(layout: Layout, revisions: readonly Revision[], caption: string): Table {
  const indicators = new Map(layout.setting.folder.indicators.map(each => [each.id, each]));
  const notes = notesOf(revisions.map(({ now }) => now.note));
  const texts = ['Year', 'Printed then', 'Now', 'Difference', 'What happened', 'Source'];
  const isNumeric = (text: string) => text === 'Printed then' || text === 'Now';
  return {
    caption,
    columns: ['Figure', ...texts].map(text => ({ text, numeric: isNumeric(text) })),
    rows: revisions.map(revision => {
      const indicator = indicators.get(revision.figure.indicator);
      if (indicator === undefined)
        throw new Error(`invalid revision: no indicator ${revision.figure.indicator}`);
      return {
        header: nameOf(layout, revision, indicator),
        cells: [
          wordsCell(periodLabel(revision.figure.period)),
          printedCell(layout, revision),
          nowCell(revision, indicator, noteNumbers(notes, revision.now.note)),
          wordsCell(differenceText(revision, indicator)),
          wordsCell(happened(revision)),
          wordsCell(sourceOf(layout, revision)),
        ],
      };
    }),
    notes: noteList(notes),
  };
}

/** "Reading at key stage 2: England, girls". */
function nameOf({ setting }: Layout, { figure }: Revision, { label }: Indicator): string {
  const { area, breakdown } = figure;
  const group = groupLabel(setting.folder.topics, breakdown) ?? breakdown.group;
  const name = setting.areas.get(area)?.name ?? area;
  return `${label}: ${name}${breakdown.topic === 'Total' ? '' : `, ${group}`}`;
}

/** What the edition printed, linked to its evidence; not where it has been suppressed since. */
function printedCell(layout: Layout, { figure, now }: Revision): Cell {
  if (isSuppressed(now)) return wordsCell('See the report');
  return { ...figureCell(figure, layout.printer), figure: null };
}

function nowCell({ now }: Revision, indicator: Indicator, notes: readonly number[]): Cell {
  return { ...figureCell(observed(now, indicator).figure, unlinked, notes), figure: null, href: null };
}

/** "1 percentage point lower", or how far apart the two can be where their precision leaves the direction open. */
function differenceText({ difference }: Revision, { unit }: Indicator): string {
  if (difference.kind === 'refused') return 'None can be given';
  if (difference.sign === 0) return 'None';
  const way = difference.sign === null ? '' : difference.sign > 0 ? ' higher' : ' lower';
  return `${sizeText(difference, unit)}${way}`;
}

/** What a release did, with how settled the figure was and is, and which release it replaced where it was not the printed one. */
function happened({ kind, printed, before, now }: Revision): string {
  const settled = `${before.status} before, ${now.status} now`;
  const between =
    before === printed || before.released === null
      ? ''
      : ` of the figure released on ${dateLabel(before.released)}`;
  switch (kind) {
    case 'revised':
      return `Planned revision${between}: ${settled}`;
    case 'corrected':
      return `Correction${between}: ${settled}`;
    case 'given':
      return `Not given before, ${now.status} now`;
    case 'withdrawn':
      return 'Withdrawn';
  }
}

function sourceOf({ setting: { folder } }: Layout, { now }: Revision): string {
  return folder.sources.find(({ id }) => id === now.source)?.title ?? now.source;
}

function isSuppressed({ value }: Revision['now']): boolean {
  return value.kind === 'absent' && value.because === 'c';
}

/** The page of every edition's revisions, from those of each, newest first; tables are numbered through the page. */
export function correctionsPage(editions: readonly EditionCorrections[]) {
  let number = 0;
  return {
    href: 'corrections/',
    editions: editions.map(edition => ({
      ...edition,
      releases: edition.releases.map(release => {
        number += 1;
        return { ...release, table: { ...release.table, number } };
      }),
    })),
  };
}
