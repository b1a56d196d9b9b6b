import { stringify } from 'csv-stringify/sync';
import type { PlanKind } from './file.ts';
import { slug } from '../../model/slug.ts';
import { addresses } from '../../pages/addresses.ts';
import type { BlockCell, BlockTable } from '../../pages/blocks.ts';
import type { FileView } from '../../pages/page-views.ts';
import type { Run } from '../../pages/view.ts';

/** A table of a page as a CSV file: what is printed, a row a row. */
export type TableFile = {
  readonly title: string;
  readonly file: FileView;
  readonly columns: readonly { readonly name: string; readonly about: string; readonly datatype: string }[];
};

/** The CSV of a table, with a number of its own for each row. */
export function tableFile(edition: string, kind: PlanKind | 'plans', table: BlockTable): TableFile {
  const columns = [
    { name: 'row', about: 'Number of the row', datatype: 'integer' },
    ...table.columns.map(({ text }) => ({
      name: slug(text).replaceAll('-', '_'),
      about: text,
      datatype: 'string',
    })),
  ];
  const rows = table.rows.map(({ header, cells }, at) => [at + 1, textOf(header), ...cells.map(cellText)]);
  return {
    title: table.caption,
    file: {
      path: addresses.file(edition, `${kind}/${table.id}.csv`),
      text: stringify([columns.map(({ name }) => name), ...rows]),
    },
    columns,
  };
}

function cellText({ runs, status }: BlockCell): string {
  return status === null ? textOf(runs) : [status.word, textOf(runs)].filter(text => text !== '').join(' ');
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
