import type { NewsFindings } from '../../judgements/plans/news.ts';
import type { Because, ClaimFound, Dated } from '../../judgements/plans/news-claims.ts';
import type { EveryFound } from '../../judgements/plans/news-every.ts';
import { levelText } from '../../model/format.ts';
import { periodLabel } from '../../model/period.ts';
import { type ClaimStanding, claimStandings } from '../../model/plans/news.ts';
import { statusNames } from '../../model/target.ts';
import { changeSentence } from '../phrases.ts';
import { placeWords } from '../rank-phrases.ts';
import {
  type Draft,
  joined,
  listed,
  type Mention,
  mention,
  say,
  type Written,
  written,
} from '../sentence.ts';
import { countWords } from '../words.ts';

/** How claims stand, as a sentence says it of several. */
const standingWords: Readonly<Record<ClaimStanding, string>> = {
  holds: 'hold',
  'does-not-hold': 'do not hold',
  'out-of-date': 'are out of date',
  'cannot-be-checked': 'cannot be checked',
};

/** How many claims stand where, and what the figures say of each. */
export function newsSentences({ entries, all, counts }: NewsFindings) {
  const told = claimStandings.flatMap(standing => {
    const found = counts.find(each => each.standing === standing);
    return found === undefined
      ? []
      : [say`${mention(found.figure, countWords(found.count))} ${standingWords[standing]}`];
  });
  const claims = entries
    .flatMap(each => each.claims)
    .map(found => [`claim.${found.claim.id}`, claimSentences(found)]);
  return {
    counts: [written('news.counts', say`Of ${mention(all)} claims, ${listed(told)}.`)],
    ...(Object.fromEntries(claims) as Readonly<Record<string, readonly Written[]>>),
  };
}

function claimSentences({ claim, claimed, makes, because }: ClaimFound): readonly Written[] {
  const given =
    claimed === null || because.kind === 'untested' ? [] : [say`The number given is ${mention(claimed)}.`];
  const untested =
    claimed === null || because.kind !== 'untested'
      ? []
      : [
          claim.of === undefined
            ? say`The number given is ${mention(claimed)}.`
            : say`The number given is ${mention(claimed)} of ${String(claim.of)}.`,
        ];
  const made =
    makes === null
      ? []
      : [say`As a number it can be right: ${mention(makes)} of ${String(claim.of)} make that share.`];
  const said = [...given, ...untested, ...reasonDrafts(because), ...made];
  return said.map((draft, at) => written(`news.${claim.id}.${at + 1}`, draft));
}

function reasonDrafts(because: Because): readonly Draft[] {
  switch (because.kind) {
    case 'same':
      return [say`So it was in ${yearOf(because.held)}: ${level(because.held)}.`];
    case 'aim':
      return aimDrafts(because);
    case 'earlier':
      return [
        say`That is the number of ${yearOf(because.earlier)}.`,
        because.held === null
          ? say`None is held of a later year, and the results of that year have been followed by others.`
          : say`In ${yearOf(because.held)} it was ${level(because.held)}.`,
      ];
    case 'other':
      return [say`In ${yearOf(because.held)} it was ${level(because.held)}.`];
    case 'none':
      return noneDrafts(because);
    case 'rank':
      return [say`The council was ${placeWords(because.rank)}.`];
    case 'rank-expired':
      return [
        say`That rank had been printed before, and can be of ${periodLabel(because.printed)} at the latest; a rank lasts until the next results are out.`,
        say`Those of ${yearOf(because.held)} were out: ${level(because.held)}. Too few authorities’ figures are held to say which rank that was.`,
      ];
    case 'no-rank':
      return [
        say`No rank in ${because.indicator.subject} is worked out for ${periodLabel(because.year)}, for want of every authority’s figure.`,
      ];
    case 'every':
      return [everyDraft(because)];
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

function aimDrafts({ held, aim, target }: Extract<Because, { kind: 'aim' }>): readonly Draft[] {
  const aimed = say`That is what the plan aimed for in that year, ${mention(aim)} (“${target.short}”), and not what came of it.`;
  return held === null
    ? [aimed, ['No outcome is held.']]
    : [aimed, say`In ${yearOf(held)} it was ${level(held)}.`];
}

function noneDrafts({ indicator, year, last }: Extract<Because, { kind: 'none' }>): readonly Draft[] {
  const none = say`No figure of ${indicator.subject} is held in this edition for ${periodLabel(year)}.`;
  return last === null ? [none] : [none, say`The last is of ${yearOf(last)}: ${level(last)}.`];
}

/** "It cannot be said of all four: …": what became of each measure that it may not be said of. */
function everyDraft({ since, measures }: Extract<Because, { kind: 'every' }>): Draft {
  const number = countWords(measures.length);
  const open = measures.filter(({ outcome }) => outcome !== 'better');
  if (open.length === 0) return say`So it was of each of the ${number} measures since ${periodLabel(since)}.`;
  const each = joined(
    open.map(found => exceptionDraft(found)),
    '; ',
  );
  return say`It cannot be said of ${countWords(open.length)} of the ${number} measures since ${periodLabel(since)}: ${each}.`;
}

function exceptionDraft({ indicator, outcome, stretch, first }: EveryFound): Draft {
  const { subject } = indicator;
  const from =
    stretch === null ? [] : say`${periodLabel(stretch.from.period)} to ${periodLabel(stretch.to.period)}`;
  switch (outcome) {
    case 'worse':
    case 'not-better':
      if (stretch === null) return say`${subject} did not improve`;
      return outcome === 'worse'
        ? say`${subject} got worse by ${mention(stretch.change)} from ${from}`
        : say`${subject} did not improve from ${from}`;
    case 'short':
      return first === null
        ? say`no figure of ${subject} is held`
        : say`the figures of ${subject} go back to ${periodLabel(first.period)} only`;
    case 'broken':
      return say`the figures of ${subject} are not all on one footing`;
    case 'better':
      return [];
  }
}

function yearOf({ period }: Dated): string {
  return periodLabel(period);
}

function level({ figure, indicator }: Dated): Mention {
  return mention(figure, levelText(figure.amount, indicator.unit));
}
