// How many headlines improved, gained ground on the nation and stand better or worse beside it, and how many measures of a
// chapter gained ground, counted a second time: from the edition's list of headlines, the catalogue and the rows of its folder,
// never from what the ledger says that a count rests on.
import { amountTo } from './amounts.ts';
import { isBeyondNear, mayBeChance, spreadOf, standingBeside } from './bands.ts';
import { type Again, changeSince, type Entry, gainedOn, type Setting, wayOf } from './figures.ts';
import { type Measure, yearsFrom } from './folder.ts';
import { numberOf, signOf, whole } from './fractions.ts';
import type { Held } from './known.ts';

type Verdict = 'better' | 'worse' | 'same';
type Group = readonly [topic: string, group: string];

const everyone: Group = ['Total', 'Total'];

/** A figure may speak for an edition where it is no more than two years older. */
const isRecent = ({ edition }: Setting, period: string) => yearsFrom(period, edition.period) <= 2;

/** A figure that the edition before could print already is no news in this one. */
function isToldBefore({ folder, edition }: Setting, { period, released }: Held): boolean {
  const before = folder.editions
    .filter(each => each.period < edition.period)
    .toSorted((a, b) => (a.period < b.period ? 1 : -1))[0];
  return before !== undefined && period <= before.period && released <= before['cut-off'];
}

/** A headline of the front page, in the year that it is shown in. */
type Headline = { readonly measure: Measure; readonly at: Held; readonly latest: Held };

const judged: Readonly<Record<string, (setting: Setting) => readonly (Verdict | null)[]>> = {
  'headlines-changed': setting =>
    allOf(setting)
      .filter(({ at }) => !isToldBefore(setting, at))
      .map(each => changedTo(setting, each)),
  'headlines-ground': setting =>
    allOf(setting)
      .filter(({ latest }) => !isToldBefore(setting, latest))
      .map(({ measure, latest }) => groundOf(setting, measure, latest)),
  'headlines-beside': setting => headlinesOf(setting).map(each => besideNation(setting, each)),
  'headlines-disadvantaged': setting => poorOf(setting).map(each => besideNation(setting, each)),
};

/** A count of headlines, or of the measures of a chapter that gained ground; null of any other figure. */
export function headlinesCounted(setting: Setting, { kind, indicator, part }: Entry): Again | null {
  const chapter = setting.folder.themes.find(({ id }) => indicator === `${id}-ground`);
  const verdictsOf = judged[indicator];
  if (kind !== 'count' || (verdictsOf === undefined && chapter === undefined)) return null;
  const told =
    chapter === undefined
      ? (verdictsOf?.(setting) ?? []).filter(each => each !== null)
      : groundsIn(setting, chapter).map(({ verdict }) => verdict);
  return { amount: amountTo(whole(told.filter(each => part === 'of' || each === part).length), 0) };
}

function allOf(setting: Setting): readonly Headline[] {
  return [...headlinesOf(setting), ...poorOf(setting)];
}

function headlinesOf(setting: Setting): readonly Headline[] {
  return measuresOf(setting).flatMap(measure => shownOf(setting, measure, everyone) ?? []);
}

/** The headlines with a better direction, of chapters that the edition has and that it does not leave out. */
function measuresOf({ folder, edition }: Setting): readonly Measure[] {
  return edition.headlines
    .filter(id => !edition['leaves-out']?.includes(id))
    .flatMap(id => folder.measures.get(id) ?? [])
    .filter(({ theme, polarity }) => edition.themes.includes(theme) && polarity !== 'neutral');
}

/** Of each headline the first group of disadvantaged pupils that has a recent figure. */
function poorOf(setting: Setting): readonly Headline[] {
  const { folder, edition } = setting;
  const topics = folder.topics.filter(
    ({ disadvantage, until = '999999' }) => disadvantage === true && edition.period <= until,
  );
  return measuresOf(setting)
    .filter(measure => shownOf(setting, measure, everyone) !== null)
    .flatMap(measure => {
      const groups = topics.flatMap(({ id, gaps = [] }) =>
        gaps.slice(0, 1).map(({ group }): Group => [id, group]),
      );
      const [first] = groups
        .filter(([topic]) => measure.breakdowns.includes(topic))
        .flatMap(group => shownOf(setting, measure, group) ?? [])
        .filter(({ latest }) => latest.value.kind === 'number' && isRecent(setting, latest.period));
      return first ?? [];
    });
}

/** The latest recent year with the nation's figure beside the council's, else the latest of all; null of what has ended. */
function shownOf(setting: Setting, measure: Measure, [topic, group]: Group): Headline | null {
  const { known, folder, edition } = setting;
  const { code, nation } = folder.council;
  const rows = known.series(measure.id, topic, group, code);
  const latest = rows.at(-1);
  if (latest === undefined || yearsFrom(latest.period, edition.period) > measure.reach) return null;
  const isBeside = ({ period, value }: Held) =>
    value.kind === 'number' &&
    isRecent(setting, period) &&
    measure.comparators.includes('nation') &&
    known.at(measure.id, topic, group, nation, period)?.value.kind === 'number';
  return { measure, latest, at: rows.findLast(isBeside) ?? latest };
}

function besideNation(setting: Setting, { measure, at }: Headline): Verdict | null {
  if (!measure.comparators.includes('nation')) return null;
  const verdict = standingBeside(setting, measure, at, setting.folder.council.nation)?.verdict;
  switch (verdict) {
    case 'better':
    case 'worse':
      return verdict;
    case 'close':
      return 'same';
    default:
      return null;
  }
}

/** The nearest earlier year with a number. */
export function earlierOf(
  { known }: Setting,
  { indicator, topic, group, area, period }: Held,
): Held | undefined {
  return known
    .series(indicator, topic, group, area)
    .findLast(each => each.period < period && each.value.kind === 'number');
}

/** Whether a figure got better or worse since the nearest earlier year; null where that is open. */
export function changedTo(
  setting: Setting,
  { measure, at }: Pick<Headline, 'measure' | 'at'>,
): Verdict | null {
  const earlier = earlierOf(setting, at);
  const amount = changeSince(setting, measure, at, earlier?.period);
  if (earlier === undefined || amount.kind === 'none') return null;
  if (mayBeChance(setting, measure, amount, at, earlier)) return 'same';
  if (amount.sign === null) return null;
  const way = wayOf(amount);
  if (way !== 'rose' && way !== 'fell') return 'same';
  if (!isBeyondNear(setting, measure, at, amount)) return 'same';
  return (way === 'rose') === (measure.polarity === 'high') ? 'better' : 'worse';
}

/** Whether a figure gained (better) or lost (worse) ground on the nation since the nearest earlier year; null where that is open. */
export function groundOf(setting: Setting, measure: Measure, latest: Held): Verdict | null {
  const earlier = earlierOf(setting, latest);
  if (earlier === undefined || !measure.comparators.includes('nation')) return null;
  const own = changeSince(setting, measure, latest, earlier.period);
  if (own.kind === 'none' || mayBeChance(setting, measure, own, latest, earlier)) return null;
  const amount = gainedOn(setting, measure, latest, setting.folder.council.nation, earlier.period);
  if (amount.kind === 'none') return null;
  if (!isBeyondNear(setting, measure, latest, amount)) return 'same';
  if (amount.sign === null) return null;
  return (amount.sign === 1) === (measure.polarity === 'high') ? 'better' : 'worse';
}

/** Measures of few pupils, whose number is not published, are left out of what is counted. */
const isOfUncountedFew = ({ pupils }: Measure, { base, interval }: Held) =>
  pupils === 'few' && base === null && interval === null;

/** A measure whose change can be set beside the nation's: who gained ground, null where that is open, and how much in spreads of authorities. */
type OnGround = { readonly measure: string; readonly verdict: Verdict | null; readonly gained: number };

/** The measures of a chapter whose change can be set beside the nation's in spreads of authorities. */
export function groundsIn(
  setting: Setting,
  { id, topics = [] }: Setting['folder']['themes'][number],
): readonly OnGround[] {
  const { folder, edition, known } = setting;
  const { code, nation } = folder.council;
  const own = [...folder.measures.values()].filter(
    ({ id: measure, theme, topic, polarity, comparators }) =>
      theme === id &&
      !edition['leaves-out']?.includes(measure) &&
      !topics.some(each => each === topic) &&
      polarity !== 'neutral' &&
      comparators.includes('nation'),
  );
  return own.flatMap(measure => {
    const latest = known.series(measure.id, ...everyone, code).at(-1);
    if (latest === undefined || !isRecent(setting, latest.period) || isOfUncountedFew(measure, latest))
      return [];
    const earlier = earlierOf(setting, latest);
    const [now, then] = [latest.period, earlier?.period ?? ''].map(year =>
      known.at(measure.id, ...everyone, nation, year),
    );
    if (earlier === undefined || !now || !then) return [];
    const ours = changeSince(setting, measure, latest, earlier.period);
    const theirs = changeSince(setting, measure, now, earlier.period);
    if ([ours, theirs].some(each => each.kind === 'none' || each.ends !== null)) return [];
    const spread = spreadOf(setting, latest);
    const gained = gainedOn(setting, measure, latest, nation, earlier.period);
    if (spread === null || signOf(spread) === 0 || gained.kind === 'none') return [];
    const turn = measure.polarity === 'low' ? -1 : 1;
    return [
      {
        measure: measure.id,
        verdict: groundOf(setting, measure, latest),
        gained: (turn * numberOf(gained.number)) / Math.sqrt(numberOf(spread)),
      },
    ];
  });
}
