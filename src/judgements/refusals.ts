import type { Breakdown } from '../model/breakdown.ts';
import { type Figure, ledgerKey, type Refusal } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Period } from '../model/time.ts';
import { type ProfileFindings, profileChanges } from '../profiles/findings.ts';
import type { Findings } from './findings.ts';
import type { GapFindings } from './gap.ts';
import type { LocalityFindings } from './localities.ts';
import type { EditionFindings, ThemeFindings } from './theme-findings.ts';

const sayable = [
  'change',
  'difference',
  'streak',
  'record',
  'crossing',
  'rank',
  'rank-move',
  'group-gap',
  'spread',
] as const;
type Sayable = (typeof sayable)[number];

export type Refused = {
  readonly pattern: Sayable;
  readonly indicator: Pick<Indicator, 'id' | 'label' | 'short'>;
  readonly breakdown: Breakdown;
  readonly period: Period;
  /** The earlier period, the comparator's code or the other group, where there is one. */
  readonly against: string | null;
  readonly because: Refusal;
  /** The figure that is not given, where one would have been. */
  readonly figure: Figure | null;
};

type SomeFindings = Pick<ThemeFindings, 'indicators' | 'profiles'> & {
  readonly topics: readonly Pick<ThemeFindings['topics'][number], 'alone' | 'gaps'>[];
};

/** Everything that is not said in an edition, in the order of the report: the working behind its silences. */
export function refusalsOf({ themes }: EditionFindings): readonly Refused[] {
  return themes.flatMap(refusalsIn);
}

export function refusalsIn({ indicators, topics, profiles }: SomeFindings): readonly Refused[] {
  const findings = [
    ...indicators.flatMap(({ everyone, groups }) => [
      ...(everyone === null ? [] : [everyone]),
      ...groups.flatMap(topic => topic.groups),
    ]),
    ...topics.flatMap(({ alone }) => alone.flatMap(topic => topic.groups)),
  ];
  return [
    ...findings.flatMap(ofFindings),
    ...topics.flatMap(({ gaps }) => gaps.flatMap(ofGap)),
    ...indicators.flatMap(({ localities }) => localities.flatMap(ofLocalities)),
    ...profiles.flatMap(ofProfile),
  ];
}

/** A figure that is not given; nothing of one that is, or that nobody made. */
function notGiven(
  pattern: Sayable,
  indicator: Refused['indicator'],
  figure: Figure | undefined,
  against: string | null,
): readonly Refused[] {
  if (figure === undefined || figure.amount.kind === 'known') return [];
  const { breakdown, period, amount } = figure;
  return [{ pattern, indicator, breakdown, period, against, because: amount.because, figure }];
}

function ofFindings(findings: Findings): readonly Refused[] {
  const { indicator, breakdown, latest, change, comparisons, trend, crossing, rank, rankMove } = findings;
  const unsaid = (pattern: Sayable, because: Refusal, against: string | null = null): Refused => ({
    ...{ pattern, indicator, breakdown, period: latest.period, against, because },
    figure: null,
  });
  const patterns = [
    ['streak', trend.streak],
    ['record', trend.record],
    ['crossing', crossing],
  ] as const;
  return [
    ...notGiven('change', indicator, change.figure, ledgerKey(change.figure.about).against),
    ...comparisons.held.flatMap(({ figure, beside }) =>
      notGiven('difference', indicator, figure, beside.code),
    ),
    ...comparisons.missing.map(({ code }) => unsaid('difference', 'no-comparator', code)),
    ...patterns.flatMap(([pattern, found]) =>
      found.outcome === 'refused' ? [unsaid(pattern, found.because)] : [],
    ),
    ...notGiven('rank', indicator, rank?.figure, null),
    ...notGiven('rank-move', indicator, rankMove?.figure, rankMove?.before.figure.period ?? null),
  ];
}

/** Of one locality alone there is no highest and no lowest to be missed. */
function ofLocalities({ kind, indicator, extremes, rows }: LocalityFindings): readonly Refused[] {
  return rows.length < 2 ? [] : notGiven('spread', indicator, extremes.spread, kind);
}

function ofGap({ indicator, pair: { against }, now }: GapFindings): readonly Refused[] {
  return notGiven('group-gap', indicator, now.figure, against);
}

/** Changes of a profile that are not said: across frameworks and breaks, of a handful of schools, on other bases. */
function ofProfile(found: ProfileFindings): readonly Refused[] {
  return profileChanges(found).flatMap(figure =>
    figure.about.is === 'profile-since' ? notGiven('change', found.profile, figure, figure.about.since) : [],
  );
}
