import { z } from 'zod';
import type { Report } from '../issues.ts';
import type { Place } from '../model/place.ts';
import { isOneOf, nearest } from '../model/spelling.ts';
import { readCsv } from '../sources/csv.ts';
import { validate } from '../sources/validate.ts';
import { readYaml } from '../sources/yaml.ts';
import { type YearForm, yearForms } from './year-labels.ts';

/** What a series gives: the value, the number it is a share of, or an end of its interval. */
const seriesParts = ['', 'base', 'low', 'high'] as const;
type SeriesPart = (typeof seriesParts)[number];

/** One line of a map: which of a publisher's series feeds which indicator, of whom, and how its years are read. */
export type MapRow = {
  readonly publication: string;
  /** The publisher's own name: a `Short Desc`, or a column; two columns with "/" between them are a share. */
  readonly key: string;
  /** What must stand in other columns. */
  readonly filters: readonly (readonly [column: string, value: string])[];
  readonly indicator: string;
  readonly topic: string;
  readonly group: string;
  readonly part: SeriesPart;
  readonly year: YearForm;
  readonly scale: number;
  readonly place: Place;
};

/** The columns of `england/series/<publication>.csv`. */
const mapColumns = ['key', 'filters', 'indicator', 'topic', 'group', 'part', 'year', 'scale'] as const;

export function readSeriesMap(
  text: string,
  file: string,
  publication: string,
  report: Report,
): readonly MapRow[] {
  return readCsv(text, file, mapColumns, report).flatMap(({ fields, place, at }) => {
    const { part, year, scale, filters } = fields;
    if (!isOneOf(seriesParts, part)) {
      report(
        at('part'),
        'wrong-value',
        part,
        `is no part: write ${seriesParts.slice(1).join(', ')} or nothing`,
      );
      return [];
    }
    if (!isOneOf(yearForms, year)) {
      report(at('year'), 'wrong-value', year, `is no form of year: write ${yearForms.join(', ')}`);
      return [];
    }
    return [
      {
        publication,
        key: fields.key,
        filters: readFilters(filters),
        indicator: fields.indicator,
        topic: fields.topic || 'Total',
        group: fields.group || 'Total',
        part,
        year,
        scale: scale === '' ? 1 : Number(scale),
        place,
      },
    ];
  });
}

/** `data/imports/<publication>.yaml`: what an officer answered for a file that the tool had not met. */
const importsSchema = z.strictObject({
  publication: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1).optional(),
  address: z.string().optional(),
  licence: z.string().optional(),
  agreed: z
    .boolean()
    .describe('Whether an officer has read the series below; until then nothing is imported'),
  series: z.array(
    z.strictObject({
      key: z.string().min(1),
      filters: z.string().default(''),
      indicator: z.string().describe('An indicator of the catalogue; nothing where none is fed'),
      topic: z.string().default('Total'),
      group: z.string().default('Total'),
      part: z.enum(seriesParts).default(''),
      year: z.enum(yearForms),
      scale: z.number().default(1),
    }),
  ),
});

/** What a remembered answer says of its publication, with its map. */
export type Remembered = Omit<z.output<typeof importsSchema>, 'series'> & {
  readonly rows: readonly MapRow[];
  readonly file: string;
};

/** Null with the reasons reported. */
export function readRemembered(text: string, file: string, report: Report): Remembered | null {
  const document = readYaml(text, file, report);
  const read = document === null ? null : validate(document, importsSchema, report).value;
  if (document === null || read === null) return null;
  const { series, ...rest } = read;
  const rows = series.flatMap(({ filters, ...one }, at) =>
    one.indicator === ''
      ? []
      : [
          {
            ...one,
            publication: rest.publication,
            filters: readFilters(filters),
            place: document.place(['series', at]),
          },
        ],
  );
  return { ...rest, rows, file };
}

/** Reports rows that feed an indicator no catalogue has, and leaves them out. */
export function knownRows(
  rows: readonly MapRow[],
  indicators: ReadonlyMap<string, unknown>,
  report: Report,
): readonly MapRow[] {
  return rows.filter(({ indicator, place }) => {
    const isKnown = indicators.has(indicator);
    if (!isKnown) report(place, 'unknown-indicator', indicator, nearest(indicator, indicators.keys()));
    return isKnown;
  });
}

function readFilters(text: string): MapRow['filters'] {
  return text
    .split(';')
    .filter(one => one.trim() !== '')
    .map(one => {
      const at = one.indexOf('=');
      return [one.slice(0, at).trim(), one.slice(at + 1).trim()] as const;
    });
}
