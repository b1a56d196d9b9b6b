import type { NewsFindings } from '../../judgements/plans/news.ts';
import type { Because, ClaimFound, Dated } from '../../judgements/plans/news-claims.ts';
import type { EveryFound } from '../../judgements/plans/news-every.ts';
import type { Figure } from '../../model/figure.ts';
import { levelText } from '../../model/format.ts';
import { periodLabel } from '../../model/period.ts';
import { type ClaimStanding, claimStandings } from '../../model/plans/news.ts';
import { statusNames } from '../../model/target.ts';
import { changeSentence } from '../phrases.ts';
import { placeWords } from '../rank-phrases.ts';
import { type Draft, listed, type Mention, mention, say, type Written, written } from '../sentence.ts';
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
      : [
          say`${mention(found.figure, found.count === 0 ? 'none' : countWords(found.count))} ${standingWords[standing]}`,
        ];
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
  const given = claimed === null || because.kind === 'untested' ? [] : [givenDraft(claim.place, claimed)];
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
          ? say`No later number is held, though the results of ${periodLabel(because.year)} were out.`
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

/** "It cannot be said of any of the four measures since 2009/10.", and then why not of each. */
function everyDrafts({ since, measures }: Extract<Because, { kind: 'every' }>): readonly Draft[] {
  const number = countWords(measures.length);
  const open = measures.filter(({ outcome }) => outcome !== 'better');
  if (open.length === 0)
    return [say`So it was of each of the ${number} measures since ${periodLabel(since)}.`];
  const many = open.length === measures.length ? 'any' : countWords(open.length);
  return [
    say`It cannot be said of ${many} of the ${number} measures since ${periodLabel(since)}.`,
    ...open.map(exceptionDraft),
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
        ? say`${short}: no figures are held.`
        : say`${short}: the figures go back to ${periodLabel(first.period)} only.`;
    case 'broken':
      return say`${short}: the years are not all on one footing.`;
    case 'better':
      return [];
  }
}

function givenDraft(place: number | undefined, claimed: Figure): Draft {
  return say`The ${place === undefined ? 'number' : 'place'} given is ${mention(claimed)}.`;
}

function yearOf({ period }: Dated): string {
  return periodLabel(period);
}

function level({ figure, indicator }: Dated): Mention {
  const about = figure.text.startsWith('about ') ? 'about ' : '';
  return mention(figure, `${about}${levelText(figure.amount, indicator.unit)}`);
}
