import { z } from 'zod';
import { refusalsOf } from '../judgements/refusals.ts';
import type { Setting } from '../judgements/setting.ts';
import type { Claim } from '../model/commentary.ts';
import { editionTitle } from '../model/edition.ts';
import { type Figure, figureKinds, ledgerKey, type Refusal } from '../model/figure.ts';
import type { Source } from '../model/source.ts';
import { capital } from '../model/spelling.ts';
import { periodLabel } from '../model/time.ts';
import { absences } from '../model/value.ts';
import { addresses } from './addresses.ts';
import { type Ledger, ledgerSchema } from './ledger-schema.ts';
import type { EditionMaterial, PlacedSentence } from './material.ts';
import type { FileView } from './page.ts';
import { type Part, rankedIn } from './parts.ts';

export type SectionFile = { readonly part: Part; readonly file: FileView };

/** The CSV of a section: the figures it prints, a row each; what averages of neighbours rest on is in the whole. */
export function sectionFile(
  { setting }: EditionMaterial,
  theme: string,
  part: Part,
  printed: readonly Figure[],
): FileView {
  const { areas, council, edition } = setting;
  const own = printed.filter(({ area }) => area === council.code || areas.get(area)?.kind !== 'authority');
  return madeWhenAsked(addresses.file(edition.id, `${theme}/${part.id}.csv`), () => figuresCsv(own, areas));
}

/** A file whose text is made each time it is asked for, so that no text is held until it is written. */
export function madeWhenAsked(path: string, make: () => string): FileView {
  return {
    path,
    get text() {
      return make();
    },
  };
}

/** The CSV of every authority, for each section with a rank; their figures are let go at once, so they are texts. */
export function authorityFiles({ setting, sections }: EditionMaterial): ReadonlyMap<Part, FileView> {
  return new Map(
    sections.flatMap(({ theme, part }) =>
      rankedIn(part).map(({ findings, rank }) => {
        const path = `${addresses.authorities(setting.edition.id, theme.id, part.id)}authorities.csv`;
        const figures = [...rank.placings(), ...(findings.rankMove?.before.placings() ?? [])].map(
          each => each.figure,
        );
        return [part, { path, text: figuresCsv(figures, setting.areas) }] as const;
      }),
    ),
  );
}

/** Data for the scripts of pages, as a script: pages that were opened from a folder may read nothing else. */
export function dataScript(path: string, make: () => unknown): FileView {
  return madeWhenAsked(
    path,
    () => `keystage.bring(${JSON.stringify(make())});
`,
  );
}

export function ledgerFiles(
  material: EditionMaterial,
  figures: readonly Figure[],
  sentences: readonly PlacedSentence[],
  claims: readonly Claim[],
): { readonly json: FileView; readonly csv: FileView } {
  const { edition, areas } = material.setting;
  return {
    json: madeWhenAsked(addresses.file(edition.id, 'figures.json'), () =>
      ledgerJson(material, figures, sentences, claims),
    ),
    csv: madeWhenAsked(addresses.file(edition.id, 'figures.csv'), () => figuresCsv(figures, areas)),
  };
}

export function ledgerSchemaFile(edition: string): FileView {
  return madeWhenAsked(addresses.file(edition, 'figures-schema.json'), () => {
    const schema = z.toJSONSchema(ledgerSchema);
    return `${JSON.stringify({ title: 'figures.json of an edition of the report', ...schema }, null, 2)}\n`;
  });
}

/** The ledger with a figure, a sentence and a claim a line, so that two editions can be compared line by line. */
function ledgerJson(
  material: EditionMaterial,
  figures: readonly Figure[],
  sentences: readonly PlacedSentence[],
  claims: readonly Claim[],
): string {
  const { edition, council } = material.setting;
  const lines = (items: readonly object[]) => `[\n${items.map(item => JSON.stringify(item)).join(',\n')}\n]`;
  const said = sentences.map(
    ({ page, sentence: { id, text, figures, override } }): Ledger['sentences'][number] => ({
      id,
      page,
      text,
      figures: figures.map(each => each.id),
      override,
    }),
  );
  const unsaid = refusalsOf(material.found).map(
    ({ indicator, figure: _, ...rest }): Ledger['refusals'][number] => ({
      indicator: indicator.id,
      ...rest,
    }),
  );
  const claimed = claims.map(({ id, page, text, facts }): Ledger['claims'][number] => {
    const restsOn = facts.map(({ fact, figures }) => ({ fact, figures: figures.map(each => each.id) }));
    return { id, page, text, restsOn };
  });
  const parts = [
    '"schema": 2',
    `"edition": ${JSON.stringify(edition.id)}`,
    `"council": ${JSON.stringify({ code: council.code, name: council.name })}`,
    `"figures": ${lines(figures.map(figureJson))}`,
    `"sentences": ${lines(said)}`,
    `"refusals": ${lines(unsaid)}`,
    `"claims": ${lines(claimed)}`,
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

function figuresCsv(
  figures: readonly Figure[],
  areas: ReadonlyMap<string, { readonly name: string }>,
): string {
  const rows = figures.map(figure => {
    return { figure, key: ledgerKey(figure.about), area: areas.get(figure.area)?.name };
  });
  return csvText(figureColumns, rows);
}

type Field = string | number | null | undefined;

/** A column of the CSV files: its name, what it holds, of which type, and what it has of a row. */
export type Column<Row> = {
  readonly name: string;
  readonly about: string;
  readonly datatype: string;
  readonly of: (row: Row) => Field;
};

export function column<Row>(
  name: string,
  about: string,
  of: Column<Row>['of'],
  datatype = 'string',
): Column<Row> {
  return { name, about, datatype, of };
}

/** Says that a file is UTF-8 to programs, as Excel, that otherwise take it for an older encoding. */
const byteOrderMark = '\ufeff';

/** A CSV file in UTF-8, which it says: a line of names, then a line a row, quoted only where a field could be misread. */
export function csvText<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = rows.map(row => columns.map(({ of }) => fieldText(of(row))).join(','));
  return `${byteOrderMark}${[columns.map(({ name }) => name).join(','), ...lines].join('\n')}\n`;
}

/** What a spreadsheet would take for a formula: such words begin with an apostrophe, and so stay words. */
const formula = /^(?:[=@\t\r]|[-+](?!\d+(?:\.\d+)?$))/;

/** What may be a formula or must be quoted: most fields are neither. */
const special = /^[=@\t+-]|[",\r\n]/;

function fieldText(field: Field): string {
  if (field === null || field === undefined) return '';
  const plain = String(field);
  if (!special.test(plain)) return plain;
  const text = formula.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A figure as the ledger has it; what only some have stands in its place among the rest. */
function figureJson(figure: Figure): Ledger['figures'][number] {
  const { id, kind, indicator, area, breakdown, period, about, count, of, tied, amount } = figure;
  const { against, part, asAt } = ledgerKey(about);
  const range = amount.kind === 'known' ? amount.range : null;
  return {
    ...{ id, kind, indicator, area, breakdown, period },
    against: against ?? undefined,
    part: part ?? undefined,
    asAt: asAt ?? undefined,
    value: numberOf(figure),
    low: range === null ? undefined : Number(range.low),
    high: range === null ? undefined : Number(range.high),
    count: count ?? undefined,
    of: of ?? undefined,
    tied: tied ?? undefined,
    text: figure.text,
    status: figure.status,
    absent: absentOf(figure),
    source: figure.source,
    inputs: figure.inputs.map(each => each.id),
    set: figure.set ?? undefined,
    working: figure.working,
  };
}

function numberOf({ amount }: Figure): number | null {
  return amount.kind === 'known' ? Number(amount.number) : null;
}

function printedNumber({ amount }: Figure): string {
  return amount.kind === 'known' ? amount.number.toFixed(amount.decimals) : '';
}

/** Without its brackets. */
function symbolOf({ amount, text }: Figure): string {
  return amount.kind === 'known' ? '' : (/^\[(.+)\]$/.exec(text)?.[1] ?? 'z');
}

function absentOf({ amount }: Figure): Refusal | null {
  return amount.kind === 'refused' ? amount.because : null;
}

/** A file's size as links give it: "1 KB" at least, "494 KB", "1.2 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return '1 KB';
  const thousands = Math.round(bytes / 1000);
  return thousands < 1000 ? `${thousands} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const symbolsSaid = Object.entries({
  ...absences,
  z: 'not given, as there is no earlier figure, or the two cannot be compared',
})
  .map(([symbol, meaning]) => (symbol.length > 3 ? meaning : `${symbol} ${meaning}`))
  .join('; ');

type FigureRow = {
  readonly figure: Figure;
  readonly key: ReturnType<typeof ledgerKey>;
  readonly area: string | undefined;
};

const figureColumns: readonly Column<FigureRow>[] = [
  column('figure', 'Stable id of the figure, as in figures.json', ({ figure }) => figure.id),
  column('kind', `What the figure is: ${figureKinds.join(', ')}`, ({ figure }) => figure.kind),
  column('indicator', 'Id of the measure', ({ figure }) => figure.indicator),
  column('area', 'Code of the area, as it was at the time', ({ figure }) => figure.area),
  column('area_name', 'Name of the area', ({ area }) => area),
  column('topic', 'What pupils are grouped by; Total for everyone', ({ figure }) => figure.breakdown.topic),
  column('group', 'The group; Total for everyone', ({ figure }) => figure.breakdown.group),
  column('period', 'Academic year in six digits: 201314 is 2013/14', ({ figure }) => figure.period),
  column(
    'against',
    'The earlier year, the area or list compared with, or the other group',
    ({ key }) => key.against,
  ),
  column('part', 'The part of a whole, or which of several', ({ key }) => key.part),
  column(
    'value',
    'The number as printed, without its unit; empty where none is given',
    ({ figure }) => printedNumber(figure),
    'decimal',
  ),
  column('value_status', `Why the value is empty, as a symbol: ${symbolsSaid}`, ({ figure }) =>
    symbolOf(figure),
  ),
  column('text', 'The figure as printed', ({ figure }) => figure.text),
  column('absent', 'Why no number is given; empty where one is', ({ figure }) => absentOf(figure)),
  column(
    'status',
    'How settled: projection (no outcome), early, provisional, revised or final',
    ({ figure }) => figure.status,
  ),
  column('count', 'How many areas an average is of', ({ figure }) => figure.count, 'integer'),
  column('source_file', 'The file the figure was read from', ({ figure }) => figure.source?.file),
  column('source_line', 'The line of that file', ({ figure }) => figure.source?.line, 'integer'),
  column('inputs', 'Ids of the figures it was worked out from, separated by spaces', ({ figure }) =>
    figure.inputs.map(({ id }) => id).join(' '),
  ),
  column('as_at', 'The day that a count or share of schools is as at', ({ key }) => key.asAt, 'date'),
];

/**
 * What the CSV files of an edition hold, as CSV on the Web metadata: a group of tables with one schema, first of all of
 * them, then of those in each folder, where programs look for it that have a file and nothing else.
 */
export function csvMetadata(
  { edition, council }: Setting,
  files: readonly {
    readonly title: string;
    readonly file: FileView;
    /** Those of a file that does not list figures. */
    readonly columns?: readonly Column<never>[];
  }[],
  sources: readonly Source[],
): readonly [whole: FileView, ...ofFolders: FileView[]] {
  const whole = addresses.edition(edition.id);
  const groupIn = (folder: string, those: typeof files) => ({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en-GB' }],
    'dc:title': `${editionTitle(edition)}, ${council.name}: figures`,
    'dc:description': `Figures that the report for ${periodLabel(edition.period)} prints or rests on, published up to the day it was made.`,
    'dc:modified': edition['cut-off'],
    'dc:coverage': [council.name, council.code],
    'dc:source': sources.map(({ title, organisation, url, licence }) => ({
      '@id': url,
      'dc:title': title,
      'dc:publisher': organisation,
      'dc:license': licence,
    })),
    'dc:license': [...new Set(sources.map(({ licence }) => licence))],
    dialect: { header: true, encoding: 'utf-8' },
    tableSchema: schemaOf(figureColumns),
    tables: those.map(({ title, file, columns }) => ({
      url: file.path.slice(folder.length),
      'dc:title': title,
      ...(columns === undefined ? {} : { tableSchema: schemaOf(columns) }),
    })),
  });
  const described = (folder: string, those: typeof files) =>
    madeWhenAsked(`${folder}csv-metadata.json`, () => `${JSON.stringify(groupIn(folder, those), null, 2)}\n`);
  const byFolder = Map.groupBy(files, ({ file }) => file.path.slice(0, file.path.lastIndexOf('/') + 1));
  byFolder.delete(whole);
  return [described(whole, files), ...[...byFolder].map(([folder, those]) => described(folder, those))];
}

function schemaOf(columns: readonly Column<never>[]) {
  return {
    columns: columns.map(({ name, about, datatype }, at) => ({
      name,
      titles: name,
      'dc:description': about,
      datatype,
      null: '',
      ...(name === 'inputs' ? { separator: ' ' } : {}),
      ...(at === 0 ? { required: true } : {}),
    })),
    primaryKey: columns[0]?.name,
  };
}

type MeasureRow = Readonly<
  Record<'id' | 'label' | 'unit' | 'decimals' | 'polarity' | 'definition' | 'chapter' | 'source', Field>
>;

export const measureColumns: readonly Column<MeasureRow>[] = [
  column('indicator', 'Id of the measure, as in the other files', ({ id }) => id),
  column('name', 'What it is called', ({ label }) => label),
  column('unit', 'What its values are counted in', ({ unit }) => unit),
  column('decimals', 'With how many decimals it is printed', ({ decimals }) => decimals, 'integer'),
  column('better', 'Which way is better: high, low or neutral', ({ polarity }) => polarity),
  column('definition', 'What it measures', ({ definition }) => definition),
  column('chapter', 'The chapter that it is in', ({ chapter }) => chapter),
  column('source', 'The publication that it is from', ({ source }) => source),
];

/** A row for each id that the files of the edition name: what it is called, its unit and what it means. */
export function measuresFile(
  { setting: { edition, folder } }: EditionMaterial,
  ledger: readonly Pick<Figure, 'indicator'>[],
): FileView {
  const named = new Set(ledger.map(({ indicator }) => indicator));
  const counted = { decimals: 0, polarity: 'neutral', source: '' };
  const measures = [
    ...folder.indicators,
    ...folder.profiles.map(profile => ({ ...profile, decimals: 0, polarity: 'neutral' })),
    ...folder.themes.map(({ id, label }) => ({
      ...{ ...counted, id, theme: id, unit: 'measures', label: `${label}: its measures together` },
      definition: 'How many measures of a chapter are better, worse or alike, counted by this report',
    })),
  ].filter(({ id }) => named.has(id));
  const known = new Set(measures.map(({ id }) => id));
  const others = [...named]
    .filter(id => !known.has(id))
    .map(id => ({
      ...{ ...counted, id, theme: '', unit: '', decimals: '', label: capital(id.replaceAll('-', ' ')) },
      definition: 'Counted or worked out by this report',
    }));
  const rows = [...measures, ...others].map(measure => ({
    ...measure,
    chapter: folder.themes.find(({ id }) => id === measure.theme)?.label,
    source: folder.sources.find(({ id }) => id === measure.source)?.title,
  }));
  return madeWhenAsked(addresses.file(edition.id, 'indicators.csv'), () => csvText(measureColumns, rows));
}
