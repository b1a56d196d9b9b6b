import type { CouncilFolder } from '../sources/council-folder.ts';
import { type Published, protect } from './primary.ts';
import { type Releases, releasesOf } from './releases.ts';

declare const gate: unique symbol;

type Passing =
  | 'council'
  | 'areas'
  | 'neighbours'
  | 'sources'
  | 'topics'
  | 'themes'
  | 'indicators'
  | 'profiles'
  | 'profileCounts'
  | 'glossary'
  | 'editions'
  | 'commentary'
  | 'overrides'
  | 'plans'
  | 'books'
  | 'roles';

/**
 * A council folder as it leaves the gate: everything but its rows. (The counts of profiles are of schools, and public.)
 * All that stands below takes this one, and only `throughGate` makes it, so no row has anywhere to go.
 */
export type PublicFolder = Pick<CouncilFolder, Passing> & { readonly [gate]: true };

/** The public folder, and what may be published of the rows it held. */
type PastGate = {
  readonly folder: PublicFolder;
  readonly published: readonly Published[];
  readonly releases: Releases;
};

/** Takes the rows out of a council's folder and publishes what may be of them. */
export function throughGate(folder: CouncilFolder): PastGate {
  const { observations, differences, makeUp, council, indicators } = folder;
  const byId = new Map(indicators.map(indicator => [indicator.id, indicator]));
  return {
    folder: withoutRows(folder),
    published: protect(observations, byId, council.disclosure, differences, makeUp),
    releases: releasesOf(folder.releases, byId),
  };
}

/** Names what passes, so that another kind of row does not pass by itself. */
function withoutRows(folder: CouncilFolder): PublicFolder {
  const { council, areas, neighbours, sources, topics, themes, indicators, profiles } = folder;
  const { profileCounts, glossary, editions, commentary, overrides, plans, books, roles } = folder;
  return {
    ...{ council, areas, neighbours, sources, topics, themes, indicators, profiles },
    ...{ profileCounts, glossary, editions, commentary, overrides, plans, books, roles },
  } as PublicFolder;
}
