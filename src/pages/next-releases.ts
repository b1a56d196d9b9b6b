import { pauseIn } from '../judgements/comparability.ts';
import type { Setting } from '../judgements/setting.ts';
import { alikeOnce } from '../model/alike.ts';
import { total } from '../model/breakdown.ts';
import { promisesOf } from '../model/edition.ts';
import { type Indicator, isMadeIn } from '../model/indicator.ts';
import type { Status } from '../model/observation.ts';
import { capital } from '../model/spelling.ts';
import { dateLabel, timeLabel } from '../model/time.ts';
import type { Layout } from './material.ts';

/** How settled figures will be that are still to come, as readers say it. */
const settledWords: Readonly<Record<Status, string>> = {
  projection: 'projections',
  early: 'first figures',
  provisional: 'first figures',
  revised: 'revised figures',
  final: 'final figures',
};

/**
 * What comes out next after the cut-off of the latest edition, of the measures given, in the order of the days: when, of
 * which chapters (with their measures, where those are few), and for which year. Nothing for earlier editions, whose next
 * releases are out.
 */
export function nextReleases({ setting, found, edition }: Layout, indicators: readonly Indicator[]) {
  const { calendar } = setting.folder;
  const cutOff = setting.edition['cut-off'];
  const next = indicators.flatMap(indicator => {
    const { theme } = indicator;
    const own = promisesOf(setting.edition, indicator).find(({ area }) => area === undefined);
    if (own !== undefined) return [{ indicator, theme, day: own.due, stated: true, what: own.what }];
    const later = (calendar.get(indicator.release ?? '') ?? []).filter(
      ({ released, period }) =>
        released > cutOff && isMadeIn(indicator, period) && pauseIn(indicator, period) === null,
    );
    // What is new comes first of what comes out on one day.
    const [first] = later
      .filter(({ released }) => released === later[0]?.released)
      .toSorted((a, b) => (a.period > b.period ? -1 : 1));
    if (first === undefined) return [];
    // Of what comes out once, nobody says that it is final.
    const isOnly =
      calendar.get(indicator.release ?? '')?.filter(({ period }) => period === first.period).length === 1;
    const year = `${indicator.time.kind === 'financial-year' ? 'the financial year ' : ''}${timeLabel(indicator, first.period)}`;
    const what = `${isOnly ? 'figures' : settledWords[first.status]} of ${year}`;
    return [{ indicator, theme, day: first.released, stated: first.stated, what }];
  });
  const alike = alikeOnce(next, ({ theme, day, what }) => [day, theme, what].join());
  const inChapter = (id: string) => indicators.filter(({ theme }) => theme === id).length;
  return {
    rows: (edition.latest ? alike : [])
      .toSorted((a, b) => (a.day < b.day ? -1 : 1))
      .map(({ theme: id, day, stated, what, those }) => ({
        day: `${stated ? '' : 'About '}${dateLabel(day)}`,
        chapter: found.themes.find(({ theme }) => theme.id === id)?.theme.label ?? '',
        measures:
          those.length === inChapter(id)
            ? 'all its measures'
            : shortened(those.map(each => each.indicator.short)),
        what: capital(what),
      })),
    areWorkedOut: next.some(({ stated }) => !stated),
    missed: edition.latest ? missedOf(setting, indicators) : [],
  };
}

/** Measures whose figures of a year up to the edition's came out by its cut-off, and are not held: "Level 3 by 19, 2024/25". */
function missedOf(setting: Setting, indicators: readonly Indicator[]): readonly string[] {
  const { folder, edition, known } = setting;
  return indicators.flatMap(indicator => {
    const last = known.years(indicator.id, total).at(-1) ?? edition.period;
    const out = (folder.calendar.get(indicator.release ?? '') ?? []).findLast(
      ({ released, period }) =>
        released <= edition['cut-off'] &&
        period > last &&
        period <= edition.period &&
        isMadeIn(indicator, period) &&
        pauseIn(indicator, period) === null,
    );
    return out === undefined ? [] : [`${indicator.short}, ${timeLabel(indicator, out.period)}`];
  });
}

/** The most measures that are named of those that come out together. */
const mostNamed = 3;

function shortened(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return [...names.slice(0, mostNamed), ...(more > 0 ? [`${more} more`] : [])].join('; ');
}
