import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/pages/ledger-schema.ts';
import { siteFiles, siteText } from '../support/site.ts';

type Metadata = {
  readonly '@context': readonly unknown[];
  readonly tableSchema: Schema;
  /** A table with columns of its own says so. */
  readonly tables: readonly { readonly url: string; readonly tableSchema?: Schema }[];
};
type Schema = { readonly columns: readonly { readonly name: string; readonly datatype: string }[] };

const forms: Readonly<Record<string, RegExp>> = {
  integer: /^\d+$/,
  decimal: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

describe.each(['2012-13', '2013-14'])('the metadata of the CSV files of %s', edition => {
  const metadata: Metadata = JSON.parse(siteText(`${edition}/csv-metadata.json`));

  const read = (name: string): Record<string, string>[] =>
    parse(siteText(`${edition}/${name}`), { columns: true, bom: true });

  it('lists every CSV file, and none that is not there', () => {
    const files = siteFiles.filter(name => name.startsWith(`${edition}/`) && name.endsWith('.csv'));
    expect(metadata.tables.map(({ url }) => `${edition}/${url}`).toSorted()).toEqual(files);
  });

  it('is found beside each file, by programs that have the file alone', () => {
    for (const { url } of metadata.tables) {
      const at = url.lastIndexOf('/') + 1;
      const beside: Metadata = JSON.parse(siteText(`${edition}/${url.slice(0, at)}csv-metadata.json`));
      const found = beside.tables.find(each => each.url === url.slice(at));
      const own = metadata.tables.find(each => each.url === url);
      expect(found?.tableSchema ?? beside.tableSchema, url).toEqual(own?.tableSchema ?? metadata.tableSchema);
    }
  });

  it('every measure that a file names has a name, and those of the catalogue a unit and a meaning', () => {
    const measures = read('indicators.csv');
    const ids = new Set(read('figures.csv').map(({ indicator }) => indicator));
    expect(measures.map(({ indicator }) => indicator).toSorted()).toEqual([...ids].toSorted());
    for (const { indicator, name, unit, chapter, definition } of measures) {
      expect(name, indicator).toMatch(/^[A-Z0-9]/);
      if (chapter !== '') expect([unit, definition], indicator).not.toContain('');
    }
  });

  it('says of each figure in figures.csv what figures.json says of it', () => {
    const { figures }: Ledger = JSON.parse(siteText(`${edition}/figures.json`));
    const texts = (fields: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, String(field ?? '')]));
    const said = read('figures.csv').map(({ value, area_name: _, value_status: __, ...row }) => ({
      ...row,
      value: value === '' ? '' : String(Number(value)),
    }));
    expect(said).toEqual(
      figures.map(({ id, kind, indicator, area, breakdown, period, source, inputs, ...rest }) =>
        texts({
          ...{ figure: id, kind, indicator, area, ...breakdown, period },
          ...{ against: rest.against, part: rest.part, value: rest.value, text: rest.text },
          ...{ absent: rest.absent, status: rest.status, count: rest.count, as_at: rest.asAt },
          ...{ source_file: source?.file, source_line: source?.line, inputs: inputs.join(' ') },
        }),
      ),
    );
  });

  it('names the columns of each in their order, and types that their cells are of', () => {
    for (const { url, tableSchema = metadata.tableSchema } of metadata.tables) {
      const rows: string[][] = parse(siteText(`${edition}/${url}`), { bom: true });
      expect(rows[0], url).toEqual(tableSchema.columns.map(({ name }) => name));
      for (const row of rows.slice(1))
        tableSchema.columns.forEach(({ name, datatype }, index) => {
          const cell = row[index] ?? '';
          if (cell === '' || datatype === 'string') return;
          expect(cell, `${url} ${name}`).toMatch(forms[datatype] ?? /^$/);
        });
    }
  });

  it('says of whom, from what and under which licence the figures are, and what each symbol means', () => {
    const said: Record<string, unknown> = JSON.parse(siteText(`${edition}/csv-metadata.json`));
    for (const name of ['dc:title', 'dc:description', 'dc:license', 'dc:coverage', 'dc:modified'])
      expect(said[name], name).toBeTruthy();
    const sources = said['dc:source'] as readonly Record<string, string>[];
    for (const source of sources)
      for (const name of ['@id', 'dc:title', 'dc:publisher', 'dc:license'])
        expect(source[name], name).toBeTruthy();
    const status = metadata.tableSchema.columns.find(({ name }) => name === 'value_status');
    const about = (status as unknown as Record<string, string>)['dc:description'] ?? '';
    for (const { url } of metadata.tables) {
      const rows: Record<string, string>[] = parse(siteText(`${edition}/${url}`), {
        columns: true,
        bom: true,
      });
      for (const { value_status: symbol = '' } of rows)
        if (symbol !== '') expect(about, url).toMatch(new RegExp(`(?:: |; )${symbol}(?: |;|$)`));
    }
  });

  it('leaves a value empty only where the column beside it says why, and writes no marker for nothing', () => {
    for (const { url } of metadata.tables) {
      const text = siteText(`${edition}/${url}`);
      const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
      for (const row of rows) {
        if ('value' in row) expect(row.value === '', url).toBe(row.value_status !== '');
        for (const [name, cell] of Object.entries(row)) {
          expect(cell, `${url} ${name}`).toBe(cell.trim());
          expect(cell, `${url} ${name}`).not.toMatch(/^(?:NULL|NA|N\/A|n\/a|\.|\.\.|-|:)$/);
        }
      }
    }
  });

  it('gives each row a figure of its own', () => {
    for (const { url } of metadata.tables) {
      const ids = (parse(siteText(`${edition}/${url}`), { bom: true }) as string[][])
        .slice(1)
        .map(([id]) => id);
      expect(new Set(ids).size, url).toBe(ids.length);
    }
  });
});
