import type { Area, MakeUp, NeighbourList } from './area.ts';
import type { Topic } from './breakdown.ts';
import type { Council } from './council.ts';
import type { GivenDifference } from './difference.ts';
import type { Edition } from './edition.ts';
import type { Term } from './glossary.ts';
import type { Indicator } from './indicator.ts';
import type { Observation } from './observation.ts';
import type { Override } from './override.ts';
import type { Place } from './place.ts';
import type { PlanBook } from './plan-files.ts';
import type { Profile, ProfileCount } from './profile.ts';
import type { Role } from './role.ts';
import type { Source } from './source.ts';
import type { Plan } from './target.ts';
import type { Theme } from './theme.ts';

/** The officers' words on a theme (or the home page, theme `home`) in an edition: Markdown, with its place. */
export type Commentary = {
  /** "2013-14". */
  readonly edition: string;
  readonly theme: string;
  readonly markdown: string;
  /** Where the Markdown begins; its nth line is at `place.line + n - 1`. */
  readonly place: Place;
};

/** A council folder, read and checked: nothing below `sources/` sees text that has not been understood. */
export type CouncilFolder = {
  readonly council: Council;
  readonly areas: readonly Area[];
  readonly neighbours: readonly NeighbourList[];
  /** Wards, or localities, that make up a council between them. */
  readonly makeUp: readonly MakeUp[];
  readonly sources: readonly Source[];
  readonly topics: readonly Topic[];
  readonly themes: readonly Theme[];
  readonly indicators: readonly Indicator[];
  readonly profiles: readonly Profile[];
  readonly glossary: readonly Term[];
  /** Oldest first. */
  readonly editions: readonly Edition[];
  readonly differences: readonly GivenDifference[];
  readonly observations: readonly Observation[];
  readonly profileCounts: readonly ProfileCount[];
  readonly commentary: readonly Commentary[];
  readonly overrides: readonly Override[];
  /** The targets of plans, with their reviews. */
  readonly plans: readonly Plan[];
  /** The other plans, by edition, oldest first. */
  readonly books: readonly PlanBook[];
  readonly roles: readonly Role[];
};
