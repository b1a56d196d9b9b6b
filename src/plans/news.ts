import { Big } from 'big.js';
import { z } from 'zod';
import { fromRounded, knownAmount, subtract, writtenAmount } from '../arithmetic.ts';
import { directionOf } from '../judgements/change.ts';
import { isOnOneFooting } from '../judgements/comparability.ts';
import { givenAmount, givenDifference, madeOf, observed } from '../judgements/figures.ts';
import { findingsOn } from '../judgements/findings.ts';
import { rankOf } from '../judgements/rank.ts';
import type { Setting } from '../judgements/setting.ts';
import { isUsable } from '../judgements/trend.ts';
import { isAttainable } from '../measures.ts';
import { total } from '../model/breakdown.ts';
import type { Figure, Tally } from '../model/figure.ts';
import { levelText, numberText, ordinal, sizeText } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Place } from '../model/place.ts';
import { spaced } from '../model/spelling.ts';
import { statusName } from '../model/status.ts';
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
  numberedSentences,
  plural,
  say,
  someOf,
  type Written,
  written,
} from '../narrative/sentence.ts';
import { addresses } from '../pages/addresses.ts';
import { type Block, entryBlock, linksBlock } from '../pages/blocks.ts';
import type { Layout } from '../pages/material.ts';
import { measureLinks } from '../pages/measure-links.ts';
import { statusView } from '../pages/status-views.ts';
import type { Series } from '../series.ts';
import { targetsIn } from '../targets/findings.ts';
import { factPrecisions } from './case-studies.ts';
import { planKind } from './kind.ts';
import { askOfKeys, entryId, entryRef, plain, ref, words } from './kit/fields.ts';
import { counterIn, type EntrySaid, entryFigure, type PlanGiven, tallies } from './kit/findings.ts';
import { type PlanBook, planForm } from './kit/form.ts';
import type { PlanContents } from './kit/judged.ts';
import {
  factsBlock,
  noteBlock,
  type PlanLayout,
  plainFact,
  section,
  sentencesBlock,
  tallyBlock,
  wordsBlock,
} from './kit/page.ts';
import { referenceLines } from './references.ts';

/** What may be claimed of how a figure moved since the last comparable year. */
const claimedMoves = ['rose', 'fell', 'unchanged', 'improved', 'worsened'] as const;
const claimStandings = ['holds', 'does-not-hold', 'out-of-date', 'cannot-be-checked'] as const;
type ClaimStanding = (typeof claimStandings)[number];

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
askOfKeys(
  newsClaimSchema,
  { oneOf: ['indicator', 'rank', 'every', 'target', 'untested'] },
  { where: ['indicator'], oneOf: ['number', 'moved'] },
  { where: ['rank'], needs: ['place'] },
  { where: ['every'], needs: ['since'] },
  { where: ['number'], anyOf: ['indicator', 'unit'] },
);

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

const newsSchema = z.strictObject({ entries: z.array(newsEntrySchema).min(1) });

type NewsClaim = z.output<typeof newsClaimSchema>;
type NewsEntry = z.output<typeof newsEntrySchema>;
type News = z.output<typeof newsSchema>;
const newsForm = planForm({ id: 'news', name: 'In the news', schema: newsSchema });

/** What was written about the council's schools, with each claim held against the figures (F39, F52). */
export const news = planKind({
  form: newsForm,
  find: newsFindings,
  say: newsSentences,
  page: newsPage,
});

const asClaimed = 'As claimed, and not a figure of this report';

function newsFigure(setting: Setting, part: string, amount: Figure['amount'], said: EntrySaid): Figure {
  return entryFigure(setting, newsForm, 'count', part, amount, said);
}

function numberFigure(setting: Setting, part: string, number: Big, rest: Omit<EntrySaid, 'text'>): Figure {
  return newsFigure(setting, part, knownAmount(number, 0), { text: numberText(number, 0), ...rest });
}

/** Null where the claim gives no number. */
function claimedFigure(setting: Setting, claim: NewsClaim, at: Place): Figure | null {
  const { place, precision, indicator } = claim;
  const number = claim.number ?? place?.toString();
  if (number === undefined) return null;
  const unit = setting.folder.indicators.find(({ id }) => id === indicator)?.unit ?? claim.unit ?? 'count';
  const amount = writtenAmount(number);
  const close = precision === 'exact' ? '' : `${precision.replace('-', ' ')} `;
  const level =
    unit === 'percent' || unit === 'percentage-points'
      ? levelText(amount, unit)
      : numberText(amount.number, amount.decimals);
  const text = place === undefined ? `${close}${level}` : ordinal(place);
  return newsFigure(setting, `${claim.id}: claimed`, amount, { text, at, working: asClaimed });
}

/** "As a number it can be right: …": how many of all give the share that was claimed, where some number does. */
function makingDrafts(
  setting: Setting,
  { id, number, of }: NewsClaim,
  claimed: Figure,
  whole: Figure,
): readonly Draft[] {
  if (number === undefined || of === undefined || !claimed.text.endsWith('%')) return [];
  if (!isAttainable(number, of)) return [];
  const makes = numberFigure(setting, `${id}: how many make it`, new Big(number).times(of).div(100), {
    inputs: [claimed],
    working: `The whole number of ${of} that gives the share claimed`,
  });
  return [say`As a number it can be right: ${mention(makes)} of ${mention(whole)} make that share.`];
}

/** A measure from the first to the last of some years that are on one footing. */
type Stretch = NonNullable<ReturnType<typeof stretchOf>>;

/** Whether a measure may be said to have improved ever since a year (P19), and why not. */
type EveryFound = { readonly standing: ClaimStanding; readonly except: Draft | null };

/** Follows a measure since a year, footing by footing: so, not so where it got worse, open where it cannot be followed. */
function everyFound(setting: Setting, indicator: Indicator, since: Period, claim: string): EveryFound {
  const { known, council, edition } = setting;
  const rows = known
    .series(indicator.id, council.code, total)
    .filter(row => row.period >= since && row.period <= edition.period && isUsable(row));
  const [first] = rows;
  const but = (standing: ClaimStanding, why: Draft) => ({
    standing,
    except: say`${indicator.short}: ${why}.`,
  });
  if (first === undefined) return but('cannot-be-checked', ['no figures are available']);
  const parts = footings(rows, indicator);
  const stretches = parts.flatMap(part => stretchOf(setting, part, indicator, claim) ?? []);
  const years = ({ from, to }: Stretch) => `${periodLabel(from.period)} to ${periodLabel(to.period)}`;
  const worse = stretches.find(({ verdict }) => verdict === 'worse');
  const latest = stretches.at(-1);
  const short = but('cannot-be-checked', [`the figures go back to ${periodLabel(first.period)} only`]);
  if (first.period > since) return short;
  if (worse !== undefined)
    return but('does-not-hold', say`worse by ${mention(worse.change)} from ${years(worse)}`);
  if (parts.length > 1) return but('cannot-be-checked', ['the years cannot all be compared']);
  if (latest === undefined) return short;
  if (latest.verdict === 'better') return { standing: 'holds', except: null };
  return latest.verdict === 'same'
    ? but('does-not-hold', [`no better from ${years(latest)}`])
    : but('cannot-be-checked', [`neither better nor worse can be said from ${years(latest)}`]);
}

/** A series cut where its years come to stand on another footing. */
function footings(rows: Series, indicator: Indicator): readonly Series[] {
  const starts = rows.flatMap((row, at) => {
    const before = rows[at - 1];
    return before !== undefined && isOnOneFooting(indicator, before.period, row.period) ? [] : [at];
  });
  return starts.map((start, at) => rows.slice(start, starts[at + 1]));
}

function stretchOf(setting: Setting, rows: Series, indicator: Indicator, claim: string) {
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

type Reason = { readonly standing: ClaimStanding; readonly because: readonly Draft[] };

function claimFound(given: HeldAgainst, claim: NewsClaim, at: Place) {
  const { setting } = given;
  const { id, of, place } = claim;
  const { standing, because } = reasonOf(given, claim);
  const claimed = claimedFigure(setting, claim, at);
  if (claimed === null) return { claim, standing, said: because };
  const whole =
    of === undefined
      ? null
      : numberFigure(setting, `${id}: of how many`, new Big(of), { at, working: asClaimed });
  const number = say`The ${place === undefined ? 'number' : 'place'} given is ${mention(claimed)}`;
  return {
    claim,
    standing,
    said: [
      whole === null ? say`${number}.` : say`${number} of ${mention(whole)}.`,
      ...because,
      ...(whole === null ? [] : makingDrafts(setting, claim, claimed, whole)),
    ],
  };
}

function reasonOf(given: HeldAgainst, claim: NewsClaim): Reason {
  const { setting, targets } = given;
  const named = (id: string | undefined) => setting.folder.indicators.find(indicator => indicator.id === id);
  const year = claim.year ?? setting.edition.period;
  const [measure, ranked] = [named(claim.indicator), named(claim.rank)];
  if (measure !== undefined && claim.number !== undefined)
    return numberReason(given, measure, year, new Big(claim.number));
  if (measure !== undefined && claim.moved !== undefined)
    return movedReason(setting, measure, year, claim.moved);
  if (ranked !== undefined && claim.place !== undefined) return rankReason(setting, ranked, year, claim);
  if (claim.every !== undefined && claim.since !== undefined) {
    const measures = claim.every.flatMap(id => named(id) ?? []);
    return everyReason(setting, claim.id, claim.since, measures);
  }
  const target = targetsIn(targets).find(({ target: { id } }) => id === claim.target);
  const because =
    target === undefined
      ? []
      : [
          say`That is a target, “${target.target.short}”, and no outcome of that year is known yet.`,
          say`As worked out for this edition it is ${mention(target.figure, statusName(target.status))}.`,
        ];
  return { standing: 'cannot-be-checked', because };
}

/** "It cannot be said of any of the four measures since 2009/10.", and then why not of each (X25). */
function everyReason(
  setting: Setting,
  claim: string,
  since: Period,
  indicators: readonly Indicator[],
): Reason {
  const found = indicators.map(each => everyFound(setting, each, since, claim));
  const exceptions = found.flatMap(({ except }) => (except === null ? [] : [except]));
  const count = (part: string, number: number) =>
    numberFigure(setting, `${claim}: ${part}`, new Big(number), {
      working: 'Counted from the measures that the claim is of',
    });
  const number = mention(count('measures', found.length), countWords(found.length));
  const when = periodLabel(since);
  if (exceptions.length === 0)
    return { standing: 'holds', because: [say`So it was of each of the ${number} measures since ${when}.`] };
  const open = count('measures it cannot be said of', exceptions.length);
  const many = exceptions.length === found.length ? 'any' : mention(open, countWords(exceptions.length));
  return {
    standing: found.some(({ standing }) => standing === 'does-not-hold')
      ? 'does-not-hold'
      : 'cannot-be-checked',
    because: [say`It cannot be said of ${many} of the ${number} measures since ${when}.`, ...exceptions],
  };
}

type DatedFigure = { readonly figure: Figure; readonly period: Period };

/** What came out in the year; else what was aimed for, and not what came of it (X03); else an earlier year's number (X04). */
function numberReason(given: HeldAgainst, indicator: Indicator, year: Period, number: Big): Reason {
  const { setting } = given;
  const dated = setting.known
    .series(indicator.id, setting.council.code, total)
    .filter(({ value }) => value.kind === 'known')
    .map((row): DatedFigure => ({ figure: observed(row, indicator).figure, period: row.period }));
  const held = dated.find(({ period }) => period === year);
  if (held !== undefined && roundsTo(held.figure, number))
    return {
      standing: 'holds',
      because: [say`So it was in ${periodLabel(year)}: ${levelOf(held, indicator)}.`],
    };
  const was = held === undefined ? null : say`In ${periodLabel(year)} it was ${levelOf(held, indicator)}.`;
  const aimed = aimOf(given, indicator, year, number);
  if (aimed !== null) {
    const that = say`That is what the plan aimed for in that year, ${mention(aimed.aim)} (“${aimed.target.short}”)`;
    return was === null
      ? { standing: 'cannot-be-checked', because: [say`${that}; there is no outcome for that year.`] }
      : { standing: 'does-not-hold', because: [say`${that}, and not what came of it.`, was] };
  }
  const earlier = dated.findLast(({ period, figure }) => period < year && roundsTo(figure, number));
  if (earlier !== undefined)
    return {
      standing: 'out-of-date',
      because: [
        say`That is the number of ${periodLabel(earlier.period)}.`,
        was ?? say`No later number is given, though the results of ${periodLabel(year)} were out.`,
      ],
    };
  return was === null
    ? noFigure(indicator, year, dated.at(-1))
    : { standing: 'does-not-hold', because: [was] };
}

/** "This edition has no figure for reading for 2013/14. The last is of 2012/13: 88%." */
function noFigure(indicator: Indicator, year: Period, last: DatedFigure | undefined): Reason {
  const none = say`This edition has no figure for ${indicator.subject} for ${periodLabel(year)}.`;
  const but =
    last === undefined ? [] : [say`The last is of ${periodLabel(last.period)}: ${levelOf(last, indicator)}.`];
  return { standing: 'cannot-be-checked', because: [none, ...but] };
}

function levelOf({ figure }: DatedFigure, { unit }: Indicator): Mention {
  return level(figure, unit);
}

function roundsTo({ amount }: Figure, number: Big): boolean {
  if (amount.kind === 'refused') return false;
  return amount.number.round(decimalsIn(number.toFixed()), Big.roundHalfUp).eq(number);
}

/** The aim or milestone of a plan in force that is this number for this year. */
function aimOf({ targets }: HeldAgainst, indicator: Indicator, year: Period, number: Big) {
  for (const { target, parts } of targetsIn(targets)) {
    for (const { measure, planned } of parts) {
      if (measure?.id !== indicator.id) continue;
      const aims = [...planned.milestones, ...(planned.aim === null ? [] : [planned.aim])];
      const aim = aims.find(each => each.period === year && roundsTo(each, number));
      if (aim !== undefined) return { aim, target };
    }
  }
  return null;
}

/** A rank is of its year, and lives until the next results are out (X04). */
function rankReason(
  setting: Setting,
  indicator: Indicator,
  year: Period,
  { place, printed }: NewsClaim,
): Reason {
  const row = setting.known.at(indicator.id, setting.council.code, total, year);
  const rank = row === undefined ? null : rankOf(setting, indicator, row);
  const isRanked = rank?.outcome === 'ranked';
  if (row !== undefined && printed !== undefined && printed < year) {
    const held = { figure: observed(row, indicator).figure, period: year };
    return {
      standing: 'out-of-date',
      because: [
        say`That rank had been printed before, and can be of ${periodLabel(printed)} at the latest; a rank lasts until the next results are out.`,
        say`Those of ${periodLabel(year)} were out: ${levelOf(held, indicator)}.`,
        isRanked
          ? say`By those the council was ${placeWords(rank)}.`
          : say`Too few authorities have a figure to say which rank that was.`,
      ],
    };
  }
  if (!isRanked)
    return {
      standing: 'cannot-be-checked',
      because: [
        say`No rank in ${indicator.subject} is worked out for ${periodLabel(year)}, as not every authority has a figure.`,
      ],
    };
  return {
    standing: rank.place === place ? 'holds' : 'does-not-hold',
    because: [say`The council was ${placeWords(rank)}.`],
  };
}

function movedReason(
  setting: Setting,
  indicator: Indicator,
  year: Period,
  moved: NewsClaim['moved'],
): Reason {
  const found = findingsOn(setting, indicator, total);
  if (found === null || found.latest.period !== year || found.level.value.kind === 'absent') {
    const last = found === null ? undefined : { figure: found.level.figure, period: found.latest.period };
    return noFigure(indicator, year, last);
  }
  const { outcome, verdict } = found.change;
  const ways = { better: 'improved', worse: 'worsened', same: null, none: null } as const;
  const isSo = moved === outcome || moved === ways[verdict];
  const isOpen = outcome === 'refused';
  return {
    standing: isSo ? 'holds' : isOpen ? 'cannot-be-checked' : 'does-not-hold',
    because: [changeSentence(found) ?? ['No change is given.']],
  };
}

export type NewsFindings = ReturnType<typeof newsFindings>;

function newsFindings(given: PlanGiven<News>) {
  const { plan } = given;
  const entries = plan.value.entries.map((entry, at) => ({
    entry,
    claims: entry.claims.map((claim, index) =>
      claimFound(given, claim, plan.place(['entries', at, 'claims', index])),
    ),
  }));
  const claims = entries.flatMap(each => each.claims);
  const count = counterIn(given, ['entries'], 'Counted from the claims of the file');
  const held = counterIn(given, ['entries'], 'Counted from the claims, each held against the figures');
  return {
    entries,
    all: count('claims', claims.length),
    counts: tallies(held, claims, 'standing', claimStandings, standing => standing.replaceAll('-', ' ')),
  };
}

/** How claims stand, as a sentence says it of one and of several. */
const standingWords: Readonly<Record<ClaimStanding, readonly [string, string]>> = {
  holds: ['is borne out', 'are borne out'],
  'does-not-hold': ['is not borne out', 'are not borne out'],
  'out-of-date': ['is out of date', 'are out of date'],
  'cannot-be-checked': ['cannot be checked', 'cannot be checked'],
};

export function newsSentences({ entries, all, counts }: NewsFindings) {
  return {
    counts: counts.every(({ count }) => count === 0)
      ? []
      : [written('news.counts', countsDraft(all, counts))],
    entries: entries.map(({ entry, claims }) => ({
      entry,
      claims: claims.map(({ claim, standing, said }) => ({
        claim,
        standing,
        sentences: numberedSentences(`news.${claim.id}`, said),
      })),
    })),
  };
}

/** "Of 11 claims, two hold and …"; where none does it is said that none could be confirmed, for most are not false either. */
function countsDraft(all: Tally, counts: NewsFindings['counts']): Draft {
  const told = clausesOf(counts, standingWords);
  const total = say`${mention(all.figure)} ${plural(all, 'claim', 'claims')}`;
  const none = counts.find(({ of, count }) => of === 'holds' && count === 0);
  return none === undefined || all.count === 1
    ? say`Of ${total}, ${listed(told)}.`
    : say`${mention(none.figure, 'None')} of the ${total} could be confirmed: ${listed(told)}.`;
}

type Given = PlanLayout<News, NewsFindings, ReturnType<typeof newsSentences>>;

function newsPage({ found, said, layout, book }: Given): PlanContents {
  const withClaims = layout.setting.edition['news-claims'];
  return {
    title: 'What was written of our schools',
    lead: `Articles and interviews in our own words${withClaims ? ', with each claim checked against the figures of this report' : ''}.`,
    sections: said.entries.map(({ entry, claims }, at) =>
      section(entry.id, entry.title, [
        ...aboutBlocks(layout, book, entry),
        ...(withClaims && at === 0 ? tallyBlocks(layout, found, said.counts) : []),
        ...(withClaims ? claims : []).map(claim => claimBlock(layout, claim)),
      ]),
    ),
  };
}

function tallyBlocks(layout: Layout, { counts }: NewsFindings, said: readonly Written[]): readonly Block[] {
  return [tallyBlock(layout, someOf(counts)), sentencesBlock(layout, said)];
}

function aboutBlocks(layout: Layout, book: PlanBook, entry: NewsEntry): readonly Block[] {
  const { date, publisher, authors, reference, summary, note } = entry;
  const links = referenceLines(book, reference === undefined ? [] : [reference]);
  return [
    ...factsBlock([
      ...plainFact('Published', `${publisher}, ${someTimeLabel(date)}`),
      ...plainFact('Who spoke', authors),
      ...links.map(runs => ({ name: 'Where', runs })),
    ]),
    wordsBlock(layout, summary),
    ...(note === undefined ? [] : noteBlock(spaced(note))),
  ];
}

function claimBlock(
  layout: Layout,
  { claim, standing, sentences }: Given['said']['entries'][number]['claims'][number],
): Block {
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

function evidenceBlocks(layout: Layout, claim: NewsClaim): readonly Block[] {
  const measures = [claim.indicator, claim.rank, ...(claim.every ?? [])].flatMap(id => id ?? []);
  const target =
    claim.target === undefined
      ? []
      : [{ text: 'The target', href: addresses.target(layout.setting.edition.id, claim.target) }];
  return linksBlock([...measureLinks(layout, measures), ...target]);
}
