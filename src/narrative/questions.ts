import { type Concern, concernsOf } from '../judgements/concerns.ts';
import type { Findings } from '../judgements/findings.ts';
import type { GapFindings } from '../judgements/gap.ts';
import type { Setting } from '../judgements/setting.ts';
import type { ThemeFindings } from '../judgements/theme-findings.ts';
import { dateLabel, periodLabel, timeIn } from '../model/time.ts';
import { groupPhrase } from './gap-phrases.ts';
import { type Draft, joined, mention, possessive, say, size, type Written, written } from './sentence.ts';
import { movedWords } from './trend-phrases.ts';

/** A question a governor or scrutiny member could put, and the findings it comes from. */
export type Question = { readonly question: Written; readonly concerns: readonly Concern[] };

/** Kinds that are asked about once for all measures. */
const asTogether = ['break', 'missing', 'unpublished'] as const satisfies readonly Concern['kind'][];

/** More questions than this are not a help. */
const most = 6;

/**
 * The questions to ask of a theme, the gravest first; none is put of what there is nothing to ask about. What cannot be
 * compared, and what has no figure, is asked about once for all measures.
 */
export function questionsOf(setting: Setting, found: ThemeFindings): readonly Question[] {
  const concerns = concernsOf(found, setting);
  const together = (kind: 'break' | 'missing' | 'unpublished') =>
    concerns.filter(concern => concern.kind === kind);
  const groups = [
    ...concerns
      .filter(({ kind }) => !(asTogether as readonly string[]).includes(kind))
      .map(concern => [concern]),
    ...asTogether.map(together).filter(({ length }) => length > 0),
  ];
  return groups.slice(0, most).map((concerns, index) => ({
    concerns,
    question: written(`${found.theme.id}.questions.${index + 1}`, questionOn(concerns, setting)),
  }));
}

function questionOn(concerns: readonly Concern[], setting: Setting): Draft {
  const [concern] = concerns;
  if (concern === undefined) return [];
  switch (concern.kind) {
    case 'gap-wider-and-widening':
    case 'gap-wider':
    case 'gap-widening':
      return gapQuestion(concern.gap, concern.kind, setting);
    case 'worse-and-worsening':
      return say`${behind(concern.findings, 'nation')}, and ${moved(concern.findings)}. What is being done about it, and by when should it turn?`;
    case 'worsening':
      return say`${concern.findings.indicator.short}: ${moved(concern.findings)}. What is known of the reasons, and is it expected to go on?`;
    case 'worse':
      return say`${behind(concern.findings, 'nation')}. What would it take to reach the national figure?`;
    case 'behind-neighbours':
      return say`${behind(concern.findings, 'neighbours')}${notBehind(concern.findings)}. What can be learned from similar authorities?`;
    case 'falling-behind':
      return fallingBehind(concern.findings);
    case 'slower':
      return slower(concern.findings, setting);
    case 'few':
      return few(concern.findings);
    case 'break':
      return say`No comparison with earlier years can be made of ${concerns.length === 1 ? 'this measure' : 'these measures'}: ${namesOf(concerns)}. How will progress be judged meanwhile?`;
    case 'missing':
      return say`The report holds no ${periodLabel(setting.edition.period)} figure of: ${namesOf(concerns)}. When will it?`;
    case 'unpublished':
      return say`No figures for ${periodLabel(setting.edition.period)} had been published by ${dateLabel(setting.edition['cut-off'])} of: ${namesOf(concerns)}. What do our own records show?`;
  }
}

function gapQuestion(gap: GapFindings, kind: Concern['kind'], { nation }: Setting): Draft {
  const { indicator, topic, pair, now, elsewhere } = gap;
  const who = `${groupPhrase(topic, pair.group)} and ${groupPhrase(topic, pair.against)}`;
  const name = say`${indicator.short}: the gap between ${who}, at ${size(now.figure, indicator.unit)},`;
  const behind = now.value.kind === 'known' && now.value.number.lt(0) ? pair.against : pair.group;
  const theirs = elsewhere.find(({ area }) => area.code === nation.code);
  const wider =
    theirs === undefined
      ? []
      : say` than ${possessive(nation.phrase ?? nation.name)} ${size(theirs.figure, indicator.unit)}`;
  switch (kind) {
    case 'gap-wider-and-widening':
      return say`${name} is wider${wider} and has widened. For which schools and pupils is it widest, and what is being done?`;
    case 'gap-wider':
      return say`${name} is wider${wider}. What do places with a narrower gap do?`;
    default:
      return say`${name} has widened. Is the help for ${groupPhrase(topic, behind)} reaching them?`;
  }
}

function fallingBehind({ indicator, rank, rankMove, change }: Findings): Draft {
  if (rank === null || rankMove === null || change.earlier === null) return [];
  const was = mention(rankMove.before.figure);
  const when = timeIn(indicator, change.earlier.period);
  return say`${indicator.short}: from ${was} ${when} to ${mention(rank.figure)}. What did other authorities do that we did not?`;
}

function slower({ indicator, change, paces }: Findings, { nation }: Setting): Draft {
  const theirChange = paces.find(({ beside }) => beside.comparator === 'nation');
  if (theirChange === undefined) return [];
  const own = movedWords(change.outcome, change.figure, indicator) ?? [];
  const theirs = movedWords(theirChange.outcome, theirChange.change, indicator) ?? [];
  return say`${indicator.short}: ours ${own}, while ${possessive(nation.phrase ?? nation.name)} ${theirs}. What explains the difference?`;
}

function few({ indicator, cohort }: Findings): Draft {
  if (cohort === null || cohort.one === null) return [];
  const group = say`${mention(cohort.base)} ${indicator.members ?? indicator.counted}`;
  return say`${indicator.short}: this rests on ${group}, so one is ${mention(cohort.one)}. What else shows how they are doing?`;
}

function namesOf(concerns: readonly Concern[]): Draft {
  const names = concerns.flatMap(concern => ('gap' in concern ? [] : [[concern.findings.indicator.short]]));
  return joined(names, '; ');
}

/** "Overall absence: 0.45 percentage points above England". */
function behind({ indicator, comparisons }: Findings, comparator: 'nation' | 'neighbours'): Draft {
  const held = comparisons.held.find(({ beside }) => beside.comparator === comparator);
  if (held === undefined) return [indicator.short];
  return say`${indicator.short}: ${size(held.figure, indicator.unit)} ${held.side} ${held.beside.phrase}`;
}

/** ", though not behind England", where that is so. */
function notBehind({ comparisons }: Findings): string {
  const nation = comparisons.held.find(({ beside }) => beside.comparator === 'nation');
  const isSo = nation?.verdict === 'better' || nation?.degree === 'same';
  return isSo ? `, though not behind ${nation.beside.phrase}` : '';
}

/** "up 2 percentage points, a change for the worse". */
function moved({ indicator, change }: Findings): Draft {
  const way = change.outcome === 'rose' ? 'up' : 'down';
  const worse = indicator.polarity === 'low' ? ', a change for the worse' : '';
  return say`${way} ${size(change.figure, indicator.unit)}${worse}`;
}
