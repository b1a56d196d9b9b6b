import type { Figure } from '../../model/figure.ts';
import { periodLabel } from '../../model/time.ts';
import { changeSentence } from '../../narrative/phrases.ts';
import { placeWords } from '../../narrative/rank-phrases.ts';
import {
  countWords,
  type Draft,
  level,
  listed,
  type Mention,
  mention,
  say,
  type Written,
  written,
} from '../../narrative/sentence.ts';
import { statusNames } from '../../targets/schema.ts';
import type { Because, ClaimFound, DatedFigure } from './claim-findings.ts';
import type { EveryFound } from './every-findings.ts';
import type { NewsFindings } from './findings.ts';
import type { ClaimStanding } from './schema.ts';

/** How claims stand, as a sentence says it of one and of several. */
const standingWords: Readonly<Record<ClaimStanding, readonly [string, string]>> = {
  holds: ['holds', 'hold'],
  'does-not-hold': ['does not hold', 'do not hold'],
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
export type ClaimSaid = ClaimFound & { readonly sentences: readonly Written[] };

/** "Of 11 claims, two hold and …"; where none does it is said that none could be confirmed, for most are not false either. */
function countsDraft(all: Figure, counts: NewsFindings['counts']): Draft {
  const told = counts
    .filter(({ count }) => count > 0)
    .map(({ standing, figure, count }) => {
      return say`${mention(figure, countWords(count))} ${standingWords[standing][count === 1 ? 0 : 1]}`;
    });
  const total = say`${mention(all)} ${all.text === '1' ? 'claim' : 'claims'}`;
  const none = counts.find(({ standing, count }) => standing === 'holds' && count === 0);
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
  return said.map((draft, at) => written(`news.${claim.id}.${at + 1}`, draft));
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
