import { type Issue, issueOf } from '../issues.ts';
import { judgedIn } from '../judgements/bands.ts';
import { changeOf } from '../judgements/change.ts';
import { compare } from '../judgements/comparison.ts';
import { levelOf, observed } from '../judgements/figures.ts';
import { gapFindings } from '../judgements/gap.ts';
import { type Beside, everyBeside, type Setting } from '../judgements/setting.ts';
import { type Breakdown, total } from '../model/breakdown.ts';
import { type Figure, refusals } from '../model/figure.ts';
import { sizeText } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Place } from '../model/place.ts';
import type { Period } from '../model/time.ts';
import { type ProfileFindings, profileFindings, subtotalled } from '../profiles/findings.ts';
import { type Mention, mention } from './sentence.ts';

export type Named = { readonly mention: Mention; readonly figure: Figure };

const grammar =
  /^(?<id>[a-z0-9-]+)(?: (?:(?<change>change)|(?<what>of|against|for|gap|share|count) (?<who>.+?)))?(?: in (?<year>\d{4}\/\d{2}))?$/;

/**
 * The figure that a name in commentary stands for: `ks2-rwm-l4`, `ks2-rwm-l4 change`, `… of nation`,
 * `… against region`, `… for Girls`, `… gap Boys`, `profile share Primary`, each with an optional
 * `in 2012/13`; `… of crewe` is a locality’s, `profile count Outstanding` a grade’s. Null when nothing is known by that name.
 */
export function figureNamed(name: string, setting: Setting): Named | null {
  const { id = '', change, what = change, who = '', year } = grammar.exec(name)?.groups ?? {};
  const period = year === undefined ? setting.edition.period : year.replace('/', '');
  if (what === 'share' || what === 'count') return profileNamed(id, what, who, setting);
  const indicator = setting.folder.indicators.find(indicator => indicator.id === id);
  if (indicator === undefined) return null;
  return indicatorNamed(indicator, what, who, period, setting);
}

/** What is wrong with a name in officers' words: nothing is known by it, or its figure may not be given. */
export function nameIssues({
  name,
  named,
  place,
}: {
  readonly name: string;
  readonly named: Named | null;
  readonly place: Place;
}): readonly Issue[] {
  if (named === null) return [issueOf(place, 'unknown-figure', name)];
  const { amount } = named.figure;
  if (amount.kind === 'known') return [];
  return [issueOf(place, 'figure-not-given', name, refusals[amount.because].toLowerCase())];
}

function indicatorNamed(
  indicator: Indicator,
  what: string | undefined,
  who: string,
  period: Period,
  setting: Setting,
): Named | null {
  switch (what) {
    case undefined:
      return level(indicator, total, period, setting);
    case 'for': {
      const breakdown = breakdownNamed(who, indicator, setting);
      return breakdown === null ? null : level(indicator, breakdown, period, setting);
    }
    case 'change':
      return change(indicator, period, setting);
    case 'of':
      return comparatorLevel(indicator, who, period, setting);
    case 'against':
      return difference(indicator, who, period, setting);
    case 'gap':
      return gap(indicator, who, period, setting);
    default:
      return null;
  }
}

function level(
  indicator: Indicator,
  breakdown: Breakdown,
  period: Period,
  setting: Setting,
  area = setting.council.code,
): Named | null {
  const row = setting.known.at(indicator.id, area, breakdown, period);
  return row === undefined ? null : plain(observed(row, indicator).figure);
}

function change(indicator: Indicator, period: Period, setting: Setting): Named | null {
  const series = setting.known.series(indicator.id, setting.council.code, total);
  const row = series.find(held => held.period === period);
  if (row === undefined) return null;
  return sized(changeOf(series, row, judgedIn(setting, indicator, total, period)).figure, indicator);
}

function comparatorLevel(indicator: Indicator, who: string, period: Period, setting: Setting): Named | null {
  const beside = besideNamed(who, indicator, setting);
  // `eal-share of crewe`: a part of the council's own area, by its code.
  if (beside === null && setting.areas.get(who)?.kind === 'locality')
    return level(indicator, total, period, setting, who);
  if (beside === null) return null;
  const held = levelOf(setting, indicator, beside, total, period);
  return held === null ? null : plain(held.figure);
}

function difference(indicator: Indicator, who: string, period: Period, setting: Setting): Named | null {
  const beside = besideNamed(who, indicator, setting);
  const row = setting.known.at(indicator.id, setting.council.code, total, period);
  if (beside === null || row === undefined) return null;
  const [comparison] = compare(setting, judgedIn(setting, indicator, total, period), row, [beside]).held;
  return comparison === undefined ? null : sized(comparison.figure, indicator);
}

function gap(indicator: Indicator, who: string, period: Period, setting: Setting): Named | null {
  const found = gapFindings(setting, indicator, setting.folder.topics).find(({ pair }) => pair.group === who);
  const gaps = [found?.now, found?.before].find(held => held?.period === period);
  return found === undefined || gaps === undefined || gaps === null ? null : sized(gaps.figure, indicator);
}

function profileNamed(id: string, what: 'share' | 'count', phase: string, setting: Setting): Named | null {
  const profile = setting.folder.profiles.find(profile => profile.id === id);
  const found =
    profile === undefined ? null : profileFindings(setting, profile, setting.folder.profileCounts);
  const figure = found === null ? null : countNamed(found, what, phase);
  return figure === null ? null : plain(figure);
}

/** The subtotal of a phase or an area judged, a grade of all phases, a count of a level, or a count or share of a programme. */
function countNamed(found: ProfileFindings, what: 'share' | 'count', who: string): Figure | null {
  switch (found.kind) {
    case 'phases': {
      const row = subtotalled(found).find(({ phase }) => phase === who);
      return (row?.subtotal ?? found.all.parts.find(({ part }) => part === who))?.[what] ?? null;
    }
    case 'aspects':
      return subtotalled(found).find(({ phase }) => phase === who)?.subtotal[what] ?? null;
    case 'levels':
      return what === 'count' ? (found.all.parts.find(({ part }) => part === who)?.count ?? null) : null;
    case 'programme': {
      const { members, seen, unseen, outcomes } = found.now;
      const outcome = outcomes.find(({ part }) => part === who);
      if (outcome !== undefined) return outcome[what];
      const counts: Readonly<Record<string, Figure | null>> = {
        'In programme': members,
        Seen: seen,
        'Not yet seen': unseen,
      };
      return what === 'count' ? (counts[who] ?? null) : null;
    }
  }
}

/** A group that a measure is divided into; null where it is none of them. */
export function breakdownNamed(group: string, indicator: Indicator, { folder }: Setting): Breakdown | null {
  const topic = folder.topics.find(
    ({ id, groups }) => indicator.breakdowns.includes(id) && groups.some(each => each.id === group),
  );
  return topic === undefined ? null : { topic: topic.id, group };
}

function besideNamed(who: string, indicator: Indicator, setting: Setting): Beside | null {
  // Of estimates there may be several.
  if (who === 'estimates') return null;
  return everyBeside(setting, indicator).find(({ comparator }) => comparator === who) ?? null;
}

function plain(figure: Figure): Named {
  return { mention: mention(figure), figure };
}

function sized(figure: Figure, indicator: Indicator): Named {
  return { mention: mention(figure, sizeText(figure.amount, indicator.unit)), figure };
}
