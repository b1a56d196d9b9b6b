import { Big } from 'big.js';
import { z } from 'zod';
import { fromRounded, knownAmount, subtract, writtenAmount } from '../arithmetic.ts';
import type { Published } from '../gate/primary.ts';
import { directionOf, type Verdict } from '../judgements/change.ts';
import { isOnOneFooting } from '../judgements/comparability.ts';
import { givenAmount, givenDifference, madeOf, observed } from '../judgements/figures.ts';
import { type Findings, findingsOn } from '../judgements/findings.ts';
import { type Rank, rankOf } from '../judgements/rank.ts';
import type { Setting } from '../judgements/setting.ts';
import { isAttainable } from '../measures.ts';
import { total } from '../model/breakdown.ts';
import type { Figure, TallyOf } from '../model/figure.ts';
import { levelText, numberText, ordinal, sizeText } from '../model/format.ts';
import type { Indicator, Unit } from '../model/indicator.ts';
import type { Path, Place } from '../model/place.ts';
import { spaced } from '../model/spelling.ts';
import { academicYear, type Period, periodLabel, someTime, someTimeLabel } from '../model/time.ts';
import { decimalsIn, decimalText } from '../model/value.ts';
import { changeSentence } from '../narrative/phrases.ts';
import { placeWords } from '../narrative/rank-phrases.ts';
import {
  clausesOf,
  countWords,
  type Draft,
  level,
  listed,
  type Mention,
  mention,
  say,
  type Written,
  written,
} from '../narrative/sentence.ts';
import { type Block, entryBlock, linksBlock, plainRuns } from '../pages/blocks.ts';
import type { Layout } from '../pages/material.ts';
import { measureLinks } from '../pages/measure-links.ts';
import { statusView } from '../pages/status-views.ts';
import type { TextRun } from '../pages/view.ts';
import type { Series } from '../series.ts';
import { type TargetFindings, targetsIn } from '../targets/findings.ts';
import { type PlanTarget, statusNames } from '../targets/schema.ts';
import { factPrecisions } from './case-studies.ts';
import { planKind } from './kind.ts';
import type { PlanCheck } from './kit/checks.ts';
import { entryId, entryRef, plain, ref, words } from './kit/fields.ts';
import { counterIn, type EntrySaid, entryFigure, type PlanGiven, tallies } from './kit/findings.ts';
import { planForm } from './kit/form.ts';
import type { PlanContents } from './kit/judged.ts';
import {
  noteBlock,
  type PlanLayout,
  sentencesBlock,
  tallyBlock,
  targetHref,
  wordsBlock,
} from './kit/page.ts';
import { numberedSentences } from './kit/words.ts';
import { referenceLines } from './references.ts';

/** What may be claimed of how a figure moved since the last comparable year. */
const claimedMoves = ['rose', 'fell', 'unchanged', 'improved', 'worsened'] as const;
/** What the figures say of a claim that somebody made elsewhere. */
const claimStandings = ['holds', 'does-not-hold', 'out-of-date', 'cannot-be-checked'] as const;
/** What the figures say of a claim. */
type ClaimStanding = (typeof claimStandings)[number];

/** The keys that say what a claim is held against, of which it has one. */
const claimTests = ['indicator', 'rank', 'every', 'target', 'untested'] as const;

const decimal = decimalText('27 or 93.6');

/** One claim, in words of our own, and what it is held against. */
const newsClaimSchema = z.strictObject({
  id: entryId('claim'),
  said: plain('What was claimed, in words of our own and without its number'),
  indicator: ref('indicator', 'The measure that its number is of, or that it says moved').optional(),
  number: decimal.optional().describe('The number that was given'),
  unit: z
    .enum(['percent', 'percentage-points', 'count'])
    .optional()
    .describe('Of a number without a measure'),
  precision: z.enum(factPrecisions).default('exact'),
  of: z.int().min(1).optional().describe('Of how many, where that was given'),
  moved: z
    .enum(claimedMoves)
    .optional()
    .describe('How the measure was said to have moved, in place of a number'),
  rank: ref('indicator', 'The measure that it gives a rank in').optional(),
  place: z.int().min(1).optional().describe('The place in that rank'),
  every: z.array(ref('indicator')).min(2).optional().describe('The measures that it says all improved'),
  since: academicYear.optional().describe('Since which academic year they did'),
  year: academicYear
    .optional()
    .describe('The academic year its number was given for; that of the edition where left out'),
  printed: academicYear.optional().describe('The latest year it can be of, where it had been printed before'),
  target: ref('target', 'The target that it speaks of').optional(),
  untested: words('Why no figure can tell').optional(),
  note: plain('What readers should know of it').optional(),
});

/** What was written about the council's schools. */
const newsEntrySchema = z.strictObject({
  id: entryId('entry of the news'),
  title: plain('A title of our own'),
  date: someTime('When it was published'),
  publisher: plain('Who published it'),
  authors: plain('Who wrote or spoke, by role and never by name'),
  reference: entryRef('reference', 'Where it is to be found').optional(),
  summary: words('What it says, in words of our own'),
  note: plain('What readers should know of it').optional(),
  claims: z.array(newsClaimSchema).default([]),
});

/** `data/plans/<edition>/news.yaml`. */
const newsSchema = z.strictObject({ entries: z.array(newsEntrySchema).min(1) });

/** One claim of something written elsewhere. */
type NewsClaim = z.output<typeof newsClaimSchema>;
/** What was written about the council's schools. */
type NewsEntry = z.output<typeof newsEntrySchema>;

/** What was written about the council's schools in a year. */
export type News = z.output<typeof newsSchema>;
/** How the news is written down. */
const newsForm = planForm({ id: 'news', name: 'In the news', schema: newsSchema });

/** What was written about the council's schools, with each claim held against the figures. */
export const news = planKind({
  form: newsForm,
  check: checkNews,
  find: newsFindings,
  say: newsSentences,
  page: newsPage,
});

type Check = PlanCheck<News>;

/** Every claim has one thing that it is held against, with all that this needs. */
function checkNews(check: Check): void {
  check.plan.value.entries.forEach(({ claims }, at) => {
    claims.forEach((claim, index) => {
      checkClaim(check, claim, ['entries', at, 'claims', index]);
    });
  });
}

function checkClaim({ plan, report }: Check, claim: NewsClaim, path: Path): void {
  const [test, other] = claimTests.filter(key => claim[key] !== undefined);
  if (test === undefined) {
    report(plan.place(path), 'claim-without-test', claim.said);
    return;
  }
  if (other !== undefined) report(plan.place([...path, other]), 'claim-tests-at-odds', other, test);
  const needed = neededBy(claim, test);
  if (needed !== null) report(plan.place([...path, test]), 'claim-test-incomplete', test, needed);
}

/** What a test lacks, in words, or null when it is whole. */
function neededBy(claim: NewsClaim, test: (typeof claimTests)[number]): string | null {
  switch (test) {
    case 'indicator':
      return (claim.number === undefined) === (claim.moved === undefined) ? '"number" or "moved"' : null;
    case 'rank':
      return claim.place === undefined ? '"place"' : null;
    case 'every':
      return claim.since === undefined ? '"since"' : null;
    case 'target':
      return null;
    case 'untested':
      return claim.number !== undefined && claim.unit === undefined ? '"unit"' : null;
  }
}

const asClaimed = 'As claimed, and not a figure of this report';

/** The number as it was given, with the line of the file it was written in. */
function claimedFigure(setting: Setting, claim: NewsClaim, at: Place): Figure | null {
  const number = claim.number ?? (claim.place === undefined ? undefined : String(claim.place));
  if (number === undefined) return null;
  const unit =
    setting.folder.indicators.find(({ id }) => id === claim.indicator)?.unit ?? claim.unit ?? 'count';
  const amount = writtenAmount(number);
  const close = claim.precision === 'exact' ? '' : `${claim.precision.replace('-', ' ')} `;
  const text =
    claim.place === undefined
      ? `${close}${numberWith(amount.number, amount.decimals, unit)}`
      : ordinal(claim.place);
  return newsFigure(setting, `${claim.id}: claimed`, amount, { text, at, working: asClaimed });
}

function numberWith(number: Big, decimals: number, unit: Unit | 'count'): string {
  return unit === 'percent' || unit === 'percentage-points'
    ? levelText(knownAmount(number, decimals), unit)
    : numberText(number, decimals);
}

/** Of how many the number was given. */
export function wholeFigure(setting: Setting, { id, of }: NewsClaim, at: Place): Figure | null {
  return of === undefined
    ? null
    : numberFigure(setting, `${id}: of how many`, of, { at, working: asClaimed });
}

/** A whole number that the page of news prints. */
function numberFigure(setting: Setting, part: string, number: number, rest: Omit<EntrySaid, 'text'>): Figure {
  const amount = knownAmount(new Big(number), 0);
  return newsFigure(setting, part, amount, { text: numberText(amount.number, 0), ...rest });
}

/** How many of all give the share that was claimed. */
function makingFigure(
  setting: Setting,
  { id, number, of }: NewsClaim,
  claimed: Figure | null,
): Figure | null {
  if (number === undefined || of === undefined || claimed === null || !claimed.text.endsWith('%'))
    return null;
  if (!isAttainable(number, of)) return null;
  const count = knownAmount(new Big(number).times(of).div(100), 0);
  return newsFigure(setting, `${id}: how many make it`, count, {
    text: numberText(count.number, 0),
    inputs: [claimed],
    working: `The whole number of ${of} that gives the share claimed`,
  });
}

/** A figure of the page of news. */
function newsFigure(setting: Setting, part: string, amount: Figure['amount'], said: EntrySaid): Figure {
  return entryFigure(setting, newsForm, 'count', part, amount, said);
}

/** A measure from the first to the last of some years that are on one footing. */
type Stretch = {
  readonly from: Figure;
  readonly to: Figure;
  readonly change: Figure;
  /** None where the figures leave it open, or the measure has no better way. */
  readonly verdict: Verdict;
};

/** What became of a measure since a year: whether it may be said to have improved throughout, and why not. */
type EveryFound = {
  readonly indicator: Indicator;
  /** `short`: no figure as far back as was claimed; `broken`: years on different footings; `open`: neither may be said. */
  readonly outcome: 'better' | 'worse' | 'short' | 'broken' | 'not-better' | 'open';
  /** The stretch that shows it: one that got worse, where there is one, else the latest. */
  readonly stretch: Stretch | null;
  /** The earliest figure since then. */
  readonly first: Figure | null;
};

/** Follows a measure since a year, footing by footing (P19). */
function everyFound(setting: Setting, indicator: Indicator, since: Period, claim: string): EveryFound {
  const { known, council, edition } = setting;
  const rows = known
    .series(indicator.id, council.code, total)
    .filter(({ period, value }) => period >= since && period <= edition.period && isUsable(value));
  const parts = footings(rows, indicator);
  const stretches = parts.flatMap(part => stretchOf(setting, part, indicator, claim) ?? []);
  const worse = stretches.find(({ verdict }) => verdict === 'worse') ?? null;
  const [first] = rows;
  const latest = stretches.at(-1) ?? null;
  return {
    indicator,
    outcome: outcomeOf(worse, first?.period, since, parts.length, latest),
    stretch: worse ?? latest,
    first: first === undefined ? null : observed(first, indicator).figure,
  };
}

/** So of every measure; not so where one got worse; open where one cannot be followed (X25). */
function everyStanding(measures: readonly EveryFound[]): ClaimStanding {
  if (measures.some(({ outcome }) => outcome === 'worse' || outcome === 'not-better')) return 'does-not-hold';
  return measures.every(({ outcome }) => outcome === 'better') ? 'holds' : 'cannot-be-checked';
}

function outcomeOf(
  worse: Stretch | null,
  first: Period | undefined,
  since: Period,
  parts: number,
  latest: Stretch | null,
): EveryFound['outcome'] {
  if (first === undefined || first > since) return 'short';
  if (worse !== null) return 'worse';
  if (parts > 1) return 'broken';
  switch (latest?.verdict) {
    case 'better':
      return 'better';
    case 'worse':
      return 'worse';
    case 'same':
      return 'not-better';
    case 'none':
      return 'open';
    case undefined:
      return 'short';
  }
}

function isUsable(value: Published['value']): boolean {
  return value.kind === 'known' && value.precision !== 'about';
}

/** A series cut where its years come to stand on another footing. */
function footings(rows: Series, indicator: Indicator): readonly Series[] {
  const starts = rows.flatMap((row, at) => {
    const before = rows[at - 1];
    return before !== undefined && isOnOneFooting(indicator, before.period, row.period) ? [] : [at];
  });
  return starts.map((start, at) => rows.slice(start, starts[at + 1]));
}

function stretchOf(setting: Setting, rows: Series, indicator: Indicator, claim: string): Stretch | null {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const given = givenDifference(last, first.period);
  const amount =
    given === null ? subtract(last.value, first.value) : givenAmount(given, last.value, first.value);
  const [from, to] = [first, last].map(row => observed(row, indicator).figure);
  if (from === undefined || to === undefined || amount.kind === 'refused') return null;
  const name = `${claim}: ${indicator.short}, from ${periodLabel(first.period)} to ${periodLabel(last.period)}`;
  const change = entryFigure(setting, newsForm, 'change', name, amount, {
    text: sizeText(amount, indicator.unit),
    inputs: [to, from],
    working: madeOf(last, amount, given, fromRounded(last.value, first.value)).working,
    ...(given === null ? {} : { at: given.place }),
  });
  return {
    from,
    to,
    change,
    verdict: directionOf(amount, indicator.polarity),
  };
}

type HeldAgainst = Pick<PlanGiven<News>, 'setting' | 'targets'>;

/** A figure of the council's with the measure and the year it is of. */
type DatedFigure = { readonly figure: Figure; readonly indicator: Indicator; readonly period: Period };

/** Why a claim stands as it does. */
type Because =
  | { readonly kind: 'same'; readonly held: DatedFigure }
  /** The number is what was aimed for, and not what came out (X03). */
  | {
      readonly kind: 'aim';
      readonly held: DatedFigure | null;
      readonly aim: Figure;
      readonly target: PlanTarget;
    }
  /** The number is that of an earlier year (X04). */
  | {
      readonly kind: 'earlier';
      readonly year: Period;
      readonly held: DatedFigure | null;
      readonly earlier: DatedFigure;
    }
  | { readonly kind: 'other'; readonly held: DatedFigure }
  | {
      readonly kind: 'none';
      readonly indicator: Indicator;
      readonly year: Period;
      readonly last: DatedFigure | null;
    }
  | { readonly kind: 'rank'; readonly rank: Rank; readonly same: boolean }
  /** A rank lives until the next results are out (X04). */
  | {
      readonly kind: 'rank-expired';
      readonly printed: Period;
      readonly held: DatedFigure;
      readonly rank: Rank | null;
    }
  | { readonly kind: 'no-rank'; readonly indicator: Indicator; readonly year: Period }
  /** A claim of every measure needs the whole of each series (X25). */
  | {
      readonly kind: 'every';
      readonly since: Period;
      readonly measures: readonly EveryFound[];
      readonly all: Figure;
      readonly open: Figure;
    }
  | { readonly kind: 'moved'; readonly found: Findings; readonly same: boolean }
  | { readonly kind: 'target'; readonly found: TargetFindings }
  | { readonly kind: 'untested' };

/** A claim with the number it gave, what the figures say of it, and why. */
type ClaimFound = {
  readonly claim: NewsClaim;
  readonly claimed: Figure | null;
  /** Of how many, where that was given. */
  readonly whole: Figure | null;
  /** Of a share of so many: how many make it, where some number does. */
  readonly makes: Figure | null;
  readonly standing: ClaimStanding;
  readonly because: Because;
};

/** Holds a claim against what the edition knows. */
function claimFound(given: HeldAgainst, claim: NewsClaim, at: Place): ClaimFound {
  const because = reasonOf(given, claim);
  const claimed = claimedFigure(given.setting, claim, at);
  return {
    claim,
    claimed,
    whole: wholeFigure(given.setting, claim, at),
    makes: makingFigure(given.setting, claim, claimed),
    standing: standingOf(because),
    because,
  };
}

/** What a reason makes of a claim. */
function standingOf(because: Because): ClaimStanding {
  switch (because.kind) {
    case 'same':
      return 'holds';
    case 'aim':
      return because.held === null ? 'cannot-be-checked' : 'does-not-hold';
    case 'other':
      return 'does-not-hold';
    case 'earlier':
    case 'rank-expired':
      return 'out-of-date';
    case 'none':
    case 'no-rank':
    case 'target':
    case 'untested':
      return 'cannot-be-checked';
    case 'rank':
      return because.same ? 'holds' : 'does-not-hold';
    case 'moved':
      return because.same
        ? 'holds'
        : because.found.change.outcome === 'refused'
          ? 'cannot-be-checked'
          : 'does-not-hold';
    case 'every':
      return everyStanding(because.measures);
  }
}

function reasonOf(given: HeldAgainst, claim: NewsClaim): Because {
  const { setting, targets } = given;
  const named = (id: string) => setting.folder.indicators.find(indicator => indicator.id === id);
  const year = claim.year ?? setting.edition.period;
  const [measure, ranked] = [claim.indicator, claim.rank].map(id =>
    id === undefined ? undefined : named(id),
  );
  if (measure !== undefined && claim.number !== undefined)
    return numberReason(given, measure, year, new Big(claim.number));
  if (measure !== undefined && claim.moved !== undefined)
    return movedReason(setting, measure, year, claim.moved);
  if (ranked !== undefined && claim.place !== undefined) return rankReason(setting, ranked, year, claim);
  if (claim.every !== undefined && claim.since !== undefined) {
    return everyReason(
      setting,
      claim.id,
      claim.since,
      claim.every.flatMap(id => named(id) ?? []),
    );
  }
  const target = targetsIn(targets).find(({ target: { id } }) => id === claim.target);
  return target === undefined ? { kind: 'untested' } : { kind: 'target', found: target };
}

function everyReason(
  setting: Setting,
  claim: string,
  since: Period,
  indicators: readonly Indicator[],
): Because {
  const measures = indicators.map(each => everyFound(setting, each, since, claim));
  const open = measures.filter(({ outcome }) => outcome !== 'better').length;
  const working = 'Counted from the measures that the claim is of';
  const count = (part: string, number: number) =>
    numberFigure(setting, `${claim}: ${part}`, number, { working });
  return {
    kind: 'every',
    since,
    measures,
    all: count('measures', measures.length),
    open: count('measures it cannot be said of', open),
  };
}

function numberReason(given: HeldAgainst, indicator: Indicator, year: Period, number: Big): Because {
  const { setting } = given;
  const rows = setting.known.series(indicator.id, setting.council.code, total);
  const dated = rows
    .filter(({ value }) => value.kind === 'known')
    .map(row => ({ figure: observed(row, indicator).figure, indicator, period: row.period }));
  const held = dated.find(({ period }) => period === year) ?? null;
  if (held !== null && isSame(held.figure, number)) return { kind: 'same', held };
  const aimed = aimOf(given, indicator, year, number);
  if (aimed !== null) return { kind: 'aim', held, ...aimed };
  const earlier = dated.findLast(({ period, figure }) => period < year && isSame(figure, number));
  if (earlier !== undefined) return { kind: 'earlier', year, held, earlier };
  return held === null
    ? { kind: 'none', indicator, year, last: dated.at(-1) ?? null }
    : { kind: 'other', held };
}

/** True where the figure rounds to the number as it was given. */
function isSame({ amount }: Figure, number: Big): boolean {
  if (amount.kind === 'refused') return false;
  return amount.number.round(decimalsIn(number.toFixed()), Big.roundHalfUp).eq(number);
}

/** The aim or milestone of a plan in force that is this number for this year. */
function aimOf({ targets }: HeldAgainst, indicator: Indicator, year: Period, number: Big) {
  for (const { target, parts } of targetsIn(targets)) {
    for (const { measure, planned } of parts) {
      if (measure?.id !== indicator.id) continue;
      const aims = [...planned.milestones, ...(planned.aim === null ? [] : [planned.aim])];
      const aim = aims.find(each => each.period === year && isSame(each, number));
      if (aim !== undefined) return { aim, target };
    }
  }
  return null;
}

function rankReason(
  setting: Setting,
  indicator: Indicator,
  year: Period,
  { place, printed }: NewsClaim,
): Because {
  const row = setting.known.at(indicator.id, setting.council.code, total, year);
  if (row === undefined) return { kind: 'no-rank', indicator, year };
  if (printed !== undefined && printed < year)
    return {
      kind: 'rank-expired',
      printed,
      held: { figure: observed(row, indicator).figure, indicator, period: year },
      rank: rankOf(setting, indicator, row),
    };
  const rank = rankOf(setting, indicator, row);
  if (rank?.outcome !== 'ranked') return { kind: 'no-rank', indicator, year };
  return { kind: 'rank', rank, same: rank.place === place };
}

function movedReason(
  setting: Setting,
  indicator: Indicator,
  year: Period,
  moved: NewsClaim['moved'],
): Because {
  const found = findingsOn(setting, indicator, total);
  if (found === null || found.latest.period !== year || found.level.value.kind === 'absent') {
    const last =
      found === null ? null : { figure: found.level.figure, indicator, period: found.latest.period };
    return { kind: 'none', indicator, year, last };
  }
  const { outcome, verdict } = found.change;
  const same =
    moved === 'improved'
      ? verdict === 'better'
      : moved === 'worsened'
        ? verdict === 'worse'
        : outcome === moved;
  return { kind: 'moved', found, same };
}

/** Something written elsewhere, with each of its claims held against the figures. */
type EntryFound = { readonly entry: NewsEntry; readonly claims: readonly ClaimFound[] };

/** What was written of the council's schools, and how many claims stand where. */
export type NewsFindings = {
  readonly entries: readonly EntryFound[];
  readonly all: Figure;
  readonly counts: readonly TallyOf<ClaimStanding>[];
};

/** The findings on the news of an edition. */
function newsFindings(given: PlanGiven<News>): NewsFindings {
  const { plan } = given;
  const entries = plan.value.entries.map(
    (entry, at): EntryFound => ({
      entry,
      claims: entry.claims.map((claim, index) =>
        claimFound(given, claim, plan.place(['entries', at, 'claims', index])),
      ),
    }),
  );
  const claims = entries.flatMap(each => each.claims);
  const count = (working: string) => counterIn(given, ['entries'], working);
  const counts = tallies(
    claimStandings,
    claims.map(({ standing }) => standing),
    (standing, number) =>
      count('Counted from the claims, each held against the figures')(standing.replaceAll('-', ' '), number),
  );
  const all = count('Counted from the claims of the file')('claims', claims.length).figure;
  return { entries, all, counts };
}

/** How claims stand, as a sentence says it of one and of several. */
const standingWords: Readonly<Record<ClaimStanding, readonly [string, string]>> = {
  holds: ['is borne out', 'are borne out'],
  'does-not-hold': ['is not borne out', 'are not borne out'],
  'out-of-date': ['is out of date', 'are out of date'],
  'cannot-be-checked': ['cannot be checked', 'cannot be checked'],
};

/** How many claims stand where, and what the figures say of each. */
export function newsSentences({ entries, all, counts }: NewsFindings) {
  return {
    counts: counts.every(({ count }) => count === 0)
      ? []
      : [written('news.counts', countsDraft(all, counts))],
    entries: entries.map(({ entry, claims }) => ({
      entry,
      claims: claims.map((found): ClaimSaid => ({ ...found, sentences: claimSentences(found) })),
    })),
  };
}

/** A claim with what the figures say of it. */
type ClaimSaid = ClaimFound & { readonly sentences: readonly Written[] };

/** "Of 11 claims, two hold and …"; where none does it is said that none could be confirmed, for most are not false either. */
function countsDraft(all: Figure, counts: NewsFindings['counts']): Draft {
  const told = clausesOf(counts, standingWords);
  const total = say`${mention(all)} ${all.text === '1' ? 'claim' : 'claims'}`;
  const none = counts.find(({ of, count }) => of === 'holds' && count === 0);
  return none === undefined || all.text === '1'
    ? say`Of ${total}, ${listed(told)}.`
    : say`${mention(none.figure, 'None')} of the ${total} could be confirmed: ${listed(told)}.`;
}

function claimSentences({ claim, claimed, whole, makes, because }: ClaimFound): readonly Written[] {
  const said = [
    ...(claimed === null ? [] : [givenDraft(claim.place, claimed, whole)]),
    ...reasonDrafts(because),
    ...(makes === null || whole === null
      ? []
      : [say`As a number it can be right: ${mention(makes)} of ${mention(whole)} make that share.`]),
  ];
  return numberedSentences(`news.${claim.id}`, said);
}

function reasonDrafts(because: Because): readonly Draft[] {
  switch (because.kind) {
    case 'same':
      return [say`So it was in ${yearOf(because.held)}: ${levelOf(because.held)}.`];
    case 'aim':
      return aimDrafts(because);
    case 'earlier':
      return [
        say`That is the number of ${yearOf(because.earlier)}.`,
        because.held === null
          ? say`No later number is given, though the results of ${periodLabel(because.year)} were out.`
          : say`In ${yearOf(because.held)} it was ${levelOf(because.held)}.`,
      ];
    case 'other':
      return [say`In ${yearOf(because.held)} it was ${levelOf(because.held)}.`];
    case 'none':
      return noneDrafts(because);
    case 'rank':
      return [say`The council was ${placeWords(because.rank)}.`];
    case 'rank-expired':
      return expiredDrafts(because);
    case 'no-rank':
      return [
        say`No rank in ${because.indicator.subject} is worked out for ${periodLabel(because.year)}, as not every authority has a figure.`,
      ];
    case 'every':
      return everyDrafts(because);
    case 'moved':
      return [changeSentence(because.found) ?? ['No change is given.']];
    case 'target':
      return [
        say`That is a target, “${because.found.target.short}”, and no outcome of that year is known yet.`,
        say`As worked out for this edition it is ${mention(because.found.figure, statusNames[because.found.status])}.`,
      ];
    case 'untested':
      return [];
  }
}

function expiredDrafts({
  printed,
  held,
  rank,
}: Extract<Because, { kind: 'rank-expired' }>): readonly Draft[] {
  const when = periodLabel(printed);
  const now =
    rank?.outcome === 'ranked'
      ? say`By those the council was ${placeWords(rank)}.`
      : say`Too few authorities have a figure to say which rank that was.`;
  return [
    say`That rank had been printed before, and can be of ${when} at the latest; a rank lasts until the next results are out.`,
    say`Those of ${yearOf(held)} were out: ${levelOf(held)}.`,
    now,
  ];
}

function aimDrafts({ held, aim, target }: Extract<Because, { kind: 'aim' }>): readonly Draft[] {
  const aimed = say`what the plan aimed for in that year, ${mention(aim)} (“${target.short}”)`;
  if (held === null) return [say`That is ${aimed}; there is no outcome for that year.`];
  return [say`That is ${aimed}, and not what came of it.`, say`In ${yearOf(held)} it was ${levelOf(held)}.`];
}

function noneDrafts({ indicator, year, last }: Extract<Because, { kind: 'none' }>): readonly Draft[] {
  const none = say`This edition has no figure for ${indicator.subject} for ${periodLabel(year)}.`;
  return last === null ? [none] : [none, say`The last is of ${yearOf(last)}: ${levelOf(last)}.`];
}

/** "It cannot be said of any of the four measures since 2009/10.", and then why not of each. */
function everyDrafts({ since, measures, all, open }: Extract<Because, { kind: 'every' }>): readonly Draft[] {
  const kept = measures.filter(({ outcome }) => outcome === 'better').length;
  const number = mention(all, countWords(measures.length));
  const when = periodLabel(since);
  if (kept === measures.length) return [say`So it was of each of the ${number} measures since ${when}.`];
  const many = kept === 0 ? 'any' : mention(open, countWords(measures.length - kept));
  return [
    say`It cannot be said of ${many} of the ${number} measures since ${when}.`,
    ...measures.filter(({ outcome }) => outcome !== 'better').map(exceptionDraft),
  ];
}

function exceptionDraft({ indicator, outcome, stretch, first }: EveryFound): Draft {
  const { short } = indicator;
  const from =
    stretch === null ? [] : say`${periodLabel(stretch.from.period)} to ${periodLabel(stretch.to.period)}`;
  switch (outcome) {
    case 'worse':
    case 'not-better':
      if (stretch === null) return say`${short}: no two years can be compared.`;
      return outcome === 'worse'
        ? say`${short}: worse by ${mention(stretch.change)} from ${from}.`
        : say`${short}: no better from ${from}.`;
    case 'short':
      return first === null
        ? say`${short}: no figures are available.`
        : say`${short}: the figures go back to ${periodLabel(first.period)} only.`;
    case 'open':
      return say`${short}: neither better nor worse can be said from ${from}.`;
    case 'broken':
      return say`${short}: the years cannot all be compared.`;
    case 'better':
      return [];
  }
}

/** "The number given is 93.6%, of 141.", "The place given is 53rd." */
function givenDraft(place: number | undefined, claimed: Figure, whole: Figure | null): Draft {
  const given = say`The ${place === undefined ? 'number' : 'place'} given is ${mention(claimed)}`;
  return whole === null ? say`${given}.` : say`${given} of ${mention(whole)}.`;
}

function yearOf({ period }: DatedFigure): string {
  return periodLabel(period);
}

function levelOf({ figure, indicator }: DatedFigure): Mention {
  return level(figure, indicator.unit);
}

type Given = PlanLayout<News, NewsFindings, ReturnType<typeof newsSentences>>;

/** What was written about the council's schools, and each of its claims with what the figures say of it (F39, F52). */
function newsPage(given: Given): PlanContents {
  const { found, said, layout } = given;
  const withClaims = layout.setting.edition['news-claims'];
  return {
    title: 'What was written of our schools',
    lead: `Articles and interviews in our own words${withClaims ? ', with each claim checked against the figures of this report' : ''}.`,
    sections: said.entries.map((each, at) => ({
      id: each.entry.id,
      heading: each.entry.title,
      blocks: [
        ...aboutBlocks(given, each),
        ...(withClaims && at === 0 ? tallyBlocks(given, found) : []),
        ...(withClaims ? each.claims : []).map(claim => claimBlock(given, claim)),
      ],
    })),
  };
}

function aboutBlocks({ layout, book }: Given, { entry }: Pick<EntryFound, 'entry'>): readonly Block[] {
  const { date, publisher, authors, reference, summary, note } = entry;
  const links = referenceLines(book, reference === undefined ? [] : [reference]);
  const fact = (name: string, runs: readonly TextRun[]) => ({ name, runs });
  return [
    {
      kind: 'facts',
      items: [
        fact('Published', plainRuns(`${publisher}, ${someTimeLabel(date)}`)),
        fact('Who spoke', plainRuns(authors)),
        ...links.map(runs => fact('Where', runs)),
      ],
    },
    wordsBlock(layout, summary),
    ...(note === undefined ? [] : noteBlock(spaced(note))),
  ];
}

/** How many claims stand where, of all that was written. */
function tallyBlocks({ layout, said }: Given, { counts }: NewsFindings): readonly Block[] {
  return [
    tallyBlock(
      layout,
      counts.filter(({ count }) => count > 0),
    ),
    sentencesBlock(layout, said.counts),
  ];
}

function claimBlock({ layout }: Given, { claim, standing, sentences }: ClaimSaid): Block {
  return entryBlock({
    id: claim.id,
    heading: `Claim: ${spaced(claim.said).replace(/\.$/, '')}`,
    status: statusView(standing),
    blocks: [
      sentencesBlock(layout, sentences),
      ...(claim.untested === undefined ? [] : [wordsBlock(layout, claim.untested)]),
      ...(claim.note === undefined ? [] : noteBlock(spaced(claim.note))),
      ...evidenceBlocks(layout, claim),
    ],
  });
}

/** The sections of the report that a claim speaks of. */
function evidenceBlocks(layout: Layout, claim: NewsClaim): readonly Block[] {
  const measures = [claim.indicator, claim.rank, ...(claim.every ?? [])].flatMap(id => id ?? []);
  const target =
    claim.target === undefined ? [] : [{ text: 'The target', href: targetHref(layout, claim.target) }];
  return linksBlock([...measureLinks(layout, measures), ...target]);
}
