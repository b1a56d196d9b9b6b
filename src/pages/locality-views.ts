import { localityChart } from '../charts/range-chart.ts';
import type { Published } from '../gate/primary.ts';
import type { LocalityFindings, LocalityRow } from '../judgements/localities.ts';
import type { LocalityKind } from '../model/area.ts';
import { total } from '../model/breakdown.ts';
import type { RangeChart } from '../model/chart.ts';
import { differenceUnit } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import { capital } from '../model/spelling.ts';
import { timeLabel } from '../model/time.ts';
import { type LocalitySaid, localityWords } from '../narrative/locality-phrases.ts';
import { textOf } from '../narrative/sentence.ts';
import { type PartFindings, targetsIn } from '../targets/findings.ts';
import { aimDraft } from '../targets/words.ts';
import {
  columnsWith,
  figureCell,
  levelCell,
  noteList,
  noteNumbers,
  notesOf,
  nothingHeld,
  numbered,
  roundingNote,
  sentenceView,
  signedCell,
  type Table,
} from './cells.ts';
import { drawn, measureText } from './chart-views.ts';
import type { EditionMaterial, Layout } from './material.ts';
import type { Printer } from './printer.ts';
import type { Cell, LocalityView } from './view.ts';

/** The wards, or the localities, of a section: what is said of them, from lowest to highest, and each in a table. */
export function localityView(
  layout: Layout,
  section: string,
  { found, sentences, title }: LocalitySaid,
  tableNumber: number,
): LocalityView {
  const { printer, setting } = layout;
  const council = setting.council.name;
  const [one, several] = localityWords[found.kind];
  const id = localitiesId(section, found.kind);
  const chart = rangeOf(layout, found);
  const subtitle = `${measureText(found.indicator)}, ${several} from the lowest to the highest, and ${council}, ${timeLabel(found.indicator, found.period)}`;
  return {
    id,
    heading: `${found.indicator.short} by ${one}`,
    sentences: sentences.map(sentence => sentenceView(sentence, printer)),
    chart:
      chart === null || title === null
        ? null
        : drawn(id, `table ${tableNumber}`, chart, subtitle, printer.sentence(title).text),
    table: numbered(localityTable(found, council, printer), tableNumber),
  };
}

export function localityRows(
  { setting }: Layout,
  localities: readonly LocalityFindings[],
): readonly Published[] {
  return localities.flatMap(({ rows, indicator, period }) =>
    rows.flatMap(({ area }) => setting.known.at(indicator.id, area.code, total, period) ?? []),
  );
}

function localityTable(
  { indicator, kind, rows, own, period }: LocalityFindings,
  council: string,
  printer: Printer,
): Table {
  const [one] = localityWords[kind];
  const remark = ({ comparison, level }: LocalityRow) =>
    comparison === null ? null : roundingNote(comparison.figure, level?.figure, own?.figure);
  const notes = notesOf([...rows.map(({ level }) => level?.note), ...rows.map(remark)]);
  const unit = differenceUnit(indicator.unit);
  return {
    caption: `${indicator.label}, by ${one}, ${timeLabel(indicator, period)}`,
    columns: columnsWith(capital(one), [
      measureText(indicator),
      ...(own === null ? [] : [`Difference from ${council}, ${own.figure.text} (${unit})`]),
    ]),
    rows: rows.map(row => ({
      header: row.area.name,
      cells: [
        levelCell(row.level, printer, notes),
        ...(own === null ? [] : [differenceCell(row, indicator, printer, noteNumbers(notes, remark(row)))]),
      ],
    })),
    notes: noteList(notes),
  };
}

/** Where there is no figure, the reason for that again. */
function differenceCell(
  { level, comparison }: LocalityRow,
  { unit }: Indicator,
  printer: Printer,
  notes: readonly number[],
): Cell {
  if (level === null || comparison === null) return nothingHeld;
  return level.value.kind === 'absent'
    ? figureCell(level.figure, printer)
    : signedCell(comparison.figure, unit, printer, notes);
}

export function rangeOf(
  { found, setting }: Pick<EditionMaterial, 'found' | 'setting'>,
  localities: LocalityFindings,
): RangeChart | null {
  const parts = targetsIn(found.targets).flatMap(each => each.parts);
  const asked = parts.find(
    ({ part, measure }) =>
      part.worst === localities.kind &&
      measure?.id === localities.indicator.id &&
      measure.beside === null &&
      measure.breakdown.topic === 'Total',
  );
  const limit =
    asked?.part.aim === undefined
      ? null
      : { number: Number(asked.part.aim.value), text: `Target: ${textOf(aimDraft(asked))}` };
  return localityChart(localities, setting.council.name, limit);
}

/** Where the localities of a kind are on their page: `reading-wards`. */
function localitiesId(section: string, kind: LocalityKind): string {
  return `${section}-${localityWords[kind][1]}`;
}

/** Where the localities that decide a part of a target are listed; null of other parts, and where none has a row. */
export function localitiesLink(
  { sections }: Pick<EditionMaterial, 'sections'>,
  { part: { worst }, measure }: PartFindings,
): { readonly label: string; readonly href: string } | null {
  if (worst === undefined || measure === null || measure.breakdown.topic !== total.topic) return null;
  const section = sections.find(
    ({ part }) =>
      part.kind === 'indicator' &&
      part.found.indicator.id === measure.id &&
      part.found.localities.some(({ kind }) => kind === worst),
  );
  return section === undefined
    ? null
    : {
        label: `${measure.label}, by ${localityWords[worst][0]}`,
        href: `${section.page}#${localitiesId(section.part.id, worst)}`,
      };
}
