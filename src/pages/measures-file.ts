import type { Figure } from '../model/figure.ts';
import { addresses } from './addresses.ts';
import { type Column, csvText, madeWhenAsked } from './data-files.ts';
import type { EditionMaterial } from './material.ts';
import type { FileView } from './page.ts';

/** What `indicators.csv` holds, column by column. */
export const measureColumns: readonly Column[] = [
  { name: 'indicator', about: 'Id of the measure, as in the other files', datatype: 'string' },
  { name: 'name', about: 'What it is called', datatype: 'string' },
  { name: 'unit', about: 'What its values are counted in', datatype: 'string' },
  { name: 'decimals', about: 'With how many decimals it is printed', datatype: 'integer' },
  { name: 'better', about: 'Which way is better: high, low or neutral', datatype: 'string' },
  { name: 'definition', about: 'What it measures', datatype: 'string' },
  { name: 'chapter', about: 'The chapter that it is in', datatype: 'string' },
  { name: 'source', about: 'The publication that it is from', datatype: 'string' },
];

/** The measures of an edition, a row for each id that its files name: what it is called, its unit and what it means. */
export function measuresFile(
  { setting: { edition, folder } }: EditionMaterial,
  ledger: readonly Pick<Figure, 'indicator'>[],
): FileView {
  const named = new Set(ledger.map(({ indicator }) => indicator));
  const chapter = (id: string) => folder.themes.find(theme => theme.id === id)?.label ?? '';
  const source = (id: string) => folder.sources.find(each => each.id === id)?.title ?? '';
  const rows = [
    ...folder.indicators.map(({ id, label, unit, decimals, polarity, definition, theme, source: from }) => {
      return [id, label, unit, decimals, polarity, definition, chapter(theme), source(from)];
    }),
    ...folder.profiles.map(({ id, label, unit, definition, theme, source: from }) => {
      return [id, label, unit, 0, 'neutral', definition, chapter(theme), source(from)];
    }),
    ...folder.themes.map(({ id, label }) => {
      const what = 'How many measures of a chapter are better, worse or alike, counted by this report';
      return [id, `${label}: its measures together`, 'measures', 0, 'neutral', what, label, ''];
    }),
  ].filter(([id]) => named.has(String(id)));
  const known = new Set(rows.map(([id]) => id));
  const others = [...named]
    .filter(id => !known.has(id))
    .map(id => [id, inWords(id), '', '', 'neutral', counted, '', '']);
  return madeWhenAsked(addresses.file(edition.id, 'indicators.csv'), () =>
    csvText(
      measureColumns.map(({ name }) => name),
      [...rows, ...others],
    ),
  );
}

/** What stands for what this report counts or works out besides its measures. */
const counted = 'Counted or worked out by this report';

/** "headlines-changed" as "Headlines changed". */
function inWords(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
