import { type Concern, concernsOf, type GapConcern, type MeasureConcern } from '../judgements/concerns.ts';
import type { Findings } from '../judgements/findings.ts';
import type { GapFindings } from '../judgements/gap.ts';
import { type Setting, withComparator } from '../judgements/setting.ts';
import type { ThemeFindings } from '../judgements/theme-findings.ts';
import type { Area } from '../model/area.ts';
import type { Figure } from '../model/figure.ts';
import { numberText } from '../model/format.ts';
import { periodLabel, timeIn } from '../model/time.ts';
import { groupPhrase, pairPhrase } from './gap-phrases.ts';
import {
  type Draft,
  firstOf,
  inYear,
  type Mention,
  mention,
  possessive,
  say,
  size,
  sizeAlone,
  type Written,
  written,
} from './sentence.ts';
import { bothMoved, briefly, movedWords } from './trend-phrases.ts';

export type Question = { readonly question: Written; readonly concerns: readonly Concern[] };

/** More questions than this are not a help. */
const most = 6;

/** More measures than this are not named in one question. */
const mostNamed = 3;

/** The gravest first; one question is put about all measures or gaps of a kind. */
export function questionsOf(setting: Setting, found: ThemeFindings): readonly Question[] {
  const groups = Map.groupBy(concernsOf(found, setting), ({ kind }) => kind);
  return [...groups.values()].slice(0, most).map((concerns, index) => ({
    concerns: concerns.slice(0, mostNamed),
    question: written(`${found.theme.id}.questions.${index + 1}`, questionOn(concerns, setting)),
  }));
}

function questionOn(concerns: readonly Concern[], setting: Setting): Draft {
  const [concern] = concerns;
  if (concern === undefined) return [];
  if ('gap' in concern) {
    const gaps = concerns.flatMap(each => ('gap' in each ? [each.gap] : []));
    return gaps.length === 1
      ? gapQuestion(concern.gap, concern.kind, setting)
      : gapsQuestion(gaps, concern.gap, concern.kind, setting);
  }
  const measures = concerns.flatMap(each => ('gap' in each ? [] : [each.findings]));
  return measures.length === 1
    ? measureQuestion(concern.findings, concern.kind, setting)
    : measuresQuestion(measures, concern.kind, setting);
}

function measureQuestion(findings: Findings, kind: MeasureConcern, setting: Setting): Draft {
  switch (kind) {
    case 'worse-and-worsening':
      return say`${behind(findings, 'nation', setting)}, and ${moved(findings)}. What is being done about it, and by when should it turn?`;
    case 'worsening':
      return say`${nameOf(findings, setting)}: ${moved(findings)}. What is known of the reasons, and is it expected to go on?`;
    case 'worse':
      return say`${behind(findings, 'nation', setting)}. What would it take to reach the national figure?`;
    case 'behind-neighbours':
      return say`${behindNeighbours(findings, setting)}. What can be learned from similar authorities?`;
    case 'falling-behind':
      return say`${nameOf(findings, setting)}: ${places(findings)}. What did other authorities do that we did not?`;
    case 'slower':
      return slower(findings, setting);
    case 'small-numbers':
      return say`${behind(findings, 'nation', setting)}, on small numbers. Is it more than chance, and what else shows how they are doing?`;
    case 'missing':
    case 'unpublished':
      return notHeld([findings], kind, setting);
  }
}

/** The question about several measures of one kind, which names the gravest, the gravest first. */
function measuresQuestion(measures: readonly Findings[], kind: MeasureConcern, setting: Setting): Draft {
  const [first] = measures;
  const beside = (comparator: 'nation' | 'neighbours') =>
    first === undefined ? [] : (withComparator(first.comparisons.held, comparator)?.beside.phrase ?? []);
  const each = (words: (findings: Findings) => Draft) =>
    named(measures, findings => say`${nameOf(findings, setting)} (${words(findings)})`);
  switch (kind) {
    case 'worse-and-worsening':
      return say`Worse than ${beside('nation')} and getting worse: ${each(findings => say`${distance(findings, 'nation')}, ${briefly(findings.change.outcome, findings.change.figure, findings.indicator)}`)}. What is being done about them, and by when should they turn?`;
    case 'worsening':
      return say`Getting worse: ${each(({ change, indicator }) => briefly(change.outcome, change.figure, indicator))}. What is known of the reasons, and is it expected to go on?`;
    case 'worse':
      return say`Worse than ${beside('nation')}: ${each(findings => distance(findings, 'nation'))}. What would it take to reach the national figures?`;
    case 'behind-neighbours': {
      const notBehind = measures.every(isNotBehind) ? say`Not behind ${beside('nation')}, but w` : 'W';
      return say`${notBehind}orse than ${beside('neighbours')}: ${each(findings => distance(findings, 'neighbours'))}. What can be learned from similar authorities?`;
    }
    case 'falling-behind':
      return say`Lost places among authorities: ${each(places)}. What did other authorities do that we did not?`;
    case 'slower':
      return say`Lost ground on ${setting.nation.phrase ?? setting.nation.name}: ${each(bothMoved)}. What explains the difference?`;
    case 'small-numbers':
      return say`Worse than ${beside('nation')}, on small numbers: ${each(findings => distance(findings, 'nation'))}. Is it more than chance, and what else shows how they are doing?`;
    case 'missing':
    case 'unpublished':
      return notHeld(measures, kind, setting);
  }
}

/** What has no figure for the edition's year, of the council alone or of the nation either. */
function notHeld(
  measures: readonly Findings[],
  kind: 'missing' | 'unpublished',
  { edition, nation }: Setting,
): Draft {
  const year = periodLabel(edition.period);
  const names = named(measures, ({ indicator }) => [indicator.short]);
  return kind === 'missing'
    ? say`The report has no ${year} figure for: ${names}. Why, and what do our own records show?`
    : say`The report has no ${year} figure yet, ours or ${possessive(nation.phrase ?? nation.name)}, for: ${names}. What do our own records show?`;
}

/** What is said of each of several, of the first few of them. */
function named<Item>(items: readonly Item[], words: (item: Item) => Draft): Draft {
  return firstOf(items.map(words), mostNamed);
}

function gapQuestion(gap: GapFindings, kind: GapConcern, { nation, edition }: Setting): Draft {
  const { indicator, topic, pair, now } = gap;
  const name = say`${indicator.short}${inYear(indicator, now.period, edition.period)}: the gap between ${pairPhrase(topic, pair)}, at ${size(now.figure, indicator.unit)},`;
  const theirs = theirGap(gap, nation);
  const wider =
    theirs === undefined
      ? []
      : say` than ${possessive(nation.phrase ?? nation.name)} ${size(theirs.figure, indicator.unit)}`;
  switch (kind) {
    case 'gap-wider-and-widening':
      return say`${name} is wider${wider} and has widened. For which schools and pupils is it widest, and what is being done?`;
    case 'gap-wider':
      return say`${name} is wider${wider}. What do places with a narrower gap do?`;
    case 'gap-widening':
      return say`${name} has widened. Is the help for ${behindIn(gap)} reaching them?`;
  }
}

/** The question about several gaps of one kind, which names the two groups once where they are the same in all. */
function gapsQuestion(
  gaps: readonly GapFindings[],
  { topic, pair }: GapFindings,
  kind: GapConcern,
  { nation, edition }: Setting,
): Draft {
  const isOne = gaps.every(gap => gap.topic.id === topic.id && gap.pair.group === pair.group);
  const behind = new Set(gaps.map(behindIn));
  const nations = possessive(nation.phrase ?? nation.name);
  const items = named(gaps, gap => {
    const { indicator, now } = gap;
    const theirs = kind === 'gap-widening' ? undefined : theirGap(gap, nation);
    const beside = theirs === undefined ? [] : say`, ${nations} ${numberAlone(theirs.figure)}`;
    const who = isOne ? '' : ` for ${behindIn(gap)}`;
    return say`${indicator.short}${who}${inYear(indicator, now.period, edition.period)} (${size(now.figure, indicator.unit)}${beside})`;
  });
  const name = `The gap between ${pairPhrase(topic, pair)}`;
  switch (kind) {
    case 'gap-wider-and-widening':
      return isOne
        ? say`${name} is wider than ${nations} and has widened: ${items}. For which schools and pupils is it widest, and what is being done?`
        : say`Gaps wider than ${nations} that have widened: ${items}. For which schools and pupils are they widest, and what is being done?`;
    case 'gap-wider':
      return say`${isOne ? `${name} is` : 'Gaps'} wider than ${nations}: ${items}. What do places with a narrower gap do?`;
    case 'gap-widening': {
      const [who = ''] = behind;
      const help =
        isOne && behind.size === 1 ? `the help for ${who} reaching them` : 'help reaching those behind';
      return say`${isOne ? `${name} has` : 'Gaps that have'} widened: ${items}. Is ${help}?`;
    }
  }
}

/** A size without its unit, which stands with the one before it; a range as it is said. */
function numberAlone(figure: Figure): Mention {
  const { amount } = figure;
  return amount.kind === 'known' && amount.range === null && !amount.about
    ? mention(figure, numberText(amount.number.abs(), amount.decimals))
    : mention(figure);
}

function theirGap({ elsewhere }: GapFindings, nation: Area): GapFindings['now'] | undefined {
  return elsewhere.find(({ area }) => area.code === nation.code);
}

function behindIn({ topic, pair, now }: GapFindings): string {
  const isTurned = now.value.kind === 'known' && now.value.number.lt(0);
  return groupPhrase(topic, isTurned ? pair.against : pair.group);
}

/** "from 27th of 146 in 2023/24 to 39th of 147". */
function places({ indicator, rank, rankMove, change }: Findings): Draft {
  if (rank === null || rankMove === null || change.earlier === null) return [];
  const was = mention(rankMove.before.figure);
  return say`from ${was} ${timeIn(indicator, change.earlier.period)} to ${mention(rank.figure)}`;
}

function slower(findings: Findings, setting: Setting): Draft {
  const { indicator, change, paces } = findings;
  const { nation } = setting;
  const theirChange = withComparator(paces, 'nation');
  if (theirChange === undefined) return [];
  const own = movedWords(change.outcome, change.figure, indicator) ?? [];
  const theirs = movedWords(theirChange.outcome, theirChange.change, indicator) ?? [];
  return say`${nameOf(findings, setting)}: ours ${own}, while ${possessive(nation.phrase ?? nation.name)} ${theirs}. What explains the difference?`;
}

/** The name of a measure, with its latest year where that is not the edition's. */
function nameOf({ indicator, latest }: Findings, { edition }: Setting): Draft {
  return [`${indicator.short}${inYear(indicator, latest.period, edition.period)}`];
}

/** "Overall absence: 0.45 percentage points above England". */
function behind(findings: Findings, comparator: 'nation' | 'neighbours', setting: Setting): Draft {
  const held = withComparator(findings.comparisons.held, comparator);
  if (held === undefined) return nameOf(findings, setting);
  return say`${nameOf(findings, setting)}: ${distance(findings, comparator)} ${held.beside.phrase}`;
}

/** "Reading: not behind England, but 2 percentage points below the statistical neighbours". */
function behindNeighbours(findings: Findings, setting: Setting): Draft {
  const [nation, held] = (['nation', 'neighbours'] as const).map(each =>
    withComparator(findings.comparisons.held, each),
  );
  if (nation === undefined || held === undefined || !isNotBehind(findings))
    return behind(findings, 'neighbours', setting);
  return say`${nameOf(findings, setting)}: not behind ${nation.beside.phrase}, but ${distance(findings, 'neighbours')} ${held.beside.phrase}`;
}

/** "0.45 percentage points above". */
function distance(findings: Findings, comparator: 'nation' | 'neighbours'): Draft {
  const held = withComparator(findings.comparisons.held, comparator);
  return held === undefined ? [] : say`${sizeAlone(held.figure, findings.indicator)} ${held.side}`;
}

/** True where nobody can say that it is behind the nation. */
function isNotBehind(findings: Findings): boolean {
  const nation = withComparator(findings.comparisons.held, 'nation');
  return nation?.verdict === 'better' || nation?.degree === 'same';
}

/** "up 2 percentage points, a change for the worse". */
function moved({ indicator, change }: Findings): Draft {
  const worse = indicator.polarity === 'low' ? ', a change for the worse' : '';
  return say`${briefly(change.outcome, change.figure, indicator)}${worse}`;
}
