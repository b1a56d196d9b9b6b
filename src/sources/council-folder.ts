import type { Area, MakeUp, NeighbourList } from '../model/area.ts';
import type { Topic } from '../model/breakdown.ts';
import type { Commentary, Override } from '../model/commentary.ts';
import type { Council, Role } from '../model/council.ts';
import type { Edition } from '../model/edition.ts';
import type { Term } from '../model/glossary.ts';
import type { Indicator } from '../model/indicator.ts';
import type { GivenDifference, Key, Status } from '../model/observation.ts';
import type { Picture } from '../model/picture.ts';
import type { Place } from '../model/place.ts';
import type { ReleaseCalendar, ReleasedSeries } from '../model/release.ts';
import type { Source } from '../model/source.ts';
import type { Theme } from '../model/theme.ts';
import type { Interval, Value } from '../model/value.ts';
import type { PlanBook } from '../plans/kit/form.ts';
import type { Profile, ProfileCount } from '../profiles/schema.ts';
import type { Plan } from '../targets/schema.ts';

/** One row as it was read: the value or the counts behind it, and the two times (period, release). */
export type Observation = Key & {
  readonly value: Value;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly interval?: Interval | null;
  readonly status: Status;
  /** The day it became known, or null when always known. */
  readonly released: string | null;
  readonly source: string;
  readonly note: string | null;
  readonly place: Place;
};

/**
 * A council folder, read and checked: no text in it has not been understood. Its rows hold counts, so it goes no
 * further than the gate, which makes a `PublicFolder` of it.
 */
export type CouncilFolder = {
  readonly council: Council;
  readonly areas: readonly Area[];
  readonly neighbours: readonly NeighbourList[];
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
  readonly releases: readonly ReleasedSeries[];
  readonly profileCounts: readonly ProfileCount[];
  readonly commentary: readonly Commentary[];
  readonly overrides: readonly Override[];
  /** The targets of plans, with their reviews. */
  readonly plans: readonly Plan[];
  /** The other plans, by edition, oldest first. */
  readonly books: readonly PlanBook[];
  readonly roles: readonly Role[];
  readonly pictures: readonly Picture[];
  readonly calendar: ReleaseCalendar;
  /** Every file as it was written but those of publishers, by its path: officers' words are looked through once more past the gate. */
  readonly texts: ReadonlyMap<string, string>;
};
