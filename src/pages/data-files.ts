import { refusalsOf } from '../judgements/refusals.ts';
import type { Claim } from '../model/commentary.ts';
import { type Figure, ledgerKey } from '../model/figure.ts';
import { addresses } from './addresses.ts';
import { figureColumns } from './csvw.ts';
import type { EditionMaterial } from './material.ts';
import type { FileView } from './page.ts';
import type { PlacedSentence } from './page-sentences.ts';
import { type Part, rankedIn } from './parts.ts';
import type { DownloadView } from './view.ts';

/** The CSV of a section. */
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
  return { path: addresses.file(edition.id, `${theme}/${part.id}.csv`), text: figuresCsv(own, areas) };
}

/** The CSV of every authority, for each section with a rank. */
export function authorityFiles({ setting, themes }: EditionMaterial): ReadonlyMap<Part, FileView> {
  const parts = themes.flatMap(({ found, groups }) =>
    groups.flatMap(group => group.parts.map(({ part }) => ({ theme: found.theme.id, part }))),
  );
  return new Map(
    parts.flatMap(({ theme, part }) =>
      rankedIn(part).map(({ findings, rank }) => {
        const path = `${addresses.authorities(setting.edition.id, theme, part.id)}authorities.csv`;
        const figures = [...rank.placings, ...(findings.rankMove?.before.placings ?? [])].map(
          each => each.figure,
        );
        return [part, { path, text: figuresCsv(figures, setting.areas) }] as const;
      }),
    ),
  );
}

/** A link to a file that says its format and size. */
export function downloadLink(name: string, { path, text }: FileView): DownloadView {
  return { href: path, text: downloadText(name, path, Buffer.byteLength(text)) };
}

/** What a link to a file says: "All tables (ODS, 48 KB)". */
export function downloadText(name: string, path: string, bytes: number): string {
  const format = path.slice(path.lastIndexOf('.') + 1).toUpperCase();
  return `${name} (${format}, ${fileSize(bytes)})`;
}

/** The edition's ledger as JSON and as CSV. */
export function ledgerFiles(
  material: EditionMaterial,
  figures: readonly Figure[],
  sentences: readonly PlacedSentence[],
  claims: readonly Claim[],
): { readonly json: FileView; readonly csv: FileView } {
  const { edition, areas } = material.setting;
  return {
    json: {
      path: addresses.file(edition.id, 'figures.json'),
      text: ledgerJson(material, figures, sentences, claims),
    },
    csv: { path: addresses.file(edition.id, 'figures.csv'), text: figuresCsv(figures, areas) },
  };
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
  const said = sentences.map(({ page, sentence: { id, text, figures, override } }) => {
    return {
      id,
      page,
      text,
      figures: figures.map(each => each.id),
      ...(override === undefined ? {} : { override }),
    };
  });
  const unsaid = refusalsOf(material.found).map(({ indicator, figure: _, ...rest }) => ({
    indicator: indicator.id,
    ...rest,
  }));
  const claimed = claims.map(({ id, page, text, facts }) => {
    const restsOn = facts.map(({ fact, figures }) => ({ fact, figures: figures.map(each => each.id) }));
    return { id, page, text, restsOn };
  });
  const parts = [
    '"schema": 1',
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
    const { against, part, asAt } = ledgerKey(figure.about);
    return [
      figure.id,
      figure.kind,
      figure.indicator,
      figure.area,
      areas.get(figure.area)?.name ?? '',
      figure.breakdown.topic,
      figure.breakdown.group,
      figure.period,
      against,
      part,
      printedNumber(figure),
      symbolOf(figure),
      figure.text,
      absentOf(figure),
      figure.status,
      figure.count,
      figure.source?.file,
      figure.source?.line,
      figure.inputs.map(({ id }) => id).join(' '),
      asAt,
    ];
  });
  return csvText(
    figureColumns.map(({ name }) => name),
    rows,
  );
}

/** What a field of a CSV file may hold; nothing, where there is nothing to say. */
type Field = string | number | null | undefined;

/** A CSV file: a line of names, then a line a row, quoted only where a field could be misread. */
export function csvText(names: readonly string[], rows: readonly (readonly Field[])[]): string {
  return [names, ...rows].map(row => `${row.map(fieldText).join(',')}\n`).join('');
}

function fieldText(field: Field): string {
  const text = String(field ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function figureJson(figure: Figure) {
  const {
    id,
    kind,
    indicator,
    area,
    breakdown,
    period,
    about,
    count,
    of,
    tied,
    text,
    status,
    source,
    inputs,
    working,
  } = figure;
  const { amount } = figure;
  const { against, part, asAt } = ledgerKey(about);
  return {
    id,
    kind,
    indicator,
    area,
    breakdown,
    period,
    ...(against === null ? {} : { against }),
    ...(part === null ? {} : { part }),
    ...(asAt === null ? {} : { asAt }),
    value: numberOf(figure),
    ...(amount.kind === 'known' && amount.range !== null
      ? { low: Number(amount.range.low), high: Number(amount.range.high) }
      : {}),
    ...(count === null ? {} : { count }),
    ...(of === null ? {} : { of }),
    ...(tied === null ? {} : { tied }),
    text,
    status,
    absent: absentOf(figure),
    source,
    inputs: inputs.map(each => each.id),
    working,
  };
}

function numberOf({ amount }: Figure): number | null {
  return amount.kind === 'known' ? Number(amount.number) : null;
}

/** The number to the decimals it is printed with. */
function printedNumber({ amount }: Figure): string {
  return amount.kind === 'known' ? amount.number.toFixed(amount.decimals) : '';
}

/** The symbol that is printed in the place of a number, without its brackets. */
function symbolOf({ amount, text }: Figure): string {
  return amount.kind === 'known' ? '' : (/^\[(.+)\]$/.exec(text)?.[1] ?? 'z');
}

function absentOf({ amount }: Figure): string | null {
  return amount.kind === 'refused' ? amount.because : null;
}

/** A file's size as links give it: "1 KB" at least, "494 KB", "1.2 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return '1 KB';
  const thousands = Math.round(bytes / 1000);
  return thousands < 1000 ? `${thousands} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
