import type { Report } from '../issues.ts';
import { type Indicator, indicatorSchema } from '../model/indicator.ts';
import { keyText } from '../model/observation.ts';
import { type Place, valueAt } from '../model/place.ts';
import type { ReleasedSeries } from '../model/release.ts';
import type { YamlFiles } from './catalogue.ts';
import type { Observation } from './council-folder.ts';
import { entryOf, type Known, soundPart } from './names.ts';

/** With fewer authorities than this, their spread does not say what is near. */
const fewestAuthorities = 20;

/**
 * Reports measures that are set compared with others, and of which nothing says what is near: the catalogue sets no bands, and
 * no year has the figures of enough authorities. What was imported has all of them.
 */
export function checkBands(
  files: YamlFiles,
  observations: readonly Observation[],
  releases: readonly ReleasedSeries[],
  known: Known,
  report: Report,
): void {
  const imported = new Set(releases.map(({ indicator }) => indicator));
  const places = placesOf(files);
  for (const [id, rows] of Map.groupBy(observations, ({ indicator }) => indicator)) {
    const { bands, comparators = [] }: Partial<Indicator> = entryOf(known.indicators, id);
    const own = rows.find(({ area }) => area === known.council);
    const isJudged =
      comparators.length > 0 && own !== undefined && rows.some(({ area }) => area !== known.council);
    if (
      bands !== undefined ||
      !isJudged ||
      imported.has(id) ||
      mostAuthorities(rows, known) >= fewestAuthorities
    )
      continue;
    report(places.get(id) ?? own.place, 'bands-missing', id, mostAuthorities(rows, known));
  }
}

/** The most authorities with a known figure of one group in one year. */
function mostAuthorities(rows: readonly Observation[], known: Known): number {
  const held = rows.filter(
    ({ area, value }) => value.kind === 'known' && entryOf(known.areas, area).kind === 'authority',
  );
  const counts = [...Map.groupBy(held, row => keyText({ ...row, area: '' })).values()].map(
    each => each.length,
  );
  return Math.max(0, ...counts);
}

/** Where each measure of the council's own catalogue stands. */
function placesOf({ catalogue }: YamlFiles): ReadonlyMap<string, Place> {
  return new Map(
    catalogue.flatMap(file => {
      const items = file === null ? null : valueAt(file.data, ['indicators']);
      if (file === null || !Array.isArray(items)) return [];
      return items.flatMap((item: unknown, at): readonly [string, Place][] => {
        const { id } = soundPart(indicatorSchema, item);
        return id === undefined ? [] : [[id, file.document.place(['indicators', at, 'id'])]];
      });
    }),
  );
}
