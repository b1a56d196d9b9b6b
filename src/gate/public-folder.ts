import type { Report } from '../issues.ts';
import { type Area, areaOn, existedIn, isLocalityKind } from '../model/area.ts';
import type { Edition } from '../model/edition.ts';
import type { Indicator } from '../model/indicator.ts';
import type { ReleasedSeries } from '../model/release.ts';
import type { CouncilFolder, Observation } from '../sources/council-folder.ts';
import type { Relations } from './divisions.ts';
import { type Published, protect } from './primary.ts';
import { type Releases, releasesOf } from './releases.ts';

declare const gate: unique symbol;

/** What passes by its name, so that another kind of row does not pass by itself. */
const passing = [
  ...['council', 'areas', 'neighbours', 'sources', 'topics', 'themes', 'indicators', 'profiles'],
  ...['profileCounts', 'glossary', 'editions', 'commentary', 'overrides', 'plans', 'books', 'roles'],
  ...['pictures', 'calendar'],
] as const;

/**
 * A council folder as it leaves the gate: everything but its rows. (The counts of profiles are of schools, and public.)
 * All that stands below takes this one, and only `throughGate` makes it, so no row has anywhere to go.
 */
export type PublicFolder = Pick<CouncilFolder, (typeof passing)[number]> & { readonly [gate]: true };

/** The public folder, and what may be published of the rows it held. */
type PastGate = {
  readonly folder: PublicFolder;
  readonly published: readonly Published[];
  readonly releases: Releases;
};

/** Takes the rows out of a council's folder and publishes what may be of them; reports those that nothing keeps safe. */
export function throughGate(folder: CouncilFolder, report: Report): PastGate {
  const { observations, differences, council, indicators, areas } = folder;
  const byId = new Map(indicators.map(indicator => [indicator.id, indicator]));
  const tell = ({ place, indicator }: Observation) => report(place, 'hidden-in-vain', indicator);
  return {
    folder: Object.fromEntries(passing.map(name => [name, folder[name]])) as unknown as PublicFolder,
    published: protect(observations, byId, council.disclosure, differences, relationsOf(folder), tell),
    releases: releasesOf(whileThere(folder.releases, areas, byId), byId),
  };
}

/** What everyone can know of the rows of a folder. What a national body printed of authorities is known already. */
function relationsOf({ makeUp, topics, editions, sources, areas }: CouncilFolder): Relations {
  const national = new Set(sources.filter(each => each.national === true).map(({ id }) => id));
  const local = new Set(areas.filter(({ kind }) => isLocalityKind(kind)).map(({ code }) => code));
  return {
    makeUp,
    topics,
    days: editions.map(edition => edition['cut-off']),
    isPublic: ({ source, area }) => national.has(source) && !local.has(area),
  };
}

/**
 * Published series without figures of an authority for years in which it was not there: they are another’s of its name, or
 * were filled in. Those before it began stay where their publisher worked the measure out again for the authorities of today.
 */
function whileThere(
  series: readonly ReleasedSeries[],
  areas: readonly Area[],
  indicators: ReadonlyMap<string, Indicator>,
): readonly ReleasedSeries[] {
  const limited = areas.filter(({ began, ended }) => (began ?? ended) !== undefined);
  return series.map(each => {
    const { rows, years, indicator } = each;
    const isRecast = indicators.get(indicator)?.recast === true;
    const states = each.states.slice();
    for (const area of limited) {
      const row = rows.get(area.code);
      if (row === undefined) continue;
      for (const [at, year] of years.entries()) {
        if (year === null || existedIn(area, year.period)) continue;
        if (!isRecast || year.period >= (area.began ?? '')) states[row * years.length + at] = 0;
      }
    }
    return { ...each, states };
  });
}

/**
 * What passed the gate as it was called on a day: an area whose code or name has changed since has those of that day, so
 * that an edition prints, whenever it is built, what it printed when it came out.
 */
export function calledOn({ folder, published, releases }: PastGate, day: string): PastGate {
  const areas = folder.areas.map(area => areaOn(area, day));
  const then = new Map(
    folder.areas.flatMap(({ code }, at) => {
      const was = areas[at]?.code ?? code;
      return was === code ? [] : [[code, was] as const];
    }),
  );
  const at = folder.areas.findIndex(({ code }) => code === folder.council.code);
  const isOwnName = folder.council.name === folder.areas[at]?.name;
  const council = { ...folder.council, ...(isOwnName ? { name: areas[at]?.name ?? '' } : {}) };
  if (then.size === 0) return { folder: { ...folder, areas, council }, published, releases };
  const code = (now: string) => then.get(now) ?? now;
  const { neighbours, profileCounts } = folder;
  return {
    folder: {
      ...folder,
      areas: areas.map(area => referring(area, code)),
      council: {
        ...council,
        ...{ code: code(council.code), region: code(council.region), nation: code(council.nation) },
      },
      neighbours: neighbours.map(list => ({ ...list, areas: list.areas.map(code) })),
      profileCounts: profileCounts.map(row => (then.has(row.area) ? { ...row, area: code(row.area) } : row)),
    },
    published: published.map(row =>
      then.has(row.area) || row.differences.some(({ against }) => then.has(against))
        ? {
            ...row,
            area: code(row.area),
            differences: row.differences.map(each => ({ ...each, against: code(each.against) })),
          }
        : row,
    ),
    releases: releases.under(then),
  };
}

/** An area with others named in it by the codes they had. */
function referring(area: Area, code: (now: string) => string): Area {
  const { parent, region, successors, predecessors } = area;
  return {
    ...area,
    ...(parent === undefined ? {} : { parent: code(parent) }),
    ...(region === undefined ? {} : { region: code(region) }),
    ...(successors === undefined ? {} : { successors: successors.map(code) }),
    ...(predecessors === undefined ? {} : { predecessors: predecessors.map(code) }),
  };
}

/** What some editions have: from one on, up to one. */
type Dated = { readonly from?: string | undefined; readonly until?: string | undefined };

/** Chapters as they were written for the edition's year; no words, publications or breaks of later ones. */
export function shownIn(folder: PublicFolder, { period }: Pick<Edition, 'period'>): PublicFolder {
  const isThere = ({ from = period, until = period }: Dated) => from <= period && period <= until;
  /** The first entry of each name that is for the edition: the council's own stand before England's. */
  const entries = <T extends Dated & { readonly id: string }>(all: readonly T[]) => {
    const those = all.filter(isThere);
    return those.filter(({ id }, at) => those.findIndex(each => each.id === id) === at);
  };
  return {
    ...folder,
    themes: entries(folder.themes),
    topics: entries(folder.topics),
    sources: folder.sources.filter(isThere),
    glossary: folder.glossary.filter(isThere),
    indicators: folder.indicators.map(one => ({
      ...one,
      breaks: one.breaks.filter(isThere),
      pauses: one.pauses.filter(isThere),
      caveats: one.caveats.filter(each => typeof each === 'string' || isThere(each)),
    })),
  };
}
