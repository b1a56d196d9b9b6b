// Every workbook of the reference council, by the rules of the Analysis Function: unzipped and read, not only opened.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { ChapterView } from '../../src/pages/theme-page.ts';
import type { EditionView, TableView } from '../../src/pages/view.ts';
import { editionWorkbooks } from '../../src/pages/workbook.ts';
import { workbookFile } from '../../src/site/ods.ts';
import { site, siteFiles, siteText } from '../support/site.ts';
import { type Element, elements, parseXml } from '../support/xml.ts';

const names = siteFiles.filter(name => name.endsWith('.ods'));

type Row = { readonly isHeader: boolean; readonly cells: readonly Element[] };
type Worksheet = { readonly name: string; readonly element: Element; readonly rows: readonly Row[] };

function partsOf(bytes: Uint8Array) {
  const held = unzipSync(bytes);
  const xml = (name: string) => parseXml(strFromU8(held[name] ?? new Uint8Array()));
  return {
    held,
    content: xml('content.xml'),
    meta: xml('meta.xml'),
    settings: xml('settings.xml'),
    styles: xml('styles.xml'),
  };
}

function worksheets(content: Element): readonly Worksheet[] {
  return elements(content, 'table:table').map(element => ({
    name: element.attributes['table:name'] ?? '',
    element,
    rows: element.children.flatMap((child): readonly Row[] => {
      if (child.name === 'table:table-row') return [{ isHeader: false, cells: child.children }];
      if (child.name === 'table:table-header-rows')
        return child.children.map(row => ({ isHeader: true, cells: row.children }));
      return [];
    }),
  }));
}

/** The tables of a page as it prints them: marks and notes apart, text as a reader sees it. */
function printedTables(page: string) {
  return [...siteText(page).matchAll(/<table class="govuk-table data".*?<\/table>/gs)].map(([table]) => ({
    caption: textOf(/<caption.*?<\/caption>/s.exec(table)?.[0] ?? ''),
    rows: [...table.matchAll(/<tr>.*?<\/tr>/gs)]
      .slice(1)
      .map(([row]) => [...row.matchAll(/<t[hd].*?<\/t[hd]>/gs)].map(([cell]) => textOf(cell))),
  }));
}

function textOf(html: string): string {
  const plain = html
    .replaceAll(/<span class="govuk-visually-hidden">.*?<\/span>/gs, '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&#39;', '’')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  return plain.replaceAll(/\s+/g, ' ').trim();
}

const withoutMarks = (text: string) => text.replaceAll(/\s*\[(?:note \d+|[epr])\]/g, '').trim();

it('there is a workbook of each edition and of each chapter, named so that it is known by its name', () => {
  expect(names).toContain('2013-14/annual-education-report-2013-14.ods');
  expect(names).toContain('2013-14/ks2/2013-14-ks2.ods');
  expect(names).toHaveLength(18);
  for (const name of names) expect(name.split('/').at(-1)).toMatch(/^[a-z0-9-]+\.ods$/);
});

describe.each(names)('%s', name => {
  const { held, content, meta, settings, styles } = partsOf(readFileSync(join(site, name)));
  const sheets = worksheets(content);
  const inTable = (sheet: Worksheet) => sheet.rows.slice(sheet.rows.findIndex(({ isHeader }) => isHeader));

  it('opens on the cover, then contents, notes, and one table a worksheet (item 78)', () => {
    expect(sheets.slice(0, 3).map(each => each.name)).toEqual(['Cover', 'Contents', 'Notes']);
    const active = elements(settings, 'config:config-item').find(
      ({ attributes }) => attributes['config:name'] === 'ActiveTable',
    );
    expect(active?.text).toBe('Cover');
    for (const sheet of sheets.slice(3)) {
      expect(
        sheet.rows.filter(({ isHeader }) => isHeader),
        sheet.name,
      ).toHaveLength(1);
      expect(sheet.rows[1]?.cells[0]?.text).toBe('This worksheet contains one table.');
    }
  });

  it('has a title, a language, an author, and a title in the first cell of every worksheet (item 80)', () => {
    for (const item of ['dc:title', 'dc:creator', 'dc:language', 'dc:date', 'meta:creation-date'])
      expect(elements(meta, item)[0]?.text, item).toBeTruthy();
    expect(elements(meta, 'dc:language')[0]?.text).toBe('en-GB');
    expect(sheets[0]?.rows[0]?.cells[0]?.text).toBe(elements(meta, 'dc:title')[0]?.text);
    for (const sheet of sheets) {
      const [title] = sheet.rows[0]?.cells ?? [];
      expect(title?.attributes['table:style-name'], sheet.name).toBe('Heading_20_1');
      expect(title?.text.length, sheet.name).toBeGreaterThan(3);
    }
  });

  it('says on its cover how many tables there are, where notes are and what every symbol means', () => {
    const said = sheets[0]?.element.text ?? '';
    expect(said).toContain(`This workbook holds ${sheets.length - 3} tables`);
    expect(said).toContain('The Notes worksheet lists them');
    expect(said).toContain('It is not a publication of Cheshire East Council');
    const used = new Set(
      sheets
        .slice(3)
        .flatMap(sheet =>
          inTable(sheet).flatMap(({ cells }) =>
            cells.flatMap(cell => cell.text.match(/\[(?!note)[^\]]+\]/g) ?? []),
          ),
        ),
    );
    for (const symbol of used) expect(said).toContain(`${symbol} means `);
    const explained = [...said.matchAll(/(\[[^\]]+\]) means /g)].map(match => match[1] ?? '');
    expect(explained.toSorted()).toEqual([...used].toSorted());
  });

  it('has names on its tabs that can be told apart, and no worksheet or cell that is blank (item 80)', () => {
    const tabs = sheets.map(each => each.name);
    expect(new Set(tabs).size).toBe(tabs.length);
    for (const tab of tabs) expect(tab).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,30}$/);
    for (const sheet of sheets) {
      const widths = inTable(sheet).map(({ cells }) => cells.length);
      if (sheet.rows.some(({ isHeader }) => isHeader)) expect(new Set(widths).size, sheet.name).toBe(1);
      for (const { cells } of sheet.rows) {
        expect(cells.length, sheet.name).toBeGreaterThan(0);
        for (const cell of cells) expect(cell.text.trim(), sheet.name).not.toBe('');
      }
    }
  });

  it('marks up every table by name, from its header row to the last row of the worksheet (item 79)', () => {
    const ranges = elements(content, 'table:database-range').map(({ attributes }) => attributes);
    const tables = sheets.filter(({ rows }) => rows.some(({ isHeader }) => isHeader));
    expect(ranges.map(range => range['table:target-range-address'])).toEqual(
      tables.map(sheet => {
        const first = sheet.rows.findIndex(({ isHeader }) => isHeader) + 1;
        const last = String.fromCharCode(64 + (sheet.rows[first]?.cells.length ?? 0));
        return `${sheet.name}.A${first}:${sheet.name}.${last}${sheet.rows.length}`;
      }),
    );
    for (const range of ranges) {
      expect(range['table:contains-header']).toBe('true');
      expect(range['table:name']).toMatch(/^[A-Za-z][A-Za-z0-9]*_[a-z0-9_]+$/);
    }
  });

  it('merges, hides, filters, freezes, fills and draws nothing, and runs nothing (item 79)', () => {
    const text = ['content.xml', 'styles.xml', 'settings.xml']
      .map(part => strFromU8(held[part] ?? new Uint8Array()))
      .join('');
    expect(text).not.toMatch(
      /spanned|covered-table-cell|repeated|visibility|filter-condition|<table:filter|display-filter-buttons="true"/,
    );
    expect(text).not.toMatch(
      /draw:|<script:|<office:event|SplitMode|background-color|table:formula|table:display="false"/,
    );
    expect(Object.keys(held)).toEqual([
      'mimetype',
      'META-INF/manifest.xml',
      'content.xml',
      'meta.xml',
      'styles.xml',
      'settings.xml',
    ]);
  });

  it('wraps text, and gives every column a width', () => {
    const wrap = elements(styles, 'style:default-style').flatMap(style =>
      elements(style, 'style:table-cell-properties'),
    );
    expect(wrap[0]?.attributes['fo:wrap-option']).toBe('wrap');
    const widths = new Map(
      elements(content, 'style:style')
        .filter(({ attributes }) => attributes['style:family'] === 'table-column')
        .map(style => [
          style.attributes['style:name'],
          Number.parseFloat(style.children[0]?.attributes['style:column-width'] ?? ''),
        ]),
    );
    for (const sheet of sheets)
      for (const column of elements(sheet.element, 'table:table-column')) {
        const width = widths.get(column.attributes['table:style-name']) ?? 0;
        expect(width, sheet.name).toBeGreaterThan(3);
        expect(width, sheet.name).toBeLessThan(25);
      }
  });

  it('links every worksheet from its contents, and numbers every note once', () => {
    const targets = elements(sheets[1]?.element as Element, 'text:a').map(
      ({ attributes }) => attributes['xlink:href'],
    );
    expect(targets).toEqual(sheets.slice(2).map(sheet => `#${sheet.name}.A1`));
    const numbers = inTable(sheets[2] as Worksheet)
      .slice(1)
      .map(({ cells }) => cells[0]?.text);
    const listed = sheets[2]?.rows.some(({ isHeader }) => isHeader) ? numbers : [];
    expect(listed).toEqual(listed.map((_, index) => `[note ${index + 1}]`));
    const used = new Set(
      sheets.slice(3).flatMap(({ element }) => element.text.match(/\[note \d+\](?!,)/g) ?? []),
    );
    expect([...used].toSorted()).toEqual([...listed].toSorted());
  });
});

describe.each(names.filter(name => name.split('/').length === 3))('the tables of %s', name => {
  const chapter = name.slice(0, name.lastIndexOf('/'));
  // The groups of pupils of a chapter have pages of their own, and their tables in its workbook.
  const groups = siteText(`${chapter}/index.html`).matchAll(/href="(topic-[a-z0-9-]+)\/index\.html"/g);
  const pages = [...new Set([...groups].map(([, group]) => `${group}/`)), ''];
  const printed = pages.flatMap(page => printedTables(`${chapter}/${page}index.html`));
  const { content } = partsOf(readFileSync(join(site, name)));
  const sheets = worksheets(content).slice(3);

  it('are those of the page, in its order, with the very figures it prints', () => {
    expect(sheets).toHaveLength(printed.length);
    sheets.forEach((sheet, index) => {
      const table = printed[index];
      const start = sheet.rows.findIndex(({ isHeader }) => isHeader);
      const title = sheet.rows[0]?.cells[0]?.text ?? '';
      expect(withoutMarks(title).replaceAll("'", '’')).toContain(
        (table?.caption ?? '?').replace('Table', 'table'),
      );
      const width = table?.rows[0]?.length ?? 0;
      expect(
        sheet.rows
          .slice(start + 1)
          .map(({ cells }) =>
            cells.slice(0, width).map(cell => withoutMarks(cell.text).replaceAll("'", '’')),
          ),
      ).toEqual(table?.rows.map(row => row.map(withoutMarks)));
    });
  });

  it('hold numbers as numbers wherever a number is printed, to the decimals printed', () => {
    let numbers = 0;
    for (const cell of sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.slice(1)))) {
      const isNumber = /^[+−]?£?\d[\d,]*(\.\d+)?%?$/.test(cell.text);
      expect(cell.attributes['office:value-type'], cell.text).toBe(isNumber ? 'float' : 'string');
      if (!isNumber) continue;
      numbers += 1;
      expect(Number(cell.attributes['office:value'])).toBe(
        Number(cell.text.replace('−', '-').replaceAll(/[+£,%]/g, '')),
      );
    }
    expect(numbers).toBeGreaterThan(5);
  });
});

describe('a second reader', () => {
  const office = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find(existsSync);

  it.runIf(office !== undefined)(
    'opens the workbook and finds every number where it was put (item 81)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'keystage-ods-'));
      const all = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
      const name = '2013-14/ks2/2013-14-ks2.ods';
      try {
        execFileSync(
          office ?? '',
          [
            `-env:UserInstallation=file://${folder}/profile`,
            '--headless',
            '--convert-to',
            all,
            '--outdir',
            folder,
            join(site, name),
          ],
          { stdio: 'ignore' },
        );
        const sheets = worksheets(partsOf(readFileSync(join(site, name))).content);
        expect(readdirSync(folder).filter(file => file.endsWith('.csv'))).toHaveLength(sheets.length);
        for (const sheet of sheets.slice(3)) {
          const csv = readFileSync(join(folder, `2013-14-ks2-${sheet.name}.csv`), 'utf8');
          const lines: string[][] = parse(csv, { bom: true });
          expect(lines).toHaveLength(sheet.rows.length);
          const last =
            sheet.rows
              .at(-1)
              ?.cells.map(cell => cell.attributes['office:value'])
              .filter(Boolean) ?? [];
          expect(last.length).toBeGreaterThan(0);
          for (const value of last) expect(lines.at(-1)).toContain(value);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});

describe('a workbook', () => {
  const view = {
    cutOff: '31 July 2021',
    cutOffDate: '2021-07-31',
    id: '2020-21',
    year: '2020/21',
    title: 'Report 2020-21',
  };
  const document = { href: '2020-21/report.pdf', name: 'Report 2020-21', about: 'What is in it.' };
  const card = { href: '2020-21/card.png', alt: 'Report 2020-21', figures: [] };
  const edition = {
    ...view,
    latest: true,
    draft: false,
    themes: [],
    targets: null,
    hub: null,
    hubName: 'What we said, and where it stands',
    plans: [],
    documents: { summary: document, report: document, tables: document },
    card,
  } satisfies EditionView;
  const contact = {
    role: 'Officer & analyst',
    department: 'Education',
    href: 'https://anyshire.example/',
    reviewed: '',
  };
  const council = { council: 'Anyshire', demonstration: null, contact } as unknown as SiteView;
  const cell = (text: string) => ({ text, figure: null, href: null, expansion: null, marks: [] });
  const table = (texts: readonly string[]): TableView => ({
    id: 'table-1',
    number: 1,
    caption: 'Pupils & <schools>',
    columns: [{ text: 'Area', numeric: false }, ...texts.map(text => ({ text, numeric: true }))],
    rows: [{ header: 'Anyshire', cells: texts.map(cell) }],
    notes: [],
    symbols: [],
  });
  const theme = (id: string, tables: readonly TableView[]) =>
    ({
      id,
      href: `2020-21/${id}/`,
      label: 'A chapter',
      groups: [
        {
          sections: [
            {
              heading: 'Section',
              definition: 'What is measured.',
              caveats: [],
              sources: [],
              tables,
              localities: [],
            },
          ],
        },
      ],
    }) as unknown as ChapterView;
  const made = (...themes: readonly ChapterView[]) => editionWorkbooks(council, edition, themes)[0];

  it('gives the same bytes each time', () => {
    const workbook = made(theme('ks2', [table(['84%'])]));
    if (workbook === undefined) throw new Error('no workbook');
    expect(workbookFile(workbook)).toEqual(workbookFile(workbook));
  });

  it('reads signs, commas, pounds and percentages as numbers and leaves ranges, ranks and symbols as text', () => {
    const [, , , sheet] =
      made(
        theme('ks2', [
          table(['−1,865.5', '+3', '£8.90', '84.0%', '+5 to +6', 'about 9%', '9/10', '[c]', '0']),
        ]),
      )?.sheets ?? [];
    const cells = sheet?.table?.rows[0]?.slice(1) ?? [];
    expect(cells.map(each => (each.kind === 'number' ? each.number : each.text))).toEqual([
      -1865.5,
      3,
      8.9,
      84,
      '+5 to +6',
      'about 9%',
      '9/10',
      '[c]',
      0,
    ]);
  });

  it('keeps tabs of long chapter names short and apart, and escapes what XML would misread', () => {
    const long = 'a-very-long-name-of-a-chapter';
    const workbook = made(theme(long, [table(['1'])]), theme(`${long}-more`, [table(['2'])]));
    const tabs = workbook?.sheets.slice(3).map(sheet => sheet.name) ?? [];
    expect(new Set(tabs).size).toBe(2);
    expect(tabs.every(tab => tab.length <= 31)).toBe(true);
    if (workbook === undefined) throw new Error('no workbook');
    const { content, meta } = partsOf(workbookFile(workbook));
    expect(content.text).toContain('Pupils & <schools>');
    expect(elements(meta, 'dc:creator')[0]?.text).toBe('Officer & analyst, Anyshire');
  });

  it('without notes says so, and has no table of them', () => {
    const [, , notes] = made(theme('ks2', [table(['1'])]))?.sheets ?? [];
    expect(notes?.table).toBe(null);
    expect(notes?.lines[0]?.text).toBe('No table of this workbook needs a note.');
  });
});
