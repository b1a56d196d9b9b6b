import { type ReleaseCalendar, type ReleaseDay, releaseDay, seriesColumns } from '../model/release.ts';
import type { Period } from '../model/time.ts';
import { decimalsIn } from '../model/value.ts';
import type { Gathered, GatheredSeries } from './gathered.ts';
import type { HeldFigures } from './held-figures.ts';
import type { ImportedIndicator, PublicationFacts } from './import-context.ts';

type ReleaseFacts = {
  readonly publication: PublicationFacts;
  readonly indicators: ReadonlyMap<string, ImportedIndicator>;
  readonly calendar: ReleaseCalendar;
  readonly held: HeldFigures;
  readonly taken: string;
  /** Whether the file is a snapshot of many publications, known by the day it was taken. */
  readonly isSnapshot: boolean;
  readonly file: string;
  readonly sum: string;
};

type IndicatorGain = {
  readonly indicator: string;
  readonly areas: number;
  readonly first: Period;
  readonly last: Period;
  readonly values: number;
};

/** A release in the published form: its files by path in the council folder, and what is to be said of it. */
export type ReleaseForm = {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
  readonly gains: readonly IndicatorGain[];
  readonly values: { readonly added: number; readonly changed: number; readonly held: number };
  /** Days of release that no publisher states: of which indicators, for which period. */
  readonly assumed: readonly { readonly family: string; readonly period: Period; readonly day: string }[];
};

/** The cells of a series that are written, by area, in the order of its years. */
type Written = {
  readonly id: string;
  readonly periods: readonly Period[];
  readonly rows: Map<string, readonly string[]>;
};

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Lays out what is new or changed in the published form; null when everything is held already. */
export function releaseForm(gathered: Gathered, facts: ReleaseFacts): ReleaseForm | null {
  const { held, indicators } = facts;
  const themes = new Map<string, Written[]>();
  const series: string[] = [];
  const gains = new Map<string, { areas: Set<string>; periods: Set<Period>; values: number }>();
  const assumed = new Map<string, { family: string; period: Period; day: string }>();
  const values = { added: 0, changed: 0, held: 0 };
  const days: string[] = [];
  for (const { id, row, years, cells } of gathered.series.values()) {
    const indicator = indicators.get(row.indicator);
    if (indicator === undefined) continue;
    const ends: ('added' | 'changed' | undefined)[] = [];
    const gain = gains.get(row.indicator) ?? { areas: new Set(), periods: new Set(), values: 0 };
    gains.set(row.indicator, gain);
    const written: Written = { id, periods: years.map(({ period }) => period), rows: new Map() };
    for (const [area, texts] of cells) {
      const before = held.cells.get(`${id}\t${area}`);
      let number = 0;
      // What is held already is not written again.
      const now = before === undefined ? texts : texts.slice();
      for (let at = 0; at < texts.length; at++) {
        const text = texts[at] as string;
        if (text === '') continue;
        const was = before?.get(years[at]?.period ?? '');
        if (was === text) {
          values.held += 1;
          now[at] = '';
          continue;
        }
        number += 1;
        const end = was === undefined ? 'added' : 'changed';
        values[end] += 1;
        if (ends[at] !== 'changed') ends[at] = end;
      }
      if (number === 0) continue;
      written.rows.set(area, now);
      gain.values += number;
      gain.areas.add(area);
    }
    if (written.rows.size === 0) continue;
    const list = themes.get(indicator.theme);
    if (list === undefined) themes.set(indicator.theme, [written]);
    else list.push(written);
    for (const [at, year] of years.entries()) {
      const end = ends[at];
      if (end === undefined) continue;
      gain.periods.add(year.period);
      const day = dayOfRelease(year.period, year.status, end, id, indicator.release, facts);
      days.push(day.released);
      if (!day.stated) {
        const family = indicator.release ?? indicator.theme;
        assumed.set(`${family}\t${year.period}\t${day.released}`, {
          family,
          period: year.period,
          day: day.released,
        });
      }
      const [name = '', topic = '', group = ''] = id.split('\t');
      series.push(
        csvLine([
          name,
          topic,
          group,
          year.period,
          year.row.key,
          year.row.filters.map(([column, value]) => `${column}=${value}`).join('; '),
          year.label,
          day.status,
          day.released,
          day.stated ? 'stated' : 'assumed',
          fewerDecimals(cells, at, indicator.decimals),
        ]),
      );
    }
  }
  if (themes.size === 0) return null;
  const day = facts.isSnapshot ? facts.taken : (days.sort().at(-1) ?? facts.taken);
  const name = folderName(day, facts.taken, held.folders);
  const folder = `data/published/${facts.publication.id}/${name}`;
  const files = new Map<string, string>();
  for (const [theme, rows] of [...themes].sort(([a], [b]) => order(a, b)))
    files.set(`${folder}/${theme}.csv`, themeFile(rows));
  files.set(`${folder}/series.csv`, `${[csvLine(seriesColumns), ...series.sort(order)].join('\n')}\n`);
  const total = [...gathered.rows.values()].reduce((sum, number) => sum + number, 0);
  files.set(`${folder}/release.yaml`, releaseFile(facts, total, values.added + values.changed));
  return {
    folder,
    files,
    values,
    gains: [...gains]
      .filter(([, gain]) => gain.values > 0)
      .map(([indicator, { areas, periods, values }]) => {
        const years = [...periods].sort(order);
        return {
          indicator,
          areas: areas.size,
          first: years[0] ?? '',
          last: years.at(-1) ?? '',
          values,
        };
      })
      .sort((a, b) => order(a.indicator, b.indicator)),
    assumed: [...assumed.values()].sort(
      (a, b) => order(a.family, b.family) || order(a.period, b.period) || order(a.day, b.day),
    ),
  };
}

/** As many figures say with how many decimals a year was published: a few may all end in nought. */
const fewestFigures = 20;

/**
 * The decimals that the year at a place of a series was really published with, where none of its figures has as many as its
 * indicator: a spreadsheet loses the nought of one figure, not of all. Empty where it was published as the catalogue has it.
 */
function fewerDecimals(cells: GatheredSeries['cells'], year: number, decimals: number): string {
  let [numbers, most] = [0, 0];
  for (const texts of cells.values()) {
    const text = texts[year] ?? '';
    if (!isNumber(text)) continue;
    numbers += 1;
    most = Math.max(most, decimalsIn(text));
  }
  return numbers >= fewestFigures && most < decimals ? String(most) : '';
}

/** When figures came out. One that is unlike the held one of the same standing was revised in silence, by the day it was taken. */
function dayOfRelease(
  period: Period,
  status: ReleaseDay['status'] | null,
  end: 'added' | 'changed',
  id: string,
  family: string | null,
  { calendar, held, taken }: ReleaseFacts,
): ReleaseDay {
  const day = releaseDay(calendar, family, period, status, taken);
  const before = held.released.get(`${id}\t${period}`);
  if (end === 'added' || before === undefined || day.released > before.released) return day;
  return { ...day, released: taken, stated: false };
}

/** The day; where a release of that day is held already, the day the file was taken, or the first one free after. */
function folderName(day: string, taken: string, folders: readonly string[]): string {
  if (!folders.includes(day)) return day;
  let next = taken > day ? taken : day;
  while (folders.includes(next)) {
    const date = new Date(`${next}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + 1);
    next = date.toISOString().slice(0, 10);
  }
  return next;
}

function themeFile(series: readonly Written[]): string {
  const periods = [...new Set(series.flatMap(one => one.periods.filter((_, at) => isWritten(one, at))))].sort(
    order,
  );
  const lines = [['indicator,topic,group,area', ...periods].join(',')];
  for (const { id, periods: years, rows } of series.toSorted((a, b) => order(a.id, b.id))) {
    const places = periods.map(period => years.flatMap((year, at) => (year === period ? [at] : [])));
    const begins = csvLine(id.split('\t'));
    for (const area of [...rows.keys()].sort(order)) {
      const texts = rows.get(area) ?? [];
      const cells = places.map(those => {
        let text = '';
        // Of two series that feed a year, one may say only that it has no figure.
        for (const at of those) if (!isNumber(text)) text = texts[at] || text;
        return text;
      });
      lines.push(`${begins},${area},${cells.join(',')}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Whether a text of the published form is a number and no symbol. */
function isNumber(text: string): boolean {
  return text !== '' && text < 'a';
}

function isWritten({ rows }: Written, at: number): boolean {
  for (const texts of rows.values()) if ((texts[at] ?? '') !== '') return true;
  return false;
}

function releaseFile(facts: ReleaseFacts, rows: number, kept: number): string {
  const { publication, taken, file, sum } = facts;
  return `publication: ${publication.id}
title: ${JSON.stringify(publication.title)}
address: ${JSON.stringify(publication.address)}
retrieved: ${taken}
file: ${JSON.stringify(file)}
sha256: ${sum}
licence: ${JSON.stringify(publication.licence)}
rows: ${rows}
kept: ${kept}
`;
}

/** A line of CSV, with quotes where a field needs them. */
export function csvLine(fields: readonly string[]): string {
  return fields.map(field => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}
