import { Big } from 'big.js';
import type { AreaCell } from '../gate/releases.ts';
import { type Breakdown, total } from '../model/breakdown.ts';
import { differenceUnit, perText } from '../model/format.ts';
import { type Indicator, perHowMany, type Unit } from '../model/indicator.ts';
import { unsettled } from '../model/observation.ts';
import { dateLabel, type Period, timeHeading, yearLabel } from '../model/time.ts';
import { absences } from '../model/value.ts';
import { addresses } from './addresses.ts';
import { dataScript } from './data-files.ts';
import type { Layout } from './material.ts';
import { type FileView, pageOf } from './page.ts';
import type { DownloadView } from './view.ts';

/** How many publications, days and statuses a measure has, each once: cells name theirs by its place. */
type Origin = readonly [source: string, released: string | null, status: string];

/**
 * One measure as the page's script reads it. Of each group, each area has a text of its years: numbers as they are printed,
 * without signs of unit, `~` before what is known roughly; symbols; nothing where nothing is held. `@1` names an origin other
 * than its year's.
 */
type MeasureData = {
  readonly years: readonly (readonly [period: Period, label: string])[];
  readonly origins: readonly Origin[];
  readonly groups: readonly {
    readonly topic: string;
    readonly group: string;
    /** The origin of each year's figures, where a cell names none. */
    readonly origins: readonly number[];
    /** In the order of the catalogue's areas; empty of an area without any figure. */
    readonly areas: readonly string[];
  }[];
};

/** "Explore": any measure, areas and years that an edition knows, and the data it loads as scripts, a file a measure. */
export function explorePage(layout: Layout, downloads: readonly DownloadView[]) {
  const { setting } = layout;
  const { edition, council, nation, region, neighbours, folder } = setting;
  const folderOf = addresses.page(edition.id, 'explore');
  const areas = [...setting.areas.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const codes = areas.map(({ code }) => code);
  const breakdowns = [
    total,
    ...folder.topics.flatMap(({ id, groups }) =>
      groups.map(each => each.id).map(group => ({ topic: id, group })),
    ),
  ];
  const files: FileView[] = [];
  const sources = new Set<string>();
  const themes = folder.themes.filter(({ id }) => edition.themes.includes(id));
  const measures = themes.flatMap(theme => {
    const those = folder.indicators.filter(indicator => indicator.theme === theme.id);
    const held = those.flatMap(indicator => {
      const data = measureData(layout, indicator, codes, breakdowns);
      if (data === null) return [];
      for (const [source] of data.origins) sources.add(source);
      files.push(dataScript(`${folderOf}${indicator.id}.js`, () => data));
      return [describe(indicator, data, layout)];
    });
    return held.length === 0 ? [] : [[theme.label, held] as const];
  });
  const near = neighbours?.areas ?? [];
  const catalogue = dataScript(`${folderOf}catalogue.js`, () => ({
    council: council.code,
    first: [council.code, nation.code, region.code],
    neighbours: near,
    areas: areas.map(({ code, name, kind }) => [code, name, kind]),
    measures,
    sources: folder.sources.filter(({ id }) => sources.has(id)).map(({ id, title, url }) => [id, title, url]),
    symbols: absences,
    marks: unsettled,
  }));
  return {
    page: pageOf(
      layout,
      'explore',
      folderOf,
      {
        catalogue: catalogue.path,
        measures: files.length,
        files: downloads,
      },
      'Explore',
    ),
    files: [catalogue, ...files],
  };
}

/** What figures of a measure are in: "per cent", "per 10,000 children", "points". */
function unitText({ unit, members }: Indicator): string {
  if (unit === 'percent') return 'per cent';
  return perHowMany(unit) === null ? differenceUnit(unit) : perText(unit, members);
}

/** What a reader is told of a measure before its figures are loaded. */
function describe(indicator: Indicator, { groups }: MeasureData, { setting }: Layout) {
  const { id, label, definition, unit, breaks, pauses } = indicator;
  const labelOf = ({ topic, group }: Breakdown) => {
    const named = setting.folder.topics.find(each => each.id === topic);
    return [named?.label ?? '', named?.groups.find(each => each.id === group)?.label ?? 'Everyone'];
  };
  return {
    ...{ id, label, definition, heading: timeHeading(indicator) },
    unit: unitText(indicator),
    sign: unit === 'percent' ? '%' : unit === 'pounds' ? '£' : '',
    breaks: breaks.map(({ from, note }) => [from, note]),
    pauses: pauses.map(({ from, to, because }) => [from, to, because]),
    groups: groups.map(({ topic, group }) => [topic, group, ...labelOf({ topic, group })]),
  };
}

function measureData(
  { setting: { known } }: Layout,
  indicator: Indicator,
  codes: readonly string[],
  breakdowns: readonly Breakdown[],
): MeasureData | null {
  const { id, unit } = indicator;
  const held = breakdowns.flatMap(breakdown => {
    const years = known.years(id, breakdown);
    return years.length === 0 ? [] : [{ breakdown, years }];
  });
  const periods = [...new Set(held.flatMap(({ years }) => years))].toSorted();
  const origins = new Map<string, number>();
  let last: { readonly cell: AreaCell; readonly origin: number } | null = null;
  // Those of a column are mostly alike.
  const originOf = (cell: AreaCell): number => {
    const { source, released, status } = cell;
    const held = last?.cell;
    if (last !== null && held?.source === source && held.released === released && held.status === status)
      return last.origin;
    const key = JSON.stringify([source, released === null ? null : dateLabel(released), status]);
    const origin = origins.get(key) ?? origins.size;
    origins.set(key, origin);
    last = { cell, origin };
    return origin;
  };
  const groups = held.flatMap(({ breakdown, years }) => {
    const usual = periods.map(() => 0);
    const rows: string[][] = [];
    for (const period of years) {
      const year = periods.indexOf(period);
      let isFirst = true;
      known.cells(id, codes, breakdown, period).forEach((cell, at) => {
        // Publishers' tables list every authority, those too that a measure never had a figure of.
        if (cell === null || cell.because === 'x') return;
        const origin = originOf(cell);
        if (isFirst) usual[year] = origin;
        isFirst = false;
        rows[at] ??= [];
        rows[at][year] = cellText(cell, unit) + (origin === usual[year] ? '' : `@${origin}`);
      });
    }
    // Years and areas without anything are there too, and empty.
    const areas = codes.map((_, at) => (rows[at] ?? []).join(','));
    return rows.length === 0 ? [] : [{ ...breakdown, origins: usual, areas }];
  });
  if (groups.length === 0) return null;
  return {
    years: periods.map(period => [period, yearLabel(indicator, period)]),
    origins: [...origins.keys()].map(key => JSON.parse(key)),
    groups,
  };
}

/** A cell as a text: its number to the decimals it is printed with, or its symbol. */
function cellText({ number, because, decimals, isAbout }: AreaCell, unit: Unit): string {
  if (number === null) return because ?? '';
  const places = unit === 'pounds' && decimals > 0 ? Math.max(2, decimals) : decimals;
  return `${isAbout ? '~' : ''}${fixed(number, places)}`;
}

/** A number to so many decimals, half away from nothing, and never below nothing where that is nought. */
function fixed(number: number, places: number): string {
  // Most have their places already: nothing is quicker than to leave them.
  const plain = String(number);
  const point = plain.indexOf('.');
  const has = point === -1 ? 0 : plain.length - point - 1;
  if (has === places) return plain;
  const text =
    has > places || plain.includes('e')
      ? new Big(number).toFixed(places, Big.roundHalfUp)
      : `${plain}${has === 0 ? '.' : ''}${'0'.repeat(places - has)}`;
  return text.startsWith('-') && !/[1-9]/.test(text) ? text.slice(1) : text;
}
