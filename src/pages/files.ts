import { stringify } from 'csv-stringify/sync';
import type { Ledger } from '../judgements/ledger.ts';
import type { Setting } from '../judgements/setting.ts';
import type { Claim } from '../model/claim.ts';
import type { Figure, Sentence } from '../model/figure.ts';
import { addresses } from './addresses.ts';
import type { EditionMaterial, Layout } from './material.ts';
import type { FileView } from './page-views.ts';
import { figuresOf, type Part } from './parts.ts';
import type { DownloadView } from './view.ts';

/** A computed sentence and the page that prints it. */
export type PrintedSentence = Sentence & { readonly page: string };

const columns = [
  'figure',
  'kind',
  'indicator',
  'area',
  'area_name',
  'topic',
  'group',
  'period',
  'against',
  'part',
  'value',
  'text',
  'absent',
  'status',
  'count',
  'source_file',
  'source_line',
  'inputs',
] as const;

/** The CSV of every section: the figures it prints, a row each; what averages of neighbours rest on is in the whole. */
export function partFiles({ setting, themes }: EditionMaterial): ReadonlyMap<Part, FileView> {
  const parts = themes.flatMap(({ found, groups }) =>
    groups.flatMap(group => group.parts.map(({ part }) => ({ theme: found.theme.id, part }))),
  );
  return new Map(
    parts.map(({ theme, part }) => {
      const path = addresses.file(setting.edition.id, `${theme}/${part.id}.csv`);
      return [part, { path, text: figuresCsv(printed(setting, figuresOf(setting, part)), setting.areas) }];
    }),
  );
}

function printed({ neighbours, council }: Setting, figures: readonly Figure[]): readonly Figure[] {
  const others = (neighbours?.areas ?? []).filter(code => code !== council.code);
  return figures.filter(({ area }) => !others.includes(area));
}

/** The link to a section's CSV, with its size. */
export function downloadOf({ csvOf }: Layout, part: Part): DownloadView {
  const file = csvOf.get(part);
  if (file === undefined) throw new Error(`invalid part: ${part.id} has no file`);
  return downloadLink(part.heading, file);
}

/** A link to a file that says its format and size. */
export function downloadLink(name: string, { path, text }: FileView): DownloadView {
  const format = path.slice(path.lastIndexOf('.') + 1).toUpperCase();
  return { href: path, text: `${name} (${format}, ${sizeText(Buffer.byteLength(text))})` };
}

/** The edition's ledger as JSON and as CSV. */
export function ledgerFiles(
  { setting }: EditionMaterial,
  ledger: Ledger,
  sentences: readonly PrintedSentence[],
  claims: readonly Claim[],
): { readonly json: FileView; readonly csv: FileView } {
  const { edition, areas } = setting;
  const figures = [...ledger.values()];
  return {
    json: {
      path: addresses.file(edition.id, 'figures.json'),
      text: ledgerJson(setting, figures, sentences, claims),
    },
    csv: { path: addresses.file(edition.id, 'figures.csv'), text: figuresCsv(figures, areas) },
  };
}

/** The ledger with a figure, a sentence and a claim a line, so that two editions can be compared line by line. */
function ledgerJson(
  { edition, council }: Setting,
  figures: readonly Figure[],
  sentences: readonly PrintedSentence[],
  claims: readonly Claim[],
): string {
  const lines = (items: readonly object[]) => `[\n${items.map(item => JSON.stringify(item)).join(',\n')}\n]`;
  const said = sentences.map(({ id, page, text, figures, override }) => {
    return { id, page, text, figures, ...(override === undefined ? {} : { override }) };
  });
  const claimed = claims.map(({ id, page, text, facts }) => {
    const restsOn = facts.map(({ fact, figures }) => ({ fact, figures }));
    return { id, page, text, restsOn };
  });
  const parts = [
    '"schema": 1',
    `"edition": ${JSON.stringify(edition.id)}`,
    `"council": ${JSON.stringify({ code: council.code, name: council.name })}`,
    `"figures": ${lines(figures.map(figureJson))}`,
    `"sentences": ${lines(said)}`,
    `"claims": ${lines(claimed)}`,
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

function figuresCsv(
  figures: readonly Figure[],
  areas: ReadonlyMap<string, { readonly name: string }>,
): string {
  const rows = figures.map(figure => [
    figure.id,
    figure.kind,
    figure.indicator,
    figure.area,
    areas.get(figure.area)?.name ?? '',
    figure.breakdown.topic,
    figure.breakdown.group,
    figure.period,
    figure.against,
    figure.part,
    numberOf(figure),
    figure.text,
    absentOf(figure),
    figure.status,
    figure.count,
    figure.source?.file,
    figure.source?.line,
    figure.inputs.join(' '),
  ]);
  return stringify([[...columns], ...rows]);
}

function figureJson(figure: Figure) {
  const {
    id,
    kind,
    indicator,
    area,
    breakdown,
    period,
    against,
    part,
    count,
    text,
    status,
    source,
    inputs,
    working,
  } = figure;
  const { amount } = figure;
  return {
    id,
    kind,
    indicator,
    area,
    breakdown,
    period,
    ...(against === null ? {} : { against }),
    ...(part === null ? {} : { part }),
    value: numberOf(figure),
    ...(amount.kind === 'known' && amount.range !== null
      ? { low: Number(amount.range.low), high: Number(amount.range.high) }
      : {}),
    ...(count === null ? {} : { count }),
    text,
    status,
    absent: absentOf(figure),
    source,
    inputs,
    working,
  };
}

function numberOf({ amount }: Figure): number | null {
  return amount.kind === 'known' ? Number(amount.number) : null;
}

function absentOf({ amount }: Figure): string | null {
  return amount.kind === 'refused' ? amount.because : null;
}

function sizeText(bytes: number): string {
  return bytes < 1000 ? '1 KB' : `${Math.round(bytes / 1000).toLocaleString('en-GB')} KB`;
}
