import type { LocalityFindings, LocalityRow } from '../judgements/localities.ts';
import { differenceUnit } from '../model/format.ts';
import { periodLabel } from '../model/period.ts';
import { type LocalitySaid, localityWords } from '../narrative/locality-phrases.ts';
import type { EvidenceOf } from './addresses.ts';
import { levelCell, nothingHeld, sentenceView, signedCell } from './cells.ts';
import { drawn, measureText } from './chart-views.ts';
import { rangeOf } from './locality-lines.ts';
import type { Layout } from './material.ts';
import { noteList, noteNumbers, notesOf, numbered, roundingNote, type Table } from './tables.ts';
import type { LocalityView } from './view.ts';

/** The wards, or the localities, of a section: what is said of them, from lowest to highest, and each in a table. */
export function localityView(
  layout: Layout,
  section: string,
  found: LocalityFindings,
  said: LocalitySaid | undefined,
  tableNumber: number,
): LocalityView {
  const { evidenceOf, setting } = layout;
  const council = setting.council.name;
  const [one, several] = localityWords[found.kind];
  const id = localitiesId(section, found.kind);
  const chart = rangeOf(layout, found);
  const told = (said?.sentences ?? []).map(({ text }) => text).join(' ');
  const subtitle = `${measureText(found.indicator)}, ${several} from the lowest to the highest, and ${council}, ${periodLabel(found.period)}`;
  const title = said?.title ?? null;
  const [table] = numbered([localityTable(found, council, evidenceOf)], tableNumber);
  if (table === undefined) throw new Error(`invalid section: ${section} has no table of its ${several}`);
  return {
    id,
    heading: `${found.indicator.short} by ${one}`,
    sentences: (said?.sentences ?? []).map(sentence => sentenceView(sentence, evidenceOf)),
    chart:
      chart === null || title === null
        ? null
        : { ...drawn(id, `table ${tableNumber}`, chart, subtitle, told), title: title.text },
    table,
  };
}

/** Where the localities of a kind are on their page: `reading-wards`. */
export function localitiesId(section: string, kind: LocalityFindings['kind']): string {
  return `${section}-${localityWords[kind][1]}`;
}

function localityTable(
  { indicator, kind, rows, own, period }: LocalityFindings,
  council: string,
  evidenceOf: EvidenceOf,
): Table {
  const [one] = localityWords[kind];
  const remark = ({ comparison, level }: LocalityRow) =>
    comparison === null ? null : roundingNote(comparison.figure, level?.figure, own?.figure);
  const notes = notesOf([...rows.map(({ level }) => level?.note), ...rows.map(remark)]);
  const unit = differenceUnit(indicator.unit);
  return {
    caption: `${indicator.label} by ${one}, ${periodLabel(period)}`,
    columns: [
      { text: one.charAt(0).toUpperCase() + one.slice(1), numeric: false },
      { text: measureText(indicator), numeric: true },
      ...(own === null ? [] : [{ text: `Difference from ${council} (${unit})`, numeric: true }]),
    ],
    rows: rows.map(row => ({
      header: row.area.name,
      cells: [
        levelCell(row.level, evidenceOf, notes),
        ...(own === null
          ? []
          : [
              row.comparison === null
                ? nothingHeld
                : signedCell(
                    row.comparison.figure,
                    indicator.unit,
                    evidenceOf,
                    noteNumbers(notes, remark(row)),
                  ),
            ]),
      ],
    })),
    notes: noteList(notes),
  };
}
