import type { Issue } from '../issues.ts';
import { alikeOnce } from '../model/alike.ts';
import { newerNeighbours } from '../model/area.ts';
import { total } from '../model/breakdown.ts';
import { type Edition, editionBefore, editionTitle, isReported, promisesOf } from '../model/edition.ts';
import { type Indicator, isMadeIn } from '../model/indicator.ts';
import { type Status, statuses } from '../model/observation.ts';
import { firstRelease, type ReleaseCalendar, type ReleaseDay } from '../model/release.ts';
import {
  type Period,
  periodLabel,
  schoolYearOf,
  timeLabel,
  yearsAfter,
  yearsBetween,
} from '../model/time.ts';
import { bookOf } from '../plans/kit/form.ts';
import type { Profile } from '../profiles/schema.ts';
import type { PastReading } from '../report.ts';
import { isInForce } from '../targets/schema.ts';

/** Figures that one release will bring: when, how surely, in which file, and of which measures. */
export type Waiting = {
  /** What time they are for: "2025/26". */
  readonly year: string;
  /** The releases they come out with, as in the calendar: ks2; null where the catalogue names none. */
  readonly family: string | null;
  /** How settled they will be; null where no day is known. */
  readonly status: Status | null;
  /** The day, and whether its publisher has stated it; null where no calendar has the family. */
  readonly day: string | null;
  readonly stated: boolean;
  /** Whether that is after the cut-off, so that this edition will not know them. */
  readonly late: boolean;
  /** Whether the day has come: they should be out. */
  readonly out: boolean;
  /** What brings them: the file of a publication, to be imported, or rows of the officer's own. */
  readonly brings:
    | { readonly kind: 'import'; readonly publication: string }
    | { readonly kind: 'rows'; readonly file: string };
  readonly measures: readonly string[];
};

/** How far the words of a chapter are: nobody has begun them, they are prompts or carried over and unread, or written. */
type WordsState = 'missing' | 'to-write' | 'unread' | 'written';

export type ChapterWork = {
  readonly theme: string;
  readonly label: string;
  readonly words: WordsState;
  /** Its measures that are made in the edition's year or came out lately, and those that have this year's figure. */
  readonly measures: number;
  readonly held: number;
  readonly waiting: readonly Waiting[];
  readonly toBeRevised: readonly Waiting[];
};

/** What is in, what is missing and what waits for which release, for one edition. */
export type WorkToDo = {
  readonly edition: string;
  readonly title: string;
  readonly status: Edition['status'];
  readonly cutOff: string;
  readonly home: WordsState;
  readonly chapters: readonly ChapterWork[];
  /** Headlines that have no figure of the year yet. */
  readonly headlines: readonly string[];
  /** Days of release that were worked out and not stated, of the year's figures: by family, with how many measures. */
  readonly assumed: readonly { readonly family: string; readonly day: string; readonly measures: number }[];
  /** A newer list of neighbours than the edition's; null where there is none. */
  readonly neighbours: string | null;
  readonly plans: readonly string[];
  readonly errors: number;
  readonly warnings: number;
};

/** The years within which a measure must have had a figure to be waited for. */
const lately = 3;

/** The last year that an edition knows a figure of, in the last few years; null for a measure that has none. */
export function lastHeld(
  { known }: Pick<PastReading, 'known'>,
  edition: Edition,
  indicator: Indicator,
): Period | null {
  const held = known.get(edition.id);
  const last = held?.figures
    .series(indicator.id, held.folder.council.code, total)
    .findLast(({ value }) => value.kind === 'known' || value.because !== 'not-yet-published')?.period;
  return last === undefined || yearsBetween(last, edition.period) > lately ? null : last;
}

/** Where the work on the latest edition stands on a day; null where there is no edition. */
export function workOn(read: PastReading, calendar: ReleaseCalendar, today: string): WorkToDo | null {
  const { folder } = read;
  const edition = folder.editions.at(-1);
  if (edition === undefined) return null;
  const themes = read.known.get(edition.id)?.folder.themes ?? [];
  const chapters = edition.themes.flatMap(id =>
    themes.filter(theme => theme.id === id).map(theme => chapterOf(read, edition, theme, calendar, today)),
  );
  const named = (id: string) => folder.indicators.find(each => each.id === id)?.short ?? id;
  return {
    edition: edition.id,
    title: editionTitle(edition),
    status: edition.status,
    cutOff: edition['cut-off'],
    home: wordsState(read, edition, 'home'),
    chapters,
    headlines: edition.headlines.filter(id => !hasFigure(read, edition, id)).map(named),
    assumed: assumedDays(read, edition),
    neighbours: newerNeighbours(folder.neighbours, edition.neighbours, edition['cut-off'])?.label ?? null,
    plans: plansToReview(read, edition),
    errors: read.issues.filter(({ severity }) => severity === 'error').length,
    warnings: read.issues.filter(({ severity }) => severity === 'warning').length,
  };
}

function hasFigure(read: PastReading, edition: Edition, id: string): boolean {
  const indicator = read.folder.indicators.find(each => each.id === id);
  return indicator !== undefined && lastHeld(read, edition, indicator) === edition.period;
}

function chapterOf(
  read: PastReading,
  edition: Edition,
  { id, label }: { readonly id: string; readonly label: string },
  calendar: ReleaseCalendar,
  today: string,
): ChapterWork {
  const measures = read.folder.indicators
    .filter(indicator => indicator.theme === id && isReported(edition, indicator))
    .flatMap(indicator => {
      const last = lastHeld(read, edition, indicator);
      return last === null ? [] : [{ indicator, last }];
    });
  const held = measures.filter(({ last }) => last === edition.period);
  const profiles = read.folder.profiles.filter(({ theme }) => theme === id);
  const waiting = measures.flatMap(({ indicator, last }) => {
    const period = nextMade(indicator, last, edition.period);
    if (period === null) return [];
    const [promised] = period === edition.period ? promisesOf(edition, indicator) : [];
    const day =
      promised === undefined
        ? firstRelease(calendar, indicator.release, period)
        : { status: null, released: promised.due, stated: true };
    return [waitingFor(read, edition, indicator, last, period, day, today)];
  });
  const toBeRevised = held.flatMap(({ indicator }) => {
    const settled = figureOf(read, edition, indicator, edition.period)?.status ?? 'final';
    const day = calendar
      .get(indicator.release ?? '')
      ?.find(
        each => each.period === edition.period && statuses.indexOf(each.status) > statuses.indexOf(settled),
      );
    if (day === undefined || day.released > edition['cut-off']) return [];
    return [waitingFor(read, edition, indicator, edition.period, edition.period, day, today)];
  });
  return {
    theme: id,
    label,
    words: wordsState(read, edition, id),
    measures: held.length + waiting.length,
    held: held.length,
    waiting: [...together(waiting), ...profiles.flatMap(profile => countsToEnter(read, edition, profile))],
    toBeRevised: together(toBeRevised),
  };
}

/** The year after the last that a measure had a figure of in which it is made again, up to a year; null where there is none. */
function nextMade(indicator: Indicator, last: Period, upTo: Period): Period | null {
  const years = Array.from({ length: Math.max(0, yearsBetween(last, upTo)) }, (_, at) =>
    yearsAfter(last, at + 1),
  );
  return years.find(period => isMadeIn(indicator, period)) ?? null;
}

function figureOf({ known }: PastReading, { id }: Edition, indicator: Indicator, period: Period) {
  const held = known.get(id);
  return held?.figures.at(indicator.id, held.folder.council.code, total, period);
}

function waitingFor(
  read: PastReading,
  edition: Edition,
  indicator: Indicator,
  last: Period,
  period: Period,
  day: (Omit<ReleaseDay, 'status'> & { readonly status: Status | null }) | null,
  today: string,
): Waiting {
  const before = figureOf(read, edition, indicator, last);
  const source = before?.source ?? indicator.source;
  const publication = read.folder.sources.find(({ id }) => id === source)?.title ?? source;
  return {
    year: timeLabel(indicator, period),
    family: indicator.release ?? null,
    status: day?.status ?? null,
    day: day?.released ?? null,
    stated: day?.stated ?? false,
    late: day !== null && day.released > edition['cut-off'],
    out: day !== null && day.released <= today,
    brings:
      before?.series === null
        ? { kind: 'rows', file: `data/observations/${indicator.theme}/${period}.csv` }
        : { kind: 'import', publication },
    measures: [indicator.short],
  };
}

/** The counts of a profile that had some the year before and has none of the edition's. */
function countsToEnter({ folder }: PastReading, { period }: Edition, profile: Profile): readonly Waiting[] {
  const years = folder.profileCounts.flatMap(row => (row.profile === profile.id ? row.period : []));
  const isOver = profile.last !== undefined && schoolYearOf(profile.last) < period;
  if (isOver || years.includes(period) || !years.includes(yearsAfter(period, -1))) return [];
  return [
    {
      ...{ year: periodLabel(period), family: null, status: null, day: null },
      ...{ stated: false, late: false, out: false },
      brings: { kind: 'rows', file: `data/inspections/${period}.csv` },
      measures: [profile.short],
    },
  ];
}

/** Those that come alike told once, in the order of their days. */
function together(all: readonly Waiting[]): readonly Waiting[] {
  return alikeOnce(all, ({ measures: _, ...rest }) => JSON.stringify(rest))
    .map(({ those, ...first }) => ({ ...first, measures: those.flatMap(each => each.measures) }))
    .toSorted((a, b) => ((a.day ?? '9') < (b.day ?? '9') ? -1 : 1));
}

function wordsState({ folder, issues }: PastReading, edition: Edition, theme: string): WordsState {
  const rules = issues
    .filter(({ file }) => file === `content/commentary/${edition.id}/${theme}.md`)
    .map(({ rule }: Issue) => rule);
  if (rules.includes('commentary-unread')) return 'unread';
  if (rules.includes('commentary-to-write') || rules.includes('empty-commentary')) return 'to-write';
  const isThere = folder.commentary.some(each => each.edition === edition.id && each.theme === theme);
  return isThere ? 'written' : 'missing';
}

/** The days of the year's releases that nobody has stated, as far as the edition knows them. */
function assumedDays({ folder, releases }: PastReading, edition: Edition): WorkToDo['assumed'] {
  const days = folder.indicators
    .filter(indicator => isReported(edition, indicator))
    .flatMap(indicator => {
      const year = releases
        .years(indicator.id)
        .filter(({ period, released }) => period === edition.period && released <= edition['cut-off'])
        .reduce<{ readonly released: string; readonly isStated: boolean } | null>(
          (held, each) => (held === null || each.released > held.released ? each : held),
          null,
        );
      return year === null || year.isStated ? [] : [{ family: indicator.release ?? indicator.id, ...year }];
    });
  return alikeOnce(days, ({ family, released }) => `${released} ${family}`)
    .map(({ family, released, those }) => ({ family, day: released, measures: those.length }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** What of the plans is still to be brought up to date, in sentences. */
function plansToReview({ folder }: PastReading, edition: Edition): readonly string[] {
  const sources = new Map(folder.sources.map(source => [source.id, source]));
  const reviews = folder.plans
    .filter(plan => isInForce(plan, sources.get(plan.source)?.released, edition))
    .flatMap(plan => {
      const done = new Set(plan.reviews.flatMap(each => (each.edition === edition.id ? each.target : [])));
      const open = plan.targets.filter(({ id }) => !done.has(id)).map(({ short }) => short);
      return open.length === 0 ? [] : [`Review the targets of ${plan.label}: ${open.join(', ')}.`];
    });
  const before = editionBefore(folder.editions, edition);
  const [now, then] = [bookOf(folder.books, edition.id), bookOf(folder.books, before?.id)];
  const books = (then?.plans ?? []).flatMap(({ form, value }) => {
    const path = `data/plans/${edition.id}/${form.id}.yaml`;
    const held = now?.plans.find(plan => plan.form === form);
    if (held === undefined) return [`${path} is not there or has faults; ${before?.id} had one.`];
    const isSame = JSON.stringify(held.value) === JSON.stringify(value);
    return isSame ? [`${path} says what that of ${before?.id} says: bring it up to date.`] : [];
  });
  return [...reviews, ...books];
}
